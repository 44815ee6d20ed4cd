/* Rules of reductions and scans. */
#include "grad/inside.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* Which dims input 1 names. */
static bool axes_of(struct gcx *c, const struct vjp *v, bool *axis)
{
	const struct tensor *x = v->in[0], *a = v->in[1];

	memset(axis, 0, SHAPE_MAX_RANK * sizeof(*axis));
	for (int64_t i = 0; i < a->n; i++) {
		int64_t k = tensor_get_i64(a, i);

		k += k < 0 ? x->rank : 0;
		if (k < 0 || k >= x->rank)
			return g_unknown(c, "these dimensions");
		axis[k] = true;
	}
	return true;
}

/* t, of the output's shape, as if the reduced dims had been kept, and over all of the input. */
static struct tensor *spread(struct gcx *c, struct vjp *v, struct tensor *t, bool broadcast)
{
	int64_t dim[SHAPE_MAX_RANK];
	bool axis[SHAPE_MAX_RANK];
	const struct tensor *x = v->in[0];

	if (!t || !axes_of(c, v, axis))
		return NULL;
	for (int i = 0; i < x->rank; i++)
		dim[i] = axis[i] ? 1 : x->dim[i];
	t = g_shaped(c, t, x->rank, dim);
	return t && broadcast ? G(c, "BroadcastTo", t, g_dims(c, x)) : t;
}

static bool sum(struct gcx *c, struct vjp *v)
{
	return !v_want(v, 0) || v_give(c, v, 0, spread(c, v, v_g(c, v, 0), true));
}

static double reduced_count(const struct vjp *v)
{
	return v->out[0]->n ? (double)v->in[0]->n / (double)v->out[0]->n : 1;
}

static bool mean(struct gcx *c, struct vjp *v)
{
	struct tensor *g = v_want(v, 0) ? spread(c, v, v_g(c, v, 0), true) : NULL;

	return !v_want(v, 0) ||
	       (g && v_give(c, v, 0, G(c, "RealDiv", g, g_num(c, g->dtype, reduced_count(v)))));
}

/* Elements that are the largest share its gradient. */
static bool best(struct gcx *c, struct vjp *v)
{
	struct tensor *o = v_want(v, 0) ? spread(c, v, v->out[0], false) : NULL,
		      *g = spread(c, v, v_g(c, v, 0), false);
	struct tensor *same = o ? G(c, "Equal", o, v->in[0]) : NULL, *n;

	if (!v_want(v, 0))
		return true;
	same = same ? g_cast(c, same, v->in[0]->dtype) : NULL;
	n = same ? g_sum(c, same, v->in[1], true) : NULL;
	n = n ? G(c, "RealDiv", same, n) : NULL;
	return n && g && v_give(c, v, 0, g_mul(c, n, g));
}

/* ---- scans and products in doubles ---- */

/* Runs along one dim: n elements, `step` apart. */
struct lines {
	int64_t n, step, count;
};

static bool lines_of(struct gcx *c, const struct tensor *x, int64_t axis, struct lines *l)
{
	axis += axis < 0 ? x->rank : 0;
	if (axis < 0 || axis >= x->rank)
		return g_unknown(c, "this axis");
	*l = (struct lines){.n = x->dim[axis], .step = 1};
	for (int i = (int)axis + 1; i < x->rank; i++)
		l->step *= x->dim[i];
	l->count = l->n ? x->n / l->n : 0;
	return true;
}

static int64_t line_start(const struct lines *l, int64_t k)
{
	return k / l->step * l->step * l->n + k % l->step;
}

static bool flag(const struct node *n, const char *name)
{
	bool v = false;

	node_attr_bool(n, name, &v);
	return v;
}

static bool cumsum(struct gcx *c, struct vjp *v)
{
	bool reverse = flag(v->n, "reverse"), exclusive = flag(v->n, "exclusive");

	return !v_want(v, 0) ||
	       v_give(c, v, 0,
		      G_WITH(c, "Cumsum",
			     ATTRS(at_bool("reverse", !reverse), at_bool("exclusive", exclusive)),
			     v_g(c, v, 0), v->in[1]));
}

