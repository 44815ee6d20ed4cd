/*
 * TopKV2, InTopK and NthElement. TensorFlow keeps the best k of a row in a heap; the order in which an
 * unsorted answer comes out of it is the heap's, so ours moves elements as the C++ library's heaps do.
 */
#include <math.h>
#include <string.h>

#include "ops/array.h"

/* A row's elements by their index. */
struct row {
	enum dtype t;
	const void *x;
};

#define LESS(T, LOAD) do { \
		const T *x = r->x; \
\
		return (LOAD(x[a]) < LOAD(x[b])) - (LOAD(x[a]) > LOAD(x[b])); \
	} while (0)
#define SAME(x) (x)

/* 1 when element a is less than b, -1 when greater, 0 otherwise (NaN too). */
static int less(const struct row *r, int64_t a, int64_t b)
{
	switch (r->t) {
	case DT_FLOAT: LESS(float, SAME);
	case DT_DOUBLE: LESS(double, SAME);
	case DT_HALF: LESS(uint16_t, half_to_float);
	case DT_BFLOAT16: LESS(uint16_t, bf16_to_float);
	case DT_INT8: LESS(int8_t, SAME);
	case DT_INT16: LESS(int16_t, SAME);
	case DT_INT32: LESS(int32_t, SAME);
	case DT_INT64: LESS(int64_t, SAME);
	case DT_UINT8: LESS(uint8_t, SAME);
	case DT_UINT16: LESS(uint16_t, SAME);
	case DT_UINT32: LESS(uint32_t, SAME);
	default: LESS(uint64_t, SAME);
	}
}

/* Does a come before b: larger, or as large and earlier? */
static bool before(const struct row *r, int64_t a, int64_t b)
{
	int l = less(r, b, a);

	return l ? l > 0 : a < b;
}

/* ---- heaps: the worst element is at the top ---- */

static void sift_up(const struct row *r, int64_t *h, int64_t hole, int64_t top, int64_t v)
{
	for (int64_t parent = (hole - 1) / 2; hole > top && before(r, h[parent], v); parent = (hole - 1) / 2) {
		h[hole] = h[parent];
		hole = parent;
	}
	h[hole] = v;
}

static void sift_down(const struct row *r, int64_t *h, int64_t hole, int64_t n, int64_t v)
{
	int64_t top = hole, child = hole;

	while (child < (n - 1) / 2) {
		child = 2 * (child + 1);
		if (before(r, h[child], h[child - 1]))
			child--;
		h[hole] = h[child];
		hole = child;
	}
	if (n % 2 == 0 && child == (n - 2) / 2) {
		child = 2 * (child + 1);
		h[hole] = h[child - 1];
		hole = child - 1;
	}
	sift_up(r, h, hole, top, v);
}

static void heap_make(const struct row *r, int64_t *h, int64_t n)
{
	for (int64_t parent = (n - 2) / 2; n >= 2 && parent >= 0; parent--)
		sift_down(r, h, parent, n, h[parent]);
}

/* The top goes to place n - 1, the rest is a heap of n - 1. */
static void heap_pop(const struct row *r, int64_t *h, int64_t n)
{
	int64_t v = h[n - 1];

	if (n < 2)
		return;
	h[n - 1] = h[0];
	sift_down(r, h, 0, n - 1, v);
}

/* The best k of n > k elements in h, which has k + 1 places. */
static void best_of(const struct row *r, int64_t n, int64_t k, int64_t *h, bool sorted)
{
	for (int64_t i = 0; i <= k; i++)
		h[i] = i;
	heap_make(r, h, k + 1);
	heap_pop(r, h, k + 1);
	for (int64_t i = k + 1; i < n; i++)
		if (before(r, i, h[0])) {
			heap_pop(r, h, k);
			sift_up(r, h, k - 1, 0, i);
		}
	for (int64_t i = k; sorted && i > 1; i--)
		heap_pop(r, h, i);
}

