/* What is done with tables: find, insert, remove, size, export, import. See table.h. */
#include <stdlib.h>
#include <string.h>

#include "ops/hash.h"
#include "ops/table.h"
#include "ops/text.h"

/* ---- shapes ---- */

/* keys' shape must end with a key's; *rest gets the dims before, with room for a value's. */
static bool keys_fit(struct op_ctx *c, const struct table *t, const struct tensor *keys,
		     int64_t **rest, int *n_rest)
{
	int kr = table_key_rank(t);

	if (keys->rank < kr || (kr && keys->dim[keys->rank - 1] != table_key_dim(t)[0]))
		return op_invalid(c, "Input key shape %s must end with the table's key shape %s",
				  op_shape(c, keys->rank, keys->dim),
				  op_shape(c, kr, table_key_dim(t)));
	*rest = op_dims(c, keys, 2);
	*n_rest = keys->rank - kr;
	return true;
}

/* The shape of as many values. */
static void add_value_dims(const struct table *t, int64_t *dim, int *rank)
{
	if (t->vector)
		dim[(*rank)++] = t->n_value;
}

static bool values_fit(struct op_ctx *c, const struct table *t, const struct tensor *keys,
		       const struct tensor *values)
{
	int64_t *dim;
	int rank;

	if (!keys_fit(c, t, keys, &dim, &rank))
		return false;
	add_value_dims(t, dim, &rank);
	if (shape_eq(tensor_shape(values), (struct shape){ rank, dim }))
		return true;
	return op_invalid(c, "Expected shape %s for value, got %s", op_shape(c, rank, dim),
			  op_shape(c, values->rank, values->dim));
}

/* ---- find ---- */

static bool find(struct op_ctx *c, const struct table *t, const struct tensor *keys,
		 const struct tensor *dflt, struct tensor *out)
{
	struct str kbuf = STR_INIT, dbuf = STR_INIT;
	bool full = t->kind == TABLE_MUTABLE && dflt->n == out->n, ok = true;

	if (t->kind == TABLE_HASH && !t->v.initialized)
		return op_fail(c, ERR_FAILED_PRECONDITION, "Table not initialized.");
	if (keys->n && t->n_value && dflt->n < t->n_value)
		return op_invalid(c, "the default value is empty");
	for (int64_t i = 0; ok && i < keys->n; i++) {
		const struct pmap_entry *e = pmap_get(&t->v.map, table_bytes(keys, i, 1, &kbuf));
		int64_t at = full ? i * t->n_value : 0;

		ok = table_put(out, i * t->n_value, t->n_value,
			       e ? e->val : table_bytes(dflt, at, t->n_value, &dbuf), c->err) &&
		     (i % 65536 || c->world->go_on(c->world_ctx, c->err));
	}
	str_free(&kbuf);
	str_free(&dbuf);
	return ok;
}

static bool find_checked(struct op_ctx *c, const struct table *t)
{
	const struct tensor *keys = c->in[1], *dflt = c->in[2];
	int64_t *dim;
	struct tensor *out;
	int rank;

	if (!table_signature(c, t, 3, 1) || !keys_fit(c, t, keys, &dim, &rank))
		return false;
	add_value_dims(t, dim, &rank);
	if (!shape_eq(tensor_shape(dflt), (struct shape){ table_value_rank(t), &t->n_value }) &&
	    !shape_eq(tensor_shape(dflt), (struct shape){ rank, dim }))
		return op_invalid(c, "Expected shape %s or %s for default value, got %s",
				  op_shape(c, table_value_rank(t), &t->n_value),
				  op_shape(c, rank, dim), op_in_shape(c, 2));
	out = op_out(c, 0, t->value, rank, dim);
	return out && (t->kind == TABLE_DENSE ? dense_find(c, t, keys, dflt, out) :
						find(c, t, keys, dflt, out));
}

static bool run_find(struct op_ctx *c)
{
	struct table *t = table_of(c);
	bool ok = t && find_checked(c, t);

	if (t)
		table_release(t);
	return ok;
}

/* ---- change ---- */

static bool insert_all(struct op_ctx *c, struct table *t, const struct tensor *keys,
		       const struct tensor *values)
{
	bool objects = dtype_info(t->value)->kind == DK_OBJECT, ok = true;
	struct str kbuf = STR_INIT, vbuf = STR_INIT;

	for (int64_t i = 0; ok && i < keys->n; i++)
		ok = pmap_put(&t->v.map, table_bytes(keys, i, 1, &kbuf),
			      table_bytes(values, i * t->n_value, t->n_value, &vbuf), SV(""),
			      objects ? (uint32_t)t->n_value : 0, c->err) &&
		     (i % 65536 || c->world->go_on(c->world_ctx, c->err));
	str_free(&kbuf);
	str_free(&vbuf);
	return ok;
}

