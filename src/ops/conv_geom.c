/* Convolutions: attributes, sizes, patches; see conv.h. */
#include "ops/conv.h"

#include <string.h>

#include "ops/mm.h"

/* ---- attributes ---- */

/* The list's entries of the spatial dimensions; batch and depth must be one. */
static bool spatial(const struct attr_value *v, uint32_t n, int nd, bool first, int64_t *to)
{
	for (int i = 0; i < nd; i++)
		to[3 - nd + i] = v[i + (first ? 2 : 1)].i;
	(void)n;
	return v[0].i == 1 && v[first ? 1 : nd + 1].i == 1;
}

static bool explicit_paddings(struct op_ctx *c, int nd, struct conv_attrs *a)
{
	const struct attr_value *v;
	int at = a->channels_first ? 2 : 1;
	uint32_t n;

	if (!node_attr_list(c->node, "explicit_paddings", &v, &n) || n != (uint32_t)(2 * nd + 4))
		return op_invalid(c, "explicit_paddings attribute must contain %d values, but got: %u", 2 * nd + 4, n);
	for (int i = 0; i < nd; i++) {
		a->before[3 - nd + i] = v[2 * (at + i)].i;
		a->after[3 - nd + i] = v[2 * (at + i) + 1].i;
	}
	return true;
}

bool conv_attrs_read(struct op_ctx *c, int nd, struct conv_attrs *a)
{
	const struct attr_value *v;
	uint32_t n = 0;
	bool ok;

	*a = (struct conv_attrs){ .stride = { 1, 1, 1 }, .dil = { 1, 1, 1 }, .format = SV("NHWC") };
	node_attr_str(c->node, "data_format", &a->format);
	a->channels_first = a->format.n > 1 && a->format.p[1] == 'C';
	if (!padding_attr(c->node, &a->pad, c->err))
		return false;
	if (!node_attr_list(c->node, "strides", &v, &n) || n != (uint32_t)nd + 2)
		return op_invalid(c, "Sliding window strides field must specify %d dimensions", nd + 2);
	if (!spatial(v, n, nd, a->channels_first, a->stride))
		return op_fail(
			c, nd == 2 && c->row->name[0] == 'C' ? ERR_UNIMPLEMENTED : ERR_INVALID_ARGUMENT,
			"Current implementation does not yet support strides in the batch and depth dimensions.");
	for (int i = 0; i < 3; i++)
		if (a->stride[i] <= 0)
			return op_invalid(c, nd == 2 ? "Row and column strides should be larger than 0." :
					  "Spatial strides should be larger than 0.");
	if (node_attr_list(c->node, "dilations", &v, &n) && n) {
		if (n != (uint32_t)nd + 2)
			return op_invalid(c, nd == 2 ? "Sliding window dilations field must specify 4 dimensions" :
					  "Dilation rates field must specify 5 dimensions");
		ok = spatial(v, n, nd, a->channels_first, a->dil);
		if (!ok)
			return op_fail(
				c, ERR_UNIMPLEMENTED,
				nd == 2 ? "Current implementation does not yet support dilations in the batch and depth dimensions."
					: "Current implementation does not yet support dilation rates in the batch and depth dimensions.");
		for (int i = 0; i < 3; i++)
			if (a->dil[i] <= 0)
				return op_invalid(c, "Dilated rates should be larger than 0.");
	}
	return a->pad != PAD_EXPLICIT || explicit_paddings(c, nd, a);
}

/* ---- sizes ---- */

void conv_sizes(struct conv *k, int nd, enum dtype t, const int64_t *image, const int64_t *filter,
		const struct conv_attrs *a)
{
	int pad = 3 - nd;

	*k = (struct conv){ .t = mm_type(t), .nd = nd, .n = image[0], .c = image[nd + 1], .fc = filter[nd],
			    .oc = filter[nd + 1] };
	k->size = dtype_info(k->t)->size;
	for (int i = 0; i < 3; i++) {
		k->in[i] = i < pad ? 1 : image[1 + i - pad];
		k->f[i] = i < pad ? 1 : filter[i - pad];
		k->stride[i] = a->stride[i];
		k->dil[i] = a->dil[i];
		k->before[i] = a->before[i];
		k->after[i] = a->after[i];
		k->out[i] = 1;
	}
	k->groups = k->fc ? k->c / k->fc : 1;
	k->row = k->fc;		/* sizes that a user names may overflow: then no output can be made either */
	for (int i = 0; i < 3; i++)
		if (__builtin_mul_overflow(k->row, k->f[i], &k->row))
			k->row = INT64_MAX;
}

