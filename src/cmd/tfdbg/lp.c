/* list_profile: what each node of a profiled run took. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "cmd/tfdbg/cost.h"
#include "cmd/tfdbg/match.h"
#include "cmd/tfdbg/verbs.h"

/* ---- intervals of times ---- */

struct interval {
	double lo, hi;		/* us */
	bool lo_in, hi_in, on;
};

static bool time_of(const char *z, size_t n, double *us)
{
	char buf[40], *end;

	while (n && *z == ' ')
		z++, n--;
	while (n && z[n - 1] == ' ')
		n--;
	if (!n || n >= sizeof(buf) || !strchr("0123456789.-", *z))
		return false;
	memcpy(buf, z, n);
	buf[n] = '\0';
	*us = strtod(buf, &end);
	if (!strcmp(end, "ms"))
		*us *= 1e3;
	else if (!strcmp(end, "s"))
		*us *= 1e6;
	else if (*end && strcmp(end, "us"))
		return false;
	*us = trunc(*us);
	return *us >= 0;
}

/* "<100", ">=2ms": one side. */
static bool one_side(struct interval *v, const char *text, struct err *err)
{
	bool less = *text == '<', in = text[1] == '=';
	const char *z = text + 1 + in;

	*v = (struct interval){ .hi = INFINITY, .lo_in = true, .on = true };
	if (!time_of(z, strlen(z), less ? &v->hi : &v->lo))
		return tf_raise(err, "ValueError", "Invalid value string after %.*s in '%s'", 1 + in, text, text);
	if (less)
		v->hi_in = in;
	else
		v->lo_in = in;
	return true;
}

static bool interval_parse(struct interval *v, const char *text, struct err *err)
{
	size_t n = text ? strlen(text) : 0;
	const char *comma;

	*v = (struct interval){ 0 };
	if (!n)
		return true;
	if (*text == '<' || *text == '>')
		return one_side(v, text, err);
	if (!strchr("[(", *text) || !strchr("])", text[n - 1]))
		return tf_raise(err, "ValueError", "Invalid interval format: %s. Valid formats are: [min, max], "
				"(min, max), <max, >min", text);
	comma = strchr(text, ',');
	if (!comma || strchr(comma + 1, ','))
		return tf_raise(err, "ValueError", "Incorrect interval format: %s. Interval should specify two values: "
				"[min, max] or (min, max).", text);
	*v = (struct interval){ .lo_in = *text == '[', .hi_in = text[n - 1] == ']', .on = true };
	if (!time_of(text + 1, (size_t)(comma - text) - 1, &v->lo))
		return tf_raise(err, "ValueError", "Invalid first item in interval: '%.*s'",
				(int)(comma - text) - 1, text + 1);
	if (!time_of(comma + 1, n - (size_t)(comma - text) - 2, &v->hi))
		return tf_raise(err, "ValueError", "Invalid second item in interval: '%.*s'",
				(int)(n - (size_t)(comma - text) - 2), comma + 1);
	return v->lo <= v->hi ||
	       tf_raise(err, "ValueError", "Invalid interval %s. Start must be before end of interval.", text);
}

static bool interval_holds(const struct interval *v, double us)
{
	return !v->on || ((us > v->lo || (us == v->lo && v->lo_in)) && (us < v->hi || (us == v->hi && v->hi_in)));
}

/* ---- which rows ---- */

struct filter {
	struct match device, node, op, file;
	struct interval exec, own;
	int64_t min, max;
};

static bool filter_make(struct tf_call *c, struct filter *f, struct err *err)
{
	*f = (struct filter){ .min = tf_opt(c, "min_lineno")->i, .max = tf_opt(c, "max_lineno")->i };
	return match_make(&f->device, tf_str(c, "device_name_filter"), err) &&
	       match_make(&f->node, tf_str(c, "node_name_filter"), err) &&
	       match_make(&f->op, tf_str(c, "op_type_filter"), err) &&
	       match_make(&f->file, tf_str(c, "file_path_filter"), err) &&
	       interval_parse(&f->exec, tf_str(c, "execution_time"), err) &&
	       interval_parse(&f->own, tf_str(c, "op_time"), err);
}

