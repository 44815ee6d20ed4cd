/*
 * How many rounds a loop will go, where the model itself says: each comparison that the condition is made of
 * (joined by LogicalAnd) is between counters, which the body moves by a constant, and limits, which it leaves
 * alone. Works on loops as functions (While) and on V1 loops.
 *
 *   rounds = the round at hand + ceil((limit - counter) / step), the least of all comparisons
 */
#include "debug/inside.h"

#include <math.h>

enum { LOOK = 64 };	/* nodes followed from one to the next */

/* A number at the beginning of a round, and what a round adds to it. */
struct moving {
	double at, step;
};

struct loop {
	const struct dbg *d;
	const struct frame *f;
	const struct graph *cond;		/* the condition's; of a V1 loop: the graph */
	const struct function *body;		/* NULL: a V1 loop */
	int64_t round;				/* that `at` belongs to */
};

static struct edge through(const struct graph *g, struct edge e)
{
	for (int i = 0; i < LOOK; i++) {
		const struct node *n = graph_node(g, e.node, NULL);

		if (!n || n->n_in != 1 || !(sv_is(n->op, "Identity") || sv_is(n->op, "ToBool") ||
					    sv_is(n->op, "LoopCond") || sv_is(n->op, "Switch")))
			break;
		e = n->in[0];
	}
	return e;
}

/* Past Identity and, in a V1 loop, the Switch that lets a value into the body. */
static struct edge into_body(const struct graph *g, struct edge e)
{
	for (int i = 0; i < LOOK; i++) {
		const struct node *n = graph_node(g, e.node, NULL);

		if (!n || !n->n_in ||
		    !(sv_is(n->op, "Identity") || sv_is(n->op, "Switch") || sv_is(n->op, "RefSwitch")))
			break;
		e = n->in[0];
	}
	return e;
}

static bool number_of(const struct tensor *t, double *v)
{
	enum dtype_kind kind = t ? dtype_info(t->dtype)->kind : DK_NONE;

	if (!t || t->n != 1 || (kind != DK_INT && kind != DK_UINT && kind != DK_FLOAT))
		return false;
	*v = tensor_get_f64(t, 0);
	return isfinite(*v);
}

static bool constant(const struct graph *g, struct edge e, double *v)
{
	const struct node *n = graph_node(g, e.node, NULL);
	struct tensor *t = NULL;
	struct sv bytes;
	bool ok;

	if (n && sv_is(n->op, "Const") && node_attr_tensor(n, "value", &bytes) && bytes.n < 4096)
		t = tensorproto_decode(bytes, NULL);
	ok = number_of(t, v);
	tensor_unref(t);
	return ok;
}

/* e is `counter` plus or minus a constant: what it adds. */
static bool step_of(const struct loop *l, const struct graph *g, struct edge e, uint32_t counter, double *step)
{
	const struct node *n;
	double c;

	e = into_body(g, e);
	if (e.node == counter) {
		*step = 0;
		return true;
	}
	n = graph_node(g, e.node, NULL);
	if (!n || n->n_in != 2)
		return false;
	for (int i = 0; i < 2; i++) {
		struct edge other = into_body(g, n->in[1 - i]);
		const struct node *enter = l->body ? NULL : graph_node(g, other.node, NULL);

		if (enter && sv_is(enter->op, "Enter") && enter->n_in)
			other = enter->in[0];
		if (into_body(g, n->in[i]).node != counter || !constant(g, other, &c))
			continue;
		*step = sv_is(n->op, "Sub") ? -c : c;
		return sv_is(n->op, "Add") || sv_is(n->op, "AddV2") || (sv_is(n->op, "Sub") && i == 0);
	}
	return false;
}

/* The value that a node of a V1 loop's graph had last, and the round of it. */
static bool last_value(const struct loop *l, uint32_t node, double *v, int64_t *round)
{
	int64_t i = event_before_here(l->d, l->cond, node, NULL);
	const struct event *e = i >= 0 ? &l->d->event.p[i] : NULL;

	if (!e || e->n_out < 1 || !number_of(e->out[0], v))
		return false;
	*round = frec_iter(e->fr);
	return true;
}

