/*
 * Random ops: a graph of one op with random attributes, types, shapes and values, run over and over. An op
 * may refuse or answer; it must not crash, hang, or read what is not its own (run it under ASan and UBSan), and
 * what it answers must be what shape inference says, given the inputs' shapes, or their values too.
 *
 *   ops [-n ITERATIONS] [-s SEED] [-i FIRST] [-o OP] [-t SECONDS] [-v]
 *
 * Each iteration depends on its number and the seed alone, so that "-i K -n 1 -v" repeats a failure. They
 * run in children, in batches: what kills one is counted and said, and the rest goes on.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/vec.h"
#include "exec/exec.h"
#include "model/opdef.h"
#include "ops/op.h"
#include "agree.h"
#include "random.h"

enum {
	BATCH = 400,
	MOST_BYTES = 128 << 20,
	MOST_NODES = 3000,
	MOST_IN = 24,
	HANG = 20 /* a loop that asks ends after 4 */
};

struct input {
	enum dtype type;
	char name[16];
	struct sv hint;		/* the argument's name: what sort of values reach deeper code */
	bool fed;
};

struct made {
	struct str graph;		/* GraphDef bytes */
	struct input in[MOST_IN];
	int n_in;
	enum dtype type[16];		/* chosen for the type attrs, by index of the attr */
	int64_t number[16];
	enum dtype list[16][4];
	int n_list[16];
	int count;			/* what lists and numbers of this op usually agree on */
	char after[2][24];		/* nodes that fill the op's resources */
	int n_after;
};

static bool verbose;
static char path[64];
static struct shared {
	uint64_t at, ran, refused;
	char op[64];
	uint64_t differ;	/* what was inferred is not what came out */
} *shared;

/* ---- wire ---- */

static void varint(struct str *s, uint64_t v)
{
	for (; v > 127; v >>= 7)
		str_addc(s, (char)(v | 128));
	str_addc(s, (char)v);
}

static void bytes(struct str *s, int field, struct sv v)
{
	varint(s, (uint64_t)field << 3 | 2);
	varint(s, v.n);
	str_add(s, v);
}

static void number(struct str *s, int field, int64_t v)
{
	varint(s, (uint64_t)field << 3);
	varint(s, (uint64_t)v);
}

static void real(struct str *s, int field, float v)
{
	varint(s, (uint64_t)field << 3 | 5);
	str_add(s, (struct sv){ (const char *)&v, 4 });
}

/* ---- attributes ---- */

static int64_t some_int(void)
{
	static const int64_t odd[] = { INT64_MAX, INT64_MIN, INT32_MAX, INT32_MIN, -1000, 100000, 1 << 20, 65536 };

	return chance(90) ? below(9) - 3 : odd[below(8)];
}

static float some_float(void)
{
	static const float odd[] = { 0, -0.0f, 1e30f, -1e30f, 1e-40f, 1.0f / 0.0f, -1.0f / 0.0f, 0.0f / 0.0f };

	return chance(75) ? (float)(below(2000) - 1000) / 100 : odd[below(8)];
}

/* One of the values that the definition allows, mostly. */
static const struct attr_value *allowed_one(const struct opdef_attr *a)
{
	const struct attr_value *all = opdef_attr_allowed(a);

	return all && all->n && chance(97) ? &all->items[below(all->n)] : NULL;
}

static struct sv some_word(void)
{
	static const char *const words[] = {
		"SAME",	      "VALID",	    "EXPLICIT",
		"NHWC",	      "NCHW",	    "NDHWC",
		"REFLECT",    "SYMMETRIC",  "",
		"abc",	      "UTF-8",	    "UTF-16-BE",
		"BYTE",	      "UTF8_CHAR",  "mean",
		"sum",	      "(a|b)*c",    "[",
		"\\d+",	      "ij,jk->ik",  "...i,i->...",
		"bilinear",   "nearest",    "area",
		"MIN_FIRST",  "SCALED",	    "HALF_TO_EVEN",
		"LEFT_LEFT",  "RIGHT_LEFT", "linear",
		"int32",      "strict",	    "replace",
		"ignore",     "ROWIDS",	    "FIRST_DIM_SIZE",
		"ROW_SPLITS", ",",	    "\xff\xfe",
		"min",	      "max",	    "x",
		"nofunction", "gzip",	    "ZLIB",
		"OIHW",	      "HWIO",	    "same",
		"%s",	      "{}",
	};

	return sv_of(words[below(sizeof(words) / sizeof(words[0]))]);
}

