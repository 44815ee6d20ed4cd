/*
 * Pooling over channels-last images of two or three spatial dimensions (the first of three is one for a
 * two-dimensional op): the largest value or the average of the window's pixels that are inside.
 */
#include <float.h>
#include <string.h>

#include "ops/kernel.h"
#include "ops/loops.h"
#include "ops/mm.h"

struct pooling {
	enum dtype t;			/* what is computed in */
	int nd;
	int64_t n, c, depth;		/* depth: channels of one output, 1 for pooling over space */
	int64_t in[3], k[3], stride[3], out[3], before[3], after[3];
	enum padding pad;
	bool max, batch_index;
	int64_t first;			/* the row that tile's numbers count from */
	const void *x;
	void *y;
	int64_t *arg;
};

/* ---- one row of output pixels ---- */

struct window {
	int64_t z0, z1, y0, y1, x0, x1;
};

static void clip(const struct pooling *p, int i, int64_t o, int64_t *from, int64_t *to)
{
	*from = o * p->stride[i] - p->before[i];
	*to = *from + p->k[i] < p->in[i] ? *from + p->k[i] : p->in[i];
	*from = *from < 0 ? 0 : *from;
}

#define POOL(T, name, LOWEST) \
	static void name##_max(const struct pooling *p, const T *img, const struct window *w, T *y) \
	{ \
		for (int64_t ch = 0; ch < p->c; ch++) \
			y[ch] = LOWEST; \
		for (int64_t z = w->z0; z < w->z1; z++) \
			for (int64_t r = w->y0; r < w->y1; r++) \
				for (int64_t x = w->x0; x < w->x1; x++) { \
					const T *px = img + ((z * p->in[1] + r) * p->in[2] + x) * p->c; \
					for (int64_t ch = 0; ch < p->c; ch++) \
						y[ch] = px[ch] > y[ch] ? px[ch] : y[ch]; \
				} \
	} \
	static void name##_arg(const struct pooling *p, const T *img, const struct window *w, T *y, int64_t *arg, \
			       int64_t base) \
	{ \
		for (int64_t ch = 0; ch < p->c; ch++) { \
			y[ch] = LOWEST; \
			arg[ch] = -1; \
		} \
		for (int64_t r = w->y0; r < w->y1; r++) \
			for (int64_t x = w->x0; x < w->x1; x++) \
				for (int64_t ch = 0; ch < p->c; ch++) { \
					int64_t at = (r * p->in[2] + x) * p->c + ch; \
					if (arg[ch] >= 0 && !(y[ch] < img[at])) \
						continue; \
					y[ch] = img[at]; \
					arg[ch] = base + at; \
				} \
	} \
	static void name##_deep(const struct pooling *p, const T *px, T *y) \
	{ \
		for (int64_t ch = 0; ch < p->c; ch += p->depth) { \
			T best = px[ch]; \
			for (int64_t i = 1; i < p->depth; i++) \
				best = px[ch + i] > best ? px[ch + i] : best; \
			*y++ = best; \
		} \
	}
POOL(float, pool_f32, -FLT_MAX)
POOL(double, pool_f64, -DBL_MAX)
POOL(int8_t, pool_i8, INT8_MIN)
POOL(int16_t, pool_i16, INT16_MIN)
POOL(int32_t, pool_i32, INT32_MIN)
POOL(int64_t, pool_i64, INT64_MIN)
POOL(uint8_t, pool_u8, 0)
POOL(uint16_t, pool_u16, 0)
POOL(uint32_t, pool_u32, 0)
POOL(uint64_t, pool_u64, 0)

#define AVERAGE(T, name) \
	static void name(const struct pooling *p, const T *img, const struct window *w, T *y) \
	{ \
		T count = (T)((w->z1 - w->z0) * (w->y1 - w->y0) * (w->x1 - w->x0)); \
		for (int64_t ch = 0; ch < p->c; ch++) \
			y[ch] = 0; \
		for (int64_t z = w->z0; z < w->z1; z++) \
			for (int64_t r = w->y0; r < w->y1; r++) \
				for (int64_t x = w->x0; x < w->x1; x++) { \
					const T *px = img + ((z * p->in[1] + r) * p->in[2] + x) * p->c; \
					for (int64_t ch = 0; ch < p->c; ch++) \
						y[ch] += px[ch]; \
				} \
		for (int64_t ch = 0; ch < p->c; ch++) \
			y[ch] /= count; \
	}
