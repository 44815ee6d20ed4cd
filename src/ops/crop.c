/* CropAndResize, ScaleAndTranslate and its gradient. */
#include <math.h>
#include <string.h>

#include "ops/image.h"

/* ---- CropAndResize ---- */

struct crop {
	int64_t n, h, w, c, ch, cw;
	const float *x, *box;
	const int32_t *index;
	float *y, outside;
	bool nearest;
};

/* The image's coordinate of crop pixel i; false: outside. */
static bool coordinate(float a, float b, int64_t i, int64_t crop, int64_t extent, float *at)
{
	float scale = crop > 1 ? (b - a) * (float)(extent - 1) / (float)(crop - 1) : 0;

	*at = crop > 1 ? a * (float)(extent - 1) + (float)i * scale : (float)(0.5 * (double)(a + b) * (double)(extent - 1));
	return *at >= 0 && *at <= (float)(extent - 1);
}

static void crop_pixel(const struct crop *k, const float *img, float y, float x, float *out)
{
	int64_t y0 = (int64_t)floorf(y), y1 = (int64_t)ceilf(y), x0 = (int64_t)floorf(x), x1 = (int64_t)ceilf(x);
	float ly = y - (float)y0, lx = x - (float)x0;
	const float *a = img + y0 * k->w * k->c, *b = img + y1 * k->w * k->c;

	if (k->nearest) {
		memcpy(out, img + ((int64_t)roundf(y) * k->w + (int64_t)roundf(x)) * k->c, (size_t)k->c * sizeof(*out));
		return;
	}
	for (int64_t i = 0; i < k->c; i++) {
		float top = a[x0 * k->c + i] + (a[x1 * k->c + i] - a[x0 * k->c + i]) * lx;
		float bottom = b[x0 * k->c + i] + (b[x1 * k->c + i] - b[x0 * k->c + i]) * lx;

		out[i] = top + (bottom - top) * ly;
	}
}

static void crop_tile(void *ctx, int64_t from, int64_t to)
{
	const struct crop *k = ctx;

	for (int64_t r = from; r < to; r++) {
		int64_t b = r / k->ch;
		const float *box = k->box + 4 * b, *img = k->x + k->index[b] * k->h * k->w * k->c;
		float y, x, *out = k->y + r * k->cw * k->c;
		bool inside = coordinate(box[0], box[2], r % k->ch, k->ch, k->h, &y);

		for (int64_t i = 0; i < k->cw; i++, out += k->c) {
			if (inside && coordinate(box[1], box[3], i, k->cw, k->w, &x)) {
				crop_pixel(k, img, y, x, out);
				continue;
			}
			for (int64_t d = 0; d < k->c; d++)
				out[d] = k->outside;
		}
	}
}

static bool crop_checks(struct op_ctx *c, struct crop *k)
{
	const struct tensor *x = c->in[0], *boxes = c->in[1], *index = c->in[2], *size = c->in[3];

	if (x->rank != 4)
		return op_invalid(c, "input image must be 4-D%s", op_in_shape(c, 0));
	k->h = x->dim[1], k->w = x->dim[2], k->c = x->dim[3];
	if (k->h <= 0 || k->w <= 0)
		return op_invalid(c, "image dimensions must be positive");
	if (boxes->rank != 2)
		return op_invalid(c, "boxes must be 2-D%s", op_in_shape(c, 1));
	if (index->rank != 1)
		return op_invalid(c, "box_indices must be rank 1 but is shape %s", op_in_shape(c, 2));
	k->n = boxes->n == 0 && index->n == 0 ? 0 : boxes->dim[0];
	if (k->n && boxes->dim[1] != 4)
		return op_invalid(c, "boxes must have 4 columns");
	if (index->n != k->n)
		return op_invalid(c, "box_index has incompatible shape");
	if (size->rank != 1)
		return op_invalid(c, "crop_size must be 1-D%s", op_in_shape(c, 3));
	if (size->n != 2)
		return op_invalid(c, "crop_size must have two elements%s", op_in_shape(c, 3));
	k->ch = tensor_get_i64(size, 0);
	k->cw = tensor_get_i64(size, 1);
	if (k->ch <= 0 || k->cw <= 0)
		return op_invalid(c, "crop dimensions must be positive");
	return true;
}

