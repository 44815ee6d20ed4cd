/* Transpose, Concat, Pack, Unpack, Split: whole blocks moved. */
#include "ops/array.h"

#include <string.h>

/* ---- Transpose ---- */

/* Where output dim d comes from. */
static bool permutation(struct op_ctx *c, int64_t *from)
{
	const struct tensor *x = c->in[0];
	bool seen[SHAPE_MAX_RANK] = { false };
	const int64_t *perm;

	if (c->in[1]->rank != 1)
		return op_invalid(c, "perm must be rank 1, got shape %s", op_in_shape(c, 1));
	if (c->in[1]->n != x->rank)
		return op_invalid(c, "transpose expects a vector of size %d. But input(1) is a vector of size %lld",
				  x->rank, (long long)c->in[1]->n);
	perm = op_ints(c, 1);
	if (!perm)
		return false;
	for (int d = 0; d < x->rank; d++) {
		from[d] = perm[d] < 0 && perm[d] >= -2 * (int64_t)SHAPE_MAX_RANK ? perm[d] + x->rank : perm[d];
		if (from[d] < 0 || from[d] >= x->rank)
			return op_invalid(c, "%lld is out of range [0 .. %d)", (long long)from[d], x->rank);
		seen[from[d]] = true;
	}
	for (int d = 0; d < x->rank; d++)
		if (!seen[d])
			return op_invalid(c, "%d is missing from {%s}.", d, op_list(c, perm, x->rank, ","));
	return true;
}

/* Is no dim of more than one element moved past another? Then the bytes stay as they are. */
static bool stays(const struct tensor *x, const int64_t *from)
{
	int64_t last = -1;

	for (int d = 0; d < x->rank; d++) {
		if (x->dim[from[d]] == 1)
			continue;
		if (from[d] < last)
			return false;
		last = from[d];
	}
	return true;
}

static bool run_transpose(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t *dim = op_dims(c, x, 0), *stride = op_dims(c, x, 0), *own, from[SHAPE_MAX_RANK];
	struct tensor *out;

	if (!permutation(c, from))
		return false;
	own = op_strides(c, x->rank, x->dim);
	for (int d = 0; d < x->rank; d++) {
		dim[d] = x->dim[from[d]];
		stride[d] = own[from[d]];
	}
	if (stays(x, from))
		return op_out_view(c, 0, 0, x->rank, dim);
	out = op_out(c, 0, x->dtype, x->rank, dim);
	return out && move_run(c, &(struct move){ .dtype = x->dtype, .rank = x->rank, .dim = dim,
						  .dst_stride = op_strides(c, x->rank, dim), .src_stride = stride,
						  .dst = out->data, .src = x->data });
}

static bool run_conjugate_transpose(struct op_ctx *c)
{
	struct tensor *out;

	if (!run_transpose(c))
		return false;
	if (dtype_info(c->in[0]->dtype)->kind != DK_COMPLEX)
		return true;
	out = tensor_copy(c->out[0], c->err);
	tensor_unref(c->out[0]);
	c->out[0] = out;
	for (int64_t i = 0; out && i < out->n; i++)
		if (out->dtype == DT_COMPLEX64)
			((float *)out->data)[2 * i + 1] = -((float *)out->data)[2 * i + 1];
		else
			((double *)out->data)[2 * i + 1] = -((double *)out->data)[2 * i + 1];
	return out != NULL;
}

/* ---- Concat ---- */

static bool concat_fits(struct op_ctx *c, int first, int n_parts, int64_t axis, int64_t *total)
{
	const struct tensor *a = c->in[first];

	for (int i = 0; i < n_parts; i++) {
		const struct tensor *t = c->in[first + i];

		if (t->rank == 0)
			return op_invalid(c, "ConcatOp : Can't concatenate scalars (use tf.stack instead)");
		if (t->rank != a->rank)
			return op_invalid(c, "ConcatOp : Ranks of all input tensors should match: shape[0] = %s vs. "
					  "shape[%d] = %s", op_in_shape(c, first), i, op_in_shape(c, first + i));
		for (int d = 0; d < a->rank; d++)
			if (d != axis && t->dim[d] != a->dim[d])
				return op_invalid(c, "ConcatOp : Dimension %d in both shapes must be equal: "
						  "shape[0] = %s vs. shape[%d] = %s", d,
						  op_in_shape(c, first), i, op_in_shape(c, first + i));
		if (__builtin_add_overflow(*total, t->dim[axis], total))
			return op_invalid(c, "ConcatOp : the result is too large");
	}
	return true;
}

