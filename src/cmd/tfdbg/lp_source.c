/* The profiler's print_source: a Python file with what the nodes of each line took. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "base/map.h"
#include "cmd/tfdbg/cost.h"
#include "cmd/tfdbg/match.h"
#include "cmd/tfdbg/source.h"
#include "cmd/tfdbg/verbs.h"

enum { BAR = 10 };

struct spent {			/* by the nodes of a line */
	double us;
	uint64_t nodes, runs;
};

typedef VEC(struct spent) spent_list;	/* by line */

struct layout {
	size_t bar, cost, nodes, number;
	double max, per;
	const char *unit;
};

static bool spend(struct tf_call *c, const struct tf_costs *costs, spent_list *lines, struct err *err)
{
	bool own = tf_str(c, "cost_type") && !strcmp(tf_str(c, "cost_type"), "op_time");
	struct match device = { 0 }, node = { 0 }, op = { 0 };
	struct map seen = MAP_INIT;
	bool ok = match_make(&device, tf_str(c, "device_name_filter"), err) &&
		  match_make(&node, tf_str(c, "node_name_filter"), err) &&
		  match_make(&op, tf_str(c, "op_type_filter"), err);

	for (size_t i = 0; ok && match_is(&device, SV(TF_DEVICE)) && i < costs->row.n; i++) {
		const struct tf_cost *k = &costs->row.p[i];

		if (!source_is(k->file, c->argv[0]) || k->line < 1 || (size_t)k->line > lines->n ||
		    !match_is(&node, sv_of(k->node)) || !match_is(&op, k->op))
			continue;
		lines->p[k->line - 1].us += own ? k->op_us : k->exec_us;
		lines->p[k->line - 1].nodes += map_add(&seen, sv_of(k->node), 0);
		lines->p[k->line - 1].runs++;
	}
	map_free(&seen);
	match_free(&device);
	match_free(&node);
	match_free(&op);
	return ok;
}

static double most(const spent_list *lines)
{
	double max = 0;

	for (size_t i = 0; i < lines->n; i++)
		max = lines->p[i].us > max ? lines->p[i].us : max;
	return max;
}

/* Times that are longer than the head widen their column. */
static size_t cost_width(const spent_list *lines, const struct layout *w, size_t least)
{
	for (size_t i = 0; i < lines->n; i++) {
		struct str s = STR_INIT;

		cost_text(&s, lines->p[i].us, w->per, w->unit);
		least = lines->p[i].runs && s.n + 1 > least ? s.n + 1 : least;
		str_free(&s);
	}
	return least;
}

static bool nothing(const spent_list *lines)
{
	for (size_t i = 0; i < lines->n; i++)
		if (lines->p[i].runs)
			return false;
	return true;
}

static void say_nothing(struct tf_call *c)
{
	static const char *const names[] = { "device_name_filter", "node_name_filter", "op_type_filter" };

	rich_add(c->out, "The source file %s does not contain any profile information for the previous Session run "
		 "under the following filters:", c->argv[0]);
	for (int i = 0; i < 3; i++)
		rich_add(c->out, "  --%s: %s", names[i], tf_str(c, names[i]) ? tf_str(c, names[i]) : "");
}

/* ---- lines ---- */

static void pad(struct str *out, size_t to)
{
	while (out->n < to)
		str_addc(out, ' ');
}

static void heads(struct tf_call *c, const struct layout *w)
{
	struct str a = STR_INIT, b = STR_INIT;
	size_t cost;

	pad(&a, w->bar);
	str_addz(&a, tf_str(c, "cost_type") ? tf_str(c, "cost_type") : "exec_time");
	pad(&a, w->bar + w->cost);
	str_addz(&a, "#nodes");
	pad(&a, w->bar + w->cost + w->nodes);
	cost = a.n;
	str_addz(&a, "lineno");
	rich_sv(c->out, str_sv(&a));
	rich_span(c->out, 0, cost, RT_CYAN, NULL);
	rich_span(c->out, cost, a.n, RT_YELLOW, NULL);
	pad(&b, w->bar + w->cost);
	str_addz(&b, "(#execs)");
	pad(&b, w->bar + w->cost + w->nodes + w->number);
	cost = b.n;
	str_addz(&b, "source");
	rich_sv(c->out, str_sv(&b));
	rich_span(c->out, 0, cost, RT_CYAN, NULL);
	rich_span(c->out, cost, b.n, RT_BOLD, NULL);
	str_free(&a);
	str_free(&b);
}

