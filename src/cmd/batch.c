/* batch: does the signature treat each example of a batch alone? As text, as JSON; exit 0 it does,
 * 1 not, 3 unknown. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/inputs.h"
#include "cmd/json.h"
#include "cmd/rows.h"
#include "cmd/table.h"
#include "cmd/run.h"
#include "cmd/watch.h"
#include "debug/batch.h"

enum { SIZES = 5, MAX_ITERATIONS = 100000 };

struct doctor {
	struct cmd_call *c;
	struct app *app;
	const struct signature *sig;
	struct tensor **in;
	bool *has_batch;
	bool made_up; /* some input was not given */
	struct session *s, *other;
	struct batch b;
};

/* ---- inputs ---- */

/* An input without a value: random numbers, examples enough. */
static struct tensor *made_up(struct doctor *d, const struct tensor_info *ti, struct err *err)
{
	struct feed_spec spec;
	int64_t dim[SHAPE_MAX_RANK];

	input_spec(d->app->mg, ti, &spec);
	if (spec.shape.rank >= 1 && spec.shape.rank <= SHAPE_MAX_RANK) {
		memcpy(dim, spec.shape.dim, (size_t)spec.shape.rank * sizeof(*dim));
		dim[0] = dim[0] < 0 ? SIZES : dim[0];
		spec.shape.dim = dim;
	}
	d->made_up = true;
	return feed_word(&spec, "random:1", err);
}

static bool gather_inputs(struct doctor *d, struct err *err)
{
	bool any = false;

	d->in = xcalloc((size_t)d->sig->n_in + 1, sizeof(*d->in));
	d->has_batch = xcalloc((size_t)d->sig->n_in + 1, sizeof(*d->has_batch));
	for (uint32_t i = 0; i < d->sig->n_in; i++)
		d->in[i] = tensor_ref(dbg_input(d->app->dbg, i));
	if (!run_defaults(d->sig, d->in, err))
		return false;
	for (uint32_t i = 0; i < d->sig->n_in; i++) {
		const struct tensor_info *ti = &d->sig->in[i];

		if (!d->in[i] && !(d->in[i] = made_up(d, ti, err)))
			return err_note(err, "input \"%.*s\": give it with --inputs",
					SV_ARG(ti->key));
		/* a vector of fixed length may be a setting: only open dimensions count, when there
		 * are any */
		d->has_batch[i] = d->in[i]->rank >= 1 && d->in[i]->dim[0] > 0 &&
				  ti->shape.rank != 0 &&
				  (ti->shape.rank < 0 || ti->shape.dim[0] < 0);
		any |= d->has_batch[i];
	}
	for (uint32_t i = 0; !any && i < d->sig->n_in; i++)
		d->has_batch[i] = d->in[i]->rank >= 2 && d->in[i]->dim[0] > 0;
	return true;
}

static bool some_batch(const struct doctor *d, struct err *err)
{
	for (uint32_t i = 0; i < d->sig->n_in; i++)
		if (d->has_batch[i])
			return true;
	return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
		       "no input of the signature has a batch dimension");
}

/* ---- text ---- */

static bool fails_at(const struct batch_size *s, const char *node)
{
	return !s->ok && !strcmp(s->node, node);
}

/* Sizes that fail at one node go together. */
static void failures_text(const struct batch *b, struct sink *out)
{
	for (size_t i = 0; i < b->size.n; i++) {
		const struct batch_size *s = &b->size.p[i];
		bool said = s->ok;

		for (size_t k = 0; k < i && !said; k++)
			said = fails_at(&b->size.p[k], s->node);
		if (said)
			continue;
		sink_printf(out, "  with %" PRId64, s->n);
		for (size_t k = i + 1; k < b->size.n; k++)
			if (fails_at(&b->size.p[k], s->node))
				sink_printf(out, ", %" PRId64, b->size.p[k].n);
		sink_printf(out, " it fails%s: %s: %s\n",
			    s->by_values
				    ? " (not by the size: as many times the first example work)"
				    : "",
			    s->node, s->sentence);
	}
}

static void sizes_text(const struct doctor *d, struct sink *out)
{
	const char *sep = "batch sizes that work: ";

	if (d->b.fixed) {
		sink_printf(out, "the signature fixes the batch: %" PRId64 " examples\n", d->b.n);
		return;
	}
	for (size_t i = 0; i < d->b.size.n; i++)
		if (d->b.size.p[i].ok) {
			sink_printf(out, "%s%" PRId64, sep, d->b.size.p[i].n);
			sep = ", ";
		}
	sink_puts(out, "\n");
	failures_text(&d->b, out);
}

static void trials_text(const struct batch_output *o, struct sink *out)
{
	for (int h = 0; h < BATCH_N_HOW; h++)
		if (o->tried[h]) {
			sink_printf(out, "  %s: ", batch_how_text((enum batch_how)h));
			if (o->bits[h])
				sink_puts(out, "the same bits\n");
			else
				sink_printf(out, "largest difference %.2g of its scale\n",
					    o->share[h]);
		}
}

