/* Elementwise ops with shapes of their own: AddN, ClipByValue, Cross, ApproximateEqual,
 * PopulationCount. */
#include "ops/kernel.h"

#include <math.h>
#include <string.h>

#include "ops/loops.h"
#include "ops/tensorlist.h"

enum { CHUNK = 512 };

static bool is_low(enum dtype t)
{
	return t == DT_HALF || t == DT_BFLOAT16;
}

/* ---- AddN: in TensorFlow's groups of eight, after a first one that makes the count come out ---- */

struct sum_job {
	bin_fn add;
	enum dtype low;
	int64_t size;
	char *out;
	struct tensor *const *in;
	int n;
};

static void add_to(const struct sum_job *j, char *y, const char *x, int64_t n)
{
	float a[CHUNK], b[CHUNK];

	if (!j->low) {
		j->add(y, y, x, n, 1, 1);
		return;
	}
	low_to_float(j->low, a, y, n);
	low_to_float(j->low, b, x, n);
	j->add(a, a, b, n, 1, 1);
	low_of_float(j->low, y, a, n);
}

static void sum_tile(void *ctx, int64_t from, int64_t to)
{
	const struct sum_job *j = ctx;
	_Alignas(64) char group[CHUNK * 16];

	for (int64_t i = from, n; i < to; i += n) {
		char *y = j->out + i * j->size, *at = y;
		int left = j->n % 8 < 2 ? j->n % 8 + 8 : j->n % 8;
		bool fresh = true;

		n = to - i < CHUNK ? to - i : CHUNK;
		for (int k = 0; k < j->n; k++) {
			const char *x = (const char *)j->in[k]->data + i * j->size;

			if (fresh)
				memcpy(at, x, (size_t)(n * j->size));
			else
				add_to(j, at, x, n);
			fresh = --left == 0;
			if (!fresh)
				continue;
			if (at != y)
				add_to(j, y, at, n);
			at = group;
			left = 8;
		}
	}
}

static bool run_add_n(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	enum dtype t = x->dtype;
	struct sum_job j = { .low = is_low(t) ? t : DT_INVALID, .size = dtype_info(t)->size,
			     .in = c->in, .n = c->n_in };
	struct tensor *out;

	if (t == DT_VARIANT && c->n_in > 0)
		return variant_add_n(c);
	j.add = t == DT_DOUBLE ? loops()->bin[BIN_AddV2][F64] : t == DT_FLOAT || j.low ?
		loops()->bin[BIN_AddV2][F32] : scalar_bin(BIN_AddV2, t);
	if (c->n_in < 1)
		return op_invalid(c, "AddN needs an input");
	for (int i = 1; i < c->n_in; i++)
		if (!shape_eq(tensor_shape(x), tensor_shape(c->in[i])))
			return op_invalid(c, "Inputs to operation %.*s of type AddN must have the same size "
					  "and shape.  Input 0: %s != input %d: %s", SV_ARG(c->node->name),
					  op_in_shape(c, 0), i, op_in_shape(c, i));
	if (c->n_in == 1)
		return op_out_ref(c, 0, c->in[0]);
	out = op_out_like(c, 0, x);
	if (!out || !out->n)
		return out != NULL;
	j.out = out->data;
	tiles_run(out->n, TILE_ELEMS, sum_tile, &j);
	return true;
}

/* ---- templates over the real types; LOAD and STORE take half and bfloat16 through float ---- */

#define SAME(v) (v)
#define REAL_TYPES(X) \
	X(f32, float, float, SAME, SAME) X(f64, double, double, SAME, SAME) \
	X(half, uint16_t, float, half_to_float, half_of_float) \
	X(bf16, uint16_t, float, bf16_to_float, bf16_of_float) \
	X(i8, int8_t, int8_t, SAME, SAME) X(i16, int16_t, int16_t, SAME, SAME) \
	X(i32, int32_t, int32_t, SAME, SAME) X(i64, int64_t, int64_t, SAME, SAME) \
	X(u8, uint8_t, uint8_t, SAME, SAME) X(u16, uint16_t, uint16_t, SAME, SAME) \
	X(u32, uint32_t, uint32_t, SAME, SAME) X(u64, uint64_t, uint64_t, SAME, SAME)
