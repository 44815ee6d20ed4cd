/*
 * Which inputs an output depends on, exactly: through calls by what each result needs of each argument, through
 * loops until nothing new is needed. A control edge counts where it leads to something that changes state (what is
 * assigned may be read later) or that decides whether a branch is alive; waiting for a check or a print does not.
 *
 *   need[f][r]   the arguments that result r of function f depends on, a bit each; made when first asked for.
 *                Result n_rets stands for the function's effects.
 */
#include "inspect/check_inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/opdef.h"

enum { DEPTH_MAX = 100, CALLEES_MAX = 64 };

struct need {
	uint8_t state;			/* 0: not yet, 1: being made, 2: made */
	uint8_t *arg;			/* by argument */
};

struct depend {
	const struct metagraph *mg;
	struct need **need;		/* by function; NULL: nothing asked yet */
	int depth;
};

/* A search back through one graph. seen: bit 0 value, bit 1 effect; value of multi-result calls by slot. */
struct search {
	struct depend *d;
	const struct graph *g;
	uint8_t *seen;
	VEC(struct edge) todo;		/* slot SLOT_CONTROL: for its effect */
	VEC(struct edge) calls;		/* results of calls already looked through */
	const struct edge *stop;	/* not looked behind */
	uint32_t n_stop;
	bool *hit;
};

static void find_needs(struct depend *d, const struct function *f, uint32_t r, struct need *out);

struct depend *depend_new(const struct metagraph *mg)
{
	struct depend *d = xcalloc(1, sizeof(*d));

	d->mg = mg;
	d->need = xcalloc((size_t)mg->n_funcs + 1, sizeof(*d->need));
	return d;
}

void depend_free(struct depend *d)
{
	for (uint32_t i = 0; d && i < d->mg->n_funcs; i++) {
		for (uint32_t r = 0; d->need[i] && r <= d->mg->funcs[i].n_rets; r++)
			free(d->need[i][r].arg);
		free(d->need[i]);
	}
	if (d)
		free(d->need);
	free(d);
}

/* What result r of f needs; a function that calls itself needs everything. NULL: unknown. */
static const uint8_t *needs(struct depend *d, const struct function *f, uint32_t r)
{
	size_t i = (size_t)(f - d->mg->funcs);
	struct need *n;

	if (i >= d->mg->n_funcs || r > f->n_rets || !f->graph)
		return NULL;
	if (!d->need[i])
		d->need[i] = xcalloc((size_t)f->n_rets + 1, sizeof(**d->need));
	n = &d->need[i][r];
	if (n->state == 1 || d->depth >= DEPTH_MAX)
		return NULL;
	if (!n->state) {
		n->arg = xcalloc((size_t)f->graph->n_args + 1, 1);
		n->state = 1;
		d->depth++;
		find_needs(d, f, r, n);
		d->depth--;
		n->state = 2;
	}
	return n->arg;
}

/* ---- the search ---- */

static void want(struct search *s, struct edge e)
{
	vec_push(&s->todo, e);
}

static void want_all(struct search *s, const struct node *n)
{
	for (uint32_t k = 0; k < n->n_in; k++)
		want(s, n->in[k]);
}

static void want_effects(struct search *s, const struct node *n)
{
	for (uint32_t k = 0; k < n->n_ctl; k++)
		want(s, (struct edge){ n->ctl[k].node, SLOT_CONTROL });
}

/* Inputs `from` on are the arguments of f, of which result r needs some. */
static void want_call(struct search *s, const struct node *n, uint32_t from, const struct function *f, uint32_t r)
{
	const uint8_t *arg = needs(s->d, f, r);

	for (uint32_t k = from; k < n->n_in; k++)
		if (!arg || (k - from < f->graph->n_args && arg[k - from]))
			want(s, n->in[k]);
}

static const struct callee *by_role(const struct callee *c, int n, const char *role)
{
	for (int i = 0; i < n; i++)
		if (!strcmp(c[i].role, role))
			return &c[i];
	return NULL;
}

