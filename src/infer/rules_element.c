/* Element-wise ops: as their input is, or as their inputs broadcast; small integers are worked out. */
#include "infer/inside.h"

#include <string.h>

/* ---- values ---- */

static idim whole(struct syms *s, int code, idim a, idim b)
{
	switch (code) {
	case '+': return sym_add(s, a, b);
	case '-': return sym_sub(s, a, b);
	case '*': return sym_mul(s, a, b);
	case '/': return sym_div(s, a, b);
	case 'M': return sym_max(s, a, b);
	case 'm': return sym_min(s, a, b);
	default: break;
	}
	if (code == '=' && a == b)
		return 1;
	if (!idim_known(a) || !idim_known(b))
		return sym_new(s);
	switch (code) {
	case '=': return a == b;
	case '!': return a != b;
	case '<': return a < b;
	case '>': return a > b;
	case 'l': return a <= b;
	case 'g': return a >= b;
	case '&': return a && b;
	case '|': return a || b;
	case '%': return b > 0 ? (a % b + b) % b : sym_new(s);
	default: return sym_new(s);
	}
}

static void pair_value(struct rule_ctx *c)
{
	uint32_t n, m;
	const idim *a = rule_value(c, 0, &n), *b = rule_value(c, 1, &m);
	idim v[VALUE_MAX];
	uint32_t k = n > m ? n : m;

	if (!c->row->p || !a || !b || k > VALUE_MAX || (n != m && n != 1 && m != 1))
		return;
	if (n == 0 || m == 0)
		k = 0;
	for (uint32_t i = 0; i < k; i++)
		v[i] = whole(&c->inf->syms, c->row->p, a[n == 1 ? 0 : i], b[m == 1 ? 0 : i]);
	if (ishape_known(c->out[0].shape) && ishape_count(c->inf, c->out[0].shape) == (idim)k)
		rule_set_value(c, 0, k, v);
}

static void pair(struct rule_ctx *c)
{
	rule_binary(c);
	if (!c->bad && c->n_out)
		pair_value(c);
}

/* Equal and NotEqual can be told to compare shapes that do not broadcast. */
static void equal(struct rule_ctx *c)
{
	struct ishape a = rule_in(c, 0), b = rule_in(c, 1);
	bool strict = true;

	node_attr_bool(c->n, "incompatible_shape_error", &strict);
	if (strict) {
		pair(c);
		return;
	}
	if (a.rank < 0 || b.rank < 0)
		return;
	for (int i = 1; i <= a.rank && i <= b.rank; i++) {
		idim x = a.dim[a.rank - i], y = b.dim[b.rank - i];

		if (x == y || x == 1 || y == 1)
			continue;
		if (idim_known(x) && idim_known(y))
			rule_scalar(c, 0);
		return;
	}
	pair(c);
}

static void negate(struct rule_ctx *c)
{
	uint32_t n;
	const idim *a = rule_value(c, 0, &n);
	idim v[VALUE_MAX];

	rule_same(c);
	for (uint32_t i = 0; a && i < n && i < VALUE_MAX; i++)
		v[i] = sym_sub(&c->inf->syms, 0, a[i]);
	if (a && n <= VALUE_MAX)
		rule_set_value(c, 0, n, v);
}

static void absolute(struct rule_ctx *c)
{
	uint32_t n;
	const idim *a = rule_value(c, 0, &n);
	idim v[VALUE_MAX];

	rule_same(c);
	for (uint32_t i = 0; a && i < n && i < VALUE_MAX; i++)
		v[i] = !idim_known(a[i]) ? rule_new(c) : a[i] < 0 ? -a[i] : a[i];
	if (a && n <= VALUE_MAX)
		rule_set_value(c, 0, n, v);
}

/* ---- shapes ---- */

static void zeros_like(struct rule_ctx *c)
{
	rule_same(c);
	if (c->n_in && c->n_out)
		c->out[0].handle = c->in[0].handle;
}

static void clip(struct rule_ctx *c)
{
	rule_out(c, 0, rule_in(c, 0));
}

