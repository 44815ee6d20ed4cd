/* DecodeProtoV2: fields of messages as tensors, in two passes: how many there are, then what they hold. */
#include <stdlib.h>
#include <string.h>

#include "base/wireput.h"
#include "ops/protodesc.h"
#include "proto/wire.h"

struct decode {
	struct op_ctx *c;
	const struct proto_field **field;	/* by number */
	int n, *out;			/* whose output */
	bool storing;
	int64_t message;
	int32_t *count;			/* by field: found (or, storing, where the next goes) */
	int64_t *room;			/* by field: the largest count of all messages */
};

/* ---- bytes ---- */

struct in {
	const unsigned char *p, *end;
};

static bool varint(struct in *s, uint64_t *v)
{
	*v = 0;
	for (int i = 0; i < 10 && s->p < s->end; i++) {
		unsigned char b = *s->p++;

		*v |= i < 9 || b < 2 ? (uint64_t)(b & 127) << (7 * i) : 0;
		if (b < 128)
			return true;
	}
	return false;
}

static bool take(struct in *s, uint64_t n)
{
	if (n > (uint64_t)(s->end - s->p))
		return false;
	s->p += n;
	return true;
}

/* A value whose tag was read. */
static bool skip(struct in *s, uint32_t tag, int depth)
{
	uint64_t v;

	switch (tag & 7) {
	case 0:
		return varint(s, &v);
	case 1:
		return take(s, 8);
	case 2:
		return varint(s, &v) && take(s, (uint32_t)v);
	case 5:
		return take(s, 4);
	case 3:
		while (depth < WIRE_MAX_DEPTH && s->p < s->end) {
			if (!varint(s, &v) || !((uint32_t)v >> 3))
				return false;
			if ((v & 7) == 4)
				return (uint32_t)v >> 3 == tag >> 3;
			if (!skip(s, (uint32_t)v, depth + 1))
				return false;
		}
		return false;
	default:
		return false;
	}
}

static bool lost(struct decode *d, const char *text)
{
	return op_fail(d->c, ERR_DATA_LOSS, "%s", text);
}

/* ---- values ---- */

static void put_whole(struct tensor *t, int64_t at, int64_t v)
{
	switch (t->dtype) {
	case DT_BOOL:
		((uint8_t *)t->data)[at] = v != 0;
		break;
	case DT_INT32:
	case DT_UINT32:
		((uint32_t *)t->data)[at] = (uint32_t)(uint64_t)v;
		break;
	default:
		((int64_t *)t->data)[at] = v;
	}
}

static int64_t zigzag(uint64_t v)
{
	return (int64_t)(v >> 1) ^ -(int64_t)(v & 1);
}

/* A varint as the field's type has it. In packed lists int32 stays unsigned when it is widened. */
static int64_t number(enum proto_type t, uint64_t v, bool packed)
{
	switch (t) {
	case PT_INT32:
		return packed ? (int64_t)(uint32_t)v : (int64_t)(int32_t)(uint32_t)v;
	case PT_ENUM:
		return (int32_t)(uint32_t)v;
	case PT_UINT32:
		return (uint32_t)v;
	case PT_SINT32:
		return (int32_t)(uint32_t)(uint64_t)zigzag((uint32_t)v);
	case PT_SINT64:
		return zigzag(v);
	case PT_BOOL:
		return v != 0;
	default:
		return (int64_t)v;
	}
}

static uint64_t little(const unsigned char *p, int n)
{
	uint64_t v = 0;

	for (int i = n - 1; i >= 0; i--)
		v = v << 8 | p[i];
	return v;
}

static void put_bits(struct tensor *t, int64_t at, enum proto_type type, uint64_t v)
{
	float f;
	double d;

	if (type == PT_FLOAT || type == PT_DOUBLE) {
		memcpy(&f, &v, 4);
		memcpy(&d, &v, 8);
		d = type == PT_FLOAT ? (double)f : d;
		if (t->dtype == DT_FLOAT)
			memcpy((float *)t->data + at, &f, 4);
		else
			((double *)t->data)[at] = d;
		return;
	}
	put_whole(t, at, type == PT_SFIXED32 ? (int64_t)(int32_t)(uint32_t)v : (int64_t)v);
}

