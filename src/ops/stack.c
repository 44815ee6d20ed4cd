/* Stacks; see stack.h. */
#include "ops/stack.h"

#include <stdlib.h>
#include <string.h>

#include "ops/tensorlist.h"
#include "ops/var.h"

struct stack_saved {
	struct plist v;
	bool closed;
};

static void stack_destroy(struct object *o)
{
	struct stack *s = (struct stack *)o;

	plist_free(&s->v);
	free(s->shown);
	free(s->r.container);
	free(s->r.name);
	free(s);
}

static void stack_describe(const struct object *o, struct str *out)
{
	str_addf(out, "stack of %lld tensors", (long long)((const struct stack *)o)->v.n);
}

static void *stack_save(struct resource *r)
{
	struct stack_saved *s = xmalloc(sizeof(*s));

	*s = (struct stack_saved){ plist_copy(&((struct stack *)r)->v), ((struct stack *)r)->closed };
	return s;
}

static void stack_load(struct resource *r, const void *saved)
{
	const struct stack_saved *s = saved;
	struct plist old = ((struct stack *)r)->v;

	((struct stack *)r)->v = plist_copy(&s->v);
	((struct stack *)r)->closed = s->closed;
	plist_free(&old);
}

static void stack_saved_free(void *saved)
{
	plist_free(&((struct stack_saved *)saved)->v);
	free(saved);
}

const struct resource_class stack_class = {
	.object = { .name = "stack", .destroy = stack_destroy, .describe = stack_describe },
	.save = stack_save, .load = stack_load, .saved_free = stack_saved_free,
};

static struct resource *stack_new(void *arg)
{
	struct op_ctx *c = arg;
	struct stack *s = xcalloc(1, sizeof(*s));
	struct sv name = SV("");

	if (!node_attr_str(c->node, "stack_name", &name) || !name.n)
		name = c->node->name;
	atomic_init(&s->r.o.refs, 1);
	s->r.o.cls = &stack_class.object;
	s->r.rcls = &stack_class;
	s->shown = xasprintf("%.*s_0", SV_ARG(name));
	node_attr_type(c->node, "elem_type", &s->dtype);
	return &s->r;
}

static bool run_make(struct op_ctx *c)
{
	struct resource *r;

	if (c->in[0]->rank != 0)
		return op_invalid(c, "Stack size must be a scalar, but had shape: %s", op_in_shape(c, 0));
	r = stepres_make(c, &stack_class, stack_new, c);
	if (!r)
		return false;
	((struct stack *)r)->max = scalar_i32(c->in[0]) < 0 ? INT32_MAX : scalar_i32(c->in[0]);
	c->out[0] = handle_tensor(&r->o, c->err);
	return c->out[0] != NULL;
}

static struct stack *stack_in(struct op_ctx *c)
{
	struct stack *s = (struct stack *)stepres_in(c, 0, &stack_class);

	if (s && s->closed) {
		op_invalid(c, "Stack[%s] has already been closed.", s->shown);
		return NULL;
	}
	return s;
}

static bool run_push(struct op_ctx *c)
{
	struct stack *s = stack_in(c);

	if (!s)
		return false;
	if (c->in[1]->dtype != s->dtype)
		return op_invalid(c, "Must have type %d but got %d", s->dtype, c->in[1]->dtype);
	if (s->v.n >= s->max)
		return op_invalid(c, "Stack[%s] overflowed its max_size (%lld)", s->shown, (long long)s->max);
	plist_push(&s->v, tensor_ref(c->in[1]));
	c->world->wrote(c->world_ctx, &s->r);
	return op_out_ref(c, 0, c->in[1]);
}

static bool run_pop(struct op_ctx *c)
{
	struct stack *s = stack_in(c);

	if (!s)
		return false;
	if (s->v.n == 0)
		return op_invalid(c, "Stack[%s] is empty when calling Pop().", s->shown);
	op_out_ref(c, 0, plist_get(&s->v, s->v.n - 1));
	plist_resize(&s->v, s->v.n - 1);
	c->world->wrote(c->world_ctx, &s->r);
	return true;
}

static bool run_close(struct op_ctx *c)
{
	struct stack *s = (struct stack *)stepres_in(c, 0, &stack_class);

	if (!s)
		return false;
	plist_free(&s->v);
	s->closed = true;
	c->world->wrote(c->world_ctx, &s->r);
	return true;
}

static const struct op_row rows[] = {
	{ .name = "StackV2", .n_in = 1, .n_out = 1, .flags = OP_STATEFUL, .run = run_make },
	{ .name = "StackPushV2", .n_in = 2, .n_out = 1, .flags = OP_STATEFUL, .run = run_push },
	{ .name = "StackPopV2", .n_in = 1, .n_out = 1, .flags = OP_STATEFUL, .run = run_pop },
	{ .name = "StackCloseV2", .n_in = 1, .n_out = 0, .flags = OP_STATEFUL, .run = run_close },
};

OP_FAMILY(family_stack, rows);
