/* What rules say: the sentence, and the evidence in lines; see why.h. */
#include <stdarg.h>
#include <stdio.h>

#include "debug/why.h"
#include "tensor/print.h"
#include "tensor/seek.h"
#include "tensor/stats.h"

/* One line, whatever names and strings of the model are in it. */
static void escaped(struct str *to, const char *fmt, va_list ap)
{
	struct str s = STR_INIT;

	str_vaddf(&s, fmt, ap);
	str_escaped(to, str_sv(&s));
	str_free(&s);
}

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
	escaped(&w->sentence, fmt, ap);
	va_end(ap);
	return WHY_FOUND;
}

void why_note(struct why *w, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	escaped(&w->evidence, fmt, ap);
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
	str_addz(s, t->dtype == DT_RESOURCE ? "" : " = ");
	str_addz(s, t->n == 1 ? "" : "[");
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
	if (v->t->dtype != DT_RESOURCE)
		print_type(&s, v->t);
	stats_of(v->t, &st);
	if (v->t->n > 0 && v->t->n <= NOTE_ALL && v->t->dtype != DT_VARIANT) {
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

/* ---- elements ---- */

void why_index_text(struct str *s, const struct tensor *t, int64_t flat)
{
	if (t->rank)
		seek_index_text(t, flat, s);
}

int64_t why_source(const struct tensor *out, const struct tensor *in, int64_t flat)
{
	int64_t at = 0, step = 1;

	if (in->rank > out->rank)
		return -1;
	for (int d = out->rank - 1, k = in->rank - 1; k >= 0; d--, k--) {
		int64_t i = flat % out->dim[d];

		flat /= out->dim[d];
		if (in->dim[k] != out->dim[d] && in->dim[k] != 1)
			return -1;
		at += in->dim[k] == 1 ? 0 : i * step;
		step *= in->dim[k];
	}
	return at < in->n ? at : -1;
}

static bool elementwise(const struct tape_event *e)
{
	static const char *const names[] = {
		"Add",	   "AddV2",	 "Sub",	     "Mul",	"Div",
		"RealDiv", "FloorDiv",	 "Pow",	     "Square",	"SquaredDifference",
		"Log",	   "Log1p",	 "Exp",	     "Expm1",	"Sqrt",
		"Rsqrt",   "Reciprocal", "Inv",	     "Acos",	"Asin",
		"Acosh",   "Atanh",	 "Sinh",     "Cosh",	"Sin",
		"Cos",	   "Tan",	 "Cast",     "Xlogy",	"Xlog1py",
		"Xdivy",   "Neg",	 "Abs",	     "AddN",	"Digamma",
		"Lgamma",  "Mod",	 "FloorMod", "Maximum", "Minimum",
		"Atan2",   "Softplus",	 "Erfinv",   "Ndtri",	NULL,
	};

	return op_is_one(e, names);
}

void why_note_element(struct why *w, const struct tape_event *e, const struct tensor *t,
		      int64_t flat)
{
	struct str s = STR_INIT;

	if (flat < 0 || flat >= t->n)
		return;
	str_addz(&s, "  element ");
	why_index_text(&s, t, flat);
	str_addz(&s, t->rank ? " is " : "is ");
	print_element(&s, t, flat);
	for (uint32_t k = 0; elementwise(e) && k < e->n_in; k++) {
		const struct tensor *in = why_in(w, e, k);
		int64_t at = in ? why_source(t, in, flat) : -1;

		if (at < 0)
			continue;
		str_addf(&s, "%s input %u: ", k ? "," : ", made of", k);
		print_element(&s, in, at);
	}
	why_note(w, "%s", str_z(&s));
	str_free(&s);
}

enum { MAX_SAMPLES = 20 };

void why_note_samples(struct why *w, const struct tensor *t, why_bad_fn bad, const void *ctx)
{
	struct str s = STR_INIT;
	int64_t per = t->rank && t->dim[0] ? t->n / t->dim[0] : 0, n = 0;

	if (t->rank < 1 || t->dim[0] < 2)
		return;
	for (int64_t b = 0; b < t->dim[0]; b++) {
		bool hit = false;

		for (int64_t k = 0; k < per && !hit; k++)
			hit = bad(ctx, t, b * per + k);
		if (hit && n++ < MAX_SAMPLES)
			str_addf(&s, "%s%lld", s.n ? ", " : "", (long long)b);
	}
	if (n && n < t->dim[0])
		why_note(w, "  of the batch of %lld, bad: %s%s", (long long)t->dim[0], str_z(&s),
			 n > MAX_SAMPLES ? " ..." : "");
	str_free(&s);
}
