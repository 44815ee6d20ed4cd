/* Ops on shapes: Shape, Reshape, Squeeze, ExpandDims, Fill, Range, ZerosLike and their kin. */
#include <math.h>
#include <string.h>

#include "ops/kernel.h"
#include "ops/tensorlist.h"

static bool put_dims(struct op_ctx *c, int i, const int64_t *dim, int n, bool scalar)
{
	enum dtype t = DT_INT32;
	int64_t len[1] = { n };
	struct tensor *out;

	node_attr_type(c->node, "out_type", &t);
	out = op_out(c, i, t, scalar ? 0 : 1, len);
	for (int d = 0; out && d < n; d++) {
		if (t == DT_INT64)
			((int64_t *)out->data)[d] = dim[d];
		else if (dim[d] > INT32_MAX)
			return op_invalid(c, "Shape output type is 32-bit  but dim %d is %lld", d, (long long)dim[d]);
		else
			((int32_t *)out->data)[d] = (int32_t)dim[d];
	}
	return out != NULL;
}

static bool run_shape(struct op_ctx *c)
{
	return put_dims(c, 0, c->in[0]->dim, c->in[0]->rank, false);
}

static bool run_shape_n(struct op_ctx *c)
{
	for (int i = 0; i < c->n_in && i < c->n_out; i++)
		if (!put_dims(c, i, c->in[i]->dim, c->in[i]->rank, false))
			return false;
	return true;
}

static bool run_size(struct op_ctx *c)
{
	return put_dims(c, 0, &c->in[0]->n, 1, true);
}

static bool run_rank(struct op_ctx *c)
{
	struct tensor *out = op_out(c, 0, DT_INT32, 0, NULL);

	if (out)
		*(int32_t *)out->data = c->in[0]->rank;
	return out != NULL;
}

static bool run_reshape(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t n, *dim, known = 1, unknown = -1;
	const int64_t *want;

	if (c->in[1]->rank != 1)
		return op_invalid(c, "sizes input must be 1-D, not %s", op_in_shape(c, 1));
	if (!op_int_vec(c, 1, &want, &n))
		return false;
	if (n > SHAPE_MAX_RANK)
		return op_invalid(c, "a shape of %lld dimensions", (long long)n);
	dim = arena_array(c->scratch, (size_t)n + 1, sizeof(*dim));
	for (int64_t d = 0; d < n; d++) {
		dim[d] = want[d];
		if (want[d] == -1) {
			if (unknown >= 0)
				return op_invalid(c, "Only one input size may be -1, not both %lld and %lld",
						  (long long)unknown, (long long)d);
			unknown = d;
			continue;
		}
		if (want[d] < 0)
			return op_invalid(c, "Size %lld must be non-negative, not %lld", (long long)d,
					  (long long)want[d]);
		if (__builtin_mul_overflow(known, want[d], &known))
			return op_invalid(c, "the shape has too many elements");
	}
	if (unknown >= 0) {
		if (known == 0)
			return op_invalid(c, "reshape cannot infer the missing input size for an empty tensor unless all "
					  "specified input sizes are non-zero");
		dim[unknown] = x->n / known;
		known *= dim[unknown];
	}
	if (known != x->n && unknown >= 0)
		return op_invalid(c, "Input to reshape is a tensor with %lld values, but the requested shape requires a "
				  "multiple of %lld", (long long)x->n, (long long)(known / (dim[unknown] ? dim[unknown] : 1)));
	if (known != x->n)
		return op_invalid(c, "Input to reshape is a tensor with %lld values, but the requested shape has %lld",
				  (long long)x->n, (long long)known);
	return op_out_view(c, 0, 0, (int)n, dim);
}

