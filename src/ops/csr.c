/* Sparse matrices by compressed rows: made, taken apart, transposed; see csr.h. */
#include "ops/csr.h"

#include <stdlib.h>
#include <string.h>

#include "ops/sparse.h"
#include "ops/tensorlist.h"

/* ---- the object ---- */

static void csr_destroy(struct object *o)
{
	struct csr *m = (struct csr *)o;

	tensor_unref(m->shape);
	tensor_unref(m->from);
	tensor_unref(m->row);
	tensor_unref(m->col);
	tensor_unref(m->val);
	free(m);
}

static void csr_describe(const struct object *o, struct str *out)
{
	const struct csr *m = (const struct csr *)o;

	str_addf(out, "sparse matrix of %s [", m->val ? dtype_info(m->val->dtype)->name : "?");
	if (m->rank == 3)
		str_addf(out, "%lld,", (long long)m->batch);
	str_addf(out, "%lld,%lld], %lld values", (long long)m->rows, (long long)m->cols,
		 (long long)(m->val ? m->val->n : 0));
}

static const struct object_class csr_class = {
	.name = "sparse matrix", .destroy = csr_destroy, .describe = csr_describe,
};

const struct csr *csr_in(struct op_ctx *c, int i)
{
	const struct tensor *t = c->in[i];
	const struct object *o = t->dtype == DT_VARIANT && t->n == 1 ? *(struct object **)t->data : NULL;

	if (o && o->cls == &csr_class)
		return (const struct csr *)o;
	op_invalid(c, "Could not retrieve Variant input %d", i);
	return NULL;
}

static bool rows_ok(struct op_ctx *c, const struct csr *m)
{
	for (int64_t b = 0; b < m->batch; b++)
		for (int64_t r = 0; r < m->rows; r++) {
			int64_t lo, hi;

			csr_row(m, b, r, &lo, &hi);
			if (lo < 0 || hi < lo || hi > m->col->n)
				return op_invalid(c, "row %lld of sparse matrix %lld is damaged", (long long)r,
						  (long long)b);
		}
	for (int64_t i = 0; i < m->col->n; i++) {
		int32_t col = ((const int32_t *)m->col->data)[i];

		if (col < 0 || col >= m->cols)
			return op_invalid(c, "column %d of a sparse matrix that has %lld", col, (long long)m->cols);
	}
	return true;
}

bool csr_out(struct op_ctx *c, struct tensor *shape, struct tensor *from, struct tensor *row, struct tensor *col,
	     struct tensor *val)
{
	struct csr *m = xcalloc(1, sizeof(*m));
	const int64_t *dim = shape ? shape->data : NULL;

	atomic_init(&m->o.refs, 1);
	m->o.cls = &csr_class;
	m->shape = shape, m->from = from, m->row = row, m->col = col, m->val = val;
	if (shape && from && row && col && val) {
		m->rank = (int)shape->n;
		m->batch = m->rank == 3 ? dim[0] : 1;
		m->rows = dim[m->rank - 2];
		m->cols = dim[m->rank - 1];
		if (rows_ok(c, m))
			return variant_out(c, 0, &m->o);
	}
	object_unref(&m->o);
	return false;
}

/* ---- numbers ---- */

static bool is_single(enum dtype t)
{
	return t == DT_FLOAT || t == DT_COMPLEX64;
}

static bool is_complex(enum dtype t)
{
	return t == DT_COMPLEX64 || t == DT_COMPLEX128;
}

static double rounded(enum dtype t, double v)
{
	return is_single(t) ? (double)(float)v : v;
}

struct num csr_at(const struct tensor *t, int64_t i)
{
	switch (t->dtype) {
	case DT_FLOAT:
		return (struct num){ (double)((const float *)t->data)[i], 0 };
	case DT_DOUBLE:
		return (struct num){ ((const double *)t->data)[i], 0 };
	case DT_COMPLEX64:
		return (struct num){ (double)((const float *)t->data)[2 * i],
				     (double)((const float *)t->data)[2 * i + 1] };
	default:
		return (struct num){ ((const double *)t->data)[2 * i], ((const double *)t->data)[2 * i + 1] };
	}
}

void csr_put(struct tensor *t, int64_t i, struct num v)
{
	if (is_complex(t->dtype)) {
		if (is_single(t->dtype)) {
			((float *)t->data)[2 * i] = (float)v.re;
			((float *)t->data)[2 * i + 1] = (float)v.im;
		} else {
			((double *)t->data)[2 * i] = v.re;
			((double *)t->data)[2 * i + 1] = v.im;
		}
	} else if (is_single(t->dtype)) {
		((float *)t->data)[i] = (float)v.re;
	} else {
		((double *)t->data)[i] = v.re;
	}
}

