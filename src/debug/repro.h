/*
 * Reproducers: the node that a run stands before, with its inputs as they are, as a small
 * SavedModel of its own. Inputs become placeholders and files; what a handle points to (a variable,
 * a table, a TensorArray, a list) is made anew from what it holds; a call brings its functions
 * along; a V1 loop comes whole. Ownership: repro_take fills, repro_free takes what it holds.
 */
#ifndef DEBUG_REPRO_H
#define DEBUG_REPRO_H

#include "base/vec.h"
#include "debug/debug.h"
#include "model/emit.h"

/* An input or output of the reproducer's signature. */
struct repro_value {
	char *key;
	struct tensor *t; /* an output: NULL when the node has not made it */
	struct str of;	  /* what it is: "input 0 (a)", "the variable w" */
};

typedef VEC(struct repro_value) repro_values;

struct repro {
	struct str model; /* SavedModel bytes */
	repro_values in, out;
	char *path, *node, *op; /* in the model it was taken from: with its iteration; the name in
				   the reproducer */
	struct err
		failure; /* what the node fails with here; none: it does not, or is not known to */
	bool ran;	 /* the node ran: outputs are there */
	bool loop;	 /* the node is a loop */
	uint32_t n_nodes, n_functions;
};

/* Of an event of the history, of the failed node here, of the node about to run here or of a call
 * that is open: event -1 is the node here, otherwise the debugger goes there and back. */
bool repro_take(struct dbg *d, int64_t event, struct repro *r, struct err *err);
/* The same of the open call (or loop) of frame i, as dbg_frame counts. */
bool repro_take_frame(struct dbg *d, int i, struct repro *r, struct err *err);
void repro_free(struct repro *r);

#endif
