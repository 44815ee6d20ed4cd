/* OneHot and Where: from places to a mask and back. */
#include <string.h>

#include "ops/array.h"

static bool scalar_in(struct op_ctx *c, int i, const char *name)
{
	return c->in[i]->rank == 0 || op_invalid(c, "%s must be a scalar, but got: %s", name, op_in_shape(c, i));
}

static bool run_one_hot(struct op_ctx *c)
{
	const struct tensor *idx = c->in[0], *on = c->in[2];
	int64_t axis = -1, depth, *dim = op_dims(c, idx, 1), inner, outer;
	const int64_t *v;
	struct tensor *out;

	if (!scalar_in(c, 1, "depth") || !scalar_in(c, 2, "on_value") || !scalar_in(c, 3, "off_value"))
		return false;
	node_attr_int(c->node, "axis", &axis);
	if (axis < -1 || axis > idx->rank)
		return op_invalid(c, "Expected axis to be -1 or between [0, %d).  But received: %lld", idx->rank + 1,
				  (long long)axis);
	depth = tensor_get_i64(c->in[1], 0);
	if (depth < 0)
		return op_invalid(c, "depth must be non-negative, got: %lld", (long long)depth);
	axis = axis < 0 ? idx->rank : axis;
	for (int d = idx->rank; d > axis; d--)
		dim[d] = dim[d - 1];
	dim[axis] = depth;
	out = op_out(c, 0, on->dtype, idx->rank + 1, dim);
	if (!out || out->n == 0)
		return out != NULL;
	inner = dims_mul(idx->dim, (int)axis, idx->rank);
	outer = idx->n / inner;
	v = op_ints(c, 0);
	if (!v)
		return false;
	if (dtype_info(on->dtype)->kind != DK_OBJECT &&
	    !el_fill(on->dtype, out->data, c->in[3]->data, out->n, c->err))
		return false;
	if (dtype_info(on->dtype)->kind == DK_OBJECT) {		/* each slot written once */
		for (int64_t k = 0; k < out->n; k++) {
			int64_t i = k / (inner * depth) * inner + k % inner;
			const struct tensor *from = v[i] == k / inner % depth ? on : c->in[3];

			if (!el_copy(on->dtype, el_at(on->dtype, out->data, k), from->data, 1, c->err))
				return false;
		}
		return true;
	}
	for (int64_t o = 0; o < outer; o++)
		for (int64_t i = 0; i < inner; i++) {
			int64_t at = v[o * inner + i];

			if (at >= 0 && at < depth)
				memcpy(el_at(on->dtype, out->data, (o * depth + at) * inner + i), on->data,
				       dtype_info(on->dtype)->size);
		}
	return true;
}

/* ---- Where ---- */

/* hit[i] = x[i] is not zero; how many are not. */
#define HITS(T, E) \
	for (int64_t i = 0; i < x->n; i++) { \
		T v = ((const T *)x->data)[i]; \
\
		hit[i] = (uint8_t)(E); \
		n += hit[i]; \
	}

static int64_t hits(const struct tensor *x, uint8_t *hit)
{
	int64_t n = 0;

	switch (x->dtype) {
	case DT_FLOAT: HITS(float, v != 0); break;
	case DT_DOUBLE: HITS(double, v != 0); break;
	case DT_BFLOAT16: HITS(uint16_t, (v & 0x7fff) != 0); break;
	case DT_COMPLEX64: HITS(_Complex float, v != 0); break;
	case DT_COMPLEX128: HITS(_Complex double, v != 0); break;
	case DT_BOOL: case DT_INT8: case DT_UINT8: HITS(uint8_t, v != 0); break;
	case DT_INT16: case DT_UINT16: HITS(uint16_t, v != 0); break;
	case DT_INT32: case DT_UINT32: HITS(uint32_t, v != 0); break;
	default: HITS(uint64_t, v != 0);
	}
	return n;
}

static bool run_where(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t place[8] = { 0 }, dim[2], *to;
	struct tensor *out;
	uint8_t *hit;

	if (x->dtype == DT_HALF)
		return op_fail(c, ERR_UNIMPLEMENTED, "No WhereOp available for float16/half type on CPU; dying in CPU "
			       "WhereOp to avoid silently creating costly copies from device.");
	hit = op_temp(c, (size_t)x->n);
	if (!hit)
		return false;
	dim[0] = hits(x, hit);
	dim[1] = x->rank;
	if (x->rank < 1 || x->rank > 8)
		return op_invalid(c, "WhereOp : Unhandled input dimensions: %d", x->rank);
	out = op_out(c, 0, DT_INT64, 2, dim);
	if (!out)
		return false;
	to = out->data;
	for (int64_t i = 0; i < x->n; i++) {
		if (hit[i]) {
			memcpy(to, place, (size_t)x->rank * sizeof(*to));
			to += x->rank;
		}
		for (int d = x->rank - 1; d >= 0; d--) {
			if (++place[d] < x->dim[d])
				break;
			place[d] = 0;
		}
	}
	return true;
}

static const struct op_row rows[] = {
	{ .name = "OneHot", .n_in = 4, .n_out = 1, .run = run_one_hot,
	  .types = { { "T", DM_POD | DM_OBJECT }, { "TI", DM_INDEX | DM(DT_UINT8) | DM(DT_INT8) } } },
	{ .name = "Where", .n_in = 1, .n_out = 1, .types = { { "T", DM_POD } }, .run = run_where },
};

OP_FAMILY(family_onehot, rows);
