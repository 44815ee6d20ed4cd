/*
 * The line prompt. With readline: editing, history in $XDG_STATE_HOME/smtui/history, Tab through
 * cmd_complete. Without it, or when stdin is no terminal: plain lines, no prompt for pipes. An empty
 * line repeats the last move, as in gdb.
 */
#include "cli/prompt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/intr.h"
#include "base/lastwords.h"
#include "base/mem.h"
#include "base/state.h"
#include "cli/offers.h"

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#ifdef HAVE_READLINE
#include <readline/history.h>
#include <readline/readline.h>
#endif

#define PROMPT "smtui> "

/* ---- lines ---- */

static char *plain_line(bool tty)
{
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;

	if (tty) {
		fputs(PROMPT, stdout);
		fflush(stdout);
	}
	n = getline(&line, &cap, stdin);
	if (n < 0 && intr_pending() && !feof(stdin)) {
		clearerr(stdin);
		free(line);
		fputs("\n", stdout);
		return xstrdup("");
	}
	if (n < 0) {
		free(line);
		return NULL;
	}
	while (n > 0 && (line[n - 1] == '\n' || line[n - 1] == '\r'))
		line[--n] = '\0';
	return line;
}

#ifdef HAVE_READLINE

static struct app *completing;

static char **complete(const char *text, int start, int end)
{
	(void)start;
	cmd_complete(completing, rl_line_buffer, (size_t)end, offers_add, NULL);
	rl_completion_append_character = ' ';
	return offers_matches(text);
}

/* ^C at the prompt throws the line away. */
static int on_signal(void)
{
	if (intr_pending()) {
		rl_replace_line("", 0);
		rl_crlf();
		rl_done = 1;
	}
	return 0;
}

static char *read_line(bool tty)
{
	return tty ? readline(PROMPT) : plain_line(false);
}

enum { HISTORY_LINES = 1000 };

static char *begin(struct app *app)
{
	char *path = state_path("history");

	completing = app;
	rl_readline_name = "smtui";
	rl_attempted_completion_function = complete;
	rl_basic_word_break_characters = " \t";
	rl_completer_quote_characters = "";
	rl_signal_event_hook = on_signal;
	using_history();
	stifle_history(HISTORY_LINES);
	if (path) {
		folders_above(path, 0700);
		read_history(path);
	}
	return path;
}

static void remember(const char *line)
{
	HIST_ENTRY *last = history_length ? history_get(history_base + history_length - 1) : NULL;

	if (*line && (!last || strcmp(last->line, line)))
		add_history(line);
}

static void end(char *path)
{
	if (path)
		write_history(path);
	free(path);
	completing = NULL;
}

#else

static char *read_line(bool tty)
{
	return plain_line(tty);
}

static char *begin(struct app *app)
{
	(void)app;
	return NULL;
}

static void remember(const char *line)
{
	(void)line;
}

static void end(char *path)
{
	(void)path;
}

#endif

/* ---- the loop ---- */

static void run_line(struct app *app, const char *line, bool tty)
{
	struct sink out = sink_file(stdout), msg = sink_file(stderr);
	struct err err = { 0 };
	struct winsize ws;

	msg.lines = app->linear;
	if (isatty(STDOUT_FILENO))
		out.width = tty && !ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws) && ws.ws_col ? ws.ws_col
										       : 80;
	cmd_line(app, line, &out, &msg, &err);
	fflush(stdout);
	if (err_is(&err)) {
		char *text = err_text(&err);

		fprintf(stderr, "ERROR: %s\n", text);
		free(text);
	}
	err_clear(&err);
}

int prompt_run(struct app *app, struct err *err)
{
	bool tty = isatty(STDIN_FILENO);
	char *last = NULL, *line, *path = tty ? begin(app) : NULL;

	(void)err;
	app->interactive = tty;
	if (tty)
		lastwords_modes();
	if (tty)
		printf("help lists the commands; quit leaves.\n");
	while (!app->quit && (line = read_line(tty))) {
		intr_clear();
		if (*line) {
			free(last);
			last = xstrdup(line);
			if (tty)
				remember(line);
			run_line(app, line, tty);
		} else if (tty && last && cmd_line_repeats(app, last)) {
			run_line(app, last, tty);
		}
		free(line);
	}
	if (tty && !app->quit)
		printf("\n");
	lastwords_set(NULL, SV(""));
	free(last);
	if (tty)
		end(path);
	return app->exit_code;
}
