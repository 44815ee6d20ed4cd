/*
 * run's fast mode: --fast, --verify, --repeat, --profile. Times and notes go to the messages, so
 * that what is printed of the outputs stays what it was.
 */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/pool.h"
#include "cmd/profile.h"
#include "cmd/run.h"
#include "cmd/table.h"
#include "cmd/watch.h"
#include "fast/fast.h"
#include "ops/op.h"

enum {
	TELL_BYTES = 1 << 30,		/* of a run from which on its memory is told unasked */
	KERNEL_BYTES = 14 << 20,	/* measured on convolutional models */
};

bool run_wants_fast(const struct cmd_call *c)
{
	return call_flag(c, "fast") || call_flag(c, "verify") || call_flag(c, "profile") ||
	       call_opt(c, "repeat")->given;
}

bool run_fast_allowed(const struct cmd_call *c, struct err *err)
{
	static const char *const not_with[] = {"dump", "compare"};
	const struct cmd_val *threads = call_opt(c, "threads");

	if (threads->given && (threads->i < 1 || threads->i > 64))
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "--threads wants a count from 1 to 64");
	if (threads->given)
		pool_threads_set((int)threads->i);
	if (!run_wants_fast(c))
		return true;
	for (size_t i = 0; i < sizeof(not_with) / sizeof(not_with[0]); i++)
		if (call_str(c, not_with[i]))
			return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
				       "--%s looks at every node: not with --fast, --verify, "
				       "--repeat or --profile",
				       not_with[i]);
	if (call_opt(c, "feed")->n || call_opt(c, "fetch")->n)
		return err_set(
			err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			"--feed and --fetch: not with --fast, --verify, --repeat or --profile");
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
	sink_printf(c->msg,
		    "%zu run%s: median %.3f ms, fastest %.3f, slowest %.3f; the first %.3f\n", n,
		    n == 1 ? "" : "s", ms[n / 2], ms[0], ms[n - 1], first);
}

/* ---- both modes ---- */

/* The largest difference in units of the largest magnitude; INFINITY: not alike at all. */
static double difference(const struct tensor *a, const struct tensor *b)
{
	double worst = 0, scale = 0;

	if (a->dtype != b->dtype || a->rank != b->rank ||
	    memcmp(a->dim, b->dim, (size_t)a->rank * sizeof(a->dim[0])))
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
		sink_printf(c->msg,
			    "verified: the fast mode's outputs differ by %.2g of the largest "
			    "magnitude\n",
			    worst);
		return true;
	}
	sink_printf(
		c->msg,
		"not verified: the fast mode's outputs differ by %.2g of the largest magnitude\n",
		worst);
	*rc = EXIT_ERROR;
	return true;
}

/* ---- memory ---- */

/* What the process holds in memory. */
static double resident(void)
{
	FILE *f = fopen("/proc/self/statm", "r");
	unsigned long size = 0, pages = 0;

	if (f) {
		if (fscanf(f, "%lu %lu", &size, &pages) != 2)
			pages = 0;
		fclose(f);
	}
	return (double)pages * (double)sysconf(_SC_PAGESIZE);
}

/* The weights are there already, read and checked when the session began; packing makes others
 * of them. Where they are not packed, kernels take some room for themselves: OpenBLAS for its blocks, convolutions for
 * patches. */
void run_tell_memory(struct cmd_call *c, const struct exec *x, bool always)
{
	struct forecast f;
	char *all, *now, *tensors, *packed;
	double base = resident(), more, room = 0;

	if (!exec_forecast(x, &f) || (!always && f.weights + f.tensors < TELL_BYTES))
		return;
	base = fmax(base, f.weights);
	more = call_flag(c, "fast") || call_flag(c, "verify") ? fmin(f.weights, (double)FAST_PACK_BYTES) : 0;
	if (!more && f.tensors > KERNEL_BYTES / 8)
		room = KERNEL_BYTES;
	all = text_bytes((uint64_t)(base + more + f.tensors + room));
	now = text_bytes((uint64_t)base);
	tensors = text_bytes((uint64_t)(f.tensors + room));
	packed = text_bytes((uint64_t)more);
	sink_printf(c->msg, "memory: %s %s: program and weights %s, tensors %s at once%s%s\n",
		    f.unknown ? "at least" : "about", all, now, tensors,
		    more > 0 ? ", packed weights " : "", more > 0 ? packed : "");
	free(all);
	free(now);
	free(tensors);
	free(packed);
}

/* ---- running ---- */

struct timed {
	struct cmd_call *c;
	struct exec *x;
	struct exec *start; /* x before it ran */
	struct fast *f;
	struct str why;
	struct profile *profile; /* NULL: not wanted */
	struct map row;		 /* faithful mode: path to row */
	double begin;
};

