/* The assets, and the first lines of one. */
#include <stdio.h>
#include <stdlib.h>

#include "ui/page.h"

static size_t assets_count(struct view *v)
{
	return v->at.mg->n_assets;
}

static void assets_draw(struct view *v, size_t i, struct row *r)
{
	const struct asset *a = &v->at.mg->assets[i];
	struct str s = STR_INIT;

	row_name(r, ST_TEXT, a->filename);
	row_add(r, ST_TEXT, "  ");
	text_size(&s, a->bytes > 0 ? (uint64_t)a->bytes : 0);
	row_add(r, a->bytes < 0 ? ST_BAD : ST_DIM, a->bytes < 0 ? "missing" : str_z(&s));
	str_free(&s);
}

static bool assets_place(struct view *v, size_t i, struct place *out)
{
	*out = (struct place){ .kind = AT_ASSET, .mg = v->at.mg, .i = (uint32_t)i };
	return true;
}

const struct view_ops view_assets = {
	.kind = AT_ASSETS, .ctx = CTX_PAGE, .count = assets_count, .draw = assets_draw,
	.place = assets_place,
};

/* ---- one ---- */

enum { SEEN_LINES = 2000, SEEN_BYTES = 256 * 1024, LINE_BYTES = 400 };

static void text_part(struct page *p, const struct asset *a)
{
	FILE *f = a->path ? fopen(a->path, "rb") : NULL;
	char *bytes = f ? malloc(SEEN_BYTES) : NULL;
	size_t n = bytes ? fread(bytes, 1, SEEN_BYTES, f) : 0, at = 0;
	int lines = 0;

	if (!f && a->path)
		row_add(page_add(p), ST_BAD, "cannot be opened");
	page_head(p, "content");
	while (at < n && lines++ < SEEN_LINES) {
		struct sv rest = { bytes + at, n - at };
		long nl = sv_find(rest, '\n');
		size_t end = nl < 0 ? rest.n : (size_t)nl;
		struct row *r = page_add(p);

		row_addf(r, ST_DIM, "%5d  ", lines - 1);
		row_name(r, ST_TEXT, sv_sub(rest, 0, end < LINE_BYTES ? end : LINE_BYTES));
		at += end + 1;
	}
	if (a->bytes > (int64_t)at)
		row_add(page_add(p), ST_DIM, "…");
	free(bytes);
	if (f)
		fclose(f);
}

static void asset_open(struct view *v)
{
	const struct asset *a = &v->at.mg->assets[v->at.i];
	struct report r;

	report_init(&r, REPORT_GROUP);
	about_asset_facts(&r, v->at.mg, v->at.i);
	page_report(v->priv, v->at.mg, &r);
	report_free(&r);
	if (a->bytes >= 0)
		text_part(v->priv, a);
}

const struct view_ops view_asset = {
	.kind = AT_ASSET, .size = sizeof(struct page), .ctx = CTX_PAGE, .open = asset_open,
	.close = page_close, .count = page_count, .draw = page_draw, .place = page_place,
};
