/* Moving whole blocks: Transpose, Pack, Unpack, Concat, Split, Pad, Tile. */
#include <string.h>

#include "ops/kernel.h"

static bool run_transpose(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	bool seen[SHAPE_MAX_RANK] = { false };
	int64_t n, *dim, *stride, *own;
	const int64_t *perm;
	struct tensor *out;

	if (!op_int_vec(c, 1, &perm, &n))
		return false;
	if (n != x->rank)
		return op_invalid(c, "transpose expects a vector of size %d. But input(1) is a vector of size %lld", x->rank,
				  (long long)n);
	dim = op_dims(c, x, 0);
	stride = op_dims(c, x, 0);
	own = op_strides(c, x->rank, x->dim);
	for (int d = 0; d < x->rank; d++) {
		int64_t p = perm[d] < 0 ? perm[d] + x->rank : perm[d];

		if (p < 0 || p >= x->rank)
			return op_invalid(c, "%lld is out of range [0 .. %d)", (long long)perm[d], x->rank);
		if (seen[p])
			return op_invalid(c, "%lld is missing from {%s}.", (long long)p, op_in_shape(c, 1));
		seen[p] = true;
		dim[d] = x->dim[p];
		stride[d] = own[p];
	}
	out = op_out(c, 0, x->dtype, x->rank, dim);
	if (!out)
		return false;
	return move_run(c, &(struct move){ .dtype = x->dtype, .rank = x->rank, .dim = dim,
					   .dst_stride = op_strides(c, x->rank, dim), .src_stride = stride,
					   .dst = out->data, .src = x->data });
}

/* Copies a block [outer][inner] of rows between a tensor with `wide` elements a row and one with
 * `narrow`, at offset `at`. */
static bool rows_copy(struct op_ctx *c, enum dtype t, char *dst, int64_t dst_row, const char *src,
		      int64_t src_row, int64_t outer, int64_t n)
{
	size_t size = dtype_info(t)->size;

	for (int64_t r = 0; r < outer; r++)
		if (!el_copy(t, dst + (size_t)(r * dst_row) * size, src + (size_t)(r * src_row) * size, n, c->err))
			return false;
	return true;
}

static int64_t product(const int64_t *dim, int from, int to)
{
	int64_t n = 1;

	for (int d = from; d < to; d++)
		n *= dim[d];
	return n;
}

static bool concat(struct op_ctx *c, int first, int n_parts, int64_t axis)
{
	const struct tensor *a = c->in[first];
	int64_t *dim, total = 0, outer, at = 0;
	struct tensor *out;

	if (!axis_norm(&axis, a->rank))
		return op_invalid(c, "ConcatOp : Expected concatenating dimensions in the range [%d, %d), but got %lld",
				  -a->rank, a->rank, (long long)axis);
	for (int i = 0; i < n_parts; i++) {
		const struct tensor *t = c->in[first + i];

		if (t->rank != a->rank)
			return op_invalid(c, "ConcatOp : Ranks of all input tensors should match: shape[0] = %s vs. shape[%d] = %s",
					  op_in_shape(c, first), i, op_in_shape(c, first + i));
		for (int d = 0; d < a->rank; d++)
			if (d != axis && t->dim[d] != a->dim[d])
				return op_invalid(c, "ConcatOp : Dimension %d in both shapes must be equal: shape[0] = %s vs. "
						  "shape[%d] = %s", d, op_in_shape(c, first), i, op_in_shape(c, first + i));
		total += t->dim[axis];
	}
	dim = op_dims(c, a, 0);
	dim[axis] = total;
	out = op_out(c, 0, a->dtype, a->rank, dim);
	if (!out)
		return false;
	outer = product(dim, 0, (int)axis);
	for (int i = 0; i < n_parts; i++) {
		const struct tensor *t = c->in[first + i];
		int64_t row = product(t->dim, (int)axis, t->rank), wide = product(dim, (int)axis, a->rank);

		if (!rows_copy(c, a->dtype, (char *)out->data + (size_t)at * dtype_info(a->dtype)->size, wide, t->data,
			       row, outer, row))
			return false;
		at += row;
	}
	return true;
}

