/*
 * Writing rows or slices of a variable's value where indices say. Borrows everything; t is written in place.
 */
#ifndef OPS_SCATTER_H
#define OPS_SCATTER_H

#include "ops/arith.h"
#include "ops/kernel.h"

/* Rows of t (updates one each, or a scalar for all), inputs 1 and 2. */
bool scatter_rows(struct op_ctx *c, enum arith op, struct tensor *t);
/* Slices of t: the last dim of input 1 indexes t's first dims, input 2 has the slices. */
bool scatter_nd(struct op_ctx *c, enum arith op, struct tensor *t);
/* Their checks, to be made before t is made writable. */
bool scatter_rows_check(struct op_ctx *c, const struct tensor *t);
bool scatter_nd_check(struct op_ctx *c, const struct tensor *t);

#endif
