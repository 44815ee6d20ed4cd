/*
 * Moving forwards: the machine is stepped from one node to the next, for real; and machine_goto, which puts
 * back a saved state and replays recorded outputs up to a position (back.c moves by it).
 */
#include "debug/inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/intr.h"

enum { MASK = EV_BEFORE | EV_RAN | EV_FAILED | EV_WROTE };
enum { RECORD_PART = 4 };	/* of all memory: an edit and its undo hold what was as well */

void dbg_stop(struct dbg *d, enum dbg_state state, const char *fmt, ...)
{
	struct str s = STR_INIT;
	va_list ap;

	va_start(ap, fmt);
	str_vaddf(&s, fmt, ap);
	va_end(ap);
	free(d->why);
	d->why = str_give(&s);
	d->state = state;
	d->chosen = 0;
	free(d->on_hit);
	d->on_hit = NULL;
	str_clear(&d->path);
	if ((state == DBG_STOPPED || state == DBG_FAILED) && exec_node(d->x) != NODE_NONE)
		exec_path(exec_frame(d->x), exec_node(d->x), &d->path);
}

static void on_print(void *ctx, struct sv text)
{
	struct dbg *d = ctx;

	if (!d->replaying && again_for_real(d))
		str_add(&d->printed, text);
}

/* ---- the machine ---- */

uint64_t history_seq(const struct dbg *d)
{
	return d->x ? exec_n_ran(d->x) : 0;
}

/* Replay: gives what was recorded instead of running the kernel. Calls run for real (their bodies
 * are replayed), and so does what touches resources or random states, whose outputs are then put in
 * place of the new ones. */
void give_recorded(struct dbg *d)
{
	const struct tick *t = &d->tick.p[d->here];
	const struct event *e = t->event >= 0 ? &d->event.p[t->event] : NULL;

	if (e && !e->call && !e->dropped && !e->for_real && t->event != d->refill && !taped_runs(d, e))
		exec_skip(d->x, e->out, e->n_out, NULL);
}

static void put_recorded(struct dbg *d, uint64_t seq)
{
	const struct event *e = seq < d->event.n ? &d->event.p[seq] : NULL;

	if (!e || e->dropped || e->call || taped_runs(d, e))
		return;
	for (int i = 0; i < e->n_out; i++) {
		struct tensor *now = exec_out(d->x, i);

		if (!e->out[i] || now == e->out[i] || taped_keeps(d, now, e->out[i]))
			continue;
		session_again(d->s, now, e->out[i]);
		exec_set_out(d->x, i, e->out[i], NULL);
	}
}

/* One step of the machine; from a node about to run to the same having run it is timed: its kernel. */
static bool machine_step(struct dbg *d, bool timed, struct exec_event *ev)
{
	uint64_t from = timed ? clock_ns() : 0;
	bool ok = exec_step(d->x, MASK, ev, &d->err);

	d->took = timed ? clock_ns() - from : 0;
	return ok;
}

/* To the next node that is about to run. */
enum got machine_next(struct dbg *d)
{
	struct exec_event ev = { 0 };

	err_clear(&d->err);
	while (machine_step(d, ev.kind != EV_RAN, &ev)) {
		switch (ev.kind) {
		case EV_BEFORE:
			history_before(d);
			edits_before(d);
			if (history_full(d))
				return GOT_FAILED;
			if (!d->replaying && !d->r)
				edits_skip(d);
			return GOT_NODE;
		case EV_RAN:
			if (!d->replaying)
				edits_apply(d, &ev);
			if (d->r && !d->replaying)
				again_ran(d, &ev);
			history_ran(d, &ev);
			if (d->replaying)
				put_recorded(d, ev.seq);
			taped_ran(d, &ev);
			d->skipped = d->touched = false;
			break;
		case EV_WROTE:
			if (d->r && !d->replaying)
				again_wrote(d);
			break;
		case EV_FAILED:
			if (d->replaying || !edits_rescue(d))
				return GOT_FAILED;
			break;
		case EV_INTERRUPT:
			return GOT_INTERRUPT;
		case EV_DONE:
			return GOT_DONE;
		default:
			break;
		}
	}
	return GOT_ERROR;
}

static void put_back(struct dbg *d, const struct mark *m)
{
	exec_free(d->x);
	d->x = exec_copy(m->x);
	session_load(d->s, m->snap);
	d->begin.n = 0;
	for (size_t i = 0; i < m->n_begin; i++)
		vec_push(&d->begin, m->begin[i]);
	d->here = m->tick;
	d->n_before = m->tick + 1;
	edits_before(d);
}

