/*
 * Ragged tensors in variants: RaggedTensorToVariant takes one apart along its first dimension,
 * RaggedTensorFromVariant puts such parts together, RaggedTensorToVariantGradient their values alone.
 */
#include <stdlib.h>
#include <string.h>

#include "ops/boxed.h"
#include "ops/tensorlist.h"

struct ragged {
	struct object o;
	int rank;			/* row splits; the values come after them */
	struct tensor *part[];
};

static void ragged_destroy(struct object *o)
{
	struct ragged *r = (struct ragged *)o;

	for (int i = 0; i <= r->rank; i++)
		tensor_unref(r->part[i]);
	free(r);
}

static void ragged_describe(const struct object *o, struct str *out)
{
	const struct ragged *r = (const struct ragged *)o;
	const struct tensor *v = r->part[r->rank];

	str_addf(out, "ragged tensor of ragged rank %d, values %s ", r->rank, dtype_info(v->dtype)->name);
	shape_str(out, tensor_shape(v));
}

static const struct object_class ragged_class = {
	.name = "ragged tensor", .destroy = ragged_destroy, .describe = ragged_describe,
};

static struct ragged *ragged_new(int rank)
{
	struct ragged *r = xcalloc(1, sizeof(*r) + ((size_t)rank + 1) * sizeof(r->part[0]));

	atomic_init(&r->o.refs, 1);
	r->o.cls = &ragged_class;
	r->rank = rank;
	return r;
}

struct tensor *ragged_scalar(struct tensor *splits, struct tensor *values, struct err *err)
{
	struct tensor *t = tensor_zeros(DT_VARIANT, 0, NULL, err);
	struct ragged *r = t ? ragged_new(1) : NULL;

	if (!r)
		return NULL;
	r->part[0] = tensor_ref(splits);
	r->part[1] = tensor_ref(values);
	*(struct object **)t->data = &r->o;
	return t;
}

/* ---- to variants ---- */

/* splits[from..to] less its first; NULL with an error. */
static struct tensor *splits_part(const struct tensor *s, int64_t from, int64_t to, struct err *err)
{
	struct tensor *t = tensor_new(s->dtype, 1, (int64_t[]){ to - from + 1 }, err);

	for (int64_t i = 0; t && i <= to - from; i++) {
		int64_t v = tensor_get_i64(s, from + i) - tensor_get_i64(s, from);

		if (s->dtype == DT_INT32)
			((int32_t *)t->data)[i] = (int32_t)v;
		else
			((int64_t *)t->data)[i] = v;
	}
	return t;
}

static bool splits_ok(struct op_ctx *c, int k)
{
	const struct tensor *s = c->in[k];

	if (s->rank != 1)
		return op_invalid(c, "Requires nested_row_splits[%d] to be rank 1 but is rank %d", k, s->rank);
	if (!s->n)
		return op_invalid(c, "Requires nested_row_splits[%d] has at least one splits, but is empty.", k);
	if (tensor_get_i64(s, 0) != 0)
		return op_invalid(c, "Requires the first element of nested_row_splits[%d] to be 0 but is %lld", k,
				  (long long)tensor_get_i64(s, 0));
	for (int64_t i = 1; i < s->n; i++)
		if (tensor_get_i64(s, i) < tensor_get_i64(s, i - 1))
			return op_invalid(c, "Requires splits to be monotonically increasing, but nested_row_splits[%d]"
					  "[%lld]=%lld is smaller than nested_row_splits[%d][%lld]=%lld", k,
					  (long long)i, (long long)tensor_get_i64(s, i), k, (long long)i - 1,
					  (long long)tensor_get_i64(s, i - 1));
	return true;
}

/* Splits that are some, and each end where what comes after them does. */
static bool batch_ok(struct op_ctx *c, int n)
{
	const struct tensor *v = c->in[n];

	if (v->rank < 1)
		return op_invalid(c,
				  n ? "Requires flat_values to have rank>=1 when nested_row_splits is not empty, but "
				      "is 0."
				    : "Can't unbatch rank-0 tensor.");
	for (int i = 0; i < n; i++)
		if (!splits_ok(c, i))
			return false;
	for (int i = 0; i < n; i++) {
		int64_t last = tensor_get_i64(c->in[i], c->in[i]->n - 1);
		int64_t rows = i + 1 < n ? c->in[i + 1]->n - 1 : v->dim[0];

		if (last != rows)
			return op_invalid(c, "Requires nested_row_splits[%d][-1]=%lld to be equal with the number of "
					  "values in this dimension, which is %lld.", i, (long long)last,
					  (long long)rows);
	}
	return true;
}

