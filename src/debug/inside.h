/*
 * The debugger's inside, shared by the files of this room. Ownership: the dbg owns everything here.
 *
 *   machine   one struct exec, always stopped before a node (or at its end)
 *   tick[]    every node about to run, in order: the positions that can be stopped at
 *   event[]   every node that ran, in order of completion, with its outputs; a call's comes after
 *             those of its body, so that ticks and events number differently
 *   mark[]    saved machine states, at growing distances, to go back from
 *
 * Ticks and events beyond the current position are the future that was seen before going back; a
 * real run into it checks each node against it and cuts it off where the outcome differs.
 */
#ifndef DEBUG_INSIDE_H
#define DEBUG_INSIDE_H

#include <regex.h>

#include "base/map.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/vec.h"
#include "debug/cond.h"
#include "debug/debug.h"

/* A frame as the history knows it: one for each call, and for each iteration of a V1 loop. */
struct frec {
	struct { uint64_t id; int64_t iter; } key;	/* no padding: it is hashed */
	uint64_t call_id;
	const struct graph *graph;
	struct sv prefix;		/* path of its nodes up to the last slash; interned */
	const char *iter;		/* "" or "@3.1" */
	int depth;
};

struct tick {
	struct frec *fr;
	uint32_t node;
	int64_t event;			/* where it ran; -1: not (yet) */
};

struct event {
	struct frec *fr;
	uint32_t node;
	int n_out;
	bool call, dropped;
	bool for_real;			/* touches the world: replay runs it again */
	bool given;			/* by an edit: it did not run */
	bool edited;			/* its outputs, or some of them */
	bool again, depends;		/* it ran again for the last edit; it depends on that */
	uint64_t alive;			/* of a V1 merge: which of its inputs were, hashed */
	uint64_t tick;
	int64_t prev;			/* event of the same graph node before this one, or -1 */
	size_t bytes;			/* what dropping the outputs would free */
	uint64_t ns;			/* that its kernel took; 0: a call */
	uint64_t at;			/* by the clock, when it had run */
	float level;			/* its pulse, once looked at */
	uint8_t pulse;			/* enum dbg_pulse_kind */
	struct tensor **out;
};

/* Latest event of each node of a graph. */
struct graph_events {
	const struct graph *g;		/* its bytes are the map's key */
	int64_t *last;
};

struct mark {
	uint64_t tick;			/* position: before this tick's node */
	struct exec *x;
	struct snapshot *snap;
	size_t n_begin;
	uint64_t *begin;
};

enum break_kind { BREAK_NAME, BREAK_OP, BREAK_REGEX, BREAK_DTYPE, BREAK_SCOPE, BREAK_ANY };

/* Watches and expectations are breakpoints that tell of what is made, or judge it, instead of stopping. */
enum { OUTPUT_FAILURE = -2 };	/* that the run fails, at the node behind like */

enum break_role { ROLE_BREAK, ROLE_WATCH, ROLE_EXPECT };

struct breakpoint {
	int id;
	enum break_role role;
	enum break_kind kind;
	char *text;			/* as given */
	struct sv what;			/* in text: the tail, or the op's name */
	struct sv iter;			/* in text: "3.1" of WHERE@3.1, or empty */
	int slot;			/* of NAME:SLOT, -1: any output */
	regex_t re;
	enum dtype dtype;		/* BREAK_DTYPE: of an output */
	struct cond cond;		/* on a value: stops after the node, when an output meets it */
	bool enabled, temporary;
	uint64_t hits, ignore;		/* so many more hits do not stop */
	char *commands;			/* run when it stops, or NULL */
	int64_t last;			/* the latest event it met, or -1 (watches, expectations) */
	int last_slot;
	/* expectations */
	struct sv like;			/* in text: what was recorded; empty: cond */
	long output;			/* of the signature, by key; -1: a node; OUTPUT_FAILURE */
	uint64_t made, failed;
	char *seen;			/* the first failure */
};

/* Something in the place of what is there; see struct dbg_edit_spec. */
struct edit {
	int id;
	enum edit_kind kind;
	enum edit_how how;
	char *text, *line;
	char *path;			/* of the node, with its iteration; or NULL */
	const char *iter;		/* in path: "@3.1", or NULL: every time it runs */
	int slot;
	struct tensor *value;
	char *slice;
	char *variable;
	struct tensor *base;		/* VARIABLE from the beginning: what it held then, by itself */
	const struct graph *graph;	/* ATTR */
	uint32_t node;
	struct attr attr;
	struct arena *arena;		/* of the attribute's value */
	uint64_t applied, again, depend;
};

typedef VEC(struct edit) edit_vec;

/* A node as its edited attributes make it, for as long as the run lives. */
struct edited_node {
	const struct node *n;
	uint64_t ids;			/* of the edits that made it, hashed */
	struct exec_as as;
};

struct dbg {
	const struct metagraph *mg;
	struct session *s;
	struct session_opts limits;
	struct snapshot *fresh;		/* the resources as a run begins with them: as loaded, but for what is put */
	struct snapshot *loaded;	/* as loaded, once variables were put; or NULL */

