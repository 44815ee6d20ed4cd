/*
 * terms: what one element of a tensor is made of, and from there to what that is made of, back to the inputs and
 * the variables. The rules are src/grad's; the way is remembered as names, for the run is taped anew each time.
 */
#include "cmd/terms.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/element.h"
#include "cmd/json.h"
#include "cmd/rows.h"
#include "cmd/table.h"
#include "tensor/print.h"

static void page_clear(struct terms_page *p)
{
	for (size_t i = 0; i < p->row.n; i++) {
		struct term_row *r = &p->row.p[i];

		free(r->name);
		free(r->shown);
		free(r->value);
		free(r->weight_name);
		free(r->weight_shown);
		free(r->what);
	}
	vec_free(&p->row);
	free(p->name);
	free(p->shown);
	free(p->head);
	free(p->check);
	free(p->note);
	memset(p, 0, sizeof(*p));
}

static void step_drop(struct terms_trail *t)
{
	struct terms_step s = t->step.p[--t->step.n];

	free(s.name);
	free(s.shown);
}

void terms_trail_free(struct terms_trail *t)
{
	if (!t)
		return;
	page_clear(&t->page);
	while (t->step.n)
		step_drop(t);
	vec_free(&t->step);
	free(t);
}

/* ---- making a page ---- */

/* An element of the tape. */
struct spot {
	uint32_t value;
	int64_t place;
};

static char *text_of(const struct tensor *t, int64_t place)
{
	struct str s = STR_INIT;

	print_element(&s, t, place);
	return str_give(&s);
}

static int64_t count_below(const struct tensor *t)
{
	int64_t n = 1;

	for (int i = 1; i < t->rank; i++)
		n *= t->dim[i];
	return n;
}

/* An element of a list: where it was put in. */
static bool through_list(const struct taped *t, const struct spot *of, const struct tape_event *e,
			 const struct terms *terms, struct spot *to)
{
	int64_t row, inner;
	uint32_t value;
	const struct tensor *x;

	if (e->in[0] == TAPE_NONE ||
	    !tape_item(t->tape, e->in[0], tape_value(t->tape, of->value)->maker, terms->item,
		       &value, &row) ||
	    value == TAPE_NONE)
		return false;
	x = tape_value(t->tape, value)->t;
	inner = row < 0 ? x->n : count_below(x);
	*to = (struct spot){value, terms->within + (row < 0 ? 0 : row * inner)};
	return terms->within < inner && to->place < x->n;
}

static void name_term(const struct taped *t, const struct spot *of, const struct tape_event *e,
		      const struct terms *terms, const struct term *m, struct term_row *r)
{
	struct spot to = {e->in[m->input], m->place};

	if (to.value == TAPE_NONE)
		return;
	if (m->place < 0 && !through_list(t, of, e, terms, &to)) {
		r->shown = element_name(t, to.value, -1, true);
		r->value = xstrdup("");
		return;
	}
	r->name = element_name(t, to.value, to.place, false);
	r->shown = element_name(t, to.value, to.place, true);
	r->value = text_of(tape_value(t->tape, to.value)->t, to.place);
}

static void add_rows(const struct taped *t, const struct spot *of, const struct tape_event *e,
		     const struct terms *terms, struct terms_page *p)
{
	double all = 0;

	for (size_t i = 0; i < terms->term.n; i++)
		all += fabs(terms->term.p[i].product);
	for (size_t i = 0; i < terms->term.n; i++) {
		const struct term *m = &terms->term.p[i];
		struct term_row r = {.weighed = m->weighed,
				     .won = m->won,
				     .weight = plain_nan(m->weight),
				     .product = plain_nan(m->product),
				     .share = all > 0 ? fabs(m->product) / all : 0,
				     .what = m->what ? xstrdup(m->what) : NULL};

		name_term(t, of, e, terms, m, &r);
		if (m->weight_place >= 0 && e->in[m->weight_input] != TAPE_NONE) {
			r.weight_name =
				element_name(t, e->in[m->weight_input], m->weight_place, false);
			r.weight_shown =
				element_name(t, e->in[m->weight_input], m->weight_place, true);
		}
		vec_push(&p->row, r);
	}
}

