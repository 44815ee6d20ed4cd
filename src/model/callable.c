/*
 * Functions of the object graph; see callable.h. What is decoded here: SavedFunction {1: names,
 * 2: FunctionSpec}, SavedBareConcreteFunction {1: name, 2: keywords, 3: positional, 4: FunctionSpec},
 * FunctionSpec {1: FullArgSpec, 2: is_method, 5: input_signature}, and for each trace
 * SavedConcreteFunction {2: bound_inputs, 3: canonicalized_input_signature, 4: output_signature}.
 */
#include "model/callable.h"

#include <stdlib.h>

#include "model/priv.h"
#include "proto/wire.h"

enum { LIST_MAX = 60 };

static uint64_t number_of(struct sv bytes, uint32_t num)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;
	uint64_t v = 0;

	while (wire_next(&w, &f))
		if (f.num == num && f.type == WIRE_VARINT)
			v = f.v;
	return v;
}

struct sv object_constant_node(const struct object_node *o)
{
	return wire_last(wire_last(o->raw, 9), 1);
}

int object_child(const struct object_node *o, struct sv name)
{
	for (uint32_t i = 0; i < o->n_children; i++)
		if (sv_eq(o->children[i].name, name))
			return o->children[i].id;
	return -1;
}

/* ---- values ---- */

static int by_key(const void *a, const void *b, void *ctx)
{
	const struct pyval *v = ctx;

	return sv_cmp(v->key[*(const uint32_t *)a], v->key[*(const uint32_t *)b]);
}

void pyval_order(const struct pyval *v, uint32_t *order)
{
	for (uint32_t i = 0; i < v->n; i++)
		order[i] = i;
	if (v->kind == PV_DICT)
		qsort_r(order, v->n, sizeof(*order), by_key, (void *)v);
}

uint32_t pyval_tensors(const struct pyval *v)
{
	uint32_t n = 0;

	if (v->kind == PV_TENSOR_SPEC || v->kind == PV_BOUNDED_SPEC || v->kind == PV_TYPE_SPEC)
		return 1;
	if (v->kind != PV_LIST && v->kind != PV_TUPLE && v->kind != PV_DICT &&
	    v->kind != PV_NAMED_TUPLE)
		return 0;
	for (uint32_t i = 0; i < v->n; i++)
		n += pyval_tensors(&v->item[i]);
	return n;
}

/* ---- traces ---- */

static void index_traces(const struct metagraph *mg)
{
	struct wire w = wire_of(mg->priv->object_graph);
	struct wire_field f;
	struct sv key, value, *kept;

	while (wire_next(&w, &f)) {
		if (f.num != 2 || f.type != WIRE_LEN || !entry_decode(f.s, &key, &value))
			continue;
		kept = arena_alloc(mg->model->arena, sizeof(*kept));
		*kept = value;
		map_add(&mg->priv->traces, key, (uintptr_t)kept);
	}
	mg->priv->traces_done = true;
}

/* The SavedConcreteFunction of that name; p == NULL: none. */
static struct sv saved_trace(const struct metagraph *mg, struct sv name)
{
	uint64_t at = 0;

	pthread_mutex_lock(&mg->priv->lock);
	if (!mg->priv->traces_done)
		index_traces(mg);
	map_get(&mg->priv->traces, name, &at);
	pthread_mutex_unlock(&mg->priv->lock);
	return at ? *(const struct sv *)(uintptr_t)at : SV_NULL;
}

/* repeated int32, packed or not. */
static void read_bound(struct sv bytes, struct arena *a, const int64_t **bound, uint32_t *n)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;
	int64_t *list = arena_array(a, bytes.n + 1, sizeof(*list));
	uint64_t v;

	*n = 0;
	while (wire_next(&w, &f)) {
		if (f.num != 2)
			continue;
		if (f.type == WIRE_VARINT)
			list[(*n)++] = (int64_t)f.v;
		if (f.type == WIRE_LEN)
			for (struct wire p = wire_of(f.s); p.p < p.end && wire_varint(&p, &v);)
				list[(*n)++] = (int64_t)v;
	}
	*bound = list;
}

bool trace_bound(const struct metagraph *mg, struct sv name, struct arena *a, const int64_t **bound,
		 uint32_t *n)
{
	struct sv bytes = saved_trace(mg, name);

	*n = 0;
	if (!bytes.p)
		return false;
	read_bound(bytes, a, bound, n);
	return true;
}

void traces_each(const struct metagraph *mg,
		 void (*each)(void *ctx, struct sv name, const int64_t *bound, uint32_t n), void *ctx)
{
	struct wire w = wire_of(mg->priv->object_graph);
	struct arena *a = arena_new();
	struct wire_field f;
	struct sv key, value;

	while (wire_next(&w, &f)) {
		const int64_t *bound;
		uint32_t n;

		if (f.num != 2 || f.type != WIRE_LEN || !entry_decode(f.s, &key, &value))
			continue;
		read_bound(value, a, &bound, &n);
		each(ctx, key, bound, n);
		arena_reset(a);
	}
	arena_free(a);
}

