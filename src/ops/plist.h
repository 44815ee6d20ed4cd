/*
 * A persistent vector of tensors: copying one costs nothing, writing an element of a copy costs O(log n)
 * and shares the rest; so every version of a TensorList, TensorArray, stack or queue is its own snapshot.
 * Elements may be missing (NULL); a stretch of missing elements takes no memory.
 *
 *   struct plist { n, shift, root } --> node { refs, slot[32] } --> ... --> node { refs, tensors }
 *
 * Ownership: a plist owns a reference to its root, a node one to each of its slots; plist_set and
 * plist_push take the tensor; plist_get borrows.
 */
#ifndef OPS_PLIST_H
#define OPS_PLIST_H

#include <stdint.h>

#include "tensor/tensor.h"

struct plist_node;

struct plist {
	int64_t n;
	int shift;			/* bits of the index below the root's own; 0: the root is a leaf */
	struct plist_node *root;	/* NULL: every element is missing */
};

struct plist plist_copy(const struct plist *l);
void plist_free(struct plist *l);	/* leaves an empty list */
struct tensor *plist_get(const struct plist *l, int64_t i);
void plist_set(struct plist *l, int64_t i, struct tensor *t);
void plist_push(struct plist *l, struct tensor *t);
/* New elements are missing. */
void plist_resize(struct plist *l, int64_t n);

#endif
