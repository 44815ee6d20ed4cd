/*
 * Running what depends on an edit. The machine goes back to the first place that the edit changes;
 * what had happened from there on is set aside; and the run goes its way once more, where each node
 * that does not depend on the edit gives what it gave before instead of running.
 *
 *   was.event[]	what happened before, and which of it is still to be met, by frame, iteration
 *			and node
 *   tensor->tag	of this time's number and two bits: DIFFERS from what was there before;
 *			BEHIND the edit (it may be the same after all)
 *   object[]		resources other than variables that were written, with the same bits (a
 *			variable differs as the tensor that it holds does)
 *
 * A tensor that others hold as well (what Identity, Switch or a call hands on, a constant) is never
 * marked: a view of it is, so that a mark means this way through the graph alone. Calls and
 * arguments hand on; they are not counted. What is dead bears no mark: a merge, which alone runs
 * with dead inputs, is held against which of them were dead before.
 */
#include "debug/inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "ops/op.h"
#include "ops/var.h"

enum { DIFFERS = 1, BEHIND = 2, BITS = 3 };

/* A node in a frame, by names that runs share. */
struct place {
	const char *prefix, *iter;
	uint64_t node;
};

struct version {
	struct resource *r;
	uint64_t version;
};

struct rerun {
	const edit_vec *of;
	uint64_t epoch;
	event_vec was;
	struct map at;			/* place to index in was + 1 */
	struct place *place;		/* of was: the map's keys */
	uint32_t *next;			/* one with the same place, + 1 */
	struct map exits;		/* of V1 loops: by the loop, whatever the round */
	bool again, behind; /* the node here: takes what differs; what is behind the edit */
	bool ran;			/* and it is run, not given */
	bool counts;			/* it has run, and is no call */
	struct map objects;
	struct arena *arena;
	VEC(struct version) held;	/* resources that the node here takes */
	/* where to go */
	bool to_end, met, gone;		/* gone: the call that the place is in is over */
	struct place to, stand;		/* the furthest place; where the user is */
	struct sv to_prefix;
	int64_t stand_tick;		/* -1: not met */
};

static struct sv bytes_of(const void *p, size_t n)
{
	return (struct sv){ p, n };
}

static struct place place_of(const struct frec *fr, uint32_t node)
{
	return (struct place){ fr->prefix.p, fr->iter, node };
}

static bool same_place(const struct place *a, const struct place *b)
{
	return !memcmp(a, b, sizeof(*a));
}

bool again_for_real(const struct dbg *d)
{
	return !d->r || d->r->ran;
}

/* ---- what was before ---- */

/* Where a V1 loop was left: its rounds may be more or fewer than before. */
static struct place exit_of(const struct dbg *d, const struct frec *fr, uint32_t node)
{
	struct sv iter = sv_of(fr->iter);
	int64_t dot = sv_rfind(iter, '.');

	iter = history_intern(d, sv_sub(iter, 0, dot > 0 ? (size_t)dot : 0));
	return (struct place){ fr->prefix.p, iter.p, node };
}

static bool is_exit(const struct event *e)
{
	struct sv op = graph_node_op(e->fr->graph, e->node);

	return sv_is(op, "Exit") || sv_is(op, "RefExit");
}

static void note_exit(const struct dbg *d, struct rerun *r, size_t i)
{
	struct place *p = arena_alloc(r->arena, sizeof(*p));

	*p = exit_of(d, r->was.p[i].fr, r->was.p[i].node);
	map_put(&r->exits, bytes_of(p, sizeof(*p)), i + 1);
}

static void set_aside(struct dbg *d, struct rerun *r)
{
	uint64_t at;

	history_take(d, history_seq(d), &r->was);
	r->place = xcalloc(r->was.n + 1, sizeof(*r->place));
	r->next = xcalloc(r->was.n + 1, sizeof(*r->next));
	for (size_t i = r->was.n; i-- > 0;) {
		struct sv key = bytes_of(&r->place[i], sizeof(*r->place));

		r->place[i] = place_of(r->was.p[i].fr, r->was.p[i].node);
		if (map_get(&r->at, key, &at))
			r->next[i] = (uint32_t)at;
		map_put(&r->at, key, i + 1);
		if (is_exit(&r->was.p[i]))
			note_exit(d, r, i);
	}
}