/* From a saved state on. */
static bool replay(struct dbg *d, const struct mark *m, uint64_t tick, struct err *err)
{
	enum got got = GOT_NODE;
	bool heard = false;

	if (!m)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION, "there is no run");
	put_back(d, m);
	d->replaying = true;
	while (d->here < tick && got == GOT_NODE) {
		give_recorded(d);
		while ((got = machine_next(d)) == GOT_INTERRUPT) {
			intr_clear();	/* half a replay is no position: go on to its end */
			heard = true;
		}
	}
	if (heard)
		intr_raise();		/* who wanted the replay is to stop then */
	d->replaying = false;
	if (tick == d->tick.n && (got == GOT_DONE || got == GOT_ERROR))
		d->here = tick;
	else if (got != GOT_NODE)
		return err_set(err, ERR_KIND_OP, ERR_INTERNAL,
			       "the replay went another way than the run");
	return true;
}

/* Brings the machine to stand before tick's node; tick.n: to the end of a run that ended. */
bool machine_goto(struct dbg *d, uint64_t tick, struct err *err)
{
	const struct mark *m = NULL;

	for (size_t i = 0; i < d->mark.n && d->mark.p[i].tick <= tick; i++)
		m = &d->mark.p[i];
	return replay(d, m, tick, err);
}

bool machine_again(struct dbg *d, uint64_t tick, struct err *err)
{
	return replay(d, d->mark.n ? &d->mark.p[0] : NULL, tick, err);
}

/* ---- stopping ---- */

/* why: what a condition saw, or "". */
void break_hit(struct dbg *d, struct breakpoint *b, const char *why)
{
	int id = b->id;
	const char *what = b->role == ROLE_WATCH ? "watch" : "breakpoint";
	char *commands = b->commands ? xstrdup(b->commands) : NULL;

	dbg_stop(d, DBG_STOPPED, "%s%s %d%s%s", b->temporary ? "temporary " : "", what, id, *why ? ": " : "", why);
	d->on_hit = commands;
	if (b->temporary)
		dbg_break_del(d, id, NULL);
}

/* The end; with an error when the fetches could not be had (a branch that was not taken). */
void stop_ended(struct dbg *d)
{
	d->here = d->tick.n;
	dbg_stop(d, DBG_DONE, err_is(&d->err) ? "the end, with an error" : "the end");
}

/* A ^C between two nodes: stop before the one that would run next. One inside a kernel: the node at
 * hand has not run; a call whose body had run partly is taken back to its beginning. */
bool stop_interrupted(struct dbg *d, struct err *err)
{
	intr_clear();
	if (exec_node(d->x) == NODE_NONE) {
		enum got got;

		while ((got = machine_next(d)) == GOT_INTERRUPT)
			intr_clear();
		if (got == GOT_FAILED) {
			stop_failed(d);
			return true;
		}
		if (got != GOT_NODE) {
			stop_ended(d);
			intr_raise();	/* the run had come to its end: who goes on from there is to stop */
			return true;
		}
	} else {
		uint64_t tick = d->begin.p[frame_depth(exec_frame(d->x))];

		if (tick != d->here && !machine_goto(d, tick, err))
			return false;
	}
	dbg_stop(d, DBG_STOPPED, "interrupted");
	return true;
}

void stop_failed(struct dbg *d)
{
	size_t depth = (size_t)frame_depth(exec_frame(d->x));

	if (depth < d->begin.n)
		d->here = d->begin.p[depth];
	dbg_stop(d, DBG_FAILED, "failed");
}


/* From a failed call, whose body ran already, going on means running it from its beginning. */
static bool ready_to_go(struct dbg *d, struct err *err)
{
	if (d->state != DBG_STOPPED && d->state != DBG_FAILED)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
			       d->state == DBG_DONE ? "the run has ended" : "there is no run yet");
	str_clear(&d->log);
	d->was_done = false;
	if (d->state == DBG_FAILED && d->n_before != d->here + 1 && !machine_goto(d, d->here, err))
		return false;
	/* the node here may have been given its outputs meanwhile */
	if (d->state == DBG_FAILED)
		edits_rescue(d);
	else
		edits_skip(d);
	return true;
}

static void see_all(struct dbg *d, uint64_t from)
{
	for (uint64_t i = from; i < history_seq(d) && i < d->event.n; i++)
		watches_see(d, i);
}

