/* What keys do that no command line does: moving, opening, searching, switching what is seen. */
#include "ui/view.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/note.h"
#include "cmd/rows.h"

/* ---- moving ---- */

static void move_by(struct ui *ui, struct view *v, long by)
{
	size_t n = view_count(v), to = v->cur;

	(void)ui;
	if (by < 0)
		to = (size_t)-by > to ? 0 : to - (size_t)-by;
	else
		to = n ? (to + (size_t)by < n ? to + (size_t)by : n - 1) : 0;
	view_move(v, to);
}

static bool act_move(struct ui *ui, struct view *v, const char *a)
{
	long page = v->h > 1 ? v->h - 1 : 1;

	if (!strcmp(a, "up"))
		move_by(ui, v, -1);
	else if (!strcmp(a, "down"))
		move_by(ui, v, 1);
	else if (!strcmp(a, "page-up"))
		move_by(ui, v, -page);
	else if (!strcmp(a, "page-down"))
		move_by(ui, v, page);
	else if (!strcmp(a, "half-up"))
		move_by(ui, v, -(page / 2 + 1));
	else if (!strcmp(a, "half-down"))
		move_by(ui, v, page / 2 + 1);
	else if (!strcmp(a, "home"))
		view_move(v, 0);
	else if (!strcmp(a, "end"))
		move_by(ui, v, (long)view_count(v));
	else if (!strcmp(a, "left"))
		v->left = v->left > 8 ? v->left - 8 : 0;
	else if (!strcmp(a, "right"))
		v->left += 8;
	else
		return false;
	return true;
}

static void focus_move(struct ui *ui, int dir)
{
	if (ui->popup.n)
		return;
	for (int k = 1; k <= PANEL_N; k++) {
		int p = (ui->focus + dir * k + PANEL_N * 2) % PANEL_N;

		if (ui->panel[p]) {
			ui->focus = p;
			return;
		}
	}
}

/* ---- opening ---- */

/* A value that was dropped to save memory comes back when someone looks at it. */
static void make_again(struct ui *ui, int64_t event)
{
	bool dropped = false;
	char *line;

	if (event < 0)
		return;
	dbg_event_out(ui->app->dbg, (uint64_t)event, 0, &dropped);
	if (!dropped)
		return;
	line = xasprintf("recompute %lld", (long long)event);
	ui_command(ui, line, false);
	free(line);
	ui_follow(ui);
}

static void act_open(struct ui *ui, struct view *v)
{
	struct place at;
	size_t row;

	if (!view_cur(v, &row))
		return;
	make_again(ui, steps_event(v, row));
	if (ui->mode == MODE_RUN && !ui->popup.n && v == ui->steps) {
		struct view *about = ui->about;
		struct str label = STR_INIT;
		struct tensor *t = about ? node_view_slot(about, ui->tensor_slot, &label) : NULL;
		struct place to = { .kind = AT_TENSOR };

		if (t) {
			ui_popup(ui, &to);
			tensor_view_set(vec_last(&ui->popup), t, str_z(&label));
		} else if (!ui->tensor || !ui->tensor->ops->action(ui->tensor, "open")) {
			ui_say(ui, ST_DIM, "this node has no value yet");
		}
		tensor_unref(t);
		str_free(&label);
		return;
	}
	if (ui->mode == MODE_RUN && !ui->popup.n && v == ui->about && v->ops->place(v, row, &at) &&
	    at.kind == AT_NODE && ui->steps && steps_reveal(ui->steps, at.g, at.i, v->at.event))
		return;	/* along an edge, within the run */
	if (v->ops->place && v->ops->place(v, row, &at) && at.kind != AT_NONE &&
	    !place_same(&at, &v->at)) {
		if (ui->popup.n)
			ui_close(ui);
		ui_go(ui, &at);
		return;
	}
	ui_tensor_popup(ui);
}

static void screen_go(struct ui *ui, enum place_kind kind)
{
	struct place at = { .kind = kind, .mg = ui->app->mg };

	while (ui->popup.n)
		ui_close(ui);
	if (kind == AT_GRAPH)
		at.g = ui->app->mg->graph;
	ui_go(ui, &at);
}

