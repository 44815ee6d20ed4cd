/*
 * The profile of runs: rows of time, multiply-adds and bytes, printed by step and by scope.
 * Ownership: rows own their texts; profile_free frees them.
 */
#ifndef CMD_PROFILE_H
#define CMD_PROFILE_H

#include "base/vec.h"
#include "cmd/json.h"
#include "fast/fast.h"

struct profile_row {
	char *node, *what;
	double seconds, macs, bytes;	/* of all runs */
	uint64_t runs;
};

struct profile {
	VEC(struct profile_row) row;
	const char *mode;		/* "fast", "faithful" */
	double seconds;
	uint64_t runs;			/* of the whole model */
	struct fast_roof roof;
};

void profile_add(struct profile *p, struct sv node, const char *what, double seconds, double macs, double bytes,
		 uint64_t runs);
void profile_print(struct profile *p, struct sink *out);
void profile_json(struct profile *p, struct sink *out);
void profile_free(struct profile *p);

#endif
