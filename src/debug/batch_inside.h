/* What the batch doctor's files share. Ownership: an answer owns its tensors and its tape. */
#ifndef DEBUG_BATCH_INSIDE_H
#define DEBUG_BATCH_INSIDE_H

#include <math.h>

#include "debug/batch.h"
#include "debug/diff.h"
#include "tensor/slice.h"

enum { BATCH_MAX = 64, BATCH_PADDING = -1 };

struct look {
	struct batch *b;
	struct session *s, *other;
	struct snapshot *fresh;
	const struct signature *sig;
	struct tensor *const *in;
	const bool *has_batch;
	const struct batch_opts *o;
};

/* What a run gave. */
struct answer {
	int64_t n; /* examples */
	bool ok;
	struct tensor **out;   /* by sig->out */
	char *node, *sentence; /* why it failed */
	struct why w;	       /* tape NULL: not kept */
};

/* Rows of t, which has examples along its first dimension; beyond those it has, they are made of
 * them. */
struct tensor *batch_pick(const struct tensor *t, const int64_t *row, int64_t n, struct err *err);
bool batch_run(struct look *l, const int64_t *row, int64_t n, bool keep, struct answer *a,
	       struct err *err);
void batch_answer_free(struct answer *a, uint32_t n_out);
/* Elements from .. from + n along an axis: gives; NULL when there are none such. */
struct tensor *batch_part(const struct tensor *t, int axis, int64_t from, int64_t n);
double batch_share(const struct tensor *a, const struct tensor *b, struct diff_off *off);
bool batch_differs(double share);

/* batch_node.c: names the node that mixes first on the way to output i. */
bool batch_find_node(struct look *l, const struct answer *full, uint32_t i, struct err *err);
/* The first node that made something else of the same inputs in two runs of the same: gives, or
 * NULL. */
char *batch_random_node(const struct answer *a, const struct answer *b);

#endif
