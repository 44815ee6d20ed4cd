/*
 * The engine. A graph with certain arguments is an instance (struct igraph); its nodes are worked out when
 * they are asked for, inputs first, by a stack on the heap. A function's body is an instance found again
 * by its arguments. Old-style loops are worked out whole: where what comes back into a Merge differs from
 * what went in, the Merge forgets that part and what hangs on it is worked out again.
 */
#include "infer/inside.h"

#include <stdlib.h>
#include <string.h>

enum { LOOP_PASSES = 24 };
enum { TODO, OPEN, DONE };

/* ---- limits ---- */

bool infer_spend(struct infer *inf, uint64_t work)
{
	if (inf->budget < work || arena_used(inf->arena) > inf->max_bytes) {
		inf->limited = true;
		return false;
	}
	inf->budget -= work;
	return true;
}

/* ---- instances ---- */

static bool is_next(const struct graph *g, uint32_t i)
{
	struct sv op = graph_node_op(g, i);

	return sv_is(op, "NextIteration") || sv_is(op, "RefNextIteration");
}

struct igraph *igraph_new(struct infer *inf, const struct graph *g, int depth)
{
	struct igraph *ig = xcalloc(1, sizeof(*ig));

	ig->inf = inf;
	ig->g = g;
	ig->depth = depth;
	ig->out = xcalloc((size_t)g->n_nodes + 1, sizeof(struct iout *));
	ig->state = xcalloc((size_t)g->n_nodes + 1, 1);
	for (uint32_t i = 0; i < g->n_nodes && !ig->loops; i++)
		ig->loops = is_next(g, i);
	vec_push(&inf->all, ig);
	return ig;
}

void igraph_free(struct igraph *ig)
{
	free(ig->out);
	free(ig->state);
	vec_free(&ig->calls);
	vec_free(&ig->notes);
	vec_free(&ig->wide);
	free(ig);
}

void igraph_note(struct igraph *ig, const struct infer_note *note)
{
	vec_push(&ig->notes, *note);
}

static void notes_drop(struct igraph *ig, uint32_t node)
{
	size_t k = 0;

	for (size_t i = 0; i < ig->notes.n; i++)
		if (ig->notes.p[i].node != node)
			ig->notes.p[k++] = ig->notes.p[i];
	ig->notes.n = k;
}

/* ---- one node ---- */

static const struct iout nothing = { .shape = { -1, NULL } };

const struct iout *igraph_peek(const struct igraph *ig, struct edge e)
{
	const struct node *n;

	if (e.node >= ig->g->n_nodes || !ig->out[e.node])
		return &nothing;
	n = graph_node(ig->g, e.node, NULL);
	return n && e.slot < n->n_out ? &ig->out[e.node][e.slot] : &nothing;
}

/* What else is known of output k is taken in; a contradiction is noted, the rule's word stays. */
static void refine(struct igraph *ig, const struct node *n, uint32_t k, struct ishape s, const char *who)
{
	struct iout *o = &ig->out[n->index][k];
	struct ishape both;
	struct str t = STR_INIT;
	int dim;

	if (ishape_both(ig->inf, o->shape, s, &both, &dim)) {
		o->shape = both;
		return;
	}
	str_addf(&t, "%s says ", who);
	ishape_str(ig->inf, &t, s);
	str_addz(&t, ", the op gives ");
	ishape_str(ig->inf, &t, o->shape);
	igraph_note(ig, &(struct infer_note){ .node = n->index, .input = -1, .dim = dim, .said = true,
					       .text = arena_printf(ig->inf->arena, "%s", str_z(&t)) });
	str_free(&t);
}

static void refine_by_attr(struct igraph *ig, const struct node *n)
{
	const struct attr_value *items;
	uint32_t count;

	if (!n->n_attrs || !node_attr_list(n, "_output_shapes", &items, &count))
		return;
	for (uint32_t k = 0; k < count && k < n->n_out; k++)
		if (items[k].kind == ATTR_SHAPE && items[k].shape.rank >= 0)
			refine(ig, n, k, ishape_from(ig->inf, items[k].shape), "_output_shapes");
}

