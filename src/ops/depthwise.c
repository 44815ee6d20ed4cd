/* Depthwise convolutions, row by row, and their gradients by the image and by the filter. */
#include <string.h>

#include "ops/conv.h"
#include "ops/loops.h"
#include "ops/mm.h"

struct dw {
	struct conv k;
	int64_t mult;			/* output channels of each input channel */
	const void *x, *f, *dy;
	void *y;
};

#define FORWARD(T, forward) \
	static void forward(const struct dw *d, int64_t r) \
	{ \
		const struct conv *k = &d->k; \
		const T *x = (const T *)d->x + r / k->out[1] * k->in[1] * k->in[2] * k->c, *f = d->f; \
		T *y = (T *)d->y + r * k->out[2] * k->c * d->mult; \
		int64_t top = r % k->out[1] * k->stride[1] - k->before[1]; \
		for (int64_t ox = 0; ox < k->out[2]; ox++) \
			for (int64_t o = 0; o < k->c * d->mult; o++) { \
				T sum = 0; \
				for (int64_t fy = 0; fy < k->f[1]; fy++) \
					for (int64_t fx = 0; fx < k->f[2]; fx++) { \
						int64_t iy = top + fy * k->dil[1]; \
						int64_t ix = ox * k->stride[2] - k->before[2] + fx * k->dil[2]; \
						if (iy < 0 || iy >= k->in[1] || ix < 0 || ix >= k->in[2]) \
							continue; \
						sum += x[(iy * k->in[2] + ix) * k->c + o / d->mult] * \
						       f[(fy * k->f[2] + fx) * k->c * d->mult + o]; \
					} \
				*y++ = sum; \
			} \
	}
FORWARD(double, forward_f64)

/* Adds what output row r took from its image. */
#define BACKWARD(T, backward) \
	static void backward(const struct dw *d, int64_t r) \
	{ \
		const struct conv *k = &d->k; \
		T *x = (T *)d->y + r / k->out[1] * k->in[1] * k->in[2] * k->c; \
		const T *f = d->f, *dy = (const T *)d->dy + r * k->out[2] * k->c * d->mult; \
		int64_t top = r % k->out[1] * k->stride[1] - k->before[1]; \
		for (int64_t ox = 0; ox < k->out[2]; ox++, dy += k->c * d->mult) \
			for (int64_t fy = 0; fy < k->f[1]; fy++) \
				for (int64_t fx = 0; fx < k->f[2]; fx++) { \
					int64_t iy = top + fy * k->dil[1]; \
					int64_t ix = ox * k->stride[2] - k->before[2] + fx * k->dil[2]; \
					const T *w = f + (fy * k->f[2] + fx) * k->c * d->mult; \
					if (iy < 0 || iy >= k->in[1] || ix < 0 || ix >= k->in[2]) \
						continue; \
					for (int64_t o = 0; o < k->c * d->mult; o++) \
						x[(iy * k->in[2] + ix) * k->c + o / d->mult] += dy[o] * w[o]; \
				} \
	}
BACKWARD(float, backward_f32)
BACKWARD(double, backward_f64)

