/*
 * A node run apart from any run: its kernel on tensors at hand, where nothing of the world is asked for. Ownership:
 * inputs are borrowed, outputs are given.
 */
#ifndef DEBUG_APART_H
#define DEBUG_APART_H

#include "model/model.h"
#include "ops/op.h"

/* out: n_out NULLs before; false when the kernel said no (what it had made by then is there all the same). */
bool node_apart(const struct op_row *row, const struct node *n, struct tensor *const *in, uint32_t n_in,
		struct tensor **out, uint32_t n_out, struct arena *a);

#endif
