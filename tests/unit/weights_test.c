/* Statistics by blocks, checksums and names: every tensor of tests/unit/data/weight_stats.tsv against numpy. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "inspect/scopes.h"
#include "inspect/weights.h"

enum { FIELDS = 32 };

struct expected {
	char *f[FIELDS];
	int n;
};

static char *path_of(const char *name)
{
	const char *top = getenv("srcdir");

	return xasprintf("%s/%s", top ? top : ".", name);
}

static void split(char *line, struct expected *e)
{
	e->n = 0;
	line[strcspn(line, "\n")] = '\0';
	for (char *f = line; f && e->n < FIELDS; e->n++) {
		char *tab = strchr(f, '\t');

		e->f[e->n] = f;
		if (tab)
			*tab++ = '\0';
		f = tab;
	}
}

static double number(const struct expected *e, int i)
{
	return strtod(e->f[i], NULL);
}

static bool close_to(double a, double b, double scale)
{
	return a == b || (isnan(a) && isnan(b)) || fabs(a - b) <= 1e-12 * (fabs(b) + scale) ||
	       (!isfinite(b));		/* numpy's sum has overflowed */
}

static bool counts_agree(const struct expected *e, const struct summary *s)
{
	const struct stats *t = &s->stats;
	const int64_t got[] = { t->n, t->n_finite, t->n_zero, t->n_nan, t->n_pinf, t->n_ninf,
				t->n_pos, t->n_neg, t->n_denormal, s->unique };

	for (int i = 0; i < 10; i++)
		if (got[i] != (int64_t)number(e, 3 + i)) {
			print_error("count %d is %lld, not %s\n", i, (long long)got[i], e->f[3 + i]);
			return false;
		}
	return true;
}

static bool numbers_agree(const struct expected *e, const struct summary *s)
{
	const struct stats *t = &s->stats;
	bool same;

	if (!counts_agree(e, s))
		return false;
	if (e->n < 24)
		return t->n_finite == 0;
	same = close_to(t->min, number(e, 13), 0) && close_to(t->max, number(e, 14), 0) &&
	       close_to(t->mean, number(e, 15), t->absmax) && close_to(t->std, number(e, 16), t->absmax);
	for (int i = 0; i < 7; i++)
		same = same && close_to(t->q[i], number(e, 17 + i), 0);
	return same;
}

static bool texts_agree(const struct expected *e, const struct summary *s)
{
	return s->strings && s->stats.n == (int64_t)number(e, 3) && s->shortest == (size_t)number(e, 4) &&
	       s->longest == (size_t)number(e, 5) && s->n_empty == (int64_t)number(e, 6) &&
	       s->unique == (int64_t)number(e, 7);
}

/* Looks at w in steps of that many bytes. */
static bool looked(const struct weight *w, size_t step, struct summary *sum)
{
	struct err err = { 0 };
	struct weight_look *l = weight_look_new(w, true, &err);
	bool more = true, ok = l != NULL;

	while (ok && more)
		ok = weight_look_step(l, step, &more, &err);
	ok = ok && l->has_sum && l->crc_known && !l->crc_bad;
	if (ok)
		*sum = l->sum;
	else
		print_error("%s\n", err.msg ? err.msg : "checksum");
	weight_look_free(l);
	err_clear(&err);
	return ok;
}

static void as_numpy(void **state)
{
	static const size_t steps[] = { 1, 20, 1 << 20 };
	char *path = path_of("tests/unit/data/weight_stats.tsv"), *line = NULL, *last = NULL;
	FILE *f = fopen(path, "r");
	struct model *m = NULL;
	size_t cap = 0;
	int n = 0, wrong = 0;

	(void)state;
	assert_non_null(f);
	while (getline(&line, &cap, f) > 0) {
		struct expected e;
		struct err err = { 0 };
		struct summary sum;
		struct weight w;

		if (line[0] == '#')
			continue;
		split(line, &e);
		if (!last || strcmp(last, e.f[0])) {
			char *prefix = path_of(e.f[0]);

			model_close(m);
			m = model_open(prefix, &err);
			free(prefix);
			free(last);
			last = xstrdup(e.f[0]);
			assert_non_null(m);
		}
		if (!weight_find(model_metagraph(m, 0), sv_of(e.f[1]), &w, &err))
			fail_msg("%s: %s", e.f[1], err.msg);
		for (int k = 0; k < 3; k++) {
			bool ok = looked(&w, steps[k], &sum) &&
				  (strcmp(e.f[2], "text") ? numbers_agree(&e, &sum) : texts_agree(&e, &sum));

			if (!ok)
				print_error("%s %s in steps of %zu\n", e.f[0], e.f[1], steps[k]);
			wrong += !ok;
		}
		n++;
	}
	fclose(f);
	free(line);
	free(last);
	free(path);
	model_close(m);
	assert_true(n > 150);
	assert_int_equal(wrong, 0);
}

