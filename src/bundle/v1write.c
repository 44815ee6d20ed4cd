/* The writer of V1 checkpoints; v1.c shows the format. */
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/vec.h"
#include "bundle/slices.h"
#include "bundle/tablewrite.h"
#include "bundle/write.h"

enum { TP_FLOAT = 5, TP_DOUBLE, TP_INT, TP_STRING, TP_SCOMPLEX, TP_INT64, TP_BOOL, TP_DCOMPLEX, TP_HALF };

struct meta {
	struct sv name;
	const struct tensor *first;
	struct str shape, slices;
};

struct data {
	struct sv key;
	struct str value;
};

struct v1_writer {
	struct arena *arena;
	VEC(struct meta) metas;
	VEC(struct data) datas;
	struct map by_name, by_key;
};

/* The typed field of a TensorProto that values of t stand in; 0: there is none. */
static int value_field(enum dtype t)
{
	switch (t) {
	case DT_FLOAT: return TP_FLOAT;
	case DT_DOUBLE: return TP_DOUBLE;
	case DT_INT32: case DT_INT16: case DT_INT8: case DT_UINT8: case DT_UINT16: case DT_QINT8: case DT_QUINT8:
	case DT_QINT16: case DT_QUINT16: case DT_QINT32:
		return TP_INT;
	case DT_STRING: return TP_STRING;
	case DT_COMPLEX64: return TP_SCOMPLEX;
	case DT_INT64: return TP_INT64;
	case DT_BOOL: return TP_BOOL;
	case DT_COMPLEX128: return TP_DCOMPLEX;
	case DT_HALF: return TP_HALF;
	default: return 0;
	}
}

static int64_t integer_at(const struct tensor *t, int64_t i)
{
	switch (t->dtype) {
	case DT_HALF: return ((const uint16_t *)t->data)[i];
	case DT_QINT8: return ((const int8_t *)t->data)[i];
	case DT_QUINT8: return ((const uint8_t *)t->data)[i];
	case DT_QINT16: return ((const int16_t *)t->data)[i];
	case DT_QUINT16: return ((const uint16_t *)t->data)[i];
	case DT_QINT32: return ((const int32_t *)t->data)[i];
	default: return tensor_get_i64(t, i);
	}
}

static void values_put(struct str *out, const struct tensor *t)
{
	int f = value_field(t->dtype);
	struct str packed = STR_INIT;

	if (f == TP_STRING) {
		for (int64_t i = 0; i < t->n; i++)
			put_len(out, f, tensor_str(t, i));
		return;
	}
	if (f == TP_FLOAT || f == TP_DOUBLE || f == TP_SCOMPLEX || f == TP_DCOMPLEX)
		str_add(&packed, (struct sv){ t->data, t->bytes });
	else
		for (int64_t i = 0; i < t->n; i++)
			put_varint(&packed, (uint64_t)integer_at(t, i));
	if (packed.n)
		put_len(out, f, str_sv(&packed));
	str_free(&packed);
}

/* ---- what is collected ---- */

static void shape_put(struct str *out, int rank, const int64_t *dim)
{
	struct str one = STR_INIT;

	for (int d = 0; d < rank; d++) {
		str_clear(&one);
		put_int(&one, 1, (uint64_t)dim[d]);
		put_len(out, 2, str_sv(&one));
	}
	str_free(&one);
}

/* The entry of that name; new, or of the same shape and type. */
static struct meta *meta_of(struct v1_writer *w, const struct v1_item *item, const struct slice_text *s,
			    struct err *err)
{
	struct meta m = { .name = item->name, .first = item->t }, *have;
	struct str a = STR_INIT, b = STR_INIT;
	uint64_t at;

	shape_put(&m.shape, s->rank, s->dim);
	if (!map_get(&w->by_name, item->name, &at)) {
		map_add(&w->by_name, item->name, w->metas.n);
		vec_push(&w->metas, m);
		return &vec_last(&w->metas);
	}
	have = &w->metas.p[at];
	if (!sv_eq(str_sv(&have->shape), str_sv(&m.shape))) {
		shape_str(&a, tensor_shape(have->first));
		shape_str(&b, (struct shape){ s->rank, s->dim });
		err_set(err, ERR_KIND_OP, ERR_INTERNAL, "Mismatching shapes: existing tensor = %s, trying to add name "
			"%.*s, shape = %s", str_z(&a), SV_ARG(item->name), str_z(&b));
		have = NULL;
	} else if (have->first->dtype != item->t->dtype) {
		err_set(err, ERR_KIND_OP, ERR_INTERNAL, "Mismatching types: existing type = %s, trying to add name "
			"%.*s, type = %s", dtype_text(have->first->dtype), SV_ARG(item->name),
			dtype_text(item->t->dtype));
		have = NULL;
	}
	str_free(&m.shape);
	str_free(&a);
	str_free(&b);
	return have;
}

