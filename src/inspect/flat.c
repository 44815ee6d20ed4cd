/*
 * Walks a model from its doors up to inputs and weights. Nothing recurses: calls within calls are frames,
 * the walk's path is a stack. Two walks: one for values (what outputs are computed from), one for
 * effects (what is done on the way, reached over control edges too).
 */
#include "inspect/flat.h"

#include <stdlib.h>

#include "base/intr.h"
#include "base/map.h"
#include "model/callable.h"

enum { DEPTH_MAX = 200, SLOTS = 2 << 20 };

struct spot {
	uint32_t frame, node, slot;
};

struct visit {
	uint32_t item, next;
};

struct body {
	const struct function *f;
	uint32_t frame;
};

struct flat_walk {
	VEC(struct visit) todo;
	VEC(struct spot) effect;
	VEC(struct body) body;
	struct map bodies;    /* function's name -> body */
	struct map variables; /* name -> variable */
	struct map assets;    /* node's name in the MetaGraph's graph -> asset */
	VEC(uint32_t) order;
	VEC(struct spot) trail; /* of one resolve */
};

/* ---- frames ---- */

static uint32_t frame_add(struct flat *f, const struct frame *like)
{
	struct frame fr = *like;

	f->slots += fr.g->n_nodes + 1u;
	if (f->slots > f->most) {
		f->full = true;
		return ITEM_NONE;
	}
	fr.way = xcalloc((size_t)fr.g->n_nodes + 1, sizeof(*fr.way));
	vec_push(&f->frame, fr);
	return (uint32_t)f->frame.n - 1;
}

static const struct node *node_at(const struct flat *f, uint32_t frame, uint32_t node)
{
	return graph_node(f->frame.p[frame].g, node, NULL);
}

static void touch(struct flat *f, uint32_t frame, uint32_t node)
{
	if (node != NODE_NONE && !f->frame.p[frame].way[node].touched) {
		f->frame.p[frame].way[node].touched = true;
		vec_push(&f->walk->effect, ((struct spot){ frame, node, 0 }));
	}
}

/* What a function does besides giving values. */
static void touch_function(struct flat *f, uint32_t frame, const struct function *fn)
{
	for (uint32_t i = 0; i < fn->n_ctl_rets; i++)
		touch(f, frame, function_ctl_rets(fn)[i].node);
	for (uint32_t i = 0; i < fn->n_rets; i++)
		touch(f, frame, function_rets(fn)[i].node);
}

static const struct function *callee(const struct flat *f, const struct node *n)
{
	struct sv name;

	if (n->callee)
		return n->callee;
	if ((sv_is(n->op, "PartitionedCall") || sv_is(n->op, "StatefulPartitionedCall")) &&
	    node_attr_func(n, "f", &name))
		return metagraph_function(f->mg, name);
	return NULL;
}

/* The frame of a call; ITEM_NONE: it stays a node. */
static uint32_t frame_of_call(struct flat *f, uint32_t frame, const struct node *n,
			      const struct function *fn)
{
	struct way *w = &f->frame.p[frame].way[n->index];
	uint32_t child;

	if (w->state == WAY_FRAME)
		return w->frame;
	if (w->state == WAY_ITEM || f->symbolic || !fn->graph || !fn->graph->priv ||
	    f->frame.p[frame].depth >= DEPTH_MAX)
		return ITEM_NONE;
	child = frame_add(f, &(struct frame){ .g = fn->graph, .parent = frame, .caller = n->index,
					      .inlined = true,
					      .depth = f->frame.p[frame].depth + 1 });
	if (child == ITEM_NONE)
		return child;
	w = &f->frame.p[frame].way[n->index];
	w->state = WAY_FRAME;
	w->frame = child;
	touch_function(f, child, fn);
	return child;
}

