/*
 * The overview: what a model is, takes, gives and holds, on one page or as JSON. Reads saved_model.pb,
 * fingerprint.pb and variables.index; never a weight. "smtui PATH" without a terminal prints it too.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/json_model.h"
#include "cmd/rows.h"
#include "cmd/table.h"
#include "model/concrete.h"

struct counts {
	uint64_t nodes, function_nodes;
	uint32_t vars, trainable;
	int64_t params, bytes, asset_bytes;
	bool trainable_known;
};

static void count(const struct metagraph *mg, struct counts *c)
{
	uint32_t n;
	const struct variable *v = metagraph_variables(mg, &n);

	*c = (struct counts){ .nodes = mg->graph->n_nodes, .vars = n };
	for (uint32_t i = 0; i < mg->n_funcs; i++)
		c->function_nodes += mg->funcs[i].graph->n_nodes - mg->funcs[i].graph->n_args;
	for (uint32_t i = 0; i < n; i++) {
		int64_t k;

		c->trainable += v[i].trainable_known && v[i].trainable;
		c->trainable_known |= v[i].trainable_known;
		c->bytes += v[i].bytes;
		if (shape_known(v[i].shape) &&
		    shape_count(v[i].shape.rank, v[i].shape.dim, &k, NULL))
			c->params += k;
	}
	for (uint32_t i = 0; i < mg->n_assets; i++)
		if (mg->assets[i].bytes > 0)
			c->asset_bytes += mg->assets[i].bytes;
}

static const char *form_name(enum model_form f)
{
	switch (f) {
	case MODEL_PB:
		return "SavedModel";
	case MODEL_PBTXT:
		return "SavedModel, text form";
	case MODEL_CPB:
		return "SavedModel, chunked or compressed";
	case MODEL_CHECKPOINT:
		return "checkpoint (variables only)";
	case MODEL_GRAPHDEF:
		return "GraphDef";
	}
	return "?";
}

static const char *generation(const struct model *m)
{
	if (model_form(m) >= MODEL_CHECKPOINT)
		return NULL;
	for (int i = 0; i < model_n_metagraphs(m); i++)
		if (model_metagraph(m, i)->has_object_graph)
			return "V2";
	return "V1";
}

/* ---- text ---- */

static void info_dtype(struct str *out, const struct tensor_info *ti)
{
	if (!dtype_enum_name(ti->dtype))
		str_addf(out, "type %d", ti->dtype);
	else if (ti->dtype == DT_INVALID)
		str_addz(out, "-");
	else
		str_addf(out, "%s%s", dtype_info((enum dtype)ti->dtype)->name,
			 dtype_is_ref((enum dtype)ti->dtype) ? " ref" : "");
}

static void info_shape(struct str *out, const struct tensor_info *ti)
{
	if (ti->encoding == TI_NAME && !ti->has_shape && ti->dtype != DT_INVALID)
		str_addz(out, "no shape");
	else if (ti->dtype != DT_INVALID || ti->encoding != TI_NAME)
		shape_str_py(out, ti->shape);
}

static void info_name(struct str *out, const struct tensor_info *ti)
{
	switch (ti->encoding) {
	case TI_NAME:
		str_escaped(out, ti->name);
		break;
	case TI_COO_SPARSE:
		str_addz(out, "sparse: ");
		for (int i = 0; i < 3; i++) {
			str_addz(out, i ? ", " : "");
			str_escaped(out, ti->coo[i]);
		}
		break;
	case TI_COMPOSITE:
		str_escaped(out, ti->type_name.n ? ti->type_name : SV("composite"));
		str_addz(out, ": ");
		for (uint32_t i = 0; i < ti->n_components; i++) {
			str_addz(out, i ? ", " : "");
			info_name(out, &ti->components[i]);
		}
		break;
	case TI_NONE:
		str_addz(out, "no tensor");
		break;
	}
}

static void cell(struct table *t, void (*fill)(struct str *, const struct tensor_info *),
		 const struct tensor_info *ti)
{
	struct str s = STR_INIT;

	str_addz(&s, "");
	fill(&s, ti);
	table_take(t, str_give(&s));
}

static void infos_add(struct table *t, const char *what, const struct tensor_info *ti, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		table_text(t, i ? "" : what);
		table_sv(t, ti[i].key);
		cell(t, info_dtype, &ti[i]);
		cell(t, info_shape, &ti[i]);
		cell(t, info_name, &ti[i]);
	}
	if (!n) {
		table_text(t, what);
		table_text(t, "none");
		for (int i = 0; i < 3; i++)
			table_text(t, "");
	}
}

