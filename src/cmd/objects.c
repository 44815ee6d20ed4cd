/*
 * objects: the object graph as a tree with Python's names, and one object in full. Objects may have several
 * names and hang together in circles: the tree shows each once, where the way from the root is shortest.
 */
#include <inttypes.h>
#include <stdlib.h>

#include "base/vec.h"
#include "cmd/about.h"
#include "cmd/report_parts.h"
#include "cmd/rows.h"
#include "model/callable.h"
#include "model/decode.h"
#include "proto/wire.h"

enum {
	PATH_STEPS = 200,
	PATH_BYTES = 1000
}; /* a longer path is no help, and all of them together would take for ever */

struct object_paths {
	uint32_t n;
	int *parent;			/* -1 */
	struct sv *name;		/* in the parent */
	bool *seen;
	struct arena *arena;		/* names that we made */
};

/* Slot variables are no children of their optimizer, but that is how one gets to them: "m(of 9)". */
static void add_slots(struct object_paths *p, const struct object_node *at, int *queue, uint32_t *to)
{
	uint32_t n;
	struct sv *list;

	if (!at->n_slots)
		return;
	list = decode_list(p->arena, at->raw, 3, &n);
	for (uint32_t i = 0; i < n; i++) {
		uint64_t id = decode_number(list[i], 3, 0);
		struct sv slot = wire_last(list[i], 2);

		if (id >= p->n || p->seen[id])
			continue;
		p->seen[id] = true;
		p->parent[id] = at->id;
		p->name[id] = sv_of(arena_printf(p->arena, "%.*s(of %d)", SV_ARG(slot),
						 (int)decode_number(list[i], 1, 0)));
		queue[(*to)++] = (int)id;
	}
}

struct object_paths *object_paths_new(const struct metagraph *mg)
{
	struct object_paths *p = xcalloc(1, sizeof(*p));
	const struct object_node *o = metagraph_objects(mg, &p->n);
	int *queue = xcalloc((size_t)p->n + 1, sizeof(*queue));
	uint32_t from = 0, to = 0;

	p->arena = arena_new();
	p->parent = xcalloc((size_t)p->n + 1, sizeof(*p->parent));
	p->name = xcalloc((size_t)p->n + 1, sizeof(*p->name));
	p->seen = xcalloc((size_t)p->n + 1, sizeof(*p->seen));
	p->parent[0] = -1;
	for (uint32_t i = 1; i < p->n; i++)
		p->parent[i] = -1;
	if (p->n)
		p->seen[0] = true, to = 1;
	while (from < to) {
		const struct object_node *at = &o[queue[from++]];

		for (uint32_t k = 0; k < at->n_children; k++) {
			int id = at->children[k].id;

			if (id < 0 || p->seen[id])
				continue;
			p->seen[id] = true;
			p->parent[id] = at->id;
			p->name[id] = at->children[k].name;
			queue[to++] = id;
		}
		add_slots(p, at, queue, &to);
	}
	free(queue);
	return p;
}

void object_paths_free(struct object_paths *p)
{
	arena_free(p->arena);
	free(p->parent);
	free(p->name);
	free(p->seen);
	free(p);
}

int object_parent(const struct object_paths *p, uint32_t id)
{
	return p->parent[id];
}

bool object_path(const struct object_paths *p, uint32_t id, struct str *out)
{
	int way[PATH_STEPS], n = 0;

	if (!p->seen[id])
		return false;
	for (int at = (int)id; p->parent[at] >= 0; at = p->parent[at]) {
		if (n == PATH_STEPS) {
			str_addz(out, "...");
			break;
		}
		way[n++] = at;
	}
	while (n-- > 0) {
		struct sv name = p->name[way[n]];

		str_addz(out, out->n ? "." : "");
		if (out->n + name.n > PATH_BYTES) {
			str_addz(out, "...");
			break;
		}
		str_add(out, name);
	}
	str_addz(out, "");
	return true;
}

