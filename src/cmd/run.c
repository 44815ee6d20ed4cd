/*
 * smtui run: inputs in, outputs out. With --dir as saved_model_cli run, in its order of work and with its
 * texts: inputs are read before the model, results printed key by key as they are saved. With PATH the
 * usual choices are made for the user, and what is missing is listed.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "cmd/inputs.h"
#include "cmd/json.h"
#include "cmd/labels.h"
#include "cmd/peer.h"
#include "cmd/repro.h"
#include "cmd/rows.h"
#include "cmd/run.h"
#include "cmd/save.h"
#include "cmd/watch.h"
#include "model/files.h"
#include "tensor/print.h"

static void run_free(struct run *r)
{
	givens_free(&r->given);
	run_feed_free(r);
	free(r->sigs);
	exec_free(r->x);
	session_free(r->s);
	tap_free(r->tap);
	feed_names_free(&r->names);
}

/* ---- --dir: as the peer ---- */

static bool is_given(const char *option)
{
	return option && *option;
}

static bool strict_inputs(struct run *r, struct err *err)
{
	struct cmd_call *c = r->c;

	givens_free(&r->given);		/* of the run before */
	r->given.msg = c->msg;
	r->given.no_bools = c->app->compat_2_21;
	return givens_read(&r->given, call_str(c, "inputs"), call_str(c, "input_exprs"),
			   call_str(c, "input_examples"), err);
}

static bool strict_bad_key(const struct run *r, struct sv key, struct err *err)
{
	struct str keys = STR_INIT;

	for (uint32_t i = 0; i < r->sig->n_in; i++) {
		str_addz(&keys, i ? "\", \"" : "");
		str_add(&keys, r->sig->in[i].key);
	}
	peer_fail(err, ERR_KIND_INPUT, "ValueError: \"%.*s\" is not a valid input key. Please choose from "
		  "\"%s\", or use --show option.", SV_ARG(key), str_z(&keys));
	str_free(&keys);
	return false;
}

/* What was read becomes what the signature takes. */
static bool strict_feed(struct run *r, struct err *err)
{
	const struct metagraph *mg = r->c->app->mg;

	for (size_t k = 0; k < r->given.list.n; k++)
		if (input_find(r->sig, r->given.list.p[k].key, NULL) < 0 && !run_elsewhere(r, r->given.list.p[k].key))
			return strict_bad_key(r, r->given.list.p[k].key, err);
	r->feed = xcalloc(r->sig->n_in + 1u, sizeof(*r->feed));
	for (size_t k = 0; k < r->given.list.n; k++) {
		int i = input_find(r->sig, r->given.list.p[k].key, NULL);
		struct feed_spec spec;

		if (i < 0)
			continue;
		if (r->sig->in[i].encoding != TI_NAME)
			return peer_fail(err, ERR_KIND_INPUT,
					 "TypeError: Cannot interpret feed_dict key as Tensor: The name "
					 "'' looks like an (invalid) Operation name, not a Tensor. Tensor names "
					 "must be of the form \"<op_name>:<output_index>\".");
		input_spec(mg, &r->sig->in[i], &spec);
		r->feed[i] = feed_value(&spec, r->given.list.p[k].v, err);
		if (!r->feed[i])
			return false;
	}
	return true;
}

static bool strict_open(struct run *r, struct err *err)
{
	struct app *app = r->c->app;
	const char *key = call_str(r->c, "signature_def");

	if (!peer_open(app, call_str(r->c, "dir"), err))
		return false;
	app->mg = peer_find_tags(app, call_str(r->c, "tag_set"), err);
	if (!app->mg)
		return false;
	r->sig = metagraph_signature(app->mg, sv_of(key));
	if (!r->sig && call_flag(r->c, "tf_debug") && run_signatures(r, app->mg, key))
		r->sig = r->sigs[0];
	return r->sig || peer_no_signature(app->mg, key, err);
}

