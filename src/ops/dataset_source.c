/* Datasets that begin a pipeline: tensors, ranges, lines and records of files; and those that only pass on. */
#include <stdlib.h>
#include <string.h>

#include "ops/dataset.h"
#include "ops/sparse.h"
#include "ops/tensorlist.h"

/* ---- tensors ---- */

static enum got next_tensors(struct op_ctx *c, struct it *i, struct elem *e)
{
	(void)c;
	if (i->n++ > 0)
		return IT_END;
	for (int k = 0; k < i->d->n_val; k++)
		elem_add(e, tensor_ref(i->d->val[k]));
	return IT_GOT;
}

static bool fits_types(struct op_ctx *c, struct ds *d)
{
	if (d->n_val != d->n_types)
		return op_invalid(c, "%d components, but %d types", d->n_val, d->n_types);
	for (int k = 0; k < d->n_val; k++)
		if (d->val[k]->dtype != d->type[k])
			return op_invalid(c, "component %d is %s, not %s", k, op_type_text(c, d->val[k]->dtype),
					  op_type_text(c, d->type[k]));
	return true;
}

static int64_t count_one(const struct ds *d)
{
	(void)d;
	return 1;
}

static enum got next_slice(struct op_ctx *c, struct it *i, struct elem *e)
{
	if (i->n >= i->d->a)
		return IT_END;
	for (int k = 0; k < i->d->n_val; k++) {
		struct tensor *t = row_of(i->d->val[k], i->n, c->err);

		if (!t)
			return IT_ERR;
		elem_add(e, t);
	}
	i->n++;
	return IT_GOT;
}

static bool make_slices(struct op_ctx *c, struct ds *d)
{
	if (!fits_types(c, d))
		return false;
	for (int k = 0; k < d->n_val; k++)
		if (d->val[k]->rank == 0)
			return op_invalid(c, "All components must be at least 1-dimensional");
	d->a = d->val[0]->dim[0];
	for (int k = 1; k < d->n_val; k++)
		if (d->val[k]->dim[0] != d->a)
			return op_invalid(c, "All components must have the same size in the 0th dimension");
	return true;
}

static int64_t count_a(const struct ds *d)
{
	return d->a;
}

/* ---- rows of a sparse tensor; val: indices, values, shape. n: the row, m: where its indices begin ---- */

/* Indices [from, to) without their first column. */
static struct tensor *row_indices(const struct tensor *ix, int64_t from, int64_t to, struct err *err)
{
	int64_t rank = ix->dim[1], dim[2] = { to - from, rank - 1 };
	struct tensor *t = tensor_zeros(DT_INT64, 2, dim, err);

	for (int64_t r = 0; t && rank > 1 && r < to - from; r++)
		memcpy((int64_t *)t->data + r * (rank - 1), (const int64_t *)ix->data + (from + r) * rank + 1,
		       (size_t)(rank - 1) * sizeof(int64_t));
	return t;
}

static bool give_row(struct op_ctx *c, struct it *i, int64_t from, int64_t to, struct elem *e)
{
	struct tensor *part[3] = { row_indices(i->d->val[0], from, to, c->err) };

	part[1] = part[0] ? tensor_rows(i->d->val[1], from, to, c->err) : NULL;
	part[2] = part[1] ? tensor_rows(i->d->val[2], 1, i->d->val[2]->n, c->err) : NULL;
	for (int k = 0; k < 3 && part[k]; k++)
		elem_add(e, part[k]);
	return part[2] != NULL;
}

static enum got next_sparse(struct op_ctx *c, struct it *i, struct elem *e)
{
	const struct tensor *ix = i->d->val[0];
	const int64_t *at = ix->data;
	int64_t rank = ix->dim[1], n = ix->dim[0], from = i->m;

	if (i->n >= i->d->a)
		return IT_END;
	if (from < n && at[from * rank] <= i->n)	/* a group for this row, or for none */
		while (i->m < n && at[i->m * rank] == at[from * rank])
			i->m++;
	if (i->m > from && at[from * rank] < i->n)
		from = i->m;
	i->n++;
	return give_row(c, i, from, i->m, e) ? IT_GOT : IT_ERR;
}

