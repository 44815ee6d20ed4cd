/*
 * Who uses a function of the library: nodes that call it or hold it in an attribute, functions whose
 * gradient it is. Ownership: the model's; the index is made when it is first asked for.
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

/* Of function i of the library, in the order of graphs and nodes. The first call looks at every node of the
 * MetaGraph and of its library once. */
const struct caller *function_callers(const struct metagraph *mg, uint32_t i, uint32_t *n);

#endif
