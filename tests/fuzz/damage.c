/*
 * Damaged copies of models: each file of a model cut at every 1/64 of its length and with single bits
 * flipped; each copy is opened, walked whole, checked and run with zeros as inputs. Whatever comes, it must be a
 * clear error or a result, never a crash, a hang or a leak (run it under ASan and UBSan).
 *
 *   damage [-f FLIPS] [-s SEED] [-v] MODEL ...	"N passed, N failed" at the end
 */
#include <dirent.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fmap.h"
#include "base/mem.h"
#include "base/vec.h"
#include "exec/exec.h"
#include "fast/fast.h"
#include "feed/feed.h"
#include "inspect/check.h"
#include "infer/infer.h"
#include "random.h"
#include "walk.h"

enum { CUTS = 64, MOST_NODES = 20000, MOST_BYTES = 256 << 20, MOST_ASK = 200 };

struct file {
	char *rel;
	char *p;
	size_t n;
};

static VEC(struct file) files;
static const char *from;
static char scratch[64];
static int passed, failed, asked;
static bool verbose;

/* ---- the copy ---- */

static int each(const char *path, const struct stat *st, int kind, struct FTW *w)
{
	struct err e = { 0 };
	struct fmap *m;
	struct file f;

	(void)st;
	(void)w;
	if (kind != FTW_F)
		return 0;
	m = fmap_open(path, &e);
	if (!m)
		return 1;
	f.rel = xstrdup(path + strlen(from) + 1);
	f.n = m->n;
	f.p = xmalloc(f.n + 1);
	memcpy(f.p, fmap_sv(m).p, f.n);
	vec_push(&files, f);
	fmap_close(m);
	return 0;
}

static void put(const struct file *f, size_t n)
{
	char *path = xasprintf("%s/%s", scratch, f->rel), *slash;
	FILE *out;

	for (slash = path + strlen(scratch) + 1; (slash = strchr(slash, '/')); *slash++ = '/') {
		*slash = 0;
		mkdir(path, 0700);
	}
	out = fopen(path, "w");
	if (!out || fwrite(f->p, 1, n, out) != n || fclose(out))
		perror(path), exit(2);
	free(path);
}

static int gone(const char *path, const struct stat *st, int kind, struct FTW *w)
{
	(void)st;
	(void)kind;
	(void)w;
	return remove(path);
}

/* ---- a look at it ---- */

/* An error must say something. */
static bool told(struct err *e, const char *when)
{
	bool ok = !err_is(e) || (e->msg && strlen(e->msg) > 5);

	if (!ok)
		printf("FAIL %s: fails without a sentence\n", when);
	err_clear(e);
	return ok;
}

static bool some_time(void *ctx, const char *what, double part)
{
	(void)ctx;
	(void)what;
	(void)part;
	return ++asked < MOST_ASK;
}

static void quiet(void *ctx, struct sv text)
{
	(void)ctx;
	(void)text;
}

/* The same in the fast mode, and what the run would need. */
static void run_fast(const struct exec *x)
{
	struct exec *copy = exec_copy(x);
	struct str why = STR_INIT;
	struct fast *f = fast_new(copy, &why);
	struct forecast need;
	struct err e = { 0 };

	exec_forecast(x, &need);
	if (f)
		fast_run(f, &why, &e);
	fast_free(f);
	exec_free(copy);
	str_free(&why);
	err_clear(&e);
}

static void run(struct session *s, const struct signature *sig, struct err *e)
{
	struct tensor **in = xcalloc((size_t)sig->n_in + 1, sizeof(*in));
	struct exec_event ev;
	struct exec *x;

	for (uint32_t i = 0; i < sig->n_in; i++) {
		const struct tensor_info *ti = &sig->in[i];
		struct feed_spec spec = { ti->key, ti->name, dtype_base((enum dtype)ti->dtype), ti->shape };
		struct err none = { 0 };

		if (!ti->has_shape)
			spec.shape = (struct shape){ -1, NULL };
		in[i] = feed_parse(&spec, "zeros", &none);
		err_clear(&none);
	}
	x = exec_new_signature(s, sig, in, e);
	if (x) {
		run_fast(x);
		exec_budget(x, MOST_NODES);
		exec_step(x, EV_BUDGET, &ev, e);
	}
	exec_free(x);
	for (uint32_t i = 0; i < sig->n_in; i++)
		tensor_unref(in[i]);
	free(in);
}