static void mix_text(const struct doctor *d, const struct batch_output *o, struct sink *out)
{
	sink_printf(out,
		    "  example %" PRId64 " of %" PRId64 " is %.9g (element %" PRId64
		    "), and %s %.9g\n",
		    o->example, d->b.n, o->with, o->at, batch_how_text(o->how), o->without);
	if (!o->node) {
		sink_puts(
			out,
			"  no one node mixes them: none has agreeing inputs and another output\n");
		return;
	}
	sink_puts(out, "  first mixed by ");
	sink_escaped(out, sv_of(o->node));
	sink_printf(out, " (%s)\n", o->op);
	for (struct sv rest = str_sv(&o->evidence); rest.n;) {
		long end = sv_find(rest, '\n');

		sink_puts(out, "    ");
		sink_escaped(out, sv_sub(rest, 0, (size_t)end));
		sink_puts(out, "\n");
		rest = sv_sub(rest, (size_t)end + 1, rest.n);
	}
}

static bool was_tried(const struct batch_output *o)
{
	for (int h = 0; h < BATCH_N_HOW; h++)
		if (o->tried[h])
			return true;
	return false;
}

static const char *verdict_of(const struct batch_output *o)
{
	return o->random      ? "random numbers are in it: not judged"
	       : !o->rows     ? "no row an example: one answer for the whole batch"
	       : o->mixes     ? "mixes examples"
	       : was_tried(o) ? "each example alone"
			      : "not judged: one example alone works";
}

static void print_text(const struct doctor *d, struct sink *out)
{
	sizes_text(d, out);
	for (size_t i = 0; i < d->b.out.n; i++) {
		const struct batch_output *o = &d->b.out.p[i];

		sink_puts(out, "output ");
		sink_escaped(out, o->key);
		sink_printf(out, ": %s\n", verdict_of(o));
		trials_text(o, out);
		if (o->mixes)
			mix_text(d, o, out);
	}
	if (d->b.random)
		sink_printf(out, "random: %s\n", d->b.random);
	if (d->made_up)
		sink_puts(out, "inputs that were not given are random numbers; say --inputs for "
			       "real ones\n");
}

/* ---- JSON ---- */

