/*
 * Discrete Fourier transforms in double precision, any length: factors 2, 3, 4, 5 directly, other lengths
 * by Bluestein's detour over a power of two. Ownership: a plan is fft_free'd by whoever made it.
 */
#ifndef OPS_FFT_H
#define OPS_FFT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct fft;
/* A plan for transforms of n >= 1 points; NULL with an error when memory is refused. */
struct fft *fft_new(int64_t n, struct err *err);
void fft_free(struct fft *f);
/* In place, n complex numbers (re, im); inverse: e^{+i...}, not divided by n. One thread a plan. */
void fft_run(struct fft *f, double *x, bool inverse);

#endif
