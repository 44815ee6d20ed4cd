/*
 * Arithmetic on sparse tensors: with a dense one (cwise, add, matrix product), with each other (add,
 * maximum, minimum), along axes, softmax.
 */
#include <math.h>
#include <string.h>

#include "ops/rowop.h"
#include "ops/sparse.h"

/* ---- SparseTensorDenseMatMul ---- */

struct product {
	struct op_ctx *c;
	const struct tensor *ix, *val, *b;
	bool adj_a, adj_b;
	int64_t rows, inner, cols;
};

static bool product_check(struct op_ctx *c)
{
	const struct tensor *ix = c->in[0], *val = c->in[1], *shape = c->in[2], *b = c->in[3];

	if (b->rank != 2)
		return op_invalid(c, "Tensor 'b' is not a matrix");
	if (shape->rank != 1)
		return op_invalid(c, "Tensor 'a_shape' is not a vector");
	if (shape->n != 2)
		return op_invalid(c, "Tensor 'a_shape' must have 2 elements");
	if (val->rank != 1)
		return op_invalid(c, "Tensor 'a_values' is not a vector");
	if (ix->rank != 2)
		return op_invalid(c, "Tensor 'a_indices' is not a matrix");
	if (ix->dim[0] != val->n)
		return op_invalid(c, "Number of rows of a_indices does not match number of entries in a_values");
	if (ix->dim[1] != 2)
		return op_invalid(c, "Number of columns of a_indices does not match number of entries in a_shape");
	return true;
}

static bool product_sizes(struct product *p)
{
	const int64_t *shape = p->c->in[2]->data;
	int64_t inner = p->b->dim[p->adj_b ? 1 : 0];

	p->rows = shape[p->adj_a ? 1 : 0];
	p->inner = shape[p->adj_a ? 0 : 1];
	p->cols = p->b->dim[p->adj_b ? 0 : 1];
	if (inner != p->inner)
		return op_invalid(p->c,
				  "Cannot multiply A and B because inner dimension does not match: %lld vs. %lld.  "
				  "Did you forget a transpose?  Dimensions of A: [%lld, %lld).  Dimensions of B: %s",
				  (long long)p->inner, (long long)inner, (long long)shape[0], (long long)shape[1],
				  op_in_shape(p->c, 3));
	return true;
}

/* The element conjugated, for adjoints. */
static void conjugate(enum dtype t, void *el)
{
	if (t == DT_COMPLEX64)
		((float *)el)[1] = -((float *)el)[1];
	else if (t == DT_COMPLEX128)
		((double *)el)[1] = -((double *)el)[1];
}

/* out[m, :] += a * b[k, :] */
static void product_add(const struct product *p, void *out, int64_t m, int64_t i, int64_t k, enum dtype t,
			const struct tensor *b, const char *a)
{
	size_t size = dtype_info(t)->size;
	row_fn add = row_find(ROW_ADD, t), mul = row_find(ROW_MUL, t);
	double x[2], y[2];

	memcpy(x, a + (size_t)i * size, size);
	if (p->adj_a)
		conjugate(t, x);
	for (int64_t j = 0; j < p->cols; j++) {
		memcpy(y, el_at(b, p->adj_b ? j * p->b->dim[1] + k : k * p->cols + j), size);
		if (p->adj_b)
			conjugate(t, y);
		mul(y, x, 1);
		add((char *)out + (size_t)(m * p->cols + j) * size, y, 1);
	}
}

static bool product_run(struct product *p, struct tensor *out, enum dtype t, const struct tensor *b, const char *a)
{
	for (int64_t i = 0; i < p->val->n; i++) {
		int64_t m = tensor_get_i64(p->ix, 2 * i + p->adj_a), k = tensor_get_i64(p->ix, 2 * i + !p->adj_a);

		if (k < 0 || k >= p->inner)
			return op_invalid(p->c, "k (%lld) from index[%lld,%d] out of bounds (>=%lld)", (long long)k,
					  (long long)i, !p->adj_a, (long long)p->inner);
		if (m < 0 || m >= p->rows)
			return op_invalid(p->c, "m (%lld) from index[%lld,%d] out of bounds (>=%lld)", (long long)m,
					  (long long)i, p->adj_a, (long long)p->rows);
		product_add(p, out->data, m, i, k, t, b, a);
		if ((i & 1023) == 0 && !p->c->world->go_on(p->c->world_ctx, p->c->err))
			return false;
	}
	return true;
}