static void signature_text(const struct signature *s, struct sink *out)
{
	struct table t;

	sink_puts(out, "\n  signature ");
	sink_escaped(out, s->key);
	if (s->method.n) {
		sink_puts(out, " (");
		sink_escaped(out, s->method);
		sink_puts(out, ")");
	}
	sink_puts(out, "\n");
	table_init(&t, "lllll");
	infos_add(&t, "in", s->in, s->n_in);
	infos_add(&t, "out", s->out, s->n_out);
	table_print(&t, out, 4);
	for (uint32_t i = 0; i < s->n_defaults; i++) {
		sink_puts(out, "    default for ");
		sink_escaped(out, s->default_key[i]);
		sink_puts(out, "\n");
	}
}

static void row(struct table *t, const char *what, char *text)
{
	table_text(t, what);
	table_take(t, text);
}

static char *nodes_text(const struct metagraph *mg, const struct counts *c)
{
	char *n = text_thousands((int64_t)c->nodes);
	char *b = text_bytes(metagraph_graph_bytes(mg));
	struct str s = STR_INIT;

	str_addf(&s, "%s in the graph (%s)", n, b);
	free(n);
	free(b);
	return str_give(&s);
}

static char *functions_text(const struct metagraph *mg, const struct counts *c)
{
	char *f = text_thousands(mg->n_funcs), *n = text_thousands((int64_t)c->function_nodes);
	char *b = text_bytes(metagraph_library_bytes(mg));
	struct str s = STR_INIT;

	if (mg->n_funcs)
		str_addf(&s, "%s with %s nodes (%s)", f, n, b);
	else
		str_addz(&s, "none");
	free(f);
	free(n);
	free(b);
	return str_give(&s);
}

static char *variables_text(const struct counts *c)
{
	char *n = text_thousands(c->vars), *p = text_thousands(c->params);
	char *b = text_bytes((uint64_t)c->bytes);
	struct str s = STR_INIT;

	str_addf(&s, "%s", c->vars ? n : "none");
	if (c->vars && c->trainable_known)
		str_addf(&s, " (%u trainable, %u not)", c->trainable, c->vars - c->trainable);
	if (c->vars)
		str_addf(&s, ", %s values, %s", p, b);
	free(n);
	free(p);
	free(b);
	return str_give(&s);
}

static char *assets_text(const struct metagraph *mg, const struct counts *c)
{
	char *b = text_bytes((uint64_t)c->asset_bytes);
	struct str s = STR_INIT;
	uint32_t missing = 0;

	for (uint32_t i = 0; i < mg->n_assets; i++)
		missing += mg->assets[i].bytes < 0;
	if (mg->n_assets)
		str_addf(&s, "%u (%s)", mg->n_assets, b);
	else
		str_addz(&s, "none");
	if (missing)
		str_addf(&s, ", %u missing", missing);
	free(b);
	return str_give(&s);
}

static void metagraph_text(const struct metagraph *mg, struct sink *out)
{
	struct counts c;
	struct table t;
	struct str tags = STR_INIT;

	count(mg, &c);
	tags_text(&tags, mg);
	sink_printf(out, "\ntag set %s\n", tags.n ? tags.p : "(no tags)");
	str_free(&tags);
	table_init(&t, "ll");
	table_text(&t, "nodes");
	table_take(&t, nodes_text(mg, &c));
	row(&t, "functions", functions_text(mg, &c));
	row(&t, "variables", variables_text(&c));
	row(&t, "assets", assets_text(mg, &c));
	table_print(&t, out, 2);
	for (uint32_t i = 0; i < mg->n_sigs; i++)
		signature_text(&mg->sigs[i], out);
	if (!mg->n_sigs)
		sink_puts(out, "\n  no signatures\n");
}

static char *version_text(const struct model *m)
{
	struct str s = STR_INIT;
	struct sv last = SV_NULL;

	for (int i = 0; i < model_n_metagraphs(m); i++) {
		const struct metagraph *mg = model_metagraph(m, i);

		if (!mg->tf_version.n || sv_eq(mg->tf_version, last))
			continue;
		str_addz(&s, last.n ? "; " : "");
		str_escaped(&s, mg->tf_version);
		if (mg->tf_git_version.n && !sv_is(mg->tf_git_version, "unknown")) {
			str_addz(&s, " (");
			str_escaped(&s, mg->tf_git_version);
			str_addz(&s, ")");
		}
		last = mg->tf_version;
	}
	if (!s.n)
		str_addz(&s, "not recorded");
	return str_give(&s);
}

