/* Shapes of numbers and symbols: making, joining, comparing; what is known of an output, likewise. */
#include "infer/inside.h"

#include <string.h>

struct ishape ishape_unknown(void)
{
	return (struct ishape){ -1, NULL };
}

struct ishape ishape_new(struct infer *inf, int rank, const idim *dim)
{
	idim *d;

	if (rank < 0 || rank > SHAPE_MAX_RANK)
		return ishape_unknown();
	d = arena_array(inf->arena, (size_t)rank + 1, sizeof(*d));
	if (rank)
		memcpy(d, dim, (size_t)rank * sizeof(*d));
	return (struct ishape){ rank, d };
}

struct ishape ishape_from(struct infer *inf, struct shape s)
{
	idim d[SHAPE_MAX_RANK];

	for (int i = 0; i < s.rank && i < SHAPE_MAX_RANK; i++)
		d[i] = s.dim[i] >= 0 ? s.dim[i] : sym_new(&inf->syms);
	return ishape_new(inf, s.rank, d);
}

struct ishape ishape_rank(struct infer *inf, int rank)
{
	idim d[SHAPE_MAX_RANK];

	for (int i = 0; i < rank && i < SHAPE_MAX_RANK; i++)
		d[i] = sym_new(&inf->syms);
	return ishape_new(inf, rank, d);
}

struct ishape ishape_part(struct ishape s, int from, int to)
{
	from = from < 0 ? 0 : from > s.rank ? s.rank : from;
	to = to > s.rank ? s.rank : to;
	return s.rank < 0 ? s : (struct ishape){ to > from ? to - from : 0, s.dim + from };
}

struct ishape ishape_cat(struct infer *inf, struct ishape a, struct ishape b)
{
	idim d[2 * SHAPE_MAX_RANK];

	if (a.rank < 0 || b.rank < 0)
		return ishape_unknown();
	if (a.rank)
		memcpy(d, a.dim, (size_t)a.rank * sizeof(*d));
	if (b.rank)
		memcpy(d + a.rank, b.dim, (size_t)b.rank * sizeof(*d));
	return ishape_new(inf, a.rank + b.rank, d);
}

bool ishape_known(struct ishape s)
{
	for (int i = 0; i < s.rank; i++)
		if (!idim_known(s.dim[i]))
			return false;
	return s.rank >= 0;
}

bool ishape_same(struct ishape a, struct ishape b)
{
	return a.rank == b.rank &&
	       (a.rank <= 0 || memcmp(a.dim, b.dim, (size_t)a.rank * sizeof(*a.dim)) == 0);
}

idim ishape_count(struct infer *inf, struct ishape s)
{
	idim n = 1;

	if (s.rank < 0)
		return sym_new(&inf->syms);
	for (int i = 0; i < s.rank; i++)
		n = sym_mul(&inf->syms, n, s.dim[i]);
	return n;
}

struct ishape ishape_either(struct infer *inf, struct ishape a, struct ishape b)
{
	idim d[SHAPE_MAX_RANK];

	if (a.rank < 0 || a.rank != b.rank)
		return ishape_unknown();
	if (ishape_same(a, b))
		return a;
	for (int i = 0; i < a.rank; i++)
		d[i] = a.dim[i] == b.dim[i] ? a.dim[i] : sym_new(&inf->syms);
	return ishape_new(inf, a.rank, d);
}

/* Of two dims that are equal: the number, else the older symbol. */
static idim finer(idim a, idim b)
{
	return idim_known(a) ? a : idim_known(b) ? b : a < b ? a : b;
}

bool ishape_both(struct infer *inf, struct ishape a, struct ishape b, struct ishape *out, int *dim)
{
	idim d[SHAPE_MAX_RANK];

	*dim = -1;
	*out = a.rank < 0 ? b : a;
	if (a.rank < 0 || b.rank < 0 || ishape_same(a, b))
		return true;
	if (a.rank != b.rank)
		return false;
	for (int i = 0; i < a.rank; i++) {
		*dim = i;
		if (idim_known(a.dim[i]) && idim_known(b.dim[i]) && a.dim[i] != b.dim[i])
			return false;
		d[i] = finer(a.dim[i], b.dim[i]);
	}
	*out = ishape_new(inf, a.rank, d);
	return true;
}

const struct ihandle *ihandle_new(struct infer *inf, uint32_t n, const struct ihandle_item *item)
{
	struct ihandle *h = arena_alloc(inf->arena, sizeof(*h));
	struct ihandle_item *copy = arena_array(inf->arena, (size_t)n + 1, sizeof(*copy));

	if (n)
		memcpy(copy, item, n * sizeof(*copy));
	*h = (struct ihandle){ n, copy };
	return h;
}

