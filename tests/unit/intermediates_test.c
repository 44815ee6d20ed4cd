/*
 * Every tensor that TensorFlow computes for a signature against ours, by name. The expected lists are
 * made by tests/recipes/intermediates.py: in full (tensors.json and a .npy for each) or sampled
 * (expected.tsv: path:slot, op, dtype, dims, sum, sum of magnitudes, greatest magnitude, i:v ...).
 *
 * Two ways: end to end (1e-4 of a tensor's scale), and, where the list is full, each node alone with
 * TensorFlow's own inputs (1e-5). Integers and strings must be the same. A tensor of the list that
 * does not come up is a failure.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "base/vec.h"
#include "exec/exec.h"
#include "tensor/npy.h"

#define END_TO_END 1e-4
#define PER_NODE 1e-5

struct sample {
	int64_t i;
	double v;
	int64_t n;		/* integers, exactly */
	char *hex;		/* strings */
};

struct expected {
	char *name;
	enum dtype dtype;
	VEC(int64_t) dim;
	struct tensor *value;	/* NULL: sampled */
	double sum, sum_abs, max_abs;
	VEC(struct sample) sample;
	bool seen;
};

struct list {
	VEC(struct expected) e;
	struct map index;
	int compared, failed, missing;
	double worst;
	char worst_name[256];
};

static char *in_source(const char *path)
{
	const char *top = getenv("srcdir");

	return xasprintf("%s/%s", top ? top : ".", path);
}

static void list_add(struct list *l, const struct expected *e)
{
	vec_push(&l->e, *e);
}

static void list_index(struct list *l)
{
	for (size_t i = 0; i < l->e.n; i++)
		map_put(&l->index, sv_of(l->e.p[i].name), i);
}

static void list_free(struct list *l)
{
	for (size_t i = 0; i < l->e.n; i++) {
		struct expected *e = &l->e.p[i];

		for (size_t k = 0; k < e->sample.n; k++)
			free(e->sample.p[k].hex);
		vec_free(&e->sample);
		vec_free(&e->dim);
		tensor_unref(e->value);
		free(e->name);
	}
	vec_free(&l->e);
	map_free(&l->index);
}

/* ---- reading ---- */

/* The string behind "key": on this line, unescaped; our lists hold nothing but \" and \\. */
static char *json_string(const char *line, const char *key)
{
	char *pat = xasprintf("\"%s\": \"", key), *out, *o;
	const char *p = strstr(line, pat);

	p = p ? p + strlen(pat) : NULL;
	free(pat);
	if (!p)
		return NULL;
	o = out = xmalloc(strlen(p) + 1);
	for (; *p && *p != '"'; p++) {
		if (*p == '\\')
			p++;
		*o++ = *p;
	}
	*o = 0;
	return out;
}

static void read_dims(struct expected *e, const char *p, const char *end)
{
	char *next;

	while (p < end) {
		long long v = strtoll(p, &next, 10);

		if (next == p) {
			p++;
			continue;
		}
		vec_push(&e->dim, v);
		p = next;
	}
}

static bool read_full(struct list *l, const char *folder)
{
	char *path = xasprintf("%s/tensors.json", folder), *line = NULL;
	FILE *f = fopen(path, "r");
	size_t cap = 0;

	free(path);
	while (f && getline(&line, &cap, f) > 0) {
		struct expected e = { .name = json_string(line, "name") };
		char *file = json_string(line, "file"), *type = json_string(line, "dtype");
		const char *shape = strstr(line, "\"shape\": [");
		struct err err = { 0 };

		if (e.name && file && type && shape) {
			e.dtype = dtype_parse(sv_of(type));
			read_dims(&e, shape + 10, strchr(shape, ']'));
			path = xasprintf("%s/%s", folder, file);
			e.value = npy_read_file(path, &err);
			if (!e.value)
				print_error("%s: %s\n", path, err.msg);
			assert_non_null(e.value);
			free(path);
			list_add(l, &e);
		} else {
			free(e.name);
		}
		free(file);
		free(type);
	}
	free(line);
	if (f)
		fclose(f);
	list_index(l);
	return l->e.n > 0;
}

static bool is_float(enum dtype t)
{
	return t == DT_FLOAT || t == DT_DOUBLE || t == DT_HALF || t == DT_BFLOAT16;
}

