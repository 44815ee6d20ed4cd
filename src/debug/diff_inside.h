/*
 * What the files that match two runs share: each side's hashes and names, and the pairs as they
 * grow. Borrows the diff; nothing outlives diff_match.
 */
#ifndef DEBUG_DIFF_INSIDE_H
#define DEBUG_DIFF_INSIDE_H

#include "base/map.h"
#include "debug/diff.h"

struct half {
	const struct diff_side *s;
	uint32_t n;
	uint64_t *hash;
	uint8_t *dep;  /* depends on the run's inputs */
	uint8_t *made; /* has an output of its own */
	struct map by_key, by_full;
};

struct match {
	struct diff *d;
	struct half a, b;
	VEC(uint32_t) todo; /* A's events whose makers are to be matched */
};

uint64_t diff_mix(uint64_t h, uint64_t v);
uint64_t diff_hash_type(uint64_t h, const struct tensor *t);
/* A number as a map's key; borrows. */
struct sv match_word(const uint64_t *x);

/* Does event i make a tensor of its own as its first output? */
bool match_has_tensor(const struct half *h, uint32_t i);
bool match_is_const(const struct tape *t, uint32_t event);
/* Has neither a counterpart yet? */
bool match_is_free(const struct match *m, uint32_t a, uint32_t b);
bool match_same_op(const struct match *m, uint32_t a, uint32_t b);
/* B's free event of A's event's name, or TAPE_NONE; does the name tell anything? */
uint32_t match_of_key(const struct match *m, uint32_t a);
bool match_name_tells(const struct match *m, uint32_t a, uint32_t b);
/* Makes a pair, and pairs of what both read; or the latter alone. */
void match_join(struct match *m, uint32_t a, uint32_t b);
void match_makers(struct match *m, uint32_t a);

/* ---- against a dump: its rows and A's tensors ---- */

struct slot {
	uint32_t event, k;
};

struct dump {
	struct diff *d;
	struct arena *arena;
	VEC(struct slot) slot;	    /* A's tensors, in the order of its run */
	VEC(uint32_t) row;	    /* the dump's that can be read */
	uint8_t *taken;		    /* by row */
	struct map by_key, by_tail; /* -> row; TAPE_NONE: several */
};

/* Fills slot, row_at and row_of (nothing is matched yet); dump_close fills ab and frees. */
void dump_open(struct dump *m, struct diff *d);
void dump_close(struct dump *m);
bool dump_is_free(const struct dump *m, size_t slot);
void dump_take(struct dump *m, size_t slot, uint32_t row);
const struct tape_event *dump_event(const struct dump *m, size_t slot);
const struct tensor *dump_tensor(const struct dump *m, size_t slot);
/* Longest common subsequence of slots and m->row, pairs being taken: fits says which may be. */
void dump_align(struct dump *m, bool (*fits)(const struct dump *m, const void *ctx, size_t slot, uint32_t row),
		const void *ctx);

/* diff_place.c: where the computations part, in A's order, by name, place and value. */
void match_in_order(struct match *m);
/* diff_const.c: constants by who reads them. */
void match_constants(struct match *m);

#endif
