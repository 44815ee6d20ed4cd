/*
 * Systems and products of three diagonals, and triangular systems of a few. In complex double;
 * TridiagonalMatMul, which only adds three products, rounds to its type at each step and so has
 * TensorFlow's bits.
 */
#include <complex.h>
#include <float.h>
#include <math.h>
#include <string.h>

#include "ops/linalg.h"
#include "ops/tensorlist.h"

/* ---- arguments ---- */

/* Inputs from 1 on have the first one's rank and outer dimensions. */
static bool same_outer(struct op_ctx *c, const struct la *l)
{
	for (int k = 1; k < c->n_in; k++) {
		if (c->in[k]->rank != c->in[0]->rank)
			return op_invalid(c, "All input tensors must have the same rank.");
		for (int i = 0; i < l->rank; i++)
			if (c->in[k]->dim[i] != c->in[0]->dim[i])
				return op_invalid(
					c,
					"All input tensors must have the same outer dimensions.");
	}
	return true;
}

/* ---- solving ---- */

struct tri {
	enum dtype t;
	int64_t n, m; /* equations, right sides */
	const z *super, *diag, *sub;
	const z *b;
	z *x;
	z *u; /* three of each row: diagonal, next to it, and the one after */
};

/* What TensorFlow fills in where there is no solution: of a complex type it has no NaN. */
static void no_solution(struct tri *k)
{
	bool real = k->t == DT_FLOAT || k->t == DT_DOUBLE;

	for (int64_t i = 0; i < k->n * k->m; i++)
		k->x[i] = real ? NAN : 0;
}

/* x[to] = a[from] - f b[with], rows. */
static void row_minus(struct tri *k, z *to, const z *from, z f, const z *with)
{
	for (int64_t j = 0; j < k->m; j++)
		to[j] = from[j] - f * with[j];
}

/* Row i of the factorization takes in row i + 1, swapped first when that one's head is greater
 * (`swap`). */
static void eliminate(struct tri *k, int64_t i, bool swap)
{
	z *u = k->u + 3 * i, *v = u + 3, *x = k->x + i * k->m, *y = x + k->m;
	const z *b = k->b + (i + 1) * k->m;
	bool last = i == k->n - 2;
	z below = k->sub[i + 1], f;

	if (!swap) {
		f = below / u[0];
		v[0] = k->diag[i + 1] - f * u[1];
		row_minus(k, y, b, f, x);
		v[1] = last ? 0 : k->super[i + 1];
		u[2] = 0;
		return;
	}
	f = u[0] / below;
	u[0] = below;
	v[0] = u[1] - f * k->diag[i + 1];
	u[1] = k->diag[i + 1];
	row_minus(k, y, x, f, b);
	memcpy(x, b, (size_t)k->m * sizeof(z));
	u[2] = last ? 0 : k->super[i + 1];
	v[1] = last ? 0 : -f * k->super[i + 1];
}

/* The right side of row i less what is known of it. */
static void substitute(struct tri *k, int64_t i)
{
	const z *u = k->u + 3 * i;
	z *x = k->x + i * k->m;

	if (i + 1 < k->n)
		row_minus(k, x, x, u[1], x + k->m);
	if (i + 2 < k->n)
		row_minus(k, x, x, u[2], x + 2 * k->m);
}

static void begin(struct tri *k)
{
	k->u[0] = k->diag[0];
	k->u[1] = k->super[0];
	k->u[2] = 0;
	memcpy(k->x, k->b, (size_t)k->m * sizeof(z));
}

static void solve_pivoting(struct tri *k)
{
	begin(k);
	for (int64_t i = 0; i + 1 < k->n; i++) {
		z head = k->u[3 * i];
		bool swap = !(cabs(head) >= cabs(k->sub[i + 1]));

		if (!swap && head == 0) {
			no_solution(k);
			return;
		}
		eliminate(k, i, swap);
	}
	if (k->u[3 * (k->n - 1)] == 0) {
		no_solution(k);
		return;
	}
	for (int64_t i = k->n - 1; i >= 0; i--) {
		substitute(k, i);
		for (int64_t j = 0; j < k->m; j++)
			k->x[i * k->m + j] /= k->u[3 * i];
	}
}

static void solve_thomas(struct tri *k)
{
	z *u = k->u, d = k->diag[0];

	for (int64_t i = 0; i < k->n; i++) {
		if (i)
			d = k->diag[i] - k->sub[i] * u[i - 1];
		if (d == 0) {
			no_solution(k);
			return;
		}
		u[i] = k->super[i] / d;
		for (int64_t j = 0; j < k->m; j++) {
			z above = i ? k->sub[i] * k->x[(i - 1) * k->m + j] : 0;

			k->x[i * k->m + j] = (k->b[i * k->m + j] - above) / d;
		}
	}
	for (int64_t i = k->n - 2; i >= 0; i--)
		row_minus(k, k->x + i * k->m, k->x + i * k->m, u[i], k->x + (i + 1) * k->m);
}