static enum dtype some_type(const struct op_row *row, const struct opdef_attr *a)
{
	const struct attr_value *one;
	struct sv attr = a->name;
	static const enum dtype usual[] = { DT_FLOAT, DT_INT32, DT_INT64, DT_STRING, DT_BOOL, DT_DOUBLE, DT_UINT8,
					    DT_HALF, DT_COMPLEX64, DT_BFLOAT16, DT_INT8, DT_VARIANT, DT_RESOURCE };

	for (int i = 0; i < 4 && row->types[i].attr; i++)
		if (sv_is(attr, row->types[i].attr) && chance(97))
			for (int k = 0; k < 200; k++) {
				int t = (int)below(DT_COUNT);

				if (row->types[i].mask & DM(t) &&
				    (k > 50 || t == DT_FLOAT || t == DT_INT32 || chance(20)))
					return (enum dtype)t;
			}
	one = allowed_one(a);
	return one ? (enum dtype)one->i : usual[chance(80) ? below(6) : below(13)];
}

static void some_shape(struct str *s, int unknown)
{
	int rank = (int)below(5);

	if (chance(unknown)) {
		number(s, 3, 1);	/* unknown rank */
		return;
	}
	for (int i = 0; i < rank; i++) {
		struct str dim = STR_INIT;

		number(&dim, 1, chance(10) ? -1 : chance(95) ? below(5) : some_int());
		bytes(s, 2, str_sv(&dim));
		str_free(&dim);
	}
}

static int64_t int_attr(const struct made *m, const struct opdef_attr *a)
{
	bool counts = a->name.n && (a->name.p[0] == 'N' || sv_starts(a->name, SV("num")));
	int64_t v = counts && chance(80) ? m->count : some_int();

	return a->has_minimum && v < a->minimum && chance(95) ? a->minimum : v;
}

static void attr_value(struct made *m, struct str *s, const struct op_row *row, const struct opdef_attr *a, int k)
{
	struct str list = STR_INIT, sub = STR_INIT;
	const struct attr_value *one = allowed_one(a);
	int n = chance(75) ? m->count : (int)below(5);

	if (sv_is(a->type, "int"))
		number(s, 3, m->number[k] = int_attr(m, a));
	else if (sv_is(a->type, "float"))
		real(s, 4, some_float());
	else if (sv_is(a->type, "bool"))
		number(s, 5, below(2));
	else if (sv_is(a->type, "string"))
		bytes(s, 2, one && one->kind == ATTR_STRING ? one->s : some_word());
	else if (sv_is(a->type, "type"))
		number(s, 6, m->type[k] = some_type(row, a));
	else if (sv_is(a->type, "shape"))
		some_shape(&sub, 20), bytes(s, 7, str_sv(&sub));
	else if (sv_is(a->type, "func"))
		bytes(&sub, 1, some_word()), bytes(s, 10, str_sv(&sub));
	else if (sv_starts(a->type, SV("list"))) {
		bool outer = chance(80);

		if (sv_is(a->type, "list(int)") && chance(60))
			n = sv_is(a->name, "explicit_paddings") ? 8 : chance(75) ? 4 : 5;
		if (a->has_minimum && n < a->minimum && chance(95))
			n = (int)a->minimum;
		for (int i = 0; i < n; i++) {
			str_clear(&sub);
			one = allowed_one(a);
			if (sv_is(a->type, "list(int)"))
				number(&list, 3,
				       outer && (i == 0 || i == n - 1) ? 1
				       : chance(90)		       ? 1 + below(3)
								       : some_int());
			else if (sv_is(a->type, "list(float)"))
				real(&list, 4, some_float());
			else if (sv_is(a->type, "list(bool)"))
				number(&list, 5, below(2));
			else if (sv_is(a->type, "list(string)"))
				bytes(&list, 2, one && one->kind == ATTR_STRING ? one->s : some_word());
			else if (sv_is(a->type, "list(shape)"))
				some_shape(&sub, 20), bytes(&list, 7, str_sv(&sub));
			else if (sv_is(a->type, "list(type)") && i < 4) {
				m->list[k][i] = some_type(row, a);
				m->n_list[k] = i + 1;
				number(&list, 6, m->list[k][i]);
			}
		}
		bytes(s, 1, str_sv(&list));
	}
	str_free(&list);
	str_free(&sub);
}

static void attr(struct str *node, struct sv name, struct sv value)
{
	struct str e = STR_INIT;

	bytes(&e, 1, name);
	bytes(&e, 2, value);
	bytes(node, 5, str_sv(&e));
	str_free(&e);
}

/* ---- inputs ---- */

/* A node of ours: inputs and type attrs end at the first NULL. */
struct helper {
	const char *name, *op, *in[5];
	struct { const char *name; enum dtype t; } types[4];
};

