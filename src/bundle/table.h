/*
 * The sorted table that a checkpoint's .index file is (LevelDB's format as TensorFlow writes it).
 * Ownership: the caller owns the bytes and the arena that keys and values are copied into.
 */
#ifndef BUNDLE_TABLE_H
#define BUNDLE_TABLE_H

#include "base/err.h"
#include "base/mem.h"
#include "base/sv.h"

/* Calls each for every (key, value) in order; stops when it returns false. Keys and values live in
 * the arena. What was read before damage has been delivered; then false with an error. */
bool table_each(struct sv file, struct arena *a,
		bool (*each)(void *ctx, struct sv key, struct sv value), void *ctx, struct err *err);

#endif