static bool insert(struct op_ctx *c, struct table *t)
{
	if (!table_signature(c, t, 3, 0) || !values_fit(c, t, c->in[1], c->in[2]))
		return false;
	if (t->kind == TABLE_HASH)
		return op_fail(c, ERR_UNIMPLEMENTED,
			       "Insert not supported by InitializableLookupTable implementations");
	if (t->kind == TABLE_DENSE)
		return dense_insert(c, t, c->in[1], c->in[2]);
	return insert_all(c, t, c->in[1], c->in[2]);
}

static bool remove_keys(struct op_ctx *c, struct table *t)
{
	struct str buf = STR_INIT;
	int64_t *dim;
	int rank;

	if (!table_signature(c, t, 2, 0) || !keys_fit(c, t, c->in[1], &dim, &rank))
		return false;
	if (t->kind == TABLE_HASH)
		return op_fail(c, ERR_UNIMPLEMENTED,
			       "Remove not supported by InitializableLookupTable implementations");
	if (t->kind == TABLE_DENSE)
		return dense_remove(c, t, c->in[1]);
	for (int64_t i = 0; i < c->in[1]->n; i++)
		pmap_del(&t->v.map, table_bytes(c->in[1], i, 1, &buf));
	str_free(&buf);
	return true;
}

/* A dense table's import gives whole buckets: a scalar key or value is a vector of one there. */
static bool dense_values_fit(struct op_ctx *c, const struct table *t, const struct tensor *keys,
			     const struct tensor *values)
{
	int64_t *dim;
	int rank;

	if (!keys_fit(c, t, keys, &dim, &rank))
		return false;
	rank = keys->rank ? keys->rank - 1 : 0;
	dim[rank++] = t->n_value;
	if (shape_eq(tensor_shape(values), (struct shape){ rank, dim }))
		return true;
	return op_invalid(c, "Expected shape %s for value, got %s", op_shape(c, rank, dim),
			  op_shape(c, values->rank, values->dim));
}

static bool import(struct op_ctx *c, struct table *t)
{
	const struct tensor *keys = c->in[1], *values = c->in[2];

	if (!table_signature(c, t, 3, 0))
		return false;
	if (t->kind == TABLE_DENSE)
		return dense_values_fit(c, t, keys, values) && dense_import(c, t, keys, values);
	if (!values_fit(c, t, keys, values))
		return false;
	if (t->kind == TABLE_HASH)
		return table_init_pairs(c, t, keys, values);
	pmap_clear(&t->v.map);
	return insert_all(c, t, keys, values);
}

static bool changing(struct op_ctx *c, bool (*fn)(struct op_ctx *c, struct table *t))
{
	struct table *t = table_of(c);
	bool ok = t && fn(c, t);

	if (!t)
		return false;
	table_wrote(c, t);		/* also after a failure: what came before it is in */
	table_release(t);
	return ok;
}

static bool run_insert(struct op_ctx *c)
{
	return changing(c, insert);
}

static bool run_remove(struct op_ctx *c)
{
	return changing(c, remove_keys);
}

static bool run_import(struct op_ctx *c)
{
	return changing(c, import);
}

/* ---- size and export ---- */

static bool run_size(struct op_ctx *c)
{
	struct table *t = table_of(c);
	struct tensor *out = t ? op_out(c, 0, DT_INT64, 0, NULL) : NULL;

	if (out)
		*(int64_t *)out->data = t->kind == TABLE_DENSE ? t->v.entries :
					t->kind == TABLE_HASH && !t->v.initialized ? 0 : t->v.map.n;
	if (t)
		table_release(t);
	return out != NULL;
}

/*
 * The order in which TensorFlow exports a mutable table is that of libstdc++'s unordered_map: one
 * list, a new node goes behind its bucket's first predecessor, or to the front when the bucket is
 * empty; at certain sizes all are dealt out again. Played through here for the keys in the order
 * they came (after a removal TensorFlow's order may be another one).
 */
static const int64_t primes[] = {
	13, 29, 59, 127, 257, 541, 1109, 2357, 5087, 10273, 20753, 42043, 85229, 172933, 351061, 712697,
	1447153, 2938679, 5967347, 12117689, 24607243, 49969847, 101473717,
};
enum { N_PRIMES = sizeof(primes) / sizeof(primes[0]) };

struct chain {
	int64_t n;			/* buckets; node 0 is before the first, key i is node i + 1 */
	int64_t *next, *before;		/* by node; by bucket, -1: empty */
	const uint64_t *hash;		/* by node */
};

static void chain_add(struct chain *h, int64_t node)
{
	int64_t b = (int64_t)(h->hash[node] % (uint64_t)h->n), first = h->next[0];

	if (h->before[b] >= 0) {
		h->next[node] = h->next[h->before[b]];
		h->next[h->before[b]] = node;
		return;
	}
	h->next[node] = first;
	h->next[0] = node;
	if (first)
		h->before[h->hash[first] % (uint64_t)h->n] = node;
	h->before[b] = 0;
}

