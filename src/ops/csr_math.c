/* Products of sparse matrices, with dense ones and with each other, and their Cholesky factors. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "ops/csr.h"

/* ---- with dense ones ---- */

struct product {
	bool ta, tb, conj_a, conj_b, turn, conj_out;
	int64_t m, n, k;
};

static bool flags_of(struct op_ctx *c, bool *turn, bool *conj, char which)
{
	char t[16] = "transpose_?", a[16] = "adjoint_?";

	t[10] = a[8] = which;
	node_attr_bool(c->node, t, turn);
	node_attr_bool(c->node, a, conj);
	if (*turn && *conj)
		return op_invalid(c, "Only one of adjoint_%c and transpose_%c may be true.", which, which);
	*turn |= *conj;
	return true;
}

static bool product_fits(struct op_ctx *c, const struct csr *a, struct product *p)
{
	const struct tensor *b = c->in[1];
	int64_t batch, inner;

	if (a->val->dtype != b->dtype)
		return op_invalid(c, "Input types don't match.  a.dtype == %s vs. b.dtype == %s",
				  dtype_text(a->val->dtype), dtype_text(b->dtype));
	if (a->rank != b->rank)
		return op_invalid(c, "Ranks of a and b must match, saw: %d vs. %d.", a->rank, b->rank);
	batch = a->rank == 2 ? 1 : b->dim[0];
	if (a->batch != batch)
		return op_invalid(c, "Batch sizes of a and b must match, saw: %lld vs. %lld.", (long long)a->batch,
				  (long long)batch);
	p->m = p->ta ? a->cols : a->rows;
	p->k = p->ta ? a->rows : a->cols;
	p->n = b->dim[p->tb ? a->rank - 2 : a->rank - 1];
	inner = b->dim[p->tb ? a->rank - 1 : a->rank - 2];
	return p->k == inner ||
	       op_invalid(c, "Inner product dimensions of A and B do not agree.  Shapes are: %s vs. %s",
			  op_shape(c, a->rank, a->shape->data), op_in_shape(c, 1));
}

/* out row `to` += v * b's row `from`. */
static void add_row(const struct product *p, const struct tensor *b, struct tensor *out, int64_t batch, int64_t to,
		    int64_t from, struct num v)
{
	int64_t step = p->tb ? p->k : 1, bi = batch * p->k * p->n + (p->tb ? from : from * p->n);
	int64_t out_step = p->turn ? p->m : 1, oi = batch * p->m * p->n + (p->turn ? to : to * p->n);

	if (out->dtype == DT_FLOAT) {
		for (int64_t j = 0; j < p->n; j++)
			((float *)out->data)[oi + j * out_step] +=
				(float)v.re * ((const float *)b->data)[bi + j * step];
		return;
	}
	for (int64_t j = 0; j < p->n; j++) {
		struct num y = csr_mul(out->dtype, v, csr_conj(csr_at(b, bi + j * step), p->conj_b));

		csr_put(out, oi + j * out_step, csr_add(out->dtype, csr_at(out, oi + j * out_step), y));
	}
}

static bool run_product(struct op_ctx *c)
{
	struct product p = { 0 };
	const struct csr *a;
	int64_t dim[3];
	struct tensor *out;

	if (!flags_of(c, &p.ta, &p.conj_a, 'a') || !flags_of(c, &p.tb, &p.conj_b, 'b') || !(a = csr_in(c, 0)))
		return false;
	node_attr_bool(c->node, "transpose_output", &p.turn);
	node_attr_bool(c->node, "conjugate_output", &p.conj_out);
	if (!product_fits(c, a, &p))
		return false;
	dim[0] = a->batch;
	dim[a->rank - 2] = p.turn ? p.n : p.m;
	dim[a->rank - 1] = p.turn ? p.m : p.n;
	out = op_out(c, 0, a->val->dtype, a->rank, dim);
	if (!out)
		return false;
	memset(out->data, 0, out->bytes);
	for (int64_t b = 0; b < a->batch; b++)
		for (int64_t r = 0; r < a->rows; r++) {
			int64_t lo, hi;

			csr_row(a, b, r, &lo, &hi);
			for (int64_t i = lo; i < hi; i++) {
				int64_t col = ((const int32_t *)a->col->data)[i];

				add_row(&p, c->in[1], out, b, p.ta ? col : r, p.ta ? r : col,
					csr_conj(csr_at(a->val, i), p.conj_a));
			}
		}
	for (int64_t i = 0; p.conj_out && i < out->n; i++)
		csr_put(out, i, csr_conj(csr_at(out, i), true));
	return true;
}

