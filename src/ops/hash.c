/*
 * Hash functions; see hash.h. Sources: MurmurHash64A and FarmHash ("na" of 2014) by their published
 * algorithms, SipHash-2-4 by Aumasson and Bernstein's paper.
 */
#include "ops/hash.h"

#include <stddef.h>

/* n <= 8 bytes, the first one lowest. */
static uint64_t get64_n(const char *p, size_t n)
{
	uint64_t v = 0;

	while (n-- > 0)
		v = v << 8 | (unsigned char)p[n];
	return v;
}

static uint64_t get64(const char *p)
{
	return get64_n(p, 8);
}

static uint64_t get32(const char *p)
{
	return get64_n(p, 4);
}

static inline uint64_t rot(uint64_t v, int by)	/* right */
{
	return v >> by | v << (64 - by);
}

/* ---- Murmur ---- */

uint64_t hash64(struct sv s)
{
	const uint64_t m = 0xc6a4a7935bd1e995u;
	uint64_t h = UINT64_C(0xDECAFCAFFE) ^ s.n * m, k;

	for (; s.n >= 8; s = sv_sub(s, 8, s.n)) {
		k = get64(s.p) * m;
		k = (k ^ k >> 47) * m;
		h = (h ^ k) * m;
	}
	if (s.n)
		h = (h ^ get64_n(s.p, s.n)) * m;
	h = (h ^ h >> 47) * m;
	return h ^ h >> 47;
}

uint64_t hash64_combine(uint64_t a, uint64_t b)
{
	return a ^ (b + 0x9e3779b97f4a7800u + (a << 10) + (a >> 4));
}

/* ---- FarmHash ---- */

static const uint64_t k0 = 0xc3a5c85c97cb3127u, k1 = 0xb492b66fbe98f273u, k2 = 0x9ae16a3b2f90404fu;

static uint64_t mix(uint64_t v)
{
	return v ^ v >> 47;
}

static uint64_t two(uint64_t u, uint64_t v, uint64_t mul)
{
	return mix((v ^ mix((u ^ v) * mul)) * mul) * mul;
}

static uint64_t to16(const char *p, size_t n)
{
	uint64_t mul = k2 + n * 2, a, b;
	uint32_t y, z;

	if (n >= 8) {
		a = get64(p) + k2;
		b = get64(p + n - 8);
		return two(rot(b, 37) * mul + a, (rot(a, 25) + b) * mul, mul);
	}
	if (n >= 4)
		return two(n + (get32(p) << 3), get32(p + n - 4), mul);
	if (n == 0)
		return k2;
	y = (unsigned char)p[0] + ((uint32_t)(unsigned char)p[n >> 1] << 8);
	z = (uint32_t)n + ((uint32_t)(unsigned char)p[n - 1] << 2);
	return mix(y * k2 ^ z * k0) * k2;
}

static uint64_t to32(const char *p, size_t n)
{
	uint64_t mul = k2 + n * 2, a = get64(p) * k1, b = get64(p + 8);
	uint64_t c = get64(p + n - 8) * mul, d = get64(p + n - 16) * k2;

	return two(rot(a + b, 43) + rot(c, 30) + d, a + rot(b + k2, 18) + c, mul);
}

static uint64_t to64(const char *p, size_t n)
{
	uint64_t mul = k2 + n * 2, a = get64(p) * k2, b = get64(p + 8);
	uint64_t c = get64(p + n - 8) * mul, d = get64(p + n - 16) * k2;
	uint64_t y = rot(a + b, 43) + rot(c, 30) + d, z = two(y, a + rot(b + k2, 18) + c, mul);
	uint64_t e = get64(p + 16) * mul, f = get64(p + 24);
	uint64_t g = (y + get64(p + n - 32)) * mul, h = (z + get64(p + n - 24)) * mul;

	return two(rot(e + f, 43) + rot(g, 30) + h, e + rot(f + a, 18) + g, mul);
}

struct pair {
	uint64_t a, b;
};

static struct pair weak(const char *p, uint64_t a, uint64_t b)
{
	uint64_t w = get64(p), x = get64(p + 8), y = get64(p + 16), z = get64(p + 24), c;

	a += w;
	b = rot(b + a + z, 21);
	c = a;
	a += x + y;
	b += rot(a, 44);
	return (struct pair){ a + z, b + c };
}

struct farm {
	uint64_t x, y, z;
	struct pair v, w;
};

/* One block of 64 bytes; the last one is mixed with other factors. */
static void block(struct farm *f, const char *p, uint64_t mul, uint64_t nine)
{
	uint64_t t;

	f->x = rot(f->x + f->y + f->v.a + get64(p + 8), 37) * mul;
	f->y = rot(f->y + f->v.b + get64(p + 48), 42) * mul;
	f->x ^= f->w.b * nine;
	f->y += f->v.a * nine + get64(p + 40);
	f->z = rot(f->z + f->w.a, 33) * mul;
	f->v = weak(p, f->v.b * mul, f->x + f->w.a);
	f->w = weak(p + 32, f->z + f->w.b, f->y + get64(p + 16));
	t = f->z;
	f->z = f->x;
	f->x = t;
}

uint64_t hash_farm64(struct sv s)
{
	struct farm f = { .y = 81 * k1 + 113 };
	const char *p = s.p;
	size_t n = s.n, blocks;
	uint64_t mul;

	if (n <= 16)
		return to16(p, n);
	if (n <= 32)
		return to32(p, n);
	if (n <= 64)
		return to64(p, n);
	f.z = mix(f.y * k2 + 113) * k2;
	f.x = 81 * k2 + get64(p);
	blocks = (n - 1) / 64;
	for (size_t i = 0; i < blocks; i++)
		block(&f, p + i * 64, k1, 1);
	mul = k1 + ((f.z & 0xff) << 1);
	f.w.a += (n - 1) & 63;
	f.v.a += f.w.a;
	f.w.a += f.v.a;
	block(&f, p + n - 64, mul, 9);
	return two(two(f.v.a, f.w.a, mul) + mix(f.y) * k0 + f.z, two(f.v.b, f.w.b, mul) + f.x, mul);
}

