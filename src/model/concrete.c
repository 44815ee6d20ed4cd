/*
 * The functions of the root object; see concrete.h. The order of a function's traces is the one that
 * TensorFlow's loader makes: it creates the library's functions one by one, callees first, numbers
 * each by a counter that runs over the tensors of all bodies, and sorts traces by the new names.
 */
#include "model/concrete.h"

#include <stdlib.h>
#include <string.h>

#include "model/priv.h"
#include "proto/wire.h"

enum { MAX_DEPTH = 64 };

static uint32_t count_of(struct sv bytes, uint32_t num)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;
	uint32_t n = 0;

	while (wire_next(&w, &f))
		n += f.num == num && f.type == WIRE_LEN;
	return n;
}

uint64_t metagraph_library_bytes(const struct metagraph *mg)
{
	return wire_last(wire_last(mg->priv->collections, 2), 2).n;
}

uint64_t metagraph_graph_bytes(const struct metagraph *mg)
{
	return wire_last(mg->priv->collections, 2).n - metagraph_library_bytes(mg);
}

/* ---- structured values ---- */

static void decode(struct arena *a, struct sv bytes, struct pyval *v, int depth);

static void decode_items(struct arena *a, struct sv bytes, struct pyval *v, uint32_t num, bool keyed, int depth)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;
	uint32_t n = count_of(bytes, num);

	v->item = arena_array(a, (size_t)n + 1, sizeof(*v->item));
	v->key = arena_array(a, (size_t)n + 1, sizeof(*v->key));
	while (v->n < n && wire_next(&w, &f)) {
		struct sv value = f.s;

		if (f.num != num || f.type != WIRE_LEN)
			continue;
		v->key[v->n] = SV("");
		if (keyed)
			entry_decode(f.s, &v->key[v->n], &value);
		decode(a, value, &v->item[v->n++], depth + 1);
	}
}

static void decode_spec(struct arena *a, struct sv bytes, struct pyval *v)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;

	v->shape = (struct shape){ 0, NULL };
	v->s = SV("");
	while (wire_next(&w, &f)) {
		if (f.num == 1 && f.type == WIRE_LEN)
			v->s = f.s, v->has_name = f.s.n > 0;
		else if (f.num == 2 && f.type == WIRE_LEN)
			v->shape = shape_decode_arena(a, f.s);
		else if (f.num == 3 && f.type == WIRE_VARINT)
			v->i = (int64_t)f.v;
	}
}

static void decode_type_spec(struct arena *a, struct sv bytes, struct pyval *v, int depth)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;

	v->s = SV("");
	v->item = arena_alloc(a, sizeof(*v->item));
	while (wire_next(&w, &f)) {
		if (f.num == 1 && f.type == WIRE_VARINT) {
			v->type_spec_class = f.v < 1000 ? (int)f.v : 0;
		} else if (f.num == 2 && f.type == WIRE_LEN) {
			decode(a, f.s, &v->item[0], depth + 1);
			v->n = 1;
		} else if (f.num == 3 && f.type == WIRE_LEN) {
			v->s = f.s;
		}
	}
}

static void decode_message(struct arena *a, const struct wire_field *f, struct pyval *v, int depth)
{
	switch (f->num) {
	case 1:
		v->kind = PV_NONE;
		break;
	case 13:
		v->kind = PV_STR;
		v->s = f->s;
		break;
	case 31:
		v->kind = PV_SHAPE;
		v->shape = shape_decode_arena(a, f->s);
		break;
	case 33:
	case 35:
		v->kind = f->num == 33 ? PV_TENSOR_SPEC : PV_BOUNDED_SPEC;
		decode_spec(a, f->s, v);
		break;
	case 34:
		v->kind = PV_TYPE_SPEC;
		decode_type_spec(a, f->s, v, depth);
		break;
	case 51:
	case 52:
		v->kind = f->num == 51 ? PV_LIST : PV_TUPLE;
		decode_items(a, f->s, v, 1, false, depth);
		break;
	case 53:
		v->kind = PV_DICT;
		decode_items(a, f->s, v, 1, true, depth);
		break;
	case 54:
		v->kind = PV_NAMED_TUPLE;
		v->s = wire_last(f->s, 1);
		decode_items(a, f->s, v, 2, true, depth);
		break;
	case 55:
	case 56:
		v->kind = PV_TENSOR;
		v->s = f->s;
		break;
	default:
		v->kind = PV_OTHER;
	}
}

