/*
 * Python values: the parser, conversion to tensors, repr; see pyvalue.h.
 */
#include "cmd/pyvalue.h"

#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/python.h"
#include "cmd/show_functions.h"
#include "feed/feed.h"
#include "tensor/print.h"

enum { MAX_DEPTH = 64, MAX_RANK = 32 };

void pybag_init(struct pybag *b)
{
	*b = (struct pybag){ .arena = arena_new() };
}

void pybag_free(struct pybag *b)
{
	for (size_t i = 0; i < b->tensors.n; i++)
		tensor_unref(b->tensors.p[i]);
	vec_free(&b->tensors);
	arena_free(b->arena);
	b->arena = NULL;
}

struct pyobj pyobj_tensor(struct pybag *b, struct tensor *t)
{
	vec_push(&b->tensors, t);
	return (struct pyobj){ .kind = PY_TENSOR, .t = t, .array = true };
}

/* ---- growing ---- */

static void grow(struct pybag *b, struct pyobj *o)
{
	struct pyobj *item;
	struct sv *key;
	size_t cap = o->n ? (size_t)o->n * 2 : 4;

	if (o->n & (o->n - 1) || (o->n && o->n < 4))	/* room is left: sizes are powers of two */
		return;
	item = arena_array(b->arena, cap, sizeof(*item));
	key = arena_array(b->arena, cap, sizeof(*key));
	if (o->n) {
		memcpy(item, o->item, o->n * sizeof(*item));
		memcpy(key, o->key, o->n * sizeof(*key));
	}
	o->item = item;
	o->key = key;
}

void pylist_push(struct pybag *b, struct pyobj *list, struct pyobj v)
{
	grow(b, list);
	list->key[list->n] = SV_NULL;
	list->item[list->n++] = v;
}

void pydict_put(struct pybag *b, struct pyobj *dict, struct sv key, struct pyobj v)
{
	for (uint32_t i = 0; i < dict->n; i++)
		if (sv_eq(dict->key[i], key)) {
			dict->item[i] = v;
			return;
		}
	grow(b, dict);
	dict->key[dict->n] = key;
	dict->item[dict->n++] = v;
}

/* ---- the parser ---- */

struct parser {
	struct pybag *bag;
	const char *p, *end;
	struct err *err;
	int depth;
};

static bool bad(struct parser *p, const char *what)
{
	size_t left = (size_t)(p->end - p->p);

	return err_set(p->err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "%s, at \"%.*s\"", what,
		       (int)(left > 30 ? 30 : left ? left : 7), left ? p->p : "the end");
}

static void blanks(struct parser *p)
{
	while (p->p < p->end && (*p->p == ' ' || *p->p == '\t' || *p->p == '\n'))
		p->p++;
}

static bool take(struct parser *p, char c)
{
	blanks(p);
	if (p->p == p->end || *p->p != c)
		return false;
	p->p++;
	return true;
}

static bool value(struct parser *p, struct pyobj *out);

static bool string(struct parser *p, bool raw, struct sv *out)
{
	static const char from[] = "ntrabfv0\\'\"", to[] = "\n\t\r\a\b\f\v\0\\'\"";
	struct str s = STR_INIT;
	char q = *p->p++;

	str_addz(&s, "");
	while (p->p < p->end && *p->p != q) {
		char c = *p->p++;
		const char *at;

		if (c == '\\' && !raw && p->p < p->end) {
			c = *p->p++;
			if (c == 'x' && p->end - p->p >= 2) {
				char hex[3] = { p->p[0], p->p[1], 0 };

				c = (char)strtol(hex, NULL, 16);
				p->p += 2;
			} else if (c && (at = strchr(from, c))) {
				c = to[at - from];
			} else {
				str_addc(&s, '\\');
			}
		}
		str_addc(&s, c);
	}
	*out = arena_sv(p->bag->arena, str_sv(&s));
	str_free(&s);
	if (p->p == p->end)
		return bad(p, "the string is not closed");
	p->p++;
	return true;
}

