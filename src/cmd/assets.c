/*
 * assets: the files that came with a model. asset: one of them as a vocabulary: its lines and what is odd about
 * them, where a token is, which op reads it.
 */
#include <inttypes.h>
#include <stdlib.h>

#include "base/vec.h"
#include "cmd/about.h"
#include "cmd/report_parts.h"
#include "cmd/rows.h"
#include "inspect/vocab.h"
#include "model/callable.h"
#include "model/files.h"

enum { SHOWN = 5, FOUND_MAX = 100, QUICK_BYTES = 16 << 20, USES_MAX = 50, WALK_MAX = 10000 };

/* ---- who reads it ---- */

struct at {
	const struct graph *g;
	uint32_t node, slot;
};

struct walk {
	struct report *r;
	const struct metagraph *mg;
	VEC(struct at) todo;
	size_t done;
	int uses, asset;
};

static void go_to(struct walk *w, const struct graph *g, uint32_t node, uint32_t slot)
{
	for (size_t i = 0; i < w->todo.n; i++)
		if (w->todo.p[i].g == g && w->todo.p[i].node == node && w->todo.p[i].slot == slot)
			return;
	if (w->todo.n < WALK_MAX)
		vec_push(&w->todo, ((struct at){ g, node, slot }));
}

static void use(struct walk *w, const struct graph *g, const struct node *n)
{
	static const char *const told[] = { "key_index", "value_index", "delimiter", "vocab_size", "offset" };
	struct report *r = w->r;

	if (w->uses++ >= USES_MAX || !report_open(r, NULL, REPORT_GROUP))
		return;
	report_str(r, "op", n->op);
	report_str(r, "node", n->name);
	report_str(r, "in", g->func ? g->func->name : SV("graph"));
	for (size_t i = 0; i < sizeof(told) / sizeof(*told); i++) {
		struct attr_value v;
		struct str s = STR_INIT;

		if (!node_attr_value(n, told[i], &v))
			continue;
		attr_print(&s, &v);
		report_copy(r, told[i], str_sv(&s));
		str_free(&s);
	}
	report_close(r);
	report_to_node(r, g, n->index);
}

/* A name of a file passes through these; an op that takes it otherwise reads it. */
static bool passes(struct sv op)
{
	return sv_is(op, "Identity") || sv_is(op, "IdentityN") || sv_is(op, "Switch") || sv_is(op, "Merge");
}

static void taken(struct walk *w, const struct graph *g, const struct consumer *c)
{
	const struct node *n = graph_node(g, c->node, NULL);
	const struct function *f = n ? n->callee : NULL;
	struct sv name;

	if (!n || c->input == SLOT_CONTROL)
		return;
	if (!f && node_attr_func(n, "f", &name))
		f = metagraph_function(w->mg, name);
	if (f && c->input < f->graph->n_args)
		go_to(w, f->graph, c->input, 0);
	else if (passes(n->op))
		for (uint32_t i = 0; i < n->n_out; i++)
			go_to(w, g, c->node, i);
	else if (!sv_starts(n->op, SV("Save")) && !sv_is(n->op, "NoOp"))
		use(w, g, n);
}

/* A function that captured the asset's object takes its name as an argument behind its own. */
static void captured(void *ctx, struct sv name, const int64_t *bound, uint32_t n)
{
	struct walk *w = ctx;
	const struct function *f = metagraph_function(w->mg, name);
	uint32_t n_objects;
	const struct object_node *o = metagraph_objects(w->mg, &n_objects);

	if (!f || f->graph->n_args < n)
		return;
	for (uint32_t i = 0; i < n; i++)
		if (bound[i] >= 0 && bound[i] < n_objects && o[bound[i]].asset == w->asset)
			go_to(w, f->graph, f->graph->n_args - n + i, 0);
}

static void uses(struct report *r, const struct metagraph *mg, uint32_t asset)
{
	struct walk w = { .r = r, .mg = mg, .asset = (int)asset };
	struct sv tensor = mg->assets[asset].tensor;
	struct edge e;

	if (!report_open(r, "read_by", REPORT_LIST))
		return;
	if (tensor.n && graph_resolve(mg->graph, tensor, &e, NULL))
		go_to(&w, mg->graph, e.node, e.slot == SLOT_CONTROL ? 0 : e.slot);
	traces_each(mg, captured, &w);
	for (; w.done < w.todo.n; w.done++) {
		struct at at = w.todo.p[w.done];
		uint32_t n;
		const struct consumer *c = graph_consumers(at.g, at.node, &n, NULL);

		for (uint32_t i = 0; c && i < n; i++)
			if (c[i].slot == at.slot)
				taken(&w, at.g, &c[i]);
	}
	vec_free(&w.todo);
	report_close(r);
}

/* ---- its lines ---- */

static void oddity(struct report *r, const char *key, uint64_t count, uint64_t first)
{
	if (!count || !report_open(r, key, REPORT_GROUP))
		return;
	report_int(r, "lines", (int64_t)count);
	report_int(r, "first_index", (int64_t)first);
	report_close(r);
}

