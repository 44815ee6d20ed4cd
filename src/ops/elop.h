/*
 * Accumulating elements of any number type: dst[i] = dst[i] op src[i], each step rounded to the type
 * (half and bfloat16 through float). Ownership: borrows everything.
 */
#ifndef OPS_ELOP_H
#define OPS_ELOP_H

#include <stdint.h>

#include "tensor/dtype.h"

enum el_op { EL_ADD, EL_SUB, EL_MUL, EL_MIN, EL_MAX, EL_OP_N };

/* NULL where the type has no such operation (complex has no order; others than numbers have none). */
typedef void (*el_fn)(void *dst, const void *src, int64_t n);
el_fn el_op(enum el_op op, enum dtype t);

#endif
