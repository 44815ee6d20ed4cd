/* FusedPadConv2D and FusedResizeAndPadConv2D: an image resized, its edges mirrored, then convolved.
 */
#include <string.h>

#include "ops/conv.h"
#include "ops/fused.h"
#include "ops/image.h"

/* A tensor that another kernel made, kept until the node is done. */
static struct tensor *held(struct op_ctx *c, bool ok, struct tensor *t)
{
	if (!ok) {
		tensor_unref(t);
		return NULL;
	}
	op_hold(c, t);
	return t;
}

static struct tensor *cast(struct op_ctx *c, const struct tensor *t, enum dtype to)
{
	struct tensor *r = tensor_cast(t, to, c->err);

	return held(c, r != NULL, r);
}

/* ---- resizing, in the image's own type ---- */

struct grid {
	int64_t h, w, oh, ow, ch;
	float sh, sw;
};

#define LERP(T, name)                                                                              \
	static void name(const struct grid *g, const T *x, T *y)                                   \
	{                                                                                          \
		for (int64_t r = 0; r < g->oh; r++) {                                              \
			float fy = (float)r * g->sh;                                               \
			int64_t y0 = (int64_t)fy, y1 = y0 + 1 < g->h ? y0 + 1 : g->h - 1;          \
			T ty = (T)(fy - (float)y0);                                                \
			y0 = y0 < g->h ? y0 : g->h - 1;                                            \
			for (int64_t q = 0; q < g->ow; q++) {                                      \
				float fx = (float)q * g->sw;                                       \
				int64_t x0 = (int64_t)fx, x1 = x0 + 1 < g->w ? x0 + 1 : g->w - 1;  \
				T tx = (T)(fx - (float)x0);                                        \
				x0 = x0 < g->w ? x0 : g->w - 1;                                    \
				for (int64_t k = 0; k < g->ch; k++, y++) {                         \
					T a = x[(y0 * g->w + x0) * g->ch + k],                     \
					  b = x[(y0 * g->w + x1) * g->ch + k];                     \
					T d = x[(y1 * g->w + x0) * g->ch + k],                     \
					  e = x[(y1 * g->w + x1) * g->ch + k];                     \
					T top = a + (b - a) * tx, low = d + (e - d) * tx;          \
					*y = top + (low - top) * ty;                               \
				}                                                                  \
			}                                                                          \
		}                                                                                  \
	}
LERP(float, lerp_f32)
LERP(double, lerp_f64)

static bool grid_read(struct op_ctx *c, struct grid *g)
{
	const struct tensor *x = c->in[0];
	bool align = false;

	node_attr_bool(c->node, "resize_align_corners", &align);
	g->h = x->dim[1], g->w = x->dim[2], g->ch = x->dim[3];
	if (!image_size(c, 1, "shape_t", &g->oh, &g->ow))
		return false;
	if (g->oh <= 0 || g->ow <= 0)
		return op_invalid(c, "output dimensions must be positive");
	g->sh = image_scale(g->h, g->oh, align);
	g->sw = image_scale(g->w, g->ow, align);
	return true;
}

/* half is resized in float and rounded once. */
static struct tensor *resized(struct op_ctx *c)
{
	struct tensor *x = c->in[0], *y;
	enum dtype t = x->dtype == DT_HALF ? DT_FLOAT : x->dtype;
	struct grid g;

	if (!grid_read(c, &g) || (t != x->dtype && !(x = cast(c, x, t))))
		return NULL;
	y = tensor_new(t, 4, (int64_t[]){x->dim[0], g.oh, g.ow, g.ch}, c->err);
	if (!held(c, y != NULL, y))
		return NULL;
	for (int64_t i = 0; i < x->dim[0]; i++) {
		int64_t from = i * g.h * g.w * g.ch, to = i * g.oh * g.ow * g.ch;

		if (t == DT_DOUBLE)
			lerp_f64(&g, (const double *)x->data + from, (double *)y->data + to);
		else
			lerp_f32(&g, (const float *)x->data + from, (float *)y->data + to);
	}
	return t == c->in[0]->dtype ? y : cast(c, y, c->in[0]->dtype);
}

/* ---- the convolution ---- */