/* ---- with each other ---- */

/* One side as it is used: transposed when so asked. */
struct side {
	struct csr m;			/* borrows all but the three that flip made */
	struct tensor *made[3];
};

static void side_free(struct side *s)
{
	for (int i = 0; i < 3; i++)
		tensor_unref(s->made[i]);
}

static bool side_of(struct op_ctx *c, int i, struct side *s)
{
	const struct csr *m = csr_in(c, i);
	enum dtype t = DT_INVALID;
	bool turn = false, conj = false;

	memset(s, 0, sizeof(*s));
	if (!m || !flags_of(c, &turn, &conj, (char)('a' + i)))
		return false;
	node_attr_type(c->node, "type", &t);
	if (m->val->dtype != t)
		return op_invalid(c, "dtype of %c is not equal to 'type': %s vs. %s", 'a' + i,
				  dtype_text(m->val->dtype), dtype_text(t));
	s->m = *m;
	if (!turn)
		return true;
	s->m.rows = m->cols;
	s->m.cols = m->rows;
	if (!csr_flip(c, m, conj, &s->made[0], &s->made[1], &s->made[2]))
		return false;
	s->m.row = s->made[0], s->m.col = s->made[1], s->m.val = s->made[2];
	return true;
}

struct made {
	int32_t col;
	struct num v;
};

struct rows_made {
	VEC(struct made) e;
	int32_t *at;			/* by column: its place in this row, + 1 */
};

static int made_cmp(const void *a, const void *b)
{
	int32_t x = ((const struct made *)a)->col, y = ((const struct made *)b)->col;

	return (x > y) - (x < y);
}

/* Of one matrix there are as many as of the other side. */
static int64_t nth(const struct csr *m, int64_t batch)
{
	return m->batch == 1 ? 0 : batch;
}

static bool multiply_row(struct op_ctx *c, const struct csr *a, const struct csr *b, int64_t batch, int64_t r,
			 struct rows_made *w)
{
	size_t first = w->e.n;
	int64_t lo, hi, from, to;
	enum dtype t = a->val->dtype;

	csr_row(a, nth(a, batch), r, &lo, &hi);
	for (int64_t i = lo; i < hi; i++) {
		csr_row(b, nth(b, batch), ((const int32_t *)a->col->data)[i], &from, &to);
		for (int64_t k = from; k < to; k++) {
			int32_t col = ((const int32_t *)b->col->data)[k];
			struct num v = csr_mul(t, csr_at(b->val, k), csr_at(a->val, i));

			if (!w->at[col]) {
				vec_push(&w->e, ((struct made){ col, v }));
				w->at[col] = (int32_t)(w->e.n - first);
			} else {
				struct num *sum = &w->e.p[first + (size_t)w->at[col] - 1].v;

				*sum = csr_add(t, *sum, v);
			}
		}
	}
	for (size_t i = first; i < w->e.n; i++)
		w->at[w->e.p[i].col] = 0;
	if (w->e.n > first)
		qsort(w->e.p + first, w->e.n - first, sizeof(*w->e.p), made_cmp);
	return (w->e.n < INT32_MAX || op_fail(c, ERR_RESOURCE_EXHAUSTED, "too many values")) &&
	       c->world->go_on(c->world_ctx, c->err);
}

static bool made_out(struct op_ctx *c, struct rows_made *w, enum dtype t, struct tensor *shape, struct tensor *from,
		     struct tensor *row)
{
	int64_t n = (int64_t)w->e.n;
	struct tensor *col = tensor_new(DT_INT32, 1, &n, c->err), *val = col ? tensor_new(t, 1, &n, c->err) : NULL;

	for (int64_t i = 0; val && i < n; i++) {
		((int32_t *)col->data)[i] = w->e.p[i].col;
		csr_put(val, i, w->e.p[i].v);
	}
	return csr_out(c, shape, from, row, col, val);
}

