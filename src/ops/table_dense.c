/*
 * MutableDenseHashTable: open addressing with quadratic probing, bucket for bucket as TensorFlow
 * does it, because an export shows the buckets. See table.h for where the buckets are.
 */
#include <stdlib.h>
#include <string.h>

#include "ops/hash.h"
#include "ops/table.h"
#include "ops/text.h"

enum { PROBE = 1024 };			/* how often the world is asked */
#define BUCKETS_MAX (INT64_C(1) << 40)

/* Key k of a tensor that holds keys one after the other. */
struct dkey {
	struct sv bytes;
	uint64_t hash;
	int64_t bucket;			/* where it is, or where it would go */
	const struct pmap_entry *there;	/* NULL: the bucket is empty */
	bool found;
};

static uint64_t scalar_hash(const struct tensor *t, int64_t i)
{
	return t->dtype == DT_STRING ? hash64(tensor_str(t, i)) : (uint64_t)tensor_get_i64(t, i);
}

static uint64_t key_hash(const struct table *t, const struct tensor *keys, int64_t k)
{
	int64_t n = table_key_size(t);
	uint64_t h = 0;

	if (n == 1)
		return scalar_hash(keys, k);
	for (int64_t i = 0; i < n; i++)
		h = hash64_combine(h, scalar_hash(keys, k * n + i));
	return h;
}

static const struct pmap_entry *bucket_at(const struct table *t, int64_t b)
{
	return pmap_get(&t->v.map, (struct sv){ (const char *)&b, sizeof(b) });
}

static bool bucket_set(struct op_ctx *c, struct table *t, int64_t b, struct sv key, struct sv value)
{
	bool objects = dtype_info(t->value)->kind == DK_OBJECT;

	return pmap_put(&t->v.map, (struct sv){ (const char *)&b, sizeof(b) }, value, key,
			objects ? (uint32_t)t->n_value : 0, c->err);
}

/* Where the key is or would go. to_insert: a deleted bucket will do. */
static bool probe(struct op_ctx *c, const struct table *t, struct dkey *k, bool to_insert,
		  const char *what)
{
	uint64_t mask = (uint64_t)t->v.buckets - 1, b = k->hash & mask;

	k->found = false;
	for (int64_t n = 1; t->v.buckets > 0; n++) {
		k->bucket = (int64_t)b;
		k->there = bucket_at(t, k->bucket);
		k->found = k->there && sv_eq(k->there->aux, k->bytes);
		if (k->found || !k->there || sv_eq(k->there->aux, str_sv(&t->empty_key)) ||
		    (to_insert && sv_eq(k->there->aux, str_sv(&t->deleted_key))))
			return true;
		b = (b + (uint64_t)n) & mask;
		if (n >= t->v.buckets || (n % PROBE == 0 && !c->world->go_on(c->world_ctx, c->err)))
			break;
	}
	return op_fail(c, ERR_INTERNAL, "Internal error in MutableDenseHashTable %s", what);
}

/* Key i of keys; an empty or deleted key is an error. */
static bool key_of(struct op_ctx *c, const struct table *t, const struct tensor *keys, int64_t i,
		   struct str *buf, struct dkey *k)
{
	int64_t n = table_key_size(t);

	k->bytes = table_bytes(keys, i * n, n, buf);
	k->hash = key_hash(t, keys, i);
	if (sv_eq(k->bytes, str_sv(&t->empty_key)))
		return op_invalid(c, "Using the empty_key as a table key is not allowed");
	if (sv_eq(k->bytes, str_sv(&t->deleted_key)))
		return op_invalid(c, "Using the deleted_key as a table key is not allowed");
	return true;
}

/* How many keys: the first dimension; the rest must be a key's shape. */
static bool keys_count(struct op_ctx *c, const struct table *t, const struct tensor *keys,
		       int64_t one, int64_t *n)
{
	int64_t dim[2];

	*n = keys->rank ? keys->dim[0] : one;
	if (keys->n == *n * table_key_size(t))
		return true;
	dim[0] = *n;
	if (table_key_rank(t))
		dim[1] = table_key_dim(t)[0];
	return op_invalid(c, "Expected key shape %s got %s",
			  op_shape(c, 1 + table_key_rank(t), dim),
			  op_shape(c, keys->rank, keys->dim));
}

/* ---- making one ---- */

bool dense_load(struct op_ctx *c, struct table *t)
{
	struct str s = STR_INIT;

	node_attr_float(c->node, "max_load_factor", &t->load);
	if (t->load > 0 && t->load < 1)
		return true;
	text_of_float(&s, t->load, false);
	op_invalid(c, "max_load_factor must be between 0 and 1, got: %s", str_z(&s));
	str_free(&s);
	return false;
}