/* A resource whose attributes say what it holds. */
static void handle_by_attr(struct igraph *ig, const struct node *n)
{
	const struct attr_value *types, *shapes;
	struct ihandle_item item[16];
	struct iout *o = ig->out[n->index];
	uint32_t n_types, n_shapes;

	if (n->n_out != 1 || o->handle || (o->dtype != DT_RESOURCE && o->dtype != DT_VARIANT) ||
	    !node_attr_list(n, "_handle_dtypes", &types, &n_types) ||
	    !node_attr_list(n, "_handle_shapes", &shapes, &n_shapes) || n_types != n_shapes || n_types > 16)
		return;
	for (uint32_t i = 0; i < n_types; i++)
		item[i] = (struct ihandle_item){
			types[i].kind == ATTR_TYPE ? (enum dtype)types[i].i : DT_INVALID,
			shapes[i].kind == ATTR_SHAPE ? ishape_from(ig->inf, shapes[i].shape) : ishape_unknown() };
	o->handle = ihandle_new(ig->inf, n_types, item);
}

static void refine_by_name(struct igraph *ig, const struct node *n)
{
	struct infer *inf = ig->inf;

	for (size_t i = 0; i < inf->known.n; i++) {
		const struct iout *k = &inf->known.p[i];

		if (inf->known_node.p[i] != n->index || !n->n_out)
			continue;
		refine(ig, n, 0, k->shape, "the signature");
		if (k->value)
			ig->out[n->index][0].value = k->value;
	}
}

static void argument_handle(struct igraph *ig, const struct function *f, uint32_t i)
{
	struct iout *o = ig->out[i];
	struct ihandle_item item;
	struct shape s;

	if (o->dtype != DT_RESOURCE && o->dtype != DT_VARIANT)
		return;
	if (o->handle || !function_arg_handle(f, i, ig->inf->arena, &item.dtype, &s))
		return;
	item.shape = ishape_from(ig->inf, s);
	o->handle = ihandle_new(ig->inf, 1, &item);
}

static void argument(struct igraph *ig, const struct node *n)
{
	const struct function *f = ig->g->func;
	struct iout *o = ig->out[n->index];
	enum dtype t = o->dtype;

	if (ig->args) {
		*o = ig->args[n->index];
		if (o->dtype == DT_INVALID)
			o->dtype = t;
	}
	argument_handle(ig, f, n->index);
	for (uint32_t i = 0; i < f->n_attrs; i++) {
		const struct attr_value *v = &f->attrs[i].v;

		if (sv_is(f->attrs[i].name, "_input_shapes") && v->kind == ATTR_LIST && v->n > n->index &&
		    v->items[n->index].kind == ATTR_SHAPE)
			refine(ig, n, 0, ishape_from(ig->inf, v->items[n->index].shape), "_input_shapes");
	}
}

static void run_rule(struct igraph *ig, const struct node *n)
{
	const struct infer_row *row = rule_find(n->callee ? SV("PartitionedCall") : n->op);
	struct iout few[8], *in = n->n_in <= 8 ? few : xcalloc(n->n_in, sizeof(*in));
	struct rule_ctx c = { .ig = ig, .inf = ig->inf, .n = n, .in = in, .n_in = n->n_in, .n_out = n->n_out,
			      .out = ig->out[n->index], .row = row };

	for (uint32_t i = 0; i < n->n_in; i++)
		in[i] = *igraph_peek(ig, n->in[i]);
	if (row && (!row->form || row->rule == rule_form || rule_inputs(&c)))
		row->rule(&c);
	for (uint32_t k = 0; k < n->n_out; k++) {
		struct iout *o = &ig->out[n->index][k];

		if (c.bad)
			*o = (struct iout){ .dtype = o->dtype, .shape = ishape_unknown() };
		if (o->value && !ishape_known(o->shape))
			o->value = NULL;
	}
	if (in != few)
		free(in);
}

