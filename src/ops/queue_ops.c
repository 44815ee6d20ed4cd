/* The ops on queues, by resource and by V1 string handles. */
#include <string.h>

#include "ops/queue.h"
#include "ops/random.h"
#include "ops/stepres.h"
#include "ops/tensorlist.h"

static const struct queue_kind fifo = { "FIFOQueue", false, false, false };
static const struct queue_kind padding = { "PaddingFIFOQueue", true, false, false };
static const struct queue_kind priority = { "PriorityQueue", false, true, false };
static const struct queue_kind random_queue = { "RandomShuffleQueue", false, false, true };

static bool run_make(struct op_ctx *c)
{
	const struct queue_kind *k = c->row->data;
	const struct attr_value *types;
	struct queue *q;
	uint32_t n = 0;

	if (!node_attr_list(c->node, "component_types", &types, &n) && !k->by_priority)
		return op_invalid(c, "attr 'component_types' is missing");
	q = n < QUEUE_PARTS ? queue_named(c, k, (int)n + k->by_priority) : NULL;
	if (!q)
		return n < QUEUE_PARTS ? false : op_invalid(c, "tuples of %u components", n);
	return stepres_give(c, 0, &q->r);
}

static struct queue *queue_in(struct op_ctx *c)
{
	return (struct queue *)stepres_in(c, 0, &queue_class);
}

/* ---- what a tuple must be ---- */

static enum dtype part_type(const struct queue *q, int k)
{
	const struct attr_value *v;
	uint32_t n = 0;

	k -= q->kind->by_priority;
	if (k < 0)
		return DT_INT64;
	return node_attr_list(q->made_by, "component_types", &v, &n) && k < (int)n ? (enum dtype)v[k].i : DT_INVALID;
}

static struct shape part_shape(const struct queue *q, int k)
{
	const struct attr_value *v;
	uint32_t n = 0;

	k -= q->kind->by_priority;
	if (k < 0)
		return (struct shape){ 0, NULL };
	if (!node_attr_list(q->made_by, "shapes", &v, &n) || k >= (int)n || v[k].kind != ATTR_SHAPE)
		return (struct shape){ SHAPE_UNKNOWN_RANK, NULL };
	return v[k].shape;
}

static bool has_shapes(const struct queue *q)
{
	const struct attr_value *v;
	uint32_t n = 0;

	return node_attr_list(q->made_by, "shapes", &v, &n) && n > 0;
}

/* The op's types and those that the queue would have there. */
static bool mismatch(struct op_ctx *c, const struct queue *q, bool puts)
{
	enum dtype *part = arena_array(c->scratch, (size_t)q->width, sizeof(*part));
	enum dtype count = DT_INT32;
	struct op_types want = { puts ? part : &count, puts ? NULL : part, puts ? q->width : c->n_in - 1,
				  puts ? 0 : q->width };

	for (int k = 0; k < q->width; k++)
		part[k] = part_type(q, k);
	return stepres_mismatch(c, &want);
}

static bool check_types(struct op_ctx *c, const struct queue *q)
{
	bool same = c->n_in - 1 == q->width;

	for (int k = 0; same && k < q->width; k++)
		same = c->in[k + 1]->dtype == part_type(q, k);
	return same || mismatch(c, q, true);
}

static bool check_one(struct op_ctx *c, const struct queue *q)
{
	for (int k = 0; k < q->width; k++) {
		struct shape want = part_shape(q, k);

		if (shape_accepts(want, tensor_shape(c->in[k + 1])))
			continue;
		return op_invalid(c, "Shape mismatch in tuple component %d. Expected %s, got %s", k,
				  pshape_text(c, want), op_in_shape(c, k + 1));
	}
	return true;
}

static bool check_many(struct op_ctx *c, const struct queue *q)
{
	const struct tensor *first = c->in[1];

	for (int k = 0; k < q->width; k++) {
		const struct tensor *t = c->in[k + 1];
		struct shape want = part_shape(q, k), row = { t->rank - 1, t->dim + 1 };

		if (t->rank == 0)
			return op_invalid(c, "All components must have at least one dimension");
		if (t->dim[0] != first->dim[0])
			return op_invalid(c,
					  "All input tensors must have the same size in the 0th dimension. Component "
					  "%d has %lld, and should have %lld",
					  k, (long long)t->dim[0], (long long)first->dim[0]);
		if (!shape_accepts(want, row)) {
			const char *s = pshape_text(c, want);

			return op_invalid(c, "Shape mismatch in tuple component %d. Expected [%lld%s%s, got %s", k,
					  (long long)first->dim[0], s[0] == '[' && s[1] != ']' ? "," : "",
					  s[0] == '[' ? s + 1 : s, op_shape(c, t->rank, t->dim));
		}
	}
	return true;
}

