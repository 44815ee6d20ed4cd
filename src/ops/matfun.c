/* Functions of matrices, by the Schur form: exponential, square root, logarithm, eigenvectors. */
#include <complex.h>
#include <float.h>
#include <math.h>
#include <string.h>

#include "ops/linalg.h"

/* The greatest sum of a column. */
static double norm1(const z *a, int64_t n)
{
	double most = 0;

	for (int64_t j = 0; j < n; j++) {
		double s = 0;

		for (int64_t i = 0; i < n; i++)
			s += cabs(a[i * n + j]);
		most = s > most ? s : most;
	}
	return most;
}

/* ---- the parts of a function's kernel ---- */

struct fun {
	struct op_ctx *c;
	struct la l;
	z *a, *q, *t1, *t2, *t3, *t4;
	int64_t *row;
	bool real;
};

static bool fun_open(struct op_ctx *c, struct fun *f)
{
	enum dtype t = c->in[0]->dtype;

	*f = (struct fun){.c = c, .real = t == DT_FLOAT || t == DT_DOUBLE};
	if (!la_square(c, &f->l))
		return false;
	f->a = la_temp(c, f->l.n, f->l.n);
	f->q = la_temp(c, f->l.n, f->l.n);
	f->t1 = la_temp(c, f->l.n, f->l.n);
	f->t2 = la_temp(c, f->l.n, f->l.n);
	f->t3 = la_temp(c, f->l.n, f->l.n);
	f->t4 = la_temp(c, f->l.n, f->l.n);
	f->row = op_temp(c, (size_t)f->l.n * sizeof(*f->row) + 8);
	return f->a && f->q && f->t1 && f->t2 && f->t3 && f->t4 && f->row;
}

static void all_nan(z *a, int64_t n, bool real)
{
	for (int64_t i = 0; i < n * n; i++)
		a[i] = CMPLX(NAN, real ? 0 : NAN);
}

/* a = Q t Q'. */
static void from_schur(struct fun *f, const z *t)
{
	int64_t n = f->l.n;

	la_mul(f->q, t, f->t4, n);
	la_adjoint(f->q, n);
	la_mul(f->t4, f->q, f->a, n);
}

/* fn turns f->a into its function; false with an error. */
static bool fun_run(struct op_ctx *c, bool (*fn)(struct fun *f))
{
	struct fun f;
	struct tensor *out;
	int64_t n;

	if (!fun_open(c, &f))
		return false;
	n = f.l.n;
	out = op_out_like(c, 0, c->in[0]);
	for (int64_t k = 0; out && k < f.l.batch && n; k++) {
		la_load(c->in[0], k * n * n, n * n, f.a);
		if (!c->world->go_on(c->world_ctx, c->err) || !fn(&f))
			return false;
		la_store(out, k * n * n, n * n, f.a);
	}
	return out != NULL;
}

/* ---- exponential: Pade's approximation of degree 13 of a scaled matrix, squared again ---- */

static void weighted(const struct fun *f, z *to, const double *w, const z *a2, const z *a4,
		     const z *a6)
{
	for (int64_t i = 0; i < f->l.n * f->l.n; i++)
		to[i] = w[0] * a6[i] + w[1] * a4[i] + w[2] * a2[i] +
			(i % (f->l.n + 1) == 0 ? w[3] : 0);
}

