/*
 * The nodes of the frame where the run stands, in the order in which they run; when the run is over,
 * everything that ran. And the history: the same list at any time, over the screen.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/note.h"
#include "tensor/print.h"
#include "tensor/stats.h"
#include "ui/view.h"

enum sort { BY_ORDER, BY_TIME, BY_BYTES, SORTS };

struct cost {
	uint64_t ns, bytes;
};

struct steps {
	enum sort sort;		/* of the history over the screen */
	VEC(uint64_t) order;	/* events, when sorted */
	VEC(struct cost) cost;	/* of each event, when it was opened or sorted */
	uint64_t ns, bytes;	/* of all */
	uint64_t seq;		/* where the run stood when the cursor was last moved by us */
	int frame;		/* and which frame was looked at */
	enum dbg_state state;
};

static const struct dbg *dbg_of(const struct view *v)
{
	return v->ui->app->dbg;
}

static bool is_history(const struct view *v)
{
	return v->at.kind == AT_HISTORY || !dbg_of(v) || dbg_state(dbg_of(v)) == DBG_DONE;
}

/* The event of a row of the history. */
static uint64_t event_at(const struct view *v, size_t row)
{
	const struct steps *s = v->priv;

	return row < s->order.n ? s->order.p[row] : row;
}

/* What the events cost is asked for once, not for each comparison and each painting. */
static void costs_take(struct view *v)
{
	struct steps *s = v->priv;
	struct dbg_event e;

	s->ns = s->bytes = 0;
	s->cost.n = 0;
	for (uint64_t i = 0; dbg_event(dbg_of(v), i, &e); i++) {
		vec_push(&s->cost, ((struct cost){ e.ns, e.bytes }));
		s->ns += e.ns;
		s->bytes += e.bytes;
	}
}

static int compare(const void *a, const void *b, void *ctx)
{
	const struct steps *s = ctx;
	uint64_t i = *(const uint64_t *)a, k = *(const uint64_t *)b;
	uint64_t m = s->sort == BY_TIME ? s->cost.p[i].ns : s->cost.p[i].bytes;
	uint64_t n = s->sort == BY_TIME ? s->cost.p[k].ns : s->cost.p[k].bytes;

	return m != n ? (m < n) - (m > n) : (i > k) - (i < k);
}

/* Events that came since are behind, in their order, until it is sorted again. */
static void history_sort(struct view *v)
{
	struct steps *s = v->priv;

	s->order.n = 0;
	for (uint64_t i = 0; s->sort != BY_ORDER && i < s->cost.n; i++)
		vec_push(&s->order, i);
	if (s->order.n)
		qsort_r(s->order.p, s->order.n, sizeof(uint64_t), compare, s);
	view_refilter(v);
}

static bool history_action(struct view *v, const char *a)
{
	static const char *const by[] = { "the order in which they ran", "time", "bytes made" };
	struct steps *s = v->priv;

	if (strcmp(a, "sort") || !dbg_of(v))
		return false;
	costs_take(v);
	s->sort = (s->sort + 1) % SORTS;
	history_sort(v);
	view_move(v, 0);
	ui_say(v->ui, ST_TEXT, "sorted by %s", by[s->sort]);
	return true;
}

static void history_close(struct view *v)
{
	struct steps *s = v->priv;

	vec_free(&s->order);
	vec_free(&s->cost);
}

static size_t steps_count(struct view *v)
{
	const struct dbg *d = dbg_of(v);

	if (!d)
		return 0;
	return is_history(v) ? dbg_n_events(d) : (size_t)dbg_n_rows(d);
}

int64_t steps_event(struct view *v, size_t row)
{
	struct dbg_row r;

	if (!dbg_of(v) || (v->at.kind != AT_STEPS && v->at.kind != AT_HISTORY))
		return -1;
	if (is_history(v))
		return row < dbg_n_events(dbg_of(v)) ? (int64_t)event_at(v, row) : -1;
	return dbg_row(dbg_of(v), (int)row, &r) ? r.event : -1;
}

bool steps_path(struct view *v, size_t row, struct str *out)
{
	const struct dbg *d = dbg_of(v);
	struct dbg_event e;
	struct dbg_frame f;
	struct dbg_row r;
	struct sv path, own;

	if (!d)
		return false;
	if (is_history(v)) {
		if (!dbg_event(d, event_at(v, row), &e))
			return false;
		str_addz(out, e.path);
		return true;
	}
	if (!dbg_row(d, (int)row, &r) || !dbg_frame(d, dbg_frame_chosen(d), &f))
		return false;
	/* The path of the frame's own node, with this one's name in place of its name. */
	path = sv_of(f.path);
	own = graph_node_name(f.graph, f.node);
	if (own.n <= path.n)
		str_add(out, sv_sub(path, 0, path.n - own.n));
	str_add(out, graph_node_name(f.graph, r.node));
	return true;
}

