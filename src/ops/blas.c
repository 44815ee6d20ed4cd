/*
 * OpenBLAS, opened when the first matrix product comes; the only file that knows it. Two traps:
 *
 * - Debian's 0.3.21 falls back to its SSE3 "Prescott" kernels on CPUs that it does not know. So
 *   OPENBLAS_CORETYPE is set by CPUID before it is opened, unless the user has set it.
 * - On some CPUs some of its kernels are known to compute wrongly. So a small product is compared with
 *   a plain loop; when it differs the next lower core is tried, in a process image of its own: dlmopen
 *   is not portable, so the library is closed and opened again.
 *
 * One OpenBLAS thread a call: its own threading changes bits with the number of threads.
 */
#include "ops/blas.h"

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include <dlfcn.h>
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/pool.h"
#include "ops/loops.h"
#include "ops/op.h"

enum { ROW_MAJOR = 101, NO_TRANS = 111, TRANS = 112 };

typedef void (*sgemm_fn)(int, int, int, int, int, int, float, const float *, int, const float *, int,
			 float, float *, int);
typedef void (*dgemm_fn)(int, int, int, int, int, int, double, const double *, int, const double *,
			 int, double, double *, int);

static struct {
	pthread_once_t once;
	sgemm_fn sgemm;		/* NULL: our own */
	dgemm_fn dgemm;
	char name[96];
} blas = { .once = PTHREAD_ONCE_INIT };

#ifdef WITH_OPENBLAS
/* Cores to try, best first, by what the CPU can do; NULL lets OpenBLAS decide. */
static int cores(const char **list)
{
	int n = 0;

#ifdef CPU_X86
	__builtin_cpu_init();
	if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
	    __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
		list[n++] = "SkylakeX";
	if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
		if (__builtin_cpu_is("amd"))
			list[n++] = "Zen";
		list[n++] = "Haswell";
	}
	if (__builtin_cpu_supports("avx"))
		list[n++] = "Sandybridge";
	if (__builtin_cpu_supports("sse4.2"))
		list[n++] = "Nehalem";
	list[n++] = "Prescott";
#else
	list[n++] = NULL;
#endif
	return n;
}

/* A product that is too big for one kernel call and has ragged edges, against a plain loop. */
static bool proved(sgemm_fn sgemm, dgemm_fn dgemm)
{
	enum { M = 67, N = 53, K = 71 };
	float *a = xmalloc(sizeof(float) * (M * K + K * N + M * N)), *b = a + M * K, *c = b + K * N;
	double *da = xmalloc(sizeof(double) * (M * K + K * N + M * N)), *db = da + M * K;
	double *dc = db + K * N;
	bool ok = true;

	for (int i = 0; i < M * K; i++)
		da[i] = a[i] = (float)((i * 37 % 101) - 50) / 32;
	for (int i = 0; i < K * N; i++)
		db[i] = b[i] = (float)((i * 53 % 89) - 44) / 32;
	sgemm(ROW_MAJOR, NO_TRANS, NO_TRANS, M, N, K, 1, a, K, b, N, 0, c, N);
	dgemm(ROW_MAJOR, NO_TRANS, NO_TRANS, M, N, K, 1, da, K, db, N, 0, dc, N);
	for (int i = 0; i < M; i++)
		for (int j = 0; j < N; j++) {
			double s = 0;

			for (int p = 0; p < K; p++)
				s += da[i * K + p] * db[p * N + j];
			/* written so that a NaN fails too */
			if (!(fabs(s - (double)c[i * N + j]) < 1e-3) ||
			    !(fabs(s - dc[i * N + j]) < 1e-9))
				ok = false;
		}
	free(a);
	free(da);
	return ok;
}

static const char *const names[] = { "libopenblas.so.0", "libopenblas.so" };

static void *open_with(const char *core, bool may_set)
{
	void *lib = NULL;

	if (may_set && core)
		setenv("OPENBLAS_CORETYPE", core, 1);
	/* its worker threads would only wait: we call it from our own */
	setenv("OPENBLAS_NUM_THREADS", "1", 0);
	for (size_t i = 0; !lib && i < sizeof(names) / sizeof(names[0]); i++)
		lib = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
	return lib;
}

/* true: proved; false: this core is not to be used. */
static bool take(void *lib)
{
	sgemm_fn s = (sgemm_fn)dlsym(lib, "cblas_sgemm");
	dgemm_fn d = (dgemm_fn)dlsym(lib, "cblas_dgemm");
	void (*threads)(int) = (void (*)(int))dlsym(lib, "openblas_set_num_threads");
	char *(*config)(void) = (char *(*)(void))dlsym(lib, "openblas_get_config");
	char *(*corename)(void) = (char *(*)(void))dlsym(lib, "openblas_get_corename");
	char version[32] = "";

	if (!s || !d)
		return false;
	if (threads)
		threads(1);
	if (!proved(s, d))
		return false;
	/* "OpenBLAS 0.3.21 NO_LAPACKE DYNAMIC_ARCH ..." */
	if (config)
		sscanf(config(), "%*s %31s", version);
	snprintf(blas.name, sizeof(blas.name), "OpenBLAS %s (%s)", version[0] ? version : "?",
		 corename ? corename() : "?");
	blas.sgemm = s;
	blas.dgemm = d;
	return true;
}