static double macs_here(struct exec *x, const struct exec_event *ev)
{
	struct tensor *in[16], *out[16];
	struct op_ctx c = {.row = exec_row(x),
			   .in = in,
			   .out = out,
			   .n_in = exec_n_in(x),
			   .n_out = exec_n_out(x)};
	double macs = 0, bytes;

	if (!c.row || !c.row->cost || c.n_in > 16 || c.n_out > 16)
		return 0;
	c.node = graph_node(frame_graph(ev->frame), ev->node, NULL);
	for (int i = 0; i < c.n_in; i++)
		in[i] = exec_in(x, i);
	for (int i = 0; i < c.n_out; i++)
		out[i] = exec_out(x, i);
	c.row->cost(&c, &macs, &bytes);
	return macs;
}

static double bytes_here(const struct exec *x)
{
	double bytes = 0;

	for (int i = 0; i < exec_n_in(x); i++)
		bytes += exec_in(x, i) ? (double)exec_in(x, i)->bytes : 0;
	for (int i = 0; i < exec_n_out(x); i++)
		bytes += exec_out(x, i) ? (double)exec_out(x, i)->bytes : 0;
	return bytes;
}

/* The faithful mode, node by node: a function's call is what its nodes are. */
static bool node_timed(void *ctx, struct exec *x, const struct exec_event *ev, struct err *err)
{
	struct timed *t = ctx;
	double now = clock_seconds();
	struct str path = STR_INIT;
	uint64_t at = t->profile->row.n;
	struct sv op;

	(void)err;
	if (ev->kind != EV_RAN || !exec_row(x) || exec_row(x)->flags & OP_CALLS) {
		t->begin = clock_seconds();
		return true;
	}
	exec_path(ev->frame, ev->node, &path);
	op = graph_node_op(frame_graph(ev->frame), ev->node);
	if (!map_get(&t->row, str_sv(&path), &at)) {
		char *what = xsvdup(op);

		profile_add(t->profile, str_sv(&path), what, 0, 0, 0, 0);
		free(what);
		map_put(&t->row, sv_of(t->profile->row.p[at].node), at); /* it outlives path */
	}
	t->profile->row.p[at].seconds += now - t->begin;
	t->profile->row.p[at].macs += macs_here(x, ev);
	t->profile->row.p[at].bytes += bytes_here(x);
	t->profile->row.p[at].runs++;
	t->profile->seconds += now - t->begin;
	str_free(&path);
	t->begin = clock_seconds();
	return true;
}

static bool faithfully(struct timed *t, struct exec *x, struct err *err)
{
	struct watcher w = {.mask = EV_BEFORE | EV_RAN, .event = node_timed, .ctx = t};

	return watch_run(t->c, x, &w, t->profile != NULL, err);
}

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
		return faithfully(t, t->x, err);
	again = exec_copy(t->start);
	ok = faithfully(t, again, err);
	exec_free(again);
	return ok;
}

static bool repeat(struct timed *t, int64_t n, struct err *err)
{
	double *ms = xmalloc((size_t)n * sizeof(*ms)), begin = clock_seconds(), first;
	struct profile *profile = t->profile;
	bool ok;

	t->profile = NULL; /* the first run finds its memory and its pages */
	ok = once(t, err);
	t->profile = profile;
	first = 1e3 * (clock_seconds() - begin);
	if (t->f && profile)
		fast_profile(t->f, true);
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

static void profile_done(struct timed *t, uint64_t runs)
{
	struct fast_step s;

	for (uint32_t i = 0; t->f && fast_step(t->f, i, &s); i++)
		profile_add(t->profile, s.node->name, s.what, 1e-9 * (double)s.ns, s.macs, s.bytes,
			    s.runs);
	t->profile->mode = t->f ? "fast" : "faithful";
	t->profile->runs = runs;
	t->profile->roof = fast_roof();
	if (call_flag(t->c, "json"))
		profile_json(t->profile, t->c->out);
	else
		profile_print(t->profile, t->c->out);
	profile_free(t->profile);
	map_free(&t->row);
}

bool run_fast(struct cmd_call *c, struct exec *x, size_t n_out, int *rc, struct err *err)
{
	const struct cmd_val *n = call_opt(c, "repeat");
	struct profile profile = {0};
	struct timed t = {.c = c, .x = x, .profile = call_flag(c, "profile") ? &profile : NULL};
	struct exec *plain = NULL;
	bool ok = true;

	if (n->given && (n->i < 1 || n->i > 10000000))
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "--repeat wants a count from 1 on");
	run_tell_memory(c, x, n->given || t.profile);
	t.start = exec_copy(x);
	if (call_flag(c, "verify"))
		plain = exec_copy(x);
	if (call_flag(c, "fast") || plain) {
		t.f = fast_new(x, &t.why);
		if (!t.f)
			sink_printf(c->msg, "not in the fast mode: %s\n", str_z(&t.why));
	}
	ok = n->given || t.profile ? repeat(&t, n->given ? n->i : 1, err) : once(&t, err);
	if (ok && plain)
		ok = exec_run(plain, err) && verify(c, plain, x, n_out, rc);
	if (ok && t.profile)
		profile_done(&t, n->given ? (uint64_t)n->i : 1);
	else if (t.profile)
		profile_free(&profile);
	exec_free(plain);
	exec_free(t.start);
	fast_free(t.f);
	str_free(&t.why);
	return ok;
}
