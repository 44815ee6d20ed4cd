/* CRC32C: the CPU's instruction where it has one, else a table of 256; see crc32c.h. */
#include "codec/crc32c.h"

#include <pthread.h>
#include <string.h>

static uint32_t table[256];
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void make_table(void)
{
	for (uint32_t i = 0; i < 256; i++) {
		uint32_t c = i;

		for (int k = 0; k < 8; k++)
			c = c & 1 ? c >> 1 ^ 0x82f63b78u : c >> 1;
		table[i] = c;
	}
}

static uint32_t by_table(uint32_t c, const unsigned char *p, size_t n)
{
	pthread_once(&once, make_table);
	while (n--)
		c = c >> 8 ^ table[(c ^ *p++) & 255];
	return c;
}

#if defined(__x86_64__)
__attribute__((target("sse4.2"))) static uint32_t by_cpu(uint32_t c32, const unsigned char *p,
							 size_t n)
{
	uint64_t c = c32, v;

	for (; n >= 8; p += 8, n -= 8) {
		memcpy(&v, p, 8);
		c = __builtin_ia32_crc32di(c, v);
	}
	while (n--)
		c = __builtin_ia32_crc32qi((uint32_t)c, *p++);
	return (uint32_t)c;
}
#endif

uint32_t crc32c(uint32_t crc, const void *p, size_t n)
{
#if defined(__x86_64__)
	if (__builtin_cpu_supports("sse4.2"))
		return ~by_cpu(~crc, p, n);
#endif
	return ~by_table(~crc, p, n);
}
