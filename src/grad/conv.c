/*
 * Rules of convolutions and pooling. The gradients of plain convolutions are kernels; dilated and grouped ones,
 * pooling, and the terms of a single element walk over the windows here.
 *
 *   out[n, q.., oc] = sum over taps t.. and channels c of in[n, q * stride - before + t * dil, c] * f[t.., c, oc]
 */
#include "grad/inside.h"

#include <string.h>

#include "base/intr.h"

struct window {
	int nd;
	int64_t n, c, oc;
	int64_t in[3], f[3], out[3], stride[3], dil[3], before[3];
	int sp, ch; /* dims: of the first spatial one, of the channels */
	bool depthwise;
	int64_t groups;
};

static bool strings_is(const struct node *n, const char *attr, const char *what)
{
	struct sv s;

	return node_attr_str(n, attr, &s) && sv_is(s, what);
}

static bool channels_first(const struct node *n)
{
	return strings_is(n, "data_format", "NCHW") || strings_is(n, "data_format", "NCDHW");
}

static int64_t item(const struct node *n, const char *attr, uint32_t i, int64_t fallback)
{
	const struct attr_value *items;
	uint32_t k;

	return node_attr_list(n, attr, &items, &k) && i < k ? items[i].i : fallback;
}

/* Where windows lie, of an image and what comes out of it; filter: the taps' numbers. */
static bool window_read(struct gcx *c, const struct node *n, const struct tensor *image,
			const struct tensor *out, const int64_t *filter, struct window *w)
{
	bool same = strings_is(n, "padding", "SAME"), first = channels_first(n);

	memset(w, 0, sizeof(*w));
	w->nd = image->rank - 2;
	if (w->nd < 1 || w->nd > 3 || out->rank != image->rank ||
	    (!same && !strings_is(n, "padding", "VALID") && !strings_is(n, "padding", "EXPLICIT")))
		return g_unknown(c, "these windows");
	w->sp = first ? 2 : 1;
	w->ch = first ? 1 : image->rank - 1;
	w->n = image->dim[0];
	w->c = image->dim[w->ch];
	w->oc = out->dim[w->ch];
	w->groups = 1;
	for (int i = 0; i < 3; i++)
		w->in[i] = w->f[i] = w->out[i] = w->stride[i] = w->dil[i] = 1;
	for (int i = 0; i < w->nd; i++) {
		int64_t need;

		w->in[i] = image->dim[w->sp + i];
		w->out[i] = out->dim[w->sp + i];
		w->f[i] = filter[i];
		w->stride[i] = item(n, "strides", (uint32_t)(w->sp + i), 1);
		w->dil[i] = item(n, "dilations", (uint32_t)(w->sp + i), 1);
		need = (w->out[i] - 1) * w->stride[i] + (w->f[i] - 1) * w->dil[i] + 1 - w->in[i];
		w->before[i] = same ? (need > 0 ? need / 2 : 0)
				    : item(n, "explicit_paddings", (uint32_t)(2 * (w->sp + i)), 0);
	}
	return true;
}

/* The place of a pixel's channel in the image (or what comes out). */
static int64_t pixel(const struct window *w, const int64_t *dim, int64_t n, const int64_t *at,
		     int64_t ch)
{
	int64_t p = n;

	if (w->ch == 1)
		p = p * dim[1] + ch;
	for (int i = 0; i < w->nd; i++)
		p = p * dim[w->sp + i] + at[i];
	return w->ch == 1 ? p : p * dim[w->ch] + ch;
}

/* Where tap t of the window at q lies; false: in the padding. */
static bool tap(const struct window *w, const int64_t *q, const int64_t *t, int64_t *at)
{
	for (int i = 0; i < w->nd; i++) {
		at[i] = q[i] * w->stride[i] - w->before[i] + t[i] * w->dil[i];
		if (at[i] < 0 || at[i] >= w->in[i])
			return false;
	}
	return true;
}

