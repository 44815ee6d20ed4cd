/* Datasets that put elements together and take them apart: batches, padded batches, windows, unbatch. */
#include <stdlib.h>
#include <string.h>

#include "ops/dataset.h"
#include "ops/tensorlist.h"

enum { MAX_BATCH = INT32_MAX };

/* a: the size, b: drop what is left at the end. part: elements so far, n_types tensors each. */
static bool make_batch(struct op_ctx *c, struct ds *d)
{
	bool drop = false;

	if (!ds_int(c, "batch_size", &d->a))
		return false;
	if (d->a <= 0)
		return op_invalid(c, "Batch size must be greater than zero.");
	if (d->a > MAX_BATCH)
		return op_fail(c, ERR_RESOURCE_EXHAUSTED, "batches of %lld elements", (long long)d->a);
	if (ds_arg(c, "drop_remainder") >= 0 && !ds_bool(c, "drop_remainder", &drop))
		return false;
	d->b = drop;
	return true;
}

static int64_t count_batch(const struct ds *d)
{
	int64_t n = ds_count(d->in[0]);

	return n < 0 ? n : n / d->a + (n % d->a && !d->b);
}

/* Gathers up to `size` elements in part; GOT when there is something to give. */
static enum got gather(struct op_ctx *c, struct it *i, int64_t size, bool drop)
{
	int w = i->d->n_types;
	struct elem e = { 0 };

	while (i->part.n < size * w) {
		enum got g = it_pull(c, i, 0, &e);

		if (g == IT_END)
			return i->part.n && !drop ? IT_GOT : IT_END;
		if (g != IT_GOT)
			return g;
		if (e.n != w) {
			op_fail(c, ERR_INTERNAL, "an element of %d components, %d are declared", e.n, w);
			elem_free(&e);
			return IT_ERR;
		}
		elem_keep(&i->part, &e);
	}
	return IT_GOT;
}

static struct tensor *stacked(struct op_ctx *c, enum dtype t, int64_t n, int rank, const int64_t *dim)
{
	int64_t all[SHAPE_MAX_RANK];

	if (rank + 1 > SHAPE_MAX_RANK) {
		op_invalid(c, "tensors of rank %d cannot be batched", rank);
		return NULL;
	}
	all[0] = n;
	if (rank)
		memcpy(all + 1, dim, (size_t)rank * sizeof(*dim));
	return tensor_zeros(t, rank + 1, all, c->err);
}

struct tensor *ds_stack(struct op_ctx *c, const struct plist *rows, int w, int k, int64_t n, int64_t step)
{
	const struct tensor *first = plist_get(rows, k);
	size_t size = dtype_info(first->dtype)->size;
	struct tensor *t;

	for (int64_t m = 1; m < n; m++) {
		const struct tensor *x = plist_get(rows, m * step * w + k);

		if (x->dtype == first->dtype && shape_eq(tensor_shape(x), tensor_shape(first)))
			continue;
		op_invalid(c, "Cannot batch tensors with different shapes in component %d. First element had shape "
			   "%s and element %lld had shape %s.", k, op_shape(c, first->rank, first->dim), (long long)m,
			   op_shape(c, x->rank, x->dim));
		return NULL;
	}
	t = stacked(c, first->dtype, n, first->rank, first->dim);
	for (int64_t m = 0; t && m < n; m++) {
		const struct tensor *x = plist_get(rows, m * step * w + k);

		if (!el_copy(t->dtype, (char *)t->data + (size_t)(m * first->n) * size, x->data, x->n, c->err)) {
			tensor_unref(t);
			return NULL;
		}
	}
	return t;
}

static enum got next_batch(struct op_ctx *c, struct it *i, struct elem *e)
{
	int w = i->d->n_types;
	enum got g = gather(c, i, i->d->a, i->d->b);

	for (int k = 0; g == IT_GOT && k < w; k++) {
		struct tensor *t = ds_stack(c, &i->part, w, k, i->part.n / w, 1);

		if (!t)
			return IT_ERR;
		elem_add(e, t);
	}
	if (g == IT_GOT)
		plist_free(&i->part);
	return g;
}

/* ---- padded: val holds the shapes, then the values ---- */

static bool make_padded(struct op_ctx *c, struct ds *d)
{
	int shapes = ds_arg(c, "padded_shapes"), values = ds_arg(c, "padding_values");

	if (!make_batch(c, d))
		return false;
	if (shapes < 0 || values < 0 || shapes + 2 * d->n_types > c->n_in || values != shapes + d->n_types)
		return op_invalid(c, "Number of padded shapes and values must match the number of components");
	for (int k = 0; k < d->n_types; k++) {
		if (c->in[shapes + k]->rank != 1)
			return op_invalid(c, "All padded shapes must be vectors");
		if (!ds_add_val(c, d, c->in[shapes + k]))
			return false;
	}
	for (int k = 0; k < d->n_types; k++) {
		const struct tensor *v = c->in[values + k];

		if (v->rank != 0)
			return op_invalid(c, "All padding values must be scalars");
		if (v->dtype != d->type[k])
			return op_invalid(c, "Mismatched type between padding value %d and input dataset's component "
					  "%d: %s vs. %s", k, k, op_type_text(c, v->dtype),
					  op_type_text(c, d->type[k]));
		if (!ds_add_val(c, d, c->in[values + k]))
			return false;
	}
	return true;
}

