/*
 * smtui diff: two models, two doors of one, or a run and a dump, on the same inputs: the first
 * tensor that parts them. Without inputs: what can be said without a run. Exit 0 nothing found, 1
 * found, 3 could not judge.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "cmd/call.h"
#include "cmd/compare.h"
#include "cmd/diff_static.h"
#include "cmd/given.h"
#include "cmd/inputs.h"
#include "cmd/json.h"
#include "cmd/rows.h"
#include "cmd/run.h"
#include "cmd/watch.h"
#include "debug/diff.h"

enum { SEED = 1 };

struct door {
	const char *text;	     /* as given */
	struct app own, *app;	     /* B's model is its own */
	char *name;		     /* behind '#', or NULL */
	const struct signature *sig; /* of a function: of its trace */
	struct callable *c;	     /* a function's door, else NULL */
	struct pycall typed;
	struct pybag bag;
	struct call call, plain; /* with arguments, and its first trace without */
	struct tensor **feed;	 /* by input of sig */
	struct session *s;
	struct exec *x;
};

struct pair {
	struct sv key;	     /* SV_NULL: the only input */
	char *value;	     /* as typed, or */
	const struct val *v; /* read already */
};

struct sides {
	struct cmd_call *c;
	struct givens examples;
	struct door a, b;
	struct compare *dump;  /* B is a folder written by run --dump */
	struct diff_row *rows; /* of that */
	VEC(struct pair) given;
	struct tensor **feed_b; /* B's tensors in A's order */
};

/* ---- opening ---- */

static bool is_dump(const char *path)
{
	char *list = xasprintf("%s/tensors.json", path);
	bool is = !access(list, F_OK);

	free(list);
	return is;
}

/* A function by its name: one trace says what goes in; arguments may be typed behind it. */
static bool open_function(struct door *d, struct err *err)
{
	if (!pycall_parse(&d->bag, sv_of(d->name), &d->typed, err))
		return false;
	d->c = callable_find(d->app->mg, d->typed.name, err);
	if (!d->c || !call_of_trace(&d->plain, d->c, 0, err))
		return false;
	d->sig = d->plain.sig;
	return true;
}

static bool door_open(struct sides *p, struct door *d, struct err *err)
{
	struct cmd_call *c = p->c;
	char *path = path_door(d->text, &d->name);
	bool ok = app_open(d->app, path, call_str(c, "tag_set"), err);

	if (ok)
		note_tags(d->app->mg, c->msg);
	if (ok && d->name && !metagraph_signature(d->app->mg, sv_of(d->name)) &&
	    d->app->mg->has_object_graph)
		ok = open_function(d, err);
	free(path);
	return ok || (err_is(err) && err_note(err, "%s: %s", d == &p->a ? "A" : "B", d->text));
}

static bool door_signature(struct sides *p, struct door *d, struct err *err)
{
	const char *name = d->name ? d->name : call_str(p->c, "signature_def");

	if (!d->sig)
		d->sig = app_signature(d->app->mg, name, NULL, err);
	return d->sig != NULL;
}

/* ---- inputs ---- */

static bool add_pair(void *ctx, struct sv key, const char *value, struct err *err)
{
	struct sides *p = ctx;
	struct pair one = { .key = key, .value = xstrdup(value) };

	(void)err;
	vec_push(&p->given, one);
	return true;
}

static struct tensor *parse(const struct door *d, uint32_t i, const struct pair *one,
			    struct err *err)
{
	struct feed_spec spec;
	struct tensor *t;

	input_spec(d->app->mg, &d->sig->in[i], &spec);
	spec.pictures = d->app->pictures;
	t = one->v ? feed_value(&spec, one->v, err) : feed_parse(&spec, one->value, err);
	if (!t)
		err_note(err, "input \"%.*s\"", SV_ARG(d->sig->in[i].key));
	return t;
}

static int input_of(const struct door *d, const struct pair *one, struct err *err)
{
	return one->key.p ? input_find(d->sig, one->key, err) : input_only(d->sig, err);
}

static int counterpart(const struct sides *p, uint32_t i)
{
	return diff_counterpart(p->a.sig->in, p->a.sig->n_in, p->b.sig->in, p->b.sig->n_in, i);
}