static bool concat(struct op_ctx *c, int first, int n_parts, int axis_in, const char *axis_name)
{
	int64_t *dim, total = 0, outer, wide, at = 0, given, axis;
	const struct tensor *a;
	struct tensor *out;

	if (n_parts < 1)
		return op_invalid(c, "ConcatOp : no tensors to concatenate");
	a = c->in[first];
	if (c->in[axis_in]->n != 1)
		return op_invalid(c, "%s tensor should be a scalar integer, but got shape %s", axis_name,
				  op_in_shape(c, axis_in));
	given = axis = tensor_get_i64(c->in[axis_in], 0);
	if (!axis_norm(&axis, a->rank) && given != 0)
		return op_invalid(c, "ConcatOp : Expected concatenating dimensions in the range [%d, %d), but got %lld",
				  -a->rank, a->rank, (long long)given);
	if (!concat_fits(c, first, n_parts, axis, &total))
		return false;
	dim = op_dims(c, a, 0);
	dim[axis] = total;
	out = op_out(c, 0, a->dtype, a->rank, dim);
	if (!out)
		return false;
	outer = dims_mul(dim, 0, (int)axis);
	wide = dims_mul(dim, (int)axis, a->rank);
	for (int i = 0; i < n_parts && out->n; i++) {
		const struct tensor *t = c->in[first + i];
		int64_t row = dims_mul(t->dim, (int)axis, t->rank);

		if (!rows_copy(c, a->dtype, (struct side){ out->data, at, wide }, (struct side){ t->data, 0, row },
			       outer, row))
			return false;
		at += row;
	}
	return true;
}

static bool run_concat_v2(struct op_ctx *c)
{
	return concat(c, 0, c->n_in - 1, c->n_in - 1, "axis");
}

static bool run_concat(struct op_ctx *c)
{
	return concat(c, 1, c->n_in - 1, 0, "concat_dim");
}

static bool offset_fits(struct op_ctx *c, int i, int64_t axis, const int64_t *v, const int64_t *first)
{
	int64_t n = c->in[1]->n;

	if (c->in[i]->n != n)
		return op_invalid(c, "input %d should contain %lld elements, but got %lld", i - 1, (long long)n,
				  (long long)c->in[i]->n);
	for (int64_t d = 0; d < n; d++)
		if (d != axis && v[d] != first[d])
			return op_invalid(c, "All dimensions except %lld must match. Input %d has shape [%s] and "
					  "doesn't match input 0 with shape [%s].", (long long)axis, i - 1,
					  op_list(c, v, n, " "), op_list(c, first, n, " "));
	return true;
}

static bool run_concat_offset(struct op_ctx *c)
{
	int64_t axis, given;
	uint64_t at = 0;
	const int64_t *first, *v;

	if (c->in[0]->rank != 0)
		return op_invalid(c, "Concat dim tensor should be a scalar integer, but got shape %s",
				  op_in_shape(c, 0));
	for (int i = 1; i < c->n_in; i++)
		if (c->in[i]->rank != 1)
			return op_invalid(c, "input %d should be a vector, but got shape %s", i, op_in_shape(c, i));
	given = axis = tensor_get_i64(c->in[0], 0);
	if (c->n_in < 2 || c->in[1]->n > INT32_MAX || !axis_norm(&axis, (int)c->in[1]->n))
		return op_invalid(c, "Concat dim is out of range: %lld vs. %lld", (long long)given,
				  c->n_in < 2 ? 0LL : (long long)c->in[1]->n);
	first = op_ints(c, 1);
	for (int i = 1; i < c->n_in && i <= c->n_out; i++) {
		struct tensor *out;

		v = first ? op_ints(c, i) : NULL;
		if (!v || !offset_fits(c, i, axis, v, first))
			return false;
		out = op_out_like(c, i - 1, c->in[i]);
		if (!out)
			return false;
		memset(out->data, 0, out->bytes);
		if (out->dtype == DT_INT64)
			((uint64_t *)out->data)[axis] = at;
		else
			((uint32_t *)out->data)[axis] = (uint32_t)at;
		at += (uint64_t)v[axis];
	}
	return true;
}

/* ---- Pack and Unpack ---- */

