/*
 * Conditions on a tensor, in words: "nan", "inf", "absmax > 1e4", "zeros > 90%", "shape[0] != 1",
 * "changed", "float" (its type is), "iter == 3", joined by "and". A condition is plain data; nothing to free.
 */
#ifndef DEBUG_COND_H
#define DEBUG_COND_H

#include "base/str.h"
#include "tensor/tensor.h"

enum cond_what {
	COND_NAN, COND_INF, COND_BAD, COND_CHANGED, COND_FLOAT,	/* words alone */
	COND_MIN, COND_MAX, COND_MEAN, COND_STD, COND_ABSMAX, COND_ZEROS, COND_NANS, COND_INFS, COND_SIZE, COND_RANK,
	COND_SHAPE, COND_ITER,
};

enum { COND_TERMS = 4 };

struct cond {
	int n;			/* terms; 0: always */
	struct cond_term {
		enum cond_what what;
		int dim;	/* of shape[dim], may be negative */
		char op[3];	/* "<", "<=", ">", ">=", "==", "!=" */
		double v;
		bool percent;	/* of the elements */
	} term[COND_TERMS];
};

bool cond_parse(struct sv text, struct cond *c, struct err *err);
/* Does a term look at the value, so that the node must have run first? */
bool cond_needs_value(const struct cond *c);
/* Does t, made in iteration iter of the innermost loop (-1: in none), meet it? before: the same output
 * the time before, or NULL. why: what was seen, up to the first term not met; NULL: nobody asks. t may be
 * NULL where no value is needed. */
bool cond_meets(const struct cond *c, const struct tensor *t, const struct tensor *before, int64_t iter,
		struct str *why);

#endif
