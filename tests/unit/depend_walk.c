/* See depend_walk.h. Every output gets a header of its own, so that a pointer says which node
 * put it there. */
#include "tests/unit/depend_walk.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ops/var.h"

enum { MUST = 1, DEPENDS = 2 };

/* ---- running ---- */

static void no_print(void *ctx, struct sv text)
{
	(void)ctx;
	(void)text;
}

static bool named(const struct walk_edit *e, const char *name)
{
	return e && e->path && !strcmp(e->path, name);
}

static struct object *object_of(const struct tensor *t, int64_t i)
{
	struct var *v = t ? var_of_ref(t) : NULL;

	if (v)
		return i == 0 ? &v->r.o : NULL;
	return t && t->dtype == DT_RESOURCE && i < t->n ? ((struct object *const *)t->data)[i]
							: NULL;
}

static struct did begin(const struct exec *x, const struct exec_event *ev)
{
	struct did d = {.g = frame_graph(ev->frame),
			.node = ev->node,
			.n_in = exec_n_in(x),
			.n_out = exec_n_out(x)};
	struct str s = STR_INIT;

	exec_path(ev->frame, ev->node, &s);
	exec_iter_suffix(ev->frame, &s);
	d.name = str_give(&s);
	d.in = xcalloc((size_t)d.n_in + 1, sizeof(*d.in));
	d.out = xcalloc((size_t)d.n_out + 1, sizeof(*d.out));
	for (int i = 0; i < d.n_in; i++)
		d.in[i] = tensor_ref(exec_in(x, i));
	return d;
}

/* The outputs: the edit's, and each under a header of its own where the node itself made it. */
static void end(struct exec *x, struct did *d, const struct walk_edit *e)
{
	for (int k = 0; k < d->n_out; k++) {
		struct tensor *t = named(e, d->name) && k == 0 ? e->value : exec_out(x, k);
		struct tensor *own = t && !d->passes
					     ? tensor_view(t, t->dtype, t->rank, t->dim, NULL)
					     : tensor_ref(t);

		if (own)
			exec_set_out(x, k, own, NULL);
		d->out[k] = own;
	}
}

static uint64_t version_of(const struct did *d, int i)
{
	struct object *o = object_of(d->in[i], 0);

	return o ? ((struct resource *)o)->version : 0;
}

static void note_writes(struct did *d, const uint64_t *before)
{
	d->wrote = xcalloc((size_t)d->n_in + 1, sizeof(*d->wrote));
	for (int i = 0; i < d->n_in; i++)
		if (object_of(d->in[i], 0) && version_of(d, i) != before[i])
			d->wrote[d->n_wrote++] = object_of(d->in[i], 0);
}

static bool is_call(const struct exec *x, const struct did *d)
{
	const struct node *n = graph_node(d->g, d->node, NULL);

	return sv_is(graph_node_op(d->g, d->node), "_Arg") || (n && n->callee) ||
	       (exec_row(x) && exec_row(x)->flags & OP_CALLS);
}

/* Versions before the node at hand, of what it takes. */
static uint64_t *versions(const struct exec *x)
{
	uint64_t *v = xcalloc((size_t)exec_n_in(x) + 1, sizeof(*v));

	for (int i = 0; i < exec_n_in(x); i++) {
		struct object *o = object_of(exec_in(x, i), 0);

		v[i] = o ? ((struct resource *)o)->version : 0;
	}
	return v;
}

static bool record(struct walk *w, struct exec *x, const struct walk_edit *e, struct err *err)
{
	const unsigned mask = EV_BEFORE | EV_RAN | EV_WROTE;
	uint64_t *held = NULL;
	struct exec_event ev;

	while (exec_step(x, mask, &ev, err)) {
		if (ev.kind == EV_BEFORE) {
			free(held);
			held = versions(x);
			if (e && e->as.n && frame_graph(ev.frame) == e->graph && ev.node == e->node)
				exec_run_as(x, e->as, NULL);
		} else if (ev.kind == EV_RAN) {
			struct did d = begin(x, &ev);

			d.passes = is_call(x, &d);
			d.given = named(e, d.name) &&
				  !(exec_row(x) && exec_row(x)->flags & (OP_STATEFUL | OP_RANDOM));
			end(x, &d, e);
			vec_push(&w->did, d);
		} else if (ev.kind == EV_WROTE) {
			note_writes(&vec_last(&w->did), held);
		} else {
			break;
		}
	}
	free(held);
	return !err_is(err) && ev.kind == EV_DONE;
}

