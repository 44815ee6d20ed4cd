/*
 * The debugger as a library: breakpoints, stepping either way, history. Screens read it through
 * debug/query.h and change it only by commands. Ownership: dbg_new gives, dbg_free takes; tensors
 * handed in are ref'd.
 *
 * A run is a list of events (one for each node that ran) with references to the outputs. Going back
 * restores the nearest saved machine state and replays up to the wanted event, giving recorded
 * outputs instead of running kernels; going on from there re-runs for real.
 */
#ifndef DEBUG_DEBUG_H
#define DEBUG_DEBUG_H

#include "debug/query.h"
#include "exec/exec.h"

struct dbg *dbg_new(const struct metagraph *mg, struct err *err);
void dbg_free(struct dbg *d);

/* Limits and permissions for all runs: max_depth, max_iterations, allow_file_io. Before the first. */
void dbg_limits(struct dbg *d, const struct session_opts *o);

/* ---- before a run ---- */
bool dbg_choose(struct dbg *d, const struct signature *sig, struct err *err);	/* ends a run */
/* A function's trace, whose arguments sig's inputs are and returns its outputs; both are borrowed until
 * something else is chosen. What the last run wrote to resources stays, if it came to its end. */
struct trace;
bool dbg_choose_call(struct dbg *d, const struct signature *sig, const struct trace *t,
		     struct err *err);
bool dbg_set_input(struct dbg *d, uint32_t i, struct tensor *t, const char *text, struct err *err);
/* What the run wrote to resources stays for the next ones, if it came to its end. */
void dbg_keep(struct dbg *d);
/* Forgets the run, keeps inputs and breakpoints. */
void dbg_reset(struct dbg *d);
/* Makes the run and stops before its first node. */
bool dbg_start(struct dbg *d, struct err *err);

/* ---- moving; each stops at breakpoints, failures and ^C too. false only when the debugger itself
 * cannot go on (say, a missing input); a failing node is a state (DBG_FAILED), not an error. ---- */
bool dbg_step(struct dbg *d, uint64_t n, struct err *err);	/* into calls */
bool dbg_next(struct dbg *d, uint64_t n, struct err *err);	/* over calls */
bool dbg_finish(struct dbg *d, struct err *err);		/* out of this frame */
/* Out of the scope of that name around the node here; empty: the innermost, else the function. */
bool dbg_leave(struct dbg *d, struct sv scope, struct err *err);
bool dbg_continue(struct dbg *d, struct err *err);
bool dbg_until(struct dbg *d, struct sv node, struct err *err);	/* to that node, by name or path */
bool dbg_back(struct dbg *d, uint64_t n, struct err *err);	/* step back */
bool dbg_back_over(struct dbg *d, uint64_t n, struct err *err);	/* back over calls */
bool dbg_reverse_continue(struct dbg *d, struct err *err);	/* back to a breakpoint or the start */
bool dbg_goto(struct dbg *d, uint64_t seq, struct err *err);	/* before event seq */

/* Looks at another frame of the stack, 0 = innermost; the position stays. */
bool dbg_frame_choose(struct dbg *d, int i, struct err *err);

/* ---- breakpoints: by node name or path (any unambiguous tail), or "op:Conv2D", or /regex/ ---- */
bool dbg_break_add(struct dbg *d, struct sv text, bool temporary, int *id, struct err *err);
bool dbg_break_ignore(struct dbg *d, int id, uint64_t n, struct err *err);	/* the next n hits */
bool dbg_break_commands(struct dbg *d, int id, struct sv text, struct err *err);	/* "": none */
/* Another condition for a breakpoint or watch; "": none. */
bool dbg_break_condition(struct dbg *d, int id, struct sv text, struct err *err);
/* Gives the commands of the breakpoint that the run has just stopped at, once; NULL: there are none. */
char *dbg_take_commands(struct dbg *d);
/* "NAME", "NAME if CONDITION": dbg_watched tells of each tensor made; a condition that is met stops. */
bool dbg_watch_add(struct dbg *d, struct sv text, int *id, struct err *err);
/* "NAME if CONDITION", "NAME like WHAT": never stops; dbg_break tells how many differed. NAME may be an
 * output of the signature. */
bool dbg_expect_add(struct dbg *d, struct sv text, int *id, struct err *err);
/* Judges expectation i at the end of a run; false with what differs added to why. */
bool dbg_expect_met(struct dbg *d, int i, struct str *why);
/* What "like" compares with: type, and numbers to 1e-5 of the largest one (exact for what is no float). */
void dbg_like_text(const struct tensor *t, struct str *out);
bool dbg_break_del(struct dbg *d, int id, struct err *err);	/* 0: all */
bool dbg_break_enable(struct dbg *d, int id, bool on, struct err *err);

/* Puts something else in the place of what is there, now and in every run to come: the output of a node, what a
 * variable holds, an attribute of a node (the model itself stays as it is). If the run went by it already, what
 * depends on it runs again and the run stands where it stood: dbg_edit_at tells how many nodes that were. */
enum edit_how {
	EDIT_WHOLE,	/* value */
	EDIT_FILL,	/* value, one element, everywhere: in the shape of what was made, or of what would be */
	EDIT_SLICE,	/* value, at the places that slice means */
	EDIT_INPUT,	/* the node's first input */
};
struct dbg_edit_spec {
	enum edit_kind kind;
	const char *text;		/* for the list */
	const char *line;		/* the prompt's command that does it again */
	/* TENSOR, ATTR: of the node, with "@3.1" in that iteration only; ATTR, NULL: wherever graph's node runs.
	 * VARIABLE: it changes before that node runs; NULL: before the run begins. */
	const char *path;
	int slot;			/* TENSOR */
	const char *variable;		/* VARIABLE: its resource name */
	const struct graph *graph;	/* ATTR */
	uint32_t node;
	const char *key, *attr;		/* ATTR: its name, the value as people write it */
	enum edit_how how;		/* TENSOR, VARIABLE */
	const char *slice;
	struct tensor *value;
};
bool dbg_edit(struct dbg *d, const struct dbg_edit_spec *spec, int *id, struct err *err);
/* id 0: all of them. */
bool dbg_edit_undo(struct dbg *d, int id, struct err *err);
/* What variables are before a run, restored from the model, edits not yet in force. */
bool dbg_load(struct dbg *d, struct err *err);
/* The resource name behind what people call a variable: that name, a variable of the model by name or key in the
 * checkpoint, or the handle's node. Gives; NULL with an error. Loads the model's variables. */
char *dbg_variable_name(struct dbg *d, struct sv name, struct err *err);
struct tensor *dbg_variable(const struct dbg *d, const char *resource);	/* its value now, or NULL */
/* The shape of output slot of the node here, from what it takes: -1 where nothing tells. */
struct shape dbg_shape_here(const struct dbg *d, uint32_t slot, int64_t *dim);
/* What `text` says for an attribute of a node, checked against the op's definition, printed; false: it cannot be. */
bool dbg_attr_check(const struct graph *g, uint32_t node, const char *key, const char *text, struct str *is,
		    struct err *err);

/* Runs what an event's dropped outputs need once more, so that dbg_event_out has them again; the
 * position stays. True at once when nothing was dropped. */
bool dbg_recompute(struct dbg *d, uint64_t event, struct err *err);

/* Bytes of tensors that the history may keep (default 1 GiB); older payloads are dropped beyond. */
void dbg_budget_set(struct dbg *d, size_t bytes);
size_t dbg_budget(const struct dbg *d);

#endif
