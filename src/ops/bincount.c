/* Counting and placing: Bincount, DenseBincount, HistogramFixedWidth, LowerBound, UpperBound, Bucketize. */
#include <math.h>
#include <string.h>

#include "ops/array.h"
#include "ops/elop.h"

/* ---- Bincount ---- */

static bool bin_size(struct op_ctx *c, int64_t *size)
{
	if (c->in[1]->rank != 0)
		return op_invalid(c, "Shape must be rank 0 but is rank %d", c->in[1]->rank);
	*size = tensor_get_i64(c->in[1], 0);
	return *size >= 0 || op_invalid(c, "size (%lld) must be non-negative", (long long)*size);
}

/* Rows of n values into rows of `size` bins. */
static bool bins(struct op_ctx *c, int64_t rows, int64_t n, int64_t size, bool binary)
{
	const struct tensor *w = c->in[2];
	const int64_t *v = op_ints(c, 0);
	el_fn add = el_op(EL_ADD, w->dtype);
	struct tensor *out = c->out[0], *one = tensor_scalar_f64(w->dtype, 1, c->err);

	if (!one)
		return false;
	op_hold(c, one);
	memset(out->data, 0, out->bytes);
	for (int64_t i = 0; v && i < rows * n; i++) {
		void *bin;

		if (v[i] < 0)
			return op_invalid(c, "Input arr must be non-negative!");
		if (v[i] >= size)
			continue;
		bin = el_at(w->dtype, out->data, i / n * size + v[i]);
		if (binary)
			memcpy(bin, one->data, dtype_info(w->dtype)->size);
		else
			add(bin, w->n ? el_at(w->dtype, w->data, i) : one->data, 1);
	}
	return v != NULL;
}

static bool run_bincount(struct op_ctx *c)
{
	int64_t size;

	if (!bin_size(c, &size))
		return false;
	if (c->in[2]->n && c->in[2]->n != c->in[0]->n)
		return op_invalid(c, "Input indices and weights must have the same size.");
	return op_out(c, 0, c->in[2]->dtype, 1, &size) && bins(c, 1, c->in[0]->n, size, false);
}

static bool run_dense_bincount(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *w = c->in[2];
	bool binary = false;
	int64_t dim[2], size;

	if (x->rank > 2)
		return op_invalid(c, "Shape must be at most rank 2 but is rank %d", x->rank);
	if (!bin_size(c, &size))
		return false;
	if (w->n && !shape_eq(tensor_shape(w), tensor_shape(x)))
		return op_invalid(
			c,
			"`weights` must be the same shape as `arr` or a length-0 `Tensor`, in which case it acts as "
			"all weights equal to 1. Received %s",
			op_in_shape(c, 2));
	node_attr_bool(c->node, "binary_output", &binary);
	dim[0] = x->rank == 2 ? x->dim[0] : size;
	dim[1] = size;
	return op_out(c, 0, w->dtype, x->rank == 2 ? 2 : 1, dim) &&
	       bins(c, x->rank == 2 ? x->dim[0] : 1, x->rank == 2 ? x->dim[1] : x->n, size, binary);
}

/* ---- HistogramFixedWidth ---- */

/* max(v, low) - low, as the type computes it. */
static double above(const struct tensor *x, int64_t i, const struct tensor *range)
{
	double v = tensor_get_f64(x, i), low = tensor_get_f64(range, 0), d = v < low ? 0 : v - low;
	uint64_t u;

	switch (x->dtype) {
	case DT_DOUBLE: return d;
	case DT_FLOAT: return (double)(float)d;
	case DT_HALF: return (double)half_to_float(half_of_float((float)d));
	case DT_BFLOAT16: return (double)bf16_to_float(bf16_of_float((float)d));
	default: break;
	}
	if (d == 0)
		return 0;
	u = (uint64_t)tensor_get_i64(x, i) - (uint64_t)tensor_get_i64(range, 0);
	return x->dtype == DT_INT32    ? (double)(int32_t)(uint32_t)u
	       : x->dtype == DT_UINT64 ? (double)u
				       : (double)(int64_t)u;
}

static bool histogram_inputs(struct op_ctx *c)
{
	const struct tensor *range = c->in[1];

	if (range->rank != 1)
		return op_invalid(c, "value_range should be a vector.");
	if (range->n != 2)
		return op_invalid(c, "value_range should be a vector of 2 elements.");
	if (c->in[2]->rank != 0)
		return op_invalid(c, "nbins should be a scalar.");
	if (!(tensor_get_f64(range, 0) < tensor_get_f64(range, 1)))
		return op_invalid(c, "value_range should satisfy value_range[0] < value_range[1], but got '[%g, %g]'",
				  tensor_get_f64(range, 0), tensor_get_f64(range, 1));
	if (tensor_get_i64(c->in[2], 0) <= 0)
		return op_invalid(c, "nbins should be a positive number, but got '%lld'",
				  (long long)tensor_get_i64(c->in[2], 0));
	return true;
}

