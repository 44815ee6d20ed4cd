/* Convolutions and pools: windows that slide over space. */
#include "infer/inside.h"

#include <math.h>

#include <inttypes.h>
#include <string.h>

enum { MAX_RANK = 5 };

struct window {
	int rank, space, chan;		/* rank of the input; its first spatial dim; its channels */
	int64_t stride[MAX_RANK], dilation[MAX_RANK], pad[2 * MAX_RANK];
	char padding;			/* 'S', 'V', 'E' */
};

static bool window_read(struct rule_ctx *c, struct window *w, int rank, uint32_t in, struct ishape *s)
{
	struct sv format = SV("NHWC");
	uint32_t n;

	*w = (struct window){ .rank = rank };
	node_attr_str(c->n, "data_format", &format);
	if (!rule_rank(c, in, rank, s))
		return false;
	w->space = sv_starts(format, SV("NC")) ? 2 : 1;
	w->chan = w->space == 2 ? 1 : rank - 1;
	for (int i = 0; i < MAX_RANK; i++)
		w->dilation[i] = w->stride[i] = 1;
	n = rule_ints(c, "dilations", w->dilation, MAX_RANK);
	if (n && n != (uint32_t)rank)
		return rule_bad(c, -1, -1, "requires the dilations attribute to contain %d values, but got: %u", rank,
				n);
	w->padding = rule_attr_is(c, "padding", "SAME") ? 'S' : rule_attr_is(c, "padding", "EXPLICIT") ? 'E' : 'V';
	rule_ints(c, "explicit_paddings", w->pad, 2 * MAX_RANK);
	for (int i = 0; i < rank; i++)
		if (w->dilation[i] < 1 || w->dilation[i] > INT32_MAX)
			return rule_bad(c, -1, -1, "Dilation must be > 0, but got %" PRId64, w->dilation[i]);
	return true;
}

static bool strides_read(struct rule_ctx *c, struct window *w)
{
	uint32_t n = rule_ints(c, "strides", w->stride, MAX_RANK);

	if (n != (uint32_t)w->rank)
		return rule_bad(c, -1, -1, "requires the stride attribute to contain %d values, but got: %u", w->rank,
				n);
	for (int i = 0; i < w->rank; i++)
		if (w->stride[i] < 1 || w->stride[i] > INT32_MAX)
			return rule_bad(c, -1, -1, "Stride must be > 0, but got %" PRId64, w->stride[i]);
	return true;
}

/* Size of dim i after sliding a window of `size` over it. */
static bool slide(struct rule_ctx *c, const struct window *w, int i, idim in, idim size, idim *out)
{
	struct syms *s = &c->inf->syms;

	if (w->padding == 'S') {
		*out = sym_ceil(s, in, w->stride[i]);
		return true;
	}
	size = sym_add(s, sym_mul(s, sym_add(s, size, -1), w->dilation[i]), 1);
	if (w->padding == 'E')
		in = sym_add(s, in, sym_add(s, w->pad[2 * i], w->pad[2 * i + 1]));
	if (idim_known(in) && idim_known(size) && in < size)
		return rule_bad(c, 0, i, "Negative dimension size caused by subtracting %" PRId64 " from %" PRId64,
				size, in);
	*out = idim_known(size) ? sym_add(s, sym_div(s, sym_sub(s, in, size), w->stride[i]), 1) : rule_new(c);
	return true;
}

static void conv(struct rule_ctx *c)
{
	int rank = c->row->p;
	struct ishape in, f;
	struct window w;
	idim d[MAX_RANK];

	if (!window_read(c, &w, rank, 0, &in) || !strides_read(c, &w) || !rule_rank(c, 1, rank, &f))
		return;
	if (idim_known(in.dim[w.chan]) && idim_known(f.dim[rank - 2]) &&
	    (f.dim[rank - 2] == 0 || in.dim[w.chan] % f.dim[rank - 2])) {
		rule_bad(c, 1, rank - 2, "Depth of input (%" PRId64 ") is not a multiple of input depth of filter (%"
			 PRId64 ")", in.dim[w.chan], f.dim[rank - 2]);
		return;
	}
	d[0] = in.dim[0];
	d[w.chan] = f.dim[rank - 1];
	for (int i = 0; i < rank - 2; i++)
		if (!slide(c, &w, w.space + i, in.dim[w.space + i], f.dim[i], &d[w.space + i]))
			return;
	rule_out(c, 0, ishape_new(c->inf, rank, d));
}

