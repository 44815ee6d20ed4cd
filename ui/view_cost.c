/* What one call of a signature costs: by op, by scope as deep as wanted, by node; sorted by any column. */
#include <stdlib.h>
#include <string.h>

#include "base/intr.h"
#include "cmd/shapes.h"
#include "inspect/cost.h"
#include "ui/page.h"

enum { DEPTH_MAX = 8, HEAD_COLUMNS = 34 };

struct costs {
	struct cost *cost;
	struct cost_group *group;
	size_t n;
	int level;		/* 0: by op; 1 .. DEPTH_MAX: by scope; then: by node */
	enum cost_sort sort;
	struct err err;
};

static bool go_on(void *ctx, size_t n, struct err *err)
{
	(void)ctx;
	(void)n;
	return intr_check(err);
}

static void groups_make(struct costs *k)
{
	enum cost_by by = k->level == 0 ? COST_BY_OP : k->level > DEPTH_MAX ? COST_BY_NODE : COST_BY_SCOPE;

	free(k->group);
	k->group = NULL;
	k->n = 0;
	if (k->cost)
		k->group = cost_groups(k->cost, by, k->level, k->sort, &k->n);
}

static void cost_open(struct view *v)
{
	struct costs *k = v->priv;
	struct app *app = v->ui->app;

	k->level = 2;
	if (v->at.mg == app->mg && v->at.i < v->at.mg->n_sigs)
		k->cost = cost_new(app_infer(app, 1), v->at.mg, &v->at.mg->sigs[v->at.i], go_on, NULL, &k->err);
	groups_make(k);
}

static void cost_close(struct view *v)
{
	struct costs *k = v->priv;

	free(k->group);
	cost_free(k->cost);
	err_clear(&k->err);
}

static void cost_title(struct view *v, struct row *r)
{
	const struct costs *k = v->priv;

	row_add(r, ST_TITLE, "cost of ");
	row_name(r, ST_TITLE, v->at.mg->sigs[v->at.i].key);
	if (k->level == 0)
		row_add(r, ST_TITLE, " by op");
	else if (k->level > DEPTH_MAX)
		row_add(r, ST_TITLE, " by node");
	else
		row_addf(r, ST_TITLE, " by scope, %d deep", k->level);
	row_add(r, ST_TITLE, ", batch 1");
}

static int cost_heads(struct view *v)
{
	(void)v;
	return 2;
}

static void columns(struct row *r, enum style st, const struct cost_group *g)
{
	struct str s = STR_INIT;

	cost_number(&s, g->macs);
	row_right(r, st, 8, str_z(&s));
	str_clear(&s);
	cost_number(&s, g->params);
	row_right(r, st, 9, str_z(&s));
	str_clear(&s);
	text_size(&s, (uint64_t)(g->bytes < 1e18 ? g->bytes : 1e18));
	row_right(r, st, 11, str_z(&s));
	row_add(r, ST_TEXT, "  ");
	str_free(&s);
}

static void cost_head(struct view *v, int i, struct row *r)
{
	const struct costs *k = v->priv;

	if (i == 0) {
		row_right(r, ST_HEAD, 8, "MACs");
		row_right(r, ST_HEAD, 9, "params");
		row_right(r, ST_HEAD, 11, "bytes");
		row_add(r, ST_DIM, "  O sorts, Left and Right: coarser, finer");
	} else if (k->cost) {
		columns(r, ST_NUM, &k->cost->total);
		row_addf(r, ST_HEAD, "in all, %u nodes", k->cost->total.n);
		if (k->cost->n_loops)
			row_addf(r, ST_WARN, "; %u loop%s: one iteration", k->cost->n_loops,
				 k->cost->n_loops == 1 ? "" : "s");
		if (k->cost->limited)
			row_add(r, ST_WARN, "; not all: a limit was reached");
	} else {
		row_add(r, ST_WARN, err_is(&k->err) ? "given up" : "this is another MetaGraph than the one at hand");
	}
}

static size_t cost_count(struct view *v)
{
	return ((struct costs *)v->priv)->n;
}

static void cost_draw(struct view *v, size_t i, struct row *r)
{
	const struct costs *k = v->priv;
	const struct cost_group *g = &k->group[i];

	columns(r, ST_TEXT, g);
	row_name_fit(r, ST_LINK, g->name, v->w > HEAD_COLUMNS + 16 ? v->w - HEAD_COLUMNS : 16);
	if (g->guess)
		row_add(r, ST_WARN, " ?");
	if (g->in_loop)
		row_add(r, ST_DIM, " loop");
}

static void cost_text(struct view *v, size_t i, struct str *out)
{
	str_add(out, ((struct costs *)v->priv)->group[i].name);
}

static bool cost_place(struct view *v, size_t i, struct place *out)
{
	const struct costs *k = v->priv;
	const struct cost_row *r = &k->cost->row.p[k->group[i].node];

	*out = (struct place){ .kind = AT_NODE, .mg = v->at.mg, .g = r->at.fr->g, .i = r->at.node };
	return true;
}

static bool cost_action(struct view *v, const char *a)
{
	static const char *const by[] = { "the graph's order", "MACs", "params", "bytes", "name" };
	struct costs *k = v->priv;
	int step = !strcmp(a, "right") ? 1 : !strcmp(a, "left") ? -1 : 0;

	if (!strcmp(a, "sort")) {
		k->sort = (enum cost_sort)((k->sort + 1) % 5);
		ui_say(v->ui, ST_TEXT, "sorted by %s", by[k->sort]);
	} else if (step) {
		k->level += k->level + step < 0 || k->level + step > DEPTH_MAX + 1 ? 0 : step;
	} else {
		return false;
	}
	groups_make(k);
	view_refilter(v);
	return true;
}

const struct view_ops view_cost = {
	.kind = AT_COST, .size = sizeof(struct costs), .ctx = CTX_VARIABLES, .open = cost_open, .close = cost_close,
	.title = cost_title, .heads = cost_heads, .head = cost_head, .count = cost_count, .draw = cost_draw,
	.text = cost_text, .place = cost_place, .action = cost_action,
};