static bool moving_v1(struct loop *l, struct edge e, struct moving *m)
{
	const struct node *n = graph_node(l->cond, e.node, NULL);
	int64_t round = -1;

	if (!n)
		return false;
	if (sv_is(n->op, "Enter") && last_value(l, e.node, &m->at, &round)) {
		m->step = 0;
		return true;
	}
	if (!sv_is(n->op, "Merge") || n->n_in != 2 || !last_value(l, e.node, &m->at, &round))
		return false;
	l->round = round > l->round ? round : l->round;
	n = graph_node(l->cond, n->in[1].node, NULL);
	return n && sv_is(n->op, "NextIteration") && n->n_in == 1 &&
	       step_of(l, l->cond, n->in[0], e.node, &m->step) &&
	       (m->at += m->step * (double)(l->round - round), true);
}

static bool moving_of(struct loop *l, struct edge e, struct moving *m)
{
	const struct edge *ret;

	e = through(l->cond, e);
	m->step = 0;
	if (constant(l->cond, e, &m->at))
		return true;
	if (!l->body)
		return moving_v1(l, e, m);
	if (e.node >= l->cond->n_args || e.node >= l->body->n_rets)
		return false;
	ret = function_rets(l->body);
	return number_of(frame_arg(l->f, e.node), &m->at) &&
	       step_of(l, l->body->graph, ret[e.node], e.node, &m->step);
}

/* Rounds from the one at hand until a < b (or <=) is false; infinite: never. */
static double until_false(struct moving a, struct moving b, bool equal_too)
{
	double gap = b.at - a.at, closes = a.step - b.step, n;

	if (equal_too ? gap < 0 : gap <= 0)
		return 0;
	if (closes <= 0)
		return INFINITY;
	n = gap / closes;
	return equal_too ? floor(n) + 1 : ceil(n);
}

static bool compared(struct loop *l, const struct node *n, double *rounds)
{
	struct moving a, b;
	bool less = sv_starts(n->op, SV("Less")), greater = sv_starts(n->op, SV("Greater"));
	bool equal_too = n->op.n > 5 && sv_ends(n->op, SV("Equal"));

	if (!(less || greater) || n->n_in != 2 || !moving_of(l, n->in[0], &a) || !moving_of(l, n->in[1], &b))
		return false;
	*rounds = less ? until_false(a, b, equal_too) : until_false(b, a, equal_too);
	return true;
}

/* The least of what the comparisons behind e say; *all: each of them says something. */
static void condition(struct loop *l, struct edge e, int depth, double *rounds, bool *all)
{
	const struct node *n;
	double one;

	e = through(l->cond, e);
	n = graph_node(l->cond, e.node, NULL);
	if (n && sv_is(n->op, "LogicalAnd") && n->n_in == 2 && depth < 8) {
		condition(l, n->in[0], depth + 1, rounds, all);
		condition(l, n->in[1], depth + 1, rounds, all);
	} else if (n && compared(l, n, &one)) {
		*rounds = fmin(*rounds, one);
	} else {
		*all = false;
	}
}

static bool function_loop(struct loop *l, struct edge *e)
{
	const struct frame *up = frame_parent(l->f);
	const struct node *n = up ? graph_node(frame_graph(up), frame_call_node(l->f), NULL) : NULL;
	const struct metagraph *mg = l->d->mg;
	const struct function *cond = NULL;
	struct sv name;

	if (n && node_attr_func(n, "cond", &name))
		cond = metagraph_function(mg, name);
	if (n && node_attr_func(n, "body", &name))
		l->body = metagraph_function(mg, name);
	if (!cond || !l->body || cond->n_rets != 1)
		return false;
	l->cond = cond->graph;
	*e = function_rets(cond)[0];
	return true;
}

int64_t loop_rounds(const struct dbg *d, const struct frame *f, bool *at_most)
{
	struct loop l = { .d = d, .f = f, .cond = frame_graph(f), .round = frame_iter(f) };
	double rounds = INFINITY;
	bool all = true;
	struct edge e = { NODE_NONE, 0 };

	*at_most = false;
	if (l.round < 0)
		return -1;
	if (*frame_role(f) ? !function_loop(&l, &e) : (e.node = frame_loop_cond(f)) == NODE_NONE)
		return -1;
	condition(&l, e, 0, &rounds, &all);
	if (!(rounds < 1e15))
		return -1;
	*at_most = !all;
	return l.round + (int64_t)rounds;
}
