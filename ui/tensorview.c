/* A tensor as rows, and its number grid; see tensorview.h. */
#include "ui/tensorview.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tensor/print.h"

enum { HEAD_ROWS = TV_HEAD, TEXT_CELL = 40, MIN_CELL = 3 };

static const char *const mode_names[TV_MODES] = {
	[TV_NUMBERS] = "numbers", [TV_HEAT] = "heat map", [TV_MOSAIC] = "mosaic", [TV_IMAGE] = "image",
	[TV_HISTOGRAM] = "histogram", [TV_STATISTICS] = "statistics",
};
/* where there is no room for all of them */
static const char *const mode_short[TV_MODES] = {
	[TV_NUMBERS] = "num", [TV_HEAT] = "heat", [TV_MOSAIC] = "mos", [TV_IMAGE] = "img",
	[TV_HISTOGRAM] = "hist", [TV_STATISTICS] = "stat",
};

/* ---- which tensor, which axes ---- */

bool tview_numeric(const struct tensor *t)
{
	enum dtype_kind k = dtype_info(t->dtype)->kind;

	return k != DK_STRING && k != DK_OBJECT && k != DK_NONE;
}

bool tview_can(const struct tview *v, enum tview_mode mode)
{
	if (mode == TV_NUMBERS)
		return true;
	if (!v->t || !tview_numeric(v->t) || v->t->n == 0)
		return false;
	return mode == TV_IMAGE ? tview_is_image(v->t) : mode != TV_MOSAIC || mosaic_can(v->t);
}

/* The last two axes that have more than one value, so that [1,7,1,5] shows 7 x 5. */
static void axes_default(struct tview *v)
{
	int rank = v->t->rank, wide = 0;

	v->row_axis = v->col_axis = -1;
	for (int d = 0; d < rank; d++)
		wide += v->t->dim[d] > 1;
	if (rank < 2 || (wide < 2 && v->t->n > 0))
		return;
	for (int d = rank - 1; d >= 0; d--) {
		if (v->t->dim[d] <= 1 && v->t->n > 0)
			continue;
		if (v->col_axis < 0)
			v->col_axis = d;
		else if (v->row_axis < 0)
			v->row_axis = d;
	}
	if (tview_is_image(v->t) && v->col_axis == rank - 1 && v->t->dim[rank - 2] > 1 &&
	    v->t->dim[rank - 3] > 1) {
		v->row_axis = rank - 3;
		v->col_axis = rank - 2;
	}
}

/* A hidden axis with something to choose, after `from` in direction dir. */
int tview_hidden_axis(const struct tview *v, int from, int dir)
{
	int rank = v->t ? v->t->rank : 0;

	for (int k = 1; k <= rank; k++) {
		int d = (((from + dir * k) % rank) + rank) % rank;

		if (d != v->row_axis && d != v->col_axis && v->t->dim[d] > 1 && v->col_axis >= 0)
			return d;
	}
	return -1;
}

void tview_set(struct tview *v, struct tensor *t, const char *label)
{
	struct tensor *old = v->t;
	bool same = old && t && shape_eq(tensor_shape(old), tensor_shape(t));

	v->t = tensor_ref(t);
	str_clear(&v->label);
	str_addz(&v->label, label);
	v->have_stats = v->have_all = false;
	v->hist_bins = 0;
	v->seek_n = -1;
	v->mosaic.key[0] = -1;
	if (!same) {
		memset(v->at, 0, sizeof(v->at));
		v->top = v->left = 0;
		v->row_axis = v->col_axis = v->slice_axis = -1;
		v->mosaic.row = -1;
		if (t) {
			axes_default(v);
			v->slice_axis = tview_hidden_axis(v, 0, -1);
		}
	}
	tensor_unref(old);
	if (t && v->seek.kind && !seek_aim(&v->seek, t, NULL))
		tview_seek_end(v);
	if (!tview_can(v, v->mode))
		v->mode = TV_NUMBERS;
}

void tview_look_like(struct tview *v, const struct tview *from)
{
	v->mode = from->mode;
	v->row_axis = from->row_axis;
	v->col_axis = from->col_axis;
	v->slice_axis = from->slice_axis;
	v->log = from->log;
	v->mosaic.row = from->mosaic.row;
	v->mosaic.col = from->mosaic.col;
	v->mosaic.chan = from->mosaic.chan;
	v->mosaic.own = from->mosaic.own;
	memcpy(v->at, from->at, sizeof(v->at));
}

void tview_free(struct tview *v)
{
	tensor_unref(v->t);
	v->t = NULL;
	str_free(&v->label);
	vec_free(&v->heat);
	vec_free(&v->mosaic.map);
	vec_free(&v->mosaic.pixel);
	seek_free(&v->seek);
}

