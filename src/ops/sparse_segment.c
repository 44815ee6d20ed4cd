/*
 * SparseSegmentSum, -Mean, -SqrtN: rows picked by indices, summed by segment (embedding_lookup_sparse).
 * TensorFlow adds them eight at a time and scales before or after depending on how many there are; we
 * add in the same order.
 */
#include <math.h>
#include <string.h>

#include "ops/rowop.h"

enum scaling { SCALE_NONE, SCALE_MEAN, SCALE_SQRTN };

struct gather {
	struct op_ctx *c;
	enum scaling how;
	enum dtype t;			/* of the sums: float for half and bfloat16 */
	int64_t rows, cols;		/* of the data */
	void *sum;			/* a row of t: eight rows' sum */
	void *row;			/* and a row of data converted to t */
};

static const void *picked(struct gather *g, int64_t i)
{
	const struct tensor *x = g->c->in[0];
	const void *p = row_at(x, tensor_get_i64(g->c->in[1], i), g->cols);

	if (x->dtype == g->t)
		return p;
	low_to_float(x->dtype, g->row, p, g->cols);
	return g->row;
}

static bool indices_ok(struct gather *g, int64_t from, int64_t n)
{
	for (int64_t i = from; i < from + n; i++) {
		int64_t at = tensor_get_i64(g->c->in[1], i);

		if (at < 0 || at >= g->rows)
			return op_invalid(g->c, "Bad: indices[%lld] == %lld out of range [0, %lld)", (long long)i,
					  (long long)at, (long long)g->rows);
	}
	return true;
}

static void times(struct gather *g, void *row, double factor)
{
	float f = (float)factor;

	for (int64_t k = 0; k < g->cols; k++)
		if (g->t == DT_FLOAT)
			((float *)row)[k] *= f;
		else
			((double *)row)[k] *= factor;
}

static void over(struct gather *g, void *row, double divisor)
{
	float f = (float)divisor;

	for (int64_t k = 0; k < g->cols; k++)
		if (g->t == DT_FLOAT)
			((float *)row)[k] /= f;
		else
			((double *)row)[k] /= divisor;
}

/* One over the number in the sums' own type. */
static double inverse(const struct gather *g, double n)
{
	return g->t == DT_FLOAT ? (double)(1.0f / (float)n) : 1.0 / n;
}

/* Segment [from, from + n) into a row of g->t. */
static void segment(struct gather *g, int64_t from, int64_t n, void *to)
{
	size_t bytes = (size_t)g->cols * dtype_info(g->t)->size;
	int64_t first = n == 1 ? 1 : (n & 7) < 2 ? (n & 7) + 8 : n & 7;
	row_fn add = row_find(ROW_ADD, g->t);
	double scale = g->how == SCALE_SQRTN ? sqrt((double)n) : (double)n;

	memcpy(to, picked(g, from), bytes);
	for (int64_t i = 1; i < first; i++)
		add(to, picked(g, from + i), g->cols);
	if (n == 1)
		return;
	if (g->how != SCALE_NONE && n < 10)
		times(g, to, inverse(g, scale));
	for (int64_t r = first; r < n; r += 8) {
		memcpy(g->sum, picked(g, from + r), bytes);
		for (int64_t i = 1; i < 8; i++)
			add(g->sum, picked(g, from + r + i), g->cols);
		add(to, g->sum, g->cols);
	}
	if (g->how != SCALE_NONE && n >= 10)
		over(g, to, scale);
}

