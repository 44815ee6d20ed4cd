/*
 * run's fast mode: --fast, --verify, --repeat. Times and notes go to the messages, so that what is printed of
 * the outputs stays what it was.
 */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "cmd/run.h"
#include "cmd/watch.h"
#include "fast/fast.h"

bool run_wants_fast(const struct cmd_call *c)
{
	return call_flag(c, "fast") || call_flag(c, "verify") || call_opt(c, "repeat")->given;
}

bool run_fast_allowed(const struct cmd_call *c, struct err *err)
{
	static const char *const not_with[] = { "dump", "compare" };

	if (!run_wants_fast(c))
		return true;
	for (size_t i = 0; i < sizeof(not_with) / sizeof(not_with[0]); i++)
		if (call_str(c, not_with[i]))
			return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
				       "--%s looks at every node: not with --fast, --verify or --repeat", not_with[i]);
	if (call_opt(c, "feed")->n || call_opt(c, "fetch")->n)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "--feed and --fetch: not with --fast, --verify or --repeat");
	return true;
}

/* ---- times ---- */

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void times_print(struct cmd_call *c, double *ms, size_t n, double first)
{
	qsort(ms, n, sizeof(*ms), by_size);
	sink_printf(c->msg, "%zu run%s: median %.3f ms, fastest %.3f, slowest %.3f; the first %.3f\n", n,
		    n == 1 ? "" : "s", ms[n / 2], ms[0], ms[n - 1], first);
}

/* ---- both modes ---- */

/* The largest difference in units of the largest magnitude; INFINITY: not alike at all. */
static double difference(const struct tensor *a, const struct tensor *b)
{
	double worst = 0, scale = 0;

	if (a->dtype != b->dtype || a->rank != b->rank || memcmp(a->dim, b->dim, (size_t)a->rank * sizeof(a->dim[0])))
		return INFINITY;
	if (tensor_same(a, b))
		return 0;
	if (dtype_info(a->dtype)->kind != DK_FLOAT)
		return INFINITY;
	for (int64_t i = 0; i < a->n; i++) {
		double x = tensor_get_f64(a, i), y = tensor_get_f64(b, i);

		if (x == y || (isnan(x) && isnan(y)))
			continue;
		if (!isfinite(x) || !isfinite(y))
			return INFINITY;
		worst = fmax(worst, fabs(x - y));
		scale = fmax(scale, fabs(x));
	}
	return worst == 0 ? 0 : worst / fmax(scale, 1e-30);
}

static bool verify(struct cmd_call *c, struct exec *plain, struct exec *fast, size_t n_out, int *rc)
{
	double worst = 0;

	for (size_t i = 0; i < n_out; i++) {
		const struct tensor *a = exec_fetch(plain, i), *b = exec_fetch(fast, i);

		if (a && b)
			worst = fmax(worst, difference(a, b));
	}
	if (worst <= 1e-4) {
		sink_printf(c->msg, "verified: the fast mode's outputs differ by %.2g of the largest magnitude\n", worst);
		return true;
	}
	sink_printf(c->msg, "not verified: the fast mode's outputs differ by %.2g of the largest magnitude\n", worst);
	*rc = EXIT_ERROR;
	return true;
}

/* ---- running ---- */

struct timed {
	struct cmd_call *c;
	struct exec *x;
	struct exec *start;		/* x before it ran */
	struct fast *f;
	struct str why;
};

/* Once; in the fast mode if that is what there is. */
static bool once(struct timed *t, struct err *err)
{
	struct exec *again;
	bool ok;

	if (t->f) {
		ok = fast_run(t->f, &t->why, err);
		if (ok || err_is(err))
			return ok;
		fast_free(t->f);
		t->f = NULL;
		sink_printf(t->c->msg, "not in the fast mode: %s\n", str_z(&t->why));
	}
	if (exec_n_ran(t->x) == 0)
		return watch_run(t->c, t->x, NULL, 0, err);
	again = exec_copy(t->start);
	ok = exec_run(again, err);
	exec_free(again);
	return ok;
}

static bool repeat(struct timed *t, int64_t n, struct err *err)
{
	double *ms = xmalloc((size_t)n * sizeof(*ms)), begin = clock_seconds(), first;
	bool ok = once(t, err);

	first = 1e3 * (clock_seconds() - begin);
	for (int64_t i = 0; ok && i < n; i++) {
		begin = clock_seconds();
		ok = once(t, err);
		ms[i] = 1e3 * (clock_seconds() - begin);
	}
	if (ok)
		times_print(t->c, ms, (size_t)n, first);
	free(ms);
	return ok;
}

bool run_fast(struct cmd_call *c, struct exec *x, size_t n_out, int *rc, struct err *err)
{
	const struct cmd_val *n = call_opt(c, "repeat");
	struct timed t = { .c = c, .x = x };
	struct exec *plain = NULL;
	bool ok = true;

	if (n->given && (n->i < 1 || n->i > 10000000))
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "--repeat wants a count from 1 on");
	t.start = exec_copy(x);
	if (call_flag(c, "verify"))
		plain = exec_copy(x);
	if (call_flag(c, "fast") || plain) {
		t.f = fast_new(x, &t.why);
		if (!t.f)
			sink_printf(c->msg, "not in the fast mode: %s\n", str_z(&t.why));
	}
	ok = n->given ? repeat(&t, n->i, err) : once(&t, err);
	if (ok && plain)
		ok = exec_run(plain, err) && verify(c, plain, x, n_out, rc);
	exec_free(plain);
	exec_free(t.start);
	fast_free(t.f);
	str_free(&t.why);
	return ok;
}