static void filter_free(struct filter *f)
{
	match_free(&f->device);
	match_free(&f->node);
	match_free(&f->op);
	match_free(&f->file);
}

static bool passes(const struct filter *f, const struct tf_cost *k)
{
	if (!match_is(&f->node, sv_of(k->node)) || !match_is(&f->op, k->op))
		return false;
	if (f->file.on && (!k->file.n || !match_is(&f->file, k->file)))
		return false;
	if ((f->min > 0 && k->line && k->line < f->min) || (f->max > 0 && k->line && k->line >= f->max))
		return false;
	return interval_holds(&f->own, k->op_us) && interval_holds(&f->exec, k->exec_us);
}

/* ---- rows as text ---- */

enum { COL_NODE, COL_OP, COL_START, COL_OWN, COL_EXEC, COL_LINE, COLUMNS };

static const struct { const char *head, *key; } columns[COLUMNS] = {
	{ "Node", "node" }, { "Op Type", "op_type" }, { "Start Time (us)", "start_time" },
	{ "Op Time (%s)", "op_time" }, { "Exec Time (%s)", "exec_time" }, { "Filename:Lineno(function)", "line" },
};

struct row {
	const struct tf_cost *k;
	struct str cell[COLUMNS];
	double number;		/* sorted by that, then by the text */
	struct sv text;
	size_t at;
};

typedef VEC(struct row) rows_t;

static struct sv base_name(struct sv path)
{
	long slash = sv_rfind(path, '/');

	return slash < 0 ? path : sv_sub(path, (size_t)slash + 1, path.n);
}

static void row_fill(struct row *r, double per, const char *unit)
{
	const struct tf_cost *k = r->k;

	str_escaped(&r->cell[COL_NODE], sv_of(k->node));
	str_escaped(&r->cell[COL_OP], k->op);
	str_addf(&r->cell[COL_START], "%.0f", floor(k->start));
	cost_text(&r->cell[COL_OWN], k->op_us, per, unit);
	cost_text(&r->cell[COL_EXEC], k->exec_us, per, unit);
	if (k->file.n) {
		str_escaped(&r->cell[COL_LINE], base_name(k->file));
		str_addf(&r->cell[COL_LINE], ":%" PRId64 "(", k->line);
		str_escaped(&r->cell[COL_LINE], k->func);
		str_addc(&r->cell[COL_LINE], ')');
	} else {
		str_addz(&r->cell[COL_LINE], "");
	}
}

static int by_key(const void *a, const void *b)
{
	const struct row *x = a, *y = b;
	int text;

	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	text = sv_cmp(x->text, y->text);
	return text ? text : (x->at > y->at) - (x->at < y->at);
}

/* The other way round, but equal ones in the order that they ran in. */
static int by_key_down(const void *a, const void *b)
{
	const struct row *x = a, *y = b;
	int text;

	if (x->number != y->number)
		return x->number > y->number ? -1 : 1;
	text = sv_cmp(y->text, x->text);
	return text ? text : (x->at > y->at) - (x->at < y->at);
}

static int column_of(const char *key)
{
	for (int i = 0; key && i < COLUMNS; i++)
		if (!strcmp(columns[i].key, key))
			return i;
	return COL_START;
}

static void sort(rows_t *rows, int column, bool down)
{
	for (size_t i = 0; i < rows->n; i++) {
		struct row *r = &rows->p[i];

		r->at = i;
		r->text = column == COL_NODE || column == COL_OP || column == COL_LINE ? str_sv(&r->cell[column])
										       : SV("");
		r->number = column == COL_START ? r->k->start : column == COL_OWN ? r->k->op_us :
			    column == COL_EXEC ? r->k->exec_us : 0;
	}
	if (rows->n)
		qsort(rows->p, rows->n, sizeof(*rows->p), down ? by_key_down : by_key);
}

