/*
 * Nodes by path before anything runs: from a root graph down through calls, as DESIGN's "Names" say.
 * Ownership: places_find fills, places_free frees.
 */
#ifndef EXEC_PATHS_H
#define EXEC_PATHS_H

#include "base/vec.h"
#include "model/model.h"

struct place {
	const struct graph *g;
	uint32_t node;
	uint32_t root;		/* the root graph's node that it is, or is under */
	char *path;
};

struct places {
	VEC(struct place) p;	/* at most max, and one more when there are more */
	bool exact;		/* the text was a whole path: p.n is 1 */
	bool gave_up;		/* too much to look through */
};

enum { PLACES_MAX = 10 };

/* Nodes whose path ends with tail, at a slash. */
void places_find(const struct metagraph *mg, const struct graph *root, struct sv tail,
		 struct places *out);
void places_free(struct places *l);

/* "PATH:SLOT@ITER" as one place. *iter is "@3.1" or empty and borrows from text. false with an error
 * that lists what the name may mean, or which names are near. *place.path is given. */
bool place_resolve(const struct metagraph *mg, const struct graph *root, struct sv text,
		   struct place *place, uint32_t *slot, struct sv *iter, struct err *err);

#endif
