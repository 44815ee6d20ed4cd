/* meta: what a MetaGraph says of itself. sigs: its signatures. collections: TensorFlow 1's lists of things. */
#include "cmd/about.h"
#include "cmd/report_parts.h"
#include "cmd/rows.h"
#include "model/meta.h"

static const struct cmd_opt opts[] = {
	{ "tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph with these tags" },
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

/* ---- meta ---- */

static void op_name(struct report *r, const struct metagraph *mg, const char *key, struct sv name)
{
	if (!name.n)
		return;
	report_str(r, key, name);
	report_to_name(r, mg->graph, name);
}

static void loading(struct report *r, const struct metagraph *mg, const struct metagraph_meta *m)
{
	static const char *const versions[] = { "legacy", "V1", "V2" };

	if (!report_open(r, "loading", REPORT_GROUP))
		return;
	op_name(r, mg, "init_op", m->init_op);
	op_name(r, mg, "saved_model_main_op", m->main_op);
	op_name(r, mg, "legacy_init_op", m->legacy_init_op);
	op_name(r, mg, "train_op", m->train_op);
	if (m->saver.there && report_open(r, "saver", REPORT_GROUP)) {
		op_name(r, mg, "filename_tensor", m->saver.filename);
		op_name(r, mg, "save_tensor", m->saver.save);
		op_name(r, mg, "restore_op", m->saver.restore);
		if (m->saver.version >= 0 && m->saver.version < 3)
			report_str(r, "format", sv_of(versions[m->saver.version]));
		else
			report_int(r, "format", m->saver.version);
		report_bool(r, "sharded", m->saver.sharded);
		report_int(r, "max_to_keep", m->saver.max_to_keep);
		report_num(r, "keep_every_hours", m->saver.keep_hours);
		report_close(r);
	}
	report_close(r);
}

static void pairs(struct report *r, const char *key, const struct metagraph *mg, const char *a, const char *b,
		  const struct name_pair *p, uint32_t n)
{
	if (!n || !report_open(r, key, REPORT_LIST))
		return;
	for (uint32_t i = 0; i < n && report_open(r, NULL, REPORT_GROUP); i++) {
		const struct function *f = metagraph_function(mg, p[i].a);

		report_str(r, a, p[i].a);
		report_str(r, b, p[i].b);
		report_close(r);
		if (!f)
			f = metagraph_function(mg, p[i].b);
		if (f)
			report_to_index(r, TO_FUNCTION, (uint32_t)(f - mg->funcs));
	}
	report_close(r);
}

static void versions(struct report *r, const struct metagraph_meta *m)
{
	if (!m->has_versions || !report_open(r, "graph_versions", REPORT_GROUP))
		return;
	report_int(r, "producer", m->producer);
	report_int(r, "min_consumer", m->min_consumer);
	if (m->n_bad && report_open(r, "bad_consumers", REPORT_LIST)) {
		for (uint32_t i = 0; i < m->n_bad; i++)
			report_int(r, NULL, m->bad[i]);
		report_close(r);
	}
	report_close(r);
}

void about_meta(struct report *r, const struct metagraph *mg)
{
	struct metagraph_meta m;

	metagraph_meta(mg, r->arena, &m);
	report_strs(r, "tags", mg->tags, mg->n_tags);
	report_str(r, "tensorflow", mg->tf_version);
	report_str(r, "tensorflow_git", mg->tf_git_version);
	if (m.graph_version.n)
		report_str(r, "meta_graph_version", m.graph_version);
	if (m.any_type.n)
		report_str(r, "any_info", m.any_type);
	report_str(r, "form", mg->has_object_graph ? SV("TensorFlow 2, with an object graph") : SV("TensorFlow 1"));
	report_bool(r, "stripped_default_attrs", mg->stripped_defaults);
	versions(r, &m);
	loading(r, mg, &m);
	pairs(r, "function_aliases", mg, "function", "alias", m.alias, m.n_aliases);
	pairs(r, "gradients", mg, "function", "gradient", m.gradient, m.n_gradients);
	pairs(r, "registered_gradients", mg, "op", "gradient", m.registered, m.n_registered);
	report_bytes(r, "op_list_bytes", (int64_t)m.op_list_bytes);
	report_strs(r, "op_list", m.op, m.n_ops);
}

static int meta_exec(struct cmd_call *c, struct err *err)
{
	struct report r;

	(void)err;
	report_init(&r, REPORT_GROUP);
	about_meta(&r, c->app->mg);
	report_print(&r, c->out, call_flag(c, "json"));
	return EXIT_FINE;
}

const struct cmd cmd_meta = {
	.name = "meta", .where = CMD_SHELL | CMD_PROMPT, .opts = opts, .group = "Looking",
	.need = NEED_MODEL, .exec = meta_exec,
	.brief = "The MetaGraph: its TensorFlow, versions, ops, and how it is loaded and saved.",
	.help = "Tags, the TensorFlow that wrote it, GraphDef's versions, the nodes that loading, saving and\n"
		"training run, aliases and gradients of functions, and the list of ops that it needs.",
	.json = "{tags: [str], tensorflow: str, tensorflow_git: str, meta_graph_version?: str, any_info?: str, "
		"form: str, stripped_default_attrs: bool, graph_versions?: {producer: int, min_consumer: int, "
		"bad_consumers?: [int]}, loading: {init_op?: str, saved_model_main_op?: str, legacy_init_op?: str, "
		"train_op?: str, saver?: {filename_tensor?: str, save_tensor?: str, restore_op?: str, "
		"format: str|int, sharded: bool, max_to_keep: int, keep_every_hours: num}}, "
		"function_aliases?: [{function: str, alias: str}], gradients?: [{function: str, gradient: str}], "
		"registered_gradients?: [{op: str, gradient: str}], op_list_bytes: int, op_list: [str]}",
};

/* ---- sigs ---- */

void about_defaults(struct report *r, const struct signature *s)
{
	if (!s->n_defaults || !report_open(r, "defaults", REPORT_LIST))
		return;
	for (uint32_t k = 0; k < s->n_defaults && report_open(r, NULL, REPORT_GROUP); k++) {
		report_str(r, "key", s->default_key[k]);
		report_tensor_fields(r, s->default_proto[k]);
		report_close(r);
	}
	report_close(r);
}

void about_signature(struct report *r, const struct metagraph *mg, uint32_t i)
{
	const struct signature *s = &mg->sigs[i];

	report_str(r, "key", s->key);
	report_to_index(r, TO_SIGNATURE, i);
	report_str(r, "method", s->method);
	report_infos(r, "inputs", mg, s->in, s->n_in);
	report_infos(r, "outputs", mg, s->out, s->n_out);
	about_defaults(r, s);
}

static void no_such(struct err *err, const char *what, const char *name, const char *lists)
{
	err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "no %s \"%s\"; %s lists them", what, name, lists);
}