/* One number at s; false at bad bytes. t: NULL only steps over it. */
static bool one_number(struct in *s, enum proto_type type, bool packed, struct tensor *t, int64_t at)
{
	int bytes = proto_wire(type) == 1 ? 8 : 4;
	const unsigned char *p = s->p;
	uint64_t v;

	if (proto_wire(type) == 0) {
		if (!varint(s, &v))
			return false;
		if (t)
			put_whole(t, at, number(type, v, packed));
		return true;
	}
	if (!take(s, (uint64_t)bytes))
		return false;
	if (t)
		put_bits(t, at, type, little(p, bytes));
	return true;
}

/* ---- one field ---- */

static struct tensor *store(const struct decode *d, int k)
{
	return d->c->out[1 + d->out[k]];
}

/* Where message's field k begins. */
static int64_t base(const struct decode *d, int k)
{
	return d->message * d->room[k];
}

static bool packed(struct decode *d, int k, struct in *s, uint64_t len)
{
	const struct proto_field *f = d->field[k];
	struct in all = { s->p, s->p + len };
	int32_t n = 0;

	if (!d->storing && !len)
		return true;
	s->p += len;
	if (d->storing && d->count[k] >= d->room[k])
		return op_fail(d->c, ERR_DATA_LOSS,
			       "ReadPackedValues: Tried to write more entries than allowed.  Field tag: %u, Max "
			       "entries allowed: %lld",
			       f->number, (long long)d->room[k]);
	if (!d->storing && proto_wire(f->type) == 0 && all.end[-1] & 0x80)
		return lost(d, "Corrupt packed varint");
	if (!d->storing && proto_wire(f->type) && len % (proto_wire(f->type) == 1 ? 8 : 4))
		return op_fail(d->c, ERR_DATA_LOSS, "Illegal data length for packed fixed-size type: %llu",
			       (unsigned long long)len);
	for (; all.p < all.end; n++) {
		int64_t at = d->count[k] + (f->repeated ? n : 0);

		if (d->storing && at >= d->room[k])
			return lost(d, "more values than were counted");
		if (!one_number(&all, f->type, true, d->storing ? store(d, k) : NULL, base(d, k) + at))
			return lost(d, "Corrupt packed varint");
	}
	if (f->repeated || !d->storing)	/* of one that is not repeated TensorFlow forgets that it was there */
		d->count[k] += n;
	if (!f->repeated && d->count[k] > 1)
		d->count[k] = 1;
	return true;
}

static bool bytes_value(struct decode *d, int k, struct in *s, struct sv *v)
{
	const unsigned char *from = s->p;
	uint64_t n;

	if (d->field[k]->type == PT_GROUP) {
		if (!skip(s, d->field[k]->number << 3 | 3, 0))
			return false;
		*v = (struct sv){ (const char *)from, (size_t)(s->p - from) };
		return true;
	}
	if (!varint(s, &n) || !take(s, (uint32_t)n))
		return false;
	*v = (struct sv){ (const char *)s->p - (uint32_t)n, (uint32_t)n };
	return true;
}

static bool put_bytes(struct decode *d, int k, int64_t at, struct sv v)
{
	struct str s = STR_INIT;
	bool ok;

	if (d->field[k]->type != PT_GROUP)
		return tensor_str_set(store(d, k), at, v, d->c->err);
	put_varint(&s, d->field[k]->number << 3 | 3);	/* with its brackets */
	str_add(&s, v);
	ok = tensor_str_set(store(d, k), at, str_sv(&s), d->c->err);
	str_free(&s);
	return ok;
}

