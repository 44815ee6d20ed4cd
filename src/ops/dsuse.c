/* Ops that look at a dataset without pulling it, and what those that pull all of it do with the elements. */
#include "ops/dsuse.h"

#include <stdlib.h>
#include <string.h>

#include "base/wireput.h"
#include "codec/crc32c.h"
#include "ops/dsfile.h"
#include "ops/fileio.h"
#include "ops/table.h"
#include "ops/tensorlist.h"
#include "proto/wire.h"

static bool one_of(const char *op, const char *const *names, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (ds_is_version(sv_of(names[k]), sv_of(op)))
			return true;
	return false;
}

#define ONE_OF(op, names) one_of(op, names, sizeof(names) / sizeof((names)[0]))

/* ---- elements by their number ---- */

static bool picks(struct op_ctx *c, const struct ds *d)
{
	static const char *const can[] = { "TakeDataset", "SkipDataset", "RepeatDataset", "ShardDataset",
					   "PrefetchDataset", "CacheDataset", "OptionsDataset", "MapDataset",
					   "ParallelMapDataset", "ConcatenateDataset", "ZipDataset", "BatchDataset",
					   "ListDataset", "TensorDataset", "TensorSliceDataset", "RangeDataset" };

	if (ds_is_version(SV("ShuffleDataset"), sv_of(d->op)))
		return op_fail(c, ERR_UNIMPLEMENTED, "the element of a shuffled dataset by its number");
	if (!c->world->go_on(c->world_ctx, c->err))
		return false;
	if (!ONE_OF(d->op, can))
		return op_fail(c, ERR_UNIMPLEMENTED, "Random access is not implemented for this dataset.");
	for (int k = 0; k < d->n_in; k++)
		if (!picks(c, d->in[k]))
			return false;
	return true;
}

bool ds_may_pick(struct op_ctx *c, const struct ds *d, int64_t at)
{
	int64_t n = ds_count(d);

	if (!picks(c, d))
		return false;
	if (n < 0)
		return op_fail(c, ERR_FAILED_PRECONDITION,
			       "Dataset of type %sOp::Dataset has %s cardinality, which does "
			       "not support random access.",
			       d->op, n == CARD_INFINITE ? "infinite" : "unknown");
	return (at >= 0 && at < n) || op_fail(c, ERR_OUT_OF_RANGE, "Index out of range [0, %lld):%lld", (long long)n,
					      (long long)at);
}

/* ---- the size of batches ---- */

static int64_t batch_size(struct op_ctx *c, const struct ds *d)
{
	static const char *const batches[] = { "BatchDataset", "PaddedBatchDataset", "MapAndBatchDataset",
					       "ExperimentalMapAndBatchDataset" };
	static const char *const several[] = { "ConcatenateDataset", "ZipDataset" };
	static const char *const through[] = { "AssertCardinalityDataset", "CacheDataset", "FilterDataset",
					       "ModelDataset", "OptimizeDataset", "OptionsDataset",
					       "ParseExampleDataset", "PrefetchDataset", "RepeatDataset",
					       "ShardDataset", "ShuffleAndRepeatDataset", "ShuffleDataset",
					       "SkipDataset", "TakeDataset" };
	int64_t n;

	if (ONE_OF(d->op, batches))
		return d->a;
	if (!d->n_in || (!ONE_OF(d->op, several) && !ONE_OF(d->op, through)))
		return -1;
	if (!c->world->go_on(c->world_ctx, c->err))
		return -1;
	n = batch_size(c, d->in[0]);
	for (int k = 1; k < d->n_in; k++)
		if (batch_size(c, d->in[k]) != n)
			return -1;
	return n;
}

static bool run_batch_size(struct op_ctx *c)
{
	struct ds *d = ds_in(c, 0);

	int64_t n = d ? batch_size(c, d) : -1;

	c->out[0] = d && !err_is(c->err) ? tensor_scalar_i64(DT_INT64, n, c->err) : NULL;
	return c->out[0] != NULL;
}

/* ---- options: messages that hold messages and numbers ---- */

enum { MOST_FIELDS = 64, MOST_BYTES = 1 << 20 };