static void type_attr(struct str *node, const char *name, enum dtype t)
{
	struct str v = STR_INIT;

	number(&v, 6, t);
	attr(node, sv_of(name), str_sv(&v));
	str_free(&v);
}

static void node_add(struct made *m, const struct helper *h)
{
	struct str node = STR_INIT, v = STR_INIT, sub = STR_INIT;

	bytes(&node, 1, sv_of(h->name));
	bytes(&node, 2, sv_of(h->op));
	for (int i = 0; i < 5 && h->in[i]; i++)
		bytes(&node, 3, sv_of(h->in[i]));
	for (int i = 0; i < 4 && h->types[i].name; i++)
		type_attr(&node, h->types[i].name, h->types[i].t);
	if (!strcmp(h->op, "VarHandleOp") || !strcmp(h->op, "VariableV2")) {
		some_shape(&sub, 100), bytes(&v, 7, str_sv(&sub));
		attr(&node, SV("shape"), str_sv(&v));
	}
	bytes(&m->graph, 1, str_sv(&node));
	str_free(&node);
	str_free(&v);
	str_free(&sub);
}

/* A fed placeholder; its name, or NULL when there are too many. */
static const char *fed(struct made *m, enum dtype t, struct sv hint)
{
	struct input *in = &m->in[m->n_in];

	if (m->n_in >= MOST_IN)
		return NULL;
	snprintf(in->name, sizeof(in->name), "i%d", m->n_in++);
	in->type = t;
	in->hint = hint;
	in->fed = true;
	node_add(m, &(struct helper){ in->name, "Placeholder", .types = { { "dtype", t } } });
	return in->name;
}

/* The op runs after that node. */
static void after(struct made *m, const char *name)
{
	if (m->n_after < 2)
		snprintf(m->after[m->n_after++], sizeof(m->after[0]), "^%s", name);
}

static void variable_add(struct made *m, const char *name, const char *fill, enum dtype t)
{
	const char *v = chance(90) ? fed(m, t, SV("value")) : NULL;

	node_add(m, &(struct helper){ name, "VarHandleOp", .types = { { "dtype", t } } });
	if (v) {
		node_add(m, &(struct helper){ fill, "AssignVariableOp", { name, v }, { { "dtype", t } } });
		after(m, fill);
	}
}

static void table_add(struct made *m, const char *name, const char *fill, enum dtype key, enum dtype value)
{
	static const char *const kinds[] = { "HashTableV2", "MutableHashTableV2", "MutableHashTableOfTensorsV2",
					     "MutableDenseHashTableV2" };
	int kind = (int)below(4);
	const char *a, *b, *k, *v;

	if (key != DT_STRING && key != DT_INT64)
		key = chance(50) ? DT_STRING : DT_INT64;
	if (value == DT_VARIANT || value == DT_RESOURCE || chance(30))
		value = key == DT_STRING ? DT_INT64 : chance(50) ? DT_FLOAT : DT_STRING;
	a = kind == 3 ? fed(m, key, SV("empty_key")) : NULL;
	b = kind == 3 ? fed(m, key, SV("empty_key")) : NULL;
	k = chance(80) ? fed(m, key, SV("keys")) : NULL;
	v = k ? fed(m, value, SV("keys")) : NULL;

	node_add(m,
		 &(struct helper){ name, kinds[kind], { a, b }, { { "key_dtype", key }, { "value_dtype", value } } });
	if (v) {
		node_add(m, &(struct helper){ fill, "LookupTableImportV2", { name, k, v },
					      { { "Tin", key }, { "Tout", value } } });
		after(m, fill);
	}
}

static void stack_add(struct made *m, const char *name, const char *fill, enum dtype t)
{
	const char *size = fed(m, DT_INT32, SV("num")), *v = fed(m, t, SV("value"));

	node_add(m, &(struct helper){ name, "StackV2", { size }, { { "elem_type", t } } });
	if (v) {
		node_add(m, &(struct helper){ fill, "StackPushV2", { name, v }, { { "T", t } } });
		after(m, fill);
	}
}

static void array_add(struct made *m, const char *name, const char *fill, enum dtype t)
{
	const char *size = fed(m, DT_INT32, SV("num")), *at = fed(m, DT_INT32, SV("axis")), *v = fed(m, t, SV("value"));
	char flow[20];

	node_add(m, &(struct helper){ name, "TensorArrayV3", { size }, { { "dtype", t } } });
	snprintf(flow, sizeof(flow), "%s:1", name);
	if (v) {
		node_add(m, &(struct helper){ fill, "TensorArrayWriteV3", { name, at, v, flow }, { { "T", t } } });
		after(m, fill);
	}
}

