/* The command vars, and its rows; see vars.h. */
#define _GNU_SOURCE 1
#include "cmd/vars.h"

#include <inttypes.h>
#include <math.h>
#include <regex.h>
#include <stdlib.h>

#include "base/intr.h"
#include "base/mem.h"
#include "cmd/rows.h"

/* ---- rows ---- */

static bool name_hits(const regex_t *re, struct sv name)
{
	char *z = xsvdup(name);
	bool yes = !regexec(re, z, 0, NULL, 0);

	free(z);
	return yes;
}

bool var_rows_make(const struct metagraph *mg, const char *pattern, struct var_rows *rows, struct err *err)
{
	uint32_t n;
	const struct variable *v = metagraph_variables(mg, &n);
	regex_t re;

	*rows = (struct var_rows){ 0 };
	if (pattern && regcomp(&re, pattern, REG_EXTENDED | REG_NOSUB))
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "no regular expression: \"%s\"", pattern);
	for (uint32_t i = 0; i < n; i++) {
		struct var_row r = { .w = weight_variable(mg, i), .v = &v[i] };

		if (!pattern || name_hits(&re, v[i].name))
			vec_push(&rows->list, r);
	}
	if (pattern)
		regfree(&re);
	return true;
}

void var_rows_free(struct var_rows *rows)
{
	for (size_t i = 0; i < rows->list.n; i++) {
		free(rows->list.p[i].sum);
		free(rows->list.p[i].problem);
	}
	vec_free(&rows->list);
}

static bool row_look(struct var_row *r, bool stats, struct meter *m, int64_t before, struct err *err)
{
	struct err e = { 0 };
	struct weight_look *l = weight_look_new(&r->w, stats, &e);
	bool ok = l && look_run(l, m, before, &e), stop = e.kind == ERR_KIND_INTERRUPT;

	if (ok && l->has_sum) {
		r->sum = xmalloc(sizeof(*r->sum));
		*r->sum = l->sum;
	}
	if (ok) {
		r->crc_known = l->crc_known;
		r->crc_bad = l->crc_bad;
	}
	if (ok && l->crc_bad)
		r->problem = xasprintf("checksum: %s", str_z(&l->crc_text));
	else if (!ok && !stop)
		r->problem = err_text(&e);
	weight_look_free(l);
	if (stop)
		err_move(err, &e);
	err_clear(&e);
	return !stop;
}

bool var_rows_look(struct var_rows *rows, bool stats, struct meter *m, struct err *err)
{
	int64_t before = 0;

	rows->looked = true;
	for (size_t i = 0; i < rows->list.n; i++) {
		struct var_row *r = &rows->list.p[i];

		if (!weight_stored(&r->w))
			continue;
		if (!row_look(r, stats, m, before, err))
			return false;
		before += r->w.bytes;
	}
	return true;
}

/* ---- order ---- */

static double of_bytes(const struct var_row *r)
{
	return (double)r->w.bytes;
}

static double of_values(const struct var_row *r)
{
	return (double)variable_elements(r->v);
}

#define STAT(name, field) \
	static double of_##name(const struct var_row *r) \
	{ \
		return r->sum && (r->sum->stats.numeric || r->sum->strings) ? (double)r->sum->field : NAN; \
	}
#define FINITE(name, field) \
	static double of_##name(const struct var_row *r) \
	{ \
		return r->sum && r->sum->stats.n_finite ? (double)r->sum->field : NAN; \
	}

FINITE(min, stats.min)
FINITE(max, stats.max)
FINITE(mean, stats.mean)
FINITE(std, stats.std)
FINITE(absmax, stats.absmax)
FINITE(median, stats.q[3])
STAT(zeros, stats.n_zero)
STAT(nan, stats.n_nan)
STAT(denormal, stats.n_denormal)
STAT(unique, unique)

static double of_inf(const struct var_row *r)
{
	return r->sum && r->sum->stats.numeric ? (double)(r->sum->stats.n_pinf + r->sum->stats.n_ninf) : NAN;
}