/* All n in order: merges runs, from h to the room behind it and back. */
static void sort_all(const struct row *r, int64_t n, int64_t *h)
{
	int64_t *from = h, *to = h + n, *t;

	for (int64_t i = 0; i < n; i++)
		h[i] = i;
	for (int64_t w = 1; w < n; w *= 2, t = from, from = to, to = t)
		for (int64_t lo = 0; lo < n; lo += 2 * w) {
			int64_t mid = lo + w < n ? lo + w : n, hi = lo + 2 * w < n ? lo + 2 * w : n, i = lo, j = mid;

			for (int64_t k = lo; k < hi; k++)
				to[k] = j >= hi || (i < mid && !before(r, from[j], from[i])) ? from[i++] : from[j++];
		}
	if (from != h)
		memcpy(h, from, (size_t)n * sizeof(*h));
}

/* ---- TopK, TopKV2, ApproxTopK ---- */

static void put_index(struct tensor *t, int64_t i, int64_t v)
{
	switch (dtype_info(t->dtype)->size) {
	case 2: ((int16_t *)t->data)[i] = (int16_t)v; break;
	case 4: ((int32_t *)t->data)[i] = (int32_t)v; break;
	default: ((int64_t *)t->data)[i] = v;
	}
}

static bool top_k_rows(struct op_ctx *c, int64_t n, int64_t k)
{
	const struct tensor *x = c->in[0];
	int64_t *h = op_temp(c, (size_t)(2 * n + 1) * sizeof(*h));
	bool sorted = true;

	if (!h)
		return false;
	node_attr_bool(c->node, "sorted", &sorted);
	for (int64_t row = 0; row < x->n / n; row++) {
		struct row r = { x->dtype, el_at(x->dtype, x->data, row * n) };

		if (row % 64 == 0 && !c->world->go_on(c->world_ctx, c->err))
			return false;
		if (k == n)
			sort_all(&r, n, h);
		else
			best_of(&r, n, k, h, sorted);
		for (int64_t i = 0; i < k; i++) {
			memcpy(el_at(x->dtype, c->out[0]->data, row * k + i), el_at(x->dtype, r.x, h[i]),
			       dtype_info(x->dtype)->size);
			put_index(c->out[1], row * k + i, h[i]);
		}
	}
	return true;
}

static bool run_top_k(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t k, n, *dim = op_dims(c, x, 0);
	enum dtype t = DT_INT32;

	if (c->n_in > 1 && c->in[1]->rank != 0)
		return op_invalid(c, "k must be scalar, got shape %s", op_in_shape(c, 1));
	k = c->n_in > 1 ? tensor_get_i64(c->in[1], 0) : -1;
	if (c->n_in == 1)
		node_attr_int(c->node, "k", &k);
	if (k < 0)
		return op_invalid(c, "Need k >= 0, got %lld", (long long)k);
	if (x->rank < 1)
		return op_invalid(c, "input must be >= 1-D, got shape %s", op_in_shape(c, 0));
	n = x->dim[x->rank - 1];
	if (n < k)
		return op_invalid(c, "input must have at least k columns. Had %lld, needed %lld", (long long)n,
				  (long long)k);
	dim[x->rank - 1] = k;
	node_attr_type(c->node, "index_type", &t);
	if (!op_out(c, 0, x->dtype, x->rank, dim) || !op_out(c, 1, t, x->rank, dim))
		return false;
	return c->out[0]->n == 0 || top_k_rows(c, n, k);
}

/* ApproxTopK is exact here, as on TensorFlow's CPU, which has a kernel only for the last dimension's largest. */
static bool run_approx(struct op_ctx *c)
{
	int64_t along = -1;
	bool largest = true;

	node_attr_int(c->node, "reduction_dimension", &along);
	node_attr_bool(c->node, "is_max_k", &largest);
	if (along != -1 || !largest)
		return op_fail(c, ERR_UNIMPLEMENTED,
			       "ApproxTopK has a kernel only for reduction_dimension -1 and is_max_k true");
	return run_top_k(c);
}

/* ---- InTopK ---- */

