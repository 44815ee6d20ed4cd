/* Statistics and histograms; see stats.h. */
#include "tensor/stats.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "tensor/spread.h"

enum { BLOCK = 1024, LANES_MAX = 8 };

/* How many numbers a block of n is filled up to: whole vectors. */
static int filled(int n)
{
	return (n + LANES_MAX - 1) / LANES_MAX * LANES_MAX;
}

#define T float
#define I int32_t
#define ABS INT32_MAX
#define FIN FLT_MAX
#define NAME(x) f32_##x
#include "tensor/stats.inc"
#undef T
#undef I
#undef ABS
#undef FIN
#undef NAME

#define T double
#define I int64_t
#define ABS INT64_MAX
#define FIN DBL_MAX
#define NAME(x) f64_##x
#include "tensor/stats.inc"
#undef T
#undef I
#undef ABS
#undef FIN
#undef NAME

double stats_value(const struct tensor *t, int64_t i)
{
	if (t->dtype == DT_COMPLEX64)
		return hypot((double)((const float *)t->data)[2 * i], (double)((const float *)t->data)[2 * i + 1]);
	if (t->dtype == DT_COMPLEX128)
		return hypot(((const double *)t->data)[2 * i], ((const double *)t->data)[2 * i + 1]);
	return tensor_get_f64(t, i);
}

/* The smallest normal magnitude; 0: the type has no denormal numbers. */
static double tiniest(enum dtype t)
{
	return t == DT_FLOAT || t == DT_BFLOAT16 || t == DT_COMPLEX64 ? 0x1p-126 :
	       t == DT_HALF ? 0x1p-14 : t == DT_DOUBLE || t == DT_COMPLEX128 ? 0x1p-1022 : 0;
}

/* Elements at .. at + n as doubles. */
void stats_values(const struct tensor *t, int64_t at, int n, double *out)
{
	switch (t->dtype) {
	case DT_FLOAT:
		for (int i = 0; i < n; i++)
			out[i] = (double)((const float *)t->data)[at + i];
		break;
	case DT_DOUBLE:
		memcpy(out, (const double *)t->data + at, (size_t)n * sizeof(*out));
		break;
	case DT_INT32:
		for (int i = 0; i < n; i++)
			out[i] = ((const int32_t *)t->data)[at + i];
		break;
	case DT_INT64:
		for (int i = 0; i < n; i++)
			out[i] = (double)((const int64_t *)t->data)[at + i];
		break;
	case DT_UINT8:
	case DT_BOOL:
		for (int i = 0; i < n; i++)
			out[i] = ((const uint8_t *)t->data)[at + i];
		break;
	default:
		for (int i = 0; i < n; i++)
			out[i] = stats_value(t, at + i);
	}
}

/* Quantiles of all finite values or an even sample of them. */
static void quantiles(const struct tensor *t, struct stats *s)
{
	struct spread sp;

	spread_init(&sp, t->dtype, t->n);
	spread_add(&sp, t);
	spread_end(&sp);
	spread_quantiles(&sp, s->q);
	s->sampled = sp.step > 1;
	spread_free(&sp);
}

static int block_at(const struct tensor *t, int64_t at)
{
	return t->n - at < BLOCK ? (int)(t->n - at) : BLOCK;
}

static void add_floats(const struct tensor *t, struct stats *s)
{
	float rest[BLOCK];

	for (int64_t at = 0; at < t->n; at += BLOCK) {
		const float *v = (const float *)t->data + at;
		int n = block_at(t, at);

		if (n < BLOCK) {
			memcpy(rest, v, (size_t)n * sizeof(*v));
			for (int i = n; i < filled(n); i++)
				rest[i] = NAN;
			v = rest;
		}
		f32_add(s, v, n, at, 0x1p-126);
	}
}

static void add_others(const struct tensor *t, struct stats *s)
{
	double tiny = tiniest(t->dtype), v[BLOCK];

	for (int64_t at = 0; at < t->n; at += BLOCK) {
		int n = block_at(t, at);

		stats_values(t, at, n, v);
		for (int i = n; i < filled(n); i++)
			v[i] = NAN;
		f64_add(s, v, n, at, tiny);
	}
}

