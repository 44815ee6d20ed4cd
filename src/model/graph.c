/*
 * Graphs: opened as a list of (name, op, where the NodeDef's bytes are), decoded node by node when
 * looked at. A decoded node stays; filling happens under the graph's lock, reading without.
 *
 * Nodes of a function: its arguments as _Arg nodes first (made up, no bytes), then the body's.
 */
#include <inttypes.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/vec.h"
#include "model/decode.h"
#include "proto/wire.h"

struct head {
	struct sv name, op;
	struct sv raw;			/* NodeDef bytes; p == NULL for _Arg */
};

struct graph_priv {
	struct head *head;
	_Atomic(const struct node *) *node;
	pthread_mutex_t lock;		/* recursive: decoding a node looks at its producers */
	struct arena *arena;
	struct map names;		/* exact name to index */
	uint32_t n_named;		/* nodes that are in it: of all, or still fewer */
	uint32_t n_asked;		/* names looked for before all were */
	uint32_t *unknown_top;		/* outputs used of each node of an op that nobody knows; NULL: not counted */
	_Atomic(bool) linked;		/* consumers are there */
	struct links *links;		/* while they are being made, part by part */
	struct consumer *consumers;
	size_t *first;			/* n_nodes + 1 */
	const struct opdef *def;	/* of the function */
};

static void links_free(struct links *l);

/* ---- opening ---- */

static void head_of(struct sv raw, struct head *h)
{
	struct wire w = wire_of(raw);
	struct wire_field f;

	h->raw = raw;
	h->name = h->op = SV("");
	while (wire_next(&w, &f) && f.num <= 4) {
		if (f.num == 1 && f.type == WIRE_LEN)
			h->name = f.s;
		else if (f.num == 2 && f.type == WIRE_LEN)
			h->op = f.s;
	}
}

bool graph_open(struct graph *g, const struct metagraph *mg, const struct function *func,
		const struct opdef *def, struct arena *a, struct sv bytes, uint32_t field,
		struct err *err)
{
	struct graph_priv *p = arena_alloc(a, sizeof(*p));
	struct wire w = wire_of(bytes);
	VEC(struct head) heads = { 0 };
	pthread_mutexattr_t attr;
	struct wire_field f;

	g->mg = mg;
	g->func = func;
	g->n_args = def ? def->n_in : 0;
	for (uint32_t i = 0; i < g->n_args; i++)
		vec_push(&heads, ((struct head){ def->in[i].name, SV("_Arg"), SV_NULL }));
	while (wire_next(&w, &f)) {
		struct head h;

		if (f.num != field || f.type != WIRE_LEN)
			continue;
		head_of(f.s, &h);
		vec_push(&heads, h);
	}
	if (heads.n >= NODE_NONE) {
		vec_free(&heads);
		return err_set(err, ERR_KIND_MODEL, ERR_DATA_LOSS, "more nodes than smtui can count");
	}
	g->n_nodes = (uint32_t)heads.n;
	p->head = arena_array(a, heads.n + 1, sizeof(*p->head));
	if (heads.n)
		memcpy(p->head, heads.p, heads.n * sizeof(*heads.p));
	vec_free(&heads);
	p->node = arena_array(a, (size_t)g->n_nodes + 1, sizeof(*p->node));
	p->arena = arena_new();
	p->def = def;
	pthread_mutexattr_init(&attr);
	pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_RECURSIVE);
	pthread_mutex_init(&p->lock, &attr);
	pthread_mutexattr_destroy(&attr);
	g->priv = p;
	return !w.bad || err_set(err, ERR_KIND_MODEL, ERR_DATA_LOSS, "the node list is damaged after node %"
				 PRIu32, g->n_nodes);
}

void graph_close(struct graph *g)
{
	if (!g || !g->priv)
		return;
	arena_free(g->priv->arena);
	map_free(&g->priv->names);
	free(g->priv->consumers);
	free(g->priv->first);
	free(g->priv->unknown_top);
	links_free(g->priv->links);
	pthread_mutex_destroy(&g->priv->lock);
}

struct sv graph_node_name(const struct graph *g, uint32_t i)
{
	return g->priv->head[i].name;
}

