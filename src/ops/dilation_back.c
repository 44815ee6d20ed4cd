/* Gradients of Dilation2D: each output's goes to the pixel and the place in the filter whose sum
 * was the largest. */
#include <float.h>
#include <string.h>

#include "ops/conv.h"
#include "ops/arith.h"

/* A pixel that beats nothing (NaN) is the window's first inside the image, and the filter's first
 * place. */
#define BACK(T, C, LOAD, SUM, STORE, LOWEST, name)                                                 \
	static void name(const struct conv *k, const void *xp, const void *fp, const void *dp,     \
			 void *to, bool by_filter)                                                 \
	{                                                                                          \
		const T *x = xp, *f = fp, *dy = dp;                                                \
		T *d;                                                                              \
		for (int64_t p = 0; p < k->n * k->out[1] * k->out[2]; p++)                         \
			for (int64_t ch = 0; ch < k->c; ch++, dy++) {                              \
				int64_t b = p / k->out[2] / k->out[1];                             \
				int64_t y0 =                                                       \
					p / k->out[2] % k->out[1] * k->stride[1] - k->before[1];   \
				int64_t x0 = p % k->out[2] * k->stride[2] - k->before[2];          \
				int64_t at_y = y0 < 0 ? 0 : y0, at_x = x0 < 0 ? 0 : x0, at_f = 0;  \
				C best = LOWEST;                                                   \
				for (int64_t i = 0; i < k->f[1] * k->f[2]; i++) {                  \
					int64_t iy = y0 + i / k->f[2] * k->dil[1],                 \
						ix = x0 + i % k->f[2] * k->dil[2];                 \
					C v;                                                       \
					if (iy < 0 || iy >= k->in[1] || ix < 0 || ix >= k->in[2])  \
						continue;                                          \
					v = LOAD((T)STORE(                                         \
						SUM(LOAD(x[((b * k->in[1] + iy) * k->in[2] + ix) * \
								   k->c +                          \
							   ch]),                                   \
						    LOAD(f[i * k->c + ch]))));                     \
					if (v > best)                                              \
						best = v, at_y = iy, at_x = ix, at_f = i;          \
				}                                                                  \
				if (at_y >= k->in[1] || at_x >= k->in[2])                          \
					continue;                                                  \
				d = (T *)to +                                                      \
				    (by_filter ? at_f : (b * k->in[1] + at_y) * k->in[2] + at_x) * \
					    k->c +                                                 \
				    ch;                                                            \
				*d = (T)STORE(SUM(LOAD(*d), LOAD(*dy)));                           \
			}                                                                          \
	}
#define SAME(x) (x)
#define PLUS(a, b) ((a) + (b))
#define WRAP(a, b) ((uint64_t)(a) + (uint64_t)(b))
BACK(float, float, SAME, PLUS, SAME, -FLT_MAX, back_f32)
BACK(double, double, SAME, PLUS, SAME, -DBL_MAX, back_f64)
BACK(uint16_t, float, half_to_float, PLUS, half_of_float, -65504.0f, back_f16)
BACK(uint16_t, float, bf16_to_float, PLUS, bf16_of_float, -FLT_MAX, back_bf16)
BACK(int8_t, int8_t, SAME, WRAP, SAME, INT8_MIN, back_i8)
BACK(int16_t, int16_t, SAME, WRAP, SAME, INT16_MIN, back_i16)
BACK(int32_t, int32_t, SAME, WRAP, SAME, INT32_MIN, back_i32)
BACK(int64_t, int64_t, SAME, WRAP, SAME, INT64_MIN, back_i64)
BACK(uint8_t, uint8_t, SAME, WRAP, SAME, 0, back_u8)
BACK(uint16_t, uint16_t, SAME, WRAP, SAME, 0, back_u16)
BACK(uint32_t, uint32_t, SAME, WRAP, SAME, 0, back_u32)
BACK(uint64_t, uint64_t, SAME, WRAP, SAME, 0, back_u64)

typedef void (*back_fn)(const struct conv *k, const void *x, const void *f, const void *dy,
			void *to, bool by_filter);
