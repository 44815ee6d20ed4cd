/* export: the graph and its functions for other programs: DOT with a cluster a scope, JSON, CSV. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/find_nodes.h"
#include "cmd/csv.h"
#include "cmd/note.h"
#include "cmd/shapes.h"
#include "cmd/slow.h"
#include "inspect/export.h"

struct export {
	struct cmd_call *c;
	struct fold f;
};

static void outputs_text(struct str *s, struct export *x, const struct fold_box *b)
{
	if (!b->folded)
		shapes_text(s, app_shapes(x->c->app, b->g, call_opt(x->c, "batch")->i), b->node);
}

/* ---- DOT ---- */

/* Text in quotes: what a terminal could show, then DOT's own escapes. */
static void dot_text(struct str *out, struct sv v)
{
	struct str s = STR_INIT;

	str_escaped(&s, v);
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"' || s.p[i] == '\\')
			str_addc(out, '\\');
		str_addc(out, s.p[i]);
	}
	str_free(&s);
}

static void dot_box(struct export *x, uint32_t i, int indent)
{
	const struct fold_box *b = &x->f.box.p[i];
	long slash = sv_rfind(b->name, '/');
	struct str s = STR_INIT;

	str_addn(&s, '\t', (size_t)indent);
	str_addf(&s, "n%u [label=\"", i);
	dot_text(&s, slash < 0 ? b->name : sv_sub(b->name, (size_t)slash + 1, b->name.n));
	str_addz(&s, "\\n");
	if (b->folded)
		str_addf(&s, "%u node%s\", shape=box3d];\n", b->n, b->n == 1 ? "" : "s");
	else {
		dot_text(&s, graph_node_op(b->g, b->node));
		str_addz(&s, "\"];\n");
	}
	sink_put(x->c->out, str_sv(&s));
	str_free(&s);
}

enum { MAX_NEST = 32 };

struct place {			/* of a box in the nest of clusters */
	struct sv cluster;	/* its name without the last part */
	uint32_t box, graph;
};

static int by_place(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	size_t n = x->cluster.n < y->cluster.n ? x->cluster.n : y->cluster.n;

	if (x->graph != y->graph)
		return x->graph < y->graph ? -1 : 1;
	for (size_t i = 0; i < n; i++) {	/* "/" before all else, so that what is in a scope stays together */
		int p = x->cluster.p[i] == '/' ? -1 : (unsigned char)x->cluster.p[i];
		int q = y->cluster.p[i] == '/' ? -1 : (unsigned char)y->cluster.p[i];

		if (p != q)
			return p < q ? -1 : 1;
	}
	if (x->cluster.n != y->cluster.n)
		return x->cluster.n < y->cluster.n ? -1 : 1;
	return (x->box > y->box) - (x->box < y->box);
}

static struct place *places(const struct fold *f)
{
	struct place *p = xcalloc(f->box.n + 1, sizeof(*p));
	uint32_t graph = 0;

	for (uint32_t i = 0; i < f->box.n; i++) {
		const struct fold_box *b = &f->box.p[i];
		long slash = sv_rfind(b->name, '/');

		graph += i && b->g != f->box.p[i - 1].g;
		p[i] = (struct place){ slash < 0 ? SV_NULL : sv_sub(b->name, 0, (size_t)slash), i, graph };
	}
	if (f->box.n)
		qsort(p, f->box.n, sizeof(*p), by_place);
	return p;
}

struct nest {
	struct sink *out;
	struct sv at;		/* the cluster that is open */
	size_t end[MAX_NEST];	/* where its parts end */
	int n, base;		/* open ones; tabs before the first */
	uint32_t number;
};

static void cluster_open(struct nest *k, struct sv label, bool function)
{
	struct str s = STR_INIT;

	str_addn(&s, '\t', (size_t)(k->n + k->base));
	str_addf(&s, "subgraph cluster_%u {\n", k->number++);
	str_addn(&s, '\t', (size_t)(k->n + k->base + 1));
	str_addz(&s, "label=\"");
	dot_text(&s, label);
	str_addz(&s, function ? "\"; style=dashed;\n" : "\";\n");
	sink_put(k->out, str_sv(&s));
	str_free(&s);
}

static void cluster_close(struct nest *k)
{
	for (int i = 0; i < k->n + k->base; i++)
		sink_puts(k->out, "\t");
	sink_puts(k->out, "}\n");
}

/* Closes and opens clusters until `want` is the innermost one. */
static void nest_to(struct nest *k, struct sv want)
{
	int keep = 0;

	while (keep < k->n && want.n >= k->end[keep] && !memcmp(want.p, k->at.p, k->end[keep]) &&
	       (want.n == k->end[keep] || want.p[k->end[keep]] == '/'))
		keep++;
	while (k->n > keep) {
		k->n--;
		cluster_close(k);
	}
	for (size_t from = keep ? k->end[keep - 1] + 1 : 0, i = from; want.n && i <= want.n && k->n < MAX_NEST; i++) {
		if (i < want.n && want.p[i] != '/')
			continue;
		cluster_open(k, sv_sub(want, from, i), false);
		k->end[k->n++] = i;
		from = i + 1;
	}
	k->at = want;
}

