/* Rules of ops that work element by element, and of those that hand on what they get. */
#include "grad/inside.h"

#include <math.h>

static bool leaky(struct gcx *c, struct vjp *v)
{
	return !v_want(v, 0) || v_give(c, v, 0,
				       G_WITH(c, "LeakyReluGrad", ATTRS(at_like("alpha", v->n)),
					      v_g(c, v, 0), v->in[0]));
}

static bool cast(struct gcx *c, struct vjp *v)
{
	return !v_want(v, 0) || !v->g[0].t || !is_float(v->g[0].t->dtype) ||
	       v_give(c, v, 0, g_cast(c, v->g[0].t, v->in[0]->dtype));
}

static bool add_lists(struct vjp *v)
{
	for (uint32_t i = 0; i < v->n_in; i++) {
		v->gin[i].is_list = v->want[i];
		for (size_t k = 0; v->want[i] && k < v->g[0].list.n; k++)
			vec_push(&v->gin[i].list, tensor_ref(v->g[0].list.p[k]));
	}
	return true;
}

static bool add_n(struct gcx *c, struct vjp *v)
{
	if (v->g[0].is_list)
		return add_lists(v);
	for (uint32_t i = 0; i < v->n_in; i++)
		if (v_want(v, i) && !v_give(c, v, i, v_g(c, v, 0)))
			return false;
	return true;
}

/* The range that the op really clips to: its zero must be one of the levels. */
static void nudge(double lo, double hi, int64_t bits, bool narrow, double *from, double *to)
{
	/* in float, as the kernel does it */
	float qmin = narrow, qmax = (float)(((int64_t)1 << bits) - 1),
	      scale = ((float)hi - (float)lo) / (qmax - qmin);
	float zero = scale != 0 ? qmin - (float)lo / scale : 0;

	zero = zero < qmin ? qmin : zero > qmax ? qmax : zero == zero ? roundf(zero) : 0;
	*from = (double)((qmin - zero) * scale);
	*to = (double)((qmax - zero) * scale);
}

static bool fake_quant(struct gcx *c, struct vjp *v)
{
	const double *x = g_doubles(c, v->in[0]), *lo = g_doubles(c, v->in[1]),
		     *hi = g_doubles(c, v->in[2]);
	const double *g = g_doubles(c, v_g(c, v, 0));
	struct tensor *sum[3] = {NULL};
	int64_t bits = 8, depth = v->in[1]->n;
	bool narrow = false;

	node_attr_int(v->n, "num_bits", &bits);
	node_attr_bool(v->n, "narrow_range", &narrow);
	for (int i = 0; i < 3; i++)
		sum[i] = g_double_zeros(c, v->in[i]->rank, v->in[i]->dim);
	if (!x || !lo || !hi || !g || !sum[0] || !sum[1] || !sum[2] || depth < 1 || bits < 2 ||
	    bits > 16)
		return false;
	for (int64_t i = 0; i < v->in[0]->n; i++) {
		int64_t k = i % depth;
		double from, to;

		nudge(lo[k], hi[k], bits, narrow, &from, &to);
		if ((lo[k] == 0 && hi[k] == 0) || (x[i] >= from && x[i] <= to))
			((double *)sum[0]->data)[i] = g[i];
		else if (x[i] < from ||
			 x[i] > to) { /* both, where the limits are the wrong way round */
			((double *)sum[1]->data)[k] += x[i] < from ? g[i] : 0;
			((double *)sum[2]->data)[k] += x[i] > to ? g[i] : 0;
		}
	}
	for (uint32_t i = 0; i < 3; i++)
		if (v_want(v, i) && !v_give(c, v, i, g_cast(c, sum[i], v->in[i]->dtype)))
			return false;
	return true;
}

/* The limits are attributes: one input. */
static bool fake_quant_args(struct gcx *c, struct vjp *v)
{
	const double *x = g_doubles(c, v->in[0]), *g = g_doubles(c, v_g(c, v, 0));
	struct tensor *out = g_double_zeros(c, v->in[0]->rank, v->in[0]->dim);
	float lo = -6, hi = 6;
	int64_t bits = 8;
	bool narrow = false;
	double from, to;

	node_attr_int(v->n, "num_bits", &bits);
	node_attr_bool(v->n, "narrow_range", &narrow);
	node_attr_float(v->n, "min", &lo);
	node_attr_float(v->n, "max", &hi);
	if (!x || !g || !out || bits < 2 || bits > 16)
		return false;
	nudge((double)lo, (double)hi, bits, narrow, &from, &to);
	for (int64_t i = 0; i < out->n; i++)
		((double *)out->data)[i] = x[i] >= from && x[i] <= to ? g[i] : 0;
	return !v_want(v, 0) || v_give(c, v, 0, g_cast(c, out, v->in[0]->dtype));
}

