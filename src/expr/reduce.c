/*
 * Reductions in numpy's order of additions: dims of length 1 do not count, neighbours that are reduced
 * together are one; a reduced innermost dim is summed pairwise (eight running sums, halves above 128
 * elements) and added to its cell, other reduced dims are added one after the other.
 */
#include <math.h>

#include "expr/eval.h"

/* ---- pairwise sums ---- */

#define PAIRWISE(T, name, at)									\
static T name(const struct tensor *t, int64_t from, int64_t n)		\
{												\
	T r[8], sum = 0;									\
	int64_t i;										\
												\
	if (n < 8) {										\
		for (i = 0; i < n; i++)								\
			sum += at(t, from + i);						\
		return sum;									\
	}											\
	if (n <= 128) {										\
		for (int k = 0; k < 8; k++)							\
			r[k] = at(t, from + k);					\
		for (i = 8; i < n - n % 8; i += 8)						\
			for (int k = 0; k < 8; k++)						\
				r[k] += at(t, from + i + k);				\
		sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));	\
		for (; i < n; i++)								\
			sum += at(t, from + i);						\
		return sum;									\
	}											\
	i = n / 2;										\
	i -= i % 8;										\
	return name(t, from, i) + name(t, from + i, n - i);					\
}

#define AT_FLOAT(t, k) (((const float *)(t)->data)[k])
#define AT_DOUBLE(t, k) (((const double *)(t)->data)[k])
#define AT_HALF(t, k) half_to_float(((const uint16_t *)(t)->data)[k])

/* n halves at each level: the depth is the logarithm of n. */
PAIRWISE(float, sum_float, AT_FLOAT)
PAIRWISE(double, sum_double, AT_DOUBLE)
PAIRWISE(float, sum_half, AT_HALF)

/* One part of complex numbers: four running sums, since numpy counts both parts in its eight. */
#define PAIRWISE_C(T, name)									\
static T name(const T *a, int64_t n)								\
{												\
	T r[4], sum = 0;									\
	int64_t i;										\
												\
	if (2 * n < 8) {									\
		for (i = 0; i < n; i++)								\
			sum += a[2 * i];							\
		return sum;									\
	}											\
	if (2 * n <= 128) {									\
		for (int k = 0; k < 4; k++)							\
			r[k] = a[2 * k];							\
		for (i = 4; i < n - n % 4; i += 4)						\
			for (int k = 0; k < 4; k++)						\
				r[k] += a[2 * (i + k)];						\
		sum = (r[0] + r[1]) + (r[2] + r[3]);						\
		for (; i < n; i++)								\
			sum += a[2 * i];							\
		return sum;									\
	}											\
	i = n;											\
	i -= i % 8;										\
	i = i / 2;										\
	return name(a, i) + name(a + 2 * i, n - i);						\
}
PAIRWISE_C(float, sum_cfloat)
PAIRWISE_C(double, sum_cdouble)

/* ---- the walk ---- */

enum red { RED_SUM, RED_PROD, RED_MAX, RED_MIN, RED_ANY, RED_ALL };

struct axes {
	int rank;
	int64_t dim[SHAPE_MAX_RANK];
	bool red[SHAPE_MAX_RANK];
};

static void axes_join(struct axes *x, const struct tensor *t, const bool *axis)
{
	x->rank = 0;
	for (int d = 0; d < t->rank; d++) {
		if (t->dim[d] == 1)
			continue;
		if (x->rank && x->red[x->rank - 1] == axis[d]) {
			x->dim[x->rank - 1] *= t->dim[d];
			continue;
		}
		x->dim[x->rank] = t->dim[d];
		x->red[x->rank++] = axis[d];
	}
}

