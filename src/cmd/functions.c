/*
 * funcs: the function library, and one function in full: arguments, captures, results, attributes, who calls
 * it, and what the object graph knows of it when Python may call it.
 */
#define _GNU_SOURCE 1
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/about.h"
#include "cmd/report_parts.h"
#include "cmd/rows.h"
#include "model/callable.h"
#include "model/decode.h"
#include "proto/wire.h"

enum { CALLERS_MAX = 1000 };

/* ---- arguments and results ---- */

/* FunctionDef's arg_attr {1: index, 2: {1: attributes}}: the argument's shape, when it was kept. */
static bool arg_shape(struct arena *a, const struct function *f, uint32_t i, struct shape *s)
{
	uint32_t n, n_attrs;
	struct sv *args = decode_list(a, f->edges.bytes, 7, &n), key, value;

	for (uint32_t k = 0; k < n; k++) {
		struct sv *attrs;

		if (decode_number(args[k], 1, 0) != i)
			continue;
		attrs = decode_list(a, wire_last(args[k], 2), 1, &n_attrs);
		for (uint32_t m = 0; m < n_attrs; m++) {
			struct attr_value v;

			if (!entry_decode(attrs[m], &key, &value) || !sv_is(key, "_output_shapes") ||
			    !attr_decode(a, value, &v, 0, NULL) || v.kind != ATTR_LIST || !v.n ||
			    v.items[0].kind != ATTR_SHAPE)
				continue;
			*s = v.items[0].shape;
			return true;
		}
	}
	return false;
}

/* What the object with that id is, for an argument that stands for it. */
static void capture(struct report *r, const struct metagraph *mg, int64_t id)
{
	uint32_t n, n_vars;
	const struct object_node *o = metagraph_objects(mg, &n);

	if (id < 0 || id >= n) {
		report_printf(r, "captures", "object %" PRId64 ", which does not exist", id);
		return;
	}
	o += id;
	if (o->variable) {
		report_str(r, "captures", o->variable->name);
		report_to_index(r, TO_VARIABLE, (uint32_t)(o->variable - metagraph_variables(mg, &n_vars)));
	} else if (o->asset >= 0 && (uint32_t)o->asset < mg->n_assets) {
		report_str(r, "captures", mg->assets[o->asset].filename);
		report_to_index(r, TO_ASSET, (uint32_t)o->asset);
	} else {
		report_printf(r, "captures", "%s%s%.*s", object_kind_name(o->kind), o->label.n ? " " : "",
			      SV_ARG(o->label));
		report_to_index(r, TO_OBJECT, (uint32_t)id);
	}
}

static void arguments(struct report *r, const struct metagraph *mg, const struct function *f)
{
	const int64_t *bound = NULL;
	uint32_t n_bound = 0, first;

	trace_bound(mg, f->name, r->arena, &bound, &n_bound);
	first = f->graph->n_args > n_bound ? f->graph->n_args - n_bound : 0;
	if (!report_open(r, "arguments", REPORT_LIST))
		return;
	for (uint32_t i = 0; i < f->graph->n_args && report_open(r, NULL, REPORT_GROUP); i++) {
		struct shape s;

		report_str(r, "name", f->def->in[i].name);
		report_to_node(r, f->graph, i);
		report_dtype(r, "dtype", f->def->in[i].type);
		if (arg_shape(r->arena, f, i, &s))
			report_shape(r, "shape", s);
		if (n_bound && i >= first && i - first < n_bound)
			capture(r, mg, bound[i - first]);
		report_close(r);
	}
	report_close(r);
}

static void from(struct report *r, const struct graph *g, struct edge e)
{
	if (e.node >= g->n_nodes) {
		report_printf(r, "from", "nothing");
		return;
	}
	report_str(r, "from", graph_node_name(g, e.node));
	if (e.slot != SLOT_CONTROL)
		report_int(r, "slot", e.slot);
}

