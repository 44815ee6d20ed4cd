/*
 * Gradients of pooling, over channels-last images of two or three spatial dimensions (the first of three is
 * one for a two-dimensional op). An average's gradient is spread over its window; a maximum's goes to the
 * first largest pixel (two dimensions) or to all that are equal (three); a maximum's gradient's gradient is
 * picked where the maximum was. half and bfloat16 are added as such: each sum is rounded.
 */
#include <float.h>
#include <math.h>
#include <string.h>

#include "ops/kernel.h"
#include "ops/mm.h"

struct pg {
	enum dtype t, low;		/* what is computed in; the type that each sum is rounded to */
	int nd;
	int64_t n, c;
	int64_t in[3], k[3], stride[3], out[3], before[3], after[3];
	enum padding pad;
	const void *x, *y, *dy;		/* of the pooling: input, output, and the gradient that comes in */
	void *dx;
	int64_t *arg;			/* a pixel's, a channel each */
};

/* What a kind of gradient is called, and what its errors say. */
struct kind {
	const char *class, *deep;
	int nd;
	int attrs_at;			/* inputs from here on are ksize and strides, else attributes */
	bool late_depth;		/* an average of depth is refused when there is something to do */
};

static float rounded(enum dtype low, float v)
{
	uint16_t bits;

	if (low == DT_FLOAT)
		return v;
	low_of_float(low, &bits, &v, 1);
	low_to_float(low, &v, &bits, 1);
	return v;
}

/* ---- windows ---- */

struct span {
	int64_t at, n;
};

/* What a window covers of dimension d; a window that begins in the padding and is longer than the image
 * counts all of the image. */
static struct span span_of(const struct pg *p, int d, int64_t o)
{
	struct span s = { o * p->stride[d], p->k[d] };

	if (s.at < p->before[d]) {
		s.n = p->k[d] + s.at - p->before[d];
		s.at = 0;
	} else {
		s.at -= p->before[d];
	}
	if (s.at + p->k[d] > p->in[d])
		s.n = p->in[d] - s.at < p->k[d] ? p->in[d] - s.at : p->k[d];
	s.n = s.n < 0 ? 0 : s.n;
	return s;
}

/* The window's pixels that are inside. */
static struct span inside(const struct pg *p, int d, int64_t o)
{
	int64_t from = o * p->stride[d] - p->before[d], to = from + p->k[d];

	to = to < p->in[d] ? to : p->in[d];
	from = from < 0 ? 0 : from;
	return (struct span){ from, to > from ? to - from : 0 };
}

static int64_t pixel_of(const struct pg *p, int64_t b, int64_t z, int64_t y, int64_t x)
{
	return ((b * p->in[0] + z) * p->in[1] + y) * p->in[2] + x;
}

/* ---- one window ---- */

#define WINDOW(T, name, SUM) \
	/* The first largest pixel of each channel gets the gradient. */ \
	static void name##_max(const struct pg *p, int64_t b, int64_t o, const struct span *s) \
	{ \
		const T *x = p->x, *dy = (const T *)p->dy + o * p->c; \
		T *dx = p->dx; \
		for (int64_t ch = 0; ch < p->c; ch++) \
			p->arg[ch] = -1; \
		for (int64_t r = s[1].at; r < s[1].at + s[1].n; r++) \
			for (int64_t q = s[2].at; q < s[2].at + s[2].n; q++) { \
				int64_t at = pixel_of(p, b, 0, r, q) * p->c; \
				for (int64_t ch = 0; ch < p->c; ch++, at++) \
					if (p->arg[ch] < 0 || x[p->arg[ch]] < x[at]) \
						p->arg[ch] = at; \
			} \
		for (int64_t ch = 0; ch < p->c; ch++) \
			if (p->arg[ch] >= 0) \
				dx[p->arg[ch]] = (T)SUM(p->low, dx[p->arg[ch]] + dy[ch]); \
	} \
	/* What came in at the first pixel that equals the maximum. */ \
	static void name##_pick(const struct pg *p, int64_t b, int64_t o, const struct span *s) \
	{ \
		const T *x = p->x, *y = (const T *)p->y + o * p->c, *dy = p->dy; \
		T *to = (T *)p->dx + o * p->c; \
		for (int64_t ch = 0; ch < p->c; ch++) \
			p->arg[ch] = -1; \
		for (int64_t z = s[0].at; z < s[0].at + s[0].n; z++) \
			for (int64_t r = s[1].at; r < s[1].at + s[1].n; r++) \
				for (int64_t q = s[2].at; q < s[2].at + s[2].n; q++) { \
					int64_t at = pixel_of(p, b, z, r, q) * p->c; \
					for (int64_t ch = 0; ch < p->c; ch++, at++) \
						if (p->arg[ch] < 0 && x[at] == y[ch]) \
							p->arg[ch] = at; \
				} \
		for (int64_t ch = 0; ch < p->c; ch++) \
			to[ch] = p->arg[ch] < 0 ? (T)0 : dy[p->arg[ch]]; \
	}
