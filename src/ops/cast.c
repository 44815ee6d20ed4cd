/*
 * Cast between all numeric types, and Bitcast. One loop for each pair of the plain types (integers,
 * float, double), made by macros; half, bfloat16 and complex numbers go through a plain type in chunks:
 *
 *   source --(to float, real part)--> plain type --> plain type --(to half, zero imaginary)--> target
 *
 * A float that an integer cannot hold is undefined in C; TensorFlow's answer is its compiler's vector
 * code for whole blocks and its scalar code for the rest of the tensor (the 8- and 16-bit types saturate
 * in blocks and wrap behind them), which is what is done here.
 */
#include "ops/kernel.h"

#include <string.h>

enum { CHUNK = 512 };	/* a multiple of every block */

typedef void (*cast_fn)(void *o, const void *a, int64_t n, int64_t blocked);

/* ---- one number ---- */

static inline int32_t to_i32(double v)
{
	return v > -2147483649.0 && v < 2147483648.0 ? (int32_t)v : INT32_MIN;
}

static inline int64_t to_i64(double v)
{
	return v >= -0x1p63 && v < 0x1p63 ? (int64_t)v : INT64_MIN;
}

static inline uint64_t to_u64(double v)
{
	return v >= 0x1p63 && v < 0x1p64 ? (uint64_t)v : (uint64_t)to_i64(v);
}

static inline int32_t clamp(int32_t v, int32_t lo, int32_t hi)
{
	return v < lo ? lo : v > hi ? hi : v;
}

static inline uint32_t block_u32(double v)
{
	return v > -2147483649.0 && v < 0x1p32 ? (uint32_t)(int64_t)v : 0x80000000u;
}

/* The last step of double to uint8 takes unsigned shorts for signed ones. */
static inline uint8_t block_u8_f64(double v)
{
	return (uint8_t)clamp((int16_t)clamp(to_i32(v), 0, 65535), 0, 255);
}

#define TAIL_i8(v) (int8_t)to_i32(v)
#define TAIL_u8(v) (uint8_t)to_i32(v)
#define TAIL_i16(v) (int16_t)to_i32(v)
#define TAIL_u16(v) (uint16_t)to_i32(v)
#define TAIL_i32(v) to_i32(v)
#define TAIL_u32(v) (uint32_t)to_i64(v)
#define TAIL_i64(v) to_i64(v)
#define TAIL_u64(v) to_u64(v)
#define BLOCK_i8(v) (int8_t)clamp(to_i32(v), -128, 127)
#define BLOCK_u8(v) (sizeof(v) == 8 ? block_u8_f64(v) : (uint8_t)clamp(to_i32(v), 0, 255))
#define BLOCK_i16(v) (int16_t)clamp(to_i32(v), -32768, 32767)
#define BLOCK_u16(v) (uint16_t)clamp(to_i32(v), 0, 65535)
#define BLOCK_i32(v) to_i32(v)
#define BLOCK_u32(v) block_u32(v)
#define BLOCK_i64(v) to_i64(v)
#define BLOCK_u64(v) to_u64(v)

/* ---- loops ---- */

#define PLAIN_FN(D, DT, S, ST) \
static void cast_##S##_##D(void *o, const void *a, int64_t n, int64_t blocked) \
{ \
	(void)blocked; \
	for (int64_t i = 0; i < n; i++) \
		((DT *)o)[i] = (DT)((const ST *)a)[i]; \
}
#define FLOAT_FN(D, DT, S, ST) \
static void cast_##S##_##D(void *o, const void *a, int64_t n, int64_t blocked) \
{ \
	const ST *x = a; \
	int64_t i = 0; \
	for (; i < n && i < blocked; i++) \
		((DT *)o)[i] = BLOCK_##D(x[i]); \
	for (; i < n; i++) \
		((DT *)o)[i] = TAIL_##D(x[i]); \
}
#define BOOL_FN(S, ST) \
static void cast_##S##_b(void *o, const void *a, int64_t n, int64_t blocked) \
{ \
	(void)blocked; \
	for (int64_t i = 0; i < n; i++) \
		((uint8_t *)o)[i] = ((const ST *)a)[i] != 0; \
}
#define INTS(X, ...) X(i8, int8_t, __VA_ARGS__) X(i16, int16_t, __VA_ARGS__) \
	X(i32, int32_t, __VA_ARGS__) X(i64, int64_t, __VA_ARGS__) X(u8, uint8_t, __VA_ARGS__) \
	X(u16, uint16_t, __VA_ARGS__) X(u32, uint32_t, __VA_ARGS__) X(u64, uint64_t, __VA_ARGS__)
