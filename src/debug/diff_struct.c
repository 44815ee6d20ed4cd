/*
 * Two runs of other structure: another op or attribute, a node that one side lacks, an input that
 * comes from elsewhere.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "debug/diff.h"

/* ---- one node, otherwise ---- */

/* Does the attribute say how the node computes? */
static bool tells(const struct attr *at, bool types)
{
	static const char *const idle[] = {"shared_name",  "container", "debug_name",
					   "config_proto", "config",	"executor_type",
					   "value",	   NULL};

	for (const char *const *p = idle; *p; p++)
		if (sv_is(at->name, *p))
			return false;
	return at->name.n && at->name.p[0] != '_' && (types || at->v.kind != ATTR_TYPE) &&
	       at->v.kind != ATTR_FUNC && at->v.kind != ATTR_TENSOR &&
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
static void attrs_from(const struct node *from, const struct node *n, const struct node *m,
		       bool types, struct str *out)
{
	struct str x = STR_INIT, y = STR_INIT;

	for (uint32_t i = 0; i < from->n_attrs; i++) {
		char *z = xsvdup(from->attrs[i].name);
		bool seen = from == m && node_attr(n, z);

		free(z);
		if (seen || !tells(&from->attrs[i], types))
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

static bool attrs_differ(const struct node *n, const struct node *m, bool types, struct str *out)
{
	attrs_from(n, n, m, types, out);
	attrs_from(m, n, m, types, out);
	return out->n > 0;
}

/* Of a variable that a pair takes elements of, those that nobody took. */
static void note_unused(struct diff *d, uint32_t a)
{
	const struct tape_event *e = tape_event(d->a.tape, a), *f = tape_event(d->b.tape, d->ab[a]);

	for (uint32_t i = 0; i < e->n_in && i < f->n_in; i++) {
		struct sv name = SV("");
		struct tensor *x = diff_variable(&d->a, e->in[i], &name),
			      *y = diff_variable(&d->b, f->in[i], NULL);
		struct diff_off off = { 0 };

		if (x && y && !diff_tensors(x, y, &d->o, DIFF_WEIGHT, &off) &&
		    d->n_unused++ < DIFF_LINES)
			diff_line(d,
				  "%s%s: %lld elements of the variable %.*s differ, which no "
				  "output of this run depends on",
				  e->path, e->iter, (long long)off.n, SV_ARG(name));
		tensor_unref(x);
		tensor_unref(y);
	}
}

void diff_note_idle(struct diff *d)
{
	for (uint32_t i = 0; i < tape_n(d->a.tape); i++) {
		const struct tape_event *e = tape_event(d->a.tape, i),
					*f = tape_event(d->b.tape, d->ab[i]);
		struct str s = STR_INIT;

		if (f && sv_eq(e->n->op, f->n->op) && attrs_differ(e->n, f->n, true, &s) &&
		    d->n_attrs++ < DIFF_LINES)
			diff_line(d, "%s%s: attribute %s", e->path, e->iter, str_z(&s));
		str_free(&s);
		if (f && !diff_given(e))
			note_unused(d, i);
	}
}

bool diff_explain_node(struct diff *d, uint32_t a, uint32_t b, bool types)
{
	const struct node *n = tape_event(d->a.tape, a)->n, *m = tape_event(d->b.tape, b)->n;
	struct str s = STR_INIT;
	bool found = true;

	if (!sv_eq(n->op, m->op))
		diff_say(d, &d->a, a, "op", "another op: %.*s in A, %.*s in B", SV_ARG(n->op),
			 SV_ARG(m->op));
	else if (attrs_differ(n, m, types, &s))
		diff_say(d, &d->a, a, "attribute", "attribute %s (%.*s)", str_z(&s), SV_ARG(n->op));
	else
		found = false;
	str_free(&s);
	return found;
}

/* ---- nodes without a counterpart ---- */

/* How well a node without a counterpart would answer, best first. */
enum tier {
	TIER_JOINS, /* arithmetic on what both sides have */
	TIER_ARITHMETIC,
	TIER_SHAPES, /* reckons shapes or indices from what both sides have */
	TIER_REST,   /* constants, weights, and what is made of them */
	N_TIERS,
};

struct climb {
	const struct diff *d;
	const struct diff_side *s;
	const uint32_t *match;
	VEC(uint32_t) todo;
	uint8_t *seen;
	uint32_t first[N_TIERS];
};

static bool is_alone(const struct climb *c, uint32_t value)
{
	const struct tape_value *v = tape_value(c->s->tape, diff_behind(c->s, value));

	return v && v->t->dtype != DT_RESOURCE && v->maker != TAPE_NONE &&
	       diff_input(c->s, value) < 0 && c->match[v->maker] == TAPE_NONE;
}

static void climb_to(struct climb *c, uint32_t value)
{
	const struct tape_value *v = tape_value(c->s->tape, diff_behind(c->s, value));

	if (!is_alone(c, value) || c->seen[v->maker])
		return;
	c->seen[v->maker] = 1;
	vec_push(&c->todo, v->maker);
}

static bool is_shape(const struct tensor *t)
{
	return (t->dtype == DT_INT32 || t->dtype == DT_INT64) && t->rank < 2 && t->n < 16;
}

/* Does it read what both sides computed, or the run's input? */
static bool joins(const struct climb *c, const struct tape_event *e)
{
	for (uint32_t i = 0; i < e->n_in; i++) {
		const struct tape_value *v = tape_value(c->s->tape, e->in[i]);
		const struct tape_event *m = v ? tape_event(c->s->tape, v->maker) : NULL;

		if (v && diff_input(c->s, e->in[i]) >= 0)
			return true;
		if (m && v->t->dtype != DT_RESOURCE && !is_alone(c, e->in[i]) && !diff_given(m) &&
		    !is_shape(v->t))
			return true;
	}
	return false;
}

static enum tier tier_of(const struct climb *c, const struct tape_event *e)
{
	const struct tape_value *v = e->n_out ? tape_value(c->s->tape, e->out[0]) : NULL;

	if (diff_given(e))
		return TIER_REST;
	if (!v || is_shape(v->t))
		return joins(c, e) ? TIER_SHAPES : TIER_REST;
	return joins(c, e) ? TIER_JOINS : TIER_ARITHMETIC;
}

/* Up from those inputs of a pair that come from elsewhere, through nodes without a counterpart: the
 * first of the best tier. */
static uint32_t first_alone(const struct diff *d, bool of_a, uint32_t a, uint32_t b)
{
	const struct tape_event *x = tape_event(d->a.tape, a),
				*y = d->row ? NULL : tape_event(d->b.tape, b), *e = of_a ? x : y;
	struct climb c = { .d = d, .s = of_a ? &d->a : &d->b, .match = of_a ? d->ab : d->ba };
	enum tier t;

	memset(c.first, 0xff, sizeof(c.first));
	c.seen = xcalloc((size_t)tape_n(c.s->tape) + 1, 1);
	for (uint32_t i = 0; i < e->n_in; i++)
		if (!y || i >= x->n_in || i >= y->n_in || !diff_same_source(d, x->in[i], y->in[i]))
			climb_to(&c, e->in[i]);
	while (c.todo.n) {
		uint32_t at = c.todo.p[--c.todo.n];
		const struct tape_event *up = tape_event(c.s->tape, at);

		t = tier_of(&c, up);
		c.first[t] = at < c.first[t] ? at : c.first[t];
		for (uint32_t i = 0; i < up->n_in; i++)
			climb_to(&c, up->in[i]);
	}
	free(c.seen);
	vec_free(&c.todo);
	for (t = 0; t < N_TIERS - 1 && c.first[t] == TAPE_NONE; t++)
		;
	return c.first[t];
}

/* The other side's node of the same name and op. */
static uint32_t namesake(const struct diff_side *s, uint32_t at, const struct diff_side *o)
{
	const struct tape_event *e = tape_event(s->tape, at);

	for (uint32_t i = 0; e && i < tape_n(o->tape); i++)
		if (!strcmp(s->key.p[at], o->key.p[i]) &&
		    sv_eq(e->n->op, tape_event(o->tape, i)->n->op))
			return i;
	return TAPE_NONE;
}

/* ---- an input from elsewhere ---- */

static const char *source(const struct diff_side *s, uint32_t value)
{
	const struct tape_event *e = tape_maker(s->tape, value);

	return e ? e->path : "the run's input";
}

/* Input i of both comes from places that are no pair. */
static bool explain_wiring(struct diff *d, uint32_t a, uint32_t b)
{
	const struct tape_event *e = tape_event(d->a.tape, a), *f = tape_event(d->b.tape, b);

	if (e->n_in != f->n_in) {
		diff_say(d, &d->a, a, "structure", "takes %u inputs in A, %u in B", e->n_in,
			 f->n_in);
		return true;
	}
	for (uint32_t i = 0; i < e->n_in; i++) {
		if (diff_same_source(d, e->in[i], f->in[i]))
			continue;
		diff_say(d, &d->a, a, "structure", "input %u comes from %s in A, from %s in B", i,
			 source(&d->a, e->in[i]), source(&d->b, f->in[i]));
		return true;
	}
	return false;
}

/* The other side's tensor for a value that one side's node made; gives a reference. */
static struct tensor *across(const struct diff *d, const struct diff_side *s,
			     const struct tape_value *v)
{
	const struct tape_event *o;
	const struct tape_value *w;

	if (!v || v->maker == TAPE_NONE)
		return NULL;
	if (s == &d->a)
		return diff_other(d, v->maker, v->slot);
	o = tape_event(d->a.tape, d->ba[v->maker]);
	w = o && v->slot < o->n_out ? tape_value(d->a.tape, o->out[v->slot]) : NULL;
	return w ? tensor_ref(w->t) : NULL;
}

/* How far a node that only s has already parted in what it reads, as far as that has a counterpart.
 */
static void reads_note(struct diff *d, const struct diff_side *s, uint32_t at)
{
	const struct tape_event *e = tape_event(s->tape, at);
	bool same = true;
	double most = -1;

	for (uint32_t i = 0; i < e->n_in; i++) {
		const struct tape_value *v = tape_value(s->tape, e->in[i]);
		struct tensor *w = across(d, s, v);
		struct diff_off off = { 0 };

		if (v && diff_input(s, e->in[i]) >= 0)
			most = most < 0 ? 0 : most;
		same = same && (!w || diff_tensors(v->t, w, &d->o, 0, &off));
		if (w && dtype_info(w->dtype)->kind != DK_OBJECT)
			most = fmax(most, diff_share(&off));
		tensor_unref(w);
	}
	if (same && most >= 0)
		diff_agreed_line(d, most);
}

static void say_alone(struct diff *d, const struct diff_side *s, uint32_t at,
		      const struct tape_event *meet)
{
	const struct tape_event *e = tape_event(s->tape, at);

	diff_say(d, s, at, "structure", "only %s has this node (%.*s), on the way to %s%s",
		 s->label, SV_ARG(e->n->op), meet->path, meet->iter);
	reads_note(d, s, at);
	diff_tensor_line(d, s->label, tape_value(s->tape, e->out[0])->t);
}

bool diff_explain_dump(struct diff *d, uint32_t a, double agreed)
{
	const struct tape_event *e = tape_event(d->a.tape, a), *x;
	const char *op = d->ab[a] == TAPE_NONE ? "" : d->row[d->ab[a]].op;
	uint32_t u = TAPE_NONE;

	if (d->reference)
		return false;
	if (*op && !sv_is(e->n->op, op)) {
		diff_say(d, &d->a, a, "op", "another op: %.*s in A, %s in B", SV_ARG(e->n->op), op);
		return true;
	}
	if (agreed < 0)
		u = first_alone(d, true, a, TAPE_NONE);
	x = tape_event(d->a.tape, u);
	if (x)
		say_alone(d, &d->a, u, e);
	return x != NULL;
}

static void say_both(struct diff *d, uint32_t u, uint32_t v)
{
	const struct tape_event *x = tape_event(d->a.tape, u), *y = tape_event(d->b.tape, v);

	diff_say(d, &d->a, u, "structure",
		 "only A has this node (%.*s); in its place B has %s%s (%.*s)", SV_ARG(x->n->op),
		 y->path, y->iter, SV_ARG(y->n->op));
	reads_note(d, &d->a, u);
	diff_tensor_line(d, "A", tape_value(d->a.tape, x->out[0])->t);
	diff_tensor_line(d, "B, there", tape_value(d->b.tape, y->out[0])->t);
}

/* Both have a node of that name, which do not read the same. */
static bool say_moved(struct diff *d, uint32_t u, uint32_t w)
{
	const struct tape_event *x = tape_event(d->a.tape, u), *y = tape_event(d->b.tape, w);

	if (!y || !explain_wiring(d, u, w))
		return false;
	diff_tensor_line(d, "A", tape_value(d->a.tape, x->out[0])->t);
	diff_tensor_line(d, "B", tape_value(d->b.tape, y->out[0])->t);
	return true;
}

/* The same constant under two names parts nobody. */
static bool same_given(const struct diff *d, const struct tape_event *x, const struct tape_event *y)
{
	struct diff_off off;

	return x && y && diff_given(x) && diff_given(y) &&
	       diff_tensors(tape_value(d->a.tape, x->out[0])->t,
			    tape_value(d->b.tape, y->out[0])->t, &d->o, DIFF_WEIGHT, &off);
}

bool diff_explain_structure(struct diff *d, uint32_t a, uint32_t b)
{
	uint32_t u = first_alone(d, true, a, b), v = first_alone(d, false, a, b);
	const struct tape_event *x = tape_event(d->a.tape, u), *y = tape_event(d->b.tape, v);

	if (same_given(d, x, y))
		return explain_wiring(d, a, b);
	if (x && say_moved(d, u, namesake(&d->a, u, &d->b)))
		return true;
	if (x && y && diff_given(x) == diff_given(y))
		say_both(d, u, v);
	else if (x && (!y || !diff_given(x)))
		say_alone(d, &d->a, u, tape_event(d->a.tape, a));
	else if (y && namesake(&d->b, v, &d->a) == TAPE_NONE)
		say_alone(d, &d->b, v, tape_event(d->b.tape, b));
	else
		return explain_wiring(d, a, b);
	return true;
}
