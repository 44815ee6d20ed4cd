/* The screen's loop: paint, wait for an event, act. Nothing moves without an event. */
#include "ui/view.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { INDEX_AT_ONCE = 20000 };	/* nodes: some milliseconds */

struct view *ui_focused(struct ui *ui)
{
	return ui->popup.n ? vec_last(&ui->popup) : ui->panel[ui->focus];
}

unsigned ui_context(struct ui *ui)
{
	struct view *v = ui_focused(ui);
	unsigned ctx = v ? v->ops->ctx : 0;

	if (ui->popup.n)
		return ctx;
	return ctx | (ui->mode == MODE_RUN ? CTX_RUN : CTX_BROWSE);
}

/* ---- painting ---- */

static const char *state_word(const struct dbg *d)
{
	switch (dbg_state(d)) {
	case DBG_IDLE:
		return "not started";
	case DBG_STOPPED:
		return "stopped";
	case DBG_FAILED:
		return "FAILED";
	case DBG_DONE:
		return "done";
	}
	return "";
}

static void title_row(struct ui *ui, struct row *r)
{
	const struct app *app = ui->app;
	const struct dbg *d = app->dbg;

	row_add(r, ST_HEAD, " smtui  ");
	row_name_fit(r, ST_TEXT, sv_of(model_dir(app->model)),
		     ui->mode != MODE_RUN ? ui->cv.w / 2 : ui->cv.w / (ui->cv.w < 70 ? 6 : 4));
	for (uint32_t i = 0; app->mg && i < app->mg->n_tags; i++) {
		row_add(r, ST_DIM, i ? "," : "  ");
		row_name(r, ST_TEXT, app->mg->tags[i]);
	}
	if (!d || ui->mode != MODE_RUN || !dbg_signature(d))
		return;
	row_add(r, ST_DIM, "  ");
	row_name(r, ST_TEXT, dbg_signature(d)->key);
	row_addf(r, dbg_state(d) == DBG_FAILED ? ST_BAD : ST_TEXT, "  %s", state_word(d));
	if (dbg_state(d) != DBG_IDLE)
		row_addf(r, ST_DIM, ui->cv.w < 70 ? " #%llu/%llu" : " #%llu of %llu",
			 (unsigned long long)dbg_seq(d),
			 (unsigned long long)dbg_seq_max(d));
}

enum { HINTS = 8 };

/* While a command's name is being typed: those that begin so, each with its key. */
static void command_hints_draw(struct ui *ui, int y)
{
	struct row r[HINTS] = { 0 }, more = { 0 };
	int most = y / 2 < HINTS ? y / 2 : HINTS, found, n;

	if (ui->prompt.kind != PROMPT_COMMAND || strpbrk(str_z(&ui->prompt.text), " ;"))
		return;
	found = palette_hints(ui, str_z(&ui->prompt.text), r, most);
	n = found < most ? found : most;
	if (found > most) {
		row_addf(&more, ST_DIM, "... %d of %d commands; Tab completes, Ctrl-P finds by any word", n, found);
		canvas_row(&ui->cv, 0, y - 1, ui->cv.w, &more, 0, 0, true);
	}
	for (int i = 0; i < n; i++)
		canvas_row(&ui->cv, 0, y - n - (found > most) + i, ui->cv.w, &r[i], 0, 0, true);
	for (int i = 0; i < HINTS; i++)
		row_free(&r[i]);
	row_free(&more);
}

static bool stands_failed(struct ui *ui)
{
	return ui_context(ui) & CTX_RUN && ui->app->dbg && dbg_state(ui->app->dbg) == DBG_FAILED;
}

static void status_draw(struct ui *ui)
{
	int y = ui->cv.h - 2, cursor = 0;
	struct row r = { 0 };

	if (ui->prompt.kind != PROMPT_NONE) {
		if (ui->prompt.words.n) {
			row_add(&r, ST_DIM, str_z(&ui->prompt.words));
			canvas_row(&ui->cv, 0, y - 1, ui->cv.w, &r, 0, 0, true);
			row_clear(&r);
		} else {
			command_hints_draw(ui, y);
		}
		prompt_draw(&ui->prompt, &r, &cursor);
		canvas_row(&ui->cv, 0, y, ui->cv.w, &r, cursor >= ui->cv.w ? cursor - ui->cv.w + 1 : 0,
			   0, true);
		ui->cv.cx = cursor >= ui->cv.w ? ui->cv.w - 1 : cursor;
		ui->cv.cy = y;
	} else if (ui->status) {
		row_name(&r, ui->status_style, sv_of(ui->status));
		canvas_row(&ui->cv, 0, y, ui->cv.w, &r, 0, 0, false);
		if (ui->status_long && r.width > ui->cv.w)
			canvas_text(&ui->cv, ui->cv.w - 12, y, 12, ST_KEY, "  :messages ");
	}
	row_clear(&r);
	if (ui->prompt.kind != PROMPT_NONE)
		prompt_hints(&ui->prompt, &r);
	else
		key_hints(&ui->keys, ui_context(ui), stands_failed(ui), ui->cv.w, &r);
	canvas_row(&ui->cv, 0, ui->cv.h - 1, ui->cv.w, &r, 0, 0, false);
	row_free(&r);
}