/* The message that all of them make together, fields in order; depth: how deep it may go. */
static bool put_merged(struct str *out, struct sv all, int depth)
{
	bool ok = true;

	for (uint32_t num = 1; ok && num < MOST_FIELDS; num++) {
		struct wire w = wire_of(all);
		struct wire_field f, last = { 0 };
		struct str sub = STR_INIT, merged = STR_INIT;
		bool any = false;

		while (wire_next(&w, &f))
			if (f.num == num) {
				any = true;
				last = f;
				if (f.type == WIRE_LEN)
					str_add(&sub, f.s);
			}
		ok = !w.bad && depth > 0;
		if (ok && any && last.type == WIRE_LEN) {
			ok = put_merged(&merged, str_sv(&sub), depth - 1);
			put_len(out, (int)num, ok ? str_sv(&merged) : last.s);
			ok = true;
		} else if (ok && any && last.type == WIRE_VARINT) {
			put_varint(out, (uint64_t)num << 3);
			put_varint(out, last.v);
		}
		str_free(&sub);
		str_free(&merged);
	}
	return ok;
}

/* Those of d's inputs first: what comes later says more. */
static void collect(struct op_ctx *c, const struct ds *d, struct str *all)
{
	for (int k = 0; k < d->n_in && all->n < MOST_BYTES && c->world->go_on(c->world_ctx, c->err); k++)
		collect(c, d->in[k], all);
	if (ds_is_version(SV("OptionsDataset"), sv_of(d->op)) && d->n_val > 0)
		str_add(all, tensor_str(d->val[0], 0));
}

static bool run_options(struct op_ctx *c)
{
	struct ds *d = ds_in(c, 0);
	struct str all = STR_INIT, out = STR_INIT;

	if (d) {
		collect(c, d, &all);
		put_merged(&out, str_sv(&all), 8);
		c->out[0] = err_is(c->err) ? NULL : tensor_scalar_str(str_sv(&out), c->err);
	}
	str_free(&all);
	str_free(&out);
	return c->out[0] != NULL;
}

/* ---- into a table ---- */

bool ds_fits_table(struct op_ctx *c)
{
	struct table *t = table_of(c);
	const struct ds *d = t ? ds_in(c, 1) : NULL;
	bool ok = d != NULL;

	if (ok && t->kind != TABLE_HASH)
		ok = op_invalid(c, "Table %s %s is not initializable",
				t->r.container && t->r.container[0] ? t->r.container : "localhost",
				t->r.name ? t->r.name : "");
	if (ok && d->n_types != 2)
		ok = op_invalid(c, "Dataset should have two output types only");
	if (ok && d->type[0] != t->key)
		ok = op_invalid(c, "Key dtype expected: %d but obtained: %d from the dataset", t->key, d->type[0]);
	if (ok && d->type[1] != t->value)
		ok = op_invalid(c, "Value dtype expected: %d but obtained: %d from the dataset", t->value, d->type[1]);
	for (int k = 0; ok && k < 2; k++)
		if (d->shape[k].rank > 0)
			ok = op_invalid(c, "Expected scalar for key. Obtained: %s", pshape_text(c, d->shape[k]));
	if (t)
		table_release(t);
	return ok;
}

static bool add_pairs(struct op_ctx *c, struct table *t, const struct plist *pairs)
{
	struct str a = STR_INIT, b = STR_INIT;
	bool ok = true;

	for (int64_t k = 0; ok && k + 1 < pairs->n; k += 2) {
		const struct tensor *key = plist_get(pairs, k), *val = plist_get(pairs, k + 1);

		ok = key->dtype == t->key && val->dtype == t->value && key->n == 1 && val->n == 1 ?
			     table_init_add(c, t, table_bytes(key, 0, 1, &a), table_bytes(val, 0, 1, &b)) :
			     op_invalid(c, "an element that is no key and value");
	}
	str_free(&a);
	str_free(&b);
	return ok;
}

