/* Protobuf's wire format, written; see wireput.h. */
#include "base/wireput.h"

void put_varint(struct str *s, uint64_t v)
{
	for (; v >= 0x80; v >>= 7)
		str_addc(s, (char)(v | 0x80));
	str_addc(s, (char)v);
}

void put_int(struct str *s, int field, uint64_t v)
{
	if (!v)
		return;
	put_varint(s, (uint64_t)field << 3);
	put_varint(s, v);
}

void put_len(struct str *s, int field, struct sv bytes)
{
	put_varint(s, (uint64_t)field << 3 | 2);
	put_varint(s, bytes.n);
	str_add(s, bytes);
}

void put_fixed32(struct str *s, uint32_t v)
{
	char b[4] = { (char)v, (char)(v >> 8), (char)(v >> 16), (char)(v >> 24) };

	str_add(s, (struct sv){ b, 4 });
}