/* Counts at[] up within size[]; false: round. */
static bool next(int nd, const int64_t *size, int64_t *at)
{
	for (int i = nd; i-- > 0; at[i] = 0)
		if (++at[i] < size[i])
			return true;
	return false;
}

static int64_t tap_index(const struct window *w, const int64_t *t)
{
	int64_t k = 0;

	for (int i = 0; i < w->nd; i++)
		k = k * w->f[i] + t[i];
	return k;
}

/* ---- convolutions by hand ---- */

static bool conv_read(struct gcx *c, const struct vjp *v, struct window *w)
{
	const struct tensor *f = v->in[1];

	if (f->rank != v->in[0]->rank || !window_read(c, v->n, v->in[0], v->out[0], f->dim, w))
		return g_unknown(c, "these shapes");
	w->depthwise = sv_is(v->n->op, "DepthwiseConv2dNative");
	if (!w->depthwise && f->dim[w->nd] && w->c % f->dim[w->nd] == 0)
		w->groups = w->c / f->dim[w->nd];
	if (!w->c || !w->oc || w->oc % w->groups || (w->depthwise && w->oc % w->c))
		return g_unknown(c, "these channels");
	return true;
}

/* The channels of the image that meet output channel oc: from, count. */
static void channels_of(const struct window *w, int64_t oc, int64_t *from, int64_t *count)
{
	int64_t each = w->c / w->groups;

	*count = w->depthwise ? 1 : each;
	*from = w->depthwise ? oc / (w->oc / w->c) : oc / (w->oc / w->groups) * each;
}

static int64_t filter_place(const struct window *w, const struct tensor *f, int64_t k, int64_t ch,
			    int64_t from, int64_t oc)
{
	int64_t depth = f->dim[w->nd], mult = f->dim[w->nd + 1];

	return w->depthwise ? (k * depth + ch) * mult + oc % mult
			    : (k * depth + ch - from) * mult + oc;
}

/* One window of one image: adds both gradients. */
static void conv_at(const struct window *w, const struct vjp *v, int64_t n, const int64_t *q,
		    const double *x, const double *f, const double *g, double *gx, double *gf)
{
	int64_t t[3] = {0}, at[3], from, count;

	do {
		if (!tap(w, q, t, at))
			continue;
		for (int64_t oc = 0; oc < w->oc; oc++) {
			double up = g[pixel(w, v->out[0]->dim, n, q, oc)];

			channels_of(w, oc, &from, &count);
			for (int64_t ch = from; ch < from + count; ch++) {
				int64_t a = pixel(w, v->in[0]->dim, n, at, ch);
				int64_t b =
					filter_place(w, v->in[1], tap_index(w, t), ch, from, oc);

				if (gx)
					gx[a] += up * f[b];
				if (gf)
					gf[b] += up * x[a];
			}
		}
	} while (next(w->nd, w->f, t));
}

static bool conv_by_hand(struct gcx *c, struct vjp *v, bool by_image, bool by_filter)
{
	const double *x = g_doubles(c, v->in[0]), *f = g_doubles(c, v->in[1]),
		     *g = g_doubles(c, v_g(c, v, 0));
	struct tensor *gx = by_image ? g_double_zeros(c, v->in[0]->rank, v->in[0]->dim) : NULL;
	struct tensor *gf = by_filter ? g_double_zeros(c, v->in[1]->rank, v->in[1]->dim) : NULL;
	struct window w;

	bool empty = !v->out[0]->n || !v->in[0]->n || !v->in[1]->n;

	if (!x || !f || !g || (by_image && !gx) || (by_filter && !gf) ||
	    (!empty && !conv_read(c, v, &w)))
		return false;
	for (int64_t n = 0; !empty && n < w.n; n++) {
		int64_t q[3] = {0};

		do {
			if (!intr_check(c->err))
				return false;
			conv_at(&w, v, n, q, x, f, g, gx ? gx->data : NULL, gf ? gf->data : NULL);
		} while (next(w.nd, w.out, q));
	}
	return (!by_image || v_give(c, v, 0, g_cast(c, gx, v->in[0]->dtype))) &&
	       (!by_filter || v_give(c, v, 1, g_cast(c, gf, v->in[1]->dtype)));
}

