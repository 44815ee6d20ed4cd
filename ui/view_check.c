/* What check finds, worst first: Enter on a finding goes to the place that it speaks of. */
#include <stdlib.h>

#include "inspect/check.h"
#include "ui/page.h"

static struct place place_of(const struct metagraph *mg, const struct finding *f)
{
	struct place p = { .mg = mg, .i = f->spot.i };

	switch (f->spot.kind) {
	case SPOT_SIGNATURE:
		p.kind = AT_SIGNATURE;
		break;
	case SPOT_NODE:
		p.kind = AT_NODE;
		p.g = f->spot.g;
		break;
	case SPOT_FUNCTION:
		p.kind = AT_FUNCTION;
		break;
	case SPOT_VARIABLE:
		p.kind = AT_VARIABLE;
		break;
	case SPOT_ASSET:
		p.kind = AT_ASSET;
		break;
	case SPOT_NONE:
		p.kind = AT_NONE;
		break;
	}
	return p;
}

static enum style severity_style(enum check_severity s)
{
	return s == CHECK_ERROR ? ST_BAD : s == CHECK_WARNING ? ST_WARN : ST_DIM;
}

struct found_page {
	struct page page;		/* first */
	struct check *c;		/* NULL: interrupted */
	int w;				/* for which the rows were broken; 0: not yet made */
};

/* Two rows that lead to the place: what is wrong where. Below them why it hurts and what to do. */
static void finding_rows(struct page *p, const struct metagraph *mg, const struct finding *f, int w)
{
	struct row *r = page_link(p, place_of(mg, f));
	struct str todo = STR_INIT;
	size_t n = p->line.n;

	row_addf(r, severity_style(f->severity), "%s %s ", check_severity_name(f->severity), f->rule->id);
	row_name(r, f->spot.kind == SPOT_NONE ? ST_TEXT : ST_LINK, sv_of(f->place));
	page_wrap(p, ST_TEXT, 2, 2, w, sv_of(f->what));
	for (; n < p->line.n; n++)
		p->line.p[n].to = place_of(mg, f);
	page_wrap(p, ST_DIM, 2, 2, w, sv_of(f->rule->why));
	str_addf(&todo, "to do: %s", f->rule->todo);
	page_wrap(p, ST_DIM, 2, 2, w, str_sv(&todo));
	str_free(&todo);
}

static void rows_make(struct view *v)
{
	struct found_page *fp = v->priv;
	struct page *p = &fp->page;
	const struct check *c = fp->c;
	struct str counts = STR_INIT;

	page_clear(p);
	if (!c) {
		row_add(page_add(p), ST_WARN, "interrupted: open it again to look again");
		return;
	}
	check_counts(c, &counts);
	if (check_n(c))
		row_addf(page_add(p), ST_HEAD, "%s", str_z(&counts));
	else
		row_addf(page_add(p), ST_GOOD, "nothing found by %d rules", check_n_rules());
	str_free(&counts);
	for (uint32_t i = 0; i < check_n(c); i++)
		finding_rows(p, v->at.mg, check_at(c, i), fp->w);
	for (uint32_t i = 0; i < check_n_unjudged(c); i++)
		page_wrap(p, ST_DIM, 0, 2, fp->w, sv_of(check_unjudged(c, i)));
}

static void check_view_open(struct view *v)
{
	struct found_page *fp = v->priv;
	struct check_opts o = { 0 };
	struct err err = { 0 };

	fp->c = check_new(v->at.mg, &o, &err);
	fp->w = v->w > 20 ? v->w : 60;
	err_clear(&err);
	rows_make(v);
	v->cur = fp->c && check_n(fp->c) ? 1 : 0;	/* Enter opens the first one */
}

/* The sentences are broken anew when the panel is another width. */
static void check_view_shown(struct view *v)
{
	struct found_page *fp = v->priv;

	if (v->w == fp->w || v->w < 20)
		return;
	fp->w = v->w;
	rows_make(v);
	view_refilter(v);
}

static void check_view_close(struct view *v)
{
	check_free(((struct found_page *)v->priv)->c);
	page_close(v);
}

const struct view_ops view_check = {
	.kind = AT_FINDINGS,
	.size = sizeof(struct found_page),
	.ctx = CTX_PAGE,
	.open = check_view_open,
	.close = check_view_close,
	.count = page_count,
	.draw = page_draw,
	.place = page_place,
	.shown = check_view_shown,
};
