/*
 * Gradients of resizing and of CropAndResize: each output pixel's gradient goes back, with the weights that the
 * pixel was made with, to the pixels that it was made of. What is added is rounded to the image's type.
 */
#include <math.h>
#include <string.h>

#include "ops/image.h"
#include "ops/mm.h"

struct back {
	enum dtype type;		/* of the image */
	int64_t n, h, w, c, oh, ow;	/* the image and the gradient */
	float sh, sw;
	bool align, half;
	const float *dy;
	void *dx;			/* doubles for a double image, else floats */
};

static float step(enum dtype t, float v)
{
	uint16_t bits;

	if (t != DT_HALF && t != DT_BFLOAT16)
		return v;
	low_of_float(t, &bits, &v, 1);
	low_to_float(t, &v, &bits, 1);
	return v;
}

/* Adds weight times a gradient's pixel to a pixel of the image. */
static void give(const struct back *b, int64_t image, int64_t y, int64_t x, const float *dy, float weight)
{
	int64_t at = ((image * b->h + y) * b->w + x) * b->c;

	for (int64_t k = 0; k < b->c; k++)
		if (b->type == DT_DOUBLE) {
			((double *)b->dx)[at + k] += (double)(dy[k] * weight);
		} else {
			float *to = (float *)b->dx + at + k;

			*to = step(b->type, *to + step(b->type, dy[k] * weight));
		}
}

static void flags(struct op_ctx *c, struct back *b)
{
	node_attr_bool(c->node, "align_corners", &b->align);
	node_attr_bool(c->node, "half_pixel_centers", &b->half);
}

/* The image in zeros: output 0. */
static bool image_out(struct op_ctx *c, struct back *b, enum dtype t)
{
	struct tensor *out = op_out(c, 0, t, 4, (int64_t[]){ b->n, b->h, b->w, b->c });

	if (!out)
		return false;
	b->type = t;
	b->dx = mm_out(c, out);
	if (b->dx)
		memset(b->dx, 0, (size_t)out->n * dtype_info(mm_type(t))->size);
	return b->dx != NULL;
}

static bool setup(struct op_ctx *c, struct back *b)
{
	const struct tensor *g = c->in[0], *x = c->in[1];

	flags(c, b);
	if (b->half && b->align)
		return op_invalid(c, "If half_pixel_centers is True, align_corners must be False.");
	if (g->rank != 4)
		return op_invalid(c, "input_grad must be 4-dimensional%s", op_in_shape(c, 0));
	if (x->rank != 4)
		return op_invalid(c, "original_image must be 4-dimensional%s", op_in_shape(c, 1));
	b->n = g->dim[0], b->c = g->dim[3], b->oh = g->dim[1], b->ow = g->dim[2];
	b->h = x->dim[1], b->w = x->dim[2];
	/* TensorFlow goes on here, against its own inference of the shape */
	if (b->n != x->dim[0] || b->c != x->dim[3])
		return op_invalid(c, "input_grad and original_image differ in batch or depth: %s, %s",
				  op_in_shape(c, 0), op_in_shape(c, 1));
	if (b->oh <= 0 || b->ow <= 0)
		return op_invalid(c, "resized dimensions must be positive");
	if (b->h <= 0 || b->w <= 0)
		return op_invalid(c, "original dimensions must be positive");
	b->sh = image_scale(b->h, b->oh, b->align);
	b->sw = image_scale(b->w, b->ow, b->align);
	b->dy = g->data;
	return image_out(c, b, x->dtype);
}

struct lerp {
	int64_t lower, upper;
	float part;
};

static struct lerp lerp_of(bool half, int64_t i, float scale, int64_t limit)
{
	float in = half ? ((float)i + 0.5f) * scale - 0.5f : (float)i * scale, low = floorf(in);
	struct lerp l = { (int64_t)fmaxf(low, 0), (int64_t)fminf(ceilf(in), (float)(limit - 1)), in - low };

	l.lower = l.lower < limit ? l.lower : limit - 1;
	l.upper = l.upper < 0 ? 0 : l.upper;
	return l;
}

static void linear_pixel(const struct back *b, int64_t image, int64_t oy, int64_t ox, const float *dy)
{
	struct lerp y = lerp_of(b->half, oy, b->sh, b->h), x = lerp_of(b->half, ox, b->sw, b->w);

	give(b, image, y.lower, x.lower, dy, (1 - y.part) * (1 - x.part));
	give(b, image, y.lower, x.upper, dy, (1 - y.part) * x.part);
	give(b, image, y.upper, x.lower, dy, y.part * (1 - x.part));
	give(b, image, y.upper, x.upper, dy, y.part * x.part);
}

