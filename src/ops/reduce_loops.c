/* The inner loops of reductions; see reduce.h. Sums of floats run in double, those of integers wrap. */
#include "ops/reduce.h"

#include <math.h>

#include "ops/loops.h"

#define PAIR(name, T, FIELD, LOAD, F) \
	static void name##_run(union red_acc *acc, const void *p, int64_t n) \
	{ \
		const T *x = p; \
		__typeof__(acc->FIELD) a = acc->FIELD; \
\
		for (int64_t i = 0; i < n; i++) \
			a = F(a, LOAD(x[i])); \
		acc->FIELD = a; \
	} \
	static void name##_cols(union red_acc *acc, const void *p, int64_t n) \
	{ \
		const T *x = p; \
\
		for (int64_t i = 0; i < n; i++) \
			acc[i].FIELD = F(acc[i].FIELD, LOAD(x[i])); \
	}

#define SAME(x) (x)
#define SUM(a, v) ((a) + (v))
#define PROD(a, v) ((a) * (v))
#define MAX(a, v) ((v) > (a) ? (v) : (a))
#define MIN(a, v) ((v) < (a) ? (v) : (a))
/* A NaN wins. */
#define FMAX(a, v) ((v) > (a) || (v) != (v) ? (v) : (a))
#define FMIN(a, v) ((v) < (a) || (v) != (v) ? (v) : (a))
#define ALL(a, v) ((a) && (v))
#define ANY(a, v) ((a) || (v))
#define U64(x) ((uint64_t)(x))
#define U64_SQ(x) (U64(x) * U64(x))
#define D(x) ((double)(x))
#define HALF_D(x) ((double)half_to_float(x))
#define BF16_D(x) ((double)bf16_to_float(x))

/* out[k] = E, where a is acc[k]. */
#define PUT(name, T, E) \
	static void name(void *out, const union red_acc *acc, int64_t n, int64_t per) \
	{ \
		T *o = out; \
\
		(void)per; \
		for (int64_t k = 0; k < n; k++) { \
			union red_acc a = acc[k]; \
\
			o[k] = E; \
		} \
	}