/* A body by itself: once a function. */
static uint32_t frame_of_body(struct flat *f, uint32_t frame, uint32_t node, const char *role,
			      const struct function *fn)
{
	uint64_t k = f->walk->body.n;
	uint32_t child;

	if (map_get(&f->walk->bodies, fn->name, &k))
		return f->walk->body.p[k].frame;
	if (!fn->graph || !fn->graph->priv)
		return ITEM_NONE;
	child = frame_add(f, &(struct frame){ .g = fn->graph, .parent = frame, .caller = node,
					      .role = role,
					      .depth = f->frame.p[frame].depth + 1 });
	if (child == ITEM_NONE)
		return child;
	map_add(&f->walk->bodies, fn->name, f->walk->body.n);
	vec_push(&f->walk->body, ((struct body){ fn, child }));
	touch_function(f, child, fn);
	return child;
}

/* ---- where a value comes from ---- */

static bool hands_on(struct sv op)
{
	static const char *const list[] = { "Identity",	       "IdentityN",	 "StopGradient",
					    "PreventGradient", "ReadVariableOp", "Snapshot", NULL };

	for (const char *const *p = list; *p; p++)
		if (sv_is(op, *p))
			return true;
	return false;
}

/* One node on; false: the value is made here. */
static bool step(struct flat *f, struct spot *s)
{
	const struct frame *fr = &f->frame.p[s->frame];
	const struct node *n = node_at(f, s->frame, s->node);
	const struct function *fn;
	struct edge e = { NODE_NONE, 0 };
	uint32_t to = s->frame;

	if (!n)
		return false;
	if (s->node < fr->g->n_args) {
		const struct node *call = fr->inlined ? node_at(f, fr->parent, fr->caller) : NULL;

		if (!call || s->node >= call->n_in)
			return false;
		e = call->in[s->node];
		to = fr->parent;
	} else if (hands_on(n->op)) {
		uint32_t k = sv_is(n->op, "IdentityN") ? s->slot : 0;

		if (k >= n->n_in)
			return false;
		e = n->in[k];
		f->n_on++;
	} else if ((fn = callee(f, n))) {
		to = frame_of_call(f, s->frame, n, fn);
		if (to == ITEM_NONE || s->slot >= fn->n_rets)
			return false;
		e = function_rets(fn)[s->slot];
	}
	if (e.node == NODE_NONE || e.slot == SLOT_CONTROL)
		return false;
	*s = (struct spot){ to, e.node, e.slot };
	return true;
}

static bool is_single(const struct flat *f, const struct spot *s)
{
	const struct frame *fr = &f->frame.p[s->frame];

	return s->node < fr->g->n_args || fr->way[s->node].state == WAY_ON ||
	       (hands_on(graph_node_op(fr->g, s->node)) &&
		!sv_is(graph_node_op(fr->g, s->node), "IdentityN"));
}

/* Nodes passed remember the end, so that a long chain is walked once. */
static struct spot resolve(struct flat *f, struct spot s)
{
	size_t most = 1 << 22;

	f->walk->trail.n = 0;
	while (most--) {
		struct way *w = &f->frame.p[s.frame].way[s.node];
		struct spot from = s;

		if (w->state == WAY_ON) {
			s = (struct spot){ w->frame, w->node, w->slot };
			break;
		}
		if (w->state == WAY_ITEM || !step(f, &s))
			break;
		if (is_single(f, &from))
			vec_push(&f->walk->trail, from);
	}
	for (size_t i = 0; i < f->walk->trail.n; i++) {
		struct spot t = f->walk->trail.p[i];
		struct way *w = &f->frame.p[t.frame].way[t.node];

		if (w->state == WAY_NEW && (t.frame != s.frame || t.node != s.node))
			*w = (struct way){ WAY_ON, w->touched, s.frame, s.node, s.slot };
	}
	return s;
}

/* ---- items ---- */

static int32_t variable_of(const struct flat *f, const struct node *n)
{
	struct sv name = SV("");
	uint64_t at;

	if (!node_attr_str(n, "shared_name", &name) || !name.n)
		name = n->name;
	if (map_get(&f->walk->variables, name, &at) || map_get(&f->walk->variables, n->name, &at))
		return (int32_t)at;
	return -1;
}

static bool is_variable(struct sv op)
{
	return sv_is(op, "VarHandleOp") || sv_is(op, "VariableV2") || sv_is(op, "Variable");
}

