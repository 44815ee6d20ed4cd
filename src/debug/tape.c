/* Recording for causes; see tape.h. */
#include "debug/tape.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"

struct tape {
	struct arena *arena;
	VEC(struct tape_event) event;
	VEC(struct tape_value) value;
	struct map by_tensor;
	struct map writer;		/* a resource's address to the event that wrote it last */
};

struct tape *tape_new(void)
{
	struct tape *t = xcalloc(1, sizeof(*t));

	t->arena = arena_new();
	return t;
}

void tape_free(struct tape *t)
{
	if (!t)
		return;
	for (size_t i = 0; i < t->value.n; i++)
		tensor_unref(t->value.p[i].t);
	vec_free(&t->value);
	vec_free(&t->event);
	map_free(&t->by_tensor);
	map_free(&t->writer);
	arena_free(t->arena);
	free(t);
}

/* ---- what a tensor holds ---- */

static uint8_t bad_of(double v)
{
	return isnan(v) ? TV_NAN : !isinf(v) ? 0 : v > 0 ? TV_PINF : TV_NINF;
}

static uint8_t scan_float(const float *p, int64_t n)
{
	uint8_t bad = 0;

	for (int64_t i = 0; i < n;) {
		int64_t end = i + 1024 < n ? i + 1024 : n;
		float sum = 0;

		/* x * 0 is 0 for all but NaN and infinities: one look at a block that is clean */
		for (int64_t k = i; k < end; k++)
			sum += p[k] * 0;
		for (int64_t k = i; sum != 0 && k < end; k++)
			bad |= bad_of(p[k]);
		i = end;
	}
	return bad;
}

static uint8_t scan(const struct tensor *t)
{
	enum dtype_kind kind = dtype_info(t->dtype)->kind;
	uint8_t bad = 0;

	if (t->dtype == DT_FLOAT)
		return scan_float(t->data, t->n);
	if (t->dtype == DT_COMPLEX64)
		return scan_float(t->data, t->n * 2);
	if (kind != DK_FLOAT && t->dtype != DT_COMPLEX128)
		return 0;
	for (int64_t i = 0; i < t->n * (kind == DK_COMPLEX ? 2 : 1); i++)
		bad |= bad_of(kind == DK_COMPLEX ? ((const double *)t->data)[i] : tensor_get_f64(t, i));
	return bad;
}

/* ---- recording ---- */

static struct sv key_of(const struct tensor *const *x)
{
	return (struct sv){ (const char *)x, sizeof(*x) };
}

uint32_t tape_find(const struct tape *t, const struct tensor *x)
{
	uint64_t v;

	return x && map_get(&t->by_tensor, key_of(&x), &v) ? (uint32_t)v : TAPE_NONE;
}

static uint32_t value_of(struct tape *t, struct tensor *x, uint32_t maker, uint32_t slot)
{
	uint32_t v = tape_find(t, x);
	const struct tensor **key;
	struct tape_value made;

	if (!x || v != TAPE_NONE)
		return v;
	made = (struct tape_value){ .t = tensor_ref(x), .maker = maker, .slot = slot, .bad = scan(x) };
	v = (uint32_t)t->value.n;
	vec_push(&t->value, made);
	key = arena_alloc(t->arena, sizeof(*key));
	*key = x;
	map_add(&t->by_tensor, key_of(key), v);
	return v;
}

static char *kept(struct tape *t, struct str *s)
{
	char *z = arena_sv(t->arena, str_sv(s)).n ? (char *)arena_printf(t->arena, "%s", str_z(s)) : (char *)"";

	str_free(s);
	return z;
}

/* The object of input i, when that is a resource. */
static struct object *resource_in(const struct tape *t, const struct tape_event *e, uint32_t i)
{
	const struct tape_value *v = tape_value(t, e->in[i]);

	return v && v->t->dtype == DT_RESOURCE && v->t->n == 1 ? *(struct object *const *)v->t->data : NULL;
}

static void find_writers(struct tape *t, struct tape_event *e)
{
	e->after = arena_array(t->arena, e->n_in + 1, sizeof(*e->after));
	for (uint32_t i = 0; i < e->n_in; i++) {
		const struct object *o = resource_in(t, e, i);
		uint64_t at;

		if (o && map_get(&t->writer, (struct sv){ (const char *)&o, sizeof(o) }, &at))
			e->after[e->n_after++] = (uint32_t)at;
	}
}

/* A list holds what was put into it: its bad elements are those of what it was made of. */
static void mark_objects(struct tape *t, const struct tape_event *e, uint32_t at)
{
	uint8_t bad = 0;

	for (uint32_t i = 0; i < e->n_in; i++)
		bad |= e->in[i] == TAPE_NONE ? 0 : t->value.p[e->in[i]].bad;
	for (uint32_t i = 0; i < e->n_out; i++) {
		struct tape_value *v = e->out[i] == TAPE_NONE ? NULL : &t->value.p[e->out[i]];

		if (v && v->maker == at && v->t->dtype == DT_VARIANT)
			v->bad = bad;
	}
}

