/*
 * Zip archives of stored members, as numpy.savez writes them, any size. Ownership: zip_create gives,
 * zip_finish and zip_abort take.
 */
#ifndef CODEC_ZIPWRITE_H
#define CODEC_ZIPWRITE_H

#include "base/err.h"
#include "base/sv.h"

struct zip_writer;

struct zip_writer *zip_create(const char *path, struct err *err);
/* A member: its name, then its bytes in as many pieces as they come. The next one ends it. */
bool zip_member(struct zip_writer *z, struct sv name, struct err *err);
bool zip_put(struct zip_writer *z, struct sv bytes, struct err *err);
bool zip_finish(struct zip_writer *z, struct err *err);
void zip_abort(struct zip_writer *z);	/* removes the file; NULL is fine */

#endif
