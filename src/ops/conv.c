/*
 * Convolutions over NHWC images. Conv2D is a matrix product of patches [out pixels][fh * fw * in] with
 * the filter [fh * fw * in][out]; patches are made for some output rows at a time (never for a 1x1
 * filter with stride 1, where the image is the patches). Depthwise runs row by row.
 */
#include <string.h>

#include "base/pool.h"
#include "ops/blas.h"
#include "ops/kernel.h"
#include "ops/loops.h"

struct conv {
	int64_t n, h, w, c;		/* input */
	int64_t fh, fw, oc;		/* filter; oc: output channels (depthwise: multiplier) */
	int64_t oh, ow, top, left, stride_h, stride_w, dil_h, dil_w;
	const float *x, *f;
	float *y;
};

/* strides, dilations and padding of the node; the shapes of the inputs. */
static bool setup(struct op_ctx *c, struct conv *k, bool depthwise)
{
	const struct tensor *x = c->in[0], *f = c->in[1];
	const struct attr_value *s, *d, *e;
	struct sv format = SV("NHWC");
	enum padding pad;
	uint32_t ns = 0, nd = 0, ne = 0;
	int64_t bottom = 0, right = 0;

	node_attr_str(c->node, "data_format", &format);
	if (!sv_is(format, "NHWC"))
		return op_fail(c, ERR_UNIMPLEMENTED, "The Conv2D op currently only supports the NHWC tensor format on the CPU. "
			       "The op was given the format: %.*s", SV_ARG(format));
	if (x->rank != 4)
		return op_invalid(c, "input must be 4-dimensional: %s", op_in_shape(c, 0));
	if (f->rank != 4)
		return op_invalid(c, "filter must be 4-dimensional: %s", op_in_shape(c, 1));
	if (!padding_attr(c->node, &pad, c->err) || !node_attr_list(c->node, "strides", &s, &ns) || ns != 4)
		return op_invalid(c, "Sliding window strides field must specify 4 dimensions");
	if (s[0].i != 1 || s[3].i != 1)
		return op_invalid(c, "Current implementation does not yet support strides in the batch and depth dimensions.");
	k->n = x->dim[0], k->h = x->dim[1], k->w = x->dim[2], k->c = x->dim[3];
	k->fh = f->dim[0], k->fw = f->dim[1], k->oc = f->dim[3];
	k->stride_h = s[1].i, k->stride_w = s[2].i, k->dil_h = k->dil_w = 1;
	if (node_attr_list(c->node, "dilations", &d, &nd) && nd == 4)
		k->dil_h = d[1].i, k->dil_w = d[2].i;
	if (pad == PAD_EXPLICIT && node_attr_list(c->node, "explicit_paddings", &e, &ne) && ne == 8)
		k->top = e[2].i, bottom = e[3].i, k->left = e[4].i, right = e[5].i;
	if (f->dim[2] == 0)
		return op_invalid(c, "filter depth must be > 0, but got 0");
	if (depthwise ? k->c != f->dim[2] : k->c % f->dim[2])
		return op_invalid(c, depthwise ? "input and filter must have the same depth: %lld vs %lld" :
				  "input depth must be evenly divisible by filter depth: %lld vs %lld", (long long)k->c,
				  (long long)f->dim[2]);
	if (!depthwise && k->c != f->dim[2])
		return op_fail(c, ERR_UNIMPLEMENTED, "grouped convolution: input depth %lld, filter depth %lld",
			       (long long)k->c, (long long)f->dim[2]);
	return window_size(c, k->h, k->fh, k->dil_h, k->stride_h, pad, &k->oh, &k->top, &bottom) &&
	       window_size(c, k->w, k->fw, k->dil_w, k->stride_w, pad, &k->ow, &k->left, &right);
}

/* Patches of output pixels [from, to) of the flattened (n, oh, ow). */
static void patches(const struct conv *k, float *to_buf, int64_t from, int64_t to)
{
	int64_t row = k->fh * k->fw * k->c;

	for (int64_t p = from; p < to; p++, to_buf += row) {
		int64_t ox = p % k->ow, oy = p / k->ow % k->oh, b = p / k->ow / k->oh;

		for (int64_t fy = 0; fy < k->fh; fy++) {
			int64_t y = oy * k->stride_h - k->top + fy * k->dil_h;
			float *dst = to_buf + fy * k->fw * k->c;

			if (y < 0 || y >= k->h) {
				memset(dst, 0, (size_t)(k->fw * k->c) * sizeof(*dst));
				continue;
			}
			for (int64_t fx = 0; fx < k->fw; fx++, dst += k->c) {
				int64_t x = ox * k->stride_w - k->left + fx * k->dil_w;

				if (x < 0 || x >= k->w)
					memset(dst, 0, (size_t)k->c * sizeof(*dst));
				else
					memcpy(dst, k->x + ((b * k->h + y) * k->w + x) * k->c, (size_t)k->c * sizeof(*dst));
			}
		}
	}
}

struct conv_job {
	const struct conv *k;
	int64_t pixels, per_tile, row;
	float *buf;			/* one patch buffer a tile */
};

static void conv_tile(void *ctx, size_t t)
{
	const struct conv_job *j = ctx;
	const struct conv *k = j->k;
	int64_t from = (int64_t)t * j->per_tile, to = from + j->per_tile < j->pixels ? from + j->per_tile : j->pixels;
	float *buf = j->buf + (int64_t)t * j->per_tile * j->row;

	patches(k, buf, from, to);
	blas_gemm_f32(false, false, to - from, k->oc, j->row, buf, j->row, k->f, k->oc, k->y + from * k->oc, k->oc, false);
}