const char *object_kind_name(enum object_kind k)
{
	static const char *const names[] = {
		[OBJ_USER] = "object", [OBJ_ASSET] = "asset", [OBJ_FUNCTION] = "function",
		[OBJ_VARIABLE] = "variable", [OBJ_BARE_FUNCTION] = "concrete function",
		[OBJ_CONSTANT] = "constant", [OBJ_RESOURCE] = "resource",
		[OBJ_CAPTURED] = "captured tensor", [OBJ_NONE] = "empty",
	};

	return names[k];
}

void object_keras_name(const struct object_node *o, struct str *out)
{
	struct arena *a;
	struct err none = { 0 };
	const struct jsonv *v;

	if (!o->metadata.n)
		return;
	a = arena_new();
	v = jsonv_read(a, o->metadata, &none);
	str_add(out, jsonv_str(v, "class_name"));
	str_addz(out, out->n ? " " : "");
	str_add(out, jsonv_str(v, "name"));
	err_clear(&none);
	arena_free(a);
}

/* ---- one ---- */

struct about {
	struct report *r;
	const struct metagraph *mg;
	const struct object_node *o, *all;
	uint32_t n;
	struct object_paths *paths;
};

/* "object": where another object is, "PATH (id)". */
static void other(struct about *a, const char *key, int64_t id)
{
	struct str s = STR_INIT;

	if (id < 0 || id >= a->n) {
		report_printf(a->r, key, "object %" PRId64 ", which does not exist", id);
		return;
	}
	if (!object_path(a->paths, (uint32_t)id, &s))
		str_addf(&s, "object %" PRId64, id);
	else if (!s.n)
		str_addz(&s, "(root)");
	report_copy(a->r, key, str_sv(&s));
	report_to_index(a->r, TO_OBJECT, (uint32_t)id);
	str_free(&s);
}

static struct sv label_of(const struct object_node *o)
{
	return o->variable ? o->variable->name : o->label;
}

static void children(struct about *a, const char *key, const struct object_node *o)
{
	if (!o->n_children || !report_open(a->r, key, REPORT_LIST))
		return;
	for (uint32_t i = 0; i < o->n_children && report_open(a->r, NULL, REPORT_GROUP); i++) {
		int id = o->children[i].id;

		report_str(a->r, "name", o->children[i].name);
		report_int(a->r, "id", id);
		report_str(a->r, "kind", sv_of(id < 0 ? "missing" : object_kind_name(a->all[id].kind)));
		report_str(a->r, "label", id < 0 ? SV("") : label_of(&a->all[id]));
		report_close(a->r);
		if (id >= 0)
			report_to_index(a->r, TO_OBJECT, (uint32_t)id);
	}
	report_close(a->r);
}

/* Lists that Keras and TensorFlow keep of an object: its own, or behind keras_api. */
static void keras_lists(struct about *a)
{
	static const char *const lists[] = {
		"layers", "trainable_variables", "non_trainable_variables", "variables", "regularization_losses",
		"metrics",
	};
	int keras = object_child(a->o, SV("keras_api"));
	bool open = false;

	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++) {
		int id = object_child(a->o, sv_of(lists[i]));

		if (id < 0 && keras >= 0)
			id = object_child(&a->all[keras], sv_of(lists[i]));
		if (id < 0 || !a->all[id].n_children)
			continue;
		if (!open && !report_open(a->r, "lists", REPORT_GROUP))
			return;
		open = true;
		children(a, lists[i], &a->all[id]);
	}
	if (open)
		report_close(a->r);
}

static void metadata(struct about *a)
{
	struct err err = { 0 };
	const struct jsonv *v;

	if (!a->o->metadata.n)
		return;
	v = jsonv_read(a->r->arena, a->o->metadata, &err);
	if (v)
		report_jsonv(a->r, "keras", v);
	else
		report_str(a->r, "metadata", a->o->metadata);
	err_clear(&err);
}

/* SavedUserObject {2: VersionDef}, and SavedObject's {13: registered name, 16: saver, 14: Any}. */
static void registered(struct about *a)
{
	struct sv version = wire_last(wire_last(a->o->raw, 4), 2), any = wire_last(a->o->raw, 14);

	if (version.p) {
		report_int(a->r, "version", (int32_t)decode_number(version, 1, 0));
		report_int(a->r, "min_consumer", (int32_t)decode_number(version, 2, 0));
	}
	if (wire_last(a->o->raw, 13).n)
		report_str(a->r, "registered_name", wire_last(a->o->raw, 13));
	if (wire_last(a->o->raw, 16).n)
		report_str(a->r, "registered_saver", wire_last(a->o->raw, 16));
	if (wire_last(any, 1).n)
		report_str(a->r, "serialized_as", wire_last(any, 1));
}

