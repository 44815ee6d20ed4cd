/* One variable: what is known of it, where its bytes are, statistics, and its value. */
#include <math.h>
#include <stdlib.h>

#include "inspect/weights.h"
#include "ui/page.h"

/* Slices put together, or a number repeated, take memory of their own: not for a look in passing. */
static bool cheap(const struct weight *w)
{
	enum { ASSEMBLED_MAX = 64 << 20 };
	struct bundle *b = w->entry >= 0 ? model_bundle(w->mg->model, NULL) : NULL;

	return (b && !bundle_at(b, w->entry)->n_slices) || w->bytes <= ASSEMBLED_MAX;
}

struct tensor *variable_value(const struct metagraph *mg, uint32_t i, struct str *label)
{
	uint32_t n;
	struct err err = { 0 };
	struct tensor *t = NULL;
	struct weight w;
	char *text;

	metagraph_variables(mg, &n);
	if (i >= n)
		return NULL;
	w = weight_variable(mg, i);
	if (!weight_stored(&w)) {
		str_addz(label, "no value in the checkpoint");
		return NULL;
	}
	if (!cheap(&w)) {
		str_addz(label, "a partitioned variable that is large: var NAME[SLICE] shows parts of it");
		return NULL;
	}
	t = weight_read(&w, &err);
	if (t) {
		str_escaped(label, w.name);
	} else {
		text = err_text(&err);
		str_addz(label, text);
		free(text);
	}
	err_clear(&err);
	return t;
}

struct var_page {
	struct page page;	/* first */
	struct tensor *t;
	struct str label;
	struct weight w;
	struct weight_look *look;	/* under way, or NULL */
	size_t first;			/* the row where statistics begin */
};

static void slots_part(struct page *p, const struct metagraph *mg, const struct variable *x)
{
	uint32_t n;
	const struct variable *all = metagraph_variables(mg, &n);

	for (uint32_t i = 0; i < n; i++) {
		bool mine = all[i].slot_of >= 0 && &all[all[i].slot_of] == x;
		bool its = x->slot_of >= 0 && (uint32_t)x->slot_of == i;
		struct row *r;

		if (!mine && !its)
			continue;
		r = page_link(p, (struct place){ .kind = AT_VARIABLE, .mg = mg, .i = i });
		row_add(r, ST_DIM, mine ? "has slot" : "slot of");
		row_pad(r, FIELD_COLUMN);
		row_name(r, ST_LINK, all[i].name);
		row_add(r, ST_DIM, "  ");
		row_name(r, ST_DIM, mine ? all[i].slot : x->slot);
	}
}

static void where_part(struct page *p, const struct metagraph *mg, const struct variable *x)
{
	struct bundle *b = x->entry >= 0 ? model_bundle(mg->model, NULL) : NULL;
	const struct bundle_entry *e = b ? bundle_at(b, x->entry) : NULL, *part;

	if (x->key.n)
		row_name(page_field(p, "key"), ST_TEXT, x->key);
	for (int k = 0; e && k < bundle_n_parts(b, x->entry); k++) {
		struct row *r = page_field(p, e->n_slices ? "slice" : "stored");

		part = bundle_part_entry(b, x->entry, k);
		if (e->n_slices)
			row_name(r, ST_TEXT, e->slice[k].spec);
		row_add(r, ST_TEXT, e->n_slices ? "  " : "");
		if (part)
			row_addf(r, ST_TEXT, "shard %d, offset %lld, crc32c %08x", part->shard,
				 (long long)part->offset, part->crc);
		else
			row_add(r, ST_BAD, "missing");
	}
	if (x->in_v1)
		row_add(page_field(p, "stored"), ST_TEXT, "in a V1 checkpoint");
	if (x->object >= 0) {
		struct row *r = page_link(p, (struct place){ .kind = AT_OBJECT, .mg = mg,
							     .i = (uint32_t)x->object });

		row_add(r, ST_DIM, "object");
		row_pad(r, FIELD_COLUMN);
		row_addf(r, ST_LINK, "%d", x->object);
	}
	slots_part(p, mg, x);
}

/* ---- statistics, read while nobody types ---- */

