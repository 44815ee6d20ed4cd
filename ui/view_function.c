/* The function library, and one function: its arguments, results and body. */
#include "ui/page.h"

static size_t functions_count(struct view *v)
{
	return v->at.mg->n_funcs;
}

static void functions_draw(struct view *v, size_t i, struct row *r)
{
	const struct function *f = &v->at.mg->funcs[i];
	int wide = v->w > 50 ? v->w - 24 : v->w > 20 ? v->w - 8 : 12;

	row_name_fit(r, ST_TEXT, f->name, wide);
	row_pad(r, wide + 1);
	row_addf(r, ST_NUM, "%6u", f->graph->n_nodes - f->graph->n_args);
	if (v->w > 50)
		row_addf(r, ST_DIM, " nodes, %u > %u", f->graph->n_args, f->n_rets);
}

static void functions_text(struct view *v, size_t i, struct str *out)
{
	str_add(out, v->at.mg->funcs[i].name);
}

static bool functions_place(struct view *v, size_t i, struct place *out)
{
	*out = (struct place){ .kind = AT_FUNCTION, .mg = v->at.mg, .i = (uint32_t)i };
	return true;
}

const struct view_ops view_functions = {
	.kind = AT_FUNCTIONS, .ctx = CTX_PAGE, .count = functions_count, .draw = functions_draw,
	.text = functions_text,
	.place = functions_place,
};

/* ---- one ---- */

static struct place body_place(struct view *v, const struct function *f, uint32_t i)
{
	return (struct place){ .kind = i < f->graph->n_nodes ? AT_NODE : AT_NONE, .mg = v->at.mg,
			       .g = f->graph, .i = i };
}

static void node_line(struct view *v, const struct function *f, uint32_t i)
{
	struct row *r = page_link(v->priv, body_place(v, f, i));
	const struct node *n = graph_node(f->graph, i, NULL);

	row_add(r, ST_TEXT, "  ");
	row_name(r, ST_LINK, graph_node_name(f->graph, i));
	row_add(r, ST_TEXT, "  ");
	if (i >= f->graph->n_args)
		row_name(r, ST_OP, graph_node_op(f->graph, i));
	if (n && n->n_out) {
		row_add(r, ST_TEXT, "  ");
		node_out_text(f->graph, n, 0, r);
	}
}

static void function_open(struct view *v)
{
	const struct function *f = &v->at.mg->funcs[v->at.i];
	struct report r;

	report_init(&r, REPORT_GROUP);
	about_function(&r, v->at.mg, v->at.i);
	page_report(v->priv, v->at.mg, &r);
	report_free(&r);
	page_head(v->priv, "body: %u nodes", f->graph->n_nodes - f->graph->n_args);
	for (uint32_t i = f->graph->n_args; i < f->graph->n_nodes; i++)
		node_line(v, f, i);
}

const struct view_ops view_function = {
	.kind = AT_FUNCTION, .size = sizeof(struct page), .ctx = CTX_PAGE, .open = function_open,
	.close = page_close, .count = page_count, .draw = page_draw, .place = page_place,
};
