/* Attributes: decoding from AttrValue, lookup with the op definition's defaults, printing. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "model/decode.h"
#include "proto/wire.h"

bool entry_decode(struct sv bytes, struct sv *key, struct sv *value)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;

	*key = *value = SV("");
	while (wire_next(&w, &f)) {
		if (f.num == 1 && f.type == WIRE_LEN)
			*key = f.s;
		else if (f.num == 2 && f.type == WIRE_LEN)
			*value = f.s;
	}
	return !w.bad;
}

struct shape shape_decode_arena(struct arena *a, struct sv bytes)
{
	int64_t dim[SHAPE_MAX_RANK];
	struct shape s = { SHAPE_UNKNOWN_RANK, NULL };
	struct err e = { 0 };

	if (!shape_decode(bytes, &s, dim, SHAPE_MAX_RANK, &e)) {
		err_clear(&e);
		return (struct shape){ SHAPE_UNKNOWN_RANK, NULL };
	}
	if (s.rank >= 0) {
		int64_t *d = arena_array(a, (size_t)s.rank + 1, sizeof(*d));

		memcpy(d, dim, (size_t)s.rank * sizeof(*d));
		s.dim = d;
	}
	return s;
}

static bool damaged(struct err *err)
{
	return err_set(err, ERR_KIND_MODEL, ERR_DATA_LOSS, "a damaged attribute value");
}

/* NameAttrList: a function's name and the attributes it is to be called with. */
static bool func_decode(struct arena *a, struct sv bytes, struct attr_value *v, int depth,
			struct err *err)
{
	struct wire w = wire_of(bytes), again = w;
	struct wire_field f;
	struct attr_value *items;
	struct sv *names;
	uint32_t n = 0;

	v->kind = ATTR_FUNC;
	while (wire_next(&w, &f)) {
		if (f.num == 1 && f.type == WIRE_LEN)
			v->s = f.s;
		n += f.num == 2 && f.type == WIRE_LEN;
	}
	if (w.bad)
		return damaged(err);
	items = arena_array(a, n, sizeof(*items));
	names = arena_array(a, n, sizeof(*names));
	v->items = items;
	v->names = names;
	while (v->n < n && wire_next(&again, &f)) {
		struct sv value;

		if (f.num != 2 || f.type != WIRE_LEN)
			continue;
		if (!entry_decode(f.s, &names[v->n], &value) ||
		    !attr_decode(a, value, &items[v->n], depth + 1, err))
			return damaged(err);
		v->n++;
	}
	return true;
}

/* How many values a ListValue field holds (packed numbers count each). */
static uint32_t list_count(const struct wire_field *f)
{
	struct wire w = wire_of(f->s);
	uint64_t v;
	uint32_t n = 0;

	if (f->type != WIRE_LEN)
		return 1;
	switch (f->num) {
	case 3: case 5: case 6:
		while (w.p < w.end && wire_varint(&w, &v))
			n++;
		return n;
	case 4:
		return (uint32_t)(f->s.n / 4);
	default:
		return 1;
	}
}

static const enum attr_kind list_kinds[] = {
	[2] = ATTR_STRING, [3] = ATTR_INT, [4] = ATTR_FLOAT, [5] = ATTR_BOOL, [6] = ATTR_TYPE,
	[7] = ATTR_SHAPE, [8] = ATTR_TENSOR, [9] = ATTR_FUNC,
};