static bool sparse_shapes(struct op_ctx *c, const struct tensor *ix, const struct tensor *v, const struct tensor *s)
{
	if (ix->rank != 2)
		return op_invalid(c, "Input indices must be a matrix. Got: %s", op_shape(c, ix->rank, ix->dim));
	if (v->rank != 1)
		return op_invalid(c, "Input values must be a vector. Got: %s", op_shape(c, v->rank, v->dim));
	if (s->rank != 1)
		return op_invalid(c, "Input shape must be a vector. Got: %s", op_shape(c, s->rank, s->dim));
	if (v->dim[0] != ix->dim[0])
		return op_invalid(c, "Number of values must match first dimension of indices. Got %lld values, indices "
				  "shape: %s", (long long)v->dim[0], op_shape(c, ix->rank, ix->dim));
	if (s->dim[0] != ix->dim[1])
		return op_invalid(c,
				  "Number of dimensions must match second dimension of indices. Got %lld dimensions, "
				  "indices shape: %s",
				  (long long)s->dim[0], op_shape(c, ix->rank, ix->dim));
	return s->n > 0 || op_invalid(c, "The shape argument requires at least one element.");
}

static bool make_sparse(struct op_ctx *c, struct ds *d)
{
	const struct tensor *ix = c->in[0], *s = c->in[2];
	int64_t before = -1, all;

	if (!sparse_shapes(c, ix, c->in[1], s))
		return false;
	for (int64_t k = 0; k < ix->dim[0]; k++) {
		int64_t row = tensor_get_i64(ix, k * ix->dim[1]);

		if (row < before)
			return op_fail(c, ERR_UNIMPLEMENTED, "The SparseTensor must be ordered in the batch dimension; "
				       "handling arbitrarily ordered input is not currently supported.");
		before = row;
	}
	if (!sparse_dims(c, s->n, s->data, &all, DIMS_BUILD))
		return false;
	d->a = tensor_get_i64(s, 0);
	for (int k = 0; k < 3; k++)
		if (!ds_add_val(c, d, c->in[k]))
			return false;
	return ds_types(c, d, 3, (enum dtype[]){ DT_INT64, c->in[1]->dtype, DT_INT64 });
}

/* ---- ranges: a is the start, b the stop, c the step ---- */

static enum got next_range(struct op_ctx *c, struct it *i, struct elem *e)
{
	const struct ds *d = i->d;
	struct tensor *t;
	int64_t v;

	if (i->n >= ds_count(d))
		return IT_END;
	v = (int64_t)((uint64_t)d->a + (uint64_t)i->n++ * (uint64_t)d->c);
	t = dtype_info(d->type[0])->kind == DK_FLOAT ? tensor_scalar_f64(d->type[0], (double)v, c->err) :
						       tensor_scalar_i64(d->type[0], v, c->err);
	if (!t)
		return IT_ERR;
	elem_add(e, t);
	return IT_GOT;
}

static bool make_range(struct op_ctx *c, struct ds *d)
{
	if (!ds_int(c, "start", &d->a) || !ds_int(c, "stop", &d->b) || !ds_int(c, "step", &d->c))
		return false;
	if (d->c == 0)
		return op_invalid(c, "step must be a non-zero integer.");
	return d->n_types == 1 || op_invalid(c, "a range has one component");
}

static int64_t count_range(const struct ds *d)
{
	uint64_t far = d->c > 0 ? (uint64_t)d->b - (uint64_t)d->a : (uint64_t)d->a - (uint64_t)d->b;
	uint64_t step = d->c > 0 ? (uint64_t)d->c : 0 - (uint64_t)d->c;

	if (d->c > 0 ? d->a >= d->b : d->a <= d->b)
		return 0;
	far = (far - 1) / step;
	return far >= INT64_MAX ? INT64_MAX : (int64_t)far + 1;
}

/* ---- what TensorFlow passes on, too: options, hints, buffers ---- */

static bool make_prefetch(struct op_ctx *c, struct ds *d)
{
	return ds_int(c, "buffer_size", &d->a) &&
	       (d->a >= -1 || op_invalid(c, "buffer_size must be >= 0 or set buffer_size to be -1 for auto-tuning"));
}

/* val: the options, a message that GetOptions gives. */
static bool make_options(struct op_ctx *c, struct ds *d)
{
	struct sv said = SV("");
	struct tensor *t;
	bool ok;

	node_attr_str(c->node, "serialized_options", &said);
	t = tensor_scalar_str(said, c->err);
	ok = t && ds_add_val(c, d, t);
	tensor_unref(t);
	return ok;
}

