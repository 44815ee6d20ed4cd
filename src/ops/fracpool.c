/* Pooling by fractions: windows of two sizes in a random order, and the gradients. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "ops/random.h"
#include "ops/tensorlist.h"

struct frac {
	struct op_ctx *c;
	float ratio[4];
	bool pseudo, overlap, steady;
	int64_t in[4], out[4];
	int64_t *row, *col; /* where windows begin, and the end */
};

/* ---- window borders ---- */

/* Of about equal sizes, from a random phase on. */
static void borders_pseudo(int64_t in, int64_t out, struct philox *g, int64_t *at)
{
	double alpha = (double)in / (double)out;
	int64_t k = in / out;
	double most1 = (double)(k + 2) / alpha - 1,
	       most2 = (double)(in + 1 - k) / alpha - (double)(out - 1);
	struct philox1 s = philox1_new(g);
	double u = philox1_double(&s) * (most1 < most2 ? most1 : most2);

	philox_skip(g, 1);
	at[0] = 0;
	for (int64_t i = 1; i < out; i++)
		at[i] = (int64_t)ceil(alpha * ((double)i + u)) - 1;
	at[out] = in;
}

/* Sizes shuffled. */
static void borders_random(int64_t in, int64_t out, struct philox *g, int64_t *at)
{
	int64_t *size = at + 1, sum = 0;
	struct philox1 s = philox1_new(g);

	philox_skip(g, (uint64_t)(out + 3) / 4);
	for (int64_t i = 0; i < out; i++)
		size[i] = in / out + (i < in % out);
	for (int64_t i = 0; i < out - 1; i++) {
		int64_t j = i + philox1_next(&s) % (uint32_t)(out - i), was = size[i];

		size[i] = size[j];
		size[j] = was;
	}
	at[0] = 0;
	for (int64_t i = 0; i < out; i++)
		size[i] = sum += size[i];
}

/* Seeds count only when the borders shall be the same each time. */
static bool borders_source(struct frac *f, struct philox *g)
{
	int64_t seed = 0, seed2 = 0;

	if (f->steady)
		return random_reserve_exact(f->c, 0, g); /* takes nothing: it stays where it is */
	node_attr_int(f->c->node, "seed", &seed);
	node_attr_int(f->c->node, "seed2", &seed2);
	if (seed || seed2)
		return op_invalid(f->c,
				  "Both seed and seed2 should be 0 if deterministic is false.");
	seed = (int64_t)f->c->world->seed(f->c->world_ctx);
	seed2 = (int64_t)f->c->world->seed(f->c->world_ctx);
	*g = (struct philox){{(uint32_t)seed, (uint32_t)((uint64_t)seed >> 32)},
			     {0, 0, (uint32_t)seed2, (uint32_t)((uint64_t)seed2 >> 32)}};
	return true;
}

static bool borders(struct frac *f, struct philox *g, int i, int out, int64_t **at)
{
	int64_t n = f->out[i] + 1;
	struct tensor *t = op_out(f->c, out, DT_INT64, 1, &n);

	if (!t)
		return false;
	*at = t->data;
	(f->pseudo ? borders_pseudo : borders_random)(f->in[i], f->out[i], g, *at);
	return true;
}

/* ---- forward ---- */

static bool frac_attrs(struct frac *f, const char *what)
{
	const struct attr_value *ratio;
	uint32_t n;

	if (!node_attr_list(f->c->node, "pooling_ratio", &ratio, &n) || n != 4)
		return op_invalid(f->c, "pooling_ratio field must specify 4 dimensions");
	for (int i = 0; i < 4; i++) {
		f->ratio[i] = ratio[i].f;
		if (!(f->ratio[i] >= 1))
			return op_invalid(f->c, "pooling_ratio cannot be smaller than 1, got: %g",
					  (double)f->ratio[i]);
	}
	if (f->ratio[0] != 1 || f->ratio[3] != 1)
		return op_fail(f->c, ERR_UNIMPLEMENTED,
			       "Fractional %s pooling is not yet supported on the batch nor "
			       "channel dimension.",
			       what);
	node_attr_bool(f->c->node, "pseudo_random", &f->pseudo);
	node_attr_bool(f->c->node, "overlapping", &f->overlap);
	node_attr_bool(f->c->node, "deterministic", &f->steady);
	return true;
}

