/* Fourier transforms; see fft.h. Iterative: data reordered by digits, then one pass a factor. */
#include "ops/fft.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { MAX_FACTORS = 64 };

struct fft {
	int64_t n;
	int n_factors;
	int factor[MAX_FACTORS];	/* of n; none and sub set: Bluestein */
	double *root;			/* e^{-2 pi i k / n}, n of them */
	double *work;			/* n complex */
	struct fft *sub;		/* of a power of two >= 2n - 1 */
	double *chirp, *filter;		/* Bluestein: n and sub->n complex */
	double *pad;			/* sub->n complex */
};

static double *complexes(int64_t n, struct err *err)
{
	return big_alloc((size_t)n * 2 * sizeof(double), err);
}

static void drop(double *p, int64_t n)
{
	if (p)
		big_free(p, (size_t)n * 2 * sizeof(double));
}

/* e^{-2 pi i k / n}, exact at multiples of an eighth turn's symmetry. */
static void root_of(int64_t k, int64_t n, double *re, double *im)
{
	double sign_re = 1, sign_im = -1;
	double a;

	k %= n;
	if (2 * k > n) {
		k = n - k;
		sign_im = 1;
	}
	if (4 * k > n) {
		k = n - 2 * k;		/* twice the angle from pi */
		sign_re = -1;
		a = M_PI * (double)k / (double)n;
	} else {
		a = 2 * M_PI * (double)k / (double)n;
	}
	*re = sign_re * cos(a);
	*im = sign_im * sin(a);
}

static bool factors(struct fft *f)
{
	static const int try[] = { 4, 2, 3, 5, 7, 11, 13 };
	int64_t left = f->n;

	for (size_t i = 0; i < sizeof(try) / sizeof(try[0]); i++)
		while (left % try[i] == 0) {
			f->factor[f->n_factors++] = try[i];
			left /= try[i];
		}
	if (left != 1)
		f->n_factors = 0;
	return left == 1;
}

static void multiply(double *x, double re, double im)
{
	double t = x[0] * re - x[1] * im;

	x[1] = x[0] * im + x[1] * re;
	x[0] = t;
}

static bool bluestein(struct fft *f, struct err *err)
{
	int64_t m = 1, n = f->n;

	while (m < 2 * n - 1)
		m *= 2;
	f->sub = fft_new(m, err);
	f->chirp = f->sub ? complexes(n, err) : NULL;
	f->filter = f->chirp ? complexes(m, err) : NULL;
	f->pad = f->filter ? complexes(m, err) : NULL;
	if (!f->pad)
		return false;
	memset(f->filter, 0, (size_t)m * 2 * sizeof(double));
	for (int64_t k = 0; k < n; k++) {
		/* k * k mod 2n without overflow */
		int64_t sq = (int64_t)((__uint128_t)k * (__uint128_t)k % (__uint128_t)(2 * n));

		root_of(sq, 2 * n, &f->chirp[2 * k], &f->chirp[2 * k + 1]);
		f->filter[2 * k] = f->chirp[2 * k];
		f->filter[2 * k + 1] = -f->chirp[2 * k + 1];
		if (k) {
			f->filter[2 * (m - k)] = f->filter[2 * k];
			f->filter[2 * (m - k) + 1] = f->filter[2 * k + 1];
		}
	}
	fft_run(f->sub, f->filter, false);
	return true;
}

struct fft *fft_new(int64_t n, struct err *err)
{
	struct fft *f;

	if (n < 1 || n > INT64_C(1) << 40) {
		err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED, "a Fourier transform of %lld points",
			(long long)n);
		return NULL;
	}
	f = xcalloc(1, sizeof(*f));
	f->n = n;
	if (!factors(f)) {
		if (bluestein(f, err))
			return f;
		fft_free(f);
		return NULL;
	}
	f->root = complexes(n, err);
	f->work = f->root ? complexes(n, err) : NULL;
	if (!f->work) {
		fft_free(f);
		return NULL;
	}
	for (int64_t k = 0; k < n; k++)
		root_of(k, n, &f->root[2 * k], &f->root[2 * k + 1]);
	return f;
}

void fft_free(struct fft *f)
{
	if (!f)
		return;
	drop(f->root, f->n);
	drop(f->work, f->n);
	drop(f->chirp, f->n);
	if (f->sub) {
		drop(f->filter, f->sub->n);
		drop(f->pad, f->sub->n);
	}
	fft_free(f->sub);
	free(f);
}

