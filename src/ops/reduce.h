/*
 * The inner loops of reductions, one pair a type and operation. Ownership: borrows everything.
 */
#ifndef OPS_REDUCE_H
#define OPS_REDUCE_H

#include <stdint.h>

#include "tensor/dtype.h"

enum red_op { RED_SUM, RED_MEAN, RED_PROD, RED_MAX, RED_MIN, RED_ALL, RED_ANY, RED_NORM, RED_N };

/* An accumulator of any type. */
union red_acc {
	float f;
	double d;
	int64_t i;
	uint64_t u;
	double c[2];
};

struct red_loops {
	/* acc = acc op x[0] op x[1] ... */
	void (*run)(union red_acc *acc, const void *x, int64_t n);
	/* acc[k] = acc[k] op x[k] */
	void (*cols)(union red_acc *acc, const void *x, int64_t n);
	/* out[k] = the answer, of `per` elements */
	void (*put)(void *out, const union red_acc *acc, int64_t n, int64_t per);
	union red_acc start;
};

/* NULL run: the operation has no such type. */
struct red_loops red_loops(enum red_op op, enum dtype t);

#endif
