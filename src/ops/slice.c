/*
 * Slice, StridedSlice, its gradient and the updates of a strided slice. A slice is described once, as the
 * strided block of the tensor that it names (struct block), and read or written through that.
 */
#include "ops/array.h"

#include <string.h>

#include "ops/var.h"

/* ---- Slice ---- */

static bool slice_range(struct op_ctx *c, int d, int64_t n, int64_t begin, int64_t *size)
{
	int64_t want = *size;

	if (n == 0 && (begin != 0 || (want != 0 && want != -1)))
		return op_invalid(c, "Expected begin[%d] == 0 (got %lld) and size[%d] == 0 (got %lld) when "
				  "input.dim_size(%d) == 0", d, (long long)begin, d, (long long)want, d);
	if (begin < 0 || begin > n)
		return op_invalid(c, "Expected begin[%d] in [0, %lld], but got %lld", d, (long long)n,
				  (long long)begin);
	*size = want == -1 ? n - begin : want;
	if (*size < 0 || *size > n - begin)
		return op_invalid(c, "Expected size[%d] in [0, %lld], but got %lld", d, (long long)(n - begin),
				  (long long)want);
	return true;
}

static bool run_slice(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t *dim = op_dims(c, x, 0), *own = op_strides(c, x->rank, x->dim), start = 0;
	const int64_t *begin, *size;
	bool first_only = true;
	struct tensor *out;

	if (c->in[1]->rank != 1 || c->in[2]->rank != 1 || c->in[1]->n != x->rank || c->in[2]->n != x->rank)
		return op_invalid(
			c,
			"Expected begin and size arguments to be 1-D tensors of size %d, but got shapes %s and %s "
			"instead.",
			x->rank, op_in_shape(c, 1), op_in_shape(c, 2));
	begin = op_ints(c, 1);
	size = begin ? op_ints(c, 2) : NULL;
	for (int d = 0; size && d < x->rank; d++) {
		dim[d] = size[d];
		if (!slice_range(c, d, x->dim[d], begin[d], &dim[d]))
			return false;
		start = (int64_t)((uint64_t)start + (uint64_t)begin[d] * (uint64_t)own[d]);
		first_only &= d == 0 || dim[d] == x->dim[d];
	}
	if (!size)
		return false;
	if (shape_eq(tensor_shape(x), (struct shape){ x->rank, dim }))
		return op_out_ref(c, 0, c->in[0]);
	out = op_out(c, 0, x->dtype, x->rank, dim);
	if (!out || out->n == 0)
		return out != NULL;
	if (x->rank > 8 && !first_only)
		return op_fail(c, ERR_UNIMPLEMENTED, "SliceOp : Unhandled input dimensions");
	return move_run(c, &(struct move){ .dtype = x->dtype, .rank = x->rank, .dim = dim,
					   .dst_stride = op_strides(c, x->rank, dim), .src_stride = own,
					   .dst = out->data, .src = el_at(x->dtype, x->data, start) });
}

/* ---- strided slices ---- */

struct block {
	int64_t start;			/* in elements of the tensor */
	int rank, shape_rank;
	int64_t *dim, *stride;		/* of the block within the tensor */
	int64_t *shape;			/* the slice's own: new axes in, shrunk ones out; same elements */
	int64_t n;
};

struct spec {
	const int64_t *begin, *end, *stride;
	int64_t n, begin_mask, end_mask, ellipsis, new_axis, shrink;
};

static bool bit(int64_t mask, int64_t i)
{
	return mask >> i & 1;
}

static int64_t clamp(int64_t v, int64_t n, int64_t lo, int64_t hi)
{
	if (v < 0)
		v += n;
	return v < lo ? lo : v > hi ? hi : v;
}

