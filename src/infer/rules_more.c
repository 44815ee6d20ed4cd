/* Ops without a kernel that models in the wild have: summaries, iterators, cuDNN's cells. */
#include "infer/inside.h"

#include <string.h>

/* out[i]: the shape of input p >> 4 * i & 15. */
static void picked(struct rule_ctx *c)
{
	for (uint32_t i = 0; i < c->n_out && i < 8; i++)
		rule_out(c, i, rule_in(c, (uint32_t)c->row->p >> (4 * i) & 15));
}

/* A data set's handle says what an element is; IteratorGetNext says it itself. */
static void iterator(struct rule_ctx *c)
{
	const struct attr_value *types, *shapes;
	struct ihandle_item item[16];
	uint32_t n, m;

	rule_scalar(c, 0);
	if (!node_attr_list(c->n, "output_types", &types, &n) || !node_attr_list(c->n, "output_shapes", &shapes, &m) ||
	    n != m || n > 16 || !c->n_out)
		return;
	for (uint32_t i = 0; i < n; i++)
		item[i] = (struct ihandle_item){ (enum dtype)types[i].i, shapes[i].kind == ATTR_SHAPE
			? ishape_from(c->inf, shapes[i].shape) : ishape_unknown() };
	c->out[0].handle = ihandle_new(c->inf, n, item);
}

static void cudnn(struct rule_ctx *c)
{
	struct ishape x = rule_in(c, 0), h = rule_in(c, 1);
	bool lstm = rule_attr_is(c, "rnn_mode", "lstm"), both = rule_attr_is(c, "direction", "bidirectional");

	if (x.rank == 3 && h.rank == 3)
		rule_dims(c, 0, 3, x.dim[0], x.dim[1], both ? sym_mul(&c->inf->syms, h.dim[2], 2) : h.dim[2]);
	rule_out(c, 1, h);
	if (lstm)
		rule_out(c, 2, h);
	else
		rule_scalar(c, 2);
	if (c->n_out > 4)
		rule_vec(c, 4, rule_new(c));
}

RULES(more,
	FORM("ScalarSummary", "_ _ -> []"),
	FORM("HistogramSummary", "_ _ -> []"),
	FORM("MergeSummary", "-> []"),
	FORM("ImageSummary", "-> []"),
	FORM("TensorSummary", "-> []"),
	RULE("CudnnRNN", cudnn),
	RULE("CudnnRNNV2", cudnn),
	RULE("CudnnRNNV3", cudnn),
	RULE_P("CudnnRNNBackprop", picked, 0x3210),
	RULE_P("CudnnRNNBackpropV2", picked, 0x3210),
	RULE_P("CudnnRNNBackpropV3", picked, 0x3210),
	RULE("IteratorV2", iterator),
	RULE("OneShotIterator", iterator),
	RULE("IteratorFromStringHandle", iterator),
	RULE("IteratorFromStringHandleV2", iterator),
	RULE("IteratorToStringHandle", rule_scalars),
	RULE("IteratorGetNext", rule_said),
	RULE("IteratorGetNextSync", rule_said),
	RULE("MakeIterator", rule_unknown),
	FORM("AccumulateNV2", "A -> A"),
	RULE("PyFuncStateless", rule_unknown));
