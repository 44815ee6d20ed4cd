/* RGBToHSV, HSVToRGB, AdjustContrast, AdjustContrastv2, AdjustHue, AdjustSaturation. */
#include <math.h>
#include <string.h>

#include "ops/image.h"
#include "ops/mm.h"

/* ---- one pixel ---- */

#define HSV(T, S, fabs_) \
	static void to_hsv_##S(const T *p, T *q) \
	{ \
		T r = p[0], g = p[1], b = p[2]; \
		T v = r > g ? r > b ? r : b : g > b ? g : b, low = r < g ? r < b ? r : b : g < b ? g : b; \
		T range = v - low, norm = (1 / range) * ((T)1 / (T)6), h; \
		h = r == v ? norm * (g - b) : \
		    g == v ? norm * (b - r) + (T)2 / (T)6 : norm * (r - g) + (T)4 / (T)6; \
		h = range > 0 ? h : 0; \
		q[0] = h < 0 ? h + 1 : h; \
		q[1] = v > 0 ? range / v : 0; \
		q[2] = v; \
	} \
	static T unit_##S(T x) \
	{ \
		return x < 0 ? 0 : x > 1 ? 1 : x; \
	} \
	static void to_rgb_##S(const T *p, T *q) \
	{ \
		T dh = p[0] * 6, s = p[1], v = p[2], one_s = -s + 1; \
		q[0] = (one_s + s * unit_##S(fabs_(dh - 3) - 1)) * v; \
		q[1] = (one_s + s * unit_##S(-fabs_(dh - 2) + 2)) * v; \
		q[2] = (one_s + s * unit_##S(-fabs_(dh - 4) + 2)) * v; \
	} \
	static void hsv_##S(const T *x, T *y, int64_t pixels, bool to_rgb) \
	{ \
		for (int64_t i = 0; i < pixels; i++) \
			if (to_rgb) \
				to_rgb_##S(x + 3 * i, y + 3 * i); \
			else \
				to_hsv_##S(x + 3 * i, y + 3 * i); \
	}
HSV(float, f32, fabsf)
HSV(double, f64, fabs)

static bool run_hsv(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	bool to_rgb = c->row->name[0] == 'H';
	struct tensor *out;
	const void *in;
	void *y;

	if (x->rank < 1)
		return op_invalid(c, "input must be at least 1D%s", op_in_shape(c, 0));
	if (x->dim[x->rank - 1] != 3)
		return op_fail(c, ERR_FAILED_PRECONDITION,
			       "input must have 3 channels but input only has %lld channels.",
			       (long long)x->dim[x->rank - 1]);
	out = op_out_like(c, 0, x);
	if (!out || out->n == 0)
		return out != NULL;
	in = mm_in(c, 0);
	y = mm_out(c, out);
	if (!in || !y)
		return false;
	if (x->dtype == DT_DOUBLE)
		hsv_f64(in, y, x->n / 3, to_rgb);
	else
		hsv_f32(in, y, x->n / 3, to_rgb);
	mm_done(out, y);
	return true;
}

/* ---- hue and saturation of pixels, contrast of images ---- */

/* Hue in [0, 6) by which of the channels is largest and which is in the middle. */
static float hue_of(const float *p, float *low, float *high)
{
	static const int kind[3][3] = { { 0, 0, 5 }, { 1, 0, 2 }, { 4, 3, 0 } };	/* [largest][middle] */
	int big, small, mid, k;
	float ratio;

	if (p[0] < p[1])
		big = p[2] > p[1] ? 2 : 1, small = p[2] < p[0] ? 2 : 0;
	else
		big = p[2] > p[0] ? 2 : 0, small = p[2] < p[1] ? 2 : 1;
	mid = 3 - big - small;
	*low = p[small];
	*high = p[big];
	if (*high == *low)
		return 0;
	k = kind[big][mid];
	ratio = (p[mid] - *low) / (*high - *low);
	return (float)k + (k & 1 ? 1 - ratio : ratio);
}

static void from_hue(float h, float low, float high, float *q)
{
	static const int big[] = { 0, 1, 1, 2, 2, 0 }, mid[] = { 1, 0, 2, 1, 0, 2 };
	int k = h >= 0 && h < 6 ? (int)h : 5;
	float ratio = h - (float)(int)fminf(fmaxf(h, 0), 6);

	if (k & 1)
		ratio = 1 - ratio;
	q[0] = q[1] = q[2] = low;
	q[mid[k]] = low + ratio * (high - low);
	q[big[k]] = high;
}

static void adjust_hue(const float *p, float *q, float delta)
{
	float low, high, h = hue_of(p, &low, &high) + delta * 6;

	if (!(fabsf(h) < 600))		/* TensorFlow counts down by six, for as long as it takes */
		h = isfinite(h) ? fmodf(h, 6) : 0;
	while (h < 0)
		h += 6;
	while (h >= 6)
		h -= 6;
	from_hue(h, low, high, q);
}

static void adjust_saturation(const float *p, float *q, float scale)
{
	float v = fmaxf(p[0], fmaxf(p[1], p[2])), range = v - fminf(p[0], fminf(p[1], p[2]));
	float s = v > 0 ? range / v : 0, norm = 1.0f / (6.0f * range), h, c, m, dh, mod, x;
	static const int big[] = { 0, 1, 1, 2, 2, 0 }, mid[] = { 1, 0, 2, 1, 0, 2 };
	int k;

	h = p[0] == v ? norm * (p[1] - p[2]) : p[1] == v ? (float)((double)(norm * (p[2] - p[0])) + 2.0 / 6.0) :
	    (float)((double)(norm * (p[0] - p[1])) + 4.0 / 6.0);
	h = range <= 0 ? 0 : h;
	h = h < 0 ? h + 1 : h;
	s = fminf(1.0f, fmaxf(0.0f, s * scale));
	c = s * v;
	m = v - c;
	dh = h * 6;
	k = dh >= 0 && dh < 6 ? (int)dh : 6;
	for (mod = k < 6 ? dh : 0; mod <= 0; mod += 2)
		;
	while (mod >= 2)
		mod -= 2;
	x = c * (1 - fabsf(mod - 1));
	q[0] = q[1] = q[2] = m;
	if (k < 6) {
		q[big[k]] = c + m;
		q[mid[k]] = x + m;
	}
}

static void adjust_contrast(const float *x, float *y, int64_t images, int64_t pixels, int64_t ch, float factor)
{
	for (int64_t k = 0; k < images * ch; k++) {
		const float *p = x + k / ch * pixels * ch + k % ch;
		float *q = y + (p - x), mean;
		double sum = 0;

		for (int64_t i = 0; i < pixels; i++)
			sum += p[i * ch];
		mean = (float)(sum / (double)pixels);
		for (int64_t i = 0; i < pixels; i++)
			q[i * ch] = (p[i * ch] - mean) * factor + mean;
	}
}

static void contrast_all(const struct tensor *x, const float *from, float *to, float by)
{
	int64_t ch = x->dim[x->rank - 1], pixels = x->dim[x->rank - 2] * x->dim[x->rank - 3];

	adjust_contrast(from, to, x->n / ch / pixels, pixels, ch, by);
}

/* AdjustContrast: any numbers to floats, kept between two. */
static bool run_contrast(struct op_ctx *c)
{
	static const char *const name[] = { "", "contrast_factor", "min_value", "max_value" };
	const struct tensor *x = c->in[0];
	struct tensor *out;
	const float *from;
	float by[4], *y;

	if (x->rank < 3)
		return op_invalid(c, "input must be at least 3-D, got shape%s", op_in_shape(c, 0));
	for (int i = 1; i < 4; i++) {
		if (c->in[i]->rank != 0)
			return op_invalid(c, "%s must be scalar: %s", name[i], op_in_shape(c, i));
		by[i] = *(const float *)c->in[i]->data;
	}
	out = op_out(c, 0, DT_FLOAT, x->rank, x->dim);
	if (!out || out->n == 0)
		return out != NULL;
	if (!(from = image_float(c, 0)))
		return false;
	y = out->data;
	contrast_all(x, from, y, by[1]);
	for (int64_t i = 0; i < out->n; i++) {
		y[i] = y[i] > by[3] ? by[3] : y[i];
		y[i] = y[i] < by[2] ? by[2] : y[i];
	}
	return true;
}

static bool run_adjust(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	char kind = c->row->name[6];	/* Contrast, Hue, Saturation */
	struct tensor *out;
	float by;

	if (x->rank < 3)
		return op_invalid(c, "input must be at least 3-D, got shape%s", op_in_shape(c, 0));
	if (c->in[1]->rank != 0)
		return op_invalid(c, "%s must be scalar: %s",
				  kind == 'C'	? "contrast_factor"
				  : kind == 'H' ? "delta"
						: "scale",
				  op_in_shape(c, 1));
	if (kind != 'C' && x->dim[x->rank - 1] != 3)
		return op_invalid(c, "input must have 3 channels but instead has %lld channels.",
				  (long long)x->dim[x->rank - 1]);
	out = op_out_like(c, 0, x);
	if (!out || out->n == 0)
		return out != NULL;
	by = *(const float *)c->in[1]->data;
	if (kind == 'C') {
		contrast_all(x, x->data, out->data, by);
		return true;
	}
	for (int64_t i = 0; i < x->n; i += 3) {
		const float *p = (const float *)x->data + i;
		float *q = (float *)out->data + i;

		if (kind == 'H')
			adjust_hue(p, q, by);
		else
			adjust_saturation(p, q, by);
	}
	return true;
}

static const struct op_row rows[] = {
	{ .name = "AdjustContrast", .n_in = 4, .n_out = 1, .run = run_contrast,
	  .types = { { "T", DM_INTS | DM(DT_UINT8) | DM(DT_FLOAT) | DM(DT_DOUBLE) } } },
	{ .name = "AdjustContrastv2", .n_in = 2, .n_out = 1, .types = { { "T", DM(DT_FLOAT) } }, .run = run_adjust },
	{ .name = "AdjustHue", .n_in = 2, .n_out = 1, .types = { { "T", DM(DT_FLOAT) } }, .run = run_adjust },
	{ .name = "AdjustSaturation", .n_in = 2, .n_out = 1, .types = { { "T", DM(DT_FLOAT) } }, .run = run_adjust },
	{ .name = "HSVToRGB", .n_in = 1, .n_out = 1, .types = { { "T", DM_FLOATS } }, .run = run_hsv },
	{ .name = "RGBToHSV", .n_in = 1, .n_out = 1, .types = { { "T", DM_FLOATS } }, .run = run_hsv },
};

OP_FAMILY(family_color, rows);
