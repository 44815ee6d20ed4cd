/* Batch normalisation and BiasAdd. */
#include <math.h>
#include <string.h>

#include "ops/kernel.h"
#include "ops/loops.h"

struct norm {
	const float *x, *mean, *factor, *offset;
	float *y;
	int64_t c;
};

static void norm_tile(void *ctx, int64_t from, int64_t to)
{
	const struct norm *n = ctx;

	loops()->norm_f32(n->y + from * n->c, n->x + from * n->c, n->mean, n->factor, n->offset, to - from, n->c);
}

/* Inputs: x, scale, offset, mean, variance. Outputs: y, batch mean, batch variance, and what a gradient
 * would want (reserve spaces). */
static bool run_batch_norm(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct sv format = SV("NHWC");
	float epsilon = 0.0001f, avg = 1, *factor, *mean, *var;
	bool training = true;
	struct norm n;
	struct tensor *out, *stat[4];
	int64_t ch, rows;

	node_attr_str(c->node, "data_format", &format);
	node_attr_float(c->node, "epsilon", &epsilon);
	node_attr_float(c->node, "exponential_avg_factor", &avg);
	node_attr_bool(c->node, "is_training", &training);
	if (!sv_is(format, "NHWC"))
		return op_fail(c, ERR_UNIMPLEMENTED, "The CPU implementation of FusedBatchNorm only supports NHWC tensor format "
			       "for now.");
	if (x->rank != 4)
		return op_invalid(c, "input must be 4-dimensional %s", op_in_shape(c, 0));
	ch = x->dim[3];
	for (int i = 1; i < 5; i++)
		if (c->in[i]->rank != 1 || (c->in[i]->dim[0] != ch && !(training && i > 2 && c->in[i]->n == 0)))
			return op_invalid(c, "%s must have the same number of elements as the channels of x, got %s and %lld",
					  i == 1 ? "scale" : i == 2 ? "offset" : i == 3 ? "mean" : "variance",
					  op_in_shape(c, i), (long long)ch);
	out = op_out(c, 0, x->dtype, 4, x->dim);
	for (int i = 0; i < 4 && out; i++)
		if (!(stat[i] = op_out(c, i + 1, DT_FLOAT, 1, &ch)))
			return false;
	if (!out)
		return false;
	if (c->n_out > 5) {
		struct tensor *r = op_out(c, 5, DT_FLOAT, 0, NULL);

		if (!r)
			return false;
		*(float *)r->data = 0;
	}
	rows = ch ? x->n / ch : 0;
	factor = op_temp(c, (size_t)ch * 4 + 4);
	n.x = op_in_float(c, 0);
	n.y = x->dtype == DT_FLOAT ? out->data : op_temp(c, (size_t)x->n * 4 + 4);
	if (!factor || !n.x || !n.y)
		return false;
	mean = stat[2]->data, var = stat[3]->data;
	if (training) {
		double *sum = op_temp(c, (size_t)ch * 8 + 8);

		if (!sum)
			return false;
		memset(sum, 0, (size_t)ch * 8);
		loops()->colsum_f32(sum, n.x, NULL, rows, ch);
		for (int64_t i = 0; i < ch; i++)
			mean[i] = rows ? (float)(sum[i] / (double)rows) : NAN;
		memset(sum, 0, (size_t)ch * 8);
		loops()->colsum_f32(sum, n.x, mean, rows, ch);
		for (int64_t i = 0; i < ch; i++) {
			double unbiased = rows > 1 ? sum[i] / (double)(rows - 1) : sum[i];
			float old_m = c->in[3]->n ? ((const float *)c->in[3]->data)[i] : 0;
			float old_v = c->in[4]->n ? ((const float *)c->in[4]->data)[i] : 0;

			var[i] = rows ? (float)(sum[i] / (double)rows) : NAN;
			((float *)stat[0]->data)[i] = avg == 1 ? mean[i] : (1 - avg) * old_m + avg * mean[i];
			((float *)stat[1]->data)[i] = avg == 1 ? (float)unbiased : (1 - avg) * old_v + avg * (float)unbiased;
		}
	} else {
		/* TensorFlow leaves outputs 3 and 4 as they were allocated; here they repeat the statistics */
		memcpy(mean, c->in[3]->data, (size_t)ch * 4);
		memcpy(var, c->in[4]->data, (size_t)ch * 4);
		memcpy(stat[0]->data, mean, (size_t)ch * 4);
		memcpy(stat[1]->data, var, (size_t)ch * 4);
	}
	for (int64_t i = 0; i < ch; i++)
		factor[i] = 1.0f / sqrtf(var[i] + epsilon) * ((const float *)c->in[1]->data)[i];
	n.mean = mean;
	n.factor = factor;
	n.offset = c->in[2]->data;
	n.c = ch;
	if (rows)
		tiles_run(rows, 1 + TILE_ELEMS / (ch + 1), norm_tile, &n);
	if (x->dtype != DT_FLOAT)
		low_of_float(x->dtype, out->data, n.y, x->n);
	return true;
}