static void list_add(struct made *m, const char *name, const char *fill, enum dtype t)
{
	const char *shape = fed(m, DT_INT32, SV("element_shape")), *most = fed(m, DT_INT32, SV("num")),
		   *v = fed(m, t, SV("value"));

	if (!v || chance(20)) {
		node_add(m, &(struct helper){ name, "EmptyTensorList", { shape, most },
					      { { "element_dtype", t }, { "shape_type", DT_INT32 } } });
	} else if (chance(30)) {
		node_add(m, &(struct helper){ name, "TensorListReserve", { shape, most },
					      { { "element_dtype", t }, { "shape_type", DT_INT32 } } });
	} else if (chance(50)) {
		node_add(m, &(struct helper){ name, "TensorListFromTensor", { v, shape },
					      { { "element_dtype", t }, { "shape_type", DT_INT32 } } });
	} else {
		node_add(m, &(struct helper){ fill, "TensorListReserve", { shape, most },
					      { { "element_dtype", t }, { "shape_type", DT_INT32 } } });
		node_add(m, &(struct helper){ name, "TensorListPushBack", { fill, v }, { { "element_dtype", t } } });
	}
}

/* The type that one of these attrs of the op chose, mostly. */
static enum dtype chosen(const struct made *m, const struct opdef *def, const char *a, const char *b, const char *c)
{
	for (int i = 0; i < def->n_attrs && i < 16; i++)
		if (m->type[i] && (sv_is(def->attrs[i].name, a) || sv_is(def->attrs[i].name, b) ||
				   sv_is(def->attrs[i].name, c)) && chance(95))
			return m->type[i];
	return chance(60) ? DT_FLOAT : chance(50) ? DT_STRING : DT_INT64;
}

static bool mentions(struct sv text, const char *part)
{
	size_t n = strlen(part);

	for (size_t i = 0; i + n <= text.n; i++)
		if (!memcmp(text.p + i, part, n))
			return true;
	return false;
}

static void resource_add(struct made *m, const struct opdef *def, const char *name, const char *fill)
{
	enum dtype t = chosen(m, def, "dtype", "T", "elem_type");
	int kind = chance(5) ? (int)below(4) : mentions(def->name, "Table") ? 1 : mentions(def->name, "Stack") ? 2 :
		   mentions(def->name, "TensorArray") ? 3 : 0;

	if (kind == 1)
		table_add(m, name, fill, chosen(m, def, "key_dtype", "Tin", "Tkeys"),
			  chosen(m, def, "value_dtype", "Tout", "Tvalues"));
	else if (kind == 2)
		stack_add(m, name, fill, t);
	else if (kind == 3)
		array_add(m, name, fill, t);
	else
		variable_add(m, name, fill, t);
}

static void input_add(struct made *m, struct str *node, const struct opdef *def, const struct opdef_arg *arg,
		      enum dtype t)
{
	struct input *in = &m->in[m->n_in];
	char fill[20], value[20];
	const char *v;

	if (m->n_in >= MOST_IN)
		return;
	if (!arg->is_ref && t != DT_RESOURCE && t != DT_VARIANT) {
		bytes(node, 3, sv_of(fed(m, t, arg->name)));
		return;
	}
	snprintf(in->name, sizeof(in->name), "i%d", m->n_in++);
	snprintf(fill, sizeof(fill), "f%d", m->n_in);
	in->type = t;
	if (arg->is_ref) {
		snprintf(value, sizeof(value), "v%d", m->n_in);
		v = fed(m, t, SV("value"));
		node_add(m, &(struct helper){ v ? value : in->name, "VariableV2", .types = { { "dtype", t } } });
		if (v)
			node_add(m, &(struct helper){ in->name, "Assign", { value, v }, { { "T", t } } });
	} else if (t == DT_RESOURCE) {
		resource_add(m, def, in->name, fill);
	} else {
		list_add(m, in->name, fill, chosen(m, def, "element_dtype", "T", "dtype"));
	}
	bytes(node, 3, sv_of(in->name));
}

static int attr_index(const struct opdef *def, struct sv name)
{
	for (int i = 0; i < def->n_attrs && i < 16; i++)
		if (sv_eq(def->attrs[i].name, name))
			return i;
	return -1;
}

