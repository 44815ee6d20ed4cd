/* Every event of a tape once or twice more, in float64; see shadow.h. */
#include "debug/shadow.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/intr.h"
#include "base/map.h"
#include "base/mem.h"
#include "debug/diff.h"
#include "debug/shadow_rule.h"
#include "debug/wide.h"

typedef VEC(uint32_t) counts_t;

struct running {
	struct shadow *s;
	const struct tape *t;
	struct arena *arena;
	struct tensor **shade; /* by value: its shadow; NULL: it is its own */
	uint32_t *last;	       /* by value: the last event that takes it */
	uint32_t n_values;
	struct map store;	     /* a variable's address -> index + 1 of stored */
	VEC(struct tensor *) stored; /* its value's shadow; NULL: not known */
	struct map around, lost;     /* op -> index of counts */
	counts_t n_around, n_lost;
};

/* ---- values ---- */

static struct tensor *tensor_of(const struct running *r, uint32_t v)
{
	const struct tape_value *x = tape_value(r->t, v);

	return x ? x->t : NULL;
}

static void set_shade(struct running *r, uint32_t v, struct tensor *t)
{
	if (v >= r->n_values)
		return;
	tensor_unref(r->shade[v]);
	r->shade[v] = tensor_ref(t);
}

static bool is_floats(const struct tensor *t)
{
	return dtype_info(t->dtype)->kind == DK_FLOAT || dtype_info(t->dtype)->kind == DK_COMPLEX;
}

static void count_op(struct map *map, counts_t *n, struct sv op)
{
	uint64_t at;

	if (!map_get(map, op, &at)) {
		at = n->n;
		map_add(map, op, at);
		vec_push(n, 0);
	}
	n->p[at]++;
}

/* ---- one event ---- */

struct work {
	const struct tape_event *e;
	uint32_t event;
	bool is_wide; /* the op has a float64 form */
	struct wide w;
	struct tensor **own, **path;	 /* its inputs widened; the shadows of its inputs */
	struct tensor **exact, **shade;	 /* its outputs of these */
	bool ran_own, ran_path, differs; /* the path's inputs are others than its own */
};

static bool inputs_widened(const struct running *r, struct work *k)
{
	for (uint32_t i = 0; i < k->e->n_in; i++) {
		struct tensor *t = tensor_of(r, k->e->in[i]);

		k->own[i] = t ? wide_input(&k->w, i, t) : NULL;
		if (!k->own[i])
			return false;
	}
	return true;
}

static bool has_shade(const struct running *r, const struct tape_event *e)
{
	for (uint32_t i = 0; i < e->n_in; i++)
		if (e->in[i] < r->n_values && r->shade[e->in[i]])
			return true;
	return false;
}

static bool has_narrow(const struct running *r, const struct work *k)
{
	for (uint32_t i = 0; i < k->e->n_in; i++) {
		struct tensor *t = tensor_of(r, k->e->in[i]);

		if (t && k->w.cast[i] && wide_is_narrow(t->dtype))
			return true;
	}
	return false;
}

static void path_inputs(const struct running *r, struct work *k)
{
	for (uint32_t i = 0; i < k->e->n_in; i++) {
		uint32_t v = k->e->in[i];
		struct tensor *s = v < r->n_values ? r->shade[v] : NULL;

		k->path[i] = tensor_ref(s ? s : k->own[i]);
	}
}

/* The op as it is, on shadows rounded to the types that it takes; its results stand for float64's.
 */
