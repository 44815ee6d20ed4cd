/*
 * FakeQuantWithMinMax*: floats pressed onto the grid that 2^num_bits integers give, with zero on the grid.
 * All in float, in TensorFlow's order of operations.
 */
#include "ops/kernel.h"

#include <math.h>

struct grid {
	float lo, hi, scale;
};

struct bits {
	float lo, hi;	/* first and last integer */
};

static struct grid grid_of(float min, float max, const struct bits *q)
{
	struct grid g = { .scale = (max - min) / (q->hi - q->lo) };
	float zero = q->lo - min / g.scale;

	/* a NaN takes the last branch, where C has no value for it: TensorFlow's CPU gives 0 */
	zero = zero < q->lo ? q->lo : zero > q->hi ? q->hi : zero == zero ? roundf(zero) : 0;
	g.lo = (q->lo - zero) * g.scale;
	g.hi = (q->hi - zero) * g.scale;
	return g;
}

static inline float press(float x, const struct grid *g, float inverse, float zero)
{
	x = g->hi < x ? g->hi : x;
	x = x < g->lo ? g->lo : x;
	return floorf((x - g->lo) * inverse - zero + 0.5f) * g->scale;
}

static bool bits_of(struct op_ctx *c, struct bits *q)
{
	int64_t n = 8;
	bool narrow = false;

	node_attr_int(c->node, "num_bits", &n);
	node_attr_bool(c->node, "narrow_range", &narrow);
	if (n < 2 || n > 16)
		return op_invalid(c, "num_bits must be between 2 and 16, inclusive");
	*q = (struct bits){ narrow, (float)((1 << n) - 1) };
	return true;
}

struct fq {
	struct grid g;
	const float *in;
	float *out;
};

static void fq_tile(void *ctx, int64_t from, int64_t to)
{
	const struct fq *f = ctx;
	float inverse = 1.0f / f->g.scale, zero = floorf(-f->g.lo * inverse + 0.5f);

	for (int64_t i = from; i < to; i++)
		f->out[i] = press(f->in[i], &f->g, inverse, zero);
}

static bool whole(struct op_ctx *c, float min, float max, const struct bits *q)
{
	const struct tensor *x = c->in[0];
	struct fq f = { .g = grid_of(min, max, q), .in = x->data };
	struct tensor *out = op_out_like(c, 0, x);

	if (!out)
		return false;
	f.out = out->data;
	if (min == 0 && max == 0)	/* no range at all: every value is 0 */
		for (int64_t i = 0; i < x->n; i++)
			f.out[i] = 0;
	else
		tiles_run(x->n, TILE_ELEMS, fq_tile, &f);
	return true;
}

static bool run_args(struct op_ctx *c)
{
	float min = -6, max = 6;
	struct bits q;

	node_attr_float(c->node, "min", &min);
	node_attr_float(c->node, "max", &max);
	if (!(min < max))
		return op_invalid(c, "min has to be smaller than max, was: %g >= %g", (double)min,
				  (double)max);
	return bits_of(c, &q) && whole(c, min, max, &q);
}

static bool rank_is(struct op_ctx *c, int i, int rank)
{
	return c->in[i]->rank == rank || op_invalid(c, "`%s` must be rank %d but is rank %d",
						    i == 1 ? "min" : "max", rank, c->in[i]->rank);
}

static bool run_vars(struct op_ctx *c)
{
	struct bits q;

	if (!bits_of(c, &q) || !rank_is(c, 1, 0) || !rank_is(c, 2, 0))
		return false;
	return whole(c, *(const float *)c->in[1]->data, *(const float *)c->in[2]->data, &q);
}

static bool run_channels(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	const float *min = c->in[1]->data, *max = c->in[2]->data;
	struct tensor *out;
	struct bits q;
	int64_t n;

	if (!bits_of(c, &q) || !rank_is(c, 1, 1))
		return false;
	if (x->rank < 1)
		return op_invalid(c, "Shape must be at least rank 1 but is rank 0");
	n = x->dim[x->rank - 1];
	if (c->in[1]->n != n)
		return op_invalid(c, "min has incorrect size, expected %lld was %lld", (long long)n,
				  (long long)c->in[1]->n);
	if (!rank_is(c, 2, 1))
		return false;
	if (c->in[2]->n != n)
		return op_invalid(c, "max has incorrect size, expected %lld was %lld", (long long)n,
				  (long long)c->in[2]->n);
	out = op_out_like(c, 0, x);
	for (int64_t j = 0; out && j < n; j++) {
		struct grid g = grid_of(min[j], max[j], &q);
		float inverse = 1.0f / g.scale, zero = floorf(-g.lo * inverse + 0.5f);

		for (int64_t i = j; i < x->n; i += n)
			((float *)out->data)[i] = min[j] == 0 && max[j] == 0 ? 0 :
				press(((const float *)x->data)[i], &g, inverse, zero);
	}
	return out != NULL;
}

static const struct op_row rows[] = {
	{ .name = "FakeQuantWithMinMaxArgs", .n_in = 1, .n_out = 1, .run = run_args },
	{ .name = "FakeQuantWithMinMaxVars", .n_in = 3, .n_out = 1, .run = run_vars },
	{ .name = "FakeQuantWithMinMaxVarsPerChannel", .n_in = 3, .n_out = 1, .run = run_channels },
};

OP_FAMILY(family_fakequant, rows);
