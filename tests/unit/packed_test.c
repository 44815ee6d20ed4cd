/*
 * Products, convolutions and depthwise convolutions over packed weights, against sums in double: on each CPU level
 * that this machine has, weights packed once and piece by piece, sizes around every edge of vectors, panels and
 * blocks of rows.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "ops/packed.h"

static uint32_t seed;

static float any(void)
{
	seed = seed * 1664525u + 1013904223u;
	return (float)(int32_t)seed / 2147483648.0f;
}

static float *many(int64_t n)
{
	float *p = xmalloc((size_t)(n ? n : 1) * sizeof(*p));

	for (int64_t i = 0; i < n; i++)
		p[i] = any();
	return p;
}

static void twice(void *o, const void *a, int64_t n)
{
	for (int64_t i = 0; i < n; i++)
		((float *)o)[i] = 2 * ((const float *)a)[i];
}

static double clamp(double x, double lo, double hi)
{
	return x < lo ? lo : x > hi ? hi : x;
}

/* A sum and the sum of its magnitudes: how far off a float's may be. */
struct sum {
	double x, size;
};

static void sum_add(struct sum *s, double a, double b)
{
	s->x += a * b;
	s->size += fabs(a * b);
}

static void near(struct sum s, const struct pk_after *after, int64_t at, float got, const char *what, int64_t i)
{
	double want = clamp(s.x, after->lo, after->hi), bound = 1e-6 * (s.size + 1);

	if (after->add)
		want = clamp(want + after->add[at], after->add_lo, after->add_hi);
	if (after->fn)
		want *= 2;
	if (!(fabs(want - got) <= bound * (after->fn ? 2 : 1)))
		fail_msg("%s on %s: element %lld is %g, not %g", what, loops()->name, (long long)i, got, want);
}

static const struct pk_after plain = { .lo = -INFINITY, .hi = INFINITY, .add_lo = -INFINITY, .add_hi = INFINITY };

/* ---- products ---- */

struct product {
	int64_t rows, k, n;
	bool turned, scaled, once;
	int after;	/* bits: clamp, add, fn */
};

static void product_check(const struct product *q)
{
	float *w = many(q->k * q->n), *a = many(q->rows * (q->k + 3)), *scale = many(q->n), *bias = many(q->n);
	float *add = many(q->rows * q->n), *c = many(q->rows * q->n);
	int64_t wp = q->turned ? 1 : q->n, wj = q->turned ? q->k : 1;
	struct pk_after after = plain;
	struct err err = { 0 };
	struct packed *p;
	char what[160];

	snprintf(what, sizeof(what), "product %lld x %lld x %lld turned %d scaled %d once %d after %d",
		 (long long)q->rows, (long long)q->k, (long long)q->n, q->turned, q->scaled, q->once, q->after);
	if (q->after & 1)
		after.lo = -0.25f, after.hi = 0.5f;
	if (q->after & 2)
		after.add = add, after.add_lo = -0.5f, after.add_hi = 1;
	if (q->after & 4)
		after.fn = twice;
	p = packed_new(w, q->k, q->n, wp, wj, q->scaled ? scale : NULL, q->scaled ? bias : NULL, q->once, &err);
	assert_non_null(p);
	assert_true(packed_product(p, a, q->rows, q->k + 3, c, &after, &err));
	for (int64_t m = 0; m < q->rows; m++)
		for (int64_t j = 0; j < q->n; j++) {
			struct sum s = { q->scaled ? bias[j] : 0, 0 };

			for (int64_t i = 0; i < q->k; i++)
				sum_add(&s, a[m * (q->k + 3) + i], w[i * wp + j * wj] * (q->scaled ? scale[j] : 1));
			near(s, &after, m * q->n + j, c[m * q->n + j], what, m * q->n + j);
		}
	packed_free(p);
	free(w), free(a), free(scale), free(bias), free(add), free(c);
}

static void products(void)
{
	static const int64_t rows[] = { 1, 2, 5, 6, 7, 12, 25, 61, 193 };
	static const int64_t ks[] = { 1, 3, 127, 128, 129, 260 };
	static const int64_t ns[] = { 1, 4, 7, 8, 9, 15, 16, 17, 24, 25, 31, 32, 33, 40, 48, 49, 63, 64, 65, 130 };
	int turn = 0;

	for (size_t r = 0; r < sizeof(rows) / sizeof(rows[0]); r++)
		for (size_t k = 0; k < sizeof(ks) / sizeof(ks[0]); k++)
			for (size_t n = 0; n < sizeof(ns) / sizeof(ns[0]); n++, turn++)
				product_check(&(struct product){ rows[r], ks[k], ns[n], turn % 3 == 0, turn % 2,
								 turn % 5 < 3, turn % 8 });
	/* pieces of panels: as wide as they come, and few or many rows */
	product_check(&(struct product){ 4, 300, 1300, false, true, false, 0 });
	product_check(&(struct product){ 200, 140, 1300, false, false, false, 3 });
	product_check(&(struct product){ 3, 300, 1300, true, false, false, 0 });
}

/* ---- convolutions ---- */

struct conv {
	int64_t h, w, channels, fh, fw, n, stride, dil, pad;
	bool once, deep;
};

static struct pk_conv geometry(const struct conv *q)
{
	struct pk_conv g = {
		.n = 2, .in_h = q->h, .in_w = q->w, .channels = q->channels, .fh = q->fh, .fw = q->fw,
		.stride_h = q->stride, .stride_w = q->stride, .dil_h = q->dil, .dil_w = q->dil, .top = q->pad,
		.left = q->pad,
	};

