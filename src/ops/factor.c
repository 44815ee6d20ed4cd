/*
 * Qr, Svd, SelfAdjointEigV2. Householder reflections; Jacobi rotations (of columns for the singular
 * values), which need no library and are accurate. The signs of vectors are a choice that TensorFlow's
 * libraries make differently.
 */
#include <complex.h>
#include <math.h>
#include <string.h>

#include "ops/linalg.h"

/* ---- QR ---- */

/* v (rows from k on of column k of a, m x n) becomes the reflection that zeroes it below k; the factor. */
static double reflection(z *a, int64_t m, int64_t n, int64_t k, z *v)
{
	double norm = 0, below = 0;
	z head = a[k * n + k], beta;

	for (int64_t i = k; i < m; i++) {
		double s = creal(a[i * n + k] * conj(a[i * n + k]));

		norm += s;
		below += i > k ? s : 0;
		v[i] = a[i * n + k];
	}
	if (below == 0 && cimag(head) == 0)
		return 0;
	beta = creal(head) >= 0 ? -sqrt(norm) : sqrt(norm);
	v[k] -= beta;
	return 1;
}

/* a (m x n, columns from `from`) -= 2 v (v' a) / v'v, up to the phase that makes R's diagonal real. */
static void reflect(z *a, int64_t m, int64_t n, int64_t k, int64_t from, const z *v, z tau)
{
	for (int64_t j = from; j < n; j++) {
		z s = 0;

		for (int64_t i = k; i < m; i++)
			s += conj(v[i]) * a[i * n + j];
		s *= tau;
		for (int64_t i = k; i < m; i++)
			a[i * n + j] -= v[i] * s;
	}
}

/* a becomes R; q (m x m) is set to Q. v: m * min(m, n) + min(m, n) elements. */
static void qr(z *a, int64_t m, int64_t n, z *q, z *v)
{
	int64_t p = m < n ? m : n;
	z *tau = v + m * p;

	for (int64_t k = 0; k < p; k++) {
		z *w = v + k * m, head = a[k * n + k], beta;

		tau[k] = 0;
		if (reflection(a, m, n, k, w) == 0)
			continue;
		/* H = 1 - tau w w' with H' a_k = beta e_k, beta real */
		beta = head - w[k];
		tau[k] = (beta - head) / beta;
		for (int64_t i = k + 1; i < m; i++)
			w[i] /= w[k];
		w[k] = 1;
		reflect(a, m, n, k, k, w, conj(tau[k]));
	}
	memset(q, 0, (size_t)(m * m) * sizeof(z));
	for (int64_t i = 0; i < m; i++)
		q[i * m + i] = 1;
	for (int64_t k = p - 1; k >= 0; k--)
		reflect(q, m, m, k, 0, v + k * m, tau[k]);
	for (int64_t i = 1; i < m; i++)
		for (int64_t j = 0; j < i && j < n; j++)
			a[i * n + j] = 0;
}

static void store_part(struct tensor *t, int64_t at, const z *a, int64_t width, int64_t rows, int64_t cols)
{
	for (int64_t i = 0; i < rows; i++)
		la_store(t, at + i * cols, cols, a + i * width);
}

static bool run_qr(struct op_ctx *c)
{
	struct la l;
	bool full = false;
	struct tensor *q, *r;
	int64_t p, w;
	z *a, *b, *v;

	node_attr_bool(c->node, "full_matrices", &full);
	if (!la_any(c, &l))
		return false;
	p = l.m < l.n ? l.m : l.n;
	w = full ? l.m : p;
	q = la_out(c, &l, 0, c->in[0]->dtype, 2, l.m, w);
	r = q ? la_out(c, &l, 1, c->in[0]->dtype, 2, w, l.n) : NULL;
	a = la_temp(c, l.m, l.n);
	b = la_temp(c, l.m, l.m);
	v = la_temp(c, l.m + 1, p);
	if (!r || !a || !b || !v)
		return false;
	for (int64_t k = 0; k < l.batch && l.m; k++) {
		la_load(c->in[0], k * l.m * l.n, l.m * l.n, a);
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		qr(a, l.m, l.n, b, v);
		store_part(q, k * l.m * w, b, l.m, l.m, w);
		store_part(r, k * w * l.n, a, l.n, w, l.n);
	}
	return true;
}

/* ---- singular values: columns of a are turned until they are orthogonal ---- */

