/* Two passes over the nodes: which box each belongs to, then the edges between boxes, several of them as one. */
#include "inspect/export.h"

#include <stdlib.h>

#include "base/map.h"
#include "base/mem.h"
#include "inspect/calls.h"

enum { LOOK_EVERY = 1024 };

void fold_free(struct fold *f)
{
	for (size_t i = 0; i < f->box_of.n; i++)
		free(f->box_of.p[i]);
	vec_free(&f->box_of);
	vec_free(&f->graph);
	vec_free(&f->box);
	vec_free(&f->line);
}

static bool in_scope(struct sv name, struct sv scope)
{
	return !scope.n || (name.n > scope.n && name.p[scope.n] == '/' && sv_starts(name, scope));
}

/* The first `depth` parts of a name that has more; else the whole. */
static struct sv folded(struct sv name, int depth)
{
	for (size_t i = 0; depth > 0 && i < name.n; i++)
		if (name.p[i] == '/' && --depth == 0)
			return sv_sub(name, 0, i);
	return name;
}

static bool look(struct fold *f, struct err *err)
{
	return ++f->done % LOOK_EVERY || !f->go_on || f->go_on(f->ctx, f->done, err);
}

static uint32_t box_for(struct fold *f, const struct graph *g, uint32_t i, struct map *at)
{
	struct sv whole = graph_node_name(g, i), name = folded(whole, f->depth);
	bool scope = name.n < whole.n;
	uint64_t k = f->box.n;

	if (scope && map_get(at, name, &k)) {
		f->box.p[k].n++;
		return (uint32_t)k;
	}
	if (scope)
		map_add(at, name, k);
	vec_push(&f->box, ((struct fold_box){ g, name, i, 1, scope }));
	return (uint32_t)k;
}

bool fold_graph(struct fold *f, const struct graph *g, struct err *err)
{
	uint32_t *box_of = xcalloc((size_t)g->n_nodes + 1, sizeof(*box_of));
	struct map at = MAP_INIT;
	bool ok = true;

	vec_push(&f->graph, g);
	vec_push(&f->box_of, box_of);
	for (uint32_t i = 0; i < g->n_nodes; i++) {
		bool in = ok && in_scope(graph_node_name(g, i), f->scope) && query_hits(f->q, f->world, g, i);

		box_of[i] = in ? box_for(f, g, i, &at) : UINT32_MAX;
		ok = ok && look(f, err);
	}
	map_free(&at);
	return ok;
}

static void line(struct fold *f, const uint32_t *box_of, struct edge e, uint32_t to, uint32_t input)
{
	uint32_t from = e.node == NODE_NONE ? UINT32_MAX : box_of[e.node];
	struct fold_line l = { .from = from, .to = to, .slot = e.slot, .input = input, .n = 1,
			       .control = e.slot == SLOT_CONTROL };

	if (from == UINT32_MAX || (from == to && f->box.p[from].folded))
		return;
	if (f->box.p[from].folded || f->box.p[to].folded)
		l.slot = l.input = l.control ? SLOT_CONTROL : 0;
	vec_push(&f->line, l);
}

static uint32_t first_box(const struct fold *f, const struct function *fn)
{
	for (size_t k = 0; k < f->graph.n; k++)
		for (uint32_t i = 0; f->graph.p[k] == fn->graph && i < fn->graph->n_nodes; i++)
			if (f->box_of.p[k][i] != UINT32_MAX)
				return f->box_of.p[k][i];
	return UINT32_MAX;
}

static void call_lines(struct fold *f, const struct graph *g, const struct node *n, uint32_t from)
{
	calls_t c = { 0 };

	if (calls_may(g->mg, n->op))
		calls_of(g->mg, n, &c);
	for (size_t i = 0; i < c.n; i++) {
		uint32_t to = first_box(f, c.p[i].f);

		if (to != UINT32_MAX)
			vec_push(&f->line, ((struct fold_line){ .from = from, .to = to, .n = 1, .call = true }));
	}
	vec_free(&c);
}

static int by_ends(const void *a, const void *b)
{
	const struct fold_line *x = a, *y = b;
	const uint32_t p[] = { x->from, x->to, x->call, x->control, x->slot, x->input };
	const uint32_t q[] = { y->from, y->to, y->call, y->control, y->slot, y->input };

	for (size_t i = 0; i < sizeof(p) / sizeof(*p); i++)
		if (p[i] != q[i])
			return p[i] < q[i] ? -1 : 1;
	return 0;
}

static void put_together(struct fold *f)
{
	size_t n = 0;

	if (f->line.n)
		qsort(f->line.p, f->line.n, sizeof(*f->line.p), by_ends);
	for (size_t i = 0; i < f->line.n; i++)
		if (n && !by_ends(&f->line.p[n - 1], &f->line.p[i]))
			f->line.p[n - 1].n++;
		else
			f->line.p[n++] = f->line.p[i];
	f->line.n = n;
}

bool fold_lines(struct fold *f, struct err *err)
{
	for (size_t k = 0; k < f->graph.n; k++)
		for (uint32_t i = 0; i < f->graph.p[k]->n_nodes; i++) {
			const uint32_t *box_of = f->box_of.p[k];
			const struct node *n = box_of[i] != UINT32_MAX ? graph_node(f->graph.p[k], i, NULL) : NULL;

			if (!look(f, err))
				return false;
			for (uint32_t j = 0; n && j < n->n_in; j++)
				line(f, box_of, n->in[j], box_of[i], j);
			for (uint32_t j = 0; n && f->control && j < n->n_ctl; j++)
				line(f, box_of, (struct edge){ n->ctl[j].node, SLOT_CONTROL }, box_of[i], SLOT_CONTROL);
			if (n)
				call_lines(f, f->graph.p[k], n, box_of[i]);
		}
	put_together(f);
	return true;
}
