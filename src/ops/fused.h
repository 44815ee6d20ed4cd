/*
 * Ops that stand for a chain of others: what Grappler's rewriting leaves in frozen graphs. The
 * chain's first op runs by its own kernel, the rest here, in place. Everything is borrowed.
 */
#ifndef OPS_FUSED_H
#define OPS_FUSED_H

#include "ops/kernel.h"

/* Runs another op's kernel on this node: its inputs are c's first n_in, or `in`; its output is c's
 * output 0, or *out (for the caller to keep until the node is done) when out is not NULL. */
bool op_run_as(struct op_ctx *c, const char *op, int n_in, struct tensor *const *in,
	       struct tensor **out);

/* Applies the elementwise op of that name (scalar.def) to t in place; false with an error when t's
 * type has none. */
bool scalar_apply(struct op_ctx *c, struct sv op, struct tensor *t);

#endif
