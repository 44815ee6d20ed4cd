/* numpy's dtypes: promotion and casts. Borrows; numpy_cast gives. */
#ifndef EXPR_CAST_H
#define EXPR_CAST_H

#include "tensor/tensor.h"

/* astype: floats that fit no integer give what numpy's C casts give on x86-64, strings are parsed. */
struct tensor *numpy_cast(const struct tensor *t, enum dtype to, struct err *err);
/* numpy.promote_types; DT_INVALID when there is no common dtype. */
enum dtype numpy_promote(enum dtype a, enum dtype b);

/* One element as a number of the widest kind: what the loops of this room compute in. */
struct num {
	double re, im;
	int64_t i;		/* of integers and bool; uint64's bits */
};
struct num num_get(const struct tensor *t, int64_t k);
void num_put(struct tensor *t, int64_t k, struct num v);	/* rounds to t's dtype */
/* An integer from a double as numpy's cast to that dtype does it. */
int64_t num_int(double v, enum dtype to);

static inline bool dtype_inexact(enum dtype t)
{
	enum dtype_kind k = dtype_info(t)->kind;

	return k == DK_FLOAT || k == DK_COMPLEX;
}

static inline bool dtype_integral(enum dtype t)		/* bool too */
{
	enum dtype_kind k = dtype_info(t)->kind;

	return k == DK_INT || k == DK_UINT || k == DK_BOOL;
}

#endif
