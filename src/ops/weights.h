/*
 * Picking numbers by weight, as TensorFlow's samplers do: a table of two choices each (weights that
 * stay), and a tree of sums (weights that are counted up). Ownership: an alias table is its
 * holder's, who calls alias_free; a tree lies in the caller's array.
 */
#ifndef OPS_WEIGHTS_H
#define OPS_WEIGHTS_H

#include "ops/random.h"

struct alias {
	int n;
	float *prob;
	int32_t *other;
};

/* n > 0 weights; false with an error when there is no memory. */
bool alias_make(struct alias *a, const float *weight, int n, struct err *err);
void alias_free(struct alias *a);
int alias_sample(const struct alias *a, struct philox1 *s);

/* A tree of n leaves, 0 < n < INT32_MAX: `leaves` (a power of two) of them in an array of twice as
 * many; [1] is the sum of all, [leaves + i] the weight of i. */
int64_t sums_leaves(int64_t n);
void sums_ones(int32_t *tree, int64_t leaves, int64_t n);
void sums_add(int32_t *tree, int64_t leaves, int64_t i);
/* -1 when all weights are zero. */
int64_t sums_pick(const int32_t *tree, int64_t leaves, struct philox1 *s);

#endif