static bool run_crop(struct op_ctx *c)
{
	struct crop k = { 0 };
	struct sv method = SV("bilinear");
	struct tensor *out;

	node_attr_str(c->node, "method", &method);
	node_attr_float(c->node, "extrapolation_value", &k.outside);
	k.nearest = sv_is(method, "nearest");
	if (!k.nearest && !sv_is(method, "bilinear"))
		return op_invalid(c, "method must be 'bilinear' or 'nearest'%.*s", SV_ARG(method));
	if (!crop_checks(c, &k))
		return false;
	out = op_out(c, 0, DT_FLOAT, 4, (int64_t[]){ k.n, k.ch, k.cw, k.c });
	if (!out)
		return false;
	k.index = c->in[2]->data;
	for (int64_t i = 0; i < k.n; i++)
		if (k.index[i] < 0 || k.index[i] >= c->in[0]->dim[0])
			return op_fail(c, ERR_OUT_OF_RANGE, "box_index has values outside [0, batch_size)");
	k.box = image_float(c, 1);
	k.x = image_float(c, 0);
	k.y = out->data;
	if (!k.box || !k.x)
		return false;
	for (int64_t i = 0; i < 4 * k.n; i++)
		if (!isfinite(k.box[i]))
			return op_invalid(c, "Boxes contains at least one element that is not finite");
	if (out->n)
		tiles_run(k.n * k.ch, 1 + TILE_ELEMS / (k.cw * k.c + 1), crop_tile, &k);
	return true;
}

/* ---- ScaleAndTranslate ---- */

enum sampling { LANCZOS1, LANCZOS3, LANCZOS5, GAUSSIAN, BOX, TRIANGLE, KEYSCUBIC, MITCHELLCUBIC, N_SAMPLING };
static const struct {
	const char *name;
	float radius;
} samplings[] = {
	{ "lanczos1", 1 }, { "lanczos3", 3 }, { "lanczos5", 5 }, { "gaussian", 1.5f }, { "box", 1 }, { "triangle", 1 },
	{ "keyscubic", 2 }, { "mitchellcubic", 2 },
};

static float lanczos(float x, float radius)
{
	const float pi = 3.14159265359f;

	if (x > radius)
		return 0;
	if (x <= 1e-3f)
		return 1;
	return radius * sinf(pi * x) * sinf(pi * x / radius) / (pi * pi * x * x);
}

static float sample(enum sampling s, float x)
{
	switch (s) {
	case GAUSSIAN:
		return x >= 1.5f ? 0 : (float)exp(-(double)(x * x) / (2.0 * 0.5 * 0.5));
	case BOX:
		return x < 0.5f ? 1 : x == 0.5f ? 0.5f : 0;
	case TRIANGLE:
		return x < 1 ? 1 - x : 0;
	case KEYSCUBIC:
		if (x >= 2)
			return 0;
		return x >= 1 ? ((-0.5f * x + 2.5f) * x - 4.0f) * x + 2.0f : ((1.5f * x - 2.5f) * x) * x + 1.0f;
	case MITCHELLCUBIC:
		if (x >= 2)
			return 0;
		return x >= 1 ? (((-7.0f / 18.0f) * x + 2.0f) * x - 10.0f / 3.0f) * x + 16.0f / 9.0f :
				(((7.0f / 6.0f) * x - 2.0f) * x) * x + 8.0f / 9.0f;
	default:
		return lanczos(x, samplings[s].radius);
	}
}

struct spans {
	int64_t size;			/* weights an output pixel */
	int64_t *start;
	float *w;
};

static int64_t clamp(float v, int64_t high)
{
	return !(v > 0) ? 0 : v >= (float)high ? high : (int64_t)v;
}

