/* Inputs and outputs of a signature: what they take, feeding them, what came out; and which signature. */
#include "cmd/inputs.h"

#include <stdlib.h>

#include "base/mem.h"
#include "cmd/args.h"
#include "cmd/given.h"
#include "cmd/line.h"
#include "cmd/recall.h"
#include "cmd/labels.h"
#include "cmd/rows.h"
#include "cmd/table.h"

/* ---- what an input takes ---- */

static const struct shape any_shape = { -1, NULL };

void input_spec(const struct metagraph *mg, const struct tensor_info *ti, struct feed_spec *spec)
{
	enum dtype t = dtype_enum_name(ti->dtype) ? dtype_base((enum dtype)ti->dtype) : DT_INVALID;
	const struct node *n;
	struct shape shape;
	struct edge e;

	*spec = (struct feed_spec){
		.key = ti->key, .tensor_name = ti->name, .dtype = t,
		.shape = ti->has_shape ? ti->shape : any_shape,
	};
	if (ti->encoding != TI_NAME || !graph_resolve(mg->graph, ti->name, &e, NULL))
		return;
	n = graph_node(mg->graph, e.node, NULL);
	if (n && sv_is(n->op, "Placeholder") && node_attr_shape(n, "shape", &shape))
		spec->shape = shape;
}

static void keys_text(const struct signature *sig, struct str *out)
{
	for (uint32_t i = 0; i < sig->n_in; i++) {
		str_addz(out, i ? ", \"" : "\"");
		str_escaped(out, sig->in[i].key);
		str_addc(out, '"');
	}
}

int input_find(const struct signature *sig, struct sv key, struct err *err)
{
	struct str keys = STR_INIT, safe = STR_INIT;

	for (uint32_t i = 0; i < sig->n_in; i++)
		if (sv_eq(sig->in[i].key, key))
			return (int)i;
	keys_text(sig, &keys);
	str_escaped(&safe, key);
	err_set(err, ERR_KIND_INPUT, ERR_NOT_FOUND, "no input \"%s\"; there %s %s", str_z(&safe),
		sig->n_in == 1 ? "is" : "are", sig->n_in ? str_z(&keys) : "none");
	str_free(&keys);
	str_free(&safe);
	return -1;
}

int input_only(const struct signature *sig, struct err *err)
{
	struct str keys = STR_INIT;

	if (sig->n_in == 1)
		return 0;
	keys_text(sig, &keys);
	err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
		sig->n_in ? "a value alone feeds the only input, but there are several (%s): write KEY=VALUE"
			  : "this signature takes no inputs%s",
		sig->n_in ? str_z(&keys) : "");
	str_free(&keys);
	return -1;
}

bool inputs_alone(const struct signature *sig, const char *file,
		  bool (*add)(void *ctx, struct sv key, const char *value, struct err *err), void *ctx, struct err *err)
{
	int only = sig->n_in > 1 && feed_is_columns(file) ? -1 : input_only(sig, err);

	if (only >= 0)
		return add(ctx, sig->in[only].key, file, err);
	for (uint32_t i = 0; !err_is(err) && i < sig->n_in; i++)
		if (!add(ctx, sig->in[i].key, file, err))
			return false;
	return !err_is(err);
}

void pictures_options(struct cmd_call *c)
{
	const char *scale = call_str(c, "image_scale"), *resize = call_str(c, "image_resize");

	free(c->app->pictures);
	c->app->pictures = scale || resize ? xasprintf("%s%s%s", scale ? scale : "", scale && resize ? "," : "",
						       resize ? resize : "") : NULL;
}

bool inputs_each(const char *text, const char *option,
		 bool (*add)(void *ctx, struct sv key, const char *value, struct err *err), void *ctx,
		 struct err *err)
{
	struct sv all = sv_of(text);