static bool list_items(struct arena *a, const struct wire_field *f, struct attr_value *items,
		       uint32_t *n, int depth, struct err *err)
{
	struct wire w = wire_of(f->s);
	struct attr_value *v = &items[*n];
	struct wire_field g = *f;

	if (f->type == WIRE_LEN && (f->num == 3 || f->num == 5 || f->num == 6)) {
		while (w.p < w.end && wire_varint(&w, &g.v)) {
			items[*n].kind = list_kinds[f->num];
			items[(*n)++].i = (int64_t)g.v;
		}
		return !w.bad;
	}
	if (f->type == WIRE_LEN && f->num == 4) {
		for (size_t i = 0; i + 4 <= f->s.n; i += 4) {
			items[*n].kind = ATTR_FLOAT;
			memcpy(&items[(*n)++].f, f->s.p + i, 4);
		}
		return f->s.n % 4 == 0;
	}
	v->kind = list_kinds[f->num];
	(*n)++;
	switch (v->kind) {
	case ATTR_FLOAT:
		v->f = wire_float(f);
		return f->type == WIRE_I32;
	case ATTR_INT: case ATTR_BOOL: case ATTR_TYPE:
		v->i = (int64_t)f->v;
		return f->type == WIRE_VARINT;
	case ATTR_SHAPE:
		v->shape = shape_decode_arena(a, f->s);
		return f->type == WIRE_LEN;
	case ATTR_FUNC:
		return f->type == WIRE_LEN && func_decode(a, f->s, v, depth + 1, err);
	default:
		v->s = f->s;
		return f->type == WIRE_LEN;
	}
}

static bool list_decode(struct arena *a, struct sv bytes, struct attr_value *v, int depth,
			struct err *err)
{
	struct wire w = wire_of(bytes), again = w;
	struct attr_value *items;
	struct wire_field f;
	uint32_t n = 0;

	if (v->kind != ATTR_LIST)
		v->n = 0;
	v->kind = ATTR_LIST;
	while (wire_next(&w, &f))
		if (f.num >= 2 && f.num <= 9)
			n += list_count(&f);
	if (w.bad)
		return damaged(err);
	items = arena_array(a, (size_t)v->n + n, sizeof(*items));
	if (v->n)	/* a list in two pieces is one list */
		memcpy(items, v->items, v->n * sizeof(*items));
	v->items = items;
	while (wire_next(&again, &f))
		if (f.num >= 2 && f.num <= 9 && !list_items(a, &f, items, &v->n, depth, err))
			return damaged(err);
	return true;
}

bool attr_decode(struct arena *a, struct sv bytes, struct attr_value *v, int depth, struct err *err)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;

	memset(v, 0, sizeof(*v));
	if (depth > WIRE_MAX_DEPTH)
		return err_set(err, ERR_KIND_MODEL, ERR_DATA_LOSS, "attributes nested deeper than %d", WIRE_MAX_DEPTH);
	while (wire_next(&w, &f)) {
		if (f.num == 1 && f.type == WIRE_LEN) {
			if (!list_decode(a, f.s, v, depth + 1, err))
				return false;
		} else if (f.num == 2 && f.type == WIRE_LEN) {
			v->kind = ATTR_STRING, v->s = f.s;
		} else if (f.num == 3 && f.type == WIRE_VARINT) {
			v->kind = ATTR_INT, v->i = (int64_t)f.v;
		} else if (f.num == 4 && f.type == WIRE_I32) {
			v->kind = ATTR_FLOAT, v->f = wire_float(&f);
		} else if (f.num == 5 && f.type == WIRE_VARINT) {
			v->kind = ATTR_BOOL, v->i = f.v != 0;
		} else if (f.num == 6 && f.type == WIRE_VARINT) {
			v->kind = ATTR_TYPE, v->i = (int64_t)f.v;
		} else if (f.num == 7 && f.type == WIRE_LEN) {
			v->kind = ATTR_SHAPE, v->shape = shape_decode_arena(a, f.s);
		} else if (f.num == 8 && f.type == WIRE_LEN) {
			v->kind = ATTR_TENSOR, v->s = f.s;
		} else if (f.num == 9 && f.type == WIRE_LEN) {
			v->kind = ATTR_PLACEHOLDER, v->s = f.s;
		} else if (f.num == 10 && f.type == WIRE_LEN && !func_decode(a, f.s, v, depth + 1, err)) {
			return false;
		}
	}
	return w.bad ? damaged(err) : true;
}
