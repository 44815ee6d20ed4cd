/*
 * Frames are kept once for each (frame around, call node, function of it). Lists that lead backwards (who calls
 * a function, which returns a node feeds) are made on first use.
 */
#include "inspect/walk.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/map.h"
#include "base/mem.h"

enum { MAX_DEPTH = 64, MAX_FRAMES = 1000000 };

struct site {
	const struct graph *g;
	uint32_t node, which;
};

struct returned {
	uint32_t node, slot, k;
};

struct fn {			/* of a library function */
	VEC(struct site) site;
	const struct walk_frame *base;
	struct returned *ret;	/* sorted by node; NULL: not made yet */
};

struct key {
	uint32_t up, node, which;
};

struct walk {
	const struct metagraph *mg;
	struct walk_opts o;
	bool limited, called;
	struct walk_frame root;
	VEC(struct walk_frame *) frame;
	struct map by_key;
	VEC(struct key *) key;
	struct fn *fn;		/* mg->n_funcs */
};

struct walk *walk_new(const struct metagraph *mg, const struct walk_opts *o)
{
	struct walk *w = xcalloc(1, sizeof(*w));

	w->mg = mg;
	w->o = *o;
	if (!w->o.max_frames)
		w->o.max_frames = MAX_FRAMES;
	w->fn = xcalloc((size_t)mg->n_funcs + 1, sizeof(*w->fn));
	return w;
}

void walk_free(struct walk *w)
{
	if (!w)
		return;
	for (uint32_t i = 0; i < w->mg->n_funcs; i++) {
		vec_free(&w->fn[i].site);
		free(w->fn[i].ret);
	}
	for (size_t i = 0; i < w->frame.n; i++)
		free(w->frame.p[i]);
	for (size_t i = 0; i < w->key.n; i++)
		free(w->key.p[i]);
	vec_free(&w->frame);
	vec_free(&w->key);
	map_free(&w->by_key);
	free(w->fn);
	free(w);
}

bool walk_limited(const struct walk *w)
{
	return w->limited;
}

uint32_t walk_n_frames(const struct walk *w)
{
	return (uint32_t)w->frame.n;
}

const struct walk_frame *walk_frame(const struct walk *w, uint32_t id)
{
	return w->frame.p[id];
}

/* ---- frames ---- */

static struct fn *fn_of(struct walk *w, const struct function *f)
{
	return &w->fn[f - w->mg->funcs];
}

static struct walk_frame *frame_new(struct walk *w, struct walk_frame f)
{
	struct walk_frame *fr = xcalloc(1, sizeof(*fr));

	f.id = (uint32_t)w->frame.n;
	*fr = f;
	vec_push(&w->frame, fr);
	return fr;
}

static const struct walk_frame *frame_keyed(struct walk *w, struct key k, struct walk_frame f)
{
	struct sv bytes = { (const char *)&k, sizeof(k) };
	struct key *own;
	uint64_t id;

	if (map_get(&w->by_key, bytes, &id))
		return w->frame.p[id];
	if (w->frame.n >= w->o.max_frames) {
		w->limited = true;
		return NULL;
	}
	own = xcalloc(1, sizeof(*own));
	*own = k;
	vec_push(&w->key, own);
	map_put(&w->by_key, (struct sv){ (const char *)own, sizeof(*own) }, w->frame.n);
	return frame_new(w, f);
}

const struct walk_frame *walk_base(struct walk *w, const struct graph *g)
{
	uint32_t i = g->func ? (uint32_t)(g->func - w->mg->funcs) : UINT32_MAX;

	return frame_keyed(w, (struct key){ UINT32_MAX, i, 0 }, (struct walk_frame){ .g = g, .role = "" });
}

static const char *const roles[] = { "", "cond", "body", "then", "else" };

/* A role that outlives the list of calls. */
static const char *role_keep(struct walk *w, const char *role)
{
	struct key *own;

	for (size_t i = 0; i < sizeof(roles) / sizeof(*roles); i++)
		if (!strcmp(role, roles[i]))
			return roles[i];
	own = xcalloc(2, sizeof(((struct call *)0)->role));
	snprintf((char *)own, sizeof(((struct call *)0)->role), "%s", role);
	vec_push(&w->key, own);
	return (const char *)own;
}

