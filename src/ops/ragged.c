/* RaggedGather, RaggedRange, RaggedTensorToSparse. */
#include <math.h>
#include <string.h>

#include "ops/sparse.h"

static int64_t split(const struct tensor *t, int64_t i)
{
	return tensor_get_i64(t, i);
}

static void split_set(struct tensor *t, int64_t i, int64_t v)
{
	if (t->dtype == DT_INT64)
		((int64_t *)t->data)[i] = v;
	else
		((int32_t *)t->data)[i] = (int32_t)v;
}

/* ---- RaggedGather ---- */

struct rgather {
	struct op_ctx *c;
	int ragged_rank;		/* of the parameters */
	const struct tensor *values, *ix;
};

static const char *position(struct op_ctx *c, const struct tensor *t, int64_t i)
{
	int64_t *at = op_dims(c, t, 0);

	for (int d = t->rank - 1; d >= 0; d--) {
		at[d] = i % t->dim[d];
		i /= t->dim[d];
	}
	return t->rank ? op_shape(c, t->rank, at) : "";
}

static bool gather_check(struct rgather *g)
{
	struct op_ctx *c = g->c;
	int64_t rows = c->in[0]->n - 1;

	for (int64_t i = 0; i < g->ix->n; i++) {
		int64_t v = split(g->ix, i);

		if (v < 0 || v >= rows)
			return op_invalid(c, "indices%s = %lld is not in [0, %lld)", position(c, g->ix, i),
					  (long long)v, (long long)rows);
	}
	if (g->values->rank == 0)
		return op_invalid(c, "params.rank must be nonzero");
	for (int d = 0; d < g->ragged_rank; d++) {
		const struct tensor *s = c->in[d];
		bool last = d == g->ragged_rank - 1;
		int64_t limit = last ? g->values->dim[0] : c->in[d + 1]->n - 1;

		if (s->n == 0)
			return op_invalid(c, "Ragged splits may not be empty");
		if (split(s, 0) < 0)
			return op_invalid(c, "Ragged splits must be non-negative");
		if (split(s, s->n - 1) > limit)
			return op_invalid(c, "Ragged splits must not point past values");
		for (int64_t i = 1; i < s->n; i++)
			if (split(s, i - 1) > split(s, i))
				return op_invalid(c, "Ragged splits must be sorted");
	}
	return true;
}

/* Splits of the indices' own dimensions but the last: even steps. */
static bool even_splits(struct rgather *g)
{
	int64_t rows = 1;

	for (int d = 0; d + 1 < g->ix->rank; d++) {
		struct tensor *t;

		rows *= g->ix->dim[d];
		t = op_out(g->c, d, g->c->in[0]->dtype, 1, (int64_t[]){ rows + 1 });
		if (!t)
			return false;
		for (int64_t i = 0; i <= rows; i++)
			split_set(t, i, i * g->ix->dim[d + 1]);
	}
	return true;
}

/* The rows [from, to) of dimension d that index i picks. */
static void picked(const struct rgather *g, int64_t i, int d, int64_t *from, int64_t *to)
{
	*from = split(g->ix, i);
	*to = *from + 1;
	for (int k = 0; k < d; k++) {
		*from = split(g->c->in[k], *from);
		*to = split(g->c->in[k], *to);
	}
}

/* How many rows of dimension d all indices pick, or -1 when that is too much to count. */
static int64_t picked_count(const struct rgather *g, int d)
{
	int64_t n = 0, from, to;

	for (int64_t i = 0; i < g->ix->n; i++) {
		picked(g, i, d, &from, &to);
		if (__builtin_add_overflow(n, to - from, &n))
			return -1;
	}
	return n;
}

