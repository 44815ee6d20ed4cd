/*
 * _FusedConv2D, _FusedMatMul and their kin: a product, then BiasAdd or FusedBatchNorm, then an
 * activation; the bits are those of the ops one after another. TensorFlow's own kernels of
 * _FusedDepthwiseConv2dNative, _FusedConv3D and _FusedBatchNormEx give nothing: there oneDNN's
 * rewriting runs them; here they are what they stand for.
 */
#include "ops/fused.h"

#include <math.h>
#include <string.h>

#include "ops/array.h"
#include "ops/conv.h"
#include "ops/elop.h"
#include "ops/loops.h"

/* ---- borrowing another op's kernel ---- */

bool op_run_as(struct op_ctx *c, const char *op, int n_in, struct tensor *const *in,
	       struct tensor **out)
{
	const struct op_row *row = op_find(sv_of(op));
	struct op_ctx sub = *c;
	bool ok;

	if (!row)
		return op_fail(c, ERR_UNIMPLEMENTED, "there is no kernel of %s", op);
	sub.row = row;
	sub.n_in = n_in;
	sub.n_out = row->n_out;
	sub.in = in ? in : c->in;
	sub.out = out ? out : c->out;
	sub.may_reuse = false;
	ok = row->run(&sub);
	c->temps = sub.temps;
	return ok;
}

/* ---- what is fused ---- */

enum act { ACT_NONE, ACT_RELU, ACT_RELU6, ACT_ELU, ACT_LEAKY, ACT_N };
static const char *const act_name[ACT_N] = {"", "Relu", "Relu6", "Elu", "LeakyRelu"};

#define ALL_ACTS ((1u << ACT_N) - 1)
#define FEW_ACTS (ALL_ACTS & ~(1u << ACT_LEAKY))

struct spec {
	const char *base, *label;
	unsigned with_bias, with_norm; /* activations that may follow */
};

struct fusion {
	bool norm;
	enum act act;
	float alpha, epsilon;
};

static bool not_fused(struct op_ctx *c, const struct attr_value *op, uint32_t n)
{
	struct str s = {0};

	for (uint32_t i = 0; i < n; i++)
		str_addf(&s, "%s%.*s", i ? "," : "", SV_ARG(op[i].s));
	op_fail(c, ERR_UNIMPLEMENTED, "Fusion is not implemented: [%s]", str_z(&s));
	str_free(&s);
	return false;
}

static bool args_fit(struct op_ctx *c, const struct spec *spec, const struct fusion *f)
{
	int64_t n = 0, host = 0;

	node_attr_int(c->node, "num_args", &n);
	node_attr_int(c->node, "num_host_args", &host);
	if (!f->norm && n != (host == 2 ? 2 : 1))
		return op_invalid(c,
				  "Fused %s with BiasAdd must have one extra argument: bias or 4 "
				  "extra arguments: bias, "
				  "side_input, conv_input_scale and side_input_scale",
				  spec->label);
	if (f->norm && n != 4)
		return op_invalid(c,
				  "Fused %s with FusedBatchNorm must have four extra arguments: "
				  "scale, offset, mean, "
				  "variance.",
				  spec->label);
	return true;
}

static bool fusion_read(struct op_ctx *c, const struct spec *spec, struct fusion *f)
{
	const struct attr_value *op;
	uint32_t n = 0;

	*f = (struct fusion){.alpha = 0.2f, .epsilon = 0.0001f};
	if (!node_attr_list(c->node, "fused_ops", &op, &n) || !n)
		return op_invalid(c, "Fused %s must have at least one fused op.", spec->label);
	f->norm = sv_is(op[0].s, "FusedBatchNorm");
	if (n > 2 || (!f->norm && !sv_is(op[0].s, "BiasAdd")))
		return not_fused(c, op, n);
	for (f->act = ACT_NONE; n > 1 && f->act < ACT_N && !sv_is(op[1].s, act_name[f->act]);)
		f->act++;
	if (f->act == ACT_N || !((f->norm ? spec->with_norm : spec->with_bias) & 1u << f->act))
		return not_fused(c, op, n);
	node_attr_float(c->node, "leakyrelu_alpha", &f->alpha);
	node_attr_float(c->node, "epsilon", &f->epsilon);
	return args_fit(c, spec, f);
}

/* ---- what follows the product ---- */

/* TensorFlow reads as many as there are channels, whatever there is. */
static bool vectors_ok(struct op_ctx *c, const struct fusion *f, int64_t ch)
{
	static const char *const name[] = {"scale", "offset", "estimated_mean",
					   "estimated_variance"};

	for (int i = 2; i < (f->norm ? 6 : 3); i++) {
		if (c->in[i]->rank != 1)
			return op_invalid(c, "%s must be 1-dimensional%s",
					  f->norm ? name[i - 2] : "bias", op_in_shape(c, i));
		if (c->in[i]->n < ch)
			return op_invalid(c, "%s has %lld elements for %lld channels",
					  f->norm ? name[i - 2] : "bias", (long long)c->in[i]->n,
					  (long long)ch);
	}
	return true;
}

