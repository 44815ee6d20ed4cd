/* Tensors made of little: Fill, ZerosLike, OnesLike, Empty, Range, LinSpace. */
#include <math.h>
#include <string.h>

#include "ops/array.h"
#include "ops/tensorlist.h"

static bool run_fill(struct op_ctx *c)
{
	const int64_t *dim;
	struct tensor *out;

	if (c->in[0]->rank > 1)
		return op_invalid(c, "dims must represent a vector, got shape %s", op_in_shape(c, 0));
	if (c->in[1]->rank > 1 || c->in[1]->n != 1)
		return op_invalid(c, "value must represent a scalar, got shape %s", op_in_shape(c, 1));
	dim = op_shape_in(c, 0);
	out = dim ? op_out(c, 0, c->in[1]->dtype, (int)c->in[0]->n, dim) : NULL;
	return out && el_fill(out->dtype, out->data, c->in[1]->data, out->n, c->err);
}

static bool run_empty(struct op_ctx *c)
{
	const int64_t *dim;
	enum dtype t;

	if (!node_attr_type(c->node, "dtype", &t))
		return attr_missing(c->node, "dtype", c->err);
	if (c->in[0]->rank != 1)
		return op_invalid(c, "shape must be a vector of int32, got shape %s", op_in_shape(c, 0));
	dim = op_shape_in(c, 0);
	if (!dim)
		return false;
	c->out[0] = tensor_zeros(t, (int)c->in[0]->n, dim, c->err);
	return c->out[0] != NULL;
}

static bool run_zeros_like(struct op_ctx *c)
{
	if (c->in[0]->dtype == DT_VARIANT)
		return variant_zeros_like(c);
	c->out[0] = tensor_zeros(c->in[0]->dtype, c->in[0]->rank, c->in[0]->dim, c->err);
	return c->out[0] != NULL;
}

static bool run_ones_like(struct op_ctx *c)
{
	struct tensor *out = op_out_like(c, 0, c->in[0]), *one;

	if (!out)
		return false;
	one = tensor_scalar_f64(out->dtype, 1, c->err);
	if (!one)
		return false;
	op_hold(c, one);
	return el_fill(out->dtype, out->data, one->data, out->n, c->err);
}

/* ---- Range ---- */

static bool range_direction(struct op_ctx *c, bool up, bool ok)
{
	double a = tensor_get_f64(c->in[0], 0), b = tensor_get_f64(c->in[1], 0);

	if (ok)
		return true;
	if (dtype_info(c->in[0]->dtype)->kind == DK_INT)
		return op_invalid(c, "Requires start %s limit when delta %s 0: %lld/%lld", up ? "<=" : ">=",
				  up ? ">" : "<", (long long)tensor_get_i64(c->in[0], 0),
				  (long long)tensor_get_i64(c->in[1], 0));
	return op_invalid(c, "Requires start %s limit when delta %s 0: %g/%g", up ? "<=" : ">=", up ? ">" : "<", a, b);
}

/* v as the type counts it: TensorFlow's own arithmetic on the ends wraps. */
static int64_t wrapped(enum dtype t, uint64_t v)
{
	return t == DT_INT32 ? (int32_t)(uint32_t)v : (int64_t)v;
}

static int64_t wrapped_abs(enum dtype t, int64_t v)
{
	return wrapped(t, v < 0 ? 0 - (uint64_t)v : (uint64_t)v);
}

static int64_t range_count(enum dtype t, int64_t a, int64_t b, int64_t d)
{
	int64_t span = wrapped_abs(t, wrapped(t, (uint64_t)b - (uint64_t)a)), step = wrapped_abs(t, d);
	int64_t up = wrapped(t, (uint64_t)span + (uint64_t)step - 1);

	return step == -1 ? wrapped(t, 0 - (uint64_t)up) : up / step;
}

static bool range_int(struct op_ctx *c)
{
	int64_t a = tensor_get_i64(c->in[0], 0), b = tensor_get_i64(c->in[1], 0), d = tensor_get_i64(c->in[2], 0), n;
	struct tensor *out;

	if (d == 0)
		return op_invalid(c, "Requires delta != 0: 0");
	if (!range_direction(c, d > 0, d > 0 ? a <= b : a >= b))
		return false;
	n = range_count(c->in[0]->dtype, a, b, d);
	if (n < 0)
		return op_invalid(c, "Dimension %lld must be >= 0", (long long)n);
	out = op_out(c, 0, c->in[0]->dtype, 1, &n);
	if (out && out->dtype == DT_INT64)
		for (int64_t i = 0; i < n; i++)
			((uint64_t *)out->data)[i] = (uint64_t)a + (uint64_t)i * (uint64_t)d;
	else if (out)
		for (int64_t i = 0; i < n; i++)
			((uint32_t *)out->data)[i] = (uint32_t)((uint64_t)a + (uint64_t)i * (uint64_t)d);
	return out != NULL;
}

