/*
 * Files for kernels: only what the world allows, errors as TensorFlow's file system gives them. Ownership:
 * bytes that were read go into the caller's struct str.
 */
#ifndef OPS_FILEIO_H
#define OPS_FILEIO_H

#include "base/str.h"
#include "ops/op.h"

/* The path without "file://"; another scheme is an error when the file is used. */
struct sv file_path(struct sv name);
bool file_read(struct op_ctx *c, struct sv name, struct str *out);
/* Makes the folders above it when `folders`. */
bool file_write(struct op_ctx *c, struct sv name, struct sv bytes, bool folders);
/* Adds to the end of a file that is there. */
bool file_append(struct op_ctx *c, struct sv name, struct sv bytes);
/* An error of the operating system: TensorFlow's code, "PATH; No such file or directory". */
bool file_error(struct op_ctx *c, const char *path, int number);

#endif
