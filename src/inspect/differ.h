/*
 * Two models compared without a run: a verdict first, then what differs. Computations are compared by
 * structure (flat.h, align.h), weights by value (near.h). Ownership: differ_new gives, differ_free
 * takes; the models must outlive it.
 */
#ifndef INSPECT_DIFFER_H
#define INSPECT_DIFFER_H

#include "base/mem.h"
#include "base/str.h"
#include "base/vec.h"
#include "inspect/near.h"
#include "model/concrete.h"
#include "model/model.h"

enum change_kind {
	CHANGE_SIGNATURE,
	CHANGE_LAYER,	  /* nodes that one side lacks, by scope */
	CHANGE_OP,	  /* another op at the same place */
	CHANGE_ATTRIBUTE,
	CHANGE_CONSTANT,
	CHANGE_WIRING,	  /* an input comes from elsewhere */
	CHANGE_FUNCTION,
	CHANGE_ASSET,	  /* vocabularies too: what tables are filled from */
	CHANGE_WEIGHT,
	CHANGE_METADATA,  /* matters to nobody's answers */
	CHANGE_KINDS,
};

enum change_at_kind { CHANGE_AT_NONE, CHANGE_AT_NODE, CHANGE_AT_VARIABLE, CHANGE_AT_SIGNATURE, CHANGE_AT_ASSET };

struct change_at {
	enum change_at_kind kind;
	const struct graph *g; /* a node's */
	uint32_t i;
};

struct change {
	enum change_kind kind;
	bool matters;
	struct sv subject;    /* A's name; B's where only B has it; escaped */
	struct sv text;	      /* what differs */
	struct sv in_a, in_b; /* what each has there, short; empty: nothing */
	struct change_at a, b;
	enum near_kind near;  /* CHANGE_WEIGHT */
	double size;	      /* of noise, else a factor; 0 */
};

/* A door to compare alone; both NULL: all of the model. */
struct differ_door {
	const struct signature *sig; /* of a function: as its trace would have it */
	const struct function *f;
	const int64_t *bound;
	uint32_t n_bound;
};

struct differ {
	const struct metagraph *a, *b;
	struct arena *arena;
	VEC(struct change) change; /* by kind; what matters first */
	bool differs;		   /* something that matters */
	struct str verdict;	   /* one sentence */
	uint32_t n_items[2];	   /* nodes, inputs and weights reached */
	uint32_t n_vars;	   /* weights compared */
	uint32_t n_same_vars;	   /* of them the same */
	uint32_t n_alone;	   /* weights that only one side has */
	uint32_t n_absent;	   /* pairs of weights that neither file holds a value of */
	uint32_t n_sigs;
	bool symbolic;		   /* calls were not opened: too large */
	uint32_t n_unread;	   /* weights that could not be read */
	struct err why;		   /* the first of them */
	unsigned idle;		   /* names, orders ... that differ: IDLE_ */
	bool other_graph;	   /* ops, attributes, constants, wiring */
};

enum {
	IDLE_NAMES = 1 << 0, IDLE_ORDER = 1 << 1, IDLE_FUNCTIONS = 1 << 2, IDLE_INLINED = 1 << 3,
	IDLE_SAVER = 1 << 4, IDLE_FROZEN = 1 << 5, IDLE_VARIABLES = 1 << 6, IDLE_HANDED = 1 << 7,
	IDLE_UNREAD = 1 << 8, IDLE_VERSION = 1 << 9, IDLE_ASSET_NAMES = 1 << 10, IDLE_BUILD = 1 << 11,
	IDLE_OBJECTS = 1 << 12,
};

/* say: told what is being compared, before each part that can take long; may be NULL. NULL when
 * interrupted. */
struct differ *differ_new(const struct metagraph *a, const struct metagraph *b,
			  const struct differ_door *door_a, const struct differ_door *door_b,
			  void (*say)(void *ctx, const char *what), void *ctx, struct err *err);
void differ_free(struct differ *d); /* NULL is fine */
const char *change_kind_name(enum change_kind k); /* "attribute" */
/* "3 attributes" */
void change_count_text(enum change_kind k, uint32_t n, struct str *out);

#endif
