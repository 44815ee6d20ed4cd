/*
 * Reverse mode over a tape. Its events are in the order in which they ran, so that going through them from the
 * last to the first, a value's gradient is complete when its maker's turn comes: loops, branches and calls need
 * nothing of their own.
 *
 *   by[value]		what is known of the gradient by a value
 *   res[]		the same of what a resource holds, in the order in which resources were met
 *   need[value]	1: something wanted is behind it
 */
#include "debug/gradient.h"

#include <stdlib.h>
#include <string.h>

#include "base/intr.h"
#include "base/map.h"
#include "base/mem.h"
#include "ops/var.h"

struct held {
	struct object *o;
	struct gval g;
	bool need, variable;
};

struct gradient {
	const struct tape *t;
	uint32_t n_values;
	struct gval *by;
	uint8_t *need, *keep, *seeded;
	uint8_t *refused; /* by event: the rule gave none by an input that was wanted */
	VEC(struct held) res;
	struct map index; /* by an object's address */
	struct arena *keys;
	VEC(struct gradient_end) end;
};

/* ---- resources ---- */

static struct held *held_of(const struct gradient *g, const struct object *o)
{
	uint64_t i;

	return o && map_get(&g->index, (struct sv){(const char *)&o, sizeof(o)}, &i) ? &g->res.p[i]
										     : NULL;
}

static struct held *meet(struct gradient *g, struct object *o)
{
	struct held *h = held_of(g, o), made = {.o = o};
	struct object **key;

	if (h || !o)
		return h;
	made.variable = o->cls == &var_class.object;
	key = arena_alloc(g->keys, sizeof(*key));
	*key = o;
	map_put(&g->index, (struct sv){(const char *)key, sizeof(*key)}, g->res.n);
	vec_push(&g->res, made);
	return &vec_last(&g->res);
}

/* ---- what is needed ---- */

static bool carries(const struct tensor *t)
{
	return t->dtype == DT_FLOAT || t->dtype == DT_DOUBLE || t->dtype == DT_HALF ||
	       t->dtype == DT_BFLOAT16 || t->dtype == DT_VARIANT;
}

static bool input_needed(const struct gradient *g, uint32_t v)
{
	const struct held *h;

	if (v == TAPE_NONE)
		return false;
	h = held_of(g, tape_resource(g->t, v));
	return g->need[v] || (h && h->need);
}

static void need_event(struct gradient *g, uint32_t at, const struct gradient_want *w)
{
	const struct tape_event *e = tape_event(g->t, at);
	bool any = false;

	for (uint32_t i = 0; i < e->n_in; i++) {
		struct held *h =
			e->in[i] == TAPE_NONE ? NULL : meet(g, tape_resource(g->t, e->in[i]));

		if (h && h->variable && w->all_variables)
			h->need = true;
		any |= input_needed(g, e->in[i]);
	}
	if (!any || !e->n || grad_is_end(e->n->op))
		return;
	for (uint32_t k = 0; k < e->n_out; k++)
		if (e->out[k] != TAPE_NONE && carries(tape_value(g->t, e->out[k])->t))
			g->need[e->out[k]] = 1;
	if (grad_writes(e->n->op) && held_of(g, tape_resource(g->t, e->in[0])))
		held_of(g, tape_resource(g->t, e->in[0]))->need = true;
}

static void need_all(struct gradient *g, const struct gradient_want *w)
{
	for (uint32_t i = 0; i < w->n_values; i++)
		if (w->value[i] < g->n_values && carries(tape_value(g->t, w->value[i])->t))
			g->need[w->value[i]] = g->keep[w->value[i]] = 1;
	for (uint32_t i = 0; i < w->n_resources; i++)
		meet(g, w->resource[i])->need = true;
	for (uint32_t i = 0; i < tape_n(g->t); i++)
		need_event(g, i, w);
}

/* ---- backwards ---- */

static bool hand_on(struct gradient *g, const struct tape_event *e, uint32_t i, struct gval *gin,
		    struct err *err)
{
	uint32_t v = e->in[i];
	struct object *o = tape_resource(g->t, v);

	if (!gval_is(gin))
		return true;
	if (o) {
		struct held *h = meet(g, o);

		return gval_add(&h->g, gin, err);
	}
	return gval_add(&g->by[v], gin, err);
}

