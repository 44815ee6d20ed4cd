/*
 * Session files: a script of prompt commands that brings a debugger to where one was: signature, inputs,
 * edits, breakpoints, watches, notes, expectations.
 *
 *	# smtui session
 *	# model examples/mobilenet/1
 *	signature serving_default
 *	feed input_1 examples/mobilenet/samples/seven.npy
 *	break "op:Conv2D if zeros > 90%"
 *	expect "dense like float32 [1,10] nan=0 inf=0 absmax=..."
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/fmap.h"
#include "base/lastwords.h"
#include "base/mem.h"
#include "base/state.h"
#include "cmd/inputs.h"
#include "cmd/note.h"
#include "cmd/rows.h"

#define HEAD "# smtui session\n"
#define STOOD "# stood at: "

/* ---- writing ---- */

/* As one word of a command line; false: it holds both quotes, or the end of a line. */
bool word_quoted(struct str *out, const char *z)
{
	char q = strchr(z, '"') ? '\'' : '"';

	if (strchr(z, '\n') || strchr(z, q))
		return false;
	str_addf(out, " %c%s%c", q, z, q);
	return true;
}

void session_line(struct str *out, struct sink *msg, const char *verb, const char *first, const char *second)
{
	struct str s = STR_INIT;

	str_addz(&s, verb);
	if (word_quoted(&s, first) && (!second || word_quoted(&s, second)))
		str_addf(out, "%s\n", str_z(&s));
	else
		sink_printf(msg, "left out, it cannot be written as one word: %s %s\n", verb, first);
	str_free(&s);
}

static void write_inputs(struct app *app, struct str *out, struct sink *msg)
{
	const struct signature *sig = dbg_signature(app->dbg);
	bool fed = false;
	const char *call = app_call_text(app, &fed);

	if (!sig)
		return;
	if (call) {
		session_line(out, msg, "call", call, NULL);
	} else {
		char *key = xsvdup(sig->key);

		session_line(out, msg, "signature", key, NULL);
		free(key);
	}
	for (uint32_t i = 0; !fed && i < sig->n_in; i++) {
		const char *text = dbg_input_text(app->dbg, i);
		char *key = xsvdup(sig->in[i].key);

		if (text && !strcmp(text, "examples"))
			sink_printf(msg,
				    "left out: input %s came from --input_examples; give it again with --session\n",
				    key);
		else if (text && !strcmp(text, INPUT_REQUEST))
			sink_printf(msg, "left out: input %s came from --json_input; give it again with --session\n",
				    key);
		else if (text)
			session_line(out, msg, "feed", key, text);
		free(key);
	}
}

static bool expects(const struct dbg *d, struct sv key)
{
	struct dbg_break b;

	for (int i = 0; i < dbg_n_breaks(d); i++)
		if (dbg_break(d, i, &b) && b.expect && sv_starts(sv_of(b.text), key) && b.text[key.n] == ' ')
			return true;
	return false;
}

static void write_stops(struct dbg *d, struct str *out, struct sink *msg)
{
	struct dbg_break b;
	int id = 0;

	for (int i = 0; i < dbg_n_breaks(d); i++) {
		char *number;
		size_t n = out->n;

		if (!dbg_break(d, i, &b))
			continue;
		session_line(out, msg,
			     b.watch	   ? "watch"
			     : b.expect	   ? "expect"
			     : b.temporary ? "tbreak"
					   : "break",
			     b.text, NULL);
		if (out->n == n)
			continue;
		number = xasprintf("%d", ++id);	/* as it will be numbered when the file is read */
		if (b.ignore)
			str_addf(out, "ignore %s %llu\n", number, (unsigned long long)b.ignore);
		if (b.commands)
			session_line(out, msg, "commands", number, b.commands);
		if (!b.enabled)
			str_addf(out, "disable %s\n", number);
		free(number);
	}
}

/* What the outputs were, or where it failed, where nothing is expected of them yet. */
static void write_outputs(struct dbg *d, struct str *out, struct sink *msg)
{
	const struct signature *sig = dbg_signature(d);

	struct dbg_here h;

	if (dbg_state(d) == DBG_FAILED && dbg_here(d, &h) && !expects(d, SV("failure"))) {
		char *text = xasprintf("failure like %s", h.path);

		session_line(out, msg, "expect", text, NULL);
		free(text);
	}
	for (uint32_t i = 0; dbg_state(d) == DBG_DONE && i < sig->n_out; i++) {
		struct tensor *t = dbg_output(d, i);
		struct str s = STR_INIT;

		if (!t || expects(d, sig->out[i].key))
			continue;
		str_add(&s, sig->out[i].key);
		str_addz(&s, " like ");
		dbg_like_text(t, &s);
		session_line(out, msg, "expect", str_z(&s), NULL);
		str_free(&s);
	}
}