/* One rotation of columns i and j of a (m x n) and of v (n x n); false when there was nothing to do. */
static bool turn(z *a, int64_t m, int64_t n, z *v, int64_t i, int64_t j)
{
	double x = 0, y = 0, zeta, t, cs, sn, size;
	z g = 0, phase;

	for (int64_t k = 0; k < m; k++) {
		x += creal(a[k * n + i] * conj(a[k * n + i]));
		y += creal(a[k * n + j] * conj(a[k * n + j]));
		g += conj(a[k * n + i]) * a[k * n + j];
	}
	size = cabs(g);
	if (!(size > 1e-16 * sqrt(x) * sqrt(y)) || size == 0)
		return false;
	phase = g / size;
	zeta = (y - x) / (2 * size);
	t = (zeta >= 0 ? 1 : -1) / (fabs(zeta) + sqrt(1 + zeta * zeta));
	cs = 1 / sqrt(1 + t * t);
	sn = cs * t;
	for (int64_t k = 0; k < m + n; k++) {
		z *row = k < m ? a + k * n : v + (k - m) * n, p = row[i], q = row[j] * conj(phase);

		row[i] = cs * p - sn * q;
		row[j] = sn * p + cs * q;
	}
	return true;
}

bool la_svd(struct op_ctx *c, z *a, int64_t m, int64_t n, z *v, double *s)
{
	bool more = true;

	memset(v, 0, (size_t)(n * n) * sizeof(z));
	for (int64_t i = 0; i < n; i++)
		v[i * n + i] = 1;
	for (int sweep = 0; more && sweep < 60; sweep++) {
		more = false;
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		for (int64_t i = 0; i < n; i++)
			for (int64_t j = i + 1; j < n; j++)
				more |= turn(a, m, n, v, i, j);
	}
	for (int64_t i = 0; i < n; i++) {
		double sum = 0;

		for (int64_t k = 0; k < m; k++)
			sum += creal(a[k * n + i] * conj(a[k * n + i]));
		s[i] = sqrt(sum);
	}
	for (int64_t i = 0; i < n; i++) {
		int64_t best = i;
		double t;

		for (int64_t j = i + 1; j < n; j++)
			best = s[j] > s[best] ? j : best;
		t = s[i], s[i] = s[best], s[best] = t;
		for (int64_t k = 0; best != i && k < m + n; k++) {
			z *row = k < m ? a + k * n : v + (k - m) * n, p = row[i];

			row[i] = row[best];
			row[best] = p;
		}
	}
	return true;
}

/* u (m x m): a's columns divided by s, completed to an orthonormal basis by Gram and Schmidt. */
static void complete(const z *a, int64_t m, int64_t n, const double *s, z *u, int64_t width)
{
	double tiny = s[0] * 1e-14;
	int64_t unit = 0;

	for (int64_t j = 0; j < width; j++) {
		bool good = j < n && s[j] > tiny;

		for (int64_t i = 0; i < m && good; i++)
			u[i * m + j] = a[i * n + j] / s[j];
		while (!good && unit < m) {
			double norm = 0;

			for (int64_t i = 0; i < m; i++)
				u[i * m + j] = i == unit;
			unit++;
			for (int twice = 0; twice < 2; twice++)
				for (int64_t k = 0; k < j; k++) {
					z dot = 0;

					for (int64_t i = 0; i < m; i++)
						dot += conj(u[i * m + k]) * u[i * m + j];
					for (int64_t i = 0; i < m; i++)
						u[i * m + j] -= dot * u[i * m + k];
				}
			for (int64_t i = 0; i < m; i++)
				norm += creal(u[i * m + j] * conj(u[i * m + j]));
			good = norm > 0.5 / (double)m;
			for (int64_t i = 0; i < m && good; i++)
				u[i * m + j] /= sqrt(norm);
		}
	}
}

struct svd {
	struct la l;
	int64_t p, big, small;
	bool full, tall;
	z *in, *a, *v, *u, *values;
	double *s;
};

static void put_vectors(struct op_ctx *c, const struct svd *d, int64_t k)
{
	int64_t wu = d->full ? d->l.m : d->p, wv = d->full ? d->l.n : d->p;

	/* of the matrix or of its adjoint: then left and right have changed places */
	complete(d->a, d->big, d->small, d->s, d->u, d->tall ? wu : wv);
	store_part(c->out[d->tall ? 1 : 2], k * d->big * (d->tall ? wu : wv), d->u, d->big, d->big, d->tall ? wu : wv);
	store_part(c->out[d->tall ? 2 : 1], k * d->small * (d->tall ? wv : wu), d->v, d->small, d->small,
		   d->tall ? wv : wu);
}

