/*
 * Special functions: gamma, beta, zeta, error functions and Bessel functions. Everything is computed in
 * double, then rounded to the tensor's type, so that float answers are nearer to the true value than
 * TensorFlow's own. Series and fractions have a bound on their terms: no value makes them run on.
 */
#include "ops/special.h"

#include <float.h>
#include <math.h>

#define EULER 0.57721566490153286061
enum { MAX_TERMS = 20000 };

/* ---- gamma and zeta ---- */

static double lgam(double x)
{
	int sign;

	return lgamma_r(x, &sign);
}

double sp_digamma(double x)
{
	double sum = 0, r, s;

	if (x <= 0 && floor(x) == x)
		return NAN;
	if (x < 0)	/* reflected; the angle is reduced first */
		return sp_digamma(1 - x) - M_PI / tan(M_PI * (x - floor(x)));
	for (; x < 12; x += 1)
		sum -= 1 / x;
	r = 1 / (x * x);
	s = r * (1.0 / 12 - r * (1.0 / 120 - r * (1.0 / 252 - r * (1.0 / 240 - r * (1.0 / 132 - r *
	    (691.0 / 32760 - r / 12))))));
	return sum + log(x) - 0.5 / x - s;
}

/* Sum of (q + k)^-s for q > 0 by Euler and Maclaurin. */
static double zeta_right(double s, double q)
{
	static const double b[] = { 1.0 / 12, -1.0 / 720, 1.0 / 30240, -1.0 / 1209600, 1.0 / 47900160,
		-691.0 / 1307674368000, 1.0 / 74724249600, -3617.0 / 10670622842880000 };
	double sum = 0, f, t;

	for (; q < 12; q += 1)
		sum += pow(q, -s);
	t = pow(q, -s);
	sum += t * q / (s - 1) + 0.5 * t;
	f = s * t / q;
	for (int j = 0; j < 8; j++) {
		sum += b[j] * f;
		f *= (s + 2 * j + 1) * (s + 2 * j + 2) / (q * q);
	}
	return sum;
}

double sp_zeta(double s, double q)
{
	double f = q - floor(q);

	if (s == 1)
		return INFINITY;
	if (s < 1 || s != s || q != q)
		return NAN;
	if (q > 0)
		return zeta_right(s, q);
	if (f == 0)
		return s == floor(s) && fmod(s, 2) == 0 ? INFINITY : NAN;
	if (s != floor(s))
		return NAN;
	/* the terms left of zero are those of two sums to the right */
	return zeta_right(s, f) + (fmod(s, 2) == 0 ? 1 : -1) * (zeta_right(s, 1 - f) - zeta_right(s, 1 - q));
}

double sp_polygamma(double n, double x)
{
	if (n < 0 || floor(n) != n)
		return NAN;
	if (n == 0)
		return sp_digamma(x);
	return (fmod(n, 2) == 0 ? -1 : 1) * exp(lgam(n + 1)) * sp_zeta(n + 1, x);
}

/* x^a e^-x / Gamma(a) */
static double gamma_front(double a, double x)
{
	return exp(a * log(x) - x - lgam(a));
}

static double igamma_series(double a, double x)
{
	double term = 1 / a, sum = term, r = a;

	for (int i = 0; i < MAX_TERMS && term > sum * DBL_EPSILON / 4; i++) {
		r += 1;
		term *= x / r;
		sum += term;
	}
	return sum * gamma_front(a, x);
}

/* Lentz's way through the continued fraction of the upper function. */
static double igammac_fraction(double a, double x)
{
	const double tiny = 1e-300;
	double b = x + 1 - a, c = 1 / tiny, d = 1 / b, h = d;

	for (int i = 1; i < MAX_TERMS; i++) {
		double an = -i * (i - a), step;

		b += 2;
		d = an * d + b;
		d = 1 / (fabs(d) < tiny ? tiny : d);
		c = b + an / c;
		c = fabs(c) < tiny ? tiny : c;
		step = d * c;
		h *= step;
		if (fabs(step - 1) < DBL_EPSILON)
			break;
	}
	return h * gamma_front(a, x);
}

double sp_igamma(double a, double x)
{
	if (x == 0)
		return 0;
	if (x < 0 || a <= 0 || x != x || a != a)
		return NAN;
	if (isinf(a))
		return isinf(x) ? NAN : 0;
	if (isinf(x))
		return 1;
	return x > 1 && x > a ? 1 - igammac_fraction(a, x) : igamma_series(a, x);
}

double sp_igammac(double a, double x)
{
	if (x < 0 || a <= 0 || x != x || a != a)
		return NAN;
	if (isinf(a))
		return isinf(x) ? NAN : 1;
	if (isinf(x))
		return 0;
	if (x == 0)
		return 1;
	return x < 1 || x < a ? 1 - igamma_series(a, x) : igammac_fraction(a, x);
}

static double beta_fraction(double a, double b, double x)
{
	const double tiny = 1e-300;
	double c = 1, d = 1 - (a + b) * x / (a + 1), h;

	d = 1 / (fabs(d) < tiny ? tiny : d);
	h = d;
	for (int m = 1; m < MAX_TERMS; m++) {
		double step = 0;

		for (int odd = 0; odd < 2; odd++) {
			double k = odd ? -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)) :
					 m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));

			d = 1 + k * d;
			d = 1 / (fabs(d) < tiny ? tiny : d);
			c = 1 + k / c;
			c = fabs(c) < tiny ? tiny : c;
			step = d * c;
			h *= step;
		}
		if (fabs(step - 1) < DBL_EPSILON)
			break;
	}
	return h;
}