struct sv graph_node_bytes(const struct graph *g, uint32_t i)
{
	return g->priv->head[i].raw;
}

struct sv graph_node_op(const struct graph *g, uint32_t i)
{
	return g->priv->head[i].op;
}

void graph_lock(const struct graph *g)
{
	pthread_mutex_lock(&g->priv->lock);
}

void graph_unlock(const struct graph *g)
{
	pthread_mutex_unlock(&g->priv->lock);
}

/* Few names are looked for in a large graph one by one: the map costs more than that. */
enum { LARGE = 20000, FEW_NAMES = 8, NEAR = 2000 };

static void name_nodes(const struct graph *g, uint32_t to)
{
	struct graph_priv *p = g->priv;

	if (p->n_named == 0)
		map_reserve(&p->names, g->n_nodes);
	for (; p->n_named < to; p->n_named++)
		map_add(&p->names, p->head[p->n_named].name, p->n_named);
}

static uint32_t look_through(const struct graph *g, struct sv name)
{
	const struct head *h = g->priv->head;

	for (uint32_t i = 0; i < g->n_nodes; i++)
		if (h[i].name.n == name.n && !memcmp(h[i].name.p, name.p, name.n))
			return i;
	return NODE_NONE;
}

/* Producers mostly stand a little before their consumers. */
static uint32_t look_near(const struct graph *g, struct sv name, uint32_t at)
{
	uint32_t to = at > NEAR ? at - NEAR : 0;

	while (at-- > to) {
		const struct head *h = &g->priv->head[at];

		if (h->name.n == name.n && !memcmp(h->name.p, name.p, name.n))
			return at;
	}
	return NODE_NONE;
}

/* near: the node that asks, or NODE_NONE. */
static uint32_t find(const struct graph *g, struct sv name, uint32_t near)
{
	struct graph_priv *p = g->priv;
	bool whole = p->n_named == g->n_nodes || g->n_nodes <= LARGE;
	uint64_t v = NODE_NONE;

	pthread_mutex_lock(&p->lock);
	if (!whole && near != NODE_NONE)
		v = look_near(g, name, near);
	if (v != NODE_NONE) {
		;
	} else if (!whole && p->n_asked < FEW_NAMES) {
		p->n_asked++;
		v = look_through(g, name);
	} else {
		name_nodes(g, g->n_nodes);
		if (!map_get(&p->names, name, &v))
			v = NODE_NONE;
	}
	pthread_mutex_unlock(&p->lock);
	return (uint32_t)v;
}

uint32_t graph_find(const struct graph *g, struct sv name)
{
	return find(g, name, NODE_NONE);
}

/* ---- names of tensors ---- */

static bool number(struct sv s, uint32_t *v)
{
	uint64_t x = 0;

	if (!s.n || s.n > 9)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		x = x * 10 + (uint64_t)(s.p[i] - '0');
	}
	*v = (uint32_t)x;
	return true;
}

uint32_t node_arg_count(const struct node *n, const struct opdef_arg *arg)
{
	char name[64];
	int64_t v;
	const struct attr_value *items;
	uint32_t count;
	struct sv attr = arg->number_attr.n ? arg->number_attr : arg->type_list_attr;

	if (!attr.n)
		return 1;
	if (attr.n >= sizeof(name))
		return 0;
	memcpy(name, attr.p, attr.n);
	name[attr.n] = '\0';
	if (arg->number_attr.n)
		return node_attr_int(n, name, &v) && v > 0 && v < 1 << 20 ? (uint32_t)v : 0;
	return node_attr_list(n, name, &items, &count) ? count : 0;
}

/* "node:arg:idx" of a function's body: the argument's first output plus idx. */
static bool arg_slot(const struct node *n, struct sv arg, uint32_t idx, uint32_t *slot)
{
	uint32_t first = 0;

	for (uint32_t i = 0; n->def && i < n->def->n_out; i++) {
		uint32_t count = node_arg_count(n, &n->def->out[i]);

		if (sv_eq(n->def->out[i].name, arg)) {
			*slot = first + idx;
			return true;
		}
		first += count;
	}
	return false;
}