#define PLAIN(low, v) (v)
WINDOW(float, w_f32, rounded)
WINDOW(double, w_f64, PLAIN)
WINDOW(int8_t, w_i8, PLAIN)
WINDOW(int16_t, w_i16, PLAIN)
WINDOW(uint8_t, w_u8, PLAIN)
WINDOW(uint16_t, w_u16, PLAIN)
#define UNSIGNED_SUM(low, v) (v)
WINDOW(uint32_t, w_u32, UNSIGNED_SUM)
WINDOW(uint64_t, w_u64, UNSIGNED_SUM)

/* Signed sums wrap; the comparison is signed. */
#define WRAP32(low, v) (int32_t)((uint32_t)dx[p->arg[ch]] + (uint32_t)dy[ch])
#define WRAP64(low, v) (int64_t)((uint64_t)dx[p->arg[ch]] + (uint64_t)dy[ch])
WINDOW(int32_t, w_i32, WRAP32)
WINDOW(int64_t, w_i64, WRAP64)

typedef void (*window_fn)(const struct pg *p, int64_t b, int64_t o, const struct span *s);

static window_fn window_find(enum dtype t, bool pick)
{
	switch (t) {
#define CASE(DT, name) case DT: return pick ? name##_pick : name##_max;
	CASE(DT_DOUBLE, w_f64)
	CASE(DT_INT8, w_i8)
	CASE(DT_INT16, w_i16)
	CASE(DT_INT32, w_i32)
	CASE(DT_INT64, w_i64)
	CASE(DT_UINT8, w_u8)
	CASE(DT_UINT16, w_u16)
	CASE(DT_UINT32, w_u32)
	CASE(DT_UINT64, w_u64)
	default:
	CASE(DT_FLOAT, w_f32)
#undef CASE
	}
}

/* Three dimensions: every pixel within 1e-5 of the maximum gets the gradient. */
static void near_max(const struct pg *p, int64_t b, int64_t o, const struct span *s)
{
	const float *x = p->x, *y = (const float *)p->y + o * p->c, *dy = (const float *)p->dy + o * p->c;
	float *dx = p->dx, least = rounded(p->low, 1e-5f);

	for (int64_t z = s[0].at; z < s[0].at + s[0].n; z++)
		for (int64_t r = s[1].at; r < s[1].at + s[1].n; r++)
			for (int64_t q = s[2].at; q < s[2].at + s[2].n; q++) {
				int64_t at = pixel_of(p, b, z, r, q) * p->c;

				for (int64_t ch = 0; ch < p->c; ch++, at++)
					if (fabsf(rounded(p->low, x[at] - y[ch])) < least)
						dx[at] = rounded(p->low, dx[at] + dy[ch]);
			}
}

#define SPREAD(T, name, ROUND) \
	static void name(const struct pg *p, int64_t b, int64_t o, const struct span *s) \
	{ \
		const T *dy = (const T *)p->dy + o * p->c; \
		T *dx = p->dx, part = (T)ROUND(p->low, (T)(1.0 / (double)(s[0].n * s[1].n * s[2].n))); \
		for (int64_t z = s[0].at; z < s[0].at + s[0].n; z++) \
			for (int64_t r = s[1].at; r < s[1].at + s[1].n; r++) \
				for (int64_t q = s[2].at; q < s[2].at + s[2].n; q++) { \
					T *to = dx + pixel_of(p, b, z, r, q) * p->c; \
					for (int64_t ch = 0; ch < p->c; ch++) { \
						T v = (T)ROUND(p->low, dy[ch] * part); \
						to[ch] = (T)ROUND(p->low, to[ch] + v); \
					} \
				} \
	}
SPREAD(float, spread_f32, rounded)
SPREAD(double, spread_f64, PLAIN)

/* ---- all windows, in the order in which TensorFlow adds ---- */

