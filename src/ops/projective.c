/* Pictures under a projective transformation, and boxes drawn on them. */
#include <math.h>
#include <string.h>

#include "ops/kernel.h"

/* ---- ImageProjectiveTransformV2, V3 ---- */

enum fill { FILL_REFLECT, FILL_WRAP, FILL_CONSTANT, FILL_NEAREST };

struct projective {
	enum fill fill;
	bool bilinear;
};

static bool projective_prepare(const struct node *n, void *state, struct arena *a, struct err *err)
{
	static const char *const fills[] = { "REFLECT", "WRAP", "CONSTANT", "NEAREST" };
	struct projective *p = state;
	struct sv mode = SV("CONSTANT"), how = SV("");

	(void)a;
	node_attr_str(n, "fill_mode", &mode);
	if (!node_attr_str(n, "interpolation", &how))
		return attr_missing(n, "interpolation", err);
	p->bilinear = sv_is(how, "BILINEAR");
	for (int i = 0; i < 4; i++)
		if (sv_is(mode, fills[i])) {
			p->fill = (enum fill)i;
			return true;
		}
	return err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT, "%.*s: fill_mode \"%.*s\"", SV_ARG(n->name),
		       SV_ARG(mode));
}

static float clamp(float v, float most)
{
	return v < 0 ? 0 : v > most ? most : v;
}

/* A coordinate brought inside, [abcd] to [dcba|abcd|dcba]. */
static float reflect(float v, int64_t len)
{
	int64_t twice = 2 * len;

	if (len <= 1)
		return 0;
	if (v < 0) {
		if (v < (float)twice)
			v = (float)twice * truncf(-v / (float)twice) + v;
		return v < (float)-len ? v + (float)twice : -v - 1;
	}
	if (v > (float)(len - 1)) {
		v -= (float)twice * truncf(v / (float)twice);
		if (v >= (float)len)
			v = (float)twice - v - 1;
	}
	return v;
}

/* [abcd] to [abcd|abcd|abcd]. */
static float wrap(float v, int64_t len)
{
	float span = (float)(len - 1);

	if (v >= 0 && v <= span)
		return v;
	if (len <= 1)
		return 0;
	return v < 0 ? v + (float)len * (truncf(-v / span) + 1) : v - (float)len * truncf(v / span);
}

static float inside(enum fill fill, float v, int64_t len)
{
	if (fill == FILL_CONSTANT)
		return v;
	if (fill == FILL_REFLECT)
		v = reflect(v, len);
	else if (fill == FILL_WRAP)
		v = wrap(v, len);
	return clamp(v, (float)(len - 1));
}

struct sampler {
	const struct tensor *in;
	struct projective p;
	const void *fill;	/* one element */
	size_t size;
	int64_t h, w, ch;
};

static const void *pixel(const struct sampler *s, int64_t b, int64_t y, int64_t x, int64_t c)
{
	if (y < 0 || y >= s->h || x < 0 || x >= s->w)
		return s->fill;
	return (const char *)s->in->data + (size_t)(((b * s->h + y) * s->w + x) * s->ch + c) * s->size;
}

static float as_float(enum dtype t, const void *p)
{
	switch (t) {
	case DT_UINT8: return *(const uint8_t *)p;
	case DT_INT32: return (float)*(const int32_t *)p;
	case DT_INT64: return (float)*(const int64_t *)p;
	case DT_DOUBLE: return (float)*(const double *)p;
	case DT_HALF: return half_to_float(*(const uint16_t *)p);
	case DT_BFLOAT16: return bf16_to_float(*(const uint16_t *)p);
	default: return *(const float *)p;
	}
}

/* As the C++ conversion; outside the type's range, which it leaves open, the nearest end. */
static int64_t as_int(float v, double lo, double hi)
{
	return isnan(v) ? 0 : (double)v <= lo ? (int64_t)lo : (double)v >= hi ? (int64_t)hi : (int64_t)v;
}

static void of_float(enum dtype t, void *p, float v)
{
	switch (t) {
	case DT_UINT8: *(uint8_t *)p = (uint8_t)as_int(v, 0, 255); break;
	case DT_INT32: *(int32_t *)p = (int32_t)as_int(v, INT32_MIN, INT32_MAX); break;
	case DT_INT64: *(int64_t *)p = as_int(v, -0x1p62, 0x1p62); break;
	case DT_DOUBLE: *(double *)p = v; break;
	case DT_HALF: *(uint16_t *)p = half_of_float(v); break;
	case DT_BFLOAT16: *(uint16_t *)p = bf16_of_float(v); break;
	default: *(float *)p = v; break;
	}
}

