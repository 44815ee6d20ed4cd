/*
 * A checkpoint's tensor in blocks, checksums on the way: a value larger than memory can be looked at.
 * Pulled, so that whoever asks may stop. Ownership: bundle_scan_new gives, bundle_scan_free takes;
 * the bundle is borrowed.
 */
#ifndef BUNDLE_SCAN_H
#define BUNDLE_SCAN_H

#include "bundle/bundle.h"

struct bundle_scan {
	struct bundle *b;
	const struct bundle_entry *entry;
	int i, k;			/* which entry, which part of it */
	struct bundle_part part;
	bool open;			/* part is set */
	int fd;				/* its file: reading needs no pages of a mapping; -1: closed */
	int64_t at;			/* bytes of the part that were given out */
	int64_t first;			/* element of the part that the last block began with */
	int64_t done, total;		/* bytes of all parts */
	uint32_t crc;			/* of what was given out of this part */
	int n_bad;			/* parts whose checksum differs */
	uint32_t found, stored;		/* the first such */
	struct sv bad_spec;		/* and its slice */
	int32_t bad_shard;
	int64_t start[SHAPE_MAX_RANK], dim[SHAPE_MAX_RANK];	/* of the part in the whole */
};

struct bundle_scan *bundle_scan_new(struct bundle *b, int i, struct err *err);
void bundle_scan_free(struct bundle_scan *s);	/* NULL is fine */
/* Gives the next block as a vector, of about `max` bytes (strings: a part as a whole, of any shape). NULL: at
 * the end, or with an error. */
struct tensor *bundle_scan_next(struct bundle_scan *s, size_t max, struct err *err);
/* Element i of the last block: its flat index in the whole tensor. ctx: the scan. */
int64_t bundle_scan_index(void *ctx, int64_t i);

#endif