/* scale / sqrt(variance + epsilon) */
static void *factors(struct op_ctx *c, const struct fusion *f, enum dtype t, int64_t ch)
{
	const struct tensor *scale = c->in[2], *var = c->in[5];
	void *to = op_temp(c, (size_t)ch * sizeof(double));

	for (int64_t i = 0; to && i < ch; i++)
		if (t == DT_DOUBLE)
			((double *)to)[i] = 1 /
					    sqrt(((double *)var->data)[i] + (double)f->epsilon) *
					    ((double *)scale->data)[i];
		else
			((float *)to)[i] = 1 / sqrtf(((float *)var->data)[i] + f->epsilon) *
					   ((float *)scale->data)[i];
	return to;
}

static bool activate(struct op_ctx *c, const struct fusion *f, struct tensor *y)
{
	if (f->act == ACT_LEAKY && y->dtype == DT_DOUBLE)
		loops()->leaky_f64(y->data, y->data, y->n, (double)f->alpha);
	else if (f->act == ACT_LEAKY)
		loops()->leaky_f32(y->data, y->data, y->n, f->alpha);
	else if (f->act != ACT_NONE)
		return scalar_apply(c, sv_of(act_name[f->act]), y);
	return true;
}

static bool finish(struct op_ctx *c, const struct fusion *f)
{
	struct tensor *y = c->out[0];
	enum dtype t = y->dtype;
	int64_t ch = y->dim[y->rank - 1];
	el_fn add = el_op(EL_ADD, t), sub = el_op(EL_SUB, t), mul = el_op(EL_MUL, t);
	const void *factor = NULL;

	if (!vectors_ok(c, f, ch))
		return false;
	if (f->norm && !(factor = factors(c, f, t, ch)))
		return false;
	for (int64_t i = 0; i < y->n; i += ch) {
		char *row = el_at(t, y->data, i);

		if (f->norm) {
			sub(row, c->in[4]->data, ch);
			mul(row, factor, ch);
		}
		add(row, c->in[f->norm ? 3 : 2]->data, ch);
	}
	return activate(c, f, y);
}

/* ---- the ops ---- */

/* What Conv2D would take. */
static bool conv_ok(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *f = c->in[1];
	struct sv format = SV("NHWC");

	node_attr_str(c->node, "data_format", &format);
	if (x->rank != 4 || f->rank != 4 || !x->n || !f->n) /* Conv2D knows better */
		return true;
	if (!sv_is(format, "NHWC"))
		return op_fail(c, ERR_UNIMPLEMENTED,
			       "Fused conv implementation %sonly supports NHWC tensor format for now.",
			       dtype_info(x->dtype)->size == 1 ? "for int8/qint8 on CPU " : "");
	if (x->dim[3] != f->dim[2] && x->dim[3] % f->dim[2] == 0)
		return op_fail(
			c, ERR_UNIMPLEMENTED,
			"Fused conv implementation does not support grouped convolutions for now.");
	return true;
}

static bool run_plain(struct op_ctx *c)
{
	const struct spec *spec = c->row->data;
	struct fusion f;

	if (!fusion_read(c, spec, &f) || !op_run_as(c, spec->base, 2, NULL, NULL))
		return false;
	return c->out[0]->n == 0 || finish(c, &f);
}

/* int8: the sum is made in float, scaled, given part of a side input and the bias, and rounded. */
static void quantize(struct op_ctx *c, const struct fusion *f, const float *sum, struct tensor *out)
{
	const float *bias = c->in[2]->data, *scale = c->in[4]->data,
		    by = *(const float *)c->in[5]->data;
	const int8_t *side = c->in[3]->n ? c->in[3]->data : NULL;
	int64_t ch = out->dim[3];
	float low = f->act == ACT_RELU ? 0 : -128;

	for (int64_t i = 0; i < out->n; i++) {
		float v = sum[i] * scale[c->in[4]->n > 1 ? i % ch : 0];

		if (side && by != 0)
			v = fmaf(side[i], by, v);
		v = rintf(v + bias[i % ch]);
		((int8_t *)out->data)[i] = (int8_t)(v > 127 ? 127 : v >= low ? v : low);
	}
}