/* r-point transform of v, in place; tw are the n-th roots. */
static void small(const struct fft *f, double *v, int r)
{
	double out[2 * 13];
	int64_t step = f->n / r;

	if (r == 2) {
		double a = v[0], b = v[1];

		v[0] += v[2], v[1] += v[3];
		v[2] = a - v[2], v[3] = b - v[3];
		return;
	}
	if (r == 4) {
		double a = v[0] + v[4], b = v[1] + v[5], c = v[0] - v[4], d = v[1] - v[5];
		double e = v[2] + v[6], g = v[3] + v[7], h = v[2] - v[6], i = v[3] - v[7];

		v[0] = a + e, v[1] = b + g, v[2] = c + i, v[3] = d - h;
		v[4] = a - e, v[5] = b - g, v[6] = c - i, v[7] = d + h;
		return;
	}
	for (int k = 0; k < r; k++) {
		out[2 * k] = out[2 * k + 1] = 0;
		for (int j = 0; j < r; j++) {
			const double *w = f->root + 2 * (int64_t)(j * k % r) * step;

			out[2 * k] += v[2 * j] * w[0] - v[2 * j + 1] * w[1];
			out[2 * k + 1] += v[2 * j] * w[1] + v[2 * j + 1] * w[0];
		}
	}
	memcpy(v, out, (size_t)r * 2 * sizeof(double));
}

/* One pass (Stockham): l transforms done so far of length l; n / (l r) groups. */
static void pass(const struct fft *f, const double *x, double *y, int64_t l, int r)
{
	int64_t m = f->n / l / r;

	for (int64_t j = 0; j < l; j++)
		for (int64_t k = 0; k < m; k++) {
			double v[2 * 13];

			for (int q = 0; q < r; q++) {
				const double *from = x + 2 * (k + m * (q + (int64_t)r * j));
				const double *w = f->root + 2 * (j * q % (l * r) * m);

				v[2 * q] = from[0] * w[0] - from[1] * w[1];
				v[2 * q + 1] = from[0] * w[1] + from[1] * w[0];
			}
			small(f, v, r);
			for (int q = 0; q < r; q++) {
				double *to = y + 2 * (k + m * (j + l * q));

				to[0] = v[2 * q];
				to[1] = v[2 * q + 1];
			}
		}
}

static void forward(struct fft *f, double *x)
{
	double *a = x, *b = f->work;
	int64_t l = 1;

	for (int i = 0; i < f->n_factors; i++) {
		double *t = a;

		pass(f, a, b, l, f->factor[i]);
		l *= f->factor[i];
		a = b;
		b = t;
	}
	if (a != x)
		memcpy(x, a, (size_t)f->n * 2 * sizeof(double));
}

static void detour(struct fft *f, double *x)
{
	int64_t n = f->n, m = f->sub->n;

	memset(f->pad, 0, (size_t)m * 2 * sizeof(double));
	for (int64_t k = 0; k < n; k++) {
		memcpy(f->pad + 2 * k, x + 2 * k, 2 * sizeof(double));
		multiply(f->pad + 2 * k, f->chirp[2 * k], f->chirp[2 * k + 1]);
	}
	fft_run(f->sub, f->pad, false);
	for (int64_t k = 0; k < m; k++)
		multiply(f->pad + 2 * k, f->filter[2 * k], f->filter[2 * k + 1]);
	fft_run(f->sub, f->pad, true);
	for (int64_t k = 0; k < n; k++) {
		x[2 * k] = f->pad[2 * k] / (double)m;
		x[2 * k + 1] = f->pad[2 * k + 1] / (double)m;
		multiply(x + 2 * k, f->chirp[2 * k], f->chirp[2 * k + 1]);
	}
}

void fft_run(struct fft *f, double *x, bool inverse)
{
	/* the inverse is the conjugate of the transform of the conjugate */
	for (int64_t k = 0; inverse && k < f->n; k++)
		x[2 * k + 1] = -x[2 * k + 1];
	if (f->sub)
		detour(f, x);
	else
		forward(f, x);
	for (int64_t k = 0; inverse && k < f->n; k++)
		x[2 * k + 1] = -x[2 * k + 1];
}
