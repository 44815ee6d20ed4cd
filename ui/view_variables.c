/*
 * The variables: a table that can be sorted by any column, or a tree of scopes with shares of the whole.
 * Statistics are read bit by bit while no key waits, of the rows that are seen first; sorting by one of
 * them reads all.
 */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "inspect/scopes.h"
#include "inspect/weights.h"
#include "ui/page.h"

enum sort { BY_FILE, BY_NAME, BY_BYTES, BY_TYPE, BY_MEAN, BY_STD, BY_ABSMAX, BY_ZEROS, BY_BAD, SORTS };

struct known {			/* what is known of one variable's values */
	struct summary *sum;	/* NULL: not read, or it cannot be */
	bool tried;
};

struct vars {
	enum sort sort;
	bool stats, stats_set;	/* the columns; stats_set: a key chose */
	bool tree, all;		/* all: statistics of every variable are wanted */
	uint32_t n;
	VEC(uint32_t) order;
	struct known *look;	/* n of them */
	struct weight w;	/* what is being read */
	struct weight_look *reading;
	struct scopes scopes;
	bool *open;		/* of each scope */
	VEC(uint32_t) seen;	/* rows of the tree, indices into scopes.row */
};

static struct vars *vars_of(const struct view *v)
{
	return v->priv;
}

/* ---- order ---- */

struct sort_ctx {
	const struct variable *v;
	const struct known *look;
	enum sort by;
};

static double stat_of(const struct known *l, enum sort by)
{
	const struct stats *s = l->sum ? &l->sum->stats : NULL;

	if (!s || !s->numeric)
		return NAN;
	if (by == BY_ZEROS)
		return (double)s->n_zero / (double)(s->n ? s->n : 1);
	if (by == BY_BAD)
		return (double)(s->n_nan + s->n_pinf + s->n_ninf);
	if (!s->n_finite)
		return NAN;
	return by == BY_MEAN ? s->mean : by == BY_STD ? s->std : s->absmax;
}

static int by_stat(const struct sort_ctx *s, uint32_t i, uint32_t k)
{
	double p = stat_of(&s->look[i], s->by), q = stat_of(&s->look[k], s->by);

	if (isnan(p) || isnan(q))
		return isnan(p) - isnan(q);
	return (p < q) - (p > q);
}

static int compare(const void *a, const void *b, void *ctx)
{
	const struct sort_ctx *s = ctx;
	uint32_t i = *(const uint32_t *)a, k = *(const uint32_t *)b;
	const struct variable *x = &s->v[i], *y = &s->v[k];
	int c = 0;

	if (s->by == BY_NAME)
		c = sv_natcmp(x->name, y->name);
	else if (s->by == BY_BYTES)
		c = (x->bytes < y->bytes) - (x->bytes > y->bytes);
	else if (s->by == BY_TYPE)
		c = (int)x->dtype - (int)y->dtype;
	else if (s->by >= BY_MEAN)
		c = by_stat(s, i, k);
	return c ? c : (i > k) - (i < k);
}

static void sort_rows(struct view *v)
{
	struct vars *l = vars_of(v);
	uint32_t n;
	struct sort_ctx s = { metagraph_variables(v->at.mg, &n), l->look, l->sort };

	l->order.n = 0;
	for (uint32_t i = 0; i < n; i++)
		vec_push(&l->order, i);
	if (n)
		qsort_r(l->order.p, n, sizeof(*l->order.p), compare, &s);
	view_refilter(v);
}

static void vars_open(struct view *v)
{
	struct vars *l = vars_of(v);

	metagraph_variables(v->at.mg, &l->n);
	l->look = xcalloc((size_t)l->n + 1, sizeof(*l->look));
	sort_rows(v);
}

static void vars_close(struct view *v)
{
	struct vars *l = vars_of(v);

	for (uint32_t i = 0; i < l->n; i++)
		free(l->look[i].sum);
	free(l->look);
	free(l->open);
	weight_look_free(l->reading);
	scopes_free(&l->scopes);
	vec_free(&l->order);
	vec_free(&l->seen);
}

/* ---- the tree ---- */

static void see_rows(struct view *v)
{
	struct vars *l = vars_of(v);

	l->seen.n = 0;
	for (size_t i = 0; i < l->scopes.row.n;) {
		vec_push(&l->seen, (uint32_t)i);
		i = l->scopes.row.p[i].leaf < 0 && !l->open[i] ? l->scopes.row.p[i].end : i + 1;
	}
	view_refilter(v);
}

