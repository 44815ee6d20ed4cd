/*
 * Decompositions and solvers of small matrices. Every type is computed in complex double: matrices are
 * row-major arrays of z.
 */
#include <complex.h>
#include <math.h>
#include <string.h>

#include "ops/linalg.h"

/* ---- elements ---- */

void la_load(const struct tensor *t, int64_t at, int64_t n, z *to)
{
	for (int64_t i = 0; i < n; i++)
		if (t->dtype == DT_COMPLEX64)
			to[i] = ((const float *)t->data)[2 * (at + i)] +
				I * (double)((const float *)t->data)[2 * (at + i) + 1];
		else if (t->dtype == DT_COMPLEX128)
			to[i] = ((const double *)t->data)[2 * (at + i)] +
				I * ((const double *)t->data)[2 * (at + i) + 1];
		else
			to[i] = tensor_get_f64(t, at + i);
}

void la_store(struct tensor *t, int64_t at, int64_t n, const z *from)
{
	for (int64_t i = 0; i < n; i++)
		switch (t->dtype) {
		case DT_FLOAT:
			((float *)t->data)[at + i] = (float)creal(from[i]);
			break;
		case DT_DOUBLE:
			((double *)t->data)[at + i] = creal(from[i]);
			break;
		case DT_HALF:
			((uint16_t *)t->data)[at + i] = half_of_float((float)creal(from[i]));
			break;
		case DT_COMPLEX64:
			((float *)t->data)[2 * (at + i)] = (float)creal(from[i]);
			((float *)t->data)[2 * (at + i) + 1] = (float)cimag(from[i]);
			break;
		default:
			((double *)t->data)[2 * (at + i)] = creal(from[i]);
			((double *)t->data)[2 * (at + i) + 1] = cimag(from[i]);
		}
}

/* ---- LU with row exchanges ---- */

int la_lu(z *a, int64_t n, int64_t *row)
{
	int sign = 1;
	bool whole = true;

	for (int64_t i = 0; i < n; i++)
		row[i] = i;
	for (int64_t k = 0; k < n; k++) {
		int64_t p = k;

		for (int64_t i = k + 1; i < n; i++)
			if (cabs(a[i * n + k]) > cabs(a[p * n + k]))
				p = i;
		if (p != k) {
			int64_t r = row[k];

			row[k] = row[p];
			row[p] = r;
			for (int64_t j = 0; j < n; j++) {
				z t = a[k * n + j];

				a[k * n + j] = a[p * n + j];
				a[p * n + j] = t;
			}
			sign = -sign;
		}
		if (a[k * n + k] == 0) {
			whole = false;
			continue;
		}
		for (int64_t i = k + 1; i < n; i++) {
			z f = a[i * n + k] /= a[k * n + k];

			for (int64_t j = k + 1; j < n; j++)
				a[i * n + j] -= f * a[k * n + j];
		}
	}
	return whole ? sign : 0;
}

void la_lu_solve(const z *a, const int64_t *row, int64_t n, int64_t m, const z *b, z *x)
{
	for (int64_t i = 0; i < n; i++)
		memcpy(x + i * m, b + row[i] * m, (size_t)m * sizeof(*x));
	for (int64_t i = 0; i < n; i++)
		for (int64_t k = 0; k < i; k++)
			for (int64_t j = 0; j < m; j++)
				x[i * m + j] -= a[i * n + k] * x[k * m + j];
	for (int64_t i = n - 1; i >= 0; i--) {
		for (int64_t k = i + 1; k < n; k++)
			for (int64_t j = 0; j < m; j++)
				x[i * m + j] -= a[i * n + k] * x[k * m + j];
		for (int64_t j = 0; j < m; j++)
			x[i * m + j] /= a[i * n + i];
	}
}

void la_adjoint(z *a, int64_t n)
{
	for (int64_t i = 0; i < n; i++) {
		a[i * n + i] = conj(a[i * n + i]);
		for (int64_t j = 0; j < i; j++) {
			z t = conj(a[i * n + j]);

			a[i * n + j] = conj(a[j * n + i]);
			a[j * n + i] = t;
		}
	}
}

/* ---- the ops' common part ---- */

bool la_square(struct op_ctx *c, struct la *l)
{
	if (!la_any(c, l))
		return false;
	return l->m == l->n || op_invalid(c, "Input matrix must be square.");
}

