/*
 * zlib and gzip streams. Borrows the packed bytes; what comes out is added to the caller's str.
 */
#ifndef CODEC_GZIP_H
#define CODEC_GZIP_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"

/* A stream that ends too early gives what there is of it; more than max bytes are an error. */
bool gzip_expand(struct sv in, bool gzip, size_t max, struct str *out, struct err *err);

#endif