static const struct column {
	const char *name;
	bool stats;
	double (*get)(const struct var_row *r);	/* NULL: by text */
} columns[] = {
	{ "name", false, NULL }, { "dtype", false, NULL }, { "bytes", false, of_bytes },
	{ "values", false, of_values }, { "min", true, of_min }, { "max", true, of_max },
	{ "mean", true, of_mean }, { "std", true, of_std }, { "absmax", true, of_absmax },
	{ "median", true, of_median }, { "zeros", true, of_zeros }, { "nan", true, of_nan },
	{ "inf", true, of_inf }, { "denormal", true, of_denormal }, { "unique", true, of_unique },
};

static const struct column *column_find(const char *name)
{
	for (size_t i = 0; i < sizeof(columns) / sizeof(*columns); i++)
		if (!strcmp(columns[i].name, name))
			return &columns[i];
	return NULL;
}

bool var_sort_find(const char *name, bool *needs_stats, struct err *err)
{
	const struct column *col = column_find(name);
	struct str s = STR_INIT;

	if (col) {
		*needs_stats = col->stats;
		return true;
	}
	for (size_t i = 0; i < sizeof(columns) / sizeof(*columns); i++)
		str_addf(&s, "%s%s", i ? ", " : "", columns[i].name);
	err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "cannot sort by \"%s\", but by %s", name, str_z(&s));
	str_free(&s);
	return false;
}

struct order {
	const struct column *col;
	bool reverse;
};

/* Numbers: the largest first, what has none last; text: from A to Z. */
static int compare(const void *a, const void *b, void *ctx)
{
	const struct var_row *x = a, *y = b;
	const struct order *o = ctx;
	int c = 0;

	if (!o->col->get) {
		c = strcmp(o->col->name, "name") ? strcmp(dtype_info(x->w.dtype)->name, dtype_info(y->w.dtype)->name)
						 : sv_natcmp(x->w.name, y->w.name);
	} else {
		double p = o->col->get(x), q = o->col->get(y);

		if (isnan(p) || isnan(q))
			c = isnan(p) - isnan(q);
		else
			c = o->reverse ? (p > q) - (p < q) : (p < q) - (p > q);
	}
	if (!o->col->get && o->reverse)
		c = -c;
	return c ? c : (x->w.i > y->w.i) - (x->w.i < y->w.i);
}

void var_rows_sort(struct var_rows *rows, const char *column, bool reverse)
{
	struct order o = { column_find(column), reverse };

	if (o.col && rows->list.n)
		qsort_r(rows->list.p, rows->list.n, sizeof(*rows->list.p), compare, &o);
}

/* ---- the command ---- */

static int64_t stored_bytes(const struct var_rows *rows)
{
	int64_t n = 0;

	for (size_t i = 0; i < rows->list.n; i++)
		n += weight_stored(&rows->list.p[i].w) ? rows->list.p[i].w.bytes : 0;
	return n;
}

/* The checksums' outcome, and what could not be read. */
static int verdict(struct cmd_call *c, const struct var_rows *rows)
{
	size_t good = 0, bad = 0, without = 0;
	struct sink *out = call_flag(c, "json") ? c->msg : c->out;

	for (size_t i = 0; i < rows->list.n; i++) {
		const struct var_row *r = &rows->list.p[i];

		if (r->problem) {
			sink_escaped(out, r->w.name);
			sink_puts(out, ": ");
			sink_escaped(out, sv_of(r->problem));
			sink_puts(out, "\n");
		}
		bad += r->problem != NULL;
		good += !r->problem && r->crc_known;
		without += !r->problem && !r->crc_known;
	}
	if (call_flag(c, "verify")) {
		sink_printf(out, "checksums: %zu right, %zu wrong", good, bad);
		if (without)
			sink_printf(out, ", %zu without one", without);
		sink_puts(out, "\n");
	}
	return bad ? EXIT_ERROR : EXIT_FINE;
}

static bool export(struct cmd_call *c, const struct var_rows *rows, const char *file, struct err *err)
{
	struct weight *w = xcalloc(rows->list.n + 1, sizeof(*w));
	size_t n = 0, left = 0;
	struct meter m;
	bool ok;

	for (size_t i = 0; i < rows->list.n; i++)
		if (weight_stored(&rows->list.p[i].w))
			w[n++] = rows->list.p[i].w;
		else
			left++;
	meter_start(&m, c->msg, "written", stored_bytes(rows));
	ok = weights_npz(w, n, file, &m, err);
	meter_end(&m);
	if (ok) {
		sink_printf(c->out, "wrote %zu variables to ", n);
		sink_escaped(c->out, sv_of(file));
		sink_puts(c->out, "\n");
	}
	if (ok && left)
		sink_printf(c->msg, "left out: %zu variables that have no value\n", left);
	free(w);
	return ok;
}

