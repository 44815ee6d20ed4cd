/*
 * The table of two runs (diff --ui with inputs, shadow --ui): a row a tensor, sorted by any column;
 * and one row of it (view_gap): both tensors side by side, element by element, the furthest apart
 * first or as they lie.
 */
#include <inttypes.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/gaps.h"
#include "tensor/print.h"
#include "tensor/seek.h"
#include "ui/page.h"

enum { WIDE = 110, NARROW = 76, NUMBER = 10, OP_COLUMN = 18, MOST_ELEMENTS = 1 << 20 };

static struct gaps *table_of(struct view *v)
{
	return v->ui->app->gaps;
}

static const struct gap_line *line_at(struct view *v, size_t i)
{
	const struct gaps *t = table_of(v);

	return t && i < t->shown.n ? &t->row.p[t->shown.p[i]] : NULL;
}

static size_t gaps_count(struct view *v)
{
	return table_of(v) ? table_of(v)->shown.n : 0;
}

/* Which of the numbers are shown, by width; the sorted one always. */
static bool is_shown(struct view *v, const char *key)
{
	static const char *const narrow[] = {"abs", "rel", "times", NULL};

	if (!key || !strcmp(key, "op") || !strcmp(key, "name"))
		return false;
	if (v->w >= WIDE || !strcmp(key, table_of(v)->sort))
		return true;
	for (const char *const *p = narrow; *p; p++)
		if (!strcmp(*p, key))
			return true;
	return false;
}

static enum style style_of(enum gap_state s)
{
	return s == GAP_OFF || s == GAP_TYPE ? ST_BAD
	       : s == GAP_SAME		     ? ST_DIM
	       : s == GAP_ALONE		     ? ST_WARN
					     : ST_TEXT;
}

static void numbers(struct view *v, const struct gap_line *l, enum style st, struct row *r)
{
	const char *key;
	struct str s = STR_INIT;

	for (int k = 0; gaps_cell(table_of(v), l, k, &s, &key); k++) {
		if (is_shown(v, key))
			row_right(r, !l && !strcmp(key, table_of(v)->sort) ? ST_KEY : st, NUMBER,
				  str_z(&s));
		str_clear(&s);
	}
	str_free(&s);
}

static int op_columns(const struct view *v)
{
	return v->w >= NARROW ? OP_COLUMN : 0;
}

static void gaps_draw(struct view *v, size_t i, struct row *r)
{
	static const char *const mark[GAP_STATES] = {"= ", "~ ", "# ", "# ", "? "};
	const struct gap_line *l = line_at(v, i);
	int room;

	if (!l)
		return;
	row_add(r, style_of(l->state), mark[l->state]);
	numbers(v, l, style_of(l->state), r);
	row_add(r, ST_TEXT, "  ");
	room = r->width + op_columns(v);
	if (op_columns(v)) {
		row_name_fit(r, ST_OP, l->op, OP_COLUMN - 1);
		row_pad(r, room);
	}
	row_name_fit(r, ST_LINK, sv_of(l->name), v->w > room + 8 ? v->w - room : 8);
}

static void gaps_text(struct view *v, size_t i, struct str *out)
{
	const struct gap_line *l = line_at(v, i);

	if (!l)
		return;
	str_addf(out, "%s %.*s %s %s", l->name, SV_ARG(l->op), l->type, gap_state_text(l->state));
	if (l->note)
		str_addf(out, " %s", l->note);
}

/* ---- heads ---- */

enum { VERDICT_LINES = 4 };

/* Line k of what was found, as far as the view is wide; empty behind the last one. */
static struct sv verdict_line(const struct view *v, const char *text, int k)
{
	struct sv rest = sv_of(text ? text : ""), line = SV_NULL;

	for (; k >= 0; k--) {
		line = sv_sub(rest, 0, page_line_end(rest, v->w > 8 ? v->w : INT_MAX));
		rest = sv_sub(rest, line.n, rest.n);
		if (rest.n && rest.p[0] == ' ')
			rest = sv_sub(rest, 1, rest.n);
	}
	return line;
}

static int verdict_lines(struct view *v)
{
	const struct gaps *t = table_of(v);
	int n = 1;

	while (t && n < VERDICT_LINES && verdict_line(v, t->verdict, n).n)
		n++;
	return n;
}

static int gaps_heads(struct view *v)
{
	return verdict_lines(v) + 2;
}