/* ---- CityHash of 128 bits ---- */

static uint64_t city16(uint64_t u, uint64_t v)
{
	return two(u, v, 0x9ddfea08eb382d69u);
}

/* Less than 128 bytes. */
static void city_short(const char *p, size_t n, uint64_t a, uint64_t b, uint64_t out[2])
{
	uint64_t c, d;

	if (n <= 16) {
		a = mix(a * k1) * k1;
		c = b * k1 + to16(p, n);
		d = mix(a + (n >= 8 ? get64(p) : c));
	} else {
		c = city16(get64(p + n - 8) + k1, a);
		d = city16(b + n, c + get64(p + n - 16));
		a += d;
		for (size_t at = 0; at + 16 < n; at += 16) {
			a = (a ^ mix(get64(p + at) * k1) * k1) * k1;
			b ^= a;
			c = (c ^ mix(get64(p + at + 8) * k1) * k1) * k1;
			d ^= c;
		}
	}
	a = city16(a, c);
	b = city16(d, b);
	out[0] = a ^ b;
	out[1] = city16(b, a);
}

/* What is left at the end, by 32 bytes from there; the last ones reach back into what was done. */
static void city_tail(struct farm *f, const char *end, size_t n)
{
	for (size_t done = 32; done < n + 32; done += 32) {
		const char *p = end - done;

		f->y = rot(f->x + f->y, 42) * k0 + f->v.b;
		f->w.a += get64(p + 16);
		f->x = f->x * k0 + f->w.a;
		f->z += f->w.b + get64(p);
		f->w.b += f->v.a;
		f->v = weak(p, f->v.a + f->z, f->v.b);
		f->v.a *= k0;
	}
}

static void city_long(const char *p, size_t n, uint64_t a, uint64_t b, uint64_t out[2])
{
	struct farm f = { .x = a, .y = b, .z = n * k1 };
	size_t pairs = n / 128;

	f.v.a = rot(b ^ k1, 49) * k1 + get64(p);
	f.v.b = rot(f.v.a, 42) * k1 + get64(p + 8);
	f.w.a = rot(b + f.z, 35) * k1 + a;
	f.w.b = rot(a + get64(p + 88), 53) * k1;
	for (size_t i = 0; i < 2 * pairs; i++)
		block(&f, p + 64 * i, k1, 1);
	f.x += rot(f.v.a + f.z, 49) * k0;
	f.y = f.y * k0 + rot(f.w.b, 37);
	f.z = f.z * k0 + rot(f.w.a, 27);
	f.w.a *= 9;
	f.v.a *= k0;
	city_tail(&f, p + n, n - 128 * pairs);
	f.x = city16(f.x, f.v.a);
	f.y = city16(f.y + f.z, f.w.a);
	out[0] = city16(f.x + f.v.b, f.w.b) + f.y;
	out[1] = city16(f.x + f.w.b, f.y + f.v.b);
}

void hash_city128(struct sv s, uint64_t out[2])
{
	uint64_t a = k0, b = k1;

	if (s.n >= 16) {
		a = get64(s.p);
		b = get64(s.p + 8) + k0;
		s = sv_sub(s, 16, s.n);
	}
	if (s.n < 128)
		city_short(s.p, s.n, a, b, out);
	else
		city_long(s.p, s.n, a, b, out);
}

/* ---- SipHash ---- */

static void sip_rounds(uint64_t v[4], int n)
{
	while (n-- > 0) {
		v[0] += v[1];
		v[1] = rot(v[1], 64 - 13) ^ v[0];
		v[0] = rot(v[0], 32);
		v[2] += v[3];
		v[3] = rot(v[3], 64 - 16) ^ v[2];
		v[0] += v[3];
		v[3] = rot(v[3], 64 - 21) ^ v[0];
		v[2] += v[1];
		v[1] = rot(v[1], 64 - 17) ^ v[2];
		v[2] = rot(v[2], 32);
	}
}

uint64_t hash_sip(const uint64_t key[2], struct sv s)
{
	uint64_t v[4] = { key[0] ^ 0x736f6d6570736575u, key[1] ^ 0x646f72616e646f6du,
			  key[0] ^ 0x6c7967656e657261u, key[1] ^ 0x7465646279746573u };
	uint64_t last = (uint64_t)s.n << 56, m;
	size_t at = 0;

	for (; at + 8 <= s.n; at += 8) {
		m = get64(s.p + at);
		v[3] ^= m;
		sip_rounds(v, 2);
		v[0] ^= m;
	}
	last |= at < s.n ? get64_n(s.p + at, s.n - at) : 0;
	v[3] ^= last;
	sip_rounds(v, 2);
	v[0] ^= last;
	v[2] ^= 0xff;
	sip_rounds(v, 4);
	return v[0] ^ v[1] ^ v[2] ^ v[3];
}

uint64_t hash_concat64(uint64_t a, uint64_t b)
{
	const uint64_t mul = UINT64_C(0xc6a4a7935bd1e995);
	uint64_t h = a ^ mul;

	b *= mul;
	b ^= b >> 47;
	b *= mul;
	h ^= b;
	h *= mul;
	h ^= h >> 47;
	h *= mul;
	return h ^ h >> 47;
}
