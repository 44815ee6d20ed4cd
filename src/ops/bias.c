/* BiasAdd and its gradient: a vector along the channels, summed over everything else. */
#include <string.h>

#include "ops/kernel.h"
#include "ops/mm.h"

struct bias {
	int64_t outer, ch, inner;	/* x is [outer][ch][inner] */
};

#define ADD(T, U, name) \
	static void name(const struct bias *s, const void *xp, const void *bp, void *op) \
	{ \
		const T *x = xp, *b = bp; \
		T *o = op; \
		if (s->inner == 1) { \
			for (int64_t r = 0; r < s->outer; r++, x += s->ch, o += s->ch) \
				for (int64_t k = 0; k < s->ch; k++) \
					o[k] = (T)((U)x[k] + (U)b[k]); \
			return; \
		} \
		for (int64_t r = 0; r < s->outer * s->ch; r++, x += s->inner, o += s->inner) \
			for (int64_t k = 0; k < s->inner; k++) \
				o[k] = (T)((U)x[k] + (U)b[r % s->ch]); \
	} \
	/* sums in U, one rounding at the end */ \
	static void name##_grad(const struct bias *s, const void *xp, void *op) \
	{ \
		const T *x = xp; \
		T *o = op; \
		for (int64_t k = 0; k < s->ch; k++) { \
			U sum = 0; \
			for (int64_t r = 0; r < s->outer; r++) \
				for (int64_t i = 0; i < s->inner; i++) \
					sum += (U)x[(r * s->ch + k) * s->inner + i]; \
			o[k] = (T)sum; \
		} \
	}
ADD(float, double, bias_f32)
ADD(double, double, bias_f64)
ADD(uint8_t, uint32_t, bias_8)
ADD(uint16_t, uint32_t, bias_16)
ADD(uint32_t, uint32_t, bias_32)
ADD(uint64_t, uint64_t, bias_64)
ADD(_Complex float, _Complex double, bias_c64)
ADD(_Complex double, _Complex double, bias_c128)

/* [outer][ch][inner] from the shape and data_format. */
static struct bias split(const struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct sv format = SV("NHWC");
	struct bias s = { 1, 1, 1 };
	int axis = x->rank - 1;

	node_attr_str(c->node, "data_format", &format);
	if (sv_is(format, "NCHW"))
		axis = 1;
	for (int d = 0; d < axis; d++)
		s.outer *= x->dim[d];
	s.ch = x->dim[axis];
	for (int d = axis + 1; d < x->rank; d++)
		s.inner *= x->dim[d];
	return s;
}

#define EACH(call) \
	switch (t) { \
	case DT_FLOAT: \
		call(bias_f32); \
		break; \
	case DT_DOUBLE: \
		call(bias_f64); \
		break; \
	case DT_COMPLEX64: \
		call(bias_c64); \
		break; \
	case DT_COMPLEX128: \
		call(bias_c128); \
		break; \
	default: \
		switch (dtype_info(t)->size) { \
		case 1: \
			call(bias_8); \
			break; \
		case 2: \
			call(bias_16); \
			break; \
		case 4: \
			call(bias_32); \
			break; \
		default: \
			call(bias_64); \
		} \
	}

static bool add(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	enum dtype t = mm_type(x->dtype);
	struct bias s = split(c);
	struct tensor *out = op_out_like(c, 0, x);
	const void *xp, *bp;
	void *op;

	if (!out || out->n == 0)
		return out != NULL;
	xp = mm_in(c, 0);
	bp = mm_in(c, 1);
	op = mm_out(c, out);
	if (!xp || !bp || !op)
		return false;
#define RUN(f) f(&s, xp, bp, op)
	EACH(RUN)
#undef RUN
	mm_done(out, op);
	return true;
}

static bool run_bias_add(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *b = c->in[1];

	if (x->rank < 2)
		return op_invalid(c, "Input tensor must be at least 2D: %s", op_in_shape(c, 0));
	if (b->rank != 1)
		return op_invalid(c, "Biases must be 1D: %s", op_in_shape(c, 1));
	if (b->n != split(c).ch)
		return op_invalid(c, "Must provide as many biases as the last dimension of the input tensor: %s vs. %s",
				  op_in_shape(c, 1), op_in_shape(c, 0));
	return add(c);
}

static bool run_bias_grad(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	enum dtype t = mm_type(x->dtype);
	struct tensor *out;
	struct bias s;
	const void *xp;
	void *op;

	if (x->rank < 2)
		return op_invalid(c, "Input tensor must be at least 2D: %s", op_in_shape(c, 0));
	s = split(c);
	out = op_out(c, 0, x->dtype, 1, &s.ch);
	if (!out || out->n == 0)
		return out != NULL;
	xp = mm_in(c, 0);
	op = mm_out(c, out);
	if (!xp || !op)
		return false;
#define RUN(f) f##_grad(&s, xp, op)
	EACH(RUN)
#undef RUN
	mm_done(out, op);
	return true;
}

static const struct op_row rows[] = {
	{ .name = "BiasAdd", .n_in = 2, .n_out = 1, .types = { { "T", DM_NUMBER } }, .run = run_bias_add },
	{ .name = "BiasAddGrad", .n_in = 1, .n_out = 1, .types = { { "T", DM_NUMBER } }, .run = run_bias_grad },
	{ .name = "BiasAddV1", .n_in = 2, .n_out = 1, .types = { { "T", DM_NUMBER } }, .run = run_bias_add },
};

OP_FAMILY(family_bias, rows);
