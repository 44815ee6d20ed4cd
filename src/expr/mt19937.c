/* The Mersenne Twister (Matsumoto and Nishimura, 1998) and what RandomState makes of its bits. */
#include "expr/mt19937.h"

#include <math.h>

enum { N = 624, M = 397 };

void mt_seed(struct mt19937 *m, uint32_t seed)
{
	*m = (struct mt19937){ .pos = N };
	for (int i = 0; i < N; i++) {
		m->key[i] = seed;
		seed = 1812433253u * (seed ^ seed >> 30) + (uint32_t)i + 1;
	}
}

void mt_seed_array(struct mt19937 *m, const uint32_t *seed, size_t n)
{
	size_t i = 1, j = 0;
	uint32_t *k = m->key;

	mt_seed(m, 19650218u);
	for (size_t c = n > N ? n : N; c; c--) {
		k[i] = (k[i] ^ (k[i - 1] ^ k[i - 1] >> 30) * 1664525u) + seed[j] + (uint32_t)j;
		j = j + 1 == n ? 0 : j + 1;
		if (++i == N) {
			k[0] = k[N - 1];
			i = 1;
		}
	}
	for (size_t c = N - 1; c; c--) {
		k[i] = (k[i] ^ (k[i - 1] ^ k[i - 1] >> 30) * 1566083941u) - (uint32_t)i;
		if (++i == N) {
			k[0] = k[N - 1];
			i = 1;
		}
	}
	k[0] = 0x80000000u;
}

static void refill(struct mt19937 *m)
{
	uint32_t *k = m->key;

	for (int i = 0; i < N; i++) {
		uint32_t y = (k[i] & 0x80000000u) | (k[(i + 1) % N] & 0x7fffffffu);

		k[i] = k[(i + M) % N] ^ y >> 1 ^ (y & 1 ? 0x9908b0dfu : 0);
	}
	m->pos = 0;
}

uint32_t mt_next32(struct mt19937 *m)
{
	uint32_t y;

	if (m->pos == N)
		refill(m);
	y = m->key[m->pos++];
	y ^= y >> 11;
	y ^= y << 7 & 0x9d2c5680u;
	y ^= y << 15 & 0xefc60000u;
	return y ^ y >> 18;
}

uint64_t mt_next64(struct mt19937 *m)
{
	uint64_t high = mt_next32(m);

	return high << 32 | mt_next32(m);
}

double mt_double(struct mt19937 *m)
{
	uint32_t a = mt_next32(m) >> 5, b = mt_next32(m) >> 6;

	return (a * 67108864.0 + b) / 9007199254740992.0;
}

double mt_gauss(struct mt19937 *m)
{
	double x, y, r2, f;

	if (m->has_gauss) {
		m->has_gauss = false;
		f = m->gauss;
		m->gauss = 0;
		return f;
	}
	do {
		x = 2.0 * mt_double(m) - 1.0;
		y = 2.0 * mt_double(m) - 1.0;
		r2 = x * x + y * y;
	} while (r2 >= 1.0 || r2 == 0.0);
	f = sqrt(-2.0 * log(r2) / r2);
	m->gauss = f * x;
	m->has_gauss = true;
	return f * y;
}

double mt_exponential(struct mt19937 *m)
{
	return -log(1.0 - mt_double(m));
}

uint64_t mt_interval(struct mt19937 *m, uint64_t max)
{
	uint64_t mask = max, v;

	if (!max)
		return 0;
	for (int s = 1; s < 64; s *= 2)
		mask |= mask >> s;
	if (max <= UINT32_MAX)
		while ((v = mt_next32(m) & mask) > max)
			;
	else
		while ((v = mt_next64(m) & mask) > max)
			;
	return v;
}
