/*
 * numpy-style basic slicing as written by people: "[0,:4]", "[::2, -1]", "[...,0]".
 */
#ifndef TENSOR_SLICE_H
#define TENSOR_SLICE_H

#include "tensor/tensor.h"

/* The slice of t that spec names (with its brackets), as a new tensor (gives); negative indices,
 * steps and one "..." allowed; an error names the bad part. An empty spec gives t itself, ref'd. */
struct tensor *slice_tensor(struct tensor *t, struct sv spec, struct err *err);

#endif
