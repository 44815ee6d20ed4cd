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
	row_add(r, ST_DIM, b.watch ? "watch " : b.expect ? "expect " : "");
	row_name_fit(r, ST_TEXT, sv_of(b.text), v->w > 60 ? v->w - 36 : 24);
	if (b.watch || b.expect)
		row_addf(r, b.failed ? ST_BAD : ST_DIM, "  seen %" PRIu64, b.made);
	else
		row_addf(r, ST_DIM, "  hit %" PRIu64 "%s", b.hits, b.temporary ? ", once" : "");
	if (b.failed)
		row_addf(r, ST_BAD, ", %" PRIu64 " differ", b.failed);
	if (b.ignore)
		row_addf(r, ST_DIM, ", ignores %" PRIu64 " more", b.ignore);
	if (b.commands) {
		row_add(r, ST_DIM, "  ");
		row_name(r, ST_DIM, sv_of(b.commands));
	}
}

static void breaks_fresh(struct view *v)
{
	view_refilter(v);
}

const struct view_ops view_breaks = {
	.kind = AT_BREAKS, .ctx = CTX_BREAKS, .count = breaks_count, .draw = breaks_draw,
	.fresh = breaks_fresh,
};
