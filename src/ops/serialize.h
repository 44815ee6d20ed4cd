/* Tensors as TensorFlow writes them. Borrows the tensor; the text is the caller's. */
#ifndef OPS_SERIALIZE_H
#define OPS_SERIALIZE_H

#include "ops/kernel.h"

/* Appends a tensor's TensorProto, its elements as bytes. */
void tensor_bytes(struct str *s, const struct tensor *t);
/* The same, but strings one by one, in fields of their own. */
void tensor_fields(struct str *s, const struct tensor *t);

#endif
