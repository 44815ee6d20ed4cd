/* Ops on quantized numbers: a layer's shape, and a scalar for each end of the range. */
#include "infer/inside.h"

/* Output 0 has input 0's shape. */
static void like_first(struct rule_ctx *c)
{
	rule_out(c, 0, rule_in(c, 0));
	rule_scalar(c, 1);
	rule_scalar(c, 2);
}

static void two(struct rule_ctx *c)
{
	struct ishape s;

	if (!rule_broadcast(c, rule_in(c, 0), rule_in(c, 1), &s))
		return;
	rule_out(c, 0, s);
	rule_scalar(c, 1);
	rule_scalar(c, 2);
}

static void product(struct rule_ctx *c)
{
	bool ta = rule_flag(c, "transpose_a"), tb = rule_flag(c, "transpose_b");
	struct ishape a, b;
	idim k;

	if (!rule_rank(c, 0, 2, &a) || !rule_rank(c, 1, 2, &b) || !rule_merge_dim(c, 1, tb, a.dim[!ta], b.dim[tb], &k))
		return;
	rule_dims(c, 0, 2, a.dim[ta], b.dim[!tb]);
	rule_scalar(c, 1);
	rule_scalar(c, 2);
}

static idim window(struct rule_ctx *c, idim in, idim filter, int64_t stride)
{
	struct syms *s = &c->inf->syms;

	if (stride < 1)
		return rule_new(c);
	if (rule_attr_is(c, "padding", "SAME"))
		return idim_known(in) ? in / stride + (in % stride != 0) : stride == 1 ? in : rule_new(c);
	if (stride == 1)
		return sym_add(s, sym_sub(s, in, filter), 1);
	return idim_known(in) && idim_known(filter) && in >= filter ? (in - filter) / stride + 1 : rule_new(c);
}

/* Windows of ksize, or as large as the filter that input 1 is. */
static void windows(struct rule_ctx *c)
{
	int64_t k[4] = { 0 }, st[4] = { 0 };
	struct ishape x, f = { 0 };
	bool filter = c->row->p;
	idim d[4];

	if (!rule_rank(c, 0, 4, &x) || (filter && !rule_rank(c, 1, 4, &f)) || rule_ints(c, "strides", st, 4) != 4 ||
	    (!filter && rule_ints(c, "ksize", k, 4) != 4))
		return;
	if (filter && !rule_merge_dim(c, 1, 2, x.dim[3], f.dim[2], &d[3]))
		return;
	d[0] = x.dim[0];
	d[3] = filter ? f.dim[3] : x.dim[3];
	for (int i = 1; i < 3; i++)
		d[i] = window(c, x.dim[i], filter ? f.dim[i - 1] : k[i], st[i]);
	rule_out(c, 0, ishape_new(c->inf, 4, d));
	rule_scalar(c, 1);
	rule_scalar(c, 2);
}

RULES(quantized,
	RULE("QuantizeDownAndShrinkRange", like_first),
	RULE("QuantizedAdd", two),
	RULE("QuantizedAvgPool", windows),
	FORM("QuantizedBiasAdd", "[*b,n] [n] [] [] [] [] -> [*b,n] [] []"),
	RULE_P("QuantizedConv2D", windows, 1),
	RULE("QuantizedMatMul", product),
	RULE("QuantizedMaxPool", windows),
	RULE("QuantizedMul", two),
	RULE("QuantizedRelu", like_first),
	RULE("QuantizedRelu6", like_first),
	RULE("RequantizationRange", rule_scalars),
	RULE("Requantize", like_first));