/* Upstream of what the event made; false: there is none. */
static bool take_upstream(struct gradient *g, uint32_t at, struct gval *up)
{
	const struct tape_event *e = tape_event(g->t, at);
	bool any = false;

	for (uint32_t k = 0; k < e->n_out; k++) {
		uint32_t v = e->out[k];

		if (v == TAPE_NONE || tape_value(g->t, v)->maker != at ||
		    tape_value(g->t, v)->slot != k)
			continue;
		if (g->keep[v]) {
			up[k].t = tensor_ref(g->by[v].t);
		} else {
			up[k] = g->by[v];
			memset(&g->by[v], 0, sizeof(g->by[v]));
		}
		any |= gval_is(&up[k]);
	}
	return any;
}

static void add_end(struct gradient *g, uint32_t event, const char *why)
{
	struct gradient_end e = {event, why};

	vec_push(&g->end, e);
}

/* Asks the event's rule, and adds what it says to the inputs'. */
static bool ask(struct gradient *g, uint32_t at, struct vjp *v, struct err *err)
{
	const struct tape_event *e = tape_event(g->t, at);
	const char *why;
	enum grad_verdict got = grad_run(v, &why, err);
	bool ok = got != GRAD_FAILED;

	if (got == GRAD_UNKNOWN)
		add_end(g, at, why);
	for (uint32_t i = 0; ok && got == GRAD_FOUND && i < e->n_in; i++) {
		g->refused[at] |= v->want[i] && !gval_is(&v->gin[i]);
		ok = !v->want[i] || hand_on(g, e, i, &v->gin[i], err);
	}
	return ok || err_at(err, "gradient of %s%s (%.*s)", e->path, e->iter, SV_ARG(e->n->op));
}

static bool event_back(struct gradient *g, uint32_t at, struct arena *a, struct err *err)
{
	const struct tape_event *e = tape_event(g->t, at);
	bool *want = arena_array(a, (size_t)e->n_in + 1, sizeof(*want)), any = false, ok = true;
	struct held *h =
		e->n_in && e->in[0] != TAPE_NONE ? held_of(g, tape_resource(g->t, e->in[0])) : NULL;
	struct vjp v;

	tape_event_op(g->t, e, &v, a);
	v.g = arena_array(a, (size_t)e->n_out + 1, sizeof(*v.g));
	v.gin = arena_array(a, (size_t)e->n_in + 1, sizeof(*v.gin));
	v.held = h ? &h->g : NULL;
	v.want = want;
	for (uint32_t i = 0; i < e->n_in; i++)
		any |= want[i] = input_needed(g, e->in[i]);
	if (take_upstream(g, at, v.g) || (e->n && grad_writes(e->n->op) && h && gval_is(&h->g)))
		ok = !any || !e->n || ask(g, at, &v, err);
	for (uint32_t i = 0; i < e->n_in; i++)
		gval_clear(&v.gin[i]);
	for (uint32_t k = 0; k < e->n_out; k++)
		gval_clear(&v.g[k]);
	return ok;
}

static bool add_zeros(struct gradient *g, uint32_t v, struct err *err)
{
	struct object *o = tape_resource(g->t, v);
	const struct tensor *x = o ? var_object_value(o) : tape_value(g->t, v)->t;
	struct gval zero = {.t = NULL};
	bool ok;

	if (!x || !carries(x) || x->dtype == DT_VARIANT)
		return true;
	zero.t = tensor_zeros(x->dtype, x->rank, x->dim, err);
	ok = zero.t && gval_add(o ? &meet(g, o)->g : &g->by[v], &zero, err);
	gval_clear(&zero);
	return ok;
}

/* A branch that was not taken has a gradient of 0, as TensorFlow has it, not None: what goes into the branching
 * node counts as connected. */
static bool branch_back(struct gradient *g, uint32_t at, struct err *err)
{
	static const char *const branching[] = {"If", "StatelessIf", "Case", "StatelessCase", NULL};
	const struct tape_event *e = tape_event(g->t, at);
	bool any = false, ok = true;

	if (!op_is_one(e, branching))
		return true;
	for (uint32_t k = 0; k < e->n_out; k++)
		any |= e->out[k] != TAPE_NONE && gval_is(&g->by[e->out[k]]);
	for (uint32_t i = 1; any && ok && i < e->n_in; i++)
		ok = !input_needed(g, e->in[i]) || add_zeros(g, e->in[i], err);
	return ok;
}

static bool backwards(struct gradient *g, struct err *err)
{
	struct arena *a = arena_new();
	bool ok = true;

	for (uint32_t i = tape_n(g->t); ok && i-- > 0;) {
		ok = intr_check(err) && branch_back(g, i, err) && event_back(g, i, a, err);
		arena_reset(a);
	}
	arena_free(a);
	return ok;
}