static bool strict_required(struct cmd_call *c, struct err *err)
{
	static const char *const need[] = { "dir", "tag_set", "signature_def" };

	for (size_t i = 0; i < sizeof(need) / sizeof(*need); i++)
		if (!call_str(c, need[i]))
			return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
				       "flag --%s=None: Flag --%s must have a value other than None.",
				       need[i], need[i]);
	return true;
}

/* ---- PATH alone ---- */

static bool easy_pair(void *ctx, struct sv key, const char *value, struct err *err)
{
	struct run *r = ctx;
	struct feed_spec spec;
	int i = input_find(r->sig, key, run_elsewhere(r, key) ? NULL : err);

	if (i < 0)
		return run_elsewhere(r, key);
	input_spec(r->c->app->mg, &r->sig->in[i], &spec);
	tensor_unref(r->feed[i]);
	spec.pictures = r->c->app->pictures;
	spec.names = &r->names;
	r->feed[i] = feed_parse(&spec, value, err);
	return r->feed[i] || err_note(err, "input \"%.*s\"", SV_ARG(key));
}

/* --input_examples beside other inputs. */
static bool easy_examples(struct run *r, struct err *err)
{
	struct feed_spec spec;

	givens_free(&r->given);	/* of the run before */
	r->given.msg = r->c->msg;
	if (!givens_read(&r->given, NULL, NULL, call_str(r->c, "input_examples"), err))
		return false;
	for (size_t k = 0; k < r->given.list.n; k++) {
		struct sv key = r->given.list.p[k].key;
		int i = input_find(r->sig, key, run_elsewhere(r, key) ? NULL : err);

		if (i < 0 && run_elsewhere(r, key))
			continue;
		if (i < 0)
			return false;
		input_spec(r->c->app->mg, &r->sig->in[i], &spec);
		tensor_unref(r->feed[i]);
		r->feed[i] = feed_value(&spec, r->given.list.p[k].v, err);
		if (!r->feed[i])
			return false;
	}
	return true;
}

static bool easy_feed(struct run *r, const char *file, struct err *err)
{
	const char *files = call_str(r->c, "inputs"), *exprs = call_str(r->c, "input_exprs");

	pictures_options(r->c);
	r->feed = xcalloc(r->sig->n_in + 1u, sizeof(*r->feed));
	if ((files && !inputs_each(files, "inputs", easy_pair, r, err)) ||
	    (exprs && !inputs_each(exprs, "input_exprs", easy_pair, r, err)) ||
	    !easy_examples(r, err))
		return false;
	return !file || inputs_alone(r->sig, file, easy_pair, r, err);
}

static bool easy_open(struct run *r, struct err *err)
{
	struct cmd_call *c = r->c;
	const char *name = call_str(c, "signature_def");
	char *door, *path = path_door(c->argv[0], &door);
	bool ok = app_open(c->app, path, call_str(c, "tag_set"), err);

	if (ok) {
		note_tags(c->app->mg, c->msg);
		if (call_flag(c, "tf_debug") && name && run_signatures(r, c->app->mg, name))
			r->sig = r->sigs[0];
		else
			r->sig = app_signature(c->app->mg, name ? name : door, name || door ? NULL : c->msg, err);
	}
	free(path);
	free(door);
	return ok && r->sig;
}

/* What is needed, with a line to copy. */
static int needed_print(struct run *r)
{
	struct sink *out = r->c->out;

	sink_puts(out, "inputs that are needed:\n");
	inputs_list(r->sig, out, 2);
	sink_printf(out, "\nfor example:\n  smtui run %s", r->c->argv[0]);
	if (r->sig->n_in == 1) {
		sink_printf(out, " %s\n", input_example(&r->sig->in[0]));
	} else {
		sink_puts(out, " --inputs '");
		for (uint32_t i = 0; i < r->sig->n_in; i++) {
			sink_puts(out, i ? ";" : "");
			sink_escaped(out, r->sig->in[i].key);
			sink_printf(out, "=%s", input_example(&r->sig->in[i]));
		}
		sink_puts(out, "'\n");
	}
	sink_puts(out, "zeros, ones and random[:SEED] do for a first try.\n");
	if (model_file_there(r->c->app->model, MODEL_WARMUP))
		sink_puts(out, "the model brings requests of its own: --warmup 0, --warmup all.\n");
	return EXIT_USAGE;
}

