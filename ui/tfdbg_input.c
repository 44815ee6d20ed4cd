/* What is typed on the run debugger's screen: editing, the history of commands and its file, Tab. */
#include "ui/tfdbg.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* ---- history ---- */

static char *history_path(void)
{
	const char *home = getenv("HOME");

	return home && *home ? xasprintf("%s/.tfdbg_history", home) : NULL;
}

static void history_push(struct tf_screen *s, const char *line)
{
	if (!*line || (s->history.n && !strcmp(vec_last(&s->history), line)))
		return;
	if (s->history.n == TF_HISTORY) {
		free(s->history.p[0]);
		memmove(s->history.p, s->history.p + 1, --s->history.n * sizeof(*s->history.p));
	}
	vec_push(&s->history, xstrdup(line));
}

void tf_history_read(struct tf_screen *s)
{
	char *path = history_path(), *line = NULL;
	FILE *f = path ? fopen(path, "r") : NULL;
	size_t cap = 0;

	while (f && getline(&line, &cap, f) >= 0) {
		line[strcspn(line, "\r\n")] = '\0';
		history_push(s, line);
	}
	if (f)
		fclose(f);
	free(line);
	free(path);
	s->recall = s->history.n;
}

void tf_history_write(const struct tf_screen *s)
{
	char *path = s->changed ? history_path() : NULL;
	FILE *f = path ? fopen(path, "w") : NULL;

	for (size_t i = 0; f && i < s->history.n; i++)
		fprintf(f, "%s\n", s->history.p[i]);
	if (f)
		fclose(f);
	free(path);
}

static void recall_end(struct tf_screen *s)
{
	s->recall = s->history.n;
	free(s->typed);
	s->typed = NULL;
}

void tf_history_add(struct tf_screen *s, const char *line)
{
	history_push(s, line);
	s->changed = true;
	recall_end(s);
}

static void text_set(struct tf_screen *s, const char *z)
{
	str_clear(&s->prompt.text);
	str_addz(&s->prompt.text, z);
	s->prompt.at = s->prompt.text.n;
}

/* To the line before (after) that begins with what was typed. */
static void recall(struct tf_screen *s, int dir)
{
	if (!s->typed)
		s->typed = xstrdup(str_z(&s->prompt.text));
	for (size_t i = s->recall; dir < 0 ? i > 0 : i < s->history.n;) {
		i = dir < 0 ? i - 1 : i + 1;
		if (i < s->history.n && strncmp(s->history.p[i], s->typed, strlen(s->typed)))
			continue;
		s->recall = i;
		text_set(s, i < s->history.n ? s->history.p[i] : s->typed);
		return;
	}
}

/* ---- Tab ---- */

static void candidates_clear(struct tf_screen *s)
{
	for (size_t i = 0; i < s->candidate.n; i++)
		free(s->candidate.p[i]);
	s->candidate.n = 0;
}

static void candidate_add(void *ctx, const char *word)
{
	struct tf_screen *s = ctx;

	vec_push(&s->candidate, xstrdup(word));
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* How many bytes all candidates begin with. */
static size_t common(const struct tf_screen *s)
{
	size_t n = strlen(s->candidate.p[0]);

	for (size_t i = 1; i < s->candidate.n; i++) {
		size_t k = 0;

		while (k < n && s->candidate.p[i][k] == s->candidate.p[0][k])
			k++;
		n = k;
	}
	return n;
}

static void complete(struct tf_screen *s)
{
	struct prompt *p = &s->prompt;
	size_t from, n;
	char *rest;

	candidates_clear(s);
	from = tf_complete(s->t, str_z(&p->text), p->at, candidate_add, s);
	if (!s->candidate.n)
		return;
	qsort(s->candidate.p, s->candidate.n, sizeof(*s->candidate.p), by_text);
	n = common(s);
	if (n < p->at - from || strncmp(s->candidate.p[0], p->text.p + from, p->at - from))
		n = p->at - from;
	rest = xstrdup(p->text.p + p->at);
	p->text.n = p->at;
	str_add(&p->text, sv_sub(sv_of(s->candidate.p[0]), p->at - from, n));
	if (s->candidate.n == 1)
		str_addz(&p->text, *rest == ' ' ? "" : from && p->text.p[from - 1] == '`' ? "`" : " ");
	p->at = p->text.n;
	str_addz(&p->text, rest);
	free(rest);
	if (s->candidate.n == 1)
		candidates_clear(s);
}

/* ---- keys ---- */

bool tf_input_key(struct tf_screen *s, const char *key)
{
	static const char *const ours[] = { "Up", "C-p", "Down", "C-n" };

	if (!strcmp(key, "Tab")) {
		complete(s);
		return false;
	}
	candidates_clear(s);
	if (!strcmp(key, "Enter"))
		return true;
	for (int i = 0; i < 4; i++)
		if (!strcmp(key, ours[i])) {
			recall(s, i < 2 ? -1 : 1);
			return false;
		}
	recall_end(s);
	if (!strcmp(key, "Esc") || (!strcmp(key, "Backspace") && !s->prompt.text.n))
		return false;	/* there is nothing to leave */
	prompt_key(&s->prompt, s->t->app, key);
	return false;
}