static void sizes_json(const struct doctor *d, struct json *j)
{
	json_key(j, "sizes");
	json_open(j, '[');
	for (size_t i = 0; i < d->b.size.n; i++) {
		const struct batch_size *s = &d->b.size.p[i];

		json_open(j, '{');
		json_kint(j, "size", s->n);
		json_kbool(j, "works", s->ok);
		json_kbool(j, "by_values", s->by_values);
		if (!s->ok) {
			json_kstr(j, "node", sv_of(s->node));
			json_kstr(j, "sentence", sv_of(s->sentence));
		}
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void trials_json(const struct batch_output *o, struct json *j)
{
	json_key(j, "trials");
	json_open(j, '[');
	for (int h = 0; h < BATCH_N_HOW; h++) {
		if (!o->tried[h])
			continue;
		json_open(j, '{');
		json_kstr(j, "how", sv_of(batch_how_text((enum batch_how)h)));
		json_kbool(j, "same_bits", o->bits[h]);
		json_key(j, "difference");
		json_num(j, o->share[h]);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void output_json(const struct batch_output *o, struct json *j)
{
	json_open(j, '{');
	json_kstr(j, "key", o->key);
	json_kstr(j, "verdict",
		  sv_of(o->random  ? "random"
			: !o->rows ? "whole"
			: o->mixes ? "mixes"
				   : "alone"));
	trials_json(o, j);
	if (o->mixes) {
		json_kint(j, "example", o->example);
		json_kint(j, "element", o->at);
		json_key(j, "with");
		json_num(j, o->with);
		json_key(j, "without");
		json_num(j, o->without);
	}
	if (o->node) {
		json_kstr(j, "node", sv_of(o->node));
		json_kstr(j, "op", sv_of(o->op));
		json_kstr(j, "evidence", str_sv(&o->evidence));
	}
	json_close(j, '}');
}

static void print_json(const struct doctor *d, struct sink *out)
{
	struct json j;

	json_start(&j, out);
	json_open(&j, '{');
	json_kbool(&j, "found", batch_found(&d->b));
	json_kint(&j, "examples", d->b.n);
	json_kbool(&j, "fixed", d->b.fixed);
	json_kbool(&j, "made_up", d->made_up);
	sizes_json(d, &j);
	json_key(&j, "outputs");
	json_open(&j, '[');
	for (size_t i = 0; i < d->b.out.n; i++)
		output_json(&d->b.out.p[i], &j);
	json_close(&j, ']');
	if (d->b.random)
		json_kstr(&j, "random", sv_of(d->b.random));
	json_close(&j, '}');
	json_end(&j);
}

/* ---- the command ---- */

static bool look(struct doctor *d, struct err *err)
{
	const struct cmd_val *n = call_opt(d->c, "max_iterations"), *max = call_opt(d->c, "max");
	struct batch_opts o = {.max = max->given ? max->i : SIZES,
			       .max_iterations = n->given ? (size_t)n->i : MAX_ITERATIONS};
	struct session_opts so = {0};

	if (!d->sig)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
			       "choose a signature first");
	if (!gather_inputs(d, err) || !some_batch(d, err) || !limits_read(d->c, &so, err))
		return false;
	so.max_iterations = 0;
	d->s = session_new(d->app->mg, &so, err);
	so.seed += so.seed != 0;
	d->other = d->s ? session_new(d->app->mg, &so, err) : NULL;
	return d->other && batch_look(&d->b, d->s, d->other, d->sig, d->in, d->has_batch, &o, err);
}

static bool judged(const struct batch *b)
{
	for (size_t i = 0; i < b->out.n; i++)
		if (was_tried(&b->out.p[i]) && !b->out.p[i].random)
			return true;
	return false;
}

static int batch(struct cmd_call *c, struct err *err)
{
	struct doctor d = {.c = c, .app = c->app, .sig = dbg_signature(c->app->dbg)};
	bool ok = look(&d, err);
	int rc = !ok		     ? EXIT_NO_JUDGEMENT
		 : batch_found(&d.b) ? 1
		 : judged(&d.b)	     ? EXIT_FINE
				     : EXIT_NO_JUDGEMENT;

	if (ok && call_flag(c, "json"))
		print_json(&d, c->out);
	else if (ok)
		print_text(&d, c->out);
	batch_free(&d.b);
	session_free(d.s);
	session_free(d.other);
	for (uint32_t i = 0; d.in && i < d.sig->n_in; i++)
		tensor_unref(d.in[i]);
	free(d.in);
	free(d.has_batch);
	return rc;
}

static int shell_exec(struct cmd_call *c, struct err *err)
{
	if (!debug_open(c, err))
		return err->kind == ERR_KIND_USAGE ? EXIT_USAGE : EXIT_NO_JUDGEMENT;
	return batch(c, err);
}

static int prompt_exec(struct cmd_call *c, struct err *err)
{
	int rc = batch(c, err);

	return err_is(err) && rc ? EXIT_ERROR : EXIT_FINE;
}

#define BATCH_SCHEMA                                                                               \
	"{found: bool, examples: int, fixed: bool, made_up: bool, sizes: [{size: int, works: "     \
	"bool, by_values: bool, node?: str, "                                                      \
	"sentence?: str}], outputs: [{key: str, verdict: str, trials: [{how: str, same_bits: "     \
	"bool, difference: num}], "                                                                \
	"example?: int, element?: int, with?: num, without?: num, node?: str, op?: str, "          \
	"evidence?: str}], random?: str}"

#define BATCH_HELP                                                                                 \
	"The signature is run with batches of 0 to N examples, with each example alone, in "       \
	"another order, beside\n"                                                                  \
	"rows of zeros and among other examples; the rows of its outputs must not change by "      \
	"that. Where they do\n"                                                                    \
	"the first node is named whose inputs agree for an example and whose output does not: "    \
	"batch\n"                                                                                  \
	"normalisation in training mode, a softmax over the wrong axis, a sum over the batch. "    \
	"Differences up to\n"                                                                      \
	"1e-4 of an output's scale are rounding, and said. Examples are those that are given, "    \
	"then the same with their\n"                                                               \
	"elements rolled round; inputs that are not given are random numbers. A size above 0 "     \
	"that fails is a finding,\n"                                                               \
	"with the node that asks for another size."

#define DOCTOR_OPTS                                                                                \
	{"max", 0, OPT_INT, "N", "try batches of up to N examples (5)"}, LIMIT_OPTS,               \
	{                                                                                          \
		"json", 0, OPT_FLAG, NULL, "print JSON"                                            \
	}

static const struct cmd_opt prompt_opts[] = {
	DOCTOR_OPTS,
	{0},
};

const struct cmd cmd_batch_prompt = {
	.name = "batch",
	.where = CMD_PROMPT,
	.opts = prompt_opts,
	.max_args = 0,
	.group = "Running",
	.need = NEED_DEBUGGER,
	.exec = prompt_exec,
	.json = BATCH_SCHEMA,
	.brief = "Is each example of a batch treated alone, and which batch sizes work?",
	.help = BATCH_HELP,
};

static const struct cmd_opt shell_opts[] = {
	{"tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph with these tags"},
	{"signature_def", 0, OPT_STRING, "KEY", "the signature to run"},
	INPUT_OPTS,
	DOCTOR_OPTS,
	{0},
};

const struct cmd cmd_batch = {
	.name = "batch",
	.where = CMD_SHELL,
	.opts = shell_opts,
	.operands = "PATH [FILE]",
	.min_args = 1,
	.max_args = 2,
	.arg = ARG_PATH,
	.group = "Checking",
	.exec = shell_exec,
	.json = BATCH_SCHEMA,
	.brief = "Is each example of a batch treated alone, and which batch sizes work?",
	.help = BATCH_HELP
	"\nExit code 0: each example alone, 1: not so, or a size fails, 3: could not judge.",
};
