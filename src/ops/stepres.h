/*
 * Things that live for a run: TensorArrays, stacks. They go by their node's path in the session's table, so
 * that snapshots hold them; a run that makes one again takes the place of the one before when nobody holds
 * that any more. Ownership: the maker gives, stepres_make gives.
 */
#ifndef OPS_STEPRES_H
#define OPS_STEPRES_H

#include "ops/op.h"

struct resource *stepres_make(struct op_ctx *c, const struct resource_class *cls,
			      struct resource *(*make)(void *arg), void *arg);
/* Takes r. Output i: a handle to it, or container and name, as V1's ops have it, where the op gives strings. */
bool stepres_give(struct op_ctx *c, int i, struct resource *r);
/* The thing of that class behind input i, a resource or V1's strings; NULL with an error. Borrowed. */
struct resource *stepres_in(struct op_ctx *c, int i, const struct resource_class *cls);
/* What an op whose types do not fit its resource is told; want's types without the handle's. Returns false. */
struct op_types {
	const enum dtype *in, *out;
	int n_in, n_out;
};
bool stepres_mismatch(struct op_ctx *c, const struct op_types *want);

#endif
