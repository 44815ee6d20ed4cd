/*
 * Ops that compute on quantized numbers without turning them into floats first: element i of a range [min, max]
 * over the steps of its type. Products and sums are qint32 with a range of their own.
 */
#include <limits.h>
#include <math.h>
#include <string.h>

#include "ops/quantized.h"

/* ---- numbers and ranges ---- */

static int64_t lowest(enum dtype t)
{
	return t == DT_QUINT8 ? 0 : t == DT_QINT8 ? -128 : INT32_MIN;
}

static int64_t highest(enum dtype t)
{
	return t == DT_QUINT8 ? 255 : t == DT_QINT8 ? 127 : INT32_MAX;
}

static double steps(enum dtype t)
{
	return t == DT_QINT32 ? 0x1p32 : 256;
}

/* A double as the int64 that a CPU makes of it. */
static int64_t whole(double v)
{
	return v >= -0x1p63 && v < 0x1p63 ? (int64_t)v : INT64_MIN;
}

int64_t quantized_of(enum dtype t, float v, float min, float max)
{
	double range, scale;

	if (min == max)
		return lowest(t);
	range = (double)(max - min) * (steps(t) / (steps(t) - 1.0));
	scale = steps(t) / range;
	return (int64_t)((uint64_t)whole(round(v * scale) - round(min * scale)) + (uint64_t)lowest(t));
}

static int64_t clamped(enum dtype t, int64_t v)
{
	return v < lowest(t) ? lowest(t) : v > highest(t) ? highest(t) : v;
}

int64_t quantized_step(enum dtype t, float v, float min, float max)
{
	return clamped(t, quantized_of(t, v, min, max));
}

float quantized_value(enum dtype t, int64_t q, float min, float max)
{
	double scale, from;

	if (min == max)
		return min;
	scale = (double)(max - min) * (steps(t) / (steps(t) - 1.0)) / steps(t);
	from = roundf(min / (float)scale) * (float)scale;
	return (float)(from + ((double)q - (double)lowest(t)) * scale);
}

int64_t quantized_at(const struct tensor *t, int64_t i)
{
	switch (t->dtype) {
	case DT_QUINT8:
		return ((const uint8_t *)t->data)[i];
	case DT_QINT8:
		return ((const int8_t *)t->data)[i];
	default:
		return ((const int32_t *)t->data)[i];
	}
}

void quantized_put(struct tensor *t, int64_t i, int64_t v)
{
	if (t->dtype == DT_QINT32)
		((int32_t *)t->data)[i] = (int32_t)(uint32_t)v;
	else
		((uint8_t *)t->data)[i] = (uint8_t)v;
}

float quantized_float(const struct op_ctx *c, int i)
{
	return c->in[i]->n ? ((const float *)c->in[i]->data)[0] : 0;
}

bool quantized_range_out(struct op_ctx *c, int i, float min, float max)
{
	for (int k = 0; k < 2; k++) {
		struct tensor *t = op_out(c, i + k, DT_FLOAT, 0, NULL);

		if (!t)
			return false;
		*(float *)t->data = k ? max : min;
	}
	return true;
}

/* Inputs from..from+n-1 must be scalars; each way of saying it is some op's. */
bool quantized_scalars(struct op_ctx *c, int from, int n, const char *const *name, enum quantized_say say)
{
	for (int i = 0; i < n; i++) {
		const struct tensor *t = c->in[from + i];

		if (t->rank == 0)
			continue;
		switch (say) {
		case SAY_TICKS:
			return op_invalid(c, "`%s` must be rank 0 but is rank %d", name[i], t->rank);
		case SAY_PLAIN:
			return op_invalid(c, "%s must be rank 0 but is rank %d", name[i], t->rank);
		case SAY_SHAPE:
			return op_invalid(c, "%s shape must be rank 0 but is rank %d, received shape: %s", name[i],
					  t->rank, op_in_shape(c, from + i));
		case SAY_SCALAR:
			return op_invalid(c, "%s must be a scalar", name[i]);
		case SAY_GOT:
			return op_invalid(c, "%s must be a scalar, but got shape%s", name[i], op_in_shape(c, from + i));
		}
	}
	return true;
}

/* What one step of a product is worth, times the ends of qint32. */
bool quantized_product_range(struct op_ctx *c, const float *a, enum dtype ta, const float *b, enum dtype tb)
{
	float step_a = (a[1] - a[0]) / (float)(highest(ta) - lowest(ta));
	float step_b = (b[1] - b[0]) / (float)(highest(tb) - lowest(tb)), step = step_a * step_b;

	return quantized_range_out(c, 1, step * (float)INT32_MIN, step * (float)INT32_MAX);
}

/* ---- Relu ---- */

