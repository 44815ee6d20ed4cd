/*
 * Operators and ufuncs: Python's own for its numbers and lists, numpy's for arrays (promotion by value
 * for 0-d operands, broadcasting, integers that wrap). Real arithmetic is done in double and rounded once
 * to the dtype, which gives the bits of + - * / and sqrt in float and half too; complex64 is computed in
 * float, as numpy does.
 */
#include <complex.h>
#include <math.h>

#include "expr/eval.h"

/* ---- result types ---- */

static int category(enum dtype t)
{
	enum dtype_kind k = dtype_info(t)->kind;

	return k == DK_BOOL ? 0 : k == DK_INT || k == DK_UINT ? 1 : k == DK_STRING ? 3 : 2;
}

static enum dtype least_float(double v)
{
	double a = fabs(v);

	if (!isfinite(v))
		return DT_HALF;
	return a < 65000 ? DT_HALF : a < 3.4e38 ? DT_FLOAT : DT_DOUBLE;
}

/* numpy.min_scalar_type; small: a positive integer that fits the signed type of that size too. */
static enum dtype least(const struct tensor *t, bool *small)
{
	struct num v = num_get(t, 0);
	bool big = t->dtype == DT_UINT64 && v.i < 0;
	enum dtype re, im;

	*small = false;
	if (t->dtype == DT_BOOL)
		return DT_BOOL;
	if (dtype_info(t->dtype)->kind == DK_FLOAT)
		return least_float(v.re);
	if (dtype_info(t->dtype)->kind == DK_COMPLEX) {
		re = least_float(v.re);
		im = least_float(v.im);
		return re == DT_DOUBLE || im == DT_DOUBLE ? DT_COMPLEX128 : DT_COMPLEX64;
	}
	if (v.i >= 0 || big) {
		uint64_t u = (uint64_t)v.i;

		*small = u <= INT8_MAX || (u > UINT8_MAX && u <= INT16_MAX) ||
			 (u > UINT16_MAX && u <= INT32_MAX) || (u > UINT32_MAX && u <= INT64_MAX);
		return u <= UINT8_MAX ? DT_UINT8 : u <= UINT16_MAX ? DT_UINT16 :
		       u <= UINT32_MAX ? DT_UINT32 : DT_UINT64;
	}
	return v.i >= INT8_MIN ? DT_INT8 : v.i >= INT16_MIN ? DT_INT16 : v.i >= INT32_MIN ? DT_INT32 :
	       DT_INT64;
}

static enum dtype signed_twin(enum dtype t)
{
	return t == DT_UINT8 ? DT_INT8 : t == DT_UINT16 ? DT_INT16 : t == DT_UINT32 ? DT_INT32 :
	       t == DT_UINT64 ? DT_INT64 : t;
}

static enum dtype promote_small(enum dtype a, bool small_a, enum dtype b, bool small_b, bool *small)
{
	*small = small_a && small_b;
	if (small_a && !small_b && dtype_info(b)->kind == DK_INT)
		a = signed_twin(a);
	if (small_b && !small_a && dtype_info(a)->kind == DK_INT)
		b = signed_twin(b);
	return numpy_promote(a, b);
}

enum dtype ev_result_type(struct ev *e, struct tensor *const *t, size_t n)
{
	int arrays = -1, scalars = -1;
	enum dtype out = DT_INVALID;
	bool small = false, by_value;

	for (size_t i = 0; i < n; i++) {
		int c = category(t[i]->dtype);

		if (t[i]->rank)
			arrays = c > arrays ? c : arrays;
		else
			scalars = c > scalars ? c : scalars;
	}
	by_value = arrays >= scalars && scalars >= 0 && arrays < 3;
	for (size_t i = 0; i < n; i++) {
		bool s = false;
		enum dtype x = by_value && !t[i]->rank ? least(t[i], &s) : t[i]->dtype;

		out = i ? promote_small(out, small, x, s, &small) : x;
		small = i ? small : s;
		if (out == DT_INVALID) {
			ev_fail(e, "there is no common dtype of %s and %s", dtype_info(t[0]->dtype)->name,
				dtype_info(t[i]->dtype)->name);
			return DT_INVALID;
		}
	}
	/* all were small values that promotion left at the unsigned type: cannot be, arrays have types */
	return out;
}

