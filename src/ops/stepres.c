/* See stepres.h. */
#include "ops/stepres.h"

#include <stdlib.h>

#include "base/str.h"
#include "ops/kernel.h"

enum { MAX_ALIVE = 256 };	/* of one node at a time; what comes after these no snapshot holds */

/* For op_world's make: the thing that is there. */
static struct resource *resource_given(void *arg)
{
	return arg;
}

struct resource *stepres_make(struct op_ctx *c, const struct resource_class *cls,
			      struct resource *(*make)(void *arg), void *arg)
{
	struct str path = STR_INIT;
	struct resource *r = NULL, *fresh = make(arg);
	struct err none = { 0 };
	size_t n;

	if (!fresh)
		return NULL;
	if (c->world->path)
		c->world->path(c->world_ctx, &path);
	else
		str_add(&path, c->node->name);
	n = path.n;
	for (int k = 0; k < MAX_ALIVE && !r; k++) {
		struct resource *old;

		path.n = n;
		if (k)
			str_addf(&path, "@%d", k);
		old = c->world->resource(c->world_ctx, SV("_step"), str_sv(&path), cls, NULL, NULL, &none);
		err_clear(&none);
		if (old && atomic_load(&old->o.refs) > 2) {	/* others than the table's and ours */
			object_unref(&old->o);
			continue;
		}
		if (old) {
			c->world->resource_drop(c->world_ctx, old, &none);
			err_clear(&none);
			object_unref(&old->o);
		}
		if (fresh->name)
			free(fresh->name);
		fresh->name = xsvdup(str_sv(&path));
		object_ref(&fresh->o);		/* the table's */
		r = c->world->resource(c->world_ctx, SV("_step"), str_sv(&path), cls, resource_given, fresh,
				       c->err);
		if (!r)
			break;
	}
	str_free(&path);
	if (r)
		object_unref(&r->o);
	return fresh;
}

struct resource *stepres_in(struct op_ctx *c, int i, const struct resource_class *cls)
{
	const struct tensor *t = c->in[i];
	struct object *o = t->dtype == DT_RESOURCE && t->n > 0 ? *(struct object **)t->data : NULL;

	if (o && o->cls == &cls->object)
		return (struct resource *)o;
	op_invalid(c, "input %d is no handle of a %s", i, cls->object.name);
	return NULL;
}