static bool read_sampled(struct list *l, const char *file)
{
	FILE *f = fopen(file, "r");
	char *line = NULL;
	size_t cap = 0;

	while (f && getline(&line, &cap, f) > 0) {
		char *rest = line, *col[8] = { 0 }, *item, *save;
		struct expected e = { 0 };

		line[strcspn(line, "\n")] = 0;
		for (int i = 0; i < 8; i++)
			col[i] = strsep(&rest, "\t");
		assert_non_null(col[7]);
		e.name = xstrdup(col[0]);
		e.dtype = dtype_parse(sv_of(col[2]));
		read_dims(&e, col[3], col[3] + strlen(col[3]));
		e.sum = strtod(col[4], NULL);
		e.sum_abs = strtod(col[5], NULL);
		e.max_abs = strtod(col[6], NULL);
		for (item = strtok_r(col[7], " ", &save); item; item = strtok_r(NULL, " ", &save)) {
			struct sample s = { .i = strtoll(item, &item, 10) };

			item++;
			if (is_float(e.dtype))
				s.v = strtod(item, NULL);
			else if (e.dtype == DT_STRING)
				s.hex = xstrdup(item);
			else
				s.n = *item == '-' ? strtoll(item, NULL, 10) : (int64_t)strtoull(item, NULL, 10);
			vec_push(&e.sample, s);
		}
		list_add(l, &e);
	}
	free(line);
	if (f)
		fclose(f);
	list_index(l);
	return l->e.n > 0;
}

/* ---- comparing ---- */

static bool close_to(double got, double want, double scale, double tolerance, double *worst)
{
	double d;

	if (isnan(want) || isnan(got))
		return isnan(want) && isnan(got);
	if (isinf(want) || isinf(got))
		return want == got;
	d = fabs(got - want);
	if (d == 0)
		return true;
	d = scale > 0 ? d / scale : INFINITY;
	if (d > *worst)
		*worst = d;
	return d <= tolerance;
}

static bool same_full(const struct expected *e, const struct tensor *t, double tol, double *worst)
{
	double scale = 0;
	bool ok = true;

	if (e->value->n != t->n)
		return false;
	if (!is_float(t->dtype))
		return tensor_same(e->value, t) || (t->rank != e->value->rank && t->n == 0);
	for (int64_t i = 0; i < t->n; i++) {
		double v = fabs(tensor_get_f64(e->value, i));

		if (isfinite(v) && v > scale)
			scale = v;
	}
	for (int64_t i = 0; i < t->n; i++)
		ok = close_to(tensor_get_f64(t, i), tensor_get_f64(e->value, i), scale, tol,
			      worst) && ok;
	return ok;
}

static bool same_string(const struct tensor *t, int64_t i, const char *hex)
{
	struct sv s = tensor_str(t, i);
	char byte[3];

	if (strlen(hex) != 2 * s.n)
		return false;
	for (size_t k = 0; k < s.n; k++) {
		snprintf(byte, sizeof(byte), "%02x", (unsigned char)s.p[k]);
		if (strncmp(byte, hex + 2 * k, 2) != 0)
			return false;
	}
	return true;
}

static bool same_sampled(const struct expected *e, const struct tensor *t, double tol,
			 double *worst)
{
	double sum = 0, sum_abs = 0, max_abs = 0;
	bool ok = true;

	for (size_t k = 0; k < e->sample.n && ok; k++) {
		const struct sample *s = &e->sample.p[k];

		if (s->i < 0 || s->i >= t->n)
			return false;
		if (is_float(t->dtype))
			ok = close_to(tensor_get_f64(t, s->i), s->v, e->max_abs, tol, worst);
		else if (t->dtype == DT_STRING)
			ok = same_string(t, s->i, s->hex);
		else
			ok = tensor_get_i64(t, s->i) == s->n;
	}
	if (!ok || t->dtype == DT_STRING)
		return ok;
	for (int64_t i = 0; i < t->n; i++) {
		double v = tensor_get_f64(t, i);

		if (!isfinite(v))
			continue;
		sum += v;
		sum_abs += fabs(v);
		max_abs = fmax(max_abs, fabs(v));
	}
	/* an error of tol in every element adds up to no more than this */
	return fabs(sum - e->sum) <= tol * e->max_abs * (double)t->n &&
	       fabs(sum_abs - e->sum_abs) <= tol * e->max_abs * (double)t->n &&
	       fabs(max_abs - e->max_abs) <= tol * e->max_abs;
}

