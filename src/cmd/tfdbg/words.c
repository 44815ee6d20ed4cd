/*
 * A typed line as tfdbg takes it apart: blanks separate, but not inside [...], "..." or '...'; the last words may
 * send the answer to a file; what is left goes by the verb's flags, which may stand anywhere, "-n 3", "-n3",
 * "--number=3", long names cut short where they stay unambiguous.
 */
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/tfdbg/tfdbg.h"

/* ---- words ---- */

/* Is there a later partner for the opener at i? What it opens closes there; no nesting. */
static size_t closes(const char *line, size_t i)
{
	char want = line[i] == '[' ? ']' : line[i];
	const char *end;

	if (line[i] != '[' && line[i] != '"' && line[i] != '\'')
		return i;
	end = strchr(line + i + 1, want);
	return end ? (size_t)(end - line) : i;
}

static char *unquoted(const char *p, size_t n)
{
	if (n >= 2 && (*p == '"' || *p == '\'') && p[n - 1] == *p)
		return xsvdup((struct sv){ p + 1, n - 2 });
	return xsvdup((struct sv){ p, n });
}

static void words_of(const char *line, struct tf_words_list *out)
{
	size_t i = 0, from;

	for (;;) {
		while (isspace((unsigned char)line[i]))
			i++;
		if (!line[i])
			return;
		for (from = i; line[i] && !isspace((unsigned char)line[i]); i++)
			i = closes(line, i);
		vec_push(&out->word, unquoted(line + from, i - from));
	}
}

static void word_drop(struct tf_words_list *w)
{
	free(w->word.p[--w->word.n]);
}

/* ">5", ">=2ms": an interval behind a flag, not a file. */
static bool is_interval(const char *w)
{
	char *end;

	w += 1 + (w[1] == '=');
	(void)strtod(w, &end);
	return end != w && (!*end || !strcmp(end, "us") || !strcmp(end, "ms") || !strcmp(end, "s"));
}

/* "a>f", not "a>=f". */
static char *inner_redirect(char *w)
{
	char *gt = strchr(w, '>');

	return gt && gt != w && !strchr(gt + 1, '>') && gt[1] != '=' && gt[-1] != '=' && !strpbrk(w, "`\"'") ? gt
													      : NULL;
}

/* Takes the redirection off the end; false: no file behind it. */
static bool redirect(struct tf_words_list *w)
{
	char *last = w->word.n ? w->word.p[w->word.n - 1] : NULL;
	char *before = w->word.n > 1 ? w->word.p[w->word.n - 2] : NULL, *gt;

	if (!last)
		return true;
	if (last[strlen(last) - (*last != 0)] == '>')
		return false;
	if (*last == '>') {
		if ((before && *before == '-' && is_interval(last)) || last[1] == '=')
			return true;
		w->redirect = xstrdup(last + 1);
		word_drop(w);
	} else if (before && *before && before[strlen(before) - 1] == '>') {
		w->redirect = xstrdup(last);
		word_drop(w);
		before[strlen(before) - 1] = '\0';
		if (!*before)
			word_drop(w);
	} else if ((gt = inner_redirect(last)) != NULL) {
		w->redirect = xstrdup(gt + 1);
		*gt = '\0';
	}
	return true;
}

bool tf_split(const char *line, struct tf_words_list *out)
{
	*out = (struct tf_words_list){ 0 };
	words_of(line, out);
	return redirect(out);
}

void tf_words_free(struct tf_words_list *w)
{
	for (size_t i = 0; i < w->word.n; i++)
		free(w->word.p[i]);
	vec_free(&w->word);
	free(w->redirect);
	*w = (struct tf_words_list){ 0 };
}

/* ---- flags ---- */

int tf_n_flags(const struct tf_verb *v)
{
	int n = 0;

	while (v->flags && (v->flags[n].letters || v->flags[n].name))
		n++;
	return n;
}

/* The flag of that long name, or the only one that begins so; -1. */
static int find_long(const struct tf_verb *v, const char *name, size_t n)
{
	int found = -1;

	for (int i = 0; i < tf_n_flags(v); i++) {
		const char *is = v->flags[i].name;

		if (!is || strncmp(is, name, n))
			continue;
		if (!is[n])
			return i;
		found = found == -1 ? i : -2;
	}
	return found < 0 ? -1 : found;
}

