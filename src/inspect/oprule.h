/*
 * Shape rules (opdoc.h has their notation) with a node's dims put in. Ownership: borrows all it is given;
 * text is added to what the caller owns.
 */
#ifndef INSPECT_OPRULE_H
#define INSPECT_OPRULE_H

#include <stdbool.h>

#include "base/str.h"
#include "infer/infer.h"
#include "model/model.h"

/* A node with the shapes of its inputs and outputs, as many as it has. */
struct oprule_node {
	const struct node *node;
	const struct ishape *in, *out;
	const struct infer *inf;	/* for the symbols in these shapes */
};

/* The rule as people read it; n: as this node's attributes make it, or NULL. */
void oprule_text(struct str *s, const char *rule, const struct node *n);
/* The rule with the node's shapes; where one is unknown, what the other shapes say of it. */
void oprule_here(struct str *s, const char *rule, const struct oprule_node *n);
/* "m=?batch, k=784, n=128"; nothing when the rule has no letters that stand for one dim. */
void oprule_dims(struct str *s, const char *rule, const struct oprule_node *n);
/* Do the shapes follow the rule? Else says why not. */
bool oprule_fits(const char *rule, const struct oprule_node *n, struct str *why);
/* How many items for inputs, for outputs; false when the text is no rule. */
bool oprule_count(const char *rule, unsigned *in, unsigned *out);

#endif
