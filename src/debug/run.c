/*
 * Moving: the machine is stepped from one node to the next, forwards for real, backwards by putting
 * back a saved state and replaying recorded outputs up to the wanted position.
 */
#include "debug/inside.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/intr.h"

enum { MASK = EV_BEFORE | EV_RAN | EV_FAILED };

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

	if (!d->replaying)
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
static void give_recorded(struct dbg *d)
{
	const struct tick *t = &d->tick.p[d->here];
	const struct event *e = t->event >= 0 ? &d->event.p[t->event] : NULL;

	if (e && !e->call && !e->dropped && !e->for_real && t->event != d->refill)
		exec_skip(d->x, e->out, e->n_out, NULL);
}

static void put_recorded(struct dbg *d, uint64_t seq)
{
	const struct event *e = seq < d->event.n ? &d->event.p[seq] : NULL;

	if (!e || e->dropped || e->call)
		return;
	for (int i = 0; i < e->n_out; i++)
		if (e->out[i] && exec_out(d->x, i) != e->out[i])
			exec_set_out(d->x, i, e->out[i], NULL);
}

static uint64_t now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000000 + (uint64_t)t.tv_nsec;
}

/* One step of the machine; from a node about to run to the same having run it is timed: its kernel. */
static bool machine_step(struct dbg *d, bool timed, struct exec_event *ev)
{
	uint64_t from = timed ? now_ns() : 0;
	bool ok = exec_step(d->x, MASK, ev, &d->err);

	d->took = timed ? now_ns() - from : 0;
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
			return GOT_NODE;
		case EV_RAN:
			history_ran(d, &ev);
			if (d->replaying)
				put_recorded(d, ev.seq);
			break;
		case EV_FAILED:
			return GOT_FAILED;
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
}

/* Brings the machine to stand before tick's node; tick.n: to the end of a run that ended. */
bool machine_goto(struct dbg *d, uint64_t tick, struct err *err)
{
	const struct mark *m = NULL;
	enum got got = GOT_NODE;

	for (size_t i = 0; i < d->mark.n && d->mark.p[i].tick <= tick; i++)
		m = &d->mark.p[i];
	if (!m)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION, "there is no run");
	put_back(d, m);
	d->replaying = true;
	while (d->here < tick && got == GOT_NODE) {
		give_recorded(d);
		while ((got = machine_next(d)) == GOT_INTERRUPT)
			intr_clear();	/* half a replay is no position: go on to its end */
	}
	d->replaying = false;
	if (tick == d->tick.n && (got == GOT_DONE || got == GOT_ERROR))
		d->here = tick;
	else if (got != GOT_NODE)
		return err_set(err, ERR_KIND_OP, ERR_INTERNAL,
			       "the replay went another way than the run");
	return true;
}

/* ---- stopping ---- */

/* why: what a condition saw, or "". */
static void break_hit(struct dbg *d, struct breakpoint *b, const char *why)
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
static void stop_ended(struct dbg *d)
{
	d->here = d->tick.n;
	dbg_stop(d, DBG_DONE, err_is(&d->err) ? "the end, with an error" : "the end");
}

/* A ^C between two nodes: stop before the one that would run next. One inside a kernel: the node at
 * hand has not run; a call whose body had run partly is taken back to its beginning. */