/* Did one of the nodes that ran since event `from` make what a condition waits for? */
static bool condition_hit(struct dbg *d, uint64_t from)
{
	struct str why = STR_INIT, text = STR_INIT;
	struct breakpoint *b = NULL;

	for (uint64_t i = from; i < history_seq(d) && i < d->event.n; i++) {
		watches_see(d, i);
		if (!b && (b = break_after(d, i, &why))) {
			str_escaped(&text, graph_node_name(d->event.p[i].fr->graph, d->event.p[i].node));
			str_addf(&text, ": %s", str_z(&why));
		}
	}
	if (b && d->state == DBG_DONE) {	/* the last node: there is nowhere to stop */
		dbg_stop(d, DBG_DONE, "the end; breakpoint %d: %s", b->id, str_z(&text));
	} else if (b) {
		break_hit(d, b, str_z(&text));
	}
	str_free(&why);
	str_free(&text);
	return b != NULL;
}

/* Where a move ends, when nothing stops it before. */
struct goal {
	int depth;			/* before a node at that depth or less; -1: the end of the run */
	struct sv tail;			/* before the node whose path ends so; empty: none */
	uint64_t seq;			/* before the node with that number or a later one; 0: none */
	struct sv out_of;		/* before a node whose path does not begin so; empty: none */
};

static bool outside(const struct tick *t, struct sv scope)
{
	struct sv prefix = t->fr->prefix, name = graph_node_name(t->fr->graph, t->node);

	if (prefix.n >= scope.n)
		return !sv_starts(prefix, scope);
	return !sv_starts(scope, prefix) || !sv_starts(name, sv_sub(scope, prefix.n, scope.n));
}

/* Is the goal reached before the node here? Arguments are no place to stand at. */
static bool reached(const struct dbg *d, const struct goal *g)
{
	const struct tick *t = &d->tick.p[d->here];

	return !tick_is_arg(d, d->here) &&
	       (t->fr->depth <= g->depth || (g->seq && history_seq(d) >= g->seq) ||
		(g->out_of.n && outside(t, g->out_of)));
}

/* Runs until the goal is reached or something else stops the run. *stopped: it was something else, and the
 * state says what. */
static bool go(struct dbg *d, const struct goal *goal, bool *stopped, struct err *err)
{
	struct breakpoint *b;
	const struct tick *t;

	*stopped = true;
	for (;;) {
		uint64_t from = history_seq(d);

		switch (machine_next(d)) {
		case GOT_NODE:
			break;
		case GOT_FAILED:
			stop_failed(d);
			see_all(d, from);
			return true;
		case GOT_INTERRUPT:
			see_all(d, from);
			return stop_interrupted(d, err);
		case GOT_DONE:
		case GOT_ERROR:
			stop_ended(d);
			condition_hit(d, from);
			return true;
		}
		t = &d->tick.p[d->here];
		/* what was made first: it happened before what is about to run */
		if (condition_hit(d, from))
			return true;
		b = break_due(d, d->here);
		if (b) {
			break_hit(d, b, "");
			return true;
		}
		if (goal->tail.n && path_ends(t->fr->prefix, graph_node_name(t->fr->graph, t->node), goal->tail)) {
			dbg_stop(d, DBG_STOPPED, "reached %.*s", SV_ARG(goal->tail));
			return true;
		}
		if (reached(d, goal)) {
			*stopped = false;
			return true;
		}
	}
}

int depth_here(const struct dbg *d)
{
	return d->here < d->tick.n ? d->tick.p[d->here].fr->depth : 0;
}

static bool move(struct dbg *d, uint64_t n, bool over, const char *why, struct err *err)
{
	bool stopped = false;

	if (!ready_to_go(d, err))
		return false;
	for (uint64_t i = 0; i < n && !stopped; i++)
		if (!go(d, &(struct goal){ .depth = over ? depth_here(d) : INT32_MAX }, &stopped, err))
			return false;
	if (!stopped)
		dbg_stop(d, DBG_STOPPED, "%s", why);
	return true;
}

bool dbg_step(struct dbg *d, uint64_t n, struct err *err)
{
	return move(d, n, false, "step", err);
}

bool dbg_next(struct dbg *d, uint64_t n, struct err *err)
{
	return move(d, n, true, "next", err);
}

static bool run_on(struct dbg *d, const struct goal *goal, const char *why, struct err *err)
{
	bool stopped;

	if (!ready_to_go(d, err) || !go(d, goal, &stopped, err))
		return false;
	if (!stopped)
		dbg_stop(d, DBG_STOPPED, "%s", why);
	return true;
}

static const struct goal to_the_end = { .depth = -1 };

bool dbg_finish(struct dbg *d, struct err *err)
{
	return run_on(d, &(struct goal){ .depth = depth_here(d) - 1 }, "finish", err);
}

bool dbg_continue(struct dbg *d, struct err *err)
{
	return run_on(d, &to_the_end, "continue", err);
}

bool run_to(struct dbg *d, uint64_t seq, struct err *err)
{
	return run_on(d, &(struct goal){ .depth = -1, .seq = seq }, "goto", err);
}

