/*
 * Datasets that read files, one after the other. Ownership: the bytes of the file at hand are a tensor in the
 * iterator's held, which snapshots share; what is handed out borrows from it.
 *
 *   it.n      the file, of val[0]           it.m      where in its bytes
 *   it.started  it is open                  held      { bytes, why they end there if they are damaged }
 */
#ifndef OPS_DSFILE_H
#define OPS_DSFILE_H

#include "ops/dataset.h"

enum dsfile_pack { PACK_NONE, PACK_ZLIB, PACK_GZIP, PACK_SNAPPY, PACK_UNKNOWN };
enum dsfile_pack dsfile_pack_of(struct sv name);

/* Reads the input `filenames` into val[0]. */
bool dsfile_names(struct op_ctx *c, struct ds *d);
bool dsfile_string(struct op_ctx *c, const char *name, struct sv *v);	/* a scalar argument */
/* Elements are n scalars of those types (NULL: strings). */
bool dsfile_scalars(struct op_ctx *c, struct ds *d, int n, const enum dtype *type);

struct dsfile_reader {
	enum dsfile_pack pack;
	/* Once a file is open; NULL: nothing to do. IT_ERR leaves it open. */
	enum got (*begin)(struct op_ctx *c, struct it *i);
	/* The next record at it.m, which moves behind it; IT_END: there is none. */
	enum got (*record)(struct op_ctx *c, struct it *i, struct elem *e);
};
/* The next element: files are opened as they are needed. */
enum got dsfile_next(struct op_ctx *c, struct it *i, struct elem *e, const struct dsfile_reader *r);
struct sv dsfile_bytes(const struct it *i);	/* of the whole file */
struct sv dsfile_name(const struct it *i);
/* The bytes' end is damage: says so, true. */
bool dsfile_damaged(struct op_ctx *c, const struct it *i);
void dsfile_close(struct it *i);
/* Adds a string scalar; false with an error. */
bool dsfile_give(struct op_ctx *c, struct elem *e, struct sv v);

/* Bytes of a file, unpacked; what comes out before damage is in out, and why says what it is (or is empty). */
bool dsfile_read(struct op_ctx *c, struct sv name, enum dsfile_pack pack, struct str *out, struct str *why);

#endif
