/* Gather, GatherV2, ResourceGather. */
#include <string.h>

#include "ops/kernel.h"
#include "ops/var.h"

static bool gather(struct op_ctx *c, struct tensor *x, const struct tensor *idx, int64_t axis, int64_t batch)
{
	int64_t *dim = arena_array(c->scratch, (size_t)(x->rank + idx->rank) + 1, sizeof(*dim));
	int64_t outer = 1, mid = 1, inner = 1, per = 1, limit, k = 0;
	size_t size = dtype_info(x->dtype)->size;
	struct tensor *out;

	if (!axis_norm(&axis, x->rank))
		return op_invalid(c, "Expected axis in the range [%d, %d), but got %lld", -x->rank, x->rank, (long long)axis);
	if (batch < 0)
		batch += idx->rank;
	if (batch < 0 || batch > axis || batch > idx->rank)
		return op_invalid(c, "batch_dims (%lld) must be less than or equal to axis (%lld).", (long long)batch,
				  (long long)axis);
	for (int64_t d = 0; d < batch; d++) {
		if (x->dim[d] != idx->dim[d])
			return op_invalid(c, "params.shape[%lld]: %lld should be equal to indices.shape[%lld]: %lld", (long long)d,
					  (long long)x->dim[d], (long long)d, (long long)idx->dim[d]);
		outer *= x->dim[d];
		dim[k++] = x->dim[d];
	}
	for (int64_t d = batch; d < axis; d++)
		mid *= dim[k++] = x->dim[d];
	for (int64_t d = batch; d < idx->rank; d++)
		per *= dim[k++] = idx->dim[d];
	for (int64_t d = axis + 1; d < x->rank; d++)
		inner *= dim[k++] = x->dim[d];
	if (k > SHAPE_MAX_RANK)
		return op_invalid(c, "a result of %lld dimensions", (long long)k);
	limit = x->dim[axis];
	out = op_out(c, 0, x->dtype, (int)k, dim);
	if (!out)
		return false;
	for (int64_t i = 0; i < idx->n; i++) {
		int64_t v = tensor_get_i64(idx, i);

		if (v < 0 || v >= limit)
			return op_invalid(c, "indices%s = %lld is not in [0, %lld)", idx->rank == 0 ? "" :
					  arena_printf(c->scratch, "[%lld]", (long long)i), (long long)v, (long long)limit);
	}
	for (int64_t b = 0; b < outer; b++)
		for (int64_t m = 0; m < mid; m++)
			for (int64_t i = 0; i < per; i++) {
				int64_t v = tensor_get_i64(idx, b * per + i);
				size_t to = (size_t)(((b * mid + m) * per + i) * inner) * size;
				size_t from = (size_t)(((b * mid + m) * limit + v) * inner) * size;

				if (!el_copy(x->dtype, (char *)out->data + to, (char *)x->data + from, inner, c->err))
					return false;
			}
	return true;
}

static bool run_gather_v2(struct op_ctx *c)
{
	int64_t axis, batch = 0;

	node_attr_int(c->node, "batch_dims", &batch);
	return op_int_scalar(c, 2, &axis) && gather(c, c->in[0], c->in[1], axis, batch);
}

static bool run_gather(struct op_ctx *c)
{
	return gather(c, c->in[0], c->in[1], 0, 0);
}

static bool run_resource_gather(struct op_ctx *c)
{
	struct var *v = var_of(c, 0);
	int64_t batch = 0;

	if (!v)
		return false;
	if (!v->value)
		return op_fail(c, ERR_FAILED_PRECONDITION, "Error while reading resource variable %s: it is not initialised",
			       v->r.name);
	node_attr_int(c->node, "batch_dims", &batch);
	return gather(c, v->value, c->in[1], batch, batch);
}

static const struct op_row rows[] = {
	{ .name = "Gather", .n_in = 2, .n_out = 1, .types = { { "Tparams", DM_ANY } }, .run = run_gather },
	{ .name = "GatherV2", .n_in = 3, .n_out = 1, .types = { { "Tparams", DM_ANY } }, .run = run_gather_v2 },
	{ .name = "ResourceGather", .n_in = 2, .n_out = 1, .flags = OP_STATEFUL, .run = run_resource_gather },
};

OP_FAMILY(family_gather, rows);
