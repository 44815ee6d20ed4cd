/* Normalisation of quantized images: by their own mean and variance, or by given ones in fixed point. */
#include <math.h>

#include "ops/quantized.h"

/* ---- QuantizedInstanceNorm ---- */

struct instance {
	const uint8_t *x;
	int64_t n, c, space;
	float scale, epsilon, sep, min, max;
	bool given;
	float *mean, *root;		/* an image's channel each: the mean in steps, 1 / its deviation */
};

static bool instance_attrs(struct op_ctx *c, struct instance *v)
{
	node_attr_float(c->node, "variance_epsilon", &v->epsilon);
	node_attr_float(c->node, "min_separation", &v->sep);
	node_attr_bool(c->node, "output_range_given", &v->given);
	if (!v->given)
		return true;
	node_attr_float(c->node, "given_y_min", &v->min);
	node_attr_float(c->node, "given_y_max", &v->max);
	return v->min < v->max || op_invalid(c, "given_y_min must be less than given_y_max : %g >= %g", (double)v->min,
					     (double)v->max);
}

static void moments(const struct instance *v, int64_t image, int64_t ch)
{
	const uint8_t *x = v->x + image * v->space * v->c + ch;
	float sum = 0, mean;

	for (int64_t i = 0; i < v->space; i++)
		sum += (float)x[i * v->c];
	mean = sum / (float)v->space;
	sum = 0;
	for (int64_t i = 0; i < v->space; i++) {
		float d = v->scale * ((float)x[i * v->c] - mean);

		sum += d * d;
	}
	v->mean[image * v->c + ch] = mean;
	v->root[image * v->c + ch] = 1.0f / sqrtf(sum / (float)v->space + v->epsilon);
}

static float normed(const struct instance *v, int64_t i)
{
	int64_t k = i / (v->space * v->c) * v->c + i % v->c;

	return v->scale * ((float)v->x[i] - v->mean[k]) * v->root[k];
}

static bool instance_ranges(struct op_ctx *c, struct instance *v)
{
	static const char *const name[] = { "x_min", "x_max" };
	float min, max;

	if (!quantized_scalars(c, 1, 2, name, SAY_TICKS))
		return false;
	min = quantized_float(c, 1), max = quantized_float(c, 2);
	v->scale = (max - min) / 255.0f;
	return min < max || op_invalid(c, "input_min must be less than input_max : %g >= %g", (double)min, (double)max);
}

static void instance_put(struct instance *v, struct tensor *out)
{
	struct quantized_grid to;

	if (!v->given) {
		v->min = INFINITY, v->max = -INFINITY;
		for (int64_t i = 0; i < out->n; i++) {
			float y = normed(v, i);

			v->min = y < v->min ? y : v->min;
			v->max = y > v->max ? y : v->max;
		}
	}
	if (v->max - v->min < v->sep)
		v->max = v->min + v->sep;
	to = quantized_grid_to(DT_QUINT8, v->min, v->max);
	for (int64_t i = 0; i < out->n; i++)
		quantized_put(out, i, quantized_grid_step(&to, DT_QUINT8, normed(v, i)));
}

static bool run_instance(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct instance v = { .x = x->data };
	struct tensor *out;

	if (!instance_attrs(c, &v) || !instance_ranges(c, &v))
		return false;
	if (x->rank != 4)
		return op_invalid(c, "x must be 4-dimensional, and is %s", op_in_shape(c, 0));
	v.n = x->dim[0], v.c = x->dim[3];
	v.space = x->n ? x->n / v.n / v.c : 0;
	out = op_out_like(c, 0, x);
	v.mean = out && x->n ? op_temp(c, (size_t)(v.n * v.c) * sizeof(float)) : NULL;
	v.root = v.mean ? op_temp(c, (size_t)(v.n * v.c) * sizeof(float)) : NULL;
	if (!out || (x->n && !v.root))
		return false;
	for (int64_t i = 0; x->n && i < v.n * v.c; i++)
		moments(&v, i / v.c, i % v.c);
	instance_put(&v, out);
	return quantized_range_out(c, 1, v.min, v.max);
}