static bool run_around(const struct running *r, struct work *k)
{
	const struct op_row *row = op_find(k->e->n->op);
	struct tensor **in = arena_array(r->arena, (size_t)k->e->n_in + 1, sizeof(*in));
	struct wide plain = {.row = row, .n = *k->e->n, .n_in = k->e->n_in};
	bool ok = wide_is_pure(row);

	for (uint32_t i = 0; i < k->e->n_in && ok; i++) {
		struct tensor *t = tensor_of(r, k->e->in[i]);
		struct tensor *s = t ? r->shade[k->e->in[i]] : NULL;

		in[i] = s && s->dtype != t->dtype ? tensor_cast(s, t->dtype, NULL)
						  : tensor_ref(s ? s : t);
		ok = in[i] != NULL;
	}
	ok = ok && wide_run(&plain, in, k->shade, k->e->n_out);
	wide_unref(in, k->e->n_in);
	for (uint32_t i = 0; ok && i < k->e->n_out; i++) {
		struct tensor *d =
			k->shade[i] && wide_is_narrow(k->shade[i]->dtype)
				? tensor_cast(k->shade[i], wide_type(k->shade[i]->dtype), NULL)
				: tensor_ref(k->shade[i]);

		tensor_unref(k->shade[i]);
		k->shade[i] = d;
	}
	return ok;
}

static bool fits(const struct tensor *x, const struct tensor *t)
{
	return x && x->dtype == wide_type(t->dtype) && shape_eq(tensor_shape(x), tensor_shape(t));
}

/* A list of float64s is made for a list of float32s. */
static bool makes_list(const struct tape_event *e)
{
	return sv_is(e->n->op, "TensorListReserve") || sv_is(e->n->op, "EmptyTensorList");
}

static void run_event(struct running *r, struct work *k)
{
	const struct tape_event *e = k->e;
	bool shaded = has_shade(r, e);

	k->is_wide = wide_node(e->n, e->n_in, &k->w, r->arena);
	if (k->is_wide && (shaded || has_narrow(r, k) || makes_list(e)) && inputs_widened(r, k)) {
		k->ran_own = wide_run(&k->w, k->own, k->exact, e->n_out);
		path_inputs(r, k);
		k->differs = shaded;
		if (shaded)
			k->ran_path = wide_run(&k->w, k->path, k->shade, e->n_out);
	}
	if (shaded && !k->ran_path && run_around(r, k)) {
		k->ran_path = true;
		r->s->n_around++;
		count_op(&r->around, &r->n_around, e->n->op);
	}
}

/* ---- what came out ---- */

static void judge_own(const struct work *k, uint32_t slot, const struct tensor *is,
		      struct shadow_row *row)
{
	const struct tensor *exact = k->exact[slot];
	double *bound;

	row->judged = true;
	gap_measure(is, exact, &row->own);
	if (row->own.most == 0)
		return;
	bound = rule_bounds(&k->w, k->own, k->e->n_out, slot, is, exact);
	for (int64_t i = 0; i < gap_elements(is); i++) {
		double x = gap_element(is, i), y = gap_element(exact, i),
		       times = gap_between(x, y) / bound[i];

		if (row->at >= 0 && times <= row->times)
			continue;
		row->times = times;
		row->explained = bound[i];
		row->at = i / (gap_elements(is) / is->n);
		row->is = x;
		row->exact = y;
	}
	free(bound);
}

static void judge_path(const struct running *r, const struct work *k, uint32_t slot,
		       const struct tensor *is, struct shadow_row *row)
{
	const struct tensor *s = k->ran_path		     ? k->shade[slot]
				 : !k->differs && k->ran_own ? k->exact[slot]
							     : NULL;
	struct gap g;

	(void)r;
	if (!s || !fits(s, is))
		return;
	gap_measure(is, s, &g);
	if (is_floats(is)) {
		row->piled = g.most;
		row->piled_rel = g.rel;
	} else {
		row->flips = g.n_out;
	}
}

/* What follows reads the shadow: of floats and of lists; what decides or indexes is the run's own.
 */
static void hand_on(struct running *r, const struct work *k, uint32_t slot, struct tensor *is)
{
	struct tensor *s = k->ran_path		       ? k->shade[slot]
			   : !k->differs && k->ran_own ? k->exact[slot]
						       : NULL;
	uint32_t v = k->e->out[slot];

	if (s && ((is_floats(is) && fits(s, is)) || is->dtype == DT_VARIANT))
		set_shade(r, v, s);
}

