/* Copy and CopyHost, which debuggers put into graphs, and ParallelConcat (tf.parallel_stack). */
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

static const struct op_row rows[] = {
	{ .name = "Copy", .n_in = 1, .n_out = 1, .flags = OP_VIEW, .run = run_copy },
	{ .name = "CopyHost", .n_in = 1, .n_out = 1, .flags = OP_VIEW, .run = run_copy },
	{ .name = "ParallelConcat", .n_in = -1, .n_out = 1,
	  .types = { { "T", DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING) } }, .run = run_parallel },
};

OP_FAMILY(family_copy, rows);
