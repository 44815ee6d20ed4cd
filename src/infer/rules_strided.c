/*
 * StridedSlice and its kin: Python's x[1:, ..., None, 3] as begin, end, strides and five masks. Where begin or
 * end stand beyond an unknown dim, TensorFlow clamps; sizes like ?n-1 leave that out.
 */
#include "infer/inside.h"

#include <inttypes.h>
#include <string.h>

enum { SPECS = 64 };

struct spec {
	uint32_t n;
	const idim *begin, *end, *stride;	/* NULL: unknown */
	int64_t begin_mask, end_mask, ellipsis, new_axis, shrink;
};

static bool bit(int64_t mask, uint32_t i)
{
	return i < 64 && ((uint64_t)mask >> i & 1);
}

/* How many elements i of [b, e) by s there are, of d; b and e already at their defaults where masked. */
static idim count_known(int64_t d, int64_t b, int64_t e, int64_t s)
{
	int64_t lo = s > 0 ? 0 : -1, hi = s > 0 ? d : d - 1, span;

	b = b < 0 ? b + d : b;
	e = e < 0 ? e + d : e;
	b = b < lo ? lo : b > hi ? hi : b;
	e = e < lo ? lo : e > hi ? hi : e;
	span = s > 0 ? e - b : b - e;
	if (span <= 0)
		return 0;
	s = s < 0 ? -s : s;
	return (span - 1) / s + 1;
}

/* A piece of an unknown dim, or one whose ends are not known. */
static idim count_symbolic(struct rule_ctx *c, idim d, const idim *b, const idim *e)
{
	struct syms *s = &c->inf->syms;

	if ((!b || *b == 0) && !e)
		return d;
	if (e && *e == d && (!b || *b == 0))
		return d;
	if (!e && b && idim_known(*b))
		return *b >= 0 ? sym_sub(s, d, *b) : sym_min(s, d, -*b);
	if ((!b || *b == 0) && e && idim_known(*e))
		return *e >= 0 ? sym_min(s, d, *e) : sym_add(s, d, *e);
	if (b && e && idim_known(*b) && idim_known(*e) && *b >= 0 && *e < 0)
		return sym_add(s, d, *e - *b);
	return rule_new(c);
}

static idim count(struct rule_ctx *c, const struct spec *p, uint32_t i, idim d)
{
	bool no_begin = bit(p->begin_mask, i), no_end = bit(p->end_mask, i);
	int64_t s;

	if (!p->stride || !idim_known(p->stride[i]))
		return rule_new(c);
	s = p->stride[i];
	if (s == 0 || s == INT64_MIN) {
		rule_bad(c, 3, (int)i, "strides[%u] must be non-zero", i);
		return 0;
	}
	if ((!no_begin && !p->begin) || (!no_end && !p->end))
		return rule_new(c);
	if (idim_known(d) && (no_begin || idim_known(p->begin[i])) && (no_end || idim_known(p->end[i]))) {
		int64_t b = no_begin ? (s > 0 ? 0 : d - 1) : p->begin[i];
		int64_t e = no_end ? d : p->end[i];

		if (no_end && s < 0)	/* down to and with 0 */
			return d ? count_known(d, b, -d - 1, s) : 0;
		return count_known(d, b, e, s);
	}
	if (s == 1)
		return count_symbolic(c, d, no_begin ? NULL : &p->begin[i], no_end ? NULL : &p->end[i]);
	if (no_begin && no_end && s > INT32_MIN)
		return sym_ceil(&c->inf->syms, d, s < 0 ? -s : s);
	return rule_new(c);
}

/* An index into a known dim must be inside. */
static bool shrink_ok(struct rule_ctx *c, const struct spec *p, uint32_t i, idim d)
{
	idim b = p->begin ? p->begin[i] : 0;

	if (!p->begin || !idim_known(b) || !idim_known(d) || bit(p->begin_mask, i))
		return true;
	return (b >= -d && b < d) ||
	       rule_bad(c, 1, (int)i, "slice index %" PRId64 " of dimension %u out of bounds.", b, i);
}

