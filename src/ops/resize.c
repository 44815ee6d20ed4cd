/*
 * ResizeNearestNeighbor, ResizeBilinear, ResizeBicubic, ResizeArea. Coordinates are computed in float as
 * TensorFlow does: an output's position times in / out, or (in - 1) / (out - 1) with align_corners, or
 * with the pixels' centres at one half.
 */
#include <math.h>
#include <string.h>

#include "ops/image.h"

struct resize {
	int64_t n, h, w, c, oh, ow;
	float sh, sw;			/* input pixels an output pixel */
	bool align, half;
	const float *x;			/* nearest: bytes */
	float *y;
	const void *cols;		/* per output column: struct lerp, image_cubic or area */
	size_t size;			/* nearest: bytes of a pixel */
};

const float *image_float(struct op_ctx *c, int i)
{
	enum dtype t = c->in[i]->dtype;
	struct tensor *f;

	if (t == DT_FLOAT || t == DT_HALF || t == DT_BFLOAT16)
		return op_in_float(c, i);
	f = tensor_cast(c->in[i], DT_FLOAT, c->err);
	if (!f)
		return NULL;
	op_hold(c, f);
	return f->data;
}

bool image_size(struct op_ctx *c, int i, const char *name, int64_t *h, int64_t *w)
{
	if (c->in[i]->rank != 1)
		return op_invalid(c, "%s must be 1-dimensional%s", name, op_in_shape(c, i));
	if (c->in[i]->n != 2)
		return op_invalid(c, "%s must have two elements%s", name, op_in_shape(c, i));
	*h = tensor_get_i64(c->in[i], 0);
	*w = tensor_get_i64(c->in[i], 1);
	return true;
}

float image_scale(int64_t in, int64_t out, bool align)
{
	return align && out > 1 ? (float)(in - 1) / (float)(out - 1) : (float)in / (float)out;
}

static float position(const struct resize *r, int64_t i, float scale)
{
	return r->half ? ((float)i + 0.5f) * scale - 0.5f : (float)i * scale;
}

bool image_resize_sizes(struct op_ctx *c, int64_t *h, int64_t *w)
{
	const struct tensor *x = c->in[0];

	if (x->rank != 4)
		return op_invalid(c, "input must be 4-dimensional%s", op_in_shape(c, 0));
	if (x->dim[3] <= 0)
		return op_invalid(c, "image must have at least one channel");
	if (x->dim[1] <= 0 || x->dim[2] <= 0)
		return op_invalid(c, "input image must be of non-zero size");
	if (x->dim[1] >= INT32_MAX || x->dim[2] >= INT32_MAX)
		return op_invalid(c, "input sizes must be between 0 and max int32");
	if (!image_size(c, 1, "shape_t", h, w))
		return false;
	return (*h > 0 && *w > 0) || op_invalid(c, "output dimensions must be positive");
}

bool image_width_fits(struct op_ctx *c, int64_t out, float scale)
{
	return ceilf((float)(out - 1) * scale) <= (float)INT32_MAX ||
	       op_invalid(c, "input image width scale would cause an overflow");
}

static bool setup(struct op_ctx *c, struct resize *r, enum dtype t)
{
	const struct tensor *x = c->in[0];
	bool area = !strcmp(c->row->name, "ResizeArea");

	node_attr_bool(c->node, "align_corners", &r->align);
	if (!area)
		node_attr_bool(c->node, "half_pixel_centers", &r->half);
	if (r->half && r->align)
		return op_invalid(c, "If half_pixel_centers is True, align_corners must be False.");
	if (!image_resize_sizes(c, &r->oh, &r->ow))
		return false;
	r->n = x->dim[0], r->h = x->dim[1], r->w = x->dim[2], r->c = x->dim[3];
	r->sh = image_scale(r->h, r->oh, r->align);
	r->sw = image_scale(r->w, r->ow, r->align);
	return image_width_fits(c, r->ow, r->sw) && op_out(c, 0, t, 4, (int64_t[]){ r->n, r->oh, r->ow, r->c }) != NULL;
}

