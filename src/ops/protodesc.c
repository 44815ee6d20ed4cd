/* Descriptors of messages, as far as two kernels need them; see protodesc.h. */
#include "ops/protodesc.h"

#include <string.h>

#include "base/str.h"
#include "ops/fileio.h"
#include "proto/wire.h"

enum { DEPTH = 32 };			/* messages within messages */

static const struct {
	const char *name;
	int wire, cpp;
	dtype_mask fits;
} kind[PT_TYPES] = {
	[PT_DOUBLE] = { "double", 1, 5, DM(DT_DOUBLE) },
	[PT_FLOAT] = { "float", 5, 6, DM(DT_FLOAT) | DM(DT_DOUBLE) },
	[PT_INT64] = { "int64", 0, 2, DM(DT_INT64) },
	[PT_UINT64] = { "uint64", 0, 4, DM(DT_UINT64) },
	[PT_INT32] = { "int32", 0, 1, DM(DT_INT32) | DM(DT_INT64) },
	[PT_FIXED64] = { "fixed64", 1, 4, DM(DT_UINT64) },
	[PT_FIXED32] = { "fixed32", 5, 3, DM(DT_UINT32) | DM(DT_UINT64) },
	[PT_BOOL] = { "bool", 0, 7, DM(DT_BOOL) },
	[PT_STRING] = { "string", 2, 9, DM(DT_STRING) },
	[PT_GROUP] = { "group", 3, 10, DM(DT_STRING) },
	[PT_MESSAGE] = { "message", 2, 10, DM(DT_STRING) },
	[PT_BYTES] = { "bytes", 2, 9, DM(DT_STRING) },
	[PT_UINT32] = { "uint32", 0, 3, DM(DT_UINT32) | DM(DT_UINT64) },
	[PT_ENUM] = { "enum", 0, 8, DM(DT_INT32) },
	[PT_SFIXED32] = { "sfixed32", 5, 1, DM(DT_INT32) | DM(DT_INT64) },
	[PT_SFIXED64] = { "sfixed64", 1, 2, DM(DT_INT64) },
	[PT_SINT32] = { "sint32", 0, 1, DM(DT_INT32) | DM(DT_INT64) },
	[PT_SINT64] = { "sint64", 0, 2, DM(DT_INT64) },
};

int proto_wire(enum proto_type t)
{
	return kind[t].wire;
}

int proto_cpp(enum proto_type t)
{
	return kind[t].cpp;
}

const char *proto_name(enum proto_type t)
{
	return kind[t].name;
}

bool proto_fits(enum proto_type t, enum dtype d)
{
	return d > 0 && (int)d < 32 && (kind[t].fits & DM(d)) != 0;
}

/* ---- names ---- */

/* What is left of a full name behind a prefix and its dot; NULL text: it does not begin so. */
static struct sv rest_of(struct sv full, struct sv prefix)
{
	if (!prefix.n)
		return full;
	if (full.n <= prefix.n + 1 || memcmp(full.p, prefix.p, prefix.n) || full.p[prefix.n] != '.')
		return SV_NULL;
	return (struct sv){ full.p + prefix.n + 1, full.n - prefix.n - 1 };
}

/* The bytes of the message or enum that a name means within a file or message. */
static bool find_in(struct sv bytes, struct sv name, bool file, bool is_enum, int depth, struct sv *out)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;
	uint32_t messages = file ? 4 : 3, enums = file ? 5 : 4;

	while (depth < DEPTH && wire_next(&w, &f)) {
		struct sv own, rest;

		if (f.type != WIRE_LEN || (f.num != messages && f.num != enums))
			continue;
		own = wire_last(f.s, 1);
		if (sv_eq(own, name) && (f.num == enums) == is_enum) {
			*out = f.s;
			return true;
		}
		rest = f.num == messages && own.n ? rest_of(name, own) : SV_NULL;
		if (rest.n && find_in(f.s, rest, false, is_enum, depth + 1, out))
			return true;
	}
	return false;
}

static bool find(struct sv set, struct sv full, bool is_enum, struct sv *out)
{
	struct wire w = wire_of(set);
	struct wire_field f;

	while (wire_next(&w, &f)) {
		struct sv name = f.num == 1 && f.type == WIRE_LEN ? rest_of(full, wire_last(f.s, 2)) : SV_NULL;

		if (name.n && find_in(f.s, name, true, is_enum, 0, out))
			return true;
	}
	return false;
}

/* ---- fields ---- */

static void preset_enum(struct sv set, struct sv type, struct proto_field *p)
{
	struct sv e;
	struct wire w;
	struct wire_field f;
	bool any = false;

	if (type.n && type.p[0] == '.')
		type = (struct sv){ type.p + 1, type.n - 1 };
	if (!find(set, type, true, &e))
		return;
	w = wire_of(e);
	while (wire_next(&w, &f)) {
		struct wire v = wire_of(f.s);
		struct wire_field g;
		int64_t number = 0;

		if (f.num != 2 || f.type != WIRE_LEN)
			continue;
		while (wire_next(&v, &g))
			if (g.num == 2 && g.type == WIRE_VARINT)
				number = (int32_t)(uint32_t)g.v;
		if (!any || (p->preset.n && sv_eq(wire_last(f.s, 1), p->preset)))
			p->preset_enum = number;
		any = true;
	}
}