bool dense_init(struct op_ctx *c, struct table *t)
{
	struct str buf = STR_INIT;
	int64_t buckets = 0;

	if (c->n_in < 2) /* V1: TensorFlow's kernel wants it, its definition has none */
		return op_invalid(c, "Unknown input name: deleted_key");
	if (c->in[0]->dtype != t->key || c->in[1]->dtype != t->key)
		return op_invalid(c, "empty_key is %s, the table's keys are %s",
				  dtype_info(c->in[0]->dtype)->name, dtype_info(t->key)->name);
	if (c->in[0]->rank > 1)
		return op_invalid(c, "Empty key must be a scalar or a vector, got shape %s",
				  op_in_shape(c, 0));
	if (!shape_eq(tensor_shape(c->in[0]), tensor_shape(c->in[1])))
		return op_invalid(
			c, "Empty and deleted keys must have same shape, got shapes: %s and %s",
			op_in_shape(c, 0), op_in_shape(c, 1));
	t->empty = tensor_ref(c->in[0]);
	t->deleted = tensor_ref(c->in[1]);
	str_add(&t->empty_key, table_bytes(t->empty, 0, t->empty->n, &buf));
	str_add(&t->deleted_key, table_bytes(t->deleted, 0, t->deleted->n, &buf));
	str_free(&buf);
	if (sv_eq(str_sv(&t->empty_key), str_sv(&t->deleted_key)))
		return op_invalid(c, "Empty and deleted keys cannot be equal");
	node_attr_int(c->node, "initial_num_buckets", &buckets);
	if (buckets < 4 || buckets & (buckets - 1))
		return op_invalid(
			c, "Number of buckets must be at least 4 and a power of 2, got: %lld",
			(long long)buckets);
	if (buckets > BUCKETS_MAX)
		return op_fail(c, ERR_RESOURCE_EXHAUSTED, "a table of %lld buckets",
			       (long long)buckets);
	t->v.buckets = buckets;
	return true;
}

/* ---- the operations ---- */

bool dense_find(struct op_ctx *c, const struct table *t, const struct tensor *keys,
		const struct tensor *dflt, struct tensor *out)
{
	struct str buf = STR_INIT, dbuf = STR_INIT;
	struct sv other;
	struct dkey k;
	int64_t n;
	bool ok = keys_count(c, t, keys, 1, &n);

	if (ok && dflt->n < t->n_value)
		ok = op_invalid(c, "the default value has %lld elements, a value %lld",
				(long long)dflt->n, (long long)t->n_value);
	other = ok ? table_bytes(dflt, 0, t->n_value, &dbuf) : SV("");
	for (int64_t i = 0; ok && i < n; i++)
		ok = key_of(c, t, keys, i, &buf, &k) && probe(c, t, &k, false, "lookup") &&
		     table_put(out, i * t->n_value, t->n_value, k.found ? k.there->val : other,
			       c->err);
	str_free(&buf);
	str_free(&dbuf);
	return ok;
}

static int by_bucket(const void *a, const void *b)
{
	int64_t x, y;

	memcpy(&x, (*(const struct pmap_entry *const *)a)->key.p, sizeof(x));
	memcpy(&y, (*(const struct pmap_entry *const *)b)->key.p, sizeof(y));
	return (x > y) - (x < y);
}

/* The hash of a key that is in the table, from its bytes. */
static uint64_t stored_hash(const struct table *t, struct sv key)
{
	int64_t n = table_key_size(t), v;
	uint64_t h = 0, one;
	size_t len;

	if (n == 1 && t->key == DT_STRING)
		return hash64(key);
	for (int64_t i = 0; i < n; i++) {
		if (t->key == DT_STRING) {
			memcpy(&len, key.p, sizeof(len));
			one = hash64((struct sv){ key.p + sizeof(len), len });
			key = sv_sub(key, sizeof(len) + len, key.n);
		} else if (t->key == DT_INT32) {
			int32_t small;

			memcpy(&small, key.p + i * 4, sizeof(small));
			one = (uint64_t)small;
		} else {
			memcpy(&v, key.p + i * 8, sizeof(v));
			one = (uint64_t)v;
		}
		h = n == 1 ? one : hash64_combine(h, one);
	}
	return h;
}

/* All entries into fresh buckets, in the order of the old ones. */
static bool rebucket(struct op_ctx *c, struct table *t, int64_t buckets)
{
	struct pmap old = t->v.map;
	const struct pmap_entry **list = pmap_list(&old);
	bool ok = list != NULL;

	if (!ok)
		return op_fail(c, ERR_RESOURCE_EXHAUSTED, "no memory for a table's buckets");
	qsort(list, (size_t)old.n, sizeof(*list), by_bucket);
	t->v.map = (struct pmap)PMAP_INIT;
	t->v.buckets = buckets;
	t->v.entries = 0;
	for (int64_t i = 0; ok && i < old.n; i++) {
		struct dkey k = { .bytes = list[i]->aux };

		if (sv_eq(k.bytes, str_sv(&t->deleted_key)) ||
		    sv_eq(k.bytes, str_sv(&t->empty_key)))
			continue;
		k.hash = stored_hash(t, k.bytes);
		ok = probe(c, t, &k, true, "insert") &&
		     bucket_set(c, t, k.bucket, k.bytes, list[i]->val);
		t->v.entries++;
	}
	free(list);
	pmap_clear(&old);
	return ok;
}

