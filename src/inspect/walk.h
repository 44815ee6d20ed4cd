/*
 * The edges of a model as one graph: from node to node, through calls, branches and loops, each call with a
 * frame of its own, so that what goes in at one call does not come out of another. Ownership: walk_new gives,
 * walk_free takes; frames live as long as their walk, spots are plain values.
 *
 *	producer --> call, input i --> argument i --> ... --> returned node --> call, output k --> consumer
 */
#ifndef INSPECT_WALK_H
#define INSPECT_WALK_H

#include "base/str.h"
#include "base/vec.h"
#include "inspect/calls.h"
#include "model/model.h"

struct walk;

/* A graph seen from outside every call (up == NULL), or a function's body in one call. */
struct walk_frame {
	const struct graph *g;
	const struct walk_frame *up;
	uint32_t node;			/* the call, in up->g */
	uint32_t which;			/* of the call's functions */
	const char *role;
	uint32_t id;			/* 0, 1, 2 ... in the order they were met */
	int depth;
};

enum {
	PORT_NODE = 0,			/* the node as a whole */
	PORT_MAX = 1 << 24,
};
#define PORT_IN(i) (2u + 2u * (i))	/* of a node that calls: its input i */
#define PORT_OUT(k) (1u + 2u * (k))	/* its output k */

struct spot {
	const struct walk_frame *fr;
	uint32_t node;
	uint32_t port;
};

/* How one gets from a spot to its neighbour. */
struct hop {
	struct spot to;
	bool control;
};
typedef VEC(struct hop) hops_t;

struct walk_opts {
	bool control;			/* control edges too */
	uint32_t max_frames;		/* 0: a million */
};

struct walk *walk_new(const struct metagraph *mg, const struct walk_opts *o);
void walk_free(struct walk *w);		/* NULL is fine */
/* The graph of the MetaGraph or of a function, as if nobody had called it: from there one comes to every caller. */
const struct walk_frame *walk_base(struct walk *w, const struct graph *g);
uint32_t walk_n_frames(const struct walk *w);
const struct walk_frame *walk_frame(const struct walk *w, uint32_t id);
/* Output `slot` of a node, as a spot. */
struct spot walk_output(struct walk *w, const struct walk_frame *fr, uint32_t node, uint32_t slot);
/* What it takes; who takes it. Appends. */
void walk_sources(struct walk *w, struct spot s, hops_t *out);
void walk_takers(struct walk *w, struct spot s, hops_t *out);
/* A limit was reached, so that not all was seen. */
bool walk_limited(const struct walk *w);
/* "call/body/name" with what it stands in, escaped; of a function seen alone "function/name". */
void walk_path(struct str *out, const struct walk_frame *fr, struct sv name);
void spot_path(struct str *out, struct spot s);

#endif
