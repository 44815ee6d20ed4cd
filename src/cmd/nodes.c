/*
 * One node and its neighbours, in tfdbg's layout: node_info, list_inputs, list_outputs; for the shell
 * and the prompt also node.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/about.h"
#include "cmd/json.h"
#include "cmd/node_page.h"
#include "cmd/note.h"
#include "cmd/rows.h"
#include "cmd/shapes.h"

/* ---- node_info ---- */

static void neighbour(struct sink *out, const struct graph *g, uint32_t node, uint32_t slot)
{
	sink_puts(out, "      [");
	if (node == NODE_NONE) {
		sink_puts(out, "?] unknown\n");
		return;
	}
	sink_escaped(out, graph_node_op(g, node));
	sink_puts(out, "] ");
	sink_escaped(out, graph_node_name(g, node));
	if (slot != SLOT_CONTROL && slot > 0)
		sink_printf(out, ":%u", slot);
	sink_puts(out, "\n");
}

static void inputs_print(struct sink *out, const struct graph *g, const struct node *n)
{
	sink_printf(out, "\n  %u input(s) + %u control input(s):\n", n->n_in, n->n_ctl);
	sink_printf(out, "    %u input(s):\n", n->n_in);
	for (uint32_t i = 0; i < n->n_in; i++)
		neighbour(out, g, n->in[i].node, n->in[i].slot);
	if (!n->n_ctl)
		return;
	sink_printf(out, "\n    %u control input(s):\n", n->n_ctl);
	for (uint32_t i = 0; i < n->n_ctl; i++)
		neighbour(out, g, n->ctl[i].node, SLOT_CONTROL);
}

static bool outputs_print(struct sink *out, const struct graph *g, uint32_t node, struct err *err)
{
	uint32_t n, control = 0, seen = 0;
	const struct consumer *c = graph_consumers(g, node, &n, err);

	if (!c && n)
		return false;
	for (uint32_t i = 0; i < n; i++)
		control += c[i].slot == SLOT_CONTROL;
	sink_printf(out, "\n  %u recipient(s) + %u control recipient(s):\n", n - control, control);
	sink_printf(out, "    %u recipient(s):\n", n - control);
	for (uint32_t i = 0; i < n; i++)
		if (c[i].slot != SLOT_CONTROL)
			neighbour(out, g, c[i].node, 0);
	for (uint32_t i = 0; i < n; i++) {
		if (c[i].slot != SLOT_CONTROL)
			continue;
		if (!seen++)
			sink_printf(out, "\n    %u control recipient(s):\n", control);
		neighbour(out, g, c[i].node, SLOT_CONTROL);
	}
	return true;
}

static void attrs_print(struct sink *out, const struct node *n)
{
	sink_puts(out, "\nNode attributes:\n");
	for (uint32_t i = 0; i < n->n_attrs; i++) {
		struct str s = STR_INIT;

		attr_print(&s, &n->attrs[i].v);
		sink_puts(out, "  ");
		sink_escaped(out, n->attrs[i].name);
		sink_puts(out, ":\n    ");
		sink_escaped(out, str_sv(&s));
		sink_puts(out, "\n\n");
		str_free(&s);
	}
}

static void dumps_print(const struct app *app, struct sink *out, const struct graph *g,
			uint32_t node)
{
	int64_t i = app->dbg ? dbg_last_event(app->dbg, g, node) : -1;
	struct dbg_event e;

	if (i < 0 || !dbg_event(app->dbg, (uint64_t)i, &e)) {
		sink_puts(out, "0 tensor(s): it has not run\n");
		return;
	}
	sink_printf(out, "%d tensor(s):\n\n", e.n_out);
	for (int k = 0; k < e.n_out; k++) {
		bool dropped = false;
		struct tensor *t = dbg_event_out(app->dbg, (uint64_t)i, k, &dropped);
		struct str s = STR_INIT;

		if (dropped)
			str_addz(&s, "dropped");
		else
			type_text(&s, t);
		sink_printf(out, "  Slot %d @ #%" PRIu64 "%s: %s\n", k, e.seq, e.iter, str_z(&s));
		str_free(&s);
	}
}

