/*
 * Writes the sorted table that table.h reads, uncompressed. Ownership: the holder of the struct frees it with
 * table_writer_free; the finished file is the caller's str.
 */
#ifndef BUNDLE_TABLEWRITE_H
#define BUNDLE_TABLEWRITE_H

#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "base/wireput.h"

struct table_writer {
	struct str file, block, index, last;
	uint32_t n;		/* entries in the block */
	struct str restarts;
};

#define TABLE_WRITER_INIT { STR_INIT, STR_INIT, STR_INIT, STR_INIT, 0, STR_INIT }

/* Keys come in order. */
void table_add(struct table_writer *w, struct sv key, struct sv value);
/* w->file is the whole file afterwards. */
void table_finish(struct table_writer *w);
void table_writer_free(struct table_writer *w);
/* Writes the finished file to path, under a temporary name first. */
bool table_save(struct table_writer *w, const char *path, struct err *err);


#endif
