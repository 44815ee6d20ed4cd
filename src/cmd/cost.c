/* cost: multiply-adds, parameters and bytes made by one call of a signature, by node, scope or op. */
#include "inspect/cost.h"

#include <stdlib.h>
#include <string.h>

#include "cmd/csv.h"
#include "cmd/json.h"
#include "cmd/rows.h"
#include "cmd/shapes.h"
#include "cmd/slow.h"
#include "cmd/table.h"

struct costs {
	struct cmd_call *c;
	const struct signature *sig;
	struct cost *cost;
	struct cost_group *group;
	size_t n, shown;
	enum cost_by by;
	int64_t batch;
};

/* ---- options ---- */

/* The place of a word in a list, or -1 with an error. */
static int choice(struct cmd_call *c, const char *opt, const char *const *words, int n, int otherwise, struct err *err)
{
	const char *word = call_str(c, opt);
	struct str s = STR_INIT;

	for (int i = 0; word && i < n; i++) {
		if (!strcmp(words[i], word)) {
			str_free(&s);
			return i;
		}
		str_addf(&s, "%s%s", i ? ", " : "", words[i]);
	}
	if (word)
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "--%s: one of %s", opt, str_z(&s));
	str_free(&s);
	return word ? -1 : otherwise;
}

static const char *const by_words[] = { "node", "scope", "op" };
static const char *const sort_words[] = { "none", "macs", "params", "bytes", "name" };

static bool number_ok(struct cmd_call *c, const char *opt, int64_t min, struct err *err)
{
	const struct cmd_val *v = call_opt(c, opt);

	return !v->given || (v->i >= min && v->i <= INT32_MAX) ||
	       err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "--%s: %lld or more", opt, (long long)min);
}

/* ---- text ---- */

static void row_print(struct table *t, const struct cost_group *g)
{
	struct str s = STR_INIT;

	cost_number(&s, g->macs);
	table_take(t, str_give(&s));
	cost_number(&s, g->params);
	table_take(t, str_give(&s));
	table_take(t, text_bytes((uint64_t)(g->bytes < 1e18 ? g->bytes : 1e18)));
	table_printf(t, "%u", g->n);
	str_add(&s, g->name);
	str_addz(&s, g->guess ? " ?" : "");
	str_addz(&s, g->in_loop ? " (loop)" : "");
	table_take(t, str_give(&s));
}

static void notes_print(const struct costs *k)
{
	const struct cost *c = k->cost;
	struct sink *out = k->c->out;

	sink_printf(out, "Batch %lld. MACs: multiply-adds of convolutions and products", (long long)k->batch);
	if (c->total.params > c->variables)
		sink_printf(out, "; params: %.0f in variables, %.0f in constants", c->variables,
			    c->total.params - c->variables);
	else
		sink_puts(out, "; params: of variables that are read");
	sink_puts(out, "; bytes: of what nodes make.\n");
	if (c->n_loops)
		sink_printf(out, "%u loop%s: each counted for one iteration (loop).\n", c->n_loops,
			    c->n_loops == 1 ? "" : "s");
	if (c->total.guess)
		sink_puts(out, "? a shape is not all known: its unknown dims count as 1.\n");
	if (c->n_unknown)
		sink_printf(out, "%u node%s left out: not even the rank of what they take is known.\n", c->n_unknown,
			    c->n_unknown == 1 ? "" : "s");
	if (c->limited)
		sink_puts(out, "A limit was reached: there is more.\n");
}

static void costs_text(const struct costs *k)
{
	struct cost_group total = k->cost->total;
	struct table t;

	table_init(&t, "rrrrl");
	table_text(&t, "MACs");
	table_text(&t, "params");
	table_text(&t, "bytes");
	table_text(&t, "nodes");
	table_text(&t, by_words[k->by]);
	for (size_t i = 0; i < k->shown; i++)
		row_print(&t, &k->group[i]);
	total.name = SV("in all");
	total.guess = total.in_loop = false;
	row_print(&t, &total);
	table_print(&t, k->c->out, 0);
	if (k->shown < k->n)
		sink_printf(k->c->out, "%zu of %zu rows; --limit 0 gives all\n", k->shown, k->n);
	notes_print(k);
}

/* ---- JSON, CSV ---- */

static void group_json(struct json *j, const struct cost_group *g)
{
	json_key(j, "macs");
	json_num(j, g->macs);
	json_key(j, "params");
	json_num(j, g->params);
	json_key(j, "bytes");
	json_num(j, g->bytes);
	json_kint(j, "nodes", g->n);
	json_kbool(j, "guess", g->guess);
	json_kbool(j, "loop", g->in_loop);
}