/* ---- broadcasting ---- */

struct walk {
	int rank;
	int64_t dim[SHAPE_MAX_RANK], step[2][SHAPE_MAX_RANK], at[SHAPE_MAX_RANK], pos[2];
};

static bool walk_start(struct ev *e, struct walk *w, const struct tensor *const *t)
{
	w->rank = t[0]->rank > t[1]->rank ? t[0]->rank : t[1]->rank;
	w->pos[0] = w->pos[1] = 0;
	for (int d = 0; d < w->rank; d++) {
		w->dim[d] = 1;
		w->at[d] = 0;
	}
	for (int k = 0; k < 2; k++) {
		int64_t stride = 1;

		for (int d = w->rank - 1; d >= 0; d--) {
			int own = d - (w->rank - t[k]->rank);
			int64_t n = own < 0 ? 1 : t[k]->dim[own];

			w->step[k][d] = n == 1 ? 0 : stride;
			if (n != 1 && w->dim[d] != 1 && w->dim[d] != n) {
				struct str a = STR_INIT, b = STR_INIT;

				shape_str_py(&a, tensor_shape(t[0]));
				shape_str_py(&b, tensor_shape(t[1]));
				ev_fail(e, "operands could not be broadcast together with shapes %s %s",
					str_z(&a), str_z(&b));
				str_free(&a);
				str_free(&b);
				return false;
			}
			if (n != 1)
				w->dim[d] = n;
			stride *= n;
		}
	}
	return true;
}

static void walk_next(struct walk *w)
{
	for (int d = w->rank - 1; d >= 0; d--) {
		w->pos[0] += w->step[0][d];
		w->pos[1] += w->step[1][d];
		if (++w->at[d] < w->dim[d])
			return;
		w->pos[0] -= w->step[0][d] * w->dim[d];
		w->pos[1] -= w->step[1][d] * w->dim[d];
		w->at[d] = 0;
	}
}

struct tensor *ev_broadcast(struct ev *e, struct tensor *t, int rank, const int64_t *dim)
{
	struct tensor *out = tensor_new(t->dtype, rank, dim, e->err);
	const struct tensor *both[2] = { out, t };
	struct walk w;

	if (!out)
		return NULL;
	if (t->rank > rank || !walk_start(e, &w, both) ||
	    !shape_eq((struct shape){ w.rank, w.dim }, tensor_shape(out))) {
		ev_fail(e, "the array cannot be broadcast to that shape");
		tensor_unref(out);
		return NULL;
	}
	for (int64_t i = 0; i < out->n; i++, walk_next(&w))
		if (!ev_copy(e, out, i, t, w.pos[1])) {
			tensor_unref(out);
			return NULL;
		}
	return out;
}

/* ---- one element ---- */

static int64_t floor_div(int64_t a, int64_t b)
{
	int64_t q;

	if (b == 0)
		return 0;
	if (b == -1)
		return (int64_t)(0 - (uint64_t)a);
	q = a / b;
	return q - ((a % b != 0) && ((a < 0) != (b < 0)));
}

static int64_t floor_mod(int64_t a, int64_t b)
{
	int64_t r;

	if (b == 0 || b == -1)
		return 0;
	r = a % b;
	return r && (r < 0) != (b < 0) ? r + b : r;
}

static uint64_t power_u(uint64_t a, uint64_t n)
{
	uint64_t out = 1;

	for (; n; n >>= 1, a *= a)
		if (n & 1)
			out *= a;
	return out;
}

static int compare(int64_t a, int64_t b, bool u)
{
	return u ? ((uint64_t)a > (uint64_t)b) - ((uint64_t)a < (uint64_t)b) : (a > b) - (a < b);
}

static bool holds(enum op op, int c)
{
	switch (op) {
	case OP_LT: return c < 0;
	case OP_LE: return c <= 0;
	case OP_GT: return c > 0;
	case OP_GE: return c >= 0;
	case OP_EQ: return c == 0;
	default: return c != 0;
	}
}

