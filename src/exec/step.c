/*
 * The machine: exec_step goes from phase to phase until an event is due that the mask asks for.
 *
 *   PICK > READY -(EV_BEFORE)> RUN > OUT -(EV_RAN)> WROTE -(EV_WROTE)> PASS > PICK
 *                               |      (failed: EV_FAILED, then RUN again)
 *                               +> ENTERED -(EV_ENTERED)> PICK ... RETURN -(EV_LEFT)> RESUME > OUT
 */
#include "exec/machine.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fmap.h"
#include "base/intr.h"

enum { MAX_DEPTH = 500 };

static const struct pnode *cur_node(const struct exec *x)
{
	return &x->cur.f->p->node[x->cur.pos];
}

static const struct op_row *cur_row(const struct exec *x)
{
	return x->cur.as.n ? x->cur.as.row : cur_node(x)->row;
}

static struct frame *top(const struct exec *x)
{
	return x->stack.p[x->stack.n - 1];
}

/* ---- the node at hand ---- */

void activation_clear(struct activation *a)
{
	for (int i = 0; i < a->n_in; i++)
		if (a->own[i])
			tensor_unref(a->in[i]);
	for (int i = 0; i < a->n_out; i++)
		tensor_unref(a->out[i]);
	free(a->in);
	free(a->out);
	free(a->own);
	free(a->mem);
	memset(a, 0, sizeof(*a));
}

static void outs_clear(struct activation *a)
{
	for (int i = 0; i < a->n_out; i++) {
		tensor_unref(a->out[i]);
		a->out[i] = NULL;
	}
	free(a->mem);
	a->mem = NULL;
}

/* A kernel may take over an input's memory when the slot is its only holder and this its last
 * reader; every other input gets a reference of ours, so that the kernel sees it is shared. */
static void gather(struct exec *x, struct frame *f, uint32_t pos, bool own_all)
{
	const struct pnode *pn = &f->p->node[pos];
	struct activation *a = &x->cur;

	*a = (struct activation){
		.f = f, .pos = pos, .n_in = (int)pn->n_in, .n_out = (int)pn->n_out,
	};
	a->in = xcalloc((size_t)pn->n_in + 1, sizeof(struct tensor *));
	a->out = xcalloc((size_t)pn->n_out + 1, sizeof(struct tensor *));
	a->own = xcalloc((size_t)pn->n_in + 1, 1);
	for (uint32_t i = 0; i < pn->n_in; i++) {
		const struct slot *s = &f->slot[pn->in[i].slot];

		a->in[i] = s->t;
		a->own[i] = own_all || x->keep || s->uses > 1;
		if (a->own[i])
			tensor_ref(s->t);
	}
	x->has_cur = true;
}

/* ---- failing ---- */

static void text_of(const struct frame *f, uint32_t pos, struct str *out)
{
	const struct node *n = f->p->node[pos].n;

	exec_path(f, n->index, out);
	exec_iter_suffix(f, out);
	str_addf(out, " (%.*s)", SV_ARG(n->op));
}

bool exec_where(const struct exec *x, struct str *out)
{
	struct frame *base = top(x);
	uint32_t pos;

	if (x->has_cur) {
		text_of(x->cur.f, x->cur.pos, out);
		return true;
	}
	if (!base->ready.n)
		return false;
	pos = base->ready.p[0];
	text_of(frame_in(base, base->p->node[pos].region), pos, out);
	return true;
}

static bool node_failed(struct exec *x)
{
	struct str s = STR_INIT;

	text_of(x->cur.f, x->cur.pos, &s);
	err_at(&x->err, "node %s", str_z(&s));
	for (const struct frame *f = x->cur.f->base; f->up; f = f->up->base) {
		str_clear(&s);
		text_of(f->up, f->call, &s);
		err_note(&x->err, "called from %s", str_z(&s));
	}
	str_free(&s);
	x->phase = x->err.kind == ERR_KIND_INTERRUPT ? PH_RUN : PH_FAILED;
	return false;
}