/* Items up to the closing bracket. *comma: there was one. */
static bool items(struct parser *p, char close, struct pyobj *out, bool *comma)
{
	*comma = false;
	while (!take(p, close)) {
		struct pyobj v;

		if (!value(p, &v))
			return false;
		pylist_push(p->bag, out, v);
		if (take(p, ',')) {
			*comma = true;
			continue;
		}
		if (take(p, close))
			return true;
		return bad(p, "a comma or the closing bracket is wanted");
	}
	return true;
}

static bool bracket(struct parser *p, struct pyobj *out)
{
	bool tuple = *p->p++ == '(', comma;

	*out = (struct pyobj){ .kind = tuple ? PY_TUPLE : PY_LIST };
	if (!items(p, tuple ? ')' : ']', out, &comma))
		return false;
	if (tuple && out->n == 1 && !comma) {
		struct pyobj only = out->item[0];

		*out = only;
	}
	return true;
}

static bool dict(struct parser *p, struct pyobj *out)
{
	*out = (struct pyobj){ .kind = PY_DICT };
	p->p++;
	while (!take(p, '}')) {
		struct pyobj key, v;

		if (!value(p, &key))
			return false;
		if (key.kind != PY_STR)
			return bad(p, "a dict's keys are strings here");
		if (!take(p, ':'))
			return bad(p, "a colon is wanted behind a dict's key");
		if (!value(p, &v))
			return false;
		pydict_put(p->bag, out, key.s, v);
		if (!take(p, ',') && (p->p == p->end || *p->p != '}'))
			return bad(p, "a comma or \"}\" is wanted");
	}
	return true;
}

static bool number(struct sv w, struct pyobj *out)
{
	char buf[400], *end;
	int base = 10;

	if (!w.n || w.n >= sizeof(buf) || !memchr("0123456789+-.in", w.p[0], 15))
		return false;
	memcpy(buf, w.p, w.n);
	buf[w.n] = '\0';
	if (strpbrk(buf, "xX"))
		base = 16;
	errno = 0;
	*out = (struct pyobj){ .kind = PY_INT, .i = strtoll(buf, &end, base) };
	out->d = (double)out->i;
	if (!*end && !errno)
		return true;
	out->big = !*end && errno == ERANGE;
	out->d = strtod(buf, &end);
	if (!out->big)
		out->kind = PY_FLOAT;
	return !*end && end != buf && base == 10;
}

/* A .npy or .npz file. */
static bool file(struct parser *p, struct sv w, struct pyobj *out)
{
	char *text = xasprintf("x=%.*s", SV_ARG(w));
	struct feed_item *it = NULL;
	struct tensor *t = NULL;
	int n = 0;

	if (feed_inputs_split(text, &it, &n, p->err) && n == 1)
		t = feed_load(&it[0], NULL, NULL, p->err);
	if (n)
		feed_items_free(it, n);
	free(text);
	if (!t)
		return false;
	*out = pyobj_tensor(p->bag, t);
	return true;
}

