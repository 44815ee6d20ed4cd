/* Datasets that choose, repeat, join and shuffle elements. */
#include <stdlib.h>
#include <string.h>

#include "ops/dataset.h"

/* ---- take, skip, repeat, shard: a is the count ---- */

static bool make_count(struct op_ctx *c, struct ds *d)
{
	return ds_int(c, "count", &d->a);
}

static enum got next_take(struct op_ctx *c, struct it *i, struct elem *e)
{
	enum got g;

	if (i->d->a >= 0 && i->n >= i->d->a)
		return IT_END;
	g = it_pull(c, i, 0, e);
	i->n += g == IT_GOT;
	return g;
}

static int64_t count_take(const struct ds *d)
{
	int64_t n = ds_count(d->in[0]);

	if (n == CARD_UNKNOWN)
		return d->a == 0 ? 0 : n;
	if (n == CARD_INFINITE)
		return d->a < 0 ? n : d->a;
	return d->a < 0 || n < d->a ? n : d->a;
}

static enum got next_skip(struct op_ctx *c, struct it *i, struct elem *e)
{
	if (i->d->a < 0)
		return IT_END;
	while (i->n < i->d->a) {
		enum got g = it_pull(c, i, 0, e);

		if (g != IT_GOT)
			return g;
		elem_free(e);
		i->n++;
	}
	return it_pull(c, i, 0, e);
}

static int64_t count_skip(const struct ds *d)
{
	int64_t n = ds_count(d->in[0]);

	if (d->a < 0)
		return 0;
	return n < 0 ? n : n > d->a ? n - d->a : 0;
}

/* n rounds are over; m: did this round give anything? A round that gives nothing ends an endless one. */
static enum got next_repeat(struct op_ctx *c, struct it *i, struct elem *e)
{
	while (i->d->a < 0 || i->n < i->d->a) {
		struct it *kid = it_kid(i, 0, i->d->in[0]);
		enum got g = it_next(c, kid, e);

		if (g != IT_END) {
			i->m |= g == IT_GOT;
			return g;
		}
		it_rewind(kid);
		i->n++;
		if (i->d->a < 0 && !i->m)
			return IT_END;
		i->m = 0;
	}
	return IT_END;
}

static int64_t count_repeat(const struct ds *d)
{
	int64_t n = ds_count(d->in[0]), all;

	if (d->a < 0)
		return n == 0 ? 0 : CARD_INFINITE;
	if (d->a == 0)
		return 0;
	return n < 0 ? n : __builtin_mul_overflow(n, d->a, &all) ? INT64_MAX : all;
}

static bool make_shard(struct op_ctx *c, struct ds *d)
{
	if (!ds_int(c, "num_shards", &d->a) || !ds_int(c, "index", &d->b))
		return false;
	if (d->a <= 0)
		return op_invalid(c, "Number of shards must be greater than zero (currently num_shards = %lld).",
				  (long long)d->a);
	return (d->b >= 0 && d->b < d->a) ||
	       op_invalid(c, "Index must be between 0 and %lld (currently index = %lld).", (long long)d->a - 1,
			  (long long)d->b);
}

static enum got next_shard(struct op_ctx *c, struct it *i, struct elem *e)
{
	for (;;) {
		enum got g = it_pull(c, i, 0, e);

		if (g != IT_GOT || i->n++ % i->d->a == i->d->b)
			return g;
		elem_free(e);
	}
}

static int64_t count_shard(const struct ds *d)
{
	int64_t n = ds_count(d->in[0]);

	return n < 0 ? n : n / d->a + (d->b < n % d->a);
}

/* ---- two and more inputs ---- */

static enum got next_concat(struct op_ctx *c, struct it *i, struct elem *e)
{
	while (i->n < i->d->n_in) {
		enum got g = it_pull(c, i, (int)i->n, e);

		if (g != IT_END)
			return g;
		i->n++;
	}
	return IT_END;
}

static bool make_concat(struct op_ctx *c, struct ds *d)
{
	const struct ds *a = d->in[0], *b = d->in[1];

	if (a->n_types != b->n_types || memcmp(a->type, b->type, (size_t)a->n_types * sizeof(*a->type)))
		return op_invalid(c, "input dataset and dataset to concatenate have different output_types %%s and "
				  "%%s%s", ds_types_text(c, b));	/* TensorFlow's own slip */
	return true;
}

