/*
 * Pictures with every choice that TensorFlow's image ops have. Ownership: decoders give p->px (and
 * frames), pic_free frees it; encoders append to a string that the caller owns. An error's text is the
 * library's; callers that owe TensorFlow's text replace it.
 */
#ifndef CODEC_PICOPT_H
#define CODEC_PICOPT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "base/sv.h"
#include "codec/pic.h"

struct jpeg_opt {
	int channels;			/* 0: as the file, at most 3; 1; 3 */
	int ratio;			/* 1, 2, 4, 8: smaller by that */
	bool fancy;			/* smooth upsampling of chroma */
	bool accurate;			/* the slow integer transform */
	bool recover;			/* what is missing repeats the last line */
	float fraction;			/* of the lines must be there, the rest is black */
	bool crop;
	int x, y, w, h;			/* the crop window */
};
bool jpeg_decode(struct sv bytes, const struct jpeg_opt *o, struct pic *p, struct err *err);
/* Only the header: p->w, h, channels. */
bool jpeg_header(struct sv bytes, struct pic *p, struct err *err);

struct jpeg_enc {
	bool progressive, optimize, downsample;
	int quality, density_unit, x_density, y_density;
	struct sv xmp;
};
/* px: 1 or 3 channels. */
bool jpeg_encode(const uint8_t *px, int w, int h, int channels, const struct jpeg_enc *e, struct str *to,
		 struct err *err);

/* channels 0 (as the file) to 4; bits 8 or 16 (then px holds uint16_t of this machine). *begun: the header
 * was good. */
bool png_decode(struct sv bytes, int channels, int bits, struct pic *p, bool *begun, struct err *err);
bool png_encode(const void *px, int w, int h, int channels, int bits, int level, struct str *to, struct err *err);

/* All frames (or the first), one after another in p->px, three channels each, drawn over each other as
 * TensorFlow does. The error's text is what follows "Invalid GIF data (size N), " there. */
bool gif_decode(struct sv bytes, bool all, struct pic *p, int64_t *frames, struct err *err);

/* The first frame on the screen that the file describes, as PIL shows it: what no image covers and what is transparent
 * keep the palette's colours. */
bool gif_first(struct sv bytes, struct pic *p, struct err *err);
/* Three channels, or four where the file has a mask of alpha. */
bool bmp_decode(struct sv bytes, struct pic *p, struct err *err);

#endif
