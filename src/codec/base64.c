/* Base64; see base64.h. */
#include "codec/base64.h"

#include <stdint.h>

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static int value_of(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	return c == '+' ? 62 : c == '/' ? 63 : -1;
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

bool base64_read(struct sv text, char *out, size_t *n)
{
	uint32_t bits = 0;
	size_t got = 0, pads = 0;

	*n = 0;
	for (size_t i = 0; i < text.n; i++) {
		int v = value_of(text.p[i]);

		if (is_space(text.p[i]))
			continue;
		if (text.p[i] == '=') {
			pads++;
			continue;
		}
		if (v < 0 || pads)
			return false;
		bits = bits << 6 | (uint32_t)v;
		if (++got % 4 == 0) {
			out[(*n)++] = (char)(bits >> 16);
			out[(*n)++] = (char)(bits >> 8);
			out[(*n)++] = (char)bits;
		}
	}
	if (got % 4 == 1 || (pads && (got + pads) % 4))
		return false;
	if (got % 4 == 2) {
		out[(*n)++] = (char)(bits >> 4);
		return !(bits & 15);
	}
	if (got % 4 == 3) {
		out[(*n)++] = (char)(bits >> 10);
		out[(*n)++] = (char)(bits >> 2);
		return !(bits & 3);
	}
	return true;
}

size_t base64_write(struct sv bytes, char *out)
{
	size_t n = 0;

	for (size_t i = 0; i < bytes.n; i += 3) {
		size_t left = bytes.n - i;
		const unsigned char *p = (const unsigned char *)bytes.p + i;
		uint32_t v = (uint32_t)p[0] << 16 | (uint32_t)(left > 1 ? p[1] : 0) << 8 |
			     (left > 2 ? p[2] : 0u);

		out[n++] = digits[v >> 18];
		out[n++] = digits[v >> 12 & 63];
		out[n++] = left > 1 ? digits[v >> 6 & 63] : '=';
		out[n++] = left > 2 ? digits[v & 63] : '=';
	}
	return n;
}
