/*
 * Moving backwards: to the position before an earlier tick, by putting back a saved state and replaying; and
 * making dropped values again.
 */
#include "debug/inside.h"

#include <stdlib.h>
#include <string.h>

static bool go_to(struct dbg *d, uint64_t tick, const char *why, struct err *err)
{
	str_clear(&d->log);
	d->was_done = false;
	if (!machine_goto(d, tick, err))
		return false;
	err_clear(&d->err);
	dbg_stop(d, DBG_STOPPED, "%s", why);
	return true;
}

static bool can_go_back(const struct dbg *d, struct err *err)
{
	if (d->state == DBG_IDLE)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION, "there is no run yet");
	return true;
}

/* The n-th position before here (over: at the depth of the one after it, or out of its call); false
 * when there are fewer: the first then. */
static bool earlier(const struct dbg *d, uint64_t n, bool over, uint64_t *tick)
{
	int depth = depth_here(d);

	for (uint64_t t = d->here; t-- > 0;) {
		if (tick_is_arg(d, t) || (over && d->tick.p[t].fr->depth > depth))
			continue;
		*tick = t;
		depth = d->tick.p[t].fr->depth;
		if (--n == 0)
			return true;
	}
	return false;
}

static bool back(struct dbg *d, uint64_t n, bool over, struct err *err)
{
	uint64_t tick = d->here;
	bool all;

	if (!can_go_back(d, err))
		return false;
	if (n == 0)
		return true;
	all = earlier(d, n, over, &tick);
	if (tick == d->here)
		return err_set(err, ERR_KIND_USAGE, ERR_OUT_OF_RANGE,
			       "this is the beginning of the run");
	return go_to(d, tick, all ? (over ? "back over" : "back") : "the beginning", err);
}

bool dbg_back(struct dbg *d, uint64_t n, struct err *err)
{
	return back(d, n, false, err);
}

bool dbg_back_over(struct dbg *d, uint64_t n, struct err *err)
{
	return back(d, n, true, err);
}

static bool reversed_to(struct dbg *d, uint64_t tick, struct breakpoint *b, struct str *why, struct err *err)
{
	bool ok = machine_goto(d, tick, err);

	if (ok) {
		err_clear(&d->err);
		break_hit(d, b, str_z(why));
	}
	str_free(why);
	return ok;
}

bool dbg_reverse_continue(struct dbg *d, struct err *err)
{
	struct breakpoint *b;
	struct str why = STR_INIT;
	uint64_t first = 0;

	if (!can_go_back(d, err))
		return false;
	str_clear(&d->log);
	for (uint64_t t = d->here; t-- > 0;) {
		/* behind this tick's node, where a condition on its value stopped the run */
		if (t + 1 < d->here && d->tick.p[t].event >= 0) {
			b = break_after(d, (uint64_t)d->tick.p[t].event, &why);
			if (b)
				return reversed_to(d, t + 1, b, &why, err);
		}
		b = break_due(d, t);
		if (b)
			return reversed_to(d, t, b, &why, err);
		if (!tick_is_arg(d, t))
			first = t;
	}
	str_free(&why);
	return go_to(d, first, "the beginning", err);
}

/* Beyond what has run, to be run now; not, when the run has ended there. */
static bool ahead(struct dbg *d, uint64_t seq, struct err *err)
{
	size_t n = d->event.n;

	if (d->tick.n == 0 || vec_last(&d->tick).event >= 0)
		return err_set(err, ERR_KIND_USAGE, ERR_OUT_OF_RANGE, "event %llu is beyond the %zu that ran",
			       (unsigned long long)seq, n);
	return dbg_goto(d, n, err) && run_to(d, seq, err);
}

bool dbg_goto(struct dbg *d, uint64_t seq, struct err *err)
{
	uint64_t tick;

	if (!can_go_back(d, err))
		return false;
	if (seq > d->event.n)
		return ahead(d, seq, err);
	if (seq < d->event.n)
		return go_to(d, d->event.p[seq].tick, "goto", err);
	/* the furthest position: before the last node that was reached, or behind it */
	if (d->tick.n == 0 || d->here == d->tick.n)
		return true;
	tick = d->tick.n - 1;
	if (d->tick.p[tick].event < 0)
		return go_to(d, tick, "goto", err);
	if (!machine_goto(d, d->tick.n, err))
		return false;
	stop_ended(d);
	return true;
}

struct standing standing_of(const struct dbg *d)
{
	return (struct standing){ d->state, d->here, d->chosen };
}

bool standing_return(struct dbg *d, const struct standing *p, struct err *err)
{
	char *why = xstrdup(d->why), *on_hit = d->on_hit;
	bool ok = machine_goto(d, p->here, err);

	d->on_hit = NULL;
	if (ok && p->state == DBG_FAILED) {
		if (history_full(d) || machine_next(d) == GOT_FAILED)
			stop_failed(d);
	} else if (ok && p->state == DBG_DONE) {
		stop_ended(d);
	} else if (ok) {
		dbg_stop(d, p->state, "%s", why);
	}
	d->chosen = p->chosen;
	free(d->on_hit);
	d->on_hit = on_hit;
	free(why);
	return ok;
}

bool dbg_recompute(struct dbg *d, uint64_t event, struct err *err)
{
	struct standing here = standing_of(d);
	bool ok;

	if (event >= d->event.n)
		return err_set(err, ERR_KIND_USAGE, ERR_OUT_OF_RANGE, "no such event");
	if (!d->event.p[event].dropped)
		return true;
	d->refill = (int64_t)event;
	ok = machine_goto(d, d->event.p[event].tick, err);
	d->replaying = true;
	while (ok && d->event.p[event].dropped) {
		give_recorded(d);
		ok = machine_next(d) == GOT_NODE;
	}
	ok = !d->event.p[event].dropped;
	d->replaying = false;
	d->refill = -1;
	ok = standing_return(d, &here, err) && ok;
	return ok || err_set(err, ERR_KIND_OP, ERR_INTERNAL, "the value could not be recomputed");
}