static void index_names(struct walk *w)
{
	for (size_t i = 0; i < w->did.n; i++)
		map_put(&w->by_name, sv_of(w->did.p[i].name), i);
}

struct walk *walk_run(const struct metagraph *mg, const struct signature *sig,
		      struct tensor *const *in, uint64_t seed, const struct walk_edit *e,
		      struct err *err)
{
	struct session_opts o = {.seed = seed,
				 .allow_missing = true,
				 .print = no_print,
				 .max_iterations = WALK_ROUNDS};
	struct walk *w = xcalloc(1, sizeof(*w));
	struct exec *x;
	struct var *v;

	w->s = session_new(mg, &o, err);
	x = w->s ? exec_new_signature(w->s, sig, in, err) : NULL;
	v = x && e && e->variable ? session_var(w->s, sv_of(e->variable)) : NULL;
	if (v) {
		tensor_unref(v->value);
		v->value = tensor_ref(e->value);
	}
	if (x)
		w->ended = record(w, x, e, err);
	index_names(w);
	exec_free(x);
	return w;
}

void walk_free(struct walk *w)
{
	if (!w)
		return;
	for (size_t i = 0; i < w->did.n; i++) {
		struct did *d = &w->did.p[i];

		for (int k = 0; k < d->n_in; k++)
			tensor_unref(d->in[k]);
		for (int k = 0; k < d->n_out; k++)
			tensor_unref(d->out[k]);
		free(d->name);
		free(d->in);
		free(d->out);
		free(d->wrote);
	}
	vec_free(&w->did);
	map_free(&w->by_name);
	session_free(w->s);
	free(w);
}

/* ---- walking ---- */

struct marker {
	struct walk *w;
	const struct walk_edit *e;
	struct map maker;		/* tensor to event + 1 */
	struct map creator;		/* object to the event that put it out first, + 1 */
	struct map state;		/* object to MUST, DEPENDS: as it was left */
	struct arena *keys;
};

static struct sv key_of(struct marker *m, const void *p)
{
	const void **key = arena_alloc(m->keys, sizeof(*key));

	*key = p;
	return (struct sv){ (const char *)key, sizeof(*key) };
}

static unsigned state_of(struct marker *m, const struct object *o)
{
	uint64_t v = 0;

	map_get(&m->state, (struct sv){ (const char *)&o, sizeof(o) }, &v);
	return (unsigned)v;
}

static const struct did *maker_of(struct marker *m, const struct tensor *t)
{
	uint64_t at;

	return map_get(&m->maker, (struct sv){(const char *)&t, sizeof(t)}, &at)
		       ? &m->w->did.p[at - 1]
		       : NULL;
}

static bool is_object(const struct tensor *t)
{
	return t && dtype_info(t->dtype)->kind == DK_OBJECT;
}

/* Variables and tables are there before the run; else it is the run's, and another one when it
 * was made again. */
static bool other_resource(struct marker *m, const struct object *now, const struct object *was)
{
	const char *const lasting[] = { "variable", "table" };
	uint64_t at;

	if (!now || !was || now->cls != was->cls)
		return now != was;
	for (int i = 0; i < 2; i++)
		if (strstr(now->cls->name, lasting[i]))
			return strcmp(((const struct resource *)now)->name,
				      ((const struct resource *)was)->name) != 0;
	return map_get(&m->creator, (struct sv){(const char *)&now, sizeof(now)}, &at) &&
	       m->w->did.p[at - 1].must;
}

