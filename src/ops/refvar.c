/* V1 variables: VariableV2 and what assigns to it through a reference; see var.h. */
#include <string.h>

#include "ops/arith.h"
#include "ops/kernel.h"
#include "ops/var.h"

static void declare(struct var *v, struct shape s)
{
	if (v->declared || !shape_known(s))
		return;
	v->declared = xcalloc((size_t)s.rank + 1, sizeof(*v->declared));
	v->declared[0] = s.rank;
	if (s.rank)
		memcpy(v->declared + 1, s.dim, (size_t)s.rank * sizeof(*s.dim));
}

/* What a value must look like to be assigned with validation. */
static struct shape wanted(const struct var *v)
{
	if (v->value)
		return tensor_shape(v->value);
	if (v->declared)
		return (struct shape){ (int)v->declared[0], v->declared + 1 };
	return (struct shape){ SHAPE_UNKNOWN_RANK, NULL };
}

static bool run_variable(struct op_ctx *c)
{
	struct var_make m = { SV(""), SV(""), DT_INVALID };
	struct shape s = { SHAPE_UNKNOWN_RANK, NULL };
	struct resource *r;

	node_attr_str(c->node, "container", &m.container);
	if (!node_attr_str(c->node, "shared_name", &m.name) || !m.name.n)
		m.name = c->node->name;
	node_attr_type(c->node, "dtype", &m.dtype);
	node_attr_shape(c->node, "shape", &s);
	r = c->world->resource(c->world_ctx, m.container, m.name, &var_class, var_new, &m, c->err);
	if (!r)
		return false;
	declare((struct var *)r, s);
	c->out[0] = var_ref_tensor((struct var *)r, s, c->err);
	object_unref(&r->o);
	return c->out[0] != NULL;
}

static struct var *ref_of(struct op_ctx *c)
{
	struct var *v = var_of_ref(c->in[0]);

	if (!v)
		op_invalid(c, "input 0 is no reference to a variable");
	return v;
}

bool var_uninitialized(struct op_ctx *c, int i)
{
	struct sv name = c->node->in_text ? c->node->in_text[i] : sv_of("?");

	for (size_t k = 0; k < name.n; k++)	/* the node alone, without its output */
		if (name.p[k] == ':')
			name.n = k;
	return op_fail(c, ERR_FAILED_PRECONDITION, "Attempting to use uninitialized value %.*s", SV_ARG(name));
}

struct var *var_ref_with_value(struct op_ctx *c, int i)
{
	struct var *v = var_of_ref(c->in[i]);

	if (!v)
		op_invalid(c, "input %d is no reference to a variable", i);
	else if (!v->value)
		var_uninitialized(c, i);
	return v && v->value ? v : NULL;
}

static bool run_assign(struct op_ctx *c)
{
	struct var *v = ref_of(c);
	bool check = true;

	if (!v)
		return false;
	node_attr_bool(c->node, "validate_shape", &check);
	if (check && !shape_accepts(wanted(v), tensor_shape(c->in[1])))
		return op_invalid(c, "Assign requires shapes of both tensors to match. lhs shape= %s rhs shape= %s",
				  op_shape(c, wanted(v).rank, wanted(v).dim), op_in_shape(c, 1));
	var_set(c, v, tensor_ref(c->in[1]));
	c->out[0] = var_ref_tensor(v, tensor_shape(c->in[1]), c->err);
	return c->out[0] != NULL;
}

static bool run_assign_add(struct op_ctx *c)
{
	struct var *v = var_ref_with_value(c, 0);
	const struct tensor *d = c->in[1];
	struct tensor *t;

	if (!v)
		return false;
	if (!shape_eq(tensor_shape(v->value), tensor_shape(d)) || v->value->dtype != d->dtype)
		return op_invalid(c, "Parameters and update must be the same size");
	t = var_own(c, v);
	if (!t)
		return false;
	if (!arith_run(c->row->data ? ARITH_SUB : ARITH_ADD, t->dtype, t->data, d->data, 1, t->n))
		return op_fail(c, ERR_UNIMPLEMENTED, "no update of this type");
	c->out[0] = var_ref_tensor(v, tensor_shape(t), c->err);
	return c->out[0] != NULL;
}

static bool run_count_up_to(struct op_ctx *c)
{
	struct var *v = var_ref_with_value(c, 0);

	return v && var_count_up_to(c, v);
}

/* A variable of this step alone: nobody but its reference knows it. */
static bool run_temporary(struct op_ctx *c)
{
	struct var_make m = { SV(""), c->node->name, DT_INVALID };
	struct shape s = { SHAPE_UNKNOWN_RANK, NULL };
	struct resource *r;

	node_attr_type(c->node, "dtype", &m.dtype);
	node_attr_shape(c->node, "shape", &s);
	r = var_new(&m);
	c->out[0] = var_ref_tensor((struct var *)r, s, c->err);
	object_unref(&r->o);
	return c->out[0] != NULL;
}

static bool run_temporary_gone(struct op_ctx *c)
{
	struct var *v = var_ref_with_value(c, 0);

	return v && op_out_ref(c, 0, v->value);
}

static bool run_is_initialized(struct op_ctx *c)
{
	struct var *v = ref_of(c);
	struct tensor *out = v ? op_out(c, 0, DT_BOOL, 0, NULL) : NULL;

	if (out)
		*(uint8_t *)out->data = v->value != NULL;
	return out != NULL;
}

static const struct op_row rows[] = {
	{ .name = "VariableV2", .n_in = 0, .n_out = 1, .flags = OP_STATEFUL, .run = run_variable },
	{ .name = "Variable", .n_in = 0, .n_out = 1, .flags = OP_STATEFUL, .run = run_variable },
	{ .name = "Assign", .n_in = 2, .n_out = 1, .flags = OP_STATEFUL, .run = run_assign },
	{ .name = "AssignAdd", .n_in = 2, .n_out = 1, .types = { { "T", DM_NUMBER } }, .flags = OP_STATEFUL,
	  .run = run_assign_add },
	{ .name = "AssignSub", .n_in = 2, .n_out = 1, .types = { { "T", DM_NUMBER } }, .flags = OP_STATEFUL,
	  .run = run_assign_add, .data = "sub" },
	{ .name = "CountUpTo", .n_in = 1, .n_out = 1, .types = { { "T", DM_INDEX } }, .flags = OP_STATEFUL,
	  .run = run_count_up_to },
	{ .name = "TemporaryVariable", .n_in = 0, .n_out = 1, .flags = OP_STATEFUL, .run = run_temporary },
	{ .name = "DestroyTemporaryVariable", .n_in = 1, .n_out = 1, .flags = OP_STATEFUL,
	  .run = run_temporary_gone },
	{ .name = "IsVariableInitialized", .n_in = 1, .n_out = 1, .flags = OP_STATEFUL,
	  .run = run_is_initialized },
};

OP_FAMILY(family_refvar, rows);