static void head_print(struct sink *out, const struct graph *g, const struct node *n, const struct oppage *page)
{
	sink_puts(out, "Node ");
	sink_escaped(out, n->name);
	sink_puts(out, "\n\n  Op: ");
	sink_escaped(out, n->op);
	sink_puts(out, n->def ? "\n" : " (not an op of TensorFlow)\n");
	if (page)
		node_page_doc(out, page);
	sink_puts(out, "  Device: ");
	sink_escaped(out, n->device.n ? n->device : SV("any"));
	sink_puts(out, "\n");
	if (g->func) {
		sink_puts(out, "  Function: ");
		sink_escaped(out, g->func->name);
		sink_puts(out, "\n");
	}
}

static void note_print(struct cmd_call *c, const struct graph *g, uint32_t node)
{
	const char *text = note_at(c->app, g, node);

	if (!text)
		return;
	sink_puts(c->out, "  Note: ");
	sink_escaped(c->out, sv_of(text));
	sink_puts(c->out, "\n");
}

/* page: NULL for tfdbg's layout, which has less. */
static bool node_print(struct cmd_call *c, const struct graph *g, uint32_t node, const struct oppage *page,
		       bool attrs, bool dumps, struct err *err)
{
	const struct node *n = graph_node(g, node, err);

	if (!n)
		return false;
	head_print(c->out, g, n, page);
	note_print(c, g, node);
	if (page)
		node_page_args(c->out, page, g, n);
	else
		inputs_print(c->out, g, n);
	if (!outputs_print(c->out, g, node, err))
		return false;
	if (page)
		node_page_attrs(c->out, page);
	else if (attrs)
		attrs_print(c->out, n);
	if (dumps)
		dumps_print(c->app, c->out, g, node);
	return true;
}

static int ni_exec(struct cmd_call *c, struct err *err)
{
	const struct graph *g;
	uint32_t node;

	if (!node_find(c->app, sv_of(c->argv[0]), &g, &node, err))
		return EXIT_ERROR;
	return node_print(c, g, node, NULL, call_flag(c, "attributes"), call_flag(c, "dumps"), err)
		? EXIT_FINE : EXIT_ERROR;
}

static const struct cmd_opt ni_opts[] = {
	{ "attributes", 'a', OPT_FLAG, NULL, "attributes too" },
	{ "dumps", 'd', OPT_FLAG, NULL, "the tensors that it made in this run too" },
	{ 0 },
};

const struct cmd cmd_ni = {
	.name = "node_info", .alias = "ni", .where = CMD_PROMPT, .opts = ni_opts,
	.operands = "NODE", .min_args = 1, .max_args = 1, .arg = ARG_NODE, .group = "Looking",
	.need = NEED_MODEL, .exec = ni_exec,
	.brief = "A node: op, inputs, recipients, attributes, tensors.",
};

/* ---- list_inputs, list_outputs ---- */

struct tree {
	const struct graph *g;
	struct sink *out;
	struct err *err;
	int limit;
	bool outputs, control, types;
	struct str hang;	/* "|  " or blanks for each level above */
	uint64_t lines;		/* left; a big graph with -r must end some day */
};

struct link {
	uint32_t node, slot;
};

/* Neighbours of a node in order, control ones last. Gives the list. */
static struct link *links(struct tree *t, uint32_t node, uint32_t *n)
{
	struct link *out = NULL;
	uint32_t k = 0, total;

	*n = 0;
	if (t->outputs) {
		const struct consumer *c = graph_consumers(t->g, node, &total, t->err);

		out = xcalloc(total + 1u, sizeof(*out));
		for (int ctl = 0; c && ctl < 2; ctl++)
			for (uint32_t i = 0; i < total; i++)
				if ((c[i].slot == SLOT_CONTROL) == (ctl == 1) && (!ctl || t->control))
					out[k++] = (struct link){ c[i].node, ctl ? SLOT_CONTROL : 0 };
	} else {
		const struct node *nd = graph_node(t->g, node, t->err);

		out = xcalloc(nd ? (size_t)nd->n_in + nd->n_ctl + 1 : 1, sizeof(*out));
		for (uint32_t i = 0; nd && i < nd->n_in; i++)
			out[k++] = (struct link){ nd->in[i].node, nd->in[i].slot };
		for (uint32_t i = 0; nd && t->control && i < nd->n_ctl; i++)
			out[k++] = (struct link){ nd->ctl[i].node, SLOT_CONTROL };
	}
	*n = k;
	return out;
}