/* ---- solving whatever it is: what is too small to divide by is moved a little ---- */

static bool narrow(const struct tri *k)
{
	return k->t == DT_FLOAT || k->t == DT_COMPLEX64;
}

/* Moves pivot d, or scales it and the row, until the row can be divided by it. */
static void perturb(const struct tri *k, double by, z *d, z *row)
{
	double safe = narrow(k) ? FLT_MIN : DBL_MIN, great = 1 / safe, most = 0, size = cabs(*d);

	by = copysign(fmax(fabs(by), safe), creal(*d));
	for (int64_t j = 0; j < k->m; j++)
		most = fmax(most, cabs(row[j]));
	for (int n = 0; size < 1 && n < 5000; n++, size = cabs(*d)) {
		if (size < safe ? size == 0 || most * safe > size : most > size * great) {
			*d += by;
			by *= 2;
			continue;
		}
		if (size < safe) {
			*d *= great;
			for (int64_t j = 0; j < k->m; j++)
				row[j] *= great;
		}
		return;
	}
}

static double most_of_row(const z *u)
{
	return fmax(cabs(u[0]), fmax(cabs(u[1]), cabs(u[2])));
}

static double factor_perturbing(struct tri *k)
{
	double scale = cabs(k->diag[0]) + cabs(k->super[0]),
	       most = fmax(cabs(k->diag[0]), cabs(k->super[0]));

	begin(k);
	for (int64_t i = 0; i + 1 < k->n; i++) {
		z *u = k->u + 3 * i, below = k->sub[i + 1];
		double next = cabs(below) + cabs(k->diag[i + 1]) +
			      (i < k->n - 2 ? cabs(k->super[i + 1]) : 0);

		if (below == 0) {
			u[2] = 0;
			u[3] = k->diag[i + 1];
			u[4] = k->super[i + 1];
			memcpy(k->x + (i + 1) * k->m, k->b + (i + 1) * k->m,
			       (size_t)k->m * sizeof(z));
			scale = next;
		} else {
			bool swap = !(cabs(below) / next <= (u[0] == 0 ? 0 : cabs(u[0]) / scale));

			eliminate(k, i, swap);
			scale = swap ? scale : next;
		}
		if (i < k->n - 2)
			most = fmax(most, most_of_row(u));
	}
	return fmax(most, cabs(k->u[3 * (k->n - 1)]));
}

static void solve_perturbing(struct tri *k)
{
	double by = (narrow(k) ? FLT_EPSILON : DBL_EPSILON) *
		    (k->n > 1 ? factor_perturbing(k) : cabs(k->diag[0]));

	if (k->n == 1)
		begin(k);
	for (int64_t i = k->n - 1; i >= 0; i--) {
		z d = k->u[3 * i], *row = k->x + i * k->m;

		substitute(k, i);
		perturb(k, copysign(by, creal(d)), &d, row);
		for (int64_t j = 0; j < k->m; j++)
			row[j] *= 1 / d;
	}
}

static void solve_one(struct tri *k, bool pivoting, bool perturbing)
{
	if (perturbing)
		solve_perturbing(k);
	else if (k->n == 1 && k->diag[0] == 0)
		no_solution(k);
	else if (pivoting && k->n > 1)
		solve_pivoting(k);
	else
		solve_thomas(k);
}

static bool solve_shapes(struct op_ctx *c, struct la *l, struct tri *k)
{
	const struct tensor *b = c->in[1];

	if (!la_any(c, l) || !same_outer(c, l))
		return false;
	if (l->m != 3)
		return op_invalid(
			c,
			"Expected diagonals to be provided as a matrix with 3 rows, got %lld rows.",
			(long long)l->m);
	if (b->dim[l->rank] != l->n)
		return op_invalid(c,
				  "Expected the same number of left-hand sides and right-hand "
				  "sides, got %lld and "
				  "%lld.",
				  (long long)l->n, (long long)b->dim[l->rank]);
	k->t = c->in[0]->dtype;
	k->n = l->n;
	k->m = b->dim[l->rank + 1];
	return true;
}

