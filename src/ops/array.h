/*
 * What the families that move, pick and reduce elements share. Ownership: results of op_ints and
 * op_temp live until the kernel returns; everything else is borrowed.
 */
#ifndef OPS_ARRAY_H
#define OPS_ARRAY_H

#include "ops/kernel.h"

/* TensorFlow's lists of types: TF_CALL_POD_TYPES, with strings, and the rarer ones. */
#define DM_POD (DM_NUMBER | DM(DT_BOOL))
#define DM_PLAIN (DM_POD | DM(DT_STRING))
#define DM_OBJECT (DM(DT_RESOURCE) | DM(DT_VARIANT))
#define DM_FP8 (DM(DT_FLOAT8_E5M2) | DM(DT_FLOAT8_E4M3FN))
#define DM_INT4 (DM(DT_INT4) | DM(DT_UINT4))
#define DM_QUANT (DM(DT_QINT8) | DM(DT_QUINT8) | DM(DT_QINT32))
#define DM_QUANT16 (DM(DT_QINT16) | DM(DT_QUINT16))

/* Product of dims [from, to). Wraps when a tensor without elements has huge other dims: such a
 * product counts nothing then. */
static inline int64_t dims_mul(const int64_t *dim, int from, int to)
{
	uint64_t n = 1;

	for (int d = from; d < to; d++)
		n *= (uint64_t)dim[d];
	return (int64_t)n;
}

/* Element i of n-byte elements; i may be wrong only where nothing is read. */
static inline void *el_at(enum dtype t, const void *p, int64_t i)
{
	return (char *)(uintptr_t)p + (uint64_t)i * dtype_info(t)->size;
}

/* All elements of integer input i, of any shape, as int64; NULL with an error. */
const int64_t *op_ints(struct op_ctx *c, int i);

/* A shape vector's dims, checked: not negative, not too many, product in range; NULL with an error. */
const int64_t *op_shape_in(struct op_ctx *c, int i);

/* Copies rows of n elements between two sides: element (r, k) is at + r * row + k. */
struct side {
	void *p;
	int64_t at, row;
};
bool rows_copy(struct op_ctx *c, enum dtype t, struct side dst, struct side src, int64_t rows, int64_t n);


/* Reshape: output 0 is input 0 in the shape that input 1 says (OP_VIEW). */
bool op_reshape(struct op_ctx *c);

/* "[1,0]": where element i of a tensor of that shape is; "" for a scalar. */
const char *op_place(struct op_ctx *c, int rank, const int64_t *dim, int64_t i);

#endif
