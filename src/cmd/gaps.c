/* Rows of a comparison, in whatever order; see gaps.h. */
#include "cmd/gaps.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/csv.h"
#include "cmd/find_nodes.h"
#include "cmd/rows.h"
#include "cmd/run.h"
#include "cmd/table.h"
#include "debug/diff.h"
#include "debug/shadow.h"
#include "inspect/query.h"

const char *gap_state_text(enum gap_state s)
{
	static const char *const text[GAP_STATES] = {
		"same", "within", "differs", "shape differs", "on one side only",
	};

	return text[s];
}

/* ---- filling ---- */

static char *name_of(const struct tape_event *e, uint32_t slot)
{
	struct str s = STR_INIT;

	str_escaped(&s, sv_of(e->path));
	str_addf(&s, ":%u%s", slot, e->iter);
	return str_give(&s);
}

static struct gap_line line_of(const struct tape *t, uint32_t event, uint32_t slot,
			       const struct gap *g)
{
	const struct tape_event *e = tape_event(t, event);
	struct str type = STR_INIT;
	struct gap_line l = {
		.event = event,
		.slot = slot,
		.g = e->g,
		.node = e->n->index,
		.name = name_of(e, slot),
		.op = e->n->op,
		.n = g->n,
		.n_out = g->n_out,
		.at = g->at,
		.abs = g->most,
		.rel = g->rel,
		.ulps = g->ulps,
		.cosine = g->cosine,
		.explained = NAN,
		.times = NAN,
		.piled = NAN,
		.piled_rel = NAN,
		.is = NAN,
		.exact = NAN,
	};

	diff_type_text(&type, tape_value(t, e->out[slot])->t);
	l.type = str_give(&type);
	return l;
}

/* A's tensor and, in float64, the exact one. */
static struct tensor *shadow_side(void *ctx, const struct gap_line *l, int which)
{
	const struct shadow *s = ctx;
	const struct tape_event *e = tape_event(s->tape, l->event);

	if (which)
		return shadow_exact(s->tape, l->event, l->slot);
	return tensor_ref(tape_value(s->tape, e->out[l->slot])->t);
}

void gaps_of_shadow(struct gaps *t, const struct shadow *s, double limit)
{
	*t = (struct gaps){.kind = GAPS_SHADOW,
			   .a = "run",
			   .b = "float64",
			   .side = shadow_side,
			   .ctx = (void *)s};
	for (size_t i = 0; i < s->row.n; i++) {
		const struct shadow_row *r = &s->row.p[i];
		struct gap_line l;

		if (!r->judged && isnan(r->piled) && !r->flips)
			continue;
		l = line_of(s->tape, r->event, r->slot, &r->own);
		l.state = r->judged && r->times > limit ? GAP_OFF
			  : r->own.n_out || r->flips	? GAP_WITHIN
							: GAP_SAME;
		if (r->judged) {
			l.times = r->times;
			l.explained = r->own.most > 0 ? r->explained : NAN;
			l.is = r->is;
			l.exact = r->exact;
			l.at = r->at;
		} else {
			l.abs = l.rel = NAN;
			l.n_out = r->flips;
		}
		l.note = r->judged  ? NULL
			 : r->flips ? "float64 decides otherwise"
				    : "not in float64";
		l.piled = r->piled;
		l.piled_rel = r->piled_rel;
		vec_push(&t->row, l);
	}
}

static struct tensor *diff_side_of(void *ctx, const struct gap_line *l, int which)
{
	struct diff *d = ctx;
	const struct tape_event *e = tape_event(d->a.tape, l->event);

	return which ? diff_other(d, l->event, l->slot)
		     : tensor_ref(tape_value(d->a.tape, e->out[l->slot])->t);
}