/* The extents along one input dimension, by Python's rules with TensorFlow's masks. */
static bool one_dim(struct op_ctx *c, const struct spec *s, int64_t i, int d, int64_t n, int64_t *start, int64_t *count)
{
	int64_t step = s->stride[i], b = s->begin[i], e = s->end[i];
	int64_t lo = step > 0 ? 0 : -1, hi = step > 0 ? n : n - 1;

	if (step == 0)
		return op_invalid(c, "strides[%d] must be non-zero", d);
	if (bit(s->shrink, i)) {
		if (step < 0)
			return op_invalid(c, "only stride 1 allowed on non-range indexing.");
		if (bit(s->begin_mask, i))
			b = 0;
		*start = b < 0 ? b + n : b;
		*count = 1;
		return (*start >= 0 && *start < n) ||
		       op_invalid(c, "slice index %lld of dimension %d out of bounds.", (long long)*start, d);
	}
	b = bit(s->begin_mask, i) ? step > 0 ? lo : hi : clamp(b, n, lo, hi);
	e = bit(s->end_mask, i) ? step > 0 ? hi : lo : clamp(e, n, lo, hi);
	if (step == INT64_MIN)
		step++;			/* so that it has a negative */
	*start = b;
	*count = step > 0 ? e > b ? (e - b - 1) / step + 1 : 0 : b > e ? (b - e - 1) / -step + 1 : 0;
	return true;
}

static bool spec_read(struct op_ctx *c, int first, struct spec *s)
{
	const struct tensor *b = c->in[first], *e = c->in[first + 1], *st = c->in[first + 2];

	if (b->rank != 1 || e->rank != 1 || st->rank != 1 || b->n != e->n || b->n != st->n || b->n >= 32)
		return op_invalid(
			c,
			"Expected begin, end, and strides to be 1D equal size tensors, but got shapes %s, %s, and "
			"%s instead.",
			op_in_shape(c, first), op_in_shape(c, first + 1), op_in_shape(c, first + 2));
	s->n = b->n;
	s->begin = op_ints(c, first);
	s->end = s->begin ? op_ints(c, first + 1) : NULL;
	s->stride = s->end ? op_ints(c, first + 2) : NULL;
	node_attr_int(c->node, "begin_mask", &s->begin_mask);
	node_attr_int(c->node, "end_mask", &s->end_mask);
	node_attr_int(c->node, "ellipsis_mask", &s->ellipsis);
	node_attr_int(c->node, "new_axis_mask", &s->new_axis);
	node_attr_int(c->node, "shrink_axis_mask", &s->shrink);
	return s->stride != NULL;
}

/* How many input dims the entries name; errors that need no extents. */
static bool spec_count(struct op_ctx *c, const struct spec *s, int rank, int *used)
{
	bool dots = false;

	*used = 0;
	for (int64_t i = 0; i < s->n; i++) {
		if (bit(s->ellipsis, i)) {
			if (dots)
				return op_invalid(c, "Multiple ellipses in slice spec not allowed");
			dots = true;
		} else if (!bit(s->new_axis, i)) {
			++*used;
		}
	}
	if (*used > rank && rank == 0)
		return op_invalid(c, "Attempting to slice scalar input.");
	return *used <= rank ||
	       op_invalid(c, "Index out of range using input dim %d; input has only %d dims", rank, rank);
}

static void block_dim(struct block *b, int64_t n, int64_t stride, bool shown)
{
	b->dim[b->rank] = n;
	b->stride[b->rank++] = n > 1 ? stride : 0;	/* a stride beyond the tensor may not even fit */
	if (shown)
		b->shape[b->shape_rank++] = n;
}

static bool block_make(struct op_ctx *c, int first, int rank, const int64_t *dim, struct block *b)
{
	struct spec s = { 0 };
	int64_t *own = op_strides(c, rank, dim), at = 0, count = 0;
	int used, d = 0;
	bool dots = false;

	if (!spec_read(c, first, &s) || !spec_count(c, &s, rank, &used))
		return false;
	b->dim = arena_array(c->scratch, (size_t)rank + 1, sizeof(int64_t));
	b->stride = arena_array(c->scratch, (size_t)rank + 1, sizeof(int64_t));
	b->shape = arena_array(c->scratch, (size_t)(rank + s.n) + 1, sizeof(int64_t));
	for (int64_t i = 0; i <= s.n; i++) {
		if (i == s.n ? !dots : bit(s.ellipsis, i)) {	/* the dims that nothing else names */
			dots = true;
			for (int left = rank - used; left > 0; left--, d++)
				block_dim(b, dim[d], own[d], true);
			continue;
		}
		if (i == s.n)
			break;
		if (bit(s.new_axis, i)) {
			b->shape[b->shape_rank++] = 1;
			continue;
		}
		if (!one_dim(c, &s, i, d, dim[d], &at, &count))
			return false;
		b->start = (int64_t)((uint64_t)b->start + (count ? (uint64_t)at * (uint64_t)own[d] : 0));
		block_dim(b, count, count > 1 ? (int64_t)((uint64_t)own[d] * (uint64_t)s.stride[i]) : 0,
			  !bit(s.shrink, i));
		d++;
	}
	b->n = dims_mul(b->dim, 0, b->rank);
	return true;
}

