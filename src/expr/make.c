/* Functions that make arrays: from values, from a shape, from a range. */
#include <math.h>

#include "expr/eval.h"

static struct val *fn_array(struct ev *e, struct val **a, const struct fn_row *row)
{
	enum dtype t = DT_INVALID;
	struct tensor *out;

	(void)row;
	if (!ev_dtype(e, a[1], &t))
		return NULL;
	if (a[0]->kind == VAL_NAME || a[0]->kind == VAL_RNG || a[0]->kind == VAL_SLICE)
		return ev_fail(e, "a %s is no array", val_type_name(a[0]));
	if (a[0]->kind == VAL_ARRAY && t != DT_INVALID)
		out = numpy_cast(a[0]->t, t, e->err);
	else
		out = val_to_tensor(a[0], t, e->err);
	return val_array(e->vs, out, false, e->err);
}

/* Every element the first one of from (broadcast by the caller when it has more). */
static struct tensor *filled(struct ev *e, enum dtype t, int rank, const int64_t *dim, double v)
{
	struct tensor *out = tensor_zeros(t, rank, dim, e->err);

	for (int64_t i = 0; out && v != 0 && i < out->n; i++) {
		if (t == DT_STRING && !tensor_str_set(out, i, SV("1"), e->err)) {
			tensor_unref(out);
			return NULL;
		}
		num_put(out, i, (struct num){ v, 0, (int64_t)v });
	}
	return out;
}

static struct val *fn_filled(struct ev *e, struct val **a, const struct fn_row *row)
{
	int64_t dim[SHAPE_MAX_RANK];
	enum dtype t = DT_DOUBLE;
	int rank;

	if (!ev_shape(e, a[0], &rank, dim) || !ev_dtype(e, a[1], &t))
		return NULL;
	for (int d = 0; d < rank; d++)
		if (dim[d] < 0)
			return ev_fail(e, "negative dimensions are not allowed");
	return val_array(e->vs, filled(e, t, rank, dim, row->op), false, e->err);
}

static struct val *fn_filled_like(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct tensor *like = ev_tensor(e, a[0]), *out = NULL;
	enum dtype t = like ? like->dtype : DT_INVALID;

	if (like && ev_dtype(e, a[1], &t))
		out = filled(e, t, like->rank, like->dim, row->op);
	tensor_unref(like);
	return val_array(e->vs, out, false, e->err);
}

static struct val *full(struct ev *e, int rank, const int64_t *dim, struct val *value, enum dtype t)
{
	struct tensor *v = ev_tensor(e, value), *cast = NULL, *out = NULL;

	if (v)
		cast = t == DT_INVALID ? tensor_ref(v) : numpy_cast(v, t, e->err);
	if (cast)
		out = ev_broadcast(e, cast, rank, dim);
	tensor_unref(v);
	tensor_unref(cast);
	return val_array(e->vs, out, false, e->err);
}

static struct val *fn_full(struct ev *e, struct val **a, const struct fn_row *row)
{
	int64_t dim[SHAPE_MAX_RANK];
	enum dtype t = DT_INVALID;
	int rank;

	(void)row;
	if (!ev_shape(e, a[0], &rank, dim) || !ev_dtype(e, a[2], &t))
		return NULL;
	return full(e, rank, dim, a[1], t);
}

static struct val *fn_full_like(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct tensor *like = ev_tensor(e, a[0]);
	enum dtype t = like ? like->dtype : DT_INVALID;
	struct val *v = NULL;

	(void)row;
	if (like && ev_dtype(e, a[2], &t))
		v = full(e, like->rank, like->dim, a[1], t);
	tensor_unref(like);
	return v;
}

static struct val *eye(struct ev *e, int64_t n, int64_t m, int64_t k, enum dtype t)
{
	struct tensor *out;

	if (n < 0 || m < 0)
		return ev_fail(e, "negative dimensions are not allowed");
	out = tensor_zeros(t, 2, (int64_t[]){ n, m }, e->err);
	for (int64_t i = 0; out && i < n; i++) {
		int64_t j;

		if (!__builtin_add_overflow(i, k, &j) && j >= 0 && j < m)
			num_put(out, i * m + j, (struct num){ 1, 0, 1 });
	}
	return val_array(e->vs, out, false, e->err);
}

static struct val *fn_eye(struct ev *e, struct val **a, const struct fn_row *row)
{
	enum dtype t = DT_DOUBLE;
	int64_t n, m, k = 0;

	(void)row;
	if (!ev_int(e, a[0], &n))
		return NULL;
	m = n;
	if ((ev_given(a[1]) && !ev_int(e, a[1], &m)) || (ev_given(a[2]) && !ev_int(e, a[2], &k)) ||
	    !ev_dtype(e, a[3], &t))
		return NULL;
	return eye(e, n, m, k, t);
}

static struct val *fn_identity(struct ev *e, struct val **a, const struct fn_row *row)
{
	enum dtype t = DT_DOUBLE;
	int64_t n;

	(void)row;
	return ev_int(e, a[0], &n) && ev_dtype(e, a[1], &t) ? eye(e, n, n, 0, t) : NULL;
}

/* ---- arange: the first value and the difference to the second, both rounded to the dtype ---- */

