/*
 * numpy.asarray(value, dtype): the shape first (from nested lists and tuples, arrays in them too), then
 * the dtype when none is wanted, then the elements, converted as Python's float() and int() do.
 */
#include <inttypes.h>
#include <math.h>

#include "expr/cast.h"
#include "expr/text.h"
#include "expr/value.h"

enum { MAX_DIMS = 32 };		/* numpy's */

struct finding {
	int64_t dim[VAL_MAX_DEPTH + MAX_DIMS];
	bool known[VAL_MAX_DEPTH + MAX_DIMS];
	int rank;		/* as deep as all agree */
	enum dtype type;	/* DT_INVALID: nothing met yet */
	bool ragged, text, number, other;
};

static void at_depth(struct finding *f, int depth, int64_t n)
{
	if (f->known[depth] && f->dim[depth] != n) {
		f->ragged = true;
		f->rank = depth < f->rank ? depth : f->rank;
	}
	if (!f->known[depth])
		f->dim[depth] = n;
	f->known[depth] = true;
}

static enum dtype natural(const struct val *v)
{
	switch (v->kind) {
	case VAL_BOOL: return DT_BOOL;
	case VAL_INT:
		if (v->big || v->i > (__int128)UINT64_MAX || v->i < INT64_MIN)
			return DT_INVALID;
		return v->i > INT64_MAX ? DT_UINT64 : DT_INT64;
	case VAL_FLOAT: return DT_DOUBLE;
	case VAL_COMPLEX: return DT_COMPLEX128;
	case VAL_STR: case VAL_BYTES: return DT_STRING;
	case VAL_ARRAY: return v->t->dtype;
	default: return DT_INVALID;
	}
}

static void leaf(struct finding *f, const struct val *v, int depth)
{
	enum dtype t = natural(v);

	if (depth < f->rank)
		f->rank = depth;
	f->text |= t == DT_STRING;
	f->number |= t != DT_STRING && t != DT_INVALID;
	f->other |= t == DT_INVALID;
	if (f->type == DT_INVALID)
		f->type = t;
	else if (t != DT_STRING && f->type != DT_STRING)
		f->type = numpy_promote(f->type, t);
}

/* Values nest VAL_MAX_DEPTH deep at most. */
static void look(struct finding *f, const struct val *v, int depth)
{
	if (v->kind == VAL_ARRAY) {
		for (int d = 0; d < v->t->rank && d < MAX_DIMS; d++)
			at_depth(f, depth + d, v->t->dim[d]);
		leaf(f, v, depth + v->t->rank);
		return;
	}
	if (!val_is_seq(v)) {
		leaf(f, v, depth);
		return;
	}
	at_depth(f, depth, (int64_t)v->n);
	for (size_t i = 0; i < v->n; i++)
		look(f, v->item[i], depth + 1);
}

/* objects: uneven lists are fine, and elements; TensorFlow then says what it cannot take. */
static bool settle(struct finding *f, bool objects, struct err *err)
{
	struct str dims = STR_INIT;
	int deepest = 0;

	while (deepest < VAL_MAX_DEPTH && f->known[deepest])
		deepest++;
	if (deepest > f->rank && f->rank < MAX_DIMS)
		f->ragged = true;
	if (f->rank > deepest)
		f->rank = deepest;
	if (!f->ragged || objects)
		return true;
	shape_str_py(&dims, (struct shape){ f->rank, f->dim });
	err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
		"ValueError: setting an array element with a sequence. The requested array has an "
		"inhomogeneous shape after %d dimensions. The detected shape was %s + inhomogeneous "
		"part.", f->rank, str_z(&dims));
	str_free(&dims);
	return false;
}

/* ---- elements ---- */

static bool no_number(const struct val *v, const char *wanted, struct err *err)
{
	return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
		       "TypeError: %s, not '%s'", wanted, val_type_name(v));
}

static bool no_text(const struct val *v, const char *format, struct err *err)
{
	struct str s = STR_INIT;

	val_repr(&s, v);
	err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "ValueError: %s%s", format, str_z(&s));
	str_free(&s);
	return false;
}

static bool to_float(const struct val *v, double *d, struct err *err)
{
	switch (v->kind) {
	case VAL_BOOL: case VAL_INT: *d = v->big ? v->f : (double)v->i; return true;
	case VAL_FLOAT: *d = v->f; return true;
	case VAL_NONE: *d = NAN; return true;
	case VAL_STR: case VAL_BYTES:
		return text_to_float(v->s, d) || no_text(v, "could not convert string to float: ", err);
	default:
		return no_number(v, "float() argument must be a string or a real number", err);
	}
}

static bool too_large(struct err *err)
{
	return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
		       "OverflowError: Python int too large to convert to C long");
}

static bool to_complex(const struct val *v, struct num *n, struct err *err)
{
	switch (v->kind) {
	case VAL_BOOL: case VAL_INT: n->re = v->big ? v->f : (double)v->i; return true;
	case VAL_FLOAT: case VAL_COMPLEX: n->re = v->f; n->im = v->im; return true;
	case VAL_NONE: n->re = n->im = NAN; return true;
	case VAL_STR: case VAL_BYTES:
		return text_to_complex(v->s, &n->re, &n->im) ||
		       err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			       "ValueError: complex() arg is a malformed string");
	default:
		return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			       "TypeError: must be real number, not %s", val_type_name(v));
	}
}

static bool from_float(double f, __int128 *i, struct err *err)
{
	if (isnan(f))
		return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			       "ValueError: cannot convert float NaN to integer");
	if (isinf(f))
		return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			       "OverflowError: cannot convert float infinity to integer");
	if (fabs(f) >= 0x1p64)
		return too_large(err);
	*i = (__int128)f;
	return true;
}

