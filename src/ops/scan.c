/* Running sums along an axis: Cumsum, Cumprod, CumulativeLogsumexp. Each step is rounded to the type. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "ops/array.h"
#include "ops/elop.h"

/* acc and the next value v, with TensorFlow's way around infinities and NaNs. */
#define LSE(name, T, LOWEST, EXP, LOG1P) \
	static T name(T acc, T v) \
	{ \
		T lo = v < acc ? v : acc, hi = acc < v ? v : acc; \
\
		return lo < LOWEST ? hi : LOG1P(EXP(lo - hi)) + hi; \
	}
LSE(lse_f, float, -FLT_MAX, expf, log1pf)
LSE(lse_d, double, -DBL_MAX, exp, log1p)

static void lse_f32(void *dst, const void *src, int64_t n)
{
	float *d = dst;
	const float *s = src;

	for (int64_t i = 0; i < n; i++)
		d[i] = lse_f(d[i], s[i]);
}

static void lse_f64(void *dst, const void *src, int64_t n)
{
	double *d = dst;
	const double *s = src;

	for (int64_t i = 0; i < n; i++)
		d[i] = lse_d(d[i], s[i]);
}

static void lse_f16(void *dst, const void *src, int64_t n)
{
	uint16_t *d = dst;
	const uint16_t *s = src;

	for (int64_t i = 0; i < n; i++)
		d[i] = half_of_float(lse_f(half_to_float(d[i]), half_to_float(s[i])));
}

static void lse_bf16(void *dst, const void *src, int64_t n)
{
	uint16_t *d = dst;
	const uint16_t *s = src;

	for (int64_t i = 0; i < n; i++)
		d[i] = bf16_of_float(lse_f(bf16_to_float(d[i]), bf16_to_float(s[i])));
}

static el_fn step_of(const char *op, enum dtype t)
{
	if (!strcmp(op, "Cumsum"))
		return el_op(EL_ADD, t);
	if (!strcmp(op, "Cumprod"))
		return el_op(EL_MUL, t);
	return t == DT_FLOAT ? lse_f32 : t == DT_DOUBLE ? lse_f64 : t == DT_HALF ? lse_f16 : lse_bf16;
}

struct scan {
	const struct tensor *x;
	struct tensor *out;
	el_fn step;
	int64_t n, inner;
	bool exclusive, reverse;
	const void *start;		/* one element: what an exclusive scan begins with */
	struct err *err;
};

/* Blocks [from, to): each [n][inner]. */
static void scan_tile(void *ctx, int64_t from, int64_t to)
{
	const struct scan *s = ctx;
	enum dtype t = s->x->dtype;
	size_t bytes = (size_t)s->inner * dtype_info(t)->size;

	for (int64_t o = from; o < to; o++)
		for (int64_t k = 0; k < s->n; k++) {
			int64_t at = s->reverse ? s->n - 1 - k : k, last = s->reverse ? at + 1 : at - 1;
			char *d = el_at(t, s->out->data, (o * s->n + at) * s->inner);
			const char *p = el_at(t, s->out->data, (o * s->n + last) * s->inner);
			const char *x = el_at(t, s->x->data, (o * s->n + (s->exclusive ? last : at)) * s->inner);

			if (k == 0 && s->exclusive)
				el_fill(t, d, s->start, s->inner, s->err);
			else if (k == 0)
				memcpy(d, x, bytes);
			else
				memcpy(d, p, bytes);
			if (k)
				s->step(d, x, s->inner);
		}
}

static bool run_scan(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	const char *op = c->row->name;
	struct scan s = { .x = x, .step = step_of(op, x->dtype), .err = c->err };
	struct tensor *start;
	int64_t axis;

	if (c->in[1]->rank != 0)
		return op_invalid(c, "ScanOp: axis must be a scalar, not %s", op_in_shape(c, 1));
	axis = tensor_get_i64(c->in[1], 0);
	if (!axis_norm(&axis, x->rank))
		return op_invalid(c, "ScanOp: Expected scan axis in the range [%d, %d), but got %lld", -x->rank,
				  x->rank, (long long)(axis < 0 ? axis + x->rank : axis));
	node_attr_bool(c->node, "exclusive", &s.exclusive);
	node_attr_bool(c->node, "reverse", &s.reverse);
	s.out = op_out_like(c, 0, x);
	if (!s.out || s.out->n == 0)
		return s.out != NULL;
	start = tensor_scalar_f64(x->dtype, !strcmp(op, "Cumsum") ? 0 : !strcmp(op, "Cumprod") ? 1 : -INFINITY, c->err);
	if (!start)
		return false;
	op_hold(c, start);
	s.start = start->data;
	s.n = x->dim[axis];
	s.inner = dims_mul(x->dim, (int)axis + 1, x->rank);
	tiles_run(x->n / (s.n * s.inner), TILE_ELEMS / (s.n * s.inner), scan_tile, &s);
	return true;
}

#define SCAN(n, m) { .name = n, .n_in = 2, .n_out = 1, .types = { { "T", m }, { "Tidx", DM_INDEX } }, .run = run_scan }
static const struct op_row rows[] = {
	SCAN("Cumsum", DM_NUMBER), SCAN("Cumprod", DM_NUMBER), SCAN("CumulativeLogsumexp", DM_FLOATS),
};

OP_FAMILY(family_scan, rows);
