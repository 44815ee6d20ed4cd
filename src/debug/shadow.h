/*
 * A run once more in float64: each node on its own inputs (what it got wrong itself), and along the
 * whole path from the run's inputs (what has piled up). Decisions - branches, loops, indices - are
 * those of the run. Ownership: shadow_new gives, shadow_free takes; the tape is borrowed and must
 * outlive it.
 *
 *   tape event --own inputs, widened--> exact   is - exact: error, against what rounding explains
 *              --shadows of inputs----> shadow  is - shadow: piled
 */
#ifndef DEBUG_SHADOW_H
#define DEBUG_SHADOW_H

#include "base/vec.h"
#include "debug/gap.h"
#include "debug/tape.h"

/* More often than rounding explains this is no rounding. */
#define SHADOW_LIMIT 8.0

struct shadow_row {
	uint32_t event, slot;
	bool judged;		 /* its op has a float64 form */
	struct gap own;		 /* from the exact value of its inputs */
	double explained, times; /* of the element that is worst in these units; times 0: exact */
	int64_t at;		 /* that element, or -1 */
	double is, exact;	 /* its values */
	double piled,
		piled_rel; /* from the path in float64; NAN: that is lost, or it holds no floats */
	int64_t flips;	   /* bools and integers that the path in float64 has otherwise */
};

struct shadow {
	const struct tape *tape;
	VEC(struct shadow_row) row;  /* in the order of the run */
	uint32_t *first_of;	     /* by event: its first row, or TAPE_NONE */
	uint32_t n_judged, n_around; /* around: run as it is, on shadows rounded to its type */
	uint32_t n_lost;	     /* its shadow starts anew */
	struct str around, lost;     /* which ops: "FakeQuant 3, ..." */
};

/* NULL: interrupted. */
struct shadow *shadow_new(const struct tape *t, struct err *err);
void shadow_free(struct shadow *s); /* NULL is fine */
/* The row of an event's output, or NULL. */
const struct shadow_row *shadow_at(const struct shadow *s, uint32_t event, uint32_t slot);
/* The first row that rounding does not explain, or NULL; the one with the largest `times`, or NULL.
 */
const struct shadow_row *shadow_first(const struct shadow *s, double limit);
const struct shadow_row *shadow_worst(const struct shadow *s);
/* The exact value of an output for the event's own inputs; gives, or NULL. */
struct tensor *shadow_exact(const struct tape *t, uint32_t event, uint32_t slot);

#endif