static bool run_pack(struct op_ctx *c)
{
	const struct tensor *a;
	int64_t axis = 0, given, *dim, outer, inner;
	struct tensor *out;

	if (c->n_in < 1)
		return op_invalid(c, "Pack of no tensors");
	a = c->in[0];
	dim = op_dims(c, a, 1);
	node_attr_int(c->node, "axis", &axis);
	given = axis;
	if (!axis_norm(&axis, a->rank + 1))
		return op_invalid(c, "axis = %lld not in [%d, %d)", (long long)given, -a->rank - 1, a->rank + 1);
	for (int d = a->rank; d > axis; d--)
		dim[d] = dim[d - 1];
	dim[axis] = c->n_in;
	for (int i = 1; i < c->n_in; i++)
		if (!shape_eq(tensor_shape(a), tensor_shape(c->in[i])))
			return op_invalid(
				c, "Shapes of all inputs must match: values[0].shape = %s != values[%d].shape = %s",
				op_in_shape(c, 0), i, op_in_shape(c, i));
	if (c->n_in == 1)
		return op_out_view(c, 0, 0, a->rank + 1, dim);
	out = op_out(c, 0, a->dtype, a->rank + 1, dim);
	outer = dims_mul(a->dim, 0, (int)axis);
	inner = dims_mul(a->dim, (int)axis, a->rank);
	for (int i = 0; out && out->n && i < c->n_in; i++)
		if (!rows_copy(c, a->dtype, (struct side){ out->data, i * inner, inner * c->n_in },
			       (struct side){ c->in[i]->data, 0, inner }, outer, inner))
			return false;
	return out != NULL;
}

static bool run_unpack(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t axis = 0, given, *dim = op_dims(c, x, 0), outer, inner;

	node_attr_int(c->node, "axis", &axis);
	given = axis;
	if (!axis_norm(&axis, x->rank))
		return op_invalid(c, "axis = %lld not in [%d, %d)", (long long)given, -x->rank, x->rank);
	if (x->dim[axis] != c->n_out)
		return op_invalid(c, "Input shape axis %lld must equal %d, got shape %s", (long long)axis, c->n_out,
				  op_in_shape(c, 0));
	for (int d = (int)axis; d < x->rank - 1; d++)
		dim[d] = dim[d + 1];
	outer = dims_mul(x->dim, 0, (int)axis);
	inner = dims_mul(x->dim, (int)axis + 1, x->rank);
	for (int i = 0; i < c->n_out; i++) {
		struct tensor *out = op_out(c, i, x->dtype, x->rank - 1, dim);

		if (!out || (out->n && !rows_copy(c, x->dtype, (struct side){ out->data, 0, inner },
						  (struct side){ x->data, i * inner, inner * c->n_out },
						  outer, inner)))
			return false;
	}
	return true;
}

/* ---- Split ---- */

/* sizes: how much of the axis each output takes. */
static bool split(struct op_ctx *c, int in, int64_t axis, const int64_t *sizes)
{
	struct tensor *x = c->in[in];
	int64_t *dim = op_dims(c, x, 0), outer = dims_mul(x->dim, 0, (int)axis), at = 0;
	int64_t inner = dims_mul(x->dim, (int)axis + 1, x->rank);

	if (c->n_out == 1)
		return op_out_ref(c, 0, x);
	for (int i = 0; i < c->n_out; i++) {
		struct tensor *out;

		dim[axis] = sizes[i];
		out = op_out(c, i, x->dtype, x->rank, dim);
		if (!out || (out->n && !rows_copy(c, x->dtype, (struct side){ out->data, 0, sizes[i] * inner },
						  (struct side){ x->data, at * inner, inner * x->dim[axis] },
						  outer, sizes[i] * inner)))
			return false;
		at += sizes[i];
	}
	return true;
}

static bool split_axis(struct op_ctx *c, int in, int64_t *axis)
{
	int rank = c->in[in]->rank;
	int64_t given = *axis;

	return axis_norm(axis, rank) ||
	       op_invalid(c, "-input rank(-%d) <= split_dim < input rank (%d), but got %lld", rank, rank,
			  (long long)given);
}

static bool run_split(struct op_ctx *c)
{
	struct tensor *x = c->in[1];
	int64_t axis, *sizes;

	if (c->in[0]->rank != 0)
		return op_invalid(c, "split_dim must be a scalar but has rank %d", c->in[0]->rank);
	axis = tensor_get_i64(c->in[0], 0);
	if (!split_axis(c, 1, &axis))
		return false;
	if (!c->n_out || x->dim[axis] % c->n_out)
		return op_invalid(c,
				  "Number of ways to split should evenly divide the split dimension, but got split_dim "
				  "%lld (size = %lld) and num_split %d",
				  (long long)axis, (long long)x->dim[axis], c->n_out);
	sizes = arena_array(c->scratch, (size_t)c->n_out, sizeof(*sizes));
	for (int i = 0; i < c->n_out; i++)
		sizes[i] = x->dim[axis] / c->n_out;
	return split(c, 1, axis, sizes);
}

