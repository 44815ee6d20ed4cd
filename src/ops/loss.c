/* Cross entropies with their gradients. Sums are kept in double. */
#include "ops/kernel.h"

#include <math.h>
#include <string.h>

/* Row r of a float tensor of any width as doubles; width 1 is repeated (broadcast). */
static void row_of(double *o, const struct tensor *t, int64_t rows, int64_t cols, int64_t r, int64_t n)
{
	int64_t base = rows == 1 ? 0 : r * cols;

	for (int64_t j = 0; j < n; j++)
		o[j] = tensor_get_f64(t, base + (cols == 1 ? 0 : j));
}

static void put(struct tensor *t, int64_t i, double v)
{
	if (t->dtype == DT_FLOAT)
		((float *)t->data)[i] = (float)v;
	else if (t->dtype == DT_DOUBLE)
		((double *)t->data)[i] = v;
	else if (t->dtype == DT_HALF)
		((uint16_t *)t->data)[i] = half_of_float((float)v);
	else
		((uint16_t *)t->data)[i] = bf16_of_float((float)v);
}

/* x becomes x - max; gives the sum of exp(x - max). */
static double shift(double *x, int64_t n)
{
	double max = -INFINITY, sum = 0;

	for (int64_t j = 0; j < n; j++)
		max = x[j] > max || x[j] != x[j] ? x[j] : max;
	for (int64_t j = 0; j < n; j++) {
		x[j] -= max;
		sum += exp(x[j]);
	}
	return sum;
}

static bool go_on(struct op_ctx *c, int64_t row)
{
	return row % 1024 || !c->world || !c->world->go_on || c->world->go_on(c->world_ctx, c->err);
}

static bool xent_rows(struct op_ctx *c, int64_t rows, int64_t n)
{
	const struct tensor *x = c->in[0], *y = c->in[1];
	const int64_t one[2] = { 1, 1 };
	const int64_t *xd = x->rank == 2 ? x->dim : x->rank == 1 ? NULL : one;
	const int64_t *yd = y->rank == 2 ? y->dim : y->rank == 1 ? NULL : one;
	double *p = op_temp(c, (size_t)n * 16 + 16), *q = p + n;

	if (!p)
		return false;
	for (int64_t r = 0; r < rows; r++) {
		double loss = 0, sum, log_sum;

		if (!go_on(c, r))
			return false;
		row_of(p, x, xd ? xd[0] : 1, xd ? xd[1] : x->dim[0], r, n);
		row_of(q, y, yd ? yd[0] : 1, yd ? yd[1] : y->dim[0], r, n);
		sum = shift(p, n);
		log_sum = log(sum);
		for (int64_t j = 0; j < n; j++) {
			loss += q[j] * (log_sum - p[j]);
			put(c->out[1], r * n + j, exp(p[j]) / sum - q[j]);
		}
		put(c->out[0], r, loss);
	}
	return true;
}

static bool run_xent(struct op_ctx *c)
{
	struct shape s[2] = { tensor_shape(c->in[0]), tensor_shape(c->in[1]) };
	enum dtype t = c->in[0]->dtype;
	struct bcast b;

	if (!bcast_plan(&b, c->scratch, 2, s))
		return op_invalid(c, "logits and labels must be broadcastable: logits_size=%s labels_size=%s",
				  op_in_shape(c, 0), op_in_shape(c, 1));
	if (b.out_rank != 2)
		return op_invalid(c, "logits and labels must be either 2-dimensional, or broadcasted to be "
				  "2-dimensional");
	if (!op_out(c, 0, t, 1, b.out_dim) || !op_out(c, 1, t, 2, b.out_dim))
		return false;
	if (!b.out_dim[1] && c->out[0]->bytes)
		memset(c->out[0]->data, 0, c->out[0]->bytes);
	return b.total == 0 || xent_rows(c, b.out_dim[0], b.out_dim[1]);
}

/* The text lists every label. */
static bool bad_label(struct op_ctx *c, int64_t label, int64_t n)
{
	struct str s = STR_INIT;

	for (int64_t i = 0; i < c->in[1]->n; i++)
		str_addf(&s, " %lld", (long long)tensor_get_i64(c->in[1], i));
	op_invalid(c, "Received a label value of %lld which is outside the valid range of [0, %lld).  "
		   "Label values:%s", (long long)label, (long long)n, str_z(&s));
	str_free(&s);
	return false;
}

static bool sparse_rows(struct op_ctx *c, int64_t rows, int64_t n)
{
	double *p = rows ? op_temp(c, (size_t)n * 8 + 8) : NULL;

	if (!p)
		return !rows;
	for (int64_t r = 0; r < rows; r++) {
		int64_t label = tensor_get_i64(c->in[1], r);
		double sum;

		if (!go_on(c, r))
			return false;
		row_of(p, c->in[0], 2, n, r, n);
		sum = shift(p, n);
		put(c->out[0], r, log(sum) - p[label]);
		for (int64_t j = 0; j < n; j++)
			put(c->out[1], r * n + j, exp(p[j]) / sum - (j == label));
	}
	return true;
}

static bool run_sparse_xent(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *y = c->in[1];

	if (x->rank != 2)
		return op_invalid(c, "logits must be 2-D, but got shape %s", op_in_shape(c, 0));
	if (y->rank != 1)
		return op_invalid(c, "labels must be 1-D, but got shape %s", op_in_shape(c, 1));
	if (x->dim[0] != y->dim[0])
		return op_invalid(c, "logits and labels must have the same first dimension, got logits "
				  "shape %s and labels shape %s", op_in_shape(c, 0), op_in_shape(c, 1));
	if (x->dim[1] <= 0)
		return op_invalid(c, "Must have at least one class, but got logits shape %s",
				  op_in_shape(c, 0));
	for (int64_t i = 0; i < y->n; i++)
		if (tensor_get_i64(y, i) < 0 || tensor_get_i64(y, i) >= x->dim[1])
			return bad_label(c, tensor_get_i64(y, i), x->dim[1]);
	if (!op_out(c, 0, x->dtype, 1, y->dim) || !op_out_like(c, 1, x))
		return false;
	return sparse_rows(c, x->dim[0], x->dim[1]);
}

static const struct op_row rows[] = {
	{ .name = "SoftmaxCrossEntropyWithLogits", .n_in = 2, .n_out = 2, .types = { { "T", DM_FLOATS } },
	  .run = run_xent },
	{ .name = "SparseSoftmaxCrossEntropyWithLogits", .n_in = 2, .n_out = 2,
	  .types = { { "T", DM_FLOATS }, { "Tlabels", DM_INDEX } }, .run = run_sparse_xent },
};

OP_FAMILY(family_loss, rows);
