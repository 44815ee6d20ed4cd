/*
 * Members of a zip archive (.npz). Borrows the archive's bytes; zip_extract gives into a struct str.
 */
#ifndef CODEC_ZIP_H
#define CODEC_ZIP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "base/sv.h"

struct zip_member {
	struct sv name;
	uint16_t method;
	uint32_t crc;
	uint64_t packed, size, offset;
};

/* Calls each for every member of the central directory; false with an error when it is damaged. */
bool zip_each(struct sv file, bool (*each)(void *ctx, const struct zip_member *m), void *ctx,
	      struct err *err);
bool zip_extract(struct sv file, const struct zip_member *m, struct str *out, struct err *err);

#endif
