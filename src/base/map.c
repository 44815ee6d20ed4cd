/* Open addressing with linear probing, at most half full; see map.h. */
#include "base/map.h"

#include <stdlib.h>

#include "base/mem.h"

/* FNV-1a with a final mix; names in models are short and alike, and nothing here is a secret. */
uint64_t map_hash(struct sv key)
{
	uint64_t h = 0xcbf29ce484222325u;

	for (size_t i = 0; i < key.n; i++)
		h = (h ^ (unsigned char)key.p[i]) * 0x100000001b3u;
	h ^= h >> 32;
	h *= 0x9e3779b97f4a7c15u;
	return h ^ h >> 29;
}

static struct map_slot *find(const struct map *m, struct sv key, uint64_t h)
{
	size_t i = (size_t)h & (m->cap - 1);

	while (m->slot[i].key.p) {
		if (m->slot[i].hash == h && sv_eq(m->slot[i].key, key))
			break;
		i = (i + 1) & (m->cap - 1);
	}
	return &m->slot[i];
}

static void resize(struct map *m, size_t cap)
{
	struct map old = *m;

	m->cap = cap;
	m->slot = xcalloc(cap, sizeof(*m->slot));
	for (size_t i = 0; i < old.cap; i++)
		if (old.slot[i].key.p)
			*find(m, old.slot[i].key, old.slot[i].hash) = old.slot[i];
	free(old.slot);
}

void map_reserve(struct map *m, size_t n)
{
	size_t cap = m->cap ? m->cap : 16;

	while (cap / 2 < n && cap <= SIZE_MAX / 4)
		cap *= 2;
	if (cap > m->cap)
		resize(m, cap);
}

static bool set(struct map *m, struct sv key, uint64_t val, bool replace)
{
	struct map_slot *s;
	uint64_t h = map_hash(key);

	map_reserve(m, m->n + 1);
	if (!key.p)
		key.p = "";
	s = find(m, key, h);
	if (s->key.p) {
		if (replace)
			s->val = val;
		return false;
	}
	*s = (struct map_slot){ key, h, val };
	m->n++;
	return true;
}

bool map_add(struct map *m, struct sv key, uint64_t val)
{
	return set(m, key, val, false);
}

void map_put(struct map *m, struct sv key, uint64_t val)
{
	set(m, key, val, true);
}

bool map_get(const struct map *m, struct sv key, uint64_t *val)
{
	struct map_slot *s;

	if (!m->n)
		return false;
	s = find(m, key, map_hash(key));
	if (!s->key.p)
		return false;
	if (val)
		*val = s->val;
	return true;
}

void map_free(struct map *m)
{
	free(m->slot);
	*m = (struct map)MAP_INIT;
}