static bool run_solve(struct op_ctx *c)
{
	bool pivoting = true, perturbing = false;
	struct tri k = {0};
	struct tensor *out;
	struct la l;
	z *d, *b;

	node_attr_bool(c->node, "partial_pivoting", &pivoting);
	node_attr_bool(c->node, "perturb_singular", &perturbing);
	if (perturbing && !pivoting)
		return op_invalid(
			c, "Setting perturb_singular requires also setting partial_pivoting.");
	if (!solve_shapes(c, &l, &k))
		return false;
	out = op_out_like(c, 0, c->in[1]);
	d = la_temp(c, 3, k.n);
	k.u = la_temp(c, k.n, 3);
	b = la_temp(c, k.n, k.m);
	k.x = la_temp(c, k.n, k.m);
	if (!out || !d || !k.u || !b || !k.x)
		return false;
	k.super = d;
	k.diag = d + k.n;
	k.sub = d + 2 * k.n;
	k.b = b;
	for (int64_t i = 0; i < l.batch && k.n && k.m; i++) {
		la_load(c->in[0], i * 3 * k.n, 3 * k.n, d);
		la_load(c->in[1], i * k.n * k.m, k.n * k.m, b);
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		solve_one(&k, pivoting, perturbing);
		la_store(out, i * k.n * k.m, k.n * k.m, k.x);
	}
	return true;
}

/* ---- multiplying ---- */

/* v as the type has it. Not inlined: gcc 12 forgets to round when it makes vectors of both parts.
 */
static __attribute__((noinline)) z in(enum dtype t, z v)
{
	return t == DT_FLOAT || t == DT_COMPLEX64 ? CMPLX((float)creal(v), (float)cimag(v)) : v;
}

static z times(enum dtype t, z a, z b)
{
	if (t == DT_FLOAT || t == DT_DOUBLE)
		return in(t, CMPLX(creal(a) * creal(b), 0));
	return CMPLX(
		creal(in(t, creal(in(t, creal(a) * creal(b))) - creal(in(t, cimag(a) * cimag(b))))),
		creal(in(t,
			 creal(in(t, creal(a) * cimag(b))) + creal(in(t, cimag(a) * creal(b))))));
}

static bool mul_shapes(struct op_ctx *c, struct la *l, int64_t *n, int64_t *m)
{
	static const char *const name[] = {"superdiagonal", "main diagonal", "subdiagonal"};

	if (!la_any(c, l) || !same_outer(c, l))
		return false;
	*n = c->in[3]->dim[l->rank];
	*m = c->in[3]->dim[l->rank + 1];
	for (int i = 0; i < 3; i++)
		if (c->in[i]->dim[l->rank] != 1 || c->in[i]->dim[l->rank + 1] != *n)
			return op_invalid(c, "Invalid %s shape.", name[i]);
	return true;
}

static bool run_mul(struct op_ctx *c)
{
	enum dtype t = c->in[0]->dtype;
	struct tensor *out;
	int64_t n, m;
	struct la l;
	z *d, *b, *x;

	if (!mul_shapes(c, &l, &n, &m))
		return false;
	out = op_out_like(c, 0, c->in[3]);
	d = la_temp(c, 3, n);
	b = la_temp(c, n, m);
	x = la_temp(c, n, m);
	if (!out || !d || !b || !x)
		return false;
	for (int64_t k = 0; k < l.batch && n; k++) {
		for (int i = 0; i < 3; i++)
			la_load(c->in[i], k * n, n, d + i * n);
		la_load(c->in[3], k * n * m, n * m, b);
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		for (int64_t i = 0; i < n * m; i++) {
			int64_t r = i / m;

			x[i] = times(t, b[i], d[n + r]);
			if (r > 0)
				x[i] = in(t, x[i] + times(t, b[i - m], d[2 * n + r]));
			if (r < n - 1)
				x[i] = in(t, x[i] + times(t, b[i + m], d[r]));
		}
		la_store(out, k * n * m, n * m, x);
	}
	return true;
}

/* ---- triangular systems of a few diagonals ---- */

struct banded {
	bool lower, adjoint;
	int64_t bands, n, m;
	const z *a;
	z *x;
};

/* Element (i, j) of the triangle, or of its adjoint. */
static z element(const struct banded *k, int64_t i, int64_t j)
{
	int64_t r = k->adjoint ? j : i, c = k->adjoint ? i : j;

	/* a row a diagonal, the main one first or last, each element in the column of its row */
	z v = k->a[(k->lower ? r - c : k->bands - 1 - (c - r)) * k->n + r];

	return k->adjoint ? conj(v) : v;
}

static void banded_solve(const struct banded *k)
{
	bool down = k->lower != k->adjoint;

	for (int64_t s = 0; s < k->n; s++) {
		int64_t i = down ? s : k->n - 1 - s;

		for (int64_t d = 1; d < k->bands && d <= s; d++) {
			int64_t j = down ? i - d : i + d;
			z f = element(k, i, j);

			for (int64_t p = 0; p < k->m; p++)
				k->x[i * k->m + p] -= f * k->x[j * k->m + p];
		}
		for (int64_t p = 0; p < k->m; p++)
			k->x[i * k->m + p] /= element(k, i, i);
	}
}

