/*
 * What a loop's condition depends on; see why_state.h. A closure over the edges of the cond and
 * body functions, or of a V1 loop's nodes. Ops that draw numbers or write make the next round
 * unforeseeable; ops that read a resource do so only where something in the loop writes one.
 */
#include "debug/why_state.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/vec.h"

enum { MAX_DEPTH = 64 };

static const char *const readers[] = {
	"ReadVariableOp",
	"ResourceGather",
	"ResourceGatherNd",
	"LookupTableFind",
	"LookupTableFindV2",
	"LookupTableSize",
	"LookupTableSizeV2",
	"VarHandleOp",
	"HashTable",
	"HashTableV2",
	"VariableV2",
	"Variable",
	"Assert",
	"CheckNumerics",
	"CheckNumericsV2",
	"Print",
	"PrintV2",
	"Placeholder",
	NULL,
};

static const char *const callers[] = {
	"StatefulPartitionedCall",
	"PartitionedCall",
	"If",
	"StatelessIf",
	"Case",
	"StatelessCase",
	"While",
	"StatelessWhile",
	NULL,
};

static bool is_one(const struct node *n, const char *const *names)
{
	for (; *names; names++)
		if (sv_is(n->op, *names))
			return true;
	return false;
}

static bool stateful(const struct node *n)
{
	return !n->def || n->def->stateful;
}

static bool quiet(const struct graph *g, const uint32_t *only, uint32_t n, int depth);

/* No function that a call node names writes or draws numbers. */
static bool quiet_call(const struct metagraph *mg, const struct node *n, int depth)
{
	static const char *const attrs[] = {"f", "then_branch", "else_branch", "cond", "body"};
	const struct attr_value *items;
	uint32_t n_items = 0;
	bool ok = true;

	for (size_t i = 0; i < sizeof(attrs) / sizeof(attrs[0]); i++) {
		struct sv name;
		const struct function *f =
			node_attr_func(n, attrs[i], &name) ? metagraph_function(mg, name) : NULL;

		ok = ok && (!f || quiet(f->graph, NULL, f->graph->n_nodes, depth + 1));
	}
	return ok && !node_attr_list(n, "branches", &items, &n_items);
}

/* Nodes `only` (NULL: all) of a graph neither write nor draw numbers. */
static bool quiet(const struct graph *g, const uint32_t *only, uint32_t n, int depth)
{
	for (uint32_t k = 0; k < n; k++) {
		uint32_t i = only ? only[k] : k;
		const struct node *x = i < g->n_args ? NULL : graph_node(g, i, NULL);

		if (i < g->n_args || (x && (!stateful(x) || is_one(x, readers))))
			continue;
		if (!x || depth > MAX_DEPTH || !is_one(x, callers) || !quiet_call(g->mg, x, depth))
			return false;
	}
	return true;
}

/* ---- closures ---- */

struct closure {
	const struct graph *g;
	uint8_t *seen; /* by node */
	VEC(uint32_t) todo;
	struct sv loop; /* V1: the frame's name; Enter nodes of it are constants of the loop */
	bool steady, reads;
};

static void closure_open(struct closure *c, const struct graph *g)
{
	*c = (struct closure){.g = g, .steady = true};
	c->seen = xcalloc((size_t)g->n_nodes + 1, 1);
}

static void closure_free(struct closure *c)
{
	vec_free(&c->todo);
	free(c->seen);
}

static bool enters(const struct closure *c, const struct node *n)
{
	struct sv name;

	return c->loop.n && (sv_is(n->op, "Enter") || sv_is(n->op, "RefEnter")) &&
	       node_attr_str(n, "frame_name", &name) && sv_eq(name, c->loop);
}

static void closure_add(struct closure *c, uint32_t from)
{
	vec_push(&c->todo, from);
	while (c->todo.n) {
		uint32_t i = c->todo.p[--c->todo.n];
		const struct node *n;

		if (i >= c->g->n_nodes || c->seen[i]++ || i < c->g->n_args)
			continue;
		n = graph_node(c->g, i, NULL);
		if (!n)
			c->steady = false;
		if (!n || enters(c, n))
			continue;
		if (stateful(n)) {
			c->reads = true;
			c->steady = c->steady && (is_one(n, readers) || is_one(n, callers));
		}
		for (uint32_t k = 0; k < n->n_in; k++)
			vec_push(&c->todo, n->in[k].node);
	}
}

/* ---- While ---- */

