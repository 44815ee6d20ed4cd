/*
 * Float64 forms of ops whose kernels have none. Ownership: a form gives its outputs.
 */
#ifndef DEBUG_WIDE_FORM_H
#define DEBUG_WIDE_FORM_H

#include "model/model.h"
#include "tensor/tensor.h"

/* Fills the outputs that it has, leaves the others NULL; false: it cannot. */
typedef bool (*wide_form_fn)(const struct node *n, struct tensor *const *in, uint32_t n_in,
			     struct tensor **out, uint32_t n_out);
wide_form_fn wide_form_find(struct sv op); /* or NULL */

#endif
