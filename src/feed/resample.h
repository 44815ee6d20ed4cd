/* Pixels of another size. resample_pil gives, the caller frees with free. */
#ifndef FEED_RESAMPLE_H
#define FEED_RESAMPLE_H

#include <stdint.h>

#include "base/err.h"

/* 8-bit pixels of n channels as PIL resizes them with BILINEAR: a triangle as wide as what it
 * shrinks, rounded to 8 bits after each direction. */
uint8_t *resample_pil(const uint8_t *px, int64_t w, int64_t h, int64_t n, int64_t to_w,
		      int64_t to_h, struct err *err);

#endif
