/*
 * Sparse tensors as rows of three strings or variants: SerializeSparse, SerializeManySparse, and back. A variant
 * holds the tensor itself.
 */
#include <string.h>

#include "ops/boxed.h"
#include "ops/serialize.h"
#include "ops/sparse.h"

/* Element i of a string or variant output: t, borrowed. */
static bool put(struct op_ctx *c, struct tensor *out, int64_t i, struct tensor *t)
{
	struct str s = STR_INIT;
	bool ok;

	if (out->dtype == DT_VARIANT) {
		boxed_put(out, i, t);
		return true;
	}
	tensor_bytes(&s, t);
	ok = tensor_str_set(out, i, str_sv(&s), c->err);
	str_free(&s);
	return ok;
}

static struct tensor *row_out(struct op_ctx *c, int rank, const int64_t *dim)
{
	enum dtype t = DT_STRING;

	node_attr_type(c->node, "out_type", &t);
	return op_out(c, 0, t, rank, dim);
}

static bool run_serialize(struct op_ctx *c)
{
	struct tensor *out = sparse_ranks(c) ? row_out(c, 1, (int64_t[]){ 3 }) : NULL;

	for (int i = 0; out && i < 3; i++)
		if (!put(c, out, i, c->in[i]))
			return false;
	return out != NULL;
}

/* ---- SerializeManySparse ---- */

static bool put_row(struct op_ctx *c, struct tensor *out, int64_t row, const struct sparse *s, int64_t from, int64_t to)
{
	struct tensor *ix, *val;
	bool ok = sparse_row(c, s, from, to, &ix, &val) && put(c, out, 3 * row, ix) && put(c, out, 3 * row + 1, val);

	tensor_unref(ix);
	tensor_unref(val);
	return ok;
}

/* Each row's shape, and nothing in it. */
static bool put_blank(struct op_ctx *c, struct tensor *out, const struct sparse *s)
{
	struct tensor *shape = tensor_new(DT_INT64, 1, (int64_t[]){ s->rank - 1 }, c->err), *ix = NULL, *val = NULL;
	bool ok = shape && sparse_row(c, s, 0, 0, &ix, &val);

	if (ok)
		memcpy(shape->data, s->shape + 1, shape->bytes);
	for (int64_t i = 0; ok && i < out->dim[0]; i++)
		ok = put(c, out, 3 * i, ix) && put(c, out, 3 * i + 1, val) && put(c, out, 3 * i + 2, shape) &&
		     c->world->go_on(c->world_ctx, c->err);
	tensor_unref(shape);
	tensor_unref(ix);
	tensor_unref(val);
	return ok;
}

static bool run_serialize_many(struct op_ctx *c)
{
	struct tensor *out;
	struct sparse s;
	int64_t unused;

	if (!sparse_ranks(c))
		return false;
	if (c->in[2]->n < 2)
		return op_invalid(c, "Rank of input SparseTensor should be > 1, but saw rank: %lld",
				  (long long)c->in[2]->n);
	if (!sparse_of(c, &s, 0, 1, 2) || !sparse_dims(c, s.rank, s.shape, &unused, DIMS_BUILD) || !sparse_valid(c, &s))
		return false;
	out = row_out(c, 2, (int64_t[]){ s.shape[0], 3 });
	if (!out || !put_blank(c, out, &s))
		return false;
	for (int64_t i = 0, to; i < s.n; i = to) {
		to = sparse_group(&s, i);
		if (!put_row(c, out, s.at[i * s.rank], &s, i, to))
			return false;
	}
	return true;
}

/* ---- back ---- */

struct part {
	struct tensor *t[3];		/* indices, values, shape; held by the node */
};

/* Tensor k of row i; NULL with an error. */
static struct tensor *get(struct op_ctx *c, int64_t i, int k)
{
	const struct tensor *in = c->in[0];
	struct tensor *t;
	struct err err = { 0 };

	if (in->dtype == DT_VARIANT) {
		t = boxed_tensor(((struct object **)in->data)[3 * i + k]);
		if (!t)
			op_invalid(c, "Could not get a tensor from serialized_sparse[%lld, %d]", (long long)i, k);
		return t;
	}
	t = tensorproto_decode(tensor_str(in, 3 * i + k), &err);
	if (t)
		op_hold(c, t);
	else
		op_invalid(c, err.code == ERR_DATA_LOSS ? "Could not parse serialized proto" :
			   "Could not construct tensor from proto");
	err_clear(&err);
	return t;
}