static void at_least_vector(struct rule_ctx *c)
{
	if (rule_min_rank(c, 0, 1))
		rule_out(c, 0, rule_in(c, 0));
}

/* A boolean vector chooses rows. */
static void select_v1(struct rule_ctx *c)
{
	struct ishape cond = rule_in(c, 0), s;

	if (!rule_merge(c, 2, rule_in(c, 1), rule_in(c, 2), &s))
		return;
	if (cond.rank > 1 || (s.rank == 0 && cond.rank >= 0))
		rule_merge(c, 0, cond, s, &s);
	rule_out(c, 0, s);
}

static void select_v2(struct rule_ctx *c)
{
	struct ishape s, t;
	uint32_t n, m;
	const idim *a = rule_value(c, 1, &n), *b = rule_value(c, 2, &m);
	int64_t yes;

	if (!rule_broadcast(c, rule_in(c, 1), rule_in(c, 2), &s) || !rule_broadcast(c, rule_in(c, 0), s, &t))
		return;
	rule_out(c, 0, t);
	if (a && b && rule_int(c, 0, &yes) && rule_in(c, 0).rank == 0 && n == m)
		rule_set_value(c, 0, yes ? n : m, yes ? a : b);
}

static void broadcast_all(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0);

	for (uint32_t i = 1; i < c->n_in; i++)
		if (!rule_broadcast(c, s, rule_in(c, i), &s))
			return;
	rule_out(c, 0, s);
}

