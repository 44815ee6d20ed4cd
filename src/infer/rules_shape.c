/*
 * Shapes as tensors, and what makes new shapes of old ones: Shape and its kin say sizes as values, Reshape
 * and its kin take them back.
 */
#include "infer/inside.h"

#include <inttypes.h>
#include <string.h>

/* ---- shape to value ---- */

static void shape_of(struct rule_ctx *c)
{
	for (uint32_t i = 0; i < c->n_out; i++) {
		struct ishape s = rule_in(c, i);

		rule_vec(c, i, s.rank < 0 ? rule_new(c) : s.rank);
		if (s.rank >= 0)
			rule_set_value(c, i, (uint32_t)s.rank, s.dim);
	}
}

static void size_of(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0);
	idim n;

	rule_scalar(c, 0);
	if (s.rank < 0)
		return;
	n = ishape_count(c->inf, s);
	rule_set_value(c, 0, 1, &n);
}

static void rank_of(struct rule_ctx *c)
{
	idim r = rule_in(c, 0).rank;

	rule_scalar(c, 0);
	if (r >= 0)
		rule_set_value(c, 0, 1, &r);
}

static void variable_shape(struct rule_ctx *c)
{
	const struct ihandle_item *h = rule_held(c, 0);

	rule_vec(c, 0, h && h->shape.rank >= 0 ? h->shape.rank : rule_new(c));
	if (h && h->shape.rank >= 0)
		rule_set_value(c, 0, (uint32_t)h->shape.rank, h->shape.dim);
}

/* ---- reshaping ---- */

/* The value goes along: the elements stay in their order. */
static void keep_value(struct rule_ctx *c)
{
	const struct ivalue *v = c->n_in ? c->in[0].value : NULL;

	if (v && c->n_out && ishape_known(c->out[0].shape) && ishape_count(c->inf, c->out[0].shape) == (idim)v->n)
		c->out[0].value = v;
}

/* The dim that stands for -1: all elements over the product of the others. */
static bool solve(struct rule_ctx *c, struct ishape in, idim others, idim *out)
{
	idim all;

	*out = rule_new(c);
	if (in.rank < 0)
		return true;
	all = ishape_count(c->inf, in);
	if (idim_known(all) && idim_known(others)) {
		if (others == 0)
			return all == 0 ||
			       rule_bad(c, 0, -1, "reshape cannot infer the missing input size for an empty tensor "
					"unless all specified input sizes are non-zero");
		if (all % others)
			return rule_bad(c, 0, -1, "Dimension size must be evenly divisible by %" PRId64 " but is %"
					PRId64, others, all);
		*out = all / others;
		return true;
	}
	if (!sym_quotient(&c->inf->syms, all, others, out) && others != 0)
		*out = sym_div(&c->inf->syms, all, others);
	return true;
}

/* The new shape as given: *missing is the place of -1, *others the product of the rest. */
static bool reshape_read(struct rule_ctx *c, const idim *v, uint32_t n, idim *d, int *missing, idim *others)
{
	*missing = -1;
	*others = 1;
	for (uint32_t i = 0; i < n; i++) {
		d[i] = v[i];
		if (v[i] == -1 && *missing >= 0)
			return rule_bad(c, 1, (int)i, "Only one -1 may stand in the new shape");
		if (idim_known(v[i]) && v[i] < -1)
			return rule_bad(c, 1, (int)i, "Shape [%" PRId64 "] is invalid", v[i]);
		if (v[i] == -1)
			*missing = (int)i;
		else
			*others = sym_mul(&c->inf->syms, *others, v[i]);
	}
	return true;
}

/* All elements are known and so are all dims but one: that is the rest of them. */
static void reshape_rest(struct rule_ctx *c, idim all, idim *d, uint32_t n)
{
	int open = -1, count = 0;
	idim rest = 1, q;

	for (uint32_t i = 0; i < n; i++) {
		if (idim_known(d[i])) {
			rest = sym_mul(&c->inf->syms, rest, d[i]);
		} else {
			open = (int)i;
			count++;
		}
	}
	if (count == 1 && idim_known(all) && idim_known(rest) && rest > 0 &&
	    sym_quotient(&c->inf->syms, all, rest, &q))
		d[open] = q;
}

