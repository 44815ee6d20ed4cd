/*
 * Kinds of files that feed an input, inside src/feed. Readers give the tensor as the file has it,
 * as near to the input's type as can be; feed_parse converts and checks it.
 */
#ifndef FEED_KINDS_H
#define FEED_KINDS_H

#include "base/str.h"
#include "feed/feed.h"

/* "a.csv[age]", "b.tfrecord[2:7]": a file and what stands in brackets behind it. feed_name_free
 * frees. */
struct feed_name {
	char *path, *part; /* part NULL: no brackets */
};
void feed_name_split(struct feed_name *n, const char *text);
void feed_name_free(struct feed_name *n);
/* "A:B", both may be missing, negative ones count from the end; of n. */
bool feed_slice(const char *part, int64_t n, int64_t *from, int64_t *to, struct err *err);
/* The whole file, NUL behind it. */
bool feed_bytes(const char *path, struct str *out, struct err *err);
bool feed_ends(const char *text,
	       const char *const *tails); /* any of them, ends with NULL; either case */

bool feed_is_sound(const char *text);
struct tensor *feed_sound(const struct feed_spec *spec, const char *text, struct err *err);
bool feed_is_records(const char *text);
struct tensor *feed_records(const struct feed_spec *spec, const char *text, struct err *err);
bool feed_is_lines(const char *text);
struct tensor *feed_lines(const struct feed_spec *spec, const char *text, struct err *err);
bool feed_is_table(const char *text);
struct tensor *feed_table(const struct feed_spec *spec, const char *text, struct err *err);

/* A folder or a pattern? */
bool feed_is_batch(const char *text);
struct tensor *feed_batch(const struct feed_spec *spec, const char *text, struct err *err);
/* One file of a batch, before conversion; whole: it may hold several examples along its first
 * dimension. */
struct tensor *feed_file(const struct feed_spec *spec, const char *text, bool *whole,
			 struct err *err);

/* n elements as the input's rank asks: [n], [n, 1]; a scalar when n is 1. */
struct tensor *feed_shaped(const struct feed_spec *spec, struct tensor *t, struct err *err);
/* Pictures by rank: is there a batch axis before them? */
bool feed_picture_batch(struct shape s);

#endif
