/* See weights.h. */
#include "cmd/weights.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "base/intr.h"

bool look_run(struct weight_look *l, struct meter *m, int64_t before, struct err *err)
{
	enum { STEP = 8 << 20 };
	bool more = true;

	while (more) {
		if (!intr_check(err) || !weight_look_step(l, STEP, &more, err))
			return false;
		if (m)
			meter_at(m, before + l->done);
	}
	return true;
}

void index_text(struct str *out, int64_t i, struct shape s)
{
	int64_t at[SHAPE_MAX_RANK];

	if (s.rank <= 0 || i < 0)
		return;
	for (int d = s.rank - 1; d >= 0; d--) {
		at[d] = s.dim[d] > 0 ? i % s.dim[d] : 0;
		i = s.dim[d] > 0 ? i / s.dim[d] : 0;
	}
	for (int d = 0; d < s.rank; d++)
		str_addf(out, "%c%" PRId64, d ? ',' : '[', at[d]);
	str_addc(out, ']');
}

/* ---- text ---- */

static void field(struct sink *out, const char *name)
{
	sink_printf(out, "%-12s", name);
}

static void extreme(struct sink *out, const char *name, double v, int64_t at, struct shape shape)
{
	struct str s = STR_INIT;

	str_addz(&s, "");
	index_text(&s, at, shape);
	field(out, name);
	sink_printf(out, v == floor(v) && fabs(v) < 0x1p53 ? "%.0f" : "%.9g", v);
	sink_printf(out, "%s%s\n", s.n ? " at " : "", str_z(&s));
	str_free(&s);
}

static void count(struct sink *out, const char *name, int64_t n, int64_t of)
{
	char *z = text_thousands(n);

	field(out, name);
	sink_printf(out, "%s", z);
	if (of > 0 && n)
		sink_printf(out, " (%.4g %%)", 100 * (double)n / (double)of);
	sink_puts(out, "\n");
	free(z);
}

static void bad_counts(struct sink *out, const struct stats *s, struct shape shape)
{
	struct str at = STR_INIT;

	if (s->n_nan)
		count(out, "NaN", s->n_nan, s->n);
	if (s->n_pinf)
		count(out, "+inf", s->n_pinf, s->n);
	if (s->n_ninf)
		count(out, "-inf", s->n_ninf, s->n);
	if (s->first_bad < 0)
		return;
	str_addz(&at, "");
	index_text(&at, s->first_bad, shape);
	field(out, "the first");
	sink_printf(out, "%s\n", at.n ? str_z(&at) : "the only value");
	str_free(&at);
}

static void unique_line(struct sink *out, const struct summary *s)
{
	char *z = text_thousands(s->unique);

	if (s->unique >= 0) {
		field(out, "different");
		sink_printf(out, "%s%s\n", s->unique_many ? "over " : "", z);
	}
	free(z);
}

static void strings_text(struct sink *out, const struct summary *s)
{
	if (!s->stats.n)
		return;
	field(out, "lengths");
	sink_printf(out, "%zu to %zu bytes\n", s->shortest, s->longest);
	if (s->n_empty)
		count(out, "empty", s->n_empty, s->stats.n);
	unique_line(out, s);
}

static void quantile_line(struct sink *out, const struct stats *s)
{
	static const char *const names[7] = { "1 %", "5 %", "25 %", "median", "75 %", "95 %", "99 %" };

	field(out, "quantiles");
	for (int i = 0; i < 7; i++)
		sink_printf(out, "%s%s: %.4g", i ? ", " : "", names[i], s->q[i]);
	sink_puts(out, s->sampled ? " (of a sample)\n" : "\n");
}

