/* Ops that call functions: one row an op that hands its inputs on; any other function attribute is opaque. */
#include "inspect/calls.h"

#include <stdio.h>

struct row {
	const char *op, *attr;
	enum call_kind kind;
	uint32_t skip;
	const char *role;
};

static const struct row rows[] = {
	{ "PartitionedCall", "f", CALL_PLAIN, 0, "" },
	{ "StatefulPartitionedCall", "f", CALL_PLAIN, 0, "" },
	{ "TPUPartitionedCall", "f", CALL_PLAIN, 0, "" },
	{ "BatchFunction", "f", CALL_PLAIN, 0, "" },
	{ "SymbolicGradient", "f", CALL_OPAQUE, 0, "f" },
	{ "RemoteCall", "f", CALL_PLAIN, 1, "" },
	{ "XlaLaunch", "function", CALL_PLAIN, 0, "" },
	{ "If", "then_branch", CALL_BRANCH, 1, "then" },
	{ "If", "else_branch", CALL_BRANCH, 1, "else" },
	{ "StatelessIf", "then_branch", CALL_BRANCH, 1, "then" },
	{ "StatelessIf", "else_branch", CALL_BRANCH, 1, "else" },
	{ "_If", "then_branch", CALL_BRANCH, 1, "then" },
	{ "_If", "else_branch", CALL_BRANCH, 1, "else" },
	{ "Case", "branches", CALL_BRANCH, 1, "branch" },
	{ "StatelessCase", "branches", CALL_BRANCH, 1, "branch" },
	{ "While", "cond", CALL_COND, 0, "cond" },
	{ "While", "body", CALL_BODY, 0, "body" },
	{ "StatelessWhile", "cond", CALL_COND, 0, "cond" },
	{ "StatelessWhile", "body", CALL_BODY, 0, "body" },
	{ "_While", "cond", CALL_COND, 0, "cond" },
	{ "_While", "body", CALL_BODY, 0, "body" },
};

enum { N_ROWS = sizeof(rows) / sizeof(*rows) };

static bool has_func_attr(const struct opdef *def)
{
	for (int i = 0; i < def->n_attrs; i++)
		if (sv_is(def->attrs[i].type, "func") || sv_is(def->attrs[i].type, "list(func)"))
			return true;
	return false;
}

bool calls_may(const struct metagraph *mg, struct sv op)
{
	const struct opdef *def;

	if (!mg->n_funcs)
		return false;
	def = opdef_find(op);
	return def ? has_func_attr(def) : true;
}

static void add(calls_t *out, const struct function *f, enum call_kind kind, uint32_t skip, const char *role,
		int number)
{
	struct call c = { .f = f, .kind = kind, .skip = skip };

	if (!f)
		return;
	if (number >= 0)
		snprintf(c.role, sizeof(c.role), "%s%d", role, number);
	else
		snprintf(c.role, sizeof(c.role), "%s", role);
	vec_push(out, c);
}

static void add_row(const struct metagraph *mg, const struct node *n, const struct row *r, calls_t *out)
{
	const struct attr *a = node_attr(n, r->attr);

	if (a && a->v.kind == ATTR_FUNC)
		add(out, metagraph_function(mg, a->v.s), r->kind, r->skip, r->role, -1);
	for (uint32_t i = 0; a && a->v.kind == ATTR_LIST && i < a->v.n; i++)
		if (a->v.items[i].kind == ATTR_FUNC)
			add(out, metagraph_function(mg, a->v.items[i].s), r->kind, r->skip, r->role, (int)i);
}

static void add_opaque(const struct metagraph *mg, const struct attr *a, calls_t *out)
{
	char role[20];

	snprintf(role, sizeof(role), "%.*s", SV_ARG(a->name));
	if (a->v.kind == ATTR_FUNC)
		add(out, metagraph_function(mg, a->v.s), CALL_OPAQUE, 0, role, -1);
	for (uint32_t i = 0; a->v.kind == ATTR_LIST && i < a->v.n; i++)
		if (a->v.items[i].kind == ATTR_FUNC)
			add(out, metagraph_function(mg, a->v.items[i].s), CALL_OPAQUE, 0, role, -1);
}

void calls_of(const struct metagraph *mg, const struct node *n, calls_t *out)
{
	size_t before = out->n;

	if (n->callee)
		add(out, n->callee, CALL_PLAIN, 0, "", -1);
	for (int i = 0; i < N_ROWS; i++)
		if (sv_is(n->op, rows[i].op))
			add_row(mg, n, &rows[i], out);
	for (uint32_t i = 0; out->n == before && i < n->n_attrs; i++)
		add_opaque(mg, &n->attrs[i], out);
}

bool calls_mapped(const calls_t *c)
{
	return c->n && c->p[0].kind != CALL_OPAQUE;
}

const struct function *calls_first(const struct metagraph *mg, const struct node *n)
{
	calls_t c = { 0 };
	const struct function *f;

	if (!calls_may(mg, n->op))
		return NULL;
	calls_of(mg, n, &c);
	f = c.n ? c.p[0].f : NULL;
	vec_free(&c);
	return f;
}