/* The signature that r is meant for: the one under the cursor, else the one on the page, else the usual
 * one when none was chosen before. */
static const struct signature *run_what(struct ui *ui)
{
	struct view *v = ui_focused(ui);
	struct place at = { .kind = AT_NONE };
	struct err none = { 0 };
	const struct signature *s = NULL;
	size_t row;

	if (v && v->ops->place && view_cur(v, &row))
		v->ops->place(v, row, &at);
	if (at.kind != AT_SIGNATURE && ui->detail->at.kind == AT_SIGNATURE)
		at = ui->detail->at;
	if (at.kind == AT_SIGNATURE && at.mg == ui->app->mg)
		return &at.mg->sigs[at.i];
	if (!ui->app->dbg && ui->app->mg->n_sigs)
		s = app_signature(ui->app->mg, NULL, NULL, &none);
	err_clear(&none);
	return s;
}

static void act_run_form(struct ui *ui)
{
	const struct dbg *d = ui->app->dbg;
	const struct signature *s;
	struct str line = STR_INIT;

	if (ui->mode == MODE_RUN && d && dbg_state(d) != DBG_IDLE) {
		ui_say(ui, ST_DIM, "a run is on: :reset gives it up and shows the form again");
		return;
	}
	s = ui->mode == MODE_RUN ? NULL : run_what(ui);
	str_addz(&line, "signature ");
	if (s && (!d || dbg_signature(d) != s) && ui_quote(&line, s->key))
		ui_command(ui, str_z(&line), false);
	str_free(&line);
	ui_mode_set(ui, MODE_RUN);
}

/* ---- stepping ---- */

static void act_break(struct ui *ui)
{
	const struct dbg *d = ui->app->dbg;
	struct str path = STR_INIT, line = STR_INIT;
	struct dbg_break b;
	int id = 0;

	if (!d || !ui_here_path(ui, &path)) {
		ui_say(ui, ST_WARN, "no node of a run under the cursor");
		str_free(&path);
		return;
	}
	for (int i = 0; i < dbg_n_breaks(d) && !id; i++)
		if (dbg_break(d, i, &b) && !strcmp(b.text, str_z(&path)) && !b.watch && !b.expect)
			id = b.id;
	if (id) {
		str_addf(&line, "delete %d", id);
		ui_command(ui, str_z(&line), false);
	} else {
		str_addz(&line, "break ");
		if (ui_quote(&line, str_sv(&path)))
			ui_command(ui, str_z(&line), false);
		else
			ui_say(ui, ST_WARN, "this node's name cannot be written as one word");
	}
	str_free(&path);
	str_free(&line);
}

static void act_watch(struct ui *ui)
{
	const struct dbg *d = ui->app->dbg;
	struct str path = STR_INIT, line = STR_INIT;
	struct dbg_break b;
	bool there = false;

	if (!d || !ui_here_path(ui, &path)) {
		ui_say(ui, ST_WARN, "no node of a run under the cursor");
		str_free(&path);
		return;
	}
	for (int i = 0; i < dbg_n_breaks(d); i++)
		there = there || (dbg_break(d, i, &b) && b.watch && !strcmp(b.text, str_z(&path)));
	str_addz(&line, there ? "unwatch " : "watch ");
	if (ui_quote(&line, str_sv(&path)))
		ui_command(ui, str_z(&line), false);
	str_free(&path);
	str_free(&line);
}

/* Asks for what ends a command line: "save FILE", "note NODE TEXT". */
static void ask_for(struct ui *ui, const char *label, const char *text, char *before)
{
	prompt_open(&ui->prompt, PROMPT_VALUE, label, text);
	ui->prompt.before = before;
}

/* The name to write a note under: outside a run, a function's node by "function/node". */
static bool note_path(struct ui *ui, struct str *path)
{
	struct view *v = ui_focused(ui);
	struct place at = v ? v->at : (struct place){ 0 };
	size_t row;

	if (ui->mode == MODE_RUN)
		return ui_here_path(ui, path);
	if (v && view_cur(v, &row) && v->ops->place && (!v->ops->place(v, row, &at) || at.kind != AT_NODE))
		at = v->at;
	if (at.kind != AT_NODE)
		return false;
	if (at.g->func) {
		str_add(path, at.g->func->name);
		str_addc(path, '/');
	}
	str_add(path, graph_node_name(at.g, at.i));
	return true;
}

