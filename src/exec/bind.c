/*
 * What functions of the object graph captured: for each object a tensor, got as TensorFlow's loader
 * gets it. Variables and tables stand in the MetaGraph's graph too, where signatures find them; the
 * same nodes are run here, so that functions and signatures share them.
 *
 *   object --> edge of the MetaGraph's graph: by the calls in it (a call's last inputs are what its
 *              function captured, in the order that the object graph tells), else by the variable's
 *              name, the constant's node
 *          --> an asset's path
 *          --> a table that no call in the graph touches: what its _create_resource gives
 */
#include "exec/machine.h"

#include <stdlib.h>
#include <string.h>

#include "model/callable.h"

struct binding {
	struct edge at;			/* NODE_NONE: not in the graph */
	struct tensor *t;
	bool busy;
};

static const struct object_node *objects(const struct session *s, uint32_t *n)
{
	return metagraph_objects(s->mg, n);
}

/* ---- where objects are in the graph ---- */

static struct sv called_function(const struct node *n)
{
	const struct attr *f = node_attr(n, "f");

	if (n->callee)
		return n->callee->name;
	return f && f->v.kind == ATTR_FUNC ? f->v.s : SV_NULL;
}

static void note_call(struct session *s, const struct node *n, struct arena *a)
{
	struct sv f = called_function(n);
	const int64_t *bound;
	uint32_t count;

	if (!f.n || !trace_bound(s->mg, f, a, &bound, &count) || count > n->n_in)
		return;
	for (uint32_t k = 0; k < count; k++) {
		struct edge e = n->in[n->n_in - count + k];

		if (bound[k] >= 0 && bound[k] < (int64_t)s->n_bound &&
		    s->bound[bound[k]].at.node == NODE_NONE)
			s->bound[bound[k]].at = e;
	}
}

/* The graph's variables: node, name, whether an object has it already. */
struct handle {
	uint32_t node;
	struct sv name;
	bool taken;
};

typedef VEC(struct handle) handle_vec;

static void find_handles(const struct session *s, handle_vec *v)
{
	const struct graph *g = s->mg->graph;

	for (uint32_t i = 0; i < g->n_nodes; i++) {
		struct handle h = { .node = i };
		const struct node *n = sv_is(graph_node_op(g, i), "VarHandleOp") ?
				       graph_node(g, i, NULL) : NULL;

		if (n && node_attr_str(n, "shared_name", &h.name))
			vec_push(v, h);
	}
	for (uint32_t i = 0; i < s->n_bound; i++)
		for (size_t k = 0; k < v->n && s->bound[i].at.node != NODE_NONE; k++)
			v->p[k].taken |= v->p[k].node == s->bound[i].at.node;
}

/* TensorFlow numbers variables of one name in the order of saving: v, v_1, v_2. */
static bool is_numbered(struct sv name, struct sv base)
{
	if (!sv_starts(name, base))
		return false;
	if (name.n == base.n)
		return true;
	if (name.p[base.n] != '_' || name.n == base.n + 1)
		return false;
	for (size_t i = base.n + 1; i < name.n; i++)
		if (name.p[i] < '0' || name.p[i] > '9')
			return false;
	return true;
}

static void note_variable(struct session *s, const struct object_node *o, handle_vec *v)
{
	struct sv name = o->variable ? o->variable->name : SV("");

	if (sv_ends(name, SV(":0")))
		name.n -= 2;
	for (size_t k = 0; k < v->n; k++)
		if (!v->p[k].taken && is_numbered(v->p[k].name, name)) {
			v->p[k].taken = true;
			s->bound[o->id].at = (struct edge){ v->p[k].node, 0 };
			return;
		}
}

static void find_all(struct session *s)
{
	const struct graph *g = s->mg->graph;
	const struct object_node *o = objects(s, &s->n_bound);
	struct arena *a = arena_new();
	handle_vec v = { 0 };

	s->bound = xcalloc((size_t)s->n_bound + 1, sizeof(*s->bound));
	for (uint32_t i = 0; i < s->n_bound; i++)
		s->bound[i].at.node = NODE_NONE;
	for (uint32_t i = 0; i < g->n_nodes; i++) {
		struct sv op = graph_node_op(g, i);
		bool may = sv_ends(op, SV("PartitionedCall")) || !opdef_find(op);
		const struct node *n = may ? graph_node(g, i, NULL) : NULL;

		if (n)
			note_call(s, n, a);
	}
	find_handles(s, &v);
	for (uint32_t i = 0; i < s->n_bound; i++) {
		uint32_t node = NODE_NONE;

		if (o[i].kind == OBJ_CONSTANT)
			node = graph_find(g, object_constant_node(&o[i]));
		if (node != NODE_NONE)
			s->bound[i].at = (struct edge){ node, 0 };
		else if (o[i].kind == OBJ_VARIABLE && s->bound[i].at.node == NODE_NONE)
			note_variable(s, &o[i], &v);
	}
	vec_free(&v);
	arena_free(a);
}