void exec_err_copy(struct err *dst, const struct err *src)
{
	if (!dst || err_is(dst))
		return;
	dst->code = src->code;
	dst->kind = src->kind;
	dst->msg = src->msg ? xstrdup(src->msg) : NULL;
	dst->site = src->site ? xstrdup(src->site) : NULL;
	dst->notes = src->notes ? xstrdup(src->notes) : NULL;
}

/* ---- running a node ---- */

static bool run_given(struct exec *x)
{
	const struct pnode *pn = cur_node(x);
	struct frame *base = x->cur.f->base;

	if (pn->arg >= 0 && pn->arg < base->n_arg)
		x->cur.out[0] = tensor_ref(base->arg[pn->arg]);
	x->phase = PH_OUT;
	return true;
}

static void put_feeds(struct exec *x)
{
	const struct plan *p = x->p;

	if (x->cur.f->base->up)
		return;
	for (size_t i = 0; i < p->n_feeds; i++)
		if (p->feed[i].pos == x->cur.pos) {
			struct tensor **o = &x->cur.out[p->feed[i].at.slot];

			tensor_unref(*o);
			*o = tensor_ref(x->feed[i]);
		}
}

/* A kernel must fill in what somebody reads, unless it is one that decides which way is alive. */
static bool outputs_there(struct exec *x)
{
	const struct pnode *pn = cur_node(x);

	if (pn->flags & (PN_SWITCH | PN_MERGE | PN_GIVEN))
		return true;
	for (uint32_t i = 0; i < pn->n_cons; i++) {
		uint32_t slot = pn->cons[i].slot;

		if (slot != SLOT_CONTROL && !x->cur.out[slot])
			return err_set(&x->err, ERR_KIND_OP, ERR_INTERNAL,
				       "the kernel left output %u empty", slot);
	}
	return true;
}

static bool too_often(struct exec *x)
{
	return err_set(&x->err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED,
		       "the loop goes round more than %zu times", x->s->o.max_iterations);
}

/* V1: a LoopCond that says true begins one more round. */
static bool loop_may_go_on(struct exec *x)
{
	const struct tensor *t = x->cur.n_out ? x->cur.out[0] : NULL;
	size_t limit = x->s->o.max_iterations;

	if (!limit || !(cur_row(x)->flags & OP_LOOPCOND) || !t || !tensor_get_i64(t, 0))
		return true;
	return x->cur.f->iter < (int64_t)limit || too_often(x);
}

static bool push_call(struct exec *x, const struct op_call_req *call)
{
	size_t limit = x->s->o.max_depth ? x->s->o.max_depth : MAX_DEPTH;
	const struct graph *g = call->f->graph;
	const struct plan *p = NULL;
	struct frame *f;

	if (x->stack.n > limit)
		err_set(&x->err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED,
			"function calls are nested deeper than %zu", limit);
	else if (x->s->o.max_iterations && call->iter >= (int64_t)x->s->o.max_iterations &&
		 call->role && !strcmp(call->role, "body"))
		too_often(x);
	else if ((uint32_t)call->n_args != g->n_args)
		err_set(&x->err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT,
			"function %.*s takes %u arguments, but %d are given",
			SV_ARG(call->f->name), g->n_args, call->n_args);
	else
		p = session_body(x->s, call->f, &x->err);
	f = p ? frame_new(x, p, x->cur.f) : NULL;
	if (!f) {
		for (int i = 0; i < call->n_args; i++)
			tensor_unref(call->args[i]);
		return false;
	}
	f->call = x->cur.pos;
	f->iter = call->iter;
	snprintf(f->role, sizeof(f->role), "%s", call->role ? call->role : "");
	f->n_arg = call->n_args;
	f->arg = xmalloc(((size_t)f->n_arg + 1) * sizeof(struct tensor *));
	if (f->n_arg)
		memcpy(f->arg, call->args, (size_t)f->n_arg * sizeof(struct tensor *));
	vec_push(&x->waiting, x->cur);
	memset(&x->cur, 0, sizeof(x->cur));
	x->has_cur = false;
	vec_push(&x->stack, f);
	x->phase = PH_ENTERED;
	return true;
}