/* ---- the table ---- */

static void head_text(struct str *out, int i, const char *unit)
{
	const char *hole = strstr(columns[i].head, "%s");

	if (hole)
		str_addf(out, "%.*s%s%s", (int)(hole - columns[i].head), columns[i].head, unit, hole + 2);
	else
		str_addz(out, columns[i].head);
}

static void widths_of(const rows_t *rows, const struct str *total, const char *unit, size_t *width)
{
	for (int i = 0; i < COLUMNS; i++) {
		struct str head = STR_INIT;

		head_text(&head, i, unit);
		width[i] = head.n;
		if (i < 4 && total[i].n > width[i])
			width[i] = total[i].n;
		for (size_t k = 0; k < rows->n; k++)
			width[i] = rows->p[k].cell[i].n > width[i] ? rows->p[k].cell[i].n : width[i];
		width[i] += 2;
		str_free(&head);
	}
}

static void pad(struct str *out, size_t to)
{
	while (out->n < to)
		str_addc(out, ' ');
}

/* Filters that are in force, as a link repeats them. */
static void filters_add(const struct tf_call *c, struct str *out)
{
	static const char *const names[] = { "device_name_filter", "node_name_filter", "op_type_filter" };

	for (int i = 0; i < 3; i++)
		if (tf_str(c, names[i]))
			str_addf(out, " --%s %s", names[i], tf_str(c, names[i]));
}

static void head_line(struct tf_call *c, const size_t *width, const char *unit, int sorted, bool down)
{
	struct str line = STR_INIT;
	size_t at[COLUMNS + 1] = { 0 }, end[COLUMNS];

	for (int i = 0; i < COLUMNS; i++) {
		at[i] = line.n;
		head_text(&line, i, unit);
		end[i] = line.n;
		pad(&line, at[i] + width[i]);
	}
	rich_sv(c->out, str_sv(&line));
	for (int i = 0; i < COLUMNS; i++) {
		char *link = xasprintf("list_profile -s %s%s", columns[i].key, i == sorted && !down ? " -r" : "");

		rich_span(c->out, at[i], end[i], RT_BOLD, link);
		free(link);
	}
	str_free(&line);
}

static void row_line(struct tf_call *c, const struct row *r, const size_t *width)
{
	struct str line = STR_INIT, link = STR_INIT;
	size_t at = 0;

	for (int i = 0; i < COLUMNS; i++) {
		at = line.n;
		str_add(&line, str_sv(&r->cell[i]));
		if (i == COL_LINE && r->k->file.n) {
			str_addz(&link, "ps");
			filters_add(c, &link);
			str_addz(&link, " ");
			str_escaped(&link, r->k->file);
			str_addf(&link, " --init_line %" PRId64, r->k->line);
		}
		pad(&line, at + width[i]);
	}
	rich_sv(c->out, str_sv(&line));
	if (link.n)
		rich_span(c->out, at, at + r->cell[COL_LINE].n, RT_PLAIN, str_z(&link));
	str_free(&line);
	str_free(&link);
}

static void totals(const rows_t *rows, double per, const char *unit, struct str *total)
{
	double own = 0, exec = 0;

	for (size_t i = 0; i < rows->n; i++) {
		own += rows->p[i].k->op_us;
		exec += rows->p[i].k->exec_us;
	}
	str_addz(&total[0], "Device Total");
	str_addz(&total[1], "");
	cost_text(&total[2], own, per, unit);
	cost_text(&total[3], exec, per, unit);
}

