/* What parts two runs, in words: a weight, a constant, what a node makes of the same inputs. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "debug/diff.h"
#include "ops/op.h"
#include "tensor/print.h"
#include "tensor/seek.h"
#include "tensor/stats.h"

void diff_say(struct diff *d, const struct diff_side *s, uint32_t event, const char *rule,
	      const char *fmt, ...)
{
	const struct tape_event *e = tape_event(s->tape, event);
	struct why w = { .tape = s->tape, .sig = s->sig, .event = event };
	va_list ap;

	str_clear(&d->node);
	str_clear(&d->sentence);
	str_clear(&d->path);
	d->rule = rule;
	if (e) {
		str_escaped(&d->node, sv_of(e->path));
		str_addz(&d->node, e->iter);
		why_path(&w, &d->path);
	}
	va_start(ap, fmt);
	str_vaddf(&d->sentence, fmt, ap);
	va_end(ap);
}

void diff_line(struct diff *d, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	str_addz(&d->evidence, "  ");
	str_vaddf(&d->evidence, fmt, ap);
	str_addc(&d->evidence, '\n');
	va_end(ap);
}

/* ---- tensors ---- */

static void element(struct str *s, const struct tensor *t, int64_t i)
{
	struct str x = STR_INIT;

	print_element(&x, t, i);
	str_escaped(s, x.n > 60 ? sv_sub(str_sv(&x), 0, 60) : str_sv(&x));
	str_free(&x);
}

void diff_tensor_line(struct diff *d, const char *label, const struct tensor *t)
{
	struct str s = STR_INIT;
	struct stats st;

	print_type(&s, t);
	stats_of(t, &st);
	if (t->n == 1) {
		str_addz(&s, " = ");
		element(&s, t, 0);
	} else if (st.numeric && st.n_finite) {
		str_addf(&s, ", from %.6g to %.6g, mean %.6g", st.min, st.max, st.mean);
	}
	if (st.numeric && st.n_nan)
		str_addf(&s, ", %" PRId64 " NaN", st.n_nan);
	if (st.numeric && st.n_pinf + st.n_ninf)
		str_addf(&s, ", %" PRId64 " infinite", st.n_pinf + st.n_ninf);
	diff_line(d, "%s: %s", label, str_z(&s));
	str_free(&s);
}

/* "0.5 in A, 0.75 in B", where: "3 of 24 elements, most at [5,1]: 0.5 in A, 0.75 in B" */
void diff_gap_text(const struct diff *d, struct str *s, const struct tensor *x,
		   const struct tensor *y, double extra)
{
	struct diff_off off;

	diff_tensors(x, y, &d->o, extra, &off);
	if (off.type) {
		print_type(s, x);
		str_addz(s, " in A, ");
		print_type(s, y);
		str_addz(s, " in B");
		return;
	}
	if (off.at < 0) {
		str_addz(s, "the same");
		return;
	}
	if (x->n > 1) {
		str_addf(s, "%" PRId64 " of %" PRId64 " elements, most at ", off.n, x->n);
		seek_index_text(x, off.at, s);
		str_addz(s, ": ");
	}
	element(s, x, off.at);
	str_addz(s, " in A, ");
	element(s, y, off.at);
	str_addz(s, " in B");
}

static void difference_line(struct diff *d, uint32_t a, uint32_t slot, const struct tensor *x,
			    const struct tensor *y)
{
	struct diff_off off;
	double shadow = diff_shadow(d->a.tape, a, slot);

	diff_tensors(x, y, &d->o, diff_given(tape_event(d->a.tape, a)) ? DIFF_WEIGHT : 0, &off);
	if (off.type || off.at < 0 || x->dtype == DT_STRING)
		return;
	diff_line(d, "difference: up to %.3g, %.3g of the tensor's scale %.3g", off.most,
		  diff_share(&off), off.scale);
	if (shadow > 0 && !off.exact)
		diff_line(d, "rounding explains %.2g (the node in float64): %.3g times that",
			  shadow, off.most / shadow);
}

static bool all_are(const struct tensor *t, double v)
{
	for (int64_t i = 0; i < t->n; i++)
		if (tensor_get_f64(t, i) != v)
			return false;
	return t->n > 0;
}

/* ---- weights ---- */

static struct resource *resource_of(const struct tape_value *v)
{
	struct object *o =
		v && v->t->dtype == DT_RESOURCE && v->t->n ? *(struct object **)v->t->data : NULL;

	return o && !strcmp(o->cls->name, "variable") ? (struct resource *)o : NULL;
}