static bool resolve(const struct graph *g, struct sv text, uint32_t near, struct edge *out, struct err *err)
{
	struct sv name = text, arg = SV_NULL;
	long colon = sv_rfind(text, ':');
	uint32_t idx = 0;

	*out = (struct edge){ NODE_NONE, 0 };
	if (text.n && text.p[0] == '^') {
		out->slot = SLOT_CONTROL;
		name = sv_sub(text, 1, text.n);
	} else if (colon > 0 && number(sv_sub(text, (size_t)colon + 1, text.n), &idx)) {
		long before;

		name = sv_sub(text, 0, (size_t)colon);
		before = g->func ? sv_rfind(name, ':') : -1;
		if (before > 0) {
			arg = sv_sub(name, (size_t)before + 1, name.n);
			name = sv_sub(name, 0, (size_t)before);
		}
		out->slot = idx;
	}
	out->node = find(g, name, near);
	if (out->node == NODE_NONE) {
		err_set(err, ERR_KIND_MODEL, ERR_NOT_FOUND, "there is no node \"%.*s\"", SV_ARG(name));
		return false;
	}
	if (arg.n) {
		const struct node *n = graph_node(g, out->node, err);

		if (!n)
			return false;
		if (!arg_slot(n, arg, idx, &out->slot) && n->def) {
			out->node = NODE_NONE;
			return err_set(err, ERR_KIND_MODEL, ERR_NOT_FOUND, "node \"%.*s\" has no output \"%.*s\"",
				       SV_ARG(name), SV_ARG(arg));
		}
	}
	return true;
}

bool graph_resolve(const struct graph *g, struct sv text, struct edge *out, struct err *err)
{
	return resolve(g, text, NODE_NONE, out, err);
}

/* ---- decoding a node ---- */

static int attr_by_name(const void *a, const void *b)
{
	return sv_cmp(((const struct attr *)a)->name, ((const struct attr *)b)->name);
}

/* The map of attributes that `field` of raw holds. */
static bool attrs_decode(struct arena *a, struct sv raw, uint32_t field, struct node *n, uint32_t count,
			 struct err *err)
{
	struct attr *attrs = arena_array(a, count, sizeof(*attrs));
	struct wire w = wire_of(raw);
	struct wire_field f;

	while (n->n_attrs < count && wire_next(&w, &f)) {
		struct sv value;

		if (f.num != field || f.type != WIRE_LEN)
			continue;
		if (!entry_decode(f.s, &attrs[n->n_attrs].name, &value) ||
		    !attr_decode(a, value, &attrs[n->n_attrs].v, 0, err))
			return err_set(err, ERR_KIND_MODEL, ERR_DATA_LOSS, "a damaged attribute");
		n->n_attrs++;
	}
	qsort(attrs, n->n_attrs, sizeof(*attrs), attr_by_name);
	n->attrs = attrs;
	return true;
}

static enum dtype arg_type(const struct node *n, const struct opdef_arg *arg, uint32_t k)
{
	const struct attr_value *items;
	enum dtype t = arg->type;
	char name[64];
	uint32_t count;
	struct sv attr = arg->type_attr.n ? arg->type_attr : arg->type_list_attr;

	if (!attr.n || attr.n >= sizeof(name))
		return dtype_base(t);
	memcpy(name, attr.p, attr.n);
	name[attr.n] = '\0';
	if (arg->type_attr.n)
		return node_attr_type(n, name, &t) ? t : DT_INVALID;
	if (node_attr_list(n, name, &items, &count) && k < count && items[k].kind == ATTR_TYPE &&
	    items[k].i > 0 && items[k].i < DT_REF + DT_COUNT)
		return dtype_base((enum dtype)items[k].i);
	return DT_INVALID;
}

static void outputs(struct arena *a, struct node *n)
{
	enum dtype *types;
	uint32_t total = 0, k = 0;

	for (uint32_t i = 0; n->def && i < n->def->n_out; i++)
		total += node_arg_count(n, &n->def->out[i]);
	types = arena_array(a, (size_t)total + 1, sizeof(*types));
	for (uint32_t i = 0; n->def && i < n->def->n_out; i++) {
		uint32_t count = node_arg_count(n, &n->def->out[i]);

		for (uint32_t j = 0; j < count; j++)
			types[k++] = arg_type(n, &n->def->out[i], j);
	}
	n->n_out = total;
	n->out_type = types;
}

