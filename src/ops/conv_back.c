/*
 * Gradients of convolutions. By the image (transposed convolution): the patches that would have been
 * taken are computed as dy * filter', some output pixels at a time, and added to the image. By the
 * filter: patches' * dy.
 */
#include "ops/conv.h"

#include <string.h>

#include "ops/mm.h"

enum { AT_LEAST = 32, PATCH_ELEMS = 1 << 18 };

/* The window's arithmetic as the forward convolution would have done it; dy must agree with it. */
static bool check_windows(struct op_ctx *c, const char *label, struct conv *k, enum padding pad, const int64_t *dy)
{
	for (int i = 3 - k->nd; i < 3; i++) {
		int64_t have = dy[i - (3 - k->nd) + 1];

		bool none = k->f[i] == 0;	/* no filter: as if it began before the image */

		if (!window_size(c, k->in[i] + (none && pad != PAD_SAME), none ? 1 : k->f[i], k->dil[i], k->stride[i],
				 pad, &k->out[i], &k->before[i], &k->after[i]))
			return false;
		if (have != k->out[i])
			return op_invalid(
				c,
				"%s: Size of out_backprop doesn't match computed: actual = %lld, computed = %lld "
				"spatial_dim: %d input: %lld filter: %lld output: %lld stride: %lld dilation: %lld",
				label, (long long)have, (long long)k->out[i], i - (3 - k->nd) + 1, (long long)k->in[i],
				(long long)k->f[i], (long long)have, (long long)k->stride[i], (long long)k->dil[i]);
	}
	return true;
}

static bool check_dims(struct op_ctx *c, const char *label, struct conv *k, const struct conv_attrs *a,
		       struct shape image, struct shape filter, struct shape dy)
{
	const struct { const char *name; int rank; } s[] = {
		{ "input", image.rank }, { "filter", filter.rank }, { "out_backprop", dy.rank } };
	int nd = k->nd;

	for (int i = 0; i < 3; i++)
		if (s[i].rank != nd + 2)
			return op_invalid(c, "%s: %s must be %d-dimensional", label, s[i].name, nd + 2);
	conv_sizes(k, nd, c->in[2]->dtype, image.dim, filter.dim, a);
	if (k->n != dy.dim[0])
		return op_invalid(c,
				  "%s: input and out_backprop must have the same batch size. Input batch: %lld, "
				  "outbackprop batch: %lld, batch_dim: 0",
				  label, (long long)k->n, (long long)dy.dim[0]);
	if (k->fc <= 0)
		return op_invalid(c, "%s: filter depth must be strictly greated than zero", label);
	if (k->c % k->fc)
		return op_invalid(c, "%s: input depth must be evenly divisible by filter depth", label);
	if (k->oc != dy.dim[nd + 1])
		return op_invalid(c, "%s: filter and out_backprop must have the same out_depth", label);
	return check_windows(c, label, k, a->pad, dy.dim);
}

/* What the 3-D ops ask first. */
static bool five_dims(struct op_ctx *c, struct shape image, struct shape filter, struct shape dy)
{
	if (image.rank != 5)
		return op_invalid(c, "input tensor must have 5 dimensions");
	if (filter.rank != 5)
		return op_invalid(c, "filter_sizes tensor must have 5 dimensions");
	if (dy.rank != 5)
		return op_invalid(c, "out_backprop tensor must have 5 dimensions");
	if (image.dim[4] != filter.dim[3])
		return op_invalid(
			c,
			"input and filter_sizes must have the same number of channels. Got %lld for input and %lld "
			"for filter_sizes",
			(long long)image.dim[4], (long long)filter.dim[3]);
	if (dy.dim[4] != filter.dim[4])
		return op_invalid(c,
				  "out_backprop and filter_sizes must have the same number of channels. Got %lld for "
				  "out_backprop and %lld for filter_sizes",
				  (long long)dy.dim[4], (long long)filter.dim[4]);
	return true;
}