/* An argument of a door's function: fed, or an object that was captured. */
static void argument(const struct flat *f, struct item *it)
{
	const struct frame *fr = &f->frame.p[it->frame];
	uint32_t free = fr->g->n_args >= fr->n_bound ? fr->g->n_args - fr->n_bound : 0, n, n_vars;
	const struct object_node *o = metagraph_objects(f->mg, &n);
	const struct variable *vars = metagraph_variables(f->mg, &n_vars);
	int64_t id;

	it->kind = ITEM_ARG;
	it->token = flat_mix(fr->role ? 31 : 37, it->node);
	if (!fr->role && !fr->inlined && fr->tokens && it->node < free) {
		it->kind = ITEM_INPUT;
		it->token = flat_mix(fr->tokens[it->node], 0);
	}
	if (fr->role || fr->inlined || !fr->bound || it->node < free)
		return;
	id = fr->bound[it->node - free];
	if (id < 0 || id >= (int64_t)n)
		return;
	if (o[id].kind == OBJ_VARIABLE && o[id].variable) {
		it->kind = ITEM_VARIABLE;
		it->index = (int32_t)(o[id].variable - vars);
	} else if (o[id].kind == OBJ_ASSET) {
		it->kind = ITEM_ASSET;
		it->index = o[id].asset;
	} else {
		it->token = flat_mix(41, (uint64_t)o[id].kind);
	}
}

static void kind_of(const struct flat *f, struct item *it)
{
	const struct frame *fr = &f->frame.p[it->frame];
	const struct node *n = node_at(f, it->frame, it->node);
	uint64_t at;

	it->kind = ITEM_NODE;
	it->index = -1;
	if (it->node < fr->g->n_args) {
		argument(f, it);
	} else if (n && is_variable(n->op)) {
		it->kind = ITEM_VARIABLE;
		it->index = variable_of(f, n);
	} else if (n && sv_is(n->op, "Const")) {
		it->kind = ITEM_CONST;
		if (fr->g == f->mg->graph && map_get(&f->walk->assets, n->name, &at)) {
			it->kind = ITEM_ASSET;
			it->index = (int32_t)at;
		}
	}
}

static const char *role_of(struct sv attr, uint32_t i)
{
	static const char *const branch[] = { "branch0", "branch1", "branch2", "branch3", "branch4" };

	if (sv_is(attr, "body"))
		return "body";
	if (sv_is(attr, "cond"))
		return "cond";
	if (sv_is(attr, "then_branch"))
		return "then";
	if (sv_is(attr, "else_branch"))
		return "else";
	return branch[i < 5 ? i : 4];
}

static void body_ends(struct flat *f, const struct item *it, struct sv attr, uint32_t i,
		      struct sv name)
{
	const struct function *fn = metagraph_function(f->mg, name);
	uint32_t frame = fn ? frame_of_body(f, it->frame, it->node, role_of(attr, i), fn) : ITEM_NONE;

	for (uint32_t k = 0; frame != ITEM_NONE && k < fn->n_rets; k++) {
		struct edge e = function_rets(fn)[k];

		/* until it is walked, .item is the frame's node: see visit_input */
		vec_push(&f->ref, ((struct flat_ref){ e.node, e.slot }));
		vec_push(&f->ref, ((struct flat_ref){ frame, 0 }));
	}
}

/* The ends of its bodies, as further inputs: (node, slot), (frame, 0) pairs for now. */
static void bodies(struct flat *f, const struct item *it, const struct node *n)
{
	for (uint32_t i = 0; i < n->n_attrs; i++) {
		const struct attr *a = &n->attrs[i];

		if (a->v.kind == ATTR_FUNC)
			body_ends(f, it, a->name, 0, a->v.s);
		for (uint32_t k = 0; a->v.kind == ATTR_LIST && k < a->v.n; k++)
			if (a->v.items[k].kind == ATTR_FUNC)
				body_ends(f, it, a->name, k, a->v.items[k].s);
	}
	if (n->callee)
		body_ends(f, it, SV("f"), 0, n->op);
}

