/*
 * The prompt's line: "cmd word [1, 2] 'a b' > file; cmd ...". One scanner knows about nesting; the
 * split at ";", the split at blanks and completion all ask it.
 */
#include "cmd/line.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/intr.h"
#include "base/mem.h"
#include "cmd/gdb.h"
#include "cmd/rows.h"

struct scan {
	char quote;	/* inside '...', "..." or `...` */
	int depth;	/* of brackets */
};

/* Takes one character; true when it stands outside everything. */
static bool scan_char(struct scan *s, char c)
{
	if (s->quote) {
		if (c == s->quote)
			s->quote = 0;
		return false;
	}
	switch (c) {
	case '\'': case '"': case '`':
		s->quote = c;
		return false;
	case '[': case '(': case '{':
		s->depth++;
		return false;
	case ']': case ')': case '}':
		if (s->depth)
			s->depth--;
		return false;
	}
	return !s->depth;
}

size_t line_end(struct sv line, size_t from)
{
	struct scan s = { 0 };

	for (size_t i = from; i < line.n; i++)
		if (scan_char(&s, line.p[i]) && line.p[i] == ';')
			return i;
	return line.n;
}

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The word that starts at *i; leaves *i behind it. */
static bool one_word(struct sv cmd, size_t *i, struct sv *word, struct err *err)
{
	struct scan s = { 0 };
	size_t from = *i;

	for (; *i < cmd.n; ++*i)
		if (scan_char(&s, cmd.p[*i]) && blank(cmd.p[*i]))
			break;
	*word = sv_sub(cmd, from, *i);
	if (s.quote)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "a %c is not closed", s.quote);
	if (s.depth)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "a bracket is not closed");
	return true;
}

/* 'a b' -> a b, only when the quotes are the word's first and last characters and a pair. */
static struct sv unquote(struct sv w)
{
	if (w.n < 2 || (w.p[0] != '"' && w.p[0] != '\'') || w.p[w.n - 1] != w.p[0] ||
	    memchr(w.p + 1, w.p[0], w.n - 2))
		return w;
	return sv_sub(w, 1, w.n - 1);
}

static size_t skip_blanks(struct sv cmd, size_t i)
{
	while (i < cmd.n && blank(cmd.p[i]))
		i++;
	return i;
}

bool line_split(struct sv cmd, struct words *out, struct err *err)
{
	bool compares = false;

	*out = (struct words){ 0 };
	for (size_t i = skip_blanks(cmd, 0); i < cmd.n; i = skip_blanks(cmd, i)) {
		struct sv w;

		if (cmd.p[i] == '#')
			break;
		if (cmd.p[i] == '>' && !compares && !(i + 1 < cmd.n && cmd.p[i + 1] == '=')) {
			out->append = ++i < cmd.n && cmd.p[i] == '>';
			i = skip_blanks(cmd, i + out->append);
			if (i == cmd.n || !one_word(cmd, &i, &w, err) ||
			    skip_blanks(cmd, i) != cmd.n) {
				err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
					"after > comes one file name and nothing else");
				words_free(out);
				return false;
			}
			out->redirect = xsvdup(unquote(w));
			break;
		}
		if (!one_word(cmd, &i, &w, err)) {
			words_free(out);
			return false;
		}
		/* "break x if max > 3", "watch x max > 3": no file */
		compares = compares || sv_is(w, "if") ||
			   (!out->word.n && (sv_is(w, "watch") || sv_is(w, "w") || sv_is(w, "expect") ||
					     sv_starts(w, SV("cond"))));
		vec_push(&out->word, xsvdup(unquote(w)));
	}
	return true;
}

void words_free(struct words *w)
{
	for (size_t i = 0; i < w->word.n; i++)
		free(w->word.p[i]);
	vec_free(&w->word);
	free(w->redirect);
	*w = (struct words){ 0 };
}

/* ---- running a line ---- */

