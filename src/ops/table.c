/* Tables: the object, handles, and the ops that make them; see table.h. */
#include "ops/table.h"

#include <stdlib.h>
#include <string.h>

#include "ops/text.h"
#include "ops/var.h"

/* ---- the object ---- */

static void value_clear(struct table_value *v)
{
	pmap_clear(&v->map);
}

static void table_destroy(struct object *o)
{
	struct table *t = (struct table *)o;

	value_clear(&t->v);
	tensor_unref(t->empty);
	tensor_unref(t->deleted);
	str_free(&t->empty_key);
	str_free(&t->deleted_key);
	free(t->r.container);
	free(t->r.name);
	free(t);
}

static void table_describe(const struct object *o, struct str *out)
{
	const struct table *t = (const struct table *)o;

	str_addz(out, "table ");
	str_escaped(out, sv_of(t->r.name ? t->r.name : ""));
	str_addf(out, ", %s to %s", dtype_info(t->key)->name, dtype_info(t->value)->name);
	if (t->kind == TABLE_HASH && !t->v.initialized)
		str_addz(out, ", not initialised");
	else
		str_addf(out, ", %lld entries",
			 (long long)(t->kind == TABLE_DENSE ? t->v.entries : t->v.map.n));
}

static void *table_save(struct resource *r)
{
	struct table *t = (struct table *)r;
	struct table_value *v = xmalloc(sizeof(*v));

	*v = t->v;
	v->map = pmap_ref(&t->v.map);
	return v;
}

static void table_load(struct resource *r, const void *saved)
{
	struct table *t = (struct table *)r;
	const struct table_value *v = saved;
	struct pmap map = pmap_ref(&v->map);

	value_clear(&t->v);
	t->v = *v;
	t->v.map = map;
}

static void table_saved_free(void *saved)
{
	value_clear(saved);
	free(saved);
}

const struct resource_class table_class = {
	.object = { .name = "table", .destroy = table_destroy, .describe = table_describe },
	.save = table_save,
	.load = table_load,
	.saved_free = table_saved_free,
};

int table_key_rank(const struct table *t)
{
	return t->empty ? t->empty->rank : 0;
}

const int64_t *table_key_dim(const struct table *t)
{
	return t->empty ? t->empty->dim : NULL;
}

int64_t table_key_size(const struct table *t)
{
	return t->empty ? t->empty->n : 1;
}

int table_value_rank(const struct table *t)
{
	return t->vector ? 1 : 0;
}

void table_wrote(struct op_ctx *c, struct table *t)
{
	if (c->world && c->world->wrote)
		c->world->wrote(c->world_ctx, &t->r);
}

/* ---- elements ---- */

struct sv table_bytes(const struct tensor *t, int64_t at, int64_t n, struct str *buf)
{
	size_t size = dtype_info(t->dtype)->size;

	if (t->dtype != DT_STRING)
		return (struct sv){ (char *)t->data + (size_t)at * size, (size_t)n * size };
	if (n == 1)
		return tensor_str(t, at);
	str_clear(buf);
	for (int64_t i = at; i < at + n; i++) {
		struct sv s = tensor_str(t, i);

		str_add(buf, (struct sv){ (char *)&s.n, sizeof(s.n) });
		str_add(buf, s);
	}
	return str_sv(buf);
}

bool table_put(struct tensor *t, int64_t at, int64_t n, struct sv bytes, struct err *err)
{
	size_t size = dtype_info(t->dtype)->size, len;

	if (t->dtype != DT_STRING)
		return el_copy(t->dtype, (char *)t->data + (size_t)at * size, bytes.p, n, err);
	if (n == 1)
		return tensor_str_set(t, at, bytes, err);
	for (int64_t i = at; i < at + n; i++) {
		memcpy(&len, bytes.p, sizeof(len));
		if (!tensor_str_set(t, i, (struct sv){ bytes.p + sizeof(len), len }, err))
			return false;
		bytes = sv_sub(bytes, sizeof(len) + len, bytes.n);
	}
	return true;
}

