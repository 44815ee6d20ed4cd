/* What image ops share. Everything is borrowed. */
#ifndef OPS_IMAGE_H
#define OPS_IMAGE_H

#include "ops/kernel.h"

/* Input i as floats, whatever real type it has (TensorFlow's static_cast); NULL with an error. */
const float *image_float(struct op_ctx *c, int i);

/* The two positive int32s of input i, an output's height and width. name is what TensorFlow calls it. */
bool image_size(struct op_ctx *c, int i, const char *name, int64_t *h, int64_t *w);

#endif
