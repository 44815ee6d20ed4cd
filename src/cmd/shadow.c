/*
 * smtui shadow: a run once more in float64: the first node whose error rounding does not explain,
 * what has piled up at the outputs, and a table of all. Exit 0 nothing found, 1 found, 3 could not
 * judge.
 */
#include "debug/shadow.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "cmd/gaps.h"
#include "cmd/gaps_run.h"
#include "cmd/inputs.h"
#include "cmd/rows.h"
#include "cmd/run.h"
#include "cmd/watch.h"
#include "debug/diff.h"
#include "tensor/seek.h"

enum { TABLE_ROWS = 10, WAY_LINES = 24 };

#define SHADOW_SCHEMA                                                                              \
	"{verdict: str, nodes: int, judged: int, around: int, lost: int, limit: num, node?: str, " \
	"op?: str, "                                                                               \
	"sentence?: str, times?: num, outputs: [{key: str, piled?: num, piled_rel?: num, "         \
	"different?: int}], "                                                                      \
	"way: [{node: str, op: str, times?: num, piled_rel?: num}], rows: " GAPS_SCHEMA "}"

struct shading {
	struct cmd_call *c;
	struct gaps_run run;
	bool kept;	/* the screen has it now */
	struct diff *d; /* its first side is the run */
	struct shadow *s;
	struct gaps gaps;
	double limit;
	const struct shadow_row *first;
};

/* ---- what is said ---- */

static void node_name(struct str *out, const struct tape *t, uint32_t event)
{
	const struct tape_event *e = tape_event(t, event);

	str_escaped(out, sv_of(e->path));
	str_addz(out, e->iter);
}

static void index_text(struct str *out, const struct shading *p, const struct shadow_row *r)
{
	const struct tape_event *e = tape_event(p->d->a.tape, r->event);
	const struct tensor *t = tape_value(p->d->a.tape, e->out[r->slot])->t;

	if (t->n > 1)
		str_addz(out, " at ");
	if (t->n > 1)
		seek_index_text(t, r->at, out);
}

static void sentence(struct str *out, const struct shading *p, const struct shadow_row *r)
{
	if (isinf(r->times) && !isfinite(r->is) && isfinite(r->exact))
		str_addf(out, "overflows: %.9g", r->is);
	else if (isinf(r->times))
		str_addf(out, "an error that no rounding explains: %.9g", r->is);
	else
		str_addf(out, "%.3g times what rounding explains: %.9g", r->times, r->is);
	index_text(out, p, r);
	str_addf(out, ", float64 has %.9g of the same inputs", r->exact);
	if (!isinf(r->times))
		str_addf(out, "; rounding explains %.2g", r->explained);
}

static void say_inputs(const struct shading *p, const struct shadow_row *r, struct sink *out)
{
	const struct tape_event *e = tape_event(p->d->a.tape, r->event);
	struct why w = {.tape = p->d->a.tape, .sig = p->d->a.sig, .event = r->event};

	why_notes(&w, e);
	sink_puts(out, str_z(&w.evidence));
	str_free(&w.evidence);
}

static void say_found(const struct shading *p, const struct shadow_row *r, struct sink *out)
{
	struct str s = STR_INIT;

	node_name(&s, p->d->a.tape, r->event);
	str_addz(&s, ": ");
	sentence(&s, p, r);
	sink_printf(out, "%s\nevidence\n", str_z(&s));
	str_free(&s);
	sink_printf(out, "  %" PRId64 " of %" PRId64 " elements are not exact", r->own.n_out,
		    r->own.n);
	if (isfinite(r->own.most))
		sink_printf(out, ", up to %.3g (%.3g of the tensor's scale)", r->own.most,
			    r->own.rel);
	sink_puts(out, "\n");
	if (isfinite(r->piled))
		sink_printf(out, "  with what came in, %.3g of its scale from float64's\n",
			    r->piled_rel);
	say_inputs(p, r, out);
}

static void say_nothing(const struct shading *p, struct sink *out)
{
	const struct shadow_row *r = shadow_worst(p->s);
	struct str s = STR_INIT;

	if (!p->s->n_judged) {
		sink_puts(out, "nothing to judge: no node of this run computes floats that float64 "
			       "tells more of\n");
		return;
	}
	sink_printf(out,
		    "nothing found: %u tensors in float64, no error beyond what rounding explains",
		    p->s->n_judged);
	if (r && r->times > 0) {
		node_name(&s, p->d->a.tape, r->event);
		sink_printf(out, " (at most %.3g times that, %s)", r->times, str_z(&s));
	}
	sink_puts(out, "\n");
	str_free(&s);
}

/* ---- the outputs, and the way to one ---- */