static void inputs_add(struct made *m, struct str *node, const struct opdef *def)
{
	for (int i = 0; i < def->n_in; i++) {
		const struct opdef_arg *a = &def->in[i];
		int k = attr_index(def, a->type_list_attr), t = attr_index(def, a->type_attr),
		    n = attr_index(def, a->number_attr);
		enum dtype type = a->type != DT_INVALID ? a->type : t >= 0 ? m->type[t] : DT_FLOAT;

		if (a->type_list_attr.n) {
			for (int j = 0; k >= 0 && j < m->n_list[k]; j++)
				input_add(m, node, def, a, m->list[k][j]);
			continue;
		}
		for (int64_t j = 0; j < (a->number_attr.n ? (n >= 0 ? m->number[n] : 0) : 1) && j < 6; j++)
			input_add(m, node, def, a, type);
	}
}

/* ---- values ---- */

enum mode { WILD, SMALL, RISING, POSITIVE };

static struct sv example_bytes(struct str *s)
{
	static const char *const names[] = { "abc", "x", "", "a" };
	struct str list = STR_INIT, feature = STR_INIT, entry = STR_INIT, features = STR_INIT;

	for (int64_t n = below(3); n >= 0; n--) {
		int kind = 1 + (int)below(3);

		str_clear(&list), str_clear(&feature), str_clear(&entry);
		for (int64_t k = below(4); k > 0; k--) {
			if (kind == 1)
				bytes(&list, 1, some_word());
			else if (kind == 2)
				real(&list, 1, some_float());
			else
				number(&list, 1, some_int());
		}
		bytes(&feature, kind, str_sv(&list));
		bytes(&entry, 1, sv_of(names[below(4)]));
		bytes(&entry, 2, str_sv(&feature));
		bytes(&features, 1, str_sv(&entry));
	}
	bytes(s, 1, str_sv(&features));
	str_free(&list), str_free(&feature), str_free(&entry), str_free(&features);
	return str_sv(s);
}

/* A TensorProto with its shape and its bytes. */
static struct sv tensor_bytes(struct str *s)
{
	struct str dim = STR_INIT, shape = STR_INIT;
	int64_t n = 1;

	number(s, 1, chance(70) ? DT_FLOAT : 1 + below(23));
	for (int64_t k = below(3); k > 0; k--) {
		int64_t d = chance(95) ? below(4) : some_int();

		str_clear(&dim);
		number(&dim, 1, d);
		bytes(&shape, 2, str_sv(&dim));
		n = d >= 0 && d < 9 ? n * d : n;
	}
	bytes(s, 2, str_sv(&shape));
	if (chance(60)) {
		str_clear(&dim);
		for (int64_t k = 0; k < 4 * n; k++)
			str_addc(&dim, (char)below(256));
		bytes(s, 4, str_sv(&dim));
	} else {
		for (int64_t k = below(4); k > 0; k--)
			real(s, 5, some_float());
	}
	str_free(&dim), str_free(&shape);
	return str_sv(s);
}

/* The beginning of a picture or a sound, its numbers at random. */
static struct sv media_bytes(struct str *s)
{
	static const struct sv heads[] = {
		{ "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\2\0\0\0\3\x08\2\0\0\0", 29 },
		{ "GIF89a\2\0\3\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\2\0\3\0\0\2\3\x84\x11\x05\0;", 36 },
		{ "BM\x4e\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\2\0\0\0\3\0\0\0\1\0\x18\0\0\0\0\0\x18\0\0\0", 38 },
		{ "RIFF\x2c\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x40\x1f\0\0\x80\x3e\0\0\2\0\x10\0data\x08\0\0\0\1\2\3\4\5\6\7\x08",
		  52 },
		{ "\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0", 20 },
	};

	str_add(s, heads[below(5)]);
	for (int64_t n = chance(50) ? below(60) : 0; n > 0; n--)
		str_addc(s, (char)below(256));
	for (int64_t n = chance(60) ? 1 + below(3) : 0; n > 0; n--)
		s->p[below((int64_t)s->n)] = (char)below(256);
	return sv_sub(str_sv(s), 0, chance(90) ? s->n : (size_t)below((int64_t)s->n));
}

static void fill_text(struct tensor *t, struct sv hint)
{
	static const char *const texts[] = {
		"", "a", "abc", "1", "-3.5", "\xc3\xa9", "\xff", "a b  c", "1,2,3", "nan"
	};
	struct err none = { 0 };
	bool example = mentions(hint, "serialized") && chance(80), media = mentions(hint, "contents") && chance(90),
	     numbers = chance(30), same = chance(20);

	for (int64_t i = 0; i < t->n; i++) {
		struct str s = STR_INIT;

		tensor_str_set(t, i,
			       media	    ? media_bytes(&s)
			       : example    ? (chance(60) ? example_bytes(&s) : tensor_bytes(&s))
			       : numbers    ? sv_of(texts[3 + below(2)])
			       : same	    ? sv_of("x")
			       : chance(20) ? some_word()
					    : sv_of(texts[below(10)]),
			       &none);
		str_free(&s);
	}
	err_clear(&none);
}