static bool stop_interrupted(struct dbg *d, struct err *err)
{
	intr_clear();
	if (exec_node(d->x) == NODE_NONE) {
		enum got got;

		while ((got = machine_next(d)) == GOT_INTERRUPT)
			intr_clear();
		if (got != GOT_NODE) {
			stop_ended(d);
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

static void stop_failed(struct dbg *d)
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
	if (d->state == DBG_FAILED && d->n_before != d->here + 1)
		return machine_goto(d, d->here, err);
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

/* Runs until a node at depth <= depth (and not an argument) is about to run, or something else
 * stops the run. *stopped: it was something else, and the state says what. tail: stop there as well. */
static bool go(struct dbg *d, int depth, const struct sv *tail, bool *stopped, struct err *err)
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
		b = break_due(d, t->fr, t->node);
		if (b) {
			break_hit(d, b, "");
			return true;
		}
		if (tail && path_ends(t->fr->prefix, graph_node_name(t->fr->graph, t->node), *tail)) {
			dbg_stop(d, DBG_STOPPED, "reached %.*s", SV_ARG(*tail));
			return true;
		}
		if (t->fr->depth <= depth && !tick_is_arg(d, d->here)) {
			*stopped = false;
			return true;
		}
	}
}

static int depth_here(const struct dbg *d)
{
	return d->here < d->tick.n ? d->tick.p[d->here].fr->depth : 0;
}

static bool move(struct dbg *d, uint64_t n, bool over, const char *why, struct err *err)
{
	bool stopped = false;

	if (!ready_to_go(d, err))
		return false;
	for (uint64_t i = 0; i < n && !stopped; i++)
		if (!go(d, over ? depth_here(d) : INT32_MAX, NULL, &stopped, err))
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

static bool run_on(struct dbg *d, int depth, const struct sv *tail, const char *why,
		   struct err *err)
{
	bool stopped;

	if (!ready_to_go(d, err) || !go(d, depth, tail, &stopped, err))
		return false;
	if (!stopped)
		dbg_stop(d, DBG_STOPPED, "%s", why);
	return true;
}

bool dbg_finish(struct dbg *d, struct err *err)
{
	return run_on(d, depth_here(d) - 1, NULL, "finish", err);
}

bool dbg_continue(struct dbg *d, struct err *err)
{
	return run_on(d, -1, NULL, "continue", err);
}

/* Any node of a kind: "op:Conv2D", "/relu[0-9]$/": a temporary breakpoint whose number nobody sees. */
static bool until_kind(struct dbg *d, struct sv what, struct err *err)
{
	struct err none = { 0 };
	int id, next = d->next_break;
	bool ok = dbg_break_add(d, what, true, &id, err);

	if (!ok)
		return false;
	ok = run_on(d, -1, NULL, "", err);
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

	if (sv_starts(node, SV("op:")) || (node.n > 2 && node.p[0] == '/' && node.p[node.n - 1] == '/'))
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
	ok = ok && run_on(d, -1, &node, "", err);
	str_free(&in_frame);
	found_free(&f);
	return ok;
}

/* ---- back ---- */

static bool go_to(struct dbg *d, uint64_t tick, const char *why, struct err *err)
{
	str_clear(&d->log);
	if (!machine_goto(d, tick, err))
		return false;
	err_clear(&d->err);
	dbg_stop(d, DBG_STOPPED, "%s", why);
	return true;
}

static bool can_go_back(const struct dbg *d, struct err *err)
{
	if (d->state == DBG_IDLE)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION, "there is no run yet");
	return true;
}

/* The n-th position before here (over: at the depth of the one after it, or out of its call); false
 * when there are fewer: the first then. */
static bool earlier(const struct dbg *d, uint64_t n, bool over, uint64_t *tick)
{
	int depth = depth_here(d);

	for (uint64_t t = d->here; t-- > 0;) {
		if (tick_is_arg(d, t) || (over && d->tick.p[t].fr->depth > depth))
			continue;
		*tick = t;
		depth = d->tick.p[t].fr->depth;
		if (--n == 0)
			return true;
	}
	return false;
}

static bool back(struct dbg *d, uint64_t n, bool over, struct err *err)
{
	uint64_t tick = d->here;
	bool all;

	if (!can_go_back(d, err))
		return false;
	if (n == 0)
		return true;
	all = earlier(d, n, over, &tick);
	if (tick == d->here)
		return err_set(err, ERR_KIND_USAGE, ERR_OUT_OF_RANGE,
			       "this is the beginning of the run");
	return go_to(d, tick, all ? (over ? "back over" : "back") : "the beginning", err);
}

bool dbg_back(struct dbg *d, uint64_t n, struct err *err)
{
	return back(d, n, false, err);
}

bool dbg_back_over(struct dbg *d, uint64_t n, struct err *err)
{
	return back(d, n, true, err);
}

static bool reversed_to(struct dbg *d, uint64_t tick, struct breakpoint *b, struct str *why, struct err *err)
{
	bool ok = machine_goto(d, tick, err);

	if (ok) {
		err_clear(&d->err);
		break_hit(d, b, str_z(why));
	}
	str_free(why);
	return ok;
}

bool dbg_reverse_continue(struct dbg *d, struct err *err)
{
	struct breakpoint *b;
	struct str why = STR_INIT;
	uint64_t first = 0;

	if (!can_go_back(d, err))
		return false;
	str_clear(&d->log);
	for (uint64_t t = d->here; t-- > 0;) {
		/* behind this tick's node, where a condition on its value stopped the run */
		if (t + 1 < d->here && d->tick.p[t].event >= 0) {
			b = break_after(d, (uint64_t)d->tick.p[t].event, &why);
			if (b)
				return reversed_to(d, t + 1, b, &why, err);
		}
		b = break_due(d, d->tick.p[t].fr, d->tick.p[t].node);
		if (b)
			return reversed_to(d, t, b, &why, err);
		if (!tick_is_arg(d, t))
			first = t;
	}
	str_free(&why);
	return go_to(d, first, "the beginning", err);
}

bool dbg_goto(struct dbg *d, uint64_t seq, struct err *err)
{
	uint64_t tick;

	if (!can_go_back(d, err))
		return false;
	if (seq > d->event.n)
		return err_set(err, ERR_KIND_USAGE, ERR_OUT_OF_RANGE,
			       "event %llu is beyond the %zu that ran", (unsigned long long)seq,
			       d->event.n);
	if (seq < d->event.n)
		return go_to(d, d->event.p[seq].tick, "goto", err);
	/* the furthest position: before the last node that was reached, or behind it */
	if (d->tick.n == 0 || d->here == d->tick.n)
		return true;
	tick = d->tick.n - 1;
	if (d->tick.p[tick].event < 0)
		return go_to(d, tick, "goto", err);
	if (!machine_goto(d, d->tick.n, err))
		return false;
	stop_ended(d);
	return true;
}

/* Back to where the user stood before something else was looked at. */
static bool return_to(struct dbg *d, enum dbg_state state, uint64_t here, int chosen, struct err *err)
{
	char *why = xstrdup(d->why), *on_hit = d->on_hit;
	bool ok = machine_goto(d, here, err);

	d->on_hit = NULL;
	if (ok && state == DBG_FAILED) {
		if (machine_next(d) == GOT_FAILED)
			stop_failed(d);
	} else if (ok && state == DBG_DONE) {
		stop_ended(d);
	} else if (ok) {
		dbg_stop(d, state, "%s", why);
	}
	d->chosen = chosen;
	free(d->on_hit);
	d->on_hit = on_hit;
	free(why);
	return ok;
}

bool dbg_recompute(struct dbg *d, uint64_t event, struct err *err)
{
	enum dbg_state state = d->state;
	uint64_t here = d->here;
	int chosen = d->chosen;
	bool ok;

	if (event >= d->event.n)
		return err_set(err, ERR_KIND_USAGE, ERR_OUT_OF_RANGE, "no such event");
	if (!d->event.p[event].dropped)
		return true;
	d->refill = (int64_t)event;
	ok = machine_goto(d, d->event.p[event].tick, err);
	d->replaying = true;
	while (ok && d->event.p[event].dropped) {
		give_recorded(d);
		ok = machine_next(d) == GOT_NODE;
	}
	ok = !d->event.p[event].dropped;
	d->replaying = false;
	d->refill = -1;
	ok = return_to(d, state, here, chosen, err) && ok;
	return ok || err_set(err, ERR_KIND_OP, ERR_INTERNAL, "the value could not be recomputed");
}

/* ---- before a run ---- */

struct dbg *dbg_new(const struct metagraph *mg, struct err *err)
{
	struct dbg *d;

	if (!mg->graph) {
		err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT, "the MetaGraph has no graph");
		return NULL;
	}
	d = xcalloc(1, sizeof(*d));
	d->mg = mg;
	d->budget = (size_t)1 << 30;
	d->next_break = 1;
	history_clear(d);
	dbg_stop(d, DBG_IDLE, "no run yet");
	return d;
}