static char *fingerprint_text(const struct model *m)
{
	const struct fingerprint *f = model_fingerprint(m);
	struct str s = STR_INIT;

	if (!f) {
		str_addz(&s, "none (no fingerprint.pb)");
		return str_give(&s);
	}
	str_addf(&s, "%" PRIu64, f->checksum);
	if (f->uuid.n) {
		str_addz(&s, ", uuid ");
		str_escaped(&s, f->uuid);
	}
	return str_give(&s);
}

void overview_text(const struct app *app, struct sink *out)
{
	const struct model *m = app->model;
	const char *file = model_file(m), *slash = strrchr(file, '/'), *gen = generation(m);
	char *bytes = text_bytes(model_file_bytes(m));
	struct table t;
	struct str head = STR_INIT;

	str_escaped(&head, sv_of(model_dir(m)));
	sink_printf(out, "%s\n", str_z(&head));
	str_clear(&head);
	str_escaped(&head, sv_of(slash ? slash + 1 : file));
	table_init(&t, "ll");
	table_text(&t, "format");
	table_printf(&t, "%s%s%s, %s, %s", form_name(model_form(m)), gen ? " " : "",
		     gen ? gen : "", str_z(&head), bytes);
	if (model_form(m) < MODEL_CHECKPOINT) {
		row(&t, "TensorFlow", version_text(m));
		row(&t, "fingerprint", fingerprint_text(m));
	}
	table_print(&t, out, 2);
	for (int i = 0; i < model_n_metagraphs(m); i++)
		metagraph_text(model_metagraph(m, i), out);
	if (!model_n_metagraphs(m))
		sink_puts(out, "\nno MetaGraph: the file is empty\n");
	str_free(&head);
	free(bytes);
}

/* ---- JSON ---- */

static void json_counts(struct json *j, const struct metagraph *mg)
{
	struct counts c;

	count(mg, &c);
	json_kint(j, "nodes", (int64_t)c.nodes);
	json_kint(j, "graph_bytes", (int64_t)metagraph_graph_bytes(mg));
	json_kint(j, "functions", mg->n_funcs);
	json_kint(j, "function_nodes", (int64_t)c.function_nodes);
	json_kint(j, "function_bytes", (int64_t)metagraph_library_bytes(mg));
	json_key(j, "variables");
	json_open(j, '{');
	json_kint(j, "count", c.vars);
	if (c.trainable_known)
		json_kint(j, "trainable", c.trainable);
	json_kint(j, "values", c.params);
	json_kint(j, "bytes", c.bytes);
	json_close(j, '}');
	json_key(j, "assets");
	json_open(j, '{');
	json_kint(j, "count", mg->n_assets);
	json_kint(j, "bytes", c.asset_bytes);
	json_close(j, '}');
}

static void json_metagraph(struct json *j, const struct metagraph *mg)
{
	json_open(j, '{');
	json_ktags(j, "tags", mg);
	json_kstr(j, "tensorflow", mg->tf_version);
	json_counts(j, mg);
	json_key(j, "signatures");
	json_open(j, '[');
	for (uint32_t i = 0; i < mg->n_sigs; i++)
		json_signature(j, &mg->sigs[i]);
	json_close(j, ']');
	json_close(j, '}');
}

static void json_fingerprint(struct json *j, const struct fingerprint *f)
{
	json_key(j, "fingerprint");
	if (!f) {
		json_null(j);
		return;
	}
	/* 64-bit numbers as text: most readers of JSON keep 53 bits only. */
	const struct { const char *key; uint64_t v; } part[] = {
		{ "saved_model_checksum", f->checksum },
		{ "graph_def_program_hash", f->program_hash },
		{ "signature_def_hash", f->signature_hash },
		{ "saved_object_graph_hash", f->object_graph_hash },
		{ "checkpoint_hash", f->checkpoint_hash },
	};
	json_open(j, '{');
	for (size_t i = 0; i < sizeof(part) / sizeof(*part); i++) {
		struct str s = STR_INIT;

		str_addf(&s, "%" PRIu64, part[i].v);
		json_kstr(j, part[i].key, str_sv(&s));
		str_free(&s);
	}
	json_kstr(j, "uuid", f->uuid);
	json_close(j, '}');
}