AVERAGE(float, average_f32)
AVERAGE(double, average_f64)

#define CASE(DT, T, name) \
	case DT: \
		if (p->depth > 1) \
			name##_deep(p, (const T *)p->x + pixel * p->c, (T *)p->y + pixel * (p->c / p->depth)); \
		else if (p->arg) \
			name##_arg(p, (const T *)p->x + image, w, (T *)p->y + pixel * p->c, p->arg + pixel * p->c, \
				   p->batch_index ? image : 0); \
		else \
			name##_max(p, (const T *)p->x + image, w, (T *)p->y + pixel * p->c); \
		break;

static void one_pixel(const struct pooling *p, int64_t b, int64_t pixel, const struct window *w)
{
	int64_t image = b * p->in[0] * p->in[1] * p->in[2] * p->c;

	if (p->t == DT_FLOAT && p->depth <= 1 && !p->arg && w->z1 - w->z0 == 1) {
		const float *from =
			(const float *)p->x + image + ((w->z0 * p->in[1] + w->y0) * p->in[2] + w->x0) * p->c;

		loops()->pool_f32((float *)p->y + pixel * p->c, from, w->y1 - w->y0, w->x1 - w->x0, p->in[2] * p->c,
				  p->c, p->max);
		return;
	}
	if (!p->max && p->t == DT_FLOAT) {
		average_f32(p, (const float *)p->x + image, w, (float *)p->y + pixel * p->c);
		return;
	}
	if (!p->max) {
		average_f64(p, (const double *)p->x + image, w, (double *)p->y + pixel * p->c);
		return;
	}
	switch (p->t) {
	CASE(DT_FLOAT, float, pool_f32)
	CASE(DT_DOUBLE, double, pool_f64)
	CASE(DT_INT8, int8_t, pool_i8)
	CASE(DT_INT16, int16_t, pool_i16)
	CASE(DT_INT32, int32_t, pool_i32)
	CASE(DT_INT64, int64_t, pool_i64)
	CASE(DT_UINT8, uint8_t, pool_u8)
	CASE(DT_UINT16, uint16_t, pool_u16)
	CASE(DT_UINT32, uint32_t, pool_u32)
	default:
	CASE(DT_UINT64, uint64_t, pool_u64)
	}
}

static void tile(void *ctx, int64_t from, int64_t to)
{
	const struct pooling *p = ctx;
	struct window w;

	for (int64_t r = p->first + from; r < p->first + to; r++) {
		int64_t oy = r % p->out[1], oz = r / p->out[1] % p->out[0], b = r / p->out[1] / p->out[0];

		clip(p, 0, oz, &w.z0, &w.z1);
		clip(p, 1, oy, &w.y0, &w.y1);
		for (int64_t ox = 0; ox < p->out[2]; ox++) {
			clip(p, 2, ox, &w.x0, &w.x1);
			one_pixel(p, b, r * p->out[2] + ox, &w);
		}
	}
}

/* ---- attributes ---- */

/* ksize and strides: attrs, or inputs 1 and 2 of MaxPoolV2. */
static bool list(struct op_ctx *c, const char *attr, int input, int nd, int64_t *to)
{
	const struct attr_value *v;
	uint32_t n = 0;

	if (c->n_in > 1) {
		if (c->in[input]->n != nd + 2)
			return op_invalid(c, input == 1 ? "Sliding window ksize field must specify 4 dimensions" :
					  "Sliding window stride field must specify 4 dimensions");
		for (int i = 0; i < nd + 2; i++)
			to[i] = tensor_get_i64(c->in[input], i);
		return true;
	}
	if (!node_attr_list(c->node, attr, &v, &n) || n != (uint32_t)nd + 2)
		return op_invalid(c, "Sliding window %s field must specify %d dimensions",
				  input == 1 ? "ksize" : "stride", nd + 2);
	for (int i = 0; i < nd + 2; i++)
		to[i] = v[i].i;
	return true;
}