static bool multiply(struct op_ctx *c, const struct csr *a, const struct csr *b)
{
	struct rows_made w = { .at = op_temp(c, ((size_t)b->cols + 1) * sizeof(*w.at)) };
	int64_t batch = a->batch == 1 ? b->batch : a->batch, n = batch + 1, rows = batch * (a->rows + 1);
	struct tensor *shape = tensor_copy(a->shape, c->err), *from = tensor_zeros(DT_INT32, 1, &n, c->err);
	struct tensor *row = tensor_zeros(DT_INT32, 1, &rows, c->err);
	bool ok = w.at && shape && from && row;

	if (ok) {
		if (a->rank == 3)
			((int64_t *)shape->data)[0] = batch;
		((int64_t *)shape->data)[a->rank - 2] = a->rows;
		((int64_t *)shape->data)[a->rank - 1] = b->cols;
		memset(w.at, 0, ((size_t)b->cols + 1) * sizeof(*w.at));
	}
	for (int64_t i = 0; ok && i < batch; i++) {
		size_t first = w.e.n;

		for (int64_t r = 0; ok && r < a->rows; r++) {
			ok = multiply_row(c, a, b, i, r, &w);
			((int32_t *)row->data)[i * (a->rows + 1) + r + 1] = (int32_t)(w.e.n - first);
		}
		((int32_t *)from->data)[i + 1] = (int32_t)w.e.n;
	}
	if (ok) {
		ok = made_out(c, &w, a->val->dtype, shape, from, row);
	} else {
		tensor_unref(shape);
		tensor_unref(from);
		tensor_unref(row);
	}
	vec_free(&w.e);
	return ok;
}

static bool run_multiply(struct op_ctx *c)
{
	struct side a, b = { 0 };
	bool ok = side_of(c, 0, &a) && side_of(c, 1, &b);

	if (ok && a.m.batch != b.m.batch && a.m.batch != 1 && b.m.batch != 1)
		ok = op_invalid(c, "Batch sizes of A and B are not compatible.  Batch sizes are: %lld vs. %lld",
				(long long)a.m.batch, (long long)b.m.batch);
	if (ok && (a.m.cols != b.m.rows || a.m.rank != b.m.rank)) {
		int64_t x[3] = { a.m.batch, a.m.rows, a.m.cols }, y[3] = { b.m.batch, b.m.rows, b.m.cols };

		ok = op_invalid(c, "Inner product dimensions of A and B do not agree.  Shapes are: %s vs. %s",
				op_shape(c, a.m.rank, x + 3 - a.m.rank), op_shape(c, b.m.rank, y + 3 - b.m.rank));
	}
	ok = ok && multiply(c, &a.m, &b.m);
	side_free(&a);
	side_free(&b);
	return ok;
}

/* ---- Cholesky: row by row, each solved with the columns above it ---- */

struct entry {
	int32_t row;
	struct num v;
};
struct column {
	VEC(struct entry) e;		/* the diagonal first */
};

struct factor {
	enum dtype t;
	int64_t n;
	const int32_t *place;		/* where row r of the matrix goes */
	struct column *col;		/* of the factor; columns[n] of the permuted upper half beside it */
	struct column *up;
	int32_t *parent, *tag, *pattern;
	struct num *y;
};

static struct num csr_round(enum dtype t, double re, double im)
{
	return t == DT_FLOAT || t == DT_COMPLEX64 ? (struct num){ (double)(float)re, (double)(float)im }
						  : (struct num){ re, im };
}

/* The lower half of the matrix, row r and column k, goes to the upper half's column of the later of both. */
static void permuted(struct factor *f, const struct csr *m, int64_t b)
{
	for (int64_t r = 0; r < f->n; r++) {
		int64_t lo, hi;

		csr_row(m, b, r, &lo, &hi);
		for (int64_t i = lo; i < hi; i++) {
			int32_t k = ((const int32_t *)m->col->data)[i], p, q;

			if (k > r)
				continue;
			p = f->place[r], q = f->place[k];
			if (p > q)
				vec_push(&f->up[p].e, ((struct entry){ q, csr_conj(csr_at(m->val, i), true) }));
			else
				vec_push(&f->up[q].e, ((struct entry){ p, csr_at(m->val, i) }));
		}
	}
}

static void tree(struct factor *f)
{
	for (int32_t k = 0; k < f->n; k++) {
		f->parent[k] = -1;
		f->tag[k] = k;
		for (size_t e = 0; e < f->up[k].e.n; e++)
			for (int32_t i = f->up[k].e.p[e].row; f->tag[i] != k; i = f->parent[i]) {
				if (f->parent[i] < 0)
					f->parent[i] = k;
				f->tag[i] = k;
			}
	}
}

