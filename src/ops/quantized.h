/* What ops on quantized numbers share. Everything is borrowed. */
#ifndef OPS_QUANTIZED_H
#define OPS_QUANTIZED_H

#include "ops/kernel.h"

/* The step of a float in a range over type t (quint8, qint8, qint32), not clamped; the value of a step. */
int64_t quantized_of(enum dtype t, float v, float min, float max);
int64_t quantized_step(enum dtype t, float v, float min, float max);	/* clamped */
float quantized_value(enum dtype t, int64_t q, float min, float max);

/* The same for many elements, with floats' rounding on the way. */
struct quantized_grid {
	float scale, from, low;
};
struct quantized_grid quantized_grid_from(enum dtype t, float min, float max);	/* steps to floats */
struct quantized_grid quantized_grid_to(enum dtype t, float min, float max);	/* and back, clamped */
float quantized_grid_value(const struct quantized_grid *g, int64_t q);
int64_t quantized_grid_step(const struct quantized_grid *g, enum dtype t, float v);

int64_t quantized_at(const struct tensor *t, int64_t i);
void quantized_put(struct tensor *t, int64_t i, int64_t v);

/* Input i's first number. */
float quantized_float(const struct op_ctx *c, int i);
/* Outputs i and i + 1. */
bool quantized_range_out(struct op_ctx *c, int i, float min, float max);
/* Outputs 1 and 2: the range of products of two ranges. */
bool quantized_product_range(struct op_ctx *c, const float *a, enum dtype ta, const float *b, enum dtype tb);

/* How an op complains of a range that is no scalar. */
enum quantized_say { SAY_TICKS, SAY_PLAIN, SAY_SHAPE, SAY_SCALAR, SAY_GOT };
bool quantized_scalars(struct op_ctx *c, int from, int n, const char *const *name, enum quantized_say say);

#endif