/* The shape's value is not known, only (perhaps) how many dims it has. */
static void reshape_open(struct rule_ctx *c, struct ishape in)
{
	struct ishape s;

	if (!rule_shape(c, 1, &s))
		return;
	if (s.rank == 1 && in.rank >= 0)	/* all of it in a row */
		rule_vec(c, 0, ishape_count(c->inf, in));
	else
		rule_out(c, 0, s);
}

static void reshape(struct rule_ctx *c)
{
	struct ishape in = rule_in(c, 0);
	uint32_t n;
	const idim *v = rule_value(c, 1, &n);
	idim d[SHAPE_MAX_RANK], others, all;
	int missing;

	if (!v || n > SHAPE_MAX_RANK) {
		reshape_open(c, in);
		return;
	}
	if (!reshape_read(c, v, n, d, &missing, &others) || (missing >= 0 && !solve(c, in, others, &d[missing])))
		return;
	if (missing < 0 && in.rank >= 0) {
		all = ishape_count(c->inf, in);
		if (idim_known(all) && idim_known(others) && all != others) {
			rule_bad(c, 0, -1, "Cannot reshape a tensor with %" PRId64 " elements to shape with %" PRId64
				 " elements", all, others);
			return;
		}
		reshape_rest(c, all, d, n);
	}
	rule_out(c, 0, ishape_new(c->inf, (int)n, d));
	keep_value(c);
}

static void quantized_reshape(struct rule_ctx *c)
{
	reshape(c);
	rule_scalar(c, 1);
	rule_scalar(c, 2);
}

static void expand_dims(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0);
	idim one = 1;
	int64_t at;
	int axis;

	if (s.rank < 0 || s.rank == SHAPE_MAX_RANK)
		return;
	if (!rule_int(c, 1, &at)) {
		rule_out(c, 0, ishape_rank(c->inf, s.rank + 1));
		return;
	}
	if (at < -s.rank - 1 || at > s.rank) {
		rule_bad(c, 1, -1, "dim %" PRId64 " not in the interval [%d, %d].", at, -s.rank - 1, s.rank);
		return;
	}
	axis = (int)(at < 0 ? at + s.rank + 1 : at);
	rule_out(c, 0, ishape_cat(c->inf, ishape_cat(c->inf, ishape_part(s, 0, axis), ishape_new(c->inf, 1, &one)),
				  ishape_part(s, axis, s.rank)));
	keep_value(c);
}

static bool squeeze_axes(struct rule_ctx *c, struct ishape s, bool *drop, uint32_t *n)
{
	int64_t dims[SHAPE_MAX_RANK];
	int axis;

	*n = rule_ints(c, "squeeze_dims", dims, SHAPE_MAX_RANK);
	for (uint32_t i = 0; i < *n; i++) {
		if (!rule_axis(c, 0, dims[i], s.rank, &axis))
			return false;
		drop[axis] = true;
		if (idim_known(s.dim[axis]) && s.dim[axis] != 1)
			return rule_bad(c, 0, axis, "Can not squeeze dim[%d], expected a dimension of 1, got %" PRId64,
					axis, s.dim[axis]);
	}
	return true;
}

static void squeeze(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0);
	bool drop[SHAPE_MAX_RANK] = { false };
	idim d[SHAPE_MAX_RANK];
	uint32_t n;
	int rank = 0;

	if (s.rank < 0 || !squeeze_axes(c, s, drop, &n))
		return;
	for (int i = 0; i < s.rank; i++) {
		if (!n && !idim_known(s.dim[i]))
			return;		/* it may be 1 or not: the rank is open */
		if (n ? !drop[i] : s.dim[i] != 1)
			d[rank++] = s.dim[i];
	}
	rule_out(c, 0, ishape_new(c->inf, rank, d));
	keep_value(c);
}

