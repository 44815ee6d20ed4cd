/* Four letters are three bytes; see base64.h. */
#include "codec/base64.h"

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

/* One group; n letters of it count (2, 3 or 4). */
static bool group(const char *p, int n, struct str *out)
{
	unsigned long v = 0;

	for (int i = 0; i < 4; i++) {
		int d = i < n ? value_of(p[i]) : 0;

		if (d < 0)
			return false;
		v = v << 6 | (unsigned long)d;
	}
	for (int i = 0; i < n - 1; i++)
		str_addc(out, (char)(v >> (16 - 8 * i) & 255));
	return true;
}

bool base64_decode(struct sv text, struct str *out)
{
	if (text.n % 4)
		return false;
	for (size_t i = 0; i < text.n; i += 4) {
		bool last = i + 4 == text.n;
		int n = last && text.p[i + 3] == '=' ? text.p[i + 2] == '=' ? 2 : 3 : 4;

		if (!group(text.p + i, n, out))
			return false;
	}
	return true;
}