static bool run_concat_v2(struct op_ctx *c)
{
	int64_t axis;

	return op_int_scalar(c, c->n_in - 1, &axis) && concat(c, 0, c->n_in - 1, axis);
}

static bool run_concat(struct op_ctx *c)
{
	int64_t axis;

	return op_int_scalar(c, 0, &axis) && concat(c, 1, c->n_in - 1, axis);
}

static bool run_pack(struct op_ctx *c)
{
	const struct tensor *a = c->in[0];
	int64_t axis = 0, *dim = op_dims(c, a, 1), outer, inner;
	size_t size = dtype_info(a->dtype)->size;
	struct tensor *out;

	node_attr_int(c->node, "axis", &axis);
	if (!axis_norm(&axis, a->rank + 1) || a->rank == SHAPE_MAX_RANK)
		return op_invalid(c, "axis = %lld not in [%d, %d)", (long long)axis, -a->rank - 1, a->rank + 1);
	for (int d = a->rank; d > axis; d--)
		dim[d] = dim[d - 1];
	dim[axis] = c->n_in;
	for (int i = 1; i < c->n_in; i++)
		if (!shape_eq(tensor_shape(a), tensor_shape(c->in[i])))
			return op_invalid(c, "Shapes of all inputs must match: values[0].shape = %s != values[%d].shape = %s",
					  op_in_shape(c, 0), i, op_in_shape(c, i));
	out = op_out(c, 0, a->dtype, a->rank + 1, dim);
	outer = product(a->dim, 0, (int)axis);
	inner = product(a->dim, (int)axis, a->rank);
	for (int i = 0; out && i < c->n_in; i++)
		if (!rows_copy(c, a->dtype, (char *)out->data + (size_t)(i * inner) * size, inner * c->n_in, c->in[i]->data,
			       inner, outer, inner))
			return false;
	return out != NULL;
}

static bool run_unpack(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t axis = 0, *dim = op_dims(c, x, 0), outer, inner;
	size_t size = dtype_info(x->dtype)->size;

	node_attr_int(c->node, "axis", &axis);
	if (!axis_norm(&axis, x->rank))
		return op_invalid(c, "axis = %lld not in [%d, %d)", (long long)axis, -x->rank, x->rank);
	if (x->dim[axis] != c->n_out)
		return op_invalid(c, "Input shape axis %lld must equal %d, got shape %s", (long long)axis, c->n_out,
				  op_in_shape(c, 0));
	for (int d = (int)axis; d < x->rank - 1; d++)
		dim[d] = dim[d + 1];
	outer = product(x->dim, 0, (int)axis);
	inner = product(x->dim, (int)axis + 1, x->rank);
	for (int i = 0; i < c->n_out; i++) {
		struct tensor *out = op_out(c, i, x->dtype, x->rank - 1, dim);

		if (!out || !rows_copy(c, x->dtype, out->data, inner, (const char *)x->data + (size_t)(i * inner) * size,
				       inner * c->n_out, outer, inner))
			return false;
	}
	return true;
}

/* sizes: how much of the axis each output takes. */
static bool split(struct op_ctx *c, struct tensor *x, int64_t axis, const int64_t *sizes)
{
	int64_t *dim = op_dims(c, x, 0), outer = product(x->dim, 0, (int)axis), at = 0;
	int64_t inner = product(x->dim, (int)axis + 1, x->rank), row = inner * x->dim[axis];

	for (int i = 0; i < c->n_out; i++) {
		struct tensor *out;

		dim[axis] = sizes[i];
		out = op_out(c, i, x->dtype, x->rank, dim);
		if (!out || !rows_copy(c, x->dtype, out->data, sizes[i] * inner,
				       (const char *)x->data + (size_t)(at * inner) * dtype_info(x->dtype)->size, row, outer,
				       sizes[i] * inner))
			return false;
		at += sizes[i];
	}
	return true;
}

