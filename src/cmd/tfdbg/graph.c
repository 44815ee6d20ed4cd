/* Builds the graph of a run: frame by frame from the root down, then the edges between all of them. */
#include "cmd/tfdbg/graph.h"

#include <stdlib.h>

#include "exec/exec.h"
#include "inspect/calls.h"

enum { DEPTH_MAX = 64, NODES_MAX = 2000000 };

/* A graph as one call has it. */
struct frame {
	const struct graph *g;
	const char *prefix;	/* "call/", "" */
	uint32_t parent, caller;	/* frame; node of the whole graph */
	uint32_t depth;
	struct call call;	/* how caller calls it */
	uint32_t *at;		/* by node of g: where it is in the whole graph, or NODE_NONE */
};

struct build {
	struct tf_graph *out;
	struct tfdbg *t;
	VEC(struct frame) frame;
	VEC(uint32_t) stack;
};

/* ---- which nodes ---- */

static void mark(struct build *b, struct frame *f, uint32_t node)
{
	if (node >= f->g->n_nodes || f->at[node] != NODE_NONE)
		return;
	f->at[node] = 0;
	vec_push(&b->stack, node);
}

/* Fed nodes hand on what they are fed. */
static bool is_fed(const struct build *b, const struct frame *f, uint32_t node)
{
	const struct signature *sig = b->t->sig;

	for (uint32_t i = 0; !f->depth && i < sig->n_in; i++) {
		struct edge e;

		if (dbg_input(b->t->dbg, i) && exec_info_edge(b->t->app->mg, &sig->in[i], "input", &e, NULL) &&
		    e.node == node)
			return true;
	}
	return false;
}

static void spread(struct build *b, struct frame *f)
{
	while (b->stack.n) {
		uint32_t i = b->stack.p[--b->stack.n];
		const struct node *n = is_fed(b, f, i) ? NULL : graph_node(f->g, i, NULL);

		for (uint32_t k = 0; n && k < n->n_in; k++)
			mark(b, f, n->in[k].node);
		for (uint32_t k = 0; n && k < n->n_ctl; k++)
			mark(b, f, n->ctl[k].node);
	}
}

/* A signature's output as TensorInfo has it; of a sparse one its three parts. */
static void mark_output(struct build *b, struct frame *f, const struct tensor_info *ti)
{
	struct edge e;

	if (ti->encoding == TI_NAME && exec_info_edge(b->t->app->mg, ti, "output", &e, NULL))
		mark(b, f, e.node);
	for (int i = 0; ti->encoding == TI_COO_SPARSE && i < 3; i++)
		if (graph_resolve(f->g, ti->coo[i], &e, NULL))
			mark(b, f, e.node);
}

static void mark_ends(struct build *b, struct frame *f)
{
	const struct function *fn = f->g->func;
	const struct edge *ret = fn ? function_rets(fn) : NULL, *ctl = fn ? function_ctl_rets(fn) : NULL;

	for (uint32_t i = 0; !fn && i < b->t->sig->n_out; i++)
		mark_output(b, f, &b->t->sig->out[i]);
	for (uint32_t i = 0; ret && i < fn->n_rets; i++)
		mark(b, f, ret[i].node);
	for (uint32_t i = 0; ctl && i < fn->n_ctl_rets; i++)
		mark(b, f, ctl[i].node);
	for (uint32_t i = 0; i < f->g->n_args; i++)
		mark(b, f, i);
}

/* ---- frames ---- */

static const char *joined(struct arena *a, const char *prefix, struct sv name, const char *role)
{
	struct str s = STR_INIT;
	const char *z;

	str_addz(&s, prefix);
	str_add(&s, name);
	if (role)
		str_addf(&s, "/%s%s", role, *role ? "/" : "");
	z = arena_sv(a, str_sv(&s)).p;
	str_free(&s);
	return z;
}

static bool is_on_stack(const struct build *b, uint32_t frame, const struct graph *g)
{
	for (; frame != NODE_NONE; frame = b->frame.p[frame].parent)
		if (b->frame.p[frame].g == g)
			return true;
	return false;
}

