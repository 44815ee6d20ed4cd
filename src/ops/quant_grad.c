/*
 * The gradient of QuantizeAndDequantizeV4: it passes where the value lay in the range, for the whole tensor or
 * slice by slice along an axis.
 */
#include <string.h>

#include "ops/kernel.h"

#define PASS(T, name) \
	static void name(struct op_ctx *c, int64_t slices, int64_t after) \
	{ \
		const T *g = c->in[0]->data, *x = c->in[1]->data, *min = c->in[2]->data, *max = c->in[3]->data; \
		T *to = c->out[0]->data; \
		for (int64_t i = 0; i < c->in[1]->n; i++) { \
			int64_t s = i / after % slices; \
			to[i] = x[i] >= min[s] && x[i] <= max[s] ? g[i] : 0; \
		} \
	}
PASS(float, pass_f32)
PASS(double, pass_f64)

static bool ranges_ok(struct op_ctx *c, int64_t axis, int64_t n)
{
	static const char *const name[] = { "min", "max" };

	for (int i = 0; i < 2; i++) {
		const struct tensor *t = c->in[i + 2];

		if (axis == -1 && t->rank != 0)
			return op_invalid(c, "input_%s must be a scalar if axis is unspecified", name[i]);
		if (t->rank > 1)
			return op_invalid(c, "Input %s tensor must have dimension 0 or 1. Received %d.", name[i],
					  t->rank);
		if (axis != -1 && t->n != n)
			return op_invalid(c, "%s has incorrect size, expected %lld was %lld", name[i], (long long)n,
					  (long long)t->n);
	}
	return true;
}

static bool run(struct op_ctx *c)
{
	const struct tensor *g = c->in[0], *x = c->in[1];
	int64_t axis = -1, slices = 1, after = 1;

	node_attr_int(c->node, "axis", &axis);
	if (g->rank != x->rank || memcmp(g->dim, x->dim, (size_t)x->rank * sizeof(*x->dim)) != 0)
		return op_invalid(c, "gradient and input must be the same size");
	if (axis < -1 || axis >= x->rank)
		return op_invalid(
			c, "Axis should be -1 or 0 or a positive value less than %dbut given axis value was %lld",
			x->rank, (long long)axis);
	if (axis >= 0)
		slices = x->dim[axis];
	for (int i = x->rank - 1; i > axis && axis >= 0 && x->n; i--)
		after *= x->dim[i];
	if (!ranges_ok(c, axis, slices) || !op_out_like(c, 0, x))
		return false;
	for (int i = 1; i < 3; i++) {
		struct tensor *t = op_out_like(c, i, c->in[i + 1]);

		if (!t)
			return false;
		memset(t->data, 0, t->bytes);
	}
	(x->dtype == DT_FLOAT ? pass_f32 : pass_f64)(c, slices, after);
	return true;
}

static const struct op_row rows[] = {
	{ .name = "QuantizeAndDequantizeV4Grad", .n_in = 4, .n_out = 3,
	  .types = { { "T", DM(DT_FLOAT) | DM(DT_DOUBLE) } }, .run = run },
};

OP_FAMILY(family_quant_grad, rows);