static void chain_rehash(struct chain *h, int64_t n)
{
	int64_t node = h->next[0], after;

	h->n = n;
	for (int64_t b = 0; b < n; b++)
		h->before[b] = -1;
	for (h->next[0] = 0; node; node = after) {
		after = h->next[node];
		chain_add(h, node);
	}
}

/* list[] in that order into order[]; false: no memory. */
static bool export_order(const struct table *t, const struct pmap_entry **list, int64_t n)
{
	int last = 0;
	struct chain h = { 0 };
	uint64_t *hash = malloc(((size_t)n + 1) * sizeof(*hash));
	const struct pmap_entry **copy = malloc(((size_t)n + 1) * sizeof(*copy));
	bool ok;

	while (last < N_PRIMES - 1 && primes[last] < n)
		last++;
	h.next = calloc((size_t)n + 1, sizeof(int64_t));
	h.before = malloc((size_t)primes[last] * sizeof(int64_t));
	h.hash = hash;
	ok = hash && copy && h.next && h.before;
	for (int64_t i = 0, p = 0; ok && i < n; i++) {
		int32_t small;

		copy[i] = list[i];
		if (t->key == DT_STRING) {
			hash[i + 1] = hash64(list[i]->key);
		} else if (t->key == DT_INT32) {
			memcpy(&small, list[i]->key.p, sizeof(small));
			hash[i + 1] = (uint64_t)small;
		} else {
			memcpy(&hash[i + 1], list[i]->key.p, sizeof(*hash));
		}
		if (i == 0 || (i >= h.n && p < last))
			chain_rehash(&h, primes[i == 0 ? 0 : ++p]);
		chain_add(&h, i + 1);
	}
	for (int64_t i = 0, node = ok ? h.next[0] : 0; node; node = h.next[node])
		list[i++] = copy[node - 1];
	free(hash);
	free(copy);
	free(h.next);
	free(h.before);
	return ok;
}

static bool export_map(struct op_ctx *c, const struct table *t)
{
	int64_t n = t->v.map.n, dim[2] = { n, t->n_value };
	struct tensor *keys = op_out(c, 0, t->key, 1, dim);
	struct tensor *values = op_out(c, 1, t->value, 1 + table_value_rank(t), dim);
	const struct pmap_entry **list = keys && values ? pmap_list(&t->v.map) : NULL;
	bool ok = list && (t->kind == TABLE_HASH || export_order(t, list, n));

	if (keys && values && !ok)
		op_fail(c, ERR_RESOURCE_EXHAUSTED, "no memory for a table's list");
	for (int64_t i = 0; ok && i < n; i++)
		ok = table_put(keys, i, 1, list[i]->key, c->err) &&
		     table_put(values, i * t->n_value, t->n_value, list[i]->val, c->err);
	free(list);
	return ok;
}

static bool export_checked(struct op_ctx *c, const struct table *t)
{
	enum dtype k = DT_INVALID, v = DT_INVALID;

	node_attr_type(c->node, "Tkeys", &k);
	node_attr_type(c->node, "Tvalues", &v);
	if (k != t->key || v != t->value)
		return op_invalid(c, "the table maps %s to %s, not %s to %s", dtype_text(t->key),
				  dtype_text(t->value), dtype_text(k), dtype_text(v));
	if (t->kind == TABLE_DENSE)
		return dense_export(c, t);
	if (t->kind == TABLE_HASH && !t->v.initialized)
		return op_fail(c, ERR_ABORTED, "HashTable is not initialized.");
	return export_map(c, t);
}

static bool run_export(struct op_ctx *c)
{
	struct table *t = table_of(c);
	bool ok = t && export_checked(c, t);

	if (t)
		table_release(t);
	return ok;
}

#define ROW(op, in, out, fn) \
	{ .name = op, .n_in = in, .n_out = out, .flags = OP_STATEFUL, .run = fn }

static const struct op_row rows[] = {
	ROW("LookupTableFind", 3, 1, run_find),
	ROW("LookupTableFindV2", 3, 1, run_find),
	ROW("LookupTableInsert", 3, 0, run_insert),
	ROW("LookupTableInsertV2", 3, 0, run_insert),
	ROW("LookupTableRemoveV2", 2, 0, run_remove),
	ROW("LookupTableSize", 1, 1, run_size),
	ROW("LookupTableSizeV2", 1, 1, run_size),
	ROW("LookupTableExport", 1, 2, run_export),
	ROW("LookupTableExportV2", 1, 2, run_export),
	ROW("LookupTableImport", 3, 0, run_import),
	ROW("LookupTableImportV2", 3, 0, run_import),
};

OP_FAMILY(family_table_ops, rows);
