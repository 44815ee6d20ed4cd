/*
 * The batch doctor: does a signature treat each example of a batch alone? It is run with the same
 * examples in batches of several sizes, each alone, in another order, and beside padding; an output
 * whose rows change by that mixes examples, and the node that does so first is named. Ownership:
 * batch_look fills, batch_free frees what it holds; session, signature and inputs are borrowed.
 */
#ifndef DEBUG_BATCH_H
#define DEBUG_BATCH_H

#include "base/vec.h"
#include "debug/why.h"

struct batch_opts {
	int64_t max;	       /* sizes are tried from 0 to this */
	size_t max_iterations; /* of a loop */
};

/* What was done to the batch. */
enum batch_how { BATCH_ALONE, BATCH_ORDER, BATCH_PADDED, BATCH_OTHERS, BATCH_N_HOW };
const char *batch_how_text(enum batch_how h);

struct batch_size {
	int64_t n;
	bool ok;
	bool by_values; /* it fails, but so many times the first example work: the size is not to
			   blame */
	char *node, *sentence; /* of the failure: what why says */
};

struct batch_output {
	struct sv key;
	bool rows;   /* a row (or so many) an example; else one answer for the whole batch */
	bool random; /* it changes from run to run */
	bool tried[BATCH_N_HOW];
	double share[BATCH_N_HOW]; /* the largest difference, as a share of the output's scale */
	bool bits[BATCH_N_HOW];	   /* every bit is the same */
	bool mixes;
	enum batch_how how;   /* where it differs most */
	int64_t example;      /* and whose row */
	double with, without; /* its value there: in the batch, and otherwise */
	int64_t at;	      /* flat, in the row */
	char *node, *op;      /* what mixes first; NULL: not found */
	struct str evidence;  /* lines */
};

struct batch {
	bool fixed; /* the signature says how many examples: sizes and alone cannot be tried */
	int64_t n;  /* examples in the batch that is looked at; 0: no size works */
	VEC(struct batch_size) size;
	VEC(struct batch_output) out;
	char *random; /* a node whose answer changes from run to run, or NULL */
};

/* other: a session of the same with another seed. in: by sig->in, NULL where there is a default.
 * has_batch[i]: its first dimension counts examples. false: nothing could be judged (the error says
 * why). */
bool batch_look(struct batch *b, struct session *s, struct session *other,
		const struct signature *sig, struct tensor *const *in, const bool *has_batch,
		const struct batch_opts *o, struct err *err);
/* Does something depend on the batch that should not: an output that mixes, a size above 0 that
 * fails? */
bool batch_found(const struct batch *b);
void batch_free(struct batch *b);

#endif
