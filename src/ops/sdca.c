/* What goes with the SDCA optimizer of linear models: weights shrunk towards zero, and names of examples. */
#include <math.h>

#include "ops/hash.h"
#include "ops/kernel.h"
#include "ops/var.h"

static bool run_shrink(struct op_ctx *c)
{
	float l1 = 0, l2 = 0, less;

	node_attr_float(c->node, "l1", &l1);
	node_attr_float(c->node, "l2", &l2);
	less = (float)((double)(l1 / l2));
	for (int k = 0; k < c->n_in; k++) {
		struct var *v = var_ref_with_value(c, k);
		struct tensor *t = v ? var_own(c, v) : NULL;

		for (int64_t i = 0; t && i < t->n; i++) {
			float *w = (float *)t->data + i, far = fabsf(*w) - less;

			far = far > 0 ? far : 0;
			*w = isnan(*w) ? *w : (float)((*w > 0) - (*w < 0)) * far;
		}
		if (!t)
			return false;
	}
	return true;
}

/* The lower half is never 0 or 1, which tables keep for themselves. */
static bool run_print(struct op_ctx *c)
{
	const struct tensor *in = c->in[0];
	struct tensor *out;

	if (in->rank != 1)
		return op_invalid(c, "Input must be a vector, got shape %s", op_in_shape(c, 0));
	out = op_out(c, 0, DT_INT64, 2, (int64_t[]){ in->n, 2 });
	for (int64_t i = 0; out && i < in->n; i++) {
		uint64_t h[2];

		hash_city128(tensor_str(in, i), h);
		((uint64_t *)out->data)[2 * i] = h[0] >= 2 ? h[0] : h[0] + ~(uint64_t)1;
		((uint64_t *)out->data)[2 * i + 1] = h[1];
	}
	return out != NULL;
}

static const struct op_row rows[] = {
	{ .name = "SdcaFprint", .n_in = 1, .n_out = 1, .run = run_print },
	{ .name = "SdcaShrinkL1", .n_in = -1, .n_out = 0, .flags = OP_STATEFUL, .run = run_shrink },
};

OP_FAMILY(family_sdca, rows);