static struct num plus(enum dtype t, struct num a, struct num b)
{
	if (t == DT_FLOAT || t == DT_HALF) {
		a.re = (double)((float)a.re + (float)b.re);
	} else if (t == DT_COMPLEX64) {
		a.re = (double)((float)a.re + (float)b.re);
		a.im = (double)((float)a.im + (float)b.im);
	} else {
		a.re += b.re;
		a.im += b.im;
	}
	a.i = (int64_t)((uint64_t)a.i + (uint64_t)b.i);
	return a;
}

static struct num row_sum(const struct tensor *t, int64_t from, int64_t n)
{
	struct num v = { 0 };

	switch (t->dtype) {
	case DT_FLOAT: v.re = (double)sum_float(t, from, n); break;
	case DT_DOUBLE: v.re = sum_double(t, from, n); break;
	case DT_HALF: v.re = (double)sum_half(t, from, n); break;
	case DT_COMPLEX64:
		v.re = (double)sum_cfloat((const float *)t->data + 2 * from, n);
		v.im = (double)sum_cfloat((const float *)t->data + 2 * from + 1, n);
		break;
	case DT_COMPLEX128:
		v.re = sum_cdouble((const double *)t->data + 2 * from, n);
		v.im = sum_cdouble((const double *)t->data + 2 * from + 1, n);
		break;
	default:
		for (int64_t i = 0; i < n; i++)
			v.i = (int64_t)((uint64_t)v.i + (uint64_t)num_get(t, from + i).i);
	}
	return v;
}

static bool is_nan(struct num v)
{
	return isnan(v.re) || isnan(v.im);
}

/* a against b, for max and min; NaN wins. */
static bool takes(enum red op, enum dtype t, struct num a, struct num b)
{
	int c;

	if (dtype_info(t)->kind == DK_UINT)
		c = ((uint64_t)b.i > (uint64_t)a.i) - ((uint64_t)b.i < (uint64_t)a.i);
	else if (dtype_integral(t))
		c = (b.i > a.i) - (b.i < a.i);
	else if (is_nan(a) || is_nan(b))
		return !is_nan(a);
	else
		c = b.re != a.re ? (b.re > a.re) - (b.re < a.re) : (b.im > a.im) - (b.im < a.im);
	return op == RED_MAX ? c > 0 : c < 0;
}

static struct num times(enum dtype t, struct num a, struct num b)
{
	struct num v = { .i = (int64_t)((uint64_t)a.i * (uint64_t)b.i) };

	if (dtype_info(t)->kind != DK_COMPLEX) {
		v.re = a.re * b.re;
	} else if (t == DT_COMPLEX64) {
		float ar = (float)a.re, ai = (float)a.im, br = (float)b.re, bi = (float)b.im;

		v.re = (double)(ar * br - ai * bi);
		v.im = (double)(ar * bi + ai * br);
	} else {
		v.re = a.re * b.re - a.im * b.im;
		v.im = a.re * b.im + a.im * b.re;
	}
	return v;
}

static struct num fold(enum red op, enum dtype t, struct num a, struct num b)
{
	bool truth = b.i || b.re != 0 || b.im != 0;

	switch (op) {
	case RED_SUM: return plus(t, a, b);
	case RED_PROD: return times(t, a, b);
	case RED_ANY: a.i |= truth; return a;
	case RED_ALL: a.i &= truth; return a;
	default: return takes(op, t, a, b) ? b : a;
	}
}

/* Where the cell of source element k lies in the result. */
static int64_t cell_of(const struct axes *x, const int64_t *at)
{
	int64_t k = 0;

	for (int d = 0; d < x->rank; d++)
		if (!x->red[d])
			k = k * x->dim[d] + at[d];
	return k;
}