/* Which columns above row k has, in an order in which they can be solved, from the end of pattern on. */
static int64_t reach(struct factor *f, int32_t k)
{
	int64_t top = f->n;

	f->tag[k] = k;
	for (size_t e = 0; e < f->up[k].e.n; e++) {
		int32_t i = f->up[k].e.p[e].row;
		int64_t len = 0;

		f->y[i] = csr_add(f->t, f->y[i], csr_conj(f->up[k].e.p[e].v, true));
		for (; f->tag[i] != k; i = f->parent[i]) {
			f->pattern[len++] = i;
			f->tag[i] = k;
		}
		while (len > 0)
			f->pattern[--top] = f->pattern[--len];
	}
	return top;
}

static bool factor_row(struct factor *f, int32_t k)
{
	int64_t top = reach(f, k);
	double d = f->y[k].re;

	f->y[k] = (struct num){ 0, 0 };
	for (; top < f->n; top++) {
		int32_t i = f->pattern[top];
		struct num yi = f->y[i], p;
		double by = f->col[i].e.p[0].v.re;

		f->y[i] = (struct num){ 0, 0 };
		yi = csr_round(f->t, yi.re / by, yi.im / by);
		for (size_t e = 1; e < f->col[i].e.n; e++) {
			int32_t r = f->col[i].e.p[e].row;

			p = csr_mul(f->t, csr_conj(f->col[i].e.p[e].v, true), yi);
			f->y[r] = csr_add(f->t, f->y[r], (struct num){ -p.re, -p.im });
		}
		p = csr_mul(f->t, yi, csr_conj(yi, true));
		d = csr_round(f->t, d - p.re, 0).re;
		vec_push(&f->col[i].e, ((struct entry){ k, yi }));
	}
	if (!(d > 0))
		return false;
	vec_push(&f->col[k].e, ((struct entry){ k, csr_round(f->t, sqrt(d), 0) }));
	return true;
}

static bool factor_begin(struct op_ctx *c, struct factor *f)
{
	size_t n = (size_t)f->n + 1;

	f->parent = op_temp(c, n * sizeof(*f->parent));
	f->tag = op_temp(c, n * sizeof(*f->tag));
	f->pattern = op_temp(c, n * sizeof(*f->pattern));
	f->y = op_temp(c, n * sizeof(*f->y));
	f->col = xcalloc(n, sizeof(*f->col));
	f->up = xcalloc(n, sizeof(*f->up));
	return f->parent && f->tag && f->pattern && f->y;
}

static void factor_end(struct factor *f)
{
	for (int64_t i = 0; i < f->n; i++) {
		vec_free(&f->col[i].e);
		vec_free(&f->up[i].e);
	}
	free(f->col);
	free(f->up);
}

/* Columns of the factor as rows of the result. */
static void factor_rows(const struct factor *f, struct rows_made *w, int32_t *row)
{
	size_t *next = xcalloc((size_t)f->n + 1, sizeof(*next)), base = w->e.n;

	for (int64_t i = 0; i < f->n; i++)
		for (size_t e = 0; e < f->col[i].e.n; e++)
			row[f->col[i].e.p[e].row + 1]++;
	for (int64_t i = 0; i < f->n; i++) {
		row[i + 1] += row[i];
		next[i] = base + (size_t)row[i];
	}
	for (int64_t i = 0; i < row[f->n]; i++)
		vec_push(&w->e, ((struct made){ 0, { 0, 0 } }));
	for (int64_t i = 0; i < f->n; i++)
		for (size_t e = 0; e < f->col[i].e.n; e++) {
			const struct entry *x = &f->col[i].e.p[e];

			w->e.p[next[x->row]++] = (struct made){ (int32_t)i, x->v };
		}
	free(next);
}

