/*
 * Reductions. Axes are put in order [kept..., reduced...] by a strided walk: for each output element,
 * its inputs are visited row by row. Sums of floats run in double, those of integers wrap.
 */
#include <math.h>
#include <string.h>

#include "ops/kernel.h"
#include "ops/loops.h"

enum reduction { RED_SUM, RED_MEAN, RED_PROD, RED_MAX, RED_MIN, RED_ALL, RED_ANY };

struct red {
	const struct tensor *x;
	struct tensor *out;
	enum reduction kind;
	int n_keep, n_red;
	int64_t keep[SHAPE_MAX_RANK], keep_stride[SHAPE_MAX_RANK];
	int64_t red[SHAPE_MAX_RANK], red_stride[SHAPE_MAX_RANK];
	int64_t per;			/* inputs of an output */
	size_t size;
};

/* Which axes go; the output's shape. */
static bool plan(struct op_ctx *c, struct red *r, int *rank, int64_t *dim)
{
	const struct tensor *x = c->in[0];
	bool gone[SHAPE_MAX_RANK] = { false }, keep_dims = false;
	int64_t n, *own = op_strides(c, x->rank, x->dim);
	const int64_t *axes;

	if (!op_int_vec(c, 1, &axes, &n))
		return false;
	if (!node_attr_bool(c->node, "keep_dims", &keep_dims))
		node_attr_bool(c->node, "keepdims", &keep_dims);
	for (int64_t i = 0; i < n; i++) {
		int64_t a = axes[i];

		if (!axis_norm(&a, x->rank))
			return op_invalid(c, "Invalid reduction dimension (%lld for input with %d dimension(s)", (long long)axes[i],
					  x->rank);
		if (gone[a])
			return op_invalid(c, "Invalid reduction arguments: Axes contains duplicate dimension: %lld", (long long)a);
		gone[a] = true;
	}
	r->per = 1;
	*rank = 0;
	for (int d = 0; d < x->rank; d++) {
		if (gone[d]) {
			r->red[r->n_red] = x->dim[d];
			r->red_stride[r->n_red++] = own[d];
			r->per *= x->dim[d];
			if (keep_dims)
				dim[(*rank)++] = 1;
		} else {
			r->keep[r->n_keep] = x->dim[d];
			r->keep_stride[r->n_keep++] = own[d];
			dim[(*rank)++] = x->dim[d];
		}
	}
	return true;
}

/* Offset of the k-th element of a strided block. */
static int64_t offset(int n, const int64_t *dim, const int64_t *stride, int64_t k)
{
	int64_t at = 0;

	for (int d = n - 1; d >= 0; d--) {
		at += k % dim[d] * stride[d];
		k /= dim[d];
	}
	return at;
}

/* Walks the inputs of one output. */
struct walk {
	int64_t at[SHAPE_MAX_RANK], off;
};

static void walk_next(const struct red *r, struct walk *w)
{
	for (int d = r->n_red - 1; d >= 0; d--) {
		w->off += r->red_stride[d];
		if (++w->at[d] < r->red[d])
			return;
		w->off -= r->red[d] * r->red_stride[d];
		w->at[d] = 0;
	}
}

static void float_one(const struct red *r, int64_t o)
{
	struct walk w = { .off = offset(r->n_keep, r->keep, r->keep_stride, o) };
	double acc = r->kind == RED_PROD ? 1 : r->kind == RED_MAX ? -INFINITY : r->kind == RED_MIN ? INFINITY : 0, v;
	enum dtype t = r->x->dtype;

	for (int64_t i = 0; i < r->per; i++, walk_next(r, &w)) {
		v = t == DT_FLOAT ? (double)((const float *)r->x->data)[w.off] : tensor_get_f64(r->x, w.off);
		switch (r->kind) {
		case RED_PROD: acc *= v; break;
		case RED_MAX: acc = v > acc || v != v ? v : acc; break;
		case RED_MIN: acc = v < acc || v != v ? v : acc; break;
		default: acc += v; break;
		}
		if (acc != acc)
			break;
	}
	if (r->kind == RED_MEAN)
		acc /= (double)r->per;
	if (t == DT_FLOAT)
		((float *)r->out->data)[o] = (float)acc;
	else if (t == DT_DOUBLE)
		((double *)r->out->data)[o] = acc;
	else
		((uint16_t *)r->out->data)[o] = t == DT_HALF ? half_of_float((float)acc) : bf16_of_float((float)acc);
}