/* Over a million values: quantiles of a sample, distinct values counted while they are few. */
static void large_ones(void **state)
{
	int64_t n = 3000000;
	struct err err = { 0 };
	struct tensor *t = tensor_new(DT_FLOAT, 1, &n, &err);
	struct summary s;

	(void)state;
	for (int64_t i = 0; i < n; i++)
		((float *)t->data)[i] = (float)(i % 1000);
	summary_of(t, &s);
	assert_true(s.stats.sampled);
	assert_int_equal(s.unique, 1000);
	assert_false(s.unique_many);
	assert_true(fabs(s.stats.mean - 499.5) < 1e-9);
	assert_true(fabs(s.stats.std - 288.674990257) < 1e-8);
	assert_true(fabs(s.stats.q[3] - 499.5) < 5);
	assert_int_equal(s.stats.argmax, 999);
	for (int64_t i = 0; i < n; i++)
		((float *)t->data)[i] = (float)i;
	summary_of(t, &s);
	assert_true(s.unique_many);
	assert_int_equal(s.unique, SPREAD_FEW);
	assert_true(fabs(s.stats.q[0] - 0.01 * (double)n) < 0.001 * (double)n);
	tensor_unref(t);
}

static bool found(const struct metagraph *mg, const char *name, const char *want)
{
	struct err err = { 0 };
	struct weight w;
	bool ok = weight_find(mg, sv_of(name), &w, &err);

	ok = want ? ok && sv_is(w.name, want) : !ok;
	if (!ok)
		print_error("%s: %s\n", name, err.msg ? err.msg : "found");
	err_clear(&err);
	return ok;
}

static void by_name(void **state)
{
	char *path = path_of("tests/models/weights/adam");
	struct err err = { 0 };
	struct model *m = model_open(path, &err);
	const struct metagraph *mg;

	(void)state;
	assert_non_null(m);
	mg = model_metagraph(m, 0);
	assert_true(found(mg, "first/kernel:0", "first/kernel:0"));
	assert_true(found(mg, "first/kernel", "first/kernel:0"));
	assert_true(found(mg, "beta_1", "Adam/beta_1:0"));
	assert_true(found(mg, "layer_with_weights-1/bias", "second/bias:0"));
	assert_true(found(mg, "layer_with_weights-1/bias/.ATTRIBUTES/VARIABLE_VALUE", "second/bias:0"));
	assert_true(found(mg, "kernel", NULL));		/* two of them */
	assert_true(found(mg, "nel", NULL));		/* no whole component */
	assert_true(found(mg, "", NULL));
	assert_true(found(mg, "_CHECKPOINTABLE_OBJECT_GRAPH", "_CHECKPOINTABLE_OBJECT_GRAPH"));
	model_close(m);
	free(path);
}

static void scopes_add_up(void **state)
{
	const char *const names[] = { "b/10/w:0", "b/2/w:0", "a:0", "b/2/x:0", "b:0", "b/2/w/y:0", "" };
	struct variable v[7] = { 0 };
	int64_t dim = 2;
	struct scopes s;

	(void)state;
	for (int i = 0; i < 7; i++) {
		v[i].name = sv_of(names[i]);
		v[i].shape = (struct shape){ 1, &dim };
		v[i].bytes = i == 1 ? 100 : 8;
	}
	scopes_make(&s, v, 7, false);
	assert_int_equal(s.n, 7);
	assert_int_equal(s.bytes, 148);
	assert_int_equal(s.n_values, 14);
	for (size_t i = 0; i < s.row.n; i++) {
		struct scope *r = &s.row.p[i];

		if (sv_is(r->name, "b/2")) {
			assert_int_equal(r->n, 3);
			assert_int_equal(r->bytes, 116);
			assert_true(sv_is(s.row.p[r->end].name, "b/10"));	/* 2 before 10 */
		}
	}
	scopes_free(&s);
	scopes_make(&s, v, 7, true);
	assert_true(sv_is(s.row.p[0].name, "b"));
	assert_int_equal(s.row.p[0].bytes, 124);
	scopes_free(&s);
	scopes_make(&s, v, 0, true);
	assert_int_equal(s.row.n, 0);
	scopes_free(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_numpy),
		cmocka_unit_test(large_ones),
		cmocka_unit_test(by_name),
		cmocka_unit_test(scopes_add_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
