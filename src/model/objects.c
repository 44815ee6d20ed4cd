/*
 * The object graph (SavedObjectGraph) and what it says of variables, joined with the checkpoint: the
 * checkpoint holds a TrackableObjectGraph of its own whose node ids are the same, and whose
 * attributes name the key under which each value is stored. Collections too.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "model/priv.h"
#include "proto/wire.h"

static struct sv *fields(struct arena *a, struct sv bytes, uint32_t num, uint32_t *n)
{
	struct wire w = wire_of(bytes), again = w;
	struct wire_field f;
	struct sv *list;
	uint32_t count = 0, k = 0;

	while (wire_next(&w, &f))
		count += f.num == num && f.type == WIRE_LEN;
	list = arena_array(a, (size_t)count + 1, sizeof(*list));
	while (k < count && wire_next(&again, &f))
		if (f.num == num && f.type == WIRE_LEN)
			list[k++] = f.s;
	*n = k;
	return list;
}

static uint64_t number_field(struct sv bytes, uint32_t num, uint64_t fallback)
{
	struct wire w = wire_of(bytes);
	struct wire_field f;

	while (wire_next(&w, &f))
		if (f.num == num && f.type == WIRE_VARINT)
			fallback = f.v;
	return fallback;
}

/* ---- the object graph ---- */

static void children(struct arena *a, struct sv raw, struct object_node *o)
{
	struct sv *list = fields(a, raw, 1, &o->n_children);
	struct object_child *c = arena_array(a, (size_t)o->n_children + 1, sizeof(*c));

	for (uint32_t i = 0; i < o->n_children; i++) {
		uint64_t id = number_field(list[i], 1, 0);

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
			uint64_t i = number_field(f.s, 1, 0);

			o->kind = OBJ_ASSET;
			o->asset = i > INT32_MAX ? -1 : (int)i;
			break;
		}
		case 6:
			o->kind = OBJ_FUNCTION;
			o->functions = fields(a, f.s, 1, &o->n_functions);
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

static void load_objects(const struct metagraph *mg)
{
	struct metagraph_priv *p = mg->priv;
	struct arena *a = mg->model->arena;
	struct sv *list;

	if (p->objects_done)
		return;
	list = fields(a, p->object_graph, 1, &p->n_objects);
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
	nodes = fields(a, bytes, 1, &n_nodes);
	for (uint32_t id = 0; id < n_nodes && id < n; id++) {
		attrs = fields(a, nodes[id], 2, &n_attrs);
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
		v->name = wire_last(saved, 6);
		if (!v->name.n)
			v->name = full[id].n ? full[id] : SV("Variable");
		v->name = with_colon_zero(a, v->name);
		v->key = key[id].n ? key[id] : SV("");
		v->trainable = number_field(saved, 3, 0) != 0;
		v->trainable_known = true;
		t = number_field(saved, 1, 0);
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
					.shape = e->shape, .entry = i, .object = -1 };
		v->bytes = e->dtype == DT_STRING ? e->size : bytes_of(e->dtype, e->shape);
		p->n_variables++;
	}
}

const struct variable *metagraph_variables(const struct metagraph *mg, uint32_t *n)
{
	struct metagraph_priv *p = mg->priv;
	struct bundle *b = model_bundle(mg->model, NULL);

	pthread_mutex_lock(&p->lock);
	if (!p->variables_done) {
		if (mg->has_object_graph)
			from_objects(mg, b);
		else
			from_checkpoint(mg, b);
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
			c->items = fields(a, f.s, 1, &c->n);
		} else if (f.num == 3) {
			struct wire list = wire_of(wire_last(f.s, 1)), count = list;
			struct sv *items;
			uint64_t v;
			uint32_t n = 0;

			while (count.p < count.end && wire_varint(&count, &v))
				n++;
			items = arena_array(a, (size_t)n + 1, sizeof(*items));
			while (c->n < n && wire_varint(&list, &v))
				items[c->n++] = sv_of(arena_printf(a, "%" PRId64, (int64_t)v));
			c->items = items;
		}
	}
}

const struct collection *metagraph_collections(const struct metagraph *mg, uint32_t *n)
{
	struct metagraph_priv *p = mg->priv;
	struct arena *a = mg->model->arena;

	pthread_mutex_lock(&p->lock);
	if (!p->collections_done) {
		struct sv *list = fields(a, p->collections, 4, &p->n_coll);

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
