/* The screen's door: makes the views, runs the loop, gives the terminal back. */
#include "ui/ui.h"

#include <signal.h>
#include <stdlib.h>

#include "base/lastwords.h"
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
	if (ui->app->differ) {
		start.kind = AT_DIFF;
		ui_go(ui, &start);
		ui->zoom = ui->cv.w < SIDE_BY_SIDE;
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
	vec_free(&ui->messages);
	prompt_free(&ui->prompt);
	str_free(&ui->answer);
	free(ui->search);
	free(ui->status);
	free(ui->status_long);
	str_free(&ui->why);
	free(ui->why_for);
	canvas_free(&ui->cv);
}

static const char *script_path(void)
{
	const char *path = getenv("SMTUI_SCRIPT");

	return path && *path ? path : NULL;
}

static int screen_run(struct app *app, bool debug, struct err *err)
{
	const char *script = script_path();
	struct ui ui = { .app = app };
	int rc, failed;

	ui.tty = script ? term_script(script, err) : term_curses(err);
	if (!ui.tty)
		return EXIT_ERROR;
	ui.cv.ascii = !ui.tty->utf8;
	ui.cv.colors = ui.tty->colors;
	ui.tty->size(ui.tty, &ui.cv.w, &ui.cv.h);
	canvas_size(&ui.cv, ui.cv.w, ui.cv.h);
	views_make(&ui);
	app->interactive = true;
	if (debug)
		ui_mode_set(&ui, MODE_RUN);
	if (ui.tty->note[0])
		ui_say(&ui, ST_WARN, "%s", ui.tty->note);
	else
		ui_say(&ui, ST_DIM, "press ? for help, q to leave");
	rc = ui_loop(&ui);
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

const struct cmd_screen ui_screen = { .run = screen_run, .usable = screen_usable };