void table_value_text(struct str *out, enum dtype t, struct sv bytes)
{
	union { int32_t i32; int64_t i64; float f; double d; uint8_t b; } v;

	if (t == DT_STRING) {
		str_add(out, bytes);
		return;
	}
	memcpy(&v, bytes.p, bytes.n < sizeof(v) ? bytes.n : sizeof(v));
	switch (t) {
	case DT_INT32:
		str_addf(out, "%d", v.i32);
		break;
	case DT_INT64:
		str_addf(out, "%lld", (long long)v.i64);
		break;
	case DT_FLOAT:
		text_of_float(out, v.f, false);
		break;
	case DT_DOUBLE:
		text_of_float(out, v.d, true);
		break;
	default:
		str_addf(out, "%d", v.b);
	}
}

bool table_value_same(enum dtype t, struct sv a, struct sv b)
{
	double x, y;
	float f, g;

	if (t == DT_DOUBLE) {
		memcpy(&x, a.p, sizeof(x));
		memcpy(&y, b.p, sizeof(y));
		return x == y;
	}
	if (t == DT_FLOAT) {
		memcpy(&f, a.p, sizeof(f));
		memcpy(&g, b.p, sizeof(g));
		return f == g;
	}
	return sv_eq(a, b);
}

/* ---- finding one ---- */

static struct sv container_of(struct sv c)
{
	return sv_is(c, "localhost") ? SV("") : c;
}

static struct table *by_name(struct op_ctx *c, struct sv container, struct sv name)
{
	struct err none = { 0 };
	struct resource *r = c->world->resource(c->world_ctx, container_of(container), name,
						&table_class, NULL, NULL, &none);

	err_clear(&none);
	if (r)
		return (struct table *)r;
	op_fail(c, ERR_NOT_FOUND,
		"Resource %.*s/%.*s/N10tensorflow6lookup15LookupInterfaceE does not exist.",
		SV_ARG(container.n ? container : SV("localhost")), SV_ARG(name));
	return NULL;
}

struct table *table_of(struct op_ctx *c)
{
	const struct tensor *h = c->in[0];
	struct object *o;
	struct table *t;

	if (h->dtype == DT_STRING) {
		if (h->n == 2)
			return by_name(c, tensor_str(h, 0), tensor_str(h, 1));
		op_invalid(c, "Lookup table handle must be scalar, but had shape: %s",
			   op_in_shape(c, 0));
		return NULL;
	}
	o = h->dtype == DT_RESOURCE && h->n > 0 ? *(struct object **)h->data : NULL;
	if (!o || o->cls != &table_class.object) {
		op_invalid(c, "input 0 is no handle of a table%s%s", o ? " but of a " : "",
			   o ? o->cls->name : "");
		return NULL;
	}
	t = (struct table *)o;
	if (t->r.name)
		return by_name(c, sv_of(t->r.container ? t->r.container : ""), sv_of(t->r.name));
	object_ref(o);			/* anonymous: only its handles know it */
	return t;
}

bool table_signature(struct op_ctx *c, const struct table *t, int n_in, int n_out)
{
	const enum dtype want[3] = { c->in[0]->dtype, t->key, t->value };
	const char *ref = c->in[0]->dtype == DT_STRING ? "string_ref" : "resource";
	struct str have = STR_INIT, expected = STR_INIT;
	bool ok = n_out == 0 || c->node->n_out < 1 || c->node->out_type[0] == t->value;

	str_addz(&have, ref);
	str_addz(&expected, ref);
	for (int i = 1; i < n_in; i++) {
		ok = ok && c->in[i]->dtype == want[i];
		str_addf(&have, ", %s", dtype_text(c->in[i]->dtype));
		str_addf(&expected, ", %s", dtype_text(want[i]));
	}
	str_addz(&have, "->");
	str_addz(&expected, "->");
	if (n_out) {
		str_addz(&have, dtype_text(c->node->n_out ? c->node->out_type[0] : DT_INVALID));
		str_addz(&expected, dtype_text(t->value));
	}
	if (!ok)
		op_invalid(c, "Signature mismatch, have: %s expected: %s", str_z(&have),
			   str_z(&expected));
	str_free(&have);
	str_free(&expected);
	return ok;
}

