/*
 * Lays a sorted plan out: the regions of V1 loops, numbers for value slots and counters, readers.
 * See plan.h for the shape of the result.
 */
#include "exec/plan.h"

#include <stdlib.h>

bool plan_bad_output(struct sv who, struct sv src, uint32_t slot, uint32_t n, struct err *err)
{
	err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT,
		"%.*s has %u outputs, but output %u of it is asked for", SV_ARG(src), n, slot);
	return err_at(err, "node %.*s", SV_ARG(who));
}

/* ---- regions ---- */

static uint32_t child_region(struct plan *p, uint32_t parent, struct sv name)
{
	for (uint32_t r = 1; r < p->n_regions; r++)
		if (p->region[r].parent == parent && sv_eq(p->region[r].name, name))
			return r;
	p->region[p->n_regions] = (struct region){
		.parent = parent, .depth = p->region[parent].depth + 1, .name = name,
	};
	return p->n_regions++;
}

static bool other_frame(const struct pnode *pn, struct err *err)
{
	err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT, "{{node %.*s}} has inputs from different frames",
		SV_ARG(pn->n->name));
	return err_at(err, "node %.*s", SV_ARG(pn->n->name));
}

static bool region_of_inputs(struct plan *p, uint32_t at, struct err *err)
{
	struct pnode *pn = &p->node[at];
	bool known = false;

	for (uint32_t k = 0; k < pnode_n_edges(pn); k++) {
		uint32_t src = p->pos[pnode_edge(pn, k)];

		if (src >= at)	/* only the edge back from NextIteration */
			continue;
		if (known && p->node[src].out_region != pn->region)
			return other_frame(pn, err);
		pn->region = p->node[src].out_region;
		known = true;
	}
	return true;
}

static bool find_regions(struct plan *p, struct err *err)
{
	uint32_t n_enter = 0;

	for (uint32_t i = 0; i < p->n; i++)
		n_enter += (p->node[i].flags & PN_ENTER) != 0;
	p->region = arena_array(p->arena, (size_t)n_enter + 1, sizeof(*p->region));
	p->n_regions = 1;
	for (uint32_t i = 0; i < p->n; i++) {
		struct pnode *pn = &p->node[i];
		struct sv name = SV_NULL;

		if (!region_of_inputs(p, i, err))
			return false;
		pn->out_region = pn->region;
		if (pn->flags & PN_ENTER) {
			node_attr_str(pn->n, "frame_name", &name);
			pn->out_region = child_region(p, pn->region, name);
			p->region[pn->out_region].n_enter++;
		} else if (pn->flags & PN_EXIT) {
			if (pn->region == 0) {
				err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT,
					"an Exit outside of any loop");
				return err_at(err, "node %.*s", SV_ARG(pn->n->name));
			}
			p->region[pn->region].n_exit++;
			pn->out_region = p->region[pn->region].parent;
		}
	}
	return true;
}

/* ---- slots, readers, counters ---- */

enum { MAX_SLOTS = 1 << 28 };	/* nodes that claim more outputs than this are damage */

static bool number_slots(struct plan *p, struct err *err)
{
	for (uint32_t i = 0; i < p->n; i++) {
		struct pnode *pn = &p->node[i];

		pn->local = p->region[pn->region].n_local++;
		pn->slot = p->region[pn->out_region].n_slots;
		if (pn->n_out > MAX_SLOTS - pn->slot) {
			err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT,
				"%u outputs are too many", pn->n_out);
			return err_at(err, "node %.*s", SV_ARG(pn->n->name));
		}
		p->region[pn->out_region].n_slots += pn->n_out;
	}
	for (uint32_t r = 0; r < p->n_regions; r++) {
		struct region *rg = &p->region[r];

		rg->uses0 = arena_array(p->arena, (size_t)rg->n_slots + 1, sizeof(*rg->uses0));
		rg->cnt0 = arena_array(p->arena, (size_t)rg->n_local + 1, sizeof(*rg->cnt0));
		rg->cnt_next = r ? arena_array(p->arena, (size_t)rg->n_local + 1,
					       sizeof(*rg->cnt_next)) : NULL;
		rg->exit = arena_array(p->arena, (size_t)rg->n_exit + 1, sizeof(*rg->exit));
		rg->n_exit = 0;
	}
	for (uint32_t i = 0; i < p->n; i++)
		if (p->node[i].flags & PN_EXIT) {
			struct region *rg = &p->region[p->node[i].region];

			rg->exit[rg->n_exit++] = i;
		}
	return true;
}