static bool exponential(struct fun *f)
{
	static const double b[] = {64764752532480000,
				   32382376266240000,
				   7771770303897600,
				   1187353796428800,
				   129060195264000,
				   10559470521600,
				   670442572800,
				   33522128640,
				   1323241920,
				   40840800,
				   960960,
				   16380,
				   182,
				   1};
	int64_t n = f->l.n, nn = n * n;
	double norm = norm1(f->a, n);
	z *a2 = f->t1, *a4 = f->t2, *a6 = f->t3, *u = f->q, *v = f->t4;
	int squarings = 0;

	if (!la_finite(f->a, n)) {
		all_nan(f->a, n, f->real);
		return true;
	}
	if (norm > 5.371920351148152)
		frexp(norm / 5.371920351148152, &squarings);
	for (int64_t i = 0; i < nn; i++)
		f->a[i] =
			CMPLX(ldexp(creal(f->a[i]), -squarings), ldexp(cimag(f->a[i]), -squarings));
	la_mul(f->a, f->a, a2, n);
	la_mul(a2, a2, a4, n);
	la_mul(a4, a2, a6, n);
	/* u = A (A6 (b13 A6 + b11 A4 + b9 A2) + b7 A6 + b5 A4 + b3 A2 + b1), v likewise of even
	 * powers */
	weighted(f, v, (const double[]){b[13], b[11], b[9], 0}, a2, a4, a6);
	la_mul(a6, v, u, n);
	weighted(f, v, (const double[]){b[7], b[5], b[3], b[1]}, a2, a4, a6);
	for (int64_t i = 0; i < nn; i++)
		v[i] += u[i];
	la_mul(f->a, v, u, n);
	weighted(f, f->a, (const double[]){b[12], b[10], b[8], 0}, a2, a4, a6);
	la_mul(a6, f->a, v, n);
	weighted(f, f->a, (const double[]){b[6], b[4], b[2], b[0]}, a2, a4, a6);
	for (int64_t i = 0; i < nn; i++) {
		v[i] += f->a[i];
		a2[i] = v[i] - u[i];
		a4[i] = v[i] + u[i];
	}
	if (!la_lu(a2, n, f->row)) {
		all_nan(f->a, n, f->real);
		return true;
	}
	la_lu_solve(a2, f->row, n, n, a4, f->a);
	for (; squarings > 0; squarings--) {
		la_mul(f->a, f->a, a2, n);
		memcpy(f->a, a2, (size_t)nn * sizeof(z));
	}
	return true;
}

/* ---- square root ---- */

/* r = the upper triangular root of the upper triangular t. */
static void triangular_root(const z *t, z *r, int64_t n)
{
	memset(r, 0, (size_t)(n * n) * sizeof(z));
	for (int64_t j = 0; j < n; j++) {
		r[j * n + j] = csqrt(t[j * n + j]);
		for (int64_t i = j - 1; i >= 0; i--) {
			z s = t[i * n + j], d = r[i * n + i] + r[j * n + j];

			for (int64_t k = i + 1; k < j; k++)
				s -= r[i * n + k] * r[k * n + j];
			r[i * n + j] = s == 0 && d == 0 ? 0 : s / d;
		}
	}
}

/* A real matrix has no real root when it has a negative eigenvalue. */
static bool rootless(const struct fun *f)
{
	int64_t n = f->l.n;

	for (int64_t i = 0; f->real && i < n; i++) {
		z e = f->a[i * n + i];

		if (creal(e) < 0 && fabs(cimag(e)) <= 1e-13 * cabs(e))
			return true;
	}
	return false;
}

static bool square_root(struct fun *f)
{
	int64_t n = f->l.n;

	if (!la_schur(f->c, f->a, n, f->q) || rootless(f)) {
		all_nan(f->a, n, f->real);
		return f->c->err->code == ERR_OK;
	}
	triangular_root(f->a, f->t1, n);
	from_schur(f, f->t1);
	return true;
}

/* ---- logarithm: roots until the matrix is near 1, then the integral of (X (1 + x X)^-1) over [0,
 * 1] by Gauss ---- */

static double off_one(const z *t, int64_t n)
{
	double most = 0;

	for (int64_t i = 0; i < n; i++) {
		double s = 0;

		for (int64_t j = i; j < n; j++)
			s += cabs(t[i * n + j] - (i == j));
		most = s > most ? s : most;
	}
	return most;
}

/* to += w X (1 + x X)^-1 for upper triangular X; m is room. */
static void add_quotient(const z *x, double at, double w, z *to, z *m, int64_t n)
{
	for (int64_t r = 0; r < n; r++) /* row r of the quotient: y (1 + at X) = X's row r */
		for (int64_t j = r; j < n; j++) {
			z s = x[r * n + j];

			for (int64_t k = r; k < j; k++)
				s -= m[r * n + k] * (at * x[k * n + j]);
			m[r * n + j] = s / (1 + at * x[j * n + j]);
			to[r * n + j] += w * m[r * n + j];
		}
}

