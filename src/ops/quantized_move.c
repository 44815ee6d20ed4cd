/*
 * Quantized numbers that are moved or laid out anew: concatenated (brought to one range), reshaped, or resized as
 * images; and what oneDNN does by channels.
 */
#include <math.h>
#include <string.h>

#include "ops/array.h"
#include "ops/image.h"
#include "ops/quantized.h"

/* ---- QuantizedConcat ---- */

struct parts {
	int first, n;			/* of the inputs */
	int64_t axis, outer, wide;
	float min, max;			/* of the whole */
};

static bool part_ranges(struct op_ctx *c, struct parts *p, int at)
{
	static const char *const name[] = { "mins", "maxes" };

	for (int k = 0; k < 2; k++)
		for (int i = 0; i < p->n; i++)
			if (c->in[at + k * p->n + i]->n != 1)
				return op_invalid(
					c,
					"input_%s each tensor's num elements must be 1, given num elements %lld in index "
					"%d",
					name[k], (long long)c->in[at + k * p->n + i]->n, i);
	p->min = 3.402823466e+38f;
	p->max = -p->min;
	for (int i = 0; i < p->n; i++) {
		float lo = quantized_float(c, at + i), hi = quantized_float(c, at + p->n + i);

		p->min = lo < p->min ? lo : p->min;
		p->max = hi > p->max ? hi : p->max;
	}
	if (c->in[p->first]->dtype != DT_QUINT8) {
		p->max = fmaxf(fabsf(p->min), fabsf(p->max));
		p->min = -p->max;
	}
	return true;
}

static bool part_shapes(struct op_ctx *c, const struct parts *p, int64_t *total)
{
	const struct tensor *a = c->in[p->first];

	for (int i = 0; i < p->n; i++) {
		const struct tensor *t = c->in[p->first + i];

		if (t->rank != a->rank)
			return op_invalid(
				c,
				"ConcatOp : Ranks of all input tensors should match: shape[0] = %s vs. shape[%d] = %s",
				op_in_shape(c, p->first), i, op_in_shape(c, p->first + i));
		for (int d = 0; d < a->rank; d++)
			if (d != p->axis && t->dim[d] != a->dim[d])
				return op_invalid(
					c,
					"ConcatOp : Dimensions of inputs should match: shape[0] = %s vs. shape[%d] = %s",
					op_in_shape(c, p->first), i, op_in_shape(c, p->first + i));
		if (__builtin_add_overflow(*total, t->dim[p->axis], total))
			return op_invalid(c, "ConcatOp : the result is too large");
	}
	return true;
}

/* Part t's rows, [min, max] their range, into the output from column `at` on. */
static void part_put(const struct parts *p, const struct tensor *t, struct tensor *out, int64_t at, float min,
		     float max)
{
	struct quantized_grid from = quantized_grid_from(t->dtype, min, max),
			      to = quantized_grid_to(t->dtype, p->min, p->max);
	int64_t row = p->outer ? t->n / p->outer : 0;
	bool same = min == p->min && max == p->max;

	for (int64_t i = 0; i < t->n; i++) {
		int64_t q = quantized_at(t, i);

		quantized_put(out, i / row * p->wide + at + i % row,
			      same ? q : quantized_grid_step(&to, t->dtype, quantized_grid_value(&from, q)));
	}
}