static enum gap_state state_of(struct diff *d, uint32_t event, uint32_t slot, const struct gap *g,
			       const struct tensor *x, const struct tensor *y, enum gaps_kind kind)
{
	struct diff_opts o = diff_opts_for(d, event, slot);
	bool weight = diff_given(tape_event(d->a.tape, event)) && o.rtol == d->o.rtol;
	struct diff_off off;

	if (g->type)
		return GAP_TYPE;
	if (!g->n_out)
		return GAP_SAME;
	if (kind == GAPS_TWICE)
		return GAP_OFF;
	return diff_tensors(x, y, &o, weight ? DIFF_WEIGHT : 0, &off) ? GAP_WITHIN : GAP_OFF;
}

/* In units of what A's own rounding has piled up there, of one rounding of its scale at least. */
static void in_units(struct gap_line *l, const struct gap *g, const struct shadow_row *r,
		     enum dtype t)
{
	if (!r || isnan(r->piled) || g->exact || g->type)
		return;
	l->piled = r->piled;
	l->piled_rel = r->piled_rel;
	l->explained = fmax(r->piled, gap_unit(t) * g->scale);
	l->times = g->most == 0 ? 0 : l->explained > 0 ? g->most / l->explained : INFINITY;
}

static void add_pair(struct gaps *t, struct diff *d, const struct shadow *shadow, uint32_t event,
		     uint32_t slot)
{
	const struct tape_event *e = tape_event(d->a.tape, event);
	const struct tensor *x = tape_value(d->a.tape, e->out[slot])->t;
	struct tensor *y = diff_other(d, event, slot);
	struct gap g = {.n = x->n, .at = -1, .most = NAN, .rel = NAN, .ulps = NAN, .cosine = NAN};
	struct gap_line l;

	if (!y && d->reference)
		return; /* a reference holds what somebody wanted */
	if (y)
		gap_measure(x, y, &g);
	if (g.type)
		g.most = g.rel = NAN;
	l = line_of(d->a.tape, event, slot, &g);
	l.state = y ? state_of(d, event, slot, &g, x, y, t->kind) : GAP_ALONE;
	l.note = y ? diff_fit_text(d, event, slot) : NULL;
	if (y)
		in_units(&l, &g, shadow ? shadow_at(shadow, event, slot) : NULL, x->dtype);
	tensor_unref(y);
	vec_push(&t->row, l);
}

void gaps_of_diff(struct gaps *t, struct diff *d, const struct shadow *shadow, enum gaps_kind kind)
{
	*t = (struct gaps){
		.kind = kind, .a = d->a.label, .b = d->b.label, .side = diff_side_of, .ctx = d};
	for (uint32_t i = 0; i < tape_n(d->a.tape); i++) {
		const struct tape_event *e = tape_event(d->a.tape, i);

		for (uint32_t k = 0; k < e->n_out; k++)
			if (diff_own(d->a.tape, i, k) &&
			    dtype_info(tape_value(d->a.tape, e->out[k])->t->dtype)->kind !=
				    DK_OBJECT)
				add_pair(t, d, shadow, i, k);
	}
}

void gaps_free(struct gaps *t)
{
	for (size_t i = 0; i < t->row.n; i++) {
		free(t->row.p[i].name);
		free(t->row.p[i].type);
	}
	vec_free(&t->row);
	vec_free(&t->shown);
	free(t->verdict);
}

void gaps_drop(struct app *app)
{
	if (!app->gaps_done)
		return;
	app->gaps_done(app->gaps_ctx);
	app->gaps = NULL;
	app->gaps_done = NULL;
	app->gaps_ctx = NULL;
	app->gaps_seq++;
}

void gaps_keep(struct app *app, struct gaps *t, void (*done)(void *ctx), void *ctx)
{
	gaps_drop(app);
	app->gaps = t;
	app->gaps_done = done;
	app->gaps_ctx = ctx;
	app->gaps_seq++;
}

bool gaps_wanted(const struct cmd_call *c)
{
	return c->app->on_screen && !c->app->differ && (!c->app->gaps || c->app->gaps_done) &&
	       !(c->cmd->where & CMD_SHELL) && call_flag(c, "ui");
}