static void dot_boxes(struct export *x)
{
	struct place *p = places(&x->f);
	struct nest k = { .out = x->c->out, .base = 1 };
	const struct graph *g = NULL;

	for (size_t i = 0; i < x->f.box.n; i++) {
		const struct fold_box *b = &x->f.box.p[p[i].box];

		if (b->g != g) {
			nest_to(&k, SV_NULL);
			if (g && g->func)
				sink_puts(x->c->out, "\t}\n");
			g = b->g;
			k.base = 1;
			if (g->func)
				cluster_open(&k, g->func->name, true);
			k.base = g->func ? 2 : 1;
		}
		nest_to(&k, p[i].cluster);
		dot_box(x, p[i].box, k.n + k.base);
	}
	nest_to(&k, SV_NULL);
	if (g && g->func)
		sink_puts(x->c->out, "\t}\n");
	free(p);
}

/* An edge shows the shape of what goes along it. */
static void edge_text(struct str *s, struct export *x, const struct fold_line *l)
{
	const struct fold_box *from = &x->f.box.p[l->from];

	if (l->call || l->control)
		return;
	if (from->folded)
		str_addf(s, l->n > 1 ? "%u edges" : "", l->n);
	else
		output_text(s, app_shapes(x->c->app, from->g, call_opt(x->c, "batch")->i), from->node, l->slot);
}

static void dot_line(struct export *x, const struct fold_line *l)
{
	struct str s = STR_INIT, label = STR_INIT;

	edge_text(&label, x, l);
	str_addf(&s, "\tn%u -> n%u", l->from, l->to);
	if (l->call || l->control)
		str_addz(&s, l->call ? " [style=dashed, color=gray]" : " [style=dotted]");
	else if (label.n) {
		str_addz(&s, " [label=\"");
		dot_text(&s, str_sv(&label));
		str_addz(&s, "\"]");
	}
	str_addz(&s, ";\n");
	sink_put(x->c->out, str_sv(&s));
	str_free(&s);
	str_free(&label);
}

static void dot_print(struct export *x)
{
	sink_puts(x->c->out, "digraph model {\n\tnode [shape=box];\n");
	dot_boxes(x);
	for (size_t i = 0; i < x->f.line.n; i++)
		dot_line(x, &x->f.line.p[i]);
	sink_puts(x->c->out, "}\n");
}

/* ---- JSON ---- */

static void json_box(struct json *j, struct export *x, const struct fold_box *b)
{
	json_open(j, '{');
	json_kstr(j, "name", b->name);
	if (b->g->func)
		json_kstr(j, "function", b->g->func->name);
	if (b->folded) {
		json_kint(j, "nodes", b->n);
	} else {
		json_kstr(j, "op", graph_node_op(b->g, b->node));
		if (note_at(x->c->app, b->g, b->node))
			json_kstr(j, "note", sv_of(note_at(x->c->app, b->g, b->node)));
		shapes_json(j, app_shapes(x->c->app, b->g, call_opt(x->c, "batch")->i), b->node);
	}
	json_close(j, '}');
}

static const char *kind_of(const struct fold_line *l)
{
	return l->call ? "call" : l->control ? "control" : "data";
}

static void json_line(struct json *j, const struct export *x, const struct fold_line *l)
{
	bool plain = !l->call && !l->control && !x->f.box.p[l->from].folded && !x->f.box.p[l->to].folded;

	json_open(j, '{');
	json_kint(j, "from", l->from);
	json_kint(j, "to", l->to);
	json_kstr(j, "kind", sv_of(kind_of(l)));
	if (plain) {
		json_kint(j, "output", l->slot);
		json_kint(j, "input", l->input);
	}
	json_kint(j, "edges", l->n);
	json_close(j, '}');
}

static void export_json(struct export *x)
{
	struct json j;

	json_start(&j, x->c->out);
	json_open(&j, '{');
	json_key(&j, "nodes");
	json_open(&j, '[');
	for (size_t i = 0; i < x->f.box.n; i++)
		json_box(&j, x, &x->f.box.p[i]);
	json_close(&j, ']');
	json_key(&j, "edges");
	json_open(&j, '[');
	for (size_t i = 0; i < x->f.line.n; i++)
		json_line(&j, x, &x->f.line.p[i]);
	json_close(&j, ']');
	json_close(&j, '}');
	json_end(&j);
}

/* ---- CSV ---- */

static void csv_nodes(struct export *x)
{
	sink_puts(x->c->out, "id,function,name,op,nodes,outputs\n");
	for (size_t i = 0; i < x->f.box.n; i++) {
		const struct fold_box *b = &x->f.box.p[i];
		struct str s = STR_INIT;

		outputs_text(&s, x, b);
		sink_printf(x->c->out, "%zu,", i);
		csv_field(x->c->out, b->g->func ? b->g->func->name : SV_NULL, ',');
		csv_field(x->c->out, b->name, ',');
		csv_field(x->c->out, b->folded ? SV_NULL : graph_node_op(b->g, b->node), ',');
		sink_printf(x->c->out, "%u,", b->n);
		csv_field(x->c->out, str_sv(&s), '\n');
		str_free(&s);
	}
}

