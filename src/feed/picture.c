/*
 * Pictures as inputs: decoded, brought to the input's channels and size, pixels made numbers. Sizes
 * change by the nearest pixel, with the centres that Keras' load_img uses: source = floor((i + 0.5)
 * * in / out); or bilinear, as tf.image.resize does it; or as PIL does it; or out of the middle of
 * the picture, when that has another form than the input.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/fmap.h"
#include "base/mem.h"
#include "codec/pic.h"
#include "feed/kinds.h"
#include "feed/resample.h"

/* Where height, width and channels stand in the input's shape. */
struct place {
	int rank, h, w, c; /* axis numbers; c -1: none */
	int64_t dim[4];
};

static bool few_channels(int64_t d)
{
	return d == 1 || d == 3 || d == 4;
}

/* (batch, height, width) of gray pictures: no side counts channels, and only the first can be
 * unknown. */
static bool gray_batch(struct shape s)
{
	return s.rank == 3 && s.dim[2] > 4 && s.dim[0] < 0;
}

bool feed_picture_batch(struct shape s)
{
	return s.rank < 0 || s.rank == 4 || gray_batch(s);
}

static bool find_place(const struct feed_spec *spec, const struct pic *p, struct place *pl,
		       struct err *err)
{
	struct shape s = spec->shape;
	int base;

	if (s.rank < 0) {
		pl->rank = 4;
		memcpy(pl->dim, (int64_t[]){1, p->h, p->w, 3}, sizeof(pl->dim));
	} else if (s.rank < 2 || s.rank > 4) {
		struct str t = STR_INIT;

		shape_str(&t, s);
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			"a picture does not fit an input of shape %s", str_z(&t));
		str_free(&t);
		return false;
	} else {
		pl->rank = s.rank;
		for (int d = 0; d < s.rank; d++)
			pl->dim[d] = s.dim[d];
	}
	base = pl->rank == 4 || gray_batch(s) ? 1 : 0;
	if (base && pl->dim[0] < 0)
		pl->dim[0] = 1;
	pl->c = pl->rank == 2 || gray_batch(s) ? -1 : pl->rank - 1;
	pl->h = base;
	pl->w = base + 1;
	if (pl->c >= 0) {
		int64_t last = pl->dim[pl->rank - 1], first = pl->dim[base];

		if (!few_channels(last) && few_channels(first))
			pl->c = base, pl->h = base + 1, pl->w = base + 2; /* NCHW */
		if (pl->dim[pl->c] < 0)
			pl->dim[pl->c] = 3;
	}
	if (pl->dim[pl->h] < 0)
		pl->dim[pl->h] = p->h;
	if (pl->dim[pl->w] < 0)
		pl->dim[pl->w] = p->w;
	return true;
}

/* Channel c of n of a pixel. Gray from colour uses PIL's weights (ITU-R 601), rounded as it does.
 */
static double channel(const struct pic *p, int64_t x, int64_t y, int64_t c, int64_t n)
{
	const uint8_t *px = p->px + ((size_t)y * (size_t)p->w + (size_t)x) * (size_t)p->channels;

	if (c == 3)
		return p->channels == 4 ? px[3] : 255;
	if (n == 1 && p->channels >= 3)
		return (px[0] * 19595u + px[1] * 38470u + px[2] * 7471u + 0x8000u) >> 16;
	return p->channels >= 3 ? px[c] : px[0];
}

/* ---- how it is prepared ---- */

enum scale { SCALE_RAW, SCALE_KERAS, SCALE_UNIT, SCALE_CAFFE, SCALE_TORCH };

enum resize { RESIZE_NEAREST, RESIZE_BILINEAR, RESIZE_PIL };

struct way {
	enum scale scale;
	enum resize resize;
	bool bgr, crop;
};

/* ImageNet's means and spreads, red first, as keras.applications subtracts them. */
static const float caffe_mean[3] = {123.68f, 116.779f, 103.939f};
static const float torch_mean[3] = {0.485f, 0.456f, 0.406f},
		   torch_std[3] = {0.229f, 0.224f, 0.225f};

