/* SparseConcat, SparseSlice, SparseSplit: sparse tensors put together and cut, rows in order. */
#include <string.h>

#include "ops/sparse.h"

/* Rows on their way to an output: picked values and their new indices. */
struct pick {
	struct op_ctx *c;
	int rank;
	int64_t n, room;
	int64_t *at;			/* [room, rank] */
	const struct tensor **val;	/* [room]: whose element from[i] it is */
	int64_t *from;
};

static bool pick_begin(struct pick *p, struct op_ctx *c, int64_t room, int rank)
{
	size_t bytes, all;

	*p = (struct pick){ .c = c, .rank = rank, .room = room };
	if (!size_mul((size_t)room + 1, sizeof(int64_t), &bytes) || !size_mul(bytes, (size_t)rank + 1, &all))
		return op_fail(c, ERR_RESOURCE_EXHAUSTED, "too many indices");
	p->at = op_temp(c, all);
	p->val = op_temp(c, bytes);
	p->from = op_temp(c, bytes);
	return p->at && p->val && p->from;
}

/* Takes row i of s; the caller changes the indices that it gives. */
static int64_t *pick_add(struct pick *p, const struct sparse *s, int64_t i)
{
	int64_t *at = p->at + p->n * p->rank;

	memcpy(at, s->at + i * s->rank, (size_t)p->rank * sizeof(*at));
	p->val[p->n] = s->val;
	p->from[p->n++] = i;
	return at;
}

/* Outputs k, k + step, k + 2 * step: indices, values, shape; sorted if so asked. */
static bool pick_end(struct pick *p, int k, int step, const int64_t *shape, bool sort, enum dtype t)
{
	int64_t *order = sort ? sparse_order(p->c, p->at, p->n, p->rank) : NULL;
	struct tensor *ix = op_out(p->c, k, DT_INT64, 2, (int64_t[]){ p->n, p->rank });
	struct tensor *v = ix ? op_out(p->c, k + step, t, 1, &p->n) : NULL;
	struct tensor *sh = v ? op_out(p->c, k + 2 * step, DT_INT64, 1, (int64_t[]){ p->rank }) : NULL;

	if (!sh || (sort && !order))
		return false;
	if (p->rank)
		memcpy(sh->data, shape, (size_t)p->rank * sizeof(*shape));
	for (int64_t i = 0; i < p->n; i++) {
		int64_t j = order ? order[i] : i;

		memcpy((int64_t *)ix->data + i * p->rank, p->at + j * p->rank, (size_t)p->rank * 8);
		if (!el_copy(t, el_at(v, i), el_at(p->val[j], p->from[j]), 1, p->c->err))
			return false;
	}
	return true;
}

/* ---- SparseConcat ---- */

static bool concat_inputs(struct op_ctx *c, int n)
{
	static const char *const what[] = { "Input indices should be a matrix", "Input values should be a vector",
					    "Input shapes should be a vector" };

	for (int k = 0; k < 3; k++)
		for (int i = 0; i < n; i++)
			if (c->in[k * n + i]->rank != (k ? 1 : 2))
				return op_invalid(c, "%s but received shape %s at position %d", what[k],
						  op_in_shape(c, k * n + i), i);
	return true;
}

static bool concat_shapes(struct op_ctx *c, int n, int64_t dim)
{
	const struct tensor *first = c->in[2 * n];

	for (int i = 1; i < n; i++) {
		const struct tensor *t = c->in[2 * n + i];

		if (t->n != first->n)
			return op_invalid(
				c,
				"Ranks of all input tensors must match: expected %lld but got %lld at position "
				"%d",
				(long long)first->n, (long long)t->n, i);
		for (int64_t d = 0; d < t->n; d++)
			if (d != dim && tensor_get_i64(t, d) != tensor_get_i64(first, d))
				return op_invalid(
					c,
					"Input shapes must match: expected %lld for dimension %lld but got %lld at "
					"position %d",
					(long long)tensor_get_i64(first, d), (long long)d,
					(long long)tensor_get_i64(t, d), i);
	}
	return true;
}