/* half: through a float copy of both, rounded once (bfloat16 rounds at each step). */
static bool product_low(struct product *p, struct tensor *out)
{
	struct tensor *b = tensor_new(DT_FLOAT, 2, p->b->dim, p->c->err);
	struct tensor *sum = b ? tensor_zeros(DT_FLOAT, 2, out->dim, p->c->err) : NULL;
	const float *a = op_in_float(p->c, 1);
	bool ok = sum && a;

	if (ok) {
		low_to_float(p->b->dtype, b->data, p->b->data, b->n);
		ok = product_run(p, sum, DT_FLOAT, b, (const char *)a);
	}
	if (ok)
		low_of_float(out->dtype, out->data, sum->data, out->n);
	tensor_unref(b);
	tensor_unref(sum);
	return ok;
}

static bool run_product(struct op_ctx *c)
{
	struct product p = { .c = c, .ix = c->in[0], .val = c->in[1], .b = c->in[3] };
	enum dtype t = p.val->dtype;
	struct tensor *out;

	node_attr_bool(c->node, "adjoint_a", &p.adj_a);
	node_attr_bool(c->node, "adjoint_b", &p.adj_b);
	if (!product_check(c) || !product_sizes(&p))
		return false;
	if (p.rows < 0)
		return op_invalid(c, DIMS_BUILD, (long long)p.rows);
	out = op_out(c, 0, t, 2, (int64_t[]){ p.rows, p.cols });
	if (!out || !row_fill(c, t, ROW_ZERO, out->data, out->n))
		return false;
	if (t == DT_HALF)
		return product_low(&p, out);
	return product_run(&p, out, t, p.b, p.val->data);
}

/* ---- SparseTensorDenseAdd ---- */

static bool run_dense_add(struct op_ctx *c)
{
	const struct tensor *ix = c->in[0], *val = c->in[1], *shape = c->in[2], *b = c->in[3];
	row_fn add = row_find(ROW_ADD, b->dtype);
	struct tensor *out;

	if (ix->rank != 2)
		return op_invalid(c, "Input a_indices should be a matrix but received shape: %s", op_in_shape(c, 0));
	if (val->rank != 1 || shape->rank != 1)
		return op_invalid(c, "Inputs a_values and a_shape should be vectors but received shapes: %s and %s",
				  op_in_shape(c, 1), op_in_shape(c, 2));
	if (val->n != ix->dim[0])
		return op_invalid(c, "Dimensions %lld and %lld are not compatible", (long long)ix->dim[0],
				  (long long)val->n);
	if (shape->n != ix->dim[1])
		return op_invalid(c, "Dimensions %lld and %lld are not compatible", (long long)ix->dim[1],
				  (long long)shape->n);
	if (shape->n != b->rank)
		return op_invalid(c, "Two operands have different ranks; received: %lld and %d", (long long)shape->n,
				  b->rank);
	for (int d = 0; d < b->rank; d++)
		if (tensor_get_i64(shape, d) != b->dim[d])
			return op_invalid(
				c,
				"Dimension %d does not equal (no broadcasting is supported): sparse side %lld "
				"vs dense side %lld",
				d, (long long)tensor_get_i64(shape, d), (long long)b->dim[d]);
	out = op_out_like(c, 0, b);
	if (!out || !el_copy(b->dtype, out->data, b->data, b->n, c->err))
		return false;
	for (int64_t i = 0; i < val->n; i++) {
		int64_t o = 0;

		for (int d = 0; d < b->rank; d++) {
			int64_t at = tensor_get_i64(ix, i * b->rank + d);

			if (at < 0 || at >= b->dim[d])
				return op_invalid(
					c,
					"Sparse tensor has an invalid index on dimension %d: a_indices(%lld,%d) = "
					"%lld, dense tensor shape: %s",
					d, (long long)i, d, (long long)at, op_list(c, b->dim, b->rank, " "));
			o = o * b->dim[d] + at;
		}
		add(el_at(out, o), el_at(val, i), 1);
	}
	return true;
}

/* ---- SparseDenseCwise* ---- */