static int64_t count_concat(const struct ds *d)
{
	int64_t a = ds_count(d->in[0]), b = ds_count(d->in[1]), all;

	if (a == CARD_INFINITE || b == CARD_INFINITE)
		return CARD_INFINITE;
	if (a == CARD_UNKNOWN || b == CARD_UNKNOWN)
		return CARD_UNKNOWN;
	return __builtin_add_overflow(a, b, &all) ? INT64_MAX : all;
}

/* n inputs were asked for this element; what they gave waits in part. */
static enum got next_zip(struct op_ctx *c, struct it *i, struct elem *e)
{
	if (i->part.n == 0)
		i->n = 0;
	while (i->n < i->d->n_in) {
		enum got g = it_pull(c, i, (int)i->n, e);

		if (g != IT_GOT)
			return g;
		i->n++;
		elem_keep(&i->part, e);
	}
	for (int64_t k = 0; k < i->part.n; k++)
		elem_add(e, tensor_ref(plist_get(&i->part, k)));
	plist_free(&i->part);
	return IT_GOT;
}

static bool make_zip(struct op_ctx *c, struct ds *d)
{
	d->n_types = 0;
	for (int k = 0; k < d->n_in; k++)
		if (!ds_types_like(c, d, d->in[k], k))
			return false;
	return true;
}

static int64_t count_zip(const struct ds *d)
{
	int64_t least = CARD_INFINITE;

	for (int k = 0; k < d->n_in; k++) {
		int64_t n = ds_count(d->in[k]);

		if (n == CARD_UNKNOWN)
			return CARD_UNKNOWN;
		if (n != CARD_INFINITE && (least == CARD_INFINITE || n < least))
			least = n;
	}
	return least;
}

/* ---- cache: held is what came, m says that it is all ---- */

static enum got next_cache(struct op_ctx *c, struct it *i, struct elem *e)
{
	int w = i->d->n_types;
	enum got g;

	if (i->m) {
		if ((i->n + 1) * w > i->held.n)
			return IT_END;
		for (int k = 0; k < w; k++)
			elem_add(e, tensor_ref(plist_get(&i->held, i->n * w + k)));
		i->n++;
		return IT_GOT;
	}
	g = it_pull(c, i, 0, e);
	if (g == IT_END)
		i->m = 1;
	if (g == IT_GOT && e->n != w) {
		op_fail(c, ERR_INTERNAL, "an element of %d components, %d are declared", e->n, w);
		return IT_ERR;
	}
	for (int k = 0; g == IT_GOT && k < w; k++)
		plist_push(&i->held, tensor_ref(e->t[k]));
	return g;
}

static bool make_cache(struct op_ctx *c, struct ds *d)
{
	int i = ds_arg(c, "filename");

	(void)d;
	if (i < 0 || c->in[i]->rank != 0)
		return op_invalid(c, "filename must be a scalar");
	return tensor_str(c->in[i], 0).n == 0 ||
	       op_fail(c, ERR_UNIMPLEMENTED, "a cache in files; smtui has the one in memory");
}

/* ---- shuffle: held is the buffer, m how many are in it; a: its size, b and c: seeds ---- */

static bool make_shuffle(struct op_ctx *c, struct ds *d, bool *again)
{
	if (!ds_int(c, "buffer_size", &d->a))
		return false;
	if (d->a < 1)
		return op_invalid(c, "buffer_size must be greater than zero or UNKNOWN_CARDINALITY");
	return ds_seeds(c, d, again);
}

static bool make_shuffle_again(struct op_ctx *c, struct ds *d)
{
	bool again = true;

	node_attr_bool(c->node, "reshuffle_each_iteration", &again);
	if (!make_shuffle(c, d, &again))
		return false;
	if (!again)
		d->a = -d->a;
	return true;
}

/* A buffer of size rows in a ring: TensorFlow's slice starts at n; m rows are there. */
static void ring_swap(struct it *i, int64_t a, int64_t b, int w)
{
	for (int k = 0; k < w && a != b; k++) {
		struct tensor *x = plist_get(&i->held, a * w + k), *y = plist_get(&i->held, b * w + k);

		if (x)
			tensor_ref(x);
		if (y)
			tensor_ref(y);
		plist_set(&i->held, a * w + k, y);
		plist_set(&i->held, b * w + k, x);
	}
}

static enum got shuffle_fill(struct op_ctx *c, struct it *i, int64_t size)
{
	int w = i->d->n_types;
	struct elem e = { 0 };

