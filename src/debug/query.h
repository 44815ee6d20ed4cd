/*
 * What screens and commands may read of a debugger: const pointers only, nothing to free. Strings and
 * tensors are borrowed and valid until the next command changes the debugger.
 */
#ifndef DEBUG_QUERY_H
#define DEBUG_QUERY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "model/model.h"
#include "tensor/tensor.h"

struct dbg;

enum dbg_state {
	DBG_IDLE,	/* inputs can be set; no run yet */
	DBG_STOPPED,	/* before a node */
	DBG_FAILED,	/* at a node that failed; its inputs are there */
	DBG_DONE,	/* the run ended; everything can still be looked at */
};

/* ---- what is to be run ---- */
const struct model *dbg_model(const struct dbg *d);
const struct metagraph *dbg_metagraph(const struct dbg *d);
const struct signature *dbg_signature(const struct dbg *d);	/* NULL: none chosen */
const struct graph *dbg_root(const struct dbg *d);	/* that a run begins in: the MetaGraph's, or a function's */
struct tensor *dbg_input(const struct dbg *d, uint32_t i);	/* by sig->in index; NULL: not set */
const char *dbg_input_text(const struct dbg *d, uint32_t i);	/* how it was given: "seven.npy", "ones" */

/* ---- where the run stands ---- */
enum dbg_state dbg_state(const struct dbg *d);
bool dbg_interrupted(const struct dbg *d);	/* it stands where ^C stopped it */
const char *dbg_why_stopped(const struct dbg *d);	/* "breakpoint 2", "step", "failed" ... */
const struct err *dbg_error(const struct dbg *d);	/* of the failing node, or NULL */
uint64_t dbg_seq(const struct dbg *d);		/* nodes run before the current position */
uint64_t dbg_seq_max(const struct dbg *d);	/* furthest position reached: > dbg_seq after going back */

/* The node about to run (STOPPED, FAILED). path is its full path; NULL otherwise. */
struct dbg_here {
	const char *path;
	const char *iter;	/* "" or "@3.1" */
	const struct graph *graph;
	uint32_t node;
	int depth;
};
bool dbg_here(const struct dbg *d, struct dbg_here *h);
int dbg_n_in(const struct dbg *d);		/* of the node here */
struct tensor *dbg_in(const struct dbg *d, int i);

/* The frame stack, 0 = innermost. */
struct dbg_frame {
	const struct graph *graph;
	uint32_t node;		/* here, or the call node this frame waits in */
	const char *path;	/* of that node */
	const char *role;
	int64_t iter;		/* of this frame's own loop, -1 outside */
	const char *iters;	/* of all loops around it, outermost first: "" or "@3.1" */
	int64_t rounds;		/* that its own loop will go in all, where the model says so; else -1 */
	bool at_most;		/* or fewer: the condition asks for more than counters */
};
int dbg_n_frames(const struct dbg *d);
bool dbg_frame(const struct dbg *d, int i, struct dbg_frame *f);
int dbg_frame_chosen(const struct dbg *d);	/* which one is looked at: 0 after every move */

/* The node list of the chosen frame in plan order, for the stepping screen. */
struct dbg_row {
	uint32_t node;
	bool done, here, breakpoint;
	bool edited;		/* what it made there was changed by an edit */
	int64_t event;		/* index in the history of its latest run in this frame, or -1 */
};
int dbg_n_rows(const struct dbg *d);
bool dbg_row(const struct dbg *d, int i, struct dbg_row *r);

/* ---- the history: one event for each node that ran, in order ---- */
struct dbg_event {
	uint64_t seq;
	const char *path;	/* full path of the node */
	const char *iter;	/* "" or "@3.1" */
	const struct graph *graph;
	uint32_t node;
	int depth;
	int n_out;
	bool call;		/* the node was a function call (its body's events come before it) */
	bool given;		/* by an edit: it did not run */
	bool again, depends;	/* it ran again for the last edit or undo; it depends on that (dbg_rerun) */
	uint64_t ns;		/* that its kernel took; 0: a call */
	uint64_t at;		/* by the clock, when it had run: ns */
	uint64_t bytes;		/* that it made: no constants, variables, or tensors handed on */
};
uint64_t dbg_n_events(const struct dbg *d);
bool dbg_event(const struct dbg *d, uint64_t i, struct dbg_event *e);
/* Output of an event; NULL when dead or dropped from memory (then *dropped is set). */
struct tensor *dbg_event_out(const struct dbg *d, uint64_t i, int slot, bool *dropped);
/* Finds the latest event (or iteration) that a tensor name means: "conv1/Conv2D:0", "add:0@2",
 * any unambiguous tail of a path. false with an error that says what is wrong, or lists candidates. */
