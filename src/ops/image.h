/* What image ops share. Everything is borrowed. */
#ifndef OPS_IMAGE_H
#define OPS_IMAGE_H

#include "ops/kernel.h"

/* Input i as floats, whatever real type it has (TensorFlow's static_cast); NULL with an error. */
const float *image_float(struct op_ctx *c, int i);

/* The two positive int32s of input i, an output's height and width. name is what TensorFlow calls it. */
bool image_size(struct op_ctx *c, int i, const char *name, int64_t *h, int64_t *w);

/* What resizing asks of input 0, an image, and the size that input 1 says. */
bool image_resize_sizes(struct op_ctx *c, int64_t *h, int64_t *w);
bool image_width_fits(struct op_ctx *c, int64_t out, float scale);

/* Input pixels an output pixel, as resizing counts them. */
float image_scale(int64_t in, int64_t out, bool align);

/* The four pixels of one dimension, and their weights, that a bicubic output at i is made of. */
struct image_cubic {
	int64_t at[4];
	float w[4];
};
struct image_cubic image_cubic_of(bool half, int64_t i, float scale, int64_t limit);

#endif
