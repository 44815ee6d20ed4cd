/*
 * Values that are finite and wrong all the same: integers that wrapped, numbers that a cast lost,
 * layers that are dead or saturated, outputs that change from call to call or do not depend on the
 * input. Each looks only at what reaches an output of the signature, and asks for plain evidence: a
 * healthy model must pass.
 */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "debug/why.h"
#include "debug/why_wide.h"
#include "ops/op.h"
#include "tensor/print.h"

enum { LAYER_MIN = 4 };

/* ---- integers that wrapped ---- */

bool why_exact(const struct tape_event *e, int64_t a, int64_t b, __int128 *r)
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

/* 32 and 64 bits without a sign wrap on purpose: hashes. */
static bool wraps(const struct tensor *o)
{
	enum dtype_kind kind = dtype_info(o->dtype)->kind;

	return kind == DK_INT || (kind == DK_UINT && dtype_info(o->dtype)->size < 4);
}

static enum why_verdict wrapped(struct why *w, uint32_t event, const struct tape_event *e)
{
	const struct tensor *a = why_in(w, e, 0), *b = why_in(w, e, 1), *o = why_out(w, e);
	__int128 r;

	if (!o || !wraps(o))
		return WHY_NOTHING;
	if (!why_exact(e, 0, 0, &r))
		return wide_differs(w, event);
	if (!a || !b || !a->n || !b->n)
		return WHY_NOTHING;
	for (int64_t i = 0; i < o->n; i++) {
		int64_t at = why_source(o, a, i), bt = why_source(o, b, i), x, y;

		if (at < 0 || bt < 0)
			return WHY_NOTHING;
		x = tensor_get_i64(a, at);
		y = tensor_get_i64(b, bt);
		why_exact(e, x, y, &r);
		if (r == tensor_get_i64(o, i))
			continue;
		why_say(w, event, "%.*s of %lld and %lld is beyond %s and wraps to %lld",
			SV_ARG(e->n->op), (long long)x, (long long)y, dtype_info(o->dtype)->name,
			(long long)tensor_get_i64(o, i));
		why_notes(w, e);
		why_note_element(w, e, o, i);
		return WHY_FOUND;
	}
	return WHY_NOTHING;
}

enum why_verdict why_overflow(struct why *w)
{
	return why_first(w, wrapped);
}

/* ---- numbers that a cast lost ---- */

static bool keeps_whole(double d, int64_t v)
{
	return fabs(d) < 0x1p63 && (int64_t)d == v;
}

static bool cast_keeps(const struct tensor *a, const struct tensor *o, int64_t i)
{
	enum dtype_kind from = dtype_info(a->dtype)->kind, to = dtype_info(o->dtype)->kind;
	bool whole = from == DK_INT || from == DK_UINT, becomes = to == DK_INT || to == DK_UINT;

	if (whole && becomes)
		return tensor_get_i64(a, i) == tensor_get_i64(o, i);
	if (whole && to == DK_FLOAT) /* a few units in the last place of a large count are no loss
					to speak of */
		return keeps_whole(tensor_get_f64(o, i), tensor_get_i64(a, i)) ||
		       llabs(tensor_get_i64(a, i)) < 1 << 11;
	if (a->dtype == DT_DOUBLE &&
	    o->dtype == DT_FLOAT) /* a whole number: a count, a time, an id */
		return trunc(tensor_get_f64(a, i)) != tensor_get_f64(a, i) ||
		       fabs(tensor_get_f64(a, i)) >= 0x1p63 ||
		       tensor_get_f64(o, i) == tensor_get_f64(a, i);
	if (from == DK_FLOAT && becomes)
		return fabs(trunc(tensor_get_f64(a, i)) - (double)tensor_get_i64(o, i)) < 1;
	return true;
}

static bool was_lost(const void *ctx, const struct tensor *o, int64_t i)
{
	return !cast_keeps(ctx, o, i);
}

static enum why_verdict lost(struct why *w, uint32_t event, const struct tape_event *e)
{
	const struct tensor *a = why_in(w, e, 0), *o = why_out(w, e);
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
		why_notes(w, e);
		why_note_element(w, e, o, i);
		why_note_samples(w, o, was_lost, a);
		str_free(&s);
		return WHY_FOUND;
	}
	return WHY_NOTHING;
}

