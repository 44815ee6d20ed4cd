/* Sound as bytes. Borrows the samples; bytes are added to the caller's str. */
#ifndef OPS_AUDIO_H
#define OPS_AUDIO_H

#include "base/str.h"
#include "ops/op.h"

/* A WAV file of 16-bit samples; x holds frames * channels of them, from -1 to 1. */
bool wav_encode(struct op_ctx *c, const float *x, int64_t frames, int64_t channels, int64_t rate, struct str *to);

#endif