struct tensor *diff_variable(const struct diff_side *s, uint32_t value, struct sv *name)
{
	struct resource *r = resource_of(tape_value(s->tape, value));

	if (!r)
		return NULL;
	if (name)
		*name = sv_of(r->name);
	return r->rcls->save(r);
}

/* The name of what a weight's event reads; "" for a constant. */
static struct sv weight_name(const struct diff_side *s, const struct tape_event *e)
{
	struct resource *r = e->n_in ? resource_of(tape_value(s->tape, e->in[0])) : NULL;

	if (r)
		return sv_of(r->name);
	return sv_is(e->n->op, "VariableV2") || sv_is(e->n->op, "Variable") ? e->n->name : SV("");
}

static bool has(struct sv name, const char *word)
{
	return name.n && memmem(name.p, name.n, word, strlen(word));
}

/* A batch norm's mean of 0 and variance of 1: as a layer has them that never saw data. */
static const char *fresh(struct sv name, const struct tensor *t)
{
	bool moving = has(name, "moving") || has(name, "running");

	if (!moving || dtype_info(t->dtype)->kind != DK_FLOAT)
		return NULL;
	if (has(name, "mean") && all_are(t, 0))
		return "0";
	return has(name, "var") && all_are(t, 1) ? "1" : NULL;
}

static void say_weight(struct diff *d, uint32_t a, struct sv name, const struct tensor *x,
		       const struct tensor *y)
{
	const char *fa = fresh(name, x), *fb = fresh(name, y);
	struct str s = STR_INIT, n = STR_INIT;

	str_escaped(&n, name);
	diff_gap_text(d, &s, x, y, DIFF_WEIGHT);
	if ((fa || fb) && !(fa && fb))
		diff_say(d, &d->a, a, "statistics",
			 "batch-norm statistics were lost in %s: the variable %s is all %s there, "
			 "as before "
			 "any training; %s",
			 fb ? "B" : "A", str_z(&n), fb ? fb : fa, str_z(&s));
	else if (name.n)
		diff_say(d, &d->a, a, "weight", "the weight differs: variable %s, %s", str_z(&n),
			 str_z(&s));
	else
		diff_say(d, &d->a, a, "constant", "the constant differs: %s", str_z(&s));
	str_free(&s);
	str_free(&n);
}

/* Of all weights, how many differ: one, or another model altogether. */
static void count_weights(struct diff *d, uint32_t but)
{
	uint32_t n = 0, all = 0;

	for (uint32_t i = 0; !d->row && i < tape_n(d->a.tape); i++) {
		const struct tape_event *e = tape_event(d->a.tape, i);
		struct tensor *y =
			diff_given(e) && diff_own(d->a.tape, i, 0) ? diff_other(d, i, 0) : NULL;
		struct diff_off off;

		all += y != NULL;
		if (!y || i == but ||
		    diff_tensors(tape_value(d->a.tape, e->out[0])->t, y, &d->o, DIFF_WEIGHT,
				 &off)) {
			tensor_unref(y);
			continue;
		}
		tensor_unref(y);
		if (n++ < DIFF_LINES)
			diff_line(d, "so does %s%s", e->path, e->iter);
	}
	if (n >= DIFF_LINES)
		diff_line(d, "%u of %u weights and constants differ", n + 1, all);
}

/* A node that reads a variable by its handle. */
static bool explain_variable(struct diff *d, uint32_t a, uint32_t b)
{
	const struct tape_event *e = tape_event(d->a.tape, a), *f = tape_event(d->b.tape, b);

	for (uint32_t i = 0; f && i < e->n_in && i < f->n_in; i++) {
		struct sv name = SV("");
		struct tensor *x = diff_variable(&d->a, e->in[i], &name),
			      *y = diff_variable(&d->b, f->in[i], NULL);
		struct diff_off off;
		bool differs = x && y && !diff_tensors(x, y, &d->o, DIFF_WEIGHT, &off);

		if (differs)
			say_weight(d, a, name, x, y);
		tensor_unref(x);
		tensor_unref(y);
		if (differs)
			return true;
	}
	return false;
}

/* ---- its inputs ---- */

/* B's tensor for a value of A: by the pair's input, or in the dump by who made it. */
static struct tensor *other_input(const struct diff *d, const struct tape_event *e,
				  const struct tape_event *f, uint32_t i)
{
	const struct tape_value *v = tape_value(d->a.tape, e->in[i]), *w;

	if (d->row)
		return v && v->maker != TAPE_NONE ? diff_other(d, v->maker, v->slot) : NULL;
	w = f && i < f->n_in ? tape_value(d->b.tape, f->in[i]) : NULL;
	return w ? tensor_ref(w->t) : NULL;
}

