/*
 * Runs of the debugger's signature for comparisons, and the screen that shows their table.
 * Ownership: gaps_record fills the run, gaps_run_free frees it, after what was recorded.
 */
#ifndef CMD_GAPS_RUN_H
#define CMD_GAPS_RUN_H

#include "cmd/gaps.h"

struct session;
struct exec;
struct diff_side;

struct gaps_run {
	struct session *s;
	struct exec *x;
	struct tensor **in; /* by input of the signature; not references of its own */
};

/* The debugger's signature with its inputs, or with these, into a side. */
bool gaps_record(struct gaps_run *r, struct cmd_call *c, struct diff_side *side,
		 struct tensor *const *in, struct err *err);
void gaps_run_free(struct gaps_run *r);

/* --ui: the screen with the table; its exit code, or -1: it was not asked for, or there is no
 * terminal. */
int gaps_show(struct cmd_call *c, struct gaps *t, struct err *err);

#endif
