/* ExtractImagePatches, ExtractVolumePatches, ExtractGlimpse, Dilation2D. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "ops/conv.h"
#include "ops/mm.h"

/* A list attr of four numbers, one at both ends; TensorFlow's complaints name it. */
static bool four(struct op_ctx *c, const char *attr, int64_t *h, int64_t *w)
{
	const struct attr_value *v;
	uint32_t n = 0;

	if (!node_attr_list(c->node, attr, &v, &n) || n != 4)
		return op_invalid(c, "Sliding window %s field must specify 4 dimensions", attr);
	if (v[0].i != 1 || v[3].i != 1)
		return op_fail(c, ERR_UNIMPLEMENTED, "Only support %s across space.", attr);
	*h = v[1].i;
	*w = v[2].i;
	if (*h < 1 || *w < 1)
		return op_invalid(c, "%s is OutOfRange", attr);
	return true;
}

/* ---- ExtractImagePatches: a convolution's patches as they are ---- */

struct patch_job {
	struct conv k;
	const void *x;
	char *y;
};

static void patch_tile(void *ctx, int64_t from, int64_t to)
{
	const struct patch_job *j = ctx;

	conv_patches(&j->k, 0, j->x, j->y + (size_t)(from * j->k.row) * j->k.size, from, to);
}

static bool run_patches(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct patch_job j = { 0 };
	struct conv *k = &j.k;
	enum padding pad;
	struct tensor *out;

	*k = (struct conv){ .nd = 2, .groups = 1, .in = { 1, 1, 1 }, .f = { 1, 1, 1 }, .out = { 1, 1, 1 },
			    .stride = { 1, 1, 1 }, .dil = { 1, 1, 1 } };
	if (!padding_attr(c->node, &pad, c->err) || !four(c, "ksizes", &k->f[1], &k->f[2]) ||
	    !four(c, "strides", &k->stride[1], &k->stride[2]) || !four(c, "rates", &k->dil[1], &k->dil[2]))
		return false;
	if (x->rank != 4)
		return op_invalid(c, "input must be 4-dimensional%s", op_in_shape(c, 0));
	k->n = x->dim[0];
	k->in[1] = x->dim[1];
	k->in[2] = x->dim[2];
	k->c = k->fc = x->dim[3];
	k->size = dtype_info(x->dtype)->size;
	if (!conv_windows(c, k, pad))
		return false;
	if (__builtin_mul_overflow(k->f[1], k->f[2], &k->row) || __builtin_mul_overflow(k->row, k->c, &k->row))
		return op_invalid(c, "ExtractImagePatches: window is out of range");
	out = op_out(c, 0, x->dtype, 4, (int64_t[]){ k->n, k->out[1], k->out[2], k->row });
	if (!out || out->n == 0)
		return out != NULL;
	j.x = x->data;
	j.y = out->data;
	tiles_run(k->n * k->out[1] * k->out[2], 1 + TILE_ELEMS / (k->row + 1), patch_tile, &j);
	return true;
}

/* ---- ExtractVolumePatches: the same of volumes ---- */

static bool five(struct op_ctx *c, const char *attr, int64_t *to)
{
	const struct attr_value *v;
	uint32_t n = 0;

	if (!node_attr_list(c->node, attr, &v, &n) || n != 5)
		return op_invalid(c, "Sliding window %s field must specify 5 dimensions", attr);
	if (v[0].i != 1 || v[4].i != 1)
		return op_fail(c, ERR_UNIMPLEMENTED, "Only support %s across space.", attr);
	for (int i = 0; i < 3; i++)
		if ((to[i] = v[i + 1].i) < 1)
			return op_fail(c, ERR_OUT_OF_RANGE, "%s is out of range.", attr);
	return true;
}

static bool run_volume(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct patch_job j = { .k = { .nd = 3, .groups = 1, .dil = { 1, 1, 1 } } };
	struct conv *k = &j.k;
	enum padding pad;
	struct tensor *out;

	if (!padding_attr(c->node, &pad, c->err) || !five(c, "ksizes", k->f) || !five(c, "strides", k->stride))
		return false;
	if (x->rank != 5)
		return op_invalid(c, "input must be 5-dimensional%s", op_in_shape(c, 0));
	k->n = x->dim[0];
	k->c = k->fc = k->row = x->dim[4];
	k->size = dtype_info(x->dtype)->size;
	for (int i = 0; i < 3; i++) {
		k->in[i] = x->dim[i + 1];
		if (__builtin_mul_overflow(k->row, k->f[i], &k->row))
			return op_invalid(c, "ExtractVolumePatches: window is out of range");
	}
	if (!conv_windows(c, k, pad))
		return false;
	out = op_out(c, 0, x->dtype, 5, (int64_t[]){ k->n, k->out[0], k->out[1], k->out[2], k->row });
	if (!out || out->n == 0)
		return out != NULL;
	j.x = x->data;
	j.y = out->data;
	tiles_run(k->n * k->out[0] * k->out[1] * k->out[2], 1 + TILE_ELEMS / (k->row + 1), patch_tile, &j);
	return true;
}