static float between(const struct sampler *s, int64_t b, float y, float x, int64_t c)
{
	enum dtype t = s->in->dtype;
	float y0 = floorf(y), x0 = floorf(x), y1 = y0 + 1, x1 = x0 + 1, top, low;

	top = (x1 - x) * as_float(t, pixel(s, b, (int64_t)y0, (int64_t)x0, c)) +
	      (x - x0) * as_float(t, pixel(s, b, (int64_t)y0, (int64_t)x1, c));
	low = (x1 - x) * as_float(t, pixel(s, b, (int64_t)y1, (int64_t)x0, c)) +
	      (x - x0) * as_float(t, pixel(s, b, (int64_t)y1, (int64_t)x1, c));
	return (y1 - y) * top + (y - y0) * low;
}

static void sample(const struct sampler *s, const float *m, int64_t b, int64_t oy, int64_t ox, char *to)
{
	float k = m[6] * (float)ox + m[7] * (float)oy + 1.f, x = 0, y = 0;
	bool out = k == 0;

	if (!out) {
		x = inside(s->p.fill, (m[0] * (float)ox + m[1] * (float)oy + m[2]) / k, s->w);
		y = inside(s->p.fill, (m[3] * (float)ox + m[4] * (float)oy + m[5]) / k, s->h);
		out = !(fabsf(x) < 0x1p40f && fabsf(y) < 0x1p40f);	/* far outside: all fill, and no number */
	}
	for (int64_t c = 0; c < s->ch; c++, to += s->size) {
		if (out)
			memcpy(to, s->fill, s->size);
		else if (s->p.bilinear)
			of_float(s->in->dtype, to, between(s, b, y, x, c));
		else
			memcpy(to, pixel(s, b, (int64_t)roundf(y), (int64_t)roundf(x), c), s->size);
	}
}

static bool projective_size(struct op_ctx *c, int64_t *h, int64_t *w)
{
	const struct tensor *s = c->in[2];

	if (s->rank != 1)
		return op_invalid(c, "output shape must be 1-dimensional%s", op_in_shape(c, 2));
	if (s->n != 2)
		return op_invalid(c, "output shape must have two elements%s", op_in_shape(c, 2));
	*h = tensor_get_i64(s, 0);
	*w = tensor_get_i64(s, 1);
	return (*h > 0 && *w > 0) || op_invalid(c, "output dimensions must be positive");
}

static bool run_projective(struct op_ctx *c)
{
	const struct tensor *in = c->in[0], *m = c->in[1];
	struct sampler s = { .in = in, .p = *(const struct projective *)c->state };
	unsigned char fill[8] = { 0 };
	int64_t h = 0, w = 0;
	struct tensor *out;
	char *to;

	if (in->rank != 4)
		return op_invalid(c, "Input images must have rank 4");
	if (m->rank != 2 || (m->dim[0] != in->dim[0] && m->dim[0] != 1) || m->dim[1] != 8)
		return op_invalid(c, "Input transform should be num_images x 8 or 1 x 8");
	if (!projective_size(c, &h, &w))
		return false;
	if (c->n_in > 3 && c->in[3]->rank != 0)
		return op_invalid(c, "fill_value must be a scalar%s", op_in_shape(c, 3));
	if (c->n_in > 3)
		of_float(in->dtype, fill, ((const float *)c->in[3]->data)[0]);
	s.fill = fill;
	s.size = dtype_info(in->dtype)->size;
	s.h = in->dim[1], s.w = in->dim[2], s.ch = in->dim[3];
	out = op_out(c, 0, in->dtype, 4, (int64_t[]){ in->dim[0], h, w, s.ch });
	if (!out || !out->n)
		return out != NULL;
	to = out->data;
	for (int64_t b = 0; b < in->dim[0]; b++) {
		const float *t = (const float *)m->data + (m->dim[0] == 1 ? 0 : b * 8);

		if (c->world && c->world->go_on && !c->world->go_on(c->world_ctx, c->err))
			return false;
		for (int64_t y = 0; y < h; y++)
			for (int64_t x = 0; x < w; x++, to += (size_t)s.ch * s.size)
				sample(&s, t, b, y, x, to);
	}
	return true;
}

/* ---- DrawBoundingBoxes, V2 ---- */

static const float default_colors[10][4] = {
	{ 1, 1, 0, 1 }, { 0, 0, 1, 1 }, { 1, 0, 0, 1 }, { 0, 1, 0, 1 }, { .5f, 0, .5f, 1 },
	{ .5f, .5f, 0, 1 }, { .5f, 0, 0, 1 }, { 0, 0, .5f, 1 }, { 0, 1, 1, 1 }, { 1, 0, 1, 1 },
};

struct canvas {
	struct tensor *t;
	int64_t b, h, w, ch;
	const float *color;
	bool gray;		/* the default table's first channel is 1 for one channel */
};

static void dot(const struct canvas *k, int64_t y, int64_t x)
{
	size_t size = dtype_info(k->t->dtype)->size;
	char *p = (char *)k->t->data + (size_t)(((k->b * k->h + y) * k->w + x) * k->ch) * size;

	for (int64_t c = 0; c < k->ch; c++, p += size)
		of_float(k->t->dtype, p, k->gray ? 1 : k->color[c]);
}