static void gaps_head(struct view *v, int at, struct row *r)
{
	const struct gaps *t = table_of(v);
	const char *help = "";
	int i = at - verdict_lines(v) + 1;	/* 0 and below: the verdict */

	if (!t)
		return;
	for (int k = 0; i == 1 && gaps_key(k, &help) && strcmp(gaps_key(k, &help), t->sort); k++)
		;
	if (i <= 0)
		row_name(r, ST_TEXT, verdict_line(v, t->verdict, at));
	else if (i == 1)
		row_addf(r, ST_DIM, "%zu of %zu tensors; by %s: %s (O, Left, Right)", t->shown.n,
			 t->row.n, t->sort, help);
	else {
		row_add(r, ST_HEAD, "  ");
		numbers(v, NULL, ST_HEAD, r);
		row_add(r, ST_HEAD, "  ");
		if (op_columns(v)) {
			row_add(r, strcmp(t->sort, "op") ? ST_HEAD : ST_KEY, "op");
			row_pad(r, r->width + OP_COLUMN - 2);
		}
		row_add(r, strcmp(t->sort, "name") ? ST_HEAD : ST_KEY, "node");
	}
}

static void gaps_title(struct view *v, struct row *r)
{
	const struct gaps *t = table_of(v);

	if (t)
		row_addf(r, ST_TITLE, "%s and %s, tensor by tensor", t->a, t->b);
}

/* ---- acting ---- */

static bool gaps_place(struct view *v, size_t i, struct place *out)
{
	const struct gaps *t = table_of(v);

	*out = (struct place){.kind = AT_GAP, .mg = v->at.mg};
	if (!t || i >= t->shown.n)
		return false;
	out->i = t->shown.p[i];
	return true;
}

struct tensor *tensor_less(const struct tensor *b, const struct tensor *a)
{
	struct tensor *t = NULL;
	enum dtype_kind x = dtype_info(a->dtype)->kind, y = dtype_info(b->dtype)->kind;

	if (shape_eq(tensor_shape(a), tensor_shape(b)) && x < DK_COMPLEX && y < DK_COMPLEX)
		t = tensor_new(DT_FLOAT, a->rank, a->dim, NULL);
	for (int64_t i = 0; t && i < t->n; i++)
		((float *)t->data)[i] = (float)(tensor_get_f64(b, i) - tensor_get_f64(a, i));
	return t;
}

static struct tensor *difference(const struct gaps *t, const struct gap_line *l, struct str *label)
{
	struct tensor *a = l ? t->side(t->ctx, l, 0) : NULL, *b = l ? t->side(t->ctx, l, 1) : NULL,
		      *d;

	d = a && b ? tensor_less(b, a) : NULL;
	if (d)
		str_addf(label, "%s less %s: %s", t->b, t->a, l->name);
	else if (a)
		str_addf(label, "%s: %s", t->a, l->name);
	if (!d)
		d = tensor_ref(a);
	tensor_unref(a);
	tensor_unref(b);
	return d;
}

static struct tensor *gaps_tensor(struct view *v, size_t i, struct str *label)
{
	return difference(table_of(v), line_at(v, i), label);
}

static const char *key_beside(const char *key, int dir)
{
	const char *help;
	int n = 0, at = 0;

	for (; gaps_key(n, &help); n++)
		if (!strcmp(gaps_key(n, &help), key))
			at = n;
	return gaps_key((at + dir + n) % n, &help);
}

static void sort_by(struct view *v, int dir)
{
	struct gaps *t = table_of(v);
	size_t row = 0;
	uint32_t line = 0;
	bool on = t && view_cur(v, &row) && row < t->shown.n;

	if (!t)
		return;
	if (on)
		line = t->shown.p[row];
	gaps_sort(t, key_beside(t->sort, dir));
	view_refilter(v);
	for (size_t i = 0; on && i < t->shown.n; i++)
		if (t->shown.p[i] == line)
			view_select(v, i);
}

static void next(struct view *v, int dir)
{
	size_t n = gaps_count(v), at;

	if (!view_cur(v, &at))
		return;
	for (size_t k = 1; k <= n; k++) {
		size_t i = (at + (dir > 0 ? k : n - k % n)) % n;

		if (line_at(v, i)->state == GAP_OFF || line_at(v, i)->state == GAP_TYPE) {
			view_select(v, i);
			return;
		}
	}
	ui_say(v->ui, ST_DIM, "nothing differs more than it may");
}