/* Row i of a tensor that is not ragged. */
static struct ragged *component_dense(struct op_ctx *c, int64_t i)
{
	struct ragged *r = ragged_new(0);

	r->part[0] = row_of(c->in[0], i, c->err);
	if (r->part[0])
		return r;
	object_unref(&r->o);
	return NULL;
}

/* Row i of the batch. */
static struct ragged *component(struct op_ctx *c, int n, int64_t i)
{
	int64_t from = tensor_get_i64(c->in[0], i), to = tensor_get_i64(c->in[0], i + 1);
	struct ragged *r = ragged_new(n - 1);

	for (int k = 1; k < n; k++) {
		const struct tensor *s = c->in[k];

		r->part[k - 1] = splits_part(s, from, to, c->err);
		if (!r->part[k - 1])
			break;
		from = tensor_get_i64(s, from);
		to = tensor_get_i64(s, to);
	}
	if (!err_is(c->err))
		r->part[n - 1] = tensor_rows(c->in[n], from, to, c->err);
	if (r->part[n - 1])
		return r;
	object_unref(&r->o);
	return NULL;
}

static bool run_whole(struct op_ctx *c, int n)
{
	struct ragged *r = ragged_new(n);

	for (int i = 0; i <= n; i++)
		r->part[i] = tensor_ref(c->in[i]);
	return variant_out(c, 0, &r->o);
}

static bool run_to(struct op_ctx *c)
{
	bool batched = false;
	struct tensor *out;
	int n = c->n_in - 1;

	node_attr_bool(c->node, "batched_input", &batched);
	if ((n || batched) && !batch_ok(c, n))
		return false;
	if (!batched)
		return run_whole(c, n);
	out = op_out(c, 0, DT_VARIANT, 1, (int64_t[]){ n ? c->in[0]->n - 1 : c->in[0]->dim[0] });
	for (int64_t i = 0; out && i < out->n; i++) {
		struct ragged *r = n ? component(c, n, i) : component_dense(c, i);

		if (!r || ((i & 0xfff) == 0xfff && !c->world->go_on(c->world_ctx, c->err))) {
			if (r)
				object_unref(&r->o);
			return false;
		}
		((struct object **)out->data)[i] = &r->o;
	}
	return out != NULL;
}

/* ---- from variants ---- */

static struct ragged *part_in(struct op_ctx *c, int64_t i)
{
	struct object *o = ((struct object **)c->in[0]->data)[i];

	if (o && o->cls == &ragged_class)
		return (struct ragged *)o;
	op_invalid(c, "Input Variant element at index %lld doesn't hold a RaggedTensorVariant: %s", (long long)i,
		   variant_text(c, o));
	return NULL;
}

static const char *tensor_text(struct op_ctx *c, const struct tensor *t)
{
	struct str s = STR_INIT;
	char *z;

	str_addf(&s, "Tensor<type: %s shape: %s values: ", op_type_text(c, t->dtype), op_shape(c, t->rank, t->dim));
	op_summarize(&s, t, 3);
	str_addc(&s, '>');
	z = arena_printf(c->scratch, "%s", str_z(&s));
	str_free(&s);
	return z;
}

