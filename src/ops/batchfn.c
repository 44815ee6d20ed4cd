/* BatchFunction: calls its function once on the one caller's batch, padded to an allowed size. */
#include <string.h>

#include "ops/tensorlist.h"

struct batch {
	int64_t n, padded;
};

_Static_assert(sizeof(struct batch) <= OP_ACT_BYTES, "fits in act");

struct tensor *rows_padded(struct op_ctx *c, int i, int64_t n)
{
	struct tensor *t = c->in[i], *p;
	int64_t *dim = op_dims(c, t, 0), row = t->dim[0] ? t->n / t->dim[0] : 0;
	size_t size = dtype_info(t->dtype)->size;

	dim[0] = n;
	p = tensor_new(t->dtype, t->rank, dim, c->err);
	if (!p)
		return NULL;
	for (int64_t k = 0; k < n; k++) {
		int64_t from = k < t->dim[0] ? k : 0;

		if (!el_copy(t->dtype, (char *)p->data + (size_t)(k * row) * size,
			     (const char *)t->data + (size_t)(from * row) * size, row, c->err)) {
			tensor_unref(p);
			return NULL;
		}
	}
	return p;
}

static bool bad_input(struct op_ctx *c, int n, const char *what)
{
	struct str s = STR_INIT;

	for (int i = 0; i < n; i++)
		str_addf(&s, " - %.*s has shape %s\n", SV_ARG(c->node->in_text ? c->node->in_text[i] : SV("")),
			 op_in_shape(c, i));
	op_invalid(c, "%s.\nBelow are the input tensors: \n%s", what, str_z(&s));
	str_free(&s);
	return false;
}

bool batch_inputs_ok(struct op_ctx *c, int n)
{
	for (int i = 0; i < n; i++)
		if (c->in[i]->rank == 0)
			return bad_input(c, n, "Batching input tensors must have at least one dimension");
	for (int i = 0; i < n; i++)
		if (c->in[i]->dim[0] != c->in[0]->dim[0])
			return bad_input(c, n, "Batching input tensors supplied in a given op invocation must have "
					 "equal 0th-dimension size");
	return true;
}

static bool batch_size(struct op_ctx *c, int n_batched, struct batch *b)
{
	const struct attr_value *allowed;
	int64_t most = 0;
	uint32_t n = 0;

	if (!batch_inputs_ok(c, n_batched))
		return false;
	b->n = b->padded = n_batched ? c->in[0]->dim[0] : 0;
	if (node_attr_int(c->node, "max_batch_size", &most) && b->n > most) {
		bool split = false;

		node_attr_bool(c->node, "enable_large_batch_splitting", &split);
		if (!split)
			return op_invalid(c, "Task size %lld is larger than maximum input batch size %lld",
					  (long long)b->n, (long long)most);
	}
	if (node_attr_list(c->node, "allowed_batch_sizes", &allowed, &n))
		for (uint32_t k = 0; k < n; k++)
			if (allowed[k].i >= b->n) {
				b->padded = b->n ? allowed[k].i : 0;
				break;
			}
	return true;
}

static bool run_batch(struct op_ctx *c)
{
	const struct attr_value *types;
	const struct function *f;
	struct tensor **args;
	struct batch *b;
	struct sv name;
	uint32_t n;

	if (!node_attr_func(c->node, "f", &name) || !node_attr_list(c->node, "Tin", &types, &n) || (int)n > c->n_in)
		return op_invalid(c, "attrs f and Tin are missing or do not fit");
	b = *c->act = xcalloc(1, OP_ACT_BYTES);
	f = batch_size(c, (int)n, b) ? c->world->function(c->world_ctx, name, c->err) : NULL;
	if (!f)
		return false;
	args = arena_array(c->scratch, (size_t)c->n_in + 1, sizeof(*args));
	memcpy(args, c->in, (size_t)c->n_in * sizeof(*args));
	for (int i = 0; i < (int)n && b->padded > b->n; i++) {
		args[i] = rows_padded(c, i, b->padded);
		if (!args[i])
			return false;
		op_hold(c, args[i]);
	}
	return op_call(c, f, args, c->n_in, "", -1);
}

static bool resume_batch(struct op_ctx *c)
{
	const struct batch *b = *c->act;

	if (c->n_ret != c->n_out)
		return op_invalid(c, "the function returned %d values, the node has %d outputs", c->n_ret, c->n_out);
	for (int i = 0; i < c->n_out; i++) {
		struct tensor *t = c->ret[i];

		if (t->rank == 0)
			return op_fail(c, ERR_FAILED_PRECONDITION, "Batched output tensor has 0 dimensions");
		if (t->dim[0] != b->padded)
			return op_fail(c, ERR_FAILED_PRECONDITION, "Batched output tensor's 0th dimension does not "
				       "equal the sum of the 0th dimension sizes of the input tensors");
		c->out[i] = b->padded > b->n ? tensor_rows(t, 0, b->n, c->err) : tensor_ref(t);
		if (!c->out[i])
			return false;
	}
	return true;
}

static const struct op_row rows[] = {
	{ .name = "BatchFunction", .n_in = -1, .n_out = -1, .flags = OP_CALLS | OP_STATEFUL, .run = run_batch,
	  .resume = resume_batch },
};

OP_FAMILY(family_batchfn, rows);