static void variable(struct about *a)
{
	static const char *const sync[] = { "auto", "none", "on write", "on read" };
	static const char *const aggregation[] = { "none", "sum", "mean", "only first replica" };
	struct sv raw = wire_last(a->o->raw, 7);
	uint64_t s = decode_number(raw, 4, 0), g = decode_number(raw, 5, 0);
	const struct variable *v = a->o->variable;
	uint32_t n;

	if (!v)
		return;
	report_str(a->r, "variable", v->name);
	report_to_index(a->r, TO_VARIABLE, (uint32_t)(v - metagraph_variables(a->mg, &n)));
	report_dtype(a->r, "dtype", v->dtype);
	report_shape(a->r, "shape", v->shape);
	report_bool(a->r, "trainable", v->trainable);
	report_str(a->r, "checkpoint_key", v->key);
	if (s < 4)
		report_str(a->r, "synchronization", sv_of(sync[s]));
	if (g < 4)
		report_str(a->r, "aggregation", sv_of(aggregation[g]));
	if (wire_last(raw, 7).n)
		report_str(a->r, "device", wire_last(raw, 7));
	decode_list(a->r->arena, raw, 8, &n);
	if (n)
		report_int(a->r, "components", n);
}

static void constant(struct about *a)
{
	struct sv name = object_constant_node(a->o), proto;
	uint32_t i = graph_find(a->mg->graph, name);
	const struct node *n = i == NODE_NONE ? NULL : graph_node(a->mg->graph, i, NULL);

	report_str(a->r, "node", name);
	if (i != NODE_NONE)
		report_to_node(a->r, a->mg->graph, i);
	if (n && node_attr_tensor(n, "value", &proto))
		report_tensor(a->r, "value", proto);
}

static void leads_to_function(struct about *a, struct sv name)
{
	const struct function *f = metagraph_function(a->mg, name);

	if (f)
		report_to_index(a->r, TO_FUNCTION, (uint32_t)(f - a->mg->funcs));
}

static void traces(struct about *a, const struct callable *c)
{
	if (!report_open(a->r, "traces", REPORT_LIST))
		return;
	for (uint32_t i = 0; i < c->n && report_open(a->r, NULL, REPORT_GROUP); i++) {
		report_str(a->r, "name", c->trace[i].name);
		leads_to_function(a, c->trace[i].name);
		if (!c->trace[i].f)
			report_str(a->r, "damaged", SV("not in the library"));
		if (c->trace[i].has_in)
			report_pyval(a->r, "signature", &c->trace[i].in);
		if (c->trace[i].has_out)
			report_pyval(a->r, "output", &c->trace[i].out);
		if (report_open(a->r, "captures", REPORT_LIST)) {
			for (uint32_t k = 0; k < c->trace[i].n_bound; k++)
				other(a, NULL, c->trace[i].bound[k]);
			report_close(a->r);
		}
		report_close(a->r);
	}
	report_close(a->r);
}

static void function(struct about *a)
{
	struct callable *c = callable_of(a->mg, a->o, SV(""));
	struct report *r = a->r;

	if (c->has_spec && report_open(r, "arguments", REPORT_LIST)) {
		for (uint32_t i = 0; i < c->n_args; i++)
			report_copy(r, NULL, c->arg[i]);
		if (c->has_varargs)
			report_printf(r, NULL, "*%.*s", SV_ARG(c->varargs));
		if (c->has_varkw)
			report_printf(r, NULL, "**%.*s", SV_ARG(c->varkw));
		report_close(r);
		if (c->defaults.n)
			report_pyval(r, "defaults", &c->defaults);
		if (c->has_input_signature)
			report_pyval(r, "input_signature", &c->input_signature);
	}
	if (c->bare) {
		report_int(r, "positional_arguments", c->allowed_positional);
		if (report_open(r, "keywords", REPORT_LIST)) {
			for (uint32_t i = 0; i < c->n_keywords; i++)
				report_str(r, NULL, c->keyword[i]);
			report_close(r);
		}
	}
	traces(a, c);
	callable_free(c);
}

