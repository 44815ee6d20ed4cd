/*
 * What goes into a node, or who takes what it gives, as a tree through calls; and the path between the marked node
 * and this one. Right and Left show more and fewer levels.
 */
#include <string.h>

#include "base/intr.h"
#include "inspect/ripple.h"
#include "ui/page.h"

enum { DEPTH = 4, MAX_DEPTH = 100, MAX_LINES = 2000, WAIT_NODES = 20000 };

struct links {
	struct page page;	/* first */
	int depth;
	bool cut, waits;
	uint32_t steps;
};

struct making {
	struct view *v;
	struct walk *w;
	struct ripple seen;	/* as a set */
};

static void shape_add(struct view *v, struct spot s, struct row *r)
{
	const struct node *n = graph_node(s.fr->g, s.node, NULL);
	uint32_t slot = s.port % 2 ? (s.port - 1) / 2 : 0;

	(void)v;
	if (!n || !n->n_out || (s.port != PORT_NODE && s.port % 2 == 0))
		return;
	row_add(r, ST_TEXT, "  ");
	node_out_text(s.fr->g, n, slot, r);
}

static void spot_row(struct view *v, struct spot s, int depth, bool control, bool again)
{
	struct links *l = v->priv;
	struct place to = { .kind = AT_NODE, .mg = v->at.mg, .g = s.fr->g, .i = s.node };
	struct row *r = page_link(&l->page, to);
	struct str path = STR_INIT;
	int room = v->w > 50 ? v->w - 26 : 30;

	for (int i = 1; i < depth; i++)
		row_add(r, ST_DIM, "│ ");
	row_add(r, ST_DIM, depth ? "├ " : "");
	if (control)
		row_add(r, ST_DIM, "after ");
	row_name(r, ST_OP, graph_node_op(s.fr->g, s.node));
	row_add(r, ST_TEXT, " ");
	spot_path(&path, s);
	row_name_fit(r, again ? ST_DIM : ST_LINK, str_sv(&path), room - r->width > 16 ? room - r->width : 16);
	if (s.port != PORT_NODE)
		row_addf(r, ST_DIM, s.port % 2 ? ":%u" : " input %u", (s.port - 1) / 2);
	if (again)
		row_add(r, ST_DIM, "  above");
	else
		shape_add(v, s, r);
	str_free(&path);
}

static void below(struct making *m, struct spot s, int depth)
{
	struct links *l = m->v->priv;
	hops_t hops = { 0 };

	if (m->v->at.kind == AT_OUTPUTS)
		walk_takers(m->w, s, &hops);
	else
		walk_sources(m->w, s, &hops);
	for (size_t i = 0; i < hops.n && !l->cut; i++) {
		size_t n = m->seen.at.n;
		bool again;

		ripple_start(&m->seen, hops.p[i].to);
		again = m->seen.at.n == n;
		spot_row(m->v, hops.p[i].to, depth, hops.p[i].control, again);
		l->cut = l->page.line.n >= MAX_LINES;
		if (!again && depth < l->depth)
			below(m, hops.p[i].to, depth + 1);
	}
	vec_free(&hops);
}

static void links_fill(struct view *v)
{
	struct links *l = v->priv;
	struct making m = { .v = v };
	struct spot s;

	page_clear(&l->page);
	l->cut = false;
	l->waits = v->at.kind == AT_OUTPUTS && !graph_indexed(v->at.g) && v->at.g->n_nodes > WAIT_NODES;
	if (l->waits) {
		v->ui->indexing = v->at.g;	/* the page is made again when it is there */
		row_add(page_add(&l->page), ST_DIM, "being looked for");
		return;
	}
	m.w = walk_new(v->at.mg, &(struct walk_opts){ .control = true });
	s = (struct spot){ walk_base(m.w, v->at.g), v->at.i, PORT_NODE };
	ripple_init(&m.seen, m.w, false);
	ripple_start(&m.seen, s);
	spot_row(v, s, 0, false, false);
	below(&m, s, 1);
	if (l->page.line.n == 1)
		row_add(page_add(&l->page), ST_DIM,
			v->at.kind == AT_OUTPUTS ? "  nobody takes anything" : "  takes nothing");
	if (l->cut)
		row_addf(page_add(&l->page), ST_WARN, "  cut off after %d lines", MAX_LINES);
	ripple_free(&m.seen);
	walk_free(m.w);
}

