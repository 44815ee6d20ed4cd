/*
 * A hash map from byte strings to 64-bit values. Ownership: keys are borrowed (they must outlive
 * the map) and values are the caller's; map_free frees the table only.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/sv.h"

struct map_slot {
	struct sv key;		/* p == NULL: empty */
	uint64_t hash;
	uint64_t val;
};

struct map {
	struct map_slot *slot;
	size_t n;
	size_t cap;		/* a power of two, or 0 */
};

#define MAP_INIT { NULL, 0, 0 }

uint64_t map_hash(struct sv key);
/* Sets key to val; returns false (and leaves the old value) when the key was there already. */
bool map_add(struct map *m, struct sv key, uint64_t val);
void map_put(struct map *m, struct sv key, uint64_t val);	/* replaces */
bool map_get(const struct map *m, struct sv key, uint64_t *val);	/* val may be NULL */
void map_reserve(struct map *m, size_t n);
void map_free(struct map *m);

#endif