static void of_kind(struct about *a)
{
	struct sv captured = wire_last(a->o->raw, 12);

	switch (a->o->kind) {
	case OBJ_VARIABLE:
		variable(a);
		break;
	case OBJ_ASSET:
		if (a->o->asset < 0 || (uint32_t)a->o->asset >= a->mg->n_assets) {
			report_printf(a->r, "asset", "number %d, which does not exist", a->o->asset);
			break;
		}
		report_str(a->r, "asset", a->mg->assets[a->o->asset].filename);
		report_to_index(a->r, TO_ASSET, (uint32_t)a->o->asset);
		break;
	case OBJ_CONSTANT:
		constant(a);
		break;
	case OBJ_CAPTURED:
		report_str(a->r, "tensor", wire_last(captured, 1));
		report_str(a->r, "of_function", wire_last(captured, 2));
		leads_to_function(a, wire_last(captured, 2));
		break;
	case OBJ_RESOURCE:
		report_str(a->r, "device", wire_last(wire_last(a->o->raw, 10), 1));
		break;
	case OBJ_FUNCTION:
	case OBJ_BARE_FUNCTION:
		function(a);
		break;
	default:
		break;
	}
}

/* SlotVariableReference {1: variable, 2: name, 3: its slot variable}; SaveableObject {2: save, 3: restore}. */
static void slots(struct about *a)
{
	uint32_t n;
	struct sv *list = decode_list(a->r->arena, a->o->raw, 3, &n), key, value;

	if (n && report_open(a->r, "slot_variables", REPORT_LIST)) {
		for (uint32_t i = 0; i < n && report_open(a->r, NULL, REPORT_GROUP); i++) {
			report_str(a->r, "slot", wire_last(list[i], 2));
			other(a, "of", (int32_t)decode_number(list[i], 1, 0));
			other(a, "variable", (int32_t)decode_number(list[i], 3, 0));
			report_close(a->r);
		}
		report_close(a->r);
	}
	list = decode_list(a->r->arena, a->o->raw, 11, &n);
	if (!n || !report_open(a->r, "saveables", REPORT_LIST))
		return;
	for (uint32_t i = 0; i < n && report_open(a->r, NULL, REPORT_GROUP); i++) {
		entry_decode(list[i], &key, &value);
		report_str(a->r, "name", key);
		other(a, "save", (int32_t)decode_number(value, 2, 0));
		other(a, "restore", (int32_t)decode_number(value, 3, 0));
		report_close(a->r);
	}
	report_close(a->r);
}

static void parents(struct about *a)
{
	enum { PARENTS_MAX = 200 };
	int left = PARENTS_MAX;

	if (!report_open(a->r, "held_by", REPORT_LIST))
		return;
	for (uint32_t i = 0; i < a->n && left; i++)
		for (uint32_t k = 0; k < a->all[i].n_children && left; k++) {
			if (a->all[i].children[k].id != a->o->id || !report_open(a->r, NULL, REPORT_GROUP))
				continue;
			other(a, "object", i);
			report_str(a->r, "as", a->all[i].children[k].name);
			report_close(a->r);
			left--;
		}
	report_close(a->r);
}

void about_object(struct report *r, const struct metagraph *mg, uint32_t id)
{
	struct about a = { .r = r, .mg = mg };

	a.all = metagraph_objects(mg, &a.n);
	if (id >= a.n)
		return;
	a.o = &a.all[id];
	a.paths = object_paths_new(mg);
	other(&a, "path", id);
	report_int(r, "id", id);
	report_str(r, "kind", sv_of(object_kind_name(a.o->kind)));
	report_str(r, "label", a.o->label);
	registered(&a);
	of_kind(&a);
	children(&a, "children", a.o);
	keras_lists(&a);
	slots(&a);
	parents(&a);
	metadata(&a);
	object_paths_free(a.paths);
}