static void decode(struct arena *a, struct sv bytes, struct pyval *v, int depth)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;

	memset(v, 0, sizeof(*v));
	v->kind = PV_OTHER;
	if (depth > MAX_DEPTH)
		return;
	while (wire_next(&w, &f)) {
		if (f.type == WIRE_LEN) {
			decode_message(a, &f, v, depth);
		} else if (f.num == 11 && f.type == WIRE_I64) {
			v->kind = PV_FLOAT;
			v->d = wire_double(&f);
		} else if (f.num == 12 && f.type == WIRE_VARINT) {
			v->kind = PV_INT;
			v->i = (int64_t)(f.v >> 1 ^ (0 - (f.v & 1)));
		} else if ((f.num == 14 || f.num == 32) && f.type == WIRE_VARINT) {
			v->kind = f.num == 14 ? PV_BOOL : PV_DTYPE;
			v->i = (int64_t)f.v;
		}
	}
}

void pyval_decode(struct arena *a, struct sv bytes, struct pyval *v)
{
	decode(a, bytes, v, 0);
}

/* ---- the loader's numbering ---- */

struct loading {
	const struct metagraph *mg;
	struct map gradients;		/* registered op type to index of the gradient function + 1 */
	uint32_t n_gradients;
	uint32_t *waits;		/* dependencies that are not loaded yet */
	VEC(uint32_t) *dependents;	/* who waits for this one, in library order */
	uint64_t *counts;		/* what each body adds to the counter */
	uint64_t *uid;
};

static void read_gradients(struct loading *l)
{
	struct wire w = wire_of(wire_last(wire_last(l->mg->priv->collections, 2), 2));
	struct wire_field f;

	while (wire_next(&w, &f)) {
		const struct function *g;
		struct sv type;

		if (f.num != 3 || f.type != WIRE_LEN)
			continue;
		type = wire_last(f.s, 2);
		if (!type.n)
			continue;
		l->n_gradients++;
		g = metagraph_function(l->mg, wire_last(f.s, 1));
		if (g)
			map_put(&l->gradients, type, (uint64_t)(g - l->mg->funcs) + 1);
	}
}

static void depend(struct loading *l, uint32_t who, const struct function *on, uint32_t *mark)
{
	uint32_t k;

	if (!on)
		return;
	k = (uint32_t)(on - l->mg->funcs);
	if (mark[k] == who + 1)
		return;
	mark[k] = who + 1;
	l->waits[who]++;
	vec_push(&l->dependents[k], who);
}

static void node_depends(struct loading *l, uint32_t who, const struct node *n, uint32_t *mark)
{
	const struct function *f = metagraph_function(l->mg, n->op);
	const struct attr *grad = node_attr(n, "_gradient_op_type");
	uint64_t at;

	if (f) {
		depend(l, who, f, mark);
		return;
	}
	if (grad && grad->v.kind == ATTR_STRING && !sv_is(n->op, "PartitionedCall") &&
	    !sv_is(n->op, "StatefulPartitionedCall") && map_get(&l->gradients, grad->v.s, &at)) {
		depend(l, who, &l->mg->funcs[at - 1], mark);
		return;
	}
	for (uint32_t i = 0; i < n->n_attrs; i++) {
		const struct attr_value *v = &n->attrs[i].v;

		if (v->kind == ATTR_FUNC)
			depend(l, who, metagraph_function(l->mg, v->s), mark);
		for (uint32_t k = 0; v->kind == ATTR_LIST && k < v->n; k++)
			if (v->items[k].kind == ATTR_FUNC)
				depend(l, who, metagraph_function(l->mg, v->items[k].s), mark);
	}
}

