/*
 * The pulse of a run: for each node the scale of what it computed, so that a jump, a NaN or a dead layer is
 * seen at a glance. Looked at when asked for, or when the values are about to be dropped.
 */
#include "debug/inside.h"

#include <math.h>

#include "base/clock.h"
#include "tensor/stats.h"

void pulse_look(struct event *e)
{
	struct stats all = { 0 };

	if (e->pulse != PULSE_UNKNOWN || e->dropped)
		return;
	/* only what it made itself: no constants, variables, or tensors handed on */
	for (int i = 0; e->bytes && i < e->n_out; i++) {
		const struct tensor *t = e->out[i];
		struct stats s;

		if (!t || dtype_info(t->dtype)->kind != DK_FLOAT)
			continue;
		stats_look(t, 0, &s);
		all.n += s.n;
		all.n_nan += s.n_nan;
		all.n_pinf += s.n_pinf + s.n_ninf;
		all.absmax = s.absmax > all.absmax ? s.absmax : all.absmax;
	}
	e->level = all.absmax > 0 ? (float)log10(all.absmax) : 0;
	e->pulse = !all.n ? PULSE_NONE : all.n_nan ? PULSE_NAN : all.n_pinf ? PULSE_INF :
		   all.absmax > 0 ? PULSE_FINE : all.n > 1 ? PULSE_DEAD : PULSE_NONE;
}

enum dbg_pulse_kind dbg_pulse(const struct dbg *d, uint64_t i, bool look, double *level)
{
	struct event *e = i < d->event.n ? (struct event *)&d->event.p[i] : NULL;

	if (e && look)	/* a cache: callers see no change */
		pulse_look(e);
	*level = e ? (double)e->level : 0;
	return e ? (enum dbg_pulse_kind)e->pulse : PULSE_NONE;
}

/* How many events have a pulse, as far as is known. */
static uint64_t count_known(const struct dbg *d, double look_ms)
{
	double until = clock_ms() + look_ms;
	bool look = true;
	uint64_t n = 0;

	for (uint64_t i = 0; i < d->event.n; i++) {
		struct event *e = (struct event *)&d->event.p[i];

		if (e->pulse == PULSE_UNKNOWN && look) {
			pulse_look(e);
			look = look_ms < 0 || clock_ms() < until;
		}
		n += e->pulse != PULSE_NONE;
	}
	return n;
}

static void column_add(struct dbg_column *c, const struct event *e, uint64_t i)
{
	if (!c->n++)
		c->first = i;
	c->last = i;
	c->n_bad += e->pulse == PULSE_NAN || e->pulse == PULSE_INF;
	c->worst = e->pulse > c->worst ? (enum dbg_pulse_kind)e->pulse : c->worst;
	if (e->pulse == PULSE_FINE && (double)e->level > c->level)
		c->level = (double)e->level;
}

int dbg_pulse_columns(const struct dbg *d, int width, double look_ms, struct dbg_column *col, uint64_t *nodes)
{
	uint64_t n = count_known(d, look_ms), w = width > 0 ? (uint64_t)width : 0, rank = 0, seq = dbg_seq(d);
	int here = -1, used = (int)(n < w ? n : w);

	if (nodes)
		*nodes = n;
	for (int c = 0; c < used; c++)
		col[c] = (struct dbg_column){ .worst = PULSE_UNKNOWN, .level = -INFINITY };
	for (uint64_t i = 0; used && i < d->event.n; i++) {
		int c = (int)(n > w ? rank * w / n : rank);

		if (d->event.p[i].pulse == PULSE_NONE)
			continue;
		rank++;
		column_add(&col[c], &d->event.p[i], i);
		here = i < seq ? c : here;
	}
	if (here >= 0)
		col[here].here = true;
	return used;
}

bool dbg_columns_range(const struct dbg_column *col, int n, double *lo, double *hi)
{
	*lo = INFINITY;
	*hi = -INFINITY;
	for (int i = 0; i < n; i++) {
		*lo = isfinite(col[i].level) && col[i].level < *lo ? col[i].level : *lo;
		*hi = isfinite(col[i].level) && col[i].level > *hi ? col[i].level : *hi;
	}
	return *hi >= *lo;
}

int dbg_column_mark(const struct dbg_column *col, int n, int i, int steps)
{
	double lo, hi;
	int k;

	if (col[i].worst == PULSE_NAN)
		return MARK_NAN;
	if (col[i].worst == PULSE_INF)
		return MARK_INF;
	if (col[i].worst == PULSE_DEAD)
		return MARK_DEAD;
	if (col[i].worst != PULSE_FINE || !dbg_columns_range(col, n, &lo, &hi))
		return MARK_UNKNOWN;
	k = hi > lo ? (int)(0.999 * steps * (col[i].level - lo) / (hi - lo)) : steps / 2;
	return k < 0 ? 0 : k >= steps ? steps - 1 : k;
}

int64_t dbg_worst(const struct dbg *d)
{
	enum dbg_pulse_kind kind = PULSE_NONE;
	double most = 0, level;
	int64_t worst = -1;

	for (uint64_t i = 0; i < d->event.n; i++) {
		enum dbg_pulse_kind k = dbg_pulse(d, i, true, &level);

		if (k < PULSE_FINE || k == PULSE_DEAD)
			continue;
		if (k > kind || (k == kind && k == PULSE_FINE && level > most)) {
			kind = k;
			most = level;
			worst = (int64_t)i;
		}
	}
	return worst;
}