enum why_verdict why_cast(struct why *w)
{
	return why_first(w, lost);
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

/* The product with weights that stands right behind value v, or NULL. */
static const struct tape_event *layer_of(const struct why *w, uint32_t v)
{
	static const char *const weights[] = {
		"MatMul",
		"BatchMatMul",
		"BatchMatMulV2",
		"BatchMatMulV3",
		"Conv1D",
		"Conv2D",
		"Conv3D",
		"Einsum",
		"DepthwiseConv2dNative",
		"Conv2DBackpropInput",
		"FusedBatchNormV3",
		"FusedBatchNorm",
		"FusedBatchNormV2",
		"SparseTensorDenseMatMul",
		"_FusedMatMul",
		"_FusedConv2D",
		NULL,
	};
	const struct tape_event *e = tape_maker(w->tape, v);

	for (int up = 0; e && up < 8 && !op_is_one(e, weights); up++)
		e = e->n_in ? tape_maker(w->tape, e->in[0]) : NULL;
	return op_is_one(e, weights) ? e : NULL;
}

/* Nothing but 0 came in, so that 0 tells nothing of the layer. */
static bool silent(const struct why *w, const struct tape_event *layer)
{
	const struct tensor *x = why_in(w, layer, 0);

	return x && dtype_info(x->dtype)->kind == DK_FLOAT && all_are(x, 0, 0);
}

/* Activations and the values at which they stand still. */
static const struct {
	const char *op;
	double low, high;
	const char *dead, *saturated; /* what all low, or all low or high, means; NULL: nothing */
} activations[] = {
	{"Relu", 0, 0, "0", NULL},	   {"Relu6", 0, 6, "0", "0 or 6"},
	{"Softplus", 0, 0, "0", NULL},	   {"Elu", -1, -1, NULL, "-1"},
	{"Sigmoid", 0, 1, NULL, "0 or 1"}, {"Tanh", -1, 1, NULL, "-1 or 1"},
};

/* A bound of its own: the constant of Maximum(x, 0) or Minimum(x, 6). */
static enum why_verdict at_bound(struct why *w, uint32_t event, const struct tape_event *e)
{
	static const char *const names[] = {"Maximum", "Minimum", NULL};
	const struct tensor *a = why_in(w, e, 0), *b = why_in(w, e, 1), *o = why_out(w, e);
	const struct tape_event *layer;
	double bound;

	if (!op_is_one(e, names) || !a || !b || b->n != 1 || a->n != o->n)
		return WHY_NOTHING;
	bound = tensor_get_f64(b, 0);
	if (!all_are(o, bound, bound) || all_are(a, bound, bound))
		return WHY_NOTHING;
	layer = layer_of(w, e->in[0]);
	if (!layer || silent(w, layer) || why_from_input(w, e->in[1]))
		return WHY_NOTHING;
	why_say(w, event, "this layer is %s: all %lld values are %g",
		bound == 0 && sv_is(e->n->op, "Maximum") ? "dead" : "saturated", (long long)o->n,
		bound);
	why_notes(w, e);
	return WHY_FOUND;
}

static enum why_verdict dead(struct why *w, uint32_t event, const struct tape_event *e)
{
	const struct tensor *a = why_in(w, e, 0), *o = why_out(w, e);
	const struct tape_event *layer = NULL;
	size_t k = 0, n = sizeof(activations) / sizeof(activations[0]);

