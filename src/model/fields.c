/* Fields of a message by number, for messages of which little is wanted. */
#include "model/decode.h"
#include "proto/wire.h"

struct sv *decode_list(struct arena *a, struct sv bytes, uint32_t num, uint32_t *n)
{
	struct wire w = wire_of(bytes), again = w;
	struct wire_field f;
	struct sv *list;
	uint32_t count = 0, k = 0;

	while (wire_next(&w, &f))
		count += f.num == num && f.type == WIRE_LEN;
	list = arena_array(a, (size_t)count + 1, sizeof(*list));
	while (k < count && wire_next(&again, &f))
		if (f.num == num && f.type == WIRE_LEN)
			list[k++] = f.s;
	*n = k;
	return list;
}

uint64_t decode_number(struct sv bytes, uint32_t num, uint64_t fallback)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;

	while (wire_next(&w, &f))
		if (f.num == num && f.type == WIRE_VARINT)
			fallback = f.v;
	return fallback;
}
