/* Slice and StridedSlice. */
#include <string.h>

#include "ops/kernel.h"

static bool run_slice(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	const int64_t *begin, *size;
	int64_t nb, ns, *dim, *own, start = 0;
	struct tensor *out;

	if (!op_int_vec(c, 1, &begin, &nb) || !op_int_vec(c, 2, &size, &ns))
		return false;
	if (nb != x->rank || ns != x->rank)
		return op_invalid(c, "Expected begin and size arguments to be 1-D tensors of size %d, but got shapes %s and %s "
				  "instead.", x->rank, op_in_shape(c, 1), op_in_shape(c, 2));
	dim = op_dims(c, x, 0);
	own = op_strides(c, x->rank, x->dim);
	for (int d = 0; d < x->rank; d++) {
		if (begin[d] < 0 || begin[d] > x->dim[d])
			return op_invalid(c, "Expected begin[%d] in [0, %lld], but got %lld", d, (long long)x->dim[d],
					  (long long)begin[d]);
		dim[d] = size[d] == -1 ? x->dim[d] - begin[d] : size[d];
		if (dim[d] < 0 || dim[d] > x->dim[d] - begin[d])
			return op_invalid(c, "Expected size[%d] in [0, %lld], but got %lld", d,
					  (long long)(x->dim[d] - begin[d]), (long long)size[d]);
		start += begin[d] * own[d];
	}
	out = op_out(c, 0, x->dtype, x->rank, dim);
	if (!out || out->n == 0)
		return out != NULL;
	return move_run(c, &(struct move){ .dtype = x->dtype, .rank = x->rank, .dim = dim,
					   .dst_stride = op_strides(c, x->rank, dim), .src_stride = own, .dst = out->data,
					   .src = (char *)x->data + (size_t)start * dtype_info(x->dtype)->size });
}

struct spec {
	const int64_t *begin, *end, *stride;
	int64_t n, begin_mask, end_mask, ellipsis, new_axis, shrink;
};

/* The extents along one input dimension, by Python's rules with TensorFlow's masks. */
static bool one_dim(struct op_ctx *c, const struct spec *s, int64_t i, int64_t n, int64_t *start, int64_t *count)
{
	int64_t step = s->stride[i], b = s->begin[i], e = s->end[i];
	int64_t lo = step > 0 ? 0 : -1, hi = step > 0 ? n : n - 1;

	if (step == 0)
		return op_invalid(c, "strides[%lld] must be non-zero", (long long)i);
	if (s->shrink >> i & 1) {
		if (step < 0)
			return op_invalid(c, "only stride 1 allowed on non-range indexing.");
		*start = b < 0 ? b + n : b;
		*count = 1;
		return (*start >= 0 && *start < n) ||
		       op_invalid(c, "slice index %lld of dimension %lld out of bounds.", (long long)b, (long long)i);
	}
	if (s->begin_mask >> i & 1)
		b = step > 0 ? 0 : n - 1;
	else
		b = (b = b < 0 ? b + n : b) < lo ? lo : b > hi ? hi : b;
	if (s->end_mask >> i & 1)
		e = step > 0 ? n : -1;
	else
		e = (e = e < 0 ? e + n : e) < lo ? lo : e > hi ? hi : e;
	*start = b;
	*count = step > 0 ? e > b ? (e - b - 1) / step + 1 : 0 : b > e ? (b - e - 1) / -step + 1 : 0;
	return true;
}

static bool run_strided_slice(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct spec s = { 0 };
	int64_t ne, nst, *dim, *src, *own, *shape, start = 0, used = 0, at = 0, count = 0;
	int rank = 0, shape_rank = 0, d = 0;
	struct tensor *out;
	bool dots = false;

	if (!op_int_vec(c, 1, &s.begin, &s.n) || !op_int_vec(c, 2, &s.end, &ne) || !op_int_vec(c, 3, &s.stride, &nst))
		return false;
	if (s.n != ne || s.n != nst || s.n > 32)
		return op_invalid(c, "Expected begin, end, and strides to be 1D equal size tensors, but got shapes %s, %s, and "
				  "%s instead.", op_in_shape(c, 1), op_in_shape(c, 2), op_in_shape(c, 3));
	node_attr_int(c->node, "begin_mask", &s.begin_mask);
	node_attr_int(c->node, "end_mask", &s.end_mask);
	node_attr_int(c->node, "ellipsis_mask", &s.ellipsis);
	node_attr_int(c->node, "new_axis_mask", &s.new_axis);
	node_attr_int(c->node, "shrink_axis_mask", &s.shrink);
	for (int64_t i = 0; i < s.n; i++) {
		if (s.ellipsis >> i & 1)
			dots = true;
		else if (!(s.new_axis >> i & 1))
			used++;
	}
	if (used > x->rank)
		return op_invalid(c, "Index out of range using input dim %d; input has only %d dims", x->rank, x->rank);
	dim = op_dims(c, x, 0);
	src = op_dims(c, x, 0);
	shape = arena_array(c->scratch, (size_t)(x->rank + s.n) + 1, sizeof(*shape));
	own = op_strides(c, x->rank, x->dim);
	for (int64_t i = 0; i <= s.n; i++) {
		bool rest = i == s.n ? !dots : s.ellipsis >> i & 1;

		if (rest) {		/* the dims that nothing else names */
			int64_t left = i == s.n ? x->rank - d : x->rank - used;

			for (; left > 0 && d < x->rank; left--, d++) {
				dim[rank] = shape[shape_rank++] = x->dim[d];
				src[rank++] = own[d];
			}
			continue;
		}
		if (i == s.n)
			break;
		if (s.new_axis >> i & 1) {
			shape[shape_rank++] = 1;
			continue;
		}
		if (d >= x->rank || !one_dim(c, &s, i, x->dim[d], &at, &count))
			return d < x->rank ? false : op_invalid(c, "Index out of range using input dim %d", d);
		start += count ? at * own[d] : 0;
		dim[rank] = count;
		src[rank++] = own[d] * s.stride[i];
		if (!(s.shrink >> i & 1))
			shape[shape_rank++] = count;
		d++;
	}
	out = op_out(c, 0, x->dtype, shape_rank, shape);
	if (!out || out->n == 0)
		return out != NULL;
	return move_run(c, &(struct move){ .dtype = x->dtype, .rank = rank, .dim = dim,
					   .dst_stride = op_strides(c, rank, dim), .src_stride = src, .dst = out->data,
					   .src = (char *)x->data + (size_t)start * dtype_info(x->dtype)->size });
}

static const struct op_row rows[] = {
	{ .name = "Slice", .n_in = 3, .n_out = 1, .types = { { "T", DM_ANY } }, .run = run_slice },
	{ .name = "StridedSlice", .n_in = 4, .n_out = 1, .types = { { "T", DM_ANY } }, .run = run_strided_slice },
};

OP_FAMILY(family_slice, rows);