static bool leaky_grad(struct gcx *c, struct vjp *v)
{
	if (v_want(v, 0) && !v_give(c, v, 0,
				    G_WITH(c, "LeakyReluGrad", ATTRS(at_like("alpha", v->n)),
					   v_g(c, v, 0), v->in[1])))
		return false;
	return !v_want(v, 1) || v_give(c, v, 1, g_zeros(c, v->in[1]));
}

/* Which of the operands an element is. */
static bool pick(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place, struct terms *t)
{
	int64_t at[SHAPE_MAX_RANK], of[SHAPE_MAX_RANK];

	(void)c;
	place_split(tensor_shape(v->out[slot]), place, at);
	t->how = TERMS_WINNER;
	for (uint32_t i = 0; i < v->n_in; i++) {
		const struct tensor *x = v->in[i];
		int more = v->out[slot]->rank - x->rank;

		for (int k = 0; k < x->rank; k++)
			of[k] = x->dim[k] == 1 ? 0 : at[k + more];
		term_plain(t, v, i, place_join(tensor_shape(x), of));
	}
	for (size_t i = 0; i < t->term.n; i++)
		if (t->term.p[i].value == t->actual) {
			t->term.p[i].won = true;
			break;
		}
	return true;
}

#define END(name)                                                                                  \
	{                                                                                          \
		name, GRAD_END, 0, NULL, NULL, NULL                                                \
	}
#define FORM(name, text)                                                                           \
	{                                                                                          \
		name, 0, 0, text, NULL, NULL                                                       \
	}
#define PASS(name)                                                                                 \
	{                                                                                          \
		name, GRAD_COPY, 1, "g", NULL, NULL                                                \
	}
#define NOT0(x) "SelectV2(NotEqual(" x ", 0), 1, 0)"

