/* prof and pulse: what the nodes of a run took and made, and the scale of their values. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/vec.h"
#include "cmd/rows.h"
#include "cmd/table.h"

/* ---- prof ---- */

struct cost {
	struct sv name;		/* path, op or scope; borrowed from debugger and model */
	struct sv op;
	uint64_t ns, bytes, runs;
};

struct costs {
	VEC(struct cost) row;
	struct map by_name;	/* to index in row */
	struct cost all;
};

enum by { BY_NODE, BY_OP, BY_SCOPE };

static struct sv cost_name(const struct dbg_event *e, enum by by)
{
	struct sv path = sv_of(e->path);
	long slash = sv_rfind(path, '/');

	if (by == BY_OP)
		return graph_node_op(e->graph, e->node);
	if (by == BY_SCOPE)
		return slash < 0 ? SV("(no scope)") : sv_sub(path, 0, (size_t)slash);
	return path;
}

static void cost_add(struct cost *c, const struct dbg_event *e)
{
	c->ns += e->ns;
	c->bytes += e->bytes;
	c->runs++;
}

static void collect(const struct dbg *d, enum by by, struct costs *out)
{
	struct dbg_event e;

	for (uint64_t i = 0; i < dbg_seq(d) && dbg_event(d, i, &e); i++) {
		struct cost fresh = { .name = cost_name(&e, by), .op = graph_node_op(e.graph, e.node) };
		uint64_t at = out->row.n;

		if (e.call)	/* its body's nodes are counted */
			continue;
		if (map_add(&out->by_name, fresh.name, at))
			vec_push(&out->row, fresh);
		else
			map_get(&out->by_name, fresh.name, &at);
		cost_add(&out->row.p[at], &e);
		cost_add(&out->all, &e);
	}
}

static int by_ns(const void *a, const void *b)
{
	const struct cost *x = a, *y = b;

	return x->ns != y->ns ? (x->ns < y->ns) - (x->ns > y->ns) : sv_cmp(x->name, y->name);
}

static int by_bytes(const void *a, const void *b)
{
	const struct cost *x = a, *y = b;

	return x->bytes != y->bytes ? (x->bytes < y->bytes) - (x->bytes > y->bytes)
				    : sv_cmp(x->name, y->name);
}

static int by_runs(const void *a, const void *b)
{
	const struct cost *x = a, *y = b;

	return x->runs != y->runs ? (x->runs < y->runs) - (x->runs > y->runs)
				  : sv_cmp(x->name, y->name);
}

/* The index of a word among those that are allowed; -1 with an error. */
static int choice(struct cmd_call *c, const char *opt, const char *const *words, struct err *err)
{
	const char *z = call_str(c, opt);

	for (int i = 0; words[i]; i++)
		if (!z || !strcmp(z, words[i]))
			return i;
	err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
		"--%s: %s, %s or %s is wanted, not \"%s\"", opt, words[0], words[1], words[2], z);
	return -1;
}

static void costs_print(struct cmd_call *c, const struct costs *k, enum by by, size_t most)
{
	static const char *const heads[] = { "time (us)", "%", "runs", "made", "op" };
	char *bytes = text_bytes(k->all.bytes);
	double all = k->all.ns ? (double)k->all.ns : 1;
	struct table t;

	sink_printf(c->out, "%" PRIu64 " nodes ran, %.3f ms in their kernels; they made %s\n",
		    k->all.runs, (double)k->all.ns / 1e6, bytes);
	free(bytes);
	table_init(&t, by == BY_NODE ? "rrrrll" : "rrrrl");
	for (int i = 0; i < 4 + (by == BY_NODE); i++)
		table_text(&t, heads[i]);
	table_text(&t, by == BY_OP ? "op" : by == BY_SCOPE ? "scope" : "node");
	for (size_t i = 0; i < k->row.n && i < most; i++) {
		const struct cost *r = &k->row.p[i];

		table_printf(&t, "%.1f", (double)r->ns / 1e3);
		table_printf(&t, "%.1f", 100 * (double)r->ns / all);
		table_printf(&t, "%" PRIu64, r->runs);
		table_take(&t, text_bytes(r->bytes));
		if (by == BY_NODE)
			table_sv(&t, r->op);
		table_sv(&t, r->name);
	}
	table_print(&t, c->out, 0);
	if (k->row.n > most)
		sink_printf(c->out, "and %zu more (-n 0: all)\n", k->row.n - most);
}

