/* See gather.h. */
#include "tensor/gather.h"

void gather_init(struct gather *g, enum dtype t, int64_t total)
{
	enum dtype_kind kind = dtype_info(t)->kind;

	*g = (struct gather){ .sum = { .stats = { .argmin = -1, .argmax = -1, .first_bad = -1 }, .unique = -1 } };
	g->sum.strings = kind == DK_STRING;
	g->sum.stats.numeric = kind != DK_STRING && kind != DK_OBJECT && kind != DK_NONE;
	spread_init(&g->spread, t, total < 0 || kind == DK_OBJECT || kind == DK_NONE ? 0 : total);
}

void gather_free(struct gather *g)
{
	spread_free(&g->spread);
}

static void add_strings(struct gather *g, const struct tensor *t)
{
	struct summary *s = &g->sum;

	for (int64_t i = 0; i < t->n; i++) {
		size_t n = tensor_str(t, i).n;

		s->n_empty += n == 0;
		if (s->stats.n + i == 0 || n < s->shortest)
			s->shortest = n;
		if (n > s->longest)
			s->longest = n;
	}
	s->stats.n += t->n;
}

void gather_add(struct gather *g, const struct tensor *t, int64_t (*index)(void *ctx, int64_t i), void *ctx)
{
	struct stats part;

	if (g->sum.strings) {
		add_strings(g, t);
		spread_add(&g->spread, t);
		return;
	}
	if (!g->sum.stats.numeric) {
		g->sum.stats.n += t->n;
		return;
	}
	stats_look(t, STATS_MOMENTS, &part);
	if (part.argmin >= 0)
		part.argmin = index(ctx, part.argmin);
	if (part.argmax >= 0)
		part.argmax = index(ctx, part.argmax);
	if (part.first_bad >= 0)
		part.first_bad = index(ctx, part.first_bad);
	stats_merge(&g->sum.stats, &part);
	spread_add(&g->spread, t);
}

void gather_end(struct gather *g, struct summary *out)
{
	struct stats *s = &g->sum.stats;

	spread_end(&g->spread);
	s->sampled = g->spread.step > 1;
	g->sum.unique = spread_unique(&g->spread, &g->sum.unique_many);
	if (s->numeric && s->n_finite) {
		spread_quantiles(&g->spread, s->q);
		spread_histogram(&g->spread, SUMMARY_BINS, s->min, s->max, &g->sum.hist);
	}
	*out = g->sum;
	gather_free(g);
}

static int64_t as_is(void *ctx, int64_t i)
{
	(void)ctx;
	return i;
}

void summary_of(const struct tensor *t, struct summary *out)
{
	struct gather g;

	gather_init(&g, t->dtype, t->n);
	gather_add(&g, t, as_is, NULL);
	gather_end(&g, out);
}