static bool frac_sizes(struct frac *f)
{
	const struct tensor *x = f->c->in[0];

	if (x->rank != 4)
		return op_invalid(f->c, "tensor_in must be 4-dimensional");
	for (int i = 0; i < 4; i++) {
		f->in[i] = x->dim[i];
		if (!((float)f->in[i] >= f->ratio[i]))
			return op_invalid(f->c,
					  "Pooling ratio is higher than input dimension size for "
					  "dimension %d. "
					  "Input dim size: %lld pooling ratio: %g",
					  i, (long long)f->in[i], (double)f->ratio[i]);
		if (f->in[i] > INT32_MAX)
			return op_invalid(f->c, "too large: %s", op_in_shape(f->c, 0));
		f->out[i] = (int64_t)floorf((float)f->in[i] / f->ratio[i]);
	}
	return true;
}

/* The last place of window w. */
static int64_t window_end(const int64_t *at, int64_t w, bool overlap, int64_t size)
{
	int64_t end = at[w + 1];

	if (end < 0)
		return -1;
	end -= !overlap;
	return end < size - 1 ? end : size - 1;
}

/* Calls fn for each place of each window of row r of the output (batches and rows in one count). */
static void windows(const struct frac *f, int64_t r, void (*fn)(void *ctx, int64_t out, int64_t in),
		    void *ctx)
{
	int64_t b = r / f->out[1], h = r % f->out[1];

	for (int64_t w = 0; w < f->out[2]; w++)
		for (int64_t y = f->row[h]; y <= window_end(f->row, h, f->overlap, f->in[1]); y++)
			for (int64_t x = f->col[w];
			     x <= window_end(f->col, w, f->overlap, f->in[2]); x++)
				fn(ctx, r * f->out[2] + w, (b * f->in[1] + y) * f->in[2] + x);
}

struct cells {
	enum dtype t;
	int64_t depth;
	void *out;
	const void *in;
	int64_t *count; /* averages: places of each window */
};

#define EACH_TYPE(t, M)                                                                            \
	switch (t) {                                                                               \
	case DT_FLOAT:                                                                             \
		M(float, float);                                                                   \
		break;                                                                             \
	case DT_DOUBLE:                                                                            \
		M(double, double);                                                                 \
		break;                                                                             \
	case DT_INT32:                                                                             \
		M(int32_t, uint32_t);                                                              \
		break;                                                                             \
	default:                                                                                   \
		M(int64_t, uint64_t);                                                              \
	}

static void most_of(void *ctx, int64_t out, int64_t in)
{
	const struct cells *k = ctx;

#define MOST(T, U)                                                                                 \
	for (int64_t d = 0; d < k->depth; d++) {                                                   \
		T *o = (T *)k->out + out * k->depth + d,                                           \
		  v = ((const T *)k->in)[in * k->depth + d];                                       \
		if (v > *o)                                                                        \
			*o = v;                                                                    \
	}
	EACH_TYPE(k->t, MOST)
}

static void add_up(void *ctx, int64_t out, int64_t in)
{
	const struct cells *k = ctx;

#define ADD(T, U)                                                                                  \
	for (int64_t d = 0; d < k->depth; d++) {                                                   \
		T *o = (T *)k->out + out * k->depth + d;                                           \
		*o = (T)((U)*o + (U)((const T *)k->in)[in * k->depth + d]);                        \
	}
	EACH_TYPE(k->t, ADD)
	k->count[out]++;
}

static void least_first(struct tensor *t)
{
#define LEAST(T, U)                                                                                \
	for (int64_t i = 0; i < t->n; i++)                                                         \
	((T *)t->data)[i] = _Generic((T)0, float                                                   \
				     : -3.40282346638528859812e38f, double                         \
				     : -1.79769313486231570815e308, int32_t                        \
				     : INT32_MIN, default                                          \
				     : INT64_MIN)
	EACH_TYPE(t->dtype, LEAST)
}

static void shares(const struct cells *k, int64_t cells)
{
#define SHARE(T, U)                                                                                \
	for (int64_t i = 0; i < cells * k->depth; i++)                                             \
		if (k->count[i / k->depth])                                                        \
	((T *)k->out)[i] /= (T)k->count[i / k->depth]
	EACH_TYPE(k->t, SHARE)
}