static bool run_relu(struct op_ctx *c)
{
	static const char *const name[] = { "min_input", "max_input" };
	const struct tensor *x = c->in[0];
	float min, max;
	int64_t zero, six;
	struct tensor *out;

	if (!quantized_scalars(c, 1, 2, name, SAY_TICKS))
		return false;
	min = quantized_float(c, 1), max = quantized_float(c, 2);
	zero = clamped(x->dtype, quantized_of(x->dtype, 0, min, max));
	six = c->row->data ? clamped(x->dtype, quantized_of(x->dtype, 6, min, max)) : highest(x->dtype);
	out = op_out_like(c, 0, x);
	for (int64_t i = 0; out && i < x->n; i++) {
		int64_t v = quantized_at(x, i);

		v = v < zero ? zero : v;
		quantized_put(out, i, v > six ? six : v);
	}
	return out && quantized_range_out(c, 1, min, max);
}

/* ---- BiasAdd: both brought to one wide grid, and added there ---- */

/* From steps to floats. */
struct quantized_grid quantized_grid_from(enum dtype t, float min, float max)
{
	struct quantized_grid g = { .scale = (float)((double)(max - min) / (steps(t) - 1.0)), .low = (float)lowest(t) };

	g.from = max == min ? min : roundf(min / g.scale) * g.scale;
	return g;
}

float quantized_grid_value(const struct quantized_grid *g, int64_t q)
{
	return (g->from - g->low * g->scale) + (float)q * g->scale;
}

/* And back. */
struct quantized_grid quantized_grid_to(enum dtype t, float min, float max)
{
	struct quantized_grid g = { .scale = max == min ? 0 : (float)((steps(t) - 1.0) / (double)(max - min)),
				    .low = (float)lowest(t) };

	g.from = roundf(min * g.scale);
	return g;
}

int64_t quantized_grid_step(const struct quantized_grid *g, enum dtype t, float v)
{
	float top = t == DT_QINT32 ? 2147483520.0f : (float)highest(t);

	v = roundf(v * g->scale) - (g->from - g->low);
	v = v > g->low ? v : g->low;	/* so is a NaN */
	return (int64_t)(v < top ? v : top);
}

static bool bias_shapes(struct op_ctx *c)
{
	static const char *const name[] = { "min_input", "max_input", "min_bias", "max_bias" };
	const struct tensor *x = c->in[0], *b = c->in[1];

	if (!quantized_scalars(c, 2, 4, name, SAY_TICKS))
		return false;
	if (x->rank < 2)
		return op_invalid(c, "Input tensor must be at least 2D: %s", op_in_shape(c, 0));
	if (b->rank != 1)
		return op_invalid(c, "Biases must be 1D: %s", op_in_shape(c, 1));
	return b->n == x->dim[x->rank - 1] ||
	       op_invalid(c, "Must provide as many biases as the last dimension of the input tensor: %s vs. %s",
			  op_in_shape(c, 1), op_in_shape(c, 0));
}

static bool run_bias(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *b = c->in[1];
	float r[4], top;
	struct quantized_grid gx, gb, to;
	struct tensor *out;

	if (!bias_shapes(c))
		return false;
	for (int i = 0; i < 4; i++)
		r[i] = quantized_float(c, 2 + i);
	top = fmaxf(fmaxf(r[1], -r[0]), fmaxf(r[3], -r[2])) * (1 << 17);
	gx = quantized_grid_from(x->dtype, r[0], r[1]);
	gb = quantized_grid_from(b->dtype, r[2], r[3]);
	to = quantized_grid_to(DT_QINT32, -top, top);
	out = op_out(c, 0, DT_QINT32, x->rank, x->dim);
	for (int64_t i = 0; out && i < x->n; i++) {
		int64_t qx = quantized_at(x, i), qb = quantized_at(b, i % b->n);

		if (x->dtype == DT_QUINT8)
			quantized_put(out, i, quantized_grid_step(&to, DT_QINT32, quantized_grid_value(&gx, qx)) +
				      quantized_grid_step(&to, DT_QINT32, quantized_grid_value(&gb, qb)));
		else
			quantized_put(
				out, i,
				clamped(DT_QINT32,
					quantized_of(DT_QINT32, quantized_value(x->dtype, qx, r[0], r[1]), -top, top)) +
					clamped(DT_QINT32,
						quantized_of(DT_QINT32, quantized_value(b->dtype, qb, r[2], r[3]), -top,
							     top)));
	}
	return out && quantized_range_out(c, 1, -top, top);
}

/* ---- Add, Mul: of one shape, with one number, or a row with each row ---- */

struct two {
	float x[2], y[2];
	float top;			/* Add: the sum's range */
};

