/* Blocks of values as one; see shrink.h. */
#include "tensor/shrink.h"

#include <float.h>
#include <math.h>

#include "tensor/stats.h"

bool shrink_worse(double a, double b)
{
	bool fa = isfinite(a), fb = isfinite(b);

	if (fa != fb)
		return !fa;
	return fa ? fabs(a) > fabs(b) : isnan(a) && !isnan(b);
}

struct plane plane_of(const struct tensor *t, const int64_t *at, int row_axis, int col_axis)
{
	struct plane p = { .rows = t->dim[row_axis], .cols = t->dim[col_axis] };
	int64_t stride = 1;

	for (int d = t->rank - 1; d >= 0; d--) {
		if (d == row_axis)
			p.row = stride;
		else if (d == col_axis)
			p.col = stride;
		else
			p.base += at[d] * stride;
		stride *= t->dim[d];
	}
	return p;
}

/* The same for floats, which most tensors are: without a call for each. */
static bool block_floats(const float *f, int64_t n, const struct plane *p, int64_t r0, int64_t r1,
			 int64_t c0, int64_t c1, double *v)
{
	float most = -1, worst = 0, bad = 0;
	bool any_bad = false;

	for (int64_t r = r0; r < r1; r++)
		for (int64_t c = c0; c < c1; c++) {
			int64_t i = p->base + r * p->row + c * p->col;
			float a;

			if (i >= n)
				break;	/* and all that follow */
			a = fabsf(f[i]);
			if (a <= FLT_MAX) {
				worst = a > most ? f[i] : worst;
				most = a > most ? a : most;
			} else if (!any_bad || (isnan(a) && !isnan(bad))) {
				bad = f[i];
				any_bad = true;
			}
		}
	*v = any_bad ? (double)bad : (double)worst;
	return any_bad || most >= 0;
}

bool shrink_block(const struct tensor *t, const struct plane *p, int64_t r0, int64_t r1, int64_t c0,
		  int64_t c1, double *v)
{
	bool any = false;

	r1 = r1 < p->rows ? r1 : p->rows;
	c1 = c1 < p->cols ? c1 : p->cols;
	if (t->dtype == DT_FLOAT)
		return block_floats(t->data, t->n, p, r0, r1, c0, c1, v);
	for (int64_t r = r0; r < r1; r++)
		for (int64_t c = c0; c < c1; c++) {
			int64_t i = p->base + r * p->row + c * p->col;
			double d;

			if (i >= t->n)
				continue;
			d = stats_value(t, i);
			if (!any || shrink_worse(d, *v))
				*v = d;
			any = true;
		}
	return any;
}

void shrink_span(int64_t i, int64_t n, int64_t size, int64_t *from, int64_t *to)
{
	/* size may be near 2^63: part by part, so that nothing overflows */
	*from = size / n * i + size % n * i / n;
	*to = size / n * (i + 1) + size % n * (i + 1) / n;
	if (*to <= *from)
		*to = *from + 1;
}
