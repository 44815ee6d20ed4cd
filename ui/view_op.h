/*
 * The parts of a node's page that speak of its op (inspect/oppage.h). Ownership: node_page_of gives a page;
 * the parts borrow it.
 */
#ifndef UI_VIEW_OP_H
#define UI_VIEW_OP_H

#include "inspect/oppage.h"
#include "ui/page.h"

/* With shapes, where they are worked out fast enough. */
struct oppage *node_page_of(struct view *v, const struct node *n);
/* What it does, traps, shape rule. brief: without a heading, and of the rule what this node makes of it, when narrow. */
void about_part(struct page *p, const struct oppage *o, int width, bool brief);
/* Each attribute with its default; functions lead to their pages. */
void attrs_part(struct view *v, struct page *p, const struct node *n, const struct oppage *o);
/* The line of input or output i, or NULL. */
const struct oppage_line *oppage_tensor(const struct oppage *o, enum oppage_part part, uint32_t i);

#endif