static void act_note(struct ui *ui)
{
	struct str path = STR_INIT, line = STR_INIT;
	const char *old;

	str_addz(&line, "note ");
	if (note_path(ui, &path) && ui_quote(&line, str_sv(&path))) {
		old = note_named(ui->app, str_z(&path));
		str_addc(&line, ' ');
		ask_for(ui, old ? "note (- takes it away): " : "note: ", old, str_give(&line));
	} else {
		ui_say(ui, ST_WARN, "no node under the cursor");
	}
	str_free(&path);
	str_free(&line);
}

static void act_breaks_list(struct ui *ui, struct view *v, const char *a)
{
	struct dbg_break b;
	size_t row;
	char *line;

	if (!view_cur(v, &row) || !dbg_break(ui->app->dbg, (int)row, &b))
		return;
	if (!strcmp(a, "break-delete"))
		line = xasprintf("delete %d", b.id);
	else
		line = xasprintf("%s %d", b.enabled ? "disable" : "enable", b.id);
	ui_command(ui, line, false);
	free(line);
}

static void act_goto(struct ui *ui, struct view *v)
{
	int64_t event;
	char *line;
	size_t row;

	if (!view_cur(v, &row) || (event = steps_event(v, row)) < 0)
		return;
	while (ui->popup.n)
		ui_close(ui);
	line = xasprintf("goto %lld", (long long)event);
	ui_command(ui, line, false);
	free(line);
}

static void act_continue(struct ui *ui)
{
	struct dbg *d = ui->app->dbg;

	ui_command(ui, d && (dbg_state(d) == DBG_IDLE || dbg_state(d) == DBG_DONE) ? "run" : "continue",
		   false);
}

/* ---- the node page's parts ---- */

/* Moves the detail's cursor to the next row that begins a part. */
static void part_go(struct ui *ui, const char *head)
{
	struct view *v = ui->mode == MODE_RUN ? ui->about : ui->detail;
	struct row r = { 0 };
	bool found = false;

	for (size_t i = 0; v && v->at.kind == AT_NODE && i < view_count(v) && !found; i++) {
		size_t row;

		row_clear(&r);
		if (view_row(v, i, &row))
			v->ops->draw(v, row, &r);
		found = sv_starts(str_sv(&r.text), sv_of(head)) && i + 1 < view_count(v);
		if (found) {
			view_move(v, i + 1);
			ui->focus = PANEL_MID;
		}
	}
	row_free(&r);
	if (!found)
		ui_say(ui, ST_DIM, "no %s here", head);
}

static void slot_move(struct ui *ui, int dir)
{
	int n = ui->about ? node_view_slots(ui->about) : 0;

	if (n > 0)
		ui->tensor_slot = (ui->tensor_slot + dir + n) % n;
}

/* ---- the table ---- */

static void act_search(struct ui *ui, struct view *v, int dir)
{
	if (!ui->search)
		ui_say(ui, ST_DIM, "nothing searched for yet: / searches");
	else
		view_search(v, ui->search, dir, false);
}

/* The expression is to be typed; it begins with the tensor under the cursor. */
static void act_eval(struct ui *ui, const char *verb)
{
	struct str line = STR_INIT, name = STR_INIT;

	str_addf(&line, "%s ", verb);
	if (ui_here_path(ui, &name) && !memchr(name.p, '`', name.n)) {
		bool print = !strcmp(verb, "print");

		str_addf(&line, "%s%s%s%s", print ? "" : "`", str_z(&name), sv_find(str_sv(&name), '@') < 0 ? ":0" : "",
			 print ? "" : "`");
	}
	prompt_open(&ui->prompt, PROMPT_COMMAND, NULL, str_z(&line));
	str_free(&line);
	str_free(&name);
}

static void act_escape(struct ui *ui, struct view *v)
{
	if (v && v->filter)
		view_filter(v, NULL);
	else if (ui->popup.n || ui->zoom)
		ui_close(ui);
	else
		ui_say(ui, ST_TEXT, "%s", "");
}

