/*
 * Writes checkpoints: tensor bundles (V2), and the one-file form that came before them (V1). Ownership:
 * bundle_create gives, bundle_finish and bundle_abort take; tensors are borrowed.
 */
#ifndef BUNDLE_WRITE_H
#define BUNDLE_WRITE_H

#include "base/err.h"
#include "base/sv.h"
#include "tensor/tensor.h"

struct bundle_writer;

struct bundle_writer *bundle_create(const char *prefix, struct err *err);
/* slice: "" or SaveV2's "4 10 0,2:-", which t is a part of. */
bool bundle_add(struct bundle_writer *w, struct sv key, struct sv slice, const struct tensor *t, struct err *err);
bool bundle_finish(struct bundle_writer *w, struct err *err);
void bundle_abort(struct bundle_writer *w);	/* NULL is fine */

/* MergeV2Checkpoints: the data files are renamed to be dest's, the indices become one. */
bool bundle_merge(const struct sv *prefix, int64_t n, const char *dest, bool allow_missing, struct err *err);

/* One tensor, or a part of one, for the V1 form. */
struct v1_item {
	struct sv name, slice;
	const struct tensor *t;
};
bool v1_write(const char *path, const struct v1_item *item, int n, struct err *err);

#endif
