/* Broadcasting as ops of its own: BroadcastTo, BroadcastArgs, BroadcastGradientArgs. */
#include <string.h>

#include "ops/array.h"

/* How many dims TensorFlow's own broadcasting has left after joining neighbours that are alike. */
static int joined(const struct tensor *x, int n, const int64_t *dim)
{
	int count = 0, last = -1;

	for (int d = 0; d < n; d++) {
		int k = d - (n - x->rank), kind = k < 0 || x->dim[k] == 1;

		if (dim[d] == 1)
			continue;
		count += kind != last;
		last = kind;
	}
	return count;
}

static bool broadcast_fits(struct op_ctx *c, int n, const int64_t *dim)
{
	const struct tensor *x = c->in[0];
	bool narrower = false;

	if (x->rank > n)
		return op_invalid(c, "Rank of input (%d) must be no greater than rank of output shape (%d).", x->rank,
				  n);
	for (int d = n - x->rank; d < n; d++) {
		int64_t have = x->dim[d - (n - x->rank)];

		if (have != dim[d] && have != 1 && dim[d] != 1)
			return op_invalid(c, "Incompatible shapes: %s vs. %s", op_in_shape(c, 0), op_shape(c, n, dim));
		narrower |= have != dim[d] && have != 1;
	}
	return !narrower || op_invalid(c, "Unable to broadcast tensor of shape %s to tensor of shape %s",
				       op_in_shape(c, 0), op_shape(c, n, dim));
}

static bool run_broadcast_to(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t *stride, *own;
	const int64_t *dim;
	struct tensor *out;
	int n;

	if (c->in[1]->rank != 1)
		return op_invalid(c, "shape must be a vector of {int32,int64}, got shape %s", op_in_shape(c, 1));
	dim = op_shape_in(c, 1);
	if (!dim)
		return false;
	n = (int)c->in[1]->n;
	if (shape_eq(tensor_shape(x), (struct shape){ n, dim }))
		return op_out_ref(c, 0, c->in[0]);
	if (!broadcast_fits(c, n, dim))
		return false;
	out = op_out(c, 0, x->dtype, n, dim);
	if (!out || out->n == 0)
		return out != NULL;
	if (joined(x, n, dim) > 5)
		return op_fail(c, ERR_UNIMPLEMENTED, "Broadcast between %s and %s is not supported yet.",
			       op_in_shape(c, 0), op_shape(c, n, dim));
	own = op_strides(c, x->rank, x->dim);
	stride = arena_array(c->scratch, (size_t)n + 1, sizeof(*stride));
	for (int d = n - x->rank; d < n; d++)
		if (x->dim[d - (n - x->rank)] != 1)
			stride[d] = own[d - (n - x->rank)];
	return move_run(c, &(struct move){ .dtype = x->dtype, .rank = n, .dim = dim, .src_stride = stride,
					   .dst_stride = op_strides(c, n, dim), .dst = out->data, .src = x->data });
}

/* Both shapes, each of two vectors. */
struct pair {
	const int64_t *dim[2];
	int64_t n[2], rank;
};

static int64_t pair_dim(const struct pair *p, int side, int64_t d)
{
	int64_t k = d - (p->rank - p->n[side]);

	return k < 0 ? 1 : p->dim[side][k];
}

static bool pair_read(struct op_ctx *c, struct pair *p)
{
	for (int i = 0; i < 2; i++) {
		if (c->in[i]->rank != 1)
			return op_invalid(c, "In[%d] must be a vector.%s", i, op_in_shape(c, i));
		p->n[i] = c->in[i]->n;
		p->dim[i] = op_ints(c, i);
		if (!p->dim[i])
			return false;
		if (p->n[i] > p->rank)
			p->rank = p->n[i];
	}
	for (int64_t d = 0; d < p->rank; d++) {
		int64_t a = pair_dim(p, 0, d), b = pair_dim(p, 1, d);

		if (a != b && a != 1 && b != 1)
			return op_invalid(c, "Incompatible shapes: [%s] vs. [%s]", op_list(c, p->dim[0], p->n[0], ","),
					  op_list(c, p->dim[1], p->n[1], ","));
	}
	return true;
}

static void put_int(struct tensor *t, int64_t i, int64_t v)
{
	if (t->dtype == DT_INT64)
		((int64_t *)t->data)[i] = v;
	else
		((int32_t *)t->data)[i] = (int32_t)v;
}

static bool run_broadcast_args(struct op_ctx *c)
{
	struct pair p = { .rank = 0 };
	struct tensor *out;

	if (!pair_read(c, &p))
		return false;
	out = op_out(c, 0, c->in[0]->dtype, 1, &p.rank);
	for (int64_t d = 0; out && d < p.rank; d++) {
		int64_t a = pair_dim(&p, 0, d), b = pair_dim(&p, 1, d);

		put_int(out, d, a == 1 ? b : a);
	}
	return out != NULL;
}

/* The dims over which the gradient of one side is summed: those where it is 1. */
static bool run_broadcast_gradient_args(struct op_ctx *c)
{
	struct pair p = { .rank = 0 };
	bool same;

	if (!pair_read(c, &p))
		return false;
	same = p.n[0] == p.n[1] && (p.n[0] == 0 || !memcmp(p.dim[0], p.dim[1], (size_t)p.n[0] * sizeof(int64_t)));
	for (int side = 0; side < 2; side++) {
		int64_t n = 0;
		struct tensor *out;

		for (int64_t d = 0; d < p.rank; d++)
			n += !same && pair_dim(&p, side, d) == 1;
		out = op_out(c, side, c->in[0]->dtype, 1, &n);
		if (!out)
			return false;
		n = 0;
		for (int64_t d = 0; d < p.rank; d++)
			if (!same && pair_dim(&p, side, d) == 1)
				put_int(out, n++, d);
	}
	return true;
}

static const struct op_row rows[] = {
	{ .name = "BroadcastTo", .n_in = 2, .n_out = 1,
	  .types = { { "T", DM_PLAIN | DM_OBJECT | DM_FP8 }, { "Tidx", DM_INDEX } }, .flags = OP_VIEW,
	  .run = run_broadcast_to },
	{ .name = "BroadcastArgs", .n_in = 2, .n_out = 1, .types = { { "T", DM_INDEX } }, .run = run_broadcast_args },
	{ .name = "BroadcastGradientArgs", .n_in = 2, .n_out = 2, .types = { { "T", DM_INDEX } },
	  .run = run_broadcast_gradient_args },
};

OP_FAMILY(family_broadcast, rows);