static void broadcast_to(struct rule_ctx *c)
{
	struct ishape s, in = rule_in(c, 0), both;
	idim d[SHAPE_MAX_RANK];

	if (!rule_shape(c, 1, &s))
		return;
	if (s.rank >= 0 && in.rank > s.rank) {
		rule_bad(c, 0, -1, "Shape must be at most rank %d but is rank %d", s.rank, in.rank);
		return;
	}
	if (s.rank < 0) {
		rule_out(c, 0, s);
		return;
	}
	if (!rule_broadcast(c, in, s, &both))
		return;
	for (int i = 0; i < s.rank; i++)	/* a size that only the input says, other than 1, is the target's */
		d[i] = !idim_known(s.dim[i]) && both.rank == s.rank && idim_known(both.dim[i]) && both.dim[i] != 1
			? both.dim[i] : s.dim[i];
	rule_out(c, 0, ishape_new(c->inf, s.rank, d));
}

static void broadcast_args(struct rule_ctx *c)
{
	struct ishape a, b, out;

	if (!rule_shape(c, 0, &a) || !rule_shape(c, 1, &b))
		return;
	if (a.rank < 0 || b.rank < 0) {
		rule_vec(c, 0, rule_new(c));
		return;
	}
	rule_vec(c, 0, a.rank > b.rank ? a.rank : b.rank);
	if (c->in[0].value && c->in[1].value && rule_broadcast(c, a, b, &out) && out.rank >= 0)
		rule_set_value(c, 0, (uint32_t)out.rank, out.dim);
}

static void fill(struct rule_ctx *c)
{
	struct ishape s;
	idim v[VALUE_MAX], n;
	int64_t with;

	if (!rule_shape(c, 0, &s))
		return;
	rule_out(c, 0, s);
	if (!ishape_known(s) || !rule_int(c, 1, &with))
		return;
	n = ishape_count(c->inf, s);
	if (!idim_known(n) || n > VALUE_MAX)
		return;
	for (idim i = 0; i < n; i++)
		v[i] = with;
	rule_set_value(c, 0, (uint32_t)n, v);
}

static void shape_in_0(struct rule_ctx *c)
{
	struct ishape s;

	if (rule_shape(c, (uint32_t)c->row->p, &s))
		rule_out(c, 0, s);
}

static void tile(struct rule_ctx *c)
{
	struct ishape in = rule_in(c, 0), many = rule_in(c, 1);
	uint32_t n;
	const idim *v = rule_value(c, 1, &n);
	idim d[SHAPE_MAX_RANK];

	if (in.rank < 0) {
		if (many.rank == 1 && idim_known(many.dim[0]) && many.dim[0] <= SHAPE_MAX_RANK)
			rule_out(c, 0, ishape_rank(c->inf, (int)many.dim[0]));
		return;
	}
	if (v && (int)n != in.rank) {
		rule_bad(c, 1, 0, "Dimension must be %d but is %u", in.rank, n);
		return;
	}
	for (int i = 0; i < in.rank; i++)
		d[i] = in.dim[i] == 0 ? 0 : v ? sym_mul(&c->inf->syms, in.dim[i], v[i]) : rule_new(c);
	rule_out(c, 0, ishape_new(c->inf, in.rank, d));
}

