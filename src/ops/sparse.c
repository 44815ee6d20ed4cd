/* SparseToDense, SparseReshape, SparseReorder, SparseFillEmptyRows and RaggedFillEmptyRows with their gradient. */
#include "ops/sparse.h"

#include <string.h>

#include "ops/rowop.h"

/* ---- SparseToDense ---- */

static bool to_dense_check(struct op_ctx *c, int64_t *n, int64_t *rank)
{
	const struct tensor *ix = c->in[0], *shape = c->in[1], *v = c->in[2];

	if (ix->rank > 2)
		return op_invalid(c, "sparse_indices should be a scalar, vector, or matrix, got shape %s",
				  op_in_shape(c, 0));
	*n = ix->rank > 0 ? ix->dim[0] : 1;
	*rank = ix->rank > 1 ? ix->dim[1] : 1;
	if (shape->rank != 1)
		return op_invalid(c, "output_shape must be rank 1, got shape %s", op_in_shape(c, 1));
	if (shape->n != *rank)
		return op_invalid(c, "output_shape has incorrect number of elements: %lld should be: %lld",
				  (long long)shape->n, (long long)*rank);
	if (v->rank != 0 && (v->rank != 1 || v->n != *n))
		return op_invalid(c, "sparse_values has incorrect shape %s, should be [] or [%lld]",
				  op_in_shape(c, 2), (long long)*n);
	if (c->in[3]->rank != 0)
		return op_invalid(c, "default_value should be a scalar.");
	return true;
}

/* Where row `at` lies in a dense tensor, or -1. */
static int64_t offset(const struct sparse *s, const int64_t *at)
{
	int64_t o = 0;

	for (int d = 0; d < s->rank; d++) {
		if (at[d] < 0 || at[d] >= s->shape[d])
			return -1;
		o = o * s->shape[d] + at[d];
	}
	return o;
}

static const int64_t *as_i64(struct op_ctx *c, const struct tensor *t)
{
	int64_t *v;

	if (t->dtype == DT_INT64)
		return t->data;
	v = op_temp(c, ((size_t)t->n + 1) * sizeof(*v));
	for (int64_t i = 0; v && i < t->n; i++)
		v[i] = tensor_get_i64(t, i);
	return v;
}

static bool run_to_dense(struct op_ctx *c)
{
	struct sparse s = { .val = c->in[2] };
	bool validate = true;
	int64_t rank = 1, total;
	struct tensor *out;

	if (!to_dense_check(c, &s.n, &rank))
		return false;
	s.at = as_i64(c, c->in[0]);
	s.shape = as_i64(c, c->in[1]);
	if (!s.at || !s.shape || !sparse_dims(c, rank, s.shape, &total, DIMS_MAKE))
		return false;
	s.rank = (int)rank;
	out = op_out(c, 0, s.val->dtype, s.rank, s.shape);
	if (!out)
		return false;
	node_attr_bool(c->node, "validate_indices", &validate);
	if (validate && !sparse_valid(c, &s))
		return false;
	if (!el_fill(out->dtype, out->data, c->in[3]->data, out->n, c->err))
		return false;
	for (int64_t i = 0; i < s.n; i++) {
		int64_t o = offset(&s, s.at + i * s.rank);

		if (o < 0)
			return op_invalid(c, "Indices are not valid (out of bounds).  Shape: %s",
					  op_shape(c, s.rank, s.shape));
		if (out->dtype == DT_STRING ?
		    !tensor_str_set(out, o, tensor_str(s.val, s.val->rank ? i : 0), c->err) :
		    !el_copy(out->dtype, el_at(out, o), el_at(s.val, s.val->rank ? i : 0), 1, c->err))
			return false;
	}
	return true;
}

/* ---- SparseReshape ---- */

/* The new dims, with -1 filled in; false with an error. product: of those that were given. */
static bool new_shape(struct op_ctx *c, const int64_t *in, int64_t in_rank, int64_t total, int64_t *dim,
		      int64_t rank, int64_t *product)
{
	int64_t unknown = -1, n;

	*product = 1;
	for (int64_t d = 0; d < rank; d++) {
		if (dim[d] == -1) {
			if (unknown >= 0)
				return op_invalid(c, "only one output dimension may be -1, not both %lld and %lld",
						  (long long)unknown, (long long)d);
			unknown = d;
		} else if (dim[d] < 0) {
			return op_invalid(c, "size %lld must be non-negative, not %lld", (long long)d,
					  (long long)dim[d]);
		} else {
			*product = (int64_t)((uint64_t)*product * (uint64_t)dim[d]);
		}
	}
	if (unknown >= 0) {
		if (*product <= 0)
			return op_invalid(c, "reshape cannot infer the missing input size for an empty tensor unless "
					  "all specified input sizes are non-zero");
		dim[unknown] = 1;
		if (total % *product != 0)
			return op_invalid(c, "Input to reshape is a SparseTensor with %lld dense values, but the "
					  "requested shape requires a multiple of %lld. input_shape=%s output_shape=%s",
					  (long long)total, (long long)*product, op_shape(c, (int)in_rank, in),
					  op_shape(c, (int)rank, dim));
		dim[unknown] = total / *product;
	}
	if (!sparse_dims(c, rank, dim, &n, DIMS_BUILD))
		return false;
	if (n != total)
		return op_invalid(c, "Input to reshape is a tensor with %lld dense values, but the requested shape "
				  "has %lld. input_shape=%s output_shape=%s", (long long)total, (long long)n,
				  op_shape(c, (int)in_rank, in), op_shape(c, (int)rank, dim));
	return true;
}