static void cubic_pixel(const struct back *b, int64_t image, int64_t oy, int64_t ox, const float *dy)
{
	struct image_cubic y = image_cubic_of(b->half, oy, b->sh, b->h), x = image_cubic_of(b->half, ox, b->sw, b->w);

	for (int i = 0; i < 4; i++)
		for (int j = 0; j < 4; j++)
			give(b, image, y.at[i], x.at[j], dy, y.w[i] * x.w[j]);
}

typedef void (*pixel_fn)(const struct back *b, int64_t image, int64_t oy, int64_t ox, const float *dy);

static bool pixels_run(struct op_ctx *c, const struct back *b, pixel_fn fn)
{
	for (int64_t p = 0; p < b->n * b->oh * b->ow && b->c; p++) {
		if ((p & 4095) == 0 && !c->world->go_on(c->world_ctx, c->err))
			return false;
		fn(b, p / b->ow / b->oh, p / b->ow % b->oh, p % b->ow, b->dy + p * b->c);
	}
	mm_done(c->out[0], b->dx);
	return true;
}

static bool run_bilinear(struct op_ctx *c)
{
	struct back b = { 0 };

	return setup(c, &b) && pixels_run(c, &b, linear_pixel);
}

static bool run_bicubic(struct op_ctx *c)
{
	struct back b = { 0 };

	return setup(c, &b) && pixels_run(c, &b, cubic_pixel);
}

/* ---- nearest neighbour: of any type ---- */

static int64_t nearest(const struct back *b, int64_t i, float scale, int64_t limit)
{
	float at = b->half ? ((float)i + 0.5f) * scale : (float)i * scale;
	int64_t k = (int64_t)(b->align ? roundf(at) : floorf(at));

	return k < 0 ? 0 : k < limit ? k : limit - 1;
}

static void add_element(const struct back *b, enum dtype t, int64_t to, const void *dy, int64_t from)
{
	switch (t) {
#define CASE(DT, T, U) \
	case DT: \
		((T *)b->dx)[to] = (T)((U)((T *)b->dx)[to] + (U)((const T *)dy)[from]); \
		break;
	CASE(DT_DOUBLE, double, double)
	CASE(DT_INT8, int8_t, uint8_t)
	CASE(DT_INT16, int16_t, uint16_t)
	CASE(DT_INT32, int32_t, uint32_t)
	CASE(DT_INT64, int64_t, uint64_t)
	CASE(DT_UINT8, uint8_t, uint8_t)
	CASE(DT_UINT16, uint16_t, uint16_t)
	CASE(DT_UINT32, uint32_t, uint32_t)
	CASE(DT_UINT64, uint64_t, uint64_t)
#undef CASE
	default:
		((float *)b->dx)[to] = step(b->type, ((float *)b->dx)[to] + ((const float *)dy)[from]);
	}
}

static bool nearest_sizes(struct op_ctx *c, struct back *b)
{
	const struct tensor *g = c->in[0];

	flags(c, b);
	if (g->rank != 4)
		return op_invalid(c, "input must be 4-dimensional%s", op_in_shape(c, 0));
	if (!image_size(c, 1, "shape_t", &b->h, &b->w))
		return false;
	if (b->h <= 0 || b->w <= 0)
		return op_invalid(c, "shape_t's elements must be positive");
	b->n = g->dim[0], b->oh = g->dim[1], b->ow = g->dim[2], b->c = g->dim[3];
	b->sh = image_scale(b->h, b->oh, b->align);
	b->sw = image_scale(b->w, b->ow, b->align);
	return true;
}

static bool run_nearest(struct op_ctx *c)
{
	struct back b = { 0 };
	const void *dy;

	if (!nearest_sizes(c, &b) || !image_out(c, &b, c->in[0]->dtype))
		return false;
	if (!(dy = mm_in(c, 0)))
		return false;
	for (int64_t i = 0; i < c->in[0]->n; i++) {
		int64_t p = i / b.c, y = nearest(&b, p / b.ow % b.oh, b.sh, b.h), x = nearest(&b, p % b.ow, b.sw, b.w);

		add_element(&b, mm_type(b.type), ((p / b.ow / b.oh * b.h + y) * b.w + x) * b.c + i % b.c, dy, i);
	}
	mm_done(c->out[0], b.dx);
	return true;
}

/* ---- CropAndResize ---- */

/* The image's coordinate of crop pixel i; false: outside. */
static bool coordinate(float a, float b, int64_t i, int64_t crop, int64_t extent, float *at)
{
	float ratio = crop > 1 ? (float)(extent - 1) / (float)(crop - 1) : 0;

	*at = crop > 1 ? a * (float)(extent - 1) + (float)i * ((b - a) * ratio) : 0.5f * (a + b) * (float)(extent - 1);
	return *at >= 0 && *at <= (float)(extent - 1);
}

