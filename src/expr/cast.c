/* numpy's promotion and casts; see cast.h. */
#include "expr/cast.h"

#include <math.h>

#include "expr/text.h"

/* ---- promotion ---- */

static int bits(enum dtype t)
{
	return dtype_info(t)->size * 8;
}

static enum dtype float_of(int n)
{
	return n <= 16 ? DT_HALF : n <= 32 ? DT_FLOAT : DT_DOUBLE;
}

/* The float that holds an integer type: 8 bits fit a half, 16 a float, more a double. */
static enum dtype float_for(enum dtype t)
{
	enum dtype_kind k = dtype_info(t)->kind;

	if (k == DK_FLOAT)
		return t;
	return k == DK_BOOL || bits(t) == 8 ? DT_HALF : bits(t) == 16 ? DT_FLOAT : DT_DOUBLE;
}

static enum dtype signed_of(int n)
{
	return n == 8 ? DT_INT8 : n == 16 ? DT_INT16 : n == 32 ? DT_INT32 : DT_INT64;
}

static enum dtype integers(enum dtype a, enum dtype b)
{
	bool ua = dtype_info(a)->kind == DK_UINT, ub = dtype_info(b)->kind == DK_UINT;
	enum dtype u = ua ? a : b, s = ua ? b : a;

	if (ua == ub)
		return bits(a) >= bits(b) ? a : b;
	if (bits(s) > bits(u))
		return s;
	return bits(u) == 64 ? DT_DOUBLE : signed_of(2 * bits(u));
}

static enum dtype complexes(enum dtype a, enum dtype b)
{
	bool wide = a == DT_COMPLEX128 || b == DT_COMPLEX128;

	if (dtype_info(a)->kind != DK_COMPLEX)
		wide |= float_for(a) == DT_DOUBLE;
	if (dtype_info(b)->kind != DK_COMPLEX)
		wide |= float_for(b) == DT_DOUBLE;
	return wide ? DT_COMPLEX128 : DT_COMPLEX64;
}

enum dtype numpy_promote(enum dtype a, enum dtype b)
{
	enum dtype_kind ka = dtype_info(a)->kind, kb = dtype_info(b)->kind;

	if (a == b)
		return a;
	if ((!dtype_inexact(a) && !dtype_integral(a)) || (!dtype_inexact(b) && !dtype_integral(b)) ||
	    a == DT_BFLOAT16 || b == DT_BFLOAT16)
		return DT_INVALID;
	if (ka == DK_BOOL || kb == DK_BOOL)
		return ka == DK_BOOL ? b : a;
	if (ka == DK_COMPLEX || kb == DK_COMPLEX)
		return complexes(a, b);
	if (ka == DK_FLOAT || kb == DK_FLOAT) {
		int x = bits(float_for(a)), y = bits(float_for(b));

		return float_of(x > y ? x : y);
	}
	return integers(a, b);
}

/* ---- elements ---- */

struct num num_get(const struct tensor *t, int64_t k)
{
	struct num v = { 0 };

	if (t->dtype == DT_COMPLEX64) {
		v.re = ((const float *)t->data)[2 * k];
		v.im = ((const float *)t->data)[2 * k + 1];
	} else if (t->dtype == DT_COMPLEX128) {
		v.re = ((const double *)t->data)[2 * k];
		v.im = ((const double *)t->data)[2 * k + 1];
	} else if (dtype_inexact(t->dtype)) {
		v.re = tensor_get_f64(t, k);
	} else {
		v.i = tensor_get_i64(t, k);
		v.re = t->dtype == DT_UINT64 ? (double)(uint64_t)v.i : (double)v.i;
	}
	return v;
}

/* Out of range, the processor's conversions give the lowest value of 32 or 64 bits. */
int64_t num_int(double v, enum dtype to)
{
	if (to == DT_UINT64) {
		if (v >= 0x1p63)
			return v < 0x1p64 ? (int64_t)(uint64_t)v : INT64_MIN;
		return v > -0x1p63 ? (int64_t)v : INT64_MIN;
	}
	if (to == DT_INT64 || to == DT_UINT32)
		return v > -0x1p63 && v < 0x1p63 ? (int64_t)v : INT64_MIN;
	return v > -2147483649.0 && v < 2147483648.0 ? (int64_t)v : INT32_MIN;
}

void num_put(struct tensor *t, int64_t k, struct num v)
{
	void *d = t->data;

	switch (t->dtype) {
	case DT_BOOL: case DT_INT8: case DT_UINT8: ((uint8_t *)d)[k] = (uint8_t)v.i; break;
	case DT_INT16: case DT_UINT16: ((uint16_t *)d)[k] = (uint16_t)v.i; break;
	case DT_INT32: case DT_UINT32: ((uint32_t *)d)[k] = (uint32_t)v.i; break;
	case DT_INT64: case DT_UINT64: ((int64_t *)d)[k] = v.i; break;
	case DT_HALF: ((uint16_t *)d)[k] = half_of_float((float)v.re); break;
	case DT_BFLOAT16: ((uint16_t *)d)[k] = bf16_of_float((float)v.re); break;
	case DT_FLOAT: ((float *)d)[k] = (float)v.re; break;
	case DT_DOUBLE: ((double *)d)[k] = v.re; break;
	case DT_COMPLEX64:
		((float *)d)[2 * k] = (float)v.re;
		((float *)d)[2 * k + 1] = (float)v.im;
		break;
	case DT_COMPLEX128:
		((double *)d)[2 * k] = v.re;
		((double *)d)[2 * k + 1] = v.im;
		break;
	default:
		break;
	}
}

static struct num as(struct num v, enum dtype from, enum dtype to)
{
	if (to == DT_BOOL)
		v.i = dtype_integral(from) ? v.i != 0 : v.re != 0 || v.im != 0;
	else if (dtype_integral(to) && !dtype_integral(from))
		v.i = num_int(v.re, to);
	return v;
}

static bool parse(struct tensor *out, int64_t k, struct sv s, struct err *err)
{
	struct num v = { 0 };
	__int128 i;
	bool big;

	if (out->dtype == DT_BOOL) {
		v.i = s.n > 0;
	} else if (dtype_integral(out->dtype)) {
		if (!text_to_int(s, &i, &big))
			return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
				       "ValueError: invalid literal for int() with base 10: '%.*s'",
				       SV_ARG(s));
		v.i = (int64_t)i;
	} else if (!text_to_float(s, &v.re)) {
		return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			       "ValueError: could not convert string to float: '%.*s'", SV_ARG(s));
	}
	num_put(out, k, v);
	return true;
}

struct tensor *numpy_cast(const struct tensor *t, enum dtype to, struct err *err)
{
	bool text = t->dtype == DT_STRING;
	struct tensor *out;
	bool ok = true;

	if (t->dtype == to)
		return tensor_copy(t, err);
	if ((!text && !dtype_inexact(t->dtype) && !dtype_integral(t->dtype)) ||
	    (!dtype_inexact(to) && !dtype_integral(to)))
		return tensor_cast(t, to, err);
	out = tensor_new(to, t->rank, t->dim, err);
	for (int64_t k = 0; out && ok && k < t->n; k++)
		if (text)
			ok = parse(out, k, tensor_str(t, k), err);
		else
			num_put(out, k, as(num_get(t, k), t->dtype, to));
	if (ok)
		return out;
	tensor_unref(out);
	return NULL;
}
