/*
 * The machine: pulled, one node at a time. All state (frames, value slots, resources) is data on the
 * heap; between two calls of exec_step the caller may read any slot, replace inputs or outputs, skip
 * a node by giving its outputs, or copy the whole state. Ownership: session_new, exec_new and
 * exec_copy give; tensors handed in are ref'd by the callee; tensors handed out are borrowed unless
 * said otherwise.
 *
 * Order: a node is ready when its inputs are; of the ready ones the first in the plan's order
 * (topological, ties by graph order) runs, so the order is fixed by the model alone.
 */
#ifndef EXEC_EXEC_H
#define EXEC_EXEC_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "model/model.h"
#include "tensor/tensor.h"

struct session;
struct exec;
struct frame;

/* ---- a session: a MetaGraph made ready to run, with its resources ---- */

struct session_opts {
	size_t max_depth;		/* of function calls; 0: 500 */
	size_t max_iterations;		/* of any loop; 0: no limit */
	double timeout;			/* seconds from session_new on; 0: none */
	uint64_t seed;			/* of random ops that have none of their own; 0: another each time */
	bool allow_file_io;
	bool allow_missing;		/* ops without a kernel fail when they run (and can then be
					 * skipped) instead of being refused before the run starts */
	void (*print)(void *ctx, struct sv text);	/* PrintV2; NULL: stderr */
	/* Called now and then while loading; false cancels. May be NULL. */
	bool (*progress)(void *ctx, const char *what, double part);
	void *ctx;
};

struct session *session_new(const struct metagraph *mg, const struct session_opts *o,
			    struct err *err);
void session_free(struct session *s);
/* Restores variables, feeds assets, runs the init op, in the order of TensorFlow's loader. Runs once;
 * later calls return true. exec_new does it when the request needs it. */
bool session_init(struct session *s, struct err *err);
const struct metagraph *session_metagraph(const struct session *s);

/* The tensor that an object of the object graph is for a function that captured it: a variable's or
 * table's handle, a constant, an asset's path. Gives a reference. Initialises the session. */
struct tensor *session_object(struct session *s, int64_t id, struct err *err);

/* The resources' values, to go back to: references only. */
struct snapshot;
struct snapshot *session_save(struct session *s);
void session_load(struct session *s, const struct snapshot *snap);
void snapshot_free(struct snapshot *snap);
/* What a variable held then; NULL: nothing, or it was not there. Borrowed. */
struct var;
struct tensor *snapshot_variable(const struct snapshot *snap, const struct var *v);
/* A node that makes a resource ran again after session_load, and gave `now`: the handle it gave the first time,
 * `then`, becomes the handle of what was made, so that everybody who holds it sees the new beginning. */
void session_again(struct session *s, const struct tensor *now, const struct tensor *then);
/* Variables as they stand now: current value by resource name ("conv1/kernel" ...) or NULL. */
struct tensor *session_variable(struct session *s, struct sv name);
/* The variable of that resource name, to be looked at or given a value; NULL: there is none (yet). Borrowed. */
struct var *session_var(struct session *s, struct sv name);

/* ---- a run ---- */

struct exec_feed {
	struct edge at;			/* output of a node of the root graph */
	struct tensor *value;
};

struct exec_request {
	const struct graph *graph;	/* root: a MetaGraph's graph, or a function's body */
	const struct exec_feed *feeds;	/* a function's arguments are its _Arg nodes */
	size_t n_feeds;
	const struct edge *fetches;
	size_t n_fetches;
	const uint32_t *targets;	/* nodes to run for their effect */
	size_t n_targets;
	bool no_init;			/* do not initialise the session first */
};

/* Plans the run. Ops without a kernel that the fetches reach are refused here, by name, with their
 * nodes (all of them, at most 10 lines), as is a reachable placeholder that nobody feeds. */
struct exec *exec_new(struct session *s, const struct exec_request *req, struct err *err);
/* Builds the request for a signature: feeds by input key, fetches in the signature's output order
 * (sorted keys). feed[i] may be NULL: not fed. */