static bool two_ranges(struct op_ctx *c, struct two *t, bool add)
{
	for (int i = 0; i < 2; i++) {
		t->x[i] = quantized_float(c, 2 + i);
		t->y[i] = quantized_float(c, 4 + i);
	}
	if (!(t->x[1] > t->x[0]))
		return op_invalid(c, add ? "max_x must be larger than min_x." : "max_x must be larger than min_a.");
	if (!(t->y[1] > t->y[0]))
		return op_invalid(c, add ? "max_y must be larger than min_y." : "max_x must be larger than min_b.");
	t->top = fmaxf(fabsf(fminf(t->x[0], t->y[0])), fabsf(fmaxf(t->x[1], t->y[1]))) * (1 << 14);
	return true;
}

/* An element in the sum's range: by its distance from zero's, or for one alone by itself. */
static int64_t in_sum(const struct two *t, const float *r, int64_t q, bool alone)
{
	float v0 = quantized_value(DT_QUINT8, alone ? q : 0, r[0], r[1]),
	      v1 = quantized_value(DT_QUINT8, 1, r[0], r[1]);
	int64_t at0 = quantized_of(DT_QINT32, v0, -t->top, t->top), at1 = quantized_of(DT_QINT32, v1, -t->top, t->top);

	return clamped(DT_QINT32, alone ? at0 : at0 + q * (int32_t)(uint32_t)((uint64_t)at1 - (uint64_t)at0));
}

static bool run_two(struct op_ctx *c)
{
	static const char *const name[] = { "min_x", "max_x", "min_y", "max_y" };
	const struct tensor *x = c->in[0], *y = c->in[1];
	bool add = c->row->data != NULL, one;
	struct tensor *out;
	struct bcast b;
	struct two t;

	if (!quantized_scalars(c, 2, 4, name, add ? SAY_TICKS : SAY_SCALAR) || !op_plan_two(c, &b) ||
	    !(out = op_out(c, 0, DT_QINT32, b.out_rank, b.out_dim)) || !two_ranges(c, &t, add))
		return false;
	if (b.rank > 2 || (b.rank == 2 && out->n != (x->n < y->n ? y->n : x->n)))
		return op_fail(c, ERR_UNIMPLEMENTED, "Broadcast between %s and %s is not supported yet.",
			       op_in_shape(c, 0), op_in_shape(c, 1));
	one = b.rank < 2;
	for (int64_t i = 0; i < out->n; i++) {
		int64_t qx = quantized_at(x, i % x->n), qy = quantized_at(y, i % y->n);

		if (add)
			quantized_put(out, i, in_sum(&t, t.x, qx, one && x->n == 1) +
				      in_sum(&t, t.y, qy, one && y->n == 1 && x->n != 1));
		else
			quantized_put(out, i, (qx - quantized_of(DT_QUINT8, 0, t.x[0], t.x[1])) *
				      (qy - quantized_of(DT_QUINT8, 0, t.y[0], t.y[1])));
	}
	return add ? quantized_range_out(c, 1, -t.top, t.top) :
	       quantized_product_range(c, t.x, DT_QUINT8, t.y, DT_QUINT8);
}

/* ---- new ranges ---- */

/* Multiply, shift, clamp: qint32 to quint8. */
static void to_bytes(const struct tensor *x, struct tensor *out, const float *in, float min, float max)
{
	float range = in[1] - in[0], to = max - min, part = to == 0 ? 0 : (float)(255.0 / (double)to);
	float middle = (float)((double)(in[0] + in[1]) / 2.0);
	int64_t scale = to == 0 ? 0 : whole(255.0 * 65536 * (double)range / (double)to);
	int64_t add = whole((double)(middle * part * 65536.0f));
	int64_t less = to == 0 ? 0 : whole(65536 * ((double)min * 255.0) / (double)to);
	uint64_t offset = (uint64_t)add - (uint64_t)less + (1 << 15);

	for (int64_t i = 0; i < x->n; i++) {
		int64_t v = (int64_t)((uint64_t)quantized_at(x, i) * (uint64_t)scale) >> 32;

		v = (int64_t)((uint64_t)v + offset) >> 16;
		quantized_put(out, i, clamped(DT_QUINT8, v));
	}
}

static void requantize(const struct tensor *x, struct tensor *out, const float *in, float min, float max)
{
	struct quantized_grid from = quantized_grid_from(DT_QINT32, in[0], in[1]),
			      to = quantized_grid_to(out->dtype, min, max);

	if (out->dtype == DT_QUINT8) {
		to_bytes(x, out, in, min, max);
		return;
	}
	for (int64_t i = 0; i < x->n; i++)
		quantized_put(out, i,
			      quantized_grid_step(&to, out->dtype, quantized_grid_value(&from, quantized_at(x, i))));
}

static struct tensor *small_out(struct op_ctx *c)
{
	enum dtype t = DT_QUINT8;