static void reduce_into(struct tensor *out, const struct tensor *t, enum red op, const struct axes *x,
			bool *seen)
{
	bool rows = x->rank && x->red[x->rank - 1] && op == RED_SUM;
	int64_t at[SHAPE_MAX_RANK] = { 0 }, run = rows ? x->dim[x->rank - 1] : 1;
	int top = rows ? x->rank - 1 : x->rank;

	for (int64_t k = 0; k < t->n; k += run) {
		int64_t c = cell_of(x, at);
		struct num v = rows ? row_sum(t, k, run) : num_get(t, k);

		if (op == RED_MAX || op == RED_MIN)
			num_put(out, c, seen[c] ? fold(op, t->dtype, num_get(out, c), v) : v);
		else
			num_put(out, c, fold(op, t->dtype, num_get(out, c), v));
		seen[c] = true;
		for (int d = top - 1; d >= 0 && ++at[d] == x->dim[d]; d--)
			at[d] = 0;
	}
}

/* out's shape: the dims that stay (reduced ones as 1 when keep). */
static struct tensor *cells(struct ev *e, enum dtype to, const struct tensor *t, const bool *axis, bool keep)
{
	int64_t dim[SHAPE_MAX_RANK];
	int rank = 0;

	for (int d = 0; d < t->rank; d++)
		if (!axis[d] || keep)
			dim[rank++] = axis[d] ? 1 : t->dim[d];
	return tensor_new(to, rank, dim, e->err);
}

static struct tensor *reduce(struct ev *e, enum red op, const struct tensor *t, const bool *axis, bool keep)
{
	bool logical = op == RED_ANY || op == RED_ALL;
	struct tensor *out = cells(e, logical ? DT_BOOL : t->dtype, t, axis, keep);
	struct num start = { .re = op == RED_PROD, .i = op == RED_PROD || op == RED_ALL };
	bool *seen = out ? big_alloc((size_t)out->n + 1, e->err) : NULL;
	struct axes x;

	if (!seen) {
		tensor_unref(out);
		return NULL;
	}
	memset(seen, 0, (size_t)out->n + 1);
	for (int64_t i = 0; i < out->n; i++)
		num_put(out, i, start);
	axes_join(&x, t, axis);
	if ((op == RED_MAX || op == RED_MIN) && !t->n && out->n) {
		ev_fail(e, "zero-size array to reduction operation %s which has no identity",
			op == RED_MAX ? "maximum" : "minimum");
		big_free(seen, (size_t)out->n + 1);
		tensor_unref(out);
		return NULL;
	}
	reduce_into(out, t, op, &x, seen);
	big_free(seen, (size_t)out->n + 1);
	return out;
}

struct tensor *ev_sum(struct ev *e, struct tensor *t, const bool *axis, bool keep)
{
	return reduce(e, RED_SUM, t, axis, keep);
}

/* ---- arguments ---- */

static bool axes_arg(struct ev *e, const struct val *v, int rank, bool *axis)
{
	for (int d = 0; d < rank; d++)
		axis[d] = !ev_given(v);
	if (!ev_given(v))
		return true;
	return ev_axes(e, v, rank, axis, "duplicate value in 'axis'");
}

static struct tensor *numbers(struct ev *e, struct val *v)
{
	struct tensor *t = ev_tensor(e, v);

	if (t && t->dtype == DT_STRING) {
		ev_fail(e, "there is no such operation on strings");
		tensor_unref(t);
		return NULL;
	}
	return t;
}

/* The type that sums and products of small integers are made in. */
static enum dtype wide(enum dtype t)
{
	if (!dtype_integral(t))
		return t;
	return dtype_info(t)->kind == DK_UINT ? DT_UINT64 : DT_INT64;
}

/* a axis dtype keepdims */
static struct val *fn_fold(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct tensor *t = numbers(e, a[0]), *c = NULL, *out = NULL;
	bool axis[SHAPE_MAX_RANK], adds = row->op == RED_SUM || row->op == RED_PROD;
	enum dtype to = t ? adds ? wide(t->dtype) : t->dtype : DT_INVALID;

	if (t && axes_arg(e, a[1], t->rank, axis) && ev_dtype(e, a[2], &to))
		c = numpy_cast(t, to, e->err);
	if (c)
		out = reduce(e, (enum red)row->op, c, axis, a[3] && ev_true(a[3]));
	tensor_unref(t);
	tensor_unref(c);
	return ev_give(e, out);
}