static bool dilated(const struct node *n)
{
	const struct attr_value *items;
	uint32_t k;
	bool yes = false;

	if (node_attr_list(n, "dilations", &items, &k))
		for (uint32_t i = 0; i < k; i++)
			yes |= items[i].i != 1;
	return yes;
}

#define WINDOW_ATTRS(n)                                                                            \
	at_like("strides", n), at_like("padding", n), at_like("explicit_paddings", n),             \
		at_like("data_format", n), at_like("dilations", n)

static bool conv2d(struct gcx *c, struct vjp *v)
{
	struct tensor *x = v->in[0], *f = v->in[1], *g;

	if (x->rank != 4 || f->rank != 4)
		return false;
	if (dilated(v->n) || x->dim[channels_first(v->n) ? 1 : 3] != f->dim[2] ||
	    channels_first(v->n))
		return conv_by_hand(c, v, v_want(v, 0), v_want(v, 1));
	g = v_g(c, v, 0);
	if (v_want(v, 0) && !v_give(c, v, 0,
				    G_WITH(c, "Conv2DBackpropInput", ATTRS(WINDOW_ATTRS(v->n)),
					   g_dims(c, x), f, g)))
		return false;
	return !v_want(v, 1) || v_give(c, v, 1,
				       G_WITH(c, "Conv2DBackpropFilter", ATTRS(WINDOW_ATTRS(v->n)),
					      x, g_dims(c, f), g));
}

#define WINDOW3_ATTRS(n)                                                                           \
	at_like("strides", n), at_like("padding", n), at_like("data_format", n),                   \
		at_like("dilations", n)

static bool conv3d(struct gcx *c, struct vjp *v)
{
	struct tensor *x = v->in[0], *f = v->in[1], *g = v_g(c, v, 0);

	if (dilated(v->n) || channels_first(v->n) || f->rank != 5 || x->rank != 5 || x->dim[4] != f->dim[3])
		return conv_by_hand(c, v, v_want(v, 0), v_want(v, 1));
	if (v_want(v, 0) && !v_give(c, v, 0,
				    G_WITH(c, "Conv3DBackpropInputV2", ATTRS(WINDOW3_ATTRS(v->n)),
					   g_dims(c, x), f, g)))
		return false;
	return !v_want(v, 1) || v_give(c, v, 1,
				       G_WITH(c, "Conv3DBackpropFilterV2", ATTRS(WINDOW3_ATTRS(v->n)),
					      x, g_dims(c, f), g));
}

static bool depthwise(struct gcx *c, struct vjp *v)
{
	struct tensor *x = v->in[0], *f = v->in[1], *g = v_g(c, v, 0);

	if (dilated(v->n) || channels_first(v->n))
		return conv_by_hand(c, v, v_want(v, 0), v_want(v, 1));
	if (v_want(v, 0) && !v_give(c, v, 0,
				    G_WITH(c, "DepthwiseConv2dNativeBackpropInput",
					   ATTRS(WINDOW_ATTRS(v->n)), g_dims(c, x), f, g)))
		return false;
	return !v_want(v, 1) || v_give(c, v, 1,
				       G_WITH(c, "DepthwiseConv2dNativeBackpropFilter",
					      ATTRS(WINDOW_ATTRS(v->n)), x, g_dims(c, f), g));
}