void overview_json(const struct app *app, struct sink *out)
{
	const struct model *m = app->model;
	struct json j;

	json_start(&j, out);
	json_open(&j, '{');
	json_kstr(&j, "path", sv_of(model_dir(m)));
	json_kstr(&j, "file", sv_of(model_file(m)));
	json_kint(&j, "file_bytes", (int64_t)model_file_bytes(m));
	json_kstr(&j, "form", sv_of(form_name(model_form(m))));
	if (generation(m))
		json_kstr(&j, "format", sv_of(generation(m)));
	json_fingerprint(&j, model_fingerprint(m));
	json_key(&j, "metagraphs");
	json_open(&j, '[');
	for (int i = 0; i < model_n_metagraphs(m); i++)
		json_metagraph(&j, model_metagraph(m, i));
	json_close(&j, ']');
	json_key(&j, "damage");
	json_open(&j, '[');
	for (uint32_t i = 0; i < model_n_damage(m); i++)
		json_str(&j, sv_of(model_damage(m, i)));
	json_close(&j, ']');
	json_close(&j, '}');
	json_end(&j);
}

/* ---- the verbs ---- */

static int print(struct cmd_call *c)
{
	(call_flag(c, "json") ? overview_json : overview_text)(c->app, c->out);
	return EXIT_FINE;
}

/* Any MetaGraph will do: the overview shows them all. */
static bool open_any(struct cmd_call *c, const char *path, struct err *err)
{
	struct app *app = c->app;
	struct err none = { 0 };

	app->model = model_open(path, err);
	if (!app->model)
		return false;
	app->path = xstrdup(path);
	app->mg = model_default(app->model, &none);
	err_clear(&none);
	if (!app->mg && model_n_metagraphs(app->model))
		app->mg = model_metagraph(app->model, 0);
	return true;
}

static int overview_exec(struct cmd_call *c, struct err *err)
{
	char *sig, *path = path_door(c->argv[0], &sig);
	bool ok = open_any(c, path, err);

	free(path);
	free(sig);
	return ok ? print(c) : EXIT_ERROR;
}

static const struct cmd_opt overview_opts[] = {
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

#define OVERVIEW_SCHEMA \
	"{path: str, file: str, file_bytes: int, form: str, format?: str, fingerprint: {saved_model_checksum: str, " \
	"graph_def_program_hash: str, signature_def_hash: str, saved_object_graph_hash: str, checkpoint_hash: str, " \
	"uuid: str}|null, metagraphs: [{tags: [str], tensorflow: str, nodes: int, graph_bytes: int, functions: int, " \
	"function_nodes: int, function_bytes: int, variables: {count: int, trainable?: int, values: int, bytes: int}, " \
	"assets: {count: int, bytes: int}, signatures: [@signature]}], damage: [str]}"

const struct cmd cmd_overview = {
	.name = "overview", .where = CMD_SHELL, .opts = overview_opts, .operands = "PATH",
	.min_args = 1, .max_args = 1, .arg = ARG_PATH, .group = "Looking",
	.brief = "What a model is, takes, gives and holds, as text.", .exec = overview_exec,
	.json = OVERVIEW_SCHEMA,
};

static int browse_exec(struct cmd_call *c, struct err *err)
{
	struct app *app = c->app;
	char *sig, *path = path_door(c->argv[0], &sig);
	bool ok = open_any(c, path, err);
	const char *tags = call_str(c, "tag_set");

	if (ok && tags)
		ok = (app->mg = model_find(app->model, sv_of(tags), err)) != NULL;
	free(path);
	if (ok && sig && app->mg)
		ok = app_debugger(app, sig, NULL, err);
	free(sig);
	if (!ok)
		return EXIT_ERROR;
	if (!screen_options(c, err))
		return EXIT_USAGE;
	if (call_flag(c, "json") || !app->mg)
		return print(c);
	if (call_flag(c, "linear") && app->prompt) {
		app->linear = true;
		print(c);
		return app->prompt->run(app, err);
	}
	if (!app->screen || !app->screen->usable())
		return print(c);
	return app->screen->run(app, false, err);
}

static const struct cmd_opt browse_opts[] = {
	{ "tag_set", 0, OPT_STRING, "TAGS", "open this tag set" },
	{ "json", 0, OPT_FLAG, NULL, "print the overview as JSON" },
	SCREEN_OPTS,
	{ 0 },
};

const struct cmd cmd_browse = {
	.name = "browse", .where = CMD_SHELL, .opts = browse_opts, .operands = "PATH",
	.min_args = 1, .max_args = 1, .arg = ARG_PATH, .group = "Looking",
	.brief = "Browse a model on the screen; without a terminal: overview.",
	.help = "The command's name may be left out: smtui PATH. PATH#NAME opens signature NAME.",
	.exec = browse_exec, .json = OVERVIEW_SCHEMA,
};