static bool gather_splits(struct rgather *g, int d)
{
	const struct tensor *s = g->c->in[d];
	int64_t n = picked_count(g, d), at = 0, k = 0, from, to;
	struct tensor *t;

	if (n < 0 || n == INT64_MAX)
		return op_invalid(g->c, "too many rows");
	t = op_out(g->c, d + g->ix->rank - 1, s->dtype, 1, (int64_t[]){ n + 1 });
	if (!t)
		return false;
	split_set(t, 0, 0);
	for (int64_t i = 0; i < g->ix->n; i++) {
		picked(g, i, d, &from, &to);
		for (; from < to; from++) {
			at += split(s, from + 1) - split(s, from);
			split_set(t, ++k, at);
		}
	}
	return true;
}

static bool gather_values(struct rgather *g)
{
	int64_t *dim = op_dims(g->c, g->values, 0), inner = 1, at = 0, from, to;
	struct tensor *t;

	for (int i = 1; i < g->values->rank; i++)
		inner *= dim[i];
	dim[0] = picked_count(g, g->ragged_rank);
	if (dim[0] < 0)
		return op_invalid(g->c, "too many values");
	t = op_out(g->c, g->c->n_out - 1, g->values->dtype, g->values->rank, dim);
	for (int64_t i = 0; t && i < g->ix->n; i++) {
		picked(g, i, g->ragged_rank, &from, &to);
		if (!el_copy(t->dtype, el_at(t, at), el_at(g->values, from * inner), (to - from) * inner, g->c->err))
			return false;
		at += (to - from) * inner;
	}
	return t != NULL;
}

static bool run_gather(struct op_ctx *c)
{
	struct rgather g = { .c = c, .ragged_rank = c->n_in - 2 };

	if (g.ragged_rank < 1)
		return op_invalid(c, "has no splits");
	g.values = c->in[c->n_in - 2];
	g.ix = c->in[c->n_in - 1];
	if (!gather_check(&g))
		return false;
	if (c->n_out != g.ix->rank + g.ragged_rank)
		return op_invalid(c, "has %d outputs, its inputs make %d", c->n_out, g.ix->rank + g.ragged_rank);
	if (!even_splits(&g))
		return false;
	for (int d = 0; d < g.ragged_rank; d++)
		if (d + g.ix->rank >= 1 && !gather_splits(&g, d))
			return false;
	return gather_values(&g);
}

/* ---- RaggedRange ---- */

struct range {
	double start, limit, delta;
	int64_t istart, ilimit, idelta;
};

static void range_of(struct op_ctx *c, int64_t row, struct range *r)
{
	const struct tensor *const *in = (const struct tensor *const *)c->in;

	*r = (struct range){ 0 };
#define PICK(f, i) tensor_get_##f(in[i], in[i]->rank ? row : 0)
	r->start = PICK(f64, 0);
	r->limit = PICK(f64, 1);
	r->delta = PICK(f64, 2);
	r->istart = PICK(i64, 0);
	r->ilimit = PICK(i64, 1);
	r->idelta = PICK(i64, 2);
#undef PICK
}

static bool range_size(struct op_ctx *c, enum dtype t, const struct range *r, int64_t *n)
{
	bool whole = t == DT_INT32 || t == DT_INT64;
	uint64_t span, step;
	double size;

	*n = 0;
	if (whole) {
		if (r->idelta == 0)
			return op_invalid(c, "Requires delta != 0");
		if (r->idelta > 0 ? r->ilimit < r->istart : r->ilimit > r->istart)
			return true;
		span = r->idelta > 0 ? (uint64_t)r->ilimit - (uint64_t)r->istart :
				       (uint64_t)r->istart - (uint64_t)r->ilimit;
		step = r->idelta > 0 ? (uint64_t)r->idelta : -(uint64_t)r->idelta;
		span = span / step + (span % step != 0);
		*n = span > INT64_MAX ? INT64_MAX : (int64_t)span;
		return true;
	}
	if (r->delta == 0)
		return op_invalid(c, "Requires delta != 0");
	if ((r->delta > 0 && r->limit < r->start) || (r->delta < 0 && r->limit > r->start))
		return true;
	size = t == DT_FLOAT ? (double)ceilf(fabsf(((float)r->limit - (float)r->start) / (float)r->delta)) :
			       ceil(fabs((r->limit - r->start) / r->delta));
	if (!(size <= 9223372036854775807.0))
		return op_invalid(c, "Requires ((limit - start) / delta) <= 9223372036854775807");
	*n = size >= 9223372036854775807.0 ? INT64_MAX : (int64_t)size;
	return true;
}

