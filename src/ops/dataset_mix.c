/* Datasets that choose among several inputs, see to it that nothing comes twice, or cut batches anew; and those of
 * tensors that are given one by one. */
#include <string.h>

#include "ops/dataset.h"
#include "ops/tensorlist.h"

/* ---- lists: val holds element after element ---- */

static enum got next_listed(struct op_ctx *c, struct it *i, struct elem *e)
{
	const struct ds *d = i->d;

	(void)c;
	if (i->n >= d->a)
		return IT_END;
	for (int k = 0; k < d->n_types; k++)
		elem_add(e, tensor_ref(d->val[i->n * d->n_types + k]));
	i->n++;
	return IT_GOT;
}

static int64_t count_a(const struct ds *d)
{
	return d->a;
}

static bool make_list(struct op_ctx *c, struct ds *d)
{
	bool named = d->n_val > 0;		/* WindowOp's argument has another name */

	for (int k = 0; !named && k < c->n_in; k++)
		if (!ds_add_val(c, d, c->in[k]))
			return false;
	d->a = d->n_val / d->n_types;
	for (int64_t k = 0; k < d->a * d->n_types; k++)
		if (d->val[k]->dtype != d->type[k % d->n_types])
			return op_invalid(c, "tensor %lld is %s, not %s", (long long)k,
					  op_type_text(c, d->val[k]->dtype), op_type_text(c, d->type[k % d->n_types]));
	return true;
}

/* ---- directed interleave: input 0 says which of the others is next. part: what it said; m: inputs at their end ---- */

static bool selected(struct op_ctx *c, struct it *i, int64_t *k)
{
	const struct tensor *t = plist_get(&i->part, 0);
	int64_t n = i->d->n_in - 1;

	if (t->dtype != DT_INT64 || t->n < 1)
		return op_invalid(c, "The selector input must be a dataset of scalar int64 elements.");
	*k = tensor_get_i64(t, 0);
	return (*k >= 0 && *k < n) ||
	       op_invalid(c, "Selector index out of range: %lld >= %lld", (long long)*k, (long long)n);
}

static enum got next_directed(struct op_ctx *c, struct it *i, struct elem *e)
{
	for (;;) {
		struct elem s = { 0 };
		enum got g = i->part.n ? IT_GOT : it_pull(c, i, 0, &s);
		struct it *kid;
		int64_t k = 0;

		if (g != IT_GOT)
			return g;
		elem_keep(&i->part, &s);
		if (!selected(c, i, &k))
			return IT_ERR;
		kid = it_kid(i, (int)k + 1, i->d->in[k + 1]);
		if (!kid->ended) {
			g = it_next(c, kid, e);
			if (g == IT_CALL || g == IT_ERR)
				return g;
			i->m += g == IT_END;
		}
		plist_free(&i->part);
		if (g == IT_GOT && e->n)
			return IT_GOT;
		if (kid->ended && (i->d->a || i->m == i->d->n_in - 1))
			return IT_END;
	}
}

static bool make_directed(struct op_ctx *c, struct ds *d)
{
	bool stop = false;

	if (d->n_in < 2 || d->in[0]->n_types != 1 || d->in[0]->type[0] != DT_INT64 || d->in[0]->shape[0].rank > 0)
		return op_invalid(c, "The selector input must be a dataset of scalar int64 elements.");
	for (int k = 2; k < d->n_in; k++)
		if (d->in[k]->n_types != d->in[1]->n_types ||
		    memcmp(d->in[k]->type, d->in[1]->type, (size_t)d->in[1]->n_types * sizeof(enum dtype)))
			return op_invalid(c,
					  "All inputs must have the same output_dtypes. First input has types %s, and "
					  "input %d has types %s",
					  ds_types_text(c, d->in[1]), k - 1, ds_types_text(c, d->in[k]));
	node_attr_bool(c->node, "stop_on_empty_dataset", &stop);
	d->a = stop;
	return ds_types_like(c, d, d->in[1], 0);
}

static int64_t count_directed(const struct ds *d)
{
	for (int k = 1; k < d->n_in; k++)
		if (ds_count(d->in[k]) == CARD_INFINITE)
			return CARD_INFINITE;
	return CARD_UNKNOWN;
}

