/*
 * The machine's inside, shared by this room's files. Ownership: a frame owns its slots' tensors, its
 * arguments and its loops; the exec owns frames, feeds and what the current node holds.
 *
 *   exec --> stack[]: a frame for the root and for each call in progress
 *              frame --> slot[], cnt[]       of region 0 of its plan
 *                        loop[r]             V1 loops that run now: frames too, one per region
 *                        ready               positions whose inputs are there, a min-heap
 *        --> waiting[i]: the call node in stack[i] that waits for stack[i + 1]
 *        --> cur:        the node at hand
 *
 * Only one iteration of a V1 loop is alive at a time: the next one begins when nothing of the one
 * before (and of the loops in it) can run any more. So a region has at most one live frame, and a
 * position alone says which one a node belongs to.
 */
#ifndef EXEC_MACHINE_H
#define EXEC_MACHINE_H

#include "base/map.h"
#include "base/vec.h"
#include "exec/plan.h"

struct slot {
	struct tensor *t;
	uint32_t uses;		/* readers still to come */
};

/* A value on its way into an iteration: of a loop invariant, or from NextIteration. */
struct carried {
	uint32_t pos;
	struct tensor *t;
};

typedef VEC(struct carried) carried_vec;

struct frame {
	const struct plan *p;
	uint32_t rg;			/* region of p; > 0: a V1 loop */
	struct frame *up;		/* the caller's frame; of a V1 loop: the frame around it */
	struct frame *base;		/* the function's frame: itself but for V1 loops */
	uint64_t id;
	int64_t iter;
	int depth;
	char role[24];
	uint32_t call;			/* position of the call node in up's plan */
	struct slot *slot;
	struct pcount *cnt;
	/* of a function's frame: */
	struct frame **loop;		/* by region; [0] is NULL */
	VEC(uint32_t) ready;
	struct tensor **arg;
	int n_arg;
	/* of a V1 loop: */
	uint32_t entered;		/* Enter nodes that have run, dead or alive */
	carried_vec invariant, next;
	uint8_t *exit_live;		/* by region.exit's index: a value came out */
};

/* A node at hand, or one that waits for its call. */
struct activation {
	struct frame *f;		/* the frame (of the region) where it runs */
	uint32_t pos;
	int n_in, n_out;
	struct tensor **in, **out;
	uint8_t *own;			/* in[i] is our reference, not only the slot's */
	struct exec_as as;		/* what runs in its place; as.n NULL: itself */
	void *mem;			/* the kernel's own, OP_ACT_BYTES */
};

enum phase {
	PH_PICK,		/* find the next node */
	PH_READY,		/* found, inputs gathered; EV_BEFORE is due */
	PH_RUN,			/* EV_BEFORE was given */
	PH_FAILED,
	PH_ENTERED,		/* EV_ENTERED is due */
	PH_RETURN,		/* the callee is done; EV_LEFT is due */
	PH_RESUME,
	PH_OUT,			/* outputs are there; EV_RAN is due */
	PH_WROTE,		/* EV_WROTE is due */
	PH_PASS,		/* outputs go to their readers */
	PH_BUDGET,
	PH_ITER,		/* EV_ITER is due */
	PH_DONE,
};

struct exec {
	struct session *s;
	struct plan *p;			/* of the root */
	struct tensor **feed;
	VEC(struct frame *) stack;
	VEC(struct activation) waiting;
	struct activation cur;
	enum phase phase;
	bool has_cur, keep, wrote;
	bool skipped;			/* the outputs at hand were given: no feed takes their place */
	struct frame *iter_frame;	/* for EV_ITER */
	uint64_t n_ran, next_id;
	uint64_t budget;		/* nodes left before EV_BUDGET; 0: none set */
	struct arena *scratch;
	struct err err;
};

/* ---- session.c, world.c ---- */

struct res_entry {
	char *key;			/* container, NUL, name, NUL, class */
	size_t n_key;
	struct resource *r;		/* NULL: dropped */
};

struct session {
	const struct metagraph *mg;
	struct session_opts o;
	enum { INIT_NOT_YET, INIT_RUNNING, INIT_DONE } init;
	char *prefix;			/* DIR/variables/variables */
	char *guard_name;		/* what shrank when a mapped file shrinks */
	VEC(struct res_entry) res;
	struct map res_index;
	uint64_t writes, seed;
	const struct exec *running;	/* whose kernel runs now */
	struct plan **body;		/* by index of the function */
	struct plan *roots;
	VEC(struct bundle *) bundles;	/* checkpoints other than the model's own, as it was opened */
	VEC(struct v1 *) v1s;		/* checkpoints of the old form */
	struct binding *bound;		/* bind.c: by object id; NULL until asked for */
	uint32_t n_bound;
	double deadline;		/* on the monotonic clock; 0: none */
};

struct op_world session_world(void);
/* Parts of it: world.c, checkpoint.c. */
bool world_file_ok(void *ctx, struct sv path, bool write, struct err *err);
struct tensor *world_restore(void *ctx, struct sv prefix, struct sv key, struct sv slice, enum dtype t,
			     enum dtype said, struct err *err);
struct tensor *world_restore_v1(void *ctx, struct sv pattern, struct sv key, struct sv slice, enum dtype t,
				enum dtype said, struct err *err);
bool world_save(void *ctx, const struct op_save *what, struct err *err);
bool world_merge(void *ctx, const struct tensor *prefixes, struct sv dest, bool delete_dirs, bool allow_missing,
		 struct err *err);
void session_checkpoints_free(struct session *s);
struct plan *session_plan(struct session *s, const struct plan_want *w, struct err *err);
struct plan *session_body(struct session *s, const struct function *f, struct err *err);
/* Refuses ops without a kernel that p reaches, through functions too. */
bool session_check(struct session *s, const struct plan *p, struct err *err);
void session_resources_free(struct session *s);
void session_bound_free(struct session *s);
/* False with an error when --timeout is over. */
bool session_in_time(const struct session *s, struct err *err);

/* ---- frame.c ---- */

struct frame *frame_new(struct exec *x, const struct plan *p, struct frame *up);
void frame_free(struct frame *f);
struct frame *frame_copy(const struct frame *f, struct frame *up);
static inline struct frame *frame_in(struct frame *base, uint32_t region)
{
	return region ? base->loop[region] : base;
}
/* The next position that may run, or POS_NONE. */
uint32_t frame_pop(struct frame *base);
/* Hands a node's outputs (NULL: dead) to its readers; dead: the node did not run at all. */
void frame_pass(struct exec *x, struct frame *f, uint32_t pos, struct tensor *const *out,
		bool dead);
/* When nothing is ready: begins the next iteration of the innermost complete loop, or ends it.
 * false when there is none; *began is the loop whose iteration began, or NULL. */
bool frame_loops_advance(struct exec *x, struct frame *base, struct frame **began);
/* The node's readers are done with its inputs. */
void frame_release_inputs(struct exec *x, struct frame *f, uint32_t pos);

/* ---- step.c ---- */

void activation_clear(struct activation *a);
void exec_err_copy(struct err *dst, const struct err *src);

#endif