/* ---- above the rows: the pulse of the run, and the watches ---- */

enum { WATCHES_MAX = 3, LOOK_MS = 15 };

/* "float32 [3] -1 .. 4" */
static void value_text(struct str *s, const struct tensor *t, bool type)
{
	struct stats st = { 0 };

	if (type)
		print_type(s, t);
	if (t->n <= 1 << 20)
		stats_of(t, &st);
	if (st.numeric && st.n_finite && t->n == 1)
		str_addf(s, " = %.6g", st.min);
	else if (st.numeric && st.n_finite)
		str_addf(s, " %.4g .. %.4g", st.min, st.max);
	if (st.n_nan)
		str_addf(s, " %lld NaN", (long long)st.n_nan);
}

static int n_watches(const struct dbg *d)
{
	struct dbg_break b;
	int n = 0;

	for (int i = 0; i < dbg_n_breaks(d); i++)
		n += dbg_break(d, i, &b) && b.watch && b.enabled;
	return n < WATCHES_MAX ? n : WATCHES_MAX;
}

static int steps_heads(struct view *v)
{
	const struct dbg *d = dbg_of(v);

	if (!d || v->at.kind != AT_STEPS || v->ui->cv.h < 16)
		return 0;
	return (dbg_n_events(d) > 0) + n_watches(d);
}

enum { COLUMNS_MAX = 512 };

/* The pulse of the run on one line. */
static void pulse_line(struct view *v, struct row *r)
{
	struct dbg_column col[COLUMNS_MAX];
	int n = dbg_pulse_columns(dbg_of(v), v->w < COLUMNS_MAX ? v->w : COLUMNS_MAX, LOOK_MS, col, NULL);

	pulse_draw(col, n, -1, v->ui->cv.ascii, r);
	if (!n)
		row_add(r, ST_DIM, "no floats are computed yet");
}

static void watch_draw(struct view *v, int nth, struct row *r)
{
	const struct dbg *d = dbg_of(v);
	struct str s = STR_INIT;
	struct dbg_break b = { 0 };
	struct dbg_event e;
	struct tensor *t;
	int i = 0, slot;
	int64_t at;

	for (; i < dbg_n_breaks(d); i++)
		if (dbg_break(d, i, &b) && b.watch && b.enabled && nth-- == 0)
			break;
	at = dbg_watch_last(d, i, &slot);
	row_add(r, ST_BREAK, "w ");
	row_name_fit(r, ST_TEXT, sv_of(b.text), v->w / 2);
	if (at < 0 || !dbg_event(d, (uint64_t)at, &e)) {
		row_add(r, ST_DIM, "  not made yet");
		return;
	}
	t = dbg_event_out(d, (uint64_t)at, slot, NULL);
	if (t)
		value_text(&s, t, v->w >= 60);
	row_addf(r, ST_TYPE, "%s ", e.iter);
	row_add(r, ST_TYPE, t ? str_z(&s) : "dropped");
	str_free(&s);
}

static void steps_head(struct view *v, int i, struct row *r)
{
	if (i == 0 && dbg_n_events(dbg_of(v)) > 0)
		pulse_line(v, r);
	else
		watch_draw(v, i - (dbg_n_events(dbg_of(v)) > 0), r);
}

/* ---- drawing ---- */

static void value_type(struct row *r, const struct dbg *d, int64_t event)
{
	bool dropped = false;
	struct tensor *t = dbg_event_out(d, (uint64_t)event, 0, &dropped);
	struct str s = STR_INIT;

	if (t)
		print_type(&s, t);
	row_add(r, dropped ? ST_WARN : ST_TYPE, t ? str_z(&s) : dropped ? "dropped" : "");
	str_free(&s);
}

static int type_width(const struct view *v)
{
	return v->w > 60 ? 24 : v->w >= 46 ? 20 : 0;
}

static void cost_draw(const struct dbg_event *e, struct row *r)
{
	struct str s = STR_INIT;

	row_addf(r, ST_NUM, "%9.1f us", (double)e->ns / 1000);
	text_size(&s, e->bytes);
	row_addf(r, e->bytes ? ST_NUM : ST_DIM, "  %10s", str_z(&s));
	str_free(&s);
}