static bool cwise_check(struct op_ctx *c)
{
	if (c->in[0]->rank != 2)
		return op_invalid(c, "Input sp_indices should be a matrix but received shape: %s", op_in_shape(c, 0));
	if (c->in[1]->rank != 1 || c->in[2]->rank != 1)
		return op_invalid(c, "Inputs sp_values and sp_shape should be vectors but received shapes: %s and %s",
				  op_in_shape(c, 1), op_in_shape(c, 2));
	if (c->in[2]->n == 0)
		return op_invalid(c, "The shape argument requires at least one element.");
	if (c->in[1]->n != c->in[0]->dim[0])
		return op_invalid(c, "The first dimension of values and indices should match. (%lld vs. %lld)",
				  (long long)c->in[1]->n, (long long)c->in[0]->dim[0]);
	return true;
}

static bool cwise_fits(struct op_ctx *c, const struct sparse *s, const struct tensor *d)
{
	bool ok = d->rank <= s->rank;

	for (int i = 0; ok && i < d->rank; i++) {
		int64_t n = s->shape[s->rank - d->rank + i];

		ok = d->dim[i] == n || d->dim[i] == 1;
	}
	return ok || op_invalid(c,
				"SparseDenseBinaryOpShared broadcasts dense to sparse only; got incompatible shapes: "
				"[%s] vs. [%s]",
				op_list(c, s->shape, s->rank, ","), op_list(c, d->dim, d->rank, ","));
}

static bool zero(enum dtype t, const void *el)
{
	double none[2] = { 0 };

	return dtype_info(t)->kind != DK_FLOAT && !memcmp(el, none, dtype_info(t)->size);
}

static bool run_cwise(struct op_ctx *c)
{
	enum row_op op = (enum row_op)(intptr_t)c->row->data;
	const struct tensor *d = c->in[3];
	row_fn fn = row_find(op, d->dtype);
	struct tensor *out;
	struct sparse s;

	if (!cwise_check(c) || !sparse_of(c, &s, 0, 1, 2) || !cwise_fits(c, &s, d))
		return false;
	out = op_out_like(c, 0, s.val);
	if (!out || !el_copy(out->dtype, out->data, s.val->data, out->n, c->err))
		return false;
	for (int64_t i = 0; i < s.n; i++) {
		int64_t o = 0;

		for (int k = 0; k < s.rank; k++)
			if (s.at[i * s.rank + k] < 0 || s.at[i * s.rank + k] >= s.shape[k])
				return op_invalid(
					c,
					"Provided indices are out-of-bounds w.r.t. dense side with broadcasted shape");
		for (int k = 0; k < d->rank; k++)
			o = o * d->dim[k] + (d->dim[k] == 1 ? 0 : s.at[i * s.rank + s.rank - d->rank + k]);
		if (op == ROW_DIV && zero(d->dtype, el_at(d, o)))
			return op_invalid(
				c, "SparseDenseCwiseDiv cannot divide by zero,but input dense tensor contains zero ");
		fn(el_at(out, i), el_at(d, o), 1);
	}
	return true;
}

/* ---- two sparse tensors merged ---- */

enum side { SIDE_A, SIDE_B, SIDE_BOTH };

/* The union of two sparse tensors' rows in order: whose row it is, and which. */
static enum side merge_next(const struct sparse *a, const struct sparse *b, int64_t i, int64_t j)
{
	int order = i == a->n ? 1 : j == b->n ? -1 :
		    index_cmp(a->at + i * a->rank, b->at + j * b->rank, a->rank);

	return order < 0 ? SIDE_A : order > 0 ? SIDE_B : SIDE_BOTH;
}

static double size_of(enum dtype t, const void *el)
{
	switch (t) {
	case DT_COMPLEX64:
		return hypotf(((const float *)el)[0], ((const float *)el)[1]);
	case DT_COMPLEX128:
		return hypot(((const double *)el)[0], ((const double *)el)[1]);
	case DT_FLOAT:
		return fabs((double)*(const float *)el);
	case DT_DOUBLE:
		return fabs(*(const double *)el);
	default:
		return 0;
	}
}