void dbg_reset(struct dbg *d)
{
	exec_free(d->x);
	d->x = NULL;
	history_clear(d);
	err_clear(&d->err);
	str_clear(&d->printed);
	str_clear(&d->log);
	dbg_stop(d, DBG_IDLE, "no run yet");
}

static void inputs_free(struct dbg *d)
{
	for (uint32_t i = 0; d->sig && i < d->sig->n_in; i++) {
		tensor_unref(d->in[i]);
		free(d->in_text[i]);
	}
	free(d->in);
	free(d->in_text);
	d->in = NULL;
	d->in_text = NULL;
}

void dbg_free(struct dbg *d)
{
	if (!d)
		return;
	dbg_reset(d);
	inputs_free(d);
	breaks_free(d);
	snapshot_free(d->fresh);
	session_free(d->s);
	arena_free(d->names);
	str_free(&d->path);
	str_free(&d->printed);
	str_free(&d->log);
	free(d->on_hit);
	free(d->why);
	free(d);
}

bool dbg_choose(struct dbg *d, const struct signature *sig, struct err *err)
{
	if (!sig)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "no signature is given");
	dbg_reset(d);
	inputs_free(d);
	d->sig = sig;
	d->trace = NULL;
	d->in = xcalloc((size_t)sig->n_in + 1, sizeof(struct tensor *));
	d->in_text = xcalloc((size_t)sig->n_in + 1, sizeof(char *));
	return true;
}

bool dbg_choose_call(struct dbg *d, const struct signature *sig, const struct trace *t, struct err *err)
{
	if (d->s && d->state == DBG_DONE && !err_is(&d->err)) {
		snapshot_free(d->fresh);
		d->fresh = session_save(d->s);
	}
	if (!dbg_choose(d, sig, err))
		return false;
	d->trace = t;
	return true;
}

bool dbg_set_input(struct dbg *d, uint32_t i, struct tensor *t, const char *text, struct err *err)
{
	if (!d->sig || i >= d->sig->n_in)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "no such input");
	tensor_ref(t);
	tensor_unref(d->in[i]);
	d->in[i] = t;
	free(d->in_text[i]);
	d->in_text[i] = text ? xstrdup(text) : NULL;
	return true;
}

static bool load(struct dbg *d, struct err *err)
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
	if (!load(d, err))
		return false;
	session_load(d->s, d->fresh);
	watches_reset(d);
	d->x = d->trace ? new_call(d, err) : exec_new_signature(d->s, d->sig, d->in, err);
	if (!d->x)
		return false;
	if (!go(d, INT32_MAX, NULL, &stopped, err))
		return false;
	if (!stopped)
		dbg_stop(d, DBG_STOPPED, "the beginning");
	return true;
}

void dbg_limits(struct dbg *d, const struct session_opts *o)
{
	d->limits = *o;
	d->limits.timeout = 0;
}

void dbg_budget_set(struct dbg *d, size_t bytes)
{
	d->budget = bytes;
	history_trim(d);
}

size_t dbg_budget(const struct dbg *d)
{
	return d->budget;
}
