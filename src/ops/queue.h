/*
 * Tuples of tensors in a row: queues and staging areas. Ownership: a queue owns its tuples; handles and the
 * session's table own the queue; queue_named gives.
 *
 * A run is one node at a time: who would wait for another thread waits for ever, and says so.
 */
#ifndef OPS_QUEUE_H
#define OPS_QUEUE_H

#include "ops/kernel.h"
#include "ops/plist.h"

enum { QUEUE_PARTS = 4096 };		/* components of a tuple at most */

struct queue_state {
	struct plist v;			/* `width` tensors a tuple */
	int64_t head, size;		/* tuples before head were taken */
	uint64_t draws;			/* random numbers taken */
	bool closed;
};

struct queue_kind {
	const char *name;
	bool pads, by_priority, random;
};

struct queue {
	struct resource r;
	const struct queue_kind *kind;
	const struct node *made_by;
	char *shown;
	int width;
	struct queue_state s;
};

extern const struct resource_class queue_class;

/* The queue of the node's container and shared name (its own name without one), made when there is none. */
struct queue *queue_named(struct op_ctx *c, const struct queue_kind *k, int width);
struct tensor *queue_at(const struct queue *q, int64_t tuple, int part);
void queue_put(struct op_ctx *c, struct queue *q, struct tensor *const *t);	/* refs them */
/* Takes tuple i out; refs go to t. */
void queue_take(struct op_ctx *c, struct queue *q, int64_t i, struct tensor **t);
/* The next tuple, by the queue's own rules; refs go to t. False with an error when there is none. */
bool queue_next(struct op_ctx *c, struct queue *q, struct tensor **t);
bool queue_waits(struct op_ctx *c, const struct queue *q, const char *for_what);	/* that error; false */

#endif