/* How much of path is the scope: up to the last slash, or to the one behind `name`; 0: not in it. */
static size_t scope_part(struct sv path, struct sv name)
{
	if (!name.n)
		return (size_t)(sv_rfind(path, '/') + 1);
	for (size_t i = 0; i + name.n < path.n; i++)
		if ((i == 0 || path.p[i - 1] == '/') && path.p[i + name.n] == '/' &&
		    !memcmp(path.p + i, name.p, name.n))
			return i + name.n + 1;
	return 0;
}

bool dbg_leave(struct dbg *d, struct sv scope, struct err *err)
{
	struct sv at = str_sv(&d->path);
	size_t n;
	char *prefix;
	bool ok;

	if (!ready_to_go(d, err))
		return false;
	n = scope_part(at, scope);
	if (scope.n && !n)
		return err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "%.*s is not in a scope %.*s", SV_ARG(at),
			       SV_ARG(scope));
	prefix = xsvdup(sv_sub(at, 0, n));
	ok = run_on(d, &(struct goal){ .depth = n ? -1 : depth_here(d) - 1, .out_of = sv_of(prefix) },
		    "left the scope", err);
	free(prefix);
	return ok;
}

/* Any node of a kind: "op:Conv2D", "/relu[0-9]$/": a temporary breakpoint whose number nobody sees. */
static bool until_kind(struct dbg *d, struct sv what, struct err *err)
{
	struct err none = { 0 };
	int id, next = d->next_break;
	bool ok = dbg_break_add(d, what, true, &id, err);

	if (!ok)
		return false;
	ok = run_on(d, &to_the_end, "", err);
	if (!dbg_break_del(d, id, &none) && ok)	/* gone: it was hit */
		dbg_stop(d, DBG_STOPPED, "reached %.*s", SV_ARG(what));
	err_clear(&none);
	d->next_break = next;
	return ok;
}

bool dbg_until(struct dbg *d, struct sv node, struct err *err)
{
	struct str in_frame = STR_INIT;
	struct found f;
	bool ok = true;

	if (sv_starts(node, SV("op:")) || sv_starts(node, SV("scope:")) ||
	    (node.n > 2 && node.p[0] == '/' && node.p[node.n - 1] == '/'))
		return until_kind(d, node, err);
	find_nodes(d, node, &f);
	if (f.n == 0 && !f.gave_up)
		ok = err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "no node %.*s in this run",
			     SV_ARG(node));
	else if (f.n > 1 && !f.exact && find_in_frame(d, node, &in_frame))
		node = str_sv(&in_frame);
	else if (f.n > 1 && !f.exact)
		ok = found_ambiguous(&f, node, err);
	else if (f.n == 1)	/* the whole path, so that "x" does not stop at "call/x" */
		node = sv_of(f.path[0]);
	ok = ok && run_on(d, &(struct goal){ .depth = -1, .tail = node }, "", err);
	str_free(&in_frame);
	found_free(&f);
	return ok;
}

/* ---- starting ---- */

bool dbg_load(struct dbg *d, struct err *err)
{
	struct session_opts o = d->limits;

	o.allow_missing = true;
	o.print = on_print;
	o.ctx = d;
	if (!d->s)
		d->s = session_new(d->mg, &o, err);
	if (!d->s || !session_init(d->s, err))
		return false;
	if (!d->fresh)
		d->fresh = session_save(d->s);
	return true;
}

static struct exec *new_call(struct dbg *d, struct err *err)
{
	for (uint32_t i = 0; i < d->sig->n_in; i++)
		if (!d->in[i]) {
			err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "input \"%.*s\" is not given",
				SV_ARG(d->sig->in[i].key));
			return NULL;
		}
	return exec_new_call(d->s, d->trace, d->in, d->sig->n_in, err);
}

bool dbg_start(struct dbg *d, struct err *err)
{
	bool stopped;

	if (!d->sig)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
			       "no signature is chosen");
	dbg_reset(d);
	if (!dbg_load(d, err))
		return false;
	session_load(d->s, d->fresh);
	d->record_most = big_limit_is() ? big_limit_is() : memory_there() / RECORD_PART;
	watches_reset(d);
	d->x = d->trace ? new_call(d, err) : exec_new_signature(d->s, d->sig, d->in, err);
	if (!d->x || !edits_begin(d, err))
		return false;
	if (!go(d, &(struct goal){ .depth = INT32_MAX }, &stopped, err))
		return false;
	if (!stopped)
		dbg_stop(d, DBG_STOPPED, "the beginning");
	if (dbg_interrupted(d))
		intr_raise();		/* who goes on from here is to stop */
	return true;
}
