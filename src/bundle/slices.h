/*
 * Slices of partitioned variables: their text form ("0,10:-"), the keys they are stored under, and
 * copying between a slice and the whole. Source: tensorflow/core/framework/tensor_slice.proto and
 * tensorflow/core/util/saved_tensor_slice_util (key form).
 */
#ifndef BUNDLE_SLICES_H
#define BUNDLE_SLICES_H

#include "base/mem.h"
#include "base/str.h"
#include "tensor/tensor.h"

/* TensorSliceProto bytes to text. */
struct sv slice_spec(struct arena *a, struct sv proto);
/* TensorShapeProto; too many dims become an unknown rank. */
void shape_of_proto(struct arena *a, struct sv bytes, struct shape *s);
/* Where a piece begins and what it measures; false when it is none of that whole. */
bool slice_dims(struct sv spec, int rank, const int64_t *whole, int64_t *start, int64_t *part);
/* The key of the piece of `name`. */
struct sv slice_key(struct arena *a, struct sv name, struct sv spec, int rank);
/* Copies piece into whole at spec (into) or the other way round. */
bool slice_copy(struct tensor *whole, struct tensor *piece, struct sv spec, bool into,
		struct err *err);
/* RestoreV2's and SaveV2's "4 10 0,2:-", read: the whole's shape and the part's. */
struct slice_text {
	int rank;
	int64_t dim[SHAPE_MAX_RANK], part[SHAPE_MAX_RANK];
	struct sv spec;			/* "0,2:-" */
};
bool slice_parse(struct sv text, struct slice_text *out, struct err *err);
/* Adds a spec of that rank as TensorSliceProto. */
void slice_proto(struct str *out, struct sv spec, int rank);
/* Is RestoreV2's "4 10 0,2:-" well formed, and is its shape the stored one? False with TensorFlow's error. */
bool slice_check(struct sv text, struct sv name, struct shape stored, struct err *err);
/* RestoreV2's "4 10 0,2:-": the full shape, then the slice. Gives the part. */
struct tensor *slice_part(struct tensor *whole, struct sv shape_and_slice, struct err *err);

#endif