static int prof_exec(struct cmd_call *c, struct err *err)
{
	static const char *const sorts[] = { "time", "bytes", "runs", NULL };
	static const char *const kinds[] = { "node", "op", "scope", NULL };
	static int (*const cmp[])(const void *, const void *) = { by_ns, by_bytes, by_runs };
	const struct cmd_val *n = call_opt(c, "top");
	int sort = choice(c, "sort_by", sorts, err), by = choice(c, "by", kinds, err);
	struct costs k = { 0 };

	if (sort < 0 || by < 0 || (n->given && n->i < 0)) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			"--top: a number from 0 on is wanted");
		return EXIT_USAGE;
	}
	collect(c->app->dbg, (enum by)by, &k);
	if (k.row.n)
		qsort(k.row.p, k.row.n, sizeof(*k.row.p), cmp[sort]);
	costs_print(c, &k, (enum by)by, !n->given ? 20 : n->i ? (size_t)n->i : SIZE_MAX);
	vec_free(&k.row);
	map_free(&k.by_name);
	return EXIT_FINE;
}

static const struct cmd_opt prof_opts[] = {
	{ "by", 'b', OPT_STRING, "WHAT", "node (its runs in loops together), op or scope" },
	{ "sort_by", 's', OPT_STRING, "KEY", "time, bytes or runs" },
	{ "top", 'n', OPT_INT, "N", "so many rows, 0: all (20)" },
	{ 0 },
};

const struct cmd cmd_prof = {
	.name = "prof", .alias = "profile", .where = CMD_PROMPT, .opts = prof_opts, .max_args = 0,
	.group = "Tensors", .need = NEED_RUN, .exec = prof_exec,
	.brief = "What the nodes that ran up to here took and made: time, bytes, runs.",
};

/* ---- pulse ---- */

enum { COLUMNS_MAX = 512, BAD_MAX = 20 };

static void line_print(struct sink *out, const struct dbg_column *col, int n)
{
	static const char *const block[] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };

	for (int i = 0; i < n; i++) {
		int mark = dbg_column_mark(col, n, i, 8);
		char z[2] = "1";

		z[0] = (char)(mark == MARK_NAN ? 'N' : mark == MARK_INF ? 'I' : mark == MARK_DEAD ? '0'
			      : mark == MARK_UNKNOWN ? '?' : '1' + mark);
		sink_puts(out, mark >= 0 && out->utf8 ? block[mark] : z);
	}
	sink_puts(out, "\n");
}

static void event_print(const struct dbg *d, uint64_t i, struct sink *out)
{
	struct dbg_event e;
	double level;

	if (!dbg_event(d, i, &e))
		return;
	switch (dbg_pulse(d, i, true, &level)) {
	case PULSE_NAN: sink_puts(out, "     NaN"); break;
	case PULSE_INF: sink_puts(out, "infinite"); break;
	case PULSE_DEAD: sink_puts(out, "all zero"); break;
	default: sink_printf(out, "%8.2e", pow(10, level)); break;
	}
	sink_printf(out, "  #%" PRIu64 " ", e.seq);
	sink_escaped(out, sv_of(e.path));
	sink_printf(out, "%s (", e.iter);
	sink_escaped(out, graph_node_op(e.graph, e.node));
	sink_puts(out, ")\n");
}

static int pulse_exec(struct cmd_call *c, struct err *err)
{
	const struct dbg *d = c->app->dbg;
	int width = c->out->width > 0 && c->out->width < COLUMNS_MAX ? c->out->width : 80;
	bool all = call_flag(c, "all");
	struct dbg_column col[COLUMNS_MAX];
	uint64_t nodes, bad = 0;
	double lo, hi, level;
	int n = dbg_pulse_columns(d, width, -1, col, &nodes);

	(void)err;
	sink_printf(c->out, "%" PRIu64 " nodes computed floats", nodes);
	if (dbg_columns_range(col, n, &lo, &hi))
		sink_printf(c->out, "; largest magnitudes from %.3g to %.3g", pow(10, lo), pow(10, hi));
	sink_puts(c->out, "\n");
	if (n)
		line_print(c->out, col, n);
	for (uint64_t i = 0; i < dbg_n_events(d); i++) {
		enum dbg_pulse_kind k = dbg_pulse(d, i, true, &level);

		if (k == PULSE_NONE || (k == PULSE_FINE && !all))
			continue;
		if (all || bad++ < BAD_MAX)
			event_print(d, i, c->out);
	}
	if (bad > BAD_MAX)
		sink_printf(c->out, "and %" PRIu64 " more that are not fine (--all)\n", bad - BAD_MAX);
	return EXIT_FINE;
}

static const struct cmd_opt pulse_opts[] = {
	{ "all", 'a', OPT_FLAG, NULL, "list all nodes, not only those with NaN, infinities or zeros" },
	{ 0 },
};

const struct cmd cmd_pulse = {
	.name = "pulse", .where = CMD_PROMPT, .opts = pulse_opts, .max_args = 0, .group = "Tensors",
	.need = NEED_RUN, .exec = pulse_exec,
	.brief = "The scale of what each node computed, in order: NaN, infinities and dead nodes named.",
};
