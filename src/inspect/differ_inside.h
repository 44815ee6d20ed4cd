/* What differ's files share. Borrows everything. */
#ifndef INSPECT_DIFFER_INSIDE_H
#define INSPECT_DIFFER_INSIDE_H

#include "base/map.h"
#include "inspect/differ.h"
#include "inspect/flat.h"

struct var_pair {
	uint32_t a, b; /* variables; ITEM_NONE: a constant is there, or nothing */
	uint32_t ia, ib; /* items; ITEM_NONE: not by structure */
};

struct differ_work {
	struct differ *d;
	struct flat *a, *b;	   /* of the doors */
	struct flat *all_a, *all_b; /* of all functions; NULL: there are none, or only doors count */
	VEC(struct var_pair) vars;
	struct map told;	   /* pairs of nodes, by what was said of them */
	bool doors;		   /* only a door of each */
	VEC(struct flat_door) door_a, door_b;
	void (*say)(void *ctx, const char *what);
	void *ctx;
};

/* Adds a change; texts are copied. NULL for what is not there. */
struct change *change_add(struct differ *d, enum change_kind kind, bool matters, const char *subject,
			  const char *text);
struct sv change_text(struct differ *d, const struct str *s);

void differ_type_text(struct str *s, int dtype, struct shape shape);
/* The pairs of signatures and what differs in them; fills door_a, door_b. */
void differ_signatures(struct differ_work *w, const struct differ_door *x, const struct differ_door *y);
/* Traced functions as doors. */
void differ_function_doors(struct differ_work *w);
void differ_functions(struct differ_work *w);
/* What matched items have otherwise, what has no match. */
void differ_graphs(struct differ_work *w);
/* Pairs of weights by structure, name and content, and how they differ. */
bool differ_variables(struct differ_work *w, struct err *err);
void differ_assets(struct differ_work *w);
void differ_objects(struct differ_work *w);
void differ_metadata(struct differ_work *w);

#endif
