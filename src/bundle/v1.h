/*
 * V1 checkpoints: tables whose first value lists the tensors and whose other values are slices of them, as
 * TensorProtos. Ownership: v1_open gives, v1_close takes; v1_read gives a tensor.
 */
#ifndef BUNDLE_V1_H
#define BUNDLE_V1_H

#include "base/err.h"
#include "base/sv.h"
#include "tensor/tensor.h"

struct v1;

/* All files that match a pattern, each of which `may` allows. */
struct v1 *v1_open(struct sv pattern, bool (*may)(void *ctx, struct sv path, bool write, struct err *err),
		   void *ctx, struct err *err);
void v1_close(struct v1 *v);		/* NULL is fine */
struct sv v1_pattern(const struct v1 *v);
/* Restore and RestoreSlice, with their errors, which call the wanted type `said`. decode makes a tensor of a TensorProto. */
struct tensor *v1_read(struct v1 *v, struct sv name, struct sv slice, enum dtype want,
		       enum dtype said, struct tensor *(*decode)(struct sv proto, struct err *err), struct err *err);

/* Does the file end as one of these does? (An .index of the newer form does, too.) */
bool v1_is(const char *path);
/* What there is, in the order of the files; false: i is beyond the end. */
struct v1_listed {
	struct sv name;
	enum dtype dtype;
	struct shape shape;
	size_t n_slices;
};
bool v1_at(const struct v1 *v, size_t i, struct v1_listed *out);

#endif
