/*
 * Makes plans: reach back from what is wanted, prepare kernels, sort; layout.c does the rest. See
 * plan.h for the shape of the result.
 */
#include "exec/plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"

enum { MARK_IN = 1, MARK_RUN = 2 };

struct build {
	struct plan *p;
	const struct plan_want *w;
	const struct graph *g;
	uint8_t *mark;			/* by graph index */
	uint8_t *fed;			/* by graph index: some output is fed */
	VEC(uint32_t) todo;
	VEC(uint32_t) found;
	struct err *err;
};

static struct sv name_of(const struct build *b, uint32_t node)
{
	return graph_node_name(b->g, node);
}

/* ---- reach ---- */

static bool is_fed(const struct build *b, struct edge e)
{
	if (!b->fed[e.node])
		return false;
	for (size_t i = 0; i < b->w->n_feeds; i++)
		if (b->w->feeds[i].at.node == e.node && b->w->feeds[i].at.slot == e.slot)
			return true;
	return false;
}

static void mark(struct build *b, uint32_t node, int how)
{
	if (!b->mark[node])
		vec_push(&b->found, node);
	if ((how & MARK_RUN) && !(b->mark[node] & MARK_RUN))
		vec_push(&b->todo, node);
	b->mark[node] |= (uint8_t)(MARK_IN | how);
}

static bool is_given_op(struct sv op)
{
	return sv_is(op, "Placeholder") || sv_is(op, "PlaceholderV2") || sv_is(op, "_Arg");
}

static bool want_edge(struct build *b, struct edge e, struct sv text, uint32_t by)
{
	if (e.node >= b->g->n_nodes) {
		struct sv who = by == NODE_NONE ? SV("the request") : name_of(b, by);

		err_set(b->err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT,
			"input \"%.*s\" names no node of the graph", SV_ARG(text));
		return err_at(b->err, "node %.*s", SV_ARG(who));
	}
	/* An argument or a fed placeholder never runs, also when only waited for. */
	if (e.slot == SLOT_CONTROL && b->fed[e.node] && is_given_op(graph_node_op(b->g, e.node)))
		mark(b, e.node, MARK_IN);
	else if (e.slot != SLOT_CONTROL && is_fed(b, e))
		mark(b, e.node, MARK_IN);
	else if (b->w->body && e.node < b->g->n_args)
		mark(b, e.node, MARK_IN);
	else
		mark(b, e.node, MARK_RUN);
	return true;
}

static bool want_inputs(struct build *b, uint32_t i)
{
	const struct node *n = graph_node(b->g, i, b->err);

	if (!n)
		return err_at(b->err, "node %.*s", SV_ARG(name_of(b, i)));
	for (uint32_t k = 0; k < n->n_in; k++)
		if (!want_edge(b, n->in[k], n->in_text[k], i))
			return false;
	for (uint32_t k = 0; k < n->n_ctl; k++)
		if (!want_edge(b, (struct edge){ n->ctl[k].node, SLOT_CONTROL },
			       n->in_text[n->n_in + k], i))
			return false;
	return true;
}

static bool drain(struct build *b)
{
	while (b->todo.n > 0) {
		uint32_t i = b->todo.p[--b->todo.n];

		if (!want_inputs(b, i))
			return false;
	}
	return true;
}

/* A body that names no effects (old models) still has them: TensorFlow keeps its stateful nodes. */
static bool want_effects(struct build *b)
{
	for (uint32_t i = b->g->n_args; i < b->g->n_nodes; i++) {
		const struct opdef *def = opdef_find(graph_node_op(b->g, i));

		if (def && def->stateful && !sv_starts(def->name, SV("Placeholder")))
			mark(b, i, MARK_RUN);
	}
	return drain(b);
}

