/* Bounds of rounding by kind of op; see shadow_rule.h. */
#include "debug/shadow_rule.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "debug/gap.h"

enum how {
	HOW_PROBE, /* moved inputs tell */
	HOW_FEW,   /* `k` roundings of the result, and of numbers up to `inner` on the way */
	HOW_SUM,   /* a sum of products: the same op on magnitudes tells what was added */
};

/* How many terms a sum has. */
enum terms {
	TERMS_ONE,
	TERMS_INPUTS,
	TERMS_SHARED,
	TERMS_FILTER,
	TERMS_DEPTHWISE,
	TERMS_BACK,
	TERMS_RATIO,
	TERMS_ALL,
};

static const struct rule {
	const char *op;
	enum how how;
	double k, inner;
	enum terms terms;
} rules[] = {
	{.op = "Add", .how = HOW_FEW, .k = 1},
	{.op = "AddV2", .how = HOW_FEW, .k = 1},
	{.op = "Sub", .how = HOW_FEW, .k = 1},
	{.op = "BiasAdd", .how = HOW_FEW, .k = 1},
	{.op = "Cast", .how = HOW_FEW, .k = 1},
	{.op = "Mul", .how = HOW_FEW, .k = 1},
	{.op = "Div", .how = HOW_FEW, .k = 1},
	{.op = "RealDiv", .how = HOW_FEW, .k = 1},
	{.op = "DivNoNan", .how = HOW_FEW, .k = 1},
	{.op = "MulNoNan", .how = HOW_FEW, .k = 1},
	{.op = "Sqrt", .how = HOW_FEW, .k = 1},
	{.op = "Square", .how = HOW_FEW, .k = 1},
	{.op = "Reciprocal", .how = HOW_FEW, .k = 2},
	{.op = "Inv", .how = HOW_FEW, .k = 2},
	{.op = "Rsqrt", .how = HOW_FEW, .k = 4},
	{.op = "SquaredDifference", .how = HOW_FEW, .k = 4},
	{.op = "Exp", .how = HOW_FEW, .k = 4},
	{.op = "Log", .how = HOW_FEW, .k = 4},
	{.op = "Log1p", .how = HOW_FEW, .k = 4},
	{.op = "Expm1", .how = HOW_FEW, .k = 4},
	{.op = "Sin", .how = HOW_FEW, .k = 4, .inner = 1},
	{.op = "Cos", .how = HOW_FEW, .k = 4, .inner = 1},
	{.op = "Tanh", .how = HOW_FEW, .k = 8},
	{.op = "Sigmoid", .how = HOW_FEW, .k = 8},
	{.op = "Erf", .how = HOW_FEW, .k = 8},
	{.op = "Softplus", .how = HOW_FEW, .k = 8},
	{.op = "Elu", .how = HOW_FEW, .k = 4, .inner = 1},
	{.op = "Selu", .how = HOW_FEW, .k = 4, .inner = 2},
	{.op = "LeakyRelu", .how = HOW_FEW, .k = 1},
	{.op = "MatMul", .how = HOW_SUM, .terms = TERMS_SHARED},
	{.op = "BatchMatMul", .how = HOW_SUM, .terms = TERMS_SHARED},
	{.op = "BatchMatMulV2", .how = HOW_SUM, .terms = TERMS_SHARED},
	{.op = "BatchMatMulV3", .how = HOW_SUM, .terms = TERMS_SHARED},
	{.op = "Einsum", .how = HOW_SUM, .terms = TERMS_SHARED},
	{.op = "Conv2D", .how = HOW_SUM, .terms = TERMS_FILTER},
	{.op = "Conv3D", .how = HOW_SUM, .terms = TERMS_FILTER},
	{.op = "Conv2DBackpropInput", .how = HOW_SUM, .terms = TERMS_BACK},
	{.op = "DepthwiseConv2dNative", .how = HOW_SUM, .terms = TERMS_DEPTHWISE},
	{.op = "_FusedConv2D", .how = HOW_SUM, .terms = TERMS_FILTER},
	{.op = "_FusedConv3D", .how = HOW_SUM, .terms = TERMS_FILTER},
	{.op = "_FusedDepthwiseConv2dNative", .how = HOW_SUM, .terms = TERMS_DEPTHWISE},
	{.op = "AddN", .how = HOW_SUM, .terms = TERMS_INPUTS},
	{.op = "Sum", .how = HOW_SUM, .terms = TERMS_RATIO},
	{.op = "Mean", .how = HOW_SUM, .terms = TERMS_RATIO},
	{.op = "AvgPool", .how = HOW_SUM, .terms = TERMS_RATIO},
	{.op = "AvgPool3D", .how = HOW_SUM, .terms = TERMS_RATIO},
	{.op = "Cumsum", .how = HOW_SUM, .terms = TERMS_ALL},
	{.op = "SegmentSum", .how = HOW_SUM, .terms = TERMS_ALL},
	{.op = "SegmentMean", .how = HOW_SUM, .terms = TERMS_ALL},
	{.op = "UnsortedSegmentSum", .how = HOW_SUM, .terms = TERMS_ALL},
};

