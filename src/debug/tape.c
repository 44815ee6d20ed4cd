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

bool op_is_one(const struct tape_event *e, const char *const *names)
{
	for (; e && e->n && *names; names++)
		if (sv_is(e->n->op, *names))
			return true;
	return false;
}