/* Does the body hand variable k through untouched? */
static bool hands_through(const struct function *f, uint32_t k)
{
	struct edge e = function_rets(f)[k];

	for (int hops = 0; hops < 100 && e.node != NODE_NONE; hops++) {
		const struct node *n;

		if (e.node == k && k < f->graph->n_args)
			return true;
		n = graph_node(f->graph, e.node, NULL);
		if (!n || !n->n_in || !sv_is(n->op, "Identity"))
			return false;
		e = n->in[0];
	}
	return false;
}

/* Variable k after the loop: what the body needs for it, for what that needs, ..., and the condition. */
static void want_loop(struct search *s, const struct node *n, const struct callee *cond, const struct callee *body,
		      uint32_t k)
{
	uint8_t *in = xcalloc((size_t)n->n_in + 1, 1);
	VEC(uint32_t) todo = { 0 };
	const uint8_t *arg = k < body->f->n_rets && !hands_through(body->f, k) ? needs(s->d, cond->f, 0) : NULL;

	if (k < n->n_in) {
		in[k] = 1;
		vec_push(&todo, k);
	}
	for (uint32_t i = 0; arg && i < n->n_in && i < cond->f->graph->n_args; i++)
		if (arg[i] && !in[i]) {
			in[i] = 1;
			vec_push(&todo, i);
		}
	while (todo.n) {
		uint32_t v = todo.p[--todo.n];
		const uint8_t *a = v < body->f->n_rets ? needs(s->d, body->f, v) : NULL;

		for (uint32_t i = 0; i < n->n_in; i++)
			if (!in[i] && (!a || (i < body->f->graph->n_args && a[i]))) {
				in[i] = 1;
				vec_push(&todo, i);
			}
	}
	for (uint32_t i = 0; i < n->n_in; i++)
		if (in[i])
			want(s, n->in[i]);
	vec_free(&todo);
	free(in);
}

/* Result `slot` of a node that calls (n_rets of each callee: its effect). false: it calls nothing. */
static bool look_through(struct search *s, const struct node *n, uint32_t slot)
{
	struct callee c[CALLEES_MAX];
	int count = node_callees(s->d->mg, n, c, CALLEES_MAX);
	const struct callee *cond = by_role(c, count < CALLEES_MAX ? count : CALLEES_MAX, "cond");
	const struct callee *body = by_role(c, count < CALLEES_MAX ? count : CALLEES_MAX, "body");
	bool plain = n->callee || sv_is(n->op, "PartitionedCall") || sv_is(n->op, "StatefulPartitionedCall");
	bool branch = sv_is(n->op, "If") || sv_is(n->op, "StatelessIf") || sv_is(n->op, "Case") ||
		      sv_is(n->op, "StatelessCase");
	bool loop = sv_is(n->op, "While") || sv_is(n->op, "StatelessWhile");

	if (count < 1 || count > CALLEES_MAX)
		return false;
	if (plain && count == 1) {
		want_call(s, n, 0, c[0].f, slot == SLOT_CONTROL ? c[0].f->n_rets : slot);
	} else if (branch) {
		if (n->n_in)
			want(s, n->in[0]);
		for (int i = 0; i < count; i++)
			want_call(s, n, 1, c[i].f, slot == SLOT_CONTROL ? c[i].f->n_rets : slot);
	} else if (loop && cond && body && slot != SLOT_CONTROL) {
		want_loop(s, n, cond, body, slot);
	} else {
		return false;
	}
	return true;
}

/* Does it change something that others may read, or decide what is alive? */
static bool has_effect(const struct node *n)
{
	static const char *const words[] = { "Assign", "Insert", "Push",   "Enqueue",	 "Scatter", "Apply",
					     "Write",  "Import", "Remove", "Initialize", "Restore" };
	bool ref = n->n_in && n->def && n->def->n_in && n->def->in[0].is_ref;

	if (sv_is(n->op, "Switch") || sv_is(n->op, "RefSwitch") || sv_is(n->op, "Merge"))
		return true;
	if (!n->def || (!n->def->stateful && !ref))
		return false;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (memmem(n->op.p, n->op.n, words[i], strlen(words[i])))
			return true;
	return false;
}

