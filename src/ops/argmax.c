/* ArgMax and ArgMin: the first of the largest or smallest; a NaN is never larger nor smaller. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "ops/array.h"

struct arg {
	const struct tensor *x;
	int64_t n, inner;
	int64_t *best;			/* a line's answers */
	void *top;			/* the values there */
	bool max;
};

/* One line: outer index o; best[] and top[] have `inner` places. */
#define LINE(name, T, C, LOAD, LOW, HIGH) \
	static void name(const struct arg *a, int64_t o, int64_t *best, void *room) \
	{ \
		const T *x = (const T *)a->x->data + o * a->n * a->inner; \
		C *top = room; \
\
		for (int64_t i = 0; i < a->inner; i++) { \
			top[i] = a->max ? (C)(LOW) : (C)(HIGH); \
			best[i] = 0; \
		} \
		for (int64_t k = 0; k < a->n; k++) \
			for (int64_t i = 0; i < a->inner; i++) { \
				C v = LOAD(x[k * a->inner + i]); \
\
				if (a->max ? v > top[i] : v < top[i]) { \
					top[i] = v; \
					best[i] = k; \
				} \
			} \
	}

#define SAME(x) (x)
LINE(arg_f32, float, float, SAME, -FLT_MAX, FLT_MAX)
LINE(arg_f64, double, double, SAME, -DBL_MAX, DBL_MAX)
LINE(arg_f16, uint16_t, float, half_to_float, -65504, 65504)
LINE(arg_bf16, uint16_t, float, bf16_to_float, -0x1.FEp127, 0x1.FEp127)
LINE(arg_i8, int8_t, int8_t, SAME, INT8_MIN, INT8_MAX)
LINE(arg_i16, int16_t, int16_t, SAME, INT16_MIN, INT16_MAX)
LINE(arg_i32, int32_t, int32_t, SAME, INT32_MIN, INT32_MAX)
LINE(arg_i64, int64_t, int64_t, SAME, INT64_MIN, INT64_MAX)
LINE(arg_u8, uint8_t, uint8_t, SAME, 0, UINT8_MAX)
LINE(arg_u16, uint16_t, uint16_t, SAME, 0, UINT16_MAX)
LINE(arg_u32, uint32_t, uint32_t, SAME, 0, UINT32_MAX)
LINE(arg_u64, uint64_t, uint64_t, SAME, 0, UINT64_MAX)
LINE(arg_bool, uint8_t, uint8_t, SAME, 0, 1)

static void (*line_of(enum dtype t))(const struct arg *, int64_t, int64_t *, void *)
{
	switch (t) {
	case DT_FLOAT: return arg_f32;
	case DT_DOUBLE: return arg_f64;
	case DT_HALF: return arg_f16;
	case DT_BFLOAT16: return arg_bf16;
	case DT_INT8: return arg_i8;
	case DT_INT16: return arg_i16;
	case DT_INT32: return arg_i32;
	case DT_INT64: return arg_i64;
	case DT_UINT8: return arg_u8;
	case DT_UINT16: return arg_u16;
	case DT_UINT32: return arg_u32;
	case DT_UINT64: return arg_u64;
	default: return arg_bool;
	}
}

static void put(struct tensor *out, int64_t at, const int64_t *v, int64_t n)
{
	for (int64_t i = 0; i < n; i++)
		switch (dtype_info(out->dtype)->size) {
		case 2: ((uint16_t *)out->data)[at + i] = (uint16_t)v[i]; break;
		case 4: ((uint32_t *)out->data)[at + i] = (uint32_t)v[i]; break;
		default: ((int64_t *)out->data)[at + i] = v[i];
		}
}

static bool arg_axis(struct op_ctx *c, int64_t *axis)
{
	const struct tensor *x = c->in[0];

	if (c->in[1]->rank != 0)
		return op_invalid(c, "dim must be a scalar, but received tensor of shape: %s", op_in_shape(c, 1));
	*axis = tensor_get_i64(c->in[1], 0);
	if (!axis_norm(axis, x->rank))
		return op_invalid(c, "Expected dimension in the range [%d, %d), but got %lld", -x->rank, x->rank,
				  (long long)*axis);
	if (x->dim[*axis] == 0)
		return op_invalid(c, "Reduction axis %lld is empty in shape %s", (long long)*axis, op_in_shape(c, 0));
	return true;
}

static bool run_arg(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct arg a = { .x = x, .max = !strcmp(c->row->name, "ArgMax") };
	int64_t axis = 0, *dim = op_dims(c, x, 0), *best;
	enum dtype t = DT_INT64;
	struct tensor *out;
	void *top;

	if (!arg_axis(c, &axis))
		return false;
	for (int d = (int)axis + 1; d < x->rank; d++)
		dim[d - 1] = x->dim[d];
	node_attr_type(c->node, "output_type", &t);
	out = op_out(c, 0, t, x->rank - 1, dim);
	if (!out || out->n == 0)
		return out != NULL;
	if (x->rank > 7)
		return op_invalid(
			c, "Argmax and Argmin only support up to 7 input dimensions, but got %d. Inputs shape: %s",
			x->rank, op_in_shape(c, 0));
	a.n = x->dim[axis];
	a.inner = dims_mul(x->dim, (int)axis + 1, x->rank);
	best = op_temp(c, (size_t)a.inner * sizeof(*best));
	top = best ? op_temp(c, (size_t)a.inner * 8) : NULL;
	if (!top)
		return false;
	for (int64_t o = 0; o < out->n / a.inner; o++) {
		line_of(x->dtype)(&a, o, best, top);
		put(out, o * a.inner, best, a.inner);
	}
	return true;
}

static const struct op_row rows[] = {
	{ .name = "ArgMax", .n_in = 2, .n_out = 1, .run = run_arg,
	  .types = { { "T", DM_REAL | DM(DT_BOOL) }, { "Tidx", DM_INDEX | DM(DT_INT16) },
		     { "output_type", DM_INDEX | DM(DT_INT16) | DM(DT_UINT16) } } },
	{ .name = "ArgMin", .n_in = 2, .n_out = 1, .run = run_arg,
	  .types = { { "T", DM_REAL | DM(DT_BOOL) }, { "Tidx", DM_INDEX }, { "output_type", DM_INDEX } } },
};

OP_FAMILY(family_argmax, rows);
