/*
 * Barriers: a key's tuple is ready once all its parts came; ready tuples are taken by the insertion
 * that first named their key.
 */
#include <stdlib.h>

#include "ops/keyed.h"
#include "ops/stepres.h"
#include "ops/tensorlist.h"
#include "ops/tupleheap.h"

struct barrier_state {
	struct keyed waiting; /* by key: the insertion's number, then the parts */
	struct keyed ready;   /* a heap by the insertion's number: the key, then the parts */
	int64_t inserted;
	bool closed, cancelled;
};

struct barrier {
	struct resource r;
	const struct node *made_by;
	char *shown;
	int n; /* parts */
	struct barrier_state s;
};

static struct barrier_state state_copy(const struct barrier_state *s)
{
	struct barrier_state c = *s;

	c.waiting = keyed_copy(&s->waiting);
	c.ready = keyed_copy(&s->ready);
	return c;
}

static void state_free(struct barrier_state *s)
{
	keyed_clear(&s->waiting);
	keyed_clear(&s->ready);
}

static void barrier_destroy(struct object *o)
{
	struct barrier *b = (struct barrier *)o;

	state_free(&b->s);
	free(b->shown);
	free(b->r.container);
	free(b->r.name);
	free(b);
}

static void barrier_describe(const struct object *o, struct str *out)
{
	const struct barrier *b = (const struct barrier *)o;

	str_addf(out, "barrier of %lld ready, %lld incomplete%s", (long long)keyed_n(&b->s.ready),
		 (long long)keyed_n(&b->s.waiting), b->s.closed ? ", closed" : "");
}

STEPRES_STATE(barrier)

static const struct resource_class barrier_class = {
	.object = {.name = "barrier", .destroy = barrier_destroy, .describe = barrier_describe},
	.save = barrier_save,
	.load = barrier_load,
	.saved_free = barrier_saved_free,
};

struct making {
	const struct node *node;
	struct sv name;
	int n;
};

static struct resource *barrier_new(void *arg)
{
	const struct making *m = arg;
	struct barrier *b = xcalloc(1, sizeof(*b));

	atomic_init(&b->r.o.refs, 1);
	b->r.o.cls = &barrier_class.object;
	b->r.rcls = &barrier_class;
	b->made_by = m->node;
	b->shown = xsvdup(m->name);
	b->n = m->n;
	b->s.waiting.width = b->s.ready.width = m->n + 1;
	b->s.inserted = INT64_MIN;
	return &b->r;
}

static bool shapes_given(const struct node *n, uint32_t want)
{
	const struct attr_value *v;
	uint32_t k = 0;

	if (!node_attr_list(n, "shapes", &v, &k) || k != want)
		return false;
	for (uint32_t i = 0; i < k; i++)
		if (v[i].kind != ATTR_SHAPE || !shape_known(v[i].shape))
			return false;
	return true;
}

static bool run_make(struct op_ctx *c)
{
	const struct attr_value *types;
	struct making m = {c->node, SV(""), 0};
	struct sv container = SV("");
	int64_t capacity = -1;
	struct resource *r;
	uint32_t n = 0;

	if (!node_attr_list(c->node, "component_types", &types, &n) || n < 1 || n > KEYED_PARTS)
		return op_invalid(c, "tuples of %u components", n);
	if (!shapes_given(c->node, n))
		return op_invalid(c, "All of the component shapes must be specified");
	node_attr_int(c->node, "capacity", &capacity);
	if (capacity != -1)
		return op_invalid(c, "Barrier only accepts capacity=-1.  Feed the inputs to your "
				     "Barrier through a "
				     "queue to enforce a limited capacity.");
	m.n = (int)n;
	node_attr_str(c->node, "container", &container);
	if (!node_attr_str(c->node, "shared_name", &m.name) || !m.name.n)
		m.name = c->node->name;
	r = c->world->resource(c->world_ctx, container, m.name, &barrier_class, barrier_new, &m,
			       c->err);
	if (r && ((struct barrier *)r)->n != m.n) {
		object_unref(&r->o);
		return op_invalid(c, "Shared barrier '%.*s' has %d components, requested were %d",
				  SV_ARG(m.name), ((struct barrier *)r)->n, m.n);
	}
	return r && stepres_give(c, 0, r);
}