static bool factor_one(struct op_ctx *c, const struct csr *m, int64_t b, const int32_t *perm, struct rows_made *w,
		       int32_t *row)
{
	struct factor f = { .t = m->val->dtype, .n = m->rows };
	int32_t *place = op_temp(c, ((size_t)f.n + 1) * sizeof(*place));
	bool ok = factor_begin(c, &f) && place;

	for (int64_t i = 0; ok && i < f.n; i++)
		place[i] = -1;
	for (int32_t i = 0; ok && i < f.n; i++) {
		ok = (perm[i] >= 0 && perm[i] < f.n && place[perm[i]] < 0) ||
		     op_invalid(c, "permutation must hold each of 0 to %lld once", (long long)f.n - 1);
		if (ok)
			place[perm[i]] = i;
	}
	if (ok) {
		f.place = place;
		memset(f.y, 0, ((size_t)f.n + 1) * sizeof(*f.y));
		permuted(&f, m, b);
		tree(&f);
	}
	for (int32_t k = 0; ok && k < f.n; k++)
		ok = factor_row(&f, k) ||
		     op_invalid(
			     c,
			     "Sparse Cholesky factorization failed for batch index %lld. The input might not be valid.",
			     (long long)b);
	if (ok)
		factor_rows(&f, w, row);
	factor_end(&f);
	return ok && c->world->go_on(c->world_ctx, c->err);
}

static const struct csr *cholesky_in(struct op_ctx *c)
{
	const struct csr *m = csr_in(c, 0);
	const struct tensor *perm = c->in[1];
	enum dtype t = DT_INVALID;
	bool ok;

	node_attr_type(c->node, "type", &t);
	if (!m)
		return NULL;
	if (m->val->dtype != t)
		ok = op_invalid(c, "Asked for a CSRSparseMatrix of type %s but saw dtype: %s", dtype_text(t),
				dtype_text(m->val->dtype));
	else if (m->rows != m->cols)
		ok = op_invalid(c, "sparse matrix must be square; got: %lld != %lld", (long long)m->rows,
				(long long)m->cols);
	else if (perm->rank + 1 != m->rank)
		ok = op_invalid(c, "sparse matrix must have the same rank as permutation; got: %d != %d + 1.", m->rank,
				perm->rank);
	else if (perm->dim[m->rank - 2] != m->rows)
		ok = op_invalid(
			c,
			"permutation must have the same number of elements in each batch as the number of rows in sparse "
			"matrix; got: %lld != %lld",
			(long long)perm->dim[m->rank - 2], (long long)m->rows);
	else
		ok = m->rank == 2 || perm->dim[0] == m->batch ||
		     op_invalid(c, "permutation must have the same batch size as sparse matrix; got: %lld != %lld",
				(long long)perm->dim[0], (long long)m->batch);
	return ok ? m : NULL;
}

static bool run_cholesky(struct op_ctx *c)
{
	const struct csr *m = cholesky_in(c);
	struct rows_made w = { .at = NULL };
	int64_t n = m ? m->batch + 1 : 0, rows = m ? m->batch * (m->rows + 1) : 0;
	struct tensor *from = m ? tensor_zeros(DT_INT32, 1, &n, c->err) : NULL;
	struct tensor *row = from ? tensor_zeros(DT_INT32, 1, &rows, c->err) : NULL;
	bool ok = row != NULL;

	for (int64_t b = 0; ok && b < m->batch; b++) {
		ok = factor_one(c, m, b, (const int32_t *)c->in[1]->data + b * m->rows, &w,
				(int32_t *)row->data + b * (m->rows + 1));
		((int32_t *)from->data)[b + 1] = (int32_t)w.e.n;
	}
	if (ok) {
		ok = made_out(c, &w, m->val->dtype, tensor_ref(m->shape), from, row);
	} else {
		tensor_unref(from);
		tensor_unref(row);
	}
	vec_free(&w.e);
	return ok;
}

#define DM_ENTRY (DM(DT_FLOAT) | DM(DT_DOUBLE) | DM(DT_COMPLEX64) | DM(DT_COMPLEX128))
static const struct op_row rows[] = {
	{ .name = "SparseMatrixMatMul", .n_in = 2, .n_out = 1, .types = { { "T", DM_ENTRY } }, .run = run_product },
	{ .name = "SparseMatrixSparseCholesky",
	  .n_in = 2,
	  .n_out = 1,
	  .types = { { "type", DM_ENTRY } },
	  .run = run_cholesky },
	{ .name = "SparseMatrixSparseMatMul",
	  .n_in = 2,
	  .n_out = 1,
	  .types = { { "type", DM_ENTRY } },
	  .run = run_multiply },
};

OP_FAMILY(family_csr_math, rows);
