/*
 * Half and bfloat16 ops that TensorFlow computes in several steps, each rounded to the type: one line
 * each, R rounds. Values come and go as floats that the type holds exactly. Ops of one step are not
 * here: the CPU level's float loop and one rounding give the same.
 */
#include "ops/loops.h"

#include "ops/mathfn.h"

#define LOW_UN(UN) \
	UN(Elu, x < 0 ? R(R(k_expf(x)) - 1.0f) : x) \
	UN(Selu, x < 0 ? R(R(1.7580993408473768599f) * R(R(k_expf(x)) - 1.0f)) : \
	   R(R(1.0507009873554804934f) * x)) \
	UN(Softplus, softplus(x, R(k_expf(x)), R(R(logf(EPS)) + 2.0f))) \
	UN(Softsign, R(x / R(fabsf(x) + 1.0f))) \
	UN(Sigmoid, sigmoid(x, R(k_expf(x))))

#define LOW_BIN(BIN) \
	BIN(SquaredDifference, R(a - b) * R(a - b)) \
	BIN(Xlogy, a == 0 ? 0 : R(a * R(k_logf(b)))) \
	BIN(Xlog1py, a == 0 ? 0 : R(a * R(k_log1pf(b)))) \
	BIN(TruncateDiv, truncf(R(a / b))) \
	BIN(FloorDiv, floorf(R(a / b))) \
	BIN(EluGrad, b < 0 ? R(R(b + 1.0f) * a) : a) \
	BIN(SeluGrad, b < 0 ? R(a * R(b + R(1.7580993408473768599f))) : R(a * R(1.0507009873554804934f))) \
	BIN(SoftplusGrad, R(a / R(R(k_expf(-b)) + 1.0f))) \
	BIN(SoftsignGrad, R(a / square(R(fabsf(b) + 1.0f)))) \
	BIN(SigmoidGrad, R(b * R(a * R(1.0f - a)))) \
	BIN(TanhGrad, R(b * R(1.0f - R(a * a)))) \
	BIN(SqrtGrad, b == 0 ? 0 : R(R(0.5f / a) * b)) \
	BIN(RsqrtGrad, b == 0 ? 0 : R(R(-0.5f * R(b * a)) * R(a * a))) \
	BIN(InvGrad, b == 0 ? 0 : R(-R(a * a) * b)) \
	BIN(ReciprocalGrad, b == 0 ? 0 : R(-R(a * a) * b))

#define square(v) R((v) * (v))
#define softplus(x, e, far) ((x) > -(far) ? (x) : (x) < (far) ? (e) : R(k_log1pf(e)))
#define sigmoid(x, e) ((e) > FLT_MAX ? 1.0f : R((e) / R(1.0f + (e))))

static inline float round_half(float x)
{
	return half_to_float(half_of_float(x));
}

static inline float round_bf16(float x)
{
	return bf16_to_float(bf16_of_float(x));
}

#define UN_FN(name, e) \
static void F(un_##name)(void *o, const void *pa, int64_t n) \
{ \
	for (int64_t i = 0; i < n; i++) { \
		float x = ((const float *)pa)[i]; \
		((float *)o)[i] = e; \
	} \
}
#define BIN_FN(name, e) \
static void F(bin_##name)(void *o, const void *pa, const void *pb, int64_t n, int sa, int sb) \
{ \
	for (int64_t i = 0; i < n; i++) { \
		float a = ((const float *)pa)[sa ? i : 0], b = ((const float *)pb)[sb ? i : 0]; \
		((float *)o)[i] = e; \
	} \
}
#define UN_ROW(name, e) [UN_##name] = F(un_##name),
#define BIN_ROW(name, e) [BIN_##name] = F(bin_##name),

#define R(v) round_half(v)
#define EPS 0x1p-10f
#define F(x) x##_half
LOW_UN(UN_FN)
LOW_BIN(BIN_FN)
static const un_fn un_half[UN_N] = { LOW_UN(UN_ROW) };
static const bin_fn bin_half[BIN_N] = { LOW_BIN(BIN_ROW) };
#undef R
#undef EPS
#undef F

#define R(v) round_bf16(v)
#define EPS 0x1p-7f
#define F(x) x##_bf16
LOW_UN(UN_FN)
LOW_BIN(BIN_FN)
static const un_fn un_bf16[UN_N] = { LOW_UN(UN_ROW) };
static const bin_fn bin_bf16[BIN_N] = { LOW_BIN(BIN_ROW) };

un_fn low_un(enum scalar_un op, enum dtype t)
{
	un_fn fn = (t == DT_HALF ? un_half : un_bf16)[op];

	return fn ? fn : loops()->un[op][F32];
}

bin_fn low_bin(enum scalar_bin op, enum dtype t)
{
	bin_fn fn = (t == DT_HALF ? bin_half : bin_bf16)[op];

	return fn ? fn : loops()->bin[op][F32];
}