/* Copies what is wanted, with what -1 stands for. */
static bool split_sizes(struct op_ctx *c, const int64_t *want, int64_t extent, int64_t *sizes)
{
	int64_t sum = 0, unknown = -1;

	for (int i = 0; i < c->n_out; i++) {
		sizes[i] = want[i];
		if (want[i] == -1 && unknown >= 0)
			return op_invalid(c, "There can only be one -1 in the input.");
		if (want[i] == -1)
			unknown = i;
		else
			sum = (int64_t)((uint64_t)sum + (uint64_t)want[i]);
	}
	if (unknown < 0 ? sum != extent : sum > extent)
		return op_invalid(c, "Determined shape must either match input shape along split_dim exactly if fully "
				  "specified, or be less than the size of the input along split_dim if not fully "
				  "specified.  Got: %lld", (long long)sum);
	if (unknown >= 0)
		sizes[unknown] = (int64_t)((uint64_t)extent - (uint64_t)sum);
	sum = 0;
	for (int i = 0; i < c->n_out; i++) {
		if (sizes[i] < 0)
			return op_invalid(c, "Split size at index %d must be >= 0. Got: %lld", i, (long long)sizes[i]);
		if (__builtin_add_overflow(sum, sizes[i], &sum) || sum > extent)
			return op_invalid(c, "the sizes of the split are too large");
	}
	return true;
}

static bool run_split_v(struct op_ctx *c)
{
	struct tensor *x = c->in[0];
	int64_t axis, *sizes;
	const int64_t *want;

	if (c->in[2]->n != 1)
		return op_invalid(c, "split_dim_tensor must have exactly one element.");
	if (c->in[1]->rank != 1 || c->in[1]->n != c->n_out)
		return op_invalid(
			c,
			"size of the split_tensor must be 1-D and have the same elements as outputs got %d -D "
			"and %lld elements",
			c->in[1]->rank, (long long)c->in[1]->n);
	want = op_ints(c, 1);
	axis = tensor_get_i64(c->in[2], 0);
	if (!want || !split_axis(c, 0, &axis))
		return false;
	if (c->n_out == 1 && want[0] != x->dim[axis])
		return op_invalid(
			c,
			"If there is only one output, it must have the same size as the input. Input size: %lld "
			"output size: %lld",
			(long long)x->dim[axis], (long long)want[0]);
	sizes = arena_array(c->scratch, (size_t)c->n_out + 1, sizeof(*sizes));
	return split_sizes(c, want, x->dim[axis], sizes) && split(c, 0, axis, sizes);
}

#define DM_MOVED (DM_PLAIN | DM_OBJECT | DM_FP8)
#define DM_CONCAT (DM_PLAIN | DM_FP8 | DM_QUANT | DM_QUANT16)
#define DM_SPLIT (DM_MOVED | DM_INT4 | DM(DT_QUINT8))

static const struct op_row rows[] = {
	{ .name = "Transpose", .n_in = 2, .n_out = 1, .types = { { "T", DM_MOVED }, { "Tperm", DM_INDEX } },
	  .flags = OP_VIEW, .run = run_transpose },
	{ .name = "ConjugateTranspose", .n_in = 2, .n_out = 1,
	  .types = { { "T", DM_MOVED }, { "Tperm", DM_INDEX } }, .flags = OP_VIEW, .run = run_conjugate_transpose },
	{ .name = "ConcatV2", .n_in = -1, .n_out = 1, .types = { { "T", DM_CONCAT }, { "Tidx", DM_INDEX } },
	  .run = run_concat_v2 },
	{ .name = "Concat", .n_in = -1, .n_out = 1, .types = { { "T", DM_CONCAT } }, .run = run_concat },
	{ .name = "ConcatOffset", .n_in = -1, .n_out = -1, .run = run_concat_offset },
	{ .name = "Pack", .n_in = -1, .n_out = 1, .types = { { "T", DM_MOVED | DM_QUANT | DM_QUANT16 } },
	  .flags = OP_VIEW, .run = run_pack },
	{ .name = "Unpack", .n_in = 1, .n_out = -1, .types = { { "T", DM_MOVED } }, .run = run_unpack },
	{ .name = "Split", .n_in = 2, .n_out = -1, .types = { { "T", DM_SPLIT } }, .flags = OP_VIEW, .run = run_split },
	{ .name = "SplitV", .n_in = 3, .n_out = -1,
	  .types = { { "T", DM_SPLIT }, { "Tlen", DM_INDEX | DM(DT_INT8) } }, .flags = OP_VIEW, .run = run_split_v },
};

OP_FAMILY(family_array, rows);