static bool is_nearest(struct op_ctx *c, bool *yes)
{
	struct sv method = SV("bilinear");

	node_attr_str(c->node, "method", &method);
	*yes = sv_is(method, "nearest");
	return *yes || sv_is(method, "bilinear") ||
	       op_invalid(c, "method must be 'bilinear' or 'nearest'%.*s", SV_ARG(method));
}

/* Inputs at boxes and boxes + 1, one each for n crops. */
static bool boxes_ok(struct op_ctx *c, int boxes, int64_t n)
{
	const struct tensor *box = c->in[boxes], *index = c->in[boxes + 1];
	int64_t have;

	/* TensorFlow takes no boxes of any shape; what comes out would not be what it infers */
	if (box->rank != 2)
		return op_invalid(c, "boxes must be 2-D%s", op_in_shape(c, boxes));
	if (box->dim[1] != 4)
		return op_invalid(c, "boxes must have 4 columns");
	have = box->dim[0];
	if (have && index->rank != 1)
		return op_invalid(c, "box_indices must be rank 1 but is shape %s", op_in_shape(c, boxes + 1));
	return (have == n && index->n == have) || op_invalid(c, "box_index has incompatible shape");
}

static bool index_ok(struct op_ctx *c, int i, int64_t images)
{
	for (int64_t k = 0; k < c->in[i]->n; k++) {
		int64_t at = tensor_get_i64(c->in[i], k);

		if (at < 0 || at >= images)
			return op_fail(c, ERR_OUT_OF_RANGE, "box_index has values outside [0, batch_size)");
	}
	return true;
}

static bool grads_ok(struct op_ctx *c, struct back *b)
{
	const struct tensor *g = c->in[0];

	if (g->rank != 4)
		return op_invalid(c, "grads image must be 4-D%s", op_in_shape(c, 0));
	b->oh = g->dim[1], b->ow = g->dim[2], b->c = g->dim[3];
	if (b->oh <= 0 || b->ow <= 0)
		return op_invalid(c, "grads dimensions must be positive");
	return true;
}

static void crop_pixel(const struct back *b, bool near, int64_t image, float y, float x, const float *dy)
{
	int64_t y0 = (int64_t)floorf(y), y1 = (int64_t)ceilf(y), x0 = (int64_t)floorf(x), x1 = (int64_t)ceilf(x);
	float py = y - (float)y0, px = x - (float)x0;

	if (near) {
		give(b, image, (int64_t)roundf(y), (int64_t)roundf(x), dy, 1);
		return;
	}
	give(b, image, y0, x0, dy, (1 - py) * (1 - px));
	give(b, image, y0, x1, dy, (1 - py) * px);
	give(b, image, y1, x0, dy, py * (1 - px));
	give(b, image, y1, x1, dy, py * px);
}

static bool image_dims(struct op_ctx *c, struct back *b)
{
	const struct tensor *size = c->in[3];
	int64_t depth;

	if (size->rank != 1)
		return op_invalid(c, "image_size must be 1-D%s", op_in_shape(c, 3));
	if (size->n != 4)
		return op_invalid(c, "image_size must have 4 elements%s", op_in_shape(c, 3));
	b->n = tensor_get_i64(size, 0), b->h = tensor_get_i64(size, 1), b->w = tensor_get_i64(size, 2);
	depth = tensor_get_i64(size, 3);
	if (b->h <= 0 || b->w <= 0)
		return op_invalid(c, "image dimensions must be positive");
	if (depth != b->c)
		return op_invalid(c, "image_size and grads are incompatible");
	return b->n >= 0 || op_invalid(c, "Expected a non-negative size, got %lld", (long long)b->n);
}

static bool run_crop_image(struct op_ctx *c)
{
	struct back b = { 0 };
	enum dtype t = DT_FLOAT;
	int64_t crops;
	bool near;

	if (!is_nearest(c, &near) || !grads_ok(c, &b) || !boxes_ok(c, 1, c->in[0]->dim[0]) || !image_dims(c, &b))
		return false;
	node_attr_type(c->node, "T", &t);
	if (!image_out(c, &b, t) || !index_ok(c, 2, b.n))
		return false;
	crops = c->in[0]->n ? c->in[0]->dim[0] : 0;
	for (int64_t p = 0; p < crops * b.oh * b.ow; p++) {
		int64_t k = p / b.ow / b.oh;
		const float *box = (const float *)c->in[1]->data + 4 * k, *dy = (const float *)c->in[0]->data + p * b.c;
		float y, x;

		if ((p & 4095) == 0 && !c->world->go_on(c->world_ctx, c->err))
			return false;
		if (coordinate(box[0], box[2], p / b.ow % b.oh, b.oh, b.h, &y) &&
		    coordinate(box[1], box[3], p % b.ow, b.ow, b.w, &x))
			crop_pixel(&b, near, tensor_get_i64(c->in[2], k), y, x, dy);
	}
	mm_done(c->out[0], b.dx);
	return true;
}

