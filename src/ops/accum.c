/*
 * Conditional accumulators: gradients are added up until somebody takes their mean (or sum). What
 * comes from a step before the accumulator's own is dropped. A sparse one keeps rows by index, each
 * with its own count.
 */
#include <stdlib.h>
#include <string.h>

#include "ops/arith.h"
#include "ops/stepres.h"
#include "ops/tensorlist.h"

struct accum_state {
	struct tensor *sum;	      /* of the gradients so far; NULL when there are none */
	struct tensor *index, *count; /* sparse: int64 [n], int32 [n], of sum's rows */
	int64_t n, step;
};

struct accum {
	struct resource r;
	const struct node *made_by;
	enum dtype dtype;
	bool sparse, mean;
	struct accum_state s;
};

static struct accum_state state_copy(const struct accum_state *s)
{
	return (struct accum_state){tensor_ref(s->sum), tensor_ref(s->index), tensor_ref(s->count),
				    s->n, s->step};
}

static void state_free(struct accum_state *s)
{
	tensor_unref(s->sum);
	tensor_unref(s->index);
	tensor_unref(s->count);
}

static void accum_destroy(struct object *o)
{
	struct accum *a = (struct accum *)o;

	state_free(&a->s);
	free(a->r.container);
	free(a->r.name);
	free(a);
}

static void accum_describe(const struct object *o, struct str *out)
{
	const struct accum *a = (const struct accum *)o;

	str_addf(out, "%saccumulator of %lld gradients, step %lld", a->sparse ? "sparse " : "",
		 (long long)a->s.n, (long long)a->s.step);
}

STEPRES_STATE(accum)

static const struct resource_class accum_class = {
	.object = {.name = "accumulator", .destroy = accum_destroy, .describe = accum_describe},
	.save = accum_save,
	.load = accum_load,
	.saved_free = accum_saved_free,
};

static struct resource *accum_new(void *arg)
{
	const struct op_ctx *c = arg;
	struct accum *a = xcalloc(1, sizeof(*a));
	struct sv how = SV("MEAN");

	atomic_init(&a->r.o.refs, 1);
	a->r.o.cls = &accum_class.object;
	a->r.rcls = &accum_class;
	a->made_by = c->node;
	a->sparse = c->row->data != NULL;
	node_attr_type(c->node, "dtype", &a->dtype);
	node_attr_str(c->node, "reduction_type", &how);
	a->mean = sv_is(how, "MEAN");
	return &a->r;
}

static bool run_make(struct op_ctx *c)
{
	struct sv container = SV(""), name = SV("");
	struct resource *r;

	node_attr_str(c->node, "container", &container);
	if (!node_attr_str(c->node, "shared_name", &name) || !name.n)
		name = c->node->name;
	r = c->world->resource(c->world_ctx, container, name, &accum_class, accum_new, c, c->err);
	return r && stepres_give(c, 0, r);
}

static struct accum *accum_in(struct op_ctx *c)
{
	return (struct accum *)stepres_in(c, 0, &accum_class);
}

static struct shape declared(const struct accum *a)
{
	struct shape s = {SHAPE_UNKNOWN_RANK, NULL};

	node_attr_shape(a->made_by, "shape", &s);
	return s;
}

static void changed(struct op_ctx *c, struct accum *a)
{
	c->world->wrote(c->world_ctx, &a->r);
}

/* The sum, as one's own to write to. */
static struct tensor *own(struct op_ctx *c, struct accum *a)
{
	struct tensor *copy;

	if (tensor_writable(a->s.sum))
		return a->s.sum;
	copy = tensor_copy(a->s.sum, c->err);
	if (copy) {
		tensor_unref(a->s.sum);
		a->s.sum = copy;
	}
	return copy;
}

/* Takes what it is given. */
static void replace(struct accum *a, struct tensor *sum, struct tensor *index, struct tensor *count)
{
	state_free(&a->s);
	a->s.sum = sum;
	a->s.index = index;
	a->s.count = count;
}

/* ---- adding ---- */

static bool step_in(struct op_ctx *c, int64_t *step)
{
	*step = c->in[1]->n ? tensor_get_i64(c->in[1], 0) : 0;
	return c->in[1]->rank == 0 ||
	       op_invalid(c, "Argument local_step must be scalar, but had bad shape %s",
			  op_in_shape(c, 1));
}

