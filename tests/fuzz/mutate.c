/*
 * Op cases (tests/ops/cases) with mutated inputs: a valid graph and valid inputs, then other shapes and a
 * few other values. This reaches what random ops (ops.c) seldom do: code behind many checks. A mutant may
 * fail or answer; it must not crash, hang or read what is not its own (run it under ASan and UBSan).
 *
 * With -a the attributes of the graph's nodes change too, in place.
 *
 *   mutate [-a] [-n MUTANTS] [-s SEED] [-f FAMILY] [-c CASE] [-k FIRST] [-v] FOLDER
 *
 * Each mutant depends on its case, number and the seed alone. Families run in children.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "case_file.h"
#include "exec/exec.h"
#include "random.h"

enum { HANG = 20, SECONDS = 4, MOST_BYTES = 128 << 20, MOST_NODES = 20000, MOST_RANK = 6 };

static bool verbose;
static struct shared {
	uint64_t cases, mutant, ran, refused;	/* cases: how many of the family were begun */
	char name[128];
} *shared;

/* ---- mutating ---- */

static int other_shape(const struct tensor *t, int64_t *dim)
{
	int rank = t->rank < MOST_RANK ? t->rank : MOST_RANK, at = rank ? (int)below(rank) : 0;

	for (int i = 0; i < rank; i++)
		dim[i] = t->dim[i] < 64 ? t->dim[i] : 64;
	switch (below(rank ? 7 : 1)) {
	case 0:	/* one more dimension, in front or behind */
		if (rank == MOST_RANK)
			return rank;
		if (chance(50)) {
			memmove(dim + 1, dim, (size_t)rank * sizeof(*dim));
			dim[0] = 1 + below(2);
		} else {
			dim[rank] = 1 + below(2);
		}
		return rank + 1;
	case 1:
		memmove(dim + at, dim + at + 1, (size_t)(rank - at - 1) * sizeof(*dim));
		return rank - 1;
	case 2: dim[at] = 0; break;
	case 3: dim[at] = 1; break;
	case 4: dim[at]++; break;
	case 5: dim[at] = dim[at] > 0 ? dim[at] - 1 : 1; break;
	default: dim[at] = below(20); break;
	}
	return rank;
}

static bool has_bytes(const struct tensor *t)
{
	return t->dtype != DT_STRING && t->dtype != DT_VARIANT && t->dtype != DT_RESOURCE;
}

/* The same elements over and over in another shape. Gives a reference. */
static struct tensor *reshaped(const struct tensor *t)
{
	int64_t dim[MOST_RANK + 1];
	int rank = other_shape(t, dim);
	struct err none = { 0 };
	struct tensor *u = tensor_zeros(t->dtype, rank, dim, &none);
	size_t size = dtype_info(t->dtype)->size;

	for (int64_t i = 0; u && t->n && i < u->n; i++)
		if (t->dtype == DT_STRING)
			tensor_str_set(u, i, tensor_str(t, i % t->n), &none);
		else if (has_bytes(t))
			memcpy((char *)u->data + (size_t)i * size, (char *)t->data + (size_t)(i % t->n) * size, size);
	err_clear(&none);
	return u;
}

static void other_text(struct tensor *t, int64_t i)
{
	static const char *const texts[] = { "",      "a", "\xff\xfe", "\xe2\x82", "1e400", "-9223372036854775809",
					     "a,\"b", "  " };
	struct err none = { 0 };
	struct str s = STR_INIT;

	str_add(&s, tensor_str(t, i));
	if (s.n && chance(70)) {
		if (chance(30))
			s.n = (size_t)below((int64_t)s.n);
		for (int64_t k = 1 + below(3); k > 0 && s.n; k--)
			s.p[below((int64_t)s.n)] =
				(char)(chance(50) ? below(256) : s.p[below((int64_t)s.n)] ^ 1 << below(8));
	} else {
		str_clear(&s);
		str_addz(&s, texts[below(8)]);
	}
	tensor_str_set(t, i, str_sv(&s), &none);
	str_free(&s);
	err_clear(&none);
}

static int64_t other_int(int64_t v)
{
	static const int64_t odd[] = { INT64_MAX, INT64_MIN, INT32_MAX, INT32_MIN, -1, 1 << 20, 65536, 1000000000 };

	switch (below(5)) {
	case 0: return (int64_t)((uint64_t)v + 1);
	case 1: return (int64_t)((uint64_t)v - 1);
	case 2: return (int64_t)-(uint64_t)v;
	case 3: return below(10) - 3;
	default: return odd[below(8)];
	}
}