static const struct ishape *widened(const struct igraph *ig, uint32_t node)
{
	for (size_t i = 0; i < ig->wide.n; i++)
		if (ig->wide.p[i].node == node)
			return &ig->wide.p[i].shape;
	return NULL;
}

static void node_infer(struct igraph *ig, uint32_t i)
{
	struct infer *inf = ig->inf;
	const struct node *n = infer_spend(inf, 1) ? graph_node(ig->g, i, NULL) : NULL;
	const struct ishape *wide;

	ig->out[i] = NULL;
	if (!n || !infer_spend(inf, ((uint64_t)n->n_in + n->n_out) / 8))
		return;
	notes_drop(ig, i);
	ig->out[i] = arena_array(inf->arena, (size_t)n->n_out + 1, sizeof(**ig->out));
	for (uint32_t k = 0; k < n->n_out; k++)
		ig->out[i][k] = (struct iout){ .dtype = n->out_type ? n->out_type[k] : DT_INVALID,
					       .shape = ishape_unknown() };
	wide = ig->wide.n ? widened(ig, i) : NULL;
	if (i < ig->g->n_args)
		argument(ig, n);
	else
		run_rule(ig, n);
	if (wide && n->n_out)
		ig->out[i][0] = (struct iout){ .dtype = ig->out[i][0].dtype, .shape = *wide,
					       .handle = ig->out[i][0].handle };
	if (!inf->own) {
		refine_by_attr(ig, n);
		handle_by_attr(ig, n);
	}
	if (!ig->g->func)
		refine_by_name(ig, n);
}

/* ---- inputs before nodes ---- */

struct step {
	uint32_t node, next;
};

static bool back_edge(const struct igraph *ig, uint32_t to, uint32_t from)
{
	return ig->loops && is_next(ig->g, from) &&
	       (sv_is(graph_node_op(ig->g, to), "Merge") || sv_is(graph_node_op(ig->g, to), "RefMerge"));
}

static void work_out(struct igraph *ig, uint32_t node)
{
	VEC(struct step) stack = { 0 };

	if (node >= ig->g->n_nodes || ig->state[node] != TODO)
		return;
	ig->state[node] = OPEN;
	vec_push(&stack, ((struct step){ node, 0 }));
	while (stack.n) {
		struct step *s = &vec_last(&stack);
		const struct node *n = graph_node(ig->g, s->node, NULL);
		uint32_t at = s->node, from;

		if (n && s->next < n->n_in && !ig->inf->limited) {
			from = n->in[s->next++].node;
			if (from >= ig->g->n_nodes || ig->state[from] != TODO || back_edge(ig, at, from))
				continue;
			ig->state[from] = OPEN;
			vec_push(&stack, ((struct step){ from, 0 }));
			continue;
		}
		stack.n--;
		node_infer(ig, at);
		ig->state[at] = DONE;
	}
	vec_free(&stack);
}

/* ---- loops of Merge and NextIteration ---- */

/* Everything that takes from node, at any distance, is to be worked out again. */
static void forget_after(struct igraph *ig, uint32_t node)
{
	VEC(uint32_t) stack = { 0 };

	vec_push(&stack, node);
	ig->state[node] = TODO;
	while (stack.n) {
		uint32_t count, at = stack.p[--stack.n];
		const struct consumer *c = graph_consumers(ig->g, at, &count, NULL);

		for (uint32_t i = 0; c && i < count; i++) {
			if (c[i].input == SLOT_CONTROL || ig->state[c[i].node] != DONE)
				continue;
			if (back_edge(ig, c[i].node, at))
				continue;
			ig->state[c[i].node] = TODO;
			vec_push(&stack, c[i].node);
		}
	}
	vec_free(&stack);
}

static void widen(struct igraph *ig, uint32_t node, struct ishape s)
{
	for (size_t i = 0; i < ig->wide.n; i++)
		if (ig->wide.p[i].node == node) {
			ig->wide.p[i].shape = s;
			return;
		}
	vec_push(&ig->wide, ((struct wide){ node, s }));
}

