/*
 * Numbers quantized by scales and zero points, of a whole tensor or of each index of one axis: what the
 * Uniform* ops share. Everything is borrowed.
 */
#ifndef OPS_UNIFORM_H
#define OPS_UNIFORM_H

#include "ops/kernel.h"

/* A positive factor as a 31-bit fraction and a power of two. */
struct uq_factor {
	int32_t fraction;
	int shift;
};

/* A scale and a zero point for each index of an axis, or one for all (axis < 0). */
struct uq_scales {
	const float *scale;
	const int32_t *zero;
	int64_t axis;
};

/* An int attribute that TensorFlow keeps in 32 bits. */
bool uq_attr(struct op_ctx *c, const char *name, int32_t *v);
bool uq_axis_attr(struct op_ctx *c, const char *name, int64_t *v);
/* Do inputs i (scales) and i + 1 (zero points) fit the axis of a shape? */
bool uq_fits(struct op_ctx *c, int rank, const int64_t *dim, int i, int64_t axis);
bool uq_positive(const struct tensor *t);
struct uq_scales uq_of(const struct op_ctx *c, int i, int64_t axis);
static inline float uq_scale(const struct uq_scales *s, int64_t k)
{
	return s->scale[s->axis < 0 ? 0 : k];
}
static inline int32_t uq_zero(const struct uq_scales *s, int64_t k)
{
	return s->zero[s->axis < 0 ? 0 : k];
}

bool uq_factor(struct op_ctx *c, double v, struct uq_factor *f);
/* The factors a * b[k] / out[k] for k < n (one for all when neither has an axis), in scratch; NULL with an
 * error. b may be NULL. */
struct uq_factor *uq_factors(struct op_ctx *c, float a, const struct uq_scales *b, const struct uq_scales *out,
			     int64_t n);
/* v times the factor, rounded once, plus the zero point, cut to the limits. */
int32_t uq_scaled(int32_t v, const struct uq_factor *f, int32_t zero, int32_t min, int32_t max);
/* n floats as int8 over the range that they have. */
void uq_dynamic(const float *x, int64_t n, int8_t *q, float *scale, int32_t *zero);

#endif
