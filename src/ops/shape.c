/* Ops on shapes alone: Shape, Size, Rank, Reshape, Squeeze, ExpandDims, EnsureShape. */
#include "ops/array.h"

static bool put_dims(struct op_ctx *c, int i, const int64_t *dim, int n, bool scalar)
{
	enum dtype t = DT_INT32;
	int64_t len[1] = { n };
	struct tensor *out;

	node_attr_type(c->node, "out_type", &t);
	out = op_out(c, i, t, scalar ? 0 : 1, len);
	for (int d = 0; out && d < n; d++) {
		if (t == DT_INT64)
			((int64_t *)out->data)[d] = dim[d];
		else if (dim[d] > INT32_MAX)
			return op_invalid(c, "Shape output type is 32-bit  but dim %d is %lld", d, (long long)dim[d]);
		else
			((int32_t *)out->data)[d] = (int32_t)dim[d];
	}
	return out != NULL;
}

static bool run_shape(struct op_ctx *c)
{
	return put_dims(c, 0, c->in[0]->dim, c->in[0]->rank, false);
}

static bool run_shape_n(struct op_ctx *c)
{
	for (int i = 0; i < c->n_in && i < c->n_out; i++)
		if (!put_dims(c, i, c->in[i]->dim, c->in[i]->rank, false))
			return false;
	return true;
}

static bool run_size(struct op_ctx *c)
{
	return put_dims(c, 0, &c->in[0]->n, 1, true);
}

static bool run_rank(struct op_ctx *c)
{
	struct tensor *out = op_out(c, 0, DT_INT32, 0, NULL);

	if (out)
		*(int32_t *)out->data = c->in[0]->rank;
	return out != NULL;
}

/* The wanted dims; *unknown is the place of a -1, *known the product of the others. */
static bool wanted_dims(struct op_ctx *c, const int64_t *want, int64_t n, int64_t *unknown, int64_t *known)
{
	*known = 1;
	*unknown = -1;
	for (int64_t d = 0; d < n; d++) {
		if (want[d] == -1) {
			if (*unknown >= 0)
				return op_invalid(c, "Only one input size may be -1, not both %lld and %lld",
						  (long long)*unknown, (long long)d);
			*unknown = d;
			continue;
		}
		if (want[d] < 0)
			return op_invalid(c, "Size %lld must be non-negative, not %lld", (long long)d,
					  (long long)want[d]);
		if (__builtin_mul_overflow(*known, want[d], known))
			return op_invalid(c, "Shape [%s] has too many elements", op_list(c, want, n, ", "));
	}
	return true;
}

/* TensorFlow's way with a -1 when there are no elements: a quotient of the dims that are not 0. */
static bool infer_empty(struct op_ctx *c, const int64_t *want, int64_t n, int64_t unknown, int64_t *dim)
{
	const struct tensor *x = c->in[0];
	int64_t have = 1, need = 1, zeros = 0;

	for (int d = 0; d < x->rank; d++)
		if (x->dim[d] && __builtin_mul_overflow(have, x->dim[d], &have))
			return op_invalid(c, "Shape %s has too many elements", op_in_shape(c, 0));
	for (int64_t d = 0; d < n; d++) {
		zeros += want[d] == 0;
		if (d != unknown && want[d] && __builtin_mul_overflow(need, want[d], &need))
			return op_invalid(c, "Shape [%s] has too many elements", op_list(c, want, n, ", "));
	}
	dim[unknown] = zeros ? have / need : 0;
	return true;
}

bool op_reshape(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t n = c->in[1]->n, *dim, known, unknown;
	const int64_t *want;

	if (c->in[1]->rank > 1)
		return op_invalid(c, "sizes input must be 1-D, not %s", op_in_shape(c, 1));
	if (n > SHAPE_MAX_RANK)
		return op_invalid(c, "Too many dimensions in tensor");
	want = op_ints(c, 1);
	if (!want || !wanted_dims(c, want, n, &unknown, &known))
		return false;
	dim = arena_array(c->scratch, (size_t)n + 1, sizeof(*dim));
	for (int64_t d = 0; d < n; d++)
		dim[d] = want[d];
	if (unknown >= 0 && x->n == 0) {
		if (!infer_empty(c, want, n, unknown, dim))
			return false;
		known = dims_mul(dim, 0, (int)n);
	} else if (unknown >= 0) {
		dim[unknown] = known ? x->n / known : 0;
		if (known && dim[unknown] * known != x->n)
			return op_invalid(c, "Input to reshape is a tensor with %lld values, but the requested shape "
					  "requires a multiple of %lld", (long long)x->n, (long long)known);
		known *= dim[unknown];
	}
	if (known != x->n)
		return op_invalid(c, "Input to reshape is a tensor with %lld values, but the requested shape has %lld",
				  (long long)x->n, (long long)known);
	return op_out_view(c, 0, 0, (int)n, dim);
}

