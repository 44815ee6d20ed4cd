/*
 * How the screen changes anything: by command lines. What a command prints goes to the status line
 * when it is one line, else to a pager; errors are kept whole for :messages.
 */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/intr.h"
#include "tensor/seek.h"
#include "ui/view.h"

enum { MESSAGES_MAX = 500, EXPLAIN_MS = 700 };

static void status_set(struct ui *ui, enum style st, char *line, char *all)
{
	free(ui->status);
	free(ui->status_long);
	ui->status = line;
	ui->status_style = st;
	ui->status_long = all;
}

static void message_keep(struct ui *ui, const char *text)
{
	if (ui->messages.n >= MESSAGES_MAX) {
		free(ui->messages.p[0]);
		memmove(ui->messages.p, ui->messages.p + 1,
			(ui->messages.n - 1) * sizeof(*ui->messages.p));
		ui->messages.n--;
	}
	vec_push(&ui->messages, xstrdup(text));
}

void ui_say(struct ui *ui, enum style st, const char *fmt, ...)
{
	struct str s = STR_INIT, safe = STR_INIT;
	va_list ap;

	va_start(ap, fmt);
	str_vaddf(&s, fmt, ap);
	va_end(ap);
	str_escaped(&safe, str_sv(&s));
	str_free(&s);
	status_set(ui, st, str_give(&safe), NULL);
}

void ui_fail(struct ui *ui, struct err *err)
{
	char *text = err_text(err);
	char *end = strchr(text, '\n');
	struct str line = STR_INIT;

	message_keep(ui, text);
	str_add(&line, (struct sv){ text, end ? (size_t)(end - text) : strlen(text) });
	status_set(ui, ST_BAD, str_give(&line), text);
	err_clear(err);
}

/* ---- words of a command line ---- */

static bool plain_word(struct sv w)
{
	for (size_t i = 0; i < w.n; i++)
		if (strchr(" \t\n;\"'`[](){}#>\\", w.p[i]))
			return false;
	return w.n > 0;
}

bool ui_quote(struct str *out, struct sv w)
{
	char q = sv_find(w, '"') < 0 ? '"' : '\'';

	if (plain_word(w)) {
		str_add(out, w);
		return true;
	}
	if (sv_find(w, q) >= 0)
		return false;	/* has both quotes: no way to write it as one word */
	str_addc(out, q);
	str_add(out, w);
	str_addc(out, q);
	return true;
}

bool ui_here_path(struct ui *ui, struct str *out)
{
	struct view *v = ui_focused(ui);
	struct place at;
	size_t row;

	if (ui->mode == MODE_RUN && !ui->popup.n)
		v = ui->steps;
	if (!v || !view_cur(v, &row))
		return false;
	if (v->at.kind == AT_STEPS || v->at.kind == AT_HISTORY)
		return steps_path(v, row, out);
	if (!v->ops->place || !v->ops->place(v, row, &at) || at.kind != AT_NODE)
		at = v->at;
	if (at.kind != AT_NODE)
		return false;
	str_add(out, graph_node_name(at.g, at.i));
	return true;
}

/* ---- running them ---- */

static size_t count_lines(const struct str *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		n += s->p[i] == '\n' || i + 1 == s->n;
	return n;
}

static void one_line(struct ui *ui, const struct str *s)
{
	struct sv v = str_sv(s);

	while (v.n && v.p[v.n - 1] == '\n')
		v.n--;
	ui_say(ui, ST_TEXT, "%.*s", SV_ARG(v));
}

/* A typed command's answer; a key's only when it says something in one line. */
static void answer_show(struct ui *ui, const char *line, bool typed, bool moved)
{
	const char *note = ui->app->last_note;

	if (moved && note)
		ui_say(ui, ST_TEXT, "%s", note);
	else if (typed && (!strncmp(line, "terms ", 6) || !strcmp(line, "terms")) && !strstr(line, "-"))
		terms_popup(ui);
	else if (!moved && count_lines(&ui->answer) > 1 && typed)
		ui_popup_text(ui, line, str_give(&ui->answer));
	else if (count_lines(&ui->answer) == 1)
		one_line(ui, &ui->answer);
	else if (note)
		ui_say(ui, ST_TEXT, "%s", note);
	else if (typed && !ui->answer.n)
		ui_say(ui, ST_DIM, "%s: nothing to show", line);
	if (ui->status && *ui->status)
		message_keep(ui, ui->status);
}

