/*
 * Gradients of batch normalisation and of local response normalisation. Images are seen as
 * [outer][channels][inner]: inner is one for channels-last ones.
 */
#include <math.h>
#include <string.h>

#include "ops/kernel.h"
#include "ops/mm.h"

struct bn {
	const float *dy, *x, *scale, *mean, *var;
	float *dx, *dscale, *doffset, epsilon;
	int64_t outer, c, inner;
};

/* One channel: its sums first, then what each pixel gets. */
static void bn_channel(const struct bn *b, int64_t ch, bool training)
{
	float inverse = 1.0f / sqrtf(b->var[ch] + b->epsilon), mean = b->mean[ch], n = (float)(b->outer * b->inner);
	float factor = b->scale[ch] * inverse, less, slope;
	double sum = 0, centered = 0;

	for (int64_t o = 0; o < b->outer; o++)
		for (int64_t i = 0; i < b->inner; i++) {
			int64_t at = (o * b->c + ch) * b->inner + i;

			sum += b->dy[at];
			centered += (double)(b->dy[at] * (b->x[at] - mean));
		}
	b->doffset[ch] = (float)sum;
	b->dscale[ch] = (float)centered * inverse;
	less = training ? (float)sum / n : 0;
	slope = training ? inverse * inverse * ((float)centered / n) : 0;
	for (int64_t o = 0; o < b->outer; o++)
		for (int64_t i = 0; i < b->inner; i++) {
			int64_t at = (o * b->c + ch) * b->inner + i;

			b->dx[at] = factor * (b->dy[at] - less - (b->x[at] - mean) * slope);
		}
}

static bool bn_vectors(struct op_ctx *c, int64_t ch)
{
	static const char *const name[] = { "scale", "saved mean", "saved variance" };
	static const char *const size[] = { "scale", "reserve_space_1", "reserve_space_2" };

	for (int i = 0; i < 3; i++)
		if (c->in[i + 2]->rank != 1)
			return op_invalid(c, "%s must be 1-dimensional%s", name[i], op_in_shape(c, i + 2));
	for (int i = 0; i < 3; i++)
		if (c->in[i + 2]->n != ch)
			return op_invalid(
				c, "%s must have the same number of elements as the channels of x, got %lld and %lld",
				size[i], (long long)c->in[i + 2]->n, (long long)ch);
	return true;
}

static bool bn_checks(struct op_ctx *c, bool first)
{
	const struct tensor *dy = c->in[0], *x = c->in[1];

	for (int i = 0; i < 2; i++)
		if (c->in[i]->rank != 4 && c->in[i]->rank != 5)
			return op_invalid(c, "input must be 4 or 5-dimensional%s", op_in_shape(c, i));
	for (int i = 2; i < 5; i++)
		if (c->in[i]->rank != 1)
			return bn_vectors(c, 0);
	if (dy->rank != x->rank || memcmp(dy->dim, x->dim, (size_t)x->rank * sizeof(*x->dim)) != 0)
		return op_invalid(
			c, "x and y_backprop must have same shape, but x has shape %s and y_backprop has shape %s",
			op_in_shape(c, 1), op_in_shape(c, 0));
	return bn_vectors(c, x->dim[first ? 1 : x->rank - 1]);
}

static bool bn_outputs(struct op_ctx *c, struct bn *b)
{
	struct tensor *d[2];

	if (!op_out_like(c, 0, c->in[1]))
		return false;
	for (int i = 0; i < 2; i++) {
		if (!(d[i] = op_out(c, i + 1, DT_FLOAT, 1, &b->c)))
			return false;
		memset(d[i]->data, 0, d[i]->bytes);
	}
	b->dscale = d[0]->data;
	b->doffset = d[1]->data;
	for (int i = 3; i < 5; i++)	/* nothing, where gradients of mean and variance would be */
		if (!op_out(c, i, DT_FLOAT, 1, (int64_t[]){ 0 }))
			return false;
	return true;
}

