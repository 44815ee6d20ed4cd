/*
 * Scalar math for the loop templates, by _Generic over float and double. The float versions of exp,
 * log, tanh and their kin are branch-free, so that the compiler makes vector code of the loops around
 * them; errors are within 2 ulp. Polynomials: Cephes (Moshier), public domain coefficients. Included by
 * loops.inc and scalar_int.c only.
 */
#ifndef OPS_MATHFN_H
#define OPS_MATHFN_H

#include <complex.h>
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#ifdef __FMA__
#define FMAF(a, b, c) __builtin_fmaf(a, b, c)
#define FMAD(a, b, c) __builtin_fma(a, b, c)
#else
#define FMAF(a, b, c) ((a) * (b) + (c))
#define FMAD(a, b, c) ((a) * (b) + (c))
#endif

static inline float f_of_bits(uint32_t u)
{
	float f;

	memcpy(&f, &u, 4);
	return f;
}

static inline uint32_t f_bits(float f)
{
	uint32_t u;

	memcpy(&u, &f, 4);
	return u;
}

/* e^x: x = n ln 2 + r, 2^n put on in two steps so that denormal results come out. */
static inline float k_expf(float x)
{
	float c = x > 89.0f ? 89.0f : x < -104.0f ? -104.0f : x;
	float z = FMAF(c, 1.44269504088896341f, 12582912.0f);	/* rounds to an integer */
	float n = z - 12582912.0f;
	int32_t k = (int32_t)(f_bits(z) - 0x4b400000u), k1 = k >> 1, k2 = k - k1;
	float r = FMAF(n, -0.693359375f, c), y;

	r = FMAF(n, 2.12194440e-4f, r);
	y = 1.9875691500e-4f;
	y = FMAF(y, r, 1.3981999507e-3f);
	y = FMAF(y, r, 8.3334519073e-3f);
	y = FMAF(y, r, 4.1665795894e-2f);
	y = FMAF(y, r, 1.6666665459e-1f);
	y = FMAF(y, r, 5.0000001201e-1f);
	y = FMAF(y, r * r, r) + 1.0f;
	y *= f_of_bits((uint32_t)(k1 + 127) << 23);
	y *= f_of_bits((uint32_t)(k2 + 127) << 23);
	return x != x ? x : y;
}

static inline float k_logf(float x)
{
	float small = x < FLT_MIN ? 1.0f : 0.0f;
	float s = x < FLT_MIN ? x * 8388608.0f : x;
	uint32_t u = f_bits(s) - 0x3f3504f3u;	/* mantissa in [sqrt(1/2), sqrt(2)) */
	float e = (float)((int32_t)u >> 23) - 23.0f * small;
	float m = f_of_bits((u & 0x7fffffu) + 0x3f3504f3u) - 1.0f;
	float z = m * m, y;

	y = 7.0376836292e-2f;
	y = FMAF(y, m, -1.1514610310e-1f);
	y = FMAF(y, m, 1.1676998740e-1f);
	y = FMAF(y, m, -1.2420140846e-1f);
	y = FMAF(y, m, 1.4249322787e-1f);
	y = FMAF(y, m, -1.6668057665e-1f);
	y = FMAF(y, m, 2.0000714765e-1f);
	y = FMAF(y, m, -2.4999993993e-1f);
	y = FMAF(y, m, 3.3333331174e-1f);
	y = y * m * z;
	y = FMAF(e, -2.12194440e-4f, y);
	y = FMAF(z, -0.5f, y);
	y = FMAF(e, 0.693359375f, m + y);
	y = x > FLT_MAX ? x : y;
	y = x == 0.0f ? -INFINITY : y;
	return x < 0.0f || x != x ? NAN : y;
}

static inline float k_log1pf(float x)
{
	float u = 1.0f + x, l = k_logf(u);

	return u == 1.0f || u > FLT_MAX ? (u == 1.0f ? x : u) : l * (x / (u - 1.0f));
}

static inline float k_expm1f(float x)
{
	float u = k_expf(x), d = u - 1.0f;
	float y = d * (x / k_logf(u));
	/* near zero exp loses what makes the difference: a short series there */
	float s = FMAF(x * x, FMAF(x, FMAF(x, 1.0f / 24, 1.0f / 6), 0.5f), x);

	y = fabsf(x) < 0.03f ? s : y;
	y = d == -1.0f ? -1.0f : y;
	return u > FLT_MAX ? u : u == 1.0f ? x : y;
}