static void link_print(struct tree *t, int depth, const struct link *l)
{
	sink_put(t->out, str_sv(&t->hang));
	sink_printf(t->out, "|- (%d) ", depth);
	if (l->slot == SLOT_CONTROL)
		sink_puts(t->out, "(Ctrl) ");
	if (l->node == NODE_NONE) {
		sink_puts(t->out, "unknown\n");
		return;
	}
	if (t->types) {
		sink_puts(t->out, "[");
		sink_escaped(t->out, graph_node_op(t->g, l->node));
		sink_puts(t->out, "] ");
	}
	sink_escaped(t->out, graph_node_name(t->g, l->node));
	if (l->slot != SLOT_CONTROL && l->slot > 0)
		sink_printf(t->out, ":%u", l->slot);
	sink_puts(t->out, "\n");
}

static void tree_print(struct tree *t, uint32_t node, int depth)
{
	uint32_t n;
	struct link *l = links(t, node, &n);

	for (uint32_t i = 0; i < n && t->lines; i++) {
		size_t before = t->hang.n;
		uint32_t deeper = 0;

		t->lines--;
		link_print(t, depth, &l[i]);
		if (l[i].node == NODE_NONE)
			continue;
		str_addz(&t->hang, i + 1 < n ? "|  " : "   ");
		if (depth < t->limit) {
			tree_print(t, l[i].node, depth + 1);
		} else if (t->limit > 1) {
			free(links(t, l[i].node, &deeper));
			if (deeper) {
				sink_put(t->out, str_sv(&t->hang));
				sink_puts(t->out, "|- ...\n");
			}
		}
		t->hang.n = before;
	}
	if (!n && depth == 1)
		sink_puts(t->out, "  [None]\n");
	free(l);
}

enum { TREE_LINES = 10000, TREE_DEPTH = 20, TREE_DEEPEST = 1000 };

static int tree_exec(struct cmd_call *c, bool outputs, struct err *err)
{
	const struct cmd_val *depth = call_opt(c, "depth");
	struct tree t = {
		.out = c->out, .err = err, .outputs = outputs, .lines = TREE_LINES,
		.control = call_flag(c, "control"), .types = call_flag(c, "op_type"),
		.limit = !call_flag(c, "recursive") ? 1 : depth->given ? (int)depth->i : TREE_DEPTH,
	};
	uint32_t node;

	if (depth->given && (depth->i < 1 || depth->i > TREE_DEEPEST)) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "--depth: 1 to %d", TREE_DEEPEST);
		return EXIT_USAGE;
	}
	if (!node_find(c->app, sv_of(c->argv[0]), &t.g, &node, err))
		return EXIT_ERROR;
	sink_puts(c->out, outputs ? "Recipients of node \"" : "Inputs to node \"");
	sink_escaped(c->out, graph_node_name(t.g, node));
	sink_printf(c->out, "\" (Depth limit = %d%s):\n", t.limit,
		    !t.control ? "" : outputs ? ", control recipients included"
					      : ", control inputs included");
	str_addz(&t.hang, "");
	tree_print(&t, node, 1);
	str_free(&t.hang);
	if (!t.lines)
		sink_printf(c->out, "Output cut off at %d lines!\n", TREE_LINES);
	sink_puts(c->out, "\nLegend:\n  (d): recursion depth = d.\n");
	if (t.control)
		sink_puts(c->out, "  (Ctrl): Control input.\n");
	if (t.types)
		sink_puts(c->out, "  [Op]: Input node has op type Op.\n");
	return err_is(err) ? EXIT_ERROR : EXIT_FINE;
}

static int li_exec(struct cmd_call *c, struct err *err)
{
	return tree_exec(c, false, err);
}

static int lo_exec(struct cmd_call *c, struct err *err)
{
	return tree_exec(c, true, err);
}

static const struct cmd_opt tree_opts[] = {
	{ "control", 'c', OPT_FLAG, NULL, "control edges too" },
	{ "depth", 'd', OPT_INT, "N", "with -r: how deep (20)" },
	{ "recursive", 'r', OPT_FLAG, NULL, "their neighbours too" },
	{ "op_type", 't', OPT_FLAG, NULL, "show op types" },
	{ 0 },
};