static void line(struct report *r, const struct vocab *v, uint64_t i)
{
	if (!report_open(r, NULL, REPORT_GROUP))
		return;
	report_int(r, "index", (int64_t)i);
	report_copy(r, "token", vocab_line(v, i));
	report_close(r);
}

static void twins(struct report *r, const struct vocab *v)
{
	if (!v->n_twins || !report_open(r, "duplicated", REPORT_LIST))
		return;
	for (int i = 0; i < v->n_twins && report_open(r, NULL, REPORT_GROUP); i++) {
		report_int(r, "index", (int64_t)v->twin[i].again);
		report_int(r, "same_as", (int64_t)v->twin[i].first);
		report_copy(r, "token", vocab_line(v, v->twin[i].again));
		report_close(r);
	}
	report_close(r);
}

static void ends(struct report *r, const struct vocab *v)
{
	if (v->n && report_open(r, "first", REPORT_LIST)) {
		for (uint64_t i = 0; i < v->n && i < SHOWN; i++)
			line(r, v, i);
		report_close(r);
	}
	if (v->n > SHOWN && report_open(r, "last", REPORT_LIST)) {
		for (uint64_t i = v->n > 2 * SHOWN ? v->n - SHOWN : SHOWN; i < v->n; i++)
			line(r, v, i);
		report_close(r);
	}
}

static void lines(struct report *r, const struct vocab *v)
{
	report_int(r, "lines", (int64_t)v->all);
	if (v->n < v->all)
		report_int(r, "examined", (int64_t)v->n);
	report_bool(r, "ends_with_newline", !v->no_last_newline && v->n);
	if (v->bom)
		report_bool(r, "bom", true);
	if (v->binary)
		report_bool(r, "binary", true);
	report_int(r, "duplicates", (int64_t)v->duplicates);
	oddity(r, "crlf", v->crlf, v->first_crlf);
	oddity(r, "empty", v->empty, v->first_empty);
	oddity(r, "blanks_at_the_end", v->blank_ends, v->first_blank);
	oddity(r, "not_utf8", v->bad_utf8, v->first_bad);
	if (v->n) {
		report_int(r, "longest_bytes", (int64_t)v->longest_bytes);
		report_int(r, "longest_index", (int64_t)v->longest);
	}
	twins(r, v);
}

static bool content(const struct metagraph *mg, const struct asset *a, char **bytes, size_t *n, struct err *err)
{
	char *name;
	bool ok;

	if (!a->path)
		return err_set(err, ERR_KIND_FILE, ERR_INVALID_ARGUMENT, "the name leads out of the model's folder");
	name = xasprintf("assets/%.*s", SV_ARG(a->filename));
	ok = model_file_read(mg->model, sv_of(name), bytes, n, err);
	free(name);
	return ok;
}

static void head(struct report *r, const struct metagraph *mg, uint32_t i)
{
	const struct asset *a = &mg->assets[i];

	report_str(r, "file", a->filename);
	report_to_index(r, TO_ASSET, i);
	report_str(r, "state", !a->path ? SV("name refused: it leads out of the model's folder") :
		   a->bytes < 0 ? SV("missing") : SV("there"));
	report_bytes(r, "bytes", a->bytes);
	report_str(r, "tensor", a->tensor);
	report_to_name(r, mg->graph, a->tensor);
}

static void about(struct report *r, const struct metagraph *mg, uint32_t i, bool show_ends)
{
	struct err err = { 0 };
	struct vocab v;
	char *bytes;
	size_t n;

	head(r, mg, i);
	uses(r, mg, i);
	if (mg->assets[i].bytes < 0 || (!show_ends && mg->assets[i].bytes > QUICK_BYTES))
		return;
	if (!content(mg, &mg->assets[i], &bytes, &n, &err)) {
		char *text = err_text(&err);

		report_copy(r, "damaged", sv_of(text));
		free(text);
		err_clear(&err);
		return;
	}
	vocab_new(&v, (struct sv){ bytes, n });
	lines(r, &v);
	if (show_ends && !v.binary)
		ends(r, &v);
	vocab_free(&v);
	big_free(bytes, n + 1);
}

void about_asset(struct report *r, const struct metagraph *mg, uint32_t i)
{
	about(r, mg, i, true);
}

void about_asset_facts(struct report *r, const struct metagraph *mg, uint32_t i)
{
	about(r, mg, i, false);
}

/* ---- assets ---- */

static int assets_exec(struct cmd_call *c, struct err *err)
{
	const struct metagraph *mg = c->app->mg;
	struct report r;

	(void)err;
	report_init(&r, REPORT_LIST);
	for (uint32_t i = 0; i < mg->n_assets && report_open(&r, NULL, REPORT_GROUP); i++) {
		head(&r, mg, i);
		report_close(&r);
	}
	if (!mg->n_assets && !call_flag(c, "json"))
		sink_puts(c->out, "no assets\n");
	report_print(&r, c->out, call_flag(c, "json"));
	return EXIT_FINE;
}