double sp_betainc(double a, double b, double x)
{
	double front;

	if (!(a > 0 && b > 0 && x >= 0 && x <= 1))
		return NAN;
	if (x == 0 || x == 1)
		return x;
	front = exp(lgam(a + b) - lgam(a) - lgam(b) + a * log(x) + b * log1p(-x));
	if (x < (a + 1) / (a + b + 2))
		return front * beta_fraction(a, b, x) / a;
	return 1 - front * beta_fraction(b, a, 1 - x) / b;
}

/* ---- inverse error functions ---- */

/* z with erfc(z) = q, 0 < q < 2: a start, then Newton on the logarithm. */
static double erfc_inverse(double q)
{
	double p = q > 1 ? 2 - q : q, w = -log(p * (2 - p)), z;

	if (p == 1)
		return 0;
	z = w < 0.5 ? (1 - p) * 0.886226925452758 : sqrt(w - 0.5 * log(w + 1) * (w > 3));
	for (int i = 0; i < 12; i++) {
		double e = erfc(z), step;

		step = (log(e) - log(p)) * e / (2 * M_2_SQRTPI / 2 * exp(-z * z));
		z += step;
		if (fabs(step) <= 1e-16 * z)
			break;
	}
	return q > 1 ? -z : z;
}

double sp_erfinv(double x)
{
	double y;

	if (x <= -1 || x >= 1 || x != x)
		return x == 1 ? INFINITY : x == -1 ? -INFINITY : NAN;
	if (fabs(x) > 0.5)
		return copysign(erfc_inverse(1 - fabs(x)), x);
	y = x * 0.886226925452758 * (1 + x * x * 0.2617993877991494);
	for (int i = 0; i < 4; i++)
		y -= (erf(y) - x) / (M_2_SQRTPI * exp(-y * y));
	return y;
}

double sp_ndtri(double p)
{
	if (p <= 0 || p >= 1 || p != p)
		return p == 0 ? -INFINITY : p == 1 ? INFINITY : NAN;
	return -M_SQRT2 * erfc_inverse(2 * p);
}

/* ---- Bessel functions ---- */

/* e^-|x| I_v(x), v 0 or 1, for x >= 0: all terms of the series are positive, and from 20 on the
 * asymptotic one is exact before it diverges. */
static double bessel_ie(int v, double x)
{
	double term = 1, sum = 1, h = x * x / 4;

	if (x <= 20) {
		for (int k = 1; k < 200 && term > sum * DBL_EPSILON / 4; k++) {
			term *= h / ((double)k * (k + v));
			sum += term;
		}
		return sum * (v ? x / 2 : 1) * exp(-x);
	}
	if (isinf(x))
		return 0;
	for (int k = 1; k < 40; k++) {
		double next = term * ((2 * k - 1) * (2 * k - 1) - 4 * v) / (8 * x * k);

		if (fabs(next) >= fabs(term) || fabs(next) < DBL_EPSILON / 4)
			break;
		sum += term = next;
	}
	return sum / sqrt(2 * M_PI * x);
}

/* e^x K_v(x) for x > 0: the integral of exp(-x (cosh t - 1)) cosh vt, which the trapezoid rule takes to
 * all digits; near 0 the leading terms. */
static double bessel_ke(int v, double x)
{
	const double step = 1.0 / 16;
	double end = acosh(1 + 45 / x), sum = 0.5;

	if (x < 1e-6)
		return exp(x) * (v ? 1 / x + x / 2 * (log(x / 2) + EULER - 0.5) :
				 -(log(x / 2) + EULER));
	if (isinf(x))
		return 0;
	if (x > 1e4)	/* the integrand gets narrow: the asymptotic series instead */
		return sqrt(M_PI / (2 * x)) * (v ? 1 + 0.375 / x * (1 - 0.3125 / x) :
					       1 - 0.125 / x * (1 - 0.5625 / x));
	if (x > 100) {
		const double fine = 0.25 / sqrt(x);

		for (double t = fine; t < end; t += fine)
			sum += exp(-x * 2 * sinh(t / 2) * sinh(t / 2)) * (v ? cosh(t) : 1);
		return sum * fine;
	}
	for (double t = step; t < end; t += step)
		sum += exp(-x * 2 * sinh(t / 2) * sinh(t / 2)) * (v ? cosh(t) : 1);
	return sum * step;
}

double sp_i0e(double x)
{
	return x != x ? x : bessel_ie(0, fabs(x));
}

double sp_i1e(double x)
{
	return x != x ? x : copysign(bessel_ie(1, fabs(x)), x);
}

double sp_i0(double x)
{
	return x != x ? x : isinf(x) ? INFINITY : exp(fabs(x)) * bessel_ie(0, fabs(x));
}

double sp_i1(double x)
{
	return x != x || isinf(x) ? x : exp(fabs(x)) * sp_i1e(x);
}

static double k_of(int v, double x, bool scaled)
{
	if (!(x > 0))
		return x != x ? x : INFINITY;
	return scaled ? bessel_ke(v, x) : exp(-x) * bessel_ke(v, x);
}

double sp_k0(double x)
{
	return k_of(0, x, false);
}

double sp_k1(double x)
{
	return k_of(1, x, false);
}

double sp_k0e(double x)
{
	return k_of(0, x, true);
}

double sp_k1e(double x)
{
	return k_of(1, x, true);
}

double sp_y0(double x)
{
	return x <= 0 ? -INFINITY : y0(x);
}

double sp_y1(double x)
{
	return x == 0 ? NAN : x < 0 ? -INFINITY : y1(x);
}