static bool field_of(struct sv set, struct sv bytes, struct proto_field *p)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;
	struct sv type = SV_NULL;

	*p = (struct proto_field){ .preset = SV_NULL };
	while (wire_next(&w, &f)) {
		if (f.type == WIRE_VARINT && f.num == 3)
			p->number = (uint32_t)f.v;
		else if (f.type == WIRE_VARINT && f.num == 4)
			p->repeated = f.v == 3;
		else if (f.type == WIRE_VARINT && f.num == 5)
			p->type = f.v < PT_TYPES ? (enum proto_type)f.v : 0;
		else if (f.type == WIRE_LEN && f.num == 1)
			p->name = f.s;
		else if (f.type == WIRE_LEN && f.num == 6)
			type = f.s;
		else if (f.type == WIRE_LEN && f.num == 7)
			p->preset = f.s;
		else if (f.type == WIRE_LEN && f.num == 8) {
			struct wire o = wire_of(f.s);
			struct wire_field g;

			while (wire_next(&o, &g))
				if (g.num == 2 && g.type == WIRE_VARINT)
					p->packed = g.v != 0;
		}
	}
	if (p->type == PT_ENUM)
		preset_enum(set, type, p);
	return p->type && p->number > 0 && p->number < 1 << 29;
}

/* The field of that name; extensions go by their full name, and are those of the file's top. */
static bool named(struct sv set, struct sv message, struct sv full, struct sv name, struct proto_field *p)
{
	struct wire w = wire_of(message);
	struct wire_field f;

	while (wire_next(&w, &f))
		if (f.num == 2 && f.type == WIRE_LEN && sv_eq(wire_last(f.s, 1), name))
			return field_of(set, f.s, p);
	w = wire_of(set);
	while (wire_next(&w, &f)) {
		struct sv own = f.num == 1 && f.type == WIRE_LEN ? rest_of(name, wire_last(f.s, 2)) : SV_NULL;
		struct wire x = wire_of(own.n ? f.s : SV_NULL);
		struct wire_field g;

		while (wire_next(&x, &g)) {
			struct sv of = g.num == 7 && g.type == WIRE_LEN ? wire_last(g.s, 2) : SV_NULL;

			if (of.n == full.n + 1 && of.p[0] == '.' && !memcmp(of.p + 1, full.p, full.n) &&
			    sv_eq(wire_last(g.s, 1), own))
				return field_of(set, g.s, p);
		}
	}
	return false;
}

/* ---- the source ---- */

static bool well_formed(struct sv set)
{
	struct wire w = wire_of(set);
	struct wire_field f;

	while (wire_next(&w, &f)) {
		struct wire file = wire_of(f.type == WIRE_LEN ? f.s : SV_NULL);
		struct wire_field g;

		while (wire_next(&file, &g))
			;
		if (file.bad)
			return false;
	}
	return !w.bad;
}

static bool source(struct op_ctx *c, struct sv *set)
{
	struct sv s = SV("local://");
	struct str file = STR_INIT;
	bool ok = true;

	node_attr_str(c->node, "descriptor_source", &s);
	if (!s.n || sv_is(s, "local://"))
		return op_fail(c, ERR_UNIMPLEMENTED,
			       "descriptor_source 'local://' means messages that are linked into TensorFlow, and "
			       "none are here; name a file with a FileDescriptorSet, or give one behind 'bytes://'");
	if (sv_starts(s, SV("bytes://"))) {
		*set = (struct sv){ s.p + 8, s.n - 8 };
		return well_formed(*set) ||
		       op_invalid(
			       c,
			       "Source does not represent serialized file descriptor set proto. This may be due to a missing "
			       "dependency on the file containing REGISTER_DESCRIPTOR_POOL(\"%.*s\", ...);",
			       SV_ARG(s));
	}
	ok = file_read(c, s, &file);
	if (ok) {
		*set = arena_sv(c->scratch, str_sv(&file));
		ok = well_formed(*set) ||
		     op_invalid(c, "descriptor_source contains invalid FileDescriptorSet: %.*s", SV_ARG(s));
	}
	str_free(&file);
	return ok;
}

struct proto_field *proto_fields(struct op_ctx *c, int *n)
{
	struct sv set, message, full = SV("");
	const struct attr_value *names;
	struct proto_field *p;
	uint32_t k;

	*n = 0;
	node_attr_str(c->node, "message_type", &full);
	if (!source(c, &set))
		return NULL;
	if (!find(set, full, false, &message)) {
		op_invalid(c, "No descriptor found for message type %.*s", SV_ARG(full));
		return NULL;
	}
	if (!node_attr_list(c->node, "field_names", &names, &k))
		k = 0;
	p = arena_array(c->scratch, (size_t)k + 1, sizeof(*p));
	for (uint32_t i = 0; i < k; i++)
		if (!named(set, message, full, names[i].s, &p[i])) {
			op_invalid(c, "Unknown field: %.*s in message type %.*s", SV_ARG(names[i].s), SV_ARG(full));
			return NULL;
		}
	*n = (int)k;
	return p;
}
