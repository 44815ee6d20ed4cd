/*
 * Stacks, which gradients of V1 loops keep values in; see stepres.h. Ownership: handles and the
 * session's table hold the stack; it owns its elements.
 */
#ifndef OPS_STACK_H
#define OPS_STACK_H

#include "ops/plist.h"
#include "ops/stepres.h"

struct stack {
	struct resource r;
	char *shown; /* its name in error texts: that of its node and "_0" */
	enum dtype dtype;
	int64_t max;
	bool closed;
	struct plist v;
};

extern const struct resource_class stack_class;

#endif