/* The dims that all elements' component k are padded to. */
static bool padded_dims(struct op_ctx *c, const struct it *i, int k, int64_t n, int64_t *dim, int *rank)
{
	const struct tensor *want = i->d->val[k];
	int w = i->d->n_types;

	*rank = (int)want->n;
	if (want->n >= SHAPE_MAX_RANK)
		return op_invalid(c, "a padded shape of %lld dims", (long long)want->n);
	for (int r = 0; r < *rank; r++)
		dim[r] = tensor_get_i64(want, r) < 0 ? 0 : tensor_get_i64(want, r);
	for (int64_t m = 0; m < n; m++) {
		const struct tensor *x = plist_get(&i->part, m * w + k);

		if (x->rank != *rank)
			return op_invalid(c, "All elements in a batch must have the same rank as the padded shape for "
					  "component%d: expected rank %d but got element with rank %d", k, *rank,
					  x->rank);
		for (int r = 0; r < *rank; r++) {
			if (tensor_get_i64(want, r) < 0 && x->dim[r] > dim[r])
				dim[r] = x->dim[r];
			if (x->dim[r] > dim[r])
				return op_fail(c, ERR_DATA_LOSS, "Attempted to pad to a smaller size than the input "
					       "element.");
		}
	}
	return true;
}

/* The value where the block of dims dim, n elements, has none of what was moved there. */
static bool fill_around(struct op_ctx *c, const struct move *m, const int64_t *dim, int64_t n,
			const struct tensor *value)
{
	size_t size = dtype_info(m->dtype)->size;

	for (int64_t i = 0; i < n; i++) {
		bool outside = false;

		for (int r = 0; r < m->rank && !outside; r++)
			outside = i / m->dst_stride[r] % dim[r] >= m->dim[r];
		if (outside && !el_copy(m->dtype, (char *)m->dst + (size_t)i * size, value->data, 1, c->err))
			return false;
	}
	return true;
}

static struct tensor *padded_of(struct op_ctx *c, const struct it *i, int k, int64_t n)
{
	int64_t dim[SHAPE_MAX_RANK], one = 1;
	const struct tensor *value = i->d->val[i->d->n_types + k];
	size_t size = dtype_info(value->dtype)->size;
	struct tensor *t;
	int rank;

	if (!padded_dims(c, i, k, n, dim, &rank))
		return NULL;
	t = stacked(c, value->dtype, n, rank, dim);
	if (!t || !t->n)
		return t;
	for (int r = 0; r < rank; r++)
		one *= dim[r];
	for (int64_t m = 0; m < n; m++) {
		const struct tensor *x = plist_get(&i->part, m * i->d->n_types + k);
		struct move mv = {
			.dtype = t->dtype, .rank = rank, .dim = x->dim, .dst_stride = op_strides(c, rank, dim),
			.src_stride = op_strides(c, rank, x->dim), .src = x->data,
			.dst = (char *)t->data + (size_t)(m * one) * size,
		};

		if (x->dtype != t->dtype || (x->n && !move_run(c, &mv)) || !fill_around(c, &mv, dim, one, value)) {
			tensor_unref(t);
			return NULL;
		}
	}
	return t;
}

static enum got next_padded(struct op_ctx *c, struct it *i, struct elem *e)
{
	int w = i->d->n_types;
	enum got g = gather(c, i, i->d->a, i->d->b);

	for (int k = 0; g == IT_GOT && k < w; k++) {
		struct tensor *t = padded_of(c, i, k, i->part.n / w);

		if (!t)
			return IT_ERR;
		elem_add(e, t);
	}
	if (g == IT_GOT)
		plist_free(&i->part);
	return g;
}

/* ---- unbatch: held is the element that is taken apart, n its next row ---- */

static enum got next_unbatch(struct op_ctx *c, struct it *i, struct elem *e)
{
	struct tensor *first = i->held.n ? plist_get(&i->held, 0) : NULL;