/* How many outputs each node of an unknown op has, as its consumers use them: all in one pass. */
static void count_unknown(const struct graph *g)
{
	struct graph_priv *p = g->priv;

	p->unknown_top = xcalloc((size_t)g->n_nodes + 1, sizeof(*p->unknown_top));
	name_nodes(g, g->n_nodes);
	for (uint32_t i = g->n_args; i < g->n_nodes; i++) {
		struct wire w = wire_of(p->head[i].raw);
		struct wire_field f;

		while (wire_next(&w, &f) && f.num <= 4) {
			long first, last;
			uint32_t idx = 0;
			uint64_t at;

			if (f.num != 3 || f.type != WIRE_LEN)
				continue;
			first = sv_find(f.s, ':');
			last = sv_rfind(f.s, ':');
			if (last >= 0 && !number(sv_sub(f.s, (size_t)last + 1, f.s.n), &idx))
				continue;
			if (map_get(&p->names, first < 0 ? f.s : sv_sub(f.s, 0, (size_t)first), &at) &&
			    idx + 1 > p->unknown_top[at])
				p->unknown_top[at] = idx + 1;
		}
	}
}

static void unknown_outputs(const struct graph *g, struct arena *a, struct node *n)
{
	struct graph_priv *p = g->priv;
	uint32_t top;

	pthread_mutex_lock(&p->lock);
	if (!p->unknown_top)
		count_unknown(g);
	pthread_mutex_unlock(&p->lock);
	top = p->unknown_top[n->index];
	top = top > 4096 ? 4096 : top;
	n->n_out = top;
	n->out_type = arena_array(a, (size_t)top + 1, sizeof(enum dtype));
}

static void inputs(const struct graph *g, struct arena *a, struct node *n, struct sv raw,
		   uint32_t count)
{
	struct edge *edges = arena_array(a, (size_t)count + 1, sizeof(*edges));
	struct sv *text = arena_array(a, (size_t)count + 1, sizeof(*text));
	uint32_t data = 0, total = 0;

	for (int pass = 0; pass < 2; pass++) {
		struct wire w = wire_of(raw);
		struct wire_field f;

		while (total < count && wire_next(&w, &f)) {
			bool ctl = f.s.n && f.s.p[0] == '^';

			if (f.num != 3 || f.type != WIRE_LEN || ctl != (pass == 1))
				continue;
			text[total] = f.s;
			resolve(g, f.s, n->index, &edges[total++], NULL);
		}
		if (pass == 0)
			data = total;
	}
	n->in = edges;
	n->in_text = text;
	n->n_in = data;
	n->ctl = edges + data;
	n->n_ctl = total - data;
}

static bool node_decode(const struct graph *g, struct arena *a, struct node *n, const struct head *h,
			struct err *err)
{
	struct wire w = wire_of(h->raw);
	struct wire_field f;
	uint32_t n_in = 0, n_attrs = 0;

	n->name = h->name;
	n->op = h->op;
	n->device = SV("");
	while (wire_next(&w, &f)) {
		n_in += f.num == 3 && f.type == WIRE_LEN;
		n_attrs += f.num == 5 && f.type == WIRE_LEN;
		if (f.num == 4 && f.type == WIRE_LEN)
			n->device = f.s;
	}
	if (w.bad)
		return err_set(err, ERR_KIND_MODEL, ERR_DATA_LOSS, "the node's bytes are damaged");
	if (!attrs_decode(a, h->raw, 5, n, n_attrs, err))
		return false;
	n->def = opdef_find(n->op);
	if (!n->def) {
		n->callee = metagraph_function(g->mg, n->op);
		n->def = n->callee ? n->callee->def : NULL;
	}
	if (n->def)
		outputs(a, n);
	else
		unknown_outputs(g, a, n);
	return true;
}

/* What a FunctionDef says of argument i beside its signature (arg_attr): attributes as field 1. */
static struct sv arg_attrs(const struct graph *g, uint32_t i)
{
	struct wire w = wire_of(g->func->edges.bytes);
	struct wire_field f, e;