	node_attr_type(c->node, "out_type", &t);
	return op_out(c, 0, t, c->in[0]->rank, c->in[0]->dim);
}

static bool run_requantize(struct op_ctx *c)
{
	static const char *const name[] = { "input_min", "input_max", "requested_output_min", "requested_output_max" };
	float r[4];
	struct tensor *out;

	if (!quantized_scalars(c, 1, 4, name, SAY_TICKS))
		return false;
	for (int i = 0; i < 4; i++)
		r[i] = quantized_float(c, 1 + i);
	if (!(r[2] <= 0))
		return op_invalid(c, "requested_output_min must be <= 0, but got %g", (double)r[2]);
	if (!(r[3] >= r[2]))
		return op_invalid(c, "requested_output_max must be >= requested_output_min, but got %g and %g",
				  (double)r[3], (double)r[2]);
	out = small_out(c);
	if (!out)
		return false;
	requantize(c->in[0], out, r, r[2], r[3]);
	return quantized_range_out(c, 1, r[2], r[3]);
}

/* What of the range is used; zero is always. */
static void used(const struct tensor *x, const float *in, float *min, float *max)
{
	int64_t lo = INT32_MAX, hi = INT32_MIN;

	for (int64_t i = 0; i < x->n; i++) {
		int64_t v = quantized_at(x, i);

		lo = v < lo ? v : lo;
		hi = v > hi ? v : hi;
	}
	*min = fminf(0, quantized_value(DT_QINT32, lo, in[0], in[1]));
	*max = quantized_value(DT_QINT32, hi, in[0], in[1]);
}

static bool run_range(struct op_ctx *c)
{
	float in[2] = { quantized_float(c, 1), quantized_float(c, 2) }, min, max;

	if (c->in[1]->n < 1 || c->in[2]->n < 1)
		return op_invalid(c, "a range must have a number");
	used(c->in[0], in, &min, &max);
	return quantized_range_out(c, 0, min, max);
}

static bool run_shrink(struct op_ctx *c)
{
	static const char *const name[] = { "input_min", "input_max" };
	float in[2], min, max;
	struct tensor *out;

	if (!quantized_scalars(c, 1, 2, name, SAY_TICKS))
		return false;
	in[0] = quantized_float(c, 1), in[1] = quantized_float(c, 2);
	used(c->in[0], in, &min, &max);
	out = small_out(c);
	if (!out)
		return false;
	requantize(c->in[0], out, in, min, max);
	return quantized_range_out(c, 1, min, max);
}

#define DM_SMALL (DM(DT_QUINT8) | DM(DT_QINT8))
#define WIDE DM(DT_QINT32)
static const int six, add;
static const struct op_row rows[] = {
	{ .name = "QuantizeDownAndShrinkRange",
	  .n_in = 3,
	  .n_out = 3,
	  .types = { { "Tinput", WIDE }, { "out_type", DM(DT_QUINT8) } },
	  .run = run_shrink },
	{ .name = "QuantizedAdd",
	  .n_in = 6,
	  .n_out = 3,
	  .types = { { "T1", DM(DT_QUINT8) }, { "T2", DM(DT_QUINT8) }, { "Toutput", WIDE } },
	  .run = run_two,
	  .data = &add },
	{ .name = "QuantizedBiasAdd",
	  .n_in = 6,
	  .n_out = 3,
	  .types = { { "T1", DM_SMALL }, { "T2", DM_SMALL }, { "out_type", WIDE } },
	  .run = run_bias },
	{ .name = "QuantizedMul",
	  .n_in = 6,
	  .n_out = 3,
	  .types = { { "T1", DM(DT_QUINT8) }, { "T2", DM(DT_QUINT8) }, { "Toutput", WIDE } },
	  .run = run_two },
	{ .name = "QuantizedRelu",
	  .n_in = 3,
	  .n_out = 3,
	  .types = { { "Tinput", DM(DT_QUINT8) | WIDE }, { "out_type", DM(DT_QUINT8) | WIDE } },
	  .run = run_relu },
	{ .name = "QuantizedRelu6",
	  .n_in = 3,
	  .n_out = 3,
	  .types = { { "Tinput", DM(DT_QUINT8) | WIDE }, { "out_type", DM(DT_QUINT8) | WIDE } },
	  .run = run_relu,
	  .data = &six },
	{ .name = "RequantizationRange", .n_in = 3, .n_out = 2, .types = { { "Tinput", WIDE } }, .run = run_range },
	{ .name = "Requantize",
	  .n_in = 5,
	  .n_out = 3,
	  .types = { { "Tinput", WIDE }, { "out_type", DM_SMALL } },
	  .run = run_requantize },
};

OP_FAMILY(family_quantized, rows);