static void depthwise(struct rule_ctx *c)
{
	struct ishape in, f;
	struct window w;
	idim d[MAX_RANK], chan;

	if (!window_read(c, &w, 4, 0, &in) || !strides_read(c, &w) || !rule_rank(c, 1, 4, &f) ||
	    !rule_merge_dim(c, 1, 2, in.dim[w.chan], f.dim[2], &chan))
		return;
	d[0] = in.dim[0];
	d[w.chan] = sym_mul(&c->inf->syms, chan, f.dim[3]);
	for (int i = 0; i < 2; i++)
		if (!slide(c, &w, w.space + i, in.dim[w.space + i], f.dim[i], &d[w.space + i]))
			return;
	rule_out(c, 0, ishape_new(c->inf, 4, d));
}

static void sizes_alone(struct rule_ctx *c, struct ishape size)
{
	struct ishape f, grad;

	if (!rule_rank(c, 1, 4, &f) || !rule_rank(c, 2, 4, &grad))
		return;
	if (rule_attr_is(c, "data_format", "NCHW"))
		rule_dims(c, 0, 4, grad.dim[0], f.dim[2], size.dim[0], size.dim[1]);
	else
		rule_dims(c, 0, 4, grad.dim[0], size.dim[0], size.dim[1], f.dim[2]);
}

static void backprop_input(struct rule_ctx *c)
{
	struct ishape s, grad = rule_in(c, 2);
	idim d[MAX_RANK];

	if (!rule_shape(c, 0, &s))
		return;
	if (s.rank == 2 && c->row->p == 4) {	/* height and width alone */
		sizes_alone(c, s);
		return;
	}
	if (s.rank >= 0 && s.rank != c->row->p) {
		rule_bad(c, 0, -1, "Shape must be rank %d but is rank %d", c->row->p, s.rank);
		return;
	}
	if (s.rank < 0 || !c->in[0].value)
		s = ishape_rank(c->inf, c->row->p);
	memcpy(d, s.dim, (size_t)s.rank * sizeof(*d));
	if (grad.rank == s.rank && !idim_known(d[0]))
		d[0] = grad.dim[0];		/* the batch is the gradient's */
	rule_out(c, 0, ishape_new(c->inf, s.rank, d));
}

static void backprop_filter(struct rule_ctx *c)
{
	struct ishape s;

	if (rule_shape(c, 1, &s))
		rule_out(c, 0, s.rank < 0 ? ishape_rank(c->inf, 4) : s);
}

static bool pool_slide(struct rule_ctx *c, struct window *w, struct ishape in, const int64_t *size)
{
	idim d[MAX_RANK];

	memcpy(d, in.dim, (size_t)w->rank * sizeof(*d));
	for (int i = 1; i < w->rank; i++) {	/* over space, MaxPool over channels too */
		if (i == w->chan && c->row->op[0] != 'M')
			continue;
		if (i == w->chan && (w->rank != 4 || size[i] == 1))
			continue;
		if (size[i] < 1 || size[i] > INT32_MAX || w->stride[i] < 1 || w->stride[i] > INT32_MAX)
			return rule_bad(c, -1, -1, "Pooling window and stride must be > 0");
		if (!slide(c, w, i, in.dim[i], size[i], &d[i]))
			return false;
	}
	rule_out(c, 0, ishape_new(c->inf, w->rank, d));
	return true;
}

static void pool(struct rule_ctx *c)
{
	int64_t size[MAX_RANK];
	struct ishape in;
	struct window w;

	if (!window_read(c, &w, c->row->p, 0, &in) || !strides_read(c, &w))
		return;
	if (rule_attr_is(c, "data_format", "NCHW_VECT_C") || rule_ints(c, "ksize", size, MAX_RANK) != (uint32_t)w.rank)
		return;
	if (pool_slide(c, &w, in, size) && c->n_out > 1)
		rule_out(c, 1, c->out[0].shape);
}

static void pool_v2(struct rule_ctx *c)
{
	int64_t size[MAX_RANK];
	struct ishape in;
	struct window w;
	uint32_t n, m;
	const idim *k = rule_value(c, 1, &n), *s = rule_value(c, 2, &m);

	if (!window_read(c, &w, 4, 0, &in))
		return;
	if (!k || !s || n != 4 || m != 4) {
		rule_out(c, 0, ishape_rank(c->inf, 4));
		return;
	}
	for (int i = 0; i < 4; i++) {
		size[i] = k[i];
		w.stride[i] = s[i];
		if (!idim_known(k[i]) || !idim_known(s[i])) {
			rule_out(c, 0, ishape_rank(c->inf, 4));
			return;
		}
	}
	pool_slide(c, &w, in, size);
}

static void dilation_2d(struct rule_ctx *c)
{
	struct ishape in, f;
	struct window w;
	idim d[4];

	if (!window_read(c, &w, 4, 0, &in) || !strides_read(c, &w) || !rule_rank(c, 1, 3, &f) ||
	    !rule_merge_dim(c, 1, 2, in.dim[3], f.dim[2], &d[3]))
		return;
	if (rule_ints(c, "rates", w.dilation, MAX_RANK) != 4 || w.dilation[1] < 1 || w.dilation[2] < 1 ||
	    w.dilation[1] > INT32_MAX || w.dilation[2] > INT32_MAX)
		return;
	d[0] = in.dim[0];
	for (int i = 1; i < 3; i++)
		if (!slide(c, &w, i, in.dim[i], f.dim[i - 1], &d[i]))
			return;
	rule_out(c, 0, ishape_new(c->inf, 4, d));
}