static struct event *before(const struct rerun *r, const struct frec *fr, uint32_t node)
{
	struct place p = place_of(fr, node);
	uint64_t at;

	return map_get(&r->at, bytes_of(&p, sizeof(p)), &at) && at ? &r->was.p[at - 1] : NULL;
}

/* What came out of the loop before, in another round. */
static struct event *exit_before(const struct dbg *d, const struct frec *fr, uint32_t node)
{
	const struct op_row *row = exec_row(d->x);
	struct place p = exit_of(d, fr, node);
	uint64_t at;

	return row && row->flags & OP_EXIT && map_get(&d->r->exits, bytes_of(&p, sizeof(p)), &at)
		       ? &d->r->was.p[at - 1]
		       : NULL;
}

/* It has been met; its outputs are needed no longer. */
static void used(struct rerun *r, struct event *was)
{
	size_t i = (size_t)(was - r->was.p);

	event_clear(was);
	map_put(&r->at, bytes_of(&r->place[i], sizeof(r->place[i])), r->next[i]);
}

/* ---- marks ---- */

static unsigned bits_of(const struct rerun *r, const struct tensor *t)
{
	return t && (t->tag & ~(uint64_t)BITS) == r->epoch ? t->tag & BITS : 0;
}

/* t, or a view of it, with these marks; gives. NULL: no memory for a view. */
static struct tensor *marked(const struct rerun *r, struct tensor *t, unsigned bits)
{
	bool alone = atomic_load(&t->refs) == 1;

	if (bits_of(r, t) == bits)
		return tensor_ref(t);
	t = alone ? tensor_ref(t) : tensor_view(t, t->dtype, t->rank, t->dim, NULL);
	if (t)
		t->tag = r->epoch | bits;
	return t;
}

static void mark_out(struct dbg *d, int k, unsigned bits)
{
	struct tensor *t = exec_out(d->x, k), *m = t ? marked(d->r, t, bits) : NULL;

	if (m && m != t)
		exec_set_out(d->x, k, m, NULL);
	tensor_unref(m);
}

static unsigned object_bits(const struct rerun *r, struct object *o)
{
	const struct var *v = o && o->cls == &var_class.object ? (struct var *)o : NULL;
	uint64_t bits = 0;

	map_get(&r->objects, bytes_of(&o, sizeof(o)), &bits);
	return (unsigned)bits | (v ? bits_of(r, v->value) : 0);
}

static void mark_variable(struct rerun *r, struct var *v, unsigned bits)
{
	struct tensor *m = v->value ? marked(r, v->value, bits) : NULL;

	if (m) {
		tensor_unref(v->value);
		v->value = m;
	}
}

static void mark_object(struct rerun *r, struct resource *o, unsigned bits)
{
	struct resource **key = arena_alloc(r->arena, sizeof(*key));
	uint64_t was = 0;

	*key = o;
	map_get(&r->objects, bytes_of(key, sizeof(*key)), &was);
	map_put(&r->objects, bytes_of(key, sizeof(*key)), was | bits);
}

/* ---- what a node takes ---- */

static void hold(struct rerun *r, struct object *o)
{
	struct version v = { (struct resource *)o, 0 };

	v.version = v.r->version;
	vec_push(&r->held, v);
}

static unsigned input_bits(struct rerun *r, struct tensor *t)
{
	struct var *v = t ? var_of_ref(t) : NULL;
	unsigned bits = bits_of(r, t);

	if (v) {
		hold(r, &v->r.o);
		return bits | object_bits(r, &v->r.o);
	}
	for (int64_t i = 0; t && t->dtype == DT_RESOURCE && i < t->n; i++) {
		struct object *o = ((struct object *const *)t->data)[i];

		bits |= object_bits(r, o);
		if (o)
			hold(r, o);
	}
	return bits;
}

static unsigned takes(struct dbg *d)
{
	unsigned bits = 0;

	d->r->held.n = 0;
	for (int i = 0; i < exec_n_in(d->x); i++)
		bits |= input_bits(d->r, exec_in(d->x, i));
	return bits;
}