/* Is a sum large enough to stay? */
static bool stays(const struct tensor *thresh, const void *el, enum dtype t)
{
	int64_t v = 0;

	if (dtype_info(t)->kind != DK_INT)
		return tensor_get_f64(thresh, 0) <= size_of(t, el);
	switch (t) {
	case DT_INT8:
		v = *(const int8_t *)el;
		break;
	case DT_INT16:
		v = *(const int16_t *)el;
		break;
	case DT_INT32:
		v = *(const int32_t *)el;
		break;
	default:
		v = *(const int64_t *)el;
		break;
	}
	/* The lowest number has no absolute value in its own type: it stays what it is. */
	v = v == INT64_MIN || (t == DT_INT32 && v == INT32_MIN) ? v : v < 0 ? -v : v;
	return tensor_get_i64(thresh, 0) <= v;
}

struct merged {
	struct op_ctx *c;
	struct sparse a, b;
	int64_t n;
	struct tensor *ix, *val;
};

/* Row r of the result from rows i, j of the operands; fn(acc, x) for both, alone: what stands alone with
 * zero when with_zero. */
static void merged_value(const struct merged *m, enum side side, int64_t i, int64_t j, row_fn fn, bool with_zero,
			 void *to)
{
	size_t size = dtype_info(m->a.val->dtype)->size;
	double none[2] = { 0 };

	memcpy(to, side == SIDE_B ? el_at(m->b.val, j) : el_at(m->a.val, i), size);
	if (side == SIDE_BOTH)
		fn(to, el_at(m->b.val, j), 1);
	else if (with_zero)
		fn(to, none, 1);
}

/* Twice the same walk: the first time (m->ix NULL) only counts. */
static void merged_walk(struct merged *m, row_fn fn, bool with_zero, const struct tensor *thresh)
{
	int64_t i = 0, j = 0;
	double el[2];

	m->n = 0;
	while (i < m->a.n || j < m->b.n) {
		enum side side = merge_next(&m->a, &m->b, i, j);
		const int64_t *at = side == SIDE_B ? m->b.at + j * m->b.rank : m->a.at + i * m->a.rank;

		merged_value(m, side, i, j, fn, with_zero, el);
		i += side != SIDE_B;
		j += side != SIDE_A;
		if (thresh && side == SIDE_BOTH && !stays(thresh, el, m->a.val->dtype))
			continue;
		if (m->ix) {
			memcpy((int64_t *)m->ix->data + m->n * m->a.rank, at, (size_t)m->a.rank * 8);
			memcpy(el_at(m->val, m->n), el, dtype_info(m->a.val->dtype)->size);
		}
		m->n++;
	}
}

static bool merge(struct merged *m, row_fn fn, bool with_zero, const struct tensor *thresh)
{
	merged_walk(m, fn, with_zero, thresh);
	m->ix = op_out(m->c, 0, DT_INT64, 2, (int64_t[]){ m->n, m->a.rank });
	m->val = m->ix ? op_out(m->c, 1, m->a.val->dtype, 1, &m->n) : NULL;
	if (!m->val)
		return false;
	merged_walk(m, fn, with_zero, thresh);
	return true;
}

/* Inputs 2 and 5 are the shapes. */
static bool same_shape(struct op_ctx *c)
{
	const struct tensor *a = c->in[2], *b = c->in[5];

	if (a->n != b->n)
		return op_invalid(c, "Operands do not have the same ranks; got shapes: %s and %s",
				  op_list(c, a->data, a->n, " "), op_list(c, b->data, b->n, " "));
	for (int64_t d = 0; d < a->n; d++)
		if (tensor_get_i64(a, d) != tensor_get_i64(b, d))
			return op_invalid(c, "Operands' shapes do not match: got %lld and %lld for dimension %lld",
					  (long long)tensor_get_i64(a, d), (long long)tensor_get_i64(b, d),
					  (long long)d);
	return true;
}

static bool add_check(struct op_ctx *c)
{
	const struct tensor *const *in = (const struct tensor *const *)c->in;

	if (in[0]->rank != 2 || in[3]->rank != 2)
		return op_invalid(c, "Input indices should be matrices but received shapes: %s and %s",
				  op_in_shape(c, 0), op_in_shape(c, 3));
	if (in[1]->rank != 1 || in[4]->rank != 1)
		return op_invalid(c, "Input values should be vectors but received shapes: %s and %s",
				  op_in_shape(c, 1), op_in_shape(c, 4));
	if (in[1]->n != in[0]->dim[0] || in[4]->n != in[3]->dim[0])
		return op_invalid(c, "Expected %lld and %lld non-empty input values, got %lld and %lld",
				  (long long)in[0]->dim[0], (long long)in[3]->dim[0], (long long)in[1]->n,
				  (long long)in[4]->n);
	if (in[2]->rank != 1 || in[5]->rank != 1)
		return op_invalid(c, "Input shapes should be a vector but received shapes %s and %s",
				  op_in_shape(c, 2), op_in_shape(c, 5));
	if (!same_shape(c))
		return false;
	if (in[6]->rank != 0)
		return op_invalid(c, "The magnitude threshold must be a scalar: got shape %s", op_in_shape(c, 6));
	return true;
}

