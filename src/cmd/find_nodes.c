/* nodes: those of the graph and of all functions for which a query holds, as a list, a count, or trees. */
#include "cmd/find_nodes.h"

#include <stdlib.h>
#include <string.h>

#include "cmd/shapes.h"
#include "cmd/slow.h"
#include "cmd/table.h"

enum { LOOK_EVERY = 1024, TREE_DEEPEST = 1000, TREE_LINES = 10000 };

/* ---- for all of these commands ---- */

static struct igraph *world_shapes(void *ctx, const struct graph *g)
{
	struct app *app = ctx;

	return app_shapes(app, g, app->infer && app->infer_of == app->mg ? app->infer_batch : 0);
}

struct query_world app_world(struct app *app)
{
	return (struct query_world){ .shapes = world_shapes, .ctx = app };
}

struct query *call_query(struct cmd_call *c, int first, struct err *err)
{
	struct str s = STR_INIT;
	struct query *q;

	for (int i = first; i < c->argc; i++) {
		str_addz(&s, i > first ? " " : "");
		str_addz(&s, c->argv[i]);
	}
	q = query_new(str_z(&s), err);
	str_free(&s);
	return q;
}

bool call_graphs(struct cmd_call *c, const struct graph **only, struct err *err)
{
	const char *name = call_str(c, "function");
	const struct function *f = name ? metagraph_function(c->app->mg, sv_of(name)) : NULL;

	*only = f ? f->graph : NULL;
	return f || !name || err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "no function \"%s\"; funcs lists them", name);
}

const struct graph *graph_at(const struct metagraph *mg, const struct graph *only, uint32_t i)
{
	if (only)
		return i ? NULL : only;
	return !i ? mg->graph : i <= mg->n_funcs ? mg->funcs[i - 1].graph : NULL;
}

void node_text(struct str *out, const struct graph *g, uint32_t node)
{
	if (g->func) {
		str_escaped(out, g->func->name);
		str_addc(out, '/');
	}
	str_escaped(out, graph_node_name(g, node));
}

/* ---- nodes ---- */

struct finding {
	struct cmd_call *c;
	const struct query *q;
	struct query_world world;
	struct walk *walk;
	struct tree_opts tree;
	bool json, count, trees;
	size_t hits, limit;
	struct json j;
	struct table t;
};

static void hit_json(struct finding *f, const struct graph *g, uint32_t i)
{
	json_open(&f->j, '{');
	json_kstr(&f->j, "name", graph_node_name(g, i));
	json_kstr(&f->j, "op", graph_node_op(g, i));
	if (g->func)
		json_kstr(&f->j, "function", g->func->name);
	shapes_json(&f->j, f->world.ig, i);
	json_close(&f->j, '}');
}

static void hit_row(struct finding *f, const struct graph *g, uint32_t i)
{
	struct str s = STR_INIT;

	table_sv(&f->t, graph_node_op(g, i));
	node_text(&s, g, i);
	table_take(&f->t, str_give(&s));
	shapes_text(&s, f->world.ig, i);
	table_sv(&f->t, str_sv(&s));
	str_free(&s);
}

static bool hit_add(struct finding *f, const struct graph *g, uint32_t i, struct err *err)
{
	f->hits++;
	if (f->count || f->hits > f->limit)
		return true;
	if (f->trees)
		return node_tree(f->c, f->walk, g, i, &f->tree, f->json ? &f->j : NULL, err);
	if (f->world.shapes_of != g) {
		f->world.ig = world_shapes(f->c->app, g);
		f->world.shapes_of = g;
	}
	if (f->json)
		hit_json(f, g, i);
	else
		hit_row(f, g, i);
	return true;
}

static bool find_all(struct finding *f, const struct graph *only, struct err *err)
{
	const struct metagraph *mg = f->c->app->mg;
	const char *op = call_str(f->c, "op");
	const struct graph *g;
	struct slow slow;
	size_t all = 0, done = 0;
	bool ok = true;

	for (uint32_t k = 0; (g = graph_at(mg, only, k)); k++)
		all += g->n_nodes;
	slow_start(&slow, f->c, "searching", all);
	for (uint32_t k = 0; ok && (g = graph_at(mg, only, k)); k++)
		for (uint32_t i = 0; ok && i < g->n_nodes; i++) {
			if (++done % LOOK_EVERY == 0)
				ok = slow_go_on(&slow, done, err);
			if (ok && (!op || sv_is(graph_node_op(g, i), op)) && query_hits(f->q, &f->world, g, i))
				ok = hit_add(f, g, i, err);
		}
	slow_end(&slow);
	return ok;
}

static void found_print(struct finding *f)
{
	if (f->json) {
		json_close(&f->j, ']');
		json_end(&f->j);
	} else if (f->count) {
		sink_printf(f->c->out, "%zu\n", f->hits);
	} else {
		table_print(&f->t, f->c->out, 0);
	}
	if (!f->count && !f->hits)
		sink_puts(f->c->msg, "no such nodes\n");
	if (!f->count && f->hits > f->limit)
		sink_printf(f->c->msg, "%zu of %zu nodes; --limit 0 gives all\n", f->limit, f->hits);
	if (!f->count && f->trees && !f->tree.left)
		sink_printf(f->c->msg, "cut off after %d lines\n", TREE_LINES);
}

