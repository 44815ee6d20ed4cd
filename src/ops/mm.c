/* Matrix products of every type; see mm.h. */
#include "ops/mm.h"

#include <string.h>

#include "ops/blas.h"

#define INT_GEMM(T, name) \
	static void name(const struct mm *p, const T *a, const T *b, T *c) \
	{ \
		int64_t bq = p->tb ? 1 : p->ldb, bj = p->tb ? p->ldb : 1; \
		for (int64_t i = 0; i < p->m; i++, c += p->ldc) \
			for (int64_t q = 0; q < p->k; q++) { \
				T x = p->ta ? a[q * p->lda + i] : a[i * p->lda + q]; \
				for (int64_t j = 0; j < p->n; j++) \
					c[j] = (T)(c[j] + (uint64_t)x * b[q * bq + j * bj]); \
			} \
	}
INT_GEMM(uint16_t, gemm_i16)
INT_GEMM(uint32_t, gemm_i32)
INT_GEMM(uint64_t, gemm_i64)

/* Sums in double for both sizes: one rounding an element. */
#define COMPLEX_GEMM(T, name) \
	static void name(const struct mm *p, const T *a, const T *b, T *c) \
	{ \
		int64_t ai = p->ta ? 1 : p->lda, aq = p->ta ? p->lda : 1; \
		int64_t bj = p->tb ? p->ldb : 1, bq = p->tb ? 1 : p->ldb; \
		double sa = p->ca ? -1 : 1, sb = p->cb ? -1 : 1; \
		for (int64_t i = 0; i < p->m; i++, c += 2 * p->ldc) \
			for (int64_t j = 0; j < p->n; j++) { \
				double re = c[2 * j], im = c[2 * j + 1]; \
				for (int64_t q = 0; q < p->k; q++) { \
					const T *x = a + 2 * (i * ai + q * aq), *y = b + 2 * (q * bq + j * bj); \
					double xi = sa * x[1], yi = sb * y[1]; \
					re += (double)x[0] * y[0] - xi * yi; \
					im += (double)x[0] * yi + xi * (double)y[0]; \
				} \
				c[2 * j] = (T)re; \
				c[2 * j + 1] = (T)im; \
			} \
	}
COMPLEX_GEMM(float, gemm_c64)
COMPLEX_GEMM(double, gemm_c128)

static void zero(const struct mm *p, void *c)
{
	size_t size = dtype_info(p->t)->size;

	for (int64_t i = 0; i < p->m; i++)
		memset((char *)c + (size_t)(i * p->ldc) * size, 0, (size_t)p->n * size);
}

void mm_run(const struct mm *p, const void *a, const void *b, void *c, bool add)
{
	if (!add && (p->k == 0 || (p->t != DT_FLOAT && p->t != DT_DOUBLE)))
		zero(p, c);
	if (p->k == 0)
		return;
	switch (p->t) {
	case DT_FLOAT:
		blas_gemm_f32(p->ta, p->tb, p->m, p->n, p->k, a, p->lda, b, p->ldb, c, p->ldc, add);
		break;
	case DT_DOUBLE:
		blas_gemm_f64(p->ta, p->tb, p->m, p->n, p->k, a, p->lda, b, p->ldb, c, p->ldc, add);
		break;
	case DT_INT16:
		gemm_i16(p, a, b, c);
		break;
	case DT_INT32:
		gemm_i32(p, a, b, c);
		break;
	case DT_INT64:
		gemm_i64(p, a, b, c);
		break;
	case DT_COMPLEX64:
		gemm_c64(p, a, b, c);
		break;
	default:
		gemm_c128(p, a, b, c);
	}
}

void mm_run_tiled(const struct mm *p, const void *a, const void *b, void *c)
{
	if (p->t == DT_FLOAT && p->k)
		blas_gemm_f32_tiled(p->ta, p->tb, p->m, p->n, p->k, a, p->lda, b, p->ldb, c, p->ldc);
	else
		mm_run(p, a, b, c, false);
}

const void *mm_in(struct op_ctx *c, int i)
{
	const struct tensor *t = c->in[i];

	return t->dtype == mm_type(t->dtype) ? t->data : op_in_float(c, i);
}

void *mm_out(struct op_ctx *c, struct tensor *out)
{
	if (out->dtype == mm_type(out->dtype))
		return out->data;
	return op_temp(c, (size_t)out->n * sizeof(float));
}

void mm_done(struct tensor *out, const void *computed)
{
	if (computed != out->data)
		low_of_float(out->dtype, out->data, computed, out->n);
}
