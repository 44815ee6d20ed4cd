/* Running for a cause, the table of rules, and what rules say; see why.h. */
#include "debug/why.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "tensor/print.h"
#include "tensor/stats.h"

static const struct {
	const char *name;
	enum why_verdict (*ask)(struct why *w);
} rules[] = {
	{ "loop", why_endless },
	{ "failure", why_failure },
	{ "nan", why_nan },
	{ "overflow", why_overflow },
	{ "cast", why_cast },
	{ "underflow", why_underflow },
	{ "dead", why_dead },
	{ "random", why_random },
	{ "constant", why_constant },
};

/* ---- the run ---- */

static void outputs(struct why *w, struct exec *x)
{
	w->out = xcalloc((size_t)w->sig->n_out + 1, sizeof(*w->out));
	for (uint32_t i = 0; i < w->sig->n_out; i++)
		w->out[i] = tape_find(w->tape, exec_fetch(x, i));
}

bool why_run(struct why *w, struct exec *x, const struct signature *sig, const struct why_opts *o,
	     struct err *err)
{
	struct exec_event ev;
	bool on = true;

	memset(w, 0, sizeof(*w));
	w->tape = tape_new();
	w->sig = sig;
	w->failed = w->event = TAPE_NONE;
	exec_keep_values(x, true);
	while (on) {
		if (!exec_step(x, EV_RAN | EV_WROTE | EV_FAILED | EV_ENTERED, &ev, err))
			return false;
		switch (ev.kind) {
		case EV_RAN:
			tape_add(w->tape, x, &ev);
			on = loop_event(w, x, &ev, o);
			w->stopped = !on;
			break;
		case EV_WROTE:
			tape_wrote(w->tape);
			break;
		case EV_FAILED:
			w->failed = tape_add(w->tape, x, &ev);
			w->err.code = exec_error(x)->code;
			w->err.msg = xstrdup(exec_error(x)->msg ? exec_error(x)->msg : "");
			on = false;
			break;
		case EV_ENTERED:
			on = loop_event(w, x, &ev, o);
			w->stopped = !on;
			break;
		case EV_INTERRUPT:
			return err_set(err, ERR_KIND_INTERRUPT, ERR_CANCELLED, "interrupted");
		default:
			on = ev.kind != EV_DONE;
			break;
		}
	}
	outputs(w, x);
	return true;
}

enum why_verdict why_judge(struct why *w)
{
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
		enum why_verdict v = rules[i].ask(w);

		w->rule = rules[i].name;
		if (v != WHY_NOTHING)
			return v;
	}
	return WHY_NOTHING;
}

void why_free(struct why *w)
{
	loop_free(w);
	tape_free(w->tape);
	free(w->out);
	err_clear(&w->err);
	str_free(&w->node);
	str_free(&w->sentence);
	str_free(&w->evidence);
}

/* ---- what rules say ---- */

enum why_verdict why_say(struct why *w, uint32_t event, const char *fmt, ...)
{
	const struct tape_event *e = tape_event(w->tape, event);
	va_list ap;

	w->event = event;
	str_clear(&w->node);
	str_clear(&w->sentence);
	if (e) {
		str_escaped(&w->node, sv_of(e->path));
		str_addz(&w->node, e->iter);
	}
	va_start(ap, fmt);
	str_vaddf(&w->sentence, fmt, ap);
	va_end(ap);
	return WHY_FOUND;
}

void why_note(struct why *w, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	str_vaddf(&w->evidence, fmt, ap);
	va_end(ap);
	str_addc(&w->evidence, '\n');
}

static void counts(struct str *s, const struct stats *st)
{
	if (st->n_nan)
		str_addf(s, ", %lld NaN", (long long)st->n_nan);
	if (st->n_pinf)
		str_addf(s, ", %lld inf", (long long)st->n_pinf);
	if (st->n_ninf)
		str_addf(s, ", %lld -inf", (long long)st->n_ninf);
}

enum { NOTE_ALL = 8 };

static void elements(struct str *s, const struct tensor *t)
{
	str_addz(s, t->n == 1 ? " = " : " = [");
	for (int64_t i = 0; i < t->n; i++) {
		str_addz(s, i ? "," : "");
		print_element(s, t, i);
	}
	str_addz(s, t->n == 1 ? "" : "]");
}

