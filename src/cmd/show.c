/*
 * show and scan, with the bytes of saved_model_cli (TensorFlow 2.15). With --dir everything is as
 * strict as there; with PATH the tag set and the signature may be left out.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/peer.h"
#include "cmd/rows.h"
#include "cmd/json_model.h"
#include "cmd/show_functions.h"
#include "cmd/show_json.h"

static void indented(struct sink *out, int indent, const char *text)
{
	sink_printf(out, "%*s%s", indent, "", text);
}

/* ---- one signature ---- */

static void shape_print(struct sink *out, const struct tensor_info *ti)
{
	if (ti->has_shape && ti->shape.rank < 0) {
		sink_puts(out, "unknown_rank\n");
		return;
	}
	sink_puts(out, "(");
	for (int i = 0; ti->has_shape && i < ti->shape.rank; i++)
		sink_printf(out, "%s%lld", i ? ", " : "", (long long)ti->shape.dim[i]);
	sink_puts(out, ")\n");
}

static bool info_print(struct sink *out, int indent, const struct tensor_info *ti, struct err *err)
{
	const char *name = dtype_enum_name(ti->dtype);

	if (!name)
		return peer_fail(err, ERR_KIND_MODEL, "KeyError: %d", ti->dtype);
	indented(out, indent, "dtype: ");
	sink_printf(out, "%s\n", name);
	indented(out, indent, "shape: ");
	shape_print(out, ti);
	indented(out, indent, "name: ");
	peer_put(out, ti->encoding == TI_NAME ? ti->name : SV_NULL);
	sink_puts(out, "\n");
	return true;
}

static bool infos_print(struct sink *out, int indent, const char *what,
			const struct tensor_info *ti, uint32_t n, struct err *err)
{
	indented(out, indent, "The given SavedModel SignatureDef contains the following ");
	sink_printf(out, "%s(s):\n", what);
	for (uint32_t i = 0; i < n; i++) {
		indented(out, indent + 2, what);
		sink_puts(out, "s['");
		peer_put(out, ti[i].key);
		sink_puts(out, "'] tensor_info:\n");
		if (!info_print(out, indent + 6, &ti[i], err))
			return false;
	}
	return true;
}

static bool signature_print(struct sink *out, int indent, const struct signature *s,
			    struct err *err)
{
	if (!infos_print(out, indent, "input", s->in, s->n_in, err) ||
	    !infos_print(out, indent, "output", s->out, s->n_out, err))
		return false;
	indented(out, indent, "Method name is: ");
	peer_put(out, s->method);
	sink_puts(out, "\n");
	return true;
}

/* ---- tag sets ---- */

/* As Python compares lists of strings. */
static int by_tags(const void *a, const void *b)
{
	const struct metagraph *x = *(const struct metagraph *const *)a;
	const struct metagraph *y = *(const struct metagraph *const *)b;

	for (uint32_t i = 0; i < x->n_tags && i < y->n_tags; i++) {
		int c = sv_cmp(x->tags[i], y->tags[i]);

		if (c)
			return c;
	}
	if (x->n_tags != y->n_tags)
		return x->n_tags < y->n_tags ? -1 : 1;
	return (x->index > y->index) - (x->index < y->index);
}

static const struct metagraph **sorted(const struct model *m)
{
	int n = model_n_metagraphs(m);
	const struct metagraph **list = xcalloc((size_t)n + 1, sizeof(*list));

	for (int i = 0; i < n; i++)
		list[i] = model_metagraph(m, i);
	qsort(list, (size_t)n, sizeof(*list), by_tags);
	return list;
}

static int by_text(const void *a, const void *b)
{
	return sv_cmp(*(const struct sv *)a, *(const struct sv *)b);
}

static void tags_line(struct sink *out, const struct metagraph *mg)
{
	struct sv *tag = xcalloc(mg->n_tags + 1u, sizeof(*tag));
	struct str joined = STR_INIT, repr = STR_INIT;

	for (uint32_t i = 0; i < mg->n_tags; i++)
		tag[i] = mg->tags[i];
	qsort(tag, mg->n_tags, sizeof(*tag), by_text);
	str_addz(&joined, "");
	for (uint32_t i = 0; i < mg->n_tags; i++) {
		str_addz(&joined, i ? ", " : "");
		str_add(&joined, tag[i]);
	}
	py_repr(&repr, str_sv(&joined));
	sink_printf(out, "%s\n", str_z(&repr));
	str_free(&joined);
	str_free(&repr);
	free(tag);
}