/* bits: of the type, for shifts that are too wide. */
static int64_t int_op(enum op op, int64_t a, int64_t b, bool u, int bits)
{
	switch (op) {
	case OP_ADD: return (int64_t)((uint64_t)a + (uint64_t)b);
	case OP_SUB: return (int64_t)((uint64_t)a - (uint64_t)b);
	case OP_MUL: return (int64_t)((uint64_t)a * (uint64_t)b);
	case OP_FLOORDIV:
		return u ? b ? (int64_t)((uint64_t)a / (uint64_t)b) : 0 : floor_div(a, b);
	case OP_MOD: return u ? b ? (int64_t)((uint64_t)a % (uint64_t)b) : 0 : floor_mod(a, b);
	case OP_POW: return (int64_t)power_u((uint64_t)a, (uint64_t)b);
	case OP_AND: return a & b;
	case OP_OR: return a | b;
	case OP_XOR: return a ^ b;
	case OP_SHL: return (uint64_t)b < (uint64_t)bits ? (int64_t)((uint64_t)a << b) : 0;
	case OP_SHR:
		if (u)
			return (uint64_t)b < (uint64_t)bits ? (int64_t)((uint64_t)a >> b) : 0;
		return (uint64_t)b < (uint64_t)bits ? a >> b : a < 0 ? -1 : 0;
	case OP_MAX: return compare(a, b, u) >= 0 ? a : b;
	case OP_MIN: return compare(a, b, u) <= 0 ? a : b;
	case OP_LAND: return a && b;
	case OP_LOR: return a || b;
	case OP_LXOR: return !a != !b;
	default: return holds(op, compare(a, b, u));
	}
}

static double float_mod(double a, double b)
{
	double m = fmod(a, b);

	if (m == 0)
		return copysign(0, b);
	return (b < 0) != (m < 0) ? m + b : m;
}

static double float_floordiv(double a, double b)
{
	double m, q, f;

	if (b == 0)
		return a / b;
	m = fmod(a, b);
	q = (a - m) / b;
	if (m != 0 && (b < 0) != (m < 0))
		q -= 1;
	if (isnan(m) && !isnan(a) && !isnan(b))
		return NAN;
	if (q == 0)
		return copysign(0, a / b);
	f = floor(q);
	return q - f > 0.5 ? f + 1 : f;
}

static double real_op(enum op op, double a, double b)
{
	switch (op) {
	case OP_ADD: return a + b;
	case OP_SUB: return a - b;
	case OP_MUL: return a * b;
	case OP_DIV: return a / b;
	case OP_FLOORDIV: return float_floordiv(a, b);
	case OP_MOD: return float_mod(a, b);
	case OP_POW: return pow(a, b);
	case OP_ATAN2: return atan2(a, b);
	case OP_MAX: return a >= b || isnan(a) ? a : b;
	default: return a <= b || isnan(a) ? a : b;		/* OP_MIN */
	}
}

static bool real_compare(enum op op, double a, double b)
{
	switch (op) {
	case OP_LT: return a < b;
	case OP_LE: return a <= b;
	case OP_GT: return a > b;
	case OP_GE: return a >= b;
	case OP_EQ: return a == b;
	case OP_LAND: return a && b;
	case OP_LOR: return a || b;
	case OP_LXOR: return !a != !b;
	default: return a != b;
	}
}

/* Division after Smith, as numpy divides. */
#define COMPLEX_OP(T, name, fabs_)								\
static void name(enum op op, T ar, T ai, T br, T bi, struct num *out)				\
{												\
	T re, im, rat, scl;									\
												\
	if (op == OP_ADD || op == OP_SUB) {							\
		re = op == OP_ADD ? ar + br : ar - br;						\
		im = op == OP_ADD ? ai + bi : ai - bi;						\
	} else if (op == OP_MUL) {								\
		re = ar * br - ai * bi;								\
		im = ar * bi + ai * br;								\
	} else if (fabs_(br) >= fabs_(bi)) {							\
		if (br == 0 && bi == 0) {							\
			re = ar / fabs_(br);							\
			im = ai / fabs_(br);							\
		} else {									\
			rat = bi / br;								\
			scl = (T)1.0 / (br + bi * rat);						\
			re = (ar + ai * rat) * scl;						\
			im = (ai - ar * rat) * scl;						\
		}										\
	} else {										\
		rat = br / bi;									\
		scl = (T)1.0 / (bi + br * rat);							\
		re = (ar * rat + ai) * scl;							\
		im = (ai * rat - ar) * scl;							\
	}											\
	out->re = re;										\
	out->im = im;										\
}
COMPLEX_OP(float, complex_f, fabsf)
COMPLEX_OP(double, complex_d, fabs)

