/*
 * TensorProto bytes to tensors. Values stand either in tensor_content (raw, row-major) or in a typed
 * repeated field, whose last value is repeated to the end as TensorFlow does. Field numbers:
 * tensorflow/core/framework/tensor.proto.
 */
#include <inttypes.h>
#include <string.h>

#include "model/decode.h"
#include "model/model.h"
#include "proto/wire.h"

enum {
	TP_DTYPE = 1, TP_SHAPE = 2, TP_CONTENT = 4, TP_HALF = 13, TP_FLOAT = 5, TP_DOUBLE = 6, TP_INT = 7,
	TP_STRING = 8, TP_SCOMPLEX = 9, TP_INT64 = 10, TP_BOOL = 11, TP_DCOMPLEX = 12, TP_UINT32 = 16,
	TP_UINT64 = 17, TP_FLOAT8 = 18,
};

bool shape_decode(struct sv bytes, struct shape *out, int64_t *dim, int max, struct err *err)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;
	int rank = 0;
	bool unknown = false;

	while (wire_next(&w, &f)) {
		if (f.num == 2 && f.type == WIRE_LEN) {
			struct wire d = wire_of(f.s);
			struct wire_field g;
			int64_t size = 0;

			while (wire_next(&d, &g))
				if (g.num == 1 && g.type == WIRE_VARINT)
					size = (int64_t)g.v;
			if (d.bad || rank >= max)
				return err_set(err, ERR_KIND_MODEL, ERR_DATA_LOSS,
					       "a shape that is damaged or has over %d dims", max);
			dim[rank++] = size < -1 ? -2 : size;
		} else if (f.num == 3 && f.type == WIRE_VARINT) {
			unknown = f.v != 0;
		}
	}
	if (w.bad)
		return err_set(err, ERR_KIND_MODEL, ERR_DATA_LOSS, "a damaged shape");
	out->rank = unknown ? SHAPE_UNKNOWN_RANK : rank;
	out->dim = dim;
	return true;
}

/* Which typed field holds values of this type, and how many numbers make an element. */
static uint32_t field_of(enum dtype t, int *per)
{
	*per = 1;
	switch (t) {
	case DT_FLOAT: return TP_FLOAT;
	case DT_DOUBLE: return TP_DOUBLE;
	case DT_INT32: case DT_INT16: case DT_INT8: case DT_UINT8: case DT_UINT16: case DT_QINT8:
	case DT_QUINT8: case DT_QINT16: case DT_QUINT16: case DT_QINT32: case DT_INT4: case DT_UINT4:
		return TP_INT;
	case DT_STRING: return TP_STRING;
	case DT_COMPLEX64: *per = 2; return TP_SCOMPLEX;
	case DT_COMPLEX128: *per = 2; return TP_DCOMPLEX;
	case DT_INT64: return TP_INT64;
	case DT_BOOL: return TP_BOOL;
	case DT_HALF: case DT_BFLOAT16: return TP_HALF;
	case DT_UINT32: return TP_UINT32;
	case DT_UINT64: return TP_UINT64;
	default: return 0;
	}
}

/* Stores number k (of n * per) from a varint or fixed value. */
static void store(struct tensor *t, int64_t k, const struct wire_field *f)
{
	switch (t->dtype) {
	case DT_FLOAT: case DT_COMPLEX64: {
		float x = wire_float(f);
		memcpy((float *)t->data + k, &x, 4);
		break;
	}
	case DT_DOUBLE: case DT_COMPLEX128:
		memcpy((double *)t->data + k, &f->v, 8);
		break;
	case DT_INT64: case DT_UINT64:
		((uint64_t *)t->data)[k] = f->v;
		break;
	case DT_INT32: case DT_UINT32: case DT_QINT32:
		((uint32_t *)t->data)[k] = (uint32_t)f->v;
		break;
	case DT_INT16: case DT_UINT16: case DT_QINT16: case DT_QUINT16: case DT_HALF: case DT_BFLOAT16:
		((uint16_t *)t->data)[k] = (uint16_t)f->v;
		break;
	case DT_BOOL:
		((uint8_t *)t->data)[k] = f->v != 0;
		break;
	default:
		((uint8_t *)t->data)[k] = (uint8_t)f->v;
	}
}

static int packed_type(enum dtype t)
{
	return t == DT_FLOAT || t == DT_COMPLEX64 ? WIRE_I32 :
	       t == DT_DOUBLE || t == DT_COMPLEX128 ? WIRE_I64 : WIRE_VARINT;
}

/* One number of a packed run. */
static bool packed_next(struct wire *w, int type, struct wire_field *f)
{
	size_t n = type == WIRE_I32 ? 4 : 8;

	if (w->p == w->end)
		return false;
	if (type == WIRE_VARINT)
		return wire_varint(w, &f->v);
	if ((size_t)(w->end - w->p) < n) {
		w->bad = true;
		return false;
	}
	f->v = 0;
	memcpy(&f->v, w->p, n);
	w->p += n;
	return true;
}

/* Copies element `from` of per numbers over all later elements. */
static void repeat_last(struct tensor *t, int64_t have)
{
	size_t size = dtype_info(t->dtype)->size;

	for (int64_t i = have; i < t->n; i++)
		memcpy((char *)t->data + (size_t)i * size, (char *)t->data + (size_t)(have - 1) * size, size);
}

