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

/* Dimension i of space; gaps are as the attributes say. */
static idim uniform_size(struct rule_ctx *c, int i, idim x, idim y, int64_t stride)
{
	int64_t gap[2][16], pad[32] = { 0 };
	uint32_t a = rule_ints(c, "lhs_dilation", gap[0], 16), b = rule_ints(c, "rhs_dilation", gap[1], 16);
	int64_t step = a > (uint32_t)i ? gap[0][i] : 1, tap = b > (uint32_t)i ? gap[1][i] : 1, n;

	if (stride < 1 || step < 1 || tap < 1 || x > INT32_MAX || y > INT32_MAX || step > INT32_MAX ||
	    tap > INT32_MAX || stride > INT32_MAX || rule_ints(c, "explicit_padding", pad, 32) > 32)
		return rule_new(c);
	x = x ? (x - 1) * step + 1 : 0;
	y = y ? (y - 1) * tap + 1 : 0;
	if (rule_attr_is(c, "padding", "SAME"))
		return (x + stride - 1) / stride;
	if (pad[2 * i] < 0 || pad[2 * i] > INT32_MAX || pad[2 * i + 1] < 0 || pad[2 * i + 1] > INT32_MAX)
		return rule_new(c);
	n = x + pad[2 * i] + pad[2 * i + 1] - y + 1;
	n = (n + stride - 1) / stride;
	return n < 0 ? rule_new(c) : n;
}

/* Batch, features and space where dimension_numbers does not say otherwise; of space only SAME says something. */
static void uniform_conv(struct rule_ctx *c)
{
	struct ishape x = rule_in(c, 0), y = rule_in(c, 1), s;
	int rank = x.rank < 0 ? y.rank : x.rank;
	int64_t st[16] = { 0 };
	bool usual = rule_attr_is(c, "dimension_numbers", "") && rule_attr(c, "batch_group_count", 1) == 1;
	uint32_t n = rule_ints(c, "window_strides", st, 16);
	idim d[18];

	if (rank < 3 || rank > 18 || !rule_rank(c, 0, rank, &x) || !rule_rank(c, 1, rank, &y)) {
		if (rank >= 0 && rank < 3)
			rule_bad(c, 0, -1, "lhs and rhs must be of rank 3 at least");
		return;
	}
	for (int i = 0; i < rank; i++)
		d[i] = rule_new(c);
	if (usual) {
		d[0] = x.dim[0];
		d[1] = y.dim[0];
	}
	for (int i = 2; usual && i < rank; i++)
		if (idim_known(x.dim[i]) && idim_known(y.dim[i]))
			d[i] = uniform_size(c, i - 2, x.dim[i], y.dim[i], n ? st[i - 2] : 1);
	s = ishape_new(c->inf, rank, d);
	rule_out(c, 0, s);
}

RULES(quantized,
	RULE("QuantizeDownAndShrinkRange", like_first),
	RULE("QuantizedAdd", two),
	RULE("QuantizedAvgPool", windows),
	FORM("QuantizedBatchNormWithGlobalNormalization",
	     "[n,y,x,c] [] [] [c] [] [] [c] [] [] [c] [] [] [c] [] [] -> [n,y,x,c] [] []"),
	FORM("QuantizedBiasAdd", "[*b,n] [n] [] [] [] [] -> [*b,n] [] []"),
	RULE_P("QuantizedConv2D", windows, 1),
	FORM("QuantizedInstanceNorm", "[n,y,x,c] [] [] -> [n,y,x,c] [] []"),
	RULE("QuantizedMatMul", product),
	RULE("QuantizedMaxPool", windows),
	RULE("QuantizedMul", two),
	RULE("QuantizedRelu", like_first),
	RULE("QuantizedRelu6", like_first),
	RULE("RequantizationRange", rule_scalars),
	RULE("RequantizationRangePerChannel", rule_scalars),
	RULE("Requantize", like_first),
	RULE("RequantizePerChannel", like_first),
	RULE("UniformDequantize", rule_same),
	RULE("UniformQuantize", rule_same),
	RULE("UniformQuantizedAdd", rule_binary),
	RULE("UniformQuantizedClipByValue", rule_same),
	RULE("UniformQuantizedConvolution", uniform_conv),
	RULE("UniformQuantizedConvolutionHybrid", uniform_conv),
	FORM("UniformQuantizedDot", "[m,k] [k,n] [] [] -> [m,n]"),
	FORM("UniformQuantizedDotHybrid", "[m,k] [k,n] -> [m,n]"),
	RULE("UniformRequantize", rule_same));