static bool make_spans(struct op_ctx *c, struct spans *s, enum sampling kind, int64_t out, int64_t in, float scale,
		       float translate, bool antialias)
{
	float inv = (float)(1.0 / (double)scale), shift = -inv * translate, wide = antialias && inv > 1 ? inv : 1;
	float reach = samplings[kind].radius * wide, narrow = 1.0f / wide;

	s->size = 2 * clamp(ceilf(reach), in) + 1 < in ? 2 * clamp(ceilf(reach), in) + 1 : in;
	s->start = op_temp(c, (size_t)out * sizeof(*s->start));
	if ((size_t)s->size > SIZE_MAX / sizeof(float) / (size_t)out)
		return op_fail(c, ERR_RESOURCE_EXHAUSTED, "ScaleAndTranslate: too many weights");
	s->w = op_temp(c, (size_t)(out * s->size) * sizeof(*s->w));
	if (!s->start || !s->w)
		return false;
	memset(s->w, 0, (size_t)(out * s->size) * sizeof(*s->w));
	for (int64_t x = 0; x < out; x++) {
		float at = ((float)x + 0.5f) * inv + shift, sum = 0, *w = s->w + x * s->size;
		int64_t from, to;

		s->start[x] = 0;
		if (!(at >= 0 && at <= (float)in))
			continue;
		from = clamp(ceilf(at - reach - 0.5f), in - 1);
		to = clamp(floorf(at + reach - 0.5f), in - 1) + 1;
		if (to - from > s->size)
			return op_fail(c, ERR_INTERNAL, "Span is too large: %lld vs %lld.", (long long)(to - from),
				       (long long)s->size);
		for (int64_t i = from; i < to; i++)
			sum += w[i - from] = sample(kind, fabsf(((float)i + 0.5f - at) * narrow));
		for (int64_t i = from; i < to; i++)
			w[i - from] = fabsf(sum) >= 1000.0f * 1.17549435e-38f ? w[i - from] * (1.0f / sum) : 0;
		s->start[x] = from;
	}
	return true;
}

/* out[o][k] = sum over the span of in[i][k]: rows of `step` floats. */
static void gather_spans(const struct spans *s, int64_t out, int64_t in, const float *x, float *y, int64_t step)
{
	memset(y, 0, (size_t)(out * step) * sizeof(*y));
	for (int64_t o = 0; o < out; o++, y += step)
		for (int64_t i = 0; i < s->size && s->start[o] + i < in; i++) {
			const float *row = x + (s->start[o] + i) * step;
			float w = s->w[o * s->size + i];

			for (int64_t k = 0; k < step; k++)
				y[k] += row[k] * w;
		}
}

/* The other way round: what out[o][k] took of in[i][k] goes back there. */
static void scatter_spans(const struct spans *s, int64_t out, int64_t in, const float *y, float *x, int64_t step)
{
	for (int64_t o = 0; o < out; o++, y += step)
		for (int64_t i = 0; i < s->size && s->start[o] + i < in; i++) {
			float *row = x + (s->start[o] + i) * step, w = s->w[o * s->size + i];

			for (int64_t k = 0; k < step; k++)
				row[k] += y[k] * w;
		}
}

static bool two_floats(struct op_ctx *c, int i, float *v)
{
	if (c->in[i]->rank != 1)
		return op_invalid(c, "t must be 1-dimensional%s", op_in_shape(c, i));
	if (c->in[i]->n != 2)
		return op_invalid(c, "t must have two elements%s", op_in_shape(c, i));
	memcpy(v, c->in[i]->data, 2 * sizeof(*v));
	return true;
}

static bool scale_checks(struct op_ctx *c, int64_t *oh, int64_t *ow, float *scale, float *move)
{
	const struct tensor *x = c->in[0];

	if (x->rank != 4)
		return op_invalid(c, "input must be 4-dimensional%s", op_in_shape(c, 0));
	if (!image_size(c, 1, "output_shape_t", oh, ow))
		return false;
	if (*oh <= 0 || *ow <= 0)
		return op_invalid(c, "output dimensions must be positive");
	if (x->dim[3] <= 0)
		return op_invalid(c, "image must have at least one channel");
	if (x->dim[1] <= 0 || x->dim[2] <= 0)
		return op_invalid(c, "input image must be of non-zero size");
	if (!two_floats(c, 2, scale))
		return false;
	if (!(scale[0] > 0 && scale[1] > 0))
		return op_invalid(c, "Scale must be greater than zero.");
	return two_floats(c, 3, move);
}

static bool kernel_of(struct op_ctx *c, enum sampling *kind, bool *anti)
{
	struct sv name = SV("lanczos3");
	int k = 0;

	*anti = true;
	node_attr_str(c->node, "kernel_type", &name);
	node_attr_bool(c->node, "antialias", anti);
	while (k < N_SAMPLING && !sv_is(name, samplings[k].name))
		k++;
	*kind = (enum sampling)k;
	return k < N_SAMPLING || op_invalid(c, "Unrecognized kernel type: %.*s", SV_ARG(name));
}