/* ---- running ---- */

static bool run_model(struct run *r, struct err *err)
{
	struct session_opts o = { 0 };
	const struct exec_feed *more;
	size_t n;

	if (!run_fast_allowed(r->c, err) || !limits_read(r->c, &o, err))
		return false;
	r->tap = tap_new(r->c, r->c->app->mg, r->c->app->mg->graph, err);
	r->s = r->tap ? session_new(r->c->app->mg, &o, err) : NULL;
	if (!r->s)
		return false;
	more = tap_feeds(r->tap, &n);
	r->x = tap_n_fetches(r->tap) ? run_fetch(r->s, r->sig, r->feed, r->tap, err) :
	       exec_new_signature_with(r->s, r->sig, r->feed, more, n, err);
	if (!r->x)
		return false;
	if (!run_wants_fast(r->c) && isatty(STDERR_FILENO))
		run_tell_memory(r->c, r->x, false);
	return run_wants_fast(r->c) ? run_fast(r->c, r->x, r->sig->n_out, &r->rc, err) :
	       run_go(r->c, r->x, r->tap, &r->rc, err);
}

/* ---- results ---- */

static struct tensor *result(const struct run *r, uint32_t i)
{
	return r->dbg ? dbg_output(r->dbg, i) : exec_fetch(r->x, i);
}

static bool results_print(struct run *r, struct err *err)
{
	const char *dir = call_str(r->c, "outdir");

	for (uint32_t i = 0; i < r->sig->n_out; i++) {
		struct tensor *t = result(r, i);

		sink_puts(r->c->out, "Result for output key ");
		peer_put(r->c->out, r->sig->out[i].key);
		sink_puts(r->c->out, ":\n");
		if (t)
			print_tensor(r->c->out, t, &(struct print_opts){ .numpy2 = r->c->app->compat_2_21 });
		else
			sink_puts(r->c->out, "None");
		sink_puts(r->c->out, "\n");
		if (dir && !save_output(dir, "", r->sig->out[i].key, t, call_flag(r->c, "overwrite"),
					r->c->out, err))
			return false;
	}
	return true;
}

static bool save_all(struct run *r, struct err *err)
{
	const char *dir = call_str(r->c, "outdir");
	struct sink none = sink_null();
	bool ok = true;

	for (uint32_t i = 0; ok && dir && i < r->sig->n_out; i++)
		ok = save_output(dir, "", r->sig->out[i].key, result(r, i),
				 call_flag(r->c, "overwrite"), &none, err);
	return ok;
}

static bool top_all_text(struct run *r, int64_t k, const struct label_source *labels, struct err *err)
{
	for (uint32_t i = 0; i < r->sig->n_out; i++) {
		struct tensor *t = result(r, i);

		if (r->sig->n_out > 1) {
			sink_puts(r->c->out, i ? "\n" : "");
			sink_escaped(r->c->out, r->sig->out[i].key);
			sink_puts(r->c->out, "\n");
		}
		if (t && !top_print(r->c->out, t, k, labels, err))
			return false;
	}
	return true;
}

static bool top_all_json(struct run *r, int64_t k, const struct label_source *labels, struct err *err)
{
	struct json j;

	json_start(&j, r->c->out);
	json_open(&j, '[');
	for (uint32_t i = 0; i < r->sig->n_out; i++) {
		struct tensor *t = result(r, i);

		json_open(&j, '{');
		json_kstr(&j, "key", r->sig->out[i].key);
		if (labels->n_examples) {
			json_key(&j, "examples");
			json_open(&j, '[');
			for (size_t e = 0; e < labels->n_examples; e++)
				json_str(&j, sv_of(labels->example[e]));
			json_close(&j, ']');
		}
		json_key(&j, "top");
		if (t ? !top_json(&j, t, k, labels, err) : (json_null(&j), false))
			return false;
		json_close(&j, '}');
	}
	json_close(&j, ']');
	json_end(&j);
	return true;
}

