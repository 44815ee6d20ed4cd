/*
 * smtui why: runs a signature and says where what went wrong came from. First line "NODE: sentence", then the
 * evidence and the way from the input to there. Exit 0 nothing found, 1 found, 3 could not judge.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/edit.h"
#include "cmd/inputs.h"
#include "cmd/json.h"
#include "cmd/repro.h"
#include "cmd/rows.h"
#include "cmd/watch.h"
#include "debug/why.h"

enum { MAX_ITERATIONS = 100000 };

#define WHY_SCHEMA \
	"{verdict: str, nodes: int, rule?: str, node?: str, sentence?: str, evidence?: [str], path?: [str]}"

/* What a run of the signature is made of. */
struct door {
	struct session *s;
	const struct signature *sig;
	struct tensor **in;
};

static struct exec *again(void *ctx, struct tensor *const *in)
{
	const struct door *d = ctx;
	struct err err = { 0 };
	struct exec *x = exec_new_signature(d->s, d->sig, in, &err);

	err_clear(&err);
	return x;
}

static struct exec *start(struct cmd_call *c, struct door *d, struct err *err)
{
	struct session_opts o = { 0 };

	d->sig = dbg_signature(c->app->dbg);
	d->in = calloc((size_t)d->sig->n_in + 1, sizeof(*d->in));
	for (uint32_t i = 0; d->in && i < d->sig->n_in; i++)
		d->in[i] = dbg_input(c->app->dbg, i);
	if (!d->in || !limits_read(c, &o, err))
		return NULL;
	o.max_iterations = 0;	/* counted by the loop rule, which names the loop */
	d->s = session_new(c->app->mg, &o, err);
	return d->s ? exec_new_signature(d->s, d->sig, d->in, err) : NULL;
}

static void print_text(struct cmd_call *c, const struct why *w, enum why_verdict v)
{
	struct str path = STR_INIT;

	if (v == WHY_NOTHING) {
		sink_printf(c->out, "nothing found: %u nodes ran\n", tape_n(w->tape));
		return;
	}
	sink_printf(c->out, "%s: %s\n", str_z(&w->node), str_z(&w->sentence));
	if (w->evidence.n)
		sink_printf(c->out, "evidence\n%s", str_z(&w->evidence));
	why_path(w, &path);
	if (path.n)
		sink_printf(c->out, "the way there\n%s", str_z(&path));
	str_free(&path);
}

/* Lines, without what indents them, as a list. */
static void json_lines(struct json *j, const char *key, struct sv text)
{
	json_key(j, key);
	json_open(j, '[');
	while (text.n) {
		const char *end = memchr(text.p, '\n', text.n);
		struct sv line = { text.p, end ? (size_t)(end - text.p) : text.n };

		text = (struct sv){ text.p + line.n + (end != NULL), text.n - line.n - (end != NULL) };
		while (line.n && *line.p == ' ')
			line = (struct sv){ line.p + 1, line.n - 1 };
		json_str(j, line);
	}
	json_close(j, ']');
}

static void print_json(struct cmd_call *c, const struct why *w, enum why_verdict v)
{
	struct str path = STR_INIT;
	struct json j;

	why_path(w, &path);
	json_start(&j, c->out);
	json_open(&j, '{');
	json_kstr(&j, "verdict", v == WHY_FOUND ? SV("found") : v == WHY_NOTHING ? SV("nothing") : SV("unknown"));
	json_kint(&j, "nodes", tape_n(w->tape));
	if (v != WHY_NOTHING) {
		json_kstr(&j, "rule", sv_of(w->rule));
		json_kstr(&j, "node", str_sv(&w->node));
		json_kstr(&j, "sentence", str_sv(&w->sentence));
		json_lines(&j, "evidence", str_sv(&w->evidence));
		json_lines(&j, "path", str_sv(&path));
	}
	json_close(&j, '}');
	json_end(&j);
	str_free(&path);
}

