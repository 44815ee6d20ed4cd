/* Blocks of values as one; see shrink.h. */
#include "tensor/shrink.h"

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

bool shrink_block(const struct tensor *t, const struct plane *p, int64_t r0, int64_t r1, int64_t c0, int64_t c1,
		  double *v)
{
	bool any = false;

	r1 = r1 < p->rows ? r1 : p->rows;
	c1 = c1 < p->cols ? c1 : p->cols;
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
