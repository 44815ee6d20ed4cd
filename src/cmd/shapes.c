/* Inferred shapes for the commands that show nodes: one inference a model and batch size, kept with the app. */
#include "cmd/shapes.h"

#include "infer/infer.h"

struct infer *app_infer(struct app *app, int64_t batch)
{
	if (app->infer && (app->infer_batch != batch || app->infer_of != app->mg)) {
		infer_free(app->infer);
		app->infer = NULL;
	}
	if (!app->infer)
		app->infer = infer_new(app->mg, &(struct infer_opts){ .batch = batch });
	app->infer_batch = batch;
	app->infer_of = app->mg;
	return app->infer;
}

struct igraph *app_shapes(struct app *app, const struct graph *g, int64_t batch)
{
	struct infer *inf = app_infer(app, batch);

	return g->func ? infer_called(inf, g->func) : infer_root(inf);
}

static void out_text(struct str *s, const struct igraph *ig, const struct iout *o)
{
	str_addz(s, o->dtype == DT_INVALID ? "?" : dtype_info(o->dtype)->name);
	str_addc(s, ' ');
	ishape_str(infer_of(ig), s, o->shape);
	for (uint32_t i = 0; o->handle && i < o->handle->n; i++) {
		str_addz(s, i ? ", " : " of ");
		str_addz(s, o->handle->item[i].dtype == DT_INVALID ? "?" : dtype_info(o->handle->item[i].dtype)->name);
		str_addc(s, ' ');
		ishape_str(infer_of(ig), s, o->handle->item[i].shape);
	}
}

void shapes_text(struct str *s, struct igraph *ig, uint32_t node)
{
	const struct node *n = graph_node(infer_graph(ig), node, NULL);

	for (uint32_t k = 0; n && k < n->n_out; k++) {
		if (k)
			str_addz(s, "; ");
		out_text(s, ig, infer_out(ig, node, k));
	}
}

void output_text(struct str *s, struct igraph *ig, uint32_t node, uint32_t slot)
{
	out_text(s, ig, infer_out(ig, node, slot));
}

void ishape_json(struct json *j, const struct infer *inf, struct ishape shape)
{
	struct str s = STR_INIT;

	if (shape.rank < 0) {
		json_null(j);
		return;
	}
	json_open(j, '[');
	for (int i = 0; i < shape.rank; i++) {
		str_clear(&s);
		idim_str(inf, &s, shape.dim[i]);
		if (idim_known(shape.dim[i]))
			json_int(j, shape.dim[i]);
		else
			json_str(j, str_sv(&s));
	}
	json_close(j, ']');
	str_free(&s);
}

void shapes_json(struct json *j, struct igraph *ig, uint32_t node)
{
	const struct node *n = graph_node(infer_graph(ig), node, NULL);

	json_key(j, "outputs");
	json_open(j, '[');
	for (uint32_t k = 0; n && k < n->n_out; k++) {
		const struct iout *o = infer_out(ig, node, k);

		json_open(j, '{');
		json_key(j, "dtype");
		if (o->dtype == DT_INVALID)
			json_null(j);
		else
			json_str(j, sv_of(dtype_info(o->dtype)->name));
		json_key(j, "shape");
		ishape_json(j, infer_of(ig), o->shape);
		json_close(j, '}');
	}
	json_close(j, ']');
}