void tape_as(struct tape *t, const struct node *n)
{
	if (t->event.n)
		vec_last(&t->event).n = n;
}

void tape_given(struct tape *t)
{
	if (t->event.n)
		vec_last(&t->event).n_in = vec_last(&t->event).n_after = 0;
}

void tape_wrote(struct tape *t)
{
	uint32_t at = (uint32_t)t->event.n - 1;
	struct tape_event *e = t->event.n ? &t->event.p[at] : NULL;

	for (uint32_t i = 0; e && i < e->n_in; i++)
		e->put |= e->in[i] == TAPE_NONE ? 0 : t->value.p[e->in[i]].bad;
	for (uint32_t i = 0; e && i < e->n_after; i++)
		e->put |= t->event.p[e->after[i]].put;
	for (uint32_t i = 0; e && i < e->n_in; i++) {
		struct object *o = resource_in(t, e, i), **key;

		if (!o)
			continue;
		key = arena_alloc(t->arena, sizeof(*key));
		*key = o;
		map_put(&t->writer, (struct sv){ (const char *)key, sizeof(*key) }, at);
	}
}

uint32_t tape_add(struct tape *t, const struct exec *x, const struct exec_event *ev)
{
	struct str path = STR_INIT, iter = STR_INIT;
	uint32_t at = (uint32_t)t->event.n;
	struct tape_event e = { .g = frame_graph(ev->frame) };

	e.n = graph_node(e.g, ev->node, NULL);
	exec_path(ev->frame, ev->node, &path);
	exec_iter_suffix(ev->frame, &iter);
	e.path = kept(t, &path);
	e.iter = kept(t, &iter);
	e.n_in = (uint32_t)exec_n_in(x);
	e.n_out = ev->kind == EV_RAN ? (uint32_t)exec_n_out(x) : 0;
	e.in = arena_array(t->arena, e.n_in + 1, sizeof(*e.in));
	e.out = arena_array(t->arena, e.n_out + 1, sizeof(*e.out));
	for (uint32_t i = 0; i < e.n_in; i++)
		e.in[i] = value_of(t, exec_in(x, (int)i), TAPE_NONE, 0);
	for (uint32_t i = 0; i < e.n_out; i++) {
		e.out[i] = value_of(t, exec_out(x, (int)i), at, i);
		e.call |= e.out[i] != TAPE_NONE && t->value.p[e.out[i]].maker != at;
	}
	find_writers(t, &e);
	mark_objects(t, &e, at);
	vec_push(&t->event, e);
	return at;
}

/* ---- looking ---- */

uint32_t tape_n(const struct tape *t)
{
	return (uint32_t)t->event.n;
}

const struct tape_event *tape_event(const struct tape *t, uint32_t i)
{
	return i < t->event.n ? &t->event.p[i] : NULL;
}

const struct tape_value *tape_value(const struct tape *t, uint32_t v)
{
	return v < t->value.n ? &t->value.p[v] : NULL;
}

const struct tape_event *tape_maker(const struct tape *t, uint32_t v)
{
	return v < t->value.n ? tape_event(t, t->value.p[v].maker) : NULL;
}

uint32_t tape_n_behind(const struct tape_event *e)
{
	return e->n_in + e->n_after;
}

uint32_t tape_behind(const struct tape *t, const struct tape_event *e, uint32_t i)
{
	const struct tape_value *v = i < e->n_in ? tape_value(t, e->in[i]) : NULL;

	return i >= e->n_in ? e->after[i - e->n_in] : v ? v->maker : TAPE_NONE;
}

void tape_mark(const struct tape *t, uint32_t v, uint8_t *seen, tape_cut_fn cut, void *ctx)
{
	const struct tape_value *x = tape_value(t, v);
	VEC(uint32_t) todo = { 0 };

	vec_push(&todo, x ? x->maker : TAPE_NONE);
	while (todo.n) {
		uint32_t at = todo.p[--todo.n];
		const struct tape_event *e = tape_event(t, at);

		if (!e || seen[at])
			continue;
		seen[at] = 1;
		for (uint32_t i = 0; i < tape_n_behind(e); i++)
			if (i >= e->n_in || !cut || !cut(ctx, e, i))
				vec_push(&todo, tape_behind(t, e, i));
	}
	vec_free(&todo);
}

bool op_is_one(const struct tape_event *e, const char *const *names)
{
	for (; e && e->n && *names; names++)
		if (sv_is(e->n->op, *names))
			return true;
	return false;
}
