/*
 * TFRecord files. Pure functions; what they hand out borrows from the bytes.
 */
#ifndef CODEC_TFRECORD_H
#define CODEC_TFRECORD_H

#include <stdbool.h>

#include "base/sv.h"

/* The record at *at, which moves behind it. false: what follows is damaged, *why says how. A record
 * whose own checksum is wrong is handed out, and *why says so; else *why is NULL. */
bool tfrecord_next(struct sv all, size_t *at, struct sv *data, const char **why);

#endif
