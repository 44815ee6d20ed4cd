/* What parts two runs, in words: a weight, a constant, an attribute, an op, a node that one side lacks. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "debug/diff.h"
#include "ops/op.h"
#include "tensor/print.h"
#include "tensor/stats.h"

enum { MAX_LINES = 12 };

void diff_say(struct diff *d, const struct diff_side *s, uint32_t event, const char *rule, const char *fmt, ...)
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

static void line(struct diff *d, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
static void line(struct diff *d, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	str_addz(&d->evidence, "  ");
	str_vaddf(&d->evidence, fmt, ap);
	str_addc(&d->evidence, '\n');
	va_end(ap);
}

/* ---- tensors ---- */

static void place(struct str *s, const struct tensor *t, int64_t i)
{
	int64_t at[32], rest = i;

	for (int k = t->rank - 1; k >= 0 && t->rank <= 32; k--) {
		at[k] = rest % t->dim[k];
		rest /= t->dim[k];
	}
	str_addc(s, '[');
	for (int k = 0; k < t->rank && t->rank <= 32; k++)
		str_addf(s, "%s%" PRId64, k ? "," : "", at[k]);
	str_addc(s, ']');
}

static void element(struct str *s, const struct tensor *t, int64_t i)
{
	struct str x = STR_INIT;

	print_element(&x, t, i);
	str_escaped(s, x.n > 60 ? sv_sub(str_sv(&x), 0, 60) : str_sv(&x));
	str_free(&x);
}

static void tensor_line(struct diff *d, const char *label, const struct tensor *t)
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
	line(d, "%s: %s", label, str_z(&s));
	str_free(&s);
}

/* "0.5 in A, 0.75 in B", where: "3 of 24 elements, most at [5,1]: 0.5 in A, 0.75 in B" */
static void gap_text(const struct diff *d, struct str *s, const struct tensor *x, const struct tensor *y, double extra)
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
		place(s, x, off.at);
		str_addz(s, ": ");
	}
	element(s, x, off.at);
	str_addz(s, " in A, ");
	element(s, y, off.at);
	str_addz(s, " in B");
}