static bool scale_named(struct sv word, struct way *w)
{
	static const struct {
		const char *name;
		enum scale scale;
	} names[] = {
		{"keras", SCALE_KERAS},	   {"-1..1", SCALE_KERAS}, {"0..1", SCALE_UNIT},
		{"0..255", SCALE_RAW},	   {"caffe", SCALE_CAFFE}, {"torch", SCALE_TORCH},
		{"imagenet", SCALE_TORCH},
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (sv_is(word, names[i].name)) {
			w->scale = names[i].scale;
			w->bgr = w->scale == SCALE_CAFFE;
			return true;
		}
	return false;
}

static bool way_word(struct sv word, struct way *w)
{
	static const char *const resizes[] = {"nearest", "bilinear", "pil"};

	for (int i = 0; i < 3; i++)
		if (sv_is(word, resizes[i])) {
			w->resize = (enum resize)i;
			return true;
		}
	if (sv_is(word, "rgb") || sv_is(word, "bgr"))
		w->bgr = sv_is(word, "bgr");
	else if (sv_is(word, "crop"))
		w->crop = true;
	else
		return scale_named(word, w);
	return true;
}

static bool way_add(const char *text, struct way *w, struct err *err)
{
	struct sv rest = text ? sv_of(text) : SV_NULL;

	while (rest.n) {
		long comma = sv_find(rest, ',');
		struct sv word = comma < 0 ? rest : sv_sub(rest, 0, (size_t)comma);

		rest = comma < 0 ? SV_NULL : sv_sub(rest, (size_t)comma + 1, rest.n);
		if (!way_word(word, w))
			return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
				       "\"%.*s\": pixels can be scaled to keras (-1..1), 0..1 or "
				       "0..255, or less the "
				       "means of caffe or torch (imagenet); and rgb, bgr, nearest, "
				       "bilinear, pil, crop",
				       SV_ARG(word));
	}
	return true;
}

/* "caffe,rgb,bilinear,crop": words in any order, but that caffe means bgr until rgb is said; those
 * of the option first. */
static bool way_of(const struct feed_spec *spec, const char *text, struct way *w, struct err *err)
{
	*w = (struct way){.scale = dtype_info(spec->dtype)->kind == DK_FLOAT ? SCALE_KERAS
									     : SCALE_RAW};
	return way_add(spec->pictures, w, err) && way_add(text, w, err);
}

/* In float, as Keras' preprocess_input computes it; c: the colour, red is 0. */
static float scaled(double v, enum scale s, int64_t c)
{
	float f = (float)v;

	switch (s) {
	case SCALE_KERAS:
		return f / 127.5f - 1.0f;
	case SCALE_UNIT:
		return f / 255.0f;
	case SCALE_CAFFE:
		return c < 3 ? f - caffe_mean[c] : f;
	case SCALE_TORCH:
		return c < 3 ? (f / 255.0f - torch_mean[c]) / torch_std[c] : f / 255.0f;
	default:
		return f;
	}
}

/* ---- where it is looked at ---- */

/* The part of the picture that is taken: all of it, or what has the input's form out of its middle.
 */
struct part {
	int64_t x, y, w, h;
};

static struct part part_of(const struct pic *p, const struct way *w, int64_t width, int64_t height)
{
	struct part all = {0, 0, p->w, p->h};

	if (!w->crop || !width || !height)
		return all;
	if (p->w * height > p->h * width) {
		all.w = p->h * width / height > 0 ? p->h * width / height : 1;
		all.x = (p->w - all.w) / 2;
	} else {
		all.h = p->w * height / width > 0 ? p->w * height / width : 1;
		all.y = (p->h - all.h) / 2;
	}
	return all;
}

static int64_t within(int64_t v, int64_t n)
{
	return v < 0 ? 0 : v >= n ? n - 1 : v;
}

/* Half-pixel centres, edges repeated. */
static double bilinear(const struct pic *p, const struct part *a, double fx, double fy, int64_t c,
		       int64_t n)
{
	int64_t x = (int64_t)floor(fx), y = (int64_t)floor(fy);
	float dx = (float)(fx - (double)x), dy = (float)(fy - (double)y);
	int64_t x0 = a->x + within(x, a->w), x1 = a->x + within(x + 1, a->w);
	int64_t y0 = a->y + within(y, a->h), y1 = a->y + within(y + 1, a->h);
	float tl = (float)channel(p, x0, y0, c, n), tr = (float)channel(p, x1, y0, c, n);
	float bl = (float)channel(p, x0, y1, c, n), br = (float)channel(p, x1, y1, c, n);
	float top = tl + (tr - tl) * dx, bottom = bl + (br - bl) * dx;

	return (double)(top + (bottom - top) * dy);
}