/* ---- the tree ---- */

static void tree_line(struct sink *out, const struct object_node *o, struct sv name, int depth)
{
	struct str keras = STR_INIT;

	sink_printf(out, "%*s", 2 * (depth < 60 ? depth : 60), "");
	sink_escaped(out, name);
	sink_printf(out, "  %d %s ", o->id, object_kind_name(o->kind));
	sink_escaped(out, label_of(o));
	object_keras_name(o, &keras);
	if (keras.n) {
		sink_puts(out, "  ");
		sink_escaped(out, str_sv(&keras));
	}
	str_free(&keras);
	if (o->kind == OBJ_VARIABLE && o->variable)
		sink_puts(out, o->variable->trainable ? "  trainable" : "  not trainable");
	sink_puts(out, "\n");
}

/* A child that is shown elsewhere. */
static void see_line(struct sink *out, const struct object_paths *p, const struct object_child *c, int depth)
{
	struct str s = STR_INIT;

	sink_printf(out, "%*s", 2 * (depth < 60 ? depth : 60), "");
	sink_escaped(out, c->name);
	if (c->id < 0 || !object_path(p, (uint32_t)c->id, &s))
		sink_puts(out, "  (does not exist)");
	else
		sink_puts(out, s.n ? "  = " : "  = (root)");
	sink_escaped(out, str_sv(&s));
	sink_puts(out, "\n");
	str_free(&s);
}

/* Slot variables behind an optimizer's children. */
static void slot_lines(struct sink *out, const struct object_node *all, const struct object_paths *p,
		       const struct object_node *o, int depth)
{
	struct arena *a;
	struct sv *list;
	uint32_t n;

	if (!o->n_slots)
		return;
	a = arena_new();
	list = decode_list(a, o->raw, 3, &n);
	for (uint32_t i = 0; i < n; i++) {
		uint64_t id = decode_number(list[i], 3, 0);

		if (id < p->n && p->seen[id] && p->parent[id] == o->id && sv_starts(p->name[id], wire_last(list[i], 2)))
			tree_line(out, &all[id], p->name[id], depth);
	}
	arena_free(a);
}

struct step { uint32_t id, next; };

static void tree_text(const struct metagraph *mg, struct sink *out)
{
	uint32_t n;
	const struct object_node *o = metagraph_objects(mg, &n);
	struct object_paths *p = object_paths_new(mg);
	VEC(struct step) way = { 0 };

	if (n) {
		tree_line(out, &o[0], SV("(root)"), 0);
		vec_push(&way, ((struct step){ 0, 0 }));
	}
	while (way.n) {
		struct step *s = &vec_last(&way);
		const struct object_child *c = &o[s->id].children[s->next];
		uint32_t up = s->id;

		if (s->next++ == o[up].n_children) {
			slot_lines(out, o, p, &o[up], (int)way.n);
			way.n--;
			continue;
		}
		if (c->id < 0 || p->parent[c->id] != (int)up || !sv_eq(p->name[c->id], c->name)) {
			see_line(out, p, c, (int)way.n);
			continue;
		}
		tree_line(out, &o[c->id], c->name, (int)way.n);
		vec_push(&way, ((struct step){ (uint32_t)c->id, 0 }));
	}
	for (uint32_t i = 0; i < n; i++)
		if (!p->seen[i])
			tree_line(out, &o[i], SV("(not reachable)"), 0);
	vec_free(&way);
	object_paths_free(p);
}

