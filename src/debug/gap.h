/*
 * How far two tensors are apart, in the units that people ask for. Ownership: nothing is given;
 * tensors are borrowed.
 */
#ifndef DEBUG_GAP_H
#define DEBUG_GAP_H

#include "tensor/tensor.h"

struct gap {
	bool type;	      /* they cannot be compared: shapes differ, or text and numbers */
	bool exact;	      /* integers, bools, strings */
	int64_t n, n_out, at; /* elements; of them different; the furthest apart (-1: none) */
	double most;	      /* how far that one; text: 0 */
	double scale;	      /* the largest finite magnitude on either side */
	double rel;	      /* most as a share of the scale */
	double ulps;   /* largest distance in units in the last place of a's type; NAN: no floats */
	double cosine; /* of the angle between them as vectors; NAN: it has none */
};

/* Dtypes may differ as long as both are numbers: b float64 against a float32. */
void gap_measure(const struct tensor *a, const struct tensor *b, struct gap *g);

/* Elements as reals: of a complex tensor there are two for each of its elements. */
double gap_element(const struct tensor *t, int64_t i);
int64_t gap_elements(const struct tensor *t);
double gap_scale(const struct tensor *t); /* the largest finite magnitude */
/* What is not finite must be the same on both sides: else the distance is infinite. */
double gap_between(double x, double y);
/* The unit in the last place of a float of type t and magnitude x; of float32 for what is no float.
 */
double gap_ulp(enum dtype t, double x);
/* Half of that for 1: the relative size of one rounding. */
double gap_unit(enum dtype t);

#endif