static const struct grad_row rows[] = {
	FORM("Abs", "g * Sign(x)"),
	FORM("Acos", "-g / Sqrt(1 - Square(x))"),
	FORM("Acosh", "g / Sinh(o)"),
	{"Add", GRAD_LINEAR, 3, "g; g", NULL, NULL},
	{"AddV2", GRAD_LINEAR, 3, "g; g", NULL, NULL},
	{"AddN", GRAD_LINEAR, ~0u, NULL, add_n, NULL},
	{"AccumulateNV2", GRAD_LINEAR, ~0u, NULL, add_n, NULL},
	FORM("Asin", "g / Sqrt(1 - Square(x))"),
	FORM("Asinh", "g / Cosh(o)"),
	FORM("Atan", "g * Reciprocal(1 + Square(x))"),
	FORM("Atan2", "y * (g / (Square(y) + Square(x))); -x * (g / (Square(y) + Square(x)))"),
	FORM("Atanh", "g * Reciprocal(1 - Square(x))"),
	{"Cast", 0, 0, NULL, cast, NULL},
	PASS("CheckNumerics"),
	PASS("CheckNumericsV2"),
	FORM("ClipByValue",
	     "SelectV2(LogicalOr(Less(x, y), Greater(x, z)), 0, g); SelectV2(Less(x, y), g, 0);"
	     "SelectV2(Greater(x, z), g, 0)"),
	PASS("Copy"),
	FORM("Cos", "-g * Sin(x)"),
	FORM("Cosh", "g * Sinh(x)"),
	PASS("DebugIdentity"),
	FORM("Cross", "Cross(y, g); Cross(g, x)"),
	FORM("Digamma", "g * Polygamma(1, x)"),
	FORM("Div", "g / y; g * (-x / y / y)"),
	FORM("DivNoNan", "DivNoNan(g, y); g * DivNoNan(DivNoNan(-x, y), y)"),
	FORM("Elu", "EluGrad(g, o)"),
	FORM("EluGrad", "EluGrad(g, y); SelectV2(Less(y, 0), g * x, 0)"),
	FORM("Erf", "g * (1.1283791670955126 * Exp(-Square(x)))"),
	FORM("Erfc", "g * (-1.1283791670955126 * Exp(-Square(x)))"),
	FORM("Erfinv", "g * (0.8862269254527580 * Exp(Square(o)))"),
	FORM("Exp", "g * o"),
	FORM("Expm1", "g * Exp(x)"),
	{"FakeQuantWithMinMaxVars", 0, 0, NULL, fake_quant, NULL},
	{"FakeQuantWithMinMaxVarsPerChannel", 0, 0, NULL, fake_quant, NULL},
	{"FakeQuantWithMinMaxArgs", 0, 0, NULL, fake_quant_args, NULL},
	FORM("FloorMod", "g; -g * FloorDiv(x, y)"),
	PASS("Identity"),
	FORM("Inv", "ReciprocalGrad(o, g)"),
	FORM("InvGrad", "g * (-2 * y * x); ReciprocalGrad(x, g)"),
	{"LeakyRelu", 0, 0, NULL, leaky, NULL},
	{"LeakyReluGrad", 0, 0, NULL, leaky_grad, NULL},
	FORM("Lgamma", "g * Digamma(x)"),
	FORM("Log", "g * Reciprocal(x)"),
	FORM("Log1p", "g * Reciprocal(1 + x)"),
	{"Maximum", 0, 0, "SelectV2(GreaterEqual(x, y), g, 0); SelectV2(GreaterEqual(x, y), 0, g)",
	 NULL, pick},
	{"Minimum", 0, 0, "SelectV2(LessEqual(x, y), g, 0); SelectV2(LessEqual(x, y), 0, g)", NULL,
	 pick},
	FORM("Mul", "g * y; g * x"),
	FORM("MulNoNan", "MulNoNan(g, y); MulNoNan(x, g)"),
	FORM("Ndtri", "g * (2.5066282746310002 * Exp(Square(o) / 2))"),
	{"Neg", GRAD_LINEAR, 1, "-g", NULL, NULL},
	FORM("NextAfter", "g; ZerosLike(g)"),
	PASS("PlaceholderWithDefault"),
	FORM("Pow", "g * y * Pow(x, y - 1); g * o * SelectV2(Greater(x, 0), "
		    "Log(SelectV2(Greater(x, 0), x, 1)), 0)"),
	PASS("Print"),
	FORM("RealDiv", "g / y; g * (-x / y / y)"),
	FORM("QuantizeAndDequantize", "g"),
	FORM("QuantizeAndDequantizeV2", "g"),
	FORM("QuantizeAndDequantizeV3", "g"),
	FORM("Reciprocal", "ReciprocalGrad(o, g)"),
	FORM("ReciprocalGrad", "g * (-2 * y * x); ReciprocalGrad(x, g)"),
	FORM("Relu", "ReluGrad(g, o)"),
	FORM("Relu6", "Relu6Grad(g, o)"),
	FORM("Relu6Grad", "Relu6Grad(g, y); ZerosLike(y)"),
	FORM("ReluGrad", "ReluGrad(g, y); ZerosLike(y)"),
	FORM("Rsqrt", "RsqrtGrad(o, g)"),
	FORM("RsqrtGrad", "-1.5 * g * y * Square(x); RsqrtGrad(x, g)"),
	FORM("Selu", "SeluGrad(g, o)"),
	FORM("SeluGrad", "SeluGrad(g, y); SelectV2(Less(y, 0), g * x, 0)"),
	FORM("Sigmoid", "SigmoidGrad(o, g)"),
	FORM("SigmoidGrad", "g * y - 2 * (g * y) * x; SigmoidGrad(x, g)"),
	FORM("Sign", "ZerosLike(x)"),
	FORM("Sin", "g * Cos(x)"),
	FORM("Sinh", "g * Cosh(x)"),
	PASS("Snapshot"),
	FORM("Softplus", "SoftplusGrad(g, x)"),
	FORM("SoftplusGrad", "SoftplusGrad(g, y); g * x / (Exp(-y) + 2 + Exp(y))"),
	FORM("Softsign", "SoftsignGrad(g, x)"),
	FORM("Sqrt", "SqrtGrad(o, g)"),
	FORM("SqrtGrad", "-(g / x) * o; g / x / 2"),
	FORM("Square", "g * (2 * x)"),
	FORM("SquaredDifference", "2 * g * (x - y); -(2 * g * (x - y))"),
	{"Sub", GRAD_LINEAR, 3, "g; -g", NULL, NULL},
	FORM("Tan", "g * Square(Reciprocal(Cos(x)))"),
	FORM("Tanh", "TanhGrad(o, g)"),
	FORM("TanhGrad", "g * -2 * y * x; TanhGrad(x, g)"),
	FORM("Xdivy", "g * Xdivy(" NOT0("x") ", y); g * Xdivy(-x, Square(y))"),
	FORM("Xlog1py", "g * Xlog1py(" NOT0("x") ", y); g * Xdivy(x, y + 1)"),
	FORM("Xlogy", "g * Xlogy(" NOT0("x") ", y); g * Xdivy(x, y)"),

	END("ApproximateEqual"),
	END("BitwiseAnd"),
	END("BitwiseOr"),
	END("BitwiseXor"),
	END("Ceil"),
	END("Equal"),
	END("Floor"),
	END("FloorDiv"),
	END("Greater"),
	END("GreaterEqual"),
	END("Invert"),
	END("IsFinite"),
	END("IsInf"),
	END("IsNan"),
	END("LeftShift"),
	END("Less"),
	END("LessEqual"),
	END("LogicalAnd"),
	END("LogicalNot"),
	END("LogicalOr"),
	END("NotEqual"),
	END("OnesLike"),
	END("RightShift"),
	END("Rint"),
	END("Round"),
	END("TruncateDiv"),
	END("ZerosLike"),
};

GRAD_FAMILY(element);
