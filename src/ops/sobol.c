/*
 * SobolSample: points that fill the unit cube evenly. Directions of a dimension follow from its
 * first ones (sobol.inc) by a primitive polynomial; these are found as they are needed.
 */
#include <math.h>
#include <string.h>

#include "ops/kernel.h"

static const uint8_t first_bits[] = {
#include "ops/sobol.inc"
};

/* TensorFlow has 21200; more than these would be 400 KB of numbers for what nobody has asked for.
 */
enum { MAX_DIMS = 1111, MAX_DEGREE = 13, MAX_DIM_TENSORFLOW = 21200 };

/* ---- primitive polynomials over two elements: bit i is the coefficient of x^i ---- */

/* a b modulo p of degree s. */
static uint32_t poly_mul(uint32_t a, uint32_t b, uint32_t p, int s)
{
	uint32_t r = 0;

	for (; b; b >>= 1) {
		r ^= b & 1 ? a : 0;
		a <<= 1;
		a ^= a >> s & 1 ? p : 0;
	}
	return r;
}

static uint32_t poly_power(uint32_t n, uint32_t p, int s)
{
	uint32_t r = 1, x = 2 ^ (s == 1 ? p : 0);

	for (; n; n >>= 1) {
		r = n & 1 ? poly_mul(r, x, p, s) : r;
		x = poly_mul(x, x, p, s);
	}
	return r;
}

/* Are the powers of x all 2^s - 1 other than 0? */
static bool primitive(uint32_t p, int s)
{
	uint32_t order = (UINT32_C(1) << s) - 1, rest = order;

	if (poly_power(order, p, s) != 1)
		return false;
	for (uint32_t f = 2; rest > 1; f++) {
		if (f * f > rest)
			f = rest;
		if (rest % f)
			continue;
		while (rest % f == 0)
			rest /= f;
		if (poly_power(order / f, p, s) == 1 && order > 1)
			return false;
	}
	return true;
}

/* ---- directions ---- */

struct reader {
	int64_t bit;
	uint32_t poly;
	int degree;
};

static uint32_t take_bits(struct reader *r, int n)
{
	uint32_t v = 0;

	for (int i = 0; i < n; i++, r->bit++)
		v |= (uint32_t)(first_bits[r->bit / 8] >> r->bit % 8 & 1) << i;
	return v;
}

static void next_poly(struct reader *r)
{
	do {
		r->poly += 2;
		if (r->poly >> (r->degree + 1))
			r->poly = (UINT32_C(1) << ++r->degree) + 1;
	} while (!primitive(r->poly, r->degree));
}

/* n directions of the next dimension, each of as many bits as its number from 1. */
static void directions(struct reader *r, uint32_t *m, int n)
{
	uint32_t own[MAX_DEGREE];
	int s;

	next_poly(r);
	s = r->degree;
	for (int k = 0; k < s; k++)
		own[k] = take_bits(r, k) << 1 | 1;
	for (int k = 0; k < n; k++) {
		if (k < s) {
			m[k] = own[k];
			continue;
		}
		m[k] = m[k - s] ^ m[k - s] << s;
		for (int i = 1; i < s; i++)
			m[k] ^= r->poly >> (s - i) & 1 ? m[k - i] << i : 0;
	}
}

/* ---- points ---- */

static int digits_of(int64_t n)
{
	return (int)(log2((double)n) + 1);
}

struct sobol {
	int64_t dims, points, skip;
	int digits;
	uint32_t *dir; /* dims x digits, moved up to one number of digits */
	uint32_t *now;
};

static void point_put(const struct sobol *s, struct tensor *out, int64_t at)
{
	/* with 31 digits the unit is the least int32, and all is negative, as TensorFlow has it */
	double unit = (s->digits == 31 ? -1.0 : 1.0) / (double)(UINT32_C(1) << s->digits);

	for (int64_t j = 0; j < s->dims; j++)
		if (out->dtype == DT_FLOAT)
			((float *)out->data)[at * s->dims + j] =
				(float)(int32_t)s->now[j] * (float)unit;
		else
			((double *)out->data)[at * s->dims + j] = (int32_t)s->now[j] * unit;
}

