/*
 * Runs op cases (tests/recipes/ops/cases.py says what the files hold) against TensorFlow's answers.
 *
 *   op_cases FOLDER [FAMILY [CASE]]	prints each case that differs, "N passed, N failed" at the end
 *   op_cases --bits FOLDER [...]	the same bits with one thread and with two, and nothing else; also with
 *					the inputs made large, for several tiles
 *   op_cases --uncovered FOLDER	the op rows that no case of any family reaches; exit 1 if any
 */
#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/pool.h"
#include "base/str.h"
#include "base/vec.h"
#include "exec/exec.h"
#include "ops/op.h"
#include "tensor/print.h"
#include "case_file.h"

static int passed, failed;
/* With --bits: what one thread gave, and whether two threads are compared with it now. */
static VEC(struct tensor *) first;
static enum { TO_TENSORFLOW, KEEP, TO_FIRST } against;
static size_t n_compared, n_grown;
static enum { AS_IS, FIRST_DIM, LAST_DIM } grow;

static void say(const struct oc *k, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
static void say(const struct oc *k, const char *fmt, ...)
{
	va_list ap;

	printf("FAIL %.*s: ", SV_ARG(k->name));
	va_start(ap, fmt);
	vprintf(fmt, ap);
	va_end(ap);
	putchar('\n');
}

static void say_err(const struct oc *k, const char *what, struct err *err)
{
	char *text = err_text(err);

	say(k, "%s: %s", what, text);
	free(text);
	err_clear(err);
}

/* ---- comparing ---- */

static double ulp_of(enum dtype t, double v)
{
	int digits = t == DT_DOUBLE || t == DT_COMPLEX128 ? 53 : t == DT_HALF ? 11 : t == DT_BFLOAT16 ? 8 : 24;
	int least = t == DT_DOUBLE || t == DT_COMPLEX128 ? -1074 : t == DT_HALF ? -24 :
		    t == DT_BFLOAT16 ? -133 : -149;
	int e;

	v = fabs(v);
	if (v == 0 || !isfinite(v))
		return ldexp(1, least);
	e = ilogb(v) - digits + 1;
	return ldexp(1, e < least ? least : e);
}

/* Element k of a float or complex tensor's parts. */
static double part(const struct tensor *t, int64_t k)
{
	if (t->dtype == DT_COMPLEX64)
		return ((const float *)t->data)[k];
	if (t->dtype == DT_COMPLEX128)
		return ((const double *)t->data)[k];
	return tensor_get_f64(t, k);
}

static bool floats_close(const struct oc *k, const char *what, const struct tensor *got,
			 const struct tensor *want)
{
	enum dtype_kind kind = dtype_info(want->dtype)->kind;
	double ulp = strtod(k->ulp.p, NULL), rel = strtod(k->rel.p, NULL), scale = 0;
	int64_t n = want->n * (kind == DK_COMPLEX ? 2 : 1);

	for (int64_t i = 0; i < n; i++)
		if (isfinite(part(want, i)) && fabs(part(want, i)) > scale)
			scale = fabs(part(want, i));
	for (int64_t i = 0; i < n; i++) {
		double g = part(got, i), w = part(want, i), off = fabs(g - w);

		if (g == w || (isnan(g) && isnan(w)))
			continue;
		if (isfinite(g) && isfinite(w) &&
		    (off <= ulp * ulp_of(want->dtype, w) || off <= rel * scale))
			continue;
		say(k, "%s element %lld is %.9g, not %.9g (off by %.3g ulp, %.3g of the scale)", what,
		    (long long)i, g, w, off / ulp_of(want->dtype, w), scale > 0 ? off / scale : INFINITY);
		return false;
	}
	return true;
}

static bool equal(const struct oc *k, const char *what, const struct tensor *got,
		  const struct tensor *want)
{
	struct str a = STR_INIT, b = STR_INIT;
	enum dtype_kind kind;

	if (!got) {
		say(k, "%s is dead", what);
		return false;
	}
	kind = dtype_info(got->dtype)->kind;
	if (got->dtype != want->dtype || !shape_eq(tensor_shape(got), tensor_shape(want))) {
		shape_str(&a, tensor_shape(got));
		shape_str(&b, tensor_shape(want));
		say(k, "%s is %s %s, not %s %s", what, dtype_info(got->dtype)->name, str_z(&a),
		    dtype_info(want->dtype)->name, str_z(&b));
		str_free(&a);
		str_free(&b);
		return false;
	}
	if (kind == DK_FLOAT || kind == DK_COMPLEX)
		return floats_close(k, what, got, want);
	if (tensor_same(got, want))
		return true;
	for (int64_t i = 0; i < want->n; i++) {
		if (kind == DK_STRING && sv_eq(tensor_str(got, i), tensor_str(want, i)))
			continue;
		if (kind == DK_STRING) {
			str_escaped(&a, tensor_str(got, i));
			str_escaped(&b, tensor_str(want, i));
			say(k, "%s element %lld is \"%s\", not \"%s\"", what, (long long)i, str_z(&a),
			    str_z(&b));
			break;
		}
		if (tensor_get_i64(got, i) != tensor_get_i64(want, i)) {
			say(k, "%s element %lld is %lld, not %lld", what, (long long)i,
			    (long long)tensor_get_i64(got, i), (long long)tensor_get_i64(want, i));
			break;
		}
	}
	str_free(&a);
	str_free(&b);
	return false;
}

/* ---- running ---- */

static bool refused_rightly(const struct oc *k, int run, struct err *err)
{
	struct str m = STR_INIT;
	bool ok = true;
	const char *p;

	for (p = err->msg ? err->msg : ""; *p; p++)
		if (*p == '\\' || *p == '\n' || *p == '\t')
			str_addf(&m, "\\%c", *p == '\n' ? 'n' : *p == '\t' ? 't' : '\\');
		else
			str_addc(&m, *p);
	if (sv_is(k->failing, "-")) {
		say(k, "fails, but TensorFlow does not: %s: %s", err_code_name(err->code), str_z(&m));
		ok = false;
	} else if (atoi(k->failing.p) != run) {
		say(k, "fails in run %d, not in run %.*s: %s", run, SV_ARG(k->failing), str_z(&m));
		ok = false;
	} else if (!sv_is(k->code, err_code_name(err->code)) || !sv_eq(k->message, str_sv(&m))) {
		say(k, "the error is\n  %s: %s\nnot\n  %.*s: %.*s", err_code_name(err->code), str_z(&m),
		    SV_ARG(k->code), SV_ARG(k->message));
		ok = false;
	}
	str_free(&m);
	err_clear(err);
	return ok;
}

/* Bit for bit, NaNs included; strings by their bytes; what has no bytes (lists, handles) by being there. */
static bool same_bits(const struct tensor *a, const struct tensor *b)
{
	if (!a || !b)
		return a == b;
	if (a->dtype != b->dtype || !shape_eq(tensor_shape(a), tensor_shape(b)))
		return false;
	if (dtype_info(a->dtype)->kind == DK_STRING)
		return tensor_same(a, b);
	return a->dtype == DT_VARIANT || a->dtype == DT_RESOURCE || !memcmp(a->data, b->data, a->bytes);
}

static bool compare_bits(const struct oc *k, const struct exec *x, int n_out, int run)
{
	for (int i = 0; i < n_out; i++) {
		struct tensor *t = exec_fetch(x, (size_t)i);

		if (against == KEEP) {
			n_grown += grow != AS_IS;
			vec_push(&first, t ? tensor_ref(t) : NULL);
			continue;
		}
		if (n_compared >= first.n || !same_bits(first.p[n_compared++], t)) {
			say(k, "output %d of run %d has other bits with two threads", i, run);
			return false;
		}
	}
	return true;
}

static bool compare(struct case_file *f, const struct oc *k, const struct exec *x, int n_out, int run)
{
	bool ok = true;

	for (int i = 0; i < n_out && ok; i++) {
		char *name = run ? xasprintf("%.*s/out%d.%d", SV_ARG(k->name), i, run) :
				   xasprintf("%.*s/out%d", SV_ARG(k->name), i);
		char *what = xasprintf("output %d of run %d", i, run);
		struct err err = { 0 };
		struct tensor *want = case_tensor(f, name, case_type(f, case_node(f, k, "out", i), "T"), &err);

		if (!want)
			say_err(k, name, &err);
		ok = want && equal(k, what, exec_fetch(x, (size_t)i), want);
		tensor_unref(want);
		free(name);
		free(what);
	}
	return ok;
}

enum { GROW_TIMES = 300, GROW_MOST = 1 << 17, GROW_SECONDS = 1 };

/* Takes t; gives it with that dimension GROW_TIMES as long when it is `common` now, its elements repeated. */
static struct tensor *grown(struct tensor *t, int64_t common)
{
	int at = grow == FIRST_DIM ? 0 : t->rank - 1;
	size_t size = dtype_info(t->dtype)->size;
	int64_t dim[SHAPE_MAX_RANK];
	struct err none = { 0 };
	struct tensor *u;

	if (!t->rank || t->dim[at] != common || t->n == 0 || t->n > GROW_MOST / GROW_TIMES)
		return t;
	memcpy(dim, t->dim, (size_t)t->rank * sizeof(*dim));
	dim[at] *= GROW_TIMES;
	u = tensor_zeros(t->dtype, t->rank, dim, &none);
	for (int64_t i = 0; u && i < u->n; i++)
		if (t->dtype == DT_STRING)
			tensor_str_set(u, i, tensor_str(t, i % t->n), &none);
		else if (t->dtype != DT_VARIANT && t->dtype != DT_RESOURCE)
			memcpy((char *)u->data + (size_t)i * size, (char *)t->data + (size_t)(i % t->n) * size, size);
	err_clear(&none);
	tensor_unref(t);
	return u;
}

static void grow_feeds(struct exec_feed *feed, int n)
{
	int64_t common = 0;

	for (int i = 0; i < n; i++) {
		const struct tensor *t = feed[i].value;

		if (!common && t->rank)
			common = t->dim[grow == FIRST_DIM ? 0 : t->rank - 1];
		feed[i].value = grown(feed[i].value, common);
	}
}

/* true when the case is as it should be. */
static bool run_case(struct case_file *f, struct session *s, const struct oc *k)
{
	int n_in = atoi(k->n_in.p), n_out = atoi(k->n_out.p), runs = atoi(k->runs.p);
	struct exec_feed *feed = xcalloc((size_t)n_in + 1, sizeof(*feed));
	struct edge *fetch = xcalloc((size_t)n_out + 1, sizeof(*fetch));
	uint32_t init = case_node(f, k, "init", -1);
	struct err err = { 0 };
	bool ok = true, over = false;

	for (int i = 0; i < n_in && ok; i++) {
		char *name = xasprintf("%.*s/in%d", SV_ARG(k->name), i);

		feed[i].at = (struct edge){ case_node(f, k, "in", i), 0 };
		feed[i].value = case_tensor(f, name, case_type(f, feed[i].at.node, "dtype"), &err);
		if (!feed[i].value) {
			say_err(k, name, &err);
			ok = false;
		}
		free(name);
	}
	if (ok && grow)
		grow_feeds(feed, n_in);
	for (int i = 0; i < n_out; i++)
		fetch[i] = (struct edge){ case_node(f, k, "out", i), 0 };
	for (int run = init == NODE_NONE ? 0 : -1; run < runs && ok && !over; run++) {
		struct exec_request req = { .graph = f->g, .feeds = feed, .n_feeds = (size_t)n_in };
		struct exec *x;

		if (run < 0) {
			req.targets = &init;
			req.n_targets = 1;
		} else {
			req.fetches = fetch;
			req.n_fetches = (size_t)n_out;
		}
		x = exec_new(s, &req, &err);
		if (!x || !exec_run(x, &err)) {
			ok = against == KEEP || (grow && err.kind == ERR_KIND_LIMIT) ||
			     (against == TO_FIRST && n_compared == first.n) ||
			     refused_rightly(k, run, &err);
			err_clear(&err);
			over = true;
		} else if (run >= 0) {
			if (against == TO_TENSORFLOW && !sv_is(k->failing, "-") && atoi(k->failing.p) == run) {
				say(k, "does not fail; TensorFlow says %.*s: %.*s", SV_ARG(k->code),
				    SV_ARG(k->message));
				ok = false;
			}
			ok = ok && (against == TO_TENSORFLOW ? compare(f, k, x, n_out, run) :
							       compare_bits(k, x, n_out, run));
		}
		exec_free(x);
	}
	for (int i = 0; i < n_in; i++)
		tensor_unref(feed[i].value);
	free(feed);
	free(fetch);
	return ok;
}

static void quiet(void *ctx, struct sv text)
{
	(void)ctx;
	(void)text;
}

/* One case in sessions of their own, with one thread and with two. */
static bool run_bits(struct case_file *f, const struct session_opts *o, const struct oc *k)
{
	struct session_opts own = *o;
	bool ok = true;

	own.timeout = grow ? GROW_SECONDS : 0;
	for (int threads = 1; threads <= 2 && ok && (threads == 1 || first.n || !grow); threads++) {
		struct err err = { 0 };
		struct session *s = session_new(f->g->mg, &own, &err);

		pool_threads_set(threads);
		against = threads == 1 ? KEEP : TO_FIRST;
		if (s)
			ok = run_case(f, s, k);
		err_clear(&err);
		session_free(s);
	}
	for (size_t i = 0; i < first.n; i++)
		tensor_unref(first.p[i]);
	first.n = n_compared = 0;
	return ok;
}

/* ... as they are, and with large inputs, which may be refused, but twice. */
static bool run_bits_all(struct case_file *f, const struct session_opts *o, const struct oc *k)
{
	bool ok = run_bits(f, o, k);

	for (grow = FIRST_DIM; ok && grow <= LAST_DIM; grow++)
		ok = run_bits(f, o, k);
	grow = AS_IS;
	return ok;
}

static void run_family(const char *folder, const char *name, const char *only)
{
	struct session_opts o = { .print = quiet, .allow_file_io = true };
	struct case_file f;
	struct session *s = NULL;
	struct err err = { 0 };
	struct oc k = { .name = sv_of(name) };

	if (!case_open(&f, folder, name, &err) ||
	    !(s = session_new(f.g->mg, &o, &err))) {
		say_err(&k, folder, &err);
		failed++;
	} else {
		struct sv text = str_sv(&f.text);

		while (case_next(&text, &k)) {
			if (only && !sv_starts(k.name, sv_of(only)))
				continue;
			if (against == TO_TENSORFLOW ? run_case(&f, s, &k) : run_bits_all(&f, &o, &k))
				passed++;
			else
				failed++;
		}
	}
	session_free(s);
	case_close(&f);
}

/* ---- which rows have cases ---- */

static void mark(const struct graph *g, bool *seen)
{
	for (uint32_t i = 0; i < g->n_nodes; i++)
		for (int k = 0; k < op_n(); k++)
			if (sv_is(graph_node_op(g, i), op_at(k)->name))
				seen[k] = true;
}

static void mark_family(const char *folder, const char *name, bool *seen)
{
	struct case_file f;
	struct err err = { 0 };

	if (case_open(&f, folder, name, &err)) {
		mark(f.g, seen);
		for (uint32_t i = 0; i < f.g->mg->n_funcs; i++)
			mark(f.g->mg->funcs[i].graph, seen);
	}
	err_clear(&err);
	case_close(&f);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

int main(int argc, char **argv)
{
	bool bits = argc > 1 && !strcmp(argv[1], "--bits");
	bool uncovered = argc > 1 && !bits && !strcmp(argv[1], "--uncovered"), *seen;
	const char *folder = argc > 1 + (uncovered || bits) ? argv[1 + (uncovered || bits)] : NULL;
	DIR *d = folder ? opendir(folder) : NULL;
	VEC(char *) names = { 0 };
	struct dirent *e;
	int missing = 0;

	if (bits) {
		against = KEEP;
		argc--, argv++;
	}
	if (!d) {
		fprintf(stderr, "usage: op_cases [--bits | --uncovered] FOLDER [FAMILY [CASE]]\n");
		return 2;
	}
	while ((e = readdir(d)) != NULL) {
		char *name = case_family(e->d_name);

		if (name)
			vec_push(&names, name);
	}
	closedir(d);
	qsort(names.p, names.n, sizeof(*names.p), by_text);
	seen = xcalloc((size_t)op_n() + 1, sizeof(*seen));
	for (size_t i = 0; i < names.n; i++) {
		if (uncovered)
			mark_family(folder, names.p[i], seen);
		else if (argc < 3 || !strcmp(argv[2], names.p[i]))
			run_family(folder, names.p[i], argc > 3 ? argv[3] : NULL);
		free(names.p[i]);
	}
	vec_free(&names);
	vec_free(&first);
	for (int i = 0; uncovered && i < op_n(); i++)
		if (!seen[i]) {
			printf("%s has no case\n", op_at(i)->name);
			missing++;
		}
	free(seen);
	if (uncovered) {
		printf("%d passed, %d failed\n", op_n() - missing, missing);
		return missing != 0;
	}
	if (!passed && !failed) {
		printf("no case was run\n");
		failed++;
	}
	if (bits)
		printf("%zu outputs of large inputs were compared\n", n_grown);
	printf("%d passed, %d failed\n", passed, failed);
	return failed != 0;
}
