/*
 * Pictures: PNG, JPEG, GIF and BMP bytes to 8-bit pixels. Ownership: pic_decode gives px, pic_free frees it.
 */
#ifndef CODEC_PIC_H
#define CODEC_PIC_H

#include <stdint.h>

#include "base/err.h"
#include "base/sv.h"

struct pic {
	int w, h, channels;	/* 1 gray, 3 RGB, 4 RGBA */
	uint8_t *px;		/* rows from the top, no padding */
	size_t bytes;
};

/* By the bytes' own signature. At most 100 million pixels. */
bool pic_decode(struct sv bytes, struct pic *p, struct err *err);
void pic_free(struct pic *p);

#endif
