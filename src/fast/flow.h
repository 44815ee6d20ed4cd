/*
 * TensorFlow 1's control flow becomes part of a program: a loop's frame a FK_WHILE, a branch nodes
 * that are left out where a value of theirs is not there. Ownership: a flow borrows its plan and
 * owns its tables; a scope borrows its flow and its program, and owns its ways.
 *
 *   flow    a plan: slots and nodes of all its frames
 *   scope   the program at hand: a plan's outermost frame, or a loop's condition or body
 *   way     where a value is alive: ways[0] all over the program, each further one branch 0 or 1 of
 * a predicate on the way that it is up from; two branches of one predicate lie side by side
 *
 * At run time a value is NULL where its way is not taken, if it is told (lval.told); constants, and
 * what only a control edge keeps from running, are not: FK_GUARD tells them.
 */
#ifndef FAST_FLOW_H
#define FAST_FLOW_H

#include "base/map.h"
#include "fast/inside.h"

enum { WAYS_DEEP = 64 };

#define WAY_DEAD UINT32_MAX /* known not to be taken, ever */

struct way {
	uint32_t up, depth;
	uint32_t pred; /* the predicate's value, as it is read */
	uint32_t branch;
	uint32_t guard;	 /* a value that is told; VAL_NONE: always there */
	uint32_t key[3]; /* the map's, of branch 0 */
};

struct lval {
	uint32_t val, way;
	bool told;
};

struct flow {
	const struct plan *p;
	struct lval **slot;	   /* by region, as many as its slots */
	uint32_t *way;		   /* by position: the way on which the node runs */
	uint8_t *done;		   /* by position: PUT_OPEN ... of the scope that is built */
	uint8_t *unit;		   /* by region: the same of the loop as a whole */
	uint8_t *asked;		   /* by region: the condition around it needs the loop */
	uint32_t *own, *own_at;	   /* positions of a region: own[own_at[r] .. own_at[r + 1]), its
				      Enters too */
	uint32_t *child, *sibling; /* of regions; 0: none */
	uint32_t *var; /* by position, of a loop's Enters and Merges: which variable; or VAL_NONE */
};

enum { PUT_NOT, PUT_OPEN, PUT_DONE };

struct scope {
	struct flow *f;
	struct build *b;
	uint32_t region;
	uint32_t loop_cond; /* position, in a loop */
	bool body;	    /* of a loop: what LoopCond says is true */
	VEC(struct way *) way;
	struct map ways;
	const uint32_t *args; /* region 0 */
	uint32_t n_args;
};

/* ---- ways.c ---- */

void scope_start(struct scope *s);
void scope_end(struct scope *s);
struct lval *scope_slot(struct scope *s, uint32_t slot);
/* *way becomes the inner one of both. */
bool way_join(struct scope *s, const struct pnode *pn, uint32_t *way, uint32_t other);
/* The way of a node by all its edges. */
bool way_of_node(struct scope *s, const struct pnode *pn, uint32_t *way);
/* A value that is NULL where way is not taken. */
uint32_t way_told(struct scope *s, const struct pnode *pn, struct lval v, uint32_t way);
/* Sees to it that one of n values is NULL where way is not taken; which one, or -1: nothing can
 * keep it from running. */
int way_guard(struct scope *s, const struct pnode *pn, const struct lval *v, uint32_t *val,
	      uint32_t n, uint32_t way);
bool flow_switch(struct scope *s, uint32_t pos);
bool flow_merge(struct scope *s, uint32_t pos);

/* Whether what is alive on this way may be missing. */
static inline bool way_guarded(const struct scope *s, uint32_t way)
{
	return s->way.p[way]->guard != VAL_NONE;
}

/* ---- flow.c ---- */

/* Brings out all that the nodes at roots need, and them. */
bool flow_put(struct scope *s, const uint32_t *root, uint32_t n);
/* Refuses a node that hands inputs on as what they are not. */
bool flow_types(struct scope *s, const struct pnode *pn);

/* ---- frames.c ---- */

/* Loop `region`, a child of the scope's, as one node. */
bool flow_loop(struct scope *s, uint32_t region);

#endif
