/*
 * Inside the tree of the screen: its rows, and what showing a place and searching need of them. Ownership: the
 * view's; names borrow from the model.
 */
#ifndef UI_TREE_H
#define UI_TREE_H

#include "ui/view.h"

struct item {
	struct place at;
	int depth;
	bool branch, open;
	uint32_t count;			/* of nodes below a scope */
	double params;			/* elements of the variables below it */
	struct sv name;			/* what is shown; else the place's own name */
	const struct tensor_info *ti;	/* an input or output of a signature */
	bool output;
};

/* Things that search goes over, one after the other: at.i, at.i + 1 ... of a kind. */
struct part {
	struct place at;
	size_t first;			/* number of the first one among all */
	uint32_t n;
};

struct tree {
	VEC(struct item) item;
	VEC(struct part) part;		/* made on the first search */
	size_t n_all;
};

static inline struct tree *tree_of(struct view *v)
{
	return v->priv;
}

void tree_branch_open(struct tree *t, size_t i);
size_t tree_parent(const struct tree *t, size_t i);
bool tree_place(struct view *v, size_t i, struct place *out);
/* The part of a name below a scope; false: not below it. */
bool tree_below(struct sv name, struct sv scope, struct sv *rest);

/* Search over everything, open or not: view_ops. */
size_t tree_search_n(struct view *v);
size_t tree_search_here(struct view *v);
bool tree_search_hit(struct view *v, size_t i, const struct pattern *p);
void tree_search_go(struct view *v, size_t i);

#endif
