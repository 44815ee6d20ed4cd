/* The resources beside datasets: seed generators of shuffles and the memory of caches. A handle only says what
 * was asked for: what moves is in the iterator's own state. */
#include <stdlib.h>

#include "ops/dataset.h"
#include "ops/stepres.h"
#include "ops/var.h"

struct aside {
	struct resource r;
	struct ds_seed seed;
	bool counted;			/* made by an op whose handle keeps it alive */
};

static void aside_destroy(struct object *o)
{
	struct aside *a = (struct aside *)o;

	free(a->r.container);
	free(a->r.name);
	free(a);
}

static void aside_describe(const struct object *o, struct str *out)
{
	const struct aside *a = (const struct aside *)o;

	if (a->seed.given)
		str_addf(out, "seed generator of %lld, %lld", (long long)a->seed.seed, (long long)a->seed.seed2);
	else
		str_addz(out, "what a dataset keeps");
}

static const struct resource_class aside_class = {
	.object = { .name = "dataset resource", .destroy = aside_destroy, .describe = aside_describe },
};

static struct resource *aside_new(void *arg)
{
	const struct ds_seed *seed = arg;
	struct aside *a = xcalloc(1, sizeof(*a));

	atomic_init(&a->r.o.refs, 1);
	a->r.o.cls = &aside_class.object;
	a->r.rcls = &aside_class;
	a->seed = *seed;
	return &a->r;
}

static bool give(struct op_ctx *c, struct ds_seed seed)
{
	struct resource *r = stepres_make(c, &aside_class, aside_new, &seed);

	if (r)
		((struct aside *)r)->counted = c->n_out > 1;
	c->out[0] = r ? handle_tensor(&r->o, c->err) : NULL;
	if (c->out[0] && c->n_out > 1)
		c->out[1] = tensor_zeros(DT_VARIANT, 0, NULL, c->err);	/* the deleter: nothing to do */
	return c->out[0] && (c->n_out < 2 || c->out[1]);
}

static bool run_plain(struct op_ctx *c)
{
	return give(c, (struct ds_seed){ 0 });
}

static bool run_seeds(struct op_ctx *c)
{
	struct ds_seed s = { .given = true, .again = true };

	return ds_int(c, "seed", &s.seed) && ds_int(c, "seed2", &s.seed2) &&
	       (ds_arg(c, "reshuffle") < 0 || ds_bool(c, "reshuffle", &s.again)) && give(c, s);
}

/* TensorFlow 2.15 deletes no thing that handles keep alive, and there is no other. */
static bool run_delete(struct op_ctx *c)
{
	const struct aside *a = (const struct aside *)stepres_in(c, 0, &aside_class);

	if (!a)
		return false;
	if (a->seed.given || a->counted)
		return op_fail(c, ERR_INTERNAL, "Cannot delete an unowned Resource %s from ResourceMgr. This indicates "
			       "ref-counting ResourceHandle is exposed to weak ResourceHandle code paths.", a->r.name);
	return c->row->data || op_fail(c, ERR_NOT_FOUND, "Container localhost does not exist.");
}

/* So does TensorFlow 2.15, whose kernel asks for an input that the op does not have. */
static bool run_never(struct op_ctx *c)
{
	return op_invalid(c, "Unknown input name: reshuffle");
}

bool ds_seed_in(struct op_ctx *c, struct ds_seed *s)
{
	int i = ds_arg(c, "seed_generator");
	struct aside *a = i >= 0 ? (struct aside *)stepres_in(c, i, &aside_class) : NULL;

	if (a)
		*s = a->seed;
	return i < 0 || a;
}

#define ROW(what, in, out, fn) { .name = what, .n_in = in, .n_out = out, .flags = OP_STATEFUL, .run = fn }

static const struct op_row rows[] = {
	ROW("DummyMemoryCache", 0, 1, run_plain),
	ROW("AnonymousMemoryCache", 0, 2, run_plain),
	ROW("DummySeedGenerator", 0, 1, run_plain),
	ROW("AnonymousSeedGenerator", 3, 2, run_seeds),
	ROW("AnonymousRandomSeedGenerator", 2, 2, run_never),
	ROW("DummyIterationCounter", 0, 1, run_plain),
	{ .name = "DeleteMemoryCache", .n_in = 2, .n_out = 0, .flags = OP_STATEFUL, .run = run_delete, .data = "dummies" },
	ROW("DeleteSeedGenerator", 2, 0, run_delete),
	ROW("DeleteRandomSeedGenerator", 2, 0, run_delete),
};

OP_FAMILY(family_dataset_seed, rows);