static void open_node(struct view *v, const struct gap_line *l)
{
	struct place to = {.kind = AT_NODE, .mg = v->at.mg};

	if (!l)
		return;
	to.g = l->g;
	to.i = l->node;
	ui_go(v->ui, &to);
}

static bool gaps_action(struct view *v, const char *a)
{
	size_t row;

	if (!strcmp(a, "gaps-sort") || !strcmp(a, "gaps-sort-back"))
		sort_by(v, !strcmp(a, "gaps-sort") ? 1 : -1);
	else if (!strcmp(a, "diff-next") || !strcmp(a, "diff-prev"))
		next(v, !strcmp(a, "diff-next") ? 1 : -1);
	else if (!strcmp(a, "diff-tensor"))
		ui_tensor_popup(v->ui);
	else if (!strcmp(a, "gaps-node"))
		open_node(v, view_cur(v, &row) ? line_at(v, row) : NULL);
	else
		return false;
	return true;
}

const struct view_ops view_gaps = {
	.kind = AT_GAPS,
	.ctx = CTX_GAPS,
	.title = gaps_title,
	.heads = gaps_heads,
	.head = gaps_head,
	.count = gaps_count,
	.draw = gaps_draw,
	.text = gaps_text,
	.place = gaps_place,
	.tensor = gaps_tensor,
	.action = gaps_action,
};

/* ---- one row: two tensors side by side ---- */

struct pair {
	const struct gap_line *l;
	struct tensor *a, *b;
	struct order {
		double off;
		int64_t at;
	} * order;
	int64_t n;
	bool as_lying;
	uint64_t seq; /* of the table that l is in */
};

/* The table's row, unless the table has gone. */
static const struct gap_line *pair_line(struct view *v)
{
	const struct pair *p = v->priv;

	return p->seq == v->ui->app->gaps_seq ? p->l : NULL;
}

static double between(const struct tensor *a, const struct tensor *b, int64_t i)
{
	double x, y;

	if (a->dtype == DT_STRING)
		return sv_eq(tensor_str(a, i), tensor_str(b, i)) ? 0 : 1;
	x = tensor_get_f64(a, i);
	y = tensor_get_f64(b, i);
	return x == y || (isnan(x) && isnan(y)) ? 0
	       : isfinite(x) && isfinite(y)	? fabs(x - y)
						: INFINITY;
}

static int by_off(const void *a, const void *b)
{
	const struct order *x = a, *y = b;

	if (x->off != y->off)
		return x->off < y->off ? 1 : -1;
	return (x->at > y->at) - (x->at < y->at);
}

static int by_place(const void *a, const void *b)
{
	const struct order *x = a, *y = b;

	return (x->at > y->at) - (x->at < y->at);
}

static void pair_order(struct pair *p)
{
	if (p->n)
		qsort(p->order, (size_t)p->n, sizeof(*p->order), p->as_lying ? by_place : by_off);
}

static void gap_open(struct view *v)
{
	struct pair *p = v->priv;
	const struct gaps *t = table_of(v);

	if (!t || v->at.i >= t->row.n)
		return;
	p->l = &t->row.p[v->at.i];
	p->seq = v->ui->app->gaps_seq;
	p->a = t->side(t->ctx, p->l, 0);
	p->b = t->side(t->ctx, p->l, 1);
	if (!p->a || !p->b || !shape_eq(tensor_shape(p->a), tensor_shape(p->b)))
		return;
	p->n = p->a->n < MOST_ELEMENTS ? p->a->n : MOST_ELEMENTS;
	p->order = xcalloc((size_t)p->n + 1, sizeof(*p->order));
	for (int64_t i = 0; i < p->n; i++)
		p->order[i] = (struct order){between(p->a, p->b, i), i};
	pair_order(p);
}

static void gap_close(struct view *v)
{
	struct pair *p = v->priv;

	tensor_unref(p->a);
	tensor_unref(p->b);
	free(p->order);
}

static void gap_title(struct view *v, struct row *r)
{
	const struct gap_line *l = pair_line(v);

	row_name(r, ST_TITLE, sv_of(l ? l->name : ""));
}

static int gap_heads(struct view *v)
{
	(void)v;
	return 5;
}

static int half(const struct view *v)
{
	return v->w > 48 ? (v->w - 34) / 2 : 8;
}

