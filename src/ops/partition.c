/* Slices dealt out and put together again: DynamicPartition, DynamicStitch; ops that pass a tensor on. */
#include <string.h>

#include "ops/array.h"

static bool run_partition(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *p = c->in[1];
	int64_t *dim = op_dims(c, x, 1), *count, *at, slice;
	const int64_t *v;
	bool fits = x->rank >= p->rank;
	int rank = x->rank - p->rank + 1;

	for (int d = 0; fits && d < p->rank; d++)
		fits = x->dim[d] == p->dim[d];
	if (!fits)
		return op_invalid(
			c, "data.shape must start with partitions.shape, got data.shape = %s, partitions.shape = %s",
			op_in_shape(c, 0), op_in_shape(c, 1));
	count = arena_array(c->scratch, (size_t)c->n_out + 1, sizeof(*count));
	at = arena_array(c->scratch, (size_t)c->n_out + 1, sizeof(*at));
	v = op_ints(c, 1);
	for (int64_t i = 0; v && i < p->n; i++) {
		if (v[i] < 0 || v[i] >= c->n_out)
			return op_invalid(c, "partitions%s = %lld is not in [0, %d)", op_place(c, p->rank, p->dim, i),
					  (long long)v[i], c->n_out);
		count[v[i]]++;
	}
	if (!v)
		return false;
	for (int d = 1; d < rank; d++)
		dim[d] = x->dim[p->rank + d - 1];
	slice = dims_mul(x->dim, p->rank, x->rank);
	for (int k = 0; k < c->n_out; k++) {
		dim[0] = count[k];
		if (!op_out(c, k, x->dtype, rank, dim))
			return false;
	}
	for (int64_t i = 0; x->n && i < p->n; i++)
		if (!el_copy(x->dtype, el_at(x->dtype, c->out[v[i]]->data, at[v[i]]++ * slice),
			     el_at(x->dtype, x->data, i * slice), slice, c->err))
			return false;
	return true;
}

/* ---- DynamicStitch ---- */

static bool same_rest(struct op_ctx *c, int n, int i)
{
	const struct tensor *a = c->in[n], *b = c->in[n + i];
	int ra = c->in[0]->rank, rb = c->in[i]->rank;
	bool ok = a->rank - ra == b->rank - rb;

	for (int d = 0; ok && d < a->rank - ra; d++)
		ok = a->dim[ra + d] == b->dim[rb + d];
	return ok ||
	       op_invalid(c,
			  "Need data[0].shape[%d:] = data[%d].shape[%d:], got data[0].shape = %s, data[%d].shape = "
			  "%s, indices[0].shape = %s, indices[%d].shape = %s",
			  ra, i, rb, op_in_shape(c, n), i, op_in_shape(c, n + i), op_in_shape(c, 0), i,
			  op_in_shape(c, i));
}

static bool stitch_shapes(struct op_ctx *c, int n, int64_t *first)
{
	*first = 0;
	for (int i = 0; i < n; i++) {
		const struct tensor *idx = c->in[i], *data = c->in[n + i];
		bool ok = data->rank >= idx->rank;

		for (int64_t k = 0; k < idx->n; k++)
			if (((const int32_t *)idx->data)[k] >= *first)
				*first = (int64_t)((const int32_t *)idx->data)[k] + 1;
		for (int d = 0; ok && d < idx->rank; d++)
			ok = data->dim[d] == idx->dim[d];
		if (!ok)
			return op_invalid(c, "data[%d].shape = %s does not start with indices[%d].shape = %s", i,
					  op_in_shape(c, n + i), i, op_in_shape(c, i));
		if (i && !same_rest(c, n, i))
			return false;
	}
	return true;
}

/* The last slice that names a place wins; a place that nothing names is zero. */
static bool stitch(struct op_ctx *c, int n, int64_t first, struct tensor *out)
{
	struct { int32_t input; int64_t row; } *from = op_temp(c, (size_t)first * sizeof(*from));
	int64_t slice = first ? out->n / first : 0;
	enum dtype t = out->dtype;

	if (!from)
		return false;
	for (int64_t k = 0; k < first; k++)
		from[k].input = -1;
	for (int i = 0; i < n; i++)
		for (int64_t k = 0; k < c->in[i]->n; k++) {
			int32_t at = ((const int32_t *)c->in[i]->data)[k];

			if (at < 0)
				return op_invalid(c, "indices[%lld] is out of range", (long long)k);
			from[at].input = i;
			from[at].row = k;
		}
	for (int64_t k = 0; k < first; k++)
		if (from[k].input >= 0 && !el_copy(t, el_at(t, out->data, k * slice),
						   el_at(t, c->in[n + from[k].input]->data, from[k].row * slice),
						   slice, c->err))
			return false;
	return true;
}

static bool run_stitch(struct op_ctx *c)
{
	int n = c->n_in / 2, rank;
	int64_t *dim, first;
	const struct tensor *a;

	if (n < 1)
		return op_invalid(c, "DynamicStitch of nothing");
	if (!stitch_shapes(c, n, &first))
		return false;
	a = c->in[n];
	rank = a->rank - c->in[0]->rank + 1;
	dim = op_dims(c, a, 1);
	for (int d = 1; d < rank; d++)
		dim[d] = a->dim[c->in[0]->rank + d - 1];
	dim[0] = first;
	c->out[0] = tensor_zeros(a->dtype, rank, dim, c->err);
	return c->out[0] && stitch(c, n, first, c->out[0]);
}

static bool run_same(struct op_ctx *c)
{
	return op_out_ref(c, 0, c->in[0]);
}

#define STITCH(n) { .name = n, .n_in = -1, .n_out = 1, .run = run_stitch, \
		    .types = { { "T", DM_PLAIN | DM_QUANT | DM(DT_VARIANT) } } }
static const struct op_row rows[] = {
	{ .name = "DynamicPartition", .n_in = 2, .n_out = -1, .types = { { "T", DM_PLAIN | DM_OBJECT } },
	  .run = run_partition },
	STITCH("DynamicStitch"), STITCH("ParallelDynamicStitch"),
	{ .name = "GuaranteeConst", .n_in = 1, .n_out = 1, .flags = OP_VIEW, .run = run_same },
	{ .name = "DeepCopy", .n_in = 1, .n_out = 1, .flags = OP_VIEW, .run = run_same },
};

OP_FAMILY(family_partition, rows);