static void event_draw(struct view *v, size_t i, struct row *r)
{
	const struct dbg *d = dbg_of(v);
	const struct steps *steps = v->priv;
	bool wide = v->w >= 110, time = wide && steps->sort == BY_ORDER;
	int op_w = v->w < 46 ? 0 : wide ? 24 : 14, name;
	struct str s = STR_INIT;
	struct dbg_event e;

	if (!dbg_event(d, event_at(v, i), &e))
		return;
	name = v->w - 8 - type_width(v) - op_w - (time ? 12 : 0);
	name = name > 10 ? name : 10;
	row_addf(r, e.seq < dbg_seq(d) ? ST_DIM : ST_WARN, "%5" PRIu64 " ", e.seq);
	str_addz(&s, e.path);
	str_addz(&s, e.iter);
	row_name_fit(r, ST_TEXT, str_sv(&s), name);
	str_free(&s);
	if (op_w) {
		struct sv op = graph_node_op(e.graph, e.node);

		row_pad(r, 7 + name);
		row_name(r, ST_OP, sv_sub(op, 0, op.n < (size_t)op_w - 1 ? op.n : (size_t)op_w - 1));
		row_pad(r, 7 + name + op_w);
		if (steps->sort == BY_ORDER)
			value_type(r, d, (int64_t)e.seq);
		else
			cost_draw(&e, r);
	}
	if (time && e.ns) {
		row_pad(r, v->w - 12);
		row_addf(r, ST_DIM, "%9.1f us", (double)e.ns / 1000);
	}
}

static void node_draw(struct view *v, size_t i, struct row *r)
{
	const struct dbg *d = dbg_of(v);
	int tw = type_width(v), name;
	struct dbg_frame f;
	struct dbg_row row;
	struct sv op;

	if (!dbg_row(d, (int)i, &row) || !dbg_frame(d, dbg_frame_chosen(d), &f))
		return;
	row_add(r, row.here ? (dbg_state(d) == DBG_FAILED ? ST_BAD : ST_HERE) : ST_GOOD,
		row.here ? (dbg_state(d) == DBG_FAILED ? "!" : ">") : row.edited ? "~" : row.done ? "✓" : " ");
	row_add(r, ST_BREAK, row.breakpoint ? "*" : " ");
	row_add(r, ST_WARN, note_at(v->ui->app, f.graph, row.node) ? ";" : " ");
	op = graph_node_op(f.graph, row.node);
	if (v->w < 46) {	/* the node's page says its op */
		row_name_fit(r, row.here ? ST_HERE : ST_TEXT, graph_node_name(f.graph, row.node), v->w - 4);
		return;
	}
	name = v->w - 4 - tw - 14;
	row_name_fit(r, row.here ? ST_HERE : ST_TEXT, graph_node_name(f.graph, row.node),
		     name > 8 ? name : 8);
	row_pad(r, 4 + (name > 8 ? name : 8));
	row_name(r, ST_OP, sv_sub(op, 0, op.n < 13 ? op.n : 13));
	if (tw && row.event >= 0) {
		row_pad(r, 4 + name + 14);
		value_type(r, d, row.event);
	}
}

static void steps_draw(struct view *v, size_t i, struct row *r)
{
	if (is_history(v))
		event_draw(v, i, r);
	else
		node_draw(v, i, r);
}

static bool steps_place(struct view *v, size_t i, struct place *out);

static void steps_text(struct view *v, size_t i, struct str *out)
{
	struct place at;

	steps_path(v, i, out);
	if (v->at.kind == AT_STEPS && steps_place(v, i, &at)) {
		str_addc(out, ' ');
		str_add(out, graph_node_op(at.g, at.i));
	}
}

static void history_title(struct view *v, struct row *r)
{
	const struct steps *all = v->priv;
	struct str s = STR_INIT;

	row_add(r, ST_TITLE, "everything that ran");
	if (!all->ns)
		return;
	text_size(&s, all->bytes);
	row_addf(r, ST_TITLE, ", %.3g ms in kernels, %s made", (double)all->ns / 1e6, str_z(&s));
	str_free(&s);
}

enum { NARROW = 50 };

static void steps_title(struct view *v, struct row *r)
{
	const struct dbg *d = dbg_of(v);
	struct row rest = { 0 };
	struct dbg_frame f;
	int room;

	if (is_history(v)) {
		history_title(v, r);
		return;
	}
	if (!d || !dbg_frame(d, dbg_frame_chosen(d), &f)) {
		row_add(r, ST_TITLE, "nodes");
		return;
	}
	/* where among frames and rounds matters more than the function's name */
	if (dbg_frame_chosen(d))
		row_addf(&rest, ST_WARN, ", frame %d of %d", dbg_frame_chosen(d), dbg_n_frames(d));
	else if (dbg_n_frames(d) > 1 && (v->w >= NARROW || f.iter < 0))
		row_addf(&rest, ST_TITLE, ", depth %d", dbg_n_frames(d) - 1);
	row_addf(&rest, ST_TITLE, "%s%s", *f.iters ? " " : "", f.iters);
	if (f.iter >= 0 && f.rounds > f.iter)
		row_addf(&rest, ST_TITLE, ", round %lld of %s%lld", (long long)f.iter + 1, f.at_most ? "<= " : "",
			 (long long)f.rounds);
	room = v->w - 2 - rest.width;
	row_name_fit(r, ST_TITLE, f.graph->func ? f.graph->func->name : SV("graph"), room > 8 ? room : 8);
	row_add(r, dbg_frame_chosen(d) ? ST_WARN : ST_TITLE, str_z(&rest.text));
	row_free(&rest);
}

