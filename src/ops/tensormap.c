/* TensorMaps: tensors by tensor, behind a variant; a changed map is another object over shared lists. */
#include <stdlib.h>
#include <string.h>

#include "ops/plist.h"
#include "ops/tensorlist.h"

struct tmap {
	struct object o;
	struct plist key, value;
};

static void map_destroy(struct object *o)
{
	struct tmap *m = (struct tmap *)o;

	plist_free(&m->key);
	plist_free(&m->value);
	free(m);
}

static void map_describe(const struct object *o, struct str *out)
{
	str_addf(out, "TensorMap of %lld", (long long)((const struct tmap *)o)->key.n);
}

static const struct object_class map_class = {
	.name = "TensorMap", .destroy = map_destroy, .describe = map_describe,
};

static struct tmap *map_new(const struct tmap *like)
{
	struct tmap *m = xcalloc(1, sizeof(*m));

	atomic_init(&m->o.refs, 1);
	m->o.cls = &map_class;
	if (like) {
		m->key = plist_copy(&like->key);
		m->value = plist_copy(&like->value);
	}
	return m;
}

static struct tmap *map_in(struct op_ctx *c)
{
	const struct tensor *t = c->in[0];
	struct object *o = t->n > 0 ? *(struct object **)t->data : NULL;

	if (t->rank != 0) {
		op_invalid(c, "Input map must be a scalar. Saw: %s", op_in_shape(c, 0));
		return NULL;
	}
	if (!o || o->cls != &map_class) {
		op_invalid(c, "Input handle is not a map. Saw: '%s'", variant_text(c, o));
		return NULL;
	}
	return (struct tmap *)o;
}

static int64_t find(const struct tmap *m, const struct tensor *key)
{
	for (int64_t i = 0; i < m->key.n; i++)
		if (tensor_same(plist_get(&m->key, i), key))
			return i;
	return -1;
}

static bool not_found(struct op_ctx *c, const char *what)
{
	struct str s = STR_INIT;

	op_summarize(&s, c->in[1], 100);
	op_invalid(c, "Trying to %s. Could not find key \"%s\".", what, str_z(&s));
	str_free(&s);
	return false;
}

static bool run_empty(struct op_ctx *c)
{
	return variant_out(c, 0, &map_new(NULL)->o);
}

static bool run_size(struct op_ctx *c)
{
	struct tmap *m = map_in(c);
	struct tensor *out = m ? op_out(c, 0, DT_INT32, 0, NULL) : NULL;

	if (out)
		*(int32_t *)out->data = (int32_t)m->key.n;
	return out != NULL;
}

static bool run_insert(struct op_ctx *c)
{
	struct tmap *m = map_in(c);
	int64_t i;

	if (!m)
		return false;
	m = map_new(m);
	i = find(m, c->in[1]);
	if (i < 0) {
		plist_push(&m->key, tensor_ref(c->in[1]));
		plist_push(&m->value, tensor_ref(c->in[2]));
	} else {
		plist_set(&m->value, i, tensor_ref(c->in[2]));
	}
	return variant_out(c, 0, &m->o);
}

static bool run_lookup(struct op_ctx *c)
{
	struct tmap *m = map_in(c);
	int64_t i = m ? find(m, c->in[1]) : -1;

	if (!m)
		return false;
	if (i < 0)
		return not_found(c, "lookup non-existent key");
	return op_out_ref(c, 0, plist_get(&m->value, i));
}

static bool run_erase(struct op_ctx *c)
{
	struct tmap *m = map_in(c);
	int64_t i = m ? find(m, c->in[1]) : -1, last;

	if (!m)
		return false;
	if (i < 0)
		return not_found(c, "erase non-existent item");
	m = map_new(m);
	last = m->key.n - 1;
	plist_set(&m->key, i, tensor_ref(plist_get(&m->key, last)));
	plist_set(&m->value, i, tensor_ref(plist_get(&m->value, last)));
	plist_resize(&m->key, last);
	plist_resize(&m->value, last);
	return variant_out(c, 0, &m->o);
}

static bool run_has(struct op_ctx *c)
{
	struct tmap *m = map_in(c);
	struct tensor *out = m ? op_out(c, 0, DT_BOOL, 0, NULL) : NULL;

	if (out)
		*(uint8_t *)out->data = find(m, c->in[1]) >= 0;
	return out != NULL;
}

static bool run_keys(struct op_ctx *c)
{
	struct tmap *m = map_in(c);
	enum dtype t = DT_INVALID;
	const struct tensor *first;
	struct tensor *out;
	int64_t *dim;

	if (!m)
		return false;
	node_attr_type(c->node, "key_dtype", &t);
	if (m->key.n == 0)
		return op_invalid(c, "TensorMapStackKeys cannot be called on empty map.");
	first = plist_get(&m->key, 0);
	if (first->rank + 1 > SHAPE_MAX_RANK)
		return op_invalid(c, "keys of rank %d cannot be stacked", first->rank);
	dim = arena_array(c->scratch, (size_t)first->rank + 1, sizeof(*dim));
	dim[0] = m->key.n;
	memcpy(dim + 1, first->dim, (size_t)first->rank * sizeof(*dim));
	out = op_out(c, 0, t, first->rank + 1, dim);
	for (int64_t i = 0; out && i < m->key.n; i++) {
		const struct tensor *k = plist_get(&m->key, i);

		if (k->dtype != t || !shape_eq(tensor_shape(k), tensor_shape(first)))
			return op_invalid(c, "Key does not match requested dtype.");
		if (!el_copy(t, (char *)out->data + (size_t)(i * first->n) * dtype_info(t)->size, k->data, k->n,
			     c->err))
			return false;
	}
	return out != NULL;
}

static const struct op_row rows[] = {
	{ .name = "EmptyTensorMap", .n_in = 0, .n_out = 1, .run = run_empty },
	{ .name = "TensorMapSize", .n_in = 1, .n_out = 1, .run = run_size },
	{ .name = "TensorMapInsert", .n_in = 3, .n_out = 1, .run = run_insert },
	{ .name = "TensorMapLookup", .n_in = 2, .n_out = 1, .run = run_lookup },
	{ .name = "TensorMapErase", .n_in = 2, .n_out = 1, .run = run_erase },
	{ .name = "TensorMapHasKey", .n_in = 2, .n_out = 1, .run = run_has },
	{ .name = "TensorMapStackKeys", .n_in = 1, .n_out = 1, .run = run_keys },
};

OP_FAMILY(family_tensormap, rows);
