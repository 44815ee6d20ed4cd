/* See recall.h. The file of a model: "SIGNATURE<tab>KEY<tab>VALUE" a line, the last one given at
 * the end. */
#include "cmd/recall.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fmap.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/state.h"

enum { LINES_MAX = 200, LINE_MAX_BYTES = 4096 };

char *model_state_path(const struct app *app, const char *prefix)
{
	const char *dir = app->mg ? model_dir(app->mg->model) : NULL;
	char *real = dir ? realpath(dir, NULL) : NULL, name[64];

	if (!real)
		return NULL;
	snprintf(name, sizeof(name), "%s-%016llx", prefix,
		 (unsigned long long)map_hash(sv_of(real)));
	free(real);
	return state_path(name);
}

void recalled_free(recalled *list)
{
	for (size_t i = 0; i < list->n; i++)
		free(list->p[i]);
	vec_free(list);
}

/* The lines that begin so, or all; what is behind the beginning. */
static void lines_read(const char *path, const char *begin, recalled *out)
{
	FILE *f = fopen(path, "r");
	char *line = NULL;
	size_t cap = 0, skip = strlen(begin);
	ssize_t n;

	while (f && (n = getline(&line, &cap, f)) >= 0) {
		if (n && line[n - 1] == '\n')
			line[--n] = '\0';
		if ((size_t)n != strlen(line) || n > LINE_MAX_BYTES || strncmp(line, begin, skip))
			continue;
		vec_push(out, xstrdup(line + skip));
	}
	free(line);
	if (f)
		fclose(f);
}

static char *begin_of(const struct signature *sig, struct sv key)
{
	struct str s = STR_INIT;

	str_escaped(&s, sig->key);
	str_addc(&s, '\t');
	str_escaped(&s, key);
	str_addc(&s, '\t');
	return str_give(&s);
}

void recall_put(const struct app *app, const struct signature *sig, struct sv key, const char *text)
{
	char *path = app->interactive && sig && !strpbrk(text, "\n\t")
			     ? model_state_path(app, "inputs")
			     : NULL,
	     *line;
	recalled all = {0};
	struct str s = STR_INIT;
	char *begin;

	if (!path)
		return;
	begin = begin_of(sig, key);
	line = xasprintf("%s%s", begin, text);
	lines_read(path, "", &all);
	for (size_t i = all.n > LINES_MAX ? all.n - LINES_MAX : 0; i < all.n; i++)
		if (strcmp(all.p[i], line))
			str_addf(&s, "%s\n", all.p[i]);
	str_addf(&s, "%s\n", line);
	if (strlen(line) <= LINE_MAX_BYTES) {
		folders_above(path, 0700);
		fmap_write(path, str_sv(&s), NULL);
	}
	recalled_free(&all);
	str_free(&s);
	free(begin);
	free(line);
	free(path);
}

void recall_get(const struct app *app, const struct signature *sig, struct sv key, recalled *list)
{
	char *path = app->interactive && sig ? model_state_path(app, "inputs") : NULL;
	char *begin = path ? begin_of(sig, key) : NULL;

	if (path)
		lines_read(path, begin, list);
	free(begin);
	free(path);
}

char *recall_last(const struct app *app, const struct signature *sig, struct sv key)
{
	recalled list = {0};
	char *last;

	recall_get(app, sig, key, &list);
	last = list.n ? xstrdup(vec_last(&list)) : NULL;
	recalled_free(&list);
	return last;
}