static const struct rule *rule_of(struct sv op)
{
	static const struct rule other = {.how = HOW_PROBE};

	for (size_t i = 0; i < sizeof(rules) / sizeof(*rules); i++)
		if (sv_is(op, rules[i].op))
			return &rules[i];
	return &other;
}

/* ---- sums ---- */

static double dim_of(const struct tensor *t, int i)
{
	i = i < 0 ? t->rank + i : i;
	return i >= 0 && i < t->rank ? fmax(1, (double)t->dim[i]) : 1;
}

static double terms_of(enum terms how, struct tensor *const *in, uint32_t n_in,
		       const struct tensor *out)
{
	double n = fmax(1, (double)out->n), first = n_in ? (double)in[0]->n : 1;

	switch (how) {
	case TERMS_INPUTS:
		return n_in;
	case TERMS_SHARED: /* (m k)(k n) / (m n) is k squared */
		return n_in == 2 ? sqrt(fmax(1, first * (double)in[1]->n / n)) : fmax(1, first / n);
	case TERMS_FILTER:
		return n_in > 1 ? (double)in[1]->n / dim_of(in[1], -1) : 1;
	case TERMS_BACK:
		return n_in > 1 ? (double)in[1]->n / dim_of(in[1], -2) : 1;
	case TERMS_DEPTHWISE:
		return n_in > 1 ? dim_of(in[1], 0) * dim_of(in[1], 1) : 1;
	case TERMS_RATIO: /* windows may overlap */
		return fmax(1, first / n) + 16;
	case TERMS_ALL:
		return first;
	default:
		return 1;
	}
}

static struct tensor *magnitude(struct tensor *t, double unit)
{
	struct tensor *m = t->dtype == DT_DOUBLE ? tensor_copy(t, NULL) : NULL;

	for (int64_t i = 0; m && i < m->n; i++)
		((double *)m->data)[i] = fabs(((double *)m->data)[i]);
	(void)unit;
	return m ? m : tensor_ref(t);
}

/* ---- probes ---- */

/* A sign that looks like chance and is always the same. */
static double sign_of(uint64_t i)
{
	i = (i + 1) * 0x9e3779b97f4a7c15u;
	return (i ^ i >> 29) >> 17 & 1 ? 1 : -1;
}

static struct tensor *moved(struct tensor *t, double unit)
{
	struct tensor *m =
		t->dtype == DT_DOUBLE || t->dtype == DT_COMPLEX128 ? tensor_copy(t, NULL) : NULL;

	for (int64_t i = 0; m && i < gap_elements(m); i++)
		((double *)m->data)[i] *= 1 + unit * sign_of((uint64_t)i);
	return m ? m : tensor_ref(t);
}