/* The bodies of what a node calls wait behind those frames that are there. */
static void open_calls(struct build *b, uint32_t frame, uint32_t i, uint32_t whole)
{
	const struct frame *f = &b->frame.p[frame];
	const struct metagraph *mg = b->t->app->mg;
	const struct node *n = calls_may(mg, graph_node_op(f->g, i)) ? graph_node(f->g, i, NULL) : NULL;
	calls_t calls = { 0 };

	if (!n)
		return;
	calls_of(mg, n, &calls);
	for (size_t k = 0; calls_mapped(&calls) && k < calls.n; k++) {
		struct call *c = &calls.p[k];
		struct frame inner = {
			.g = c->f->graph, .parent = frame, .caller = whole, .depth = b->frame.p[frame].depth + 1,
			.call = *c,
		};

		if (!inner.g || inner.depth > DEPTH_MAX || is_on_stack(b, frame, inner.g) ||
		    b->out->node.n > NODES_MAX) {
			b->out->cut = true;
			continue;
		}
		inner.prefix = joined(b->out->arena, b->frame.p[frame].prefix, n->name, c->role);
		if (c->kind == CALL_PLAIN)
			b->out->node.p[whole].body = (uint32_t)b->frame.n;
		vec_push(&b->frame, inner);
	}
	vec_free(&calls);
}

static void add_frame(struct build *b, uint32_t frame)
{
	struct frame *f = &b->frame.p[frame];
	uint32_t n = f->g->n_nodes;

	f->at = xmalloc(((size_t)n + 1) * sizeof(*f->at));
	memset(f->at, 0xff, (size_t)n * sizeof(*f->at));
	mark_ends(b, f);
	spread(b, f);
	for (uint32_t i = 0; i < n; i++) {
		uint32_t *at = &b->frame.p[frame].at[i], whole = (uint32_t)b->out->node.n;

		if (*at == NODE_NONE)
			continue;
		*at = whole;
		vec_push(&b->out->node, ((struct tf_node){
			.path = joined(b->out->arena, b->frame.p[frame].prefix,
				       graph_node_name(b->frame.p[frame].g, i), NULL),
			.g = b->frame.p[frame].g, .node = i, .body = NODE_NONE }));
		map_add(&b->out->by_path, sv_of(b->out->node.p[whole].path), whole);
		open_calls(b, frame, i, whole);
	}
}

/* ---- edges ---- */

static void edge(struct build *b, const struct frame *f, const struct edge *e)
{
	uint32_t at = e->node < f->g->n_nodes ? f->at[e->node] : NODE_NONE;

	if (at != NODE_NONE)
		vec_push(&b->out->edge, ((struct tf_edge){ at, e->slot }));
}

static int by_path(const void *a, const void *b, void *ctx)
{
	const struct tf_graph *g = ctx;

	return strcmp(g->node.p[((const struct tf_edge *)a)->node].path,
		      g->node.p[((const struct tf_edge *)b)->node].path);
}

static void node_edges(struct build *b, const struct frame *f, uint32_t i)
{
	struct tf_graph *g = b->out;
	struct tf_node *w = &g->node.p[f->at[i]];
	const struct node *n = is_fed(b, f, i) ? NULL : graph_node(f->g, i, NULL);
	uint32_t arg = i + f->call.skip;

	w->in = (uint32_t)g->edge.n;
	if (f->g->func && i < f->g->n_args) {
		const struct frame *up = &b->frame.p[f->parent];
		const struct node *caller = graph_node(up->g, g->node.p[f->caller].node, NULL);

		if (caller && arg < caller->n_in)
			edge(b, up, &caller->in[arg]);
		w->n_in = (uint32_t)g->edge.n - w->in;
		return;
	}
	for (uint32_t k = 0; n && k < n->n_in; k++)
		edge(b, f, &n->in[k]);
	w->n_in = (uint32_t)g->edge.n - w->in;
	for (uint32_t k = 0; n && k < n->n_ctl; k++)
		edge(b, f, &n->ctl[k]);
	w->n_ctl = (uint32_t)g->edge.n - w->in - w->n_in;
	if (w->n_ctl)
		qsort_r(g->edge.p + w->in + w->n_in, w->n_ctl, sizeof(*g->edge.p), by_path, g);
}

/* What a plain call hands out comes from its body. */
static void through_edges(struct build *b, const struct frame *f)
{
	struct tf_node *w;
	const struct edge *ret;

	if (f->parent == NODE_NONE || f->call.kind != CALL_PLAIN)
		return;
	w = &b->out->node.p[f->caller];
	ret = function_rets(f->g->func);
	w->through = (uint32_t)b->out->edge.n;
	for (uint32_t k = 0; ret && k < f->g->func->n_rets; k++)
		edge(b, f, &ret[k]);
	w->n_through = (uint32_t)b->out->edge.n - w->through;
}

/* Every edge, from its reader's side. */
static void each_edge(struct tf_graph *g, void (*fn)(struct tf_graph *g, uint32_t from, uint32_t to, bool ctl))
{
	for (uint32_t i = 0; i < g->node.n; i++) {
		uint32_t n;
		const struct tf_edge *e = tf_graph_in(g, i, SLOT_CONTROL, true, &n);

		for (uint32_t k = 0; k < n; k++)
			fn(g, e[k].node, i, e[k].slot == SLOT_CONTROL);
	}
}

