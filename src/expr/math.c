/* numpy's elementwise functions of one argument, and those of two by name. */
#include <complex.h>
#include <math.h>

#include "expr/eval.h"

static double real_of(enum op op, double v)
{
	switch (op) {
	case OP_NEG: return -v;
	case OP_ABS: return fabs(v);
	case OP_SQRT: return sqrt(v);
	case OP_SQUARE: return v * v;
	case OP_SIGN: return isnan(v) ? v : (v > 0) - (v < 0);
	case OP_EXP: return exp(v);
	case OP_EXPM1: return expm1(v);
	case OP_EXP2: return exp2(v);
	case OP_LOG: return log(v);
	case OP_LOG2: return log2(v);
	case OP_LOG10: return log10(v);
	case OP_LOG1P: return log1p(v);
	case OP_SIN: return sin(v);
	case OP_COS: return cos(v);
	case OP_TAN: return tan(v);
	case OP_ASIN: return asin(v);
	case OP_ACOS: return acos(v);
	case OP_ATAN: return atan(v);
	case OP_SINH: return sinh(v);
	case OP_COSH: return cosh(v);
	case OP_TANH: return tanh(v);
	case OP_FLOOR: return floor(v);
	case OP_CEIL: return ceil(v);
	case OP_TRUNC: return trunc(v);
	case OP_RINT: return rint(v);
	case OP_RECIPROCAL: return 1 / v;
	default: return v;
	}
}

static bool complex_of(enum op op, double complex *z)
{
	switch (op) {
	case OP_NEG: *z = -*z; return true;
	case OP_POS: return true;
	case OP_SQRT: *z = csqrt(*z); return true;
	case OP_SQUARE: *z *= *z; return true;
	case OP_EXP: *z = cexp(*z); return true;
	case OP_LOG: *z = clog(*z); return true;
	case OP_SIN: *z = csin(*z); return true;
	case OP_COS: *z = ccos(*z); return true;
	case OP_TAN: *z = ctan(*z); return true;
	case OP_SINH: *z = csinh(*z); return true;
	case OP_COSH: *z = ccosh(*z); return true;
	case OP_TANH: *z = ctanh(*z); return true;
	default: return false;
	}
}

static int64_t int_of(enum op op, int64_t v, bool u)
{
	switch (op) {
	case OP_NEG: return (int64_t)(0 - (uint64_t)v);
	case OP_INVERT: return ~v;
	case OP_ABS: return v < 0 && !u ? (int64_t)(0 - (uint64_t)v) : v;
	case OP_SQUARE: return (int64_t)((uint64_t)v * (uint64_t)v);
	case OP_SIGN: return u ? v != 0 : (v > 0) - (v < 0);
	case OP_RECIPROCAL: return v == 1 ? 1 : v == -1 && !u ? -1 : 0;
	default: return v;
	}
}

/* Stays in integers, when these are given. */
static bool keeps_integers(enum op op)
{
	return op <= OP_ABS || op == OP_SQUARE || op == OP_SIGN || op == OP_RECIPROCAL;
}

static bool is_test(enum op op)
{
	return op >= OP_ISNAN && op <= OP_LNOT;
}

static struct tensor *test(struct ev *e, enum op op, const struct tensor *t)
{
	struct tensor *out = tensor_new(DT_BOOL, t->rank, t->dim, e->err);

	for (int64_t i = 0; out && i < t->n; i++) {
		struct num v = num_get(t, i);
		bool nan = isnan(v.re) || isnan(v.im), inf = isinf(v.re) || isinf(v.im);

		((uint8_t *)out->data)[i] = op == OP_ISNAN ? nan : op == OP_ISINF ? inf :
			op == OP_ISFINITE ? !nan && !inf : v.re == 0 && v.im == 0;
	}
	return out;
}

static bool refused(struct ev *e, enum op op, enum dtype t)
{
	if (t == DT_STRING)
		ev_fail(e, "there is no such operation on strings");
	else if (t == DT_BOOL && op == OP_NEG)
		ev_fail(e, "The numpy boolean negative, the `-` operator, is not supported, use the `~` "
			   "operator or the logical_not function instead.");
	else if (t == DT_BOOL && (op == OP_POS || op == OP_SIGN))
		ev_fail(e, "there is no such operation on bools");
	else if (op == OP_INVERT && !dtype_integral(t))
		ev_fail(e, "bit operations need integers");
	else
		return false;
	return true;
}

static enum dtype float_type(enum dtype t)
{
	size_t size = dtype_info(t)->size;

	return !dtype_integral(t) ? t : size == 1 ? DT_HALF : size == 2 ? DT_FLOAT : DT_DOUBLE;
}

static struct num one(enum op op, enum dtype from, struct num v)
{
	enum dtype_kind k = dtype_info(from)->kind;
	double complex z;

