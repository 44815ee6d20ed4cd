/*
 * A tape: what a run did, for finding causes afterwards. Each node that ran is an event; each tensor is a
 * value, known by its address, made by the event that put it out first (so that Identity, calls, switches and
 * loop variables, which hand a tensor on, are never taken for its maker). Ownership: tape_new gives, tape_free
 * takes; the tape holds a reference to every tensor it knows, so that no address is used twice and nothing is
 * written in place. Borrows the model.
 *
 *   event[] --in--> value ids        value[] --maker--> event
 *           --out-> value ids
 */
#ifndef DEBUG_TAPE_H
#define DEBUG_TAPE_H

#include "base/vec.h"
#include "exec/exec.h"

#define TAPE_NONE UINT32_MAX

enum {
	TV_NAN = 1 << 0, TV_PINF = 1 << 1, TV_NINF = 1 << 2,
	TV_INF = TV_PINF | TV_NINF,
	TV_BAD = TV_NAN | TV_INF,
};

struct tape_value {
	struct tensor *t;
	uint32_t maker;		/* event */
	uint32_t slot;
	uint8_t bad;		/* TV_*: what its elements hold */
};

struct tape_event {
	const struct graph *g;
	const struct node *n;
	const char *path;
	const char *iter;	/* "" or "@3.1" */
	uint32_t n_in, n_out;
	uint32_t *in, *out;	/* values; TAPE_NONE: dead */
	bool call;		/* its outputs were made by nodes of a function's body */
};

struct tape;

struct tape *tape_new(void);
void tape_free(struct tape *t);
/* At EV_RAN or EV_FAILED (then without outputs): notes the node at hand. Gives its event's number. */
uint32_t tape_add(struct tape *t, const struct exec *x, const struct exec_event *ev);

uint32_t tape_n(const struct tape *t);
const struct tape_event *tape_event(const struct tape *t, uint32_t i);
const struct tape_value *tape_value(const struct tape *t, uint32_t v);
/* The value that a tensor is, or TAPE_NONE. */
uint32_t tape_find(const struct tape *t, const struct tensor *x);
/* The event that made value v, or NULL. */
const struct tape_event *tape_maker(const struct tape *t, uint32_t v);
/* Op names: is it one of the NULL-ended list? */
bool op_is_one(const struct tape_event *e, const char *const *names);

#endif