static void popup_kind(struct ui *ui, enum place_kind kind)
{
	struct place at = { .kind = kind, .mg = ui->app->mg };

	if ((kind == AT_HISTORY || kind == AT_BREAKS || kind == AT_EDITS || kind == AT_PULSE) && !ui->app->dbg)
		ui_say(ui, ST_DIM, "nothing has been run yet: r opens the form");
	else
		ui_popup(ui, &at);
}

static bool act_screen(struct ui *ui, const char *a)
{
	static const enum place_kind screens[] = {
		AT_OVERVIEW, AT_SIGNATURES, AT_GRAPH, AT_FUNCTIONS, AT_VARIABLES, AT_NONE, AT_OBJECTS,
		AT_ASSETS, AT_FINDINGS,
	};
	int k;

	if (strncmp(a, "screen-", 7))
		return false;
	k = a[7] - '1';
	if (k == 5) {
		while (ui->popup.n)
			ui_close(ui);
		act_run_form(ui);
	} else if (k >= 0 && k < 9) {
		screen_go(ui, screens[k]);
	}
	return true;
}

/* What every view may be told; false: no such action. */
static bool act_view(struct ui *ui, struct view *v, const char *a)
{
	if (!strcmp(a, "open"))
		act_open(ui, v);
	else if (!strcmp(a, "edit"))
		ui_edit(ui, v);
	else if (!strcmp(a, "eval") || !strcmp(a, "print"))
		act_eval(ui, a);
	else if (!strcmp(a, "search"))
		prompt_open(&ui->prompt, PROMPT_SEARCH, NULL, NULL);
	else if (!strcmp(a, "filter"))
		prompt_open(&ui->prompt, PROMPT_FILTER, NULL, v->filter);
	else if (!strcmp(a, "search-next"))
		act_search(ui, v, 1);
	else if (!strcmp(a, "search-prev"))
		act_search(ui, v, -1);
	else if (!strncmp(a, "break-", 6))
		act_breaks_list(ui, v, a);
	else if (!strcmp(a, "goto"))
		act_goto(ui, v);
	else
		return act_move(ui, v, a);
	return true;
}

static bool act_run(struct ui *ui, const char *a)
{
	if (!strcmp(a, "run-form"))
		act_run_form(ui);
	else if (!strcmp(a, "continue"))
		act_continue(ui);
	else if (!strcmp(a, "break"))
		act_break(ui);
	else if (!strcmp(a, "watch"))
		act_watch(ui);
	else if (!strcmp(a, "note"))
		act_note(ui);
	else if (!strcmp(a, "here") && ui->steps)
		steps_here(ui->steps);
	else if (!strcmp(a, "popup-places"))
		popup_kind(ui, AT_PLACES);
	else if (!strcmp(a, "save"))
		ask_for(ui, "save the session in: ", "session.smtui", xstrdup("save "));
	else if (!strcmp(a, "seek"))
		ask_for(ui, "look for (nan inf bad max min absmax zero, 3, > 3, [LOW,HIGH]): ", NULL, xstrdup("seek "));
	else if (!strcmp(a, "index"))
		ask_for(ui, "to index (0,3,2 or 0,:,:,2): ", NULL, xstrdup("@"));
	else if (!strcmp(a, "next-slot"))
		slot_move(ui, 1);
	else if (!strcmp(a, "prev-slot"))
		slot_move(ui, -1);
	else if (!strcmp(a, "inputs"))
		part_go(ui, "inputs");
	else if (!strcmp(a, "consumers"))
		part_go(ui, "consumers");
	else if (!strcmp(a, "popup-history"))
		popup_kind(ui, AT_HISTORY);
	else if (!strcmp(a, "popup-pulse"))
		popup_kind(ui, AT_PULSE);
	else if (!strcmp(a, "popup-breaks"))
		popup_kind(ui, AT_BREAKS);
	else if (!strcmp(a, "popup-edits"))
		popup_kind(ui, AT_EDITS);
	else
		return false;
	return true;
}

static void act_mouse(struct ui *ui)
{
	ui->mouse = !ui->mouse;
	ui->tty->mouse(ui->tty, ui->mouse);
	ui_say(ui, ST_TEXT, ui->mouse ? "mouse on: hold Shift to select text" : "mouse off");
}