static bool concat(struct op_ctx *c, int n, const struct sparse *s, int64_t dim)
{
	int64_t *shape = arena_array(c->scratch, (size_t)s->rank + 1, sizeof(*shape)), room = 0, unused;
	struct pick p;

	for (int i = 0; i < n; i++)
		room += s[i].n;
	if (!pick_begin(&p, c, room, s->rank))
		return false;
	memcpy(shape, s->shape, (size_t)s->rank * sizeof(*shape));
	shape[dim] = 0;
	for (int i = 0; i < n; i++) {
		for (int64_t k = 0; k < s[i].n; k++) {
			int64_t *at = &pick_add(&p, &s[i], k)[dim];

			*at = (int64_t)((uint64_t)*at + (uint64_t)shape[dim]);
		}
		if (__builtin_add_overflow(shape[dim], s[i].shape[dim], &shape[dim]))
			return op_invalid(c, "Shape would have more than 2^63 elements");
	}
	return sparse_dims(c, s->rank, shape, &unused, DIMS_BUILD) &&
	       pick_end(&p, 0, 1, shape, true, s->val->dtype);
}

static bool run_concat(struct op_ctx *c)
{
	int n = c->n_in / 3;
	struct sparse *s = arena_array(c->scratch, (size_t)n + 1, sizeof(*s));
	int64_t axis = 0, dim, unused;

	if (n < 1 || c->n_in % 3)
		return op_invalid(c, "has %d inputs", c->n_in);
	node_attr_int(c->node, "concat_dim", &axis);
	if (!concat_inputs(c, n))
		return false;
	dim = axis < 0 ? axis + c->in[2 * n]->n : axis;
	if (dim < 0 || dim >= c->in[2 * n]->n)
		return op_invalid(c, "Concat dimension must be in range [%lld, %lld), got %lld",
				  -(long long)c->in[2 * n]->n, (long long)c->in[2 * n]->n, (long long)axis);
	if (!concat_shapes(c, n, dim))
		return false;
	for (int i = 0; i < n; i++)
		if (!sparse_of(c, &s[i], i, n + i, 2 * n + i) ||
		    !sparse_dims(c, s[i].rank, s[i].shape, &unused, DIMS_BUILD))
			return false;
	return concat(c, n, s, dim);
}

/* ---- SparseSlice ---- */

static bool slice_bounds(struct op_ctx *c, const struct sparse *s)
{
	static const char *const what[] = { "start", "size" };

	for (int k = 0; k < 2; k++)
		if (c->in[3 + k]->rank != 1)
			return op_invalid(c, "Input %s should be a vector but received shape %s", what[k],
					  op_in_shape(c, 3 + k));
	for (int k = 0; k < 2; k++)
		if (c->in[3 + k]->n != s->rank)
			return op_invalid(c, "Expected %s to be a vector of length %d but got length %lld", what[k],
					  s->rank, (long long)c->in[3 + k]->n);
	return true;
}

static bool run_slice(struct op_ctx *c)
{
	const int64_t *start, *size;
	int64_t *shape, unused;
	struct sparse s;
	struct pick p;

	if (!sparse_checked(c, &s, 0, 1, 2) || !sparse_dims(c, s.rank, s.shape, &unused, DIMS_BUILD) ||
	    !slice_bounds(c, &s) || !pick_begin(&p, c, s.n, s.rank))
		return false;
	start = c->in[3]->data;
	size = c->in[4]->data;
	shape = arena_array(c->scratch, (size_t)s.rank + 1, sizeof(*shape));
	for (int d = 0; d < s.rank; d++) {
		if (start[d] < 0 || size[d] < 0)
			return op_invalid(c, "Expected start and size to be non-negative");
		shape[d] = start[d] < s.shape[d] ? s.shape[d] - start[d] : 0;
		if (size[d] < shape[d])
			shape[d] = size[d];
	}
	for (int64_t i = 0; i < s.n; i++) {
		const int64_t *at = s.at + i * s.rank;
		bool in = true;
		int64_t *to;

		for (int d = 0; d < s.rank && in; d++)
			in = at[d] >= start[d] && at[d] - start[d] < shape[d];
		if (!in)
			continue;
		to = pick_add(&p, &s, i);
		for (int d = 0; d < s.rank; d++)
			to[d] -= start[d];
	}
	return pick_end(&p, 0, 1, shape, false, s.val->dtype);
}