static bool only_space(struct op_ctx *c, int i)
{
	static const char *const what[] = {"batches", "", "", "channels"};
	const struct tensor *p = c->in[i];
	struct str s = {0};

	for (int d = 0; d < 4; d += 3) {
		if (!tensor_get_i64(p, 2 * d) && !tensor_get_i64(p, 2 * d + 1))
			continue;
		op_summarize(&s, p, 3);
		op_invalid(c,
			   "Fused mirror padding only support spatial padding, not %s: "
			   "Tensor<type: int32 shape: %s values: %s>",
			   what[d], op_in_shape(c, i), str_z(&s));
		str_free(&s);
		return false;
	}
	return true;
}

static bool attrs(struct op_ctx *c, struct conv_attrs *a)
{
	if (!conv_attrs_read(c, 2, a))
		return false;
	return a->pad != PAD_EXPLICIT || op_invalid(c, "padding must be SAME or VALID");
}

/* Where the first window lies: TensorFlow's own way here, which a stride that leaves pixels over
 * moves. */
static int64_t offset(const struct conv *k, int d, enum padding pad)
{
	int64_t over = (k->out[d] - 1) * k->stride[d] + k->f[d] - k->in[d];

	return (over + (pad == PAD_VALID)) / 2;
}

static bool convolve(struct op_ctx *c, struct tensor *x, struct tensor *f,
		     const struct conv_attrs *a)
{
	struct tensor *in[2] = {x, f}, *out;
	struct op_ctx sub = *c;
	struct conv k;
	bool ok;

	if (f->rank != 4)
		return op_invalid(c, "filter must be 4-dimensional: %s",
				  op_shape(c, f->rank, f->dim));
	if (x->dim[3] != f->dim[2])
		return op_invalid(c, "input and filter must have the same depth: %lld vs %lld",
				  (long long)x->dim[3], (long long)f->dim[2]);
	conv_sizes(&k, 2, x->dtype, x->dim, f->dim, a);
	if (!conv_windows(c, &k, a->pad))
		return false;
	for (int d = 1; d < 3; d++)
		k.before[d] = offset(&k, d, a->pad);
	out = op_out(c, 0, x->dtype, 4, (int64_t[]){k.n, k.out[1], k.out[2], k.oc});
	if (!out || out->n == 0)
		return out != NULL;
	if (k.row == 0) {
		memset(out->data, 0, out->bytes);
		return true;
	}
	sub.in = in;
	ok = conv_run(&sub, &k, out);
	c->temps = sub.temps;
	return ok;
}

static bool run(struct op_ctx *c)
{
	int resizes = c->n_in == 4;
	struct tensor *pad[2] = {c->in[0], c->in[1 + resizes]}, *x = NULL;
	struct conv_attrs a;
	bool ok;

	if (!attrs(c, &a))
		return false;
	if (c->in[0]->n == 0)
		return op_invalid(c, "Input tensor can't be empty");
	if (c->in[0]->rank != 4)
		return op_invalid(c, "input must be 4-dimensional%s", op_in_shape(c, 0));
	if (resizes && !(pad[0] = resized(c)))
		return false;
	ok = op_run_as(c, "MirrorPad", 2, pad, &x);
	if (!held(c, ok, x))
		return false;
	return only_space(c, 1 + resizes) && convolve(c, x, c->in[2 + resizes], &a);
}

static void cost(const struct op_ctx *c, double *macs, double *bytes)
{
	const struct tensor *f = c->in[c->n_in - 1], *out = c->out[0];

	*macs = out && f->rank == 4 ? (double)out->n * (double)(f->dim[0] * f->dim[1] * f->dim[2])
				    : 0;
	*bytes = (double)(c->in[0]->bytes + f->bytes + (out ? out->bytes : 0));
}

#define DM_PADDED (DM(DT_FLOAT) | DM(DT_DOUBLE) | DM(DT_HALF))
static const struct op_row rows[] = {
	{.name = "FusedPadConv2D",
	 .n_in = 3,
	 .n_out = 1,
	 .types = {{"T", DM_PADDED | DM(DT_BFLOAT16)}},
	 .run = run,
	 .cost = cost},
	{.name = "FusedResizeAndPadConv2D",
	 .n_in = 4,
	 .n_out = 1,
	 .types = {{"T", DM_PADDED}},
	 .run = run,
	 .cost = cost},
};

OP_FAMILY(family_fused_pad, rows);
