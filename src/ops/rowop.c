/* Arithmetic on rows; see rowop.h. */
#include "ops/rowop.h"

#include <complex.h>
#include <float.h>
#include <math.h>
#include <string.h>

#define PLAIN(v) (v)
#define TIMES(a, b) ((a) * (b))
#define INT_DIV(a, b) ((b) == 0 ? 0 : (b) == (__typeof__(b))-1 ? STORE(LOAD(b) * LOAD(a)) : (__typeof__(a))((a) / (b)))
#define UINT_DIV(a, b) ((b) == 0 ? 0 : (__typeof__(a))((a) / (b)))
#define FLOAT_DIV(a, b) STORE(LOAD(a) / LOAD(b))

#define ORDERED
#define CMP PLAIN

/* Integers are computed unsigned and wide enough that nothing is promoted to int. */
#define T int8_t
#define LOAD(v) (uint32_t)(v)
#define STORE(v) (int8_t)(v)
#define MUL TIMES
#define DIV INT_DIV
#define NAME(op) i8_##op
#include "ops/rowop.inc"

#define CMP PLAIN
#define T int16_t
#define LOAD(v) (uint32_t)(v)
#define STORE(v) (int16_t)(v)
#define MUL TIMES
#define DIV INT_DIV
#define NAME(op) i16_##op
#include "ops/rowop.inc"

#define CMP PLAIN
#define T int32_t
#define LOAD(v) (uint32_t)(v)
#define STORE(v) (int32_t)(v)
#define MUL TIMES
#define DIV INT_DIV
#define NAME(op) i32_##op
#include "ops/rowop.inc"

#define CMP PLAIN
#define T int64_t
#define LOAD(v) (uint64_t)(v)
#define STORE(v) (int64_t)(v)
#define MUL TIMES
#define DIV INT_DIV
#define NAME(op) i64_##op
#include "ops/rowop.inc"

#define CMP PLAIN
#define T uint8_t
#define LOAD(v) (uint32_t)(v)
#define STORE(v) (uint8_t)(v)
#define MUL TIMES
#define DIV UINT_DIV
#define NAME(op) u8_##op
#include "ops/rowop.inc"

#define CMP PLAIN
#define T uint16_t
#define LOAD(v) (uint32_t)(v)
#define STORE(v) (uint16_t)(v)
#define MUL TIMES
#define DIV UINT_DIV
#define NAME(op) u16_##op
#include "ops/rowop.inc"

#define CMP PLAIN
#define T uint32_t
#define LOAD PLAIN
#define STORE PLAIN
#define MUL TIMES
#define DIV UINT_DIV
#define NAME(op) u32_##op
#include "ops/rowop.inc"

#define CMP PLAIN
#define T uint64_t
#define LOAD PLAIN
#define STORE PLAIN
#define MUL TIMES
#define DIV UINT_DIV
#define NAME(op) u64_##op
#include "ops/rowop.inc"

#define CMP PLAIN
#define T float
#define LOAD PLAIN
#define STORE PLAIN
#define MUL TIMES
#define DIV FLOAT_DIV
#define NAME(op) f32_##op
#include "ops/rowop.inc"

#define CMP PLAIN
#define T double
#define LOAD PLAIN
#define STORE PLAIN
#define MUL TIMES
#define DIV FLOAT_DIV
#define NAME(op) f64_##op
#include "ops/rowop.inc"

#define CMP half_to_float
#define T uint16_t
#define LOAD half_to_float
#define STORE half_of_float
#define MUL TIMES
#define DIV FLOAT_DIV
#define NAME(op) half_##op
#include "ops/rowop.inc"

#define CMP bf16_to_float
#define T uint16_t
#define LOAD bf16_to_float
#define STORE bf16_of_float
#define MUL TIMES
#define DIV FLOAT_DIV
#define NAME(op) bf16_##op
#include "ops/rowop.inc"

#undef ORDERED

/* Eigen multiplies the plain way, C's operator repairs infinities. */
static inline float complex c64_times(float complex a, float complex b)
{
	return CMPLXF(crealf(a) * crealf(b) - cimagf(a) * cimagf(b),
		      crealf(a) * cimagf(b) + cimagf(a) * crealf(b));
}