static bool type_ok(enum dtype t, struct err *err)
{
	if (value_field(t))
		return true;
	if (t == DT_UINT32 || t == DT_UINT64)
		return err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT,
			       "Tensor slice serialization not implemented for dtype %d", t);
	return err_set(err, ERR_KIND_OP, ERR_UNIMPLEMENTED, "Saving data type %s not yet supported", dtype_text(t));
}

/* The slice that an item is: all of its tensor, or what its text says. */
static bool item_slice(const struct v1_item *item, struct slice_text *s, struct str *spec, struct err *err)
{
	struct str shown = STR_INIT;

	if (!item->slice.n) {
		s->rank = item->t->rank;
		if (s->rank) {
			memcpy(s->dim, item->t->dim, (size_t)s->rank * sizeof(*s->dim));
			memcpy(s->part, item->t->dim, (size_t)s->rank * sizeof(*s->dim));
		}
		for (int d = 0; d < s->rank; d++)
			str_addz(spec, d ? ":-" : "-");
		return true;
	}
	if (!slice_parse(item->slice, s, err))
		return false;
	str_add(spec, s->spec);
	if (shape_eq((struct shape){ s->rank, s->part }, tensor_shape(item->t)))
		return true;
	shape_str(&shown, tensor_shape(item->t));
	err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT, "Slice in shape_and_slice specification does not match the "
		"shape of the tensor to  save: %.*s, tensor: %s", SV_ARG(item->slice), str_z(&shown));
	str_free(&shown);
	return false;
}

static bool item_add(struct v1_writer *w, const struct v1_item *item, struct err *err)
{
	struct slice_text s = { .rank = 0 };
	struct str spec = STR_INIT, proto = STR_INIT, saved = STR_INIT, values = STR_INIT;
	struct data d = { .key = SV("") };
	struct meta *m;
	bool ok = item_slice(item, &s, &spec, err) && type_ok(item->t->dtype, err);

	m = ok ? meta_of(w, item, &s, err) : NULL;
	if (m) {
		slice_proto(&proto, str_sv(&spec), s.rank);
		put_len(&m->slices, 4, str_sv(&proto));
		d.key = slice_key(w->arena, item->name, str_sv(&spec), s.rank);
		put_len(&saved, 1, item->name);
		put_len(&saved, 2, str_sv(&proto));
		values_put(&values, item->t);
		put_len(&saved, 3, str_sv(&values));
		put_len(&d.value, 2, str_sv(&saved));
		if (map_add(&w->by_key, d.key, 0))
			vec_push(&w->datas, d);
		else
			str_free(&d.value);
	}
	str_free(&spec);
	str_free(&proto);
	str_free(&saved);
	str_free(&values);
	return m != NULL;
}

/* ---- the file ---- */

static void meta_put(struct str *out, struct v1_writer *w)
{
	struct str list = STR_INIT, one = STR_INIT;

	for (size_t i = 0; i < w->metas.n; i++) {
		const struct meta *m = &w->metas.p[i];

		str_clear(&one);
		put_len(&one, 1, m->name);
		put_len(&one, 2, str_sv(&m->shape));
		put_int(&one, 3, m->first->dtype);
		str_add(&one, str_sv(&m->slices));
		put_len(&list, 1, str_sv(&one));
	}
	put_len(&list, 2, SV("\x08\x01"));	/* version 1 */
	put_len(out, 1, str_sv(&list));
	str_free(&list);
	str_free(&one);
}

static int by_key(const void *a, const void *b)
{
	return sv_cmp(((const struct data *)a)->key, ((const struct data *)b)->key);
}

static void writer_free(struct v1_writer *w)
{
	for (size_t i = 0; i < w->metas.n; i++) {
		str_free(&w->metas.p[i].shape);
		str_free(&w->metas.p[i].slices);
	}
	for (size_t i = 0; i < w->datas.n; i++)
		str_free(&w->datas.p[i].value);
	vec_free(&w->metas);
	vec_free(&w->datas);
	map_free(&w->by_name);
	map_free(&w->by_key);
	arena_free(w->arena);
}

bool v1_write(const char *path, const struct v1_item *item, int n, struct err *err)
{
	struct v1_writer w = { .arena = arena_new() };
	struct table_writer t = TABLE_WRITER_INIT;
	struct str meta = STR_INIT;
	bool ok = true;

	for (int i = 0; ok && i < n; i++)
		ok = item_add(&w, &item[i], err);
	if (ok) {
		meta_put(&meta, &w);
		if (w.datas.n)
			qsort(w.datas.p, w.datas.n, sizeof(*w.datas.p), by_key);
		table_add(&t, SV(""), str_sv(&meta));
		for (size_t i = 0; i < w.datas.n; i++)
			table_add(&t, w.datas.p[i].key, str_sv(&w.datas.p[i].value));
		table_finish(&t);
		ok = table_save(&t, path, err);
	}
	str_free(&meta);
	table_writer_free(&t);
	writer_free(&w);
	return ok;
}
