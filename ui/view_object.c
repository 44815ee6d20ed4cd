/* The object graph of a V2 model: a list of its objects, and one with its children. */
#include "ui/page.h"

static const struct object_node *object_at(struct view *v, size_t i)
{
	uint32_t n;
	const struct object_node *o = metagraph_objects(v->at.mg, &n);

	return i < n ? &o[i] : NULL;
}

static const char *kind_name(enum object_kind k)
{
	static const char *const names[] = {
		[OBJ_USER] = "object", [OBJ_ASSET] = "asset", [OBJ_FUNCTION] = "function",
		[OBJ_VARIABLE] = "variable", [OBJ_BARE_FUNCTION] = "concrete function",
		[OBJ_CONSTANT] = "constant", [OBJ_RESOURCE] = "resource", [OBJ_CAPTURED] = "captured",
		[OBJ_NONE] = "?",
	};

	return names[k];
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
	row_addf(r, ST_DIM, "%-18s", kind_name(o->kind));
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

static void children_part(struct view *v, const struct object_node *o)
{
	struct page *p = v->priv;

	page_head(p, "children");
	for (uint32_t i = 0; i < o->n_children; i++) {
		const struct object_node *k = o->children[i].id >= 0 ? object_at(v, (size_t)o->children[i].id)
								      : NULL;
		struct row *r = page_link(p, (struct place){ .kind = k ? AT_OBJECT : AT_NONE,
							     .mg = v->at.mg,
							     .i = (uint32_t)o->children[i].id });

		row_add(r, ST_TEXT, "  ");
		row_name(r, k ? ST_LINK : ST_BAD, o->children[i].name);
		row_addf(r, ST_DIM, "  %d ", o->children[i].id);
		if (k)
			row_name(r, ST_DIM, k->variable ? k->variable->name : k->label);
	}
}

static void functions_part(struct view *v, const struct object_node *o)
{
	struct page *p = v->priv;

	page_head(p, "concrete functions");
	for (uint32_t i = 0; i < o->n_functions; i++) {
		const struct function *f = metagraph_function(v->at.mg, o->functions[i]);
		struct row *r = page_link(p, (struct place){
			.kind = f ? AT_FUNCTION : AT_NONE, .mg = v->at.mg,
			.i = f ? (uint32_t)(f - v->at.mg->funcs) : 0 });

		row_add(r, ST_TEXT, "  ");
		row_name(r, f ? ST_LINK : ST_BAD, o->functions[i]);
		if (!f)
			row_add(r, ST_BAD, "  not in the library");
	}
}

static void object_open(struct view *v)
{
	const struct object_node *o = object_at(v, v->at.i);
	struct page *p = v->priv;

	if (!o)
		return;
	row_addf(page_field(p, "object"), ST_HEAD, "%d", o->id);
	row_add(page_field(p, "kind"), ST_TEXT, kind_name(o->kind));
	row_name(page_field(p, "label"), ST_TEXT, o->label);
	if (o->variable) {
		uint32_t n;
		const struct variable *all = metagraph_variables(v->at.mg, &n);
		struct row *r = page_link(p, (struct place){ .kind = AT_VARIABLE, .mg = v->at.mg,
							     .i = (uint32_t)(o->variable - all) });

		row_add(r, ST_DIM, "variable");
		row_pad(r, FIELD_COLUMN);
		row_name(r, ST_LINK, o->variable->name);
	}
	if (o->asset >= 0 && (uint32_t)o->asset < v->at.mg->n_assets) {
		struct row *r = page_link(p, (struct place){ .kind = AT_ASSET, .mg = v->at.mg,
							     .i = (uint32_t)o->asset });

		row_add(r, ST_DIM, "asset");
		row_pad(r, FIELD_COLUMN);
		row_name(r, ST_LINK, v->at.mg->assets[o->asset].filename);
	}
	if (o->n_children)
		children_part(v, o);
	if (o->n_functions)
		functions_part(v, o);
	if (o->metadata.n) {
		page_head(p, "metadata");
		row_name(page_add(p), ST_TEXT, o->metadata);
	}
}

const struct view_ops view_object = {
	.kind = AT_OBJECT, .size = sizeof(struct page), .ctx = CTX_PAGE, .open = object_open,
	.close = page_close, .count = page_count, .draw = page_draw, .place = page_place,
};