/* The outputs that are vectors of numbers, as ranked classes. */
static bool top_all(struct run *r, struct err *err)
{
	const struct cmd_val *top = call_opt(r->c, "top");
	struct label_source labels = { .file = call_str(r->c, "labels"), .mg = r->c->app->mg,
				       .example = r->names.at.p, .n_examples = r->names.at.n };
	int64_t k = top->given ? top->i : 5;

	if (k < 1)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "--top wants a count from 1 on");
	if (!save_all(r, err))
		return false;
	return call_flag(r->c, "json") ? top_all_json(r, k, &labels, err) : top_all_text(r, k, &labels, err);
}

static void json_element(struct json *j, const struct tensor *t, int64_t i)
{
	struct str s = STR_INIT;

	switch (dtype_info(t->dtype)->kind) {
	case DK_BOOL:
		json_bool(j, tensor_get_i64(t, i) != 0);
		break;
	case DK_INT:
		json_int(j, tensor_get_i64(t, i));
		break;
	case DK_FLOAT:
		json_num(j, tensor_get_f64(t, i));
		break;
	case DK_STRING:
		json_str(j, tensor_str(t, i));
		break;
	default:
		print_element(&s, t, i);
		json_str(j, str_sv(&s));
		str_free(&s);
	}
}

static void json_values(struct json *j, const struct tensor *t, int dim, int64_t *at)
{
	if (dim == t->rank) {
		json_element(j, t, (*at)++);
		return;
	}
	json_open(j, '[');
	for (int64_t k = 0; k < t->dim[dim] && t->n; k++)
		json_values(j, t, dim + 1, at);
	json_close(j, ']');
}

void run_json_output(struct json *j, const struct signature *sig, uint32_t i, const struct tensor *t)
{
	int64_t at = 0;

	json_open(j, '{');
	json_kstr(j, "key", sig->out[i].key);
	if (t) {
		json_kstr(j, "dtype", sv_of(dtype_info(t->dtype)->name));
		json_key(j, "shape");
		json_open(j, '[');
		for (int d = 0; d < t->rank; d++)
			json_int(j, t->dim[d]);
		json_close(j, ']');
		json_key(j, "value");
		json_values(j, t, 0, &at);
	}
	json_close(j, '}');
}

static bool results_json(struct run *r, struct err *err)
{
	struct json j;

	if (!save_all(r, err))
		return false;
	json_start(&j, r->c->out);
	json_open(&j, '[');
	for (uint32_t i = 0; i < r->sig->n_out; i++)
		run_json_output(&j, r->sig, i, result(r, i));
	json_close(&j, ']');
	json_end(&j);
	return true;
}

static bool results(struct run *r, struct err *err)
{
	if (call_flag(r->c, "profile"))
		return save_all(r, err);
	if (call_str(r->c, "compare"))
		return save_all(r, err);
	if (r->tap && tap_n_fetches(r->tap))
		return run_print_taps(r->c, r->tap, err);
	if (call_opt(r->c, "top")->given || call_str(r->c, "labels"))
		return top_all(r, err);
	return call_flag(r->c, "json") ? results_json(r, err) : results_print(r, err);
}

/* ---- for run's other files ---- */

bool run_save(struct cmd_call *c, const char *prefix, struct sv key, const struct tensor *t, bool said,
	      struct err *err)
{
	const char *dir = call_str(c, "outdir");
	struct sink none = sink_null();

	return !dir || save_output(dir, prefix, key, t, call_flag(c, "overwrite"), said ? c->out : &none, err);
}

