/*
 * QuantizeV2, Dequantize and QuantizeAndDequantize: floats to integers on a grid and back, for the whole
 * tensor or slice by slice along an axis. Each step in float, in TensorFlow's order.
 *
 *   [before][axis][after]: slice s has the elements (b, s, a), its own range and scale
 */
#include "ops/kernel.h"

#include <float.h>
#include <limits.h>
#include <math.h>

struct limits {
	float lo, hi, steps;	/* hi - lo; as floats, as TensorFlow has them */
	float half;		/* half the values of a signed type, 0 else */
	int bits;
};

static struct limits limits_of(enum dtype t)
{
	switch (t) {
	case DT_QINT8:
		return (struct limits){ -128, 127, 255, 128, 8 };
	case DT_QUINT8:
		return (struct limits){ 0, 255, 255, 0, 8 };
	case DT_QINT16:
		return (struct limits){ -32768, 32767, 65535, 32768, 16 };
	case DT_QUINT16:
		return (struct limits){ 0, 65535, 65535, 0, 16 };
	default:
		return (struct limits){ -0x1p31f, 0x1p31f, 0x1p32f, 0x1p31f, 32 };
	}
}

struct slices {
	int64_t before, n, after;
};

static struct slices slices_of(const struct tensor *x, int64_t axis)
{
	struct slices s = { 1, 1, x->n };

	if (axis < 0)
		return s;
	s.n = x->dim[axis];
	s.after = x->n != 0;	/* of nothing there is nothing to multiply: dims around a 0 may be huge */
	for (int d = 0; d < x->rank && x->n; d++)
		if (d < axis)
			s.before *= x->dim[d];
		else if (d > axis)
			s.after *= x->dim[d];
	return s;
}

/* Element k of slice i. */
static inline int64_t at(const struct slices *s, int64_t i, int64_t k)
{
	return (k / s->after * s->n + i) * s->after + k % s->after;
}

static inline float between(float x, float lo, float hi)
{
	x = hi < x ? hi : x;
	return x < lo ? lo : x;
}

/* ---- QuantizeV2 ---- */

enum mode { MIN_COMBINED, MIN_FIRST, SCALED };

struct quant {
	enum mode mode;
	bool even, narrow;
	int64_t axis;
	float least_range;
};

static bool prepare_mode(const struct node *n, struct quant *q, struct err *err)
{
	struct sv mode = SV("MIN_COMBINED");

	node_attr_str(n, "mode", &mode);
	q->axis = -1;
	node_attr_int(n, "axis", &q->axis);
	node_attr_bool(n, "narrow_range", &q->narrow);
	q->mode = sv_is(mode, "SCALED") ? SCALED : sv_is(mode, "MIN_FIRST") ? MIN_FIRST : MIN_COMBINED;
	if (q->mode != MIN_COMBINED || sv_is(mode, "MIN_COMBINED"))
		return true;
	return err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT,
		       "Mode string must be 'MIN_COMBINED', 'MIN_FIRST', or 'SCALED', is '%.*s'",
		       SV_ARG(mode));
}

static bool prepare_quantize(const struct node *n, void *state, struct arena *a, struct err *err)
{
	struct quant *q = state;
	struct sv round = SV("HALF_AWAY_FROM_ZERO");

	(void)a;
	node_attr_str(n, "round_mode", &round);
	q->even = sv_is(round, "HALF_TO_EVEN");
	q->least_range = 0.01f;
	node_attr_float(n, "ensure_minimum_range", &q->least_range);
	return prepare_mode(n, q, err);
}

