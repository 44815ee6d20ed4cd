/*
 * What looking costs: one signature run with nothing watched, recorded whole by the debugger, and with a
 * breakpoint by value on every node, in interleaved rounds; medians and ratios.
 *
 * usage: debug MODEL [ROUNDS [SIGNATURE]]	inputs are random (integers: ones), unknown dims 1
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "debug/debug.h"
#include "feed/feed.h"

enum { MAX_ROUNDS = 1000, SIDES = 3 };

static const char *const side_name[SIDES] = { "run, nothing watched", "recorded", "breakpoint: any if nan" };

struct bench {
	struct model *m;
	const struct metagraph *mg;
	const struct signature *sig;
	struct tensor **in;
	struct session *s;
	struct dbg *d[SIDES];		/* [0] is NULL */
	double ms[SIDES][MAX_ROUNDS];
	uint64_t nodes;
};

static double now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static bool feed(struct bench *b, struct err *err)
{
	const struct signature *sig = b->sig;

	b->in = calloc((size_t)sig->n_in + 1, sizeof(*b->in));
	for (uint32_t i = 0; i < sig->n_in; i++) {
		const struct tensor_info *ti = &sig->in[i];
		struct feed_spec spec = { ti->key, ti->name, ti->dtype, ti->shape };

		b->in[i] = feed_word(&spec, dtype_info(ti->dtype)->kind == DK_FLOAT ? "random:1" : "ones", err);
		if (!b->in[i])
			return false;
	}
	return true;
}

static bool prepare(struct bench *b, const char *path, const char *key, struct err *err)
{
	b->m = model_open(path, err);
	b->mg = b->m ? model_metagraph(b->m, 0) : NULL;
	if (!b->mg)
		return false;
	b->sig = metagraph_signature(b->mg, sv_of(key));
	if (!b->sig)
		return err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "no signature %s", key);
	b->s = feed(b, err) ? session_new(b->mg, NULL, err) : NULL;
	for (int i = 1; b->s && i < SIDES; i++) {
		int id;

		b->d[i] = dbg_new(b->mg, err);
		if (!b->d[i] || !dbg_choose(b->d[i], b->sig, err))
			return false;
		dbg_budget_set(b->d[i], (size_t)1 << 40);
		for (uint32_t k = 0; k < b->sig->n_in; k++)
			dbg_set_input(b->d[i], k, b->in[k], NULL, err);
		if (i == 2 && !dbg_break_add(b->d[i], sv_of("any if nan"), false, &id, err))
			return false;
	}
	return b->s != NULL;
}

static bool run_plain(struct bench *b, struct err *err)
{
	struct exec *x = exec_new_signature(b->s, b->sig, b->in, err);
	bool ok = x && exec_run(x, err);

	b->nodes = x ? exec_n_ran(x) : 0;
	exec_free(x);
	return ok;
}

static bool run_side(struct bench *b, int side, struct err *err)
{
	struct dbg *d = b->d[side];

	if (side == 0)
		return run_plain(b, err);
	if (!dbg_start(d, err) || !dbg_continue(d, err))
		return false;
	return dbg_state(d) == DBG_DONE || err_set(err, ERR_KIND_OP, ERR_INTERNAL, "it did not run to the end");
}

static int by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void report(struct bench *b, int rounds, const char *path)
{
	double base = 0;

	printf("%s: %llu nodes, %d rounds\n", path, (unsigned long long)b->nodes, rounds);
	for (int i = 0; i < SIDES; i++) {
		double *v = b->ms[i], mid;

		qsort(v, (size_t)rounds, sizeof(*v), by_value);
		mid = v[rounds / 2];
		base = i ? base : mid;
		printf("  %-24s median %9.3f ms   min %9.3f   max %9.3f   %5.2f times\n", side_name[i], mid, v[0],
		       v[rounds - 1], mid / base);
	}
}

int main(int argc, char **argv)
{
	static struct bench b;
	struct err err = { 0 };
	int rounds = argc > 2 ? atoi(argv[2]) : 15;
	bool ok;

	if (argc < 2 || rounds < 1 || rounds > MAX_ROUNDS) {
		fprintf(stderr, "usage: debug MODEL [ROUNDS [SIGNATURE]]\n");
		return 2;
	}
	ok = prepare(&b, argv[1], argc > 3 ? argv[3] : "serving_default", &err);
	for (int i = 0; ok && i < SIDES; i++)	/* loaded, warm */
		ok = run_side(&b, i, &err);
	for (int r = 0; ok && r < rounds; r++)
		for (int k = 0; ok && k < SIDES; k++) {
			int side = (r + k) % SIDES;
			double t0 = now_ms();

			ok = run_side(&b, side, &err);
			b.ms[side][r] = now_ms() - t0;
		}
	if (!ok) {
		fprintf(stderr, "debug: %s\n", err_text(&err));
		return 1;
	}
	report(&b, rounds, argv[1]);
	return 0;
}