static bool range_type(struct ev *e, struct val **a, enum dtype *t)
{
	*t = DT_INT64;
	for (int i = 0; i < 3; i++) {
		struct tensor *x;

		if (!ev_given(a[i]))
			continue;
		x = ev_tensor(e, a[i]);
		if (!x)
			return false;
		*t = numpy_promote(*t, x->dtype);
		tensor_unref(x);
		if (*t == DT_INVALID || dtype_info(*t)->kind == DK_COMPLEX)
			return ev_fail(e, "arange wants real numbers") != NULL;
	}
	return true;
}

static bool range_length(struct ev *e, double start, double stop, double step, int64_t *n)
{
	double len = ceil((stop - start) / step);

	if (step == 0)
		return ev_fail(e, "Maximum allowed size exceeded (the step is 0)") != NULL;
	if (isnan(len) || len > 1e15)
		return ev_fail(e, "Maximum allowed size exceeded") != NULL;
	*n = len > 0 ? (int64_t)len : 0;
	return true;
}

/* The first two are given; the others go on by their difference, in the dtype's own arithmetic. */
static struct num range_item(enum dtype t, double first, double second, int64_t i)
{
	uint64_t i0 = (uint64_t)num_int(first, t), i1 = (uint64_t)num_int(second, t);
	struct num v = { .i = (int64_t)(i0 + (uint64_t)i * (i1 - i0)) };

	if (i < 2) {
		v.re = i ? second : first;
	} else if (t == DT_DOUBLE) {
		v.re = first + (double)i * (second - first);
	} else {
		float a = t == DT_HALF ? half_to_float(half_of_float((float)first)) : (float)first;
		float b = t == DT_HALF ? half_to_float(half_of_float((float)second)) : (float)second;

		v.re = (double)(a + (float)i * (b - a));
	}
	return v;
}

static struct val *fn_arange(struct ev *e, struct val **a, const struct fn_row *row)
{
	double start = 0, stop, step = 1;
	struct val *span[3] = { a[1] ? a[0] : NULL, a[1] ? a[1] : a[0], a[2] };
	enum dtype t;
	struct tensor *out;
	int64_t n;

	(void)row;
	if (!a[1] && a[2])
		return ev_fail(e, "arange with a step wants start and stop too");
	if (!range_type(e, span, &t) || !ev_dtype(e, a[3], &t) ||
	    (ev_given(span[0]) && !ev_double(e, span[0], &start)) || !ev_double(e, span[1], &stop) ||
	    (ev_given(span[2]) && !ev_double(e, span[2], &step)) ||
	    !range_length(e, start, stop, step, &n))
		return NULL;
	if (t == DT_BOOL && n > 2)
		return ev_fail(e, "no fill-function for data-type.");
	out = tensor_new(t, 1, &n, e->err);
	if (!out)
		return NULL;
	for (int64_t i = 0; i < n; i++)
		num_put(out, i, range_item(t, start, start + step, i));
	return val_array(e->vs, out, false, e->err);
}

/* linspace: start + i * step, the last one exactly stop. */
static struct val *fn_linspace(struct ev *e, struct val **a, const struct fn_row *row)
{
	enum dtype t = DT_DOUBLE;
	int64_t n = 50, div;
	double start, stop, step;
	bool end = !a[3] || ev_true(a[3]);
	struct tensor *out;

	(void)row;
	if (!ev_double(e, a[0], &start) || !ev_double(e, a[1], &stop) ||
	    (ev_given(a[2]) && !ev_int(e, a[2], &n)) || !ev_dtype(e, a[5], &t))
		return NULL;
	if (a[4] && ev_true(a[4]))
		return ev_fail(e, "linspace: retstep is not known here");
	if (n < 0)
		return ev_fail(e, "Number of samples, %lld, must be non-negative.", (long long)n);
	div = end ? n - 1 : n;
	step = div > 0 ? (stop - start) / (double)div : NAN;
	out = tensor_new(t, 1, &n, e->err);
	for (int64_t i = 0; out && i < n; i++) {
		double v = div <= 0 ? (double)i * (stop - start) : step == 0 ?
			   (double)i / (double)div * (stop - start) : (double)i * step;

		v += start;
		if (end && i == n - 1 && n > 1)
			v = stop;
		num_put(out, i, (struct num){ v, 0, num_int(dtype_integral(t) ? floor(v) : v, t) });
	}
	return val_array(e->vs, out, false, e->err);
}

const struct fn_row fn_make[] = {
	{ "array", "asarray", FN_NUMPY, "object dtype copy order subok ndmin like", 1, fn_array, 0 },
	{ "ones", NULL, FN_NUMPY, "shape dtype order", 1, fn_filled, 1 },
	{ "zeros", "empty", FN_NUMPY, "shape dtype order", 1, fn_filled, 0 },
	{ "ones_like", NULL, FN_NUMPY, "a dtype", 1, fn_filled_like, 1 },
	{ "zeros_like", "empty_like", FN_NUMPY, "a dtype", 1, fn_filled_like, 0 },
	{ "full", NULL, FN_NUMPY, "shape fill_value dtype", 2, fn_full, 0 },
	{ "full_like", NULL, FN_NUMPY, "a fill_value dtype", 2, fn_full_like, 0 },
	{ "eye", NULL, FN_NUMPY, "N M k dtype", 1, fn_eye, 0 },
	{ "identity", NULL, FN_NUMPY, "n dtype", 1, fn_identity, 0 },
	{ "arange", NULL, FN_NUMPY, "start stop step dtype", 1, fn_arange, 0 },
	{ "linspace", NULL, FN_NUMPY, "start stop num endpoint retstep dtype", 2, fn_linspace, 0 },
	{ 0 },
};