/* ---- ExtractGlimpse ---- */

/* Where a glimpse's first pixel lies, along one dimension. */
static int64_t glimpse_at(float at, int64_t in, int64_t size, bool normalized, bool centered, bool v1)
{
	float extent = (float)in, half = (float)size / 2.0f;

	if (normalized)
		at *= extent;
	if (v1 || normalized) {
		if (centered)
			at = at / 2.0f + extent / 2.0f;
		if (v1 || centered)
			at -= half;
	} else if (centered) {
		at += extent / 2.0f;
	}
	return at >= -1e15f && at <= 1e15f ? (int64_t)at : INT64_C(1) << 50;
}

enum noise { ZERO, UNIFORM, GAUSSIAN };

/* TensorFlow's noise comes from the clock; so does ours, from the session's seed. */
static float noise(enum noise kind, uint64_t *s)
{
	float u, v;

	if (kind == ZERO)
		return 0;
	*s = *s * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	u = (float)(*s >> 40) * 0x1p-24f;
	if (kind == UNIFORM)
		return u;
	*s = *s * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	v = (float)(*s >> 40) * 0x1p-24f;
	return sqrtf(-2 * logf(u + 0x1p-25f)) * cosf(6.2831853f * v);
}

static bool noise_kind(struct op_ctx *c, enum noise *kind)
{
	struct sv s = SV("");
	bool uniform = true;

	node_attr_bool(c->node, "uniform_noise", &uniform);
	node_attr_str(c->node, "noise", &s);
	if (uniform && s.n && !sv_is(s, "uniform"))
		return op_invalid(c, "The uniform_noise and noise could not be specified at the same time");
	if (s.n && !sv_is(s, "uniform") && !sv_is(s, "gaussian") && !sv_is(s, "zero"))
		return op_invalid(c, "The noise could only be uniform, gaussian, or zero, got%.*s", SV_ARG(s));
	*kind = sv_is(s, "zero") ? ZERO : uniform || sv_is(s, "uniform") ? UNIFORM : GAUSSIAN;
	return true;
}

static bool glimpse_checks(struct op_ctx *c)
{
	if (c->in[0]->rank != 4)
		return op_invalid(c, "input must be 4-dimensional (batch_size, height, width, depth)%s",
				  op_in_shape(c, 0));
	if (c->in[1]->rank != 1 || c->in[1]->n != 2)
		return op_invalid(c, "input must be a vector of size 2 (height, width)%s", op_in_shape(c, 1));
	if (c->in[2]->rank != 2)
		return op_invalid(c, "input must be a matrix%s", op_in_shape(c, 2));
	if (c->in[2]->dim[0] != c->in[0]->dim[0])
		return op_invalid(c, "first dimension should be batch%s", op_in_shape(c, 2));
	if (c->in[2]->dim[1] != 2)
		return op_invalid(c, "second dimension should be of size 2 (y,x)%s", op_in_shape(c, 2));
	return true;
}

static bool run_glimpse(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	bool v1 = !strcmp(c->row->name, "ExtractGlimpse"), normalized = true, centered = true;
	enum noise kind = ZERO;
	int64_t h, w;
	uint64_t seed;
	struct tensor *out;
	float *y;

	node_attr_bool(c->node, "normalized", &normalized);
	node_attr_bool(c->node, "centered", &centered);
	if (!noise_kind(c, &kind) || !glimpse_checks(c))
		return false;
	h = tensor_get_i64(c->in[1], 0);
	w = tensor_get_i64(c->in[1], 1);
	if (h < 0 || w < 0)
		return op_invalid(c, "Expected a non-negative size, got %lld", (long long)(h < 0 ? h : w));
	out = op_out(c, 0, DT_FLOAT, 4, (int64_t[]){ x->dim[0], h, w, x->dim[3] });
	if (!out || out->n == 0)
		return out != NULL;
	seed = kind == ZERO ? 0 : c->world->seed(c->world_ctx);
	y = out->data;
	for (int64_t r = 0; r < x->dim[0] * h; r++) {
		const float *off = (const float *)c->in[2]->data + r / h * 2;
		int64_t iy = glimpse_at(off[0], x->dim[1], h, normalized, centered, v1) + r % h;
		int64_t x0 = glimpse_at(off[1], x->dim[2], w, normalized, centered, v1);

		for (int64_t i = 0; i < w; i++)
			for (int64_t k = 0; k < x->dim[3]; k++) {
				bool in = iy >= 0 && iy < x->dim[1] && x0 + i >= 0 && x0 + i < x->dim[2];
				int64_t at = in ? (((r / h) * x->dim[1] + iy) * x->dim[2] + x0 + i) * x->dim[3] + k : 0;

				*y++ = in ? ((const float *)x->data)[at] : noise(kind, &seed);
			}
	}
	return true;
}

/* ---- Dilation2D: the largest sum of a pixel and the filter ---- */