static void list_json(const struct metagraph *mg, struct sink *out)
{
	struct about a = { .mg = mg };
	struct str s = STR_INIT;
	struct report r;

	a.all = metagraph_objects(mg, &a.n);
	a.paths = object_paths_new(mg);
	a.r = &r;
	report_init(&r, REPORT_LIST);
	for (uint32_t i = 0; i < a.n && report_open(&r, NULL, REPORT_GROUP); i++) {
		report_int(&r, "id", i);
		str_clear(&s);
		if (object_path(a.paths, i, &s))
			report_copy(&r, "path", str_sv(&s));
		report_str(&r, "kind", sv_of(object_kind_name(a.all[i].kind)));
		report_str(&r, "label", label_of(&a.all[i]));
		str_clear(&s);
		object_keras_name(&a.all[i], &s);
		if (s.n)
			report_copy(&r, "keras", str_sv(&s));
		if (report_open(&r, "children", REPORT_LIST)) {
			for (uint32_t k = 0; k < a.all[i].n_children && report_open(&r, NULL, REPORT_GROUP); k++) {
				report_str(&r, "name", a.all[i].children[k].name);
				report_int(&r, "id", a.all[i].children[k].id);
				report_close(&r);
			}
			report_close(&r);
		}
		report_close(&r);
	}
	report_print(&r, out, true);
	str_free(&s);
	object_paths_free(a.paths);
}

/* ---- the command ---- */

static int object_named(const struct metagraph *mg, const char *name)
{
	uint32_t n;
	uint64_t id;

	metagraph_objects(mg, &n);
	if (text_u64(name, &id) && id < n)
		return (int)id;
	return !strcmp(name, "(root)") ? (n ? 0 : -1) : object_at_path(mg, sv_of(name));
}

static int objects_exec(struct cmd_call *c, struct err *err)
{
	const struct metagraph *mg = c->app->mg;
	struct report r;
	int id;

	if (!c->argc) {
		if (call_flag(c, "json"))
			list_json(mg, c->out);
		else if (mg->has_object_graph)
			tree_text(mg, c->out);
		else
			sink_puts(c->out, "no object graph: the model was saved by TensorFlow 1\n");
		return EXIT_FINE;
	}
	id = object_named(mg, c->argv[0]);
	if (id < 0) {
		err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "no object \"%s\"; objects shows them all", c->argv[0]);
		return EXIT_ERROR;
	}
	report_init(&r, REPORT_GROUP);
	about_object(&r, mg, (uint32_t)id);
	report_print(&r, c->out, call_flag(c, "json"));
	return EXIT_FINE;
}

static const struct cmd_opt opts[] = {
	{ "tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph with these tags" },
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

#define CHILD "{name: str, id: int, kind: str, label: str}"

const struct cmd cmd_objects = {
	.name = "objects", .alias = "object", .where = CMD_SHELL | CMD_PROMPT, .opts = opts, .operands = "[OBJECT]",
	.max_args = 1, .group = "Looking", .need = NEED_MODEL, .exec = objects_exec,
	.brief = "The object graph as a tree with Python's names; with OBJECT, one in full.",
	.help = "OBJECT: its path from the root (layers.0.kernel, layers[0].kernel), or its number. Shown are class\n"
		"and registered name, children, slot variables, saveables; of a variable, whether it is trained and\n"
		"where its value is stored; of a function, its arguments, traces and what each trace captured; of a\n"
		"Keras object, its layers, variables and losses, configuration and training configuration.",
	.json = "[{id: int, path?: str, kind: str, label: str, keras?: str, children: [{name: str, id: int}]}]|"
		"{path: str, id: int, kind: str, label: str, version?: int, min_consumer?: int, "
		"registered_name?: str, registered_saver?: str, serialized_as?: str, variable?: str, dtype?: str, "
		"shape?: @shape, trainable?: bool, checkpoint_key?: str, synchronization?: str, aggregation?: str, "
		"device?: str, components?: int, asset?: str, node?: str, value?: @tensor, tensor?: str, "
		"of_function?: str, arguments?: [str], defaults?: str, input_signature?: str, "
		"positional_arguments?: int, keywords?: [str], traces?: [{name: str, damaged?: str, "
		"signature?: str, output?: str, captures: [str]}], children?: [" CHILD "], "
		"lists?: {layers?: [" CHILD "], trainable_variables?: [" CHILD "], "
		"non_trainable_variables?: [" CHILD "], variables?: [" CHILD "], "
		"regularization_losses?: [" CHILD "], metrics?: [" CHILD "]}, "
		"slot_variables?: [{slot: str, of: str, variable: str}], "
		"saveables?: [{name: str, save: str, restore: str}], held_by: [{object: str, as: str}], "
		"keras?: any, metadata?: str}",
};