static const struct walk_frame *inside(struct walk *w, const struct walk_frame *up, uint32_t node,
				       uint32_t which, const struct call *c)
{
	struct key k = { up->id, node, which };
	struct sv bytes = { (const char *)&k, sizeof(k) };
	uint64_t id;

	if (map_get(&w->by_key, bytes, &id))
		return w->frame.p[id];
	if (up->depth >= MAX_DEPTH) {
		w->limited = true;
		return NULL;
	}
	return frame_keyed(w, k, (struct walk_frame){ .g = c->f->graph, .up = up, .node = node, .which = which,
						      .role = role_keep(w, c->role), .depth = up->depth + 1 });
}

/* ---- who calls a function ---- */

static void sites_of(struct walk *w, const struct graph *g)
{
	calls_t c = { 0 };

	for (uint32_t i = 0; i < g->n_nodes; i++) {
		const struct node *n;

		if (!calls_may(w->mg, graph_node_op(g, i)))
			continue;
		n = graph_node(g, i, NULL);
		c.n = 0;
		if (n)
			calls_of(w->mg, n, &c);
		for (size_t k = 0; k < c.n; k++)
			if (c.p[k].kind != CALL_OPAQUE)
				vec_push(&fn_of(w, c.p[k].f)->site, ((struct site){ g, i, (uint32_t)k }));
	}
	vec_free(&c);
}

static const struct fn *callers(struct walk *w, const struct function *f)
{
	if (!w->called) {
		w->called = true;
		sites_of(w, w->mg->graph);
		for (uint32_t i = 0; i < w->mg->n_funcs; i++)
			sites_of(w, w->mg->funcs[i].graph);
	}
	return fn_of(w, f);
}

/* ---- which returns a node feeds ---- */

static int by_node(const void *a, const void *b)
{
	const struct returned *x = a, *y = b;

	return x->node != y->node ? (x->node > y->node) - (x->node < y->node) : (x->k > y->k) - (x->k < y->k);
}

/* The first of them; *end: behind the last. */
static const struct returned *returns(struct walk *w, const struct function *f, uint32_t node,
				      const struct returned **end)
{
	struct fn *fn = fn_of(w, f);
	const struct edge *e = function_rets(f);
	size_t lo = 0, hi = f->n_rets;

	if (!fn->ret) {
		fn->ret = xcalloc((size_t)f->n_rets + 1, sizeof(*fn->ret));
		for (uint32_t k = 0; e && k < f->n_rets; k++)
			fn->ret[k] = (struct returned){ e[k].node, e[k].slot, k };
		for (uint32_t k = 0; !e && k < f->n_rets; k++)
			fn->ret[k].node = NODE_NONE;
		qsort(fn->ret, f->n_rets, sizeof(*fn->ret), by_node);
	}
	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (fn->ret[mid].node < node)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (hi = lo; hi < f->n_rets && fn->ret[hi].node == node; hi++)
		;
	*end = fn->ret + hi;
	return fn->ret + lo;
}

/* ---- spots ---- */

static void add(hops_t *out, struct spot s, bool control)
{
	if (s.fr && s.node != NODE_NONE && s.node < s.fr->g->n_nodes &&
	    !(out->n && !memcmp(&vec_last(out).to, &s, sizeof(s))))
		vec_push(out, ((struct hop){ s, control }));
}

static bool calls_at(struct walk *w, const struct graph *g, uint32_t node, calls_t *c)
{
	const struct node *n;

	c->n = 0;
	if (node >= g->n_nodes || !calls_may(w->mg, graph_node_op(g, node)) || !(n = graph_node(g, node, NULL)))
		return false;
	calls_of(w->mg, n, c);
	return calls_mapped(c);
}

struct spot walk_output(struct walk *w, const struct walk_frame *fr, uint32_t node, uint32_t slot)
{
	calls_t c = { 0 };
	struct spot s = { fr, node, PORT_NODE };

	if (slot < PORT_MAX && calls_at(w, fr->g, node, &c))
		s.port = PORT_OUT(slot);
	vec_free(&c);
	return s;
}

static void producer(struct walk *w, const struct walk_frame *fr, uint32_t node, uint32_t i, hops_t *out)
{
	const struct node *n = graph_node(fr->g, node, NULL);

	if (n && i < n->n_in && n->in[i].node < fr->g->n_nodes)
		add(out, walk_output(w, fr, n->in[i].node, n->in[i].slot), false);
}

