/*
 * A loop of TensorFlow 1, a frame, becomes a FK_WHILE:
 *
 *   Enter -> Merge -> (condition) -> LoopCond     a variable: Enter, Merge and NextIteration, an
 * Exit if it is read |  ^                      |           afterwards |  +-- NextIteration      |
 * an Enter with is_constant: a variable that stays as it is |            ^            v
 *            +------- (body) <- 1: Switch 0: -> Exit
 */
#include "fast/flow.h"

#include <stdlib.h>
#include <string.h>

#include "ops/kernel.h"

enum { LOOPS_DEEP = 64 };

struct frame_parts {
	struct scope *s; /* around it */
	uint32_t region, n;
	uint32_t *enter, *merge, *next; /* positions by variable; VAL_NONE */
	uint32_t loop_cond;
	uint32_t *val;
	struct lval *in;
	struct tensor **konst;
	struct floop *l;
	uint8_t *asked; /* by own node: the condition needs it */
};

static const struct pnode *node_at(const struct frame_parts *w, uint32_t pos)
{
	return &w->s->f->p->node[pos];
}

static uint32_t n_own(const struct frame_parts *w)
{
	return w->s->f->own_at[w->region + 1] - w->s->f->own_at[w->region];
}

static uint32_t own(const struct frame_parts *w, uint32_t i)
{
	return w->s->f->own[w->s->f->own_at[w->region] + i];
}

static bool odd(const struct frame_parts *w, uint32_t pos, const char *what)
{
	return slow(w->s->b, "%.*s %s, which no loop of TensorFlow 1 is built with",
		    SV_ARG(node_at(w, pos)->n->name), what);
}

/* ---- its parts ---- */

/* A Merge of an Enter and a NextIteration. */
static bool take_merge(struct frame_parts *w, uint32_t pos)
{
	const struct pnode *pn = node_at(w, pos);
	uint32_t enter = VAL_NONE, next = VAL_NONE, i;

	for (uint32_t k = 0; k < pn->n_in; k++) {
		uint32_t flags = node_at(w, pn->in[k].pos)->flags;

		enter = flags & PN_ENTER ? pn->in[k].pos : enter;
		next = flags & PN_NEXT ? pn->in[k].pos : next;
	}
	if (enter == VAL_NONE && next == VAL_NONE)
		return true; /* of a branch */
	if (enter == VAL_NONE || next == VAL_NONE || pn->n_in != 2 || pn->n->n_ctl ||
	    node_at(w, enter)->flags & PN_INVARIANT || node_at(w, next)->region != w->region)
		return odd(w, pos, "does not merge an Enter and a NextIteration");
	i = w->s->f->var[enter];
	if (i >= w->n || w->enter[i] != enter || w->merge[i] != VAL_NONE ||
	    node_at(w, enter)->n_cons != 1)
		return odd(w, enter, "begins more than one variable");
	w->merge[i] = pos;
	w->next[i] = next;
	if (!flow_types(w->s, pn))
		return false;
	w->s->f->var[pos] = i;
	return true;
}