enum kernel_entry { ENTER_RUN, ENTER_RESUME };

struct kernel_call {
	struct op_ctx c;
	enum kernel_entry how;
};

static bool kernel_run(void *ctx, struct err *err)
{
	struct kernel_call *k = ctx;

	k->c.err = err;
	return k->how == ENTER_RUN ? op_run(&k->c) : op_resume(&k->c);
}

static bool run_kernel(struct exec *x, struct tensor *const *ret, int n_ret, enum kernel_entry how,
		       enum err_code failed)
{
	static const struct op_call_req no_call;
	const struct pnode *pn = cur_node(x);
	struct exec_as as = x->cur.as;
	struct op_world world = session_world();
	struct op_call_req call = no_call;
	uint64_t writes = x->s->writes;
	struct kernel_call k = {
		.how = how,
		.c = {
			.row = cur_row(x), .node = as.n ? as.n : pn->n, .state = as.n ? as.state : pn->state,
			.n_in = x->cur.n_in, .n_out = x->cur.n_out,
			.in = x->cur.in, .out = x->cur.out, .scratch = x->scratch,
			.world = &world, .world_ctx = x->s,
			.may_reuse = !x->keep, .act = &x->cur.mem, .call = &call,
			.ret = ret, .n_ret = n_ret, .failed = failed,
		},
	};
	bool ok;

	arena_reset(x->scratch);
	x->s->running = x;
	ok = fmap_guard(x->s->guard_name, kernel_run, &k, &x->err);
	x->s->running = NULL;
	x->wrote = x->wrote || x->s->writes != writes;
	if (ok && call.f)
		return push_call(x, &call);
	for (int i = 0; i < call.n_args && call.args; i++)	/* asked, then failed */
		tensor_unref(call.args[i]);
	if (!ok || !outputs_there(x) || !loop_may_go_on(x))
		return false;
	x->phase = PH_OUT;
	return true;
}

static bool run_node(struct exec *x)
{
	const struct pnode *pn = cur_node(x);

	err_clear(&x->err);
	outs_clear(&x->cur);
	x->wrote = x->skipped = false;
	if (pn->flags & PN_GIVEN)
		return run_given(x);
	if (!cur_row(x)) {
		if (x->cur.as.why)
			err_set(&x->err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT, "%s", x->cur.as.why);
		else
			err_set(&x->err, pn->why_kind, pn->why_code, "%s", pn->why);
		return node_failed(x);
	}
	return run_kernel(x, NULL, 0, ENTER_RUN, ERR_OK) || node_failed(x);
}

static bool resume_node(struct exec *x)
{
	struct frame *callee = top(x);
	const struct plan *p = callee->p;
	struct tensor **ret = xmalloc((p->n_fetches + 1) * sizeof(struct tensor *));
	bool ok = true;

	x->cur = vec_last(&x->waiting);
	x->waiting.n--;
	x->stack.n--;
	x->has_cur = true;
	for (size_t i = 0; i < p->n_fetches; i++) {
		ret[i] = callee->slot[p->fetch[i].slot].t;
		if (!ret[i])
			ok = err_set(&x->err, ERR_KIND_OP, ERR_INVALID_ARGUMENT,
				     "Retval[%zu] does not have value", i);
	}
	ok = ok && run_kernel(x, ret, (int)p->n_fetches, ENTER_RESUME, ERR_OK);
	free(ret);
	frame_free(callee);
	return ok || node_failed(x);
}

/* ---- errors that do not matter ---- */