static const struct cmd_opt assets_opts[] = {
	{ "tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph with these tags" },
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

const struct cmd cmd_assets = {
	.name = "assets", .where = CMD_SHELL | CMD_PROMPT, .opts = assets_opts, .group = "Looking",
	.need = NEED_MODEL, .exec = assets_exec, .brief = "The files that came with the model.",
	.json = "[{file: str, state: str, bytes: int, tensor: str}]",
};

/* ---- asset ---- */

static int asset_named(const struct metagraph *mg, const char *name, struct err *err)
{
	int hit = -1, hits = 0;

	for (uint32_t i = 0; i < mg->n_assets; i++) {
		if (sv_is(mg->assets[i].filename, name))
			return (int)i;
		if (sv_ends(mg->assets[i].filename, sv_of(name)))
			hit = (int)i, hits++;
	}
	if (hits == 1)
		return hit;
	err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "%s \"%s\"; assets lists them",
		hits ? "several assets end in" : "no asset", name);
	return -1;
}

/* --lookup and --line: lines of the file, each with its index. */
static bool ask(struct cmd_call *c, const struct vocab *v, struct report *r, struct err *err)
{
	const char *token = call_str(c, "lookup");
	const struct cmd_val *want = call_opt(c, "line");
	uint64_t at = 0;
	int found = 0;

	if (want->given && (want->i < 0 || (uint64_t)want->i >= v->n))
		return err_set(err, ERR_KIND_USAGE, ERR_OUT_OF_RANGE, "--line %" PRId64 ": the file has %" PRIu64
			       " lines, counted from 0", want->i, v->n);
	if (want->given)
		line(r, v, (uint64_t)want->i);
	while (token && found < FOUND_MAX && (at = vocab_find(v, sv_of(token), at)) < v->n) {
		line(r, v, at++);
		found++;
	}
	return !token || found || want->given ||
	       err_set(err, ERR_KIND_INPUT, ERR_NOT_FOUND, "no line is \"%s\"", token);
}

static int lines_asked(struct cmd_call *c, const struct asset *a, struct err *err)
{
	struct vocab v;
	struct report r;
	char *bytes;
	size_t n;
	bool ok;

	if (!content(c->app->mg, a, &bytes, &n, err))
		return EXIT_ERROR;
	vocab_new(&v, (struct sv){ bytes, n });
	report_init(&r, REPORT_LIST);
	ok = ask(c, &v, &r, err);
	if (ok)
		report_print(&r, c->out, call_flag(c, "json"));
	else
		report_free(&r);
	vocab_free(&v);
	big_free(bytes, n + 1);
	return ok ? EXIT_FINE : EXIT_ERROR;
}

static int asset_exec(struct cmd_call *c, struct err *err)
{
	int i = asset_named(c->app->mg, c->argv[0], err);
	struct report r;

	if (i < 0)
		return EXIT_ERROR;
	if (call_str(c, "lookup") || call_opt(c, "line")->given)
		return lines_asked(c, &c->app->mg->assets[i], err);
	report_init(&r, REPORT_GROUP);
	about_asset(&r, c->app->mg, (uint32_t)i);
	report_print(&r, c->out, call_flag(c, "json"));
	return EXIT_FINE;
}

static const struct cmd_opt asset_opts[] = {
	{ "tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph with these tags" },
	{ "lookup", 0, OPT_STRING, "TOKEN", "only the lines that are TOKEN, with their indices" },
	{ "line", 0, OPT_INT, "N", "only line N, counted from 0 as tables do" },
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

#define LINE "{index: int, token: str}"
#define ODD "{lines: int, first_index: int}"

const struct cmd cmd_asset = {
	.name = "asset",
	.where = CMD_SHELL | CMD_PROMPT,
	.opts = asset_opts,
	.operands = "NAME",
	.min_args = 1,
	.max_args = 1,
	.group = "Looking",
	.need = NEED_MODEL,
	.exec = asset_exec,
	.brief = "One asset as a vocabulary: lines, duplicates, line ends, who reads it, a token's index.",
	.help = "NAME: the file's name, or an end of it. Indices count lines from 0, as a table made of the file\n"
		"does. CRLF line ends, blanks at the end of a line and a byte order mark become part of a token.",
	.json = "[" LINE "]|{file: str, state: str, bytes: int, tensor: str, read_by: [{op: str, node: str, in: str, "
		"key_index?: str, value_index?: str, delimiter?: str, vocab_size?: str, offset?: str}], "
		"damaged?: str, lines?: int, examined?: int, ends_with_newline?: bool, bom?: bool, binary?: bool, duplicates?: int, "
		"crlf?: " ODD ", empty?: " ODD ", blanks_at_the_end?: " ODD ", not_utf8?: " ODD ", "
		"longest_bytes?: int, longest_index?: int, duplicated?: [{index: int, same_as: int, token: str}], "
		"first?: [" LINE "], last?: [" LINE "]}",
};