static const back_fn by_type[DT_COUNT] = {
	[DT_FLOAT] = back_f32,	   [DT_DOUBLE] = back_f64, [DT_HALF] = back_f16,
	[DT_BFLOAT16] = back_bf16, [DT_INT8] = back_i8,	   [DT_INT16] = back_i16,
	[DT_INT32] = back_i32,	   [DT_INT64] = back_i64,  [DT_UINT8] = back_u8,
	[DT_UINT16] = back_u16,	   [DT_UINT32] = back_u32, [DT_UINT64] = back_u64};

static bool spatial(struct op_ctx *c, const char *attr, const char *what, int64_t *to)
{
	const struct attr_value *v;
	uint32_t n = 0;

	if (!node_attr_list(c->node, attr, &v, &n) || n != 4)
		return op_invalid(c, "Sliding window %s field must specify 4 dimensions", attr);
	if (v[0].i != 1 || v[3].i != 1)
		return op_fail(c, ERR_UNIMPLEMENTED,
			       "%s is only supported across spatial dimensions.", what);
	to[1] = v[1].i;
	to[2] = v[2].i;
	return true;
}

/* A rate of 0 puts a filter's places on one another. */
static bool windows(struct op_ctx *c, struct conv *k, enum padding pad)
{
	for (int i = 1; i < 3; i++) {
		bool flat = k->dil[i] == 0 && k->f[i] > 0;

		if (!window_size(c, k->in[i], flat ? 1 : k->f[i], flat ? 1 : k->dil[i],
				 k->stride[i], pad, &k->out[i], &k->before[i], &k->after[i]))
			return false;
	}
	return true;
}

static bool setup(struct op_ctx *c, struct conv *k)
{
	const struct tensor *x = c->in[0], *f = c->in[1];
	enum padding pad;

	*k = (struct conv){
		.nd = 2, .in = {1, 1, 1}, .f = {1, 1, 1}, .stride = {1, 1, 1}, .dil = {1, 1, 1}};
	if (!padding_attr(c->node, &pad, c->err) || !spatial(c, "strides", "Stride", k->stride) ||
	    !spatial(c, "rates", "Rate", k->dil))
		return false;
	if (x->rank != 4)
		return op_invalid(c, "input must be 4-dimensional%s", op_in_shape(c, 0));
	if (f->rank != 3)
		return op_invalid(c, "filter must be 3-dimensional: %s", op_in_shape(c, 1));
	k->n = x->dim[0];
	k->c = x->dim[3];
	if (k->c != f->dim[2])
		return op_invalid(c, "input and filter must have the same depth: %lld vs %lld",
				  (long long)k->c, (long long)f->dim[2]);
	for (int i = 1; i < 3; i++) {
		k->in[i] = x->dim[i];
		k->f[i] = f->dim[i - 1];
	}
	return windows(c, k, pad);
}

static bool run(struct op_ctx *c)
{
	const struct tensor *dy = c->in[2];
	bool by_filter = c->row->name[18] == 'F';
	struct tensor *out;
	struct conv k;

	if (!setup(c, &k))
		return false;
	if (!shape_eq(tensor_shape(dy),
		      (struct shape){4, (int64_t[]){k.n, k.out[1], k.out[2], k.c}}))
		return op_invalid(c, "out_backprop has incompatible size.");
	out = op_out_like(c, 0, c->in[by_filter]);
	if (!out || out->n == 0)
		return out != NULL;
	memset(out->data, 0, out->bytes);
	if (c->in[0]->n && c->in[1]->n && dy->n)
		by_type[out->dtype](&k, c->in[0]->data, c->in[1]->data, dy->data, out->data,
				    by_filter);
	return true;
}

static const struct op_row rows[] = {
	{.name = "Dilation2DBackpropFilter",
	 .n_in = 3,
	 .n_out = 1,
	 .types = {{"T", DM_REAL}},
	 .run = run},
	{.name = "Dilation2DBackpropInput",
	 .n_in = 3,
	 .n_out = 1,
	 .types = {{"T", DM_REAL}},
	 .run = run},
};

OP_FAMILY(family_dilation_back, rows);