static bool to_int(const struct val *v, enum dtype to, int64_t *out, struct err *err)
{
	__int128 i = v->i;
	bool big = v->big;

	switch (v->kind) {
	case VAL_BOOL: case VAL_INT:
		break;
	case VAL_FLOAT:
		if (!from_float(v->f, &i, err))
			return false;
		break;
	case VAL_STR: case VAL_BYTES:
		if (!text_to_int(v->s, &i, &big))
			return no_text(v, "invalid literal for int() with base 10: ", err);
		break;
	default:
		return no_number(v, "int() argument must be a string, a bytes-like object or a real number",
				 err);
	}
	if (big || i < INT64_MIN || i > (to == DT_UINT64 ? (__int128)UINT64_MAX : INT64_MAX))
		return too_large(err);
	*out = (int64_t)(uint64_t)i;
	return true;
}

static bool truth(const struct val *v)
{
	switch (v->kind) {
	case VAL_BOOL: case VAL_INT: return v->big || v->i != 0;
	case VAL_FLOAT: case VAL_COMPLEX: return v->f != 0 || v->im != 0;
	case VAL_STR: case VAL_BYTES: return v->s.n > 0;
	case VAL_NONE: return false;
	case VAL_LIST: case VAL_TUPLE: case VAL_SET: case VAL_DICT: return v->n > 0;
	default: return true;
	}
}

static bool no_object(const char *module, const char *type, struct err *err)
{
	return err_set(err, ERR_KIND_INPUT, ERR_INTERNAL,
		       "tensorflow.python.framework.errors_impl.InternalError: Graph execution error:\n\n"
		       "Unsupported object type %s%s", module, type);
}

static bool to_text(const struct val *v, struct tensor *t, int64_t k, struct err *err)
{
	if (v->kind == VAL_STR || v->kind == VAL_BYTES)
		return tensor_str_set(t, k, v->s, err);
	return no_object("", val_type_name(v), err);
}

/* Numbers of an array become Python's when it is one of objects; a numpy scalar stays one. */
static bool array_to_text(const struct val *v, struct err *err)
{
	enum dtype_kind k = dtype_info(v->t->dtype)->kind;

	if (v->t->dtype == DT_STRING || !v->t->n)
		return true;
	if (v->scalar)
		return no_object("numpy.", k == DK_BOOL ? "bool_" : dtype_info(v->t->dtype)->name, err);
	return no_object("", k == DK_BOOL ? "bool" : k == DK_FLOAT ? "float" : k == DK_COMPLEX ? "complex" :
			     "int", err);
}

static bool element(const struct val *v, struct tensor *t, int64_t k, struct err *err)
{
	struct num n = { 0 };

	if (t->dtype == DT_STRING)
		return to_text(v, t, k, err);
	if (t->dtype == DT_BOOL)
		n.i = truth(v);
	else if (dtype_integral(t->dtype)) {
		if (!to_int(v, t->dtype, &n.i, err))
			return false;
	} else if (dtype_info(t->dtype)->kind == DK_COMPLEX) {
		if (!to_complex(v, &n, err))
			return false;
	} else if (!to_float(v, &n.re, err)) {
		return false;
	}
	num_put(t, k, n);
	return true;
}

static bool array_into(const struct val *v, struct tensor *t, int64_t *at, struct err *err)
{
	struct tensor *c = NULL;

	if (t->dtype != DT_STRING)
		c = numpy_cast(v->t, t->dtype, err);
	else if (array_to_text(v, err))
		c = tensor_ref(v->t);
	for (int64_t k = 0; c && k < c->n && *at < t->n; k++) {
		if (t->dtype == DT_STRING && c->dtype == DT_STRING &&
		    !tensor_str_set(t, *at, tensor_str(c, k), err)) {
			tensor_unref(c);
			return false;
		}
		if (t->dtype != DT_STRING)
			num_put(t, *at, num_get(c, k));
		++*at;
	}
	tensor_unref(c);
	return c != NULL;
}

static bool fill(const struct val *v, int depth, struct tensor *t, int64_t *at, struct err *err)
{
	if (v->kind == VAL_ARRAY)
		return array_into(v, t, at, err);
	if (!val_is_seq(v) || depth == t->rank)
		return element(v, t, (*at)++, err);
	for (size_t i = 0; i < v->n; i++)
		if (!fill(v->item[i], depth + 1, t, at, err))
			return false;
	return true;
}

static bool choose(const struct finding *f, enum dtype *want, struct err *err)
{
	if (*want != DT_INVALID)
		return true;
	*want = f->type;
	if (!f->text && !f->number && !f->other)
		*want = DT_DOUBLE;
	if (f->other || *want == DT_INVALID)
		return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			       "an array of Python objects is no tensor");
	if (f->text && f->number)
		return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			       "strings and numbers are mixed");
	return true;
}

struct tensor *val_to_tensor(const struct val *v, enum dtype want, struct err *err)
{
	struct finding f = { .rank = MAX_DIMS + 1 };
	struct tensor *t;
	int64_t at = 0;

	if (v->kind == VAL_ARRAY && (want == DT_INVALID || want == v->t->dtype))
		return tensor_ref(v->t);
	look(&f, v, 0);
	if (!settle(&f, want == DT_STRING, err) || !choose(&f, &want, err))
		return NULL;
	if (f.rank > MAX_DIMS) {
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			"ValueError: setting an array element with a sequence. The requested array would "
			"exceed the maximum number of dimension of %d.", MAX_DIMS);
		return NULL;
	}
	t = tensor_new(want, f.rank, f.dim, err);
	if (t && !fill(v, 0, t, &at, err)) {
		tensor_unref(t);
		return NULL;
	}
	return t;
}
