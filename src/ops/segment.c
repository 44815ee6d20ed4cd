/* SegmentSum and its like: rows of the same segment reduced to one; ids in order, or any. */
#include "ops/rowop.h"

struct segment {
	enum row_op op;
	enum row_const gap, start;	/* of segments without rows; what a reduction starts with */
	bool mean;
};

static int64_t columns(const struct tensor *t, int from)
{
	int64_t n = 1;

	for (int i = from; i < t->rank; i++)
		n *= t->dim[i];
	return n;
}

/* Rows [from, to) into one row, as Eigen's reducers do: from a start value, in order. */
static bool reduce(struct op_ctx *c, const struct segment *s, void *to, int64_t from, int64_t n, int64_t cols)
{
	const struct tensor *x = c->in[0];
	size_t size = dtype_info(x->dtype)->size;
	row_fn fn = row_find(s->op, x->dtype);
	double count[2];

	if (n == 1)
		return el_copy(x->dtype, to, row_at(x, from, cols), cols, c->err);
	if (!row_fill(c, x->dtype, s->start, to, cols))
		return false;
	for (int64_t i = 0; i < n; i++)
		fn(to, row_at(x, from + i, cols), cols);
	row_int(x->dtype, n, count);
	for (int64_t k = 0; s->mean && k < cols; k++)
		row_find(ROW_DIV, x->dtype)((char *)to + (size_t)k * size, count, 1);
	return true;
}

static bool sorted_check(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *id = c->in[1];

	if (x->rank < 1)
		return op_invalid(c, "input must be at least rank 1");
	if (id->rank != 1)
		return op_invalid(c, "segment_ids should be a vector.");
	if (id->n != x->dim[0])
		return op_invalid(c, "segment_ids should be the same size as dimension 0 of input.");
	return true;
}

static bool run_sorted(struct op_ctx *c)
{
	const struct segment *s = c->row->data;
	const struct tensor *x = c->in[0], *id = c->in[1];
	int64_t *dim, cols, rows, done = 0, start = 0;
	struct tensor *out;

	if (!sorted_check(c))
		return false;
	dim = op_dims(c, x, 0);
	cols = columns(x, 1);
	rows = id->n ? tensor_get_i64(id, id->n - 1) : -1;
	if (rows == INT64_MAX || (id->dtype == DT_INT32 && rows == INT32_MAX) || (id->n && rows < 0))
		return op_invalid(c, "segment ids must be >= 0");
	dim[0] = ++rows;
	out = op_out(c, 0, x->dtype, x->rank, dim);
	if (!out)
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
		if (!row_fill(c, x->dtype, s->gap, row_at(out, done, cols), (at - done) * cols) ||
		    !reduce(c, s, row_at(out, at, cols), start, end - start, cols) ||
		    ((end & 1023) == 0 && !c->world->go_on(c->world_ctx, c->err)))
			return false;
		done = at + 1;
		start = end;
	}
	return true;
}

static bool unsorted_check(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *id = c->in[1];
	bool ok = id->rank <= x->rank;

	if (c->in[2]->rank != 0)
		return op_invalid(c, "num_segments should be a scalar, not shape %s", op_in_shape(c, 2));
	for (int i = 0; i < id->rank && ok; i++)
		ok = id->dim[i] == x->dim[i];
	return ok || op_invalid(c, "data.shape = %s does not start with segment_ids.shape = %s",
				op_in_shape(c, 0), op_in_shape(c, 1));
}

/* "[1,2]", the position of element i of a shape. */
static const char *position(struct op_ctx *c, const struct tensor *t, int64_t i)
{
	int64_t *at = op_dims(c, t, 0);

	for (int d = t->rank - 1; d >= 0; d--) {
		at[d] = i % t->dim[d];
		i /= t->dim[d];
	}
	return t->rank ? op_shape(c, t->rank, at) : "";
}

static bool run_unsorted(struct op_ctx *c)
{
	const struct segment *s = c->row->data;
	const struct tensor *x = c->in[0], *id = c->in[1];
	row_fn fn = row_find(s->op, x->dtype);
	int64_t *dim, rows, cols;
	struct tensor *out;

	if (!unsorted_check(c))
		return false;
	rows = tensor_get_i64(c->in[2], 0);
	if (rows < 0)
		return op_invalid(c, "Input num_segments == %lld must not be negative.", (long long)rows);
	dim = op_dims(c, x, 1);
	dim[0] = rows;
	for (int i = id->rank; i < x->rank; i++)
		dim[i - id->rank + 1] = x->dim[i];
	cols = columns(x, id->rank);
	out = op_out(c, 0, x->dtype, x->rank - id->rank + 1, dim);
	if (!out || !row_fill(c, x->dtype, s->start, out->data, out->n))
		return false;
	for (int64_t i = 0; x->n && i < id->n; i++) {
		int64_t at = tensor_get_i64(id, i);

		if (at < 0)
			continue;
		if (at >= rows)
			return op_invalid(c, "segment_ids%s = %lld is out of range [0, %lld)", position(c, id, i),
					  (long long)at, (long long)rows);
		fn(row_at(out, at, cols), row_at(x, i, cols), cols);
	}
	return true;
}

static const struct segment sum = { ROW_ADD, ROW_ZERO, ROW_ZERO, false };
static const struct segment mean = { ROW_ADD, ROW_ZERO, ROW_ZERO, true };
static const struct segment prod = { ROW_MUL, ROW_ONE, ROW_ONE, false };
static const struct segment smallest = { ROW_MIN, ROW_ZERO, ROW_HIGHEST, false };
static const struct segment largest = { ROW_MAX, ROW_ZERO, ROW_LOWEST, false };

#define SORTED(op, mask, what) \
	{ .name = op, .n_in = 2, .n_out = 1, .types = { { "T", mask }, { "Tindices", DM_INDEX } }, \
	  .run = run_sorted, .data = what }
#define UNSORTED(op, mask, what) \
	{ .name = op, .n_in = 3, .n_out = 1, .types = { { "T", mask }, { "Tindices", DM_INDEX }, \
	  { "Tnumsegments", DM_INDEX } }, .run = run_unsorted, .data = what }

static const struct op_row rows[] = {
	SORTED("SegmentMax", DM_REAL, &largest),
	SORTED("SegmentMean", DM_NUMBER, &mean),
	SORTED("SegmentMin", DM_REAL, &smallest),
	SORTED("SegmentProd", DM_NUMBER, &prod),
	SORTED("SegmentSum", DM_NUMBER, &sum),
	UNSORTED("UnsortedSegmentMax", DM_REAL, &largest),
	UNSORTED("UnsortedSegmentMin", DM_REAL, &smallest),
	UNSORTED("UnsortedSegmentProd", DM_NUMBER, &prod),
	UNSORTED("UnsortedSegmentSum", DM_NUMBER, &sum),
};

OP_FAMILY(family_segment, rows);