void ui_paint(struct ui *ui)
{
	struct row r = { 0 };

	canvas_clear(&ui->cv);
	if (ui_too_small(ui)) {
		canvas_text(&ui->cv, 0, 0, ui->cv.w, ST_TEXT, "window too small");
		return;
	}
	ui_layout(ui);
	title_row(ui, &r);
	canvas_row(&ui->cv, 0, 0, ui->cv.w, &r, 0, LOOK_REVERSE, true);
	row_free(&r);
	ui_draw_panels(ui);
	status_draw(ui);
}

/* ---- events ---- */

static void prompt_entered(struct ui *ui)
{
	struct view *v = ui_focused(ui);
	enum prompt_kind kind = ui->prompt.kind;
	char *text = xstrdup(str_z(&ui->prompt.text));
	char *before = ui->prompt.before ? xstrdup(ui->prompt.before) : NULL;

	prompt_close(&ui->prompt);
	if (kind == PROMPT_PALETTE) {
		palette_choose(ui);
	} else if (kind == PROMPT_COMMAND && *text) {
		free(ui->last_line);
		ui->last_line = xstrdup(text);
		ui_command(ui, text, true);
	} else if (kind == PROMPT_COMMAND && ui->last_line && cmd_line_repeats(ui->app, ui->last_line)) {
		ui_command(ui, ui->last_line, true);
	} else if (kind == PROMPT_SEARCH) {
		if (*text) {
			free(ui->search);
			ui->search = xstrdup(text);
		}
		if (ui->search && v)
			view_search(v, ui->search, 1, true);
	} else if (kind == PROMPT_VALUE && before && *text) {
		char *line = xasprintf("%s%s", before, text);

		ui_command(ui, line, false);
		free(line);
	}
	free(before);
	free(text);
}

/* The palette's list moves while its text is typed. */
static bool palette_move(struct ui *ui, const char *key)
{
	static const char *const moves[][2] = {
		{ "Up", "up" }, { "Down", "down" }, { "C-p", "up" }, { "C-n", "down" }, { "PgUp", "page-up" },
		{ "PgDn", "page-down" }, { "Tab", "down" }, { "S-Tab", "up" },
	};

	for (size_t i = 0; ui->prompt.kind == PROMPT_PALETTE && i < sizeof(moves) / sizeof(*moves); i++)
		if (!strcmp(moves[i][0], key)) {
			ui_action(ui, moves[i][1]);
			return true;
		}
	return false;
}

static void prompt_event(struct ui *ui, const char *key)
{
	enum prompt_kind kind = ui->prompt.kind;
	struct view *v = ui_focused(ui);

	if (palette_move(ui, key))
		return;
	switch (prompt_key(&ui->prompt, ui->app, key)) {
	case PROMPT_ENTER:
		prompt_entered(ui);
		break;
	case PROMPT_CANCEL:
		prompt_close(&ui->prompt);
		if (kind == PROMPT_FILTER && v)
			view_filter(v, NULL);
		if (kind == PROMPT_PALETTE)
			ui_close(ui);
		break;
	case PROMPT_CHANGED:
		if (kind == PROMPT_FILTER && v)
			view_filter(v, str_z(&ui->prompt.text));
		if (kind == PROMPT_PALETTE)
			palette_filter(ui, str_z(&ui->prompt.text));
		break;
	case PROMPT_GOES_ON:
		break;
	}
}

static void key_event(struct ui *ui, const char *key)
{
	const struct key_row *k;

	if (ui->prompt.kind != PROMPT_NONE) {
		prompt_event(ui, key);
		return;
	}
	if (ui->letter_for) {
		ui_letter(ui, key);
		return;
	}
	k = key_find(&ui->keys, key, ui_context(ui));
	if (k)
		ui_do(ui, k);
	else
		ui_say(ui, ST_DIM, "%s does nothing here; ? lists the keys", key);
}

void ui_do(struct ui *ui, const struct key_row *k)
{
	if (strcmp(k->action, "close"))
		ui->warned = false;
	if (ui->status && ui->status_style != ST_BAD && k->action[0] != ':')
		ui_say(ui, ST_TEXT, "%s", "");
	if (k->action[0] == ':')
		ui_command_here(ui, k->action + 1, k->help == k->action);	/* one's own: all that it says */
	else if (k->action[0] == '?')	/* a question: its whole answer is shown, as for a typed command */
		ui_command(ui, k->action + 1, true);
	else
		ui_action(ui, k->action);
}

