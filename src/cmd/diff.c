/*
 * smtui diff: two models, two doors of one, or a run and a dump, on the same inputs: the first
 * tensor that parts them. Without inputs: what can be said without a run. Exit 0 nothing found, 1
 * found, 3 could not judge.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "cmd/diff_sides.h"
#include "cmd/diff_static.h"
#include "cmd/diff_twice.h"
#include "cmd/edit.h"
#include "cmd/gaps_run.h"
#include "cmd/inputs.h"
#include "cmd/json.h"
#include "cmd/rows.h"
#include "cmd/run.h"
#include "cmd/watch.h"
#include "debug/diff.h"
#include "debug/shadow.h"

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
	if (d->reference)
		sink_printf(c->out, "tensors of this run that B does not hold: %llu\n",
			    (unsigned long long)d->n_only_a);
	else if (d->n_only_a || d->n_only_b)
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

/* ---- a reference ---- */

static const char *const how_text[HOW_N] = { "by name", "by layer", "by value", "by place" };

static void ref_print(struct cmd_call *c, const struct sides *p, const struct diff *d)
{
	uint64_t n = 0;

	for (int i = 0; i < HOW_N; i++)
		n += d->n_how[i];
	sink_printf(c->out, "B is %s: %llu of %u tensors matched", refs_kind(p->refs), (unsigned long long)n, d->n_row);
	for (int i = 0, any = 0; i < HOW_N; i++)
		if (d->n_how[i])
			sink_printf(c->out, "%s%llu %s", any++ ? ", " : " (", (unsigned long long)d->n_how[i],
				    how_text[i]);
	sink_puts(c->out, n ? ")" : "");
	if (d->n_only_b)
		sink_printf(c->out, "; %llu match nothing in this run", (unsigned long long)d->n_only_b);
	if (d->n_unread)
		sink_printf(c->out, ", %llu could not be read", (unsigned long long)d->n_unread);
	sink_puts(c->out, "\n");
	if (*refs_said(p->refs))
		sink_printf(c->out, "B: %s\n", refs_said(p->refs));
}

/* How many were brought into our form, by what was done. */
static void forms_print(struct cmd_call *c, const struct diff *d)
{
	struct map seen = MAP_INIT;

	for (uint32_t i = 0; i < tape_n(d->a.tape); i++)
		for (uint32_t k = 0; k < tape_event(d->a.tape, i)->n_out; k++) {
			const char *text = diff_fit_text(d, i, k);
			uint64_t n = 0;

			if (!text)
				continue;
			map_get(&seen, sv_of(text), &n);
			map_put(&seen, sv_of(text), n + 1);
		}
	for (size_t i = 0; i < seen.cap; i++)
		if (seen.slot[i].key.p)
			sink_printf(c->out, "before comparing, B's tensors (%llu): %.*s\n",
				    (unsigned long long)seen.slot[i].val, SV_ARG(seen.slot[i].key));
	map_free(&seen);
}

/* ---- the table ---- */

/* false: an error. *shown: the screen's exit code, or -1. */
static bool table_make(struct sides *p, struct str *verdict, int *shown, struct err *err)
{
	struct shadow *s = shadow_new(p->d->a.tape, err);
	bool ok = s != NULL;

	if (ok) {
		gaps_of_diff(&p->gaps, p->d, s, GAPS_PAIR);
		p->gaps.verdict = str_give(verdict);
		ok = gaps_choose(&p->gaps, p->c, "run", 0, err);
	}
	*shown = ok ? sides_show(p, err) : -1;
	shadow_free(s);
	return ok;
}

/* ---- JSON ---- */

static void json_reference(struct json *j, const struct diff *d)
{
	json_key(j, "matched");
	json_open(j, '{');
	for (int i = 0; i < HOW_N; i++)
		json_kint(j, how_text[i] + 3, (int64_t)d->n_how[i]);
	json_close(j, '}');
	json_kint(j, "unread", (int64_t)d->n_unread);
}

static void print_json(struct cmd_call *c, const struct diff *d, enum why_verdict v, const struct gaps *t)
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
	if (d->reference)
		json_reference(&j, d);
	if (t)
		gaps_json(t, &j);
	json_close(&j, '}');
	json_end(&j);
}

static int exit_of(enum why_verdict v)
{
	return v == WHY_FOUND ? 1 : v == WHY_NOTHING ? EXIT_FINE : EXIT_NO_JUDGEMENT;
}

static void print_all(struct sides *p, struct diff *d, enum why_verdict v, const struct gaps *t)
{
	struct cmd_call *c = p->c;

	if (t && call_flag(c, "csv")) {
		gaps_csv(t, c->out);
		return;
	}
	if (call_flag(c, "json")) {
		print_json(c, d, v, t);
		return;
	}
	print_text(c, d, v);
	if (p->refs) {
		ref_print(c, p, d);
		forms_print(c, d);
	}
	if (t)
		gaps_print(t, c->out);
}

