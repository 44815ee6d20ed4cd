/* Uniform*: quantizing by scale and zero point, and what is done with such numbers; see uniform.h. */
#include "ops/uniform.h"

#include <math.h>
#include <string.h>

#include "ops/quantized.h"

/* ---- attributes, scales ---- */

bool uq_attr(struct op_ctx *c, const char *name, int32_t *v)
{
	int64_t i = 0;

	node_attr_int(c->node, name, &i);
	*v = (int32_t)i;
	return *v == i || op_invalid(c, "Attr %s has value %lld out of range for an int32", name, (long long)i);
}

bool uq_axis_attr(struct op_ctx *c, const char *name, int64_t *v)
{
	int32_t i = -1;
	bool ok = uq_attr(c, name, &i);

	*v = i;
	return ok;
}

static bool same_shape(const struct tensor *a, const struct tensor *b)
{
	return a->rank == b->rank && (!a->rank || !memcmp(a->dim, b->dim, (size_t)a->rank * sizeof(*a->dim)));
}

bool uq_fits(struct op_ctx *c, int rank, const int64_t *dim, int i, int64_t axis)
{
	const struct tensor *s = c->in[i];

	if (!same_shape(s, c->in[i + 1]))
		return op_invalid(
			c,
			"scales and zero_points shape must be same, but given scales shape %s and zero_points shape %s",
			op_in_shape(c, i), op_in_shape(c, i + 1));
	if (axis < -1 || axis >= rank)
		return op_invalid(c, "quantization_axis must be -1 or in range [0, input.rank), but given %lld",
				  (long long)axis);
	if (axis == -1 && s->rank)
		return op_invalid(
			c,
			"If quantization_axis is -1, scales and zero_points must be scalar tensors, but given scales "
			"shape %s and zero_points shape %s",
			op_in_shape(c, i), op_in_shape(c, i + 1));
	if (axis >= 0 && (s->rank != 1 || s->n != dim[axis]))
		return op_invalid(
			c,
			"If quantization_axis is not -1, scales and zero_points must be a tensor of rank 1 and the size "
			"must be equal to the input.dim_size(quantization_axis), but given quantization_axis %lld, scales "
			"shape %s and zero_points shape %s",
			(long long)axis, op_in_shape(c, i), op_in_shape(c, i + 1));
	return true;
}

bool uq_positive(const struct tensor *t)
{
	for (int64_t i = 0; i < t->n; i++)
		if (!(((const float *)t->data)[i] > 0))
			return false;
	return true;
}

struct uq_scales uq_of(const struct op_ctx *c, int i, int64_t axis)
{
	return (struct uq_scales){ c->in[i]->data, c->in[i + 1]->data, axis };
}

/* ---- fixed point ---- */

bool uq_factor(struct op_ctx *c, double v, struct uq_factor *f)
{
	int64_t fraction;

	if (!isfinite(v) || v <= 0)
		return op_invalid(c, "double_multiplier must be a poisitive finite number. Given %g", v);
	fraction = (int64_t)round(frexp(v, &f->shift) * 0x1p31);
	if (fraction == INT64_C(1) << 31) {
		fraction /= 2;
		f->shift++;
	}
	if (f->shift < -31)
		f->shift = 0, fraction = 0;
	if (f->shift > 30)
		f->shift = 30, fraction = INT32_MAX;
	f->fraction = (int32_t)fraction;
	return true;
}

struct uq_factor *uq_factors(struct op_ctx *c, float a, const struct uq_scales *b, const struct uq_scales *out,
			     int64_t n)
{
	bool one = (!b || b->axis < 0) && out->axis < 0;
	struct uq_factor *f = op_temp(c, (size_t)(one ? 1 : n + 1) * sizeof(*f));

	for (int64_t k = 0; f && k < (one ? 1 : n); k++) {
		double v = b ? (double)a * (double)uq_scale(b, k) : (double)a;

		if (!uq_factor(c, v / (double)uq_scale(out, k), &f[k]))
			return NULL;
	}
	return f;
}

