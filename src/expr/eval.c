/* Names, attributes and calls: what np.NAME and array.NAME mean, and whose argument is whose. */
#include "expr/eval.h"

#include <math.h>
#include <stdlib.h>
#include <sys/random.h>

struct expr_env *expr_env_new(void)
{
	struct expr_env *env = xcalloc(1, sizeof(*env));
	uint32_t seed[8];

	if (getrandom(seed, sizeof(seed), 0) != sizeof(seed))
		memset(seed, 0x5a, sizeof(seed));
	mt_seed_array(&env->global, seed, sizeof(seed) / sizeof(*seed));
	return env;
}

void expr_env_free(struct expr_env *env)
{
	if (!env)
		return;
	for (size_t i = 0; i < env->more.n; i++)
		free(env->more.p[i]);
	vec_free(&env->more);
	free(env);
}

struct val *ev_fail(struct ev *e, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	err_vset(e->err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, fmt, ap);
	va_end(ap);
	return NULL;
}

/* ---- attributes ---- */

static const struct fn_row *const tables[] = { fn_make, fn_shape, fn_math, fn_reduce, fn_random };

static const struct fn_row *find(struct sv name, unsigned where)
{
	for (size_t t = 0; t < sizeof(tables) / sizeof(*tables); t++)
		for (const struct fn_row *r = tables[t]; r->name; r++)
			if ((r->where & where) &&
			    (sv_is(name, r->name) || (r->alias && sv_is(name, r->alias))))
				return r;
	return NULL;
}

static struct val *function(struct ev *e, const struct fn_row *row, struct val *self)
{
	struct val *v = val_seq(e->vs, VAL_NAME, 1, e->err);

	if (v) {
		v->p = row;
		v->item[0] = self;
	}
	return v;
}

static struct val *dtype_value(struct ev *e, enum dtype t)
{
	struct val *v = val_new(e->vs, VAL_DTYPE, e->err);

	if (v)
		v->i = t;
	return v;
}

static struct val *numpy_name(struct ev *e, struct sv name)
{
	static const struct { const char *name; double v; } constants[] = {
		{ "pi", 3.141592653589793 }, { "e", 2.718281828459045 }, { "inf", INFINITY },
		{ "Inf", INFINITY }, { "infty", INFINITY }, { "PINF", INFINITY },
		{ "NINF", -INFINITY }, { "nan", NAN }, { "NaN", NAN }, { "NAN", NAN },
		{ "euler_gamma", 0.5772156649015329 },
	};
	enum dtype t;
	struct val *v;

	for (size_t i = 0; i < sizeof(constants) / sizeof(*constants); i++)
		if (sv_is(name, constants[i].name))
			return val_float(e->vs, constants[i].v, e->err);
	if (sv_is(name, "newaxis"))
		return val_new(e->vs, VAL_NONE, e->err);
	if (sv_is(name, "random")) {
		v = val_new(e->vs, VAL_NAME, e->err);
		if (v)
			v->s = SV("random");
		return v;
	}
	v = val_text(e->vs, VAL_STR, name, e->err);
	t = DT_INVALID;
	if (v && !sv_is(name, "float") && !sv_is(name, "int") && !sv_is(name, "bool") &&
	    !sv_is(name, "complex") && ev_dtype(&(struct ev){ e->vs, e->env, NULL }, v, &t))
		return dtype_value(e, t);
	return ev_fail(e, "np.%.*s is not known here", SV_ARG(name));
}

static struct val *shape_value(struct ev *e, const struct tensor *t)
{
	struct val *v = val_seq(e->vs, VAL_TUPLE, (size_t)t->rank, e->err);

	for (int d = 0; v && d < t->rank; d++) {
		v->item[d] = val_int(e->vs, t->dim[d], e->err);
		if (!v->item[d])
			return NULL;
	}
	return v;
}

static struct val *array_attribute(struct ev *e, struct val *of, struct sv name)
{
	struct tensor *t = of->t;

	if (sv_is(name, "shape"))
		return shape_value(e, t);
	if (sv_is(name, "size"))
		return val_int(e->vs, t->n, e->err);
	if (sv_is(name, "ndim"))
		return val_int(e->vs, t->rank, e->err);
	if (sv_is(name, "dtype"))
		return dtype_value(e, t->dtype);
	if (sv_is(name, "T"))
		return val_array(e->vs, ev_transpose(e, t, NULL), of->scalar, e->err);
	return ev_fail(e, "an array has no \"%.*s\" here", SV_ARG(name));
}

