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
/* The thing of that class behind resource input i; NULL with an error. Borrowed. */
struct resource *stepres_in(struct op_ctx *c, int i, const struct resource_class *cls);

#endif