static bool forgives(struct exec *x, struct activation *a)
{
	const struct pnode *pn = &a->f->p->node[a->pos];
	const struct op_row *row = a->as.n ? a->as.row : pn->row;
	struct op_world world = session_world();
	struct err none = { 0 };
	struct op_ctx c = {
		.row = row, .node = a->as.n ? a->as.n : pn->n, .n_in = a->n_in, .n_out = a->n_out, .in = a->in,
		.out = a->out, .scratch = x->scratch, .world = &world, .world_ctx = x->s, .act = &a->mem, .err = &none,
		.failed = x->err.code,
	};
	struct activation failed = x->cur;
	bool yes = false;

	if (row && row->forgives) {		/* asked as the node that it is, not as the one that failed */
		x->cur = *a;
		x->s->running = x;
		yes = row->forgives(&c);
		x->s->running = NULL;
		x->cur = failed;
	}
	err_clear(&none);
	return yes;
}

/* A node failed: the innermost caller whose op forgives goes on as if its call had come back. */
static bool forgiven(struct exec *x)
{
	enum err_code code = x->err.code;
	size_t k = x->waiting.n;

	if (x->phase != PH_FAILED || x->err.kind != ERR_KIND_OP || x->err.code == ERR_PERMISSION_DENIED)
		return false;			/* what the user did not allow is said */
	while (k > 0 && !forgives(x, &x->waiting.p[k - 1]))
		k--;
	if (!k)
		return false;
	activation_clear(&x->cur);
	while (x->waiting.n >= k) {
		x->cur = vec_last(&x->waiting);
		x->waiting.n--;
		if (x->waiting.n >= k)
			activation_clear(&x->cur);
		frame_free(top(x));
		x->stack.n--;
	}
	x->has_cur = true;
	err_clear(&x->err);
	return run_kernel(x, NULL, 0, ENTER_RESUME, code) || node_failed(x);
}

/* ---- picking ---- */

static bool is_dead(const struct pnode *pn, const struct pcount *c)
{
	return pn->flags & PN_MERGE ? !c->live : c->dead > 0;
}

/* false: nothing is left in this frame. */
static bool pick(struct exec *x, bool own_all)
{
	struct frame *base = top(x), *f;
	uint32_t pos;

	while ((pos = frame_pop(base)) != POS_NONE) {
		const struct pnode *pn = &base->p->node[pos];

		f = frame_in(base, pn->region);
		if (!is_dead(pn, &f->cnt[pn->local])) {
			gather(x, f, pos, own_all);
			x->phase = PH_READY;
			return true;
		}
		frame_release_inputs(x, f, pos);
		frame_pass(x, f, pos, NULL, true);
	}
	if (!frame_loops_advance(x, base, &x->iter_frame))
		return false;
	if (x->iter_frame)
		x->phase = PH_ITER;
	return true;
}

static bool finish(struct exec *x)
{
	const struct plan *p = x->p;

	x->phase = PH_DONE;
	for (size_t i = 0; i < p->n_fetches; i++)
		if (p->fetch[i].slot != SLOT_CONTROL && !x->stack.p[0]->slot[p->fetch[i].slot].t) {
			const struct node *n = p->node[p->fetch[i].pos].n;

			err_set(&x->err, ERR_KIND_OP, ERR_INVALID_ARGUMENT,
				"The tensor returned for %.*s:%u was not valid: it is on a branch "
				"that was not taken", SV_ARG(n->name), p->want[i].slot);
			return false;
		}
	return true;
}

static void pass_on(struct exec *x)
{
	struct activation a = x->cur;

	frame_release_inputs(x, a.f, a.pos);
	frame_pass(x, a.f, a.pos, a.out, false);
	activation_clear(&x->cur);
	x->has_cur = false;
}

/* ---- the step ---- */

static bool emit(struct exec *x, struct exec_event *ev, unsigned mask, enum exec_event_kind kind)
{
	bool node = kind & (EV_BEFORE | EV_RAN | EV_FAILED | EV_WROTE);

	if (!(mask & kind))
		return false;
	*ev = (struct exec_event){ .kind = kind, .node = NODE_NONE, .frame = exec_frame(x) };
	if (node && x->has_cur)
		ev->node = cur_node(x)->node;
	if (kind == EV_ITER)
		ev->frame = x->iter_frame;
	ev->seq = kind & (EV_RAN | EV_WROTE) ? x->n_ran - 1 : x->n_ran;
	return true;
}