/* The image's shape: all of it, or rows and columns only (the 2-D op). */
static bool image_shape(struct op_ctx *c, int nd, int64_t *dim, int *rank)
{
	const struct tensor *t = c->in[0], *f = c->in[1], *dy = c->in[2];

	if (t->rank != 1 && nd == 2)
		return op_invalid(c, "Conv2DBackpropInput: input_sizes input must be 1-dim, not %d", t->rank);
	if (t->rank != 1)
		return op_invalid(c, "shape must be a vector of {int32,int64}, got shape %s", op_in_shape(c, 0));
	if (nd == 2 && dy->rank != 4)
		return op_invalid(c, "input_sizes must be 4-dimensional, got: %d", dy->rank);
	if (nd == 2 && t->n == 2 && f->rank == 4) {
		dim[0] = dy->dim[0];
		dim[1] = tensor_get_i64(t, 0);
		dim[2] = tensor_get_i64(t, 1);
		dim[3] = f->dim[2];
		*rank = 4;
		if (dim[1] < 0 || dim[2] < 0)
			return op_invalid(c, "Conv2DBackpropInput: elements of input_sizes must be >= 0, not %lldx%lld",
					  (long long)dim[1], (long long)dim[2]);
		return true;
	}
	if (nd == 2 && t->n != 4)
		return op_invalid(
			c, "Conv2DBackpropInput requires input_sizes to contain 4 values or 2 values, but got: %lld",
			(long long)t->n);
	*rank = t->n > 8 ? 8 : (int)t->n;
	for (int i = 0; i < *rank; i++) {
		dim[i] = tensor_get_i64(t, i);
		if (dim[i] < 0)
			return op_invalid(c, "Dimension %lld must be >= 0", (long long)dim[i]);
	}
	return true;
}

static bool transposed(struct op_ctx *c, const struct conv *k, struct tensor *out)
{
	const char *f = mm_in(c, 1), *dy = mm_in(c, 2);
	char *x = mm_out(c, out), *buf;
	int64_t pixels = k->n * k->out[0] * k->out[1] * k->out[2], oc = k->oc / k->groups;
	int64_t step = PATCH_ELEMS / k->row < AT_LEAST ? AT_LEAST : PATCH_ELEMS / k->row;
	struct mm mm = { .t = k->t, .tb = true, .n = k->row, .k = oc, .lda = k->oc, .ldb = k->oc, .ldc = k->row };

	step = step < pixels ? step : pixels;
	buf = op_temp(c, (size_t)(step * k->row) * k->size);
	if (!f || !dy || !x || !buf)
		return false;
	memset(x, 0, (size_t)out->n * k->size);
	for (int64_t from = 0; from < pixels; from += step) {
		int64_t to = from + step < pixels ? from + step : pixels;

		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		mm.m = to - from;
		for (int64_t g = 0; g < k->groups; g++) {
			mm_run_tiled(&mm, dy + (size_t)(from * k->oc + g * oc) * k->size,
				     f + (size_t)(g * oc) * k->size, buf);
			conv_scatter(k, g, x, buf, from, to);
		}
	}
	mm_done(out, x);
	return true;
}

/* Attributes, of which these gradients take few. */
static bool plain_attrs(struct op_ctx *c, int nd, const char *op2, const char *op3, struct conv_attrs *a)
{
	if (!conv_attrs_read(c, nd, a))
		return false;
	if (a->channels_first && nd == 2)
		return op_invalid(c, "%s only supports NHWC.", op2);
	if (a->channels_first)
		return op_invalid(c, "%s only supports NDHWC on the CPU.", op3);
	for (int i = 0; i < 3 && (nd == 3 || strstr(op2, "Input")); i++)
		if (a->dil[i] != 1)
			return op_invalid(
				c,
				nd == 2 ? "Current CPU implementations do not yet support dilation rates larger than 1."
					: "Current CPU implementation does not yet support dilation rates larger than 1.");
	return true;
}

/* Conv3DBackpropInput: the image itself says its shape. */
static bool own_shape(struct op_ctx *c, int i, int64_t *dim, int *rank)
{
	*rank = c->in[i]->rank > 8 ? 8 : c->in[i]->rank;
	for (int d = 0; d < *rank; d++)
		dim[d] = c->in[i]->dim[d];
	return true;
}

