/*
 * Names as a tree of scopes: "a/b/kernel" is below a, below a/b. Ownership: scopes_make fills, scopes_free
 * frees; names are borrowed.
 */
#ifndef INSPECT_SCOPES_H
#define INSPECT_SCOPES_H

#include "base/sv.h"
#include "base/vec.h"
#include "model/model.h"

struct scope {
	struct sv name;			/* "a/b"; of a leaf all of it */
	struct sv last;			/* its last component */
	int depth;			/* 1: outermost */
	int64_t leaf;			/* the variable's index, or -1: a scope */
	int64_t n, n_values, bytes;	/* of all below: variables, elements, bytes */
	size_t end;			/* the first row that is not below it */
};

struct scopes {
	VEC(struct scope) row;		/* a scope, then what is below it */
	int64_t n, n_values, bytes;
};

/* by_bytes: the largest first at each level; else by name, numbers as numbers. */
void scopes_make(struct scopes *s, const struct variable *v, uint32_t n, bool by_bytes);
void scopes_free(struct scopes *s);
int64_t variable_elements(const struct variable *v);	/* 0: not known */

#endif