/* Tiles of about 256 KB of patches; batches of them share one buffer so that memory stays bounded. */
static bool conv_patches(struct op_ctx *c, const struct conv *k)
{
	struct conv_job j = { .k = k, .row = k->fh * k->fw * k->c };
	enum { AT_ONCE = 64 };
	int64_t total = k->n * k->oh * k->ow, done = 0;
	size_t tiles;

	j.per_tile = 65536 / (j.row + 1) + 1;
	j.per_tile = j.per_tile < 32 ? 32 : j.per_tile;
	j.per_tile = j.per_tile > total ? total : j.per_tile;
	tiles = (size_t)((total + j.per_tile - 1) / j.per_tile);
	j.buf = op_temp(c, (tiles < AT_ONCE ? tiles : AT_ONCE) * (size_t)(j.per_tile * j.row) * sizeof(float));
	if (!j.buf)
		return false;
	while (done < total) {
		struct conv part = *k;
		int64_t n = total - done < AT_ONCE * j.per_tile ? total - done : AT_ONCE * j.per_tile;

		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		if (done == 0 && n == total) {
			j.pixels = total;
			pool_run(tiles, conv_tile, &j);
			return true;
		}
		/* later batches: one tile after another with absolute pixel numbers */
		for (int64_t at = done; at < done + n; at += j.per_tile) {
			int64_t end = at + j.per_tile < total ? at + j.per_tile : total;

			patches(&part, j.buf, at, end);
			blas_gemm_f32_tiled(false, false, end - at, k->oc, j.row, j.buf, j.row, k->f, k->oc, k->y + at * k->oc,
					    k->oc);
		}
		done += n;
	}
	return true;
}

static bool run_conv2d(struct op_ctx *c)
{
	struct conv k = { 0 };
	enum dtype t = c->in[0]->dtype;
	struct tensor *out;
	bool ok;

	if (!setup(c, &k, false))
		return false;
	out = op_out(c, 0, t, 4, (int64_t[]){ k.n, k.oh, k.ow, k.oc });
	if (!out || out->n == 0)
		return out != NULL;
	k.x = op_in_float(c, 0);
	k.f = op_in_float(c, 1);
	k.y = t == DT_FLOAT ? out->data : op_temp(c, (size_t)out->n * sizeof(float));
	if (!k.x || !k.f || !k.y)
		return false;
	if (k.fh == 1 && k.fw == 1 && k.stride_h == 1 && k.stride_w == 1 && k.top == 0 && k.left == 0 && k.oh == k.h &&
	    k.ow == k.w) {
		blas_gemm_f32_tiled(false, false, k.n * k.h * k.w, k.oc, k.c, k.x, k.c, k.f, k.oc, k.y, k.oc);
		ok = true;
	} else {
		ok = conv_patches(c, &k);
	}
	if (ok && t != DT_FLOAT)
		low_of_float(t, out->data, k.y, out->n);
	return ok;
}

static void depthwise_tile(void *ctx, int64_t from, int64_t to)
{
	const struct conv *k = ctx;

	for (int64_t r = from; r < to; r++) {
		int64_t oy = r % k->oh, b = r / k->oh;
		struct dw_args d = { .out = k->y + r * k->ow * k->c * k->oc, .in = k->x + b * k->h * k->w * k->c, .filter = k->f,
				     .in_h = k->h, .in_w = k->w, .channels = k->c, .mult = k->oc, .fh = k->fh, .fw = k->fw,
				     .out_w = k->ow, .top = oy * k->stride_h - k->top, .left = k->left,
				     .stride_w = k->stride_w, .dil_h = k->dil_h, .dil_w = k->dil_w };

		loops()->depthwise_f32(&d);
	}
}

static bool run_depthwise(struct op_ctx *c)
{
	struct conv k = { 0 };
	enum dtype t = c->in[0]->dtype;
	struct tensor *out;

	if (!setup(c, &k, true))
		return false;
	out = op_out(c, 0, t, 4, (int64_t[]){ k.n, k.oh, k.ow, k.c * k.oc });
	if (!out || out->n == 0)
		return out != NULL;
	k.x = op_in_float(c, 0);
	k.f = op_in_float(c, 1);
	k.y = t == DT_FLOAT ? out->data : op_temp(c, (size_t)out->n * sizeof(float));
	if (!k.x || !k.f || !k.y)
		return false;
	tiles_run(k.n * k.oh, 1 + TILE_ELEMS / (k.ow * k.c * k.oc * k.fh * k.fw + 1), depthwise_tile, &k);
	if (t != DT_FLOAT)
		low_of_float(t, out->data, k.y, out->n);
	return true;
}

/* Multiply-adds: every output element takes a whole filter. */
static void conv_cost(const struct op_ctx *c, double *macs, double *bytes)
{
	const struct tensor *f = c->in[1], *out = c->out[0];
	double taps = (double)f->dim[0] * (double)f->dim[1];

	*macs = out ? (double)out->n * taps * (c->row->run == run_conv2d ? (double)f->dim[2] : 1) : 0;
	*bytes = (double)(c->in[0]->bytes + f->bytes + (out ? out->bytes : 0));
}

#define DM_CONV (DM(DT_FLOAT) | DM(DT_HALF) | DM(DT_BFLOAT16))
static const struct op_row rows[] = {
	{ .name = "Conv2D", .n_in = 2, .n_out = 1, .types = { { "T", DM_CONV } }, .run = run_conv2d, .cost = conv_cost },
	{ .name = "DepthwiseConv2dNative", .n_in = 2, .n_out = 1, .types = { { "T", DM_CONV } }, .run = run_depthwise,
	  .cost = conv_cost },
};

OP_FAMILY(family_conv, rows);
