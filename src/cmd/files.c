/*
 * files, fingerprint, warmup, origin: what stands in a model's folder around the model itself.
 */
#include <inttypes.h>
#include <stdlib.h>

#include "cmd/about.h"
#include "cmd/report_parts.h"
#include "cmd/rows.h"
#include "codec/tfrecord.h"
#include "model/files.h"
#include "model/origin.h"

static const struct cmd_opt opts[] = {
	{ "tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph with these tags" },
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

/* A file beside the model; reports its damage. NULL: it is not there, or cannot be read. */
static char *beside(struct report *r, const struct model *m, const char *name, size_t *n)
{
	struct err err = { 0 };
	char *bytes = NULL;

	if (!model_file_there(m, name)) {
		report_printf(r, "state", "there is no %s", name);
		return NULL;
	}
	if (!model_file_read(m, sv_of(name), &bytes, n, &err)) {
		char *text = err_text(&err);

		report_copy(r, "damaged", sv_of(text));
		free(text);
		err_clear(&err);
		return NULL;
	}
	return bytes;
}

/* ---- files ---- */

void about_files(struct report *r, const struct model *m)
{
	struct model_file *f;
	uint32_t n;
	bool whole = model_files(m, r->arena, &f, &n);

	for (uint32_t i = 0; i < n && report_open(r, NULL, REPORT_GROUP); i++) {
		report_bytes(r, "bytes", f[i].bytes);
		report_str(r, "file", f[i].path);
		report_str(r, "what", f[i].known || f[i].what[0] ? sv_of(f[i].what) : SV("not of the model"));
		report_close(r);
		report_to_index(r, TO_FILE, i);
	}
	if (!whole && report_open(r, NULL, REPORT_GROUP)) {
		report_bytes(r, "bytes", -1);
		report_str(r, "file", SV("..."));
		report_str(r, "what", SV("more files than are listed, or folders nested too deeply"));
		report_close(r);
	}
}

static int files_exec(struct cmd_call *c, struct err *err)
{
	struct report r;

	(void)err;
	report_init(&r, REPORT_LIST);
	about_files(&r, c->app->model);
	report_print(&r, c->out, call_flag(c, "json"));
	return EXIT_FINE;
}

const struct cmd cmd_files = {
	.name = "files", .where = CMD_SHELL | CMD_PROMPT, .opts = opts, .group = "Looking", .need = NEED_MODEL,
	.exec = files_exec, .brief = "Every file of the model's folder and what it is for.",
	.json = "[{bytes: int, file: str, what: str}]",
};

/* ---- fingerprint ---- */

void about_fingerprint(struct report *r, const struct model *m)
{
	const struct fingerprint *f = model_fingerprint(m);
	struct wire w;
	struct wire_field v;
	char *bytes;
	size_t n;

	if (f) {
		report_u64(r, "saved_model_checksum", f->checksum);
		report_u64(r, "graph_def_program_hash", f->program_hash);
		report_u64(r, "signature_def_hash", f->signature_hash);
		report_u64(r, "saved_object_graph_hash", f->object_graph_hash);
		report_u64(r, "checkpoint_hash", f->checkpoint_hash);
		if (f->uuid.n)
			report_str(r, "uuid", f->uuid);
	}
	bytes = beside(r, m, "fingerprint.pb", &n);
	if (!bytes)
		return;
	w = wire_of((struct sv){ bytes, n });
	while (wire_next(&w, &v))
		if (v.num == 6 && v.type == WIRE_LEN)
			report_message(r, "version", NULL, proto_type_find(SV("tensorflow.VersionDef")), v.s);
	if (w.bad)
		report_printf(r, "damaged", "at byte %zu of %zu", (size_t)((const char *)w.p - bytes), n);
	/* what was reported of it is copied, but for names that the model keeps */
	big_free(bytes, n + 1);
}

static int fingerprint_exec(struct cmd_call *c, struct err *err)
{
	struct report r;

	(void)err;
	report_init(&r, REPORT_GROUP);
	about_fingerprint(&r, c->app->model);
	report_print(&r, c->out, call_flag(c, "json"));
	return EXIT_FINE;
}

const struct cmd cmd_fingerprint = {
	.name = "fingerprint", .where = CMD_SHELL | CMD_PROMPT, .opts = opts, .group = "Looking",
	.need = NEED_MODEL, .exec = fingerprint_exec, .brief = "fingerprint.pb in full.",
	.json = "{saved_model_checksum?: str, graph_def_program_hash?: str, signature_def_hash?: str, "
		"saved_object_graph_hash?: str, checkpoint_hash?: str, uuid?: str, state?: str, "
		"version?: {producer?: int, min_consumer?: int, bad_consumers?: [int]}, damaged?: str}",
};

/* ---- warm-up ---- */

enum { REQUESTS_MAX = 1000 };

static void requests(struct report *r, struct sv all)
{
	const struct proto_type *t = proto_type_find(SV("tensorflow.PredictionLog"));
	size_t at = 0, n = 0;

	while (at < all.n && n < REQUESTS_MAX && report_open(r, NULL, REPORT_GROUP)) {
		struct sv data = SV("");
		const char *why;
		bool go = tfrecord_next(all, &at, &data, &why);

		report_int(r, "request", (int64_t)n++);
		report_bytes(r, "bytes", (int64_t)data.n);
		if (why)
			report_str(r, "damaged", sv_of(why));
		if (go)
			report_fields(r, NULL, t, data);
		report_close(r);
		if (!go)
			break;
	}
}

void about_warmup(struct report *r, const struct model *m)
{
	size_t n;
	char *bytes = beside(r, m, MODEL_WARMUP, &n);
	struct sv all;

	if (!bytes)
		return;
	all = arena_sv(r->arena, (struct sv){ bytes, n });
	big_free(bytes, n + 1);
	if (report_open(r, "requests", REPORT_LIST)) {
		requests(r, all);
		report_close(r);
	}
}

static int warmup_exec(struct cmd_call *c, struct err *err)
{
	struct report r;

	(void)err;
	report_init(&r, REPORT_GROUP);
	about_warmup(&r, c->app->model);
	report_print(&r, c->out, call_flag(c, "json"));
	return EXIT_FINE;
}

const struct cmd cmd_warmup = {
	.name = "warmup", .where = CMD_SHELL | CMD_PROMPT, .opts = opts, .group = "Looking", .need = NEED_MODEL,
	.exec = warmup_exec, .brief = "The requests with which TensorFlow Serving warms the model up.",
	.help = "assets.extra/tf_serving_warmup_requests, record by record: which model and signature, which inputs\n"
		"with which types, shapes and values. Checksums are verified. `run PATH --warmup all` runs them.",
	.json = "{state?: str, damaged?: str, requests?: [any]}",
};

/* ---- origin ---- */

void about_origin(struct report *r, const struct graph *g, uint32_t node)
{
	struct err err = { 0 };
	struct frame_line *f;
	uint32_t n;

	if (!node_origin(g, node, &f, &n, &err)) {
		char *text = err_text(&err);

		report_copy(r, "damaged", sv_of(text));
		free(text);
		err_clear(&err);
	}
	if (n && report_open(r, "made_at", REPORT_LIST)) {
		for (uint32_t i = 0; i < n && report_open(r, NULL, REPORT_GROUP); i++) {
			report_str(r, "file", f[i].file);
			report_int(r, "line", f[i].line);
			if (f[i].col)
				report_int(r, "column", f[i].col);
			if (f[i].func.n)
				report_str(r, "function", f[i].func);
			if (f[i].code.n)
				report_str(r, "code", f[i].code);
			report_close(r);
		}
		report_close(r);
	}
	free(f);
}

/* Of a file of the list that about_files makes: what is in it, when that is no business of another place. */
void about_file(struct report *r, const struct model *m, struct sv path)
{
	if (sv_is(path, "fingerprint.pb"))
		about_fingerprint(r, m);
	else if (sv_is(path, MODEL_WARMUP))
		about_warmup(r, m);
}

static int origin_exec(struct cmd_call *c, struct err *err)
{
	const struct graph *g;
	struct report r;
	uint32_t node;

	if (!node_find(c->app, sv_of(c->argv[0]), &g, &node, err))
		return EXIT_ERROR;
	report_init(&r, REPORT_GROUP);
	report_str(&r, "node", graph_node_name(g, node));
	report_str(&r, "in", g->func ? g->func->name : SV("graph"));
	about_origin(&r, g, node);
	if (r.root.n == 2 && !model_file_there(c->app->model, MODEL_ORIGINS))
		report_str(&r, "state", SV("the model does not say: there is no " MODEL_ORIGINS));
	else if (r.root.n == 2)
		report_str(&r, "state", SV("the model does not say for this node"));
	report_print(&r, c->out, call_flag(c, "json"));
	return EXIT_FINE;
}

const struct cmd cmd_origin = {
	.name = "origin", .where = CMD_SHELL | CMD_PROMPT, .opts = opts, .operands = "NODE", .min_args = 1,
	.max_args = 1, .arg = ARG_NODE, .group = "Looking", .need = NEED_MODEL, .exec = origin_exec,
	.brief = "Where in the Python source a node was made, when the model carries it.",
	.help = "The stack of calls, innermost last, from debug/saved_model_debug_info.pb (SaveOptions with\n"
		"save_debug_info=True, or a converter, write it).",
	.json = "{node: str, in: str, made_at?: [@frame], damaged?: str, state?: str}",
};