/* The same tensor where B takes what A takes, so that random numbers are the same. */
static struct tensor *for_b(const struct sides *p, uint32_t i, uint32_t k, const struct pair *one,
			    struct err *err)
{
	const struct tensor_info *x = &p->a.sig->in[i], *y = &p->b.sig->in[k];

	return x->dtype == y->dtype && p->a.feed[i] ? tensor_ref(p->a.feed[i])
						    : parse(&p->b, k, one, err);
}

static bool feed_one(struct sides *p, const struct pair *one, struct err *err)
{
	int i = input_of(&p->a, one, err), k;

	if (i < 0)
		return false;
	tensor_unref(p->a.feed[i]);
	p->a.feed[i] = parse(&p->a, (uint32_t)i, one, err);
	if (!p->a.feed[i] || p->dump)
		return p->a.feed[i] != NULL;
	k = counterpart(p, (uint32_t)i);
	if (k < 0)
		return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			       "B takes no input \"%.*s\"", SV_ARG(p->a.sig->in[i].key));
	tensor_unref(p->b.feed[k]);
	p->b.feed[k] = for_b(p, (uint32_t)i, (uint32_t)k, one, err);
	return p->b.feed[k] != NULL;
}

static bool feed_all(struct sides *p, struct err *err)
{
	p->a.feed = xcalloc(p->a.sig->n_in + 1u, sizeof(*p->a.feed));
	p->feed_b = xcalloc(p->a.sig->n_in + 1u, sizeof(*p->feed_b));
	if (!p->dump)
		p->b.feed = xcalloc(p->b.sig->n_in + 1u, sizeof(*p->b.feed));
	for (size_t i = 0; i < p->given.n; i++)
		if (!feed_one(p, &p->given.p[i], err))
			return false;
	if (!run_defaults(p->a.sig, p->a.feed, err) ||
	    (!p->dump && !run_defaults(p->b.sig, p->b.feed, err)))
		return false;
	for (uint32_t i = 0; !p->dump && i < p->a.sig->n_in; i++) {
		int k = counterpart(p, i);

		p->feed_b[i] = k >= 0 ? p->b.feed[k] : NULL;
	}
	return true;
}

/* ---- runs ---- */

/* What was fed goes behind the typed arguments, in the order of the function's. */
static bool bind(struct door *d, struct err *err)
{
	struct pyobj args = d->typed.args;

	for (uint32_t i = 0; i < d->sig->n_in; i++)
		if (d->feed[i])
			pylist_push(&d->bag, &args, pyobj_tensor(&d->bag, tensor_ref(d->feed[i])));
	if (!d->typed.has_args && d->c->n == 1) {
		d->call = d->plain;
		d->plain = (struct call){ 0 };
		return true;
	}
	return call_bind(&d->call, d->c, &d->bag, &args, &d->typed.kwargs, err);
}

static bool door_start(struct sides *p, struct door *d, struct err *err)
{
	struct session_opts o = { .seed = SEED }; /* both sides draw the same random numbers */

	if (!limits_read(p->c, &o, err) || (d->c && !bind(d, err)))
		return false;
	d->s = session_new(d->app->mg, &o, err);
	if (d->s && d->c)
		d->x = exec_new_call(d->s, d->call.trace, d->call.arg ? d->call.arg : d->feed,
				     d->call.n_args, err);
	else if (d->s)
		d->x = exec_new_signature(d->s, d->sig, d->feed, err);
	return d->x != NULL;
}

static bool door_record(struct door *d, struct diff_side *s, struct tensor **feed, uint32_t n,
			struct err *err)
{
	return diff_record(s, d->x, d->c ? d->call.sig : d->sig, feed, n, err);
}

static void door_free(struct door *d)
{
	exec_free(d->x);
	session_free(d->s);
	for (uint32_t i = 0; d->feed && i < d->sig->n_in; i++)
		tensor_unref(d->feed[i]);
	free(d->feed);
	if (d->call.arena)
		call_free(&d->call);
	if (d->plain.arena)
		call_free(&d->plain);
	callable_free(d->c);
	pybag_free(&d->bag);
	free(d->name);
	app_free(&d->own);
}

static struct tensor *from_dump(void *ctx, uint32_t row, const struct tensor *like)
{
	struct tensor *t = compare_load(ctx, row), *cast;

	if (!t || like->dtype != DT_BFLOAT16 || t->dtype != DT_FLOAT)
		return t;
	cast = tensor_cast(t, DT_BFLOAT16, NULL); /* npy files know no bfloat16 */
	tensor_unref(t);
	return cast;
}

