/* Classes by their scores; see ranked.h. */
#include "cmd/ranked.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"

struct ranked *ranked_row(const struct tensor *t, int64_t row)
{
	int64_t n = t->dim[t->rank - 1];
	struct ranked *r = xcalloc((size_t)n, sizeof(*r));

	for (int64_t i = 0; i < n; i++) {
		double v = tensor_get_f64(t, row * n + i);

		r[i] = (struct ranked){isnan(v) ? NAN : v, i};	/* printed without a sign */
	}
	return r;
}

bool ranked_are_probabilities(const struct ranked *r, int64_t n)
{
	double sum = 0;

	for (int64_t i = 0; i < n; i++) {
		if (!(r[i].v >= 0 && r[i].v <= 1))
			return false;
		sum += r[i].v;
	}
	return fabs(sum - 1) < 1e-3;
}

static int by_value(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (isnan(x->v) || isnan(y->v))
		return isnan(x->v) != isnan(y->v) ? (isnan(x->v) ? 1 : -1)
						  : (x->i > y->i) - (x->i < y->i);
	if (x->v != y->v)
		return x->v < y->v ? 1 : -1;
	return (x->i > y->i) - (x->i < y->i);
}

void ranked_sort(struct ranked *r, int64_t n)
{
	qsort(r, (size_t)n, sizeof(*r), by_value);
}
