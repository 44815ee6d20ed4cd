/* Making, comparing and spelling values; see value.h. */
#include "expr/value.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "expr/text.h"
#include "tensor/print.h"

enum { MAX_CELLS = 50 * 1000 * 1000 };

struct vals *vals_new(void)
{
	struct vals *vs = xcalloc(1, sizeof(*vs));

	vs->a = arena_new();
	return vs;
}

void vals_free(struct vals *vs)
{
	if (!vs)
		return;
	for (size_t i = 0; i < vs->held.n; i++)
		tensor_unref(vs->held.p[i]);
	vec_free(&vs->held);
	arena_free(vs->a);
	free(vs);
}

static bool spend(struct vals *vs, size_t cells, struct err *err)
{
	if (cells > MAX_CELLS - vs->cells)
		return err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED,
			       "MemoryError: more than %d Python values", MAX_CELLS);
	vs->cells += cells;
	return true;
}

struct val *val_new(struct vals *vs, enum val_kind k, struct err *err)
{
	struct val *v;

	if (!spend(vs, 1, err))
		return NULL;
	v = arena_alloc(vs->a, sizeof(*v));
	v->kind = k;
	return v;
}

struct val *val_int(struct vals *vs, __int128 i, struct err *err)
{
	struct val *v = val_new(vs, VAL_INT, err);

	if (v)
		v->i = i;
	return v;
}

struct val *val_float(struct vals *vs, double f, struct err *err)
{
	struct val *v = val_new(vs, VAL_FLOAT, err);

	if (v)
		v->f = f;
	return v;
}

struct val *val_text(struct vals *vs, enum val_kind k, struct sv s, struct err *err)
{
	struct val *v = val_new(vs, k, err);

	if (v && spend(vs, s.n / sizeof(*v), err))
		v->s = s.n ? arena_sv(vs->a, s) : SV("");
	else
		v = NULL;
	return v;
}

struct val *val_seq(struct vals *vs, enum val_kind k, size_t n, struct err *err)
{
	struct val *v = val_new(vs, k, err);

	if (!v || !spend(vs, n, err))
		return NULL;
	v->n = n;
	v->item = arena_array(vs->a, n + 1, sizeof(*v->item));
	if (k == VAL_DICT)
		v->key = arena_array(vs->a, n + 1, sizeof(*v->key));
	return v;
}

struct val *val_array(struct vals *vs, struct tensor *t, bool scalar, struct err *err)
{
	struct val *v = t ? val_new(vs, VAL_ARRAY, err) : NULL;

	if (!v) {
		tensor_unref(t);
		return NULL;
	}
	vec_push(&vs->held, t);
	v->t = t;
	v->scalar = scalar;
	return v;
}

static bool is_number(const struct val *v)
{
	return v->kind >= VAL_BOOL && v->kind <= VAL_COMPLEX;
}

static double real_of(const struct val *v)
{
	return v->kind >= VAL_FLOAT || v->big ? v->f : (double)v->i;
}

bool val_same(const struct val *a, const struct val *b)
{
	if (is_number(a) && is_number(b)) {
		if (a->kind <= VAL_INT && b->kind <= VAL_INT && !a->big && !b->big)
			return a->i == b->i;
		return real_of(a) == real_of(b) && a->im == b->im;
	}
	if (a->kind != b->kind)
		return false;
	if (a->kind == VAL_STR || a->kind == VAL_BYTES)
		return sv_eq(a->s, b->s);
	if (a->kind != VAL_TUPLE)
		return a->kind == VAL_NONE || a == b;
	for (size_t i = 0; a->n == b->n && i < a->n; i++)
		if (!val_same(a->item[i], b->item[i]))
			return false;
	return a->n == b->n;
}

struct val *val_get(const struct val *dict, struct sv key)
{
	for (size_t i = dict->n; i-- > 0;)
		if (dict->key[i]->kind == VAL_STR && sv_eq(dict->key[i]->s, key))
			return dict->item[i];
	return NULL;
}