	for (size_t i = 0; i < all.n;) {
		size_t end = line_end(all, i);
		struct sv one = sv_sub(all, i, end);
		long eq = sv_find(one, '=');
		char *value;
		bool ok;

		i = end + 1;
		if (!one.n)
			continue;
		if (eq < 0)
			return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
				       "--%s: KEY=VALUE is wanted, not \"%.*s\"", option, SV_ARG(one));
		value = xsvdup(sv_sub(one, (size_t)eq + 1, one.n));
		ok = add(ctx, sv_sub(one, 0, (size_t)eq), value, err);
		free(value);
		if (!ok)
			return false;
	}
	return true;
}

const char *input_example(const struct tensor_info *ti)
{
	enum dtype t = dtype_enum_name(ti->dtype) ? dtype_base((enum dtype)ti->dtype) : DT_INVALID;
	enum dtype_kind kind = dtype_info(t)->kind;
	int rank = ti->has_shape ? ti->shape.rank : -1;

	if (kind == DK_STRING)
		return rank == 0 ? "\"text\"" : "[\"text\"]";
	if (rank == 4 && (ti->shape.dim[3] == 1 || ti->shape.dim[3] == 3))
		return "FILE.png";
	if (rank == 0)
		return kind == DK_BOOL ? "True" : kind == DK_FLOAT ? "1.5" : "3";
	return "FILE.npy";
}

static void info_row(struct table *t, const struct tensor_info *ti)
{
	struct str s = STR_INIT;

	table_sv(t, ti->key);
	table_text(t, dtype_enum_name(ti->dtype) ? dtype_info(dtype_base((enum dtype)ti->dtype))->name
						 : "?");
	str_addz(&s, "");
	if (ti->encoding == TI_NAME)
		shape_str_py(&s, ti->has_shape ? ti->shape : any_shape);
	else
		str_addz(&s, ti->encoding == TI_COO_SPARSE ? "sparse" : "composite");
	table_take(t, str_give(&s));
}

void inputs_list(const struct signature *sig, struct sink *out, int indent)
{
	struct table t;

	table_init(&t, "lll");
	for (uint32_t i = 0; i < sig->n_in; i++)
		info_row(&t, &sig->in[i]);
	table_print(&t, out, indent);
}

/* ---- feeding the debugger ---- */

static bool feed_at(struct app *app, int i, const char *text, struct err *err)
{
	const struct signature *sig = dbg_signature(app->dbg);
	struct feed_spec spec;
	struct tensor *t;
	bool ok;

	input_spec(app->mg, &sig->in[i], &spec);
	spec.pictures = app->pictures;
	t = feed_parse(&spec, text, err);
	ok = t && dbg_set_input(app->dbg, (uint32_t)i, t, text, err);
	if (ok)
		recall_put(app, sig, sig->in[i].key, text);
	if (!t)
		err_note(err, "input \"%.*s\"", SV_ARG(sig->in[i].key));
	tensor_unref(t);
	return ok;
}

static bool have_signature(const struct app *app, struct err *err)
{
	return dbg_signature(app->dbg) ||
	       err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
		       "no signature is chosen: signature NAME");
}

bool debug_feed(struct app *app, struct sv key, const char *text, struct err *err)
{
	int i;

	if (!have_signature(app, err))
		return false;
	i = input_find(dbg_signature(app->dbg), key, err);
	return i >= 0 && feed_at(app, i, text, err);
}

static bool feed_pair(void *ctx, struct sv key, const char *value, struct err *err)
{
	return debug_feed(ctx, key, value, err);
}

bool debug_feed_only(struct app *app, const char *text, struct err *err)
{
	return have_signature(app, err) && inputs_alone(dbg_signature(app->dbg), text, feed_pair, app, err);
}

bool debug_feed_all(struct app *app, const char *text, struct err *err)
{
	return inputs_each(text, "inputs", feed_pair, app, err);
}