static bool reach(struct build *b)
{
	const struct plan_want *w = b->w;

	for (size_t i = 0; i < w->n_feeds; i++) {
		if (w->feeds[i].at.node >= b->g->n_nodes)
			return err_set(b->err, ERR_KIND_INPUT, ERR_NOT_FOUND,
				       "feed %zu names no node of the graph", i);
		b->fed[w->feeds[i].at.node] = 1;
	}
	if (w->body)
		for (uint32_t i = 0; i < b->g->n_args; i++)
			mark(b, i, MARK_IN);
	for (size_t i = 0; i < w->n_fetches; i++)
		if (!want_edge(b, w->fetches[i], SV("?"), NODE_NONE))
			return false;
	for (size_t i = 0; i < w->n_targets; i++)
		if (!want_edge(b, (struct edge){ w->targets[i], SLOT_CONTROL }, SV("?"), NODE_NONE))
			return false;
	if (!drain(b))
		return false;
	if (w->body && b->g->func && b->g->func->n_ctl_rets == 0)
		return want_effects(b);
	return true;
}

/* ---- kernels ---- */

static uint32_t flags_of_row(const struct op_row *row, const struct node *n)
{
	uint32_t f = 0;
	bool invariant = false;

	f |= row->flags & OP_MERGE ? PN_MERGE : 0;
	f |= row->flags & OP_SWITCH ? PN_SWITCH : 0;
	f |= row->flags & OP_EXIT ? PN_EXIT : 0;
	f |= row->flags & OP_NEXT ? PN_NEXT : 0;
	if (row->flags & OP_ENTER) {
		f |= PN_ENTER;
		if (node_attr_bool(n, "is_constant", &invariant) && invariant)
			f |= PN_INVARIANT;
	}
	return f;
}

static bool missing(struct build *b, struct pnode *pn, const char *why)
{
	const char *reason = op_refusal(pn->n->op);

	pn->flags |= PN_MISSING;
	pn->row = NULL;
	pn->why_kind = ERR_KIND_UNSUPPORTED;
	pn->why_code = ERR_UNIMPLEMENTED;
	pn->why = why ? arena_printf(b->p->arena, "%s", why)
		      : arena_printf(b->p->arena, "smtui has no kernel for op %.*s%s%s", SV_ARG(pn->n->op),
				     reason ? ": " : "", reason ? reason : "");
	return true;
}

/* A kernel that does not take the node's types is as good as none; anything else is an error. */
static bool check_types(struct build *b, struct pnode *pn, struct err *err)
{
	struct err e = { 0 };
	bool ok = pn->n->callee || op_check(pn->row, pn->n, &e);

	if (!ok && e.kind == ERR_KIND_UNSUPPORTED)
		ok = missing(b, pn, e.msg);
	if (!ok)
		err_move(err, &e);
	err_clear(&e);
	return ok;
}

/* Of types and attributes that the op refuses. */
static bool refused(struct build *b, struct pnode *pn, struct err *why)
{
	if (!b->w->lenient || why->kind == ERR_KIND_LIMIT) {
		err_move(b->err, why);
		return false;
	}
	missing(b, pn, why->msg);
	pn->why_kind = why->kind;
	pn->why_code = why->code;
	err_clear(why);
	return true;
}

static bool prepare_kernel(struct build *b, struct pnode *pn)
{
	struct err why = { 0 };

	if (!check_types(b, pn, &why))
		return refused(b, pn, &why);
	return !pn->row || op_prepare(pn->row, pn->n, b->p->arena, &pn->state, &why) || refused(b, pn, &why);
}

static void not_fed(const struct node *n, struct err *err)
{
	enum dtype t = n->n_out ? n->out_type[0] : DT_INVALID;
	struct str s = STR_INIT;
	struct shape shape;

	str_addz(&s, "");
	if (node_attr_shape(n, "shape", &shape) && shape.rank > 0) {
		str_addz(&s, " and shape ");
		shape_str(&s, shape);
	}
	err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
		"You must feed a value for placeholder tensor '%.*s' with dtype %s%s", SV_ARG(n->name),
		dtype_text(t), str_z(&s));
	str_free(&s);
}

