/*
 * A model's computation without its names: what the doors (signatures, functions, the init op) reach,
 * calls opened, nodes that only hand on left out, as items whose hashes do not depend on names, node
 * order, devices or on how the graph is cut into functions. Ownership: flat_new gives, flat_free takes;
 * items borrow from the model.
 *
 *   door -> root -> item -> its inputs' items ... -> inputs, variables, constants, assets
 *
 * The body of a loop or a branch hangs on its node as further inputs. Cycles (V1 loops) are cut where
 * the walk from the roots closes them.
 */
#ifndef INSPECT_FLAT_H
#define INSPECT_FLAT_H

#include "base/mem.h"
#include "base/vec.h"
#include "model/concrete.h"
#include "model/model.h"

enum item_kind { ITEM_NODE, ITEM_INPUT, ITEM_ARG, ITEM_VARIABLE, ITEM_CONST, ITEM_ASSET };

#define ITEM_NONE UINT32_MAX

struct flat_ref {
	uint32_t item, slot;
};

struct item {
	enum item_kind kind;
	uint32_t frame, node; /* of the frame's graph */
	uint32_t in, n_in;    /* flat->ref */
	uint32_t n_data;      /* of them: inputs of the node; what is behind are ends of bodies */
	uint32_t place;	      /* in flat->order */
	int32_t index;	      /* of the variable, asset; -1 */
	uint64_t token;	      /* ITEM_INPUT, ITEM_ARG: which */
	uint64_t local;	      /* op and attributes, or what kind of leaf */
	uint64_t weak;	      /* with all that is above; weights by type alone */
	uint64_t strong;      /* with all that is above, values too */
	uint64_t down;	      /* with all that is below */
	uint32_t match;	      /* the other side's item */
};

enum way_state { WAY_NEW, WAY_ITEM, WAY_ON, WAY_FRAME };

/* What became of a node in a frame. */
struct way {
	uint8_t state;
	bool touched;
	uint32_t frame, node, slot; /* WAY_ON: where its value comes from; WAY_ITEM, WAY_FRAME: frame */
};

struct frame {
	const struct graph *g;
	uint32_t parent, caller; /* ITEM_NONE: a door's own graph */
	const char *role;	 /* a body's: "body", "then" */
	bool inlined;		 /* its arguments are the caller's inputs */
	uint32_t depth;
	struct way *way;
	const int64_t *bound; /* objects behind the last arguments of a function's door */
	uint32_t n_bound;
	const uint64_t *tokens; /* of a door's arguments; NULL: by place */
};

/* A door: a signature, or a traced function. */
struct flat_door {
	const struct signature *sig;
	const struct function *f;
	const int64_t *bound;
	uint32_t n_bound;
	uint64_t key;		/* the same for the other side's counterpart */
	const uint64_t *tokens; /* by input of sig */
	const uint64_t *out_tokens;
};

struct flat_root {
	uint64_t token;
	struct flat_ref ref;
	bool effect;
};

struct flat {
	const struct metagraph *mg;
	bool symbolic; /* calls stay nodes: the model is too large with all of them opened */
	bool full;     /* it came to be too large */
	struct arena *arena;
	VEC(struct item) item;
	VEC(struct flat_ref) ref;
	VEC(struct frame) frame;
	VEC(struct flat_root) root;
	uint32_t *order; /* items, what is above first */
	uint64_t slots, most;
	uint32_t n_on; /* nodes that only hand on */
	uint8_t *reached; /* by node of the MetaGraph's own graph */
	struct flat_walk *walk;
};

/* NULL when interrupted. */
struct flat *flat_new(const struct metagraph *mg, const struct flat_door *door, uint32_t n,
		      bool init, bool symbolic, struct err *err);
void flat_free(struct flat *f);
/* The node; NULL: an input or argument without one, or damaged. */
const struct node *flat_node(const struct flat *f, const struct item *it);
struct sv flat_op(const struct flat *f, const struct item *it);
/* "call/inner/name", without the wrappers around the model. */
void flat_path(const struct flat *f, uint32_t item, struct str *out);
/* The same of what is around it, without the node's own name. */
void flat_scope(const struct flat *f, uint32_t item, struct str *out);

/* ---- flat_hash.c ---- */

uint64_t flat_mix(uint64_t h, uint64_t x);
uint64_t flat_text(struct sv s);
/* Which attributes say how a node computes, or what it is given. */
bool flat_attr_tells(const struct attr *a);
uint64_t flat_attr_hash(const struct attr_value *v);
/* The value differs from the op's default. */
bool flat_attr_set(const struct node *n, const struct attr *a);
struct sv flat_op_name(struct sv op);
void flat_hashes(struct flat *f);
/* The value of a constant's node; gives. NULL: there is none, or it is damaged. */
struct tensor *flat_const(const struct node *n);

#endif