static void results(struct report *r, const struct function *f)
{
	if (!report_open(r, "results", REPORT_LIST))
		return;
	for (uint32_t i = 0; i < f->n_rets && report_open(r, NULL, REPORT_GROUP); i++) {
		report_str(r, "name", f->ret_name[i]);
		report_dtype(r, "dtype", f->def->out[i].type);
		from(r, f->graph, function_rets(f)[i]);
		report_close(r);
		report_to_node(r, f->graph, function_rets(f)[i].node);
	}
	report_close(r);
	if (!f->n_ctl_rets || !report_open(r, "control_results", REPORT_LIST))
		return;
	for (uint32_t i = 0; i < f->n_ctl_rets && report_open(r, NULL, REPORT_GROUP); i++) {
		report_str(r, "name", f->ctl_ret_name[i]);
		from(r, f->graph, function_ctl_rets(f)[i]);
		report_close(r);
		report_to_node(r, f->graph, function_ctl_rets(f)[i].node);
	}
	report_close(r);
}

static void attributes(struct report *r, const struct function *f)
{
	if (!f->n_attrs || !report_open(r, "attributes", REPORT_LIST))
		return;
	for (uint32_t i = 0; i < f->n_attrs && report_open(r, NULL, REPORT_GROUP); i++) {
		struct str s = STR_INIT;

		attr_print(&s, &f->attrs[i].v);
		report_str(r, "name", f->attrs[i].name);
		report_copy(r, "value", str_sv(&s));
		str_free(&s);
		report_close(r);
	}
	report_close(r);
}

/* ---- callers ---- */

static void caller(struct report *r, const struct metagraph *mg, const struct caller *c)
{
	bool node = c->g && c->node != NODE_NONE;

	if (!report_open(r, NULL, REPORT_GROUP))
		return;
	report_str(r, "in", !c->g ? SV("library") : c->g->func ? c->g->func->name : SV("graph"));
	report_str(r, "node", node ? graph_node_name(c->g, c->node) : c->g ? SV("") : c->how);
	report_str(r, "op", node ? graph_node_op(c->g, c->node) : SV(""));
	report_str(r, "how", !c->g ? SV("its gradient") : node && sv_eq(c->how, graph_node_op(c->g, c->node)) ?
		   SV("call") : c->how);
	report_close(r);
	if (node)
		report_to_node(r, c->g, c->node);
	else if (c->g && c->g->func)
		report_to_index(r, TO_FUNCTION, (uint32_t)(c->g->func - mg->funcs));
}

static void callers(struct report *r, const struct metagraph *mg, uint32_t i)
{
	uint32_t n;
	const struct caller *c = function_callers(mg, i, &n);

	if (!report_open(r, "callers", REPORT_LIST))
		return;
	for (uint32_t k = 0; k < n && k < CALLERS_MAX; k++)
		caller(r, mg, &c[k]);
	report_close(r);
	if (n > CALLERS_MAX)
		report_int(r, "callers_in_all", n);
}

/* ---- as Python knows it ---- */

static void objects(struct report *r, const struct metagraph *mg, const struct function *f)
{
	uint32_t n;
	const struct object_node *o = metagraph_objects(mg, &n);
	struct object_paths *paths = object_paths_new(mg);
	struct str s = STR_INIT;

	if (report_open(r, "objects", REPORT_LIST)) {
		for (uint32_t i = 0; i < n; i++) {
			bool is = false;

			for (uint32_t k = 0; k < o[i].n_functions && !is; k++)
				is = sv_eq(o[i].functions[k], f->name);
			str_clear(&s);
			if (!is || !object_path(paths, i, &s))
				continue;
			report_copy(r, NULL, str_sv(&s));
			report_to_index(r, TO_OBJECT, i);
		}
		report_close(r);
	}
	str_free(&s);
	object_paths_free(paths);
}

static void concrete(struct report *r, const struct metagraph *mg, const struct function *f)
{
	struct trace t;

	trace_read(mg, r->arena, f->name, &t);
	if ((!t.has_in && !t.has_out && !t.n_bound) || !report_open(r, "concrete", REPORT_GROUP))
		return;
	if (t.has_in)
		report_pyval(r, "signature", &t.in);
	if (t.has_out)
		report_pyval(r, "output", &t.out);
	report_int(r, "captures", t.n_bound);
	objects(r, mg, f);
	report_close(r);
}

