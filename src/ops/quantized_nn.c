/* Layers on quantized images: convolutions, matrix products, pooling. Sums are exact in 32 bits, which wrap. */
#include <math.h>
#include <string.h>

#include "ops/quantized.h"

/* Ranges of inputs at, at + 1 and at + 2, at + 3. */
static void two_ranges(const struct op_ctx *c, int at, float *a, float *b)
{
	for (int i = 0; i < 2; i++) {
		a[i] = quantized_float(c, at + i);
		b[i] = quantized_float(c, at + 2 + i);
	}
}

/* ---- MatMul ---- */

struct product {
	const struct tensor *a, *b;
	struct tensor *out;
	bool ta, tb;
	int64_t m, n, k, zero_a, zero_b;
};

static void product_tile(void *ctx, int64_t from, int64_t to)
{
	const struct product *p = ctx;

	for (int64_t i = from; i < to; i++) {
		int64_t r = i / p->n, s = i % p->n;
		uint32_t sum = 0;

		for (int64_t k = 0; k < p->k; k++) {
			int64_t x = quantized_at(p->a, p->ta ? k * p->m + r : r * p->k + k);
			int64_t y = quantized_at(p->b, p->tb ? s * p->k + k : k * p->n + s);

			sum += (uint32_t)(((uint64_t)x - (uint64_t)p->zero_a) * ((uint64_t)y - (uint64_t)p->zero_b));
		}
		quantized_put(p->out, i, (int32_t)sum);
	}
}

static bool run_product(struct op_ctx *c)
{
	static const char *const name[] = { "min_a", "max_a", "min_b", "max_b" };
	struct product p = { .a = c->in[0], .b = c->in[1] };
	float a[2], b[2];
	int64_t kb;

	node_attr_bool(c->node, "transpose_a", &p.ta);
	node_attr_bool(c->node, "transpose_b", &p.tb);
	if (!quantized_scalars(c, 2, 4, name, SAY_GOT))
		return false;
	two_ranges(c, 2, a, b);
	if (!(a[1] > a[0]) || !(b[1] > b[0]))
		return op_invalid(c, a[1] > a[0] ? "max_b must be larger than min_b."
						 : "max_a must be larger than min_a.");
	for (int i = 0; i < 2; i++)
		if (c->in[i]->rank != 2)
			return op_invalid(c, "In[%d] is not a matrix", i);
	p.m = p.a->dim[p.ta], p.k = p.a->dim[!p.ta];
	p.n = p.b->dim[!p.tb], kb = p.b->dim[p.tb];
	if (p.k != kb)
		return op_invalid(c, "Matrix size-incompatible: In[0]: %s, In[1]: %s", op_in_shape(c, 0),
				  op_in_shape(c, 1));
	p.out = op_out(c, 0, DT_QINT32, 2, (int64_t[]){ p.m, p.n });
	if (!p.out)
		return false;
	p.zero_a = quantized_of(DT_QUINT8, 0, a[0], a[1]);
	p.zero_b = quantized_of(DT_QUINT8, 0, b[0], b[1]);
	tiles_run(p.out->n, 1 + TILE_ELEMS / (p.k + 1), product_tile, &p);
	return quantized_product_range(c, a, DT_QUINT8, b, DT_QUINT8);
}

/* ---- windows over images ---- */

struct windows {
	const struct tensor *x, *f;
	struct tensor *out;
	int64_t in[2], k[2], out_size[2], stride[2], before[2], c, oc, zero_x, zero_f;
	bool max;
};

