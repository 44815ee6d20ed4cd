/* The resources beside datasets: seed generators of shuffles, the memory of caches, threads, statistics. A handle only says what
 * was asked for: what moves is in the iterator's own state. */
#include <stdlib.h>

#include "ops/dataset.h"
#include "ops/random.h"
#include "ops/stepres.h"
#include "ops/var.h"

struct aside {
	struct resource r;
	struct ds_seed seed;
	bool dummy;			/* stands for nothing that TensorFlow keeps */
	const char *what;		/* for people */
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

	if (a->dummy)
		str_addz(out, "nothing that a dataset keeps");
	else if (a->seed.given)
		str_addf(out, "seed generator of %lld, %lld", (long long)a->seed.seed, (long long)a->seed.seed2);
	else
		str_addz(out, a->what ? a->what : "what a dataset keeps");
}

static const struct resource_class aside_class = {
	.object = { .name = "dataset resource", .destroy = aside_destroy, .describe = aside_describe },
};

static struct resource *aside_new(void *arg)
{
	const struct aside *like = arg;
	struct aside *a = xcalloc(1, sizeof(*a));

	atomic_init(&a->r.o.refs, 1);
	a->r.o.cls = &aside_class.object;
	a->r.rcls = &aside_class;
	a->seed = like->seed;
	a->dummy = like->dummy;
	a->what = like->what;
	return &a->r;
}

static bool give(struct op_ctx *c, struct ds_seed seed, bool dummy)
{
	struct aside like = { .seed = seed, .dummy = dummy, .what = c->row->data };
	struct resource *r = stepres_make(c, &aside_class, aside_new, &like);

	c->out[0] = r ? handle_tensor(&r->o, c->err) : NULL;
	if (c->out[0] && c->n_out > 1)
		c->out[1] = tensor_zeros(DT_VARIANT, 0, NULL, c->err);	/* the deleter: nothing to do */
	return c->out[0] && (c->n_out < 2 || c->out[1]);
}

static bool run_plain(struct op_ctx *c)
{
	return give(c, (struct ds_seed){ 0 }, false);
}

bool ds_aside(struct op_ctx *c, int i)
{
	return i >= 0 && stepres_in(c, i, &aside_class);
}

/* Nothing is counted, so there is nothing to say. */
static bool run_summary(struct op_ctx *c)
{
	return ds_aside(c, 0) && op_out(c, 0, DT_STRING, 0, NULL);
}

static bool run_dummy(struct op_ctx *c)
{
	return give(c, (struct ds_seed){ 0 }, true);
}

/* TensorFlow's kernel asks for an input that its op does not have. */
static bool run_never(struct op_ctx *c)
{
	return op_invalid(c, "Unknown input name: reshuffle");
}

static bool run_seeds(struct op_ctx *c)
{
	struct ds_seed s = { .given = true, .again = true };

	return ds_int(c, "seed", &s.seed) && ds_int(c, "seed2", &s.seed2) &&
	       (ds_arg(c, "reshuffle") < 0 || ds_bool(c, "reshuffle", &s.again)) && give(c, s, false);
}

bool ds_seed_in(struct op_ctx *c, struct ds_seed *s)
{
	int i = ds_arg(c, "seed_generator");
	struct aside *a = i >= 0 ? (struct aside *)stepres_in(c, i, &aside_class) : NULL;

	if (a)
		*s = a->seed;
	return i < 0 || a;
}

bool ds_seeds(struct op_ctx *c, struct ds *d, bool *again)
{
	struct ds_seed g = { 0 };

	if (!ds_seed_in(c, &g))
		return false;
	d->b = g.seed;
	d->c = g.seed2;
	if (!g.given && ds_arg(c, "seed") >= 0 && (!ds_int(c, "seed", &d->b) || !ds_int(c, "seed2", &d->c)))
		return false;
	if (d->b == 0 && d->c == 0) {
		d->b = (int64_t)c->world->seed(c->world_ctx);
		d->c = (int64_t)c->world->seed(c->world_ctx);
	}
	if (g.given)
		*again = g.again;
	return true;
}