static bool run_squeeze(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	const struct attr_value *items = NULL;
	bool drop[SHAPE_MAX_RANK] = { false };
	int64_t *dim = op_dims(c, x, 0);
	uint32_t n = 0;
	int rank = 0;

	node_attr_list(c->node, "squeeze_dims", &items, &n);
	for (uint32_t i = 0; i < n; i++) {
		int64_t a = items[i].i;

		if (!axis_norm(&a, x->rank))
			return op_invalid(c, "Tried to squeeze dim index %lld for tensor with %d dimensions.",
					  (long long)items[i].i, x->rank);
		drop[a] = true;
	}
	for (int d = 0; d < x->rank; d++) {
		bool out = n ? drop[d] : x->dim[d] == 1;

		if (out && x->dim[d] != 1)
			return op_invalid(c, "Can not squeeze dim[%d], expected a dimension of 1, got %lld", d,
					  (long long)x->dim[d]);
		if (!out)
			dim[rank++] = x->dim[d];
	}
	return op_out_view(c, 0, 0, rank, dim);
}

static bool run_expand_dims(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t axis, *dim = op_dims(c, x, 1);

	if (!op_int_scalar(c, 1, &axis))
		return false;
	if (!axis_norm(&axis, x->rank + 1) || x->rank == SHAPE_MAX_RANK)
		return op_invalid(c, "Tried to expand dim index %lld for tensor with %d dimensions.", (long long)axis,
				  x->rank);
	for (int d = x->rank; d > axis; d--)
		dim[d] = dim[d - 1];
	dim[axis] = 1;
	return op_out_view(c, 0, 0, x->rank + 1, dim);
}

static bool fill_all(struct tensor *out, const void *value, struct err *err)
{
	return el_fill(out->dtype, out->data, value, out->n, err);
}

static bool run_fill(struct op_ctx *c)
{
	const int64_t *dim;
	struct tensor *out;
	int64_t n;

	if (!op_int_vec(c, 0, &dim, &n))
		return false;
	if (c->in[1]->n != 1)
		return op_invalid(c, "value must be a scalar, got shape %s", op_in_shape(c, 1));
	for (int64_t d = 0; d < n; d++)
		if (dim[d] < 0)
			return op_invalid(c, "Dimension %lld must be >= 0", (long long)dim[d]);
	if (n > SHAPE_MAX_RANK)
		return op_invalid(c, "a shape of %lld dimensions", (long long)n);
	out = op_out(c, 0, c->in[1]->dtype, (int)n, dim);
	return out && fill_all(out, c->in[1]->data, c->err);
}

/* One, as an element of any numeric type. */
static bool set_one(enum dtype t, void *to)
{
	struct tensor *one = tensor_scalar_f64(t, 1, NULL);

	if (one)
		memcpy(to, one->data, dtype_info(t)->size);
	tensor_unref(one);
	return one != NULL;
}

static bool run_like(struct op_ctx *c)
{
	bool variant = c->in[0]->dtype == DT_VARIANT;
	struct tensor *out = variant ? NULL : op_out_like(c, 0, c->in[0]);
	unsigned char one[16];

	if (variant)
		return variant_zeros_like(c);
	if (!out)
		return false;
	if (!strcmp(c->row->name, "ZerosLike")) {
		memset(out->data, 0, out->bytes);
		return true;
	}
	return set_one(out->dtype, one) && fill_all(out, one, c->err);
}

static bool run_range(struct op_ctx *c)
{
	enum dtype t = c->in[0]->dtype;
	bool real = dtype_info(t)->kind == DK_FLOAT;
	double a, b, d;
	struct tensor *out;
	int64_t n;

	for (int i = 0; i < 3; i++)
		if (c->in[i]->n != 1)
			return op_invalid(c, "%s must be a scalar, not shape %s", i == 0 ? "start" : i == 1 ? "limit" : "delta",
					  op_in_shape(c, i));
	a = tensor_get_f64(c->in[0], 0), b = tensor_get_f64(c->in[1], 0), d = tensor_get_f64(c->in[2], 0);
	if (d == 0)
		return op_invalid(c, "Requires delta != 0: 0");
	if (d > 0 ? a > b : a < b)
		return op_invalid(c, "Requires start %s limit when delta %s 0: %g/%g", d > 0 ? "<=" : ">=",
				  d > 0 ? ">" : "<", a, b);
	n = real ? (int64_t)fmin(ceil(fabs((b - a) / d)), 0x1p53) :
		(tensor_get_i64(c->in[1], 0) - tensor_get_i64(c->in[0], 0) + tensor_get_i64(c->in[2], 0) - (d > 0 ? 1 : -1)) /
		tensor_get_i64(c->in[2], 0);
	n = n < 0 ? 0 : n;
	out = op_out(c, 0, t, 1, &n);
	for (int64_t i = 0; out && i < n; i++) {
		if (t == DT_FLOAT)
			((float *)out->data)[i] = (float)a + (float)i * (float)d;
		else if (t == DT_DOUBLE)
			((double *)out->data)[i] = a + (double)i * d;
		else if (t == DT_INT64)
			((int64_t *)out->data)[i] = tensor_get_i64(c->in[0], 0) + i * tensor_get_i64(c->in[2], 0);
		else
			((int32_t *)out->data)[i] = (int32_t)(tensor_get_i64(c->in[0], 0) + i * tensor_get_i64(c->in[2], 0));
	}
	return out != NULL;
}