/* a axis keepdims */
static struct val *fn_extreme(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct val *args[4] = { a[0], a[1], NULL, a[2] };

	return fn_fold(e, args, row);
}

/* ---- mean, var, std ---- */

static int64_t count_of(const struct tensor *t, const bool *axis)
{
	int64_t n = 1;

	for (int d = 0; d < t->rank; d++)
		n *= axis[d] ? t->dim[d] : 1;
	return n;
}

static void divide(struct tensor *t, double by)
{
	for (int64_t i = 0; i < t->n; i++) {
		struct num v = num_get(t, i);

		v.re /= by;
		v.im /= by;
		num_put(t, i, v);
	}
}

static struct tensor *mean_of(struct ev *e, struct tensor *t, const bool *axis, bool keep)
{
	struct tensor *out = reduce(e, RED_SUM, t, axis, keep);

	if (out)
		divide(out, (double)count_of(t, axis));
	return out;
}

/* The mean of the squares of what is left when the mean is taken off. */
static struct tensor *var_of(struct ev *e, struct tensor *t, const bool *axis, bool keep, int64_t ddof)
{
	struct tensor *mean = mean_of(e, t, axis, true), *x = NULL, *sq = NULL, *out = NULL;
	int64_t n = count_of(t, axis) - ddof;

	if (mean)
		x = ev_loop(e, OP_SUB, t, mean, t->dtype);
	if (x)
		sq = ev_loop(e, OP_MUL, x, x, t->dtype);
	if (sq)
		out = reduce(e, RED_SUM, sq, axis, keep);
	if (out)
		divide(out, (double)(n > 0 ? n : 0));
	tensor_unref(mean);
	tensor_unref(x);
	tensor_unref(sq);
	return out;
}

/* a axis dtype ddof keepdims; op 0: mean, 1: var, 2: std. Halves are summed as floats. */
static struct val *fn_mean(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct tensor *t = numbers(e, a[0]), *c = NULL, *out = NULL, *back;
	bool axis[SHAPE_MAX_RANK], keep = a[4] && ev_true(a[4]);
	enum dtype in = t ? t->dtype : DT_INVALID, to;
	int64_t ddof = 0;

	to = dtype_integral(in) ? DT_DOUBLE : in;
	if (!t || !axes_arg(e, a[1], t->rank, axis) || !ev_dtype(e, a[2], &to) ||
	    (ev_given(a[3]) && !ev_int(e, a[3], &ddof)))
		goto done;
	if (row->op && dtype_info(to)->kind == DK_COMPLEX) {
		ev_fail(e, "var and std of complex numbers are not known here");
		goto done;
	}
	c = numpy_cast(t, to == DT_HALF ? DT_FLOAT : to, e->err);
	if (c)
		out = row->op ? var_of(e, c, axis, keep, ddof) : mean_of(e, c, axis, keep);
	for (int64_t i = 0; out && row->op == 2 && i < out->n; i++)
		num_put(out, i, (struct num){ .re = sqrt(num_get(out, i).re) });
	if (out && to == DT_HALF) {
		back = numpy_cast(out, DT_HALF, e->err);
		tensor_unref(out);
		out = back;
	}
done:
	tensor_unref(t);
	tensor_unref(c);
	return ev_give(e, out);
}

/* ---- along one axis ---- */

static struct tensor *flat_unless(struct ev *e, struct val *v, const struct val *axis_arg, int *axis)
{
	struct tensor *t = numbers(e, v), *flat;

	*axis = 0;
	if (!t)
		return NULL;
	if (ev_given(axis_arg) && !ev_axis(e, axis_arg, t->rank, axis)) {
		tensor_unref(t);
		return NULL;
	}
	if (ev_given(axis_arg))
		return t;
	flat = tensor_view(t, t->dtype, 1, (int64_t[]){ t->n }, e->err);
	tensor_unref(t);
	return flat;
}

