/*
 * Frames: value slots and counters of one call, the heap of nodes that may run, and the loops of V1
 * control flow with their dead tensors. See machine.h for how they hang together.
 *
 * A dead tensor is a NULL: a node with a dead input does not run, its outputs are dead too. Merge
 * takes whatever input is alive. A loop's Exit passes nothing on while it is dead; when the loop has
 * ended without a value, it is dead outside as well.
 */
#include "exec/machine.h"

#include <stdlib.h>
#include <string.h>

/* ---- ready nodes: a min-heap of positions ---- */

static void ready_push(struct frame *base, uint32_t pos)
{
	size_t i = base->ready.n;

	vec_push(&base->ready, pos);
	for (; i > 0 && base->ready.p[(i - 1) / 2] > pos; i = (i - 1) / 2)
		base->ready.p[i] = base->ready.p[(i - 1) / 2];
	base->ready.p[i] = pos;
}

uint32_t frame_pop(struct frame *base)
{
	uint32_t *h = base->ready.p, top, v;
	size_t n, i = 0, k;

	if (base->ready.n == 0)
		return POS_NONE;
	top = h[0];
	n = --base->ready.n;
	v = h[n];
	while ((k = 2 * i + 1) < n) {
		if (k + 1 < n && h[k + 1] < h[k])
			k++;
		if (h[k] >= v)
			break;
		h[i] = h[k];
		i = k;
	}
	if (n > 0)
		h[i] = v;
	return top;
}

static bool is_ready(const struct pnode *pn, const struct pcount *c)
{
	if (c->pending > 0 || c->queued)
		return false;
	return !(pn->flags & PN_MERGE) || c->live || c->dead >= pn->n_in;
}

/* ---- making and freeing ---- */

static struct frame *frame_alloc(struct exec *x, const struct plan *p, uint32_t rg)
{
	const struct region *r = &p->region[rg];
	struct frame *f = xcalloc(1, sizeof(*f));

	f->p = p;
	f->rg = rg;
	f->id = x->next_id++;
	f->iter = -1;
	f->call = POS_NONE;
	f->slot = xcalloc((size_t)r->n_slots + 1, sizeof(*f->slot));
	f->cnt = xmalloc(((size_t)r->n_local + 1) * sizeof(*f->cnt));
	memcpy(f->cnt, r->cnt0, (size_t)r->n_local * sizeof(*f->cnt));
	for (uint32_t i = 0; i < r->n_slots; i++)
		f->slot[i].uses = r->uses0[i];
	return f;
}

struct frame *frame_new(struct exec *x, const struct plan *p, struct frame *up)
{
	struct frame *f = frame_alloc(x, p, 0);

	f->base = f;
	f->up = up;
	f->depth = up ? up->depth + 1 : 0;
	f->loop = xcalloc(p->n_regions, sizeof(struct frame *));
	for (uint32_t i = 0; i < p->n; i++) {
		struct pcount *c = &f->cnt[p->node[i].local];

		if (p->node[i].region == 0 && is_ready(&p->node[i], c)) {
			c->queued = 1;
			ready_push(f, i);
		}
	}
	return f;
}

static struct frame *loop_new(struct exec *x, struct frame *base, uint32_t rg)
{
	const struct region *r = &base->p->region[rg];
	struct frame *f = frame_alloc(x, base->p, rg);

	f->base = base;
	f->up = frame_in(base, r->parent);
	f->depth = base->depth;
	f->iter = 0;
	f->exit_live = xcalloc((size_t)r->n_exit + 1, 1);
	base->loop[rg] = f;
	return f;
}

static void slots_clear(struct frame *f)
{
	for (uint32_t i = 0; i < f->p->region[f->rg].n_slots; i++) {
		tensor_unref(f->slot[i].t);
		f->slot[i].t = NULL;
	}
}

static void carried_clear(carried_vec *v)
{
	for (size_t i = 0; i < v->n; i++)
		tensor_unref(v->p[i].t);
	vec_free(v);
}

void frame_free(struct frame *f)
{
	if (!f)
		return;
	for (uint32_t r = 1; f->loop && r < f->p->n_regions; r++)
		frame_free(f->loop[r]);
	slots_clear(f);
	for (int i = 0; i < f->n_arg; i++)
		tensor_unref(f->arg[i]);
	carried_clear(&f->invariant);
	carried_clear(&f->next);
	vec_free(&f->ready);
	free(f->arg);
	free(f->loop);
	free(f->exit_live);
	free(f->slot);
	free(f->cnt);
	free(f);
}