bool run_top(struct cmd_call *c, const struct signature *sig, struct exec *x, struct err *err)
{
	struct run r = { .c = c, .sig = sig, .x = x };

	return top_all(&r, err);
}

bool run_results(struct cmd_call *c, const struct signature *sig, struct exec *x, struct err *err)
{
	struct run r = { .c = c, .sig = sig, .x = x };

	return results(&r, err);
}

/* ---- the verb ---- */

static bool nothing_given(const struct cmd_call *c)
{
	return c->argc < 2 && !is_given(call_str(c, "inputs")) &&
	       !is_given(call_str(c, "input_exprs")) && !is_given(call_str(c, "input_examples"));
}

/* Without any input option only a signature without inputs runs, which the peer refuses too. */
static bool strict_nothing(struct run *r, struct err *err)
{
	struct err why = { 0 };

	if (strict_open(r, &why) && !r->sig->n_in)
		return strict_inputs(r, err);
	err_clear(&why);
	return peer_fail(err, ERR_KIND_INPUT,
			 "AttributeError: At least one of --inputs, --input_exprs or --input_examples must be "
			 "required");
}

static bool strict_prepare(struct run *r, struct err *err)
{
	return nothing_given(r->c) ? strict_nothing(r, err) : strict_inputs(r, err) && strict_open(r, err);
}

static int strict_run(struct run *r, struct err *err)
{
	bool ok;

	if (!strict_required(r->c, err))
		return EXIT_USAGE;
	ok = strict_prepare(r, err);
	if (ok && call_flag(r->c, "tf_debug"))
		ok = run_debugged(r, strict_feed, results, err);
	else
		ok = ok && strict_feed(r, err) && run_model(r, err) && results(r, err);
	if (ok)
		return r->rc;
	peer_exception(err);
	if (r->c->app->compat_2_21)
		peer_newly(err);
	if (call_str(r->c, "compare"))
		return run_exit(r->c, r->rc, err);
	return err->kind == ERR_KIND_INTERRUPT ? EXIT_INTERRUPTED : EXIT_ERROR;
}

static bool is_tapped(const struct cmd_call *c)
{
	return call_opt(c, "feed")->n || call_opt(c, "fetch")->n;
}

/* FILE and the options, then the signature's own values. */
static bool easy_feed_all(struct run *r, struct err *err)
{
	return easy_feed(r, r->c->argc > 1 ? r->c->argv[1] : NULL, err) && run_defaults(r->sig, r->feed, err);
}

static int easy_run(struct run *r, struct err *err)
{
	if (!easy_open(r, err))
		return err_exit(err);
	if (nothing_given(r->c) && run_needs_inputs(r->sig) && !is_tapped(r->c))
		return needed_print(r);
	if (call_flag(r->c, "tf_debug") ? !run_debugged(r, easy_feed_all, results, err) :
	    !easy_feed_all(r, err) || !run_model(r, err) || !results(r, err))
		return run_exit(r->c, r->rc, err);
	return r->rc;
}

/* --repro: the same inputs once more, looked at. The outcome of the run stays what it is. */
static void reproduce(struct run *r)
{
	const char *dir = call_str(r->c, "repro");
	struct app *app = r->c->app;
	struct err err = { 0 };
	bool ok = dir && r->feed && app->mg;

	if (ok) {
		char *key = xsvdup(r->sig->key);

		ok = app_debugger(app, key, NULL, &err);
		free(key);
		for (uint32_t i = 0; ok && i < r->sig->n_in; i++)
			ok = !r->feed[i] || dbg_set_input(app->dbg, i, r->feed[i], "given", &err);
		ok = ok && repro_judged(r->c, dir, &err);
	}
	if (err_is(&err)) {
		char *text = err_text(&err);

		sink_printf(r->c->msg, "no reproducer was written: %s\n", text);
		free(text);
	}
	err_clear(&err);
}