static bool run_pool(struct op_ctx *c)
{
	bool mean = c->row->data != NULL;
	struct frac f = {.c = c};
	struct cells k = {.t = c->in[0]->dtype, .in = c->in[0]->data};
	struct tensor *out;
	struct philox g;
	int64_t cells;

	if (!frac_attrs(&f, mean ? "average" : "max") || !borders_source(&f, &g) ||
	    !frac_sizes(&f) || !borders(&f, &g, 1, 1, &f.row) || !borders(&f, &g, 2, 2, &f.col))
		return false;
	out = op_out(c, 0, k.t, 4, f.out);
	cells = f.out[0] * f.out[1] * f.out[2];
	k.count = out && mean ? op_temp(c, (size_t)cells * sizeof(*k.count)) : NULL;
	if (!out || (mean && !k.count))
		return false;
	k.out = out->data;
	k.depth = f.out[3];
	if (!mean) {
		least_first(out);
	} else {
		memset(out->data, 0, (size_t)out->n * dtype_info(k.t)->size);
		memset(k.count, 0, (size_t)cells * sizeof(*k.count));
	}
	for (int64_t r = 0; r < f.out[0] * f.out[1]; r++) {
		if (r % 64 == 63 && !c->world->go_on(c->world_ctx, c->err))
			return false;
		windows(&f, r, mean ? add_up : most_of, &k);
	}
	if (mean)
		shares(&k, cells);
	return true;
}

/* ---- gradients: the borders are inputs, which anybody may have made ---- */

static bool borders_in(struct op_ctx *c, int i, const char *what, int64_t windows)
{
	const struct tensor *t = c->in[i];

	if (t->rank != 1)
		return op_invalid(c, "%s_pooling_sequence must be a vector, received shape %s",
				  what, op_in_shape(c, i));
	return t->n == windows + 1 || op_invalid(c, "tensor_out_dup is not the same as tensor_out");
}

/* No window leaves the input or the output: TensorFlow would read what is not there. */
static bool borders_inside(const struct frac *f, const int64_t *at, int i)
{
	for (int64_t w = 0; w <= f->out[i]; w++)
		if (at[w] < 0 || (w && at[w] < at[w - 1]))
			return op_invalid(f->c, "tensor_out_dup is not the same as tensor_out");
	return true;
}

static bool four(struct op_ctx *c, int i, const char *name)
{
	struct str s = STR_INIT;
	bool ok = c->in[i]->rank == 4 && c->in[i]->n > 0;

	if (ok)
		return true;
	op_summarize(&s, c->in[i], 3);
	if (c->in[i]->rank == 4)
		op_invalid(c, "%s must not be empty, got Tensor<type: %s shape: %s values: %s>",
			   name, op_type_text(c, c->in[i]->dtype), op_in_shape(c, i), str_z(&s));
	else
		op_invalid(c,
			   "%s should be a tensor of rank 4, got Tensor<type: %s shape: %s values: "
			   "%s>",
			   name, op_type_text(c, c->in[i]->dtype), op_in_shape(c, i), str_z(&s));
	str_free(&s);
	return false;
}

struct firsts {
	struct cells k;
	int64_t *at; /* of the greatest, by output element; -1: none yet */
};

static void first_most(void *ctx, int64_t out, int64_t in)
{
	struct firsts *m = ctx;
	int64_t depth = m->k.depth;

#define FIRST(T, U)                                                                                \
	for (int64_t d = 0; d < depth; d++) {                                                      \
		int64_t o = out * depth + d, i = in * depth + d;                                   \
		const T *x = m->k.in;                                                              \
		if (m->at[o] < 0 || x[m->at[o]] < x[i])                                            \
			m->at[o] = i;                                                              \
	}
	EACH_TYPE(m->k.t, FIRST)
}

static bool same_most(const struct firsts *m, const struct tensor *out)
{
#define SAME(T, U)                                                                                 \
	for (int64_t i = 0; i < out->n; i++)                                                       \
		if (m->at[i] < 0 ||                                                                \
		    !(((const T *)m->k.in)[m->at[i]] == ((const T *)out->data)[i]))                \
	return false
	EACH_TYPE(m->k.t, SAME)
	return true;
}