static bool steps_place(struct view *v, size_t i, struct place *out)
{
	const struct dbg *d = dbg_of(v);
	struct dbg_event e;
	struct dbg_frame f;
	struct dbg_row r;

	*out = (struct place){ .kind = AT_NODE, .mg = v->at.mg };
	if (!d)
		return false;
	if (is_history(v)) {
		if (!dbg_event(d, event_at(v, i), &e))
			return false;
		out->g = e.graph;
		out->i = e.node;
		out->event = e.seq + 1;
		return true;
	}
	if (!dbg_row(d, (int)i, &r) || !dbg_frame(d, dbg_frame_chosen(d), &f))
		return false;
	out->g = f.graph;
	out->i = r.node;
	out->event = r.event >= 0 ? (uint64_t)r.event + 1 : 0;
	return true;
}

static struct tensor *steps_tensor(struct view *v, size_t i, struct str *label)
{
	int64_t event = steps_event(v, i);
	bool dropped = false;
	struct tensor *t;

	if (event < 0)
		return NULL;
	t = dbg_event_out(dbg_of(v), (uint64_t)event, 0, &dropped);
	if (dropped)
		str_addz(label, "its value was dropped to save memory: Enter makes it again");
	else
		steps_path(v, i, label);
	return tensor_ref(t);
}

/* ---- following the run ---- */

static size_t here_row(struct view *v)
{
	const struct dbg *d = dbg_of(v);
	struct dbg_row r;

	if (is_history(v)) {
		uint64_t seq = dbg_seq(d);

		return seq ? (size_t)seq - 1 : 0;
	}
	for (int i = 0; i < dbg_n_rows(d); i++)
		if (dbg_row(d, i, &r) && r.here)
			return (size_t)i;
	return v->cur;
}

void steps_here(struct view *v)
{
	if (dbg_of(v))
		view_select(v, here_row(v));
}

bool steps_reveal(struct view *v, const struct graph *g, uint32_t node, uint64_t before)
{
	const struct dbg *d = dbg_of(v);
	struct dbg_event e;
	struct dbg_frame f;
	struct dbg_row r;

	if (!d || !g)
		return false;
	if (is_history(v)) {
		uint64_t i = before ? before - 1 : dbg_n_events(d);

		while (i-- > 0)
			if (dbg_event(d, i, &e) && e.graph == g && e.node == node) {
				view_select(v, i);
				return true;
			}
		return false;
	}
	if (!dbg_frame(d, dbg_frame_chosen(d), &f) || f.graph != g)
		return false;
	for (int i = 0; i < dbg_n_rows(d); i++)
		if (dbg_row(d, i, &r) && r.node == node) {
			view_select(v, (size_t)i);
			return true;
		}
	return false;
}

void steps_follow(struct view *v)
{
	struct steps *s = v->priv;
	const struct dbg *d = dbg_of(v);

	view_refilter(v);
	if (!d)
		return;
	if (s->seq != dbg_seq(d) || s->state != dbg_state(d) || s->frame != dbg_frame_chosen(d) || !v->w)
		view_select(v, here_row(v));
	s->frame = dbg_frame_chosen(d);
	s->seq = dbg_seq(d);
	s->state = dbg_state(d);
}

static void steps_open(struct view *v)
{
	struct steps *s = v->priv;

	s->seq = UINT64_MAX;
	steps_follow(v);
}

static void history_open(struct view *v)
{
	if (dbg_of(v))
		costs_take(v);
	steps_open(v);
}

/* In the history Enter shows the value, it goes nowhere. */
static bool history_place(struct view *v, size_t i, struct place *out)
{
	(void)v;
	(void)i;
	out->kind = AT_NONE;
	return false;
}

const struct view_ops view_steps = {
	.kind = AT_STEPS, .size = sizeof(struct steps), .ctx = CTX_STEPS, .open = steps_open,
	.title = steps_title, .heads = steps_heads, .head = steps_head, .count = steps_count, .draw = steps_draw,
	.text = steps_text, .place = steps_place,
	.tensor = steps_tensor, .fresh = steps_follow,
};

const struct view_ops view_history = {
	.kind = AT_HISTORY, .size = sizeof(struct steps), .ctx = CTX_HISTORY, .open = history_open,
	.title = steps_title, .count = steps_count, .draw = steps_draw,
	.text = steps_text, .place = history_place, .action = history_action, .close = history_close,
	.tensor = steps_tensor, .fresh = steps_follow,
};
