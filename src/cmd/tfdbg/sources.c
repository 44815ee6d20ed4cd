/* print_source and list_source: which Python lines made which nodes, as far as the model says. */
#include <inttypes.h>
#include <stdlib.h>

#include "cmd/tfdbg/dumps.h"
#include "cmd/tfdbg/graph.h"
#include "cmd/tfdbg/match.h"
#include "cmd/tfdbg/source.h"
#include "cmd/tfdbg/verbs.h"

/* ---- print_source ---- */

struct made {			/* by a line: a node or a tensor */
	int64_t line;
	const char *name;
	bool dumped;
};

typedef VEC(struct made) made_list;

static int by_line(const void *a, const void *b)
{
	const struct made *x = a, *y = b;

	return x->line != y->line ? (x->line > y->line) - (x->line < y->line) : strcmp(x->name, y->name);
}

/* The tensors of a node that were made. */
static void tensors_of(const struct tf_dumps *d, const char *node, int64_t line, made_list *list)
{
	size_t n = strlen(node);

	for (size_t i = 0; i < d->tensor.n; i++) {
		const char *name = d->all.p[d->tensor.p[i].first].tensor;

		if (!strncmp(name, node, n) && name[n] == ':')
			vec_push(list, ((struct made){ line, name, true }));
	}
}

/* Each frame of each node in the file is a place where the line is said to have made it. */
static bool annotations(struct tf_call *c, const char *path, bool tensors, made_list *list, struct err *err)
{
	const struct tf_graph *g = tf_graph(c->t, err);
	struct tf_dumps *d = g ? tf_dumps(c->t, err) : NULL;

	for (size_t i = 0; d && i < g->node.n; i++) {
		struct frame_line *f = NULL;
		uint32_t n = 0;

		if (!node_origin(g->node.p[i].g, g->node.p[i].node, &f, &n, err))
			d = NULL;
		for (uint32_t k = 0; d && k < n; k++) {
			const char *node = g->node.p[i].path;

			if (!source_is(f[k].file, path))
				continue;
			if (tensors)
				tensors_of(d, node, f[k].line, list);
			else
				vec_push(list, ((struct made){ f[k].line, node, dumps_node(d, node) != NULL }));
		}
		free(f);
	}
	if (d && list->n)
		qsort(list->p, list->n, sizeof(*list->p), by_line);
	return d != NULL;
}

static void made_line(struct rich *out, const struct made *m)
{
	struct str s = STR_INIT, link = STR_INIT;

	str_addz(&s, "    ");
	str_escaped(&s, sv_of(m->name));
	str_addf(&link, "pt %s", str_z(&s) + 4);
	rich_sv(out, str_sv(&s));
	rich_span(out, 4, s.n, m->dumped ? RT_PLAIN : RT_BLUE, m->dumped ? str_z(&link) : NULL);
	str_free(&s);
	str_free(&link);
}

/* "    (... Omitted 3 of 13 op(s) ...) +5": the last word shows five more. */
static void omitted_line(struct tf_call *c, size_t n, int64_t most, size_t line)
{
	bool tensors = tf_flag(c, "tensors");
	struct str s = STR_INIT, link = STR_INIT;

	str_addf(&s, "    (... Omitted %zu of %zu %s ...) ", n - (size_t)most, n, tensors ? "tensor(s)" : "op(s)");
	str_addf(&link, "ps %s -b %zu -m %" PRId64 "%s", c->argv[0], line, most + 5, tensors ? " -t" : "");
	str_addz(&s, "+5");
	rich_sv(c->out, str_sv(&s));
	rich_span(c->out, s.n - 2, s.n, RT_PLAIN, str_z(&link));
	str_free(&s);
	str_free(&link);
}

static void source_line(struct rich *out, const struct source *s, size_t i)
{
	struct str line = STR_INIT;
	size_t label;

	str_addf(&line, "L%zu", i + 1);
	label = line.n;
	while (line.n < s->width)
		str_addc(&line, ' ');
	str_add(&line, s->line.p[i]);
	rich_sv(out, str_sv(&line));
	rich_span(out, 0, label, RT_YELLOW, NULL);
	str_free(&line);
}