	if (!a || !o || dtype_info(o->dtype)->kind != DK_FLOAT || o->n < LAYER_MIN)
		return WHY_NOTHING;
	while (k < n && !sv_is(e->n->op, activations[k].op))
		k++;
	if (k == n)
		return at_bound(w, event, e);
	if (!all_are(o, activations[k].low, activations[k].high) ||
	    !(layer = layer_of(w, e->in[0])) || silent(w, layer))
		return WHY_NOTHING;
	if (activations[k].dead && all_are(o, activations[k].low, activations[k].low))
		why_say(w, event, "this layer is dead: all %lld values are %s", (long long)o->n,
			activations[k].dead);
	else if (activations[k].saturated && !all_are(a, activations[k].low, activations[k].high))
		why_say(w, event, "this layer is saturated: all %lld values are %s",
			(long long)o->n, activations[k].saturated);
	else
		return WHY_NOTHING;
	why_notes(w, e);
	return WHY_FOUND;
}

enum why_verdict why_dead(struct why *w)
{
	return why_first(w, dead);
}

/* ---- products that vanish ---- */

/* Elements [from, to) of o are 0, though nothing that they were made of is. */
static bool vanishes(const struct why *w, const struct tape_event *e, const struct tensor *o,
		     int64_t from, int64_t to)
{
	if (from == to)
		return false;
	for (int64_t i = from; i < to; i++)
		if (tensor_get_f64(o, i) != 0)
			return false;
	for (uint32_t k = 0; k < e->n_in && k < 2; k++) {
		const struct tensor *a = why_in(w, e, k);
		bool divisor = k == 1 && (sv_is(e->n->op, "RealDiv") || sv_is(e->n->op, "Pow"));

		if (!a || dtype_info(a->dtype)->kind != DK_FLOAT || (a->n != o->n && a->n != 1))
			return false;
		for (int64_t i = a->n == 1 ? 0 : from; i < (a->n == 1 ? 1 : to); i++) {
			double v = tensor_get_f64(a, i);

			if (!isfinite(v) || (v == 0 && !divisor))
				return false;
		}
	}
	return true;
}

/* A product over axes: a 0 that no factor explains. */
static bool product_vanishes(const struct why *w, const struct tape_event *e,
			     const struct tensor *o)
{
	const struct tensor *a = why_in(w, e, 0);
	bool zero = false;

	for (int64_t i = 0; a && i < a->n; i++)
		zero |= tensor_get_f64(a, i) == 0;
	if (!a || zero)
		return false;
	for (int64_t i = 0; i < o->n; i++)
		if (tensor_get_f64(o, i) == 0)
			return true;
	return false;
}

/* An exponential of a very negative number is 0 in every softmax: a loss where the answer is
 * nothing but 0. */
static bool answers_zero(const struct why *w, uint32_t event)
{
	bool yes = false;

	for (uint32_t i = 0; i < w->sig->n_out && !yes; i++) {
		const struct tape_value *v = tape_value(w->tape, w->out[i]);
		uint8_t *reach;

		if (!v || dtype_info(v->t->dtype)->kind != DK_FLOAT || !v->t->n ||
		    !all_are(v->t, 0, 0))
			continue;
		reach = why_reaching(w, i);
		yes = reach[event];
		free(reach);
	}
	return yes;
}

static enum why_verdict vanished(struct why *w, uint32_t event, const struct tape_event *e)
{
	static const char *const names[] = {"Mul", "Square", "Pow", "RealDiv", "Cast", "Exp", NULL};
	const struct tensor *o = why_out(w, e);
	int64_t samples, n = 0, first = -1;

	if (!o || !o->n || dtype_info(o->dtype)->kind != DK_FLOAT)
		return WHY_NOTHING;
	if (sv_is(e->n->op, "Prod"))
		n = product_vanishes(w, e, o) ? first = 0, 1 : 0;
	samples = o->rank ? o->dim[0] : 1;
	for (int64_t b = 0; op_is_one(e, names) && b < samples; b++)
		if (vanishes(w, e, o, b * (o->n / samples), (b + 1) * (o->n / samples)) && n++ == 0)
			first = b;
	if (!n || (sv_is(e->n->op, "Exp") && !answers_zero(w, event)))
		return WHY_NOTHING;
	why_say(w, event, "%.*s of numbers other than 0 underflows to 0", SV_ARG(e->n->op));
	why_notes(w, e);
	if (samples > 1 && n < samples && !sv_is(e->n->op, "Prod"))
		why_note(w, "  of the batch of %lld, %lld vanish, first %lld", (long long)samples,
			 (long long)n, (long long)first);
	return WHY_FOUND;
}

enum why_verdict why_underflow(struct why *w)
{
	return why_first(w, vanished);
}