static int64_t int_value(enum mode mode, int64_t *last)
{
	switch (mode) {
	case SMALL: return below(4);
	case RISING: return *last += below(3);
	case POSITIVE: return 1 + below(4);
	default: return some_int();
	}
}

static void fill(struct tensor *t, struct sv hint)
{
	struct err none = { 0 };
	enum dtype_kind kind = dtype_info(t->dtype)->kind;
	bool splits = mentions(hint, "split") || mentions(hint, "segment"), tame = chance(60),
	     size = mentions(hint, "shape") || mentions(hint, "size") || mentions(hint, "num");
	enum mode mode = splits && chance(80) ? RISING : size && chance(80) ? POSITIVE : chance(60) ? SMALL :
			 chance(30) ? RISING : WILD;
	int64_t last = 0;

	if (t->dtype == DT_VARIANT || t->dtype == DT_RESOURCE)
		return;		/* pointers: none stays none */
	if (kind == DK_STRING) {
		fill_text(t, hint);
		return;
	}
	for (int64_t i = 0; i < t->n; i++) {
		double f = tame ? (double)below(100) / 100 : (double)some_float();
		struct tensor *x = kind == DK_FLOAT ? tensor_scalar_f64(t->dtype, f, &none) : NULL;
		char *at = (char *)t->data + (size_t)i * dtype_info(t->dtype)->size;
		int64_t v = kind == DK_BOOL ? below(2) : splits && i == 0 && chance(90) ? 0 : int_value(mode, &last);

		if (x)
			memcpy(at, x->data, dtype_info(t->dtype)->size);
		else
			for (int b = 0; b < dtype_info(t->dtype)->size; b++)
				at[b] = (char)(b < 8 ? v >> (8 * b) : 0);
		tensor_unref(x);
	}
	err_clear(&none);
}