static void other_value(struct tensor *t)
{
	static const double odd[] = { 0, -1, 1e38, -1e38, 1e-40, 1e300, 0.5, 3e9, -2.5 };
	int64_t i = below(t->n);
	size_t size = dtype_info(t->dtype)->size;
	enum dtype_kind kind = dtype_info(t->dtype)->kind;
	char *at = (char *)t->data + (size_t)i * size;
	struct err none = { 0 };

	if (kind == DK_STRING) {
		other_text(t, i);
	} else if (kind == DK_BOOL) {
		*at = (char)!*at;
	} else if (kind == DK_FLOAT) {
		double v = chance(80) ? odd[below(9)] : chance(50) ? 1e308 * 10 : 1e308 * 10 - 1e308 * 10;
		struct tensor *x = tensor_scalar_f64(t->dtype, v, &none);

		if (x)
			memcpy(at, x->data, size);
		tensor_unref(x);
	} else if (kind == DK_INT || kind == DK_UINT) {
		int64_t v = other_int(tensor_get_i64(t, i));

		memcpy(at, &v, size < 8 ? size : 8);
	}
	err_clear(&none);
}

/* Takes t, gives what stands in its place. */
static struct tensor *mutated(struct tensor *t)
{
	struct err none = { 0 };
	struct tensor *u;

	if (chance(35)) {
		u = reshaped(t);
	} else {
		u = tensor_zeros(t->dtype, t->rank, t->dim, &none);
		for (int64_t i = 0; u && t->dtype == DT_STRING && i < u->n; i++)
			tensor_str_set(u, i, tensor_str(t, i), &none);
		if (u && has_bytes(t))
			memcpy(u->data, t->data, t->bytes);
	}
	for (int64_t k = u && u->n && has_bytes(u) + (u->dtype == DT_STRING) ? below(4) : 0; k > 0; k--)
		other_value(u);
	err_clear(&none);
	if (!u)
		return t;
	tensor_unref(t);
	return u;
}

/* ---- attributes, in the graph's bytes ---- */

/* One varint at *p. */
static uint64_t take(unsigned char **p, const unsigned char *end)
{
	uint64_t v = 0;

	for (int shift = 0; *p < end; shift += 7) {
		unsigned char b = *(*p)++;

		v |= shift < 64 ? (uint64_t)(b & 127) << shift : 0;
		if (b < 128)
			break;
	}
	return v;
}

/* Other bits of one varint, as long as it was. */
static void other_varint(unsigned char **p, const unsigned char *end)
{
	unsigned char *first = *p;

	take(p, end);
	if (first < end && chance(40))
		*first = (unsigned char)((*first & 128) | (chance(80) ? below(6) : below(128)));
}

/* An AttrValue: numbers, types and bools change, those of lists and shapes too. */
static void other_attr(unsigned char *p, const unsigned char *end, int depth)
{
	while (p < end) {
		uint64_t tag = take(&p, end), n;

		if ((tag & 7) == 0) {
			other_varint(&p, end);
		} else if ((tag & 7) == 5) {
			if (end - p >= 4 && chance(20))
				p[2 + below(2)] = (unsigned char)below(256);
			p += end - p >= 4 ? 4 : end - p;
		} else if ((tag & 7) == 2 && (n = take(&p, end)) <= (uint64_t)(end - p)) {
			if (depth && (tag >> 3 == 3 || tag >> 3 == 6))
				for (unsigned char *q = p; q < p + n;)
					other_varint(&q, p + n);	/* a packed list */
			else if (tag >> 3 == 2 && depth == 0 && n && chance(10))
				p[below((int64_t)n)] = (unsigned char)(32 + below(96));
			else if (tag >> 3 != 2 || depth)
				other_attr(p, p + n, depth + 1);
			p += n;
		} else {
			return;
		}
	}
}

/* Calls each(part, end) for the parts of a message with that number. */
static void parts(unsigned char *p, const unsigned char *end, uint64_t field,
		  void (*each)(unsigned char *, const unsigned char *))
{
	while (p < end) {
		uint64_t tag = take(&p, end), n;

		if ((tag & 7) == 0) {
			take(&p, end);
			continue;
		}
		if ((tag & 7) != 2 || (n = take(&p, end)) > (uint64_t)(end - p))
			return;
		if (tag >> 3 == field)
			each(p, p + n);
		p += n;
	}
}

static void each_value(unsigned char *p, const unsigned char *end)
{
	other_attr(p, end, 0);
}

