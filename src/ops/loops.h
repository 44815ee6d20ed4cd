/*
 * Hot loops, compiled once per CPU level from loops.inc and chosen at start. Everything is plain
 * pointers and counts; nothing is owned. What cannot be hot (integers, complex) exists once, in
 * scalar_int.c.
 */
#ifndef OPS_LOOPS_H
#define OPS_LOOPS_H

#include <stdbool.h>
#include <stdint.h>

#include "tensor/dtype.h"

#define NONE 0
enum scalar_un {
#define UN(name, mask, f, i, c) UN_##name,
#define BIN(name, mask, f, i, c)
#define CMP(name, mask, e, c)
#define IS(name, e)
#include "ops/scalar.def"
#undef UN
	UN_N
};
enum scalar_bin {
#define UN(name, mask, f, i, c)
#undef BIN
#define BIN(name, mask, f, i, c) BIN_##name,
#include "ops/scalar.def"
#undef BIN
	BIN_N
};
enum scalar_cmp {
#define BIN(name, mask, f, i, c)
#undef CMP
#define CMP(name, mask, e, c) CMP_##name,
#include "ops/scalar.def"
#undef CMP
	CMP_N
};
enum scalar_is {
#define CMP(name, mask, e, c)
#undef IS
#define IS(name, e) IS_##name,
#include "ops/scalar.def"
	IS_N
};
#undef UN
#undef BIN
#undef CMP
#undef IS
#undef NONE

/* o[i] = f(a[i]) */
typedef void (*un_fn)(void *o, const void *a, int64_t n);
/* o[i] = f(a[i * sa], b[i * sb]), sa and sb 0 or 1 */
typedef void (*bin_fn)(void *o, const void *a, const void *b, int64_t n, int sa, int sb);

/* Index of float and double in the tables below. */
enum { F32, F64 };

struct dw_args {		/* one output row of a depthwise convolution */
	float *out;		/* [out_w][channels * mult] */
	const float *in;	/* first row of the image: [in_w][channels] */
	const float *filter;	/* [fh][fw][channels][mult] */
	int64_t in_h, in_w, channels, mult, fh, fw, out_w;
	int64_t top, left, stride_w, dil_h, dil_w;	/* top: input row of the filter's row 0 */
};

/* Up to PK_MR rows times one panel of packed weights (packed.h). */
enum { PK_MR = 6, PK_NV = 4 };
struct pk_tile {
	const float *const *row;	/* [taps][PK_MR]; row[tap][off .. off + len), the first `rows` */
	int64_t taps, len, off;
	const float *w;			/* [taps * len][width] */
	const float *bias;		/* what the sums start from; NULL: zero, and c is added */
	float *c;
	int64_t ldc;
	int rows, cols;			/* cols may be fewer than width */
	float lo, hi;
	const float *add;		/* laid out as c, or NULL */
	float add_lo, add_hi;
	bool last;			/* clamp, and add */
};

/* One output row of a depthwise convolution with a bias and a clamp. */
struct pk_dw {
	float *out;			/* [out_w][channels] */
	const float *in, *filter, *bias;	/* the image; [fh][fw][channels]; [channels] */
	int64_t in_w, channels, fh, fw, out_w;
	int64_t top, left, stride_w, dil_h, dil_w;
	int64_t fy0, fy1;		/* filter rows inside the image */
	int64_t x0, x1;			/* output pixels whose windows are inside left and right */
	float lo, hi;
};