static uint32_t inputs_that_count(const struct node *n)
{
	return sv_is(n->op, "Assert") && n->n_in ? 1 : n->n_in; /* its texts hold names */
}

static void item_inputs(struct flat *f, struct item *it)
{
	const struct node *n = it->kind == ITEM_NODE ? node_at(f, it->frame, it->node) : NULL;

	it->in = (uint32_t)f->ref.n;
	if (!n || it->node < f->frame.p[it->frame].g->n_args)
		return;
	for (uint32_t i = 0; i < inputs_that_count(n); i++) {
		vec_push(&f->ref, ((struct flat_ref){ n->in[i].node, n->in[i].slot }));
		vec_push(&f->ref, ((struct flat_ref){ it->frame, 0 }));
	}
	it->n_data = inputs_that_count(n);
	bodies(f, it, n);
	it->n_in = ((uint32_t)f->ref.n - it->in) / 2;
}

static void item_new(struct flat *f, struct spot s)
{
	struct item it = { .frame = s.frame, .node = s.node, .match = ITEM_NONE, .place = ITEM_NONE };
	struct way *w = &f->frame.p[s.frame].way[s.node];
	uint32_t id = (uint32_t)f->item.n;

	if (w->state == WAY_ITEM)
		return;
	*w = (struct way){ WAY_ITEM, w->touched, id, 0, 0 };
	kind_of(f, &it);
	vec_push(&f->item, it);
	item_inputs(f, &it);
	f->item.p[id] = it;
	vec_push(&f->walk->todo, ((struct visit){ id, 0 }));
	touch(f, s.frame, s.node);
}

/* The item that makes a value, new ones put on the stack. */
static struct flat_ref item_of(struct flat *f, uint32_t frame, uint32_t node, uint32_t slot)
{
	struct spot s;
	struct way *w;

	if (node == NODE_NONE || frame == ITEM_NONE || slot == SLOT_CONTROL)
		return (struct flat_ref){ ITEM_NONE, 0 };
	touch(f, frame, node);
	s = resolve(f, (struct spot){ frame, node, slot });
	w = &f->frame.p[s.frame].way[s.node];
	if (w->state == WAY_FRAME || w->state == WAY_ON) /* a call without that output, a circle */
		return (struct flat_ref){ ITEM_NONE, 0 };
	item_new(f, s);
	return (struct flat_ref){ f->frame.p[s.frame].way[s.node].frame, s.slot };
}

static void walk(struct flat *f)
{
	struct flat_walk *w = f->walk;

	while (w->todo.n && !f->full && !intr_pending()) {
		struct visit *v = &vec_last(&w->todo);
		const struct item *it = &f->item.p[v->item];
		uint32_t k = v->next, at = it->in + 2 * k;

		if (k == it->n_in) {
			f->item.p[v->item].place = (uint32_t)w->order.n;
			vec_push(&w->order, v->item);
			w->todo.n--;
			continue;
		}
		v->next++;
		{
			struct flat_ref from = f->ref.p[at], of = f->ref.p[at + 1];

			from = item_of(f, of.item, from.item, from.slot);
			f->ref.p[at] = from;
		}
	}
}

/* Of the pairs, what they came to. */
static void pack(struct flat *f)
{
	for (size_t i = 0; i < f->item.n; i++) {
		struct item *it = &f->item.p[i];

		for (uint32_t k = 0; k < it->n_in; k++)
			f->ref.p[it->in / 2 + k] = f->ref.p[it->in + 2 * k];
		it->in /= 2;
	}
	f->ref.n /= 2;
}

/* ---- roots ---- */

static void root_add(struct flat *f, uint64_t token, uint32_t frame, struct edge e, bool effect)
{
	struct flat_ref r = item_of(f, frame, e.node, e.slot);

	vec_push(&f->root, ((struct flat_root){ token, r, effect }));
	walk(f);
}

static bool is_effect(const struct node *n)
{
	return sv_starts(n->op, SV("Assign")) || (n->def && n->def->stateful && n->def->n_out == 0);
}

