/*
 * Heat map and image of a tensor. A cell of the terminal shows two pixels, one above the other, by
 * the upper half block with its own foreground and background; without 256 colours one pixel, as one
 * of " .:-=+*#%@". A heat map shrinks by the largest magnitude, never by the mean, and what is not
 * finite wins, so that one bad value among a million is seen. x marks what is looked for.
 */
#include <math.h>
#include <stdlib.h>

#include "tensor/shrink.h"
#include "ui/tensorview.h"

enum { HEAT_HEAD = 3 };

static const char ramp[] = " .:-=+*#%@";

/* Blue, dark, orange: also for those who cannot tell red from green. */
static const int16_t diverging[] = { 45, 39, 33, 27, 26, 25, 24, 17, 53, 52, 94, 130, 166, 172, 208,
				     214, 220 };
static const int16_t sequential[] = { 17, 18, 54, 55, 61, 67, 73, 72, 71, 107, 113, 149, 185, 227 };
/* What is no place on a scale: exact zero is grey, and blank without colours. */
enum { COLOR_NAN = 201, COLOR_PINF = 196, COLOR_NINF = 93, COLOR_ZERO = 235, COLOR_HIT = 231 };

bool half_blocks(const struct tview *v)
{
	return v->colors >= 256 && !v->ascii;
}

static int pixel_rows(const struct tview *v)
{
	int rows = v->h > HEAT_HEAD + 1 ? v->h - HEAT_HEAD - 1 : 1;

	return half_blocks(v) ? rows * 2 : rows;
}

/* ---- heat map ---- */

/* One value is k x k pixels when there is room, else a pixel is a block of values. */
static void heat_scale(struct tview *v, int64_t rows, int64_t cols)
{
	int64_t room_h = pixel_rows(v), room_w = v->w > 1 ? v->w : 1, kr, kc;

	v->heat_rows = (rows + room_h - 1) / room_h;
	v->heat_cols = (cols + room_w - 1) / room_w;
	if (v->heat_rows > 1 || v->heat_cols > 1) {
		v->heat_h = (int)((rows + v->heat_rows - 1) / v->heat_rows);
		v->heat_w = (int)((cols + v->heat_cols - 1) / v->heat_cols);
		return;
	}
	kr = room_h / rows;
	kc = room_w / cols;
	kr = kr < kc ? kr : kc;
	kr = kr < 1 ? 1 : kr > 6 ? 6 : kr;
	v->heat_rows = v->heat_cols = -kr;
	v->heat_h = (int)(rows * kr);
	v->heat_w = (int)(cols * kr);
}

static int64_t value_at(int64_t pixel, int64_t scale)
{
	return scale > 0 ? pixel * scale : pixel / -scale;
}

static struct plane heat_plane(const struct tview *v)
{
	if (v->col_axis < 0)
		return (struct plane){ 0, v->wrap, 1, tview_n_rows(v), tview_n_cols(v) };
	return plane_of(v->t, v->at, v->row_axis, v->col_axis);
}

bool tview_block_hit(const struct tview *v, const struct plane *p, int64_t r0, int64_t r1, int64_t c0, int64_t c1)
{
	r1 = r1 < p->rows ? r1 : p->rows;
	c1 = c1 < p->cols ? c1 : p->cols;
	for (int64_t r = r0; v->seek.kind && v->seek_n && r < r1; r++)
		for (int64_t c = c0; c < c1; c++) {
			int64_t i = p->base + r * p->row + c * p->col;

			if (i < v->t->n && seek_hit(&v->seek, v->t, i))
				return true;
		}
	return false;
}

static struct tview_pixel heat_pixel(const struct tview *v, const struct plane *pl, int y, int x)
{
	int64_t r = value_at(y, v->heat_rows), c = value_at(x, v->heat_cols);
	int64_t r1 = r + (v->heat_rows > 0 ? v->heat_rows : 1), c1 = c + (v->heat_cols > 0 ? v->heat_cols : 1);
	struct tview_pixel p = { 0 };

	p.any = shrink_block(v->t, pl, r, r1, c, c1, &p.v);
	p.hit = tview_block_hit(v, pl, r, r1, c, c1);
	return p;
}

/* A vector is laid out as wide as the panel, so that it fills it. */
static void vector_wrap(struct tview *v)
{
	int64_t n = v->t->n, w = v->w > 1 ? v->w : 1, h = pixel_rows(v);

	if (v->col_axis >= 0)
		return;
	v->wrap = n <= w ? (n > 0 ? n : 1) : w;
	while (v->wrap < n && (n + v->wrap - 1) / v->wrap > h)
		v->wrap *= 2;
}