/* ---- order ---- */

static double of_abs(const struct gap_line *l)
{
	return l->abs;
}

static double of_rel(const struct gap_line *l)
{
	return l->rel;
}

static double of_ulps(const struct gap_line *l)
{
	return l->ulps;
}

/* The furthest from 1 first. */
static double of_cosine(const struct gap_line *l)
{
	return 1 - l->cosine;
}

static double of_times(const struct gap_line *l)
{
	return l->times;
}

static double of_piled(const struct gap_line *l)
{
	return l->piled_rel;
}

static const struct key {
	const char *name, *help;
	double (*value)(const struct gap_line *l); /* NULL: by text, or as they ran */
} keys[] = {
	{"run", "the order of the run", NULL},
	{"abs", "the largest difference", of_abs},
	{"rel", "that as a share of the tensor's scale", of_rel},
	{"ulp", "the largest in units in the last place", of_ulps},
	{"cosine", "the angle between the two", of_cosine},
	{"times", "in units of what rounding explains", of_times},
	{"piled", "what rounding has piled up on the way, as a share of the scale", of_piled},
	{"name", "the node's path", NULL},
	{"op", "the node's op", NULL},
};

enum { N_KEYS = sizeof(keys) / sizeof(keys[0]) };

const char *gaps_key(int i, const char **help)
{
	if (i < 0 || i >= N_KEYS)
		return NULL;
	*help = keys[i].help;
	return keys[i].name;
}

static const struct key *key_find_name(const char *name)
{
	for (int i = 0; i < N_KEYS; i++)
		if (!strcmp(keys[i].name, name))
			return &keys[i];
	return NULL;
}

struct order {
	const struct gaps *t;
	const struct key *key;
};

static int by_run(const struct gap_line *x, const struct gap_line *y)
{
	if (x->event != y->event)
		return x->event < y->event ? -1 : 1;
	return (x->slot > y->slot) - (x->slot < y->slot);
}

/* The largest first, what has no number last. */
static int by_number(double x, double y)
{
	if (isnan(x) || isnan(y))
		return isnan(x) - isnan(y);
	return (x < y) - (x > y);
}

static int compare_lines(const struct order *o, uint32_t a, uint32_t b)
{
	const struct gap_line *x = &o->t->row.p[a], *y = &o->t->row.p[b];
	int c = 0;

	if (o->key->value)
		c = by_number(o->key->value(x), o->key->value(y));
	else if (!strcmp(o->key->name, "name"))
		c = sv_natcmp(sv_of(x->name), sv_of(y->name));
	else if (!strcmp(o->key->name, "op"))
		c = sv_cmp(x->op, y->op);
	return c ? c : by_run(x, y);
}

/* A merge sort: qsort takes no context. */
static void sort_lines(const struct order *o, uint32_t *list, uint32_t *spare, size_t n)
{
	size_t half = n / 2, i = 0, k = half, to = 0;

	if (n < 2)
		return;
	sort_lines(o, list, spare, half);
	sort_lines(o, list + half, spare, n - half);
	while (i < half && k < n)
		spare[to++] = compare_lines(o, list[k], list[i]) < 0 ? list[k++] : list[i++];
	while (i < half)
		spare[to++] = list[i++];
	memcpy(list, spare, to * sizeof(*list));
}

bool gaps_sort(struct gaps *t, const char *name)
{
	struct order o = {t, key_find_name(name)};
	uint32_t *spare;

	if (!o.key)
		return false;
	t->sort = o.key->name;
	spare = xcalloc(t->shown.n + 1, sizeof(*spare));
	sort_lines(&o, t->shown.p, spare, t->shown.n);
	free(spare);
	return true;
}

/* ---- options ---- */

