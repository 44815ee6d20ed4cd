/*
 * Blocks of a tensor's values as one: the worst stands for all, so that one bad value among a
 * million is seen. Pure; borrows.
 */
#ifndef TENSOR_SHRINK_H
#define TENSOR_SHRINK_H

#include "tensor/tensor.h"

/* NaN before infinities before finite values by magnitude. */
bool shrink_worse(double a, double b);

/* Two axes of a tensor: element r, c is at base + r * row + c * col. */
struct plane {
	int64_t base, row, col;
	int64_t rows, cols;
};

struct plane plane_of(const struct tensor *t, const int64_t *at, int row_axis, int col_axis);
/* The worst of rows [r0,r1) and columns [c0,c1), cut where plane or tensor end; false: there are
 * none. */
bool shrink_block(const struct tensor *t, const struct plane *p, int64_t r0, int64_t r1, int64_t c0,
		  int64_t c1, double *v);
/* Pixel i of n over size values, as [from,to): at least one value. */
void shrink_span(int64_t i, int64_t n, int64_t size, int64_t *from, int64_t *to);

#endif
