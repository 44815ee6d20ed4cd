/*
 * Unique and its kin, ListDiff: a hash table of the items seen so far. An item is a slice along one axis,
 * seen as [outer][axis][inner]; items are equal as TensorFlow's keys are: -0 is 0, a NaN equals nothing.
 */
#include <string.h>

#include "ops/array.h"

struct items {
	const struct tensor *x;
	int64_t n, outer, inner;	/* items; elements an item: outer * inner */
};

struct set {
	const struct items *of;		/* what the slots number */
	int64_t *slot;			/* item's number + 1, or 0 */
	uint64_t mask;
};

static const void *item_el(const struct items *s, int64_t i, int64_t o)
{
	return el_at(s->x->dtype, s->x->data, (o * s->n + i) * s->inner);
}

static uint64_t mix(uint64_t h, uint64_t v)
{
	h = (h ^ v) * 0x9E3779B97F4A7C15u;
	return h ^ h >> 29;
}

/* The bits of an element as a key: -0 becomes 0. */
static uint64_t key(enum dtype t, const void *p)
{
	uint64_t v = 0;

	memcpy(&v, p, dtype_info(t)->size);
	switch (t) {
	case DT_FLOAT: return v == 0x80000000u ? 0 : v;
	case DT_DOUBLE: return v == UINT64_C(1) << 63 ? 0 : v;
	default: return v;	/* half and bfloat16 too: TensorFlow hashes their bits, and so parts 0 and -0 */
	}
}

static bool is_nan(enum dtype t, uint64_t v)
{
	switch (t) {
	case DT_FLOAT: return (v & 0x7fffffffu) > 0x7f800000u;
	case DT_DOUBLE: return (v << 1) > UINT64_C(0x7ff) << 53;
	case DT_HALF: return (v & 0x7fff) > 0x7c00;
	case DT_BFLOAT16: return (v & 0x7fff) > 0x7f80;
	default: return false;
	}
}

static uint64_t hash_string(const struct tstr *s)
{
	uint64_t h = 14695981039346656037u;

	for (size_t i = 0; i < s->n; i++)
		h = (h ^ (unsigned char)s->p[i]) * 1099511628211u;
	return h;
}

static uint64_t hash(const struct items *s, int64_t i)
{
	size_t size = dtype_info(s->x->dtype)->size;
	uint64_t h = 1;

	for (int64_t o = 0; o < s->outer; o++) {
		const char *p = item_el(s, i, o);

		for (int64_t k = 0; k < s->inner; k++, p += size)
			h = mix(h, s->x->dtype == DT_STRING ? hash_string((const struct tstr *)p) :
					key(s->x->dtype, p));
	}
	return h;
}

static bool el_same(enum dtype t, const void *a, const void *b)
{
	const struct tstr *s = a, *q = b;
	uint64_t v, w;

	if (t == DT_STRING)
		return s->n == q->n && (s->n == 0 || !memcmp(s->p, q->p, s->n));
	v = key(t, a);
	w = key(t, b);
	return v == w && !is_nan(t, v);
}

static bool same(const struct items *a, int64_t i, const struct items *b, int64_t j)
{
	size_t size = dtype_info(a->x->dtype)->size;

	for (int64_t o = 0; o < a->outer; o++) {
		const char *p = item_el(a, i, o), *q = item_el(b, j, o);

		for (int64_t k = 0; k < a->inner; k++)
			if (!el_same(a->x->dtype, p + (size_t)k * size, q + (size_t)k * size))
				return false;
	}
	return true;
}

static bool set_new(struct op_ctx *c, struct set *s, const struct items *of)
{
	uint64_t room = 16;

	while (room < (uint64_t)of->n * 2)
		room *= 2;
	s->of = of;
	s->mask = room - 1;
	s->slot = op_temp(c, room * sizeof(*s->slot));
	if (s->slot)
		memset(s->slot, 0, room * sizeof(*s->slot));
	return s->slot != NULL;
}

/* The slot of item i of q: one that holds an equal item, or a free one. */
static int64_t *set_find(const struct set *s, const struct items *q, int64_t i)
{
	for (uint64_t h = hash(q, i);; h++) {
		int64_t *slot = &s->slot[h & s->mask];

		if (!*slot || same(s->of, *slot - 1, q, i))
			return slot;
	}
}

/* ---- Unique ---- */

static bool unique_axis(struct op_ctx *c, int *axis)
{
	const struct tensor *x = c->in[0], *a = c->n_in > 1 ? c->in[1] : NULL;
	int64_t v;

	*axis = 0;
	if (a && a->rank != 1)
		return op_invalid(c, "axis expects a 1D vector.");
	if (a && a->n > 1)
		return op_invalid(c, "axis does not support input tensors larger than 1 elements");
	if (!a || a->n == 0)
		return x->rank == 1 || op_invalid(c, "unique expects a 1D vector.");
	v = tensor_get_i64(a, 0);
	if (!axis_norm(&v, x->rank))
		return op_invalid(c, "axis has to be between [0, %d)", x->rank);
	*axis = (int)v;
	return true;
}

