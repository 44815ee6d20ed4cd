/* Kept words as readline's generator wants them, one after the other. */
#include "cli/offers.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/vec.h"

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#ifdef HAVE_READLINE
#include <readline/readline.h>

static VEC(char *) words;
static size_t next_word;

void offers_add(void *ctx, const char *word)
{
	(void)ctx;
	vec_push(&words, xstrdup(word));
}

void offers_prefix(const char *z, size_t n)
{
	for (size_t i = 0; n && i < words.n; i++) {
		char *whole = xasprintf("%.*s%s", (int)n, z, words.p[i]);

		free(words.p[i]);
		words.p[i] = whole;
	}
}

static char *word_next(const char *text, int state)
{
	(void)text;
	if (!state)
		next_word = 0;
	return next_word < words.n ? xstrdup(words.p[next_word++]) : NULL;
}

char **offers_matches(const char *text)
{
	char **matches;

	if (words.n)
		rl_attempted_completion_over = 1;	/* else: file names */
	matches = rl_completion_matches(text, word_next);
	for (size_t i = 0; i < words.n; i++)
		free(words.p[i]);
	vec_free(&words);
	return matches;
}

#endif