static void range_fill(struct tensor *t, int64_t at, const struct range *r, int64_t n)
{
	double v = r->start;
	uint64_t i = (uint64_t)r->istart;

	for (int64_t k = at; k < at + n; k++) {
		if (t->dtype == DT_FLOAT) {
			((float *)t->data)[k] = (float)v;
			v = (double)((float)v + (float)r->delta);
		} else if (t->dtype == DT_DOUBLE) {
			((double *)t->data)[k] = v;
			v += r->delta;
		} else {
			split_set(t, k, t->dtype == DT_INT32 ? (int64_t)(int32_t)i : (int64_t)i);
			i += (uint64_t)r->idelta;
		}
	}
}

static bool range_rows(struct op_ctx *c, int64_t *rows)
{
	static const char *const name[] = { "starts", "limits", "deltas" };

	*rows = -1;
	for (int i = 0; i < 3; i++)
		if (c->in[i]->rank > 1)
			return op_invalid(c, "%s must be a scalar or vector", name[i]);
	for (int i = 0; i < 3; i++) {
		if (c->in[i]->rank == 0)
			continue;
		if (*rows >= 0 && *rows != c->in[i]->n)
			return op_invalid(c, "starts, limits, and deltas must have the same shape");
		*rows = c->in[i]->n;
	}
	if (*rows < 0)
		*rows = 1;
	return true;
}

static bool run_range(struct op_ctx *c)
{
	enum dtype t = c->in[0]->dtype, splits = DT_INT64;
	int64_t rows, n, total = 0;
	struct tensor *s, *v;
	struct range r;

	node_attr_type(c->node, "Tsplits", &splits);
	if (!range_rows(c, &rows))
		return false;
	s = op_out(c, 0, splits, 1, (int64_t[]){ rows + 1 });
	if (!s)
		return false;
	split_set(s, 0, 0);
	for (int64_t i = 0; i < rows; i++) {
		range_of(c, i, &r);
		if (!range_size(c, t, &r, &n))
			return false;
		if (__builtin_add_overflow(total, n, &total) || (splits == DT_INT32 && total > INT32_MAX))
			return op_invalid(c, "Total number of range values exceeded the splits' type");
		split_set(s, i + 1, total);
	}
	v = op_out(c, 1, t, 1, &total);
	for (int64_t i = 0; v && i < rows; i++) {
		range_of(c, i, &r);
		range_fill(v, split(s, i), &r, split(s, i + 1) - split(s, i));
	}
	return v != NULL;
}

/* ---- RaggedTensorToSparse ---- */

static bool splits_ok(struct op_ctx *c, int n, const struct tensor *values)
{
	for (int d = 0; d < n; d++) {
		const struct tensor *s = c->in[d];
		int64_t rows = d + 1 < n ? c->in[d + 1]->n - 1 : values->rank ? values->dim[0] : 0;

		if (s->n == 0)
			return op_invalid(c, "ragged splits may not be empty.");
		if (split(s, 0) != 0)
			return op_invalid(c, "First value of ragged splits must be 0.");
		for (int64_t i = 1; i < s->n; i++)
			if (split(s, i) < split(s, i - 1))
				return op_invalid(c,
						  "Ragged splits should be non decreasing, but we got %lld followed by "
						  "%lld",
						  (long long)split(s, i - 1), (long long)split(s, i));
		if (d + 1 < n && c->in[d + 1]->n == 0)
			return op_invalid(c, "ragged splits may not be empty.");
		if (d + 1 == n && rows != split(s, s->n - 1))
			return op_invalid(c,
					  "Final value of ragged splits must match the length the corresponding ragged "
					  "values.");
		if (d > 0 && s->n != split(c->in[d - 1], c->in[d - 1]->n - 1) + 1)
			return op_invalid(c,
					  "Final value of ragged splits must match the length the corresponding ragged "
					  "values.");
	}
	return true;
}