static bool windows_run(struct op_ctx *c, const struct pg *p, window_fn fn,
			struct span (*span)(const struct pg *p, int d, int64_t o))
{
	bool last_first = p->nd == 3;	/* three dimensions: by columns, rows, planes */
	int64_t a[3] = { p->out[0], p->out[1], p->out[2] }, total = a[0] * a[1] * a[2];

	for (int64_t b = 0; b < p->n; b++)
		for (int64_t i = 0; i < total; i++) {
			int64_t z = last_first ? i % a[0] : 0, y = last_first ? i / a[0] % a[1] : i / a[2];
			int64_t x = last_first ? i / a[0] / a[1] : i % a[2];
			struct span s[3] = { span(p, 0, z), span(p, 1, y), span(p, 2, x) };

			if ((i & 1023) == 0 && !c->world->go_on(c->world_ctx, c->err))
				return false;
			fn(p, b, ((b * a[0] + z) * a[1] + y) * a[2] + x, s);
		}
	return true;
}

/* ---- attributes ---- */

static const struct kind *kind_of(const struct op_ctx *c)
{
	return c->row->data;
}

static bool channels_first(const struct op_ctx *c)
{
	struct sv format = SV("NHWC");

	node_attr_str(c->node, "data_format", &format);
	return format.n > 1 && format.p[1] == 'C';
}

static bool format_ok(struct op_ctx *c)
{
	const struct kind *k = kind_of(c);

	if (!channels_first(c))
		return true;
	return op_invalid(c, "Default %s only supports N%sHWC on device type CPU", k->class, k->nd == 3 ? "D" : "");
}

static bool one_list(struct op_ctx *c, const char *attr, int input, int64_t *to)
{
	const struct kind *k = kind_of(c);
	const struct attr_value *v;
	uint32_t n = 0;

	if (k->attrs_at) {
		if (c->in[input]->n != k->nd + 2)
			return op_invalid(c, "Sliding window %s field must specify 4 dimensions", attr);
		for (int i = 0; i < k->nd + 2; i++)
			to[i] = tensor_get_i64(c->in[input], i);
		return true;
	}
	if (!node_attr_list(c->node, attr, &v, &n) || n != (uint32_t)k->nd + 2)
		return op_invalid(c, "Sliding window %s field must specify %d dimensions",
				  k->nd == 3 && attr[0] == 's' ? "stride" : attr, k->nd + 2);
	for (int i = 0; i < k->nd + 2; i++)
		to[i] = v[i].i;
	return true;
}

static bool explicit_paddings(struct op_ctx *c, struct pg *p)
{
	const struct attr_value *v;
	uint32_t n = 0;

	if (p->pad != PAD_EXPLICIT)
		return true;
	if (!node_attr_list(c->node, "explicit_paddings", &v, &n) || n != 8)
		return op_invalid(c, "explicit_paddings attribute must contain 8 values, but got: %u", n);
	for (int i = 1; i < 3; i++) {
		p->before[i] = v[2 * i].i;
		p->after[i] = v[2 * i + 1].i;
	}
	return true;
}

/* ksize and strides, whose dims of batch and depth are one; deep: depth is looked at now. */
static bool windows_read(struct op_ctx *c, struct pg *p, bool deep)
{
	const struct kind *k = kind_of(c);
	int64_t ks[5], st[5];
	int nd = p->nd = k->nd, depth = channels_first(c) ? 1 : nd + 1;

	if (!padding_attr(c->node, &p->pad, c->err) || !one_list(c, "ksize", k->attrs_at, ks) ||
	    !one_list(c, "strides", k->attrs_at + 1, st) || !explicit_paddings(c, p))
		return false;
	if (ks[0] != 1 || st[0] != 1)
		return op_fail(c, ERR_UNIMPLEMENTED, "Pooling is not yet supported on the batch dimension.");
	if (k->late_depth && deep && ks[depth] != 1)
		return op_fail(c, ERR_UNIMPLEMENTED, "Non-spatial pooling is not yet supported. Volunteers? :)");
	if (!k->late_depth && deep && (ks[depth] != 1 || st[depth] != 1))
		return op_fail(c, ERR_UNIMPLEMENTED, "%s is not yet supported on the depth dimension.", k->deep);
	for (int i = 0; i < 3; i++) {
		int at = i - (3 - nd);

		p->k[i] = at < 0 ? 1 : ks[1 + at];
		p->stride[i] = at < 0 ? 1 : st[1 + at];
		p->in[i] = p->out[i] = 1;
		if (p->stride[i] > INT32_MAX || p->k[i] > INT32_MAX)
			return op_invalid(c, "window of %lld with stride %lld is out of range", (long long)p->k[i],
					  (long long)p->stride[i]);
	}
	return true;
}