static void split(const struct tensor *t, int axis, int64_t *outer, int64_t *n, int64_t *inner)
{
	*outer = *inner = 1;
	*n = t->dim[axis];
	for (int d = 0; d < t->rank; d++)
		if (d != axis)
			*(d < axis ? outer : inner) *= t->dim[d];
}

/* a axis; op RED_MAX or RED_MIN */
static struct val *fn_arg(struct ev *e, struct val **a, const struct fn_row *row)
{
	bool only[SHAPE_MAX_RANK] = { false };
	int64_t outer, n, inner;
	struct tensor *t, *out;
	int axis;

	t = flat_unless(e, a[0], a[1], &axis);
	if (!t)
		return NULL;
	only[axis] = true;
	split(t, axis, &outer, &n, &inner);
	out = n ? cells(e, DT_INT64, t, only, false) : NULL;
	if (!n)
		ev_fail(e, "attempt to get argmax of an empty sequence");
	for (int64_t k = 0; out && k < outer * inner; k++) {
		int64_t base = k / inner * n * inner + k % inner, best = 0;

		for (int64_t i = 1; i < n; i++)
			if (takes((enum red)row->op, t->dtype, num_get(t, base + best * inner),
				  num_get(t, base + i * inner)))
				best = i;
		((int64_t *)out->data)[k] = best;
	}
	tensor_unref(t);
	return ev_give(e, out);
}

/* a axis dtype; op RED_SUM or RED_PROD */
static struct val *fn_running(struct ev *e, struct val **a, const struct fn_row *row)
{
	int64_t outer, n, inner;
	struct tensor *t, *out = NULL;
	enum dtype to;
	int axis;

	t = flat_unless(e, a[0], a[1], &axis);
	to = t ? wide(t->dtype) : DT_INVALID;
	if (t && ev_dtype(e, a[2], &to))
		out = numpy_cast(t, to, e->err);
	if (out)
		split(t, axis, &outer, &n, &inner);
	for (int64_t k = 0; out && k < outer * inner; k++) {
		int64_t base = k / inner * n * inner + k % inner;

		for (int64_t i = 1; i < n; i++) {
			int64_t at = base + i * inner;

			num_put(out, at, fold((enum red)row->op, to, num_get(out, at - inner),
					      num_get(out, at)));
		}
	}
	tensor_unref(t);
	return val_array(e->vs, out, false, e->err);
}

#define BOTH (FN_NUMPY | FN_METHOD)

const struct fn_row fn_reduce[] = {
	{ "sum", NULL, BOTH, "a axis dtype keepdims", 1, fn_fold, RED_SUM },
	{ "prod", "product", BOTH, "a axis dtype keepdims", 1, fn_fold, RED_PROD },
	{ "max", "amax", BOTH, "a axis keepdims", 1, fn_extreme, RED_MAX },
	{ "min", "amin", BOTH, "a axis keepdims", 1, fn_extreme, RED_MIN },
	{ "any", NULL, BOTH, "a axis keepdims", 1, fn_extreme, RED_ANY },
	{ "all", NULL, BOTH, "a axis keepdims", 1, fn_extreme, RED_ALL },
	{ "mean", NULL, BOTH, "a axis dtype ddof keepdims", 1, fn_mean, 0 },
	{ "var", NULL, BOTH, "a axis dtype ddof keepdims", 1, fn_mean, 1 },
	{ "std", NULL, BOTH, "a axis dtype ddof keepdims", 1, fn_mean, 2 },
	{ "argmax", NULL, BOTH, "a axis", 1, fn_arg, RED_MAX },
	{ "argmin", NULL, BOTH, "a axis", 1, fn_arg, RED_MIN },
	{ "cumsum", NULL, BOTH, "a axis dtype", 1, fn_running, RED_SUM },
	{ "cumprod", NULL, BOTH, "a axis dtype", 1, fn_running, RED_PROD },
	{ 0 },
};
