/* What the machine can do, measured by what the fast mode does: a product in the cache, a copy
 * out of it. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/pool.h"
#include "fast/inside.h"

enum { ROWS = 768, SIDE = 256, COPY = 16 << 20, PARTS = 64, TRIES = 5 };

static double product_flops(void)
{
	size_t n = (size_t)SIDE * SIDE + 2 * (size_t)ROWS * SIDE;
	float *w = xcalloc(n, sizeof(*w)), *a = w + SIDE * SIDE, *c = a + ROWS * SIDE;
	struct pk_after after = {.lo = -INFINITY, .hi = INFINITY};
	struct err err = {0};
	struct packed *p = packed_new(w, SIDE, SIDE, SIDE, 1, NULL, NULL, true, &err);
	double best = INFINITY;

	for (int i = 0; p && i < TRIES; i++) {
		double begin = clock_seconds();

		packed_product(p, a, ROWS, SIDE, c, &after, &err);
		best = fmin(best, clock_seconds() - begin);
	}
	packed_free(p);
	err_clear(&err);
	free(w);
	return 2.0 * ROWS * SIDE * SIDE / best;
}

static void copy_part(void *ctx, size_t i)
{
	char *const *at = ctx;

	memcpy(at[0] + i * (COPY / PARTS), at[1] + i * (COPY / PARTS), COPY / PARTS);
}

static double copy_bytes(void)
{
	char *at[2] = {xmalloc(COPY), xcalloc(COPY, 1)};
	double best = INFINITY;

	for (int i = 0; i < TRIES; i++) {
		double begin = clock_seconds();

		pool_run(PARTS, copy_part, at);
		best = fmin(best, clock_seconds() - begin);
	}
	free(at[0]);
	free(at[1]);
	return 2.0 * COPY / best;
}

struct fast_roof fast_roof(void)
{
	return (struct fast_roof){product_flops(), copy_bytes()};
}