/* TensorFlow walks eight dims at most, but for slices of the first dim alone, which it shares. */
static bool block_rank_ok(struct op_ctx *c, const struct block *b, const struct tensor *x)
{
	bool first_only = true;
	const int64_t *own = op_strides(c, x->rank, x->dim);

	for (int d = 0; d < x->rank; d++)
		first_only &= b->dim[d] == 1 ? d == 0 || x->dim[d] == 1 :
			      b->stride[d] == own[d] && (d == 0 || b->dim[d] == x->dim[d]);
	return x->rank <= 8 || first_only ||
	       op_fail(c, ERR_UNIMPLEMENTED, "Unhandled input dimensions %d", x->rank);
}

static bool run_strided_slice(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct block b = { 0 };
	struct tensor *out;

	if (!block_make(c, 1, x->rank, x->dim, &b))
		return false;
	out = op_out(c, 0, x->dtype, b.shape_rank, b.shape);
	if (!out || out->n == 0)
		return out != NULL;
	return block_rank_ok(c, &b, x) &&
	       move_run(c, &(struct move){ .dtype = x->dtype, .rank = b.rank, .dim = b.dim,
					   .dst_stride = op_strides(c, b.rank, b.dim), .src_stride = b.stride,
					   .dst = out->data, .src = el_at(x->dtype, x->data, b.start) });
}

/* ---- writing into a slice ---- */

/* Strides with which src (of shape `shape` or one that broadcasts to it) is read while the block is
 * walked: the block's dims are the shape's without new axes, with the shrunk ones. */
static int64_t *source_strides(struct op_ctx *c, const struct block *b, const struct tensor *src)
{
	int64_t *own = op_strides(c, src->rank, src->dim), *full = op_dims(c, src, b->shape_rank);
	int64_t *s = arena_array(c->scratch, (size_t)b->rank + 1, sizeof(*s));
	int extra = b->shape_rank - src->rank, k = 0;

	for (int d = 0; d < b->shape_rank; d++)
		full[d] = d < extra || src->dim[d - extra] == 1 ? 0 : own[d - extra];
	for (int d = 0; d < b->rank; d++) {
		if (b->dim[d] == 1)
			continue;	/* shrunk, or nothing to step over */
		while (b->shape[k] == 1)
			k++;
		s[d] = full[k++];
	}
	return s;
}

/* Strings must not be put over strings: out[i] comes from where map[i] says. */
static bool write_slots(struct op_ctx *c, struct tensor *out, const struct tensor *old, const struct tensor *src,
			const struct block *b, const int64_t *strides)
{
	int64_t *map, *from, n = src->n ? src->n : 1;

	map = op_temp(c, (size_t)out->n * sizeof(*map));
	from = map ? op_temp(c, (size_t)n * sizeof(*from)) : NULL;
	if (!from)
		return false;
	for (int64_t i = 0; i < out->n; i++)
		map[i] = i;
	for (int64_t i = 0; i < src->n; i++)
		from[i] = ~i;
	if (b->n && !move_run(c, &(struct move){ .dtype = DT_INT64, .rank = b->rank, .dim = b->dim,
						 .dst_stride = b->stride, .src_stride = strides,
						 .dst = map + b->start, .src = from }))
		return false;
	for (int64_t i = 0; i < out->n; i++) {
		const void *p = map[i] < 0 ? el_at(out->dtype, src->data, ~map[i]) :
				old ? el_at(out->dtype, old->data, i) : NULL;

		if (p && !el_copy(out->dtype, el_at(out->dtype, out->data, i), p, 1, c->err))
			return false;
	}
	return true;
}

/* Gives old (NULL: zeros) with src in the block. */
static struct tensor *written(struct op_ctx *c, int rank, const int64_t *dim, const struct tensor *old,
			      const struct tensor *src, const struct block *b)
{
	struct tensor *out = tensor_zeros(src->dtype, rank, dim, c->err);
	enum dtype_kind kind = dtype_info(src->dtype)->kind;
	int64_t *strides = source_strides(c, b, src);
	bool ok;

	if (!out)
		return NULL;
	if (kind == DK_STRING || kind == DK_OBJECT) {
		ok = write_slots(c, out, old, src, b, strides);
	} else {
		if (old)
			memcpy(out->data, old->data, out->bytes);
		ok = b->n == 0 || move_run(c, &(struct move){ .dtype = src->dtype, .rank = b->rank, .dim = b->dim,
							      .dst_stride = b->stride, .src_stride = strides,
							      .dst = el_at(src->dtype, out->data, b->start),
							      .src = src->data });
	}
	if (ok)
		return out;
	tensor_unref(out);
	return NULL;
}