static struct num complex_op(enum op op, enum dtype t, struct num a, struct num b)
{
	struct num v = { 0 };

	if (op == OP_POW) {
		double complex z = cpow(a.re + a.im * I, b.re + b.im * I);

		if (b.re == 0 && b.im == 0)
			z = 1;
		else if (a.re == 0 && a.im == 0)
			z = b.re > 0 && b.im == 0 ? 0 : NAN;
		v.re = creal(z);
		v.im = cimag(z);
	} else if (op == OP_EQ || op == OP_NE) {
		v.i = (a.re == b.re && a.im == b.im) == (op == OP_EQ);
	} else if (op >= OP_LT && op <= OP_GE) {
		v.i = a.re != b.re ? real_compare(op, a.re, b.re) : real_compare(op, a.im, b.im);
	} else if (op >= OP_LAND && op <= OP_LXOR) {
		v.i = real_compare(op, a.re != 0 || a.im != 0, b.re != 0 || b.im != 0);
	} else if (op == OP_MAX || op == OP_MIN) {
		bool first = a.re != b.re ? a.re > b.re : a.im >= b.im;

		v = isnan(a.re) || isnan(a.im) ? a : isnan(b.re) || isnan(b.im) ? b :
		    first == (op == OP_MAX) ? a : b;
	} else if (t == DT_COMPLEX64) {
		complex_f(op, (float)a.re, (float)a.im, (float)b.re, (float)b.im, &v);
	} else {
		complex_d(op, a.re, a.im, b.re, b.im, &v);
	}
	return v;
}

static bool is_compare(enum op op)
{
	return (op >= OP_LT && op <= OP_NE) || (op >= OP_LAND && op <= OP_LXOR);
}

static struct num one(enum op op, enum dtype t, struct num a, struct num b)
{
	enum dtype_kind k = dtype_info(t)->kind;
	struct num v = { 0 };

	if (k == DK_COMPLEX)
		return complex_op(op, t, a, b);
	if (k == DK_FLOAT && is_compare(op))
		v.i = real_compare(op, a.re, b.re);
	else if (k == DK_FLOAT)
		v.re = real_op(op, a.re, b.re);
	else if (t == DT_BOOL && (op == OP_ADD || op == OP_MUL))
		v.i = op == OP_ADD ? a.i || b.i : a.i && b.i;
	else
		v.i = int_op(op, a.i, b.i, k == DK_UINT, dtype_info(t)->size * 8);
	return v;
}

struct tensor *ev_loop(struct ev *e, enum op op, struct tensor *a, struct tensor *b, enum dtype t)
{
	struct tensor *x = a->dtype == t ? tensor_ref(a) : numpy_cast(a, t, e->err);
	struct tensor *y = b->dtype == t ? tensor_ref(b) : numpy_cast(b, t, e->err), *out = NULL;
	const struct tensor *both[2] = { x, y };
	struct walk w;

	if (x && y && walk_start(e, &w, both))
		out = tensor_new(is_compare(op) ? DT_BOOL : t, w.rank, w.dim, e->err);
	for (int64_t i = 0; out && i < out->n; i++, walk_next(&w))
		num_put(out, i, one(op, t, num_get(x, w.pos[0]), num_get(y, w.pos[1])));
	tensor_unref(x);
	tensor_unref(y);
	return out;
}

/* ---- which loop ---- */

static bool no_loop(struct ev *e, const char *what)
{
	return ev_fail(e, "%s", what) != NULL;
}

static bool negative_power(const struct tensor *b)
{
	for (int64_t i = 0; i < b->n; i++)
		if (dtype_info(b->dtype)->kind == DK_INT && num_get(b, i).i < 0)
			return true;
	return false;
}

