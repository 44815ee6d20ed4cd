/*
 * a = a OP b over elements of any numeric type, in place: what variables, scatters, lists and TensorArrays
 * need. Integers wrap, half and bfloat16 compute in float. Borrows everything.
 */
#ifndef OPS_ARITH_H
#define OPS_ARITH_H

#include "ops/op.h"

enum arith { ARITH_SET, ARITH_ADD, ARITH_SUB, ARITH_MUL, ARITH_DIV, ARITH_MIN, ARITH_MAX };

/* step 1: b has n elements; 0: b is one element for all. False when the type is none of the op's or an
 * integer is divided by zero. ARITH_SET takes plain types only. */
bool arith_run(enum arith op, enum dtype t, void *a, const void *b, int step, int64_t n);

#endif
