/*
 * The same bits whatever the machine: every scalar op on tensors that are large enough for several
 * tiles, with one thread and with two, and, where the op is made of exact steps, on each CPU level that
 * this machine has. (That the values are TensorFlow's is op_cases' business; cases.sh runs that on each
 * level.)
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/pool.h"
#include "ops/loops.h"
#include "ops/op.h"

enum { ROWS = 5, COLS = 9001 };

static int compared, failed;

/* Ops whose float code is a polynomial or libm's: fused multiply-adds change their last bit. */
static const char *const inexact[] = {
	"Rsqrt", "Exp", "Expm1", "Log", "Log1p", "Sigmoid", "Tanh", "Elu", "Selu", "Softplus", "Xlogy",
	"Xlog1py", "SoftplusGrad",
};

static bool is_exact(const char *name)
{
	for (size_t i = 0; i < sizeof(inexact) / sizeof(inexact[0]); i++)
		if (!strcmp(name, inexact[i]))
			return false;
	return true;
}

/* Which of two NaNs an operation hands on is the compiler's choice: all are made the same one. */
static void one_nan(struct tensor *x)
{
	int64_t n = dtype_info(x->dtype)->kind == DK_COMPLEX ? 2 * x->n : x->n;
	float *f = x->data;
	double *d = x->data;
	uint16_t *h = x->data;

	for (int64_t i = 0; i < n; i++)
		if (x->dtype == DT_FLOAT || x->dtype == DT_COMPLEX64)
			f[i] = f[i] != f[i] ? NAN : f[i];
		else if (x->dtype == DT_DOUBLE)
			d[i] = d[i] != d[i] ? (double)NAN : d[i];
		else if (x->dtype == DT_HALF)
			h[i] = (h[i] & 0x7fff) > 0x7c00 ? 0x7e00 : h[i];
		else if (x->dtype == DT_BFLOAT16)
			h[i] = (h[i] & 0x7fff) > 0x7f80 ? 0x7fc0 : h[i];
}

/* Bytes of a small generator: floats get every exponent this way, integers every value. */
static struct tensor *noise(enum dtype t, int rank, const int64_t *dim, uint32_t seed)
{
	struct err err = { 0 };
	struct tensor *x = tensor_new(t, rank, dim, &err);
	uint32_t s = seed;

	for (size_t i = 0; i < x->bytes; i++) {
		s = s * 1664525u + 1013904223u;
		((uint8_t *)x->data)[i] = (uint8_t)(s >> 24);
		if (t == DT_BOOL)
			((uint8_t *)x->data)[i] &= 1;
	}
	one_nan(x);
	return x;
}

/* Integer division and powers refuse some operands: none of those here. */
static void tame(struct tensor *x)
{
	size_t e = dtype_info(x->dtype)->size;

	if (dtype_info(x->dtype)->kind != DK_INT && dtype_info(x->dtype)->kind != DK_UINT)
		return;
	for (int64_t i = 0; i < x->n; i++) {
		uint8_t *p = (uint8_t *)x->data + (size_t)i * e;

		p[0] |= 1;
		p[e - 1] &= 0x7f;
	}
}

static struct tensor *run(const struct op_row *row, struct tensor *const *in, int n_in)
{
	static const struct node node;
	struct err err = { 0 };
	struct arena *scratch = arena_new();
	struct tensor *out = NULL;
	struct op_ctx c = { .row = row, .node = &node, .n_in = n_in, .n_out = 1, .in = in, .out = &out,
			    .scratch = scratch, .err = &err };

	if (!op_run(&c)) {
		char *text = err_text(&err);

		printf("FAIL %s: %s\n", row->name, text);
		free(text);
		failed++;
	}
	err_clear(&err);
	arena_free(scratch);
	return out;
}

static void compare(const char *name, const char *what, enum dtype t, struct tensor *a, struct tensor *b)
{
	compared++;
	if (a && b && a->bytes == b->bytes && !memcmp(a->data, b->data, a->bytes))
		return;
	printf("FAIL %s of %s: other bits with %s\n", name, dtype_info(t)->name, what);
	failed++;
}

static void check(const char *name, enum dtype t, int n_in, bool same_shape)
{
	const int64_t whole[2] = { ROWS, COLS }, row_dim[1] = { COLS };
	const struct op_row *row = op_find(sv_of(name));
	struct tensor *in[2], *one, *other;

	if (!row || !(row->types[0].mask & DM(t)))
		return;
	in[0] = noise(t, 2, whole, 1);
	in[1] = same_shape ? noise(t, 2, whole, 7) : noise(t, 1, row_dim, 7);
	tame(in[1]);
	loops_force(0);
	pool_threads_set(1);
	one = run(row, in, n_in);
	pool_threads_set(2);
	other = run(row, in, n_in);
	compare(name, "two threads", t, one, other);
	tensor_unref(other);
	for (int level = 1; level < loops_n() && is_exact(name); level++) {
		loops_force(level);
		other = run(row, in, n_in);
		compare(name, loops_at(level)->name, t, one, other);
		tensor_unref(other);
	}
	tensor_unref(one);
	tensor_unref(in[0]);
	tensor_unref(in[1]);
}

int main(void)
{
	static const enum dtype types[] = { DT_FLOAT, DT_DOUBLE, DT_HALF, DT_BFLOAT16, DT_INT8, DT_INT32,
					    DT_UINT64, DT_COMPLEX64 };
	static const struct {
		const char *name;
		int n_in;
		bool same;
	} ops[] = {
#define UN(name, mask, f, i, c) { #name, 1, false },
#define BIN(name, mask, f, i, c) { #name, 2, false },
#define GRAD(name, mask, f, i, c) { #name, 2, true },
#define CGRAD(name, mask, f, i, c) { #name, 2, true },
#define CMP(name, mask, e, c) { #name, 2, false },
#define IS(name, e) { #name, 1, false },
#include "ops/scalar.def"
	};

	for (size_t i = 0; i < sizeof(ops) / sizeof(ops[0]); i++)
		for (size_t t = 0; t < sizeof(types) / sizeof(types[0]); t++)
			check(ops[i].name, types[t], ops[i].n_in, ops[i].same);
	if (!compared) {
		printf("nothing was compared\n");
		failed++;
	}
	printf("%d passed, %d failed\n", compared - failed, failed);
	return failed != 0;
}