static int sigs_exec(struct cmd_call *c, struct err *err)
{
	const struct metagraph *mg = c->app->mg;
	struct report r;
	bool any = false;

	report_init(&r, REPORT_LIST);
	for (uint32_t i = 0; i < mg->n_sigs; i++) {
		if ((c->argc && !sv_is(mg->sigs[i].key, c->argv[0])) || !report_open(&r, NULL, REPORT_GROUP))
			continue;
		about_signature(&r, mg, i);
		report_close(&r);
		any = true;
	}
	if (c->argc && !any) {
		no_such(err, "signature", c->argv[0], "sigs");
		report_free(&r);
		return EXIT_ERROR;
	}
	if (!any && !call_flag(c, "json"))
		sink_puts(c->out, "no signatures\n");
	report_print(&r, c->out, call_flag(c, "json"));
	return EXIT_FINE;
}

const struct cmd cmd_sigs = {
	.name = "sigs", .where = CMD_SHELL | CMD_PROMPT, .opts = opts, .operands = "[KEY]", .max_args = 1,
	.arg = ARG_SIGNATURE, .group = "Looking", .need = NEED_MODEL, .exec = sigs_exec,
	.brief = "The signatures: method, inputs, outputs and default values of each.",
	.json = "[{key: str, method: str, inputs: [@info], outputs: [@info], "
		"defaults?: [{key: str, damaged?: str, dtype?: str, shape?: @shape, value?: str}]}]",
};