/* The transposed convolution, by what it takes in the place of upstream: a convolution. */
static bool back_input(struct gcx *c, struct vjp *v)
{
	struct tensor *g = v_g(c, v, 0);

	if (v->out[0]->rank != 4 || channels_first(v->n))
		return g_unknown(c, "this form of it");
	if (v_want(v, 1) && !v_give(c, v, 1,
				    G_WITH(c, "Conv2DBackpropFilter", ATTRS(WINDOW_ATTRS(v->n)), g,
					   g_dims(c, v->in[1]), v->in[2])))
		return false;
	return !v_want(v, 2) ||
	       v_give(c, v, 2, G_WITH(c, "Conv2D", ATTRS(WINDOW_ATTRS(v->n)), g, v->in[1]));
}

static bool back_input3(struct gcx *c, struct vjp *v)
{
	if (channels_first(v->n) || v->out[0]->rank != 5)
		return g_unknown(c, "this form of it");
	if (v_want(v, 1) && !v_give(c, v, 1,
				    G_WITH(c, "Conv3DBackpropFilterV2", ATTRS(WINDOW3_ATTRS(v->n)),
					   v_g(c, v, 0), g_dims(c, v->in[1]), v->in[2])))
		return false;
	return !v_want(v, 2) ||
	       v_give(c, v, 2,
		      G_WITH(c, "Conv3D", ATTRS(WINDOW3_ATTRS(v->n)), v_g(c, v, 0), v->in[1]));
}

/* A filter's gradient, by image and upstream: upstream's own place is the filter's. */
static bool back_filter(struct gcx *c, struct vjp *v)
{
	struct tensor *g = v_g(c, v, 0);

	if (v->in[0]->rank != 4 || channels_first(v->n) || dilated(v->n))
		return g_unknown(c, "this form of it");
	if (v_want(v, 0) && !v_give(c, v, 0,
				    G_WITH(c, "Conv2DBackpropInput", ATTRS(WINDOW_ATTRS(v->n)),
					   g_dims(c, v->in[0]), g, v->in[2])))
		return false;
	return !v_want(v, 2) ||
	       v_give(c, v, 2, G_WITH(c, "Conv2D", ATTRS(WINDOW_ATTRS(v->n)), v->in[0], g));
}

static bool back_filter3(struct gcx *c, struct vjp *v)
{
	struct tensor *g = v_g(c, v, 0);

	if (v->in[0]->rank != 5 || channels_first(v->n) || dilated(v->n))
		return g_unknown(c, "this form of it");
	if (v_want(v, 0) && !v_give(c, v, 0,
				    G_WITH(c, "Conv3DBackpropInputV2", ATTRS(WINDOW3_ATTRS(v->n)),
					   g_dims(c, v->in[0]), g, v->in[2])))
		return false;
	return !v_want(v, 2) ||
	       v_give(c, v, 2, G_WITH(c, "Conv3D", ATTRS(WINDOW3_ATTRS(v->n)), v->in[0], g));
}

static bool back_filter_depthwise(struct gcx *c, struct vjp *v)
{
	struct tensor *g = v_g(c, v, 0);

	if (v->in[0]->rank != 4 || channels_first(v->n) || dilated(v->n))
		return g_unknown(c, "this form of it");
	if (v_want(v, 0) && !v_give(c, v, 0,
				    G_WITH(c, "DepthwiseConv2dNativeBackpropInput",
					   ATTRS(WINDOW_ATTRS(v->n)), g_dims(c, v->in[0]), g, v->in[2])))
		return false;
	return !v_want(v, 2) ||
	       v_give(c, v, 2,
		      G_WITH(c, "DepthwiseConv2dNative", ATTRS(WINDOW_ATTRS(v->n)), v->in[0], g));
}

