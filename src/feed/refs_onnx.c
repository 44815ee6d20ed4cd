/*
 * ONNX's TensorProto, the message that test_data_set_N/input_0.pb and the .tensorproto files of a
 * node dump are. Field numbers are onnx.proto's: dims 1, data_type 2, float_data 4, int32_data 5,
 * string_data 6, int64_data 7, name 8, raw_data 9, double_data 10, uint64_data 11,
 * external_data 13. Numbers come packed or one by one.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "feed/refs_inside.h"
#include "proto/wire.h"

enum {
	F_DIMS = 1,
	F_TYPE = 2,
	F_FLOATS = 4,
	F_INT32S = 5,
	F_STRINGS = 6,
	F_INT64S = 7,
	F_NAME = 8,
	F_RAW = 9,
	F_DOUBLES = 10,
	F_UINT64S = 11,
	F_EXTERNAL = 13,
};

/* By onnx.proto's DataType: our type, and the field that holds its values when they are not raw. */
static const struct {
	enum dtype t;
	int field;
} types[] = {
	{DT_INVALID, 0},	  {DT_FLOAT, F_FLOATS},
	{DT_UINT8, F_INT32S},	  {DT_INT8, F_INT32S},
	{DT_UINT16, F_INT32S},	  {DT_INT16, F_INT32S},
	{DT_INT32, F_INT32S},	  {DT_INT64, F_INT64S},
	{DT_STRING, F_STRINGS},	  {DT_BOOL, F_INT32S},
	{DT_HALF, F_INT32S},	  {DT_DOUBLE, F_DOUBLES},
	{DT_UINT32, F_UINT64S},	  {DT_UINT64, F_UINT64S},
	{DT_COMPLEX64, F_FLOATS}, {DT_COMPLEX128, F_DOUBLES},
	{DT_BFLOAT16, F_INT32S},
};

struct proto {
	VEC(int64_t) dim;
	uint64_t type;
	struct sv raw, name;
	bool has_raw, outside;
	struct sv bytes;
};

static bool damaged(struct err *err, const char *what)
{
	return err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "not an ONNX TensorProto: %s", what);
}

/* Values of a field that is packed or not: each goes to put as 64 bits. */
static bool each_number(struct sv bytes, uint32_t num, int type, bool (*put)(void *ctx, uint64_t v),
			void *ctx)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;

	while (wire_next(&w, &f)) {
		struct wire in;
		uint64_t v = 0;

		if (f.num != num)
			continue;
		if (f.type == type) {
			if (!put(ctx, f.v))
				return false;
			continue;
		}
		if (f.type != WIRE_LEN)
			return false;
		in = wire_of(f.s);
		while (in.p < in.end) {
			size_t size = type == WIRE_I32 ? 4 : 8;

			if (type == WIRE_VARINT) {
				if (!wire_varint(&in, &v))
					return false;
			} else {
				if ((size_t)(in.end - in.p) < size)
					return false;
				memcpy(&v, in.p, size); /* little-endian, as we are */
				in.p += size;
			}
			if (!put(ctx, v))
				return false;
		}
	}
	return !w.bad;
}

static bool put_dim(void *ctx, uint64_t v)
{
	struct proto *p = ctx;

	if (v > INT64_MAX || p->dim.n >= SHAPE_MAX_RANK)
		return false;
	vec_push(&p->dim, (int64_t)v);
	return true;
}

static bool scan(struct sv bytes, struct proto *p, struct err *err)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;

	p->bytes = bytes;
	while (wire_next(&w, &f)) {
		if (f.num == F_TYPE && f.type == WIRE_VARINT)
			p->type = f.v;
		else if (f.num == F_NAME && f.type == WIRE_LEN)
			p->name = f.s;
		else if (f.num == F_EXTERNAL)
			p->outside = true;
		else if (f.num == F_RAW && f.type == WIRE_LEN) {
			p->raw = f.s;
			p->has_raw = true;
		}
	}
	if (w.bad)
		return damaged(err, "its bytes make no sense");
	if (!p->type || p->type >= sizeof(types) / sizeof(*types))
		return damaged(err, p->type ? "its data type has no counterpart"
					    : "it has no data type");
	return true;
}

