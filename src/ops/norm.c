/* Batch normalisation, local response normalisation, L2Loss. */
#include <math.h>
#include <string.h>

#include "ops/kernel.h"
#include "ops/loops.h"
#include "ops/mm.h"

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

/* x as [rows][channels] floats; channels-first images are turned around. */
static const float *channels_last(struct op_ctx *c, int64_t outer, int64_t ch, int64_t inner)
{
	const float *x = op_in_float(c, 0);
	float *to;

	if (!x || inner == 1)
		return x;
	to = op_temp(c, (size_t)(outer * ch * inner) * sizeof(*to));
	for (int64_t o = 0; to && o < outer; o++)
		for (int64_t k = 0; k < ch; k++)
			for (int64_t i = 0; i < inner; i++)
				to[(o * inner + i) * ch + k] = x[(o * ch + k) * inner + i];
	return to;
}

static void channels_back(float *to, const float *y, int64_t outer, int64_t ch, int64_t inner)
{
	for (int64_t o = 0; o < outer; o++)
		for (int64_t k = 0; k < ch; k++)
			for (int64_t i = 0; i < inner; i++)
				to[(o * ch + k) * inner + i] = y[(o * inner + i) * ch + k];
}

static bool check_vectors(struct op_ctx *c, int64_t ch, bool training, float avg)
{
	static const char *const name[] = { "", "scale", "offset", "estimated_mean", "estimated_variance" };
	const char *when = training ? "When exponential_avg_factor != 1, " : "When is_training=false, ";

	for (int i = 1; i < 5; i++)
		if (c->in[i]->rank != 1)
			return op_invalid(c, "%s must be 1-dimensional%s", name[i], op_in_shape(c, i));
	for (int i = 1; i < 5; i++) {
		if (c->in[i]->n == ch || (i > 2 && training && avg == 1))
			continue;
		return op_invalid(c,
				  "%s%s must have the same number of elements as the channels of x, got %lld and %lld",
				  i > 2 ? when : "", i > 2 ? name[i] + strlen("estimated_") : name[i],
				  (long long)c->in[i]->n, (long long)ch);
	}
	return true;
}

/* The batch's mean and variance, and the running ones. */
static bool statistics(struct op_ctx *c, const struct norm *n, int64_t rows, float avg, struct tensor *const *stat)
{
	float *mean = stat[2]->data, *var = stat[3]->data, *new_mean = stat[0]->data, *new_var = stat[1]->data;
	const float *old_mean = c->in[3]->data, *old_var = c->in[4]->data;
	double *sum = op_temp(c, (size_t)n->c * 8 + 8);
	float adjust = (float)rows / (float)(rows > 1 ? rows - 1 : 1);

	if (!sum)
		return false;
	memset(sum, 0, (size_t)n->c * 8);
	loops()->colsum_f32(sum, n->x, NULL, rows, n->c);
	for (int64_t i = 0; i < n->c; i++)
		mean[i] = (float)(sum[i] / (double)rows);
	memset(sum, 0, (size_t)n->c * 8);
	loops()->colsum_f32(sum, n->x, mean, rows, n->c);
	for (int64_t i = 0; i < n->c; i++) {
		var[i] = (float)(sum[i] / (double)rows);
		new_mean[i] = avg == 1 ? mean[i] : (1 - avg) * old_mean[i] + avg * mean[i];
		new_var[i] = avg == 1 ? var[i] * adjust : (1 - avg) * old_var[i] + (avg * adjust) * var[i];
	}
	return true;
}

/* TensorFlow leaves outputs 3 and 4 as they were allocated; here they repeat the statistics. */
static void repeat(const struct op_ctx *c, struct tensor *const *stat)
{
	for (int i = 0; i < 4; i++)
		memcpy(stat[i]->data, c->in[3 + i % 2]->data, stat[i]->bytes);
}

static bool normalise(struct op_ctx *c, struct norm *n, int64_t rows, const float *mean, const float *var,
		      float epsilon)
{
	float *factor = op_temp(c, (size_t)n->c * 4 + 4);

	if (!factor)
		return false;
	for (int64_t i = 0; i < n->c; i++)
		factor[i] = 1.0f / sqrtf(var[i] + epsilon) * ((const float *)c->in[1]->data)[i];
	n->mean = mean;
	n->factor = factor;
	n->offset = c->in[2]->data;
	tiles_run(rows, 1 + TILE_ELEMS / (n->c + 1), norm_tile, n);
	return true;
}

static bool outputs(struct op_ctx *c, int64_t ch, struct tensor **stat)
{
	struct tensor *reserve;

	if (!op_out_like(c, 0, c->in[0]))
		return false;
	for (int i = 0; i < 4; i++) {
		if (!(stat[i] = op_out(c, i + 1, DT_FLOAT, 1, &ch)))
			return false;
		for (int64_t k = 0; k < ch; k++)
			((float *)stat[i]->data)[k] = c->in[0]->n || i > 1 ? 0 : NAN;
	}
	if (c->n_out < 6)
		return true;
	reserve = op_out(c, 5, DT_FLOAT, 0, NULL);
	if (reserve)
		*(float *)reserve->data = 0;
	return reserve != NULL;
}

