/* See arith.h: one loop a type and operation, made by macros. */
#include "ops/arith.h"

#include <complex.h>
#include <string.h>

#define LOOP(T, expr)                                                                                        \
	for (int64_t i = 0; i < n; i++) {                                                                    \
		T x = p[i], y = q[i * step];                                                                 \
		p[i] = (T)(expr);                                                                            \
	}                                                                                                    \
	return true

/* U: the type in which the integer T wraps. */
#define DIVIDE_SIGNED(U, x, y) y == -1 ? 0 - (U)x : (U)(x / y)	/* the least number by -1 wraps */
#define DIVIDE_UNSIGNED(U, x, y) x / y
#define INTEGER(NAME, T, U, DIVIDE)                                                                                  \
	static bool NAME(enum arith op, T *p, const T *q, int step, int64_t n)                               \
	{                                                                                                    \
		switch (op) {                                                                                \
		case ARITH_ADD: LOOP(T, (U)x + (U)y);                                                        \
		case ARITH_SUB: LOOP(T, (U)x - (U)y);                                                        \
		case ARITH_MUL: LOOP(T, (U)x * (U)y);                                                        \
		case ARITH_MIN: LOOP(T, y < x ? y : x);                                                      \
		case ARITH_MAX: LOOP(T, y > x ? y : x);                                                      \
		case ARITH_DIV:                                                                              \
			for (int64_t i = 0; i < (step ? n : n > 0); i++)                                     \
				if (q[i] == 0)                                                               \
					return false;                                                        \
			LOOP(T, DIVIDE(U, x, y));                                                            \
		case ARITH_SET: break;                                                                       \
		}                                                                                            \
		return false;                                                                                \
	}

#define FLOATING(NAME, T)                                                                                    \
	static bool NAME(enum arith op, T *p, const T *q, int step, int64_t n)                               \
	{                                                                                                    \
		switch (op) {                                                                                \
		case ARITH_ADD: LOOP(T, x + y);                                                              \
		case ARITH_SUB: LOOP(T, x - y);                                                              \
		case ARITH_MUL: LOOP(T, x * y);                                                              \
		case ARITH_DIV: LOOP(T, x / y);                                                              \
		case ARITH_MIN: LOOP(T, y < x ? y : x);                                                      \
		case ARITH_MAX: LOOP(T, x < y ? y : x);                                                      \
		case ARITH_SET: break;                                                                       \
		}                                                                                            \
		return false;                                                                                \
	}

#define COMPLEX(NAME, T)                                                                                     \
	static bool NAME(enum arith op, T *p, const T *q, int step, int64_t n)                               \
	{                                                                                                    \
		switch (op) {                                                                                \
		case ARITH_ADD: LOOP(T, x + y);                                                              \
		case ARITH_SUB: LOOP(T, x - y);                                                              \
		case ARITH_MUL: LOOP(T, x * y);                                                              \
		case ARITH_DIV: LOOP(T, x / y);                                                              \
		default: return false;                                                                       \
		}                                                                                            \
	}

INTEGER(run_i8, int8_t, uint32_t, DIVIDE_SIGNED)
INTEGER(run_i16, int16_t, uint32_t, DIVIDE_SIGNED)
INTEGER(run_i32, int32_t, uint32_t, DIVIDE_SIGNED)
INTEGER(run_i64, int64_t, uint64_t, DIVIDE_SIGNED)
INTEGER(run_u8, uint8_t, uint32_t, DIVIDE_UNSIGNED)
INTEGER(run_u16, uint16_t, uint32_t, DIVIDE_UNSIGNED)
INTEGER(run_u32, uint32_t, uint32_t, DIVIDE_UNSIGNED)
INTEGER(run_u64, uint64_t, uint64_t, DIVIDE_UNSIGNED)
FLOATING(run_f32, float)
FLOATING(run_f64, double)
COMPLEX(run_c64, float complex)
COMPLEX(run_c128, double complex)

static bool run_low(enum arith op, enum dtype t, uint16_t *p, const uint16_t *q, int step, int64_t n)
{
	float (*up)(uint16_t) = t == DT_HALF ? half_to_float : bf16_to_float;
	uint16_t (*down)(float) = t == DT_HALF ? half_of_float : bf16_of_float;

	for (int64_t i = 0; i < n; i++) {
		float x = up(p[i]), y = up(q[i * step]);

		if (!run_f32(op, &x, &y, 0, 1))
			return false;
		p[i] = down(x);
	}
	return true;
}

/* As C++'s bool: a sum or difference is true when it is not 0. */
static bool run_bool(enum arith op, uint8_t *p, const uint8_t *q, int step, int64_t n)
{
	if (op != ARITH_ADD && op != ARITH_SUB)
		return false;
	for (int64_t i = 0; i < n; i++)
		p[i] = op == ARITH_ADD ? p[i] | q[i * step] : p[i] ^ q[i * step];
	return true;
}

static bool set(enum dtype t, void *a, const void *b, int step, int64_t n)
{
	size_t size = dtype_info(t)->size;

	if (dtype_info(t)->kind == DK_STRING || dtype_info(t)->kind == DK_OBJECT || size == 0)
		return false;
	if (step && n > 0)
		memcpy(a, b, (size_t)n * size);
	for (int64_t i = 0; !step && i < n; i++)
		memcpy((char *)a + (size_t)i * size, b, size);
	return true;
}

bool arith_run(enum arith op, enum dtype t, void *a, const void *b, int step, int64_t n)
{
	if (op == ARITH_SET)
		return set(t, a, b, step, n);
	switch (t) {
	case DT_FLOAT: return run_f32(op, a, b, step, n);
	case DT_DOUBLE: return run_f64(op, a, b, step, n);
	case DT_HALF:
	case DT_BFLOAT16: return run_low(op, t, a, b, step, n);
	case DT_INT8: return run_i8(op, a, b, step, n);
	case DT_INT16: return run_i16(op, a, b, step, n);
	case DT_INT32: return run_i32(op, a, b, step, n);
	case DT_INT64: return run_i64(op, a, b, step, n);
	case DT_UINT8: return run_u8(op, a, b, step, n);
	case DT_UINT16: return run_u16(op, a, b, step, n);
	case DT_UINT32: return run_u32(op, a, b, step, n);
	case DT_UINT64: return run_u64(op, a, b, step, n);
	case DT_BOOL: return run_bool(op, a, b, step, n);
	case DT_COMPLEX64: return run_c64(op, a, b, step, n);
	case DT_COMPLEX128: return run_c128(op, a, b, step, n);
	default: return false;
	}
}