static bool run_apply(struct op_ctx *c)
{
	struct accum *a = accum_in(c);
	struct tensor *g = c->in[2];
	enum dtype want[4] = {DT_INT64, a ? a->dtype : DT_INVALID};
	int64_t step;

	if (!a || !step_in(c, &step))
		return false;
	if (a->sparse || g->dtype != a->dtype) {
		if (a->sparse)
			memcpy(want, (enum dtype[]){DT_INT64, DT_INT64, a->dtype, DT_INT64},
			       sizeof(want));
		return stepres_mismatch(c, &(struct op_types){want, NULL, a->sparse ? 4 : 2, 0});
	}
	if (step < a->s.step)
		return true;
	if (a->s.n > 0 && !shape_eq(tensor_shape(a->s.sum), tensor_shape(g)))
		return op_invalid(c, "Shape mismatch: expected %s, got %s",
				  op_shape(c, a->s.sum->rank, a->s.sum->dim), op_in_shape(c, 2));
	if (!shape_accepts(declared(a), tensor_shape(g)))
		return op_invalid(c, "Shape mismatch: expected %s, got %s",
				  pshape_text(c, declared(a)), op_in_shape(c, 2));
	changed(c, a);
	if (a->s.n == 0)
		replace(a, tensor_ref(g), NULL, NULL);
	else if (!own(c, a) || !arith_run(ARITH_ADD, g->dtype, a->s.sum->data, g->data, 1, g->n))
		return err_is(c->err) ? false
				      : op_fail(c, ERR_UNIMPLEMENTED, "no sums of this type");
	a->s.n++;
	return true;
}

/* ---- adding rows by index ---- */

struct rows_of { /* a gradient's, or the sum's so far */
	const int64_t *index;
	int64_t n;
	const struct tensor *v;
};

static bool known_shape_ok(struct op_ctx *c, struct shape s)
{
	const struct tensor *t = c->in[4];

	if (s.rank > t->n)
		return op_invalid(c, "Shape mismatch: expected shape rank at least %d, got %lld",
				  s.rank, (long long)t->n);
	for (int i = 0; i < s.rank; i++)
		if (s.dim[i] != -1 && s.dim[i] != tensor_get_i64(t, i))
			return op_invalid(
				c, "Shape mismatch: expected shape dim %d to be %lld, got %lld", i,
				(long long)s.dim[i], (long long)tensor_get_i64(t, i));
	return true;
}

/* The values' dims but the first: as the sum has them, or as they were declared. */
static bool values_fit(struct op_ctx *c, const struct accum *a, struct shape s,
		       const struct tensor *v)
{
	struct shape want = a->s.n > 0 ? tensor_shape(a->s.sum) : s;

	if (a->s.n > 0 && want.rank != v->rank)
		return op_invalid(c, "Shape mismatch: expected values rank %d, got %d", want.rank,
				  v->rank);
	if (want.rank > v->rank)
		return op_invalid(c, "Shape mismatch: expected values rank at least %d, got %d",
				  want.rank, v->rank);
	for (int i = 1; i < want.rank; i++)
		if (want.dim[i] != -1 && want.dim[i] != v->dim[i])
			return op_invalid(
				c, "Shape mismatch: expected values dim %d to be %lld, got %lld", i,
				(long long)want.dim[i], (long long)v->dim[i]);
	return true;
}

static bool rows_in(struct op_ctx *c, const struct accum *a, struct rows_of *g)
{
	const struct tensor *index = c->in[2], *v = c->in[3];
	struct shape s = declared(a);
	bool known = false;

	*g = (struct rows_of){index->data, index->n, v};
	node_attr_bool(c->node, "has_known_shape", &known);
	if (index->rank != 1)
		return op_invalid(c, "Input indices should be vector but received shape: %s",
				  op_in_shape(c, 2));
	if (v->rank < 1)
		return op_invalid(c, "Values cannot be 0-dimensional.");
	if (v->dim[0] != index->n)
		return op_invalid(c, "Expected %lld non-empty input values, got %lld",
				  (long long)index->n, (long long)v->dim[0]);
	if (known && !known_shape_ok(c, s))
		return false;
	for (int64_t i = 0; s.rank > 0 && s.dim[0] != -1 && i < index->n; i++)
		if (g->index[i] >= s.dim[0])
			return op_invalid(c,
					  "Shape mismatch: index of slice %lld exceeded limits of "
					  "shape; index is "
					  "%lld exceeded %lld",
					  (long long)i, (long long)g->index[i],
					  (long long)s.dim[0]);
	return values_fit(c, a, s, v);
}