static bool find_parts(struct frame_parts *w)
{
	uint32_t n = n_own(w), at = 0;
	bool ok = true;

	for (uint32_t i = 0; ok && i < n; i++) {
		const struct pnode *pn = node_at(w, own(w, i));

		if (pn->flags & (PN_ENTER | PN_EXIT | PN_NEXT) && (pn->n_in != 1 || pn->n_out != 1))
			ok = odd(w, own(w, i), "has more than one input or output");
		else if (pn->flags & (PN_PARTLY_FED | PN_MISSING) &&
			 pn->flags & ~(unsigned)(PN_PARTLY_FED | PN_MISSING))
			ok = odd(w, own(w, i), "is fed, or without a kernel");
		else if (pn->flags & (PN_ENTER | PN_EXIT | PN_NEXT) && !flow_types(w->s, pn))
			ok = false;
		else if (pn->flags & PN_ENTER) {
			w->s->f->var[own(w, i)] = at;
			w->enter[at++] = own(w, i);
		} else if (pn->row && pn->row->flags & OP_LOOPCOND) {
			ok = w->loop_cond == VAL_NONE || odd(w, own(w, i), "is a second LoopCond");
			w->loop_cond = own(w, i);
		}
	}
	for (uint32_t i = 0; ok && i < n; i++)
		ok = !(node_at(w, own(w, i))->flags & PN_MERGE) || take_merge(w, own(w, i));
	for (uint32_t i = 0; ok && i < w->n; i++)
		ok = w->merge[i] != VAL_NONE || node_at(w, w->enter[i])->flags & PN_INVARIANT ||
		     odd(w, w->enter[i], "enters for the first round only");
	if (ok && (w->loop_cond == VAL_NONE || node_at(w, w->loop_cond)->n_in != 1))
		return odd(w, w->enter[0], "enters a loop without a LoopCond");
	return ok;
}

/* Whether the value behind in is the loop's variable i, at way k of its Switch. */
static bool is_variable(const struct frame_parts *w, struct pin in, uint32_t i, uint32_t k)
{
	const struct pnode *pn = node_at(w, in.pos);

	if (pn->flags & PN_SWITCH && pn->n_in == 2 && pn->in[1].pos == w->loop_cond &&
	    in.slot == pn->slot + k) {
		in = pn->in[0];
		pn = node_at(w, in.pos);
	} else if (k == 0) {
		return false;
	}
	return in.pos == w->merge[i] && in.slot == pn->slot;
}

static bool stays(const struct frame_parts *w, uint32_t i)
{
	struct pin in;

	if (w->merge[i] == VAL_NONE)
		return true;
	in = node_at(w, w->next[i])->in[0];
	while (!is_variable(w, in, i, 1)) {
		const struct pnode *pn = node_at(w, in.pos);

		if (!pn->row || pn->n_in != 1 || pn->flags || !node_hands_on(pn))
			return false;
		in = pn->in[0];
	}
	return true;
}

/* ---- condition and body ---- */

static void put_ready(struct scope *s, uint32_t pos, uint32_t val)
{
	const struct pnode *pn = &s->f->p->node[pos];

	s->f->done[pos] = PUT_DONE;
	s->f->way[pos] = 0;
	for (uint32_t k = 0; k < pn->n_out; k++)
		*scope_slot(s, pn->slot + k) = (struct lval){k ? VAL_NONE : val, 0, true};
}

/* Everything anew; what the variables are is there. */
static void begin_part(const struct frame_parts *w, struct scope *s)
{
	for (uint32_t i = 0; i < n_own(w); i++)
		s->f->done[own(w, i)] = PUT_NOT;
	for (uint32_t r = s->f->child[w->region]; r; r = s->f->sibling[r]) {
		s->f->asked[r] = s->body && s->f->unit[r] == PUT_DONE;
		s->f->unit[r] = PUT_NOT;
	}
	for (uint32_t i = 0; i < w->n; i++) {
		uint32_t arg = s->b->p->arg[i];

		put_ready(s, w->enter[i], w->merge[i] == VAL_NONE ? arg : VAL_NONE);
		if (w->merge[i] != VAL_NONE)
			put_ready(s, w->merge[i], arg);
	}
	if (s->body)
		put_ready(s, w->loop_cond, VAL_NONE);
}

static bool put_sources(struct scope *s, uint32_t pos)
{
	const struct pnode *pn = &s->f->p->node[pos];
	bool ok = true;

	for (uint32_t k = 0; ok && k < pnode_n_edges(pn); k++) {
		uint32_t src = s->f->p->pos[pnode_edge(pn, k)];

		ok = flow_put(s, &src, 1);
	}
	return ok;
}