/* One row of indices for each value of row r of the innermost splits; pos says where we are outside. */
static int64_t *row_indices(struct op_ctx *c, int n, const int64_t *pos, int64_t inner, int64_t *to)
{
	const struct tensor *values = c->in[n], *last = c->in[n - 1];
	int64_t len = split(last, pos[n - 1] + 1) - split(last, pos[n - 1]);

	for (int64_t i = 0; i < len * inner; i++) {
		int64_t k = i % inner;

		for (int d = 0; d < n; d++)
			to[d] = pos[d] - (d ? split(c->in[d - 1], pos[d - 1]) : 0);
		to[n] = i / inner;
		for (int d = values->rank - 1; d > 0; d--) {
			to[n + d] = k % values->dim[d];
			k /= values->dim[d];
		}
		to += n + values->rank;
	}
	return to;
}

static bool to_sparse_shape(struct op_ctx *c, int n)
{
	const struct tensor *values = c->in[n];
	struct tensor *t = op_out(c, 2, DT_INT64, 1, (int64_t[]){ n + values->rank });
	int64_t *v = t ? t->data : NULL;

	if (!t)
		return false;
	v[0] = c->in[0]->n - 1;
	for (int d = 0; d < n; d++) {
		v[d + 1] = 0;
		for (int64_t i = 1; i < c->in[d]->n; i++) {
			int64_t len = split(c->in[d], i) - split(c->in[d], i - 1);

			v[d + 1] = len > v[d + 1] ? len : v[d + 1];
		}
	}
	for (int d = 1; d < values->rank; d++)
		v[n + d] = values->dim[d];
	return true;
}

static bool run_to_sparse(struct op_ctx *c)
{
	int n = c->n_in - 1;
	const struct tensor *values;
	int64_t inner = 1, *pos, *to;
	struct tensor *ix;

	if (n < 1)
		return op_invalid(c, "rt_nested_splits must be non empty");
	values = c->in[n];
	if (values->rank < 1 || n + values->rank > SHAPE_MAX_RANK)
		return op_invalid(c, "the values' rank must be at least 1");
	if (!splits_ok(c, n, values))
		return false;
	for (int d = 1; d < values->rank; d++)
		inner *= values->dim[d];
	ix = op_out(c, 0, DT_INT64, 2, (int64_t[]){ values->n, n + values->rank });
	if (!ix)
		return false;
	pos = arena_array(c->scratch, (size_t)n, sizeof(*pos));
	to = ix->data;
	for (pos[n - 1] = 0; inner && pos[n - 1] < c->in[n - 1]->n - 1; pos[n - 1]++) {
		for (int d = n - 2; d >= 0; d--)
			while (pos[d + 1] >= split(c->in[d], pos[d] + 1))
				pos[d]++;
		to = row_indices(c, n, pos, inner, to);
	}
	return op_out_view(c, 1, n, 1, &values->n) && to_sparse_shape(c, n);
}

#define DM_QUANT (DM(DT_QINT8) | DM(DT_QUINT8) | DM(DT_QINT16) | DM(DT_QUINT16) | DM(DT_QINT32))
static const struct op_row rows[] = {
	{ .name = "RaggedGather", .n_in = -1, .n_out = -1,
	  .types = { { "Tvalues", DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING) | DM_QUANT }, { "Tindices", DM_INDEX },
		     { "Tsplits", DM_INDEX } }, .run = run_gather },
	{ .name = "RaggedRange", .n_in = 3, .n_out = 2,
	  .types = { { "T", DM_INDEX | DM(DT_FLOAT) | DM(DT_DOUBLE) }, { "Tsplits", DM_INDEX } }, .run = run_range },
	{ .name = "RaggedTensorToSparse", .n_in = -1, .n_out = 3, .types = { { "Tsplits", DM_INDEX } },
	  .flags = OP_VIEW, .run = run_to_sparse },
};

OP_FAMILY(family_ragged, rows);
