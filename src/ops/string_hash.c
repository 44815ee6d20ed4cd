/* Strings and bytes to hashes: the StringToHashBucket ops, Fingerprint. */
#include <string.h>

#include "ops/hash.h"
#include "ops/text.h"

/* Element i, or its decimal digits in text. */
static struct sv hashed(const struct tensor *t, int64_t i, struct str *text)
{
	if (t->dtype == DT_STRING)
		return tensor_str(t, i);
	str_clear(text);
	str_addf(text, "%lld", (long long)tensor_get_i64(t, i));
	return str_sv(text);
}

static bool buckets(struct op_ctx *c, uint64_t (*hash)(const uint64_t *key, struct sv s),
		    const uint64_t *key)
{
	struct str text = STR_INIT;
	const struct tensor *in = c->in[0];
	struct tensor *out = op_out(c, 0, DT_INT64, in->rank, in->dim);
	int64_t n = 0;

	node_attr_int(c->node, "num_buckets", &n);
	if (n < 1)
		return op_invalid(c,
				  "Value for attr 'num_buckets' of %lld must be at least minimum 1",
				  (long long)n);
	for (int64_t i = 0; out && i < in->n; i++)
		((int64_t *)out->data)[i] = (int64_t)(hash(key, hashed(in, i, &text)) % (uint64_t)n);
	str_free(&text);
	return out != NULL;
}

static uint64_t plain(const uint64_t *key, struct sv s)
{
	(void)key;
	return hash64(s);
}

static uint64_t farm(const uint64_t *key, struct sv s)
{
	(void)key;
	return hash_farm64(s);
}

static bool run_plain(struct op_ctx *c)
{
	return buckets(c, plain, NULL);
}

/* TensorFlow registers the kernel for four types whose digits it then does not know. */
static bool run_fast(struct op_ctx *c)
{
	enum dtype t = c->in[0]->dtype;

	if (DM(t) & (DM(DT_UINT8) | DM(DT_UINT16) | DM(DT_UINT32) | DM(DT_UINT64)))
		return op_invalid(c, "Type not supported: %s", dtype_text(t));
	return buckets(c, farm, NULL);
}

static bool run_strong(struct op_ctx *c)
{
	const struct attr_value *items;
	uint64_t key[2];
	uint32_t n;

	if (!node_attr_list(c->node, "key", &items, &n) || n != 2)
		return op_invalid(c, "Key must have 2 elements");
	key[0] = (uint64_t)items[0].i;
	key[1] = (uint64_t)items[1].i;
	return buckets(c, hash_sip, key);
}

/* ---- Fingerprint ---- */

static void put_le(uint8_t *to, uint64_t v)
{
	for (int i = 0; i < 8; i++)
		to[i] = (uint8_t)(v >> 8 * i);
}

/* The hash of row i: of a number's bytes; of one string's; of several the hashes' bytes in a row.
 */
static uint64_t row_hash(const struct tensor *t, int64_t i, int64_t per, uint8_t *temp)
{
	size_t size = dtype_info(t->dtype)->size * (size_t)per;

	if (t->dtype != DT_STRING)
		return hash_farm64((struct sv){ (char *)t->data + (size_t)i * size, size });
	if (t->rank == 1)
		return hash_farm64(tensor_str(t, i));
	for (int64_t k = 0; k < per; k++)
		put_le(temp + 8 * k, hash_farm64(tensor_str(t, i * per + k)));
	return hash_farm64((struct sv){ (char *)temp, (size_t)per * 8 });
}

static bool run_fingerprint(struct op_ctx *c)
{
	const struct tensor *in = c->in[0], *method = c->in[1];
	int64_t dim[2] = { 0, 8 }, per = 1;
	struct tensor *out;
	uint8_t *temp;

	if (method->rank != 0)
		return op_invalid(c, "`method` should be a scalar string: %s", op_in_shape(c, 1));
	if (!sv_is(tensor_str(method, 0), "farmhash64"))
		return op_invalid(c, "Unsupported fingerprint method: %.*s",
				  SV_ARG(tensor_str(method, 0)));
	if (in->rank < 1)
		return op_invalid(c, "`data` should have at least one dimension: %s",
				  op_in_shape(c, 0));
	dim[0] = in->dim[0];
	for (int d = 1; d < in->rank; d++)
		per *= in->dim[d];
	out = op_out(c, 0, DT_UINT8, 2, dim);
	temp = out && in->n ? op_temp(c, (size_t)per * 8) : NULL;
	if (!out || (in->n && !temp))
		return false;
	for (int64_t i = 0; i < dim[0]; i++)
		put_le((uint8_t *)out->data + 8 * i, row_hash(in, i, per, temp));
	return true;
}

#define DM_WHOLE                                                                                             \
	(DM(DT_INT8) | DM(DT_UINT8) | DM(DT_INT16) | DM(DT_UINT16) | DM(DT_INT32) | DM(DT_UINT32) |          \
	 DM(DT_INT64) | DM(DT_UINT64))
static const struct op_row rows[] = {
	{ .name = "StringToHashBucket", .n_in = 1, .n_out = 1, .run = run_plain },
	{ .name = "StringToHashBucketFast", .n_in = 1, .n_out = 1, .run = run_fast },
	{ .name = "StringToHashBucketStrong", .n_in = 1, .n_out = 1, .run = run_strong },
	{ .name = "_TensorToHashBucketFast", .n_in = 1, .n_out = 1, .types = { { "T", DM_WHOLE } }, .run = run_fast },
	{ .name = "Fingerprint", .n_in = 2, .n_out = 1,
	  .types = { { "T", DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING) | DM(DT_QINT8) | DM(DT_QUINT8) |
			    DM(DT_QINT16) | DM(DT_QUINT16) | DM(DT_QINT32) } },
	  .run = run_fingerprint },
};

OP_FAMILY(family_string_hash, rows);