static bool loop_type(struct ev *e, enum op op, const struct tensor *b, enum dtype *t)
{
	bool integral = dtype_integral(*t), cplx = dtype_info(*t)->kind == DK_COMPLEX;

	if (op == OP_SUB && *t == DT_BOOL)
		return no_loop(e, "numpy boolean subtract, the `-` operator, is not supported, use the "
				  "bitwise_xor, the `^` operator, or the logical_xor function instead.");
	if (op >= OP_AND && op <= OP_SHR && !integral)
		return no_loop(e, "bit operations need integers");
	if (cplx && (op == OP_FLOORDIV || op == OP_MOD || op == OP_ATAN2))
		return no_loop(e, "there is no such operation on complex numbers");
	if (op == OP_DIV && integral)
		*t = DT_DOUBLE;
	if (op == OP_ATAN2 && integral)
		*t = *t == DT_BOOL || dtype_info(*t)->size == 1 ? DT_HALF :
		     dtype_info(*t)->size == 2 ? DT_FLOAT : DT_DOUBLE;
	if ((op == OP_FLOORDIV || op == OP_MOD || op == OP_POW || op == OP_SHL || op == OP_SHR) &&
	    *t == DT_BOOL)
		*t = DT_INT8;
	if (op == OP_POW && integral && negative_power(b))
		return no_loop(e, "Integers to negative integer powers are not allowed.");
	return true;
}

static struct tensor *text_compare(struct ev *e, enum op op, struct tensor *a, struct tensor *b)
{
	const struct tensor *both[2] = { a, b };
	struct tensor *out = NULL;
	struct walk w;

	if (!is_compare(op) || op > OP_NE)
		ev_fail(e, "there is no such operation on strings");
	else if (walk_start(e, &w, both))
		out = tensor_new(DT_BOOL, w.rank, w.dim, e->err);
	for (int64_t i = 0; out && i < out->n; i++, walk_next(&w)) {
		int c = a->dtype != b->dtype ? 1 : sv_cmp(tensor_str(a, w.pos[0]), tensor_str(b, w.pos[1]));

		((uint8_t *)out->data)[i] = holds(op, c);
	}
	return out;
}

static struct tensor *matmul(struct ev *e, struct tensor *a, struct tensor *b, enum dtype t);

static struct tensor *apply(struct ev *e, enum op op, struct tensor *a, struct tensor *b)
{
	struct tensor *both[2] = { a, b };
	enum dtype t;

	if (a->dtype == DT_STRING || b->dtype == DT_STRING) {
		if (a->dtype == b->dtype || op == OP_EQ || op == OP_NE)
			return text_compare(e, op, a, b);
		ev_fail(e, "there is no such operation on strings and numbers");
		return NULL;
	}
	t = ev_result_type(e, both, 2);
	if (t == DT_INVALID || !loop_type(e, op, b, &t))
		return NULL;
	return op == OP_MATMUL ? matmul(e, a, b, t) : ev_loop(e, op, a, b, t);
}

/* ---- @ ---- */

static struct num zero;

/* The last two dims; stacks of matrices must have the same leading dims or none. */
static struct tensor *matmul(struct ev *e, struct tensor *a, struct tensor *b, enum dtype t)
{
	struct tensor *x = numpy_cast(a, t, e->err), *y = numpy_cast(b, t, e->err), *out = NULL;
	int64_t dim[SHAPE_MAX_RANK], m, k, n;
	int rank = 0;

	if (!x || !y)
		goto done;
	if (!a->rank || !b->rank || a->rank > 2 || b->rank > 2 ||
	    a->dim[a->rank - 1] != b->dim[b->rank > 1 ? b->rank - 2 : 0]) {
		ev_fail(e, "matmul: vectors and matrices whose inner sizes match are wanted");
		goto done;
	}
	m = a->rank == 2 ? a->dim[0] : 1;
	k = a->dim[a->rank - 1];
	n = b->rank == 2 ? b->dim[1] : 1;
	if (a->rank == 2)
		dim[rank++] = m;
	if (b->rank == 2)
		dim[rank++] = n;
	out = tensor_new(t, rank, dim, e->err);
	for (int64_t i = 0; out && i < m; i++)
		for (int64_t j = 0; j < n; j++) {
			struct num sum = zero;

			for (int64_t q = 0; q < k; q++)
				sum = one(OP_ADD, t, sum, one(OP_MUL, t, num_get(x, i * k + q),
							       num_get(y, q * n + j)));
			num_put(out, i * n + j, sum);
		}
done:
	tensor_unref(x);
	tensor_unref(y);
	return out;
}