/* How much of a slope at crop pixel i belongs to the box's first and second edge. */
static void edges(float slope, int64_t i, int64_t crop, int64_t extent, float *first, float *second)
{
	float ratio = crop > 1 ? (float)(extent - 1) / (float)(crop - 1) : 0;

	*first += slope * (crop > 1 ? (float)(extent - 1) - (float)i * ratio : 0.5f * (float)(extent - 1));
	*second += slope * (crop > 1 ? (float)i * ratio : 0.5f * (float)(extent - 1));
}

static void box_pixel(const struct back *b, const float *image, const float *box, int64_t oy, int64_t ox,
		      const float *dy, float *to)
{
	float y, x, py, px;
	int64_t y0, y1, x0, x1;

	if (!coordinate(box[0], box[2], oy, b->oh, b->h, &y) || !coordinate(box[1], box[3], ox, b->ow, b->w, &x))
		return;
	y0 = (int64_t)floorf(y), y1 = (int64_t)ceilf(y), x0 = (int64_t)floorf(x), x1 = (int64_t)ceilf(x);
	py = y - (float)y0, px = x - (float)x0;
	for (int64_t k = 0; k < b->c; k++) {
		float tl = image[(y0 * b->w + x0) * b->c + k], tr = image[(y0 * b->w + x1) * b->c + k];
		float bl = image[(y1 * b->w + x0) * b->c + k], br = image[(y1 * b->w + x1) * b->c + k];

		edges(((1 - px) * (bl - tl) + px * (br - tr)) * dy[k], oy, b->oh, b->h, &to[0], &to[2]);
		edges(((1 - py) * (tr - tl) + py * (br - bl)) * dy[k], ox, b->ow, b->w, &to[1], &to[3]);
	}
}

static bool run_crop_boxes(struct op_ctx *c)
{
	const struct tensor *x = c->in[1];
	struct back b = { 0 };
	const float *image, *dy = c->in[0]->data;
	struct tensor *out;

	if (!grads_ok(c, &b))
		return false;
	if (x->rank != 4)
		return op_invalid(c, "input image must be 4-D%s", op_in_shape(c, 1));
	b.n = x->dim[0], b.h = x->dim[1], b.w = x->dim[2];
	if (b.h <= 0 || b.w <= 0)
		return op_invalid(c, "image dimensions must be positive");
	if (x->dim[3] != b.c)
		return op_invalid(c, "image, grads depth differ");
	if (!boxes_ok(c, 2, c->in[0]->dim[0]) ||
	    !(out = op_out(c, 0, DT_FLOAT, 2, (int64_t[]){ c->in[0]->dim[0], 4 })) || !index_ok(c, 3, b.n) ||
	    !(image = image_float(c, 1)))
		return false;
	memset(out->data, 0, out->bytes);
	for (int64_t p = 0; c->in[0]->n && p < c->in[0]->dim[0] * b.oh * b.ow; p++) {
		int64_t k = p / b.ow / b.oh;

		box_pixel(&b, image + tensor_get_i64(c->in[3], k) * b.h * b.w * b.c,
			  (const float *)c->in[2]->data + 4 * k, p / b.ow % b.oh, p % b.ow, dy + p * b.c,
			  (float *)out->data + 4 * k);
	}
	return true;
}

static const struct op_row rows[] = {
	{ .name = "CropAndResizeGradBoxes",
	  .n_in = 4,
	  .n_out = 1,
	  .types = { { "T", DM_REAL } },
	  .run = run_crop_boxes },
	{ .name = "CropAndResizeGradImage",
	  .n_in = 4,
	  .n_out = 1,
	  .types = { { "T", DM(DT_FLOAT) | DM(DT_DOUBLE) | DM(DT_HALF) } },
	  .run = run_crop_image },
	{ .name = "ResizeBicubicGrad",
	  .n_in = 2,
	  .n_out = 1,
	  .types = { { "T", DM(DT_FLOAT) | DM(DT_DOUBLE) } },
	  .run = run_bicubic },
	{ .name = "ResizeBilinearGrad", .n_in = 2, .n_out = 1, .types = { { "T", DM_FLOATS } }, .run = run_bilinear },
	{ .name = "ResizeNearestNeighborGrad",
	  .n_in = 2,
	  .n_out = 1,
	  .types = { { "T", DM_REAL } },
	  .run = run_nearest },
};

OP_FAMILY(family_resize_grad, rows);
