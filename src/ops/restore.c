/* Checkpoints, through the world: RestoreV2, Restore, RestoreSlice; SaveV2, Save, SaveSlices; MergeV2Checkpoints. */
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
	return names->n == slices->n ||
	       op_invalid(c,
			  "tensor_names and shape_and_slices have different number of "
			  "elements: %lld vs. %lld",
			  (long long)names->n, (long long)slices->n);
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
	bool ok = vectors_ok(c) &&
		  (c->in[1]->n == c->n_out ||
		   op_invalid(c, "Got %lld tensor names, but %d expected dtypes.", (long long)c->in[1]->n,
			      c->n_out));
	uint32_t n = 0;

	if (ok && (!node_attr_list(c->node, "dtypes", &types, &n) || (int)n != c->n_out))
		ok = op_invalid(c, "attr dtypes is missing or of the wrong length");
	for (int i = 0; ok && i < c->n_out; i++) {
		ok = c->world->go_on(c->world_ctx, c->err);
		if (ok)
			c->out[i] = c->world->restore(c->world_ctx, tensor_str(c->in[0], 0),
						      tensor_str(c->in[1], i),
						      tensor_str(c->in[2], i), dtype_base((enum dtype)types[i].i),
						      dtype_base((enum dtype)types[0].i), c->err);
		ok = ok && c->out[i];
		if (ok)
			check_type(c, i, dtype_base((enum dtype)types[i].i), &wrong);
	}
	if (ok && wrong.n)
		ok = op_invalid(c, "%s", str_z(&wrong));
	str_free(&wrong);
	return ok;
}

/* ---- the old form ---- */

static bool one_at_least(struct op_ctx *c, int i, const char *fmt)
{
	return c->in[i]->n > 0 || op_invalid(c, "%s", fmt);
}

/* Input 2 is there for RestoreSlice only. */
static bool run_restore_v1(struct op_ctx *c)
{
	enum dtype t = DT_INVALID;

	node_attr_type(c->node, "dt", &t);
	if (c->in[0]->n != 1)
		return op_invalid(c, "Input 0 (file_pattern) must be a string scalar; got a tensor of %lld elements",
				  (long long)c->in[0]->n);
	if (!one_at_least(c, 1, "Input 1 (file_pattern) must be a have at least 1 elements") ||
	    (c->n_in > 2 && !one_at_least(c, 2, "Input 2 (shape_and_slice) must be a have at least 1 elements")))
		return false;
	c->out[0] = c->world->restore_v1(c->world_ctx, tensor_str(c->in[0], 0), tensor_str(c->in[1], 0),
					 c->n_in > 2 ? tensor_str(c->in[2], 0) : SV(""), t, t, c->err);
	return c->out[0] != NULL;
}

/* ---- saving ---- */

static bool save(struct op_ctx *c, bool v1, int fixed)
{
	struct op_save what = { .path = tensor_str(c->in[0], 0), .v1 = v1, .names = c->in[1],
				.slices = fixed > 2 ? c->in[2] : NULL, .value = c->in + fixed,
				.n = c->n_in - fixed };

	return c->world->save(c->world_ctx, &what, c->err);
}

static bool run_save_v2(struct op_ctx *c)
{
	return vectors_ok(c) &&
	       (c->in[1]->n == c->n_in - 3 ||
		op_invalid(c, "Got %lld tensor names but %d tensors.", (long long)c->in[1]->n, c->n_in - 3)) &&
	       save(c, false, 3);
}

static bool run_save_v1(struct op_ctx *c)
{
	int fixed = sv_is(c->node->op, "Save") ? 2 : 3;
	long long n = c->in[1]->n;

	if (c->in[0]->n != 1)
		return op_invalid(c, "Input 0 (filename) must be a string scalar; got a tensor of %lldelements",
				  (long long)c->in[0]->n);
	if (fixed > 2 && c->in[2]->n != n)
		return op_invalid(c, "Expected %lld elements for the tensor shapes and slices but got %lld", n,
				  (long long)c->in[2]->n);
	if (c->n_in != n + fixed)
		return op_invalid(c, "Expected totally %lld inputs as input #1 (which is a string tensor of saved "
				  "names) contains %lld names, but received %d inputs", n + fixed, n, c->n_in);
	return save(c, true, fixed);
}

static bool run_merge(struct op_ctx *c)
{
	bool delete_dirs = true, allow_missing = false;

	node_attr_bool(c->node, "delete_old_dirs", &delete_dirs);
	node_attr_bool(c->node, "allow_missing_files", &allow_missing);
	if (c->in[0]->rank != 1)
		return op_invalid(c, "Input checkpoint_prefixes should be an 1-D tensor, got %s instead.",
				  op_in_shape(c, 0));
	if (c->in[1]->rank != 0)
		return op_invalid(c, "Input destination_prefix should be a scalar tensor, got %s instead.",
				  op_in_shape(c, 1));
	return c->world->merge(c->world_ctx, c->in[0], tensor_str(c->in[1], 0), delete_dirs, allow_missing, c->err);
}

static const struct op_row rows[] = {
	{ .name = "RestoreV2", .n_in = 3, .n_out = -1, .flags = OP_STATEFUL, .run = run_restore },
	{ .name = "Restore", .n_in = 2, .n_out = 1, .flags = OP_STATEFUL, .run = run_restore_v1 },
	{ .name = "RestoreSlice", .n_in = 3, .n_out = 1, .flags = OP_STATEFUL, .run = run_restore_v1 },
	{ .name = "SaveV2", .n_in = -1, .n_out = 0, .flags = OP_STATEFUL, .run = run_save_v2 },
	{ .name = "Save", .n_in = -1, .n_out = 0, .flags = OP_STATEFUL, .run = run_save_v1 },
	{ .name = "SaveSlices", .n_in = -1, .n_out = 0, .flags = OP_STATEFUL, .run = run_save_v1 },
	{ .name = "MergeV2Checkpoints", .n_in = 2, .n_out = 0, .flags = OP_STATEFUL, .run = run_merge },
};

OP_FAMILY(family_restore, rows);
