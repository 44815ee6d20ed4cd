/*
 * Gradients of the op cases against TensorFlow's (tests/recipes/gradients.py says what the files hold): each case
 * is run, taped, and gone through backwards.
 *
 *   grad_cases OPS GRADS [FAMILY [CASE]]	prints each case that differs, "N passed, N failed" at the end; cases
 *					and ops that GRADS/known.tsv names may differ
 *   grad_cases --change N OPS GRADS [...]	each case N times with some elements of its inputs changed to what
 *					is odd: nothing is compared, nothing may crash
 *   grad_cases --uncovered OPS GRADS		the rules that no case reaches; exit 1 if any
 *
 * An element of the answer that a term list must explain: of every output the first elements are asked where they
 * came from as well, and a sum must add up.
 */
#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../ops/case_file.h"
#include "base/mem.h"
#include "debug/gradient.h"
#include "exec/exec.h"

static int passed, failed, explained, excused;
static struct str known;
static int changes;			/* --change */
static uint32_t dice = 1;
static bool hushed; /* what is known to differ needs no words */
static bool *seen;

/* How far off a gradient may be: this times the largest of its tensor. TensorFlow adds up in the type itself. */
static double bound_of(enum dtype t)
{
	return t == DT_DOUBLE ? 1e-13 : t == DT_FLOAT ? 4e-6 : t == DT_HALF ? 1e-2 : 6e-2;
}