static bool grow(struct op_ctx *c, struct table *t, int64_t n)
{
	int64_t buckets = t->v.buckets;

	while ((float)(t->v.entries + n) > (float)buckets * t->load) {
		buckets <<= 1;
		if (buckets <= 0 || buckets > BUCKETS_MAX)
			return op_fail(c, ERR_RESOURCE_EXHAUSTED, "a table of too many buckets");
	}
	return buckets == t->v.buckets || rebucket(c, t, buckets);
}

bool dense_insert(struct op_ctx *c, struct table *t, const struct tensor *keys,
		  const struct tensor *values)
{
	struct str kbuf = STR_INIT, vbuf = STR_INIT;
	struct dkey k;
	int64_t n;
	bool ok = keys_count(c, t, keys, 0, &n) && grow(c, t, n);

	for (int64_t i = 0; ok && i < n; i++) {
		ok = key_of(c, t, keys, i, &kbuf, &k) && probe(c, t, &k, true, "insert") &&
		     bucket_set(c, t, k.bucket, k.bytes,
				table_bytes(values, i * t->n_value, t->n_value, &vbuf));
		t->v.entries += ok && !k.found;
	}
	str_free(&kbuf);
	str_free(&vbuf);
	return ok;
}

bool dense_remove(struct op_ctx *c, struct table *t, const struct tensor *keys)
{
	struct str buf = STR_INIT, val = STR_INIT;
	struct dkey k;
	int64_t n;
	bool ok = keys_count(c, t, keys, 0, &n);

	for (int64_t i = 0; ok && i < n; i++) {
		ok = key_of(c, t, keys, i, &buf, &k) && probe(c, t, &k, false, "remove");
		if (!ok || !k.found)
			continue;
		str_clear(&val);
		str_add(&val, k.there->val);
		ok = bucket_set(c, t, k.bucket, str_sv(&t->deleted_key), str_sv(&val));
		t->v.entries--;
	}
	str_free(&buf);
	str_free(&val);
	return ok;
}

bool dense_import(struct op_ctx *c, struct table *t, const struct tensor *keys,
		  const struct tensor *values)
{
	struct str kbuf = STR_INIT, vbuf = STR_INIT;
	int64_t size = table_key_size(t);
	bool ok = true;

	if (keys->rank != 2 || keys->n != keys->dim[0] * size ||
	    values->n != keys->dim[0] * t->n_value)
		return op_invalid(c, "buckets of shape %s and %s do not fit the table",
				  op_shape(c, keys->rank, keys->dim),
				  op_shape(c, values->rank, values->dim));
	pmap_clear(&t->v.map);
	t->v.buckets = keys->dim[0];
	t->v.entries = 0;
	for (int64_t i = 0; ok && i < t->v.buckets; i++) {
		struct sv key = table_bytes(keys, i * size, size, &kbuf);

		if (!sv_eq(key, str_sv(&t->empty_key)) && !sv_eq(key, str_sv(&t->deleted_key)))
			t->v.entries++;
		ok = bucket_set(c, t, i, key,
				table_bytes(values, i * t->n_value, t->n_value, &vbuf));
	}
	str_free(&kbuf);
	str_free(&vbuf);
	return ok;
}

bool dense_export(struct op_ctx *c, const struct table *t)
{
	int64_t size = table_key_size(t), kdim[2] = { t->v.buckets, size };
	int64_t vdim[2] = { t->v.buckets, t->n_value };
	struct tensor *keys = op_out(c, 0, t->key, 2, kdim), *values;
	bool ok = keys != NULL;

	if (ok && dtype_info(t->value)->kind == DK_STRING)
		return op_fail(c, ERR_INTERNAL, "no dense tables of strings");
	values = ok ? tensor_zeros(t->value, 2, vdim, c->err) : NULL;
	c->out[1] = values;
	ok = ok && values;
	for (int64_t b = 0; ok && b < t->v.buckets; b++) {
		const struct pmap_entry *e = bucket_at(t, b);

		ok = table_put(keys, b * size, size, e ? e->aux : str_sv(&t->empty_key), c->err) &&
		     (!e || table_put(values, b * t->n_value, t->n_value, e->val, c->err));
	}
	return ok;
}
