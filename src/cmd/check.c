/*
 * smtui check: what is wrong with a model, without running it. A finding is its severity, rule, place and sentence on one
 * line, then why it hurts and what to do. Exit 0 nothing found, 1 found, 3 could not judge.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/json.h"
#include "cmd/progress.h"
#include "cmd/rows.h"
#include "cmd/table.h"
#include "inspect/check.h"

enum { SHOW_MAX = 8 };			/* findings of one rule, unless the rule was asked for */

struct ask {
	struct cmd_call *c;
	bool only;			/* --rule was given */
	bool *off;
	struct check_opts o;
	struct progress progress;
};

/* Told on a terminal only, and only when it takes over a second. */
static bool tell_progress(void *ctx, const char *what, double part)
{
	struct ask *a = ctx;

	if (progress_due(&a->progress, a->c->msg))
		sink_printf(a->c->msg, "\r%s: %d %%\033[K", what, (int)(part * 100));
	return true;
}

/* ---- options ---- */

/* "a,b": marks the rules named. */
static bool mark_rules(const char *list, bool *mark, bool to, struct err *err)
{
	while (*list) {
		size_t n = strcspn(list, ",");
		int i = check_rule_find((struct sv){ list, n });

		if (i < 0)
			return err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND,
				       "there is no rule \"%.*s\"; --list lists them", (int)n, list);
		mark[i] = to;
		list += n + (list[n] == ',');
	}
	return true;
}

static bool read_rules(struct ask *a, struct err *err)
{
	const struct cmd_val *only = call_opt(a->c, "rule"), *not = call_opt(a->c, "ignore");

	a->only = only->given;
	for (int i = 0; only->given && i < check_n_rules(); i++)
		a->off[i] = true;
	for (int i = 0; i < only->n; i++)
		if (!mark_rules(only->list[i], a->off, false, err))
			return false;
	for (int i = 0; i < not->n; i++)
		if (!mark_rules(not->list[i], a->off, true, err))
			return false;
	return true;
}

static bool read_severity(struct ask *a, struct err *err)
{
	const char *s = call_str(a->c, "severity");

	for (int k = CHECK_NOTE; s && k <= CHECK_ERROR; k++)
		if (!strcmp(s, check_severity_name((enum check_severity)k))) {
			a->o.least = (enum check_severity)k;
			return true;
		}
	return !s || err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			     "--severity is note, warning or error, not \"%s\"", s);
}

static bool read_runtime(struct ask *a, struct err *err)
{
	const char *s = call_str(a->c, "runtime");
	int from, from2, to, to2;
	char *end;

	if (!s)
		return true;
	a->o.runtime_major = (int)strtoul(s, &end, 10);
	if (*end == '.')
		a->o.runtime_minor = (int)strtoul(end + 1, &end, 10);
	if ((!*end || *end == '.') && check_runtime_known(a->o.runtime_major, a->o.runtime_minor))
		return true;
	check_runtime_range(&from, &from2, &to, &to2);
	return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
		       "--runtime is a release of TensorFlow from %d.%d to %d.%d, not \"%s\"", from, from2, to, to2, s);
}

/* ---- answers ---- */

static void print_finding(struct sink *out, const struct finding *f)
{
	sink_printf(out, "%s %s ", check_severity_name(f->severity), f->rule->id);
	sink_escaped(out, sv_of(f->place));
	sink_puts(out, ": ");
	sink_escaped(out, sv_of(f->what));
	sink_printf(out, "\n  why  %s\n  do   %s\n", f->rule->why, f->rule->todo);
	if (f->way) {
		sink_puts(out, "  way  ");
		sink_escaped(out, sv_of(f->way));
		sink_puts(out, "\n");
	}
}

/* Without --runtime its rules have nothing to say. */
static int rules_run(const struct ask *a)
{
	int n = 0;

	for (int i = 0; i < check_n_rules(); i++)
		n += !a->off[i] && (a->o.runtime_major || strncmp(check_rule_at(i)->id, "runtime-", 8));
	return n;
}

