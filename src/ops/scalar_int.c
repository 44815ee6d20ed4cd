/*
 * Scalar ops on integers, bool and complex numbers: one loop each from scalar.def, gathered in tables
 * by op and dtype. Integers wrap: they are computed as unsigned of at least 32 bits.
 */
#pragma GCC optimize("cx-limited-range")	/* products as Eigen's: no rescue of infinities */

#include "ops/loops.h"

#include "ops/mathfn.h"

#define NONE 0

/* The kernel has looked for zero divisors before (the error is the op's, not the element's). */
#define int_div(a, b) ((T)-1 < 0 && (b) == (T)-1 ? (T)(0 - W(a)) : (T)((a) / (b)))
#define int_mod(a, b) ((T)-1 < 0 && (b) == (T)-1 ? (T)0 : (T)((a) % (b)))
#define int_floordiv(a, b) \
	(int_mod(a, b) != 0 && ((a) < 0) != ((b) < 0) ? (T)(int_div(a, b) - 1) : int_div(a, b))
#define int_floormod(a, b) \
	(int_mod(a, b) != 0 && ((a) < 0) != ((b) < 0) ? (T)(int_mod(a, b) + (b)) : int_mod(a, b))
/* Shifts by less than zero or by the width and more count as zero or width - 1, as TensorFlow's. */
#define int_shift(b) ((b) < 0 ? 0 : (uint64_t)(b) > sizeof(T) * 8 - 1 ? (int)sizeof(T) * 8 - 1 : (int)(b))

static inline uint64_t int_pow(uint64_t a, uint64_t b)
{
	uint64_t r = 1;

	for (; b; b >>= 1, a *= a)
		if (b & 1)
			r *= a;
	return r;
}

#define C2(f, d, x) _Generic((x), float complex: f, default: d)(x)
#define m_csqrt(x) C2(csqrtf, csqrt, x)
#define m_cexp(x) C2(cexpf, cexp, x)
#define m_clog(x) C2(clogf, clog, x)
#define m_csin(x) C2(csinf, csin, x)
#define m_ccos(x) C2(ccosf, ccos, x)
#define m_ctan(x) C2(ctanf, ctan, x)
#define m_csinh(x) C2(csinhf, csinh, x)
#define m_ccosh(x) C2(ccoshf, ccosh, x)
#define m_casin(x) C2(casinf, casin, x)
#define m_cacos(x) C2(cacosf, cacos, x)
#define m_catan(x) C2(catanf, catan, x)
#define m_casinh(x) C2(casinhf, casinh, x)
#define m_cacosh(x) C2(cacoshf, cacosh, x)
#define m_catanh(x) C2(catanhf, catanh, x)
#define m_ctanh(x) C2(ctanhf, ctanh, x)
#define m_cabs(x) C2(cabsf, cabs, x)
#define m_conj(x) C2(conjf, conj, x)
#define m_cpow(a, b) _Generic((a), float complex: cpowf, default: cpow)(a, b)

/* Division as Eigen's packets do it: scaled by the divisor's larger part, so that x / 0 is NaN. */
#define CDIV_FN(fn, CT, RT, MAX, ABS) \
static inline CT fn(CT x, CT y) \
{ \
	RT m = MAX(ABS(__real__ y), ABS(__imag__ y)), c = __real__ y / m, d = __imag__ y / m; \
	RT n = c * c + d * d; \
	RT re = (__real__ x * c + __imag__ x * d) / n / m, im = (__imag__ x * c - __real__ x * d) / n / m; \
	CT r; \
	__real__ r = re; \
	__imag__ r = im; \
	return r; \
}
CDIV_FN(cdivf, float complex, float, fmaxf, fabsf)
CDIV_FN(cdivd, double complex, double, fmax, fabs)
#define m_cdiv(a, b) _Generic((b), float complex: cdivf, default: cdivd)((a), (b))

/* log(1 + x) made good where 1 + x rounds: log(u) * x / (u - 1). */
static inline float complex clog1p_f(float complex x)
{
	float complex u = 1.0f + x;

	return u == 1.0f ? x : clogf(u) * cdivf(x, u - 1.0f);
}

static inline double complex clog1p_d(double complex x)
{
	double complex u = 1.0 + x;

	return u == 1.0 ? x : clog(u) * cdivd(x, u - 1.0);
}
#define m_clog1p(x) C2(clog1p_f, clog1p_d, x)

