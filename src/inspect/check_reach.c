/*
 * What runs when something is wanted: back from the wanted tensors over data and control edges, into the bodies of
 * the functions that are called, each body once. Breadth first, so that the way to a node is a shortest one.
 */
#include "inspect/check_inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/opdef.h"

enum { CALLEES_MAX = 64, WAY_HEAD = 6, WAY_TAIL = 3, HOPS_MAX = 10000 };

struct at {
	uint32_t gi, node;
};

struct walk {
	struct reach *r;
	const struct metagraph *mg;
	VEC(struct at) todo;
	size_t done;
};

static uint32_t add_graph(struct walk *w, const struct graph *g, uint32_t up, uint32_t call, const char *role)
{
	uint32_t gi = (uint32_t)w->r->graph.n;
	struct reached one = { .g = g, .up = up, .call = call, .root = NODE_NONE };

	one.mark = xcalloc((size_t)g->n_nodes + 1, 1);
	one.next = xcalloc((size_t)g->n_nodes + 1, sizeof(*one.next));
	memcpy(one.role, role, strnlen(role, sizeof(one.role) - 1));
	if (gi)
		one.root = up ? w->r->graph.p[up].root : w->r->graph.p[0].root_of[call];
	else
		one.root_of = xcalloc((size_t)g->n_nodes + 1, sizeof(*one.root_of));
	vec_push(&w->r->graph, one);
	return gi;
}

static void want(struct walk *w, uint32_t gi, uint32_t node, uint32_t by, uint32_t sig)
{
	struct reached *r = &w->r->graph.p[gi];
	struct at a = { gi, node };

	if (node >= r->g->n_nodes || r->mark[node])
		return;
	r->mark[node] = 1;
	r->next[node] = by;
	if (r->root_of)
		r->root_of[node] = by == NODE_NONE ? sig : r->root_of[by];
	vec_push(&w->todo, a);
}

/* A body without named effects still has them: TensorFlow runs its stateful nodes. */
static void want_effects(struct walk *w, uint32_t gi)
{
	const struct graph *g = w->r->graph.p[gi].g;

	for (uint32_t i = g->n_args; i < g->n_nodes; i++) {
		const struct opdef *def = opdef_find(graph_node_op(g, i));

		if (def && def->stateful)
			want(w, gi, i, NODE_NONE, NODE_NONE);
	}
}

static void enter(struct walk *w, uint32_t gi, uint32_t node, const struct callee *c)
{
	size_t f = (size_t)(c->f - w->mg->funcs);
	uint32_t inner;

	if (f >= w->mg->n_funcs || w->r->by_func[f] >= 0 || !c->f->graph)
		return;
	inner = add_graph(w, c->f->graph, gi, node, c->role);
	w->r->by_func[f] = (int32_t)inner;
	for (uint32_t k = 0; k < c->f->n_rets; k++)
		want(w, inner, function_rets(c->f)[k].node, NODE_NONE, NODE_NONE);
	for (uint32_t k = 0; k < c->f->n_ctl_rets; k++)
		want(w, inner, function_ctl_rets(c->f)[k].node, NODE_NONE, NODE_NONE);
	if (!c->f->n_ctl_rets)
		want_effects(w, inner);
}

static void visit(struct walk *w, struct at a)
{
	const struct graph *g = w->r->graph.p[a.gi].g;
	const struct node *n = graph_node(g, a.node, NULL);
	struct callee c[CALLEES_MAX];
	int count;

	if (!n)
		return;
	for (uint32_t k = 0; k < n->n_in; k++)
		want(w, a.gi, n->in[k].node, a.node, NODE_NONE);
	for (uint32_t k = 0; k < n->n_ctl; k++)
		want(w, a.gi, n->ctl[k].node, a.node, NODE_NONE);
	count = node_callees(w->mg, n, c, CALLEES_MAX);
	for (int k = 0; k < count && k < CALLEES_MAX; k++)
		enter(w, a.gi, a.node, &c[k]);
}

void reach_from(struct reach *r, const struct metagraph *mg, const struct root *roots, size_t n)
{
	struct walk w = { .r = r, .mg = mg };

	r->by_func = xcalloc((size_t)mg->n_funcs + 1, sizeof(*r->by_func));
	for (uint32_t i = 0; i < mg->n_funcs; i++)
		r->by_func[i] = -1;
	add_graph(&w, mg->graph, 0, NODE_NONE, "");
	for (size_t i = 0; i < n; i++)
		want(&w, 0, roots[i].e.node, NODE_NONE, roots[i].sig);
	while (w.done < w.todo.n)
		visit(&w, w.todo.p[w.done++]);
	vec_free(&w.todo);
}