void heat_layout(struct tview *v)
{
	int64_t rows, cols, r, c;
	struct plane pl;
	int px, py;

	vector_wrap(v);
	rows = tview_n_rows(v);
	cols = tview_n_cols(v);
	v->heat.n = 0;
	if (rows <= 0 || cols <= 0)
		return;
	heat_scale(v, rows, cols);
	pl = heat_plane(v);
	for (int y = 0; y < v->heat_h; y++)
		for (int x = 0; x < v->heat_w; x++)
			vec_push(&v->heat, heat_pixel(v, &pl, y, x));
	tview_cursor(v, &r, &c);
	py = (int)(v->heat_rows > 0 ? r / v->heat_rows : r * -v->heat_rows);
	px = (int)(v->heat_cols > 0 ? c / v->heat_cols : c * -v->heat_cols);
	v->cy = HEAT_HEAD + (half_blocks(v) ? py / 2 : py);
	v->cx = px;
}

static double clamp(double a, double lo)
{
	return a > 1 ? 1 : a < lo ? lo : a;
}

/* 0..1 of the range, or for signed data -1..1. */
static double heat_level(const struct heat_range *g, double d)
{
	double lo = g->min, hi = g->max;

	if (lo < 0 && hi > 0) {
		lo = 0;
		hi = g->max > -g->min ? g->max : -g->min;
	} else if (hi <= 0) {
		lo = 0;
		hi = -g->min;
	}
	if (g->min < 0) {
		double a = hi > 0 ? fabs(d) / hi : 0;

		a = g->log ? log1p(a * 1000) / log(1001) : a;
		return clamp(d < 0 ? -a : a, -1);
	}
	if (hi <= lo)
		return hi > 0 ? 1 : 0;
	d = (d - (g->log ? 0 : lo)) / (hi - (g->log ? 0 : lo));
	d = clamp(d, 0);
	return g->log ? log1p(d * 1000) / log(1001) : d;
}

struct heat_range heat_range_of(struct tview *v)
{
	const struct stats *s = tview_stats(v);

	return (struct heat_range){ s->min, s->max, v->log };
}

int16_t heat_color(const struct heat_range *g, const struct tview_pixel *p)
{
	double a;
	int n;

	if (!p || !p->any)
		return COLOR_NONE;
	if (isnan(p->v))
		return COLOR_NAN;
	if (isinf(p->v))
		return p->v > 0 ? COLOR_PINF : COLOR_NINF;
	if (p->v == 0)
		return COLOR_ZERO;
	a = heat_level(g, p->v);
	if (g->min < 0) {
		n = (int)(sizeof(diverging) / sizeof(*diverging));
		return diverging[(int)((a + 1) / 2 * (n - 1) + 0.5)];
	}
	n = (int)(sizeof(sequential) / sizeof(*sequential));
	return sequential[(int)(a * (n - 1) + 0.5)];
}

char heat_char(const struct heat_range *g, const struct tview_pixel *p)
{
	double a;

	if (!p || !p->any || p->v == 0)
		return ' ';
	if (!isfinite(p->v))
		return isnan(p->v) ? 'N' : p->v > 0 ? 'I' : 'i';
	a = fabs(heat_level(g, p->v));
	return ramp[1 + (int)(a * (sizeof(ramp) - 3) + 0.5)];
}

void heat_cell(const struct heat_range *g, bool half, const struct tview_pixel *top, const struct tview_pixel *low,
	       uint8_t attr, struct row *r)
{
	struct look look = { COLOR_NONE, COLOR_NONE, attr };
	char z[2] = { heat_char(g, top), 0 };

	if ((top && top->hit) || (half && low && low->hit)) {	/* what is looked for */
		look.bg = half ? heat_color(g, top) : COLOR_NONE;
		look.fg = half ? COLOR_HIT : COLOR_NONE;
		look.attr |= LOOK_BOLD;
		row_look(r, look, "x");
		return;
	}
	if (!half) {
		row_look(r, look, z);
		return;
	}
	look.fg = heat_color(g, top);
	look.bg = heat_color(g, low);
	row_look(r, look, look.fg == COLOR_NONE ? " " : "▀");
}

static const struct tview_pixel *pixel_at(const struct tview *v, int y, int x)
{
	size_t i = (size_t)y * (size_t)v->heat_w + (size_t)x;

	return y < v->heat_h && i < v->heat.n ? &v->heat.p[i] : NULL;
}