bool la_any(struct op_ctx *c, struct la *l)
{
	const struct tensor *x = c->in[0];

	if (x->rank < 2)
		return op_invalid(c, "Input tensor 0 must have rank >= 2, got %d", x->rank);
	l->rank = x->rank - 2;
	l->m = x->dim[l->rank];
	l->n = x->dim[l->rank + 1];
	l->batch = 1;
	for (int i = 0; i < l->rank; i++)
		if (__builtin_mul_overflow(l->batch, x->dim[i], &l->batch))
			return op_invalid(c, "too many matrices: %s", op_in_shape(c, 0));
	return true;
}

z *la_temp(struct op_ctx *c, int64_t rows, int64_t cols)
{
	size_t n;

	if (!size_mul((size_t)rows, (size_t)cols, &n) || !size_mul(n, sizeof(z), &n)) {
		op_fail(c, ERR_RESOURCE_EXHAUSTED, "a matrix of %lld x %lld is too large", (long long)rows,
			(long long)cols);
		return NULL;
	}
	return op_temp(c, n + sizeof(z));
}

struct tensor *la_out(struct op_ctx *c, const struct la *l, int i, enum dtype t, int extra, int64_t a, int64_t b)
{
	int64_t *dim = op_dims(c, c->in[0], 2);

	dim[l->rank] = a;
	dim[l->rank + 1] = b;
	return op_out(c, i, t, l->rank + extra, dim);
}

static bool run_inverse(struct op_ctx *c)
{
	struct la l;
	bool adj = false;
	struct tensor *out;
	int64_t *row;
	z *a, *one, *x;

	node_attr_bool(c->node, "adjoint", &adj);
	if (!la_square(c, &l))
		return false;
	out = op_out_like(c, 0, c->in[0]);
	a = la_temp(c, l.n, l.n);
	one = la_temp(c, l.n, l.n);
	x = la_temp(c, l.n, l.n);
	row = op_temp(c, (size_t)l.n * sizeof(*row) + 8);
	if (!out || !a || !one || !x || !row)
		return false;
	memset(one, 0, (size_t)(l.n * l.n) * sizeof(z));
	for (int64_t i = 0; i < l.n; i++)
		one[i * l.n + i] = 1;
	for (int64_t b = 0; b < l.batch && l.n; b++) {
		la_load(c->in[0], b * l.n * l.n, l.n * l.n, a);
		if (adj)
			la_adjoint(a, l.n);
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		if (!la_lu(a, l.n, row))
			return op_invalid(c, "Input is not invertible.");
		la_lu_solve(a, row, l.n, l.n, one, x);
		la_store(out, b * l.n * l.n, l.n * l.n, x);
	}
	return true;
}

/* MatrixDeterminant, LogMatrixDeterminant (sign and log of the absolute value). */
static bool run_det(struct op_ctx *c)
{
	struct la l;
	struct tensor *out, *log_out = NULL;
	int64_t *row;
	z *a;

	if (!la_square(c, &l))
		return false;
	out = la_out(c, &l, 0, c->in[0]->dtype, 0, 0, 0);
	if (out && c->n_out > 1)
		log_out = la_out(c, &l, 1, c->in[0]->dtype, 0, 0, 0);
	a = la_temp(c, l.n, l.n);
	row = op_temp(c, (size_t)l.n * sizeof(*row) + 8);
	if (!out || (c->n_out > 1 && !log_out) || !a || !row)
		return false;
	for (int64_t b = 0; b < l.batch; b++) {
		z det, sign, sum = 0;

		la_load(c->in[0], b * l.n * l.n, l.n * l.n, a);
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		det = sign = la_lu(a, l.n, row);
		for (int64_t i = 0; i < l.n; i++) {
			z d = a[i * l.n + i];

			det *= d;
			sum += log(cabs(d));
			sign *= d == 0 ? 0 : d / cabs(d);
		}
		la_store(out, b, 1, log_out ? &sign : &det);
		if (log_out)
			la_store(log_out, b, 1, &sum);
	}
	return true;
}

/* ---- Cholesky: only the lower triangle is read ---- */

bool la_cholesky(z *a, int64_t n)
{
	for (int64_t k = 0; k < n; k++) {
		double d = creal(a[k * n + k]);

		for (int64_t j = 0; j < k; j++)
			d -= creal(a[k * n + j] * conj(a[k * n + j]));
		if (!(d > 0))
			return false;
		a[k * n + k] = sqrt(d);
		for (int64_t i = k + 1; i < n; i++) {
			z s = a[i * n + k];

			for (int64_t j = 0; j < k; j++)
				s -= a[i * n + j] * conj(a[k * n + j]);
			a[i * n + k] = s / a[k * n + k];
			a[k * n + i] = 0;
		}
	}
	return true;
}

