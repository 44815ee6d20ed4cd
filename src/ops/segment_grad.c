/*
 * Gradients of SparseSegmentSum, -Mean, -SqrtN: each index's row gets its segment's gradient, divided by the
 * segment's size or its root. The second form gives only the rows that an index names, in order.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ops/rowop.h"

enum scaling { SCALE_NONE, SCALE_MEAN, SCALE_SQRTN };

struct back {
	enum dtype t;			/* what is computed in */
	enum dtype type;		/* of the tensors: each step is rounded to it */
	int64_t cols, rows;
	const void *in;
	void *out;
	double *scale;			/* a segment's, NULL: all one */
};

static float step(const struct back *b, float v)
{
	uint16_t bits;

	if (b->type == DT_FLOAT)
		return v;
	low_of_float(b->type, &bits, &v, 1);
	low_to_float(b->type, &v, &bits, 1);
	return v;
}

static void add_row(const struct back *b, int64_t row, int64_t segment, bool first)
{
	double scale = b->scale ? b->scale[segment] : 1;
	float f = step(b, (float)scale);

	for (int64_t k = 0; k < b->cols; k++) {
		if (b->t == DT_FLOAT) {
			float *to = (float *)b->out + row * b->cols + k,
			      v = ((const float *)b->in)[segment * b->cols + k];

			v = f == 1 ? v : step(b, v * f);
			*to = first ? v : step(b, *to + v);
		} else {
			double *to = (double *)b->out + row * b->cols + k,
			       v = ((const double *)b->in)[segment * b->cols + k];

			v = scale == 1 ? v : v * scale;
			*to = first ? v : *to + v;
		}
	}
}

static bool checks(struct op_ctx *c)
{
	const char *dim = c->n_out > 1 ? "dense_output_dim0" : "output_dim0";

	if (c->in[1]->rank != 1)
		return op_invalid(c, "indices should be a vector.");
	if (c->in[2]->rank != 1)
		return op_invalid(c, "segment_ids should be a vector.");
	if (c->in[3]->rank != 0)
		return op_invalid(c, "%s should be a scalar.", dim);
	if (c->in[1]->n != c->in[2]->n)
		return op_invalid(c, "segment_ids and indices should have same size.");
	if (c->in[0]->rank < 1)
		return op_invalid(c, "Shape must be at least rank 1");
	if (tensor_get_i64(c->in[3], 0) < 0)
		return op_invalid(c, "Expected a non-negative size, got %lld", (long long)tensor_get_i64(c->in[3], 0));
	return true;
}

/* Every segment's factor. */
static bool scales(struct op_ctx *c, struct back *b, enum scaling how)
{
	const struct tensor *id = c->in[2];
	int64_t n = c->in[0]->dim[0];

	if (id->n && tensor_get_i64(id, id->n - 1) >= n)
		return op_invalid(c, "Invalid number of segments");
	for (int64_t i = 0; i < id->n; i++) {
		int64_t s = tensor_get_i64(id, i);

		if (s < 0 || s >= n)
			return op_invalid(c, "Segment id %lld out of range [0, %lld).", (long long)s, (long long)n);
	}
	if (how == SCALE_NONE)
		return true;
	b->scale = op_temp(c, (size_t)n * sizeof(double) + 8);
	if (!b->scale)
		return false;
	memset(b->scale, 0, (size_t)n * sizeof(double));
	for (int64_t i = 0; i < id->n; i++)
		b->scale[tensor_get_i64(id, i)]++;
	for (int64_t i = 0; i < n; i++) {
		double v = b->scale[i] > 1 ? b->scale[i] : 1;

		b->scale[i] = 1 / (how == SCALE_SQRTN ? sqrt(v) : v);
	}
	return true;
}