/* Sums over the finite values of (v - from) ^ power; several running sums, so that no add waits for another. */
static double sum(const struct tensor *t, double from, int power)
{
	double v[BLOCK], acc[8] = { 0 }, all = 0;

	for (int64_t at = 0; at < t->n; at += BLOCK) {
		int n = block_at(t, at);

		stats_values(t, at, n, v);
		for (int i = n; i < filled(n); i++)
			v[i] = from;
		for (int i = 0; i < filled(n); i++) {
			double x = v[i] <= DBL_MAX && v[i] >= -DBL_MAX ? v[i] - from : 0;

			acc[i & 7] += power == 2 ? x * x : x;
		}
	}
	for (int i = 0; i < 8; i++)
		all += acc[i];
	return all;
}

void stats_look(const struct tensor *t, unsigned want, struct stats *s)
{
	enum dtype_kind kind = dtype_info(t->dtype)->kind;

	*s = (struct stats){ .n = t->n, .argmin = -1, .argmax = -1, .first_bad = -1 };
	s->numeric = kind != DK_STRING && kind != DK_OBJECT && kind != DK_NONE;
	if (!s->numeric)
		return;
	if (t->dtype == DT_FLOAT)
		add_floats(t, s);
	else
		add_others(t, s);
	if (!s->n_finite)
		return;
	s->absmax = fabs(s->min) > fabs(s->max) ? fabs(s->min) : fabs(s->max);
	if (want & STATS_MOMENTS) {
		s->mean = sum(t, 0, 1) / (double)s->n_finite;
		s->std = sqrt(sum(t, s->mean, 2) / (double)s->n_finite);
	}
	if (want & STATS_QUANTILES)
		quantiles(t, s);
}

void stats_of(const struct tensor *t, struct stats *s)
{
	stats_look(t, STATS_MOMENTS | STATS_QUANTILES, s);
}

void stats_merge(struct stats *all, const struct stats *p)
{
	double na = (double)all->n_finite, nb = (double)p->n_finite, gap = p->mean - all->mean, squares;

	if (p->n_finite && (!all->n_finite || p->min < all->min)) {
		all->min = p->min;
		all->argmin = p->argmin;
	}
	if (p->n_finite && (!all->n_finite || p->max > all->max)) {
		all->max = p->max;
		all->argmax = p->argmax;
	}
	if (p->first_bad >= 0 && (all->first_bad < 0 || p->first_bad < all->first_bad))
		all->first_bad = p->first_bad;
	if (p->n_finite && !all->n_finite) {
		all->mean = p->mean;
		all->std = p->std;
	} else if (p->n_finite) {
		squares = all->std * all->std * na + p->std * p->std * nb + gap * gap * (na * nb / (na + nb));
		if (isfinite(gap))
			all->mean += gap * (nb / (na + nb));
		else			/* numbers so large that their difference is none */
			all->mean = all->mean * (na / (na + nb)) + p->mean * (nb / (na + nb));
		all->std = isnan(squares) ? INFINITY : sqrt(squares / (na + nb));
	}
	all->absmax = fmax(all->absmax, p->absmax);
	all->n += p->n;
	all->n_nan += p->n_nan;
	all->n_pinf += p->n_pinf;
	all->n_ninf += p->n_ninf;
	all->n_zero += p->n_zero;
	all->n_pos += p->n_pos;
	all->n_neg += p->n_neg;
	all->n_denormal += p->n_denormal;
	all->n_finite += p->n_finite;
}

int histogram_bin(const struct histogram *h, double v)
{
	double width = h->hi / h->n_bins - h->lo / h->n_bins;	/* divided first: hi - lo may overflow */
	double b = width > 0 ? (v / h->n_bins - h->lo / h->n_bins) / width * h->n_bins : 0;

	return b < 0 ? 0 : b > h->n_bins - 1 ? h->n_bins - 1 : (int)b;
}

void histogram_of(const struct tensor *t, int n_bins, struct histogram *h)
{
	struct stats s;

	memset(h, 0, sizeof(*h));
	h->n_bins = n_bins < 1 ? 1 : n_bins > HIST_MAX ? HIST_MAX : n_bins;
	stats_look(t, 0, &s);
	if (!s.numeric || !s.n_finite)
		return;
	h->lo = s.min;
	h->hi = s.max;
	for (int64_t i = 0; i < t->n; i++) {
		double v = stats_value(t, i);

		if (isfinite(v))
			h->count[histogram_bin(h, v)]++;
	}
}