static bool is_edited(const struct rerun *r, const struct frec *fr, uint32_t node)
{
	for (size_t i = 0; i < r->of->n; i++)
		if (r->of->p[i].kind != EDIT_VARIABLE && edit_meets(&r->of->p[i], fr, node))
			return true;
	return false;
}

/* ---- what it makes ---- */

static bool same_objects(const struct tensor *a, const struct tensor *b)
{
	return a->n == b->n && a->rank == b->rank &&
	       !memcmp(a->data, b->data, (size_t)a->n * sizeof(void *)) &&
	       (!a->rank || !memcmp(a->dim, b->dim, (size_t)a->rank * sizeof(*a->dim)));
}

static bool same(const struct tensor *a, const struct tensor *b)
{
	if (a == b || !a || !b || a->dtype != b->dtype)
		return a == b;
	return dtype_info(a->dtype)->kind == DK_OBJECT ? same_objects(a, b) : tensor_same(a, b);
}

/* Output k is what it was: as it was it goes on. What does not depend on the edit is as it was
 * in any case: a resource that is made anew, what a random op draws. */
static bool kept(struct dbg *d, const struct event *was, int k, bool again)
{
	struct tensor *now = exec_out(d->x, k), *old = was->out[k];
	const struct op_row *row = exec_row(d->x);
	bool resource = now && old && now->dtype == DT_RESOURCE && old->dtype == DT_RESOURCE;

	if (was->dropped)
		return !again;		/* what it was is not known any more */
	if (!again)
		session_again(d->s, now, old);
	if (!same(now, old) && (again || !row || !(resource || row->flags & OP_RANDOM)))
		return false;
	if (now != old)
		exec_set_out(d->x, k, old, NULL);
	return true;
}

static bool is_argument(const struct frec *fr, uint32_t node)
{
	return sv_is(graph_node_op(fr->graph, node), "_Arg");
}

static bool hands_on(struct dbg *d, const struct frec *fr, uint32_t node)
{
	const struct node *n = graph_node(fr->graph, node, NULL);
	const struct op_row *row = exec_row(d->x);

	return is_argument(fr, node) ||
	       (!d->skipped && ((n && n->callee) || (row && row->flags & OP_CALLS)));
}

/* The place where the user stood can come no more when the call that it was in is over. */
static void note_end_of_call(struct rerun *r, const struct frec *fr, uint32_t node)
{
	struct sv name = graph_node_name(fr->graph, node);
	size_t n = fr->prefix.n + name.n;

	if (!r->to_end && !r->met && r->to_prefix.n > n && sv_starts(r->to_prefix, fr->prefix) &&
	    !memcmp(r->to_prefix.p + fr->prefix.n, name.p, name.n) && r->to_prefix.p[n] == '/')
		r->gone = true;
}

void again_ran(struct dbg *d, const struct exec_event *ev)
{
	struct rerun *r = d->r;
	struct frec *fr = history_frec(d, ev->frame, ev->node);
	struct event *was = before(r, fr, ev->node), *old = was ? was : exit_before(d, fr, ev->node);
	bool passes = hands_on(d, fr, ev->node), again = r->again;
	bool any = false, behind = !passes && r->behind;
	int n = exec_n_out(d->x);

	for (int k = 0; k < n; k++) {
		unsigned bits = (passes	  ? bits_of(r, exec_out(d->x, k))
				 : behind ? BEHIND
					  : 0) &
				BEHIND;
		bool differs = !old || old->n_out != n || !kept(d, old, k, again || passes);

		any |= differs;
		if (bits || differs)
			mark_out(d, k, bits | BEHIND | (differs ? DIFFERS : 0));
	}
	r->counts = !passes && !d->skipped;
	if (passes && !is_argument(fr, ev->node))
		note_end_of_call(r, fr, ev->node);
	r->again = again || any;
	r->behind = behind || any;
	r->ran = r->ran || any;
	d->rerun += r->counts && r->again;
	d->depend += r->counts && (r->again || r->behind);
	if (was)
		used(r, was);
}