static bool range_float(struct op_ctx *c)
{
	double a = tensor_get_f64(c->in[0], 0), b = tensor_get_f64(c->in[1], 0), d = tensor_get_f64(c->in[2], 0), count;
	bool f = c->in[0]->dtype == DT_FLOAT;
	struct tensor *out;
	int64_t n;

	if (d == 0)
		return op_invalid(c, "Requires delta != 0: 0");
	if (!range_direction(c, d > 0, d > 0 ? a <= b : a >= b))
		return false;
	count = f ? (double)ceilf(fabsf(((float)b - (float)a) / (float)d)) : ceil(fabs((b - a) / d));
	if (!(count < 0x1p63))
		return op_invalid(c, "Requires ((limit - start) / delta) <= %lld", (long long)INT64_MAX);
	n = (int64_t)count;
	out = op_out(c, 0, c->in[0]->dtype, 1, &n);
	if (out && f)
		for (int64_t i = 0; i < n; i++)
			((float *)out->data)[i] = (float)a + (float)i * (float)d;
	else if (out)
		for (int64_t i = 0; i < n; i++)
			((double *)out->data)[i] = a + (double)i * d;
	return out != NULL;
}

static bool run_range(struct op_ctx *c)
{
	static const char *const names[] = { "start", "limit", "delta" };

	for (int i = 0; i < 3; i++)
		if (c->in[i]->rank > 1 || c->in[i]->n != 1)
			return op_invalid(c, "%s must be a scalar, not shape %s", names[i], op_in_shape(c, i));
	return dtype_info(c->in[0]->dtype)->kind == DK_INT ? range_int(c) : range_float(c);
}

static bool run_lin_space(struct op_ctx *c)
{
	static const char *const names[] = { "start", "stop", "num" };
	struct tensor *out;
	int64_t n;

	for (int i = 0; i < 3; i++)
		if (c->in[i]->rank != 0)
			return op_invalid(c, "%s must be a scalar, not shape %s", names[i], op_in_shape(c, i));
	n = tensor_get_i64(c->in[2], 0);
	if (n <= 0)
		return op_invalid(c, "Requires num > 0: %lld", (long long)n);
	out = op_out(c, 0, c->in[0]->dtype, 1, &n);
	if (!out)
		return false;
	if (out->dtype == DT_FLOAT) {
		float *o = out->data, a = *(float *)c->in[0]->data, b = *(float *)c->in[1]->data;
		float step = n > 1 ? (b - a) / (float)(n - 1) : 0;

		for (int64_t i = 0; i < n; i++)
			o[i] = i && i == n - 1 ? b : a + step * (float)i;
	} else {
		double *o = out->data, a = *(double *)c->in[0]->data, b = *(double *)c->in[1]->data;
		double step = n > 1 ? (b - a) / (double)(n - 1) : 0;

		for (int64_t i = 0; i < n; i++)
			o[i] = i && i == n - 1 ? b : a + step * (double)i;
	}
	return true;
}

#define DM_FILLED (DM_PLAIN | DM_OBJECT | DM_INT4 | DM_QUANT | DM_QUANT16)
static const struct op_row rows[] = {
	{ .name = "Fill", .n_in = 2, .n_out = 1, .types = { { "T", DM_FILLED }, { "index_type", DM_INDEX } },
	  .run = run_fill },
	{ .name = "Empty", .n_in = 1, .n_out = 1, .types = { { "dtype", DM_PLAIN } }, .run = run_empty },
	{ .name = "ZerosLike", .n_in = 1, .n_out = 1, .types = { { "T", DM_PLAIN | DM(DT_VARIANT) } },
	  .run = run_zeros_like },
	{ .name = "OnesLike", .n_in = 1, .n_out = 1, .types = { { "T", DM_POD } }, .run = run_ones_like },
	{ .name = "Range", .n_in = 3, .n_out = 1,
	  .types = { { "Tidx", DM(DT_FLOAT) | DM(DT_DOUBLE) | DM_INDEX } }, .run = run_range },
	{ .name = "LinSpace", .n_in = 3, .n_out = 1,
	  .types = { { "T", DM(DT_FLOAT) | DM(DT_DOUBLE) }, { "Tidx", DM_INDEX } }, .run = run_lin_space },
};

OP_FAMILY(family_fill, rows);