static bool explicit_paddings(struct op_ctx *c, struct pooling *p)
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

/* Pooling over channels: windows side by side, and not over space at the same time. */
static bool over_depth(struct op_ctx *c, struct pooling *p, const int64_t *k, const int64_t *s)
{
	if (k[1] != 1 || k[2] != 1)
		return op_fail(c, ERR_UNIMPLEMENTED, "MaxPooling supports exactly one of pooling across depth or "
			       "pooling across width/height.");
	if (k[3] < 1 || p->c % k[3])
		return op_fail(c, ERR_UNIMPLEMENTED, "Depthwise max pooling requires the depth window to evenly divide "
			       "the input depth");
	if (s[3] != k[3])
		return op_fail(c, ERR_UNIMPLEMENTED, "Depthwise max pooling requires the depth window to equal the "
			       "depth stride");
	p->depth = k[3];
	for (int i = 0; i < 3; i++)
		p->out[i] = p->in[i];
	return true;
}

static bool attrs(struct op_ctx *c, struct pooling *p, int64_t *k, int64_t *s)
{
	struct sv format = SV("NHWC");
	int nd = p->nd;

	node_attr_str(c->node, "data_format", &format);
	if (format.n > 1 && format.p[1] == 'C')
		return nd == 2 ? op_invalid(c, "Default %sOp only supports NHWC on device type CPU",
					    p->max ? "MaxPooling" : "AvgPooling") :
				 op_invalid(c, "Default Pooling3DOp only supports NDHWC on device type CPU");
	if (!padding_attr(c->node, &p->pad, c->err) || !list(c, "ksize", 1, nd, k) || !list(c, "strides", 2, nd, s) ||
	    !explicit_paddings(c, p))
		return false;
	for (int i = 0; i < nd + 2; i++)
		if (k[i] <= 0 && c->n_in > 1)
			return op_invalid(c, "Sliding window ksize must be positive.");
		else if (s[i] <= 0 && c->n_in > 1)
			return op_invalid(c, "Stride must be > 0, but got %lld", (long long)s[i]);
		else if (k[i] <= 0 || k[i] > INT32_MAX || s[i] <= 0 || s[i] > INT32_MAX)
			return op_invalid(c, "Sliding window %s for dimension %d was zero.",
					  k[i] <= 0 || k[i] > INT32_MAX ? "ksize" : "strides", i);
	if (k[0] != 1 || s[0] != 1)
		return op_fail(c, ERR_UNIMPLEMENTED, "Pooling is not yet supported on the batch dimension.");
	return true;
}

static bool setup(struct op_ctx *c, struct pooling *p)
{
	const struct tensor *x = c->in[0];
	int64_t k[5], s[5];
	int nd = p->nd;

	if (!attrs(c, p, k, s))
		return false;
	if (x->rank != nd + 2)
		return nd == 3 ? op_invalid(c, "tensor_in must be 5-dimensional") :
		       c->n_out > 1 ? op_invalid(c, "tensor_in must be 4-dimensional (2)") :
		       op_invalid(c, "tensor_in_shape must have 2 spatial dimensions. %d 0", x->rank);
	p->n = x->dim[0];
	p->c = x->dim[nd + 1];
	p->depth = 1;
	for (int i = 0; i < 3; i++) {
		int at = i - (3 - nd);

		p->in[i] = at < 0 ? 1 : x->dim[1 + at];
		p->k[i] = at < 0 ? 1 : k[1 + at];
		p->stride[i] = at < 0 ? 1 : s[1 + at];
		p->out[i] = 1;
	}
	if (nd == 3 && (k[4] != 1 || s[4] != 1))
		return op_fail(c, ERR_UNIMPLEMENTED, "Pooling is not yet supported on the depth dimension.");
	if (k[3] != 1 && nd == 2)
		return over_depth(c, p, k, s) && (p->max || op_fail(c, ERR_UNIMPLEMENTED,
			"Non-spatial pooling is not yet supported. Volunteers? :)"));
	for (int i = 3 - nd; i < 3; i++)
		if (!window_size(c, p->in[i], p->k[i], 1, p->stride[i], p->pad, &p->out[i], &p->before[i],
				 &p->after[i]))
			return false;
	return true;
}