/* ---- Python's numbers ---- */

static bool is_py_number(const struct val *v)
{
	return v->kind >= VAL_BOOL && v->kind <= VAL_COMPLEX;
}

static double re_of(const struct val *v)
{
	return v->kind >= VAL_FLOAT || v->big ? v->f : (double)v->i;
}

static struct val *py_bool(struct ev *e, bool b)
{
	struct val *v = val_new(e->vs, VAL_BOOL, e->err);

	if (v)
		v->i = b;
	return v;
}

static struct val *py_complex(struct ev *e, enum op op, const struct val *a, const struct val *b)
{
	struct num x = { re_of(a), a->im, 0 }, y = { re_of(b), b->im, 0 }, z;
	struct val *v;

	if (op > OP_POW || op == OP_FLOORDIV || op == OP_MOD)
		return op == OP_EQ || op == OP_NE ? py_bool(e, complex_op(op, DT_COMPLEX128, x, y).i) :
						    ev_fail(e, "there is no such operation on complex numbers");
	if (op == OP_DIV && y.re == 0 && y.im == 0)
		return ev_fail(e, "complex division by zero");
	z = complex_op(op, DT_COMPLEX128, x, y);
	v = val_new(e->vs, VAL_COMPLEX, e->err);
	if (v) {
		v->f = z.re;
		v->im = z.im;
	}
	return v;
}

static struct val *py_float(struct ev *e, enum op op, double a, double b)
{
	if (op >= OP_LT && op <= OP_NE)
		return py_bool(e, real_compare(op, a, b));
	if (op > OP_POW)
		return ev_fail(e, "there is no such operation on floats");
	if ((op == OP_DIV || op == OP_FLOORDIV || op == OP_MOD) && b == 0)
		return ev_fail(e, "division by zero");
	return val_float(e->vs, real_op(op, a, b), e->err);
}

static bool py_power(__int128 a, __int128 n, __int128 *out)
{
	*out = 1;
	if (n > 127 && a != 0 && a != 1 && a != -1)
		return false;
	for (n = n > 127 ? n % 2 + 2 : n; n; n--)
		if (__builtin_mul_overflow(*out, a, out))
			return false;
	return true;
}

static bool py_int_op(enum op op, __int128 a, __int128 b, __int128 *out)
{
	__int128 q = 0, r = 0;

	if (op == OP_FLOORDIV || op == OP_MOD) {
		if (b == -1) {
			r = 0;
			if (__builtin_sub_overflow((__int128)0, a, &q))
				return false;
		} else {
			r = a % b;
			q = a / b - (r && (r < 0) != (b < 0));
			r = r && (r < 0) != (b < 0) ? r + b : r;
		}
	}
	switch (op) {
	case OP_ADD: return !__builtin_add_overflow(a, b, out);
	case OP_SUB: return !__builtin_sub_overflow(a, b, out);
	case OP_MUL: return !__builtin_mul_overflow(a, b, out);
	case OP_POW: return py_power(a, b, out);
	case OP_FLOORDIV: *out = q; return true;
	case OP_MOD: *out = r; return true;
	case OP_AND: *out = a & b; return true;
	case OP_OR: *out = a | b; return true;
	case OP_XOR: *out = a ^ b; return true;
	case OP_SHL: return b < 100 && !__builtin_mul_overflow(a, (__int128)1 << b, out);
	default: *out = a >> (b < 126 ? b : 126); return true;
	}
}

static struct val *py_int(struct ev *e, enum op op, const struct val *a, const struct val *b)
{
	__int128 out = 0;

