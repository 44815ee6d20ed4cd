/*
 * Tensors as text, exactly as numpy 1.26 prints arrays (str and repr). Borrows everything.
 */
#ifndef TENSOR_PRINT_H
#define TENSOR_PRINT_H

#include "base/sink.h"
#include "tensor/tensor.h"

struct print_opts {
	int width;		/* line width, numpy's 75 when 0 */
	int64_t threshold;	/* elements before "..."; 1000 when 0, -1: never */
	int edge;		/* items at each end when summarised; 3 when 0 */
	bool repr;		/* numpy's repr: array([...], dtype=...) */
	bool numpy2;		/* exponents where numpy 2.4 writes them */
};

/* str(array) (or repr) without a newline at the end; o may be NULL. */
void print_tensor(struct sink *out, const struct tensor *t, const struct print_opts *o);
/* One element as numpy's scalar str: shortest digits that round trip. */
void print_element(struct str *out, const struct tensor *t, int64_t i);
void print_element_as(struct str *out, const struct tensor *t, int64_t i, bool numpy2);
/* A short form for lists and status lines: "float32 [1,64,64,3]". */
void print_type(struct str *out, const struct tensor *t);
/* The short form and the first `most` elements: "float32 [2,2] 1.0, 2.0 ...". */
void print_brief(struct str *out, const struct tensor *t, int64_t most);

#endif
