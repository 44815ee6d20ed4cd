/* Matrix products: MatMul and the batched forms, whose leading dimensions broadcast from V2 on. */
#include <string.h>

#include "ops/kernel.h"
#include "ops/mm.h"

struct batch {
	struct mm mm;
	const void *a, *b;
	void *out;
	struct bcast plan;
};

/* Input i in the type that the product is computed in: V3 mixes bytes with bfloat16 or sums bytes as
 * int32. */
static const void *operand(struct op_ctx *c, int i, enum dtype t)
{
	struct tensor *as;

	if (mm_type(c->in[i]->dtype) == t)
		return mm_in(c, i);
	as = tensor_cast(c->in[i], t, c->err);
	if (!as)
		return NULL;
	op_hold(c, as);
	return as->data;
}

static bool sizes(struct op_ctx *c, struct mm *p)
{
	const int64_t *a = c->in[0]->dim + c->in[0]->rank - 2, *b = c->in[1]->dim + c->in[1]->rank - 2;

	p->m = p->ta ? a[1] : a[0];
	p->k = p->ta ? a[0] : a[1];
	p->n = p->tb ? b[0] : b[1];
	p->lda = a[1];
	p->ldb = b[1];
	p->ldc = p->n;
	if (p->k != (p->tb ? b[1] : b[0]))
		return op_invalid(c, "Matrix size-incompatible: In[0]: %s, In[1]: %s", op_in_shape(c, 0),
				  op_in_shape(c, 1));
	return true;
}

static bool run_matmul(struct op_ctx *c)
{
	const struct tensor *a = c->in[0], *b = c->in[1];
	struct mm p = { .t = mm_type(a->dtype) };
	struct tensor *out;
	const void *x, *y;
	void *z;

	node_attr_bool(c->node, "transpose_a", &p.ta);
	node_attr_bool(c->node, "transpose_b", &p.tb);
	if (a->rank != b->rank)
		return op_invalid(c, "In[0] and In[1] has different ndims: %s vs. %s", op_in_shape(c, 0),
				  op_in_shape(c, 1));
	if (a->rank != 2)
		return op_invalid(c, "In[0] and In[1] ndims must be == 2: %d", a->rank);
	if (!sizes(c, &p))
		return false;
	out = op_out(c, 0, a->dtype, 2, (int64_t[]){ p.m, p.n });
	if (!out || out->n == 0)
		return out != NULL;
	x = mm_in(c, 0);
	y = mm_in(c, 1);
	z = mm_out(c, out);
	if (!x || !y || !z)
		return false;
	mm_run_tiled(&p, x, y, z);
	mm_done(out, z);
	return true;
}

static void one(const struct batch *s, int64_t i, bool tiled)
{
	size_t size = dtype_info(s->mm.t)->size;
	const struct bcast *b = &s->plan;
	int64_t k = i, at = 0, bt = 0;
	const char *x, *y;
	char *z;

	for (int d = b->rank - 1; d >= 0; d--) {
		at += k % b->dim[d] * b->stride[0][d];
		bt += k % b->dim[d] * b->stride[1][d];
		k /= b->dim[d];
	}
	x = (const char *)s->a + (size_t)(at * s->mm.m * s->mm.k) * size;
	y = (const char *)s->b + (size_t)(bt * s->mm.k * s->mm.n) * size;
	z = (char *)s->out + (size_t)(i * s->mm.m * s->mm.n) * size;
	if (tiled)
		mm_run_tiled(&s->mm, x, y, z);
	else
		mm_run(&s->mm, x, y, z, false);
}

static void tile(void *ctx, int64_t from, int64_t to)
{
	for (int64_t i = from; i < to; i++)
		one(ctx, i, false);
}

/* Many small products: whole ones on each thread; few: each split over the threads. */
static bool products(struct op_ctx *c, struct batch *s)
{
	double each = (double)s->mm.m * (double)s->mm.n * (double)(s->mm.k + 1);

	if (each < 4e6) {
		tiles_run(s->plan.total, (int64_t)(1e6 / each) + 1, tile, s);
		return true;
	}
	for (int64_t i = 0; i < s->plan.total; i++) {
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		one(s, i, true);
	}
	return true;
}

static bool batch_dims(struct op_ctx *c, struct batch *s)
{
	const struct tensor *a = c->in[0], *b = c->in[1];
	struct shape lead[2];
	bool v1 = !strcmp(c->row->name, "BatchMatMul");

	if (v1 && a->rank != b->rank)
		return op_invalid(c, "In[0] and In[1] has different ndims: %s vs. %s", op_in_shape(c, 0),
				  op_in_shape(c, 1));
	for (int i = 0; i < 2; i++)
		if (c->in[i]->rank < 2)
			return op_invalid(c, v1 ? "In[0] and In[1] ndims must be >= 2: %d" : i ?
					  "In[1] ndims must be >= 2: %d" : "In[0] ndims must be >= 2: %d",
					  c->in[i]->rank);
	lead[0] = (struct shape){ a->rank - 2, a->dim };
	lead[1] = (struct shape){ b->rank - 2, b->dim };
	for (int d = 0; v1 && d < a->rank - 2; d++)
		if (a->dim[d] != b->dim[d])
			return op_invalid(c, "In[0].dim(%d) and In[1].dim(%d) must be the same: %s vs %s", d, d,
					  op_in_shape(c, 0), op_in_shape(c, 1));
	if (!bcast_plan(&s->plan, c->scratch, 2, lead))
		return op_invalid(c, "In[0] and In[1] must have compatible batch dimensions: %s vs. %s",
				  op_in_shape(c, 0), op_in_shape(c, 1));
	return sizes(c, &s->mm);
}

