/* Softmax and LeakyRelu. */
#include <math.h>
#include <string.h>

#include "ops/kernel.h"
#include "ops/loops.h"

static void softmax_f64(double *y, const double *x, int64_t n, bool log_form)
{
	double max = -INFINITY, sum = 0;

	for (int64_t i = 0; i < n; i++)
		max = x[i] > max || x[i] != x[i] ? x[i] : max;
	for (int64_t i = 0; i < n; i++)
		sum += exp(x[i] - max);
	for (int64_t i = 0; i < n; i++)
		y[i] = log_form ? x[i] - max - log(sum) : exp(x[i] - max) / sum;
}

static bool run_softmax(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	bool log_form = !strcmp(c->row->name, "LogSoftmax");
	struct tensor *out;
	int64_t n;

	if (x->rank < 1)
		return op_invalid(c, "logits must have >= 1 dimension, got %s", op_in_shape(c, 0));
	n = x->dim[x->rank - 1];
	out = op_out_like(c, 0, x);
	if (!out || x->n == 0)
		return out != NULL;
	if (x->dtype == DT_DOUBLE) {
		for (int64_t r = 0; r < x->n; r += n)
			softmax_f64((double *)out->data + r, (const double *)x->data + r, n, log_form);
		return true;
	}
	const float *in = op_in_float(c, 0);
	float *y = x->dtype == DT_FLOAT ? out->data : op_temp(c, (size_t)x->n * 4);

	if (!in || !y)
		return false;
	for (int64_t r = 0; r < x->n; r += n)
		loops()->softmax_f32(y + r, in + r, n, log_form);
	if (x->dtype != DT_FLOAT)
		low_of_float(x->dtype, out->data, y, x->n);
	return true;
}

/* An attr as a number of type t. */
static float in_type(enum dtype t, float v)
{
	return t == DT_HALF ? half_to_float(half_of_float(v)) :
	       t == DT_BFLOAT16 ? bf16_to_float(bf16_of_float(v)) : v;
}

static bool run_leaky(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct tensor *out = op_out_like(c, 0, x);
	float alpha = 0.2f;

	if (!out)
		return false;
	node_attr_float(c->node, "alpha", &alpha);
	if (x->dtype == DT_FLOAT) {
		loops()->leaky_f32(out->data, x->data, x->n, alpha);
	} else if (x->dtype == DT_DOUBLE) {
		loops()->leaky_f64(out->data, x->data, x->n, (double)alpha);
	} else {
		const float *in = op_in_float(c, 0);
		float *y = op_temp(c, (size_t)x->n * 4 + 4);

		if (!in || !y)
			return false;
		alpha = in_type(x->dtype, alpha);
		loops()->leaky_f32(y, in, x->n, alpha);
		low_of_float(x->dtype, out->data, y, x->n);
	}
	return true;
}

/* The gradient passes where the input is above 0, times alpha elsewhere. */
static bool run_leaky_grad(struct op_ctx *c)
{
	const struct tensor *g = c->in[0], *x = c->in[1];
	struct tensor *out;
	float alpha = 0.2f;

	if (!op_same_shapes(c))
		return false;
	out = op_out_like(c, 0, g);
	if (!out)
		return false;
	node_attr_float(c->node, "alpha", &alpha);
	if (g->dtype == DT_DOUBLE) {
		for (int64_t i = 0; i < g->n; i++)
			((double *)out->data)[i] = ((const double *)g->data)[i] *
				(((const double *)x->data)[i] > 0 ? 1 : (double)alpha);
		return true;
	}
	const float *gf = op_in_float(c, 0), *xf = op_in_float(c, 1);
	float *y = g->dtype == DT_FLOAT ? out->data : op_temp(c, (size_t)g->n * 4 + 4);

	if (!gf || !xf || !y)
		return false;
	alpha = in_type(g->dtype, alpha);
	for (int64_t i = 0; i < g->n; i++)
		y[i] = xf[i] > 0 ? gf[i] : gf[i] * alpha;
	if (g->dtype != DT_FLOAT)
		low_of_float(g->dtype, out->data, y, g->n);
	return true;
}

static const struct op_row rows[] = {
	{ .name = "Softmax", .n_in = 1, .n_out = 1, .types = { { "T", DM_FLOATS } }, .run = run_softmax },
	{ .name = "LogSoftmax", .n_in = 1, .n_out = 1, .types = { { "T", DM_FLOATS } }, .run = run_softmax },
	{ .name = "LeakyRelu", .n_in = 1, .n_out = 1, .types = { { "T", DM_FLOATS } }, .run = run_leaky },
	{ .name = "LeakyReluGrad", .n_in = 2, .n_out = 1, .types = { { "T", DM_FLOATS } },
	  .run = run_leaky_grad },
};

OP_FAMILY(family_act, rows);