void ui_fresh(struct ui *ui)
{
	struct view *all[] = { ui->tree, ui->detail, ui->form, ui->steps, ui->about };

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
		if (all[i] && all[i]->ops->fresh)
			all[i]->ops->fresh(all[i]);
	for (size_t i = 0; i < ui->popup.n; i++)
		if (ui->popup.p[i]->ops->fresh)
			ui->popup.p[i]->ops->fresh(ui->popup.p[i]);
	ui->changes++;
	ui->tensor_slot = 0;
}

static void busy_show(struct ui *ui, const char *line)
{
	ui_say(ui, ST_DIM, "running: %s   (Ctrl-C stops it)", line);
	ui_paint(ui);
	ui->tty->show(ui->tty, &ui->cv);
}

/* "seek WHAT" and "@INDEX" move in the tensor that is shown; false: it is not for that. */
static bool tensor_command(struct ui *ui, const char *line)
{
	struct view *v = ui_tensor_view(ui);
	bool seek = !strncmp(line, "seek ", 5), ok;
	struct str said = STR_INIT;
	struct err err = { 0 };
	struct seek s;

	if (!v || (!seek && *line != '@'))
		return false;
	if (seek && !tensor_view_text(v) && seek_parse(&s, sv_of(line + 5), NULL)) {
		bool other = s.kind == SEEK_TEXT;	/* with a name: the command's */

		seek_free(&s);
		if (other)
			return false;
	}
	ok = seek ? tensor_view_seek(v, line + 5, 1, &said, &err) : tensor_view_at(v, line + 1, &err);
	if (ok)
		ui_say(ui, ST_TEXT, "%s", str_z(&said));
	else
		ui_fail(ui, &err);
	str_free(&said);
	return true;
}

/* The terminal is still to tell of the ^C that stopped a command: that one is not for the screen. */
static void note_interrupt(struct ui *ui, const struct err *err, bool moved)
{
	ui->heard = intr_pending() || err->kind == ERR_KIND_INTERRUPT ||
		    (moved && ui->app->dbg && dbg_interrupted(ui->app->dbg));
	intr_clear();
}

/* "write FILE": what the view in focus shows. */
static void write_command(struct ui *ui, const char *file)
{
	struct err err = { 0 };

	file += strspn(file, " ");
	if (ui_write(ui, file, &err))
		ui_say(ui, ST_GOOD, "written: %s", file);
	else
		ui_fail(ui, &err);
}

/* "layout WHAT", gdb's names for panels. */
static bool layout_command(struct ui *ui, const char *what)
{
	static const struct { const char *name; int focus; bool zoom; } at[] = {
		{ "split", PANEL_LEFT, false }, { "src", PANEL_LEFT, true }, { "asm", PANEL_MID, true },
		{ "regs", PANEL_RIGHT, true },
	};
	enum { N = sizeof(at) / sizeof(*at) };
	int now = 0, to = -1;

	what += strspn(what, " ");
	if (!strcmp(what, "graph")) {
		ui_action(ui, "screen-3");
		return true;
	}
	for (int i = 0; i < N; i++) {
		if (ui->zoom == at[i].zoom && (!ui->zoom || ui->focus == at[i].focus))
			now = i;
		if (!strcmp(what, at[i].name))
			to = i;
	}
	if (!strcmp(what, "next") || !strcmp(what, "prev"))
		to = (now + (*what == 'n' ? 1 : N - 1)) % N;
	if (to < 0)
		return false;
	if (!ui->panel[at[to].focus]) {
		ui_say(ui, ST_DIM, "there is no such panel here: start a run first");
		return true;
	}
	ui->focus = at[to].focus;
	ui->zoom = at[to].zoom;
	return true;
}

static bool own_command(struct ui *ui, const char *line)
{
	struct str all = STR_INIT;

	while (*line == ' ')
		line++;
	if (tensor_command(ui, line))
		return true;
	if (!strcmp(line, "messages")) {
		for (size_t i = 0; i < ui->messages.n; i++)
			str_addf(&all, "%s\n", ui->messages.p[i]);
		if (!all.n)
			str_addz(&all, "no messages yet");
		ui_popup_text(ui, "messages", str_give(&all));
		return true;
	}
	if (!strncmp(line, "write ", 6)) {
		write_command(ui, line + 6);
		return true;
	}
	if (!strncmp(line, "layout ", 7) && layout_command(ui, line + 7))
		return true;
	if (!strcmp(line, "keys")) {
		ui_action(ui, "help");
		return true;
	}
	return false;
}