/* ---- choose fastest: all inputs give the same, so the first one does; a: how many they are ---- */

static bool make_fastest(struct op_ctx *c, struct ds *d)
{
	if (d->n_in < 2)
		return op_invalid(c, "ChooseFastestDataset must have at least two input datasets.");
	for (int k = 1; k < d->n_in; k++)
		if (d->in[k]->n_types != d->n_types ||
		    memcmp(d->in[k]->type, d->type, (size_t)d->n_types * sizeof(enum dtype)))
			return op_invalid(
				c,
				"All inputs to ChooseFastestDataset must have the same output types. Input %d "
				"has output types: %s. Expected: %s.",
				k, ds_types_text(c, d->in[k]), ds_types_text(c, d));
	d->a = ds_count(d->in[0]);
	for (int k = 1; k < d->n_in; k++) {
		int64_t n = ds_count(d->in[k]);

		if (d->a == CARD_UNKNOWN)
			d->a = n;
		else if (n != d->a && n != CARD_UNKNOWN)
			return op_invalid(
				c,
				"All inputs to ChooseFastestDataset must have compatible cardinalities. Input "
				"%d has cardinality: %lld, while all prior inputs have cardinality: %lld.",
				k, (long long)n, (long long)d->a);
	}
	return true;
}

/* ---- unique ---- */

/* Shape and elements as bytes that no other tensor has. */
static void key_of(const struct tensor *t, struct str *key)
{
	for (int r = 0; r < t->rank; r++)
		str_addf(key, "%lld,", (long long)t->dim[r]);
	str_addc(key, ':');
	if (t->dtype != DT_STRING)
		str_add(key, (struct sv){ t->data, t->bytes });
	for (int64_t k = 0; t->dtype == DT_STRING && k < t->n; k++) {
		str_addf(key, "%zu:", tensor_str(t, k).n);
		str_add(key, tensor_str(t, k));
	}
}

/* Adds e's key to seen: -1 with an error, 1 if it is new. */
static int note(struct op_ctx *c, struct it *i, const struct elem *e)
{
	struct str key = STR_INIT;
	int is_new;

	key_of(e->t[0], &key);
	is_new = pmap_get(&i->seen, str_sv(&key)) == NULL;
	if (is_new && !pmap_put(&i->seen, str_sv(&key), SV(""), SV(""), 0, c->err))
		is_new = -1;
	str_free(&key);
	return is_new;
}

static enum got next_unique(struct op_ctx *c, struct it *i, struct elem *e)
{
	for (;;) {
		enum got g = it_pull(c, i, 0, e);
		int is_new;

		if (g != IT_GOT)
			return g;
		if (e->n != 1 || e->t[0]->dtype != i->d->type[0]) {
			op_fail(c, ERR_INTERNAL, "an element that is not as declared");
			return IT_ERR;
		}
		is_new = note(c, i, e);
		if (is_new)
			return is_new < 0 ? IT_ERR : IT_GOT;
		elem_free(e);
	}
}

static bool make_unique(struct op_ctx *c, struct ds *d)
{
	if (d->in[0]->n_types != 1)
		return op_invalid(c, "UniqueDataset only supports inputs with a single component.");
	if (!((DM_INDEX | DM(DT_STRING)) & DM(d->in[0]->type[0])))
		return op_invalid(c, "UniqueDataset only supports inputs with a single `tf.int32`, `tf.int64`, or "
				  "`tf.string` component.");
	return ds_types_like(c, d, d->in[0], 0);
}

/* ---- rebatch: a batch in a parts. n: the next part of held ---- */

static bool give_part(struct op_ctx *c, struct it *i, int k, struct elem *e)
{
	struct tensor *t = plist_get(&i->held, k), *part;
	int64_t all = t->dim[0], each = all / i->d->a + (all % i->d->a != 0), from, to;

	if (__builtin_mul_overflow(each, i->n, &from) || from > all)
		from = all;
	to = all - from < each ? all : from + each;
	part = tensor_rows(t, from, to, c->err);
	if (part)
		elem_add(e, part);
	return part != NULL;
}