struct val *ev_attribute(struct ev *e, struct val *of, struct sv name)
{
	bool random = (of->kind == VAL_NAME && sv_is(of->s, "random")) || of->kind == VAL_RNG;
	unsigned where = random ? FN_RANDOM : of->kind == VAL_NAME ? FN_NUMPY :
			 of->kind == VAL_ARRAY ? FN_METHOD : 0;
	const struct fn_row *row = where ? find(name, where) : NULL;

	if (of->kind == VAL_NAME && of->p)
		return ev_fail(e, "a function has no attributes");
	if (row)
		return function(e, row, where == FN_NUMPY ? NULL : of);
	if (of->kind == VAL_ARRAY)
		return array_attribute(e, of, name);
	if (random)
		return ev_fail(e, "np.random.%.*s is not known here", SV_ARG(name));
	if (of->kind == VAL_NAME)
		return numpy_name(e, name);
	return ev_fail(e, "a %s has no \"%.*s\" here", val_type_name(of), SV_ARG(name));
}

/* ---- calls ---- */

static int slot_of(const char *params, struct sv name)
{
	int i = 0;

	for (const char *p = params; *p; i++) {
		size_t n = strcspn(p, " ");

		if (sv_eq(name, (struct sv){ p, n }))
			return i;
		p += n;
		p += strspn(p, " ");
	}
	return -1;
}

static int n_slots(const char *params)
{
	int n = 0;

	for (const char *p = params; *p; n++) {
		p += strcspn(p, " ");
		p += strspn(p, " ");
	}
	return n;
}

static struct val *rest_tuple(struct ev *e, struct val **pos, size_t n)
{
	struct val *v = val_seq(e->vs, VAL_TUPLE, n, e->err);

	for (size_t i = 0; v && i < n; i++)
		v->item[i] = pos[i];
	return v;
}

static bool positional(struct ev *e, const struct fn_row *row, struct val **a, int first, int slots,
		       struct val **pos, size_t n)
{
	size_t room = (size_t)(slots - first);

	if ((row->where & FN_REST) && n > room && room) {
		a[slots - 1] = rest_tuple(e, pos + room - 1, n - room + 1);
		n = room - 1;
		if (!a[slots - 1])
			return false;
	}
	if (n > room)
		return ev_fail(e, "%s() takes at most %zu arguments here", row->name, room) != NULL;
	for (size_t i = 0; i < n; i++)
		a[first + (int)i] = pos[i];
	return true;
}

static struct val *call_row(struct ev *e, const struct fn_row *row, struct val *self, struct val **pos,
			    size_t n, const struct sv *kw, struct val **kw_val, size_t n_kw)
{
	struct val *a[FN_MAX_ARGS] = { NULL };
	int first = self || (row->where & FN_RANDOM) ? 1 : 0, slots = n_slots(row->params);

	a[0] = self;
	if (!positional(e, row, a, first, slots, pos, n))
		return NULL;
	for (size_t i = 0; i < n_kw; i++) {
		int k = slot_of(row->params, kw[i]);

		if (k < first)
			return ev_fail(e, "%s() has no argument \"%.*s\" here", row->name, SV_ARG(kw[i]));
		if (a[k])
			return ev_fail(e, "%s() got \"%.*s\" twice", row->name, SV_ARG(kw[i]));
		a[k] = kw_val[i];
	}
	for (int k = first; k < row->min; k++)
		if (!a[k])
			return ev_fail(e, "%s() needs at least %d arguments", row->name, row->min - first);
	return row->fn(e, a, row);
}

/* np.float32(3), np.int8([1, 2]). */
static struct val *construct(struct ev *e, const struct val *type, struct val *of)
{
	enum dtype t = (enum dtype)type->i;
	struct tensor *out;

	if (!of)
		out = tensor_zeros(t, 0, NULL, e->err);
	else if (of->kind == VAL_ARRAY)
		out = numpy_cast(of->t, t, e->err);
	else
		out = val_to_tensor(of, t, e->err);
	return ev_give(e, out);
}

