/* The index of callers; see callers.h. One pass collects (function, caller), a counting sort groups them. */
#include "model/callers.h"

#include <stdlib.h>

#include "base/vec.h"
#include "model/priv.h"
#include "proto/wire.h"

struct use {
	uint32_t function;
	struct caller by;
};

struct callers {
	struct caller *list;
	size_t *first;			/* n_funcs + 1 */
};

struct pass {
	const struct metagraph *mg;
	const struct graph *g;
	uint32_t node;
	VEC(struct use) use;
};

static void note(struct pass *p, struct sv function, struct caller by)
{
	uint64_t i;

	if (map_get(&p->mg->priv->functions, function, &i))
		vec_push(&p->use, ((struct use){ (uint32_t)i, by }));
}

enum { FUNC_DEPTH = 16 };

/* Functions may hang in lists of functions, and in the attributes of a function. how: the model's bytes. */
static void attr_uses(struct pass *p, struct sv how, const struct attr_value *v, int depth)
{
	if (v->kind == ATTR_FUNC && v->s.n)
		note(p, v->s, (struct caller){ p->g, p->node, how });
	for (uint32_t i = 0; depth < FUNC_DEPTH && i < v->n; i++)
		if (v->items[i].kind == ATTR_FUNC || v->items[i].kind == ATTR_LIST)
			attr_uses(p, how, &v->items[i], depth + 1);
}

static void node_uses(struct pass *p, struct arena *a)
{
	struct node n;

	if (!graph_node_apart(p->g, p->node, a, &n))
		return;
	note(p, n.op, (struct caller){ p->g, p->node, n.op });
	for (uint32_t i = 0; i < n.n_attrs; i++)
		attr_uses(p, n.attrs[i].name, &n.attrs[i].v, 0);
}

/* A function names its gradient's, and its gradient's forward pass, in attributes of its own. */
static void function_uses(struct pass *p, const struct function *f)
{
	for (uint32_t i = 0; i < f->n_attrs; i++)
		if (f->attrs[i].v.kind == ATTR_STRING && (sv_is(f->attrs[i].name, "forward_function_name") ||
							  sv_is(f->attrs[i].name, "backward_function_name")))
			note(p, f->attrs[i].v.s, (struct caller){ f->graph, NODE_NONE, f->attrs[i].name });
}

static void graph_uses(struct pass *p, const struct graph *g, struct arena *a)
{
	p->g = g;
	for (p->node = g->n_args; p->node < g->n_nodes; p->node++) {
		node_uses(p, a);
		arena_reset(a);
	}
}

/* FunctionDefLibrary: gradient {1: function, 2: gradient}, registered_gradients {1: gradient, 2: op}. */
static void library_uses(struct pass *p)
{
	struct sv lib = wire_last(wire_last(p->mg->priv->collections, 2), 2);
	struct wire w = wire_of(lib);
	struct wire_field f;

	while (wire_next(&w, &f)) {
		if (f.type != WIRE_LEN)
			continue;
		if (f.num == 2)
			note(p, wire_last(f.s, 2), (struct caller){ .node = NODE_NONE, .how = wire_last(f.s, 1) });
		else if (f.num == 3)
			note(p, wire_last(f.s, 1), (struct caller){ .node = NODE_NONE, .how = wire_last(f.s, 2) });
	}
}

static struct callers *callers_new(const struct metagraph *mg)
{
	struct callers *c = xcalloc(1, sizeof(*c));
	struct pass p = { .mg = mg };
	struct arena *a = arena_new();
	size_t *next;

	graph_uses(&p, mg->graph, a);
	for (uint32_t i = 0; i < mg->n_funcs; i++)
		if (mg->funcs[i].graph) {
			graph_uses(&p, mg->funcs[i].graph, a);
			function_uses(&p, &mg->funcs[i]);
		}
	arena_free(a);
	library_uses(&p);
	c->first = xcalloc((size_t)mg->n_funcs + 2, sizeof(*c->first));
	for (size_t i = 0; i < p.use.n; i++)
		c->first[p.use.p[i].function + 1]++;
	for (uint32_t i = 0; i < mg->n_funcs; i++)
		c->first[i + 1] += c->first[i];
	next = xcalloc((size_t)mg->n_funcs + 1, sizeof(*next));
	memcpy(next, c->first, (size_t)mg->n_funcs * sizeof(*next));
	c->list = xcalloc(p.use.n + 1, sizeof(*c->list));
	for (size_t i = 0; i < p.use.n; i++)
		c->list[next[p.use.p[i].function]++] = p.use.p[i].by;
	free(next);
	vec_free(&p.use);
	return c;
}

void callers_free(struct callers *c)
{
	if (!c)
		return;
	free(c->list);
	free(c->first);
	free(c);
}

const struct caller *function_callers(const struct metagraph *mg, uint32_t i, uint32_t *n)
{
	const struct callers *c;

	pthread_mutex_lock(&mg->priv->lock);
	if (!mg->priv->callers)
		mg->priv->callers = callers_new(mg);
	c = mg->priv->callers;
	pthread_mutex_unlock(&mg->priv->lock);
	*n = (uint32_t)(c->first[i + 1] - c->first[i]);
	return c->list + c->first[i];
}
