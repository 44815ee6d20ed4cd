/*
 * How Python writes things, for output that must equal saved_model_cli's byte for byte: repr() of
 * strings, sets of strings, protobuf's maps. Python prints those in the order of hashes that it seeds anew in
 * each process; here they come sorted by code point. Ownership: pyset_free frees; strings are borrowed.
 */
#ifndef CMD_PYTHON_H
#define CMD_PYTHON_H

#include <stdint.h>

#include "base/map.h"
#include "base/mem.h"
#include "base/sink.h"
#include "base/vec.h"
#include "expr/text.h"

/* repr(str): quotes as Python chooses them, escapes. */
static inline void py_repr(struct str *out, struct sv v)
{
	text_repr(out, v);
}

/* A Python set of strings. */
struct pyset {
	VEC(struct sv) key;
	struct map index;
	bool sorted;
};
void pyset_init(struct pyset *s);
bool pyset_add(struct pyset *s, struct sv key);		/* false: was there already */
bool pyset_has(const struct pyset *s, struct sv key);
void pyset_free(struct pyset *s);
/* The set's members in order: i from 0; false at the end. */
bool pyset_next(const struct pyset *s, size_t *i, struct sv *key);
/* "{'Add', 'Const'}", "set()" when empty. */
void pyset_repr(struct str *out, const struct pyset *s);

/* The indices of a map's keys in the order of the keys, to out[0..n). */
void pymap_order(const struct sv *key, size_t n, uint32_t *out);

#endif
