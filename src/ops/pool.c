/* MaxPool and AvgPool over NHWC images. */
#include <math.h>
#include <string.h>

#include "ops/kernel.h"

struct pooling {
	int64_t n, h, w, c, kh, kw, sh, sw, oh, ow, top, left;
	const float *x;
	float *y;
	bool max;
};

static bool setup(struct op_ctx *c, struct pooling *p)
{
	const struct tensor *x = c->in[0];
	const struct attr_value *k, *s;
	struct sv format = SV("NHWC");
	int64_t bottom = 0, right = 0;
	enum padding pad;
	uint32_t nk, ns;

	node_attr_str(c->node, "data_format", &format);
	if (!sv_is(format, "NHWC"))
		return op_fail(c, ERR_UNIMPLEMENTED, "Default %s only supports NHWC on device type CPU", c->row->name);
	if (x->rank != 4)
		return op_invalid(c, "tensor_in must be 4-dimensional");
	if (!padding_attr(c->node, &pad, c->err) || !node_attr_list(c->node, "ksize", &k, &nk) || nk != 4 ||
	    !node_attr_list(c->node, "strides", &s, &ns) || ns != 4)
		return op_invalid(c, "Sliding window ksize and strides fields must specify 4 dimensions");
	if (k[0].i != 1 || s[0].i != 1 || k[3].i != 1 || s[3].i != 1)
		return op_fail(c, ERR_UNIMPLEMENTED, "Pooling is not yet supported on the batch or depth dimension.");
	p->n = x->dim[0], p->h = x->dim[1], p->w = x->dim[2], p->c = x->dim[3];
	p->kh = k[1].i, p->kw = k[2].i, p->sh = s[1].i, p->sw = s[2].i;
	return window_size(c, p->h, p->kh, 1, p->sh, pad, &p->oh, &p->top, &bottom) &&
	       window_size(c, p->w, p->kw, 1, p->sw, pad, &p->ow, &p->left, &right);
}

static void one_pixel(const struct pooling *p, const float *img, int64_t oy, int64_t ox, float *y)
{
	int64_t y0 = oy * p->sh - p->top, x0 = ox * p->sw - p->left;
	int64_t y1 = y0 + p->kh < p->h ? y0 + p->kh : p->h, x1 = x0 + p->kw < p->w ? x0 + p->kw : p->w;
	float count;

	y0 = y0 < 0 ? 0 : y0;
	x0 = x0 < 0 ? 0 : x0;
	for (int64_t ch = 0; ch < p->c; ch++)
		y[ch] = p->max ? -INFINITY : 0;
	for (int64_t yy = y0; yy < y1; yy++)
		for (int64_t xx = x0; xx < x1; xx++) {
			const float *px = img + (yy * p->w + xx) * p->c;

			for (int64_t ch = 0; ch < p->c; ch++)
				y[ch] = !p->max ? y[ch] + px[ch] : px[ch] > y[ch] ? px[ch] : y[ch];
		}
	count = (float)((y1 - y0) * (x1 - x0));
	for (int64_t ch = 0; !p->max && ch < p->c; ch++)
		y[ch] /= count;
}

static void tile(void *ctx, int64_t from, int64_t to)
{
	const struct pooling *p = ctx;

	for (int64_t r = from; r < to; r++) {
		int64_t oy = r % p->oh, b = r / p->oh;

		for (int64_t ox = 0; ox < p->ow; ox++)
			one_pixel(p, p->x + b * p->h * p->w * p->c, oy, ox, p->y + (r * p->ow + ox) * p->c);
	}
}

static bool run_pool(struct op_ctx *c)
{
	struct pooling p = { .max = !strcmp(c->row->name, "MaxPool") };
	enum dtype t = c->in[0]->dtype;
	struct tensor *out;

	if (!setup(c, &p))
		return false;
	out = op_out(c, 0, t, 4, (int64_t[]){ p.n, p.oh, p.ow, p.c });
	if (!out || out->n == 0)
		return out != NULL;
	p.x = op_in_float(c, 0);
	p.y = t == DT_FLOAT ? out->data : op_temp(c, (size_t)out->n * sizeof(float));
	if (!p.x || !p.y)
		return false;
	tiles_run(p.n * p.oh, 1 + TILE_ELEMS / (p.ow * p.c * p.kh * p.kw + 1), tile, &p);
	if (t != DT_FLOAT)
		low_of_float(t, out->data, p.y, out->n);
	return true;
}

#define DM_POOL (DM(DT_FLOAT) | DM(DT_HALF) | DM(DT_BFLOAT16))
static const struct op_row rows[] = {
	{ .name = "MaxPool", .n_in = 1, .n_out = 1, .types = { { "T", DM_POOL } }, .run = run_pool },
	{ .name = "AvgPool", .n_in = 1, .n_out = 1, .types = { { "T", DM_POOL } }, .run = run_pool },
};

OP_FAMILY(family_pool, rows);
