/* EncodeProto: messages from tensors, a field each. */
#include <stdlib.h>
#include <string.h>

#include "base/wireput.h"
#include "ops/protodesc.h"

struct encode {
	const struct proto_field *field;
	int n, *order;			/* by number */
	int64_t messages;
};

static bool shapes_ok(struct op_ctx *c, struct encode *e)
{
	const struct tensor *first = e->n ? c->in[1] : NULL;

	for (int i = 0; i < e->n; i++) {
		const struct tensor *v = c->in[1 + i];
		const struct proto_field *f = &e->field[i];

		if (!proto_fits(f->type, v->dtype))
			return op_invalid(c, "Incompatible type for field %.*s.  Saw dtype: %s but field type is: %s",
					  SV_ARG(f->name), dtype_text(v->dtype), proto_name(f->type));
		if (v->rank < 2)
			return op_invalid(
				c, "Invalid shape for field %.*s.  Saw shape %s but it should be at least a matrix.",
				SV_ARG(f->name), op_in_shape(c, 1 + i));
		if (v->rank != first->rank || memcmp(v->dim, first->dim, (size_t)(v->rank - 1) * sizeof(*v->dim)))
			return op_invalid(c, "Values must match up to the last dimension");
	}
	return true;
}

static bool sizes_ok(struct op_ctx *c, struct encode *e)
{
	const struct tensor *s = c->in[0], *first = e->n ? c->in[1] : NULL;
	int rank = first ? first->rank : 1;
	int64_t *want = arena_array(c->scratch, (size_t)rank, sizeof(*want));

	e->messages = 1;
	for (int d = 0; d < rank - 1; d++)
		e->messages *= want[d] = first->dim[d];
	want[rank - 1] = e->n;
	if (s->rank != rank || memcmp(s->dim, want, (size_t)rank * sizeof(*want)))
		return op_invalid(c, "sizes should be batch_size + [len(field_names)].  Saw: %s but expected: %s",
				  op_in_shape(c, 0), op_shape(c, rank, want));
	for (int i = 0; i < e->n; i++)
		for (int64_t m = 0; m < e->messages; m++) {
			int32_t size = ((const int32_t *)s->data)[m * e->n + i];
			const struct tensor *v = c->in[1 + i];

			if (size > v->dim[v->rank - 1])
				return op_invalid(
					c,
					"Size to write must not be larger than value tensor; but saw: %d > %lld at message "
					"%lld field %d",
					size, (long long)v->dim[v->rank - 1], (long long)m, i);
			if (size < 0)
				return op_invalid(c, "a size is %d at message %lld field %d", size, (long long)m, i);
		}
	return true;
}

static void put_bits(struct str *s, uint64_t v, int bytes)
{
	put_fixed32(s, (uint32_t)v);
	if (bytes == 8)
		put_fixed32(s, (uint32_t)(v >> 32));
}

static uint64_t float_bits(const struct tensor *v, int64_t at, bool wide)
{
	double d = tensor_get_f64(v, at);
	float f = (float)d;
	uint64_t u = 0;

	memcpy(&u, wide ? (void *)&d : (void *)&f, wide ? 8 : 4);
	return u;
}

/* A number without its tag. */
static void put_number(struct str *s, enum proto_type t, const struct tensor *v, int64_t at)
{
	int64_t i = v->dtype == DT_FLOAT || v->dtype == DT_DOUBLE ? 0 : tensor_get_i64(v, at);
	int32_t low = (int32_t)(uint32_t)(uint64_t)i;

	switch (t) {
	case PT_DOUBLE:
	case PT_FLOAT:
		put_bits(s, float_bits(v, at, t == PT_DOUBLE), t == PT_DOUBLE ? 8 : 4);
		return;
	case PT_FIXED64:
	case PT_SFIXED64:
	case PT_FIXED32:
	case PT_SFIXED32:
		put_bits(s, (uint64_t)i, proto_wire(t) == 1 ? 8 : 4);
		return;
	case PT_INT32:
	case PT_ENUM:
		put_varint(s, (uint64_t)(int64_t)low);
		return;
	case PT_UINT32:
		put_varint(s, (uint32_t)low);
		return;
	case PT_SINT32:
		put_varint(s, ((uint32_t)low << 1) ^ (uint32_t)(low < 0 ? -1 : 0));
		return;
	case PT_SINT64:
		put_varint(s, ((uint64_t)i << 1) ^ (uint64_t)(i < 0 ? -1 : 0));
		return;
	default:
		put_varint(s, (uint64_t)i);
	}
}

static void put_field(struct str *s, const struct proto_field *f, const struct tensor *v, int64_t at, int32_t n)
{
	struct str all = STR_INIT;

	if (f->packed && proto_wire(f->type) != 2 && proto_wire(f->type) != 3) {
		for (int32_t i = 0; i < n; i++)
			put_number(&all, f->type, v, at + i);
		put_len(s, (int)f->number, str_sv(&all));
		str_free(&all);
		return;
	}
	for (int32_t i = 0; i < n; i++) {
		if (proto_wire(f->type) == 2) {
			put_len(s, (int)f->number, tensor_str(v, at + i));
			continue;
		}
		put_varint(s, (uint64_t)f->number << 3 | (uint64_t)proto_wire(f->type));
		if (f->type != PT_GROUP) {
			put_number(s, f->type, v, at + i);
			continue;
		}
		str_add(s, tensor_str(v, at + i));
		put_varint(s, (uint64_t)f->number << 3 | 4);
	}
}

/* Indices of fields by their numbers. */
static int *ordered(struct op_ctx *c, const struct proto_field *f, int n)
{
	int *order = arena_array(c->scratch, (size_t)n + 1, sizeof(*order));

	for (int i = 0; i < n; i++) {
		int k = i;

		for (; k > 0 && f[order[k - 1]].number > f[i].number; k--)
			order[k] = order[k - 1];
		order[k] = i;
	}
	return order;
}

static bool message(struct op_ctx *c, const struct encode *e, int64_t m, struct str *s)
{
	str_clear(s);
	for (int k = 0; k < e->n; k++) {
		int i = e->order[k];
		const struct tensor *v = c->in[1 + i];
		int32_t size = ((const int32_t *)c->in[0]->data)[m * e->n + i];

		if (size)
			put_field(s, &e->field[i], v, m * v->dim[v->rank - 1], size);
	}
	return tensor_str_set(c->out[0], m, str_sv(s), c->err);
}

static bool run_encode(struct op_ctx *c)
{
	struct encode e = { 0 };
	struct str s = STR_INIT;
	bool ok;

	e.field = proto_fields(c, &e.n);
	if (!e.field)
		return false;
	if (e.n != c->n_in - 1)
		return op_invalid(c, "Length of inputs list must match field_names");
	e.order = ordered(c, e.field, e.n);
	if (!shapes_ok(c, &e) || !sizes_ok(c, &e))
		return false;
	ok = op_out(c, 0, DT_STRING, c->in[0]->rank - 1, c->in[0]->dim) != NULL;
	for (int64_t m = 0; ok && m < e.messages; m++)
		ok = message(c, &e, m, &s);
	str_free(&s);
	return ok;
}

static const struct op_row rows[] = {
	{ .name = "EncodeProto", .n_in = -1, .n_out = 1, .flags = OP_STATEFUL, .run = run_encode },
};

OP_FAMILY(family_proto_encode, rows);