/* The sums stand one column to the left of their columns, as tfdbg has them. */
static void total_line(struct tf_call *c, struct str *total, const size_t *width)
{
	struct str line = STR_INIT;

	for (int i = 0; i < 4; i++) {
		size_t at = line.n;

		str_add(&line, str_sv(&total[i]));
		pad(&line, at + width[i]);
		str_free(&total[i]);
	}
	rich_add(c->out, "%s", "");
	rich_sv(c->out, str_sv(&line));
	str_free(&line);
}

static void print(struct tf_call *c, rows_t *rows, double per, const char *unit)
{
	struct str total[4] = { STR_INIT, STR_INIT, STR_INIT, STR_INIT }, rule = STR_INIT;
	int sorted = column_of(tf_str(c, "sort_by"));
	size_t width[COLUMNS];

	str_addn(&rule, '-', c->width > 0 ? (size_t)c->width : 80);
	totals(rows, per, unit, total);
	widths_of(rows, total, unit, width);
	rich_sv(c->out, str_sv(&rule));
	rich_add(c->out, "Device 1 of 1: " TF_DEVICE);
	rich_add(c->out, "%s", "");
	head_line(c, width, unit, sorted, tf_flag(c, "reverse"));
	for (size_t i = 0; i < rows->n; i++)
		row_line(c, &rows->p[i], width);
	total_line(c, total, width);
	str_free(&rule);
}

static bool lp_exec(struct tf_call *c, struct err *err)
{
	struct tf_costs costs = { 0 };
	struct filter f = { 0 };
	rows_t rows = { 0 };
	const char *unit;
	double per;
	bool ok = cost_unit(tf_str(c, "time_unit"), &per, &unit, err) && filter_make(c, &f, err);

	if (ok)
		costs_make(&costs, c->t);
	for (size_t i = 0; i < costs.row.n; i++)
		if (passes(&f, &costs.row.p[i])) {
			struct row r = { .k = &costs.row.p[i] };

			row_fill(&r, per, unit);
			vec_push(&rows, r);
		}
	if (ok)
		rich_add(c->out, "%s", "");
	if (ok && match_is(&f.device, SV(TF_DEVICE))) {
		sort(&rows, column_of(tf_str(c, "sort_by")), tf_flag(c, "reverse"));
		print(c, &rows, per, unit);
	}
	for (size_t i = 0; i < rows.n; i++)
		for (int k = 0; k < COLUMNS; k++)
			str_free(&rows.p[i].cell[k]);
	vec_free(&rows);
	filter_free(&f);
	costs_free(&costs);
	return ok;
}

static const struct tf_flag lp_flags[] = {
	{ "d", "device_name_filter", OPT_STRING, "Only devices whose names match.", NULL },
	{ "n", "node_name_filter", OPT_STRING, "Only nodes whose names match.", NULL },
	{ "t", "op_type_filter", OPT_STRING, "Only ops whose types match.", NULL },
	{ "f", "file_path_filter", OPT_STRING, "Only nodes made in Python files whose paths match.", NULL },
	{ NULL, "min_lineno", OPT_INT, "Only lines of Python from this one on.", NULL },
	{ NULL, "max_lineno", OPT_INT, "Only lines of Python before this one.", NULL },
	{ "e", "execution_time", OPT_STRING,
	  "Only such times, with what is around the kernel: >100s, <100, [100us,1000ms]", NULL },
	{ "o", "op_time", OPT_STRING, "Only such times of the kernel itself: >100s, <100, [100us,1000ms]", NULL },
	{ "s", "sort_by", OPT_STRING, "node, op_type, start_time, op_time, exec_time or line.", NULL },
	{ "r", "reverse", OPT_FLAG, "The other way round.", NULL },
	{ NULL, "time_unit", OPT_STRING, "us, ms or s.", NULL },
	{ 0 },
};

const struct tf_verb tf_list_profile = {
	.name = "list_profile", .aliases = (const char *const[]){ "lp", NULL }, .where = AT_PROFILE, .flags = lp_flags,
	.exec = lp_exec, .brief = "List what each node took.",
};