	while (!first || i->n >= first->dim[0]) {
		enum got g = it_pull(c, i, 0, e);

		if (g != IT_GOT)
			return g;
		for (int k = 0; k < e->n; k++)
			if (e->t[k]->rank == 0 || e->t[k]->dim[0] != e->t[0]->dim[0]) {
				if (e->t[k]->rank == 0)
					op_invalid(c, "Input element must have a non-scalar value in each component.");
				else
					op_invalid(c, "Input element must have the same batch size in each "
						   "component. Component 0 had size %lld but component %d had size, "
						   "%lld.", (long long)e->t[0]->dim[0], k, (long long)e->t[k]->dim[0]);
				return IT_ERR;
			}
		plist_free(&i->held);
		elem_keep(&i->held, e);
		i->n = 0;
		first = plist_get(&i->held, 0);
	}
	for (int64_t k = 0; k < i->held.n; k++) {
		struct tensor *t = row_of(plist_get(&i->held, k), i->n, c->err);

		if (!t)
			return IT_ERR;
		elem_add(e, t);
	}
	i->n++;
	return IT_GOT;
}

/* ---- windows: datasets of datasets; a: size, b: shift, c: stride ---- */

/* A window's own elements: val holds them, a of them. */
static enum got next_inside(struct op_ctx *c, struct it *i, struct elem *e)
{
	int w = i->d->n_types;

	(void)c;
	if (i->n >= i->d->a)
		return IT_END;
	for (int k = 0; k < w; k++)
		elem_add(e, tensor_ref(i->d->val[i->n * w + k]));
	i->n++;
	return IT_GOT;
}

static int64_t count_inside(const struct ds *d)
{
	return d->a;
}

static const struct ds_kind inside_kind = { .next = next_inside, .count = count_inside };

/* Shapes as `like` declares them, from component `from` on. */
static void shapes_like(struct ds *d, const struct ds *like, int from)
{
	size_t dims = 0, shapes = (size_t)d->n_types * sizeof(struct shape);
	int64_t *at;

	for (int k = 0; k < d->n_types; k++)
		dims += like->shape[from + k].rank > 0 ? (size_t)like->shape[from + k].rank : 0;
	d->shape = xmalloc(shapes + dims * sizeof(*at));
	at = (int64_t *)((char *)d->shape + shapes);
	for (int k = 0; k < d->n_types; k++) {
		struct shape s = like->shape[from + k];

		d->shape[k] = (struct shape){ s.rank, at };
		for (int r = 0; r < s.rank; r++)
			*at++ = s.dim[r];
	}
}

struct tensor *ds_of_rows(struct op_ctx *c, const struct ds *like, int from, int w, const struct plist *rows,
			  int64_t n, int64_t step)
{
	struct ds *d = ds_new(&inside_kind, "Window");
	bool ok = n <= INT32_MAX / w && ds_types(c, d, w, like->type + from);
	struct tensor *t = NULL;

	d->a = n;
	for (int64_t m = 0; ok && m < n; m++)
		for (int k = 0; ok && k < w; k++)
			ok = ds_add_val(c, d, plist_get(rows, m * step * like->n_types + from + k));
	if (ok) {
		shapes_like(d, like, from);
		t = tensor_zeros(DT_VARIANT, 0, NULL, c->err);
	}
	if (t)
		*(struct object **)t->data = &d->o;
	else
		object_unref(&d->o);
	return t;
}

static bool make_window(struct op_ctx *c, struct ds *d)
{
	if (!ds_int(c, "size", &d->a) || !ds_int(c, "shift", &d->b) || !ds_int(c, "stride", &d->c))
		return false;
	if (d->a <= 0)
		return op_invalid(c, "Window size must be greater than zero.");
	if (d->b <= 0)
		return op_invalid(c, "Window shift must be greater than zero.");
	if (d->c <= 0)
		return op_invalid(c, "Window stride must be greater than zero.");
	return true;
}

/* The buffer starts at the window's first element; n elements are still to be passed over. IT_GOT: *n of a
 * window's rows are in part. */
static enum got window_fill(struct op_ctx *c, struct it *i, int64_t *n)
{
	const struct ds *d = i->d;
	int w = d->n_types;
	int64_t span, have;

	if (__builtin_mul_overflow(d->a - 1, d->c, &span) || span > MAX_BATCH || d->in[0]->n_types != w) {
		op_invalid(c, "a window over %lld elements in steps of %lld", (long long)d->a, (long long)d->c);
		return IT_ERR;
	}
	if (i->part.n == 0)
		i->part = plist_copy(&i->held);
	while (i->part.n < (span + 1) * w && !i->m) {
		struct elem x = { 0 };
		enum got g = it_pull(c, i, 0, &x);

		if (g == IT_ERR || g == IT_CALL)
			return g;
		if (g == IT_END) {
			i->m = 1;
		} else if (x.n != w) {
			elem_free(&x);
			op_fail(c, ERR_INTERNAL, "an element of another number of components");
			return IT_ERR;
		} else if (i->n > 0) {
			i->n--;
			elem_free(&x);
		} else {
			elem_keep(&i->part, &x);
		}
	}
	have = i->part.n / w;
	*n = have > span ? d->a : (have - 1) / d->c + 1;
	return have == 0 || (have <= span && d->val) ? IT_END : IT_GOT;
}

