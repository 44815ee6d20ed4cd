/*
 * How many elements and bytes what a node holds or gives has, by its inferred shape. Borrows everything.
 */
#ifndef INSPECT_SIZE_H
#define INSPECT_SIZE_H

#include <stdbool.h>

#include "infer/infer.h"
#include "model/model.h"

/* Elements; dims that are not known count as 1 and make *guess true (may be NULL). -1: not even the rank. */
double ishape_elements(struct ishape s, bool *guess);
/* Bytes of an output; 0 for strings, handles and what is not known. */
double iout_bytes(const struct iout *o, bool *guess);
/* The elements and bytes that a constant or variable holds; false: the node is neither, or does not say. */
bool node_weight(const struct graph *g, uint32_t node, double *count, double *bytes);
/* Those, else the bytes of everything the node gives. ig: NULL for constants and variables alone. */
double node_bytes(struct igraph *ig, const struct graph *g, uint32_t node);

#endif