/* ---- copying ---- */

static void carried_copy(carried_vec *to, const carried_vec *from)
{
	*to = (carried_vec){ 0 };
	for (size_t i = 0; i < from->n; i++) {
		struct carried c = { from->p[i].pos, tensor_ref(from->p[i].t) };

		vec_push(to, c);
	}
}

static struct frame *copy_one(const struct frame *f)
{
	const struct region *r = &f->p->region[f->rg];
	struct frame *c = xmalloc(sizeof(*c));

	*c = *f;
	c->slot = xmalloc(((size_t)r->n_slots + 1) * sizeof(*c->slot));
	memcpy(c->slot, f->slot, (size_t)r->n_slots * sizeof(*c->slot));
	for (uint32_t i = 0; i < r->n_slots; i++)
		tensor_ref(c->slot[i].t);
	c->cnt = xmalloc(((size_t)r->n_local + 1) * sizeof(*c->cnt));
	memcpy(c->cnt, f->cnt, (size_t)r->n_local * sizeof(*c->cnt));
	carried_copy(&c->invariant, &f->invariant);
	carried_copy(&c->next, &f->next);
	if (f->exit_live) {
		c->exit_live = xmalloc((size_t)r->n_exit + 1);
		memcpy(c->exit_live, f->exit_live, r->n_exit);
	}
	return c;
}

struct frame *frame_copy(const struct frame *f, struct frame *up)
{
	struct frame *c = copy_one(f);

	c->base = c;
	c->up = up;
	memset(&c->ready, 0, sizeof(c->ready));
	vec_reserve(&c->ready, f->ready.n);
	if (f->ready.n)
		memcpy(c->ready.p, f->ready.p, f->ready.n * sizeof(*c->ready.p));
	c->ready.n = f->ready.n;
	c->arg = xmalloc(((size_t)f->n_arg + 1) * sizeof(*c->arg));
	for (int i = 0; i < f->n_arg; i++)
		c->arg[i] = tensor_ref(f->arg[i]);
	c->loop = xcalloc(f->p->n_regions, sizeof(struct frame *));
	for (uint32_t r = 1; r < f->p->n_regions; r++)
		if (f->loop[r])
			c->loop[r] = copy_one(f->loop[r]);
	for (uint32_t r = 1; r < f->p->n_regions; r++)
		if (c->loop[r]) {
			c->loop[r]->base = c;
			c->loop[r]->up = frame_in(c, f->p->region[r].parent);
		}
	return c;
}

/* ---- values on their way ---- */

static void arrive(struct frame *base, const struct pcons *e, bool alive)
{
	const struct pnode *pn = &base->p->node[e->pos];
	struct frame *f = frame_in(base, pn->region);
	struct pcount *c;

	if (!f)		/* the loop has ended already */
		return;
	c = &f->cnt[pn->local];
	if (!(pn->flags & PN_MERGE) || e->input == SLOT_CONTROL)
		c->pending -= c->pending > 0;
	if (!(pn->flags & PN_MERGE))
		c->dead += !alive;
	else if (e->input != SLOT_CONTROL && alive)
		c->live = 1;
	else if (e->input != SLOT_CONTROL)
		c->dead++;
	if (is_ready(pn, c)) {
		c->queued = 1;
		ready_push(base, e->pos);
	}
}

static void deliver(struct exec *x, struct frame *base, uint32_t pos, struct tensor *const *out)
{
	const struct pnode *pn = &base->p->node[pos];
	struct frame *to = frame_in(base, pn->out_region);

	for (uint32_t i = 0; out && i < pn->n_out; i++) {
		struct slot *s = &to->slot[pn->slot + i];

		tensor_unref(s->t);
		s->t = s->uses > 0 || x->keep ? tensor_ref(out[i]) : NULL;
	}
	for (uint32_t i = 0; i < pn->n_cons; i++) {
		const struct pcons *e = &pn->cons[i];

		arrive(base, e, out && (e->slot == SLOT_CONTROL || out[e->slot]));
	}
}

static void note_exit(struct frame *loop, uint32_t pos)
{
	const struct region *r = &loop->p->region[loop->rg];

	for (uint32_t i = 0; i < r->n_exit; i++)
		if (r->exit[i] == pos)
			loop->exit_live[i] = 1;
}