static void complex_one(const struct red *r, int64_t o)
{
	struct walk w = { .off = offset(r->n_keep, r->keep, r->keep_stride, o) };
	double re = r->kind == RED_PROD, im = 0, x, y, t;
	bool f = r->x->dtype == DT_COMPLEX64;

	for (int64_t i = 0; i < r->per; i++, walk_next(r, &w)) {
		x = f ? (double)((const float *)r->x->data)[2 * w.off] : ((const double *)r->x->data)[2 * w.off];
		y = f ? (double)((const float *)r->x->data)[2 * w.off + 1] : ((const double *)r->x->data)[2 * w.off + 1];
		if (r->kind == RED_PROD)
			t = re * x - im * y, im = re * y + im * x, re = t;
		else
			re += x, im += y;
	}
	if (r->kind == RED_MEAN)
		re /= (double)r->per, im /= (double)r->per;
	if (f)
		((float *)r->out->data)[2 * o] = (float)re, ((float *)r->out->data)[2 * o + 1] = (float)im;
	else
		((double *)r->out->data)[2 * o] = re, ((double *)r->out->data)[2 * o + 1] = im;
}

static int64_t int_start(const struct red *r)
{
	int bits = (int)dtype_info(r->x->dtype)->size * 8;
	bool is_signed = dtype_info(r->x->dtype)->kind == DK_INT;

	if (r->kind == RED_PROD || r->kind == RED_ALL)
		return 1;
	if (r->kind == RED_MAX)
		return is_signed ? (int64_t)(~(uint64_t)0 << (bits - 1)) : 0;
	if (r->kind == RED_MIN)
		return is_signed ? (int64_t)(((uint64_t)1 << (bits - 1)) - 1) : (int64_t)(~(uint64_t)0 >> (64 - bits));
	return 0;
}

static void int_one(const struct red *r, int64_t o)
{
	struct walk w = { .off = offset(r->n_keep, r->keep, r->keep_stride, o) };
	uint64_t acc = (uint64_t)int_start(r);
	bool big = r->x->dtype == DT_UINT64;

	for (int64_t i = 0; i < r->per; i++, walk_next(r, &w)) {
		int64_t v = tensor_get_i64(r->x, w.off);
		bool more = big ? (uint64_t)v > acc : v > (int64_t)acc, less = big ? (uint64_t)v < acc : v < (int64_t)acc;

		switch (r->kind) {
		case RED_PROD: acc *= (uint64_t)v; break;
		case RED_MAX: acc = more ? (uint64_t)v : acc; break;
		case RED_MIN: acc = less ? (uint64_t)v : acc; break;
		case RED_ALL: acc = acc && v; break;
		case RED_ANY: acc = acc || v; break;
		default: acc += (uint64_t)v; break;
		}
	}
	if (r->kind == RED_MEAN && r->per)
		acc = big ? acc / (uint64_t)r->per : (uint64_t)((int64_t)acc / r->per);
	switch (r->size) {
	case 1: ((uint8_t *)r->out->data)[o] = (uint8_t)acc; break;
	case 2: ((uint16_t *)r->out->data)[o] = (uint16_t)acc; break;
	case 4: ((uint32_t *)r->out->data)[o] = (uint32_t)acc; break;
	default: ((uint64_t *)r->out->data)[o] = acc; break;
	}
}