static struct barrier *barrier_in(struct op_ctx *c)
{
	return (struct barrier *)stepres_in(c, 0, &barrier_class);
}

static enum dtype part_type(const struct barrier *b, int k)
{
	const struct attr_value *v;
	uint32_t n = 0;

	return node_attr_list(b->made_by, "component_types", &v, &n) && k < (int)n
		       ? (enum dtype)v[k].i
		       : DT_INVALID;
}

static struct shape part_shape(const struct barrier *b, int k)
{
	const struct attr_value *v;
	uint32_t n = 0;

	return node_attr_list(b->made_by, "shapes", &v, &n) && k < (int)n
		       ? v[k].shape
		       : (struct shape){SHAPE_UNKNOWN_RANK, NULL};
}

/* ---- putting ---- */

/* Tuple i has all its parts. */
static bool make_ready(struct op_ctx *c, struct barrier *b, int64_t i)
{
	int64_t at = keyed_n(&b->s.ready);

	keyed_insert(&b->s.ready, at, keyed_at(&b->s.waiting, i, 0));
	keyed_set(&b->s.ready, at, 0, keyed_key(&b->s.waiting, i));
	for (int k = 0; k < b->n; k++)
		keyed_set(&b->s.ready, at, k + 1, keyed_at(&b->s.waiting, i, k + 1));
	keyed_remove(&b->s.waiting, i);
	for (int k = 0; k < b->n; k++) {
		struct shape want = part_shape(b, k);
		struct tensor *t = keyed_at(&b->s.ready, at, k + 1);

		if (shape_eq(want, tensor_shape(t)))
			continue;
		op_invalid(c, "Shape mismatch in tuple component %d. Expected %s, got %s", k + 2,
			   pshape_text(c, want), op_shape(c, t->rank, t->dim));
		keyed_remove(&b->s.ready, at);
		return false;
	}
	tupleheap_push(&(struct tupleheap){&b->s.ready.v, 0, at + 1, b->n + 2});
	return true;
}

/* A tuple without parts for a new key; -1 with an error. */
static int64_t new_key(struct op_ctx *c, struct barrier *b, struct tensor *key, int64_t i)
{
	int64_t at = keyed_n(&b->s.waiting);
	struct tensor *number;

	if (b->s.closed) {
		op_fail(c, ERR_CANCELLED,
			"Barrier %s is closed, but attempted to insert a brand new key: %.*s.  "
			"Pending enqueues cancelled: %d.  Insertion index: %lld.  Number of "
			"incomplete keys: %lld.",
			b->shown, SV_ARG(tensor_str(key, 0)), b->s.cancelled, (long long)i,
			(long long)at);
		return -1;
	}
	number = tensor_scalar_i64(DT_INT64, b->s.inserted, c->err);
	if (!number)
		return -1;
	keyed_insert(&b->s.waiting, at, key);
	keyed_set(&b->s.waiting, at, 0, number);
	tensor_unref(number);
	return at;
}

static bool insert_one(struct op_ctx *c, struct barrier *b, int part, int64_t i, bool *fresh)
{
	struct tensor *key = tensor_scalar_str(tensor_str(c->in[1], i), c->err), *row;
	int64_t at;

	if (!key)
		return false;
	op_hold(c, key);
	at = keyed_find(&b->s.waiting, key);
	if (at < 0) {
		at = new_key(c, b, key, i);
		*fresh = true;
	}
	if (at < 0)
		return false;
	if (keyed_at(&b->s.waiting, at, part + 1))
		return op_invalid(c, "Key %.*s already has a value for component %d in barrier %s",
				  SV_ARG(tensor_str(key, 0)), part, b->shown);
	row = row_of(c->in[2], i, c->err);
	if (!row)
		return false;
	keyed_set(&b->s.waiting, at, part + 1, row);
	tensor_unref(row);
	return !keyed_full(&b->s.waiting, at) || make_ready(c, b, at);
}