static void source_lines(struct tf_call *c, const struct source *s, const made_list *made)
{
	int64_t most = tf_flag(c, "max_elements_per_line") ? tf_opt(c, "max_elements_per_line")->i : 10;
	int64_t begin = tf_flag(c, "line_begin") ? tf_opt(c, "line_begin")->i : 0;
	size_t k = 0;

	most = most < 0 ? 0 : most;
	for (size_t i = 0; i < s->line.n; i++) {
		size_t to;

		source_line(c->out, s, i);
		if (begin == (int64_t)i + 1)
			c->out->scroll_to = c->out->line.n - 1;
		while (k < made->n && made->p[k].line < (int64_t)i + 1)
			k++;
		for (to = k; to < made->n && made->p[to].line == (int64_t)i + 1; to++)
			;
		for (size_t m = k; m < to && m - k < (size_t)most; m++)
			made_line(c->out, &made->p[m]);
		if (to - k > (size_t)most)
			omitted_line(c, to - k, most, i + 1);
		k = to;
	}
}

static bool ps_exec(struct tf_call *c, struct err *err)
{
	struct source s;
	made_list made = { 0 };
	bool ok = source_load(&s, c->t, c->argv[0], err) &&
		  annotations(c, c->argv[0], tf_flag(c, "tensors"), &made, err);

	if (ok)
		source_lines(c, &s, &made);
	if (ok)
		tf_menu(c->out, "print_source", NULL);
	vec_free(&made);
	source_free(&s);
	return ok;
}

static const struct tf_flag ps_flags[] = {
	{ "t", "tensors", OPT_FLAG, "Label lines with dumped tensors, instead of ops.", NULL },
	{ "m", "max_elements_per_line", OPT_INT, "How many elements are shown for a line (10).", NULL },
	{ "b", "line_begin", OPT_INT, "The line to scroll to, from 1 on.", NULL },
	{ 0 },
};

const struct tf_verb tf_print_source = {
	.name = "print_source", .aliases = (const char *const[]){ "ps", NULL }, .where = AT_END, .flags = ps_flags,
	.operand = "source_file_path", .operand_help = "A Python file: its path, or the end of it.", .min_args = 1,
	.max_args = 1, .exec = ps_exec, .brief = "Print a Python file, with the nodes that its lines made.",
};

/* ---- list_source ---- */

struct file {
	struct sv path;
	int64_t first;			/* line */
	uint64_t nodes, tensors, dumps;
	size_t last;			/* node that counted, + 1: each counts once */
};

typedef VEC(struct file) file_list;

static uint64_t dumps_of(const struct tf_dumps *d, const char *node, uint32_t n_out)
{
	uint64_t n = 0;

	for (uint32_t k = 0; k < n_out; k++) {
		char *name = xasprintf("%s:%u", node, k);
		const struct tf_tensor *t = dumps_tensor(d, name);

		n += t ? t->n : 0;
		free(name);
	}
	return n;
}

static struct file *file_of(file_list *files, struct map *by_path, struct sv path)
{
	uint64_t at;

	if (!map_get(by_path, path, &at)) {
		at = files->n;
		vec_push(files, ((struct file){ .path = path, .first = INT64_MAX }));
		map_add(by_path, path, at);
	}
	return &files->p[at];
}

static bool files_of_node(const struct tf_graph *g, const struct tf_dumps *d, size_t i, const struct match *path,
			  file_list *files, struct map *by_path, struct err *err)
{
	const struct tf_node *n = &g->node.p[i];
	const struct node *node = graph_node(n->g, n->node, err);
	struct frame_line *f = NULL;
	uint32_t frames = 0;
	bool ok = node && node_origin(n->g, n->node, &f, &frames, err);

	for (uint32_t k = 0; ok && k < frames; k++) {
		struct file *file;

		if (!match_is(path, f[k].file))
			continue;
		file = file_of(files, by_path, f[k].file);
		file->first = f[k].line < file->first ? f[k].line : file->first;
		if (file->last == i + 1)
			continue;
		file->last = i + 1;
		file->nodes++;
		file->tensors += node->n_out;
		file->dumps += dumps_of(d, n->path, node->n_out);
	}
	free(f);
	return ok;
}

static int by_path(const void *a, const void *b)
{
	return sv_cmp(((const struct file *)a)->path, ((const struct file *)b)->path);
}

