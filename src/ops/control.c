/* V1 control flow: the machine knows what these mean by their flags; the rows move values only. */
#include "ops/kernel.h"

static bool run_switch(struct op_ctx *c)
{
	if (c->in[1]->dtype != DT_BOOL || c->in[1]->rank != 0)
		return op_invalid(c, "The second input must be a scalar, but it has shape %s", op_in_shape(c, 1));
	return op_out_ref(c, *(const uint8_t *)c->in[1]->data ? 1 : 0, c->in[0]);
}

static bool run_merge(struct op_ctx *c)
{
	for (int i = 0; i < c->n_in; i++) {
		struct tensor *index;

		if (!c->in[i])
			continue;
		if (!op_out_ref(c, 0, c->in[i]))
			return false;
		index = op_out(c, 1, DT_INT32, 0, NULL);
		if (index)
			*(int32_t *)index->data = i;
		return index != NULL;
	}
	return op_fail(c, ERR_INTERNAL, "Merge ran without a live input");
}

static bool run_pass(struct op_ctx *c)
{
	return op_out_ref(c, 0, c->in[0]);
}

/* _SwitchN: the output that the index names lives; out of range: the last. */
static bool run_switch_n(struct op_ctx *c)
{
	int64_t k;

	if (c->in[1]->n != 1)
		return op_invalid(c, "The second input must be a scalar, but it has shape %s", op_in_shape(c, 1));
	k = tensor_get_i64(c->in[1], 0);
	return c->n_out > 0 && op_out_ref(c, k < 0 || k >= c->n_out ? c->n_out - 1 : (int)k, c->in[0]);
}

static bool run_ref_select(struct op_ctx *c)
{
	int64_t k;

	if (c->in[0]->n != 1 || c->in[0]->rank != 0)
		return op_invalid(c, "Index must be a scalar, but it has shape %s", op_in_shape(c, 0));
	k = tensor_get_i64(c->in[0], 0);
	if (k < 0 || k >= c->n_in - 1)
		return op_invalid(c, "Index must be in the range [0, %d) but got %lld", c->n_in - 1, (long long)k);
	return op_out_ref(c, 0, c->in[k + 1]);
}

static bool run_nothing(struct op_ctx *c)
{
	(void)c;
	return true;
}

static bool run_abort(struct op_ctx *c)
{
	struct sv text = SV("");
	bool leave = false;

	node_attr_str(c->node, "error_msg", &text);
	node_attr_bool(c->node, "exit_without_error", &leave);
	return op_fail(c, ERR_ABORTED, "%s: %.*s", leave ? "the model asks to leave the program" :
		       "the model aborts the program", SV_ARG(text));
}

static const struct op_row rows[] = {
	{ .name = "Switch", .n_in = 2, .n_out = 2, .flags = OP_SWITCH | OP_VIEW, .run = run_switch },
	{ .name = "RefSwitch", .n_in = 2, .n_out = 2, .flags = OP_SWITCH | OP_VIEW, .run = run_switch },
	{ .name = "Merge", .n_in = -1, .n_out = 2, .flags = OP_MERGE | OP_VIEW, .run = run_merge },
	{ .name = "RefMerge", .n_in = -1, .n_out = 2, .flags = OP_MERGE | OP_VIEW, .run = run_merge },
	{ .name = "Enter", .n_in = 1, .n_out = 1, .flags = OP_ENTER | OP_VIEW, .run = run_pass },
	{ .name = "Exit", .n_in = 1, .n_out = 1, .flags = OP_EXIT | OP_VIEW, .run = run_pass },
	{ .name = "NextIteration", .n_in = 1, .n_out = 1, .flags = OP_NEXT | OP_VIEW, .run = run_pass },
	{ .name = "LoopCond", .n_in = 1, .n_out = 1, .flags = OP_LOOPCOND | OP_VIEW, .run = run_pass },
	{ .name = "_SwitchN", .n_in = 2, .n_out = -1, .flags = OP_SWITCH | OP_VIEW, .run = run_switch_n },
	{ .name = "RefEnter", .n_in = 1, .n_out = 1, .flags = OP_ENTER | OP_VIEW, .run = run_pass },
	{ .name = "RefExit", .n_in = 1, .n_out = 1, .flags = OP_EXIT | OP_VIEW, .run = run_pass },
	{ .name = "RefNextIteration", .n_in = 1, .n_out = 1, .flags = OP_NEXT | OP_VIEW, .run = run_pass },
	{ .name = "RefIdentity", .n_in = 1, .n_out = 1, .flags = OP_VIEW, .run = run_pass },
	{ .name = "RefSelect", .n_in = -1, .n_out = 1, .flags = OP_VIEW, .run = run_ref_select },
	{ .name = "ControlTrigger", .n_in = 0, .n_out = 0, .run = run_nothing },
	{ .name = "Abort", .n_in = 0, .n_out = 0, .flags = OP_STATEFUL, .run = run_abort },
};

OP_FAMILY(family_control, rows);
