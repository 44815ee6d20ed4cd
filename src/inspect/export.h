/*
 * A graph, or parts of it, as boxes and lines for other programs: the nodes that are wanted, folded to a depth of
 * scopes, and the edges between them. Ownership: fold_init to fold_free; names borrow from the model.
 */
#ifndef INSPECT_EXPORT_H
#define INSPECT_EXPORT_H

#include "base/err.h"
#include "base/vec.h"
#include "inspect/query.h"
#include "model/model.h"

struct fold_box {
	const struct graph *g;
	struct sv name;		/* a node's, or a scope's */
	uint32_t node;		/* the first one in it */
	uint32_t n;		/* how many it stands for */
	bool folded;		/* a scope */
};

struct fold_line {
	uint32_t from, to;	/* boxes */
	uint32_t slot, input;	/* between nodes; SLOT_CONTROL, or 0 where several were put together */
	uint32_t n;
	bool control, call;	/* call: from a node that calls to the function's first box */
};

struct fold {
	struct sv scope;	/* only nodes below it; empty: all */
	int depth;		/* names with more parts are folded; 0: none are */
	const struct query *q;
	struct query_world *world;
	bool control;
	bool (*go_on)(void *ctx, size_t n, struct err *err);
	void *ctx;

	VEC(struct fold_box) box;
	VEC(struct fold_line) line;
	/* inside */
	VEC(const struct graph *) graph;
	VEC(uint32_t *) box_of;	/* of each graph's nodes; UINT32_MAX: left out */
	size_t done;
};

/* Adds the boxes of a graph; after the last one the lines. false with an error. */
bool fold_graph(struct fold *f, const struct graph *g, struct err *err);
bool fold_lines(struct fold *f, struct err *err);
void fold_free(struct fold *f);

#endif