/* ---- SparseSplit ---- */

static bool split_check(struct op_ctx *c, struct sparse *s, int64_t *axis, int64_t parts)
{
	int64_t rank = c->in[3]->n;

	if (c->in[0]->rank != 0)
		return op_invalid(c, "Input axis should be a scalar but received shape %s", op_in_shape(c, 0));
	if (c->in[1]->rank != 2)
		return op_invalid(c, "Input indices should be a matrix but received shape %s", op_in_shape(c, 1));
	if (c->in[2]->rank != 1)	/* the shape that TensorFlow gives is the indices' */
		return op_invalid(c, "Input values should be a vector but received shape %s", op_in_shape(c, 1));
	if (c->in[3]->rank != 1)
		return op_invalid(c, "Input shape should be a vector but received shape %s", op_in_shape(c, 3));
	*axis = tensor_get_i64(c->in[0], 0);
	if (*axis < -rank || *axis >= rank)
		return op_invalid(c, "Input axis should be in range [%lld, %lld), got %lld", -(long long)rank,
				  (long long)rank, (long long)*axis);
	if (*axis < 0)
		*axis += rank;
	if (!sparse_checked(c, s, 1, 2, 3))
		return false;
	if (parts < 1 || parts > s->shape[*axis])
		return op_invalid(c, "Input num_split should be between 1 and the splitting dimension size (%lld), "
				  "got %lld", (long long)s->shape[*axis], (long long)parts);
	return true;
}

/* Which part index v of the dimension falls into, and where it starts. */
static int64_t part_of(int64_t v, int64_t size, int64_t extra, int64_t *start)
{
	int64_t k = v < extra * (size + 1) ? v / (size + 1) : (v - extra) / size;

	*start = k * size + (k < extra ? k : extra);
	return k;
}

static bool run_split(struct op_ctx *c)
{
	int64_t parts = c->n_out / 3, axis = 0, size, extra, unused;
	struct sparse s;
	struct pick *p;

	if (c->n_out % 3 || !split_check(c, &s, &axis, parts) ||
	    !sparse_dims(c, s.rank, s.shape, &unused, DIMS_BUILD))
		return err_is(c->err) ? false : op_invalid(c, "has %d outputs", c->n_out);
	size = s.shape[axis] / parts;
	extra = s.shape[axis] % parts;
	p = arena_array(c->scratch, (size_t)parts, sizeof(*p));
	for (int64_t i = 0; i < s.n; i++) {
		int64_t v = s.at[i * s.rank + axis], start;

		if (v < 0 || v >= s.shape[axis])
			return op_invalid(c, "Slice index %lld is larger than num_split.", (long long)v);
		p[part_of(v, size, extra, &start)].room++;
	}
	for (int64_t k = 0; k < parts; k++)
		if (!pick_begin(&p[k], c, p[k].room, s.rank))
			return false;
	for (int64_t i = 0; i < s.n; i++) {
		int64_t start, k = part_of(s.at[i * s.rank + axis], size, extra, &start);

		pick_add(&p[k], &s, i)[axis] -= start;
	}
	for (int64_t k = 0; k < parts; k++) {
		int64_t *shape = arena_array(c->scratch, (size_t)s.rank + 1, sizeof(*shape));

		memcpy(shape, s.shape, (size_t)s.rank * sizeof(*shape));
		shape[axis] = size + (k < extra);
		if (!pick_end(&p[k], (int)k, (int)parts, shape, false, s.val->dtype))
			return false;
	}
	return true;
}

static const struct op_row rows[] = {
	{ .name = "SparseConcat", .n_in = -1, .n_out = 3, .types = { { "T", DM_ANY } }, .run = run_concat },
	{ .name = "SparseSlice", .n_in = 5, .n_out = 3, .types = { { "T", DM_ANY } }, .run = run_slice },
	{ .name = "SparseSplit", .n_in = 4, .n_out = -1, .types = { { "T", DM_ANY } }, .run = run_split },
};

OP_FAMILY(family_sparse_shape, rows);
