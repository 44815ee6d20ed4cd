/* Names of what runs: a node's path through the calls, and the iteration suffix. */
#include "exec/machine.h"

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