static bool may_insert(struct op_ctx *c, const struct barrier *b, int64_t part)
{
	const struct tensor *keys = c->in[1], *v = c->in[2];
	long long waiting = keyed_n(&b->s.waiting);
	enum dtype want[2] = {DT_STRING, DT_INVALID};

	if (part < 0 || part >= b->n)
		return op_invalid(c,
				  "The component ID is out of range %lld > num_components (= %d)",
				  (long long)part, b->n);
	want[1] = part_type(b, (int)part);
	if (v->dtype != want[1])
		return stepres_mismatch(c, &(struct op_types){want, NULL, 2, 0});
	if (keys->n != 0 && v->n == 0)
		return op_invalid(
			c, "Tensors with no elements are not supported %s: received shape %s",
			b->shown, op_in_shape(c, 2));
	if (keys->n != 0 && (v->rank < 1 || v->dim[0] != keys->n))
		return op_invalid(c, "%lld keys for values of shape %s", (long long)keys->n,
				  op_in_shape(c, 2));
	if (b->s.closed && (b->s.cancelled || (keys->n != 0 && waiting == 0)))
		return op_fail(c, ERR_CANCELLED,
			       "Barrier %s is closed.  Pending enqueues cancelled: %d.  Number of "
			       "new insertions: %lld.  Number of incomplete keys: %lld.",
			       b->shown, b->s.cancelled, (long long)keys->n, waiting);
	return true;
}

static bool run_insert(struct op_ctx *c)
{
	struct barrier *b = barrier_in(c);
	int64_t part = 0;
	bool fresh = false;

	node_attr_int(c->node, "component_index", &part);
	if (!b || !may_insert(c, b, part))
		return false;
	c->world->wrote(c->world_ctx, &b->r);
	for (int64_t i = 0; i < c->in[1]->n; i++)
		if (!insert_one(c, b, (int)part, i, &fresh) ||
		    ((i & 0xfff) == 0xfff && !c->world->go_on(c->world_ctx, c->err)))
			return false;
	b->s.inserted += fresh;
	return true;
}

/* ---- taking ---- */

static bool types_fit(struct op_ctx *c, const struct barrier *b)
{
	enum dtype *want = arena_array(c->scratch, (size_t)b->n + 2, sizeof(*want)),
		   count = DT_INT32;
	bool same = c->n_out == b->n + 2;

	want[0] = DT_INT64;
	want[1] = DT_STRING;
	for (int k = 0; k < b->n; k++) {
		want[k + 2] = part_type(b, k);
		same = same && c->node->out_type[k + 2] == want[k + 2];
	}
	return same || stepres_mismatch(c, &(struct op_types){&count, want, 1, b->n + 2});
}

/* How many are taken of those that are there: fewer than asked for only from a closed barrier. */
static bool how_many(struct op_ctx *c, const struct barrier *b, int64_t *n)
{
	int64_t there = keyed_n(&b->s.ready), later = 0;
	bool small = false;

	node_attr_bool(c->node, "allow_small_batch", &small);
	if (*n < 0)
		return op_invalid(c, "num_elements must not be negative, got %lld", (long long)*n);
	if (b->s.closed && small)
		*n = *n < there ? *n : there;
	else if (b->s.closed)
		later = keyed_n(&b->s.waiting);
	if (b->s.closed && there + later < (*n > 1 ? *n : 1))
		return op_fail(c, ERR_OUT_OF_RANGE,
			       "Barrier '%s' is closed and has insufficient elements (requested "
			       "%lld, total size %lld)",
			       b->shown, (long long)*n, (long long)(there + later));
	if (there < *n)
		return op_fail(c, ERR_FAILED_PRECONDITION,
			       "barrier '%s' has %lld ready elements: the op would wait "
			       "for %lld, and nothing else runs that could bring them",
			       b->shown, (long long)there, (long long)*n);
	return true;
}

