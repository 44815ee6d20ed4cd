/*
 * Slices of partitioned variables: their text form ("0,10:-"), the keys they are stored under, and
 * copying between a slice and the whole. Source: tensorflow/core/framework/tensor_slice.proto and
 * tensorflow/core/util/saved_tensor_slice_util (key form).
 */
#ifndef BUNDLE_SLICES_H
#define BUNDLE_SLICES_H

#include "base/mem.h"
#include "tensor/tensor.h"

/* TensorSliceProto bytes to text. */
struct sv slice_spec(struct arena *a, struct sv proto);
/* The key of the piece of `name`. */
struct sv slice_key(struct arena *a, struct sv name, struct sv spec, int rank);
/* Copies piece into whole at spec (into) or the other way round. */
bool slice_copy(struct tensor *whole, struct tensor *piece, struct sv spec, bool into,
		struct err *err);
/* Is RestoreV2's "4 10 0,2:-" well formed, and is its shape the stored one? False with TensorFlow's error. */
bool slice_check(struct sv text, struct sv name, struct shape stored, struct err *err);
/* RestoreV2's "4 10 0,2:-": the full shape, then the slice. Gives the part. */
struct tensor *slice_part(struct tensor *whole, struct sv shape_and_slice, struct err *err);

#endif