/* ---- making one ---- */

/* The pairs of key and value that TensorFlow registers. */
#define D(t) DM(DT_##t)
static dtype_mask values_for(enum table_kind kind, bool vector, enum dtype key)
{
	dtype_mask m = D(FLOAT) | D(DOUBLE) | D(INT32);

	if (key == DT_INT64) {
		m |= D(INT64);
		m |= kind == TABLE_DENSE ? D(BOOL) : D(STRING);
		m |= kind == TABLE_HASH || vector ? 0 : D(VARIANT);
	} else if (key == DT_STRING) {
		m |= D(INT64) | D(BOOL);
		m |= kind == TABLE_HASH ? D(STRING) : kind == TABLE_DENSE ? D(RESOURCE) : 0;
	} else if (key == DT_INT32) {
		m |= kind == TABLE_HASH ? D(STRING) : 0;
	} else {
		m = 0;
	}
	return m;
}

struct making {
	const struct op_ctx *c;
	struct sv container, name;
	enum table_kind kind;
	bool vector, anonymous;
};

static const struct making kinds[] = {
	{ .kind = TABLE_HASH },
	{ .kind = TABLE_MUTABLE },
	{ .kind = TABLE_MUTABLE, .vector = true },
	{ .kind = TABLE_DENSE },
	{ .kind = TABLE_HASH, .anonymous = true },
	{ .kind = TABLE_MUTABLE, .anonymous = true },
	{ .kind = TABLE_MUTABLE, .vector = true, .anonymous = true },
	{ .kind = TABLE_DENSE, .anonymous = true },
};

static bool prepare_table(const struct node *n, void *state, struct arena *a, struct err *err)
{
	const struct op_row *row = op_find(n->op);
	const struct making *m = row->data;
	enum dtype k, v;

	(void)state;
	(void)a;
	if (!node_attr_type(n, "key_dtype", &k) || !node_attr_type(n, "value_dtype", &v))
		return attr_missing(n, "key_dtype", err);
	if (values_for(m->kind, m->vector, k) & DM(v))
		return true;
	return err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
		       "%.*s (op %.*s): no kernel for tables of %s to %s", SV_ARG(n->name),
		       SV_ARG(n->op), dtype_info(k)->name, dtype_info(v)->name);
}

/* The value's shape from the attr, where the kind has one. */
static bool value_shape(struct op_ctx *c, struct table *t, const char *what)
{
	struct shape s = { 0, NULL };

	node_attr_shape(c->node, "value_shape", &s);
	if (s.rank == 1 && s.dim[0] >= 0) {
		t->vector = true;
		t->n_value = s.dim[0];
		return true;
	}
	if (s.rank == 0 && t->kind == TABLE_DENSE)
		return true;
	return op_invalid(c, "%s, got shape %s", what, op_shape(c, s.rank, s.dim));
}

static struct resource *table_new(void *arg)
{
	const struct making *m = arg;
	struct table *t = xcalloc(1, sizeof(*t));

	atomic_init(&t->r.o.refs, 1);
	t->r.o.cls = &table_class.object;
	t->r.rcls = &table_class;
	t->kind = m->kind;
	t->n_value = 1;
	node_attr_type(m->c->node, "key_dtype", &t->key);
	node_attr_type(m->c->node, "value_dtype", &t->value);
	if (!m->anonymous) {
		t->r.container = xsvdup(m->container);
		t->r.name = xsvdup(m->name);
	}
	return &t->r;
}

/* What can go wrong when a table is made goes wrong before it has a name. */
static struct resource *table_make(void *arg)
{
	const struct making *m = arg;
	struct resource *r = table_new(arg);
	struct op_ctx *c = (struct op_ctx *)m->c;
	struct table *t = (struct table *)r;
	bool ok = true;

