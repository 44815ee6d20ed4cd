/* Cast: every pair of numeric types, as TensorFlow's static_cast on the CPU. */
#include "ops/kernel.h"

static bool run_cast(struct op_ctx *c)
{
	enum dtype to;

	if (!node_attr_type(c->node, "DstT", &to))
		return op_invalid(c, "attr DstT is missing");
	if (c->in[0]->dtype == to)
		return op_out_ref(c, 0, c->in[0]);
	c->out[0] = tensor_cast(c->in[0], to, c->err);
	return c->out[0] != NULL;
}

static bool run_bitcast(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	enum dtype to;

	if (!node_attr_type(c->node, "type", &to))
		return op_invalid(c, "attr type is missing");
	if (dtype_info(to)->size != dtype_info(x->dtype)->size)
		return op_fail(c, ERR_UNIMPLEMENTED, "Bitcast between sizes %d and %d",
			       dtype_info(x->dtype)->size, dtype_info(to)->size);
	c->out[0] = tensor_view(c->in[0], to, x->rank, x->dim, c->err);
	return c->out[0] != NULL;
}

static const struct op_row rows[] = {
	{ .name = "Cast", .n_in = 1, .n_out = 1,
	  .types = { { "SrcT", DM_NUMBER | DM(DT_BOOL) }, { "DstT", DM_NUMBER | DM(DT_BOOL) } },
	  .run = run_cast },
	{ .name = "Bitcast", .n_in = 1, .n_out = 1, .types = { { "T", DM_NUMBER } }, .run = run_bitcast },
};

OP_FAMILY(family_cast, rows);