static bool run_split(struct op_ctx *c)
{
	struct tensor *x = c->in[1];
	int64_t axis, *sizes;

	if (!op_int_scalar(c, 0, &axis))
		return false;
	if (!axis_norm(&axis, x->rank))
		return op_invalid(c, "-input rank(-%d) <= split_dim < input rank (%d), but got %lld", x->rank, x->rank,
				  (long long)axis);
	if (!c->n_out || x->dim[axis] % c->n_out)
		return op_invalid(c, "Number of ways to split should evenly divide the split dimension, but got split_dim "
				  "%lld (size = %lld) and num_split %d", (long long)axis, (long long)x->dim[axis], c->n_out);
	sizes = arena_array(c->scratch, (size_t)c->n_out, sizeof(*sizes));
	for (int i = 0; i < c->n_out; i++)
		sizes[i] = x->dim[axis] / c->n_out;
	return split(c, x, axis, sizes);
}

static bool run_split_v(struct op_ctx *c)
{
	struct tensor *x = c->in[0];
	int64_t axis, n, *sizes, sum = 0, unknown = -1;
	const int64_t *want;

	if (!op_int_vec(c, 1, &want, &n) || !op_int_scalar(c, 2, &axis))
		return false;
	if (!axis_norm(&axis, x->rank) || n != c->n_out)
		return op_invalid(c, "split of %s along %lld into %lld sizes for %d outputs", op_in_shape(c, 0),
				  (long long)axis, (long long)n, c->n_out);
	sizes = arena_array(c->scratch, (size_t)n + 1, sizeof(*sizes));
	for (int64_t i = 0; i < n; i++) {
		sizes[i] = want[i];
		if (want[i] == -1 && unknown < 0)
			unknown = i;
		else if (want[i] < 0 || __builtin_add_overflow(sum, want[i], &sum))
			return op_invalid(c, "Split size at index %lld must be >= 0. Got: %lld", (long long)i,
					  (long long)want[i]);
	}
	if (unknown >= 0 && sum <= x->dim[axis])
		sizes[unknown] = x->dim[axis] - sum;
	else if (unknown >= 0 || sum != x->dim[axis])
		return op_invalid(c, "Determined shape must either match input shape along split_dim exactly if fully "
				  "specified, or be less than the size of the input along split_dim if not fully specified.  "
				  "Got: %lld", (long long)sum);
	return split(c, x, axis, sizes);
}

static bool run_pad(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *pads = c->in[1];
	size_t size = dtype_info(x->dtype)->size;
	int64_t *dim = op_dims(c, x, 0), *stride, start = 0;
	unsigned char zero[16] = { 0 };
	struct tensor *out;

	if (pads->rank != 2 || pads->dim[1] != 2 || pads->dim[0] != x->rank)
		return op_invalid(c, "The first dimension of paddings must be the rank of inputs%s %s",
				  op_in_shape(c, 1), op_in_shape(c, 0));
	if (c->n_in > 2 && c->in[2]->n != 1)
		return op_invalid(c, "constant_values must be a scalar. Found: %s", op_in_shape(c, 2));
	for (int d = 0; d < x->rank; d++) {
		int64_t before = tensor_get_i64(pads, 2 * d), after = tensor_get_i64(pads, 2 * d + 1);

		if (before < 0 || after < 0)
			return op_invalid(c, "Paddings must be non-negative: %lld %lld", (long long)before, (long long)after);
		if (__builtin_add_overflow(dim[d], before, &dim[d]) || __builtin_add_overflow(dim[d], after, &dim[d]))
			return op_invalid(c, "Paddings are too large");
	}
	out = op_out(c, 0, x->dtype, x->rank, dim);
	if (!out || !el_fill(x->dtype, out->data, c->n_in > 2 ? c->in[2]->data : zero, out->n, c->err))
		return out != NULL && !err_is(c->err);
	if (x->n == 0)
		return true;
	stride = op_strides(c, x->rank, dim);
	for (int d = 0; d < x->rank; d++)
		start += tensor_get_i64(pads, 2 * d) * stride[d];
	return move_run(c, &(struct move){ .dtype = x->dtype, .rank = x->rank, .dim = x->dim, .dst_stride = stride,
					   .src_stride = op_strides(c, x->rank, x->dim),
					   .dst = (char *)out->data + (size_t)start * size, .src = x->data });
}