static void pass_enter(struct exec *x, struct frame *base, uint32_t pos, struct tensor *const *out)
{
	const struct pnode *pn = &base->p->node[pos];
	struct frame *loop = base->loop[pn->out_region];

	if (!loop)
		loop = loop_new(x, base, pn->out_region);
	loop->entered++;
	if ((pn->flags & PN_INVARIANT) && out && out[0]) {
		struct carried c = { pos, tensor_ref(out[0]) };

		vec_push(&loop->invariant, c);
	}
	deliver(x, base, pos, out);
}

void frame_pass(struct exec *x, struct frame *f, uint32_t pos, struct tensor *const *out,
		bool dead)
{
	const struct pnode *pn = &f->p->node[pos];
	struct tensor *const *given = dead ? NULL : out;
	bool some = given && pn->n_out > 0 && given[0];

	f->cnt[pn->local].done = dead ? 2 : 1;
	if (pn->flags & PN_NEXT) {
		if (some) {
			struct carried c = { pos, tensor_ref(given[0]) };

			vec_push(&f->next, c);
		}
	} else if (pn->flags & PN_EXIT) {
		if (some) {
			note_exit(f, pos);
			deliver(x, f->base, pos, given);
		}
	} else if (pn->flags & PN_ENTER) {
		pass_enter(x, f->base, pos, given);
	} else {
		deliver(x, f->base, pos, given);
	}
}

void frame_release_inputs(struct exec *x, struct frame *f, uint32_t pos)
{
	const struct pnode *pn = &f->p->node[pos];

	for (uint32_t i = 0; i < pn->n_in; i++) {
		struct slot *s = &f->slot[pn->in[i].slot];

		if (s->uses > 0 && --s->uses == 0 && !x->keep) {
			tensor_unref(s->t);
			s->t = NULL;
		}
	}
}

/* ---- loops ---- */

static struct frame *innermost_complete(struct frame *base)
{
	struct frame *best = NULL;

	for (uint32_t r = 1; r < base->p->n_regions; r++) {
		struct frame *f = base->loop[r];
		const struct region *rg = &base->p->region[r];

		if (f && f->entered >= rg->n_enter &&
		    (!best || rg->depth > base->p->region[best->rg].depth))
			best = f;
	}
	return best;
}

/* Loops inside that never got all they wait for have no next iteration to wait for it in. */
static void drop_inner(struct frame *base, uint32_t rg)
{
	for (uint32_t r = rg + 1; r < base->p->n_regions; r++)
		if (base->loop[r] && base->p->region[r].parent == rg) {
			drop_inner(base, r);
			frame_free(base->loop[r]);
			base->loop[r] = NULL;
		}
}

static void begin_iteration(struct exec *x, struct frame *f)
{
	const struct region *r = &f->p->region[f->rg];
	carried_vec next = f->next;

	f->next = (carried_vec){ 0 };
	f->iter++;
	drop_inner(f->base, f->rg);
	slots_clear(f);
	memcpy(f->cnt, r->cnt_next, (size_t)r->n_local * sizeof(*f->cnt));
	for (uint32_t i = 0; i < r->n_slots; i++)
		f->slot[i].uses = r->uses0[i];
	for (size_t i = 0; i < f->invariant.n; i++)
		deliver(x, f->base, f->invariant.p[i].pos, &f->invariant.p[i].t);
	for (size_t i = 0; i < next.n; i++)
		deliver(x, f->base, next.p[i].pos, &next.p[i].t);
	carried_clear(&next);
}

static void end_loop(struct exec *x, struct frame *f)
{
	const struct region *r = &f->p->region[f->rg];
	struct frame *base = f->base;

	drop_inner(base, f->rg);
	base->loop[f->rg] = NULL;
	for (uint32_t i = 0; i < r->n_exit; i++)
		if (!f->exit_live[i])
			deliver(x, base, r->exit[i], NULL);
	frame_free(f);
}

bool frame_loops_advance(struct exec *x, struct frame *base, struct frame **began)
{
	struct frame *f = innermost_complete(base);

	*began = NULL;
	if (!f)
		return false;
	if (f->next.n > 0) {
		begin_iteration(x, f);
		*began = f;
	} else {
		end_loop(x, f);
	}
	return true;
}