void trace_read(const struct metagraph *mg, struct arena *a, struct sv name, struct trace *t)
{
	struct sv bytes = saved_trace(mg, name), in, out;

	*t = (struct trace){ .name = name, .f = metagraph_function(mg, name) };
	if (!bytes.p)
		return;
	read_bound(bytes, a, &t->bound, &t->n_bound);
	in = wire_last(bytes, 3);
	out = wire_last(bytes, 4);
	t->has_in = in.p != NULL;
	t->has_out = out.p != NULL;
	if (t->has_in)
		pyval_decode(a, in, &t->in);
	if (t->has_out)
		pyval_decode(a, out, &t->out);
}

/* ---- the Python function's arguments ---- */

static const struct pyval *named(const struct pyval *v, const char *key)
{
	static const struct pyval none;

	for (uint32_t i = 0; v->kind == PV_NAMED_TUPLE && i < v->n; i++)
		if (sv_is(v->key[i], key))
			return &v->item[i];
	return &none;
}

static void read_arg_names(struct callable *c, const struct pyval *args, bool method)
{
	struct sv *name = arena_array(c->arena, (size_t)args->n + 1, sizeof(*name));
	uint32_t from;

	if (args->kind != PV_LIST && args->kind != PV_TUPLE)
		return;
	from = args->n > 0 && (method || sv_is(args->item[0].s, "self"));
	for (uint32_t i = from; i < args->n; i++)
		name[c->n_args++] = args->item[i].s;
	c->arg = name;
}

static void read_spec(struct callable *c, struct sv spec)
{
	struct sv input = wire_last(spec, 5);
	struct pyval full;

	if (!spec.p)
		return;
	c->has_spec = true;
	pyval_decode(c->arena, wire_last(spec, 1), &full);
	read_arg_names(c, named(&full, "args"), number_of(spec, 2) != 0);
	c->has_varargs = named(&full, "varargs")->kind == PV_STR;
	c->varargs = named(&full, "varargs")->s;
	c->has_varkw = named(&full, "varkw")->kind == PV_STR;
	c->varkw = named(&full, "varkw")->s;
	c->defaults = *named(&full, "defaults");
	c->kwonly = *named(&full, "kwonlyargs");
	c->kwdefaults = *named(&full, "kwonlydefaults");
	if (input.p)
		pyval_decode(c->arena, input, &c->input_signature);
	c->has_input_signature = input.p && c->input_signature.kind != PV_NONE &&
				 c->input_signature.kind != PV_OTHER;
}

static void read_bare(struct callable *c, struct sv bare)
{
	struct wire w = wire_of(bare);
	struct wire_field f;
	struct sv *k = arena_array(c->arena, bare.n + 1, sizeof(*k));

	while (wire_next(&w, &f))
		if (f.num == 2 && f.type == WIRE_LEN)
			k[c->n_keywords++] = f.s;
	c->keyword = k;
	c->bare = true;
	c->allowed_positional = (int64_t)number_of(bare, 3);
	read_spec(c, wire_last(bare, 4));
}

static bool is_function(const struct object_node *o)
{
	return o->kind == OBJ_FUNCTION || o->kind == OBJ_BARE_FUNCTION;
}

struct callable *callable_of(const struct metagraph *mg, const struct object_node *o, struct sv path)
{
	struct callable *c = xcalloc(1, sizeof(*c));

	c->arena = arena_new();
	c->path = arena_sv(c->arena, path);
	c->object = o->id;
	if (o->kind == OBJ_BARE_FUNCTION)
		read_bare(c, wire_last(o->raw, 8));
	else
		read_spec(c, wire_last(wire_last(o->raw, 6), 2));
	c->n = o->n_functions;
	c->trace = arena_array(c->arena, (size_t)c->n + 1, sizeof(*c->trace));
	for (uint32_t i = 0; i < c->n; i++)
		trace_read(mg, c->arena, o->functions[i], &c->trace[i]);
	return c;
}

void callable_free(struct callable *c)
{
	if (!c)
		return;
	arena_free(c->arena);
	free(c);
}

/* ---- all of them ---- */

struct seen {
	int id;
	struct sv path;
};

void callable_each(const struct metagraph *mg,
		   bool (*add)(void *ctx, struct sv path, const struct object_node *o), void *ctx)
{
	uint32_t n;
	const struct object_node *o = metagraph_objects(mg, &n);
	uint8_t *done = xcalloc((size_t)n + 1, 1);
	VEC(struct seen) queue = { 0 };
	struct arena *a = arena_new();
	struct seen first = { 0, SV("") };
	bool go = n > 0;

	done[0] = 1;
	vec_push(&queue, first);
	for (size_t i = 0; go && i < queue.n; i++) {
		const struct object_node *at = &o[queue.p[i].id];

		if (is_function(at))
			go = add(ctx, queue.p[i].path, at);
		for (uint32_t k = 0; k < at->n_children; k++) {
			struct seen s = { at->children[k].id, at->children[k].name };

			if (s.id < 0 || done[s.id])
				continue;
			done[s.id] = 1;
			if (queue.p[i].path.n)
				s.path = sv_of(arena_printf(a, "%.*s.%.*s", SV_ARG(queue.p[i].path),
							    SV_ARG(s.path)));
			vec_push(&queue, s);
		}
	}
	arena_free(a);
	vec_free(&queue);
	free(done);
}

