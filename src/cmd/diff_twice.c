/* What two inputs do to one model, in words; see diff_twice.h. */
#include "cmd/diff_twice.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "cmd/gaps_run.h"
#include "cmd/rows.h"
#include "debug/shadow.h"
#include "debug/twice.h"

enum { LINES = 12 };

struct telling {
	struct cmd_call *c;
	struct diff *d;
	struct twice w;
	struct gaps *gaps;
	bool table;
};

static void node_name(struct str *out, const struct telling *t, uint32_t event)
{
	const struct tape_event *e = tape_event(t->d->a.tape, event);

	str_escaped(out, sv_of(e->path));
	str_addz(out, e->iter);
}

static void sentence(struct str *out, const struct telling *t)
{
	const struct tape_event *e = tape_event(t->d->a.tape, t->w.first);
	struct tensor *x = tape_value(t->d->a.tape, e->out[t->w.slot])->t,
		      *y = diff_other(t->d, t->w.first, t->w.slot);

	str_addz(out, "the runs part here: ");
	if (y)
		diff_gap_text(t->d, out, x, y, 0);
	tensor_unref(y);
}

/* "3 of 8 elements differ, up to 0.5 (0.1 of the scale)" */
static void gap_line(struct sink *out, struct sv key, const struct tensor *x,
		     const struct tensor *y)
{
	struct gap g;

	sink_puts(out, "  ");
	sink_escaped(out, key);
	if (!x || !y) {
		sink_puts(out, ": not in both runs\n");
		return;
	}
	gap_measure(x, y, &g);
	if (g.type)
		sink_puts(out, ": other shapes\n");
	else if (!g.n_out)
		sink_puts(out, ": the same\n");
	else
		sink_printf(out,
			    ": %" PRId64 " of %" PRId64
			    " elements differ, up to %.4g (%.3g of the scale)\n",
			    g.n_out, g.n, g.most, g.rel);
}

static void say_ends(const struct telling *t, bool shrinks, const char *head)
{
	struct sink *out = t->c->out;
	uint32_t n = 0;

	for (size_t i = 0; i < t->w.end.n; i++) {
		const struct twice_end *e = &t->w.end.p[i];
		struct str s = STR_INIT;

		if ((e->out.n_out > 0) != shrinks || n++ >= LINES)
			continue;
		sink_printf(out, "%s", n == 1 ? head : "");
		node_name(&s, t, e->event);
		sink_printf(out, "  %s (%.*s): takes %.3g of the scale", str_z(&s),
			    SV_ARG(tape_event(t->d->a.tape, e->event)->n->op), e->in.rel);
		if (shrinks)
			sink_printf(out, ", gives %.3g", e->out.rel);
		sink_puts(out, "\n");
		str_free(&s);
	}
	if (n > LINES)
		sink_printf(out, "  and %u more\n", n - LINES);
}

static void say_nodes(const struct telling *t)
{
	struct sink *out = t->c->out;

	sink_printf(out, "nodes: %u differ, %u take a difference and give the same, %u see none",
		    t->w.n_differ, t->w.n_end, t->w.n_untouched);
	if (t->w.n_only_a || t->w.n_only_b)
		sink_printf(out, ", %u run with A's inputs only, %u with B's", t->w.n_only_a,
			    t->w.n_only_b);
	sink_puts(out, "\n");
}

static void say_failures(const struct telling *t)
{
	const struct diff_side *sides[] = {&t->d->a, &t->d->b};

	for (int i = 0; i < 2; i++) {
		if (sides[i]->failed != TAPE_NONE)
			sink_printf(t->c->out, "the run with %s's inputs fails: %s\n",
				    sides[i]->label, sides[i]->err.msg);
		if (sides[i]->stopped)
			sink_printf(t->c->out,
				    "the run with %s's inputs was given up after %u nodes\n",
				    sides[i]->label, tape_n(sides[i]->tape));
	}
}

static void print_text(const struct telling *t)
{
	const struct diff_side *a = &t->d->a, *b = &t->d->b;
	struct str name = STR_INIT, s = STR_INIT;

	if (t->w.first == TAPE_NONE) {
		sink_puts(t->c->out, "nothing found: the runs do not part\n");
	} else {
		node_name(&name, t, t->w.first);
		sentence(&s, t);
		sink_printf(t->c->out, "%s: %s\n", str_z(&name), str_z(&s));
	}
	str_free(&name);
	str_free(&s);
	sink_puts(t->c->out, "inputs\n");
	for (uint32_t i = 0; i < a->n_feed; i++)
		gap_line(t->c->out, a->sig->in[i].key, a->feed[i], b->feed[i]);
	say_nodes(t);
	say_ends(t, false, "where the difference ends\n");
	say_ends(t, true, "where it shrinks to less than a thousandth\n");
	sink_puts(t->c->out, a->sig->n_out ? "outputs\n" : "");
	for (uint32_t i = 0; i < a->sig->n_out; i++) {
		const struct tensor *x, *y;

		twice_output(t->d, i, &x, &y);
		gap_line(t->c->out, a->sig->out[i].key, x, y);
	}
	say_failures(t);
	if (t->table)
		gaps_print(t->gaps, t->c->out);
}

