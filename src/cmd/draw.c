/* Text pictures of tensors; see draw.h. */
#include "cmd/draw.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "tensor/print.h"
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
static char *scalar_text(enum dtype type, double v)
{
	struct tensor *t = tensor_scalar_f64(type, v, NULL);
	struct str s = STR_INIT;

	str_addz(&s, "");
	if (t)
		print_element(&s, t, 0);
	tensor_unref(t);
	return str_give(&s);
}

static char *element_text(const struct tensor *t, int64_t i)
{
	struct str s = STR_INIT;

	str_addz(&s, "");
	print_element(&s, t, i);
	return str_give(&s);
}

void draw_summary(struct sink *out, const struct tensor *t)
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

		cell_add(&c, "min", element_text(t, s.argmin));
		cell_add(&c, "max", element_text(t, s.argmax));
		cell_add(&c, "mean", scalar_text(mean, s.mean));
		cell_add(&c, "std", scalar_text(mean, s.std));
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

/* ---- heat map ---- */

void draw_heat(struct sink *out, const struct tensor *t)
{
	static const char ramp[] = " .:-=+*#%@";
	int64_t rows = t->rank > 1 ? t->dim[t->rank - 2] : 1;
	int64_t cols = t->rank > 0 ? t->dim[t->rank - 1] : 1;
	int64_t wide = out->width > 4 ? out->width - 2 : 78, tall = 40;
	int64_t sx = (cols + wide - 1) / wide, sy = (rows + tall - 1) / tall;
	struct stats s;

	stats_of(t, &s);
	if (!s.numeric || !s.n_finite) {
		sink_puts(out, "No heat map: no finite numbers.\n");
		return;
	}
	sx = sx > 0 ? sx : 1;
	sy = sy > 0 ? sy : 1;
	for (int64_t y = 0; y < rows; y += sy) {
		for (int64_t x = 0; x < cols; x += sx) {
			double v = tensor_get_f64(t, y * cols + x);
			double part = s.max > s.min ? (v - s.min) / (s.max - s.min) : 0.5;
			char c = isnan(v) ? 'N' : isinf(v) ? 'I' : ramp[(int)(part * 9.999)];

			sink_put(out, (struct sv){ &c, 1 });
		}
		sink_puts(out, "\n");
	}
	sink_printf(out, "' ' %.4g ... '@' %.4g", s.min, s.max);
	if (sx > 1 || sy > 1)
		sink_printf(out, "; every %" PRId64 "th row, every %" PRId64 "th column", sy, sx);
	if (t->rank > 2)
		sink_puts(out, "; the first of the leading dimensions (choose with a slice)");
	sink_puts(out, "\n");
}
