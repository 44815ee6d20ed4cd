/*
 * Where a tensor holds what a person looks for: NaN, infinities, extremes, values in ranges, text.
 * Ownership: seek_parse fills, seek_free frees; tensors are borrowed.
 */
#ifndef TENSOR_SEEK_H
#define TENSOR_SEEK_H

#include "base/str.h"
#include "tensor/tensor.h"

enum { SEEK_RANGES = 8 };

enum seek_kind {
	SEEK_NOTHING, SEEK_BAD, SEEK_NAN, SEEK_INF, SEEK_MAX, SEEK_MIN, SEEK_ABSMAX, SEEK_RANGE, SEEK_TEXT,
};

struct seek {
	enum seek_kind kind;
	int n;				/* ranges, ends included */
	double lo[SEEK_RANGES], hi[SEEK_RANGES];
	bool single;			/* one number: equal as the tensor's dtype holds it */
	double aim;			/* of an extreme, once seek_aim has looked */
	struct str text;		/* as given */
};

/* "nan", "inf", "bad" (either), "max", "min", "absmax", "zero", "true", "false", a number, "> 3",
 * "[-1,1]", "[[-inf,-0.1],[0.1,inf]]"; quoted or any other words: text that strings hold. */
bool seek_parse(struct seek *s, struct sv text, struct err *err);
void seek_free(struct seek *s);
/* Makes s ready for t; false with an error when t cannot hold such. */
bool seek_aim(struct seek *s, const struct tensor *t, struct err *err);
/* The rest after seek_aim. */
bool seek_hit(const struct seek *s, const struct tensor *t, int64_t i);
int64_t seek_count(const struct seek *s, const struct tensor *t);
/* The first hit after (dir 1) or before (-1) `from`, round the end; *rank: which one, from 1. -1:
 * none. */
int64_t seek_next(const struct seek *s, const struct tensor *t, int64_t from, int dir,
		  int64_t *rank);
/* "[0,3,2]" */
void seek_index_text(const struct tensor *t, int64_t flat, struct str *out);
/* "0,3,-1" or "[0,3,-1]": one number an axis, fewer: the first ones. false with an error. */
bool seek_index(const struct tensor *t, struct sv text, int64_t *at, struct err *err);

#endif