static bool values_same(const struct ivalue *a, const struct ivalue *b)
{
	if (a == b)
		return true;
	if (!a || !b || a->n != b->n || !a->v != !b->v)
		return false;
	return !a->n || memcmp(a->v ? (const void *)a->v : a->f, b->v ? (const void *)b->v : b->f, a->n * 8) == 0;
}

static bool handles_same(const struct ihandle *a, const struct ihandle *b)
{
	if (a == b)
		return true;
	if (!a || !b || a->n != b->n)
		return false;
	for (uint32_t i = 0; i < a->n; i++)
		if (a->item[i].dtype != b->item[i].dtype || !ishape_same(a->item[i].shape, b->item[i].shape))
			return false;
	return true;
}

bool iout_same(const struct iout *a, const struct iout *b)
{
	return a->dtype == b->dtype && ishape_same(a->shape, b->shape) && values_same(a->value, b->value) &&
	       handles_same(a->handle, b->handle);
}

static const struct ivalue *value_either(struct infer *inf, const struct ivalue *a, const struct ivalue *b)
{
	struct ivalue *out;
	idim *v;

	if (!a || !b || a->n != b->n || !a->v || !b->v)
		return values_same(a, b) ? a : NULL;
	v = arena_array(inf->arena, (size_t)a->n + 1, sizeof(*v));
	for (uint32_t i = 0; i < a->n; i++)
		v[i] = a->v[i] == b->v[i] ? a->v[i] : sym_new(&inf->syms);
	out = arena_alloc(inf->arena, sizeof(*out));
	*out = (struct ivalue){ .n = a->n, .v = v };
	return out;
}

static const struct ihandle *handle_either(struct infer *inf, const struct ihandle *a, const struct ihandle *b)
{
	struct ihandle_item item[16];

	if (handles_same(a, b))
		return a;
	if (!a || !b || a->n != b->n || a->n > 16)
		return NULL;
	for (uint32_t i = 0; i < a->n; i++) {
		item[i].dtype = a->item[i].dtype == b->item[i].dtype ? a->item[i].dtype : DT_INVALID;
		item[i].shape = ishape_either(inf, a->item[i].shape, b->item[i].shape);
	}
	return ihandle_new(inf, a->n, item);
}

struct iout iout_either(struct infer *inf, const struct iout *a, const struct iout *b)
{
	struct iout o = { .dtype = a->dtype == b->dtype ? a->dtype : DT_INVALID };

	if (iout_same(a, b))
		return *a;
	o.shape = ishape_either(inf, a->shape, b->shape);
	if (ishape_known(o.shape))
		o.value = value_either(inf, a->value, b->value);
	o.handle = handle_either(inf, a->handle, b->handle);
	return o;
}

struct ishape ishape_widen(struct infer *inf, struct ishape have, struct ishape back, idim owner)
{
	idim d[SHAPE_MAX_RANK];

	if (have.rank < 0 || have.rank != back.rank)
		return ishape_unknown();
	for (int i = 0; i < have.rank; i++)
		d[i] = have.dim[i] == back.dim[i] || sym_is_wide(&inf->syms, have.dim[i], owner)
			? have.dim[i] : sym_wide(&inf->syms, owner);
	return have.rank && memcmp(d, have.dim, (size_t)have.rank * sizeof(*d)) ? ishape_new(inf, have.rank, d) : have;
}

struct iout iout_widen(struct infer *inf, const struct iout *have, const struct iout *back, idim owner)
{
	struct iout o = { .dtype = have->dtype, .shape = ishape_widen(inf, have->shape, back->shape, owner) };
	struct ihandle_item item[16];

	o.value = values_same(have->value, back->value) ? have->value : NULL;
	o.handle = have->handle;
	if (!back->handle || !have->handle || have->handle->n != back->handle->n || have->handle->n > 16) {
		o.handle = NULL;
		return o;
	}
	for (uint32_t i = 0; i < have->handle->n; i++)
		item[i] = (struct ihandle_item){ have->handle->item[i].dtype,
			ishape_widen(inf, have->handle->item[i].shape, back->handle->item[i].shape, owner) };
	if (!handles_same(have->handle, &(struct ihandle){ have->handle->n, item }))
		o.handle = ihandle_new(inf, have->handle->n, item);
	return o;
}

void ishape_str(const struct infer *inf, struct str *out, struct ishape s)
{
	if (s.rank < 0) {
		str_addz(out, "<unknown>");
		return;
	}
	str_addc(out, '[');
	for (int i = 0; i < s.rank; i++) {
		if (i)
			str_addc(out, ',');
		idim_str(inf, out, s.dim[i]);
	}
	str_addc(out, ']');
}

struct shape ishape_plain(struct ishape s, int64_t *dim)
{
	for (int i = 0; i < s.rank && i < SHAPE_MAX_RANK; i++)
		dim[i] = idim_known(s.dim[i]) ? s.dim[i] : -1;
	return (struct shape){ s.rank, dim };
}