void session_bound_free(struct session *s)
{
	for (uint32_t i = 0; i < s->n_bound; i++)
		tensor_unref(s->bound[i].t);
	free(s->bound);
}

/* ---- getting the tensor ---- */

static struct tensor *from_graph(struct session *s, struct edge e, struct err *err)
{
	struct exec_request req = {
		.graph = s->mg->graph, .fetches = &e, .n_fetches = 1,
	};
	struct exec *x = exec_new(s, &req, err);
	struct tensor *t = NULL;

	if (x && exec_run(x, err))
		t = tensor_ref(exec_fetch(x, 0));
	exec_free(x);
	return t;
}

static struct tensor *from_asset(struct session *s, const struct object_node *o, struct err *err)
{
	const char *path = NULL;

	if (o->asset >= 0 && (uint32_t)o->asset < s->mg->n_assets)
		path = s->mg->assets[o->asset].path;
	if (path)
		return tensor_scalar_str(sv_of(path), err);
	err_set(err, ERR_KIND_MODEL, ERR_NOT_FOUND, "the asset of object %d has no usable file name",
		o->id);
	return NULL;
}

/* Calls the first trace of the function that is object id; *out (may be NULL): its first result. */
static bool call_object(struct session *s, int id, struct tensor **out, struct err *err)
{
	uint32_t n;
	const struct object_node *o = objects(s, &n);
	struct trace t = { 0 };
	struct arena *a;
	struct exec *x;
	bool ok;

	if (id < 0 || !o[id].n_functions)
		return true;
	a = arena_new();
	t.name = o[id].functions[0];
	t.f = metagraph_function(s->mg, t.name);
	trace_bound(s->mg, t.name, a, &t.bound, &t.n_bound);
	x = exec_new_call(s, &t, NULL, 0, err);
	ok = x && exec_run(x, err);
	if (ok && out)
		*out = tensor_ref(exec_fetch(x, 0));
	exec_free(x);
	arena_free(a);
	return ok;
}

static struct tensor *from_creator(struct session *s, const struct object_node *o, struct err *err)
{
	struct tensor **t = &s->bound[o->id].t;
	int make = object_child(o, SV("_create_resource"));

	if (make < 0 || !call_object(s, make, t, err) || !*t) {
		err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
			"a function captured object %d, which smtui cannot make", o->id);
		return NULL;
	}
	if (!call_object(s, object_child(o, SV("_initialize")), NULL, err))
		return NULL;
	return tensor_ref(*t);
}

struct tensor *session_object(struct session *s, int64_t id, struct err *err)
{
	const struct object_node *o;
	struct tensor *t = NULL;
	uint32_t n;

	if (!session_init(s, err))
		return NULL;
	if (!s->bound)
		find_all(s);
	o = objects(s, &n);
	if (id < 0 || id >= (int64_t)s->n_bound || s->bound[id].busy) {
		err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT,
			"a function captured object %lld, which %s", (long long)id,
			id < 0 || id >= (int64_t)s->n_bound ? "is not there" : "needs itself");
		return NULL;
	}
	if (s->bound[id].t)
		return tensor_ref(s->bound[id].t);
	s->bound[id].busy = true;
	if (o[id].kind == OBJ_ASSET)
		t = from_asset(s, &o[id], err);
	else if (s->bound[id].at.node != NODE_NONE)
		t = from_graph(s, s->bound[id].at, err);
	else
		t = from_creator(s, &o[id], err);
	s->bound[id].busy = false;
	if (t && !s->bound[id].t)
		s->bound[id].t = tensor_ref(t);
	if (!t)
		err_note(err, "while object %lld was looked up, which the function captured",
			 (long long)id);
	return t;
}