bool onnx_name(struct sv bytes, struct sv *name, struct err *err)
{
	struct proto p = {0};
	bool ok = scan(bytes, &p, err);

	*name = p.name;
	return ok;
}

/* ---- values ---- */

struct fill {
	struct tensor *t;
	int64_t at, n; /* numbers: two for a complex one */
	size_t size;
};

static bool put_value(void *ctx, uint64_t v)
{
	struct fill *f = ctx;

	if (f->at >= f->n)
		return false;
	memcpy((char *)f->t->data + (size_t)f->at * f->size, &v, f->size);
	f->at++;
	return true;
}

static bool put_strings(struct sv bytes, struct fill *f)
{
	struct wire w = wire_of(bytes);
	struct wire_field g;

	while (wire_next(&w, &g)) {
		if (g.num != F_STRINGS)
			continue;
		if (g.type != WIRE_LEN || f->at >= f->n || !tensor_str_set(f->t, f->at, g.s, NULL))
			return false;
		f->at++;
	}
	return !w.bad;
}

static bool put_fields(const struct proto *p, struct tensor *t, struct err *err)
{
	bool pair = dtype_info(t->dtype)->kind == DK_COMPLEX;
	struct fill f = {.t = t,
			 .n = t->n * (pair ? 2 : 1),
			 .size = dtype_info(t->dtype)->size / (pair ? 2 : 1)};
	int field = types[p->type].field;
	int wire = field == F_FLOATS ? WIRE_I32 : field == F_DOUBLES ? WIRE_I64 : WIRE_VARINT;
	bool ok = field == F_STRINGS ? put_strings(p->bytes, &f)
				     : each_number(p->bytes, (uint32_t)field, wire, put_value, &f);

	if (!ok || f.at != f.n)
		return err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS,
			       "an ONNX TensorProto with %lld%s values for a shape of %lld",
			       (long long)f.at, ok ? "" : " or other", (long long)f.n);
	return true;
}

static bool put_raw(const struct proto *p, struct tensor *t, struct err *err)
{
	if (p->raw.n != t->bytes)
		return err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS,
			       "an ONNX TensorProto with %zu bytes of data for a shape of %zu",
			       p->raw.n, t->bytes);
	if (t->bytes)
		memcpy(t->data, p->raw.p, t->bytes);
	for (int64_t i = 0; t->dtype == DT_BOOL && i < t->n; i++)
		((uint8_t *)t->data)[i] = ((uint8_t *)t->data)[i] != 0;
	return true;
}

/* No shape is larger than its bytes can fill: nothing is allocated for what is not there. */
static bool is_plausible(const struct proto *p)
{
	int64_t n = 1;

	for (size_t i = 0; i < p->dim.n; i++)
		if (__builtin_mul_overflow(n, p->dim.p[i], &n))
			return false;
	return n >= 0 && (uint64_t)n <= p->bytes.n;
}

struct tensor *onnx_tensor(struct sv bytes, struct err *err)
{
	struct proto p = {0};
	struct tensor *t = NULL;
	bool ok = scan(bytes, &p, err);

	if (ok && !each_number(bytes, F_DIMS, WIRE_VARINT, put_dim, &p))
		ok = damaged(err, "its dimensions make no sense");
	if (ok && p.outside)
		ok = err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
			     "its data is in another file: save it inside the TensorProto");
	if (ok && !is_plausible(&p))
		ok = damaged(err, "its shape is larger than its data");
	if (ok)
		t = tensor_zeros(types[p.type].t, (int)p.dim.n, p.dim.p, err);
	if (t &&
	    !(p.has_raw && t->dtype != DT_STRING ? put_raw(&p, t, err) : put_fields(&p, t, err))) {
		tensor_unref(t);
		t = NULL;
	}
	vec_free(&p.dim);
	return t;
}
