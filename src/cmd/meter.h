/*
 * How far something long has come: a line on a terminal's stderr, after a second, that is gone in the end.
 * Ownership: borrows the sink.
 */
#ifndef CMD_METER_H
#define CMD_METER_H

#include <stdint.h>

#include "cmd/progress.h"

struct meter {
	struct sink *msg;
	const char *what;		/* "checked" */
	struct progress progress;
	int64_t total;
};

void meter_start(struct meter *m, struct sink *msg, const char *what, int64_t total_bytes);
void meter_at(struct meter *m, int64_t bytes);
void meter_end(struct meter *m);

#endif