static bool range_ok(struct op_ctx *c, int i, const char *name, int64_t axis, int64_t n)
{
	const struct tensor *t = c->in[i];

	if (axis < 0 && t->n != 1)
		return op_invalid(c, "If axis is not specified, %s must contain a single float element, "
				  "but it contains %lld elements", name, (long long)t->n);
	if (axis < 0)
		return true;
	if (t->rank != 1)
		return op_invalid(c, "If axis is specified, %s must be a 1-D tensor whose size matches the "
				  "axis dimension of the input and output tensors, but %s dims are %d", name,
				  name, t->rank);
	if (t->dim[0] != n)
		return op_invalid(c, "If axis is specified, %s must be a 1-D tensor whose size matches the "
				  "axis dimension of the input and output tensors, but %s is a 1-D tensor of "
				  "size %lld and input's axis dimension is of size %lld", name, name,
				  (long long)t->dim[0], (long long)n);
	return true;
}

static void put_int(struct tensor *t, int64_t i, float v)
{
	int32_t k = v >= -0x1p31f && v < 0x1p31f ? (int32_t)v : INT32_MIN;

	switch (dtype_info(t->dtype)->size) {
	case 1:
		((uint8_t *)t->data)[i] = (uint8_t)k;
		break;
	case 2:
		((uint16_t *)t->data)[i] = (uint16_t)k;
		break;
	default:
		((int32_t *)t->data)[i] = k;
	}
}

/* The scale of the narrower side; a side that has no values sets none. */
static float scaled_by(float lo, float hi, float min, float max)
{
	float a = lo * min > 0 ? lo / min : FLT_MAX, b = hi * max > 0 ? hi / max : FLT_MAX;

	return b < a ? b : a;
}

static float first_round(float x, float scale, float min_scaled, const struct limits *l)
{
	float hi = l->bits == 32 ? 2147483520.0f : l->hi;

	return between(roundf(x * scale) - (min_scaled - l->lo), l->lo, hi);
}

static bool quantize_slice(struct op_ctx *c, const struct slices *s, int64_t i)
{
	const struct quant *q = c->state;
	struct limits l = limits_of(c->out[0]->dtype);
	float min = ((const float *)c->in[1]->data)[i], max = ((const float *)c->in[2]->data)[i];
	float widest = fmaxf(1.0f, fmaxf(fabsf(min), fabsf(max))), scale = 0, offset = 0;

	if (max < min)
		return op_invalid(c, "input_max_range must be larger than input_min_range.");
	min = min < 0 ? min : 0;
	widest = min + widest * q->least_range;
	max = max < widest ? widest : max;
	max = max > 0 ? max : 0;
	if (q->mode == MIN_COMBINED) {
		scale = l.steps / (max - min);
	} else if (q->mode == MIN_FIRST) {
		double steps = ldexp(1, l.bits);

		scale = (float)(steps / ((double)(max - min) * (steps / (steps - 1.0))));
		offset = roundf(min * scale);
	} else {
		scale = scaled_by(l.lo + q->narrow, l.hi, min, max);
		min = (l.lo + q->narrow) / scale;
		max = l.hi / scale;
	}
	for (int64_t k = 0; k < s->before * s->after; k++) {
		int64_t e = at(s, i, k);
		float x = ((const float *)c->in[0]->data)[e], y;

		if (q->mode == MIN_FIRST)
			y = first_round(x, scale, offset, &l);
		else if (q->mode == SCALED && q->even)
			y = nearbyintf(between(x, min, max) * scale);
		else if (q->mode == SCALED)
			y = roundf(between(x, min, max) * scale);
		else if (l.half > 0)
			y = roundf((between(x, min, max) - min) * scale - l.half);
		else
			y = (between(x, min, max) - min) * scale + 0.5f;
		put_int(c->out[0], e, y);
	}
	((float *)c->out[1]->data)[i] = min;
	((float *)c->out[2]->data)[i] = max;
	return true;
}