/* Zeros of the image lie around it: they add nothing. */
static void conv_tile(void *ctx, int64_t from, int64_t to)
{
	const struct windows *w = ctx;

	for (int64_t i = from; i < to; i++) {
		int64_t p = i / w->oc, ox = p % w->out_size[1], oy = p / w->out_size[1] % w->out_size[0];
		int64_t image = p / w->out_size[1] / w->out_size[0];
		uint32_t sum = 0;

		for (int64_t t = 0; t < w->k[0] * w->k[1]; t++) {
			int64_t y = oy * w->stride[0] - w->before[0] + t / w->k[1];
			int64_t x = ox * w->stride[1] - w->before[1] + t % w->k[1];

			if (y < 0 || y >= w->in[0] || x < 0 || x >= w->in[1])
				continue;
			for (int64_t ch = 0; ch < w->c; ch++) {
				int64_t at = ((image * w->in[0] + y) * w->in[1] + x) * w->c + ch;
				/* a range of NaN or infinity has a zero that is far away: wraps */
				uint64_t v = (uint64_t)quantized_at(w->x, at) - (uint64_t)w->zero_x;
				uint64_t f = (uint64_t)quantized_at(w->f, (t * w->c + ch) * w->oc + i % w->oc) -
					     (uint64_t)w->zero_f;

				sum += (uint32_t)(v * f);
			}
		}
		quantized_put(w->out, i, (int32_t)sum);
	}
}

static bool ints(struct op_ctx *c, const char *attr, int64_t *to)
{
	const struct attr_value *v;
	uint32_t n = 0;

	if (!node_attr_list(c->node, attr, &v, &n) || n != 4)
		return op_invalid(c, "Sliding window %s field must specify 4 dimensions", attr);
	for (int i = 0; i < 4; i++)
		to[i] = v[i].i;
	return true;
}

static bool conv_attrs(struct op_ctx *c, struct windows *w, enum padding *pad)
{
	const struct attr_value *v;
	int64_t s[4];
	uint32_t n = 0;

	if (!padding_attr(c->node, pad, c->err) || !ints(c, "strides", s))
		return false;
	if (s[1] != s[2])
		return op_invalid(
			c,
			"Current implementation only supports equal length strides in the row and column dimensions.");
	if (s[0] != 1 || s[3] != 1)
		return op_invalid(
			c, "Current implementation does not yet support strides in the batch and depth dimensions.");
	if (node_attr_list(c->node, "dilations", &v, &n))
		for (uint32_t i = 0; i < n; i++)
			if (v[i].i != 1)
				return op_invalid(
					c,
					i == 0 || i == 3
						? "Current implementation does not yet support dilations in the batch and depth dimensions."
						: "Current implementation only supports dilated rate as 1 in the row and column dimensions.");
	w->stride[0] = s[1], w->stride[1] = s[2];
	return true;
}

static bool conv_sizes(struct op_ctx *c, struct windows *w, enum padding pad)
{
	static const char *const name[] = { "min_input", "max_input", "min_filter", "max_filter" };

	if (!quantized_scalars(c, 2, 4, name, SAY_PLAIN))
		return false;
	for (int i = 0; i < 2; i++)
		if (c->in[i]->rank != 4)
			return op_invalid(c, "%s must be rank 4 but is rank %d", i ? "filter" : "input",
					  c->in[i]->rank);
	w->c = w->x->dim[3], w->oc = w->f->dim[3];
	if (w->c != w->f->dim[2])
		return op_invalid(c, "input and filter must have the same depth: %lld vs %lld", (long long)w->c,
				  (long long)w->f->dim[2]);
	for (int i = 0; i < 2; i++) {
		int64_t after = 0;

		w->in[i] = w->x->dim[i + 1], w->k[i] = w->f->dim[i];
		if (!window_size(c, w->in[i], w->k[i], 1, w->stride[i], pad, &w->out_size[i], &w->before[i], &after))
			return false;
	}
	return true;
}

static bool run_conv(struct op_ctx *c)
{
	struct windows w = { .x = c->in[0], .f = c->in[1] };
	enum padding pad;
	float x[2], f[2];

	if (!conv_attrs(c, &w, &pad) || !conv_sizes(c, &w, pad))
		return false;
	two_ranges(c, 2, x, f);
	w.out = op_out(c, 0, DT_QINT32, 4, (int64_t[]){ w.x->dim[0], w.out_size[0], w.out_size[1], w.oc });
	if (!w.out)
		return false;
	w.zero_x = quantized_of(DT_QUINT8, 0, x[0], x[1]);
	w.zero_f = quantized_of(w.f->dtype, 0, f[0], f[1]);
	tiles_run(w.out->n, 1 + TILE_ELEMS / (w.c * w.k[0] * w.k[1] + 1), conv_tile, &w);
	return quantized_product_range(c, x, DT_QUINT8, f, w.f->dtype);
}

