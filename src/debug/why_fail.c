/* Why a node failed: which rule knows the error, and what every failure shows as evidence. */
#include <stdio.h>
#include <string.h>

#include "debug/why.h"

/* ---- the rule ---- */

static bool about_shapes(const char *msg)
{
	static const char *const words[] = {
		"shape",       "Shape",	    "dimension", "Dimension",	 "size",
		"rank",	       "Matrix",    "ConcatOp",	 "slice index",	 "Input to reshape",
		"multiple of", "broadcast", "split",	 "incompatible", "depth",
		NULL};

	for (int i = 0; words[i]; i++)
		if (strstr(msg, words[i]))
			return true;
	return false;
}

static void data_of_assert(struct why *w, const struct tape_event *f)
{
	for (uint32_t i = 0; i < f->n_in; i++) {
		char what[32];

		snprintf(what, sizeof(what), i ? "data %u" : "condition", i);
		why_note_value(w, what, f->in[i]);
	}
}

/* A check that found a NaN: where that came from. */
static enum why_verdict numerics(struct why *w, const struct tape_event *f)
{
	uint32_t at = f->n_in ? why_bad_origin(w, f->in[0]) : TAPE_NONE;

	if (at == TAPE_NONE)
		return WHY_NOTHING;
	return why_say(w, at, "%.*s makes what %s refuses: %s",
		       SV_ARG(tape_event(w->tape, at)->n->op), f->path, w->err.msg);
}

enum why_verdict why_failure(struct why *w)
{
	const struct tape_event *f = tape_event(w->tape, w->failed);
	enum why_verdict v = WHY_NOTHING;
	bool sized = w->err.code == ERR_INVALID_ARGUMENT || w->err.code == ERR_OUT_OF_RANGE;

	if (!f)
		return WHY_NOTHING;
	if (sv_is(f->n->op, "Assert")) {
		why_say(w, w->failed, "%s", w->err.msg);
		data_of_assert(w, f);
		return WHY_FOUND;
	}
	if (sv_is(f->n->op, "CheckNumerics") || sv_is(f->n->op, "CheckNumericsV2"))
		v = numerics(w, f);
	if (v == WHY_NOTHING && sized)
		v = why_index(w);
	if (v == WHY_NOTHING && sized && about_shapes(w->err.msg)) {
		v = why_shape(w);
		w->sizes = true;
	}
	if (v == WHY_NOTHING)
		v = why_say(w, w->failed, "%s", w->err.msg);
	why_note(w, "  fails: %s%s (%.*s): %s: %s", f->path, f->iter, SV_ARG(f->n->op),
		 err_code_name(w->err.code), w->err.msg);
	for (uint32_t i = 0; i < f->n_in; i++) {
		char what[32];

		snprintf(what, sizeof(what), "input %u", i);
		why_note_value(w, what, f->in[i]);
	}
	if (w->sizes)
		why_note_fit(w);
	return v;
}