static bool fail(struct sv name, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
static bool fail(struct sv name, const char *fmt, ...)
{
	va_list ap;

	if (hushed)
		return false;
	printf("FAIL %.*s: ", SV_ARG(name));
	va_start(ap, fmt);
	vprintf(fmt, ap);
	va_end(ap);
	putchar('\n');
	return false;
}

static bool fail_err(struct sv name, const char *what, struct err *err)
{
	char *text = err_text(err);

	fail(name, "%s: %s", what, text);
	free(text);
	err_clear(err);
	return false;
}

/* ---- comparing ---- */

static bool close_to(struct sv name, int input, double bound, const struct tensor *got,
		     const struct tensor *want)
{
	double scale = 0;

	if (got->dtype != want->dtype || !shape_eq(tensor_shape(got), tensor_shape(want)))
		return fail(name, "the gradient by input %d has another type or shape", input);
	for (int64_t i = 0; i < want->n; i++)
		if (isfinite(tensor_get_f64(want, i)))
			scale = fmax(scale, fabs(tensor_get_f64(want, i)));
	for (int64_t i = 0; i < want->n; i++) {
		double g = tensor_get_f64(got, i), w = tensor_get_f64(want, i);

		if (g == w || (isnan(g) && isnan(w)) ||
		    (isfinite(g) && isfinite(w) && fabs(g - w) <= bound * scale))
			continue;
		return fail(name, "by input %d element %lld is %.9g, not %.9g (%.3g of the scale)",
			    input, (long long)i, g, w, scale > 0 ? fabs(g - w) / scale : INFINITY);
	}
	return true;
}

static struct tensor *upstream(const struct tensor *like, int k)
{
	struct err err = {0};
	struct tensor *t = tensor_new(DT_DOUBLE, like->rank, like->dim, &err), *g;

	for (int64_t i = 0; t && i < t->n; i++)
		((double *)t->data)[i] = (double)((37 * i + 11 + 5 * k) % 19 - 9) / 8;
	g = t ? tensor_cast(t, like->dtype, &err) : NULL;
	tensor_unref(t);
	err_clear(&err);
	return g;
}

static bool is_float(const struct tensor *t)
{
	return t && dtype_info(t->dtype)->kind == DK_FLOAT;
}

/* ---- changed inputs ---- */

static uint32_t roll(uint32_t n)
{
	dice = dice * 1664525u + 1013904223u;
	return (dice >> 8) % n;
}

/* Takes t; gives it with an element or two changed. */
static struct tensor *changed(struct tensor *t)
{
	static const double odd[] = { NAN, INFINITY, -INFINITY, 0, -1, 1e30, -1e30, 1e-30, 3, 100 };
	enum dtype_kind kind = dtype_info(t->dtype)->kind;
	size_t size = dtype_info(t->dtype)->size;
	struct tensor *u;

	if (!t->n || (kind != DK_FLOAT && kind != DK_INT && kind != DK_UINT))
		return t;
	u = tensor_copy(t, NULL);
	for (uint32_t k = roll(3); u && k > 0; k--) {
		double v = odd[kind == DK_FLOAT ? roll(10) : 3 + roll(2)];
		struct tensor *one = kind == DK_FLOAT ? tensor_scalar_f64(t->dtype, v, NULL) :
							tensor_scalar_i64(t->dtype, (int64_t)roll(9) - 3, NULL);

		if (one)
			memcpy((char *)u->data + roll((uint32_t)(u->n > 1000 ? 1000 : u->n)) * size, one->data, size);
		tensor_unref(one);
	}
	tensor_unref(t);
	return u;
}

/* ---- a case ---- */

struct run {
	struct sv name;
	double least; /* the bound that the case itself needs */
	int n_in, n_out;
	struct exec_feed *feed;
	struct edge *fetch;
	struct exec *x;
	struct tape *t;
	uint32_t *in; /* values */
};

static bool run_taped(struct run *r, struct session *s, const struct graph *g, struct err *err)
{
	struct exec_request req = {.graph = g,
				   .feeds = r->feed,
				   .n_feeds = (size_t)r->n_in,
				   .fetches = r->fetch,
				   .n_fetches = (size_t)r->n_out};
	struct exec_event ev;

	r->x = exec_new(s, &req, err);
	if (!r->x)
		return false;
	exec_keep_values(r->x, true);
	do {
		if (!exec_step(r->x, EV_RAN, &ev, err))
			return false;
		if (ev.kind == EV_RAN)
			taped_add(r->t, r->x, &ev);
	} while (ev.kind == EV_RAN);
	return ev.kind == EV_DONE;
}

static void find_inputs(struct run *r)
{
	for (int i = 0; i < r->n_in; i++) {
		r->in[i] = TAPE_NONE;
		for (uint32_t k = 0; k < tape_n(r->t); k++)
			if (tape_event(r->t, k)->n &&
			    tape_event(r->t, k)->n->index == r->feed[i].at.node)
				r->in[i] = tape_event(r->t, k)->out[0];
	}
}

static void mark_seen(const struct run *r)
{
	for (uint32_t k = 0; k < tape_n(r->t); k++)
		for (int i = 0; i < grad_n_rules(); i++)
			if (tape_event(r->t, k)->n &&
			    sv_is(tape_event(r->t, k)->n->op, grad_rule_at(i)))
				seen[i] = true;
}

static struct gradient *backwards(struct run *r, struct err *err)
{
	struct gradient_seed *seed = xcalloc((size_t)r->n_out + 1, sizeof(*seed));
	struct gradient_want w = {
		.value = r->in, .n_values = (uint32_t)r->n_in, .all_variables = true};
	struct gradient *g;
	uint32_t n = 0;

	for (int k = 0; k < r->n_out; k++) {
		struct tensor *t = exec_fetch(r->x, (size_t)k);

		if (is_float(t) && tape_find(r->t, t) != TAPE_NONE)
			seed[n++] = (struct gradient_seed){tape_find(r->t, t), upstream(t, k)};
	}
	g = gradient_new(r->t, seed, n, &w, err);
	while (n-- > 0)
		tensor_unref(seed[n].g);
	free(seed);
	return g;
}

/* The terms of an element must give it. */
static bool explain(struct run *r, uint32_t value)
{
	const struct tape_event *e = tape_maker(r->t, value);
	const struct tape_value *v = tape_value(r->t, value);
	struct arena *a = arena_new();
	bool ok = true;

	for (int64_t place = 0; ok && e && e->n && place < v->t->n && place < 3; place++) {
		struct err err = {0};
		struct terms t;
		const char *why;
		struct vjp x;
		enum grad_verdict got;

		tape_event_op(r->t, e, &x, a);
		for (uint32_t i = 0; i < x.n_in; i++)
			ok = ok && x.in[i];
		if (!ok)
			break;
		got = terms_of(&x, v->slot, place, &t, &why, &err);
		if (got == GRAD_FAILED)
			ok = fail_err(r->name, "terms", &err);
		if (got != GRAD_FOUND)
			break;
		if (t.how == TERMS_SUM && isfinite(t.actual) &&
		    !(fabs(t.sum - t.actual) <= t.bound))
			ok = fail(r->name,
				  "element %lld of %s is %.9g, its terms make %.9g, bound %.3g",
				  (long long)place, e->path, t.actual, t.sum, t.bound);
		if (t.how == TERMS_COPY && t.term.n && t.term.p[0].place >= 0 && !isnan(t.actual) &&
		    t.sum != t.actual)
			ok = fail(r->name, "element %lld of %s is %.9g, the copied one %.9g",
				  (long long)place, e->path, t.actual, t.sum);
		explained++;
		terms_free(&t);
	}
	arena_free(a);
	return ok;
}

static bool explain_all(struct run *r)
{
	bool ok = true;

	for (int k = 0; ok && k < r->n_out; k++) {
		uint32_t v = tape_find(r->t, exec_fetch(r->x, (size_t)k));

		ok = v == TAPE_NONE ||
		     dtype_info(tape_value(r->t, v)->t->dtype)->kind == DK_OBJECT || explain(r, v);
	}
	return ok;
}

/* What comes out of a coarser type, or is only so close itself, is not closer backwards. */
static void find_least(struct run *r, const struct oc *k)
{
	r->least = 8 * strtod(k->rel.p, NULL);
	for (int i = 0; i < r->n_out; i++) {
		const struct tensor *t = exec_fetch(r->x, (size_t)i);

		if (is_float(t))
			r->least = fmax(r->least, fmax(bound_of(t->dtype),
						       8 * strtod(k->ulp.p, NULL) *
							       (t->dtype == DT_DOUBLE  ? 0x1p-52
								: t->dtype == DT_FLOAT ? 0x1p-23
										       : 0x1p-8)));
	}
}

/* marks: "g\t-\t." */
static bool compare(struct run *r, const struct gradient *g, struct case_file *grads,
		    struct sv marks)
{
	bool ok = true;

	for (int i = 0; ok && i < r->n_in; i++) {
		char mark = (size_t)i * 2 < marks.n ? marks.p[i * 2] : '.';
		struct tensor *got = r->in[i] == TAPE_NONE ? NULL : gradient_by_value(g, r->in[i]);
		char *name = xasprintf("%.*s/g%d", SV_ARG(r->name), i);
		struct err err = {0};
		struct tensor *want =
			mark == 'g' ? case_tensor(grads, name, r->feed[i].value->dtype, &err)
				    : NULL;

		if (mark == 'g' && !want)
			ok = fail_err(r->name, name, &err);
		else if (mark == '-' && got)
			ok = fail(r->name, "there is a gradient by input %d, TensorFlow has None",
				  i);
		else if (want && !got)
			ok = fail(r->name, "there is no gradient by input %d%s%s", i,
				  gradient_n_ends(g) ? ": " : "",
				  gradient_n_ends(g) ? gradient_end_at(g, 0).why : "");
		else if (want)
			ok = close_to(r->name, i, fmax(r->least, bound_of(want->dtype)), got, want);
		tensor_unref(want);
		free(name);
	}
	return ok;
}

/* TensorFlow has no gradient: then we have no rule either, or a better one. */
static bool judge(struct run *r, struct case_file *grads, struct sv marks)
{
	struct err err = {0};
	struct gradient *g = backwards(r, &err);
	bool ok;

	if (sv_starts(marks, SV("none")) || sv_starts(marks, SV("fails"))) {
		gradient_free(g);
		err_clear(&err);
		return true;
	}
	if (!g)
		return fail_err(r->name, "backwards", &err);
	ok = compare(r, g, grads, marks);
	gradient_free(g);
	return ok;
}

static bool run_case(struct case_file *f, struct case_file *grads, struct session *s,
		     const struct oc *k, struct sv marks)
{
	struct run r = {.name = k->name,
			.n_in = atoi(k->n_in.p),
			.n_out = atoi(k->n_out.p),
			.t = tape_new()};
	struct err err = {0};
	bool ok = true;

	r.feed = xcalloc((size_t)r.n_in + 1, sizeof(*r.feed));
	r.fetch = xcalloc((size_t)r.n_out + 1, sizeof(*r.fetch));
	r.in = xcalloc((size_t)r.n_in + 1, sizeof(*r.in));
	for (int i = 0; ok && i < r.n_in; i++) {
		char *name = xasprintf("%.*s/in%d", SV_ARG(k->name), i);

		r.feed[i].at = (struct edge){case_node(f, k, "in", i), 0};
		r.feed[i].value =
			case_tensor(f, name, case_type(f, r.feed[i].at.node, "dtype"), &err);
		ok = r.feed[i].value || fail_err(k->name, name, &err);
		if (ok && changes)
			r.feed[i].value = changed(r.feed[i].value);
		free(name);
	}
	for (int i = 0; i < r.n_out; i++)
		r.fetch[i] = (struct edge){case_node(f, k, "out", i), 0};
	if (ok && !run_taped(&r, s, f->g, &err))
		ok = changes ? false : fail_err(k->name, "the run", &err);
	if (ok) {
		find_inputs(&r);
		mark_seen(&r);
		find_least(&r, k);
		ok = judge(&r, grads, marks) && explain_all(&r);
	}
	for (int i = 0; i < r.n_in; i++)
		tensor_unref(r.feed[i].value);
	exec_free(r.x);
	tape_free(r.t);
	free(r.feed);
	free(r.fetch);
	free(r.in);
	err_clear(&err);
	return ok;
}

/* What the gradients' index says of a case; false: nothing. */
static bool marks_of(struct sv index, struct sv name, struct sv *marks)
{
	while (index.n) {
		const char *end = memchr(index.p, '\n', index.n);
		struct sv line = {index.p, end ? (size_t)(end - index.p) : index.n};

		if (line.n > name.n && sv_starts(line, name) && line.p[name.n] == '\t') {
			*marks = sv_sub(line, name.n + 1, line.n);
			return true;
		}
		index = sv_sub(index, line.n + (end != NULL), index.n);
	}
	return false;
}

/* known.tsv names the case or its op, and says why. */
static bool is_known(struct sv name)
{
	struct sv op = sv_sub(name, 0, (size_t)sv_rfind(name, '_')), why;

	return marks_of(str_sv(&known), name, &why) || marks_of(str_sv(&known), op, &why);
}

static void read_known(const char *folder)
{
	char *path = xasprintf("%s/known.tsv", folder), line[512];
	FILE *f = fopen(path, "r");

	while (f && fgets(line, sizeof(line), f))
		str_addz(&known, line);
	if (f)
		fclose(f);
	free(path);
}

static void quiet(void *ctx, struct sv text)
{
	(void)ctx;
	(void)text;
}

static void run_family(const char *ops, const char *folder, const char *name, const char *only)
{
	struct session_opts o = {.print = quiet, .allow_file_io = true};
	char *npz = xasprintf("%s/%s.npz", folder, name);
	struct case_file f, grads = {0};
	struct session *s = NULL;
	struct err err = {0};
	struct oc k;

	if (!case_open(&f, ops, name, &err) || !case_archive(&grads, npz, &err) ||
	    !(s = session_new(f.g->mg, &o, &err))) {
		fail_err(sv_of(name), folder, &err);
		failed++;
	}
	for (struct sv text = s ? str_sv(&f.text) : SV(""), marks; case_next(&text, &k);) {
		if ((only && !sv_starts(k.name, sv_of(only))) ||
		    !marks_of(str_sv(&grads.text), k.name, &marks))
			continue;
		hushed = changes || is_known(k.name);
		for (int i = 0; i < changes; i++)
			run_case(&f, &grads, s, &k, marks);
		if (changes) {
			passed++;
			continue;
		}
		if (hushed)
			excused += !run_case(&f, &grads, s, &k, marks);
		else if (run_case(&f, &grads, s, &k, marks))
			passed++;
		else
			failed++;
	}
	session_free(s);
	case_close(&f);
	case_close(&grads);
	free(npz);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void run_all(const char *ops, const char *folder)
{
	DIR *d = opendir(folder);
	VEC(char *) names = {0};
	struct dirent *e;

	while (d && (e = readdir(d)))
		if (sv_ends(sv_of(e->d_name), SV(".npz")))
			vec_push(&names,
				 xsvdup(sv_sub(sv_of(e->d_name), 0, strlen(e->d_name) - 4)));
	if (d)
		closedir(d);
	if (names.n)
		qsort(names.p, names.n, sizeof(*names.p), by_text);
	for (size_t i = 0; i < names.n; i++) {
		run_family(ops, folder, names.p[i], NULL);
		free(names.p[i]);
	}
	vec_free(&names);
}

int main(int argc, char **argv)
{
	bool uncovered = argc > 1 && !strcmp(argv[1], "--uncovered");
	int n = 0, skip = uncovered;

	if (argc > 2 && !strcmp(argv[1], "--change")) {
		changes = atoi(argv[2]);
		skip = 2;
	}
	argv += skip;
	argc -= skip;
	if (argc < 3) {
		fprintf(stderr, "usage: grad_cases [--uncovered | --change N] OPS GRADS [FAMILY [CASE]]\n");
		return 2;
	}
	read_known(argv[2]);
	seen = xcalloc((size_t)grad_n_rules() + 1, sizeof(*seen));
	if (argc > 3)
		run_family(argv[1], argv[2], argv[3], argc > 4 ? argv[4] : NULL);
	else
		run_all(argv[1], argv[2]);
	for (int i = 0; uncovered && i < grad_n_rules(); i++)
		if (!seen[i] && grad_has_rule(sv_of(grad_rule_at(i)))) {
			puts(grad_rule_at(i));
			n++;
		}
	free(seen);
	str_free(&known);
	printf("%d passed, %d failed, %d differ as known.tsv says, %d elements explained\n", passed,
	       failed, excused, explained);
	return failed || n || !passed;
}