static void print_text(const struct ask *a, const struct check *k)
{
	struct sink *out = a->c->out;
	struct str counts = STR_INIT;

	for (uint32_t i = 0, same = 0; i < check_n(k); i++) {
		const struct finding *f = check_at(k, i);
		bool more = i + 1 < check_n(k) && check_at(k, i + 1)->rule == f->rule;

		if (a->only || same < SHOW_MAX)
			print_finding(out, f);
		same++;
		if (!more && same > SHOW_MAX && !a->only)
			sink_printf(out, "%s: %u more; --rule %s lists all\n", f->rule->id, same - SHOW_MAX,
				    f->rule->id);
		same = more ? same : 0;
	}
	check_counts(k, &counts);
	if (check_n(k))
		sink_printf(out, "found: %s", str_z(&counts));
	else
		sink_puts(out, "nothing found");
	str_free(&counts);
	sink_printf(out, " (%d rules)\n", rules_run(a));
	for (uint32_t i = 0; i < check_n_unjudged(k); i++)
		sink_printf(out, "not judged: %s\n", check_unjudged(k, i));
}

static void json_finding(struct json *j, const struct finding *f)
{
	json_open(j, '{');
	json_kstr(j, "severity", sv_of(check_severity_name(f->severity)));
	json_kstr(j, "rule", sv_of(f->rule->id));
	json_kstr(j, "place", sv_of(f->place));
	json_kstr(j, "what", sv_of(f->what));
	json_kstr(j, "why", sv_of(f->rule->why));
	json_kstr(j, "do", sv_of(f->rule->todo));
	if (f->way)
		json_kstr(j, "way", sv_of(f->way));
	json_close(j, '}');
}

static void print_json(const struct ask *a, const struct check *k)
{
	struct json j;

	json_start(&j, a->c->out);
	json_open(&j, '{');
	json_kstr(&j, "verdict", check_n(k) ? SV("found") : SV("nothing"));
	for (int s = CHECK_ERROR; s >= CHECK_NOTE; s--) {
		char *key = xasprintf("%ss", check_severity_name((enum check_severity)s));

		json_kint(&j, key, check_count(k, (enum check_severity)s));
		free(key);
	}
	json_kint(&j, "rules", rules_run(a));
	json_key(&j, "findings");
	json_open(&j, '[');
	for (uint32_t i = 0; i < check_n(k); i++)
		json_finding(&j, check_at(k, i));
	json_close(&j, ']');
	json_key(&j, "not_judged");
	json_open(&j, '[');
	for (uint32_t i = 0; i < check_n_unjudged(k); i++)
		json_str(&j, sv_of(check_unjudged(k, i)));
	json_close(&j, ']');
	json_close(&j, '}');
	json_end(&j);
}

static void list_json(struct cmd_call *c)
{
	struct json j;

	json_start(&j, c->out);
	json_open(&j, '[');
	for (int i = 0; i < check_n_rules(); i++) {
		const struct check_rule *r = check_rule_at(i);

		json_open(&j, '{');
		json_kstr(&j, "rule", sv_of(r->id));
		json_kstr(&j, "severity", sv_of(check_severity_name(r->severity)));
		json_kstr(&j, "brief", sv_of(r->brief));
		json_kstr(&j, "why", sv_of(r->why));
		json_kstr(&j, "do", sv_of(r->todo));
		json_close(&j, '}');
	}
	json_close(&j, ']');
	json_end(&j);
}

static int list_rules(struct cmd_call *c)
{
	struct table t;

	if (call_flag(c, "json")) {
		list_json(c);
		return EXIT_FINE;
	}
	table_init(&t, "lll");
	for (int i = 0; i < check_n_rules(); i++) {
		const struct check_rule *r = check_rule_at(i);

		table_text(&t, r->id);
		table_text(&t, check_severity_name(r->severity));
		table_text(&t, r->brief);
	}
	table_print(&t, c->out, 0);
	return EXIT_FINE;
}

/* ---- the verb ---- */

static int judge(struct ask *a, struct err *err)
{
	struct check *k = check_new(a->c->app->mg, &a->o, err);
	int rc;

	progress_end(&a->progress, a->c->msg);
	if (!k)
		return err_exit(err);
	if (call_flag(a->c, "json"))
		print_json(a, k);
	else
		print_text(a, k);
	rc = check_n(k) ? 1 : EXIT_FINE;
	check_free(k);
	return rc;
}

