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
	uint8_t put;		/* TV_*: what it put into a resource, and what was put there before */
	uint32_t n_after;
	uint32_t *after;	/* events that wrote what this one finds in its resources */
};

struct tape;

struct tape *tape_new(void);
void tape_free(struct tape *t);
/* At EV_RAN or EV_FAILED (then without outputs): notes the node at hand. Gives its event's number. */
uint32_t tape_add(struct tape *t, const struct exec *x, const struct exec_event *ev);

/* The event that was added last ran as this node, which outlives the tape. */
void tape_as(struct tape *t, const struct node *n);
/* The event that was added last made nothing of its inputs: its outputs were put there. */
void tape_given(struct tape *t);

/* At EV_WROTE: the node that was added last wrote its resources. */
void tape_wrote(struct tape *t);

uint32_t tape_n(const struct tape *t);
const struct tape_event *tape_event(const struct tape *t, uint32_t i);
const struct tape_value *tape_value(const struct tape *t, uint32_t v);
/* The value that a tensor is, or TAPE_NONE. */
uint32_t tape_find(const struct tape *t, const struct tensor *x);
/* The event that made value v, or NULL. */
const struct tape_event *tape_maker(const struct tape *t, uint32_t v);
/* What stands behind an event: the makers of its inputs, then who wrote what it reads. TAPE_NONE: nobody. */
uint32_t tape_n_behind(const struct tape_event *e);
uint32_t tape_behind(const struct tape *t, const struct tape_event *e, uint32_t i);
/* Marks each event that value v needs, itself too; not through inputs that cut says no to (it may be NULL). */
typedef bool (*tape_cut_fn)(void *ctx, const struct tape_event *e, uint32_t input);
void tape_mark(const struct tape *t, uint32_t v, uint8_t *seen, tape_cut_fn cut, void *ctx);
/* Op names: is it one of the NULL-ended list? */
bool op_is_one(const struct tape_event *e, const char *const *names);

#endif