static bool indices_ok(struct op_ctx *c, int64_t i, const struct tensor *t)
{
	if (t->dtype != DT_INT64)
		return op_invalid(
			c, "Expected serialized_sparse[%lld, 0] to be a matrix of DT_INT64 but received dtype %s",
			(long long)i, dtype_text(t->dtype));
	return t->rank == 2 ||
	       op_invalid(c, "Expected serialized_sparse[%lld, 0] to represent an index matrix but received shape %s",
			  (long long)i, op_shape(c, t->rank, t->dim));
}

static bool values_ok(struct op_ctx *c, int64_t i, const struct tensor *t, enum dtype want, int64_t n)
{
	if (t->rank != 1)
		return op_invalid(
			c, "Expected serialized_sparse[%lld, 1] to represent a values vector but received shape %s",
			(long long)i, op_shape(c, t->rank, t->dim));
	if (t->dtype != want)
		return op_invalid(c, "Requested SparseTensor of type %s but SparseTensor[%lld].values.dtype() == %s",
				  dtype_text(want), (long long)i, dtype_text(t->dtype));
	return t->n == n ||
	       op_invalid(
		       c,
		       "Expected row counts of SparseTensor[%lld].indices and SparseTensor[%lld].values to match but they do "
		       "not: %lld vs. %lld",
		       (long long)i, (long long)i, (long long)n, (long long)t->n);
}

static bool shape_ok(struct op_ctx *c, int64_t i, const struct tensor *t, int64_t rank)
{
	if (t->dtype != DT_INT64)
		return op_invalid(
			c, "Expected serialized_sparse[%lld, 2] to be a vector of DT_INT64 but received dtype %s",
			(long long)i, dtype_text(t->dtype));
	if (t->rank != 1)
		return op_invalid(c, "Expected serialized_sparse[%lld, %d] to be a shape vector but its shape is %s",
				  (long long)i, c->in[0]->dtype == DT_VARIANT ? 2 : 1, op_shape(c, t->rank, t->dim));
	return t->n == rank ||
	       op_invalid(
		       c,
		       "Expected column counts of SparseTensor[%lld].indices to match size of SparseTensor[%lld].shape but "
		       "they do not: %lld vs. %lld",
		       (long long)i, (long long)i, (long long)rank, (long long)t->n);
}

static bool part_get(struct op_ctx *c, int64_t i, enum dtype want, struct part *p)
{
	return (p->t[0] = get(c, i, 0)) && indices_ok(c, i, p->t[0]) && (p->t[1] = get(c, i, 1)) &&
	       values_ok(c, i, p->t[1], want, p->t[0]->dim[0]) && (p->t[2] = get(c, i, 2)) &&
	       shape_ok(c, i, p->t[2], p->t[0]->dim[1]);
}

/* Rows' dims: the largest of each. */
static bool parts_shape(struct op_ctx *c, const struct part *p, int64_t n, int64_t *dim)
{
	const struct tensor *first = p[0].t[2];

	memcpy(dim, first->data, first->bytes);
	for (int64_t i = 0; i < n; i++) {
		const struct tensor *s = p[i].t[2];

		if (s->n != first->n)
			return op_invalid(
				c,
				"Inconsistent shape across SparseTensors: rank prior to SparseTensor[%lld] was: %lld but "
				"rank of SparseTensor[%lld] is: %lld",
				(long long)i, (long long)first->n, (long long)i, (long long)s->n);
		for (int64_t d = 0; d < s->n; d++) {
			int64_t v = ((const int64_t *)s->data)[d];

			if (v < 0)
				return op_invalid(c, DIMS_BUILD, (long long)v);
			dim[d] = v > dim[d] ? v : dim[d];
		}
	}
	return true;
}

