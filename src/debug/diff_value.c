/* Two tensors: how far apart, and what rounding explains. */
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "debug/apart.h"
#include "debug/diff.h"
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

/* Elements as reals: a complex one is two. */
static double part(const struct tensor *t, int64_t i)
{
	if (t->dtype == DT_FLOAT || t->dtype == DT_COMPLEX64)
		return ((const float *)t->data)[i];
	if (t->dtype == DT_COMPLEX128)
		return ((const double *)t->data)[i];
	return tensor_get_f64(t, i);
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

/* What is not finite must be the same on both sides. */
static double gap_of(double x, double y)
{
	if (x == y || (isnan(x) && isnan(y)))
		return 0;
	return isfinite(x) && isfinite(y) ? fabs(x - y) : INFINITY;
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
		double x = part(a, i), y = part(b, i);

		off->scale = fmax(off->scale,
				  fmax(isfinite(x) ? fabs(x) : 0, isfinite(y) ? fabs(y) : 0));
	}
	all = extra == DIFF_WEIGHT
		      ? -1
		      : fmax(o->atol + (o->rtol < 0 ? rtol_of(a->dtype) : o->rtol) * off->scale,
			     extra);
	for (int64_t i = 0; i < n; i++) {
		double x = part(a, i), y = part(b, i), gap = gap_of(x, y);
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

/* Arithmetic that asks nothing of the world. */
static bool can_shadow(const struct tape_event *e)
{
	static const char *const names[] = {
		"Add",	   "AddV2",	  "AddN",
		"Sub",	   "Mul",	  "Div",
		"RealDiv", "DivNoNan",	  "SquaredDifference",
		"MatMul",  "BatchMatMul", "BatchMatMulV2",
		"BiasAdd", "Conv2D",	  "DepthwiseConv2dNative",
		"Sum",	   "Mean",	  "Prod",
		"Exp",	   "Log",	  "Log1p",
		"Expm1",   "Softmax",	  "LogSoftmax",
		"Sigmoid", "Tanh",	  "Rsqrt",
		"Sqrt",	   "Square",	  "Pow",
		"Erf",	   "Einsum",	  "AvgPool",
		"Cumsum",  "Softplus",	  "Elu",
		"Selu",	   "Neg",	  "Reciprocal",
		NULL,
	};

	return op_is_one(e, names);
}

/* The node with float64 for float32; false when an attribute stands in the way. */
static bool as_double(const struct node *from, struct node *to, struct arena *a)
{
	struct attr *attrs = arena_array(a, from->n_attrs + 1u, sizeof(*attrs));
	enum dtype *out = arena_array(a, from->n_out + 1u, sizeof(*out));
	bool any = false;

	*to = *from;
	for (uint32_t i = 0; i < from->n_attrs; i++) {
		attrs[i] = from->attrs[i];
		if (attrs[i].v.kind == ATTR_TYPE && attrs[i].v.i == DT_FLOAT) {
			attrs[i].v.i = DT_DOUBLE;
			any = true;
		}
	}
	for (uint32_t i = 0; i < from->n_out; i++)
		out[i] = from->out_type[i] == DT_FLOAT ? DT_DOUBLE : from->out_type[i];
	to->attrs = attrs;
	to->out_type = out;
	return any;
}

static double furthest(const struct tensor *f, const struct tensor *d)
{
	double most = 0;

	if (f->n != d->n || d->dtype != DT_DOUBLE)
		return -1;
	for (int64_t i = 0; i < f->n; i++)
		most = fmax(most, gap_of(part(f, i), part(d, i)));
	return isfinite(most) ? most : -1;
}

static bool inputs_as_double(const struct tape *t, const struct tape_event *e, struct tensor **in)
{
	for (uint32_t i = 0; i < e->n_in; i++) {
		const struct tape_value *v = tape_value(t, e->in[i]);

		if (!v)
			return false;
		in[i] = v->t->dtype == DT_FLOAT ? tensor_cast(v->t, DT_DOUBLE, NULL)
						: tensor_ref(v->t);
		if (!in[i])
			return false;
	}
	return true;
}

static void unref_all(struct tensor **t, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		tensor_unref(t[i]);
}

static double run_double(const struct tape *t, const struct tape_event *e, uint32_t slot,
			 struct arena *a)
{
	const struct op_row *row = op_find(e->n->op);
	struct tensor **in = arena_array(a, e->n_in + 1u, sizeof(*in));
	struct tensor **out = arena_array(a, e->n_out + 1u, sizeof(*out));
	struct node n;
	double far = -1;

	if (row && !row->resume && as_double(e->n, &n, a) && inputs_as_double(t, e, in) &&
	    node_apart(row, &n, in, e->n_in, out, e->n_out, a) && out[slot])
		far = furthest(tape_value(t, e->out[slot])->t, out[slot]);
	unref_all(in, e->n_in);
	unref_all(out, e->n_out);
	return far;
}

double diff_shadow(const struct tape *t, uint32_t event, uint32_t slot)
{
	const struct tape_event *e = tape_event(t, event);
	const struct tape_value *v = e && slot < e->n_out ? tape_value(t, e->out[slot]) : NULL;
	struct arena *a;
	double far;

	if (!v || v->t->dtype != DT_FLOAT || !can_shadow(e))
		return -1;
	a = arena_new();
	far = run_double(t, e, slot, a);
	arena_free(a);
	return far;
}

/* ---- a node on the other side's inputs ---- */

/* Arithmetic on plain tensors, nothing else. */
static bool is_pure(const struct op_row *row, const struct tape *t, const struct tape_event *e)
{
	bool pure =
		row && row->run && !row->resume && !(row->flags & ~(unsigned)OP_VIEW) && e->n_in;

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

bool diff_carried(const struct diff *d, uint32_t a, uint32_t slot)
{
	const struct tape_event *e = tape_event(d->a.tape, a),
				*f = d->row ? NULL : tape_event(d->b.tape, d->ab[a]);
	const struct op_row *row = op_find(e->n->op);
	struct arena *scratch;
	struct tensor **in, **out;
	struct diff_off off;
	bool same;

	if (!f || e->n_in != f->n_in || e->n_out != f->n_out || !sv_eq(e->n->op, f->n->op) ||
	    !is_pure(row, d->a.tape, e))
		return false;
	scratch = arena_new();
	in = arena_array(scratch, e->n_in + 1u, sizeof(*in));
	out = arena_array(scratch, e->n_out + 1u, sizeof(*out));
	same = inputs_of_b(d, e, f, in) &&
	       node_apart(row, e->n, in, e->n_in, out, e->n_out, scratch) && out[slot] &&
	       diff_tensors(out[slot], tape_value(d->b.tape, f->out[slot])->t, &d->o, 0, &off);
	unref_all(out, e->n_out);
	arena_free(scratch);
	return same;
}