static void tree_make(struct view *v)
{
	struct vars *l = vars_of(v);
	uint32_t n;
	const struct variable *x = metagraph_variables(v->at.mg, &n);

	scopes_free(&l->scopes);
	free(l->open);
	scopes_make(&l->scopes, x, n, l->sort == BY_BYTES);
	l->open = xcalloc(l->scopes.row.n + 1, sizeof(*l->open));
	see_rows(v);
}

/* The variable of a row; -1: a scope. */
static int64_t row_variable(const struct vars *l, size_t i)
{
	return l->tree ? l->scopes.row.p[l->seen.p[i]].leaf : l->order.p[i];
}

static size_t vars_count(struct view *v)
{
	return vars_of(v)->tree ? vars_of(v)->seen.n : vars_of(v)->order.n;
}

/* ---- columns ---- */

enum { STATS_WIDE = 48, STATS_FROM = 100, PLAIN_WIDE = 42 };

static bool has_stats(const struct view *v)
{
	const struct vars *l = vars_of(v);

	return !l->tree && (l->stats_set ? l->stats : v->w >= STATS_FROM);
}

static bool has_plain(const struct view *v)
{
	return !has_stats(v) || v->w >= 20 + STATS_WIDE + PLAIN_WIDE;
}

static int name_width(const struct view *v)
{
	int w = v->w - (has_stats(v) ? STATS_WIDE : 0);

	if (vars_of(v)->tree)
		return v->w > 60 ? v->w - 38 : v->w > 34 ? v->w - 22 : 12;
	if (!has_plain(v))
		return w > 12 ? w : 12;
	return w > 90 ? w - 50 : w > 50 ? w - 36 : w > 30 ? w - 20 : 12;
}

static int vars_heads(struct view *v)
{
	(void)v;
	return 1;
}

static void vars_head(struct view *v, int i, struct row *r)
{
	const struct vars *l = vars_of(v);

	(void)i;
	row_add(r, ST_DIM, "name");
	if (l->reading && l->all)
		row_add(r, ST_WARN, "  reading...");
	row_pad(r, name_width(v) + 1);
	if (l->tree) {
		row_add(r, ST_DIM, v->w > 60 ? "     bytes   share       values  vars" : "     bytes   share");
		return;
	}
	if (has_stats(v))
		row_add(r, ST_DIM, "     mean       std    absmax   zeros  NaN/inf ");
	if (has_plain(v))
		row_add(r, ST_DIM, "bytes      type, shape");
}

static void stat_cells(const struct known *l, bool stored, struct row *r)
{
	const struct stats *s = l->sum ? &l->sum->stats : NULL;
	int64_t bad = s ? s->n_nan + s->n_pinf + s->n_ninf : 0;

	if (!s || !s->numeric || !s->n) {
		row_addf(r, ST_DIM, "%9s%*s", !stored ? "" : s ? "no number" : l->tried ? "unread" : "...",
			 STATS_WIDE - 10, "");
		return;
	}
	if (s->n_finite)
		row_addf(r, ST_NUM, "%9.3g %9.3g %9.3g", s->mean, s->std, s->absmax);
	else
		row_addf(r, ST_NUM, "%29s", "");
	row_addf(r, s->n_zero == s->n ? ST_WARN : ST_NUM, " %6.1f%%", 100 * (double)s->n_zero / (double)s->n);
	if (bad)
		row_addf(r, ST_BAD, " %8lld ", (long long)bad);
	else
		row_addf(r, ST_TEXT, "%10s", "");
}

static void plain_cells(const struct variable *x, bool stored, struct row *r)
{
	struct str s = STR_INIT;

	text_size(&s, (uint64_t)x->bytes);
	row_addf(r, ST_NUM, "%-10s ", stored ? str_z(&s) : "no value");
	row_add(r, ST_TYPE, dtype_info(x->dtype)->name);
	str_clear(&s);
	shape_str_py(&s, x->shape);
	row_addf(r, ST_TEXT, " %s", str_z(&s));
	if (x->slot_of >= 0) {
		row_add(r, ST_DIM, "  slot ");
		row_name(r, ST_DIM, x->slot);
	} else if (x->trainable_known && !x->trainable) {
		row_add(r, ST_DIM, "  not trainable");
	}
	str_free(&s);
}