static void dump_rows(struct sides *p, struct diff *d)
{
	size_t n = compare_n(p->dump);

	p->rows = xcalloc(n + 1, sizeof(*p->rows));
	for (size_t i = 0; i < n; i++) {
		struct compare_row r = compare_row(p->dump, i);

		p->rows[i] = (struct diff_row){ r.name, r.iter, r.stored ? r.op : "", r.type };
	}
	d->row = p->rows;
	d->n_row = (uint32_t)n;
	d->load = from_dump;
	d->ctx = p->dump;
}

/* ---- answers ---- */

static void agreed_print(struct cmd_call *c, const struct diff *d)
{
	sink_printf(c->out, "nothing found: %llu tensors agree",
		    (unsigned long long)(d->n_same - d->n_carried));
	if (d->worst > 0)
		sink_printf(c->out, ", to %.1g of their scale", d->worst);
	sink_puts(c->out, "\n");
	if (d->n_carried)
		sink_printf(
			c->out,
			"tensors that differ more, each by what its inputs differ alone: %llu\n",
			(unsigned long long)d->n_carried);
	if (d->n_only_a || d->n_only_b)
		sink_printf(c->out,
			    "nodes without a counterpart, which change no output: %llu in A, %llu "
			    "in B\n",
			    (unsigned long long)d->n_only_a, (unsigned long long)d->n_only_b);
	if (d->n_attrs)
		sink_printf(c->out, "attributes that differ, which changes no value here: %llu\n",
			    (unsigned long long)d->n_attrs);
	if (d->evidence.n)
		sink_puts(c->out, str_z(&d->evidence));
}

static void print_text(struct cmd_call *c, const struct diff *d, enum why_verdict v)
{
	if (v == WHY_NOTHING) {
		agreed_print(c, d);
		return;
	}
	if (!d->node.n && v == WHY_UNKNOWN) {
		sink_puts(c->out, "nothing could be compared\n");
		return;
	}
	sink_printf(c->out, "%s: %s\n", str_z(&d->node), str_z(&d->sentence));
	if (d->evidence.n)
		sink_printf(c->out, "evidence\n%s", str_z(&d->evidence));
	if (d->path.n)
		sink_printf(c->out, "the way there\n%s", str_z(&d->path));
}

static struct sv verdict_name(enum why_verdict v)
{
	return v == WHY_FOUND ? SV("found") : v == WHY_NOTHING ? SV("nothing") : SV("unknown");
}

static void print_json(struct cmd_call *c, const struct diff *d, enum why_verdict v)
{
	struct json j;

	json_start(&j, c->out);
	json_open(&j, '{');
	json_kstr(&j, "verdict", verdict_name(v));
	json_kint(&j, "agree", (int64_t)(d->n_same - d->n_carried));
	json_kint(&j, "differ", (int64_t)d->n_differ);
	json_kint(&j, "only_a", (int64_t)d->n_only_a);
	json_kint(&j, "only_b", (int64_t)d->n_only_b);
	json_kint(&j, "carried", (int64_t)d->n_carried);
	json_kint(&j, "idle_attributes", (int64_t)d->n_attrs);
	if (v == WHY_NOTHING && d->evidence.n)
		json_kstr(&j, "evidence", str_sv(&d->evidence));
	if (d->rule) {
		json_kstr(&j, "rule", sv_of(d->rule));
		json_kstr(&j, "node", str_sv(&d->node));
		json_kstr(&j, "sentence", str_sv(&d->sentence));
		json_kstr(&j, "evidence", str_sv(&d->evidence));
		json_kstr(&j, "path", str_sv(&d->path));
	}
	json_close(&j, '}');
	json_end(&j);
}

static int exit_of(enum why_verdict v)
{
	return v == WHY_FOUND ? 1 : v == WHY_NOTHING ? EXIT_FINE : EXIT_NO_JUDGEMENT;
}

static int judge(struct sides *p, struct diff *d)
{
	enum why_verdict v = diff_judge(d);

	if (call_flag(p->c, "json"))
		print_json(p->c, d, v);
	else
		print_text(p->c, d, v);
	return exit_of(v);
}