struct exec *exec_new_signature(struct session *s, const struct signature *sig,
				struct tensor *const *feed, struct err *err);
/* The same with feeds of any other tensors of the graph, each tensor at most once. */
struct exec *exec_new_signature_with(struct session *s, const struct signature *sig,
				     struct tensor *const *feed, const struct exec_feed *more,
				     size_t n_more, struct err *err);
/* The tensor that a signature's row names; side is "input" or "output", for the message. */
bool exec_info_edge(const struct metagraph *mg, const struct tensor_info *ti, const char *side,
		    struct edge *e, struct err *err);
struct trace;
/* A function of the object graph: args are its n tensors, in the order of the trace's structure
 * flattened; what it captured is looked up. The root is the function's body. */
struct exec *exec_new_call(struct session *s, const struct trace *t, struct tensor *const *args,
			   size_t n, struct err *err);
struct exec *exec_copy(const struct exec *x);	/* references only; resources are not in it */
void exec_free(struct exec *x);
struct session *exec_session(const struct exec *x);

enum exec_event_kind {
	EV_BEFORE = 1 << 0,	/* about to run; inputs can be read, replaced, the node skipped */
	EV_RAN = 1 << 1,	/* outputs are there */
	EV_FAILED = 1 << 2,	/* the kernel said no; inputs are there, exec_error says why */
	EV_ENTERED = 1 << 3,	/* a frame was pushed; frame is the new one */
	EV_LEFT = 1 << 4,	/* a frame is about to go; its returns are computed */
	EV_ITER = 1 << 5,	/* a loop begins its next iteration */
	EV_WROTE = 1 << 6,	/* a resource was written by the node that just ran */
	EV_BUDGET = 1 << 7,	/* exec_budget's nodes have run */
	EV_INTERRUPT = 1 << 8,	/* ^C; always delivered */
	EV_DONE = 1 << 9,	/* every fetch is there; always delivered */
};

struct exec_event {
	enum exec_event_kind kind;
	struct frame *frame;		/* valid until the next exec_step */
	uint32_t node;			/* in frame's graph; NODE_NONE for DONE */
	uint64_t seq;			/* 0-based number of the node in the order of execution */
};

/* Runs until the next event that mask asks for. false with an error when a node failed and EV_FAILED
 * is not in the mask (the error carries the node's path), or on limits. After EV_FAILED the next
 * step runs the node again (its inputs may have been replaced) unless it was skipped. */
bool exec_step(struct exec *x, unsigned mask, struct exec_event *ev, struct err *err);
/* EV_BUDGET comes when so many more nodes have run; 0: never. */
void exec_budget(struct exec *x, uint64_t nodes);
/* Keeps the values of live frames until the frame goes, so that frame_value answers for every node
 * that ran; else a value is freed when its last reader has run. Before the first step. */
void exec_keep_values(struct exec *x, bool keep);
/* Runs to the end. */
bool exec_run(struct exec *x, struct err *err);
const struct err *exec_error(const struct exec *x);
uint64_t exec_n_ran(const struct exec *x);	/* nodes that have run */

/* At EV_BEFORE, EV_RAN and EV_FAILED: the current node's inputs and (RAN) outputs. NULL: dead. */
uint32_t exec_node(const struct exec *x);	/* in exec_frame's graph; NODE_NONE: none */
struct op_row;
const struct op_row *exec_row(const struct exec *x);	/* NULL: no kernel, or an argument or feed */
int exec_n_in(const struct exec *x);
struct tensor *exec_in(const struct exec *x, int i);
int exec_n_out(const struct exec *x);
struct tensor *exec_out(const struct exec *x, int i);
bool exec_set_in(struct exec *x, int i, struct tensor *t, struct err *err);
bool exec_set_out(struct exec *x, int i, struct tensor *t, struct err *err);	/* at EV_RAN */
/* At EV_BEFORE or EV_FAILED: do not run the node, take these as its outputs. */
bool exec_skip(struct exec *x, struct tensor *const *outs, int n, struct err *err);
/* At EV_BEFORE or EV_FAILED: the node at hand runs as another one with the same inputs and outputs, say with other
 * attributes, prepared already (as.n NULL: as itself). What it points to outlives x and its copies. */
