/*
 * Products and convolutions with float weights that are packed once and used often, with the bias,
 * a clamp, a tensor to add and an activation done while the result is in the cache. Ownership:
 * packed_new gives, packed_free takes; everything else is borrowed.
 *
 *   weights [k][n] --> panel p, of `full` columns (the last one as few vectors as will do):
 *                      [k][width], padded with zeros; the panels one after the other
 *
 * A product's rows are found through pointers, one for each filter tap, so that a convolution needs
 * no patches: rows [m][tap] --> len elements of the image. The order of additions does not depend
 * on the number of threads.
 */
#ifndef OPS_PACKED_H
#define OPS_PACKED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "ops/loops.h"

struct packed {
	int64_t k, n, panels;
	const struct loops *loops;	/* whose kernel it is packed for */
	int64_t full;			/* columns of a full panel */
	float *w;			/* NULL: packed piece by piece, from src */
	float *bias, *scale;		/* padded like the panels */
	const float *src;		/* borrowed */
	int64_t wp, wj;
	bool plain;			/* every scale is 1 */
	size_t bytes;
};

/* w's element (p, j) is w[p * wp + j * wj]; column j times scale[j] (NULL: 1) and plus bias[j] (NULL: 0). once: it is
 * packed now; else w is borrowed for as long as the result lives, and each use packs what it needs for itself.
 * NULL with an error when memory is refused. */
struct packed *packed_new(const float *w, int64_t k, int64_t n, int64_t wp, int64_t wj, const float *scale,
			  const float *bias, bool once, struct err *err);
void packed_free(struct packed *p);

/* What happens to a result of [rows][n] before it leaves the cache: clamped, added to, and put
 * through fn. */
struct pk_after {
	float lo, hi;			/* -INFINITY, INFINITY: as it is */
	const float *add;		/* [rows][n], or NULL */
	float add_lo, add_hi;		/* clamps the sum */
	un_fn fn;			/* or NULL */
};

/* c[rows][n] = a[rows][k] w + bias, then after; rows of a are lda apart. */
bool packed_product(const struct packed *p, const float *a, int64_t rows, int64_t lda, float *c,
		    const struct pk_after *after, struct err *err);

/* A two-dimensional convolution of channels-last images; k == fh * fw * channels. */
struct pk_conv {
	int64_t n, in_h, in_w, channels, fh, fw, out_h, out_w;
	int64_t stride_h, stride_w, dil_h, dil_w, top, left;
};
bool packed_conv(const struct packed *p, const struct pk_conv *g, const float *x, float *y,
		 const struct pk_after *after, struct err *err);

/* Depthwise, one output channel an input channel: filter [fh][fw][channels], bias [channels]. */
bool packed_depthwise(const struct pk_conv *g, const float *filter, const float *bias, const float *x, float *y,
		      const struct pk_after *after, struct err *err);

#endif