/* ---- the grid ---- */

int64_t tview_n_cols(const struct tview *v)
{
	if (v->col_axis >= 0)
		return v->t->dim[v->col_axis];
	return v->t->n < v->wrap ? v->t->n : v->wrap;
}

int64_t tview_n_rows(const struct tview *v)
{
	if (v->row_axis >= 0)
		return v->t->dim[v->row_axis];
	return v->wrap > 0 ? (v->t->n + v->wrap - 1) / v->wrap : 0;
}

int64_t tview_flat(const struct tview *v, const int64_t *at)
{
	int64_t i = 0;

	for (int d = 0; d < v->t->rank; d++)
		i = i * v->t->dim[d] + at[d];
	return i;
}

int64_t tview_index(const struct tview *v, int64_t r, int64_t c)
{
	int64_t i = 0;

	if (v->t->n == 0)
		return -1;
	if (v->col_axis < 0) {
		i = r * v->wrap + c;
		return i < v->t->n ? i : -1;
	}
	for (int d = 0; d < v->t->rank; d++)
		i = i * v->t->dim[d] + (d == v->row_axis ? r : d == v->col_axis ? c : v->at[d]);
	return i;
}

void tview_cursor(const struct tview *v, int64_t *r, int64_t *c)
{
	int64_t i;

	*r = *c = 0;
	if (!v->t || v->t->n == 0)
		return;
	if (v->col_axis >= 0) {
		*r = v->at[v->row_axis];
		*c = v->at[v->col_axis];
		return;
	}
	i = tview_flat(v, v->at);
	*r = v->wrap ? i / v->wrap : 0;
	*c = v->wrap ? i % v->wrap : 0;
}

void tview_cursor_set(struct tview *v, int64_t r, int64_t c)
{
	int64_t rows = tview_n_rows(v), cols = tview_n_cols(v), i;

	r = r < 0 ? 0 : r >= rows ? rows - 1 : r;
	c = c < 0 ? 0 : c >= cols ? cols - 1 : c;
	if (rows <= 0 || cols <= 0)
		return;
	if (v->col_axis >= 0) {
		v->at[v->row_axis] = r;
		v->at[v->col_axis] = c;
		return;
	}
	i = r * v->wrap + c;
	if (i >= v->t->n)
		i = v->t->n - 1;
	for (int d = v->t->rank - 1; d >= 0; d--) {
		v->at[d] = i % v->t->dim[d];
		i /= v->t->dim[d];
	}
}

static void cell_text(const struct tview *v, int64_t i, struct str *out)
{
	const struct tensor *t = v->t;
	enum dtype_kind k = dtype_info(t->dtype)->kind;
	struct str s = STR_INIT;

	if (i < 0)
		return;
	if (k == DK_FLOAT) {
		double d = tensor_get_f64(t, i);

		if (isnan(d))
			str_addz(out, "NaN");
		else if (isinf(d))
			str_addz(out, d > 0 ? "+Inf" : "-Inf");
		else
			str_addf(out, "%.*g", v->digits ? v->digits : 4, d);
		return;
	}
	print_element(&s, t, i);
	str_escaped(out, str_sv(&s));
	str_free(&s);
}

int tview_body(const struct tview *v)
{
	return v->h > HEAD_ROWS + 1 ? v->h - HEAD_ROWS - 1 : 1;
}

int tview_digits(int64_t n)
{
	int d = 1;

	for (; n >= 10; n /= 10)
		d++;
	return d;
}

/* Width of the cells: of the widest that could be on the screen now. */
static int cells_width(const struct tview *v, int64_t cols)
{
	int64_t rows = tview_n_rows(v);
	int wide = v->col_axis >= 0 ? tview_digits(tview_n_cols(v) - 1) : MIN_CELL;
	struct str s = STR_INIT;

	for (int64_t r = v->top; r < rows && r < v->top + tview_body(v); r++)
		for (int64_t c = v->left; c < tview_n_cols(v) && c < v->left + cols; c++) {
			int n;

			str_clear(&s);
			cell_text(v, tview_index(v, r, c), &s);
			n = text_columns(str_sv(&s));
			if (n > wide)
				wide = n;
		}
	str_free(&s);
	if (wide > TEXT_CELL && v->t->dtype != DT_STRING)
		wide = TEXT_CELL;
	return wide < MIN_CELL ? MIN_CELL : wide;
}

