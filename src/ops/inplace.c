/* InplaceUpdate, InplaceAdd, InplaceSub; UnravelIndex. */
#include <string.h>

#include "ops/array.h"
#include "ops/elop.h"

static bool rows_fit(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *i = c->in[1], *v = c->in[2];

	if (i->rank != 1)
		return op_invalid(c, "i must be a vector. %s", op_in_shape(c, 1));
	if (x->rank != v->rank)
		return op_invalid(c, "x and v shape doesn't match (ranks differ): %s vs. %s", op_in_shape(c, 0),
				  op_in_shape(c, 2));
	for (int d = 1; d < x->rank; d++)
		if (x->dim[d] != v->dim[d])
			return op_invalid(c, "x and v shape doesn't match at index %d : %s vs. %s", d,
					  op_in_shape(c, 0), op_in_shape(c, 2));
	if (v->rank < 1 || i->dim[0] != v->dim[0])
		return op_invalid(c, "i and x shape doesn't match at index 0: %s vs. %s", op_in_shape(c, 1),
				  op_in_shape(c, 2));
	return true;
}

static bool run_inplace(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *v = c->in[2];
	int op = *(const int *)c->row->data;
	el_fn fn = op < 0 ? NULL : el_op((enum el_op)op, x->dtype);
	size_t size = dtype_info(x->dtype)->size;
	struct tensor *out;
	int64_t n, per;

	if (!rows_fit(c))
		return false;
	if (!x->n || !v->n)
		return op_out_ref(c, 0, c->in[0]);
	if ((op >= 0 && !fn) || !(DM(x->dtype) & (op < 0 ? DM_PLAIN : DM_NUMBER)))
		return op_invalid(c, "Unsupported data type: %s", dtype_text(x->dtype));
	c->out[0] = out = tensor_copy(x, c->err);
	if (!out)
		return false;
	n = x->dim[0];
	per = x->n / n;
	for (int64_t j = 0; j < c->in[1]->n; j++) {
		int64_t r = tensor_get_i64(c->in[1], j) % n;
		char *to = (char *)out->data + (size_t)((r < 0 ? r + n : r) * per) * size;
		const char *from = (const char *)v->data + (size_t)(j * per) * size;

		if (fn)
			fn(to, from, per);
		else if (x->dtype != DT_STRING)
			memcpy(to, from, (size_t)per * size);
		else
			for (int64_t k = 0; k < per; k++)
				if (!tensor_str_set(out, (r < 0 ? r + n : r) * per + k, tensor_str(v, j * per + k),
						    c->err))
					return false;
	}
	return true;
}

/* ---- UnravelIndex ---- */

static bool unravel_dims(struct op_ctx *c, int64_t *product)
{
	const struct tensor *d = c->in[1];
	int64_t most = d->dtype == DT_INT64 ? INT64_MAX : INT32_MAX;

	*product = 1;
	for (int64_t i = 0; i < d->n; i++) {
		int64_t v = tensor_get_i64(d, i);

		if (v == 0)
			return op_invalid(
				c, "Input dims cannot contain a dim of zero, but dims contains zero at index %lld",
				(long long)i);
		if (v < 0)
			return op_invalid(c, "Input dims cannot be negative. Got dim = %lld at index %lld",
					  (long long)v, (long long)i);
		if (*product > most / v)
			return op_invalid(c, "Input dims product is causing integer overflow");
		*product *= v;
	}
	return true;
}

static bool run_unravel(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *d = c->in[1];
	int64_t product, dim[2] = { d->n, x->n };
	struct tensor *out;

	if (x->rank > 1)
		return op_invalid(c, "The indices can only be scalar or vector, got \"%s\"", op_in_shape(c, 0));
	if (!x->n)
		return op_invalid(c, "received empty tensor indices: Tensor<type: %s shape: %s values: >",
				  dtype_text(x->dtype), op_in_shape(c, 0));
	if (d->rank != 1)
		return op_invalid(c, "The indices can only be 1-D, got \"%s\"", op_in_shape(c, 1));
	if (!unravel_dims(c, &product))
		return false;
	for (int64_t i = 0; i < x->n; i++)
		if (tensor_get_i64(x, i) >= product)
			return op_invalid(c, "index is out of bound as with dims");
	out = op_out(c, 0, x->dtype, x->rank ? 2 : 1, dim);
	for (int64_t i = 0; out && i < x->n; i++) {
		int64_t rest = product;

		for (int64_t k = 0; k < d->n; k++) {
			int64_t at = k * x->n + i, v = tensor_get_i64(x, i) % rest;

			rest /= tensor_get_i64(d, k);
			if (out->dtype == DT_INT32)
				((int32_t *)out->data)[at] = (int32_t)(v / rest);
			else
				((int64_t *)out->data)[at] = v / rest;
		}
	}
	return out != NULL;
}

static const int update = -1, add = EL_ADD, sub = EL_SUB;

static const struct op_row rows[] = {
	{ .name = "InplaceUpdate", .n_in = 3, .n_out = 1, .run = run_inplace, .data = &update },
	{ .name = "InplaceAdd", .n_in = 3, .n_out = 1, .run = run_inplace, .data = &add },
	{ .name = "InplaceSub", .n_in = 3, .n_out = 1, .run = run_inplace, .data = &sub },
	{ .name = "UnravelIndex", .n_in = 2, .n_out = 1, .types = { { "Tidx", DM_INDEX } }, .run = run_unravel },
};

OP_FAMILY(family_inplace, rows);