	const struct signature *sig;
	const struct trace *trace;	/* sig is of a function's call; or NULL */
	struct tensor **in;
	char **in_text;

	enum dbg_state state;
	char *why;
	struct err err;
	struct exec *x;
	uint64_t here;			/* tick; == tick.n when done */
	uint64_t n_before;		/* EV_BEFOREs that the machine has given */
	VEC(uint64_t) begin;		/* by depth: tick of the node at hand in that frame */
	struct str path;		/* of the node here */
	int chosen;			/* frame that is looked at, 0 = innermost */
	char *on_hit;			/* commands of the breakpoint that stopped it, or NULL */

	VEC(struct tick) tick;
	VEC(struct event) event;
	VEC(struct mark) mark;
	uint64_t mark_every;
	size_t bytes, budget;
	size_t record_most;		/* bytes that ticks and events may take, tensors aside */
	uint64_t drop_at;		/* events before it have nothing left to drop */
	int64_t refill;			/* event whose outputs are wanted back; -1 */
	bool replaying;
	struct tape *taping;		/* taped.c: the replay is recorded on it */
	bool skipped;			/* the node here was given its outputs by edits */
	bool touched;			/* or some of them */
	bool failing;			/* it cannot run */
	bool was_done;			/* an edit made a run fail that had come to its end */

	edit_vec edit;
	int next_edit;
	uint64_t rerun, depend;		/* of the last edit: see query.h */
	struct rerun *r;		/* edit_again.c: while what depends on an edit runs; else NULL */
	VEC(struct edited_node) edited;
	struct arena *edited_arena;

	struct arena *names;		/* of this run: frecs, interned strings */
	struct map frecs, strings, graphs;
	VEC(struct graph_events *) graph_list;
	struct frec *last_frec;
	struct graph_events *last_graph;
	struct str printed;

	uint64_t took;			/* ns of the machine's last step */

	VEC(struct breakpoint) brk;
	int next_break;
	struct str log;			/* what watches have seen since the last move began */
};

/* What the machine came to. */
enum got { GOT_NODE, GOT_FAILED, GOT_DONE, GOT_INTERRUPT, GOT_ERROR };

/* ---- history.c ---- */
void history_clear(struct dbg *d);
void history_free(struct dbg *d);
struct frec *history_frec(struct dbg *d, const struct frame *f, uint32_t node);
/* The machine is about to run a node: notes the tick (and saves the state now and then). */
void history_before(struct dbg *d);
/* A node ran. */
void history_ran(struct dbg *d, const struct exec_event *ev);
/* Drops what is beyond the budget. */
void history_trim(struct dbg *d);
void history_cut(struct dbg *d, uint64_t tick, uint64_t event);
/* Is there no room for another node? Says so in d->err. */
bool history_full(struct dbg *d);
/* Which inputs of the V1 merge at hand are alive, hashed; 0: it is none. */
uint64_t history_alive(const struct dbg *d);
/* Moves the events from that one on, with their outputs, out of the history; event_clear frees one. */
typedef VEC(struct event) event_vec;
void history_take(struct dbg *d, uint64_t event, event_vec *out);
void event_clear(struct event *e);
/* What is saved of the beginning is as the machine and its resources are now. */
void history_begin_again(struct dbg *d);
struct sv history_intern(const struct dbg *d, struct sv s);
bool tick_is_arg(const struct dbg *d, uint64_t tick);
/* Events before the current position. */
uint64_t history_seq(const struct dbg *d);

/* ---- pulse.c ---- */
/* Notes the scale of an event's outputs, unless it has. */
void pulse_look(struct event *e);

