/*
 * The pulse of a run: for each node the scale of what it computed, so that a jump, a NaN or a dead layer is
 * seen at a glance. Looked at when asked for, or when the values are about to be dropped.
 */
#include "debug/inside.h"

#include <math.h>

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