static int32_t wrap_add(int32_t a, int32_t b)
{
	return (int32_t)((uint32_t)a + (uint32_t)b);
}

static int32_t cut(int32_t v, int32_t min, int32_t max)
{
	v = v < max ? v : max;
	return v > min ? v : min;
}

int32_t uq_scaled(int32_t v, const struct uq_factor *f, int32_t zero, int32_t min, int32_t max)
{
	int shift = 31 - f->shift;
	int64_t r = (v * (int64_t)f->fraction + (INT64_C(1) << (shift - 1))) >> shift;

	r = r < INT32_MIN ? INT32_MIN : r > INT32_MAX ? INT32_MAX : r;
	return cut(wrap_add((int32_t)r, zero), min, max);
}

/* A float as the int32 that the CPU makes of it. */
static int32_t whole32(float v)
{
	return v >= -0x1p31f && v < 0x1p31f ? (int32_t)v : INT32_MIN;
}

static int32_t quantize(float v, float inverse, int32_t zero, int32_t min, int32_t max)
{
	return cut(wrap_add(whole32(floorf(v * inverse + 0.5f)), zero), min, max);
}

/* The zero point that is nearest to where both ends of the range would have it. */
static int32_t nudged(double low, double high, float scale)
{
	double from_low = -128 - low / (double)scale, from_high = 127 - high / (double)scale;
	double err_low = 128 + fabs(low / (double)scale), err_high = 127 + fabs(high / (double)scale);
	double zero = err_low < err_high ? from_low : from_high;

	return zero < -128 ? -128 : zero > 127 ? 127 : (int32_t)round(zero);
}

void uq_dynamic(const float *x, int64_t n, int8_t *q, float *scale, int32_t *zero)
{
	float low = 0, high = 0, inverse = 0;

	for (int64_t i = 0; i < n; i++) {
		low = x[i] < low ? x[i] : low;
		high = x[i] > high ? x[i] : high;
	}
	*scale = (float)(((double)high - (double)low) / 255.0);
	if (high != low)
		inverse = (float)(255.0 / ((double)high - (double)low));
	if (*scale == 0 || !isfinite(inverse)) {
		memset(q, 0, (size_t)n);
		*scale = 1;
		*zero = 0;
		return;
	}
	*zero = nudged((double)low, (double)high, *scale);
	for (int64_t i = 0; i < n; i++)
		q[i] = (int8_t)quantize(x[i], inverse, *zero, -128, 127);
}

/* ---- along an axis ---- */

/* How many elements stand in a row with one index of the axis, and how many indices it has. */
struct along {
	int64_t inner, n;
};

static struct along along_of(const struct tensor *x, int64_t axis)
{
	struct along a = { x->n ? x->n : 1, 1 };

	if (axis < 0)
		return a;
	a = (struct along){ 1, x->dim[axis] };
	for (int d = (int)axis + 1; d < x->rank; d++)
		a.inner *= x->dim[d];
	return a;
}

/* Index of the axis of element i; x has elements. */
static int64_t along_at(const struct along *a, int64_t i)
{
	return i / a->inner % a->n;
}

struct each {
	const struct tensor *x;
	struct tensor *out;
	struct along a;
	struct uq_scales in, to;
	const struct uq_factor *f;
	int32_t min, max;
};

static void each_run(struct each *e, int64_t axis, void (*fn)(void *ctx, int64_t from, int64_t to))
{
	e->a = along_of(e->x, axis);
	tiles_run(e->x->n, TILE_ELEMS, fn, e);
}

/* ---- UniformQuantize, UniformDequantize ---- */

static void quantize_tile(void *ctx, int64_t from, int64_t to)
{
	const struct each *e = ctx;

	for (int64_t i = from; i < to; i++) {
		int64_t k = along_at(&e->a, i);

		quantized_put(e->out, i, quantize(((const float *)e->x->data)[i], 1.0f / uq_scale(&e->to, k),
						  uq_zero(&e->to, k), e->min, e->max));
	}
}

