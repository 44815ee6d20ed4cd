/* R: the model as it is on disk now; the place is found again by its kind and name. */
#include "ui/view.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Everything that borrows from the model. */
static void let_go(void *ctx)
{
	struct ui *ui = ctx;
	struct view **all[] = {&ui->tree,  &ui->detail, &ui->form,
			       &ui->steps, &ui->about,	&ui->tensor};

	search_stop(ui);
	ui_stop(ui);
	ui->indexing = NULL;
	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++) {
		view_free(*all[i]);
		*all[i] = NULL;
	}
	for (size_t i = 0; i < ui->popup.n; i++)
		view_free(ui->popup.p[i]);
	ui->popup.n = ui->back.n = ui->forward.n = ui->marks.n = 0;
	memset(ui->panel, 0, sizeof(ui->panel));
	ui->shown_view = NULL;
	ui->shown_for = (struct place){.kind = AT_NONE};
	ui->tensor_slot = 0;
	str_clear(&ui->why);
	free(ui->why_for);
	ui->why_for = NULL;
}

static bool node_again(const struct metagraph *mg, const char *func, struct sv name,
		       struct place *to)
{
	const struct function *f = func ? metagraph_function(mg, sv_of(func)) : NULL;

	to->g = func ? (f ? f->graph : NULL) : mg->graph;
	if (!to->g)
		return false;
	to->i = graph_find(to->g, name);
	return to->i != NODE_NONE;
}

/* Where the thing of that kind and name is now; false: there is none. */
static bool place_again(const struct metagraph *mg, const char *func, const char *name,
			struct place *to)
{
	const struct variable *v;
	uint32_t n;

	switch (to->kind) {
	case AT_NODE:
		return node_again(mg, func, sv_of(name), to);
	case AT_GRAPH:
		to->g = mg->graph;
		return true;
	case AT_SIGNATURE:
		for (to->i = 0; to->i < mg->n_sigs && !sv_is(mg->sigs[to->i].key, name); to->i++)
			;
		return to->i < mg->n_sigs;
	case AT_FUNCTION:
		for (to->i = 0; to->i < mg->n_funcs && !sv_is(mg->funcs[to->i].name, name); to->i++)
			;
		return to->i < mg->n_funcs;
	case AT_ASSET:
		for (to->i = 0; to->i < mg->n_assets && !sv_is(mg->assets[to->i].filename, name);
		     to->i++)
			;
		return to->i < mg->n_assets;
	case AT_VARIABLE:
		v = metagraph_variables(mg, &n);
		for (to->i = 0; to->i < n && !sv_is(v[to->i].name, name); to->i++)
			;
		return to->i < n;
	case AT_META:
	case AT_COLLECTIONS:
	case AT_FILES:
	case AT_SIGNATURES:
	case AT_FUNCTIONS:
	case AT_VARIABLES:
	case AT_OBJECTS:
	case AT_ASSETS:
	case AT_FINDINGS:
		return true;
	default:
		return false;
	}
}

static void show_again(struct ui *ui, enum place_kind kind, const char *func, const char *name)
{
	const struct metagraph *mg = ui->app->mg;
	struct place at = {.kind = kind, .mg = mg}, tree = {.kind = AT_TREE, .mg = mg};

	if (!place_again(mg, func, name, &at))
		at = (struct place){.kind = AT_OVERVIEW, .mg = mg};
	ui->tree = view_new(ui, &tree);
	ui->detail = view_new(ui, &at);
	tree_reveal(ui->tree, &at);
	ui->focus = at.kind == AT_OVERVIEW ? PANEL_LEFT : PANEL_MID;
	ui->zoom = false;
	ui_mode_set(ui, ui->mode);
}

void ui_reload(struct ui *ui)
{
	const struct place was = ui->detail->at;
	struct str name = STR_INIT, said = STR_INIT;
	char *func = was.g && was.g->func ? xsvdup(was.g->func->name) : NULL;
	struct err err = {0};

	place_name(&was, &name);
	if (!app_reload(ui->app, let_go, ui, &said, &err)) {
		ui_fail(ui, &err);
	} else {
		show_again(ui, was.kind, func, str_z(&name));
		ui->changes++;
		ui_say(ui, said.n ? ST_WARN : ST_TEXT, "read anew%s%.*s",
		       said.n ? "; not set again: " : "", (int)strcspn(str_z(&said), "\n"),
		       str_z(&said));
	}
	free(func);
	str_free(&name);
	str_free(&said);
}
