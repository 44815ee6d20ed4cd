/*
 * Pickles, protocols 0 to 5, read by a machine of our own: numbers, text, lists, tuples, sets, dicts, and
 * numpy's arrays, scalars and dtypes. Every other class or function is refused by name; nothing is called.
 * Values belong to the struct vals.
 */
#ifndef FEED_PICKLE_H
#define FEED_PICKLE_H

#include "expr/value.h"

struct val *pickle_read(struct vals *vs, struct sv bytes, struct err *err);

#endif