bool ds_fill_table(struct op_ctx *c, const struct plist *pairs)
{
	struct table *t = table_of(c);
	bool ok;

	if (!t)
		return false;
	if (!pairs->n)
		ok = op_fail(c, ERR_OUT_OF_RANGE, "end of iterator");
	else
		ok = t->v.initialized || add_pairs(c, t, pairs);	/* filled before: it stays as it is */
	t->v.initialized = t->v.initialized || ok;
	table_wrote(c, t);
	table_release(t);
	return ok;
}

/* ---- into a file of records ---- */

bool ds_fits_records(struct op_ctx *c)
{
	struct ds *d = ds_in(c, 0);
	struct sv name, pack;

	if (!d || !dsfile_string(c, "filename", &name) || !dsfile_string(c, "compression_type", &pack))
		return false;
	if (pack.n && dsfile_pack_of(pack) != PACK_UNKNOWN)
		return op_fail(c, ERR_UNIMPLEMENTED, "records packed with %.*s; smtui writes plain ones", SV_ARG(pack));
	if (d->n_types != 1)
		return op_invalid(c, "ToTFRecordOp currently only support datasets of 1 single column, but got %d",
				  d->n_types);
	return d->type[0] == DT_STRING ||
	       op_invalid(c, "ToTFRecordOp currently only supports DT_STRING dataypes, but got %s",
			  op_type_text(c, d->type[0]));
}

static void put_fixed64(struct str *s, uint64_t v)
{
	put_fixed32(s, (uint32_t)v);
	put_fixed32(s, (uint32_t)(v >> 32));
}

bool ds_write_records(struct op_ctx *c, const struct plist *records)
{
	struct str all = STR_INIT;
	bool ok = true;

	for (int64_t k = 0; ok && k < records->n; k++) {
		const struct tensor *t = plist_get(records, k);
		struct sv v = t->dtype == DT_STRING && t->n > 0 ? tensor_str(t, 0) : SV("");

		ok = (t->dtype == DT_STRING && t->n == 1) || op_invalid(c, "a record that is no string");
		put_fixed64(&all, v.n);
		put_fixed32(&all, crc32c_mask(crc32c(0, all.p + all.n - 8, 8)));
		str_add(&all, v);
		put_fixed32(&all, crc32c_mask(crc32c(0, v.p, v.n)));
	}
	ok = ok && file_write(c, tensor_str(c->in[1], 0), str_sv(&all), false);
	str_free(&all);
	return ok;
}

/* ---- elements in a variant: nobody sees TensorFlow's snappy bytes, so the tensors are kept as they are ---- */

static bool run_compress(struct op_ctx *c)
{
	return variant_out(c, 0, optional_of_tensors(c->n_in, c->in));
}

static bool run_uncompress(struct op_ctx *c)
{
	struct object *o = c->in[0]->dtype == DT_VARIANT && c->in[0]->n > 0 ? *(struct object **)c->in[0]->data : NULL;
	struct tensor *const *v;
	int n;

	if (c->in[0]->rank != 0 || !optional_has_value(o))
		return op_invalid(c, "Tensor must be a compressed element: a scalar variant of one");
	v = optional_tensors(o, &n);
	if (n != c->n_out)
		return op_fail(c, ERR_FAILED_PRECONDITION, "Expected %d outputs from uncompress, but got %d", c->n_out,
			       n);
	for (int k = 0; k < n; k++) {
		if (v[k]->dtype != c->node->out_type[k])
			return op_fail(c, ERR_FAILED_PRECONDITION,
				       "Expected a tensor of type %s but got a tensor of type %s",
				       op_type_text(c, c->node->out_type[k]), op_type_text(c, v[k]->dtype));
		if (!op_out_ref(c, k, v[k]))
			return false;
	}
	return true;
}

static const struct op_row rows[] = {
	{ .name = "CompressElement", .n_in = -1, .n_out = 1, .run = run_compress },
	{ .name = "UncompressElement", .n_in = 1, .n_out = -1, .run = run_uncompress },
	{ .name = "ComputeBatchSize", .n_in = 1, .n_out = 1, .flags = OP_STATEFUL, .run = run_batch_size },
	{ .name = "GetOptions", .n_in = 1, .n_out = 1, .flags = OP_STATEFUL, .run = run_options },
};

OP_FAMILY(family_dsuse, rows);