/* Is what comes back through a NextIteration other than what the Merge has? Then the Merge forgets it. */
static bool merge_widens(struct igraph *ig, uint32_t i, bool all)
{
	const struct node *n = graph_node(ig->g, i, NULL);
	idim owner = (idim)((uintptr_t)ig + i);
	bool changed = false;

	for (uint32_t k = 0; n && n->n_out && ig->out[i] && k < n->n_in; k++) {
		struct ishape have = ig->out[i][0].shape, back;

		if (n->in[k].node >= ig->g->n_nodes || !back_edge(ig, i, n->in[k].node))
			continue;
		back = igraph_peek(ig, n->in[k])->shape;
		if (have.rank < 0 || ishape_same(have, back))
			continue;
		have = all ? ishape_unknown() : ishape_widen(ig->inf, have, back, owner);
		if (ishape_same(have, ig->out[i][0].shape))
			continue;
		widen(ig, i, have);
		changed = true;
	}
	return changed;
}

static void work_out_all(struct igraph *ig)
{
	for (uint32_t i = 0; i < ig->g->n_nodes; i++)
		work_out(ig, i);
}

static void settle(struct igraph *ig)
{
	bool changed = true;

	ig->settled = true;
	work_out_all(ig);
	for (int pass = 0; changed && !ig->inf->limited; pass++) {
		changed = false;
		for (uint32_t i = 0; i < ig->g->n_nodes; i++) {
			struct sv op = graph_node_op(ig->g, i);

			if ((sv_is(op, "Merge") || sv_is(op, "RefMerge")) &&
			    merge_widens(ig, i, pass >= LOOP_PASSES)) {
				forget_after(ig, i);
				work_out(ig, i);
				changed = true;
			}
		}
		work_out_all(ig);
	}
}

void igraph_demand(struct igraph *ig, uint32_t node)
{
	if (ig->loops && !ig->settled)
		settle(ig);
	work_out(ig, node);
}

/* ---- bodies ---- */

static void key_shape(struct str *k, struct ishape s)
{
	str_add(k, (struct sv){ (const char *)&s.rank, sizeof(s.rank) });
	if (s.rank > 0)
		str_add(k, (struct sv){ (const char *)s.dim, (size_t)s.rank * sizeof(*s.dim) });
}

static void key_out(struct str *k, const struct iout *o)
{
	uint32_t head[3] = { o->dtype, o->value ? o->value->n + 1 : 0, o->handle ? o->handle->n + 1 : 0 };

	str_add(k, (struct sv){ (const char *)head, sizeof(head) });
	key_shape(k, o->shape);
	if (o->value && o->value->n)
		str_add(k, (struct sv){ o->value->v ? (const char *)o->value->v : (const char *)o->value->f,
					o->value->n * 8 });
	for (uint32_t i = 0; o->handle && i < o->handle->n; i++) {
		str_add(k, (struct sv){ (const char *)&o->handle->item[i].dtype, sizeof(enum dtype) });
		key_shape(k, o->handle->item[i].shape);
	}
}

static struct ishape shape_refresh(struct infer *inf, struct sym_fresh *f, struct ishape s)
{
	idim d[SHAPE_MAX_RANK];

	for (int i = 0; i < s.rank; i++)
		d[i] = sym_refresh(f, s.dim[i]);
	return ishape_new(inf, s.rank, d);
}

void iout_refresh(struct infer *inf, struct sym_fresh *f, struct iout *o)
{
	o->shape = shape_refresh(inf, f, o->shape);
	if (o->value && o->value->v) {
		idim *v = arena_array(inf->arena, (size_t)o->value->n + 1, sizeof(*v));
		struct ivalue *copy = arena_alloc(inf->arena, sizeof(*copy));

		for (uint32_t i = 0; i < o->value->n; i++)
			v[i] = sym_refresh(f, o->value->v[i]);
		*copy = (struct ivalue){ .n = o->value->n, .v = v };
		o->value = copy;
	}
	if (o->handle) {
		struct ihandle_item *item = arena_array(inf->arena, (size_t)o->handle->n + 1, sizeof(*item));

		for (uint32_t i = 0; i < o->handle->n; i++)
			item[i] = (struct ihandle_item){ o->handle->item[i].dtype,
							 shape_refresh(inf, f, o->handle->item[i].shape) };
		o->handle = ihandle_new(inf, o->handle->n, item);
	}
}