static bool run_batch(struct op_ctx *c)
{
	struct batch s = { 0 };
	enum dtype to = c->in[0]->dtype;
	struct tensor *out;
	int64_t *dim;

	node_attr_bool(c->node, "adj_x", &s.mm.ta);
	node_attr_bool(c->node, "adj_y", &s.mm.tb);
	node_attr_type(c->node, "Tout", &to);
	s.mm.t = mm_type(to);
	s.mm.ca = s.mm.ta;
	s.mm.cb = s.mm.tb;
	if (!batch_dims(c, &s))
		return false;
	dim = arena_array(c->scratch, (size_t)s.plan.out_rank + 3, sizeof(*dim));
	if (s.plan.out_rank)
		memcpy(dim, s.plan.out_dim, (size_t)s.plan.out_rank * sizeof(*dim));
	dim[s.plan.out_rank] = s.mm.m;
	dim[s.plan.out_rank + 1] = s.mm.n;
	out = op_out(c, 0, to, s.plan.out_rank + 2, dim);
	if (!out || out->n == 0)
		return out != NULL;
	s.a = operand(c, 0, s.mm.t);
	s.b = operand(c, 1, s.mm.t);
	s.out = mm_out(c, out);
	if (!s.a || !s.b || !s.out || !products(c, &s))
		return false;
	mm_done(out, s.out);
	return true;
}

/* The combinations of Ta, Tb and Tout that TensorFlow registers. */
static bool prepare_v3(const struct node *n, void *state, struct arena *arena, struct err *err)
{
	enum dtype a = DT_INVALID, b = DT_INVALID, out = DT_INVALID;
	dtype_mask bytes = DM(DT_INT8) | DM(DT_UINT8);

	(void)state, (void)arena;
	if (!node_attr_type(n, "Ta", &a) || !node_attr_type(n, "Tb", &b) || !node_attr_type(n, "Tout", &out))
		return attr_missing(n, "Tout", err);
	if (a == b && a == out && !(DM(a) & bytes))
		return true;
	if (DM(a) & bytes && DM(b) & bytes && out == DT_INT32)
		return true;
	if (out == DT_BFLOAT16 && (a == out || DM(a) & bytes) && (b == out || DM(b) & bytes) && (a == out || b == out))
		return true;
	return err_set(err, ERR_KIND_OP, ERR_UNIMPLEMENTED, "BatchMatMulV3 has no kernel for %s x %s to %s",
		       dtype_info(a)->name, dtype_info(b)->name, dtype_info(out)->name);
}

static void matmul_cost(const struct op_ctx *c, double *macs, double *bytes)
{
	const struct tensor *a = c->in[0], *out = c->out[0];
	bool ta = false;

	if (a->rank < 2 || !out)
		return;
	node_attr_bool(c->node, c->row->run == run_matmul ? "transpose_a" : "adj_x", &ta);
	*macs = (double)out->n * (double)a->dim[a->rank - (ta ? 2 : 1)];
	*bytes = (double)(a->bytes + c->in[1]->bytes + out->bytes);
}

#define DM_GEMM (DM_FLOATS | DM_INDEX | DM_COMPLEX)
#define DM_V2 (DM_GEMM | DM(DT_INT16))
#define DM_V3 (DM(DT_FLOAT) | DM(DT_DOUBLE) | DM(DT_BFLOAT16) | DM(DT_INT16) | DM_INDEX | DM_COMPLEX)
#define DM_V3_IN (DM_V3 | DM(DT_INT8) | DM(DT_UINT8))
static const struct op_row rows[] = {
	{ .name = "MatMul", .n_in = 2, .n_out = 1, .types = { { "T", DM_GEMM } }, .run = run_matmul,
	  .cost = matmul_cost },
	{ .name = "BatchMatMul", .n_in = 2, .n_out = 1, .types = { { "T", DM_GEMM } }, .run = run_batch,
	  .cost = matmul_cost },
	{ .name = "BatchMatMulV2", .n_in = 2, .n_out = 1, .types = { { "T", DM_V2 } }, .run = run_batch,
	  .cost = matmul_cost },
	{ .name = "BatchMatMulV3", .n_in = 2, .n_out = 1,
	  .types = { { "Ta", DM_V3_IN }, { "Tb", DM_V3_IN }, { "Tout", DM_V3 } }, .prepare = prepare_v3,
	  .run = run_batch, .cost = matmul_cost },
};

OP_FAMILY(family_matmul, rows);