/* The op on other inputs: output `slot`, or NULL. Gives. */
static struct tensor *once_more(const struct wide *w, struct tensor *const *in, uint32_t n_out,
				uint32_t slot,
				struct tensor *(*make)(struct tensor *t, double unit), double unit)
{
	struct tensor **other = xcalloc((size_t)w->n_in + 1, sizeof(*other));
	struct tensor **out = xcalloc((size_t)n_out + 1, sizeof(*out)), *got = NULL;

	for (uint32_t i = 0; i < w->n_in; i++)
		other[i] = w->cast[i] ? make(in[i], unit) : tensor_ref(in[i]);
	if (wide_run(w, other, out, n_out))
		got = tensor_ref(out[slot]);
	wide_unref(other, w->n_in);
	wide_unref(out, n_out);
	free(other);
	free(out);
	return got;
}

/* ---- bounds ---- */

/* Numbers below the normal ones have no more digits than this. */
static double least(enum dtype t)
{
	return t == DT_HALF			      ? ldexp(1, -24)
	       : t == DT_DOUBLE || t == DT_COMPLEX128 ? DBL_MIN
						      : FLT_MIN;
}

static void by_sum(const struct rule *r, const struct wide *w, struct tensor *const *in,
		   uint32_t n_out, uint32_t slot, const struct tensor *is, double *bound)
{
	struct tensor *m = once_more(w, in, n_out, slot, magnitude, 0);
	double unit = gap_unit(is->dtype), k = sqrt(terms_of(r->terms, in, w->n_in, is)) + 3;

	bool fits = m && m->dtype == DT_DOUBLE && m->n == is->n;
	double all = fits ? 0 : gap_scale(is);

	for (int64_t i = 0; i < gap_elements(is); i++)
		bound[i] += k * unit * (fits ? fabs(gap_element(m, i)) : all);
	tensor_unref(m);
}

static void by_probe(const struct wide *w, struct tensor *const *in, uint32_t n_out, uint32_t slot,
		     const struct tensor *is, const struct tensor *exact, double *bound)
{
	double unit = gap_unit(is->dtype), first = 1, most = 8 * unit * gap_scale(exact), by = 0;
	struct tensor *m = once_more(w, in, n_out, slot, moved, unit);

	for (uint32_t i = 0; i < w->n_in; i++)
		first = fmax(first, w->cast[i] ? (double)in[i]->n : 1);
	for (int64_t i = 0;
	     m && shape_eq(tensor_shape(m), tensor_shape(exact)) && i < gap_elements(m); i++) {
		double off = gap_between(gap_element(m, i), gap_element(exact, i));

		by = isfinite(off) ? fmax(by, off) : by;
	}
	most += by * (8 + sqrt(first / fmax(1, (double)is->n)));
	for (int64_t i = 0; i < gap_elements(is); i++)
		bound[i] += most;
	tensor_unref(m);
}

double *rule_bounds(const struct wide *w, struct tensor *const *in, uint32_t n_out, uint32_t slot,
		    const struct tensor *is, const struct tensor *exact)
{
	const struct rule *r = rule_of(w->n.op);
	int64_t n = gap_elements(is);
	double *bound = xcalloc((size_t)n + 1, sizeof(*bound)), unit = gap_unit(is->dtype);

	for (int64_t i = 0; i < n; i++)
		bound[i] = least(is->dtype);
	for (int64_t i = 0; r->how == HOW_FEW && i < n; i++) {
		double x = fabs(gap_element(exact, i));

		bound[i] += unit * (r->k * (isfinite(x) ? x : 0) + r->inner);
	}
	if (r->how == HOW_SUM)
		by_sum(r, w, in, n_out, slot, is, bound);
	else if (r->how == HOW_PROBE)
		by_probe(w, in, n_out, slot, is, exact, bound);
	return bound;
}
