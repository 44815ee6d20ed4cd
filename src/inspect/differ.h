/*
 * Two models compared without a run: signatures, variables, ops. Borrows everything.
 */
#ifndef INSPECT_DIFFER_H
#define INSPECT_DIFFER_H

#include "base/str.h"
#include "model/model.h"

struct differ {
	uint32_t n;		/* differences */
	struct str text;	/* a line each: "NAME: what" */
	uint32_t n_sigs, n_vars, n_nodes;	/* how much was compared */
	uint32_t n_unread;	/* variables whose values could not be read */
	struct err why;		/* the first of them */
};

void differ_models(struct differ *d, const struct metagraph *a, const struct metagraph *b);
void differ_free(struct differ *d);

#endif
