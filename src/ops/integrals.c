/*
 * Special functions that are integrals (of e^x / x, of log x / (1 - x), Dawson's, Fresnel's), and
 * how the incomplete gamma function moves with its parameter. In double, as special.c: float
 * answers are nearer to the true value than TensorFlow's, whose Fresnel integrals lose the phase of
 * great floats.
 */
#include "ops/special.h"

#include <complex.h>
#include <float.h>
#include <math.h>

#define EULER 0.57721566490153286061
enum { MAX_TERMS = 20000 };

/* ---- Ei, the dilogarithm, Dawson ---- */

double sp_expint(double x)
{
	double sum = 0, term = 1;

	if (!(x >= 0) || isinf(x))
		return NAN;
	if (x <= 40) {
		for (int k = 1; k < 300; k++) {
			term *= x / k;
			sum += term / k;
			if (term / k < sum * DBL_EPSILON / 8)
				break;
		}
		return sum + EULER + log(x);
	}
	for (int k = 1; k < 60; k++) { /* before it diverges the terms are below what counts */
		sum += term;
		term *= k / x;
		if (term < DBL_EPSILON / 8)
			break;
	}
	return exp(x) * (sum / x);
}

/* The dilogarithm of w, 0 <= w <= 1/2. */
static double dilog_small(double w)
{
	double sum = 0, p = 1;

	for (int k = 1; k < 80 && p > 0; k++) {
		p *= w;
		sum += p / ((double)k * k);
	}
	return sum;
}

double sp_spence(double x)
{
	double l;

	if (!(x >= 0) || isinf(x))
		return NAN;
	if (x == 0)
		return M_PI * M_PI / 6;
	if (x > 1) {
		l = log(x);
		return -0.5 * l * l - sp_spence(1 / x);
	}
	if (x < 0.5)
		return M_PI * M_PI / 6 - log(x) * log1p(-x) - dilog_small(x);
	return dilog_small(1 - x);
}

/* Rybicki's sum: the integrand sampled at odd multiples of a step, which is exact to all digits. */
static double dawson_sum(double x)
{
	const double h = 0.2;
	double even = 2 * nearbyint(x / (2 * h)), off = x - even * h, sum = 0;

	for (int n = -61; n <= 61; n += 2)
		sum += exp(-(off - n * h) * (off - n * h)) / (n + even);
	return sum / sqrt(M_PI);
}

double sp_dawson(double x)
{
	double a = fabs(x), sum = x, term = x, q;

	if (a < 1) {
		for (int k = 1; k < 60 && fabs(term) > fabs(sum) * DBL_EPSILON / 8; k++) {
			term *= -2 * x * x / (2 * k + 1);
			sum += term;
		}
		return sum;
	}
	if (isnan(x))
		return x;
	if (a < 50)
		return copysign(dawson_sum(a), x);
	q = 0.5 / x / x;
	return 0.5 / x * (1 + q * (1 + 3 * q * (1 + 5 * q * (1 + 7 * q))));
}

/* ---- Fresnel: C + iS ---- */

static _Complex double fresnel_series(double x)
{
	double t = M_PI / 2 * x * x, term = x;
	_Complex double sum = 0;

	for (int k = 0; k < 100 && (k == 0 || fabs(term) > DBL_MIN);
	     k++) { /* of e^(i t), the powers of i in turn */
		double v = term / (2 * k + 1);

		sum += k % 4 == 0   ? CMPLX(v, 0)
		       : k % 4 == 1 ? CMPLX(0, v)
		       : k % 4 == 2 ? CMPLX(-v, 0)
				    : CMPLX(0, -v);
		term *= t / (k + 1);
	}
	return sum;
}

/* e^(i pi x^2 / 2), the angle reduced before it is rounded. */
static _Complex double turn(double x)
{
	double sq = x * x, rest = fma(x, x, -sq), part = fmod(sq, 4) + rest;

	return CMPLX(cos(M_PI / 2 * part), sin(M_PI / 2 * part));
}