/* Adds what output row r says of the filter. */
#define BY_FILTER(T, by_filter) \
	static void by_filter(const struct dw *d, int64_t r, T *f) \
	{ \
		const struct conv *k = &d->k; \
		const T *x = (const T *)d->x + r / k->out[1] * k->in[1] * k->in[2] * k->c; \
		const T *dy = (const T *)d->dy + r * k->out[2] * k->c * d->mult; \
		int64_t top = r % k->out[1] * k->stride[1] - k->before[1]; \
		for (int64_t ox = 0; ox < k->out[2]; ox++, dy += k->c * d->mult) \
			for (int64_t fy = 0; fy < k->f[1]; fy++) \
				for (int64_t fx = 0; fx < k->f[2]; fx++) { \
					int64_t iy = top + fy, ix = ox * k->stride[2] - k->before[2] + fx; \
					T *w = f + (fy * k->f[2] + fx) * k->c * d->mult; \
					if (iy < 0 || iy >= k->in[1] || ix < 0 || ix >= k->in[2]) \
						continue; \
					for (int64_t o = 0; o < k->c * d->mult; o++) \
						w[o] += dy[o] * x[(iy * k->in[2] + ix) * k->c + o / d->mult]; \
				} \
	} \
	/* each image's sums by themselves, then all of them */ \
	static void by_filter##_all(const struct dw *d, T *one, int64_t n) \
	{ \
		for (int64_t b = 0; b < d->k.n; b++) { \
			memset(one, 0, (size_t)n * sizeof(T)); \
			for (int64_t r = b * d->k.out[1]; r < (b + 1) * d->k.out[1]; r++) \
				by_filter(d, r, one); \
			for (int64_t i = 0; i < n; i++) \
				((T *)d->y)[i] += one[i]; \
		} \
	}
BY_FILTER(float, by_filter_f32)
BY_FILTER(double, by_filter_f64)

static void forward_f32(const struct dw *d, int64_t r)
{
	const struct conv *k = &d->k;
	int64_t oy = r % k->out[1], b = r / k->out[1];
	struct dw_args a = { .out = (float *)d->y + r * k->out[2] * k->c * d->mult,
			     .in = (const float *)d->x + b * k->in[1] * k->in[2] * k->c,
			     .filter = d->f,
			     .in_h = k->in[1],
			     .in_w = k->in[2],
			     .channels = k->c,
			     .mult = d->mult,
			     .fh = k->f[1],
			     .fw = k->f[2],
			     .out_w = k->out[2],
			     .top = oy * k->stride[1] - k->before[1],
			     .left = k->before[2],
			     .stride_w = k->stride[2],
			     .dil_h = k->dil[1],
			     .dil_w = k->dil[2] };

	loops()->depthwise_f32(&a);
}

static void forward_tile(void *ctx, int64_t from, int64_t to)
{
	const struct dw *d = ctx;

	for (int64_t r = from; r < to; r++)
		if (d->k.t == DT_FLOAT)
			forward_f32(d, r);
		else
			forward_f64(d, r);
}

/* One image after another: rows of the output overlap in the input. */
static void backward_tile(void *ctx, int64_t from, int64_t to)
{
	const struct dw *d = ctx;

	for (int64_t r = from * d->k.out[1]; r < to * d->k.out[1]; r++)
		if (d->k.t == DT_FLOAT)
			backward_f32(d, r);
		else
			backward_f64(d, r);
}

/* strides must be equal; TensorFlow's kernel takes one. */
static bool attrs(struct op_ctx *c, struct conv_attrs *a)
{
	if (!conv_attrs_read(c, 2, a))
		return false;
	if (a->stride[1] != a->stride[2])
		return op_invalid(
			c,
			"Current implementation only supports equal length strides in the row and column dimensions.");
	return true;
}

static bool setup(struct op_ctx *c, struct dw *d, struct conv_attrs *a, const int64_t *image, const int64_t *f)
{
	conv_sizes(&d->k, 2, c->in[c->n_in - 1]->dtype, image, f, a);
	d->mult = f[3];
	return conv_windows(c, &d->k, a->pad);
}

static bool no_dilation(struct op_ctx *c, const struct conv_attrs *a)
{
	if (a->dil[1] == 1 && a->dil[2] == 1)
		return true;
	return op_fail(c, ERR_UNIMPLEMENTED, "Current kernel implementation does not support dilations, received "
		       "[1 %lld %lld 1]", (long long)a->dil[1], (long long)a->dil[2]);
}