static bool single(struct decode *d, int k, struct in *s)
{
	const struct proto_field *f = d->field[k];
	bool text = proto_wire(f->type) == 2 || proto_wire(f->type) == 3;
	int64_t at = f->repeated ? d->count[k] : 0;
	struct sv v;

	if (d->storing && at >= d->room[k])
		return lost(d, "more values than were counted");
	if (text ? !bytes_value(d, k, s, &v) :
		   !one_number(s, f->type, false, d->storing ? store(d, k) : NULL, base(d, k) + at))
		return lost(d,
			    d->storing ? "Failed reading primitive" : "ReadValue: Failed skipping field when counting");
	if (d->storing && text && !put_bytes(d, k, base(d, k) + at, v))
		return false;
	if (d->count[k] < INT32_MAX && (d->storing || f->repeated || !d->count[k]))
		d->count[k] = (int32_t)at + 1;
	return true;
}

static bool value(struct decode *d, int k, uint32_t tag, struct in *s)
{
	int wire = (int)(tag & 7), want = proto_wire(d->field[k]->type);
	uint64_t len;

	if (wire == 2 && want != 2) {
		if (!varint(s, &len) || len > INT32_MAX)
			return lost(d, "CollectField: Failed reading packed size");
		if (len > (uint64_t)(s->end - s->p))
			return lost(d, "ReadPackedValues: Skipping packed field failed");
		if (want == 3)
			return lost(d, "TYPE_GROUP encountered as packed");
		return packed(d, k, s, len);
	}
	if (wire != want)
		return skip(s, tag, 0) || lost(d, "CollectField: Failed skipping malformed field");
	return single(d, k, s);
}

/* ---- one message ---- */

static int find(const struct decode *d, uint32_t number)
{
	for (int k = 0; k < d->n; k++)
		if (d->field[k]->number == number)
			return k;
	return -1;
}

static bool walk(struct decode *d, struct sv bytes)
{
	struct in s = { (const unsigned char *)bytes.p, (const unsigned char *)bytes.p + bytes.n };
	uint64_t tag;

	while (s.p < s.end) {
		int k;

		if (!varint(&s, &tag) || !(uint32_t)tag || (tag & 7) == 4)
			return lost(d, d->storing ? "AccumulateFields: Failed to consume entire buffer" :
				    "CountFields: Failed to consume entire buffer");
		k = find(d, (uint32_t)tag >> 3);
		if (k < 0 ? !skip(&s, (uint32_t)tag, 0) && !lost(d, "Failed skipping unrequested field") :
			    !value(d, k, (uint32_t)tag, &s))
			return false;
	}
	return true;
}

static bool preset(struct decode *d, int k, int64_t at)
{
	const struct proto_field *f = d->field[k];
	struct tensor *t = store(d, k);
	const char *text = arena_printf(d->c->scratch, "%.*s", SV_ARG(f->preset));

	if (t->dtype == DT_STRING)
		return tensor_str_set(t, at, f->type == PT_MESSAGE || f->type == PT_GROUP ? SV_NULL : f->preset,
				      d->c->err);
	if (t->dtype == DT_FLOAT)
		((float *)t->data)[at] = f->preset.n ? (float)strtod(text, NULL) : 0;
	else if (t->dtype == DT_DOUBLE)
		((double *)t->data)[at] =
			f->preset.n ? f->type == PT_FLOAT ? (double)strtof(text, NULL) : strtod(text, NULL) : 0;
	else if (f->type == PT_BOOL)
		put_whole(t, at, sv_is(f->preset, "true"));
	else if (f->type == PT_ENUM)
		put_whole(t, at, f->preset_enum);
	else if (t->dtype == DT_UINT32 || t->dtype == DT_UINT64)	/* TensorFlow keeps eight bits of these */
		put_whole(t, at, f->preset.n ? (uint8_t)strtoull(text, NULL, 10) : 0);
	else
		put_whole(t, at,
			  !f->preset.n	   ? 0
			  : text[0] == '-' ? strtoll(text, NULL, 10)
					   : (int64_t)strtoull(text, NULL, 10));
	return true;
}

/* ---- the op ---- */

