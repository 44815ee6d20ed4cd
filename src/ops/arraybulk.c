/* TensorArrays to and from tensors: gather, scatter, concat, split; see tensorarray.h. */
#include <string.h>

#include "ops/tensorarray.h"

static enum dtype wanted(struct op_ctx *c)
{
	enum dtype t = DT_INVALID;

	node_attr_type(c->node, "dtype", &t);
	return t;
}

/* Copies t into out from element `at` on. */
static bool place(struct op_ctx *c, struct tensor *out, int64_t at, const struct tensor *t)
{
	return el_copy(out->dtype, (char *)out->data + (size_t)at * dtype_info(out->dtype)->size, t->data, t->n,
		       c->err);
}

static bool gather_none(struct op_ctx *c, struct shape s, enum dtype t)
{
	int64_t dim[SHAPE_MAX_RANK + 1] = { 0 };

	if (!shape_known(s))
		return op_fail(c, ERR_UNIMPLEMENTED, "TensorArray has size zero, but element shape %s is not fully "
			       "defined. Currently only static shapes are supported when packing zero-size "
			       "TensorArrays.", pshape_text(c, s));
	for (int i = 0; i < s.rank; i++)
		dim[i + 1] = s.dim[i];
	return op_out(c, 0, t, s.rank + 1, dim) != NULL;
}

/* Which elements: those that an input names, or (Pack, Unpack) the first n. */
struct which {
	const int32_t *index;
	int64_t n;
};

static int64_t which_at(const struct which *w, int64_t k)
{
	return w->index ? w->index[k] : k;
}

static bool run_gather(struct op_ctx *c)
{
	struct ta *a = ta_in(c);
	struct shape s = { SHAPE_UNKNOWN_RANK, NULL };
	bool all = c->n_in == 2;
	struct which w = { all ? NULL : c->in[1]->data, all ? (a ? a->s.value.n : 0) : c->in[1]->n };
	struct tensor *first, *out;
	int64_t *dim;

	if (!a || !ta_type(c, a, wanted(c), false))
		return false;
	node_attr_shape(c->node, "element_shape", &s);
	if (!ta_merge_shape(c, a, s))
		return false;
	if (!all && c->in[1]->rank != 1)
		return op_invalid(c, "Expected indices to be a vector, but received shape: %s", op_in_shape(c, 1));
	if (w.n == 0)
		return gather_none(c, s, a->dtype);
	ta_changed(c, a);
	first = ta_read(c, a, which_at(&w, 0));
	if (!first)
		return false;
	if (!shape_accepts(s, tensor_shape(first)))
		return op_invalid(c, "TensorArray was passed element_shape %s which does not match the Tensor at "
				  "index 0: %s", pshape_text(c, s), op_shape(c, first->rank, first->dim));
	dim = op_dims(c, first, 1);
	memmove(dim + 1, dim, (size_t)first->rank * sizeof(*dim));
	dim[0] = w.n;
	out = op_out(c, 0, a->dtype, first->rank + 1, dim);
	for (int64_t k = 0; out && k < w.n; k++) {
		struct tensor *t = k ? ta_read(c, a, which_at(&w, k)) : first;

		if (!t || ((k & 0xfff) == 0xfff && !c->world->go_on(c->world_ctx, c->err)))
			return false;
		if (!shape_eq(tensor_shape(first), tensor_shape(t)))
			return op_invalid(c, "TensorArray has inconsistent shapes.  Index 0 has shape: %s but index "
					  "%lld has shape: %s", op_shape(c, first->rank, first->dim), (long long)k,
					  op_shape(c, t->rank, t->dim));
		if (!place(c, out, k * first->n, t))
			return false;
	}
	return out != NULL;
}

static bool run_scatter(struct op_ctx *c)
{
	struct ta *a = ta_in(c);
	bool all = c->n_in == 3;
	int at = all ? 1 : 2;
	struct tensor *v = c->in[at];
	struct which w = { all ? NULL : c->in[1]->data, all && v->rank > 0 ? v->dim[0] : c->in[1]->n };
	int64_t most = -1, size;

	if (!a)
		return false;
	if (!ta_type(c, a, v->dtype, true))
		return false;
	if (v->rank < 1)
		return op_invalid(c, "Input value for unpack must be at least a vector but received shape: %s",
				  op_in_shape(c, at));
	if (!all && c->in[1]->rank != 1)
		return op_invalid(c, "Expected indices to be a vector, but received shape: %s", op_in_shape(c, 1));
	if (w.n != v->dim[0])
		return op_invalid(c, "Expected len(indices) == values.shape[0], but saw: %lld vs. %lld",
				  (long long)w.n, (long long)v->dim[0]);
	for (int64_t k = 0; k < w.n; k++)
		most = which_at(&w, k) > most ? which_at(&w, k) : most;
	size = a->s.value.n;
	if (a->s.dynamic && size < most + 1)
		size = most + 1;
	if (all && w.n != size)
		return op_invalid(c, "Input value must have first dimension equal to the array size (%lld vs. %lld)",
				  (long long)w.n, (long long)size);
	if (most >= size)
		return op_invalid(c, "Max scatter index must be < array size (%lld vs. %lld)", (long long)most,
				  (long long)size);
	ta_changed(c, a);
	for (int64_t k = 0; k < w.n; k++) {
		struct tensor *r = row_of(v, k, c->err);
		bool ok = r && ta_write(c, a, which_at(&w, k), r);

		tensor_unref(r);
		if (!ok)
			return false;
	}
	return op_out_ref(c, 0, c->in[at + 1]);
}