static void difference_line(struct diff *d, uint32_t a, uint32_t slot, const struct tensor *x, const struct tensor *y)
{
	struct diff_off off;
	double shadow = diff_shadow(d->a.tape, a, slot);

	diff_tensors(x, y, &d->o, diff_given(tape_event(d->a.tape, a)) ? DIFF_WEIGHT : 0, &off);
	if (off.type || off.at < 0 || x->dtype == DT_STRING)
		return;
	line(d, "difference: up to %.3g, %.3g of the tensor's scale %.3g", off.most, off.scale > 0 ? off.most / off.scale : 0,
	     off.scale);
	if (shadow > 0 && !off.exact)
		line(d, "rounding explains %.2g (the node in float64): %.3g times that", shadow, off.most / shadow);
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
	struct object *o = v && v->t->dtype == DT_RESOURCE && v->t->n ? *(struct object **)v->t->data : NULL;

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

static void say_weight(struct diff *d, uint32_t a, struct sv name, const struct tensor *x, const struct tensor *y)
{
	const char *fa = fresh(name, x), *fb = fresh(name, y);
	struct str s = STR_INIT, n = STR_INIT;

	str_escaped(&n, name);
	gap_text(d, &s, x, y, DIFF_WEIGHT);
	if ((fa || fb) && !(fa && fb))
		diff_say(d, &d->a, a, "statistics", "batch-norm statistics were lost in %s: the variable %s is all %s there, as before "
			 "any training; %s", fb ? "B" : "A", str_z(&n), fb ? fb : fa, str_z(&s));
	else if (name.n)
		diff_say(d, &d->a, a, "weight", "the weight differs: variable %s, %s", str_z(&n), str_z(&s));
	else
		diff_say(d, &d->a, a, "constant", "the constant differs: %s", str_z(&s));
	str_free(&s);
	str_free(&n);
}

/* Of all weights, how many differ: one, or another model altogether. */
static void count_weights(struct diff *d, uint32_t but)
{
	uint32_t n = 0, all = 0;

	for (uint32_t i = 0; !d->reference && i < tape_n(d->a.tape); i++) {
		const struct tape_event *e = tape_event(d->a.tape, i);
		struct tensor *y = diff_given(e) && diff_own(d->a.tape, i, 0) ? diff_other(d, i, 0) : NULL;
		struct diff_off off;

		all += y != NULL;
		if (!y || i == but || diff_tensors(tape_value(d->a.tape, e->out[0])->t, y, &d->o, DIFF_WEIGHT, &off)) {
			tensor_unref(y);
			continue;
		}
		tensor_unref(y);
		if (n++ < MAX_LINES)
			line(d, "so does %s%s", e->path, e->iter);
	}
	if (n >= MAX_LINES)
		line(d, "%u of %u weights and constants differ", n + 1, all);
}

/* A node that reads a variable by its handle. */
static bool explain_variable(struct diff *d, uint32_t a, uint32_t b)
{
	const struct tape_event *e = tape_event(d->a.tape, a), *f = tape_event(d->b.tape, b);

	for (uint32_t i = 0; f && i < e->n_in && i < f->n_in; i++) {
		struct sv name = SV("");
		struct tensor *x = diff_variable(&d->a, e->in[i], &name), *y = diff_variable(&d->b, f->in[i], NULL);
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

/* ---- structure ---- */

static bool tells(const struct attr *at)
{
	static const char *const idle[] = { "shared_name", "container", "debug_name", "config_proto", "config", "executor_type", "value", NULL };

	for (const char *const *p = idle; *p; p++)
		if (sv_is(at->name, *p))
			return false;
	return at->name.n && at->name.p[0] != '_' && at->v.kind != ATTR_FUNC && at->v.kind != ATTR_TENSOR &&
	       at->v.kind != ATTR_PLACEHOLDER;
}

/* The value, or the default that the file leaves out; floats as short as they go. */
static void attr_text(struct str *s, const struct node *n, struct sv name)
{
	char *z = xsvdup(name), number[32];
	struct attr_value v;

	str_clear(s);
	v.kind = ATTR_NONE;
	if (!node_attr_value(n, z, &v))
		str_addz(s, "not set");
	else if (v.kind != ATTR_FLOAT)
		attr_print(s, &v);
	for (int digits = 1; v.kind == ATTR_FLOAT && !s->n; digits++) {
		snprintf(number, sizeof(number), "%.*g", digits, (double)v.f);
		if (digits >= 9 || strtof(number, NULL) == v.f)
			str_addz(s, number);
	}
	free(z);
}

/* Adds those of n's attributes that m has otherwise, as "alpha is 0.2 in A, 0.3 in B". */
static void attrs_from(const struct node *from, const struct node *n, const struct node *m, struct str *out)
{
	struct str x = STR_INIT, y = STR_INIT;

	for (uint32_t i = 0; i < from->n_attrs; i++) {
		char *z = xsvdup(from->attrs[i].name);
		bool seen = from == m && node_attr(n, z);

		free(z);
		if (seen || !tells(&from->attrs[i]))
			continue;
		attr_text(&x, n, from->attrs[i].name);
		attr_text(&y, m, from->attrs[i].name);
		if (sv_eq(str_sv(&x), str_sv(&y)))
			continue;
		str_addz(out, out->n ? "; " : "");
		str_escaped(out, from->attrs[i].name);
		str_addf(out, " is %s in A, %s in B", str_z(&x), str_z(&y));
	}
	str_free(&x);
	str_free(&y);
}

static bool attrs_differ(const struct node *n, const struct node *m, struct str *out)
{
	attrs_from(n, n, m, out);
	attrs_from(m, n, m, out);
	return out->n > 0;
}

void diff_note_attrs(struct diff *d)
{
	for (uint32_t i = 0; i < tape_n(d->a.tape); i++) {
		const struct tape_event *e = tape_event(d->a.tape, i), *f = tape_event(d->b.tape, d->ab[i]);
		struct str s = STR_INIT;

		if (f && sv_eq(e->n->op, f->n->op) && attrs_differ(e->n, f->n, &s) && d->n_attrs++ < MAX_LINES)
			line(d, "%s%s: attribute %s", e->path, e->iter, str_z(&s));
		str_free(&s);
	}
}

static bool explain_node(struct diff *d, uint32_t a, uint32_t b)
{
	const struct node *n = tape_event(d->a.tape, a)->n, *m = tape_event(d->b.tape, b)->n;
	struct str s = STR_INIT;
	bool found = true;

	if (!sv_eq(n->op, m->op))
		diff_say(d, &d->a, a, "op", "another op: %.*s in A, %.*s in B", SV_ARG(n->op), SV_ARG(m->op));
	else if (attrs_differ(n, m, &s))
		diff_say(d, &d->a, a, "attribute", "attribute %s (%.*s)", str_z(&s), SV_ARG(n->op));
	else
		found = false;
	str_free(&s);
	return found;
}

struct climb {
	const struct diff_side *s;
	const uint32_t *match;
	VEC(uint32_t) todo;
	uint8_t *seen;
	uint32_t first, first_given;	/* the earliest without a counterpart */
};

static void climb_to(struct climb *c, uint32_t value)
{
	const struct tape_value *v = tape_value(c->s->tape, value);

	if (!v || v->t->dtype == DT_RESOURCE || v->maker == TAPE_NONE || diff_input(c->s, value) >= 0 || c->match[v->maker] != TAPE_NONE || c->seen[v->maker])
		return;
	c->seen[v->maker] = 1;
	vec_push(&c->todo, v->maker);
}

/* Constants, and what only reckons shapes: named when there is nothing else. */
static bool is_side(const struct tape *t, const struct tape_event *e)
{
	const struct tape_value *v = e->n_out ? tape_value(t, e->out[0]) : NULL;

	return diff_given(e) || (v && (v->t->dtype == DT_INT32 || v->t->dtype == DT_INT64) && v->t->rank < 2 && v->t->n < 16);
}

/* Up from the inputs of event e (of `others` where they come from the same place) through nodes without a
 * counterpart: the first of them, arithmetic before constants. */
static uint32_t first_alone(const struct diff *d, bool of_a, uint32_t a, uint32_t b)
{
	const struct tape_event *x = tape_event(d->a.tape, a), *y = tape_event(d->b.tape, b), *e = of_a ? x : y;
	struct climb c = { .s = of_a ? &d->a : &d->b, .match = of_a ? d->ab : d->ba, .first = TAPE_NONE, .first_given = TAPE_NONE };

	c.seen = xcalloc((size_t)tape_n(c.s->tape) + 1, 1);
	for (uint32_t i = 0; i < e->n_in; i++)
		if (i >= x->n_in || i >= y->n_in || !diff_same_source(d, x->in[i], y->in[i]))
			climb_to(&c, e->in[i]);
	while (c.todo.n) {
		uint32_t at = c.todo.p[--c.todo.n];
		const struct tape_event *up = tape_event(c.s->tape, at);

		if (is_side(c.s->tape, up))
			c.first_given = at < c.first_given ? at : c.first_given;
		else
			c.first = at < c.first ? at : c.first;
		for (uint32_t i = 0; i < up->n_in; i++)
			climb_to(&c, up->in[i]);
	}
	free(c.seen);
	vec_free(&c.todo);
	return c.first != TAPE_NONE ? c.first : c.first_given;
}

static bool explain_structure(struct diff *d, uint32_t a, uint32_t b)
{
	uint32_t u = first_alone(d, true, a, b), v = first_alone(d, false, a, b);
	const struct tape_event *e = tape_event(d->a.tape, a), *f = tape_event(d->b.tape, b);
	const struct tape_event *x = tape_event(d->a.tape, u), *y = tape_event(d->b.tape, v);

	if (x && y)
		diff_say(d, &d->a, u, "structure", "only A has this node (%.*s); in its place B has %s%s (%.*s)", SV_ARG(x->n->op),
			 y->path, y->iter, SV_ARG(y->n->op));
	else if (x)
		diff_say(d, &d->a, u, "structure", "only A has this node (%.*s), on the way to %s", SV_ARG(x->n->op), e->path);
	else if (y)
		diff_say(d, &d->b, v, "structure", "only B has this node (%.*s), on the way to %s", SV_ARG(y->n->op), f->path);
	return x || y;
}

/* Input i of both comes from places that are no pair, and differs. */
static bool explain_wiring(struct diff *d, uint32_t a, uint32_t b)
{
	const struct tape_event *e = tape_event(d->a.tape, a), *f = tape_event(d->b.tape, b);

	if (e->n_in != f->n_in) {
		diff_say(d, &d->a, a, "structure", "takes %u inputs in A, %u in B", e->n_in, f->n_in);
		return true;
	}
	for (uint32_t i = 0; i < e->n_in; i++) {
		const struct tape_event *u = tape_maker(d->a.tape, e->in[i]), *v = tape_maker(d->b.tape, f->in[i]);

		if (diff_same_source(d, e->in[i], f->in[i]))
			continue;
		diff_say(d, &d->a, a, "structure", "input %u comes from %s in A, from %s in B", i, u ? u->path : "the run's input",
			 v ? v->path : "the run's input");
		return true;
	}
	return false;
}

/* ---- its inputs ---- */

/* B's tensor for a value of A: by the pair's input, or in the dump by who made it. */
static struct tensor *other_input(const struct diff *d, const struct tape_event *e, const struct tape_event *f, uint32_t i)
{
	const struct tape_value *v = tape_value(d->a.tape, e->in[i]), *w;

	if (d->reference)
		return v && v->maker != TAPE_NONE ? diff_other(d, v->maker, v->slot) : NULL;
	w = f && i < f->n_in ? tape_value(d->b.tape, f->in[i]) : NULL;
	return w ? tensor_ref(w->t) : NULL;
}

static const struct tape_event *event_b(const struct diff *d, uint32_t b)
{
	return d->reference ? NULL : tape_event(d->b.tape, b);
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

		if (y && !diff_tensors(v->t, y, &d->o, 0, &off))
			most = -1;
		else if (most >= 0 && off.scale > 0)
			most = fmax(most, off.most / off.scale);
		tensor_unref(y);
	}
	return most;
}

static void explain_plain(struct diff *d, uint32_t a, double agreed, const struct tensor *x, const struct tensor *y)
{
	struct str s = STR_INIT;
	const struct node *n = tape_event(d->a.tape, a)->n;
	const struct op_row *row = op_find(n->op);

	gap_text(d, &s, x, y, 0);
	if (row && row->flags & OP_RANDOM)
		diff_say(d, &d->a, a, "random", "a random op (%.*s) gives each run its own numbers: %s", SV_ARG(n->op), str_z(&s));
	else if (agreed < 0)
		diff_say(d, &d->a, a, "value", "the first tensor that differs: %s", str_z(&s));
	else if (agreed == 0)
		diff_say(d, &d->a, a, "value", "the first tensor that differs, though its inputs are the same: %s", str_z(&s));
	else
		diff_say(d, &d->a, a, "value", "the first tensor that differs: %s; its inputs still agreed to %.1g", str_z(&s), agreed);
	str_free(&s);
}

static void inputs_note(struct diff *d, uint32_t a, double agreed)
{
	const struct tape_event *e = tape_event(d->a.tape, a);

	if (agreed == 0 && e->n_in)
		line(d, "its inputs are the same");
	else if (agreed > 0)
		line(d, "its inputs still agreed to %.1g", agreed);
}

static bool explain_by_pair(struct diff *d, uint32_t a, uint32_t b, double agreed)
{
	return explain_variable(d, a, b) || explain_node(d, a, b) ||
	       (agreed < 0 && (explain_structure(d, a, b) || explain_wiring(d, a, b)));
}

void diff_explain(struct diff *d, uint32_t a, uint32_t b, uint32_t slot)
{
	const struct tape_event *e = tape_event(d->a.tape, a), *f = event_b(d, b);
	const struct tensor *x = tape_value(d->a.tape, e->out[slot])->t;
	struct tensor *y = d->reference ? diff_other(d, a, slot) :
			   f && slot < f->n_out && f->out[slot] != TAPE_NONE ? tensor_ref(tape_value(d->b.tape, f->out[slot])->t) : NULL;
	double agreed = inputs_agree(d, a, b);

	if (!y) {
		diff_say(d, &d->a, a, "structure", "has no counterpart in B");
		return;
	}
	if (diff_given(e))
		say_weight(d, a, weight_name(&d->a, e), x, y);
	else if (!f || !explain_by_pair(d, a, b, agreed))
		explain_plain(d, a, agreed, x, y);
	if (d->b.tape && strcmp(d->rule, "structure") == 0)
		line(d, "where they meet, at %s%s:", e->path, e->iter);
	tensor_line(d, "A", x);
	tensor_line(d, "B", y);
	difference_line(d, a, slot, x, y);
	inputs_note(d, a, agreed);
	if (diff_given(e))
		count_weights(d, a);
	tensor_unref(y);
}
