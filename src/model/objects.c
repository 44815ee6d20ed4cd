/*
 * The object graph (SavedObjectGraph) and what it says of variables, joined with the checkpoint: the
 * checkpoint holds a TrackableObjectGraph of its own whose node ids are the same, and whose
 * attributes name the key under which each value is stored. Collections too.
 */
#define _GNU_SOURCE 1
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "model/files.h"
#include "base/map.h"
#include "bundle/v1.h"
#include "model/priv.h"
#include "proto/wire.h"

/* ---- the object graph ---- */

static void children(struct arena *a, struct sv raw, struct object_node *o)
{
	struct sv *list = decode_list(a, raw, 1, &o->n_children);
	struct object_child *c = arena_array(a, (size_t)o->n_children + 1, sizeof(*c));

	for (uint32_t i = 0; i < o->n_children; i++) {
		uint64_t id = decode_number(list[i], 1, 0);

		c[i].id = id > INT32_MAX ? -1 : (int)id;
		c[i].name = wire_last(list[i], 2);
	}
	o->children = c;
}

/* Which kind field is set; the last one counts, as in a oneof. */
static void kind(struct arena *a, struct object_node *o)
{
	struct wire w = wire_of(o->raw);
	struct wire_field f;

	o->label = o->metadata = SV("");
	while (wire_next(&w, &f)) {
		if (f.type != WIRE_LEN)
			continue;
		switch (f.num) {
		case 3:
			o->n_slots++;
			break;
		case 4:
			o->kind = OBJ_USER;
			o->label = wire_last(f.s, 1);
			o->metadata = wire_last(f.s, 3);
			break;
		case 5: {
			uint64_t i = decode_number(f.s, 1, 0);

			o->kind = OBJ_ASSET;
			o->asset = i > INT32_MAX ? -1 : (int)i;
			break;
		}
		case 6:
			o->kind = OBJ_FUNCTION;
			o->functions = decode_list(a, f.s, 1, &o->n_functions);
			break;
		case 7:
			o->kind = OBJ_VARIABLE;
			o->label = wire_last(f.s, 6);
			break;
		case 8: {
			struct sv *name = arena_alloc(a, sizeof(*name));

			o->kind = OBJ_BARE_FUNCTION;
			*name = wire_last(f.s, 1);
			o->functions = name;
			o->n_functions = 1;
			break;
		}
		case 9:
			o->kind = OBJ_CONSTANT;
			o->label = wire_last(f.s, 1);
			break;
		case 10:
			o->kind = OBJ_RESOURCE;
			break;
		case 12:
			o->kind = OBJ_CAPTURED;
			o->label = wire_last(f.s, 1);
			break;
		default:
			break;
		}
	}
}

/* Keras since 2.5 keeps its JSON in a file of its own: SavedMetadata {1: {2: object, 4: identifier, 5: JSON}}. */
static void keras_metadata(const struct metagraph *mg)
{
	struct metagraph_priv *p = mg->priv;
	struct model *m = (struct model *)mg->model;
	struct err e = { 0 };
	struct wire_field f;
	struct wire w;
	struct sv all;
	char *bytes;
	size_t n;

	if (!p->n_objects || !model_file_there(m, MODEL_KERAS))
		return;
	if (!model_file_read(m, SV(MODEL_KERAS), &bytes, &n, &e)) {
		model_add_damage(m, &e);
		return;
	}
	all = arena_sv(m->arena, (struct sv){ bytes, n });
	big_free(bytes, n + 1);
	w = wire_of(all);
	while (wire_next(&w, &f)) {
		uint64_t id = f.num == 1 && f.type == WIRE_LEN ? decode_number(f.s, 2, 0) : p->n_objects;

		if (id < p->n_objects && !p->objects[id].metadata.n)
			p->objects[id].metadata = wire_last(f.s, 5);
	}
	if (w.bad) {
		err_set(&e, ERR_KIND_FILE, ERR_DATA_LOSS, "damaged; what Keras says of its layers is lost from there");
		err_at(&e, "%s/%s: byte %zu", m->dir, MODEL_KERAS, (size_t)((const char *)w.p - all.p));
		model_add_damage(m, &e);
	}
}

static void load_objects(const struct metagraph *mg)
{
	struct metagraph_priv *p = mg->priv;
	struct arena *a = mg->model->arena;
	struct sv *list;

	if (p->objects_done)
		return;
	list = decode_list(a, p->object_graph, 1, &p->n_objects);
	p->objects = arena_array(a, (size_t)p->n_objects + 1, sizeof(*p->objects));
	for (uint32_t i = 0; i < p->n_objects; i++) {
		struct object_node *o = &p->objects[i];

		o->id = (int)i;
		o->asset = -1;
		o->kind = OBJ_NONE;
		o->raw = list[i];
		children(a, list[i], o);
		kind(a, o);
		for (uint32_t k = 0; k < o->n_children; k++)
			if (o->children[k].id < 0 || (uint32_t)o->children[k].id >= p->n_objects)
				((struct object_child *)o->children)[k].id = -1;
	}
	keras_metadata(mg);
	p->objects_done = true;
}