/* np.float32(V), float32(V), np.array(V, dtype=float32), tf.constant(V, tf.float32): a tensor. */
static bool constructor(struct parser *p, struct sv name, struct pyobj *out)
{
	struct pyobj args = { .kind = PY_TUPLE };
	enum dtype t;
	bool array, comma;

	if (sv_starts(name, SV("np.")) || sv_starts(name, SV("tf.")))
		name = sv_sub(name, 3, name.n);
	array = sv_is(name, "array") || sv_is(name, "constant");
	t = array ? DT_INVALID : dtype_parse(name);
	if (!array && t == DT_INVALID)
		return bad(p, "only array, constant and the names of types make values here");
	p->p++;
	if (!array && !items(p, ')', &args, &comma))
		return false;
	while (array && !take(p, ')')) {
		struct pyobj v = { .kind = PY_STR };
		const char *eq = p->end - p->p > 6 && !strncmp(p->p, "dtype=", 6) ? p->p + 6 : p->p;

		blanks(p);
		if (args.n == 1) {	/* a type's name */
			const char *begin = eq;

			for (p->p = begin; p->p < p->end && !strchr(", )", *p->p); p->p++)
				;
			v.s = (struct sv){ begin, (size_t)(p->p - begin) };
			if (sv_starts(v.s, SV("np.")) || sv_starts(v.s, SV("tf.")))
				v.s = sv_sub(v.s, 3, v.s.n);
			t = dtype_parse(v.s);
			if (t == DT_INVALID)
				return bad(p, "that is no type");
		} else if (!value(p, &v)) {
			return false;
		}
		pylist_push(p->bag, &args, v);
		if (!take(p, ',') && (p->p == p->end || *p->p != ')'))
			return bad(p, "a comma or \")\" is wanted");
	}
	if (!args.n || args.n > 2)
		return bad(p, "one value is wanted");
	if (args.item[0].kind == PY_TENSOR) {
		struct tensor *c = tensor_cast(args.item[0].t, t == DT_INVALID ? args.item[0].t->dtype : t,
					       p->err);

		if (!c)
			return false;
		*out = pyobj_tensor(p->bag, c);
		return true;
	}
	*out = (struct pyobj){ .kind = PY_TENSOR, .array = true };
	for (int k = 0; t == DT_INVALID && k < 4 && !out->t; k++) {
		static const enum dtype natural[2][4] = {
			{ DT_BOOL, DT_INT32, DT_FLOAT, DT_STRING },	/* TensorFlow's */
			{ DT_BOOL, DT_INT64, DT_DOUBLE, DT_STRING },	/* numpy's */
		};

		out->t = pyobj_convert(p->bag, &args.item[0], natural[sv_is(name, "array")][k]);
	}
	if (t != DT_INVALID)
		out->t = pyobj_convert(p->bag, &args.item[0], t);
	return out->t || bad(p, "that value does not become such a tensor");
}

static bool word(struct parser *p, struct pyobj *out)
{
	const char *begin = p->p;
	struct sv w;

	while (p->p < p->end && !strchr(" \t\n,()[]{}:=;", *p->p))
		p->p++;
	w = (struct sv){ begin, (size_t)(p->p - begin) };
	*out = (struct pyobj){ .kind = PY_NONE };
	if (sv_is(w, "None"))
		return true;
	out->kind = PY_BOOL;
	out->i = sv_is(w, "True") || sv_is(w, "true");
	out->d = (double)out->i;
	if (out->i || sv_is(w, "False") || sv_is(w, "false"))
		return true;
	if (number(w, out))
		return true;
	if (p->p < p->end && *p->p == '(' && w.n)
		return constructor(p, w, out);
	if (p->p < p->end && *p->p == '[' && sv_ends(w, SV(".npz"))) {
		while (p->p < p->end && *p->p++ != ']')
			;
		w.n = (size_t)(p->p - begin);
	}
	if (sv_ends(w, SV(".npy")) || sv_find(w, '[') > 0 || sv_ends(w, SV(".npz")))
		return file(p, w, out);
	p->p = begin;
	return bad(p, "a Python value is wanted: 1.5, True, None, 'text', [..], (..), {..} or a .npy file");
}

static bool value(struct parser *p, struct pyobj *out)
{
	bool ok, raw, byte;
	const char *q;

	blanks(p);
	if (p->p == p->end)
		return bad(p, "a value is missing");
	if (p->depth++ > MAX_DEPTH)
		return bad(p, "nested too deeply");
	for (q = p->p; q < p->end && q < p->p + 2 && strchr("bBrRuU", *q); q++)
		;
	raw = memchr(p->p, 'r', (size_t)(q - p->p)) || memchr(p->p, 'R', (size_t)(q - p->p));
	byte = memchr(p->p, 'b', (size_t)(q - p->p)) || memchr(p->p, 'B', (size_t)(q - p->p));
	if (q < p->end && (*q == '\'' || *q == '"')) {
		p->p = q;
		*out = (struct pyobj){ .kind = byte ? PY_BYTES : PY_STR };
		ok = string(p, raw, &out->s);
	} else if (*p->p == '(' || *p->p == '[') {
		ok = bracket(p, out);
	} else {
		ok = *p->p == '{' ? dict(p, out) : word(p, out);
	}
	p->depth--;
	return ok;
}