static bool run_depthwise(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *f = c->in[1];
	struct dw d = { 0 };
	struct conv_attrs a;
	struct conv *k = &d.k;
	struct tensor *out;
	int64_t depth;

	if (!attrs(c, &a) || !no_dilation(c, &a))
		return false;
	if (x->rank != 4)
		return op_invalid(c, "input must be 4-dimensional%s", op_in_shape(c, 0));
	if (f->rank != 4)
		return op_invalid(c, "filter must be 4-dimensional: %s", op_in_shape(c, 1));
	depth = x->dim[a.channels_first ? 1 : 3];
	if (depth != f->dim[2])
		return op_invalid(c, "input and filter must have the same depth: %lld vs %lld", (long long)depth,
				  (long long)f->dim[2]);
	if (a.channels_first)
		return op_fail(c, ERR_UNIMPLEMENTED, "Depthwise convolution on CPU is only supported for NHWC format");
	if (!setup(c, &d, &a, x->dim, f->dim))
		return false;
	out = op_out(c, 0, x->dtype, 4, (int64_t[]){ k->n, k->out[1], k->out[2], k->c * d.mult });
	if (!out || out->n == 0)
		return out != NULL;
	d.x = mm_in(c, 0);
	d.f = mm_in(c, 1);
	d.y = mm_out(c, out);
	if (!d.x || !d.f || !d.y)
		return false;
	tiles_run(k->n * k->out[1], 1 + TILE_ELEMS / (k->out[2] * k->c * d.mult * k->f[1] * k->f[2] + 1), forward_tile,
		  &d);
	mm_done(out, d.y);
	return true;
}

static bool back_checks(struct op_ctx *c, const struct dw *d, const char *label)
{
	const struct conv *k = &d->k;
	const int64_t *dy = c->in[2]->dim;

	if (k->c != k->fc)
		return op_invalid(c, "%s: input and filter must have the same in_depth", label);
	if (k->n != dy[0])
		return op_invalid(c, "%s: input and out_backprop must have the same batch size", label);
	if (k->c * d->mult != dy[3])
		return op_invalid(c, "%s: depth_multiplier * in_depth not equal to out_depth", label);
	for (int i = 1; i < 3; i++)
		if (k->out[i] != dy[i])
			return op_invalid(c,
					  "%s: Number of %s of out_backprop doesn't match computed: "
					  "actual = %lld, computed = %lld",
					  label, i == 1 ? "rows" : "cols", (long long)dy[i], (long long)k->out[i]);
	return true;
}

static bool run_back_input(struct op_ctx *c)
{
	const struct tensor *sizes = c->in[0];
	struct dw d = { 0 };
	struct conv_attrs a;
	struct tensor *out;
	int64_t dim[4];

	if (!attrs(c, &a))
		return false;
	if (sizes->rank != 1 || sizes->n < 4)
		return op_invalid(c, "DepthwiseConv2DBackpropInput: input must be 4-dimensional");
	for (int i = 0; i < 4; i++)
		if ((dim[i] = tensor_get_i64(sizes, i)) < 0)
			return op_invalid(c, "Dimension %d of input_sizes must be >= 0", i);
	for (int i = 1; i < 3; i++)
		if (c->in[i]->rank != 4)
			return op_invalid(c, "DepthwiseConv2DBackpropInput: %s must be 4-dimensional",
					  i == 1 ? "filter" : "out_backprop");
	if (a.channels_first)
		return op_fail(c, ERR_UNIMPLEMENTED, "Depthwise convolution on CPU is only supported for NHWC format");
	if (!setup(c, &d, &a, dim, c->in[1]->dim) || !back_checks(c, &d, "DepthwiseConv2DBackpropInput"))
		return false;
	out = op_out(c, 0, c->in[2]->dtype, 4, dim);
	if (!out || out->n == 0)
		return out != NULL;
	d.f = mm_in(c, 1);
	d.dy = mm_in(c, 2);
	d.y = mm_out(c, out);
	if (!d.f || !d.dy || !d.y)
		return false;
	memset(d.y, 0, (size_t)out->n * d.k.size);
	tiles_run(d.k.n, 1, backward_tile, &d);
	mm_done(out, d.y);
	return true;
}

