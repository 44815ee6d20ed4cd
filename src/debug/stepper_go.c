/*
 * Going on to a node: back from it along its inputs to what the stepper has, then a run of its own that is fed
 * with that. What the run makes on the way is kept, and so is what may have been written to variables.
 */
#include <stdlib.h>
#include <string.h>

#include "debug/stepper_inside.h"
#include "expr/cast.h"
#include "ops/var.h"

struct handle {			/* a variable by handle, that somebody may write */
	uint32_t at;
	struct tensor *before;
};

struct walk {
	struct stepper *s;
	bool restore;
	uint8_t *seen;			/* by node: its inputs were looked at, or will be */
	uint8_t *touched, *restored;	/* by node: variables */
	VEC(uint32_t) todo;
	VEC(struct exec_feed) feed;	/* each with a reference */
	VEC(struct handle) handles;
	struct err *err;
	bool failed;
};

struct made {
	uint32_t at, slot;
	struct tensor *t;
};

typedef VEC(struct made) made_vec;

/* ---- variables ---- */

static struct tensor *variable_value(const struct stepper *s, uint32_t i)
{
	return session_variable(s->d->s, step_variable_name(s, i));
}

/* What the variable has now is what it had at first. */
static void remember(struct stepper *s, uint32_t i)
{
	struct step_node *p = &s->node[i];

	if (p->cached)
		return;
	p->cached = true;
	p->old = tensor_ref(variable_value(s, i));
}

static void put_back(struct stepper *s, uint32_t i)
{
	struct var *v = session_var(s->d->s, step_variable_name(s, i));
	struct tensor *t = s->node[i].old;

	if (!v || v->value == t)
		return;
	tensor_ref(t);
	tensor_unref(v->value);
	v->value = t;
	v->r.version++;
}

/* A reader leaves what is behind a handle as it is. */
static bool only_reads(const struct node *n)
{
	static const char *const ops[] = {
		"Identity", "ReadVariableOp", "_ReadVariablesOp", "ResourceGather", "ResourceGatherNd", "VariableShape",
		"VarIsInitializedOp",
	};

	for (size_t i = 0; i < sizeof(ops) / sizeof(*ops); i++)
		if (sv_is(n->op, ops[i]))
			return true;
	return false;
}

/* A variable stands at an input of node `to`: it may have to be put back, and may be written. */
static void meet_variable(struct walk *w, uint32_t i, const struct node *to)
{
	struct stepper *s = w->s;

	if (w->restore && s->node[i].dirty && !w->restored[i] && !w->touched[i]) {
		put_back(s, i);
		w->restored[i] = 1;
	}
	if (only_reads(to))
		return;
	remember(s, i);
	if (!sv_is(s->node[i].n->op, "VarHandleOp")) {	/* may be written, says the reference */
		w->touched[i] = 1;
		return;
	}
	for (size_t k = 0; k < w->handles.n; k++)
		if (w->handles.p[k].at == i)
			return;
	vec_push(&w->handles, ((struct handle){ i, NULL }));
}

/* ---- back along the inputs ---- */

static bool is_fed(const struct walk *w, struct edge e)
{
	for (size_t i = 0; i < w->feed.n; i++)
		if (w->feed.p[i].at.node == e.node && w->feed.p[i].at.slot == e.slot)
			return true;
	return false;
}

/* What there is to feed in the place of an output; override first, whatever else there is. */
static struct tensor *there_is(const struct stepper *s, uint32_t i, uint32_t slot, enum stepper_from *from)
{
	const struct step_out *o = step_out_at(s, i, slot);

	*from = FROM_CLIENT;
	if (!step_feedable(s, i, slot))
		return o->client;
	*from = o->override ? FROM_OVERRIDE : o->handle ? FROM_HANDLE : o->dump ? FROM_INTERMEDIATE : FROM_CLIENT;
	return o->override ? o->override : o->handle ? o->handle : o->dump ? o->dump : o->client;
}

/* What was injected may be of another type: it is converted as a feed is. */
static void feed(struct walk *w, uint32_t i, struct edge e, struct tensor *t)
{
	enum dtype want = w->s->node[i].n->out_type[e.slot];
	struct exec_feed f = { e, NULL };

	if (t->dtype == want || want == DT_INVALID)
		f.value = tensor_ref(t);
	else
		f.value = numpy_cast(t, want, w->failed ? NULL : w->err);
	if (f.value)
		vec_push(&w->feed, f);
	else
		w->failed = true;
}

static void meet(struct walk *w, const struct node *to, struct edge e)
{
	struct stepper *s = w->s;
	uint32_t i = e.node < s->g->n_nodes ? s->place[e.node] : NODE_NONE;
	enum stepper_from from;
	struct tensor *t;

	if (i == NODE_NONE)
		return;
	if (s->node[i].variable && e.slot != SLOT_CONTROL)
		meet_variable(w, i, to);
	t = e.slot < s->node[i].n->n_out ? there_is(s, i, e.slot, &from) : NULL;
	if (t && !is_fed(w, e)) {
		struct stepper_feed said = { i, e.slot, from };

		feed(w, i, e, t);
		vec_push(&s->feed, said);
	} else if (!t && !w->seen[i]) {
		w->seen[i] = 1;
		vec_push(&w->todo, i);
	}
}

