/* The generator and the plain distributions; see random.h. */
#include <math.h>
#include <string.h>

#include "ops/random.h"

void philox_skip(struct philox *p, uint64_t n)
{
	uint64_t lo = p->ctr[0] | (uint64_t)p->ctr[1] << 32, hi = p->ctr[2] | (uint64_t)p->ctr[3] << 32;

	lo += n;
	hi += lo < n;
	p->ctr[0] = (uint32_t)lo;
	p->ctr[1] = (uint32_t)(lo >> 32);
	p->ctr[2] = (uint32_t)hi;
	p->ctr[3] = (uint32_t)(hi >> 32);
}

void philox_next(struct philox *p, uint32_t out[4])
{
	uint32_t k0 = p->key[0], k1 = p->key[1], c[4];

	memcpy(c, p->ctr, sizeof(c));
	for (int i = 0; i < 10; i++) {
		uint64_t a = (uint64_t)0xD2511F53u * c[0], b = (uint64_t)0xCD9E8D57u * c[2];
		uint32_t c1 = c[1], c3 = c[3];

		c[0] = (uint32_t)(b >> 32) ^ c1 ^ k0;
		c[1] = (uint32_t)b;
		c[2] = (uint32_t)(a >> 32) ^ c3 ^ k1;
		c[3] = (uint32_t)a;
		k0 += 0x9E3779B9u;
		k1 += 0xBB67AE85u;
	}
	memcpy(out, c, sizeof(c));
	philox_skip(p, 1);
}

struct philox1 philox1_new(const struct philox *g)
{
	return (struct philox1){ .g = *g, .used = 4 };
}

uint32_t philox1_next(struct philox1 *s)
{
	if (s->used == 4) {
		philox_next(&s->g, s->have);
		s->used = 0;
	}
	return s->have[s->used++];
}

/* ---- numbers from bits ---- */

static float unit_float(uint32_t x)
{
	uint32_t bits = UINT32_C(127) << 23 | (x & 0x7fffff);
	float f;

	memcpy(&f, &bits, sizeof(f));
	return f - 1.0f;
}

double philox_double(uint32_t hi, uint32_t lo)
{
	uint64_t bits = UINT64_C(1023) << 52 | (uint64_t)(hi & 0xfffff) << 32 | lo;
	double d;

	memcpy(&d, &bits, sizeof(d));
	return d - 1.0;
}

uint64_t philox1_next64(struct philox1 *s)
{
	uint32_t lo = philox1_next(s);

	return lo | (uint64_t)philox1_next(s) << 32;
}

float philox1_float(struct philox1 *s)
{
	return unit_float(philox1_next(s));
}

double philox1_double(struct philox1 *s)
{
	uint32_t hi = philox1_next(s);

	return philox_double(hi, philox1_next(s));
}

uint32_t philox1_below(struct philox1 *s, uint32_t n)
{
	uint32_t x = philox1_next(s);

	if ((n & (n - 1)) == 0)
		return n ? x & (n - 1) : 0;
	while (x < UINT32_MAX % n + 1)
		x = philox1_next(s);
	return x % n;
}

uint64_t philox1_below64(struct philox1 *s, uint64_t n)
{
	uint64_t x = philox1_next64(s);

	if ((n & (n - 1)) == 0)
		return n ? x & (n - 1) : 0;
	while (x < UINT64_MAX % n + 1)
		x = philox1_next64(s);
	return x % n;
}

static void box_muller(uint32_t x0, uint32_t x1, float *f)
{
	float u1 = unit_float(x0), v1 = (float)(2.0f * M_PI * unit_float(x1)), u2;

	u1 = u1 < 1.0e-7f ? 1.0e-7f : u1;
	u2 = sqrtf(-2.0f * logf(u1));
	f[0] = sinf(v1) * u2;
	f[1] = cosf(v1) * u2;
}

static void box_muller_double(const uint32_t *x, double *d)
{
	double u1 = philox_double(x[0], x[1]), v1 = 2 * M_PI * philox_double(x[2], x[3]), u2;

	u1 = u1 < 1.0e-7 ? 1.0e-7 : u1;
	u2 = sqrt(-2.0 * log(u1));
	d[0] = sin(v1) * u2;
	d[1] = cos(v1) * u2;
}

double doubles_next(struct doubles *d)
{
	uint32_t x[4];

	if (d->left == 0) {
		philox_next(d->g, x);
		if (d->normal) {
			box_muller_double(x, d->have);
		} else {
			d->have[0] = philox_double(x[0], x[1]);
			d->have[1] = philox_double(x[2], x[3]);
		}
		d->left = 2;
	}
	return d->have[--d->left];
}

/* ---- filling ---- */

/* A group of outputs: four, of 8-byte types two. */
union group {
	float f[4];
	double d[2];
	uint32_t u[4];
	uint64_t q[2];
};

struct filler {
	struct tensor *t;
	enum fill how;
	struct philox g;
	uint64_t lo, range;
	int per;
};