static uint32_t count_values(const struct tape *t)
{
	uint32_t n = 0;

	for (uint32_t step = 1u << 30; step; step >>= 1)
		if (tape_value(t, n + step - 1))
			n += step;
	return n;
}

struct gradient *gradient_new(const struct tape *t, const struct gradient_seed *seed, uint32_t n,
			      const struct gradient_want *w, struct err *err)
{
	struct gradient *g = xcalloc(1, sizeof(*g));
	bool ok = true;

	g->t = t;
	g->keys = arena_new();
	g->n_values = count_values(t);
	g->by = xcalloc((size_t)g->n_values + 1, sizeof(*g->by));
	g->need = xcalloc((size_t)g->n_values + 1, 1);
	g->keep = xcalloc((size_t)g->n_values + 1, 1);
	g->seeded = xcalloc((size_t)g->n_values + 1, 1);
	g->refused = xcalloc((size_t)tape_n(t) + 1, 1);
	need_all(g, w);
	for (uint32_t i = 0; ok && i < n; i++) {
		struct gval s = {.t = tensor_ref(seed[i].g)};

		g->seeded[seed[i].value] = 1;
		ok = gval_add(&g->by[seed[i].value], &s, err);
		gval_clear(&s);
	}
	if (ok && backwards(g, err))
		return g;
	gradient_free(g);
	return NULL;
}

void gradient_free(struct gradient *g)
{
	if (!g)
		return;
	for (uint32_t i = 0; i < g->n_values; i++)
		gval_clear(&g->by[i]);
	for (size_t i = 0; i < g->res.n; i++)
		gval_clear(&g->res.p[i].g);
	free(g->by);
	free(g->need);
	free(g->keep);
	free(g->seeded);
	free(g->refused);
	vec_free(&g->res);
	vec_free(&g->end);
	map_free(&g->index);
	arena_free(g->keys);
	free(g);
}

/* ---- looking ---- */

struct tensor *gradient_by_value(const struct gradient *g, uint32_t value)
{
	return value < g->n_values ? g->by[value].t : NULL;
}

struct tensor *gradient_by_resource(const struct gradient *g, const struct object *o)
{
	const struct held *h = held_of(g, o);

	return h ? h->g.t : NULL;
}

uint32_t gradient_n_variables(const struct gradient *g)
{
	uint32_t n = 0;

	for (size_t i = 0; i < g->res.n; i++)
		n += g->res.p[i].variable;
	return n;
}

struct object *gradient_variable(const struct gradient *g, uint32_t k)
{
	for (size_t i = 0; i < g->res.n; i++)
		if (g->res.p[i].variable && k-- == 0)
			return g->res.p[i].o;
	return NULL;
}

uint32_t gradient_n_ends(const struct gradient *g)
{
	return (uint32_t)g->end.n;
}

struct gradient_end gradient_end_at(const struct gradient *g, uint32_t i)
{
	return g->end.p[i];
}

/* Does a gradient pass this event? */
static bool passes(const struct gradient *g, const struct tape_event *e)
{
	bool made = false;

	if (!e->n || e->call)
		return true;
	for (uint32_t k = 0; k < e->n_out; k++)
		made |= e->out[k] != TAPE_NONE && carries(tape_value(g->t, e->out[k])->t);
	return made && grad_has_rule(e->n->op);
}

uint32_t gradient_barrier(const struct gradient *g, uint32_t value, const struct object *o)
{
	uint8_t *from = xcalloc((size_t)g->n_values + 1, 1),
		*behind = xcalloc((size_t)tape_n(g->t) + 1, 1);
	uint32_t found = TAPE_NONE;

	for (uint32_t v = 0; v < g->n_values; v++)
		if (g->seeded[v])
			tape_mark(g->t, v, behind, NULL, NULL);
	if (value < g->n_values)
		from[value] = 1;
	for (uint32_t i = 0; i < tape_n(g->t); i++) {
		const struct tape_event *e = tape_event(g->t, i);
		bool reached = false;

		for (uint32_t k = 0; k < e->n_in; k++)
			reached |= e->in[k] != TAPE_NONE &&
				   (from[e->in[k]] || (o && tape_resource(g->t, e->in[k]) == o));
		for (uint32_t k = 0; reached && k < e->n_out; k++)
			if (e->out[k] != TAPE_NONE)
				from[e->out[k]] = 1;
		if (reached && behind[i] && found == TAPE_NONE && (g->refused[i] || !passes(g, e)))
			found = i;
	}
	free(from);
	free(behind);
	return found;
}