static void csv_edges(struct export *x)
{
	sink_puts(x->c->out, "from,to,kind,output,input,edges,from_name,to_name\n");
	for (size_t i = 0; i < x->f.line.n; i++) {
		const struct fold_line *l = &x->f.line.p[i];
		const struct fold_box *a = &x->f.box.p[l->from], *b = &x->f.box.p[l->to];

		sink_printf(x->c->out, "%u,%u,%s,", l->from, l->to, kind_of(l));
		if (l->call || l->control || a->folded || b->folded)
			sink_printf(x->c->out, ",,%u,", l->n);
		else
			sink_printf(x->c->out, "%u,%u,%u,", l->slot, l->input, l->n);
		csv_field(x->c->out, a->name, ',');
		csv_field(x->c->out, b->name, '\n');
	}
}

/* ---- the command ---- */

static bool form_ok(struct cmd_call *c, struct err *err)
{
	int n = call_flag(c, "dot") + call_flag(c, "json") + call_flag(c, "csv") + call_flag(c, "edges");
	const struct cmd_val *depth = call_opt(c, "depth"), *batch = call_opt(c, "batch");

	if (n != 1)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "one of --dot, --json, --csv, --edges");
	if ((depth->given && (depth->i < 1 || depth->i > 1000)) || (batch->given && batch->i < 1))
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "--depth, --batch: 1 or more");
	return true;
}

static void form_print(struct export *x)
{
	if (call_flag(x->c, "dot"))
		dot_print(x);
	else if (call_flag(x->c, "json"))
		export_json(x);
	else if (call_flag(x->c, "edges"))
		csv_edges(x);
	else
		csv_nodes(x);
}

static bool fold_all(struct export *x, const struct graph *only, struct err *err)
{
	const struct metagraph *mg = x->c->app->mg;
	const struct graph *g;

	for (uint32_t k = 0; (g = graph_at(mg, only, k)); k++)
		if (!fold_graph(&x->f, g, err))
			return false;
	return fold_lines(&x->f, err);
}

static int export_exec(struct cmd_call *c, struct err *err)
{
	struct query_world world = app_world(c->app);
	struct export x = { .c = c };
	const struct graph *only;
	struct slow slow;
	struct query *q;
	bool ok;

	if (!form_ok(c, err) || !(q = call_query(c, 0, err)))
		return EXIT_USAGE;
	app_infer(c->app, call_opt(c, "batch")->i);
	slow_start(&slow, c, "folding", 0);
	x.f = (struct fold){ .scope = sv_of(call_str(c, "scope")), .depth = (int)call_opt(c, "depth")->i, .q = q,
			     .world = &world, .control = call_flag(c, "control"), .go_on = slow_go_on, .ctx = &slow };
	while (x.f.scope.n && x.f.scope.p[x.f.scope.n - 1] == '/')
		x.f.scope.n--;
	ok = call_graphs(c, &only, err) && fold_all(&x, only, err);
	slow_end(&slow);
	if (ok)
		form_print(&x);
	fold_free(&x.f);
	query_free(q);
	return ok ? EXIT_FINE : err_exit(err);
}

static const struct cmd_opt export_opts[] = {
	{ "tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph with these tags" },
	{ "dot", 0, OPT_FLAG, NULL, "for Graphviz: a cluster a scope and a function, shapes at the edges" },
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ "csv", 0, OPT_FLAG, NULL, "the nodes as a table" },
	{ "edges", 0, OPT_FLAG, NULL, "the edges as a table (CSV)" },
	{ "function", 0, OPT_STRING, "NAME", "only the body of this library function" },
	{ "scope", 0, OPT_STRING, "SCOPE", "only what is below it" },
	{ "depth", 0, OPT_INT, "D", "fold scopes below the D-th part of a name into one box" },
	{ "batch", 0, OPT_INT, "N", "shapes for this batch size (?batch)" },
	{ "control", 'c', OPT_FLAG, NULL, "control edges too" },
	{ 0 },
};

const struct cmd cmd_export = {
	.name = "export",
	.where = CMD_SHELL | CMD_PROMPT,
	.opts = export_opts,
	.operands = "[QUERY ...]",
	.max_args = -1,
	.arg = ARG_NODE,
	.group = "Looking",
	.need = NEED_MODEL,
	.exec = export_exec,
	.brief = "The graph and its functions, or what a query finds, for other programs: DOT, JSON, CSV.",
	.json = "{nodes: [{name: str, function?: str, nodes?: int, op?: str, note?: str, outputs?: [{dtype: str|null, shape: "
		"[int|str]|null}]}], edges: [{from: int, to: int, kind: str, output?: int, input?: int, edges: int}]}",
	.help = "QUERY as for nodes. Edges are between nodes that are exported; from and to count them from 0. A box that\n"
		"stands for a scope says how many nodes are in it. A node that calls has an edge of kind call to the first\n"
		"node of the function.",
};
