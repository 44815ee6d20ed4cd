/*
 * What the stepper's files share: the closure as arrays. Ownership: the stepper owns everything here.
 *
 *   order[]   nodes of the closure, topologically sorted; a node's place in it is what names it here
 *   out[]     every output of every node; node i's begin at first[i]
 */
#ifndef DEBUG_STEPPER_INSIDE_H
#define DEBUG_STEPPER_INSIDE_H

#include "debug/inside.h"
#include "debug/stepper.h"

struct step_out {
	bool used;			/* the closure takes it */
	bool ref;			/* a reference to a variable, or a resource: never kept, never fed */
	struct tensor *client, *handle, *override, *dump;
};

struct step_node {
	const struct node *n;
	bool done;			/* continued to */
	bool looped;			/* in a loop: it has no one value to feed */
	bool variable;
	bool dirty, cached;
	struct tensor *old;		/* cached: what the variable had at first; NULL: nothing */
};

struct stepper {
	struct dbg *d;
	const struct graph *g;
	uint32_t n, next;
	uint32_t *order, *first, *place;	/* place: by node of the graph; NODE_NONE */
	struct step_node *node;
	struct step_out *out;
	VEC(struct edge) fetch;
	VEC(struct stepper_feed) feed;		/* of the last continue */
	VEC(uint32_t) updated;
	struct tensor *value;			/* of the last continue */
};

static inline struct step_out *step_out_at(const struct stepper *s, uint32_t i, uint32_t slot)
{
	return &s->out[s->first[i] + slot];
}

/* May a value be put in its place? */
static inline bool step_feedable(const struct stepper *s, uint32_t i, uint32_t slot)
{
	return !step_out_at(s, i, slot)->ref && !s->node[i].looped;
}

/* The name that the session knows a variable by. */
struct sv step_variable_name(const struct stepper *s, uint32_t i);
void step_next_find(struct stepper *s);
/* Forgets what was made of output slot of node i; SLOT_CONTROL: of the node. */
void step_invalidate(struct stepper *s, uint32_t i, uint32_t slot);

#endif