RULES(element,
	RULE("Acos", rule_same),
	RULE("Acosh", rule_same),
	RULE("Angle", rule_same),
	RULE("AsString", rule_same),
	RULE("Asin", rule_same),
	RULE("Asinh", rule_same),
	RULE("Atan", rule_same),
	RULE("Atanh", rule_same),
	RULE("BesselI0", rule_same),
	RULE("BesselI0e", rule_same),
	RULE("BesselI1", rule_same),
	RULE("BesselI1e", rule_same),
	RULE("BesselJ0", rule_same),
	RULE("BesselJ1", rule_same),
	RULE("BesselK0", rule_same),
	RULE("BesselK0e", rule_same),
	RULE("BesselK1", rule_same),
	RULE("BesselK1e", rule_same),
	RULE("BesselY0", rule_same),
	RULE("BesselY1", rule_same),
	RULE("Bucketize", rule_same),
	RULE("Ceil", rule_same),
	RULE("ComplexAbs", rule_same),
	RULE("Conj", rule_same),
	RULE("Cos", rule_same),
	RULE("Cosh", rule_same),
	RULE("DecodeBase64", rule_same),
	RULE("Dawsn", rule_same),
	RULE("Expint", rule_same),
	RULE("FresnelCos", rule_same),
	RULE("FresnelSin", rule_same),
	RULE("Spence", rule_same),
	RULE("Digamma", rule_same),
	RULE("Elu", rule_same),
	RULE("EncodeBase64", rule_same),
	RULE("Erf", rule_same),
	RULE("Erfc", rule_same),
	RULE("Erfinv", rule_same),
	RULE("Exp", rule_same),
	RULE("Expm1", rule_same),
	RULE("CustomAggregator", rule_same),
	RULE("FakeQuantWithMinMaxArgs", rule_same),
	RULE("Floor", rule_same),
	RULE("Imag", rule_same),
	RULE("Inv", rule_same),
	RULE("InvGrad", rule_same),
	RULE("Invert", rule_same),
	RULE("IsFinite", rule_same),
	RULE("IsInf", rule_same),
	RULE("IsNan", rule_same),
	RULE("LeakyRelu", rule_same),
	RULE("Lgamma", rule_same),
	RULE("Log", rule_same),
	RULE("Log1p", rule_same),
	RULE("LogicalNot", rule_same),
	RULE("Ndtri", rule_same),
	RULE("OnesLike", rule_same),
	RULE("PopulationCount", rule_same),
	RULE("Real", rule_same),
	RULE("Reciprocal", rule_same),
	RULE("ReciprocalGrad", rule_same),
	RULE("Relu", rule_same),
	RULE("Relu6", rule_same),
	RULE("Rint", rule_same),
	RULE("Round", rule_same),
	RULE("Rsqrt", rule_same),
	RULE("RsqrtGrad", rule_same),
	RULE("Selu", rule_same),
	RULE("Sigmoid", rule_same),
	RULE("SigmoidGrad", rule_same),
	RULE("Sign", rule_same),
	RULE("Sin", rule_same),
	RULE("Sinh", rule_same),
	RULE("Softplus", rule_same),
	RULE("Softsign", rule_same),
	RULE("Sqrt", rule_same),
	RULE("SqrtGrad", rule_same),
	RULE("Square", rule_same),
	RULE("StaticRegexFullMatch", rule_same),
	RULE("StaticRegexReplace", rule_same),
	RULE("StringLength", rule_same),
	RULE("StringLower", rule_same),
	RULE("StringStrip", rule_same),
	RULE("StringToHashBucket", rule_same),
	RULE("StringToHashBucketFast", rule_same),
	RULE("_TensorToHashBucketFast", rule_same),
	RULE("StringToHashBucketStrong", rule_same),
	RULE("StringToNumber", rule_same),
	RULE("StringUpper", rule_same),
	RULE("Tan", rule_same),
	RULE("Tanh", rule_same),
	RULE("TanhGrad", rule_same),
	RULE("UnicodeScript", rule_same),
	RULE("UnicodeTranscode", rule_same),
	RULE("Softmax", at_least_vector),
	RULE("LogSoftmax", at_least_vector),
	RULE("Neg", negate),
	RULE("Abs", absolute),
	RULE("ZerosLike", zeros_like),
	RULE("ClipByValue", clip),
	RULE("Select", select_v1),
	RULE("SelectV2", select_v2),
	RULE("Betainc", broadcast_all),
	RULE("ApproximateEqual", rule_merged),
	RULE("EluGrad", rule_merged),
	RULE("LeakyReluGrad", rule_merged),
	RULE("Relu6Grad", rule_merged),
	RULE("ReluGrad", rule_merged),
	RULE("SeluGrad", rule_merged),
	RULE("SoftplusGrad", rule_merged),
	RULE("SoftsignGrad", rule_merged),
	RULE_P("Add", pair, '+'),
	RULE_P("AddV2", pair, '+'),
	RULE_P("FloorDiv", pair, '/'),
	RULE_P("FloorMod", pair, '%'),
	RULE_P("Greater", pair, '>'),
	RULE_P("GreaterEqual", pair, 'g'),
	RULE_P("Less", pair, '<'),
	RULE_P("LessEqual", pair, 'l'),
	RULE_P("LogicalAnd", pair, '&'),
	RULE_P("LogicalOr", pair, '|'),
	RULE_P("Maximum", pair, 'M'),
	RULE_P("Minimum", pair, 'm'),
	RULE_P("Mul", pair, '*'),
	RULE_P("Sub", pair, '-'),
	RULE_P("Equal", equal, '='),
	RULE_P("NotEqual", equal, '!'),
	RULE("Atan2", rule_binary),
	RULE("BitwiseAnd", rule_binary),
	RULE("BitwiseOr", rule_binary),
	RULE("BitwiseXor", rule_binary),
	RULE("Complex", rule_binary),
	RULE("Div", rule_binary),
	RULE("DivNoNan", rule_binary),
	RULE("Igamma", rule_binary),
	RULE("Igammac", rule_binary),
	RULE("IgammaGradA", rule_binary),
	RULE("LeftShift", rule_binary),
	RULE("Mod", rule_binary),
	RULE("MulNoNan", rule_binary),
	RULE("NextAfter", rule_binary),
	RULE("Polygamma", rule_binary),
	RULE("Pow", rule_binary),
	RULE("RandomGammaGrad", rule_binary),
	RULE("RealDiv", rule_binary),
	RULE("RightShift", rule_binary),
	RULE("SquaredDifference", rule_binary),
	RULE("TruncateDiv", rule_binary),
	RULE("TruncateMod", rule_binary),
	RULE("Xdivy", rule_binary),
	RULE("Xlog1py", rule_binary),
	RULE("Xlogy", rule_binary),
	RULE("Zeta", rule_binary));