bool gaps_asked(const struct cmd_call *c)
{
	return call_flag(c, "table") || call_flag(c, "csv") || call_str(c, "sort") ||
	       call_str(c, "only") || call_str(c, "least") || call_opt(c, "rows")->given;
}

bool gaps_check(const struct cmd_call *c, struct err *err)
{
	const char *sort = call_str(c, "sort"), *only = call_str(c, "only");
	double least = 0;
	struct query *q;

	if (sort && !key_find_name(sort)) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "--sort knows no \"%s\"", sort);
		for (int i = 0; i < N_KEYS; i++)
			err_note(err, "%s: %s", keys[i].name, keys[i].help);
		return false;
	}
	q = only ? query_new(only, err) : NULL;
	query_free(q);
	if (only && !q) {
		err->kind = ERR_KIND_USAGE;
		return false;
	}
	if (call_str(c, "least") && (!sort || !key_find_name(sort)->value))
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "--least needs a --sort by a number");
	return run_tolerance(c, "least", &least, err);
}

bool gaps_choose(struct gaps *t, struct cmd_call *c, const char *sort, int64_t rows,
		 struct err *err)
{
	const char *only = call_str(c, "only");
	const struct key *key;
	struct query_world world = app_world(c->app);
	struct query *q = only ? query_new(only, err) : NULL;
	double least = -1;

	if ((only && !q) || !run_tolerance(c, "least", &least, err)) {
		query_free(q);
		return false;
	}
	sort = call_str(c, "sort") ? call_str(c, "sort") : sort;
	key = key_find_name(sort);
	t->shown.n = 0;
	for (uint32_t i = 0; i < t->row.n; i++) {
		const struct gap_line *l = &t->row.p[i];

		if ((q && !query_hits(q, &world, l->g, l->node)) ||
		    (least >= 0 && key && key->value && !(key->value(l) >= least)))
			continue;
		vec_push(&t->shown, i);
	}
	query_free(q);
	gaps_sort(t, sort);
	rows = call_opt(c, "rows")->given ? call_opt(c, "rows")->i : rows;
	if (rows > 0 && t->shown.n > (size_t)rows)
		t->shown.n = (size_t)rows;
	return true;
}

/* ---- printing ---- */

static void number(struct str *out, double v)
{
	if (isnan(v))
		str_addz(out, "-");
	else
		str_addf(out, v != 0 && fabs(v) < 1e6 && fabs(v) >= 0.1 ? "%.4g" : "%.3g", v);
}

static void cosine(struct str *out, double v)
{
	if (isnan(v))
		str_addz(out, "-");
	else
		str_addf(out, "%.6f", v);
}

static void cell_abs(const struct gap_line *l, struct str *out)
{
	number(out, l->abs);
}

static void cell_rel(const struct gap_line *l, struct str *out)
{
	number(out, l->rel);
}

static void cell_ulps(const struct gap_line *l, struct str *out)
{
	number(out, l->ulps);
}

static void cell_cosine(const struct gap_line *l, struct str *out)
{
	cosine(out, l->cosine);
}

static void cell_times(const struct gap_line *l, struct str *out)
{
	number(out, l->times);
}

static void cell_piled(const struct gap_line *l, struct str *out)
{
	number(out, l->piled_rel);
}

static void cell_state(const struct gap_line *l, struct str *out)
{
	str_addz(out, gap_state_text(l->state));
}

static void cell_type(const struct gap_line *l, struct str *out)
{
	str_addz(out, l->type);
}

static void cell_op(const struct gap_line *l, struct str *out)
{
	str_escaped(out, l->op);
}

static void cell_name(const struct gap_line *l, struct str *out)
{
	str_addz(out, l->name);
	if (l->note)
		str_addf(out, " (%s)", l->note);
}