/* The command of that name, or the only one whose name starts so. */
static const struct cmd *find_prompt(const char *name, struct err *err)
{
	const struct cmd *c = cmd_find(name, CMD_PROMPT), *found = NULL;
	struct str all = STR_INIT;
	int n, hits = 0;

	if (c)
		return c;
	for (int i = 0; i < (cmd_list(&n), n); i++) {
		c = cmd_list(&n)[i];
		if (!(c->where & CMD_PROMPT) || strncmp(c->name, name, strlen(name)))
			continue;
		str_addf(&all, "%s%s", hits++ ? ", " : "", c->name);
		found = c;
	}
	if (hits != 1) {
		struct str safe = STR_INIT;

		str_escaped(&safe, sv_of(name));
		found = NULL;
		if (hits)
			err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "\"%s\" could be %s",
				str_z(&safe), str_z(&all));
		else
			err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND,
				"no command \"%s\"; help lists them", str_z(&safe));
		str_free(&safe);
	}
	str_free(&all);
	return found;
}

static bool need_ok(const struct app *app, const struct cmd *c, struct err *err)
{
	enum dbg_state st = app->dbg ? dbg_state(app->dbg) : DBG_IDLE;

	if (c->need >= NEED_MODEL && !app->mg)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
			       "%s: no model is open", c->name);
	if (c->need >= NEED_DEBUGGER && (!app->dbg || !dbg_signature(app->dbg)))
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
			       "%s: choose a signature first (signature NAME)", c->name);
	if (c->need >= NEED_RUN && st == DBG_IDLE)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
			       "%s: nothing runs yet (start stops at the first node, run goes on)",
			       c->name);
	if (c->need >= NEED_STOPPED && st == DBG_DONE)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
			       "%s: the run is over (back steps back, run starts anew)", c->name);
	return true;
}

/* A tag set is chosen when the model is opened: one that is not open is an error, not passed over. */
static bool tags_ok(const struct app *app, const struct cmd_call *call, struct err *err)
{
	const char *tags = call->cmd->where & CMD_SHELL && app->mg ? call_str(call, "tag_set") : NULL;
	const struct metagraph *mg = tags ? model_find(app->model, sv_of(tags), err) : app->mg;
	struct str open = STR_INIT;

	if (tags && mg && mg != app->mg) {
		tags_text(&open, app->mg);
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			"the tag set that is open is %s: start smtui with --tag_set %s", str_z(&open), tags);
		str_free(&open);
	}
	return mg == app->mg;
}

static int call(struct app *app, const struct cmd *c, const struct args *a, struct sink *out,
		struct sink *msg, struct err *err)
{
	struct cmd_call call = {
		.app = app, .cmd = c, .opt = a->opt, .argc = a->argc, .argv = a->argv,
		.out = out, .msg = msg,
	};

	if (a->help) {
		cmd_help(c, out);
		return EXIT_FINE;
	}
	return need_ok(app, c, err) && tags_ok(app, &call, err) ? c->exec(&call, err) : EXIT_ERROR;
}

/* Runs with the output going to the file that > named. */
static int call_redirected(struct app *app, const struct cmd *c, const struct args *a,
			   const struct words *w, struct sink *msg, struct err *err)
{
	FILE *f = fopen(w->redirect, w->append ? "a" : "w");
	struct sink out;
	int rc;

	if (!f) {
		err_set(err, ERR_KIND_FILE, ERR_UNAVAILABLE, "cannot write: %m");
		err_at(err, "%s", w->redirect);
		return EXIT_ERROR;
	}
	out = sink_file(f);
	rc = call(app, c, a, &out, msg, err);
	if (fclose(f) || out.failed) {
		err_set(err, ERR_KIND_FILE, ERR_UNAVAILABLE, "writing failed");
		err_at(err, "%s", w->redirect);
		return rc ? rc : EXIT_ERROR;
	}
	if (!rc)
		sink_printf(msg, "Wrote output to %s\n", w->redirect);
	return rc;
}

static int run_words(struct app *app, struct words *w, struct sink *out, struct sink *msg,
		     struct err *err)
{
	const struct cmd *c;
	struct args a;
	int rc;

	gdb_line(app, w);
	c = find_prompt(w->word.p[0], err);
	if (!c)
		return EXIT_USAGE;
	if (!args_parse(c, 0, (int)w->word.n - 1, (const char *const *)w->word.p + 1, &a, err)) {
		err_at(err, "%s", c->name);
		err_note(err, "help %s says what it takes", c->name);
		return EXIT_USAGE;
	}
	rc = w->redirect ? call_redirected(app, c, &a, w, msg, err)
			 : call(app, c, &a, out, msg, err);
	args_free(c, &a);
	return rc;
}