static void count_row(struct page *p, const char *name, int64_t n, enum style st)
{
	struct str s = STR_INIT;

	text_count(&s, (uint64_t)n);
	row_add(page_field(p, name), n ? st : ST_DIM, str_z(&s));
	str_free(&s);
}

static void number_rows(struct page *p, const struct stats *s)
{
	static const char *const names[7] = { "1 %", "5 %", "25 %", "median", "75 %", "95 %", "99 %" };

	if (s->n_finite) {
		row_addf(page_field(p, "min, max"), ST_NUM, "%.6g, %.6g", s->min, s->max);
		row_addf(page_field(p, "mean, std"), ST_NUM, "%.6g, %.6g", s->mean, s->std);
	}
	for (int i = 0; s->n_finite && i < 7; i++) {
		struct row *r = page_field(p, names[i]);

		row_addf(r, ST_NUM, "%.6g", s->q[i]);
		row_add(r, ST_DIM, s->sampled ? "  of a sample" : "");
	}
	count_row(p, "zeros", s->n_zero, ST_NUM);
	count_row(p, "negative", s->n_neg, ST_NUM);
	count_row(p, "positive", s->n_pos, ST_NUM);
	count_row(p, "NaN", s->n_nan, ST_BAD);
	count_row(p, "infinite", s->n_pinf + s->n_ninf, ST_BAD);
	count_row(p, "denormal", s->n_denormal, ST_WARN);
}

static void stats_rows(struct page *p, const struct weight_look *l)
{
	const struct summary *s = &l->sum;

	if (l->crc_known)
		row_add(page_field(p, "checksum"), l->crc_bad ? ST_BAD : ST_GOOD,
			l->crc_bad ? str_z(&l->crc_text) : "right");
	if (s->stats.numeric && s->stats.n)
		number_rows(p, &s->stats);
	if (s->strings && s->stats.n)
		row_addf(page_field(p, "lengths"), ST_NUM, "%zu to %zu bytes", s->shortest, s->longest);
	if (s->unique >= 0) {
		struct str n = STR_INIT;

		text_count(&n, (uint64_t)s->unique);
		row_addf(page_field(p, "different"), ST_NUM, "%s%s", s->unique_many ? "over " : "", str_z(&n));
		str_free(&n);
	}
}

static void cut_rows(struct var_page *vp)
{
	while (vp->page.line.n > vp->first) {
		row_free(&vec_last(&vp->page.line).row);
		vp->page.line.n--;
	}
}

/* One slice of the work; the rows say how far it has come. */
static bool variable_idle(struct view *v)
{
	enum { STEP = 4 << 20 };
	struct var_page *vp = v->priv;
	struct err err = { 0 };
	bool more = false, ok;
	char *text;

	if (!vp->look)
		return false;
	ok = weight_look_step(vp->look, STEP, &more, &err);
	cut_rows(vp);
	if (more)
		row_addf(page_field(&vp->page, "statistics"), ST_DIM, "reading, %.0f %%",
			 100 * (double)vp->look->done / (double)(vp->look->total > 0 ? vp->look->total : 1));
	else if (ok)
		stats_rows(&vp->page, vp->look);
	if (!ok) {
		text = err_text(&err);
		row_name(page_field(&vp->page, "statistics"), ST_BAD, sv_of(text));
		free(text);
	}
	err_clear(&err);
	if (!more) {
		weight_look_free(vp->look);
		vp->look = NULL;
	}
	view_refilter(v);
	return true;
}

/* Ctrl-C, Esc: no more of it. */
static bool variable_stop(struct view *v)
{
	struct var_page *vp = v->priv;

	if (!vp->look)
		return false;
	weight_look_free(vp->look);
	vp->look = NULL;
	cut_rows(vp);
	row_add(page_field(&vp->page, "statistics"), ST_WARN, "stopped");
	view_refilter(v);
	return true;
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
	vp->first = p->line.n;
	vp->w = weight_variable(v->at.mg, v->at.i);
	if (weight_stored(&vp->w))
		vp->look = weight_look_new(&vp->w, true, NULL);
}

static void variable_close(struct view *v)
{
	struct var_page *vp = v->priv;

	tensor_unref(vp->t);
	str_free(&vp->label);
	weight_look_free(vp->look);
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
	.tensor = variable_tensor, .idle = variable_idle, .stop = variable_stop,
};