/* A row's indices under one shape become those under another; wrapping, should they lie outside. */
static void reindex(const int64_t *at, const int64_t *in, int64_t in_rank, int64_t *to, const int64_t *dim,
		    int64_t rank)
{
	uint64_t id = 0;
	int64_t rest, step = 1;

	for (int64_t d = 0; d < in_rank; d++)
		id = id * (uint64_t)in[d] + (uint64_t)at[d];
	rest = (int64_t)id;
	for (int64_t d = 1; d < rank; d++)
		step *= dim[d];
	for (int64_t d = 0; d < rank; d++) {
		to[d] = step ? rest / step : 0;
		rest = step ? rest % step : 0;
		step = d + 1 < rank && dim[d + 1] ? step / dim[d + 1] : 1;
	}
}

static bool reshape_check(struct op_ctx *c)
{
	if (c->in[0]->rank != 2)
		return op_invalid(c, "Input must be a matrix.");
	if (c->in[1]->rank != 1)
		return op_invalid(c, "Input shape must be a vector.");
	if (c->in[2]->rank != 1)
		return op_invalid(c, "Target shape should be a vector but received shape %s", op_in_shape(c, 2));
	return true;
}

static bool run_reshape(struct op_ctx *c)
{
	const struct tensor *ix = c->in[0], *in = c->in[1], *want = c->in[2];
	int64_t total, product, *dim;
	struct tensor *out, *shape;

	if (!reshape_check(c) || !sparse_dims(c, in->n, in->data, &total, DIMS_BUILD))
		return false;
	if (want->n > SHAPE_MAX_RANK)
		return op_invalid(c, "Too many dimensions in tensor");
	dim = arena_array(c->scratch, (size_t)want->n + 1, sizeof(*dim));
	if (want->n)
		memcpy(dim, want->data, (size_t)want->n * sizeof(*dim));
	if (!new_shape(c, in->data, in->n, total, dim, want->n, &product))
		return false;
	if (ix->dim[1] != in->n)
		return op_invalid(c, "Input tensor rank must match input shape length.");
	if (in->n == want->n && (!in->n || !memcmp(in->data, dim, (size_t)in->n * sizeof(*dim))))
		return op_out_ref(c, 0, c->in[0]) && op_out_ref(c, 1, c->in[1]);
	shape = op_out(c, 1, DT_INT64, 1, &want->n);
	out = shape ? op_out(c, 0, DT_INT64, 2, (int64_t[]){ ix->dim[0], want->n }) : NULL;
	if (!out)
		return false;
	if (want->n)
		memcpy(shape->data, dim, (size_t)want->n * sizeof(*dim));
	if (ix->dim[0] > 0 && (total <= 0 || product <= 0))
		return op_invalid(c, "Input tensor has %lld non zero elements but input shape (%s) or output shape "
				  "(%s) is empty", (long long)ix->dim[0], op_shape(c, (int)in->n, in->data),
				  op_shape(c, (int)want->n, dim));
	for (int64_t i = 0; i < ix->dim[0]; i++)
		reindex((int64_t *)ix->data + i * in->n, in->data, in->n, (int64_t *)out->data + i * want->n,
			dim, want->n);
	return true;
}

/* ---- SparseReorder ---- */

static bool run_reorder(struct op_ctx *c)
{
	struct tensor *ix, *val;
	struct sparse s;
	int64_t *order;

	if (!sparse_checked(c, &s, 0, 1, 2))
		return false;
	if (sparse_sorted(&s))
		return op_out_ref(c, 0, c->in[0]) && op_out_ref(c, 1, c->in[1]);
	order = sparse_order(c, s.at, s.n, s.rank);
	ix = order ? op_out_like(c, 0, s.ix) : NULL;
	val = ix ? op_out_like(c, 1, s.val) : NULL;
	for (int64_t i = 0; val && i < s.n; i++) {
		memcpy((int64_t *)ix->data + i * s.rank, s.at + order[i] * s.rank, (size_t)s.rank * 8);
		if (!el_copy(val->dtype, el_at(val, i), el_at(s.val, order[i]), 1, c->err))
			return false;
	}
	return val != NULL;
}