/* "[|||       ] 96us     19(56)" */
static void spent_text(const struct layout *w, const struct spent *s, struct str *line, size_t *link)
{
	int ticks = w->max > 0 ? (int)ceil(s->us / w->max * BAR) : 1;

	ticks = ticks < 1 ? 1 : ticks > BAR ? BAR : ticks;
	str_addc(line, '[');
	str_addn(line, '|', (size_t)ticks);
	str_addn(line, ' ', (size_t)(BAR - ticks));
	str_addc(line, ']');
	pad(line, w->bar);
	cost_text(line, s->us, w->per, w->unit);
	pad(line, w->bar + w->cost);
	*link = line->n;
	str_addf(line, "%" PRIu64 "(%" PRIu64 ")", s->nodes, s->runs);
}

/* The nodes of this line alone. */
static char *line_link(const struct tf_call *c, size_t number)
{
	static const char *const names[] = { "device_name_filter", "node_name_filter", "op_type_filter" };
	struct str s = STR_INIT;

	str_addz(&s, "lp --file_path_filter .*");
	for (const char *p = c->argv[0]; *p; p++)
		str_addf(&s, strchr(".+*?()[]{}|^$\\", *p) ? "\\%c" : "%c", *p);
	str_addf(&s, "$ --min_lineno %zu --max_lineno %zu", number, number + 1);
	for (int i = 0; i < 3; i++)
		if (tf_str(c, names[i]))
			str_addf(&s, " --%s %s", names[i], tf_str(c, names[i]));
	return str_give(&s);
}

static void source_line(struct tf_call *c, const struct layout *w, const struct source *src, const struct spent *s,
			size_t i)
{
	struct str line = STR_INIT;
	size_t link = 0, link_end = 0, label;

	if (s->runs)
		spent_text(w, s, &line, &link);
	link_end = line.n;
	pad(&line, w->bar + w->cost + w->nodes);
	label = line.n;
	str_addf(&line, " L%zu", i + 1);
	pad(&line, label + w->number);
	str_add(&line, src->line.p[i]);
	rich_sv(c->out, str_sv(&line));
	if (s->runs) {
		char *z = line_link(c, i + 1);

		rich_span(c->out, 0, link, RT_CYAN, NULL);
		rich_span(c->out, link, link_end, RT_CYAN, z);
		free(z);
	}
	rich_span(c->out, label, label + w->number, RT_YELLOW, NULL);
	str_free(&line);
}

static bool cost_ps_exec(struct tf_call *c, struct err *err)
{
	struct layout w = { .bar = BAR + 3, .nodes = sizeof("(#execs)") };
	int64_t begin = tf_flag(c, "init_line") ? tf_opt(c, "init_line")->i : 0;
	struct tf_costs costs = { 0 };
	spent_list lines = { 0 };
	struct source src;
	bool ok = source_load(&src, c->t, c->argv[0], err) && cost_unit(tf_str(c, "time_unit"), &w.per, &w.unit, err);

	for (size_t i = 0; ok && i < src.line.n; i++)
		vec_push(&lines, ((struct spent){ 0 }));
	if (ok)
		costs_make(&costs, c->t);
	ok = ok && spend(c, &costs, &lines, err);
	w.cost = strlen(tf_str(c, "cost_type") ? tf_str(c, "cost_type") : "exec_time") + 3;
	w.cost = ok ? cost_width(&lines, &w, w.cost) : w.cost;
	w.number = src.width;
	w.max = most(&lines);
	if (ok && nothing(&lines)) {
		say_nothing(c);
	} else if (ok) {
		heads(c, &w);
		for (size_t i = 0; i < src.line.n; i++) {
			source_line(c, &w, &src, &lines.p[i], i);
			if (begin == (int64_t)i + 1)
				c->out->scroll_to = c->out->line.n - 1;
		}
	}
	vec_free(&lines);
	costs_free(&costs);
	source_free(&src);
	return ok;
}

static const struct tf_flag flags[] = {
	{ NULL, "cost_type", OPT_STRING, "What is shown: exec_time or op_time.", "exec_time|op_time" },
	{ NULL, "time_unit", OPT_STRING, "us, ms or s.", NULL },
	{ "d", "device_name_filter", OPT_STRING, "Only devices whose names match.", NULL },
	{ "n", "node_name_filter", OPT_STRING, "Only nodes whose names match.", NULL },
	{ "t", "op_type_filter", OPT_STRING, "Only ops whose types match.", NULL },
	{ NULL, "init_line", OPT_INT, "The line to scroll to, from 1 on.", NULL },
	{ 0 },
};

const struct tf_verb tf_cost_source = {
	.name = "print_source", .aliases = (const char *const[]){ "ps", NULL }, .where = AT_PROFILE, .flags = flags,
	.operand = "source_file_path", .operand_help = "A Python file: its path, or the end of it.", .min_args = 1,
	.max_args = 1, .exec = cost_ps_exec, .brief = "Print a Python file with what the nodes of its lines took.",
};
