/*
 * Summaries: ScalarSummary and its kin give them as strings; summary_writer.c writes them to files.
 *
 *   Summary { 1: value { 1: tag  2: simple_value  4: image  5: histo  6: audio  7: node  8: tensor
 * 9: metadata } ... }
 */
#include "ops/summary.h"

#include "ops/serialize.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "base/map.h"
#include "base/wireput.h"
#include "codec/picopt.h"
#include "ops/audio.h"
#include "proto/wire.h"

static void put_bits(struct str *s, const void *v, size_t n)
{
	str_add(s, (struct sv){v, n});
}

static void put_float(struct str *s, uint32_t num, float v)
{
	uint32_t bits;

	memcpy(&bits, &v, 4);
	if (!bits)
		return;
	put_varint(s, num << 3 | WIRE_I32);
	put_bits(s, &v, 4);
}

static void put_double(struct str *s, uint32_t num, double v)
{
	uint64_t bits;

	memcpy(&bits, &v, 8);
	if (!bits)
		return;
	put_varint(s, num << 3 | WIRE_I64);
	put_bits(s, &v, 8);
}

/* A string of a message, which is not there when it is empty. */
static void put_text(struct str *s, uint32_t num, struct sv v)
{
	if (v.n)
		put_len(s, num, v);
}

void summary_scalar(struct str *s, struct sv tag, float v)
{
	struct str one = STR_INIT;

	put_text(&one, 1, tag);
	put_varint(&one, 2 << 3 | WIRE_I32); /* one of several: there, also when it is 0 */
	put_bits(&one, &v, 4);
	put_len(s, 1, str_sv(&one));
	str_free(&one);
}

void summary_tensor(struct str *s, struct sv tag, struct sv node, const struct tensor *t,
		    struct sv meta)
{
	struct str one = STR_INIT, bytes = STR_INIT;

	tensor_fields(&bytes, t);
	put_text(&one, 1, tag);
	put_text(&one, 7, node);
	put_len(&one, 8, str_sv(&bytes));
	if (meta.p)
		put_len(&one, 9, meta);
	put_len(s, 1, str_sv(&one));
	str_free(&one);
	str_free(&bytes);
}

/* ---- histograms ---- */

enum { SIDE_MAX = 800 }; /* limits on one side of zero */

/* Limits a tenth apart from 1e-12 up, the same below zero; the last is DBL_MAX. */
static int limits_make(double *limit)
{
	double side[SIDE_MAX], v = 1e-12;
	int n = 0, k = 0;

	for (; v < 1e20; v *= 1.1)
		side[n++] = v;
	side[n++] = DBL_MAX;
	for (int i = n; i-- > 0;)
		limit[k++] = -side[i];
	limit[k++] = 0;
	for (int i = 0; i < n; i++)
		limit[k++] = side[i];
	return k;
}