struct num csr_mul(enum dtype t, struct num a, struct num b)
{
	if (!is_complex(t))
		return (struct num){ rounded(t, a.re * b.re), 0 };
	return (struct num){ rounded(t, rounded(t, a.re * b.re) - rounded(t, a.im * b.im)),
			     rounded(t, rounded(t, a.re * b.im) + rounded(t, a.im * b.re)) };
}

struct num csr_add(enum dtype t, struct num a, struct num b)
{
	return (struct num){ rounded(t, a.re + b.re), is_complex(t) ? rounded(t, a.im + b.im) : 0 };
}

/* ---- from indices ---- */

static struct tensor *ints(struct op_ctx *c, int64_t n)
{
	return tensor_zeros(DT_INT32, 1, &n, c->err);
}

/* What the places of a matrix need in int32. */
static bool counts_ok(struct op_ctx *c, int64_t batch, int64_t rows, int64_t n)
{
	int64_t all;

	if (batch >= INT32_MAX)
		return op_invalid(c, "dense_shape batch_size must be < Int32Max, but the input value is %lld",
				  (long long)batch);
	if (n > INT32_MAX)
		return op_invalid(c, "values number of elements must be <= Int32Max, but the input value is %lld",
				  (long long)n);
	if (__builtin_add_overflow(rows, 1, &all) || __builtin_mul_overflow(all, batch, &all) || all > INT32_MAX)
		return op_invalid(
			c,
			"The csr row index size, computed based on the dense_shape, must be <= Int32Max, but is too "
			"large. Current value is %lld",
			(long long)(((uint64_t)rows + 1) * (uint64_t)batch));
	return true;
}

/* Sorted indices [n, rank] of a matrix of that shape, all inside, as where rows begin. */
static void count_rows(const int64_t *at, int64_t n, int rank, int64_t batch, int64_t rows, int32_t *from, int32_t *row,
		       int32_t *col)
{
	int64_t seen = rank == 2 ? 0 : -1;

	for (int64_t i = 0; i < n; i++, at += rank) {
		int64_t b = rank == 3 ? at[0] : 0;

		row[b * (rows + 1) + at[rank - 2] + 1]++;
		col[i] = (int32_t)at[rank - 1];
		while (seen < b)
			from[++seen] = (int32_t)i;
	}
	while (seen < batch)
		from[++seen] = (int32_t)n;
	for (int64_t b = 0; b < batch; b++)
		for (int64_t r = 0; r < rows; r++)
			row[b * (rows + 1) + r + 1] += row[b * (rows + 1) + r];
}

/* Output 0 of indices and values; takes shape and val. */
static bool from_indices(struct op_ctx *c, const int64_t *at, int64_t n, struct tensor *shape, struct tensor *val)
{
	int rank = shape && val ? (int)shape->n : 0;
	const int64_t *dim = rank ? shape->data : NULL;
	int64_t batch = rank == 3 ? dim[0] : 1, rows = rank ? dim[rank - 2] : 0;
	bool ok = rank && counts_ok(c, batch, rows, n);
	struct tensor *from = ok ? ints(c, batch + 1) : NULL, *row = from ? ints(c, batch * (rows + 1)) : NULL;
	struct tensor *col = row ? ints(c, n) : NULL;

	if (col)
		count_rows(at, n, rank, batch, rows, from->data, row->data, col->data);
	return csr_out(c, shape, from, row, col, val);
}

static bool run_from_sparse(struct op_ctx *c)
{
	struct sparse s;
	int64_t unused;

	if (!sparse_checked(c, &s, 0, 1, 2) || !sparse_inside(c, &s))
		return false;
	if (s.rank != 2 && s.rank != 3)
		return op_invalid(c, "SparseTensor must have rank 2 or 3; but indices has rank: %d", s.rank);
	if (!sparse_dims(c, s.rank, s.shape, &unused, DIMS_BUILD))
		return false;
	return from_indices(c, s.at, s.n, tensor_ref(c->in[2]), tensor_ref(c->in[1]));
}

/* The values of a dense tensor at indices; NULL with an error. */
static struct tensor *picked(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *ix = c->in[1];
	struct tensor *val = tensor_new(x->dtype, 1, &ix->dim[0], c->err);

	for (int64_t i = 0; val && i < ix->dim[0]; i++) {
		const int64_t *at = (const int64_t *)ix->data + i * x->rank;
		int64_t k = 0;
		bool in = true;

		for (int d = 0; d < x->rank; d++) {
			in = in && at[d] >= 0 && at[d] < x->dim[d];
			k = in ? k * x->dim[d] + at[d] : 0;
		}
		if (!in) {
			op_invalid(c, "indices[%lld] = [%s] does not index into param shape %s, node name: %.*s",
				   (long long)i, op_list(c, at, x->rank, ", "), op_in_shape(c, 0),
				   SV_ARG(c->node->name));
			tensor_unref(val);
			return NULL;
		}
		csr_put(val, i, csr_at(x, k));
	}
	return val;
}