void summary_text(struct sink *out, const struct summary *sum, struct shape shape)
{
	const struct stats *s = &sum->stats;

	if (sum->strings) {
		strings_text(out, sum);
		return;
	}
	if (!s->numeric || !s->n) {
		field(out, "numbers");
		sink_puts(out, s->n ? "none of this dtype\n" : "none: it is empty\n");
		return;
	}
	if (s->n_finite) {
		extreme(out, "min", s->min, s->argmin, shape);
		extreme(out, "max", s->max, s->argmax, shape);
		field(out, "mean, std");
		sink_printf(out, "%.9g, %.9g\n", s->mean, s->std);
		if (s->n_finite > 1)
			quantile_line(out, s);
	}
	count(out, "zeros", s->n_zero, s->n);
	count(out, "negative", s->n_neg, s->n);
	count(out, "positive", s->n_pos, s->n);
	bad_counts(out, s, shape);
	if (s->n_denormal)
		count(out, "denormal", s->n_denormal, s->n);
	unique_line(out, sum);
}

void summary_bars(struct sink *out, const struct summary *s)
{
	enum { BAR = 40 };
	const struct histogram *h = &s->hist;
	int64_t most = 1;

	if (!h->n_bins)
		return;
	for (int i = 0; i < h->n_bins; i++)
		most = h->count[i] > most ? h->count[i] : most;
	sink_puts(out, s->stats.sampled ? "histogram (of a sample)\n" : "histogram\n");
	for (int i = 0; i < h->n_bins; i++) {
		double from = h->lo + (h->hi / h->n_bins - h->lo / h->n_bins) * i;
		int bar = (int)((double)h->count[i] / (double)most * BAR + 0.5);

		sink_printf(out, "%12.4g | ", from);
		for (int k = 0; k < bar || (k == 0 && h->count[i]); k++)
			sink_puts(out, "#");
		sink_printf(out, " %" PRId64 "\n", h->count[i]);
	}
	sink_printf(out, "%12.4g\n", h->hi);
}

/* ---- JSON ---- */

static void jnum(struct json *j, const char *key, double v)
{
	json_key(j, key);
	json_num(j, v);
}

static void moments_json(struct json *j, const struct summary *sum)
{
	static const char *const names[7] = { "0.01", "0.05", "0.25", "0.5", "0.75", "0.95", "0.99" };
	const struct stats *s = &sum->stats;

	jnum(j, "min", s->min);
	json_kint(j, "min_at", s->argmin);
	jnum(j, "max", s->max);
	json_kint(j, "max_at", s->argmax);
	jnum(j, "mean", s->mean);
	jnum(j, "std", s->std);
	jnum(j, "absmax", s->absmax);
	json_key(j, "quantiles");
	json_open(j, '{');
	for (int i = 0; i < 7; i++)
		jnum(j, names[i], s->q[i]);
	json_close(j, '}');
	json_kbool(j, "sampled", s->sampled);
	json_key(j, "histogram");
	json_open(j, '{');
	jnum(j, "low", sum->hist.lo);
	jnum(j, "high", sum->hist.hi);
	json_key(j, "counts");
	json_open(j, '[');
	for (int i = 0; i < sum->hist.n_bins; i++)
		json_int(j, sum->hist.count[i]);
	json_close(j, ']');
	json_close(j, '}');
}

void summary_json(struct json *j, const struct summary *sum)
{
	const struct stats *s = &sum->stats;

	json_kint(j, "values", s->n);
	if (s->numeric && s->n_finite)
		moments_json(j, sum);
	if (s->numeric) {
		json_kint(j, "zeros", s->n_zero);
		json_kint(j, "negative", s->n_neg);
		json_kint(j, "positive", s->n_pos);
		json_kint(j, "nan", s->n_nan);
		json_kint(j, "positive_infinite", s->n_pinf);
		json_kint(j, "negative_infinite", s->n_ninf);
		json_kint(j, "first_not_finite", s->first_bad);
		json_kint(j, "denormal", s->n_denormal);
	}
	if (sum->strings && s->n) {
		json_kint(j, "shortest", (int64_t)sum->shortest);
		json_kint(j, "longest", (int64_t)sum->longest);
		json_kint(j, "empty", sum->n_empty);
	}
	if (sum->unique >= 0) {
		json_kint(j, "different", sum->unique);
		json_kbool(j, "different_at_least", sum->unique_many);
	}
}
