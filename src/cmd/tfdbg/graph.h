/*
 * The nodes that a run's fetches reach, calls opened: who takes from whom, through the doors of plain calls.
 * Ownership: tf_graph makes it when first asked for, tf_graph_free takes; it borrows the model.
 *
 *   x -> call/arg -> call/mul -> call -> y	   what the call hands on comes from its body
 */
#ifndef CMD_TFDBG_GRAPH_H
#define CMD_TFDBG_GRAPH_H

#include "base/map.h"
#include "cmd/tfdbg/tfdbg.h"

struct tf_edge {
	uint32_t node, slot;	/* SLOT_CONTROL: a control edge */
};

struct tf_node {
	const char *path;
	const struct graph *g;
	uint32_t node;
	uint32_t in, n_in, n_ctl;	/* edges that the node has itself: data, then control */
	uint32_t through, n_through;	/* of a call whose body is known: what the body hands out */
	uint32_t out, n_out, out_ctl, n_out_ctl;	/* who takes from it: data, then control */
	uint32_t body;			/* frame of a plain call's body, or UINT32_MAX */
};

struct tf_graph {
	struct arena *arena;
	VEC(struct tf_node) node;
	VEC(struct tf_edge) edge, out;
	struct map by_path;
	bool cut;			/* too large: not all calls are opened */
};

struct tf_graph *tf_graph(struct tfdbg *t, struct err *err);
void tf_graph_free(struct tf_graph *g);
/* A node by its path, or by an end of it that only one has; "node:0" means the node too. UINT32_MAX: there is none. */
uint32_t tf_graph_find(const struct tf_graph *g, const char *name);
/* What a node takes: data edges, with ctl the control edges behind them (sorted by name); n of them. Of a call whose
 * body is known: what its outputs come from, or (slot other than SLOT_CONTROL) that output. */
const struct tf_edge *tf_graph_in(const struct tf_graph *g, uint32_t i, uint32_t slot, bool ctl, uint32_t *n);
const struct tf_edge *tf_graph_out(const struct tf_graph *g, uint32_t i, bool ctl, uint32_t *n);
static inline struct sv tf_graph_op(const struct tf_graph *g, uint32_t i)
{
	return graph_node_op(g->node.p[i].g, g->node.p[i].node);
}

#endif
