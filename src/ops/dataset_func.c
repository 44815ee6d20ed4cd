/* Datasets whose elements a function makes, chooses or sums up: each asks the machine for the call. */
#include <stdlib.h>
#include <string.h>

#include "ops/dataset.h"
#include "ops/tensorlist.h"

/* Calls the function with the next element of the input. */
static enum got ask(struct op_ctx *c, struct it *i, const struct plist *first)
{
	struct elem e = { 0 };
	enum got g = it_pull(c, i, 0, &e);

	if (g == IT_GOT)
		g = ds_call(c, i, first, &e);
	elem_free(&e);
	return g;
}

/* ---- map ---- */

static enum got next_map(struct op_ctx *c, struct it *i, struct elem *e)
{
	if (!i->has_ret)
		return ask(c, i, NULL);
	return ds_ret(c, i, i->d->n_types, i->d->type, e) ? IT_GOT : IT_ERR;
}

/* c: as many come out as go in. */
static bool make_map(struct op_ctx *c, struct ds *d)
{
	bool same = false;

	node_attr_bool(c->node, "preserve_cardinality", &same);
	d->c = same;
	return true;
}

static int64_t count_same(const struct ds *d)
{
	return d->c ? ds_count(d->in[0]) : CARD_UNKNOWN;
}

static int64_t count_unknown(const struct ds *d)
{
	return d->in[0] && ds_count(d->in[0]) == 0 ? 0 : CARD_UNKNOWN;
}

/* ---- map and batch; a: the size, b: drops a last batch that is not full. n: elements taken for the batch at hand,
 * part: what the function made of them ---- */

static bool make_map_batch(struct op_ctx *c, struct ds *d)
{
	int64_t calls;
	bool drop;

	if (!make_map(c, d) || !ds_int(c, "batch_size", &d->a))
		return false;
	if (d->a <= 0)
		return op_invalid(c, "batch_size must be greater than zero.");
	if (d->a > INT32_MAX)
		return op_fail(c, ERR_RESOURCE_EXHAUSTED, "batches of %lld elements", (long long)d->a);
	if (!ds_int(c, "num_parallel_calls", &calls))
		return false;
	if (calls <= 0 && calls != -1)
		return op_invalid(c, "num_parallel_calls must be greater than zero.");
	if (!ds_bool(c, "drop_remainder", &drop))
		return false;
	d->b = drop;
	return true;
}

static int64_t count_map_batch(const struct ds *d)
{
	int64_t n = count_same(d);

	return n < 0 ? n : n / d->a + (n % d->a && !d->b);
}

/* TensorFlow looks at the number of elements alone; the batch has the first one's shape. */
static bool add_result(struct op_ctx *c, struct it *i)
{
	struct elem r = { 0 };
	bool ok = ds_ret(c, i, i->d->n_types, i->d->type, &r);

	for (int k = 0; ok && i->part.n && k < r.n; k++) {
		const struct tensor *first = plist_get(&i->part, k);
		struct tensor *t = r.t[k];

		if (shape_eq(tensor_shape(first), tensor_shape(t)))
			continue;
		if (first->n != t->n)
			ok = op_invalid(
				c,
				"Cannot add tensor to the batch: number of elements does not match. Shapes are: "
				"[tensor]: %s, [batch]: %s",
				op_shape(c, t->rank, t->dim), op_shape(c, first->rank, first->dim));
		else
			r.t[k] = tensor_view(t, t->dtype, first->rank, first->dim, c->err);
		if (r.t[k] != t)
			tensor_unref(t);
		ok = ok && r.t[k];
	}
	if (ok)
		elem_keep(&i->part, &r);
	elem_free(&r);
	return ok;
}

/* The rest of a batch that failed is lost, too. */
static enum got pass_over(struct op_ctx *c, struct it *i)
{
	while (i->n < i->d->a) {
		struct elem e = { 0 };
		enum got g = it_pull(c, i, 0, &e);

		elem_free(&e);
		if (g == IT_END)
			break;
		if (g != IT_GOT)
			return g;
		i->n++;
	}
	i->n = 0;
	return IT_GOT;
}

static enum got next_map_batch(struct op_ctx *c, struct it *i, struct elem *e)
{
	int w = i->d->n_types;
	enum got g = IT_GOT;
	int64_t have;

