/*
 * TensorArrays: persistent vectors with the rules of TensorFlow's: an element is written once, read once
 * (when reading clears it). Ownership: handles and the session's table hold the array; it owns its elements.
 */
#ifndef OPS_TENSORARRAY_H
#define OPS_TENSORARRAY_H

#include "ops/stepres.h"
#include "ops/tensorlist.h"

/* What a snapshot holds. */
struct ta_state {
	struct plist value;		/* NULL: not written, or cleared */
	struct plist read;		/* something where an element was read */
	bool closed, dynamic, summed;
	int rank;
	int64_t dim[SHAPE_MAX_RANK];	/* of the elements, as far as known; rank -1: unknown */
};

struct ta {
	struct resource r;
	char *shown;			/* its name in error texts */
	enum dtype dtype;
	bool sums, same_shape, clears;
	struct ta_state s;
};

extern const struct resource_class ta_class;

struct ta *ta_in(struct op_ctx *c);		/* input 0, not closed */
bool ta_write(struct op_ctx *c, struct ta *a, int64_t i, struct tensor *t);
struct tensor *ta_read(struct op_ctx *c, struct ta *a, int64_t i);	/* borrowed; NULL with an error */
bool ta_type(struct op_ctx *c, const struct ta *a, enum dtype t, bool writes);
bool ta_merge_shape(struct op_ctx *c, struct ta *a, struct shape s);
/* Calls the world: a was changed. */
void ta_changed(struct op_ctx *c, struct ta *a);

#endif