static struct tensor *output(struct op_ctx *c, const struct pooling *p, int i, enum dtype t)
{
	int64_t dim[5] = { p->n };

	for (int d = 0; d < p->nd; d++)
		dim[d + 1] = p->out[3 - p->nd + d];
	dim[p->nd + 1] = p->c / p->depth;
	return op_out(c, i, t, p->nd + 2, dim);
}

static bool arguments(struct op_ctx *c, struct pooling *p)
{
	enum dtype t = DT_INT64;
	struct tensor *arg;

	node_attr_type(c->node, "Targmax", &t);
	node_attr_bool(c->node, "include_batch_in_index", &p->batch_index);
	arg = output(c, p, 1, t);
	if (!arg)
		return false;
	p->arg = t == DT_INT64 ? arg->data : op_temp(c, (size_t)arg->n * sizeof(*p->arg));
	return p->arg != NULL;
}

/* Some rows at a time, asking between whether to go on. */
static bool rows_run(struct op_ctx *c, struct pooling *p)
{
	double row = (double)p->out[2] * (double)p->c;
	int64_t rows = p->n * p->out[0] * p->out[1], step;

	for (int i = 0; i < 3; i++)
		row *= (double)(p->k[i] < p->in[i] ? p->k[i] : p->in[i]);
	step = (int64_t)(1e9 / (row + 1)) + 1;
	for (p->first = 0; p->first < rows; p->first += step) {
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		tiles_run(rows - p->first < step ? rows - p->first : step, 1 + (int64_t)(TILE_ELEMS / (row + 1)), tile,
			  p);
	}
	return true;
}

static bool run_pool(struct op_ctx *c)
{
	struct pooling p = { .nd = strstr(c->row->name, "3D") ? 3 : 2, .max = c->row->name[0] == 'M' };
	struct tensor *out;

	p.t = mm_type(c->in[0]->dtype);
	if (!setup(c, &p))
		return false;
	out = output(c, &p, 0, c->in[0]->dtype);
	if (!out || (c->n_out > 1 && !arguments(c, &p)))
		return false;
	if (out->n == 0)
		return true;
	p.x = mm_in(c, 0);
	p.y = mm_out(c, out);
	if (!p.x || !p.y || !rows_run(c, &p))
		return false;
	mm_done(out, p.y);
	if (p.arg && c->out[1]->dtype == DT_INT32)
		for (int64_t i = 0; i < out->n; i++)
			((int32_t *)c->out[1]->data)[i] = (int32_t)p.arg[i];
	return true;
}

#define DM_MAX3 (DM(DT_FLOAT) | DM(DT_BFLOAT16))
#define DM_MAX (DM_FLOATS | DM_INTS | DM(DT_UINT8) | DM(DT_UINT16))
static const struct op_row rows[] = {
	{ .name = "AvgPool", .n_in = 1, .n_out = 1, .types = { { "T", DM_FLOATS } }, .run = run_pool },
	{ .name = "AvgPool3D", .n_in = 1, .n_out = 1, .types = { { "T", DM_MAX3 } }, .run = run_pool },
	{ .name = "MaxPool", .n_in = 1, .n_out = 1, .types = { { "T", DM_MAX } }, .run = run_pool },
	{ .name = "MaxPool3D", .n_in = 1, .n_out = 1, .types = { { "T", DM_MAX3 } }, .run = run_pool },
	{ .name = "MaxPoolV2", .n_in = 3, .n_out = 1, .types = { { "T", DM_MAX } }, .run = run_pool },
	{ .name = "MaxPoolWithArgmax", .n_in = 1, .n_out = 2, .types = { { "T", DM_REAL }, { "Targmax", DM_INDEX } },
	  .run = run_pool },
};

OP_FAMILY(family_pool, rows);
