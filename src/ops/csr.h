/*
 * Sparse matrices in variants, one or a batch of them, by compressed rows. Ownership: a matrix owns a reference to
 * each of its tensors; csr_in borrows from the input.
 *
 *   row r of matrix b:  from[b] + row[b * (rows + 1) + r] ... row[... + 1]  are its places in col and val
 *
 * Whatever made it, col lies within the columns, and every row within col: csr_make checks.
 */
#ifndef OPS_CSR_H
#define OPS_CSR_H

#include "ops/kernel.h"

struct csr {
	struct object o;
	int rank;			/* 2, or 3 for a batch */
	int64_t batch, rows, cols;
	struct tensor *shape, *from, *row, *col, *val;
};

/* Input i's matrix, NULL with an error. */
const struct csr *csr_in(struct op_ctx *c, int i);
/* Output 0: takes the tensors, also when it fails. */
bool csr_out(struct op_ctx *c, struct tensor *shape, struct tensor *from, struct tensor *row, struct tensor *col,
	     struct tensor *val);
/* Places [*lo, *hi) of a row. */
static inline void csr_row(const struct csr *m, int64_t b, int64_t r, int64_t *lo, int64_t *hi)
{
	const int32_t *row = (const int32_t *)m->row->data + b * (m->rows + 1) + r;
	int64_t from = ((const int32_t *)m->from->data)[b];

	*lo = from + row[0];
	*hi = from + row[1];
}

/* Numbers of the four types that matrices have, each operation rounded to the type. */
struct num {
	double re, im;
};
struct num csr_at(const struct tensor *t, int64_t i);
void csr_put(struct tensor *t, int64_t i, struct num v);
struct num csr_mul(enum dtype t, struct num a, struct num b);
struct num csr_add(enum dtype t, struct num a, struct num b);
static inline struct num csr_conj(struct num v, bool conj)
{
	return (struct num){ v.re, conj ? -v.im : v.im };
}

/* m with rows and columns exchanged, in tensors of its own: row and col, val. False with an error; the caller frees. */
bool csr_flip(struct op_ctx *c, const struct csr *m, bool conj, struct tensor **row, struct tensor **col,
	      struct tensor **val);

#endif