static const struct tape_event *event_b(const struct diff *d, uint32_t b)
{
	return d->row ? NULL : tape_event(d->b.tape, b);
}

/* Largest relative difference of the inputs, or -1 when they cannot be compared or differ. */
static double inputs_agree(struct diff *d, uint32_t a, uint32_t b)
{
	const struct tape_event *e = tape_event(d->a.tape, a), *f = event_b(d, b);
	double most = 0;

	for (uint32_t i = 0; i < e->n_in; i++) {
		const struct tape_value *v = tape_value(d->a.tape, e->in[i]);
		struct tensor *y = v ? other_input(d, e, f, i) : NULL;
		struct diff_off off = { 0 };

		if (v && !y && d->row && v->maker != TAPE_NONE &&
		    dtype_info(v->t->dtype)->kind != DK_OBJECT && diff_input(&d->a, e->in[i]) < 0)
			most = -1; /* the dump does not hold it */
		if (y && !diff_tensors(v->t, y, &d->o, 0, &off))
			most = -1;
		else if (most >= 0)
			most = fmax(most, diff_share(&off));
		tensor_unref(y);
	}
	return most;
}

static void explain_plain(struct diff *d, uint32_t a, double agreed, const struct tensor *x,
			  const struct tensor *y)
{
	struct str s = STR_INIT;
	const struct node *n = tape_event(d->a.tape, a)->n;
	const struct op_row *row = op_find(n->op);

	diff_gap_text(d, &s, x, y, 0);
	if (row && row->flags & OP_RANDOM)
		diff_say(d, &d->a, a, "random",
			 "a random op (%.*s) gives each run its own numbers: %s", SV_ARG(n->op),
			 str_z(&s));
	else if (agreed < 0)
		diff_say(d, &d->a, a, "value", "the first tensor that differs: %s", str_z(&s));
	else if (agreed == 0)
		diff_say(d, &d->a, a, "value",
			 "the first tensor that differs, though its inputs are the same: %s",
			 str_z(&s));
	else
		diff_say(d, &d->a, a, "value",
			 "the first tensor that differs: %s; its inputs still agreed to %.1g",
			 str_z(&s), agreed);
	str_free(&s);
}

void diff_agreed_line(struct diff *d, double agreed)
{
	if (agreed > 0)
		diff_line(d, "its inputs still agreed to %.1g", agreed);
	else
		diff_line(d, "its inputs are the same");
}

static bool explain_by_pair(struct diff *d, uint32_t a, uint32_t b, double agreed)
{
	/* another dtype comes in because something before it casts: that is said first */
	return explain_variable(d, a, b) || diff_explain_node(d, a, b, agreed >= 0) ||
	       (agreed < 0 &&
		(diff_explain_structure(d, a, b) || diff_explain_node(d, a, b, true)));
}

void diff_explain(struct diff *d, uint32_t a, uint32_t b, uint32_t slot)
{
	const struct tape_event *e = tape_event(d->a.tape, a), *f = event_b(d, b);
	const struct tensor *x = tape_value(d->a.tape, e->out[slot])->t;
	struct tensor *y = d->row ? diff_other(d, a, slot)
			   : f && slot < f->n_out && f->out[slot] != TAPE_NONE
				   ? tensor_ref(tape_value(d->b.tape, f->out[slot])->t)
				   : NULL;
	double agreed = inputs_agree(d, a, b);
	struct diff_opts strict = d->o;

	if (!y) {
		diff_say(d, &d->a, a, "structure", "has no counterpart in B");
		return;
	}
	d->o = diff_opts_for(d, a, slot); /* what a coarser type explains is not counted */
	if (diff_given(e))
		say_weight(d, a, weight_name(&d->a, e), x, y);
	else if (!(f ? explain_by_pair(d, a, b, agreed) : diff_explain_dump(d, a, agreed)))
		explain_plain(d, a, agreed, x, y);
	if (!strcmp(d->rule, "structure"))
		diff_line(d, "where they meet, at %s%s:", e->path, e->iter);
	diff_tensor_line(d, "A", x);
	diff_tensor_line(d, "B", y);
	difference_line(d, a, slot, x, y);
	d->o = strict;
	if (diff_fit_text(d, a, slot))
		diff_line(d, "B before it was compared: %s", diff_fit_text(d, a, slot));
	if (agreed >= 0 && e->n_in && !diff_given(e))
		diff_agreed_line(d, agreed);
	if (d->reference)
		diff_ref_between(d, a);
	if (diff_given(e))
		count_weights(d, a);
	tensor_unref(y);
}