/* ---- run.c ---- */
/* Makes the session and brings it to where runs begin. */
bool dbg_load(struct dbg *d, struct err *err);
enum got machine_next(struct dbg *d);
bool machine_goto(struct dbg *d, uint64_t tick, struct err *err);
bool machine_again(struct dbg *d, uint64_t tick, struct err *err);	/* the same, from the beginning */
void dbg_stop(struct dbg *d, enum dbg_state state, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/* Stops at the end of the run; at a failed node; at a breakpoint (why: what a condition saw, or ""). */
void stop_ended(struct dbg *d);
void stop_failed(struct dbg *d);
bool stop_interrupted(struct dbg *d, struct err *err);
void break_hit(struct dbg *d, struct breakpoint *b, const char *why);
int depth_here(const struct dbg *d);
/* On, until so many nodes have run. */
bool run_to(struct dbg *d, uint64_t seq, struct err *err);
/* Replaying: the node here gets its recorded outputs instead of running, where that is right. */
void give_recorded(struct dbg *d);

/* The frame that is looked at; NULL when the run is over. */
const struct frame *frame_chosen(const struct dbg *d);

/* ---- back.c ---- */
/* Where the user stands, to go back to after something else was looked at. */
struct standing {
	enum dbg_state state;
	uint64_t here;
	int chosen;
};
struct standing standing_of(const struct dbg *d);
bool standing_return(struct dbg *d, const struct standing *p, struct err *err);

/* ---- taped.c ---- */
/* While a replay is taped: the node here runs, for what it hands on must be seen; its own tensor stays in the
 * place of the recorded one; it has run. */
bool taped_runs(const struct dbg *d, const struct event *e);
bool taped_keeps(const struct dbg *d, const struct tensor *now, const struct tensor *recorded);
void taped_ran(struct dbg *d, const struct exec_event *ev);

/* ---- edit.c ---- */
void edits_free(struct dbg *d);
void edits_clear_run(struct dbg *d);		/* the run is gone */
bool edit_meets(const struct edit *e, const struct frec *fr, uint32_t node);
void edit_clear(struct edit *e);

/* ---- edit_put.c: into the run ---- */
/* The run begins: variables. again: those of these edits hold what they should, and nothing else changes. */
bool edits_begin(struct dbg *d, struct err *err);
bool edits_begin_again(struct dbg *d, const edit_vec *of, struct err *err);
/* Before a call is chosen that goes on with the variables of the run before: what edits put there goes. */
void edits_take_out(struct dbg *d);
/* The machine stands before a node: variables that change here, attributes. */
void edits_before(struct dbg *d);
/* The node about to run gets its outputs, when all of them are edited. */
void edits_skip(struct dbg *d);
/* Would it, after it has failed? */
bool edits_heal(struct dbg *d);
/* The node here has failed: likewise. false: it stays so. */
bool edits_rescue(struct dbg *d);
/* The node that has run: edited outputs take their places. */
void edits_apply(struct dbg *d, const struct exec_event *ev);

/* ---- edit_attr.c ---- */
bool edit_attr_parse(struct edit *e, const char *key, const char *text, struct err *err);
/* The node here as edited, kept until the run ends; as.n NULL: no edit meets it. */
bool edit_attr_node(struct dbg *d, const struct frec *fr, uint32_t node, struct exec_as *as, struct err *err);

/* ---- edit_again.c ---- */
/* Runs what depends on these edits, which have just come or gone; the run stands where it stood. */
bool edits_again(struct dbg *d, const edit_vec *of, struct err *err);
/* While it does: a node that is no place in it has run; a node wrote resources. */
void again_ran(struct dbg *d, const struct exec_event *ev);
void again_wrote(struct dbg *d);
void again_note(const struct dbg *d, struct event *e);	/* of the node that has just run */
/* Does the node here run for what it does, not only to be as it was? */
bool again_for_real(const struct dbg *d);

/* ---- find.c ---- */
/* Is tail the end of prefix + name, at a slash? */
bool path_ends(struct sv prefix, struct sv name, struct sv tail);
enum { FIND_MAX = 11 };
struct found {
	int n;				/* FIND_MAX: and perhaps more */
	char *path[FIND_MAX];
	bool exact, gave_up;		/* gave_up: too much to look through */
};
/* Nodes that the chosen signature may run whose path ends with tail. */
void find_nodes(const struct dbg *d, struct sv tail, struct found *f);
void found_free(struct found *f);
/* The full path of the chosen frame's own node of that name; false: it has none. */
bool find_in_frame(const struct dbg *d, struct sv name, struct str *path);
/* The error that says that tail means more than one node. */
bool found_ambiguous(const struct found *f, struct sv tail, struct err *err);

/* ---- breaks.c ---- */
/* The first enabled breakpoint that stops before the node of this tick, or NULL. */
struct breakpoint *break_at(const struct dbg *d, const struct frec *fr, uint32_t node);
/* The same, when the run arrives at a tick: counts hits, and lets those pass that are to be ignored; of a scope
 * only where the run comes into it. */
struct breakpoint *break_due(const struct dbg *d, uint64_t tick);
/* The first one whose condition an output of this event meets, likewise; what was seen is added to why. */
struct breakpoint *break_after(struct dbg *d, uint64_t event, struct str *why);
void breaks_free(struct dbg *d);
bool break_meets_node(const struct breakpoint *b, const struct frec *fr, uint32_t node);
struct tensor *event_before(const struct dbg *d, const struct event *e, int slot);
int64_t frec_iter(const struct frec *fr);	/* index in the innermost loop, or -1 */

/* ---- query.c ---- */
/* The latest event of a node that lies before the current position, or -1; call: only of that call. */
int64_t event_before_here(const struct dbg *d, const struct graph *g, uint32_t node, const uint64_t *call);

/* ---- trips.c ---- */
/* How many rounds the loop that f is a round of will go, -1: unknown. */
int64_t loop_rounds(const struct dbg *d, const struct frame *f, bool *at_most);

/* ---- watch.c ---- */
/* Lets watches and expectations see an event that has just happened. */
void watches_see(struct dbg *d, uint64_t event);
/* A new run: nothing has been seen. */
void watches_reset(struct dbg *d);

#endif