static bool run_concat(struct op_ctx *c)
{
	struct parts p = { .first = 1, .n = (c->n_in - 1) / 3 };
	int64_t *dim, total = 0, at = 0;
	const struct tensor *a = c->in[1];
	struct tensor *out;

	if (p.n < 1 || c->in[0]->n != 1)
		return op_invalid(c, "Concat dim tensor should be a scalar integer, but got shape %s",
				  op_in_shape(c, 0));
	p.axis = tensor_get_i64(c->in[0], 0);
	if (p.axis < 0 || p.axis >= a->rank)
		return op_invalid(c, "ConcatOp : Expected concatenating dimensions in the range [%d, %d), but got %lld",
				  0, a->rank, (long long)p.axis);
	if (!part_ranges(c, &p, 1 + p.n) || !part_shapes(c, &p, &total))
		return false;
	dim = op_dims(c, a, 0);
	dim[p.axis] = total;
	out = op_out(c, 0, a->dtype, a->rank, dim);
	p.outer = dims_mul(dim, 0, (int)p.axis);
	p.wide = dims_mul(dim, (int)p.axis, a->rank);
	for (int i = 0, k = 0; out && out->n && i < p.n; i++) {
		const struct tensor *t = c->in[1 + i];

		if (!t->n)
			continue;
		/* TensorFlow counts ranges by parts that hold something */
		part_put(&p, t, out, at, quantized_float(c, 1 + p.n + k), quantized_float(c, 1 + 2 * p.n + k));
		at += t->n / p.outer;
		k++;
	}
	return out && quantized_range_out(c, 1, p.min, p.max);
}

/* ---- QuantizedReshape ---- */

static bool run_reshape(struct op_ctx *c)
{
	if (!op_reshape(c))
		return false;
	for (int i = 2; i < 4; i++)
		if (c->in[i]->rank > 1 || c->in[i]->n != 1)
			return op_invalid(c, "input_%s must be a scalar or a vector of 1 element",
					  i == 2 ? "min" : "max");
	return quantized_range_out(c, 1, quantized_float(c, 2), quantized_float(c, 3));
}

/* ---- QuantizedResizeBilinear: between pixels in fixed point, of 7 bits for bytes and 30 for qint32 ---- */

struct between {
	int64_t lower, upper;
	float part;
};

struct resize {
	const struct tensor *x;
	struct tensor *out;
	int64_t h, w, c, oh, ow;
	float sh, sw;
	bool half;
	const struct between *col;
};

static struct between between_of(const struct resize *r, int64_t i, float scale, int64_t limit)
{
	float in = r->half ? ((float)i + 0.5f) * scale - 0.5f : (float)i * scale, low = floorf(in);
	struct between b = { low > 0 ? (int64_t)low : 0, (int64_t)ceilf(in), in - low };

	b.upper = b.upper < limit - 1 ? b.upper : limit - 1;
	b.lower = b.lower < b.upper ? b.lower : b.upper;
	return b;
}

static int64_t mixed(int64_t a, int64_t b, int64_t c, int64_t d, int64_t x, int64_t y, int64_t one)
{
	int64_t top = a * one + (b - a) * x, bottom = c * one + (d - c) * x, v = top + (bottom - top) / one * y;

	return (v + one / 2) / one;
}

static float mixed_float(const float *p, const int64_t *at, float x, float y)
{
	float top = p[at[0]] + (p[at[1]] - p[at[0]]) * x, bottom = p[at[2]] + (p[at[3]] - p[at[2]]) * x;

	return top + (bottom - top) * y;
}

/* On its way to 64 bits a step of 32 is a float. */
static int64_t pixel(const struct tensor *x, int64_t i)
{
	return (int64_t)(float)quantized_at(x, i);
}

static void resize_tile(void *ctx, int64_t from, int64_t to)
{
	const struct resize *r = ctx;
	int64_t one = r->x->dtype == DT_QUINT8 ? 1 << 7 : 1 << 30;

	for (int64_t k = from; k < to; k++) {
		struct between y = between_of(r, k % r->oh, r->sh, r->h);
		int64_t a = (k / r->oh * r->h + y.lower) * r->w * r->c, b = (k / r->oh * r->h + y.upper) * r->w * r->c;

		for (int64_t i = 0; i < r->ow * r->c; i++) {
			const struct between *x = &r->col[i / r->c];
			int64_t lo = x->lower * r->c + i % r->c, hi = x->upper * r->c + i % r->c,
				at = k * r->ow * r->c + i;

			if (r->x->dtype == DT_FLOAT)
				((float *)r->out->data)[at] = mixed_float(
					r->x->data, (int64_t[]){ a + lo, a + hi, b + lo, b + hi }, x->part, y.part);
			else
				quantized_put(r->out, at,
					      mixed(pixel(r->x, a + lo), pixel(r->x, a + hi), pixel(r->x, b + lo),
						    pixel(r->x, b + hi), (int64_t)(x->part * (float)one),
						    (int64_t)(y.part * (float)one), one));
		}
	}
}

