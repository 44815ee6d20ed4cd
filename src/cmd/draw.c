/* Text pictures of tensors; see draw.h. */
#include "cmd/draw.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "tensor/print.h"
#include "tensor/shrink.h"
#include "tensor/stats.h"

/* ---- tfdbg's numeric summary ---- */

struct cells {
	const char *head[8];
	char *text[8];
	int n;
};

static void cell_add(struct cells *c, const char *head, char *text)
{
	c->head[c->n] = head;
	c->text[c->n++] = text;
}

static void count_add(struct cells *c, const char *head, int64_t n)
{
	struct str s = STR_INIT;

	if (!n)
		return;
	str_addf(&s, "%" PRId64, n);
	cell_add(c, head, str_give(&s));
}

/* "| 0 + | total |" over "| 1 5 |     6 |": columns of one width, then the total in a cell. */
static void cells_print(struct sink *out, struct cells *c, const char *total)
{
	size_t w = 0, tw = sizeof("total");

	for (int i = 0; i < c->n; i++) {
		w = strlen(c->head[i]) > w ? strlen(c->head[i]) : w;
		w = strlen(c->text[i]) > w ? strlen(c->text[i]) : w;
	}
	tw = total && strlen(total) > tw ? strlen(total) : tw;
	for (int line = 0; line < 2; line++) {
		sink_puts(out, "|");
		for (int i = 0; i < c->n; i++)
			sink_printf(out, "%*s", (int)w + 1, line ? c->text[i] : c->head[i]);
		sink_puts(out, " |");
		if (total)
			sink_printf(out, "%*s |", (int)tw, line ? total : "total");
		sink_puts(out, "\n");
	}
	for (int i = 0; i < c->n; i++)
		free(c->text[i]);
	c->n = 0;
}

/* As Python prints a numpy scalar of that type. */
static char *scalar_text(enum dtype type, double v, bool numpy2)
{
	struct tensor *t = tensor_scalar_f64(type, v, NULL);
	struct str s = STR_INIT;

	str_addz(&s, "");
	if (t)
		print_element_as(&s, t, 0, numpy2);
	tensor_unref(t);
	return str_give(&s);
}

static char *element_text(const struct tensor *t, int64_t i, bool numpy2)
{
	struct str s = STR_INIT;

	str_addz(&s, "");
	print_element_as(&s, t, i, numpy2);
	return str_give(&s);
}

void draw_summary(struct sink *out, const struct tensor *t, bool numpy2)
{
	enum dtype_kind kind = dtype_info(t->dtype)->kind;
	struct cells c = { 0 };
	struct str total = STR_INIT;
	struct stats s;

	stats_of(t, &s);
	if (!t->n) {
		sink_puts(out, "No numeric summary available due to empty tensor.\n\n");
		return;
	}
	if (!s.numeric || kind == DK_COMPLEX) {
		sink_printf(out, "No numeric summary available due to tensor dtype: %s.\n\n",
			    kind == DK_STRING ? "object" : dtype_info(t->dtype)->name);
		return;
	}
	sink_puts(out, "Numeric summary:\n");
	str_addf(&total, "%" PRId64, t->n);
	if (kind == DK_BOOL) {
		count_add(&c, "False", s.n_zero);
		count_add(&c, "True", s.n_pos);
	} else {
		count_add(&c, "nan", s.n_nan);
		count_add(&c, "-inf", s.n_ninf);
		count_add(&c, "-", s.n_neg);
		count_add(&c, "0", s.n_zero);
		count_add(&c, "+", s.n_pos);
		count_add(&c, "+inf", s.n_pinf);
	}
	cells_print(out, &c, str_z(&total));
	str_free(&total);
	if (kind != DK_BOOL && s.n_finite) {
		enum dtype mean = kind == DK_FLOAT ? t->dtype : DT_DOUBLE;

		cell_add(&c, "min", element_text(t, s.argmin, numpy2));
		cell_add(&c, "max", element_text(t, s.argmax, numpy2));
		cell_add(&c, "mean", scalar_text(mean, s.mean, numpy2));
		cell_add(&c, "std", scalar_text(mean, s.std, numpy2));
		cells_print(out, &c, NULL);
	}
	sink_puts(out, "\n");
}

/* ---- histogram ---- */

enum { BINS = 12, BAR = 50 };

void draw_histogram(struct sink *out, const struct tensor *t)
{
	struct histogram h;
	int64_t most = 1;

	histogram_of(t, BINS, &h);
	if (h.n_bins <= 0) {
		sink_puts(out, "No histogram: no finite numbers.\n\n");
		return;
	}
	for (int i = 0; i < h.n_bins; i++)
		most = h.count[i] > most ? h.count[i] : most;
	for (int i = 0; i < h.n_bins; i++) {
		double step = (h.hi - h.lo) / h.n_bins;
		int bar = (int)((double)h.count[i] / (double)most * BAR + 0.5);

		sink_printf(out, "%11.4g | ", h.lo + step * i);
		for (int k = 0; k < bar || (k == 0 && h.count[i]); k++)
			sink_puts(out, "#");
		sink_printf(out, " %" PRId64 "\n", h.count[i]);
	}
	sink_printf(out, "%11.4g\n\n", h.hi);
}