static bool cumprod(struct gcx *c, struct vjp *v)
{
	bool reverse = flag(v->n, "reverse"), exclusive = flag(v->n, "exclusive");
	struct tensor *s = v_want(v, 0) ? g_mul(c, v->out[0], v_g(c, v, 0)) : NULL;

	if (!v_want(v, 0))
		return true;
	s = s ? G_WITH(c, "Cumsum",
		       ATTRS(at_bool("reverse", !reverse), at_bool("exclusive", exclusive)), s,
		       v->in[1])
	      : NULL;
	return s && v_give(c, v, 0, G(c, "DivNoNan", s, v->in[0]));
}

/* In logarithms: the positive and the negative part of upstream by themselves. */
static bool log_cumsum(struct gcx *c, struct vjp *v)
{
	bool reverse = flag(v->n, "reverse"), exclusive = flag(v->n, "exclusive");
	struct tensor *g = v_g(c, v, 0), *zero = g ? g_num(c, g->dtype, 0) : NULL, *part[2];
	double least = !g || g->dtype == DT_DOUBLE ? -DBL_MAX
		       : g->dtype == DT_HALF	   ? -65504
						   : -FLT_MAX;

	if (!v_want(v, 0))
		return true;
	if (g && g->dtype == DT_BFLOAT16)
		least = -3.38953139e38;
	for (int i = 0; g && i < 2; i++) {
		struct tensor *s = i ? g_neg(c, g) : g, *log = s ? G(c, "Log", s) : NULL;
		struct tensor *t = log ? G(c, "SelectV2", G(c, "Greater", s, zero), log,
					   g_num(c, g->dtype, least))
				       : NULL;

		t = g_sub(c, t, v->out[0]);
		t = t ? G_WITH(c, "CumulativeLogsumexp",
			       ATTRS(at_bool("reverse", !reverse), at_bool("exclusive", exclusive)),
			       t, v->in[1])
		      : NULL;
		part[i] = t ? G(c, "Exp", g_add(c, t, v->in[0])) : NULL;
	}
	return g && v_give(c, v, 0, g_sub(c, part[0], part[1]));
}

/* The product of the others, without a division: from the left times from the right. */
static bool prod(struct gcx *c, struct vjp *v)
{
	const double *x = g_doubles(c, v->in[0]);
	struct tensor *gt = spread(c, v, v_g(c, v, 0), true),
		      *out = g_double_zeros(c, v->in[0]->rank, v->in[0]->dim);
	const double *g = g_doubles(c, gt);
	int64_t at[SHAPE_MAX_RANK], *group;
	double *left, *right;
	bool axis[SHAPE_MAX_RANK];
	size_t n = (size_t)v->out[0]->n + 1;

	if (!x || !g || !out || !axes_of(c, v, axis))
		return false;
	group = arena_array(c->a, (size_t)v->in[0]->n + 1, sizeof(*group));
	left = arena_array(c->a, n, sizeof(*left));
	right = arena_array(c->a, n, sizeof(*right));
	for (size_t i = 0; i < n; i++)
		left[i] = right[i] = 1;
	for (int64_t e = 0; e < v->in[0]->n; e++) {
		int64_t to = 0;

		place_split(tensor_shape(v->in[0]), e, at);
		for (int i = 0; i < v->in[0]->rank; i++)
			to = axis[i] ? to : to * v->in[0]->dim[i] + at[i];
		group[e] = to;
		((double *)out->data)[e] = left[to];
		left[to] *= x[e];
	}
	for (int64_t e = v->in[0]->n; e-- > 0; right[group[e]] *= x[e])
		((double *)out->data)[e] *= right[group[e]] * g[e];
	return !v_want(v, 0) || v_give(c, v, 0, g_cast(c, out, v->in[0]->dtype));
}

/* Places, values, shape, dims: each value goes into one element of the sum. */
static bool sparse_sum(struct gcx *c, struct vjp *v)
{
	const struct tensor *at = v->in[0], *shape = v->in[2], *axes = v->in[3];
	const double *g = g_doubles(c, v_g(c, v, 0));
	struct tensor *sum = g_double_zeros(c, v->in[1]->rank, v->in[1]->dim);
	int64_t rank = shape->n;

	if (!g || !sum || at->rank != 2 || at->dim[1] != rank || at->dim[0] != sum->n)
		return false;
	for (int64_t e = 0; e < sum->n; e++) {
		int64_t to = 0;

		for (int64_t k = 0; k < rank; k++) {
			bool gone = false;

			for (int64_t j = 0; j < axes->n; j++)
				gone |= tensor_get_i64(axes, j) == k ||
					tensor_get_i64(axes, j) + rank == k;
			to = gone ? to
				  : to * tensor_get_i64(shape, k) +
					     tensor_get_i64(at, e * rank + k);
		}
		if (to >= 0 && to < v->out[0]->n)
			((double *)sum->data)[e] = g[to];
	}
	return !v_want(v, 1) || v_give(c, v, 1, g_cast(c, sum, v->in[1]->dtype));
}