#define FLOATS(X, ...) X(f32, float, __VA_ARGS__) X(f64, double, __VA_ARGS__)
#define FROM_INT(S, ST) INTS(PLAIN_FN, S, ST) FLOATS(PLAIN_FN, S, ST) BOOL_FN(S, ST)
#define FROM_FLOAT(S, ST) INTS(FLOAT_FN, S, ST) FLOATS(PLAIN_FN, S, ST) BOOL_FN(S, ST)
FROM_INT(i8, int8_t)
FROM_INT(i16, int16_t)
FROM_INT(i32, int32_t)
FROM_INT(i64, int64_t)
FROM_INT(u8, uint8_t)
FROM_INT(u16, uint16_t)
FROM_INT(u32, uint32_t)
FROM_INT(u64, uint64_t)
FROM_FLOAT(f32, float)
FROM_FLOAT(f64, double)

#define ROW(S) { \
	[DT_INT8] = cast_##S##_i8, [DT_INT16] = cast_##S##_i16, [DT_INT32] = cast_##S##_i32, \
	[DT_INT64] = cast_##S##_i64, [DT_UINT8] = cast_##S##_u8, [DT_UINT16] = cast_##S##_u16, \
	[DT_UINT32] = cast_##S##_u32, [DT_UINT64] = cast_##S##_u64, [DT_FLOAT] = cast_##S##_f32, \
	[DT_DOUBLE] = cast_##S##_f64, [DT_BOOL] = cast_##S##_b, \
	[DT_QINT8] = cast_##S##_i8, [DT_QUINT8] = cast_##S##_u8, [DT_QINT16] = cast_##S##_i16, \
	[DT_QUINT16] = cast_##S##_u16, [DT_QINT32] = cast_##S##_i32 }

static const cast_fn table[DT_COUNT][DT_COUNT] = {
	[DT_INT8] = ROW(i8), [DT_INT16] = ROW(i16), [DT_INT32] = ROW(i32), [DT_INT64] = ROW(i64),
	[DT_UINT8] = ROW(u8), [DT_UINT16] = ROW(u16), [DT_UINT32] = ROW(u32), [DT_UINT64] = ROW(u64),
	[DT_FLOAT] = ROW(f32), [DT_DOUBLE] = ROW(f64), [DT_BOOL] = ROW(u8),
	[DT_QINT8] = ROW(i8), [DT_QUINT8] = ROW(u8), [DT_QINT16] = ROW(i16), [DT_QUINT16] = ROW(u16),
	[DT_QINT32] = ROW(i32),
};

/* ---- whole tensors ---- */

struct job {
	enum dtype from, to, mid_from, mid_to;
	bool truncate;		/* low bits of a float are cut off, not rounded */
	cast_fn fn;
	const char *in;
	char *out;
	size_t in_size, out_size;
	int64_t blocked;	/* elements in whole blocks */
};

/* Which plain type stands for t on the way. */
static enum dtype plain_of(enum dtype t)
{
	return t == DT_HALF || t == DT_BFLOAT16 || t == DT_COMPLEX64 ? DT_FLOAT :
	       t == DT_COMPLEX128 ? DT_DOUBLE : t;
}

/* Elements that TensorFlow's code for such a pair takes at a time. */
static int block_of(enum dtype from, enum dtype to)
{
	size_t size = dtype_info(to)->size;

	if (from == DT_COMPLEX64 || from == DT_COMPLEX128)
		return 0;
	if (to == DT_UINT32 || from == DT_BFLOAT16)
		return 8;
	if (from == DT_HALF)
		return size == 1 ? 8 : 4;
	return from == DT_DOUBLE ? 16 : 32;
}

static void real_parts(void *o, const void *a, enum dtype t, int64_t n)
{
	for (int64_t i = 0; i < n; i++)
		if (t == DT_COMPLEX64)
			((float *)o)[i] = ((const float *)a)[2 * i];
		else
			((double *)o)[i] = ((const double *)a)[2 * i];
}

static void as_complex(void *o, const void *a, enum dtype t, int64_t n)
{
	for (int64_t i = 0; i < n; i++)
		if (t == DT_COMPLEX64) {
			((float *)o)[2 * i] = ((const float *)a)[i];
			((float *)o)[2 * i + 1] = 0;
		} else {
			((double *)o)[2 * i] = ((const double *)a)[i];
			((double *)o)[2 * i + 1] = 0;
		}
}

/* Clears the bits of a float that half or bfloat16 cannot hold, so that rounding finds nothing. */
static void cut(enum dtype t, float *x, int64_t n)
{
	uint32_t mask = t == DT_HALF ? 0xffffe000u : 0xffff0000u, u;

	for (int64_t i = 0; i < n; i++) {
		memcpy(&u, &x[i], 4);
		u &= mask;
		memcpy(&x[i], &u, 4);
	}
}