/* "= 1.25, the sum of 27 products" */
static char *head_of(const struct taped *t, const struct spot *s, const struct tape_event *e,
		     const struct terms *m)
{
	char *value = text_of(tape_value(t->tape, s->value)->t, s->place), *z = NULL;
	size_t n = m->term.n;
	bool products = n && m->term.p[0].weight_place >= 0;
	struct sv op = e->n->op;

	switch (m->how) {
	case TERMS_SUM:
		z = xasprintf("%s = the sum of %zu %s%s (%.*s)", value, n,
			      products ? "product" : "term", n == 1 ? "" : "s", SV_ARG(op));
		if (m->n_zero) {
			char *more = xasprintf("%s, and %lld that %s 0", z, (long long)m->n_zero,
					       m->n_zero == 1 ? "is" : "are");

			free(z);
			z = more;
		}
		break;
	case TERMS_COPY:
		z = xasprintf("%s = %s (%.*s)", value,
			      n ? "a copy of one element" : "no element of an input", SV_ARG(op));
		break;
	case TERMS_WINNER:
		z = xasprintf("%s = picked from %zu (%.*s)", value, n, SV_ARG(op));
		break;
	case TERMS_MADE:
		z = xasprintf("%s = made of %zu element%s (%.*s)", value, n, n == 1 ? "" : "s",
			      SV_ARG(op));
		break;
	case TERMS_SOURCE:
		z = xasprintf("%s = given (%.*s)", value, SV_ARG(op));
		break;
	}
	free(value);
	return z;
}

static char *check_of(const struct terms *m)
{
	double off = fabs(m->sum - m->actual);

	if (m->how != TERMS_SUM || !m->term.n)
		return NULL;
	if (m->sum == m->actual || (isnan(m->sum) && isnan(m->actual)))
		return xasprintf("they add up to %.9g exactly", m->sum);
	if (off <= m->bound)
		return xasprintf("they add up to %.9g, %.2g off: rounding explains up to %.2g",
				 m->sum, off, m->bound);
	return xasprintf("they add up to %.9g, %.2g off: MORE than the %.2g that rounding explains",
			 m->sum, off, m->bound);
}

/* An input of the signature, or a variable: the way ends here. */
static char *end_of(const struct app *app, const struct taped *t, const struct spot *s,
		    const struct tape_event *e)
{
	const struct signature *sig = dbg_signature(app->dbg);
	struct str out = STR_INIT;
	struct object *o =
		e->n_in ? tape_resource(t->tape, e->in[0]) : tape_resource(t->tape, s->value);

	for (uint32_t i = 0; i < t->n_in; i++)
		if (t->in[i] == s->value) {
			str_addz(&out, "the input \"");
			str_escaped(&out, sig->in[i].key);
			str_addz(&out, "\": this is where it begins");
			return str_give(&out);
		}
	if (o && taped_variable(t, o)[0]) {
		str_addz(&out, "the variable ");
		str_escaped(&out, sv_of(taped_variable(t, o)));
		str_addz(&out, ": this is where it begins");
		return str_give(&out);
	}
	for (int i = 0; i < dbg_n_edits(app->dbg); i++) {
		struct dbg_edit_row r;

		if (dbg_edit_at(app->dbg, i, &r) && sv_starts(sv_of(r.path), sv_of(e->path)))
			return xasprintf("edit %d put it there: the way ends here", r.id);
	}
	return xstrdup(e->n_in ? "read from a resource: the way ends here"
			       : "a constant of the graph: the way ends here");
}

static bool fill(struct app *app, const struct taped *t, const struct spot *s, struct terms_page *p,
		 struct err *err)
{
	const struct tape_event *e = tape_maker(t->tape, s->value);
	const struct tape_value *v = tape_value(t->tape, s->value);
	struct arena *a = arena_new();
	enum grad_verdict got = GRAD_FAILED;
	struct terms m = {0};
	const char *why = "";
	struct vjp x;

	if (e && e->n) {
		tape_event_op(t->tape, e, &x, a);
		got = terms_of(&x, v->slot, s->place, &m, &why, err);
	} else {
		err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND,
			"what made this value is not in the run");
	}
	p->name = element_name(t, s->value, s->place, false);
	p->shown = element_name(t, s->value, s->place, true);
	if (got == GRAD_FOUND) {
		p->head = head_of(t, s, e, &m);
		p->check = check_of(&m);
		p->note = m.how == TERMS_SOURCE ? end_of(app, t, s, e)
			  : m.note		? xstrdup(m.note)
						: NULL;
		add_rows(t, s, e, &m, p);
	} else if (got == GRAD_UNKNOWN) {
		err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED, "%.*s: %s", SV_ARG(e->n->op),
			why);
		err_at(err, "%s", p->name);
	}
	terms_free(&m);
	arena_free(a);
	return got == GRAD_FOUND;
}