static bool part_ok(struct op_ctx *c, const struct ragged *r, int64_t at, int64_t rank)
{
	const struct tensor *v = r->part[r->rank];
	enum dtype t = DT_INVALID, splits = DT_INT64;

	node_attr_type(c->node, "Tvalues", &t);
	node_attr_type(c->node, "Tsplits", &splits);
	if (r->rank != rank)
		return op_invalid(c,
				  "Encoded input RaggedTensorVariant has ragged_rank=%d.  Expected ragged_rank=%lld.",
				  r->rank, (long long)rank);
	if (v->dtype != t)
		return op_invalid(c, "Expected values Tensor dtype: %s, found: %s", op_type_text(c, t),
				  op_type_text(c, v->dtype));
	if (v->rank < 1 && c->n_out > 1)
		return op_invalid(c, "Ragged values must have rank >= 1; encoded scalar element at index %lld has "
				  "values Tensor: %s", (long long)at, tensor_text(c, v));
	for (int i = 0; i < r->rank; i++) {
		if (r->part[i]->dtype != splits)
			return op_invalid(c, "Expected row_splits Tensor dtype: %s, found: %s",
					  op_type_text(c, splits), op_type_text(c, r->part[i]->dtype));
		if (r->part[i]->rank != 1)
			return op_invalid(c, "Ragged splits must have rank 1; encoded scalar element at index %lld has "
					  "splits Tensor %s", (long long)at, tensor_text(c, r->part[i]));
		if (r->part[i]->n < 1)	/* TensorFlow reads out of bounds */
			return op_invalid(c, "Ragged splits must not be empty");
	}
	return true;
}

static void split_set(struct tensor *t, int64_t i, int64_t v)
{
	if (t->dtype == DT_INT32)
		((int32_t *)t->data)[i] = (int32_t)v;
	else
		((int64_t *)t->data)[i] = v;
}

/* The splits of the variants' own dimensions: regular ones, then how long each part is. */
static bool outer_splits(struct op_ctx *c, struct ragged *const *part, enum dtype t)
{
	const struct tensor *in = c->in[0];
	struct tensor *s;
	int64_t sum = 0;

	for (int d = 0; d < in->rank - 1; d++) {
		s = op_out(c, d, t, 1, (int64_t[]){ in->dim[d] + 1 });
		for (int64_t i = 0; s && i <= in->dim[d]; i++)
			split_set(s, i, (int64_t)((uint64_t)i * (uint64_t)in->dim[d + 1]));
		if (!s)
			return false;
	}
	s = op_out(c, in->rank - 1, t, 1, (int64_t[]){ in->n + 1 });
	if (!s)
		return false;
	split_set(s, 0, 0);
	for (int64_t i = 0; i < in->n; i++) {
		const struct ragged *r = part[i];

		sum += r->rank ? r->part[0]->n - 1 : r->part[0]->dim[0];
		split_set(s, i + 1, sum);
	}
	return true;
}

/* The parts' splits one after another, each beginning where the one before ended. */
static bool inner_splits(struct op_ctx *c, struct ragged *const *part, int k, enum dtype t)
{
	int64_t n = 1, at = 1;
	uint64_t last = 0;
	struct tensor *s;

	for (int64_t i = 0; i < c->in[0]->n; i++)
		n += part[i]->part[k]->n - 1;
	s = op_out(c, c->in[0]->rank + k, t, 1, &n);
	if (!s)
		return false;
	split_set(s, 0, 0);
	for (int64_t i = 0; i < c->in[0]->n; i++) {
		const struct tensor *p = part[i]->part[k];

		for (int64_t j = 1; j < p->n; j++)
			split_set(s, at++, (int64_t)((uint64_t)tensor_get_i64(p, j) + last));
		last = (uint64_t)tensor_get_i64(s, at - 1);
	}
	return true;
}

static bool values(struct op_ctx *c, struct ragged *const *part, int out_at, enum dtype t)
{
	int64_t *dim, rows = 0, at = 0, none = 0;
	const struct tensor *first = c->in[0]->n ? part[0]->part[part[0]->rank] : NULL;
	struct tensor *out;

	if (!first)
		return op_out(c, out_at, t, 1, &none) != NULL;
	for (int64_t i = 0; i < c->in[0]->n; i++) {
		const struct tensor *v = part[i]->part[part[i]->rank];

		if (v->rank != first->rank)
			return op_invalid(c, "Rank of values must match for all components; values shape at index 0: "
					  "%s, values shape at index %lld: %s", op_shape(c, first->rank, first->dim),
					  (long long)i, op_shape(c, v->rank, v->dim));
		if (__builtin_add_overflow(rows, v->dim[0], &rows))
			return op_invalid(c, "too many values");
	}
	dim = op_dims(c, first, 0);
	dim[0] = rows;
	out = op_out(c, out_at, t, first->rank, dim);
	for (int64_t i = 0; out && i < c->in[0]->n; i++) {
		const struct tensor *v = part[i]->part[part[i]->rank];

		if (!shape_eq((struct shape){ v->rank - 1, v->dim + 1 }, (struct shape){ v->rank - 1, dim + 1 }))
			return op_invalid(
				c,
				"All flat_values must have compatible shapes.  Shape at index 0: %s.  Shape "
				"at index %lld: %s.  If you are using tf.map_fn, then you may need to specify "
				"an explicit fn_output_signature with appropriate ragged_rank, and/or convert "
				"output tensors to RaggedTensors.",
				op_shape(c, v->rank - 1, dim + 1), (long long)i, op_shape(c, v->rank - 1, v->dim + 1));
		if (!el_copy(t, (char *)out->data + (size_t)at * dtype_info(t)->size, v->data, v->n, c->err))
			return false;
		at += v->n;
	}
	return out != NULL;
}

