/* What stands around the graph: the MetaGraph's own words, collections, the files of the folder. */
#include <stdlib.h>

#include "model/files.h"
#include "ui/page.h"

/* A page made of one report. */
static void report_page(struct view *v, enum report_kind kind, void (*fill)(struct view *v, struct report *r))
{
	struct report r;

	report_init(&r, kind);
	fill(v, &r);
	page_report(v->priv, v->at.mg, &r);
	report_free(&r);
}

static void meta_fill(struct view *v, struct report *r)
{
	about_meta(r, v->at.mg);
}

static void meta_open(struct view *v)
{
	report_page(v, REPORT_GROUP, meta_fill);
}

const struct view_ops view_meta = {
	.kind = AT_META, .size = sizeof(struct page), .ctx = CTX_PAGE, .open = meta_open,
	.close = page_close, .count = page_count, .draw = page_draw, .place = page_place,
};

/* ---- collections ---- */

static const struct collection *collection_at(struct view *v, size_t i)
{
	uint32_t n;
	const struct collection *c = metagraph_collections(v->at.mg, &n);

	return i < n ? &c[i] : NULL;
}

static size_t collections_count(struct view *v)
{
	uint32_t n;

	metagraph_collections(v->at.mg, &n);
	return n;
}

static void collections_draw(struct view *v, size_t i, struct row *r)
{
	const struct collection *c = collection_at(v, i);

	row_addf(r, ST_NUM, "%6u ", c->n);
	row_addf(r, ST_DIM, "%-6s ", c->kind);
	row_name(r, ST_TEXT, c->name);
}

static bool collections_place(struct view *v, size_t i, struct place *out)
{
	*out = (struct place){ .kind = AT_COLLECTION, .mg = v->at.mg, .i = (uint32_t)i };
	return true;
}

const struct view_ops view_collections = {
	.kind = AT_COLLECTIONS, .ctx = CTX_PAGE, .count = collections_count, .draw = collections_draw,
	.place = collections_place,
};

static void collection_fill(struct view *v, struct report *r)
{
	about_collection(r, v->at.mg, v->at.i);
}

static void collection_open(struct view *v)
{
	if (collection_at(v, v->at.i))
		report_page(v, REPORT_GROUP, collection_fill);
}

const struct view_ops view_collection = {
	.kind = AT_COLLECTION, .size = sizeof(struct page), .ctx = CTX_PAGE, .open = collection_open,
	.close = page_close, .count = page_count, .draw = page_draw, .place = page_place,
};

/* ---- files ---- */

static void files_fill(struct view *v, struct report *r)
{
	about_files(r, v->at.mg->model);
}

static void files_open(struct view *v)
{
	report_page(v, REPORT_LIST, files_fill);
}

const struct view_ops view_files = {
	.kind = AT_FILES, .size = sizeof(struct page), .ctx = CTX_PAGE, .open = files_open,
	.close = page_close, .count = page_count, .draw = page_draw, .place = page_place,
};

static void file_open(struct view *v)
{
	struct model_file *list;
	struct report r;
	uint32_t n;

	report_init(&r, REPORT_GROUP);
	model_files(v->at.mg->model, r.arena, &list, &n);
	if (v->at.i < n) {
		report_str(&r, "file", list[v->at.i].path);
		report_bytes(&r, "bytes", list[v->at.i].bytes);
		report_str(&r, "what", sv_of(list[v->at.i].what));
		about_file(&r, v->at.mg->model, list[v->at.i].path);
	}
	page_report(v->priv, v->at.mg, &r);
	report_free(&r);
}

const struct view_ops view_file = {
	.kind = AT_FILE, .size = sizeof(struct page), .ctx = CTX_PAGE, .open = file_open,
	.close = page_close, .count = page_count, .draw = page_draw, .place = page_place,
};
