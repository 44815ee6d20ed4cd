/* Shuffling: rows of a tensor, and one index at a time by a small block cipher (Simon, cut short).
 */
#include <math.h>

#include "ops/random.h"

bool random_shuffle(struct op_ctx *c, const struct philox *g)
{
	const struct tensor *x = c->in[0];
	int64_t n = x->rank ? x->dim[0] : 1, row, *at;
	struct philox1 s = philox1_new(g);
	struct tensor *out;

	if (x->n <= 1 || n <= 1)
		return op_out_ref(c, 0, c->in[0]);
	if (n > INT32_MAX)
		return op_invalid(c, "too many rows to shuffle");
	at = op_temp(c, (size_t)n * sizeof(*at));
	out = at ? op_out_like(c, 0, x) : NULL;
	if (!out)
		return false;
	for (int64_t i = 0; i < n; i++)
		at[i] = i;
	for (int64_t i = 0; i < n - 1; i++) {
		int64_t k = i + philox1_next(&s) % (uint32_t)(n - i), was = at[i];

		at[i] = at[k];
		at[k] = was;
	}
	row = x->n / n;
	for (int64_t i = 0; i < n; i++) {
		size_t size = dtype_info(x->dtype)->size * (size_t)row;

		if (!el_copy(x->dtype, (char *)out->data + (size_t)i * size,
			     (const char *)x->data + (size_t)at[i] * size, row, c->err))
			return false;
	}
	return true;
}

static bool run_stateless(struct op_ctx *c)
{
	struct philox g;

	return random_of_key(c, 1, &g) && random_shuffle(c, &g);
}

/* ---- one index ---- */

enum { MAX_ROUNDS = 4096 }; /* 4 is usual */

/* A cipher of blocks of two words of `word` bits. */
struct cipher {
	int word;
	int64_t rounds;
	uint32_t *key;
};

static uint32_t word_mask(const struct cipher *k)
{
	return k->word == 32 ? UINT32_MAX : (UINT32_C(1) << k->word) - 1;
}

static uint32_t turn(const struct cipher *k, uint32_t x, int left)
{
	return (x << left | x >> (k->word - left)) & word_mask(k);
}

/* The first three keys are the seed. */
static void schedule(struct cipher *k, const uint32_t seed[3])
{
	uint32_t mask = word_mask(k), c = 0xfffffffc & mask;
	uint64_t z = UINT64_C(0x7369f885192c0ef5) & mask;

	for (int64_t i = 0; i<k->rounds; i++, z = i> 3 ? z >> 1 : z) {
		if (i < 3)
			k->key[i] = seed[i] & mask;
		else
			k->key[i] = c ^ (z & 1) ^ k->key[i - 3] ^
				    turn(k, k->key[i - 1], k->word - 3) ^
				    turn(k, k->key[i - 1], k->word - 4);
	}
}

static uint32_t mix(const struct cipher *k, uint32_t x)
{
	return (turn(k, x, 1) & turn(k, x, 8)) ^ turn(k, x, 2);
}

static uint64_t encrypt(const struct cipher *k, uint64_t v)
{
	uint32_t left = (uint32_t)(v >> k->word) & word_mask(k), right = (uint32_t)v & word_mask(k);

	for (int64_t i = 0; i < k->rounds; i += 2) {
		left ^= mix(k, right) ^ k->key[i];
		right ^= mix(k, left) ^ k->key[i + 1];
	}
	return (uint64_t)left << k->word | right;
}

/* Goes round until it is within the range again; one that was never in it may come back to itself
 * instead. */