static bool run_add(struct op_ctx *c)
{
	struct merged m = { .c = c };

	return add_check(c) && sparse_of(c, &m.a, 0, 1, 2) && sparse_of(c, &m.b, 3, 4, 5) &&
	       merge(&m, row_find(ROW_ADD, m.a.val->dtype), false, c->in[6]) && op_out_ref(c, 2, c->in[2]);
}

static bool run_extreme(struct op_ctx *c)
{
	enum row_op op = (enum row_op)(intptr_t)c->row->data;
	struct merged m = { .c = c };

	if (!sparse_checked(c, &m.a, 0, 1, 2) || !sparse_checked(c, &m.b, 3, 4, 5))
		return false;
	if (!same_shape(c))
		return false;
	return merge(&m, row_find(op, m.a.val->dtype), true, NULL);
}

/* ---- reductions ---- */

struct reduce {
	struct op_ctx *c;
	struct sparse s;
	enum row_op op;
	bool keep;
	int kept;			/* dims that are not reduced */
	int *dim;			/* which */
	int64_t *at;			/* [n, kept] */
	int64_t *order;
};

static bool axes(struct reduce *r)
{
	const struct tensor *t = r->c->in[3];
	bool *gone = arena_array(r->c->scratch, (size_t)r->s.rank + 1, sizeof(*gone));

	for (int64_t i = 0; i < t->n; i++) {
		int64_t axis = tensor_get_i64(t, i);

		if (!axis_norm(&axis, r->s.rank))
			return op_invalid(r->c, "Invalid reduction dimension %lld, for input with %d dimensions.",
					  (long long)tensor_get_i64(t, i), r->s.rank);
		gone[axis] = true;
	}
	r->dim = arena_array(r->c->scratch, (size_t)r->s.rank + 1, sizeof(*r->dim));
	for (int d = 0; d < r->s.rank; d++)
		if (!gone[d])
			r->dim[r->kept++] = d;
	return true;
}

static bool groups(struct reduce *r)
{
	size_t bytes;

	if (!size_mul((size_t)r->s.n + 1, (size_t)(r->kept + 1) * sizeof(int64_t), &bytes))
		return op_fail(r->c, ERR_RESOURCE_EXHAUSTED, "too many indices");
	r->at = op_temp(r->c, bytes);
	for (int64_t i = 0; r->at && i < r->s.n; i++)
		for (int k = 0; k < r->kept; k++)
			r->at[i * r->kept + k] = r->s.at[i * r->s.rank + r->dim[k]];
	r->order = r->at ? sparse_order(r->c, r->at, r->s.n, r->kept) : NULL;
	return r->order != NULL;
}

static bool starts_group(const struct reduce *r, int64_t i)
{
	return i == 0 || (r->kept && index_cmp(r->at + r->order[i] * r->kept, r->at + r->order[i - 1] * r->kept,
					       r->kept));
}

/* The result's shape: without the reduced dims, or with ones in their place. */
static int out_shape(const struct reduce *r, int64_t *dim)
{
	int k = 0;

	if (!r->keep) {
		for (; k < r->kept; k++)
			dim[k] = r->s.shape[r->dim[k]];
		return k;
	}
	for (int d = 0; d < r->s.rank; d++)
		dim[d] = 1;
	for (; k < r->kept; k++)
		dim[r->dim[k]] = r->s.shape[r->dim[k]];
	return r->s.rank;
}

static bool reduce_begin(struct reduce *r)
{
	int64_t unused;

	node_attr_bool(r->c->node, "keep_dims", &r->keep);
	return sparse_of(r->c, &r->s, 0, 1, 2) &&
	       sparse_dims(r->c, r->s.rank, r->s.shape, &unused, DIMS_BUILD) && axes(r) && groups(r);
}