/* Asks why, unless that would take long: the run that failed says how long. */
static void explain(struct ui *ui, double took_ms)
{
	char *text = err_text(dbg_error(ui->app->dbg));
	struct str notes = STR_INIT;
	struct dbg_here h;
	struct sink out = sink_mem(&ui->why), msg = sink_mem(&notes);
	struct err err = { 0 };

	if (ui->why_for && !strcmp(ui->why_for, text)) {
		free(text);
		return;
	}
	free(ui->why_for);
	ui->why_for = text;
	str_clear(&ui->why);
	if (took_ms > EXPLAIN_MS)
		return;
	busy_show(ui, "why");
	intr_clear();
	if (cmd_line(ui->app, "why", &out, &msg, &err) != EXIT_FINE || err_is(&err))
		str_clear(&ui->why);
	/* a run of its own, perhaps with other permissions: it must be about this failure */
	if (!dbg_here(ui->app->dbg, &h) || !strstr(str_z(&ui->why), h.path))
		str_clear(&ui->why);
	note_interrupt(ui, &err, false);
	err_clear(&err);
	str_free(&notes);
}

/* The run has come to a node that fails: the reason on the status line, all of it on the node's page. */
static void failure_show(struct ui *ui, double took_ms)
{
	char *text = err_text(dbg_error(ui->app->dbg));
	const char *msg = dbg_error(ui->app->dbg)->msg;
	struct str l = STR_INIT;

	message_keep(ui, text);
	explain(ui, took_ms);
	str_addz(&l, "failed: ");
	str_escaped(&l, sv_of(msg ? msg : text));
	status_set(ui, ST_BAD, str_give(&l), text);
}

/* A command has left a table of two runs, or taken one away. */
static void table_show(struct ui *ui)
{
	struct place to = { .kind = AT_GAPS, .mg = ui->app->mg };

	if (ui->gaps_seen == ui->app->gaps_seq)
		return;
	ui->gaps_seen = ui->app->gaps_seq;
	if (!ui->app->gaps)
		return;
	while (ui->popup.n)
		ui_close(ui);
	ui_go(ui, &to);
	ui->zoom = true;
	view_refilter(ui->detail);
}

bool ui_command(struct ui *ui, const char *line, bool typed)
{
	struct dbg *d = ui->app->dbg;
	struct str notes = STR_INIT;
	struct sink out = sink_mem(&ui->answer), msg = sink_mem(&notes);
	struct err err = { 0 };
	uint64_t seq = d ? dbg_seq(d) : 0;
	enum dbg_state state = d ? dbg_state(d) : DBG_IDLE;
	double took = clock_ms();
	bool moved, ok;

	if (own_command(ui, line))
		return true;
	busy_show(ui, line);
	str_clear(&ui->answer);
	out.width = msg.width = ui->cv.w;
	out.utf8 = msg.utf8 = !ui->cv.ascii;
	intr_clear();
	ok = cmd_line(ui->app, line, &out, &msg, &err) == EXIT_FINE;
	took = clock_ms() - took;
	status_set(ui, ST_TEXT, NULL, NULL);
	d = ui->app->dbg;
	moved = d && (dbg_seq(d) != seq || dbg_state(d) != state);
	note_interrupt(ui, &err, moved);
	ui_fresh(ui);
	if (err_is(&err)) {
		ui_fail(ui, &err);
	} else {
		if (!ui->answer.n)
			str_add(&ui->answer, str_sv(&notes));
		answer_show(ui, line, typed, moved);
	}
	if (d && dbg_state(d) == DBG_IDLE && state != DBG_IDLE) {
		ui->tensor_slot = 0;
		free(ui->why_for);	/* other inputs, other causes */
		ui->why_for = NULL;
		str_clear(&ui->why);
	}
	if (d && moved && dbg_state(d) == DBG_FAILED && dbg_error(d)) {
		failure_show(ui, took);
		ui_fresh(ui);
	}
	str_free(&notes);
	if (ui->app->quit) {
		ui->done = true;
		ui->exit_code = ui->app->exit_code;
	}
	if (moved && ui->mode == MODE_BROWSE && typed)
		ui_mode_set(ui, MODE_RUN);
	table_show(ui);
	return ok;
}

void ui_command_here(struct ui *ui, const char *pattern, bool typed)
{
	const char *mark = strstr(pattern, "%p");
	struct str line = STR_INIT, path = STR_INIT;

	if (!mark) {
		ui_command(ui, pattern, typed);
		return;
	}
	if (!ui_here_path(ui, &path)) {
		ui_say(ui, ST_WARN, "no node under the cursor");
	} else {
		str_add(&line, (struct sv){ pattern, (size_t)(mark - pattern) });
		if (!ui_quote(&line, str_sv(&path))) {
			ui_say(ui, ST_WARN, "this node's name cannot be written as one word");
		} else {
			str_addz(&line, mark + 2);
			ui_command(ui, str_z(&line), typed);
		}
	}
	str_free(&line);
	str_free(&path);
}