static void walk(struct walk *w, uint32_t target)
{
	w->seen[target] = 1;
	vec_push(&w->todo, target);
	while (w->todo.n > 0) {
		const struct node *n = w->s->node[w->todo.p[--w->todo.n]].n;

		for (uint32_t k = 0; k < n->n_in; k++)
			meet(w, n, n->in[k]);
		for (uint32_t k = 0; k < n->n_ctl; k++)
			meet(w, n, n->ctl[k]);
	}
}

/* ---- the run ---- */

/* The outputs of a node that ran outside of loops and calls. */
static void note_made(const struct walk *w, const struct exec *x, const struct exec_event *ev, made_vec *made)
{
	const struct stepper *s = w->s;
	uint32_t i;

	if (frame_parent(ev->frame) || frame_depth(ev->frame) || frame_iter(ev->frame) >= 0)
		return;
	i = ev->node < s->g->n_nodes ? s->place[ev->node] : NODE_NONE;
	for (int k = 0; i != NODE_NONE && k < exec_n_out(x); k++) {
		struct made m = { i, (uint32_t)k, exec_out(x, k) };

		if (!m.t || (uint32_t)k >= s->node[i].n->n_out || !stepper_uses(s, i, (uint32_t)k) ||
		    !step_feedable(s, i, (uint32_t)k) || is_fed(w, (struct edge){ ev->node, (uint32_t)k }))
			continue;
		tensor_ref(m.t);
		vec_push(made, m);
	}
}

static bool run(struct walk *w, const struct exec_request *req, made_vec *made, struct tensor **out, uint64_t *ran,
		struct err *err)
{
	struct exec *x = exec_new(w->s->d->s, req, err);
	struct exec_event ev = { 0 };
	bool ok = x != NULL;

	while (ok && (ok = exec_step(x, EV_RAN, &ev, err)) && ev.kind != EV_DONE) {
		if (ev.kind == EV_RAN)
			note_made(w, x, &ev, made);
		else if (ev.kind == EV_INTERRUPT)
			ok = err_set(err, ERR_KIND_INTERRUPT, ERR_CANCELLED, "interrupted");
	}
	for (size_t i = 0; ok && i < req->n_fetches; i++) {
		struct tensor *t = exec_fetch(x, i);

		/* a reference would go on to show what the variable has later */
		out[i] = !t ? NULL : var_of_ref(t) ? tensor_copy(t, err) : tensor_ref(t);
		if (!out[i])
			ok = !t && i ? true : err_is(err) ? false :
			     err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT, "Retval[%zu] does not have value", i);
	}
	*ran = x ? exec_n_ran(x) : 0;
	exec_free(x);
	return ok;
}

static void keep(struct tensor **to, struct tensor *t)
{
	tensor_unref(*to);
	*to = t;
}

/* Takes what was made on the way; what is kept already stays. */
static void keep_made(struct stepper *s, made_vec *made, uint32_t target, uint32_t slot, bool all)
{
	for (size_t i = 0; i < made->n; i++) {
		struct made *m = &made->p[i];
		struct step_out *o = step_out_at(s, m->at, m->slot);

		if (all && !o->handle && !o->override && !(m->at == target && m->slot == slot))
			keep(&o->dump, m->t);
		else
			tensor_unref(m->t);
	}
	vec_free(made);
}

static bool go(struct walk *w, uint32_t i, uint32_t slot, bool siblings, struct stepper_went *went, struct err *err)
{
	struct stepper *s = w->s;
	uint32_t node = s->order[i], n_out = s->node[i].n->n_out;
	struct edge *fetch = xcalloc((size_t)n_out + 1, sizeof(*fetch));
	struct tensor **out = xcalloc((size_t)n_out + 1, sizeof(*out));
	struct exec_request req = { .graph = s->g, .feeds = w->feed.p, .n_feeds = w->feed.n, .fetches = fetch };
	made_vec made = { 0 };
	bool ok;

	if (slot == SLOT_CONTROL) {
		req.targets = &node;
		req.n_targets = 1;
	} else {
		fetch[req.n_fetches++] = (struct edge){ node, slot };
		for (uint32_t k = 0; siblings && k < n_out; k++)
			if (k != slot && stepper_uses(s, i, k))
				fetch[req.n_fetches++] = (struct edge){ node, k };
	}
	ok = run(w, &req, &made, out, &went->ran, err);
	for (size_t k = 0; k < req.n_fetches; k++)
		if (ok && out[k])
			keep(&step_out_at(s, i, fetch[k].slot)->handle, out[k]);
		else
			tensor_unref(out[k]);
	keep_made(s, &made, i, slot, ok);
	went->value = ok && slot != SLOT_CONTROL ? step_out_at(s, i, slot)->handle : NULL;
	free(fetch);
	free(out);
	return ok;
}

