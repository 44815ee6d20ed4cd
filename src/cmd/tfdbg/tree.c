/* list_inputs and list_outputs: what stands before or behind a node, as a tree; loops are gone round until the
 * depth limit. */
#include <inttypes.h>

#include "base/intr.h"
#include "cmd/tfdbg/graph.h"
#include "cmd/tfdbg/verbs.h"

enum { LINES_MAX = 100000 };

struct tree {
	const struct tf_graph *g;
	struct rich *out;
	bool outputs, ctl, op;
	int64_t limit;
	struct str hang;	/* what stands before the lines of this depth */
	bool cut;
};

/* slot: by which the node was come to; SLOT_CONTROL: any. */
static const struct tf_edge *edges(const struct tree *t, uint32_t node, uint32_t slot, uint32_t *n)
{
	return t->outputs ? tf_graph_out(t->g, node, t->ctl, n) : tf_graph_in(t->g, node, slot, t->ctl, n);
}

static void tree_line(struct tree *t, int64_t depth, const struct tf_edge *e)
{
	struct str s = STR_INIT, link = STR_INIT;
	size_t from;

	str_add(&s, str_sv(&t->hang));
	str_addf(&s, "|- (%" PRId64 ") ", depth);
	if (e->slot == SLOT_CONTROL)
		str_addz(&s, "(Ctrl) ");
	if (t->op) {
		str_addc(&s, '[');
		str_escaped(&s, tf_graph_op(t->g, e->node));
		str_addz(&s, "] ");
	}
	from = s.n;
	tf_edge_text(&s, t->g, e);
	rich_sv(t->out, str_sv(&s));
	str_addf(&link, "%s -c -r %s", t->outputs ? "lo" : "li", t->g->node.p[e->node].path);
	rich_span(t->out, from, s.n, RT_PLAIN, str_z(&link));
	str_free(&s);
	str_free(&link);
}

static void below(struct tree *t, uint32_t node, uint32_t slot, int64_t depth)
{
	uint32_t n, n_next;
	const struct tf_edge *e = edges(t, node, slot, &n);

	for (uint32_t i = 0; i < n && !t->cut; i++) {
		size_t hang = t->hang.n;

		if (t->out->line.n > LINES_MAX || intr_pending()) {
			t->cut = true;
			return;
		}
		tree_line(t, depth, &e[i]);
		edges(t, e[i].node, e[i].slot, &n_next);
		if (!n_next)
			continue;
		str_addz(&t->hang, i + 1 < n ? "|  " : "   ");
		if (depth < t->limit)
			below(t, e[i].node, e[i].slot, depth + 1);
		else
			rich_add(t->out, "%s|- ...", str_z(&t->hang));
		t->hang.n = hang;
		t->hang.p[hang] = '\0';
	}
}

static void legend(const struct tree *t)
{
	rich_add(t->out, "%s", "");
	rich_add(t->out, "Legend:");
	rich_add(t->out, "  (d): recursion depth = d.");
	if (t->ctl)
		rich_add(t->out, "  (Ctrl): Control input.");
	if (t->op)
		rich_add(t->out, "  [Op]: Input node has op type Op.");
}

/* The depth is Python's recursion there and ours here. */
enum { DEPTH_MAX = 500 };

static bool tree_exec(struct tf_call *c, struct err *err, bool outputs)
{
	struct tree t = {
		.g = tf_graph(c->t, err), .out = c->out, .outputs = outputs, .ctl = tf_flag(c, "control"),
		.op = tf_flag(c, "op_type"), .limit = 1,
	};
	uint32_t i = tf_graph_find(t.g, c->argv[0]), n;
	struct str name = STR_INIT;

	if (i == NODE_NONE)
		return tf_no_node(c, c->argv[0]);
	if (tf_flag(c, "recursive"))
		t.limit = tf_flag(c, "depth") ? tf_opt(c, "depth")->i : c->t->cfg.depth;
	if (t.limit > DEPTH_MAX)
		return tf_raise(err, "RecursionError", "maximum recursion depth exceeded");
	str_escaped(&name, sv_of(t.g->node.p[i].path));
	rich_add(c->out, "%s node \"%s\" (Depth limit = %" PRId64 "%s):", outputs ? "Recipients of" : "Inputs to",
		 str_z(&name), t.limit,
		 !t.ctl ? "" : outputs ? ", control recipients included" : ", control inputs included");
	rich_span(c->out, outputs ? 20 : 16, (outputs ? 20 : 16) + name.n, RT_BOLD, NULL);
	str_free(&name);
	if (!edges(&t, i, SLOT_CONTROL, &n) || !n)
		rich_add(c->out, "  [None]");
	else
		below(&t, i, SLOT_CONTROL, 1);
	if (t.cut)
		rich_add(c->out, "(cut off at %d lines)", LINES_MAX);
	legend(&t);
	str_free(&t.hang);
	tf_menu(c->out, outputs ? "list_outputs" : "list_inputs", t.g->node.p[i].path);
	return true;
}

static bool li_exec(struct tf_call *c, struct err *err)
{
	return tree_exec(c, err, false);
}

static bool lo_exec(struct tf_call *c, struct err *err)
{
	return tree_exec(c, err, true);
}

static const struct tf_flag tree_flags[] = {
	{ "c", "control", OPT_FLAG, "Control edges too.", NULL },
	{ "d", "depth", OPT_INT, "With -r: how deep.", NULL },
	{ "r", "recursive", OPT_FLAG, "The whole tree, not only the neighbours.", NULL },
	{ "t", "op_type", OPT_FLAG, "The types of the ops too.", NULL },
	{ 0 },
};

const struct tf_verb tf_list_inputs = {
	.name = "list_inputs", .aliases = (const char *const[]){ "li", NULL }, .where = AT_END, .flags = tree_flags,
	.operand = "node_name", .operand_help = "A node, or one of its tensors: layer/mm, layer/mm:0.",
	.min_args = 1, .max_args = 1, .words = TF_NODES, .exec = li_exec,
	.brief = "Show what a node takes, and what that takes.",
};

const struct tf_verb tf_list_outputs = {
	.name = "list_outputs", .aliases = (const char *const[]){ "lo", NULL }, .where = AT_END, .flags = tree_flags,
	.operand = "node_name", .operand_help = "A node, or one of its tensors: layer/mm, layer/mm:0.",
	.min_args = 1, .max_args = 1, .words = TF_NODES, .exec = lo_exec,
	.brief = "Show who takes a node's outputs, and theirs.",
};