#define REAL_TABLE(fn) { \
	[DT_FLOAT] = fn##_f32, [DT_DOUBLE] = fn##_f64, [DT_HALF] = fn##_half, [DT_BFLOAT16] = fn##_bf16, \
	[DT_INT8] = fn##_i8, [DT_INT16] = fn##_i16, [DT_INT32] = fn##_i32, [DT_INT64] = fn##_i64, \
	[DT_UINT8] = fn##_u8, [DT_UINT16] = fn##_u16, [DT_UINT32] = fn##_u32, [DT_UINT64] = fn##_u64 }

/* ---- ClipByValue: a NaN stays, a bound that is NaN is none ---- */

#define CLIP_FN(S, T, C, LOAD, STORE) \
static void clip_##S(const void *ctx, char *const *p, const uint8_t *step, int64_t n) \
{ \
	const T *a = (const void *)p[1], *lo = (const void *)p[2], *hi = (const void *)p[3]; \
	T *y = (void *)p[0]; \
	(void)ctx; \
	for (int64_t i = 0; i < n; i++) { \
		C x = LOAD(a[step[1] ? i : 0]), l = LOAD(lo[step[2] ? i : 0]); \
		C h = LOAD(hi[step[3] ? i : 0]); \
		x = h < x ? h : x; \
		x = l > x ? l : x; \
		y[i] = STORE(x); \
	} \
}
REAL_TYPES(CLIP_FN)
static const bcast_fn clip_fn[DT_COUNT] = REAL_TABLE(clip);

static bool run_clip(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct shape s[3] = { tensor_shape(x), tensor_shape(c->in[1]), tensor_shape(c->in[2]) };
	const void *in[3] = { x->data, c->in[1]->data, c->in[2]->data };
	size_t e = dtype_info(x->dtype)->size, size[4] = { e, e, e, e };
	struct tensor *out;
	struct bcast b;

	for (int k = 1; k < 3; k++)
		if (!shape_eq(s[k], s[0]) && s[k].rank != 0)
			return op_invalid(c, "clip_value_min and clip_value_max must be either of the same "
					  "shape as input, or a scalar. input shape: %sclip_value_min shape: "
					  "%sclip_value_max shape: %s", op_in_shape(c, 0), op_in_shape(c, 1),
					  op_in_shape(c, 2));
	bcast_plan(&b, c->scratch, 3, s);
	out = op_out_like(c, 0, x);
	if (out)
		bcast_run(&b, out->data, in, size, clip_fn[x->dtype], NULL);
	return out != NULL;
}

/* ---- Cross: integers wrap, half and bfloat16 round each step ---- */

typedef void (*cross_fn)(void *o, const void *a, const void *b, int64_t n);

#define MINOR(C, LOAD, STORE, i, j) \
	LOAD(STORE(LOAD(STORE(LOAD(u[i]) * LOAD(v[j]))) - LOAD(STORE(LOAD(u[j]) * LOAD(v[i])))))
#define CROSS_FN(S, T, C, LOAD, STORE) \
static void cross_##S(void *o, const void *a, const void *b, int64_t n) \
{ \
	for (int64_t i = 0; i < n; i += 3) { \
		const T *u = (const T *)a + i, *v = (const T *)b + i; \
		T *y = (T *)o + i; \
		y[0] = STORE(MINOR(C, LOAD, STORE, 1, 2)); \
		y[1] = STORE(MINOR(C, LOAD, STORE, 2, 0)); \
		y[2] = STORE(MINOR(C, LOAD, STORE, 0, 1)); \
	} \
}
#define WRAP(v) ((uint64_t)(v))
CROSS_FN(f32, float, float, SAME, SAME)
CROSS_FN(f64, double, double, SAME, SAME)
CROSS_FN(half, uint16_t, float, half_to_float, half_of_float)
CROSS_FN(bf16, uint16_t, float, bf16_to_float, bf16_of_float)
CROSS_FN(i8, int8_t, int8_t, WRAP, SAME)
CROSS_FN(i16, int16_t, int16_t, WRAP, SAME)
CROSS_FN(i32, int32_t, int32_t, WRAP, SAME)
CROSS_FN(i64, int64_t, int64_t, WRAP, SAME)
CROSS_FN(u8, uint8_t, uint8_t, WRAP, SAME)
CROSS_FN(u16, uint16_t, uint16_t, WRAP, SAME)
CROSS_FN(u32, uint32_t, uint32_t, WRAP, SAME)
CROSS_FN(u64, uint64_t, uint64_t, WRAP, SAME)
static const cross_fn cross_of[DT_COUNT] = REAL_TABLE(cross);