static void openblas(void)
{
	const char *list[8];
	const char *user = getenv("OPENBLAS_CORETYPE");
	int n = cores(list);

	for (int i = 0; i < n && !blas.sgemm; i++) {
		void *lib = open_with(list[i], !user);

		if (!lib)
			return;
		if (!take(lib))
			dlclose(lib);
		if (user)
			return;
	}
}
#endif

static void start(void)
{
#ifdef WITH_OPENBLAS
	const char *no = getenv("SMTUI_BLAS");

	if (!no || strcmp(no, "builtin") != 0)
		openblas();
#endif
	if (!blas.sgemm)
		snprintf(blas.name, sizeof(blas.name), "built-in (%s)", loops()->name);
}

const char *op_blas_name(void)
{
	pthread_once(&blas.once, start);
	return blas.name;
}

/* OpenBLAS of Debian takes 32-bit sizes. */
static bool small(int64_t a, int64_t b, int64_t c)
{
	return a <= INT32_MAX && b <= INT32_MAX && c <= INT32_MAX;
}

void blas_gemm_f32(bool ta, bool tb, int64_t m, int64_t n, int64_t k, const float *a, int64_t lda,
		   const float *b, int64_t ldb, float *c, int64_t ldc, bool add)
{
	void *pack;

	if (m <= 0 || n <= 0)
		return;
	pthread_once(&blas.once, start);
	if (blas.sgemm && k > 0 && small(m, n, k) && small(lda, ldb, ldc)) {
		blas.sgemm(ROW_MAJOR, ta ? TRANS : NO_TRANS, tb ? TRANS : NO_TRANS, (int)m, (int)n,
			   (int)k, 1, a, (int)lda, b, (int)ldb, add ? 1 : 0, c, (int)ldc);
		return;
	}
	pack = xmalloc(GEMM_PACK_BYTES);
	loops()->gemm_f32(m, n, k, a, ta ? 1 : lda, ta ? lda : 1, b, tb ? 1 : ldb, tb ? ldb : 1, c,
			  ldc, add, pack);
	free(pack);
}

void blas_gemm_f64(bool ta, bool tb, int64_t m, int64_t n, int64_t k, const double *a, int64_t lda,
		   const double *b, int64_t ldb, double *c, int64_t ldc, bool add)
{
	void *pack;

	if (m <= 0 || n <= 0)
		return;
	pthread_once(&blas.once, start);
	if (blas.dgemm && k > 0 && small(m, n, k) && small(lda, ldb, ldc)) {
		blas.dgemm(ROW_MAJOR, ta ? TRANS : NO_TRANS, tb ? TRANS : NO_TRANS, (int)m, (int)n,
			   (int)k, 1, a, (int)lda, b, (int)ldb, add ? 1 : 0, c, (int)ldc);
		return;
	}
	pack = xmalloc(GEMM_PACK_BYTES);
	loops()->gemm_f64(m, n, k, a, ta ? 1 : lda, ta ? lda : 1, b, tb ? 1 : ldb, tb ? ldb : 1, c,
			  ldc, add, pack);
	free(pack);
}

/* ---- tiles of rows ---- */

struct tiled {
	bool ta, tb;
	int64_t n, k, lda, ldb, ldc, m, rows;
	const float *a, *b;
	float *c;
};

static void tile(void *ctx, size_t i)
{
	const struct tiled *t = ctx;
	int64_t from = (int64_t)i * t->rows, m = t->m - from < t->rows ? t->m - from : t->rows;

	blas_gemm_f32(t->ta, t->tb, m, t->n, t->k, t->ta ? t->a + from : t->a + from * t->lda, t->lda,
		      t->b, t->ldb, t->c + from * t->ldc, t->ldc, false);
}

void blas_gemm_f32_tiled(bool ta, bool tb, int64_t m, int64_t n, int64_t k, const float *a,
			 int64_t lda, const float *b, int64_t ldb, float *c, int64_t ldc)
{
	struct tiled t = { .ta = ta, .tb = tb, .n = n, .k = k, .lda = lda, .ldb = ldb, .ldc = ldc,
			   .m = m, .a = a, .b = b, .c = c };
	double work = (double)n * (double)k;

	if (m <= 0 || n <= 0)
		return;
	/* about four million multiply-adds a tile, at least 32 rows: below that the packing of B
	 * costs more than a second thread gives */
	t.rows = work > 0 ? (int64_t)(4e6 / work) + 1 : m;
	if (t.rows < 32)
		t.rows = 32;
	t.rows = (t.rows + 15) / 16 * 16;
	pool_run((size_t)((m + t.rows - 1) / t.rows), tile, &t);
}
