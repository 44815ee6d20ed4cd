/* The object graphs, walked in step from their roots: children that one side lacks. */
#include <stdlib.h>

#include "base/intr.h"
#include "base/map.h"
#include "inspect/differ_inside.h"

enum { PATH_BYTES = 200, OBJECTS_SAID = 5 };

struct step {
	uint32_t a, b;
	struct sv path;
};

struct objects {
	struct differ *d;
	const struct object_node *a, *b;
	uint32_t n_a, n_b;
	VEC(struct step) todo;
	uint8_t *seen; /* of A */
	uint32_t only[2];
	struct str names[2];
};

static struct sv path_of(struct objects *o, struct sv path, struct sv name)
{
	struct str s = STR_INIT;
	struct sv v;

	if (path.n < PATH_BYTES)
		str_add(&s, path);
	str_addz(&s, s.n ? "." : "");
	str_escaped(&s, name);
	v = change_text(o->d, &s);
	str_free(&s);
	return v;
}

/* Names that the exporter numbers, and what only restoring needs. */
static bool is_generated(struct sv name)
{
	return sv_starts(name, SV("trace_")) || sv_is(name, "signatures") || sv_starts(name, SV("_self_")) ||
	       sv_is(name, "_initializer") || sv_is(name, "_create_resource") || sv_is(name, "_initialize") ||
	       sv_is(name, "_destroy_resource");
}

static void only(struct objects *o, int side, struct sv path, const struct object_child *c,
		 const struct object_node *n)
{
	if (is_generated(c->name))
		return;
	if (o->only[side]++ < OBJECTS_SAID) {
		struct sv full = path_of(o, path, c->name);

		str_addz(&o->names[side], o->names[side].n ? ", " : "");
		str_add(&o->names[side], full);
		if (n->kind == OBJ_USER && !sv_is(n->label, "_generic_user_object")) {
			str_addz(&o->names[side], " (");
			str_escaped(&o->names[side], n->label);
			str_addc(&o->names[side], ')');
		}
	}
}

static void children(struct objects *o, const struct step *at)
{
	const struct object_node *x = &o->a[at->a], *y = &o->b[at->b];
	struct map in_a = MAP_INIT, in_b = MAP_INIT;
	uint64_t k;

	for (uint32_t i = 0; i < x->n_children; i++)
		map_add(&in_a, x->children[i].name, i);
	for (uint32_t i = 0; i < y->n_children; i++)
		map_add(&in_b, y->children[i].name, i);
	for (uint32_t i = 0; i < x->n_children; i++) {
		const struct object_child *c = &x->children[i];

		if (c->id < 0 || (uint32_t)c->id >= o->n_a)
			continue;
		if (!map_get(&in_b, c->name, &k))
			only(o, 0, at->path, c, &o->a[c->id]);
		else if (!o->seen[c->id] && y->children[k].id >= 0 && (uint32_t)y->children[k].id < o->n_b) {
			o->seen[c->id] = 1;
			vec_push(&o->todo, ((struct step){ (uint32_t)c->id, (uint32_t)y->children[k].id,
							   path_of(o, at->path, c->name) }));
		}
	}
	for (uint32_t i = 0; i < y->n_children; i++)
		if (!map_get(&in_a, y->children[i].name, NULL) && y->children[i].id >= 0 &&
		    (uint32_t)y->children[i].id < o->n_b)
			only(o, 1, at->path, &y->children[i], &o->b[y->children[i].id]);
	map_free(&in_a);
	map_free(&in_b);
}

static void say(struct objects *o, int side)
{
	struct str text = STR_INIT;

	if (o->only[side]) {
		str_addf(&text, "only %s has %s", side ? "B" : "A", str_z(&o->names[side]));
		if (o->only[side] > OBJECTS_SAID)
			str_addf(&text, " and %u more", o->only[side] - OBJECTS_SAID);
		change_add(o->d, CHANGE_METADATA, false, "objects", str_z(&text));
		o->d->idle |= IDLE_OBJECTS;
	}
	str_free(&text);
	str_free(&o->names[side]);
}

void differ_objects(struct differ_work *w)
{
	struct objects o = { .d = w->d };

	o.a = metagraph_objects(w->d->a, &o.n_a);
	o.b = metagraph_objects(w->d->b, &o.n_b);
	if (w->doors || !o.n_a || !o.n_b)
		return;
	o.seen = xcalloc((size_t)o.n_a + 1, 1);
	o.seen[0] = 1;
	vec_push(&o.todo, ((struct step){ 0, 0, SV("") }));
	for (size_t i = 0; i < o.todo.n && !intr_pending(); i++) {
		struct step at = o.todo.p[i];

		children(&o, &at);
	}
	say(&o, 0);
	say(&o, 1);
	vec_free(&o.todo);
	free(o.seen);
}