const struct cmd cmd_li = {
	.name = "list_inputs", .alias = "li", .where = CMD_PROMPT, .opts = tree_opts,
	.operands = "NODE", .min_args = 1, .max_args = 1, .arg = ARG_NODE, .group = "Looking",
	.need = NEED_MODEL, .exec = li_exec, .brief = "What a node takes, as a tree.",
};

const struct cmd cmd_lo = {
	.name = "list_outputs", .alias = "lo", .where = CMD_PROMPT, .opts = tree_opts,
	.operands = "NODE", .min_args = 1, .max_args = 1, .arg = ARG_NODE, .group = "Looking",
	.need = NEED_MODEL, .exec = lo_exec, .brief = "Who takes what a node makes, as a tree.",
};

/* ---- node ---- */

static bool node_json(struct cmd_call *c, const struct graph *g, uint32_t node, const struct oppage *page,
		      struct err *err)
{
	struct str shapes = STR_INIT;
	struct report r;
	bool ok;

	report_init(&r, REPORT_GROUP);
	ok = about_node(&r, g, node, err);
	if (note_at(c->app, g, node))
		report_copy(&r, "note", sv_of(note_at(c->app, g, node)));
	shapes_text(&shapes, app_shapes(c->app, g, call_opt(c, "batch")->i), node);
	report_copy(&r, "shapes", str_sv(&shapes));
	str_free(&shapes);
	node_page_report(&r, page);
	if (ok)
		report_json(&r, c->out);
	report_free(&r);
	return ok;
}

/* Where it was made in the Python source, when the model says. */
static void origin_print(struct sink *out, const struct graph *g, uint32_t node)
{
	struct report r;

	report_init(&r, REPORT_GROUP);
	about_origin(&r, g, node);
	report_text(&r, out);
	report_free(&r);
}

static bool batch_ok(struct cmd_call *c, struct err *err)
{
	const struct cmd_val *v = call_opt(c, "batch");

	return !v->given || v->i > 0 || err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "--batch: 1 or more");
}

static int node_exec(struct cmd_call *c, struct err *err)
{
	const struct graph *g;
	const struct node *n;
	struct oppage *page;
	uint32_t node;
	bool ok;

	if (!batch_ok(c, err))
		return EXIT_USAGE;
	if (!node_find(c->app, sv_of(c->argv[0]), &g, &node, err))
		return EXIT_ERROR;
	n = graph_node(g, node, err);
	if (!n)
		return EXIT_ERROR;
	page = oppage_node(n, app_shapes(c->app, g, call_opt(c, "batch")->i));
	if (call_flag(c, "json")) {
		ok = node_json(c, g, node, page, err);
	} else {
		ok = node_print(c, g, node, page, true, c->app->dbg != NULL, err);
		if (ok)
			origin_print(c->out, g, node);
	}
	oppage_free(page);
	return ok ? EXIT_FINE : EXIT_ERROR;
}

static const struct cmd_opt tag_opts[] = {
	{ "tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph with these tags" },
	{ "batch", 0, OPT_INT, "N", "shapes for this batch size (?batch)" },
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

const struct cmd cmd_node = {
	.name = "node", .where = CMD_SHELL | CMD_PROMPT, .opts = tag_opts, .operands = "NODE",
	.min_args = 1, .max_args = 1, .arg = ARG_NODE, .group = "Looking", .need = NEED_MODEL,
	.exec = node_exec, .brief = "A node with everything: what it does, edges, shapes, attributes, traps.",
	.json = "{name: str, op: str, known_op: bool, device: str, in: str, calls?: str, "
		"outputs: [{slot: int, dtype: str}], inputs: [{name: str, node?: str, op?: str, slot?: int}], "
		"control_inputs: [{name: str, node?: str, op?: str}], "
		"consumers: [{node: str, op: str, control: bool, slot?: int, input?: int}], "
		"attributes: [{name: str, dtype?: str, shape?: @shape, value?: str, damaged?: str}], "
		"note?: str, shapes: str, " NODE_PAGE_JSON ", made_at?: [@frame], damaged?: str}",
	.help = "What its op does and known traps (!), the op's shape rule and the same with this node's dims; its\n"
		"inputs by the arguments' names, outputs, recipients; each attribute, marked * where it differs\n"
		"from the default, + where the op has no such attribute, ! where it is missing. op shows an op alone.",
};