/* No splits at all: the values become a tensor with one more dimension. */
static bool stack(struct op_ctx *c, struct ragged *const *part, enum dtype t)
{
	const struct tensor *first = c->in[0]->n ? part[0]->part[0] : NULL;
	struct tensor *out;
	int64_t *dim, none = 0;

	if (!first)
		return op_out(c, 0, t, 1, &none) != NULL;
	dim = op_dims(c, first, 1);
	memmove(dim + 1, dim, (size_t)first->rank * sizeof(*dim));
	dim[0] = c->in[0]->n;
	out = op_out(c, 0, t, first->rank + 1, dim);
	for (int64_t i = 0; out && i < c->in[0]->n; i++) {
		const struct tensor *v = part[i]->part[0];

		if (!shape_eq(tensor_shape(first), tensor_shape(v)))
			return op_invalid(c,
					  "All flat_values must have compatible shapes.  Shape at index 0: %s.  Shape "
					  "at index %lld: %s",
					  op_shape(c, first->rank, first->dim), (long long)i,
					  op_shape(c, v->rank, v->dim));
		if (!el_copy(t, (char *)out->data + (size_t)(i * v->n) * dtype_info(t)->size, v->data, v->n, c->err))
			return false;
	}
	return out != NULL;
}

static bool ranks(struct op_ctx *c, int64_t *in_rank)
{
	int64_t out_rank = 0;
	int dims = c->in[0]->rank;

	*in_rank = -1;
	node_attr_int(c->node, "input_ragged_rank", in_rank);
	node_attr_int(c->node, "output_ragged_rank", &out_rank);
	if (*in_rank == -1) {
		*in_rank = out_rank == 0 && dims > 0 ? 0 : out_rank - dims;
		if (*in_rank < 0)
			return op_invalid(c, "Inferred input_ragged_rank (output_ragged_rank - encoded_variant.dims()) "
					  "must be >= 0, found output_ragged_rank: %lld, encoded_variant.dims(): %d, "
					  "inferred input_ragged_rank: %lld", (long long)out_rank, dims,
					  (long long)*in_rank);
	}
	if ((out_rank || *in_rank) && out_rank - dims != *in_rank)
		return op_invalid(c, "output_ragged_rank must be equal to input_ragged_rank + encoded_ragged.dims(); "
				  "output_ragged_rank: %lld, input_ragged_rank: %lld, encoded_variant.dims(): %d.",
				  (long long)out_rank, (long long)*in_rank, dims);
	return c->n_out - 1 == out_rank || op_invalid(c, "output_ragged_rank does not fit the node's outputs");
}

static bool run_from(struct op_ctx *c)
{
	enum dtype t = DT_INVALID, splits = DT_INT64;
	const struct tensor *in = c->in[0];
	struct ragged **part;
	int64_t rank;

	node_attr_type(c->node, "Tvalues", &t);
	node_attr_type(c->node, "Tsplits", &splits);
	if (!ranks(c, &rank))
		return false;
	part = op_temp(c, ((size_t)in->n + 1) * sizeof(struct ragged *));
	for (int64_t i = 0; part && i < in->n; i++) {
		part[i] = part_in(c, i);
		if (!part[i] || !part_ok(c, part[i], i, rank))
			return false;
	}
	if (!part)
		return false;
	if (in->rank == 0) {
		for (int i = 0; i <= rank; i++)
			op_out_ref(c, i, part[0]->part[i]);
		return true;
	}
	if (c->n_out == 1)
		return stack(c, part, t);
	if (!outer_splits(c, part, splits))
		return false;
	for (int k = 0; k < rank; k++)
		if (!inner_splits(c, part, k, splits))
			return false;
	return values(c, part, c->n_out - 1, t);
}

