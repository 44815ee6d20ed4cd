/* An attribute's value as protobuf's text format has it, its lines run together with blanks. */
#include <inttypes.h>

#include "cmd/tfdbg/verbs.h"
#include "proto/type.h"
#include "tensor/number.h"

enum { DEPTH_MAX = 32 };

/* A new line of the text, at its depth. */
static void begin(struct str *out, int depth, const char *field)
{
	if (out->n)
		str_addc(out, ' ');
	str_addn(out, ' ', 2 * (size_t)depth);
	str_addz(out, field);
}

static void quoted(struct str *out, struct sv s)
{
	str_addc(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c == '"' || c == '\\' || c == '\'')
			str_addf(out, "\\%c", c);
		else if (c == '\n')
			str_addz(out, "\\n");
		else if (c < 32 || c > 126)
			str_addf(out, "\\%03o", c);
		else
			str_addc(out, (char)c);
	}
	str_addc(out, '"');
}

static void real(struct str *out, double v, bool single)
{
	number_scalar(out, v, single ? DT_FLOAT : DT_DOUBLE, TRIM_ALL, false, false);
}

/* ---- a message by its descriptor ---- */

static void message(struct str *out, const struct proto_type *type, struct sv bytes, int depth)
{
	struct proto_reader r = proto_reader_of(type, bytes);
	struct proto_value v;

	while (depth < DEPTH_MAX && proto_next(&r, &v)) {
		begin(out, depth, v.field);
		if (v.kind == PROTO_MESSAGE) {
			str_addz(out, " {");
			message(out, v.type, v.s, depth + 1);
			begin(out, depth, "}");
			continue;
		}
		str_addz(out, ": ");
		switch (v.kind) {
		case PROTO_BYTES: quoted(out, v.s); break;
		case PROTO_UINT: str_addf(out, "%" PRIu64, (uint64_t)v.i); break;
		case PROTO_REAL: real(out, v.d, true); break;
		case PROTO_BOOL: str_addz(out, v.i ? "true" : "false"); break;
		case PROTO_ENUM:
			if (v.enum_name) {
				str_addz(out, v.enum_name);
				break;
			}
			/* fallthrough */
		default: str_addf(out, "%" PRId64, v.i); break;
		}
	}
}

static void named_message(struct str *out, const char *field, const char *type, struct sv bytes, int depth)
{
	const struct proto_type *t = proto_type_find(sv_of(type));

	begin(out, depth, field);
	str_addz(out, " {");
	if (t)
		message(out, t, bytes, depth + 1);
	begin(out, depth, "}");
}

/* ---- an attribute ---- */

static void shape(struct str *out, const struct shape *s, int depth)
{
	begin(out, depth, "shape {");
	if (s->rank < 0)
		begin(out, depth + 1, "unknown_rank: true");
	for (int i = 0; i < s->rank; i++) {
		begin(out, depth + 1, "dim {");
		if (s->dim[i]) {
			begin(out, depth + 2, "size: ");
			str_addf(out, "%" PRId64, s->dim[i]);
		}
		begin(out, depth + 1, "}");
	}
	begin(out, depth, "}");
}

static void value(struct str *out, const struct attr_value *v, int depth);

static void function(struct str *out, const struct attr_value *v, int depth)
{
	begin(out, depth, "func {");
	begin(out, depth + 1, "name: ");
	quoted(out, v->s);
	for (uint32_t i = 0; i < v->n && v->names && depth < DEPTH_MAX; i++) {
		begin(out, depth + 1, "attr {");
		begin(out, depth + 2, "key: ");
		quoted(out, v->names[i]);
		begin(out, depth + 2, "value {");
		value(out, &v->items[i], depth + 3);
		begin(out, depth + 2, "}");
		begin(out, depth + 1, "}");
	}
	begin(out, depth, "}");
}

static void type(struct str *out, int64_t t)
{
	const char *name = dtype_enum_name((int)t);

	if (name)
		str_addz(out, name);
	else
		str_addf(out, "%" PRId64, t);
}

static void value(struct str *out, const struct attr_value *v, int depth)
{
	switch (v->kind) {
	case ATTR_STRING: begin(out, depth, "s: "); quoted(out, v->s); break;
	case ATTR_INT: begin(out, depth, "i: "); str_addf(out, "%" PRId64, v->i); break;
	case ATTR_FLOAT: begin(out, depth, "f: "); real(out, v->f, true); break;
	case ATTR_BOOL: begin(out, depth, "b: "); str_addz(out, v->i ? "true" : "false"); break;
	case ATTR_TYPE: begin(out, depth, "type: "); type(out, v->i); break;
	case ATTR_SHAPE: shape(out, &v->shape, depth); break;
	case ATTR_TENSOR: named_message(out, "tensor", "tensorflow.TensorProto", v->s, depth); break;
	case ATTR_FUNC: function(out, v, depth); break;
	case ATTR_PLACEHOLDER: begin(out, depth, "placeholder: "); quoted(out, v->s); break;
	case ATTR_LIST:
		begin(out, depth, "list {");
		for (uint32_t i = 0; i < v->n && depth < DEPTH_MAX; i++)
			value(out, &v->items[i], depth + 1);
		begin(out, depth, "}");
		break;
	case ATTR_NONE:
		break;
	}
}

void tf_attr_text(struct str *out, const struct attr_value *v)
{
	value(out, v, 0);
}
