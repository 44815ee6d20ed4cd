/*
 * Inferred shapes held against a run: what a node gave must be what was inferred of it. Borrows all.
 */
#ifndef TESTS_INFER_AGREE_H
#define TESTS_INFER_AGREE_H

#include "base/map.h"
#include "base/mem.h"
#include "exec/exec.h"
#include "infer/infer.h"

/* The node that x has just run (at EV_RAN), inferred as `node` of ig. false, with a line on stdout, when an
 * output has another type or shape, when a symbol stands for two sizes, or when a note says that the node must
 * fail. */
bool agree_ran(const struct exec *x, struct igraph *ig, uint32_t node, const char *what);
/* What symbols were in each frame and iteration of a run. */
struct agree_symbols {
	struct map map;
	struct arena *arena;
};
void agree_symbols_free(struct agree_symbols *s);
/* The same symbol is the same size all through a frame's iteration: false, with a line, when it is not. */
bool agree_symbols(struct agree_symbols *s, const struct exec *x, const struct frame *f, struct igraph *ig,
		   uint32_t node, const char *what);
/* What was inferred for the body that a frame of a run stands for, down from the MetaGraph's graph; NULL: nothing. */
struct igraph *agree_frame(struct infer *inf, const struct frame *f);

#endif