/* ---- variables ---- */

static struct sv saved_variable(struct sv raw)
{
	return wire_last(raw, 7);
}

/* Fills keys[id] and full[id] from the checkpoint's own object graph. */
static void checkpoint_keys(struct arena *a, struct bundle *b, struct sv *key, struct sv *full, uint32_t n)
{
	int i = b ? bundle_find(b, SV("_CHECKPOINTABLE_OBJECT_GRAPH")) : -1;
	struct err e = { 0 };
	struct tensor *t = i < 0 ? NULL : bundle_read(b, i, &e);
	uint32_t n_nodes, n_attrs;
	struct sv *nodes, *attrs, bytes;

	if (!t || t->dtype != DT_STRING || t->n < 1) {
		tensor_unref(t);
		err_clear(&e);
		return;
	}
	bytes = arena_sv(a, tensor_str(t, 0));
	tensor_unref(t);
	nodes = decode_list(a, bytes, 1, &n_nodes);
	for (uint32_t id = 0; id < n_nodes && id < n; id++) {
		attrs = decode_list(a, nodes[id], 2, &n_attrs);
		for (uint32_t k = 0; k < n_attrs; k++) {
			if (!sv_is(wire_last(attrs[k], 1), "VARIABLE_VALUE"))
				continue;
			full[id] = wire_last(attrs[k], 2);
			key[id] = wire_last(attrs[k], 3);
		}
	}
}

static struct sv with_colon_zero(struct arena *a, struct sv name)
{
	char *p;

	if (sv_find(name, ':') >= 0)
		return name;
	p = arena_alloc(a, name.n + 3);
	if (name.n)
		memcpy(p, name.p, name.n);
	memcpy(p + name.n, ":0", 3);
	return (struct sv){ p, name.n + 2 };
}

static int64_t bytes_of(enum dtype t, struct shape s)
{
	int64_t n;

	return shape_known(s) && t != DT_STRING && shape_count(s.rank, s.dim, &n, NULL) &&
	       !__builtin_mul_overflow(n, (int64_t)dtype_info(t)->size, &n) ? n : 0;
}

/* A damaged index has been told of; this is one that is not there. */
static void no_values(struct model *m, uint32_t n)
{
	struct err e = { 0 };

	if (m->bundle_err.code != ERR_NOT_FOUND)
		return;
	err_set(&e, ERR_KIND_FILE, ERR_NOT_FOUND, "the file is not here: lost is the value of %" PRIu32 " variable%s; "
		"was the folder copied whole?", n, n == 1 ? "" : "s");
	err_at(&e, "%s/variables/variables.index", m->dir);
	model_add_damage(m, &e);
}

static void from_objects(const struct metagraph *mg, struct bundle *b)
{
	struct metagraph_priv *p = mg->priv;
	struct arena *a = mg->model->arena;
	struct sv *key, *full;

	load_objects(mg);
	key = arena_array(a, (size_t)p->n_objects + 1, sizeof(*key));
	full = arena_array(a, (size_t)p->n_objects + 1, sizeof(*full));
	checkpoint_keys(a, b, key, full, p->n_objects);
	p->variables = arena_array(a, (size_t)p->n_objects + 1, sizeof(*p->variables));
	for (uint32_t id = 0; id < p->n_objects; id++) {
		struct variable *v = &p->variables[p->n_variables];
		const struct bundle_entry *e;
		struct sv saved;
		uint64_t t;

		if (p->objects[id].kind != OBJ_VARIABLE)
			continue;
		saved = saved_variable(p->objects[id].raw);
		v->object = (int)id;
		v->slot_of = -1;
		v->name = wire_last(saved, 6);
		if (!v->name.n)
			v->name = full[id].n ? full[id] : SV("Variable");
		v->name = with_colon_zero(a, v->name);
		v->key = key[id].n ? key[id] : SV("");
		v->trainable = decode_number(saved, 3, 0) != 0;
		v->trainable_known = true;
		t = decode_number(saved, 1, 0);
		v->dtype = t < DT_REF + DT_COUNT ? dtype_base((enum dtype)t) : DT_INVALID;
		v->shape = shape_decode_arena(a, wire_last(saved, 2));
		v->entry = v->key.n && b ? bundle_find(b, v->key) : -1;
		e = v->entry >= 0 ? bundle_at(b, v->entry) : NULL;
		v->bytes = e ? e->n_slices || e->dtype != DT_STRING ? bytes_of(e->dtype, e->shape) : e->size :
			bytes_of(v->dtype, v->shape);
		p->objects[id].variable = v;
		p->n_variables++;
	}
	if (p->n_variables && !b)
		no_values((struct model *)mg->model, p->n_variables);	/* its list grows, nothing else */
}