static const struct function *attr_function(const struct metagraph *mg, const struct node *n,
					    const char *name)
{
	struct sv f;

	return node_attr_func(n, name, &f) ? metagraph_function(mg, f) : NULL;
}

static void take(struct loop_state *s, const uint8_t *marked, uint32_t n)
{
	s->var = xcalloc((size_t)n + 1, sizeof(*s->var));
	for (uint32_t i = 0; i < n; i++)
		if (marked[i])
			s->var[s->n++] = i;
}

void state_of_while(struct loop_state *s, const struct frame *f)
{
	const struct graph *up = frame_graph(frame_parent(f));
	const struct node *n = graph_node(up, frame_call_node(f), NULL);
	const struct function *cond = n ? attr_function(up->mg, n, "cond") : NULL;
	const struct function *body = n ? attr_function(up->mg, n, "body") : NULL;
	struct closure c, b;
	bool grown = true;

	if (!cond || !body || cond->n_rets < 1 || body->n_rets != cond->graph->n_args ||
	    body->graph->n_args != body->n_rets)
		return;
	closure_open(&c, cond->graph);
	closure_open(&b, body->graph);
	closure_add(&c, function_rets(cond)[0].node);
	while (grown) {
		grown = false;
		for (uint32_t i = 0; i < body->n_rets; i++)
			if (c.seen[i])
				closure_add(&b, function_rets(body)[i].node);
		for (uint32_t i = 0; i < body->n_rets; i++)
			if (b.seen[i] && !c.seen[i])
				c.seen[i] = grown = true;
	}
	take(s, c.seen, body->n_rets);
	s->known = c.steady && b.steady;
	if (c.reads || b.reads)
		s->known = s->known && quiet(cond->graph, NULL, cond->graph->n_nodes, 0) &&
			   quiet(body->graph, NULL, body->graph->n_nodes, 0);
	closure_free(&c);
	closure_free(&b);
}

/* ---- V1 ---- */

/* The name of the loop that a Merge begins, or nothing. */
static struct sv merge_loop(const struct graph *g, const struct node *merge)
{
	struct sv name = {0};

	for (uint32_t k = 0; merge && sv_is(merge->op, "Merge") && k < merge->n_in; k++) {
		uint32_t i = merge->in[k].node;
		const struct node *n = i < g->n_nodes ? graph_node(g, i, NULL) : NULL;

		if (n && sv_is(n->op, "Enter") && node_attr_str(n, "frame_name", &name))
			return name;
	}
	return (struct sv){0};
}

/* The loop that a LoopCond decides: that of the Switch nodes which it steers. */
static struct sv cond_loop(const struct frame *f, uint32_t loopcond)
{
	const struct graph *g = frame_graph(f);
	uint32_t n;
	const uint32_t *order = frame_order(f, &n);

	for (uint32_t i = 0; i < n; i++) {
		const struct node *x = sv_is(graph_node_op(g, order[i]), "Switch")
					       ? graph_node(g, order[i], NULL)
					       : NULL;

		if (x && x->n_in == 2 && x->in[1].node == loopcond && x->in[0].node < g->n_nodes) {
			struct sv name = merge_loop(g, graph_node(g, x->in[0].node, NULL));

			if (name.n)
				return name;
		}
	}
	return (struct sv){0};
}

void state_of_v1(struct loop_state *s, const struct frame *f, uint32_t loopcond)
{
	const struct graph *g = frame_graph(f);
	struct closure c;
	uint32_t n;
	const uint32_t *order = frame_order(f, &n);

	s->v1 = true;
	closure_open(&c, g);
	c.loop = cond_loop(f, loopcond);
	if (c.loop.n) {
		closure_add(&c, loopcond);
		for (uint32_t i = 0; i < g->n_nodes; i++)
			if (c.seen[i] && (i < g->n_args || !sv_is(graph_node_op(g, i), "Merge") ||
					  !sv_eq(merge_loop(g, graph_node(g, i, NULL)), c.loop)))
				c.seen[i] = 0;
		take(s, c.seen, g->n_nodes);
		s->known = c.steady && (!c.reads || quiet(g, order, n, 0));
	}
	closure_free(&c);
}

struct tensor *state_value(const struct loop_state *s, const struct frame *f, uint32_t i)
{
	return s->v1 ? frame_value(f, s->var[i], 0) : frame_arg(f, s->var[i]);
}

void state_free(struct loop_state *s)
{
	free(s->var);
	s->var = NULL;
}