static bool debug_feed_examples(struct cmd_call *c, struct err *err)
{
	struct givens g = { .msg = c->msg };
	struct app *app = c->app;
	bool ok = givens_read(&g, NULL, NULL, call_str(c, "input_examples"), err);

	for (size_t k = 0; ok && k < g.list.n; k++) {
		int i = input_find(dbg_signature(app->dbg), g.list.p[k].key, err);
		struct feed_spec spec;
		struct tensor *t = NULL;

		if (i >= 0) {
			input_spec(app->mg, &dbg_signature(app->dbg)->in[i], &spec);
			t = feed_value(&spec, g.list.p[k].v, err);
		}
		ok = t && dbg_set_input(app->dbg, (uint32_t)i, t, "examples", err);
		tensor_unref(t);
	}
	givens_free(&g);
	return ok;
}

bool debug_feed_options(struct cmd_call *c, struct err *err)
{
	const char *inputs = call_str(c, "inputs"), *exprs = call_str(c, "input_exprs");

	pictures_options(c);
	return (!call_str(c, "json_input") || serving_feed(c, err)) &&
	       (!inputs || debug_feed_all(c->app, inputs, err)) &&
	       (!exprs || inputs_each(exprs, "input_exprs", feed_pair, c->app, err)) &&
	       (!call_str(c, "input_examples") || (have_signature(c->app, err) && debug_feed_examples(c, err))) &&
	       (c->argc < 2 || debug_feed_only(c->app, c->argv[1], err));
}

bool debug_open(struct cmd_call *c, struct err *err)
{
	const char *sig = call_str(c, "signature_def");
	char *door, *path = path_door(c->argv[0], &door);
	bool ok = app_open(c->app, path, call_str(c, "tag_set"), err);

	if (ok)
		note_tags(c->app->mg, c->msg);
	ok = ok && app_debugger(c->app, sig ? sig : door, c->msg, err) && debug_feed_options(c, err);
	free(path);
	free(door);
	return ok;
}

/* "feed x VALUE", "feed x=VALUE", "feed VALUE". */
static int feed_exec(struct cmd_call *c, struct err *err)
{
	struct sv word = sv_of(c->argv[0]);
	long eq = sv_find(word, '=');
	bool ok;

	if (!have_signature(c->app, err))
		return EXIT_ERROR;
	if (c->argc == 2)
		ok = debug_feed(c->app, word, c->argv[1], err);
	else if (eq > 0 && input_find(dbg_signature(c->app->dbg), sv_sub(word, 0, (size_t)eq), NULL) >= 0)
		ok = debug_feed(c->app, sv_sub(word, 0, (size_t)eq), c->argv[0] + eq + 1, err);
	else
		ok = debug_feed_only(c->app, c->argv[0], err);
	if (ok)
		app_note(c->app, "fed %s", c->argv[0]);
	return ok ? EXIT_FINE : EXIT_ERROR;
}

const struct cmd cmd_feed = {
	.name = "feed",
	.where = CMD_PROMPT,
	.operands = "[KEY] VALUE",
	.min_args = 1,
	.max_args = 2,
	.need = NEED_DEBUGGER,
	.group = "Running",
	.exec = feed_exec,
	.brief = "Set an input of the signature.",
	.help = "VALUE is zeros, ones, random[:SEED], a file, a folder or pattern of files (each an example, sorted\n"
		"by name), or a literal such as [[1, 2], [3, 4]]. Files: .npy, .npz[NAME], .pkl; pictures (.png .jpg\n"
		".gif .bmp), scaled to the input, with words behind ':' that say how pixels become numbers (0..1,\n"
		"0..255, caffe, torch; else -1..1 for floats), rgb or bgr, nearest, bilinear, pil, crop; .wav as -1..1;\n"
		".tfrecord[A:B], records for strings, else the Examples' feature of the input's name; .csv[COLUMN]\n"
		"or .tsv, the column of the input's name or all; .txt, its lines. It ends the run.",
};

static void value_row(struct table *t, const struct tensor_info *ti, const struct tensor *v,
		      const char *text)
{
	struct str s = STR_INIT;

	info_row(t, ti);
	if (text)
		table_sv(t, sv_of(text));
	else
		table_text(t, v ? "" : "not set");
	str_addz(&s, "");
	if (v)
		type_text(&s, v);
	table_take(t, str_give(&s));
}

