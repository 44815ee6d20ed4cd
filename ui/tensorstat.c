/* Histogram and statistics of a tensor; see tensorview.h. */
#include <inttypes.h>
#include <math.h>

#include "ui/tensorview.h"

const struct stats *tview_stats(struct tview *v)
{
	if (!v->have_stats)
		stats_look(v->t, 0, &v->stats);
	v->have_stats = true;
	return &v->stats;
}

/* With mean, std and quantiles, which take longer. */
static const struct stats *full_stats(struct tview *v)
{
	if (!v->have_all)
		stats_of(v->t, &v->stats);
	v->have_stats = v->have_all = true;
	return &v->stats;
}

static void bar_add(struct row *r, double part, int width)
{
	static const char *const eighth[] = { "", "▏", "▎", "▍", "▌", "▋", "▊", "▉" };
	int n = (int)(part * width * 8 + 0.5);
	struct str s = STR_INIT;

	if (n == 0 && part > 0)
		n = 1;
	for (int k = 0; k < n / 8; k++)
		str_addz(&s, "█");
	str_addz(&s, eighth[n % 8]);
	row_add(r, ST_OP, str_z(&s));
	str_free(&s);
}

static int histogram_bins(const struct tview *v)
{
	int n = tview_body(v) - 2;

	return n < 4 ? 4 : n > 32 ? 32 : n;
}

/* Counted once for a tensor and a height. */
static const struct histogram *histogram(struct tview *v)
{
	int bins = histogram_bins(v);

	if (v->hist_bins != bins)
		histogram_of(v->t, bins, &v->hist);
	v->hist_bins = bins;
	return &v->hist;
}

void histogram_row(struct tview *v, int i, struct row *r)
{
	const struct stats *s = tview_stats(v);
	const struct histogram *h;
	int64_t most = 1;
	int width;

	if (!s->numeric || s->n_finite == 0)
		return;
	h = histogram(v);
	if (i >= h->n_bins)
		return;
	for (int k = 0; k < h->n_bins; k++)
		most = h->count[k] > most ? h->count[k] : most;
	row_addf(r, ST_DIM, "%11.4g  ", h->lo + (h->hi / h->n_bins - h->lo / h->n_bins) * i);
	width = v->w - 13 - tview_digits(most) - 2;
	if (v->log)
		bar_add(r, log1p((double)h->count[i]) / log1p((double)most), width);
	else
		bar_add(r, (double)h->count[i] / (double)most, width);
	if (h->count[i])
		row_addf(r, ST_NUM, " %" PRId64, h->count[i]);
}

void histogram_legend(struct tview *v, struct row *r)
{
	const struct stats *s = tview_stats(v);

	row_addf(r, ST_DIM, "%s counts", v->log ? "log" : "linear");
	row_addf(r, ST_NUM, "   zero %" PRId64, s->n_zero);
	row_addf(r, s->n_nan ? ST_BAD : ST_NUM, "   NaN %" PRId64, s->n_nan);
	row_addf(r, s->n_pinf + s->n_ninf ? ST_BAD : ST_NUM, "   Inf %" PRId64,
		 s->n_pinf + s->n_ninf);
}

static void stat_num(struct row *r, const char *label, double d)
{
	row_addf(r, ST_DIM, "%-10s", label);
	row_addf(r, isfinite(d) ? ST_NUM : ST_BAD, "%-14.6g", d);
}

static void stat_count(const struct stats *s, struct row *r, const char *label, int64_t n, bool bad)
{
	row_addf(r, ST_DIM, "%-10s", label);
	row_addf(r, bad && n ? ST_BAD : ST_NUM, "%" PRId64, n);
	if (n && s->n)
		row_addf(r, ST_DIM, "  (%.3g %%)", 100.0 * (double)n / (double)s->n);
}

static void stat_where(struct tview *v, struct row *r, int64_t flat)
{
	struct str s = STR_INIT;

	if (flat < 0 || v->t->rank == 0)
		return;
	seek_index_text(v->t, flat, &s);
	row_addf(r, ST_DIM, "at %s", str_z(&s));
	str_free(&s);
}

void statistics_row(struct tview *v, int i, struct row *r)
{
	static const char *const q_name[] = { "1 %", "5 %", "25 %", "median",
					      "75 %", "95 %", "99 %" };
	const struct stats *s = full_stats(v);

	i += (int)v->top;
	switch (i) {
	case 0: stat_count(s, r, "values", s->n, false); break;
	case 1: stat_num(r, "min", s->min); stat_where(v, r, s->argmin); break;
	case 2: stat_num(r, "max", s->max); stat_where(v, r, s->argmax); break;
	case 3: stat_num(r, "mean", s->mean); break;
	case 4: stat_num(r, "std", s->std); break;
	case 5: stat_count(s, r, "zero", s->n_zero, false); break;
	case 6: stat_count(s, r, "NaN", s->n_nan, true);
		if (s->n_nan) {
			row_add(r, ST_TEXT, "  ");
			stat_where(v, r, s->first_bad);
		}
		break;
	case 7: stat_count(s, r, "+Inf", s->n_pinf, true); break;
	case 8: stat_count(s, r, "-Inf", s->n_ninf, true); break;
	case 9: stat_count(s, r, "positive", s->n_pos, false); break;
	case 10: stat_count(s, r, "negative", s->n_neg, false); break;
	case 11: stat_count(s, r, "denormal", s->n_denormal, false); break;
	case 12: row_add(r, ST_HEAD, s->sampled ? "quantiles (of a sample)" : "quantiles"); break;
	default:
		if (i - 13 < 7)
			stat_num(r, q_name[i - 13], s->q[i - 13]);
	}
}
