/*
 * Which functions a node calls, and how its inputs and outputs go in and come back. Borrows everything; the
 * caller owns the list.
 */
#ifndef INSPECT_CALLS_H
#define INSPECT_CALLS_H

#include "base/vec.h"
#include "model/model.h"

enum call_kind {
	CALL_PLAIN,		/* argument i is input i + skip, output k is what it returns k-th */
	CALL_BRANCH,		/* the same, or another branch: input 0 chooses */
	CALL_BODY,		/* of a loop: what it returns goes in again */
	CALL_COND,		/* of a loop: what it returns is whether it goes on */
	CALL_OPAQUE,		/* a function that the op uses in its own way (Dataset ops) */
};

struct call {
	const struct function *f;
	enum call_kind kind;
	uint32_t skip;		/* inputs before the arguments */
	char role[24];		/* as in paths: "", "cond", "body", "then", "else", "branch2"; opaque: the attribute */
};

typedef VEC(struct call) calls_t;

/* May a node of this op call something? Cheap: no node is decoded. */
bool calls_may(const struct metagraph *mg, struct sv op);
/* Appends the calls of n, a node of mg. */
void calls_of(const struct metagraph *mg, const struct node *n, calls_t *out);
/* A node whose inputs and outputs are known to be those of functions. */
bool calls_mapped(const calls_t *c);
/* "f" of a plain call and the like: what a list says of the callee. NULL: it calls nothing. */
const struct function *calls_first(const struct metagraph *mg, const struct node *n);

#endif