static bool run_quantize(struct op_ctx *c)
{
	struct each e = { .x = c->in[0] };
	enum dtype t = DT_QINT8;
	int64_t axis;

	node_attr_type(c->node, "Tout", &t);
	if (!uq_attr(c, "quantization_min_val", &e.min) || !uq_attr(c, "quantization_max_val", &e.max) ||
	    !uq_axis_attr(c, "quantization_axis", &axis))
		return false;
	if (axis < -1)
		return op_invalid(c, "quantization_axis must be >= -1, given: %lld", (long long)axis);
	if (!uq_fits(c, e.x->rank, e.x->dim, 1, axis))
		return false;
	e.out = op_out(c, 0, t, e.x->rank, e.x->dim);
	e.to = uq_of(c, 1, axis);
	if (e.out)
		each_run(&e, axis, quantize_tile);
	return e.out != NULL;
}

static void dequantize_tile(void *ctx, int64_t from, int64_t to)
{
	const struct each *e = ctx;

	for (int64_t i = from; i < to; i++) {
		int64_t k = along_at(&e->a, i);
		/* on its way a 32-bit step is a float once more than it need be */
		uint32_t v = (uint32_t)whole32((float)quantized_at(e->x, i)) - (uint32_t)uq_zero(&e->in, k);

		((float *)e->out->data)[i] = (float)(int32_t)v * uq_scale(&e->in, k);
	}
}

static bool run_dequantize(struct op_ctx *c)
{
	struct each e = { .x = c->in[0] };
	int64_t axis;

	if (!uq_axis_attr(c, "quantization_axis", &axis) || !uq_fits(c, e.x->rank, e.x->dim, 1, axis))
		return false;
	if (!uq_positive(c->in[1]))
		return op_invalid(c, "rhs scales elements must be all positive.");
	e.out = op_out(c, 0, DT_FLOAT, e.x->rank, e.x->dim);
	e.in = uq_of(c, 1, axis);
	if (e.out)
		each_run(&e, axis, dequantize_tile);
	return e.out != NULL;
}

/* ---- UniformRequantize ---- */

static void requantize_tile(void *ctx, int64_t from, int64_t to)
{
	const struct each *e = ctx;
	bool one = e->in.axis < 0 && e->to.axis < 0;

	for (int64_t i = from; i < to; i++) {
		int64_t k = along_at(&e->a, i);
		int32_t v = (int32_t)((uint32_t)quantized_at(e->x, i) - (uint32_t)uq_zero(&e->in, k));

		quantized_put(e->out, i,
			      uq_scaled(v, &e->f[one ? 0 : k], e->to.zero ? uq_zero(&e->to, k) : 0, e->min, e->max));
	}
}

/* in's scales over to's, an element each: of the axis that either has. */
static bool requantize(struct op_ctx *c, struct each *e)
{
	int64_t axis = e->in.axis >= 0 ? e->in.axis : e->to.axis, n = axis < 0 ? 1 : e->x->dim[axis];
	struct uq_factor *f = op_temp(c, (size_t)(n + 1) * sizeof(*f));

	for (int64_t k = 0; f && k < n; k++)
		if (!uq_factor(c, (double)uq_scale(&e->in, k) / (double)uq_scale(&e->to, k), &f[k]))
			return false;
	e->f = f;
	if (f)
		each_run(e, axis, requantize_tile);
	return f != NULL;
}

static bool requantize_attrs(struct op_ctx *c, struct each *e, int64_t *in, int64_t *to)
{
	if (!uq_attr(c, "output_quantization_min_val", &e->min) ||
	    !uq_attr(c, "output_quantization_max_val", &e->max) || !uq_axis_attr(c, "input_quantization_axis", in) ||
	    !uq_axis_attr(c, "output_quantization_axis", to))
		return false;
	if (*in < -1)
		return op_invalid(c, "input_quantization_axis must be >= -1, given: %lld", (long long)*in);
	if (*to < -1)
		return op_invalid(c, "output_quantization_axis must be >= -1, given: %lld", (long long)*to);
	return *in < 0 || *to < 0 || *in == *to ||
	       op_invalid(c, "If input and output is both per-axis quantized, the quantization axis must be same.");
}

