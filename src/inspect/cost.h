/*
 * What one call of a signature costs, without a run: multiply-adds, parameters and bytes made by every node
 * upstream of its outputs, with inferred shapes. Ownership: cost_new gives, cost_free takes; it borrows the
 * inference.
 *
 * What is counted:
 *	macs	multiply-adds of products and convolutions (ops whose row has a cost), not of elementwise ops
 *	params	elements of variables, once each, at the first node that reads them; and of constants with at least
 *		one dim and a floating or quantized type (weights of frozen graphs)
 *	bytes	of what nodes give: not of constants, variables read, arguments, and ops that pass on
 * A loop's body counts once; of branches each counts.
 */
#ifndef INSPECT_COST_H
#define INSPECT_COST_H

#include "base/err.h"
#include "infer/infer.h"
#include "inspect/ripple.h"

struct cost_row {
	struct spot at;
	double macs, params, bytes;
	bool variable;		/* its params are a variable's */
	bool guess;		/* a shape is not all known: dims that are not count as 1 */
	bool in_loop;
};

struct cost_group {
	struct sv name;		/* path of a node, scope, or op; escaped */
	uint32_t node;		/* by node: its row */
	uint32_t n;
	double macs, params, bytes;
	bool guess, in_loop;
};

enum cost_by { COST_BY_NODE, COST_BY_SCOPE, COST_BY_OP };
enum cost_sort { COST_SORT_NONE, COST_SORT_MACS, COST_SORT_PARAMS, COST_SORT_BYTES, COST_SORT_NAME };

struct cost {
	struct walk *walk;
	VEC(struct cost_row) row;	/* in the order of a run, more or less: inputs first */
	struct cost_group total;
	double variables;		/* of total.params */
	uint32_t n_loops;
	uint32_t n_unknown;		/* nodes whose macs are not known, though their op has a cost */
	bool limited;
	VEC(char *) name;
};

struct cost *cost_new(struct infer *inf, const struct metagraph *mg, const struct signature *sig,
		      bool (*go_on)(void *ctx, size_t n, struct err *err), void *ctx, struct err *err);
void cost_free(struct cost *c);
/* The rows put together; depth: of scopes, 0 for the whole name. Gives the list, names live as long as c. */
struct cost_group *cost_groups(struct cost *c, enum cost_by by, int depth, enum cost_sort sort, size_t *n);

/* "568.7M" */
void cost_number(struct str *out, double v);

#endif
