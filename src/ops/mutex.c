/* Mutexes. One node runs at a time, so that a lock is always free: only handles go around. */
#include <stdlib.h>

#include "ops/tensorlist.h"
#include "ops/stepres.h"

static void mutex_destroy(struct object *o)
{
	struct resource *r = (struct resource *)o;

	free(r->container);
	free(r->name);
	free(r);
}

static void mutex_describe(const struct object *o, struct str *out)
{
	(void)o;
	str_addz(out, "mutex");
}

static const struct resource_class mutex_class = {
	.object = { .name = "mutex", .destroy = mutex_destroy, .describe = mutex_describe },
};

static struct resource *mutex_new(void *arg)
{
	struct resource *r = xcalloc(1, sizeof(*r));

	(void)arg;
	atomic_init(&r->o.refs, 1);
	r->o.cls = &mutex_class.object;
	r->rcls = &mutex_class;
	return r;
}

static bool run_mutex(struct op_ctx *c)
{
	struct sv container = SV(""), name = SV("");
	struct resource *r;

	node_attr_str(c->node, "container", &container);
	if (!node_attr_str(c->node, "shared_name", &name) || !name.n)
		name = c->node->name;
	r = c->world->resource(c->world_ctx, container, name, &mutex_class, mutex_new, NULL, c->err);
	return r && stepres_give(c, 0, r);
}

static bool run_lock(struct op_ctx *c)
{
	struct resource *r = stepres_in(c, 0, &mutex_class);

	if (!r)
		return false;
	object_ref(&r->o);
	return variant_out(c, 0, &r->o);
}

static bool run_consume(struct op_ctx *c)
{
	struct object *o = c->in[0]->n == 1 ? *(struct object **)c->in[0]->data : NULL;

	return (o && o->cls == &mutex_class.object) ||
	       op_invalid(c, "Expected input to contain a SharedLockReleaser object, but saw variant: '%s'",
			  variant_text(c, o));
}

static const struct op_row rows[] = {
	{ .name = "MutexV2", .n_in = 0, .n_out = 1, .flags = OP_STATEFUL, .run = run_mutex },
	{ .name = "MutexLock", .n_in = 1, .n_out = 1, .flags = OP_STATEFUL, .run = run_lock },
	{ .name = "ConsumeMutexLock", .n_in = 1, .n_out = 0, .flags = OP_STATEFUL, .run = run_consume },
};

OP_FAMILY(family_mutex, rows);
