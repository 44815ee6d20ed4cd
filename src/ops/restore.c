/* RestoreV2: values out of a checkpoint, through the world. */
#include <string.h>

#include "ops/text.h"

static bool vectors_ok(struct op_ctx *c)
{
	const struct tensor *prefix = c->in[0], *names = c->in[1], *slices = c->in[2];

	if (prefix->n != 1)
		return op_invalid(c, "Input prefix should have a single element, got %lld instead.",
				  (long long)prefix->n);
	if (names->rank != 1 || slices->rank != 1)
		return op_invalid(c,
				  "Input tensor_names and shape_and_slices should be an 1-D "
				  "tensors, got %s and %s "
				  "instead.",
				  op_in_shape(c, 1), op_in_shape(c, 2));
	if (names->n != slices->n)
		return op_invalid(c,
				  "tensor_names and shape_and_slices have different number of "
				  "elements: %lld vs. %lld",
				  (long long)names->n, (long long)slices->n);
	return names->n == c->n_out ||
	       op_invalid(c, "Got %lld tensor names, but %d expected dtypes.", (long long)names->n,
			  c->n_out);
}

/* The type that output i shall have; what is wrong is added to `wrong`, a line each. */
static void check_type(struct op_ctx *c, int i, enum dtype want, struct str *wrong)
{
	enum dtype got = c->out[i]->dtype;

	if (got != want)
		str_addf(wrong,
			 "%stensor_name = %.*s; expected dtype %s does not equal original dtype %s",
			 wrong->n ? "\n" : "", SV_ARG(tensor_str(c->in[1], i)), dtype_text(want),
			 dtype_text(got));
}

static bool run_restore(struct op_ctx *c)
{
	const struct attr_value *types;
	struct str wrong = STR_INIT;
	bool ok = vectors_ok(c);
	uint32_t n = 0;

	if (ok && (!node_attr_list(c->node, "dtypes", &types, &n) || (int)n != c->n_out))
		ok = op_invalid(c, "attr dtypes is missing or of the wrong length");
	for (int i = 0; ok && i < c->n_out; i++) {
		ok = c->world->go_on(c->world_ctx, c->err);
		if (ok)
			c->out[i] = c->world->restore(c->world_ctx, tensor_str(c->in[0], 0),
						      tensor_str(c->in[1], i),
						      tensor_str(c->in[2], i), DT_INVALID, c->err);
		ok = ok && c->out[i];
		if (ok)
			check_type(c, i, dtype_base((enum dtype)types[i].i), &wrong);
	}
	if (ok && wrong.n)
		ok = op_invalid(c, "%s", str_z(&wrong));
	str_free(&wrong);
	return ok;
}

static const struct op_row rows[] = {
	{ .name = "RestoreV2", .n_in = 3, .n_out = -1, .flags = OP_STATEFUL, .run = run_restore },
};

OP_FAMILY(family_restore, rows);
