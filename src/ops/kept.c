/*
 * Tensors that a session keeps under a handle, for another run to take: GetSessionHandle and its
 * kin. They are variables of a container of their own, so that snapshots hold them.
 */
#include <string.h>

#include "ops/kernel.h"
#include "ops/stepres.h"
#include "ops/tensorlist.h"
#include "ops/var.h"

#define KEPT SV("_session_tensors")
#define DEVICE "/job:localhost/replica:0/task:0/device:CPU:0"

static struct resource *kept(struct op_ctx *c, struct sv name, const struct var_make *m)
{
	return c->world->resource(c->world_ctx, KEPT, name, &var_class, m ? var_new : NULL,
				  (void *)m, c->err);
}

/* A name that no tensor has yet: the node's, a number, the device. */
static const char *free_name(struct op_ctx *c)
{
	struct err none = {0}, *err = c->err;
	const char *name = NULL;
	struct resource *r = NULL;

	c->err = &none;
	for (int64_t k = 0; k == 0 || r; k++) {
		if (r)
			object_unref(&r->o);
		name = arena_printf(c->scratch, "%.*s;%lld;" DEVICE, SV_ARG(c->node->name),
				    (long long)k);
		r = kept(c, sv_of(name), NULL);
		if (r && !((struct var *)r)->value) { /* one that was deleted */
			object_unref(&r->o);
			r = NULL;
		}
		err_clear(&none);
	}
	c->err = err;
	return name;
}

static bool run_keep(struct op_ctx *c)
{
	const char *name = free_name(c);
	struct var_make m = {KEPT, sv_of(name), c->in[0]->dtype};
	struct resource *r = kept(c, m.name, &m);

	if (!r)
		return false;
	var_set(c, (struct var *)r, tensor_ref(c->in[0]));
	if (dtype_base(c->node->out_type[0]) == DT_RESOURCE)
		return stepres_give(c, 0, r);
	object_unref(&r->o); /* the session's table holds it */
	c->out[0] = tensor_scalar_str(m.name, c->err);
	return c->out[0] != NULL;
}

/* The one that the scalar string names. Gives. */
static struct var *kept_in(struct op_ctx *c, const char *complaint)
{
	struct err none = {0}, *err = c->err;
	struct sv name = c->in[0]->n == 1 ? tensor_str(c->in[0], 0) : SV("");
	struct resource *r;

	c->err = &none;
	r = kept(c, name, NULL);
	c->err = err;
	err_clear(&none);
	if (r && ((struct var *)r)->value)
		return (struct var *)r;
	if (r)
		object_unref(&r->o);
	op_invalid(c, "%s with handle '%.*s' %s the session store.", complaint, SV_ARG(name),
		   complaint[0] == 'T' ? "is not in" : "in");
	return NULL;
}

static bool run_get(struct op_ctx *c)
{
	struct var *v = kept_in(c, "The tensor");
	bool ok;

	if (!v)
		return false;
	ok = v->value->dtype == c->node->out_type[0]
		     ? op_out_ref(c, 0, v->value)
		     : op_invalid(c, "the tensor is %s, attr 'dtype' says %s",
				  op_type_text(c, v->value->dtype),
				  op_type_text(c, c->node->out_type[0]));
	object_unref(&v->r.o);
	return ok;
}

static bool run_delete(struct op_ctx *c)
{
	struct var *v = kept_in(c, "Failed to delete a tensor");

	if (!v)
		return false;
	var_set(c, v, NULL);
	object_unref(&v->r.o);
	return true;
}

#define ROW(what, out, fn)                                                                         \
	{                                                                                          \
		.name = what, .n_in = 1, .n_out = out, .flags = OP_STATEFUL, .run = fn             \
	}

static const struct op_row rows[] = {
	ROW("GetSessionHandle", 1, run_keep),
	ROW("GetSessionHandleV2", 1, run_keep),
	ROW("GetSessionTensor", 1, run_get),
	ROW("DeleteSessionTensor", 0, run_delete),
};

OP_FAMILY(family_kept, rows);