static bool run_quantize(struct op_ctx *c)
{
	static const char *const modes[] = { "MIN_COMBINED", "MIN_FIRST", "SCALED" };
	const struct quant *q = c->state;
	const struct tensor *x = c->in[0];
	struct slices s;
	enum dtype t;

	if (q->even && q->mode != SCALED)
		return op_invalid(c, "Round mode 'HALF_TO_EVEN' only supported for mode 'SCALED', b  ut mode "
				  "is '%s'.", modes[q->mode]);
	if (q->axis >= x->rank)
		return op_invalid(c, "Axis is on a zero-based index, so its value must always be less than "
				  "number of input's dims, but given axis value was %lld and input's dims was "
				  "%d", (long long)q->axis, x->rank);
	s = slices_of(x, q->axis);
	if (!range_ok(c, 1, "min_range", q->axis, s.n) || !range_ok(c, 2, "max_range", q->axis, s.n))
		return false;
	if (!node_attr_type(c->node, "T", &t))
		return op_invalid(c, "attr T is missing");
	if (!op_out(c, 0, t, x->rank, x->dim) || !op_out(c, 1, DT_FLOAT, q->axis >= 0, &s.n) ||
	    !op_out(c, 2, DT_FLOAT, q->axis >= 0, &s.n))
		return false;
	if (s.n != 1 && q->mode == MIN_FIRST)
		return op_fail(c, ERR_UNIMPLEMENTED, "MIN_FIRST mode is not implemented for Quantize with "
			       "axis != -1.");
	for (int64_t i = 0; i < s.n; i++)
		if (!quantize_slice(c, &s, i))
			return false;
	return true;
}

/* ---- Dequantize ---- */

static bool prepare_dequantize(const struct node *n, void *state, struct arena *a, struct err *err)
{
	(void)a;
	return prepare_mode(n, state, err);
}

static void dequantize_slice(const struct op_ctx *c, float *y, const struct slices *s, int64_t i)
{
	const struct quant *q = c->state;
	struct limits l = limits_of(c->in[0]->dtype);
	float min = ((const float *)c->in[1]->data)[i], max = ((const float *)c->in[2]->data)[i];
	float scale = (max - min) / l.steps, from = min, lo = l.lo + q->narrow;

	if (q->mode == MIN_FIRST) {
		double steps = ldexp(1, l.bits);

		scale = (float)((double)(max - min) * (steps / (steps - 1.0)) / steps);
		from = max == min ? min : roundf(min / scale) * scale;
	} else if (q->mode == SCALED) {
		scale = max / l.hi;
		if (l.half > 0 && min / lo > scale)
			scale = min / lo;
	}
	for (int64_t k = 0; k < s->before * s->after; k++) {
		int64_t e = at(s, i, k);
		float x = (float)tensor_get_i64(c->in[0], e);

		if (q->mode == SCALED && x >= 0x1p31f)
			x = -0x1p31f;	/* it goes through an int there */
		y[e] = q->mode == SCALED ? x * scale : q->mode == MIN_FIRST ? x * scale + (from - l.lo * scale) :
		       (x + l.half) * scale + min;
	}
}

static bool run_dequantize(struct op_ctx *c)
{
	static const char *const names[] = { "", "min", "max" };
	const struct quant *q = c->state;
	const struct tensor *x = c->in[0];
	struct tensor *out;
	struct slices s;
	enum dtype t;
	float *y;

	if (!node_attr_type(c->node, "dtype", &t))
		return op_invalid(c, "attr dtype is missing");
	if (t == DT_BFLOAT16 && q->mode != MIN_COMBINED)
		return op_invalid(c, "When output type is bfloat16, Mode string must be 'MIN_COMBINED', is '%s'",
				  q->mode == SCALED ? "SCALED" : "MIN_FIRST");
	if (q->axis >= x->rank)
		return op_invalid(c, "Axis must be less than input dimension(%d), got %lld", x->rank,
				  (long long)q->axis);
	s = slices_of(x, q->axis);
	for (int k = 1; k < 3; k++)
		if (c->in[k]->n != s.n)
			return op_invalid(c, "input_%s_tensor must have as many elements as input on the "
					  "dequantization axis (%lld), got %lld, expected %lld", names[k],
					  (long long)q->axis, (long long)c->in[k]->n, (long long)s.n);
	out = op_out(c, 0, t, x->rank, x->dim);
	if (!out)
		return false;
	if (s.n != 1 && q->mode == MIN_FIRST)
		return op_fail(c, ERR_UNIMPLEMENTED, "MIN_FIRST mode is not implemented for Dequantize with "
			       "axis != -1.");
	y = t == DT_FLOAT ? out->data : op_temp(c, (size_t)x->n * 4 + 4);
	for (int64_t i = 0; y && i < s.n; i++)
		dequantize_slice(c, y, &s, i);
	if (y && t != DT_FLOAT)
		low_of_float(t, out->data, y, x->n);
	return y != NULL;
}