/* ---- heat map and mosaic: where there is no room, the worst value of a block stands for all ---- */

struct shade {
	const struct tensor *t;
	struct stats s;
};

static bool shade_init(struct shade *g, const struct tensor *t, struct sink *out)
{
	g->t = t;
	stats_look(t, 0, &g->s);
	if (g->s.numeric && g->s.n_finite)
		return true;
	sink_puts(out, "No heat map: no finite numbers.\n");
	return false;
}

static void shade_put(const struct shade *g, struct sink *out, const struct plane *p, const int64_t r[2],
		      const int64_t c[2])
{
	static const char ramp[] = " .:-=+*#%@";
	double lo = g->s.min, hi = g->s.max, v = 0, part;
	char z = ' ';

	if (shrink_block(g->t, p, r[0], r[1], c[0], c[1], &v)) {
		part = hi > lo ? (v / 2 - lo / 2) / (hi / 2 - lo / 2) : 0.5;	/* halves: hi - lo may overflow */
		z = isnan(v) ? 'N' : isinf(v) ? 'I' : ramp[(int)(part * 9.999)];
	}
	sink_put(out, (struct sv){ &z, 1 });
}

static void line_put(const struct shade *g, struct sink *out, const struct plane *p, int64_t y, int64_t h, int64_t w)
{
	int64_t r[2], c[2];

	shrink_span(y, h, p->rows, &r[0], &r[1]);
	for (int64_t x = 0; x < w; x++) {
		shrink_span(x, w, p->cols, &c[0], &c[1]);
		shade_put(g, out, p, r, c);
	}
}

static void shade_legend(const struct shade *g, struct sink *out, const struct plane *p, int64_t h, int64_t w)
{
	sink_printf(out, "' ' %.4g ... '@' %.4g", g->s.min, g->s.max);
	if (p->rows > h || p->cols > w)
		sink_printf(out, "; a character is the largest magnitude of about %" PRId64 " x %" PRId64,
			    (p->rows + h - 1) / h, (p->cols + w - 1) / w);
}

enum { TALL = 40, TILE = 16 };

void draw_heat(struct sink *out, const struct tensor *t)
{
	int64_t wide = out->width > 4 ? out->width - 2 : 78, h, w;
	struct plane p = { .row = t->rank ? t->dim[t->rank - 1] : 1, .col = 1 };
	struct shade g;

	p.cols = p.row;
	p.rows = t->rank > 1 ? t->dim[t->rank - 2] : 1;
	if (!shade_init(&g, t, out))
		return;
	h = p.rows < TALL ? p.rows : TALL;
	w = p.cols < wide ? p.cols : wide;
	for (int64_t y = 0; y < h; y++) {
		line_put(&g, out, &p, y, h, w);
		sink_puts(out, "\n");
	}
	shade_legend(&g, out, &p, h, w);
	if (t->rank > 2)
		sink_puts(out, "; the first of the leading dimensions (choose with a slice)");
	sink_puts(out, "\n");
}

/* Maps first .. first + n, side by side under their numbers. */
static void maps_put(const struct shade *g, struct sink *out, struct plane p, int64_t first, int64_t n, int64_t h,
		     int64_t w)
{
	for (int64_t k = 0; k < n; k++)
		if (k + 1 < n)
			sink_printf(out, "%-*" PRId64 " ", (int)w, first + k);
		else
			sink_printf(out, "%" PRId64 "\n", first + k);
	for (int64_t y = 0; y < h; y++) {
		for (int64_t k = 0; k < n; k++) {
			p.base = first + k;
			line_put(g, out, &p, y, h, w);
			sink_puts(out, k + 1 < n ? " " : "\n");
		}
	}
}

void draw_mosaic(struct sink *out, const struct tensor *t)
{
	int64_t wide = out->width > 4 ? out->width : 80, h, w, in_line;
	struct plane p;
	struct shade g;

	if (t->rank < 3) {
		sink_puts(out, "No mosaic: three dimensions are needed, the last one for the channels.\n");
		return;
	}
	if (!shade_init(&g, t, out))
		return;
	p = (struct plane){ .col = t->dim[t->rank - 1], .cols = t->dim[t->rank - 2], .rows = t->dim[t->rank - 3] };
	p.row = p.col * p.cols;
	w = p.cols < TILE ? (p.cols < 4 ? 4 : p.cols) : TILE;
	h = p.rows < TILE / 2 ? p.rows : TILE / 2;
	in_line = (wide + 1) / (w + 1);
	in_line = in_line > 0 ? in_line : 1;
	for (int64_t c = 0; c < p.col; c += in_line)
		maps_put(&g, out, p, c, c + in_line < p.col ? in_line : p.col - c, h, w);
	shade_legend(&g, out, &p, h, w);
	if (t->rank > 3)
		sink_puts(out, "; the first of the leading dimensions (choose with a slice)");
	sink_puts(out, "\n");
}
