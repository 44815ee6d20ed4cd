/*
 * Batch normalisation as it is written down: y = (x - mean) * scale / sqrt(variance + epsilon) +
 * offset, over every dimension but the channels'. See wide_form.h.
 */
#include "debug/wide_form.h"

#include <math.h>

struct norm {
	const double *x, *scale, *offset, *mean, *variance;
	int64_t n, channels, inner; /* element i is of channel i / inner % channels */
	double epsilon;
};

static int64_t channel_of(const struct norm *b, int64_t i)
{
	return i / b->inner % b->channels;
}

static bool is_vector(const struct tensor *t, int64_t n)
{
	return t && t->dtype == DT_DOUBLE && t->n == n;
}

static bool norm_open(struct norm *b, const struct node *n, struct tensor *const *in, uint32_t n_in,
		      bool *training)
{
	const struct tensor *x = in[0];
	struct sv format = SV("NHWC");
	float epsilon = 1e-4f;
	bool first;

	node_attr_str(n, "data_format", &format);
	node_attr_float(n, "epsilon", &epsilon);
	*training = true;
	node_attr_bool(n, "is_training", training);
	first = sv_starts(format, SV("NC"));
	if (n_in < 5 || x->dtype != DT_DOUBLE || x->rank < 2)
		return false;
	*b = (struct norm){.x = x->data,
			   .n = x->n,
			   .channels = x->dim[first ? 1 : x->rank - 1],
			   .inner = 1,
			   .epsilon = epsilon};
	for (int i = 2; first && i < x->rank; i++)
		b->inner *= x->dim[i];
	if (b->channels <= 0 || b->inner <= 0 || !is_vector(in[1], b->channels) ||
	    !is_vector(in[2], b->channels))
		return false;
	b->scale = in[1]->data;
	b->offset = in[2]->data;
	if (!*training && (!is_vector(in[3], b->channels) || !is_vector(in[4], b->channels)))
		return false;
	b->mean = in[3]->data;
	b->variance = in[4]->data;
	return true;
}

/* Mean and variance of the batch: two passes, so that nothing cancels. */
static void of_batch(const struct norm *b, double *mean, double *variance)
{
	double count = (double)b->n / (double)b->channels;

	for (int64_t i = 0; i < b->n; i++)
		mean[channel_of(b, i)] += b->x[i] / count;
	for (int64_t i = 0; i < b->n; i++)
		variance[channel_of(b, i)] += pow(b->x[i] - mean[channel_of(b, i)], 2) / count;
}

static bool batch_norm(const struct node *n, struct tensor *const *in, uint32_t n_in,
		       struct tensor **out, uint32_t n_out)
{
	struct tensor *mean, *variance;
	struct norm b;
	bool training;
	double *y;

	if (!n_out || !norm_open(&b, n, in, n_in, &training))
		return false;
	mean = tensor_zeros(DT_DOUBLE, 1, &b.channels, NULL);
	variance = tensor_zeros(DT_DOUBLE, 1, &b.channels, NULL);
	out[0] = mean && variance ? tensor_new(DT_DOUBLE, in[0]->rank, in[0]->dim, NULL) : NULL;
	if (training && out[0]) {
		of_batch(&b, mean->data, variance->data);
		b.mean = mean->data;
		b.variance = variance->data;
	}
	y = out[0] ? out[0]->data : NULL;
	for (int64_t i = 0; y && i < b.n; i++) {
		int64_t c = channel_of(&b, i);

		y[i] = (b.x[i] - b.mean[c]) * b.scale[c] / sqrt(b.variance[c] + b.epsilon) +
		       b.offset[c];
	}
	tensor_unref(mean);
	tensor_unref(variance);
	return y != NULL;
}

wide_form_fn wide_form_find(struct sv op)
{
	static const struct {
		const char *op;
		wide_form_fn form;
	} forms[] = {
		{"FusedBatchNorm", batch_norm},
		{"FusedBatchNormV2", batch_norm},
		{"FusedBatchNormV3", batch_norm},
	};

	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		if (sv_is(op, forms[i].op))
			return forms[i].form;
	return NULL;
}
