/*
 * Tensors in variants: what a sparse tensor's three parts travel in. Ownership: a box owns a reference to its
 * tensor; boxed_put refs t, boxed_vec gives.
 */
#ifndef OPS_BOXED_H
#define OPS_BOXED_H

#include "ops/kernel.h"

void boxed_put(struct tensor *variants, int64_t i, struct tensor *t);
struct tensor *boxed_tensor(const struct object *o);	/* borrowed; NULL: o is no box */
/* A vector of n variants that hold t[0] ...; NULL with an error. */
struct tensor *boxed_vec(int64_t n, struct tensor *const *t, struct err *err);
/* A variant scalar of a ragged tensor of one dimension of rows; NULL with an error. */
struct tensor *ragged_scalar(struct tensor *splits, struct tensor *values, struct err *err);

#endif