static bool room_for(struct op_ctx *c, const struct queue *q, int64_t n)
{
	int64_t most = -1;

	if (q->s.closed)
		return op_fail(c, ERR_CANCELLED, "%s '%s' is closed.", q->kind->name, q->shown);
	node_attr_int(q->made_by, "capacity", &most);
	return most < 0 || (q->s.size <= most && n <= most - q->s.size) || queue_waits(c, q, "room");
}

static bool run_enqueue(struct op_ctx *c)
{
	struct queue *q = queue_in(c);

	if (!q || !check_types(c, q) || !check_one(c, q) || !room_for(c, q, 1))
		return false;
	queue_put(c, q, c->in + 1);
	return true;
}

static bool run_enqueue_many(struct op_ctx *c)
{
	struct queue *q = queue_in(c);
	struct tensor **t;
	int64_t n;

	if (!q || !check_types(c, q) || !check_many(c, q))
		return false;
	n = c->in[1]->dim[0];
	if (n > 0 && !room_for(c, q, n))
		return false;
	t = arena_array(c->scratch, (size_t)q->width, sizeof(*t));
	for (int64_t i = 0; i < n; i++) {
		for (int k = 0; k < q->width; k++) {
			t[k] = row_of(c->in[k + 1], i, c->err);
			if (!t[k])
				return false;
			op_hold(c, t[k]);
		}
		queue_put(c, q, t);
	}
	return true;
}

/* ---- taking ---- */

static int64_t draw(struct op_ctx *c, struct queue *q)
{
	int64_t seed = 0, seed2 = 0;
	struct philox g;
	uint32_t v[4];

	if (!q->kind->random)
		return 0;
	node_attr_int(q->made_by, "seed", &seed);
	node_attr_int(q->made_by, "seed2", &seed2);
	if (seed == 0 && seed2 == 0)
		return (int64_t)(c->world->seed(c->world_ctx) % (uint64_t)q->s.size);
	g = (struct philox){ { (uint32_t)seed, (uint32_t)((uint64_t)seed >> 32) },
			     { 0, 0, (uint32_t)seed2, (uint32_t)((uint64_t)seed2 >> 32) } };
	philox_skip(&g, q->s.draws / 4);
	philox_next(&g, v);
	return (int64_t)(v[q->s.draws++ % 4] % (uint64_t)q->s.size);
}

/* Are n tuples there? A shuffling queue keeps some back as long as it is open. */
static bool enough(struct op_ctx *c, const struct queue *q, int64_t n)
{
	int64_t kept = 0;

	if (q->kind->random && !q->s.closed)
		node_attr_int(q->made_by, "min_after_dequeue", &kept);
	if (q->s.size >= n && q->s.size - n >= kept)
		return true;
	if (!q->s.closed)
		return queue_waits(c, q, "elements");
	return op_fail(c, ERR_OUT_OF_RANGE, "%s '%s' is closed and has insufficient elements (requested %lld, current "
		       "size %lld)", q->kind->name, q->shown, (long long)n, (long long)q->s.size);
}

bool queue_next(struct op_ctx *c, struct queue *q, struct tensor **t)
{
	if (!enough(c, q, 1))
		return false;
	queue_take(c, q, draw(c, q), t);
	return true;
}

static bool outputs_fit(struct op_ctx *c, const struct queue *q)
{
	bool same = c->n_out == q->width;

	for (int k = 0; same && k < q->width; k++)
		same = c->node->out_type[k] == part_type(q, k);
	return same || mismatch(c, q, false);
}

static bool run_dequeue(struct op_ctx *c)
{
	struct queue *q = queue_in(c);

	return q && outputs_fit(c, q) && queue_next(c, q, c->out);
}

/* The dims of component k of the n tuples at t: as declared, padded to the largest where a queue pads. */
static bool batch_dims(struct op_ctx *c, const struct queue *q, int k, int64_t n, struct tensor *const *t,
		       int64_t *dim, int *rank)
{
	struct shape s = part_shape(q, k);

	if (s.rank < 0 || s.rank + 1 > SHAPE_MAX_RANK || (!q->kind->pads && !shape_known(s)))
		return op_invalid(c,
				  "%s's DequeueMany and DequeueUpTo require the components to have specified shapes.",
				  q->kind->name);
	*rank = s.rank + 1;
	dim[0] = n;
	for (int d = 0; d < s.rank; d++) {
		dim[d + 1] = s.dim[d] < 0 ? 0 : s.dim[d];
		for (int64_t i = 0; i < n && s.dim[d] < 0; i++)
			if (t[i * q->width + k]->dim[d] > dim[d + 1])
				dim[d + 1] = t[i * q->width + k]->dim[d];
	}
	return true;
}