static void log_near_one(struct fun *f, const z *t, z *to)
{
	/* points and weights of Gauss and Legendre for ten points, on [-1, 1] */
	static const double point[] = {0.1488743389816312, 0.4333953941292472, 0.6794095682990244,
				       0.8650633666889845, 0.9739065285171717};
	static const double weight[] = {0.2955242247147529, 0.2692667193099964, 0.2190863625159820,
					0.1494513491505806, 0.0666713443086881};
	int64_t n = f->l.n;
	z *x = f->t2, *m = f->t3;

	memcpy(x, t, (size_t)(n * n) * sizeof(z));
	for (int64_t i = 0; i < n; i++)
		x[i * n + i] -= 1;
	memset(to, 0, (size_t)(n * n) * sizeof(z));
	for (int i = 0; i < 5; i++) {
		add_quotient(x, (1 - point[i]) / 2, weight[i] / 2, to, m, n);
		add_quotient(x, (1 + point[i]) / 2, weight[i] / 2, to, m, n);
	}
}

static bool logarithm(struct fun *f)
{
	int64_t n = f->l.n;
	z *t = f->t1, *root = f->t2, *diagonal = f->t4;
	int roots = 0;

	if (!la_schur(f->c, f->a, n, f->q)) {
		all_nan(f->a, n, false);
		return f->c->err->code == ERR_OK;
	}
	for (int64_t i = 0; i < n; i++)
		diagonal[i] = clog(f->a[i * n + i]);
	memcpy(t, f->a, (size_t)(n * n) * sizeof(z));
	for (; off_one(t, n) > 0.125 && roots < 100; roots++) {
		triangular_root(t, root, n);
		memcpy(t, root, (size_t)(n * n) * sizeof(z));
	}
	log_near_one(f, t, f->a);
	for (int64_t i = 0; i < n * n; i++)
		f->a[i] *= ldexp(1, roots);
	for (int64_t i = 0; i < n; i++) /* known better than that */
		f->a[i * n + i] = diagonal[i];
	memcpy(t, f->a, (size_t)(n * n) * sizeof(z));
	from_schur(f, t);
	return true;
}

static bool run_exponential(struct op_ctx *c)
{
	return fun_run(c, exponential);
}

static bool run_square_root(struct op_ctx *c)
{
	return fun_run(c, square_root);
}

static bool run_logarithm(struct op_ctx *c)
{
	return fun_run(c, logarithm);
}

/* ---- eigenvalues and vectors of any matrix ---- */

/* x (n x n): the vectors of upper triangular t as columns. */
static void triangular_vectors(const z *t, z *x, int64_t n)
{
	double tiny = norm1(t, n) * DBL_EPSILON;

	memset(x, 0, (size_t)(n * n) * sizeof(z));
	for (int64_t k = n - 1; k >= 0; k--) {
		x[k * n + k] = 1;
		for (int64_t i = k - 1; i >= 0; i--) {
			z s = -t[i * n + k], d = t[i * n + i] - t[k * n + k];

			for (int64_t j = i + 1; j < k; j++)
				s -= t[i * n + j] * x[j * n + k];
			if (d == 0)
				d = tiny > 0 ? tiny : DBL_MIN;
			x[i * n + k] = s / d;
		}
	}
}

static void pair_swap(z *e, z *v, int64_t n, int64_t i, int64_t j)
{
	z t = e[i];

	e[i] = e[j];
	e[j] = t;
	for (int64_t k = 0; i != j && k < n; k++)
		t = v[k * n + i], v[k * n + i] = v[k * n + j], v[k * n + j] = t;
}

/* Least absolute value first. */
static void pairs_sort(z *e, z *v, int64_t n)
{
	for (int64_t i = 0; i < n; i++) {
		int64_t best = i;

		for (int64_t j = i + 1; j < n; j++)
			best = cabs(e[j]) < cabs(e[best]) ? j : best;
		pair_swap(e, v, n, i, best);
	}
}

/* Turns column i so that its greatest element is real, which makes all of a real vector's so. */
static void column_real(z *v, int64_t n, int64_t i)
{
	int64_t most = 0;
	z turn;

	for (int64_t k = 1; k < n; k++)
		most = cabs(v[k * n + i]) > cabs(v[most * n + i]) ? k : most;
	turn = v[most * n + i] == 0 ? 1 : conj(v[most * n + i]) / cabs(v[most * n + i]);
	for (int64_t k = 0; k < n; k++)
		v[k * n + i] = creal(v[k * n + i] * turn);
}

