/* Stateless random ops, and those whose generator is a variable; see random.h. */
#include "ops/random.h"
#include "ops/tensorlist.h"
#include "ops/var.h"

enum { ALG_PHILOX = 1, ALG_THREEFRY = 2, ALG_AUTO = 3 };

bool random_of_seed(struct op_ctx *c, int i, struct philox *g)
{
	const struct tensor *s = c->in[i];
	uint64_t a, b;
	uint32_t mix[4];

	if (s->rank != 1 || s->n != 2)
		return op_invalid(c, "seed must have shape [2], not %s", op_in_shape(c, i));
	a = (uint64_t)tensor_get_i64(s, 0);
	b = (uint64_t)tensor_get_i64(s, 1);
	*g = (struct philox){
		{ 0x3ec8f720, 0x02461e29 },
		{ (uint32_t)a, (uint32_t)(a >> 32), (uint32_t)b, (uint32_t)(b >> 32) },
	};
	philox_next(g, mix);
	*g = (struct philox){ { mix[0], mix[1] }, { 0, 0, mix[2], mix[3] } };
	return true;
}

static struct philox of_words(uint64_t key, uint64_t c0, uint64_t c1)
{
	return (struct philox){
		{ (uint32_t)key, (uint32_t)(key >> 32) },
		{ (uint32_t)c0, (uint32_t)(c0 >> 32), (uint32_t)c1, (uint32_t)(c1 >> 32) },
	};
}

/* Inputs i (key), i + 1 (counter, of which so many words are read), i + 2 (algorithm). */
static bool key_fits(struct op_ctx *c, int i, int64_t words)
{
	const struct tensor *key = c->in[i], *ctr = c->in[i + 1], *alg = c->in[i + 2];
	int64_t a;

	if (alg->rank != 0)
		return op_invalid(c, "input %d (0-based) must have shape [], not %s", i + 2, op_in_shape(c, i + 2));
	a = tensor_get_i64(alg, 0);
	if (key->rank != 1 || key->n != 1)
		return op_invalid(c, "key must have shape [1], not %s. (Note that batched keys are not supported "
				  "yet.)", op_in_shape(c, i));
	if (ctr->rank != 1 ||
	    ctr->n < (a == ALG_AUTO ? 1 : a)) /* TensorFlow takes the algorithm's number for a length */
		return op_invalid(c, "counter must be a vector with length at least %lld; got shape: %s. (Note that "
				  "batched counters are not supported yet.)", (long long)a,
				  op_in_shape(c, i + 1));
	if (a != ALG_PHILOX && a != ALG_AUTO)
		return op_invalid(c, "Unsupported algorithm id: %lld", (long long)a);
	return ctr->n >= words || op_invalid(c, "counter must be a vector with length at least %lld; got shape: %s",
					     (long long)words, op_in_shape(c, i + 1));
}

bool random_of_key(struct op_ctx *c, int i, struct philox *g)
{
	const uint64_t *ctr = c->in[i + 1]->data;

	if (!key_fits(c, i, 2))
		return false;
	*g = of_words(((const uint64_t *)c->in[i]->data)[0], ctr[0], ctr[1]);
	return true;
}

bool random_of_swapped_key(struct op_ctx *c, int i, struct philox *g)
{
	if (!key_fits(c, i, 1))
		return false;
	*g = of_words(((const uint64_t *)c->in[i + 1]->data)[0], 0, ((const uint64_t *)c->in[i]->data)[0]);
	return true;
}

static enum dtype attr_dtype(struct op_ctx *c)
{
	enum dtype t = DT_FLOAT;

	node_attr_type(c->node, "dtype", &t);
	return t;
}

/* The bounds at inputs i and i + 1. */
static bool bounds(struct op_ctx *c, int i, uint64_t *lo, uint64_t *hi)
{
	const struct tensor *a = c->in[i], *b = c->in[i + 1];
	bool wrong;

	if (a->rank != 0)
		return op_invalid(c, "minval must be 0-D, got shape %s", op_in_shape(c, i));
	if (b->rank != 0)
		return op_invalid(c, "maxval must be 0-D, got shape %s", op_in_shape(c, i + 1));
	*lo = (uint64_t)tensor_get_i64(a, 0);
	*hi = (uint64_t)tensor_get_i64(b, 0);
	wrong = dtype_info(a->dtype)->kind == DK_UINT ? *lo >= *hi : (int64_t)*lo >= (int64_t)*hi;
	if (wrong && dtype_info(a->dtype)->kind == DK_UINT)
		return op_invalid(c, "Need minval < maxval, got %llu >= %llu", (unsigned long long)*lo,
				  (unsigned long long)*hi);
	return !wrong || op_invalid(c, "Need minval < maxval, got %lld >= %lld", (long long)*lo, (long long)*hi);
}

struct kind {
	enum fill how;
	bool v2;			/* key, counter, alg instead of a seed */
};

