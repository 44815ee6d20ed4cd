/* The variables as a table that can be sorted, and one variable with its value. */
#include <stdlib.h>

#include "tensor/print.h"
#include "ui/page.h"

enum sort { BY_FILE, BY_NAME, BY_BYTES, BY_TYPE, SORTS };

struct vars {
	enum sort sort;
	VEC(uint32_t) order;
};

struct tensor *variable_value(const struct metagraph *mg, uint32_t i, struct str *label)
{
	uint32_t n;
	const struct variable *v = metagraph_variables(mg, &n);
	struct err err = { 0 };
	struct bundle *b;
	struct tensor *t = NULL;
	char *text;

	if (i >= n)
		return NULL;
	if (v[i].entry < 0) {
		str_addz(label, "no value in the checkpoint");
		return NULL;
	}
	b = model_bundle(mg->model, &err);
	if (b)
		t = bundle_read(b, v[i].entry, &err);
	if (t) {
		str_escaped(label, v[i].name);
	} else {
		text = err_text(&err);
		str_addz(label, text);
		free(text);
	}
	err_clear(&err);
	return t;
}

struct sort_ctx {
	const struct variable *v;
	enum sort by;
};

static int compare(const void *a, const void *b, void *ctx)
{
	const struct sort_ctx *s = ctx;
	uint32_t i = *(const uint32_t *)a, k = *(const uint32_t *)b;
	const struct variable *x = &s->v[i], *y = &s->v[k];
	int c = 0;

	if (s->by == BY_NAME)
		c = sv_natcmp(x->name, y->name);
	else if (s->by == BY_BYTES)
		c = (x->bytes < y->bytes) - (x->bytes > y->bytes);
	else if (s->by == BY_TYPE)
		c = (int)x->dtype - (int)y->dtype;
	return c ? c : (i > k) - (i < k);
}

static void sort_rows(struct view *v)
{
	struct vars *l = v->priv;
	uint32_t n;
	struct sort_ctx s = { metagraph_variables(v->at.mg, &n), l->sort };

	l->order.n = 0;
	for (uint32_t i = 0; i < n; i++)
		vec_push(&l->order, i);
	if (n)
		qsort_r(l->order.p, n, sizeof(*l->order.p), compare, &s);
	view_refilter(v);
}

static void vars_close(struct view *v)
{
	vec_free(&((struct vars *)v->priv)->order);
}

static size_t vars_count(struct view *v)
{
	return ((struct vars *)v->priv)->order.n;
}

static int name_width(const struct view *v)
{
	return v->w > 90 ? v->w - 50 : v->w > 50 ? v->w - 36 : v->w > 30 ? v->w - 20 : 12;
}

static int vars_heads(struct view *v)
{
	(void)v;
	return 1;
}

static void vars_head(struct view *v, int i, struct row *r)
{
	(void)i;
	row_add(r, ST_DIM, "name");
	row_pad(r, name_width(v) + 1);
	row_add(r, ST_DIM, "bytes      type, shape");
}

static void vars_draw(struct view *v, size_t i, struct row *r)
{
	uint32_t n;
	const struct variable *x = metagraph_variables(v->at.mg, &n);
	int wide = name_width(v);
	struct str s = STR_INIT;

	x += ((struct vars *)v->priv)->order.p[i];
	row_name_fit(r, x->entry < 0 ? ST_WARN : ST_TEXT, x->name, wide);
	row_pad(r, wide + 1);
	text_size(&s, (uint64_t)x->bytes);
	row_addf(r, ST_NUM, "%-10s ", x->entry < 0 ? "no value" : str_z(&s));
	row_add(r, ST_TYPE, dtype_info(x->dtype)->name);
	str_clear(&s);
	shape_str_py(&s, x->shape);
	row_addf(r, ST_TEXT, " %s", str_z(&s));
	if (x->trainable_known && !x->trainable)
		row_add(r, ST_DIM, "  not trainable");
	str_free(&s);
}

static void vars_text(struct view *v, size_t i, struct str *out)
{
	uint32_t n;
	const struct variable *x = metagraph_variables(v->at.mg, &n);

	x += ((struct vars *)v->priv)->order.p[i];
	str_add(out, x->name);
	str_addf(out, " %s ", dtype_info(x->dtype)->name);
	shape_str_py(out, x->shape);
}

