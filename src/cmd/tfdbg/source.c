/* Python files as far as the run debugger needs them. */
#include "cmd/tfdbg/source.h"

#include <stdlib.h>

#include "base/fmap.h"
#include "cmd/tfdbg/graph.h"
#include "cmd/tfdbg/verbs.h"

enum { LINES_MAX = 200000 };

/* Is tail the end of path, from a slash on? */
static bool is_end(struct sv path, struct sv tail)
{
	return tail.n && sv_ends(path, tail) &&
	       (path.n == tail.n || tail.p[0] == '/' || path.p[path.n - tail.n - 1] == '/');
}

bool source_is(struct sv file, const char *typed)
{
	return is_end(file, sv_of(typed)) || is_end(sv_of(typed), file);
}

static bool holds(struct sv s, const char *part)
{
	size_t n = strlen(part);

	for (size_t i = 0; i + n <= s.n; i++)
		if (!memcmp(s.p + i, part, n))
			return true;
	return false;
}

bool source_is_library(struct sv file)
{
	static const char *const parts[] = {
		"tensorflow/python/", "-packages/tensorflow/", "-packages/absl/", "tensorflow/_api/",
	};

	if (!sv_ends(file, SV(".py")) && !sv_ends(file, SV(".pyc")))
		return false;
	if (sv_ends(file, SV("_test.py")) || holds(file, "tensorflow/python/debug/examples"))
		return false;
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (holds(file, parts[i]))
			return true;
	return false;
}

bool source_of_node(const struct graph *g, uint32_t node, struct frame_line *f)
{
	struct frame_line *all;
	struct err none = { 0 };
	uint32_t n = 0, i;
	bool ok = node_origin(g, node, &all, &n, &none) && n;

	for (i = n; ok && i > 1 && source_is_library(all[i - 1].file); i--)
		;
	if (ok)
		*f = all[i - 1];
	free(all);
	err_clear(&none);
	return ok;
}

/* ---- text ---- */

static void lines_of(struct source *s, struct sv text)
{
	for (size_t i = 0; i <= text.n && s->line.n < LINES_MAX;) {
		const char *nl = i < text.n ? memchr(text.p + i, '\n', text.n - i) : NULL;
		size_t end = nl ? (size_t)(nl - text.p) : text.n;
		struct str safe = STR_INIT;

		str_escaped(&safe, sv_sub(text, i, end > i && text.p[end - 1] == '\r' ? end - 1 : end));
		vec_push(&s->line, arena_sv(s->arena, str_sv(&safe)));
		str_free(&safe);
		i = end + 1;
	}
}

static bool from_file(struct source *s, const char *path)
{
	struct err none = { 0 };
	struct fmap *f = fmap_open(path, &none);
	char *copy = f ? malloc(f->n + 1) : NULL;
	bool ok = copy && fmap_copy(f, 0, copy, f->n, &none);

	if (ok)
		lines_of(s, (struct sv){ copy, f->n });
	free(copy);
	fmap_close(f);
	err_clear(&none);
	return ok;
}

/* A line that a frame knows, in its place. */
static void from_frame(struct source *s, const struct frame_line *f)
{
	struct str safe = STR_INIT;

	if (f->line < 1 || f->line > LINES_MAX)
		return;
	while (s->line.n < (size_t)f->line)
		vec_push(&s->line, SV(""));
	str_escaped(&safe, f->code);
	s->line.p[f->line - 1] = arena_sv(s->arena, str_sv(&safe));
	str_free(&safe);
}

/* What the model itself keeps of the file. */
static bool from_model(struct source *s, struct tfdbg *t, const char *path)
{
	const struct tf_graph *g = tf_graph(t, NULL);

	for (size_t i = 0; g && i < g->node.n; i++) {
		struct frame_line *f = NULL;
		struct err none = { 0 };
		uint32_t n = 0;

		if (node_origin(g->node.p[i].g, g->node.p[i].node, &f, &n, &none))
			for (uint32_t k = 0; k < n; k++)
				if (source_is(f[k].file, path))
					from_frame(s, &f[k]);
		free(f);
		err_clear(&none);
	}
	return s->line.n > 0;
}

static size_t digits(size_t n)
{
	size_t d = 1;

	for (size_t p = 10; p < n; p *= 10)
		d++;
	return n <= 1 ? 0 : d;
}

bool source_load(struct source *s, struct tfdbg *t, const char *path, struct err *err)
{
	*s = (struct source){ .arena = arena_new() };
	if (!from_file(s, path) && !from_model(s, t, path))
		return tf_raise(err, "OSError", "Source path neither exists nor can be loaded as a .par file: %s",
				path);
	s->width = digits(s->line.n) + 3;
	return true;
}

void source_free(struct source *s)
{
	vec_free(&s->line);
	arena_free(s->arena);
	*s = (struct source){ 0 };
}