static bool passes_control(const struct node *n)
{
	return sv_is(n->op, "NoOp") || sv_is(n->op, "Identity") || sv_is(n->op, "IdentityN") ||
	       sv_is(n->op, "ControlTrigger");
}

static void visit_effect(struct search *s, const struct node *n)
{
	if (s->seen[n->index] & 2)
		return;
	s->seen[n->index] |= 2;
	if (has_effect(n)) {
		want(s, (struct edge){ n->index, 0 });
		return;
	}
	if (passes_control(n))
		for (uint32_t k = 0; k < n->n_in; k++)
			want(s, (struct edge){ n->in[k].node, SLOT_CONTROL });
	want_effects(s, n);
	if (n->callee || (n->def && n->def->stateful))
		look_through(s, n, SLOT_CONTROL);
}

static bool seen_call(struct search *s, struct edge e)
{
	for (size_t i = 0; i < s->calls.n; i++)
		if (s->calls.p[i].node == e.node && s->calls.p[i].slot == e.slot)
			return true;
	vec_push(&s->calls, e);
	return false;
}

static void visit_value(struct search *s, const struct node *n, struct edge e)
{
	bool calls = graph_may_call(s->g, e.node) && !(s->seen[e.node] & 4);

	if (calls ? seen_call(s, e) : s->seen[e.node] & 1)
		return;
	want_effects(s, n);
	if (calls && look_through(s, n, e.slot))
		return;
	s->seen[e.node] |= 1 | 4;
	want_all(s, n);
}

static bool stops(struct search *s, struct edge e)
{
	bool any = false;

	if (s->g->func) {		/* the arguments are its first nodes */
		any = e.node < s->n_stop;
		s->hit[any ? e.node : 0] |= any;
		return any;
	}
	for (uint32_t i = 0; i < s->n_stop; i++)
		if (s->stop[i].node == e.node && s->stop[i].slot == e.slot) {
			s->hit[i] = true;
			any = true;
		}
	return any;
}

static void search_run(struct search *s)
{
	s->seen = xcalloc((size_t)s->g->n_nodes + 1, 1);
	while (s->todo.n) {
		struct edge e = s->todo.p[--s->todo.n];
		const struct node *n;

		if (e.node >= s->g->n_nodes || (e.slot != SLOT_CONTROL && stops(s, e)))
			continue;
		n = graph_node(s->g, e.node, NULL);
		if (n && e.slot == SLOT_CONTROL)
			visit_effect(s, n);
		else if (n)
			visit_value(s, n, e);
	}
	free(s->seen);
	vec_free(&s->todo);
	vec_free(&s->calls);
}

static void find_needs(struct depend *d, const struct function *f, uint32_t r, struct need *out)
{
	struct search s = { .d = d, .g = f->graph, .n_stop = f->graph->n_args };
	struct edge *arg = xcalloc((size_t)s.n_stop + 1, sizeof(*arg));

	for (uint32_t i = 0; i < s.n_stop; i++)
		arg[i] = (struct edge){ i, 0 };
	s.stop = arg;
	s.hit = xcalloc((size_t)s.n_stop + 1, sizeof(*s.hit));
	if (r < f->n_rets)
		want(&s, function_rets(f)[r]);
	for (uint32_t k = 0; r == f->n_rets && k < f->n_ctl_rets; k++)
		want(&s, (struct edge){ function_ctl_rets(f)[k].node, SLOT_CONTROL });
	search_run(&s);
	for (uint32_t i = 0; i < s.n_stop; i++)
		out->arg[i] = s.hit[i];
	free(arg);
	free(s.hit);
}

void depend_on(struct depend *d, struct edge to, const struct edge *from, uint32_t n, bool *hit)
{
	struct search s = { .d = d, .g = d->mg->graph, .stop = from, .n_stop = n, .hit = hit };

	want(&s, to);
	search_run(&s);
}
