/* node_info: what a node is, whom it takes from and gives to, its attributes, tensors and origin. */
#include <inttypes.h>
#include <stdlib.h>

#include "cmd/tfdbg/dumps.h"
#include "cmd/tfdbg/graph.h"
#include "cmd/tfdbg/verbs.h"
#include "model/origin.h"

#define DEVICE "/job:localhost/replica:0/task:0/device:CPU:0"

bool tf_no_node(struct tf_call *c, const char *name)
{
	return tf_error(c, "There is no node named \"%s\" in the partition graphs", name);
}

void tf_edge_text(struct str *out, const struct tf_graph *g, const struct tf_edge *e)
{
	str_escaped(out, sv_of(g->node.p[e->node].path));
	if (e->slot && e->slot != SLOT_CONTROL)
		str_addf(out, ":%" PRIu32, e->slot);
}

/* ---- neighbours ---- */

static void neighbour(struct rich *out, const struct tf_graph *g, const struct tf_edge *e)
{
	struct str s = STR_INIT, link = STR_INIT;
	size_t from;

	str_addz(&s, "      [");
	str_escaped(&s, tf_graph_op(g, e->node));
	str_addz(&s, "] ");
	from = s.n;
	tf_edge_text(&s, g, e);
	rich_sv(out, str_sv(&s));
	str_addf(&link, "ni -a -d -t %s", g->node.p[e->node].path);
	rich_span(out, from, s.n, RT_PLAIN, str_z(&link));
	str_free(&s);
	str_free(&link);
}

/* "input" or "recipient". */
static void neighbours(struct rich *out, const struct tf_graph *g, const char *what, const struct tf_edge *e,
		       uint32_t n, uint32_t n_ctl)
{
	rich_add(out, "  %" PRIu32 " %s(s) + %" PRIu32 " control %s(s):", n, what, n_ctl, what);
	if (n)
		rich_add(out, "    %" PRIu32 " %s(s):", n, what);
	for (uint32_t i = 0; i < n; i++)
		neighbour(out, g, &e[i]);
	if (n_ctl) {
		rich_add(out, "%s", "");
		rich_add(out, "    %" PRIu32 " control %s(s):", n_ctl, what);
	}
	for (uint32_t i = 0; i < n_ctl; i++)
		neighbour(out, g, &e[n + i]);
}

/* ---- what is asked for besides ---- */

static void attributes(struct rich *out, const struct node *n)
{
	rich_add(out, "%s", "");
	rich_add(out, "Node attributes:");
	rich_style(out, RT_BOLD);
	for (uint32_t i = 0; n && i < n->n_attrs; i++) {
		struct str name = STR_INIT, text = STR_INIT;

		str_escaped(&name, n->attrs[i].name);
		rich_add(out, "  %s:", str_z(&name));
		tf_attr_text(&text, &n->attrs[i].v);
		rich_add(out, "    %s", str_z(&text));
		rich_add(out, "%s", "");
		str_free(&name);
		str_free(&text);
	}
}

static bool dumps(struct tf_call *c, const char *path, struct err *err)
{
	const struct tf_dumps *d = tf_dumps(c->t, err);
	VEC(const struct tf_dump *) of = { 0 };

	if (!d)
		return false;
	for (size_t i = 0; i < d->all.n; i++)
		if (!strcmp(d->all.p[i].node, path))
			vec_push(&of, &d->all.p[i]);
	rich_add(c->out, "%zu dumped tensor(s):", of.n);
	if (of.n)
		rich_add(c->out, "%s", "");
	for (size_t i = 0; i < of.n; i++) {
		struct str link = STR_INIT;
		uint32_t k = 0;

		for (size_t j = 0; j < i; j++)
			k += of.p[j]->slot == of.p[i]->slot;
		rich_add(c->out, "  Slot %d @ DebugIdentity @ %.3f ms", of.p[i]->slot, of.p[i]->ms);
		str_addf(&link, "pt %s -n %" PRIu32, of.p[i]->tensor, k);
		rich_span(c->out, 2, c->out->line.p[c->out->line.n - 1].text.n, RT_PLAIN, str_z(&link));
		str_free(&link);
	}
	vec_free(&of);
	return true;
}