/* "-" and the like: numbers that must be in a range. */
static bool number_ok(struct cmd_call *c, const char *opt, int64_t min, int64_t max, struct err *err)
{
	const struct cmd_val *v = call_opt(c, opt);

	return !v->given || (v->i >= min && v->i <= max) ||
	       err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "--%s: %lld to %lld", opt, (long long)min,
		       (long long)max);
}

static bool options_ok(struct cmd_call *c, struct err *err)
{
	if (!number_ok(c, "batch", 1, INT32_MAX, err) || !number_ok(c, "limit", 0, INT32_MAX, err) ||
	    !number_ok(c, "inputs", 1, TREE_DEEPEST, err) || !number_ok(c, "outputs", 1, TREE_DEEPEST, err))
		return false;
	if (call_opt(c, "inputs")->given && call_opt(c, "outputs")->given)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "--inputs or --outputs, not both");
	if (call_flag(c, "count") && call_flag(c, "json"))
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "--count or --json, not both");
	return true;
}

static void finding_start(struct finding *f, struct cmd_call *c, const struct query *q)
{
	const struct cmd_val *in = call_opt(c, "inputs"), *out = call_opt(c, "outputs"), *limit = call_opt(c, "limit");

	*f = (struct finding){ .c = c, .q = q, .world = app_world(c->app), .json = call_flag(c, "json"),
			       .count = call_flag(c, "count"), .trees = in->given || out->given };
	f->limit = limit->given && limit->i ? (size_t)limit->i : SIZE_MAX;
	f->tree = (struct tree_opts){ .outputs = out->given, .control = call_flag(c, "control"),
				      .depth = (int)(out->given ? out->i : in->i), .left = TREE_LINES };
	if (f->trees)
		f->walk = walk_new(c->app->mg, &(struct walk_opts){ .control = f->tree.control });
	table_init(&f->t, "lll");
	if (f->json) {
		json_start(&f->j, c->out);
		json_open(&f->j, '[');
	}
}

static int nodes_exec(struct cmd_call *c, struct err *err)
{
	const struct graph *only;
	struct finding f;
	struct query *q;
	bool ok;

	if (!options_ok(c, err) || !(q = call_query(c, 0, err)))
		return EXIT_USAGE;
	if (!call_graphs(c, &only, err)) {
		query_free(q);
		return EXIT_ERROR;
	}
	app_infer(c->app, call_opt(c, "batch")->i);
	if (call_str(c, "upstream")) {
		int rc = upstream_exec(c, call_str(c, "upstream"), q, err);

		query_free(q);
		return rc;
	}
	finding_start(&f, c, q);
	ok = find_all(&f, only, err);
	found_print(&f);
	walk_free(f.walk);
	query_free(q);
	return ok ? EXIT_FINE : err_exit(err);
}

static const struct cmd_opt nodes_opts[] = {
	{ "tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph with these tags" },
	{ "function", 0, OPT_STRING, "NAME", "only the body of this library function" },
	{ "op", 0, OPT_STRING, "TYPE", "only nodes of this op" },
	{ "batch", 0, OPT_INT, "N", "shapes for this batch size (?batch)" },
	{ "count", 0, OPT_FLAG, NULL, "only how many there are" },
	{ "limit", 0, OPT_INT, "N", "list no more than N" },
	{ "inputs", 'i', OPT_INT, "N", "of each, what it takes as a tree N deep, through calls" },
	{ "outputs", 'o', OPT_INT, "N", "of each, who takes what it gives, N deep, in every caller" },
	{ "control", 'c', OPT_FLAG, NULL, "with --inputs, --outputs, --upstream: control edges too" },
	{ "upstream", 'u', OPT_STRING, "OUTPUT", "only what an output depends on, counted by op" },
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

const struct cmd cmd_nodes = {
	.name = "nodes",
	.where = CMD_SHELL | CMD_PROMPT,
	.opts = nodes_opts,
	.operands = "[QUERY ...]",
	.max_args = -1,
	.arg = ARG_NODE,
	.group = "Looking",
	.need = NEED_MODEL,
	.exec = nodes_exec,
	.brief = "The nodes of the graph and of all functions, or what a query finds, with shapes.",
	.json = "[{name: str, op: str, function?: str, outputs: [{dtype: str|null, shape: [int|str]|null}]}]"
		"|[{depth: int, name: str, op: str, control: bool, again: bool}]"
		"|{output: str, nodes: int, ops: [{op: str, nodes: int}]}",
	.help = "QUERY: terms joined by blanks must all hold; or, not and parentheses join others.\n"
		"A plain word is a part of the name, /RE/ a regular expression for it; case counts when there is a capital.\n"
		"op:Conv* its op; dtype:half and shape:?,*,224,* one of its outputs (a number, _ any dim, ? one that is not\n"
		"known, ?batch, * any number of dims); attr:padding=SAME, attr:T an attribute, by default too;\n"
		"bytes:>1M the constant, the variable or what it gives; in:TERM, out:TERM a neighbour; scope:NAME, func:NAME,\n"
		"device:NAME where it is; calls:NAME a function that it calls.\n"
		"Shapes are worked out through functions and loops, not run: a size that is not known is a symbol\n"
		"(?batch), the same one wherever it is the same size. --json gives symbols as strings, null for an\n"
		"unknown rank.\n"
		"OUTPUT: a key of the signature's outputs (SIGNATURE:KEY of another one), or a node.",
};
