/*
 * A persistent hash map from byte strings to byte strings: a copy costs one reference, a change copies
 * the path to it where the path is shared and writes in place where it is not. Tables and their
 * snapshots are made of it. Ownership: a struct pmap owns one reference to its root; entries belong to
 * the map and are valid until it changes.
 *
 *   root --> node { map, kids, slot[] } --> node --> entry { hash, seq, key | val | aux }
 *
 * A node branches on five bits of the key's hash; below the last level are lists of entries with equal
 * hashes.
 */
#ifndef OPS_PMAP_H
#define OPS_PMAP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/sv.h"

struct pmap_entry {
	uint32_t refs;
	uint32_t n_obj;			/* val is so many struct object *, one reference each */
	uint64_t hash, seq;		/* seq: counts up with each key that is new to the map */
	struct sv key, val, aux;	/* aux: the user's second value */
};

struct pmap {
	struct pmap_node *root;		/* NULL: empty */
	int64_t n;
	uint64_t seq;
};

#define PMAP_INIT { NULL, 0, 0 }

struct pmap pmap_ref(const struct pmap *m);
void pmap_clear(struct pmap *m);
const struct pmap_entry *pmap_get(const struct pmap *m, struct sv key);
/* Adds or replaces; copies key, val and aux and, when n_obj > 0, references val's objects. */
bool pmap_put(struct pmap *m, struct sv key, struct sv val, struct sv aux, uint32_t n_obj,
	      struct err *err);
bool pmap_del(struct pmap *m, struct sv key);	/* false: was not there */
/* Every entry, in the order in which the keys came; malloc'd, m->n of them. NULL when refused. */
const struct pmap_entry **pmap_list(const struct pmap *m);

#endif
