/* Queues as objects; see queue.h. */
#include "ops/queue.h"

#include "ops/tupleheap.h"

#include <stdlib.h>

enum { SLACK = 1024 };		/* taken tuples that a list may have in front */

static void queue_destroy(struct object *o)
{
	struct queue *q = (struct queue *)o;

	plist_free(&q->s.v);
	free(q->shown);
	free(q->r.container);
	free(q->r.name);
	free(q);
}

static void queue_describe(const struct object *o, struct str *out)
{
	const struct queue *q = (const struct queue *)o;

	str_addf(out, "%s of %lld elements%s", q->kind->name, (long long)q->s.size, q->s.closed ? ", closed" : "");
}

static void *queue_save(struct resource *r)
{
	struct queue_state *s = xmalloc(sizeof(*s));

	*s = ((struct queue *)r)->s;
	s->v = plist_copy(&s->v);
	return s;
}

static void queue_load(struct resource *r, const void *saved)
{
	struct queue *q = (struct queue *)r;
	struct plist old = q->s.v;

	q->s = *(const struct queue_state *)saved;
	q->s.v = plist_copy(&q->s.v);
	plist_free(&old);
}

static void queue_saved_free(void *saved)
{
	plist_free(&((struct queue_state *)saved)->v);
	free(saved);
}

const struct resource_class queue_class = {
	.object = { .name = "queue", .destroy = queue_destroy, .describe = queue_describe },
	.save = queue_save, .load = queue_load, .saved_free = queue_saved_free,
};

struct making {
	const struct queue_kind *kind;
	const struct node *node;
	struct sv name;
	int width;
	bool shared;
};

static struct resource *queue_new(void *arg)
{
	const struct making *m = arg;
	struct queue *q = xcalloc(1, sizeof(*q));

	atomic_init(&q->r.o.refs, 1);
	q->r.o.cls = &queue_class.object;
	q->r.rcls = &queue_class;
	q->kind = m->kind;
	q->made_by = m->node;
	q->width = m->width;
	q->shown = xasprintf("%s%.*s", m->shared ? "" : "_0_", SV_ARG(m->name));
	return &q->r;
}

struct queue *queue_named(struct op_ctx *c, const struct queue_kind *k, int width)
{
	struct making m = { k, c->node, SV(""), width, true };
	struct sv container = SV("");
	struct queue *q;

	if (width < 1 || width > QUEUE_PARTS) {
		op_invalid(c, "tuples of %d components", width);
		return NULL;
	}
	node_attr_str(c->node, "container", &container);
	m.shared = node_attr_str(c->node, "shared_name", &m.name) && m.name.n;
	if (!m.shared)
		m.name = c->node->name;
	q = (struct queue *)c->world->resource(c->world_ctx, container, m.name, &queue_class, queue_new, &m, c->err);
	if (q && (q->kind != k || q->width != width)) {
		op_invalid(c, "%s '%s' has %d components and is no %s of %d", q->kind->name, q->shown, q->width,
			   k->name, width);
		object_unref(&q->r.o);
		return NULL;
	}
	return q;
}

struct tensor *queue_at(const struct queue *q, int64_t tuple, int part)
{
	return plist_get(&q->s.v, (q->s.head + tuple) * q->width + part);
}

static void move_tuple(struct queue *q, int64_t to, int64_t from)
{
	for (int k = 0; k < q->width; k++)
		plist_set(&q->s.v, (q->s.head + to) * q->width + k, tensor_ref(queue_at(q, from, k)));
}

void queue_put(struct op_ctx *c, struct queue *q, struct tensor *const *t)
{
	plist_resize(&q->s.v, (q->s.head + q->s.size + 1) * q->width);
	for (int k = 0; k < q->width; k++)
		plist_set(&q->s.v, (q->s.head + q->s.size) * q->width + k, tensor_ref(t[k]));
	q->s.size++;
	if (q->kind->by_priority)
		tupleheap_push(&(struct tupleheap){ &q->s.v, q->s.head * q->width, q->s.size, q->width });
	c->world->wrote(c->world_ctx, &q->r);
}

static void move_to_front(struct queue *q)
{
	struct plist fresh = { 0 };

	for (int64_t i = 0; i < q->s.size; i++)
		for (int k = 0; k < q->width; k++)
			plist_push(&fresh, tensor_ref(queue_at(q, i, k)));
	plist_free(&q->s.v);
	q->s.v = fresh;
	q->s.head = 0;
}

void queue_take(struct op_ctx *c, struct queue *q, int64_t i, struct tensor **t)
{
	int64_t last = q->s.size - 1;

	for (int k = 0; k < q->width; k++)
		t[k] = tensor_ref(queue_at(q, i, k));
	if (q->kind->by_priority) {	/* i is 0: the smallest priority */
		tupleheap_pop(&(struct tupleheap){ &q->s.v, q->s.head * q->width, q->s.size, q->width });
		plist_resize(&q->s.v, (q->s.head + last) * q->width);
	} else if (i == 0 && !q->kind->random) {
		for (int k = 0; k < q->width; k++)
			plist_set(&q->s.v, q->s.head * q->width + k, NULL);
		q->s.head++;
	} else {			/* the last one takes its place */
		if (i != last)
			move_tuple(q, i, last);
		plist_resize(&q->s.v, (q->s.head + last) * q->width);
	}
	q->s.size--;
	if (q->s.head > SLACK && q->s.head > q->s.size)
		move_to_front(q);
	c->world->wrote(c->world_ctx, &q->r);
}

bool queue_waits(struct op_ctx *c, const struct queue *q, const char *for_what)
{
	return op_fail(c, ERR_FAILED_PRECONDITION, "%s '%s' has %lld elements: the op would wait for %s, and nothing "
		       "else runs that could bring them", q->kind->name, q->shown, (long long)q->s.size, for_what);
}