/* A vector is wrapped at a round number of values that fits. */
static int64_t wrap_for(const struct tview *v)
{
	int64_t fit;

	if (!tview_numeric(v->t))
		return 1;
	fit = (v->w - v->head_w) / (7 + (v->digits ? v->digits : 4));
	if (v->t->n <= fit)
		return v->t->n > 0 ? v->t->n : 1;
	return fit >= 10 ? fit / 10 * 10 : fit >= 5 ? 5 : fit >= 2 ? 2 : 1;
}

static void numbers_layout(struct tview *v)
{
	int64_t r, c, most;

	v->head_w = (v->row_axis >= 0 ? tview_digits(v->t->dim[v->row_axis]) : tview_digits(v->t->n)) + 2;
	tview_cursor(v, &r, &c);
	if (r < v->top)
		v->top = r;
	if (r >= v->top + tview_body(v))
		v->top = r - tview_body(v) + 1;
	if (c < v->left)
		v->left = c;
	most = (v->w - v->head_w) / (MIN_CELL + 1);
	for (;;) {
		v->cell_w = cells_width(v, most > 0 ? most : 1) + 1;
		if (v->cell_w > v->w - v->head_w)
			v->cell_w = v->w - v->head_w > 1 ? v->w - v->head_w : 2;
		v->fit_cols = (v->w - v->head_w) / v->cell_w;
		if (v->fit_cols < 1)
			v->fit_cols = 1;
		if (c < v->left + v->fit_cols)
			break;
		v->left = c - v->fit_cols + 1;
		most = v->fit_cols;
	}
	v->cy = HEAD_ROWS + (int)(r - v->top);
	v->cx = v->head_w + (int)(c - v->left + 1) * v->cell_w - 1;
}

void tview_layout(struct tview *v, int w, int h, bool ascii, int colors)
{
	v->w = w;
	v->h = h;
	v->ascii = ascii;
	v->colors = colors;
	v->cx = v->cy = 0;
	if (!v->t)
		return;
	v->head_w = tview_digits(v->t->n) + 2;
	v->wrap = wrap_for(v);
	if (v->t->n == 0)
		return;
	if (v->mode == TV_NUMBERS)
		numbers_layout(v);
	else if (v->mode == TV_HEAT)
		heat_layout(v);
	else if (v->mode == TV_MOSAIC)
		mosaic_layout(v);
	else if (v->mode == TV_IMAGE)
		image_layout(v);
}

static enum style number_style(const struct tensor *t, int64_t i)
{
	double d;

	if (i < 0 || dtype_info(t->dtype)->kind != DK_FLOAT)
		return ST_NUM;
	d = tensor_get_f64(t, i);
	return isfinite(d) ? (d == 0 ? ST_DIM : ST_NUM) : ST_BAD;
}

static void numbers_row(struct tview *v, int i, struct row *r)
{
	int64_t cr, cc, row = v->top + i, cols = tview_n_cols(v);
	struct str s = STR_INIT;

	if (row >= tview_n_rows(v))
		return;
	tview_cursor(v, &cr, &cc);
	row_addf(r, ST_DIM, "%*" PRId64 " ", v->head_w - 2,
		 v->row_axis >= 0 ? row : row * v->wrap);
	for (int64_t c = v->left; c < cols && c < v->left + v->fit_cols; c++) {
		int64_t at = tview_index(v, row, c);
		int start = v->head_w + (int)(c - v->left) * v->cell_w;
		struct look look = style_look(number_style(v->t, at));

		str_clear(&s);
		cell_text(v, at, &s);
		if (!tview_numeric(v->t))
			row_pad(r, start);
		else
			row_pad(r, start + v->cell_w - text_columns(str_sv(&s)));
		if (seek_hit(&v->seek, v->t, at))
			look.attr |= LOOK_BOLD | LOOK_UNDERLINE;
		if (row == cr && c == cc)
			look.attr |= LOOK_REVERSE;
		row_look(r, look, str_z(&s));
	}
	str_free(&s);
}

static void numbers_head(struct tview *v, struct row *r)
{
	int64_t cols = tview_n_cols(v), c;
	char z[24];

	if (v->col_axis < 0)
		return;
	for (c = v->left; c < cols && c < v->left + v->fit_cols; c++) {
		snprintf(z, sizeof(z), "%" PRId64, c);
		row_pad(r, v->head_w + (int)(c - v->left + 1) * v->cell_w - (int)strlen(z));
		row_add(r, ST_DIM, z);
	}
	if (c < cols)
		row_add(r, ST_DIM, " …");
}

/* ---- rows ---- */

