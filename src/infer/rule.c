/* What rules are made of: their inputs, outputs, attributes, notes, and the rules that many ops share. */
#include "infer/inside.h"

#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <string.h>

/* ---- inputs and outputs ---- */

struct ishape rule_in(const struct rule_ctx *c, uint32_t i)
{
	return i < c->n_in ? c->in[i].shape : ishape_unknown();
}

void rule_out(struct rule_ctx *c, uint32_t slot, struct ishape s)
{
	if (slot < c->n_out)
		c->out[slot].shape = s;
}

void rule_scalar(struct rule_ctx *c, uint32_t slot)
{
	rule_out(c, slot, ishape_new(c->inf, 0, NULL));
}

void rule_vec(struct rule_ctx *c, uint32_t slot, idim n)
{
	rule_out(c, slot, ishape_new(c->inf, 1, &n));
}

void rule_dims(struct rule_ctx *c, uint32_t slot, int rank, ...)
{
	idim d[16];
	va_list ap;

	va_start(ap, rank);
	for (int i = 0; i < rank && i < 16; i++)
		d[i] = va_arg(ap, idim);
	va_end(ap);
	rule_out(c, slot, ishape_new(c->inf, rank, d));
}

idim rule_new(struct rule_ctx *c)
{
	return sym_new(&c->inf->syms);
}

bool rule_bad(struct rule_ctx *c, int input, int dim, const char *fmt, ...)
{
	struct str t = STR_INIT;
	va_list ap;

	va_start(ap, fmt);
	str_vaddf(&t, fmt, ap);
	va_end(ap);
	igraph_note(c->ig, &(struct infer_note){ .node = c->n->index, .input = input, .dim = dim,
						 .text = arena_printf(c->inf->arena, "%s", str_z(&t)) });
	str_free(&t);
	c->bad = true;
	return false;
}

bool rule_rank(struct rule_ctx *c, uint32_t i, int rank, struct ishape *s)
{
	*s = rule_in(c, i);
	if (s->rank < 0)
		*s = ishape_rank(c->inf, rank);
	return s->rank == rank || rule_bad(c, (int)i, -1, "Shape must be rank %d but is rank %d", rank, s->rank);
}

bool rule_min_rank(struct rule_ctx *c, uint32_t i, int rank)
{
	int r = rule_in(c, i).rank;

	return r < 0 || r >= rank ||
	       rule_bad(c, (int)i, -1, "Shape must be at least rank %d but is rank %d", rank, r);
}

bool rule_max_rank(struct rule_ctx *c, uint32_t i, int rank)
{
	int r = rule_in(c, i).rank;

	return r <= rank || rule_bad(c, (int)i, -1, "Shape must be at most rank %d but is rank %d", rank, r);
}

bool rule_merge_dim(struct rule_ctx *c, int input, int dim, idim a, idim b, idim *out)
{
	*out = idim_known(a) ? a : idim_known(b) ? b : a < b ? a : b;
	if (idim_known(a) && idim_known(b) && a != b)
		return rule_bad(c, input, dim, "Dimensions must be equal, but are %" PRId64 " and %" PRId64, a, b);
	return true;
}

bool rule_merge(struct rule_ctx *c, int input, struct ishape a, struct ishape b, struct ishape *out)
{
	int dim;

	if (ishape_both(c->inf, a, b, out, &dim))
		return true;
	if (dim < 0)
		return rule_bad(c, input, -1, "Shapes must be equal rank, but are %d and %d", a.rank, b.rank);
	return rule_bad(c, input, dim, "Dimension %d in both shapes must be equal, but are %" PRId64 " and %" PRId64,
			dim, a.dim[dim], b.dim[dim]);
}

static idim broadcast_dim(struct rule_ctx *c, idim a, idim b)
{
	if (a == b || b == 1)
		return a;
	if (a == 1)
		return b;
	if (idim_known(a))
		return a;
	return idim_known(b) ? b : sym_bcast(&c->inf->syms, a, b);
}