static int run_exec(struct cmd_call *c, struct err *err)
{
	struct run r = { .c = c, .strict = !c->argc };
	int rc;

	if (!peer_compat(c, err))
		return EXIT_USAGE;
	if (c->argc && call_str(c, "dir")) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "give either --dir or PATH");
		return EXIT_USAGE;
	}
	if (!run_debug_ok(c, err))
		return EXIT_USAGE;
	if (call_str(c, "json_input"))
		return run_serving(c, err);
	if (call_str(c, "request"))
		return run_request(c, err);
	if (call_str(c, "warmup"))
		return run_warmup(c, err);
	if (call_str(c, "repro") && (run_is_call(c) || is_tapped(c))) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			"--repro goes with a signature's inputs alone; for calls "
			"and other feeds: debug, then repro");
		return EXIT_USAGE;
	}
	if (run_is_call(c))
		return run_calls(c, err);
	if (is_tapped(c) && run_is_bare(c, nothing_given(c)))
		return run_bare(c, err);
	rc = r.strict ? strict_run(&r, err) : easy_run(&r, err);
	reproduce(&r);
	run_free(&r);
	return rc;
}

static const struct cmd_opt run_opts[] = {
	{ "dir", 0, OPT_STRING, "DIR", "the model, exactly DIR/saved_model.pb or .pbtxt" },
	{ "tag_set", 0, OPT_STRING, "TAGS", "comma-separated: the MetaGraph with these tags" },
	PEER_OPTS,
	{ "signature_def", 0, OPT_STRING, "KEY", "the signature to run" },
	{ "inputs", 0, OPT_STRING, "K=FILE;...", "inputs from .npy, .npz and pickle files, FILE[NAME] for a member" },
	{ "input_exprs", 0, OPT_STRING, "K=VALUE;...", "inputs as literals or numpy: x=np.ones((2,3))*0.5" },
	{ "input_examples", 0, OPT_STRING, "K=LIST;...", "tf.Examples: x=[{\"age\": [22], \"name\": [\"a\"]}]" },
	IMAGE_OPTS,
	{ "function", 'f', OPT_LIST, "CALL", "call functions of the object graph: 'mutate(2.0); __call__(3.0)'" },
	{ "outdir", 0, OPT_STRING, "DIR", "write each output to DIR/KEY.npy" },
	{ "overwrite", 0, OPT_FLAG, NULL, "replace files in --outdir" },
	{ "dump", 0, OPT_STRING, "DIR", "write every tensor of the run to DIR, listed in DIR/tensors.json" },
	{ "compare", 0, OPT_STRING, "DIR", "compare every tensor of the run with what --dump wrote to DIR" },
	{ "rtol", 0, OPT_STRING, "X", "--compare: relative tolerance (1e-05)" },
	{ "atol", 0, OPT_STRING, "X", "--compare: absolute tolerance (1e-08)" },
	{ "feed", 0, OPT_LIST, "PATH:0=V", "replace any tensor of the run: a file, a literal, zeros ..." },
	{ "fetch", 0, OPT_LIST, "PATH:0", "print this tensor instead of the outputs" },
	REPRO_OPT,
	{ "top", 0, OPT_INT, "N", "print the N most likely classes" },
	{ "labels", 0, OPT_STRING, "FILE", "names of the classes, one a line; else those among the assets" },
	{ "json", 0, OPT_FLAG, NULL, "print the outputs as JSON" },
	{ "tf_debug", 0, OPT_FLAG, NULL,
	  "stop before and after the run, to look at its tensors with tfdbg's commands" },
	{ "filter", 0, OPT_LIST, "NAME=COND", "--tf_debug: a filter for run -f and lt -f: 'big=float and max > 100'" },
	{ "ui", 0, OPT_STRING, "UI", "--tf_debug: curses or readline (the line prompt)" },
	{ "linear", 0, OPT_FLAG, NULL, "--tf_debug: no screen, as --ui readline; no line is written over" },
	SERVING_OPTS,
	FAST_OPTS,
	LIMIT_OPTS,
	{ 0 },
};

