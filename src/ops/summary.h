/*
 * Summaries as TensorBoard reads them: each function adds one or more serialized Summary.Values, each as field 1 of a
 * Summary. Borrows what it is given; bytes go to the caller's str. False with an error.
 */
#ifndef OPS_SUMMARY_H
#define OPS_SUMMARY_H

#include "base/str.h"
#include "ops/kernel.h"

void summary_scalar(struct str *s, struct sv tag, float v);
bool summary_histogram(struct op_ctx *c, struct str *s, struct sv tag, const struct tensor *v, struct sv name);
/* node and meta may be empty. */
void summary_tensor(struct str *s, struct sv tag, struct sv node, const struct tensor *t, struct sv meta);
bool summary_images(struct op_ctx *c, struct str *s, struct sv tag, const struct tensor *t, const struct tensor *bad);
bool summary_audio(struct op_ctx *c, struct str *s, struct sv tag, const struct tensor *t, const float *rate);
/* The values of a serialized Summary, as they are; false when its bytes make no sense. */
bool summary_values(struct str *s, struct sv summary);

#endif
