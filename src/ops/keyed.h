/*
 * Tuples of tensors by key, where parts may be missing: what barriers and staging maps hold. A copy shares all
 * (it is a persistent vector); finding a key looks through the list, halving it where that is sorted. Ownership:
 * the table owns its tensors; keyed_at borrows; keyed_set refs.
 *
 *	v: key 0, its parts ..., key 1, its parts ...
 */
#ifndef OPS_KEYED_H
#define OPS_KEYED_H

#include "ops/plist.h"

enum { KEYED_PARTS = 4096 };		/* parts of a tuple at most */

struct keyed {
	struct plist v;
	int width;			/* parts of a tuple, without the key */
};

static inline int64_t keyed_n(const struct keyed *k)
{
	return k->v.n / (k->width + 1);
}

struct keyed keyed_copy(const struct keyed *k);
void keyed_clear(struct keyed *k);
struct tensor *keyed_key(const struct keyed *k, int64_t i);
struct tensor *keyed_at(const struct keyed *k, int64_t i, int part);	/* NULL: missing */
void keyed_set(struct keyed *k, int64_t i, int part, struct tensor *t);	/* t NULL: it goes */
/* The last tuple with that very key, or -1. */
int64_t keyed_find(const struct keyed *k, const struct tensor *key);
/* The place of the first tuple whose int64 key is above this one's, of a table sorted by them. */
int64_t keyed_above(const struct keyed *k, const struct tensor *key);
/* A tuple without parts goes in before the i-th. */
void keyed_insert(struct keyed *k, int64_t i, struct tensor *key);
void keyed_remove(struct keyed *k, int64_t i);
bool keyed_full(const struct keyed *k, int64_t i);	/* no part is missing */
bool keyed_empty(const struct keyed *k, int64_t i);	/* every part is */

#endif