static const struct shadow_row *output_row(const struct shading *p, uint32_t i)
{
	const struct tape_value *v = tape_value(p->d->a.tape, p->d->a.out[i]);

	return v && v->maker != TAPE_NONE ? shadow_at(p->s, v->maker, v->slot) : NULL;
}

static void say_outputs(const struct shading *p, struct sink *out)
{
	bool head = false;

	for (uint32_t i = 0; i < p->d->a.sig->n_out; i++) {
		const struct shadow_row *r = output_row(p, i);

		if (!r || (isnan(r->piled) && !r->flips))
			continue;
		sink_puts(out, head ? "" : "outputs, against float64 all the way\n");
		head = true;
		sink_puts(out, "  ");
		sink_escaped(out, p->d->a.sig->out[i].key);
		if (r->flips)
			sink_printf(out, ": %" PRId64 " of %" PRId64 " elements are others\n",
				    r->flips, r->own.n);
		else if (!isfinite(r->piled))
			sink_puts(out, ": infinite, or no number, on one side only\n");
		else
			sink_printf(out, ": up to %.3g, %.3g of its scale\n", r->piled,
				    r->piled_rel);
	}
}

static void say_flips(const struct shading *p, struct sink *out)
{
	for (size_t i = 0; i < p->s->row.n; i++) {
		const struct shadow_row *r = &p->s->row.p[i];
		struct str s = STR_INIT;

		if (!r->flips)
			continue;
		node_name(&s, p->d->a.tape, r->event);
		sink_printf(out,
			    "the first decision that float64 takes otherwise: %s, %" PRId64
			    " of %" PRId64 " elements\n",
			    str_z(&s), r->flips, r->own.n);
		str_free(&s);
		return;
	}
}

/* Of an event's inputs the one whose shadow is furthest off. */
static const struct shadow_row *up_from(const struct shading *p, const struct shadow_row *r)
{
	const struct tape_event *e = tape_event(p->d->a.tape, r->event);
	const struct shadow_row *most = NULL;

	for (uint32_t i = 0; i < e->n_in; i++) {
		const struct tape_value *v = tape_value(p->d->a.tape, e->in[i]);
		const struct shadow_row *up =
			v && v->maker < r->event ? shadow_at(p->s, v->maker, v->slot) : NULL;

		if (up && up->piled_rel > 0 && (!most || up->piled_rel > most->piled_rel))
			most = up;
	}
	return most;
}

typedef VEC(const struct shadow_row *) way_t;

/* From the node found, else the output that is furthest off, up. */
static void way_find(const struct shading *p, way_t *way)
{
	const struct shadow_row *r = p->first;

	for (uint32_t i = 0; !p->first && i < p->d->a.sig->n_out; i++) {
		const struct shadow_row *o = output_row(p, i);

		if (o && o->piled_rel > 0 && (!r || o->piled_rel > r->piled_rel))
			r = o;
	}
	for (; r; r = up_from(p, r))
		vec_push(way, r);
}

static void say_way(const struct shading *p, const way_t *way, struct sink *out)
{
	if (way->n)
		sink_puts(out,
			  "how the error grew: of the scale, own error in roundings explained\n");
	for (size_t i = way->n; i-- > 0;) {
		const struct shadow_row *r = way->p[i];
		const struct tape_event *e = tape_event(p->d->a.tape, r->event);
		struct str s = STR_INIT;

		if (way->n > WAY_LINES && i >= WAY_LINES && i + 4 < way->n) {
			if (i == WAY_LINES)
				sink_printf(out, "  ... %zu more\n", way->n - WAY_LINES - 4);
			continue;
		}
		node_name(&s, p->d->a.tape, r->event);
		sink_printf(out, "  %-9.3g  ", r->piled_rel);
		if (r->judged)
			sink_printf(out, "%-7.3g  %s (%.*s)\n", r->times, str_z(&s),
				    SV_ARG(e->n->op));
		else
			sink_printf(out, "-        %s (%.*s)\n", str_z(&s), SV_ARG(e->n->op));
		str_free(&s);
	}
}

static void say_rest(const struct shading *p, struct sink *out)
{
	if (p->s->n_around)
		sink_printf(out, "without a float64 form, run as they are on rounded shadows: %s\n",
			    str_z(&p->s->around));
	if (p->s->n_lost)
		sink_printf(out, "what had piled up is lost behind: %s\n", str_z(&p->s->lost));
	if (p->d->a.failed != TAPE_NONE)
		sink_printf(out, "the run fails: %s\n", p->d->a.err.msg);
	if (p->d->a.stopped)
		sink_printf(
			out,
			"the run was given up after %u nodes (with --max_iterations it goes on)\n",
			tape_n(p->d->a.tape));
}