/* Of a real matrix: what is real is so exactly, the others come in pairs, the one above the axis
 * first. */
static void pairs_real(z *e, z *v, int64_t n, double norm)
{
	for (int64_t i = 0; i < n; i++) {
		int64_t j = i + 1;

		if (i == n - 1 || fabs(cimag(e[i])) <= 1e-13 * norm) {
			e[i] = creal(e[i]);
			column_real(v, n, i);
			continue;
		}
		for (int64_t k = j + 1; k < n; k++)
			j = cabs(e[k] - conj(e[i])) < cabs(e[j] - conj(e[i])) ? k : j;
		for (; j > i + 1; j--)
			pair_swap(e, v, n, j, j - 1);
		if (cimag(e[i]) < 0)
			pair_swap(e, v, n, i, j);
		e[j] = conj(e[i]);
		for (int64_t k = 0; k < n; k++)
			v[k * n + j] = conj(v[k * n + i]);
		i++;
	}
}

static void columns_unit(z *v, int64_t n)
{
	for (int64_t i = 0; i < n; i++) {
		double norm = 0;

		for (int64_t k = 0; k < n; k++)
			norm += creal(v[k * n + i] * conj(v[k * n + i]));
		for (int64_t k = 0; k < n && norm > 0; k++)
			v[k * n + i] /= sqrt(norm);
	}
}

static enum dtype complex_of(enum dtype t)
{
	return t == DT_FLOAT || t == DT_COMPLEX64 ? DT_COMPLEX64 : DT_COMPLEX128;
}

static bool run_eig(struct op_ctx *c)
{
	struct tensor *e, *out;
	enum dtype t = DT_COMPLEX64;
	int64_t none = 0, n;
	bool vectors = true;
	struct fun f;

	node_attr_bool(c->node, "compute_v", &vectors);
	node_attr_type(c->node, "Tout", &t);
	if (!fun_open(c, &f))
		return false;
	if (t != complex_of(c->in[0]->dtype))
		return op_invalid(c, "Invalid output dtype %d vs %d", (int)t,
				  (int)complex_of(c->in[0]->dtype));
	n = f.l.n;
	e = la_out(c, &f.l, 0, t, 1, n, 0);
	out = !e ? NULL : vectors ? la_out(c, &f.l, 1, t, 2, n, n) : op_out(c, 1, t, 1, &none);
	for (int64_t k = 0; out && k < f.l.batch && n; k++) {
		la_load(c->in[0], k * n * n, n * n, f.a);
		if (!la_schur(c, f.a, n, f.q))
			return c->err->code == ERR_OK
				       ? op_invalid(c, "Eigen decomposition was not successful. "
						       "The input might not be valid.")
				       : false;
		for (int64_t i = 0; i < n; i++)
			f.t3[i] = f.a[i * n + i];
		triangular_vectors(f.a, f.t1, n);
		la_mul(f.q, f.t1, f.t2, n);
		if (f.real)
			pairs_real(f.t3, f.t2, n, norm1(f.a, n));
		else
			pairs_sort(f.t3, f.t2, n);
		columns_unit(f.t2, n);
		la_store(e, k * n, n, f.t3);
		if (vectors)
			la_store(out, k * n * n, n * n, f.t2);
	}
	return out != NULL;
}

#define DM_LA (DM(DT_FLOAT) | DM(DT_DOUBLE) | DM_COMPLEX)

static const struct op_row rows[] = {
	{.name = "Eig",
	 .n_in = 1,
	 .n_out = 2,
	 .types = {{"T", DM_LA}, {"Tout", DM_COMPLEX}},
	 .run = run_eig},
	{.name = "MatrixExponential",
	 .n_in = 1,
	 .n_out = 1,
	 .types = {{"T", DM_LA}},
	 .run = run_exponential},
	{.name = "MatrixLogarithm",
	 .n_in = 1,
	 .n_out = 1,
	 .types = {{"T", DM_COMPLEX}},
	 .run = run_logarithm},
	{.name = "MatrixSquareRoot",
	 .n_in = 1,
	 .n_out = 1,
	 .types = {{"T", DM_LA}},
	 .run = run_square_root},
};

OP_FAMILY(family_matfun, rows);
