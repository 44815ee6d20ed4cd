/* Number grid, histogram and statistics of a tensor, and how one moves in it; see tensorview.h. */
#include "ui/tensorview.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tensor/print.h"

enum { HEAD_ROWS = 3, TEXT_CELL = 40, MIN_CELL = 3, STAT_ROWS = 20 };

static const char *const mode_names[TV_MODES] = {
	[TV_NUMBERS] = "numbers", [TV_HEAT] = "heat map", [TV_IMAGE] = "image",
	[TV_HISTOGRAM] = "histogram", [TV_STATISTICS] = "statistics",
};

/* ---- which tensor, which axes ---- */

static bool is_numeric(const struct tensor *t)
{
	enum dtype_kind k = dtype_info(t->dtype)->kind;

	return k != DK_STRING && k != DK_OBJECT && k != DK_NONE;
}

bool tview_can(const struct tview *v, enum tview_mode mode)
{
	if (mode == TV_NUMBERS)
		return true;
	if (!v->t || !is_numeric(v->t) || v->t->n == 0)
		return false;
	return mode != TV_IMAGE || tview_is_image(v->t);
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
static int hidden_axis(const struct tview *v, int from, int dir)
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
	v->have_stats = false;
	if (!same) {
		memset(v->at, 0, sizeof(v->at));
		v->top = v->left = 0;
		v->row_axis = v->col_axis = v->slice_axis = -1;
		if (t) {
			axes_default(v);
			v->slice_axis = hidden_axis(v, 0, -1);
		}
	}
	tensor_unref(old);
	if (!tview_can(v, v->mode))
		v->mode = TV_NUMBERS;
}

void tview_free(struct tview *v)
{
	tensor_unref(v->t);
	v->t = NULL;
	str_free(&v->label);
	vec_free(&v->heat);
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

static int64_t flat_index(const struct tview *v, const int64_t *at)
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
	i = flat_index(v, v->at);
	*r = v->wrap ? i / v->wrap : 0;
	*c = v->wrap ? i % v->wrap : 0;
}

static void cursor_set(struct tview *v, int64_t r, int64_t c)
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

static void cell_text(const struct tensor *t, int64_t i, struct str *out)
{
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
			str_addf(out, "%.4g", d);
		return;
	}
	print_element(&s, t, i);
	str_escaped(out, str_sv(&s));
	str_free(&s);
}

static int body_rows(const struct tview *v)
{
	return v->h > HEAD_ROWS + 1 ? v->h - HEAD_ROWS - 1 : 1;
}

static int digits(int64_t n)
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
	int wide = v->col_axis >= 0 ? digits(tview_n_cols(v) - 1) : MIN_CELL;
	struct str s = STR_INIT;

	for (int64_t r = v->top; r < rows && r < v->top + body_rows(v); r++)
		for (int64_t c = v->left; c < tview_n_cols(v) && c < v->left + cols; c++) {
			int n;

			str_clear(&s);
			cell_text(v->t, tview_index(v, r, c), &s);
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

	if (!is_numeric(v->t))
		return 1;
	fit = (v->w - v->head_w) / 11;
	if (v->t->n <= fit)
		return v->t->n > 0 ? v->t->n : 1;
	return fit >= 10 ? fit / 10 * 10 : fit >= 5 ? 5 : fit >= 2 ? 2 : 1;
}