static bool is_name(char c, bool first)
{
	return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (!first && c >= '0' && c <= '9');
}

/* "name=" of a keyword argument, or nothing. */
static struct sv keyword(struct parser *p)
{
	const char *q;

	blanks(p);
	for (q = p->p; q < p->end && is_name(*q, q == p->p); q++)
		;
	if (q > p->p && q < p->end && *q == '=' && (q + 1 == p->end || q[1] != '=')) {
		struct sv k = { p->p, (size_t)(q - p->p) };

		p->p = q + 1;
		return k;
	}
	return SV_NULL;
}

static bool arguments(struct parser *p, struct pycall *c)
{
	blanks(p);
	while (p->p < p->end && *p->p != ')') {
		struct sv key = keyword(p);
		struct pyobj v;

		if (!value(p, &v))
			return false;
		if (key.p)
			pydict_put(p->bag, &c->kwargs, key, v);
		else if (c->kwargs.n)
			return bad(p, "a positional argument follows a keyword argument");
		else
			pylist_push(p->bag, &c->args, v);
		if (!take(p, ','))
			break;
		blanks(p);
	}
	return true;
}

bool pyobj_parse(struct pybag *b, struct sv text, struct pyobj *out, struct err *err)
{
	struct parser p = { b, text.p, text.p + text.n, err, 0 };

	if (!value(&p, out))
		return false;
	blanks(&p);
	return p.p == p.end || bad(&p, "this is too much behind the value");
}

bool pycall_parse(struct pybag *b, struct sv text, struct pycall *out, struct err *err)
{
	struct parser p = { b, text.p, text.p + text.n, err, 0 };
	const char *begin;
	bool paren, ok;

	*out = (struct pycall){ .args.kind = PY_TUPLE, .kwargs.kind = PY_DICT };
	blanks(&p);
	begin = p.p;
	while (p.p < p.end && !strchr("( \t\n", *p.p))
		p.p++;
	out->name = (struct sv){ begin, (size_t)(p.p - begin) };
	paren = take(&p, '(');
	blanks(&p);
	out->has_args = paren || p.p < p.end;
	ok = arguments(&p, out);
	if (ok && paren && !take(&p, ')'))
		ok = bad(&p, "a comma or \")\" is wanted");
	blanks(&p);
	return ok && (p.p == p.end || bad(&p, "this is too much behind the call"));
}

/* ---- of the model ---- */

struct pyobj pyobj_of(struct pybag *b, const struct pyval *v)
{
	static const enum pykind kinds[] = {
		[PV_NONE] = PY_NONE, [PV_FLOAT] = PY_FLOAT, [PV_INT] = PY_INT, [PV_STR] = PY_STR,
		[PV_BOOL] = PY_BOOL, [PV_LIST] = PY_LIST, [PV_TUPLE] = PY_TUPLE, [PV_DICT] = PY_DICT,
		[PV_OTHER] = PY_OTHER,
	};
	struct pyobj o = { .kind = v->kind <= PV_OTHER ? kinds[v->kind] : PY_OTHER, .pv = v };

	if (v->kind != PV_NONE && o.kind == PY_NONE)
		o.kind = PY_OTHER;
	if (v->kind == PV_TENSOR) {
		struct tensor *t = tensorproto_decode(v->s, NULL);

		if (t)
			return pyobj_tensor(b, t);
		o.kind = PY_OTHER;
	}
	o.i = v->i;
	o.d = v->kind == PV_FLOAT ? v->d : (double)v->i;
	o.s = v->s;
	for (uint32_t i = 0; o.kind >= PY_LIST && o.kind <= PY_DICT && i < v->n; i++) {
		pylist_push(b, &o, pyobj_of(b, &v->item[i]));
		o.key[i] = v->key[i];
	}
	return o;
}

static bool is_number(enum pykind k)
{
	return k == PY_BOOL || k == PY_INT || k == PY_FLOAT;
}