static bool run_from_dense(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *ix = c->in[1];
	struct tensor *shape;

	if (x->rank != 2 && x->rank != 3)
		return op_invalid(c, "params must have rank == 2 or 3; but saw shape: %s", op_in_shape(c, 0));
	if (ix->rank != 2)
		return op_invalid(c, "indices must be a matrix, but saw shape: %s", op_in_shape(c, 1));
	if (ix->dim[1] != x->rank)
		return op_invalid(c, "indices.shape[1] must be equal to the rank of params, but saw: %lld vs. %d",
				  (long long)ix->dim[1], x->rank);
	shape = tensor_new(DT_INT64, 1, (int64_t[]){ x->rank }, c->err);
	if (shape)
		memcpy(shape->data, x->dim, shape->bytes);
	return from_indices(c, ix->data, ix->dim[0], shape, shape ? picked(c) : NULL);
}

/* ---- taken apart ---- */

/* Is it of the node's type? The texts differ. */
static const struct csr *typed_in(struct op_ctx *c, const char *asked, const char *saw)
{
	const struct csr *m = csr_in(c, 0);
	enum dtype t = DT_INVALID;

	node_attr_type(c->node, "type", &t);
	if (m && m->val->dtype != t) {
		op_invalid(c, "%s %s %s %s", asked, dtype_text(t), saw, dtype_text(m->val->dtype));
		return NULL;
	}
	return m;
}

static bool run_to_dense(struct op_ctx *c)
{
	const struct csr *m = typed_in(c, "Asked for a CSRSparseMatrix of type", "but saw dtype:");
	struct tensor *out = m ? op_out(c, 0, m->val->dtype, m->rank, m->shape->data) : NULL;

	if (!out)
		return false;
	memset(out->data, 0, out->bytes);
	for (int64_t b = 0; b < m->batch; b++)
		for (int64_t r = 0; r < m->rows; r++) {
			int64_t lo, hi;

			csr_row(m, b, r, &lo, &hi);
			for (int64_t i = lo; i < hi; i++)
				csr_put(out, (b * m->rows + r) * m->cols + ((const int32_t *)m->col->data)[i],
					csr_at(m->val, i));
		}
	return true;
}

static bool run_to_sparse(struct op_ctx *c)
{
	const struct csr *m = typed_in(c, "Expected a CSRSparseMatrix of type", "but saw type:");
	struct tensor *ix = m ? op_out(c, 0, DT_INT64, 2, (int64_t[]){ m->val->n, m->rank }) : NULL;

	if (!ix || !op_out_ref(c, 1, m->val) || !op_out_ref(c, 2, m->shape))
		return false;
	memset(ix->data, 0, ix->bytes);
	for (int64_t b = 0; b < m->batch; b++)
		for (int64_t r = 0; r < m->rows; r++) {
			int64_t lo, hi;

			csr_row(m, b, r, &lo, &hi);
			for (int64_t i = lo; i < hi; i++) {
				int64_t *at = (int64_t *)ix->data + i * m->rank;

				if (m->rank == 3)
					*at++ = b;
				at[0] = r;
				at[1] = ((const int32_t *)m->col->data)[i];
			}
		}
	return true;
}

static const struct csr *same_type(struct op_ctx *c, int i, const char *name)
{
	const struct csr *m = csr_in(c, i);
	enum dtype t = DT_INVALID;

	node_attr_type(c->node, "type", &t);
	if (m && m->val->dtype != t) {
		op_invalid(c, "dtype of %s is not equal to 'type': %s vs. %s", name, dtype_text(m->val->dtype),
			   dtype_text(t));
		return NULL;
	}
	return m;
}

static bool slice_out(struct op_ctx *c, int i, struct tensor *t, int64_t from, int64_t to)
{
	struct tensor *part = tensor_rows(t, from, to, c->err);
	bool ok = part && op_out_ref(c, i, part);

	tensor_unref(part);
	return ok;
}

static bool run_components(struct op_ctx *c)
{
	const struct csr *m = same_type(c, 0, "input");
	int32_t k;
	const int32_t *from;

	if (!m)
		return false;
	if (c->in[1]->rank)
		return op_invalid(c, "index should be a scalar, but saw a tensor of shape %s", op_in_shape(c, 1));
	k = *(const int32_t *)c->in[1]->data;
	if (k < 0 || k >= m->batch)
		return op_invalid(c, "index (%d) not in [0, %lld)", k, (long long)m->batch);
	if (m->rank == 2)
		return op_out_ref(c, 0, m->row) && op_out_ref(c, 1, m->col) && op_out_ref(c, 2, m->val);
	from = m->from->data;
	return slice_out(c, 0, m->row, k * (m->rows + 1), (k + 1) * (m->rows + 1)) &&
	       slice_out(c, 1, m->col, from[k], from[k + 1]) && slice_out(c, 2, m->val, from[k], from[k + 1]);
}

