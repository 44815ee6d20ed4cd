/*
 * Plans: which nodes of a graph a run needs, in which order, with their kernels prepared; made once
 * per function (and per set of fetches and feeds of a root graph), kept by the session. Ownership:
 * plan_new gives, plan_free takes; a plan borrows from its model and is immutable once made.
 *
 *   node[]    in plan order: topological, ties by graph order (V1 loops: the edge from
 *             NextIteration to Merge is left out)
 *   region[]  0 is the graph itself, each further one the body of a V1 loop; a node runs in one
 *             region and puts its outputs into one (another one only for Enter and Exit)
 *   uses0[]   for each value slot of a region how many will read it
 *   cnt0[]    what each node of a region waits for
 */
#ifndef EXEC_PLAN_H
#define EXEC_PLAN_H

#include "base/mem.h"
#include "exec/exec.h"
#include "model/callees.h"
#include "ops/op.h"

#define POS_NONE UINT32_MAX

enum {
	PN_MERGE = 1 << 0,
	PN_SWITCH = 1 << 1,	/* may leave outputs dead */
	PN_ENTER = 1 << 2,
	PN_INVARIANT = 1 << 3,	/* an Enter whose value every iteration sees */
	PN_EXIT = 1 << 4,
	PN_NEXT = 1 << 5,
	PN_GIVEN = 1 << 6,	/* never runs: its outputs are feeds or the function's argument */
	PN_PARTLY_FED = 1 << 7,	/* runs, then some outputs are replaced by feeds */
	PN_MISSING = 1 << 8,	/* no kernel for this op, or not for these types */
};

struct pcons {
	uint32_t pos;		/* who takes it */
	uint32_t input;		/* or SLOT_CONTROL */
	uint32_t slot;		/* which output, or SLOT_CONTROL */
};

struct pin {
	uint32_t pos;
	uint32_t slot;		/* index in the value slots of the region where the node runs */
};

struct pnode {
	const struct node *n;
	const struct op_row *row;
	void *state;
	uint32_t node;			/* index in the graph */
	uint32_t flags;
	uint32_t region, out_region;
	uint32_t local;			/* index in its region's counters */
	uint32_t slot;			/* its first output, in out_region's slots */
	uint32_t n_in, n_out;
	const struct pin *in;
	uint32_t n_cons;
	const struct pcons *cons;
	int32_t arg;			/* index of the function's argument, or -1 */
	const char *why;		/* PN_MISSING: what there is no kernel for, or what is wrong with the node */
	enum err_kind why_kind;
	enum err_code why_code;
};

struct pcount {
	uint32_t pending;		/* edges to come (Merge: control edges) */
	uint32_t dead;			/* Merge: dead data inputs; else > 0: something is dead */
	uint8_t live;			/* Merge: an input is there */
	uint8_t queued;
	uint8_t done;
};

struct region {
	uint32_t parent, depth;
	struct sv name;			/* frame_name of its Enter nodes */
	uint32_t n_local, n_slots;
	uint32_t n_enter;		/* Enter nodes that lead in */
	uint32_t *uses0;
	struct pcount *cnt0, *cnt_next;	/* for the first, and for later iterations */
	uint32_t *exit;			/* positions of its Exit nodes */
	uint32_t n_exit;
};

/* Where a result comes from: a slot of region 0. */
struct psource {
	uint32_t pos;
	uint32_t slot;
};

struct pfeed {
	struct edge at;
	uint32_t pos;			/* POS_NONE: nothing that runs needs it */
};

struct plan {
	struct arena *arena;
	const struct graph *g;
	uint32_t n;
	struct pnode *node;
	uint32_t *order;		/* graph indices in plan order */
	uint32_t *pos;			/* graph index -> position, or POS_NONE */
	uint32_t n_regions;
	struct region *region;
	struct psource *fetch;
	size_t n_fetches;
	struct pfeed *feed;
	size_t n_feeds;
	const struct edge *want;	/* the request, to find a kept plan again */
	const uint32_t *target;
	size_t n_targets;
	struct plan *next;		/* the session's list */
};

struct plan_want {
	const struct graph *graph;
	const struct edge *fetches;
	size_t n_fetches;
	const uint32_t *targets;
	size_t n_targets;
	const struct exec_feed *feeds;	/* values are not looked at */
	size_t n_feeds;
	bool body;			/* a function's frame: all arguments are given */
	bool lenient;			/* a node whose attributes its op refuses fails when it runs, not here */
};

struct plan *plan_new(const struct plan_want *w, struct err *err);
void plan_free(struct plan *p);
/* Is p the plan for w? */
bool plan_fits(const struct plan *p, const struct plan_want *w);

/* For a plan whose nodes are in order: everything else (layout.c). */
bool plan_layout(struct plan *p, struct err *err);
bool plan_bad_output(struct sv who, struct sv src, uint32_t slot, uint32_t n, struct err *err);

/* Edges into a node, data first; k-th edge's source in the graph. */
static inline uint32_t pnode_n_edges(const struct pnode *pn)
{
	return pn->flags & PN_GIVEN ? 0 : pn->n->n_in + pn->n->n_ctl;
}

static inline uint32_t pnode_edge(const struct pnode *pn, uint32_t k)
{
	return k < pn->n->n_in ? pn->n->in[k].node : pn->n->ctl[k - pn->n->n_in].node;
}

#endif