	if (k == DK_BOOL) {
		v.i = op == OP_INVERT ? !v.i : v.i;
		v.re = real_of(op, v.re);
	} else if (k == DK_COMPLEX && op == OP_ABS) {
		v.re = hypot(v.re, v.im);
	} else if (k == DK_COMPLEX) {
		z = v.re + v.im * I;
		complex_of(op, &z);
		v.re = creal(z);
		v.im = cimag(z);
	} else {
		v.i = int_of(op, v.i, k == DK_UINT);
		v.re = real_of(op, v.re);
	}
	return v;
}

static struct tensor *unary(struct ev *e, enum op op, const struct tensor *t)
{
	enum dtype to = keeps_integers(op) ? t->dtype : float_type(t->dtype);
	double complex z = 0;
	struct tensor *out;

	if (refused(e, op, t->dtype))
		return NULL;
	if (is_test(op))
		return test(e, op, t);
	if (dtype_info(t->dtype)->kind == DK_COMPLEX) {
		if (op == OP_ABS)
			to = t->dtype == DT_COMPLEX64 ? DT_FLOAT : DT_DOUBLE;
		else if (!complex_of(op, &z)) {
			ev_fail(e, "there is no such operation on complex numbers");
			return NULL;
		}
	}
	if (t->dtype == DT_BOOL && (op == OP_SQUARE || op == OP_RECIPROCAL))
		to = DT_INT8;
	out = tensor_new(to, t->rank, t->dim, e->err);
	for (int64_t i = 0; out && i < t->n; i++)
		num_put(out, i, one(op, t->dtype, num_get(t, i)));
	return out;
}

static struct val *py_unary(struct ev *e, enum op op, const struct val *a)
{
	struct val *v;

	if (op == OP_INVERT) {
		if (a->kind > VAL_INT || a->big)
			return ev_fail(e, "bad operand type for unary ~: '%s'", val_type_name(a));
		return val_int(e->vs, ~a->i, e->err);
	}
	v = val_new(e->vs, a->kind == VAL_BOOL ? VAL_INT : a->kind, e->err);
	if (!v)
		return NULL;
	v->big = a->big;
	v->i = op == OP_NEG && !a->big ? -a->i : a->i;
	v->f = op == OP_NEG ? -a->f : a->f;
	v->im = op == OP_NEG ? -a->im : a->im;
	return v;
}

struct val *ev_unary(struct ev *e, enum op op, struct val *a)
{
	struct tensor *t;
	struct val *v;

	if (op <= OP_INVERT && a->kind >= VAL_BOOL && a->kind <= VAL_COMPLEX)
		return py_unary(e, op, a);
	t = ev_tensor(e, a);
	v = t ? ev_give(e, unary(e, op, t)) : NULL;
	tensor_unref(t);
	return v;
}

static struct val *fn_unary(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct tensor *t = ev_tensor(e, a[0]);
	struct val *v = t ? ev_give(e, unary(e, (enum op)row->op, t)) : NULL;

	tensor_unref(t);
	return v;
}

/* By name Python's numbers are arrays too: np.add(1, 2) is an int64. */
static struct val *fn_binary(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct tensor *x = ev_tensor(e, a[0]);
	struct val *v = x ? val_array(e->vs, x, x->rank == 0, e->err) : NULL;

	return v ? ev_binary(e, (enum op)row->op, v, a[1]) : NULL;
}

/* np.clip: the bounds take part in the result's dtype. */
static struct val *fn_clip(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct val *v = a[0];

	(void)row;
	if (v->kind != VAL_ARRAY)
		v = val_array(e->vs, ev_tensor(e, v), true, e->err);
	if (v && !ev_given(a[1]) && !ev_given(a[2]))
		return ev_fail(e, "One of max or min must be given");
	if (v && ev_given(a[1]) && ev_given(a[2])) {
		struct tensor *t[3] = { v->t, ev_tensor(e, a[1]), ev_tensor(e, a[2]) };
		struct tensor *cast = NULL;
		enum dtype to = t[1] && t[2] ? ev_result_type(e, t, 3) : DT_INVALID;

		if (to != DT_INVALID)
			cast = numpy_cast(v->t, to, e->err);
		tensor_unref(t[1]);
		tensor_unref(t[2]);
		v = val_array(e->vs, cast, v->scalar, e->err);
	}
	if (v && ev_given(a[1]))
		v = ev_binary(e, OP_MAX, v, a[1]);
	if (v && ev_given(a[2]))
		v = ev_binary(e, OP_MIN, v, a[2]);
	return v;
}