static int limit_above(const double *limit, int n, double v)
{
	int lo = 0, hi = n;

	while (lo < hi) {
		int mid = (lo + hi) / 2;

		if (limit[mid] <= v)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < n ? lo : n - 1;
}

/* Runs of empty buckets are one. */
static void put_buckets(struct str *s, const double *limit, const double *count, int n)
{
	struct str limits = STR_INIT, counts = STR_INIT;

	for (int i = 0; i < n; i++) {
		while (count[i] == 0 && i + 1 < n && count[i + 1] == 0)
			i++;
		put_bits(&limits, &limit[i], 8);
		put_bits(&counts, &count[i], 8);
	}
	put_len(s, 6, str_sv(&limits));
	put_len(s, 7, str_sv(&counts));
	str_free(&limits);
	str_free(&counts);
}

bool summary_histogram(struct op_ctx *c, struct str *s, struct sv tag, const struct tensor *v,
		       struct sv name)
{
	double limit[2 * SIDE_MAX + 1], count[2 * SIDE_MAX + 1] = {0}, min = DBL_MAX,
							     max = -DBL_MAX, sum = 0, squares = 0;
	int n = limits_make(limit);
	struct str one = STR_INIT, histo = STR_INIT;

	for (int64_t i = 0; i < v->n; i++) {
		double x = tensor_get_f64(v, i);

		if (!isfinite(x))
			return op_invalid(c, "%s for: %.*s",
					  isnan(x)   ? "Nan in summary histogram"
					  : c->n_out ? "Infinity in Histogram"
						     : "Infinity in summary histogram",
					  SV_ARG(name));
		count[limit_above(limit, n, x)]++;
		min = x < min ? x : min;
		max = x > max ? x : max;
		sum += x;
		squares += x * x;
	}
	put_double(&histo, 1, min);
	put_double(&histo, 2, max);
	put_double(&histo, 3, (double)v->n);
	put_double(&histo, 4, sum);
	put_double(&histo, 5, squares);
	put_buckets(&histo, limit, count, n);
	put_text(&one, 1, tag);
	put_len(&one, 5, str_sv(&histo));
	put_len(s, 1, str_sv(&one));
	str_free(&one);
	str_free(&histo);
	return true;
}

/* ---- pictures ---- */

struct canvas {
	const struct tensor *t, *bad;
	int64_t pixels;
	int depth;
	uint8_t *px;
};

static bool pixel_finite(const struct canvas *k, int64_t at)
{
	for (int j = 0; j < k->depth; j++)
		if (!isfinite(tensor_get_f64(k->t, at + j)))
			return false;
	return true;
}

/* What maps the picture's finite values to 0..255: around 128 when some are negative. */
static void range_of(const struct canvas *k, int64_t from, double *scale, double *offset)
{
	float min = INFINITY, max = -INFINITY, most;

	for (int64_t i = 0; i < k->pixels; i++)
		for (int j = 0; pixel_finite(k, from + i * k->depth) && j < k->depth; j++) {
			float v = (float)tensor_get_f64(k->t, from + i * k->depth + j);

			min = v < min ? v : min;
			max = v > max ? v : max;
		}
	most = min < 0 ? fmaxf(fabsf(min), fabsf(max)) : max;
	*scale = most < 1e-6f ? 0.0f : (min < 0 ? 127.0f : 255.0f) / most;
	*offset = min < 0 ? 128 : 0;
}

/* v * scale + offset, each step rounded to the tensor's type. */
static uint8_t shade(enum dtype t, double v, double scale, double offset)
{
	if (t == DT_DOUBLE)
		return (uint8_t)(int)(v * scale + offset);
	if (t == DT_FLOAT)
		return (uint8_t)(int)((float)v * (float)scale + (float)offset);
	scale = half_to_float(half_of_float((float)scale));
	v = half_to_float(half_of_float((float)v * (float)scale));
	return (uint8_t)(int)half_to_float(half_of_float((float)v + (float)offset));
}

static void paint(struct canvas *k, int64_t from)
{
	double scale, offset;

	if (k->t->dtype == DT_UINT8) {
		memcpy(k->px, (const uint8_t *)k->t->data + from, (size_t)(k->pixels * k->depth));
		return;
	}
	range_of(k, from, &scale, &offset);
	for (int64_t i = 0; i < k->pixels; i++) {
		bool fine = pixel_finite(k, from + i * k->depth);

		for (int j = 0; j < k->depth; j++)
			k->px[i * k->depth + j] =
				fine ? shade(k->t->dtype,
					     tensor_get_f64(k->t, from + i * k->depth + j), scale,
					     offset)
				     : ((const uint8_t *)k->bad->data)[j];
	}
}

static bool put_image(struct op_ctx *c, struct str *s, const char *tag, const struct canvas *k)
{
	struct str one = STR_INIT, image = STR_INIT, png = STR_INIT;
	int h = (int)k->t->dim[1], w = (int)k->t->dim[2];
	bool ok = k->pixels && png_encode(k->px, w, h, k->depth, 8, -1, &png, c->err);

	put_int(&image, 1, (uint64_t)h);
	put_int(&image, 2, (uint64_t)w);
	put_int(&image, 3, (uint64_t)k->depth);
	put_text(&image, 4, str_sv(&png));
	put_len(&one, 1, sv_of(tag));
	put_len(&one, 4, str_sv(&image));
	put_len(s, 1, str_sv(&one));
	str_free(&one);
	str_free(&image);
	str_free(&png);
	if (!ok && c->err->kind != ERR_KIND_UNSUPPORTED) {
		err_clear(c->err);
		op_fail(c, ERR_INTERNAL, "PNG encoding failed");
	}
	return ok;
}

static bool image_ok(struct op_ctx *c, const struct tensor *t, const struct tensor *bad)
{
	if (t->rank != 4 || (t->dim[3] != 1 && t->dim[3] != 3 && t->dim[3] != 4))
		return op_invalid(c, "Tensor must be 4-D with last dim 1, 3, or 4, not %s",
				  op_shape(c, t->rank, t->dim));
	if (t->dim[0] > INT32_MAX || t->dim[1] > INT32_MAX || t->dim[2] > INT32_MAX ||
	    t->dim[1] * t->dim[2] >= INT64_C(1) << 29)
		return op_invalid(c, "Tensor too large for summary %s",
				  op_shape(c, t->rank, t->dim));
	if (t->dim[1] == 0 || t->dim[2] == 0)
		return op_invalid(c, "input tensor must have non-zero dims. Found: [%s].",
				  op_list(c, t->dim, 4, ", "));
	if (bad->dtype != DT_UINT8)
		return op_invalid(c, "bad_color must be uint8, got %s", dtype_text(bad->dtype));
	if (bad->rank != 1)
		return op_invalid(c, "bad_color must be a vector, got shape %s",
				  op_shape(c, bad->rank, bad->dim));
	return t->dtype == DT_UINT8 || bad->dim[0] >= t->dim[3] ||
	       op_invalid(
		       c,
		       "expected depth <= bad_color.size, got depth = %lld, bad_color.size = %lld",
		       (long long)t->dim[3], (long long)bad->dim[0]);
}

bool summary_images(struct op_ctx *c, struct str *s, struct sv tag, const struct tensor *t,
		    const struct tensor *bad)
{
	struct canvas k = {.t = t, .bad = bad};
	int64_t most = 3;

	node_attr_int(c->node, "max_images", &most);
	if (!image_ok(c, t, bad))
		return false;
	k.pixels = t->dim[1] * t->dim[2];
	k.depth = (int)t->dim[3];
	k.px = op_temp(c, (size_t)(k.pixels * k.depth) + 1);
	for (int64_t i = 0; k.px && i < most && i < t->dim[0]; i++) {
		paint(&k, i * k.pixels * k.depth);
		if (!put_image(c, s,
			       most > 1 ? arena_printf(c->scratch, "%.*s/image/%lld", SV_ARG(tag),
						       (long long)i)
					: arena_printf(c->scratch, "%.*s/image", SV_ARG(tag)),
			       &k))
			return false;
	}
	return k.px != NULL;
}

/* ---- sound ---- */

bool summary_audio(struct op_ctx *c, struct str *s, struct sv tag, const struct tensor *t,
		   const float *rate)
{
	int64_t most = 3, frames, channels;

	node_attr_int(c->node, "max_outputs", &most);
	if (t->rank < 2 || t->rank > 3)
		return op_invalid(c, "Tensor must be 3-D or 2-D, got: %s",
				  op_shape(c, t->rank, t->dim));
	if (!(*rate > 0))
		return op_invalid(c, "sample_rate must be > 0");
	frames = t->dim[1];
	channels = t->rank == 2 ? 1 : t->dim[2];
	if (t->n == 0 && t->dim[0] > 0)
		return op_invalid(c, "audio is null");
	for (int64_t i = 0; i < most && i < t->dim[0]; i++) {
		struct str one = STR_INIT, audio = STR_INIT, wav = STR_INIT;
		int64_t hz = *rate < 4e9f ? lrintf(*rate) : INT64_C(1) << 32;
		bool ok = wav_encode(c, (const float *)t->data + i * frames * channels, frames,
				     channels, hz ? hz : 1, &wav);

		put_len(&one, 1,
			sv_of(most > 1 ? arena_printf(c->scratch, "%.*s/audio/%lld", SV_ARG(tag),
						      (long long)i)
				       : arena_printf(c->scratch, "%.*s/audio", SV_ARG(tag))));
		put_float(&audio, 1, *rate);
		put_int(&audio, 2, (uint64_t)channels);
		put_int(&audio, 3, (uint64_t)frames);
		put_text(&audio, 4, str_sv(&wav));
		put_len(&audio, 5, SV("audio/wav"));
		put_len(&one, 6, str_sv(&audio));
		put_len(s, 1, str_sv(&one));
		str_free(&one);
		str_free(&audio);
		str_free(&wav);
		if (!ok)
			return false;
	}
	return true;
}

/* ---- kernels ---- */

/* Output 0 is the string; takes s. */
static bool give(struct op_ctx *c, struct str *s, bool ok)
{
	struct tensor *out = ok ? op_out(c, 0, DT_STRING, 0, NULL) : NULL;

	ok = out && tensor_str_set(out, 0, str_sv(s), c->err);
	str_free(s);
	return ok;
}

static bool run_scalar(struct op_ctx *c)
{
	const struct tensor *tag = c->in[0], *v = c->in[1];
	struct str s = STR_INIT;

	if (!shape_eq(tensor_shape(tag), tensor_shape(v)))
		return op_invalid(c, "tags and values are not the same shape: %s != %s%s",
				  op_in_shape(c, 0), op_in_shape(c, 1),
				  tag->n == 1 ? arena_printf(c->scratch, " (tag '%.*s')",
							     SV_ARG(tensor_str(tag, 0)))
					      : "");
	for (int64_t i = 0; i < tag->n; i++)
		summary_scalar(&s, tensor_str(tag, i), (float)tensor_get_f64(v, i));
	return give(c, &s, true);
}

static bool run_histogram(struct op_ctx *c)
{
	struct str s = STR_INIT;

	if (c->in[0]->rank != 0)
		return op_invalid(c, "tags must be scalar");
	return give(c, &s,
		    summary_histogram(c, &s, tensor_str(c->in[0], 0), c->in[1], c->node->name));
}

static bool run_tensor(struct op_ctx *c)
{
	struct str s = STR_INIT;

	summary_tensor(&s, SV(""), c->node->name, c->in[0], (struct sv){NULL, 0});
	return give(c, &s, true);
}

static bool run_tensor_2(struct op_ctx *c)
{
	struct str s = STR_INIT;
	struct sv meta;

	if (c->in[0]->rank != 0)
		return op_invalid(c, "tag must be scalar");
	if (c->in[2]->rank != 0)
		return op_invalid(c, "serialized_summary_metadata must be scalar");
	meta = tensor_str(c->in[2], 0);
	summary_tensor(&s, tensor_str(c->in[0], 0), SV(""), c->in[1], meta.p ? meta : SV(""));
	return give(c, &s, true);
}

static bool run_image(struct op_ctx *c)
{
	struct str s = STR_INIT;
	struct tensor *bad;
	struct sv bytes;
	bool ok;

	if (c->in[0]->rank != 0)
		return op_invalid(c, "Tags must be a scalar");
	if (!node_attr_tensor(c->node, "bad_color", &bytes))
		return op_invalid(c, "attr 'bad_color' is missing");
	bad = tensorproto_decode(bytes, c->err);
	ok = bad && summary_images(c, &s, tensor_str(c->in[0], 0), c->in[1], bad);
	tensor_unref(bad);
	return give(c, &s, ok);
}

static bool run_audio(struct op_ctx *c)
{
	struct str s = STR_INIT;
	float rate = 0;

	if (c->in[0]->rank != 0)
		return op_invalid(c, "Tag must be a scalar");
	if (c->n_in > 2 && c->in[2]->rank != 0)
		return op_invalid(c, "sample_rate must be a scalar");
	if (c->n_in > 2)
		rate = *(const float *)c->in[2]->data;
	else
		node_attr_float(c->node, "sample_rate", &rate);
	return give(c, &s, summary_audio(c, &s, tensor_str(c->in[0], 0), c->in[1], &rate));
}

bool summary_values(struct str *s, struct sv summary)
{
	struct wire w = wire_of(summary);
	struct wire_field f;

	while (wire_next(&w, &f)) {
		struct wire in = wire_of(f.s);
		struct wire_field g;

		if (f.num != 1 || f.type != WIRE_LEN)
			continue;
		while (wire_next(&in, &g))
			;
		if (in.bad)
			return false;
		put_len(s, 1, f.s);
	}
	return !w.bad;
}

/* No tag may come twice, but for none at all. */
static bool tags_differ(struct op_ctx *c, struct sv summary)
{
	struct wire w = wire_of(summary);
	struct wire_field f;
	struct map seen = {0};
	bool ok = true;

	while (ok && wire_next(&w, &f)) {
		struct sv tag = wire_last(f.s, 1);

		ok = !tag.n || map_add(&seen, tag, 1) ||
		     op_invalid(c, "Duplicate tag %.*s found in summary inputs ", SV_ARG(tag));
	}
	map_free(&seen);
	return ok;
}

static bool run_merge(struct op_ctx *c)
{
	struct str s = STR_INIT;

	for (int i = 0; i < c->n_in; i++)
		for (int64_t k = 0; k < c->in[i]->n; k++)
			if (!summary_values(&s, tensor_str(c->in[i], k))) {
				str_free(&s);
				return op_invalid(c, "Could not parse one of the summary inputs");
			}
	return give(c, &s, tags_differ(c, str_sv(&s)));
}

#define DM_PLAIN_TENSOR (DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING))

static const struct op_row rows[] = {
	{.name = "ScalarSummary",
	 .n_in = 2,
	 .n_out = 1,
	 .types = {{"T", DM_REAL}},
	 .run = run_scalar},
	{.name = "HistogramSummary",
	 .n_in = 2,
	 .n_out = 1,
	 .types = {{"T", DM_REAL}},
	 .run = run_histogram},
	{.name = "TensorSummary",
	 .n_in = 1,
	 .n_out = 1,
	 .types = {{"T", DM_PLAIN_TENSOR}},
	 .run = run_tensor},
	{.name = "TensorSummaryV2",
	 .n_in = 3,
	 .n_out = 1,
	 .types = {{"T", DM_PLAIN_TENSOR}},
	 .run = run_tensor_2},
	{.name = "ImageSummary", .n_in = 2, .n_out = 1, .run = run_image},
	{.name = "AudioSummary", .n_in = 2, .n_out = 1, .run = run_audio},
	{.name = "AudioSummaryV2", .n_in = 3, .n_out = 1, .run = run_audio},
	{.name = "MergeSummary", .n_in = -1, .n_out = 1, .run = run_merge},
};

OP_FAMILY(family_summary, rows);
