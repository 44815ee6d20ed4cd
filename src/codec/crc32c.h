/*
 * CRC32C (Castagnoli), as checkpoints and TFRecord use it. Pure functions.
 */
#ifndef CODEC_CRC32C_H
#define CODEC_CRC32C_H

#include <stddef.h>
#include <stdint.h>

/* Continues crc (0 to begin with) over n bytes. */
uint32_t crc32c(uint32_t crc, const void *p, size_t n);

/* Stored checksums are rotated and shifted so that a checksum of checksums is no trap. */
static inline uint32_t crc32c_unmask(uint32_t masked)
{
	uint32_t rot = masked - 0xa282ead8u;

	return rot >> 17 | rot << 15;
}

static inline uint32_t crc32c_mask(uint32_t crc)
{
	return (crc >> 15 | crc << 17) + 0xa282ead8u;
}

#endif