	if (i->has_ret && !add_result(c, i))
		return IT_ERR;
	if (i->n > i->part.n / w)
		g = pass_over(c, i);
	if (g == IT_GOT && i->n < i->d->a) {
		g = ask(c, i, NULL);
		i->n += g == IT_CALL && i->waiting;
	}
	have = i->part.n / w;
	if (g == IT_ERR || g == IT_CALL)
		return g;
	if (have == 0 || (have < i->d->a && i->d->b))
		return IT_END;
	for (int k = 0; k < w; k++) {
		struct tensor *t = ds_stack(c, &i->part, w, k, have, 1);

		if (!t)
			return IT_ERR;
		elem_add(e, t);
	}
	plist_free(&i->part);
	i->n = 0;
	return IT_GOT;
}

/* ---- filter, take while: the element waits in part ---- */

/* What the predicate said; false with an error. */
static bool said(struct op_ctx *c, struct it *i, bool *yes)
{
	struct elem r = { 0 };
	bool ok = ds_ret(c, i, 1, NULL, &r);

	if (ok && (r.t[0]->dtype != DT_BOOL || r.t[0]->n != 1))
		ok = op_invalid(c, "%s", i->d->a ? "Filter predicate `f` must return a scalar bool." :
						   "`predicate` must returns a scalar bool tensor.");
	*yes = ok && *(uint8_t *)r.t[0]->data;
	elem_free(&r);
	return ok;
}

static enum got next_chosen(struct op_ctx *c, struct it *i, struct elem *e)
{
	enum got g;
	bool yes;

	if (i->has_ret) {
		if (!said(c, i, &yes))
			return IT_ERR;
		for (int64_t k = 0; yes && k < i->part.n; k++)
			elem_add(e, tensor_ref(plist_get(&i->part, k)));
		plist_free(&i->part);
		if (yes)
			return IT_GOT;
		if (!i->d->a)
			return IT_END;
	}
	g = it_pull(c, i, 0, e);
	if (g != IT_GOT)
		return g;
	g = ds_call(c, i, NULL, e);
	elem_keep(&i->part, e);
	return g;
}

static bool make_filter(struct op_ctx *c, struct ds *d)
{
	d->a = 1;			/* goes on after a no */
	return ds_types_like(c, d, d->in[0], 0);
}

static bool make_while(struct op_ctx *c, struct ds *d)
{
	return ds_types_like(c, d, d->in[0], 0);
}

/* ---- flat map, interleave: kid 0 is the input, the others are what the function made ---- */

/* The dataset that the function made becomes kid k. */
static bool enter(struct op_ctx *c, struct it *i, int k)
{
	struct elem r = { 0 };
	struct ds *d = NULL;
	bool ok = ds_ret(c, i, 1, NULL, &r);

	if (ok) {
		d = r.t[0]->dtype == DT_VARIANT && r.t[0]->rank == 0 ? ds_of(r.t[0]) : NULL;
		ok = d || op_invalid(c, "Function must return a single scalar of dtype DT_VARIANT.");
	}
	if (ok)
		it_kid(i, k, d);
	elem_free(&r);
	return ok;
}

static enum got next_flat(struct op_ctx *c, struct it *i, struct elem *e)
{
	for (;;) {
		enum got g;

		if (i->has_ret && !enter(c, i, 1))
			return IT_ERR;
		if (i->n_kids < 2 || !i->kid[1])
			return ask(c, i, NULL);
		g = it_next(c, i->kid[1], e);
		if (g != IT_END)
			return g;
		it_kid_drop(i, 1);
	}
}

/* a: how many are open at a time, b: elements that each gives in its turn. n: whose turn it is, m: what it
 * gave; started: the input is at its end. */
static bool make_interleave(struct op_ctx *c, struct ds *d)
{
	if (!ds_int(c, "cycle_length", &d->a) || !ds_int(c, "block_length", &d->b))
		return false;
	if (d->a == -1)
		d->a = 2;
	if (d->a <= 0 || d->a > INT32_MAX / 2)
		return op_invalid(c, "cycle_length must be greater than zero.");
	return d->b > 0 || op_invalid(c, "block_length must be greater than zero.");
}

/* Order is kept here even where TensorFlow may give what is ready first. */
static bool make_old_interleave(struct op_ctx *c, struct ds *d)
{
	int64_t buffer, prefetch;
	bool sloppy;

	if (!ds_int(c, "cycle_length", &d->a) || !ds_int(c, "block_length", &d->b))
		return false;
	if (d->a <= 0 || d->a > INT32_MAX / 2)
		return op_invalid(c, "`cycle_length` must be > 0");
	if (d->b <= 0)
		return op_invalid(c, "`block_length` must be > 0");
	if (ds_arg(c, "sloppy") >= 0 && !ds_bool(c, "sloppy", &sloppy))
		return false;
	if (!ds_int(c, "buffer_output_elements", &buffer) || !ds_int(c, "prefetch_input_elements", &prefetch))
		return false;
	if (buffer <= 0)
		return op_invalid(c, "`buffer_output_elements` must be > 0");
	return prefetch >= 0 || op_invalid(c, "`prefetch_input_elements` must be >= 0");
}