bool rule_broadcast(struct rule_ctx *c, struct ishape a, struct ishape b, struct ishape *out)
{
	idim d[SHAPE_MAX_RANK];
	int rank = a.rank > b.rank ? a.rank : b.rank;

	*out = ishape_unknown();
	if (a.rank < 0 || b.rank < 0)
		return true;
	for (int i = 0; i < rank; i++) {
		int p = i - (rank - a.rank), q = i - (rank - b.rank);
		idim x = p < 0 ? 1 : a.dim[p], y = q < 0 ? 1 : b.dim[q];

		if (idim_known(x) && idim_known(y) && x != y && x != 1 && y != 1)
			return rule_bad(c, 1, q, "Dimensions must be equal, but are %" PRId64 " and %" PRId64,
					x, y);
		d[i] = broadcast_dim(c, x, y);
	}
	*out = ishape_new(c->inf, rank, d);
	return true;
}

/* ---- values ---- */

const idim *rule_value(const struct rule_ctx *c, uint32_t i, uint32_t *n)
{
	const struct ivalue *v = i < c->n_in ? c->in[i].value : NULL;

	*n = v && v->v ? v->n : 0;
	return v ? v->v : NULL;
}

bool rule_int(const struct rule_ctx *c, uint32_t i, int64_t *v)
{
	uint32_t n;
	const idim *e = rule_value(c, i, &n);

	if (!e || n != 1 || !idim_known(e[0]))
		return false;
	*v = e[0];
	return true;
}

bool rule_float(const struct rule_ctx *c, uint32_t i, double *v)
{
	const struct ivalue *e = i < c->n_in ? c->in[i].value : NULL;
	int64_t k;

	if (e && e->f && e->n == 1) {
		*v = e->f[0];
		return true;
	}
	if (!rule_int(c, i, &k))
		return false;
	*v = (double)k;
	return true;
}

bool rule_shape(struct rule_ctx *c, uint32_t i, struct ishape *out)
{
	struct ishape s = rule_in(c, i);
	idim d[SHAPE_MAX_RANK];
	uint32_t n;
	const idim *v = rule_value(c, i, &n);

	*out = ishape_unknown();
	if (s.rank > 1)
		return rule_bad(c, (int)i, -1, "Shape must be rank 1 but is rank %d", s.rank);
	if (s.rank == 0)
		return !v || !idim_known(v[0]) || v[0] == -1 ||
		       rule_bad(c, (int)i, -1, "Shape must be rank 1 but is rank 0");
	if (!v) {
		if (s.rank == 1 && idim_known(s.dim[0]) && s.dim[0] <= SHAPE_MAX_RANK)
			*out = ishape_rank(c->inf, (int)s.dim[0]);
		return true;
	}
	if (n > SHAPE_MAX_RANK)
		return true;
	for (uint32_t k = 0; k < n; k++) {
		if (idim_known(v[k]) && v[k] < -1)
			return rule_bad(c, (int)i, (int)k, "Invalid value in tensor used for shape: %" PRId64, v[k]);
		d[k] = v[k] == -1 ? rule_new(c) : v[k];
	}
	*out = ishape_new(c->inf, (int)n, d);
	return true;
}

idim rule_size(struct rule_ctx *c, uint32_t i)
{
	uint32_t n;
	const idim *v = rule_value(c, i, &n);

	return v && n == 1 && (!idim_known(v[0]) || v[0] >= 0) ? v[0] : rule_new(c);
}

/* Does v fit into type t? A kernel's result would wrap. */
static bool in_range(enum dtype t, idim v)
{
	switch (t) {
	case DT_INT8: return v == (int8_t)v;
	case DT_UINT8: return v == (uint8_t)v;
	case DT_INT16: return v == (int16_t)v;
	case DT_UINT16: return v == (uint16_t)v;
	case DT_INT32: return v == (int32_t)v;
	case DT_UINT32: return v == (uint32_t)v;
	case DT_UINT64: return v >= 0;
	case DT_BOOL: return v == 0 || v == 1;
	default: return t == DT_INT64;
	}
}

