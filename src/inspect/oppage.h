/*
 * The page of a node or of an op: what the op does, its traps, its shape rule with the node's dims,
 * arguments, outputs, attributes with defaults. Ownership: oppage_node and oppage_op give a page,
 * oppage_free takes it; its text lives as long. The node's shapes are borrowed while it is made.
 */
#ifndef INSPECT_OPPAGE_H
#define INSPECT_OPPAGE_H

#include <stdbool.h>

#include "base/mem.h"
#include "base/vec.h"
#include "infer/infer.h"
#include "inspect/opdoc.h"
#include "model/model.h"

enum oppage_part { OPPAGE_IN, OPPAGE_OUT, OPPAGE_ATTR };

enum oppage_mark {
	OPPAGE_PLAIN,		/* an attribute: the default, or one that has none */
	OPPAGE_DIFFERS,		/* from the default */
	OPPAGE_FOREIGN,		/* the op does not define it */
	OPPAGE_MISSING,		/* neither given nor with a default */
};

struct oppage_line {
	enum oppage_part part;
	enum oppage_mark mark;
	struct sv name;
	struct sv type;		/* "float32", "T", "list(int)"; empty: unknown */
	struct sv shape;	/* of arguments and outputs of a node, when known */
	struct sv value;	/* an attribute's; the name that feeds an input */
	struct sv initial;	/* an attribute's default; empty: none */
	struct sv allowed;	/* "one of SAME, VALID", "at least 1"; may be empty */
	bool given;		/* the attribute is written in the node */
	uint32_t index;		/* of the input or output */
};

struct oppage {
	struct arena *a;
	bool node;			/* of a node, not of an op alone */
	const struct opdef *def;	/* NULL: an op that nobody knows */
	const struct opdoc *doc;	/* NULL: nothing is written on it */
	struct sv rule, here, dims;	/* empty: none */
	uint32_t n_in, n_out;
	VEC(struct oppage_line) line;	/* n_in arguments, n_out outputs, the attributes */
	VEC(struct sv) note;		/* why the node's shapes cannot be */
};

struct oppage *oppage_op(struct sv op);
/* ig: NULL when shapes are not wanted. */
struct oppage *oppage_node(const struct node *n, struct igraph *ig);
void oppage_free(struct oppage *p);		/* NULL is fine */

#endif