static bool run_cholesky(struct op_ctx *c)
{
	struct la l;
	struct tensor *out;
	z *a;

	if (!la_square(c, &l))
		return false;
	out = op_out_like(c, 0, c->in[0]);
	a = la_temp(c, l.n, l.n);
	if (!out || !a)
		return false;
	for (int64_t b = 0; b < l.batch && l.n; b++) {
		la_load(c->in[0], b * l.n * l.n, l.n * l.n, a);
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		if (!la_cholesky(a, l.n))
			for (int64_t i = 0; i < l.n * l.n; i++)
				a[i] = CMPLX(NAN, 0);
		la_store(out, b * l.n * l.n, l.n * l.n, a);
	}
	return true;
}

/* ---- solvers ---- */

static bool run_solve(struct op_ctx *c)
{
	const struct tensor *rhs = c->in[1];
	struct la l;
	bool adj = false;
	struct tensor *out;
	int64_t m, *row;
	z *a, *b, *x;

	node_attr_bool(c->node, "adjoint", &adj);
	if (!la_any(c, &l))
		return false;
	if (rhs->rank != c->in[0]->rank)
		return op_invalid(c, "All input tensors must have the same rank.");
	for (int i = 0; i < l.rank; i++)
		if (rhs->dim[i] != c->in[0]->dim[i])
			return op_invalid(c, "All input tensors must have the same outer dimensions.");
	if (l.m != l.n)
		return op_invalid(c, "First input (lhs) must be a square matrix.");
	if (rhs->dim[l.rank] != l.n)
		return op_invalid(c, "Input matrix and rhs are incompatible.");
	m = rhs->dim[l.rank + 1];
	out = op_out_like(c, 0, rhs);
	a = la_temp(c, l.n, l.n);
	b = la_temp(c, l.n, m);
	x = la_temp(c, l.n, m);
	row = op_temp(c, (size_t)l.n * sizeof(*row) + 8);
	if (!out || !a || !b || !x || !row)
		return false;
	for (int64_t k = 0; k < l.batch && out->n; k++) {
		la_load(c->in[0], k * l.n * l.n, l.n * l.n, a);
		la_load(rhs, k * l.n * m, l.n * m, b);
		if (adj)
			la_adjoint(a, l.n);
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		if (!la_lu(a, l.n, row))
			return op_invalid(c, "Input matrix is not invertible.");
		la_lu_solve(a, row, l.n, m, b, x);
		la_store(out, k * l.n * m, l.n * m, x);
	}
	return true;
}

/* x = T^-1 x for the lower or upper triangle of a. */
static void triangular(const z *a, int64_t n, int64_t m, z *x, bool lower)
{
	for (int64_t s = 0; s < n; s++) {
		int64_t i = lower ? s : n - 1 - s;

		for (int64_t k = lower ? 0 : i + 1; k < (lower ? i : n); k++)
			for (int64_t j = 0; j < m; j++)
				x[i * m + j] -= a[i * n + k] * x[k * m + j];
		for (int64_t j = 0; j < m; j++)
			x[i * m + j] = cimag(a[i * n + i]) == 0 && cimag(x[i * m + j]) == 0 ?
				CMPLX(creal(x[i * m + j]) / creal(a[i * n + i]), 0) : x[i * m + j] / a[i * n + i];
	}
}

static bool triangular_shapes(struct op_ctx *c, bool lower, bool adj)
{
	const struct tensor *a = c->in[0], *b = c->in[1];

	for (int i = 0; i < 2; i++)
		if (c->in[i]->rank < 2)
			return op_invalid(c, "In[%d] ndims must be >= 2: %d", i, c->in[i]->rank);
	if (a->dim[a->rank - 1] != a->dim[a->rank - 2])
		return op_invalid(c, "In[0] matrices in the last dimensions must be square (%lld =/= %lld)",
				  (long long)a->dim[a->rank - 1], (long long)a->dim[a->rank - 2]);
	if (b->dim[b->rank - 2] != a->dim[a->rank - 1])
		return op_invalid(c, "In[0] mismatch In[1] shape: %lld vs. %lld: %s %s %d %d",
				  (long long)a->dim[a->rank - 1], (long long)b->dim[b->rank - 2], op_in_shape(c, 0),
				  op_in_shape(c, 1), lower, adj);
	return true;
}