static bool run_nnz(struct op_ctx *c)
{
	const struct csr *m = csr_in(c, 0);
	struct tensor *out = m ? op_out(c, 0, DT_INT32, m->rank - 2, &m->batch) : NULL;

	for (int64_t b = 0; out && b < m->batch; b++)
		((int32_t *)out->data)[b] =
			((const int32_t *)m->from->data)[b + 1] - ((const int32_t *)m->from->data)[b];
	return out != NULL;
}

/* ---- transposed ---- */

static void flip_one(const struct csr *m, int64_t b, bool conj, int32_t *row, struct tensor *col, struct tensor *val,
		     int32_t *next)
{
	int64_t from = ((const int32_t *)m->from->data)[b], lo, hi;

	for (int64_t r = 0; r < m->rows; r++) {
		csr_row(m, b, r, &lo, &hi);
		for (int64_t i = lo; i < hi; i++)
			row[((const int32_t *)m->col->data)[i] + 1]++;
	}
	for (int64_t k = 0; k < m->cols; k++)
		row[k + 1] += row[k];
	memcpy(next, row, (size_t)m->cols * sizeof(*next));
	for (int64_t r = 0; r < m->rows; r++) {
		csr_row(m, b, r, &lo, &hi);
		for (int64_t i = lo; i < hi; i++) {
			int64_t to = from + next[((const int32_t *)m->col->data)[i]]++;

			((int32_t *)col->data)[to] = (int32_t)r;
			csr_put(val, to, csr_conj(csr_at(m->val, i), conj));
		}
	}
}

bool csr_flip(struct op_ctx *c, const struct csr *m, bool conj, struct tensor **row, struct tensor **col,
	      struct tensor **val)
{
	int32_t *next = op_temp(c, ((size_t)m->cols + 1) * sizeof(*next));

	*col = *val = NULL;
	*row = next && counts_ok(c, m->batch, m->cols, m->val->n) ? ints(c, m->batch * (m->cols + 1)) : NULL;
	if (*row)
		*col = ints(c, m->val->n);
	if (*col)
		*val = tensor_zeros(m->val->dtype, 1, &m->val->n, c->err);
	for (int64_t b = 0; *val && b < m->batch; b++)
		flip_one(m, b, conj, (int32_t *)(*row)->data + b * (m->cols + 1), *col, *val, next);
	return *val != NULL;
}

static bool run_transpose(struct op_ctx *c)
{
	const struct csr *m = same_type(c, 0, "input");
	struct tensor *shape, *row, *col, *val;
	bool conj = false;
	int64_t *dim;

	node_attr_bool(c->node, "conjugate", &conj);
	shape = m ? tensor_copy(m->shape, c->err) : NULL;
	if (!shape)
		return false;
	dim = shape->data;
	dim[m->rank - 2] = m->cols;
	dim[m->rank - 1] = m->rows;
	csr_flip(c, m, conj, &row, &col, &val);
	return csr_out(c, shape, tensor_ref(m->from), row, col, val);
}

#define DM_ENTRY (DM(DT_FLOAT) | DM(DT_DOUBLE) | DM(DT_COMPLEX64) | DM(DT_COMPLEX128))
static const struct op_row rows[] = {
	{ .name = "CSRSparseMatrixComponents",
	  .n_in = 2,
	  .n_out = 3,
	  .types = { { "type", DM_ENTRY } },
	  .run = run_components },
	{ .name = "CSRSparseMatrixToDense",
	  .n_in = 1,
	  .n_out = 1,
	  .types = { { "type", DM_ENTRY } },
	  .run = run_to_dense },
	{ .name = "CSRSparseMatrixToSparseTensor",
	  .n_in = 1,
	  .n_out = 3,
	  .types = { { "type", DM_ENTRY } },
	  .run = run_to_sparse },
	{ .name = "DenseToCSRSparseMatrix",
	  .n_in = 2,
	  .n_out = 1,
	  .types = { { "T", DM_ENTRY } },
	  .run = run_from_dense },
	{ .name = "SparseMatrixNNZ", .n_in = 1, .n_out = 1, .run = run_nnz },
	{ .name = "SparseMatrixTranspose",
	  .n_in = 1,
	  .n_out = 1,
	  .types = { { "type", DM_ENTRY } },
	  .run = run_transpose },
	{ .name = "SparseTensorToCSRSparseMatrix",
	  .n_in = 3,
	  .n_out = 1,
	  .types = { { "T", DM_ENTRY } },
	  .run = run_from_sparse },
};

OP_FAMILY(family_csr, rows);