static void next_turn(struct it *i)
{
	i->m = 0;
	i->n = (i->n + 1) % i->d->a;
}

static bool any_open(const struct it *i)
{
	for (int k = 1; k < i->n_kids; k++)
		if (i->kid[k])
			return true;
	return false;
}

static enum got next_interleave(struct op_ctx *c, struct it *i, struct elem *e)
{
	for (;;) {
		int k = (int)i->n + 1;
		enum got g;

		if (i->has_ret && !enter(c, i, k))
			return IT_ERR;
		if (k < i->n_kids && i->kid[k]) {
			g = it_next(c, i->kid[k], e);
			if (g == IT_GOT && ++i->m >= i->d->b)
				next_turn(i);
			if (g != IT_END)
				return g;
			it_kid_drop(i, k);
			next_turn(i);
		} else if (!i->started) {
			g = ask(c, i, NULL);
			if (g != IT_END)
				return g;
			i->started = true;
		} else if (any_open(i)) {
			next_turn(i);
		} else {
			return IT_END;
		}
	}
}

/* ---- scan and reduce: held is the state of a tensors; val has what it starts with after the arguments ---- */

static bool make_scan(struct op_ctx *c, struct ds *d)
{
	int at = ds_arg(c, "initial_state");
	const struct attr_value *types;
	uint32_t n = 0;

	if (!node_attr_list(c->node, "Tstate", &types, &n) || n < 1 || at < 0 || at + (int)n > c->n_in)
		return op_invalid(c, "attr 'Tstate' is missing or does not fit");
	for (uint32_t k = 0; k < n; k++)
		if (!ds_add_val(c, d, c->in[at + (int)k]))
			return false;
	d->a = n;
	return make_map(c, d);
}

static void state_begin(struct it *i)
{
	bool empty = i->held.n == 0;

	for (int64_t k = 0; empty && k < i->d->a; k++)
		plist_push(&i->held, tensor_ref(i->d->val[i->d->func[0].at + i->d->func[0].n + k]));
}

static bool state_set(struct it *i, struct elem *r)
{
	plist_free(&i->held);
	for (int64_t k = 0; k < i->d->a; k++)
		plist_push(&i->held, tensor_ref(r->t[k]));
	return true;
}

static enum got next_scan(struct op_ctx *c, struct it *i, struct elem *e)
{
	struct elem r = { 0 };

	state_begin(i);
	if (!i->has_ret)
		return ask(c, i, &i->held);
	if (!ds_ret(c, i, (int)i->d->a + i->d->n_types, NULL, &r)) {
		elem_free(&r);
		return IT_ERR;
	}
	state_set(i, &r);
	for (int k = (int)i->d->a; k < r.n; k++)
		elem_add(e, tensor_ref(r.t[k]));
	elem_free(&r);
	return IT_GOT;
}

static enum got next_reduce(struct op_ctx *c, struct it *i, struct elem *e)
{
	enum got g;

	if (i->n)
		return IT_END;
	state_begin(i);
	if (i->has_ret) {
		struct elem r = { 0 };
		bool ok = ds_ret(c, i, (int)i->d->a, NULL, &r);

		if (ok)
			state_set(i, &r);
		elem_free(&r);
		if (!ok)
			return IT_ERR;
	}
	g = ask(c, i, &i->held);
	if (g != IT_END)
		return g;
	for (int64_t k = 0; k < i->held.n; k++)
		elem_add(e, tensor_ref(plist_get(&i->held, k)));
	i->n = 1;
	return IT_GOT;
}

/* ---- the only element ---- */

static enum got next_single(struct op_ctx *c, struct it *i, struct elem *e)
{
	for (;;) {
		enum got g = it_pull(c, i, 0, e);

		if (g == IT_END && i->part.n == 0) {
			op_invalid(c, "Dataset was empty.");
			return IT_ERR;
		}
		if (g == IT_GOT && i->part.n) {
			op_invalid(c, "Dataset had more than one element.");
			return IT_ERR;
		}
		if (g == IT_ERR || g == IT_CALL)
			return g;
		if (g == IT_END)
			break;
		elem_keep(&i->part, e);
	}
	for (int64_t k = 0; k < i->part.n; k++)
		elem_add(e, tensor_ref(plist_get(&i->part, k)));
	plist_free(&i->part);
	return IT_GOT;
}

/* ---- the element at a place, all of them ---- */