static bool svd_room(struct op_ctx *c, struct svd *d)
{
	d->in = la_temp(c, d->l.m, d->l.n);
	d->a = la_temp(c, d->l.m, d->l.n);
	d->v = la_temp(c, d->small, d->small);
	d->u = la_temp(c, d->big, d->big);
	d->values = la_temp(c, d->p, 1);
	d->s = op_temp(c, (size_t)d->p * sizeof(double) + 8);
	return d->in && d->a && d->v && d->u && d->values && d->s;
}

static bool svd_outputs(struct op_ctx *c, const struct svd *d, bool vectors)
{
	enum dtype t = c->in[0]->dtype;
	int64_t none = 0;

	if (!la_out(c, &d->l, 0, t, 1, d->p, 0))
		return false;
	if (!vectors)
		return op_out(c, 1, t, 1, &none) && op_out(c, 2, t, 1, &none);
	return la_out(c, &d->l, 1, t, 2, d->l.m, d->full ? d->l.m : d->p) &&
	       la_out(c, &d->l, 2, t, 2, d->l.n, d->full ? d->l.n : d->p);
}

static bool run_svd(struct op_ctx *c)
{
	struct svd d = { 0 };
	bool vectors = true;

	node_attr_bool(c->node, "compute_uv", &vectors);
	node_attr_bool(c->node, "full_matrices", &d.full);
	if (!la_any(c, &d.l))
		return false;
	d.tall = d.l.m >= d.l.n;
	d.p = d.small = d.tall ? d.l.n : d.l.m;
	d.big = d.tall ? d.l.m : d.l.n;
	if (!svd_outputs(c, &d, vectors) || !svd_room(c, &d))
		return false;
	for (int64_t k = 0; k < d.l.batch && d.p; k++) {
		la_load(c->in[0], k * d.l.m * d.l.n, d.l.m * d.l.n, d.in);
		for (int64_t i = 0; i < d.l.m; i++)
			for (int64_t j = 0; j < d.l.n; j++)
				d.a[d.tall ? i * d.l.n + j : j * d.l.m + i] =
					d.tall ? d.in[i * d.l.n + j] : conj(d.in[i * d.l.n + j]);
		if (!la_svd(c, d.a, d.big, d.small, d.v, d.s))
			return false;
		for (int64_t i = 0; i < d.p; i++)
			d.values[i] = d.s[i];
		la_store(c->out[0], k * d.p, d.p, d.values);
		if (vectors)
			put_vectors(c, &d, k);
	}
	return true;
}

/* ---- eigenvalues of a Hermitian matrix ---- */

static bool annihilate(z *a, int64_t n, z *v, int64_t p, int64_t q)
{
	double size = cabs(a[p * n + q]), theta, t, cs, sn;
	z phase;

	if (!(size > 1e-17 * (fabs(creal(a[p * n + p])) + fabs(creal(a[q * n + q])))) || size == 0)
		return false;
	phase = a[p * n + q] / size;
	theta = (creal(a[q * n + q]) - creal(a[p * n + p])) / (2 * size);
	t = (theta >= 0 ? 1 : -1) / (fabs(theta) + sqrt(1 + theta * theta));
	cs = 1 / sqrt(1 + t * t);
	sn = cs * t;
	for (int64_t k = 0; k < 2 * n; k++) {	/* columns of a and v */
		z *row = k < n ? a + k * n : v + (k - n) * n, x = row[p], y = row[q] * conj(phase);

		row[p] = cs * x - sn * y;
		row[q] = sn * x + cs * y;
	}
	for (int64_t k = 0; k < n; k++) {
		z x = a[p * n + k], y = a[q * n + k] * phase;

		a[p * n + k] = cs * x - sn * y;
		a[q * n + k] = sn * x + cs * y;
	}
	return true;
}