/* ---- the gradient of the first: the parts' values one after another ---- */

static bool dense_shape(struct op_ctx *c, int64_t *dim, int *rank, int64_t *n)
{
	const struct tensor *s = c->in[2];

	if (s->rank != 1 || s->n < 1 || s->n > SHAPE_MAX_RANK)
		return op_invalid(c, "dense_values_shape must be a vector of 1 to %d sizes, got shape %s",
				  SHAPE_MAX_RANK, op_in_shape(c, 2));
	*rank = (int)s->n;
	for (int i = 0; i < *rank; i++)
		if ((dim[i] = tensor_get_i64(s, i)) < 0)
			return op_invalid(c, "Dimension %lld must be >= 0", (long long)dim[i]);
	return shape_count(*rank, dim, n, c->err);
}

/* Variants of which nothing came back stand for zeros, as many rows as the splits say. */
static bool piece_size(struct op_ctx *c, int64_t i, int64_t row, enum dtype t, const struct tensor **v, int64_t *n)
{
	struct object *o = ((struct object **)c->in[0]->data)[i];
	const struct tensor *s = c->in[1];
	int64_t rows;
	struct ragged *r;

	*v = NULL;
	if (!o || o->cls != &ragged_class) {
		if (s->rank != 1 || i + 1 >= s->n)
			return op_invalid(c, "row_splits has no row %lld", (long long)i);
		rows = tensor_get_i64(s, i + 1) - tensor_get_i64(s, i);
		return (rows >= 0 && !__builtin_mul_overflow(rows, row, n)) ||
		       op_invalid(c, "row_splits must be sorted in ascending order");
	}
	r = (struct ragged *)o;
	*v = r->part[r->rank];
	*n = (*v)->n;
	return (*v)->dtype == t || op_invalid(c, "Expected values Tensor dtype: %s, found: %s", op_type_text(c, t),
					      op_type_text(c, (*v)->dtype));
}

static bool run_gradient(struct op_ctx *c)
{
	int64_t dim[SHAPE_MAX_RANK], n, at = 0, k = 0, row;
	enum dtype t = DT_INVALID;
	const struct tensor *v;
	struct tensor *out;
	int rank = 0;

	node_attr_type(c->node, "Tvalues", &t);
	if (!dense_shape(c, dim, &rank, &n) || !(out = op_out(c, 0, t, rank, dim)))
		return false;
	row = dim[0] ? n / dim[0] : 0;
	if (t != DT_STRING)
		memset(out->data, 0, out->bytes);
	for (int64_t i = 0; i < c->in[0]->n; i++, at += k) {
		if (!piece_size(c, i, row, t, &v, &k))
			return false;
		if (k > n - at)
			return op_invalid(c, "the parts hold more values than a shape of %s", op_shape(c, rank, dim));
		if (v && !el_copy(t, (char *)out->data + (size_t)at * dtype_info(t)->size, v->data, k, c->err))
			return false;
	}
	return at == n || op_invalid(c, "the parts hold %lld values, fewer than a shape of %s", (long long)at,
				     op_shape(c, rank, dim));
}

#define DM_RAGGED (DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING) | DM(DT_QINT8) | DM(DT_QUINT8) | DM(DT_QINT32) | \
		   DM(DT_QUINT16) | DM(DT_QINT16))

static const struct op_row rows[] = {
	{ .name = "RaggedTensorToVariant", .n_in = -1, .n_out = 1,
	  .types = { { "Tvalues", DM_RAGGED }, { "Tsplits", DM_INDEX } }, .run = run_to },
	{ .name = "RaggedTensorFromVariant", .n_in = 1, .n_out = -1,
	  .types = { { "Tvalues", DM_RAGGED }, { "Tsplits", DM_INDEX } }, .run = run_from },
	{ .name = "RaggedTensorToVariantGradient", .n_in = 3, .n_out = 1,
	  .types = { { "Tvalues", DM_RAGGED }, { "Tsplits", DM_INDEX } }, .run = run_gradient },
};

OP_FAMILY(family_ragged_variant, rows);
