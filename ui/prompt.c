/* The one-line editor at the bottom of the screen, with readline's keys, history and completion. */
#include "ui/prompt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/cmd.h"
#include "ui/draw.h"

static const char *const start_of[PROMPT_KINDS] = {
	[PROMPT_NONE] = "", [PROMPT_COMMAND] = ":", [PROMPT_SEARCH] = "/", [PROMPT_FILTER] = "\\",
	[PROMPT_VALUE] = "", [PROMPT_PALETTE] = "",
};

void prompt_open(struct prompt *p, enum prompt_kind kind, const char *label, const char *text)
{
	prompt_close(p);
	p->kind = kind;
	p->label = xstrdup(label ? label : start_of[kind]);
	str_addz(&p->text, text ? text : "");
	p->at = p->text.n;
	p->recall = p->history[kind].n;
}

void prompt_close(struct prompt *p)
{
	free(p->label);
	free(p->before);
	free(p->typed);
	p->label = p->before = p->typed = NULL;
	str_clear(&p->text);
	str_clear(&p->words);
	p->kind = PROMPT_NONE;
	p->at = 0;
}

void prompt_free(struct prompt *p)
{
	prompt_close(p);
	str_free(&p->text);
	str_free(&p->words);
	for (int k = 0; k < PROMPT_KINDS; k++) {
		for (size_t i = 0; i < p->history[k].n; i++)
			free(p->history[k].p[i]);
		vec_free(&p->history[k]);
	}
}

static size_t char_left(const struct prompt *p, size_t at)
{
	while (at > 0 && ((unsigned char)p->text.p[--at] & 0xc0) == 0x80)
		;
	return at;
}

static size_t char_right(const struct prompt *p, size_t at)
{
	if (at < p->text.n)
		at++;
	while (at < p->text.n && ((unsigned char)p->text.p[at] & 0xc0) == 0x80)
		at++;
	return at;
}

static void text_cut(struct prompt *p, size_t from, size_t to)
{
	memmove(p->text.p + from, p->text.p + to, p->text.n - to + 1);
	p->text.n -= to - from;
	p->at = from;
}

static void text_insert(struct prompt *p, struct sv v)
{
	char *tail = xstrdup(str_z(&p->text) + p->at);

	p->text.n = p->at;
	str_add(&p->text, v);
	p->at = p->text.n;
	str_addz(&p->text, tail);
	free(tail);
}

static void text_set(struct prompt *p, const char *z)
{
	str_clear(&p->text);
	str_addz(&p->text, z);
	p->at = p->text.n;
}

static size_t word_left(const struct prompt *p)
{
	size_t at = p->at;

	while (at > 0 && p->text.p[at - 1] == ' ')
		at--;
	while (at > 0 && p->text.p[at - 1] != ' ')
		at--;
	return at;
}

static void recall(struct prompt *p, int dir)
{
	size_t n = p->history[p->kind].n;

	if ((dir < 0 && p->recall == 0) || (dir > 0 && p->recall >= n))
		return;
	if (p->recall == n) {
		free(p->typed);
		p->typed = xstrdup(str_z(&p->text));
	}
	p->recall += (size_t)dir;
	text_set(p, p->recall < n ? p->history[p->kind].p[p->recall] : p->typed ? p->typed : "");
}

void prompt_recallable(struct prompt *p, enum prompt_kind kind, const char *line)
{
	size_t n = 0;

	for (size_t i = 0; i < p->history[kind].n; i++) {
		char *old = p->history[kind].p[i];

		if (strcmp(old, line))
			p->history[kind].p[n++] = old;
		else
			free(old);
	}
	p->history[kind].n = n;
	vec_push(&p->history[kind], xstrdup(line));
}

static void remember(struct prompt *p)
{
	size_t n = p->history[p->kind].n;

	if (p->text.n && (n == 0 || strcmp(p->history[p->kind].p[n - 1], str_z(&p->text))))
		vec_push(&p->history[p->kind], xstrdup(str_z(&p->text)));
}

enum { HISTORY_LINES = 1000 };

void prompt_history_read(struct prompt *p, const char *path)
{
	FILE *f = fopen(path, "r");
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;

	while (f && (n = getline(&line, &cap, f)) >= 0) {
		while (n > 0 && (line[n - 1] == '\n' || line[n - 1] == '\r'))
			line[--n] = '\0';
		if (n > 0)
			vec_push(&p->history[PROMPT_COMMAND], xstrdup(line));
	}
	free(line);
	if (f)
		fclose(f);
}

void prompt_history_write(const struct prompt *p, const char *path)
{
	size_t n = p->history[PROMPT_COMMAND].n;
	FILE *f = n ? fopen(path, "w") : NULL;

	for (size_t i = n > HISTORY_LINES ? n - HISTORY_LINES : 0; f && i < n; i++)
		fprintf(f, "%s\n", p->history[PROMPT_COMMAND].p[i]);
	if (f)
		fclose(f);
}

/* ---- completion ---- */

struct found {
	struct str common;	/* the longest common beginning */
	struct str list;
	size_t n;
};

static void found_add(void *ctx, const char *word)
{
	struct found *f = ctx;
	size_t i = 0;

	if (f->n++ == 0) {
		str_addz(&f->common, word);
	} else {
		while (i < f->common.n && word[i] == f->common.p[i])
			i++;
		if (i < f->common.n)
			f->common.p[f->common.n = i] = '\0';
	}
	if (f->list.n < 4000) {
		if (f->list.n)
			str_addz(&f->list, "  ");
		str_escaped(&f->list, sv_of(word));
	}
}