static void traceback_frame(struct rich *out, uint32_t i, const struct frame_line *f)
{
	struct str s = STR_INIT;

	str_addf(&s, "%" PRIu32 ": ", i);
	str_escaped(&s, f->file);
	rich_sv(out, str_sv(&s));
	rich_add(out, "  Line:     %" PRId64, f->line);
	str_clear(&s);
	str_escaped(&s, f->func);
	rich_add(out, "  Function: %s", str_z(&s));
	str_clear(&s);
	str_escaped(&s, f->code);
	rich_add(out, f->code.n ? "  Text:     \"%s\"" : "  Text:     None%s", str_z(&s));
	rich_add(out, "%s", "");
	str_free(&s);
}

static bool traceback(struct rich *out, const struct tf_node *n, struct err *err)
{
	struct frame_line *list = NULL;
	uint32_t many = 0;

	if (!node_origin(n->g, n->node, &list, &many, err))
		return false;
	rich_add(out, "%s", "");
	rich_add(out, "%s", "");
	rich_add(out, "Traceback of node construction:");
	rich_style(out, RT_BOLD);
	if (!many)
		rich_add(out, "(Unavailable because no Python graph has been loaded)");
	for (uint32_t i = 0; i < many; i++)
		traceback_frame(out, i, &list[i]);
	free(list);
	return true;
}

/* ---- the verb ---- */

static void text_line(struct rich *out, const char *before, struct sv text)
{
	struct str s = STR_INIT;

	str_addz(&s, before);
	str_escaped(&s, text);
	rich_sv(out, str_sv(&s));
	str_free(&s);
}

static bool ni_exec(struct tf_call *c, struct err *err)
{
	const struct tf_graph *g = tf_graph(c->t, err);
	uint32_t i = tf_graph_find(g, c->argv[0]);
	const struct tf_node *n;

	if (i == NODE_NONE)
		return tf_no_node(c, c->argv[0]);
	n = &g->node.p[i];
	text_line(c->out, "Node ", sv_of(n->path));
	rich_span(c->out, 5, 5 + strlen(n->path), RT_BOLD, NULL);
	rich_add(c->out, "%s", "");
	text_line(c->out, "  Op: ", tf_graph_op(g, i));
	rich_add(c->out, "  Device: " DEVICE);
	rich_add(c->out, "%s", "");
	neighbours(c->out, g, "input", g->edge.p + n->in, n->n_in, n->n_ctl);
	rich_add(c->out, "%s", "");
	neighbours(c->out, g, "recipient", g->out.p + n->out, n->n_out, n->n_out_ctl);
	if (tf_flag(c, "attributes"))
		attributes(c->out, graph_node(n->g, n->node, NULL));
	if (tf_flag(c, "dumps") && !dumps(c, n->path, err))
		return false;
	if (tf_flag(c, "traceback") && !traceback(c->out, n, err))
		return false;
	tf_menu(c->out, "node_info", n->path);
	return true;
}

static const struct tf_flag ni_flags[] = {
	{ "a", "attributes", OPT_FLAG, "Its attributes too.", NULL },
	{ "d", "dumps", OPT_FLAG, "The tensors that it made too.", NULL },
	{ "t", "traceback", OPT_FLAG, "Where in Python it was made too, if the model has kept that.", NULL },
	{ 0 },
};

const struct tf_verb tf_node_info = {
	.name = "node_info", .aliases = (const char *const[]){ "ni", NULL }, .where = AT_END, .flags = ni_flags,
	.operand = "node_name", .operand_help = "A node, or one of its tensors: layer/mm, layer/mm:0.",
	.min_args = 1, .max_args = 1, .words = TF_NODES, .exec = ni_exec,
	.brief = "Show what a node is and how it is connected.",
};