	while (i->m < size && !i->part.n) {		/* part: the input is at its end */
		enum got g = it_pull(c, i, 0, &e);
		int64_t at = (i->n + i->m) % size;

		if (g == IT_ERR || g == IT_CALL)
			return g;
		if (g == IT_END)
			return IT_END;
		if (e.n != w) {
			elem_free(&e);
			op_fail(c, ERR_INTERNAL, "an element of %d components, %d are declared", e.n, w);
			return IT_ERR;
		}
		if (i->held.n < (at + 1) * w)
			plist_resize(&i->held, (at + 1) * w);
		for (int k = 0; k < w; k++)
			plist_set(&i->held, at * w + k, e.t[k]);
		free(e.t);
		e = (struct elem){ 0 };
		i->m++;
	}
	return IT_GOT;
}

static enum got next_shuffle(struct op_ctx *c, struct it *i, struct elem *e)
{
	int64_t size = i->d->a < 0 ? -i->d->a : i->d->a, at;
	int w = i->d->n_types;
	enum got g;

	if (!i->started)
		ds_seeds_begin(i, i->d->a > 0);
	g = shuffle_fill(c, i, size);
	if (g == IT_ERR || g == IT_CALL)
		return g;
	if (i->m == 0)
		return IT_END;
	at = (i->n + ds_random(i->seed[0], i->seed[1], (uint64_t)i->calls++) % (uint64_t)i->m) % size;
	for (int k = 0; k < w; k++)
		elem_add(e, tensor_ref(plist_get(&i->held, at * w + k)));
	ring_swap(i, at, i->n % size, w);
	for (int k = 0; k < w; k++)
		plist_set(&i->held, i->n % size * w + k, NULL);
	i->n++;
	i->m--;
	return IT_GOT;
}

/* A shuffle that is repeated count times. */
static bool make_shuffle_repeat(struct op_ctx *c, struct ds *d);

static const struct ds_kind shuffle_kind = { .next = next_shuffle,
					     .make = make_shuffle_again,
					     .count = ds_count_input };

static bool make_shuffle_repeat(struct op_ctx *c, struct ds *d)
{
	struct ds *s = ds_new(&shuffle_kind, "ShuffleDataset");
	bool ok = ds_add_in(c, s, d->in[0]) && ds_types_like(c, s, d->in[0], 0) && make_shuffle_again(c, s) &&
		  ds_int(c, "count", &d->a);

	if (ok) {
		ds_shapes_said(c, s);
		object_unref(&d->in[0]->o);
		d->n_in = 0;
		ok = ds_add_in(c, d, s);
	}
	object_unref(&s->o);
	return ok;
}

#define KIND(...) .run = ds_run, .data = &(const struct ds_kind){ __VA_ARGS__ }
#define ROW(what, in, ...)                                                                                   \
	{ .name = what, .n_in = in, .n_out = 1, .flags = OP_STATEFUL, KIND(__VA_ARGS__) }

static const struct op_row rows[] = {
	ROW("TakeDataset", 2, .next = next_take, .make = make_count, .count = count_take),
	ROW("SkipDataset", 2, .next = next_skip, .make = make_count, .count = count_skip),
	ROW("RepeatDataset", 2, .next = next_repeat, .make = make_count, .count = count_repeat),
	ROW("ShardDataset", 3, .next = next_shard, .make = make_shard, .count = count_shard),
	ROW("ConcatenateDataset", 2, .next = next_concat, .make = make_concat,
	    .count = count_concat),
	ROW("ZipDataset", -1, .next = next_zip, .make = make_zip, .count = count_zip),
	ROW("CacheDataset", 2, .next = next_cache, .make = make_cache, .count = ds_count_input,
	    .keeps = true),
	ROW("CacheDatasetV2", 3, .next = next_cache, .make = make_cache, .count = ds_count_input,
	    .keeps = true),
	ROW("ShuffleDataset", 4, .next = next_shuffle, .make = make_shuffle_again,
	    .count = ds_count_input),
	ROW("ShuffleDatasetV2", 3, .next = next_shuffle, .make = make_shuffle_again, .count = ds_count_input),
	ROW("ShuffleDatasetV3", 5, .next = next_shuffle, .make = make_shuffle_again, .count = ds_count_input),
	ROW("ShuffleAndRepeatDatasetV2", 6, .next = next_repeat, .make = make_shuffle_repeat, .count = count_repeat),
	ROW("ShuffleAndRepeatDataset", 5, .next = next_repeat, .make = make_shuffle_repeat,
	    .count = count_repeat),
};

OP_FAMILY(family_dataset_order, rows);