/* ---- collections ---- */

/* What the items of a collection are, when they are messages as bytes. */
static const struct proto_type *item_type(struct sv name)
{
	static const struct { const char *name, *type; } known[] = {
		{ "variables", "tensorflow.VariableDef" },
		{ "trainable_variables", "tensorflow.VariableDef" },
		{ "local_variables", "tensorflow.VariableDef" },
		{ "model_variables", "tensorflow.VariableDef" },
		{ "moving_average_variables", "tensorflow.VariableDef" },
		{ "metric_variables", "tensorflow.VariableDef" },
		{ "global_step", "tensorflow.VariableDef" },
		{ "concatenated_variables", "tensorflow.VariableDef" },
		{ "cond_context", "tensorflow.CondContextDef" },
		{ "while_context", "tensorflow.WhileContextDef" },
		{ "queue_runners", "tensorflow.QueueRunnerDef" },
		{ "savers", "tensorflow.SaverDef" },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (sv_is(name, known[i].name))
			return proto_type_find(sv_of(known[i].type));
	return NULL;
}

/* Does every field make sense? A collection may have a well-known name and other contents. */
static bool is_message(const struct proto_type *t, struct sv bytes)
{
	struct proto_reader p = proto_reader_of(t, bytes);
	struct proto_value v;

	while (proto_next(&p, &v))
		;
	return !p.w.bad && !p.unknown;
}

static void item(struct report *r, const struct metagraph *mg, const struct collection *c, struct sv s)
{
	const struct proto_type *t = strcmp(c->kind, "bytes") ? NULL : item_type(c->name), *any = NULL;

	if (!strcmp(c->kind, "any"))
		any = proto_type_find(SV("tensorflow.AnyProto"));
	if (any)
		report_message(r, NULL, mg, any, s);
	else if (t && is_message(t, s))
		report_message(r, NULL, mg, t, s);
	else
		report_str(r, NULL, s);
	if (!t && !any)
		report_to_name(r, mg->graph, s);
}

void about_collection(struct report *r, const struct metagraph *mg, uint32_t i)
{
	uint32_t n;
	const struct collection *c = &metagraph_collections(mg, &n)[i];

	report_str(r, "name", c->name);
	report_to_index(r, TO_COLLECTION, i);
	report_str(r, "kind", sv_of(c->kind));
	if (!report_open(r, "items", REPORT_LIST))
		return;
	for (uint32_t k = 0; k < c->n; k++)
		item(r, mg, c, c->items[k]);
	report_close(r);
}

static int collections_exec(struct cmd_call *c, struct err *err)
{
	const struct metagraph *mg = c->app->mg;
	uint32_t n;
	const struct collection *all = metagraph_collections(mg, &n);
	bool any = false;
	struct report r;

	report_init(&r, REPORT_LIST);
	for (uint32_t i = 0; i < n; i++) {
		if ((c->argc && !sv_is(all[i].name, c->argv[0])) || !report_open(&r, NULL, REPORT_GROUP))
			continue;
		about_collection(&r, mg, i);
		report_close(&r);
		any = true;
	}
	if (c->argc && !any) {
		no_such(err, "collection", c->argv[0], "collections");
		report_free(&r);
		return EXIT_ERROR;
	}
	if (!any && !call_flag(c, "json"))
		sink_puts(c->out, "no collections\n");
	report_print(&r, c->out, call_flag(c, "json"));
	return EXIT_FINE;
}

const struct cmd cmd_collections = {
	.name = "collections", .where = CMD_SHELL | CMD_PROMPT, .opts = opts, .operands = "[NAME]", .max_args = 1,
	.group = "Looking", .need = NEED_MODEL, .exec = collections_exec,
	.brief = "TensorFlow 1's collections: variables, assets, loops and branches, savers, what was added.",
	.help = "Items that are messages (variables, cond and while contexts, queue runners, savers, assets) are\n"
		"shown field by field, all others as strings and numbers.",
	.json = "[{name: str, kind: str, items: [any]}]",
};
