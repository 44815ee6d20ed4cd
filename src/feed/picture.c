/*
 * Pictures as inputs: decoded, brought to the input's channels and size, pixels made numbers. Scaling is
 * nearest, with the pixel centres that Keras' load_img uses: source = floor((i + 0.5) * in / out).
 */
#include <string.h>

#include "base/fmap.h"
#include "codec/pic.h"
#include "feed/feed.h"

/* Where height, width and channels stand in the input's shape. */
struct place {
	int rank, h, w, c;		/* axis numbers; c -1: none */
	int64_t dim[4];
};

static bool find_place(const struct feed_spec *spec, const struct pic *p, struct place *pl, struct err *err)
{
	struct shape s = spec->shape;
	int base;

	if (s.rank < 0) {
		pl->rank = 4;
		memcpy(pl->dim, (int64_t[]){ 1, p->h, p->w, 3 }, sizeof(pl->dim));
	} else if (s.rank < 2 || s.rank > 4) {
		struct str t = STR_INIT;

		shape_str(&t, s);
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "a picture does not fit an input of shape %s",
			str_z(&t));
		str_free(&t);
		return false;
	} else {
		pl->rank = s.rank;
		for (int d = 0; d < s.rank; d++)
			pl->dim[d] = s.dim[d];
	}
	base = pl->rank == 4 ? 1 : 0;
	if (pl->rank == 4 && pl->dim[0] < 0)
		pl->dim[0] = 1;
	pl->c = pl->rank == 2 ? -1 : pl->rank - 1;
	pl->h = base;
	pl->w = base + 1;
	if (pl->rank > 2) {
		int64_t last = pl->dim[pl->rank - 1], first = pl->dim[base];

		if (last != 1 && last != 3 && last != 4 && (first == 1 || first == 3 || first == 4))
			pl->c = base, pl->h = base + 1, pl->w = base + 2;	/* NCHW */
		if (pl->dim[pl->c] < 0)
			pl->dim[pl->c] = 3;
	}
	if (pl->dim[pl->h] < 0)
		pl->dim[pl->h] = p->h;
	if (pl->dim[pl->w] < 0)
		pl->dim[pl->w] = p->w;
	return true;
}

/* Channel c of n of a pixel. Gray from colour uses PIL's weights (ITU-R 601), rounded as it does. */
static double channel(const struct pic *p, int64_t x, int64_t y, int64_t c, int64_t n)
{
	const uint8_t *px = p->px + ((size_t)y * (size_t)p->w + (size_t)x) * (size_t)p->channels;

	if (c == 3)
		return p->channels == 4 ? px[3] : 255;
	if (n == 1 && p->channels >= 3)
		return (px[0] * 19595u + px[1] * 38470u + px[2] * 7471u + 0x8000u) >> 16;
	return p->channels >= 3 ? px[c] : px[0];
}

enum scale { SCALE_RAW, SCALE_KERAS, SCALE_UNIT };

static bool scale_by_name(const struct feed_spec *spec, const char *name, enum scale *s, struct err *err)
{
	if (!name || !*name)
		*s = dtype_info(spec->dtype)->kind == DK_FLOAT ? SCALE_KERAS : SCALE_RAW;
	else if (!strcmp(name, "keras") || !strcmp(name, "-1..1"))
		*s = SCALE_KERAS;
	else if (!strcmp(name, "0..1"))
		*s = SCALE_UNIT;
	else if (!strcmp(name, "0..255"))
		*s = SCALE_RAW;
	else
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "\"%s\": pixels can be scaled to keras (-1..1), 0..1 or 0..255", name);
	return true;
}

/* In float, as Keras' preprocess_input computes it. */
static float scaled(double v, enum scale s)
{
	float f = (float)v;

	return s == SCALE_KERAS ? f / 127.5f - 1.0f : s == SCALE_UNIT ? f / 255.0f : f;
}

static struct tensor *to_tensor(const struct feed_spec *spec, const struct pic *p, enum scale s,
				struct err *err)
{
	struct place pl;
	struct tensor *t, *out;
	int64_t n, at[4] = { 0 };

	if (!find_place(spec, p, &pl, err))
		return NULL;
	n = pl.c < 0 ? 1 : pl.dim[pl.c];
	if (n != 1 && n != 3 && n != 4) {
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "a picture has 1, 3 or 4 channels, not %lld",
			(long long)n);
		return NULL;
	}
	t = tensor_new(DT_FLOAT, pl.rank, pl.dim, err);
	for (int64_t i = 0; t && i < t->n; i++) {
		int64_t y = (2 * at[pl.h] + 1) * p->h / (2 * pl.dim[pl.h]);
		int64_t x = (2 * at[pl.w] + 1) * p->w / (2 * pl.dim[pl.w]);

		((float *)t->data)[i] = scaled(channel(p, x, y, pl.c < 0 ? 0 : at[pl.c], n), s);
		for (int d = pl.rank - 1; d >= 0 && ++at[d] == pl.dim[d]; d--)
			at[d] = 0;
	}
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
	struct decoding d = { .f = fmap_open(path, err) };
	struct tensor *t = NULL;
	enum scale s = SCALE_RAW;

	if (!d.f)
		return NULL;
	if (fmap_guard(path, decode, &d, err) && scale_by_name(spec, scale, &s, err))
		t = to_tensor(spec, &d.pic, s, err);
	if (!t)
		err_at(err, "%s", path);
	pic_free(&d.pic);
	fmap_close(d.f);
	return t;
}
