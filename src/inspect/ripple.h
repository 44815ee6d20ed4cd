/*
 * What can be reached from a spot, breadth first: everything upstream or downstream, a shortest path and how
 * many there are. Ownership: ripple_init to ripple_free; it borrows its walk.
 */
#ifndef INSPECT_RIPPLE_H
#define INSPECT_RIPPLE_H

#include "base/err.h"
#include "inspect/walk.h"

struct reached {
	struct spot at;
	uint32_t from;		/* index of the spot that it was first reached from; itself for a start */
	uint32_t dist;
	uint64_t ways;		/* shortest ways there are to it; UINT64_MAX: that many or more */
};

struct ripple {
	struct walk *w;
	bool down;		/* to consumers, not to producers */
	VEC(struct reached) at;	/* in the order they were reached: dist never falls */
	uint32_t *slot;		/* hash table of indices into at, + 1 */
	size_t cap, next;
	bool full;		/* too many: the rest is left out */
	/* Asked now and then; false with an error ends it. May be NULL. */
	bool (*go_on)(void *ctx, size_t so_far, struct err *err);
	void *ctx;
};

void ripple_init(struct ripple *r, struct walk *w, bool down);
void ripple_free(struct ripple *r);
void ripple_start(struct ripple *r, struct spot s);
/* On to everything, or (stop) until a spot for which stop says true and all others at its distance. */
bool ripple_all(struct ripple *r, bool (*stop)(void *ctx, struct spot s), void *ctx, struct err *err);

#endif