static bool checked(const struct metagraph *mg, const char *when)
{
	struct check_opts o = { .path = scratch, .full = true, .runtime_major = 2, .runtime_minor = 5 };
	struct err e = { 0 };
	struct check *c = check_new(mg, &o, &e);
	bool ok = told(&e, when) && c;

	for (uint32_t i = 0; c && i < check_n(c); i++)
		ok = ok && strlen(check_at(c, i)->what) > 5;
	check_free(c);
	return ok;
}

/* Shapes of everything. */
static void infer_model(const struct metagraph *mg)
{
	struct infer *inf = infer_new(mg, NULL);

	infer_all(infer_root(inf));
	for (uint32_t i = 0; i < mg->n_funcs; i++)
		if (mg->funcs[i].graph)
			infer_all(infer_function(inf, &mg->funcs[i]));
	infer_free(inf);
}

static bool survives(const char *when)
{
	struct session_opts o = { .progress = some_time, .print = quiet, .max_iterations = 1000 };
	const struct metagraph *mg;
	struct walk_counts c;
	struct err e = { 0 };
	struct model *m;
	struct session *s;
	bool ok;

	if (verbose)
		fprintf(stderr, "%s\n", when);
	walk_path(scratch, &c, &e);
	ok = told(&e, when);
	m = model_open(scratch, &e);
	mg = m ? model_default(m, &e) : NULL;
	ok = ok && (!mg || checked(mg, when));
	if (mg)
		infer_model(mg);
	for (uint32_t i = 0; mg && i < mg->n_sigs && i < 4 && ok; i++) {
		ok = told(&e, when);
		asked = 0;
		s = session_new(mg, &o, &e);
		if (s)
			run(s, &mg->sigs[i], &e);
		session_free(s);
	}
	ok = told(&e, when) && ok;
	model_close(m);
	return ok;
}

static void count(bool ok)
{
	if (ok)
		passed++;
	else
		failed++;
}

static void damage(const struct file *f, int flips, uint64_t seed)
{
	rng = seed;
	for (size_t k = 0; k < CUTS; k++) {
		char *when = xasprintf("%s/%s cut at %zu of %zu", from, f->rel, f->n * k / CUTS, f->n);

		put(f, f->n * k / CUTS);
		count(survives(when));
		free(when);
	}
	for (int k = 0; k < flips && f->n; k++) {
		size_t at = next() % f->n;
		int bit = (int)(next() % 8);
		char *when = xasprintf("%s/%s bit %d of byte %zu flipped", from, f->rel, bit, at);

		f->p[at] = (char)(f->p[at] ^ 1 << bit);
		put(f, f->n);
		count(survives(when));
		f->p[at] = (char)(f->p[at] ^ 1 << bit);
		free(when);
	}
	put(f, f->n);
}

static void model(const char *path, int flips, uint64_t seed)
{
	from = path;
	strcpy(scratch, "/tmp/smtui-damage-XXXXXX");
	if (!mkdtemp(scratch) || nftw(path, each, 16, FTW_PHYS) || !files.n) {
		printf("FAIL %s: cannot be copied\n", path);
		failed++;
		return;
	}
	for (size_t i = 0; i < files.n; i++)
		put(&files.p[i], files.p[i].n);
	for (size_t i = 0; i < files.n; i++)
		damage(&files.p[i], flips, seed);
	for (size_t i = 0; i < files.n; i++) {
		free(files.p[i].rel);
		free(files.p[i].p);
	}
	vec_free(&files);
	nftw(scratch, gone, 16, FTW_PHYS | FTW_DEPTH);
}

int main(int argc, char **argv)
{
	int flips = 50, opt;
	uint64_t seed = 42;

	while ((opt = getopt(argc, argv, "f:s:v")) != -1)
		if (opt == 'f')
			flips = atoi(optarg);
		else if (opt == 's')
			seed = strtoull(optarg, NULL, 10);
		else if (opt == 'v')
			verbose = true;
		else
			return 2;
	big_limit_set(MOST_BYTES);
	for (int i = optind; i < argc; i++)
		model(argv[i], flips, seed);
	printf("%d passed, %d failed\n", passed, failed);
	return failed || !passed;
}