bool dbg_find(const struct dbg *d, struct sv name, uint64_t *event, int *slot, struct err *err);
/* Event at a graph's node most recently, or -1: for showing values in the browser. */
int64_t dbg_last_event(const struct dbg *d, const struct graph *g, uint32_t node);

/* The pulse of an event: the scale of the floats that it computed, and what is wrong with them. */
enum dbg_pulse_kind {
	PULSE_UNKNOWN,	/* not looked at yet */
	PULSE_NONE,	/* it computed no floats */
	PULSE_FINE, PULSE_DEAD /* all zero */, PULSE_INF, PULSE_NAN,
};
/* look: make it known, if it is not; *level: log10 of the largest magnitude (FINE, INF). */
enum dbg_pulse_kind dbg_pulse(const struct dbg *d, uint64_t i, bool look, double *level);
/* The pulse drawn in at most `width` columns: one for each event that computed floats, or for so many in a row
 * that they fit. */
struct dbg_column {
	enum dbg_pulse_kind worst;
	double level;		/* log10 of the largest magnitude of the fine ones; -INFINITY: none */
	uint64_t first, last;	/* events */
	uint64_t n, n_bad;	/* that computed floats; whose values are NaN or infinite */
	bool here;		/* the run stands behind one of them */
};
/* look_ms: looks at events not yet known for that long, < 0: at all. Gives how many columns there are; *nodes
 * (may be NULL): how many events they stand for. */
int dbg_pulse_columns(const struct dbg *d, int width, double look_ms, struct dbg_column *col, uint64_t *nodes);
/* What a column shows in so many steps: 0 .. steps - 1 by its scale among all n, or what is wrong with it: */
enum { MARK_NAN = -1, MARK_INF = -2, MARK_DEAD = -3, MARK_UNKNOWN = -4 };
int dbg_column_mark(const struct dbg_column *col, int n, int i, int steps);
/* log10 of the scale of the smallest and the largest column; false: none is fine. */
bool dbg_columns_range(const struct dbg_column *col, int n, double *lo, double *hi);
/* The event, of all that were seen, that is worst: the first NaN, else the first infinity, else the largest; -1: none. */
int64_t dbg_worst(const struct dbg *d);

/* Bytes of outputs that the history holds, and of how many events they were dropped. */
size_t dbg_history_bytes(const struct dbg *d, uint64_t *dropped);

/* ---- results ---- */
const char *dbg_printed(const struct dbg *d);	/* what the model printed (PrintV2) so far */
struct tensor *dbg_output(const struct dbg *d, uint32_t i);	/* by sig->out index; NULL: not yet */

/* ---- edits ---- */
enum edit_kind { EDIT_TENSOR, EDIT_VARIABLE, EDIT_ATTR };
struct dbg_edit_row {
	int id;
	enum edit_kind kind;
	const char *text, *line;	/* for people; the command that does it again */
	const char *path;		/* the node; NULL: see struct dbg_edit_spec */
	int slot;
	const char *variable;
	struct tensor *value;		/* NULL: an attribute, or the node's input */
	uint64_t applied;		/* times it took the place of something in this run */
	uint64_t again, depend;		/* nodes that ran again for it; that depend on it at all */
};
int dbg_n_edits(const struct dbg *d);
bool dbg_edit_at(const struct dbg *d, int i, struct dbg_edit_row *out);
/* Of the last edit or undo. Nodes that ran again: those that take something that differs from what it was before,
 * in a tensor or in a resource, and those that did not run before. Nodes that depend on it: the same, and those
 * behind nodes that made what they made before. Calls and arguments are not counted: their bodies' nodes are. */
uint64_t dbg_rerun(const struct dbg *d);
uint64_t dbg_depend(const struct dbg *d);

/* ---- breakpoints ---- */
struct dbg_break {
	int id;
	const char *text;	/* as given */
	bool enabled, temporary;
	bool watch, expect;	/* it tells, or judges, instead of stopping */
	uint64_t hits, ignore;	/* so many more hits do not stop */
	const char *commands;	/* run when it stops, or NULL */
	uint64_t made, failed;	/* tensors seen, and (expect) those that differ */
	const char *seen;	/* expect: the first one that differs, or NULL */
};
int dbg_n_breaks(const struct dbg *d);
bool dbg_break(const struct dbg *d, int i, struct dbg_break *b);
/* Lines of what watches have seen since the last move began; "" when nothing. */
const char *dbg_watched(const struct dbg *d);
/* The latest tensor before here that watch i has seen: its event, or -1. */
int64_t dbg_watch_last(const struct dbg *d, int i, int *slot);

#endif