/* ---- backwards ---- */

static void ret_source(struct walk *w, const struct walk_frame *fr, uint32_t k, hops_t *out)
{
	const struct edge *e = fr ? function_rets(fr->g->func) : NULL;

	if (e && k < fr->g->func->n_rets && e[k].node < fr->g->n_nodes)
		add(out, walk_output(w, fr, e[k].node, e[k].slot), false);
}

static void call_output_sources(struct walk *w, struct spot s, const calls_t *c, hops_t *out)
{
	uint32_t k = (s.port - 1) / 2;
	bool loop = false, branch = false;

	for (uint32_t i = 0; i < c->n; i++) {
		const struct call *call = &c->p[i];

		loop = loop || call->kind == CALL_BODY;
		branch = branch || call->kind == CALL_BRANCH;
		ret_source(w, inside(w, s.fr, s.node, i, call), call->kind == CALL_COND ? 0 : k, out);
	}
	if (loop)
		add(out, (struct spot){ s.fr, s.node, PORT_IN(k) }, false);
	if (branch)
		add(out, (struct spot){ s.fr, s.node, PORT_IN(0) }, false);
}

/* Argument i of a body, called from `up`. */
static void arg_from(struct walk *w, const struct walk_frame *up, uint32_t node, uint32_t which, uint32_t i,
		     hops_t *out)
{
	calls_t c = { 0 };

	if (up && calls_at(w, up->g, node, &c) && which < c.n) {
		add(out, (struct spot){ up, node, PORT_IN(i + c.p[which].skip) }, false);
		for (uint32_t k = 0; k < c.n; k++)
			if (c.p[k].kind == CALL_BODY)
				ret_source(w, inside(w, up, node, k, &c.p[k]), i, out);
	}
	vec_free(&c);
}

static void arg_sources(struct walk *w, struct spot s, hops_t *out)
{
	const struct fn *fn;

	if (s.fr->up) {
		arg_from(w, s.fr->up, s.fr->node, s.fr->which, s.node, out);
		return;
	}
	fn = callers(w, s.fr->g->func);
	for (size_t k = 0; k < fn->site.n; k++)
		arg_from(w, walk_base(w, fn->site.p[k].g), fn->site.p[k].node, fn->site.p[k].which, s.node, out);
}

static void control_sources(struct walk *w, struct spot s, const struct node *n, hops_t *out)
{
	for (uint32_t i = 0; w->o.control && i < n->n_ctl; i++)
		add(out, (struct spot){ s.fr, n->ctl[i].node, PORT_NODE }, true);
}

void walk_sources(struct walk *w, struct spot s, hops_t *out)
{
	const struct node *n = graph_node(s.fr->g, s.node, NULL);
	calls_t c = { 0 };

	if (!n)
		return;
	if (s.node < s.fr->g->n_args) {
		arg_sources(w, s, out);
	} else if (s.port != PORT_NODE && s.port % 2 == 0) {
		producer(w, s.fr, s.node, s.port / 2 - 1, out);
	} else if (s.port != PORT_NODE && calls_at(w, s.fr->g, s.node, &c)) {
		call_output_sources(w, s, &c, out);
		control_sources(w, s, n, out);
	} else {
		for (uint32_t i = 0; i < n->n_in; i++)
			producer(w, s.fr, s.node, i, out);
		control_sources(w, s, n, out);
	}
	vec_free(&c);
}

/* ---- forwards ---- */

static void to_arg(struct walk *w, const struct walk_frame *up, uint32_t node, uint32_t which,
		   const struct call *c, uint32_t i, hops_t *out)
{
	const struct walk_frame *fr;

	if (i >= c->f->graph->n_args || !(fr = inside(w, up, node, which, c)))
		return;
	add(out, (struct spot){ fr, i, PORT_NODE }, false);
}

static void every_output(struct spot s, const struct node *n, hops_t *out)
{
	for (uint32_t k = 0; k < n->n_out && k < PORT_MAX; k++)
		add(out, (struct spot){ s.fr, s.node, PORT_OUT(k) }, false);
}

