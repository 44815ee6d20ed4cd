/*
 * The node stepper: what a signature's fetches need of the graph, in a topological order, and going on to any node
 * of it by a run of its own, fed from what earlier ones left: values injected, values continued to (handles), what
 * else was made on the way (intermediates), the signature's inputs. Ownership: stepper_new gives, stepper_free
 * takes and puts the variables back; a stepper borrows its debugger, whose run is given up; tensors handed out are
 * borrowed unless said otherwise, those handed in are ref'd.
 */
#ifndef DEBUG_STEPPER_H
#define DEBUG_STEPPER_H

#include "debug/debug.h"

struct stepper;

/* With the inputs and the signature that d has; its variables are as the next run would find them. */
struct stepper *stepper_new(struct dbg *d, struct err *err);
void stepper_free(struct stepper *s);	/* NULL is fine */

/* ---- the closure, in order ---- */

enum {
	STEP_PLACEHOLDER = 1 << 0, STEP_UNFEEDABLE = 1 << 1, STEP_HANDLE = 1 << 2, STEP_INTERMEDIATE = 1 << 3,
	STEP_OVERRIDE = 1 << 4, STEP_DIRTY = 1 << 5,
};

uint32_t stepper_n(const struct stepper *s);
struct sv stepper_name(const struct stepper *s, uint32_t i);
unsigned stepper_status(const struct stepper *s, uint32_t i);
uint32_t stepper_next(const struct stepper *s);	/* the one that a step goes to; stepper_n: the end */
/* The place of the node that "NODE" or "NODE:0" names; false: it is not in the closure. */
bool stepper_find(const struct stepper *s, struct sv name, uint32_t *i);
/* How many outputs of a node the closure uses; *slot: the first of them. */
uint32_t stepper_outputs(const struct stepper *s, uint32_t i, uint32_t *slot);
bool stepper_uses(const struct stepper *s, uint32_t i, uint32_t slot);

/* ---- values ---- */

enum stepper_from { FROM_NOWHERE, FROM_CLIENT, FROM_HANDLE, FROM_OVERRIDE, FROM_INTERMEDIATE };

/* What the stepper has of an output: an input, else what was injected, continued to, or made on the way. */
struct tensor *stepper_value(const struct stepper *s, uint32_t i, uint32_t slot, enum stepper_from *from);
/* Puts t in its place from now on, and forgets what was made of it. */
void stepper_inject(struct stepper *s, uint32_t i, uint32_t slot, struct tensor *t);

/* ---- going on ---- */

struct stepper_feed {
	uint32_t at, slot;
	enum stepper_from from;
};

struct stepper_went {
	struct tensor *value;		/* NULL: the target is an operation */
	const struct stepper_feed *feed;
	size_t n_feeds;
	const uint32_t *updated;	/* variables that may have been written, by name */
	size_t n_updated;
	uint64_t ran;			/* nodes */
};

/* Goes on to a node, or to its output (slot; SLOT_CONTROL: the node). restore: variables that are dirty get what
 * they had at first, before they are read; invalidate: afterwards nothing is kept that was made of variables this
 * has written. went is valid until the next call. false with an error when a node on the way failed. */
bool stepper_cont(struct stepper *s, uint32_t i, uint32_t slot, bool invalidate, bool restore,
		  struct stepper_went *went, struct err *err);

#endif