static bool is_stored(const struct variable *x)
{
	return x->entry >= 0 || x->in_v1;
}

static void draw_variable(struct view *v, uint32_t i, struct row *r)
{
	uint32_t n;
	const struct variable *x = metagraph_variables(v->at.mg, &n) + i;
	int wide = name_width(v);

	row_name_fit(r, is_stored(x) ? ST_TEXT : ST_WARN, x->name, wide);
	row_pad(r, wide + 1);
	if (has_stats(v))
		stat_cells(&vars_of(v)->look[i], is_stored(x), r);
	if (has_plain(v))
		plain_cells(x, is_stored(x), r);
}

static void draw_scope(struct view *v, size_t i, struct row *r)
{
	const struct vars *l = vars_of(v);
	const struct scope *s = &l->scopes.row.p[l->seen.p[i]];
	int wide = name_width(v), in = 2 * (s->depth - 1);
	struct str size = STR_INIT, values = STR_INIT;

	row_addf(r, ST_TEXT, "%*s", in < wide - 8 ? in : wide - 8, "");
	row_add(r, ST_DIM, s->leaf >= 0 ? "  " : l->open[l->seen.p[i]] ? "- " : "+ ");
	row_name_fit(r, s->leaf < 0 ? ST_HEAD : ST_TEXT, s->last, wide - r->width);
	row_pad(r, wide + 1);
	text_size(&size, (uint64_t)s->bytes);
	row_addf(r, ST_NUM, "%10s %6.1f%%", str_z(&size),
		 l->scopes.bytes ? 100 * (double)s->bytes / (double)l->scopes.bytes : 0);
	text_count(&values, (uint64_t)s->n_values);
	if (v->w > 60)
		row_addf(r, ST_NUM, " %12s", str_z(&values));
	if (v->w > 60 && s->leaf < 0)
		row_addf(r, ST_DIM, " %5lld", (long long)s->n);
	str_free(&size);
	str_free(&values);
}

static void vars_draw(struct view *v, size_t i, struct row *r)
{
	if (vars_of(v)->tree)
		draw_scope(v, i, r);
	else
		draw_variable(v, vars_of(v)->order.p[i], r);
}

static void vars_text(struct view *v, size_t i, struct str *out)
{
	int64_t k = row_variable(vars_of(v), i);
	uint32_t n;
	const struct variable *x = metagraph_variables(v->at.mg, &n);

	if (k < 0) {
		str_add(out, vars_of(v)->scopes.row.p[vars_of(v)->seen.p[i]].name);
		return;
	}
	x += k;
	str_add(out, x->name);
	str_addf(out, " %s ", dtype_info(x->dtype)->name);
	shape_str_py(out, x->shape);
}

static bool vars_place(struct view *v, size_t i, struct place *out)
{
	int64_t k = row_variable(vars_of(v), i);

	*out = (struct place){ .kind = k < 0 ? AT_NONE : AT_VARIABLE, .mg = v->at.mg, .i = k < 0 ? 0 : (uint32_t)k };
	return k >= 0;
}

static struct tensor *vars_tensor(struct view *v, size_t i, struct str *label)
{
	int64_t k = row_variable(vars_of(v), i);

	return k < 0 ? NULL : variable_value(v->at.mg, (uint32_t)k, label);
}

/* ---- reading between keys ---- */

static bool wants(const struct view *v, uint32_t i)
{
	uint32_t n;

	return !vars_of(v)->look[i].tried && is_stored(&metagraph_variables(v->at.mg, &n)[i]);
}

/* What to read next: a row that is seen, then any if all are wanted. */
static bool next_wanted(struct view *v, uint32_t *i)
{
	struct vars *l = vars_of(v);
	size_t row;

	for (int k = 0; has_stats(v) && k < v->h; k++)
		if (view_row(v, v->top + (size_t)k, &row) && wants(v, l->order.p[row])) {
			*i = l->order.p[row];
			return true;
		}
	for (*i = 0; l->all && *i < l->n; ++*i)
		if (wants(v, *i))
			return true;
	return false;
}

static void reading_done(struct vars *l, bool ok)
{
	struct known *k = &l->look[l->w.i];

	k->tried = true;
	if (ok && l->reading->has_sum) {
		k->sum = xmalloc(sizeof(*k->sum));
		*k->sum = l->reading->sum;
	}
	weight_look_free(l->reading);
	l->reading = NULL;
}