/* The image's dims, and the extents of the pooling's output. */
static bool sizes(struct op_ctx *c, struct pg *p, const int64_t *dim)
{
	p->n = dim[0];
	p->c = dim[p->nd + 1];
	for (int i = 3 - p->nd; i < 3; i++) {
		p->in[i] = dim[i + p->nd - 2];
		if (p->stride[i] <= 0)
			return op_invalid(c, "Stride must be > 0, but got %lld", (long long)p->stride[i]);
		if (p->k[i] <= 0)
			return op_invalid(c, "Sliding window ksize must be positive.");
		if (!window_size(c, p->in[i], p->k[i], 1, p->stride[i], p->pad, &p->out[i], &p->before[i],
				 &p->after[i]))
			return false;
	}
	return true;
}

/* Input i must have the pooling's output shape, or with `in` its input's. */
static bool shape_is(struct op_ctx *c, const struct pg *p, int i, const char *name, bool in)
{
	const struct tensor *t = c->in[i];
	int64_t dim[5] = { p->n };

	for (int d = 0; d < p->nd; d++)
		dim[d + 1] = in ? p->in[d + 3 - p->nd] : p->out[d + 3 - p->nd];
	dim[p->nd + 1] = p->c;
	if (t->rank == p->nd + 2 && !memcmp(t->dim, dim, (size_t)t->rank * sizeof(*dim)))
		return true;
	return op_invalid(c, "Expected %s shape to be %s, but got %s", name, op_shape(c, p->nd + 2, dim),
			  op_in_shape(c, i));
}

static bool ranks_ok(struct op_ctx *c, int nd, const char *grad)
{
	const char *const name[] = { "tensor_in", "tensor_out", grad };

	for (int i = 0; i < 3; i++)
		if (c->in[i]->rank != nd + 2)
			return op_invalid(c, "%s must be %d-dimensional", name[i], nd + 2);
	return true;
}

/* ---- of maxima ---- */

static bool buffers(struct op_ctx *c, struct pg *p, struct tensor *out, int grad)
{
	p->low = out->dtype == DT_HALF || out->dtype == DT_BFLOAT16 ? out->dtype : DT_FLOAT;
	p->t = mm_type(out->dtype);
	p->dy = mm_in(c, grad);
	p->dx = mm_out(c, out);
	p->arg = op_temp(c, (size_t)p->c * sizeof(*p->arg) + 8);
	if (!p->dy || !p->dx || !p->arg)
		return false;
	memset(p->dx, 0, (size_t)out->n * dtype_info(p->t)->size);
	return true;
}

static bool max_run(struct op_ctx *c, struct pg *p, struct tensor *out, bool pick)
{
	p->x = mm_in(c, 0);
	p->y = mm_in(c, 1);
	if (!p->x || !p->y || !buffers(c, p, out, 2))
		return false;
	if (!windows_run(c, p,
			 pick	      ? window_find(p->t, true)
			 : p->nd == 3 ? near_max
				      : window_find(p->t, false),
			 inside))
		return false;
	mm_done(out, p->dx);
	return true;
}

static bool run_max(struct op_ctx *c)
{
	struct pg p = { 0 };
	struct tensor *out;
	int nd = kind_of(c)->nd;

	if (!format_ok(c) || (!kind_of(c)->attrs_at && !windows_read(c, &p, true)) ||
	    !ranks_ok(c, nd, "out_backprop") || (kind_of(c)->attrs_at && !windows_read(c, &p, true)) ||
	    !sizes(c, &p, c->in[0]->dim) || !shape_is(c, &p, 1, "orig_output", false) ||
	    !shape_is(c, &p, 2, "grad", false))
		return false;
	out = op_out_like(c, 0, c->in[0]);
	return out && (out->n == 0 || max_run(c, &p, out, false));
}

/* TensorFlow's three-dimensional form wants something in all of them. */
static bool none_empty(struct op_ctx *c)
{
	static const char *const name[] = { "tensor_in", "tensor_out", "out_grad_backprop" };

	for (int i = 0; i < 3; i++)
		if (c->in[i]->n == 0)
			return op_invalid(c, "received empty tensor %s: Tensor<type: %s shape: %s values: >", name[i],
					  c->in[i]->dtype == DT_FLOAT ? "float" : "bfloat16", op_in_shape(c, i));
	return true;
}

