/*
 * smtui debug: opens the debugger on a signature and hands over to the screen, the line prompt, or a
 * script (-c and --batch).
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intr.h"
#include "base/vec.h"
#include "cmd/inputs.h"
#include "cmd/rows.h"
#include "cmd/watch.h"

/* Without a signature to choose by default the debugger opens all the same, and asks. */
static bool open_debugger(struct cmd_call *c, const char *sig, struct err *err)
{
	struct app *app = c->app;
	struct err why = { 0 };
	char *text;

	if (app_debugger(app, sig, c->msg, &why))
		return true;
	if (sig || app->dbg) {
		err_move(err, &why);
		return false;
	}
	app->dbg = dbg_new(app->mg, err);
	text = err_text(&why);
	err_clear(&why);
	if (app->dbg)
		sink_printf(c->msg, "%s\nchoose one with: signature NAME, or a function with: call NAME(ARGS)\n", text);
	free(text);
	return app->dbg != NULL;
}

/* The command of a script's line that begins at *at; an error is said and does not end the line. false: ^C. */
static bool script_command(struct cmd_call *c, const char *line, size_t *at, const char *file, int number)
{
	struct err err = { 0 };
	bool on;

	cmd_line_next(c->app, line, at, c->out, c->msg, &err);
	fflush(stdout);	/* a log of both streams keeps their order */
	if (err_is(&err)) {
		char *text = err_text(&err);

		if (file)
			sink_printf(c->msg, "%s:%d: %s\n", file, number, text);
		else
			sink_printf(c->msg, "smtui: %s\n", text);
		free(text);
	}
	on = !intr_pending() && err.kind != ERR_KIND_INTERRUPT &&
	     !(c->app->dbg && dbg_interrupted(c->app->dbg));
	err_clear(&err);
	return on;
}

static bool script_line(struct cmd_call *c, const char *line, const char *file, int number)
{
	bool on = true;

	for (size_t at = 0; on && at <= strlen(line) && !c->app->quit;)
		on = script_command(c, line, &at, file, number);
	return on;
}

/* *on: false when ^C ended it. */
static bool batch(struct cmd_call *c, const char *file, bool *on, struct err *err)
{
	FILE *f = strcmp(file, "-") ? fopen(file, "r") : stdin;
	char *line = NULL;
	size_t cap = 0;

	if (!f) {
		err_set(err, ERR_KIND_FILE, ERR_NOT_FOUND, "%s", strerror(errno));
		return err_at(err, "%s", file);
	}
	for (int n = 1; *on && !c->app->quit && getline(&line, &cap, f) >= 0; n++)
		*on = script_line(c, line, file, n);
	free(line);
	if (f != stdin)
		fclose(f);
	return true;
}

static int script(struct cmd_call *c, struct err *err)
{
	const struct cmd_val *cmds = call_opt(c, "command");
	const char *file = call_str(c, "batch");
	bool on = true;

	for (int i = 0; on && i < cmds->n && !c->app->quit; i++)
		on = script_line(c, cmds->list[i], NULL, 0);
	if (on && file && !c->app->quit && !batch(c, file, &on, err))
		return EXIT_ERROR;
	return !on ? EXIT_INTERRUPTED : c->app->failed ? EXIT_ERROR : EXIT_FINE;
}

static int interact(struct cmd_call *c, struct err *err)
{
	struct app *app = c->app;
	const char *ui = call_str(c, "ui");
	bool screen = app->screen && app->screen->usable();

	if (!screen_options(c, err))
		return EXIT_USAGE;
	if (!ui && call_flag(c, "linear"))
		ui = "readline";
	if (ui && strcmp(ui, "curses") && strcmp(ui, "readline")) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			"--ui is curses or readline, not \"%s\"", ui);
		return EXIT_USAGE;
	}
	if (ui && !strcmp(ui, "curses") && !screen)
		sink_puts(c->msg, "no terminal that the screen can use: the line prompt instead\n");
	if (screen && (!ui || !strcmp(ui, "curses")))
		return app->screen->run(app, true, err);
	return app->prompt ? app->prompt->run(app, err) : EXIT_FINE;
}

static bool prepare(struct cmd_call *c, struct err *err)
{
	const char *sig = call_str(c, "signature_def");
	const char *call = call_str(c, "function");
	struct session_opts o = { 0 };
	char *door, *path = path_door(c->argv[0], &door);
	bool ok = app_open(c->app, path, call_str(c, "tag_set"), err);

	if (ok)
		note_tags(c->app->mg, c->msg);
	if (ok && !call && !sig && door && c->app->mg->has_object_graph &&
	    !metagraph_signature(c->app->mg, sv_of(door)))
		call = door;
	ok = ok && limits_read(c, &o, err);
	ok = ok && (call ? debug_call(c->app, call, err) : open_debugger(c, sig ? sig : door, err));
	if (ok)
		dbg_limits(c->app->dbg, &o);
	if (ok && call_str(c, "session"))
		ok = session_read(c, call_str(c, "session"), err);
	ok = ok && debug_feed_options(c, err);
	free(path);
	free(door);
	return ok;
}

static int debug_exec(struct cmd_call *c, struct err *err)
{
	bool same;

	if (call_opt(c, "batch")->given && !strcmp(call_str(c, "batch"), "-c")) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			"--batch takes a FILE of commands (- for those on stdin); -c CMDS alone is a script, too");
		return EXIT_USAGE;
	}
	c->app->linear = c->msg->lines = call_flag(c, "linear");
	if (!prepare(c, err))
		return err_exit(err);
	if (call_flag(c, "replay"))
		return !session_replay(c, &same, err) ? err_exit(err) : same ? EXIT_FINE : EXIT_ERROR;
	if (call_opt(c, "command")->n || call_str(c, "batch"))
		return script(c, err);
	return interact(c, err);
}

static const struct cmd_opt debug_opts[] = {
	{ "tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph with these tags" },
	{ "signature_def", 0, OPT_STRING, "KEY", "the signature to run" },
	{ "function", 'f', OPT_STRING, "CALL", "run a function of the object graph: 'f(1.5, training=True)'" },
	DEBUG_INPUT_OPTS,
	LIMIT_OPTS_DEBUG,
	{ "session", 0, OPT_STRING, "FILE", "begin with what save wrote: inputs, edits, breakpoints, watches, notes" },
	{ "replay", 0, OPT_FLAG, NULL, "run to the end, judge what the session expects, and leave" },
	SCREEN_OPTS,
	{ "ui", 0, OPT_STRING, "UI", "curses or readline (the line prompt)" },
	{ "command", 'c', OPT_LIST, "CMDS", "run these commands (\";\" between them) and leave" },
	{ "batch", 0, OPT_STRING, "FILE", "run the commands in FILE and leave" },
	{ 0 },
};

const struct cmd cmd_debug = {
	.name = "debug", .where = CMD_SHELL, .opts = debug_opts, .operands = "PATH [FILE]",
	.min_args = 1, .max_args = 2, .arg = ARG_PATH, .group = "Running",
	.brief = "Step through a signature, node by node, either way.",
	.help = "FILE (.npy, .png, .jpg) feeds the only input. With -c or --batch the exit code is 1 when\n"
		"a command failed, with --replay when something is not as the session file expects.\n"
		"The record of what ran may take a quarter of the memory that there is, or as much as\n"
		"--max_memory says: a loop that does not end stops there, and says so.",
	.exec = debug_exec,
};
