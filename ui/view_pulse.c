/*
 * The pulse of a run on the whole screen: a column for each node that computed floats (or for so
 * many in a row that they fit), as high as the logarithm of its largest magnitude; N has NaN, I
 * infinities, 0 nothing but zeros. Below, the node under the cursor and those around it.
 */
#include <math.h>
#include <string.h>

#include "tensor/print.h"
#include "ui/view.h"

enum { COLUMNS_MAX = 512, LOOK_MS = 40, HEADS = 2, LEAST_LIST = 3, HIGHEST = 12 };

struct pulse {
	uint64_t at;		/* event under the cursor */
	uint64_t nodes;		/* that computed floats */
	int n;			/* columns */
	struct dbg_column col[COLUMNS_MAX];
	VEC(uint64_t) list;	/* events around the one under the cursor: what is seen of them */
};

static const char *const block[] = { " ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };

/* ---- one line: for the stepping screen too ---- */

static bool mark_bad(int mark, enum style *st, const char **z)
{
	if (mark >= 0)
		return false;
	*st = mark == MARK_DEAD ? ST_WARN : mark == MARK_UNKNOWN ? ST_DIM : ST_BAD;
	*z = mark == MARK_NAN ? "N" : mark == MARK_INF ? "I" : mark == MARK_DEAD ? "0" : "?";
	return true;
}

static void column_put(struct row *r, enum style st, bool reverse, const char *z)
{
	struct look look = style_look(st);

	look.attr |= reverse ? LOOK_REVERSE : 0;
	row_look(r, look, z);
}

void pulse_draw(const struct dbg_column *col, int n, int cursor, bool ascii, struct row *r)
{
	static const char *const digit[] = { "1", "2", "3", "4", "5", "6", "7", "8" };

	for (int i = 0; i < n; i++) {
		int mark = dbg_column_mark(col, n, i, 8);
		enum style st = col[i].here ? ST_HERE : ST_TEXT;
		const char *z = mark >= 0 ? (ascii ? digit[mark] : block[mark + 1]) : "";

		mark_bad(mark, &st, &z);
		column_put(r, st, i == cursor, z);
	}
}

/* ---- where the cursor is ---- */

static const struct dbg *dbg_of(const struct view *v)
{
	return v->ui->app->dbg;
}

static enum dbg_pulse_kind kind_of(const struct view *v, uint64_t event)
{
	double level;

	return dbg_pulse(dbg_of(v), event, true, &level);
}

static int column_of(const struct pulse *p)
{
	for (int i = 0; i < p->n; i++)
		if (p->at <= p->col[i].last)
			return i;
	return p->n - 1;
}

/* The next event with a pulse from `from` on in direction dir; bad: only one that is not fine. */
static bool next_event(const struct view *v, int64_t from, int dir, bool bad, uint64_t *out)
{
	int64_t n = (int64_t)dbg_n_events(dbg_of(v));

	for (int64_t i = from; i >= 0 && i < n; i += dir) {
		enum dbg_pulse_kind k = kind_of(v, (uint64_t)i);

		if (k == PULSE_NONE || k == PULSE_UNKNOWN || (bad && k == PULSE_FINE))
			continue;
		*out = (uint64_t)i;
		return true;
	}
	return false;
}

static int chart_rows(const struct view *v)
{
	int h = v->h - HEADS - LEAST_LIST;

	h = h > v->h / 2 ? v->h / 2 : h;
	return h < 1 ? 1 : h > HIGHEST ? HIGHEST : h;
}

/* As many before the cursor as after it, where there are. */
static void list_make(struct view *v)
{
	struct pulse *p = v->priv;
	int room = v->h - HEADS - chart_rows(v), back = 0;
	uint64_t e = p->at;

	while (back < room / 2 && next_event(v, (int64_t)e - 1, -1, false, &e))
		back++;
	p->list.n = 0;
	do
		vec_push(&p->list, e);
	while ((int)p->list.n < room && next_event(v, (int64_t)e + 1, 1, false, &e));
}

static void pulse_shown(struct view *v)
{
	struct pulse *p = v->priv;

	if (!dbg_of(v) || v->h <= 0)
		return;
	p->n = dbg_pulse_columns(dbg_of(v), v->w < COLUMNS_MAX ? v->w : COLUMNS_MAX, LOOK_MS,
				 p->col, &p->nodes);
	if (p->at >= dbg_n_events(dbg_of(v)))
		p->at = 0;
	if (kind_of(v, p->at) == PULSE_NONE)
		next_event(v, (int64_t)p->at, 1, false, &p->at);
	list_make(v);
}

/* It opens where the run stands: at the node that ran last. */
static void pulse_open(struct view *v)
{
	struct pulse *p = v->priv;
	uint64_t seq = dbg_of(v) ? dbg_seq(dbg_of(v)) : 0;

	p->at = seq;
	if (!seq || !next_event(v, (int64_t)seq - 1, -1, false, &p->at))
		p->at = 0;
}

static void pulse_close(struct view *v)
{
	vec_free(&((struct pulse *)v->priv)->list);
}

/* ---- drawing ---- */

static void head_draw(const struct view *v, struct row *r)
{
	const struct pulse *p = v->priv;
	uint64_t bad = 0, dead = 0;
	double lo, hi;

	for (int i = 0; i < p->n; i++) {
		bad += p->col[i].n_bad;
		dead += p->col[i].worst == PULSE_DEAD;
	}
	row_addf(r, ST_NUM, "%llu", (unsigned long long)p->nodes);
	row_add(r, ST_TEXT, " nodes of floats");
	if (p->nodes > (uint64_t)p->n)
		row_addf(r, ST_DIM, ", %llu or so a column",
			 (unsigned long long)((p->nodes + (uint64_t)p->n - 1) / (uint64_t)p->n));
	if (dbg_columns_range(p->col, p->n, &lo, &hi))
		row_addf(r, ST_TEXT, ", up to %.3g .. %.3g", pow(10, lo), pow(10, hi));
	if (bad)
		row_addf(r, ST_BAD, "; %llu not finite", (unsigned long long)bad);
	if (dead)
		row_add(r, ST_WARN, "; some all zero");
}

/* Line i of the chart, 0 the uppermost. */
static void chart_draw(const struct view *v, int i, struct row *r)
{
	const struct pulse *p = v->priv;
	int rows = chart_rows(v), above = (rows - 1 - i) * 8, cursor = column_of(p);
	bool ascii = v->ui->cv.ascii;

	for (int c = 0; c < p->n; c++) {
		int mark = dbg_column_mark(p->col, p->n, c, rows * 8);
		int fill = mark + 1 - above;
		enum style st = p->col[c].here ? ST_HERE : ST_TEXT;
		const char *z = fill >= 4 ? "#" : fill > 0 ? "." : " ";

		if (!ascii)
			z = block[fill < 0 ? 0 : fill > 8 ? 8 : fill];
		if (mark_bad(mark, &st, &z) && mark != MARK_NAN && mark != MARK_INF && i + 1 < rows)
			z = " ";	/* only what is not finite fills its column */
		column_put(r, st, c == cursor, z);
	}
}

static void marker_draw(const struct view *v, struct row *r)
{
	const struct pulse *p = v->priv;
	int here = -1, cursor = column_of(p);

	for (int c = 0; c < p->n; c++)
		here = p->col[c].here ? c : here;
	for (int c = 0; c < p->n && (c <= here || c <= cursor); c++)
		row_add(r, c == cursor ? ST_KEY : ST_HERE,
			c == cursor ? "^" : c == here ? ">" : " ");
}

static void scale_draw(const struct view *v, uint64_t event, struct row *r)
{
	double level;

	switch (dbg_pulse(dbg_of(v), event, true, &level)) {
	case PULSE_NAN: row_add(r, ST_BAD, "     NaN "); break;
	case PULSE_INF: row_add(r, ST_BAD, "infinite "); break;
	case PULSE_DEAD: row_add(r, ST_WARN, "all zero "); break;
	case PULSE_FINE: row_addf(r, ST_NUM, "%8.2e ", pow(10, level)); break;
	default: row_add(r, ST_DIM, "       ? "); break;
	}
}

static void node_draw(const struct view *v, uint64_t event, struct row *r)
{
	const struct pulse *p = v->priv;
	const struct dbg *d = dbg_of(v);
	struct tensor *t = dbg_event_out(d, event, 0, NULL);
	int op = v->w > 110 ? 22 : 0, name = v->w - 42 - op > 10 ? v->w - 42 - op : 10;
	struct str s = STR_INIT;
	struct dbg_event e;

	if (!dbg_event(d, event, &e))
		return;
	row_add(r, ST_KEY, event == p->at ? ">" : " ");
	row_addf(r, ST_DIM, "%5llu ", (unsigned long long)e.seq);
	scale_draw(v, event, r);
	str_addz(&s, e.path);
	str_addz(&s, e.iter);
	row_name_fit(r, ST_TEXT, str_sv(&s), name);
	row_pad(r, 17 + name);
	row_name(r, ST_OP, graph_node_op(e.graph, e.node));
	str_clear(&s);
	if (t) {
		print_type(&s, t);
		row_pad(r, op ? 17 + name + op : 0);
		row_add(r, ST_TYPE, str_z(&s));
	}
	str_free(&s);
}

static size_t pulse_count(struct view *v)
{
	return v->h > 0 ? (size_t)v->h : 1;
}

static void pulse_row(struct view *v, size_t row, struct row *r)
{
	const struct pulse *p = v->priv;
	int i = (int)row, chart = chart_rows(v);

	if (!p->n) {
		if (i == 0)
			row_add(r, ST_DIM, "no floats are computed yet");
		return;
	}
	v->cx = column_of(p);
	v->cy = 1 + chart;
	if (i == 0)
		head_draw(v, r);
	else if (i <= chart)
		chart_draw(v, i - 1, r);
	else if (i == 1 + chart)
		marker_draw(v, r);
	else if ((size_t)(i - HEADS - chart) < p->list.n)
		node_draw(v, p->list.p[i - HEADS - chart], r);
}

static void pulse_title(struct view *v, struct row *r)
{
	(void)v;
	row_add(r, ST_TITLE, "pulse of the run");
}

/* ---- moving ---- */

static void column_move(struct view *v, int by)
{
	struct pulse *p = v->priv;
	int c = column_of(p) + by;

	if (p->n)
		p->at = p->col[c < 0 ? 0 : c >= p->n ? p->n - 1 : c].first;
}

static void event_move(struct view *v, int dir, bool bad)
{
	struct pulse *p = v->priv;

	if (!next_event(v, (int64_t)p->at + dir, dir, bad, &p->at))
		ui_say(v->ui, ST_DIM, bad ? "no more that is not fine" : "no more nodes");
}

/* The run goes there; the view is gone then. */
static void go_there(struct view *v)
{
	struct pulse *p = v->priv;
	struct ui *ui = v->ui;
	struct str line = STR_INIT;

	if (!p->n)
		return;
	str_addf(&line, "goto %llu", (unsigned long long)p->at);
	ui_close(ui);
	ui_command(ui, str_z(&line), false);
	str_free(&line);
}

static bool pulse_action(struct view *v, const char *a)
{
	if (!dbg_of(v))
		return false;
	if (!strcmp(a, "left") || !strcmp(a, "right"))
		column_move(v, *a == 'l' ? -1 : 1);
	else if (!strcmp(a, "page-up") || !strcmp(a, "half-up"))
		column_move(v, -10);
	else if (!strcmp(a, "page-down") || !strcmp(a, "half-down"))
		column_move(v, 10);
	else if (!strcmp(a, "home") || !strcmp(a, "end"))
		column_move(v, *a == 'h' ? -COLUMNS_MAX : COLUMNS_MAX);
	else if (!strcmp(a, "up") || !strcmp(a, "down"))
		event_move(v, *a == 'u' ? -1 : 1, false);
	else if (!strcmp(a, "search-next") || !strcmp(a, "search-prev"))
		event_move(v, a[7] == 'n' ? 1 : -1, true);
	else if (!strcmp(a, "open"))
		go_there(v);
	else
		return false;
	return true;
}

/* A column, or a node of the list. */
static void pulse_click(struct view *v, int x, int y)
{
	struct pulse *p = v->priv;
	int row = y - HEADS - chart_rows(v);

	if (row >= 0 && (size_t)row < p->list.n)
		p->at = p->list.p[row];
	else if (row < 0 && x < p->n)
		p->at = p->col[x].first;
}

const struct view_ops view_pulse = {
	.kind = AT_PULSE, .size = sizeof(struct pulse), .flags = VIEW_WHOLE, .ctx = CTX_PULSE,
	.open = pulse_open, .close = pulse_close, .title = pulse_title, .count = pulse_count,
	.draw = pulse_row, .action = pulse_action, .click = pulse_click,
	.shown = pulse_shown,
};
