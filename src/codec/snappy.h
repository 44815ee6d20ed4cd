/*
 * Snappy blocks, as compressed checkpoint index blocks are. Gives bytes into a struct str.
 */
#ifndef CODEC_SNAPPY_H
#define CODEC_SNAPPY_H

#include "base/err.h"
#include "base/str.h"
#include "base/sv.h"

bool snappy_expand(struct sv in, struct str *out, struct err *err);

#endif
