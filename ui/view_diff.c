/*
 * Two models side by side (diff --ui): a line for each difference, A on the left, B on the right, what
 * differs below it. The tensor of a weight's line is B's value less A's.
 */
#include <stdlib.h>
#include <string.h>

#include "inspect/differ.h"
#include "ui/page.h"

enum part { PART_HEAD, PART_SIDES, PART_TEXT };

struct diff_line {
	enum part part;
	uint32_t i;	 /* of the change; of a head: how many there are */
	enum change_kind kind;
};

struct diff_view {
	const struct differ *d;
	VEC(struct diff_line) line;
};

static const struct change *change_at(struct view *v, size_t i)
{
	struct diff_view *p = v->priv;

	if (i >= p->line.n || p->line.p[i].part == PART_HEAD)
		return NULL;
	return &p->d->change.p[p->line.p[i].i];
}

/* ---- rows ---- */

static void diff_open(struct view *v)
{
	struct diff_view *p = v->priv;
	size_t head = 0;

	p->d = v->ui->app->differ;
	for (uint32_t i = 0; p->d && i < p->d->change.n; i++) {
		enum change_kind k = p->d->change.p[i].kind;

		if (!i || p->d->change.p[i - 1].kind != k) {
			head = p->line.n;
			vec_push(&p->line, ((struct diff_line){ PART_HEAD, 0, k }));
		}
		p->line.p[head].i++;
		vec_push(&p->line, ((struct diff_line){ PART_SIDES, i, k }));
		vec_push(&p->line, ((struct diff_line){ PART_TEXT, i, k }));
	}
}

static void diff_close(struct view *v)
{
	struct diff_view *p = v->priv;

	vec_free(&p->line);
}

static size_t diff_count(struct view *v)
{
	return ((struct diff_view *)v->priv)->line.n;
}

static struct sv name_at(const struct metagraph *mg, const struct change_at *at)
{
	uint32_t n;
	const struct variable *x;

	switch (at->kind) {
	case CHANGE_AT_NODE:
		return graph_node_name(at->g, at->i);
	case CHANGE_AT_VARIABLE:
		x = metagraph_variables(mg, &n);
		return at->i < n ? x[at->i].name : SV("");
	case CHANGE_AT_SIGNATURE:
		return mg->sigs[at->i].key;
	case CHANGE_AT_ASSET:
		return mg->assets[at->i].filename;
	default:
		return SV("");
	}
}

static int half(const struct view *v)
{
	return v->w > 20 ? (v->w - 5) / 2 : 8;
}

/* Name and value in `width` columns: the value gets what the name leaves, a third at least. */
static void side(struct row *r, struct sv name, struct sv value, int width, int to, enum style st)
{
	int want = value.n ? text_columns(value) : 0, long_ = name.n ? text_columns(name) + 2 : 0;
	int most = width - long_ > width / 3 ? width - long_ : width / 3;
	struct sv shown = want > most ? sv_sub(value, 0, page_line_end(value, most - 1)) : value;
	int room;

	if (want > most)
		want = most;
	room = width - want - (want ? 2 : 0);
	if (name.n)
		row_name_fit(r, ST_TEXT, name, room > 4 ? room : 4);
	if (shown.n) {
		row_add(r, ST_TEXT, name.n ? "  " : "");
		row_name(r, st, shown);
		row_add(r, ST_DIM, shown.n < value.n ? "…" : "");
	}
	row_pad(r, to);
}

static void sides_draw(struct view *v, const struct differ *d, const struct change *c, struct row *r)
{
	struct sv a = name_at(d->a, &c->a), b = name_at(d->b, &c->b);
	int w = half(v);

	if (c->kind == CHANGE_METADATA && !a.n && !b.n)
		a = b = c->subject;
	else if (!a.n && c->a.kind == CHANGE_AT_NONE && !b.n)
		a = c->subject;
	row_add(r, c->matters ? ST_BAD : ST_DIM, c->matters ? "# " : "  ");
	side(r, a, c->in_a, w, 2 + w, ST_NUM);
	row_add(r, ST_DIM, "│ ");
	side(r, b, c->in_b, w, 0, ST_NUM);
}

static void diff_draw(struct view *v, size_t i, struct row *r)
{
	struct diff_view *p = v->priv;
	const struct diff_line *l = &p->line.p[i];
	struct str s = STR_INIT;

	if (l->part == PART_HEAD) {
		if (l->kind == CHANGE_METADATA)
			str_addz(&s, "what matters to no answer");
		else
			change_count_text(l->kind, l->i, &s);
		row_add(r, ST_HEAD, str_z(&s));
	} else if (l->part == PART_SIDES) {
		sides_draw(v, p->d, change_at(v, i), r);
	} else {
		row_add(r, ST_DIM, "    ");
		row_name(r, ST_DIM, change_at(v, i)->text);
	}
	str_free(&s);
}

