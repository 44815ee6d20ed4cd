/*
 * A message's fields as a FileDescriptorSet describes them: what DecodeProtoV2 and EncodeProto go by. Ownership: text
 * borrows from the set's bytes, which live in the node's scratch.
 *
 *   Set { 1: File { 2: package, 4: Message, 5: Enum, 7: extension } }
 *   Message { 1: name, 2: Field, 3: Message, 4: Enum, 6: extension }   Enum { 1: name, 2: { 1: name, 2: number } }
 *   Field { 1: name, 2: extendee, 3: number, 4: label, 5: type, 6: type_name, 7: default_value, 8: { 2: packed } }
 */
#ifndef OPS_PROTODESC_H
#define OPS_PROTODESC_H

#include "ops/kernel.h"

/* descriptor.proto's numbers. */
enum proto_type {
	PT_DOUBLE = 1, PT_FLOAT, PT_INT64, PT_UINT64, PT_INT32, PT_FIXED64, PT_FIXED32, PT_BOOL, PT_STRING, PT_GROUP,
	PT_MESSAGE, PT_BYTES, PT_UINT32, PT_ENUM, PT_SFIXED32, PT_SFIXED64, PT_SINT32, PT_SINT64, PT_TYPES
};

struct proto_field {
	struct sv name, preset;		/* preset: the default as the descriptor writes it */
	int64_t preset_enum;		/* of enums: its number */
	uint32_t number;
	enum proto_type type;
	bool repeated, packed;
};

/* The node's fields, in the order of its field_names, from its descriptor_source and message_type; NULL with an error. */
struct proto_field *proto_fields(struct op_ctx *c, int *n);
/* What the wire calls a type: 0 varint, 1 eight bytes, 2 bytes, 3 group, 5 four bytes; what C++ and people call it. */
int proto_wire(enum proto_type t);
int proto_cpp(enum proto_type t);
const char *proto_name(enum proto_type t);
bool proto_fits(enum proto_type t, enum dtype d);

#endif