static void add_row(struct running *r, const struct work *k, uint32_t slot)
{
	struct tensor *is = tensor_of(r, k->e->out[slot]);
	struct shadow_row row = {
		.event = k->event, .slot = slot, .at = -1, .piled = NAN, .piled_rel = NAN};

	row.own = (struct gap){
		.at = -1, .n = is->n, .ulps = NAN, .cosine = NAN, .exact = !is_floats(is)};
	if (dtype_info(is->dtype)->kind == DK_OBJECT) {
		hand_on(r, k, slot, is);
		return;
	}
	if (k->ran_own && is_floats(is) && wide_is_narrow(is->dtype) && fits(k->exact[slot], is))
		judge_own(k, slot, is, &row);
	judge_path(r, k, slot, is, &row);
	hand_on(r, k, slot, is);
	r->s->n_judged += row.judged;
	if (r->s->first_of[k->event] == TAPE_NONE)
		r->s->first_of[k->event] = (uint32_t)r->s->row.n;
	vec_push(&r->s->row, row);
}

/* ---- variables ---- */

/* The slot of stored for the variable that the event's first input is; TAPE_NONE: it is none. */
static uint32_t variable_at(struct running *r, const struct tape_event *e)
{
	struct tensor *t = e->n_in ? tensor_of(r, e->in[0]) : NULL;
	struct object **key,
		*o = t && t->dtype == DT_RESOURCE && t->n == 1 ? *(struct object **)t->data : NULL;
	uint64_t at;

	if (!o)
		return TAPE_NONE;
	if (map_get(&r->store, (struct sv){(const char *)&o, sizeof(o)}, &at))
		return (uint32_t)at;
	key = arena_alloc(r->arena, sizeof(*key));
	*key = o;
	at = r->stored.n;
	map_add(&r->store, (struct sv){(const char *)key, sizeof(*key)}, at);
	vec_push(&r->stored, NULL);
	return (uint32_t)at;
}

static struct tensor *shade_or_cast(const struct running *r, uint32_t v)
{
	struct tensor *t = tensor_of(r, v);

	if (!t || v >= r->n_values)
		return NULL;
	return r->shade[v]		  ? tensor_ref(r->shade[v])
	       : wide_is_narrow(t->dtype) ? tensor_cast(t, wide_type(t->dtype), NULL)
					  : NULL;
}

/* a + sign b as float64s; NULL when one is not known. Gives. */
static struct tensor *added(const struct tensor *a, const struct tensor *b, double sign)
{
	struct tensor *t = a && b && a->dtype == DT_DOUBLE && b->dtype == DT_DOUBLE && a->n == b->n
				   ? tensor_copy(a, NULL)
				   : NULL;

	for (int64_t i = 0; t && i < t->n; i++)
		((double *)t->data)[i] += sign * ((const double *)b->data)[i];
	return t;
}

static void store(struct running *r, uint32_t at, struct tensor *t)
{
	tensor_unref(r->stored.p[at]);
	r->stored.p[at] = t;
}

/* Reads and writes of variables carry shadows from one to the other. */
static bool variable_event(struct running *r, const struct tape_event *e)
{
	bool add = sv_is(e->n->op, "AssignAddVariableOp"),
	     sub = sv_is(e->n->op, "AssignSubVariableOp");
	bool read = sv_is(e->n->op, "ReadVariableOp"), assign = sv_is(e->n->op, "AssignVariableOp");
	uint32_t at = read || assign || add || sub ? variable_at(r, e) : TAPE_NONE;

	if (at == TAPE_NONE)
		return false;
	if (read && e->n_out && r->stored.p[at])
		set_shade(r, e->out[0], r->stored.p[at]);
	else if (read && e->n_out)
		store(r, at, shade_or_cast(r, e->out[0]));
	else if (assign)
		store(r, at, e->n_in > 1 ? shade_or_cast(r, e->in[1]) : NULL);
	else if (add || sub) {
		struct tensor *d = e->n_in > 1 ? shade_or_cast(r, e->in[1]) : NULL;

		store(r, at, added(r->stored.p[at], d, add ? 1 : -1));
		tensor_unref(d);
	}
	return true;
}