static bool link_inputs(struct plan *p, uint32_t at, struct err *err)
{
	struct pnode *pn = &p->node[at];
	struct pin *in;

	if (pn->flags & PN_GIVEN)
		return true;
	in = arena_array(p->arena, (size_t)pn->n_in + 1, sizeof(*in));
	for (uint32_t k = 0; k < pn->n_in; k++) {
		uint32_t src = p->pos[pn->n->in[k].node], slot = pn->n->in[k].slot;

		if (slot >= p->node[src].n_out)
			return plan_bad_output(pn->n->name, p->node[src].n->name, slot,
					       p->node[src].n_out, err);
		if (p->node[src].out_region != pn->region)	/* from a NextIteration elsewhere */
			return other_frame(pn, err);
		in[k] = (struct pin){ src, p->node[src].slot + slot };
		p->region[pn->region].uses0[in[k].slot]++;
		p->node[src].n_cons++;
	}
	for (uint32_t k = 0; k < pn->n->n_ctl; k++)
		p->node[p->pos[pn->n->ctl[k].node]].n_cons++;
	pn->in = in;
	return true;
}

static void fill_readers(struct plan *p)
{
	uint32_t *filled = xcalloc((size_t)p->n + 1, sizeof(*filled));

	for (uint32_t i = 0; i < p->n; i++)
		p->node[i].cons = arena_array(p->arena, (size_t)p->node[i].n_cons + 1,
					      sizeof(*p->node[i].cons));
	for (uint32_t i = 0; i < p->n; i++)
		for (uint32_t k = 0; k < pnode_n_edges(&p->node[i]); k++) {
			const struct node *n = p->node[i].n;
			bool data = k < n->n_in;
			uint32_t src = p->pos[pnode_edge(&p->node[i], k)];
			struct pcons *c = (struct pcons *)p->node[src].cons + filled[src]++;

			*c = (struct pcons){ i, data ? k : SLOT_CONTROL,
					     data ? n->in[k].slot : SLOT_CONTROL };
		}
	free(filled);
}

/* At the first iteration nothing comes from NextIteration, later nothing from Enter: for a Merge
 * these count as dead from the start. */
static void fill_counters(struct plan *p)
{
	for (uint32_t i = 0; i < p->n; i++) {
		struct pnode *pn = &p->node[i];
		struct region *rg = &p->region[pn->region];
		struct pcount *c = &rg->cnt0[pn->local];
		uint32_t from_next = 0;

		if (pn->flags & PN_GIVEN)
			continue;
		for (uint32_t k = 0; k < pn->n_in; k++)
			from_next += (p->node[pn->in[k].pos].flags & PN_NEXT) != 0;
		c->pending = pn->flags & PN_MERGE ? pn->n->n_ctl : pnode_n_edges(pn);
		c->dead = pn->flags & PN_MERGE ? from_next : 0;
		if (rg->cnt_next) {
			rg->cnt_next[pn->local] = *c;
			if ((pn->flags & PN_MERGE) && from_next > 0)
				rg->cnt_next[pn->local].dead = pn->n_in - from_next;
		}
	}
}

bool plan_layout(struct plan *p, struct err *err)
{
	if (!find_regions(p, err) || !number_slots(p, err))
		return false;
	for (uint32_t i = 0; i < p->n; i++)
		if (!link_inputs(p, i, err))
			return false;
	fill_readers(p);
	fill_counters(p);
	return true;
}