static bool counts(struct decode *d)
{
	const struct tensor *in = d->c->in[0];
	struct tensor *sizes = d->c->out[0];

	for (int64_t m = 0; m < in->n; m++) {
		memset(d->count, 0, (size_t)d->n * sizeof(*d->count));
		if (!walk(d, tensor_str(in, m)))
			return false;
		for (int k = 0; k < d->n; k++) {
			((int32_t *)sizes->data)[m * d->n + d->out[k]] = d->count[k];
			d->room[k] = d->count[k] > d->room[k] ? d->count[k] : d->room[k];
		}
	}
	return true;
}

static bool stores(struct decode *d)
{
	const struct tensor *in = d->c->in[0];

	d->storing = true;
	for (d->message = 0; d->message < in->n; d->message++) {
		memset(d->count, 0, (size_t)d->n * sizeof(*d->count));
		if (!walk(d, tensor_str(in, d->message)))
			return false;
		for (int k = 0; k < d->n; k++)
			for (int64_t i = d->count[k]; i < d->room[k]; i++)
				if (!preset(d, k, base(d, k) + i))
					return false;
	}
	return true;
}

static bool fits(struct op_ctx *c, const struct proto_field *f, int n)
{
	const struct attr_value *types;
	struct sv full = SV(""), format = SV("binary");
	uint32_t k;

	node_attr_str(c->node, "message_type", &full);
	if (!node_attr_list(c->node, "output_types", &types, &k) || (int)k != n || c->n_out != n + 1)
		return op_invalid(c, "field_names and output_types attributes must have the same length");
	for (int i = 0; i < n; i++)
		if (!proto_fits(f[i].type, (enum dtype)types[i].i))
			return op_invalid(c, "Unexpected output type for %.*s.%.*s: %d to %d", SV_ARG(full),
					  SV_ARG(f[i].name), proto_cpp(f[i].type), (int)types[i].i);
	node_attr_str(c->node, "message_format", &format);
	if (sv_is(format, "text"))
		return op_fail(c, ERR_UNIMPLEMENTED, "messages as text are not read; message_format must be binary");
	return sv_is(format, "binary") || op_invalid(c, "format must be one of binary or text");
}

static bool begin(struct op_ctx *c, struct decode *d, const struct proto_field *f, int n)
{
	*d = (struct decode){ .c = c, .n = n };
	d->field = arena_array(c->scratch, (size_t)n + 1, sizeof(*d->field));
	d->out = arena_array(c->scratch, (size_t)n + 1, sizeof(*d->out));
	d->count = arena_array(c->scratch, (size_t)n + 1, sizeof(*d->count));
	d->room = arena_array(c->scratch, (size_t)n + 1, sizeof(*d->room));
	for (int i = 0; i < n; i++) {
		int k = i;

		for (; k > 0 && d->field[k - 1]->number > f[i].number; k--) {
			d->field[k] = d->field[k - 1];
			d->out[k] = d->out[k - 1];
		}
		d->field[k] = &f[i];
		d->out[k] = i;
		d->room[i] = 1;
	}
	return true;
}

static bool run_decode(struct op_ctx *c)
{
	const struct tensor *in = c->in[0];
	struct decode d;
	int n;
	const struct proto_field *f = proto_fields(c, &n);
	int64_t *dim = op_dims(c, in, 1);

	if (!f || !fits(c, f, n))
		return false;
	if (in->n < 1)
		return op_invalid(c, "Bufs argument must contain at least one value");
	dim[in->rank] = n;
	if (!begin(c, &d, f, n) || !op_out(c, 0, DT_INT32, in->rank + 1, dim) || !counts(&d))
		return false;
	for (int k = 0; k < n; k++) {
		dim[in->rank] = d.room[k];
		if (!op_out(c, 1 + d.out[k], c->node->out_type[1 + d.out[k]], in->rank + 1, dim))
			return false;
	}
	return stores(&d);
}

static const struct op_row rows[] = {
	{ .name = "DecodeProtoV2", .n_in = 1, .n_out = -1, .flags = OP_STATEFUL, .run = run_decode },
};

OP_FAMILY(family_proto_decode, rows);