static void head_columns(struct view *v, struct row *r)
{
	const struct gaps *t = table_of(v);

	row_add(r, ST_HEAD, "element");
	row_pad(r, 16);
	row_right(r, ST_HEAD, half(v), t->a);
	row_right(r, ST_HEAD, half(v) + 2, t->b);
	row_right(r, ST_HEAD, 14, "difference");
}

static void gap_head(struct view *v, int i, struct row *r)
{
	const struct pair *p = v->priv;
	const struct gap_line *l = pair_line(v);

	if (!l)
		return;
	if (i == 0) {
		row_name(r, ST_OP, l->op);
		row_addf(r, ST_TYPE, " %s", l->type);
		row_addf(r, style_of(l->state), "  %s", gap_state_text(l->state));
		if (l->note)
			row_addf(r, ST_DIM, "  (%s)", l->note);
	} else if (i == 1) {
		row_addf(r, ST_TEXT, "%" PRId64 " of %" PRId64 " elements differ", l->n_out, l->n);
		if (!isnan(l->abs))
			row_addf(r, ST_TEXT, ", up to %.4g: %.3g of the scale", l->abs, l->rel);
	} else if (i == 2) {
		if (!isnan(l->times))
			row_addf(r, ST_TEXT, "%.3g times what rounding explains", l->times);
	} else if (i == 3) {
		row_add(r, ST_DIM,
			!p->n	      ? "not to be laid side by side"
			: p->as_lying ? "as they lie (O: the furthest apart first)"
				      : "the furthest apart first (O: as they lie)");
	} else if (p->n) {
		head_columns(v, r);
	}
}

static size_t gap_count(struct view *v)
{
	return pair_line(v) ? (size_t)((struct pair *)v->priv)->n : 0;
}

static void element(struct row *r, const struct tensor *t, int64_t i, int width, enum style st)
{
	struct str x = STR_INIT, s = STR_INIT;

	print_element(&x, t, i);
	str_addz(&s, "");
	str_escaped(&s, x.n > (size_t)width - 1 ? sv_sub(str_sv(&x), 0, (size_t)width - 1)
						: str_sv(&x));
	row_right(r, st, width, str_z(&s));
	str_free(&x);
	str_free(&s);
}

static void gap_draw(struct view *v, size_t i, struct row *r)
{
	const struct pair *p = v->priv;
	const struct order *o = &p->order[i];
	enum style st = o->off != 0 ? ST_NUM : ST_DIM;
	struct str s = STR_INIT;
	char off[40];

	seek_index_text(p->a, o->at, &s);
	row_add(r, ST_DIM, str_z(&s));
	row_pad(r, 16);
	element(r, p->a, o->at, half(v), st);
	element(r, p->b, o->at, half(v) + 2, st);
	snprintf(off, sizeof(off), o->off == 0 ? "" : "%.4g", o->off);
	row_right(r, st, 14, p->a->dtype == DT_STRING && o->off != 0 ? "differs" : off);
	str_free(&s);
}

static struct tensor *gap_tensor(struct view *v, size_t i, struct str *label)
{
	const struct gap_line *l = pair_line(v);

	(void)i;
	return l ? difference(table_of(v), l, label) : NULL;
}

static bool gap_place(struct view *v, size_t i, struct place *out)
{
	const struct gap_line *l = pair_line(v);

	(void)i;
	*out = (struct place){.kind = AT_NODE, .mg = v->at.mg};
	if (!l)
		return false;
	out->g = l->g;
	out->i = l->node;
	return true;
}

static bool gap_action(struct view *v, const char *a)
{
	struct pair *p = v->priv;

	if (!strcmp(a, "gaps-sort") || !strcmp(a, "gaps-sort-back")) {
		p->as_lying = !p->as_lying;
		pair_order(p);
		view_refilter(v);
	} else if (!strcmp(a, "diff-tensor")) {
		ui_tensor_popup(v->ui);
	} else if (!strcmp(a, "gaps-node")) {
		open_node(v, pair_line(v));
	} else {
		return false;
	}
	return true;
}

const struct view_ops view_gap = {
	.kind = AT_GAP,
	.size = sizeof(struct pair),
	.ctx = CTX_GAPS,
	.open = gap_open,
	.close = gap_close,
	.title = gap_title,
	.heads = gap_heads,
	.head = gap_head,
	.count = gap_count,
	.draw = gap_draw,
	.place = gap_place,
	.tensor = gap_tensor,
	.action = gap_action,
};
