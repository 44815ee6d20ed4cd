/*
 * A V1 loop as a reproducer: all nodes of its frame (and of the loops in it) as they are in the
 * graph, from the Enter nodes, whose inputs are captured, to the Exit nodes, which become the
 * outputs.
 */
#include "debug/repro_inside.h"

#include <stdlib.h>
#include <string.h>

#include "exec/machine.h"

/* Is region rg the loop, or in it? */
static bool inside(const struct plan *p, uint32_t rg, uint32_t loop)
{
	while (rg && rg != loop)
		rg = p->region[rg].parent;
	return rg == loop;
}

static bool enters(const struct plan *p, const struct pnode *n, uint32_t loop)
{
	return n->flags & PN_ENTER && n->out_region == loop && !inside(p, n->region, loop);
}

/* What came out of an edge, the last time; NULL with an error. */
static struct tensor *value_at(struct dbg *d, const struct graph *g, struct edge e, struct err *err)
{
	int64_t ev = event_before_here(d, g, e.node, NULL);
	bool dropped = false;
	struct tensor *t;

	t = ev >= 0 ? dbg_event_out(d, (uint64_t)ev, (int)e.slot, &dropped) : NULL;
	if (!t)
		err_set(err, ERR_KIND_OP, ERR_FAILED_PRECONDITION,
			dropped ? "what the loop began with was dropped to save memory"
				: "what the loop began with is not there");
	return t;
}

static bool enter_input(struct build *b, const struct graph *g, const struct node *n,
			struct str *node, struct err *err)
{
	struct tensor *t = n->n_in ? value_at(b->d, g, n->in[0], err) : NULL;
	struct str wish = STR_INIT, of = STR_INIT;
	const char *from = NULL;

	str_add(&wish, n->name);
	str_addz(&wish, "_start");
	str_addf(&of, "what enters the loop at %.*s", SV_ARG(n->name));
	if (t)
		from = build_any(b, str_sv(&wish), t, str_z(&of), err);
	if (from)
		emit_input(node, from);
	for (size_t i = 0; from && i < b->first.n; i++)
		emit_input(node, b->first.p[i]);
	str_free(&wish);
	str_free(&of);
	return from != NULL;
}

/* An edge inside the loop: "name:slot", which a function's body writes otherwise. */
static void inner_input(struct str *node, const struct graph *g, struct edge e)
{
	struct str s = STR_INIT;

	if (e.slot == SLOT_CONTROL)
		str_addc(&s, '^');
	str_add(&s, graph_node_name(g, e.node));
	if (e.slot != SLOT_CONTROL && e.slot)
		str_addf(&s, ":%u", e.slot);
	emit_input(node, str_z(&s));
	str_free(&s);
}

static bool loop_node(struct build *b, const struct plan *p, const struct pnode *pn, uint32_t loop,
		      struct err *err)
{
	const struct node *n = pn->n;
	char *name = xsvdup(n->name), *op = xsvdup(n->op);
	struct str node = STR_INIT;
	bool ok = true;

	emit_node(&node, name, op);
	if (enters(p, pn, loop))
		ok = enter_input(b, p->g, n, &node, err);
	else
		for (uint32_t i = 0; i < n->n_in; i++)
			inner_input(&node, p->g, n->in[i]);
	for (uint32_t i = 0; ok && i < n->n_ctl; i++) {
		uint32_t at = n->ctl[i].node < p->g->n_nodes ? p->pos[n->ctl[i].node] : POS_NONE;

		if (at != POS_NONE && inside(p, p->node[at].out_region, loop))
			inner_input(&node, p->g, n->ctl[i]);
	}
	ok = ok && emit_attrs_of(&node, p->g, pn->node, err);
	build_library(b, n);
	build_node(b, &node);
	free(name);
	free(op);
	return ok;
}

static void loop_output(struct build *b, const struct node *n)
{
	char *name = xsvdup(n->name), *tensor = xasprintf("%s:0", name);
	enum dtype t = n->n_out ? n->out_type[0] : DT_INVALID;

	if (t != DT_INVALID && t != DT_RESOURCE && t != DT_VARIANT) {
		emit_info(&b->m.signature, 2, name, tensor, t, (struct shape){.rank = -1});
		vec_push(&b->r->out, ((struct repro_value){.key = xstrdup(name)}));
	}
	free(name);
	free(tensor);
}

static bool belongs(const struct plan *p, const struct pnode *n, uint32_t loop)
{
	return inside(p, n->region, loop) || inside(p, n->out_region, loop);
}

bool build_loop(struct build *b, struct err *err)
{
	const struct frame *f = exec_frame(b->d->x);
	const struct plan *p = f->p;
	bool ok = f->rg != 0 ||
		  err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
			  "it is control flow outside any loop: nothing can be run of it alone");

	for (uint32_t i = 0; ok && i < p->n; i++) /* names first: they stay as they are */
		if (belongs(p, &p->node[i], f->rg))
			build_name(b, p->node[i].n->name);
	for (uint32_t i = 0; ok && i < p->n; i++) {
		const struct pnode *n = &p->node[i];

		if (!belongs(p, n, f->rg))
			continue;
		ok = loop_node(b, p, n, f->rg, err);
		if (n->flags & PN_EXIT && n->region == f->rg)
			loop_output(b, n->n);
	}
	b->r->loop = true;
	return ok;
}
