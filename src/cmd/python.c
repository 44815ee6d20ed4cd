/*
 * Python's orders and spellings; see python.h.
 *
 * Facts used. CPython's set: open addressing; from slot hash & mask it tries ten neighbours (none when
 * they would pass the end), then jumps by i = i * 5 + 1 + (perturb >>= 5); it grows to the first power
 * of two above 4 * used as soon as fill * 5 >= mask * 3. upb's string table: chained entries in one
 * array of a power of two (8 at first), full at 85 %; an entry that finds its place taken takes the
 * next free one, or drives out one that does not belong there.
 */
#include "cmd/python.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "expr/text.h"

/* ---- a set's order ---- */

static uint64_t load64(const unsigned char *p)
{
	uint64_t v = 0;

	for (int i = 8; i-- > 0;)
		v = v << 8 | p[i];
	return v;
}

static uint64_t rotl(uint64_t x, int b)
{
	return x << b | x >> (64 - b);
}

static void sip_round(uint64_t v[4])
{
	v[0] += v[1];
	v[2] += v[3];
	v[1] = rotl(v[1], 13) ^ v[0];
	v[3] = rotl(v[3], 16) ^ v[2];
	v[0] = rotl(v[0], 32);
	v[2] += v[1];
	v[0] += v[3];
	v[1] = rotl(v[1], 17) ^ v[2];
	v[3] = rotl(v[3], 21) ^ v[0];
	v[2] = rotl(v[2], 32);
}

/* SipHash-1-3 with a zero key. */
static uint64_t siphash13(const unsigned char *p, size_t n)
{
	uint64_t v[4] = { 0x736f6d6570736575, 0x646f72616e646f6d, 0x6c7967656e657261,
			  0x7465646279746573 };
	uint64_t last = (uint64_t)n << 56;
	size_t i = 0;

	for (; i + 8 <= n; i += 8) {
		uint64_t m = load64(p + i);

		v[3] ^= m;
		sip_round(v);
		v[0] ^= m;
	}
	for (size_t k = 0; i + k < n; k++)
		last |= (uint64_t)p[i + k] << (8 * k);
	v[3] ^= last;
	sip_round(v);
	v[0] ^= last;
	v[2] ^= 0xff;
	for (int k = 0; k < 3; k++)
		sip_round(v);
	return v[0] ^ v[1] ^ v[2] ^ v[3];
}

/* hash(str): over the characters as Python stores them, 1, 2 or 4 bytes each by the widest one. */
static uint64_t py_hash(struct sv v)
{
	VEC(uint32_t) cps = { 0 };
	struct str bytes = STR_INIT;
	uint32_t widest = 0;
	size_t size;
	uint64_t h;

	if (!v.n)
		return 0;
	for (size_t i = 0, n; i < v.n; i += n) {
		uint32_t cp = 0;

		n = text_decode(v, i, &cp);
		if (!n)
			cp = 0xdc00u + (unsigned char)v.p[i], n = 1;
		widest = cp > widest ? cp : widest;
		vec_push(&cps, cp);
	}
	size = widest < 0x100 ? 1 : widest < 0x10000 ? 2 : 4;
	for (size_t i = 0; i < cps.n; i++)
		for (size_t b = 0; b < size; b++)
			str_addc(&bytes, (char)(cps.p[i] >> (8 * b)));
	h = siphash13((const unsigned char *)bytes.p, bytes.n);
	vec_free(&cps);
	str_free(&bytes);
	return h == UINT64_MAX ? UINT64_MAX - 1 : h;	/* -1 means "error" there */
}

enum { NEIGHBOURS = 9 };

/* The slot of key, or the free one where it belongs. */
static struct pyset_slot *probe(struct pyset_slot *slot, size_t mask, struct sv key, uint64_t hash)
{
	uint64_t perturb = hash;
	size_t i = (size_t)hash & mask;

	for (;;) {
		size_t more = i + NEIGHBOURS <= mask ? NEIGHBOURS : 0;

		for (size_t k = 0; k <= more; k++) {
			struct pyset_slot *s = &slot[i + k];

			if (!s->key.p || (s->hash == hash && sv_eq(s->key, key)))
				return s;
		}
		perturb >>= 5;
		i = (i * 5 + 1 + (size_t)perturb) & mask;
	}
}

void pyset_init(struct pyset *s)
{
	*s = (struct pyset){ .slot = xcalloc(8, sizeof(*s->slot)), .mask = 7 };
}

static void set_grow(struct pyset *s)
{
	size_t least = s->used > 50000 ? s->used * 2 : s->used * 4, n = 8;
	struct pyset_slot *slot;

	while (n <= least)
		n *= 2;
	slot = xcalloc(n, sizeof(*slot));
	for (size_t i = 0; i <= s->mask; i++)
		if (s->slot[i].key.p)
			*probe(slot, n - 1, s->slot[i].key, s->slot[i].hash) = s->slot[i];
	free(s->slot);
	s->slot = slot;
	s->mask = n - 1;
}