static bool run_batch_norm(struct op_ctx *c)
{
	const struct tensor *x = c->in[1];
	struct sv format = SV("NHWC");
	struct bn b = { .outer = 1, .inner = 1, .epsilon = 0.0001f };
	bool training = true, first;

	node_attr_str(c->node, "data_format", &format);
	node_attr_float(c->node, "epsilon", &b.epsilon);
	node_attr_bool(c->node, "is_training", &training);
	first = format.n > 1 && format.p[1] == 'C';
	if (!bn_checks(c, first))
		return false;
	if (!training && first)
		return op_invalid(
			c, "The implementation of FusedBatchNormGrad with is_training=False only support NHWC tensor "
			   "format for now.");
	b.c = x->dim[first ? 1 : x->rank - 1];
	if (!bn_outputs(c, &b) || x->n == 0)
		return c->out[0] && c->out[4];
	for (int i = 0; i < x->rank; i++)
		*(first && i > 1 ? &b.inner : &b.outer) *= i == (first ? 1 : x->rank - 1) ? 1 : x->dim[i];
	b.dy = op_in_float(c, 0);
	b.x = op_in_float(c, 1);
	b.scale = c->in[2]->data, b.mean = c->in[3]->data, b.var = c->in[4]->data;
	b.dx = mm_out(c, c->out[0]);
	if (!b.dy || !b.x || !b.dx)
		return false;
	for (int64_t ch = 0; ch < b.c; ch++)
		bn_channel(&b, ch, training);
	mm_done(c->out[0], b.dx);
	return true;
}

/* ---- LRN ---- */

struct lrn {
	const float *dy, *x, *y;
	float *dx;
	int64_t depth, radius;
	float bias, alpha, beta;
};

/* A pixel: what its channel j hands to the channels that its norm was made of. */
static void lrn_channel(const struct lrn *l, int64_t at, int64_t j)
{
	int64_t from = j > l->radius ? j - l->radius : 0,
		to = l->depth - j - 1 > l->radius ? j + l->radius + 1 : l->depth;
	float norm = 0, power;

	for (int64_t k = from; k < to; k++)
		norm += l->x[at + k] * l->x[at + k];
	norm = l->alpha * norm + l->bias;
	power = powf(norm, -l->beta);
	for (int64_t k = from; k < to; k++) {
		float d = -2.0f * l->alpha * l->beta * l->x[at + k] * l->y[at + j] / norm;

		l->dx[at + k] += (k == j ? d + power : d) * l->dy[at + j];
	}
}

static bool run_lrn(struct op_ctx *c)
{
	struct lrn l = { .radius = 5, .bias = 1, .alpha = 1, .beta = 0.5f };
	const struct tensor *x = c->in[0];

	node_attr_int(c->node, "depth_radius", &l.radius);
	node_attr_float(c->node, "bias", &l.bias);
	node_attr_float(c->node, "alpha", &l.alpha);
	node_attr_float(c->node, "beta", &l.beta);
	if (l.radius < 0 || l.radius >= INT32_MAX)
		return op_invalid(c, "depth_radius = %lld larger than int max", (long long)l.radius);
	for (int i = 0; i < 2; i++)
		if (c->in[i]->rank != 4)
			return op_invalid(c, "inputs must be 4-dimensional");
	for (int i = 1; i < 3; i++)
		if (c->in[i]->rank != 4 || memcmp(c->in[i]->dim, x->dim, 4 * sizeof(*x->dim)) != 0)
			return op_invalid(c, "input_grads, input_image, and out_image should have the same shape");
	l.depth = x->dim[3];
	if (!op_out_like(c, 0, x) || x->n == 0)
		return c->out[0] != NULL;
	l.dy = op_in_float(c, 0);
	l.x = op_in_float(c, 1);
	l.y = op_in_float(c, 2);
	l.dx = mm_out(c, c->out[0]);
	if (!l.dy || !l.x || !l.y || !l.dx)
		return false;
	memset(l.dx, 0, (size_t)x->n * sizeof(*l.dx));
	for (int64_t at = 0; at < x->n; at += l.depth)
		for (int64_t j = 0; j < l.depth; j++)
			lrn_channel(&l, at, j);
	mm_done(c->out[0], l.dx);
	return true;
}

#define DM_NORM (DM(DT_FLOAT) | DM(DT_HALF) | DM(DT_BFLOAT16))
static const struct op_row rows[] = {
	{ .name = "FusedBatchNormGrad",
	  .n_in = 5,
	  .n_out = 5,
	  .types = { { "T", DM(DT_FLOAT) } },
	  .run = run_batch_norm },
	{ .name = "FusedBatchNormGradV2",
	  .n_in = 5,
	  .n_out = 5,
	  .types = { { "T", DM_NORM }, { "U", DM(DT_FLOAT) } },
	  .run = run_batch_norm },
	{ .name = "FusedBatchNormGradV3",
	  .n_in = 6,
	  .n_out = 5,
	  .types = { { "T", DM_NORM }, { "U", DM(DT_FLOAT) } },
	  .run = run_batch_norm },
	{ .name = "LRNGrad", .n_in = 3, .n_out = 1, .types = { { "T", DM(DT_FLOAT) | DM(DT_HALF) } }, .run = run_lrn },
};

OP_FAMILY(family_norm_grad, rows);