static bool spec_read(struct rule_ctx *c, struct spec *p)
{
	uint32_t n[3];
	struct ishape s;

	p->begin = rule_value(c, 1, &n[0]);
	p->end = rule_value(c, 2, &n[1]);
	p->stride = rule_value(c, 3, &n[2]);
	p->begin_mask = rule_attr(c, "begin_mask", 0);
	p->end_mask = rule_attr(c, "end_mask", 0);
	p->ellipsis = rule_attr(c, "ellipsis_mask", 0);
	p->new_axis = rule_attr(c, "new_axis_mask", 0);
	p->shrink = rule_attr(c, "shrink_axis_mask", 0);
	p->n = UINT32_MAX;
	for (uint32_t i = 0; i < 3; i++) {
		s = rule_in(c, i + 1);
		if (s.rank > 1)
			return rule_bad(c, (int)i + 1, -1, "Shape must be rank 1 but is rank %d", s.rank);
		if (s.rank != 1 || !idim_known(s.dim[0]))
			continue;
		if (p->n != UINT32_MAX && s.dim[0] != (idim)p->n)
			return rule_bad(c, (int)i + 1, 0, "Dimension must be %u but is %" PRId64, p->n, s.dim[0]);
		if (s.dim[0] > SPECS)
			return false;
		p->n = (uint32_t)s.dim[0];
	}
	return p->n != UINT32_MAX;
}

/* The piece's shape; whole: with the dims that an index takes away as 1. */
static bool piece(struct rule_ctx *c, struct spec *p, struct ishape in, struct ishape *out)
{
	idim d[SHAPE_MAX_RANK];
	int rank = 0, at = 0, used = 0;
	bool dots = false;

	for (uint32_t i = 0; i < p->n; i++)
		used += !bit(p->ellipsis, i) && !bit(p->new_axis, i);
	if (used > in.rank)
		return rule_bad(c, 0, -1, "Index out of range using input dim %d; input has only %d dims", in.rank,
				in.rank);
	for (uint32_t i = 0; i < p->n && rank < SHAPE_MAX_RANK; i++) {
		if (bit(p->ellipsis, i)) {
			if (dots)
				return rule_bad(c, -1, -1, "Multiple ellipses in slice spec not allowed");
			dots = true;
			for (int k = in.rank - used; k > 0 && rank < SHAPE_MAX_RANK; k--)
				d[rank++] = in.dim[at++];
		} else if (bit(p->new_axis, i)) {
			d[rank++] = 1;
		} else if (bit(p->shrink, i)) {
			if (!shrink_ok(c, p, i, in.dim[at++]))
				return false;
		} else {
			d[rank++] = count(c, p, i, in.dim[at++]);
			if (c->bad)
				return false;
		}
	}
	while (at < in.rank && rank < SHAPE_MAX_RANK)
		d[rank++] = in.dim[at++];
	*out = ishape_new(c->inf, rank, d);
	return true;
}

static void piece_value(struct rule_ctx *c, const struct spec *p, struct ishape in)
{
	uint32_t n;
	const idim *v = rule_value(c, 0, &n);
	idim out[VALUE_MAX], k, b;
	int64_t s;

	if (!v || in.rank != 1 || p->n != 1 || p->ellipsis & 1 || p->new_axis & 1 || !p->begin || !p->stride ||
	    !idim_known(p->begin[0]) || !idim_known(p->stride[0]) || n > VALUE_MAX)
		return;
	s = p->stride[0];
	b = bit(p->begin_mask, 0) ? (s > 0 ? 0 : (idim)n - 1) : p->begin[0];
	b += b < 0 ? (idim)n : 0;
	if (p->shrink & 1) {
		if (b >= 0 && b < (idim)n)
			rule_set_value(c, 0, 1, &v[b]);
		return;
	}
	if (c->out[0].shape.rank != 1 || !idim_known(c->out[0].shape.dim[0]))
		return;
	b = b < 0 ? (s > 0 ? 0 : -1) : b > (idim)n - (s < 0) ? (idim)n - (s < 0) : b;
	k = c->out[0].shape.dim[0];
	for (idim i = 0; i < k && i < VALUE_MAX; i++) {
		idim at = b + i * s;

		if (at < 0 || at >= (idim)n)
			return;
		out[i] = v[at];
	}
	rule_set_value(c, 0, (uint32_t)k, out);
}

static void strided_slice(struct rule_ctx *c)
{
	struct ishape in = rule_in(c, 0), out;
	struct spec p = { 0 };

	if (in.rank < 0 || !spec_read(c, &p) || !piece(c, &p, in, &out))
		return;
	rule_out(c, 0, out);
	if (!c->n_out)
		return;
	piece_value(c, &p, in);
	if (c->out[0].dtype == DT_VARIANT)
		c->out[0].handle = c->in[0].handle;
}

static void strided_grad(struct rule_ctx *c)
{
	struct ishape s;

	if (rule_shape(c, 0, &s))
		rule_out(c, 0, s);
}

RULES(strided,
	RULE("StridedSlice", strided_slice),
	RULE("StridedSliceGrad", strided_grad),
	RULE("StridedSliceAssign", rule_same),
	RULE("ResourceStridedSliceAssign", rule_unknown),
	RULE("TensorStridedSliceUpdate", rule_same));