static bool segments(struct gather *g, struct tensor *out)
{
	struct op_ctx *c = g->c;
	const struct tensor *id = c->in[2];
	int64_t rows = out->dim[0], done = 0, start = 0;
	bool low = out->dtype != g->t;
	void *wide = low ? op_temp(c, (size_t)g->cols * 4) : NULL;

	if (low && !wide)
		return false;
	for (int64_t end = 1; end <= id->n; end++) {
		int64_t at = tensor_get_i64(id, start), next = end < id->n ? tensor_get_i64(id, end) : 0;

		if (end < id->n && at == next)
			continue;
		if (end < id->n && at > next)
			return op_invalid(c, "segment ids are not increasing");
		if (at < 0 || at >= rows)
			return op_invalid(c, "Segment id %lld out of range [0, %lld), possibly because 'segment_ids' "
					  "input is not sorted.", (long long)at, (long long)rows);
		if (!indices_ok(g, start, end - start) ||
		    !row_fill(c, out->dtype, ROW_ZERO, row_at(out, done, g->cols), (at - done) * g->cols) ||
		    ((end & 1023) == 0 && !c->world->go_on(c->world_ctx, c->err)))
			return false;
		segment(g, start, end - start, low ? wide : row_at(out, at, g->cols));
		if (low)
			low_of_float(out->dtype, row_at(out, at, g->cols), wide, g->cols);
		done = at + 1;
		start = end;
	}
	return row_fill(c, out->dtype, ROW_ZERO, row_at(out, done, g->cols), (rows - done) * g->cols);
}

static bool shapes_ok(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *ix = c->in[1], *id = c->in[2];

	if (c->n_in == 4 && c->in[3]->rank != 0)
		return op_invalid(c, "num_segments should be a scalar, not shape %s", op_in_shape(c, 3));
	if (c->n_in == 4 && tensor_get_i64(c->in[3], 0) < 0)
		return op_invalid(c, "segment ids must be >= 0");
	if (ix->rank != 1)
		return op_invalid(c, "indices should be a vector.");
	if (id->rank != 1)
		return op_invalid(c, "segment_ids should be a vector.");
	if (ix->n != id->n)
		return op_invalid(c, "segment_ids and indices should have same size.");
	if (x->rank < 1)
		return op_invalid(c, "Shape must be at least rank 1");
	return true;
}

static bool run(struct op_ctx *c)
{
	struct gather g = { .c = c, .how = (enum scaling)(intptr_t)c->row->data };
	const struct tensor *x = c->in[0], *id = c->in[2];
	int64_t *dim, last;
	struct tensor *out;
	size_t bytes;

	if (!shapes_ok(c))
		return false;
	dim = op_dims(c, x, 0);
	last = id->n ? tensor_get_i64(id, id->n - 1) : -1;
	if (last >= INT32_MAX)
		return op_invalid(c, "segment ids must be >= 0");
	dim[0] = c->n_in == 4 ? tensor_get_i64(c->in[3], 0) : last + 1;
	if (dim[0] <= last)
		return op_invalid(c, "segment ids must be < num_segments");
	if (dim[0] < 0)
		return op_invalid(c, "segment ids must be >= 0");
	out = op_out(c, 0, x->dtype, x->rank, dim);
	if (!out)
		return false;
	if (id->n && dim[0] == 0)
		return op_invalid(c, "segment ids must be >= 0");
	g.rows = x->dim[0];
	g.cols = 1;
	for (int i = 1; i < x->rank; i++)
		g.cols *= x->dim[i];
	g.t = x->dtype == DT_HALF || x->dtype == DT_BFLOAT16 ? DT_FLOAT : x->dtype;
	if (!size_mul((size_t)g.cols, 8, &bytes) || !(g.sum = op_temp(c, bytes)) || !(g.row = op_temp(c, bytes)))
		return false;
	return segments(&g, out);
}

#define ROW(op, n, mask, how) \
	{ .name = op, .n_in = n, .n_out = 1, .types = { { "T", mask }, { "Tidx", DM_INDEX }, \
	  { "Tsegmentids", DM_INDEX } }, .run = run, .data = (const void *)(intptr_t)(how) }
static const struct op_row rows[] = {
	ROW("SparseSegmentMean", 3, DM_FLOATS, SCALE_MEAN),
	ROW("SparseSegmentMeanWithNumSegments", 4, DM_FLOATS, SCALE_MEAN),
	ROW("SparseSegmentSqrtN", 3, DM_FLOATS, SCALE_SQRTN),
	ROW("SparseSegmentSqrtNWithNumSegments", 4, DM_FLOATS, SCALE_SQRTN),
	ROW("SparseSegmentSum", 3, DM_REAL, SCALE_NONE),
	ROW("SparseSegmentSumWithNumSegments", 4, DM_REAL, SCALE_NONE),
};

OP_FAMILY(family_sparse_segment, rows);