static int lockstep(struct sides *p, struct err *err)
{
	struct diff_opts o = { .rtol = -1 };
	int rc = EXIT_NO_JUDGEMENT;
	struct diff *d;
	bool ok = run_tolerance(p->c, "rtol", &o.rtol, err) &&
		  run_tolerance(p->c, "atol", &o.atol, err) && feed_all(p, err) &&
		  door_start(p, &p->a, err) && (p->dump || door_start(p, &p->b, err));

	d = diff_new(&o);
	d->a.most = d->b.most = call_opt(p->c, "max_iterations")->given ? UINT32_MAX : 0;
	ok = ok && door_record(&p->a, &d->a, p->a.feed, p->a.sig->n_in, err);
	if (p->dump) {
		dump_rows(p, d);
	} else {
		/* a loop that ends in A only is seen where it parts */
		if (ok && !d->b.most && tape_n(d->a.tape) < DIFF_EVENTS / 8)
			d->b.most = 8 * tape_n(d->a.tape) + 10000;
		ok = ok && door_record(&p->b, &d->b, p->feed_b, p->a.sig->n_in, err);
	}
	if (ok)
		rc = judge(p, d);
	diff_free(d);
	return rc;
}

/* The door's computation alone; false: the name is none of the model's. */
static bool static_door(struct sides *p, struct door *d, struct differ_door *out, struct err *err)
{
	if (!door_signature(p, d, err))
		return false;
	*out = (struct differ_door){ .sig = d->sig };
	if (d->c) {
		out->f = d->plain.trace->f;
		out->bound = d->plain.trace->bound;
		out->n_bound = d->plain.trace->n_bound;
	}
	return true;
}

static int structure(struct sides *p, struct err *err)
{
	struct differ_door x, y;
	bool doors = p->a.name || p->b.name || call_str(p->c, "signature_def");

	if (doors && (!static_door(p, &p->a, &x, err) || !static_door(p, &p->b, &y, err)))
		return EXIT_NO_JUDGEMENT;
	return diff_static(p->c, p->a.app->mg, p->b.app->mg, doors ? &x : NULL, doors ? &y : NULL, err);
}

/* ---- the verb ---- */

static bool open_both(struct sides *p, struct err *err)
{
	bool ok = door_open(p, &p->a, err);

	if (ok && is_dump(p->b.text)) {
		p->dump = compare_new(p->b.text, 0, 0, err);
		return p->dump != NULL;
	}
	return ok && door_open(p, &p->b, err);
}

static bool collect_examples(struct sides *p, const char *text, struct err *err)
{
	p->examples.msg = p->c->msg;
	if (!givens_read(&p->examples, NULL, NULL, text, err))
		return false;
	for (size_t i = 0; i < p->examples.list.n; i++) {
		struct pair one = { .key = p->examples.list.p[i].key, .v = p->examples.list.p[i].v };

		vec_push(&p->given, one);
	}
	return true;
}

static bool collect(struct sides *p, struct err *err)
{
	const char *inputs = call_str(p->c, "inputs"), *exprs = call_str(p->c, "input_exprs");
	const char *examples = call_str(p->c, "input_examples");
	struct pair only = { SV_NULL, NULL, NULL };

	pictures_options(p->c);
	if ((inputs && !inputs_each(inputs, "inputs", add_pair, p, err)) ||
	    (exprs && !inputs_each(exprs, "input_exprs", add_pair, p, err)) ||
	    (examples && !collect_examples(p, examples, err)))
		return false;
	if (p->c->argc > 2) {
		only.value = xstrdup(p->c->argv[2]);
		vec_push(&p->given, only);
	}
	return true;
}

/* A door named on both sides that takes nothing runs as it is. */
static bool takes_nothing(const struct door *d, const char *key)
{
	const char *name = d->name ? d->name : key;
	const struct signature *sig = d->sig ? d->sig
				      : name ? metagraph_signature(d->app->mg, sv_of(name))
					     : NULL;

	return sig && !sig->n_in;
}

static int judge_sides(struct sides *p, struct err *err)
{
	const char *key = call_str(p->c, "signature_def");
	bool typed;

	if (!open_both(p, err) || !collect(p, err))
		return EXIT_NO_JUDGEMENT;
	typed = p->a.typed.has_args || p->b.typed.has_args;
	if (!p->given.n && !typed && !p->dump &&
	    !(takes_nothing(&p->a, key) && takes_nothing(&p->b, key)))
		return structure(p, err);
	if (!door_signature(p, &p->a, err) || (!p->dump && !door_signature(p, &p->b, err)))
		return EXIT_NO_JUDGEMENT;
	return lockstep(p, err);
}