static bool first_rows(struct op_ctx *c, struct accum *a)
{
	struct tensor *count = tensor_new(DT_INT32, 1, &c->in[2]->n, c->err);

	if (!count)
		return false;
	for (int64_t i = 0; i < count->n; i++)
		((int32_t *)count->data)[i] = 1;
	replace(a, tensor_ref(c->in[3]), tensor_ref(c->in[2]), count);
	return true;
}

/* How many rows a and b have together: both go by rising index, equal ones are one. */
static int64_t merged_n(const struct rows_of *a, const struct rows_of *b)
{
	int64_t i = 0, j = 0, n = 0;

	for (; i < a->n && j < b->n; n++) {
		int64_t x = a->index[i], y = b->index[j];

		i += x <= y;
		j += y <= x;
	}
	return n + (a->n - i) + (b->n - j);
}

/* Writes the rows of a and b, merged, to the three tensors. */
static bool merge(struct accum *acc, const struct rows_of *a, const struct rows_of *b,
		  struct tensor *sum, struct tensor *index, struct tensor *count)
{
	enum dtype t = sum->dtype;
	const int32_t *old = acc->s.count->data;
	int64_t i = 0, j = 0, each = index->n ? sum->n / index->n : 0;
	size_t row = (size_t)each * dtype_info(t)->size;

	for (int64_t k = 0; k < index->n; k++) {
		bool from_a = i < a->n && (j == b->n || a->index[i] <= b->index[j]);
		bool from_b = j < b->n && (i == a->n || b->index[j] <= a->index[i]);
		char *dst = (char *)sum->data + (size_t)k * row;
		const char *x = from_a ? (const char *)a->v->data + (size_t)i * row : NULL;
		const char *y = from_b ? (const char *)b->v->data + (size_t)j * row : NULL;

		((int64_t *)index->data)[k] = from_a ? a->index[i] : b->index[j];
		((int32_t *)count->data)[k] = (from_a ? old[i] : 0) + from_b;
		if (row)
			memcpy(dst, from_a ? x : y, row);
		if (from_a && from_b && !arith_run(ARITH_ADD, t, dst, y, 1, each))
			return false;
		i += from_a;
		j += from_b;
	}
	return true;
}

static bool add_rows(struct op_ctx *c, struct accum *a, const struct rows_of *g)
{
	struct rows_of old = {a->s.index->data, a->s.index->n, a->s.sum};
	int64_t *dim = op_dims(c, g->v, 0), n = merged_n(&old, g);
	struct tensor *sum, *index, *count;

	dim[0] = n;
	sum = tensor_new(a->dtype, g->v->rank, dim, c->err);
	index = tensor_new(DT_INT64, 1, &n, c->err);
	count = tensor_new(DT_INT32, 1, &n, c->err);
	if (sum && index && count && merge(a, &old, g, sum, index, count)) {
		replace(a, sum, index, count);
		return true;
	}
	tensor_unref(sum);
	tensor_unref(index);
	tensor_unref(count);
	return err_is(c->err) ? false : op_fail(c, ERR_UNIMPLEMENTED, "no sums of this type");
}

static bool run_apply_sparse(struct op_ctx *c)
{
	struct accum *a = accum_in(c);
	enum dtype want[4] = {DT_INT64, DT_INT64, a ? a->dtype : DT_INVALID, DT_INT64};
	struct rows_of g;
	int64_t step;

	if (!a || !step_in(c, &step))
		return false;
	if (!a->sparse || c->in[3]->dtype != a->dtype) {
		want[1] = a->sparse ? DT_INT64 : a->dtype;
		return stepres_mismatch(c, &(struct op_types){want, NULL, a->sparse ? 4 : 2, 0});
	}
	if (step < a->s.step)
		return true;
	if (!rows_in(c, a, &g))
		return false;
	changed(c, a);
	if (!(a->s.n == 0 ? first_rows(c, a) : add_rows(c, a, &g)))
		return false;
	a->s.n++;
	return true;
}

/* ---- taking ---- */

static bool divide(struct op_ctx *c, struct accum *a)
{
	struct tensor *sum = a->mean ? own(c, a) : a->s.sum, *by;
	int64_t rows = a->sparse ? a->s.index->n : 1, each = rows ? a->s.sum->n / rows : 0;
	bool ok = sum != NULL;

	for (int64_t i = 0; ok && a->mean && i < rows; i++) {
		by = tensor_scalar_f64(
			a->dtype, a->sparse ? ((int32_t *)a->s.count->data)[i] : (double)a->s.n,
			c->err);
		ok = by &&
		     arith_run(ARITH_DIV, a->dtype,
			       (char *)sum->data + (size_t)(i * each) * dtype_info(a->dtype)->size,
			       by->data, 0, each);
		tensor_unref(by);
	}
	return ok;
}

