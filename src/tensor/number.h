/*
 * Numbers as text: the shortest decimal digits that read back as the same number, laid out by numpy's
 * rules. Pure functions; output is appended to a struct str.
 */
#ifndef TENSOR_NUMBER_H
#define TENSOR_NUMBER_H

#include <stdbool.h>

#include "base/str.h"
#include "tensor/dtype.h"

enum number_trim {
	TRIM_KEEP,	/* zeros are kept up to min_digits: "1.500e+00" */
	TRIM_DOT,	/* zeros go, the point stays: "2." */
	TRIM_ONE_ZERO,	/* "2.0" */
	TRIM_ALL,	/* "2" */
};

struct number_style {
	int precision;		/* at most so many digits after the point; -1: as many as needed */
	int min_digits;		/* TRIM_KEEP */
	enum number_trim trim;
	bool plus;		/* a sign always */
	bool whole;		/* positional: exact down to the units, not zeros behind the shortest digits */
	int exp_digits;		/* at least 2 */
};

/* v is a finite value of dtype t (float, double, half), exact in a double. */
void number_positional(struct str *out, double v, enum dtype t, const struct number_style *s);
void number_scientific(struct str *out, double v, enum dtype t, const struct number_style *s);
/* As numpy's scalars print: positional from 1e-4 to 1e16 (numpy2: floats to 1e6, halfs to 1e3), else scientific;
 * nan and inf too. */
void number_scalar(struct str *out, double v, enum dtype t, enum number_trim trim, bool plus, bool numpy2);

#endif