static bool run_requantize(struct op_ctx *c)
{
	struct each e = { .x = c->in[0] };
	int64_t in, to;

	if (!requantize_attrs(c, &e, &in, &to) || !uq_fits(c, e.x->rank, e.x->dim, 1, in) ||
	    !uq_fits(c, e.x->rank, e.x->dim, 3, to))
		return false;
	if (!uq_positive(c->in[1]) || !uq_positive(c->in[3]))
		return op_invalid(c, "input/output scales elements must be all positive.");
	e.out = op_out(c, 0, DT_QINT8, e.x->rank, e.x->dim);
	e.in = uq_of(c, 1, in);
	e.to = uq_of(c, 3, to);
	return e.out && requantize(c, &e);
}

/* ---- UniformQuantizedClipByValue ---- */

static bool clip_fits(struct op_ctx *c, int i, const char *name)
{
	return same_shape(c->in[i], c->in[3]) ||
	       op_invalid(
		       c,
		       "Input %s shape must be same as scales/zero_points. Given %s of shape %s and scales/zero_points of "
		       "shape %s",
		       name, name, op_in_shape(c, i), op_in_shape(c, 3));
}

static bool run_clip(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	const int32_t *lo = c->in[1]->data, *hi = c->in[2]->data;
	struct tensor *out;
	struct along a;
	int64_t axis;

	if (!uq_axis_attr(c, "quantization_axis", &axis) || !uq_fits(c, x->rank, x->dim, 3, axis) ||
	    !clip_fits(c, 1, "min") || !clip_fits(c, 2, "max"))
		return false;
	out = op_out_like(c, 0, x);
	a = along_of(x, axis);
	for (int64_t i = 0; out && i < x->n; i++) {
		int64_t k = along_at(&a, i);
		int32_t v = ((const int32_t *)x->data)[i];

		v = v > lo[k] ? v : lo[k];
		((int32_t *)out->data)[i] = v < hi[k] ? v : hi[k];
	}
	return out != NULL;
}

/* ---- UniformQuantizedAdd: both brought to the sum's scale ---- */

struct sum {
	int64_t axis[3];		/* of both sides and the sum */
	int32_t min, max;
	struct bcast b;
};

static bool sum_axes(struct op_ctx *c, struct sum *s)
{
	const struct tensor *x = c->in[0], *y = c->in[1];

	if (!uq_fits(c, x->rank, x->dim, 2, s->axis[0]) || !uq_fits(c, y->rank, y->dim, 4, s->axis[1]))
		return false;
	if (!bcast_plan(&s->b, c->scratch, 2, (struct shape[]){ tensor_shape(x), tensor_shape(y) }))
		return op_invalid(c, "Cannot Add tensors of shapes: %s%s", op_in_shape(c, 0), op_in_shape(c, 1));
	if (!uq_fits(c, s->b.out_rank, s->b.out_dim, 6, s->axis[2]))
		return false;
	for (int i = 0; i < 2; i++)
		if (s->axis[i] >= 0 && s->axis[2] >= 0 &&
		    c->in[i]->rank - s->axis[i] != s->b.out_rank - s->axis[2])
			return op_invalid(
				c, "If %s and output is both per-axis quantized, the quantization axis must match.",
				i ? "rhs" : "lhs");
	return (uq_positive(c->in[2]) && uq_positive(c->in[4]) && uq_positive(c->in[6])) ||
	       op_invalid(c, "lhs/rhs/output scales elements must be all positive.");
}

/* Side i in the sum's scale, without a zero point. Where the sum's scales have an axis, TensorFlow looks for it
 * in the side as it stands, and dies when it is not there. */