static int64_t bound(int64_t v, int64_t limit)
{
	return v < 0 ? 0 : v < limit ? v : limit - 1;
}

static void rows_run(struct resize *r, void (*tile)(void *ctx, int64_t from, int64_t to))
{
	tiles_run(r->n * r->oh, 1 + TILE_ELEMS / (r->ow * r->c + 1), tile, r);
}

/* ---- nearest neighbour ---- */

static int64_t nearest(const struct resize *r, int64_t i, float scale, int64_t limit)
{
	float at = r->half ? ((float)i + 0.5f) * scale : (float)i * scale;

	return bound((int64_t)(r->align ? roundf(at) : floorf(at)), limit);
}

static void nearest_tile(void *ctx, int64_t from, int64_t to)
{
	const struct resize *r = ctx;
	const int64_t *col = r->cols;

	for (int64_t k = from; k < to; k++) {
		int64_t b = k / r->oh, y = nearest(r, k % r->oh, r->sh, r->h);
		const char *in = (const char *)r->x + (size_t)((b * r->h + y) * r->w) * r->size;
		char *out = (char *)r->y + (size_t)(k * r->ow) * r->size;

		for (int64_t x = 0; x < r->ow; x++, out += r->size)
			memcpy(out, in + (size_t)col[x] * r->size, r->size);
	}
}

static bool run_nearest(struct op_ctx *c)
{
	struct resize r = { 0 };
	int64_t *col;

	if (!setup(c, &r, c->in[0]->dtype))
		return false;
	if (r.h >= 1 << 24 || r.w >= 1 << 24)
		return op_invalid(c, "nearest neighbor requires max height & width of 2^24");
	if (c->out[0]->n == 0)
		return true;
	col = op_temp(c, (size_t)r.ow * sizeof(*col));
	if (!col)
		return false;
	for (int64_t x = 0; x < r.ow; x++)
		col[x] = nearest(&r, x, r.sw, r.w);
	r.cols = col;
	r.x = c->in[0]->data;
	r.y = c->out[0]->data;
	r.size = dtype_info(c->in[0]->dtype)->size * (size_t)r.c;
	rows_run(&r, nearest_tile);
	return true;
}

/* The output of the others is float. */
static bool setup_float(struct op_ctx *c, struct resize *r, size_t col_size)
{
	if (!setup(c, r, DT_FLOAT))
		return false;
	if (c->out[0]->n == 0)
		return true;
	r->x = image_float(c, 0);
	r->y = c->out[0]->data;
	r->cols = op_temp(c, (size_t)r->ow * col_size);
	return r->x && r->cols;
}

/* ---- bilinear ---- */

struct lerp {
	int64_t lower, upper;
	float part;
};

static struct lerp lerp_of(const struct resize *r, int64_t i, float scale, int64_t limit)
{
	float in = position(r, i, scale), low = floorf(in);
	struct lerp l = { (int64_t)low, (int64_t)ceilf(in), in - low };

	l.lower = l.lower < 0 ? 0 : l.lower;
	l.upper = l.upper < limit - 1 ? l.upper : limit - 1;
	return l;
}

static void bilinear_tile(void *ctx, int64_t from, int64_t to)
{
	const struct resize *r = ctx;
	const struct lerp *col = r->cols;

	for (int64_t k = from; k < to; k++) {
		struct lerp y = lerp_of(r, k % r->oh, r->sh, r->h);
		const float *img = r->x + k / r->oh * r->h * r->w * r->c;
		const float *a = img + y.lower * r->w * r->c, *b = img + y.upper * r->w * r->c;
		float *out = r->y + k * r->ow * r->c;

		for (int64_t x = 0; x < r->ow; x++) {
			int64_t lo = col[x].lower * r->c, hi = col[x].upper * r->c;

			for (int64_t i = 0; i < r->c; i++) {
				float top = a[lo + i] + (a[hi + i] - a[lo + i]) * col[x].part;
				float bottom = b[lo + i] + (b[hi + i] - b[lo + i]) * col[x].part;

				*out++ = top + (bottom - top) * y.part;
			}
		}
	}
}

