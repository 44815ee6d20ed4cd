/*
 * What may take more than a second over a large model: ^C ends it, a terminal is told how far it is. Borrows the
 * call.
 */
#ifndef CMD_SLOW_H
#define CMD_SLOW_H

#include "cmd/cmd.h"
#include "cmd/progress.h"

struct slow {
	struct cmd_call *c;
	const char *what;	/* "searching" */
	size_t of;		/* how much there is, or 0 */
	struct progress progress;
};

void slow_start(struct slow *s, struct cmd_call *c, const char *what, size_t of);
/* To be asked now and then, with how much is done; ctx: a struct slow. */
bool slow_go_on(void *ctx, size_t done, struct err *err);
void slow_end(struct slow *s);	/* takes the line away */

#endif
