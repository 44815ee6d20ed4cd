/*
 * A cut file; see salvage.h. Fields come in the order of their numbers, so that what is cut through is the last
 * field of the last message, of the message around it, and so on:
 *
 *	SavedModel.meta_graphs > MetaGraphDef.graph_def > GraphDef.library > a FunctionDef, cut
 */
#include "model/salvage.h"

#include <stdint.h>

#include "proto/wire.h"

enum kind { SAVED_MODEL, META_GRAPH, GRAPH, LIBRARY, OBJECTS, N_KINDS };

/* Messages that are worth keeping in part, by the field that holds them. */
static const struct {
	enum kind in;
	uint32_t field;
	enum kind kind;
} parts[] = {
	{ SAVED_MODEL, 2, META_GRAPH }, { META_GRAPH, 2, GRAPH }, { META_GRAPH, 7, OBJECTS }, { GRAPH, 2, LIBRARY },
};

static const char *const lost_in[N_KINDS] = {
	"the MetaGraph",
	"the MetaGraph's part that begins here and all behind it (signatures, assets, objects)",
	"the rest of the graph's nodes, the functions, signatures, assets and objects",
	"the rest of the functions, the signatures, assets and objects",
	"the rest of the object graph",
};

/* A message that goes on behind the end: where its length stands, and where it begins. */
struct around {
	unsigned char *len;
	int len_bytes;
	unsigned char *from;
};

static bool part_of(enum kind in, uint32_t field, enum kind *kind)
{
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (parts[i].in == in && parts[i].field == field) {
			*kind = parts[i].kind;
			return true;
		}
	return false;
}

/* The same number of bytes, whatever the value: the last ones may be 0 with more to come. */
static void put_length(const struct around *a, uint64_t v)
{
	for (int i = 0; i < a->len_bytes; i++, v >>= 7)
		a->len[i] = (unsigned char)((v & 127) | (i + 1 < a->len_bytes ? 128 : 0));
}

/* Goes over whole fields from p on; gives where the first one begins that is not whole, or NULL: all are. */
static unsigned char *whole_fields(unsigned char *p, unsigned char *end)
{
	struct wire w = { p, end, false };
	struct wire_field f;

	while (wire_next(&w, &f))
		p = (unsigned char *)w.p;
	return w.bad ? p : NULL;
}

bool salvage_cut(char *bytes, size_t *n, const char **lost)
{
	unsigned char *end = (unsigned char *)bytes + *n, *p = (unsigned char *)bytes, *cut;
	struct around around[N_KINDS];
	enum kind kind = SAVED_MODEL, next;
	int depth = 0;

	while ((cut = whole_fields(p, end)) && depth < N_KINDS) {
		struct wire w = { cut, end, false };
		uint64_t tag, len;

		if (!wire_varint(&w, &tag) || (tag & 7) != WIRE_LEN || !part_of(kind, (uint32_t)(tag >> 3), &next))
			break;
		around[depth].len = (unsigned char *)w.p;
		if (!wire_varint(&w, &len) || len <= (uint64_t)(end - w.p))
			break;
		around[depth].len_bytes = (int)(w.p - around[depth].len);
		around[depth++].from = p = (unsigned char *)w.p;
		kind = next;
	}
	if (depth == 0)
		return false;
	if (cut)
		end = cut;
	for (int i = depth; i-- > 0;)
		put_length(&around[i], (uint64_t)(end - around[i].from));
	*n = (size_t)(end - (unsigned char *)bytes);
	*lost = lost_in[kind];
	return true;
}