static void returns(struct igraph *ig, struct iout *ret)
{
	const struct function *f = ig->g->func;
	const struct edge *e = function_rets(f);

	for (uint32_t i = 0; i < f->n_rets; i++) {
		igraph_demand(ig, e[i].node);
		ret[i] = *igraph_peek(ig, e[i]);
		if (ret[i].dtype == DT_INVALID)
			ret[i].dtype = dtype_base(f->def->out[i].type);
	}
}

static struct igraph *body_new(struct igraph *from, const struct function *f, const struct iout *args)
{
	struct infer *inf = from->inf;
	struct igraph *ig;
	struct iout *copy;

	if (from->depth >= inf->max_depth) {
		inf->limited = true;
		return NULL;
	}
	if (!infer_spend(inf, f->graph->n_nodes / 16 + 1))
		return NULL;
	ig = igraph_new(inf, f->graph, from->depth + 1);
	copy = arena_array(inf->arena, (size_t)f->graph->n_args + 1, sizeof(*copy));
	if (f->graph->n_args)
		memcpy(copy, args, f->graph->n_args * sizeof(*copy));
	ig->args = copy;
	return ig;
}

static bool body_key(struct infer *inf, const struct function *f, const struct iout *args, struct sv *key)
{
	struct str k = STR_INIT;
	bool ok;

	str_add(&k, (struct sv){ (const char *)&f, sizeof(f) });
	for (uint32_t i = 0; i < f->graph->n_args; i++)
		key_out(&k, &args[i]);
	ok = infer_spend(inf, k.n / 256);
	*key = ok ? arena_sv(inf->arena, str_sv(&k)) : SV_NULL;
	str_free(&k);
	return ok;
}

struct igraph *body_infer(struct igraph *from, const struct function *f, const struct iout *args,
			  struct iout *ret)
{
	struct infer *inf = from->inf;
	struct iout *first;
	struct igraph *ig;
	struct sv key;
	uint64_t found;

	if (!f->graph || !body_key(inf, f, args, &key))
		return NULL;
	if (map_get(&inf->bodies, key, &found)) {
		struct sym_fresh fresh = { .s = &inf->syms };

		ig = (struct igraph *)(uintptr_t)found;
		if (ig->busy)
			return NULL;
		fresh.lo = ig->sym_lo;
		fresh.hi = ig->sym_hi;
		for (uint32_t i = 0; i < f->n_rets; i++) {
			ret[i] = ig->ret[i];
			iout_refresh(inf, &fresh, &ret[i]);
		}
		vec_free(&fresh.done);
		return ig;
	}
	ig = body_new(from, f, args);
	if (!ig)
		return NULL;
	map_put(&inf->bodies, key, (uint64_t)(uintptr_t)ig);
	first = arena_array(inf->arena, (size_t)f->n_rets + 1, sizeof(*first));
	ig->busy = true;
	ig->sym_lo = (uint32_t)inf->syms.list.n;
	returns(ig, first);
	ig->sym_hi = (uint32_t)inf->syms.list.n;
	ig->busy = false;
	ig->ret = first;
	if (f->n_rets)
		memcpy(ret, first, f->n_rets * sizeof(*ret));
	return ig;
}

void body_remember(struct igraph *ig, uint32_t node, const char *role, struct igraph *body)
{
	for (size_t i = 0; i < ig->calls.n; i++)
		if (ig->calls.p[i].node == node && !strcmp(ig->calls.p[i].role, role)) {
			ig->calls.p[i].body = body;
			return;
		}
	vec_push(&ig->calls, ((struct icall){ node, role, body }));
}

void infer_all(struct igraph *ig)
{
	if (ig->loops && !ig->settled)
		settle(ig);
	work_out_all(ig);
}

bool infer_limited(const struct infer *inf)
{
	return inf->limited;
}