static void tile(void *ctx, int64_t from, int64_t to)
{
	const struct red *r = ctx;
	enum dtype_kind kind = dtype_info(r->x->dtype)->kind;

	for (int64_t o = from; o < to; o++) {
		if (kind == DK_FLOAT)
			float_one(r, o);
		else if (kind == DK_COMPLEX)
			complex_one(r, o);
		else
			int_one(r, o);
	}
}

static const struct { const char *name; enum reduction kind; } kinds[] = {
	{ "Sum", RED_SUM }, { "Mean", RED_MEAN }, { "Prod", RED_PROD }, { "Max", RED_MAX }, { "Min", RED_MIN },
	{ "All", RED_ALL }, { "Any", RED_ANY },
};

static bool run_reduce(struct op_ctx *c)
{
	struct red *r = arena_alloc(c->scratch, sizeof(*r));
	int64_t dim[SHAPE_MAX_RANK];
	int rank = 0;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (!strcmp(kinds[i].name, c->row->name))
			r->kind = kinds[i].kind;
	if (!plan(c, r, &rank, dim))
		return false;
	r->x = c->in[0];
	r->size = dtype_info(r->x->dtype)->size;
	r->out = op_out(c, 0, r->x->dtype, rank, dim);
	if (r->out)
		tiles_run(r->out->n, 1 + TILE_ELEMS / (r->per + 1), tile, r);
	return r->out != NULL;
}

static bool run_arg(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	bool max = !strcmp(c->row->name, "ArgMax");
	int64_t axis, *dim = op_dims(c, x, 0), outer = 1, inner = 1, n;
	enum dtype t = DT_INT64;
	struct tensor *out;

	if (!op_int_scalar(c, 1, &axis))
		return false;
	if (!axis_norm(&axis, x->rank))
		return op_invalid(c, "Expected dimension in the range [%d, %d), but got %lld", -x->rank, x->rank,
				  (long long)axis);
	n = x->dim[axis];
	if (n == 0)
		return op_invalid(c, "Reduction axis %lld is empty in shape %s", (long long)axis, op_in_shape(c, 0));
	for (int d = 0; d < axis; d++)
		outer *= x->dim[d];
	for (int d = (int)axis + 1; d < x->rank; d++) {
		inner *= x->dim[d];
		dim[d - 1] = x->dim[d];
	}
	node_attr_type(c->node, "output_type", &t);
	out = op_out(c, 0, t, x->rank - 1, dim);
	for (int64_t o = 0; out && o < outer; o++) {
		for (int64_t i = 0; i < inner; i++) {
			int64_t best = 0;
			double b = tensor_get_f64(x, o * n * inner + i);

			for (int64_t k = 1; k < n; k++) {
				double v = tensor_get_f64(x, (o * n + k) * inner + i);

				if (max ? v > b : v < b)
					b = v, best = k;
			}
			if (t == DT_INT64)
				((int64_t *)out->data)[o * inner + i] = best;
			else if (t == DT_INT32)
				((int32_t *)out->data)[o * inner + i] = (int32_t)best;
			else
				((int16_t *)out->data)[o * inner + i] = (int16_t)best;
		}
	}
	return out != NULL;
}

#define REDUCE(n, m) { .name = n, .n_in = 2, .n_out = 1, .types = { { "T", m } }, .run = run_reduce }
static const struct op_row rows[] = {
	REDUCE("Sum", DM_NUMBER), REDUCE("Mean", DM_NUMBER), REDUCE("Prod", DM_NUMBER), REDUCE("Max", DM_REAL),
	REDUCE("Min", DM_REAL),
	{ .name = "All", .n_in = 2, .n_out = 1, .run = run_reduce },
	{ .name = "Any", .n_in = 2, .n_out = 1, .run = run_reduce },
	{ .name = "ArgMax", .n_in = 2, .n_out = 1, .types = { { "T", DM_REAL | DM(DT_BOOL) } }, .run = run_arg },
	{ .name = "ArgMin", .n_in = 2, .n_out = 1, .types = { { "T", DM_REAL | DM(DT_BOOL) } }, .run = run_arg },
};

OP_FAMILY(family_reduce, rows);
