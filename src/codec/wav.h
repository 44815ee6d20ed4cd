/*
 * WAV files. wav_parse borrows: what it hands out stands in the bytes.
 */
#ifndef CODEC_WAV_H
#define CODEC_WAV_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/sv.h"

struct wav {
	uint32_t rate;
	int channels, bits;
	bool real;		   /* floats, 32 or 64 bits; else integers of 8, 16, 24 or 32 */
	size_t frames;		   /* a sample of each channel */
	const unsigned char *data; /* channels * frames samples, little endian */
};

bool wav_parse(struct sv bytes, struct wav *w, struct err *err);
/* Sample i in -1..1; raw: the integer as it stands (8 bits less 128). */
double wav_sample(const struct wav *w, size_t i, bool raw);

#endif