static bool run_tile(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t n, *dim, *d2, *src, *own;
	const int64_t *times;
	struct tensor *out;

	if (!op_int_vec(c, 1, &times, &n))
		return false;
	if (n != x->rank)
		return op_invalid(c, "Expected multiples argument to be a vector of length %d but got length %lld", x->rank,
				  (long long)n);
	if (x->rank * 2 > SHAPE_MAX_RANK)
		return op_fail(c, ERR_UNIMPLEMENTED, "Tile of %d dimensions", x->rank);
	dim = op_dims(c, x, 0);
	d2 = arena_array(c->scratch, (size_t)x->rank * 2 + 1, sizeof(*d2));
	src = arena_array(c->scratch, (size_t)x->rank * 2 + 1, sizeof(*src));
	own = op_strides(c, x->rank, x->dim);
	for (int d = 0; d < x->rank; d++) {
		if (times[d] < 0)
			return op_invalid(c, "Expected multiples[%d] >= 0, but got %lld", d, (long long)times[d]);
		if (__builtin_mul_overflow(dim[d], times[d], &dim[d]))
			return op_invalid(c, "the tiled tensor is too large");
		d2[2 * d] = times[d];
		d2[2 * d + 1] = x->dim[d];
		src[2 * d + 1] = own[d];
	}
	out = op_out(c, 0, x->dtype, x->rank, dim);
	if (!out || out->n == 0)
		return out != NULL;
	return move_run(c, &(struct move){ .dtype = x->dtype, .rank = x->rank * 2, .dim = d2,
					   .dst_stride = op_strides(c, x->rank * 2, d2), .src_stride = src,
					   .dst = out->data, .src = x->data });
}

static const struct op_row rows[] = {
	{ .name = "Transpose", .n_in = 2, .n_out = 1, .types = { { "T", DM_ANY } }, .run = run_transpose },
	{ .name = "ConcatV2", .n_in = -1, .n_out = 1, .types = { { "T", DM_ANY } }, .run = run_concat_v2 },
	{ .name = "Concat", .n_in = -1, .n_out = 1, .types = { { "T", DM_ANY } }, .run = run_concat },
	{ .name = "Pack", .n_in = -1, .n_out = 1, .types = { { "T", DM_ANY } }, .run = run_pack },
	{ .name = "Unpack", .n_in = 1, .n_out = -1, .types = { { "T", DM_ANY } }, .run = run_unpack },
	{ .name = "Split", .n_in = 2, .n_out = -1, .types = { { "T", DM_ANY } }, .run = run_split },
	{ .name = "SplitV", .n_in = 3, .n_out = -1, .types = { { "T", DM_ANY } }, .run = run_split_v },
	{ .name = "Pad", .n_in = 2, .n_out = 1, .types = { { "T", DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING) } },
	  .run = run_pad },
	{ .name = "PadV2", .n_in = 3, .n_out = 1, .types = { { "T", DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING) } },
	  .run = run_pad },
	{ .name = "Tile", .n_in = 2, .n_out = 1, .types = { { "T", DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING) } },
	  .run = run_tile },
};

OP_FAMILY(family_array, rows);