/* A variable's shadow is what is read of it: how far that is. */
static void row_of_read(struct running *r, struct work *k)
{
	struct tensor *is = k->e->n_out ? tensor_of(r, k->e->out[0]) : NULL;
	struct tensor *s = is ? r->shade[k->e->out[0]] : NULL;

	if (!is || !diff_own(r->t, k->event, 0) || !is_floats(is))
		return;
	k->ran_path = s != NULL;
	k->shade[0] = tensor_ref(s);
	add_row(r, k, 0);
}

/* ---- all of them ---- */

static void lose(struct running *r, const struct work *k)
{
	bool floats = false;

	for (uint32_t i = 0; i < k->e->n_out; i++)
		floats |= diff_own(r->t, k->event, i) && is_floats(tensor_of(r, k->e->out[i]));
	if (!floats || !has_shade(r, k->e) || k->ran_path)
		return;
	r->s->n_lost++;
	count_op(&r->lost, &r->n_lost, k->e->n->op);
}

static void free_spent(struct running *r, const struct tape_event *e, uint32_t event)
{
	for (uint32_t i = 0; i < e->n_in; i++)
		if (e->in[i] < r->n_values && r->last[e->in[i]] == event)
			set_shade(r, e->in[i], NULL);
	for (uint32_t i = 0; i < e->n_out; i++)
		if (e->out[i] < r->n_values &&
		    (r->last[e->out[i]] == TAPE_NONE || r->last[e->out[i]] <= event))
			set_shade(r, e->out[i], NULL);
}

static void do_event(struct running *r, uint32_t event)
{
	const struct tape_event *e = tape_event(r->t, event);
	struct work k = {.e = e, .event = event};
	bool own = false;

	for (uint32_t i = 0; i < e->n_out; i++)
		own |= diff_own(r->t, event, i);
	k.own = arena_array(r->arena, (size_t)e->n_in + 1, sizeof(*k.own));
	k.path = arena_array(r->arena, (size_t)e->n_in + 1, sizeof(*k.path));
	k.exact = arena_array(r->arena, (size_t)e->n_out + 1, sizeof(*k.exact));
	k.shade = arena_array(r->arena, (size_t)e->n_out + 1, sizeof(*k.shade));
	if (variable_event(r, e)) {
		row_of_read(r, &k);
	} else if (own) {
		run_event(r, &k);
		lose(r, &k);
		for (uint32_t i = 0; i < e->n_out; i++)
			if (diff_own(r->t, event, i))
				add_row(r, &k, i);
	}
	wide_unref(k.own, e->n_in);
	wide_unref(k.path, e->n_in);
	wide_unref(k.exact, e->n_out);
	wide_unref(k.shade, e->n_out);
	free_spent(r, e, event);
}

static void count_values(struct running *r)
{
	for (uint32_t i = 0; i < tape_n(r->t); i++) {
		const struct tape_event *e = tape_event(r->t, i);

		for (uint32_t k = 0; k < e->n_in + e->n_out; k++) {
			uint32_t v = k < e->n_in ? e->in[k] : e->out[k - e->n_in];

			if (v != TAPE_NONE && v >= r->n_values)
				r->n_values = v + 1;
		}
	}
	r->shade = xcalloc((size_t)r->n_values + 1, sizeof(*r->shade));
	r->last = xmalloc(((size_t)r->n_values + 1) * sizeof(*r->last));
	memset(r->last, 0xff, ((size_t)r->n_values + 1) * sizeof(*r->last));
	for (uint32_t i = 0; i < tape_n(r->t); i++) {
		const struct tape_event *e = tape_event(r->t, i);

		for (uint32_t k = 0; k < e->n_in; k++)
			if (e->in[k] != TAPE_NONE)
				r->last[e->in[k]] = i;
	}
}

