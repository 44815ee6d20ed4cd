/* Datasets that begin a pipeline: tensors, ranges, lines and records of files; and those that only pass on. */
#include <stdlib.h>
#include <string.h>

#include "ops/dataset.h"
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
#define THROUGH(what, in)                                                                                    \
	{ .name = what, .n_in = in, .n_out = 1, .flags = OP_STATEFUL, KIND(.next = ds_next_input, .count = ds_count_input) }

static const struct op_row rows[] = {
	SOURCE("TensorDataset", -1, .next = next_tensors, .make = fits_types, .count = count_one),
	SOURCE("TensorSliceDataset", -1, .next = next_slice, .make = make_slices, .count = count_a),
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