static bool run_stateless(struct op_ctx *c)
{
	const struct kind *k = c->row->data;
	struct philox g;
	struct tensor *out;
	uint64_t lo = 0, hi = 0;
	bool ints = k->how == FILL_INT;

	if (!(k->v2 ? random_of_key(c, 1, &g) : true))
		return false;
	out = random_out(c, 0, attr_dtype(c));
	if (!out || (!k->v2 && !random_of_seed(c, 1, &g)))
		return false;
	if (ints && !bounds(c, k->v2 ? 4 : 2, &lo, &hi))
		return false;
	random_fill(out, k->how, &g, lo, hi);
	return true;
}

/* ---- keys ---- */

static bool put_words(struct op_ctx *c, int i, int n, uint64_t a, uint64_t b)
{
	int64_t dim = n;
	struct tensor *t = op_out(c, i, DT_UINT64, 1, &dim);

	if (!t)
		return false;
	((uint64_t *)t->data)[0] = a;
	if (n > 1)
		((uint64_t *)t->data)[1] = b;
	return true;
}

static bool put_alg(struct op_ctx *c, int i)
{
	struct tensor *t = op_out(c, i, DT_INT32, 0, NULL);

	if (t)
		*(int32_t *)t->data = ALG_PHILOX;
	return t != NULL;
}

static bool run_key(struct op_ctx *c)
{
	struct philox g;

	return random_of_seed(c, 0, &g) && put_words(c, 0, 1, g.key[0] | (uint64_t)g.key[1] << 32, 0) &&
	       put_words(c, 1, 2, g.ctr[0] | (uint64_t)g.ctr[1] << 32, g.ctr[2] | (uint64_t)g.ctr[3] << 32) &&
	       (c->n_out < 3 || put_alg(c, 2));
}

static bool run_alg(struct op_ctx *c)
{
	return put_alg(c, 0);
}

/* ---- generators in variables: three int64: counter, counter, key ---- */

static bool state_fits(struct op_ctx *c, const struct var *v)
{
	const struct tensor *t = v->value;

	if (t->dtype != DT_INT64)
		return op_invalid(c, "dtype of RNG state variable must be int64, not %s",
				  op_type_text(c, t->dtype));
	return t->rank == 1 || op_invalid(c, "RNG state must have one and only one dimension, not %d", t->rank);
}

/* `from`: where in the variable the state begins. */
static bool take(struct op_ctx *c, struct var *v, int64_t alg, int64_t from, uint64_t n, struct philox *g)
{
	struct tensor *t = v->value;
	uint64_t *w;
	struct philox next;

	if (alg == ALG_THREEFRY)
		return op_fail(c, ERR_UNIMPLEMENTED, "Non-XLA devices don't support the ThreeFry algorithm.");
	if (alg != ALG_PHILOX)
		return op_invalid(c, "Unsupported algorithm id: %lld", (long long)alg);
	if (t->n < from + 3)
		return op_invalid(c, "For the Philox algorithm, the size of state must be at least %lld; got %lld",
				  (long long)from + 3, (long long)t->n);
	t = var_own(c, v);
	if (!t)
		return false;
	w = (uint64_t *)t->data + from;
	*g = next = of_words(w[2], w[0], w[1]);
	philox_skip(&next, n);
	w[0] = next.ctr[0] | (uint64_t)next.ctr[1] << 32;
	w[1] = next.ctr[2] | (uint64_t)next.ctr[3] << 32;
	return true;
}

bool random_of_var(struct op_ctx *c, struct var *v, int64_t alg, uint64_t n, struct philox *g)
{
	return state_fits(c, v) && take(c, v, alg, 0, n, g);
}

static bool alg_in(struct op_ctx *c, int i, int64_t *alg)
{
	if (c->in[i]->rank != 0)
		return op_invalid(c, "input %d (0-based) must have shape [], not %s", i, op_in_shape(c, i));
	*alg = tensor_get_i64(c->in[i], 0);
	return true;
}

static bool run_stateful(struct op_ctx *c)
{
	enum fill how = *(const enum fill *)c->row->data;
	struct var *v = var_with_value(c, 0);
	int64_t alg = 0;
	struct philox g;
	struct tensor *out;
	uint64_t lo = 0, hi = 0;

	if (!v || !alg_in(c, 1, &alg) || (how == FILL_INT && !bounds(c, 3, &lo, &hi)))
		return false;
	out = random_out(c, 2, attr_dtype(c));
	if (!out || !random_of_var(c, v, alg, (uint64_t)out->n * 256, &g))
		return false;
	random_fill(out, how, &g, lo, hi);
	return true;
}

/* The older form: the algorithm stands before the state. */
static bool run_tagged(struct op_ctx *c)
{
	struct tensor *out = random_out(c, 1, attr_dtype(c));
	struct var *v = out ? var_with_value(c, 0) : NULL;
	struct philox g;

	if (!v || !state_fits(c, v))
		return false;
	if (v->value->n < 1)
		return op_invalid(c, "Size of tensor must be at least 1");
	if (!take(c, v, tensor_get_i64(v->value, 0), 1, (uint64_t)out->n * 256, &g))
		return false;
	random_fill(out, FILL_NORMAL, &g, 0, 0);
	return true;
}