void heat_row(struct tview *v, int i, struct row *r)
{
	struct heat_range g = heat_range_of(v);
	bool half = half_blocks(v);
	int y = half ? i * 2 : i;

	if (!tview_stats(v)->numeric || y >= v->heat_h)
		return;
	for (int x = 0; x < v->heat_w; x++) {
		bool here = v->cx == x && v->cy == HEAT_HEAD + i;

		heat_cell(&g, half, pixel_at(v, y, x), pixel_at(v, y + 1, x), here ? LOOK_REVERSE : 0, r);
	}
}

static void legend_bar(struct tview *v, struct row *r)
{
	const struct stats *s = tview_stats(v);
	struct heat_range g = heat_range_of(v);
	double lo = s->min < 0 ? (s->max > 0 ? -s->absmax : s->min) : v->log ? 0 : s->min;
	double hi = s->min < 0 ? (s->max > 0 ? s->absmax : 0) : s->max;

	row_addf(r, ST_NUM, "%.3g ", lo);
	for (int k = 0; k < 9; k++) {
		struct tview_pixel p = { .v = lo + (hi - lo) * k / 8, .any = true };
		char z[2] = { heat_char(&g, &p), 0 };

		if (half_blocks(v))
			row_look(r, (struct look){ heat_color(&g, &p), COLOR_NONE, 0 }, "█");
		else
			row_add(r, ST_TEXT, z);
	}
	row_addf(r, ST_NUM, " %.3g", hi);
}

void heat_scale_legend(struct tview *v, struct row *r)
{
	const struct stats *s = tview_stats(v);

	if (!s->numeric || !s->n_finite)
		row_add(r, ST_BAD, "nothing finite");
	else
		legend_bar(v, r);
	if (v->log)
		row_add(r, ST_DIM, " log");
	if (s->n_zero && half_blocks(v)) {
		row_add(r, ST_TEXT, " ");
		row_look(r, (struct look){ COLOR_ZERO, COLOR_NONE, 0 }, "█");
		row_add(r, ST_NUM, " 0");
	} else if (s->n_zero) {
		row_add(r, ST_DIM, " blank 0");
	}
}

void heat_bad_legend(struct tview *v, struct row *r)
{
	const struct stats *s = tview_stats(v);

	if (s->n_nan)
		row_addf(r, ST_BAD, "  NaN %lld", (long long)s->n_nan);
	if (s->n_pinf + s->n_ninf)
		row_addf(r, ST_BAD, "  Inf %lld", (long long)(s->n_pinf + s->n_ninf));
}

void heat_legend(struct tview *v, struct row *r)
{
	heat_scale_legend(v, r);
	heat_bad_legend(v, r);
	if (v->heat_rows > 1 || v->heat_cols > 1)
		row_addf(r, ST_DIM, "  worst of %lldx%lld",
			 (long long)(v->heat_rows > 0 ? v->heat_rows : 1),
			 (long long)(v->heat_cols > 0 ? v->heat_cols : 1));
}

/* ---- image: the last three axes are height, width, channels ---- */

bool tview_is_image(const struct tensor *t)
{
	int r = t->rank;
	int64_t c;

	if (r < 3 || r > 4 || dtype_info(t->dtype)->kind == DK_COMPLEX)
		return false;
	c = t->dim[r - 1];
	return (c == 1 || c == 3 || c == 4) && t->dim[r - 2] >= 8 && t->dim[r - 3] >= 8 && t->n > 0;
}

struct range {
	double lo, hi;
	const char *name;
};

/* Which values are black and white: a guess that the legend says. */
static struct range image_range(struct tview *v)
{
	const struct stats *s = tview_stats(v);

	if (s->n_finite == 0)
		return (struct range){ 0, 1, "nothing finite" };
	if (s->min >= 0 && s->max <= 1.0001)
		return (struct range){ 0, 1, "taken as 0..1" };
	if (s->min >= -1.0001 && s->max <= 1.0001)
		return (struct range){ -1, 1, "taken as -1..1" };
	if (s->min >= 0 && s->max <= 255.5)
		return (struct range){ 0, 255, "taken as 0..255" };
	return (struct range){ s->min, s->max, "least to greatest" };
}