/* What a body adds to the loader's counter: its tensors, and tables that get a name of their own. */
static uint64_t node_counts(const struct node *n)
{
	bool shared;

	return n->n_out + (sv_is(n->op, "HashTableV2") &&
			   (!node_attr_bool(n, "use_node_name_sharing", &shared) || !shared));
}

static void look_at_body(struct loading *l, uint32_t who, uint32_t *mark)
{
	const struct graph *g = l->mg->funcs[who].graph;
	struct arena *a = arena_new();
	struct node n;

	l->counts[who] = g->n_args;
	for (uint32_t k = g->n_args; k < g->n_nodes; k++) {
		if (!graph_node_apart(g, k, a, &n))
			continue;
		l->counts[who] += node_counts(&n);
		node_depends(l, who, &n, mark);
	}
	arena_free(a);
}

static void number(struct loading *l)
{
	const struct metagraph *mg = l->mg;
	VEC(uint32_t) stack = { 0 };
	uint64_t counter = 1 + l->n_gradients;

	for (uint32_t i = 0; i < mg->n_funcs; i++)
		if (!l->waits[i])
			vec_push(&stack, i);
	while (stack.n) {
		uint32_t k = stack.p[--stack.n];

		counter += l->counts[k] + 2;
		l->uid[k] = counter;
		for (size_t i = 0; i < l->dependents[k].n; i++)
			if (--l->waits[l->dependents[k].p[i]] == 0)
				vec_push(&stack, l->dependents[k].p[i]);
	}
	vec_free(&stack);
}

static uint64_t *load_order(const struct metagraph *mg)
{
	struct loading l = { .mg = mg };
	uint32_t *mark = xcalloc((size_t)mg->n_funcs + 1, sizeof(*mark));

	l.waits = xcalloc((size_t)mg->n_funcs + 1, sizeof(*l.waits));
	l.dependents = xcalloc((size_t)mg->n_funcs + 1, sizeof(*l.dependents));
	l.uid = xcalloc((size_t)mg->n_funcs + 1, sizeof(*l.uid));
	l.counts = xcalloc((size_t)mg->n_funcs + 1, sizeof(*l.counts));
	read_gradients(&l);
	for (uint32_t i = 0; i < mg->n_funcs; i++)
		look_at_body(&l, i, mark);
	number(&l);
	for (uint32_t i = 0; i < mg->n_funcs; i++)
		vec_free(&l.dependents[i]);
	free(l.dependents);
	free(l.waits);
	free(l.counts);
	free(mark);
	map_free(&l.gradients);
	return l.uid;
}

/* "__inference_call_12" to "call"; other names stay. */
struct sv concrete_clean_name(struct sv name)
{
	struct sv prefix = SV("__inference_");
	long under = sv_rfind(name, '_');

	if (!sv_starts(name, prefix) || under < (long)prefix.n || (size_t)under + 1 == name.n)
		return name;
	for (size_t i = (size_t)under + 1; i < name.n; i++)
		if (name.p[i] < '0' || name.p[i] > '9')
			return name;
	return sv_sub(name, prefix.n, (size_t)under);
}

/* ---- putting it together ---- */

struct named {
	struct concrete c;
	struct sv loaded;	/* its name after loading */
};

static int by_loaded(const void *a, const void *b)
{
	return sv_cmp(((const struct named *)a)->loaded, ((const struct named *)b)->loaded);
}

static struct sv loaded_name(struct arena *a, const struct metagraph *mg, const uint64_t *uid, struct sv name)
{
	const struct function *f = metagraph_function(mg, name);
	struct sv clean = concrete_clean_name(name);

	if (!f)
		return name;
	return sv_of(arena_printf(a, "__inference_%.*s_%llu", SV_ARG(clean), (unsigned long long)uid[f - mg->funcs]));
}