static void links_open(struct view *v)
{
	((struct links *)v->priv)->depth = DEPTH;
	links_fill(v);
}

static void links_fresh(struct view *v)
{
	if (((struct links *)v->priv)->waits)
		links_fill(v);
}

static bool links_action(struct view *v, const char *a)
{
	struct links *l = v->priv;
	int by = !strcmp(a, "right") ? 1 : !strcmp(a, "left") ? -1 : 0;

	if (!by)
		return false;
	if (l->depth + by >= 1 && l->depth + by <= MAX_DEPTH)
		l->depth += by;
	links_fill(v);
	view_refilter(v);
	return true;
}

static void links_title(struct view *v, struct row *r)
{
	const struct links *l = v->priv;

	row_addf(r, ST_TITLE, v->at.kind == AT_OUTPUTS ? "who takes (%d deep) " : "what goes in (%d deep) ", l->depth);
	row_name(r, ST_TITLE, graph_node_name(v->at.g, v->at.i));
}

#define LINKS(id, at) \
	const struct view_ops id = { \
		.kind = at, .size = sizeof(struct links), .ctx = CTX_PAGE, .open = links_open, .close = page_close, \
		.title = links_title, .count = page_count, .draw = page_draw, .place = page_place, \
		.action = links_action, .fresh = links_fresh, \
	}

LINKS(view_inputs, AT_INPUTS);
LINKS(view_outputs, AT_OUTPUTS);

/* ---- a path ---- */

static bool is_place(void *ctx, struct spot s)
{
	const struct place *at = ctx;

	return s.fr->g == at->g && s.node == at->i;
}

static bool go_on(void *ctx, size_t n, struct err *err)
{
	(void)ctx;
	(void)n;
	return intr_check(err);
}

/* The way down from a to b; false: there is none. */
static bool path_rows(struct view *v, struct place *a, struct place *b, struct err *err)
{
	struct links *l = v->priv;
	struct walk *w = walk_new(v->at.mg, &(struct walk_opts){ .control = true });
	VEC(uint32_t) way = { 0 };
	bool found = false;
	struct ripple r;

	ripple_init(&r, w, true);
	r.go_on = go_on;
	ripple_start(&r, (struct spot){ walk_base(w, a->g), a->i, PORT_NODE });
	if (ripple_all(&r, is_place, b, err))
		for (uint32_t i = 0; i < r.at.n && !found; i++) {
			found = is_place(b, r.at.p[i].at);
			for (uint32_t k = i; found; k = r.at.p[k].from) {
				vec_push(&way, k);
				if (r.at.p[k].from == k)
					break;
			}
		}
	for (size_t i = way.n; i-- > 0;)
		spot_row(v, r.at.p[way.p[i]].at, 0, false, false);
	if (found) {
		struct row *row = page_add(&l->page);

		l->steps = (uint32_t)way.n - 1;
		row_addf(row, ST_DIM, "%u step%s; :paths says how many such paths there are", l->steps,
			 l->steps == 1 ? "" : "s");
	}
	vec_free(&way);
	ripple_free(&r);
	walk_free(w);
	return found;
}

static void path_open(struct view *v)
{
	struct place from = v->ui->mark, to = v->at;
	struct links *l = v->priv;
	struct err err = { 0 };

	if (from.g && from.mg == to.mg && !path_rows(v, &from, &to, &err) && !err_is(&err) &&
	    !path_rows(v, &to, &from, &err) && !err_is(&err))
		row_add(page_add(&l->page), ST_WARN, "no path leads from one of them to the other");
	if (err_is(&err))
		row_add(page_add(&l->page), ST_WARN, "given up");
	err_clear(&err);
}

static void path_title(struct view *v, struct row *r)
{
	row_add(r, ST_TITLE, "path between ");
	if (v->ui->mark.g)
		row_name(r, ST_TITLE, graph_node_name(v->ui->mark.g, v->ui->mark.i));
	row_add(r, ST_TITLE, " and ");
	row_name(r, ST_TITLE, graph_node_name(v->at.g, v->at.i));
}

const struct view_ops view_path = {
	.kind = AT_PATH, .size = sizeof(struct links), .ctx = CTX_PAGE, .open = path_open, .close = page_close,
	.title = path_title, .count = page_count, .draw = page_draw, .place = page_place,
};