static bool fill_numbers(struct tensor *t, struct sv bytes, uint32_t field, int per, struct err *err)
{
	int type = packed_type(t->dtype);
	int64_t k = 0, max = t->n * per;
	struct wire w = wire_of(bytes);
	struct wire_field f;

	while (wire_next(&w, &f)) {
		if (f.num != field)
			continue;
		if (f.type == WIRE_LEN) {
			struct wire run = wire_of(f.s);
			struct wire_field g = { 0 };

			while (k < max && packed_next(&run, type, &g))
				store(t, k++, &g);
			w.bad |= run.bad;
		} else if (f.type == type && k < max) {
			store(t, k++, &f);
		}
	}
	if (w.bad)
		return err_set(err, ERR_KIND_MODEL, ERR_DATA_LOSS, "damaged tensor values");
	k /= per;
	if (k == 0)
		memset(t->data, 0, t->bytes);
	else
		repeat_last(t, k);
	return true;
}

static bool fill_strings(struct tensor *t, struct sv bytes, struct err *err)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;
	struct sv last = SV_NULL;
	int64_t k = 0;

	while (k < t->n && wire_next(&w, &f))
		if (f.num == TP_STRING && f.type == WIRE_LEN && !tensor_str_set(t, k++, last = f.s, err))
			return false;
	for (; k < t->n && last.n; k++)
		if (!tensor_str_set(t, k, last, err))
			return false;
	return true;
}

/* Lengths as varints, then all the bytes. */
static bool fill_content_strings(struct tensor *t, struct sv content, struct err *err)
{
	struct wire len = wire_of(content), w = len;
	uint64_t n;

	for (int64_t i = 0; i < t->n; i++)
		if (!wire_varint(&w, &n))
			return err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT, "tensor_content has too few strings");
	for (int64_t i = 0; i < t->n; i++) {
		if (!wire_varint(&len, &n) || n > (uint64_t)(w.end - w.p))
			return err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT, "tensor_content has too few bytes");
		if (!tensor_str_set(t, i, (struct sv){ (const char *)w.p, n }, err))
			return false;
		w.p += n;
	}
	return w.p == w.end || err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT, "tensor_content has too many bytes");
}

/* content: its tensor_content, empty when there is none. */
static bool head_read(struct sv bytes, int *dtype, struct shape *shape, int64_t *dim, struct sv *content,
		      struct err *err)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;

	*dtype = 0;
	*shape = (struct shape){ 0, dim };
	*content = SV_NULL;
	while (wire_next(&w, &f)) {
		if (f.num == TP_DTYPE && f.type == WIRE_VARINT)
			*dtype = (int)f.v;
		else if (f.num == TP_SHAPE && f.type == WIRE_LEN && !shape_decode(f.s, shape, dim, SHAPE_MAX_RANK, err))
			return false;
		else if (f.num == TP_CONTENT && f.type == WIRE_LEN)
			*content = f.s;
	}
	return !w.bad || err_set(err, ERR_KIND_MODEL, ERR_DATA_LOSS, "a damaged TensorProto");
}

bool tensorproto_type(struct sv bytes, enum dtype *type, struct shape *shape, int64_t *dim, struct err *err)
{
	struct sv content;
	int dtype;

	if (!head_read(bytes, &dtype, shape, dim, &content, err))
		return false;
	*type = dtype > 0 && dtype < DT_COUNT ? (enum dtype)dtype : DT_INVALID;
	return true;
}

struct tensor *tensorproto_decode(struct sv bytes, struct err *err)
{
	int64_t dim[SHAPE_MAX_RANK];
	struct shape shape;
	struct sv content;
	struct tensor *t;
	int dtype, per;
	uint32_t field;
	bool ok;

	if (!head_read(bytes, &dtype, &shape, dim, &content, err))
		return NULL;
	field = dtype > 0 && dtype < DT_COUNT ? field_of((enum dtype)dtype, &per) : 0;
	if (shape.rank < 0 || (!field && !content.n && dtype != DT_FLOAT8_E5M2)) {
		err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT, "a tensor value of dtype %s and %s shape",
			dtype_enum_name(dtype) ? dtype_enum_name(dtype) : "unknown",
			shape.rank < 0 ? "unknown" : "known");
		return NULL;
	}
	/* A value may be far larger than its bytes (one number repeated): big_alloc may say no, and a
	 * shape product over what the tool could ever hold does, too. */
	t = tensor_new((enum dtype)dtype, shape.rank, dim, err);
	if (!t)
		return NULL;
	if (dtype == DT_STRING) {
		ok = content.n ? fill_content_strings(t, content, err) : fill_strings(t, bytes, err);
	} else if (content.n) {
		ok = content.n == t->bytes;
		if (ok)
			memcpy(t->data, content.p, content.n);
		else
			err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT,
				"tensor_content has %zu bytes, the shape needs %zu", content.n, t->bytes);
	} else {
		ok = fill_numbers(t, bytes, field, per, err);
	}
	if (ok)
		return t;
	tensor_unref(t);
	return NULL;
}

bool tensorproto_head(struct sv bytes, enum dtype *type, struct shape *shape, int64_t *dim)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;
	struct err none = { 0 };
	bool ok = true;

	*type = DT_INVALID;
	*shape = (struct shape){ 0, dim };
	while (ok && wire_next(&w, &f)) {
		if (f.num == TP_DTYPE && f.type == WIRE_VARINT && f.v < DT_COUNT)
			*type = (enum dtype)f.v;
		else if (f.num == TP_SHAPE && f.type == WIRE_LEN)
			ok = shape_decode(f.s, shape, dim, SHAPE_MAX_RANK, &none);
	}
	err_clear(&none);
	return ok && !w.bad;
}
