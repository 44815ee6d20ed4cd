/*
 * numpy's .npy (format 1.0 to 3.0, C and Fortran order, either byte order) and .npz files.
 * Source of the format: numpy/lib/format.py's documentation. Reads give a tensor.
 */
#ifndef TENSOR_NPY_H
#define TENSOR_NPY_H

#include "tensor/tensor.h"

struct tensor *npy_read_file(const char *path, struct err *err);
struct tensor *npy_read(struct sv bytes, struct err *err);
bool npy_write_file(const char *path, const struct tensor *t, struct err *err);
/* The bytes as numpy.save writes them (header padded to 64). bfloat16 is stored as float32 unless
 * raw_bf16 ("<V2", as saved_model_cli does); strings as |S when no element ends in NUL, else as the
 * pickle that numpy.save makes of an object array. */
bool npy_write(struct str *out, const struct tensor *t, bool raw_bf16, struct err *err);
/* The same in pieces, for what does not fit into memory: the head, then every element in order. Not for strings. */
bool npy_head(struct str *out, enum dtype t, struct shape shape, struct err *err);
void npy_elements(struct str *out, const struct tensor *block);

#endif