static bool look(struct app *app, const char *name, struct terms_page *p, struct err *err)
{
	struct sv base, index;
	struct taped t;
	struct spot s;
	bool ok;

	if (!dbg_tape(app->dbg, &t, err))
		return false;
	slice_split(sv_of(name), &base, &index);
	ok = element_value(app, &t, base, &s.value, err) &&
	     element_place(tape_value(t.tape, s.value)->t, index, &s.place, err) &&
	     fill(app, &t, &s, p, err);
	taped_free(&t);
	return ok;
}

/* ---- the way ---- */

/* "3" is a term of the page, "3w" its weight. */
static bool is_row(const char *text, uint64_t *n, bool *weight)
{
	char *digits = xstrdup(text);
	size_t len = strlen(digits);
	bool ok;

	*weight = len > 1 && digits[len - 1] == 'w';
	if (*weight)
		digits[len - 1] = 0;
	ok = text_u64(digits, n);
	free(digits);
	return ok;
}

/* What the operand means: a name, a row of the page, "back"; NULL with an error. Gives. */
static char *target(struct terms_trail *t, const char *text, bool *back, bool *further,
		    struct err *err)
{
	const char *name = NULL;
	bool weight;
	uint64_t n;

	*back = !strcmp(text, "back");
	*further = is_row(text, &n, &weight);
	if (*back && t->step.n > 1)
		return xstrdup(t->step.p[t->step.n - 2].name);
	if (*back)
		err_set(err, ERR_KIND_USAGE, ERR_OUT_OF_RANGE, "this is where the way begins");
	if (!*back && !*further)
		return xstrdup(text);
	if (*further && n >= 1 && n <= t->page.row.n)
		name = weight ? t->page.row.p[n - 1].weight_name : t->page.row.p[n - 1].name;
	if (*further && !name)
		err_set(err, ERR_KIND_USAGE, ERR_OUT_OF_RANGE,
			"%s is none of the terms that lead somewhere", text);
	return name ? xstrdup(name) : NULL;
}

static void take_step(struct terms_trail *t, struct terms_page *p, bool back, bool further)
{
	struct terms_step s = {xstrdup(p->name), xstrdup(p->shown)};

	for (int i = 0; back && i < 2 && t->step.n; i++)
		step_drop(t);
	while (!back && !further && t->step.n)
		step_drop(t);
	vec_push(&t->step, s);
	page_clear(&t->page);
	t->page = *p;
}

/* ---- showing ---- */

enum { TOP = 20, WAY = 4 };

/* The last few steps of the way. */
static void print_way(struct sink *out, const struct terms_trail *t)
{
	size_t from = t->step.n > WAY ? t->step.n - WAY : 0;

	if (t->step.n < 2)
		return;
	sink_puts(out, from ? "way: ... > " : "way: ");
	for (size_t i = from; i < t->step.n; i++) {
		sink_puts(out, i > from ? " > " : "");
		sink_puts(out, t->step.p[i].shown);
	}
	sink_puts(out, "\n");
}

static void print_rows(struct sink *out, const struct terms_page *p, size_t n)
{
	bool weighed = false, products = false, what = false;
	struct table t;

	for (size_t i = 0; i < p->row.n; i++) {
		weighed |= p->row.p[i].weighed;
		products |= p->row.p[i].weight_name != NULL;
		what |= p->row.p[i].won || p->row.p[i].what;
	}
	table_init(&t, weighed ? (products ? "rrrrlrll" : "rrrrlrl") : "rlrl");
	table_text(&t, "");
	if (weighed) {
		table_text(&t, "share");
		table_text(&t, "product");
		table_text(&t, "value");
	}
	table_text(&t, "of");
	table_text(&t, weighed ? "weight" : "value");
	if (products)
		table_text(&t, "from");
	table_text(&t, "");
	for (size_t i = 0; i < n; i++) {
		const struct term_row *r = &p->row.p[i];

		table_printf(&t, "%zu", i + 1);
		if (weighed) {
			table_printf(&t, r->weighed ? "%.1f%%" : "", r->share * 100);
			table_printf(&t, r->weighed ? "%.6g" : "", r->product);
			table_text(&t, r->value ? r->value : "");
		}
		table_text(&t, r->shown ? r->shown : "?");
		if (weighed)
			table_printf(&t, r->weighed ? "%.6g" : "", r->weight);
		else
			table_text(&t, r->value ? r->value : "");
		if (products)
			table_text(&t, r->weight_shown ? r->weight_shown : "");
		table_text(&t, r->won ? (what ? "the one" : "") : r->what ? r->what : "");
	}
	table_print(&t, out, 2);
}