static bool same_form(const struct expected *e, const struct tensor *t)
{
	if (t->dtype != e->dtype || (size_t)t->rank != e->dim.n)
		return false;
	for (int i = 0; i < t->rank; i++)
		if (t->dim[i] != e->dim.p[i])
			return false;
	return true;
}

static struct expected *list_find(struct list *l, struct sv name)
{
	uint64_t i;

	return map_get(&l->index, name, &i) ? &l->e.p[i] : NULL;
}

static void compare_one(struct list *l, struct sv name, const struct tensor *t, double tol)
{
	struct expected *e = list_find(l, name);
	double worst = 0;
	bool ok;

	if (!e)
		return;
	e->seen = true;
	l->compared++;
	ok = t && same_form(e, t) &&
	     (e->value ? same_full(e, t, tol, &worst) : same_sampled(e, t, tol, &worst));
	if (worst > l->worst) {
		l->worst = worst;
		snprintf(l->worst_name, sizeof(l->worst_name), "%.*s", SV_ARG(name));
	}
	if (!ok && l->failed++ < 10)
		print_error("  differs: %.*s (%g of its scale)\n", SV_ARG(name), worst);
}

static void compare_node(struct list *l, const struct exec *x, const struct exec_event *ev,
			 double tol)
{
	struct str path = STR_INIT;
	size_t n;

	exec_path(ev->frame, ev->node, &path);
	n = path.n;
	for (int i = 0; i < exec_n_out(x); i++) {
		path.n = n;
		str_addf(&path, ":%d", i);
		compare_one(l, str_sv(&path), exec_out(x, i), tol);
	}
	str_free(&path);
}

/* Gives the node TensorFlow's inputs instead of ours. */
static void give_inputs(struct list *l, struct exec *x, const struct exec_event *ev)
{
	const struct node *n = graph_node(frame_graph(ev->frame), ev->node, NULL);
	struct str path = STR_INIT;

	for (int i = 0; i < exec_n_in(x); i++) {
		struct expected *e;

		str_clear(&path);
		exec_path(ev->frame, n->in[i].node, &path);
		str_addf(&path, ":%u", n->in[i].slot);
		e = list_find(l, str_sv(&path));
		if (e && e->value && exec_in(x, i))
			exec_set_in(x, i, e->value, NULL);
	}
	str_free(&path);
}

/* ---- running ---- */

/* given: by input, or NULL: what the list has. */
static struct tensor **feeds_of(const struct signature *sig, struct list *l, struct tensor *const *given)
{
	struct tensor **feed = xcalloc((size_t)sig->n_in + 1, sizeof(struct tensor *));

	for (uint32_t i = 0; i < sig->n_in; i++) {
		struct expected *e = list_find(l, sig->in[i].name);

		feed[i] = given ? given[i] : e ? e->value : NULL;
		if (!feed[i])
			print_error("no input for %.*s\n", SV_ARG(sig->in[i].name));
	}
	return feed;
}

static void must(bool ok, struct err *err)
{
	char *text;

	if (ok)
		return;
	text = err_text(err);
	print_error("%s\n", text);
	free(text);
	err_clear(err);
	assert_true(ok);
}

static void run(struct list *l, struct session *s, const struct signature *sig,
		struct tensor *const *given, bool per_node)
{
	struct tensor **feed = feeds_of(sig, l, given);
	struct err err = { 0 };
	struct exec *x = exec_new_signature(s, sig, feed, &err);
	double tol = per_node ? PER_NODE : END_TO_END;
	struct exec_event ev;

	must(x != NULL, &err);
	for (;;) {
		must(exec_step(x, EV_BEFORE | EV_RAN, &ev, &err), &err);
		if (ev.kind == EV_DONE)
			break;
		if (ev.kind == EV_BEFORE && per_node)
			give_inputs(l, x, &ev);
		if (ev.kind == EV_RAN)
			compare_node(l, x, &ev, tol);
	}
	exec_free(x);
	free(feed);
}