/* By the continued fraction of the complementary error function. */
static _Complex double fresnel_far(double x)
{
	const double tiny = 1e-300;
	_Complex double z2 = CMPLX(0, -M_PI * x * x), b = 1 + z2, c = 1 / tiny, d = 1 / b, h = d;

	for (int n = 1; n < 2000; n++) {
		double a = -(2.0 * n - 1) * (2.0 * n);
		_Complex double step;

		b += 4;
		d = 1 / (a * d + b);
		c = b + a / c;
		step = c * d;
		h *= step;
		if (cabs(step - 1) < DBL_EPSILON)
			break;
	}
	return CMPLX(0.5, 0.5) * (1 - turn(x) * CMPLX(x, -x) * h);
}

static double fresnel(double x, bool sine)
{
	double a = fabs(x), v;
	_Complex double f;

	if (isnan(x))
		return x;
	if (a > 36974)
		return copysign(0.5, x);
	if (sine && a < 1e-4)
		return M_PI / 6 * x * x * x;
	f = a < 1.6 ? fresnel_series(a) : fresnel_far(a);
	v = sine ? cimag(f) : creal(f);
	return x < 0 ? -v : v;
}

double sp_fresnel_sin(double x)
{
	return fresnel(x, true);
}

double sp_fresnel_cos(double x)
{
	return fresnel(x, false);
}

/* ---- the incomplete gamma function by its parameter ---- */

/* s: the sum of x^n / ((a + 1) ... (a + n)); *ds: by a. */
static double gamma_series(double a, double x, double *ds)
{
	double term = 1, dlog = 0, sum = 1;

	*ds = 0;
	for (int n = 1; n < MAX_TERMS; n++) {
		double step;

		term *= x / (a + n);
		dlog -= 1 / (a + n);
		sum += term;
		step = term * dlog;
		*ds += step;
		if (fabs(step) <= fabs(*ds) * DBL_EPSILON / 8)
			break;
	}
	return sum;
}

/* Lentz's way through the continued fraction of the upper function, and its derivative by a. */
static double gamma_fraction(double a, double x, double *dh)
{
	const double tiny = 1e-300;
	double b = x + 1 - a, db = -1, c = 1 / tiny, dc = 0, d = 1 / b, dd = 1 / (b * b), h = d;

	*dh = dd;
	for (int i = 1; i < MAX_TERMS; i++) {
		double an = -i * (i - a), dan = i, p, step, dstep;

		b += 2;
		p = an * d + b;
		p = fabs(p) < tiny ? tiny : p;
		dd = -(dan * d + an * dd + db) / (p * p);
		d = 1 / p;
		dc = db + dan / c - an * dc / (c * c);
		c = b + an / c;
		c = fabs(c) < tiny ? tiny : c;
		step = d * c;
		dstep = dd * c + d * dc;
		*dh = *dh * step + h * dstep;
		h *= step;
		if (fabs(step - 1) < DBL_EPSILON && fabs(h * dstep) <= fabs(*dh) * DBL_EPSILON)
			break;
	}
	return h;
}

/* How the lower function moves with a, divided by front: x^a e^-x / Gamma(a), or by the same over
 * Gamma(a + 1) where the series holds (`*series`). */
static double by_parameter(double a, double x, bool *series)
{
	double s, ds;

	*series = !(x > 1 && x > a);
	if (*series) {
		s = gamma_series(a, x, &ds);
		return s * (log(x) - sp_digamma(a + 1)) + ds;
	}
	s = gamma_fraction(a, x, &ds);
	return -(s * (log(x) - sp_digamma(a)) + ds);
}

/* True: there is a number to work out; else *v is the answer. */
static bool gamma_domain(double a, double x, double least, double *front, double *v)
{
	int sign;

	*v = x == 0 ? 0 : NAN;
	if (x == 0 || !(x > 0) || !(a > 0))
		return false;
	*v = x > 1 && x > a ? -0.0 : 0.0;
	*front = isinf(a) || isinf(x) ? -INFINITY : a * log(x) - x - lgamma_r(a, &sign);
	return *front >= least;
}

double sp_igamma_grad(double a, double x, double least)
{
	double front, v;
	bool series;

	if (!gamma_domain(a, x, least, &front, &v))
		return v;
	v = by_parameter(a, x, &series);
	return exp(front) * (series ? v / a : v);
}

double sp_gamma_sample_grad(double a, double x, double least)
{
	double front, v;
	bool series;

	if (!gamma_domain(a, x, least, &front, &v))
		return v;
	v = by_parameter(a, x, &series);
	return -(series ? v / a : v) * x;
}
