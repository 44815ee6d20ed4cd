/*
 * Names of what runs: a node's path through the calls, the iteration suffix, and which functions a
 * node calls under which role.
 */
#include "exec/machine.h"

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

static void path_prefix(const struct frame *f, struct str *out)
{
	f = f->base;
	if (!f->up)
		return;
	path_prefix(f->up, out);
	str_add(out, f->up->p->node[f->call].n->name);
	str_addc(out, '/');
	if (f->role[0])
		str_addf(out, "%s/", f->role);
}

void exec_path(const struct frame *f, uint32_t node, struct str *out)
{
	path_prefix(f, out);
	str_add(out, graph_node_name(f->p->g, node));
}

static int64_t iters(const struct frame *f, struct str *out)
{
	int64_t before = f->up ? iters(f->up, out) : 0;

	if (f->iter < 0)
		return before;
	str_addf(out, "%c%lld", before ? '.' : '@', (long long)f->iter);
	return before + 1;
}

void exec_iter_suffix(const struct frame *f, struct str *out)
{
	iters(f, out);
}

/* ---- what others may ask of a frame ---- */

struct frame *frame_parent(const struct frame *f)
{
	return f->base->up;
}

const struct graph *frame_graph(const struct frame *f)
{
	return f->p->g;
}

uint32_t frame_call_node(const struct frame *f)
{
	f = f->base;
	return f->up ? f->up->p->node[f->call].node : NODE_NONE;
}

const char *frame_role(const struct frame *f)
{
	return f->base->role;
}

int64_t frame_iter(const struct frame *f)
{
	return f->iter;
}

int frame_depth(const struct frame *f)
{
	return f->depth;
}

uint64_t frame_id(const struct frame *f)
{
	return f->id;
}

uint64_t frame_call_id(const struct frame *f)
{
	return f->base->id;
}

const uint32_t *frame_order(const struct frame *f, uint32_t *n)
{
	*n = f->p->n;
	return f->p->order;
}

uint32_t frame_loop_cond(const struct frame *f)
{
	for (uint32_t i = 0; f->rg && i < f->p->n; i++)
		if (f->p->node[i].region == f->rg && f->p->node[i].row &&
		    f->p->node[i].row->flags & OP_LOOPCOND)
			return f->p->node[i].node;
	return NODE_NONE;
}

static const struct frame *holder(const struct frame *f, uint32_t node, uint32_t *pos, bool out)
{
	*pos = node < f->p->g->n_nodes ? f->p->pos[node] : POS_NONE;
	if (*pos == POS_NONE)
		return NULL;
	return frame_in(f->base, out ? f->p->node[*pos].out_region : f->p->node[*pos].region);
}

bool frame_done(const struct frame *f, uint32_t node)
{
	uint32_t pos;
	const struct frame *in = holder(f, node, &pos, false);

	return in && in->cnt[f->p->node[pos].local].done == 1;
}

struct tensor *frame_arg(const struct frame *f, uint32_t i)
{
	return (int64_t)i < f->base->n_arg ? f->base->arg[i] : NULL;
}

struct tensor *frame_value(const struct frame *f, uint32_t node, uint32_t slot)
{
	uint32_t pos;
	const struct frame *in = holder(f, node, &pos, true);

	if (!in || slot >= f->p->node[pos].n_out)
		return NULL;
	return in->slot[f->p->node[pos].slot + slot].t;
}
