/*
 * Two whole runs of a model, one without and one with an edit, made by the machine alone; and which
 * nodes of one of them depend on the edit, found by walking what each node took and who made it.
 * Nothing of the debugger's is used. Ownership: walk_run gives, walk_free frees.
 *
 * A node must run again when it was not there before, when a tensor that it takes has other bits
 * than before (a list of tensors, a handle: when the node that made it must run again), or when it
 * finds a resource as a node left it that must run again. A node depends on the edit when it must
 * run again, or takes what such a node, or one that depends, made or left.
 */
#ifndef TESTS_DEPEND_WALK_H
#define TESTS_DEPEND_WALK_H

#include "base/map.h"
#include "base/vec.h"
#include "exec/exec.h"
#include "ops/op.h"

struct did {
	char *name;			/* path and iteration */
	const struct graph *g;
	uint32_t node;
	bool passes;			/* a call, an argument: others make what it gives */
	bool given;			/* the edit's: it did not run */
	int n_in, n_out;
	struct tensor **in, **out;
	struct object **wrote;
	int n_wrote;
	bool must, depends;		/* by walk_mark */
};

struct walk {
	VEC(struct did) did;
	struct map by_name;
	struct session *s;		/* objects are its */
	bool ended;
};

/* What is edited: a node's output, a variable from the beginning, or an attribute wherever the
 * node runs. */
struct walk_edit {
	const char *path;
	struct tensor *value;		/* of the path's output 0, or of the variable */
	const char *variable;
	const struct graph *graph;	/* the attribute's node */
	uint32_t node;
	struct exec_as as;
};

enum { WALK_ROUNDS = 200 };		/* no loop goes round more often: an edit may make one that never ends */

struct walk *walk_run(const struct metagraph *mg, const struct signature *sig,
		      struct tensor *const *in, uint64_t seed, const struct walk_edit *e,
		      struct err *err);
void walk_free(struct walk *w);
/* Marks what of w must run again, and what depends, when `was` is what ran before. */
void walk_mark(struct walk *w, const struct walk *was, const struct walk_edit *e);

#endif