static void report(struct list *l, const char *what, const char *how)
{
	for (size_t i = 0; i < l->e.n; i++) {
		if (!l->e.p[i].seen && l->missing++ < 10)
			print_error("  missing: %s\n", l->e.p[i].name);
		l->e.p[i].seen = false;
	}
	print_message("%s, %s: %d of %zu tensors compared, %d differ, %d missing; "
		      "greatest error %.2g (%s)\n", what, how, l->compared, l->e.n, l->failed,
		      l->missing, l->worst, l->worst_name);
}

static void check(struct list *l, const char *model, const char *key, struct tensor *const *given)
{
	char *path = in_source(model);
	struct err err = { 0 };
	struct model *m = model_open(path, &err);
	const struct metagraph *mg;
	const struct signature *sig;
	struct session *s;

	must(m != NULL, &err);
	mg = model_default(m, &err);
	must(mg != NULL, &err);
	sig = metagraph_signature(mg, sv_of(key));
	assert_non_null(sig);
	s = session_new(mg, NULL, &err);
	must(s != NULL, &err);
	for (int per_node = 0; per_node < (l->e.p[0].value ? 2 : 1); per_node++) {
		l->compared = l->failed = l->missing = 0;
		l->worst = 0;
		l->worst_name[0] = 0;
		run(l, s, sig, given, per_node);
		report(l, model, per_node ? "each node with TensorFlow's inputs" : "end to end");
		assert_int_equal(l->failed, 0);
		assert_int_equal(l->missing, 0);
		assert_int_equal(l->compared, l->e.n);
	}
	session_free(s);
	model_close(m);
	free(path);
}

static void check_full(const char *model, const char *key, const char *folder)
{
	struct list l = { 0 };
	char *path = in_source(folder);

	assert_true(read_full(&l, path));
	check(&l, model, key, NULL);
	list_free(&l);
	free(path);
}

/* ---- the fixtures ---- */

static void test_digits(void **state)
{
	(void)state;
	check_full("examples/mobilenet/1", "serving_default",
		   "tests/models/expected/mobilenet_digits/seven");
}

static void test_modules(void **state)
{
	static const char *const door[][2] = {
		{ "with_signature", "serving_default" },
		{ "with_multiple_signatures", "serving_default" },
		{ "with_multiple_signatures", "array_input" },
		{ "with_output_name", "serving_default" },
	};
	(void)state;

	for (size_t i = 0; i < sizeof(door) / sizeof(door[0]); i++) {
		char *model = xasprintf("examples/modules/%s", door[i][0]);
		char *folder = xasprintf("tests/models/expected/modules/%s/%s", door[i][0],
					 door[i][1]);

		check_full(model, door[i][1], folder);
		free(model);
		free(folder);
	}
}

/* serving_default of the modules takes any shape: the same door with a 2x2 input. */
static void test_modules_2x2(void **state)
{
	(void)state;
	check_full("examples/modules/with_signature", "serving_default",
		   "tests/models/expected/modules/with_signature/serving_default_2x2");
	check_full("examples/modules/with_multiple_signatures", "serving_default",
		   "tests/models/expected/modules/with_multiple_signatures/serving_default_2x2");
}

/* The input of tests/models/expected/mobilenet_full/input.json. */
static struct tensor *full_input(void)
{
	const int64_t dim[] = { 1, 224, 224, 3 };
	struct tensor *t = tensor_new(DT_FLOAT, 4, dim, NULL);

	assert_non_null(t);
	for (int64_t i = 0; i < t->n; i++)
		((float *)t->data)[i] = (float)(i * i % 65521 % 255) / 127.5f - 1.0f;
	return t;
}

static void test_full_size(void **state)
{
	char *tsv = in_source("tests/models/expected/mobilenet_full/expected.tsv");
	struct tensor *in = full_input();
	struct list l = { 0 };
	(void)state;

	assert_true(read_sampled(&l, tsv));
	check(&l, "tests/models/mobilenet_full/1", "serving_default", &in);
	list_free(&l);
	tensor_unref(in);
	free(tsv);
}

/* ---- the zoo: models of many kinds ---- */

/* "/" and ":" in keys are "__" in file names. */
static char *escaped(struct sv key)
{
	struct str s = STR_INIT;

	for (size_t i = 0; i < key.n; i++)
		if (key.p[i] == '/' || key.p[i] == ':')
			str_addz(&s, "__");
		else
			str_addc(&s, key.p[i]);
	return str_give(&s);
}

static int visible(const struct dirent *e)
{
	return e->d_name[0] != '.' && !strchr(e->d_name, '.');
}