static bool batch_norm(struct op_ctx *c, int64_t outer, int64_t ch, int64_t inner, bool training, float avg)
{
	const struct tensor *x = c->in[0];
	struct tensor *stat[4];
	float epsilon = 0.0001f, *y;
	struct norm n = { .c = ch };

	node_attr_float(c->node, "epsilon", &epsilon);
	if (!outputs(c, ch, stat))
		return false;
	if (x->n == 0)
		return true;
	n.x = channels_last(c, outer, ch, inner);
	y = mm_out(c, c->out[0]);
	n.y = inner > 1 ? op_temp(c, (size_t)x->n * sizeof(float)) : y;
	if (!n.x || !n.y || !y)
		return false;
	if (!training)
		repeat(c, stat);
	else if (!statistics(c, &n, outer * inner, avg, stat))
		return false;
	if (!normalise(c, &n, outer * inner, stat[2]->data, stat[3]->data, epsilon))
		return false;
	if (inner > 1)
		channels_back(y, n.y, outer, ch, inner);
	mm_done(c->out[0], y);
	return true;
}

/* Inputs: x, scale, offset, mean, variance. Outputs: y, batch mean, batch variance, and what a gradient
 * would want (reserve spaces). */
static bool run_batch_norm(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct sv format = SV("NHWC");
	int64_t outer = 1, ch, inner = 1;
	bool training = true, first;
	float avg = 1;

	node_attr_str(c->node, "data_format", &format);
	node_attr_float(c->node, "exponential_avg_factor", &avg);
	node_attr_bool(c->node, "is_training", &training);
	if (x->rank != 4 && x->rank != 5)
		return op_invalid(c, "input must be 4 or 5-dimensional%s", op_in_shape(c, 0));
	first = format.n > 1 && format.p[1] == 'C';
	ch = x->dim[first ? 1 : x->rank - 1];
	for (int i = 0; i < (first ? 1 : x->rank - 1); i++)
		outer *= x->dim[i];
	for (int i = 2; i < x->rank && first; i++)
		inner *= x->dim[i];
	return check_vectors(c, ch, training, avg) && batch_norm(c, outer, ch, inner, training, avg);
}

/* ---- LRN ---- */

struct lrn {
	const float *x;
	float *y;
	int64_t depth, radius;
	float bias, alpha, beta;
};

static void lrn_tile(void *ctx, int64_t from, int64_t to)
{
	const struct lrn *l = ctx;

	for (int64_t r = from; r < to; r++)
		for (int64_t k = 0; k < l->depth; k++) {
			const float *x = l->x + r * l->depth;
			int64_t a = k > l->radius ? k - l->radius : 0, b = k + l->radius;
			float sum = 0;

			for (int64_t i = a; i <= b && i < l->depth; i++)
				sum += x[i] * x[i];
			sum = sum * l->alpha + l->bias;
			l->y[r * l->depth + k] = x[k] * (l->beta == 1 ? 1 / sum : l->beta == 0.5f ? 1 / sqrtf(sum) :
							 expf(logf(sum) * -l->beta));
		}
}

static bool run_lrn(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct lrn l = { .bias = 1, .alpha = 1, .beta = 0.5f };
	int64_t radius = 5;
	struct tensor *out;

	node_attr_int(c->node, "depth_radius", &radius);
	node_attr_float(c->node, "bias", &l.bias);
	node_attr_float(c->node, "alpha", &l.alpha);
	node_attr_float(c->node, "beta", &l.beta);
	if (radius < 0 || radius >= INT32_MAX)
		return op_invalid(c, "depth_radius = %lld larger than int max", (long long)radius);
	if (x->rank != 4)
		return op_invalid(c, "in must be 4-dimensional");
	l.depth = x->dim[3];
	l.radius = radius;
	out = op_out_like(c, 0, x);
	if (!out || out->n == 0)
		return out != NULL;
	l.x = op_in_float(c, 0);
	l.y = mm_out(c, out);
	if (!l.x || !l.y)
		return false;
	tiles_run(x->n / l.depth, 1 + TILE_ELEMS / (l.depth * (2 * (radius < l.depth ? radius : l.depth) + 1)),
		  lrn_tile, &l);
	mm_done(out, l.y);
	return true;
}

/* Half the sum of squares. */
static bool run_l2(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct tensor *out = op_out(c, 0, x->dtype, 0, NULL);
	double sum = 0;
	float half;

	if (!out)
		return false;
	for (int64_t i = 0; i < x->n; i++)
		sum += tensor_get_f64(x, i) * tensor_get_f64(x, i);
	half = (float)(sum / 2);
	if (x->dtype == DT_DOUBLE)
		*(double *)out->data = sum / 2;
	else if (x->dtype == DT_FLOAT)
		*(float *)out->data = half;
	else
		low_of_float(x->dtype, out->data, &half, 1);
	return true;
}

#define DM_NORM (DM(DT_FLOAT) | DM(DT_HALF) | DM(DT_BFLOAT16))
static const struct op_row rows[] = {
	{ .name = "FusedBatchNorm", .n_in = 5, .n_out = 5, .types = { { "T", DM(DT_FLOAT) } }, .run = run_batch_norm },
	{ .name = "FusedBatchNormV2", .n_in = 5, .n_out = 5, .types = { { "T", DM_NORM }, { "U", DM(DT_FLOAT) } },
	  .run = run_batch_norm },
	{ .name = "FusedBatchNormV3", .n_in = 5, .n_out = 6, .types = { { "T", DM_NORM }, { "U", DM(DT_FLOAT) } },
	  .run = run_batch_norm },
	{ .name = "L2Loss", .n_in = 1, .n_out = 1, .types = { { "T", DM_FLOATS } }, .run = run_l2 },
	{ .name = "LRN", .n_in = 1, .n_out = 1, .types = { { "T", DM(DT_FLOAT) | DM(DT_HALF) } }, .run = run_lrn },
};

OP_FAMILY(family_norm, rows);