#define UN_FN(name, e, TY, WT, S) \
static void un_##name##_##S(void *o, const void *pa, int64_t n) \
{ \
	typedef TY T; \
	T *y = o; \
	const T *p = pa; \
	for (int64_t i = 0; i < n; i++) { \
		T x = p[i]; \
		(void)x; \
		y[i] = (T)(e); \
	} \
}
#define BIN_FN(kind, name, e, TY, OUT, S) \
static void kind##_##name##_##S(void *o, const void *pa, const void *pb, int64_t n, int sa, int sb) \
{ \
	typedef TY T; \
	OUT *y = o; \
	const T *p = pa, *q = pb; \
	for (int64_t i = 0; i < n; i++) { \
		T a = p[sa ? i : 0], b = q[sb ? i : 0]; \
		(void)a, (void)b; \
		y[i] = (OUT)(e); \
	} \
}

/* W of T: at least unsigned, so that products of short types do not overflow int. */
#define W(v) (_Generic((v), int64_t: UINT64_C(0), uint64_t: UINT64_C(0), default: 0u) + (v))

#define INTS(X, ...) X(__VA_ARGS__, int8_t, i8) X(__VA_ARGS__, int16_t, i16) \
	X(__VA_ARGS__, int32_t, i32) X(__VA_ARGS__, int64_t, i64) X(__VA_ARGS__, uint8_t, u8) \
	X(__VA_ARGS__, uint16_t, u16) X(__VA_ARGS__, uint32_t, u32) X(__VA_ARGS__, uint64_t, u64)
#define CPLX(X, ...) X(__VA_ARGS__, float complex, c64) X(__VA_ARGS__, double complex, c128)

#define UN_X(name, e, TY, S) UN_FN(name, e, TY, uint32_t, S)
#define BIN_X(name, e, TY, S) BIN_FN(bin, name, e, TY, TY, S)
#define CMP_X(name, e, TY, S) BIN_FN(cmp, name, e, TY, uint8_t, S)
#define UN(name, mask, f, i, c) INTS(UN_X, name, i) CPLX(UN_X, name, c)
#define BIN(name, mask, f, i, c) INTS(BIN_X, name, i) CPLX(BIN_X, name, c)
#define CMP(name, mask, e, c) INTS(CMP_X, name, e) CPLX(CMP_X, name, c)
#define IS(name, e)
#pragma GCC diagnostic ignored "-Wtype-limits"
#include "ops/scalar.def"
#undef UN
#undef BIN
#undef CMP

#define ROW(kind, name) { \
	[DT_INT8] = kind##_##name##_i8, [DT_INT16] = kind##_##name##_i16, \
	[DT_INT32] = kind##_##name##_i32, [DT_INT64] = kind##_##name##_i64, \
	[DT_UINT8] = kind##_##name##_u8, [DT_UINT16] = kind##_##name##_u16, \
	[DT_UINT32] = kind##_##name##_u32, [DT_UINT64] = kind##_##name##_u64, \
	[DT_BOOL] = kind##_##name##_u8, \
	[DT_QINT8] = kind##_##name##_i8, [DT_QUINT8] = kind##_##name##_u8, \
	[DT_QINT16] = kind##_##name##_i16, [DT_QUINT16] = kind##_##name##_u16, \
	[DT_QINT32] = kind##_##name##_i32, \
	[DT_COMPLEX64] = kind##_##name##_c64, [DT_COMPLEX128] = kind##_##name##_c128, },

static const un_fn un_table[UN_N][DT_COUNT] = {
#define UN(name, mask, f, i, c) ROW(un, name)
#define BIN(name, mask, f, i, c)
#define CMP(name, mask, e, c)
#include "ops/scalar.def"
#undef UN
#undef BIN
};

static const bin_fn bin_table[BIN_N][DT_COUNT] = {
#define UN(name, mask, f, i, c)
#define BIN(name, mask, f, i, c) ROW(bin, name)
#include "ops/scalar.def"
#undef BIN
#undef CMP
};

static const bin_fn cmp_table[CMP_N][DT_COUNT] = {
#define BIN(name, mask, f, i, c)
#define CMP(name, mask, e, c) ROW(cmp, name)
#include "ops/scalar.def"
};

un_fn scalar_un(enum scalar_un op, enum dtype t)
{
	return un_table[op][t];
}

bin_fn scalar_bin(enum scalar_bin op, enum dtype t)
{
	return bin_table[op][t];
}

bin_fn scalar_cmp(enum scalar_cmp op, enum dtype t)
{
	return cmp_table[op][t];
}