/* The depthwise transposed convolution: by the filter, and by what it takes in the place of upstream. */
static bool back_input_depthwise(struct gcx *c, struct vjp *v)
{
	struct tensor *g = v_g(c, v, 0);

	if (v->out[0]->rank != 4 || channels_first(v->n) || dilated(v->n))
		return g_unknown(c, "this form of it");
	if (v_want(v, 1) && !v_give(c, v, 1,
				    G_WITH(c, "DepthwiseConv2dNativeBackpropFilter",
					   ATTRS(WINDOW_ATTRS(v->n)), g, g_dims(c, v->in[1]), v->in[2])))
		return false;
	return !v_want(v, 2) ||
	       v_give(c, v, 2, G_WITH(c, "DepthwiseConv2dNative", ATTRS(WINDOW_ATTRS(v->n)), g, v->in[1]));
}

static void place_of_window(const struct window *w, const struct tensor *out, int64_t place,
			    int64_t *n, int64_t *q, int64_t *oc)
{
	int64_t at[SHAPE_MAX_RANK];

	place_split(tensor_shape(out), place, at);
	*n = at[0];
	*oc = at[w->ch];
	for (int i = 0; i < w->nd; i++)
		q[i] = at[w->sp + i];
}

static bool terms_conv(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place,
		       struct terms *t)
{
	int64_t n, q[3], k[3] = {0}, at[3], oc, from, count;
	struct window w;

	(void)slot;
	if (!conv_read(c, v, &w))
		return false;
	t->how = TERMS_SUM;
	place_of_window(&w, v->out[0], place, &n, q, &oc);
	channels_of(&w, oc, &from, &count);
	do
		for (int64_t ch = from; tap(&w, q, k, at) && ch < from + count; ch++)
			term_product(t, v, 0, pixel(&w, v->in[0]->dim, n, at, ch), 1,
				     filter_place(&w, v->in[1], tap_index(&w, k), ch, from, oc));
	while (next(w.nd, w.f, k));
	return true;
}

/* A pixel of the transposed convolution: every window that reaches it. */
static bool terms_back(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place,
		       struct terms *t)
{
	const struct tensor *f = v->in[1], *dy = v->in[2];
	int64_t n, p[3], k[3] = {0}, q[3], ch;
	struct window w;

	(void)slot;
	if (!window_read(c, v->n, v->out[0], dy, f->dim, &w))
		return false;
	t->how = TERMS_SUM;
	place_of_window(&w, v->out[0], place, &n, p, &ch);
	do {
		bool meets = true;

		for (int i = 0; i < w.nd; i++) {
			int64_t d = p[i] + w.before[i] - k[i] * w.dil[i];

			meets = meets && d >= 0 && d % w.stride[i] == 0 &&
				d / w.stride[i] < w.out[i];
			q[i] = d / w.stride[i];
		}
		for (int64_t oc = 0; meets && oc < w.oc; oc++)
			term_product(t, v, 2, pixel(&w, dy->dim, n, q, oc), 1,
				     (tap_index(&w, k) * f->dim[w.nd] + ch) * f->dim[w.nd + 1] +
					     oc);
	} while (next(w.nd, w.f, k));
	return true;
}

/* ---- pooling ---- */

static bool pool_read(struct gcx *c, const struct vjp *v, struct window *w)
{
	int64_t f[3] = {1, 1, 1};
	int first = channels_first(v->n) ? 2 : 1;

	for (int i = 0; i < 3; i++)
		f[i] = item(v->n, "ksize", (uint32_t)(first + i), 1);
	if (item(v->n, "ksize", channels_first(v->n) ? 1 : (uint32_t)v->in[0]->rank - 1, 1) != 1)
		return g_unknown(c, "pooling over channels");
	return window_read(c, v->n, v->in[0], v->out[0], f, w);
}

/* The first largest of a window, -1 for an empty one; how many of it are in the image. */
static int64_t winner(const struct window *w, const struct tensor *x, const double *value,
		      int64_t n, const int64_t *q, int64_t ch, int64_t *count)
{
	int64_t k[3] = {0}, at[3], best = -1;

	*count = 0;
	do {
		int64_t p;

		if (!tap(w, q, k, at))
			continue;
		p = pixel(w, x->dim, n, at, ch);
		++*count;
		if (best < 0 || value[best] < value[p])
			best = p;
	} while (next(w->nd, w->f, k));
	return best;
}

