/*
 * The pulse of a run: for each node the scale of what it computed, so that a jump, a NaN or a dead layer is
 * seen at a glance. Looked at when asked for, or when the values are about to be dropped.
 */
#include "debug/inside.h"

#include <float.h>
#include <math.h>

#include "tensor/stats.h"

struct scan {
	double absmax;
	bool nan, inf;
	int64_t n;
};

static void scan_floats(struct scan *s, const float *p, int64_t n)
{
	float max = 0;
	bool nan = false, inf = false;

	for (int64_t i = 0; i < n; i++) {
		float a = fabsf(p[i]);

		nan |= a != a;
		inf |= a > FLT_MAX;
		max = a <= FLT_MAX && a > max ? a : max;
	}
	s->nan |= nan;
	s->inf |= inf;
	s->absmax = max > s->absmax ? max : s->absmax;
}

static void scan_others(struct scan *s, const struct tensor *t)
{
	for (int64_t i = 0; i < t->n; i++) {
		double a = fabs(tensor_get_f64(t, i));

		s->nan |= isnan(a);
		s->inf |= isinf(a);
		s->absmax = isfinite(a) && a > s->absmax ? a : s->absmax;
	}
}

void pulse_look(struct event *e)
{
	struct scan s = { 0 };

	if (e->pulse != PULSE_UNKNOWN || e->dropped)
		return;
	/* only what it made itself: no constants, variables, or tensors handed on */
	for (int i = 0; e->bytes && i < e->n_out; i++) {
		const struct tensor *t = e->out[i];

		if (!t || dtype_info(t->dtype)->kind != DK_FLOAT)
			continue;
		s.n += t->n;
		if (t->dtype == DT_FLOAT)
			scan_floats(&s, t->data, t->n);
		else
			scan_others(&s, t);
	}
	e->level = s.absmax > 0 ? (float)log10(s.absmax) : 0;
	e->pulse = !s.n ? PULSE_NONE : s.nan ? PULSE_NAN : s.inf ? PULSE_INF : s.absmax > 0 ? PULSE_FINE
		   : s.n > 1 ? PULSE_DEAD : PULSE_NONE;
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