/* R: the type that answers are computed in, before STORE. A mean is a rounded sum, divided. */
#define FLOATING(name, T, R, FIELD, LOAD, LOAD_D, STORE, SQUARE) \
	PAIR(name##_sum, T, d, LOAD_D, SUM) PAIR(name##_prod, T, FIELD, LOAD, PROD) \
	PAIR(name##_norm, T, d, SQUARE, SUM) PAIR(name##_max, T, FIELD, LOAD, FMAX) \
	PAIR(name##_min, T, FIELD, LOAD, FMIN) \
	PUT(name##_put_sum, T, STORE((R)a.d)) PUT(name##_put_mean, T, STORE((R)a.d / (R)per)) \
	PUT(name##_put_norm, T, STORE((R)sqrt(LOAD_D(STORE((R)a.d))))) PUT(name##_put, T, STORE(a.FIELD))
/* Squares are rounded to the type, and so overflow as TensorFlow's. */
#define SQ(x) ((x) * (x))
#define HALF_SQ(x) HALF_D(half_of_float(SQ(half_to_float(x))))
#define BF16_SQ(x) BF16_D(bf16_of_float(SQ(bf16_to_float(x))))
FLOATING(f32, float, float, f, SAME, D, SAME, SQ)
FLOATING(f64, double, double, d, SAME, SAME, SAME, SQ)
FLOATING(f16, uint16_t, float, f, half_to_float, HALF_D, half_of_float, HALF_SQ)
FLOATING(bf16, uint16_t, float, f, bf16_to_float, BF16_D, bf16_of_float, BF16_SQ)

#define INTEGER(name, T, FIELD) \
	PAIR(name##_sum, T, u, U64, SUM) PAIR(name##_prod, T, u, U64, PROD) PAIR(name##_norm, T, u, U64_SQ, SUM) \
	PAIR(name##_max, T, FIELD, SAME, MAX) PAIR(name##_min, T, FIELD, SAME, MIN) \
	PUT(name##_put, T, (T)a.u) PUT(name##_put_mean, T, (T)(per ? a.FIELD / per_of(FIELD) : 0)) \
	PUT(name##_put_norm, T, (T)sqrt((double)(T)a.u))
#define per_of(FIELD) per_##FIELD
#define per_i per
#define per_u (uint64_t)per
INTEGER(i8, int8_t, i)
INTEGER(i16, int16_t, i)
INTEGER(i32, int32_t, i)
INTEGER(i64, int64_t, i)
INTEGER(u8, uint8_t, u)
INTEGER(u16, uint16_t, u)
INTEGER(u32, uint32_t, u)
INTEGER(u64, uint64_t, u)

PAIR(all, uint8_t, u, SAME, ALL)
PAIR(any, uint8_t, u, SAME, ANY)
PUT(put_bool, uint8_t, (uint8_t)(a.u != 0))

/* One step of a complex reduction on c[2], by x and y. */
#define C_SUM c[0] += x, c[1] += y
#define C_PROD do { double re = c[0] * x - c[1] * y; c[1] = c[0] * y + c[1] * x; c[0] = re; } while (0)
#define C_NORM c[0] += x * x + y * y
#define COMPLEX_PAIR(name, R, STEP) \
	static void name##_run(union red_acc *acc, const void *p, int64_t n) \
	{ \
		const R *v = p; \
		double *c = acc->c; \
\
		for (int64_t i = 0; i < n; i++) { \
			double x = (double)v[2 * i], y = (double)v[2 * i + 1]; \
			STEP; \
		} \
	} \
	static void name##_cols(union red_acc *acc, const void *p, int64_t n) \
	{ \
		for (int64_t i = 0; i < n; i++) \
			name##_run(&acc[i], (const R *)p + 2 * i, 1); \
	}
#define COMPLEX_PUT(name, R, E) \
	static void name(void *out, const union red_acc *acc, int64_t n, int64_t per) \
	{ \
		R *o = out; \
\
		(void)per; \
		for (int64_t k = 0; k < n; k++) { \
			double x = acc[k].c[0], y = acc[k].c[1]; \
			E; \
		} \
	}
#define DIV(per) ((double)((per) ? (per) : 1))
#define COMPLEX(name, R) \
	COMPLEX_PAIR(name##_sum, R, C_SUM) COMPLEX_PAIR(name##_prod, R, C_PROD) COMPLEX_PAIR(name##_norm, R, C_NORM) \
	COMPLEX_PUT(name##_put, R, (o[2 * k] = (R)x, o[2 * k + 1] = (R)y)) \
	COMPLEX_PUT(name##_put_mean, R, (o[2 * k] = (R)(x / DIV(per)), o[2 * k + 1] = (R)(y / DIV(per)))) \
	COMPLEX_PUT(name##_put_norm, R, (o[2 * k] = (R)sqrt(x), o[2 * k + 1] = 0, (void)y))
COMPLEX(c64, float)
COMPLEX(c128, double)

/* ---- float has loops for each CPU ---- */

static void f32_sum_fast(union red_acc *acc, const void *p, int64_t n)
{
	if (n < 16)
		f32_sum_run(acc, p, n);
	else
		acc->d += loops()->sum_f32(p, n);
}

static void f32_max_fast(union red_acc *acc, const void *p, int64_t n)
{
	acc->f = loops()->max_f32(p, n, acc->f);
}

static void f32_min_fast(union red_acc *acc, const void *p, int64_t n)
{
	acc->f = loops()->min_f32(p, n, acc->f);
}

/* ---- the table ---- */

#define R(name, field, value, the_put) { .run = name##_run, .cols = name##_cols, .put = the_put, .start.field = value }
#define FLOATS(name, field) { \
	[RED_SUM] = R(name##_sum, d, 0, name##_put_sum), [RED_MEAN] = R(name##_sum, d, 0, name##_put_mean), \
	[RED_PROD] = R(name##_prod, field, 1, name##_put), [RED_MAX] = R(name##_max, field, -INFINITY, name##_put), \
	[RED_MIN] = R(name##_min, field, INFINITY, name##_put), [RED_NORM] = R(name##_norm, d, 0, name##_put_norm) }
#define INTS(name, field, lo, hi) { \
	[RED_SUM] = R(name##_sum, u, 0, name##_put), [RED_MEAN] = R(name##_sum, u, 0, name##_put_mean), \
	[RED_PROD] = R(name##_prod, u, 1, name##_put), [RED_MAX] = R(name##_max, field, lo, name##_put), \
	[RED_MIN] = R(name##_min, field, hi, name##_put), [RED_NORM] = R(name##_norm, u, 0, name##_put_norm) }
#define COMPLEXES(name) { \
	[RED_SUM] = R(name##_sum, c[0], 0, name##_put), [RED_MEAN] = R(name##_sum, c[0], 0, name##_put_mean), \
	[RED_PROD] = R(name##_prod, c[0], 1, name##_put), [RED_NORM] = R(name##_norm, c[0], 0, name##_put_norm) }

struct red_loops red_loops(enum red_op op, enum dtype t)
{
	static const struct red_loops table[DT_COUNT][RED_N] = {
		[DT_FLOAT] = FLOATS(f32, f), [DT_DOUBLE] = FLOATS(f64, d), [DT_HALF] = FLOATS(f16, f),
		[DT_BFLOAT16] = FLOATS(bf16, f),
		[DT_INT8] = INTS(i8, i, INT8_MIN, INT8_MAX), [DT_INT16] = INTS(i16, i, INT16_MIN, INT16_MAX),
		[DT_INT32] = INTS(i32, i, INT32_MIN, INT32_MAX), [DT_INT64] = INTS(i64, i, INT64_MIN, INT64_MAX),
		[DT_UINT8] = INTS(u8, u, 0, UINT8_MAX), [DT_UINT16] = INTS(u16, u, 0, UINT16_MAX),
		[DT_UINT32] = INTS(u32, u, 0, UINT32_MAX), [DT_UINT64] = INTS(u64, u, 0, UINT64_MAX),
		[DT_COMPLEX64] = COMPLEXES(c64), [DT_COMPLEX128] = COMPLEXES(c128),
		[DT_BOOL] = { [RED_ALL] = R(all, u, 1, put_bool), [RED_ANY] = R(any, u, 0, put_bool) },
	};
	struct red_loops l = table[t][op];

	if (t == DT_FLOAT && (op == RED_SUM || op == RED_MEAN))
		l.run = f32_sum_fast;
	else if (t == DT_FLOAT && op == RED_MAX)
		l.run = f32_max_fast;
	else if (t == DT_FLOAT && op == RED_MIN)
		l.run = f32_min_fast;
	return l;
}