static bool run_scale(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct spans rows, cols;
	int64_t oh, ow, h, w, ch;
	float scale[2], move[2], *mid;
	const float *in;
	struct tensor *out;
	enum sampling kind;
	bool anti;

	if (!kernel_of(c, &kind, &anti) || !scale_checks(c, &oh, &ow, scale, move))
		return false;
	h = x->dim[1], w = x->dim[2], ch = x->dim[3];
	out = op_out(c, 0, DT_FLOAT, 4, (int64_t[]){ x->dim[0], oh, ow, ch });
	if (!out || out->n == 0)
		return out != NULL;
	in = image_float(c, 0);
	mid = op_temp(c, (size_t)(oh * w * ch) * sizeof(*mid));
	if (!in || !mid || !make_spans(c, &cols, kind, ow, w, scale[1], move[1], anti) ||
	    !make_spans(c, &rows, kind, oh, h, scale[0], move[0], anti))
		return false;
	for (int64_t b = 0; b < x->dim[0]; b++) {
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		gather_spans(&rows, oh, h, in + b * h * w * ch, mid, w * ch);
		for (int64_t y = 0; y < oh; y++)
			gather_spans(&cols, ow, w, mid + y * w * ch, (float *)out->data + (b * oh + y) * ow * ch, ch);
	}
	return true;
}

static bool scale_grad_checks(struct op_ctx *c, float *scale, float *move)
{
	const struct tensor *g = c->in[0], *x = c->in[1];

	if (g->rank != 4)
		return op_invalid(c, "input_grad must be 4-dimensional%s", op_in_shape(c, 0));
	if (x->rank != 4)
		return op_invalid(c, "original_image must be 4-dimensional%s", op_in_shape(c, 1));
	if (g->dim[0] != x->dim[0] || g->dim[3] != x->dim[3])	/* TensorFlow reads and writes beyond the smaller one */
		return op_invalid(c, "original_image of %s does not fit a gradient of %s", op_in_shape(c, 1),
				  op_in_shape(c, 0));
	if (!two_floats(c, 2, scale))
		return false;
	if (!(scale[0] > 0 && scale[1] > 0))
		return op_invalid(c, "Scale must be greater than zero.");
	return two_floats(c, 3, move);
}

static bool run_scale_grad(struct op_ctx *c)
{
	const struct tensor *g = c->in[0], *x = c->in[1];
	int64_t gh, gw, h, w, ch;
	struct spans rows, cols;
	float scale[2], move[2], *mid;
	enum sampling kind;
	struct tensor *out;
	bool anti;

	if (!kernel_of(c, &kind, &anti) || !scale_grad_checks(c, scale, move) || !(out = op_out_like(c, 0, x)))
		return false;
	memset(out->data, 0, out->bytes);
	if (out->n == 0 || g->n == 0)
		return true;
	gh = g->dim[1], gw = g->dim[2], h = x->dim[1], w = x->dim[2], ch = x->dim[3];
	mid = op_temp(c, (size_t)(h * gw * ch) * sizeof(*mid));
	if (!mid || !make_spans(c, &cols, kind, gw, w, scale[1], move[1], anti) ||
	    !make_spans(c, &rows, kind, gh, h, scale[0], move[0], anti))
		return false;
	for (int64_t b = 0; b < x->dim[0]; b++) {
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		memset(mid, 0, (size_t)(h * gw * ch) * sizeof(*mid));
		scatter_spans(&rows, gh, h, (const float *)g->data + b * gh * gw * ch, mid, gw * ch);
		for (int64_t y = 0; y < h; y++)
			scatter_spans(&cols, gw, w, mid + y * gw * ch, (float *)out->data + (b * h + y) * w * ch, ch);
	}
	return true;
}

#define DM_CROP (DM(DT_FLOAT) | DM(DT_DOUBLE) | DM(DT_HALF) | DM_INTS | DM(DT_UINT8) | DM(DT_UINT16))
#define DM_SCALE (DM_FLOATS | DM_INTS | DM(DT_UINT8) | DM(DT_UINT16))
static const struct op_row crop_rows[] = {
	{ .name = "CropAndResize", .n_in = 4, .n_out = 1, .types = { { "T", DM_CROP } }, .run = run_crop },
	{ .name = "ScaleAndTranslate", .n_in = 4, .n_out = 1, .types = { { "T", DM_SCALE } }, .run = run_scale },
	{ .name = "ScaleAndTranslateGrad", .n_in = 4, .n_out = 1, .types = { { "T", DM(DT_FLOAT) } },
	  .run = run_scale_grad },
};

OP_FAMILY(family_crop, crop_rows);