static void costs_json(const struct costs *k)
{
	struct json j;

	json_start(&j, k->c->out);
	json_open(&j, '{');
	json_kstr(&j, "signature", k->sig->key);
	json_kint(&j, "batch", k->batch);
	json_kstr(&j, "by", sv_of(by_words[k->by]));
	json_kint(&j, "loops", k->cost->n_loops);
	json_kint(&j, "unknown", k->cost->n_unknown);
	json_kbool(&j, "limited", k->cost->limited);
	json_key(&j, "variables");
	json_num(&j, k->cost->variables);
	json_key(&j, "total");
	json_open(&j, '{');
	group_json(&j, &k->cost->total);
	json_close(&j, '}');
	json_key(&j, "rows");
	json_open(&j, '[');
	for (size_t i = 0; i < k->shown; i++) {
		json_open(&j, '{');
		json_kstr(&j, "name", k->group[i].name);
		group_json(&j, &k->group[i]);
		json_close(&j, '}');
	}
	json_close(&j, ']');
	json_close(&j, '}');
	json_end(&j);
}

static void costs_csv(const struct costs *k)
{
	struct sink *out = k->c->out;

	sink_printf(out, "%s,macs,params,bytes,nodes,guess,loop\n", by_words[k->by]);
	for (size_t i = 0; i < k->shown; i++) {
		const struct cost_group *g = &k->group[i];

		csv_field(out, g->name, ',');
		sink_printf(out, "%.0f,%.0f,%.0f,%u,%d,%d\n", g->macs, g->params, g->bytes, g->n, g->guess, g->in_loop);
	}
}

/* ---- the command ---- */

static bool costs_make(struct costs *k, struct err *err)
{
	struct slow slow;

	slow_start(&slow, k->c, "adding up", 0);
	k->cost = cost_new(app_infer(k->c->app, k->batch), k->c->app->mg, k->sig, slow_go_on, &slow, err);
	slow_end(&slow);
	return k->cost != NULL;
}

static int cost_exec(struct cmd_call *c, struct err *err)
{
	int by = choice(c, "by", by_words, 3, COST_BY_SCOPE, err), sort;
	const struct cmd_val *limit = call_opt(c, "limit"), *batch = call_opt(c, "batch"),
			     *depth = call_opt(c, "depth");
	struct costs k = { .c = c };

	sort = choice(c, "sort", sort_words, 5, COST_SORT_NONE, err);
	if (by < 0 || sort < 0 || !number_ok(c, "batch", 1, err) || !number_ok(c, "depth", 0, err) ||
	    !number_ok(c, "limit", 0, err))
		return EXIT_USAGE;
	if (call_flag(c, "json") && call_flag(c, "csv")) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "--json or --csv, not both");
		return EXIT_USAGE;
	}
	k.by = (enum cost_by)by;
	k.batch = batch->given ? batch->i : 1;
	k.sig = app_signature(c->app->mg, call_str(c, "signature_def"), c->msg, err);
	if (!k.sig || !costs_make(&k, err))
		return err_exit(err);
	k.group = cost_groups(k.cost, k.by, depth->given ? (int)depth->i : 2, (enum cost_sort)sort, &k.n);
	k.shown = limit->given && limit->i && (size_t)limit->i < k.n ? (size_t)limit->i : k.n;
	if (call_flag(c, "json"))
		costs_json(&k);
	else if (call_flag(c, "csv"))
		costs_csv(&k);
	else
		costs_text(&k);
	free(k.group);
	cost_free(k.cost);
	return EXIT_FINE;
}

static const struct cmd_opt cost_opts[] = {
	{ "tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph with these tags" },
	{ "signature_def", 0, OPT_STRING, "KEY", "the signature (serving_default, or the only one)" },
	{ "batch", 0, OPT_INT, "N", "for this batch size (1)" },
	{ "by", 0, OPT_STRING, "WHAT", "a row for each node, scope (the default) or op" },
	{ "depth", 0, OPT_INT, "D", "scopes of the first D parts of names (2); 0: whole" },
	{ "sort", 0, OPT_STRING, "WHAT", "by macs, params, bytes or name; else in the graph's order" },
	{ "limit", 0, OPT_INT, "N", "no more than N rows" },
	{ "csv", 0, OPT_FLAG, NULL, "print CSV" },
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

const struct cmd cmd_cost = {
	.name = "cost",
	.where = CMD_SHELL | CMD_PROMPT,
	.opts = cost_opts,
	.max_args = 0,
	.group = "Looking",
	.need = NEED_MODEL,
	.exec = cost_exec,
	.brief = "What one call of a signature costs: multiply-adds, parameters, bytes, by node, scope or op.",
	.json = "{signature: str, batch: int, by: str, loops: int, unknown: int, limited: bool, variables: num, "
		"total: {macs: num, params: num, bytes: num, nodes: int, guess: bool, loop: bool}, rows: [{name: str, "
		"macs: num, params: num, bytes: num, nodes: int, guess: bool, loop: bool}]}",
	.help = "Counted are the nodes that the signature's outputs depend on, each call by itself; nothing is run.\n"
		"MACs: multiply-adds of convolutions, products, einsums and fused recurrent cells, not of elementwise ops.\n"
		"Params: elements of variables, once, where they are read first, and of constants that are no scalars and\n"
		"no integers. Bytes: of what nodes make (not constants, variables that are read, arguments, or ops that\n"
		"only pass on). A loop counts for one iteration, of branches each counts. Scopes leave out the calls that\n"
		"a node is in, \".\" is none.",
};