static void count_out(struct tf_graph *g, uint32_t from, uint32_t to, bool ctl)
{
	struct tf_node *n = &g->node.p[from];

	(void)to;
	if (ctl)
		n->n_out_ctl++;
	else
		n->n_out++;
}

/* Its counts grow again from 0; where the control edges begin is known from the counting before. */
static void place_out(struct tf_graph *g, uint32_t from, uint32_t to, bool ctl)
{
	struct tf_node *n = &g->node.p[from];
	uint32_t at = ctl ? n->out_ctl + n->n_out_ctl++ : n->out + n->n_out++;

	g->out.p[at] = (struct tf_edge){ to, ctl ? SLOT_CONTROL : 0 };
}

/* The same edges seen from where they begin. */
static void out_edges(struct tf_graph *g)
{
	uint32_t at = 0;

	each_edge(g, count_out);
	for (size_t i = 0; i < g->node.n; i++) {
		struct tf_node *n = &g->node.p[i];

		n->out = at;
		n->out_ctl = at + n->n_out;
		at = n->out_ctl + n->n_out_ctl;
		n->n_out = n->n_out_ctl = 0;
	}
	vec_reserve(&g->out, (size_t)at + 1);
	g->out.n = at;
	each_edge(g, place_out);
}

static struct tf_graph *make(struct tfdbg *t)
{
	struct build b = { .t = t, .out = xcalloc(1, sizeof(struct tf_graph)) };

	b.out->arena = arena_new();
	vec_push(&b.frame, ((struct frame){ .g = t->app->mg->graph, .prefix = "", .parent = NODE_NONE,
					    .caller = NODE_NONE }));
	for (uint32_t i = 0; i < b.frame.n; i++)
		add_frame(&b, i);
	for (uint32_t i = 0; i < b.frame.n; i++) {
		for (uint32_t k = 0; k < b.frame.p[i].g->n_nodes; k++)
			if (b.frame.p[i].at[k] != NODE_NONE)
				node_edges(&b, &b.frame.p[i], k);
		through_edges(&b, &b.frame.p[i]);
	}
	out_edges(b.out);
	for (size_t i = 0; i < b.frame.n; i++)
		free(b.frame.p[i].at);
	vec_free(&b.frame);
	vec_free(&b.stack);
	return b.out;
}

struct tf_graph *tf_graph(struct tfdbg *t, struct err *err)
{
	(void)err;
	if (!t->graph)
		t->graph = make(t);
	return t->graph;
}

void tf_graph_free(struct tf_graph *g)
{
	if (!g)
		return;
	vec_free(&g->node);
	vec_free(&g->edge);
	vec_free(&g->out);
	map_free(&g->by_path);
	arena_free(g->arena);
	free(g);
}

/* ---- asking ---- */

/* The only node whose path ends so, at a slash. */
static uint32_t find_tail(const struct tf_graph *g, struct sv tail)
{
	uint32_t found = NODE_NONE;

	for (uint32_t i = 0; i < g->node.n; i++) {
		struct sv path = sv_of(g->node.p[i].path);

		if (path.n <= tail.n || path.p[path.n - tail.n - 1] != '/' || !sv_ends(path, tail))
			continue;
		if (found != NODE_NONE)
			return NODE_NONE;
		found = i;
	}
	return found;
}

uint32_t tf_graph_find(const struct tf_graph *g, const char *name)
{
	struct sv s = sv_of(name);
	long colon = sv_rfind(s, ':');
	uint64_t at;

	if (colon > 0 && strspn(name + colon + 1, "0123456789") == s.n - (size_t)colon - 1)
		s.n = (size_t)colon;
	if (map_get(&g->by_path, s, &at))
		return (uint32_t)at;
	return s.n ? find_tail(g, s) : NODE_NONE;
}

const struct tf_edge *tf_graph_in(const struct tf_graph *g, uint32_t i, uint32_t slot, bool ctl, uint32_t *n)
{
	const struct tf_node *w = &g->node.p[i];

	if (slot < w->n_through) {
		*n = 1;
		return g->edge.p + w->through + slot;
	}
	if (w->n_through) {
		*n = w->n_through;
		return g->edge.p + w->through;
	}
	*n = w->n_in + (ctl ? w->n_ctl : 0);
	return g->edge.p + w->in;
}

const struct tf_edge *tf_graph_out(const struct tf_graph *g, uint32_t i, bool ctl, uint32_t *n)
{
	const struct tf_node *w = &g->node.p[i];

	*n = w->n_out + (ctl ? w->n_out_ctl : 0);
	return g->out.p + w->out;
}