static enum got next_nth(struct op_ctx *c, struct it *i, struct elem *e)
{
	for (;;) {
		enum got g = it_pull(c, i, 0, e);

		if (g != IT_GOT || i->n++ >= i->d->a)
			return g;
		elem_free(e);
	}
}

static enum got next_gather(struct op_ctx *c, struct it *i, struct elem *e)
{
	(void)e;
	while (!i->n) {
		struct elem one = { 0 };
		enum got g = it_pull(c, i, 0, &one);

		if (g == IT_GOT && one.n != i->d->n_types) {
			op_fail(c, ERR_INTERNAL, "an element of another number of components");
			g = IT_ERR;
		}
		if (g == IT_GOT)
			elem_keep(&i->held, &one);
		elem_free(&one);
		if (g == IT_ERR || g == IT_CALL)
			return g;
		i->n = g == IT_END;
	}
	return IT_GOT;
}

const struct ds_kind ds_nth = { .next = next_nth };
const struct ds_kind ds_gather = { .next = next_gather };
const struct ds_kind ds_single = { .next = next_single };
const struct ds_kind ds_reduce = { .next = next_reduce, .make = make_scan, .func = { "f" }, .role = { "" } };

#define KIND(...) .run = ds_run, .data = &(const struct ds_kind){ __VA_ARGS__ }
#define ROW(what, ...)                                                                                       \
	{ .name = what, .n_in = -1, .n_out = 1, .flags = OP_STATEFUL, KIND(__VA_ARGS__) }
#define OLD_INTERLEAVE                                                                                       \
	.next = next_interleave, .make = make_old_interleave, .func = { "f" }, .role = { "interleave" }
#define MAP_BATCH                                                                                            \
	.next = next_map_batch, .make = make_map_batch, .count = count_map_batch, .func = { "f" },           \
	.role = { "map" }

static const struct op_row rows[] = {
	ROW("MapDataset", .next = next_map, .make = make_map, .count = count_same, .func = { "f" }, .role = { "map" }),
	ROW("ParallelMapDataset", .next = next_map, .make = make_map, .count = count_same, .func = { "f" },
	    .role = { "map" }),
	ROW("ParallelMapDatasetV2", .next = next_map, .make = make_map, .count = count_same, .func = { "f" },
	    .role = { "map" }),
	ROW("MapAndBatchDataset", MAP_BATCH),
	ROW("ExperimentalMapAndBatchDataset", MAP_BATCH),
	ROW("FlatMapDataset", .next = next_flat, .count = count_unknown, .func = { "f" },
	    .role = { "flat_map" }),
	ROW("InterleaveDataset", .next = next_interleave, .make = make_interleave,
	    .count = count_unknown, .func = { "f" }, .role = { "interleave" }),
	ROW("ParallelInterleaveDatasetV2", .next = next_interleave, .make = make_interleave,
	    .count = count_unknown, .func = { "f" }, .role = { "interleave" }),
	ROW("ParallelInterleaveDatasetV3", .next = next_interleave, .make = make_interleave,
	    .count = count_unknown, .func = { "f" }, .role = { "interleave" }),
	ROW("ParallelInterleaveDatasetV4", .next = next_interleave, .make = make_interleave,
	    .count = count_unknown, .func = { "f" }, .role = { "interleave" }),
	ROW("ParallelInterleaveDataset", OLD_INTERLEAVE),
	ROW("ExperimentalParallelInterleaveDataset", OLD_INTERLEAVE),
	ROW("LegacyParallelInterleaveDatasetV2", OLD_INTERLEAVE),
	ROW("FilterDataset", .next = next_chosen, .make = make_filter, .count = count_unknown,
	    .func = { "predicate" }, .role = { "filter" }),
	ROW("ParallelFilterDataset", .next = next_chosen, .make = make_filter,
	    .count = count_unknown, .func = { "predicate" }, .role = { "filter" }),
	ROW("TakeWhileDataset", .next = next_chosen, .make = make_while, .count = count_unknown,
	    .func = { "predicate" }, .role = { "take_while" }),
	ROW("ExperimentalTakeWhileDataset", .next = next_chosen, .make = make_while,
	    .count = count_unknown, .func = { "predicate" }, .role = { "take_while" }),
	ROW("ScanDataset", .next = next_scan, .make = make_scan, .count = count_same, .func = { "f" },
	    .role = { "scan" }),
	ROW("ExperimentalScanDataset", .next = next_scan, .make = make_scan, .count = count_same,
	    .func = { "f" }, .role = { "scan" }),
};

OP_FAMILY(family_dataset_func, rows);