static bool run_input(struct op_ctx *c, int nd, const char *label)
{
	bool sizes = strcmp(c->row->name, "Conv3DBackpropInput");
	struct conv_attrs a;
	struct conv k = { .nd = nd };
	struct tensor *out;
	int64_t dim[8];
	int rank = 0;

	if (!plain_attrs(c, nd, "Conv2DCustomBackpropInputOp", "Conv3DBackpropInputOpV2", &a) ||
	    !(sizes ? image_shape(c, nd, dim, &rank) : own_shape(c, 0, dim, &rank)))
		return false;
	if (nd == 3 && !five_dims(c, (struct shape){ rank, dim }, tensor_shape(c->in[1]), tensor_shape(c->in[2])))
		return false;
	if (!check_dims(c, label, &k, &a, (struct shape){ rank, dim }, tensor_shape(c->in[1]), tensor_shape(c->in[2])))
		return false;
	if (nd == 2 && k.c != k.fc)
		return op_invalid(
			c,
			"Gradients for grouped convolutions are not supported on CPU. Please file a feature request "
			"if you run into this issue. Computed input depth %lld doesn't match filter input depth %lld",
			(long long)k.c, (long long)k.fc);
	out = op_out(c, 0, c->in[2]->dtype, rank, dim);
	if (!out || out->n == 0)
		return out != NULL;
	if (c->in[2]->n == 0 || k.row == 0) {
		memset(out->data, 0, out->bytes);
		return true;
	}
	return transposed(c, &k, out);
}

static bool run_input2(struct op_ctx *c)
{
	return run_input(c, 2, "Conv2DCustomBackpropInput");
}

static bool run_input3(struct op_ctx *c)
{
	return run_input(c, 3, "Conv3DBackpropInputOp");
}

static bool by_filter(struct op_ctx *c, const struct conv *k, struct tensor *out)
{
	const char *x = mm_in(c, 0), *dy = mm_in(c, 2);
	char *df = mm_out(c, out), *buf;
	int64_t pixels = k->n * k->out[0] * k->out[1] * k->out[2], oc = k->oc / k->groups;
	int64_t step = PATCH_ELEMS / k->row < AT_LEAST ? AT_LEAST : PATCH_ELEMS / k->row;
	struct mm mm = { .t = k->t, .ta = true, .m = k->row, .n = oc, .lda = k->row, .ldb = k->oc, .ldc = k->oc };

	step = step < pixels ? step : pixels;
	buf = op_temp(c, (size_t)(step * k->row) * k->size);
	if (!x || !dy || !df || !buf)
		return false;
	memset(df, 0, (size_t)out->n * k->size);
	for (int64_t from = 0; from < pixels; from += step) {
		mm.k = from + step < pixels ? step : pixels - from;
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		for (int64_t g = 0; g < k->groups; g++) {
			conv_patches(k, g, x, buf, from, from + mm.k);
			mm_run(&mm, buf, dy + (size_t)(from * k->oc + g * oc) * k->size,
			       df + (size_t)(g * oc) * k->size, true);
		}
	}
	mm_done(out, df);
	return true;
}

static bool filter_shape(struct op_ctx *c, int nd, int64_t *dim, int *rank)
{
	const struct tensor *sizes = c->in[1];

	if (!strcmp(c->row->name, "Conv3DBackpropFilter"))
		return own_shape(c, 1, dim, rank);
	if (sizes->rank != 1 && nd == 3)
		return op_invalid(c, "filter_sizes shape must be rank 1 but is rank %d", sizes->rank);
	if (sizes->rank != 1)
		return op_invalid(c, "Conv2DCustomBackpropFilter: filter_sizes input must be 1-dim, not %d",
				  sizes->rank);
	*rank = sizes->n > 8 ? 8 : (int)sizes->n;
	for (int i = 0; i < *rank; i++) {
		dim[i] = tensor_get_i64(sizes, i);
		if (dim[i] < 0)
			return op_invalid(c, "Dimension %lld must be >= 0", (long long)dim[i]);
	}
	return true;
}

