/* V1 variables: VariableV2 and what assigns to it through a reference; see var.h. */
#include <string.h>

#include "ops/kernel.h"
#include "ops/var.h"

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

static bool run_assign(struct op_ctx *c)
{
	struct var *v = ref_of(c);
	bool check = true;

	if (!v)
		return false;
	node_attr_bool(c->node, "validate_shape", &check);
	if (check && v->value && !shape_eq(tensor_shape(v->value), tensor_shape(c->in[1])))
		return op_invalid(c, "Assign requires shapes of both tensors to match. lhs shape= %s rhs shape= %s",
				  op_shape(c, v->value->rank, v->value->dim), op_in_shape(c, 1));
	var_set(c, v, tensor_ref(c->in[1]));
	c->out[0] = var_ref_tensor(v, tensor_shape(c->in[1]), c->err);
	return c->out[0] != NULL;
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
	{ .name = "IsVariableInitialized", .n_in = 1, .n_out = 1, .flags = OP_STATEFUL,
	  .run = run_is_initialized },
};

OP_FAMILY(family_refvar, rows);