uint32_t ds_random(uint64_t seed, uint64_t seed2, uint64_t n)
{
	struct philox g = { { (uint32_t)seed, (uint32_t)(seed >> 32) },
			    { 0, 0, (uint32_t)seed2, (uint32_t)(seed2 >> 32) } };
	uint32_t v[4];

	philox_skip(&g, n / 4);
	philox_next(&g, v);
	return v[n % 4];
}

void ds_seeds_begin(struct it *i, bool again)
{
	uint64_t a = (uint64_t)i->d->b, b = (uint64_t)i->d->c, at = 2 * (uint64_t)i->epoch;

	i->started = true;
	i->seed[0] = again ? ds_random(a, b, at) : a;
	i->seed[1] = again ? ds_random(a, b, at + 1) : b;
}

/* What is of another kind, under its name: a memory cache goes, and no generator of seeds is called that. */
static bool delete_other(struct op_ctx *c, struct resource *r)
{
	if (c->row->data)
		return c->world->resource_drop(c->world_ctx, r, c->err);
	return op_fail(c, ERR_NOT_FOUND, "Resource localhost/%s/<unknown> does not exist.", r->name);
}

/* TensorFlow counts who holds an anonymous thing, and lets nobody delete it. */
static bool run_delete(struct op_ctx *c)
{
	struct object *o = c->in[0]->n ? *(struct object **)c->in[0]->data : NULL;
	struct aside *a = (struct aside *)o;

	if (!o)
		return op_invalid(c, "the handle is empty");
	if (o->cls != &aside_class.object)
		return delete_other(c, (struct resource *)o);
	if (a->dummy)
		return c->row->data || op_fail(c, ERR_NOT_FOUND, "Resource localhost/dummy_resource/<unknown> does not "
					       "exist.");
	return op_fail(c, ERR_INTERNAL,
		       "Cannot delete an unowned Resource Anonymous/%s/<unknown> from ResourceMgr. This "
		       "indicates ref-counting ResourceHandle is exposed to weak ResourceHandle code paths.",
		       a->r.name);
}

#define ROW(what, in, out, fn) { .name = what, .n_in = in, .n_out = out, .flags = OP_STATEFUL, .run = fn }
#define NAMED(op, fn, says) { .name = op, .n_in = 0, .n_out = 1, .flags = OP_STATEFUL, .run = fn, .data = says }

static const struct op_row rows[] = {
	ROW("DummyMemoryCache", 0, 1, run_dummy),
	NAMED("ThreadPoolHandle", run_plain, "a thread pool"),
	NAMED("ExperimentalThreadPoolHandle", run_plain, "a thread pool"),
	NAMED("StatsAggregatorHandle", run_plain, "statistics that nobody takes"),
	NAMED("StatsAggregatorHandleV2", run_plain, "statistics that nobody takes"),
	NAMED("ExperimentalStatsAggregatorHandle", run_plain, "statistics that nobody takes"),
	ROW("StatsAggregatorSummary", 1, 1, run_summary),
	ROW("ExperimentalStatsAggregatorSummary", 1, 1, run_summary),
	ROW("AnonymousMemoryCache", 0, 2, run_plain),
	ROW("DummySeedGenerator", 0, 1, run_dummy),
	ROW("AnonymousRandomSeedGenerator", 2, 2, run_never),
	ROW("AnonymousSeedGenerator", 3, 2, run_seeds),
	{ .name = "DeleteMemoryCache", .n_in = 2, .n_out = 0, .flags = OP_STATEFUL, .run = run_delete,
	  .data = "a dummy goes without a word" },
	ROW("DeleteRandomSeedGenerator", 2, 0, run_delete),
	ROW("DeleteSeedGenerator", 2, 0, run_delete),
	ROW("DummyIterationCounter", 0, 1, run_dummy),
};

OP_FAMILY(family_dataset_seed, rows);