static int inputs_exec(struct cmd_call *c, struct err *err)
{
	const struct signature *sig = dbg_signature(c->app->dbg);
	struct table t;

	if (!have_signature(c->app, err))
		return EXIT_ERROR;
	table_init(&t, "lllll");
	for (uint32_t i = 0; i < sig->n_in; i++)
		value_row(&t, &sig->in[i], dbg_input(c->app->dbg, i), dbg_input_text(c->app->dbg, i));
	if (!sig->n_in)
		sink_puts(c->out, "no inputs\n");
	table_print(&t, c->out, 0);
	return EXIT_FINE;
}

const struct cmd cmd_inputs = {
	.name = "inputs", .where = CMD_PROMPT, .max_args = 0, .need = NEED_DEBUGGER, .group = "Running",
	.brief = "The signature's inputs and what is set.", .exec = inputs_exec,
};

static int outputs_exec(struct cmd_call *c, struct err *err)
{
	const struct signature *sig = dbg_signature(c->app->dbg);
	struct table t;

	if (!have_signature(c->app, err))
		return EXIT_ERROR;
	table_init(&t, "lllll");
	for (uint32_t i = 0; i < sig->n_out; i++)
		value_row(&t, &sig->out[i], dbg_output(c->app->dbg, i),
			  dbg_output(c->app->dbg, i) ? "" : "not there yet");
	if (!sig->n_out)
		sink_puts(c->out, "no outputs\n");
	table_print(&t, c->out, 0);
	return EXIT_FINE;
}

const struct cmd cmd_outputs = {
	.name = "outputs", .where = CMD_PROMPT, .max_args = 0, .need = NEED_DEBUGGER,
	.group = "Looking", .brief = "The signature's outputs, as far as they are there.",
	.exec = outputs_exec,
};

static int signature_exec(struct cmd_call *c, struct err *err)
{
	const struct signature *sig;

	if (c->argc && !app_debugger(c->app, c->argv[0], NULL, err))
		return EXIT_ERROR;
	sig = dbg_signature(c->app->dbg);
	sink_puts(c->out, "signature: ");
	sink_escaped(c->out, sig ? sig->key : SV("none chosen"));
	sink_puts(c->out, "\n");
	if (sig)
		inputs_list(sig, c->out, 2);
	return EXIT_FINE;
}

const struct cmd cmd_signature = {
	.name = "signature", .alias = "sig", .where = CMD_PROMPT, .operands = "[NAME]", .max_args = 1,
	.arg = ARG_SIGNATURE, .need = NEED_MODEL, .group = "Running", .exec = signature_exec,
	.brief = "Choose the signature to run, or say which one it is.",
};

/* ---- the most likely classes ---- */

static int top_exec(struct cmd_call *c, struct err *err)
{
	struct label_source labels = { .file = call_str(c, "labels"), .mg = c->app->mg };
	const struct signature *sig = dbg_signature(c->app->dbg);
	uint64_t k = 5;

	if (!have_signature(c->app, err))
		return EXIT_ERROR;
	if (c->argc && !text_u64(c->argv[0], &k)) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "top: how many? \"%s\" is no count",
			c->argv[0]);
		return EXIT_USAGE;
	}
	if (!sig->n_out || !dbg_output(c->app->dbg, 0)) {
		err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
			"no output is there yet: run to the end first");
		return EXIT_ERROR;
	}
	return top_print(c->out, dbg_output(c->app->dbg, 0), (int64_t)(k < 1000000 ? k : 1000000), &labels, err) ?
	       EXIT_FINE : EXIT_ERROR;
}

static const struct cmd_opt top_opts[] = {
	{ "labels", 'l', OPT_STRING, "FILE", "a label a line; else those among the assets" },
	{ 0 },
};

const struct cmd cmd_top = {
	.name = "top", .where = CMD_PROMPT, .opts = top_opts, .operands = "[N]", .max_args = 1,
	.need = NEED_DEBUGGER, .group = "Looking", .exec = top_exec,
	.brief = "The N most likely classes of the first output (5).",
};