static bool run_skip(struct op_ctx *c)
{
	struct var *v = var_with_value(c, 0);
	bool reads = c->n_out > 0;
	struct tensor *was;
	struct philox g;
	int64_t alg = 0;

	if (!v || !alg_in(c, 1, &alg))
		return false;
	if (c->in[2]->rank != 0)
		return op_invalid(c, "input 2 (0-based) must have shape [], not %s", op_in_shape(c, 2));
	was = tensor_ref(v->value);
	if (!random_of_var(c, v, alg, ((const uint64_t *)c->in[2]->data)[0] * 256, &g)) {
		tensor_unref(was);
		return false;
	}
	if (reads)
		c->out[0] = was;
	else
		tensor_unref(was);
	return true;
}

/* Numbers that no seed brings back; here from the run's own source, which --seed fixes. */
static bool run_any_ints(struct op_ctx *c)
{
	struct tensor *out = random_out(c, 0, attr_dtype(c));

	for (int64_t i = 0; out && i < out->n; i++) {
		uint64_t x = c->world->seed(c->world_ctx);

		if (dtype_info(out->dtype)->size == 8)
			((uint64_t *)out->data)[i] = x;
		else
			((uint32_t *)out->data)[i] = (uint32_t)x;
	}
	return out != NULL;
}

#define SEED { "Tseed", DM_INDEX }
#define SHAPE { "T", DM_INDEX }
#define TSHAPE { "Tshape", DM_INDEX }
#define KIND(h, v2) .run = run_stateless, .data = &(const struct kind){ h, v2 }
#define DM_BITS (DM_INDEX | DM(DT_UINT32) | DM(DT_UINT64))
#define FLOAT_ROWS(what, how)                                                                                \
	{ .name = what, .n_in = 2, .n_out = 1, .types = { { "dtype", DM_RANDOM }, SHAPE, SEED }, KIND(how, false) }, \
	{ .name = what "V2", .n_in = 4, .n_out = 1, .types = { { "dtype", DM_RANDOM }, TSHAPE }, KIND(how, true) }
#define STATEFUL(what, in, mask, how)                                                                        \
	{ .name = what, .n_in = in, .n_out = 1, .types = { { "dtype", mask } }, .flags = OP_STATEFUL,        \
	  .run = run_stateful, .data = &(const enum fill){ how } }

static const struct op_row rows[] = {
	FLOAT_ROWS("StatelessRandomUniform", FILL_UNIFORM),
	FLOAT_ROWS("StatelessRandomNormal", FILL_NORMAL),
	FLOAT_ROWS("StatelessTruncatedNormal", FILL_TRUNCATED),
	{ .name = "StatelessRandomUniformInt", .n_in = 4, .n_out = 1,
	  .types = { { "dtype", DM_INDEX }, SHAPE, SEED }, KIND(FILL_INT, false) },
	{ .name = "StatelessRandomUniformIntV2", .n_in = 6, .n_out = 1,
	  .types = { { "dtype", DM_INDEX }, TSHAPE }, KIND(FILL_INT, true) },
	{ .name = "StatelessRandomUniformFullInt", .n_in = 2, .n_out = 1,
	  .types = { { "dtype", DM_BITS }, SHAPE, SEED }, KIND(FILL_BITS, false) },
	{ .name = "StatelessRandomUniformFullIntV2", .n_in = 4, .n_out = 1,
	  .types = { { "dtype", DM_BITS }, TSHAPE }, KIND(FILL_BITS, true) },
	{ .name = "StatelessRandomGetKeyCounter", .n_in = 1, .n_out = 2, .types = { SEED }, .run = run_key },
	{ .name = "StatelessRandomGetKeyCounterAlg", .n_in = 1, .n_out = 3, .types = { SEED }, .run = run_key },
	{ .name = "StatelessRandomGetAlg", .n_in = 0, .n_out = 1, .run = run_alg },
	STATEFUL("StatefulUniform", 3, DM_RANDOM, FILL_UNIFORM),
	STATEFUL("StatefulStandardNormalV2", 3, DM_RANDOM, FILL_NORMAL),
	STATEFUL("StatefulTruncatedNormal", 3, DM_RANDOM, FILL_TRUNCATED),
	STATEFUL("StatefulUniformInt", 5, DM_INDEX, FILL_INT),
	STATEFUL("StatefulUniformFullInt", 3, DM_BITS, FILL_BITS),
	{ .name = "StatefulStandardNormal", .n_in = 2, .n_out = 1, .types = { { "dtype", DM_RANDOM } },
	  .flags = OP_STATEFUL, .run = run_tagged },
	{ .name = "NonDeterministicInts", .n_in = 1, .n_out = 1, .types = { { "dtype", DM_BITS } },
	  .flags = OP_RANDOM | OP_STATEFUL, .run = run_any_ints },
	{ .name = "RngSkip", .n_in = 3, .n_out = 0, .flags = OP_STATEFUL, .run = run_skip },
	{ .name = "RngReadAndSkip", .n_in = 3, .n_out = 1, .flags = OP_STATEFUL, .run = run_skip },
};

OP_FAMILY(family_stateless, rows);