static void print_text(const struct shading *p)
{
	struct sink *out = p->c->out;
	way_t way = {0};

	if (p->first)
		say_found(p, p->first, out);
	else
		say_nothing(p, out);
	say_outputs(p, out);
	say_flips(p, out);
	way_find(p, &way);
	say_way(p, &way, out);
	vec_free(&way);
	say_rest(p, out);
	if (p->gaps.shown.n)
		gaps_print(&p->gaps, out);
}

/* ---- JSON ---- */

static void number(struct json *j, const char *key, double v)
{
	if (isnan(v))
		return;
	json_key(j, key);
	json_num(j, v);
}

static void json_outputs(const struct shading *p, struct json *j)
{
	json_key(j, "outputs");
	json_open(j, '[');
	for (uint32_t i = 0; i < p->d->a.sig->n_out; i++) {
		const struct shadow_row *r = output_row(p, i);

		json_open(j, '{');
		json_kstr(j, "key", p->d->a.sig->out[i].key);
		number(j, "piled", r ? r->piled : NAN);
		number(j, "piled_rel", r ? r->piled_rel : NAN);
		if (r && r->flips)
			json_kint(j, "different", r->flips);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void json_way(const struct shading *p, struct json *j)
{
	way_t way = {0};

	way_find(p, &way);
	json_key(j, "way");
	json_open(j, '[');
	for (size_t i = way.n; i-- > 0;) {
		const struct tape_event *e = tape_event(p->d->a.tape, way.p[i]->event);
		struct str s = STR_INIT;

		node_name(&s, p->d->a.tape, way.p[i]->event);
		json_open(j, '{');
		json_kstr(j, "node", str_sv(&s));
		json_kstr(j, "op", e->n->op);
		number(j, "times", way.p[i]->judged ? way.p[i]->times : NAN);
		number(j, "piled_rel", way.p[i]->piled_rel);
		json_close(j, '}');
		str_free(&s);
	}
	json_close(j, ']');
	vec_free(&way);
}

static void json_found(const struct shading *p, struct json *j)
{
	struct str name = STR_INIT, s = STR_INIT;

	node_name(&name, p->d->a.tape, p->first->event);
	sentence(&s, p, p->first);
	json_kstr(j, "node", str_sv(&name));
	json_kstr(j, "op", tape_event(p->d->a.tape, p->first->event)->n->op);
	json_kstr(j, "sentence", str_sv(&s));
	number(j, "times", p->first->times);
	str_free(&name);
	str_free(&s);
}

static struct sv verdict_of(const struct shading *p)
{
	return p->first						 ? SV("found")
	       : p->d->a.failed == TAPE_NONE && !p->d->a.stopped ? SV("nothing")
								 : SV("unknown");
}

static void print_json(const struct shading *p)
{
	struct json j;

	json_start(&j, p->c->out);
	json_open(&j, '{');
	json_kstr(&j, "verdict", verdict_of(p));
	json_kint(&j, "nodes", tape_n(p->d->a.tape));
	json_kint(&j, "judged", p->s->n_judged);
	json_kint(&j, "around", p->s->n_around);
	json_kint(&j, "lost", p->s->n_lost);
	number(&j, "limit", p->limit);
	if (p->first)
		json_found(p, &j);
	json_outputs(p, &j);
	json_way(p, &j);
	gaps_json(&p->gaps, &j);
	json_close(&j, '}');
	json_end(&j);
}

/* ---- the verb ---- */

static int exit_of(const struct shading *p)
{
	struct sv v = verdict_of(p);

	return sv_is(v, "found") ? 1 : sv_is(v, "nothing") ? EXIT_FINE : EXIT_NO_JUDGEMENT;
}

static void shading_free(void *ctx)
{
	struct shading *p = ctx;

	gaps_free(&p->gaps);
	shadow_free(p->s);
	diff_free(p->d);
	gaps_run_free(&p->run);
	free(p);
}

static int tell(struct shading *p, struct err *err)
{
	bool json = call_flag(p->c, "json"), csv = call_flag(p->c, "csv");
	int shown;

	p->first = shadow_first(p->s, p->limit);
	gaps_of_shadow(&p->gaps, p->s, p->limit);
	p->gaps.verdict = p->first ? xstrdup("rounding does not explain every error")
				   : xstrdup("rounding explains every error");
	if (!gaps_choose(&p->gaps, p->c, "times",
			 json || csv || call_flag(p->c, "table") || call_flag(p->c, "ui")
				 ? 0
				 : TABLE_ROWS,
			 err))
		return EXIT_NO_JUDGEMENT;
	shown = gaps_show(p->c, &p->gaps, err);
	if (shown >= 0)
		return shown;
	if (gaps_wanted(p->c)) {
		gaps_keep(p->c->app, &p->gaps, shading_free, p);
		p->kept = true;
	} else if (csv)
		gaps_csv(&p->gaps, p->c->out);
	else if (json)
		print_json(p);
	else
		print_text(p);
	return exit_of(p);
}

static int judge(struct cmd_call *c, struct err *err)
{
	struct shading *p = xcalloc(1, sizeof(*p));
	struct diff_opts o = {.rtol = -1};
	int rc = EXIT_NO_JUDGEMENT;

	p->c = c;
	p->limit = SHADOW_LIMIT;
	p->d = diff_new(&o);
	p->d->a.most = call_opt(c, "max_iterations")->given ? UINT32_MAX : 0;
	if (!run_tolerance(c, "limit", &p->limit, err) || !gaps_check(c, err))
		rc = EXIT_USAGE;
	else if (gaps_record(&p->run, c, &p->d->a, NULL, err))
		p->s = shadow_new(p->d->a.tape, err);
	if (p->s)
		rc = tell(p, err);
	if (!p->kept)
		shading_free(p);
	return rc;
}

static int shadow_exec(struct cmd_call *c, struct err *err)
{
	if (!debug_open(c, err))
		return err->kind == ERR_KIND_USAGE ? EXIT_USAGE : EXIT_NO_JUDGEMENT;
	return judge(c, err);
}

/* At the prompt: the debugger's signature and inputs, in a run of its own; where it stands stays.
 */
static int shadow_here(struct cmd_call *c, struct err *err)
{
	int rc = judge(c, err);

	return err_is(err) && rc ? EXIT_ERROR : EXIT_FINE;
}

#define SHADOW_OPTS                                                                                \
	LIMIT_OPTS,                                                                                \
		{"limit", 0, OPT_STRING, "X",                                                      \
		 "what counts: errors beyond X times what rounding explains (8)"},                 \
		GAPS_OPTS,                                                                         \
	{                                                                                          \
		"json", 0, OPT_FLAG, NULL, "print JSON"                                            \
	}

static const struct cmd_opt here_opts[] = {
	SHADOW_OPTS,
	{"ui", 0, OPT_FLAG, NULL, "show the table on the screen"},
	{0},
};

const struct cmd cmd_shadow_prompt = {
	.name = "shadow",
	.where = CMD_PROMPT,
	.opts = here_opts,
	.group = "Running",
	.need = NEED_DEBUGGER,
	.max_args = 0,
	.exec = shadow_here,
	.json = SHADOW_SCHEMA,
	.brief = "The run once more in float64: whose error rounding does not explain.",
	.help = "A run of its own with the inputs at hand; edits are not in it, and where the "
		"debugger stands stays. See\n"
		"the shell's shadow (smtui help shadow).",
};

static const struct cmd_opt shadow_opts[] = {
	{"tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph with these tags"},
	{"signature_def", 0, OPT_STRING, "KEY", "the signature to run"},
	INPUT_OPTS,
	SHADOW_OPTS,
	{"ui", 0, OPT_FLAG, NULL, "show the table on the screen"},
	{0},
};

const struct cmd cmd_shadow = {
	.name = "shadow",
	.where = CMD_SHELL,
	.opts = shadow_opts,
	.operands = "PATH [FILE]",
	.min_args = 1,
	.max_args = 2,
	.arg = ARG_PATH,
	.group = "Checking",
	.exec = shadow_exec,
	.json = SHADOW_SCHEMA,
	.brief = "Run a signature and each of its nodes once more in float64.",
	.help = "Each node is computed in float64 too: on its own inputs, which tells what it got "
		"wrong itself, and on\n"
		"the float64 results of the nodes before it, which tells what has piled up on the "
		"way, through calls,\n"
		"loops, lists and variables. Branches, indices and the number of rounds are those "
		"of the run. The\n"
		"first line is NODE: one sentence, for the first node whose error is more than 8 "
		"times (--limit) what\n"
		"rounding explains: of a sum of products, a rounding of the magnitudes that it "
		"adds times the root of\n"
		"how many; of a function, some units in the last place; of any other op, what it "
		"changes when each\n"
		"input changes by one rounding. A result that is infinite where float64's is not "
		"overflows. Then how\n"
		"far the outputs are from float64's, how the error grew on the way, and the table: "
		"abs, rel and ulp\n"
		"are the node's own error, times is in units of what rounding explains, piled is "
		"the error of the\n"
		"whole path as a share of the tensor's scale. Ops without a float64 form run as "
		"they are, on rounded\n"
		"shadows. Exit code 0: nothing found, 1: found, 3: could not judge.",
};
