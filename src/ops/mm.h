/*
 * Matrix products of every type that TensorFlow multiplies, over blas.h. Everything is borrowed.
 *
 * Kernels compute half and bfloat16 in float: mm_in converts an input, mm_out gives where to write,
 * mm_done rounds once. So a product is one of: float, double, int16/32/64 (wrapping), complex.
 */
#ifndef OPS_MM_H
#define OPS_MM_H

#include "ops/kernel.h"

struct mm {
	enum dtype t;			/* a compute type, as mm_type gives it */
	bool ta, tb;			/* A is stored [k][m]; B is stored [n][k] */
	bool ca, cb;			/* conjugated */
	int64_t m, n, k, lda, ldb, ldc;
};

/* C = op(A) op(B), or += with add; k == 0 gives zeros. One thread. */
void mm_run(const struct mm *p, const void *a, const void *b, void *c, bool add);
/* The same without add, float ones over the pool. */
void mm_run_tiled(const struct mm *p, const void *a, const void *b, void *c);

static inline enum dtype mm_type(enum dtype t)
{
	return t == DT_HALF || t == DT_BFLOAT16 ? DT_FLOAT : t;
}

/* Input i in its compute type; NULL with an error. */
const void *mm_in(struct op_ctx *c, int i);
/* Where to compute out: its own bytes or a float buffer; NULL with an error. */
void *mm_out(struct op_ctx *c, struct tensor *out);
/* Rounds what was computed into out, if it is not there yet. */
void mm_done(struct tensor *out, const void *computed);

#endif
