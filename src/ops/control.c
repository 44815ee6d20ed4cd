/* V1 control flow: the machine knows what these mean by their flags; the rows move values only. */
#include "ops/kernel.h"

static bool run_switch(struct op_ctx *c)
{
	if (c->in[1]->dtype != DT_BOOL || c->in[1]->n != 1)
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

static const struct op_row rows[] = {
	{ .name = "Switch", .n_in = 2, .n_out = 2, .flags = OP_SWITCH | OP_VIEW, .run = run_switch },
	{ .name = "RefSwitch", .n_in = 2, .n_out = 2, .flags = OP_SWITCH | OP_VIEW, .run = run_switch },
	{ .name = "Merge", .n_in = -1, .n_out = 2, .flags = OP_MERGE | OP_VIEW, .run = run_merge },
	{ .name = "RefMerge", .n_in = -1, .n_out = 2, .flags = OP_MERGE | OP_VIEW, .run = run_merge },
	{ .name = "Enter", .n_in = 1, .n_out = 1, .flags = OP_ENTER | OP_VIEW, .run = run_pass },
	{ .name = "Exit", .n_in = 1, .n_out = 1, .flags = OP_EXIT | OP_VIEW, .run = run_pass },
	{ .name = "NextIteration", .n_in = 1, .n_out = 1, .flags = OP_NEXT | OP_VIEW, .run = run_pass },
	{ .name = "LoopCond", .n_in = 1, .n_out = 1, .flags = OP_LOOPCOND | OP_VIEW, .run = run_pass },
};

OP_FAMILY(family_control, rows);