static bool run_reduce(struct op_ctx *c)
{
	struct reduce r = { .c = c, .op = (enum row_op)(intptr_t)c->row->data };
	enum dtype t = c->in[1]->dtype;
	row_fn fn = row_find(r.op, t);
	struct tensor *out;
	int64_t *dim, o = 0;
	int rank;

	if (!reduce_begin(&r))
		return false;
	dim = arena_array(c->scratch, (size_t)r.s.rank + 1, sizeof(*dim));
	rank = out_shape(&r, dim);
	out = op_out(c, 0, t, rank, dim);
	if (!out || !row_fill(c, t, ROW_ZERO, out->data, out->n))
		return false;
	for (int64_t i = 0; i < r.s.n; i++) {
		const int64_t *at = r.at + r.order[i] * r.kept;
		bool first = starts_group(&r, i);

		o = first ? 0 : o;
		for (int k = 0; first && k < r.kept; k++) {
			if (at[k] < 0 || at[k] >= r.s.shape[r.dim[k]])
				return op_invalid(c, "The sparse tensor has indices outside its shape");
			o = o * r.s.shape[r.dim[k]] + at[k];
		}
		if (first)
			memcpy(el_at(out, o), el_at(r.s.val, r.order[i]), dtype_info(t)->size);
		else
			fn(el_at(out, o), el_at(r.s.val, r.order[i]), 1);
	}
	return true;
}

static bool run_reduce_sparse(struct op_ctx *c)
{
	struct reduce r = { .c = c, .op = (enum row_op)(intptr_t)c->row->data };
	enum dtype t = c->in[1]->dtype;
	row_fn fn = row_find(r.op, t);
	struct tensor *ix, *val, *shape;
	int64_t *dim, n = 0, k = -1;
	int rank;

	if (!reduce_begin(&r))
		return false;
	dim = arena_array(c->scratch, (size_t)r.s.rank + 1, sizeof(*dim));
	rank = out_shape(&r, dim);
	for (int64_t i = 0; i < r.s.n; i++)
		n += starts_group(&r, i);
	ix = op_out(c, 0, DT_INT64, 2, (int64_t[]){ n, rank });
	val = ix ? op_out(c, 1, t, 1, &n) : NULL;
	shape = val ? op_out(c, 2, DT_INT64, 1, (int64_t[]){ rank }) : NULL;
	if (!shape)
		return false;
	memset(ix->data, 0, ix->bytes);
	memcpy(shape->data, dim, (size_t)rank * sizeof(*dim));
	for (int64_t i = 0; i < r.s.n; i++) {
		if (!starts_group(&r, i)) {
			fn(el_at(val, k), el_at(r.s.val, r.order[i]), 1);
			continue;
		}
		k++;
		memcpy(el_at(val, k), el_at(r.s.val, r.order[i]), dtype_info(t)->size);
		for (int d = 0; d < r.kept; d++)
			((int64_t *)ix->data)[k * rank + (r.keep ? r.dim[d] : d)] = r.at[r.order[i] * r.kept + d];
	}
	return true;
}

/* ---- SparseSoftmax ---- */

static double value(const struct tensor *t, int64_t i)
{
	return tensor_get_f64(t, i);
}

/* Values [from, to) are one row. */
static void softmax_row(const struct tensor *x, struct tensor *out, int64_t from, int64_t to)
{
	double top = value(x, from), sum = 0;

	for (int64_t i = from; i < to; i++)
		top = value(x, i) > top ? value(x, i) : top;
	for (int64_t i = from; i < to; i++) {
		if (x->dtype == DT_DOUBLE) {
			((double *)out->data)[i] = exp(value(x, i) - top);
			sum += ((double *)out->data)[i];
		} else if (x->dtype == DT_FLOAT) {
			((float *)out->data)[i] = expf((float)value(x, i) - (float)top);
			sum = (double)((float)sum + ((float *)out->data)[i]);
		} else {
			uint16_t d = half_of_float((float)(value(x, i) - top));

			((uint16_t *)out->data)[i] = half_of_float(expf(half_to_float(d)));
			sum = half_to_float(half_of_float((float)(sum + value(out, i))));
		}
	}
	for (int64_t i = from; i < to; i++) {
		if (x->dtype == DT_DOUBLE)
			((double *)out->data)[i] /= sum;
		else if (x->dtype == DT_FLOAT)
			((float *)out->data)[i] /= (float)sum;
		else
			((uint16_t *)out->data)[i] = half_of_float((float)(value(out, i) / sum));
	}
}

