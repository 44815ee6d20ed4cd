/*
 * Lookup tables as resources. Ownership: as variables (see var.h): handles and the world hold
 * references to the object, the object owns its content, a persistent map that snapshots share.
 *
 *   HASH, MUTABLE   content: a key's bytes to its value's
 *   DENSE           content: a bucket's number to the value's bytes and (aux) the key's; a bucket
 * that is not in the map is empty
 *
 * Bytes of a key or value: one element as it lies in a tensor (of a single string: its bytes); of a
 * vector of numbers or objects all of them; of a vector of strings each one's length (size_t), then
 * its bytes.
 */
#ifndef OPS_TABLE_H
#define OPS_TABLE_H

#include "ops/kernel.h"
#include "ops/pmap.h"

enum table_kind { TABLE_HASH, TABLE_MUTABLE, TABLE_DENSE };

struct table_value {			/* what snapshots copy */
	struct pmap map;
	bool initialized;		/* HASH: may be looked up, cannot change any more */
	int64_t buckets, entries;	/* DENSE */
};

struct table {
	struct resource r;
	enum table_kind kind;
	enum dtype key, value;
	bool vector;			/* a value is a vector of n_value elements */
	int64_t n_value;
	struct table_value v;
	/* DENSE: */
	float load;
	struct tensor *empty, *deleted;
	struct str empty_key, deleted_key;
};

extern const struct resource_class table_class;

/* Rank and dims of a key and of a value. */
int table_key_rank(const struct table *t);
const int64_t *table_key_dim(const struct table *t);
int64_t table_key_size(const struct table *t);
int table_value_rank(const struct table *t);

/* The table behind input 0, resource or V1 reference; gives a reference (for op_hold's like see
 * table_release), NULL with an error. */
struct table *table_of(struct op_ctx *c);
static inline void table_release(struct table *t)
{
	object_unref(&t->r.o);
}
void table_wrote(struct op_ctx *c, struct table *t);
/* Are inputs 1 and 2 (when there) and the output what the table holds? n_in inputs, n_out outputs.
 */
bool table_signature(struct op_ctx *c, const struct table *t, int n_in, int n_out);

/* n elements from `at` as bytes; buf is used when they do not lie together. */
struct sv table_bytes(const struct tensor *t, int64_t at, int64_t n, struct str *buf);
/* The other way: writes n elements into fresh memory of a tensor. */
bool table_put(struct tensor *t, int64_t at, int64_t n, struct sv bytes, struct err *err);
/* "a", "1", "0.5" as TensorFlow's error texts print a value. */
void table_value_text(struct str *out, enum dtype t, struct sv bytes);

/* Equal as numbers (0.0 is -0.0, a NaN is nothing) or bytes. */
bool table_value_same(enum dtype t, struct sv a, struct sv b);

/* ---- HASH (table_init.c) ---- */

/* Adds a pair; a key with another value is an error. */
bool table_init_add(struct op_ctx *c, struct table *t, struct sv key, struct sv value);
/* Once all pairs are in, n of them; the check of what was there before for a table that was
 * initialised already: *done then. */
bool table_init_begin(struct op_ctx *c, struct table *t, int64_t n, bool *done);
bool table_init_pairs(struct op_ctx *c, struct table *t, const struct tensor *keys,
		      const struct tensor *values);

/* ---- DENSE (table_dense.c) ---- */

/* While the table is made: the load factor; then, when the value's shape is known, the rest. */
bool dense_load(struct op_ctx *c, struct table *t);
bool dense_init(struct op_ctx *c, struct table *t);
bool dense_find(struct op_ctx *c, const struct table *t, const struct tensor *keys,
		const struct tensor *dflt, struct tensor *out);
bool dense_insert(struct op_ctx *c, struct table *t, const struct tensor *keys,
		  const struct tensor *values);
bool dense_remove(struct op_ctx *c, struct table *t, const struct tensor *keys);
bool dense_import(struct op_ctx *c, struct table *t, const struct tensor *keys,
		  const struct tensor *values);
bool dense_export(struct op_ctx *c, const struct table *t);

#endif
