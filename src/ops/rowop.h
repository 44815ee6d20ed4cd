/*
 * Arithmetic on rows of any number type, for kernels that reduce, scatter or count: acc[i] op= x[i].
 * Ownership: rows are borrowed. Integers wrap; half and bfloat16 round after each step.
 */
#ifndef OPS_ROWOP_H
#define OPS_ROWOP_H

#include "ops/kernel.h"

enum row_op { ROW_ADD, ROW_MUL, ROW_DIV, ROW_MIN, ROW_MAX, ROW_OPS };
typedef void (*row_fn)(void *acc, const void *x, int64_t n);

/* NULL: that type has no such operation (strings; the order of complex numbers). Integers divided by
 * zero give zero: who may not divide looks before. */
row_fn row_find(enum row_op op, enum dtype t);

enum row_const { ROW_ZERO, ROW_ONE, ROW_LOWEST, ROW_HIGHEST };
/* One element; lowest and highest are the finite ends of a float type. */
void row_const(enum dtype t, enum row_const what, void *el);
/* n elements of that. */
bool row_fill(struct op_ctx *c, enum dtype t, enum row_const what, void *dst, int64_t n);
/* An integer as an element of the type. */
void row_int(enum dtype t, int64_t v, void *el);

/* Element `at` of rows of `cols` elements. */
static inline void *row_at(const struct tensor *t, int64_t row, int64_t cols)
{
	return (char *)t->data + (size_t)(row * cols) * dtype_info(t->dtype)->size;
}

#endif
