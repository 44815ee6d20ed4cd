/*
 * A TFRecord file is record after record:
 *
 *   | length, 8 | masked CRC-32C of the length, 4 | data | masked CRC-32C of the data, 4 | little
 * endian
 */
#include "codec/tfrecord.h"

#include <stdint.h>

#include "codec/crc32c.h"

static uint64_t little(const unsigned char *p, int n)
{
	uint64_t v = 0;

	while (n-- > 0)
		v = v << 8 | p[n];
	return v;
}

bool tfrecord_next(struct sv all, size_t *at, struct sv *data, const char **why)
{
	const unsigned char *p = (const unsigned char *)all.p + *at;
	size_t left = all.n - *at;
	uint64_t len = left >= 12 ? little(p, 8) : 0;

	*why = "it is cut off";
	if (left < 12)
		return false;
	if (crc32c_unmask((uint32_t)little(p + 8, 4)) != crc32c(0, p, 8)) {
		*why = "the checksum of its length is wrong";
		return false;
	}
	if (len > left - 12 || left - 12 - len < 4)
		return false;
	*data = (struct sv){all.p + *at + 12, (size_t)len};
	*at += 16 + (size_t)len;
	*why = crc32c_unmask((uint32_t)little(p + 12 + len, 4)) == crc32c(0, p + 12, (size_t)len)
		       ? NULL
		       : "its checksum is wrong";
	return true;
}