/* ---- JSON ---- */

static void json_gap(struct json *j, struct sv key, const struct tensor *x, const struct tensor *y)
{
	struct gap g = {.n_out = 1, .type = true};

	if (x && y)
		gap_measure(x, y, &g);
	json_open(j, '{');
	json_kstr(j, "key", key);
	json_kint(j, "different", g.type && x ? x->n : g.n_out);
	if (!g.type) {
		json_key(j, "abs");
		json_num(j, g.most);
		json_key(j, "rel");
		json_num(j, g.rel);
	}
	json_close(j, '}');
}

static void json_ends(struct json *j, const struct telling *t)
{
	json_key(j, "ends_at");
	json_open(j, '[');
	for (size_t i = 0; i < t->w.end.n; i++) {
		const struct twice_end *e = &t->w.end.p[i];
		struct str s = STR_INIT;

		node_name(&s, t, e->event);
		json_open(j, '{');
		json_kstr(j, "node", str_sv(&s));
		json_kstr(j, "op", tape_event(t->d->a.tape, e->event)->n->op);
		json_kint(j, "different", e->out.n_out);
		json_key(j, "in_rel");
		json_num(j, e->in.rel);
		json_key(j, "rel");
		json_num(j, e->out.rel);
		json_close(j, '}');
		str_free(&s);
	}
	json_close(j, ']');
}

static void json_first(struct json *j, const struct telling *t)
{
	struct str name = STR_INIT, s = STR_INIT;

	if (t->w.first == TAPE_NONE)
		return;
	node_name(&name, t, t->w.first);
	sentence(&s, t);
	json_kstr(j, "node", str_sv(&name));
	json_kstr(j, "sentence", str_sv(&s));
	str_free(&name);
	str_free(&s);
}

static void print_json(const struct telling *t)
{
	const struct diff_side *a = &t->d->a, *b = &t->d->b;
	struct json j;

	json_start(&j, t->c->out);
	json_open(&j, '{');
	json_kstr(&j, "verdict", t->w.first == TAPE_NONE ? SV("nothing") : SV("found"));
	json_key(&j, "inputs");
	json_open(&j, '[');
	for (uint32_t i = 0; i < a->n_feed; i++)
		json_gap(&j, a->sig->in[i].key, a->feed[i], b->feed[i]);
	json_close(&j, ']');
	json_first(&j, t);
	json_kint(&j, "differ", t->w.n_differ);
	json_kint(&j, "ends", t->w.n_end);
	json_kint(&j, "untouched", t->w.n_untouched);
	json_kint(&j, "only_a", t->w.n_only_a);
	json_kint(&j, "only_b", t->w.n_only_b);
	json_ends(&j, t);
	json_key(&j, "outputs");
	json_open(&j, '[');
	for (uint32_t i = 0; i < a->sig->n_out; i++) {
		const struct tensor *x, *y;

		twice_output(t->d, i, &x, &y);
		json_gap(&j, a->sig->out[i].key, x, y);
	}
	json_close(&j, ']');
	if (t->table)
		gaps_json(t->gaps, &j);
	json_close(&j, '}');
	json_end(&j);
}

/* ---- the whole ---- */

static bool table_make(struct telling *t, struct err *err)
{
	struct shadow *s = shadow_new(t->d->a.tape, err);

	if (!s)
		return false;
	gaps_of_diff(t->gaps, t->d, s, GAPS_TWICE);
	shadow_free(s);
	t->gaps->verdict =
		xasprintf("one model on two inputs: %u nodes differ, %u see no difference",
			  t->w.n_differ, t->w.n_untouched);
	return gaps_choose(t->gaps, t->c, "run", 0, err);
}

int diff_twice(struct sides *p, struct err *err)
{
	struct telling t = {.c = p->c, .d = p->d, .gaps = &p->gaps};
	int shown = -1, rc = EXIT_NO_JUDGEMENT;

	t.table = gaps_asked(p->c) || call_flag(p->c, "ui");
	twice_find(&t.w, p->d);
	if (!t.table || table_make(&t, err)) {
		shown = t.table ? sides_show(p, err) : -1;
		rc = shown >= 0 ? shown : t.w.first == TAPE_NONE ? EXIT_FINE : 1;
		if (shown < 0 && call_flag(p->c, "csv"))
			gaps_csv(t.gaps, p->c->out);
		else if (shown < 0 && call_flag(p->c, "json"))
			print_json(&t);
		else if (shown < 0)
			print_text(&t);
	}
	twice_free(&t.w);
	return rc;
}