/* "FakeQuant 3, Foo 1" */
static void ops_text(const struct map *map, const uint32_t *n, struct str *out)
{
	for (size_t i = 0; i < map->cap; i++) {
		const struct map_slot *s = &map->slot[i];

		if (!s->key.p)
			continue;
		str_addz(out, out->n ? ", " : "");
		str_escaped(out, s->key);
		str_addf(out, " %u", n[s->val]);
	}
}

static void running_free(struct running *r)
{
	for (uint32_t i = 0; i < r->n_values; i++)
		tensor_unref(r->shade[i]);
	for (size_t i = 0; i < r->stored.n; i++)
		tensor_unref(r->stored.p[i]);
	free(r->shade);
	free(r->last);
	vec_free(&r->stored);
	vec_free(&r->n_around);
	vec_free(&r->n_lost);
	map_free(&r->store);
	map_free(&r->around);
	map_free(&r->lost);
	arena_free(r->arena);
}

struct shadow *shadow_new(const struct tape *t, struct err *err)
{
	struct shadow *s = xcalloc(1, sizeof(*s));
	struct running r = {.s = s, .t = t, .arena = arena_new()};
	bool ok = true;

	s->tape = t;
	s->first_of = xmalloc(((size_t)tape_n(t) + 1) * sizeof(*s->first_of));
	memset(s->first_of, 0xff, ((size_t)tape_n(t) + 1) * sizeof(*s->first_of));
	count_values(&r);
	for (uint32_t i = 0; i < tape_n(t) && ok; i++) {
		do_event(&r, i);
		ok = intr_check(err);
	}
	ops_text(&r.around, r.n_around.p, &s->around);
	ops_text(&r.lost, r.n_lost.p, &s->lost);
	running_free(&r);
	if (ok)
		return s;
	shadow_free(s);
	return NULL;
}

void shadow_free(struct shadow *s)
{
	if (!s)
		return;
	vec_free(&s->row);
	str_free(&s->around);
	str_free(&s->lost);
	free(s->first_of);
	free(s);
}

/* ---- looking ---- */

const struct shadow_row *shadow_at(const struct shadow *s, uint32_t event, uint32_t slot)
{
	uint32_t i = event < tape_n(s->tape) ? s->first_of[event] : TAPE_NONE;

	for (; i < s->row.n && s->row.p[i].event == event; i++)
		if (s->row.p[i].slot == slot)
			return &s->row.p[i];
	return NULL;
}

const struct shadow_row *shadow_first(const struct shadow *s, double limit)
{
	for (size_t i = 0; i < s->row.n; i++)
		if (s->row.p[i].judged && s->row.p[i].times > limit)
			return &s->row.p[i];
	return NULL;
}

const struct shadow_row *shadow_worst(const struct shadow *s)
{
	const struct shadow_row *worst = NULL;

	for (size_t i = 0; i < s->row.n; i++)
		if (s->row.p[i].judged && (!worst || s->row.p[i].times > worst->times))
			worst = &s->row.p[i];
	return worst;
}

struct tensor *shadow_exact(const struct tape *t, uint32_t event, uint32_t slot)
{
	const struct tape_event *e = tape_event(t, event);
	struct arena *a = arena_new();
	struct tensor **in = arena_array(a, e ? (size_t)e->n_in + 1 : 1, sizeof(*in)), *got = NULL;
	struct tensor **out = arena_array(a, e ? (size_t)e->n_out + 1 : 1, sizeof(*out));
	struct wide w;
	bool ok = e && slot < e->n_out && wide_node(e->n, e->n_in, &w, a);

	for (uint32_t i = 0; ok && i < e->n_in; i++) {
		const struct tape_value *v = tape_value(t, e->in[i]);

		in[i] = v ? wide_input(&w, i, v->t) : NULL;
		ok = in[i] != NULL;
	}
	if (ok && wide_run(&w, in, out, e->n_out))
		got = tensor_ref(out[slot]);
	if (e) {
		wide_unref(in, e->n_in);
		wide_unref(out, e->n_out);
	}
	arena_free(a);
	return got;
}
