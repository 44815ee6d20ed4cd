/* Two tensors: how far apart, and what rounding explains. */
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "debug/apart.h"
#include "debug/diff.h"
#include "debug/gap.h"
#include "debug/shadow.h"
#include "debug/wide.h"
#include "ops/op.h"
#include "ops/tensorlist.h"

enum { LIST_DEPTH = 16 };

/* A share of the tensor's scale that a few dozen roundings may cost. */
static double rtol_of(enum dtype t)
{
	switch (t) {
	case DT_HALF:
		return 4e-3;
	case DT_BFLOAT16:
		return 3e-2;
	case DT_DOUBLE:
	case DT_COMPLEX128:
		return 1e-10;
	default:
		return 1e-5;
	}
}

static void exact(const struct tensor *a, const struct tensor *b, struct diff_off *off)
{
	size_t size = dtype_info(a->dtype)->size;

	off->exact = true;
	for (int64_t i = 0; i < a->n; i++) {
		bool same = a->dtype == DT_STRING
				    ? sv_eq(tensor_str(a, i), tensor_str(b, i))
				    : !memcmp((const char *)a->data + (size_t)i * size,
					      (const char *)b->data + (size_t)i * size, size);
		double gap = same || a->dtype == DT_STRING
				     ? 0
				     : fabs(tensor_get_f64(a, i) - tensor_get_f64(b, i));

		off->n += !same;
		if (!same && (off->at < 0 || gap > off->most)) {
			off->at = i;
			off->most = gap;
		}
		if (a->dtype != DT_STRING)
			off->scale = fmax(off->scale, fmax(fabs(tensor_get_f64(a, i)),
							   fabs(tensor_get_f64(b, i))));
	}
}

/* Of weights each element counts by itself: nobody computes them anew; what is less than normal is
 * 0. */
static double bound_of(double x, double y, const struct diff_opts *o, double all)
{
	return all >= 0 ? all
			: o->atol + (o->rtol < 0 ? 1e-6 : o->rtol) * fmax(fabs(x), fabs(y)) +
				  (o->rtol < 0 ? FLT_MIN : 0);
}

static void inexact(const struct tensor *a, const struct tensor *b, const struct diff_opts *o,
		    double extra, struct diff_off *off)
{
	int64_t n = a->n * (dtype_info(a->dtype)->kind == DK_COMPLEX ? 2 : 1),
		per = a->n ? n / a->n : 1;
	double all;

	if (a->bytes == b->bytes && !memcmp(a->data, b->data, a->bytes))
		return;
	for (int64_t i = 0; i < n; i++) {
		double x = gap_element(a, i), y = gap_element(b, i);

		off->scale = fmax(off->scale,
				  fmax(isfinite(x) ? fabs(x) : 0, isfinite(y) ? fabs(y) : 0));
	}
	all = extra == DIFF_WEIGHT
		      ? -1
		      : fmax(o->atol + (o->rtol < 0 ? rtol_of(a->dtype) : o->rtol) * off->scale,
			     extra);
	for (int64_t i = 0; i < n; i++) {
		double x = gap_element(a, i), y = gap_element(b, i), gap = gap_between(x, y);
		bool out = gap > 0 && (isinf(gap) || gap > bound_of(x, y, o, all));

		off->n += out;
		if (out && (off->at < 0 || gap > off->most))
			off->at = i / per;
		off->most = fmax(off->most, gap);
	}
}

static bool compare(const struct tensor *a, const struct tensor *b, const struct diff_opts *o,
		    double extra, struct diff_off *off, int depth);

/* Lists: element by element, the first that differs; what else an object holds is not looked at. */
static bool lists(const struct tensor *a, const struct tensor *b, const struct diff_opts *o,
		  double extra, struct diff_off *off, int depth)
{
	struct tlist *x =
		a->n == 1 && a->dtype == DT_VARIANT ? tlist_of(*(struct object **)a->data) : NULL;
	struct tlist *y =
		b->n == 1 && b->dtype == DT_VARIANT ? tlist_of(*(struct object **)b->data) : NULL;

	if (!x || !y || depth > LIST_DEPTH)
		return true;
	off->type = x->v.n != y->v.n;
	for (int64_t i = 0; i < x->v.n && !off->type && !off->n; i++) {
		struct tensor *u = plist_get(&x->v, i), *v = plist_get(&y->v, i);

		if (u && v)
			compare(u, v, o, extra, off, depth + 1);
	}
	return !off->type && !off->n;
}

static bool compare(const struct tensor *a, const struct tensor *b, const struct diff_opts *o,
		    double extra, struct diff_off *off, int depth)
{
	enum dtype_kind kind = dtype_info(a->dtype)->kind;

	*off = (struct diff_off){ .at = -1 };
	if (a == b)
		return true;
	off->type = a->dtype != b->dtype || !shape_eq(tensor_shape(a), tensor_shape(b));
	if (off->type)
		return false;
	if (kind == DK_OBJECT)
		return lists(a, b, o, extra, off, depth);
	if (kind == DK_FLOAT || kind == DK_COMPLEX)
		inexact(a, b, o, extra, off);
	else
		exact(a, b, off);
	return off->n == 0;
}

bool diff_tensors(const struct tensor *a, const struct tensor *b, const struct diff_opts *o,
		  double extra, struct diff_off *off)
{
	return compare(a, b, o, extra, off, 0);
}