/* Patches of rows and columns, all of a patch's values in the last dim. */
static void patches(struct rule_ctx *c)
{
	int64_t size[4], rates[4];
	struct ishape in;
	struct window w;
	idim d[4];

	if (!window_read(c, &w, 4, 0, &in) || !strides_read(c, &w) || rule_ints(c, "ksizes", size, 4) != 4 ||
	    rule_ints(c, "rates", rates, 4) != 4)
		return;
	d[0] = in.dim[0];
	for (int i = 1; i < 3; i++) {
		if (rates[i] < 1 || size[i] < 1 || size[i] > INT32_MAX || rates[i] > INT32_MAX)
			return;
		w.dilation[i] = rates[i];
		if (!slide(c, &w, i, in.dim[i], size[i], &d[i]))
			return;
	}
	d[3] = sym_mul(&c->inf->syms, in.dim[3], size[1] * size[2]);
	rule_out(c, 0, ishape_new(c->inf, 4, d));
}

/* The image that an op pads (and first resizes) before it convolves it. */
static bool prepared(struct rule_ctx *c, struct ishape *x)
{
	uint32_t at = c->n_in - 2, n;
	const idim *p = rule_value(c, at, &n);
	struct ishape pads;
	idim d[4];

	if (!rule_rank(c, 0, 4, x) || !rule_rank(c, at, 2, &pads))
		return false;
	memcpy(d, x->dim, sizeof(d));
	if (c->n_in == 4) {		/* the size alone counts */
		const idim *size = rule_value(c, 1, &n);

		for (int i = 0; i < 2; i++)
			d[i + 1] = size && n == 2 ? size[i] : rule_new(c);
		p = rule_value(c, at, &n);
	}
	for (int i = 0; i < 4; i++) {
		bool known = p && n == 8 && p[2 * i] >= 0 && p[2 * i + 1] >= 0;

		d[i] = known ? sym_add(&c->inf->syms, d[i], sym_add(&c->inf->syms, p[2 * i], p[2 * i + 1])) :
		       i == 1 || i == 2 ? rule_new(c) : d[i];
	}
	*x = ishape_new(c->inf, 4, d);
	return true;
}

static void padded_conv(struct rule_ctx *c)
{
	struct ishape x, in, f;
	struct window w;
	idim d[4];

	if (!prepared(c, &x) || !window_read(c, &w, 4, 0, &in) || !strides_read(c, &w) ||
	    !rule_rank(c, c->n_in - 1, 4, &f))
		return;
	d[0] = x.dim[0];
	d[3] = f.dim[3];
	for (int i = 1; i < 3; i++)
		if (!slide(c, &w, i, x.dim[i], f.dim[i - 1], &d[i]))
			return;
	rule_out(c, 0, ishape_new(c->inf, 4, d));
}

/* Patches of planes, rows and columns. */
static void volume_patches(struct rule_ctx *c)
{
	int64_t size[5];
	struct ishape in;
	struct window w;
	idim d[5];

	if (!window_read(c, &w, 5, 0, &in) || !strides_read(c, &w) || rule_ints(c, "ksizes", size, 5) != 5)
		return;
	d[0] = in.dim[0];
	d[4] = in.dim[4];
	for (int i = 1; i < 4; i++) {
		if (size[i] < 0 || size[i] > INT32_MAX)
			return;
		if (idim_known(in.dim[i]) && w.padding == 'V' && in.dim[i] == size[i] - 1)
			d[i] = 0;		/* nothing fits, which is fine here */
		else if (!slide(c, &w, i, in.dim[i], size[i], &d[i]))
			return;
		d[4] = sym_mul(&c->inf->syms, d[4], size[i]);
	}
	rule_out(c, 0, ishape_new(c->inf, 5, d));
}

/* Input p, of five dims. */
static void volume_same(struct rule_ctx *c)
{
	struct ishape s;

	if (rule_rank(c, (uint32_t)c->row->p, 5, &s))
		rule_out(c, 0, s);
}

/* A shape's first `lead` dims made one. */
static struct ishape batch_as_one(struct rule_ctx *c, struct ishape s, int lead)
{
	idim one = ishape_count(c->inf, ishape_part(s, 0, lead));

	return ishape_cat(c->inf, ishape_new(c->inf, 1, &one), ishape_part(s, lead, s.rank));
}