static void each_attr(unsigned char *p, const unsigned char *end)
{
	if (chance(25))
		parts(p, end, 2, each_value);
}

static bool fixed;

static void each_op(unsigned char *p, const unsigned char *end)
{
	struct sv op = { (const char *)p, (size_t)(end - p) };

	fixed = sv_is(op, "Placeholder") || sv_is(op, "Const") || sv_is(op, "Identity");
}

static void each_node(unsigned char *p, const unsigned char *end)
{
	fixed = false;
	parts(p, end, 2, each_op);
	if (!fixed)
		parts(p, end, 5, each_attr);
}

/* Writes the family with other attrs to the scratch folder. */
static bool attrs_change(const char *folder, const char *name, const char *to, struct err *err)
{
	char *pb = xasprintf("%s/%s.pb", to, name);
	char *from = xasprintf("%s/%s" CASE_ENDING, folder, name), *all = xasprintf("%s/%s" CASE_ENDING, to, name);
	struct str bytes = STR_INIT;
	char *real = realpath(from, NULL);
	bool ok = false;

	if (real && case_graph(real, &bytes, err)) {
		unsigned char *copy = (unsigned char *)bytes.p;
		FILE *f = fopen(pb, "w");

		parts(copy, copy + bytes.n, 1, each_node);
		ok = f && fwrite(copy, 1, bytes.n, f) == bytes.n;
		if (f)
			fclose(f);
		unlink(all);
		ok = ok && symlink(real, all) == 0;
	}
	str_free(&bytes);
	free(real);
	free(pb), free(from), free(all);
	return ok;
}

static void attrs_forget(const char *name, const char *to)
{
	char *pb = xasprintf("%s/%s.pb", to, name), *all = xasprintf("%s/%s" CASE_ENDING, to, name);

	unlink(pb);
	unlink(all);
	free(pb), free(all);
}

/* ---- running ---- */

static void quiet(void *ctx, struct sv text)
{
	(void)ctx;
	(void)text;
}

static bool step(struct session *s, const struct exec_request *req, struct err *err)
{
	struct exec *x = exec_new(s, req, err);
	struct exec_event ev;
	bool ok = false;

	if (x) {
		exec_budget(x, MOST_NODES);
		ok = exec_step(x, EV_BUDGET, &ev, err);
	}
	exec_free(x);
	return ok;
}

static void run(struct case_file *f, const struct oc *k, int percent)
{
	int n_in = atoi(k->n_in.p), n_out = atoi(k->n_out.p), runs = atoi(k->runs.p);
	struct session_opts o = { .print = quiet, .timeout = SECONDS };
	struct exec_feed *feed = xcalloc((size_t)n_in + 1, sizeof(*feed));
	struct edge *fetch = xcalloc((size_t)n_out + 1, sizeof(*fetch));
	uint32_t init = case_node(f, k, "init", -1);
	struct exec_request req = { .graph = f->g, .feeds = feed };
	struct err err = { 0 };
	struct session *s = session_new(f->g->mg, &o, &err);
	bool ok = s != NULL;

	for (int i = 0; i < n_in && ok; i++) {
		char *name = xasprintf("%.*s/in%d", SV_ARG(k->name), i);
		uint32_t at = case_node(f, k, "in", i);
		struct tensor *t = case_tensor(f, name, case_type(f, at, "dtype"), &err);

		if (t)
			feed[req.n_feeds++] = (struct exec_feed){ .at = { at, 0 },
								  .value = chance(percent) ? mutated(t) : t };
		free(name);
	}
	for (int i = 0; i < n_out; i++)
		fetch[i] = (struct edge){ case_node(f, k, "out", i), 0 };
	if (ok && init != NODE_NONE) {
		req.targets = &init, req.n_targets = 1;
		ok = step(s, &req, &err);
	}
	req.targets = NULL, req.n_targets = 0, req.fetches = fetch, req.n_fetches = (size_t)n_out;
	for (int i = 0; i < runs && ok; i++)
		ok = step(s, &req, &err);
	if (ok)
		shared->ran++;
	else
		shared->refused++;
	if (verbose) {
		char *text = err_is(&err) ? err_text(&err) : NULL;

		printf("%.*s: %s\n", SV_ARG(k->name), text ? text : "ran");
		free(text);
	}
	err_clear(&err);
	for (size_t i = 0; i < req.n_feeds; i++)
		tensor_unref(feed[i].value);
	session_free(s);
	free(feed);
	free(fetch);
}

