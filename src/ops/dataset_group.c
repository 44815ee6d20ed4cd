/*
 * Datasets that sort elements by a key: windows of a key's elements, and one state a key.
 *
 * A key has a drawer: an iterator among the kids that is never pulled, behind the input and the group that is given
 * out. Drawers stand in the order of their keys.
 *
 *   kid[0] input   kid[1] group at hand   kid[2...] drawers { n: the key, m: its window's size or 1, held: what is in it }
 */
#include <stdlib.h>
#include <string.h>

#include "ops/dataset.h"
#include "ops/tensorlist.h"

enum { DRAWERS = 2, MAX_KEYS = 1 << 24 };
enum { CALLED_NONE, CALLED_KEY, CALLED_INIT, CALLED_REDUCE, CALLED_FINAL };

/* ---- drawers ---- */

/* Where the key's drawer is or has to be. */
static int drawer_place(const struct it *i, int64_t key)
{
	int lo = DRAWERS, hi = i->n_kids;

	while (lo < hi) {
		int mid = lo + (hi - lo) / 2;

		if (i->kid[mid]->n < key)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static struct it *drawer_of(struct op_ctx *c, struct it *i, int64_t key)
{
	struct it *fresh;
	int at;

	it_kid(i, 1, NULL);			/* room for the group */
	at = drawer_place(i, key);
	if (at < i->n_kids && i->kid[at]->n == key)
		return i->kid[at];
	if (i->n_kids >= MAX_KEYS) {
		op_fail(c, ERR_RESOURCE_EXHAUSTED, "more than %d keys", MAX_KEYS);
		return NULL;
	}
	it_kid(i, i->n_kids, i->d);
	fresh = i->kid[i->n_kids - 1];
	fresh->n = key;
	memmove(i->kid + at + 1, i->kid + at, (size_t)(i->n_kids - 1 - at) * sizeof(*i->kid));
	i->kid[at] = fresh;
	return fresh;
}

/* ---- calls ---- */

static enum got call(struct op_ctx *c, struct it *i, int called, int func, const struct plist *first,
		     const struct elem *e)
{
	i->phase = called;
	return ds_call_func(c, i, func, first, e);
}

/* The next element waits in part for its key. IT_GOT: the input is at its end. */
static enum got ask_key(struct op_ctx *c, struct it *i)
{
	struct elem e = { 0 };
	enum got g = it_pull(c, i, 0, &e);

	if (g == IT_END) {
		i->started = true;
		i->m = DRAWERS;
		return IT_GOT;
	}
	if (g != IT_GOT)
		return g;
	if (e.n != i->d->in[0]->n_types) {
		elem_free(&e);
		op_fail(c, ERR_INTERNAL, "an element of another number of components");
		return IT_ERR;
	}
	g = call(c, i, CALLED_KEY, 0, NULL, &e);
	elem_keep(&i->part, &e);
	return g;
}

/* What the function returned, an int64 scalar. */
static bool number(struct op_ctx *c, struct elem *r, const char *func, int64_t *v)
{
	if (r->n != 1 || r->t[0]->dtype != DT_INT64 || r->t[0]->n != 1)
		return op_invalid(c, "`%s` must return a scalar int64.", func);
	*v = tensor_get_i64(r->t[0], 0);
	return true;
}

static bool returned(struct op_ctx *c, struct it *i, struct elem *r)
{
	return ds_ret(c, i, (int)i->ret.n, NULL, r);
}

/* ---- windows; n: the key at hand ---- */

static enum got flush(struct op_ctx *c, struct it *i, struct it *d)
{
	int w = i->d->in[0]->n_types;
	struct elem e = { 0 };
	struct tensor *key = tensor_scalar_i64(DT_INT64, d->n, c->err), *group;
	enum got g = IT_ERR;

	i->n = d->n;
	group = key ? ds_of_rows(c, i->d->in[0], 0, w, &d->held, d->held.n / w, 1) : NULL;
	if (key)
		elem_add(&e, key);
	if (group)
		elem_add(&e, group);
	if (e.n == 2)
		g = call(c, i, CALLED_REDUCE, 1, NULL, &e);
	elem_free(&e);
	return g;
}

/* The waiting element goes to its drawer. */
static enum got put_away(struct op_ctx *c, struct it *i, struct it *d)
{
	for (int64_t k = 0; k < i->part.n; k++)
		plist_push(&d->held, tensor_ref(plist_get(&i->part, k)));
	plist_free(&i->part);
	i->phase = CALLED_NONE;
	return d->held.n / i->d->in[0]->n_types == d->m ? flush(c, i, d) : IT_GOT;
}

static enum got window_key(struct op_ctx *c, struct it *i, struct elem *r)
{
	struct it *d;
	int64_t key = 0;

	if (!number(c, r, "key_func", &key))
		return IT_ERR;
	d = drawer_of(c, i, key);
	if (!d)
		return IT_ERR;
	i->n = key;
	return d->m ? put_away(c, i, d) : call(c, i, CALLED_INIT, 2, NULL, r);
}

static enum got window_sized(struct op_ctx *c, struct it *i, struct elem *r)
{
	struct it *d = drawer_of(c, i, i->n);
	int64_t size = 0;

	if (!d || !number(c, r, "window_size_func", &size))
		return IT_ERR;
	if (size <= 0) {
		op_invalid(c, "Window size must be greater than zero, but got %lld.", (long long)size);
		return IT_ERR;
	}
	d->m = size;
	return put_away(c, i, d);
}

static enum got window_made(struct op_ctx *c, struct it *i, struct elem *r)
{
	struct ds *d = r->n == 1 && r->t[0]->dtype == DT_VARIANT && r->t[0]->rank == 0 ? ds_of(r->t[0]) : NULL;

	if (!d) {
		op_invalid(c, "`reduce_func` must return a single scalar of dtype DT_VARIANT.");
		return IT_ERR;
	}
	it_kid(i, 1, d);
	i->phase = CALLED_NONE;
	return IT_GOT;
}

static enum got window_answer(struct op_ctx *c, struct it *i)
{
	int called = i->phase;
	struct elem r = { 0 };
	enum got g = IT_ERR;

	if (returned(c, i, &r))
		g = called == CALLED_KEY ? window_key(c, i, &r) :
		    called == CALLED_INIT ? window_sized(c, i, &r) : window_made(c, i, &r);
	elem_free(&r);
	return g;
}

/* At the end of the input: the smallest key that still has elements. */
static enum got flush_rest(struct op_ctx *c, struct it *i)
{
	while (i->m < i->n_kids && !i->kid[i->m]->held.n)
		i->m++;
	return i->m < i->n_kids ? flush(c, i, i->kid[i->m]) : IT_END;
}

static enum got next_window(struct op_ctx *c, struct it *i, struct elem *e)
{
	for (;;) {
		enum got g = i->has_ret ? window_answer(c, i) : IT_GOT;

		if (g != IT_GOT)
			return g;
		if (i->n_kids > 1 && i->kid[1]) {
			g = it_next(c, i->kid[1], e);
			if (g != IT_END)
				return g;
			it_kid_drop(i, 1);
			plist_free(&drawer_of(c, i, i->n)->held);
			continue;
		}
		g = i->started ? flush_rest(c, i) : ask_key(c, i);
		if (g != IT_GOT)
			return g;
	}
}

static int64_t count_window(const struct ds *d)
{
	return ds_count(d->in[0]) == CARD_INFINITE ? CARD_INFINITE : CARD_UNKNOWN;
}

/* ---- states; n: the key at hand, m: the next drawer that is finished ---- */

static enum got reduce(struct op_ctx *c, struct it *i, struct it *d)
{
	struct elem e = { .n = (int)i->part.n };

	e.t = arena_array(c->scratch, (size_t)e.n + 1, sizeof(*e.t));
	for (int k = 0; k < e.n; k++)
		e.t[k] = plist_get(&i->part, k);
	return call(c, i, CALLED_REDUCE, 2, &d->held, &e);
}

static enum got state_key(struct op_ctx *c, struct it *i, struct elem *r)
{
	struct it *d;
	int64_t key = 0;

	if (!number(c, r, "key_func", &key))
		return IT_ERR;
	d = drawer_of(c, i, key);
	if (!d)
		return IT_ERR;
	i->n = key;
	return d->m ? reduce(c, i, d) : call(c, i, CALLED_INIT, 1, NULL, r);
}

/* A key's state is what init_func or reduce_func gave last. */
static enum got state_set(struct op_ctx *c, struct it *i, struct elem *r)
{
	struct it *d = drawer_of(c, i, i->n);
	bool first;

	if (!d)
		return IT_ERR;
	first = i->phase == CALLED_INIT;
	plist_free(&d->held);
	elem_keep(&d->held, r);
	d->m = 1;
	i->phase = CALLED_NONE;
	if (first)
		return reduce(c, i, d);
	plist_free(&i->part);
	return IT_GOT;
}

static enum got state_answer(struct op_ctx *c, struct it *i)
{
	struct elem r = { 0 };
	enum got g = IT_ERR;

	if (returned(c, i, &r))
		g = i->phase == CALLED_KEY ? state_key(c, i, &r) : state_set(c, i, &r);
	elem_free(&r);
	return g;
}

static enum got next_state(struct op_ctx *c, struct it *i, struct elem *e)
{
	while (!i->started) {
		enum got g = i->has_ret ? state_answer(c, i) : IT_GOT;

		if (g == IT_GOT)
			g = ask_key(c, i);
		if (g != IT_GOT)
			return g;
	}
	if (i->has_ret)
		return ds_ret(c, i, i->d->n_types, i->d->type, e) ? IT_GOT : IT_ERR;
	while (i->m < i->n_kids && !i->kid[i->m]->m)
		i->m++;
	if (i->m >= i->n_kids)
		return IT_END;
	return call(c, i, CALLED_FINAL, 3, &i->kid[i->m++]->held, NULL);
}

#define ROW(what, ...)                                                                                       \
	{ .name = what, .n_in = -1, .n_out = 1, .flags = OP_STATEFUL, .run = ds_run,                         \
	  .data = &(const struct ds_kind){ __VA_ARGS__ } }
#define WINDOW                                                                                               \
	.next = next_window, .count = count_window, .func = { "key_func", "reduce_func", "window_size_func" }, \
	.role = { "key", "reduce", "window_size" }
#define STATE                                                                                                \
	.next = next_state, .func = { "key_func", "init_func", "reduce_func", "finalize_func" },             \
	.role = { "key", "init", "reduce", "finalize" }

static const struct op_row rows[] = {
	ROW("GroupByWindowDataset", WINDOW),
	ROW("ExperimentalGroupByWindowDataset", WINDOW),
	ROW("GroupByReducerDataset", STATE),
	ROW("ExperimentalGroupByReducerDataset", STATE),
};

OP_FAMILY(family_dataset_group, rows);