static int ask_and_judge(struct ask *a, const char *path, struct err *err)
{
	if (!read_rules(a, err) || !read_severity(a, err) || !read_runtime(a, err))
		return EXIT_USAGE;
	if (path && !app_open(a->c->app, path, call_str(a->c, "tag_set"), err))
		return err->kind == ERR_KIND_USAGE ? EXIT_USAGE : EXIT_NO_JUDGEMENT;
	if (path)
		note_tags(a->c->app->mg, a->c->msg);
	return judge(a, err);
}

static int check_with(struct cmd_call *c, const char *path, struct err *err)
{
	struct ask a = { .c = c };
	int rc;

	a.off = xcalloc((size_t)check_n_rules() + 1, sizeof(*a.off));
	progress_start(&a.progress);
	a.o = (struct check_opts){
		.path = path, .off = a.off, .full = call_flag(c, "full"), .progress = tell_progress, .ctx = &a
	};
	rc = ask_and_judge(&a, path, err);
	free(a.off);
	return rc;
}

static int check_exec(struct cmd_call *c, struct err *err)
{
	if (call_flag(c, "list"))
		return list_rules(c);
	if (!c->argc) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "check needs a PATH (or --list)");
		return EXIT_USAGE;
	}
	return check_with(c, c->argv[0], err);
}

/* At the prompt: the model that is open. */
static int check_here(struct cmd_call *c, struct err *err)
{
	int rc = call_flag(c, "list") ? list_rules(c) : check_with(c, NULL, err);

	return err_is(err) && rc ? EXIT_ERROR : EXIT_FINE;
}

#define CHECK_SCHEMA \
	"{verdict: str, errors: int, warnings: int, notes: int, rules: int, " \
	"findings: [{severity: str, rule: str, place: str, what: str, why: str, do: str, way?: str}], " \
	"not_judged: [str]}" \
	"|[{rule: str, severity: str, brief: str, why: str, do: str}]"

#define CHECK_OPTS \
	{ "rule", 0, OPT_LIST, "ID[,ID]", "these rules only" }, \
	{ "ignore", 0, OPT_LIST, "ID[,ID]", "all rules but these" }, \
	{ "severity", 0, OPT_STRING, "LEVEL", "findings from this on: note, warning or error" }, \
	{ "runtime", 0, OPT_STRING, "VERSION", "will TensorFlow VERSION (2.11) load it?" }, \
	{ "full", 0, OPT_FLAG, NULL, "read every weight and verify every checksum, however many" }, \
	{ "list", 0, OPT_FLAG, NULL, "list the rules" }, \
	{ "json", 0, OPT_FLAG, NULL, "print JSON" }

static const struct cmd_opt check_opts[] = {
	{ "tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph with these tags" },
	CHECK_OPTS,
	{ 0 },
};

static const struct cmd_opt here_opts[] = {
	CHECK_OPTS,
	{ 0 },
};

const struct cmd cmd_check_prompt = {
	.name = "check",
	.where = CMD_PROMPT,
	.opts = here_opts,
	.max_args = 0,
	.group = "Looking",
	.need = NEED_MODEL,
	.exec = check_here,
	.json = CHECK_SCHEMA,
	.brief = "What is wrong with the model, without running it.",
};

const struct cmd cmd_check = {
	.name = "check", .where = CMD_SHELL, .opts = check_opts, .operands = "PATH",
	.min_args = 0, .max_args = 1, .arg = ARG_PATH, .group = "Checking", .exec = check_exec, .json = CHECK_SCHEMA,
	.brief = "Say what is wrong with a model, without running it.",
	.help = "Each finding is one line: severity, rule, place, what; then why it hurts, what to do, and for a node\n"
		"the way from it to a signature's output. An error means that TensorFlow will not load the model or\n"
		"that a signature fails, a warning that it hardly does what is wanted, a note is to be known. A place\n"
		"is a signature's input or output (serving_default/x), a node's path, a variable or a file. Values\n"
		"and checksums are read where they are at most 64 MB, else with --full. --runtime knows the ops and\n"
		"attributes of TensorFlow 1.12 to 2.20 that have a Python wrapper. With --rule and --ignore a script\n"
		"takes what it cares for. Exit code 0: nothing found, 1: found, 3: could not judge.",
};
