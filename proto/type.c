/* Messages by their descriptors; see type.h. A struct proto_type is protobuf-c's message descriptor. */
#include "proto/type.h"

#include <string.h>

#include <protobuf-c/protobuf-c.h>

#include "proto/around.pb-c.h"
#include "proto/saved_model.pb-c.h"

/* Where a search begins: what models hold in collections, in an Any, and in the files around them. */
static const ProtobufCMessageDescriptor *const roots[] = {
	&tensorflow__variable_def__descriptor,
	&tensorflow__cond_context_def__descriptor,
	&tensorflow__while_context_def__descriptor,
	&tensorflow__queue_runner_def__descriptor,
	&tensorflow__saver_def__descriptor,
	&tensorflow__asset_file_def__descriptor,
	&tensorflow__signature_def__descriptor,
	&tensorflow__tensor_info__descriptor,
	&tensorflow__keras_metadata__descriptor,
	&tensorflow__prediction_log__descriptor,
	&tensorflow__predict_request__descriptor,
	&tensorflow__classification_request__descriptor,
	&tensorflow__regression_request__descriptor,
	&tensorflow__fingerprint_def__descriptor,
	&tensorflow__saved_object__descriptor,
	&tensorflow__example__descriptor,
	&tensorflow__tensor_proto__descriptor,
	&tensorflow__any_proto__descriptor,
	&tensorflow__version_def__descriptor,
};

static const ProtobufCMessageDescriptor *of(const struct proto_type *t)
{
	return (const ProtobufCMessageDescriptor *)t;
}

const struct proto_type *proto_type_find(struct sv name)
{
	for (size_t i = 0; i < sizeof(roots) / sizeof(*roots); i++)
		if (sv_is(name, roots[i]->name))
			return (const struct proto_type *)roots[i];
	return NULL;
}

const struct proto_type *proto_type_url(struct sv url)
{
	long slash = sv_rfind(url, '/');

	return proto_type_find(sv_sub(url, (size_t)(slash + 1), url.n));
}

const char *proto_type_name(const struct proto_type *t)
{
	return of(t)->short_name;
}

bool proto_type_wraps(const struct proto_type *t)
{
	return of(t)->n_fields == 1 && !strcmp(of(t)->fields[0].name, "value");
}

struct proto_reader proto_reader_of(const struct proto_type *t, struct sv bytes)
{
	return (struct proto_reader){ .w = wire_of(bytes), .type = t };
}

/* How a field of this type is written, when not packed. */
static int wire_form(ProtobufCType t)
{
	switch (t) {
	case PROTOBUF_C_TYPE_STRING:
	case PROTOBUF_C_TYPE_BYTES:
	case PROTOBUF_C_TYPE_MESSAGE:
		return WIRE_LEN;
	case PROTOBUF_C_TYPE_FLOAT:
	case PROTOBUF_C_TYPE_FIXED32:
	case PROTOBUF_C_TYPE_SFIXED32:
		return WIRE_I32;
	case PROTOBUF_C_TYPE_DOUBLE:
	case PROTOBUF_C_TYPE_FIXED64:
	case PROTOBUF_C_TYPE_SFIXED64:
		return WIRE_I64;
	default:
		return WIRE_VARINT;
	}
}

static void set_enum(const ProtobufCEnumDescriptor *e, struct proto_value *v)
{
	const ProtobufCEnumValue *name = protobuf_c_enum_descriptor_get_value(e, (int)v->i);

	v->kind = PROTO_ENUM;
	v->i = (int32_t)v->i;
	v->enum_name = name ? name->name : NULL;
}

static void set_number(const ProtobufCFieldDescriptor *f, const struct wire_field *raw, struct proto_value *v)
{
	v->kind = PROTO_INT;
	v->i = (int64_t)raw->v;
	switch (f->type) {
	case PROTOBUF_C_TYPE_BOOL:
		v->kind = PROTO_BOOL;
		v->i = raw->v != 0;
		break;
	case PROTOBUF_C_TYPE_ENUM:
		set_enum(f->descriptor, v);
		break;
	case PROTOBUF_C_TYPE_FLOAT:
		v->kind = PROTO_REAL;
		v->d = (double)wire_float(raw);
		break;
	case PROTOBUF_C_TYPE_DOUBLE:
		v->kind = PROTO_REAL;
		v->d = wire_double(raw);
		break;
	case PROTOBUF_C_TYPE_INT32:
	case PROTOBUF_C_TYPE_SFIXED32:
		v->i = (int32_t)raw->v;
		break;
	case PROTOBUF_C_TYPE_SINT32:
	case PROTOBUF_C_TYPE_SINT64:
		v->i = (int64_t)(raw->v >> 1) ^ -(int64_t)(raw->v & 1);
		break;
	case PROTOBUF_C_TYPE_UINT32:
	case PROTOBUF_C_TYPE_UINT64:
	case PROTOBUF_C_TYPE_FIXED32:
	case PROTOBUF_C_TYPE_FIXED64:
		v->kind = PROTO_UINT;
		break;
	default:
		break;
	}
}

static void set_value(const ProtobufCFieldDescriptor *f, const struct wire_field *raw, struct proto_value *v)
{
	*v = (struct proto_value){ .field = f->name, .repeated = f->label == PROTOBUF_C_LABEL_REPEATED };
	if (wire_form(f->type) != WIRE_LEN) {
		set_number(f, raw, v);
		return;
	}
	v->kind = f->type == PROTOBUF_C_TYPE_MESSAGE ? PROTO_MESSAGE : PROTO_BYTES;
	v->type = f->type == PROTOBUF_C_TYPE_MESSAGE ? f->descriptor : NULL;
	v->s = raw->s;
}

/* One value out of a packed list. */
static bool packed_next(struct proto_reader *r, struct wire_field *raw)
{
	const ProtobufCFieldDescriptor *f = r->field;
	int form = wire_form(f->type);
	size_t size = form == WIRE_I32 ? 4 : 8;

	if (r->packed.p == r->packed.end)
		return false;
	raw->v = 0;
	if (form == WIRE_VARINT)
		return wire_varint(&r->packed, &raw->v);
	if ((size_t)(r->packed.end - r->packed.p) < size)
		return false;
	for (size_t i = 0; i < size; i++)
		raw->v |= (uint64_t)r->packed.p[i] << 8 * i;
	r->packed.p += size;
	return true;
}

bool proto_next(struct proto_reader *r, struct proto_value *v)
{
	const ProtobufCFieldDescriptor *f;
	struct wire_field raw;

	for (;;) {
		if (r->field) {
			if (packed_next(r, &raw)) {
				set_value(r->field, &raw, v);
				return true;
			}
			r->field = NULL;
		}
		if (!wire_next(&r->w, &raw))
			return false;
		f = protobuf_c_message_descriptor_get_field(of(r->type), raw.num);
		if (f && raw.type == wire_form(f->type)) {
			set_value(f, &raw, v);
			return true;
		}
		if (f && raw.type == WIRE_LEN && f->label == PROTOBUF_C_LABEL_REPEATED) {
			r->field = f;
			r->packed = wire_of(raw.s);
		} else {
			r->unknown++;
		}
	}
}