static int by_value(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* The indices in order, each once. */
static bool unique(struct op_ctx *c, int64_t **sorted, int64_t *n)
{
	const struct tensor *ix = c->in[1];
	int64_t *v = *sorted = op_temp(c, (size_t)ix->n * sizeof(*v) + 8);

	if (!v)
		return false;
	for (int64_t i = 0; i < ix->n; i++)
		v[i] = tensor_get_i64(ix, i);
	qsort(v, (size_t)ix->n, sizeof(*v), by_value);
	*n = 0;
	for (int64_t i = 0; i < ix->n; i++)
		if (i == 0 || v[i] != v[*n - 1])
			v[(*n)++] = v[i];
	return true;
}

static bool indices_ok(struct op_ctx *c, int64_t rows)
{
	for (int64_t i = 0; i < c->in[1]->n; i++) {
		int64_t at = tensor_get_i64(c->in[1], i);

		if (at < 0 || at >= rows)
			return op_invalid(c, "Index %lld out of range [0, %lld).", (long long)at, (long long)rows);
	}
	return true;
}

static bool fill(struct op_ctx *c, struct back *b, struct tensor *out, const int64_t *sorted, int64_t n)
{
	bool *done = op_temp(c, (size_t)b->rows + 8);

	b->in = b->t == DT_FLOAT ? (const void *)op_in_float(c, 0) : c->in[0]->data;
	b->out = b->t == b->type ? out->data : op_temp(c, (size_t)out->n * sizeof(float) + 8);
	if (!done || !b->in || !b->out)
		return false;
	memset(done, 0, (size_t)b->rows);
	memset(b->out, 0, (size_t)out->n * dtype_info(b->t)->size);
	for (int64_t i = 0; i < c->in[1]->n; i++) {
		int64_t row = tensor_get_i64(c->in[1], i);

		if (sorted)
			row = (const int64_t *)bsearch(&row, sorted, (size_t)n, sizeof(row), by_value) - sorted;
		if ((i & 1023) == 0 && !c->world->go_on(c->world_ctx, c->err))
			return false;
		add_row(b, row, tensor_get_i64(c->in[2], i), !done[row]);
		done[row] = true;
	}
	if (b->t != b->type)
		low_of_float(b->type, out->data, b->out, out->n);
	return true;
}

static bool run(struct op_ctx *c)
{
	struct back b = { .type = c->in[0]->dtype, .cols = 1 };
	const struct tensor *g = c->in[0];
	int64_t *dim, *sorted = NULL, n = 0;
	struct tensor *out, *names;

	if (!checks(c) || !scales(c, &b, (enum scaling)(intptr_t)c->row->data) ||
	    !indices_ok(c, tensor_get_i64(c->in[3], 0)) || (c->n_out > 1 && !unique(c, &sorted, &n)))
		return false;
	dim = op_dims(c, g, 0);
	dim[0] = b.rows = sorted ? n : tensor_get_i64(c->in[3], 0);
	out = op_out(c, 0, g->dtype, g->rank, dim);
	if (!out)
		return false;
	if (sorted) {
		names = op_out(c, 1, c->in[1]->dtype, 1, &n);
		for (int64_t i = 0; names && i < n; i++)
			if (names->dtype == DT_INT64)
				((int64_t *)names->data)[i] = sorted[i];
			else
				((int32_t *)names->data)[i] = (int32_t)sorted[i];
		if (!names)
			return false;
	}
	for (int i = 1; i < g->rank && out->n; i++)
		b.cols *= g->dim[i];
	b.cols = out->n ? b.cols : 0;
	b.t = g->dtype == DT_DOUBLE ? DT_DOUBLE : DT_FLOAT;
	return fill(c, &b, out, sorted, n);
}

#define ROW(op, outs, how) \
	{ .name = op, .n_in = 4, .n_out = outs, .types = { { "T", DM_FLOATS }, { "Tidx", DM_INDEX }, \
	  { "Tsegmentids", DM_INDEX } }, .run = run, .data = (const void *)(intptr_t)(how) }
static const struct op_row rows[] = {
	ROW("SparseSegmentMeanGrad", 1, SCALE_MEAN),
	ROW("SparseSegmentMeanGradV2", 2, SCALE_MEAN),
	ROW("SparseSegmentSqrtNGrad", 1, SCALE_SQRTN),
	ROW("SparseSegmentSqrtNGradV2", 2, SCALE_SQRTN),
	ROW("SparseSegmentSumGrad", 1, SCALE_NONE),
	ROW("SparseSegmentSumGradV2", 2, SCALE_NONE),
};

OP_FAMILY(family_segment_grad, rows);