/* ---- QuantizeAndDequantize, V2, V3, V4 ---- */

struct both {
	bool is_signed, range_given, narrow, up;
	int64_t bits, axis;
	float min, max;			/* the first version's range */
};

static void both_attrs(const struct node *n, struct both *b)
{
	struct sv round = SV("HALF_TO_EVEN");

	*b = (struct both){ .is_signed = true, .bits = 8, .axis = -1 };
	b->range_given = sv_is(n->op, "QuantizeAndDequantizeV3");	/* its default */
	node_attr_bool(n, "signed_input", &b->is_signed);
	node_attr_bool(n, "range_given", &b->range_given);
	node_attr_bool(n, "narrow_range", &b->narrow);
	node_attr_int(n, "num_bits", &b->bits);
	node_attr_int(n, "axis", &b->axis);
	node_attr_float(n, "input_min", &b->min);
	node_attr_float(n, "input_max", &b->max);
	node_attr_str(n, "round_mode", &round);
	b->up = sv_is(round, "HALF_UP");
}

#define BOTH_FN(T, BIG, FLOOR, RINT) \
static void both_##T(const struct op_ctx *c, const struct both *b, const struct slices *s, int64_t i) \
{ \
	const T *x = c->in[0]->data; \
	T *y = c->out[0]->data; \
	T lo_q = (T)(b->is_signed ? -(INT64_C(1) << (b->bits - 1)) + b->narrow : 0); \
	T hi_q = (T)((INT64_C(1) << (b->bits - b->is_signed)) - 1), min = BIG, max = -BIG; \
	T from_min, from_max, scale, inverse; \
	int64_t n = s->before * s->after; \
	if (b->range_given) { \
		min = c->n_in > 1 ? ((const T *)c->in[1]->data)[i] : (T)b->min; \
		max = c->n_in > 1 ? ((const T *)c->in[2]->data)[i] : (T)b->max; \
	} \
	for (int64_t k = 0; !b->range_given && k < n; k++) { \
		T v = x[at(s, i, k)]; \
		min = v < min ? v : min; \
		max = v > max ? v : max; \
	} \
	from_min = lo_q * min > 0 ? lo_q / min : BIG; \
	from_max = hi_q * max > 0 ? hi_q / max : BIG; \
	if (from_min < from_max) { \
		scale = from_min; \
		inverse = min / lo_q; \
		max = hi_q * inverse; \
	} else { \
		scale = from_max; \
		inverse = max / hi_q; \
		min = lo_q * inverse; \
	} \
	for (int64_t k = 0; k < n; k++) { \
		int64_t e = at(s, i, k); \
		T v = x[e]; \
		if (b->range_given) { \
			v = max < v ? max : v; \
			v = v < min ? min : v; \
		} \
		v *= scale; \
		y[e] = (b->up ? FLOOR(v + (T)0.5) : RINT(v)) * inverse; \
	} \
}
BOTH_FN(float, FLT_MAX, floorf, nearbyintf)
BOTH_FN(double, DBL_MAX, floor, nearbyint)

