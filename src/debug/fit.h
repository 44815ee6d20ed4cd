/*
 * A tensor of somebody else's in the form of ours: another order of dimensions (NCHW for NHWC, OIHW
 * for HWIO), dimensions of 1 more or fewer, another number type. Ownership: fit_apply gives;
 * nothing else is given.
 */
#ifndef DEBUG_FIT_H
#define DEBUG_FIT_H

#include "tensor/tensor.h"

enum { FIT_RANK = 6, FIT_TEXT = 96 };

struct fit {
	bool is;	       /* it fits */
	int rank;	       /* of both without dimensions of 1 */
	int8_t perm[FIT_RANK]; /* our dimension i is theirs perm[i], of these */
	double far;    /* how far apart they are then: a share of the scale, over a sample */
	double coarse; /* the relative size of a rounding of their type, when that is coarser than
			  ours; else 0 */
	char text[FIT_TEXT]; /* what is done, "transposed from NCHW, float16", or "" */
};

/* The best of the orders that the shapes allow: the values decide. */
struct fit fit_find(const struct tensor *ours, const struct tensor *theirs);
/* Theirs in the shape and type of ours; NULL with an error. */
struct tensor *fit_apply(const struct fit *f, struct tensor *theirs, const struct tensor *ours,
			 struct err *err);
/* Can shapes fit at all? A number that is the same for those that can. */
uint64_t fit_class(const struct tensor *t);

#endif
