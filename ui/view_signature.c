/* The list of signatures, and one of them. */
#include "ui/page.h"

static size_t signatures_count(struct view *v)
{
	return v->at.mg->n_sigs;
}

static void signatures_draw(struct view *v, size_t i, struct row *r)
{
	const struct signature *s = &v->at.mg->sigs[i];

	row_name(r, ST_TEXT, s->key);
	row_pad(r, 30);
	row_addf(r, ST_DIM, "%u in, %u out  ", s->n_in, s->n_out);
	row_name(r, ST_DIM, s->method);
}

static bool signatures_place(struct view *v, size_t i, struct place *out)
{
	*out = (struct place){ .kind = AT_SIGNATURE, .mg = v->at.mg, .i = (uint32_t)i };
	return true;
}

const struct view_ops view_signatures = {
	.kind = AT_SIGNATURES, .ctx = CTX_PAGE, .count = signatures_count, .draw = signatures_draw,
	.place = signatures_place,
};

/* ---- one ---- */

static void tensor_line(struct page *p, const struct metagraph *mg, struct sv name)
{
	struct place to = { .kind = AT_NODE, .mg = mg, .g = mg->graph };
	struct row *r;
	struct edge e;

	if (!graph_resolve(mg->graph, name, &e, NULL))
		to.kind = AT_NONE;
	else
		to.i = e.node;
	r = page_link(p, to);
	row_add(r, ST_DIM, "      ");
	row_name(r, to.kind == AT_NONE ? ST_BAD : ST_LINK, name);
	if (to.kind == AT_NONE)
		row_add(r, ST_BAD, "  names no tensor of the graph");
}

static void info_lines(struct page *p, const struct metagraph *mg, const struct tensor_info *ti,
		       int depth)
{
	struct row *r = page_add(p);
	struct str s = STR_INIT;

	row_pad(r, 1);
	row_add(r, ST_TEXT, depth ? "   " : " ");
	row_name(r, ST_HEAD, ti->key);
	row_add(r, ST_TEXT, "  ");
	if (ti->dtype == DT_INVALID)
		row_add(r, ST_DIM, "an operation");
	else if (dtype_enum_name(ti->dtype))
		row_add(r, ST_TYPE, dtype_info(dtype_base((enum dtype)ti->dtype))->name);
	else
		row_addf(r, ST_BAD, "type %d", ti->dtype);
	if (ti->has_shape && ti->dtype != DT_INVALID) {
		shape_str_py(&s, ti->shape);
		row_addf(r, ST_TEXT, " %s", str_z(&s));
	}
	str_free(&s);
	if (ti->encoding == TI_COO_SPARSE) {
		row_add(r, ST_DIM, "  sparse: values, indices, dense shape");
		for (int i = 0; i < 3; i++)
			tensor_line(p, mg, ti->coo[i]);
	} else if (ti->encoding == TI_COMPOSITE) {
		row_add(r, ST_DIM, "  ");
		row_name(r, ST_DIM, ti->type_name.n ? ti->type_name : SV("composite"));
		for (uint32_t i = 0; i < ti->n_components && depth < 8; i++)
			info_lines(p, mg, &ti->components[i], depth + 1);
	} else if (ti->name.n) {
		tensor_line(p, mg, ti->name);
	}
}

static void defaults_part(struct view *v, const struct signature *s)
{
	struct report r;

	if (!s->n_defaults)
		return;
	page_blank(v->priv);
	report_init(&r, REPORT_GROUP);
	about_defaults(&r, s);
	page_report(v->priv, v->at.mg, &r);
	report_free(&r);
}

static void signature_open(struct view *v)
{
	const struct signature *s = &v->at.mg->sigs[v->at.i];
	struct page *p = v->priv;

	row_name(page_field(p, "signature"), ST_HEAD, s->key);
	row_name(page_field(p, "method"), ST_TEXT, s->method.n ? s->method : SV("none"));
	page_head(p, "inputs");
	for (uint32_t i = 0; i < s->n_in; i++)
		info_lines(p, v->at.mg, &s->in[i], 0);
	if (!s->n_in)
		row_add(page_add(p), ST_DIM, "  none");
	page_head(p, "outputs");
	for (uint32_t i = 0; i < s->n_out; i++)
		info_lines(p, v->at.mg, &s->out[i], 0);
	if (!s->n_out)
		row_add(page_add(p), ST_DIM, "  none");
	defaults_part(v, s);
	page_blank(p);
	row_add(page_add(p), ST_DIM, "r: run it");
}

const struct view_ops view_signature = {
	.kind = AT_SIGNATURE, .size = sizeof(struct page), .ctx = CTX_PAGE, .open = signature_open,
	.close = page_close, .count = page_count, .draw = page_draw, .place = page_place,
};
