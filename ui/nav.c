/*
 * Getting around: what the detail shows, the history of places, the two modes, popups, and the panels
 * that follow the cursor.
 */
#include "ui/view.h"

#include <stdlib.h>

#include "base/mem.h"
#include "cmd/rows.h"
#include "ui/page.h"

static void detail_set(struct ui *ui, const struct place *to)
{
	struct view *v = view_new(ui, to);

	if (!v)
		return;
	view_free(ui->detail);
	ui->detail = v;
	ui_layout(ui);
}

struct visit ui_visit_now(const struct ui *ui)
{
	return (struct visit){
		.at = ui->detail->at, .cur = ui->detail->cur, .top = ui->detail->top,
		.in_detail = ui->focus == PANEL_MID,
	};
}

void ui_go(struct ui *ui, const struct place *to)
{
	if (to->kind == AT_NONE || !to->mg)
		return;
	if (ui->mode != MODE_BROWSE)
		ui_mode_set(ui, MODE_BROWSE);
	if (!place_same(&ui->detail->at, to)) {
		vec_push(&ui->back, ui_visit_now(ui));
		ui->forward.n = 0;
		detail_set(ui, to);
	}
	tree_reveal(ui->tree, to);
	ui->focus = PANEL_MID;
}

void ui_preview(struct ui *ui, const struct place *to)
{
	if (to->kind != AT_NONE && to->mg && !place_same(&ui->detail->at, to))
		detail_set(ui, to);
}

void ui_visit(struct ui *ui, const struct visit *to)
{
	detail_set(ui, &to->at);
	ui->detail->cur = to->cur;
	ui->detail->top = to->top;
	tree_reveal(ui->tree, &to->at);
	ui->focus = to->in_detail ? PANEL_MID : PANEL_LEFT;
}

void ui_history(struct ui *ui, int dir)
{
	struct visit now = ui_visit_now(ui), to;

	if ((dir < 0 ? ui->back.n : ui->forward.n) == 0) {
		ui_say(ui, ST_DIM, dir < 0 ? "nothing to go back to" : "nothing to go forward to");
		return;
	}
	if (dir < 0) {
		to = ui->back.p[--ui->back.n];
		vec_push(&ui->forward, now);
	} else {
		to = ui->forward.p[--ui->forward.n];
		vec_push(&ui->back, now);
	}
	ui_visit(ui, &to);
}

/* ---- modes ---- */

static bool running(const struct ui *ui)
{
	return ui->app->dbg && dbg_state(ui->app->dbg) != DBG_IDLE;
}

/* The run screen has a form before the run, nodes during it. */
static void run_views(struct ui *ui)
{
	struct place at = { .mg = ui->app->mg };

	if (running(ui)) {
		view_free(ui->form);
		ui->form = NULL;
		at.kind = AT_STEPS;
		if (!ui->steps) {
			ui->steps = view_new(ui, &at);
			ui->focus = PANEL_LEFT;
		}
		ui_layout(ui);
		return;
	}
	view_free(ui->steps);
	view_free(ui->about);
	ui->steps = ui->about = NULL;
	at.kind = AT_FORM;
	if (!ui->form) {
		ui->form = view_new(ui, &at);
		ui->focus = PANEL_LEFT;
	}
	ui_layout(ui);
}

void ui_mode_set(struct ui *ui, enum ui_mode mode)
{
	ui->mode = mode;
	ui->zoom = false;
	ui->focus = mode == MODE_BROWSE ? PANEL_MID : PANEL_LEFT;
	if (mode == MODE_RUN)
		run_views(ui);
	ui_layout(ui);
}

/* ---- popups ---- */

void ui_popup(struct ui *ui, const struct place *at)
{
	struct view *v = view_new(ui, at);

	if (v)
		vec_push(&ui->popup, v);
	ui_layout(ui);
}

void ui_popup_text(struct ui *ui, const char *title, char *text)
{
	struct place at = { .kind = AT_TEXT };

	ui_popup(ui, &at);
	text_view_set(vec_last(&ui->popup), xstrdup(title), text);
}

struct view *ui_tensor_view(struct ui *ui)
{
	struct view *v = ui_focused(ui);

	if (v && v->at.kind == AT_TENSOR)
		return v;
	return ui->popup.n ? NULL : ui->tensor;
}

void ui_tensor_popup(struct ui *ui)
{
	struct place at = { .kind = AT_TENSOR };
	struct view *from = ui_focused(ui);
	struct str label = STR_INIT;
	struct tensor *t = NULL;
	size_t row;

	if (from && from->ops->tensor && view_cur(from, &row))
		t = from->ops->tensor(from, row, &label);
	if (t) {
		ui_popup(ui, &at);
		tensor_view_set(vec_last(&ui->popup), t, str_z(&label));
	} else if (label.n) {
		ui_say(ui, ST_WARN, "%s", str_z(&label));
	} else {
		ui_say(ui, ST_DIM, "nothing to open in this line");
	}
	tensor_unref(t);
	str_free(&label);
}

void ui_close(struct ui *ui)
{
	if (ui->popup.n) {
		view_free(vec_last(&ui->popup));
		ui->popup.n--;
	} else if (ui->zoom) {
		ui->zoom = false;
	} else if (ui->mode == MODE_RUN) {
		ui_mode_set(ui, MODE_BROWSE);
	} else if (!ui->warned && session_unsaved(ui->app)) {
		ui->warned = true;
		ui_say(ui, ST_WARN, "breakpoints, edits or notes are not saved: q once more quits, S saves");
	} else {
		ui->done = true;
	}
}