	g.out_h = (q->h + 2 * q->pad - (q->fh - 1) * q->dil - 1) / q->stride + 1;
	g.out_w = (q->w + 2 * q->pad - (q->fw - 1) * q->dil - 1) / q->stride + 1;
	return g;
}

static struct sum window(const struct pk_conv *g, const float *x, const float *f, int64_t m, int64_t j, int64_t n,
			 bool deep)
{
	int64_t ox = m % g->out_w, oy = m / g->out_w % g->out_h, b = m / g->out_w / g->out_h;
	struct sum s = { 0 };

	for (int64_t t = 0; t < g->fh * g->fw; t++) {
		int64_t y = oy * g->stride_h - g->top + t / g->fw * g->dil_h;
		int64_t z = ox * g->stride_w - g->left + t % g->fw * g->dil_w;
		const float *pixel = x + ((b * g->in_h + y) * g->in_w + z) * g->channels;

		if (y < 0 || y >= g->in_h || z < 0 || z >= g->in_w)
			continue;
		if (deep)
			sum_add(&s, pixel[j], f[t * g->channels + j]);
		for (int64_t c = 0; c < g->channels && !deep; c++)
			sum_add(&s, pixel[c], f[(t * g->channels + c) * n + j]);
	}
	return s;
}

static void conv_check(const struct conv *q)
{
	struct pk_conv g = geometry(q);
	int64_t n = q->deep ? q->channels : q->n, k = q->fh * q->fw * q->channels, out = g.n * g.out_h * g.out_w;
	float *x = many(g.n * q->h * q->w * q->channels), *f = many(q->deep ? k : k * n), *y = many(out * n);
	float *add = many(out * n), *bias = many(n);
	struct pk_after after = plain;
	struct err err = { 0 };
	struct packed *p = NULL;
	char what[160];

	after.lo = -1;
	after.add = add;
	snprintf(what, sizeof(what), "%s of %lldx%lldx%lld by %lldx%lldx%lld stride %lld dilation %lld pad %lld",
		 q->deep ? "depthwise" : "convolution", (long long)q->h, (long long)q->w, (long long)q->channels,
		 (long long)q->fh, (long long)q->fw, (long long)n, (long long)q->stride, (long long)q->dil,
		 (long long)q->pad);
	if (q->deep) {
		assert_true(packed_depthwise(&g, f, bias, x, y, &after, &err));
	} else {
		p = packed_new(f, k, n, n, 1, NULL, bias, q->once, &err);
		assert_non_null(p);
		assert_true(packed_conv(p, &g, x, y, &after, &err));
	}
	for (int64_t i = 0; i < out * n; i++) {
		struct sum s = window(&g, x, f, i / n, i % n, n, q->deep);

		s.x += bias[i % n];
		near(s, &after, i, y[i], what, i);
	}
	packed_free(p);
	free(x), free(f), free(y), free(add), free(bias);
}

static void convolutions(void)
{
	static const int64_t channels[] = { 1, 3, 8, 16, 20, 31, 33, 130 }, f[] = { 1, 2, 3, 5 };
	static const int64_t ns[] = { 1, 8, 24, 33, 65 };
	int turn = 0;

	for (size_t c = 0; c < sizeof(channels) / sizeof(channels[0]); c++)
		for (size_t k = 0; k < sizeof(f) / sizeof(f[0]); k++)
			for (int64_t stride = 1; stride <= 3; stride++)
				for (int64_t dil = 1; dil <= 2; dil++, turn++)
					for (int deep = 0; deep < 2; deep++)
						conv_check(&(struct conv){ 11, 12 + turn % 3, channels[c], f[k],
									   turn % 7 ? f[k] : f[(k + 1) % 4],
									   ns[turn % 5], stride, dil, turn % 4,
									   turn % 2, deep });
}

/* ---- both, on each level ---- */

static void on_levels(void (*what)(void))
{
	for (int i = 0; i < loops_n(); i++) {
		loops_force(i);
		seed = 7;
		what();
	}
}

static void test_products(void **state)
{
	(void)state;
	on_levels(products);
}

static void test_convolutions(void **state)
{
	(void)state;
	on_levels(convolutions);
}

/* Values that a gate gives: their own exactness. */
static void test_swish(void **state)
{
	static const float x[] = { 0,	   1,  -1,    1e-9f,	-20,   20,     -86,  -88,
				   -1e30f, 88, 1e30f, INFINITY, 3.25f, -0.75f, 0.1f, 7 };
	enum { N = sizeof(x) / sizeof(x[0]) };
	float y[N], last[1] = { -INFINITY };

	(void)state;
	for (int l = 0; l < loops_n(); l++) {
		loops_force(l);
		loops()->swish_f32(y, x, N);
		for (int i = 0; i < N; i++) {
			double want = (double)x[i] / (1 + exp(-(double)x[i]));

			if (!(fabs(y[i] - want) <= 4e-7 * fabs(want) + 1e-30) && (double)y[i] != want)
				fail_msg("swish(%g) is %g, not %g, on %s", x[i], y[i], want, loops()->name);
		}
		loops()->swish_f32(last, last, 1);
		assert_true(isnan(last[0]));
		last[0] = -INFINITY;
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_products),
		cmocka_unit_test(test_convolutions),
		cmocka_unit_test(test_swish),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