/* Fewer than k classes are larger than the target's, and all are finite as far as it matters. */
static bool in_top_k(const float *x, int64_t n, int64_t target, int64_t k)
{
	int64_t more = 0;

	if (target < 0 || target >= n || !isfinite(x[target]))
		return false;
	for (int64_t i = 0; i < n; i++) {
		if (!isfinite(x[i]))
			return false;
		if (x[i] > x[target] && ++more > k)
			break;
	}
	return more < k;
}

static bool run_in_top_k(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *targets = c->in[1];
	struct tensor *out;
	int64_t k = 0;

	if (x->rank != 2)
		return op_invalid(c, "predictions must be 2-dimensional");
	if (targets->rank != 1)
		return op_invalid(c, "targets must be 1-dimensional");
	if (x->dim[0] != targets->n)
		return op_invalid(c, "First dimension of predictions %lld must match length of targets %lld",
				  (long long)x->dim[0], (long long)targets->n);
	if (c->n_in > 2 && c->in[2]->rank != 0)
		return op_invalid(c, "k must be 0-D, got shape %s", op_in_shape(c, 2));
	if (c->n_in > 2)
		k = tensor_get_i64(c->in[2], 0);
	else
		node_attr_int(c->node, "k", &k);
	out = op_out(c, 0, DT_BOOL, 1, &targets->n);
	for (int64_t i = 0; out && i < targets->n; i++)
		((uint8_t *)out->data)[i] = in_top_k((const float *)x->data + i * x->dim[1], x->dim[1],
						     tensor_get_i64(targets, i), k);
	return out != NULL;
}

/* ---- NthElement ---- */

static bool run_nth(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	bool largest = false;
	int64_t k, n, *h;
	struct tensor *out;

	if (c->in[1]->rank != 0)
		return op_invalid(c, "N must be scalar but has rank %d", c->in[1]->rank);
	k = tensor_get_i64(c->in[1], 0);
	if (k < 0)
		return op_invalid(c, "n must be non-negative but is %lld", (long long)k);
	if (x->rank < 1)
		return op_invalid(c, "Input must be at least rank 1 but is rank %d", x->rank);
	n = x->dim[x->rank - 1];
	if (n <= k)
		return op_invalid(c, "Input must have last dimension > n = %lld", (long long)k);
	node_attr_bool(c->node, "reverse", &largest);
	out = op_out(c, 0, x->dtype, x->rank - 1, x->dim);
	h = out ? op_temp(c, (size_t)n * 2 * sizeof(*h)) : NULL;
	for (int64_t row = 0; h && row < out->n; row++) {
		struct row r = { x->dtype, el_at(x->dtype, x->data, row * n) };

		sort_all(&r, n, h);
		memcpy(el_at(x->dtype, out->data, row), el_at(x->dtype, r.x, h[largest ? k : n - 1 - k]),
		       dtype_info(x->dtype)->size);
	}
	return h != NULL;
}

#define DM_INDEX3 (DM_INDEX | DM(DT_INT16))
static const struct op_row rows[] = {
	{ .name = "ApproxTopK", .n_in = 1, .n_out = 2, .run = run_approx, .types = { { "T", DM_REAL } } },
	{ .name = "TopK", .n_in = 1, .n_out = 2, .run = run_top_k, .types = { { "T", DM_REAL } } },
	{ .name = "TopKV2", .n_in = 2, .n_out = 2, .run = run_top_k,
	  .types = { { "T", DM_REAL }, { "Tk", DM_INDEX3 }, { "index_type", DM_INDEX3 } } },
	{ .name = "InTopK", .n_in = 2, .n_out = 1, .types = { { "T", DM_INDEX } }, .run = run_in_top_k },
	{ .name = "InTopKV2", .n_in = 3, .n_out = 1, .types = { { "T", DM_INDEX } }, .run = run_in_top_k },
	{ .name = "NthElement", .n_in = 2, .n_out = 1, .types = { { "T", DM_REAL } }, .run = run_nth },
};

OP_FAMILY(family_topk, rows);