void image_layout(struct tview *v)
{
	int rank = v->t->rank;
	int64_t h = v->t->dim[rank - 3], w = v->t->dim[rank - 2];
	int room_h = pixel_rows(v), room_w = v->w > 1 ? v->w : 1;
	double aspect = half_blocks(v) ? 1 : 2;	/* a cell without halves is twice as high as wide */
	double scale = (double)room_h / (double)h;

	if (scale * aspect * (double)w > room_w)
		scale = room_w / (aspect * (double)w);
	v->heat_h = (int)(scale * (double)h);
	v->heat_w = (int)(scale * aspect * (double)w);
	v->heat_h = v->heat_h < 1 ? 1 : v->heat_h > room_h ? room_h : v->heat_h;
	v->heat_w = v->heat_w < 1 ? 1 : v->heat_w > room_w ? room_w : v->heat_w;
}

/* The mean of channel c over the values that pixel y, x covers, as 0..1. */
static double image_value(struct tview *v, const struct range *g, int y, int x, int64_t c)
{
	int rank = v->t->rank;
	int64_t h = v->t->dim[rank - 3], w = v->t->dim[rank - 2], ch = v->t->dim[rank - 1];
	int64_t y0 = y * h / v->heat_h, y1 = (y + 1) * h / v->heat_h;
	int64_t x0 = x * w / v->heat_w, x1 = (x + 1) * w / v->heat_w;
	int64_t base = rank == 4 ? v->at[0] * h : 0, n = 0;
	double sum = 0;

	for (int64_t r = y0; r < (y1 > y0 ? y1 : y0 + 1); r++)
		for (int64_t k = x0; k < (x1 > x0 ? x1 : x0 + 1); k++, n++) {
			double d = tensor_get_f64(v->t, ((base + r) * w + k) * ch + c);

			if (isnan(d))
				return NAN;
			sum += d;
		}
	sum = (sum / (double)n - g->lo) / (g->hi > g->lo ? g->hi - g->lo : 1);
	return sum < 0 ? 0 : sum > 1 ? 1 : sum;
}

static int16_t image_color(struct tview *v, const struct range *g, int y, int x)
{
	int64_t ch = v->t->dim[v->t->rank - 1];
	double r = image_value(v, g, y, x, 0), gr, b;

	if (isnan(r))
		return COLOR_NAN;
	if (ch == 1)
		return (int16_t)(r >= 0.98 ? 231 : r <= 0.02 ? 16 : 232 + (int)(r * 23 + 0.5));
	gr = image_value(v, g, y, x, 1);
	b = image_value(v, g, y, x, 2);
	if (isnan(gr) || isnan(b))
		return COLOR_NAN;
	if (fabs(r - gr) < 0.04 && fabs(gr - b) < 0.04 && r > 0.03 && r < 0.97)
		return (int16_t)(232 + (int)(r * 23 + 0.5));
	return (int16_t)(16 + 36 * (int)(r * 5 + 0.5) + 6 * (int)(gr * 5 + 0.5) + (int)(b * 5 + 0.5));
}

static char image_char(struct tview *v, const struct range *g, int y, int x)
{
	int64_t ch = v->t->dim[v->t->rank - 1];
	double a = image_value(v, g, y, x, 0);

	if (ch >= 3)
		a = 0.3 * a + 0.59 * image_value(v, g, y, x, 1) + 0.11 * image_value(v, g, y, x, 2);
	return isnan(a) ? 'N' : ramp[(int)(a * (sizeof(ramp) - 2) + 0.5)];
}

void image_row(struct tview *v, int i, struct row *r)
{
	struct range g = image_range(v);
	bool half = half_blocks(v);
	int y = half ? i * 2 : i;

	if (y >= v->heat_h)
		return;
	for (int x = 0; x < v->heat_w; x++) {
		struct look look = { COLOR_NONE, COLOR_NONE, 0 };
		char z[2];

		if (!half) {
			z[0] = image_char(v, &g, y, x);
			z[1] = 0;
			row_look(r, look, z);
			continue;
		}
		look.fg = image_color(v, &g, y, x);
		if (y + 1 < v->heat_h)
			look.bg = image_color(v, &g, y + 1, x);
		row_look(r, look, "▀");
	}
}

void image_legend(struct tview *v, struct row *r)
{
	struct range g = image_range(v);
	int rank = v->t->rank;

	row_addf(r, ST_DIM, "%s", g.name);
	if (rank == 4 && v->t->dim[0] > 1)
		row_addf(r, ST_DIM, "  image %lld of %lld", (long long)v->at[0] + 1,
			 (long long)v->t->dim[0]);
}