static void from_checkpoint(const struct metagraph *mg, struct bundle *b)
{
	struct metagraph_priv *p = mg->priv;
	struct arena *a = mg->model->arena;
	int n = b ? bundle_n(b) : 0;

	p->variables = arena_array(a, (size_t)n + 1, sizeof(*p->variables));
	for (int i = 0; i < n; i++) {
		const struct bundle_entry *e = bundle_at(b, i);
		struct variable *v = &p->variables[p->n_variables];

		if (sv_is(e->key, "_CHECKPOINTABLE_OBJECT_GRAPH"))
			continue;
		*v = (struct variable){ .name = with_colon_zero(a, e->key), .key = e->key, .dtype = e->dtype,
					.shape = e->shape, .entry = i, .object = -1, .slot_of = -1 };
		v->bytes = e->dtype == DT_STRING ? e->size : bytes_of(e->dtype, e->shape);
		p->n_variables++;
	}
}

static void from_v1(const struct metagraph *mg, struct v1 *v1)
{
	struct metagraph_priv *p = mg->priv;
	struct arena *a = mg->model->arena;
	struct v1_listed l;
	size_t n = 0;

	while (v1_at(v1, n, &l))
		n++;
	p->variables = arena_array(a, n + 1, sizeof(*p->variables));
	for (size_t i = 0; v1_at(v1, i, &l) && p->n_variables < INT32_MAX; i++)
		p->variables[p->n_variables++] = (struct variable){
			.name = with_colon_zero(a, l.name), .key = l.name, .dtype = l.dtype, .shape = l.shape,
			.bytes = bytes_of(l.dtype, l.shape), .entry = -1, .in_v1 = true, .object = -1, .slot_of = -1,
		};
}

/* ---- optimizers' slots ---- */

static int slot_object(struct sv ref, int *of, struct sv *name)
{
	uint64_t original = decode_number(ref, 1, 0), slot = decode_number(ref, 3, 0);

	*of = original > INT32_MAX ? -1 : (int)original;
	*name = wire_last(ref, 2);
	return slot > INT32_MAX ? -1 : (int)slot;
}

/* The object graph says it: SavedObject.slot_variables of optimizers. */
static void slots_of_objects(struct metagraph_priv *p, struct arena *a)
{
	for (uint32_t id = 0; id < p->n_objects; id++) {
		uint32_t n = 0;
		struct sv *refs = p->objects[id].n_slots ? decode_list(a, p->objects[id].raw, 3, &n) : NULL;

		for (uint32_t k = 0; k < n; k++) {
			struct sv name;
			int of, slot = slot_object(refs[k], &of, &name);

			if (slot < 0 || of < 0 || (uint32_t)slot >= p->n_objects || (uint32_t)of >= p->n_objects ||
			    !p->objects[slot].variable || !p->objects[of].variable)
				continue;
			p->variables[p->objects[slot].variable - p->variables].slot =
				name.n ? name : SV("slot");
			p->variables[p->objects[slot].variable - p->variables].slot_of =
				(int)(p->objects[of].variable - p->variables);
		}
	}
}

static bool slot_key(struct sv key, struct sv *of, struct sv *slot)
{
	static const char mark[] = "/.OPTIMIZER_SLOT/", tail[] = "/.ATTRIBUTES/VARIABLE_VALUE";
	const char *at = key.n ? memmem(key.p, key.n, mark, sizeof(mark) - 1) : NULL;
	long slash = sv_rfind(key, '/');

	if (at) {			/* "dense/kernel/.OPTIMIZER_SLOT/optimizer/m/.ATTRIBUTES/VARIABLE_VALUE" */
		*of = (struct sv){ key.p, (size_t)(at - key.p) };
		*slot = (struct sv){ at + sizeof(mark) - 1, key.n - of->n - (sizeof(mark) - 1) };
		if (sv_ends(*slot, sv_of(tail)))
			slot->n -= sizeof(tail) - 1;
		slash = sv_rfind(*slot, '/');
		*slot = sv_sub(*slot, (size_t)(slash + 1), slot->n);
		return true;
	}
	if (slash <= 0)
		return false;
	*of = sv_sub(key, 0, (size_t)slash);	/* "dense/kernel/Adam_1" */
	*slot = sv_sub(key, (size_t)slash + 1, key.n);
	return true;
}