static bool make_sure_of(struct op_ctx *c, struct ds *d)
{
	return ds_int(c, "cardinality", &d->a);
}

static const char *elements(struct op_ctx *c, int64_t n)
{
	return n == CARD_INFINITE ? "an infinite number of elements" :
	       arena_printf(c->scratch, "%lld element%s", (long long)n, n == 1 ? "" : "s");
}

static enum got next_sure_of(struct op_ctx *c, struct it *i, struct elem *e)
{
	enum got g = ds_next_input(c, i, e);
	int64_t want = i->d->a;

	if (g != IT_GOT && g != IT_END)
		return g;
	i->n += g == IT_GOT;
	if (g == IT_END ? i->n == want : want == CARD_INFINITE || i->n <= want)
		return g;
	op_fail(c, ERR_FAILED_PRECONDITION, "Input dataset was expected to contain %s but contained %s %s.",
		elements(c, want), g == IT_END ? "only" : "at least", elements(c, i->n));
	return IT_ERR;
}

/* ---- variants in variants: Wrap and Unwrap ---- */

static bool run_same(struct op_ctx *c)
{
	return ds_in(c, 0) && op_out_ref(c, 0, c->in[0]);
}

static bool run_cardinality(struct op_ctx *c)
{
	struct ds *d = ds_in(c, 0);
	struct tensor *out = d ? op_out(c, 0, DT_INT64, 0, NULL) : NULL;

	if (out)
		*(int64_t *)out->data = ds_count(d);
	return out != NULL;
}

#define KIND(...) .run = ds_run, .data = &(const struct ds_kind){ __VA_ARGS__ }
#define SOURCE(what, in, ...)                                                                                \
	{ .name = what, .n_in = in, .n_out = 1, .flags = OP_STATEFUL, KIND(__VA_ARGS__) }
#define THROUGH(what, in)                                                                                              \
	{                                                                                                              \
		.name = what, .n_in = in, .n_out = 1, .flags = OP_STATEFUL,                                            \
		KIND(.next = ds_next_input, .count = ds_count_input)                                                   \
	}

static const struct op_row rows[] = {
	SOURCE("TensorDataset", -1, .next = next_tensors, .make = fits_types, .count = count_one),
	SOURCE("TensorSliceDataset", -1, .next = next_slice, .make = make_slices, .count = count_a),
	SOURCE("SparseTensorSliceDataset", 3, .next = next_sparse, .make = make_sparse, .count = count_a),
	SOURCE("RangeDataset", 3, .next = next_range, .make = make_range, .count = count_range),
	SOURCE("PrefetchDataset", 2, .next = ds_next_input, .make = make_prefetch,
	    .count = ds_count_input),
	SOURCE("AssertCardinalityDataset", 2, .next = next_sure_of, .make = make_sure_of,
	    .count = count_a),
	SOURCE("OptionsDataset", 1, .next = ds_next_input, .make = make_options, .count = ds_count_input),
	THROUGH("ModelDataset", 1),
	THROUGH("FinalizeDataset", 1),
	THROUGH("OptimizeDataset", 2),
	THROUGH("OptimizeDatasetV2", 4),
	THROUGH("MaxIntraOpParallelismDataset", 2),
	THROUGH("ExperimentalMaxIntraOpParallelismDataset", 2),
	THROUGH("PrivateThreadPoolDataset", 2),
	THROUGH("ExperimentalPrivateThreadPoolDataset", 2),
	THROUGH("NonSerializableDataset", 1),
	THROUGH("ExperimentalNonSerializableDataset", 1),
	{ .name = "WrapDatasetVariant", .n_in = 1, .n_out = 1, .flags = OP_STATEFUL, .run = run_same },
	{ .name = "UnwrapDatasetVariant", .n_in = 1, .n_out = 1, .flags = OP_STATEFUL, .run = run_same },
	{ .name = "DatasetCardinality", .n_in = 1, .n_out = 1, .flags = OP_STATEFUL, .run = run_cardinality },
	{ .name = "ExperimentalDatasetCardinality", .n_in = 1, .n_out = 1, .flags = OP_STATEFUL,
	  .run = run_cardinality },
};

OP_FAMILY(family_dataset_source, rows);