static bool both_range_ok(struct op_ctx *c, const struct both *b, int64_t n)
{
	static const char *const names[] = { "", "input_min_tensor", "input_max_tensor" };

	if (c->n_in == 1)
		return b->min <= b->max || op_invalid(c, "Invalid range: input_min %g > input_max %g", (double)b->min,
						      (double)b->max);
	for (int k = 1; k < 3; k++) {
		const struct tensor *t = c->in[k];

		if (b->axis >= 0 && t->rank != 1)
			return op_invalid(c, "Shape must be rank 1 but is rank %d for %s", t->rank, names[k]);
		if (t->n != n)
			return op_invalid(c, "%s has incorrect size, was %lld expected %lld to match dim %lld "
					  "of the input %s", names[k], (long long)t->n, (long long)n,
					  (long long)b->axis, op_in_shape(c, 0));
	}
	for (int64_t i = 0; i < n && b->axis < 0; i++)
		if (tensor_get_f64(c->in[1], i) > tensor_get_f64(c->in[2], i))
			return op_invalid(c, "Invalid range: input_min %g > input_max %g",
					  tensor_get_f64(c->in[1], i), tensor_get_f64(c->in[2], i));
	return true;
}

static bool run_both(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct slices s;
	struct both b;

	both_attrs(c->node, &b);
	if (c->n_in == 4) {
		if (c->in[3]->n != 1)
			return op_invalid(c, "num_bits must be a scalar, got shape %s", op_in_shape(c, 3));
		b.bits = tensor_get_i64(c->in[3], 0);
	}
	if (b.axis >= x->rank)
		return op_invalid(c, "Shape must be at least rank %lld but is rank %d",
				  (long long)((uint64_t)b.axis + 1), x->rank);
	if (b.bits <= 0 || b.bits >= (b.is_signed ? 62 : 63))
		return op_invalid(c, c->n_in == 4 ? "num_bits is out of range: %lld with `signed_input_` %d" :
				  "num_bits is out of range: %lld with signed_input_ %d", (long long)b.bits,
				  b.is_signed);
	s = slices_of(x, b.axis);
	if (b.range_given && !both_range_ok(c, &b, s.n))
		return false;
	if (!op_out_like(c, 0, x))
		return false;
	for (int64_t i = 0; i < s.n && x->n; i++)
		if (x->dtype == DT_FLOAT)
			both_float(c, &b, &s, i);
		else
			both_double(c, &b, &s, i);
	return true;
}

#define M_QUANT (DM(DT_QINT8) | DM(DT_QUINT8) | DM(DT_QINT16) | DM(DT_QUINT16) | DM(DT_QINT32))
#define M_REAL (DM(DT_FLOAT) | DM(DT_DOUBLE))

static const struct op_row rows[] = {
	{ .name = "QuantizeV2", .n_in = 3, .n_out = 3, .types = { { "T", M_QUANT } },
	  .state_size = sizeof(struct quant), .prepare = prepare_quantize, .run = run_quantize },
	{ .name = "Dequantize", .n_in = 3, .n_out = 1,
	  .types = { { "T", M_QUANT }, { "dtype", DM(DT_FLOAT) | DM(DT_BFLOAT16) } },
	  .state_size = sizeof(struct quant), .prepare = prepare_dequantize, .run = run_dequantize },
	{ .name = "QuantizeAndDequantize", .n_in = 1, .n_out = 1, .types = { { "T", M_REAL } }, .run = run_both },
	{ .name = "QuantizeAndDequantizeV2", .n_in = 3, .n_out = 1, .types = { { "T", M_REAL } },
	  .run = run_both },
	{ .name = "QuantizeAndDequantizeV3", .n_in = 4, .n_out = 1, .types = { { "T", M_REAL } },
	  .run = run_both },
	{ .name = "QuantizeAndDequantizeV4", .n_in = 3, .n_out = 1, .types = { { "T", M_REAL } },
	  .run = run_both },
};

OP_FAMILY(family_quant, rows);
