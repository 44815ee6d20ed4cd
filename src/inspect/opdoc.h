/*
 * What people want to know of an op: what it computes, its shape rule, known traps. Ownership: rows are
 * constant and live for the whole run. One row an op, in its family's file, sorted by name; a new family is
 * one line in opdoc.def.
 *
 * A shape rule has an item for each argument of the op's definition, "->", an item for each output, and
 * after "; " what cannot be said in dims:
 *
 *	[m,k]		a tensor with these dims; the same letter is the same size
 *	[d...,c]	d stands for any number of dims; "..." alone too
 *	[<shape>]	the dims that the argument of that name holds
 *	[m,k]^attr	the last two dims change places where the attribute is true
 *	N*[d...]	one for each of the argument's tensors
 *	args...		any tensors
 *	handle		a resource or variant
 *	-		none at all
 */
#ifndef INSPECT_OPDOC_H
#define INSPECT_OPDOC_H

#include <stddef.h>

#include "base/sv.h"

struct opdoc {
	const char *name;
	const char *does;	/* one sentence */
	const char *shape;
	const char *trap[2];	/* NULL: none */
};

struct opdoc_family {
	const struct opdoc *row;
	size_t n;
};

#define FAMILY(name) extern const struct opdoc_family opdoc_##name;
#include "inspect/opdoc.def"
#undef FAMILY

/* NULL: nothing is written on that op. */
const struct opdoc *opdoc_find(struct sv op);
/* The families in order; NULL at the end. */
const struct opdoc_family *opdoc_family_at(size_t i);

#endif