/* Arguments whose rank their name tells: those that need one are mostly given it. */
static int rank_of(struct sv hint)
{
	static const struct { const char *part; int rank;
	} known[] = {
		{ "num", 0 },	      { "axis", 0 },
		{ "contents", 0 },    { "sparse_indices", 2 },
		{ "indices", -2 },    { "sparse_values", 1 },
		{ "values", -1 },     { "shape", 1 },
		{ "split", 1 },	      { "segment", 1 },
		{ "max_output", 0 },  { "threshold", 0 },
		{ "serialized", -1 }, { "names", -1 },
		{ "keys", -1 },	      { "default", -3 },
		{ "seed", 1 },	      { "size", -4 },
		{ "begin", 1 },	      { "end", -1 },
		{ "strides", 1 },     { "perm", 1 },
		{ "padding", 2 },     { "crops", 2 },
		{ "images", 4 },      { "boxes", 2 },
		{ "scores", 1 },      { "min", -3 },
		{ "max", -3 },	      { "lr", 0 },
		{ "alpha", 0 },	      { "concat_dim", 0 },
		{ "dim", -3 },	      { "index", 0 },
		{ "id", -3 },	      { "filter", -5 },
		{ "handle", 0 },      { "alg", 0 },
		{ "counter", 1 },     { "delimiter", 0 },
		{ "bias", 1 },	      { "target", 1 },
		{ "_power", 0 },      { "epsilon", 0 },
		{ "beta", 0 },	      { "scale", -3 },
		{ "empty_key", 0 },   { "length", -1 },
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (mentions(hint, known[i].part) && chance(85)) {
			int r = known[i].rank;

			return r >= 0 ? r : r == -1 ? (chance(80) ? 1 : (int)below(3)) : r == -2 ? 1 + (int)below(2) :
			       r == -3 ? (chance(80) ? 0 : 1) : r == -4 ? (int)below(2) : 4 + (int)below(2);
		}
	return -1;
}

static struct tensor *some_value(const struct input *in, int64_t dims[][5], int *ranks, int k, int theme)
{
	enum dtype t = in->type;
	struct err none = { 0 };
	struct tensor *x;
	int known = rank_of(in->hint), from = k ? (int)below(k) : 0;
	int64_t common = 1 + below(4);

	ranks[k] = known >= 0 ? known : chance(60) ? theme : (int)below(6);
	if (k > 0 && chance(45) && (known < 0 || ranks[from] == known)) {
		ranks[k] = ranks[from];
		memcpy(dims[k], dims[from], sizeof(dims[k]));
	} else {
		bool index = known < 0 && (t == DT_INT32 || t == DT_INT64) && chance(60);

		ranks[k] = index ? (int)below(2) : ranks[k];
		for (int i = 0; i < ranks[k]; i++)
			dims[k][i] = k > 0 && chance(50) ? (i < ranks[from] ? dims[from][i] : common) :
				     chance(6) ? 0 : chance(4) ? 17 : 1 + below(4);
	}
	if (ranks[k] == 2 && chance(80) && (mentions(in->hint, "padding") || mentions(in->hint, "crops")))
		dims[k][1] = 2, dims[k][0] = theme;
	if (ranks[k] == 1 && chance(60) && (mentions(in->hint, "perm") || mentions(in->hint, "padding")))
		dims[k][0] = theme;
	x = tensor_zeros(t, ranks[k], dims[k], &none);
	err_clear(&none);
	if (x)
		fill(x, in->hint);
	return x;
}

/* ---- one iteration ---- */

static bool go_on(void *ctx, const char *what, double part)
{
	(void)ctx;
	(void)what;
	(void)part;
	return true;
}

static void quiet(void *ctx, struct sv text)
{
	(void)ctx;
	(void)text;
}

static void make(struct made *m, const struct op_row *row, const struct opdef *def)
{
	struct str node = STR_INIT;

	m->count = (int)below(4);
	bytes(&node, 1, SV("op"));
	bytes(&node, 2, sv_of(row->name));
	for (int i = 0; i < def->n_attrs && i < 16; i++) {
		struct str v = STR_INIT;

		m->number[i] = 1;
		if (def->attrs[i].has_default && chance(60) && !sv_is(def->attrs[i].type, "type") &&
		    !sv_is(def->attrs[i].type, "list(type)"))
			continue;
		attr_value(m, &v, row, &def->attrs[i], i);
		attr(&node, def->attrs[i].name, str_sv(&v));
		str_free(&v);
	}
	inputs_add(m, &node, def);
	for (int i = 0; i < m->n_after; i++)
		bytes(&node, 3, sv_of(m->after[i]));
	bytes(&m->graph, 1, str_sv(&node));
	str_free(&node);
}

/* Inference with what the run is fed: shapes, sometimes values, sometimes only some of the dims. */
static struct infer *inferred(const struct metagraph *mg, const struct exec_request *req)
{
	struct infer_given given[MOST_IN];
	int64_t dim[MOST_IN][SHAPE_MAX_RANK];
	struct infer *inf;
	bool values = chance(60), blank = chance(40);

	for (size_t i = 0; i < req->n_feeds; i++) {
		const struct tensor *t = req->feeds[i].value;

		for (int k = 0; k < t->rank; k++)
			dim[i][k] = blank && chance(60) ? -1 : t->dim[k];
		given[i] = (struct infer_given){ .node = graph_node_name(mg->graph, req->feeds[i].at.node),
			.has_shape = !blank || chance(90), .shape = { t->rank, dim[i] },
			.value = values && (!blank || t->rank < 2) ? t : NULL };
	}
	inf = infer_new(mg, &(struct infer_opts){ .given = given, .n_given = (uint32_t)req->n_feeds });
	infer_all(infer_root(inf));
	return inf;
}

static void run(const struct metagraph *mg, const struct made *m, struct err *err)
{
	struct session_opts o = { .progress = go_on, .print = quiet, .timeout = 4 };
	struct session *s = session_new(mg, &o, err);
	struct exec_feed feed[MOST_IN];
	int64_t dims[MOST_IN][5];
	int ranks[MOST_IN], theme = chance(40) ? 4 : (int)below(6);
	uint32_t op = graph_find(mg->graph, SV("op"));
	struct exec_request req = { .graph = mg->graph, .feeds = feed, .targets = &op, .n_targets = 1 };
	struct exec_event ev;
	struct exec *x;
	char what[96];

	snprintf(what, sizeof(what), "iteration %llu (%s)", (unsigned long long)shared->at, shared->op);
	memset(dims, 0, sizeof(dims));
	for (int i = 0; i < m->n_in; i++) {
		if (!m->in[i].fed) {
			ranks[i] = 0;
			continue;
		}
		feed[req.n_feeds].at = (struct edge){ graph_find(mg->graph, sv_of(m->in[i].name)), 0 };
		feed[req.n_feeds].value = some_value(&m->in[i], dims, ranks, i, theme);
		if (feed[req.n_feeds].value)
			req.n_feeds++;
	}
	x = s ? exec_new(s, &req, err) : NULL;
	if (x) {
		struct infer *inf = inferred(mg, &req);
		bool more;

		exec_budget(x, MOST_NODES);
		while ((more = exec_step(x, EV_BUDGET | EV_RAN, &ev, err)) && ev.kind == EV_RAN)
			if (frame_graph(ev.frame) == mg->graph && ev.node == op &&
			    !agree_ran(x, infer_root(inf), op, what))
				shared->differ++;
		if (more)
			shared->ran++;
		infer_free(inf);
	}
	exec_free(x);
	for (size_t i = 0; i < req.n_feeds; i++)
		tensor_unref(feed[i].value);
	session_free(s);
}

static void iteration(uint64_t seed, uint64_t k, const char *only)
{
	struct made *m = xcalloc(1, sizeof(*m));
	const struct metagraph *mg;
	const struct op_row *row;
	const struct opdef *def;
	struct err err = { 0 };
	struct model *model;
	FILE *f;

	rng = seed * 1000003u + k;
	next();
	row = only ? op_find(sv_of(only)) : op_at((int)below(op_n()));
	def = row ? opdef_find(sv_of(row->name)) : NULL;
	shared->at = k;
	snprintf(shared->op, sizeof(shared->op), "%s", row ? row->name : "?");
	if (!def) {
		free(m);
		return;
	}
	make(m, row, def);
	f = fopen(path, "w");
	if (!f || fwrite(m->graph.p, 1, m->graph.n, f) != m->graph.n || fclose(f))
		_exit(3);
	model = model_open(path, &err);
	mg = model ? model_default(model, &err) : NULL;
	if (mg)
		run(mg, m, &err);
	if (err_is(&err)) {
		char *text = err_text(&err);

		shared->refused++;
		if (verbose)
			printf("%llu %s: %s\n", (unsigned long long)k, row->name, text);
		free(text);
	} else if (verbose)
		printf("%llu %s: ran\n", (unsigned long long)k, row->name);
	err_clear(&err);
	model_close(model);
	str_free(&m->graph);
	free(m);
}

static int batch(uint64_t seed, uint64_t from, uint64_t to, const char *only)
{
	pid_t pid = fork();
	int status;

	if (pid == 0) {
		big_limit_set(MOST_BYTES);
		for (uint64_t k = from; k < to; k++) {
			alarm(HANG);
			iteration(seed, k, only);
		}
		fflush(stdout);
		exit(0);	/* not _exit: leaks are looked for */
	}
	return waitpid(pid, &status, 0) == pid ? status : -1;
}

int main(int argc, char **argv)
{
	uint64_t n = 5000, seed = 1, first = 0, done = 0, bad = 0;
	const char *only = NULL;
	time_t end = 0;
	int opt;

	while ((opt = getopt(argc, argv, "n:s:i:o:t:v")) != -1)
		switch (opt) {
		case 'n': n = strtoull(optarg, NULL, 10); break;
		case 's': seed = strtoull(optarg, NULL, 10); break;
		case 'i': first = strtoull(optarg, NULL, 10); break;
		case 'o': only = optarg; break;
		case 't': end = time(NULL) + atoi(optarg); n = UINT64_MAX / 2; break;
		case 'v': verbose = true; break;
		default: return 2;
		}
	shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	snprintf(path, sizeof(path), "/tmp/smtui-ops-%d.pb", (int)getpid());
	if (shared == MAP_FAILED)
		return 2;
	op_n();		/* the table is made before the first fork */
	for (uint64_t k = first; k < first + n && (!end || time(NULL) < end);) {
		uint64_t to = k + BATCH < first + n ? k + BATCH : first + n;
		int status = batch(seed, k, to, only);

		if (status == 0) {
			done += to - k;
			k = to;
			continue;
		}
		printf("FAIL iteration %llu (%s), seed %llu: %s %d; repeat with -s %llu -i %llu -n 1 -v%s%s\n",
		       (unsigned long long)shared->at, shared->op, (unsigned long long)seed,
		       WIFSIGNALED(status) ? "signal" : "exit", WIFSIGNALED(status) ? WTERMSIG(status) :
		       WEXITSTATUS(status), (unsigned long long)seed, (unsigned long long)shared->at,
		       only ? " -o " : "", only ? only : "");
		fflush(stdout);
		bad++;
		done += shared->at - k;
		k = shared->at + 1;
		if (bad > 200)
			break;
	}
	unlink(path);
	printf("%llu ran, %llu refused\n", (unsigned long long)shared->ran, (unsigned long long)shared->refused);
	bad += shared->differ;
	printf("%llu passed, %llu failed\n", (unsigned long long)done, (unsigned long long)bad);
	return bad != 0;
}
