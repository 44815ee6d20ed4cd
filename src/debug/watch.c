/*
 * Watches and expectations: breakpoints that do not stop, but tell of each tensor that a node made, or
 * judge it. What watches say is kept in d->log until the next move; what was expected of outputs, or
 * recorded ("like"), is judged when the run is over.
 */
#include "debug/inside.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "codec/crc32c.h"
#include "tensor/print.h"
#include "tensor/stats.h"

enum { LOG_MAX = 1 << 16 };

/* ---- telling ---- */

/* "float32 [3]  -1 .. 4, 2 NaN" */
static void value_line(struct str *out, const struct tensor *t)
{
	struct stats s;

	print_type(out, t);
	if (dtype_info(t->dtype)->kind == DK_OBJECT)
		return;
	stats_of(t, &s);
	if (s.numeric && s.n_finite && t->n == 1)
		str_addf(out, " = %.9g", s.min);
	else if (s.numeric && s.n_finite)
		str_addf(out, "  %.6g .. %.6g", s.min, s.max);
	if (s.numeric && s.n_nan)
		str_addf(out, ", %lld NaN", (long long)s.n_nan);
	if (s.numeric && s.n_pinf + s.n_ninf)
		str_addf(out, ", %lld infinite", (long long)(s.n_pinf + s.n_ninf));
}

/* The older half goes when a long loop has said too much. */
static void log_trim(struct str *log)
{
	static const char gone[] = "(earlier lines of watches are left out)\n";
	const char *p = log->n > LOG_MAX ? memchr(log->p + log->n / 2, '\n', log->n - log->n / 2) : NULL;
	struct str rest = STR_INIT;

	if (!p)
		return;
	str_addz(&rest, gone);
	str_add(&rest, (struct sv){ p + 1, log->n - (size_t)(p + 1 - log->p) });
	str_free(log);
	*log = rest;
}

static void tell(struct dbg *d, struct breakpoint *b, const struct event *e, int slot)
{
	b->made++;
	str_addf(&d->log, "watch %d: ", b->id);
	str_escaped(&d->log, e->fr->prefix);
	str_escaped(&d->log, graph_node_name(e->fr->graph, e->node));
	str_addf(&d->log, ":%d%s  ", slot, e->fr->iter);
	if (e->out[slot])
		value_line(&d->log, e->out[slot]);
	else
		str_addz(&d->log, "dead");
	str_addz(&d->log, "\n");
	log_trim(&d->log);
}

/* ---- judging ---- */

static void judge(struct dbg *d, struct breakpoint *b, const struct event *e, int slot)
{
	struct str why = STR_INIT, s = STR_INIT;

	b->made++;
	if (!b->cond.n || !e->out[slot] ||
	    cond_meets(&b->cond, e->out[slot], event_before(d, e, slot), frec_iter(e->fr), &why)) {
		str_free(&why);
		return;
	}
	if (!b->failed++) {
		str_escaped(&s, e->fr->prefix);
		str_escaped(&s, graph_node_name(e->fr->graph, e->node));
		str_addf(&s, ":%d%s: %s", slot, e->fr->iter, str_z(&why));
		free(b->seen);
		b->seen = str_give(&s);
	}
	str_free(&why);
}

void watches_see(struct dbg *d, uint64_t event)
{
	const struct event *e = &d->event.p[event];

	for (size_t i = 0; i < d->brk.n; i++) {
		struct breakpoint *b = &d->brk.p[i];

		if (b->role == ROLE_BREAK || !b->enabled || b->output != -1 ||
		    (e->call && b->kind != BREAK_NAME) || !break_meets_node(b, e->fr, e->node))
			continue;
		for (int k = 0; k < e->n_out; k++) {
			if (b->slot >= 0 && b->slot != k)
				continue;
			b->last = (int64_t)event;
			b->last_slot = k;
			if (b->role == ROLE_WATCH)
				tell(d, b, e, k);
			else
				judge(d, b, e, k);
		}
	}
}

void watches_reset(struct dbg *d)
{
	for (size_t i = 0; i < d->brk.n; i++) {
		struct breakpoint *b = &d->brk.p[i];

		b->last = -1;
		b->made = b->failed = 0;
		free(b->seen);
		b->seen = NULL;
	}
	str_clear(&d->log);
}

const char *dbg_watched(const struct dbg *d)
{
	return str_z(&d->log);
}

int64_t dbg_watch_last(const struct dbg *d, int i, int *slot)
{
	const struct breakpoint *b = i >= 0 && (size_t)i < d->brk.n ? &d->brk.p[i] : NULL;
	int64_t e = b ? b->last : -1;

	while (e >= 0 && ((uint64_t)e >= d->event.n || (uint64_t)e >= history_seq(d)))
		e = (uint64_t)e < d->event.n ? d->event.p[e].prev : -1;
	*slot = b ? b->last_slot : 0;
	return e;
}