static void effect_of(struct flat *f, struct spot s)
{
	const struct node *n = node_at(f, s.frame, s.node);
	const struct function *fn = n ? callee(f, n) : NULL;

	if (!n)
		return;
	if (f->frame.p[s.frame].g == f->mg->graph)
		f->reached[s.node] = 1;
	if (s.node < f->frame.p[s.frame].g->n_args)
		return;
	if (fn && frame_of_call(f, s.frame, n, fn) == ITEM_NONE)
		root_add(f, 43, s.frame, (struct edge){ s.node, 0 }, true);
	else if (!fn && is_effect(n))
		root_add(f, 43, s.frame, (struct edge){ s.node, 0 }, true);
	for (uint32_t i = 0; i < n->n_in; i++)
		touch(f, s.frame, n->in[i].node);
	for (uint32_t i = 0; i < n->n_ctl; i++)
		touch(f, s.frame, n->ctl[i].node);
}

static void effects(struct flat *f)
{
	while (f->walk->effect.n && !f->full && !intr_pending()) {
		struct spot s = vec_last(&f->walk->effect);

		f->walk->effect.n--;
		effect_of(f, s);
	}
}

/* ---- doors ---- */

static uint32_t infos(const struct tensor_info *t, struct sv *name, uint32_t most)
{
	uint32_t n = 0;

	if (t->encoding == TI_NAME && t->name.n) {
		name[n++] = t->name;
	} else if (t->encoding == TI_COO_SPARSE) {
		for (int i = 0; i < 3; i++)
			name[n++] = t->coo[i];
	} else if (t->encoding == TI_COMPOSITE) {
		for (uint32_t i = 0; i < t->n_components && n < most; i++)
			if (t->components[i].encoding == TI_NAME)
				name[n++] = t->components[i].name;
	}
	return n;
}

/* A signature's input is where the walk ends. */
static void feed(struct flat *f, const struct tensor_info *t, uint64_t token)
{
	struct sv name[16];
	uint32_t n = infos(t, name, 16);
	struct edge e;

	for (uint32_t i = 0; i < n; i++) {
		struct item it = { .kind = ITEM_INPUT, .match = ITEM_NONE, .index = -1,
				   .token = flat_mix(token, i), .in = (uint32_t)f->ref.n };
		struct way *w;

		if (!graph_resolve(f->mg->graph, name[i], &e, NULL) || e.node == NODE_NONE)
			continue;
		w = &f->frame.p[0].way[e.node];
		if (w->state != WAY_NEW)
			continue;
		it.node = e.node;
		*w = (struct way){ WAY_ITEM, w->touched, (uint32_t)f->item.n, 0, 0 };
		vec_push(&f->walk->todo, ((struct visit){ (uint32_t)f->item.n, 0 }));
		vec_push(&f->item, it);
		walk(f);
	}
}

static void door_signature(struct flat *f, const struct flat_door *d)
{
	for (uint32_t i = 0; i < d->sig->n_out && !f->full; i++) {
		struct sv name[16];
		uint32_t n = infos(&d->sig->out[i], name, 16);
		struct edge e;

		for (uint32_t k = 0; k < n; k++)
			if (graph_resolve(f->mg->graph, name[k], &e, NULL))
				root_add(f, flat_mix(flat_mix(d->key, d->out_tokens[i]), k), 0, e,
					 false);
	}
}

static void door_function(struct flat *f, const struct flat_door *d)
{
	struct frame like = { .g = d->f->graph, .parent = ITEM_NONE, .caller = ITEM_NONE,
			      .bound = d->bound, .n_bound = d->n_bound, .tokens = d->tokens };
	uint32_t frame = d->f->graph && d->f->graph->priv ? frame_add(f, &like) : ITEM_NONE;

	if (frame == ITEM_NONE)
		return;
	for (uint32_t i = 0; i < d->f->n_rets; i++)
		root_add(f, d->out_tokens ? flat_mix(flat_mix(d->key, d->out_tokens[i]), 0) : d->key,
			 frame, function_rets(d->f)[i], false);
	touch_function(f, frame, d->f);
}

