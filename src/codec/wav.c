/*
 * RIFF chunks of a WAV file; those that are not needed are skipped.
 *
 *   "RIFF" bytes:4 "WAVE" { name:4 bytes:4 content, padded to 2 }*
 *   "fmt ": format:2 channels:2 rate:4 bytes_per_second:4 bytes_per_frame:2 bits:2 [more:2 valid:2
 * mask:4 format:2 ...]
 */
#include "codec/wav.h"

#include <string.h>

enum { PCM = 1, REAL = 3, EXTENSIBLE = 0xfffe };

static bool bad(struct err *err, const char *what)
{
	return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "WAV: %s", what);
}

static uint32_t little(const unsigned char *p, int n)
{
	uint32_t v = 0;

	while (n-- > 0)
		v = v << 8 | p[n];
	return v;
}

static bool format(struct wav *w, const unsigned char *p, size_t n, struct err *err)
{
	uint32_t kind;

	if (n < 16)
		return bad(err, "the format is cut off");
	kind = little(p, 2);
	if (kind == EXTENSIBLE && n >= 26)
		kind = little(p + 24, 2);
	w->channels = (int)little(p + 2, 2);
	w->rate = little(p + 4, 4);
	w->bits = (int)little(p + 14, 2);
	w->real = kind == REAL;
	if (kind != PCM && kind != REAL)
		return err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
			       "WAV: format %u is neither PCM nor float", kind);
	if (w->channels < 1 ||
	    (w->real ? w->bits != 32 && w->bits != 64
		     : w->bits != 8 && w->bits != 16 && w->bits != 24 && w->bits != 32))
		return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			       "WAV: %d channels of %d bits", w->channels, w->bits);
	return true;
}

bool wav_parse(struct sv bytes, struct wav *w, struct err *err)
{
	const unsigned char *p = (const unsigned char *)bytes.p, *end = p + bytes.n;

	memset(w, 0, sizeof(*w));
	if (bytes.n < 12 || memcmp(p, "RIFF", 4) || memcmp(p + 8, "WAVE", 4))
		return bad(err, "no RIFF file of waves");
	for (p += 12; end - p >= 8;) {
		size_t n = little(p + 4, 4), left = (size_t)(end - p) - 8;
		bool data = !memcmp(p, "data", 4), unknown = data && n == 0xffffffff;

		if (n > left && !unknown)
			return bad(err, data ? "the samples are cut off" : "a chunk is cut off");
		if (!memcmp(p, "fmt ", 4) && !format(w, p + 8, n, err))
			return false;
		if (data && !w->channels)
			return bad(err, "samples without a format");
		if (data) { /* written to a pipe: a length nobody knew yet */
			w->data = p + 8;
			w->frames =
				(unknown ? left : n) / ((size_t)w->channels * (size_t)w->bits / 8);
			return true;
		}
		p += 8 + n;
		p += n % 2 && p < end;
	}
	return bad(err, "no samples");
}

static int32_t integer(const unsigned char *p, int bits)
{
	uint32_t v;

	if (bits == 8)
		return p[0] - 128;
	v = little(p, bits / 8) << (32 - bits);
	return (int32_t)v >> (32 - bits);
}

double wav_sample(const struct wav *w, size_t i, bool raw)
{
	const unsigned char *p = w->data + i * (size_t)w->bits / 8;
	double d;
	float f;

	if (w->real && w->bits == 32) {
		memcpy(&f, p, sizeof(f));
		return (double)f;
	}
	if (w->real) {
		memcpy(&d, p, sizeof(d));
		return d;
	}
	d = integer(p, w->bits);
	return raw ? d : d / (double)((int64_t)1 << (w->bits - 1));
}