static void show_tag_sets(struct app *app, struct sink *out)
{
	const struct metagraph **list = sorted(app->model);

	sink_puts(out, "The given SavedModel contains the following tag-sets:\n");
	for (int i = 0; i < model_n_metagraphs(app->model); i++)
		tags_line(out, list[i]);
	free(list);
}

static void show_keys(const struct metagraph *mg, struct sink *out)
{
	sink_puts(out, "The given SavedModel MetaGraphDef contains SignatureDefs with the following "
		       "keys:\n");
	for (uint32_t i = 0; i < mg->n_sigs; i++) {
		sink_puts(out, "SignatureDef key: \"");
		peer_put(out, mg->sigs[i].key);
		sink_puts(out, "\"\n");
	}
}

static bool show_ops(const struct metagraph *mg, struct sink *out, struct err *err)
{
	struct str s = STR_INIT;
	struct pyset ops;

	if (!peer_ops(mg, &ops, err))
		return false;
	str_addz(&s, "The MetaGraph with tag set ");
	peer_tags_repr(&s, mg);
	str_addz(&s, " contains the following ops: ");
	pyset_repr(&s, &ops);
	str_addc(&s, '\n');
	sink_put(out, str_sv(&s));
	str_free(&s);
	pyset_free(&ops);
	return true;
}

static bool show_one_of_all(const struct metagraph *mg, struct sink *out, struct err *err)
{
	sink_puts(out, "\nMetaGraphDef with tag-set: '");
	for (uint32_t i = 0; i < mg->n_tags; i++) {
		sink_puts(out, i ? ", " : "");
		peer_put(out, mg->tags[i]);
	}
	sink_puts(out, "' contains the following SignatureDefs:\n");
	for (uint32_t i = 0; i < mg->n_sigs; i++) {
		sink_puts(out, "\nsignature_def['");
		peer_put(out, mg->sigs[i].key);
		sink_puts(out, "']:\n");
		if (!signature_print(out, 2, &mg->sigs[i], err))
			return false;
	}
	return show_ops(mg, out, err);
}

/* For its last section the peer loads the model: 2.15's fails where that does, 2.21's says so. dir NULL: nobody
 * asks for its ways. */
static bool functions_of(struct app *app, const struct metagraph *mg, const char *dir, struct sink *out,
			 struct err *err)
{
	struct err why = { 0 };

	if (!dir || peer_loads(mg, dir, app->compat_2_21, &why))
		return show_functions(mg, out, err);
	if (!app->compat_2_21) {
		*err = why;
		return false;
	}
	sink_puts(out, "\nConcrete Functions: N/A (could not be listed due to the existence of custom ops in the "
		  "SavedModel)\n");
	err_clear(&why);
	return true;
}

/* dir: as it was given with --dir, or NULL. */
static bool show_all(struct app *app, const char *dir, struct sink *out, struct err *err)
{
	const struct metagraph **list = sorted(app->model), *with_objects = NULL;
	bool ok = true;

	for (int i = 0; ok && i < model_n_metagraphs(app->model); i++) {
		ok = show_one_of_all(list[i], out, err);
		if (!with_objects && list[i]->has_object_graph)
			with_objects = list[i];
	}
	free(list);
	return ok && (!with_objects || functions_of(app, with_objects, dir, out, err));
}

/* ---- show ---- */

static bool show_signature(const struct metagraph *mg, const char *key, struct sink *out,
			   struct err *err)
{
	const struct signature *s = metagraph_signature(mg, sv_of(key));

	if (!s)
		return peer_no_signature(mg, key, err);
	return signature_print(out, 0, s, err);
}

/* What is asked for of the MetaGraph with these tags, or of all of them. */
static bool dir_json(struct cmd_call *c, struct err *err)
{
	const char *tags = call_str(c, "tag_set"), *key = call_str(c, "signature_def");
	const struct metagraph **list = sorted(c->app->model), *one = NULL;
	struct show_want w = {
		.mg = list, .n = model_n_metagraphs(c->app->model), .all_signatures = !key || call_flag(c, "all"),
		.ops = call_flag(c, "all") || call_flag(c, "list_ops"), .functions = call_flag(c, "all"),
	};
	bool ok = true;

	if (tags && !call_flag(c, "all")) {
		one = peer_find_tags(c->app, tags, err);
		ok = one != NULL;
		w.mg = &one;
		w.n = 1;
	}
	if (ok && key && one && !w.all_signatures) {
		w.signature = metagraph_signature(one, sv_of(key));
		ok = w.signature || peer_no_signature(one, key, err);
	}
	ok = ok && show_json(c->out, &w, err);
	free(list);
	return ok;
}