/* ---- pooling ---- */

static void pool_tile(void *ctx, int64_t from, int64_t to)
{
	const struct windows *w = ctx;

	for (int64_t i = from; i < to; i++) {
		int64_t p = i / w->c, ox = p % w->out_size[1], oy = p / w->out_size[1] % w->out_size[0];
		int64_t image = p / w->out_size[1] / w->out_size[0], sum = 0, best = INT64_MIN, n = 0;

		for (int64_t t = 0; t < w->k[0] * w->k[1]; t++) {
			int64_t y = oy * w->stride[0] - w->before[0] + t / w->k[1];
			int64_t x = ox * w->stride[1] - w->before[1] + t % w->k[1], v;

			if (y < 0 || y >= w->in[0] || x < 0 || x >= w->in[1])
				continue;
			v = quantized_at(w->x, ((image * w->in[0] + y) * w->in[1] + x) * w->c + i % w->c);
			sum += v;
			best = v > best ? v : best;
			n++;
		}
		quantized_put(w->out, i, w->max ? n ? best : 0 : n ? sum / n : 0);
	}
}

static bool pool_sizes(struct op_ctx *c, struct windows *w)
{
	enum padding pad;
	int64_t k[4], s[4];

	if (!padding_attr(c->node, &pad, c->err) || !ints(c, "ksize", k) || !ints(c, "strides", s))
		return false;
	if (k[0] != 1 || s[0] != 1)
		return op_fail(c, ERR_UNIMPLEMENTED, "Pooling is not yet supported on the batch dimension.");
	if (w->x->rank != 4)
		return op_invalid(c, "tensor_in_shape must have 2 spatial dimensions. %d 0", w->x->rank);
	if (k[3] != 1 || s[3] != 1)
		return op_fail(c, ERR_UNIMPLEMENTED, "Non-spatial pooling is not yet supported. Volunteers? :)");
	w->c = w->x->dim[3];
	for (int i = 0; i < 2; i++) {
		int64_t after = 0;

		w->in[i] = w->x->dim[i + 1], w->k[i] = k[i + 1], w->stride[i] = s[i + 1];
		if (!window_size(c, w->in[i], w->k[i], 1, w->stride[i], pad, &w->out_size[i], &w->before[i], &after))
			return false;
	}
	return true;
}

static bool run_pool(struct op_ctx *c)
{
	static const char *const name[] = { "min_input", "max_input" };
	struct windows w = { .x = c->in[0], .max = c->row->name[9] == 'M' };

	if (!pool_sizes(c, &w) || !quantized_scalars(c, 1, 2, name, SAY_SHAPE))
		return false;
	w.out = op_out(c, 0, w.x->dtype, 4, (int64_t[]){ w.x->dim[0], w.out_size[0], w.out_size[1], w.c });
	if (!w.out)
		return false;
	tiles_run(w.out->n, 1 + TILE_ELEMS / (w.k[0] * w.k[1] + 1), pool_tile, &w);
	return quantized_range_out(c, 1, quantized_float(c, 1), quantized_float(c, 2));
}

#define DM_SMALL (DM(DT_QUINT8) | DM(DT_QINT8))
static const struct op_row rows[] = {
	{ .name = "QuantizedAvgPool", .n_in = 3, .n_out = 3, .types = { { "T", DM_SMALL } }, .run = run_pool },
	{ .name = "QuantizedConv2D",
	  .n_in = 6,
	  .n_out = 3,
	  .types = { { "Tinput", DM(DT_QUINT8) }, { "Tfilter", DM(DT_QUINT8) }, { "out_type", DM(DT_QINT32) } },
	  .run = run_conv },
	{ .name = "QuantizedMatMul",
	  .n_in = 6,
	  .n_out = 3,
	  .types = { { "T1", DM(DT_QUINT8) }, { "T2", DM(DT_QUINT8) }, { "Toutput", DM(DT_QINT32) } },
	  .run = run_product },
	{ .name = "QuantizedMaxPool", .n_in = 3, .n_out = 3, .types = { { "T", DM_SMALL } }, .run = run_pool },
};

OP_FAMILY(family_quantized_nn, rows);
