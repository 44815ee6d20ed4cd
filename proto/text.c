/*
 * The text format; see text.h. A recursive descent over
 *
 *   message:  { name [":"] value [";" | ","] }
 *   value:    scalar | "[" scalar { "," scalar } "]" | "{" message "}" | "<" message ">"
 *
 * Each message is written into a buffer of its own, because its length comes before it on the wire.
 */
#include "proto/text.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <protobuf-c/protobuf-c.h>

#include "proto/saved_model.pb-c.h"
#include "proto/type.h"
#include "proto/wire.h"

struct reader {
	const char *p, *end, *begin;
	struct err *err;
};

static bool fail(struct reader *r, const char *at, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

static bool fail(struct reader *r, const char *at, const char *fmt, ...)
{
	size_t line = 1, col = 1;
	struct str s = STR_INIT;
	va_list ap;

	for (const char *q = r->begin; q < at; q++) {
		col = *q == '\n' ? 1 : col + 1;
		line += *q == '\n';
	}
	va_start(ap, fmt);
	str_vaddf(&s, fmt, ap);
	va_end(ap);
	err_set(r->err, ERR_KIND_FILE, ERR_DATA_LOSS, "%zu:%zu : %s", line, col, str_z(&s));
	str_free(&s);
	return false;
}

/* ---- tokens ---- */

static void skip_blank(struct reader *r)
{
	while (r->p < r->end) {
		if (*r->p == '#') {
			while (r->p < r->end && *r->p != '\n')
				r->p++;
		} else if (strchr(" \t\r\n\f\v", *r->p) && *r->p) {
			r->p++;
		} else {
			return;
		}
	}
}

static bool take(struct reader *r, char c)
{
	skip_blank(r);
	if (r->p == r->end || *r->p != c)
		return false;
	r->p++;
	return true;
}

static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* A name or a number, without blanks; "" at anything else. */
static struct sv word(struct reader *r)
{
	const char *p;

	skip_blank(r);
	p = r->p;
	while (r->p < r->end && (is_word(*r->p) || *r->p == '.' || *r->p == '-' || *r->p == '+'))
		r->p++;
	return (struct sv){ p, (size_t)(r->p - p) };
}

static int hex(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 :
	       c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* One escape after the backslash, as C has them. */
static bool escape(struct reader *r, struct str *out)
{
	static const char from[] = "abfnrtv\\'\"?", to[] = "\a\b\f\n\r\t\v\\'\"?";
	const char *found;
	int v = 0, n = 0;
	char c;

	if (r->p == r->end)
		return fail(r, r->p, "String is not closed.");
	c = *r->p++;
	if (c >= '0' && c <= '7') {
		r->p--;
		while (n++ < 3 && r->p < r->end && *r->p >= '0' && *r->p <= '7')
			v = v * 8 + (*r->p++ - '0');
		str_addc(out, (char)v);
		return true;
	}
	if (c == 'x' || c == 'X') {
		while (n++ < 2 && r->p < r->end && hex(*r->p) >= 0)
			v = v * 16 + hex(*r->p++);
		str_addc(out, (char)v);
		return true;
	}
	found = c ? strchr(from, c) : NULL;
	if (!found)
		return fail(r, r->p - 1, "Invalid escape sequence in string literal.");
	str_addc(out, to[found - from]);
	return true;
}

/* One or more quoted strings side by side. */
static bool strings(struct reader *r, struct str *out)
{
	bool any = false;

	for (;;) {
		char quote;

		skip_blank(r);
		if (r->p == r->end || (*r->p != '"' && *r->p != '\''))
			return any || fail(r, r->p, "Expected string.");
		quote = *r->p++;
		any = true;
		while (r->p < r->end && *r->p != quote) {
			if (*r->p == '\n')
				return fail(r, r->p, "String literals cannot cross line boundaries.");
			if (*r->p == '\\') {
				r->p++;
				if (!escape(r, out))
					return false;
			} else {
				str_addc(out, *r->p++);
			}
		}
		if (r->p == r->end)
			return fail(r, r->p, "String is not closed.");
		r->p++;
	}
}

/* ---- writing ---- */

static void put_varint(struct str *s, uint64_t v)
{
	for (; v > 127; v >>= 7)
		str_addc(s, (char)(v | 128));
	str_addc(s, (char)v);
}

static void put_tag(struct str *s, const ProtobufCFieldDescriptor *f, int wire)
{
	put_varint(s, (uint64_t)f->id << 3 | (unsigned)wire);
}

static bool put_int(struct reader *r, const ProtobufCFieldDescriptor *f, struct sv w, struct str *out)
{
	char buf[32], *end;
	uint64_t v;
	bool minus = w.n && w.p[0] == '-';

	if (!w.n || w.n >= sizeof(buf))
		return fail(r, w.p, "Expected integer.");
	memcpy(buf, w.p, w.n);
	buf[w.n] = '\0';
	errno = 0;
	v = minus ? (uint64_t)strtoll(buf, &end, 0) : strtoull(buf, &end, 0);
	if (*end || errno)
		return fail(r, w.p, "Expected integer, got: %s", buf);
	put_tag(out, f, WIRE_VARINT);
	if (f->type == PROTOBUF_C_TYPE_SINT64 || f->type == PROTOBUF_C_TYPE_SINT32)
		v = v << 1 ^ (minus ? ~(uint64_t)0 : 0);
	put_varint(out, v);
	return true;
}

static bool put_real(struct reader *r, const ProtobufCFieldDescriptor *f, struct sv w, struct str *out)
{
	char buf[64], *end;
	double d;
	float x;

	if (!w.n || w.n >= sizeof(buf))
		return fail(r, w.p, "Expected double.");
	memcpy(buf, w.p, w.n);
	buf[w.n] = '\0';
	d = strtod(buf, &end);
	if (*end == 'f' || *end == 'F')
		end++;
	if (*end)
		return fail(r, w.p, "Expected double, got: %s", buf);
	if (f->type == PROTOBUF_C_TYPE_DOUBLE) {
		put_tag(out, f, WIRE_I64);
		str_add(out, (struct sv){ (const char *)&d, 8 });
	} else {
		x = strtof(buf, NULL);		/* rounds once */
		put_tag(out, f, WIRE_I32);
		str_add(out, (struct sv){ (const char *)&x, 4 });
	}
	return true;
}

static bool put_enum(struct reader *r, const ProtobufCFieldDescriptor *f, struct sv w, struct str *out)
{
	const ProtobufCEnumDescriptor *e = f->descriptor;

	for (unsigned i = 0; i < e->n_values; i++) {
		if (sv_is(w, e->values[i].name)) {
			put_tag(out, f, WIRE_VARINT);
			put_varint(out, (uint64_t)(int64_t)e->values[i].value);
			return true;
		}
	}
	if (w.n && ((w.p[0] >= '0' && w.p[0] <= '9') || w.p[0] == '-'))
		return put_int(r, f, w, out);
	return fail(r, w.p, "Unknown enumeration value of \"%.*s\" for field \"%s\".", SV_ARG(w), f->name);
}

static bool put_bool(struct reader *r, const ProtobufCFieldDescriptor *f, struct sv w, struct str *out)
{
	bool yes = sv_is(w, "true") || sv_is(w, "True") || sv_is(w, "t") || sv_is(w, "1");

	if (!yes && !sv_is(w, "false") && !sv_is(w, "False") && !sv_is(w, "f") && !sv_is(w, "0"))
		return fail(r, w.p, "Invalid value for boolean field \"%s\". Value: \"%.*s\".", f->name, SV_ARG(w));
	put_tag(out, f, WIRE_VARINT);
	put_varint(out, yes);
	return true;
}

static bool message(struct reader *r, const ProtobufCMessageDescriptor *d, char close, struct str *out,
		    int depth);

static bool submessage(struct reader *r, const ProtobufCFieldDescriptor *f, struct str *out, int depth)
{
	struct str body = STR_INIT;
	char close = take(r, '{') ? '}' : take(r, '<') ? '>' : 0;
	bool ok;

	if (!close)
		return fail(r, r->p, "Expected \"{\".");
	ok = message(r, f->descriptor, close, &body, depth + 1);
	if (ok) {
		put_tag(out, f, WIRE_LEN);
		put_varint(out, body.n);
		str_add(out, str_sv(&body));
	}
	str_free(&body);
	return ok;
}

static bool scalar(struct reader *r, const ProtobufCFieldDescriptor *f, struct str *out, int depth)
{
	struct str s = STR_INIT;
	bool ok;

	switch (f->type) {
	case PROTOBUF_C_TYPE_MESSAGE:
		return submessage(r, f, out, depth);
	case PROTOBUF_C_TYPE_BYTES:
	case PROTOBUF_C_TYPE_STRING:
		ok = strings(r, &s);
		if (ok) {
			put_tag(out, f, WIRE_LEN);
			put_varint(out, s.n);
			str_add(out, str_sv(&s));
		}
		str_free(&s);
		return ok;
	case PROTOBUF_C_TYPE_ENUM:
		return put_enum(r, f, word(r), out);
	case PROTOBUF_C_TYPE_BOOL:
		return put_bool(r, f, word(r), out);
	case PROTOBUF_C_TYPE_FLOAT:
	case PROTOBUF_C_TYPE_DOUBLE:
		return put_real(r, f, word(r), out);
	default:
		return put_int(r, f, word(r), out);
	}
}

static bool value(struct reader *r, const ProtobufCFieldDescriptor *f, struct str *out, int depth)
{
	if (f->label != PROTOBUF_C_LABEL_REPEATED || !take(r, '['))
		return scalar(r, f, out, depth);
	if (take(r, ']'))
		return true;
	do {
		if (!scalar(r, f, out, depth))
			return false;
	} while (take(r, ','));
	return take(r, ']') || fail(r, r->p, "Expected \"]\".");
}

/* Skips a message whose type we do not know: the contents of an Any. */
static bool skip_braces(struct reader *r)
{
	struct str s = STR_INIT;
	int depth = 0;

	do {
		skip_blank(r);
		if (r->p == r->end)
			return fail(r, r->p, "Expected \"}\".");
		if (*r->p == '"' || *r->p == '\'') {
			bool ok = strings(r, &s);

			str_free(&s);
			if (!ok)
				return false;
			continue;
		}
		depth += *r->p == '{' || *r->p == '<' ? 1 : *r->p == '}' || *r->p == '>' ? -1 : 0;
		r->p++;
	} while (depth > 0);
	return true;
}

static void put_bytes(struct str *out, const ProtobufCFieldDescriptor *f, struct sv s)
{
	put_tag(out, f, WIRE_LEN);
	put_varint(out, s.n);
	str_add(out, s);
}

/* An Any written out, "[type.googleapis.com/tensorflow.AssetFileDef] { ... }", behind its "[". */
static bool any_body(struct reader *r, const ProtobufCMessageDescriptor *d, struct str *out, int depth)
{
	const char *from = r->p;
	const struct proto_type *t;
	struct str body = STR_INIT;
	struct sv url;
	char close;
	bool ok;

	while (r->p < r->end && *r->p != ']')
		r->p++;
	url = (struct sv){ from, (size_t)(r->p - from) };
	take(r, ']');
	take(r, ':');
	t = d == &tensorflow__any_proto__descriptor ? proto_type_url(url) : NULL;
	if (!t)
		return skip_braces(r);
	close = take(r, '{') ? '}' : take(r, '<') ? '>' : 0;
	if (!close)
		return fail(r, r->p, "Expected \"{\".");
	ok = message(r, (const ProtobufCMessageDescriptor *)t, close, &body, depth + 1);
	if (ok) {
		put_bytes(out, &d->fields[0], url);
		put_bytes(out, &d->fields[1], str_sv(&body));
	}
	str_free(&body);
	return ok;
}

static bool message(struct reader *r, const ProtobufCMessageDescriptor *d, char close, struct str *out,
		    int depth)
{
	if (depth > WIRE_MAX_DEPTH)
		return fail(r, r->p, "Message is too deep, the parser exceeded the recursion limit of %d.",
			    WIRE_MAX_DEPTH);
	for (;;) {
		const ProtobufCFieldDescriptor *f;
		char name[128];
		struct sv w;

		skip_blank(r);
		if (r->p == r->end)
			return !close || fail(r, r->p, "Expected \"%c\".", close);
		if (close && take(r, close))
			return true;
		if (take(r, '[')) {
			if (!any_body(r, d, out, depth))
				return false;
			continue;
		}
		w = word(r);
		if (!w.n || w.n >= sizeof(name))
			return fail(r, r->p, "Expected identifier.");
		memcpy(name, w.p, w.n);
		name[w.n] = '\0';
		f = protobuf_c_message_descriptor_get_field_by_name(d, name);
		if (!f)
			return fail(r, w.p, "Message type \"%s\" has no field named \"%s\".", d->name, name);
		if (!take(r, ':') && f->type != PROTOBUF_C_TYPE_MESSAGE)
			return fail(r, r->p, "Expected \":\".");
		if (!value(r, f, out, depth))
			return false;
		if (!take(r, ','))
			take(r, ';');
	}
}

bool text_message(struct sv text, const struct proto_type *t, struct str *out, struct err *err)
{
	struct reader r = { text.p, text.p + text.n, text.p, err };

	return message(&r, (const ProtobufCMessageDescriptor *)t, 0, out, 0);
}

bool text_saved_model(struct sv text, struct str *out, struct err *err)
{
	return text_message(text, (const struct proto_type *)&tensorflow__saved_model__descriptor, out, err);
}