#define DILATE(T, U, name, LOWEST) \
	static void name(const struct conv *k, const void *xp, const void *fp, void *yp) \
	{ \
		const T *x = xp, *f = fp; \
		T *y = yp; \
		for (int64_t p = 0; p < k->n * k->out[1] * k->out[2]; p++) \
			for (int64_t ch = 0; ch < k->c; ch++) { \
				int64_t b = p / k->out[2] / k->out[1]; \
				int64_t y0 = p / k->out[2] % k->out[1] * k->stride[1] - k->before[1]; \
				int64_t x0 = p % k->out[2] * k->stride[2] - k->before[2]; \
				T best = LOWEST; \
				for (int64_t i = 0; i < k->f[1] * k->f[2]; i++) { \
					int64_t iy = y0 + i / k->f[2] * k->dil[1], ix = x0 + i % k->f[2] * k->dil[2]; \
					T v; \
					if (iy < 0 || iy >= k->in[1] || ix < 0 || ix >= k->in[2]) \
						continue; \
					v = (T)((U)x[((b * k->in[1] + iy) * k->in[2] + ix) * k->c + ch] + (U)f[i * k->c + ch]); \
					best = v > best ? v : best; \
				} \
				*y++ = best; \
			} \
	}
DILATE(float, float, dilate_f32, -FLT_MAX)
DILATE(double, double, dilate_f64, -DBL_MAX)
DILATE(int8_t, uint32_t, dilate_i8, INT8_MIN)
DILATE(int16_t, uint32_t, dilate_i16, INT16_MIN)
DILATE(int32_t, uint32_t, dilate_i32, INT32_MIN)
DILATE(int64_t, uint64_t, dilate_i64, INT64_MIN)
DILATE(uint8_t, uint32_t, dilate_u8, 0)
DILATE(uint16_t, uint32_t, dilate_u16, 0)
DILATE(uint32_t, uint32_t, dilate_u32, 0)
DILATE(uint64_t, uint64_t, dilate_u64, 0)

static void dilate(const struct conv *k, enum dtype t, const void *x, const void *f, void *y)
{
	static void (*const by_type[DT_COUNT])(const struct conv *, const void *, const void *, void *) = {
		[DT_FLOAT] = dilate_f32, [DT_DOUBLE] = dilate_f64, [DT_INT8] = dilate_i8, [DT_INT16] = dilate_i16,
		[DT_INT32] = dilate_i32, [DT_INT64] = dilate_i64, [DT_UINT8] = dilate_u8, [DT_UINT16] = dilate_u16,
		[DT_UINT32] = dilate_u32, [DT_UINT64] = dilate_u64 };

	by_type[t](k, x, f, y);
}

static bool run_dilation(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *f = c->in[1];
	struct conv k = { .nd = 2, .in = { 1, 1, 1 }, .f = { 1, 1, 1 }, .stride = { 1, 1, 1 }, .dil = { 1, 1, 1 } };
	enum padding pad;
	const void *xp, *fp;
	struct tensor *out;
	void *y;

	if (!padding_attr(c->node, &pad, c->err) || !four(c, "strides", &k.stride[1], &k.stride[2]) ||
	    !four(c, "rates", &k.dil[1], &k.dil[2]))
		return false;
	if (x->rank != 4)
		return op_invalid(c, "input must be 4-dimensional%s", op_in_shape(c, 0));
	if (f->rank != 3)
		return op_invalid(c, "filter must be 3-dimensional: %s", op_in_shape(c, 1));
	k.n = x->dim[0];
	k.c = x->dim[3];
	if (k.c != f->dim[2])
		return op_invalid(c, "input and filter must have the same depth: %lld vs %lld", (long long)k.c,
				  (long long)f->dim[2]);
	for (int i = 1; i < 3; i++) {
		k.in[i] = x->dim[i];
		k.f[i] = f->dim[i - 1];
	}
	if (!conv_windows(c, &k, pad))
		return false;
	out = op_out(c, 0, x->dtype, 4, (int64_t[]){ k.n, k.out[1], k.out[2], k.c });
	if (!out || out->n == 0)
		return out != NULL;
	xp = mm_in(c, 0);
	fp = mm_in(c, 1);
	y = mm_out(c, out);
	if (!xp || !fp || !y)
		return false;
	dilate(&k, mm_type(x->dtype), xp, fp, y);
	mm_done(out, y);
	return true;
}

static const struct op_row rows[] = {
	{ .name = "Dilation2D", .n_in = 2, .n_out = 1, .types = { { "T", DM_REAL } }, .run = run_dilation },
	{ .name = "ExtractGlimpse", .n_in = 3, .n_out = 1, .flags = OP_RANDOM, .run = run_glimpse },
	{ .name = "ExtractGlimpseV2", .n_in = 3, .n_out = 1, .flags = OP_RANDOM, .run = run_glimpse },
	{ .name = "ExtractImagePatches", .n_in = 1, .n_out = 1, .types = { { "T", DM_NUMBER } }, .run = run_patches },
	{ .name = "ExtractVolumePatches", .n_in = 1, .n_out = 1, .types = { { "T", DM_REAL } }, .run = run_volume },
};

OP_FAMILY(family_patches, rows);