static bool int8_args(struct op_ctx *c, const struct fusion *f, const struct tensor *sum)
{
	int64_t ch = sum->dim[3];

	if (f->norm || (f->act != ACT_NONE && f->act != ACT_RELU))
		return op_fail(
			c, ERR_UNIMPLEMENTED,
			"Fused conv implementation for int8/qint8 on CPU only supports BiasAdd + "
			"None or BiasAdd + Relu.");
	if (c->n_in != 6 || c->in[2]->dtype != DT_FLOAT || c->in[3]->dtype != c->in[0]->dtype)
		return op_invalid(c, "int8 needs a bias, a side input and two scales");
	if (c->in[2]->n < ch || (c->in[3]->n && c->in[3]->n != sum->n) || c->in[4]->n < 1 ||
	    (c->in[4]->n > 1 && c->in[4]->n < ch) || c->in[5]->n != 1)
		return op_invalid(c, "int8's bias, side input or scales do not fit an output of %s",
				  op_shape(c, sum->rank, sum->dim));
	return true;
}

static bool no_dilation(struct op_ctx *c)
{
	const struct attr_value *v;
	uint32_t n = 0;

	if (node_attr_list(c->node, "dilations", &v, &n))
		for (uint32_t i = 0; i < n; i++)
			if (v[i].i != 1)
				return op_fail(c, ERR_UNIMPLEMENTED,
					       "Fused conv implementation for int8/qint8 on CPU "
					       "only supports "
					       "dilation of 1 for rows and cols.");
	return true;
}

static struct tensor *as_float(struct op_ctx *c, int i)
{
	struct tensor *t = tensor_new(DT_FLOAT, c->in[i]->rank, c->in[i]->dim, c->err);

	for (int64_t k = 0; t && k < t->n; k++)
		((float *)t->data)[k] = ((const int8_t *)c->in[i]->data)[k];
	if (t)
		op_hold(c, t);
	return t;
}

static bool conv_int8(struct op_ctx *c, const struct fusion *f)
{
	struct tensor *in[2] = {as_float(c, 0), as_float(c, 1)}, *sum = NULL, *out;

	if (!in[0] || !in[1] || !op_run_as(c, "Conv2D", 2, in, &sum)) {
		tensor_unref(sum);
		return false;
	}
	op_hold(c, sum);
	out = op_out(c, 0, c->in[0]->dtype, sum->rank, sum->dim);
	if (!out || out->n == 0)
		return out != NULL;
	if (!no_dilation(c) || !int8_args(c, f, sum))
		return false;
	quantize(c, f, sum->data, out);
	return true;
}

static bool run_conv2d(struct op_ctx *c)
{
	const struct spec *spec = c->row->data;
	struct fusion f;

	if (!fusion_read(c, spec, &f) || !conv_ok(c))
		return false;
	if (c->in[0]->dtype == DT_INT8 || c->in[0]->dtype == DT_QINT8)
		return conv_int8(c, &f);
	for (int i = 2; i < (f.norm ? 6 : 3); i++)
		if (c->in[i]->dtype != c->in[0]->dtype)
			return op_invalid(c, "extra argument %d is %s, not %s", i - 2,
					  dtype_info(c->in[i]->dtype)->name,
					  dtype_info(c->in[0]->dtype)->name);
	if (!op_run_as(c, "Conv2D", 2, NULL, NULL))
		return false;
	return c->out[0]->n == 0 || finish(c, &f);
}

/* Products of no elements are zeros without a bias: TensorFlow leaves early. */
static bool run_matmul(struct op_ctx *c)
{
	const struct spec *spec = c->row->data;
	struct fusion f;

	if (c->in[0]->dtype == DT_BFLOAT16)
		return op_invalid(c, "Op does not support bfloat16 inputs");
	if (!fusion_read(c, spec, &f) || !op_run_as(c, spec->base, 2, NULL, NULL))
		return false;
	return c->out[0]->n == 0 || c->in[0]->n == 0 || finish(c, &f);
}

/* ---- _FusedBatchNormEx ---- */

static bool run_norm(struct op_ctx *c)
{
	struct sv act = SV("Identity");
	el_fn add = el_op(EL_ADD, c->in[0]->dtype);

	node_attr_str(c->node, "activation_mode", &act);
	if (!sv_is(act, "Identity") && !sv_is(act, "Relu"))
		return op_fail(c, ERR_UNIMPLEMENTED,
			       "FusedBatchNorm activation is not implemented: %.*s", SV_ARG(act));
	if (c->n_in > 6 ||
	    (c->n_in == 6 && !shape_eq(tensor_shape(c->in[5]), tensor_shape(c->in[0]))))
		return op_invalid(c, "FusedBatchNorm takes one side input of x's shape");
	if (!op_run_as(c, "FusedBatchNormV3", 5, NULL, NULL))
		return false;
	if (c->n_in == 6)
		add(c->out[0]->data, c->in[5]->data, c->out[0]->n);
	return sv_is(act, "Identity") || scalar_apply(c, act, c->out[0]);
}

/* ---- _UnaryOpsComposition ---- */