static bool run_squeeze(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	const struct attr_value *items = NULL;
	bool drop[SHAPE_MAX_RANK] = { false };
	int64_t *dim = op_dims(c, x, 0);
	uint32_t n = 0;
	int rank = 0;

	node_attr_list(c->node, "squeeze_dims", &items, &n);
	for (uint32_t i = 0; i < n; i++) {
		int64_t a = items[i].i;

		if (!axis_norm(&a, x->rank))
			return op_invalid(c, "Tried to squeeze dim index %lld for tensor with %d dimensions.",
					  (long long)items[i].i, x->rank);
		drop[a] = true;
	}
	for (int d = 0; d < x->rank; d++) {
		bool out = n ? drop[d] : x->dim[d] == 1;

		if (out && x->dim[d] != 1)
			return op_invalid(c, "Can not squeeze dim[%d], expected a dimension of 1, got %lld", d,
					  (long long)x->dim[d]);
		if (!out)
			dim[rank++] = x->dim[d];
	}
	return op_out_view(c, 0, 0, rank, dim);
}

static bool run_expand_dims(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t axis, given, *dim = op_dims(c, x, 1);

	if (c->in[1]->n != 1)
		return op_invalid(c, "'dim' must be a tensor with a single value");
	axis = given = tensor_get_i64(c->in[1], 0);
	if (!axis_norm(&axis, x->rank + 1))
		return op_invalid(c, "Tried to expand dim index %lld for tensor with %d dimensions.", (long long)given,
				  x->rank);
	for (int d = x->rank; d > axis; d--)
		dim[d] = dim[d - 1];
	dim[axis] = 1;
	return op_out_view(c, 0, 0, x->rank + 1, dim);
}

static bool run_ensure_shape(struct op_ctx *c)
{
	struct str text = STR_INIT;
	const struct node *n = c->node;
	struct shape want;

	if (!node_attr_shape(n, "shape", &want))
		return attr_missing(n, "shape", c->err);
	if (shape_accepts(want, tensor_shape(c->in[0])))
		return op_out_ref(c, 0, c->in[0]);
	shape_str(&text, want);
	op_invalid(c, "Shape of tensor %.*s %s is not compatible with expected shape %s.",
		   n->in_text ? (int)n->in_text[0].n : 0, n->in_text ? n->in_text[0].p : "", op_in_shape(c, 0),
		   str_z(&text));
	str_free(&text);
	return false;
}

static const struct op_row rows[] = {
	{ .name = "Shape", .n_in = 1, .n_out = 1, .run = run_shape },
	{ .name = "ShapeN", .n_in = -1, .n_out = -1, .run = run_shape_n },
	{ .name = "Size", .n_in = 1, .n_out = 1, .run = run_size },
	{ .name = "Rank", .n_in = 1, .n_out = 1, .run = run_rank },
	{ .name = "Reshape",
	  .n_in = 2,
	  .n_out = 1,
	  .types = { { "Tshape", DM_INDEX } },
	  .flags = OP_VIEW,
	  .run = op_reshape },
	{ .name = "Squeeze", .n_in = 1, .n_out = 1, .flags = OP_VIEW, .run = run_squeeze },
	{ .name = "ExpandDims",
	  .n_in = 2,
	  .n_out = 1,
	  .types = { { "Tdim", DM_INDEX } },
	  .flags = OP_VIEW,
	  .run = run_expand_dims },
	{ .name = "EnsureShape", .n_in = 1, .n_out = 1, .flags = OP_VIEW, .run = run_ensure_shape },
};

OP_FAMILY(family_shape, rows);
