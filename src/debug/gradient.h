/*
 * A run's tape, and gradients over it. Ownership: dbg_tape fills what taped_free empties; gradient_new gives,
 * gradient_free takes; tensors handed out are borrowed. The tape must outlive its gradient.
 *
 * The run is replayed from its beginning with what it recorded, so that edits, random numbers and resources are
 * as they were; a call, a loop, a branch, an Identity hands its tensor on and leaves no trace but that. What the
 * tape shows as a value's maker is therefore the node that computed it, whatever it passed through. Two things
 * get tensors of their own though they only hand on: what is read of a variable and what StopGradient puts out,
 * so that a gradient ends there.
 */
#ifndef DEBUG_GRADIENT_H
#define DEBUG_GRADIENT_H

#include "debug/debug.h"
#include "debug/tape.h"
#include "grad/grad.h"

struct taped {
	struct tape *tape;		/* its events have the history's numbers */
	uint32_t n_in, n_out;
	uint32_t *in, *out;		/* values: of the signature's inputs and outputs; TAPE_NONE: not there */
	struct dbg *d;			/* borrowed */
};
/* Everything up to the current position; that stays. */
bool dbg_tape(struct dbg *d, struct taped *t, struct err *err);
void taped_free(struct taped *t);
/* At EV_RAN of a run that somebody else steps: what hands on gets tensors of its own, then onto the tape. */
void taped_add(struct tape *t, struct exec *x, const struct exec_event *ev);

/* The variables' values as they stand after the last run, which the next one begins with; the run is over then.
 * Each value is ref'd. dbg_variables_reset: as they were loaded. */
bool dbg_variables_put(struct dbg *d, struct object *const *variable, struct tensor *const *value, uint32_t n,
		       struct err *err);
bool dbg_variables_reset(struct dbg *d, struct err *err);
/* A variable's name; one that was given none ("Variable_2") goes by its place in the object graph; "": no variable. */
const char *taped_variable(const struct taped *t, const struct object *o);
struct tensor *var_object_value(const struct object *o);	/* borrowed; NULL: none */

/* An event's node, inputs and outputs (NULL: dead). The arrays are the arena's. */
void tape_event_op(const struct tape *t, const struct tape_event *e, struct vjp *v, struct arena *a);
/* Element i of a list, or of a TensorArray as of event `before`: the value, and which row of it (-1: all). */
bool tape_item(const struct tape *t, uint32_t list, uint32_t before, int64_t i, uint32_t *value, int64_t *row);
/* The resource that a value is the handle of, or whose reference it is (V1); NULL. */
struct object *tape_resource(const struct tape *t, uint32_t value);

struct gradient_seed {
	uint32_t value;
	struct tensor *g;		/* borrowed; of the value's shape */
};

struct gradient_want {
	const uint32_t *value;
	uint32_t n_values;
	struct object *const *resource;
	uint32_t n_resources;
	bool all_variables;
};

/* A node where a gradient came to that it could not pass. */
struct gradient_end {
	uint32_t event;
	const char *why;
};

struct gradient;
struct gradient *gradient_new(const struct tape *t, const struct gradient_seed *seed, uint32_t n,
			      const struct gradient_want *w, struct err *err);
void gradient_free(struct gradient *g);
struct tensor *gradient_by_value(const struct gradient *g, uint32_t value);	/* NULL: none */
struct tensor *gradient_by_resource(const struct gradient *g, const struct object *o);
/* The variables that were read, in the order in which they were first. */
uint32_t gradient_n_variables(const struct gradient *g);
struct object *gradient_variable(const struct gradient *g, uint32_t i);
uint32_t gradient_n_ends(const struct gradient *g);
struct gradient_end gradient_end_at(const struct gradient *g, uint32_t i);
/* Why there is none by this value (or resource): the first node on a way between it and the seeds that no
 * gradient passes, or TAPE_NONE: there is no way. */
uint32_t gradient_barrier(const struct gradient *g, uint32_t value, const struct object *o);

#endif
