/*
 * The Mersenne Twister as numpy's legacy RandomState uses it: the same numbers for the same seed. Plain
 * data; nothing to free.
 */
#ifndef EXPR_MT19937_H
#define EXPR_MT19937_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct mt19937 {
	uint32_t key[624];
	int pos;
	bool has_gauss;
	double gauss;
};

void mt_seed(struct mt19937 *m, uint32_t seed);
void mt_seed_array(struct mt19937 *m, const uint32_t *seed, size_t n);
uint32_t mt_next32(struct mt19937 *m);
uint64_t mt_next64(struct mt19937 *m);
double mt_double(struct mt19937 *m);			/* [0, 1) with 53 bits */
double mt_gauss(struct mt19937 *m);			/* polar form, one kept for the next call */
double mt_exponential(struct mt19937 *m);
uint64_t mt_interval(struct mt19937 *m, uint64_t max);	/* [0, max], by masks and rejection */

#endif