struct val *ev_call(struct ev *e, struct val *fn, struct val **pos, size_t n, const struct sv *kw,
		    struct val **kw_val, size_t n_kw)
{
	if (fn->kind == VAL_DTYPE && n <= 1 && !n_kw)
		return construct(e, fn, n ? pos[0] : NULL);
	if (fn->kind == VAL_NAME && fn->p)
		return call_row(e, fn->p, fn->item[0], pos, n, kw, kw_val, n_kw);
	return ev_fail(e, "a %s cannot be called%s", val_type_name(fn), fn->kind == VAL_DTYPE ? " so" : "");
}

/* ---- arguments ---- */

struct tensor *ev_tensor(struct ev *e, struct val *v)
{
	if (v->kind == VAL_NAME || v->kind == VAL_RNG || v->kind == VAL_DTYPE || v->kind == VAL_SLICE) {
		ev_fail(e, "a %s is no array", val_type_name(v));
		return NULL;
	}
	return val_to_tensor(v, DT_INVALID, e->err);
}

struct val *ev_give(struct ev *e, struct tensor *t)
{
	return val_array(e->vs, t, t && t->rank == 0, e->err);
}

bool ev_int(struct ev *e, const struct val *v, int64_t *out)
{
	if (v->kind == VAL_ARRAY && v->t->n == 1 && dtype_integral(v->t->dtype)) {
		*out = num_get(v->t, 0).i;
		return true;
	}
	if ((v->kind != VAL_INT && v->kind != VAL_BOOL) || v->big || v->i > INT64_MAX || v->i < INT64_MIN)
		return ev_fail(e, "a whole number was expected, not a %s", val_type_name(v)) != NULL;
	*out = (int64_t)v->i;
	return true;
}

bool ev_double(struct ev *e, const struct val *v, double *out)
{
	if (v->kind == VAL_ARRAY && v->t->n == 1 && v->t->dtype != DT_STRING)
		*out = num_get(v->t, 0).re;
	else if (v->kind == VAL_FLOAT || v->big)
		*out = v->f;
	else if (v->kind == VAL_INT || v->kind == VAL_BOOL)
		*out = (double)v->i;
	else
		return ev_fail(e, "a number was expected, not a %s", val_type_name(v)) != NULL;
	return true;
}

enum { MAX_RANK = 32 };

bool ev_shape(struct ev *e, const struct val *v, int *rank, int64_t *dim)
{
	*rank = 1;
	if (val_is_seq(v)) {
		if (v->n > MAX_RANK)
			return ev_fail(e, "maximum supported dimension for an ndarray is 32, found %zu",
				       v->n) != NULL;
		*rank = (int)v->n;
		for (size_t i = 0; i < v->n; i++)
			if (!ev_int(e, v->item[i], &dim[i]))
				return false;
		return true;
	}
	if (v->kind == VAL_ARRAY && v->t->rank == 1 && v->t->n <= MAX_RANK &&
	    dtype_integral(v->t->dtype)) {
		*rank = (int)v->t->n;
		for (int i = 0; i < *rank; i++)
			dim[i] = num_get(v->t, i).i;
		return true;
	}
	return ev_int(e, v, &dim[0]);
}