static void truncated(const struct filler *f, struct philox1 *s, union group *r)
{
	for (int n = 0; n < f->per;) {
		uint32_t x[4];
		float two[2];
		double dtwo[2];

		for (int i = 0; i < (f->t->dtype == DT_DOUBLE ? 4 : 2); i++)
			x[i] = philox1_next(s);
		if (f->t->dtype == DT_DOUBLE) {
			box_muller_double(x, dtwo);
			for (int i = 0; i < 2 && n < f->per; i++)
				if (fabs(dtwo[i]) < 2.0)
					r->d[n++] = dtwo[i];
		} else {
			box_muller(x[0], x[1], two);
			for (int i = 0; i < 2 && n < f->per; i++)
				if (fabsf(two[i]) < 2.0f)
					r->f[n++] = two[i];
		}
	}
}

static void plain(const struct filler *f, const uint32_t *x, union group *r)
{
	bool wide = f->per == 2;

	for (int i = 0; i < f->per; i++) {
		uint64_t q = wide ? x[2 * i] | (uint64_t)x[2 * i + 1] << 32 : x[i];

		switch (f->how) {
		case FILL_INT:
			q = f->lo + q % f->range;
			/* fall through */
		case FILL_BITS:
			if (wide)
				r->q[i] = q;
			else
				r->u[i] = (uint32_t)q;
			break;
		case FILL_NORMAL:
			if (wide)
				box_muller_double(x, r->d);
			else if (i % 2 == 0)
				box_muller(x[i], x[i + 1], r->f + i);
			break;
		default:
			if (wide)
				r->d[i] = philox_double(x[2 * i], x[2 * i + 1]);
			else
				r->f[i] = unit_float(x[i]);
		}
	}
}

/* Uniform half and bfloat16 have their own bits: as many as their mantissa holds. */
static uint16_t unit_low(enum dtype t, uint32_t x)
{
	if (t == DT_HALF)
		return half_of_float(half_to_float((uint16_t)(15u << 10 | (x & 0x3ff))) - 1.0f);
	return bf16_of_float(bf16_to_float((uint16_t)(127u << 7 | (x & 0x7f))) - 1.0f);
}

int philox_four(struct philox *g, enum dtype t, bool normal, double out[4])
{
	uint32_t x[4];
	float f[4];

	philox_next(g, x);
	if (t == DT_DOUBLE) {
		out[0] = philox_double(x[0], x[1]);
		out[1] = philox_double(x[2], x[3]);
		if (normal)
			box_muller_double(x, out);
		return 2;
	}
	for (int i = 0; normal && i < 4; i += 2)
		box_muller(x[i], x[i + 1], f + i);
	for (int i = 0; i < 4; i++) {
		f[i] = normal ? f[i] : t == DT_FLOAT ? unit_float(x[i]) : 0;
		if (t == DT_HALF)
			out[i] = half_to_float(normal ? half_of_float(f[i]) : unit_low(t, x[i]));
		else if (t == DT_BFLOAT16)
			out[i] = bf16_to_float(normal ? bf16_of_float(f[i]) : unit_low(t, x[i]));
		else
			out[i] = f[i];
	}
	return 4;
}

static void store(const struct filler *f, int64_t at, int n, const union group *r, const uint32_t *x)
{
	size_t size = dtype_info(f->t->dtype)->size;

	for (int i = 0; size == 2 && i < n; i++) {
		uint16_t *to = (uint16_t *)f->t->data + at + i;

		if (f->how == FILL_UNIFORM)
			*to = unit_low(f->t->dtype, x[i]);
		else
			*to = f->t->dtype == DT_HALF ? half_of_float(r->f[i]) : bf16_of_float(r->f[i]);
	}
	if (size != 2)
		memcpy((char *)f->t->data + (size_t)at * size, r, (size_t)n * size);
}

static void fill_tile(void *ctx, int64_t from, int64_t to)
{
	const struct filler *f = ctx;

	for (int64_t i = from; i < to; i++) {
		struct philox g = f->g;
		int64_t at = i * f->per, left = f->t->n - at;
		int n = left < f->per ? (int)left : f->per;
		union group r = { .q = { 0, 0 } };
		uint32_t x[4] = { 0 };

		if (f->how == FILL_TRUNCATED) {		/* 256 numbers are set aside for each output */
			struct philox1 s;

			philox_skip(&g, (uint64_t)i * (uint64_t)f->per * 64);
			s = philox1_new(&g);
			truncated(f, &s, &r);
		} else {
			philox_skip(&g, (uint64_t)i);
			philox_next(&g, x);
			plain(f, x, &r);
		}
		store(f, at, n, &r, x);
	}
}

void random_fill(struct tensor *t, enum fill how, const struct philox *g, uint64_t lo, uint64_t hi)
{
	struct filler f = { .t = t, .how = how, .g = *g, .lo = lo, .range = hi - lo };
	bool wide = dtype_info(t->dtype)->size == 8;

	f.per = wide ? 2 : 4;
	if (!wide) {
		f.lo = (uint32_t)lo;
		f.range = (uint32_t)f.range;
	}
	tiles_run((t->n + f.per - 1) / f.per, TILE_ELEMS / 4, fill_tile, &f);
}