static bool put_ret(struct scope *s, uint32_t pos, uint32_t *ret)
{
	const struct pnode *pn = &s->f->p->node[pos];
	struct lval v = *scope_slot(s, pn->in[0].slot);

	if (v.way == WAY_DEAD || v.val == VAL_NONE)
		return slow(s->b, "%.*s has an input that is never there", SV_ARG(pn->n->name));
	*ret = way_told(s, pn, v, v.way);
	return true;
}

static bool fill_part(const struct frame_parts *w, struct scope *s)
{
	struct fprog *p = s->b->p;
	bool ok = true;

	p->n_rets = s->body ? w->n : 1;
	p->ret = xcalloc(p->n_rets + 1u, sizeof(*p->ret));
	if (!s->body)
		return put_sources(s, w->loop_cond) && put_ret(s, w->loop_cond, &p->ret[0]);
	for (uint32_t i = 0; ok && i < w->n; i++)
		ok = w->merge[i] == VAL_NONE || put_sources(s, w->next[i]);
	for (uint32_t i = 0; ok && i < w->n; i++)
		if (w->merge[i] == VAL_NONE)
			p->ret[i] = p->arg[i];
		else
			ok = put_ret(s, w->next[i], &p->ret[i]);
	return ok;
}

static struct fprog *build_part(const struct frame_parts *w, bool body)
{
	struct build inner = *w->s->b;
	struct scope s = {.f = w->s->f,
			  .b = &inner,
			  .region = w->region,
			  .loop_cond = w->loop_cond,
			  .body = body};
	bool ok;

	if (inner.depth++ >= LOOPS_DEEP)
		return slow(w->s->b, "loops nested too deep"), NULL;
	inner.p = prog_new(inner.f);
	inner.guard = VAL_NONE;
	prog_args(inner.p, w->konst, w->n);
	scope_start(&s);
	begin_part(w, &s);
	ok = fill_part(w, &s);
	scope_end(&s);
	err_clear(&inner.r.err);
	if (ok)
		prog_finish(inner.f, inner.p);
	return ok ? inner.p : NULL;
}

/* ---- whether that was all ---- */

static void note_asked(struct frame_parts *w)
{
	for (uint32_t i = 0; i < n_own(w); i++)
		w->asked[i] = w->s->f->done[own(w, i)] == PUT_DONE;
}

/* A node of the loop that neither needs would not run; one with an effect that both need would run
 * twice. */
static bool all_there(const struct frame_parts *w)
{
	const struct flow *f = w->s->f;

	for (uint32_t i = 0; i < n_own(w); i++) {
		uint32_t pos = own(w, i);
		const struct pnode *pn = node_at(w, pos);
		bool put = f->done[pos] == PUT_DONE;

		if (pn->flags & (PN_ENTER | PN_NEXT | PN_EXIT) || pos == w->loop_cond ||
		    f->var[pos] != VAL_NONE)
			continue;
		if (!put && !w->asked[i] && !(pn->flags & PN_SWITCH))
			return odd(w, pos, "stands beside condition and body");
		if (put && w->asked[i] && pn->row && op_touch(pn) == TOUCH_RUN)
			return odd(w, pos, "is for condition and body");
	}
	return true;
}

/* ---- the loop ---- */

static bool way_of_loop(struct frame_parts *w, uint32_t *way)
{
	bool ok = true;

	*way = 0;
	for (uint32_t i = 0; ok && i < w->n; i++) {
		const struct pnode *pn = node_at(w, w->enter[i]);
		uint32_t one;

		ok = pn->n_in == 1 && way_of_node(w->s, pn, &one) && way_join(w->s, pn, way, one);
		w->in[i] =
			ok ? *scope_slot(w->s, pn->in[0].slot) : (struct lval){VAL_NONE, 0, false};
		w->val[i] = w->in[i].val;
	}
	return ok;
}