static void int_repr(struct str *out, const struct val *v)
{
	unsigned __int128 u = v->i < 0 ? -(unsigned __int128)v->i : (unsigned __int128)v->i;
	char buf[48];
	size_t n = sizeof(buf);

	if (v->big) {
		str_addf(out, "%.0f", v->f);
		return;
	}
	do
		buf[--n] = (char)('0' + (int)(u % 10));
	while (u /= 10);
	if (v->i < 0)
		buf[--n] = '-';
	str_add(out, (struct sv){ buf + n, sizeof(buf) - n });
}

static void complex_repr(struct str *out, const struct val *v)
{
	struct tensor *t = tensor_new(DT_COMPLEX128, 0, NULL, NULL);

	if (!t)
		return;
	((double *)t->data)[0] = v->f;
	((double *)t->data)[1] = v->im;
	print_element(out, t, 0);
	tensor_unref(t);
}

static void array_repr(struct str *out, const struct val *v, bool repr)
{
	struct print_opts o = { .repr = repr && !v->scalar };
	struct sink s = sink_mem(out);

	print_tensor(&s, v->t, &o);
}

static void items_repr(struct str *out, const struct val *v, const char *open, const char *close)
{
	str_addz(out, open);
	for (size_t i = 0; i < v->n; i++) {
		str_addz(out, i ? ", " : "");
		if (v->kind == VAL_DICT) {
			val_repr(out, v->key[i]);
			str_addz(out, ": ");
		}
		val_repr(out, v->item[i]);
	}
	if (v->kind == VAL_TUPLE && v->n == 1)
		str_addc(out, ',');
	str_addz(out, close);
}

/* Values nest VAL_MAX_DEPTH deep at most: whoever makes them sees to that. */
void val_repr(struct str *out, const struct val *v)
{
	switch (v->kind) {
	case VAL_NONE: str_addz(out, "None"); break;
	case VAL_ELLIPSIS: str_addz(out, "Ellipsis"); break;
	case VAL_BOOL: str_addz(out, v->i ? "True" : "False"); break;
	case VAL_INT: int_repr(out, v); break;
	case VAL_FLOAT: text_float_repr(out, v->f); break;
	case VAL_COMPLEX: complex_repr(out, v); break;
	case VAL_STR: text_repr(out, v->s); break;
	case VAL_BYTES: text_bytes_repr(out, v->s); break;
	case VAL_LIST: items_repr(out, v, "[", "]"); break;
	case VAL_TUPLE: items_repr(out, v, "(", ")"); break;
	case VAL_SET: items_repr(out, v, v->n ? "{" : "set(", v->n ? "}" : ")"); break;
	case VAL_DICT: items_repr(out, v, "{", "}"); break;
	case VAL_ARRAY: array_repr(out, v, true); break;
	case VAL_DTYPE: str_addf(out, "dtype('%s')", dtype_info((enum dtype)v->i)->name); break;
	default: str_addf(out, "<%s>", val_type_name(v));
	}
}

void val_str(struct str *out, const struct val *v)
{
	if (v->kind == VAL_STR)
		str_add(out, v->s);
	else if (v->kind == VAL_ARRAY)
		array_repr(out, v, false);
	else
		val_repr(out, v);
}

const char *val_type_name(const struct val *v)
{
	static const char *const names[] = {
		[VAL_NONE] = "NoneType", [VAL_ELLIPSIS] = "ellipsis", [VAL_BOOL] = "bool",
		[VAL_INT] = "int", [VAL_FLOAT] = "float", [VAL_COMPLEX] = "complex",
		[VAL_STR] = "str", [VAL_BYTES] = "bytes", [VAL_LIST] = "list",
		[VAL_TUPLE] = "tuple", [VAL_SET] = "set", [VAL_DICT] = "dict",
		[VAL_ARRAY] = "numpy.ndarray", [VAL_DTYPE] = "type", [VAL_SLICE] = "slice",
		[VAL_NAME] = "function", [VAL_RNG] = "numpy.random.mtrand.RandomState",
	};

	return names[v->kind];
}