static void diff_text(struct view *v, size_t i, struct str *out)
{
	const struct change *c = change_at(v, i);

	if (!c)
		return;
	str_add(out, c->subject);
	str_addc(out, ' ');
	str_add(out, c->text);
}

/* ---- heads ---- */

enum { VERDICT_LINES = 2 };

static int diff_heads(struct view *v)
{
	(void)v;
	return VERDICT_LINES + 1;
}

static void diff_head(struct view *v, int i, struct row *r)
{
	const struct differ *d = ((struct diff_view *)v->priv)->d;
	struct sv text = d ? str_sv(&d->verdict) : SV("");

	if (!d)
		return;
	if (i == VERDICT_LINES) {
		row_add(r, ST_DIM, "A ");
		row_name_fit(r, ST_LINK, sv_of(model_dir(d->a->model)), half(v) - 1);
		row_pad(r, 2 + half(v));
		row_add(r, ST_DIM, "│ B ");
		row_name_fit(r, ST_LINK, sv_of(model_dir(d->b->model)), half(v) - 2);
		return;
	}
	for (int k = 0; k < i; k++) {
		size_t end = page_line_end(text, v->w);

		while (end < text.n && text.p[end] == ' ')
			end++;
		text = sv_sub(text, end, text.n);
	}
	row_name(r, d->differs ? ST_BAD : ST_GOOD, sv_sub(text, 0, page_line_end(text, v->w)));
}

static void diff_title(struct view *v, struct row *r)
{
	(void)v;
	row_add(r, ST_TITLE, "A and B side by side");
}

/* ---- going on from there ---- */

static bool place_of(const struct metagraph *mg, const struct change_at *at, struct place *out)
{
	static const enum place_kind kind[] = { AT_NONE, AT_NODE, AT_VARIABLE, AT_SIGNATURE, AT_ASSET };

	*out = (struct place){ .kind = kind[at->kind], .mg = mg, .g = at->g, .i = at->i };
	return at->kind != CHANGE_AT_NONE;
}

static bool diff_place(struct view *v, size_t i, struct place *out)
{
	const struct differ *d = ((struct diff_view *)v->priv)->d;
	const struct change *c = change_at(v, i);

	return c && (place_of(d->a, &c->a, out) || place_of(d->b, &c->b, out));
}

/* B's value less A's; the one that is there. */
static struct tensor *diff_tensor(struct view *v, size_t i, struct str *label)
{
	const struct differ *d = ((struct diff_view *)v->priv)->d;
	const struct change *c = change_at(v, i);
	struct tensor *a = NULL, *b = NULL, *t;
	struct str other = STR_INIT;

	if (c && c->a.kind == CHANGE_AT_VARIABLE)
		a = variable_value(d->a, c->a.i, label);
	if (c && c->b.kind == CHANGE_AT_VARIABLE)
		b = variable_value(d->b, c->b.i, a ? &other : label);
	t = a && b ? tensor_less(b, a) : NULL;
	if (!t) {
		t = tensor_ref(a ? a : b);
	} else {
		str_clear(label);
		str_addz(label, "B less A: ");
		str_add(label, c->subject);
	}
	tensor_unref(a);
	tensor_unref(b);
	str_free(&other);
	return t;
}

static void open_b(struct view *v)
{
	const struct differ *d = ((struct diff_view *)v->priv)->d;
	const struct change *c;
	struct place to;
	size_t row;

	c = view_cur(v, &row) ? change_at(v, row) : NULL;
	if (c && place_of(d->b, &c->b, &to))
		ui_go(v->ui, &to);
	else
		ui_say(v->ui, ST_DIM, "B has nothing here");
}

static void next(struct view *v, int dir)
{
	struct diff_view *p = v->priv;
	size_t n = p->line.n, at;

	if (!view_cur(v, &at))
		return;
	for (size_t k = 1; k <= n; k++) {
		size_t i = (at + (dir > 0 ? k : n - k % n)) % n;

		if (p->line.p[i].part == PART_SIDES && change_at(v, i)->matters) {
			view_select(v, i);
			return;
		}
	}
	ui_say(v->ui, ST_DIM, "no difference that matters");
}

static bool diff_action(struct view *v, const char *a)
{
	if (!strcmp(a, "diff-b"))
		open_b(v);
	else if (!strcmp(a, "diff-next") || !strcmp(a, "diff-prev"))
		next(v, !strcmp(a, "diff-next") ? 1 : -1);
	else if (!strcmp(a, "diff-tensor"))
		ui_tensor_popup(v->ui);
	else
		return false;
	return true;
}

const struct view_ops view_diff = {
	.kind = AT_DIFF, .size = sizeof(struct diff_view), .ctx = CTX_DIFF, .open = diff_open,
	.close = diff_close, .title = diff_title, .heads = diff_heads, .head = diff_head,
	.count = diff_count, .draw = diff_draw, .text = diff_text, .place = diff_place,
	.tensor = diff_tensor, .action = diff_action,
};