static bool composes(struct sv op, enum dtype t)
{
	static const char *const any[] = {"Abs",   "Ceil",  "Cos",    "Elu",   "Exp",  "Expm1",
					  "Floor", "Inv",   "Log",    "Log1p", "Neg",  "Reciprocal",
					  "Relu",  "Relu6", "Round",  "Rsqrt", "Selu", "Sigmoid",
					  "Sin",   "Sqrt",  "Square", "Tanh"};
	static const char *const wide[] = {"Acos",  "Acosh", "Asin", "Asinh", "Atan",
					   "Atanh", "Cosh",  "Rint", "Sinh",  "Tan"};

	for (size_t i = 0; i < sizeof(any) / sizeof(any[0]); i++)
		if (sv_is(op, any[i]))
			return true;
	for (size_t i = 0; t != DT_HALF && i < sizeof(wide) / sizeof(wide[0]); i++)
		if (sv_is(op, wide[i]))
			return true;
	return false;
}

static bool run_unary(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	const struct attr_value *op;
	struct tensor *out;
	uint32_t n = 0;

	if (!node_attr_list(c->node, "op_names", &op, &n) || !n)
		return op_invalid(c, "Unary op composition must have at least one op");
	for (uint32_t i = 0; i < n; i++)
		if (!composes(op[i].s, x->dtype))
			return op_invalid(c,
					  "Do not have a compute function registered for op: %.*s",
					  SV_ARG(op[i].s));
	out = op_out_reuse(c, 0, 0, x->dtype, x->rank, x->dim);
	if (!out)
		return false;
	if (out->data != x->data)
		memcpy(out->data, x->data, x->bytes);
	for (uint32_t i = 0; i < n; i++)
		if (!scalar_apply(c, op[i].s, out))
			return false;
	return true;
}

/* ---- rows ---- */

/* Each output element takes its channel's filter. */
static void depthwise_cost(const struct op_ctx *c, double *macs, double *bytes)
{
	const struct tensor *f = c->in[1];

	conv_cost(c, macs, bytes);
	*macs = f->rank == 4 && f->dim[2] ? *macs / (double)f->dim[2] : 0;
}

static void matmul_cost(const struct op_ctx *c, double *macs, double *bytes)
{
	const struct tensor *a = c->in[0], *out = c->out[0];
	bool turned = false;

	node_attr_bool(c->node, "transpose_a", &turned);
	*macs = out && a->rank == 2 ? (double)out->n * (double)a->dim[!turned] : 0;
	*bytes = (double)(a->bytes + c->in[1]->bytes + (out ? out->bytes : 0));
}

static const struct spec conv2d = {"Conv2D", "Conv2D", ALL_ACTS, ALL_ACTS};
static const struct spec conv3d = {"Conv3D", "Conv3D", ALL_ACTS, 0};
static const struct spec depthwise = {"DepthwiseConv2dNative", "DepthwiseConv2dNative", FEW_ACTS,
				      0};
static const struct spec matmul = {"MatMul", "MatMul", ALL_ACTS, 0};

#define DM_WIDE (DM(DT_FLOAT) | DM(DT_DOUBLE))
static const struct op_row rows[] = {
	{.name = "_FusedBatchNormEx",
	 .n_in = -1,
	 .n_out = 6,
	 .types = {{"T", DM(DT_FLOAT)}, {"U", DM(DT_FLOAT)}},
	 .run = run_norm},
	{.name = "_FusedConv2D",
	 .n_in = -1,
	 .n_out = 1,
	 .run = run_conv2d,
	 .cost = conv_cost,
	 .data = &conv2d,
	 .types = {{"T", DM_WIDE | DM(DT_INT8) | DM(DT_QINT8)}}},
	{.name = "_FusedConv3D",
	 .n_in = -1,
	 .n_out = 1,
	 .types = {{"T", DM(DT_FLOAT)}},
	 .run = run_plain,
	 .cost = conv_cost,
	 .data = &conv3d},
	{.name = "_FusedDepthwiseConv2dNative",
	 .n_in = -1,
	 .n_out = 1,
	 .types = {{"T", DM(DT_FLOAT)}},
	 .run = run_plain,
	 .cost = depthwise_cost,
	 .data = &depthwise},
	{.name = "_FusedMatMul",
	 .n_in = -1,
	 .n_out = 1,
	 .types = {{"T", DM(DT_FLOAT) | DM(DT_BFLOAT16)}},
	 .run = run_matmul,
	 .cost = matmul_cost,
	 .data = &matmul},
	{.name = "_UnaryOpsComposition",
	 .n_in = 1,
	 .n_out = 1,
	 .types = {{"T", DM_WIDE | DM(DT_HALF)}},
	 .run = run_unary},
};

OP_FAMILY(family_fused, rows);