bool pyobj_equals(const struct pyobj *a, const struct pyval *b)
{
	switch (b->kind) {
	case PV_NONE:
		return a->kind == PY_NONE;
	case PV_STR:
		return a->kind == PY_STR && sv_eq(a->s, b->s);
	case PV_INT:
	case PV_BOOL:
		if (a->kind == PY_FLOAT || a->big)
			return a->d == (double)b->i;
		return is_number(a->kind) && a->i == b->i;
	case PV_FLOAT:
		return is_number(a->kind) && a->d == b->d;
	default:
		return a->kind == PY_OTHER && a->pv == b;
	}
}

/* ---- to tensors ---- */

struct flat {
	int rank;
	int64_t dim[MAX_RANK];
	VEC(const struct pyobj *) leaf;
};

static bool flatten(struct flat *f, const struct pyobj *v, int depth)
{
	if (v->kind != PY_LIST && v->kind != PY_TUPLE) {
		if (f->rank >= 0 && f->rank != depth)
			return false;
		f->rank = depth;
		vec_push(&f->leaf, v);
		return true;
	}
	if (depth == MAX_RANK || (f->rank >= 0 && depth >= f->rank))
		return false;
	if (f->dim[depth] >= 0 && f->dim[depth] != v->n)
		return false;
	f->dim[depth] = v->n;
	if (!v->n) {
		if (f->rank >= 0 && f->rank != depth + 1)
			return false;
		f->rank = depth + 1;
	}
	for (uint32_t i = 0; i < v->n; i++)
		if (!flatten(f, &v->item[i], depth + 1))
			return false;
	return true;
}

static bool leaf_fits(const struct pyobj *v, enum dtype_kind k)
{
	switch (k) {
	case DK_STRING:
		return v->kind == PY_STR || v->kind == PY_BYTES;
	case DK_BOOL:
		return v->kind == PY_BOOL;
	case DK_INT:
	case DK_UINT:
		return v->kind == PY_BOOL || (v->kind == PY_INT && !v->big);
	case DK_FLOAT:
	case DK_COMPLEX:
		return is_number(v->kind);
	default:
		return false;
	}
}

static struct tensor *fill(const struct flat *f, enum dtype want)
{
	enum dtype_kind k = dtype_info(want)->kind;
	enum dtype wide = k == DK_STRING ? DT_STRING : k == DK_FLOAT || k == DK_COMPLEX ? DT_DOUBLE :
			  DT_INT64;
	struct tensor *t = tensor_new(wide, f->rank, f->dim, NULL), *c;

	for (int64_t i = 0; t && i < t->n; i++) {
		const struct pyobj *v = f->leaf.p[i];

		if (wide == DT_STRING)
			tensor_str_set(t, i, v->s, NULL);
		else if (wide == DT_DOUBLE)
			((double *)t->data)[i] = v->d;
		else
			((int64_t *)t->data)[i] = v->i;
	}
	if (!t || t->dtype == want)
		return t;
	c = tensor_cast(t, want, NULL);
	tensor_unref(t);
	return c;
}

struct tensor *pyobj_convert(struct pybag *b, const struct pyobj *v, enum dtype want)
{
	struct flat f = { .rank = -1 };
	struct tensor *t = NULL;
	bool ok;

	if (v->kind == PY_TENSOR)
		return v->t->dtype == want ? v->t : NULL;
	for (int i = 0; i < MAX_RANK; i++)
		f.dim[i] = -1;
	ok = flatten(&f, v, 0);
	for (int i = 0; ok && i < f.rank; i++)
		ok = f.dim[i] >= 0;
	for (size_t i = 0; ok && i < f.leaf.n; i++)
		ok = leaf_fits(f.leaf.p[i], dtype_info(want)->kind);
	if (ok)
		t = fill(&f, want);
	if (t)
		vec_push(&b->tensors, t);
	vec_free(&f.leaf);
	return t;
}

/* ---- repr ---- */

static void items_repr(struct str *out, const struct pyobj *v, const char *name)
{
	const char *marks = v->kind == PY_LIST ? "[]" : v->kind == PY_TUPLE ? "()" : "{}";

	str_addc(out, marks[0]);
	for (uint32_t i = 0; i < v->n; i++) {
		str_addz(out, i ? ", " : "");
		if (v->kind == PY_DICT) {
			py_repr(out, v->key[i]);
			str_addz(out, ": ");
		}
		pyobj_repr(out, &v->item[i], name);
	}
	if (v->kind == PY_TUPLE && v->n == 1)
		str_addc(out, ',');
	str_addc(out, marks[1]);
}

