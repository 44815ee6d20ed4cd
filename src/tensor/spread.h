/*
 * How values lie: quantiles, distinct values, a histogram, of values that come in blocks. Keeps all of
 * them up to a million, of more an even sample; the distinct ones are counted of all as long as they are
 * few. Ownership: whoever declares a struct spread frees it with spread_free; tensors are borrowed.
 */
#ifndef TENSOR_SPREAD_H
#define TENSOR_SPREAD_H

#include "tensor/stats.h"

enum { SPREAD_FEW = 1 << 16 };		/* distinct values told apart when there are over a million */

struct spread {
	enum dtype dtype;
	int64_t step, seen;		/* every step-th value is kept */
	uint64_t *key;			/* ordered as the values are; NaN last */
	size_t n, cap;
	uint64_t *set;			/* the distinct keys of a big tensor, hashed; 0: free */
	size_t n_set;
	bool zero, many;		/* is key 0 among them; were there over SPREAD_FEW? */
};

void spread_init(struct spread *s, enum dtype t, int64_t total);
void spread_free(struct spread *s);
void spread_add(struct spread *s, const struct tensor *block);
void spread_end(struct spread *s);	/* after the last block, before what follows */
/* Of the finite values, by rank (nearest, rounding half up), at 1, 5, 25, 50, 75, 95, 99 %. */
void spread_quantiles(const struct spread *s, double q[7]);
/* How many different values, all NaN one, as numpy.unique counts them; *many: more than that. -1: not counted. */
int64_t spread_unique(const struct spread *s, bool *many);
/* Of what was kept; lo and hi: the least and the largest finite value. */
void spread_histogram(const struct spread *s, int n_bins, double lo, double hi, struct histogram *h);

#endif
