/*
 * Batch, Unbatch and UnbatchGrad as a single caller sees them: its rows are the whole batch, padded
 * to an allowed size. A row of the index names the caller, where its rows begin and where they end.
 */
#include <string.h>

#include "ops/tensorlist.h"

/* Sizes rise, and the last is the largest batch. */
static bool sizes_ok(struct op_ctx *c, const struct attr_value *size, uint32_t n, int64_t most)
{
	for (uint32_t i = 1; i < n; i++)
		if (size[i].i <= size[i - 1].i)
			return op_invalid(
				c, "allowed_batch_sizes entries must be monotonically increasing");
	return n == 0 || size[n - 1].i == most ||
	       op_invalid(c, "final entry in allowed_batch_sizes must equal max_batch_size");
}

/* How many rows there are, and how many the batch gets. */
static bool batch_size(struct op_ctx *c, int64_t *n, int64_t *padded)
{
	const struct attr_value *size = NULL;
	int64_t most = 0;
	uint32_t k = 0;

	node_attr_int(c->node, "max_batch_size", &most);
	node_attr_list(c->node, "allowed_batch_sizes", &size, &k);
	if (!sizes_ok(c, size, k, most) || !batch_inputs_ok(c, c->n_in))
		return false;
	*n = *padded = c->n_in ? c->in[0]->dim[0] : 0;
	if (*n > most)
		return op_invalid(c, "Task size %lld is larger than maximum input batch size %lld",
				  (long long)*n, (long long)most);
	for (uint32_t i = 0; i<k && * n> 0; i++)
		if (size[i].i >= *n) {
			*padded = size[i].i;
			break;
		}
	return true;
}

static bool run_batch(struct op_ctx *c)
{
	int64_t n = 0, padded = 0, row[2] = {1, 3}, id = (int64_t)c->world->seed(c->world_ctx);
	struct tensor *index;

	if (!batch_size(c, &n, &padded))
		return false;
	for (int i = 0; i < c->n_in; i++) {
		c->out[i] = rows_padded(c, i, padded);
		if (!c->out[i])
			return false;
	}
	index = op_out(c, c->n_in, DT_INT64, 2, row);
	c->out[c->n_in + 1] = tensor_scalar_i64(DT_INT64, id, c->err);
	if (index)
		memcpy(index->data, (int64_t[]){id, 0, n}, 3 * sizeof(int64_t));
	return index && c->out[c->n_in + 1];
}

static bool index_ok(struct op_ctx *c)
{
	const struct tensor *t = c->in[0], *index = c->in[1];

	if (t->rank < 1 || index->rank != 2)
		return op_invalid(c, "Wrong shape for index tensor or data: %s and %s",
				  op_in_shape(c, 1), op_in_shape(c, 0));
	if (index->dim[0] > t->dim[0])
		return op_invalid(c,
				  "Wrong shape for index tensor. Expected 0th dimension size to be "
				  "no greater than "
				  "%lld; Got: %lld.",
				  (long long)t->dim[0], (long long)index->dim[0]);
	return index->dim[1] == 3 ||
	       op_invalid(c,
			  "Wrong shape for index tensor. Expected 1st dimension size to be 3 ; "
			  "Got: %lld.",
			  (long long)index->dim[1]);
}

static bool run_unbatch(struct op_ctx *c)
{
	const int64_t *v = c->in[1]->data;
	int64_t at = 0, mine = -1, end = 0;

	if (!index_ok(c))
		return false;
	if (c->in[2]->rank != 0)
		return op_invalid(c, "Input id should be scalar; Got shape: %s.",
				  op_in_shape(c, 2));
	for (int64_t i = 0; i < c->in[1]->dim[0]; i++, v += 3) {
		int64_t n;

		if (__builtin_sub_overflow(v[2], v[1], &n) || n < 0 || n > c->in[0]->dim[0] - at)
			return op_invalid(c,
					  "Sum of split sizes exceeds dim0-size of input tensor");
		if (v[0] == tensor_get_i64(c->in[2], 0)) {
			mine = at;
			end = at + n;
		}
		at += n;
	}
	if (mine < 0)
		return op_fail(c, ERR_DEADLINE_EXCEEDED,
			       "Batched data did not arrive within timeout window.");
	c->out[0] = tensor_rows(c->in[0], mine, end, c->err);
	return c->out[0] != NULL;
}

static bool run_unbatch_grad(struct op_ctx *c)
{
	const struct tensor *data = c->in[0], *index = c->in[1];
	struct tensor *grad = c->in[2];

	if (c->in[3]->rank != 0)
		return op_invalid(c, "Expected `id` to be scalar. Received shape %s",
				  op_in_shape(c, 3));
	if (grad->rank < 1)
		return op_invalid(c, "grad must have at least one dimension");
	if (data->n == 0) {
		c->out[0] = tensor_rows(grad, 0, 0, c->err);
		return c->out[0] != NULL;
	}
	if (index->n == 0)
		return op_invalid(c, "batch_index is empty while the tensor isn't.");
	if (index->rank < 1 || index->n != index->dim[0] * 3)
		return op_invalid(c, "batch_index should contain %lld elements. Received %lld",
				  (long long)(index->rank ? index->dim[0] * 3 : 3),
				  (long long)index->n);
	if (index->n != 3 || tensor_get_i64(index, 0) != tensor_get_i64(c->in[3], 0))
		return op_fail(c, ERR_FAILED_PRECONDITION,
			       "the op would wait for other callers' gradients, and there "
			       "are none");
	return op_out_ref(c, 0, grad);
}

static const struct op_row rows[] = {
	{.name = "Batch",
	 .n_in = -1,
	 .n_out = -1,
	 .flags = OP_STATEFUL | OP_RANDOM,
	 .run = run_batch},
	{.name = "Unbatch",
	 .n_in = 3,
	 .n_out = 1,
	 .types = {{"T", DM_ANY}},
	 .flags = OP_STATEFUL,
	 .run = run_unbatch},
	{.name = "UnbatchGrad",
	 .n_in = 4,
	 .n_out = 1,
	 .types = {{"T", DM_ANY}},
	 .flags = OP_STATEFUL,
	 .run = run_unbatch_grad},
};

OP_FAMILY(family_batch, rows);
