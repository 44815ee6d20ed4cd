/*
 * Values that are finite and wrong all the same: integers that wrapped, numbers that a cast lost, layers that
 * are dead or saturated, outputs that change from call to call or do not depend on the input. Each looks only
 * at what reaches an output of the signature, and asks for plain evidence: a healthy model must pass.
 */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "debug/why.h"
#include "ops/op.h"
#include "tensor/print.h"

enum { LAYER_MIN = 8 };

/* Ops whose result tells nothing of their input's values. */
static bool takes_shape_only(const struct tape_event *e)
{
	static const char *const names[] = { "Shape", "ShapeN", "Size", "Rank", "ZerosLike", "OnesLike", NULL };

	return op_is_one(e, names);
}

static bool cut_shapes(void *ctx, const struct tape_event *e, uint32_t input)
{
	(void)ctx;
	(void)input;
	return takes_shape_only(e);
}

/* Marks the events whose values reach an output (or, of one output, that one). */
static uint8_t *reaching(const struct why *w, uint32_t only)
{
	uint8_t *seen = xcalloc((size_t)tape_n(w->tape) + 1, 1);

	for (uint32_t i = 0; i < w->sig->n_out; i++)
		if (only == TAPE_NONE || only == i)
			tape_mark(w->tape, w->out[i], seen, cut_shapes, NULL);
	return seen;
}

typedef enum why_verdict (*judge_fn)(struct why *w, uint32_t event, const struct tape_event *e);

static enum why_verdict first_of(struct why *w, judge_fn judge)
{
	uint8_t *reach = reaching(w, TAPE_NONE);
	enum why_verdict v = WHY_NOTHING;

	for (uint32_t k = 0; k < tape_n(w->tape) && v == WHY_NOTHING; k++)
		if (reach[k])
			v = judge(w, k, tape_event(w->tape, k));
	free(reach);
	return v;
}

static const struct tensor *in(const struct why *w, const struct tape_event *e, uint32_t i)
{
	const struct tape_value *v = i < e->n_in ? tape_value(w->tape, e->in[i]) : NULL;

	return v ? v->t : NULL;
}

static const struct tensor *out(const struct why *w, const struct tape_event *e)
{
	const struct tape_value *v = e->n_out ? tape_value(w->tape, e->out[0]) : NULL;

	return v ? v->t : NULL;
}

static void notes(struct why *w, const struct tape_event *e)
{
	if (e->n_out)
		why_note_value(w, "makes", e->out[0]);
	for (uint32_t i = 0; i < e->n_in; i++) {
		char what[32];

		snprintf(what, sizeof(what), "input %u", i);
		why_note_value(w, what, e->in[i]);
	}
}

/* ---- integers that wrapped ---- */

/* The true result of an integer op on two numbers; false: another op. */
static bool exact(const struct tape_event *e, int64_t a, int64_t b, __int128 *r)
{
	if (sv_is(e->n->op, "Add") || sv_is(e->n->op, "AddV2"))
		*r = (__int128)a + b;
	else if (sv_is(e->n->op, "Sub"))
		*r = (__int128)a - b;
	else if (sv_is(e->n->op, "Mul"))
		*r = (__int128)a * b;
	else
		return false;
	return true;
}

static int64_t source(const struct tensor *o, const struct tensor *x, int64_t flat)
{
	int64_t at = 0, step = 1;

	for (int d = o->rank - 1, k = x->rank - 1; k >= 0 && d >= 0; d--, k--) {
		at += x->dim[k] == 1 ? 0 : flat % o->dim[d] * step;
		flat /= o->dim[d];
		step *= x->dim[k];
	}
	return at < x->n ? at : 0;
}

static enum why_verdict wrapped(struct why *w, uint32_t event, const struct tape_event *e)
{
	const struct tensor *a = in(w, e, 0), *b = in(w, e, 1), *o = out(w, e);
	__int128 r;

	if (!a || !b || !o || dtype_info(o->dtype)->kind != DK_INT || !exact(e, 0, 0, &r) || !a->n || !b->n)
		return WHY_NOTHING;
	for (int64_t i = 0; i < o->n; i++) {
		int64_t x = tensor_get_i64(a, source(o, a, i)), y = tensor_get_i64(b, source(o, b, i));

		exact(e, x, y, &r);
		if (r == tensor_get_i64(o, i))
			continue;
		why_say(w, event, "%.*s of %lld and %lld is beyond %s and wraps to %lld", SV_ARG(e->n->op), (long long)x,
			(long long)y, dtype_info(o->dtype)->name, (long long)tensor_get_i64(o, i));
		notes(w, e);
		return WHY_FOUND;
	}
	return WHY_NOTHING;
}

enum why_verdict why_overflow(struct why *w)
{
	return first_of(w, wrapped);
}

/* ---- numbers that a cast lost ---- */

static bool cast_keeps(const struct tensor *a, const struct tensor *o, int64_t i)
{
	enum dtype_kind from = dtype_info(a->dtype)->kind, to = dtype_info(o->dtype)->kind;
	bool whole = from == DK_INT || from == DK_UINT, becomes = to == DK_INT || to == DK_UINT;

	if (whole && becomes)
		return tensor_get_i64(a, i) == tensor_get_i64(o, i);
	if (whole && to == DK_FLOAT)	/* a few units in the last place of a large count are no loss to speak of */
		return tensor_get_f64(o, i) == (double)tensor_get_i64(a, i) || llabs(tensor_get_i64(a, i)) < 1 << 11;
	if (from == DK_FLOAT && becomes)
		return fabs(trunc(tensor_get_f64(a, i)) - (double)tensor_get_i64(o, i)) < 1;
	return true;
}