/* numpy multiplies by a power of ten, rounds half to even, divides. */
static struct val *fn_round(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct tensor *t = ev_tensor(e, a[0]), *out;
	int64_t decimals = 0;
	double scale;

	(void)row;
	if (!t || (ev_given(a[1]) && !ev_int(e, a[1], &decimals)) || refused(e, OP_RINT, t->dtype)) {
		tensor_unref(t);
		return NULL;
	}
	if (dtype_integral(t->dtype) && decimals >= 0)
		return ev_give(e, t->dtype == DT_BOOL ? numpy_cast(t, DT_HALF, e->err) : t);
	scale = pow(10, (double)llabs(decimals));
	out = tensor_new(t->dtype, t->rank, t->dim, e->err);
	for (int64_t i = 0; out && i < t->n; i++) {
		struct num v = num_get(t, i);
		double *part[2] = { &v.re, &v.im };

		for (int k = 0; k < 2; k++) {
			double x = *part[k];

			if (t->dtype == DT_FLOAT || t->dtype == DT_COMPLEX64)
				x = decimals > 0 ? (double)(rintf((float)x * (float)scale) / (float)scale) :
				    decimals ? (double)(rintf((float)x / (float)scale) * (float)scale) :
				    rint(x);
			else
				x = decimals > 0 ? rint(x * scale) / scale :
				    decimals ? rint(x / scale) * scale : rint(x);
			*part[k] = x;
		}
		v.i = (int64_t)num_int(v.re, t->dtype);
		num_put(out, i, v);
	}
	tensor_unref(t);
	return ev_give(e, out);
}

#define UNARY(name, alias, op) { name, alias, FN_NUMPY, "x", 1, fn_unary, op }
#define BINARY(name, alias, op) { name, alias, FN_NUMPY, "x1 x2", 2, fn_binary, op }

const struct fn_row fn_math[] = {
	UNARY("abs", "absolute", OP_ABS),
	UNARY("fabs", NULL, OP_ABS),
	UNARY("sqrt", NULL, OP_SQRT),
	UNARY("square", NULL, OP_SQUARE),
	UNARY("sign", NULL, OP_SIGN),
	UNARY("negative", NULL, OP_NEG),
	UNARY("positive", NULL, OP_POS),
	UNARY("invert", "bitwise_not", OP_INVERT),
	UNARY("reciprocal", NULL, OP_RECIPROCAL),
	UNARY("exp", NULL, OP_EXP),
	UNARY("expm1", NULL, OP_EXPM1),
	UNARY("exp2", NULL, OP_EXP2),
	UNARY("log", NULL, OP_LOG),
	UNARY("log2", NULL, OP_LOG2),
	UNARY("log10", NULL, OP_LOG10),
	UNARY("log1p", NULL, OP_LOG1P),
	UNARY("sin", NULL, OP_SIN),
	UNARY("cos", NULL, OP_COS),
	UNARY("tan", NULL, OP_TAN),
	UNARY("arcsin", NULL, OP_ASIN),
	UNARY("arccos", NULL, OP_ACOS),
	UNARY("arctan", NULL, OP_ATAN),
	UNARY("sinh", NULL, OP_SINH),
	UNARY("cosh", NULL, OP_COSH),
	UNARY("tanh", NULL, OP_TANH),
	UNARY("floor", NULL, OP_FLOOR),
	UNARY("ceil", NULL, OP_CEIL),
	UNARY("trunc", "fix", OP_TRUNC),
	UNARY("rint", NULL, OP_RINT),
	UNARY("isnan", NULL, OP_ISNAN),
	UNARY("isinf", NULL, OP_ISINF),
	UNARY("isfinite", NULL, OP_ISFINITE),
	UNARY("logical_not", NULL, OP_LNOT),
	BINARY("add", NULL, OP_ADD),
	BINARY("subtract", NULL, OP_SUB),
	BINARY("multiply", NULL, OP_MUL),
	BINARY("divide", "true_divide", OP_DIV),
	BINARY("floor_divide", NULL, OP_FLOORDIV),
	BINARY("mod", "remainder", OP_MOD),
	BINARY("power", NULL, OP_POW),
	BINARY("maximum", NULL, OP_MAX),
	BINARY("minimum", NULL, OP_MIN),
	BINARY("arctan2", NULL, OP_ATAN2),
	BINARY("matmul", "dot", OP_MATMUL),
	BINARY("bitwise_and", NULL, OP_AND),
	BINARY("bitwise_or", NULL, OP_OR),
	BINARY("bitwise_xor", NULL, OP_XOR),
	BINARY("left_shift", NULL, OP_SHL),
	BINARY("right_shift", NULL, OP_SHR),
	BINARY("less", NULL, OP_LT),
	BINARY("less_equal", NULL, OP_LE),
	BINARY("greater", NULL, OP_GT),
	BINARY("greater_equal", NULL, OP_GE),
	BINARY("equal", NULL, OP_EQ),
	BINARY("not_equal", NULL, OP_NE),
	BINARY("logical_and", NULL, OP_LAND),
	BINARY("logical_or", NULL, OP_LOR),
	BINARY("logical_xor", NULL, OP_LXOR),
	{ "clip", NULL, FN_NUMPY | FN_METHOD, "a a_min a_max", 1, fn_clip, 0 },
	{ "round", "round_", FN_NUMPY | FN_METHOD, "a decimals", 1, fn_round, 0 },
	{ "around", NULL, FN_NUMPY, "a decimals", 1, fn_round, 0 },
	{ 0 },
};