static bool run_histogram(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *range = c->in[1];
	enum dtype t = DT_INT32;
	struct tensor *out;
	double step;
	int64_t n;

	if (!histogram_inputs(c))
		return false;
	n = tensor_get_i64(c->in[2], 0);
	step = tensor_get_f64(range, 1) - tensor_get_f64(range, 0);
	step = (range->dtype == DT_FLOAT ? (double)(float)step : step) / (double)n;
	node_attr_type(c->node, "dtype", &t);
	c->out[0] = out = tensor_zeros(t, 1, &n, c->err);
	for (int64_t i = 0; out && i < x->n; i++) {
		double v = above(x, i, range) / step;
		int64_t bin = v >= (double)(n - 1) ? n - 1 : v > 0 ? (int64_t)v : 0;

		if (isnan(tensor_get_f64(x, i)))
			return op_invalid(c, "Histogram values must not contain NaN");
		if (t == DT_INT64)
			((int64_t *)out->data)[bin]++;
		else
			((uint32_t *)out->data)[bin]++;
	}
	return out != NULL;
}

/* ---- bounds ---- */

static bool less(const struct tensor *a, int64_t i, const struct tensor *b, int64_t j)
{
	if (dtype_info(a->dtype)->kind == DK_FLOAT)
		return tensor_get_f64(a, i) < tensor_get_f64(b, j);
	if (a->dtype == DT_UINT64)
		return (uint64_t)tensor_get_i64(a, i) < (uint64_t)tensor_get_i64(b, j);
	return tensor_get_i64(a, i) < tensor_get_i64(b, j);
}

static int64_t bound(const struct tensor *s, int64_t row, const struct tensor *v, int64_t i, bool upper)
{
	int64_t lo = 0, hi = s->dim[1];

	while (lo < hi) {
		int64_t mid = lo + (hi - lo) / 2, at = row * s->dim[1] + mid;

		if (upper ? !less(v, i, s, at) : less(s, at, v, i))
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static bool run_bound(struct op_ctx *c)
{
	const struct tensor *s = c->in[0], *v = c->in[1];
	bool upper = !strcmp(c->row->name, "UpperBound");
	enum dtype t = DT_INT32;
	struct tensor *out;

	if (s->rank != 2)
		return op_invalid(c, "Shape must be rank 2 but is rank %d for `sorted_inputs` argument", s->rank);
	if (v->rank != 2)
		return op_invalid(c, "Shape must be rank 2 but is rank %d for `values` argument", v->rank);
	if (s->dim[0] != v->dim[0])
		return op_invalid(c, "Leading dim_size of both tensors must match.");
	node_attr_type(c->node, "out_type", &t);
	out = op_out(c, 0, t, 2, v->dim);
	for (int64_t i = 0; out && i < v->n; i++) {
		int64_t at = bound(s, i / v->dim[1], v, i, upper);

		if (t == DT_INT64)
			((int64_t *)out->data)[i] = at;
		else
			((int32_t *)out->data)[i] = (int32_t)at;
	}
	return out != NULL;
}

/* Integers are compared as the floats that they are nearest to, as TensorFlow does. */
static bool run_bucketize(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	const struct attr_value *b;
	struct tensor *out;
	uint32_t n;

	if (!node_attr_list(c->node, "boundaries", &b, &n))
		return attr_missing(c->node, "boundaries", c->err);
	for (uint32_t k = 1; k < n; k++)
		if (b[k].f < b[k - 1].f)
			return op_invalid(c, "Expected sorted boundaries");
	out = op_out(c, 0, DT_INT32, x->rank, x->dim);
	for (int64_t i = 0; out && i < x->n; i++) {
		double v = tensor_get_f64(x, i);
		uint32_t lo = 0, hi = n;

		if (x->dtype != DT_DOUBLE)
			v = (double)(float)v;
		while (lo < hi) {
			uint32_t mid = lo + (hi - lo) / 2;

			if (v < (double)b[mid].f)
				hi = mid;
			else
				lo = mid + 1;
		}
		((int32_t *)out->data)[i] = (int32_t)lo;
	}
	return out != NULL;
}

static const struct op_row rows[] = {
	{ .name = "Bincount", .n_in = 3, .n_out = 1, .types = { { "T", DM_NUMBER } }, .run = run_bincount },
	{ .name = "DenseBincount", .n_in = 3, .n_out = 1, .types = { { "T", DM_NUMBER }, { "Tidx", DM_INDEX } },
	  .run = run_dense_bincount },
	{ .name = "HistogramFixedWidth", .n_in = 3, .n_out = 1, .types = { { "T", DM_REAL }, { "dtype", DM_INDEX } },
	  .run = run_histogram },
	{ .name = "LowerBound", .n_in = 2, .n_out = 1, .types = { { "T", DM_REAL }, { "out_type", DM_INDEX } },
	  .run = run_bound },
	{ .name = "UpperBound", .n_in = 2, .n_out = 1, .types = { { "T", DM_REAL }, { "out_type", DM_INDEX } },
	  .run = run_bound },
	{ .name = "Bucketize", .n_in = 1, .n_out = 1, .run = run_bucketize,
	  .types = { { "T", DM_INDEX | DM(DT_FLOAT) | DM(DT_DOUBLE) } } },
};

OP_FAMILY(family_bincount, rows);