static bool resize_sizes(struct op_ctx *c, struct resize *r)
{
	const struct tensor *x = r->x;
	bool align = false;

	node_attr_bool(c->node, "align_corners", &align);
	node_attr_bool(c->node, "half_pixel_centers", &r->half);
	for (int i = 2; i < 4; i++)
		if (c->in[i]->rank)
			return op_invalid(c, "%s must be a scalar", i == 2 ? "min" : "max");
	if (!image_resize_sizes(c, &r->oh, &r->ow))
		return false;
	r->h = x->dim[1], r->w = x->dim[2], r->c = x->dim[3];
	r->sh = image_scale(r->h, r->oh, align);
	r->sw = image_scale(r->w, r->ow, align);
	return image_width_fits(c, r->ow, r->sw);
}

static bool run_resize(struct op_ctx *c)
{
	struct resize r = { .x = c->in[0] };
	struct between *col;

	if (!resize_sizes(c, &r))
		return false;
	r.out = op_out(c, 0, r.x->dtype, 4, (int64_t[]){ r.x->dim[0], r.oh, r.ow, r.c });
	if (!r.out)
		return false;
	if (!r.out->n)	/* TensorFlow's kernel goes home */
		return op_fail(c, ERR_INTERNAL, "Missing 1-th output from {{node %.*s}}", SV_ARG(c->node->name));
	if (r.h == r.oh && r.w == r.ow) {
		memcpy(r.out->data, r.x->data, r.x->bytes);
		return quantized_range_out(c, 1, quantized_float(c, 2), quantized_float(c, 3));
	}
	r.col = col = op_temp(c, (size_t)(r.ow + 1) * sizeof(*col));
	for (int64_t i = 0; col && i < r.ow; i++)
		col[i] = between_of(&r, i, r.sw, r.w);
	if (col)
		tiles_run(r.x->dim[0] * r.oh, 1 + TILE_ELEMS / (r.ow * r.c + 1), resize_tile, &r);
	return col && quantized_range_out(c, 1, quantized_float(c, 2), quantized_float(c, 3));
}

/* ---- by channels: ranges lie around zero, so that only their ends' distance counts ---- */

static bool channels(struct op_ctx *c, int64_t n)
{
	for (int i = 1; i < 3; i++)	/* of a scalar TensorFlow reads a size that is none */
		if (c->in[i]->rank != 1 || c->in[i]->n != n)
			return op_invalid(c, "input_%s has incorrect size, expected %lld was %lld",
					  i == 1 ? "min" : "max", (long long)n, (long long)c->in[i]->n);
	return true;
}

static float reach(const struct op_ctx *c, int64_t k)
{
	return fmaxf(fabsf(((const float *)c->in[1]->data)[k]), fabsf(((const float *)c->in[2]->data)[k]));
}