static int judge(struct sides *p, struct err *err)
{
	enum why_verdict v = diff_judge(p->d);
	bool table = gaps_asked(p->c) || call_flag(p->c, "ui");
	struct str verdict = STR_INIT;
	int shown = -1;

	if (v == WHY_FOUND)
		str_addf(&verdict, "%s: %s", str_z(&p->d->node), str_z(&p->d->sentence));
	else
		str_addz(&verdict, v == WHY_NOTHING ? "nothing found" : "not judged");
	if (table && !table_make(p, &verdict, &shown, err))
		v = WHY_UNKNOWN;
	if (shown < 0)
		print_all(p, p->d, v, table && v != WHY_UNKNOWN ? &p->gaps : NULL);
	str_free(&verdict);
	return shown >= 0 ? shown : exit_of(v);
}

static int lockstep(struct sides *p, struct err *err)
{
	struct diff_opts o = { .rtol = -1 };
	struct diff *d;
	bool ok = run_tolerance(p->c, "rtol", &o.rtol, err) && run_tolerance(p->c, "atol", &o.atol, err) &&
		  gaps_check(p->c, err) && sides_feed(p, err) && door_start(p, &p->a, err) &&
		  (sides_one(p) || door_start(p, &p->b, err));

	p->d = d = diff_new(&o);
	d->a.most = d->b.most = call_opt(p->c, "max_iterations")->given ? UINT32_MAX : 0;
	ok = ok && door_record(&p->a, &d->a, p->a.feed, p->a.sig->n_in, err);
	if (sides_one(p)) {
		sides_rows(p, d);
	} else {
		/* a loop that ends in A only is seen where it parts */
		if (ok && !d->b.most && tape_n(d->a.tape) < DIFF_EVENTS / 8)
			d->b.most = 8 * tape_n(d->a.tape) + 10000;
		ok = ok && door_record(&p->b, &d->b, p->feed_b, p->a.sig->n_in, err);
	}
	if (!ok)
		return EXIT_NO_JUDGEMENT;
	return p->twice ? diff_twice(p, err) : judge(p, err);
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

	if (gaps_asked(p->c)) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "a table needs inputs to run on");
		return EXIT_NO_JUDGEMENT;
	}
	if (doors && (!static_door(p, &p->a, &x, err) || !static_door(p, &p->b, &y, err)))
		return EXIT_NO_JUDGEMENT;
	return diff_static(p->c, p->a.app->mg, p->b.app->mg, doors ? &x : NULL, doors ? &y : NULL, err);
}

/* ---- the verb ---- */

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
	const char *key = p->here ? NULL : call_str(p->c, "signature_def");

	if (!sides_open(p, err) || !sides_collect(p, err))
		return EXIT_NO_JUDGEMENT;
	if (!sides_fed(p) && !(takes_nothing(&p->a, key) && takes_nothing(&p->b, key)))
		return structure(p, err);
	if (!door_signature(p, &p->a, err) || (!sides_one(p) && !door_signature(p, &p->b, err)))
		return EXIT_NO_JUDGEMENT;
	return lockstep(p, err);
}

static int diff_exec(struct cmd_call *c, struct err *err)
{
	const char *against = call_str(c, "against");
	struct sides p;
	int rc;

	if (!against && c->argc < 2) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "diff takes A and B, or A and --against");
		return EXIT_USAGE;
	}
	if (against && c->argc > 2) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "with --against there is no B");
		return EXIT_USAGE;
	}
	sides_init(&p, c, c->argv[0], against ? NULL : c->argv[1]);
	rc = judge_sides(&p, err);
	sides_free(&p);
	if (rc == EXIT_NO_JUDGEMENT &&
	    (err->kind == ERR_KIND_USAGE || err->kind == ERR_KIND_INTERRUPT))
		return err_exit(err);
	return rc;
}

/* At the prompt: A is the debugger's signature with its inputs, in a run of its own. */
static int diff_here(struct cmd_call *c, struct err *err)
{
	struct sides *p;
	int rc;

	if ((call_str(c, "against") != NULL) == (c->argc > 0)) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			"diff takes another model, or --against FILE or FOLDER");
		return EXIT_USAGE;
	}
	edits_left_out(c);
	p = xcalloc(1, sizeof(*p));
	sides_init(p, c, NULL, c->argc ? c->argv[0] : NULL);
	rc = judge_sides(p, err);
	if (!p->kept) {
		sides_free(p);
		free(p);
	}
	return err_is(err) && rc ? EXIT_ERROR : EXIT_FINE;
}

#define AGAINST_OPT \
	{ "against", 0, OPT_STRING, "K=V;...", "A once more with these inputs in the place of B" }