/* "commands 1 pt; bt": the number, then the rest as one word; where it is in quotes, that is the word. */
static bool split_rest(struct sv line, size_t *i, struct words *w, struct err *err)
{
	size_t at = skip_blanks(line, *i);
	struct sv name, first, rest;
	const struct cmd *c;
	char *z;

	*w = (struct words){ 0 };
	if (at == line.n || !one_word(line, &at, &name, NULL))
		return false;
	z = xsvdup(name);
	c = cmd_find(z, CMD_PROMPT);
	free(z);
	at = skip_blanks(line, at);
	if (!c || !c->rest || at == line.n || line.p[at] == ';' || !one_word(line, &at, &first, NULL) ||
	    (first.n && first.p[first.n - 1] == ';'))
		return false;
	at = skip_blanks(line, at);
	if (at == line.n || line.p[at] == ';' || line.p[at] == '"' || line.p[at] == '\'')
		return false;
	(void)err;
	if (first.p[0] == '>')
		return false;	/* the list of notes, into a file */
	rest = sv_sub(line, at, line.n);
	while (rest.n && blank(rest.p[rest.n - 1]))
		rest.n--;
	vec_push(&w->word, xsvdup(name));
	vec_push(&w->word, xsvdup(unquote(first)));
	vec_push(&w->word, xsvdup(rest));
	*i = line.n + 1;
	return true;
}

/* The command at *i, which moves behind it; behind the line's end after the last. */
static int next_command(struct app *app, struct sv all, size_t *i, struct sink *out, struct sink *msg, struct err *err)
{
	size_t end = line_end(all, *i);
	struct sv cmd = sv_sub(all, *i, end);
	int rc = EXIT_FINE;
	struct words w;

	if (!split_rest(all, i, &w, err)) {
		*i = end + 1;
		if (!line_split(cmd, &w, err))
			return EXIT_USAGE;
	}
	if (w.word.n)
		rc = run_words(app, &w, out, msg, err);
	words_free(&w);
	if (skip_blanks(cmd, 0) < cmd.n && cmd.p[skip_blanks(cmd, 0)] == '#')
		*i = all.n + 1;		/* a comment goes to the end of the line, ";" and all */
	return rc;
}

int cmd_line_within(struct app *app, const char *line, struct sink *out, struct sink *msg, struct err *err)
{
	struct sv all = sv_of(line);
	int rc = EXIT_FINE;

	for (size_t i = 0; i <= all.n && !rc && !app->quit;)
		rc = next_command(app, all, &i, out, msg, err);
	return rc;
}

bool cmd_line_repeats(struct app *app, const char *line)
{
	struct sv all = sv_of(line);
	const struct cmd *c = NULL;
	struct words w;

	if (!line_split(sv_sub(all, 0, line_end(all, 0)), &w, NULL))
		return false;
	gdb_line(app, &w);
	if (w.word.n)
		c = find_prompt(w.word.p[0], NULL);
	words_free(&w);
	return c && gdb_repeats(c);
}

/* What stands around a command or line: rc is what it came to. */
static int came_to(struct app *app, int rc, struct err *err)
{
	app->changes++;
	if (app->interactive)
		session_remember(app);
	if (rc || err_is(err)) {
		char *text = err_text(err);

		rc = rc ? rc : err_exit(err);
		app->failed = true;
		app_note(app, "%.*s", (int)strcspn(text, "\n"), text);
		free(text);
	}
	return rc;
}

int cmd_line(struct app *app, const char *line, struct sink *out, struct sink *msg,
	     struct err *err)
{
	intr_clear();
	app_note(app, NULL);
	return came_to(app, cmd_line_within(app, line, out, msg, err), err);
}

int cmd_line_next(struct app *app, const char *line, size_t *at, struct sink *out, struct sink *msg, struct err *err)
{
	if (app->interactive)	/* a ^C between a script's commands is heard by the next one */
		intr_clear();
	app_note(app, NULL);
	return came_to(app, next_command(app, sv_of(line), at, out, msg, err), err);
}
