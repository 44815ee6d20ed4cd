/* Tensors as TensorFlow writes them. Borrows the tensor; the text is the caller's. */
#ifndef OPS_SERIALIZE_H
#define OPS_SERIALIZE_H

#include "ops/kernel.h"

/* Appends a tensor's TensorProto, its elements as bytes. */
void tensor_bytes(struct str *s, const struct tensor *t);

#endif