static bool concat_none(struct op_ctx *c, struct shape s, enum dtype t)
{
	int64_t dim[SHAPE_MAX_RANK + 1] = { 0 }, none = 0;

	if (!shape_known(s))
		return op_fail(c, ERR_UNIMPLEMENTED, "TensorArray has size zero, but element_shape_except0 %s is not "
			       "fully defined. Currently only static shapes are supported when concatenating "
			       "zero-size TensorArrays.", pshape_text(c, s));
	for (int i = 0; i < s.rank; i++)
		dim[i + 1] = s.dim[i];
	return op_out(c, 0, t, s.rank + 1, dim) && op_out(c, 1, DT_INT64, 1, &none);
}

/* All elements, checked; out's dims from the first, dim[0] their sum. */
static bool concat_read(struct op_ctx *c, struct ta *a, struct shape rest, struct tensor **v, int64_t **dim)
{
	int64_t n = a->s.value.n, total = 0;

	for (int64_t i = 0; i < n; i++) {
		v[i] = ta_read(c, a, i);
		if (!v[i] || ((i & 0xfff) == 0xfff && !c->world->go_on(c->world_ctx, c->err)))
			return false;
	}
	for (int64_t i = 0; i < n; i++) {
		struct shape s = { v[i]->rank - 1, v[i]->dim + 1 }, first = { v[0]->rank - 1, v[0]->dim + 1 };

		if (v[i]->rank < 1)
			return op_invalid(c, "Concat saw a scalar shape at index %lld but requires at least vectors. "
					  " Did you mean to call pack?", (long long)i);
		if (!shape_accepts(rest, s))
			return op_invalid(c, "TensorArray was passed element_shape_except0 %s but index %lld has "
					  "(excepting dimension 0) shape: %s which does not match.",
					  pshape_text(c, rest), (long long)i, pshape_text(c, s));
		if (!shape_eq(first, s))
			return op_invalid(c, "TensorArray has inconsistent shapes.  Index 0 has (excepting dimension "
					  "0) shape: %s but index %lld has (excepting dimension 0) shape: %s",
					  pshape_text(c, first), (long long)i, pshape_text(c, s));
		if (__builtin_add_overflow(total, v[i]->dim[0], &total))
			return op_invalid(c, "the concatenated array is too long");
	}
	*dim = op_dims(c, v[0], 0);
	(*dim)[0] = total;
	return true;
}

static bool run_concat(struct op_ctx *c)
{
	struct ta *a = ta_in(c);
	struct shape rest = { SHAPE_UNKNOWN_RANK, NULL };
	struct tensor **v, *out, *len;
	int64_t n, *dim = NULL, at = 0;

	if (!a || !ta_type(c, a, wanted(c), false))
		return false;
	node_attr_shape(c->node, "element_shape_except0", &rest);
	n = a->s.value.n;
	if (n == 0)
		return concat_none(c, rest, a->dtype);
	ta_changed(c, a);
	v = op_temp(c, (size_t)n * sizeof(struct tensor *));
	if (!v || !concat_read(c, a, rest, v, &dim))
		return false;
	len = op_out(c, 1, DT_INT64, 1, &n);
	out = len ? op_out(c, 0, a->dtype, v[0]->rank, dim) : NULL;
	for (int64_t i = 0; out && i < n; i++) {
		((int64_t *)len->data)[i] = v[i]->dim[0];
		if (!place(c, out, at, v[i]))
			return false;
		at += v[i]->n;
	}
	return out != NULL;
}

static bool split_write(struct op_ctx *c, struct ta *a)
{
	const int64_t *len = c->in[2]->data;
	int64_t at = 0;

	for (int64_t i = 0; i < c->in[2]->n; i++) {
		struct tensor *r = tensor_rows(c->in[1], at, at + len[i], c->err);
		bool ok = r && ta_write(c, a, i, r);

		at += len[i];
		tensor_unref(r);
		if (!ok)
			return false;
	}
	return true;
}