static bool norm(struct gcx *c, struct vjp *v)
{
	struct tensor *g = v_want(v, 0) ? G(c, "RealDiv", v_g(c, v, 0), v->out[0]) : NULL;

	return !v_want(v, 0) || (g && v_give(c, v, 0, g_mul(c, v->in[0], spread(c, v, g, false))));
}

/* ---- terms ---- */

/* Calls fn for each element of the input that the output's element is made of. */
static bool each_reduced(struct gcx *c, const struct vjp *v, int64_t place, struct terms *t,
			 void (*fn)(const struct vjp *v, int64_t at, struct terms *t))
{
	const struct tensor *x = v->in[0];
	int64_t at[SHAPE_MAX_RANK];
	bool axis[SHAPE_MAX_RANK];

	if (!axes_of(c, v, axis))
		return false;
	for (int64_t e = 0; e < x->n; e++) {
		int64_t to = 0;

		place_split(tensor_shape(x), e, at);
		for (int i = 0; i < x->rank; i++)
			to = axis[i] ? to : to * x->dim[i] + at[i];
		if (to == place)
			fn(v, e, t);
	}
	return true;
}

static void add_sum(const struct vjp *v, int64_t at, struct terms *t)
{
	term_weighed(t, v, 0, at, sv_is(v->n->op, "Mean") ? 1 / reduced_count(v) : 1);
}

static void add_plain(const struct vjp *v, int64_t at, struct terms *t)
{
	term_plain(t, v, 0, at);
}

static bool terms_sum(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place,
		      struct terms *t)
{
	(void)slot;
	t->how = TERMS_SUM;
	return each_reduced(c, v, place, t, add_sum);
}

static bool terms_best(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place,
		       struct terms *t)
{
	(void)slot;
	t->how = TERMS_WINNER;
	if (!each_reduced(c, v, place, t, add_plain))
		return false;
	for (size_t i = 0; i < t->term.n; i++)
		if (t->term.p[i].value == t->actual) {
			t->term.p[i].won = true;
			break;
		}
	return true;
}

static bool terms_all(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place,
		      struct terms *t)
{
	(void)slot;
	t->how = TERMS_MADE;
	return each_reduced(c, v, place, t, add_plain);
}

/* ArgMax: the element whose place along the dim is the answer. */
static bool terms_arg(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place,
		      struct terms *t)
{
	struct lines l = {0};

	(void)slot;
	if (!lines_of(c, v->in[0], tensor_get_i64(v->in[1], 0), &l))
		return false;
	t->how = TERMS_WINNER;
	for (int64_t i = 0; i < l.n; i++)
		term_plain(t, v, 0, line_start(&l, place) + i * l.step)->won =
			(double)i == t->actual;
	return true;
}

#define END(name)                                                                                  \
	{                                                                                          \
		name, GRAD_END, 0, NULL, NULL, NULL                                                \
	}

static const struct grad_row rows[] = {
	{"All", GRAD_END, 0, NULL, NULL, terms_all},
	{"Any", GRAD_END, 0, NULL, NULL, terms_all},
	{"ArgMax", GRAD_END, 0, NULL, NULL, terms_arg},
	{"ArgMin", GRAD_END, 0, NULL, NULL, terms_arg},
	{"Cumprod", 0, 0, NULL, cumprod, NULL},
	{"Cumsum", GRAD_LINEAR, 1, NULL, cumsum, NULL},
	{"CumulativeLogsumexp", 0, 0, NULL, log_cumsum, NULL},
	{"EuclideanNorm", 0, 0, NULL, norm, NULL},
	{"Max", 0, 0, NULL, best, terms_best},
	{"Mean", 0, 0, NULL, mean, terms_sum},
	{"Min", 0, 0, NULL, best, terms_best},
	{"Prod", 0, 0, NULL, prod, terms_all},
	{"SparseReduceSum", 0, 0, NULL, sparse_sum, NULL},
	{"Sum", 0, 0, NULL, sum, terms_sum},
	END("Bincount"),
	END("DenseBincount"),
};

GRAD_FAMILY(reduce);