static void transpose(struct rule_ctx *c)
{
	struct ishape in = rule_in(c, 0), p = rule_in(c, 1);
	uint32_t n;
	const idim *v = rule_value(c, 1, &n);
	idim d[SHAPE_MAX_RANK];
	int rank = in.rank >= 0 ? in.rank : p.rank == 1 && idim_known(p.dim[0]) ? (int)p.dim[0] : v ? (int)n : -1, at;

	if (rank < 0 || rank > SHAPE_MAX_RANK)
		return;
	if (v && (int)n != rank) {
		rule_bad(c, 1, 0, "Dimension must be %d but is %u", rank, n);
		return;
	}
	for (int i = 0; i < rank; i++) {
		d[i] = rank <= 1 && in.rank == rank ? in.dim[i] : rule_new(c);
		if (!v || in.rank < 0 || !idim_known(v[i]))
			continue;
		if (!rule_axis(c, 1, v[i], rank, &at))
			return;
		d[i] = in.dim[at];
	}
	rule_out(c, 0, ishape_new(c->inf, rank, d));
}

/* ---- padding ---- */

static void pad(struct rule_ctx *c)
{
	struct ishape in = rule_in(c, 0), p = rule_in(c, 1);
	uint32_t n;
	const idim *v = rule_value(c, 1, &n);
	idim d[SHAPE_MAX_RANK];
	int rank = in.rank;
	bool back = c->row->p;

	if (p.rank >= 0 && p.rank != 2) {
		rule_bad(c, 1, -1, "Shape must be rank 2 but is rank %d", p.rank);
		return;
	}
	if (rank < 0 && p.rank == 2 && idim_known(p.dim[0]) && p.dim[0] <= SHAPE_MAX_RANK)
		rank = (int)p.dim[0];
	if (rank < 0)
		return;
	if (v && (int64_t)n != 2 * (int64_t)rank) {
		rule_bad(c, 1, 0, "Dimension must be %d but is %u", rank, n / 2);
		return;
	}
	for (int i = 0; i < rank; i++) {
		idim around = v ? sym_add(&c->inf->syms, v[2 * i], v[2 * i + 1]) : 0;

		d[i] = !v || in.rank < 0 ? rule_new(c)
			: back ? sym_sub(&c->inf->syms, in.dim[i], around) : sym_add(&c->inf->syms, in.dim[i], around);
		if (idim_known(d[i]) && d[i] < 0) {
			rule_bad(c, 1, i, "Negative dimension size caused by subtracting %" PRId64, around);
			return;
		}
	}
	rule_out(c, 0, ishape_new(c->inf, rank, d));
}

/* ---- sequences ---- */

static void range(struct rule_ctx *c)
{
	int64_t start, limit, delta;
	double a, b, step;
	idim v[VALUE_MAX], n;
	uint32_t k;
	const idim *e = rule_value(c, 1, &k);

	rule_vec(c, 0, rule_new(c));
	if (rule_int(c, 0, &start) && rule_int(c, 1, &limit) && rule_int(c, 2, &delta)) {
		if (delta == 0) {
			rule_bad(c, 2, -1, "Requires delta != 0");
			return;
		}
		if ((delta > 0) != (limit >= start) && limit != start) {
			rule_bad(c, 1, -1, "Requires start %s limit when delta %s 0: %" PRId64 "/%" PRId64,
				 delta > 0 ? "<=" : ">=", delta > 0 ? ">" : "<", start, limit);
			return;
		}
		if (__builtin_sub_overflow(limit, start, &n) || n == INT64_MIN || delta == INT64_MIN ||
		    (c->n_out && c->out[0].dtype == DT_INT32 && (n > INT32_MAX || n < -INT32_MAX)))
			return;		/* it wraps */
		n = n ? ((n < 0 ? -n : n) - 1) / (delta < 0 ? -delta : delta) + 1 : 0;
		rule_vec(c, 0, n);
		for (idim i = 0; i < n && i < VALUE_MAX; i++)
			v[i] = start + i * delta;
		if (n <= VALUE_MAX)
			rule_set_value(c, 0, (uint32_t)n, v);
		return;
	}
	if (e && k == 1 && rule_int(c, 0, &start) && rule_int(c, 2, &delta) && start == 0 && delta == 1) {
		rule_vec(c, 0, e[0]);		/* range(n) */
		return;
	}
	if (!rule_float(c, 0, &a) || !rule_float(c, 1, &b) || !rule_float(c, 2, &step) || step == 0)
		return;
	a = (b - a) / step;
	if (a >= 0 && a < 1e9)
		rule_vec(c, 0, (idim)a + (a > (double)(idim)a));
}