/* ---- by path ---- */

/* Brackets become dots: layers[3]['a'] to layers.3.a. */
static char *plain_path(struct sv path)
{
	struct str s = STR_INIT;

	str_addz(&s, "");
	for (size_t i = 0; i < path.n; i++) {
		char c = path.p[i];

		if (c == '[')
			str_addz(&s, s.n ? "." : "");
		else if (c != ']' && c != '\'' && c != '"')
			str_addc(&s, c);
	}
	return str_give(&s);
}

/* A child's name may hold dots itself: every split is tried, the shortest first. What Keras knows as an
 * attribute (layers, metrics) is kept behind keras_api. */
static int walk(const struct object_node *o, int id, struct sv rest, int depth)
{
	int keras;

	if (!rest.n)
		return id;
	if (depth > 64)
		return -1;
	for (size_t i = 1; i <= rest.n; i++) {
		int child, end;

		if (i < rest.n && rest.p[i] != '.')
			continue;
		child = object_child(&o[id], sv_sub(rest, 0, i));
		if (child < 0)
			continue;
		end = walk(o, child, sv_sub(rest, i < rest.n ? i + 1 : i, rest.n), depth + 1);
		if (end >= 0)
			return end;
	}
	keras = object_child(&o[id], SV("keras_api"));
	return keras >= 0 ? walk(o, keras, rest, depth + 1) : -1;
}

struct listing {
	struct str text;
	int n;
};

static bool list_one(void *ctx, struct sv path, const struct object_node *o)
{
	struct listing *l = ctx;

	long dot = sv_rfind(path, '.');

	if (sv_starts(sv_sub(path, (size_t)(dot + 1), path.n), SV("trace_")) ||
	    sv_ends(path, SV("_create_resource")) || sv_ends(path, SV("_initialize")) ||
	    sv_ends(path, SV("_destroy_resource")))
		return true;
	if (l->n++ == LIST_MAX) {
		str_addz(&l->text, "\nand more");
		return false;
	}
	str_addz(&l->text, l->text.n ? "\n" : "");
	str_escaped(&l->text, path);
	if (o->kind == OBJ_FUNCTION && o->n_functions == 0)
		str_addz(&l->text, " (never traced: it cannot be called)");
	return true;
}

bool callables_text(const struct metagraph *mg, struct str *out)
{
	struct listing l = { *out, 0 };

	callable_each(mg, list_one, &l);
	*out = l.text;
	return l.n > 0;
}

static void no_function(const struct metagraph *mg, struct sv path, struct err *err)
{
	struct str list = STR_INIT, safe = STR_INIT;
	bool any;

	str_escaped(&safe, path);
	if (!mg->has_object_graph) {
		err_set(err, ERR_KIND_INPUT, ERR_NOT_FOUND,
			"no function \"%s\": the model was saved by TensorFlow 1 and has signatures only",
			str_z(&safe));
	} else {
		any = callables_text(mg, &list);
		err_set(err, ERR_KIND_INPUT, ERR_NOT_FOUND, "no function \"%s\" in the object graph; %s",
			str_z(&safe), any ? "there are:" : "there is none");
		if (any)
			err_note(err, "%s", str_z(&list));
	}
	str_free(&list);
	str_free(&safe);
}

int object_at_path(const struct metagraph *mg, struct sv path)
{
	uint32_t n;
	const struct object_node *o = metagraph_objects(mg, &n);
	char *z = plain_path(path);
	int id = n ? walk(o, 0, sv_of(z), 0) : -1;

	free(z);
	return id;
}

struct callable *callable_find(const struct metagraph *mg, struct sv path, struct err *err)
{
	uint32_t n;
	const struct object_node *o = metagraph_objects(mg, &n);
	char *z = plain_path(path);
	struct str full = STR_INIT;
	struct callable *c = NULL;
	int id = n ? walk(o, 0, sv_of(z), 0) : -1;

	str_addz(&full, z);
	if (id >= 0 && !is_function(&o[id])) {
		id = object_child(&o[id], SV("__call__"));
		str_addz(&full, full.n ? ".__call__" : "__call__");
	}
	if (id >= 0 && is_function(&o[id]))
		c = callable_of(mg, &o[id], str_sv(&full));
	else
		no_function(mg, path, err);
	str_free(&full);
	free(z);
	return c;
}