static bool run_strided_slice_grad(struct op_ctx *c)
{
	const struct tensor *dy = c->in[4];
	struct block b = { 0 };
	const int64_t *dim;

	if (c->in[0]->rank != 1)
		return op_invalid(c, "shape must be 1-D, got shape.shape = %s", op_in_shape(c, 0));
	dim = op_shape_in(c, 0);
	if (!dim || !block_make(c, 1, (int)c->in[0]->n, dim, &b))
		return false;
	if (!shape_eq(tensor_shape(dy), (struct shape){ b.shape_rank, b.shape }))
		return op_invalid(c, "shape of dy was %s instead of %s", op_in_shape(c, 4),
				  op_shape(c, b.shape_rank, b.shape));
	c->out[0] = written(c, (int)c->in[0]->n, dim, NULL, dy, &b);
	return c->out[0] != NULL;
}

/* old with the value of input 4 in the slice that inputs 1 to 3 name; it may broadcast. */
static struct tensor *updated(struct op_ctx *c, const struct tensor *old)
{
	const struct tensor *v = c->in[4];
	struct block b = { 0 };
	bool fits;

	if (!block_make(c, 1, old->rank, old->dim, &b))
		return NULL;
	fits = v->rank <= b.shape_rank;
	for (int d = 0; fits && d < v->rank; d++) {
		int64_t n = b.shape[b.shape_rank - v->rank + d];

		fits = v->dim[d] == n || v->dim[d] == 1;
	}
	if (fits)
		return written(c, old->rank, old->dim, old, v, &b);
	op_invalid(c, "Cannot broadcast input shape %s into final shape %s", op_in_shape(c, 4),
		   op_shape(c, b.shape_rank, b.shape));
	return NULL;
}

static bool run_update(struct op_ctx *c)
{
	c->out[0] = updated(c, c->in[0]);
	return c->out[0] != NULL;
}

static bool run_resource_assign(struct op_ctx *c)
{
	struct var *v = var_of(c, 0);
	struct tensor *value;

	if (!v)
		return false;
	if (!v->value)
		return op_fail(c, ERR_FAILED_PRECONDITION,
			       "Trying to assign to a slice of an uninitialized variable: %s", v->r.name);
	if (v->value->dtype != c->in[4]->dtype)
		return op_invalid(c, "the variable is %s, the value %s", dtype_info(v->value->dtype)->name,
				  dtype_info(c->in[4]->dtype)->name);
	value = updated(c, v->value);
	if (value)
		var_set(c, v, value);
	return value != NULL;
}

static bool run_ref_assign(struct op_ctx *c)
{
	struct var *v = var_ref_with_value(c, 0);
	struct tensor *value = v ? updated(c, v->value) : NULL;

	if (!value)
		return false;
	var_set(c, v, value);
	c->out[0] = var_ref_tensor(v, tensor_shape(value), c->err);
	return c->out[0] != NULL;
}

#define DM_SLICED (DM_PLAIN | DM_QUANT | DM_FP8)
#define STRIDED(n, ins, outs, fn, f) { .name = n, .n_in = ins, .n_out = outs, .run = fn, .flags = f, \
				       .types = { { "T", DM_SLICED | DM_OBJECT } } }
static const struct op_row rows[] = {
	{ .name = "Slice", .n_in = 3, .n_out = 1, .types = { { "T", DM_SLICED }, { "Index", DM_INDEX } },
	  .flags = OP_VIEW, .run = run_slice },
	STRIDED("StridedSlice", 4, 1, run_strided_slice, 0),
	STRIDED("StridedSliceGrad", 5, 1, run_strided_slice_grad, 0),
	STRIDED("TensorStridedSliceUpdate", 5, 1, run_update, 0),
	STRIDED("StridedSliceAssign", 5, 1, run_ref_assign, OP_STATEFUL),
	STRIDED("ResourceStridedSliceAssign", 5, 0, run_resource_assign, OP_STATEFUL),
};

OP_FAMILY(family_slice, rows);
