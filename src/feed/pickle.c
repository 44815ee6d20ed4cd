/*
 * The pickle machine; see pickle.h. Source of the format: the comments of Python's pickletools. A stack of
 * values, a stack of marks, a memo. Lists, dicts and arrays are filled after they were made, so values are
 * changed in place here; when all is read, nesting (and with it any cycle) is checked once.
 */
#include "feed/pickle.h"

#include <stdlib.h>

#include "expr/text.h"
#include "tensor/npy.h"

struct machine {
	struct vals *vs;
	struct err *err;
	struct sv in;
	size_t at;
	VEC(struct val *) stack;
	VEC(size_t) marks;
	VEC(struct val *) memo;
	size_t visits;
};

enum { MAX_MEMO = 10 * 1000 * 1000, MAX_VISITS = 50 * 1000 * 1000 };

static bool refuse(struct machine *m, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

static bool refuse(struct machine *m, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	err_vset(m->err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, fmt, ap);
	va_end(ap);
	return false;
}

/* ---- input ---- */

static bool bytes(struct machine *m, uint64_t n, struct sv *out)
{
	*out = SV_NULL;
	if (n > m->in.n - m->at)
		return refuse(m, "it ends too early");
	*out = sv_sub(m->in, m->at, m->at + (size_t)n);
	m->at += (size_t)n;
	return true;
}

/* A little-endian number of n bytes. */
static bool number(struct machine *m, int n, uint64_t *v)
{
	struct sv s;

	if (!bytes(m, (uint64_t)n, &s))
		return false;
	*v = 0;
	for (int i = n; i-- > 0;)
		*v = *v << 8 | (unsigned char)s.p[i];
	return true;
}

static bool line(struct machine *m, struct sv *out)
{
	long nl = sv_find(sv_sub(m->in, m->at, m->in.n), '\n');

	*out = SV_NULL;
	if (nl < 0)
		return refuse(m, "it ends too early");
	*out = sv_sub(m->in, m->at, m->at + (size_t)nl);
	m->at += (size_t)nl + 1;
	return true;
}

/* n bytes of length, then as many of text. */
static bool counted(struct machine *m, int n, struct sv *out)
{
	uint64_t len;

	*out = SV_NULL;
	return number(m, n, &len) && bytes(m, len, out);
}

/* ---- stack ---- */

static bool push(struct machine *m, struct val *v)
{
	if (v)
		vec_push(&m->stack, v);
	return v != NULL;
}

static bool need(struct machine *m, size_t n)
{
	size_t floor = m->marks.n ? vec_last(&m->marks) : 0;

	return m->stack.n >= floor + n || refuse(m, "its stack runs empty");
}

static struct val *pop(struct machine *m)
{
	return need(m, 1) ? m->stack.p[--m->stack.n] : NULL;
}

/* Where the values since the last mark begin; the mark goes. */
static bool unmark(struct machine *m, size_t *from)
{
	if (!m->marks.n)
		return refuse(m, "a mark is missing");
	*from = m->marks.p[--m->marks.n];
	return true;
}

static bool push_kind(struct machine *m, enum val_kind k, int i)
{
	struct val *v = val_new(m->vs, k, m->err);

	if (v)
		v->i = i;
	return push(m, v);
}

/* The values from there up as one tuple. */
static bool gather(struct machine *m, size_t from)
{
	size_t n = m->stack.n - from;
	struct val *v = val_seq(m->vs, VAL_TUPLE, n, m->err);

	if (!v)
		return false;
	if (n)
		memcpy(v->item, m->stack.p + from, n * sizeof(*v->item));
	m->stack.n = from;
	return push(m, v);
}

/* Puts an empty list, set or dict below the values from there up. */
static bool under(struct machine *m, enum val_kind k, size_t from)
{
	struct val *v = val_seq(m->vs, k, 0, m->err);

	if (!push(m, v))
		return false;
	memmove(m->stack.p + from + 1, m->stack.p + from,
		(m->stack.n - 1 - from) * sizeof(*m->stack.p));
	m->stack.p[from] = v;
	return true;
}

/* ---- lists and dicts that grow: room for the next power of two ---- */

static void room(struct machine *m, struct val ***items, size_t n)
{
	struct val **wider;

	if (n & (n - 1) && n)
		return;
	wider = arena_array(m->vs->a, n ? 2 * n : 4, sizeof(*wider));
	if (n)
		memcpy(wider, *items, n * sizeof(*wider));
	*items = wider;
}

/* Room was made for n == 0 and each power of two: 1, 2 and 3 fit the first four. */
static bool append(struct machine *m, struct val *list, struct val *item)
{
	if (++m->vs->cells > MAX_VISITS)
		return refuse(m, "too many values");
	if (list->n == 0 || list->n >= 4)
		room(m, &list->item, list->n);
	list->item[list->n++] = item;
	return true;
}

static bool is_list(const struct val *v)
{
	return v->kind == VAL_LIST || v->kind == VAL_SET;
}

static bool appends(struct machine *m, size_t from)
{
	struct val *list = from ? m->stack.p[from - 1] : NULL;

	if (!list || !is_list(list))
		return refuse(m, "it appends to what is no list");
	for (size_t i = from; i < m->stack.n; i++)
		if (!append(m, list, m->stack.p[i]))
			return false;
	m->stack.n = from;
	return true;
}

static bool set_items(struct machine *m, size_t from)
{
	struct val *d = from ? m->stack.p[from - 1] : NULL;

	if (!d || d->kind != VAL_DICT || (m->stack.n - from) % 2)
		return refuse(m, "it sets items of what is no dict");
	for (size_t i = from; i < m->stack.n; i += 2) {
		if (d->n == 0 || d->n >= 4) {
			room(m, &d->item, d->n);
			room(m, &d->key, d->n);
		}
		d->key[d->n] = m->stack.p[i];
		d->item[d->n++] = m->stack.p[i + 1];
	}
	m->vs->cells += m->stack.n - from;
	m->stack.n = from;
	return true;
}

/* Bounded nesting, bounded size also where values are shared; no half-made array is left. */
static bool sound(struct machine *m, const struct val *v, int depth)
{
	if (depth > VAL_MAX_DEPTH)
		return refuse(m, "it nests deeper than %d levels", VAL_MAX_DEPTH);
	if (++m->visits > MAX_VISITS)
		return refuse(m, "too many values");
	if (v->kind == VAL_NAME)
		return refuse(m, "a function or class is no value");
	for (size_t i = 0; i < v->n; i++)
		if (!sound(m, v->item[i], depth + 1) ||
		    (v->key && !sound(m, v->key[i], depth + 1)))
			return false;
	return true;
}

/* ---- numpy ---- */

enum global {
	G_NONE, G_RECONSTRUCT, G_NDARRAY, G_DTYPE, G_SCALAR, G_FROMBUFFER, G_ENCODE, G_DICT, G_LIST, G_SET,
	G_TUPLE, G_BYTES, G_BYTEARRAY, G_COMPLEX, G_DTYPE_OBJECT, G_EMPTY_ARRAY,
};

static const struct { const char *module, *name; enum global g; } globals[] = {
	{ "numpy.core.multiarray", "_reconstruct", G_RECONSTRUCT },
	{ "numpy._core.multiarray", "_reconstruct", G_RECONSTRUCT },
	{ "numpy.core.multiarray", "scalar", G_SCALAR },
	{ "numpy._core.multiarray", "scalar", G_SCALAR },
	{ "numpy.core.numeric", "_frombuffer", G_FROMBUFFER },
	{ "numpy._core.numeric", "_frombuffer", G_FROMBUFFER },
	{ "numpy", "ndarray", G_NDARRAY },
	{ "numpy", "dtype", G_DTYPE },
	{ "_codecs", "encode", G_ENCODE },
	{ "collections", "OrderedDict", G_DICT },
	{ "builtins", "dict", G_DICT }, { "__builtin__", "dict", G_DICT },
	{ "builtins", "list", G_LIST }, { "__builtin__", "list", G_LIST },
	{ "builtins", "set", G_SET }, { "__builtin__", "set", G_SET },
	{ "builtins", "frozenset", G_SET }, { "__builtin__", "frozenset", G_SET },
	{ "builtins", "tuple", G_TUPLE }, { "__builtin__", "tuple", G_TUPLE },
	{ "builtins", "bytes", G_BYTES }, { "__builtin__", "bytes", G_BYTES },
	{ "builtins", "bytearray", G_BYTEARRAY }, { "__builtin__", "bytearray", G_BYTEARRAY },
	{ "builtins", "complex", G_COMPLEX }, { "__builtin__", "complex", G_COMPLEX },
};

static bool push_global(struct machine *m, struct sv module, struct sv name)
{
	for (size_t i = 0; i < sizeof(globals) / sizeof(*globals); i++)
		if (sv_is(module, globals[i].module) && sv_is(name, globals[i].name))
			return push_kind(m, VAL_NAME, globals[i].g);
	return refuse(m, "it wants %.*s.%.*s, which is refused: only plain values and numpy arrays are read",
		      SV_ARG(module), SV_ARG(name));
}

static bool is_global(const struct val *v, enum global g)
{
	return v && v->kind == VAL_NAME && v->i == g;
}

/* A dtype is its code and byte order, as numpy spells them: "f4" and "<". */
static struct val *dtype_new(struct machine *m, const struct val *args)
{
	struct val *v;

	if (args->n < 1 || args->item[0]->kind != VAL_STR) {
		refuse(m, "a dtype that is not known");
		return NULL;
	}
	v = val_seq(m->vs, VAL_NAME, 2, m->err);
	if (v) {
		v->i = G_DTYPE_OBJECT;
		v->item[0] = args->item[0];
	}
	return v;
}

static struct sv descr_of(struct str *out, const struct val *dtype)
{
	struct sv code = dtype->item[0]->s, order = dtype->item[1] ? dtype->item[1]->s : SV_NULL;

	str_addc(out, order.n == 1 && order.p[0] == '>' ? '>' : '<');
	str_add(out, code.n && strchr("<>|=", code.p[0]) ? sv_sub(code, 1, code.n) : code);
	return str_sv(out);
}

/* Strings and numbers of an object array, in the shape that it has. */
static struct tensor *of_objects(struct machine *m, const struct val *shape, const struct val *list)
{
	struct tensor *flat = sound(m, list, 0) ? val_to_tensor(list, DT_INVALID, m->err) : NULL;
	struct tensor *t = NULL;
	int64_t dim[SHAPE_MAX_RANK], n = 1;
	bool fits = shape->n < SHAPE_MAX_RANK;

	for (size_t i = 0; fits && i < shape->n; i++) {
		dim[i] = (int64_t)shape->item[i]->i;
		fits = shape->item[i]->kind == VAL_INT && dim[i] >= 0 && !__builtin_mul_overflow(n, dim[i], &n);
	}
	if (flat && (!fits || flat->rank != 1 || n != flat->n))
		refuse(m, "an array of objects whose shape does not fit");
	else if (flat)
		t = tensor_view(flat, flat->dtype, (int)shape->n, dim, m->err);
	tensor_unref(flat);
	return t;
}

/* Through the reader of .npy files, which knows dtypes, byte order and column-major order. */
static struct tensor *array_of(struct machine *m, const struct val *shape, const struct val *dtype,
			       bool fortran, const struct val *data)
{
	struct str npy = STR_INIT, head = STR_INIT, descr = STR_INIT;
	struct tensor *t = NULL;
	struct sv code;

	bool ok = shape->kind == VAL_TUPLE && is_global(dtype, G_DTYPE_OBJECT);

	for (size_t i = 0; ok && i < shape->n; i++)
		ok = shape->item[i]->kind == VAL_INT;
	if (!ok) {
		refuse(m, "an array without shape or dtype");
		return NULL;
	}
	if (data->kind == VAL_LIST)
		return of_objects(m, shape, data);
	if (data->kind != VAL_BYTES && data->kind != VAL_STR) {
		refuse(m, "an array without data");
		return NULL;
	}
	code = descr_of(&descr, dtype);
	str_addf(&head, "{'descr': '%.*s', 'fortran_order': %s, 'shape': (",
		 SV_ARG(code), fortran ? "True" : "False");
	for (size_t i = 0; i < shape->n; i++)
		val_repr(&head, shape->item[i]), str_addc(&head, ',');
	str_addz(&head, "), }\n");
	if (head.n < 65536) {
		str_add(&npy, SV("\x93NUMPY\1\0"));
		str_addc(&npy, (char)(head.n & 255));
		str_addc(&npy, (char)(head.n >> 8));
		str_add(&npy, str_sv(&head));
		str_add(&npy, data->s);
		t = npy_read(str_sv(&npy), m->err);
	} else {
		refuse(m, "an array of too many dimensions");
	}
	str_free(&npy);
	str_free(&head);
	str_free(&descr);
	return t;
}

static bool become_array(struct machine *m, struct val *v, struct tensor *t, bool scalar)
{
	if (!t)
		return false;
	vec_push(&m->vs->held, t);
	*v = (struct val){ .kind = VAL_ARRAY, .t = t, .scalar = scalar };
	return true;
}

/* ---- calls and states ---- */

/* bytes, in protocols that had none: characters up to 255. */
static struct val *encode(struct machine *m, const struct val *args)
{
	struct str s = STR_INIT;
	struct val *v = NULL;
	uint32_t cp;

	if (args->n < 1 || args->item[0]->kind != VAL_STR || (args->n > 1 &&
	    !(args->item[1]->kind == VAL_STR && (sv_is(args->item[1]->s, "latin1") ||
	      sv_is(args->item[1]->s, "latin-1"))))) {
		refuse(m, "text in an encoding that is not known");
		return NULL;
	}
	for (size_t i = 0, n; i < args->item[0]->s.n; i += n) {
		n = text_decode(args->item[0]->s, i, &cp);
		if (!n || cp > 255) {
			refuse(m, "bytes that are none");
			goto out;
		}
		str_addc(&s, (char)cp);
	}
	v = val_text(m->vs, VAL_BYTES, str_sv(&s), m->err);
out:
	str_free(&s);
	return v;
}

static struct val *copy_of(struct machine *m, enum val_kind k, const struct val *args)
{
	const struct val *from = args->n ? args->item[0] : NULL;
	struct val *v;

	if (from && from->kind != VAL_LIST && from->kind != VAL_TUPLE && from->kind != VAL_SET) {
		refuse(m, "a call that is not known");
		return NULL;
	}
	v = val_seq(m->vs, k, 0, m->err);
	for (size_t i = 0; v && from && i < from->n; i++)
		if (!append(m, v, from->item[i]))
			return NULL;
	return v;
}

static struct val *text_of(struct machine *m, const struct val *args)
{
	const struct val *from = args->n ? args->item[0] : NULL;

	if (!from)
		return val_text(m->vs, VAL_BYTES, SV(""), m->err);
	if (from->kind == VAL_BYTES)
		return val_text(m->vs, VAL_BYTES, from->s, m->err);
	return encode(m, args);
}

static struct val *complex_of(struct machine *m, const struct val *args)
{
	struct val *v = val_new(m->vs, VAL_COMPLEX, m->err);

	if (args->n != 2 || args->item[0]->kind != VAL_FLOAT || args->item[1]->kind != VAL_FLOAT) {
		refuse(m, "a complex number that is none");
		return NULL;
	}
	if (v) {
		v->f = args->item[0]->f;
		v->im = args->item[1]->f;
	}
	return v;
}

static struct val *scalar_of(struct machine *m, const struct val *args)
{
	struct val *v = val_new(m->vs, VAL_NONE, m->err), *none = val_seq(m->vs, VAL_TUPLE, 0, m->err);

	if (!v || !none)
		return NULL;
	if (args->n != 2) {
		refuse(m, "a numpy scalar that is none");
		return NULL;
	}
	return become_array(m, v, array_of(m, none, args->item[0], false, args->item[1]), true) ? v : NULL;
}

/* _frombuffer(buffer, dtype, shape, order) */
static struct val *from_buffer(struct machine *m, const struct val *args)
{
	struct val *v = val_new(m->vs, VAL_NONE, m->err);
	bool fortran;

	if (!v)
		return NULL;
	if (args->n != 4) {
		refuse(m, "an array that is none");
		return NULL;
	}
	fortran = args->item[3]->kind == VAL_STR && sv_is(args->item[3]->s, "F");
	return become_array(m, v, array_of(m, args->item[2], args->item[1], fortran, args->item[0]), false) ?
	       v : NULL;
}

static struct val *empty_array(struct machine *m)
{
	struct val *v = val_new(m->vs, VAL_NAME, m->err);

	if (v)
		v->i = G_EMPTY_ARRAY;
	return v;
}

static struct val *reduce(struct machine *m, const struct val *fn, const struct val *args)
{
	if (fn->kind != VAL_NAME || args->kind != VAL_TUPLE) {
		refuse(m, "it calls what is no function");
		return NULL;
	}
	switch ((enum global)fn->i) {
	case G_RECONSTRUCT: return empty_array(m);
	case G_DTYPE: return dtype_new(m, args);
	case G_SCALAR: return scalar_of(m, args);
	case G_FROMBUFFER: return from_buffer(m, args);
	case G_ENCODE: return encode(m, args);
	case G_DICT: return args->n ? (refuse(m, "a dict made from a list"), NULL) :
				      val_seq(m->vs, VAL_DICT, 0, m->err);
	case G_LIST: return copy_of(m, VAL_LIST, args);
	case G_SET: return copy_of(m, VAL_SET, args);
	case G_TUPLE: return copy_of(m, VAL_TUPLE, args);
	case G_BYTES: case G_BYTEARRAY: return text_of(m, args);
	case G_COMPLEX: return complex_of(m, args);
	default:
		refuse(m, "it calls what is no function");
		return NULL;
	}
}

/* State for a dtype (its byte order) or an array (version, shape, dtype, column-major, data). */
static bool build(struct machine *m, struct val *of, struct val *state)
{
	bool tuple = state->kind == VAL_TUPLE;

	if (is_global(of, G_DTYPE_OBJECT) && tuple && state->n >= 2 && state->item[1]->kind == VAL_STR) {
		if (state->n > 4 && state->item[4]->kind != VAL_NONE)
			return refuse(m, "structured arrays (records) are no tensors");
		of->item[1] = state->item[1];
		return true;
	}
	if (is_global(of, G_EMPTY_ARRAY) && tuple && state->n == 5)
		return become_array(m, of, array_of(m, state->item[1], state->item[2],
						    state->item[3]->i != 0, state->item[4]), false);
	return refuse(m, "an object with a state of its own: only plain values and numpy arrays are read");
}

/* ---- memo ---- */

static bool memo_put(struct machine *m, uint64_t at)
{
	if (!need(m, 1))
		return false;
	if (at > MAX_MEMO)
		return refuse(m, "its memo is too large");
	while (m->memo.n <= at)
		vec_push(&m->memo, NULL);
	m->memo.p[at] = vec_last(&m->stack);
	return true;
}

static bool memo_get(struct machine *m, uint64_t at)
{
	return at < m->memo.n && m->memo.p[at] ? push(m, m->memo.p[at]) :
						 refuse(m, "its memo has no such value");
}

static bool line_number(struct machine *m, uint64_t *v)
{
	struct sv s;
	__int128 i;
	bool big;

	if (!line(m, &s))
		return false;
	if (!text_to_int(s, &i, &big) || big || i < 0 || i > MAX_MEMO)
		return refuse(m, "a bad memo number");
	*v = (uint64_t)i;
	return true;
}

/* ---- numbers and text of protocol 0 ---- */

static bool text_int(struct machine *m, bool long_)
{
	struct sv s;
	struct val *v;

	if (!line(m, &s))
		return false;
	if (!long_ && (sv_is(s, "00") || sv_is(s, "01")))
		return push_kind(m, VAL_BOOL, s.p[1] == '1');
	if (long_ && s.n && s.p[s.n - 1] == 'L')
		s.n--;
	v = val_int(m->vs, 0, m->err);
	if (v && !text_to_int(s, &v->i, &v->big))
		return refuse(m, "a bad number");
	if (v && v->big && !text_to_float(s, &v->f))
		return refuse(m, "a bad number");
	return push(m, v);
}

static bool text_float(struct machine *m)
{
	struct sv s;
	double d;

	if (!line(m, &s))
		return false;
	return text_to_float(s, &d) ? push(m, val_float(m->vs, d, m->err)) : refuse(m, "a bad number");
}

static int hex_digit(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* \uXXXX and \UXXXXXXXX; everything else is Latin-1. */
static bool raw_unicode(struct machine *m)
{
	struct str out = STR_INIT;
	struct sv s;
	bool ok;

	if (!line(m, &s))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		size_t n = i + 1 < s.n && s.p[i] == '\\' ? s.p[i + 1] == 'u' ? 4 : s.p[i + 1] == 'U' ? 8 : 0 : 0;
		uint32_t cp = 0;
		size_t k = 0;

		for (; n && k < n && i + 2 + k < s.n && hex_digit(s.p[i + 2 + k]) >= 0; k++)
			cp = cp << 4 | (uint32_t)hex_digit(s.p[i + 2 + k]);
		if (n && k == n && cp <= 0x10ffff) {
			text_encode(&out, cp);
			i += 1 + n;
		} else {
			text_encode(&out, (unsigned char)s.p[i]);
		}
	}
	ok = push(m, val_text(m->vs, VAL_STR, str_sv(&out), m->err));
	str_free(&out);
	return ok;
}

/* Python 2's str: text between quotes with escapes; only plain ASCII is taken. */
static bool quoted(struct machine *m)
{
	struct str out = STR_INIT;
	struct sv s;
	bool ok = line(m, &s) && s.n >= 2 && s.p[0] == s.p[s.n - 1] && (s.p[0] == '\'' || s.p[0] == '"');

	for (size_t i = 1; ok && i + 1 < s.n; i++) {
		ok = s.p[i] != '\\' && (unsigned char)s.p[i] < 0x80;
		str_addc(&out, s.p[i]);
	}
	ok = ok ? push(m, val_text(m->vs, VAL_STR, str_sv(&out), m->err)) :
		  refuse(m, "Python 2 text with escapes is not read");
	str_free(&out);
	return ok;
}

static bool long_int(struct machine *m, int count)
{
	struct val *v = val_int(m->vs, 0, m->err);
	struct sv s;

	if (!v || !counted(m, count, &s))
		return false;
	if (s.n > 16)
		return refuse(m, "a whole number of more than 128 bits");
	for (size_t i = s.n; i-- > 0;)
		v->i = (__int128)((unsigned __int128)v->i << 8 | (unsigned char)s.p[i]);
	if (s.n && s.n < 16 && (s.p[s.n - 1] & 0x80))
		v->i -= (__int128)1 << (8 * s.n);
	return push(m, v);
}

static bool binary_float(struct machine *m)
{
	struct sv s;
	uint64_t u = 0;
	double d;

	if (!bytes(m, 8, &s))
		return false;
	for (int i = 0; i < 8; i++)
		u = u << 8 | (unsigned char)s.p[i];
	memcpy(&d, &u, 8);
	return push(m, val_float(m->vs, d, m->err));
}

static bool push_text(struct machine *m, enum val_kind k, int count)
{
	struct sv s;

	return counted(m, count, &s) && push(m, val_text(m->vs, k, s, m->err));
}

static bool push_number(struct machine *m, int n, bool is_signed)
{
	uint64_t v;

	if (!number(m, n, &v))
		return false;
	return push(m, val_int(m->vs, is_signed ? (__int128)(int32_t)v : (__int128)v, m->err));
}

/* ---- opcodes ---- */

static bool op_global(struct machine *m)
{
	struct sv module, name;

	return line(m, &module) && line(m, &name) && push_global(m, module, name);
}

static bool op_stack_global(struct machine *m)
{
	struct val *name = pop(m), *module = name ? pop(m) : NULL;

	if (!module)
		return false;
	if (name->kind != VAL_STR || module->kind != VAL_STR)
		return refuse(m, "a global without a name");
	return push_global(m, module->s, name->s);
}

/* ndarray.__new__ and the like do not occur in what numpy writes: only reductions. */
static bool op_reduce(struct machine *m)
{
	struct val *args = pop(m), *fn = args ? pop(m) : NULL;

	return fn && push(m, reduce(m, fn, args));
}

static bool op_build(struct machine *m)
{
	struct val *state = pop(m);

	return state && need(m, 1) && build(m, vec_last(&m->stack), state);
}

static bool op_since_mark(struct machine *m, char op)
{
	size_t from = 0;

	if (!unmark(m, &from))
		return false;
	switch (op) {
	case 't': return gather(m, from);
	case 'l': return under(m, VAL_LIST, from) && appends(m, from + 1);
	case '\x91': return under(m, VAL_SET, from) && appends(m, from + 1);
	case 'd': return under(m, VAL_DICT, from) && set_items(m, from + 1);
	case 'e': case '\x90': return appends(m, from);
	case 'u': return set_items(m, from);
	default:		/* POP_MARK */
		m->stack.n = from;
		return true;
	}
}

static bool op_top(struct machine *m, size_t n)
{
	return need(m, n) && gather(m, m->stack.n - n);
}

static bool op_pop(struct machine *m)
{
	if (m->marks.n && vec_last(&m->marks) == m->stack.n) {
		m->marks.n--;
		return true;
	}
	return pop(m) != NULL;
}

static bool op_proto(struct machine *m)
{
	uint64_t v;

	return number(m, 1, &v) && (v <= 5 || refuse(m, "unsupported pickle protocol: %d", (int)v));
}

static bool step(struct machine *m, char op)
{
	uint64_t n;
	struct sv s;

	switch (op) {
	case '\x80': return op_proto(m);
	case '\x95': return bytes(m, 8, &s);		/* a frame's length */
	case '(': vec_push(&m->marks, m->stack.n); return true;
	case '0': return op_pop(m);
	case '2': return need(m, 1) && push(m, vec_last(&m->stack));
	case 'N': return push_kind(m, VAL_NONE, 0);
	case '\x88': return push_kind(m, VAL_BOOL, 1);
	case '\x89': return push_kind(m, VAL_BOOL, 0);
	case 'I': return text_int(m, false);
	case 'L': return text_int(m, true);
	case 'F': return text_float(m);
	case 'S': return quoted(m);
	case 'V': return raw_unicode(m);
	case 'J': return push_number(m, 4, true);
	case 'K': return push_number(m, 1, false);
	case 'M': return push_number(m, 2, false);
	case '\x8a': return long_int(m, 1);
	case '\x8b': return long_int(m, 4);
	case 'G': return binary_float(m);
	case 'X': return push_text(m, VAL_STR, 4);
	case '\x8c': return push_text(m, VAL_STR, 1);
	case '\x8d': return push_text(m, VAL_STR, 8);
	case 'T': return push_text(m, VAL_STR, 4);
	case 'U': return push_text(m, VAL_STR, 1);
	case 'B': return push_text(m, VAL_BYTES, 4);
	case 'C': return push_text(m, VAL_BYTES, 1);
	case '\x8e': return push_text(m, VAL_BYTES, 8);
	case '\x96': return push_text(m, VAL_BYTES, 8);
	case ']': return push(m, val_seq(m->vs, VAL_LIST, 0, m->err));
	case '}': return push(m, val_seq(m->vs, VAL_DICT, 0, m->err));
	case ')': return push(m, val_seq(m->vs, VAL_TUPLE, 0, m->err));
	case '\x8f': return push(m, val_seq(m->vs, VAL_SET, 0, m->err));
	case '\x85': return op_top(m, 1);
	case '\x86': return op_top(m, 2);
	case '\x87': return op_top(m, 3);
	case 't': case 'l': case 'd': case 'e': case 'u': case '1': case '\x90': case '\x91':
		return op_since_mark(m, op);
	case 'a': return need(m, 2) && appends(m, m->stack.n - 1);
	case 's': return need(m, 3) && set_items(m, m->stack.n - 2);
	case 'p': return line_number(m, &n) && memo_put(m, n);
	case 'q': return number(m, 1, &n) && memo_put(m, n);
	case 'r': return number(m, 4, &n) && memo_put(m, n);
	case '\x94': return memo_put(m, m->memo.n);
	case 'g': return line_number(m, &n) && memo_get(m, n);
	case 'h': return number(m, 1, &n) && memo_get(m, n);
	case 'j': return number(m, 4, &n) && memo_get(m, n);
	case 'c': return op_global(m);
	case '\x93': return op_stack_global(m);
	case 'R': return op_reduce(m);
	case 'b': return op_build(m);
	case '\x98': return true;		/* READONLY_BUFFER */
	case 'i': case 'o': case '\x81': case '\x92':
		return refuse(m, "it makes an instance of a class: only plain values and numpy arrays are read");
	case 'P': case 'Q': case '\x82': case '\x83': case '\x84': case '\x97':
		return refuse(m, "persistent objects, extensions and buffers elsewhere are refused");
	default:
		return refuse(m, "invalid load key, '%c'.", op >= 0x20 && op < 0x7f ? op : '?');
	}
}

struct val *pickle_read(struct vals *vs, struct sv in, struct err *err)
{
	struct machine m = { .vs = vs, .err = err, .in = in };
	struct val *v = NULL;
	bool ok = true;

	while (ok && m.at < in.n && in.p[m.at] != '.') {
		char op = in.p[m.at++];

		ok = step(&m, op);
	}
	if (ok && m.at >= in.n)
		ok = refuse(&m, "it ends too early");
	if (ok)
		v = pop(&m);
	if (v && !sound(&m, v, 0))
		v = NULL;
	vec_free(&m.stack);
	vec_free(&m.marks);
	vec_free(&m.memo);
	return v;
}
