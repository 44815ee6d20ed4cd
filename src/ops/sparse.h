/*
 * Sparse tensors as kernels get them: three tensors, indices [n, rank], values [n], shape [rank].
 * Ownership: everything borrows from the op's inputs.
 */
#ifndef OPS_SPARSE_H
#define OPS_SPARSE_H

#include "ops/kernel.h"

struct sparse {
	const struct tensor *ix, *val;
	const int64_t *at;		/* ix's elements */
	const int64_t *shape;
	int64_t n;			/* values */
	int rank;
};

/* Inputs i, j, k as a sparse tensor; TensorFlow's complaints (SparseTensor::Create) when their shapes do
 * not fit. k's elements may be int32 or int64. */
bool sparse_of(struct op_ctx *c, struct sparse *s, int i, int j, int k);
/* The same of any three tensors. */
bool sparse_make(struct op_ctx *c, struct sparse *s, const struct tensor *ix, const struct tensor *val,
		 const struct tensor *shape);
/* Indices inside the shape, in ValidateSparseTensor's words. */
bool sparse_inside(struct op_ctx *c, const struct sparse *s);
/* Indices inside the shape, in order, none twice (SparseTensor::IndicesValid). */
bool sparse_valid(struct op_ctx *c, const struct sparse *s);
bool sparse_sorted(const struct sparse *s);	/* the same as a question */
/* Ranks and lengths as ValidateSparseTensor wants them, then sparse_of. */
bool sparse_checked(struct op_ctx *c, struct sparse *s, int i, int j, int k);
/* Non-negative dims whose product fits. negative: TensorFlow's words for one below zero, which differ. */
#define DIMS_BUILD "Expected shape dimensions to be non-negative, got %lld"
#define DIMS_MAKE "Dimension %lld must be >= 0"
bool sparse_dims(struct op_ctx *c, int64_t rank, const int64_t *dim, int64_t *n, const char *negative);
/* The order of the rows of indices [n, rank], equal ones as they come, in scratch of the node. */
int64_t *sparse_order(struct op_ctx *c, const int64_t *at, int64_t n, int rank);

static inline int index_cmp(const int64_t *a, const int64_t *b, int rank)
{
	for (int d = 0; d < rank; d++)
		if (a[d] != b[d])
			return a[d] < b[d] ? -1 : 1;
	return 0;
}

/* Inputs 0, 1, 2 are a matrix, a vector and a vector, in the words of the ops that put sparse tensors by. */
bool sparse_ranks(struct op_ctx *c);
/* Values [from, to) of s without their first index, as tensors of their own; the caller frees both. */
bool sparse_row(struct op_ctx *c, const struct sparse *s, int64_t from, int64_t to, struct tensor **ix,
		struct tensor **val);
/* The end of the values from `from` on that share their first index. */
int64_t sparse_group(const struct sparse *s, int64_t from);

/* Element i of a tensor's bytes. */
static inline char *el_at(const struct tensor *t, int64_t i)
{
	return (char *)t->data + (size_t)i * dtype_info(t->dtype)->size;
}

#endif