static bool stack_part(struct op_ctx *c, const struct queue *q, int k, int64_t n, struct tensor *const *t)
{
	int64_t dim[SHAPE_MAX_RANK], row = 1;
	struct tensor *out;
	int rank;

	if (!batch_dims(c, q, k, n, t, dim, &rank))
		return false;
	out = tensor_zeros(part_type(q, k), rank, dim, c->err);
	c->out[k] = out;
	for (int d = 1; d < rank; d++)
		row *= dim[d];
	for (int64_t i = 0; out && out->n && i < n; i++) {
		const struct tensor *x = t[i * q->width + k];
		struct move m = {
			.dtype = out->dtype, .rank = rank - 1, .dim = x->dim, .src = x->data,
			.dst_stride = op_strides(c, rank - 1, dim + 1), .src_stride = op_strides(c, rank - 1, x->dim),
			.dst = (char *)out->data + (size_t)(i * row) * dtype_info(out->dtype)->size,
		};

		if (x->n && !move_run(c, &m))
			return false;
	}
	return out != NULL;
}

static bool run_dequeue_many(struct op_ctx *c)
{
	struct queue *q = queue_in(c);
	bool up_to = strstr(c->row->name, "UpTo") != NULL;
	struct tensor **t;
	int64_t n;

	if (!q || !outputs_fit(c, q) || !op_int_scalar(c, 1, &n))
		return false;
	if (n < 0)
		return op_invalid(c, "Dequeue%sOp requested %lld < 0 elements", up_to ? "UpTo" : "Many", (long long)n);
	if (!has_shapes(q))
		return op_invalid(c,
				  "%s's DequeueMany and DequeueUpTo require the components to have specified shapes.",
				  q->kind->name);
	if (up_to && q->s.closed && q->s.size > 0 && n > q->s.size)
		n = q->s.size;
	if (n > 0 && !enough(c, q, n))
		return false;
	t = op_temp(c, (size_t)n * (size_t)q->width * sizeof(*t) + 1);
	if (!t)
		return false;
	for (int64_t i = 0; i < n; i++) {
		queue_take(c, q, draw(c, q), t + i * q->width);
		for (int k = 0; k < q->width; k++)
			op_hold(c, t[i * q->width + k]);
	}
	for (int k = 0; k < q->width; k++)
		if (!stack_part(c, q, k, n, t))
			return false;
	return true;
}

/* ---- the rest ---- */

static bool run_close(struct op_ctx *c)
{
	struct queue *q = queue_in(c);

	if (!q)
		return false;
	if (q->s.closed)
		return op_fail(c, ERR_CANCELLED, "Queue '%s' is already closed.", q->r.name);
	q->s.closed = true;
	c->world->wrote(c->world_ctx, &q->r);
	return true;
}

static bool run_is_closed(struct op_ctx *c)
{
	struct queue *q = queue_in(c);
	struct tensor *out = q ? op_out(c, 0, DT_BOOL, 0, NULL) : NULL;

	if (out)
		*(uint8_t *)out->data = q->s.closed;
	return out != NULL;
}

static bool run_size(struct op_ctx *c)
{
	struct queue *q = queue_in(c);
	struct tensor *out = q ? op_out(c, 0, DT_INT32, 0, NULL) : NULL;

	if (out)
		*(int32_t *)out->data = (int32_t)q->s.size;
	return out != NULL;
}

#define ROW(what, in, out, fn, ...) { .name = what, .n_in = in, .n_out = out, .flags = OP_STATEFUL, .run = fn, __VA_ARGS__ }
/* The old op, which goes by a string, and the one that goes by a resource. */
#define BOTH(what, in, out, fn, ...) ROW(what, in, out, fn, __VA_ARGS__), ROW(what "V2", in, out, fn, __VA_ARGS__)

static const struct op_row rows[] = {
	BOTH("FIFOQueue", 0, 1, run_make, .data = &fifo),
	BOTH("PaddingFIFOQueue", 0, 1, run_make, .data = &padding),
	BOTH("PriorityQueue", 0, 1, run_make, .data = &priority),
	BOTH("RandomShuffleQueue", 0, 1, run_make, .data = &random_queue),
	BOTH("QueueEnqueue", -1, 0, run_enqueue, .data = NULL),
	BOTH("QueueEnqueueMany", -1, 0, run_enqueue_many, .data = NULL),
	BOTH("QueueDequeue", 1, -1, run_dequeue, .data = NULL),
	BOTH("QueueDequeueMany", 2, -1, run_dequeue_many, .data = NULL),
	BOTH("QueueDequeueUpTo", 2, -1, run_dequeue_many, .data = NULL),
	BOTH("QueueClose", 1, 0, run_close, .data = NULL),
	BOTH("QueueIsClosed", 1, 1, run_is_closed, .data = NULL),
	BOTH("QueueSize", 1, 1, run_size, .data = NULL),
};

OP_FAMILY(family_queue_ops, rows);