static void lin_space(struct rule_ctx *c)
{
	rule_vec(c, 0, rule_size(c, 2));
}

static void one_hot(struct rule_ctx *c)
{
	struct ishape in = rule_in(c, 0);
	int64_t axis = rule_attr(c, "axis", -1);
	idim depth = rule_size(c, 1);

	if (in.rank < 0 || in.rank == SHAPE_MAX_RANK)
		return;
	if (axis < -1 || axis > in.rank) {
		rule_bad(c, 0, -1, "axis must be >= -1");
		return;
	}
	axis = axis < 0 ? in.rank : axis;
	rule_out(c, 0,
		 ishape_cat(c->inf, ishape_cat(c->inf, ishape_part(in, 0, (int)axis), ishape_new(c->inf, 1, &depth)),
			    ishape_part(in, (int)axis, in.rank)));
}

static void where(struct rule_ctx *c)
{
	struct ishape in = rule_in(c, 0);

	rule_dims(c, 0, 2, rule_new(c), in.rank < 0 ? rule_new(c) : (idim)in.rank);
}

static void gradient_args(struct rule_ctx *c)
{
	rule_vec(c, 0, rule_new(c));
	rule_vec(c, 1, rule_new(c));
}

static void unravel(struct rule_ctx *c)
{
	struct ishape at = rule_in(c, 0), dims;

	if (!rule_rank(c, 1, 1, &dims))
		return;
	if (at.rank == 0)
		rule_vec(c, 0, dims.dim[0]);
	else if (at.rank > 0)
		rule_dims(c, 0, 2, dims.dim[0], ishape_count(c->inf, at));
}

static void parallel_concat(struct rule_ctx *c)
{
	struct ishape s;

	rule_attr_shape(c, "shape", &s);
	rule_out(c, 0, s);
}

RULES(shape,
	RULE("Shape", shape_of),
	RULE("ShapeN", shape_of),
	RULE("Size", size_of),
	RULE("Rank", rank_of),
	RULE("VariableShape", variable_shape),
	RULE("Reshape", reshape),
	RULE("QuantizedReshape", quantized_reshape),
	RULE("ExpandDims", expand_dims),
	RULE("Squeeze", squeeze),
	RULE("BroadcastTo", broadcast_to),
	RULE("BroadcastArgs", broadcast_args),
	CHECK("BroadcastGradientArgs", gradient_args, "[?] [?]", 0),
	CHECK("Fill", fill, "[?] []", 0),
	RULE("Empty", shape_in_0),
	RULE("Tile", tile),
	CHECK("Transpose", transpose, "_ [?]", 0),
	CHECK("ConjugateTranspose", transpose, "_ [?]", 0),
	RULE("Pad", pad),
	RULE("PadV2", pad),
	RULE("MirrorPad", pad),
	RULE_P("MirrorPadGrad", pad, 1),
	CHECK("Range", range, "[] [] []", 0),
	CHECK("LinSpace", lin_space, "[] [] []", 0),
	CHECK("OneHot", one_hot, "_ [] [] []", 0),
	RULE("Where", where),
	RULE("ParallelConcat", parallel_concat),
	RULE("_ParallelConcatStart", parallel_concat),
	RULE("_ParallelConcatUpdate", rule_same),
	CHECK("Reverse", rule_same, "_ [?]", 0),
	CHECK("ReverseV2", rule_same, "_ [?]", 0),
	CHECK("Roll", rule_same, "[*b,?] A A", 0),
	CHECK("ReverseSequence", rule_same, "_ [?]", 0),
	CHECK("MatrixBandPart", rule_same, "[*b,?,?] [] []", 0),
	FORM("InvertPermutation", "[n] -> [n]"),
	RULE("UnravelIndex", unravel));
