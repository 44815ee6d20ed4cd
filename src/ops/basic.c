/* Constants, placeholders, and ops that hand on what they get. */
#include "ops/kernel.h"

#include <string.h>

/* Only looks: the value is decoded when the node runs. */
static bool prepare_const(const struct node *n, void *state, struct arena *a, struct err *err)
{
	struct sv bytes;
	enum dtype t;

	(void)state, (void)a;
	if (!node_attr_tensor(n, "value", &bytes))
		return err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT,
			       "%.*s (op %.*s): attr 'value' is missing", SV_ARG(n->name), SV_ARG(n->op));
	if (!node_attr_type(n, "dtype", &t))
		return attr_missing(n, "dtype", err);
	return true;
}

static bool run_const(struct op_ctx *c)
{
	struct sv bytes;
	enum dtype t;

	if (!node_attr_tensor(c->node, "value", &bytes) || !node_attr_type(c->node, "dtype", &t))
		return op_invalid(c, "attr 'value' or 'dtype' is missing");
	c->out[0] = tensorproto_decode(bytes, c->err);
	if (c->out[0] && c->out[0]->dtype != t)
		return op_invalid(c, "the value is %s, attr 'dtype' says %s",
				  dtype_info(c->out[0]->dtype)->name, dtype_info(t)->name);
	return c->out[0] != NULL;
}

static bool run_identity(struct op_ctx *c)
{
	return op_out_ref(c, 0, c->in[0]);
}

static bool run_identity_n(struct op_ctx *c)
{
	for (int i = 0; i < c->n_in && i < c->n_out; i++)
		if (!op_out_ref(c, i, c->in[i]))
			return false;
	return true;
}

static bool run_noop(struct op_ctx *c)
{
	(void)c;
	return true;
}

static bool run_unfed(struct op_ctx *c)
{
	struct shape s = { SHAPE_UNKNOWN_RANK, NULL };
	enum dtype t = DT_INVALID;
	const char *name;

	if (!node_attr_type(c->node, "dtype", &t))
		node_attr_type(c->node, "T", &t);
	name = dtype_text(t);
	if (node_attr_shape(c->node, "shape", &s) && s.rank > 0)
		return op_invalid(c, "You must feed a value for placeholder tensor '%.*s' with dtype %s and shape %s",
				  SV_ARG(c->node->name), name, op_shape(c, s.rank, s.dim));
	return op_invalid(c, "You must feed a value for placeholder tensor '%.*s' with dtype %s",
			  SV_ARG(c->node->name), name);
}

/* Stands for a parameter that a branch does not use: nobody may look at the values. */
static bool run_fake(struct op_ctx *c)
{
	struct shape s = { 0, NULL };
	enum dtype t = DT_INVALID;
	int64_t *dim;

	if (!node_attr_type(c->node, "dtype", &t) || !node_attr_shape(c->node, "shape", &s))
		return op_invalid(c, "attrs 'dtype' and 'shape' are missing");
	if (s.rank < 0)
		s.rank = 0;
	dim = arena_array(c->scratch, (size_t)s.rank + 1, sizeof(*dim));
	for (int i = 0; i < s.rank; i++)
		dim[i] = s.dim[i] < 0 ? 0 : s.dim[i];
	c->out[0] = tensor_zeros(t, s.rank, dim, c->err);
	return c->out[0] != NULL;
}

static const struct op_row rows[] = {
	{ .name = "FakeParam", .n_in = 0, .n_out = 1, .run = run_fake },
	{ .name = "Const", .n_in = 0, .n_out = 1, .prepare = prepare_const, .run = run_const },
	{ .name = "HostConst", .n_in = 0, .n_out = 1, .prepare = prepare_const, .run = run_const },
	{ .name = "Identity", .n_in = 1, .n_out = 1, .flags = OP_VIEW, .run = run_identity },
	{ .name = "StopGradient", .n_in = 1, .n_out = 1, .flags = OP_VIEW, .run = run_identity },
	{ .name = "PreventGradient", .n_in = 1, .n_out = 1, .flags = OP_VIEW, .run = run_identity },
	{ .name = "Snapshot", .n_in = 1, .n_out = 1, .flags = OP_VIEW, .run = run_identity },
	{ .name = "PlaceholderWithDefault", .n_in = 1, .n_out = 1, .flags = OP_VIEW, .run = run_identity },
	{ .name = "IdentityN", .n_in = -1, .n_out = -1, .flags = OP_VIEW, .run = run_identity_n },
	{ .name = "NoOp", .n_in = 0, .n_out = 0, .run = run_noop },
	{ .name = "Placeholder", .n_in = 0, .n_out = 1, .flags = OP_FEED, .run = run_unfed },
	{ .name = "PlaceholderV2", .n_in = 0, .n_out = 1, .flags = OP_FEED, .run = run_unfed },
	{ .name = "_Arg", .n_in = 0, .n_out = 1, .flags = OP_FEED, .run = run_unfed },
};

OP_FAMILY(family_basic, rows);
