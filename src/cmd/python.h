/*
 * How Python writes things, for output that must equal saved_model_cli's byte for byte: repr() of
 * strings, the order in which a set of strings is printed, the order of a protobuf map. Python seeds
 * its hashes anew in each process; the order here is the one of PYTHONHASHSEED=0, so that it is always
 * the same. Ownership: pyset_free and pymap_free free; strings are borrowed.
 */
#ifndef CMD_PYTHON_H
#define CMD_PYTHON_H

#include <stdint.h>

#include "base/sink.h"
#include "expr/text.h"

/* repr(str): quotes as Python chooses them, escapes. */
static inline void py_repr(struct str *out, struct sv v)
{
	text_repr(out, v);
}

/* A Python set of strings (CPython 3.11: SipHash-1-3, linear probes). */
struct pyset_slot {
	struct sv key;		/* p == NULL: free */
	uint64_t hash;
};
struct pyset {
	struct pyset_slot *slot;
	size_t mask, used;
};
void pyset_init(struct pyset *s);
bool pyset_add(struct pyset *s, struct sv key);		/* false: was there already */
bool pyset_has(const struct pyset *s, struct sv key);
void pyset_free(struct pyset *s);
/* The set's members in the order that Python iterates: i from 0; false at the end. */
bool pyset_next(const struct pyset *s, size_t *i, struct sv *key);
/* "{'Add', 'Const'}", "set()" when empty. */
void pyset_repr(struct str *out, const struct pyset *s);

/* A protobuf map with string keys as Python's runtime (upb, protobuf 4) iterates it, after inserting
 * the keys in the order of order[0..n). Writes the indices in that order to out[0..n); keys differ. */
void pymap_order(const struct sv *key, size_t n, uint32_t *out);

#endif
