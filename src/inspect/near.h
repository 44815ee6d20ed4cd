/*
 * How one weight became another: the same, rounded, scaled, permuted, changed in part, with noise, or
 * nothing alike. Borrows both tensors.
 */
#ifndef INSPECT_NEAR_H
#define INSPECT_NEAR_H

#include "base/str.h"
#include "tensor/tensor.h"

enum near_kind {
	NEAR_SAME,
	NEAR_ROUNDED,	/* every element rounded to fewer bits, or to levels */
	NEAR_SCALED,	/* by one factor, or one a channel */
	NEAR_PERMUTED,	/* transposed, or rows or channels in another order */
	NEAR_PARTLY,	/* some elements */
	NEAR_GROWN,	/* rows added or cut off */
	NEAR_NOISE,	/* every element a little */
	NEAR_UNRELATED,
	NEAR_UNKNOWN,	/* could not be read */
	NEAR_KINDS,
};

struct near {
	enum near_kind kind;
	int64_t n_differ; /* elements; of tensors of the same shape */
	double most;	  /* largest difference */
	double noise;	  /* root mean square of the difference by that of A */
	double factor;	  /* NEAR_SCALED by one */
	struct str text;  /* "rounded to half" */
};

const char *near_name(enum near_kind k); /* "rounded" */
void near_tensors(struct near *n, const struct tensor *a, const struct tensor *b);
void near_free(struct near *n);

#endif