static bool eigen(struct op_ctx *c, z *a, int64_t n, z *v)
{
	bool more = true;

	for (int64_t i = 0; i < n; i++) {	/* only the lower triangle counts */
		a[i * n + i] = creal(a[i * n + i]);
		for (int64_t j = 0; j < n; j++) {
			a[i * n + j] = j > i ? conj(a[j * n + i]) : a[i * n + j];
			v[i * n + j] = i == j;
		}
	}
	for (int sweep = 0; more && sweep < 60; sweep++) {
		more = false;
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		for (int64_t p = 0; p < n; p++)
			for (int64_t q = p + 1; q < n; q++)
				more |= annihilate(a, n, v, p, q);
	}
	for (int64_t i = 0; i < n; i++) {	/* smallest first */
		int64_t best = i;
		z t;

		for (int64_t j = i + 1; j < n; j++)
			best = creal(a[j * n + j]) < creal(a[best * n + best]) ? j : best;
		t = a[i * n + i], a[i * n + i] = a[best * n + best], a[best * n + best] = t;
		for (int64_t k = 0; best != i && k < n; k++)
			t = v[k * n + i], v[k * n + i] = v[k * n + best], v[k * n + best] = t;
	}
	return true;
}

/* The older form: one matrix of a row of values and the vectors below it. */
static bool run_eig_old(struct op_ctx *c)
{
	struct la l;
	struct tensor *out;
	z *a, *v;

	if (!la_square(c, &l))
		return false;
	out = la_out(c, &l, 0, c->in[0]->dtype, 2, l.n + 1, l.n);
	a = la_temp(c, l.n, l.n);
	v = la_temp(c, l.n, l.n);
	if (!out || !a || !v)
		return false;
	for (int64_t k = 0; k < l.batch && l.n; k++) {
		int64_t at = k * (l.n + 1) * l.n;

		la_load(c->in[0], k * l.n * l.n, l.n * l.n, a);
		if (!eigen(c, a, l.n, v))
			return false;
		for (int64_t i = 0; i < l.n; i++)
			la_store(out, at + i, 1, &a[i * l.n + i]);
		la_store(out, at + l.n, l.n * l.n, v);
	}
	return true;
}

static bool run_eig(struct op_ctx *c)
{
	struct la l;
	bool vectors = true;
	enum dtype t = c->in[0]->dtype;
	struct tensor *e, *out;
	int64_t none = 0;
	z *a, *v;

	node_attr_bool(c->node, "compute_v", &vectors);
	if (!la_square(c, &l))
		return false;
	e = la_out(c, &l, 0, t, 1, l.n, 0);
	out = !e ? NULL : vectors ? la_out(c, &l, 1, t, 2, l.n, l.n) : op_out(c, 1, t, 1, &none);
	a = la_temp(c, l.n, l.n);
	v = la_temp(c, l.n, l.n);
	if (!out || !a || !v)
		return false;
	for (int64_t k = 0; k < l.batch && l.n; k++) {
		la_load(c->in[0], k * l.n * l.n, l.n * l.n, a);
		if (!eigen(c, a, l.n, v))
			return false;
		for (int64_t i = 0; i < l.n; i++)
			la_store(e, k * l.n + i, 1, &a[i * l.n + i]);
		if (vectors)
			la_store(out, k * l.n * l.n, l.n * l.n, v);
	}
	return true;
}

#define DM_FD (DM(DT_FLOAT) | DM(DT_DOUBLE))
#define DM_LA (DM(DT_FLOAT) | DM(DT_DOUBLE) | DM_COMPLEX)
static const struct op_row rows[] = {
	{ .name = "Qr", .n_in = 1, .n_out = 2, .types = { { "T", DM_LA | DM(DT_HALF) } }, .run = run_qr },
	{ .name = "SelfAdjointEigV2", .n_in = 1, .n_out = 2, .types = { { "T", DM_LA } }, .run = run_eig },
	{ .name = "SelfAdjointEig", .n_in = 1, .n_out = 1, .types = { { "T", DM_FD } }, .run = run_eig_old },
	{ .name = "BatchSelfAdjointEig", .n_in = 1, .n_out = 1, .types = { { "T", DM_FD } }, .run = run_eig_old },
	{ .name = "BatchSelfAdjointEigV2", .n_in = 1, .n_out = 2, .types = { { "T", DM_FD } }, .run = run_eig },
	{ .name = "BatchSvd", .n_in = 1, .n_out = 3, .types = { { "T", DM_LA } }, .run = run_svd },
	{ .name = "Svd", .n_in = 1, .n_out = 3, .types = { { "T", DM_LA } }, .run = run_svd },
};

OP_FAMILY(family_factor, rows);