static bool differs(struct marker *m, const struct tensor *now, const struct tensor *was)
{
	const struct did *by = now ? maker_of(m, now) : NULL;

	if (!now || !was)
		return now != was;
	if (now->dtype == DT_RESOURCE && was->dtype == DT_RESOURCE)
		return other_resource(m, object_of(now, 0), object_of(was, 0));
	return is_object(now) ? by && by->must && !by->passes : !tensor_same(now, was);
}

static unsigned takes(struct marker *m, const struct did *d, const struct did *was)
{
	unsigned bits = 0;

	for (int i = 0; i < d->n_in; i++) {
		const struct did *by = d->in[i] ? maker_of(m, d->in[i]) : NULL;

		if (i >= was->n_in || differs(m, d->in[i], was->in[i]))
			bits |= MUST | DEPENDS;
		bits |= by && by->depends ? DEPENDS : 0;
		for (int64_t k = 0; object_of(d->in[i], k); k++)
			bits |= state_of(m, object_of(d->in[i], k));
	}
	return bits;
}

/* What it gave is not what it gave before, though it takes the same: it looks at the world
 * itself. */
static bool made_other(const struct did *d, const struct did *was)
{
	for (int k = 0; k < d->n_out; k++)
		if (d->out[k] && was->out[k] && !is_object(d->out[k]) &&
		    !tensor_same(d->out[k], was->out[k]))
			return true;
	return false;
}

/* A variable that was simply given one of the node's inputs is as that input is. */
static unsigned left_as(struct marker *m, const struct did *d, const struct did *was,
			struct object *o)
{
	bool whole = sv_is(graph_node_op(d->g, d->node), "AssignVariableOp") ||
		     sv_is(graph_node_op(d->g, d->node), "Assign");
	const struct did *by = whole && d->n_in > 1 && d->in[1] ? maker_of(m, d->in[1]) : NULL;

	(void)o;
	if (!whole || var_of_ref(d->in[1]))
		return (d->must ? MUST : 0) | (d->depends ? DEPENDS : 0);
	return (was && !differs(m, d->in[1], was->in[1]) ? 0 : MUST | DEPENDS) |
	       (by && by->depends ? DEPENDS : 0);
}

static bool is_edited(const struct walk_edit *e, const struct did *d)
{
	return named(e, d->name) || (e->as.n && e->graph == d->g && e->node == d->node);
}

void walk_mark(struct walk *w, const struct walk *was, const struct walk_edit *e)
{
	struct marker m = { .w = w, .e = e, .keys = arena_new() };
	struct var *v = e->variable ? session_var(w->s, sv_of(e->variable)) : NULL;

	if (v)
		map_put(&m.state, key_of(&m, &v->r.o), MUST | DEPENDS);
	for (size_t i = 0; i < w->did.n; i++) {
		struct did *d = &w->did.p[i];
		uint64_t at;
		const struct did *old =
			map_get(&was->by_name, sv_of(d->name), &at) ? &was->did.p[at] : NULL;
		unsigned bits = !old || is_edited(e, d) ? MUST | DEPENDS : takes(&m, d, old);

		if (old && !d->passes && made_other(d, old))
			bits |= MUST | DEPENDS;
		d->must = bits & MUST;
		d->depends = bits & DEPENDS && !d->passes;
		for (int k = 0; k < d->n_out; k++)
			if (d->out[k] && !maker_of(&m, d->out[k]))
				map_put(&m.maker, key_of(&m, d->out[k]), i + 1);
		for (int k = 0; k < d->n_out; k++)
			if (d->out[k] && object_of(d->out[k], 0))
				map_add(&m.creator, key_of(&m, object_of(d->out[k], 0)), i + 1);
		for (int k = 0; k < d->n_wrote; k++)
			map_put(&m.state, key_of(&m, d->wrote[k]),
				left_as(&m, d, old, d->wrote[k]));
	}
	map_free(&m.maker);
	map_free(&m.creator);
	map_free(&m.state);
	arena_free(m.keys);
}