static bool run_range(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t n = c->in[2]->n;
	float top = 1.17549435e-38f, clip = INFINITY;
	bool negative = false;

	node_attr_float(c->node, "clip_value_max", &clip);
	if (!channels(c, n))
		return false;
	if (x->n == 0)
		return op_invalid(c, "input must not be empty");
	if (x->rank != 4)
		return op_invalid(c, "input must be in NHWC format");
	if (x->dim[3] != n)
		return op_invalid(c, "input must have same number of channels as length of input_min: %lld vs %lld",
				  (long long)x->dim[3], (long long)n);
	for (int64_t k = 0; k < n; k++) {
		int32_t lo = INT32_MAX, hi = INT32_MIN;
		float far;

		for (int64_t i = k; i < x->n; i += n) {
			int32_t v = ((const int32_t *)x->data)[i];

			lo = v < lo ? v : lo;
			hi = v > hi ? v : hi;
		}
		negative |= lo < 0;
		lo = lo < 0 ? (int32_t)(0 - (uint32_t)lo) : lo;
		hi = hi < 0 ? (int32_t)(0 - (uint32_t)hi) : hi;
		far = reach(c, k) * (float)(lo > hi ? lo : hi) / 0x1p31f;
		top = far > top ? far : top;
	}
	top = top > clip ? clip : top;
	return quantized_range_out(c, 0, negative ? -top : 0, top);
}

static bool requested(struct op_ctx *c, enum dtype t, float *far)
{
	float min, max;

	if (c->in[3]->n != 1)
		return op_invalid(c, "requested_output_min must be a scalar");
	if (c->in[4]->n != 1)
		return op_invalid(c, "requested_output_max must be a scalar");
	min = quantized_float(c, 3), max = quantized_float(c, 4);
	if (t == DT_QINT8 && !(min < 0))
		return op_invalid(c, "If out_type is QINT8, requested_output_max must be non negative, got %g",
				  (double)min);
	*far = fmaxf(fabsf(min), fabsf(max));
	return true;
}

static bool run_requantize(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t n = c->in[1]->n;
	float far = 0, lo, hi;
	enum dtype t = DT_QUINT8;
	struct tensor *out;

	node_attr_type(c->node, "out_type", &t);
	lo = t == DT_QINT8 ? -128 : 0;
	hi = t == DT_QINT8 ? 127 : 255;
	if (c->in[2]->n != n)
		return op_invalid(c, "input_max has incorrect size, expected %lld was %lld", (long long)n,
				  (long long)c->in[2]->n);
	if (!requested(c, t, &far))
		return false;
	if ((x->rank != 4 && x->rank != 5) || n != x->dim[x->rank - 1])
		return op_invalid(c, "input must be an image of %lld channels, and is %s", (long long)n,
				  op_in_shape(c, 0));
	out = op_out(c, 0, t, x->rank, x->dim);
	for (int64_t i = 0; out && i < x->n; i++) {
		float v = (float)((const int32_t *)x->data)[i] * (hi * (reach(c, i % n) / far / 0x1p31f));

		v = v > lo ? v : lo;	/* so is a NaN */
		quantized_put(out, i, (int64_t)nearbyintf(v < hi ? v : hi));
	}
	return out && quantized_range_out(c, 1, quantized_float(c, 3), quantized_float(c, 4));
}

#define Q8 DM(DT_QUINT8)
#define Q32 DM(DT_QINT32)
static const struct op_row rows[] = {
	{ .name = "QuantizedConcat", .n_in = -1, .n_out = 3, .types = { { "T", Q8 | Q32 } }, .run = run_concat },
	{ .name = "QuantizedReshape",
	  .n_in = 4,
	  .n_out = 3,
	  .types = { { "T", Q8 | Q32 }, { "Tshape", DM_INDEX } },
	  .flags = OP_VIEW,
	  .run = run_reshape },
	{ .name = "QuantizedResizeBilinear",
	  .n_in = 4,
	  .n_out = 3,
	  .types = { { "T", Q8 | Q32 | DM(DT_FLOAT) } },
	  .run = run_resize },
	{ .name = "RequantizationRangePerChannel", .n_in = 3, .n_out = 2, .types = { { "T", Q32 } }, .run = run_range },
	{ .name = "RequantizePerChannel",
	  .n_in = 5,
	  .n_out = 3,
	  .types = { { "T", Q32 }, { "out_type", Q8 | DM(DT_QINT8) } },
	  .run = run_requantize },
};

OP_FAMILY(family_quantized_move, rows);