/* ---- SparseFillEmptyRows; RaggedFillEmptyRows, whose indices are the rows alone ---- */

struct fill {
	struct op_ctx *c;
	const struct tensor *val;
	const int64_t *at;		/* [n, rank] */
	int64_t n, rank, rows;
	int64_t *start;			/* rows + 1: where each row starts in the output */
	bool full, ordered, ragged;
};

static bool ragged_check(struct op_ctx *c)
{
	static const char *const name[] = { "value_rowids", "values", "nrows", "default_value" };

	for (int i = 0; i < 4; i++)
		if (c->in[i]->rank != (i < 2))
			return op_invalid(c, "%s must be a %s, saw: %s", name[i], i < 2 ? "vector" : "scalar",
					  op_in_shape(c, i));
	return c->in[0]->n == c->in[1]->n ||
	       op_invalid(c, "The length of `values` (%lld) must match the first dimension of `value_rowids` (%lld).",
			  (long long)c->in[1]->n, (long long)c->in[0]->n);
}

static bool fill_check(struct op_ctx *c)
{
	static const char *const name[] = { "indices", "values", "dense_shape", "default_value" };
	static const struct { int in, rank; const char *kind; } want[] = {
		{ 2, 1, "vector" }, { 0, 2, "matrix" }, { 1, 1, "vector" },
	};

	for (int i = 0; i < 3; i++)
		if (c->in[want[i].in]->rank != want[i].rank)
			return op_invalid(c, "%s must be a %s, saw: %s", name[want[i].in], want[i].kind,
					  op_in_shape(c, want[i].in));
	if (c->in[0]->dim[0] != c->in[1]->n)
		return op_invalid(c, "The length of `values` (%lld) must match the first dimension of `indices` "
				  "(%lld).", (long long)c->in[1]->n, (long long)c->in[0]->dim[0]);
	if (c->in[0]->dim[1] != c->in[2]->n)
		return op_invalid(c, "The length of `dense_shape` (%lld) must match the second dimension of `indices` "
				  "(%lld).", (long long)c->in[2]->n, (long long)c->in[0]->dim[1]);
	if (c->in[3]->rank != 0)
		return op_invalid(c, "default_value must be a scalar, saw: %s", op_in_shape(c, 3));
	if (c->in[2]->n == 0)
		return op_invalid(c, "Dense shape cannot be empty.");
	return true;
}

/* Counts the rows' elements, says which are empty, and where each row starts when none is. */
static bool fill_count(struct fill *f, bool *empty)
{
	int64_t last = 0, sum = 0;
	size_t bytes;

	if (!size_mul((size_t)f->rows + 1, sizeof(int64_t), &bytes) || !(f->start = op_temp(f->c, bytes)))
		return err_is(f->c->err) ? false : op_fail(f->c, ERR_RESOURCE_EXHAUSTED, "too many rows");
	memset(f->start, 0, bytes);
	f->full = f->ordered = true;
	for (int64_t i = 0; i < f->n; i++) {
		int64_t row = f->at[i * f->rank];

		if (row < 0 || row >= f->rows)
			return op_invalid(f->c, "indices(%lld, 0) is invalid: %lld >= %lld", (long long)i,
					  (long long)row, (long long)f->rows);
		f->start[row]++;
		f->ordered &= row >= last;
		last = row;
	}
	for (int64_t r = 0; r < f->rows; r++) {
		int64_t k = f->start[r];

		empty[r] = k == 0;
		f->full &= k != 0;
		f->start[r] = sum;
		sum += k ? k : 1;
	}
	f->start[f->rows] = sum;
	return true;
}

static bool fill_copy(struct fill *f, const bool *empty, int64_t *back)
{
	struct op_ctx *c = f->c;
	int64_t n = f->start[f->rows];
	struct tensor *ix = op_out(c, 0, DT_INT64, f->ragged ? 1 : 2, (int64_t[]){ n, f->rank });
	struct tensor *val = ix ? op_out(c, 1, f->val->dtype, 1, &n) : NULL;
	int64_t *to = ix ? ix->data : NULL;

	if (!val)
		return false;
	for (int64_t r = 0; r < f->rows; r++) {
		if (!empty[r])
			continue;
		memset(to + f->start[r] * f->rank, 0, (size_t)f->rank * 8);
		to[f->start[r] * f->rank] = r;
		if (!el_copy(val->dtype, el_at(val, f->start[r]), c->in[3]->data, 1, c->err))
			return false;
	}
	for (int64_t i = 0; i < f->n; i++) {
		back[i] = f->start[f->at[i * f->rank]]++;
		memcpy(to + back[i] * f->rank, f->at + i * f->rank, (size_t)f->rank * 8);
		if (!el_copy(val->dtype, el_at(val, back[i]), el_at(f->val, i), 1, c->err))
			return false;
	}
	return true;
}