static bool planes_last(struct op_ctx *c)
{
	return !channels_first(c) ||
	       op_invalid(c, "Default MaxPooling3dGradGradOp only supportsNDHWC on CPU device type");
}

static bool run_max_max(struct op_ctx *c)
{
	struct pg p = { 0 };
	struct tensor *out;
	int nd = kind_of(c)->nd;
	bool early = !kind_of(c)->attrs_at;

	if ((nd == 2 && !format_ok(c)) || (early && !windows_read(c, &p, true)) ||
	    !ranks_ok(c, nd, "out_grad_backprop") || (nd == 3 && (!none_empty(c) || !planes_last(c))) ||
	    (!early && !windows_read(c, &p, true)) || !sizes(c, &p, c->in[0]->dim) ||
	    !shape_is(c, &p, 1, "orig_output", false) || !shape_is(c, &p, 2, "grad", true))
		return false;
	out = op_out_like(c, 0, c->in[1]);
	return out && (out->n == 0 || max_run(c, &p, out, true));
}

static bool to_argmax(struct op_ctx *c, const struct pg *p, bool batch)
{
	const int64_t *arg = c->in[2]->data;
	int64_t image = p->in[1] * p->in[2] * p->c, windows = p->out[1] * p->out[2] * p->c;

	for (int64_t i = 0; i < c->in[1]->n; i++) {
		int64_t first = i / windows * image, at = arg[i];

		if (!batch && !__builtin_add_overflow(at, first, &at) && at < 0)
			at = -1;
		if (at < first || at >= first + image)
			return op_fail(c, ERR_INVALID_ARGUMENT,
				       "Invalid input grad index: %lld, which is not within [%lld, %lld)",
				       (long long)at, (long long)first, (long long)(first + image));
		switch (p->t) {
#define CASE(DT, T, U) \
		case DT: \
			((T *)p->dx)[at] = (T)((U)((T *)p->dx)[at] + (U)((const T *)p->dy)[i]); \
			break;
		CASE(DT_DOUBLE, double, double)
		CASE(DT_INT8, int8_t, uint8_t)
		CASE(DT_INT16, int16_t, uint16_t)
		CASE(DT_INT32, int32_t, uint32_t)
		CASE(DT_INT64, int64_t, uint64_t)
		CASE(DT_UINT8, uint8_t, uint8_t)
		CASE(DT_UINT16, uint16_t, uint16_t)
		CASE(DT_UINT32, uint32_t, uint32_t)
		CASE(DT_UINT64, uint64_t, uint64_t)
#undef CASE
		default:
			((float *)p->dx)[at] = rounded(p->low, ((float *)p->dx)[at] + ((const float *)p->dy)[i]);
		}
	}
	return true;
}

static bool run_argmax(struct op_ctx *c)
{
	struct pg p = { 0 };
	struct tensor *out;
	bool batch = false;

	node_attr_bool(c->node, "include_batch_in_index", &batch);
	if (!windows_read(c, &p, false))
		return false;
	if (c->in[0]->rank != 4)
		return op_invalid(c, "tensor_in_shape must have 2 spatial dimensions. %d 0", c->in[0]->rank);
	if (!sizes(c, &p, c->in[0]->dim) || !shape_is(c, &p, 1, "grad", false) || !shape_is(c, &p, 2, "argmax", false))
		return false;
	out = op_out_like(c, 0, c->in[0]);
	if (!out || out->n == 0)
		return out != NULL;
	if (!buffers(c, &p, out, 1) || !to_argmax(c, &p, batch))
		return false;
	mm_done(out, p.dx);
	return true;
}

/* ---- of averages ---- */

static bool image_shape(struct op_ctx *c, int nd, int64_t *dim)
{
	const struct tensor *t = c->in[0];

	if (t->rank != 1 || t->n != nd + 2)
		return op_invalid(c, "%s must be 1-dimensional and %d elements", nd == 3 ? "tensor_in" : "out_backprop",
				  nd + 2);
	if (c->in[1]->rank != nd + 2)
		return op_invalid(c, "out_backprop must be %d-dimensional", nd + 2);
	for (int i = 0; i < nd + 2; i++)
		if ((dim[i] = tensor_get_i64(t, i)) < 0)
			return op_invalid(c, "Expected a non-negative size, got %lld", (long long)dim[i]);
	return true;
}