static const struct signature *by_file_name(const struct metagraph *mg, const char *name)
{
	for (uint32_t i = 0; i < mg->n_sigs; i++) {
		char *z = escaped(mg->sigs[i].key);
		bool same = !strcmp(z, name);

		free(z);
		if (same)
			return &mg->sigs[i];
	}
	return NULL;
}

static void check_zoo(const char *name, const char *sig_name)
{
	char *model = xasprintf("tests/models/zoo/%s/model", name), *path = in_source(model);
	char *tsv = xasprintf("tests/models/expected/zoo/%s/%s/expected.tsv", name, sig_name), *file = in_source(tsv);
	struct tensor *in[16] = { NULL };
	const struct signature *sig;
	struct err err = { 0 };
	struct list l = { 0 };
	struct model *m = model_open(path, &err);
	char *key;

	must(m != NULL, &err);
	sig = by_file_name(model_default(m, &err), sig_name);
	assert_non_null(sig);
	assert_true(sig->n_in <= 16);
	for (uint32_t i = 0; i < sig->n_in; i++) {
		char *k = escaped(sig->in[i].key);
		char *rel = xasprintf("tests/models/zoo/%s/expected/%s/in_%s.npy", name, sig_name, k),
		     *npy = in_source(rel);

		in[i] = npy_read_file(npy, &err);
		must(in[i] != NULL, &err);
		free(k);
		free(rel);
		free(npy);
	}
	assert_true(read_sampled(&l, file));
	key = xsvdup(sig->key);
	check(&l, model, key, in);
	list_free(&l);
	for (int i = 0; i < 16; i++)
		tensor_unref(in[i]);
	free(key);
	model_close(m);
	free(model);
	free(path);
	free(tsv);
	free(file);
}

static void test_zoo(void **state)
{
	char *home = in_source("tests/models/expected/zoo");
	struct dirent **model, **sig;
	int n = scandir(home, &model, visible, alphasort), seen = 0;
	(void)state;

	for (int i = 0; i < n; i++) {
		char *folder = xasprintf("%s/%s", home, model[i]->d_name);
		int k = scandir(folder, &sig, visible, alphasort);

		for (int j = 0; j < k; j++, seen++) {
			check_zoo(model[i]->d_name, sig[j]->d_name);
			free(sig[j]);
		}
		if (k >= 0)
			free(sig);
		free(model[i]);
		free(folder);
	}
	if (n >= 0)
		free(model);
	free(home);
	assert_true(seen > 20);
}

/* The comparison itself must be able to fail: a wrong element, a wrong shape, a missing name. */
static void test_can_fail(void **state)
{
	const int64_t dim[] = { 2, 3 };
	struct tensor *a = tensor_zeros(DT_FLOAT, 2, dim, NULL);
	struct tensor *b = tensor_zeros(DT_FLOAT, 2, dim, NULL);
	struct list l = { 0 };
	struct expected e = { .name = xstrdup("a:0"), .dtype = DT_FLOAT, .value = a };
	struct expected gone = { .name = xstrdup("gone:0"), .dtype = DT_FLOAT,
				 .value = tensor_ref(a) };
	(void)state;

	vec_push(&e.dim, 2);
	vec_push(&e.dim, 3);
	list_add(&l, &e);
	list_add(&l, &gone);
	list_index(&l);
	for (int i = 0; i < 6; i++)
		((float *)a->data)[i] = ((float *)b->data)[i] = (float)i;
	((float *)b->data)[1] += 2e-5f;
	compare_one(&l, SV("a:0"), b, END_TO_END);
	assert_int_equal(l.failed, 0);
	((float *)b->data)[1] += 2e-3f;
	compare_one(&l, SV("a:0"), b, END_TO_END);
	assert_int_equal(l.failed, 1);
	l.e.p[0].dim.p[0] = 3;
	compare_one(&l, SV("a:0"), a, END_TO_END);
	assert_int_equal(l.failed, 2);
	report(&l, "on purpose", "wrong");
	assert_int_equal(l.missing, 1);
	tensor_unref(b);
	list_free(&l);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_can_fail),
		cmocka_unit_test(test_modules),
		cmocka_unit_test(test_modules_2x2),
		cmocka_unit_test(test_digits),
		cmocka_unit_test(test_full_size),
		cmocka_unit_test(test_zoo),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
