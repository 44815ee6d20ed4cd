/* Running for a cause, the table of rules, and what rules say; see why.h. */
#include "debug/why.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static const struct {
	const char *name;
	enum why_verdict (*ask)(struct why *w);
} rules[] = {
	{"loop", why_endless},	    {"failure", why_failure}, {"nan", why_nan},
	{"overflow", why_overflow}, {"cast", why_cast},	      {"underflow", why_underflow},
	{"dead", why_dead},	    {"random", why_random},   {"constant", why_constant},
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

/* ---- where values come from ---- */

bool why_is_input(const struct tape_event *e)
{
	static const char *const names[] = {"Placeholder", "PlaceholderWithDefault",
					    "PlaceholderV2", "_Arg", NULL};

	/* a node that was fed in the place of its output takes nothing */
	return op_is_one(e, names) || (e && !e->n_in && e->n->n_in);
}

bool why_is_given(const struct tape_event *e)
{
	static const char *const names[] = {
		"Const",	  "ReadVariableOp", "VariableV2", "Variable", "VarHandleOp",
		"ImmutableConst", "HostConst",	    "RestoreV2",  NULL,
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
	static const char *const names[] = {"Shape",	 "ShapeN",   "Size", "Rank",
					    "ZerosLike", "OnesLike", NULL};

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