static inline double complex c128_times(double complex a, double complex b)
{
	return CMPLX(creal(a) * creal(b) - cimag(a) * cimag(b),
		     creal(a) * cimag(b) + cimag(a) * creal(b));
}

#define T float complex
#define LOAD PLAIN
#define STORE PLAIN
#define MUL c64_times
#define DIV FLOAT_DIV
#define NAME(op) c64_##op
#include "ops/rowop.inc"

#define T double complex
#define LOAD PLAIN
#define STORE PLAIN
#define MUL c128_times
#define DIV FLOAT_DIV
#define NAME(op) c128_##op
#include "ops/rowop.inc"

#define ROWS(id) { id##_add, id##_mul, id##_div, id##_min, id##_max }
static const row_fn table[DT_COUNT][ROW_OPS] = {
	[DT_INT8] = ROWS(i8), [DT_INT16] = ROWS(i16), [DT_INT32] = ROWS(i32), [DT_INT64] = ROWS(i64),
	[DT_UINT8] = ROWS(u8), [DT_UINT16] = ROWS(u16), [DT_UINT32] = ROWS(u32), [DT_UINT64] = ROWS(u64),
	[DT_FLOAT] = ROWS(f32), [DT_DOUBLE] = ROWS(f64), [DT_HALF] = ROWS(half), [DT_BFLOAT16] = ROWS(bf16),
	[DT_COMPLEX64] = { c64_add, c64_mul, c64_div }, [DT_COMPLEX128] = { c128_add, c128_mul, c128_div },
};

row_fn row_find(enum row_op op, enum dtype t)
{
	return (unsigned)t < DT_COUNT ? table[t][op] : NULL;
}

#define ENDS(low, high) (what == ROW_LOWEST ? (low) : what == ROW_HIGHEST ? (high) : what == ROW_ONE)
void row_const(enum dtype t, enum row_const what, void *el)
{
	size_t size = dtype_info(t)->size;
	bool top = what == ROW_HIGHEST;
	uint64_t v;

	memset(el, 0, size);
	switch (t) {
	case DT_FLOAT:
		*(float *)el = ENDS(-FLT_MAX, FLT_MAX);
		break;
	case DT_DOUBLE:
		*(double *)el = ENDS(-DBL_MAX, DBL_MAX);
		break;
	case DT_HALF:
		*(uint16_t *)el = (uint16_t)(what == ROW_ONE ? 0x3c00 : what == ROW_ZERO ? 0 : top ? 0x7bff : 0xfbff);
		break;
	case DT_BFLOAT16:
		*(uint16_t *)el = (uint16_t)(what == ROW_ONE ? 0x3f80 : what == ROW_ZERO ? 0 : top ? 0x7f7f : 0xff7f);
		break;
	case DT_COMPLEX64:
		*(float *)el = what == ROW_ONE;
		break;
	case DT_COMPLEX128:
		*(double *)el = what == ROW_ONE;
		break;
	default:
		v = what == ROW_ONE;
		if (dtype_info(t)->kind == DK_INT && what >= ROW_LOWEST)
			v = top ? UINT64_MAX >> (65 - 8 * size) : UINT64_C(1) << (8 * size - 1);
		else if (top)
			v = UINT64_MAX;
		memcpy(el, &v, size);
		break;
	}
}

bool row_fill(struct op_ctx *c, enum dtype t, enum row_const what, void *dst, int64_t n)
{
	double el[2];

	row_const(t, what, el);
	return el_fill(t, dst, el, n, c->err);
}

void row_int(enum dtype t, int64_t v, void *el)
{
	size_t size = dtype_info(t)->size;

	memset(el, 0, size);
	switch (t) {
	case DT_FLOAT:
	case DT_COMPLEX64:
		*(float *)el = (float)v;
		break;
	case DT_DOUBLE:
	case DT_COMPLEX128:
		*(double *)el = (double)v;
		break;
	case DT_HALF:
		*(uint16_t *)el = half_of_float((float)v);
		break;
	case DT_BFLOAT16:
		*(uint16_t *)el = bf16_of_float((float)v);
		break;
	default:
		memcpy(el, &v, size);
		break;
	}
}
