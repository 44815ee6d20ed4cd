/*
 * SparseBincount and RaggedBincount (counts into a dense tensor), and the CountSparseOutput ops (counts
 * into a sparse one): values are bins, added up by row.
 */
#include <string.h>

#include "ops/rowop.h"
#include "ops/sparse.h"

/* Values with the row each belongs to, and weights unless those are empty. */
struct count {
	struct op_ctx *c;
	const struct tensor *value, *weight;
	enum dtype t;			/* of the sums */
	bool binary;
	int64_t rows, bins;
	double one[2];
	row_fn add;
};

static bool begin(struct count *k, const char *type_attr)
{
	k->t = DT_INVALID;
	node_attr_type(k->c->node, type_attr, &k->t);
	node_attr_bool(k->c->node, "binary_output", &k->binary);
	row_const(k->t, ROW_ONE, k->one);
	k->add = row_find(ROW_ADD, k->t);
	return k->add != NULL || op_invalid(k->c, "cannot count in %s", dtype_info(k->t)->name);
}

static void count_one(const struct count *k, void *to, int64_t i)
{
	if (k->binary)
		memcpy(to, k->one, dtype_info(k->t)->size);
	else
		k->add(to, k->weight->n ? el_at(k->weight, i) : (const void *)k->one, 1);
}

/* ---- dense ---- */

static bool bins_of(struct count *k, int input)
{
	const struct tensor *size = k->c->in[input];

	if (size->rank != 0)
		return op_invalid(k->c, "Shape must be rank 0 but is rank %d", size->rank);
	k->bins = tensor_get_i64(size, 0);
	if (k->bins < 0)
		return op_invalid(k->c, "size (%lld) must be non-negative", (long long)k->bins);
	return true;
}

static struct tensor *dense_out(struct count *k, bool vector)
{
	int64_t dim[2] = { k->rows, k->bins };
	struct tensor *out = op_out(k->c, 0, k->t, vector ? 1 : 2, dim + vector);

	return out && row_fill(k->c, k->t, ROW_ZERO, out->data, out->n) ? out : NULL;
}

/* All values into one row. */
static bool one_row(struct count *k)
{
	struct tensor *out;

	if (!(out = dense_out(k, true)))
		return false;
	for (int64_t i = 0; i < k->value->n; i++)
		if (tensor_get_i64(k->value, i) < 0)
			return op_invalid(k->c, "Input arr must be non-negative!");
	if (!k->binary && k->weight->n && k->weight->n != k->value->n)
		return op_invalid(k->c, "Input indices and weights must have the same size.");
	for (int64_t i = 0; i < k->value->n; i++) {
		int64_t bin = tensor_get_i64(k->value, i);

		if (bin < k->bins)
			count_one(k, el_at(out, bin), i);
	}
	return true;
}

static bool sparse_rows(struct count *k, const struct sparse *s)
{
	struct tensor *out;

	k->rows = s->shape[0];
	if (k->rows < 0)
		return op_invalid(k->c, DIMS_BUILD, (long long)k->rows);
	if (!(out = dense_out(k, false)))
		return false;
	for (int64_t i = 0; i < s->n; i++) {
		int64_t row = s->at[i * s->rank], bin = tensor_get_i64(k->value, i);

		if (bin < 0)
			return op_invalid(k->c, "Input must be non-negative");
		if (bin >= k->bins)
			continue;
		if (!k->binary && k->weight->n && i >= k->weight->n)
			return op_invalid(k->c, "Input indices and weights must have the same size.");
		count_one(k, el_at(out, row * k->bins + bin), i);
	}
	return true;
}

static bool run_sparse_bincount(struct op_ctx *c)
{
	struct count k = { .c = c, .value = c->in[1], .weight = c->in[4] };
	struct sparse s;

	if (!begin(&k, "T") || !bins_of(&k, 3) || !sparse_checked(c, &s, 0, 1, 2))
		return false;
	if (!sparse_inside(c, &s))
		return false;
	if (s.rank == 1)
		return one_row(&k);
	if (s.rank == 0)
		return op_invalid(c, "dense_shape must not be empty");
	return sparse_rows(&k, &s);
}

static bool splits_ok(struct op_ctx *c, const struct tensor *split, int64_t n)
{
	int64_t rows = split->n - 1;

	if (tensor_get_i64(split, 0) != 0)
		return op_invalid(c, "Splits must start with 0, not with %lld",
				  (long long)tensor_get_i64(split, 0));
	if (tensor_get_i64(split, rows) != n)
		return op_invalid(c, "Splits must end with the number of values, got %lld instead of %lld",
				  (long long)tensor_get_i64(split, rows), (long long)n);
	return true;
}

/* The row of value i, given that of the one before. */
static int64_t row_of(const struct tensor *split, int64_t i, int64_t row)
{
	while (row < split->n && i >= tensor_get_i64(split, row))
		row++;
	return row;
}