static bool run_broadcast_to(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct move m = { .dtype = x->dtype, .src = x->data };
	int64_t n, *stride, *own;
	const int64_t *dim;
	struct tensor *out;

	if (!op_int_vec(c, 1, &dim, &n))
		return false;
	if (n > SHAPE_MAX_RANK || x->rank > n)
		return op_invalid(c, "Rank of input (%d) must be no greater than rank of output shape (%lld).", x->rank,
				  (long long)n);
	own = op_strides(c, x->rank, x->dim);
	stride = arena_array(c->scratch, (size_t)n + 1, sizeof(*stride));
	for (int64_t d = 0; d < n; d++) {
		int64_t k = d - (n - x->rank);

		if (k >= 0 && x->dim[k] != 1 && x->dim[k] != dim[d])
			return op_invalid(c, "Incompatible shapes: %s vs. %s", op_in_shape(c, 0),
					  op_shape(c, (int)n, dim));
		stride[d] = k < 0 || x->dim[k] == 1 ? 0 : own[k];
	}
	out = op_out(c, 0, x->dtype, (int)n, dim);
	if (!out)
		return false;
	m.rank = (int)n;
	m.dim = dim;
	m.dst_stride = op_strides(c, (int)n, dim);
	m.src_stride = stride;
	m.dst = out->data;
	return move_run(c, &m);
}

static const struct op_row rows[] = {
	{ .name = "Shape", .n_in = 1, .n_out = 1, .run = run_shape },
	{ .name = "ShapeN", .n_in = -1, .n_out = -1, .run = run_shape_n },
	{ .name = "Size", .n_in = 1, .n_out = 1, .run = run_size },
	{ .name = "Rank", .n_in = 1, .n_out = 1, .run = run_rank },
	{ .name = "Reshape", .n_in = 2, .n_out = 1, .flags = OP_VIEW, .run = run_reshape },
	{ .name = "Squeeze", .n_in = 1, .n_out = 1, .flags = OP_VIEW, .run = run_squeeze },
	{ .name = "ExpandDims", .n_in = 2, .n_out = 1, .flags = OP_VIEW, .run = run_expand_dims },
	{ .name = "Fill", .n_in = 2, .n_out = 1, .types = { { "T", DM_ANY } }, .run = run_fill },
	{ .name = "ZerosLike", .n_in = 1, .n_out = 1, .types = { { "T", DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING) | DM(DT_VARIANT) } },
	  .run = run_like },
	{ .name = "OnesLike", .n_in = 1, .n_out = 1, .types = { { "T", DM_NUMBER | DM(DT_BOOL) } }, .run = run_like },
	{ .name = "Range", .n_in = 3, .n_out = 1,
	  .types = { { "Tidx", DM(DT_FLOAT) | DM(DT_DOUBLE) | DM_INDEX } }, .run = run_range },
	{ .name = "BroadcastTo", .n_in = 2, .n_out = 1, .types = { { "T", DM_ANY } }, .run = run_broadcast_to },
};

OP_FAMILY(family_shape, rows);