static void window_shift(struct it *i)
{
	int64_t w = i->d->n_types, have = i->part.n / w;
	struct plist rest = { 0 };

	for (int64_t k = i->d->b * w; i->d->b < have && k < i->part.n; k++)
		plist_push(&rest, tensor_ref(plist_get(&i->part, k)));
	i->n = i->d->b > have ? i->d->b - have : 0;
	plist_free(&i->part);
	plist_free(&i->held);
	i->held = rest;
}

static enum got next_window(struct op_ctx *c, struct it *i, struct elem *e)
{
	int64_t n;
	enum got g = window_fill(c, i, &n);

	for (int k = 0; g == IT_GOT && k < i->d->n_types; k++) {
		struct tensor *t = ds_of_rows(c, i->d->in[0], k, 1, &i->part, n, i->d->c);

		if (!t)
			return IT_ERR;
		elem_add(e, t);
	}
	if (g == IT_GOT)
		window_shift(i);
	return g;
}

/* The window's elements as one batch. */
static enum got next_slide(struct op_ctx *c, struct it *i, struct elem *e)
{
	int64_t n;
	enum got g = window_fill(c, i, &n);

	for (int k = 0; g == IT_GOT && k < i->d->n_types; k++) {
		struct tensor *t = ds_stack(c, &i->part, i->d->n_types, k, n, i->d->c);

		if (!t)
			g = IT_ERR;
		else
			elem_add(e, t);
	}
	if (g == IT_GOT || g == IT_ERR)
		window_shift(i);
	return g;
}

static bool mark_drop(struct op_ctx *c, struct ds *d)
{
	struct tensor *mark = tensor_zeros(DT_BOOL, 0, NULL, c->err);	/* val: drops windows that are not full */
	bool ok = mark && ds_add_val(c, d, mark);

	tensor_unref(mark);
	return ok;
}

static bool make_slide(struct op_ctx *c, struct ds *d)
{
	bool drop = true;

	if (!ds_int(c, "window_size", &d->a) || !ds_int(c, "window_shift", &d->b) || !ds_int(c, "window_stride", &d->c))
		return false;
	if (d->a <= 0)
		return op_invalid(c, "Window size must be greater than zero.");
	if (d->b <= 0)
		return op_invalid(c, "Window shift must be greater than zero.");
	if (d->c <= 0)
		return op_invalid(c, "window_stride must be greater than zero.");
	node_attr_bool(c->node, "drop_remainder", &drop);
	return !drop || mark_drop(c, d);
}

static int64_t count_slide(const struct ds *d)
{
	int64_t n = ds_count(d->in[0]);

	return n < 0 ? n : n / d->b + (!d->val && n % d->b);
}

static bool make_window_drop(struct op_ctx *c, struct ds *d)
{
	bool drop = false;

	if (!make_window(c, d) || !ds_bool(c, "drop_remainder", &drop))
		return false;
	d->n_types = 0;
	if (!ds_types_like(c, d, d->in[0], 0))
		return false;
	for (int k = 0; k < d->n_types; k++)
		d->type[k] = DT_VARIANT;
	return !drop || mark_drop(c, d);
}

#define KIND(...) .run = ds_run, .data = &(const struct ds_kind){ __VA_ARGS__ }
#define ROW(what, in, ...)                                                                                   \
	{ .name = what, .n_in = in, .n_out = 1, .flags = OP_STATEFUL, KIND(__VA_ARGS__) }

static const struct op_row rows[] = {
	ROW("BatchDataset", 2, .next = next_batch, .make = make_batch, .count = count_batch),
	ROW("BatchDatasetV2", 3, .next = next_batch, .make = make_batch, .count = count_batch),
	ROW("ParallelBatchDataset", 4, .next = next_batch, .make = make_batch,
	    .count = count_batch),
	ROW("PaddedBatchDataset", -1, .next = next_padded, .make = make_padded,
	    .count = count_batch),
	ROW("PaddedBatchDatasetV2", -1, .next = next_padded, .make = make_padded,
	    .count = count_batch),
	ROW("UnbatchDataset", 1, .next = next_unbatch),
	ROW("ExperimentalUnbatchDataset", 1, .next = next_unbatch),
	ROW("SlidingWindowDataset", 4, .next = next_slide, .make = make_slide, .count = count_slide),
	ROW("ExperimentalSlidingWindowDataset", 4, .next = next_slide, .make = make_slide, .count = count_slide),
	ROW("WindowDataset", 5, .next = next_window, .make = make_window_drop),
};

OP_FAMILY(family_dataset_batch, rows);