/* Time is up between two nodes: the next one is named. */
static bool late(struct exec *x)
{
	struct str s = STR_INIT;

	if (exec_where(x, &s))
		err_at(&x->err, "before node %s", str_z(&s));
	str_free(&s);
	return false;
}

/* One phase. *stop: an event is in ev. false: failed. */
static bool advance(struct exec *x, unsigned mask, struct exec_event *ev, bool *stop)
{
	switch (x->phase) {
	case PH_PICK:
		if (intr_pending())
			return *stop = emit(x, ev, EV_INTERRUPT, EV_INTERRUPT);
		if (!session_in_time(x->s, &x->err))
			return late(x);
		if (pick(x, (mask & (EV_BEFORE | EV_FAILED)) != 0))
			return true;
		if (x->stack.n == 1)
			return finish(x);
		x->phase = PH_RETURN;
		return true;
	case PH_READY:
		x->phase = PH_RUN;
		*stop = emit(x, ev, mask, EV_BEFORE);
		return true;
	case PH_RUN:
	case PH_FAILED:
		return run_node(x);
	case PH_ENTERED:
		x->phase = PH_PICK;
		*stop = emit(x, ev, mask, EV_ENTERED);
		return true;
	case PH_RETURN:
		x->phase = PH_RESUME;
		*stop = emit(x, ev, mask, EV_LEFT);
		return true;
	case PH_RESUME:
		return resume_node(x);
	case PH_OUT:
		if (!x->skipped && cur_node(x)->flags & (PN_GIVEN | PN_PARTLY_FED))
			put_feeds(x);
		x->n_ran++;
		x->phase = PH_WROTE;
		*stop = emit(x, ev, mask, EV_RAN);
		return true;
	case PH_WROTE:
		x->phase = PH_PASS;
		*stop = x->wrote && emit(x, ev, mask, EV_WROTE);
		return true;
	case PH_PASS:
		pass_on(x);
		x->phase = PH_BUDGET;
		return true;
	case PH_BUDGET:
		x->phase = PH_PICK;
		if (x->budget > 0 && --x->budget == 0)
			*stop = emit(x, ev, mask, EV_BUDGET);
		return true;
	case PH_ITER:
		x->phase = PH_PICK;
		*stop = emit(x, ev, mask, EV_ITER);
		return true;
	case PH_DONE:
		*stop = emit(x, ev, EV_DONE, EV_DONE);
		return true;
	}
	return true;
}

bool exec_step(struct exec *x, unsigned mask, struct exec_event *ev, struct err *err)
{
	struct exec_event none;
	bool stop = false;

	ev = ev ? ev : &none;
	if (x->phase == PH_DONE && err_is(&x->err)) {
		exec_err_copy(err, &x->err);
		return false;
	}
	while (!stop) {
		if (advance(x, mask, ev, &stop) || forgiven(x))
			continue;
		if (x->err.kind == ERR_KIND_INTERRUPT) {
			err_clear(&x->err);
			return emit(x, ev, EV_INTERRUPT, EV_INTERRUPT);
		}
		if (x->phase == PH_FAILED && emit(x, ev, mask, EV_FAILED))
			return true;
		exec_err_copy(err, &x->err);
		return false;
	}
	return true;
}

bool exec_run(struct exec *x, struct err *err)
{
	struct exec_event ev;

	if (!exec_step(x, 0, &ev, err))
		return false;
	return ev.kind == EV_DONE ||
	       err_set(err, ERR_KIND_INTERRUPT, ERR_CANCELLED, "interrupted");
}

void exec_budget(struct exec *x, uint64_t nodes)
{
	x->budget = nodes;
}

void exec_keep_values(struct exec *x, bool keep)
{
	x->keep = keep;
}

const struct err *exec_error(const struct exec *x)
{
	return &x->err;
}