static bool vars_idle(struct view *v)
{
	enum { STEP = 4 << 20 };
	struct vars *l = vars_of(v);
	int64_t left = STEP;
	bool more, ok, worked = false;
	uint32_t i;

	while (left > 0) {
		if (!l->reading) {
			if (!next_wanted(v, &i))
				break;
			l->w = weight_variable(v->at.mg, i);
			l->reading = weight_look_new(&l->w, true, NULL);
			left -= 1 << 14;
		}
		worked = true;
		left -= l->reading ? l->reading->total - l->reading->done : 0;
		ok = l->reading && weight_look_step(l->reading, STEP, &more, NULL);
		if (!ok || !more)
			reading_done(l, ok);
	}
	if (l->all && !l->reading && !next_wanted(v, &i)) {
		l->all = false;
		sort_rows(v);
		ui_say(v->ui, ST_TEXT, "all values read, sorted");
		worked = true;
	}
	return worked;
}

static bool vars_stop(struct view *v)
{
	struct vars *l = vars_of(v);
	bool was = l->reading || l->all;

	if (l->reading)
		reading_done(l, false);
	l->all = false;
	if (was && has_stats(v)) {
		l->stats_set = true;
		l->stats = false;
	}
	return was;
}

/* ---- keys ---- */

static void next_sort(struct view *v)
{
	static const char *const by[] = { "file order", "name", "bytes", "type", "mean", "standard deviation",
					  "largest magnitude", "share of zeros", "NaN and infinite" };
	struct vars *l = vars_of(v);

	l->sort = (l->sort + 1) % (l->tree ? BY_TYPE : SORTS);
	l->all = l->sort >= BY_MEAN;
	if (l->all && !has_stats(v))
		l->stats = l->stats_set = true;
	if (l->tree)
		tree_make(v);
	sort_rows(v);
	view_move(v, 0);
	ui_say(v->ui, ST_TEXT, "sorted by %s%s", by[l->sort], l->all ? " (reads all values; Ctrl-C stops)" : "");
}

/* Opens or closes the scope under the cursor; false: it is none, or is so already. */
static bool fold(struct view *v, int want)
{
	struct vars *l = vars_of(v);
	size_t row;
	uint32_t at;

	if (!l->tree || !view_cur(v, &row))
		return false;
	at = l->seen.p[row];
	if (l->scopes.row.p[at].leaf >= 0 || (want >= 0 && l->open[at] == (want == 1)))
		return false;
	l->open[at] = !l->open[at];
	see_rows(v);
	return true;
}

/* From a row of the tree to the scope that it is in. */
static bool to_parent(struct view *v)
{
	struct vars *l = vars_of(v);
	size_t row, up;

	if (!l->tree || !view_cur(v, &row))
		return false;
	for (up = row; up-- > 0;)
		if (l->scopes.row.p[l->seen.p[up]].depth < l->scopes.row.p[l->seen.p[row]].depth) {
			view_select(v, up);
			return true;
		}
	return false;
}

static bool vars_action(struct view *v, const char *a)
{
	struct vars *l = vars_of(v);

	if (!strcmp(a, "sort")) {
		next_sort(v);
	} else if (!strcmp(a, "scopes")) {
		l->tree = !l->tree;
		if (l->tree)
			tree_make(v);
		view_refilter(v);
		view_move(v, 0);
	} else if (!strcmp(a, "statistics")) {
		l->stats = !has_stats(v);
		l->stats_set = true;
		l->tree = false;
		view_refilter(v);
	} else if (!strcmp(a, "open")) {
		return fold(v, -1);
	} else if (!strcmp(a, "right")) {
		return fold(v, 1);
	} else if (!strcmp(a, "left")) {
		return fold(v, 0) || to_parent(v);
	} else {
		return false;
	}
	return true;
}

const struct view_ops view_variables = {
	.kind = AT_VARIABLES, .size = sizeof(struct vars), .ctx = CTX_VARIABLES, .open = vars_open,
	.close = vars_close, .heads = vars_heads, .head = vars_head, .count = vars_count,
	.draw = vars_draw, .text = vars_text, .place = vars_place, .tensor = vars_tensor, .action = vars_action,
	.idle = vars_idle, .stop = vars_stop,
};
