/*
 * Looks at everything that a model holds, so that hostile bytes get their chance: every node of every
 * graph, every attribute and constant, variables with their values, objects, collections, assets.
 */
#ifndef TESTS_WALK_H
#define TESTS_WALK_H

#include "model/model.h"

struct walk_counts {
	uint64_t nodes, bad_nodes, unresolved, consts, bad_consts, variables, read, unreadable, objects;
	uint64_t trainable;
};

/* Opens and walks; false with an error when nothing opens. */
bool walk_path(const char *path, struct walk_counts *c, struct err *err);

#endif