static void numbers_layout(struct tview *v)
{
	int64_t r, c, most;

	v->head_w = (v->row_axis >= 0 ? digits(v->t->dim[v->row_axis]) : digits(v->t->n)) + 2;
	tview_cursor(v, &r, &c);
	if (r < v->top)
		v->top = r;
	if (r >= v->top + body_rows(v))
		v->top = r - body_rows(v) + 1;
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
	v->head_w = digits(v->t->n) + 2;
	v->wrap = wrap_for(v);
	if (v->t->n == 0)
		return;
	if (v->mode == TV_NUMBERS)
		numbers_layout(v);
	else if (v->mode == TV_HEAT)
		heat_layout(v);
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
		cell_text(v->t, at, &s);
		if (!is_numeric(v->t))
			row_pad(r, start);
		else
			row_pad(r, start + v->cell_w - text_columns(str_sv(&s)));
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

/* ---- histogram and statistics ---- */

const struct stats *tview_stats(struct tview *v)
{
	if (!v->have_stats)
		stats_of(v->t, &v->stats);
	v->have_stats = true;
	return &v->stats;
}

static void bar_add(struct row *r, double part, int width)
{
	static const char *const eighth[] = { "", "▏", "▎", "▍", "▌", "▋", "▊", "▉" };
	int n = (int)(part * width * 8 + 0.5);
	struct str s = STR_INIT;

	if (n == 0 && part > 0)
		n = 1;
	for (int k = 0; k < n / 8; k++)
		str_addz(&s, "█");
	str_addz(&s, eighth[n % 8]);
	row_add(r, ST_OP, str_z(&s));
	str_free(&s);
}

static int histogram_bins(const struct tview *v)
{
	int n = body_rows(v) - 2;

	return n < 4 ? 4 : n > 32 ? 32 : n;
}

static void histogram_row(struct tview *v, int i, struct row *r)
{
	const struct stats *s = tview_stats(v);
	struct histogram h;
	int64_t most = 1;
	double step;
	int width;

	if (!s->numeric || s->n_finite == 0 || i >= histogram_bins(v))
		return;
	histogram_of(v->t, histogram_bins(v), &h);
	if (i >= h.n_bins)
		return;
	for (int k = 0; k < h.n_bins; k++)
		most = h.count[k] > most ? h.count[k] : most;
	step = (h.hi - h.lo) / h.n_bins;
	row_addf(r, ST_DIM, "%11.4g  ", h.lo + step * i);
	width = v->w - 13 - digits(most) - 2;
	if (v->log)
		bar_add(r, log1p((double)h.count[i]) / log1p((double)most), width);
	else
		bar_add(r, (double)h.count[i] / (double)most, width);
	if (h.count[i])
		row_addf(r, ST_NUM, " %" PRId64, h.count[i]);
}

static void histogram_legend(struct tview *v, struct row *r)
{
	const struct stats *s = tview_stats(v);

	row_addf(r, ST_DIM, "%s counts", v->log ? "log" : "linear");
	row_addf(r, ST_NUM, "   zero %" PRId64, s->n_zero);
	row_addf(r, s->n_nan ? ST_BAD : ST_NUM, "   NaN %" PRId64, s->n_nan);
	row_addf(r, s->n_pinf + s->n_ninf ? ST_BAD : ST_NUM, "   Inf %" PRId64,
		 s->n_pinf + s->n_ninf);
}

static void index_text(const struct tview *v, int64_t flat, struct str *out)
{
	int64_t at[SHAPE_MAX_RANK];

	for (int d = v->t->rank - 1; d >= 0; d--) {
		at[d] = flat % v->t->dim[d];
		flat /= v->t->dim[d];
	}
	str_addc(out, '[');
	for (int d = 0; d < v->t->rank; d++)
		str_addf(out, "%s%" PRId64, d ? "," : "", at[d]);
	str_addc(out, ']');
}

static void stat_num(struct row *r, const char *label, double d)
{
	row_addf(r, ST_DIM, "%-10s", label);
	row_addf(r, isfinite(d) ? ST_NUM : ST_BAD, "%-14.6g", d);
}

static void stat_count(const struct stats *s, struct row *r, const char *label, int64_t n, bool bad)
{
	row_addf(r, ST_DIM, "%-10s", label);
	row_addf(r, bad && n ? ST_BAD : ST_NUM, "%" PRId64, n);
	if (n && s->n)
		row_addf(r, ST_DIM, "  (%.3g %%)", 100.0 * (double)n / (double)s->n);
}

static void stat_where(struct tview *v, struct row *r, int64_t flat)
{
	struct str s = STR_INIT;

	if (flat < 0 || v->t->rank == 0)
		return;
	index_text(v, flat, &s);
	row_addf(r, ST_DIM, "at %s", str_z(&s));
	str_free(&s);
}

static void statistics_row(struct tview *v, int i, struct row *r)
{
	static const char *const q_name[] = { "1 %", "5 %", "25 %", "median", "75 %", "95 %", "99 %" };
	const struct stats *s = tview_stats(v);

	i += (int)v->top;
	switch (i) {
	case 0: stat_count(s, r, "values", s->n, false); break;
	case 1: stat_num(r, "min", s->min); stat_where(v, r, s->argmin); break;
	case 2: stat_num(r, "max", s->max); stat_where(v, r, s->argmax); break;
	case 3: stat_num(r, "mean", s->mean); break;
	case 4: stat_num(r, "std", s->std); break;
	case 5: stat_count(s, r, "zero", s->n_zero, false); break;
	case 6: stat_count(s, r, "NaN", s->n_nan, true);
		if (s->n_nan) {
			row_add(r, ST_TEXT, "  ");
			stat_where(v, r, s->first_bad);
		}
		break;
	case 7: stat_count(s, r, "+Inf", s->n_pinf, true); break;
	case 8: stat_count(s, r, "-Inf", s->n_ninf, true); break;
	case 9: stat_count(s, r, "positive", s->n_pos, false); break;
	case 10: stat_count(s, r, "negative", s->n_neg, false); break;
	case 11: stat_count(s, r, "denormal", s->n_denormal, false); break;
	case 12: row_add(r, ST_HEAD, s->sampled ? "quantiles (of a sample)" : "quantiles"); break;
	default:
		if (i - 13 < 7)
			stat_num(r, q_name[i - 13], s->q[i - 13]);
	}
}

/* ---- rows ---- */

void tview_slice_text(const struct tview *v, struct str *out)
{
	str_addc(out, '[');
	for (int d = 0; d < v->t->rank; d++) {
		bool shown = d == v->row_axis || d == v->col_axis || v->col_axis < 0;

		str_addz(out, d ? "," : "");
		if (shown)
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

static void modes_row(const struct tview *v, struct row *r)
{
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
			row_add(r, ST_DIM, mode_names[m]);
	}
}

static void cursor_row(const struct tview *v, struct row *r)
{
	struct str s = STR_INIT, e = STR_INIT;
	int64_t flat;

	if (v->t->n == 0)
		return;
	flat = flat_index(v, v->at);
	index_text(v, flat, &s);
	if (v->t->rank)
		row_addf(r, ST_DIM, "%s ", str_z(&s));
	row_add(r, ST_DIM, "= ");
	print_element(&e, v->t, flat);
	row_name(r, ST_NUM, str_sv(&e));
	if (v->t->dtype == DT_STRING)
		row_addf(r, ST_DIM, "  (%zu bytes)", tensor_str(v->t, flat).n);
	str_free(&s);
	str_free(&e);
}

static void legend_row(struct tview *v, struct row *r)
{
	switch (v->mode) {
	case TV_NUMBERS: numbers_head(v, r); break;
	case TV_HEAT: heat_legend(v, r); break;
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

/* ---- moving ---- */

static void mode_next(struct tview *v, int dir)
{
	int m = v->mode;

	do
		m = (m + dir + TV_MODES) % TV_MODES;
	while (!tview_can(v, (enum tview_mode)m));
	v->mode = (enum tview_mode)m;
	v->top = 0;
}

static void slice_move(struct tview *v, int dir)
{
	int rank = v->t->rank;

	if (v->mode == TV_IMAGE) {	/* the next picture, not the next channel */
		if (rank == 4)
			v->at[0] = (v->at[0] + dir + v->t->dim[0]) % v->t->dim[0];
		return;
	}
	/* All hidden axes as one number, the last one fastest: } walks through every slice. */
	for (int d = rank - 1; d >= 0 && v->col_axis >= 0; d--) {
		if (d == v->row_axis || d == v->col_axis)
			continue;
		v->at[d] += dir;
		if (v->at[d] >= 0 && v->at[d] < v->t->dim[d])
			return;
		v->at[d] = dir > 0 ? 0 : v->t->dim[d] - 1;
	}
}

/* The next pair of axes: rows and columns in turn, in the tensor's order. */
static void axes_next(struct tview *v)
{
	int rank = v->t->rank, r = v->row_axis, c = v->col_axis;

	if (rank < 2)
		return;
	if (c < 0) {
		v->row_axis = rank - 2;
		v->col_axis = rank - 1;
	} else {
		do {
			if (++c >= rank)
				c = 0, r = (r + 1) % rank;
		} while (c == r);
		v->row_axis = r;
		v->col_axis = c;
	}
	v->slice_axis = hidden_axis(v, 0, -1);
	v->top = v->left = 0;
}

/* The statistics are a list that may be longer than the panel. */
static bool statistics_scroll(struct tview *v, const char *a)
{
	int64_t most = STAT_ROWS > body_rows(v) ? STAT_ROWS - body_rows(v) : 0;

	if (!strcmp(a, "up") || !strcmp(a, "page-up") || !strcmp(a, "home"))
		v->top = *a == 'u' && v->top > 0 ? v->top - 1 : 0;
	else if (!strcmp(a, "down"))
		v->top = v->top < most ? v->top + 1 : most;
	else if (!strcmp(a, "page-down") || !strcmp(a, "end"))
		v->top = most;
	else
		return false;
	return true;
}

static bool cursor_action(struct tview *v, const char *a)
{
	int64_t r, c, page = body_rows(v), dr = 1, dc = 1;

	if (v->mode == TV_STATISTICS)
		return statistics_scroll(v, a);

	tview_cursor(v, &r, &c);
	if (v->mode == TV_HEAT) {	/* one step is one pixel at least */
		dr = v->heat_rows > 1 ? v->heat_rows : 1;
		dc = v->heat_cols > 1 ? v->heat_cols : 1;
	}
	if (!strcmp(a, "up"))
		cursor_set(v, r - dr, c);
	else if (!strcmp(a, "down"))
		cursor_set(v, r + dr, c);
	else if (!strcmp(a, "left"))
		cursor_set(v, r, c - dc);
	else if (!strcmp(a, "right"))
		cursor_set(v, r, c + dc);
	else if (!strcmp(a, "page-up"))
		cursor_set(v, r - page * dr, c);
	else if (!strcmp(a, "page-down"))
		cursor_set(v, r + page * dr, c);
	else if (!strcmp(a, "home"))
		cursor_set(v, 0, 0);
	else if (!strcmp(a, "end"))
		cursor_set(v, tview_n_rows(v) - 1, tview_n_cols(v) - 1);
	else
		return false;
	return true;
}

bool tview_action(struct tview *v, const char *a)
{
	if (!v->t)
		return false;
	if (!strcmp(a, "next-view"))
		mode_next(v, 1);
	else if (!strcmp(a, "prev-view"))
		mode_next(v, -1);
	else if (!strcmp(a, "next-slice"))
		slice_move(v, 1);
	else if (!strcmp(a, "prev-slice"))
		slice_move(v, -1);
	else if (!strcmp(a, "axes"))
		axes_next(v);
	else if (!strcmp(a, "log"))
		v->log = !v->log;
	else if (v->t->n > 0)
		return cursor_action(v, a);
	else
		return false;
	return true;
}
