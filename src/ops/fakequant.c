/*
 * FakeQuantWithMinMax*: floats pressed onto the grid that 2^num_bits integers give, with zero on the grid.
 * All in float, in TensorFlow's order of operations. And their gradients.
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
						    i == c->n_in - 2 ? "min" : "max", rank, c->in[i]->rank);
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

/* ---- gradients: what lies on the grid passes, the rest goes to its end of the range ---- */

/* Every n-th element from j on; sums for the range's ends. */
static void back(struct op_ctx *c, const struct bits *q, float min, float max, int64_t j, int64_t n, double *below,
		 double *above)
{
	const float *g = c->in[0]->data, *x = c->in[1]->data;
	struct grid range = grid_of(min, max, q);
	bool none = min == 0 && max == 0;	/* no range at all: every value passes */
	float *to = c->out[0]->data;

	for (int64_t i = j; i < c->in[1]->n; i += n) {
		to[i] = none || (x[i] >= range.lo && x[i] <= range.hi) ? g[i] : g[i] * 0;
		*below += !none && x[i] < range.lo ? g[i] : 0;
		*above += !none && x[i] > range.hi ? g[i] : 0;
	}
}

static bool run_args_grad(struct op_ctx *c)
{
	float min = -6, max = 6;
	double below = 0, above = 0;
	struct bits q;

	node_attr_float(c->node, "min", &min);
	node_attr_float(c->node, "max", &max);
	if (!(min < max))
		return op_invalid(c, "min has to be smaller than max, was: %g >= %g", (double)min, (double)max);
	if (!bits_of(c, &q) || !op_same_shapes(c) || !op_out_like(c, 0, c->in[1]))
		return false;
	back(c, &q, min, max, 0, 1, &below, &above);
	return true;
}

static bool same_size(struct op_ctx *c)
{
	const struct tensor *g = c->in[0], *x = c->in[1];

	for (int i = 0; g->rank == x->rank && i <= g->rank; i++)
		if (i == g->rank)
			return true;
		else if (g->dim[i] != x->dim[i])
			break;
	return op_invalid(c, "gradient and input must be the same size");
}

static bool run_vars_grad(struct op_ctx *c)
{
	struct tensor *end[2];
	double sum[2] = { 0 };
	struct bits q;

	if (!bits_of(c, &q) || !same_size(c) || !rank_is(c, 2, 0) || !rank_is(c, 3, 0) || !op_out_like(c, 0, c->in[1]))
		return false;
	for (int i = 0; i < 2; i++)
		if (!(end[i] = op_out(c, i + 1, DT_FLOAT, 0, NULL)))
			return false;
	back(c, &q, *(const float *)c->in[2]->data, *(const float *)c->in[3]->data, 0, 1, &sum[0], &sum[1]);
	for (int i = 0; i < 2; i++)
		*(float *)end[i]->data = (float)sum[i];
	return true;
}

static bool run_channels_grad(struct op_ctx *c)
{
	const struct tensor *x = c->in[1];
	struct tensor *end[2];
	struct bits q;
	int64_t n;

	if (!bits_of(c, &q) || !same_size(c))
		return false;
	if (x->rank < 1)
		return op_invalid(c, "Shape must be at least rank 1 but is rank 0");
	n = x->dim[x->rank - 1];
	for (int i = 2; i < 4; i++)
		if (!rank_is(c, i, 1))
			return false;
		else if (c->in[i]->n != n)
			return op_invalid(c, "%s has incorrect size, expected %lld was %lld", i == 2 ? "min" : "max",
					  (long long)n, (long long)c->in[i]->n);
	if (!op_out_like(c, 0, x) || !(end[0] = op_out(c, 1, DT_FLOAT, 1, &n)) ||
	    !(end[1] = op_out(c, 2, DT_FLOAT, 1, &n)))
		return false;
	for (int64_t j = 0; j < n; j++) {
		double sum[2] = { 0 };

		back(c, &q, ((const float *)c->in[2]->data)[j], ((const float *)c->in[3]->data)[j], j, n, &sum[0],
		     &sum[1]);
		((float *)end[0]->data)[j] = (float)sum[0];
		((float *)end[1]->data)[j] = (float)sum[1];
	}
	return true;
}

/* What it saw is for a calibrator in the Python program that put it there: nothing of a graph can ask for it. */
static bool run_watch(struct op_ctx *c)
{
	return op_out_ref(c, 0, c->in[0]);
}

static const struct op_row rows[] = {
	{ .name = "CustomAggregator", .n_in = 1, .n_out = 1, .flags = OP_STATEFUL | OP_VIEW, .run = run_watch },
	{ .name = "FakeQuantWithMinMaxArgs", .n_in = 1, .n_out = 1, .run = run_args },
	{ .name = "FakeQuantWithMinMaxArgsGradient", .n_in = 2, .n_out = 1, .run = run_args_grad },
	{ .name = "FakeQuantWithMinMaxVars", .n_in = 3, .n_out = 1, .run = run_vars },
	{ .name = "FakeQuantWithMinMaxVarsGradient", .n_in = 4, .n_out = 3, .run = run_vars_grad },
	{ .name = "FakeQuantWithMinMaxVarsPerChannelGradient", .n_in = 4, .n_out = 3, .run = run_channels_grad },
	{ .name = "FakeQuantWithMinMaxVarsPerChannel", .n_in = 3, .n_out = 1, .run = run_channels },
};

OP_FAMILY(family_fakequant, rows);