bool ev_dtype(struct ev *e, const struct val *v, enum dtype *out)
{
	static const struct { const char *name; enum dtype t; } names[] = {
		{ "float", DT_DOUBLE }, { "float_", DT_DOUBLE }, { "double", DT_DOUBLE },
		{ "float64", DT_DOUBLE }, { "float32", DT_FLOAT }, { "single", DT_FLOAT },
		{ "float16", DT_HALF }, { "half", DT_HALF }, { "int", DT_INT64 }, { "int_", DT_INT64 },
		{ "intp", DT_INT64 }, { "long", DT_INT64 }, { "longlong", DT_INT64 },
		{ "int64", DT_INT64 }, { "int32", DT_INT32 }, { "intc", DT_INT32 },
		{ "int16", DT_INT16 }, { "short", DT_INT16 }, { "int8", DT_INT8 }, { "byte", DT_INT8 },
		{ "uint64", DT_UINT64 }, { "uint", DT_UINT64 }, { "ulonglong", DT_UINT64 },
		{ "uint32", DT_UINT32 }, { "uintc", DT_UINT32 }, { "uint16", DT_UINT16 },
		{ "ushort", DT_UINT16 }, { "uint8", DT_UINT8 }, { "ubyte", DT_UINT8 },
		{ "bool", DT_BOOL }, { "bool_", DT_BOOL }, { "bool8", DT_BOOL },
		{ "complex", DT_COMPLEX128 }, { "complex_", DT_COMPLEX128 },
		{ "cdouble", DT_COMPLEX128 }, { "complex128", DT_COMPLEX128 },
		{ "complex64", DT_COMPLEX64 }, { "csingle", DT_COMPLEX64 }, { "str", DT_STRING },
		{ "str_", DT_STRING }, { "bytes_", DT_STRING }, { "string_", DT_STRING },
		{ "object", DT_STRING }, { "object_", DT_STRING }, { "f2", DT_HALF }, { "f4", DT_FLOAT },
		{ "f8", DT_DOUBLE }, { "i1", DT_INT8 }, { "i2", DT_INT16 }, { "i4", DT_INT32 },
		{ "i8", DT_INT64 }, { "u1", DT_UINT8 }, { "u2", DT_UINT16 }, { "u4", DT_UINT32 },
		{ "u8", DT_UINT64 }, { "c8", DT_COMPLEX64 }, { "c16", DT_COMPLEX128 }, { "f", DT_FLOAT },
		{ "d", DT_DOUBLE }, { "e", DT_HALF }, { "i", DT_INT32 }, { "l", DT_INT64 },
		{ "b", DT_INT8 }, { "B", DT_UINT8 }, { "h", DT_INT16 }, { "H", DT_UINT16 },
		{ "I", DT_UINT32 }, { "L", DT_UINT64 }, { "F", DT_COMPLEX64 }, { "D", DT_COMPLEX128 },
		{ "?", DT_BOOL }, { "S", DT_STRING }, { "U", DT_STRING }, { "O", DT_STRING },
	};
	struct sv s;

	if (!ev_given(v))
		return true;
	if (v->kind == VAL_DTYPE) {
		*out = (enum dtype)v->i;
		return true;
	}
	s = v->kind == VAL_STR ? v->s : SV_NULL;
	if (s.n > 1 && (s.p[0] == '<' || s.p[0] == '=' || s.p[0] == '|'))
		s = sv_sub(s, 1, s.n);
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (sv_is(s, names[i].name)) {
			*out = names[i].t;
			return true;
		}
	return ev_fail(e, "this is no dtype that tensors have") != NULL;
}

bool ev_axis(struct ev *e, const struct val *v, int rank, int *axis)
{
	int64_t i;

	if (!ev_int(e, v, &i))
		return false;
	if (i < -rank || i >= rank)
		return ev_fail(e, "axis %lld is out of bounds for array of dimension %d", (long long)i,
			       rank) != NULL;
	*axis = (int)(i < 0 ? i + rank : i);
	return true;
}

bool ev_axes(struct ev *e, const struct val *v, int rank, bool *axis, const char *twice)
{
	int64_t list[SHAPE_MAX_RANK];
	int n, k;

	if (!ev_shape(e, v, &n, list))
		return false;
	for (int i = 0; i < n; i++) {
		struct val one = { .kind = VAL_INT, .i = list[i] };

		if (!ev_axis(e, &one, rank, &k))
			return false;
		if (axis[k])
			return ev_fail(e, "%s", twice) != NULL;
		axis[k] = true;
	}
	return true;
}

bool ev_true(const struct val *v)
{
	struct num n;

	switch (v->kind) {
	case VAL_NONE: return false;
	case VAL_BOOL: case VAL_INT: return v->big || v->i != 0;
	case VAL_FLOAT: case VAL_COMPLEX: return v->f != 0 || v->im != 0;
	case VAL_ARRAY:
		n = v->t->n == 1 && v->t->dtype != DT_STRING ? num_get(v->t, 0) : (struct num){ 1, 0, 1 };
		return n.i != 0 || n.re != 0 || n.im != 0;
	default: return v->n || v->s.n;
	}
}

bool ev_copy(struct ev *e, struct tensor *out, int64_t at, const struct tensor *src, int64_t k)
{
	if (src->dtype == DT_STRING)
		return tensor_str_set(out, at, tensor_str(src, k), e->err);
	memcpy((char *)out->data + (size_t)at * dtype_info(out->dtype)->size,
	       (const char *)src->data + (size_t)k * dtype_info(src->dtype)->size,
	       dtype_info(src->dtype)->size);
	return true;
}