static bool vars_place(struct view *v, size_t i, struct place *out)
{
	*out = (struct place){ .kind = AT_VARIABLE, .mg = v->at.mg,
			       .i = ((struct vars *)v->priv)->order.p[i] };
	return true;
}

static struct tensor *vars_tensor(struct view *v, size_t i, struct str *label)
{
	return variable_value(v->at.mg, ((struct vars *)v->priv)->order.p[i], label);
}

static bool vars_action(struct view *v, const char *a)
{
	static const char *const by[] = { "file order", "name", "bytes", "type" };
	struct vars *l = v->priv;

	if (strcmp(a, "sort"))
		return false;
	l->sort = (l->sort + 1) % SORTS;
	sort_rows(v);
	view_move(v, 0);
	ui_say(v->ui, ST_TEXT, "sorted by %s", by[l->sort]);
	return true;
}

const struct view_ops view_variables = {
	.kind = AT_VARIABLES, .size = sizeof(struct vars), .ctx = CTX_VARIABLES, .open = sort_rows,
	.close = vars_close, .heads = vars_heads, .head = vars_head, .count = vars_count,
	.draw = vars_draw, .text = vars_text, .place = vars_place, .tensor = vars_tensor, .action = vars_action,
};

/* ---- one ---- */

struct var_page {
	struct page page;	/* first */
	struct tensor *t;
	struct str label;
};

static void where_part(struct page *p, const struct metagraph *mg, const struct variable *x)
{
	const struct bundle_entry *e;
	struct bundle *b;

	if (x->key.n)
		row_name(page_field(p, "key"), ST_TEXT, x->key);
	b = x->entry >= 0 ? model_bundle(mg->model, NULL) : NULL;
	e = b ? bundle_at(b, x->entry) : NULL;
	if (e && e->n_slices)
		row_addf(page_field(p, "stored"), ST_TEXT, "in %d slices", e->n_slices);
	else if (e)
		row_addf(page_field(p, "stored"), ST_TEXT, "shard %d, offset %lld, crc32c %08x", e->shard,
			 (long long)e->offset, e->crc);
	if (x->object >= 0) {
		struct row *r = page_link(p, (struct place){ .kind = AT_OBJECT, .mg = mg,
							     .i = (uint32_t)x->object });

		row_add(r, ST_DIM, "object");
		row_pad(r, FIELD_COLUMN);
		row_addf(r, ST_LINK, "%d", x->object);
	}
}

static void variable_open(struct view *v)
{
	struct var_page *vp = v->priv;
	struct page *p = &vp->page;
	struct str s = STR_INIT;
	uint32_t n;
	const struct variable *x = metagraph_variables(v->at.mg, &n);

	x += v->at.i;
	row_name(page_field(p, "variable"), ST_HEAD, x->name);
	row_add(page_field(p, "dtype"), ST_TYPE, dtype_info(x->dtype)->name);
	shape_str_py(&s, x->shape);
	row_add(page_field(p, "shape"), ST_TEXT, str_z(&s));
	row_add(page_field(p, "trainable"), ST_TEXT,
		!x->trainable_known ? "not recorded" : x->trainable ? "yes" : "no");
	str_clear(&s);
	text_size(&s, (uint64_t)x->bytes);
	row_add(page_field(p, "size"), ST_TEXT, str_z(&s));
	str_free(&s);
	where_part(p, v->at.mg, x);
	vp->t = variable_value(v->at.mg, v->at.i, &vp->label);
	if (!vp->t)
		row_name(page_field(p, "value"), ST_BAD, str_sv(&vp->label));
}

static void variable_close(struct view *v)
{
	struct var_page *vp = v->priv;

	tensor_unref(vp->t);
	str_free(&vp->label);
	page_close(v);
}

static struct tensor *variable_tensor(struct view *v, size_t i, struct str *label)
{
	struct var_page *vp = v->priv;

	(void)i;
	str_add(label, str_sv(&vp->label));
	return tensor_ref(vp->t);
}

const struct view_ops view_variable = {
	.kind = AT_VARIABLE, .size = sizeof(struct var_page), .ctx = CTX_PAGE | CTX_VALUES, .open = variable_open,
	.close = variable_close, .count = page_count, .draw = page_draw, .place = page_place,
	.tensor = variable_tensor,
};
