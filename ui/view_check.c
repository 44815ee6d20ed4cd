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

static void finding_rows(struct page *p, const struct metagraph *mg, const struct finding *f)
{
	struct row *r = page_link(p, place_of(mg, f));

	row_addf(r, severity_style(f->severity), "%s %s ", check_severity_name(f->severity), f->rule->id);
	row_name(r, f->spot.kind == SPOT_NONE ? ST_TEXT : ST_LINK, sv_of(f->place));
	r = page_link(p, place_of(mg, f));
	row_add(r, ST_TEXT, "  ");
	row_name(r, ST_TEXT, sv_of(f->what));
	row_addf(page_add(p), ST_DIM, "  %s", f->rule->why);
	row_addf(page_add(p), ST_DIM, "  to do: %s", f->rule->todo);
}

static void check_view_open(struct view *v)
{
	const struct metagraph *mg = v->at.mg;
	struct check_opts o = { 0 };
	struct err err = { 0 };
	struct page *p = v->priv;
	struct check *c = check_new(mg, &o, &err);

	if (!c) {
		row_add(page_add(p), ST_WARN, "interrupted: open it again to look again");
		err_clear(&err);
		return;
	}
	if (check_n(c))
		row_addf(page_add(p), ST_HEAD, "%u errors, %u warnings, %u notes", check_count(c, CHECK_ERROR),
			 check_count(c, CHECK_WARNING), check_count(c, CHECK_NOTE));
	else
		row_addf(page_add(p), ST_GOOD, "nothing found by %d rules", check_n_rules());
	for (uint32_t i = 0; i < check_n(c); i++)
		finding_rows(p, mg, check_at(c, i));
	for (uint32_t i = 0; i < check_n_unjudged(c); i++)
		row_addf(page_add(p), ST_DIM, "not judged: %s", check_unjudged(c, i));
	check_free(c);
}

const struct view_ops view_check = {
	.kind = AT_FINDINGS, .size = sizeof(struct page), .ctx = CTX_PAGE, .open = check_view_open,
	.close = page_close, .count = page_count, .draw = page_draw, .place = page_place,
};