static enum got next_rebatch(struct op_ctx *c, struct it *i, struct elem *e)
{
	if (i->n == 0) {
		enum got g = it_pull(c, i, 0, e);

		if (g != IT_GOT)
			return g;
		for (int k = 0; k < e->n; k++)
			if (e->t[k]->rank == 0) {
				op_invalid(c,
					   "Cannot rebatch dataset: All components must have at least one dimension. "
					   "Perhaps your input dataset is not batched? Component %d is scalar.",
					   k);
				return IT_ERR;
			}
		plist_free(&i->held);
		elem_keep(&i->held, e);
	}
	for (int k = 0; k < i->held.n; k++)
		if (!give_part(c, i, k, e))
			return IT_ERR;
	i->n = (i->n + 1) % i->d->a;
	return IT_GOT;
}

static bool make_rebatch(struct op_ctx *c, struct ds *d)
{
	return ds_int(c, "num_replicas", &d->a) &&
	       (d->a > 0 || op_invalid(c, "num_replicas must be greater than zero."));
}

/* ---- rebatch V2: sizes in val[0] one after the other, a: drops a last one that is not full. held: the batch that
 * is cut, from row m on; n: the next size; part: pieces of the batch that is made; started: the input is at its end ---- */

static bool rows_ok(struct op_ctx *c, const struct elem *e)
{
	for (int k = 0; k < e->n; k++) {
		if (e->t[k]->rank == 0)
			return op_invalid(c, "Input element must have a non-scalar value in each component.");
		if (e->t[k]->dim[0] != e->t[0]->dim[0])
			return op_invalid(c,
					  "Input element must have the same batch size in each component. Component 0 "
					  "had size %lld but component %d had size, %lld.",
					  (long long)e->t[0]->dim[0], k, (long long)e->t[k]->dim[0]);
	}
	return true;
}

static int64_t rows_gathered(const struct it *i)
{
	int64_t n = 0;

	for (int64_t k = 0; k < i->part.n; k += i->d->n_types)
		n += plist_get(&i->part, k)->dim[0];
	return n;
}

/* Moves up to `most` rows of held to part. */
static bool cut(struct op_ctx *c, struct it *i, int64_t most)
{
	int64_t all = plist_get(&i->held, 0)->dim[0], to = all - i->m > most ? i->m + most : all;

	for (int k = 0; k < i->held.n; k++) {
		struct tensor *t = tensor_rows(plist_get(&i->held, k), i->m, to, c->err);

		if (!t)
			return false;
		plist_push(&i->part, t);
	}
	i->m = to;
	if (to == all)
		plist_free(&i->held);
	return true;
}

static enum got fill(struct op_ctx *c, struct it *i, int64_t size)
{
	for (int64_t have = rows_gathered(i); have < size && !i->started; have = rows_gathered(i)) {
		struct elem e = { 0 };
		enum got g = i->held.n ? IT_GOT : it_pull(c, i, 0, &e);

		if (g == IT_END) {
			i->started = true;
			break;
		}
		if (g == IT_GOT && e.n && (!rows_ok(c, &e) || (e.n != i->d->n_types &&
		    !op_fail(c, ERR_INTERNAL, "an element of another number of components"))))
			g = IT_ERR;
		if (g != IT_GOT) {
			elem_free(&e);
			return g;
		}
		if (e.n) {
			i->m = 0;
			elem_keep(&i->held, &e);
		}
		if (!cut(c, i, size - have))
			return IT_ERR;
	}
	return IT_GOT;
}

/* Component k of the pieces, one behind the other. */
static struct tensor *joined(struct op_ctx *c, const struct it *i, int k, int64_t rows)
{
	struct tensor *first = plist_get(&i->part, k), *t;
	int64_t dim[SHAPE_MAX_RANK], at = 0;
	size_t size = dtype_info(first->dtype)->size;

