/* BroadcastArgs and BroadcastGradientArgs: shapes as values. */
#include "ops/kernel.h"

struct two {
	const int64_t *dim[2];
	int64_t rank[2];
	int64_t *out, n;	/* the broadcast shape */
};

static bool incompatible(struct op_ctx *c, const struct two *t)
{
	return op_invalid(c, "Incompatible shapes: %s vs. %s", op_shape(c, (int)t->rank[0], t->dim[0]),
			  op_shape(c, (int)t->rank[1], t->dim[1]));
}

/* Dim i of the broadcast shape in operand k; 1 where the operand has none. */
static int64_t dim_at(const struct two *t, int k, int64_t i)
{
	int64_t j = i - (t->n - t->rank[k]);

	return j < 0 ? 1 : t->dim[k][j];
}

static bool read_two(struct op_ctx *c, struct two *t)
{
	for (int k = 0; k < 2; k++) {
		if (c->in[k]->rank != 1)
			return op_invalid(c, "In[%d] must be a vector.%s", k, op_in_shape(c, k));
		if (!op_int_vec(c, k, &t->dim[k], &t->rank[k]))
			return false;
		if (t->rank[k] > SHAPE_MAX_RANK)
			return op_invalid(c, "Shape must be at most rank %d but is rank %lld",
					  SHAPE_MAX_RANK, (long long)t->rank[k]);
	}
	t->n = t->rank[0] > t->rank[1] ? t->rank[0] : t->rank[1];
	t->out = arena_array(c->scratch, (size_t)t->n + 1, sizeof(*t->out));
	for (int64_t i = 0; i < t->n; i++) {
		int64_t a = dim_at(t, 0, i), b = dim_at(t, 1, i);

		if (a != b && a != 1 && b != 1)
			return incompatible(c, t);
		t->out[i] = a == 1 ? b : a;
	}
	return true;
}

static bool put(struct op_ctx *c, int i, const int64_t *v, int64_t n)
{
	struct tensor *out = op_out(c, i, c->in[0]->dtype, 1, &n);

	for (int64_t k = 0; out && k < n; k++)
		if (out->dtype == DT_INT32)
			((int32_t *)out->data)[k] = (int32_t)v[k];
		else
			((int64_t *)out->data)[k] = v[k];
	return out != NULL;
}

static bool run_args(struct op_ctx *c)
{
	struct two t;

	return read_two(c, &t) && put(c, 0, t.out, t.n);
}

/* The dims over which a gradient is summed: where the operand is repeated, or both have one element
 * (unless the shapes are the same). */
static bool run_gradient_args(struct op_ctx *c)
{
	int64_t *v, n;
	struct two t;
	bool same;

	if (!read_two(c, &t))
		return false;
	v = arena_array(c->scratch, (size_t)t.n + 1, sizeof(*v));
	same = t.rank[0] == t.rank[1];
	for (int64_t i = 0; i < t.n && same; i++)
		same = t.dim[0][i] == t.dim[1][i];
	for (int k = 0; k < 2; k++) {
		n = 0;
		for (int64_t i = 0; i < t.n && !same; i++)
			if (dim_at(&t, k, i) == 1)
				v[n++] = i;
		if (!put(c, k, v, n))
			return false;
	}
	return true;
}

static const struct op_row rows[] = {
	{ .name = "BroadcastArgs", .n_in = 2, .n_out = 1, .types = { { "T", DM_INDEX } }, .run = run_args },
	{ .name = "BroadcastGradientArgs", .n_in = 2, .n_out = 2, .types = { { "T", DM_INDEX } },
	  .run = run_gradient_args },
};

OP_FAMILY(family_bcast_args, rows);