static const struct cmd_opt here_opts[] = {
	AGAINST_OPT,
	{ "rtol", 0, OPT_STRING, "X", "relative tolerance, of each tensor's scale (float32: 1e-05)" },
	{ "atol", 0, OPT_STRING, "X", "absolute tolerance (0)" },
	{ "tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph of B with these tags" },
	{ "signature_def", 0, OPT_STRING, "KEY", "the signature of B" },
	LIMIT_OPTS,
	GAPS_OPTS,
	{ "ui", 0, OPT_FLAG, NULL, "show the table on the screen" },
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

static const struct cmd_opt diff_opts[] = {
	{ "tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph with these tags" },
	{ "signature_def", 0, OPT_STRING, "KEY", "the signature to run on both sides" },
	INPUT_OPTS,
	AGAINST_OPT,
	{ "rtol", 0, OPT_STRING, "X", "relative tolerance, of each tensor's scale (float32: 1e-05)" },
	{ "atol", 0, OPT_STRING, "X", "absolute tolerance (0)" },
	LIMIT_OPTS,
	GAPS_OPTS,
	{ "all", 0, OPT_FLAG, NULL, "without inputs: every difference, not ten of a kind" },
	{ "ui", 0, OPT_FLAG, NULL, "show differences, or the table, on the screen" },
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

/* Of a lockstep; of a comparison without a run. */
#define DIFF_SCHEMA \
	"{verdict: str, agree: int, differ: int, only_a: int, only_b: int, carried: int, " \
	"idle_attributes: int, rule?: str, node?: str, sentence?: str, evidence?: str, path?: str, " \
	"matched?: {name: int, layer: int, value: int, place: int}, unread?: int, rows?: " GAPS_SCHEMA "}|" \
	DIFF_TWICE_SCHEMA "|" DIFF_STATIC_SCHEMA

const struct cmd cmd_diff_prompt = {
	.name = "diff", .where = CMD_PROMPT, .opts = here_opts, .operands = "[B]", .max_args = 1,
	.arg = ARG_PATH, .group = "Running", .need = NEED_DEBUGGER, .exec = diff_here, .json = DIFF_SCHEMA,
	.brief = "These inputs against another model, tensors of another program, or other inputs.",
	.help = "A run of its own; where the debugger stands stays. See the shell's diff (smtui help diff).",
};

const struct cmd cmd_diff = {
	.name = "diff",
	.where = CMD_SHELL,
	.opts = diff_opts,
	.operands = "A [B] [FILE]",
	.min_args = 1,
	.max_args = 3,
	.arg = ARG_PATH,
	.group = "Checking",
	.exec = diff_exec,
	.json = DIFF_SCHEMA,
	.brief = "What differs between two models; with inputs, which tensor parts them.",
	.help = "A and B are models, doors of one (A#serving_default A#train, A#'__call__(training=True)'),\n"
		"or B is a folder that run --dump wrote, or tensors that another program wrote (see below). Nodes are\n"
		"matched by name, by structure and by value, so that renamed layers and dumps of another export do not\n"
		"matter. The first line is NODE: one sentence (A's path; B's where only B has the node; in a\n"
		"loop with @ and the first round that parts); then both tensors, how far apart they are, and the way from the input to there. Tensors\n"
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
		"Tensors of another program: an .npz or .npy file, a folder of such with folders below, ONNX's TensorProto\n"
		"files (test_data_set_N, whose input_K.pb feed the model when nothing else does, and the node dumps of\n"
		"ONNX Runtime) and what polygraphy run saves with --save-outputs (FILE#RUNNER: not its first runner); a\n"
		"FILE may be its --save-inputs. They are matched by name, whatever stands for \"/\" in it and \":0\" behind it,\n"
		"by a tail of the name, a variable's or an output's name, a layer's name (its last tensor), then by value,\n"
		"then by place where the name tells the op. Other orders of dimensions (NCHW, OIHW), dimensions of 1 and\n"
		"other number types are brought into this model's form first, which is said; what is float16 there is\n"
		"compared to float16's rounding.\n"
		"--against: one model on two inputs (what is not named stays): the first node where the runs part, how many\n"
		"nodes differ, where the difference ends or shrinks to less than a thousandth, which outputs are the same.\n"
		"--table and what goes with it: a row for each tensor. abs is the largest difference, rel that as a share of\n"
		"the tensor's scale, ulp in units in the last place, cosine of the angle between the two as vectors, times in\n"
		"units of what A's own rounding has piled up there (piled, as a share of the scale; see shadow). --ui shows it\n"
		"on the screen, sorted by any column, Enter both tensors side by side.\n"
		"Exit code 0: nothing found that matters, 1: found, 3: could not judge.",
};