void about_function(struct report *r, const struct metagraph *mg, uint32_t i)
{
	const struct function *f = &mg->funcs[i];

	report_str(r, "name", f->name);
	report_to_index(r, TO_FUNCTION, i);
	report_int(r, "nodes", f->graph->n_nodes - f->graph->n_args);
	report_bool(r, "stateful", f->def->stateful);
	arguments(r, mg, f);
	results(r, f);
	attributes(r, f);
	callers(r, mg, i);
	concrete(r, mg, f);
}

/* ---- funcs ---- */

/* A whole name, or a part of one that only one function has. */
static const struct function *find(const struct metagraph *mg, struct sv name, struct err *err)
{
	const struct function *f = metagraph_function(mg, name), *hit = NULL;
	uint32_t hits = 0;

	for (uint32_t i = 0; !f && i < mg->n_funcs; i++) {
		struct sv full = mg->funcs[i].name;

		if (!name.n || name.n > full.n || !memmem(full.p, full.n, name.p, name.n))
			continue;
		hit = &mg->funcs[i];
		hits++;
	}
	if (f || hits == 1)
		return f ? f : hit;
	if (hits)
		err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "\"%.*s\" is in the names of %" PRIu32
			" functions; funcs lists them", SV_ARG(name), hits);
	else
		err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "no function \"%.*s\"; funcs lists them",
			SV_ARG(name));
	return NULL;
}

static int one(struct cmd_call *c, struct err *err)
{
	const struct metagraph *mg = c->app->mg;
	const struct function *f = find(mg, sv_of(c->argv[0]), err);
	struct report r;

	if (!f)
		return EXIT_ERROR;
	report_init(&r, REPORT_GROUP);
	about_function(&r, mg, (uint32_t)(f - mg->funcs));
	report_print(&r, c->out, call_flag(c, "json"));
	return EXIT_FINE;
}

static int funcs_exec(struct cmd_call *c, struct err *err)
{
	const struct metagraph *mg = c->app->mg;
	struct report r;

	if (c->argc)
		return one(c, err);
	report_init(&r, REPORT_LIST);
	for (uint32_t i = 0; i < mg->n_funcs && report_open(&r, NULL, REPORT_GROUP); i++) {
		const struct function *f = &mg->funcs[i];
		uint32_t n;

		function_callers(mg, i, &n);
		report_int(&r, "args", f->graph->n_args);
		report_int(&r, "returns", f->n_rets);
		report_int(&r, "nodes", f->graph->n_nodes - f->graph->n_args);
		report_int(&r, "callers", n);
		report_str(&r, "name", f->name);
		report_close(&r);
	}
	if (!mg->n_funcs && !call_flag(c, "json"))
		sink_puts(c->out, "no functions\n");
	report_print(&r, c->out, call_flag(c, "json"));
	return EXIT_FINE;
}

static const struct cmd_opt opts[] = {
	{ "tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph with these tags" },
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

const struct cmd cmd_funcs = {
	.name = "funcs", .alias = "func", .where = CMD_SHELL | CMD_PROMPT, .opts = opts, .operands = "[NAME]",
	.max_args = 1, .group = "Looking", .need = NEED_MODEL, .exec = funcs_exec,
	.brief = "The function library; with NAME, one function in full.",
	.help = "NAME, or a part of it that only one function has: its arguments and what each captures, results,\n"
		"attributes, every node that calls it (While, If, Case and other ops with functions in their\n"
		"attributes too), whose gradient it is, and the Python signature under which it was traced.",
	.json = "[{args: int, returns: int, nodes: int, callers: int, name: str}]|"
		"{name: str, nodes: int, stateful: bool, "
		"arguments: [{name: str, dtype: str, shape?: @shape, captures?: str}], "
		"results: [{name: str, dtype: str, from: str, slot?: int}], "
		"control_results?: [{name: str, from: str, slot?: int}], attributes?: [{name: str, value: str}], "
		"callers: [@caller], callers_in_all?: int, "
		"concrete?: {signature?: str, output?: str, captures: int, objects: [str]}}",
};