static bool run_bias_add(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *b = c->in[1];
	struct sv format = SV("NHWC");
	int64_t ch, inner = 1;
	int axis;
	struct tensor *out;

	node_attr_str(c->node, "data_format", &format);
	if (x->rank < 2)
		return op_invalid(c, "Input tensor must be at least 2D: %s", op_in_shape(c, 0));
	if (b->rank != 1)
		return op_invalid(c, "Biases must be 1D: %s", op_in_shape(c, 1));
	axis = sv_is(format, "NCHW") ? 1 : x->rank - 1;
	ch = x->dim[axis];
	if (b->n != ch)
		return op_invalid(c, "Must provide as many biases as the last dimension of the input tensor: %s vs. %s",
				  op_in_shape(c, 1), op_in_shape(c, 0));
	for (int d = axis + 1; d < x->rank; d++)
		inner *= x->dim[d];
	out = op_out_like(c, 0, x);
	for (int64_t i = 0; out && i < x->n; i++) {
		int64_t k = i / inner % ch;

		switch (x->dtype) {
		case DT_FLOAT:
			((float *)out->data)[i] = ((const float *)x->data)[i] + ((const float *)b->data)[k];
			break;
		case DT_DOUBLE:
			((double *)out->data)[i] = ((const double *)x->data)[i] + ((const double *)b->data)[k];
			break;
		case DT_HALF:
			((uint16_t *)out->data)[i] = half_of_float(half_to_float(((const uint16_t *)x->data)[i]) +
								   half_to_float(((const uint16_t *)b->data)[k]));
			break;
		case DT_BFLOAT16:
			((uint16_t *)out->data)[i] = bf16_of_float(bf16_to_float(((const uint16_t *)x->data)[i]) +
								   bf16_to_float(((const uint16_t *)b->data)[k]));
			break;
		case DT_INT32:
			((uint32_t *)out->data)[i] = ((const uint32_t *)x->data)[i] + ((const uint32_t *)b->data)[k];
			break;
		default:
			((uint64_t *)out->data)[i] = ((const uint64_t *)x->data)[i] + ((const uint64_t *)b->data)[k];
		}
	}
	return out != NULL;
}

#define DM_BIAS (DM_FLOATS | DM_INDEX)
static const struct op_row rows[] = {
	{ .name = "FusedBatchNorm", .n_in = 5, .n_out = 5, .types = { { "T", DM(DT_FLOAT) } }, .run = run_batch_norm },
	{ .name = "FusedBatchNormV2", .n_in = 5, .n_out = 5,
	  .types = { { "T", DM(DT_FLOAT) | DM(DT_HALF) | DM(DT_BFLOAT16) }, { "U", DM(DT_FLOAT) } }, .run = run_batch_norm },
	{ .name = "FusedBatchNormV3", .n_in = 5, .n_out = 6,
	  .types = { { "T", DM(DT_FLOAT) | DM(DT_HALF) | DM(DT_BFLOAT16) }, { "U", DM(DT_FLOAT) } }, .run = run_batch_norm },
	{ .name = "BiasAdd", .n_in = 2, .n_out = 1, .types = { { "T", DM_BIAS } }, .run = run_bias_add },
	{ .name = "BiasAddV1", .n_in = 2, .n_out = 1, .types = { { "T", DM_BIAS } }, .run = run_bias_add },
};

OP_FAMILY(family_norm, rows);