static void cast_tile(void *ctx, int64_t from, int64_t to)
{
	const struct job *j = ctx;
	double a[CHUNK], y[CHUNK];

	for (int64_t i = from; i < to; i += CHUNK) {
		int64_t n = to - i < CHUNK ? to - i : CHUNK;
		const void *x = j->in + (size_t)i * j->in_size;
		char *out = j->out + (size_t)i * j->out_size;
		void *mid = j->mid_to == j->to ? (void *)out : y;

		if (j->from == DT_HALF || j->from == DT_BFLOAT16)
			low_to_float(j->from, (float *)a, x, n);
		else if (j->mid_from != j->from)
			real_parts(a, x, j->from, n);
		j->fn(mid, j->mid_from == j->from ? x : a, n, j->blocked - i);
		if (j->to == DT_HALF || j->to == DT_BFLOAT16) {
			if (j->truncate)
				cut(j->to, mid, n);
			low_of_float(j->to, out, mid, n);
		} else if (j->mid_to != j->to) {
			as_complex(out, mid, j->to, n);
		}
	}
}

static bool run_cast(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct job j = { .from = x->dtype, .in = x->data, .in_size = dtype_info(x->dtype)->size };
	struct tensor *out;
	int block;

	if (!node_attr_type(c->node, "DstT", &j.to))
		return op_invalid(c, "attr DstT is missing");
	if (j.from == j.to)
		return op_out_ref(c, 0, c->in[0]);
	j.mid_from = plain_of(j.from);
	j.mid_to = plain_of(j.to);
	j.fn = table[j.mid_from][j.mid_to];
	if (!j.fn)
		return op_fail(c, ERR_UNIMPLEMENTED, "Cast %s to %s is not supported",
			       dtype_text(j.from), dtype_text(j.to));
	if (dtype_info(j.from)->kind == DK_COMPLEX && dtype_info(j.to)->kind == DK_COMPLEX) {
		c->out[0] = tensor_cast(x, j.to, c->err);
		return c->out[0] != NULL;
	}
	node_attr_bool(c->node, "Truncate", &j.truncate);
	j.truncate &= j.from == DT_FLOAT || (j.from == DT_DOUBLE && j.to == DT_HALF);
	block = block_of(j.from, j.to);
	j.blocked = block ? x->n - x->n % block : 0;
	out = op_out(c, 0, j.to, x->rank, x->dim);
	if (!out)
		return false;
	j.out = out->data;
	j.out_size = dtype_info(j.to)->size;
	tiles_run(x->n, TILE_ELEMS, cast_tile, &j);
	return true;
}

/* ---- Bitcast ---- */

static bool run_bitcast(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t *dim = op_dims(c, x, 1), from = dtype_info(x->dtype)->size, to;
	struct tensor *out;
	int rank = x->rank;
	enum dtype t;

	if (!node_attr_type(c->node, "type", &t))
		return op_invalid(c, "attr type is missing");
	to = dtype_info(t)->size;
	if (to < from && to > 0) {
		dim[rank++] = from / to;
	} else if (to > from) {
		if (rank == 0 || dim[rank - 1] != to / from)
			return op_invalid(c, "Cannot bitcast from %d to %d", x->dtype, t);
		rank--;
	}
	if (rank > SHAPE_MAX_RANK)
		return op_invalid(c, "Shape must be at most rank %d but is rank %d", SHAPE_MAX_RANK, rank);
	if (to == from) {
		c->out[0] = tensor_view(c->in[0], t, rank, dim, c->err);
		return c->out[0] != NULL;
	}
	out = op_out(c, 0, t, rank, dim);
	if (out && out->bytes)
		memcpy(out->data, x->data, out->bytes);
	return out != NULL;
}

#define M_QUANT (DM(DT_QINT8) | DM(DT_QUINT8) | DM(DT_QINT16) | DM(DT_QUINT16) | DM(DT_QINT32))

/* Cast says itself which pairs it has not, as TensorFlow does, once it runs. */
static const struct op_row rows[] = {
	{ .name = "Cast", .n_in = 1, .n_out = 1,
	  .types = { { "SrcT", DM_ANY | M_QUANT }, { "DstT", DM_ANY | M_QUANT } }, .run = run_cast },
	{ .name = "Bitcast", .n_in = 1, .n_out = 1,
	  .types = { { "T", DM_NUMBER | M_QUANT }, { "type", DM_NUMBER | M_QUANT } },
	  .flags = OP_VIEW, .run = run_bitcast },
};

OP_FAMILY(family_cast, rows);
