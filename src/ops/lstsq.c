/* Lu, MatrixSolveLs, CholeskyGrad: matrices of complex double as in linalg.c. */
#include <complex.h>
#include <float.h>
#include <math.h>
#include <string.h>

#include "ops/linalg.h"

/* ---- Lu ---- */

static bool run_lu(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	enum dtype t = DT_INT32;
	struct tensor *out, *perm;
	struct la l;
	int64_t *row;
	z *a;

	if (x->rank < 2)
		return op_invalid(c, "Input tensor must have rank >= 2, got %d", x->rank);
	node_attr_type(c->node, "output_idx_type", &t);
	if (!la_square(c, &l))
		return false;
	out = op_out_like(c, 0, x);
	perm = out ? la_out(c, &l, 1, t, 1, l.n, 0) : NULL;
	a = la_temp(c, l.n, l.n);
	row = op_temp(c, (size_t)l.n * sizeof(*row) + 8);
	if (!perm || !a || !row)
		return false;
	for (int64_t k = 0; k < l.batch && l.n; k++) {
		la_load(x, k * l.n * l.n, l.n * l.n, a);
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		if (!la_lu(a, l.n, row))
			return op_invalid(c, "Input is not invertible.");
		la_store(out, k * l.n * l.n, l.n * l.n, a);
		for (int64_t i = 0; i < l.n; i++)
			if (t == DT_INT32)
				((int32_t *)perm->data)[k * l.n + i] = (int32_t)row[i];
			else
				((int64_t *)perm->data)[k * l.n + i] = row[i];
	}
	return true;
}

/* ---- least squares ---- */

struct ls {
	struct la l;
	int64_t rhs, small,
		big; /* columns of the right side; the lesser and the greater of m and n */
	double l2;
	bool fast;
	z *a, *b, *x;	    /* m x n, m x rhs, n x rhs */
	z *gram, *tall, *v; /* small x small; big x small; small x small */
	double *s;
};

/* gram = A' A, or A A' when A is wide, plus the regularizer. */
static void gramian(struct ls *k)
{
	bool tall = k->l.m >= k->l.n;
	int64_t n = k->small, w = k->l.n;

	for (int64_t i = 0; i < n; i++)
		for (int64_t j = 0; j < n; j++) {
			z s = i == j ? k->l2 : 0;

			for (int64_t p = 0; p < k->big; p++)
				s += tall ? conj(k->a[p * w + i]) * k->a[p * w + j]
					  : k->a[i * w + p] * conj(k->a[j * w + p]);
			k->gram[i * n + j] = s;
		}
}

/* x (n x m) = (L L')^-1 x. */
static void cholesky_solve(const z *l, int64_t n, int64_t m, z *x)
{
	for (int64_t j = 0; j < m; j++) {
		for (int64_t i = 0; i < n; i++) {
			for (int64_t p = 0; p < i; p++)
				x[i * m + j] -= l[i * n + p] * x[p * m + j];
			x[i * m + j] /= creal(l[i * n + i]);
		}
		for (int64_t i = n - 1; i >= 0; i--) {
			for (int64_t p = i + 1; p < n; p++)
				x[i * m + j] -= conj(l[p * n + i]) * x[p * m + j];
			x[i * m + j] /= creal(l[i * n + i]);
		}
	}
}

/* to (n x rhs) = A' from (m x rhs). */
static void by_adjoint(const struct ls *k, const z *from, z *to)
{
	for (int64_t i = 0; i < k->l.n; i++)
		for (int64_t j = 0; j < k->rhs; j++) {
			z s = 0;

			for (int64_t p = 0; p < k->l.m; p++)
				s += conj(k->a[p * k->l.n + i]) * from[p * k->rhs + j];
			to[i * k->rhs + j] = s;
		}
}

static bool solve_fast(struct op_ctx *c, struct ls *k)
{
	bool tall = k->l.m >= k->l.n;

	gramian(k);
	if (!la_cholesky(k->gram, k->small))
		return op_invalid(c,
				  "Input matrix was rank deficient or ill-conditioned. Try setting "
				  "fast=False or "
				  "provide %sl2_regularizer > 0.",
				  tall ? "a larger " : "an ");
	if (tall) {
		by_adjoint(k, k->b, k->x);
		cholesky_solve(k->gram, k->small, k->rhs, k->x);
	} else {
		cholesky_solve(k->gram, k->small, k->rhs, k->b);
		by_adjoint(k, k->b, k->x);
	}
	return true;
}