static bool run_fill(struct op_ctx *c)
{
	struct fill f = { .c = c, .val = c->in[1], .at = c->in[0]->data, .ragged = c->row->name[0] == 'R' };
	struct tensor *empty, *back;

	if (!(f.ragged ? ragged_check(c) : fill_check(c)))
		return false;
	f.n = f.val->n;
	f.rank = f.ragged ? 1 : c->in[0]->dim[1];
	f.rows = *(int64_t *)c->in[2]->data;
	if (f.rows < 0)
		return op_invalid(c, DIMS_BUILD, (long long)f.rows);
	empty = op_out(c, 2, DT_BOOL, 1, &f.rows);
	back = empty ? op_out(c, 3, DT_INT64, 1, &f.n) : NULL;
	if (!back)
		return false;
	if (f.rows == 0)
		return f.n ? op_invalid(c, "Received SparseTensor with dense_shape[0] = 0 but indices.shape[0] = %lld",
					(long long)f.n) :
		       op_out(c, 0, DT_INT64, 2, (int64_t[]){ 0, f.rank }) &&	/* ragged ones too, as TensorFlow's */
		       op_out(c, 1, f.val->dtype, 1, (int64_t[]){ 0 });
	if (!fill_count(&f, empty->data))
		return false;
	if (!f.full || !f.ordered)
		return fill_copy(&f, empty->data, back->data);
	for (int64_t i = 0; i < f.n; i++)
		((int64_t *)back->data)[i] = i;
	return op_out_ref(c, 0, c->in[0]) && op_out_ref(c, 1, c->in[1]);
}

static bool run_fill_grad(struct op_ctx *c)
{
	const struct tensor *map = c->in[0], *grad = c->in[1];
	row_fn add = row_find(ROW_ADD, grad->dtype);
	struct tensor *d, *rest;
	bool *seen;

	for (int i = 0; i < 2; i++)
		if (c->in[i]->rank != 1)
			return op_invalid(c, "%s must be a vector, saw: %s", i ? "grad_values" :
					  "reverse_index_map", op_in_shape(c, i));
	d = op_out(c, 0, grad->dtype, 1, &map->n);
	rest = d ? op_out(c, 1, grad->dtype, 0, NULL) : NULL;
	seen = rest ? op_temp(c, (size_t)grad->n + 1) : NULL;
	if (!seen)
		return false;
	memset(seen, 0, (size_t)grad->n + 1);
	row_const(grad->dtype, ROW_ZERO, rest->data);
	for (int64_t i = 0; i < map->n; i++) {
		int64_t at = tensor_get_i64(map, i);

		if (at < 0 || at >= grad->n)
			return op_invalid(c, "Elements in reverse index must be in [0, %lld) but got %lld",
					  (long long)grad->n, (long long)at);
		memcpy(el_at(d, i), el_at(grad, at), dtype_info(grad->dtype)->size);
		seen[at] = true;
	}
	for (int64_t i = 0; i < grad->n; i++)
		if (!seen[i])
			add(rest->data, el_at(grad, i), 1);
	return true;
}

#define DM_QUANT4 (DM(DT_QINT8) | DM(DT_QUINT8) | DM(DT_QINT16) | DM(DT_QUINT16))
static const struct op_row rows[] = {
	{ .name = "RaggedFillEmptyRows", .n_in = 4, .n_out = 4, .types = { { "T", DM_ANY } }, .run = run_fill },
	{ .name = "RaggedFillEmptyRowsGrad", .n_in = 2, .n_out = 2, .types = { { "T", DM_NUMBER } },
	  .run = run_fill_grad },
	{ .name = "SparseFillEmptyRows", .n_in = 4, .n_out = 4, .types = { { "T", DM_ANY } }, .run = run_fill },
	{ .name = "SparseFillEmptyRowsGrad", .n_in = 2, .n_out = 2, .types = { { "T", DM_NUMBER } },
	  .run = run_fill_grad },
	{ .name = "SparseReorder", .n_in = 3, .n_out = 2, .types = { { "T", DM_ANY } }, .run = run_reorder },
	{ .name = "SparseReshape", .n_in = 3, .n_out = 2, .run = run_reshape },
	{ .name = "SparseToDense", .n_in = 4, .n_out = 1,
	  .types = { { "T", DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING) | DM_QUANT4 }, { "Tindices", DM_INDEX } },
	  .run = run_to_dense },
};

OP_FAMILY(family_sparse, rows);