/* ---- what was recorded ---- */

/* Sums in which each element has a weight of its own, so that exchanged elements are seen. */
static double mixed(const struct tensor *t)
{
	double sum = 0;

	for (int64_t i = 0; i < t->n; i++) {
		double v = tensor_get_f64(t, i);

		if (isfinite(v))
			sum += v * (double)(i % 97 + 1) / 97;
	}
	return t->n ? sum / (double)t->n : 0;
}

static uint32_t content_crc(const struct tensor *t)
{
	uint32_t crc = 0;

	if (t->dtype != DT_STRING)
		return crc32c(0, t->data, t->bytes);
	for (int64_t i = 0; i < t->n; i++) {
		struct sv s = tensor_str(t, i);
		uint64_t n = s.n;

		crc = crc32c(crc, &n, sizeof(n));
		crc = crc32c(crc, s.p, s.n);
	}
	return crc;
}

void dbg_like_text(const struct tensor *t, struct str *out)
{
	enum dtype_kind kind = dtype_info(t->dtype)->kind;
	struct stats s;

	print_type(out, t);
	if (kind == DK_OBJECT)
		return;
	if (kind != DK_FLOAT) {
		str_addf(out, " crc=%08x", content_crc(t));
		return;
	}
	stats_of(t, &s);
	str_addf(out, " nan=%lld inf=%lld absmax=%.7g min=%.7g max=%.7g mean=%.7g std=%.7g mix=%.7g",
		 (long long)s.n_nan, (long long)(s.n_pinf + s.n_ninf), s.n_finite ? s.absmax : 0,
		 s.n_finite ? s.min : 0, s.n_finite ? s.max : 0, s.n_finite ? s.mean : 0,
		 s.n_finite ? s.std : 0, mixed(t));
}

static struct sv next_word(struct sv *s)
{
	long c = sv_find(*s, ' ');
	struct sv w = c < 0 ? *s : sv_sub(*s, 0, (size_t)c);

	*s = sv_sub(*s, w.n + (c >= 0), s->n);
	return w;
}

static bool value_of(struct sv word, const char *key, double *v)
{
	size_t n = strlen(key);
	char buf[64];

	if (word.n <= n + 1 || word.n - n >= sizeof(buf) || memcmp(word.p, key, n) || word.p[n] != '=')
		return false;
	memcpy(buf, word.p + n + 1, word.n - n - 1);
	buf[word.n - n - 1] = 0;
	*v = strtod(buf, NULL);
	return true;
}

/* Words equal, but for numbers that rounding may move: to 1e-5 of the largest element. */
static bool alike(struct sv want, struct sv is)
{
	static const char *const loose[] = { "absmax", "min", "max", "mean", "std", "mix" };
	double scale = 0;

	while (want.n || is.n) {
		struct sv a = next_word(&want), b = next_word(&is);
		bool near = sv_eq(a, b);
		double x, y;

		value_of(a, "absmax", &scale);
		for (size_t i = 0; !near && i < sizeof(loose) / sizeof(loose[0]); i++)
			near = value_of(a, loose[i], &x) && value_of(b, loose[i], &y) &&
			       fabs(x - y) <= 1e-5 * scale;
		if (!near)
			return false;
	}
	return true;
}

static struct tensor *expected(struct dbg *d, const struct breakpoint *b)
{
	uint64_t e = (uint64_t)b->last;

	if (b->output >= 0)
		return d->state == DBG_DONE ? dbg_output(d, (uint32_t)b->output) : NULL;
	if (b->last < 0 || e >= d->event.n || !dbg_recompute(d, e, NULL))
		return NULL;
	return d->event.p[e].out[b->last_slot];
}

bool dbg_expect_met(struct dbg *d, int i, struct str *why)
{
	struct breakpoint *b = &d->brk.p[i];
	struct str is = STR_INIT;
	struct tensor *t;
	bool ok;

	if (b->failed) {
		str_addf(why, "%s (%llu of %llu)", b->seen, (unsigned long long)b->failed,
			 (unsigned long long)b->made);
		return false;
	}
	if (b->output == OUTPUT_FAILURE) {
		ok = d->state == DBG_FAILED && sv_eq(b->like, str_sv(&d->path));
		if (!ok)
			str_addf(why, d->state == DBG_FAILED ? "it failed at %s" : "it did not fail", str_z(&d->path));
		return ok;
	}
	t = expected(d, b);
	if (!t) {
		str_addz(why, "it was not made");
		return false;
	}
	if (!b->like.n)
		return !b->cond.n || b->output < 0 || cond_meets(&b->cond, t, NULL, -1, why);
	dbg_like_text(t, &is);
	ok = alike(b->like, str_sv(&is));
	if (!ok)
		str_addf(why, "it is %s", str_z(&is));
	str_free(&is);
	return ok;
}
