/* The screen's door: makes the views, runs the loop, gives the terminal back. */
#include "ui/ui.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/lastwords.h"
#include "base/mem.h"
#include "base/state.h"
#include "cmd/settings.h"
#include "ui/tfdbg.h"
#include "ui/view.h"

enum { SIDE_BY_SIDE = 150 }; /* narrower, two models take the whole screen */

static void views_make(struct ui *ui)
{
	struct place tree = { .kind = AT_TREE, .mg = ui->app->mg };
	struct place start = { .kind = AT_OVERVIEW, .mg = ui->app->mg };

	ui->tree = view_new(ui, &tree);
	ui->detail = view_new(ui, &start);
	tree_reveal(ui->tree, &start);
	ui->focus = PANEL_LEFT;
	if (ui->app->differ || ui->app->gaps) {
		start.kind = ui->app->differ ? AT_DIFF : AT_GAPS;
		ui_go(ui, &start);
		ui->zoom = ui->app->gaps || ui->cv.w < SIDE_BY_SIDE;
	}
}

static void views_free(struct ui *ui)
{
	struct view *all[] = { ui->tree, ui->detail, ui->form, ui->steps, ui->about, ui->tensor };

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		view_free(all[i]);
	for (size_t i = 0; i < ui->popup.n; i++)
		view_free(ui->popup.p[i]);
	for (size_t i = 0; i < ui->messages.n; i++)
		free(ui->messages.p[i]);
	vec_free(&ui->popup);
	vec_free(&ui->back);
	vec_free(&ui->forward);
	vec_free(&ui->marks);
	keymap_free(&ui->keys);
	vec_free(&ui->messages);
	prompt_free(&ui->prompt);
	str_free(&ui->answer);
	free(ui->search);
	free(ui->status);
	free(ui->status_long);
	str_free(&ui->why);
	free(ui->why_for);
	free(ui->last_line);
	canvas_free(&ui->cv);
}

static const char *script_path(void)
{
	const char *path = getenv("SMTUI_SCRIPT");

	return path && *path ? path : NULL;
}

/* ---- what the settings say ---- */

static int colors_wanted(struct app *app)
{
	const char *v = setting(app_settings(app), SET_COLOR);

	return !strcmp(v, "auto") ? -1 : !strcmp(v, "never") ? 0 : (int)strtol(v, NULL, 10);
}

static void settings_use(struct ui *ui)
{
	struct settings *s = app_settings(ui->app);

	keymap_make(&ui->keys, s);
	ui->cv.theme = theme_find(setting(s, SET_THEME));
	for (size_t i = 0; i < s->wrong.n; i++)
		vec_push(&ui->messages, xstrdup(s->wrong.p[i]));
}

static void ascii_choose(struct ui *ui)
{
	const char *v = setting(app_settings(ui->app), SET_ASCII);

	ui->cv.ascii = !strcmp(v, "auto") ? !ui->tty->utf8 : !strcmp(v, "on");
}

static void first_words(struct ui *ui)
{
	const struct settings *s = app_settings(ui->app);

	if (!strcmp(setting(s, SET_MOUSE), "on"))
		ui_action(ui, "mouse");
	if (s->wrong.n)		/* the file's own name will do here; :messages has all */
		ui_say(ui, ST_WARN, "config%s%s", s->wrong.p[0] + strlen(s->path),
		       s->wrong.n > 1 ? "   (more: :messages)" : "");
	else if (ui->tty->note[0])
		ui_say(ui, ST_WARN, "%s", ui->tty->note);
	else if (!ui->mouse)
		ui_say(ui, ST_DIM, "press ? for help, q to leave");
}

static int screen_run(struct app *app, bool debug, struct err *err)
{
	const char *script = script_path();
	struct ui ui = { .app = app };
	char *history;
	size_t before;
	int rc, failed;

	settings_use(&ui);
	ui.tty = script ? term_script(script, colors_wanted(app), err) : term_curses(colors_wanted(app), err);
	if (!ui.tty) {
		keymap_free(&ui.keys);
		return EXIT_ERROR;
	}
	ascii_choose(&ui);
	ui.cv.colors = ui.tty->colors;
	ui.tty->size(ui.tty, &ui.cv.w, &ui.cv.h);
	canvas_size(&ui.cv, ui.cv.w, ui.cv.h);
	views_make(&ui);
	app->interactive = true;
	if (debug)
		ui_mode_set(&ui, MODE_RUN);
	first_words(&ui);
	history = script ? NULL : state_path("history");
	if (history)
		prompt_history_read(&ui.prompt, history);
	before = ui.prompt.history[PROMPT_COMMAND].n;
	ui.gaps_seen = app->gaps_seq;
	app->on_screen = true;
	rc = ui_loop(&ui);
	app->on_screen = false;
	if (history && ui.prompt.history[PROMPT_COMMAND].n > before) {
		folders_above(history, 0700);
		prompt_history_write(&ui.prompt, history);
	}
	free(history);
	views_free(&ui);
	failed = ui.tty->close(ui.tty);
	if (ui.hung_up)
		lastwords_write();
	lastwords_set(NULL, SV(""));
	if (!script && term_signal())
		raise(term_signal());
	return failed ? EXIT_ERROR : rc;
}

static bool screen_usable(void)
{
	return script_path() || term_usable();
}

static void screen_check(struct settings *s)
{
	struct keymap m = { 0 };

	keymap_make(&m, s);
	keymap_free(&m);
}

const struct cmd_screen ui_screen = {
	.run = screen_run, .usable = screen_usable, .check = screen_check, .tfdbg = tfdbg_screen,
	.tfdbg_end = tfdbg_screen_end,
};