/* The shortest of all best solutions, by singular values; those that rounding made do not count. */
static bool solve_whole(struct op_ctx *c, struct ls *k, enum dtype t)
{
	bool tall = k->l.m >= k->l.n, narrow = t == DT_FLOAT || t == DT_COMPLEX64;
	double least = (narrow ? FLT_EPSILON : DBL_EPSILON) * (double)k->small;
	int64_t n = k->small;

	for (int64_t i = 0; i < k->big; i++)
		for (int64_t j = 0; j < n; j++)
			k->tall[i * n + j] = tall ? k->a[i * n + j] : conj(k->a[j * k->l.n + i]);
	if (!la_svd(c, k->tall, k->big, n, k->v, k->s))
		return false;
	memset(k->x, 0, (size_t)(k->l.n * k->rhs) * sizeof(z));
	for (int64_t r = 0; r < n; r++) {
		if (!(k->s[r] > least * k->s[0]))
			continue;
		for (int64_t j = 0; j < k->rhs;
		     j++) { /* tall's columns are u s, so that both take s once */
			z dot = 0;

			for (int64_t i = 0; i < k->l.m; i++)
				dot += conj(tall ? k->tall[i * n + r] : k->v[i * n + r]) *
				       k->b[i * k->rhs + j];
			dot /= k->s[r] * k->s[r];
			for (int64_t i = 0; i < k->l.n; i++)
				k->x[i * k->rhs + j] +=
					(tall ? k->v[i * n + r] : k->tall[i * n + r]) * dot;
		}
	}
	return true;
}

static bool ls_shapes(struct op_ctx *c, struct ls *k)
{
	const struct tensor *b = c->in[1];

	if (!la_any(c, &k->l))
		return false;
	if (b->rank != c->in[0]->rank)
		return op_invalid(c, "All input tensors must have the same rank.");
	for (int i = 0; i < k->l.rank; i++)
		if (b->dim[i] != c->in[0]->dim[i])
			return op_invalid(c,
					  "All input tensors must have the same outer dimensions.");
	if (b->dim[k->l.rank] != k->l.m)
		return op_invalid(c, "Input matrix and rhs are incompatible.");
	k->rhs = b->dim[k->l.rank + 1];
	k->small = k->l.m < k->l.n ? k->l.m : k->l.n;
	k->big = k->l.m < k->l.n ? k->l.n : k->l.m;
	return true;
}

static bool ls_room(struct op_ctx *c, struct ls *k)
{
	k->a = la_temp(c, k->l.m, k->l.n);
	k->b = la_temp(c, k->l.m, k->rhs);
	k->x = la_temp(c, k->l.n, k->rhs);
	k->gram = la_temp(c, k->small, k->small);
	k->tall = la_temp(c, k->big, k->small);
	k->v = la_temp(c, k->small, k->small);
	k->s = op_temp(c, (size_t)k->small * sizeof(double) + 8);
	return k->a && k->b && k->x && k->gram && k->tall && k->v && k->s;
}

static bool run_ls(struct op_ctx *c)
{
	struct ls k = {.fast = true};
	enum dtype t = c->in[0]->dtype;
	struct tensor *out;

	node_attr_bool(c->node, "fast", &k.fast);
	if (!ls_shapes(c, &k))
		return false;
	out = la_out(c, &k.l, 0, t, 2, k.l.n, k.rhs);
	if (!out || !ls_room(c, &k))
		return false;
	if (k.l.batch && c->in[2]->rank != 0)
		return op_invalid(c, "l2_regularizer must be scalar, got shape %s",
				  op_in_shape(c, 2));
	k.l2 = k.l.batch ? tensor_get_f64(c->in[2], 0) : 0;
	if (!(k.l2 >= 0))
		return op_invalid(c, "l2_regularizer must be >= 0.");
	memset(out->data, 0, (size_t)out->n * dtype_info(t)->size);
	for (int64_t i = 0; i < k.l.batch && k.small && k.rhs; i++) {
		la_load(c->in[0], i * k.l.m * k.l.n, k.l.m * k.l.n, k.a);
		la_load(c->in[1], i * k.l.m * k.rhs, k.l.m * k.rhs, k.b);
		if (!c->world->go_on(c->world_ctx, c->err) ||
		    !(k.fast ? solve_fast(c, &k) : solve_whole(c, &k, t)))
			return false;
		la_store(out, i * k.l.n * k.rhs, k.l.n * k.rhs, k.x);
	}
	return true;
}