static void put(struct tensor *t, int64_t i, int64_t v)
{
	if (t->dtype == DT_INT64)
		((int64_t *)t->data)[i] = v;
	else
		((int32_t *)t->data)[i] = (int32_t)v;
}

/* The kept items along the axis, first seen first. */
static bool put_items(struct op_ctx *c, const struct items *s, int axis, const int64_t *kept, int64_t n)
{
	int64_t *dim = op_dims(c, s->x, 0);
	struct tensor *out;

	dim[axis] = n;
	out = op_out(c, 0, s->x->dtype, s->x->rank, dim);
	for (int64_t o = 0; out && o < s->outer; o++)
		for (int64_t k = 0; k < n; k++)
			if (!el_copy(s->x->dtype, el_at(s->x->dtype, out->data, (o * n + k) * s->inner),
				     item_el(s, kept[k], o), s->inner, c->err))
				return false;
	return out != NULL;
}

static bool run_unique(struct op_ctx *c)
{
	struct items s = { .x = c->in[0] };
	struct set set;
	struct tensor *idx, *counts;
	int64_t *kept, *count, n = 0;
	enum dtype t = DT_INT32;
	int axis;

	if (!unique_axis(c, &axis))
		return false;
	s.n = s.x->dim[axis];
	s.outer = s.x->n ? dims_mul(s.x->dim, 0, axis) : 0;
	s.inner = s.x->n ? dims_mul(s.x->dim, axis + 1, s.x->rank) : 0;
	node_attr_type(c->node, "out_idx", &t);
	idx = op_out(c, 1, t, 1, &s.n);
	kept = idx ? op_temp(c, (size_t)s.n * sizeof(*kept)) : NULL;
	count = kept ? op_temp(c, (size_t)s.n * sizeof(*count)) : NULL;
	if (!count || !set_new(c, &set, &s))
		return false;
	for (int64_t i = 0; i < s.n; i++) {
		int64_t *slot = set_find(&set, &s, i), k = n;

		if (*slot) {
			k = t == DT_INT64 ? ((int64_t *)idx->data)[*slot - 1] : ((int32_t *)idx->data)[*slot - 1];
		} else {
			*slot = i + 1;
			kept[n] = i;
			count[n++] = 0;
		}
		count[k]++;
		put(idx, i, k);
	}
	if (!put_items(c, &s, axis, kept, n))
		return false;
	if (c->n_out < 3)
		return true;
	counts = op_out(c, 2, t, 1, &n);
	for (int64_t k = 0; counts && k < n; k++)
		put(counts, k, count[k]);
	return counts != NULL;
}

static bool run_list_diff(struct op_ctx *c)
{
	struct items x = { c->in[0], c->in[0]->n, 1, 1 }, y = { c->in[1], c->in[1]->n, 1, 1 };
	enum dtype t = DT_INT32;
	struct tensor *idx;
	struct set set;
	int64_t *kept, n = 0;

	if (x.x->rank != 1)
		return op_invalid(c, "x should be a 1D vector.");
	if (y.x->rank != 1)
		return op_invalid(c, "y should be a 1D vector.");
	kept = op_temp(c, (size_t)x.n * sizeof(*kept));
	if (!kept || !set_new(c, &set, &y))
		return false;
	for (int64_t i = 0; i < y.n; i++)
		*set_find(&set, &y, i) = i + 1;
	for (int64_t i = 0; i < x.n; i++)
		if (!*set_find(&set, &x, i))
			kept[n++] = i;
	node_attr_type(c->node, "out_idx", &t);
	idx = op_out(c, 1, t, 1, &n);
	for (int64_t k = 0; idx && k < n; k++)
		put(idx, k, kept[k]);
	return idx && put_items(c, &x, 0, kept, n);
}

#define UNIQUE(name_, ins, outs) { .name = name_, .n_in = ins, .n_out = outs, .run = run_unique, \
	.types = { { "T", DM_REAL | DM(DT_BOOL) | DM(DT_STRING) }, { "out_idx", DM_INDEX } } }
static const struct op_row rows[] = {
	UNIQUE("Unique", 1, 2), UNIQUE("UniqueWithCounts", 1, 3), UNIQUE("UniqueV2", 2, 2),
	UNIQUE("UniqueWithCountsV2", 2, 3),
	{ .name = "ListDiff", .n_in = 2, .n_out = 2, .run = run_list_diff,
	  .types = { { "T", DM_REAL | DM(DT_STRING) }, { "out_idx", DM_INDEX } } },
};

OP_FAMILY(family_unique, rows);