static void complete(struct prompt *p, struct app *app)
{
	struct found f = { 0 };
	struct str line = STR_INIT;
	size_t from = p->at;

	str_clear(&p->words);
	if (p->kind != PROMPT_COMMAND && !(p->kind == PROMPT_VALUE && p->before))
		return;
	str_addz(&line, p->before ? p->before : "");
	str_add(&line, (struct sv){ str_z(&p->text), p->at });
	cmd_complete(app, str_z(&line), line.n, found_add, &f);
	while (from > 0 && p->text.p[from - 1] != ' ' && p->text.p[from - 1] != ';')
		from--;
	if (f.n > 0 && f.common.n >= p->at - from &&
	    !strncmp(str_z(&f.common), str_z(&p->text) + from, p->at - from)) {
		text_insert(p, sv_sub(str_sv(&f.common), p->at - from, f.common.n));
		if (f.n == 1 && f.common.n && f.common.p[f.common.n - 1] != '/')
			text_insert(p, SV(" "));
	}
	if (f.n > 1)
		str_add(&p->words, str_sv(&f.list));
	else if (f.n == 0)
		str_addz(&p->words, "(nothing to complete)");
	str_free(&f.common);
	str_free(&f.list);
	str_free(&line);
}

/* ---- keys ---- */

static bool move_key(struct prompt *p, const char *key)
{
	if (!strcmp(key, "Left") || !strcmp(key, "C-b"))
		p->at = char_left(p, p->at);
	else if (!strcmp(key, "Right") || !strcmp(key, "C-f"))
		p->at = char_right(p, p->at);
	else if (!strcmp(key, "Home") || !strcmp(key, "C-a"))
		p->at = 0;
	else if (!strcmp(key, "End") || !strcmp(key, "C-e"))
		p->at = p->text.n;
	else if (!strcmp(key, "Up") || !strcmp(key, "C-p"))
		recall(p, -1);
	else if (!strcmp(key, "Down") || !strcmp(key, "C-n"))
		recall(p, 1);
	else
		return false;
	return true;
}

static bool cut_key(struct prompt *p, const char *key)
{
	if (!strcmp(key, "Backspace") && p->at > 0)
		text_cut(p, char_left(p, p->at), p->at);
	else if (!strcmp(key, "Delete") && p->at < p->text.n)
		text_cut(p, p->at, char_right(p, p->at));
	else if (!strcmp(key, "C-u") && p->text.n)
		text_cut(p, 0, p->at);
	else if (!strcmp(key, "C-k") && p->text.n)
		text_cut(p, p->at, p->text.n);
	else if (!strcmp(key, "C-w") && p->text.n)
		text_cut(p, word_left(p), p->at);
	else
		return false;
	return true;
}

enum prompt_done prompt_key(struct prompt *p, struct app *app, const char *key)
{
	if (!strcmp(key, "Esc") || !strcmp(key, "C-g") || !strcmp(key, "C-c"))
		return PROMPT_CANCEL;
	if (!strcmp(key, "Enter")) {
		remember(p);
		return PROMPT_ENTER;
	}
	if (!strcmp(key, "Backspace") && !p->text.n && p->kind != PROMPT_VALUE && p->kind != PROMPT_PALETTE)
		return PROMPT_CANCEL;	/* as in vim and less */
	if (!strcmp(key, "Tab")) {
		complete(p, app);
		return PROMPT_CHANGED;
	}
	str_clear(&p->words);
	if (move_key(p, key))
		return p->kind == PROMPT_FILTER ? PROMPT_CHANGED : PROMPT_GOES_ON;
	if (cut_key(p, key))
		return PROMPT_CHANGED;
	if (!strcmp(key, "Space"))
		key = " ";
	if (!key[1] || (unsigned char)key[0] >= 0x80) {
		text_insert(p, sv_of(key));
		return PROMPT_CHANGED;
	}
	return PROMPT_GOES_ON;
}

void prompt_hints(const struct prompt *p, struct row *r)
{
	static const char *const hints[PROMPT_KINDS][9] = {
		[PROMPT_COMMAND] = { "Enter", "run", "Tab", "complete", "Up", "history", "Esc", "leave" },
		[PROMPT_SEARCH] = { "Enter", "search", "Up", "history", "Esc", "leave" },
		[PROMPT_FILTER] = { "Enter", "keep", "Up", "history", "Esc", "no filter" },
		[PROMPT_VALUE] = { "Enter", "take", "Tab", "complete", "Up", "history", "Esc", "leave" },
		[PROMPT_PALETTE] = { "Enter", "go or run", "Up Down", "choose", "Esc", "leave" },
	};

	for (int i = 0; hints[p->kind][i]; i += 2) {
		row_add(r, ST_TEXT, i ? "  " : "");
		row_add(r, ST_KEY, hints[p->kind][i]);
		row_addf(r, ST_DIM, " %s", hints[p->kind][i + 1]);
	}
}

void prompt_draw(const struct prompt *p, struct row *r, int *cursor)
{
	row_name(r, ST_KEY, sv_of(p->label ? p->label : ""));
	row_name(r, ST_TEXT, (struct sv){ str_z(&p->text), p->at });
	*cursor = r->width;
	row_name(r, ST_TEXT, sv_of(str_z(&p->text) + p->at));
}