static bool max_grad_in(struct op_ctx *c, struct frac *f)
{
	if (!four(c, 0, "orig_input") || !four(c, 1, "orig_output"))
		return false;
	for (int i = 0; i < 4; i++) {
		f->in[i] = c->in[0]->dim[i];
		f->out[i] = c->in[1]->dim[i];
	}
	if (!borders_in(c, 3, "row", f->out[1]) || !borders_in(c, 4, "col", f->out[2]))
		return false;
	f->row = c->in[3]->data;
	f->col = c->in[4]->data;
	node_attr_bool(c->node, "overlapping", &f->overlap);
	if (!borders_inside(f, f->row, 1) || !borders_inside(f, f->col, 2))
		return false;
	if (f->in[0] != f->out[0] || f->in[3] != f->out[3])
		return op_invalid(c, "tensor_out_dup is not the same as tensor_out");
	return c->in[2]->n == c->in[1]->n ||
	       op_invalid(c, "out_backprop has %lld elements, orig_output %lld",
			  (long long)c->in[2]->n, (long long)c->in[1]->n);
}

static bool run_max_grad(struct op_ctx *c)
{
	struct frac f = {.c = c};
	struct firsts m = {.k = {.t = c->in[0]->dtype, .in = c->in[0]->data}};
	struct tensor *out;

	if (!max_grad_in(c, &f))
		return false;
	m.k.depth = f.in[3];
	m.at = op_temp(c, (size_t)c->in[1]->n * sizeof(*m.at));
	out = m.at ? op_out_like(c, 0, c->in[0]) : NULL;
	if (!out)
		return false;
	memset(m.at, 0xff, (size_t)c->in[1]->n * sizeof(*m.at));
	memset(out->data, 0, (size_t)out->n * dtype_info(m.k.t)->size);
	for (int64_t r = 0; r < f.out[0] * f.out[1]; r++)
		windows(&f, r, first_most, &m);
	if (!same_most(&m, c->in[1]))
		return op_invalid(c, "tensor_out_dup is not the same as tensor_out");
#define GIVE(T, U)                                                                                 \
	for (int64_t i = 0; i < c->in[2]->n; i++) {                                                \
		T *o = (T *)out->data + m.at[i];                                                   \
		*o = (T)((U)*o + (U)((const T *)c->in[2]->data)[i]);                               \
	}
	EACH_TYPE(m.k.t, GIVE)
	return true;
}

static bool mean_grad_sizes(struct op_ctx *c, struct frac *f)
{
	static const char *const what[] = {"Batch", "Rows", "Columns", "Depth"};
	static const char *const name[] = {"row", "col"};

	if (c->in[0]->rank != 1 || c->in[0]->n != 4)
		return op_invalid(
			c, "original input tensor shape must be1-dimensional and 4 elements");
	if (c->in[1]->rank != 4)
		return op_invalid(c, "out_backprop must be 4-dimensional");
	for (int i = 0; i < 4; i++) {
		f->out[i] = c->in[1]->dim[i];
		if (f->out[i] <= 0)
			return op_invalid(
				c, "out_backprop must be positive for all dimension, got:%lld",
				(long long)f->out[i]);
	}
	for (int i = 0; i < 2; i++)
		if (c->in[2 + i]->n <= f->out[1 + i])
			return op_invalid(c,
					  "Given out_backprop shape %s, %s_seq_tensor must have at "
					  "least %lld "
					  "elements, but got %lld",
					  op_in_shape(c, 1), name[i], (long long)f->out[1 + i] + 1,
					  (long long)c->in[2 + i]->n);
	for (int i = 0; i < 4; i++) {
		f->in[i] = tensor_get_i64(c->in[0], i);
		if (f->in[i] == 0)
			return op_invalid(c, "%s dimension of input must not be 0", what[i]);
	}
	for (int i = 0; i < 4; i++)
		if (f->in[i] < 0)
			return op_invalid(c, "Expected a non-negative size, got %lld",
					  (long long)f->in[i]);
	f->row = c->in[2]->data;
	f->col = c->in[3]->data;
	node_attr_bool(c->node, "overlapping", &f->overlap);
	return true;
}

/* The sequence as TensorFlow prints it: in columns of one width. */
static bool negative(struct op_ctx *c, int i, const char *what)
{
	const struct tensor *t = c->in[i];
	struct str s = STR_INIT;
	int width = 0;

	for (int64_t k = 0; k < t->n; k++) {
		int n = snprintf(NULL, 0, "%lld", (long long)tensor_get_i64(t, k));

		width = n > width ? n : width;
	}
	for (int64_t k = 0; k < t->n; k++)
		str_addf(&s, "%s%*lld", k ? " " : "", width, (long long)tensor_get_i64(t, k));
	op_invalid(c, "%s sequence tensor values must not be negative, got %s", what, str_z(&s));
	str_free(&s);
	return false;
}

