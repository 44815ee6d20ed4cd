/*
 * Where an element came from, as the prompt and the screen show it: one page at a time, and the way to it.
 * Ownership: the app owns its trail; whoever reads it borrows until the next command.
 */
#ifndef CMD_TERMS_H
#define CMD_TERMS_H

#include "base/vec.h"
#include "cmd/cmd.h"

struct term_row {
	char *name;		/* "dense/Relu:0[0,17]": where it leads; NULL: nowhere */
	char *shown;		/* what is shown for it */
	char *value;
	bool weighed, won;
	double weight, product, share;	/* share: of the sum of magnitudes, 0 .. 1 */
	char *weight_name;	/* where the weight leads, or NULL */
	char *weight_shown;
	char *what;		/* or NULL */
};

struct terms_page {
	char *name, *shown;	/* of the element: "call/conv1/Conv2D:0[0,3,3,5]"; without the calls */
	char *head;		/* "= 1.25 is the sum of 27 products" */
	char *check, *note;	/* whether they add up; one more sentence; or NULL */
	VEC(struct term_row) row;
};

struct terms_step {
	char *name, *shown;
};

struct terms_trail {
	VEC(struct terms_step) step;	/* elements looked at, the last one is the page's */
	struct terms_page page;
};

void terms_trail_free(struct terms_trail *t);	/* NULL is fine */

#endif
