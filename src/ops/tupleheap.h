/*
 * A heap of tuples in a persistent vector: the smallest number first, equal ones in the order that the C++ library's
 * heap gives them, which is what TensorFlow's priority queues show. Ownership: borrows the vector.
 *
 *	v: from `base` on, `step` tensors a tuple, of which the first is an int64 scalar
 */
#ifndef OPS_TUPLEHEAP_H
#define OPS_TUPLEHEAP_H

#include "ops/plist.h"

struct tupleheap {
	struct plist *v;
	int64_t base, n;
	int step;
};

/* The last of the n tuples finds its place. */
void tupleheap_push(const struct tupleheap *h);
/* The first tuple becomes the last; the others are a heap again. */
void tupleheap_pop(const struct tupleheap *h);

#endif