static void float_repr(struct str *out, double d)
{
	struct tensor *t = tensor_scalar_f64(DT_DOUBLE, d, NULL);

	if (t)
		print_element(out, t, 0);
	tensor_unref(t);
}

void pyobj_repr(struct str *out, const struct pyobj *v, const char *name)
{
	switch (v->kind) {
	case PY_NONE:
		str_addz(out, "None");
		break;
	case PY_BOOL:
		str_addz(out, v->i ? "True" : "False");
		break;
	case PY_INT:
		if (v->big)
			str_addf(out, "%.0f", v->d);
		else
			str_addf(out, "%" PRId64, v->i);
		break;
	case PY_FLOAT:
		float_repr(out, v->d);
		break;
	case PY_BYTES:
		str_addc(out, 'b');
		py_repr(out, v->s);
		break;
	case PY_STR:
		py_repr(out, v->s);
		break;
	case PY_TENSOR:
		str_addf(out, "<tf.Tensor '%s:0' shape=", name);
		shape_str_py(out, tensor_shape(v->t));
		str_addf(out, " dtype=%s>", dtype_info(v->t->dtype)->name);
		break;
	case PY_LIST:
	case PY_TUPLE:
	case PY_DICT:
		items_repr(out, v, name);
		break;
	case PY_OTHER:
		pyval_repr(out, v->pv);
		break;
	}
}

/* ---- pprint ---- */

static void sorted_copy(struct pybag *b, struct pyobj *to, const struct pyobj *v)
{
	*to = *v;
	if (v->kind < PY_LIST || v->kind > PY_DICT)
		return;
	to->item = arena_array(b->arena, (size_t)v->n + 1, sizeof(*to->item));
	to->key = arena_array(b->arena, (size_t)v->n + 1, sizeof(*to->key));
	for (uint32_t i = 0; i < v->n; i++) {
		uint32_t k = i;

		for (; k > 0 && v->kind == PY_DICT && v->n < 1000 && sv_cmp(to->key[k - 1], v->key[i]) > 0; k--) {
			to->key[k] = to->key[k - 1];
			to->item[k] = to->item[k - 1];
		}
		to->key[k] = v->key[i];
		sorted_copy(b, &to->item[k], &v->item[i]);
	}
}

/* Broken over lines when it does not fit: indent is where it begins, allowance what must follow it. */
static void pretty(struct str *out, const struct pyobj *v, const char *name, size_t indent,
		   size_t allowance)
{
	const char *open = v->kind == PY_LIST ? "[" : v->kind == PY_TUPLE ? "(" : "{";
	const char *close = v->kind == PY_LIST ? "]" : v->kind == PY_DICT ? "}" : v->n == 1 ? ",)" : ")";
	struct str s = STR_INIT;

	pyobj_repr(&s, v, name);
	if (s.n + indent + allowance <= 80 || v->kind < PY_LIST || v->kind > PY_DICT || !v->n) {
		str_add(out, str_sv(&s));
		str_free(&s);
		return;
	}
	allowance += strlen(close);
	str_addz(out, open);
	for (uint32_t i = 0; i < v->n; i++) {
		size_t before = 0;

		if (i) {
			str_addz(out, ",\n");
			str_addn(out, ' ', indent + 1);
		}
		if (v->kind == PY_DICT) {
			before = out->n;
			py_repr(out, v->key[i]);
			str_addz(out, ": ");
			before = out->n - before;
		}
		pretty(out, &v->item[i], name, indent + 1 + before, i + 1 == v->n ? allowance : 1);
	}
	str_addz(out, close);
	str_free(&s);
}

void pyobj_pretty(struct str *out, const struct pyobj *v, const char *name)
{
	struct pybag b;
	struct pyobj sorted;

	pybag_init(&b);
	sorted_copy(&b, &sorted, v);
	pretty(out, &sorted, name, 0, 0);
	pybag_free(&b);
}