/* ---- QuantizedBatchNormWithGlobalNormalization: steps of 1 / 2048 from -2^20 to 2^20 ---- */

static const float batch_top = 1 << 20;

static int32_t batch_step(float v)
{
	return (int32_t)quantized_step(DT_QINT32, v, -batch_top, batch_top);
}

static bool batch_shapes(struct op_ctx *c)
{
	static const char *const name[] = { "input", "mean", "var", "beta", "gamma" };

	for (int i = 0; i < 5; i++)
		for (int k = 1; k < 3; k++)
			if (c->in[3 * i + k]->n != 1)
				return op_invalid(c, "%s_%s must have 1 element", name[i], k == 1 ? "min" : "max");
	for (int i = 0; i < 5; i++)
		if (c->in[3 * i]->rank != (i ? 1 : 4))
			return op_invalid(c, "%s must be %d-dimensional%s", name[i], i ? 1 : 4, op_in_shape(c, 3 * i));
	if (c->in[3]->n < 1)
		return op_invalid(c, "Must have at least one mean value: %s", op_in_shape(c, 3));
	if (c->in[3]->n != c->in[0]->dim[3])
		return op_invalid(c, "Must provide as many means as the last dimension of the input tensor: %s vs. %s",
				  op_in_shape(c, 3), op_in_shape(c, 0));
	for (int i = 2; i < 5; i++)
		if (c->in[3 * i]->n != c->in[3]->n)
			return op_invalid(c, "Mean and %s tensors must have the same shape: %s vs. %s",
					  i == 2 ? "variance" : name[i], op_in_shape(c, 3), op_in_shape(c, 3 * i));
	return true;
}

/* Element k of the i-th of input, mean, var, beta, gamma. */
static float batch_value(const struct op_ctx *c, int i, int64_t k)
{
	return quantized_value(DT_QUINT8, quantized_at(c->in[3 * i], k), quantized_float(c, 3 * i + 1),
			       quantized_float(c, 3 * i + 2));
}

static void batch_channel(const struct op_ctx *c, int64_t k, float epsilon, bool after, int32_t *scale, int32_t *offset)
{
	float s = 1.0f / sqrtf(batch_value(c, 2, k) + epsilon);

	if (after)
		s *= batch_value(c, 4, k);
	*scale = batch_step(s);
	*offset = batch_step(-batch_value(c, 1, k) * s + batch_value(c, 3, k));
}

static bool run_batch(struct op_ctx *c)
{
	int64_t n = c->in[3]->n;
	int32_t one = batch_step(1), *scale = op_temp(c, (size_t)(2 * n + 2) * sizeof(*scale));
	float epsilon = 0;
	bool after = false;
	struct tensor *out;

	node_attr_float(c->node, "variance_epsilon", &epsilon);
	node_attr_bool(c->node, "scale_after_normalization", &after);
	if (!scale || !batch_shapes(c) || !(out = op_out(c, 0, DT_QINT32, 4, c->in[0]->dim)))
		return false;
	for (int64_t k = 0; k < n; k++)
		batch_channel(c, k, epsilon, after, &scale[2 * k], &scale[2 * k + 1]);
	for (int64_t i = 0; i < out->n; i++) {
		const int32_t *s = scale + 2 * (i % n);
		uint32_t v = (uint32_t)batch_step(batch_value(c, 0, i)) * (uint32_t)s[0];

		quantized_put(out, i, (int32_t)v / one + (int64_t)s[1]);
	}
	return quantized_range_out(c, 1, -batch_top, batch_top);
}

#define Q8 DM(DT_QUINT8)
static const struct op_row rows[] = {
	{ .name = "QuantizedBatchNormWithGlobalNormalization", .n_in = 15, .n_out = 3,
	  .types = { { "Tinput", Q8 }, { "out_type", DM(DT_QINT32) } }, .run = run_batch },
	{ .name = "QuantizedInstanceNorm", .n_in = 3, .n_out = 3, .types = { { "T", Q8 } }, .run = run_instance },
};

OP_FAMILY(family_quantized_norm, rows);
