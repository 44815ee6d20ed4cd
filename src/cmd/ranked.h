/* The classes of a vector of scores, ranked. Ownership: ranked_row gives a list of n, freed by
 * free. */
#ifndef CMD_RANKED_H
#define CMD_RANKED_H

#include "tensor/tensor.h"

struct ranked {
	double v;
	int64_t i;
};

/* Row `row` of t, whose last dimension counts the classes; in their order. */
struct ranked *ranked_row(const struct tensor *t, int64_t row);
/* All from 0 to 1, and 1 together. */
bool ranked_are_probabilities(const struct ranked *r, int64_t n);
/* Greatest first, NaN last, ties by class. */
void ranked_sort(struct ranked *r, int64_t n);

#endif
