/* Matrix products. */
#include <string.h>

#include "ops/blas.h"
#include "ops/kernel.h"

struct product {
	int64_t m, n, k, lda, ldb;
	bool ta, tb;
};

/* Naive, for the types that no BLAS has; integers wrap. */
static void int_gemm(const struct product *p, enum dtype t, const void *a, const void *b, void *out)
{
	for (int64_t i = 0; i < p->m; i++) {
		for (int64_t j = 0; j < p->n; j++) {
			uint64_t sum = 0;

			for (int64_t q = 0; q < p->k; q++) {
				int64_t ai = p->ta ? q * p->lda + i : i * p->lda + q, bi = p->tb ? j * p->ldb + q : q * p->ldb + j;

				if (t == DT_INT32)
					sum += (uint64_t)((const uint32_t *)a)[ai] * ((const uint32_t *)b)[bi];
				else
					sum += ((const uint64_t *)a)[ai] * ((const uint64_t *)b)[bi];
			}
			if (t == DT_INT32)
				((uint32_t *)out)[i * p->n + j] = (uint32_t)sum;
			else
				((uint64_t *)out)[i * p->n + j] = sum;
		}
	}
}

static void complex_gemm(const struct product *p, bool f, bool ca, bool cb, const void *a, const void *b, void *out)
{
	for (int64_t i = 0; i < p->m; i++) {
		for (int64_t j = 0; j < p->n; j++) {
			double re = 0, im = 0;

			for (int64_t q = 0; q < p->k; q++) {
				int64_t ai = p->ta ? q * p->lda + i : i * p->lda + q, bi = p->tb ? j * p->ldb + q : q * p->ldb + j;
				double ar = f ? (double)((const float *)a)[2 * ai] : ((const double *)a)[2 * ai];
				double aj = f ? (double)((const float *)a)[2 * ai + 1] : ((const double *)a)[2 * ai + 1];
				double br = f ? (double)((const float *)b)[2 * bi] : ((const double *)b)[2 * bi];
				double bj = f ? (double)((const float *)b)[2 * bi + 1] : ((const double *)b)[2 * bi + 1];

				aj = ca ? -aj : aj;
				bj = cb ? -bj : bj;
				re += ar * br - aj * bj;
				im += ar * bj + aj * br;
			}
			if (f)
				((float *)out)[2 * (i * p->n + j)] = (float)re, ((float *)out)[2 * (i * p->n + j) + 1] = (float)im;
			else
				((double *)out)[2 * (i * p->n + j)] = re, ((double *)out)[2 * (i * p->n + j) + 1] = im;
		}
	}
}

/* One product of matrices at the given element offsets. */
static bool multiply(struct op_ctx *c, const struct product *p, bool conj_a, bool conj_b, int64_t ao, int64_t bo,
		     struct tensor *out, int64_t oo)
{
	const struct tensor *a = c->in[0], *b = c->in[1];
	size_t size = dtype_info(a->dtype)->size;
	const char *pa = (const char *)a->data + (size_t)ao * size, *pb = (const char *)b->data + (size_t)bo * size;
	char *po = (char *)out->data + (size_t)oo * size;

	if (p->k == 0) {
		memset(po, 0, (size_t)(p->m * p->n) * size);
		return true;
	}
	switch (a->dtype) {
	case DT_FLOAT:
		blas_gemm_f32_tiled(p->ta, p->tb, p->m, p->n, p->k, (const float *)(const void *)pa, p->lda,
				    (const float *)(const void *)pb, p->ldb, (float *)(void *)po, p->n);
		return true;
	case DT_DOUBLE:
		blas_gemm_f64(p->ta, p->tb, p->m, p->n, p->k, (const double *)(const void *)pa, p->lda,
			      (const double *)(const void *)pb, p->ldb, (double *)(void *)po, p->n, false);
		return true;
	case DT_HALF:
	case DT_BFLOAT16: {
		int64_t na = p->m * p->k, nb = p->k * p->n;
		float *fa = op_temp(c, (size_t)na * 4), *fb = op_temp(c, (size_t)nb * 4),
		      *fo = op_temp(c, (size_t)(p->m * p->n) * 4);

		if (!fa || !fb || !fo)
			return false;
		low_to_float(a->dtype, fa, pa, na);
		low_to_float(a->dtype, fb, pb, nb);
		blas_gemm_f32_tiled(p->ta, p->tb, p->m, p->n, p->k, fa, p->lda, fb, p->ldb, fo, p->n);
		low_of_float(a->dtype, po, fo, p->m * p->n);
		return true;
	}
	case DT_INT32:
	case DT_INT64:
		int_gemm(p, a->dtype, pa, pb, po);
		return true;
	default:
		complex_gemm(p, a->dtype == DT_COMPLEX64, conj_a, conj_b, pa, pb, po);
		return true;
	}
}