bool pyset_add(struct pyset *s, struct sv key)
{
	struct sv k = key.p ? key : SV("");
	uint64_t hash = py_hash(k);
	struct pyset_slot *slot = probe(s->slot, s->mask, k, hash);

	if (slot->key.p)
		return false;
	*slot = (struct pyset_slot){ k, hash };
	if (++s->used * 5 >= s->mask * 3)
		set_grow(s);
	return true;
}

bool pyset_has(const struct pyset *s, struct sv key)
{
	return probe(s->slot, s->mask, key, py_hash(key))->key.p != NULL;
}

void pyset_free(struct pyset *s)
{
	free(s->slot);
	*s = (struct pyset){ 0 };
}

bool pyset_next(const struct pyset *s, size_t *i, struct sv *key)
{
	while (*i <= s->mask && !s->slot[*i].key.p)
		++*i;
	if (*i > s->mask)
		return false;
	*key = s->slot[(*i)++].key;
	return true;
}

void pyset_repr(struct str *out, const struct pyset *s)
{
	const char *before = "{";
	struct sv key;

	if (!s->used) {
		str_addz(out, "set()");
		return;
	}
	for (size_t i = 0; pyset_next(s, &i, &key); before = ", ") {
		str_addz(out, before);
		py_repr(out, key);
	}
	str_addc(out, '}');
}

/* ---- a protobuf map's order ---- */

static const uint64_t salt[5] = { 0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0,
				  0x082efa98ec4e6c89, 0x452821e638d01377 };

static uint64_t mix(uint64_t a, uint64_t b)
{
	unsigned __int128 m = (unsigned __int128)a * b;

	return (uint64_t)m ^ (uint64_t)(m >> 64);
}

static uint64_t load32(const unsigned char *p)
{
	return p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 | (uint64_t)p[3] << 24;
}

/* wyhash as upb has it. */
static uint32_t wyhash(struct sv v)
{
	const unsigned char *p = (const unsigned char *)v.p;
	uint64_t state = salt[0], a = 0, b = 0;
	size_t n = v.n;

	if (n > 64) {
		uint64_t other = state;

		for (; n > 64; p += 64, n -= 64) {
			state = mix(load64(p) ^ salt[1], load64(p + 8) ^ state) ^
				mix(load64(p + 16) ^ salt[2], load64(p + 24) ^ state);
			other = mix(load64(p + 32) ^ salt[3], load64(p + 40) ^ other) ^
				mix(load64(p + 48) ^ salt[4], load64(p + 56) ^ other);
		}
		state ^= other;
	}
	for (; n > 16; p += 16, n -= 16)
		state = mix(load64(p) ^ salt[1], load64(p + 8) ^ state);
	if (n > 8) {
		a = load64(p);
		b = load64(p + n - 8);
	} else if (n > 3) {
		a = load32(p);
		b = load32(p + n - 4);
	} else if (n > 0) {
		a = (uint64_t)p[0] << 16 | (uint64_t)p[n >> 1] << 8 | p[n - 1];
	}
	return (uint32_t)mix(mix(a ^ salt[1], b ^ state), salt[1] ^ v.n);
}

struct entry {
	uint32_t hash;
	int64_t item;		/* -1: free */
	int64_t next;		/* chain; -1: end */
};

static void map_insert(struct entry *e, size_t size, uint32_t hash, int64_t item)
{
	size_t home = hash & (size - 1), spare, chain;

	if (e[home].item < 0) {
		e[home] = (struct entry){ hash, item, -1 };
		return;
	}
	for (spare = (home + 1) % size; e[spare].item >= 0;)
		spare = (spare + 1) % size;
	chain = e[home].hash & (size - 1);
	if (chain == home) {
		e[spare] = (struct entry){ hash, item, e[home].next };
		e[home].next = (int64_t)spare;
		return;
	}
	e[spare] = e[home];
	while (e[chain].next != (int64_t)home)
		chain = (size_t)e[chain].next;
	e[chain].next = (int64_t)spare;
	e[home] = (struct entry){ hash, item, -1 };
}

static struct entry *map_new(size_t size)
{
	struct entry *e = xcalloc(size, sizeof(*e));

	for (size_t i = 0; i < size; i++)
		e[i].item = -1;
	return e;
}

void pymap_order(const struct sv *key, size_t n, uint32_t *out)
{
	size_t size = 8, k = 0;
	struct entry *e = map_new(size);

	for (size_t i = 0; i < n; i++) {
		if (i == (size_t)((double)size * 0.85)) {
			struct entry *wider = map_new(size * 2);

			for (size_t j = 0; j < size; j++)
				if (e[j].item >= 0)
					map_insert(wider, size * 2, e[j].hash, e[j].item);
			free(e);
			e = wider;
			size *= 2;
		}
		map_insert(e, size, wyhash(key[i]), (int64_t)i);
	}
	for (size_t j = 0; j < size; j++)
		if (e[j].item >= 0)
			out[k++] = (uint32_t)e[j].item;
	free(e);
}