/* ---- what the run has written ---- */

/* By name. */
static void note_updated(struct stepper *s, uint32_t i)
{
	size_t k = s->updated.n;

	vec_push(&s->updated, i);
	for (; k > 0 && sv_cmp(stepper_name(s, i), stepper_name(s, s->updated.p[k - 1])) < 0; k--)
		s->updated.p[k] = s->updated.p[k - 1];
	s->updated.p[k] = i;
}

static void note_written(struct walk *w)
{
	struct stepper *s = w->s;

	for (size_t k = 0; k < w->handles.n; k++) {
		struct handle h = w->handles.p[k];

		if (variable_value(s, h.at) != h.before)
			w->touched[h.at] = 1;
		tensor_unref(h.before);
	}
	for (uint32_t i = 0; i < s->n; i++) {
		if (w->restored[i])
			s->node[i].dirty = false;
		if (!w->touched[i])
			continue;
		s->node[i].dirty = true;
		note_updated(s, i);
	}
}

/* ---- */

/* The target is there already: as an input, continued to, made on the way, injected. */
static struct tensor *known(const struct step_out *o, enum stepper_from *from)
{
	*from = o->client ? FROM_CLIENT : o->handle ? FROM_HANDLE : o->dump ? FROM_INTERMEDIATE : FROM_OVERRIDE;
	return o->client ? o->client : o->handle ? o->handle : o->dump ? o->dump : o->override;
}

static bool run_to_target(struct stepper *s, uint32_t i, uint32_t slot, bool siblings, bool restore,
			  struct stepper_went *went, struct err *err)
{
	struct walk w = {
		.s = s, .restore = restore, .seen = xcalloc((size_t)s->n + 1, 1),
		.touched = xcalloc((size_t)s->n + 1, 1), .restored = xcalloc((size_t)s->n + 1, 1),
	};
	bool ok;

	w.err = err;
	walk(&w, i);
	for (size_t k = 0; k < w.handles.n; k++)
		w.handles.p[k].before = tensor_ref(variable_value(s, w.handles.p[k].at));
	ok = !w.failed && go(&w, i, slot, siblings, went, err);
	note_written(&w);
	for (size_t k = 0; k < w.feed.n; k++)
		tensor_unref(w.feed.p[k].value);
	free(w.seen);
	free(w.touched);
	free(w.restored);
	vec_free(&w.todo);
	vec_free(&w.feed);
	vec_free(&w.handles);
	return ok;
}

static bool target(struct stepper *s, uint32_t i, uint32_t slot, bool siblings, bool restore,
		   struct stepper_went *went, struct err *err)
{
	struct stepper_feed f = { i, slot, FROM_NOWHERE };
	struct step_out *o = slot == SLOT_CONTROL ? NULL : step_out_at(s, i, slot);

	if (o && sv_is(s->node[i].n->op, "Placeholder") && !o->client)
		return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "KeyError: '%.*s:%u'",
			       SV_ARG(stepper_name(s, i)), slot);
	went->value = o ? known(o, &f.from) : NULL;
	if (!went->value)
		return run_to_target(s, i, slot, siblings, restore, went, err);
	vec_push(&s->feed, f);
	return true;
}

bool stepper_cont(struct stepper *s, uint32_t i, uint32_t slot, bool invalidate, bool restore,
		  struct stepper_went *went, struct err *err)
{
	bool siblings = slot == SLOT_CONTROL;
	bool ok;

	*went = (struct stepper_went){ 0 };
	s->feed.n = s->updated.n = 0;
	if (siblings && !stepper_outputs(s, i, &slot))
		slot = SLOT_CONTROL;
	if (slot != SLOT_CONTROL && slot >= s->node[i].n->n_out)
		return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			       "KeyError: \"The name '%.*s:%u' refers to a Tensor which does not exist. The operation, "
			       "'%.*s', exists but only has %u outputs.\"", SV_ARG(stepper_name(s, i)), slot,
			       SV_ARG(stepper_name(s, i)), s->node[i].n->n_out);
	ok = target(s, i, slot, siblings, restore, went, err);
	tensor_ref(went->value);
	tensor_unref(s->value);
	s->value = went->value;		/* what is dropped below stays until the next */
	for (size_t k = 0; ok && invalidate && k < s->updated.n; k++)
		step_invalidate(s, s->updated.p[k], 0);
	s->node[i].done |= ok;
	step_next_find(s);
	went->feed = s->feed.p;
	went->n_feeds = s->feed.n;
	went->updated = s->updated.p;
	went->n_updated = s->updated.n;
	return ok;
}