/* "-fenn" before "-f enn"; *rest: what stands behind the letters in the same word, or NULL. */
static int find_letters(const struct tf_verb *v, const char *w, const char **rest)
{
	int found = -1;

	*rest = NULL;
	for (int i = 0; i < tf_n_flags(v); i++)
		if (v->flags[i].letters && !strcmp(v->flags[i].letters, w))
			return i;
	for (int i = 0; i < tf_n_flags(v); i++)
		if (v->flags[i].letters && !v->flags[i].letters[1] && v->flags[i].letters[0] == *w) {
			found = i;
			*rest = w + 1;
		}
	return found;
}

static bool is_choice(const char *choices, const char *s)
{
	size_t n = strlen(s);

	for (const char *p = choices; p; p = strchr(p, '|') ? strchr(p, '|') + 1 : NULL)
		if (!strncmp(p, s, n) && (p[n] == '|' || !p[n]))
			return true;
	return false;
}

static bool store(const struct tf_flag *f, struct tf_val *v, const char *text)
{
	char *end;

	v->given = true;
	v->s = text;
	if (f->choices && !is_choice(f->choices, text))
		return false;
	if (f->kind != OPT_INT)
		return true;
	errno = 0;
	v->i = strtoll(text, &end, 10);
	return !errno && end != text && !*end;
}

/* Would Python's argparse take it for an operand or a value? Numbers below zero are no flags. */
static bool is_value(const char *w)
{
	char *end;

	if (*w != '-' || !w[1] || strchr(w, ' '))
		return true;
	(void)strtod(w, &end);
	return !*end && w[1] != 'i' && w[1] != 'n';
}

static bool one_long(const struct tf_verb *v, int n, char *const *word, int *i, struct tf_val *opt, bool *help)
{
	const char *name = word[*i] + 2, *eq = strchr(name, '=');
	size_t len = eq ? (size_t)(eq - name) : strlen(name);
	int k = find_long(v, name, len);

	if (k < 0 && len && !strncmp("help", name, len)) {
		*help = true;
		return true;
	}
	if (k < 0 || (v->flags[k].kind == OPT_FLAG && eq))
		return false;
	if (v->flags[k].kind == OPT_FLAG)
		return opt[k].given = true;
	if (!eq && (*i + 1 >= n || !is_value(word[*i + 1])))
		return false;
	return store(&v->flags[k], &opt[k], eq ? eq + 1 : word[++*i]);
}

/* "-n 3", "-n3", "-rct": letters in one word, the last of which may take a value. */
static bool some_letters(const struct tf_verb *v, int n, char *const *word, int *i, struct tf_val *opt, bool *help)
{
	const char *rest = word[*i] + 1;

	while (rest && *rest) {
		const char *at = rest;
		int k = find_letters(v, at, &rest);

		if (k < 0 && *at == 'h') {
			*help = true;
			rest = at + 1;
		} else if (k < 0) {
			return false;
		} else if (v->flags[k].kind == OPT_FLAG) {
			opt[k].given = true;
		} else if (rest && *rest) {
			return store(&v->flags[k], &opt[k], rest + (*rest == '='));
		} else {
			return *i + 1 < n && is_value(word[*i + 1]) && store(&v->flags[k], &opt[k], word[++*i]);
		}
	}
	return true;
}

bool tf_parse(const struct tf_verb *v, int n, char *const *word, struct tf_val *opt, const char **argv, int *argc,
	      bool *help)
{
	bool only_operands = v->raw;

	*argc = 0;
	*help = false;
	for (int i = 0; i < n; i++) {
		if (!only_operands && !strcmp(word[i], "--"))
			only_operands = true;
		else if (only_operands || is_value(word[i]))
			argv[(*argc)++] = word[i];
		else if (!(word[i][1] == '-' ? one_long : some_letters)(v, n, word, &i, opt, help))
			return false;
	}
	return *help || (*argc >= v->min_args && (v->max_args < 0 || *argc <= v->max_args));
}
