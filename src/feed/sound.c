/* WAV files as inputs: samples in -1..1, channels as the input's rank asks. */
#include "feed/kinds.h"

#include <inttypes.h>

#include "base/fmap.h"
#include "codec/wav.h"

bool feed_is_sound(const char *text)
{
	static const char *const tails[] = {".wav", NULL};

	return feed_ends(text, tails);
}

/* How the samples lie: [n], [1, n], [n, channels], [1, n, channels]. */
struct form {
	int rank, channels;
	int64_t dim[3];
};

static bool is_channels(int64_t d)
{
	return d >= 1 && d <= 8;
}

static bool find_form(const struct feed_spec *spec, const struct wav *w, struct form *f,
		      struct err *err)
{
	struct shape s = spec->shape;
	int64_t n = (int64_t)w->frames, last = s.rank > 0 ? s.dim[s.rank - 1] : -1;
	struct str t = STR_INIT;

	f->channels = 1;
	switch (s.rank) {
	case -1:
		f->channels = w->channels;
		f->rank = w->channels > 1 ? 2 : 1;
		f->dim[0] = n;
		f->dim[1] = w->channels;
		return true;
	case 1:
		f->rank = 1;
		f->dim[0] = n;
		return true;
	case 2:
		f->rank = 2;
		f->dim[0] = is_channels(last) ? n : 1;
		f->dim[1] = is_channels(last) ? last : n;
		f->channels = is_channels(last) ? (int)last : 1;
		return true;
	case 3:
		f->rank = 3;
		f->channels = is_channels(last) ? (int)last : w->channels;
		f->dim[0] = 1;
		f->dim[1] = n;
		f->dim[2] = f->channels;
		return true;
	}
	shape_str(&t, s);
	err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
		"a sound does not fit an input of shape %s", str_z(&t));
	str_free(&t);
	return false;
}

/* One channel out of several is their mean, several out of one repeat it. */
static double sample(const struct wav *w, size_t frame, int c, int channels, bool raw)
{
	size_t at = frame * (size_t)w->channels;
	double sum = 0;

	if (channels == w->channels)
		return wav_sample(w, at + (size_t)c, raw);
	if (w->channels == 1)
		return wav_sample(w, at, raw);
	for (int i = 0; i < w->channels; i++)
		sum += wav_sample(w, at + (size_t)i, raw);
	return sum / w->channels;
}

static struct tensor *samples(const struct feed_spec *spec, const struct wav *w, struct err *err)
{
	bool raw = dtype_info(spec->dtype)->kind == DK_INT && !w->real;
	struct form f;
	struct tensor *t;
	float *to;

	if (!find_form(spec, w, &f, err))
		return NULL;
	if (f.channels != w->channels && f.channels != 1 && w->channels != 1) {
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "%d channels do not become %d",
			w->channels, f.channels);
		return NULL;
	}
	t = tensor_new(raw ? DT_DOUBLE : DT_FLOAT, f.rank, f.dim, err);
	to = t ? t->data : NULL;
	for (size_t i = 0; to && i < (size_t)t->n; i++) {
		double v = sample(w, i / (size_t)f.channels, (int)(i % (size_t)f.channels),
				  f.channels, raw);

		if (raw)
			((double *)t->data)[i] = v;
		else
			to[i] = (float)v;
	}
	return t;
}

struct hearing {
	const struct feed_spec *spec;
	struct fmap *f;
	struct tensor *t;
};

static bool hear(void *ctx, struct err *err)
{
	struct hearing *h = ctx;
	struct wav w;

	h->t = wav_parse(fmap_sv(h->f), &w, err) ? samples(h->spec, &w, err) : NULL;
	return h->t != NULL;
}

struct tensor *feed_sound(const struct feed_spec *spec, const char *text, struct err *err)
{
	struct hearing h = {spec, fmap_open(text, err), NULL};

	if (!h.f)
		return NULL;
	if (!fmap_guard(text, hear, &h, err))
		err_at(err, "%s", text);
	fmap_close(h.f);
	return h.t;
}