static const struct column {
	const char *head, *key;
	void (*cell)(const struct gap_line *l, struct str *out);
} columns[] = {
	{"abs", "abs", cell_abs},	{"rel", "rel", cell_rel},
	{"ulp", "ulp", cell_ulps},	{"cosine", "cosine", cell_cosine},
	{"times", "times", cell_times}, {"piled", "piled", cell_piled},
	{"", NULL, cell_state},		{"type", NULL, cell_type},
	{"op", "op", cell_op},		{"node", "name", cell_name},
};

enum { N_COLUMNS = sizeof(columns) / sizeof(columns[0]) };

bool gaps_cell(const struct gaps *t, const struct gap_line *l, int column, struct str *out,
	       const char **key)
{
	(void)t;
	if (column < 0 || column >= N_COLUMNS)
		return false;
	if (key)
		*key = columns[column].key;
	if (l)
		columns[column].cell(l, out);
	else
		str_addz(out, columns[column].head);
	return true;
}

void gaps_print(const struct gaps *t, struct sink *out)
{
	struct table table;

	table_init(&table, "rrrrrrllll");
	for (size_t i = 0; i <= t->shown.n; i++)
		for (int k = 0; k < N_COLUMNS; k++) {
			struct str s = STR_INIT;

			str_addz(&s, "");
			gaps_cell(t, i ? &t->row.p[t->shown.p[i - 1]] : NULL, k, &s, NULL);
			table_take(&table, str_give(&s));
		}
	table_print(&table, out, 0);
	if (t->shown.n < t->row.n)
		sink_printf(out, "%zu of %zu rows\n", t->shown.n, t->row.n);
}

static void csv_number(struct sink *out, double v, char end)
{
	char z[40] = "";

	if (!isnan(v))
		snprintf(z, sizeof(z), "%.9g", v);
	csv_field(out, sv_of(z), end);
}

void gaps_csv(const struct gaps *t, struct sink *out)
{
	sink_puts(out, "node,op,type,state,elements,different,abs,rel,ulp,cosine,explained,times,"
		       "piled,piled_rel,note\n");
	for (size_t i = 0; i < t->shown.n; i++) {
		const struct gap_line *l = &t->row.p[t->shown.p[i]];
		const double v[] = {l->abs,	  l->rel,   l->ulps,  l->cosine,
				    l->explained, l->times, l->piled, l->piled_rel};

		csv_field(out, sv_of(l->name), ',');
		csv_field(out, l->op, ',');
		csv_field(out, sv_of(l->type), ',');
		csv_field(out, sv_of(gap_state_text(l->state)), ',');
		sink_printf(out, "%" PRId64 ",%" PRId64 ",", l->n, l->n_out);
		for (size_t k = 0; k < sizeof(v) / sizeof(*v); k++)
			csv_number(out, v[k], ',');
		csv_field(out, sv_of(l->note ? l->note : ""), '\n');
	}
}

static void json_number(struct json *j, const char *key, double v)
{
	if (isnan(v))
		return;
	json_key(j, key);
	json_num(j, v);
}

void gaps_json(const struct gaps *t, struct json *j)
{
	json_key(j, "rows");
	json_open(j, '[');
	for (size_t i = 0; i < t->shown.n; i++) {
		const struct gap_line *l = &t->row.p[t->shown.p[i]];

		json_open(j, '{');
		json_kstr(j, "node", sv_of(l->name));
		json_kstr(j, "op", l->op);
		json_kstr(j, "type", sv_of(l->type));
		json_kstr(j, "state", sv_of(gap_state_text(l->state)));
		json_kint(j, "elements", l->n);
		json_kint(j, "different", l->n_out);
		json_number(j, "abs", l->abs);
		json_number(j, "rel", l->rel);
		json_number(j, "ulp", l->ulps);
		json_number(j, "cosine", l->cosine);
		json_number(j, "explained", l->explained);
		json_number(j, "times", l->times);
		json_number(j, "piled", l->piled);
		json_number(j, "piled_rel", l->piled_rel);
		if (l->note)
			json_kstr(j, "note", sv_of(l->note));
		json_close(j, '}');
	}
	json_close(j, ']');
}
