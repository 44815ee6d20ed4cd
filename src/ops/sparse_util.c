/* Sparse tensors' checks and order; see sparse.h. */
#include "ops/sparse.h"

#include <stdlib.h>
#include <string.h>

#include "base/str.h"

bool sparse_make(struct op_ctx *c, struct sparse *s, const struct tensor *ix, const struct tensor *val,
		 const struct tensor *shape)
{
	int64_t *dims;

	if (val->rank != 1)
		return op_invalid(c, "vals must be a vec, but got: %s", op_shape(c, val->rank, val->dim));
	if (ix->rank < 1 || ix->dim[0] != val->n)
		return op_invalid(c, "indices and values rows (indexing dimension) must match. (indices = %lld, "
				  "values = %lld)", ix->rank ? (long long)ix->dim[0] : 0, (long long)val->n);
	if (ix->rank != 2)
		return op_invalid(c, "indices must be a matrix, but got: %s", op_shape(c, ix->rank, ix->dim));
	if (ix->dim[1] != shape->n)
		return op_invalid(c, "Order length must be SparseTensor rank.");
	if (shape->n > SHAPE_MAX_RANK)
		return op_invalid(c, "Shape must be at most rank %d but is rank %lld", SHAPE_MAX_RANK,
				  (long long)shape->n);
	dims = arena_array(c->scratch, (size_t)shape->n + 1, sizeof(*dims));
	for (int64_t d = 0; d < shape->n; d++)
		dims[d] = tensor_get_i64(shape, d);
	*s = (struct sparse){ .ix = ix, .val = val, .at = ix->data, .shape = dims, .n = val->n,
			      .rank = (int)shape->n };
	return true;
}

bool sparse_of(struct op_ctx *c, struct sparse *s, int i, int j, int k)
{
	return sparse_make(c, s, c->in[i], c->in[j], c->in[k]);
}

bool sparse_checked(struct op_ctx *c, struct sparse *s, int i, int j, int k)
{
	const struct tensor *ix = c->in[i], *val = c->in[j], *shape = c->in[k];

	if (ix->rank != 2)
		return op_invalid(c, "Sparse indices must be rank 2 but is rank %d", ix->rank);
	if (val->rank != 1)
		return op_invalid(c, "Sparse values must be rank 1 but is rank %d", val->rank);
	if (shape->rank != 1)
		return op_invalid(c, "Sparse shape must be rank 1 but is rank %d", shape->rank);
	if (val->n != ix->dim[0])
		return op_invalid(c, "Number of elements in indices (%lld) and values (%lld) do not match",
				  (long long)ix->dim[0], (long long)val->n);
	if (shape->n != ix->dim[1])
		return op_invalid(c, "Index rank (%lld) and shape rank (%lld) do not match",
				  (long long)ix->dim[1], (long long)shape->n);
	return sparse_of(c, s, i, j, k);
}

static bool inside(const struct sparse *s, const int64_t *at)
{
	for (int d = 0; d < s->rank; d++)
		if (at[d] < 0 || at[d] >= s->shape[d])
			return false;
	return true;
}

/* The first row that is wrong, or -1; *order: how it stands to the one before. */
static int64_t first_wrong(const struct sparse *s, int *order)
{
	for (int64_t i = 0; i < s->n; i++) {
		const int64_t *at = s->at + i * s->rank;

		*order = i ? index_cmp(at, at - s->rank, s->rank) : 1;
		if (!inside(s, at) || *order <= 0)
			return i;
	}
	return -1;
}

bool sparse_sorted(const struct sparse *s)
{
	int order;

	return first_wrong(s, &order) < 0;
}

bool sparse_valid(struct op_ctx *c, const struct sparse *s)
{
	int order;
	int64_t i = first_wrong(s, &order);
	const int64_t *at = s->at + i * s->rank;
	const char *row;

	if (i < 0)
		return true;
	/* TensorFlow closes the bracket behind the last number. */
	row = s->rank ? arena_printf(c->scratch, "indices[%lld] = [%s]", (long long)i, op_list(c, at, s->rank, ",")) :
			arena_printf(c->scratch, "indices[%lld] = [", (long long)i);
	if (!inside(s, at))
		return op_invalid(c, "%s is out of bounds: need 0 <= index < [%s]", row,
				  op_list(c, s->shape, s->rank, ","));
	if (order < 0)
		return op_invalid(c, "%s is out of order. Many sparse ops require sorted indices.\n    Use "
				  "`tf.sparse.reorder` to create a correctly ordered copy.\n\n", row);
	return op_invalid(c, "%s is repeated", row);
}