/* ---- the gradient of Cholesky ---- */

/* g's lower triangle becomes the gradient of the matrix, l being its factor: the steps of the
 * factorization back. */
static void back_through(const z *l, z *g, int64_t n)
{
	for (int64_t k = n - 1; k >= 0; k--) {
		z d = l[k * n + k];

		for (int64_t i = k + 1; i < n; i++)
			g[k * n + k] -= l[i * n + k] * g[i * n + k] / d;
		for (int64_t i = k; i < n; i++)
			g[i * n + k] /= d;
		for (int64_t j = 0; j < k; j++) {
			for (int64_t i = k; i < n; i++)
				g[k * n + j] -= g[i * n + k] * l[i * n + j];
			for (int64_t i = k + 1; i < n; i++)
				g[i * n + j] -= g[i * n + k] * l[k * n + j];
		}
		g[k * n + k] /= 2;
	}
	for (int64_t i = 0; i < n; i++)
		for (int64_t j = 0; j <= i; j++)
			g[i * n + j] = g[j * n + i] = i == j ? g[i * n + j] : g[i * n + j] / 2;
}

static bool run_cholesky_grad(struct op_ctx *c)
{
	struct la l;
	struct tensor *out;
	z *a, *g;

	if (!la_any(c, &l))
		return false;
	if (c->in[1]->rank != c->in[0]->rank)
		return op_invalid(c, "All input tensors must have the same rank.");
	for (int i = 0; i < l.rank; i++)
		if (c->in[1]->dim[i] != c->in[0]->dim[i])
			return op_invalid(c,
					  "All input tensors must have the same outer dimensions.");
	if (!shape_eq(tensor_shape(c->in[0]), tensor_shape(c->in[1])))
		return op_invalid(c, "Inputs (L and grad) must have the same shape.");
	if (l.m != l.n)
		return op_invalid(c, "Inputs must be a square matrices.");
	out = op_out_like(c, 0, c->in[0]);
	a = la_temp(c, l.n, l.n);
	g = la_temp(c, l.n, l.n);
	if (!out || !a || !g)
		return false;
	for (int64_t k = 0; k < l.batch && l.n; k++) {
		la_load(c->in[0], k * l.n * l.n, l.n * l.n, a);
		la_load(c->in[1], k * l.n * l.n, l.n * l.n, g);
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		back_through(a, g, l.n);
		la_store(out, k * l.n * l.n, l.n * l.n, g);
	}
	return true;
}

#define DM_FD (DM(DT_FLOAT) | DM(DT_DOUBLE))
#define DM_LA (DM_FD | DM_COMPLEX)

static const struct op_row rows[] = {
	{.name = "Lu",
	 .n_in = 1,
	 .n_out = 2,
	 .types = {{"T", DM_LA}, {"output_idx_type", DM_INDEX}},
	 .run = run_lu},
	{.name = "MatrixSolveLs", .n_in = 3, .n_out = 1, .types = {{"T", DM_LA}}, .run = run_ls},
	{.name = "BatchMatrixSolveLs",
	 .n_in = 3,
	 .n_out = 1,
	 .types = {{"T", DM_FD}},
	 .run = run_ls},
	{.name = "CholeskyGrad",
	 .n_in = 2,
	 .n_out = 1,
	 .types = {{"T", DM_FD}},
	 .run = run_cholesky_grad},
	{.name = "BatchCholeskyGrad",
	 .n_in = 2,
	 .n_out = 1,
	 .types = {{"T", DM_FD}},
	 .run = run_cholesky_grad},
};

OP_FAMILY(family_lstsq, rows);