static bool run_ragged_bincount(struct op_ctx *c)
{
	struct count k = { .c = c, .value = c->in[1], .weight = c->in[3] };
	const struct tensor *split = c->in[0];
	struct tensor *out;
	int64_t row = 0;

	if (!begin(&k, "T") || !bins_of(&k, 2))
		return false;
	if (split->n == 0)
		return op_invalid(c, "Splits must be non-empty");
	if (!splits_ok(c, split, k.value->n))
		return false;
	k.rows = split->n - 1;
	if (!(out = dense_out(&k, false)))
		return false;
	for (int64_t i = 0; i < k.value->n; i++) {
		int64_t bin = tensor_get_i64(k.value, i);

		row = row_of(split, i, row);
		if (bin < 0)
			return op_invalid(c, "Input must be non-negative");
		if (!k.binary && k.weight->n && i >= k.weight->n)
			return op_invalid(c, "Input indices and weights must have the same size.");
		if (bin < k.bins && row > 0 && row <= k.rows)
			count_one(&k, el_at(out, (row - 1) * k.bins + bin), i);
	}
	return true;
}

/* ---- sparse ---- */

struct tally {
	struct count k;
	int64_t least, most;		/* minlength, maxlength */
	bool vector;
	int64_t *pair, *from, n;	/* [n, 2] row and bin of the values that count, and which they are */
	int64_t top;			/* the largest bin */
};

static bool tally_begin(struct tally *t, int value, int weight)
{
	struct op_ctx *c = t->k.c;
	size_t bytes;

	t->least = t->most = -1;
	node_attr_int(c->node, "minlength", &t->least);
	node_attr_int(c->node, "maxlength", &t->most);
	t->k.value = c->in[value];
	t->k.weight = c->in[weight];
	if (!size_mul((size_t)t->k.value->n + 1, 2 * sizeof(int64_t), &bytes))
		return op_fail(c, ERR_RESOURCE_EXHAUSTED, "too many values");
	t->pair = op_temp(c, bytes);
	t->from = op_temp(c, bytes);
	return t->pair && t->from && begin(&t->k, "output_type");
}

static bool values_ok(const struct tally *t)
{
	for (int64_t i = 0; i < t->k.value->n; i++)
		if (tensor_get_i64(t->k.value, i) < 0)
			return op_invalid(t->k.c, "Input values must all be non-negative");
	return true;
}

static bool weights_ok(struct tally *t, int value, int weight, const char *what)
{
	const struct tensor *w = t->k.weight, *v = t->k.value;

	if (w->n == 0 || shape_eq(tensor_shape(w), tensor_shape(v)))
		return true;
	return op_invalid(t->k.c, "Weights and %s must have the same shape. Weight shape: %s; %s shape: %s", what,
			  op_in_shape(t->k.c, weight), what, op_in_shape(t->k.c, value));
}

static void tally_add(struct tally *t, int64_t row, int64_t i)
{
	int64_t bin = tensor_get_i64(t->k.value, i);

	if (t->most > 0 && bin >= t->most)
		return;
	t->pair[2 * t->n] = row;
	t->pair[2 * t->n + 1] = bin;
	t->from[t->n++] = i;
	t->top = bin > t->top ? bin : t->top;
}

static bool same(const struct tally *t, int64_t a, int64_t b)
{
	return t->pair[2 * a] == t->pair[2 * b] && t->pair[2 * a + 1] == t->pair[2 * b + 1];
}

static bool tally_end(struct tally *t)
{
	struct op_ctx *c = t->k.c;
	int64_t *order = sparse_order(c, t->pair, t->n, 2), n = 0, cols = t->vector ? 1 : 2, k = -1;
	int64_t above = (int64_t)((uint64_t)t->top + 1);
	int64_t width = t->most > 0 ? t->most : above > t->least ? above : t->least;
	struct tensor *ix, *v, *shape;

	for (int64_t i = 0; order && i < t->n; i++)
		n += i == 0 || !same(t, order[i], order[i - 1]);
	ix = order ? op_out(c, 0, DT_INT64, 2, (int64_t[]){ n, cols }) : NULL;
	v = ix ? op_out(c, 1, t->k.t, 1, &n) : NULL;
	shape = v && row_fill(c, t->k.t, ROW_ZERO, v->data, n) ? op_out(c, 2, DT_INT64, 1, &cols) : NULL;
	if (!shape)
		return false;
	for (int64_t i = 0; i < t->n; i++) {
		const int64_t *p = t->pair + 2 * order[i];

		if (i == 0 || !same(t, order[i], order[i - 1])) {
			k++;
			((int64_t *)ix->data)[k * cols] = p[0];
			((int64_t *)ix->data)[k * cols + cols - 1] = p[1];
		}
		count_one(&t->k, el_at(v, k), t->from[order[i]]);
	}
	((int64_t *)shape->data)[0] = t->k.rows;
	((int64_t *)shape->data)[cols - 1] = width;
	return true;
}