/* Output i: numbers, keys or a part of the n tuples at the end of the list, the last one first. */
static bool stack_part(struct op_ctx *c, const struct barrier *b, int i, int64_t n)
{
	struct shape s = i < 2 ? (struct shape){0, NULL} : part_shape(b, i - 2);
	int64_t dim[SHAPE_MAX_RANK];
	struct tensor *out;
	size_t each;

	if (s.rank < 0 || s.rank >= SHAPE_MAX_RANK)
		return op_invalid(c, "component %d has no known shape", i - 2);
	dim[0] = n;
	for (int d = 0; d < s.rank; d++)
		dim[d + 1] = s.dim[d];
	out = tensor_zeros(c->node->out_type[i], s.rank + 1, dim, c->err);
	c->out[i] = out;
	each = out && n ? (size_t)(out->n / n) * dtype_info(out->dtype)->size : 0;
	for (int64_t k = 0; out && out->n && k < n; k++) {
		int64_t from = keyed_n(&b->s.ready) - 1 - k;
		const struct tensor *t =
			i ? keyed_at(&b->s.ready, from, i - 1) : keyed_key(&b->s.ready, from);

		if (!el_copy(out->dtype, (char *)out->data + (size_t)k * each, t->data, t->n,
			     c->err))
			return false;
	}
	return out != NULL;
}

static bool run_take(struct op_ctx *c)
{
	struct barrier *b;
	int64_t n, wait = -1;

	node_attr_int(c->node, "timeout_ms", &wait);
	if (wait != -1)
		return op_invalid(c, "Timeout not supported yet.");
	b = barrier_in(c);
	if (!b)
		return false;
	if (c->in[1]->rank != 0)
		return op_invalid(c, "num_elements must be a scalar.");
	n = tensor_get_i64(c->in[1], 0);
	if (!types_fit(c, b) || !how_many(c, b, &n))
		return false;
	c->world->wrote(c->world_ctx, &b->r);
	for (int64_t k = 0; k < n; k++)
		tupleheap_pop(
			&(struct tupleheap){&b->s.ready.v, 0, keyed_n(&b->s.ready) - k, b->n + 2});
	for (int i = 0; i < c->n_out; i++)
		if (!stack_part(c, b, i, n))
			return false;
	plist_resize(&b->s.ready.v, b->s.ready.v.n - n * (b->n + 2));
	return true;
}

/* ---- the rest ---- */

static bool run_close(struct op_ctx *c)
{
	struct barrier *b = barrier_in(c);
	bool cancel = false;

	if (!b)
		return false;
	node_attr_bool(c->node, "cancel_pending_enqueues", &cancel);
	if (b->s.closed && (b->s.cancelled || !cancel))
		return op_fail(c, ERR_CANCELLED, "Barrier '%s' is already closed.", b->shown);
	b->s.cancelled = cancel;
	b->s.closed = true;
	if (cancel)
		keyed_clear(&b->s.waiting);
	c->world->wrote(c->world_ctx, &b->r);
	return true;
}

static bool run_size(struct op_ctx *c)
{
	struct barrier *b = barrier_in(c);
	struct tensor *out = b ? op_out(c, 0, DT_INT32, 0, NULL) : NULL;

	if (out)
		*(int32_t *)out->data =
			(int32_t)keyed_n(c->row->data ? &b->s.waiting : &b->s.ready);
	return out != NULL;
}

static const struct op_row rows[] = {
	{.name = "Barrier", .n_in = 0, .n_out = 1, .flags = OP_STATEFUL, .run = run_make},
	{.name = "BarrierInsertMany",
	 .n_in = 3,
	 .n_out = 0,
	 .types = {{"T", DM_ANY}},
	 .flags = OP_STATEFUL,
	 .run = run_insert},
	{.name = "BarrierTakeMany", .n_in = 2, .n_out = -1, .flags = OP_STATEFUL, .run = run_take},
	{.name = "BarrierClose", .n_in = 1, .n_out = 0, .flags = OP_STATEFUL, .run = run_close},
	{.name = "BarrierReadySize", .n_in = 1, .n_out = 1, .flags = OP_STATEFUL, .run = run_size},
	{.name = "BarrierIncompleteSize",
	 .n_in = 1,
	 .n_out = 1,
	 .flags = OP_STATEFUL,
	 .run = run_size,
	 .data = "waiting"},
};

OP_FAMILY(family_barrier, rows);