uint64_t exec_n_ran(const struct exec *x)
{
	return x->n_ran;
}

/* ---- reading and changing the node at hand ---- */

struct frame *exec_frame(const struct exec *x)
{
	return x->has_cur ? x->cur.f : top(x);
}

uint32_t exec_node(const struct exec *x)
{
	return x->has_cur ? cur_node(x)->node : NODE_NONE;
}

const struct op_row *exec_row(const struct exec *x)
{
	return x->has_cur ? cur_row(x) : NULL;
}

int exec_n_in(const struct exec *x)
{
	return x->has_cur ? x->cur.n_in : 0;
}

struct tensor *exec_in(const struct exec *x, int i)
{
	return i >= 0 && i < exec_n_in(x) ? x->cur.in[i] : NULL;
}

int exec_n_out(const struct exec *x)
{
	return x->has_cur ? x->cur.n_out : 0;
}

struct tensor *exec_out(const struct exec *x, int i)
{
	return i >= 0 && i < exec_n_out(x) ? x->cur.out[i] : NULL;
}

static bool is_before(const struct exec *x)
{
	return x->has_cur && (x->phase == PH_RUN || x->phase == PH_FAILED);
}

static bool is_after(const struct exec *x)
{
	return x->has_cur && (x->phase == PH_WROTE || x->phase == PH_PASS);
}

static bool replaceable(const struct tensor *old, const struct tensor *t, struct err *err)
{
	if (!old || !t || old->dtype == t->dtype)
		return true;
	return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
		       "expected %s, got %s", dtype_info(old->dtype)->name,
		       dtype_info(t->dtype)->name);
}

bool exec_set_in(struct exec *x, int i, struct tensor *t, struct err *err)
{
	if (!is_before(x) || i < 0 || i >= x->cur.n_in)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
			       "no node with an input %d is about to run", i);
	if (!replaceable(x->cur.in[i], t, err))
		return false;
	tensor_ref(t);
	if (x->cur.own[i])
		tensor_unref(x->cur.in[i]);
	x->cur.in[i] = t;
	x->cur.own[i] = 1;
	return true;
}

bool exec_set_out(struct exec *x, int i, struct tensor *t, struct err *err)
{
	if (!is_after(x) || i < 0 || i >= x->cur.n_out)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
			       "no node with an output %d has just run", i);
	if (!replaceable(x->cur.out[i], t, err))
		return false;
	tensor_ref(t);
	tensor_unref(x->cur.out[i]);
	x->cur.out[i] = t;
	return true;
}

bool exec_skip(struct exec *x, struct tensor *const *outs, int n, struct err *err)
{
	if (!is_before(x))
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
			       "no node is about to run");
	if (n != x->cur.n_out)
		return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			       "the node has %d outputs, %d are given", x->cur.n_out, n);
	err_clear(&x->err);
	outs_clear(&x->cur);
	x->wrote = false;
	x->skipped = true;
	for (int i = 0; i < n; i++)
		x->cur.out[i] = tensor_ref(outs[i]);
	x->phase = PH_OUT;
	return true;
}

bool exec_run_as(struct exec *x, struct exec_as as, struct err *err)
{
	if (!is_before(x))
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION, "no node is about to run");
	x->cur.as = as;
	return true;
}

int exec_upcoming(const struct exec *x, uint32_t *nodes, int max)
{
	const struct frame *base = top(x)->base;
	int n = 0;

	for (uint32_t i = 0; i < base->p->n && n < max; i++) {
		const struct pnode *pn = &base->p->node[i];
		const struct frame *f = frame_in((struct frame *)base, pn->region);

		if (!f || !f->cnt[pn->local].done)
			nodes[n++] = pn->node;
	}
	return n;
}

struct tensor *exec_fetch(const struct exec *x, size_t i)
{
	if (i >= x->p->n_fetches || x->p->fetch[i].slot == SLOT_CONTROL)
		return NULL;
	return x->stack.p[0]->slot[x->p->fetch[i].slot].t;
}
