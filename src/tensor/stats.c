/* Statistics and histograms; see stats.h. */
#include "tensor/stats.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { EXACT_MAX = 1000000, SAMPLE = 200000 };

double stats_value(const struct tensor *t, int64_t i)
{
	if (t->dtype == DT_COMPLEX64)
		return hypot((double)((const float *)t->data)[2 * i], (double)((const float *)t->data)[2 * i + 1]);
	if (t->dtype == DT_COMPLEX128)
		return hypot(((const double *)t->data)[2 * i], ((const double *)t->data)[2 * i + 1]);
	return tensor_get_f64(t, i);
}

static bool denormal(enum dtype t, double v)
{
	double limit = t == DT_FLOAT || t == DT_BFLOAT16 || t == DT_COMPLEX64 ? 0x1p-126 :
		       t == DT_HALF ? 0x1p-14 : t == DT_DOUBLE || t == DT_COMPLEX128 ? 0x1p-1022 : 0;

	return v != 0 && fabs(v) < limit;
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Quantiles by rank (nearest, rounding half up), of all finite values or an even sample of them. */
static void quantiles(const struct tensor *t, struct stats *s)
{
	static const double at[7] = { 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99 };
	int64_t step = t->n > EXACT_MAX ? t->n / SAMPLE : 1;
	size_t n = 0;
	double *v;

	v = malloc((size_t)(t->n / step + 1) * sizeof(*v));
	if (!v)
		return;
	s->sampled = step > 1;
	for (int64_t i = 0; i < t->n; i += step) {
		double x = stats_value(t, i);

		if (isfinite(x))
			v[n++] = x;
	}
	qsort(v, n, sizeof(*v), by_value);
	for (int i = 0; i < 7 && n; i++)
		s->q[i] = v[(size_t)(at[i] * (double)(n - 1) + 0.5)];
	free(v);
}

static void count(struct stats *s, double v, int64_t i)
{
	if (isnan(v))
		s->n_nan++;
	else if (isinf(v))
		*(v > 0 ? &s->n_pinf : &s->n_ninf) += 1;
	if (!isfinite(v) && s->first_bad < 0)
		s->first_bad = i;
	s->n_zero += v == 0;
	s->n_pos += v > 0;
	s->n_neg += v < 0;
}

void stats_extremes(const struct tensor *t, struct stats *s)
{
	enum dtype_kind kind = dtype_info(t->dtype)->kind;

	*s = (struct stats){ .n = t->n, .argmin = -1, .argmax = -1, .first_bad = -1 };
	s->numeric = kind != DK_STRING && kind != DK_OBJECT && kind != DK_NONE;
	if (!s->numeric)
		return;
	for (int64_t i = 0; i < t->n; i++) {
		double v = stats_value(t, i);

		count(s, v, i);
		if (!isfinite(v))
			continue;
		s->n_denormal += denormal(t->dtype, v);
		if (!s->n_finite || v < s->min)
			s->min = v, s->argmin = i;
		if (!s->n_finite || v > s->max)
			s->max = v, s->argmax = i;
		s->n_finite++;
		s->mean += v;	/* the sum, so far */
	}
	s->absmax = fabs(s->min) > fabs(s->max) ? fabs(s->min) : fabs(s->max);
}

void stats_of(const struct tensor *t, struct stats *s)
{
	double sq = 0;

	stats_extremes(t, s);
	if (!s->n_finite)
		return;
	s->mean /= (double)s->n_finite;
	for (int64_t i = 0; i < t->n; i++) {
		double v = stats_value(t, i);

		if (isfinite(v))
			sq += (v - s->mean) * (v - s->mean);
	}
	s->std = sqrt(sq / (double)s->n_finite);
	quantiles(t, s);
}

void histogram_of(const struct tensor *t, int n_bins, struct histogram *h)
{
	struct stats s;
	double width;

	memset(h, 0, sizeof(*h));
	h->n_bins = n_bins < 1 ? 1 : n_bins > HIST_MAX ? HIST_MAX : n_bins;
	stats_extremes(t, &s);
	if (!s.numeric || !s.n_finite)
		return;
	h->lo = s.min;
	h->hi = s.max;
	width = h->hi / h->n_bins - h->lo / h->n_bins;	/* divided first: hi - lo may overflow */
	for (int64_t i = 0; i < t->n; i++) {
		double v = stats_value(t, i);
		int b;

		if (!isfinite(v))
			continue;
		b = width > 0 ? (int)fmin((v / h->n_bins - h->lo / h->n_bins) / width * h->n_bins,
					  h->n_bins - 1) : 0;
		h->count[b < 0 ? 0 : b]++;
	}
}