static bool shuffled(struct op_ctx *c, struct cipher *k, uint64_t index, const uint32_t seed[3],
		     uint64_t most, uint64_t *out)
{
	int bits = most ? (int)ceil(log2((double)most)) : 0;
	uint64_t begin;

	*out = 0;
	if (!most)
		return true;
	bits += bits % 2;
	k->word = (bits < 16 ? 16 : bits > 64 ? 64 : bits) / 2;
	schedule(k, seed);
	begin = k->word == 32 ? index : index & ((UINT64_C(1) << 2 * k->word) - 1);
	*out = begin;
	for (uint64_t n = 1;; n++) {
		*out = encrypt(k, *out);
		if (*out <= most)
			return true;
		if (*out == begin)
			return op_invalid(
				c, "index %llu is beyond max_index %llu and never comes back to it",
				(unsigned long long)index, (unsigned long long)most);
		if (n % 4096 == 0 && !c->world->go_on(c->world_ctx, c->err))
			return false;
	}
}

static bool index_shapes(struct op_ctx *c, int64_t *n)
{
	const struct tensor *index = c->in[0], *seed = c->in[1], *most = c->in[2];

	*n = index->n > most->n ? index->n : most->n;
	*n = seed->n / 3 > *n ? seed->n / 3 : *n;
	if (index->rank != 0 && (index->rank != 1 || index->n != *n))
		return op_invalid(c, "Index bust be a scalar or vector.");
	if (!(seed->rank == 1 && seed->n == 3) &&
	    !(seed->rank == 2 && seed->dim[0] == *n && seed->dim[1] == 3))
		return op_invalid(c,
				  "Seed must be a vector of size [3] or a matrix of size [%lld, 3] "
				  "but got %s.",
				  (long long)*n, op_in_shape(c, 1));
	if (most->rank != 0 && (most->rank != 1 || most->n != *n))
		return op_invalid(
			c,
			"Maxval must be a scalar or a vector of the same size as index but got %s",
			op_in_shape(c, 2));
	return true;
}

static bool index_all(struct op_ctx *c, struct cipher *k, struct tensor *out, int64_t n)
{
	const struct tensor *index = c->in[0], *seed = c->in[1], *most = c->in[2];
	bool wide = dtype_info(out->dtype)->size == 8;

	for (int64_t i = 0; i < n; i++) {
		uint32_t s[3];
		uint64_t v;

		for (int j = 0; j < 3; j++)
			s[j] = (uint32_t)tensor_get_i64(seed, (seed->rank == 1 ? 0 : 3 * i) + j);
		if (!shuffled(c, k, (uint64_t)tensor_get_i64(index, index->rank ? i : 0), s,
			      (uint64_t)tensor_get_i64(most, most->rank ? i : 0), &v))
			return false;
		if (wide)
			((uint64_t *)out->data)[i] = v;
		else
			((uint32_t *)out->data)[i] = (uint32_t)v;
	}
	return true;
}

static bool run_index(struct op_ctx *c)
{
	bool scalar = c->in[0]->rank == 0 && c->in[1]->rank == 1 && c->in[2]->rank == 0;
	struct cipher k = {.rounds = 4};
	struct tensor *out;
	int64_t n;

	node_attr_int(c->node, "rounds", &k.rounds);
	if (!index_shapes(c, &n))
		return false;
	if (k.rounds < 4 || k.rounds % 2 || k.rounds > MAX_ROUNDS)
		return op_invalid(c, "rounds must be an even number from 4 to %d, got %lld",
				  MAX_ROUNDS, (long long)k.rounds);
	out = op_out(c, 0, c->in[0]->dtype, scalar ? 0 : 1, &n);
	k.key = out ? op_temp(c, (size_t)k.rounds * sizeof(*k.key)) : NULL;
	return k.key && index_all(c, &k, out, n);
}

#define DM_WORDS (DM_INDEX | DM(DT_UINT32) | DM(DT_UINT64))

static const struct op_row rows[] = {
	{.name = "StatelessShuffle",
	 .n_in = 4,
	 .n_out = 1,
	 .types = {{"T", DM_ANY}},
	 .run = run_stateless},
	{.name = "RandomIndexShuffle",
	 .n_in = 3,
	 .n_out = 1,
	 .types = {{"dtype", DM_WORDS}, {"Tseed", DM_WORDS}},
	 .run = run_index},
};

OP_FAMILY(family_shuffle, rows);
