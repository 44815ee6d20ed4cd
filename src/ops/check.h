/*
 * What an op's definition says of a node (number of inputs, limits of attributes). Borrows everything.
 */
#ifndef OPS_CHECK_H
#define OPS_CHECK_H

#include "model/opdef.h"
#include "ops/op.h"

/* false with TensorFlow's INVALID_ARGUMENT when the node breaks its definition. */
bool check_definition(const struct node *n, struct err *err);

#endif
