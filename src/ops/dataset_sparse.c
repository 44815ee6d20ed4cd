/* Datasets of batches as sparse tensors: DenseToSparseBatchDataset. */
#include <string.h>

#include "ops/array.h"
#include "ops/boxed.h"
#include "ops/dataset.h"
#include "ops/tensorlist.h"

#define DM_ROWS                                                                                              \
	(DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING) | DM(DT_QINT8) | DM(DT_QUINT8) | DM(DT_QINT32) |            \
	 DM(DT_RESOURCE) | DM(DT_VARIANT))

/* As TensorFlow says it: of the batch as if it were dense, not of the three variants that come. */
static void say_shape(struct ds *d, const struct tensor *row)
{
	int64_t *dim;

	d->shape = xmalloc(sizeof(*d->shape) + ((size_t)row->n + 1) * sizeof(*dim));
	dim = (int64_t *)(d->shape + 1);
	d->shape[0] = (struct shape){ (int)row->n + 1, dim };
	*dim++ = -1;
	memcpy(dim, row->data, row->bytes);
}

/* a: the batch's size; val[0]: what a row's dims may be, -1: any. */
static bool make_sparse_batch(struct op_ctx *c, struct ds *d)
{
	int at = ds_arg(c, "row_shape");
	enum dtype out = DT_VARIANT, t = d->in[0]->type[0];

	if (d->in[0]->n_types != 1)
		return op_invalid(c, "DenseToSparseBatchDataset only supports inputs with a single component.");
	if (!ds_int(c, "batch_size", &d->a))
		return false;
	if (d->a <= 0)
		return op_invalid(c, "Batch size must be greater than zero.");
	if (at < 0 || c->in[at]->rank != 1)
		return op_invalid(c, "row_shape must be a vector");
	if (c->in[at]->n >= SHAPE_MAX_RANK)
		return op_invalid(c, "a row shape of %lld dims", (long long)c->in[at]->n);
	for (int64_t k = 0; k < c->in[at]->n; k++)
		if (tensor_get_i64(c->in[at], k) < -1)
			return op_invalid(c, "Dimension %lld must be >= -1", (long long)tensor_get_i64(c->in[at], k));
	if (!(DM_ROWS & DM(t)))
		return op_fail(c, ERR_UNIMPLEMENTED, "DenseToSparseBatchDataset unhandled data type: %d", (int)t);
	say_shape(d, c->in[at]);
	return ds_add_val(c, d, c->in[at]) && ds_types(c, d, 1, &out);
}

static int64_t count_sparse_batch(const struct ds *d)
{
	int64_t n = ds_count(d->in[0]);

	return n < 0 ? n : n / d->a + (n % d->a != 0);
}

static struct shape row_shape(const struct ds *d)
{
	return (struct shape){ (int)d->val[0]->n, d->val[0]->data };
}

static bool row_ok(struct op_ctx *c, const struct ds *d, const struct elem *e)
{
	struct shape want = row_shape(d);
	const struct tensor *t = e->t[0];

	if (e->n != 1 || t->dtype != d->in[0]->type[0])
		return op_fail(c, ERR_INTERNAL, "an element that is not as declared");
	if (t->rank != want.rank)
		return op_invalid(c, "Input element had shape (%s) that is incompatible with the row shape (%s).",
				  op_shape(c, t->rank, t->dim), pshape_text(c, want));
	for (int k = 0; k < t->rank; k++)
		if (want.dim[k] >= 0 && t->dim[k] > want.dim[k])
			return op_fail(c, ERR_DATA_LOSS,
				       "Input element had shape (%s) that is larger than the row shape "
				       "(%s).",
				       op_shape(c, t->rank, t->dim), pshape_text(c, want));
	return true;
}

/* Up to a rows into part; GOT when there is one at least. */
static enum got rows_gather(struct op_ctx *c, struct it *i)
{
	while (i->part.n < i->d->a) {
		struct elem e = { 0 };
		enum got g = it_pull(c, i, 0, &e);

		if (g == IT_END)
			return i->part.n ? IT_GOT : IT_END;
		if (g == IT_GOT && !row_ok(c, i->d, &e))
			g = IT_ERR;
		if (g != IT_GOT) {
			elem_free(&e);
			return g;
		}
		elem_keep(&i->part, &e);
	}
	return IT_GOT;
}

/* The batch's dims: the largest of each where the row shape leaves it open. */
static struct tensor *batch_shape(struct op_ctx *c, const struct it *i, int64_t *total)
{
	struct shape want = row_shape(i->d);
	struct tensor *t = tensor_new(DT_INT64, 1, (int64_t[]){ want.rank + 1 }, c->err);
	int64_t *dim = t ? t->data : NULL;

	*total = 0;
	for (int k = 0; t && k < want.rank; k++)
		dim[k + 1] = want.dim[k] < 0 ? 0 : want.dim[k];
	for (int64_t m = 0; t && m < i->part.n; m++) {
		const struct tensor *row = plist_get(&i->part, m);

		*total += row->n;
		for (int k = 0; k < want.rank; k++)
			dim[k + 1] = row->dim[k] > dim[k + 1] ? row->dim[k] : dim[k + 1];
	}
	if (t)
		dim[0] = i->part.n;
	return t;
}

static void put_indices(const struct tensor *row, int64_t m, int64_t *to)
{
	for (int64_t j = 0; j < row->n; j++, to += row->rank + 1) {
		int64_t left = j;

		to[0] = m;
		for (int k = row->rank - 1; k >= 0; k--) {
			to[k + 1] = left % row->dim[k];
			left /= row->dim[k];
		}
	}
}

static bool put_rows(struct op_ctx *c, const struct it *i, struct tensor *ix, struct tensor *v)
{
	int64_t at = 0;

	for (int64_t m = 0; m < i->part.n; m++) {
		const struct tensor *row = plist_get(&i->part, m);

		put_indices(row, m, (int64_t *)ix->data + at * ix->dim[1]);
		if (!el_copy(v->dtype, el_at(v->dtype, v->data, at), row->data, row->n, c->err) ||
		    !c->world->go_on(c->world_ctx, c->err))
			return false;
		at += row->n;
	}
	return true;
}

static enum got next_sparse_batch(struct op_ctx *c, struct it *i, struct elem *e)
{
	enum got g = rows_gather(c, i);
	struct tensor *shape, *ix = NULL, *v = NULL, *out = NULL;
	int64_t total;

	if (g != IT_GOT)
		return g;
	shape = batch_shape(c, i, &total);
	if (shape)
		ix = tensor_new(DT_INT64, 2, (int64_t[]){ total, shape->n }, c->err);
	if (ix)
		v = tensor_zeros(i->d->in[0]->type[0], 1, &total, c->err);
	if (v && put_rows(c, i, ix, v))
		out = boxed_vec(3, (struct tensor *[]){ ix, v, shape }, c->err);
	tensor_unref(shape);
	tensor_unref(ix);
	tensor_unref(v);
	plist_free(&i->part);
	if (out)
		elem_add(e, out);
	return out ? IT_GOT : IT_ERR;
}

#define ROW(what)                                                                                            \
	{ .name = what, .n_in = 3, .n_out = 1, .flags = OP_STATEFUL, .run = ds_run,                          \
	  .data = &(const struct ds_kind){ .next = next_sparse_batch, .make = make_sparse_batch,             \
					   .count = count_sparse_batch } }

static const struct op_row rows[] = {
	ROW("DenseToSparseBatchDataset"),
	ROW("ExperimentalDenseToSparseBatchDataset"),
};

OP_FAMILY(family_dataset_sparse, rows);
