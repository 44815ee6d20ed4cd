/*
 * Which item of one model is which of the other: by hashes of what is above and below, by names among
 * equals, then along edges from what is matched. Near linear: buckets are sorted, each item is taken
 * once. Fills item.match on both sides; borrows.
 */
#ifndef INSPECT_ALIGN_H
#define INSPECT_ALIGN_H

#include "inspect/flat.h"

/* false: interrupted. */
bool align_items(struct flat *a, struct flat *b, struct err *err);

#endif
