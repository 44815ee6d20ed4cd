/*
 * When to tell how far something is: on a terminal, once a second has gone by, five times a second, in a line that
 * is gone in the end. Ownership: nothing is given.
 */
#ifndef CMD_PROGRESS_H
#define CMD_PROGRESS_H

#include <stdbool.h>

#include "base/sink.h"

struct progress {
	double start, last;		/* seconds on clock.h's clock */
	bool said;			/* there is a line to take away */
};

void progress_start(struct progress *p);
double progress_seconds(const struct progress *p);	/* since the start */
/* Is it time for a line? Then the caller writes one, from "\r" to "\033[K". */
bool progress_due(struct progress *p, const struct sink *msg);
void progress_end(struct progress *p, struct sink *msg);	/* takes the line away */

#endif
