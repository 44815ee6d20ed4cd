/* See stepres.h. */
#include "ops/stepres.h"

#include <stdlib.h>

#include "base/str.h"
#include "ops/kernel.h"
#include "ops/tensorlist.h"
#include "ops/var.h"

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
		free(fresh->container);
		fresh->container = xstrdup("_step");
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

bool stepres_give(struct op_ctx *c, int i, struct resource *r)
{
	int64_t two = 2;
	bool ok;

	if (dtype_base(c->node->out_type[i]) == DT_RESOURCE) {
		c->out[i] = handle_tensor(&r->o, c->err);
		return c->out[i] != NULL;
	}
	ok = op_out(c, i, DT_STRING, 1, &two) &&
	     tensor_str_set(c->out[i], 0, sv_of(r->container ? r->container : ""), c->err) &&
	     tensor_str_set(c->out[i], 1, sv_of(r->name), c->err);
	object_unref(&r->o);		/* the session's table holds it */
	return ok;
}

static struct resource *by_strings(struct op_ctx *c, int i, const struct resource_class *cls)
{
	const struct tensor *t = c->in[i];
	struct resource *r;

	if (t->n != 2) {
		op_invalid(c, "Resource handle must have two elements, but had shape: %s", op_in_shape(c, i));
		return NULL;
	}
	r = c->world->resource(c->world_ctx, tensor_str(t, 0), tensor_str(t, 1), cls, NULL, NULL, c->err);
	if (r)
		object_unref(&r->o);	/* the session's table holds it */
	return r;
}

struct resource *stepres_in(struct op_ctx *c, int i, const struct resource_class *cls)
{
	const struct tensor *t = c->in[i];
	struct object *o = t->dtype == DT_RESOURCE && t->n > 0 ? *(struct object **)t->data : NULL;

	if (t->dtype == DT_STRING)
		return by_strings(c, i, cls);
	if (o && o->cls == &cls->object)
		return (struct resource *)o;
	op_invalid(c, "input %d is no handle of a %s", i, cls->object.name);
	return NULL;
}

static void types_add(struct str *s, struct op_ctx *c, const enum dtype *t, int n, bool first)
{
	for (int i = 0; i < n; i++)
		str_addf(s, "%s%s", first && i == 0 ? "" : ", ", op_type_text(c, t[i]));
}

bool stepres_mismatch(struct op_ctx *c, const struct op_types *want)
{
	const char *handle = c->in[0]->dtype == DT_STRING ? "string_ref" : "resource";
	struct str s = STR_INIT;

	str_addf(&s, "Signature mismatch, have: %s", handle);
	for (int i = 1; i < c->n_in; i++)
		types_add(&s, c, &c->in[i]->dtype, 1, false);
	str_addz(&s, "->");
	for (int i = 0; i < c->n_out; i++)
		types_add(&s, c, &c->node->out_type[i], 1, i == 0);
	str_addf(&s, " expected: %s", handle);
	types_add(&s, c, want->in, want->n_in, false);
	str_addz(&s, "->");
	types_add(&s, c, want->out, want->n_out, true);
	op_invalid(c, "%s", str_z(&s));
	str_free(&s);
	return false;
}
