/* SparseAddGrad, SparseSliceGrad: each input's value gets the gradient of the output with the same
 * index. */
#include <string.h>

#include "ops/sparse.h"

/* Output i: one number of the gradient's type for each row of indices, zero to begin with. */
static struct tensor *zeros(struct op_ctx *c, int i, const struct tensor *ix)
{
	struct tensor *t = op_out(c, i, c->in[0]->dtype, 1, ix->dim);

	if (t)
		memset(t->data, 0, t->bytes);
	return t;
}

static const int64_t *index_at(const struct tensor *ix, int64_t i)
{
	return (const int64_t *)ix->data + i * ix->dim[1];
}

/* ---- SparseAddGrad ---- */

struct side {
	const struct tensor *ix;
	struct tensor *out;
	int64_t next;
};

/* Gives the side its gradient if its next index is the sum's k-th; false: its next one comes before
 * that. */
static bool meets(struct side *s, const struct tensor *sum, const struct tensor *grad, int64_t k)
{
	int order;

	if (s->next == s->ix->dim[0])
		return true;
	order = index_cmp(index_at(s->ix, s->next), index_at(sum, k), (int)sum->dim[1]);
	if (order == 0)
		memcpy(el_at(s->out, s->next), el_at(grad, k), dtype_info(grad->dtype)->size);
	s->next += order <= 0;
	return order >= 0;
}

static bool add_checks(struct op_ctx *c)
{
	struct tensor *const *in = c->in;

	if (in[1]->rank != 2 || in[2]->rank != 2 || in[3]->rank != 2)
		return op_invalid(
			c, "Input indices should be matrices but received shapes: %s and %s and %s",
			op_in_shape(c, 1), op_in_shape(c, 2), op_in_shape(c, 3));
	if (in[0]->rank != 1)
		return op_invalid(
			c, "Input backprop_val_grad should be a vector but received shape: %s",
			op_in_shape(c, 0));
	if (in[1]->dim[1] != in[2]->dim[1] || in[1]->dim[1] != in[3]->dim[1])
		return op_invalid(c,
				  "The densified operands should have the same ndims; for A, B, "
				  "sum got: %lld%lld%lld",
				  (long long)in[1]->dim[1], (long long)in[2]->dim[1],
				  (long long)in[3]->dim[1]);
	if (in[0]->n != in[3]->dim[0])
		return op_invalid(c,
				  "# elements of backprop_val_grad and # rows of sum_indices "
				  "should match (#nnz of sum): got "
				  "%lld and %lld",
				  (long long)in[0]->n, (long long)in[3]->dim[0]);
	return true;
}

static bool run_add(struct op_ctx *c)
{
	struct side a = {.ix = c->in[1]}, b = {.ix = c->in[2]};
	int64_t k = 0;

	if (!add_checks(c) || !(a.out = zeros(c, 0, a.ix)) || !(b.out = zeros(c, 1, b.ix)))
		return false;
	while (k < c->in[0]->n && (a.next < a.ix->dim[0] || b.next < b.ix->dim[0])) {
		bool past_a = meets(&a, c->in[3], c->in[0], k),
		     past_b = meets(&b, c->in[3], c->in[0], k);

		k += past_a && past_b;
	}
	return true;
}

/* ---- SparseSliceGrad ---- */

static bool slice_checks(struct op_ctx *c)
{
	const struct tensor *grad = c->in[0], *in = c->in[1], *start = c->in[2], *out = c->in[3];

	if (in->rank != 2 || out->rank != 2)
		return op_invalid(c,
				  "Input and output indices should be matrices but received "
				  "shapes: %s and %s",
				  op_in_shape(c, 1), op_in_shape(c, 3));
	if (grad->rank != 1)
		return op_invalid(
			c, "Input backprop_val_grad should be a vector but received shape: %s",
			op_in_shape(c, 0));
	if (start->rank != 1)
		return op_invalid(c, "The input_start should be a vector but received shape %s",
				  op_in_shape(c, 2));
	if (in->dim[1] != out->dim[1])
		return op_invalid(
			c, "The input and output should have the same ndims: got: %lld and %lld",
			(long long)in->dim[1], (long long)out->dim[1]);
	if (grad->n != out->dim[0])
		return op_invalid(c,
				  "# elements of backprop_val_grad and # rows of output_indices "
				  "should match (#nnz of sum): got "
				  "%lld and %lld",
				  (long long)grad->n, (long long)out->dim[0]);
	if (start->n != in->dim[1])
		return op_invalid(
			c, "Expected input_start to be a vector of length %lld but got length %lld",
			(long long)in->dim[1], (long long)start->n);
	return true;
}

static bool slice_same(const struct op_ctx *c, int64_t i, int64_t j)
{
	const int64_t *a = index_at(c->in[1], i), *b = index_at(c->in[3], j),
		      *start = c->in[2]->data;

	for (int64_t d = 0; d < c->in[1]->dim[1]; d++)
		if ((uint64_t)a[d] != (uint64_t)b[d] + (uint64_t)start[d])
			return false;
	return true;
}

static bool run_slice(struct op_ctx *c)
{
	const struct tensor *grad = c->in[0];
	struct tensor *out;
	int64_t j = 0;

	if (!slice_checks(c) || !(out = zeros(c, 0, c->in[1])))
		return false;
	for (int64_t i = 0; i < out->n && j < grad->n; i++)
		if (slice_same(c, i, j))
			memcpy(el_at(out, i), el_at(grad, j++), dtype_info(grad->dtype)->size);
	return j == grad->n ||
	       op_fail(c, ERR_INTERNAL,
		       "Elements of backprop_val_grad aren't all propagated. Num elements:%lld, "
		       "used: %lld",
		       (long long)grad->n, (long long)j);
}

static const struct op_row rows[] = {
	{.name = "SparseAddGrad",
	 .n_in = 4,
	 .n_out = 2,
	 .run = run_add,
	 .types = {{"T", DM_INTS | DM(DT_FLOAT) | DM(DT_DOUBLE) | DM_COMPLEX}}},
	{.name = "SparseSliceGrad",
	 .n_in = 4,
	 .n_out = 1,
	 .types = {{"T", DM_NUMBER}},
	 .run = run_slice},
};

OP_FAMILY(family_sparse_back, rows);