bool sparse_inside(struct op_ctx *c, const struct sparse *s)
{
	for (int64_t i = 0; i < s->n; i++)
		if (!inside(s, s->at + i * s->rank))
			return op_invalid(c, "Sparse index tuple indices[%lld, :] = [%s] is out of bounds",
					  (long long)i, op_list(c, s->at + i * s->rank, s->rank, ", "));
	return true;
}

bool sparse_dims(struct op_ctx *c, int64_t rank, const int64_t *dim, int64_t *n, const char *negative)
{
	int64_t total = 1, next;
	bool zero = false, fits = true;

	if (rank > SHAPE_MAX_RANK)
		return op_invalid(c, "Too many dimensions in tensor");
	for (int64_t d = 0; d < rank; d++) {
		if (dim[d] < 0)
			return negative[0] == 'D' ? op_invalid(c, DIMS_MAKE, (long long)dim[d]) :
						    op_invalid(c, DIMS_BUILD, (long long)dim[d]);
		zero |= dim[d] == 0;
		fits = fits && !__builtin_mul_overflow(total, dim[d], &next);
		total = fits ? next : total;
		if (!fits && !zero)
			return op_invalid(c, "Encountered overflow when multiplying %lld with %lld, result: %lld",
					  (long long)(dim[d] ? total : 0), (long long)dim[d], -1LL);
	}
	*n = zero ? 0 : total;
	return true;
}

/* ---- what is put by ---- */

bool sparse_ranks(struct op_ctx *c)
{
	static const char *const name[] = { "indices should be a matrix", "values should be a vector",
					    "shape should be a vector" };

	for (int i = 0; i < 3; i++)
		if (c->in[i]->rank != (i ? 1 : 2))
			return op_invalid(c, "Input %s but received shape %s", name[i], op_in_shape(c, i));
	return true;
}

bool sparse_row(struct op_ctx *c, const struct sparse *s, int64_t from, int64_t to, struct tensor **ix,
		struct tensor **val)
{
	int64_t n = to - from, rank = s->rank - 1;

	*val = NULL;
	*ix = tensor_new(DT_INT64, 2, (int64_t[]){ n, rank }, c->err);
	if (*ix)
		*val = tensor_new(s->val->dtype, 1, &n, c->err);
	for (int64_t i = 0; *val && i < n; i++)
		memcpy((int64_t *)(*ix)->data + i * rank, s->at + (from + i) * s->rank + 1,
		       (size_t)rank * sizeof(int64_t));
	return *val && el_copy(s->val->dtype, (*val)->data, el_at(s->val, from), n, c->err);
}

int64_t sparse_group(const struct sparse *s, int64_t from)
{
	int64_t to = from;

	while (to < s->n && s->at[to * s->rank] == s->at[from * s->rank])
		to++;
	return to;
}

/* ---- order ---- */

struct merge {
	const int64_t *at;
	int rank;
	int64_t *from, *to;
};

/* Runs of `width` sorted rows of from, two at a time, into to. */
static void merge_runs(struct merge *m, int64_t n, int64_t width)
{
	for (int64_t lo = 0; lo < n; lo += 2 * width) {
		int64_t mid = lo + width < n ? lo + width : n, hi = mid + width < n ? mid + width : n;
		int64_t a = lo, b = mid;

		for (int64_t k = lo; k < hi; k++) {
			bool first = a < mid && (b >= hi || index_cmp(m->at + m->from[a] * m->rank,
							     m->at + m->from[b] * m->rank, m->rank) <= 0);

			m->to[k] = m->from[first ? a++ : b++];
		}
	}
}

int64_t *sparse_order(struct op_ctx *c, const int64_t *at, int64_t n, int rank)
{
	struct merge m = { .at = at, .rank = rank };
	size_t bytes;

	if (!size_mul((size_t)n + 1, sizeof(int64_t), &bytes)) {
		op_fail(c, ERR_RESOURCE_EXHAUSTED, "too many indices");
		return NULL;
	}
	m.from = op_temp(c, bytes);
	m.to = m.from ? op_temp(c, bytes) : NULL;
	if (!m.to)
		return NULL;
	for (int64_t i = 0; i < n; i++)
		m.from[i] = i;
	for (int64_t width = 1; width < n; width *= 2) {
		int64_t *t = m.from;

		merge_runs(&m, n, width);
		m.from = m.to;
		m.to = t;
	}
	return m.from;
}