static struct sv plain(struct sv name)
{
	return name.n > 2 && name.p[name.n - 2] == ':' ? sv_sub(name, 0, name.n - 2) : name;
}

static void names(struct flat *f)
{
	uint32_t n;
	const struct variable *v = metagraph_variables(f->mg, &n);

	for (uint32_t i = 0; i < n; i++)
		map_add(&f->walk->variables, plain(v[i].name), i);
	for (uint32_t i = 0; i < f->mg->n_assets; i++)
		if (f->mg->assets[i].tensor.n)
			map_add(&f->walk->assets, plain(f->mg->assets[i].tensor), i);
}

static uint64_t most_slots(const struct metagraph *mg)
{
	uint64_t n = mg->graph->n_nodes;

	for (uint32_t i = 0; i < mg->n_funcs; i++)
		n += mg->funcs[i].graph ? mg->funcs[i].graph->n_nodes : 0;
	return SLOTS + 4 * n;
}

static void walk_free(struct flat_walk *w)
{
	vec_free(&w->todo);
	vec_free(&w->effect);
	vec_free(&w->body);
	vec_free(&w->order);
	vec_free(&w->trail);
	map_free(&w->bodies);
	map_free(&w->variables);
	map_free(&w->assets);
}

/* Nodes that nothing takes, where the graph has no doors at all. */
static void ends(struct flat *f)
{
	const struct graph *g = f->mg->graph;

	for (uint32_t i = 0; i < g->n_nodes && !f->full && !intr_pending(); i++) {
		const struct node *n = graph_node(g, i, NULL);
		uint32_t k = 0;

		graph_consumers(g, i, &k, NULL);
		if (n && !k)
			root_add(f, flat_text(n->name), 0, (struct edge){ i, 0 }, false);
	}
}

static void roots(struct flat *f, const struct flat_door *door, uint32_t n, bool init)
{
	uint32_t at = f->mg->init_op.n ? graph_find(f->mg->graph, f->mg->init_op) : NODE_NONE;

	for (uint32_t k = 0; k < n; k++)
		for (uint32_t i = 0; door[k].sig && i < door[k].sig->n_in; i++)
			feed(f, &door[k].sig->in[i], door[k].tokens[i]);
	for (uint32_t k = 0; k < n; k++)
		if (door[k].sig)
			door_signature(f, &door[k]);
		else
			door_function(f, &door[k]);
	if (init && at != NODE_NONE)
		touch(f, 0, at);
	if (!n && init && !f->mg->has_object_graph)
		ends(f);
	effects(f);
}

struct flat *flat_new(const struct metagraph *mg, const struct flat_door *door, uint32_t n,
		      bool init, bool symbolic, struct err *err)
{
	struct flat *f = xcalloc(1, sizeof(*f));
	struct flat_walk w = { 0 };

	f->mg = mg;
	f->symbolic = symbolic;
	f->most = most_slots(mg);
	f->arena = arena_new();
	f->walk = &w;
	f->reached = xcalloc((size_t)mg->graph->n_nodes + 1, 1);
	names(f);
	frame_add(f, &(struct frame){ .g = mg->graph, .parent = ITEM_NONE, .caller = ITEM_NONE });
	roots(f, door, n, init);
	if (!f->full && !intr_pending()) {
		pack(f);
		f->order = xcalloc(w.order.n + 1, sizeof(*f->order));
		if (w.order.n)
			memcpy(f->order, w.order.p, w.order.n * sizeof(*w.order.p));
		flat_hashes(f);
	}
	walk_free(&w);
	f->walk = NULL;
	if (intr_check(err))
		return f;
	flat_free(f);
	return NULL;
}

void flat_free(struct flat *f)
{
	if (!f)
		return;
	for (size_t i = 0; i < f->frame.n; i++)
		free(f->frame.p[i].way);
	vec_free(&f->frame);
	vec_free(&f->item);
	vec_free(&f->ref);
	vec_free(&f->root);
	free(f->order);
	free(f->reached);
	arena_free(f->arena);
	free(f);
}