/* quiet: only the reproducer, in dir (which may be NULL), is wanted, or *node (node may be NULL): gives. */
static int judge(struct cmd_call *c, bool quiet, const char *dir, char **node, struct err *err)
{
	const struct cmd_val *n = call_opt(c, "max_iterations");
	struct why_opts o = { .max_iterations = n->given ? (size_t)n->i : MAX_ITERATIONS,
			      .loop_seconds = n->given ? 1e9 : 1 };
	enum why_verdict v = WHY_UNKNOWN;
	struct door d = { 0 };
	struct why w;
	struct exec *x = start(c, &d, err);
	bool ran = x && why_run(&w, x, d.sig, &o, err);

	if (ran) {
		w.again = again;
		w.ctx = &d;
		w.in = d.in;
		v = why_judge(&w);
		if (quiet)
			;
		else if (call_flag(c, "json"))
			print_json(c, &w, v);
		else
			print_text(c, &w, v);
		if (node && v == WHY_FOUND)
			*node = xstrdup(str_z(&w.node));
		if (dir && !repro_of_why(c, &w, v, dir, err))
			v = WHY_UNKNOWN;
	}
	if (x)
		why_free(&w);
	exec_free(x);
	session_free(d.s);
	free(d.in);
	return v == WHY_FOUND ? 1 : v == WHY_NOTHING ? EXIT_FINE : EXIT_NO_JUDGEMENT;
}

bool repro_judged(struct cmd_call *c, const char *dir, struct err *err)
{
	judge(c, true, dir, NULL, err);
	return !err_is(err);
}

char *why_found_at(struct cmd_call *c)
{
	struct err none = { 0 };
	char *node = NULL;

	judge(c, true, NULL, &node, &none);
	err_clear(&none);
	return node;
}

static int why_exec(struct cmd_call *c, struct err *err)
{
	if (!debug_open(c, err))
		return err->kind == ERR_KIND_USAGE ? EXIT_USAGE : EXIT_NO_JUDGEMENT;
	return judge(c, false, call_str(c, "repro"), NULL, err);
}

/* At the prompt: the debugger's signature and inputs, in a run of its own; where it stands stays. */
static int why_here(struct cmd_call *c, struct err *err)
{
	int rc;

	edits_left_out(c);
	rc = judge(c, false, NULL, NULL, err);
	return err_is(err) && rc ? EXIT_ERROR : EXIT_FINE;
}

static const struct cmd_opt here_opts[] = {
	LIMIT_OPTS,
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

const struct cmd cmd_why_prompt = {
	.name = "why", .where = CMD_PROMPT, .opts = here_opts, .group = "Running", .need = NEED_DEBUGGER,
	.max_args = 0, .exec = why_here, .json = WHY_SCHEMA,
	.brief = "Where what goes wrong with these inputs comes from.",
};

static const struct cmd_opt why_opts[] = {
	{ "tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph with these tags" },
	{ "signature_def", 0, OPT_STRING, "KEY", "the signature to run" },
	DEBUG_INPUT_OPTS,
	REPRO_OPT,
	LIMIT_OPTS,
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

const struct cmd cmd_why = {
	.name = "why", .where = CMD_SHELL, .opts = why_opts, .operands = "PATH [FILE]",
	.min_args = 1, .max_args = 2, .arg = ARG_PATH, .group = "Checking", .exec = why_exec,
	.json = WHY_SCHEMA,
	.brief = "Run a signature and say where what went wrong came from.",
	.help = "The first line is NODE: one sentence; then the evidence, and the way from the input to the\n"
		"node. Found are, in this order: an endless loop (proved when the state that its condition\n"
		"depends on repeats); a node that fails, where what made its index, its shape or its NaN is\n"
		"named instead, and which input shapes would work (tried); the origin of a NaN or an infinity\n"
		"that reaches an output; an integer that wraps; a number that a cast loses; an underflow to 0; a\n"
		"dead or saturated layer; a random op that makes the answer change from call to call; an output\n"
		"that no input changes. Exit code 0: nothing found, 1: found, 3: could not judge. A loop is given\n"
		"up after one second, or after --max-iterations rounds (100000).",
};