void again_note(const struct dbg *d, struct event *e)
{
	if (d->r && !d->replaying && d->r->counts) {
		e->again = d->r->again;
		e->depends = d->r->again || d->r->behind;
	}
}

static bool is_input(const struct dbg *d, const struct tensor *t)
{
	for (int i = 0; i < exec_n_in(d->x); i++)
		if (exec_in(d->x, i) == t)
			return true;
	return false;
}

void again_wrote(struct dbg *d)
{
	struct rerun *r = d->r;
	unsigned bits = r->again ? DIFFERS | BEHIND : r->behind ? BEHIND : 0;

	for (size_t i = 0; bits && i < r->held.n; i++) {
		struct resource *o = r->held.p[i].r;
		struct var *v = o->rcls == &var_class ? (struct var *)o : NULL;

		if (o->version == r->held.p[i].version)
			continue;
		if (!v || !v->value)
			mark_object(r, o, bits);
		else if (!is_input(d, v->value))	/* else it is as that input is */
			mark_variable(r, v, bits);
	}
}

/* ---- going once more ---- */

static void give_before(struct dbg *d, const struct event *was)
{
	if (!exec_skip(d->x, was->out, was->n_out, NULL))
		return;
	d->skipped = was->given;
	d->touched = was->edited;
}

/* Before the node here: gives it what it gave, where that is right. */
static void prepare(struct dbg *d)
{
	struct rerun *r = d->r;
	const struct tick *t = &d->tick.p[d->here];
	struct event *was = before(r, t->fr, t->node);
	bool edited = is_edited(r, t->fr, t->node);
	unsigned bits = takes(d);

	r->again = !was || edited || bits & DIFFERS || was->alive != history_alive(d);
	r->behind = r->again || bits & BEHIND;
	r->ran = r->again;
	if (r->again || is_argument(t->fr, t->node))
		edits_skip(d);		/* an argument is what its call gives it */
	else if (was && !was->call && !was->dropped && !was->for_real)
		give_before(d, was);
	else if (was && was->dropped && was->given)
		edits_skip(d);
}

static bool arrived(struct dbg *d)
{
	struct rerun *r = d->r;
	struct place p = place_of(d->tick.p[d->here].fr, d->tick.p[d->here].node);

	if (same_place(&p, &r->stand))
		r->stand_tick = (int64_t)d->here;
	r->met = r->met || (!r->to_end && same_place(&p, &r->to));
	return r->met || r->gone;
}

static bool stop_at(struct dbg *d, enum got got, bool was_done, struct err *err)
{
	struct rerun *r = d->r;

	d->r = NULL;
	if (got == GOT_INTERRUPT)
		return stop_interrupted(d, err);
	if (got == GOT_FAILED)
		stop_failed(d);
	else if (got == GOT_DONE || got == GOT_ERROR)
		stop_ended(d);
	else
		dbg_stop(d, DBG_STOPPED, "edited");
	if (!was_done && r->stand_tick >= 0 && (uint64_t)r->stand_tick < d->here) {
		if (!machine_goto(d, (uint64_t)r->stand_tick, err))
			return false;
		err_clear(&d->err);
		dbg_stop(d, DBG_STOPPED, "edited");
	}
	return true;
}

static void rerun_free(struct rerun *r)
{
	for (size_t i = 0; i < r->was.n; i++)
		event_clear(&r->was.p[i]);
	vec_free(&r->was);
	vec_free(&r->held);
	map_free(&r->at);
	map_free(&r->exits);
	map_free(&r->objects);
	arena_free(r->arena);
	free(r->place);
	free(r->next);
}

/* Where the run stood, and how far it had been. */
static void aim(struct dbg *d, struct rerun *r, uint64_t from)
{
	const struct tick *last = &vec_last(&d->tick);

	r->stand_tick = d->state != DBG_DONE && d->here < from ? (int64_t)d->here : -1;
	r->to_end = last->event >= 0 || (d->was_done && d->state == DBG_FAILED);
	r->to = place_of(last->fr, last->node);
	r->to_prefix = last->fr->prefix;
	if (d->state != DBG_DONE && d->here < d->tick.n)
		r->stand = place_of(d->tick.p[d->here].fr, d->tick.p[d->here].node);
}