static bool run_dense_count(struct op_ctx *c)
{
	struct tally t = { .k = { .c = c } };
	const struct tensor *v = c->in[0];
	int64_t per;

	if (!tally_begin(&t, 0, 1))
		return false;
	if (v->rank != 1 && v->rank != 2)
		return op_invalid(c, "Input must be a 1 or 2-dimensional tensor. Got: %s", op_in_shape(c, 0));
	if (!weights_ok(&t, 0, 1, "data"))
		return false;
	t.vector = v->rank == 1;
	t.k.rows = t.vector ? 1 : v->dim[0];
	if (t.k.rows == 0)
		return op_invalid(c, "Invalid input: Shapes dimension cannot be 0.");
	if (!values_ok(&t))
		return false;
	per = v->n / t.k.rows;
	for (int64_t i = 0; i < v->n; i++)
		tally_add(&t, i / per, i);
	return tally_end(&t);
}

/* The shape tensor as TensorFlow's DebugString. */
static const char *shape_text(struct op_ctx *c, const struct sparse *s)
{
	return arena_printf(c->scratch, "Tensor<type: int64 shape: [%d] values: %s%s>", s->rank,
			    op_list(c, s->shape, s->rank < 3 ? s->rank : 3, " "), s->rank > 3 ? "..." : "");
}

static bool inside(struct op_ctx *c, const struct sparse *s)
{
	for (int64_t i = 0; i < s->n; i++)
		for (int d = 0; d < s->rank; d++) {
			int64_t at = s->at[i * s->rank + d];

			if (at < 0 || at >= s->shape[d])
				return op_invalid(
					c,
					"Invalid index value at %lld: dimension %d has value %lld which is not "
					"in [0, %lld) (as given by dense shape %s",
					(long long)i, d, (long long)at, (long long)s->shape[d], shape_text(c, s));
		}
	return true;
}

static bool count_shapes(struct op_ctx *c)
{
	const struct tensor *ix = c->in[0], *v = c->in[1], *shape = c->in[2];

	if (ix->rank != 2)
		return op_invalid(c, "Input indices must be a 2-dimensional tensor. Got: %s", op_in_shape(c, 0));
	if (v->rank != 1)
		return op_invalid(c, "Input values must be a vector. Got: %s", op_in_shape(c, 1));
	if (shape->rank != 1)
		return op_invalid(c, "Input shape must be a vector. Got: %s", op_in_shape(c, 2));
	if (v->n != ix->dim[0])
		return op_invalid(c, "Number of values must match first dimension of indices.Got %lld values, indices "
				  "shape: %s", (long long)v->n, op_in_shape(c, 0));
	if (shape->n != ix->dim[1])
		return op_invalid(c, "Number of dimensions must match second dimension of indices.Got %lld dimensions, "
				  "indices shape: %s", (long long)shape->n, op_in_shape(c, 0));
	if (shape->n == 0)
		return op_invalid(c, "The shape argument requires at least one element.");
	return true;
}

static bool run_sparse_count(struct op_ctx *c)
{
	struct tally t = { .k = { .c = c } };
	struct sparse s;

	if (!tally_begin(&t, 1, 3) || !count_shapes(c) || !sparse_of(c, &s, 0, 1, 2) || !inside(c, &s) ||
	    !weights_ok(&t, 1, 3, "values") || !values_ok(&t))
		return false;
	t.vector = s.rank == 1;
	t.k.rows = t.vector ? 1 : s.shape[0];
	if (t.k.rows <= 0 || t.k.rows >= INT32_MAX)
		return op_invalid(c, "Cannot allocate %d batches, is the dense shape too wide?", (int)t.k.rows);
	for (int64_t i = 0; i < s.n; i++)
		tally_add(&t, t.vector ? 0 : s.at[i * s.rank], i);
	return tally_end(&t);
}

static bool run_ragged_count(struct op_ctx *c)
{
	struct tally t = { .k = { .c = c } };
	const struct tensor *split = c->in[0];
	int64_t row = 0;

	if (!tally_begin(&t, 1, 2) || !weights_ok(&t, 1, 2, "values"))
		return false;
	if (split->n < 2)
		return op_invalid(c, "Must provide at least 2 elements for the splits argument");
	if (!splits_ok(c, split, t.k.value->n) || !values_ok(&t))
		return false;
	t.k.rows = split->n - 1;
	for (int64_t i = 0; i < t.k.value->n; i++) {
		row = row_of(split, i, row);
		if (row > 0)
			tally_add(&t, row - 1, i);
	}
	return tally_end(&t);
}

#define DM_COUNT (DM_INTS | DM_UINTS | DM(DT_FLOAT) | DM(DT_DOUBLE))
#define COUNT(op, n, fn) \
	{ .name = op, .n_in = n, .n_out = 3, .types = { { "T", DM_INDEX }, { "output_type", DM_COUNT } }, \
	  .run = fn }
#define BINS(op, n, fn) \
	{ .name = op, .n_in = n, .n_out = 1, .types = { { "T", DM_NUMBER }, { "Tidx", DM_INDEX } }, .run = fn }
static const struct op_row rows[] = {
	COUNT("DenseCountSparseOutput", 2, run_dense_count),
	COUNT("RaggedCountSparseOutput", 3, run_ragged_count),
	COUNT("SparseCountSparseOutput", 4, run_sparse_count),
	BINS("RaggedBincount", 4, run_ragged_bincount),
	BINS("SparseBincount", 5, run_sparse_bincount),
};

OP_FAMILY(family_count, rows);