static bool run_split(struct op_ctx *c)
{
	struct ta *a = ta_in(c);
	const struct tensor *v = c->in[1], *len = c->in[2];
	int64_t total = 0, size;

	if (!a)
		return false;
	if (len->rank != 1)
		return op_invalid(c, "Expected lengths to be a vector, received shape: %s", op_in_shape(c, 2));
	for (int64_t i = 0; i < len->n; i++) {
		int64_t n = ((const int64_t *)len->data)[i];

		if (n < 0 || __builtin_add_overflow(total, n, &total))
			return op_invalid(c, "Invalid value in lengths: %lld", (long long)n);
	}
	if (v->rank < 1)
		return op_invalid(c, "Expected value to be at least a vector, but received shape: %s",
				  op_in_shape(c, 1));
	if (total != v->dim[0])
		return op_invalid(c, "Expected sum of lengths to be equal to values.shape[0], but sum of lengths is "
				  "%lld and value's shape is: %s", (long long)total, op_in_shape(c, 1));
	size = a->s.value.n;
	if (a->s.dynamic && size < len->n)
		size = len->n;
	if (size != len->n)
		return op_invalid(c, "TensorArray's size is not equal to the size of lengths (%lld vs. %lld), and "
				  "the TensorArray is not marked as dynamically resizeable", (long long)size,
				  (long long)len->n);
	if (!ta_type(c, a, v->dtype, true))
		return false;
	ta_changed(c, a);
	return split_write(c, a) && op_out_ref(c, 0, c->in[3]);
}

#define DM_PACK (DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING) | DM(DT_QINT8) | DM(DT_QUINT8) | DM(DT_QINT32))

static const struct op_row rows[] = {
	{ .name = "TensorArrayPack", .n_in = 2, .n_out = 1, .types = { { "dtype", DM_PACK | DM(DT_VARIANT) } },
	  .flags = OP_STATEFUL, .run = run_gather },
	{ .name = "TensorArrayUnpack", .n_in = 3, .n_out = 1, .types = { { "T", DM_ANY } },
	  .flags = OP_STATEFUL, .run = run_scatter },
	{ .name = "TensorArrayGather", .n_in = 3, .n_out = 1, .types = { { "dtype", DM_PACK | DM(DT_VARIANT) } },
	  .flags = OP_STATEFUL, .run = run_gather },
	{ .name = "TensorArrayGatherV2", .n_in = 3, .n_out = 1, .types = { { "dtype", DM_PACK | DM(DT_VARIANT) } },
	  .flags = OP_STATEFUL, .run = run_gather },
	{ .name = "TensorArrayScatter", .n_in = 4, .n_out = 1, .types = { { "T", DM_ANY } },
	  .flags = OP_STATEFUL, .run = run_scatter },
	{ .name = "TensorArrayScatterV2", .n_in = 4, .n_out = 1, .types = { { "T", DM_ANY } },
	  .flags = OP_STATEFUL, .run = run_scatter },
	{ .name = "TensorArrayConcat", .n_in = 2, .n_out = 2, .types = { { "dtype", DM_PACK } },
	  .flags = OP_STATEFUL, .run = run_concat },
	{ .name = "TensorArrayConcatV2", .n_in = 2, .n_out = 2, .types = { { "dtype", DM_PACK } },
	  .flags = OP_STATEFUL, .run = run_concat },
	{ .name = "TensorArraySplit", .n_in = 4, .n_out = 1, .types = { { "T", DM_ANY } },
	  .flags = OP_STATEFUL, .run = run_split },
	{ .name = "TensorArraySplitV2", .n_in = 4, .n_out = 1, .types = { { "T", DM_ANY } },
	  .flags = OP_STATEFUL, .run = run_split },
	{ .name = "TensorArrayGatherV3", .n_in = 3, .n_out = 1, .types = { { "dtype", DM_PACK | DM(DT_VARIANT) } },
	  .flags = OP_STATEFUL, .run = run_gather },
	{ .name = "TensorArrayScatterV3", .n_in = 4, .n_out = 1, .types = { { "T", DM_ANY } },
	  .flags = OP_STATEFUL, .run = run_scatter },
	{ .name = "TensorArrayConcatV3", .n_in = 2, .n_out = 2, .types = { { "dtype", DM_PACK } },
	  .flags = OP_STATEFUL, .run = run_concat },
	{ .name = "TensorArraySplitV3", .n_in = 4, .n_out = 1, .types = { { "T", DM_ANY } },
	  .flags = OP_STATEFUL, .run = run_split },
};

OP_FAMILY(family_arraybulk, rows);