struct loops {
	const char *name;
	int vl;				/* floats of a vector */
	int pk_full, pk_unit;		/* columns of a full panel; the last one has a multiple of pk_unit */
	un_fn un[UN_N][2];
	bin_fn bin[BIN_N][2];
	bin_fn cmp[CMP_N][2];
	un_fn is[IS_N][2];
	void (*half_to_f32)(float *o, const uint16_t *a, int64_t n);
	void (*f32_to_half)(uint16_t *o, const float *a, int64_t n);
	void (*bf16_to_f32)(float *o, const uint16_t *a, int64_t n);
	void (*f32_to_bf16)(uint16_t *o, const float *a, int64_t n);
	void (*leaky_f32)(float *o, const float *a, int64_t n, float alpha);
	void (*leaky_f64)(double *o, const double *a, int64_t n, double alpha);
	void (*depthwise_f32)(const struct dw_args *d);
	void (*packed_f32)(const struct pk_tile *t, int width);
	void (*dw_packed_f32)(const struct pk_dw *d);
	/* y = x * sigmoid(x); y[i] = clamp(x[i] * scale[i] + shift[i]) */
	un_fn swish_f32;
	void (*add_clamp_f32)(float *y, const float *x, int64_t n, float lo, float hi);	/* y = clamp(y + x) */
	void (*affine_f32)(float *y, const float *x, const float *scale, const float *shift, int64_t n, float lo,
			   float hi);
	/* An LSTM's cell: h and the new state c1 from gates z[4][n], i f g o at z[at[0 .. 3]], and the state c. */
	void (*lstm_f32)(float *h, float *c1, const float *z, const float *c, int64_t n, const int at[4],
			 float forget);
	/* A GRU's: the new state h1 from two products' gates x[3][n] and y[3][n] (z r h) and the state h. */
	void (*gru_f32)(float *h1, const float *x, const float *y, const float *h, int64_t n);
	/* Largest or mean of a window of [ny][nx][c], whose lines are `line` apart; NaN does not win. */
	void (*pool_f32)(float *y, const float *x, int64_t ny, int64_t nx, int64_t line, int64_t c, bool max);
	/* y = (x - mean) * factor + offset over [rows][c] */
	void (*norm_f32)(float *y, const float *x, const float *mean, const float *factor,
			 const float *offset, int64_t rows, int64_t c);
	/* sums of columns of [rows][c] into double sum[c] (and of (x - mean)^2 when mean is given) */
	void (*colsum_f32)(double *sum, const float *x, const float *mean, int64_t rows, int64_t c);
	/* one row of softmax: y = exp(x - max) / sum, or x - max - log(sum) */
	void (*softmax_f32)(float *y, const float *x, int64_t n, bool logits);
	double (*sum_f32)(const float *x, int64_t n);
	float (*max_f32)(const float *x, int64_t n, float start);	/* NaN wins */
	float (*min_f32)(const float *x, int64_t n, float start);
	/* C[m][n] (row stride ldc) = or += A * B; a's element (i, p) is a[i * ai + p * ap], b's (p, j)
	 * is b[p * bp + j * bj]. pack holds gemm_pack_bytes. */
	void (*gemm_f32)(int64_t m, int64_t n, int64_t k, const float *a, int64_t ai, int64_t ap,
			 const float *b, int64_t bp, int64_t bj, float *c, int64_t ldc, bool add,
			 void *pack);
	void (*gemm_f64)(int64_t m, int64_t n, int64_t k, const double *a, int64_t ai, int64_t ap,
			 const double *b, int64_t bp, int64_t bj, double *c, int64_t ldc, bool add,
			 void *pack);
};

enum { GEMM_MC = 96, GEMM_KC = 256, GEMM_NC = 512,
       GEMM_PACK_BYTES = (GEMM_MC + GEMM_NC + 128) * GEMM_KC * 8 };

extern const struct loops loops_baseline, loops_avx2, loops_avx512;
/* The level in use: by CPUID, or SMTUI_CPU=baseline|avx2|avx512 (if the machine has it). */
const struct loops *loops(void);
/* Levels that this machine has, 0: baseline; for tests. */
int loops_n(void);
const struct loops *loops_at(int i);
void loops_force(int i);	/* tests only, before any thread uses loops() */

/* Integers, bool and complex; NULL where the op has no such type. */
un_fn scalar_un(enum scalar_un op, enum dtype t);
bin_fn scalar_bin(enum scalar_bin op, enum dtype t);
bin_fn scalar_cmp(enum scalar_cmp op, enum dtype t);
/* On floats that are half or bfloat16 values: the CPU level's loop, or the one that rounds each step. */
un_fn low_un(enum scalar_un op, enum dtype t);
bin_fn low_bin(enum scalar_bin op, enum dtype t);

#endif
