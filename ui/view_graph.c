/* The nodes of a graph or of a scope of it, in the file's order. */
#include "cmd/note.h"
#include "ui/view.h"

struct list {
	VEC(uint32_t) node;
	bool all;		/* every node: no list is needed */
};

static bool in_scope(struct sv name, struct sv scope)
{
	return name.n > scope.n + 1 && name.p[scope.n] == '/' && sv_starts(name, scope);
}

static void graph_open(struct view *v)
{
	struct list *l = v->priv;

	l->all = !v->at.scope.n;
	for (uint32_t i = 0; !l->all && i < v->at.g->n_nodes; i++)
		if (in_scope(graph_node_name(v->at.g, i), v->at.scope))
			vec_push(&l->node, i);
}

static void graph_close(struct view *v)
{
	vec_free(&((struct list *)v->priv)->node);
}

static size_t graph_count(struct view *v)
{
	const struct list *l = v->priv;

	return l->all ? v->at.g->n_nodes : l->node.n;
}

static uint32_t node_at(struct view *v, size_t i)
{
	const struct list *l = v->priv;

	return l->all ? (uint32_t)i : l->node.p[i];
}

static void graph_draw(struct view *v, size_t i, struct row *r)
{
	uint32_t k = node_at(v, i);
	struct sv name = graph_node_name(v->at.g, k);
	int wide = v->w > 60 ? v->w - 34 : v->w > 30 ? v->w - 20 : 16;
	const struct node *n;

	if (v->at.scope.n)
		name = sv_sub(name, v->at.scope.n + 1, name.n);
	row_name_fit(r, ST_TEXT, name, wide);
	row_pad(r, wide);
	row_add(r, ST_WARN, note_at(v->ui->app, v->at.g, k) ? ";" : " ");
	row_name(r, ST_OP, graph_node_op(v->at.g, k));
	n = graph_node(v->at.g, k, NULL);
	if (!n)
		row_add(r, ST_BAD, "  damaged");
	else if (n->n_out) {
		row_add(r, ST_TEXT, "  ");
		node_out_text(v->at.g, n, 0, r);
	}
}

static void graph_text(struct view *v, size_t i, struct str *out)
{
	str_add(out, graph_node_name(v->at.g, node_at(v, i)));
	str_addc(out, ' ');
	str_add(out, graph_node_op(v->at.g, node_at(v, i)));
}

static bool graph_place(struct view *v, size_t i, struct place *out)
{
	*out = (struct place){ .kind = AT_NODE, .mg = v->at.mg, .g = v->at.g, .i = node_at(v, i) };
	return true;
}

const struct view_ops view_graph = {
	.kind = AT_GRAPH, .size = sizeof(struct list), .ctx = CTX_PAGE, .open = graph_open,
	.close = graph_close, .count = graph_count, .draw = graph_draw, .text = graph_text,
	.place = graph_place,
};