/* Without an object graph the names do: a value that lies below another of the same shape. */
static void slots_of_names(struct metagraph_priv *p, struct arena *a)
{
	struct map by_key = { 0 };

	for (uint32_t i = 0; i < p->n_variables; i++)
		map_add(&by_key, p->variables[i].key, i);
	for (uint32_t i = 0; i < p->n_variables; i++) {
		struct variable *v = &p->variables[i];
		struct sv of, slot;
		uint64_t at;

		if (!slot_key(v->key, &of, &slot))
			continue;
		if (!map_get(&by_key, of, &at) &&
		    !map_get(&by_key, sv_of(arena_printf(a, "%.*s/.ATTRIBUTES/VARIABLE_VALUE", SV_ARG(of))), &at))
			continue;
		if (at == i || !shape_eq(p->variables[at].shape, v->shape))
			continue;
		v->slot_of = (int)at;
		v->slot = slot;
	}
	map_free(&by_key);
}

const struct variable *metagraph_variables(const struct metagraph *mg, uint32_t *n)
{
	struct metagraph_priv *p = mg->priv;
	struct bundle *b = model_bundle(mg->model, NULL);
	struct v1 *v1 = b ? NULL : model_v1(mg->model);

	pthread_mutex_lock(&p->lock);
	if (!p->variables_done) {
		if (mg->has_object_graph)
			from_objects(mg, b);
		else if (!b && v1)
			from_v1(mg, v1);
		else
			from_checkpoint(mg, b);
		if (mg->has_object_graph)
			slots_of_objects(p, mg->model->arena);
		else
			slots_of_names(p, mg->model->arena);
		p->variables_done = true;
	}
	pthread_mutex_unlock(&p->lock);
	*n = p->n_variables;
	return p->variables;
}

const struct object_node *metagraph_objects(const struct metagraph *mg, uint32_t *n)
{
	uint32_t unused;

	metagraph_variables(mg, &unused);	/* links variables to their objects */
	pthread_mutex_lock(&mg->priv->lock);
	load_objects(mg);
	pthread_mutex_unlock(&mg->priv->lock);
	*n = mg->priv->n_objects;
	return mg->priv->objects;
}

/* ---- collections ---- */

static int by_name(const void *a, const void *b)
{
	return sv_cmp(((const struct collection *)a)->name, ((const struct collection *)b)->name);
}

/* Int64List and FloatList {1: values, packed or not}, as text. */
static void numbers(struct arena *a, struct sv list, bool floats, struct collection *c)
{
	struct sv *items = arena_array(a, list.n + 1, sizeof(*items));
	struct wire w = wire_of(list);
	struct wire_field f;
	uint64_t v;

	c->n = 0;
	while (wire_next(&w, &f)) {
		if (f.num != 1)
			continue;
		if (f.type == WIRE_VARINT)
			items[c->n++] = sv_of(arena_printf(a, "%" PRId64, (int64_t)f.v));
		else if (f.type == WIRE_I32)
			items[c->n++] = sv_of(arena_printf(a, "%.9g", (double)wire_float(&f)));
		for (struct wire p = wire_of(f.s); !floats && f.type == WIRE_LEN && p.p < p.end &&
		     wire_varint(&p, &v);)
			items[c->n++] = sv_of(arena_printf(a, "%" PRId64, (int64_t)v));
		for (size_t i = 0; floats && f.type == WIRE_LEN && i + 4 <= f.s.n; i += 4) {
			float x;

			memcpy(&x, f.s.p + i, 4);
			items[c->n++] = sv_of(arena_printf(a, "%.9g", (double)x));
		}
	}
	c->items = items;
}

static void decode_collection(struct arena *a, struct sv value, struct collection *c)
{
	static const char *const kinds[] = { "", "nodes", "bytes", "ints", "floats", "any" };
	struct wire w = wire_of(value);
	struct wire_field f;

	c->kind = "empty";
	while (wire_next(&w, &f)) {
		if (f.num < 1 || f.num > 5 || f.type != WIRE_LEN)
			continue;
		c->kind = kinds[f.num];
		if (f.num == 1 || f.num == 2 || f.num == 5) {
			c->items = decode_list(a, f.s, 1, &c->n);
		} else {
			numbers(a, f.s, f.num == 4, c);
		}
	}
}

const struct collection *metagraph_collections(const struct metagraph *mg, uint32_t *n)
{
	struct metagraph_priv *p = mg->priv;
	struct arena *a = mg->model->arena;

	pthread_mutex_lock(&p->lock);
	if (!p->collections_done) {
		struct sv *list = decode_list(a, p->collections, 4, &p->n_coll);

		p->coll = arena_array(a, (size_t)p->n_coll + 1, sizeof(*p->coll));
		for (uint32_t i = 0; i < p->n_coll; i++) {
			struct sv value;

			entry_decode(list[i], &p->coll[i].name, &value);
			decode_collection(a, value, &p->coll[i]);
		}
		qsort(p->coll, p->n_coll, sizeof(*p->coll), by_name);
		p->collections_done = true;
	}
	pthread_mutex_unlock(&p->lock);
	*n = p->n_coll;
	return p->coll;
}