static void seed_set(uint64_t seed, struct sv name, uint64_t k)
{
	uint64_t h = 1469598103934665603u;

	for (size_t i = 0; i < name.n; i++)
		h = (h ^ (uint8_t)name.p[i]) * 1099511628211u;
	rng = h + seed * 1000003u + k * 7919u;
	next();
}

struct job {
	uint64_t n, seed, first;
	const char *folder, *only, *scratch;	/* scratch: attrs change */
};

/* One family from its case `skip` on. */
static void family(const struct job *j, const char *name, uint64_t skip)
{
	struct case_file f;
	struct err err = { 0 };
	struct sv text;
	struct oc k;

	if (j->scratch) {
		seed_set(j->seed, sv_of(name), j->first);
		if (!attrs_change(j->folder, name, j->scratch, &err))
			exit(3);
	}
	if (!case_open(&f, j->scratch ? j->scratch : j->folder, name, &err))
		exit(3);
	text = str_sv(&f.text);
	for (uint64_t i = 0; case_next(&text, &k); i++) {
		if (i < skip || (j->only && !sv_is(k.name, j->only)))
			continue;
		shared->cases = i + 1;
		snprintf(shared->name, sizeof(shared->name), "%.*s", SV_ARG(k.name));
		for (uint64_t m = j->first; m < j->first + j->n; m++) {
			shared->mutant = m;
			alarm(HANG);
			seed_set(j->seed, k.name, m);
			run(&f, &k, j->scratch ? 10 : chance(60) ? 30 : 60);
		}
	}
	err_clear(&err);
	case_close(&f);
}

/* Runs the family until it ends well; how many cases killed it. */
static int family_all(const struct job *j, const char *name)
{
	int bad = 0;

	shared->cases = 0;
	for (uint64_t skip = 0; bad < 50; skip = shared->cases) {
		pid_t pid;
		int status;

		fflush(stdout);
		pid = fork();
		if (pid == 0) {
			big_limit_set(MOST_BYTES);
			family(j, name, skip);
			fflush(stdout);
			exit(0);	/* not _exit: leaks are looked for */
		}
		if (waitpid(pid, &status, 0) != pid || status == 0)
			break;
		printf("FAIL %s of %s, mutant %llu: status %x; repeat with%s -s %llu -f %s -c '%s' -k %llu -n 1 -v\n",
		       shared->name, name, (unsigned long long)shared->mutant, (unsigned)status,
		       j->scratch ? " -a" : "", (unsigned long long)j->seed, name, shared->name,
		       (unsigned long long)shared->mutant);
		bad++;
	}
	return bad;
}

/* One graph after the other. */
static int family_attrs(const struct job *j, const char *name)
{
	struct job one = *j;
	int bad = 0;

	one.n = 1;
	for (uint64_t m = 0; m < j->n; m++) {
		one.first = j->first + m;
		bad += family_all(&one, name);
	}
	attrs_forget(name, j->scratch);
	return bad;
}

int main(int argc, char **argv)
{
	struct job j = { .n = 5, .seed = 1 };
	const char *only = NULL;
	char scratch[] = "/tmp/smtui-mutate-XXXXXX";
	struct dirent *e;
	int opt, bad = 0;
	DIR *d;

	while ((opt = getopt(argc, argv, "an:s:f:c:k:v")) != -1)
		switch (opt) {
		case 'a': j.scratch = mkdtemp(scratch); break;
		case 'n': j.n = strtoull(optarg, NULL, 10); break;
		case 's': j.seed = strtoull(optarg, NULL, 10); break;
		case 'f': only = optarg; break;
		case 'c': j.only = optarg; break;
		case 'k': j.first = strtoull(optarg, NULL, 10); break;
		case 'v': verbose = true; break;
		default: return 2;
		}
	j.folder = argv[optind];
	d = j.folder ? opendir(j.folder) : NULL;
	shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (!d || shared == MAP_FAILED)
		return 2;
	while ((e = readdir(d)) != NULL) {
		char *name = case_family(e->d_name);

		if (name && (!only || !strcmp(only, name)))
			bad += j.scratch ? family_attrs(&j, name) : family_all(&j, name);
		free(name);
	}
	closedir(d);
	if (j.scratch)
		rmdir(j.scratch);
	printf("%llu ran, %llu refused\n", (unsigned long long)shared->ran, (unsigned long long)shared->refused);
	printf("%llu passed, %d failed\n", (unsigned long long)(shared->ran + shared->refused), bad);
	return bad || shared->ran + shared->refused == 0;
}