static bool banded_empty(struct op_ctx *c, int i)
{
	struct str s = STR_INIT;

	if (c->in[i]->n)
		return true;
	str_addf(&s, "In[%d] must not be an empty tensor: Tensor<type: %s shape: %s values: ", i,
		 op_type_text(c, c->in[i]->dtype), op_in_shape(c, i));
	op_summarize(&s, c->in[i], 3);
	op_invalid(c, "%s>", str_z(&s));
	str_free(&s);
	return false;
}

static bool banded_shapes(struct op_ctx *c, struct banded *k, struct bcast *plan)
{
	const struct tensor *a = c->in[0], *b = c->in[1];
	struct shape lead[2];

	for (int i = 0; i < 2; i++)
		if (c->in[i]->rank < 2)
			return op_invalid(c, "In[%d] ndims must be >= 2: %d", i, c->in[i]->rank);
	if (!banded_empty(c, 0) || !banded_empty(c, 1))
		return false;
	lead[0] = (struct shape){a->rank - 2, a->dim};
	lead[1] = (struct shape){b->rank - 2, b->dim};
	if (!bcast_plan(plan, c->scratch, 2, lead))
		return op_invalid(
			c, "In[0] and In[1] must have compatible batch dimensions: %s vs. %s",
			op_in_shape(c, 0), op_in_shape(c, 1));
	k->bands = a->dim[a->rank - 2];
	k->n = a->dim[a->rank - 1];
	k->m = b->dim[b->rank - 1];
	return b->dim[b->rank - 2] == k->n ||
	       op_invalid(c, "In[0] mismatch In[1] shape: %lld vs. %lld: %s %s %d %d",
			  (long long)k->n, (long long)b->dim[b->rank - 2], op_in_shape(c, 0),
			  op_in_shape(c, 1), k->lower, k->adjoint);
}

/* TensorFlow looks at the first matrix only. */
static bool invertible(struct op_ctx *c, const struct banded *k, z *a)
{
	la_load(c->in[0], 0, k->bands * k->n, a);
	for (int64_t i = 0; i < k->n; i++)
		if (a[(k->lower ? 0 : k->bands - 1) * k->n + i] == 0)
			return op_invalid(c, "Input matrix is not invertible.");
	return true;
}

static bool run_banded(struct op_ctx *c)
{
	struct banded k = {.lower = true};
	struct tensor *out;
	struct bcast plan;
	int64_t *dim;
	z *a;

	node_attr_bool(c->node, "lower", &k.lower);
	node_attr_bool(c->node, "adjoint", &k.adjoint);
	if (!banded_shapes(c, &k, &plan))
		return false;
	dim = arena_array(c->scratch, (size_t)plan.out_rank + 2, sizeof(*dim));
	if (plan.out_rank)
		memcpy(dim, plan.out_dim, (size_t)plan.out_rank * sizeof(*dim));
	dim[plan.out_rank] = k.n;
	dim[plan.out_rank + 1] = k.m;
	out = op_out(c, 0, c->in[0]->dtype, plan.out_rank + 2, dim);
	a = la_temp(c, k.bands, k.n);
	k.a = a;
	k.x = la_temp(c, k.n, k.m);
	if (!out || !a || !k.x || !invertible(c, &k, a))
		return false;
	for (int64_t i = 0; i < plan.total; i++) {
		int64_t rest = i, at = 0, bt = 0;

		for (int d = plan.rank - 1; d >= 0; d--) {
			at += rest % plan.dim[d] * plan.stride[0][d];
			bt += rest % plan.dim[d] * plan.stride[1][d];
			rest /= plan.dim[d];
		}
		la_load(c->in[0], at * k.bands * k.n, k.bands * k.n, a);
		la_load(c->in[1], bt * k.n * k.m, k.n * k.m, k.x);
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		banded_solve(&k);
		la_store(out, i * k.n * k.m, k.n * k.m, k.x);
	}
	return true;
}

#define ROW(what, in, fn)                                                                          \
	{                                                                                          \
		.name = what, .n_in = in, .n_out = 1, .types = {{"T", DM_LA}}, .run = fn           \
	}
#define DM_LA (DM(DT_FLOAT) | DM(DT_DOUBLE) | DM_COMPLEX)

static const struct op_row rows[] = {
	ROW("BandedTriangularSolve", 2, run_banded),
	ROW("TridiagonalMatMul", 4, run_mul),
	ROW("TridiagonalSolve", 2, run_solve),
};

OP_FAMILY(family_tridiag, rows);