static bool give_sparse(struct op_ctx *c, struct accum *a)
{
	struct shape s = declared(a);
	int64_t rank = a->s.sum->rank;
	struct tensor *shape = op_out_ref(c, 0, a->s.index) && op_out_ref(c, 1, a->s.sum)
				       ? op_out(c, 2, DT_INT64, 1, &rank)
				       : NULL;

	for (int64_t i = 0; shape && i < rank; i++)
		((int64_t *)shape->data)[i] = i ? a->s.sum->dim[i] : s.rank > 0 ? s.dim[0] : -1;
	return shape != NULL;
}

static bool run_take(struct op_ctx *c)
{
	struct accum *a = accum_in(c);
	enum dtype in = DT_INT32, out[3] = {DT_INT64, DT_INVALID, DT_INT64};
	int at = c->n_out == 3, need;

	if (!a)
		return false;
	if ((c->n_out == 3) != a->sparse || c->node->out_type[at] != a->dtype) {
		out[a->sparse] = a->dtype;
		return stepres_mismatch(c, &(struct op_types){&in, out, 1, a->sparse ? 3 : 1});
	}
	if (c->in[1]->rank != 0)
		return op_invalid(c, "Argument num_required must be scalar, but had bad shape %s",
				  op_in_shape(c, 1));
	need = scalar_i32(c->in[1]);
	if (need <= 0)
		return op_invalid(c, "Argument num_required must be positive, but was %d", need);
	if (a->s.n < need)
		return op_fail(c, ERR_FAILED_PRECONDITION,
			       "accumulator '%s' has %lld gradients: the op would wait for "
			       "%d, and nothing else runs that could bring them",
			       a->r.name, (long long)a->s.n, need);
	changed(c, a);
	a->s.step++;
	if (!divide(c, a) || !(a->sparse ? give_sparse(c, a) : op_out_ref(c, 0, a->s.sum)))
		return false;
	replace(a, NULL, NULL, NULL);
	a->s.n = 0;
	return true;
}

static bool run_number(struct op_ctx *c)
{
	struct accum *a = accum_in(c);
	struct tensor *out = a ? op_out(c, 0, DT_INT32, 0, NULL) : NULL;

	if (out)
		*(int32_t *)out->data = (int32_t)a->s.n;
	return out != NULL;
}

static bool run_set_step(struct op_ctx *c)
{
	struct accum *a = accum_in(c);

	if (!a)
		return false;
	if (c->in[1]->rank != 0)
		return op_invalid(c,
				  "Argument new_global_step must be scalar, but had bad shape %s",
				  op_in_shape(c, 1));
	a->s.step = tensor_get_i64(c->in[1], 0);
	changed(c, a);
	return true;
}

#define DM_GRADS (DM(DT_HALF) | DM(DT_FLOAT) | DM(DT_DOUBLE))
#define ROW(what, in, out, fn, ...)                                                                \
	{                                                                                          \
		.name = what, .n_in = in, .n_out = out, .flags = OP_STATEFUL, .run = fn,           \
		__VA_ARGS__                                                                        \
	}
/* The old op, which goes by a string, and the one that goes by a resource. */
#define BOTH(what, in, out, fn, ...)                                                               \
	ROW(what, in, out, fn, __VA_ARGS__), ROW("Resource" what, in, out, fn, __VA_ARGS__)

static const struct op_row rows[] = {
	BOTH("ConditionalAccumulator", 0, 1, run_make, .types = {{"dtype", DM_GRADS}}),
	BOTH("AccumulatorApplyGradient", 3, 0, run_apply, .types = {{"dtype", DM_NUMBER}}),
	BOTH("AccumulatorTakeGradient", 2, 1, run_take, .types = {{"dtype", DM_NUMBER}}),
	BOTH("AccumulatorNumAccumulated", 1, 1, run_number, .data = NULL),
	BOTH("AccumulatorSetGlobalStep", 2, 0, run_set_step, .data = NULL),
	ROW("SparseConditionalAccumulator", 0, 1, run_make, .types = {{"dtype", DM_GRADS}},
	    .data = "sparse"),
	ROW("SparseAccumulatorApplyGradient", 5, 0, run_apply_sparse,
	    .types = {{"dtype", DM_NUMBER}}),
	ROW("SparseAccumulatorTakeGradient", 2, 3, run_take, .types = {{"dtype", DM_NUMBER}}),
};

OP_FAMILY(family_accum, rows);
