/*
 * One model on two inputs: where the runs part, where the difference ends, and what never sees it.
 * Ownership: twice_find fills, twice_free frees; the diff is borrowed, its two sides recorded.
 */
#ifndef DEBUG_TWICE_H
#define DEBUG_TWICE_H

#include "debug/diff.h"
#include "debug/gap.h"

struct twice_end {
	uint32_t event;
	struct gap in;	/* of the input that differs most, in shares of its scale */
	struct gap out; /* n_out 0: the difference ends here; else it shrinks to this */
};

struct twice {
	uint32_t first, slot;	     /* event and output where the runs part first, or TAPE_NONE */
	uint32_t n_differ;	     /* nodes whose results differ */
	uint32_t n_end;		     /* that take a difference and give the same */
	uint32_t n_untouched;	     /* whose inputs are the same */
	uint32_t n_only_a, n_only_b; /* that only one of the runs reaches */
	VEC(struct twice_end)
	end; /* where it ends, and where it shrinks to a thousandth, in the order of the run */
};

/* Matches by path and iteration (fills d->ab and ba). */
void twice_find(struct twice *w, struct diff *d);
void twice_free(struct twice *w);
/* B's value for A's output i of the signature; both NULL when one is missing. */
void twice_output(const struct diff *d, uint32_t i, const struct tensor **x,
		  const struct tensor **y);

#endif