static bool run_cross(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct tensor *out;

	if (!shape_eq(tensor_shape(x), tensor_shape(c->in[1])))
		return op_invalid(c, "Both inputs must be of same shape: %s vs. %s", op_in_shape(c, 0),
				  op_in_shape(c, 1));
	if (x->rank < 1)
		return op_invalid(c, "Input must be at least 1D%s", op_in_shape(c, 0));
	if (x->dim[x->rank - 1] != 3)
		return op_fail(c, ERR_FAILED_PRECONDITION, "Cross-products are only defined for 3-element vectors.");
	out = op_out_like(c, 0, x);
	if (out)
		cross_of[x->dtype](out->data, x->data, c->in[1]->data, x->n);
	return out != NULL;
}

/* ---- ApproximateEqual, PopulationCount ---- */

static bool run_approx(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *y = c->in[1];
	struct tensor *out;
	float tolerance = 1e-5f;

	if (!shape_eq(tensor_shape(x), tensor_shape(y)))
		return op_invalid(c, "x and y must be of the same shape. x shape: %s. y shape: %s",
				  op_in_shape(c, 0), op_in_shape(c, 1));
	node_attr_float(c->node, "tolerance", &tolerance);
	out = op_out(c, 0, DT_BOOL, x->rank, x->dim);
	for (int64_t i = 0; out && i < x->n; i++)
		((uint8_t *)out->data)[i] = x->dtype == DT_FLOAT ?
			fabsf(((const float *)x->data)[i] - ((const float *)y->data)[i]) < tolerance :
			fabs(((const double *)x->data)[i] - ((const double *)y->data)[i]) < (double)tolerance;
	return out != NULL;
}

static bool run_popcount(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct tensor *out = op_out(c, 0, DT_UINT8, x->rank, x->dim);
	size_t size = dtype_info(x->dtype)->size;

	for (int64_t i = 0; out && i < x->n; i++) {
		uint64_t v = 0;

		memcpy(&v, (const char *)x->data + (size_t)i * size, size);
		((uint8_t *)out->data)[i] = (uint8_t)__builtin_popcountll(v);
	}
	return out != NULL;
}

static const struct op_row rows[] = {
	{ .name = "AddN", .n_in = -1, .n_out = 1, .types = { { "T", DM_NUMBER | DM(DT_VARIANT) } }, .flags = OP_VIEW,
	  .run = run_add_n },
	{ .name = "ClipByValue", .n_in = 3, .n_out = 1,
	  .types = { { "T", DM_FLOATS | DM_INTS | DM(DT_UINT8) | DM(DT_UINT16) } }, .run = run_clip },
	{ .name = "Cross", .n_in = 2, .n_out = 1, .types = { { "T", DM_REAL } }, .run = run_cross },
	{ .name = "ApproximateEqual", .n_in = 2, .n_out = 1,
	  .types = { { "T", DM(DT_FLOAT) | DM(DT_DOUBLE) } }, .run = run_approx },
	{ .name = "PopulationCount", .n_in = 1, .n_out = 1, .types = { { "T", DM_INTS | DM_UINTS } },
	  .run = run_popcount },
};

OP_FAMILY(family_clip, rows);