/* Of the input's pixel (x, y). */
static double looked_at(const struct pic *p, const struct way *w, const struct part *a,
			const struct place *pl, int64_t x, int64_t y, int64_t c, int64_t n)
{
	int64_t width = pl->dim[pl->w], height = pl->dim[pl->h];

	if (w->resize == RESIZE_BILINEAR)
		return bilinear(p, a, ((double)x + 0.5) * (double)a->w / (double)width - 0.5,
				((double)y + 0.5) * (double)a->h / (double)height - 0.5, c, n);
	return channel(p, a->x + (2 * x + 1) * a->w / (2 * width),
		       a->y + (2 * y + 1) * a->h / (2 * height), c, n);
}

/* The part, with n channels, at the input's size as PIL makes it: a picture of its own. */
static bool resized(const struct pic *p, const struct part *a, const struct place *pl, int64_t n,
		    struct pic *out, struct err *err)
{
	uint8_t *px = malloc((size_t)(a->w * a->h * n) + 1), *new;
	int64_t at = 0;

	if (!px)
		return err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED,
			       "no memory for a picture");
	for (int64_t y = 0; y < a->h; y++)
		for (int64_t x = 0; x < a->w; x++)
			for (int64_t c = 0; c < n; c++)
				px[at++] = (uint8_t)channel(p, a->x + x, a->y + y, c, n);
	new = resample_pil(px, a->w, a->h, n, pl->dim[pl->w], pl->dim[pl->h], err);
	free(px);
	*out = (struct pic){
		.w = (int)pl->dim[pl->w], .h = (int)pl->dim[pl->h], .channels = (int)n, .px = new};
	return new != NULL;
}

/* Pixel by pixel in the input's order. */
static void pixels(struct tensor *t, const struct pic *p, const struct way *w,
		   const struct part *part, const struct place *pl, int64_t n)
{
	int64_t at[4] = {0};

	for (int64_t i = 0; i < t->n; i++) {
		int64_t c = pl->c < 0 ? 0 : at[pl->c],
			colour = w->bgr && n >= 3 && c < 3 ? 2 - c : c;

		((float *)t->data)[i] =
			scaled(looked_at(p, w, part, pl, at[pl->w], at[pl->h], colour, n), w->scale,
			       colour);
		for (int d = pl->rank - 1; d >= 0 && ++at[d] == pl->dim[d]; d--)
			at[d] = 0;
	}
}

static struct tensor *to_tensor(const struct feed_spec *spec, const struct pic *p,
				const struct way *w, struct err *err)
{
	struct pic own = {0};
	struct place pl;
	struct tensor *t, *out;
	struct part part;
	int64_t n;

	if (!find_place(spec, p, &pl, err))
		return NULL;
	n = pl.c < 0 ? 1 : pl.dim[pl.c];
	if (n != 1 && n != 3 && n != 4) {
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			"a picture has 1, 3 or 4 channels, not %lld", (long long)n);
		return NULL;
	}
	part = part_of(p, w, pl.dim[pl.w], pl.dim[pl.h]);
	t = tensor_new(DT_FLOAT, pl.rank, pl.dim, err);
	if (t && t->n && w->resize == RESIZE_PIL) {
		if (!resized(p, &part, &pl, n, &own, err)) {
			tensor_unref(t);
			return NULL;
		}
		p = &own;
		part = (struct part){0, 0, own.w, own.h};
	}
	if (t)
		pixels(t, p, w, &part, &pl, n);
	free(own.px);
	if (!t || spec->dtype == DT_FLOAT)
		return t;
	out = tensor_cast(t, spec->dtype, err);
	tensor_unref(t);
	return out;
}

struct decoding {
	struct fmap *f;
	struct pic pic;
};

static bool decode(void *ctx, struct err *err)
{
	struct decoding *d = ctx;

	return pic_decode(fmap_sv(d->f), &d->pic, err);
}

struct tensor *feed_picture(const struct feed_spec *spec, const char *path, const char *scale,
			    struct err *err)
{
	struct decoding d = {.f = fmap_open(path, err)};
	struct tensor *t = NULL;
	struct way w;

	if (!d.f)
		return NULL;
	if (fmap_guard(path, decode, &d, err) && way_of(spec, scale, &w, err))
		t = to_tensor(spec, &d.pic, &w, err);
	if (!t)
		err_at(err, "%s", path);
	pic_free(&d.pic);
	fmap_close(d.f);
	return t;
}