/* Rows are put in order first, and stay so: who gives them out of order gets values in order. */
static bool softmax(struct op_ctx *c, const struct sparse *s)
{
	int64_t *order = sparse_order(c, s->at, s->n, s->rank), from = 0;
	struct tensor *x = order ? tensor_new(s->val->dtype, 1, &s->n, c->err) : NULL;
	struct tensor *out = x ? op_out_like(c, 0, x) : NULL;

	for (int64_t i = 0; out && i < s->n; i++)
		memcpy(el_at(x, i), el_at(s->val, order[i]), dtype_info(x->dtype)->size);
	for (int64_t i = 1; out && i <= s->n; i++) {
		if (i < s->n && !index_cmp(s->at + order[i] * s->rank, s->at + order[from] * s->rank, s->rank - 1))
			continue;
		softmax_row(x, out, from, i);
		from = i;
	}
	tensor_unref(x);
	return out != NULL;
}

static bool run_softmax(struct op_ctx *c)
{
	struct sparse s;

	if (c->in[0]->rank != 2)
		return op_invalid(c, "Input sp_indices should be a matrix but received shape: %s", op_in_shape(c, 0));
	if (c->in[1]->rank != 1 || c->in[2]->rank != 1)
		return op_invalid(c, "Inputs sp_values and sp_shape should be vectors but received shapes: %s and %s",
				  op_in_shape(c, 1), op_in_shape(c, 2));
	if (c->in[2]->n < 2)
		return op_invalid(c, "Input should have rank >= 2, but received shape: %s",
				  op_list(c, c->in[2]->data, c->in[2]->n, " "));
	if (!sparse_of(c, &s, 0, 1, 2))
		return false;
	return softmax(c, &s);
}

#define OP(op) .data = (const void *)(intptr_t)(op)
#define CWISE(name_, op) \
	{ .name = name_, .n_in = 4, .n_out = 1, .types = { { "T", DM_REAL } }, .run = run_cwise, OP(op) }
#define REDUCE(name_, n, mask, fn, op) \
	{ .name = name_, .n_in = 4, .n_out = n, .types = { { "T", mask } }, .run = fn, OP(op) }
#define EXTREME(name_, op) \
	{ .name = name_, .n_in = 6, .n_out = 2, .types = { { "T", DM_REAL } }, .run = run_extreme, OP(op) }
static const struct op_row rows[] = {
	{ .name = "SparseAdd", .n_in = 7, .n_out = 3,
	  .types = { { "T", DM_INTS | DM_COMPLEX | DM(DT_FLOAT) | DM(DT_DOUBLE) } }, .run = run_add },
	CWISE("SparseDenseCwiseAdd", ROW_ADD),
	CWISE("SparseDenseCwiseDiv", ROW_DIV),
	CWISE("SparseDenseCwiseMul", ROW_MUL),
	REDUCE("SparseReduceMax", 1, DM_REAL, run_reduce, ROW_MAX),
	REDUCE("SparseReduceMaxSparse", 3, DM_REAL, run_reduce_sparse, ROW_MAX),
	REDUCE("SparseReduceSum", 1, DM_NUMBER, run_reduce, ROW_ADD),
	REDUCE("SparseReduceSumSparse", 3, DM_NUMBER, run_reduce_sparse, ROW_ADD),
	{ .name = "SparseSoftmax", .n_in = 3, .n_out = 1,
	  .types = { { "T", DM(DT_FLOAT) | DM(DT_DOUBLE) | DM(DT_HALF) } }, .run = run_softmax },
	EXTREME("SparseSparseMaximum", ROW_MAX),
	EXTREME("SparseSparseMinimum", ROW_MIN),
	{ .name = "SparseTensorDenseAdd", .n_in = 4, .n_out = 1,
	  .types = { { "T", DM_NUMBER }, { "Tindices", DM_INDEX } }, .run = run_dense_add },
	{ .name = "SparseTensorDenseMatMul", .n_in = 4, .n_out = 1,
	  .types = { { "T", DM_FLOATS | DM_COMPLEX | DM(DT_INT32) }, { "Tindices", DM_INDEX } },
	  .run = run_product },
};

OP_FAMILY(family_sparse_math, rows);