static void click_event(struct ui *ui, const struct event *ev)
{
	struct view *v;
	int panel;

	if (!ui->popup.n) {
		if (!ui_panel_at(ui, ev->x, ev->y, &panel))
			return;
		ui->focus = panel;
	}
	v = ui_focused(ui);
	if (!v || ev->y < v->y || ev->y >= v->y + v->h || ev->x < v->x)
		return;
	if (v->ops->click)
		v->ops->click(v, ev->x - v->x, ev->y - v->y);
	else if (v->top + (size_t)(ev->y - v->y) < view_count(v))
		view_move(v, v->top + (size_t)(ev->y - v->y));
	if (ev->kind == IN_OPEN)
		ui_action(ui, "open");
}

static void wheel_event(struct ui *ui, const struct event *ev)
{
	int panel;

	if (!ui->popup.n && ui_panel_at(ui, ev->x, ev->y, &panel))
		ui->focus = panel;
	for (int i = 0; i < 3; i++)
		ui_action(ui, ev->dir < 0 ? "up" : "down");
}

static void resize_event(struct ui *ui)
{
	int w, h;

	ui->tty->size(ui->tty, &w, &h);
	canvas_size(&ui->cv, w, h);
}

/* One bit of work of each view that is seen; false: there was none. */
static bool idle_step(struct ui *ui)
{
	bool worked = false;

	if (ui->popup.n) {
		struct view *v = vec_last(&ui->popup);

		return v->ops->idle && v->ops->idle(v);
	}
	for (int i = 0; i < PANEL_N; i++) {
		struct view *v = ui->panel[i];

		if (v && ui->rect[i].h && v->ops->idle)
			worked = v->ops->idle(v) || worked;
	}
	return worked;
}

/* Could a view that is seen have such work? */
static bool may_idle(const struct ui *ui)
{
	if (ui->popup.n)
		return vec_last(&ui->popup)->ops->idle != NULL;
	for (int i = 0; i < PANEL_N; i++)
		if (ui->panel[i] && ui->rect[i].h && ui->panel[i]->ops->idle)
			return true;
	return false;
}

bool ui_stop(struct ui *ui)
{
	bool stopped = false;

	for (int i = 0; i < PANEL_N; i++) {
		struct view *v = ui->panel[i];

		if (v && v->ops->stop)
			stopped = v->ops->stop(v) || stopped;
	}
	return stopped;
}

static void interrupt_event(struct ui *ui)
{
	if (ui->prompt.kind != PROMPT_NONE) {
		prompt_event(ui, "C-c");
		return;
	}
	if (ui->heard) {
		ui->heard = false;
		return;
	}
	if (ui->interrupts == 0 && ui_stop(ui)) {
		ui_say(ui, ST_WARN, "stopped");
		return;
	}
	if (ui->interrupts++ == 0) {
		ui_say(ui, ST_WARN, "Ctrl-C once more quits");
		return;
	}
	ui->done = true;
	ui->exit_code = EXIT_INTERRUPTED;
}

/* Nobody presses a key, and there is something to go on with. */
static void idle(struct ui *ui)
{
	if (ui->searching) {
		search_step(ui);
	} else if (ui->indexing && graph_index(ui->indexing, INDEX_AT_ONCE)) {
		ui->indexing = NULL;
		ui_fresh(ui);
	} else if (!ui->indexing && !idle_step(ui)) {
		ui->rested = true;
	}
}

void ui_event(struct ui *ui, const struct event *ev)
{
	if (ev->kind != IN_INTERRUPT && ev->kind != IN_IDLE)
		ui->interrupts = 0, ui->heard = false;
	if (ev->kind != IN_IDLE)
		ui->rested = false;
	switch (ev->kind) {
	case IN_KEY:
		search_key(ui);
		key_event(ui, ev->key);
		break;
	case IN_RESIZE:
		resize_event(ui);
		break;
	case IN_CLICK:
	case IN_OPEN:
		click_event(ui, ev);
		break;
	case IN_WHEEL:
		wheel_event(ui, ev);
		break;
	case IN_INTERRUPT:
		interrupt_event(ui);
		break;
	case IN_HANGUP:
		ui->hung_up = true;
		/* fall through */
	case IN_END:
		ui->done = true;
		break;
	case IN_IDLE:
		idle(ui);
		break;
	case IN_NONE:
		break;
	}
}

int ui_loop(struct ui *ui)
{
	resize_event(ui);
	ui_layout(ui);
	while (!ui->done) {
		struct event ev = { 0 };

		ui_follow(ui);
		ui_paint(ui);
		ui->tty->show(ui->tty, &ui->cv);
		ui->tty->busy = ui->searching || ui->indexing || (!ui->rested && may_idle(ui));
		ui->tty->next(ui->tty, &ev);
		ui_event(ui, &ev);
	}
	return ui->exit_code;
}
