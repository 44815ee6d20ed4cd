/* Pages of nodes and ops as text. */
#include "cmd/node_page.h"

#include "base/str.h"
#include "cmd/table.h"

enum { WIDTH = 80, LINES = 1000 };

/* Text between words, its lines after the first one further in by `hang`. */
static void wrapped(struct sink *out, int indent, int hang, struct sv text)
{
	int col = 0;

	while (text.n) {
		long blank = sv_find(text, ' ');
		struct sv word = sv_sub(text, 0, blank < 0 ? text.n : (size_t)blank);

		text = sv_sub(text, word.n + (blank >= 0), text.n);
		if (col && col + 1 + text_width(word) > WIDTH) {
			sink_puts(out, "\n");
			col = 0;
		}
		if (col)
			sink_puts(out, " ");
		else
			sink_printf(out, "%*s", indent, "");
		col = (col ? col + 1 : indent) + text_width(word);
		indent = hang;
		sink_put(out, word);
	}
	sink_puts(out, "\n");
}

static void labelled(struct sink *out, const char *label, struct sv text)
{
	struct str s = STR_INIT;

	if (!text.n)
		return;
	str_addz(&s, label);
	str_escaped(&s, text);
	wrapped(out, 2, 8, str_sv(&s));
	str_free(&s);
}

void node_page_doc(struct sink *out, const struct oppage *p)
{
	if (p->doc) {
		wrapped(out, 4, 4, sv_of(p->doc->does));
		for (int i = 0; i < 2 && p->doc->trap[i]; i++) {
			struct str s = STR_INIT;

			str_addf(&s, "! %s", p->doc->trap[i]);
			wrapped(out, 4, 6, str_sv(&s));
			str_free(&s);
		}
	}
	labelled(out, "Rule: ", p->rule);
	labelled(out, "Here: ", p->here);
	labelled(out, "with: ", p->dims);
	for (size_t i = 0; i < p->note.n; i++)
		labelled(out, "Cannot be: ", p->note.p[i]);
}

/* ---- arguments and outputs ---- */

static void fed_by(struct table *t, const struct graph *g, const struct node *n,
		   const struct oppage_line *l)
{
	struct str s = STR_INIT;

	if (n->in[l->index].node == NODE_NONE) {
		str_addz(&s, "names nothing: ");
	} else {
		str_addc(&s, '[');
		str_add(&s, graph_node_op(g, n->in[l->index].node));
		str_addz(&s, "] ");
	}
	str_add(&s, l->value);
	table_sv(t, str_sv(&s));
	str_free(&s);
}

static void tensor_row(struct table *t, const struct graph *g, const struct node *n,
		       const struct oppage_line *l)
{
	if (l->name.n)
		table_sv(t, l->name);
	else
		table_printf(t, "%u", (unsigned)l->index);
	table_sv(t, l->type.n ? l->type : SV("?"));
	table_sv(t, l->shape);
	if (l->part == OPPAGE_IN && n)
		fed_by(t, g, n, l);
}

/* Of a million no more than can be read. */
static void part_print(struct sink *out, const struct oppage_line *l, uint32_t count, const struct graph *g,
		       const struct node *n)
{
	uint32_t shown = count < LINES ? count : LINES;
	struct table t;

	table_init(&t, count && l->part == OPPAGE_IN && n ? "llll" : "lll");
	for (uint32_t i = 0; i < shown; i++)
		tensor_row(&t, g, n, &l[i]);
	table_print(&t, out, 4);
	if (shown < count)
		sink_printf(out, "    ... and %u more\n", (unsigned)(count - shown));
}

void node_page_args(struct sink *out, const struct oppage *p, const struct graph *g,
		    const struct node *n)
{
	sink_printf(out, "\n  %u input(s)", (unsigned)p->n_in);
	if (n)
		sink_printf(out, " + %u control input(s)", (unsigned)n->n_ctl);
	sink_puts(out, ":\n");
	part_print(out, p->line.p, p->n_in, g, n);
	for (uint32_t i = 0; n && i < n->n_ctl; i++) {
		sink_puts(out, "    after ");
		sink_escaped(out, n->in_text[n->n_in + i]);
		sink_puts(out, "\n");
	}
	sink_printf(out, "\n  %u output(s):\n", (unsigned)p->n_out);
	part_print(out, p->line.p + p->n_in, p->n_out, g, n);
}

/* ---- attributes ---- */

static const char *mark_text(const struct oppage_line *l)
{
	static const char *const text[] = {
		[OPPAGE_PLAIN] = " ", [OPPAGE_DIFFERS] = "*", [OPPAGE_FOREIGN] = "+", [OPPAGE_MISSING] = "!",
	};

	return text[l->mark];
}

static const char *remark(const struct oppage *p, const struct oppage_line *l)
{
	if (l->mark == OPPAGE_FOREIGN)
		return sv_starts(l->name, SV("_")) ? "  (an annotation)" : "  (the op has no such attribute)";
	return l->mark == OPPAGE_MISSING ? "missing, and it has no default" :
	       p->node && !l->given ? "  (by default)" : "";
}

/* The value and what is to be said of it. */
static void value_cell(struct table *t, const struct oppage *p, const struct oppage_line *l)
{
	struct str s = STR_INIT;

	str_add(&s, l->value);
	str_addz(&s, remark(p, l));
	if (l->mark == OPPAGE_DIFFERS) {
		str_addz(&s, "  (default ");
		str_add(&s, l->initial);
		str_addc(&s, ')');
	}
	if (!p->node && l->allowed.n) {
		str_addz(&s, s.n ? "  (" : "(");
		str_add(&s, l->allowed);
		str_addc(&s, ')');
	}
	table_sv(t, str_sv(&s));
	str_free(&s);
}

void node_page_attrs(struct sink *out, const struct oppage *p)
{
	struct table t;

	sink_printf(out, "\n  %u attribute(s)%s:\n", (unsigned)(p->line.n - p->n_in - p->n_out),
		    p->node ? "" : ", with defaults");
	table_init(&t, "llll");
	for (size_t i = 0; i < p->line.n; i++) {
		const struct oppage_line *l = &p->line.p[i];

		if (l->part != OPPAGE_ATTR)
			continue;
		table_text(&t, mark_text(l));
		table_sv(&t, l->name);
		table_sv(&t, l->type);
		value_cell(&t, p, l);
	}
	table_print(&t, out, 2);
}