/* The gradient may have fewer windows than the pooling gave; batch and depth must be the same. */
static bool average_fits(struct op_ctx *c, struct pg *p)
{
	const int64_t *dy = c->in[1]->dim;
	int nd = p->nd;

	for (int end = 0; end < 2; end++) {
		int at = end ? nd + 1 : 0;
		int64_t want = end ? p->c : p->n;

		if (dy[at] != want && nd == 3)
			return op_invalid(
				c,
				"Expected %s dimension of tensor_in_shape and out_backprop to match, got %lld and %lld",
				end ? "last" : "first", (long long)want, (long long)dy[at]);
		if (dy[at] != want)
			return shape_is(c, p, 1, "grad", false);
	}
	for (int i = 3 - nd; i < 3; i++) {
		p->out[i] = dy[i + nd - 2];
		if (p->out[i] > 0 && (p->out[i] - 1) * p->stride[i] > p->in[i])
			return op_invalid(c, "index * stride must be less than or equal to input size");
	}
	return true;
}

static bool run_average(struct op_ctx *c)
{
	struct pg p = { 0 };
	int64_t dim[5];
	struct tensor *out;
	int nd = kind_of(c)->nd;

	if (!format_ok(c) || !windows_read(c, &p, nd == 3) || !image_shape(c, nd, dim))
		return false;
	out = op_out(c, 0, c->in[1]->dtype, nd + 2, dim);
	if (!out || (out->n == 0 && nd == 2))
		return out != NULL;
	if (nd == 2 && !windows_read(c, &p, true))
		return false;
	if (!sizes(c, &p, dim) || !average_fits(c, &p))
		return false;
	if (out->n == 0 || c->in[1]->n == 0) {
		memset(out->data, 0, out->bytes);
		return true;
	}
	if (!buffers(c, &p, out, 1) || !windows_run(c, &p, p.t == DT_DOUBLE ? spread_f64 : spread_f32, span_of))
		return false;
	mm_done(out, p.dx);
	return true;
}

static const struct kind
	average2 = { "AvgPoolingGradOp", "", 2, 0, true },
	average3 = { "AvgPooling3dGradOp", "Pooling", 3, 0, false },
	max2 = { "MaxPoolingGradOp", "MaxPoolingGrad", 2, 0, false },
	max2_inputs = { "MaxPoolingGradOp", "MaxPoolingGrad", 2, 3, false },
	max3 = { "MaxPooling3dGradOp", "Pooling", 3, 0, false },
	max_max2 = { "MaxPoolingGradGradOp", "MaxPoolingGradGrad", 2, 0, false },
	max_max2_inputs = { "MaxPoolingGradGradOp", "MaxPoolingGrad", 2, 3, false },
	max_max3 = { "MaxPooling3dGradGradOp", "MaxPooling3dGradGrad", 3, 0, false };

#define DM_MAX3 (DM(DT_FLOAT) | DM(DT_BFLOAT16))
#define DM_MAX (DM_FLOATS | DM_INTS | DM_UINTS)
#define ROW(op, n, mask, fn, what) \
	{ .name = op, .n_in = n, .n_out = 1, .types = { { "T", mask } }, .run = fn, .data = &what }
static const struct op_row rows[] = {
	ROW("AvgPool3DGrad", 2, DM_MAX3, run_average, average3),
	ROW("AvgPoolGrad", 2, DM_FLOATS, run_average, average2),
	{ .name = "MaxPool3DGrad",
	  .n_in = 3,
	  .n_out = 1,
	  .types = { { "T", DM_MAX3 }, { "TInput", DM_MAX3 } },
	  .run = run_max,
	  .data = &max3 },
	ROW("MaxPool3DGradGrad", 3, DM_MAX3, run_max_max, max_max3),
	ROW("MaxPoolGrad", 3, DM_MAX, run_max, max2),
	ROW("MaxPoolGradGrad", 3, DM_MAX, run_max_max, max_max2),
	ROW("MaxPoolGradGradV2", 5, DM_MAX, run_max_max, max_max2_inputs),
	ROW("MaxPoolGradV2", 5, DM_MAX, run_max, max2_inputs),
	{ .name = "MaxPoolGradWithArgmax",
	  .n_in = 3,
	  .n_out = 1,
	  .types = { { "T", DM_MAX }, { "Targmax", DM(DT_INT64) } },
	  .run = run_argmax,
	  .data = &max2 },
};

OP_FAMILY(family_pool_grad, rows);