static bool run_triangular(struct op_ctx *c)
{
	const struct tensor *a = c->in[0], *b = c->in[1];
	bool lower = true, adj = false;
	struct shape lead[2];
	struct bcast plan;
	struct tensor *out;
	int64_t *dim, n, m;
	z *t, *x;

	node_attr_bool(c->node, "lower", &lower);
	node_attr_bool(c->node, "adjoint", &adj);
	if (!triangular_shapes(c, lower, adj))
		return false;
	n = a->dim[a->rank - 1];
	m = b->dim[b->rank - 1];
	lead[0] = (struct shape){ a->rank - 2, a->dim };
	lead[1] = (struct shape){ b->rank - 2, b->dim };
	if (!bcast_plan(&plan, c->scratch, 2, lead))
		return op_invalid(c, "In[0] and In[1] must have compatible batch dimensions: %s vs. %s",
				  op_in_shape(c, 0), op_in_shape(c, 1));
	dim = arena_array(c->scratch, (size_t)plan.out_rank + 3, sizeof(*dim));
	if (plan.out_rank)
		memcpy(dim, plan.out_dim, (size_t)plan.out_rank * sizeof(*dim));
	dim[plan.out_rank] = n;
	dim[plan.out_rank + 1] = m;
	out = op_out(c, 0, a->dtype, plan.out_rank + 2, dim);
	t = la_temp(c, n, n);
	x = la_temp(c, n, m);
	if (!out || !t || !x)
		return false;
	for (int64_t i = 0; i < plan.total && out->n; i++) {
		int64_t k = i, at = 0, bt = 0;

		for (int d = plan.rank - 1; d >= 0; d--) {
			at += k % plan.dim[d] * plan.stride[0][d];
			bt += k % plan.dim[d] * plan.stride[1][d];
			k /= plan.dim[d];
		}
		la_load(a, at * n * n, n * n, t);
		la_load(b, bt * n * m, n * m, x);
		if (adj)
			la_adjoint(t, n);
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		triangular(t, n, m, x, lower != adj);
		la_store(out, i * n * m, n * m, x);
	}
	return true;
}

#define DM_FD (DM(DT_FLOAT) | DM(DT_DOUBLE))
#define DM_LA (DM(DT_FLOAT) | DM(DT_DOUBLE) | DM_COMPLEX)
static const struct op_row rows[] = {
	{ .name = "Cholesky", .n_in = 1, .n_out = 1, .types = { { "T", DM_LA } }, .run = run_cholesky },
	{ .name = "LogMatrixDeterminant", .n_in = 1, .n_out = 2, .types = { { "T", DM_LA } }, .run = run_det },
	{ .name = "MatrixDeterminant", .n_in = 1, .n_out = 1, .types = { { "T", DM_LA } }, .run = run_det },
	{ .name = "MatrixInverse",
	  .n_in = 1,
	  .n_out = 1,
	  .types = { { "T", DM_LA | DM(DT_HALF) } },
	  .run = run_inverse },
	{ .name = "MatrixSolve", .n_in = 2, .n_out = 1, .types = { { "T", DM_LA } }, .run = run_solve },
	{ .name = "MatrixTriangularSolve", .n_in = 2, .n_out = 1, .types = { { "T", DM_LA } }, .run = run_triangular },
	/* what old graphs call them */
	{ .name = "BatchCholesky", .n_in = 1, .n_out = 1, .types = { { "T", DM_FD } }, .run = run_cholesky },
	{ .name = "BatchMatrixDeterminant", .n_in = 1, .n_out = 1, .types = { { "T", DM_LA } }, .run = run_det },
	{ .name = "BatchMatrixInverse", .n_in = 1, .n_out = 1, .types = { { "T", DM_FD } }, .run = run_inverse },
	{ .name = "BatchMatrixSolve", .n_in = 2, .n_out = 1, .types = { { "T", DM_FD } }, .run = run_solve },
	{ .name = "BatchMatrixTriangularSolve",
	  .n_in = 2,
	  .n_out = 1,
	  .types = { { "T", DM_FD } },
	  .run = run_triangular },
};

OP_FAMILY(family_linalg, rows);
