/*
 * Statistics of a tensor that comes in blocks: a summary that costs one pass and little memory, whatever
 * the tensor's size. Ownership: gather_init fills, gather_end or gather_free frees what it holds; blocks
 * are borrowed. A struct summary holds nothing.
 */
#ifndef TENSOR_GATHER_H
#define TENSOR_GATHER_H

#include "tensor/spread.h"

enum { SUMMARY_BINS = 16 };

struct summary {
	struct stats stats;
	int64_t unique;			/* different values; -1: not counted */
	bool unique_many;		/* more than that */
	struct histogram hist;		/* of the sample when stats.sampled */
	bool strings;			/* the lengths mean something */
	int64_t n_empty;
	size_t shortest, longest;
};

struct gather {
	struct summary sum;
	struct spread spread;
};

void gather_init(struct gather *g, enum dtype t, int64_t total);
/* index: the whole tensor's flat index of element i of the block. */
void gather_add(struct gather *g, const struct tensor *block, int64_t (*index)(void *ctx, int64_t i), void *ctx);
void gather_end(struct gather *g, struct summary *out);		/* frees */
void gather_free(struct gather *g);
/* A tensor that is there as a whole. */
void summary_of(const struct tensor *t, struct summary *out);

#endif
