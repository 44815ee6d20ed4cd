/*
 * What only hands tensors on: Copy and CopyHost, which debuggers put into graphs, lists and arrays of a graph
 * that was rewritten; and ParallelConcat (tf.parallel_stack) with the two ops that TensorFlow makes of it.
 */
#include <string.h>

#include "ops/kernel.h"

static bool run_copy(struct op_ctx *c)
{
	return op_out_ref(c, 0, c->in[0]);
}

/* Rows of one each, put one after another into the shape that the attr says. */
static bool run_parallel(struct op_ctx *c)
{
	struct shape s = { SHAPE_UNKNOWN_RANK, NULL };
	enum dtype t = c->in[0]->dtype;
	struct tensor *out;

	node_attr_shape(c->node, "shape", &s);
	if (!shape_known(s) || s.rank < 1 || s.dim[0] != c->n_in)
		return op_invalid(c, "attr 'shape' does not say what %d rows make", c->n_in);
	out = op_out(c, 0, t, s.rank, s.dim);
	for (int i = 0; out && i < c->n_in; i++) {
		const struct tensor *v = c->in[i];

		if (v->rank != s.rank || v->dim[0] != 1 || v->n != out->n / c->n_in ||
		    !shape_eq((struct shape){ v->rank - 1, v->dim + 1 }, (struct shape){ s.rank - 1, s.dim + 1 }))
			return op_invalid(c, "value and update shape doesn't match: %s vs %s",
					  op_shape(c, s.rank, s.dim), op_in_shape(c, i));
		if (!el_copy(t, (char *)out->data + (size_t)(i * v->n) * dtype_info(t)->size, v->data, v->n, c->err))
			return false;
	}
	return out != NULL;
}

static bool run_start(struct op_ctx *c)
{
	struct shape s = { SHAPE_UNKNOWN_RANK, NULL };

	if (!node_attr_shape(c->node, "shape", &s) || !shape_known(s))
		return op_invalid(c, "attr 'shape' is not known");
	c->out[0] = tensor_zeros(c->node->out_type[0], s.rank, s.dim, c->err);
	return c->out[0] != NULL;
}

/* Row `loc` of the value becomes the update. */
static bool run_part(struct op_ctx *c)
{
	const struct tensor *v = c->in[0], *u = c->in[1];
	size_t row = v->rank && v->dim[0] ? v->bytes / (size_t)v->dim[0] : 0;
	int64_t loc = 0;

	node_attr_int(c->node, "loc", &loc);
	if (v->rank < 1)
		return op_invalid(c, "value should be at least rank 1.");
	if (loc < 0 || v->dim[0] <= loc)
		return op_invalid(c, "0th dimension of value = %lld must be greater than loc_ = %lld",
				  (long long)v->dim[0], (long long)loc);
	if (v->rank != u->rank)
		return op_invalid(c, "value and update shape doesn't match: %s vs. %s", op_in_shape(c, 0),
				  op_in_shape(c, 1));
	if (!shape_eq((struct shape){ v->rank - 1, v->dim + 1 }, (struct shape){ u->rank - 1, u->dim + 1 }))
		return op_invalid(c, "value and update shape doesn't match %s vs. %s", op_in_shape(c, 0),
				  op_in_shape(c, 1));
	if (u->dim[0] != 1)
		return op_invalid(c, "update shape doesn't match: %s", op_in_shape(c, 1));
	c->out[0] = tensor_zeros(v->dtype, v->rank, v->dim, c->err);
	return c->out[0] && el_copy(v->dtype, c->out[0]->data, v->data, u->n * loc, c->err) &&
	       el_copy(v->dtype, (char *)c->out[0]->data + row * (size_t)loc, u->data, u->n, c->err) &&
	       el_copy(v->dtype, (char *)c->out[0]->data + row * (size_t)(loc + 1),
		       (const char *)v->data + row * (size_t)(loc + 1), v->n - u->n * (loc + 1), c->err);
}

static bool run_all(struct op_ctx *c)
{
	if (c->n_in != c->n_out)
		return op_invalid(c, "%d tensors go in, %d come out", c->n_in, c->n_out);
	for (int i = 0; i < c->n_out; i++)
		if (!op_out_ref(c, i, c->in[i]))
			return false;
	return true;
}

#define DM_ROWS (DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING))

static const struct op_row rows[] = {
	{ .name = "_ArrayToList", .n_in = -1, .n_out = -1, .flags = OP_VIEW, .run = run_all },
	{ .name = "_ListToArray", .n_in = -1, .n_out = -1, .flags = OP_VIEW, .run = run_all },
	{ .name = "_ParallelConcatStart", .n_in = 0, .n_out = 1, .types = { { "dtype", DM_ROWS } },
	  .flags = OP_STATEFUL, .run = run_start },
	{ .name = "_ParallelConcatUpdate", .n_in = 2, .n_out = 1, .types = { { "T", DM_ROWS } }, .run = run_part },
	{ .name = "Copy", .n_in = 1, .n_out = 1, .flags = OP_VIEW, .run = run_copy },
	{ .name = "CopyHost", .n_in = 1, .n_out = 1, .flags = OP_VIEW, .run = run_copy },
	{ .name = "ParallelConcat", .n_in = -1, .n_out = 1,
	  .types = { { "T", DM_ROWS } }, .run = run_parallel },
};

OP_FAMILY(family_copy, rows);