/* The first tick that the edits change, or UINT64_MAX. */
static uint64_t first_met(const struct dbg *d, const edit_vec *of)
{
	for (size_t k = 0; k < of->n; k++)
		if (of->p[k].kind == EDIT_VARIABLE && !of->p[k].path)
			return 0;
	for (uint64_t i = 0; i < d->tick.n; i++)
		for (size_t k = 0; k < of->n; k++)
			if (edit_meets(&of->p[k], d->tick.p[i].fr, d->tick.p[i].node))
				return i;
	return UINT64_MAX;
}

/* Variables that hold something else from here on. */
static void mark_variables(struct dbg *d)
{
	const struct tick *t = &d->tick.p[d->here];

	for (size_t i = 0; i < d->r->of->n; i++) {
		const struct edit *e = &d->r->of->p[i];
		struct var *v =
			e->kind == EDIT_VARIABLE ? session_var(d->s, sv_of(e->variable)) : NULL;

		if (v && (e->path ? edit_meets(e, t->fr, t->node) : d->here == 0))
			mark_variable(d->r, v, BITS);
	}
}

static bool go_again(struct dbg *d, struct rerun *r, uint64_t from, struct err *err)
{
	bool was_done = d->state == DBG_DONE || (d->was_done && d->state == DBG_FAILED);
	enum got got = GOT_NODE;

	aim(d, r, from);
	if (!machine_goto(d, from, err))
		return false;
	if (from == 0 && !edits_begin_again(d, r->of, err))
		return false;
	set_aside(d, r);
	history_cut(d, from + 1, d->event.n);
	if (from == 0)
		history_begin_again(d);
	d->r = r;
	while (!arrived(d)) {
		mark_variables(d);
		prepare(d);
		got = machine_next(d);
		if (got != GOT_NODE)
			break;
	}
	if (!stop_at(d, got, was_done, err))
		return false;
	d->was_done = was_done && d->state == DBG_FAILED;
	return true;
}

/* The node that failed is another one now. */
static bool is_tried_again(const struct dbg *d, const edit_vec *of)
{
	for (size_t i = 0; i < of->n; i++)
		if (of->p[i].kind != EDIT_TENSOR &&
		    edit_meets(&of->p[i], d->tick.p[d->here].fr, d->tick.p[d->here].node))
			return true;
	return false;
}

/* Watches and expectations judge what is there now. */
static void see_again(struct dbg *d)
{
	watches_reset(d);
	for (uint64_t i = 0; d->brk.n && i < history_seq(d) && i < d->event.n; i++)
		watches_see(d, i);
	str_clear(&d->log);
}

/* Nothing ran that they change: the place is the one where the run stands, or is still to come. */
static bool is_to_come(const struct dbg *d, const edit_vec *of, uint64_t from)
{
	if (from == UINT64_MAX)
		return true;
	if (from != d->here || from + 1 != d->tick.n || d->tick.p[from].event >= 0 ||
	    (d->was_done && d->state == DBG_FAILED))
		return false;
	for (size_t i = 0; i < of->n; i++)
		if (of->p[i].kind == EDIT_VARIABLE)
			return false;		/* they change before the node runs: now */
	return true;
}

bool edits_again(struct dbg *d, const edit_vec *of, struct err *err)
{
	struct rerun r = { .of = of, .epoch = clock_ns() << 2, .arena = arena_new() };
	uint64_t from = first_met(d, of);
	bool ok = true;

	if (!d->tick.n) {		/* a run of no nodes */
		ok = edits_begin_again(d, of, err);
	} else if (!is_to_come(d, of, from)) {
		ok = go_again(d, &r, from, err);
		see_again(d);
	} else if (d->here < d->tick.n) {
		edits_before(d);
		if (d->state == DBG_FAILED && (edits_heal(d) || is_tried_again(d, of))) {
			err_clear(&d->err);
			dbg_stop(d, DBG_STOPPED, "edited");
		}
	}
	d->r = NULL;
	rerun_free(&r);
	return ok;
}