static bool run_filter(struct op_ctx *c, int nd, const char *label)
{
	struct conv_attrs a;
	struct conv k = { .nd = nd };
	struct tensor *out;
	int64_t dim[8];
	int rank = 0;

	if (!plain_attrs(c, nd, "Conv2DCustomBackpropFilterOp", "Conv3DBackpropFilterOpV2", &a) ||
	    !filter_shape(c, nd, dim, &rank))
		return false;
	if (nd == 3 && !five_dims(c, tensor_shape(c->in[0]), (struct shape){ rank, dim }, tensor_shape(c->in[2])))
		return false;
	if (!check_dims(c, label, &k, &a, tensor_shape(c->in[0]), (struct shape){ rank, dim }, tensor_shape(c->in[2])))
		return false;
	out = op_out(c, 0, c->in[2]->dtype, rank, dim);
	if (!out || out->n == 0)
		return out != NULL;
	if (k.row == INT64_MAX)
		return op_invalid(c, "%s: filter is too large", label);
	if (c->in[2]->n == 0 || c->in[0]->n == 0) {
		memset(out->data, 0, out->bytes);
		return true;
	}
	return by_filter(c, &k, out);
}

static bool run_filter2(struct op_ctx *c)
{
	return run_filter(c, 2, "Conv2DCustomBackpropFilter");
}

static bool run_filter3(struct op_ctx *c)
{
	return run_filter(c, 3, "Conv3DBackpropFilterOp");
}

/* The same of a filter's gradient: each element of out_backprop meets as many as a filter has. */
static void filter_cost(const struct op_ctx *c, double *macs, double *bytes)
{
	const struct tensor *dy = c->in[2], *out = c->out[0];
	double taps = out ? (double)out->n : 0;

	*macs = out && out->rank && out->dim[out->rank - 1] ? (double)dy->n * taps / (double)out->dim[out->rank - 1] : 0;
	*bytes = (double)(c->in[0]->bytes + dy->bytes + (out ? out->bytes : 0));
}

/* As many multiply-adds as the convolution that it turns round: each element of out_backprop meets a filter. */
static void back_cost(const struct op_ctx *c, double *macs, double *bytes)
{
	const struct tensor *f = c->in[1], *dy = c->in[2], *out = c->out[0];
	double taps = 1;

	for (int i = 0; i < f->rank; i++)
		taps *= (double)f->dim[i];
	*macs = f->rank && f->dim[f->rank - 1] ? (double)dy->n * taps / (double)f->dim[f->rank - 1] : 0;
	*bytes = (double)(dy->bytes + f->bytes + (out ? out->bytes : 0));
}

#define DM_CONV1 (DM(DT_FLOAT) | DM(DT_DOUBLE) | DM(DT_HALF))
static const struct op_row rows[] = {
	{ .name = "Conv2DBackpropInput", .n_in = 3, .n_out = 1, .types = { { "T", DM_CONV2 } }, .run = run_input2,
	  .cost = back_cost },
	{ .name = "Conv2DBackpropFilter", .n_in = 3, .n_out = 1, .types = { { "T", DM_CONV3 } }, .run = run_filter2,
	  .cost = filter_cost },
	{ .name = "Conv3DBackpropFilter", .n_in = 3, .n_out = 1, .types = { { "T", DM_CONV1 } }, .run = run_filter3,
	  .cost = filter_cost },
	{ .name = "Conv3DBackpropFilterV2", .n_in = 3, .n_out = 1, .types = { { "T", DM_CONV3 } }, .run = run_filter3,
	  .cost = filter_cost },
	{ .name = "Conv3DBackpropInput", .n_in = 3, .n_out = 1, .types = { { "T", DM_CONV1 } }, .run = run_input3,
	  .cost = back_cost },
	{ .name = "Conv3DBackpropInputV2", .n_in = 3, .n_out = 1,
	  .types = { { "T", DM_CONV3 }, { "Tshape", DM_INDEX } }, .run = run_input3, .cost = back_cost },
};

OP_FAMILY(family_conv_back, rows);