void rule_set_value(struct rule_ctx *c, uint32_t slot, uint32_t n, const idim *v)
{
	struct ivalue *o;
	idim *copy;

	if (slot >= c->n_out || n > VALUE_MAX)
		return;
	o = arena_alloc(c->inf->arena, sizeof(*o));
	copy = arena_array(c->inf->arena, (size_t)n + 1, sizeof(*copy));
	for (uint32_t i = 0; i < n; i++)
		copy[i] = !idim_known(v[i]) || in_range(c->out[slot].dtype, v[i]) ? v[i] : rule_new(c);
	*o = (struct ivalue){ .n = n, .v = copy };
	c->out[slot].value = o;
}

/* ---- attributes ---- */

int64_t rule_attr(const struct rule_ctx *c, const char *name, int64_t otherwise)
{
	int64_t v;

	return node_attr_int(c->n, name, &v) ? v : otherwise;
}

bool rule_flag(const struct rule_ctx *c, const char *name)
{
	bool v;

	return node_attr_bool(c->n, name, &v) && v;
}

bool rule_attr_is(const struct rule_ctx *c, const char *name, const char *text)
{
	struct sv v;

	return node_attr_str(c->n, name, &v) && sv_is(v, text);
}

uint32_t rule_ints(const struct rule_ctx *c, const char *name, int64_t *v, uint32_t max)
{
	const struct attr_value *items;
	uint32_t n;

	if (!node_attr_list(c->n, name, &items, &n) || n > max)
		return 0;
	for (uint32_t i = 0; i < n; i++)
		v[i] = items[i].i;
	return n;
}

bool rule_attr_shape(struct rule_ctx *c, const char *name, struct ishape *out)
{
	struct shape s;

	*out = ishape_unknown();
	if (!node_attr_shape(c->n, name, &s))
		return false;
	*out = ishape_from(c->inf, s);
	return true;
}

void rule_handle(struct rule_ctx *c, uint32_t slot, enum dtype t, struct ishape s)
{
	if (slot < c->n_out)
		c->out[slot].handle = ihandle_new(c->inf, 1, &(struct ihandle_item){ t, s });
}

const struct ihandle_item *rule_held(const struct rule_ctx *c, uint32_t i)
{
	const struct ihandle *h = i < c->n_in ? c->in[i].handle : NULL;

	return h && h->n ? &h->item[0] : NULL;
}

bool rule_axis(struct rule_ctx *c, int input, int64_t axis, int rank, int *out)
{
	if (axis < -(int64_t)rank || axis >= rank)
		return rule_bad(c, input, -1, "Dimension must be in the range [%d, %d), but is %" PRId64, -rank, rank,
				axis);
	*out = (int)(axis < 0 ? axis + rank : axis);
	return true;
}

/* ---- rules that many share ---- */

void rule_same(struct rule_ctx *c)
{
	for (uint32_t i = 0; i < c->n_out; i++)
		rule_out(c, i, rule_in(c, (uint32_t)c->row->p + i));
}

void rule_pass(struct rule_ctx *c)
{
	for (uint32_t i = 0; i < c->n_out; i++) {
		uint32_t from = (uint32_t)c->row->p + i;
		enum dtype t = c->out[i].dtype;

		if (from >= c->n_in)
			return;
		c->out[i] = c->in[from];
		c->out[i].dtype = t != DT_INVALID ? t : c->in[from].dtype;
	}
}

void rule_merged(struct rule_ctx *c)
{
	struct ishape s;

	if (rule_merge(c, 1, rule_in(c, 0), rule_in(c, 1), &s))
		rule_out(c, 0, s);
}

void rule_scalars(struct rule_ctx *c)
{
	for (uint32_t i = 0; i < c->n_out; i++)
		rule_scalar(c, i);
}

void rule_unknown(struct rule_ctx *c)
{
	(void)c;	/* as it was before */
}

void rule_binary(struct rule_ctx *c)
{
	struct ishape s;

	if (rule_broadcast(c, rule_in(c, 0), rule_in(c, 1), &s))
		rule_out(c, 0, s);
}

void rule_said(struct rule_ctx *c)
{
	const struct attr_value *items;
	uint32_t n;

	if (!node_attr_list(c->n, "output_shapes", &items, &n))
		return;
	for (uint32_t i = 0; i < n; i++)
		if (items[i].kind == ATTR_SHAPE)
			rule_out(c, i, ishape_from(c->inf, items[i].shape));
}