static bool put_exits(struct frame_parts *w, const uint32_t *out, uint32_t way)
{
	for (uint32_t k = 0; k < n_own(w); k++) {
		const struct pnode *pn = node_at(w, own(w, k)), *sw;
		uint32_t i;

		if (!(pn->flags & PN_EXIT))
			continue;
		sw = node_at(w, pn->in[0].pos);
		i = sw->n_in == 2 && sw->flags & PN_SWITCH ? w->s->f->var[sw->in[0].pos] : VAL_NONE;
		if (i >= w->n || pn->n->n_ctl || !is_variable(w, pn->in[0], i, 0))
			return odd(w, own(w, k), "leaves with what is no variable");
		w->s->f->way[own(w, k)] = way;
		*scope_slot(w->s, pn->slot) = (struct lval){
			out ? out[i] : VAL_NONE, way,
			out && (out[i] != w->in[i].val || (w->in[i].told && w->in[i].way == way))};
	}
	return true;
}

static bool put_while(struct frame_parts *w, uint32_t way)
{
	struct fprog *p = w->s->b->p;
	struct floop *l = w->l;
	uint32_t *out = xcalloc(2 * w->n + 1u, sizeof(*out)), *made = out + w->n;
	struct fnode *n;
	bool ok;

	for (uint32_t i = 0; i < w->n; i++) {
		made[i] = prog_val(p);
		out[i] = l->same[i] ? w->val[i] : made[i];
	}
	p->acts = p->acts || l->cond->acts || l->body->acts;
	l->cond->again = l->body->again = true;
	n = fast_add_node(w->s->b, FK_WHILE, node_at(w, w->loop_cond), w->val, w->n, made, w->n);
	n->x = l;
	str_addz(&n->what, "While");
	ok = put_exits(w, out, way);
	free(out);
	return ok;
}

static bool lower_loop(struct frame_parts *w)
{
	uint32_t way = 0;

	if (!find_parts(w) || !way_of_loop(w, &way))
		return false;
	if (way == WAY_DEAD)
		return put_exits(w, NULL, way);
	way_guard(w->s, node_at(w, w->loop_cond), w->in, w->val, w->n, way);
	for (uint32_t i = 0; i < w->n; i++) {
		const struct fval *v = &w->s->b->p->val.p[w->val[i]];

		w->l->same[i] = stays(w, i);
		w->konst[i] = w->l->same[i] && v->konst ? v->t : NULL;
	}
	w->l->cond = build_part(w, false);
	if (!w->l->cond)
		return false;
	note_asked(w);
	w->l->body = build_part(w, true);
	return w->l->body && all_there(w) && put_while(w, way);
}

bool flow_loop(struct scope *s, uint32_t region)
{
	uint32_t n = s->f->p->region[region].n_enter;
	struct frame_parts w = {.s = s, .region = region, .n = n, .loop_cond = VAL_NONE};
	bool ok;

	if (s->f->asked[region])
		return slow(s->b, "a loop is for condition and body of another one (TensorFlow 1)");
	s->b->f->count.nodes += s->f->own_at[region + 1] - s->f->own_at[region];
	w.enter = xmalloc((3 * n + 1u) * sizeof(*w.enter));
	memset(w.enter, 0xff, (3 * n + 1u) * sizeof(*w.enter));
	w.merge = w.enter + n;
	w.next = w.merge + n;
	w.val = xcalloc(n + 1u, sizeof(*w.val));
	w.in = xcalloc(n + 1u, sizeof(*w.in));
	w.konst = xcalloc(n + 1u, sizeof(*w.konst));
	w.asked = xcalloc(n_own(&w) + 1u, 1);
	w.l = arena_alloc(s->b->p->arena, sizeof(*w.l));
	w.l->same = arena_alloc(s->b->p->arena, n + 1u);
	ok = lower_loop(&w);
	free(w.enter);
	free(w.val);
	free(w.in);
	free(w.konst);
	free(w.asked);
	return ok;
}