	if (i->part.n == i->d->n_types)
		return tensor_ref(first);
	memcpy(dim, first->dim, (size_t)first->rank * sizeof(*dim));
	dim[0] = rows;
	t = tensor_zeros(first->dtype, first->rank, dim, c->err);
	for (int64_t m = k; t && m < i->part.n; m += i->d->n_types) {
		const struct tensor *x = plist_get(&i->part, m);

		if (x->dtype != t->dtype || x->n > t->n - at)
			op_invalid(c, "batches of different shapes cannot be joined");
		if (err_is(c->err) || !el_copy(t->dtype, (char *)t->data + (size_t)at * size, x->data, x->n, c->err)) {
			tensor_unref(t);
			return NULL;
		}
		at += x->n;
	}
	return t;
}

static struct tensor *empty_batch(struct op_ctx *c, const struct ds *d, int k)
{
	struct shape s = d->shape[k];
	int64_t none = 0, dim[SHAPE_MAX_RANK];

	if (s.rank < 1 || s.rank > SHAPE_MAX_RANK)
		return tensor_zeros(d->type[k], 1, &none, c->err);
	for (int r = 0; r < s.rank; r++)
		dim[r] = r && s.dim[r] > 0 ? s.dim[r] : 0;
	return tensor_zeros(d->type[k], s.rank, dim, c->err);
}

static enum got next_sizes(struct op_ctx *c, struct it *i, struct elem *e)
{
	int64_t size = tensor_get_i64(i->d->val[0], i->n), have;
	enum got g = i->started && !i->held.n ? IT_END : fill(c, i, size);

	if (g != IT_GOT)
		return g;
	have = rows_gathered(i);
	i->n = (i->n + 1) % i->d->val[0]->n;
	if ((have == 0 && size > 0) || (i->d->a && have < size))
		return IT_END;
	for (int k = 0; k < i->d->n_types; k++) {
		struct tensor *t = size == 0 ? empty_batch(c, i->d, k) : joined(c, i, k, have);

		if (!t)
			return IT_ERR;
		elem_add(e, t);
	}
	plist_free(&i->part);
	return IT_GOT;
}

static bool make_sizes(struct op_ctx *c, struct ds *d)
{
	int at = ds_arg(c, "batch_sizes");
	bool drop;

	if (at < 0 || c->in[at]->rank > 1)
		return op_invalid(c, "`batch_sizes` must be a scalar or a vector.");
	if (!c->in[at]->n)
		return op_invalid(c, "`batch_sizes` is empty");
	for (int64_t k = 0; k < c->in[at]->n; k++)
		if (tensor_get_i64(c->in[at], k) < 0)
			return op_invalid(c, "`batch_sizes` holds %lld", (long long)tensor_get_i64(c->in[at], k));
	if (!ds_bool(c, "drop_remainder", &drop) || !ds_add_val(c, d, c->in[at]))
		return false;
	d->a = drop;
	return true;
}

#define ROW(what, in, ...)                                                                                   \
	{ .name = what, .n_in = in, .n_out = 1, .flags = OP_STATEFUL, .run = ds_run,                         \
	  .data = &(const struct ds_kind){ __VA_ARGS__ } }
#define DIRECTED .next = next_directed, .make = make_directed, .count = count_directed
#define FASTEST .next = ds_next_input, .make = make_fastest, .count = count_a

static const struct op_row rows[] = {
	ROW("ListDataset", -1, .next = next_listed, .make = make_list, .count = count_a),
	ROW("WindowOp", -1, .next = next_listed, .make = make_list, .count = count_a),
	ROW("DirectedInterleaveDataset", -1, DIRECTED),
	ROW("ExperimentalDirectedInterleaveDataset", -1, DIRECTED),
	ROW("ChooseFastestDataset", -1, FASTEST),
	ROW("ExperimentalChooseFastestDataset", -1, FASTEST),
	ROW("UniqueDataset", 1, .next = next_unique, .make = make_unique),
	ROW("ExperimentalUniqueDataset", 1, .next = next_unique, .make = make_unique),
	ROW("RebatchDataset", 2, .next = next_rebatch, .make = make_rebatch),
	ROW("ExperimentalRebatchDataset", 2, .next = next_rebatch, .make = make_rebatch),
	ROW("RebatchDatasetV2", 3, .next = next_sizes, .make = make_sizes),
};

OP_FAMILY(family_dataset_mix, rows);