static bool path_json(struct cmd_call *c, const char *path, const char *key, struct err *err)
{
	struct show_want w = {
		.all_signatures = !key || call_flag(c, "all"), .ops = call_flag(c, "all") || call_flag(c, "list_ops"),
		.functions = call_flag(c, "all"),
	};
	const struct metagraph **list, *one;
	bool ok = true;

	if (call_flag(c, "all")) {
		c->app->model = model_open(path, err);
		if (!c->app->model)
			return false;
		list = sorted(c->app->model);
		w.mg = list;
		w.n = model_n_metagraphs(c->app->model);
		ok = show_json(c->out, &w, err);
		free(list);
		return ok;
	}
	if (!app_open(c->app, path, call_str(c, "tag_set"), err))
		return false;
	one = c->app->mg;
	w.mg = &one;
	w.n = 1;
	if (key)
		w.signature = app_signature(one, key, c->msg, err);
	return (!key || w.signature) && show_json(c->out, &w, err);
}

/* show --dir: as the peer. */
static bool show_dir(struct cmd_call *c, const char *dir, struct err *err)
{
	const char *tags = call_str(c, "tag_set"), *key = call_str(c, "signature_def");
	const struct metagraph *mg;

	if (!peer_open(c->app, dir, err))
		return false;
	if (call_flag(c, "json"))
		return dir_json(c, err);
	if (call_flag(c, "all"))
		return show_all(c->app, dir, c->out, err);
	if (!tags) {
		if (call_flag(c, "list_ops"))
			sink_puts(c->out, "--list_ops must be paired with a tag-set or with "
					  "--all.\n");
		show_tag_sets(c->app, c->out);
		return true;
	}
	if (call_flag(c, "list_ops")) {
		mg = peer_find_tags(c->app, tags, err);
		if (!mg || !show_ops(mg, c->out, err))
			return false;
	}
	/* 2.21 trims tags here too, but not for the keys alone */
	mg = key ? peer_find_tags(c->app, tags, err) : peer_find(c->app->model, tags, err);
	if (!mg)
		return false;
	if (key)
		return show_signature(mg, key, c->out, err);
	show_keys(mg, c->out);
	return true;
}

/* show PATH: what is not said is chosen. */
static bool show_path(struct cmd_call *c, const char *path, const char *door, struct err *err)
{
	const char *key = call_str(c, "signature_def");
	const struct signature *s;
	struct err none = { 0 };

	if (call_flag(c, "json"))
		return path_json(c, path, key ? key : door, err);
	if (call_flag(c, "all")) {
		c->app->model = model_open(path, err);
		return c->app->model && show_all(c->app, NULL, c->out, err);
	}
	if (!app_open(c->app, path, call_str(c, "tag_set"), err))
		return false;
	note_tags(c->app->mg, c->msg);
	if (call_flag(c, "list_ops"))
		return show_ops(c->app->mg, c->out, err);
	key = key ? key : door;
	s = app_signature(c->app->mg, key, c->msg, key ? err : &none);
	err_clear(&none);
	if (s)
		return signature_print(c->out, 0, s, err);
	if (!key)
		show_keys(c->app->mg, c->out);
	return !key;
}

static int show_exec(struct cmd_call *c, struct err *err)
{
	const char *dir = call_str(c, "dir");
	char *path, *door;
	bool ok;

	if (!peer_compat(c, err))
		return EXIT_USAGE;
	if (dir && c->argc) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "unrecognized arguments: %s",
			c->argv[0]);
		return EXIT_USAGE;
	}
	if (!dir && !c->argc) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			"flag --dir=None: Flag --dir must have a value other than None.");
		return EXIT_USAGE;
	}
	if (dir)
		return show_dir(c, dir, err) ? EXIT_FINE : EXIT_ERROR;
	path = path_door(c->argv[0], &door);
	ok = show_path(c, path, door, err);
	free(path);
	free(door);
	return ok ? EXIT_FINE : EXIT_ERROR;
}

