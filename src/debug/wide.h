/*
 * A node in float64: the same op with its float32, half and bfloat16 arguments (and complex64 ones)
 * as doubles. Ownership: wide_node fills what lives in the arena; tensors in are borrowed, tensors
 * out are given.
 */
#ifndef DEBUG_WIDE_H
#define DEBUG_WIDE_H

#include "debug/tape.h"
#include "debug/wide_form.h"
#include "ops/op.h"

struct wide {
	const struct op_row *row;
	struct node n;	  /* with the wider types */
	const bool *cast; /* of its inputs, those whose type an attribute tells */
	uint32_t n_in;
	wide_form_fn form; /* instead of its kernel, or NULL */
};

/* false: the op asks something of the world, or its floats are of a fixed type. */
bool wide_node(const struct node *n, uint32_t n_in, struct wide *w, struct arena *a);
/* t as input i takes it: a double of what is narrower. Gives. */
struct tensor *wide_input(const struct wide *w, uint32_t i, struct tensor *t);
/* Gives n_out tensors, or none and false. */
bool wide_run(const struct wide *w, struct tensor *const *in, struct tensor **out, uint32_t n_out);

/* Arithmetic on plain tensors and lists, nothing else. */
bool wide_is_pure(const struct op_row *row);
/* The type that is float64 to t; t itself when it has none. */
enum dtype wide_type(enum dtype t);
bool wide_is_narrow(enum dtype t); /* it has one */
void wide_unref(struct tensor **t, uint32_t n);

#endif