/* The outputs; --top's; the calls of --function; --warmup all's; --profile's. */
#define RUN_SCHEMA \
	"[@output]|[[@output]]|[{key: str, examples?: [str], top: [[{rank: int, class: int, label?: str, value: num}]]|null}]|" \
	"[{function: str, concrete_function: str, outputs: [@output]}]|" \
	"[{request: int, kind: str, signature: str, ok: bool, outputs: [{key: str, dtype?: str, shape?: [int]}], error?: str}]|" \
	"{mode: str, runs: int, ms: num, flops: num, bytes_per_second: num, nodes: [@profile], scopes: [@profile]}"

const struct cmd cmd_run_shell = {
	.name = "run",
	.where = CMD_SHELL,
	.opts = run_opts,
	.operands = "[PATH [FILE]]",
	.max_args = 2,
	.arg = ARG_PATH,
	.group = "Running",
	.exec = run_exec,
	.json = RUN_SCHEMA,
	.brief = "Run a signature on inputs and print its outputs.",
	.help = "With --dir, options, output and errors are those of saved_model_cli run. With PATH, the tag\n"
		"set defaults to serve or the only one, the signature to serving_default or the only one\n"
		"(PATH#NAME names another); FILE feeds the only input, or, of a table or of\n"
		"Examples, each input of its name; --inputs takes zeros, ones, random[:SEED] and literals too;\n"
		"without inputs, what is needed is listed. Files: .npy, .npz[NAME], .pkl; pictures (.png .jpg .gif\n"
		".bmp: --image_scale, --image_resize, or words behind ':', 'x=a.png:caffe,crop'); .wav as -1..1;\n"
		".tfrecord[A:B] (.gz too), records for strings, else the Examples' feature of the input's name;\n"
		".csv[COLUMN] or .tsv, the column of the input's name or all columns; .txt, its lines; a folder\n"
		"(DIR/) or pattern (DIR/*.png) of them, each an example, sorted: --top then says whose each is.\n"
		"--image_scale keras is x/127.5-1 (the default for floats), torch and imagenet (x/255-mean)/std,\n"
		"caffe BGR less its means, both of ImageNet; --image_resize nearest is Keras' load_img, bilinear\n"
		"tf.image.resize, pil Keras' load_img with interpolation=\"bilinear\" (PIL: it averages). --function calls functions of the object graph by their Python path\n"
		"(layers.3.call), as Python does: NAME(1.5, [1, 2], training=True, x=FILE.npy); a plain NAME\n"
		"takes FILE and --inputs as arguments; several calls (\";\" or the option again) share\n"
		"variables. --feed and --fetch name any tensor by its path, in functions and loops too:\n"
		"call/inner/add:0@3 (any unambiguous end of it will do); with --fetch and no inputs only what\n"
		"the fetches need runs. --compare prints the first tensor that differs from a --dump of\n"
		"another run and exits with 0: none does, 1: some do, 3: that could not be told.\n"
		"--json_input takes a request body of TensorFlow Serving's REST interface as it is: instances,\n"
		"inputs or examples, b64, signature_name; --request one of its gRPC interface out of a file (.pb,\n"
		"or .pbtxt for the text form), its output_filter too; --warmup N the model's own warm-up request\n"
		"N (the first when there is no N), all each of them, with the shapes that come out. As there, shapes are not held to\n"
		"the signature. --output serving answers, and fails, as it does.\n"
		"--fast compiles the signature first: calls are inlined, constants and batch norms folded,\n"
		"biases and activations fused, weights packed (past 256 MB of them as they are used, so that\n"
		"a large model is not in memory twice); a model that writes variables or draws at random\n"
		"runs faithfully, and says why. --profile lists each step with its time, its\n"
		"multiply-adds, its bytes, and how near that is to what the machine can do.",
};