/* Row i's values at their place in the outputs, in front of their indices where the row stands. */
static bool part_put(struct op_ctx *c, const struct part *p, int64_t i, int64_t at)
{
	const struct tensor *in = c->in[0], *ix = p->t[0];
	int64_t more = in->rank - 1, rank = ix->dim[1], *to = (int64_t *)c->out[0]->data + at * (more + rank);

	for (int64_t k = 0; k < ix->dim[0]; k++, to += more + rank) {
		int64_t left = i;

		for (int64_t d = more - 1; d >= 0; d--) {
			to[d] = left % in->dim[d];
			left /= in->dim[d];
		}
		memcpy(to + more, (const int64_t *)ix->data + k * rank, (size_t)rank * sizeof(*to));
	}
	return el_copy(p->t[1]->dtype, el_at(c->out[1], at), p->t[1]->data, p->t[1]->n, c->err);
}

static bool parts_out(struct op_ctx *c, const struct part *p, int64_t n, enum dtype want)
{
	const struct tensor *in = c->in[0];
	int64_t more = in->rank - 1, rank = p[0].t[2]->n, total = 0, at = 0, *dim;
	struct tensor *shape;

	dim = arena_array(c->scratch, (size_t)rank + 1, sizeof(*dim));
	if (!parts_shape(c, p, n, dim))
		return false;
	for (int64_t i = 0; i < n; i++)
		total += p[i].t[1]->n;
	shape = op_out(c, 2, DT_INT64, 1, (int64_t[]){ more + rank });
	if (!shape || !op_out(c, 0, DT_INT64, 2, (int64_t[]){ total, more + rank }) || !op_out(c, 1, want, 1, &total))
		return false;
	for (int64_t d = 0; d < more + rank; d++)
		((int64_t *)shape->data)[d] = d < more ? in->dim[d] : dim[d - more];
	for (int64_t i = 0; i < n; at += p[i].t[1]->n, i++)
		if (!part_put(c, &p[i], i, at))
			return false;
	return true;
}

static bool deserialize(struct op_ctx *c)
{
	int64_t n = c->in[0]->n / 3;
	enum dtype want = DT_INVALID;
	struct part *p = op_temp(c, ((size_t)n + 1) * sizeof(*p));

	node_attr_type(c->node, "dtype", &want);
	if (!p)
		return false;
	if (n < 1)
		return op_invalid(
			c, "Serialized sparse should have at least 1 serialized tensor, but has a zero dimension %s",
			op_in_shape(c, 0));
	for (int64_t i = 0; i < n; i++)
		if (!part_get(c, i, want, &p[i]))
			return false;
	if (c->in[0]->rank > 1)
		return parts_out(c, p, n, want);
	return op_out_ref(c, 0, p->t[0]) && op_out_ref(c, 1, p->t[1]) && op_out_ref(c, 2, p->t[2]);
}

static bool run_deserialize(struct op_ctx *c)
{
	const struct tensor *in = c->in[0];

	if (in->rank < 1)
		return op_invalid(c, "Serialized sparse should have non-zero rank %s", op_in_shape(c, 0));
	if (in->dim[in->rank - 1] != 3)
		return op_invalid(c, "Serialized sparse should have 3 as the last dimension %s", op_in_shape(c, 0));
	return deserialize(c);
}

#define DM_BYTES (DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING))
#define DM_QUANT (DM(DT_QINT8) | DM(DT_QUINT8) | DM(DT_QINT32))
#define DM_ROW (DM(DT_STRING) | DM(DT_VARIANT))
static const struct op_row rows[] = {
	{ .name = "DeserializeManySparse",
	  .n_in = 1,
	  .n_out = 3,
	  .types = { { "dtype", DM_BYTES } },
	  .run = run_deserialize },
	{ .name = "DeserializeSparse",
	  .n_in = 1,
	  .n_out = 3,
	  .types = { { "dtype", DM_BYTES | DM_QUANT }, { "Tserialized", DM_ROW } },
	  .run = run_deserialize },
	{ .name = "SerializeManySparse",
	  .n_in = 3,
	  .n_out = 1,
	  .types = { { "T", DM_BYTES }, { "out_type", DM_ROW } },
	  .run = run_serialize_many },
	{ .name = "SerializeSparse",
	  .n_in = 3,
	  .n_out = 1,
	  .types = { { "T", DM_BYTES }, { "out_type", DM_ROW } },
	  .run = run_serialize },
};

OP_FAMILY(family_sparse_serial, rows);