static void box(const struct canvas *k, const float *at)
{
	int64_t y0 = as_int(at[0] * (float)(k->h - 1), -0x1p62, 0x1p62),
		y1 = as_int(at[2] * (float)(k->h - 1), -0x1p62, 0x1p62);
	int64_t x0 = as_int(at[1] * (float)(k->w - 1), -0x1p62, 0x1p62),
		x1 = as_int(at[3] * (float)(k->w - 1), -0x1p62, 0x1p62);
	int64_t top = y0 > 0 ? y0 : 0, low = y1 < k->h - 1 ? y1 : k->h - 1;
	int64_t left = x0 > 0 ? x0 : 0, right = x1 < k->w - 1 ? x1 : k->w - 1;

	if (y0 > y1 || x0 > x1 || y0 >= k->h || y1 < 0 || x0 >= k->w || x1 < 0)
		return;		/* inverted, or outside: TensorFlow draws nothing either */
	for (int64_t x = left; x <= right; x++) {
		if (y0 >= 0)
			dot(k, y0, x);
		if (y1 < k->h)
			dot(k, y1, x);
	}
	for (int64_t y = top; y <= low; y++) {
		if (x0 >= 0)
			dot(k, y, x0);
		if (x1 < k->w)
			dot(k, y, x1);
	}
}

static bool boxes_ok(struct op_ctx *c)
{
	const struct tensor *im = c->in[0], *b = c->in[1];

	if (im->rank != 4)
		return op_invalid(c, "The rank of the images should be 4");
	if (b->rank != 3)
		return op_invalid(c, "The rank of the boxes tensor should be 3");
	if (im->dim[0] != b->dim[0])
		return op_invalid(c, "The batch sizes should be the same");
	if (im->dim[3] != 1 && im->dim[3] != 3 && im->dim[3] != 4)
		return op_invalid(c, "Channel depth should be either 1 (GRY), 3 (RGB), or 4 (RGBA)");
	if (b->dim[2] != 4)
		return op_invalid(c, "The size of the third dimension of the box must be 4. Received: %lld",
				  (long long)b->dim[2]);
	if (c->n_in < 3)
		return true;
	if (c->in[2]->rank != 2)
		return op_invalid(c, "colors must be a 2-D matrix%s", op_in_shape(c, 2));
	return c->in[2]->dim[1] >= im->dim[3] ||
	       op_invalid(c, "colors must have equal or more channels than the image provided: %s", op_in_shape(c, 2));
}

static bool run_boxes(struct op_ctx *c)
{
	const struct tensor *im = c->in[0], *b = c->in[1], *own = c->n_in > 2 && c->in[2]->n ? c->in[2] : NULL;
	struct canvas k = { 0 };
	int64_t n_colors;

	if (!boxes_ok(c))
		return false;
	k.t = op_out_like(c, 0, im);
	if (!k.t)
		return false;
	memcpy(k.t->data, im->data, im->bytes);
	k.h = im->dim[1], k.w = im->dim[2], k.ch = im->dim[3];
	k.gray = !own && k.ch == 1;
	n_colors = own ? own->dim[0] : 10;
	for (k.b = 0; k.b < im->dim[0]; k.b++)
		for (int64_t i = 0; i < b->dim[1]; i++) {
			k.color = own ? (const float *)own->data + i % n_colors * own->dim[1] : default_colors[i % 10];
			box(&k, (const float *)b->data + (k.b * b->dim[1] + i) * 4);
		}
	return true;
}

#define DM_WARP (DM(DT_HALF) | DM(DT_FLOAT) | DM(DT_DOUBLE) | DM(DT_UINT8) | DM(DT_INT32) | DM(DT_INT64))

static const struct op_row rows[] = {
	{ .name = "ImageProjectiveTransformV2", .n_in = 3, .n_out = 1, .types = { { "dtype", DM_WARP } },
	  .state_size = sizeof(struct projective), .prepare = projective_prepare, .run = run_projective },
	{ .name = "ImageProjectiveTransformV3", .n_in = 4, .n_out = 1, .types = { { "dtype", DM_WARP } },
	  .state_size = sizeof(struct projective), .prepare = projective_prepare, .run = run_projective },
	{ .name = "DrawBoundingBoxes", .n_in = 2, .n_out = 1, .types = { { "T", DM(DT_FLOAT) | DM(DT_HALF) } },
	  .run = run_boxes },
	{ .name = "DrawBoundingBoxesV2", .n_in = 3, .n_out = 1, .types = { { "T", DM(DT_FLOAT) | DM(DT_HALF) } },
	  .run = run_boxes },
};

OP_FAMILY(family_projective, rows);
