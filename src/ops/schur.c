/* The complex Schur form of a matrix: Hessenberg first, then QR with shifts. See linalg.h. */
#include <complex.h>
#include <float.h>
#include <math.h>
#include <string.h>

#include "ops/linalg.h"

void la_mul(const z *a, const z *b, z *c, int64_t n)
{
	memset(c, 0, (size_t)(n * n) * sizeof(z));
	for (int64_t i = 0; i < n; i++)
		for (int64_t k = 0; k < n; k++)
			for (int64_t j = 0; j < n && a[i * n + k] != 0; j++)
				c[i * n + j] += a[i * n + k] * b[k * n + j];
}

static void identity(z *a, int64_t n)
{
	memset(a, 0, (size_t)(n * n) * sizeof(z));
	for (int64_t i = 0; i < n; i++)
		a[i * n + i] = 1;
}

bool la_finite(const z *a, int64_t n)
{
	for (int64_t i = 0; i < n * n; i++)
		if (!isfinite(creal(a[i])) || !isfinite(cimag(a[i])))
			return false;
	return true;
}

/* ---- Schur ---- */

/* A unitary pair (c, s) with c real that turns (x, y) into (r, 0). */
static void rotation(z x, z y, double *c, z *s)
{
	double r = hypot(cabs(x), cabs(y));

	*c = 1;
	*s = 0;
	if (y == 0)
		return;
	if (x == 0) {
		*c = 0;
		*s = conj(y) / cabs(y);
		return;
	}
	*c = cabs(x) / r;
	*s = x / cabs(x) * conj(y) / r;
}

/* Rows i and i + 1 of a from column `from` on; or columns, up to row `to`. */
static void turn_rows(z *a, int64_t n, int64_t i, int64_t from, double c, z s)
{
	for (int64_t j = from; j < n; j++) {
		z p = a[i * n + j], q = a[(i + 1) * n + j];

		a[i * n + j] = c * p + s * q;
		a[(i + 1) * n + j] = -conj(s) * p + c * q;
	}
}

static void turn_cols(z *a, int64_t n, int64_t j, int64_t to, double c, z s)
{
	for (int64_t i = 0; i < to; i++) {
		z p = a[i * n + j], q = a[i * n + j + 1];

		a[i * n + j] = c * p + conj(s) * q;
		a[i * n + j + 1] = -s * p + c * q;
	}
}

/* Zeros below the first subdiagonal, by rotations; q is turned along. */
static void hessenberg(z *a, int64_t n, z *q)
{
	for (int64_t k = 0; k + 2 < n; k++)
		for (int64_t i = n - 2; i > k; i--) {
			double c;
			z s;

			rotation(a[i * n + k], a[(i + 1) * n + k], &c, &s);
			turn_rows(a, n, i, k, c, s);
			turn_cols(a, n, i, n, c, s);
			turn_cols(q, n, i, n, c, s);
			a[(i + 1) * n + k] = 0;
		}
}

/* The eigenvalue of the last two rows' block that is nearer to its corner; now and then another,
 * lest it goes round. */
static z shift_of(const z *a, int64_t n, int64_t hi, int tries)
{
	z p = a[(hi - 1) * n + hi - 1], q = a[(hi - 1) * n + hi], r = a[hi * n + hi - 1],
	  s = a[hi * n + hi];
	z half = (p + s) / 2, root = csqrt((p - s) * (p - s) / 4 + q * r), one = half + root,
	  two = half - root;

	if (tries % 10 == 9)
		return s + cabs(r) * 0.75;
	return cabs(one - s) < cabs(two - s) ? one : two;
}

/* One step of QR on rows and columns lo .. hi; rot keeps the rotations. */
static void qr_step(z *a, int64_t n, z *q, int64_t lo, int64_t hi, z shift, z *rot)
{
	for (int64_t i = lo; i <= hi; i++)
		a[i * n + i] -= shift;
	for (int64_t i = lo; i < hi; i++) {
		double c;
		z s;

		rotation(a[i * n + i], a[(i + 1) * n + i], &c, &s);
		turn_rows(a, n, i, i, c, s);
		a[(i + 1) * n + i] = 0;
		rot[2 * i] = c;
		rot[2 * i + 1] = s;
	}
	for (int64_t i = lo; i < hi; i++) {
		turn_cols(a, n, i, (i + 2 < hi ? i + 2 : hi) + 1, creal(rot[2 * i]),
			  rot[2 * i + 1]);
		turn_cols(q, n, i, n, creal(rot[2 * i]), rot[2 * i + 1]);
	}
	for (int64_t i = lo; i <= hi; i++)
		a[i * n + i] += shift;
}

bool la_schur(struct op_ctx *c, z *a, int64_t n, z *q)
{
	z *rot = la_temp(c, n, 2);
	int64_t hi = n - 1;
	int tries = 0;

	identity(q, n);
	if (!rot || !la_finite(a, n))
		return false;
	hessenberg(a, n, q);
	while (hi > 0) {
		int64_t lo = hi;

		for (; lo > 0; lo--) {
			double near = cabs(a[lo * n + lo]) + cabs(a[(lo - 1) * n + lo - 1]);

			if (cabs(a[lo * n + lo - 1]) <= DBL_EPSILON / 4 * near ||
			    cabs(a[lo * n + lo - 1]) < DBL_MIN) {
				a[lo * n + lo - 1] = 0;
				break;
			}
		}
		if (lo == hi) {
			hi--;
			tries = 0;
			continue;
		}
		if (++tries > 300 || !c->world->go_on(c->world_ctx, c->err))
			return false;
		qr_step(a, n, q, lo, hi, shift_of(a, n, hi, tries), rot);
	}
	return true;
}