void reach_free(struct reach *r)
{
	for (size_t i = 0; i < r->graph.n; i++) {
		free(r->graph.p[i].mark);
		free(r->graph.p[i].next);
		free(r->graph.p[i].root_of);
	}
	vec_free(&r->graph);
	free(r->by_func);
	r->by_func = NULL;
}

bool reach_has(const struct reach *r, const struct graph *g, uint32_t node)
{
	int32_t gi = 0;

	if (g->func)
		gi = r->by_func[g->func - g->mg->funcs];
	return gi >= 0 && node < g->n_nodes && r->graph.p[gi].mark[node];
}

/* ---- paths ---- */

void reach_path(const struct reach *r, uint32_t gi, uint32_t node, struct str *out)
{
	const struct reached *at = &r->graph.p[gi];

	if (gi) {
		reach_path(r, at->up, at->call, out);
		str_addc(out, '/');
		if (at->role[0])
			str_addf(out, "%s/", at->role);
	}
	str_escaped(out, graph_node_name(at->g, node));
}

static void way_add(struct str *out, const struct graph *g, uint32_t node)
{
	str_addz(out, out->n ? " > " : "");
	str_escaped(out, graph_node_name(g, node));
	str_addz(out, " (");
	str_escaped(out, graph_node_op(g, node));
	str_addz(out, ")");
}

void reach_way(const struct check *c, uint32_t gi, uint32_t node, struct str *out)
{
	const struct reach *r = &c->serve;
	VEC(struct at) way = { 0 };
	uint32_t sig = NODE_NONE;

	for (int hops = 0; hops < HOPS_MAX; hops++) {
		const struct reached *at = &r->graph.p[gi];
		struct at one = { gi, node };

		vec_push(&way, one);
		if (at->next[node] != NODE_NONE) {
			node = at->next[node];
		} else if (gi) {
			node = at->call;
			gi = at->up;
		} else {
			sig = at->root_of[node];
			break;
		}
	}
	for (size_t i = 0; i < way.n; i++) {
		if (way.n > WAY_HEAD + WAY_TAIL + 1 && i == WAY_HEAD) {
			str_addf(out, " > (%zu more)", way.n - WAY_HEAD - WAY_TAIL);
			i = way.n - WAY_TAIL;
		}
		way_add(out, r->graph.p[way.p[i].gi].g, way.p[i].node);
	}
	if (sig < c->mg->n_sigs) {
		str_addz(out, " > signature ");
		str_escaped(out, c->mg->sigs[sig].key);
	}
	vec_free(&way);
}

static bool behind_switch(const struct reached *at, uint32_t node)
{
	for (int hops = 0; hops < HOPS_MAX && node != NODE_NONE; hops++) {
		struct sv op = graph_node_op(at->g, node);

		if (sv_is(op, "Merge") || sv_is(op, "RefMerge"))
			return true;
		node = at->next[node];
	}
	return false;
}

bool reach_maybe(const struct reach *r, uint32_t gi, uint32_t node)
{
	for (;;) {
		const struct reached *at = &r->graph.p[gi];

		if (behind_switch(at, node) || sv_starts(sv_of(at->role), SV("branch")) ||
		    !strcmp(at->role, "then") || !strcmp(at->role, "else"))
			return true;
		if (!gi)
			return false;
		node = at->call;
		gi = at->up;
	}
}

/* Which input of the calling node argument `arg` is; -1: not said by the op. */
static int64_t input_of_arg(const struct node *call, const char *role, uint32_t arg)
{
	bool branch = !strcmp(role, "then") || !strcmp(role, "else") || !strncmp(role, "branch", 6);
	int64_t k = (int64_t)arg + branch;

	if (!call->callee && !sv_is(call->op, "PartitionedCall") && !sv_is(call->op, "StatefulPartitionedCall") &&
	    !branch)
		return -1;
	return k < (int64_t)call->n_in ? k : -1;
}

struct origin reach_origin(const struct reach *r, uint32_t gi, struct edge e)
{
	for (int hops = 0; hops < HOPS_MAX && e.node != NODE_NONE; hops++) {
		const struct reached *at = &r->graph.p[gi];
		const struct node *n = graph_node(at->g, e.node, NULL), *call;
		int64_t k;

		if (!n)
			break;
		if (gi && e.node < at->g->n_args) {
			call = graph_node(r->graph.p[at->up].g, at->call, NULL);
			k = call ? input_of_arg(call, at->role, e.node) : -1;
			if (k < 0)
				break;
			e = call->in[k];
			gi = at->up;
		} else if (n->n_in >= 1 &&
			   (sv_is(n->op, "Identity") || sv_is(n->op, "Snapshot") || sv_is(n->op, "Enter"))) {
			e = n->in[0];
		} else {
			break;
		}
	}
	return (struct origin){ gi, e };
}