/* An op that nobody knows has as many outputs as are asked for: it is refused by name later, or given its
 * outputs in the debugger. */
static uint32_t outputs_of(const struct build *b, const struct node *n)
{
	uint32_t most = n->n_out;

	for (size_t k = 0; !n->def && !n->callee && k < b->w->n_fetches; k++) {
		struct edge e = b->w->fetches[k];

		if (e.node == n->index && e.slot != SLOT_CONTROL && e.slot >= most && e.slot < UINT16_MAX)
			most = e.slot + 1;
	}
	return most;
}

static bool prepare_node(struct build *b, struct pnode *pn, uint32_t i)
{
	const struct node *n = graph_node(b->g, i, b->err);

	if (!n)
		return err_at(b->err, "node %.*s", SV_ARG(name_of(b, i)));
	*pn = (struct pnode){ .n = n, .node = i, .n_out = outputs_of(b, n), .arg = -1 };
	if (!(b->mark[i] & MARK_RUN)) {
		pn->flags = PN_GIVEN;
		if (b->w->body && i < b->g->n_args)
			pn->arg = (int32_t)i;
		return true;
	}
	pn->n_in = n->n_in;
	pn->flags = b->fed[i] ? PN_PARTLY_FED : 0;
	pn->row = n->callee ? op_call_row() : op_find(n->op);
	if (is_given_op(n->op) || (pn->row && pn->row->flags & OP_FEED)) {
		not_fed(n, b->err);
		return err_at(b->err, "node %.*s (%.*s)", SV_ARG(n->name), SV_ARG(n->op));
	}
	if (!pn->row)
		return missing(b, pn, NULL);
	pn->flags |= flags_of_row(pn->row, n);
	if (!prepare_kernel(b, pn))
		return err_at(b->err, "node %.*s (%.*s)", SV_ARG(n->name), SV_ARG(n->op));
	return true;
}

/* ---- order ---- */

static void heap_push(uint32_t *h, size_t *n, uint32_t v)
{
	size_t i = (*n)++;

	for (; i > 0 && h[(i - 1) / 2] > v; i = (i - 1) / 2)
		h[i] = h[(i - 1) / 2];
	h[i] = v;
}

static uint32_t heap_pop(uint32_t *h, size_t *n)
{
	uint32_t top = h[0], v = h[--*n];
	size_t i = 0, k;

	while ((k = 2 * i + 1) < *n) {
		if (k + 1 < *n && h[k + 1] < h[k])
			k++;
		if (h[k] >= v)
			break;
		h[i] = h[k];
		i = k;
	}
	h[i] = v;
	return top;
}

