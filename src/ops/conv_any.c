/*
 * Conv: a convolution over two or three dimensions of space with any number of batch dimensions,
 * which are taken as one.
 */
#include <string.h>

#include "ops/conv.h"

/* Entries of the spatial dimensions; false when the others are not one. */
static bool spatial(const struct attr_value *v, int nd, bool first, int64_t *to)
{
	for (int i = 0; i < nd; i++)
		to[3 - nd + i] = v[i + (first ? 2 : 1)].i;
	return v[0].i == 1 && v[first ? 1 : nd + 1].i == 1;
}

static bool strides(struct op_ctx *c, int nd, struct conv_attrs *a)
{
	const struct attr_value *v;
	uint32_t n = 0;

	if (!node_attr_list(c->node, "strides", &v, &n) || n != (uint32_t)nd + 2)
		return op_invalid(c, "Sliding window strides field must specify %d dimensions",
				  nd + 2);
	if (!spatial(v, nd, a->channels_first, a->stride))
		return op_invalid(c, "Current implementation does not support strides in the batch "
				     "and depth dimensions.");
	for (int i = 0; i < 3; i++)
		if (a->stride[i] <= 0)
			return op_invalid(c, "Spatial strides should be larger than 0.");
	return true;
}

static bool dilations(struct op_ctx *c, int nd, struct conv_attrs *a)
{
	const struct attr_value *v;
	uint32_t n = 0;

	if (!node_attr_list(c->node, "dilations", &v, &n) || !n)
		return true;
	if (n != (uint32_t)nd + 2)
		return op_invalid(c, "Dilation rates field must specify%ddimensions", nd + 2);
	if (!spatial(v, nd, a->channels_first, a->dil))
		return op_invalid(c, "Current implementation does not support dilation rates in "
				     "the batch and depth dimensions.");
	for (int i = 0; i < 3; i++)
		if (a->dil[i] <= 0)
			return op_invalid(c, "Dilated rates should be larger than 0.");
	return true;
}

static bool paddings(struct op_ctx *c, int nd, struct conv_attrs *a)
{
	const struct attr_value *v;
	int at = a->channels_first ? 2 : 1;
	uint32_t n = 0;

	if (a->pad != PAD_EXPLICIT)
		return true;
	if (!node_attr_list(c->node, "explicit_paddings", &v, &n) || n != (uint32_t)(2 * nd + 4))
		return op_invalid(c,
				  "explicit_paddings attribute must contain %d values, but got: %u",
				  2 * nd + 4, n);
	for (uint32_t i = 0; i < n; i++)
		if (v[i].i < 0)
			return op_invalid(c,
					  "All elements of explicit_paddings must be nonnegative");
	for (int i = 0; i < nd; i++) {
		a->before[3 - nd + i] = v[2 * (at + i)].i;
		a->after[3 - nd + i] = v[2 * (at + i) + 1].i;
	}
	return true;
}

static bool ranks(struct op_ctx *c, int64_t lead, int nd)
{
	int f = c->in[1]->rank;

	if (nd != 2 && nd != 3)
		return op_invalid(c, "The input must have 2 or 3 spatial dimensions but got %d",
				  nd);
	if (f != 4 && f != 5)
		return op_invalid(c, "The filter must be rank 4 or 5 but got %d", f);
	return (lead >= 0 && lead < c->in[0]->rank) || op_invalid(c, "batch_dims is out of range");
}

static bool fits(struct op_ctx *c, const struct conv_attrs *a, int64_t depth, int nd)
{
	if (c->in[1]->rank != nd + 2)
		return op_invalid(c, "The filter must have %d dimensions, but has %d", nd + 2,
				  c->in[1]->rank);
	if (depth != c->in[1]->dim[nd])
		return op_invalid(c, "Input depth must be equal to filter depth: %lld vs %lld",
				  (long long)depth, (long long)c->in[1]->dim[nd]);
	if (a->channels_first && nd == 2)
		return op_fail(
			c, ERR_UNIMPLEMENTED,
			"The Conv2D op currently only supports the NHWC tensor format on the CPU. "
			"The op was given the format: NCHW");
	if (a->channels_first)
		return op_invalid(c, "CPU implementation of Conv3D currently only supports the "
				     "NHWC tensor format.");
	if (nd == 3 && (a->dil[0] != 1 || a->dil[1] != 1 || a->dil[2] != 1))
		return op_invalid(
			c,
			"CPU implementation of Conv3D currently only supports dilated rates of 1.");
	return true;
}

static bool attrs(struct op_ctx *c, struct conv_attrs *a, int64_t *lead)
{
	struct sv format = SV("CHANNELS_LAST");
	int64_t groups = 1;

	*a = (struct conv_attrs){.stride = {1, 1, 1}, .dil = {1, 1, 1}};
	*lead = 1;
	node_attr_int(c->node, "batch_dims", lead);
	node_attr_int(c->node, "groups", &groups);
	node_attr_str(c->node, "data_format", &format);
	a->channels_first = sv_is(format, "CHANNELS_FIRST");
	if (!padding_attr(c->node, &a->pad, c->err))
		return false;
	return groups == 1 || op_fail(c, ERR_UNIMPLEMENTED,
				      "Grouped/Depthwise Convolutions are not supported yet.");
}

static bool convolve(struct op_ctx *c, const struct conv_attrs *a, int64_t lead, int nd)
{
	const struct tensor *x = c->in[0], *f = c->in[1];
	int64_t image[5] = {1}, *dim = op_dims(c, x, 0);
	struct tensor *out;
	struct conv k;

	for (int64_t i = 0; i < lead; i++)
		image[0] *= x->dim[i];
	memcpy(image + 1, x->dim + lead, sizeof(*image) * (size_t)(nd + 1));
	conv_sizes(&k, nd, x->dtype, image, f->dim, a);
	if (!conv_windows(c, &k, a->pad))
		return false;
	memcpy(dim + lead, k.out + 3 - nd, sizeof(*dim) * (size_t)nd);
	dim[x->rank - 1] = k.oc;
	out = op_out(c, 0, x->dtype, x->rank, dim);
	if (!out || out->n == 0)
		return out != NULL;
	if (x->n == 0 || k.row == 0) {
		memset(out->data, 0, out->bytes);
		return true;
	}
	return conv_run(c, &k, out);
}

static bool run(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct conv_attrs a;
	int64_t lead, depth;
	int nd;

	if (!attrs(c, &a, &lead))
		return false;
	nd = lead >= -8 && lead <= 8 ? x->rank - 1 - (int)lead : 0;
	if (!ranks(c, lead, nd) || !strides(c, nd, &a) || !dilations(c, nd, &a))
		return false;
	depth = x->dim[a.channels_first ? lead : x->rank - 1];
	return paddings(c, nd, &a) && fits(c, &a, depth, nd) && convolve(c, &a, lead, nd);
}

static const struct op_row rows[] = {
	{.name = "Conv",
	 .n_in = 2,
	 .n_out = 1,
	 .types = {{"T", DM_CONV2}},
	 .run = run,
	 .cost = conv_cost},
};

OP_FAMILY(family_conv_any, rows);