void why_note_value(struct why *w, const char *what, uint32_t value)
{
	const struct tape_value *v = tape_value(w->tape, value);
	const struct tape_event *e = tape_maker(w->tape, value);
	struct str s = STR_INIT;
	struct stats st;

	if (!v) {
		why_note(w, "  %s: no value", what);
		return;
	}
	print_type(&s, v->t);
	stats_of(v->t, &st);
	if (v->t->n > 0 && v->t->n <= NOTE_ALL && dtype_info(v->t->dtype)->kind != DK_OBJECT) {
		elements(&s, v->t);
	} else if (st.n_finite) {
		str_addf(&s, ", from %.6g to %.6g", st.min, st.max);
	}
	counts(&s, &st);
	if (e) {
		str_addz(&s, "  (");
		str_escaped(&s, e->n ? e->n->name : SV(""));
		str_addf(&s, ":%u)", v->slot);
	}
	why_note(w, "  %s: %s", what, str_z(&s));
	str_free(&s);
}

/* ---- where values come from ---- */

bool why_is_input(const struct tape_event *e)
{
	static const char *const names[] = { "Placeholder", "PlaceholderWithDefault", "PlaceholderV2", "_Arg", NULL };

	/* a node that was fed in the place of its output takes nothing */
	return op_is_one(e, names) || (e && !e->n_in && e->n->n_in);
}

bool why_is_given(const struct tape_event *e)
{
	static const char *const names[] = {
		"Const", "ReadVariableOp", "VariableV2", "Variable", "VarHandleOp", "ImmutableConst", "HostConst",
		"RestoreV2", NULL,
	};

	return why_is_input(e) || op_is_one(e, names);
}

bool why_from_input(const struct why *w, uint32_t v)
{
	uint8_t *seen = xcalloc((size_t)tape_n(w->tape) + 1, 1);
	bool yes = false;

	tape_mark(w->tape, v, seen, NULL, NULL);
	for (uint32_t k = 0; k < tape_n(w->tape) && !yes; k++)
		yes = seen[k] && why_is_input(tape_event(w->tape, k));
	free(seen);
	return yes;
}

/* ---- values that reach an output ---- */

/* Ops whose result tells nothing of their input's values. */
bool why_shape_only(struct sv op)
{
	static const char *const names[] = { "Shape", "ShapeN", "Size", "Rank", "ZerosLike", "OnesLike", NULL };

	for (const char *const *p = names; *p; p++)
		if (sv_is(op, *p))
			return true;
	return false;
}

static bool cut_shapes(void *ctx, const struct tape_event *e, uint32_t input)
{
	(void)ctx;
	(void)input;
	return why_shape_only(e->n->op);
}

/* Marks the events whose values reach an output (or, of one output, that one). */
uint8_t *why_reaching(const struct why *w, uint32_t only)
{
	uint8_t *seen = xcalloc((size_t)tape_n(w->tape) + 1, 1);

	for (uint32_t i = 0; i < w->sig->n_out; i++)
		if (only == TAPE_NONE || only == i)
			tape_mark(w->tape, w->out[i], seen, cut_shapes, NULL);
	return seen;
}

enum why_verdict why_first(struct why *w, why_judge_fn judge)
{
	uint8_t *reach = why_reaching(w, TAPE_NONE);
	enum why_verdict v = WHY_NOTHING;

	for (uint32_t k = 0; k < tape_n(w->tape) && v == WHY_NOTHING; k++)
		if (reach[k])
			v = judge(w, k, tape_event(w->tape, k));
	free(reach);
	return v;
}

const struct tensor *why_in(const struct why *w, const struct tape_event *e, uint32_t i)
{
	const struct tape_value *v = i < e->n_in ? tape_value(w->tape, e->in[i]) : NULL;

	return v ? v->t : NULL;
}

const struct tensor *why_out(const struct why *w, const struct tape_event *e)
{
	const struct tape_value *v = e->n_out ? tape_value(w->tape, e->out[0]) : NULL;

	return v ? v->t : NULL;
}