static int cmp_u32(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* Readers as a compressed table over found[] (sorted by graph index); the loop edge from
 * NextIteration to Merge is left out. */
struct sorter {
	struct pnode *tmp;		/* by rank among the found nodes */
	uint32_t *rank;			/* graph index -> rank */
	uint32_t *start, *reader, *needs;
	size_t n;
};

static bool is_back_edge(const struct sorter *s, const struct pnode *to, uint32_t k)
{
	return (to->flags & PN_MERGE) && s->tmp[s->rank[pnode_edge(to, k)]].flags & PN_NEXT;
}

static void sorter_fill(struct sorter *s)
{
	uint32_t at = 0;

	for (size_t i = 0; i < s->n; i++)
		for (uint32_t k = 0; k < pnode_n_edges(&s->tmp[i]); k++)
			if (!is_back_edge(s, &s->tmp[i], k))
				s->start[s->rank[pnode_edge(&s->tmp[i], k)]]++;
	for (size_t i = 0; i <= s->n; i++) {
		uint32_t c = s->start[i];

		s->start[i] = at;
		at += c;
	}
	s->reader = xmalloc((at ? at : 1) * sizeof(*s->reader));
	for (size_t i = s->n; i-- > 0;)
		for (uint32_t k = 0; k < pnode_n_edges(&s->tmp[i]); k++)
			if (!is_back_edge(s, &s->tmp[i], k)) {
				s->reader[s->start[s->rank[pnode_edge(&s->tmp[i], k)]]++] =
					(uint32_t)i;
				s->needs[i]++;
			}
	/* filling moved each start to its end: shift back */
	memmove(s->start + 1, s->start, s->n * sizeof(*s->start));
	s->start[0] = 0;
}

static size_t sorter_run(struct sorter *s, struct pnode *out)
{
	uint32_t *heap = xmalloc((s->n + 1) * sizeof(*heap));
	size_t n_heap = 0, done = 0;

	for (size_t i = 0; i < s->n; i++)
		if (s->needs[i] == 0)
			heap_push(heap, &n_heap, (uint32_t)i);
	while (n_heap > 0) {
		uint32_t i = heap_pop(heap, &n_heap);

		s->needs[i] = UINT32_MAX;
		out[done++] = s->tmp[i];
		for (uint32_t k = s->start[i]; k < s->start[i + 1]; k++)
			if (--s->needs[s->reader[k]] == 0)
				heap_push(heap, &n_heap, s->reader[k]);
	}
	free(heap);
	return done;
}

static bool cycle_error(struct build *b, const struct sorter *s)
{
	for (size_t i = 0; i < s->n; i++)	/* a loop's own ops unknown: that is the cause */
		if (s->tmp[i].flags & PN_MISSING) {
			const struct node *n = s->tmp[i].n;

			err_set(b->err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED, "%s",
				s->tmp[i].why);
			return err_at(b->err, "node %.*s (%.*s)", SV_ARG(n->name), SV_ARG(n->op));
		}
	for (size_t i = 0; i < s->n; i++)
		if (s->needs[i] != UINT32_MAX) {
			err_set(b->err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT,
				"the graph has a cycle through this node");
			return err_at(b->err, "node %.*s", SV_ARG(s->tmp[i].n->name));
		}
	return false;
}

static bool sort_nodes(struct build *b)
{
	struct plan *p = b->p;
	struct sorter s = { .n = b->found.n };
	bool ok = true;

	if (s.n > 0)
		qsort(b->found.p, s.n, sizeof(*b->found.p), cmp_u32);
	s.tmp = xcalloc(s.n + 1, sizeof(*s.tmp));
	s.start = xcalloc(s.n + 2, sizeof(*s.start));
	s.needs = xcalloc(s.n + 1, sizeof(*s.needs));
	s.rank = p->pos;	/* borrowed until the positions are known */
	for (size_t i = 0; i < s.n && ok; i++) {
		ok = prepare_node(b, &s.tmp[i], b->found.p[i]);
		s.rank[b->found.p[i]] = (uint32_t)i;
	}
	if (ok) {
		sorter_fill(&s);
		p->node = arena_array(p->arena, s.n + 1, sizeof(*p->node));
		p->order = arena_array(p->arena, s.n + 1, sizeof(*p->order));
		p->n = (uint32_t)s.n;
		if (sorter_run(&s, p->node) != s.n)
			ok = cycle_error(b, &s);
	}
	for (uint32_t i = 0; ok && i < p->n; i++) {
		p->order[i] = p->node[i].node;
		p->pos[p->order[i]] = i;
	}
	free(s.tmp);
	free(s.start);
	free(s.needs);
	free(s.reader);
	return ok;
}

/* ---- what comes out ---- */

static bool find_sources(struct build *b)
{
	struct plan *p = b->p;
	const struct plan_want *w = b->w;

	p->n_feeds = w->n_feeds;
	p->feed = arena_array(p->arena, w->n_feeds + 1, sizeof(*p->feed));
	for (size_t i = 0; i < w->n_feeds; i++) {
		struct edge at = w->feeds[i].at;

		p->feed[i] = (struct pfeed){ at, p->pos[at.node] };
		if (p->feed[i].pos != POS_NONE && at.slot >= p->node[p->feed[i].pos].n_out)
			return plan_bad_output(SV("the request"), name_of(b, at.node), at.slot,
					       p->node[p->feed[i].pos].n_out, b->err);
	}
	p->n_fetches = w->n_fetches;
	p->fetch = arena_array(p->arena, w->n_fetches + 1, sizeof(*p->fetch));
	for (size_t i = 0; i < w->n_fetches; i++) {
		struct edge e = w->fetches[i];
		const struct pnode *pn = &p->node[p->pos[e.node]];

		if (e.slot == SLOT_CONTROL) {
			p->fetch[i] = (struct psource){ p->pos[e.node], SLOT_CONTROL };
			continue;
		}
		if (e.slot >= pn->n_out)
			return plan_bad_output(SV("the request"), pn->n->name, e.slot,
					       pn->n_out, b->err);
		if (pn->out_region != 0) {
			err_set(b->err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
				"%.*s is inside a loop and cannot be fetched", SV_ARG(pn->n->name));
			return false;
		}
		p->fetch[i] = (struct psource){ p->pos[e.node], pn->slot + e.slot };
		p->region[0].uses0[p->fetch[i].slot]++;
	}
	return true;
}

static void keep_request(struct plan *p, const struct plan_want *w)
{
	struct edge *want = arena_array(p->arena, w->n_fetches + 1, sizeof(*want));
	uint32_t *target = arena_array(p->arena, w->n_targets + 1, sizeof(*target));

	if (w->n_fetches)
		memcpy(want, w->fetches, w->n_fetches * sizeof(*want));
	if (w->n_targets)
		memcpy(target, w->targets, w->n_targets * sizeof(*target));
	p->want = want;
	p->target = target;
	p->n_targets = w->n_targets;
}

static bool build(struct build *b)
{
	struct plan *p = b->p;

	if (!reach(b) || !sort_nodes(b) || !plan_layout(p, b->err))
		return false;
	keep_request(p, b->w);
	return find_sources(b);
}

struct plan *plan_new(const struct plan_want *w, struct err *err)
{
	struct build b = { .w = w, .g = w->graph, .err = err };
	size_t n = w->graph->n_nodes;
	bool ok;

	b.p = xcalloc(1, sizeof(*b.p));
	b.p->g = w->graph;
	b.p->arena = arena_new();
	b.p->pos = xmalloc((n + 1) * sizeof(*b.p->pos));
	memset(b.p->pos, 0xff, (n + 1) * sizeof(*b.p->pos));
	b.mark = xcalloc(n + 1, 1);
	b.fed = xcalloc(n + 1, 1);
	ok = build(&b);
	free(b.mark);
	free(b.fed);
	vec_free(&b.todo);
	vec_free(&b.found);
	if (!ok) {
		plan_free(b.p);
		return NULL;
	}
	return b.p;
}

void plan_free(struct plan *p)
{
	if (!p)
		return;
	arena_free(p->arena);
	free(p->pos);
	free(p);
}

bool plan_fits(const struct plan *p, const struct plan_want *w)
{
	if (p->g != w->graph || p->n_fetches != w->n_fetches || p->n_targets != w->n_targets ||
	    p->n_feeds != w->n_feeds)
		return false;
	for (size_t i = 0; i < w->n_fetches; i++)
		if (p->want[i].node != w->fetches[i].node || p->want[i].slot != w->fetches[i].slot)
			return false;
	for (size_t i = 0; i < w->n_targets; i++)
		if (p->target[i] != w->targets[i])
			return false;
	for (size_t i = 0; i < w->n_feeds; i++)
		if (p->feed[i].at.node != w->feeds[i].at.node ||
		    p->feed[i].at.slot != w->feeds[i].at.slot)
			return false;
	return true;
}