	if (a->big || b->big)
		return ev_fail(e, "whole numbers of more than 127 bits cannot be computed with here");
	if (op >= OP_LT && op <= OP_NE)
		return py_bool(e, holds(op, (a->i > b->i) - (a->i < b->i)));
	if ((op == OP_DIV || op == OP_FLOORDIV || op == OP_MOD) && b->i == 0)
		return ev_fail(e, "division by zero");
	if (op == OP_DIV || (op == OP_POW && b->i < 0))
		return py_float(e, op, (double)a->i, (double)b->i);
	if ((op == OP_SHL || op == OP_SHR) && b->i < 0)
		return ev_fail(e, "negative shift count");
	if (op == OP_MATMUL || op > OP_NE)
		return ev_fail(e, "there is no such operation on whole numbers");
	if (!py_int_op(op, a->i, b->i, &out))
		return ev_fail(e, "whole numbers of more than 127 bits cannot be computed with here");
	if (a->kind == VAL_BOOL && b->kind == VAL_BOOL && op >= OP_AND && op <= OP_XOR)
		return py_bool(e, out != 0);
	return val_int(e->vs, out, e->err);
}

static struct val *py_number(struct ev *e, enum op op, const struct val *a, const struct val *b)
{
	if (a->kind == VAL_COMPLEX || b->kind == VAL_COMPLEX)
		return py_complex(e, op, a, b);
	if (a->kind == VAL_FLOAT || b->kind == VAL_FLOAT)
		return py_float(e, op, re_of(a), re_of(b));
	return py_int(e, op, a, b);
}

/* [1] + [2], [0] * 3, "a" + "b", "a" * 3. */
static struct val *py_join(struct ev *e, const struct val *a, const struct val *b)
{
	struct val *v;
	struct str s = STR_INIT;

	if (val_is_seq(a)) {
		v = val_seq(e->vs, a->kind, a->n + b->n, e->err);
		for (size_t i = 0; v && i < v->n; i++)
			v->item[i] = i < a->n ? a->item[i] : b->item[i - a->n];
		return v;
	}
	str_add(&s, a->s);
	str_add(&s, b->s);
	v = val_text(e->vs, a->kind, str_sv(&s), e->err);
	str_free(&s);
	return v;
}

static struct val *py_repeat(struct ev *e, const struct val *a, const struct val *times)
{
	size_t unit = val_is_seq(a) ? a->n : a->s.n, total;
	int64_t n;
	struct val *v = NULL;
	struct str s = STR_INIT;

	if (!ev_int(e, times, &n))
		return NULL;
	n = n < 0 ? 0 : n;
	if (!size_mul(unit, (size_t)n, &total) || total > 50000000)
		return ev_fail(e, "MemoryError: too many repetitions");
	if (val_is_seq(a)) {
		v = val_seq(e->vs, a->kind, total, e->err);
		for (size_t i = 0; v && i < total; i++)
			v->item[i] = a->item[i % a->n];
		return v;
	}
	for (int64_t i = 0; i < n; i++)
		str_add(&s, a->s);
	v = val_text(e->vs, a->kind, str_sv(&s), e->err);
	str_free(&s);
	return v;
}

static bool is_joinable(const struct val *v)
{
	return val_is_seq(v) || v->kind == VAL_STR || v->kind == VAL_BYTES;
}

struct val *ev_binary(struct ev *e, enum op op, struct val *a, struct val *b)
{
	struct tensor *x, *y, *out = NULL;

	if (op <= OP_NE && is_py_number(a) && is_py_number(b))
		return py_number(e, op, a, b);
	if (op == OP_ADD && is_joinable(a) && a->kind == b->kind)
		return py_join(e, a, b);
	if (op == OP_MUL && is_joinable(a) && (b->kind == VAL_INT || b->kind == VAL_BOOL))
		return py_repeat(e, a, b);
	if (op == OP_MUL && is_joinable(b) && (a->kind == VAL_INT || a->kind == VAL_BOOL))
		return py_repeat(e, b, a);
	x = ev_tensor(e, a);
	y = x ? ev_tensor(e, b) : NULL;
	if (y)
		out = apply(e, op, x, y);
	tensor_unref(x);
	tensor_unref(y);
	return ev_give(e, out);
}