static void spread(const struct window *w, const struct tensor *x, int64_t n, const int64_t *q,
		   int64_t ch, double g, double *sum)
{
	int64_t k[3] = {0}, at[3];

	do
		if (tap(w, q, k, at))
			sum[pixel(w, x->dim, n, at, ch)] += g;
	while (next(w->nd, w->f, k));
}

static bool pool(struct gcx *c, struct vjp *v)
{
	const struct tensor *x = v->in[0];
	const double *value = g_doubles(c, v->in[0]), *g = g_doubles(c, v_g(c, v, 0));
	struct tensor *sum = g_double_zeros(c, x->rank, x->dim);
	bool max = sv_starts(v->n->op, SV("Max"));
	struct window w;

	if (!value || !g || !sum || !pool_read(c, v, &w))
		return false;
	for (int64_t n = 0; n < w.n && v->out[0]->n; n++) {
		int64_t q[3] = {0}, count;

		do
			for (int64_t ch = 0; ch < w.c; ch++) {
				double up = g[pixel(&w, v->out[0]->dim, n, q, ch)];
				int64_t best = winner(&w, x, value, n, q, ch, &count);

				if (max && best >= 0)
					((double *)sum->data)[best] += up;
				else if (count)
					spread(&w, x, n, q, ch, up / (double)count, sum->data);
			}
		while (next(w.nd, w.out, q));
	}
	return !v_want(v, 0) || v_give(c, v, 0, g_cast(c, sum, x->dtype));
}

static bool terms_pool(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place,
		       struct terms *t)
{
	const double *value = g_doubles(c, v->in[0]);
	bool max = sv_starts(v->n->op, SV("Max"));
	int64_t n, q[3], ch, k[3] = {0}, at[3], count, best;
	struct window w;

	(void)slot;
	if (!value || !pool_read(c, v, &w))
		return false;
	t->how = max ? TERMS_WINNER : TERMS_SUM;
	place_of_window(&w, v->out[0], place, &n, q, &ch);
	best = winner(&w, v->in[0], value, n, q, ch, &count);
	do {
		int64_t p = tap(&w, q, k, at) ? pixel(&w, v->in[0]->dim, n, at, ch) : -1;

		if (p >= 0 && max)
			term_plain(t, v, 0, p)->won = p == best;
		else if (p >= 0)
			term_weighed(t, v, 0, p, 1 / (double)count);
	} while (next(w.nd, w.f, k));
	return true;
}

static const struct grad_row rows[] = {
	{"AvgPool", 0, 0, NULL, pool, terms_pool},
	{"AvgPool3D", 0, 0, NULL, pool, terms_pool},
	{"Conv2D", 0, 0, NULL, conv2d, terms_conv},
	{"Conv2DBackpropFilter", 0, 0, NULL, back_filter, NULL},
	{"Conv2DBackpropInput", 0, 0, NULL, back_input, terms_back},
	{"Conv3D", 0, 0, NULL, conv3d, terms_conv},
	{"Conv3DBackpropFilterV2", 0, 0, NULL, back_filter3, NULL},
	{"Conv3DBackpropInputV2", 0, 0, NULL, back_input3, terms_back},
	{"DepthwiseConv2dNative", 0, 0, NULL, depthwise, terms_conv},
	{"DepthwiseConv2dNativeBackpropFilter", 0, 0, NULL, back_filter_depthwise, NULL},
	{"DepthwiseConv2dNativeBackpropInput", 0, 0, NULL, back_input_depthwise, NULL},
	{"MaxPool", 0, 0, NULL, pool, terms_pool},
	{"MaxPool3D", 0, 0, NULL, pool, terms_pool},
};

GRAD_FAMILY(conv);