static void act_theme(struct ui *ui)
{
	ui->cv.theme = theme_after(ui->cv.theme);
	if (!ui->cv.colors)
		ui_say(ui, ST_TEXT, "theme %s; colours are switched off", theme_name(ui->cv.theme));
	else
		ui_say(ui, ST_TEXT, "theme %s; \"theme = %s\" in the settings file keeps it",
		       theme_name(ui->cv.theme), theme_name(ui->cv.theme));
}

static void act_palette(struct ui *ui)
{
	struct place at = { .kind = AT_PALETTE, .mg = ui->app->mg };

	ui_popup(ui, &at);
	prompt_open(&ui->prompt, PROMPT_PALETTE, "find: ", NULL);
}

static void act_write(struct ui *ui)
{
	const struct view *v = ui_focused(ui);

	ask_for(ui, "write what is shown in: ", v && v->at.kind == AT_TENSOR ? "tensor.npy" : "screen.txt",
		xstrdup("write "));
}

static void act_letter(struct ui *ui, const char *a)
{
	ui->letter_for = a;
	ui_say(ui, ST_TEXT, *a == 'm' ? "mark this place as: a letter" : "go to the mark: its letter");
}

/* Taking along what is shown, and coming back to it. */
static bool act_take(struct ui *ui, const char *a)
{
	if (!strcmp(a, "copy"))
		ui_copy(ui, false);
	else if (!strcmp(a, "copy-all"))
		ui_copy(ui, true);
	else if (!strcmp(a, "write"))
		act_write(ui);
	else if (!strcmp(a, "mark"))
		act_letter(ui, "mark");
	else if (!strcmp(a, "jump"))
		act_letter(ui, "jump");
	else
		return false;
	return true;
}

static bool act_screenwide(struct ui *ui, const char *a)
{
	if (!strcmp(a, "focus-next"))
		focus_move(ui, 1);
	else if (!strcmp(a, "focus-prev"))
		focus_move(ui, -1);
	else if (!strcmp(a, "zoom"))
		ui->zoom = !ui->zoom;
	else if (!strcmp(a, "prompt"))
		prompt_open(&ui->prompt, PROMPT_COMMAND, NULL, NULL);
	else if (!strcmp(a, "help"))
		popup_kind(ui, AT_HELP);
	else if (!strcmp(a, "history-back"))
		ui_history(ui, -1);
	else if (!strcmp(a, "history-forward"))
		ui_history(ui, 1);
	else if (!strcmp(a, "palette"))
		act_palette(ui);
	else if (!strcmp(a, "theme"))
		act_theme(ui);
	else if (!strcmp(a, "mouse"))
		act_mouse(ui);
	else if (!strcmp(a, "reload"))
		ui_reload(ui);
	else if (!strcmp(a, "repaint"))
		ui->tty->repaint(ui->tty);
	else if (!strcmp(a, "suspend"))
		ui->tty->suspend(ui->tty);
	else if (!strcmp(a, "close"))
		ui_close(ui);
	else if (!strcmp(a, "quit"))
		ui->done = true;
	else
		return act_take(ui, a) || act_screen(ui, a);
	return true;
}

static bool is_tensor_action(const char *a)
{
	return !strcmp(a, "next-view") || !strcmp(a, "prev-view") || !strcmp(a, "next-slice") ||
	       !strcmp(a, "prev-slice") || !strcmp(a, "axes") || !strcmp(a, "log");
}

bool ui_action(struct ui *ui, const char *a)
{
	struct view *v = ui_focused(ui);

	if (v && v->ops->action && v->ops->action(v, a))
		return true;
	if (is_tensor_action(a)) {
		if (!ui->popup.n && ui->tensor && ui->tensor->ops->action(ui->tensor, a))
			return true;
		ui_say(ui, ST_DIM, "no tensor is shown here");
		return true;
	}
	if (!strcmp(a, "escape")) {
		act_escape(ui, v);
		return true;
	}
	return (v && act_view(ui, v, a)) || act_run(ui, a) || ui_reading(ui, a) || act_screenwide(ui, a);
}