static int diff_exec(struct cmd_call *c, struct err *err)
{
	struct sides p = { .c = c };
	int rc;

	p.a.text = c->argv[0];
	p.a.app = c->app;
	p.b.text = c->argv[1];
	p.b.app = &p.b.own;
	app_init(&p.a.own);
	app_init(&p.b.own);
	pybag_init(&p.a.bag);
	pybag_init(&p.b.bag);
	rc = judge_sides(&p, err);
	for (size_t i = 0; i < p.given.n; i++)
		free(p.given.p[i].value);
	vec_free(&p.given);
	givens_free(&p.examples);
	free(p.feed_b);
	free(p.rows);
	compare_free(p.dump);
	door_free(&p.a);
	door_free(&p.b);
	if (rc == EXIT_NO_JUDGEMENT &&
	    (err->kind == ERR_KIND_USAGE || err->kind == ERR_KIND_INTERRUPT))
		return err_exit(err);
	return rc;
}

static const struct cmd_opt diff_opts[] = {
	{ "tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph with these tags" },
	{ "signature_def", 0, OPT_STRING, "KEY", "the signature to run on both sides" },
	INPUT_OPTS,
	{ "rtol", 0, OPT_STRING, "X", "relative tolerance, of each tensor's scale (float32: 1e-05)" },
	{ "atol", 0, OPT_STRING, "X", "absolute tolerance (0)" },
	LIMIT_OPTS,
	{ "all", 0, OPT_FLAG, NULL, "without inputs: every difference, not ten of a kind" },
	{ "ui", 0, OPT_FLAG, NULL, "without inputs: show them on the screen, side by side" },
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

/* Of a lockstep; of a comparison without a run. */
#define DIFF_SCHEMA \
	"{verdict: str, agree: int, differ: int, only_a: int, only_b: int, carried: int, " \
	"idle_attributes: int, rule?: str, node?: str, sentence?: str, evidence?: str, path?: str}|" \
	DIFF_STATIC_SCHEMA

const struct cmd cmd_diff = {
	.name = "diff", .where = CMD_SHELL, .opts = diff_opts, .operands = "A B [FILE]",
	.min_args = 2, .max_args = 3, .arg = ARG_PATH, .group = "Checking", .exec = diff_exec,
	.json = DIFF_SCHEMA,
	.brief = "What differs between two models; with inputs, which tensor parts them.",
	.help = "A and B are models, doors of one (A#serving_default A#train, A#'__call__(training=True)'),\n"
		"or B is a folder that run --dump wrote. Nodes are matched by name, by structure and by value,\n"
		"so that renamed layers and dumps of another export do not matter. The first line is NODE: one\n"
		"sentence (A's path; B's where only B has the node; in a loop with @ and the first round that\n"
		"parts); then both tensors, how far apart they are, and the way from the input to there. Tensors\n"
		"differ when they are further apart than 1e-5 of their scale (float32), than rounding explains,\n"
		"which is measured by computing the node in float64, and than what came in explains, which is\n"
		"measured by computing A's node on B's inputs. Weights differ by the element. Both sides draw the\n"
		"same random numbers. A run is given up after 500,000 nodes, or after --max_iterations rounds of\n"
		"one loop, and compared up to there.\n"
		"Without inputs (and with doors that take some) the models are compared without a run. The first\n"
		"line is the verdict: same computation or another, same weights or others, and what differs.\n"
		"Computations are the same when their structure is: names, node order, devices, how the graph is\n"
		"cut into functions, nodes that only hand on, the saver, and whether weights are variables or\n"
		"constants do not count. Then what differs, by kind: signatures, parts that one side lacks, ops,\n"
		"attributes, constants, edges, functions, assets, and weights: rounded, scaled, permuted, changed\n"
		"in part, with noise of a relative size, or unrelated; renamed ones are found by their place, then\n"
		"by content. Last what matters to no answer. A#NAME B#NAME: only what these doors reach. --ui\n"
		"shows the same on the screen, A on the left, B on the right (exit code 0).\n"
		"Exit code 0: nothing found that matters, 1: found, 3: could not judge.",
};