static bool collect(struct tf_call *c, file_list *files, struct err *err)
{
	const struct tf_graph *g = tf_graph(c->t, err);
	struct tf_dumps *d = g ? tf_dumps(c->t, err) : NULL;
	struct match path = { 0 }, node = { 0 };
	struct map seen = MAP_INIT;
	bool ok = d && match_make(&path, tf_str(c, "path_filter"), err) &&
		  match_make(&node, tf_str(c, "node_name_filter"), err);

	for (size_t i = 0; ok && i < g->node.n; i++)
		if (match_is(&node, sv_of(g->node.p[i].path)))
			ok = files_of_node(g, d, i, &path, files, &seen, err);
	if (ok && files->n)
		qsort(files->p, files->n, sizeof(*files->p), by_path);
	map_free(&seen);
	match_free(&path);
	match_free(&node);
	return ok;
}

static size_t number_width(uint64_t n)
{
	size_t d = 1;

	for (; n > 9; n /= 10)
		d++;
	return d;
}

struct columns {
	int path, nodes, tensors;
};

static struct columns columns_of(const file_list *files, bool library)
{
	struct columns w = { sizeof("Source file path"), sizeof("#(nodes)"), sizeof("#(tensors)") };

	for (size_t i = 0; i < files->n; i++) {
		const struct file *f = &files->p[i];
		struct str s = STR_INIT;

		if (source_is_library(f->path) != library)
			continue;
		str_escaped(&s, f->path);
		w.path = (int)s.n + 1 > w.path ? (int)s.n + 1 : w.path;
		w.nodes = (int)number_width(f->nodes) + 1 > w.nodes ? (int)number_width(f->nodes) + 1 : w.nodes;
		w.tensors =
			(int)number_width(f->tensors) + 1 > w.tensors ? (int)number_width(f->tensors) + 1 : w.tensors;
		str_free(&s);
	}
	return w;
}

static void file_row(struct rich *out, const struct file *f, struct columns w, unsigned style)
{
	struct str path = STR_INIT, link = STR_INIT;

	str_escaped(&path, f->path);
	rich_add(out, "%-*s%-*" PRIu64 "%-*" PRIu64 "%" PRIu64, w.path, str_z(&path), w.nodes, f->nodes, w.tensors,
		 f->tensors, f->dumps);
	rich_style(out, style);
	str_addf(&link, "ps %s -b %" PRId64, str_z(&path), f->first);
	rich_span(out, 0, path.n, style, sv_ends(f->path, SV(".py")) ? str_z(&link) : NULL);
	str_free(&path);
	str_free(&link);
}

static void table(struct rich *out, const file_list *files, bool library)
{
	struct columns w = columns_of(files, library);
	unsigned style = library ? RT_GRAY : RT_PLAIN;
	size_t n = 0;

	rich_add(out, library ? "TensorFlow Python library file(s):" : "File(s) outside TensorFlow Python library:");
	rich_style(out, style);
	for (size_t i = 0; i < files->n; i++) {
		if (source_is_library(files->p[i].path) != library)
			continue;
		if (!n++) {
			rich_add(out, "%-*s%-*s%-*s%s", w.path, "Source file path", w.nodes, "#(nodes)", w.tensors,
				 "#(tensors)", "#(tensor dumps)");
			rich_style(out, style);
		}
		file_row(out, &files->p[i], w, style);
	}
	if (!n)
		rich_add(out, "[No files.]");
	rich_add(out, "%s", "");
}

static bool ls_exec(struct tf_call *c, struct err *err)
{
	file_list files = { 0 };
	bool ok = collect(c, &files, err);

	if (ok) {
		rich_add(c->out, "List of source files that created nodes in this run");
		rich_style(c->out, RT_BOLD);
		if (tf_str(c, "path_filter"))
			rich_add(c->out, "File path regex filter: \"%s\"", tf_str(c, "path_filter"));
		if (tf_str(c, "node_name_filter"))
			rich_add(c->out, "Node name regex filter: \"%s\"", tf_str(c, "node_name_filter"));
		rich_add(c->out, "%s", "");
	}
	if (ok && !files.n) {
		rich_add(c->out, "[No source file information.]");
	} else if (ok) {
		table(c->out, &files, false);
		table(c->out, &files, true);
		tf_menu(c->out, "list_source", NULL);
	}
	vec_free(&files);
	return ok;
}

static const struct tf_flag ls_flags[] = {
	{ "p", "path_filter", OPT_STRING, "Only files whose path matches.", NULL },
	{ "n", "node_name_filter", OPT_STRING, "Only nodes whose names match.", NULL },
	{ 0 },
};

const struct tf_verb tf_list_source = {
	.name = "list_source", .aliases = (const char *const[]){ "ls", NULL }, .where = AT_END, .flags = ls_flags,
	.exec = ls_exec, .brief = "List the Python files that made the run's nodes.",
};