struct exec_as {
	const struct node *n;
	const struct op_row *row;	/* NULL: it fails, as why says */
	const void *state;
	const char *why;
};
bool exec_run_as(struct exec *x, struct exec_as as, struct err *err);
/* The nodes that will run next, in order, in the current frame: at most max; for the screens. */
int exec_upcoming(const struct exec *x, uint32_t *nodes, int max);

/* What the run will need, by inferred shapes; false: it cannot be said. */
struct forecast {
	double weights;			/* bytes of the constants and variables that it reads */
	double tensors;			/* of the tensors that are alive at once, at most; a kernel's own memory too */
	uint32_t unknown;		/* dims that are not known and were counted as one */
};
bool exec_forecast(const struct exec *x, struct forecast *out);

/* Result i of the request's fetches, after EV_DONE (or earlier, if it is there; else NULL). A fetch
 * with slot SLOT_CONTROL runs the node and has no result. */
struct tensor *exec_fetch(const struct exec *x, size_t i);

/* ---- frames ---- */

struct frame *exec_frame(const struct exec *x);	/* the innermost */
struct frame *frame_parent(const struct frame *f);	/* NULL at the root */
const struct graph *frame_graph(const struct frame *f);
uint32_t frame_call_node(const struct frame *f);	/* in the parent's graph; NODE_NONE at the root */
const char *frame_role(const struct frame *f);		/* "", "cond", "body", "then" ... */
int64_t frame_iter(const struct frame *f);		/* -1 outside loops */
int frame_depth(const struct frame *f);			/* 0 at the root */
uint64_t frame_id(const struct frame *f);		/* never used twice in a run */
/* The id of the call that the frame belongs to: one for all V1 loops in it. */
uint64_t frame_call_id(const struct frame *f);
/* Which nodes of the frame's graph this run reaches, in plan order. */
const uint32_t *frame_order(const struct frame *f, uint32_t *n);
bool frame_done(const struct frame *f, uint32_t node);	/* has it run (in this iteration)? */
struct tensor *frame_value(const struct frame *f, uint32_t node, uint32_t slot);
/* Of a V1 loop's frame: its LoopCond; NODE_NONE: it has none, or f is no such frame. */
uint32_t frame_loop_cond(const struct frame *f);
/* What the function was called with; NULL at the root. Borrowed. */
struct tensor *frame_arg(const struct frame *f, uint32_t i);

/* The path of a node in a frame, as DESIGN's "Names": call nodes joined by "/", roles, own name. */
void exec_path(const struct frame *f, uint32_t node, struct str *out);
/* The "@i.j" suffix of every loop around the frame, or nothing. */
void exec_iter_suffix(const struct frame *f, struct str *out);

/* The node at hand, or the one that will run next: path, iteration, op in brackets. false: none. */
bool exec_where(const struct exec *x, struct str *out);

/* ---- dump: every tensor of a run to a folder, DESIGN's "Dumps" ---- */

struct dump;
struct dump *dump_new(const char *dir, struct err *err);	/* makes DIR; it may exist and be empty */
bool dump_add(struct dump *d, struct sv name, struct sv iter, struct sv op, uint64_t seq,
	      const struct tensor *t, struct err *err);
bool dump_finish(struct dump *d, struct err *err);	/* writes tensors.json; takes d */
/* At EV_RAN: the outputs of the node that ran. */
bool dump_node(struct dump *d, const struct exec *x, const struct exec_event *ev, struct err *err);
/* Runs x to its end, dumping each output of each node. */
bool exec_run_dump(struct exec *x, const char *dir, struct err *err);

#endif