	while (g->n_args <= ARGS_LOOKED_AT && wire_next(&w, &f)) {
		struct wire entry = wire_of(f.s);
		struct sv value = SV("");
		uint64_t key = 0;

		if (f.num != 7 || f.type != WIRE_LEN)
			continue;
		while (wire_next(&entry, &e)) {
			if (e.num == 1 && e.type == WIRE_VARINT)
				key = e.v;
			else if (e.num == 2 && e.type == WIRE_LEN)
				value = e.s;
		}
		if (key == i)
			return value;
	}
	return SV("");
}

/* An argument of the function: one output of the argument's type. */
static void arg_node(const struct graph *g, struct node *n, const struct head *h)
{
	struct arena *a = g->priv->arena;
	enum dtype *type = arena_alloc(a, sizeof(*type));
	struct sv more = arg_attrs(g, n->index);
	struct wire w = wire_of(more);
	struct attr *attr;
	struct wire_field f;
	uint32_t count = 1;

	while (wire_next(&w, &f))
		count += f.num == 1 && f.type == WIRE_LEN;
	*type = dtype_base(g->priv->def->in[n->index].type);
	n->name = h->name;
	n->op = h->op;
	n->device = SV("");
	if (!attrs_decode(a, more, 1, n, count, NULL))
		n->n_attrs = 0;
	attr = n->n_attrs ? (struct attr *)n->attrs : arena_alloc(a, sizeof(*attr));
	attr[n->n_attrs].name = SV("T");
	attr[n->n_attrs++].v = (struct attr_value){ .kind = ATTR_TYPE, .i = *type };
	qsort(attr, n->n_attrs, sizeof(*attr), attr_by_name);
	n->attrs = attr;
	n->def = opdef_find(n->op);
	n->n_out = 1;
	n->out_type = type;
}

bool graph_node_apart(const struct graph *g, uint32_t i, struct arena *a, struct node *n)
{
	struct err none = { 0 };
	bool ok;

	*n = (struct node){ .index = i };
	ok = g->priv->head[i].raw.p && node_decode(g, a, n, &g->priv->head[i], &none);
	err_clear(&none);
	return ok;
}

const struct node *graph_node(const struct graph *g, uint32_t i, struct err *err)
{
	struct graph_priv *p = g->priv;
	const struct node *n;
	struct node *made;

	if (i >= g->n_nodes) {
		err_set(err, ERR_KIND_MODEL, ERR_OUT_OF_RANGE, "node %" PRIu32 " of %" PRIu32, i, g->n_nodes);
		return NULL;
	}
	n = atomic_load_explicit(&p->node[i], memory_order_acquire);
	if (n)
		return n;
	pthread_mutex_lock(&p->lock);
	n = atomic_load(&p->node[i]);
	if (!n) {
		made = arena_alloc(p->arena, sizeof(*made));
		made->index = i;
		if (!p->head[i].raw.p) {
			arg_node(g, made, &p->head[i]);
		} else if (!node_decode(g, p->arena, made, &p->head[i], err)) {
			err_at(err, "node %.*s", SV_ARG(p->head[i].name));
			pthread_mutex_unlock(&p->lock);
			return NULL;
		} else {
			/* inputs last and with the node published to this thread only: resolving
			 * looks at other nodes, never through their inputs */
			uint32_t count = 0;
			struct wire w = wire_of(p->head[i].raw);
			struct wire_field f;

			while (wire_next(&w, &f))
				count += f.num == 3 && f.type == WIRE_LEN;
			inputs(g, p->arena, made, p->head[i].raw, count);
		}
		n = made;
		atomic_store_explicit(&p->node[i], n, memory_order_release);
	}
	pthread_mutex_unlock(&p->lock);
	return n;
}

/* ---- who takes what ---- */

/* An edge seen from its end, before it is sorted to its beginning. */
struct link {
	uint32_t from;
	struct consumer to;
};

struct links {
	VEC(struct link) link;
	uint32_t at;			/* nodes that were looked at */
};