static void call_input_takers(struct walk *w, struct spot s, const struct node *n, const calls_t *c, hops_t *out)
{
	uint32_t i = s.port / 2 - 1;
	bool loop = false, branch = false;

	for (uint32_t k = 0; k < c->n; k++) {
		loop = loop || c->p[k].kind == CALL_BODY;
		branch = branch || c->p[k].kind == CALL_BRANCH;
		if (i >= c->p[k].skip)
			to_arg(w, s.fr, s.node, k, &c->p[k], i - c->p[k].skip, out);
	}
	if (loop && i < n->n_out)
		add(out, (struct spot){ s.fr, s.node, PORT_OUT(i) }, false);
	if (branch && i == 0)
		every_output(s, n, out);
}

/* Return k of a body, called from `up`. */
static void ret_to(struct walk *w, const struct walk_frame *up, uint32_t node, uint32_t which, uint32_t k,
		   hops_t *out)
{
	const struct node *n = up ? graph_node(up->g, node, NULL) : NULL;
	calls_t c = { 0 };

	if (n && calls_at(w, up->g, node, &c) && which < c.n) {
		if (c.p[which].kind == CALL_COND)
			every_output((struct spot){ up, node, 0 }, n, out);
		else if (k < n->n_out)
			add(out, (struct spot){ up, node, PORT_OUT(k) }, false);
		for (uint32_t j = 0; c.p[which].kind == CALL_BODY && j < c.n; j++)
			to_arg(w, up, node, j, &c.p[j], k, out);
	}
	vec_free(&c);
}

/* What is returned goes to the call, or to every call. slot: SLOT_CONTROL for any. */
static void ret_takers(struct walk *w, struct spot s, uint32_t slot, hops_t *out)
{
	const struct returned *r, *end;

	if (!s.fr->g->func)
		return;
	for (r = returns(w, s.fr->g->func, s.node, &end); r < end; r++) {
		const struct fn *fn;

		if (slot != SLOT_CONTROL && r->slot != slot)
			continue;
		if (s.fr->up) {
			ret_to(w, s.fr->up, s.fr->node, s.fr->which, r->k, out);
			continue;
		}
		fn = callers(w, s.fr->g->func);
		for (size_t i = 0; i < fn->site.n; i++)
			ret_to(w, walk_base(w, fn->site.p[i].g), fn->site.p[i].node, fn->site.p[i].which, r->k, out);
	}
}

void walk_takers(struct walk *w, struct spot s, hops_t *out)
{
	const struct node *n = graph_node(s.fr->g, s.node, NULL);
	uint32_t slot = s.port == PORT_NODE ? SLOT_CONTROL : (s.port - 1) / 2, count = 0;
	const struct consumer *t;
	calls_t c = { 0 };

	if (!n)
		return;
	if (s.port != PORT_NODE && s.port % 2 == 0) {
		if (calls_at(w, s.fr->g, s.node, &c))
			call_input_takers(w, s, n, &c, out);
		vec_free(&c);
		return;
	}
	t = graph_consumers(s.fr->g, s.node, &count, NULL);
	for (uint32_t i = 0; t && i < count; i++) {
		bool control = t[i].slot == SLOT_CONTROL;
		struct spot to = { s.fr, t[i].node, PORT_NODE };

		if (control ? !w->o.control : slot != SLOT_CONTROL && t[i].slot != slot)
			continue;
		if (!control && t[i].input < PORT_MAX && calls_at(w, s.fr->g, t[i].node, &c))
			to.port = PORT_IN(t[i].input);
		add(out, to, control);
	}
	ret_takers(w, s, slot, out);
	vec_free(&c);
}

/* ---- names ---- */

static void prefix(struct str *out, const struct walk_frame *fr)
{
	if (!fr->up) {
		if (fr->g->func) {
			str_escaped(out, fr->g->func->name);
			str_addc(out, '/');
		}
		return;
	}
	prefix(out, fr->up);	/* at most MAX_DEPTH deep */
	str_escaped(out, graph_node_name(fr->up->g, fr->node));
	str_addc(out, '/');
	str_addz(out, fr->role);
	if (*fr->role)
		str_addc(out, '/');
}

void walk_path(struct str *out, const struct walk_frame *fr, struct sv name)
{
	prefix(out, fr);
	str_escaped(out, name);
}

void spot_path(struct str *out, struct spot s)
{
	walk_path(out, s.fr, graph_node_name(s.fr->g, s.node));
}
