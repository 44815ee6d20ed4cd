/* The object graph of a V2 model: a list of its objects, and one with its children. */
#include "ui/page.h"

static const struct object_node *object_at(struct view *v, size_t i)
{
	uint32_t n;
	const struct object_node *o = metagraph_objects(v->at.mg, &n);

	return i < n ? &o[i] : NULL;
}

static size_t objects_count(struct view *v)
{
	uint32_t n;

	metagraph_objects(v->at.mg, &n);
	return n;
}

static void objects_draw(struct view *v, size_t i, struct row *r)
{
	const struct object_node *o = object_at(v, i);

	row_addf(r, ST_NUM, "%6zu ", i);
	row_addf(r, ST_DIM, "%-18s", object_kind_name(o->kind));
	row_name(r, ST_TEXT, o->variable ? o->variable->name : o->label);
	if (o->n_children)
		row_addf(r, ST_DIM, "  %u children", o->n_children);
}

static bool objects_place(struct view *v, size_t i, struct place *out)
{
	*out = (struct place){ .kind = AT_OBJECT, .mg = v->at.mg, .i = (uint32_t)i };
	return true;
}

const struct view_ops view_objects = {
	.kind = AT_OBJECTS, .ctx = CTX_PAGE, .count = objects_count, .draw = objects_draw,
	.place = objects_place,
};

/* ---- one ---- */

static void object_open(struct view *v)
{
	struct report r;

	report_init(&r, REPORT_GROUP);
	about_object(&r, v->at.mg, v->at.i);
	page_report(v->priv, v->at.mg, &r);
	report_free(&r);
}

const struct view_ops view_object = {
	.kind = AT_OBJECT, .size = sizeof(struct page), .ctx = CTX_PAGE, .open = object_open,
	.close = page_close, .count = page_count, .draw = page_draw, .place = page_place,
};