/* Conv: any number of batch dims, two or three of space; attributes count without the leading ones. */
static void any_conv(struct rule_ctx *c)
{
	int64_t lead = rule_attr(c, "batch_dims", 1);
	struct ishape x = rule_in(c, 0), f = rule_in(c, 1), flat;
	bool first = rule_attr_is(c, "data_format", "CHANNELS_FIRST");
	struct window w;
	idim d[MAX_RANK];

	if (x.rank < 0 || f.rank < 0 || lead < 0 || lead >= x.rank || (f.rank != 4 && f.rank != 5) ||
	    x.rank - lead != f.rank - 1)
		return;
	flat = batch_as_one(c, x, (int)lead);
	w = (struct window){ .rank = f.rank, .space = first ? 2 : 1, .chan = first ? 1 : f.rank - 1 };
	for (int i = 0; i < MAX_RANK; i++)
		w.dilation[i] = w.stride[i] = 1;
	w.padding = rule_attr_is(c, "padding", "SAME") ? 'S' : rule_attr_is(c, "padding", "EXPLICIT") ? 'E' : 'V';
	rule_ints(c, "dilations", w.dilation, MAX_RANK);
	rule_ints(c, "strides", w.stride, MAX_RANK);
	rule_ints(c, "explicit_paddings", w.pad, 2 * MAX_RANK);
	d[w.chan] = f.dim[f.rank - 1];
	for (int i = 0; i < f.rank - 2; i++)
		if (w.stride[w.space + i] < 1 || w.dilation[w.space + i] < 1 || w.stride[w.space + i] > INT32_MAX ||
		    w.dilation[w.space + i] > INT32_MAX ||
		    !slide(c, &w, w.space + i, flat.dim[w.space + i], f.dim[i], &d[w.space + i]))
			return;
	rule_out(c, 0, ishape_cat(c->inf, ishape_part(x, 0, (int)lead), ishape_new(c->inf, f.rank - 1, d + 1)));
}

/* Sizes divided by ratios, and where the windows begin: one number more than there are windows. */
static void fractional_pool(struct rule_ctx *c)
{
	const struct attr_value *ratio;
	struct ishape s;
	uint32_t n;
	idim d[4];

	if (!rule_rank(c, 0, 4, &s) || !node_attr_list(c->n, "pooling_ratio", &ratio, &n) || n != 4)
		return;
	for (int i = 0; i < 4; i++) {
		float of = idim_known(s.dim[i]) ? (float)s.dim[i] / ratio[i].f : 0;

		if (!(ratio[i].f >= 1)) {
			rule_bad(c, -1, -1, "pooling_ratio cannot be smaller than 1, got: %g", (double)ratio[i].f);
			return;
		}
		d[i] = idim_known(s.dim[i]) ? (idim)floorf(of) : ratio[i].f == 1 ? s.dim[i] : rule_new(c);
	}
	rule_out(c, 0, ishape_new(c->inf, 4, d));
	rule_vec(c, 1, sym_add(&c->inf->syms, d[1], 1));
	rule_vec(c, 2, sym_add(&c->inf->syms, d[2], 1));
}

RULES(conv,
	RULE("Conv", any_conv),
	RULE_P("_FusedConv2D", conv, 4),
	RULE_P("_FusedConv3D", conv, 5),
	RULE("_FusedDepthwiseConv2dNative", depthwise),
	RULE("FusedPadConv2D", padded_conv),
	RULE("FusedResizeAndPadConv2D", padded_conv),
	RULE("ExtractVolumePatches", volume_patches),
	RULE_P("Conv3DBackpropFilter", volume_same, 1),
	RULE_P("Conv3DBackpropInput", volume_same, 0),
	RULE_P("Dilation2DBackpropInput", rule_same, 0),
	RULE_P("Dilation2DBackpropFilter", rule_same, 1),
	RULE("FractionalAvgPool", fractional_pool),
	RULE("FractionalMaxPool", fractional_pool),
	RULE_P("Conv2D", conv, 4),
	RULE_P("Conv3D", conv, 5),
	RULE("DepthwiseConv2dNative", depthwise),
	RULE_P("Conv2DBackpropInput", backprop_input, 4),
	RULE_P("Conv3DBackpropInputV2", backprop_input, 5),
	RULE_P("DepthwiseConv2dNativeBackpropInput", backprop_input, 4),
	RULE("Conv2DBackpropFilter", backprop_filter),
	RULE_P("AvgPool", pool, 4),
	RULE_P("MaxPool", pool, 4),
	RULE_P("MaxPoolWithArgmax", pool, 4),
	RULE_P("AvgPool3D", pool, 5),
	RULE_P("MaxPool3D", pool, 5),
	RULE("MaxPoolV2", pool_v2),
	RULE("Dilation2D", dilation_2d),
	RULE("ExtractImagePatches", patches));