/* ---- what follows the cursors ---- */

static void about_follow(struct ui *ui)
{
	struct place at;
	size_t row;

	if (!ui->steps || !view_cur(ui->steps, &row) || !ui->steps->ops->place(ui->steps, row, &at))
		return;
	if (ui->about && place_same(&ui->about->at, &at) && ui->shown_change == ui->changes)
		return;
	if (!ui->about || !place_same(&ui->about->at, &at))
		ui->tensor_slot = 0;
	view_free(ui->about);
	ui->about = view_new(ui, &at);
}

/* Which view's row the tensor panel stands for; NULL: there is no such panel. */
static struct view *tensor_source(struct ui *ui)
{
	if (ui->mode == MODE_RUN)
		return ui->form ? ui->form : ui->about;
	return ui->detail && (ui->detail->at.kind == AT_VARIABLE || ui->detail->at.kind == AT_NODE ||
			      ui->detail->at.kind == AT_SIGNATURE || ui->detail->at.kind == AT_DIFF ||
			      ui->detail->at.kind == AT_GAPS || ui->detail->at.kind == AT_GAP)
		       ? ui->detail : NULL;
}

/* What the node before the run's position made. */
static struct tensor *just_made(struct ui *ui, struct str *label)
{
	const struct dbg *d = ui->app->dbg;
	bool dropped = false;
	struct dbg_event e;
	struct tensor *t;

	if (!d || !dbg_seq(d) || !dbg_event(d, dbg_seq(d) - 1, &e))
		return NULL;
	t = dbg_event_out(d, e.seq, 0, &dropped);
	if (!t)
		return NULL;
	str_clear(label);
	str_addz(label, "just made: ");
	str_escaped(label, graph_node_name(e.graph, e.node));
	str_addf(label, ":0%s", e.iter);
	return tensor_ref(t);
}

/* Is this page's node the one about to run? */
static bool is_next(const struct ui *ui, const struct view *about)
{
	struct dbg_here h;

	return ui->app->dbg && dbg_here(ui->app->dbg, &h) && h.graph == about->at.g &&
	       h.node == about->at.i;
}

bool ui_failing(const struct ui *ui)
{
	return ui->mode == MODE_RUN && ui->about && ui->about->at.kind == AT_NODE && ui->app->dbg &&
	       dbg_state(ui->app->dbg) == DBG_FAILED && is_next(ui, ui->about);
}

/* Of a node that has not run yet: the first input that is there. */
static struct tensor *first_value(struct view *page, struct str *label)
{
	struct tensor *t = NULL;

	for (int i = 1; !t && i < node_view_slots(page); i++) {
		str_clear(label);
		t = node_view_slot(page, i, label);
	}
	if (!t)
		str_clear(label);
	return t;
}

static struct tensor *tensor_of(struct ui *ui, struct view *src, size_t row, struct str *label)
{
	struct tensor *t;

	if (src->at.kind == AT_NODE && ui->mode == MODE_RUN) {
		t = node_view_slot(src, ui->tensor_slot, label);
		if (ui_failing(ui) && t && !ui->tensor_slot && dtype_info(t->dtype)->kind == DK_OBJECT) {
			struct tensor *object = t;	/* a handle tells little */

			t = first_value(src, label);
			tensor_unref(object);
		}
		if (t || ui->tensor_slot)
			return t;
		return is_next(ui, src) ? just_made(ui, label) : first_value(src, label);
	}
	if (src->ops->tensor)
		return src->ops->tensor(src, row, label);
	return NULL;
}

static void tensor_follow(struct ui *ui)
{
	struct view *src = tensor_source(ui);
	struct place at = { .kind = AT_TENSOR };
	struct str label = STR_INIT;
	struct tensor *t = NULL;
	size_t row = 0;

	if (src)
		view_cur(src, &row);
	if (src == ui->shown_view && ui->tensor_slot == ui->shown_slot && row == ui->shown_row &&
	    ui->changes == ui->shown_change && (!src || place_same(&src->at, &ui->shown_for)))
		return;
	ui->shown_view = src;
	ui->shown_slot = ui->tensor_slot;
	ui->shown_row = row;
	ui->shown_change = ui->changes;
	if (src)
		ui->shown_for = src->at;
	if (src)
		t = tensor_of(ui, src, row, &label);
	if (!t && ui->mode == MODE_BROWSE) {
		view_free(ui->tensor);
		ui->tensor = NULL;
	} else {
		if (!ui->tensor)
			ui->tensor = view_new(ui, &at);
		tensor_view_set(ui->tensor, t, label.n ? str_z(&label) : "no value here yet");
	}
	tensor_unref(t);
	str_free(&label);
}

void ui_follow(struct ui *ui)
{
	struct place at;
	size_t row;

	if (ui->mode == MODE_RUN) {
		run_views(ui);
		about_follow(ui);
	} else if (ui->focus == PANEL_LEFT && !ui->popup.n && view_cur(ui->tree, &row) &&
		   ui->tree->ops->place(ui->tree, row, &at)) {
		ui_preview(ui, &at);
	}
	tensor_follow(ui);
	ui_layout(ui);
}