static int show(struct cmd_call *c, struct var_rows *rows, struct err *err)
{
	bool stats = call_flag(c, "stats"), needs = false, verify = call_flag(c, "verify");
	const char *sort = call_str(c, "sort");
	struct meter m;
	bool ok = true;

	if (sort && !var_sort_find(sort, &needs, err))
		return EXIT_USAGE;
	stats = stats || needs;
	if (stats || verify) {
		meter_start(&m, c->msg, "read", stored_bytes(rows));
		ok = var_rows_look(rows, stats, &m, err);
		meter_end(&m);
	}
	if (!ok)
		return EXIT_ERROR;
	if (sort)
		var_rows_sort(rows, sort, call_flag(c, "reverse"));
	if (call_flag(c, "json"))
		vars_json(c->out, rows);
	else if (stats)
		vars_stats_table(c, rows);
	else if (!verify)
		vars_table(c, rows);
	return rows->looked ? verdict(c, rows) : EXIT_FINE;
}

static int vars_exec(struct cmd_call *c, struct err *err)
{
	const struct cmd_val *depth = call_opt(c, "depth");
	const char *npz = call_str(c, "npz"), *sort = call_str(c, "sort");
	struct var_rows rows;
	int rc;

	if (depth->given && (depth->i < 1 || depth->i > 100)) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "--depth: 1 to 100");
		return EXIT_USAGE;
	}
	if (call_flag(c, "shards") && call_flag(c, "json")) {
		vars_shards_json(c);
		return EXIT_FINE;
	}
	if (call_flag(c, "shards")) {
		vars_shards(c);
		return EXIT_FINE;
	}
	if (call_flag(c, "by-scope") || depth->given) {
		vars_scopes(c, depth->given ? (int)depth->i : 2, sort && !strcmp(sort, "bytes"));
		return EXIT_FINE;
	}
	if (!var_rows_make(c->app->mg, c->argc ? c->argv[0] : NULL, &rows, err))
		return EXIT_USAGE;
	if (npz)
		rc = export(c, &rows, npz, err) ? EXIT_FINE : EXIT_ERROR;
	else
		rc = show(c, &rows, err);
	var_rows_free(&rows);
	return rc;
}

static const struct cmd_opt vars_opts[] = {
	{ "tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph with these tags" },
	{ "sort", 0, OPT_STRING, "COLUMN",
	  "by name, dtype, bytes, values, min, max, mean, std, absmax, median, zeros, nan, "
	  "inf, denormal or unique: the largest first" },
	{ "reverse", 0, OPT_FLAG, NULL, "the other way round" },
	{ "stats", 0, OPT_FLAG, NULL, "statistics of each variable and of all (reads every byte)" },
	{ "by-scope", 0, OPT_FLAG, NULL, "as a tree of scopes, with bytes and share of the whole" },
	{ "depth", 0, OPT_INT, "N", "the tree down to N levels (2)" },
	{ "shards", 0, OPT_FLAG, NULL, "the checkpoint's data files: size, tensors, bytes that none uses" },
	{ "verify", 0, OPT_FLAG, NULL, "check every checksum (reads every byte); 1 when one is wrong" },
	{ "npz", 0, OPT_STRING, "FILE", "write them to FILE for numpy.load" },
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

const struct cmd cmd_vars = {
	.name = "vars",
	.where = CMD_SHELL | CMD_PROMPT,
	.opts = vars_opts,
	.operands = "[REGEX]",
	.max_args = 1,
	.group = "Looking",
	.need = NEED_MODEL,
	.exec = vars_exec,
	.json = "[@variable]|[{name: str, scope: bool, depth: int, variables: int, values: int, bytes: int, share: num}]|"
		"[{file: str, bytes: int|null, tensors: int, used: int}]",
	.brief = "The variables: dtype, shape, bytes, statistics, scopes, checksums.",
	.help = "REGEX: only those whose name it hits. Data files are opened only for --stats, --sort by a statistic,\n"
		"--verify and --npz, which read them block by block and stop at Ctrl-C.",
};