static bool filter_dims(struct op_ctx *c, int64_t *dim)
{
	const struct tensor *sizes = c->in[1];

	if (sizes->rank != 1)
		return op_invalid(c, "Conv2DBackpropFilter: filter_sizes input must be 1-dim, not %d", sizes->rank);
	if (c->in[0]->rank != 4)
		return op_invalid(c, "DepthwiseConv2DBackpropFilter: input must be 4-dimensional");
	if (sizes->n != 4)
		return op_invalid(c, "DepthwiseConv2DBackpropFilter: filter must be 4-dimensional");
	for (int i = 0; i < 4; i++)
		if ((dim[i] = tensor_get_i64(sizes, i)) < 0)
			return op_invalid(c, "Dimension %d of filter_sizes must be >= 0", i);
	if (c->in[2]->rank != 4)
		return op_invalid(c, "DepthwiseConv2DBackpropFilter: out_backprop must be 4-dimensional");
	return true;
}

static bool sum_filter(struct op_ctx *c, struct dw *d, struct tensor *out)
{
	void *one = op_temp(c, (size_t)out->n * d->k.size);

	d->x = mm_in(c, 0);
	d->dy = mm_in(c, 2);
	d->y = mm_out(c, out);
	if (!d->x || !d->dy || !d->y || !one)
		return false;
	memset(d->y, 0, (size_t)out->n * d->k.size);
	if (d->k.t == DT_FLOAT)
		by_filter_f32_all(d, one, out->n);
	else
		by_filter_f64_all(d, one, out->n);
	mm_done(out, d->y);
	return true;
}

static bool run_back_filter(struct op_ctx *c)
{
	struct dw d = { 0 };
	struct conv_attrs a;
	struct tensor *out;
	int64_t dim[4];

	if (!attrs(c, &a) || !filter_dims(c, dim))
		return false;
	if (a.channels_first)
		return op_fail(c, ERR_UNIMPLEMENTED, "Depthwise convolution on CPU is only supported for NHWC format");
	a.dil[1] = a.dil[2] = 1;	/* TensorFlow's kernel does not ask for them */
	if (!setup(c, &d, &a, c->in[0]->dim, dim) || !back_checks(c, &d, "DepthwiseConv2DBackpropFilter"))
		return false;
	out = op_out(c, 0, c->in[2]->dtype, 4, dim);
	if (!out || out->n == 0)
		return out != NULL;
	return sum_filter(c, &d, out);
}

/* Each element of out_backprop meets a filter's rows and columns. */
static void filter_cost(const struct op_ctx *c, double *macs, double *bytes)
{
	const struct tensor *dy = c->in[2], *out = c->out[0];

	*macs = out ? (double)dy->n * (double)(out->dim[0] * out->dim[1]) : 0;
	*bytes = (double)(c->in[0]->bytes + dy->bytes + (out ? out->bytes : 0));
}

static void depthwise_cost(const struct op_ctx *c, double *macs, double *bytes)
{
	const struct tensor *f = c->in[1], *out = c->out[0];

	*macs = out && f->rank == 4 ? (double)out->n * (double)f->dim[0] * (double)f->dim[1] : 0;
	*bytes = (double)(c->in[0]->bytes + f->bytes + (out ? out->bytes : 0));
}

static const struct op_row rows[] = {
	{ .name = "DepthwiseConv2dNative", .n_in = 2, .n_out = 1, .types = { { "T", DM_FLOATS } }, .run = run_depthwise,
	  .cost = depthwise_cost },
	{ .name = "DepthwiseConv2dNativeBackpropFilter", .n_in = 3, .n_out = 1, .types = { { "T", DM_FLOATS } },
	  .run = run_back_filter, .cost = filter_cost },
	{ .name = "DepthwiseConv2dNativeBackpropInput", .n_in = 3, .n_out = 1, .types = { { "T", DM_FLOATS } },
	  .run = run_back_input },
};

OP_FAMILY(family_depthwise, rows);