/* A file that is there and no session is somebody's: it stays. */
static bool may_write(const char *path, struct err *err)
{
	char head[sizeof(HEAD)] = "";
	FILE *f = fopen(path, "r");
	bool ok = !f || fread(head, 1, sizeof(HEAD) - 1, f) == 0 || !strcmp(head, HEAD);

	if (f)
		fclose(f);
	if (!ok) {
		err_set(err, ERR_KIND_FILE, ERR_ALREADY_EXISTS, "there is such a file, and it is no session file");
		err_at(err, "%s", path);
	}
	return ok;
}

/* In their order; an edit needs the model's nodes and variables only, so that they stand before the run. */
static void write_edits(struct dbg *d, struct str *out, struct sink *msg)
{
	struct dbg_edit_row r;

	for (int i = 0; dbg_edit_at(d, i, &r); i++)
		if (r.line)
			str_addf(out, "%s\n", r.line);
		else
			sink_printf(msg, "left out, it cannot be written as words: edit %s\n", r.text);
}

static void write_notes(struct app *app, struct str *out, struct sink *msg)
{
	const char *node, *text;

	for (int i = 0; i < note_n(app); i++) {
		note_get(app, i, &node, &text);
		session_line(out, msg, "note", node, text);
	}
}

/* What took work to set, as text; gives. */
static char *stakes(struct app *app)
{
	struct sink quiet = sink_null();
	struct str s = STR_INIT;

	if (app->dbg) {
		write_edits(app->dbg, &s, &quiet);
		write_stops(app->dbg, &s, &quiet);
	}
	if (!note_kept(app))
		write_notes(app, &s, &quiet);
	str_addz(&s, "");
	return str_give(&s);
}

static void stakes_saved(struct app *app)
{
	free(app->saved);
	app->saved = stakes(app);
}

bool session_unsaved(struct app *app)
{
	char *now = stakes(app);
	bool differs = *now && strcmp(now, app->saved ? app->saved : "");

	free(now);
	return differs;
}

static void write_session(struct app *app, struct str *out, bool outputs, struct sink *msg)
{
	struct dbg_here h;

	str_addz(out, HEAD "# model ");
	str_escaped(out, sv_of(model_dir(dbg_model(app->dbg))));
	str_addz(out, "\n");
	write_inputs(app, out, msg);
	if (dbg_budget(app->dbg) != (size_t)1 << 30)
		str_addf(out, "set budget %zu\n", dbg_budget(app->dbg));
	write_edits(app->dbg, out, msg);
	write_stops(app->dbg, out, msg);
	for (size_t i = 0; display_at(app, i); i++)
		session_line(out, msg, "display", display_at(app, i), NULL);
	if (outputs)
		write_outputs(app->dbg, out, msg);
	write_notes(app, out, msg);
	if (dbg_here(app->dbg, &h)) {
		str_addf(out, STOOD "start; goto %llu\t", (unsigned long long)dbg_seq(app->dbg));
		str_escaped(out, sv_of(h.path));
		str_addf(out, "%s\n", h.iter);
	}
}

char *session_text(struct app *app)
{
	struct sink quiet = sink_null();
	struct str s = STR_INIT;

	write_session(app, &s, false, &quiet);
	return str_give(&s);
}

void session_remember(struct app *app)
{
	struct sink quiet = sink_null();
	struct str s = STR_INIT;
	char name[40], *path;

	snprintf(name, sizeof(name), "session-%ld", (long)getpid());
	path = app->dbg ? state_path(name) : NULL;
	if (path)
		write_session(app, &s, false, &quiet);
	lastwords_set(path, str_sv(&s));
	str_free(&s);
	free(path);
}