void tview_slice_text(const struct tview *v, struct str *out)
{
	str_addc(out, '[');
	for (int d = 0; d < v->t->rank; d++) {
		bool shown = d == v->row_axis || d == v->col_axis || v->col_axis < 0;

		str_addz(out, d ? "," : "");
		if (v->mode == TV_MOSAIC && v->mosaic.row >= 0)
			shown = d == v->mosaic.row || d == v->mosaic.col;
		if (v->mode == TV_MOSAIC && d == v->mosaic.chan)
			str_addc(out, '*');
		else if (shown)
			str_addc(out, ':');
		else
			str_addf(out, "%" PRId64, v->at[d]);
	}
	str_addc(out, ']');
}

static void type_row(const struct tview *v, struct row *r)
{
	struct str s = STR_INIT;

	print_type(&s, v->t);
	row_add(r, ST_TYPE, str_z(&s));
	if (v->t->rank > 2 || (v->t->rank == 2 && v->col_axis >= 0 && v->slice_axis >= 0)) {
		str_clear(&s);
		str_addz(&s, "  seen: ");
		tview_slice_text(v, &s);
		row_add(r, ST_DIM, str_z(&s));
	}
	str_free(&s);
}

static int modes_width(const struct tview *v, const char *const *names)
{
	int w = -2;

	for (int m = 0; m < TV_MODES; m++)
		if (tview_can(v, (enum tview_mode)m))
			w += 2 + (int)strlen(m == (int)v->mode ? mode_names[m] : names[m]);
	return w;
}

static void modes_row(const struct tview *v, struct row *r)
{
	const char *const *names = modes_width(v, mode_names) <= v->w ? mode_names : mode_short;
	struct look on = style_look(ST_HEAD);

	on.attr |= LOOK_UNDERLINE;
	for (int m = 0; m < TV_MODES; m++) {
		if (!tview_can(v, (enum tview_mode)m))
			continue;
		if (r->width)
			row_add(r, ST_TEXT, "  ");
		if (m == (int)v->mode)
			row_look(r, on, mode_names[m]);
		else
			row_add(r, ST_DIM, names[m]);
	}
}

/* "12 nan", as what is looked for */
static void seek_add(struct tview *v, struct row *r)
{
	if (!v->seek.kind)
		return;
	if (v->seek_n < 0)
		v->seek_n = seek_count(&v->seek, v->t);
	row_addf(r, ST_DIM, "  %" PRId64 " ", v->seek_n);
	row_name(r, ST_WARN, str_sv(&v->seek.text));
}

static void cursor_row(struct tview *v, struct row *r)
{
	struct str s = STR_INIT, e = STR_INIT;
	int64_t flat;

	if (v->t->n == 0)
		return;
	if (v->mode == TV_MOSAIC) {
		mosaic_cursor_row(v, r);
		return;
	}
	flat = tview_flat(v, v->at);
	seek_index_text(v->t, flat, &s);
	if (v->t->rank)
		row_addf(r, ST_DIM, "%s ", str_z(&s));
	row_add(r, ST_DIM, "= ");
	print_element(&e, v->t, flat);
	row_name(r, ST_NUM, str_sv(&e));
	if (v->t->dtype == DT_STRING)
		row_addf(r, ST_DIM, "  (%zu bytes)", tensor_str(v->t, flat).n);
	seek_add(v, r);
	str_free(&s);
	str_free(&e);
}

static void legend_row(struct tview *v, struct row *r)
{
	switch (v->mode) {
	case TV_NUMBERS: numbers_head(v, r); break;
	case TV_HEAT: heat_legend(v, r); break;
	case TV_MOSAIC: mosaic_legend(v, r); break;
	case TV_IMAGE: image_legend(v, r); break;
	case TV_HISTOGRAM: histogram_legend(v, r); break;
	default: break;
	}
}

static void body_row(struct tview *v, int i, struct row *r)
{
	switch (v->mode) {
	case TV_NUMBERS: numbers_row(v, i, r); break;
	case TV_HEAT: heat_row(v, i, r); break;
	case TV_MOSAIC: mosaic_row(v, i, r); break;
	case TV_IMAGE: image_row(v, i, r); break;
	case TV_HISTOGRAM: histogram_row(v, i, r); break;
	case TV_STATISTICS: statistics_row(v, i, r); break;
	default: break;
	}
}

void tview_row(struct tview *v, int i, struct row *r)
{
	if (!v->t) {
		if (i == 0)
			row_name(r, ST_DIM, str_sv(&v->label));
		return;
	}
	if (i == 0)
		type_row(v, r);
	else if (i == 1)
		modes_row(v, r);
	else if (v->t->n == 0 && i == 2)
		row_add(r, ST_DIM, "(empty)");
	else if (v->t->n == 0)
		return;
	else if (i == 2)
		legend_row(v, r);
	else if (i == v->h - 1 && i > HEAD_ROWS)
		cursor_row(v, r);
	else
		body_row(v, i - HEAD_ROWS, r);
}
