/* Staging areas: tuples that wait between a Stage and an Unstage of one shared name. */
#include "ops/queue.h"

#include "ops/tensorlist.h"

static const struct queue_kind staging = { "staging area", false, false, false };

static struct queue *area(struct op_ctx *c)
{
	const struct attr_value *v;
	struct queue *q;
	uint32_t n = 0;

	if (!node_attr_list(c->node, "dtypes", &v, &n) || n < 1 || n > QUEUE_PARTS) {
		op_invalid(c, "attr 'dtypes' is missing or empty");
		return NULL;
	}
	q = queue_named(c, &staging, (int)n);
	if (q)
		object_unref(&q->r.o);		/* the session's table holds it */
	return q;
}

static bool run_stage(struct op_ctx *c)
{
	struct queue *q = area(c);
	int64_t most = 0;

	if (!q)
		return false;
	if (c->n_in != q->width)
		return op_invalid(c, "%d values for tuples of %d", c->n_in, q->width);
	node_attr_int(c->node, "capacity", &most);
	if (most > 0 && q->s.size >= most)
		return queue_waits(c, q, "room");
	queue_put(c, q, c->in);
	return true;
}

static bool outputs_fit(struct op_ctx *c, const struct queue *q, int64_t i)
{
	for (int k = 0; k < q->width; k++)
		if (k >= c->n_out || queue_at(q, i, k)->dtype != c->node->out_type[k])
			return op_invalid(c, "component %d is %s, which is not what the op gives", k,
					  op_type_text(c, queue_at(q, i, k)->dtype));
	return true;
}

static bool run_unstage(struct op_ctx *c)
{
	struct queue *q = area(c);

	if (!q || (q->s.size == 0 && !queue_waits(c, q, "elements")) || !outputs_fit(c, q, 0))
		return false;
	queue_take(c, q, 0, c->out);
	return true;
}

static bool run_peek(struct op_ctx *c)
{
	struct queue *q = area(c);
	int64_t i;

	if (!q || !op_int_scalar(c, 0, &i))
		return false;
	if (i < 0 || i >= q->s.size)
		return queue_waits(c, q, "elements");
	if (!outputs_fit(c, q, i))
		return false;
	for (int k = 0; k < q->width; k++)
		op_out_ref(c, k, queue_at(q, i, k));
	return true;
}

static bool run_size(struct op_ctx *c)
{
	struct queue *q = area(c);
	struct tensor *out = q ? op_out(c, 0, DT_INT32, 0, NULL) : NULL;

	if (out)
		*(int32_t *)out->data = (int32_t)q->s.size;
	return out != NULL;
}

static bool run_clear(struct op_ctx *c)
{
	struct queue *q = area(c);

	if (!q)
		return false;
	plist_free(&q->s.v);
	q->s.head = q->s.size = 0;
	c->world->wrote(c->world_ctx, &q->r);
	return true;
}

static const struct op_row rows[] = {
	{ .name = "Stage", .n_in = -1, .n_out = 0, .flags = OP_STATEFUL, .run = run_stage },
	{ .name = "Unstage", .n_in = 0, .n_out = -1, .flags = OP_STATEFUL, .run = run_unstage },
	{ .name = "StagePeek", .n_in = 1, .n_out = -1, .flags = OP_STATEFUL, .run = run_peek },
	{ .name = "StageSize", .n_in = 0, .n_out = 1, .flags = OP_STATEFUL, .run = run_size },
	{ .name = "StageClear", .n_in = 0, .n_out = 0, .flags = OP_STATEFUL, .run = run_clear },
};

OP_FAMILY(family_stage, rows);
