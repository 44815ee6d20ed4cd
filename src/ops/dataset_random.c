/* Datasets of random numbers, and of elements that a random number lets through. */
#include <string.h>

#include "ops/dataset.h"

static int64_t count_infinite(const struct ds *d)
{
	(void)d;
	return CARD_INFINITE;
}

/* ---- random numbers; a: other ones for each repetition ---- */

static enum got next_random(struct op_ctx *c, struct it *i, struct elem *e)
{
	struct tensor *t;

	if (!i->started)
		ds_seeds_begin(i, i->d->a);
	t = tensor_scalar_i64(DT_INT64, ds_random(i->seed[0], i->seed[1], (uint64_t)i->n++), c->err);
	if (!t)
		return IT_ERR;
	elem_add(e, t);
	return IT_GOT;
}

static bool make_random(struct op_ctx *c, struct ds *d)
{
	bool again = false;

	node_attr_bool(c->node, "rerandomize_each_iteration", &again);
	if (!ds_seeds(c, d, &again))
		return false;
	d->a = again;
	return ds_types(c, d, 1, (enum dtype[]){ DT_INT64 });
}

/* ---- samples: a holds the rate's bits ---- */

static float rate_of(const struct ds *d)
{
	uint32_t bits = (uint32_t)d->a;
	float rate;

	memcpy(&rate, &bits, sizeof(rate));
	return rate;
}

/* 23 random bits behind "1." of a float, less one. */
static float uniform(uint32_t x)
{
	uint32_t bits = (x & 0x7fffff) | 0x3f800000;
	float v;

	memcpy(&v, &bits, sizeof(v));
	return v - 1.0f;
}

static enum got next_sample(struct op_ctx *c, struct it *i, struct elem *e)
{
	for (;;) {
		enum got g = it_pull(c, i, 0, e);

		if (g != IT_GOT)
			return g;
		if (uniform(ds_random((uint64_t)i->d->b, (uint64_t)i->d->c, (uint64_t)i->n++)) < rate_of(i->d))
			return IT_GOT;
		elem_free(e);
	}
}

static bool make_sample(struct op_ctx *c, struct ds *d)
{
	int at = ds_arg(c, "rate");
	bool again = false;
	uint32_t bits;

	if (at < 0 || c->in[at]->rank != 0)
		return op_invalid(c, "rate must be a scalar");
	memcpy(&bits, c->in[at]->data, sizeof(bits));
	d->a = bits;
	return ds_seeds(c, d, &again);
}

#define ROW(what, in, ...)                                                                                   \
	{ .name = what, .n_in = in, .n_out = 1, .flags = OP_STATEFUL, .run = ds_run,                         \
	  .data = &(const struct ds_kind){ __VA_ARGS__ } }

static const struct op_row rows[] = {
	ROW("RandomDataset", 2, .next = next_random, .make = make_random, .count = count_infinite),
	ROW("RandomDatasetV2", 3, .next = next_random, .make = make_random, .count = count_infinite),
	ROW("ExperimentalRandomDataset", 2, .next = next_random, .make = make_random, .count = count_infinite),
	ROW("SamplingDataset", 4, .next = next_sample, .make = make_sample),
};

OP_FAMILY(family_dataset_random, rows);
