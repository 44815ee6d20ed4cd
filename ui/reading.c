/* Keys that read the graph: trees of inputs and outputs, a path between two nodes, what a signature costs. */
#include <string.h>

#include "cmd/rows.h"
#include "ui/view.h"

/* The node under the cursor, or the one whose page is shown. */
static bool node_here(struct ui *ui, struct place *at)
{
	struct view *v = ui_focused(ui);
	size_t row;

	if (v && v->ops->place && view_cur(v, &row) && v->ops->place(v, row, at) && at->kind == AT_NODE)
		return true;
	if (v)
		*at = v->at;
	return v && v->at.kind == AT_NODE;
}

static void node_go(struct ui *ui, enum place_kind kind)
{
	struct place at;

	if (!node_here(ui, &at)) {
		ui_say(ui, ST_DIM, "no node under the cursor");
		return;
	}
	if (kind == AT_PATH && !ui->mark.g) {
		ui_say(ui, ST_DIM, "no node is marked: , marks the one under the cursor");
		return;
	}
	at.kind = kind;
	at.event = 0;
	ui_go(ui, &at);
}

static void mark_set(struct ui *ui)
{
	struct row r = { 0 };
	struct place at;

	if (!node_here(ui, &at)) {
		ui_say(ui, ST_DIM, "no node under the cursor");
		return;
	}
	ui->mark = at;
	row_name(&r, ST_TEXT, graph_node_name(at.g, at.i));
	ui_say(ui, ST_TEXT, "marked %s: p shows the path between it and another", str_z(&r.text));
	row_free(&r);
}

static void cost_go(struct ui *ui)
{
	struct view *v = ui_focused(ui);
	struct place at = { .kind = AT_NONE };
	const struct signature *s;
	struct err err = { 0 };
	size_t row;

	if (v && v->ops->place && view_cur(v, &row))
		v->ops->place(v, row, &at);
	if (at.kind != AT_SIGNATURE) {
		s = app_signature(ui->app->mg, NULL, NULL, &err);
		if (!s) {
			ui_fail(ui, &err);
			return;
		}
		at = (struct place){ .mg = ui->app->mg, .i = (uint32_t)(s - ui->app->mg->sigs) };
	}
	at.kind = AT_COST;
	ui_go(ui, &at);
}

bool ui_reading(struct ui *ui, const char *a)
{
	if (!strcmp(a, "tree-inputs"))
		node_go(ui, AT_INPUTS);
	else if (!strcmp(a, "tree-outputs"))
		node_go(ui, AT_OUTPUTS);
	else if (!strcmp(a, "path"))
		node_go(ui, AT_PATH);
	else if (!strcmp(a, "mark-node"))
		mark_set(ui);
	else if (!strcmp(a, "cost"))
		cost_go(ui);
	else
		return false;
	return true;
}
