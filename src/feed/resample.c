/* See resample.h. Each direction: for each new pixel where its triangle begins and weights that are
 * 1 together, in units of 2^-22. */
#include "feed/resample.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"

enum { BITS = 22 };

struct weights {
	int64_t from, n; /* of the old pixels */
	int32_t *w;
};

struct axis {
	struct weights *at; /* by new pixel */
	int32_t *w;	    /* all of them */
};

static void axis_free(struct axis *a)
{
	free(a->at);
	free(a->w);
}

static int64_t within(int64_t v, int64_t lo, int64_t hi)
{
	return v < lo ? lo : v > hi ? hi : v;
}

static void weigh(struct weights *to, double center, double support, double narrow, int64_t n,
		  double *k)
{
	double sum = 0;

	to->from = within((int64_t)(center - support + 0.5), 0, n);
	to->n = within((int64_t)(center + support + 0.5), 0, n) - to->from;
	for (int64_t i = 0; i < to->n; i++) {
		double d = fabs(((double)(i + to->from) - center + 0.5) * narrow);

		k[i] = d < 1 ? 1 - d : 0;
		sum += k[i];
	}
	for (int64_t i = 0; i < to->n; i++) {
		double v = (sum != 0 ? k[i] / sum : k[i]) * (1 << BITS);

		to->w[i] = (int32_t)(v < 0 ? v - 0.5 : v + 0.5);
	}
}

static bool axis_make(struct axis *a, int64_t from, int64_t to, struct err *err)
{
	double scale = (double)from / (double)to, support = scale < 1 ? 1 : scale;
	size_t most = (size_t)ceil(support) * 2 + 1, all;
	double *k;

	if (!size_mul(most, (size_t)to, &all) || all > (size_t)1 << 28)
		return err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED,
			       "the picture is too large to be resized");
	a->at = xcalloc((size_t)to, sizeof(*a->at));
	a->w = xcalloc(all, sizeof(*a->w));
	k = xcalloc(most, sizeof(*k));
	for (int64_t i = 0; i < to; i++) {
		a->at[i].w = a->w + (size_t)i * most;
		weigh(&a->at[i], ((double)i + 0.5) * scale, support, 1 / support, from, k);
	}
	free(k);
	return true;
}

static uint8_t clip(int64_t v)
{
	v >>= BITS;
	return (uint8_t)(v < 0 ? 0 : v > 255 ? 255 : v);
}

/* Along one direction: `lines` of them, each of `from` pixels that are `step` apart. */
struct pass {
	int64_t lines, line_step_in, line_step_out, step_in, step_out, n;
};

static void run(const struct pass *p, const struct axis *a, int64_t to, const uint8_t *in,
		uint8_t *out)
{
	for (int64_t l = 0; l < p->lines; l++)
		for (int64_t i = 0; i < to; i++)
			for (int64_t c = 0; c < p->n; c++) {
				const struct weights *w = &a->at[i];
				const uint8_t *q =
					in + l * p->line_step_in + w->from * p->step_in + c;
				int64_t sum = 1 << (BITS - 1);

				for (int64_t k = 0; k < w->n; k++)
					sum += (int64_t)q[k * p->step_in] * w->w[k];
				out[l * p->line_step_out + i * p->step_out + c] = clip(sum);
			}
}

static uint8_t *room(int64_t w, int64_t h, int64_t n, struct err *err)
{
	int64_t bytes;
	uint8_t *p = NULL;

	if (!__builtin_mul_overflow(w, h, &bytes) && !__builtin_mul_overflow(bytes, n, &bytes) &&
	    bytes < (int64_t)1 << 31)
		p = malloc((size_t)bytes + 1);
	if (!p)
		err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED,
			"no room for a picture of %lld x %lld", (long long)w, (long long)h);
	return p;
}

uint8_t *resample_pil(const uint8_t *px, int64_t w, int64_t h, int64_t n, int64_t to_w,
		      int64_t to_h, struct err *err)
{
	uint8_t *mid = room(to_w, h, n, err), *out = mid ? room(to_w, to_h, n, err) : NULL;
	struct axis x = {0}, y = {0};
	bool ok = out && to_w > 0 && to_h > 0 && axis_make(&x, w, to_w, err) &&
		  axis_make(&y, h, to_h, err);

	if (ok) {
		run(&(struct pass){h, w * n, to_w * n, n, n, n}, &x, to_w, px, mid);
		run(&(struct pass){to_w, n, n, to_w * n, to_w * n, n}, &y, to_h, mid, out);
	}
	axis_free(&x);
	axis_free(&y);
	free(mid);
	if (ok)
		return out;
	free(out);
	return NULL;
}
