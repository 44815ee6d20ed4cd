/* Accumulating elements; see elop.h. One body an operation, made for each type. */
#include "ops/elop.h"

#include <complex.h>
#include <stddef.h>

#define BODY(fn, C, LOAD, STORE, EXPR) \
	static void fn(void *dst, const void *src, int64_t n) \
	{ \
		C *d = dst; \
		const C *s = src; \
\
		for (int64_t i = 0; i < n; i++) \
			d[i] = STORE(EXPR(LOAD(d[i]), LOAD(s[i]))); \
	}

#define SAME(x) (x)
#define ADD(a, b) ((a) + (b))
#define SUB(a, b) ((a) - (b))
#define MUL(a, b) ((a) * (b))
#define ANY(a, b) ((a) | (b))
#define MIN(a, b) ((b) < (a) ? (b) : (a))
#define MAX(a, b) ((a) < (b) ? (b) : (a))
/* Integers wrap: their sums and products are made in unsigned arithmetic. */
#define U(x) ((uint64_t)(x))
#define UADD(a, b) (U(a) + U(b))
#define USUB(a, b) (U(a) - U(b))
#define UMUL(a, b) (U(a) * U(b))

#define REAL(name, C, L, S, A, B, M) \
	BODY(name##_add, C, L, S, A) BODY(name##_sub, C, L, S, B) BODY(name##_mul, C, L, S, M) \
	BODY(name##_min, C, L, S, MIN) BODY(name##_max, C, L, S, MAX)
#define FLOATING(name, C, L, S) REAL(name, C, L, S, ADD, SUB, MUL)
#define INTEGER(name, C) REAL(name, C, SAME, (C), UADD, USUB, UMUL)

FLOATING(f32, float, SAME, SAME)
FLOATING(f64, double, SAME, SAME)
FLOATING(f16, uint16_t, half_to_float, half_of_float)
FLOATING(bf16, uint16_t, bf16_to_float, bf16_of_float)
INTEGER(i8, int8_t)
INTEGER(i16, int16_t)
INTEGER(i32, int32_t)
INTEGER(i64, int64_t)
INTEGER(u8, uint8_t)
INTEGER(u16, uint16_t)
INTEGER(u32, uint32_t)
INTEGER(u64, uint64_t)

#define COMPLEX(name, R) \
	BODY(name##_add, R complex, SAME, SAME, ADD) BODY(name##_sub, R complex, SAME, SAME, SUB) \
	static void name##_mul(void *dst, const void *src, int64_t n) \
	{ \
		R *d = dst; \
		const R *s = src; \
\
		for (int64_t i = 0; i < n; i++, d += 2, s += 2) { \
			R re = d[0] * s[0] - d[1] * s[1]; \
\
			d[1] = d[0] * s[1] + d[1] * s[0]; \
			d[0] = re; \
		} \
	}
COMPLEX(c64, float)
COMPLEX(c128, double)

BODY(bool_add, uint8_t, SAME, SAME, ANY)

#define FIVE(name) { name##_add, name##_sub, name##_mul, name##_min, name##_max }
#define THREE(name) { name##_add, name##_sub, name##_mul, NULL, NULL }

el_fn el_op(enum el_op op, enum dtype t)
{
	static const el_fn table[DT_COUNT][EL_OP_N] = {
		[DT_FLOAT] = FIVE(f32), [DT_DOUBLE] = FIVE(f64), [DT_HALF] = FIVE(f16),
		[DT_BFLOAT16] = FIVE(bf16), [DT_INT8] = FIVE(i8), [DT_INT16] = FIVE(i16),
		[DT_INT32] = FIVE(i32), [DT_INT64] = FIVE(i64), [DT_UINT8] = FIVE(u8),
		[DT_UINT16] = FIVE(u16), [DT_UINT32] = FIVE(u32), [DT_UINT64] = FIVE(u64),
		[DT_BOOL] = { bool_add }, [DT_COMPLEX64] = THREE(c64), [DT_COMPLEX128] = THREE(c128),
	};

	return (unsigned)t < DT_COUNT ? table[t][op] : NULL;
}