static void link_to(struct links *l, struct edge from, uint32_t node, uint32_t input)
{
	struct link one = { from.node, { node, from.slot == SLOT_CONTROL ? SLOT_CONTROL : input, from.slot } };

	if (from.node != NODE_NONE)
		vec_push(&l->link, one);
}

/* The inputs of one node. Those of a MetaGraph's own graph say all themselves: the node need not be decoded.
 * Nodes that cannot be decoded take nothing. */
static void link_node(const struct graph *g, struct links *l, uint32_t i)
{
	struct graph_priv *p = g->priv;
	const struct node *n = g->func ? graph_node(g, i, NULL) : atomic_load(&p->node[i]);
	struct wire w;
	struct wire_field f;
	uint32_t input = 0;

	for (uint32_t k = 0; n && k < n->n_in + n->n_ctl; k++)
		link_to(l, n->in[k], i, k);
	if (n || g->func)
		return;
	w = wire_of(p->head[i].raw);
	while (wire_next(&w, &f)) {
		struct edge e = { NODE_NONE, 0 };

		if (f.num != 3 || f.type != WIRE_LEN)
			continue;
		graph_resolve(g, f.s, &e, NULL);
		link_to(l, e, i, input);
		input += !(f.s.n && f.s.p[0] == '^');
	}
}

/* Counting sort by producer: count, prefix sums, fill. */
static void sort_links(const struct graph *g, const struct links *l)
{
	struct graph_priv *p = g->priv;
	size_t *first = xcalloc((size_t)g->n_nodes + 2, sizeof(*first)), *next;

	for (size_t i = 0; i < l->link.n; i++)
		first[l->link.p[i].from + 1]++;
	for (uint32_t i = 0; i < g->n_nodes; i++)
		first[i + 1] += first[i];
	p->consumers = xcalloc(first[g->n_nodes] + 1, sizeof(*p->consumers));
	next = xcalloc((size_t)g->n_nodes + 1, sizeof(*next));
	memcpy(next, first, (size_t)g->n_nodes * sizeof(*next));
	for (size_t i = 0; i < l->link.n; i++)
		p->consumers[next[l->link.p[i].from]++] = l->link.p[i].to;
	free(next);
	p->first = first;
}

static void links_free(struct links *l)
{
	if (l)
		vec_free(&l->link);
	free(l);
}

/* A part of the index: n more nodes' names, then n more nodes' inputs. */
static void index_part(const struct graph *g, uint32_t n)
{
	struct graph_priv *p = g->priv;
	uint32_t to;

	if (p->n_named < g->n_nodes) {
		name_nodes(g, g->n_nodes - p->n_named > n ? p->n_named + n : g->n_nodes);
		return;
	}
	if (!p->links)
		p->links = xcalloc(1, sizeof(*p->links));
	to = g->n_nodes - p->links->at > n ? p->links->at + n : g->n_nodes;
	while (p->links->at < to)
		link_node(g, p->links, p->links->at++);
	if (to < g->n_nodes)
		return;
	sort_links(g, p->links);
	links_free(p->links);
	p->links = NULL;
	atomic_store_explicit(&p->linked, true, memory_order_release);
}

bool graph_indexed(const struct graph *g)
{
	return atomic_load_explicit(&g->priv->linked, memory_order_acquire);
}

bool graph_index(const struct graph *g, uint32_t nodes)
{
	if (!graph_indexed(g)) {
		pthread_mutex_lock(&g->priv->lock);
		if (!atomic_load(&g->priv->linked))
			index_part(g, nodes ? nodes : 1);
		pthread_mutex_unlock(&g->priv->lock);
	}
	return graph_indexed(g);
}

const struct consumer *graph_consumers(const struct graph *g, uint32_t i, uint32_t *n,
				       struct err *err)
{
	struct graph_priv *p = g->priv;

	*n = 0;
	if (i >= g->n_nodes) {
		err_set(err, ERR_KIND_MODEL, ERR_OUT_OF_RANGE, "node %" PRIu32 " of %" PRIu32, i, g->n_nodes);
		return NULL;
	}
	while (!graph_index(g, g->n_nodes))
		;
	*n = (uint32_t)(p->first[i + 1] - p->first[i]);
	return p->consumers + p->first[i];
}