bool conv_windows(struct op_ctx *c, struct conv *k, enum padding pad)
{
	for (int i = 3 - k->nd; i < 3; i++)
		if (!window_size(c, k->in[i], k->f[i], k->dil[i], k->stride[i], pad, &k->out[i], &k->before[i],
				 &k->after[i]))
			return false;
	return true;
}

bool conv_is_product(const struct conv *k)
{
	bool pixel = true, whole = true;

	for (int i = 0; i < 3; i++) {
		bool plain = k->before[i] == 0 && k->after[i] == 0;

		pixel = pixel && plain && k->f[i] == 1 && k->stride[i] == 1;
		whole = whole && plain && k->f[i] == k->in[i] && k->dil[i] == 1 && k->out[i] == 1;
	}
	return k->groups == 1 && (pixel || whole);
}

/* ---- patches ---- */

/* Where a patch's row of filter pixels lies in the image: the filter's columns [x0, x1) are inside. */
struct span {
	int64_t at;			/* the image's element of column 0, if it is inside */
	int64_t x0, x1;
};

static bool span_of(const struct conv *k, int64_t pixel, int64_t fz, int64_t fy, struct span *s)
{
	int64_t ox = pixel % k->out[2], oy = pixel / k->out[2] % k->out[1];
	int64_t oz = pixel / k->out[2] / k->out[1] % k->out[0], b = pixel / k->out[2] / k->out[1] / k->out[0];
	int64_t z = oz * k->stride[0] - k->before[0] + fz * k->dil[0];
	int64_t y = oy * k->stride[1] - k->before[1] + fy * k->dil[1];
	int64_t x = ox * k->stride[2] - k->before[2], d = k->dil[2];

	if (z < 0 || z >= k->in[0] || y < 0 || y >= k->in[1])
		return false;
	s->x0 = x < 0 ? (-x + d - 1) / d : 0;
	s->x1 = x >= k->in[2] ? 0 : (k->in[2] - x + d - 1) / d;
	if (s->x1 > k->f[2])
		s->x1 = k->f[2];
	s->at = (((b * k->in[0] + z) * k->in[1] + y) * k->in[2] + x) * k->c;
	return s->x0 < s->x1;
}

static void patch_row(const struct conv *k, int64_t group, const char *image, char *to, const struct span *s)
{
	size_t px = (size_t)k->fc * k->size;

	memset(to, 0, (size_t)s->x0 * px);
	memset(to + (size_t)s->x1 * px, 0, (size_t)(k->f[2] - s->x1) * px);
	if (k->groups == 1 && k->dil[2] == 1) {
		memcpy(to + (size_t)s->x0 * px, image + (s->at + s->x0 * k->c) * (int64_t)k->size,
		       (size_t)(s->x1 - s->x0) * px);
		return;
	}
	for (int64_t x = s->x0; x < s->x1; x++)
		memcpy(to + (size_t)x * px, image + (s->at + x * k->dil[2] * k->c + group * k->fc) * (int64_t)k->size,
		       px);
}

void conv_patches(const struct conv *k, int64_t group, const void *image, void *patch, int64_t from, int64_t to)
{
	size_t line = (size_t)(k->f[2] * k->fc) * k->size;
	char *p = patch;
	struct span s;

	for (int64_t pixel = from; pixel < to; pixel++)
		for (int64_t fz = 0; fz < k->f[0]; fz++)
			for (int64_t fy = 0; fy < k->f[1]; fy++, p += line) {
				if (span_of(k, pixel, fz, fy, &s))
					patch_row(k, group, image, p, &s);
				else
					memset(p, 0, line);
			}
}

#define ADD(T) \
	do { \
		T *d = (T *)image + s.at + x * k->dil[2] * k->c + group * k->fc; \
		const T *v = (const T *)patch + at + x * k->fc; \
		for (int64_t i = 0; i < k->fc; i++) \
			d[i] += v[i]; \
	} while (0)

void conv_scatter(const struct conv *k, int64_t group, void *image, const void *patch, int64_t from, int64_t to)
{
	int64_t line = k->f[2] * k->fc, at = 0;
	struct span s;

	for (int64_t pixel = from; pixel < to; pixel++)
		for (int64_t fz = 0; fz < k->f[0]; fz++)
			for (int64_t fy = 0; fy < k->f[1]; fy++, at += line) {
				if (!span_of(k, pixel, fz, fy, &s))
					continue;
				for (int64_t x = s.x0; x < s.x1; x++) {
					if (k->t == DT_FLOAT)
						ADD(float);
					else if (k->t == DT_DOUBLE)
						ADD(double);
					else
						ADD(uint32_t);
				}
			}
}
