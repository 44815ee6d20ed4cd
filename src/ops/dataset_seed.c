/* The resources beside datasets: seed generators of shuffles and the memory of caches. A handle only says what
 * was asked for: what moves is in the iterator's own state. */
#include <stdlib.h>

#include "ops/dataset.h"
#include "ops/stepres.h"
#include "ops/var.h"

struct aside {
	struct resource r;
	struct ds_seed seed;
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

/* TensorFlow's kernel asks for an input that the op has not. */
static bool run_never(struct op_ctx *c)
{
	return op_invalid(c, "Unknown input name: reshuffle");
}

/* What has a name is forgotten; the others TensorFlow refuses: they go with their last handle. */
static bool run_delete(struct op_ctx *c)
{
	struct object *o = c->in[0]->n ? *(struct object **)c->in[0]->data : NULL;

	if (!o)
		return op_invalid(c, "the handle is empty");
	if (o->cls == &aside_class.object)
		return op_fail(c, ERR_INTERNAL, "Cannot delete an unowned Resource Anonymous/%s from ResourceMgr. This "
			       "indicates ref-counting ResourceHandle is exposed to weak ResourceHandle code paths.",
			       ((struct aside *)o)->r.name);
	if (c->row->data)		/* no generator has a name */
		return op_fail(c, ERR_NOT_FOUND, "Resource localhost/%s/<unknown> does not exist.",
			       ((struct resource *)o)->name);
	return c->world->resource_drop(c->world_ctx, (struct resource *)o, c->err);
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
	{ .name = "DeleteSeedGenerator", .n_in = 2, .n_out = 0, .flags = OP_STATEFUL, .run = run_delete,
	  .data = "generator" },
	{ .name = "DeleteRandomSeedGenerator", .n_in = 2, .n_out = 0, .flags = OP_STATEFUL, .run = run_delete,
	  .data = "generator" },
	ROW("DeleteMemoryCache", 2, 0, run_delete),
};

OP_FAMILY(family_dataset_seed, rows);