static const struct cmd_opt show_opts[] = {
	{ "dir", 0, OPT_STRING, "DIR", "the model, exactly DIR/saved_model.pb or .pbtxt" },
	{ "all", 0, OPT_FLAG, NULL, "everything: all tag sets, signatures, ops, functions" },
	{ "tag_set", 0, OPT_STRING, "TAGS", "comma-separated: the MetaGraph with these tags" },
	{ "signature_def", 0, OPT_STRING, "KEY", "this signature's inputs and outputs" },
	{ "list_ops", 0, OPT_FLAG, NULL, "the ops of the MetaGraph" },
	PEER_OPTS,
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

const struct cmd cmd_show = {
	.name = "show", .where = CMD_SHELL, .opts = show_opts, .operands = "[PATH]",
	.max_args = 1, .arg = ARG_PATH, .group = "Looking",
	.brief = "Tag sets, signatures, ops and functions as saved_model_cli prints them.",
	.help = "With --dir, output and errors are those of saved_model_cli show. With PATH alone, the\n"
		"tag set defaults to serve or the only one, the signature to serving_default or\n"
		"the only one.",
	.exec = show_exec, .json = SHOW_SCHEMA,
};

/* ---- scan ---- */

static void intersect(const struct pyset *a, const struct pyset *b, struct pyset *out)
{
	const struct pyset *small = b->key.n > a->key.n ? a : b, *big = small == a ? b : a;
	struct sv key;

	pyset_init(out);
	for (size_t i = 0; pyset_next(small, &i, &key);)
		if (pyset_has(big, key))
			pyset_add(out, key);
}

static void set_json(struct json *j, const char *key, const struct pyset *s)
{
	struct sv op;

	json_key(j, key);
	json_open(j, '[');
	for (size_t i = 0; pyset_next(s, &i, &op);)
		json_str(j, op);
	json_close(j, ']');
}

static bool scan_one_json(const struct metagraph *mg, const struct pyset *deny, struct json *j, struct err *err)
{
	struct pyset ops, both;

	if (!peer_ops(mg, &ops, err))
		return false;
	intersect(deny, &ops, &both);
	json_open(j, '{');
	json_ktags(j, "tags", mg);
	set_json(j, "searched", deny);
	set_json(j, "found", &both);
	json_close(j, '}');
	pyset_free(&ops);
	pyset_free(&both);
	return true;
}

static bool scan_one(const struct metagraph *mg, const struct pyset *deny, struct sink *out,
		     struct err *err)
{
	struct str s = STR_INIT;
	struct pyset ops, both;

	if (!peer_ops(mg, &ops, err))
		return false;
	intersect(deny, &ops, &both);
	str_addz(&s, "MetaGraph with tag set ");
	peer_tags_repr(&s, mg);
	str_addz(&s, both.key.n ? " contains the following denylisted ops: "
			       : " does not contain the default denylisted ops: ");
	pyset_repr(&s, both.key.n ? &both : deny);
	str_addc(&s, '\n');
	sink_put(out, str_sv(&s));
	str_free(&s);
	pyset_free(&ops);
	pyset_free(&both);
	return true;
}

static int scan_exec(struct cmd_call *c, struct err *err)
{
	const char *dir = call_str(c, "dir"), *tags = call_str(c, "tag_set"), *ops;
	const struct metagraph *one = NULL;
	struct pyset deny;
	struct json j;
	bool ok, json = call_flag(c, "json");

	if (!peer_compat(c, err))
		return EXIT_USAGE;
	if (!dir == !c->argc) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			"flag --dir=None: Flag --dir must have a value other than None.");
		return EXIT_USAGE;
	}
	if (dir)
		ok = peer_open(c->app, dir, err);
	else
		ok = (c->app->model = model_open(c->argv[0], err)) != NULL;
	if (ok && tags && *tags)
		ok = (one = peer_find_tags(c->app, tags, err)) != NULL;
	ops = call_str(c, "op_denylist");
	peer_list(ops && *ops ? ops : "WriteFile,ReadFile,PrintV2", c->app->compat_2_21, &deny);
	if (json) {
		json_start(&j, c->out);
		json_open(&j, '[');
	}
	for (int i = 0; ok && i < model_n_metagraphs(c->app->model); i++) {
		const struct metagraph *mg = model_metagraph(c->app->model, i);

		if (!one || one == mg)
			ok = json ? scan_one_json(mg, &deny, &j, err) : scan_one(mg, &deny, c->out, err);
	}
	if (json) {
		json_close(&j, ']');
		json_end(&j);
	}
	pyset_free(&deny);
	return ok ? EXIT_FINE : EXIT_ERROR;
}

static const struct cmd_opt scan_opts[] = {
	{ "dir", 0, OPT_STRING, "DIR", "the model, exactly DIR/saved_model.pb or .pbtxt" },
	{ "tag_set", 0, OPT_STRING, "TAGS", "only the MetaGraph with these tags" },
	{ "op_denylist", 0, OPT_STRING, "OPS", "comma-separated; default WriteFile,ReadFile,PrintV2" },
	PEER_OPTS,
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

const struct cmd cmd_scan = {
	.name = "scan", .where = CMD_SHELL, .opts = scan_opts, .operands = "[PATH]",
	.max_args = 1, .arg = ARG_PATH, .group = "Checking",
	.brief = "Look for ops that touch files or print, as saved_model_cli scan does.",
	.exec = scan_exec, .json = "[{tags: [str], searched: [str], found: [str]}]",
};