static void read_signature(struct arena *a, const struct map *traces, struct concrete *c)
{
	uint64_t at;
	struct sv sig;

	if (!map_get(traces, c->name, &at))
		return;
	sig = wire_last(*(const struct sv *)(uintptr_t)at, 3);
	if (!sig.p)
		return;
	c->has_signature = true;
	decode(a, sig, &c->signature, 0);
}

static void read_bare(struct arena *a, const struct object_node *o, struct concrete *c)
{
	struct sv bare = wire_last(o->raw, 8);
	struct wire w = wire_of(bare);
	struct wire_field f;

	c->bare = true;
	c->keyword = arena_array(a, (size_t)count_of(bare, 2) + 1, sizeof(*c->keyword));
	while (wire_next(&w, &f)) {
		if (f.num == 2 && f.type == WIRE_LEN)
			c->keyword[c->n_keywords++] = f.s;
		else if (f.num == 3 && f.type == WIRE_VARINT)
			c->allowed_positional = (int64_t)f.v;
	}
}

static void read_function(struct concretes *cs, const struct metagraph *mg, const uint64_t *uid,
			  const struct map *traces, const struct object_node *o, struct root_function *rf)
{
	struct arena *a = cs->arena;
	struct named *list = xcalloc((size_t)o->n_functions + 1, sizeof(*list));

	for (uint32_t i = 0; i < o->n_functions; i++) {
		list[i].c.name = o->functions[i];
		list[i].loaded = loaded_name(a, mg, uid, o->functions[i]);
		read_signature(a, traces, &list[i].c);
		if (o->kind == OBJ_BARE_FUNCTION)
			read_bare(a, o, &list[i].c);
	}
	qsort(list, o->n_functions, sizeof(*list), by_loaded);
	rf->n = o->n_functions;
	rf->c = arena_array(a, (size_t)rf->n + 1, sizeof(*rf->c));
	for (uint32_t i = 0; i < rf->n; i++)
		rf->c[i] = list[i].c;
	free(list);
}

static int by_name(const void *a, const void *b)
{
	return sv_cmp(((const struct root_function *)a)->name, ((const struct root_function *)b)->name);
}

/* The map of traces: function name to SavedConcreteFunction bytes. */
static void read_traces(struct concretes *cs, const struct metagraph *mg, struct map *traces)
{
	struct wire w = wire_of(mg->priv->object_graph);
	struct wire_field f;

	while (wire_next(&w, &f)) {
		struct sv *value, key;

		if (f.num != 2 || f.type != WIRE_LEN)
			continue;
		value = arena_alloc(cs->arena, sizeof(*value));
		if (entry_decode(f.s, &key, value))
			map_put(traces, key, (uintptr_t)value);
	}
}

struct concretes *concretes_new(const struct metagraph *mg, struct err *err)
{
	struct concretes *cs = xcalloc(1, sizeof(*cs));
	const struct object_node *o;
	struct map traces = MAP_INIT;
	uint64_t *uid;
	uint32_t n;

	(void)err;
	cs->arena = arena_new();
	o = metagraph_objects(mg, &n);
	if (!n)
		return cs;
	uid = load_order(mg);
	read_traces(cs, mg, &traces);
	cs->f = arena_array(cs->arena, (size_t)o[0].n_children + 1, sizeof(*cs->f));
	for (uint32_t i = 0; i < o[0].n_children; i++) {
		const struct object_node *child = o[0].children[i].id >= 0 ? &o[o[0].children[i].id] : NULL;

		if (!child || (child->kind != OBJ_FUNCTION && child->kind != OBJ_BARE_FUNCTION))
			continue;
		cs->f[cs->n].name = o[0].children[i].name;
		read_function(cs, mg, uid, &traces, child, &cs->f[cs->n++]);
	}
	qsort(cs->f, cs->n, sizeof(*cs->f), by_name);
	map_free(&traces);
	free(uid);
	return cs;
}

void concretes_free(struct concretes *c)
{
	if (!c)
		return;
	arena_free(c->arena);
	free(c);
}
