/* A report of the command line as rows of a page: the same lines, with their doors. */
#include "ui/page.h"

struct filling {
	struct page *p;
	const struct metagraph *mg;
};

static struct place place_of(const struct metagraph *mg, struct report_ref ref)
{
	static const enum place_kind kinds[] = {
		[TO_NONE] = AT_NONE, [TO_SIGNATURE] = AT_SIGNATURE, [TO_NODE] = AT_NODE,
		[TO_FUNCTION] = AT_FUNCTION, [TO_VARIABLE] = AT_VARIABLE, [TO_OBJECT] = AT_OBJECT,
		[TO_ASSET] = AT_ASSET, [TO_COLLECTION] = AT_COLLECTION, [TO_FILE] = AT_FILE,
	};

	return (struct place){ .kind = kinds[ref.to], .mg = mg, .g = ref.g, .i = ref.i };
}

static void add_line(void *ctx, const struct report_line *l)
{
	struct filling *f = ctx;
	struct row *r = page_link(f->p, place_of(f->mg, l->ref));

	for (int i = 0; i < l->indent; i++)
		row_add(r, ST_TEXT, " ");
	if (l->label)
		row_add(r, ST_DIM, l->label);
	row_add(r, l->ref.to ? ST_LINK : l->head ? ST_HEAD : ST_TEXT, l->text);
}

void page_report(struct page *p, const struct metagraph *mg, const struct report *r)
{
	struct filling f = { p, mg };

	report_lines(r, add_line, &f);
}