static void step(const struct sobol *s, int digit)
{
	for (int64_t j = 0; j < s->dims; j++)
		s->now[j] ^= s->dir[j * s->digits + digit];
}

static bool points_put(struct op_ctx *c, const struct sobol *s, struct tensor *out)
{
	uint64_t first = (uint64_t)s->skip + 1, gray = first ^ first >> 1;

	memset(s->now, 0, (size_t)s->dims * sizeof(*s->now));
	for (int k = 0; k < digits_of((int64_t)first); k++)
		if (gray >> k & 1)
			step(s, k);
	point_put(s, out, 0);
	for (int64_t i = 1; i < s->points; i++) {
		step(s, __builtin_ctzll(~(uint64_t)(i + s->skip)));
		point_put(s, out, i);
		if (i % 4096 == 0 && !c->world->go_on(c->world_ctx, c->err))
			return false;
	}
	return true;
}

static bool sobol_in(struct op_ctx *c, struct sobol *s)
{
	static const char *const name[] = {"dim", "num_results", "skip"};

	for (int i = 0; i < 3; i++)
		if (c->in[i]->rank != 0)
			return op_invalid(c, "%s must be a scalar", name[i]);
	s->dims = tensor_get_i64(c->in[0], 0);
	s->points = tensor_get_i64(c->in[1], 0);
	s->skip = tensor_get_i64(c->in[2], 0);
	if (s->dims < 1)
		return op_invalid(c, "dim must be at least one");
	if (s->dims > MAX_DIM_TENSORFLOW)
		return op_invalid(c, "dim must be at most %d", MAX_DIM_TENSORFLOW);
	if (s->points < 1)
		return op_invalid(c, "num_results must be at least one");
	if (s->skip < 0)
		return op_invalid(c, "skip must be non-negative");
	if (s->points >= INT32_MAX - s->skip)
		return op_invalid(c, "num_results+skip must be less than %d", INT32_MAX);
	return s->dims <= MAX_DIMS ||
	       op_fail(c, ERR_UNIMPLEMENTED,
		       "smtui has direction numbers for %d dimensions, not for %lld", MAX_DIMS,
		       (long long)s->dims);
}

static bool run_sobol(struct op_ctx *c)
{
	enum dtype t = DT_FLOAT;
	struct reader r = {.degree = 1, .poly = 1}; /* x + 1 comes next */
	struct tensor *out;
	struct sobol s;
	int64_t dim[2];

	if (!sobol_in(c, &s))
		return false;
	node_attr_type(c->node, "dtype", &t);
	dim[0] = s.points;
	dim[1] = s.dims;
	out = op_out(c, 0, t, 2, dim);
	s.digits = digits_of(s.skip + s.points + 1);
	s.dir = out ? op_temp(c, (size_t)s.dims * (size_t)s.digits * sizeof(*s.dir)) : NULL;
	s.now = s.dir ? op_temp(c, (size_t)s.dims * sizeof(*s.now)) : NULL;
	if (!s.now)
		return false;
	for (int64_t j = 0; j < s.dims; j++) {
		uint32_t *m = s.dir + j * s.digits;

		for (int k = 0; j == 0 && k < s.digits; k++)
			m[k] = 1;
		if (j)
			directions(&r, m, s.digits);
		for (int k = 0; k < s.digits; k++)
			m[k] <<= s.digits - k - 1;
	}
	return points_put(c, &s, out);
}

static const struct op_row rows[] = {
	{.name = "SobolSample",
	 .n_in = 3,
	 .n_out = 1,
	 .types = {{"dtype", DM(DT_FLOAT) | DM(DT_DOUBLE)}},
	 .run = run_sobol},
};

OP_FAMILY(family_sobol, rows);
