/*
 * Things that live for a run: TensorArrays, stacks. They go by their node's path in the session's table, so
 * that snapshots hold them; a run that makes one again takes the place of the one before when nobody holds
 * that any more. Ownership: the maker gives, stepres_make gives.
 */
#ifndef OPS_STEPRES_H
#define OPS_STEPRES_H

#include <stdlib.h>

#include "base/mem.h"
#include "ops/op.h"

/* The three functions that snapshots ask of a class (struct resource_class), where struct TAG holds all that changes in
 * its member s, a struct TAG_state that state_copy and state_free, functions of the including file, deal with. */
#define STEPRES_STATE(tag) \
static void *tag##_save(struct resource *r) \
{ \
	struct tag##_state *s = xmalloc(sizeof(*s)); \
\
	*s = state_copy(&((struct tag *)r)->s); \
	return s; \
} \
static void tag##_load(struct resource *r, const void *saved) \
{ \
	struct tag *x = (struct tag *)r; \
	struct tag##_state old = x->s; \
\
	x->s = state_copy(saved); \
	state_free(&old); \
} \
static void tag##_saved_free(void *saved) \
{ \
	state_free(saved); \
	free(saved); \
}

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
