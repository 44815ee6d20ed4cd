/*
 * Matrix products: OpenBLAS when it can be opened and computes rightly, else our own. Row-major
 * throughout; everything is borrowed. Any thread may call.
 */
#ifndef OPS_BLAS_H
#define OPS_BLAS_H

#include <stdbool.h>
#include <stdint.h>

/* C[m][n] = op(A) op(B), or += with add. lda, ldb, ldc are row strides of the matrices as stored;
 * ta: A is stored [k][m]; tb: B is stored [n][k]. One thread; callers tile. */
void blas_gemm_f32(bool ta, bool tb, int64_t m, int64_t n, int64_t k, const float *a, int64_t lda,
		   const float *b, int64_t ldb, float *c, int64_t ldc, bool add);
void blas_gemm_f64(bool ta, bool tb, int64_t m, int64_t n, int64_t k, const double *a, int64_t lda,
		   const double *b, int64_t ldb, double *c, int64_t ldc, bool add);

/* The same over tiles of rows on the pool; tile bounds by the shape alone. */
void blas_gemm_f32_tiled(bool ta, bool tb, int64_t m, int64_t n, int64_t k, const float *a,
			 int64_t lda, const float *b, int64_t ldb, float *c, int64_t ldc);

#endif
