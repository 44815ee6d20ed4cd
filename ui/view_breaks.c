/* The breakpoints. */
#include <inttypes.h>

#include "ui/view.h"

static size_t breaks_count(struct view *v)
{
	int n = v->ui->app->dbg ? dbg_n_breaks(v->ui->app->dbg) : 0;

	return n ? (size_t)n : 1;
}

static void breaks_draw(struct view *v, size_t i, struct row *r)
{
	struct dbg_break b;

	if (!v->ui->app->dbg || !dbg_break(v->ui->app->dbg, (int)i, &b)) {
		row_add(r, ST_DIM, "no breakpoints: b sets one at a node, :break op:Conv2D at every one of an op");
		return;
	}
	row_addf(r, ST_NUM, "%4d  ", b.id);
	row_add(r, b.enabled ? ST_BREAK : ST_DIM, b.enabled ? "* " : "- ");
	row_name(r, ST_TEXT, sv_of(b.text));
	row_addf(r, ST_DIM, "  hit %" PRIu64 "%s", b.hits, b.temporary ? ", once" : "");
}

static void breaks_fresh(struct view *v)
{
	view_refilter(v);
}

const struct view_ops view_breaks = {
	.kind = AT_BREAKS, .ctx = CTX_BREAKS, .count = breaks_count, .draw = breaks_draw,
	.fresh = breaks_fresh,
};