	if (t->kind == TABLE_DENSE)
		ok = dense_load(c, t) &&
		     value_shape(c, t, "Empty value must be a scalar or a vector") &&
		     dense_init(c, t);
	else if (m->vector)
		ok = value_shape(c, t, "Default value must be a vector");
	if (ok)
		return r;
	object_unref(&r->o);
	return NULL;
}

static struct sv table_name(struct op_ctx *c)
{
	struct sv name = SV("");
	bool by_node = false;

	node_attr_str(c->node, "shared_name", &name);
	node_attr_bool(c->node, "use_node_name_sharing", &by_node);
	if (name.n)
		return name;
	return by_node ? c->node->name
		       : sv_of(arena_printf(c->scratch, "_0_%.*s", SV_ARG(c->node->name)));
}

static bool give_handle(struct op_ctx *c, struct table *t)
{
	int64_t two[1] = { 2 };
	struct tensor *h;
	bool ok;

	if (c->node->n_out > 0 && c->node->out_type[0] != DT_STRING) {
		c->out[0] = handle_tensor(&t->r.o, c->err);
		return c->out[0] != NULL;
	}
	h = op_out(c, 0, DT_STRING, 1, two);
	ok = h &&
	     tensor_str_set(h, 0, sv_of(t->r.container[0] ? t->r.container : "localhost"),
			    c->err) &&
	     tensor_str_set(h, 1, sv_of(t->r.name), c->err);
	table_release(t);
	return ok;
}

static bool run_table(struct op_ctx *c)
{
	struct making m = *(const struct making *)c->row->data;
	enum dtype key = DT_INVALID, value = DT_INVALID;
	struct resource *r;
	struct table *t;

	m.c = c;
	m.container = SV("");
	if (m.anonymous) {
		r = table_make(&m);
		return r && give_handle(c, (struct table *)r);
	}
	node_attr_str(c->node, "container", &m.container);
	m.container = container_of(m.container);
	m.name = table_name(c);
	r = c->world->resource(c->world_ctx, m.container, m.name, &table_class, table_make, &m,
			       c->err);
	if (!r)
		return false;
	t = (struct table *)r;
	node_attr_type(c->node, "key_dtype", &key);
	node_attr_type(c->node, "value_dtype", &value);
	if (t->key == key && t->value == value)
		return give_handle(c, t);
	op_invalid(c, "Conflicting key/value dtypes %s->%s with %s-%s for table %.*s",
		   dtype_text(key), dtype_text(value), dtype_text(t->key), dtype_text(t->value),
		   SV_ARG(m.name));
	table_release(t);
	return false;
}

#define TABLE(op, k, n)                                                                            \
	{                                                                                          \
		.name = op, .n_in = n, .n_out = 1, .flags = OP_STATEFUL, .prepare = prepare_table, \
		.types = { { "key_dtype", D(INT32) | D(INT64) | D(STRING) },                       \
			   { "value_dtype", D(FLOAT) | D(DOUBLE) | D(INT32) | D(INT64) |           \
						    D(STRING) | D(BOOL) | D(VARIANT) |             \
						    D(RESOURCE) } },                               \
		.run = run_table, .data = &kinds[k]                                                \
	}

static const struct op_row rows[] = {
	TABLE("HashTable", 0, 0),
	TABLE("HashTableV2", 0, 0),
	TABLE("MutableHashTable", 1, 0),
	TABLE("MutableHashTableV2", 1, 0),
	TABLE("MutableHashTableOfTensors", 2, 0),
	TABLE("MutableHashTableOfTensorsV2", 2, 0),
	TABLE("MutableDenseHashTable", 3, 1),
	TABLE("MutableDenseHashTableV2", 3, 2),
	TABLE("AnonymousHashTable", 4, 0),
	TABLE("AnonymousMutableHashTable", 5, 0),
	TABLE("AnonymousMutableHashTableOfTensors", 6, 0),
	TABLE("AnonymousMutableDenseHashTable", 7, 2),
};

OP_FAMILY(family_table, rows);