double diff_share(const struct diff_off *off)
{
	return off->scale >= FLT_MIN ? off->most / off->scale : 0;
}

/* ---- a node once more, in float64 ---- */

static double furthest(const struct tensor *f, const struct tensor *d)
{
	double most = 0;

	if (f->n != d->n || d->dtype != DT_DOUBLE)
		return -1;
	for (int64_t i = 0; i < f->n; i++)
		most = fmax(most, gap_between(gap_element(f, i), gap_element(d, i)));
	return isfinite(most) ? most : -1;
}

double diff_shadow(const struct tape *t, uint32_t event, uint32_t slot)
{
	const struct tape_event *e = tape_event(t, event);
	const struct tape_value *v = e && slot < e->n_out ? tape_value(t, e->out[slot]) : NULL;
	struct tensor *exact;
	double far;

	if (!v || v->t->dtype != DT_FLOAT || !e->n_in)
		return -1;
	exact = shadow_exact(t, event, slot);
	far = exact ? furthest(v->t, exact) : -1;
	tensor_unref(exact);
	return far;
}

/* ---- a node on the other side's inputs ---- */

/* Arithmetic on plain tensors, nothing else. */
static bool is_pure(const struct op_row *row, const struct tape *t, const struct tape_event *e)
{
	bool pure = wide_is_pure(row) && e->n_in;

	for (uint32_t i = 0; i < e->n_in && pure; i++) {
		const struct tape_value *v = tape_value(t, e->in[i]);

		pure = v && dtype_info(v->t->dtype)->kind != DK_OBJECT;
	}
	return pure;
}

/* B's tensors for A's inputs, which must come from the same places or agree as they are; a weight
 * or constant that differs is no excuse. */
static bool inputs_of_b(const struct diff *d, const struct tape_event *e,
			const struct tape_event *f, struct tensor **in)
{
	struct diff_off off;

	for (uint32_t i = 0; i < e->n_in; i++) {
		const struct tape_value *u = tape_value(d->a.tape, e->in[i]),
					*v = tape_value(d->b.tape, f->in[i]);

		if (!u || !v || u->t->dtype != v->t->dtype)
			return false;
		if ((!diff_same_source(d, e->in[i], f->in[i]) ||
		     diff_given(tape_event(d->a.tape, u->maker))) &&
		    !diff_tensors(u->t, v->t, &d->o, 0, &off))
			return false;
		in[i] = v->t;
	}
	return true;
}

/* The same of a dump, which holds what nodes made; weights and inputs are A's own. */
static bool inputs_of_dump(const struct diff *d, const struct tape_event *e, struct tensor **in)
{
	for (uint32_t i = 0; i < e->n_in; i++) {
		const struct tape_value *v = tape_value(d->a.tape, e->in[i]);
		const struct tape_event *m = v ? tape_event(d->a.tape, v->maker) : NULL;

		if (!v)
			return false;
		in[i] = m && m->n_in && !diff_given(m) ? diff_other(d, v->maker, v->slot) : tensor_ref(v->t);
		if (!in[i] || in[i]->dtype != v->t->dtype)
			return false;
	}
	return true;
}

static bool carried_dump(const struct diff *d, uint32_t a, uint32_t slot)
{
	const struct tape_event *e = tape_event(d->a.tape, a);
	const struct op_row *row = op_find(e->n->op);
	struct arena *scratch = arena_new();
	struct tensor **in = arena_array(scratch, e->n_in + 1u, sizeof(*in));
	struct tensor **out = arena_array(scratch, e->n_out + 1u, sizeof(*out)), *is = diff_other(d, a, slot);
	struct diff_opts o = diff_opts_for(d, a, slot);
	struct diff_off off;
	bool same = is && is_pure(row, d->a.tape, e) && inputs_of_dump(d, e, in) &&
		    node_apart(row, e->n, in, e->n_in, out, e->n_out, scratch) && out[slot] &&
		    diff_tensors(out[slot], is, &o, 0, &off);

	tensor_unref(is);
	wide_unref(in, e->n_in);
	wide_unref(out, e->n_out);
	arena_free(scratch);
	return same;
}

bool diff_carried(const struct diff *d, uint32_t a, uint32_t slot)
{
	const struct tape_event *e = tape_event(d->a.tape, a),
				*f = d->row ? NULL : tape_event(d->b.tape, d->ab[a]);
	const struct op_row *row = op_find(e->n->op);
	struct arena *scratch;
	struct tensor **in, **out;
	struct diff_off off;
	bool same;

	if (d->row)
		return carried_dump(d, a, slot);
	if (!f || e->n_in != f->n_in || e->n_out != f->n_out || !sv_eq(e->n->op, f->n->op) ||
	    !is_pure(row, d->a.tape, e))
		return false;
	scratch = arena_new();
	in = arena_array(scratch, e->n_in + 1u, sizeof(*in));
	out = arena_array(scratch, e->n_out + 1u, sizeof(*out));
	same = inputs_of_b(d, e, f, in) &&
	       node_apart(row, e->n, in, e->n_in, out, e->n_out, scratch) && out[slot] &&
	       diff_tensors(out[slot], tape_value(d->b.tape, f->out[slot])->t, &d->o, 0, &off);
	wide_unref(out, e->n_out);
	arena_free(scratch);
	return same;
}
