/* Which functions a node calls, and under which role. */
#include "model/callees.h"

#include <stdio.h>

#include "model/opdef.h"

/* Attributes that hold a function, and what a frame of it adds to the path. */
static const struct {
	const char *attr, *role;
} func_attrs[] = {
	{ "f", "" },
	{ "cond", "cond" },
	{ "body", "body" },
	{ "then_branch", "then" },
	{ "else_branch", "else" },
};

enum { N_FUNC_ATTRS = sizeof(func_attrs) / sizeof(func_attrs[0]) };

struct callee_list {
	const struct metagraph *mg;
	struct callee *c;
	int n, max;
};

static void callee_add(struct callee_list *l, struct sv name, const char *role)
{
	const struct function *f = metagraph_function(l->mg, name);

	if (!f)
		return;
	if (l->n < l->max) {
		l->c[l->n].f = f;
		snprintf(l->c[l->n].role, sizeof(l->c[l->n].role), "%s", role);
	}
	l->n++;
}

static void callee_attr(struct callee_list *l, const struct attr *a)
{
	char role[24];

	if (a->name.n > 0 && a->name.p[0] == '_')	/* marks for tools, never called */
		return;
	if (a->v.kind == ATTR_FUNC) {
		snprintf(role, sizeof(role), "%.*s", SV_ARG(a->name));
		for (int i = 0; i < N_FUNC_ATTRS; i++)
			if (sv_is(a->name, func_attrs[i].attr))
				snprintf(role, sizeof(role), "%s", func_attrs[i].role);
		callee_add(l, a->v.s, role);
	}
	for (uint32_t i = 0; a->v.kind == ATTR_LIST && i < a->v.n; i++)
		if (a->v.items[i].kind == ATTR_FUNC) {
			snprintf(role, sizeof(role), "branch%u", i);
			callee_add(l, a->v.items[i].s, role);
		}
}

bool graph_may_call(const struct graph *g, uint32_t i)
{
	const struct opdef *def = opdef_find(graph_node_op(g, i));

	if (!def)
		return true;
	for (int k = 0; k < def->n_attrs; k++)
		if (sv_is(def->attrs[k].type, "func") || sv_is(def->attrs[k].type, "list(func)"))
			return true;
	return false;
}

int node_callees(const struct metagraph *mg, const struct node *n, struct callee *c, int max)
{
	struct callee_list l = { .mg = mg, .c = c, .max = max };

	if (n->callee) {
		if (max > 0)
			c[0] = (struct callee){ .f = n->callee };
		return 1;
	}
	for (uint32_t i = 0; i < n->n_attrs; i++)
		callee_attr(&l, &n->attrs[i]);
	return l.n;
}