static void sizes(struct product *p, const int64_t *a, const int64_t *b, int64_t *ka, int64_t *kb)
{
	p->m = p->ta ? a[1] : a[0];
	*ka = p->ta ? a[0] : a[1];
	p->n = p->tb ? b[0] : b[1];
	*kb = p->tb ? b[1] : b[0];
	p->k = *ka;
	p->lda = a[1];
	p->ldb = b[1];
}

static bool run_matmul(struct op_ctx *c)
{
	const struct tensor *a = c->in[0], *b = c->in[1];
	struct product p = { 0 };
	struct tensor *out;
	int64_t ka, kb;

	node_attr_bool(c->node, "transpose_a", &p.ta);
	node_attr_bool(c->node, "transpose_b", &p.tb);
	if (a->rank != 2 || b->rank != 2)
		return op_invalid(c, "In[%d] is not a matrix. Instead it has shape %s", a->rank != 2 ? 0 : 1,
				  op_in_shape(c, a->rank != 2 ? 0 : 1));
	sizes(&p, a->dim, b->dim, &ka, &kb);
	if (ka != kb)
		return op_invalid(c, "Matrix size-incompatible: In[0]: %s, In[1]: %s", op_in_shape(c, 0), op_in_shape(c, 1));
	out = op_out(c, 0, a->dtype, 2, (int64_t[]){ p.m, p.n });
	return out && (out->n == 0 || multiply(c, &p, false, false, 0, 0, out, 0));
}

static bool run_batch(struct op_ctx *c)
{
	const struct tensor *a = c->in[0], *b = c->in[1];
	struct product p = { 0 };
	struct shape s[2];
	struct tensor *out;
	int64_t ka, kb, *dim;
	struct bcast plan;

	node_attr_bool(c->node, "adj_x", &p.ta);
	node_attr_bool(c->node, "adj_y", &p.tb);
	if (a->rank < 2 || b->rank < 2)
		return op_invalid(c, "In[%d] ndims must be >= 2: %d", a->rank < 2 ? 0 : 1, a->rank < 2 ? a->rank : b->rank);
	sizes(&p, a->dim + a->rank - 2, b->dim + b->rank - 2, &ka, &kb);
	if (ka != kb)
		return op_invalid(c, "Matrix size-incompatible: In[0]: %s, In[1]: %s", op_in_shape(c, 0), op_in_shape(c, 1));
	s[0] = (struct shape){ a->rank - 2, a->dim };
	s[1] = (struct shape){ b->rank - 2, b->dim };
	if (!bcast_plan(&plan, c->scratch, 2, s))
		return op_invalid(c, "In[0] and In[1] must have compatible batch dimensions: %s vs. %s", op_in_shape(c, 0),
				  op_in_shape(c, 1));
	dim = arena_array(c->scratch, (size_t)plan.out_rank + 3, sizeof(*dim));
	memcpy(dim, plan.out_dim, (size_t)plan.out_rank * sizeof(*dim));
	dim[plan.out_rank] = p.m;
	dim[plan.out_rank + 1] = p.n;
	out = op_out(c, 0, a->dtype, plan.out_rank + 2, dim);
	for (int64_t i = 0; out && out->n && i < plan.total; i++) {
		int64_t k = i, at = 0, bt = 0;

		for (int d = plan.rank - 1; d >= 0; d--) {
			at += k % plan.dim[d] * plan.stride[0][d];
			bt += k % plan.dim[d] * plan.stride[1][d];
			k /= plan.dim[d];
		}
		if (!multiply(c, &p, p.ta, p.tb, at * p.m * p.k, bt * p.k * p.n, out, i * p.m * p.n))
			return false;
	}
	return out != NULL;
}

#define DM_GEMM (DM_FLOATS | DM_INDEX | DM_COMPLEX)
static const struct op_row rows[] = {
	{ .name = "MatMul", .n_in = 2, .n_out = 1, .types = { { "T", DM_GEMM } }, .run = run_matmul },
	{ .name = "BatchMatMul", .n_in = 2, .n_out = 1, .types = { { "T", DM_GEMM } }, .run = run_batch },
	{ .name = "BatchMatMulV2", .n_in = 2, .n_out = 1, .types = { { "T", DM_GEMM } }, .run = run_batch },
};

OP_FAMILY(family_matmul, rows);
