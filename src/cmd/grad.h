/* What the last grad left for the screen. Ownership: the app's. */
#ifndef CMD_GRAD_H
#define CMD_GRAD_H

#include "tensor/tensor.h"

struct grad_kept {
	struct tensor *t; /* |g| by the first input of the last grad that has one: a picture, its channels as one */
	char *label;
};
void grad_kept_free(struct grad_kept *k);	/* NULL is fine */

#endif