static struct tensor *sum_side(struct op_ctx *c, const struct sum *s, int i)
{
	const struct tensor *x = c->in[i];
	struct each e = { .x = x, .in = uq_of(c, 2 + 2 * i, s->axis[i]), .min = INT32_MIN, .max = INT32_MAX };
	int64_t to = s->axis[2] < 0 ? -1 : i ? s->axis[2] : s->axis[0];
	int64_t axis = s->axis[i] >= 0 ? s->axis[i] : to;

	e.to = (struct uq_scales){ c->in[6]->data, NULL, s->axis[2] };
	if (s->axis[2] >= 0 && (axis < 0 || axis >= x->rank || x->dim[axis] != c->in[6]->n)) {
		op_invalid(c, "the sum's scales have an axis that %s has not", i ? "rhs" : "lhs");
		return NULL;
	}
	if (s->axis[2] >= 0)
		e.to.axis = axis;
	e.out = tensor_new(DT_QINT32, x->rank, x->dim, c->err);
	if (!e.out)
		return NULL;
	op_hold(c, e.out);
	return requantize(c, &e) ? e.out : NULL;
}

static void add_pairs(const void *ctx, char *const *p, const uint8_t *step, int64_t n)
{
	int32_t *out = (int32_t *)p[0];
	const int32_t *a = (const int32_t *)p[1], *b = (const int32_t *)p[2];

	(void)ctx;
	for (int64_t i = 0; i < n; i++)
		out[i] = wrap_add(a[i * step[1]], b[i * step[2]]);
}

static bool run_add(struct op_ctx *c)
{
	struct sum s;
	struct tensor *out, *x, *y;
	struct along a;

	if (!uq_attr(c, "output_quantization_min_val", &s.min) || !uq_attr(c, "output_quantization_max_val", &s.max) ||
	    !uq_axis_attr(c, "lhs_quantization_axis", &s.axis[0]) ||
	    !uq_axis_attr(c, "rhs_quantization_axis", &s.axis[1]) ||
	    !uq_axis_attr(c, "output_quantization_axis", &s.axis[2]))
		return false;
	if (s.axis[0] < -1 || s.axis[1] < -1 || s.axis[2] < -1)
		return op_invalid(c, "lhs, rhs and output quantization_axis must be -1 or within [0, dims)");
	if (!sum_axes(c, &s) || !(out = op_out(c, 0, DT_QINT32, s.b.out_rank, s.b.out_dim)))
		return false;
	x = sum_side(c, &s, 0);
	y = x ? sum_side(c, &s, 1) : NULL;
	if (!y)
		return false;
	bcast_run(&s.b, out->data, (const void *[]){ x->data, y->data }, (size_t[]){ 4, 4, 4 }, add_pairs, NULL);
	a = along_of(out, s.axis[2]);
	for (int64_t i = 0; i < out->n; i++) {
		int32_t *v = (int32_t *)out->data + i;

		*v = wrap_add(*v, ((const int32_t *)c->in[7]->data)[along_at(&a, i)]);
		/* clamped low end first */
		*v = *v < s.min ? s.min : *v > s.max ? s.max : *v;
	}
	return true;
}

#define Q8 DM(DT_QINT8)
#define Q32 DM(DT_QINT32)
#define F32 DM(DT_FLOAT)
static const struct op_row rows[] = {
	{ .name = "UniformDequantize", .n_in = 3, .n_out = 1, .types = { { "Tin", Q8 | Q32 }, { "Tout", F32 } },
	  .run = run_dequantize },
	{ .name = "UniformQuantize", .n_in = 3, .n_out = 1, .types = { { "Tin", F32 }, { "Tout", Q8 | Q32 } },
	  .run = run_quantize },
	{ .name = "UniformQuantizedAdd", .n_in = 8, .n_out = 1, .types = { { "T", Q32 } }, .run = run_add },
	{ .name = "UniformQuantizedClipByValue", .n_in = 5, .n_out = 1, .types = { { "T", Q32 } }, .run = run_clip },
	{ .name = "UniformRequantize", .n_in = 5, .n_out = 1, .types = { { "Tin", Q8 | Q32 }, { "Tout", Q8 } },
	  .run = run_requantize },
};

OP_FAMILY(family_uniform, rows);