/* Windows from the first on, as far as they are asked for; sequences may be longer. */
static bool starts_fit(struct frac *f)
{
	for (int64_t h = 0; h < f->out[1]; h++) {
		if (f->row[h] < 0 || window_end(f->row, h, f->overlap, f->in[1]) < 0)
			return negative(f->c, 2, "Row");
		for (int64_t w = 0; h == 0 && w < f->out[2]; w++)
			if (f->col[w] < 0 || window_end(f->col, w, f->overlap, f->in[2]) < 0)
				return negative(f->c, 3, "Column");
	}
	if (f->out[0] > f->in[0] || f->out[3] > f->in[3])
		return op_invalid(f->c,
				  "out_backprop has more batches or channels than the input: %s",
				  op_in_shape(f->c, 1));
	return true;
}

/* Element o of the output's gradient, split among the places of its window. */
static void spread(const struct frac *f, double *sum, int64_t row, int64_t w)
{
	const struct tensor *g = f->c->in[1];
	int64_t b = row / f->out[1], h = row % f->out[1], depth = f->out[3];
	int64_t bottom = window_end(f->row, h, f->overlap, f->in[1]);
	int64_t right = window_end(f->col, w, f->overlap, f->in[2]);
	int64_t places =
		(int64_t)((uint64_t)(bottom - f->row[h] + 1) * (uint64_t)(right - f->col[w] + 1));

	for (int64_t y = f->row[h]; y <= bottom; y++)
		for (int64_t x = f->col[w]; x <= right; x++)
			for (int64_t d = 0; d < depth; d++)
				sum[((b * f->in[1] + y) * f->in[2] + x) * f->in[3] + d] +=
					tensor_get_f64(g, (row * f->out[2] + w) * depth + d) /
					(double)places;
}

/* The sum as an integer that such a conversion gives on x86. */
static int64_t whole(double v, double limit)
{
	return v >= -limit && v < limit ? (int64_t)v : (int64_t)-limit;
}

static void narrow(struct tensor *t, const double *v)
{
	for (int64_t i = 0; i < t->n; i++)
		switch (t->dtype) {
		case DT_FLOAT:
			((float *)t->data)[i] = (float)v[i];
			break;
		case DT_DOUBLE:
			((double *)t->data)[i] = v[i];
			break;
		case DT_INT32:
			((int32_t *)t->data)[i] = (int32_t)whole(v[i], 0x1p31);
			break;
		default:
			((int64_t *)t->data)[i] = whole(v[i], 0x1p63);
		}
}

static bool run_mean_grad(struct op_ctx *c)
{
	struct frac f = {.c = c};
	struct tensor *out, *wide;

	if (!mean_grad_sizes(c, &f))
		return false;
	out = op_out(c, 0, c->in[1]->dtype, 4, f.in);
	if (!out || !starts_fit(&f))
		return false;
	wide = tensor_zeros(DT_DOUBLE, 4, f.in, c->err);
	if (!wide)
		return false;
	op_hold(c, wide);
	for (int64_t r = 0; r < f.out[0] * f.out[1]; r++)
		for (int64_t w = 0; w < f.out[2]; w++)
			spread(&f, wide->data, r, w);
	narrow(out, wide->data);
	return true;
}

#define DM_POOLED (DM(DT_FLOAT) | DM(DT_DOUBLE) | DM_INDEX)
#define POOL(what, mean)                                                                           \
	{                                                                                          \
		.name = what, .n_in = 1, .n_out = 3, .types = {{"T", DM_POOLED}},                  \
		.flags = OP_RANDOM | OP_STATEFUL, .run = run_pool, .data = mean                    \
	}

static const struct op_row rows[] = {
	POOL("FractionalMaxPool", NULL),
	POOL("FractionalAvgPool", "mean"),
	{.name = "FractionalMaxPoolGrad",
	 .n_in = 5,
	 .n_out = 1,
	 .types = {{"T", DM_POOLED}},
	 .run = run_max_grad},
	{.name = "FractionalAvgPoolGrad",
	 .n_in = 4,
	 .n_out = 1,
	 .types = {{"T", DM_POOLED}},
	 .run = run_mean_grad},
};

OP_FAMILY(family_fracpool, rows);
