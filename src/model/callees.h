/*
 * The functions that a node calls. Ownership: fills what it is handed; functions are borrowed from the model.
 */
#ifndef MODEL_CALLEES_H
#define MODEL_CALLEES_H

#include "model/model.h"

/* One node's way of being called: which function, and what its frame adds to the path. */
struct callee {
	const struct function *f;
	char role[24];
};

/* Cheap refusal before node_callees: only a node whose op may hold functions need be decoded. */
bool graph_may_call(const struct graph *g, uint32_t i);
/* The functions that a node may call, with their roles: max are filled in, all are counted. */
int node_callees(const struct metagraph *mg, const struct node *n, struct callee *c, int max);

#endif
