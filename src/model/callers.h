/*
 * Who uses a function of the library: nodes that call it or hold it in an attribute, functions whose
 * gradient it is. Ownership: callers_new gives, callers_free takes; it borrows from the model.
 */
#ifndef MODEL_CALLERS_H
#define MODEL_CALLERS_H

#include "model/model.h"

struct caller {
	const struct graph *g;		/* NULL: the library says that it is a gradient */
	uint32_t node;			/* NODE_NONE: the function of g itself, in an attribute of its own */
	struct sv how;			/* the attribute ("body", "branches"); the op's own name: a plain call;
					 * g == NULL: the function, or the op, that it is the gradient of */
};

struct callers;

/* Looks at every node of the MetaGraph and of its library once. */
struct callers *callers_new(const struct metagraph *mg);
void callers_free(struct callers *c);		/* NULL is fine */
/* Of function i of the library, in the order of graphs and nodes. */
const struct caller *callers_of(const struct callers *c, uint32_t i, uint32_t *n);

#endif
