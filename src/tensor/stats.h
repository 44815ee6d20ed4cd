/*
 * Statistics of a tensor's values: one pass for counts and extremes, others for moments and
 * quantiles where wanted. Works on every real and bool dtype (complex: magnitudes); others give n only.
 */
#ifndef TENSOR_STATS_H
#define TENSOR_STATS_H

#include "tensor/tensor.h"

struct stats {
	int64_t n, n_nan, n_pinf, n_ninf, n_zero, n_pos, n_neg, n_denormal;
	bool numeric;			/* the fields below mean something */
	int64_t n_finite;
	double min, max, mean, std, absmax;	/* of the finite values; std of the population */
	int64_t argmin, argmax, first_bad;	/* flat indices; -1: none */
	double q[7];			/* 1, 5, 25, 50, 75, 95, 99 % by rank of the finite values */
	bool sampled;			/* q come from a sample (n large) */
};

enum { HIST_MAX = 64 };

struct histogram {
	int n_bins;
	double lo, hi;			/* of the finite values */
	int64_t count[HIST_MAX];
};

/* What costs passes of its own; counts, least and largest come always. */
enum { STATS_MOMENTS = 1 /* mean, std */, STATS_QUANTILES = 2 };
void stats_look(const struct tensor *t, unsigned want, struct stats *s);
void stats_of(const struct tensor *t, struct stats *s);
/* Element i as the number that statistics are about: complex ones by their magnitude. */
double stats_value(const struct tensor *t, int64_t i);
void histogram_of(const struct tensor *t, int n_bins, struct histogram *h);
/* The bin of a finite value; n_bins, lo and hi are set. */
int histogram_bin(const struct histogram *h, double v);
/* Elements at .. at + n as the numbers that statistics are about. */
void stats_values(const struct tensor *t, int64_t at, int n, double *out);
/* Adds what was seen of other elements of the same tensor; part's indices are already those of the whole. q stays. */
void stats_merge(struct stats *all, const struct stats *part);

#endif
