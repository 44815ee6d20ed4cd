/* Gradients of layers: mostly the shape of what they are the gradient of. */
#include "infer/inside.h"

/* An input holds the shape. */
static void shape_input(struct rule_ctx *c)
{
	struct ishape s;

	if (rule_shape(c, (uint32_t)c->row->p, &s))
		rule_out(c, 0, s);
}

static void batch_norm_grad(struct rule_ctx *c)
{
	struct ishape y = rule_in(c, 0), scale = rule_in(c, 2);

	rule_out(c, 0, y);
	rule_out(c, 1, scale);
	rule_out(c, 2, scale);
	rule_vec(c, 3, 0);
	rule_vec(c, 4, 0);
}

RULES(grads,
	RULE_P("AvgPool3DGrad", shape_input, 0),
	RULE_P("AvgPoolGrad", shape_input, 0),
	RULE_P("Conv3DBackpropFilterV2", shape_input, 1),
	RULE_P("DepthwiseConv2dNativeBackpropFilter", shape_input, 1),
	RULE("FusedBatchNormGrad", batch_norm_grad),
	RULE("FusedBatchNormGradV2", batch_norm_grad),
	RULE("FusedBatchNormGradV3", batch_norm_grad),
	FORM("MaxPool3DGrad", "A _ _ -> A"),
	FORM("MaxPool3DGradGrad", "_ A _ -> A"),
	FORM("MaxPoolGrad", "A _ _ -> A"),
	FORM("MaxPoolGradGrad", "_ A _ -> A"),
	FORM("MaxPoolGradGradV2", "_ A _ -> A"),
	FORM("MaxPoolGradV2", "A _ _ -> A"),
	FORM("MaxPoolGradWithArgmax", "A _ _ -> A"));