void why_notes(struct why *w, const struct tape_event *e)
{
	if (e->n_out)
		why_note_value(w, "makes", e->out[0]);
	for (uint32_t i = 0; i < e->n_in; i++) {
		char what[32];

		snprintf(what, sizeof(what), "input %u", i);
		why_note_value(w, what, e->in[i]);
	}
}

/* ---- the way there ---- */

enum { PATH_MAX_LINES = 24, PATH_HEAD = 8 };

/* From the finding up: of each node the input that leads to an input of the run, by the shortest way. */
static bool way_up(const struct why *w, uint32_t event, uint32_t **from, uint32_t *start)
{
	uint32_t n = tape_n(w->tape);
	VEC(uint32_t) queue = { 0 };
	bool found = false;

	*from = xmalloc(((size_t)n + 1) * sizeof(**from));
	for (uint32_t i = 0; i < n; i++)
		(*from)[i] = TAPE_NONE;
	(*from)[event] = event;
	vec_push(&queue, event);
	for (size_t q = 0; q < queue.n && !found; q++) {
		const struct tape_event *e = tape_event(w->tape, queue.p[q]);

		*start = queue.p[q];
		if (why_is_input(e)) {
			found = true;
			break;
		}
		for (uint32_t i = 0; i < tape_n_behind(e); i++) {
			uint32_t up = tape_behind(w->tape, e, i);

			if (up == TAPE_NONE || (*from)[up] != TAPE_NONE)
				continue;
			(*from)[up] = queue.p[q];
			vec_push(&queue, up);
		}
	}
	vec_free(&queue);
	return found;
}

static void path_line(const struct why *w, uint32_t event, struct str *out)
{
	const struct tape_event *e = tape_event(w->tape, event);
	const struct tape_value *v = e->n_out ? tape_value(w->tape, e->out[0]) : NULL;

	str_addz(out, "  ");
	str_escaped(out, sv_of(e->path));
	str_addf(out, "%s (%.*s)", e->iter, SV_ARG(e->n->op));
	if (v) {
		str_addz(out, " ");
		print_type(out, v->t);
	}
	str_addc(out, '\n');
}

static void path_to(const struct why *w, uint32_t event, struct str *out)
{
	uint32_t *from, start, k, n = 0, i = 0;

	if (way_up(w, event, &from, &start)) {
		for (k = start; k != event; k = from[k])
			n++;
		for (k = start;; k = from[k], i++) {
			if (n < PATH_MAX_LINES || i < PATH_HEAD || n - i < PATH_MAX_LINES - PATH_HEAD)
				path_line(w, k, out);
			else if (i == PATH_HEAD)
				str_addf(out, "  ... %u nodes ...\n", n - PATH_MAX_LINES + 1);
			if (k == event)
				break;
		}
	} else {
		path_line(w, event, out);
	}
	free(from);
}

/* Where a finding that no input leads to meets what an input leads to. */
static uint32_t meeting(const struct why *w)
{
	uint32_t n = tape_n(w->tape);
	uint8_t *after = xcalloc((size_t)n + 1, 1);
	uint32_t found = TAPE_NONE;

	after[w->event] = 1;
	for (uint32_t k = w->event + 1; k < n && found == TAPE_NONE; k++) {
		const struct tape_event *e = tape_event(w->tape, k);
		bool other = false;

		for (uint32_t i = 0; i < tape_n_behind(e); i++) {
			uint32_t up = tape_behind(w->tape, e, i);

			after[k] |= up != TAPE_NONE && after[up];
		}
		for (uint32_t i = 0; after[k] && i < e->n_in; i++)
			other |= why_from_input(w, e->in[i]);
		if (other)
			found = k;
	}
	free(after);
	return found;
}

void why_path(const struct why *w, struct str *out)
{
	const struct tape_event *e = tape_event(w->tape, w->event);
	bool led = false;
	uint32_t k;

	if (!e)
		return;
	for (uint32_t i = 0; i < e->n_in; i++)
		led |= why_from_input(w, e->in[i]);
	k = led || why_is_input(e) ? TAPE_NONE : meeting(w);
	if (k != TAPE_NONE)
		path_line(w, w->event, out);
	path_to(w, k == TAPE_NONE ? w->event : k, out);
}