static enum why_verdict lost(struct why *w, uint32_t event, const struct tape_event *e)
{
	const struct tensor *a = in(w, e, 0), *o = out(w, e);
	struct str s = STR_INIT;

	if (!sv_is(e->n->op, "Cast") || !a || !o || a->n != o->n || !dtype_info(a->dtype)->npy)
		return WHY_NOTHING;
	for (int64_t i = 0; i < a->n; i++) {
		if (cast_keeps(a, o, i))
			continue;
		print_element(&s, a, i);
		str_addf(&s, " as %s becomes ", dtype_info(o->dtype)->name);
		print_element(&s, o, i);
		why_say(w, event, "this cast loses a value: %s", str_z(&s));
		notes(w, e);
		str_free(&s);
		return WHY_FOUND;
	}
	return WHY_NOTHING;
}

enum why_verdict why_cast(struct why *w)
{
	return first_of(w, lost);
}

/* ---- dead and saturated layers ---- */

static bool all_are(const struct tensor *t, double a, double b)
{
	for (int64_t i = 0; i < t->n; i++) {
		double v = tensor_get_f64(t, i);

		if (v != a && v != b)
			return false;
	}
	return true;
}

static enum why_verdict dead(struct why *w, uint32_t event, const struct tape_event *e)
{
	static const char *const relus[] = { "Relu", "Relu6", NULL };
	const struct tensor *a = in(w, e, 0), *o = out(w, e);

	if (!a || !o || dtype_info(o->dtype)->kind != DK_FLOAT || o->n < LAYER_MIN || a->n != o->n)
		return WHY_NOTHING;
	if (op_is_one(e, relus) && all_are(o, 0, 0) && !all_are(a, 0, 0))
		why_say(w, event, "this layer is dead: all %lld values are 0", (long long)o->n);
	else if (sv_is(e->n->op, "Relu6") && all_are(o, 0, 6) && !all_are(a, 0, 6))
		why_say(w, event, "this layer is saturated: all %lld values are 0 or 6", (long long)o->n);
	else if (sv_is(e->n->op, "Sigmoid") && all_are(o, 0, 1))
		why_say(w, event, "this layer is saturated: all %lld values are 0 or 1", (long long)o->n);
	else if (sv_is(e->n->op, "Tanh") && all_are(o, -1, 1))
		why_say(w, event, "this layer is saturated: all %lld values are -1 or 1", (long long)o->n);
	else
		return WHY_NOTHING;
	notes(w, e);
	return WHY_FOUND;
}

enum why_verdict why_dead(struct why *w)
{
	return first_of(w, dead);
}

/* ---- products that vanish ---- */

static enum why_verdict vanished(struct why *w, uint32_t event, const struct tape_event *e)
{
	static const char *const names[] = { "Mul", "Prod", "Square", NULL };
	const struct tensor *o = out(w, e);

	if (!op_is_one(e, names) || !o || !o->n || dtype_info(o->dtype)->kind != DK_FLOAT || !all_are(o, 0, 0))
		return WHY_NOTHING;
	for (uint32_t k = 0; k < e->n_in && k < 2; k++) {
		const struct tensor *a = in(w, e, k);

		if (!a || dtype_info(a->dtype)->kind != DK_FLOAT)
			continue;
		for (int64_t i = 0; i < a->n; i++)
			if (tensor_get_f64(a, i) == 0)
				return WHY_NOTHING;
	}
	why_say(w, event, "%.*s of numbers other than 0 underflows to 0", SV_ARG(e->n->op));
	notes(w, e);
	return WHY_FOUND;
}

enum why_verdict why_underflow(struct why *w)
{
	return first_of(w, vanished);
}

/* ---- answers that change, or never do ---- */

static enum why_verdict changing(struct why *w, uint32_t event, const struct tape_event *e)
{
	const struct op_row *row = op_find(e->n->op);
	int64_t seed = 0, seed2 = 0;

	if (!row || !(row->flags & OP_RANDOM))
		return WHY_NOTHING;
	node_attr_int(e->n, "seed", &seed);
	node_attr_int(e->n, "seed2", &seed2);
	why_say(w, event, "%.*s makes the answer change from call to call%s", SV_ARG(e->n->op),
		seed || seed2 ? " (it is seeded: the sequence repeats after loading)" : "");
	notes(w, e);
	return WHY_FOUND;
}

enum why_verdict why_random(struct why *w)
{
	return first_of(w, changing);
}

enum why_verdict why_constant(struct why *w)
{
	for (uint32_t i = 0; w->sig->n_in && i < w->sig->n_out; i++) {
		const struct tape_value *v = tape_value(w->tape, w->out[i]);
		uint8_t *reach;
		bool from = false;

		if (!v || v->maker == TAPE_NONE || dtype_info(v->t->dtype)->kind != DK_FLOAT)
			continue;
		reach = reaching(w, i);
		for (uint32_t k = 0; k < tape_n(w->tape) && !from; k++)
			from = reach[k] && why_is_input(tape_event(w->tape, k));
		free(reach);
		if (from)
			continue;
		why_say(w, v->maker, "the output \"%.*s\" does not depend on the input", SV_ARG(w->sig->out[i].key));
		why_note_value(w, "always", w->out[i]);
		return WHY_FOUND;
	}
	return WHY_NOTHING;
}