static bool run_bilinear(struct op_ctx *c)
{
	struct resize r = { 0 };
	struct lerp *col;

	if (!setup_float(c, &r, sizeof(*col)))
		return false;
	if (c->out[0]->n == 0)
		return true;
	if (r.oh == r.h && r.ow == r.w) {
		memcpy(r.y, r.x, c->out[0]->bytes);
		return true;
	}
	col = (struct lerp *)(uintptr_t)r.cols;
	for (int64_t x = 0; x < r.ow; x++)
		col[x] = lerp_of(&r, x, r.sw, r.w);
	rows_run(&r, bilinear_tile);
	return true;
}

/* ---- bicubic ---- */

/* The weights of a table of 1024 steps, computed where needed with the table's arithmetic: step i, near
 * (distance below one) or far. */
static float weight(double a, int64_t i, bool far)
{
	float x = (float)((double)i * 1.0 / 1024);

	if (!far)
		return (float)(((a + 2) * (double)x - (a + 3)) * (double)x * (double)x + 1);
	x = (float)((double)x + 1.0);
	return (float)(((a * (double)x - 5 * a) * (double)x + 8 * a) * (double)x - 4 * a);
}

struct image_cubic image_cubic_of(bool half, int64_t i, float scale, int64_t limit)
{
	double a = half ? -0.5 : -0.75;
	float in = half ? ((float)i + 0.5f) * scale - 0.5f : (float)i * scale, sum = 0;
	int64_t at = (int64_t)floorf(in), off = lrintf((in - (float)at) * 1024);
	struct image_cubic k = { .w = { weight(a, off, true), weight(a, off, false), weight(a, 1024 - off, false),
				  weight(a, 1024 - off, true) } };

	for (int j = 0; j < 4; j++) {
		k.at[j] = bound(at - 1 + j, limit);
		if (half && k.at[j] != at - 1 + j)
			k.w[j] = 0;
		sum += k.w[j];
	}
	/* half_pixel_centers: pixels beyond the edge have no weight, the others share it */
	if (half && fabsf(sum) >= 1000.0f * 1.17549435e-38f)
		for (int j = 0; j < 4; j++)
			k.w[j] *= 1.0f / sum;
	return k;
}

static float cubic_sum(const struct image_cubic *k, const float *row, int64_t step)
{
	return row[k->at[0] * step] * k->w[0] + row[k->at[1] * step] * k->w[1] + row[k->at[2] * step] * k->w[2] +
	       row[k->at[3] * step] * k->w[3];
}

/* First down the four columns that the output pixel needs, then across. */
static void bicubic_tile(void *ctx, int64_t from, int64_t to)
{
	const struct resize *r = ctx;
	const struct image_cubic *col = r->cols;

	for (int64_t k = from; k < to; k++) {
		struct image_cubic y = image_cubic_of(r->half, k % r->oh, r->sh, r->h);
		const float *img = r->x + k / r->oh * r->h * r->w * r->c;
		float *out = r->y + k * r->ow * r->c;

		for (int64_t x = 0; x < r->ow; x++)
			for (int64_t i = 0; i < r->c; i++) {
				struct image_cubic four = { { 0, 1, 2, 3 },
							    { col[x].w[0], col[x].w[1], col[x].w[2], col[x].w[3] } };
				float v[4];

				for (int j = 0; j < 4; j++)
					v[j] = cubic_sum(&y, img + col[x].at[j] * r->c + i, r->w * r->c);
				*out++ = cubic_sum(&four, v, 1);
			}
	}
}