static int save_exec(struct cmd_call *c, struct err *err)
{
	struct str s = STR_INIT;
	bool ok;

	write_session(c->app, &s, true, c->msg);
	if (!strcmp(c->argv[0], "-")) {
		sink_puts(c->out, str_z(&s));
		str_free(&s);
		return EXIT_FINE;
	}
	ok = may_write(c->argv[0], err) && fmap_write(c->argv[0], str_sv(&s), err);
	str_free(&s);
	if (ok) {
		stakes_saved(c->app);
		sink_printf(c->out, "session saved in %s\n", c->argv[0]);
	}
	return ok ? EXIT_FINE : EXIT_ERROR;
}

const struct cmd cmd_save = {
	.name = "save",
	.where = CMD_PROMPT,
	.operands = "FILE",
	.min_args = 1,
	.max_args = 1,
	.group = "Running",
	.need = NEED_DEBUGGER,
	.exec = save_exec,
	.brief = "Write a session file: signature, inputs, edits, breakpoints, watches, expectations, notes.",
	.help = "- prints it instead. After a run it also holds what the outputs were. smtui debug PATH --session FILE brings all of it\n"
		"back; with --replay it runs to the end and exits 1 when something is not as expected. The file is a\n"
		"list of prompt commands; names of files in it are as they were given. A debugger that is killed, crashes or\n"
		"loses its terminal leaves one as $XDG_STATE_HOME/smtui/session-PID (~/.local/state).",
};

/* ---- reading ---- */

/* "start; goto 12<tab>PATH" */
static void say_stood(struct sink *msg, const char *z)
{
	size_t n = strcspn(z, "\t\n");
	struct sv path = { z + n + (z[n] == '\t'), strcspn(z + n + (z[n] == '\t'), "\n") };

	sink_puts(msg, "it stood before ");
	sink_escaped(msg, path);
	sink_printf(msg, "; to get there: %.*s\n", (int)n, z);
}

static bool leave_out(struct cmd_call *c, struct err *err)
{
	char *why = err_text(err);

	sink_printf(c->msg, "left out: %s\n", why);
	free(why);
	err_clear(err);
	c->app->failed = false;		/* reading stops at all else */
	return true;
}

bool session_read(struct cmd_call *c, const char *file, struct err *err)
{
	FILE *f = fopen(file, "r");
	struct sink quiet = sink_null();
	char *text = NULL;
	size_t cap = 0;
	bool ok = true;

	if (!f) {
		err_set(err, ERR_KIND_FILE, ERR_NOT_FOUND, "%s", strerror(errno));
		return err_at(err, "%s", file);
	}
	for (int n = 1; ok && getline(&text, &cap, f) >= 0; n++) {
		if (!strncmp(text, STOOD, strlen(STOOD))) {
			say_stood(c->msg, text + strlen(STOOD));
			continue;
		}
		ok = cmd_line(c->app, text, &quiet, c->msg, err) == EXIT_FINE && !err_is(err);
		if (!ok)
			err_at(err, "%s:%d", file, n);
		if (!ok && !strncmp(text, "edit ", 5))	/* of what another signature or function runs */
			ok = leave_out(c, err);
	}
	free(text);
	fclose(f);
	stakes_saved(c->app);
	return ok;
}

static bool nothing_stops(struct dbg *d, bool *judged, bool *fails, struct err *err)
{
	struct dbg_break b;

	*judged = *fails = false;
	for (int i = 0; i < dbg_n_breaks(d); i++) {
		if (!dbg_break(d, i, &b))
			continue;
		*judged |= b.expect && b.enabled;
		*fails |= b.expect && b.enabled && sv_starts(sv_of(b.text), SV("failure like "));
		if (!b.expect && !dbg_break_enable(d, b.id, false, err))
			return false;
	}
	return true;
}

bool session_replay(struct cmd_call *c, bool *same, struct err *err)
{
	struct dbg *d = c->app->dbg;
	struct cmd_call judge = *c;
	bool judged, fails;

	*same = false;
	if (!nothing_stops(d, &judged, &fails, err))
		return false;
	if (!judged)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
			       "the session expects nothing: run to the end and save, or say expect NAME CONDITION");
	if (!dbg_start(d, err) || !dbg_continue(d, err))
		return false;
	if (dbg_state(d) == DBG_STOPPED)
		return err_set(err, ERR_KIND_INTERRUPT, ERR_CANCELLED, "interrupted");
	if (dbg_state(d) == DBG_FAILED)
		stop_print(c->app, c->out);
	judge.argc = 0;
	*same = cmd_expect.exec(&judge, err) == EXIT_FINE && (dbg_state(d) == DBG_DONE || fails);
	return !err_is(err);
}
