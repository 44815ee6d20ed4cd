/*
 * Shapes: a rank and dims that somebody else owns (a tensor's header, a model's arena). rank -1 is
 * unknown rank, a dim of -1 is unknown. TensorFlow's limit of 254 dims holds everywhere.
 */
#ifndef TENSOR_SHAPE_H
#define TENSOR_SHAPE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

enum { SHAPE_MAX_RANK = 254, SHAPE_UNKNOWN_RANK = -1 };

struct shape {
	int rank;
	const int64_t *dim;
};

/* Product of the dims, checked: false with an error when negative dims or overflow of int64. */
bool shape_count(int rank, const int64_t *dim, int64_t *n, struct err *err);
bool shape_known(struct shape s);		/* rank and every dim */
bool shape_eq(struct shape a, struct shape b);
/* May a tensor of shape b be fed where a is declared? -1 and unknown rank accept anything. */
bool shape_accepts(struct shape a, struct shape b);
/* "[2,3]", as TensorFlow's error texts; "[?,3]" and "<unknown>" where unknown. */
void shape_str(struct str *out, struct shape s);
/* "(2, 3)", "(None, 3)", "()", "(3,)" as Python; "unknown_rank" -> "<unknown>". */
void shape_str_py(struct str *out, struct shape s);

#endif