static bool run_bicubic(struct op_ctx *c)
{
	struct resize r = { 0 };
	struct image_cubic *col;

	if (!setup_float(c, &r, sizeof(*col)))
		return false;
	if (c->out[0]->n == 0)
		return true;
	col = (struct image_cubic *)(uintptr_t)r.cols;
	for (int64_t x = 0; x < r.ow; x++)
		col[x] = image_cubic_of(r.half, x, r.sw, r.w);
	rows_run(&r, bicubic_tile);
	return true;
}

/* ---- area ---- */

struct area {
	int64_t start, end;		/* input pixels that the output pixel covers */
	float first, last;		/* how much of the first and the last */
};

/* How much of input pixel v lies between a and b. */
static float covered(int64_t v, float a, float b, float scale)
{
	if ((float)v < a)
		return (float)(v + 1) > b ? scale : (float)(v + 1) - a;
	return (float)(v + 1) > b ? b - (float)v : 1.0f;
}

static struct area area_of(int64_t i, float scale)
{
	float a = (float)i * scale, b = (float)(i + 1) * scale;
	struct area k = { .start = (int64_t)floorf(a), .end = (int64_t)ceilf(b) };

	k.first = covered(k.start, a, b, scale);
	k.last = covered(k.end - 1, a, b, scale);
	return k;
}

static float area_row(const struct resize *r, const struct area *x, const float *row)
{
	float sum = row[bound(x->start, r->w) * r->c] * x->first;

	if (x->start + 1 == x->end)
		return sum;
	for (int64_t k = x->start + 1; k < x->end - 1; k++)
		sum += row[bound(k, r->w) * r->c];
	return sum + row[bound(x->end - 1, r->w) * r->c] * x->last;
}

static void area_tile(void *ctx, int64_t from, int64_t to)
{
	const struct resize *r = ctx;
	const struct area *col = r->cols;
	float scale = (float)(1.0 / (double)(r->sh * r->sw));

	for (int64_t k = from; k < to; k++) {
		const float *img = r->x + k / r->oh * r->h * r->w * r->c;
		int64_t oy = k % r->oh;
		float a = (float)oy * r->sh, b = (float)(oy + 1) * r->sh, *out = r->y + k * r->ow * r->c;
		int64_t start = (int64_t)floorf(a), end = (int64_t)ceilf(b);

		for (int64_t x = 0; x < r->ow; x++)
			for (int64_t i = 0; i < r->c; i++) {
				float sum = 0;

				for (int64_t y = start; y < end; y++)
					sum += area_row(r, &col[x], img + bound(y, r->h) * r->w * r->c + i) *
					       covered(y, a, b, r->sh);
				*out++ = sum * scale;
			}
	}
}

static bool run_area(struct op_ctx *c)
{
	struct resize r = { 0 };
	struct area *col;

	if (!setup_float(c, &r, sizeof(*col)))
		return false;
	if (c->out[0]->n == 0)
		return true;
	col = (struct area *)(uintptr_t)r.cols;
	for (int64_t x = 0; x < r.ow; x++)
		col[x] = area_of(x, r.sw);
	rows_run(&r, area_tile);
	return true;
}

#define DM_RESIZE (DM_FLOATS | DM_INTS | DM(DT_UINT8) | DM(DT_UINT16))
static const struct op_row rows[] = {
	{ .name = "ResizeArea", .n_in = 2, .n_out = 1, .types = { { "T", DM_RESIZE } }, .run = run_area },
	{ .name = "ResizeBicubic", .n_in = 2, .n_out = 1, .types = { { "T", DM_RESIZE } }, .run = run_bicubic },
	{ .name = "ResizeBilinear", .n_in = 2, .n_out = 1, .types = { { "T", DM_RESIZE } }, .run = run_bilinear },
	{ .name = "ResizeNearestNeighbor", .n_in = 2, .n_out = 1, .types = { { "T", DM_RESIZE } }, .run = run_nearest },
};

OP_FAMILY(family_resize, rows);