static inline float k_tanhf(float x)
{
	float a = fabsf(x), z = x * x, y, t;

	y = -5.70498872745e-3f;
	y = FMAF(y, z, 2.06390887954e-2f);
	y = FMAF(y, z, -5.37397155531e-2f);
	y = FMAF(y, z, 1.33314422036e-1f);
	y = FMAF(y, z, -3.33332819422e-1f);
	y = FMAF(y * z, x, x);
	t = 1.0f - 2.0f / (k_expf(2.0f * a) + 1.0f);
	t = x < 0 ? -t : t;
	return x != x ? x : a < 0.625f ? y : t;
}

static inline float k_sigmoidf(float x)
{
	float e = k_expf(-fabsf(x)), d = 1.0f / (1.0f + e);

	return x < 0 ? e * d : d;
}

static inline double k_sigmoid(double x)
{
	double e = exp(-fabs(x));

	return (x < 0 ? e : 1.0) / (1.0 + e);
}

/* TensorFlow's softplus: linear far right, exp far left. */
static inline float k_softplusf(float x)
{
	const float far = 13.9423847f;	/* -(log(FLT_EPSILON) + 2) */
	float e = k_expf(x);

	return x > far ? x : x < -far ? e : k_log1pf(e);
}

static inline double k_softplus(double x)
{
	const double far = 34.043653389117154;	/* -(log(DBL_EPSILON) + 2) */

	return x > far ? x : x < -far ? exp(x) : log1p(exp(x));
}

#define F2(f, d, x) _Generic((x), float: f, default: d)(x)
#define m_abs(x) F2(fabsf, fabs, x)
#define m_sqrt(x) F2(sqrtf, sqrt, x)
#define m_exp(x) F2(k_expf, exp, x)
#define m_expm1(x) F2(k_expm1f, expm1, x)
#define m_log(x) F2(k_logf, log, x)
#define m_log1p(x) F2(k_log1pf, log1p, x)
#define m_floor(x) F2(floorf, floor, x)
#define m_trunc(x) F2(truncf, trunc, x)
#define m_ceil(x) F2(ceilf, ceil, x)
#define m_rint(x) F2(nearbyintf, nearbyint, x)
#define m_sin(x) F2(sinf, sin, x)
#define m_cos(x) F2(cosf, cos, x)
#define m_tan(x) F2(tanf, tan, x)
#define m_sinh(x) F2(sinhf, sinh, x)
#define m_cosh(x) F2(coshf, cosh, x)
#define m_asin(x) F2(asinf, asin, x)
#define m_acos(x) F2(acosf, acos, x)
#define m_atan(x) F2(atanf, atan, x)
#define m_asinh(x) F2(asinhf, asinh, x)
#define m_acosh(x) F2(acoshf, acosh, x)
#define m_atanh(x) F2(atanhf, atanh, x)
#define m_erf(x) F2(erff, erf, x)
#define m_erfc(x) F2(erfcf, erfc, x)
#define m_lgamma(x) F2(k_lgammaf, k_lgamma, x)
#define m_sigmoid(x) F2(k_sigmoidf, k_sigmoid, x)
#define m_tanh(x) F2(k_tanhf, tanh, x)
#define m_softplus(x) F2(k_softplusf, k_softplus, x)
#define m_tiny(x) _Generic((x), float: FLT_MIN, default: DBL_MIN)
#define m_huge(x) _Generic((x), float: FLT_MAX, default: DBL_MAX)
#define F22(f, d, a, b) _Generic((a), float: f, default: d)(a, b)
#define m_pow(a, b) F22(powf, pow, a, b)
#define m_next(a, b) F22(nextafterf, nextafter, a, b)
#define m_atan2(a, b) F22(atan2f, atan2, a, b)
#define m_fmod(a, b) F22(fmodf, fmod, a, b)
#define m_floormod(a, b) F22(k_floormodf, k_floormod, a, b)

/* lgamma without the global sign */
static inline float k_lgammaf(float x)
{
	int sign;

	return lgammaf_r(x, &sign);
}

static inline double k_lgamma(double x)
{
	int sign;

	return lgamma_r(x, &sign);
}

static inline float k_floormodf(float a, float b)
{
	float r = fmodf(a, b);

	return r != 0 && (b < 0) != (r < 0) ? r + b : r;
}

static inline double k_floormod(double a, double b)
{
	double r = fmod(a, b);

	return r != 0 && (b < 0) != (r < 0) ? r + b : r;
}

#endif