static void print_page(struct sink *out, const struct terms_trail *t, size_t top)
{
	const struct terms_page *p = &t->page;
	size_t n = p->row.n < top ? p->row.n : top;

	print_way(out, t);
	sink_printf(out, "%s\n  %s\n", p->shown, p->head);
	if (p->note) {
		sink_puts(out, "  ");
		sink_escaped(out, sv_of(p->note));
		sink_puts(out, "\n");
	}
	if (n)
		print_rows(out, p, n);
	if (n < p->row.n)
		sink_printf(out, "  ... %zu more\n", p->row.n - n);
	if (p->check)
		sink_printf(out, "  %s\n", p->check);
}

static void json_row(struct json *j, const struct term_row *r)
{
	json_open(j, '{');
	json_kstr(j, "of", sv_of(r->shown ? r->shown : "?"));
	if (r->name)
		json_kstr(j, "name", sv_of(r->name));
	json_kstr(j, "value", sv_of(r->value ? r->value : ""));
	if (r->weighed) {
		json_key(j, "weight");
		json_double(j, r->weight);
		json_key(j, "product");
		json_double(j, r->product);
		json_key(j, "share");
		json_double(j, r->share);
	}
	if (r->weight_name)
		json_kstr(j, "from", sv_of(r->weight_shown));
	if (r->won)
		json_kbool(j, "won", true);
	if (r->what)
		json_kstr(j, "what", sv_of(r->what));
	json_close(j, '}');
}

static void json_page(struct sink *out, const struct terms_page *p, size_t top)
{
	struct json j;

	json_start(&j, out);
	json_open(&j, '{');
	json_kstr(&j, "element", sv_of(p->name));
	json_kstr(&j, "is", sv_of(p->head));
	if (p->note)
		json_kstr(&j, "note", sv_of(p->note));
	if (p->check)
		json_kstr(&j, "check", sv_of(p->check));
	json_kint(&j, "n", (int64_t)p->row.n);
	json_key(&j, "terms");
	json_open(&j, '[');
	for (size_t i = 0; i < p->row.n && i < top; i++)
		json_row(&j, &p->row.p[i]);
	json_close(&j, ']');
	json_close(&j, '}');
	json_end(&j);
}

static int terms_exec(struct cmd_call *c, struct err *err)
{
	const struct cmd_val *n = call_opt(c, "top");
	size_t top = call_flag(c, "all") ? SIZE_MAX : n->given && n->i >= 0 ? (size_t)n->i : TOP;
	struct terms_trail *t = c->app->terms;
	struct terms_page p = {0};
	bool back = false, further = false, ok = true;
	char *name;

	if (!t)
		t = c->app->terms = xcalloc(1, sizeof(*t));
	if (!c->argc && !t->step.n)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "terms of which element? NAME[0,3]")
			       ? 0
			       : EXIT_USAGE;
	if (c->argc) {
		name = target(t, c->argv[0], &back, &further, err);
		ok = name && look(c->app, name, &p, err);
		if (ok)
			take_step(t, &p, back, further);
		else
			page_clear(&p);
		free(name);
	}
	if (!ok)
		return EXIT_ERROR;
	if (call_flag(c, "json"))
		json_page(c->out, &t->page, top);
	else
		print_page(c->out, t, top);
	c->app->changes++;
	return EXIT_FINE;
}

static const struct cmd_opt terms_opts[] = {
	{"top", 'n', OPT_INT, "N", "so many terms, the largest first (20)"},
	{"all", 'a', OPT_FLAG, NULL, "every term"},
	{"json", 0, OPT_FLAG, NULL, "print JSON"},
	{0},
};

const struct cmd cmd_terms = {
	.name = "terms",
	.where = CMD_PROMPT,
	.opts = terms_opts,
	.operands = "[NAME[INDEX] | N | Nw | back]",
	.max_args = 1,
	.arg = ARG_TENSOR,
	.group = "Tensors",
	.need = NEED_RUN,
	.exec = terms_exec,
	.json = "{element: str, is: str, note?: str, check?: str, n: int, terms: [{of: str, name?: "
		"str, value: str,"
		" weight?: num, product?: num, share?: num, from?: str, won?: bool, what?: str}]}",
	.brief = "Where an element's value came from: what it is made of, and so on back.",
	.help = "terms conv1/Conv2D:0[0,3,3,5] shows the products that were added up, largest first, each\n"
		"with its share of the sum of all magnitudes, and whether they do add up to the element;\n"
		"of a pooled or picked element the one that won, of a moved one where it was, of a function\n"
		"its operands with the slope by each. A value's name is that of the node that computed it,\n"
		"however many calls, loops or Identity nodes handed it on. terms 3 goes on with the third\n"
		"one, terms 3w with its weight, terms back returns, terms alone shows the page again. An op\n"
		"that no rule knows is named.",
};
