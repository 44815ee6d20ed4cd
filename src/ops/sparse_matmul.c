/* SparseMatMul: a product of matrices in which zeros are many. Elements of the left side that are zero count for nothing. */
#include <string.h>

#include "ops/kernel.h"

struct product {
	const float *a, *b;
	float *out;
	int64_t m, n, k;
	bool ta, tb;
};

static void product_tile(void *ctx, int64_t from, int64_t to)
{
	const struct product *p = ctx;

	for (int64_t i = from; i < to; i++) {
		float *out = p->out + i * p->n;

		for (int64_t k = 0; k < p->k; k++) {
			float v = p->a[p->ta ? k * p->m + i : i * p->k + k];

			for (int64_t j = 0; v != 0 && j < p->n; j++)
				out[j] += v * p->b[p->tb ? j * p->k + k : k * p->n + j];
		}
	}
}

static bool run_product(struct op_ctx *c)
{
	const struct tensor *a = c->in[0], *b = c->in[1];
	struct product p = { 0 };
	struct tensor *out;

	node_attr_bool(c->node, "transpose_a", &p.ta);
	node_attr_bool(c->node, "transpose_b", &p.tb);
	if (a->rank != 2)
		return op_invalid(c, "a is not a matrix");
	if (b->rank != 2)
		return op_invalid(c, "b is not a matrix");
	p.m = a->dim[p.ta], p.k = a->dim[!p.ta], p.n = b->dim[!p.tb];
	if (p.k != b->dim[p.tb])
		return op_invalid(c, "Matrix size incompatible: a: %s, b: %s", op_in_shape(c, 0), op_in_shape(c, 1));
	out = op_out(c, 0, DT_FLOAT, 2, (int64_t[]){ p.m, p.n });
	p.a = out ? op_in_float(c, 0) : NULL;
	p.b = p.a ? op_in_float(c, 1) : NULL;
	if (!p.b)
		return false;
	p.out = out->data;
	memset(out->data, 0, out->bytes);
	tiles_run(p.m, 1 + TILE_ELEMS / (p.k * p.n + 1), product_tile, &p);
	return true;
}

static void product_cost(const struct op_ctx *c, double *macs, double *bytes)
{
	const struct tensor *a = c->in[0], *out = c->out[0];
	bool ta = false;

	if (a->rank != 2 || !out)
		return;
	node_attr_bool(c->node, "transpose_a", &ta);
	*macs = (double)out->n * (double)a->dim[!ta];
	*bytes = (double)(a->bytes + c->in[1]->bytes + out->bytes);
}

#define DM_SIDE (DM(DT_FLOAT) | DM(DT_BFLOAT16))
static const struct op_row rows[] = {
	{ .name = "SparseMatMul",
	  .n_in = 2,
	  .n_out = 1,
	  .types = { { "Ta", DM_SIDE }, { "Tb", DM_SIDE } },
	  .run = run_product,
	  .cost = product_cost },
};

OP_FAMILY(family_sparse_matmul, rows);
