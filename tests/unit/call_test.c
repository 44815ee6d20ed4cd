/* Calls of functions: Python values and their conversion, paths, taps' names, comparing, stopping. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/intr.h"
#include "cmd/call.h"
#include "cmd/compare.h"
#include "cmd/watch.h"
#include "exec/paths.h"

static char *in_top(const char *rel)
{
	const char *s = getenv("srcdir");

	return xasprintf("%s/%s", s ? s : ".", rel);
}

/* ---- values ---- */

static void call_is(const char *text, const char *name, const char *args, const char *kwargs)
{
	struct str a = STR_INIT, k = STR_INIT;
	struct err err = { 0 };
	struct pybag bag;
	struct pycall c;

	pybag_init(&bag);
	assert_true(pycall_parse(&bag, sv_of(text), &c, &err));
	assert_true(sv_is(c.name, name));
	pyobj_repr(&a, &c.args, "t");
	pyobj_repr(&k, &c.kwargs, "t");
	assert_string_equal(str_z(&a), args);
	assert_string_equal(str_z(&k), kwargs);
	str_free(&a);
	str_free(&k);
	pybag_free(&bag);
}

static void values(void **state)
{
	(void)state;
	call_is("f", "f", "()", "{}");
	call_is(" f ( ) ", "f", "()", "{}");
	call_is("f 1, k=2", "f", "(1,)", "{'k': 2}");
	call_is("a.b[3](1)", "a.b[3]", "(1,)", "{}");
	call_is("f(1, -2.5, 1e3, 0x10, nan, -inf)", "f", "(1, -2.5, 1000.0, 16, nan, -inf)", "{}");
	call_is("f('a\\n', \"it's\", b'\\x00x', r'\\n')", "f", "('a\\n', \"it's\", b'\\x00x', '\\\\n')", "{}");
	call_is("f(None, True, False)", "f", "(None, True, False)", "{}");
	call_is("f([], (), {}, (1), (1,), [1, [2]],)", "f", "([], (), {}, 1, (1,), [1, [2]])", "{}");
	call_is("f({'k': [1.5], 'j': {'i': None}}, x=(1, 2))", "f",
		"({'k': [1.5], 'j': {'i': None}},)", "{'x': (1, 2)}");
	call_is("f(123456789012345678901234567890)", "f", "(123456789012345677877719597056,)", "{}");
	call_is("f(np.float32([1, 2]), int64(3), np.array([[1.5]]), tf.constant(1))", "f",
		"(<tf.Tensor 't:0' shape=(2,) dtype=float32>, <tf.Tensor 't:0' shape=() dtype=int64>, "
		"<tf.Tensor 't:0' shape=(1, 1) dtype=float64>, <tf.Tensor 't:0' shape=() dtype=int32>)",
		"{}");
}

static bool parses(const char *text, size_t n)
{
	struct err err = { 0 };
	struct pybag bag;
	struct pycall c;
	bool ok;

	pybag_init(&bag);
	ok = pycall_parse(&bag, (struct sv){ text, n }, &c, &err);
	assert_true(ok != err_is(&err));
	err_clear(&err);
	pybag_free(&bag);
	return ok;
}

static void bad_values(void **state)
{
	static const char *const bad[] = {
		"f(", "f(1", "f([)", "f([1 2])", "f({1: 2})", "f({'a' 1})", "f({'a': })", "f(x)", "f(1 2)",
		"f(k=1, 2)", "f('a)", "f(1) 2", "f(--1)", "f(1.2.3)", "f(np.nope(1))", "f(int32('a'))",
		"f(np.array([[1], [2, 3]]))", "f(no_such_file.npy)", "f(=1)", "f(,)", "f(__import__('os'))",
	};
	static const char set[] = "f()[]{}'\"\\,:=.0123456789eExbrunNoTFalse nptcy-+ \t\n";
	char deep[4000], text[40];
	uint32_t seed = 1;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		if (parses(bad[i], strlen(bad[i])))
			fail_msg("%s was taken", bad[i]);
	memset(deep, '[', sizeof(deep));
	memcpy(deep, "f(", 2);
	assert_false(parses(deep, sizeof(deep)));
	for (int i = 0; i < 50000; i++) {
		size_t n = (size_t)(i % 37);

		for (size_t k = 0; k < n; k++) {
			seed = seed * 1664525u + 1013904223u;
			text[k] = set[(seed >> 16) % (sizeof(set) - 1)];
		}
		parses(text, n);
	}
}

static void converts(const char *text, enum dtype want, const char *shape)
{
	struct str s = STR_INIT;
	struct pybag bag;
	struct pyobj v;
	struct tensor *t;

	pybag_init(&bag);
	assert_true(pyobj_parse(&bag, sv_of(text), &v, NULL));
	t = pyobj_convert(&bag, &v, want);
	if (t)
		shape_str_py(&s, tensor_shape(t));
	assert_string_equal(t ? str_z(&s) : "no", shape);
	if (t)
		assert_int_equal(t->dtype, want);
	str_free(&s);
	pybag_free(&bag);
}

/* As tf.convert_to_tensor(value, dtype_hint=) in TensorFlow 2.15. */
static void conversions(void **state)
{
	(void)state;
	converts("3", DT_FLOAT, "()");
	converts("3.5", DT_INT32, "no");
	converts("True", DT_INT32, "()");
	converts("True", DT_FLOAT, "()");
	converts("1", DT_BOOL, "no");
	converts("None", DT_FLOAT, "no");
	converts("'a'", DT_STRING, "()");
	converts("1", DT_STRING, "no");
	converts("[1, 2.5]", DT_FLOAT, "(2,)");
	converts("[[1], [2, 3]]", DT_FLOAT, "no");
	converts("[[], []]", DT_INT32, "(2, 0)");
	converts("(1, 2)", DT_COMPLEX64, "(2,)");
	converts("[1, 'a']", DT_STRING, "no");
	converts("99999999999999999999", DT_INT64, "no");
	converts("99999999999999999999", DT_FLOAT, "()");
}

/* ---- paths ---- */

static struct model *open_flow(const char *name, const struct metagraph **mg)
{
	char *rel = xasprintf("tests/models/flow/%s", name), *path = in_top(rel);
	struct model *m = model_open(path, NULL);

	assert_non_null(m);
	*mg = model_default(m, NULL);
	free(rel);
	free(path);
	return m;
}

static void resolves(const struct metagraph *mg, const char *text, const char *path, const char *iter)
{
	struct err err = { 0 };
	struct place p;
	struct sv it;
	uint32_t slot;
	bool ok = place_resolve(mg, mg->graph, sv_of(text), &p, &slot, &it, &err);

	if (!ok && !path) {
		err_clear(&err);
		return;
	}
	assert_true(ok);
	assert_string_equal(p.path, path);
	assert_true(sv_is(it, iter));
	free(p.path);
}

static void paths(void **state)
{
	static const char add[] = "PartitionedCall/PartitionedCall/while/body/while/add";
	const struct metagraph *mg;
	struct model *m = open_flow("functional", &mg);

	(void)state;
	resolves(mg, add, add, "");
	resolves(mg, "while/add", add, "");
	resolves(mg, "body/while/add:0@1.2", add, "@1.2");
	resolves(mg, "while/add:1", NULL, NULL);
	resolves(mg, "Identity", NULL, NULL);
	resolves(mg, "nothing", NULL, NULL);
	resolves(mg, "", NULL, NULL);
	resolves(mg, ":", NULL, NULL);
	resolves(mg, "@0", NULL, NULL);
	resolves(mg, "PartitionedCall:99999999999999999999", NULL, NULL);
	model_close(m);
}

/* ---- comparing ---- */

static void write_file(const char *path, const char *text, size_t n)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fwrite(text, 1, n, f);
	fclose(f);
}

static void damaged_dumps(void **state)
{
	static const char good[] =
		"[\n{\"name\": \"a:0\", \"iter\": \"@1\", \"op\": \"Add\", \"dtype\": \"float32\", \"shape\": [1, 2], "
		"\"file\": \"a%2F\\u0041:0.npy\", \"seq\": 3},\n{\"name\": \"b:0\", \"iter\": \"\", \"file\": null, "
		"\"seq\": 4}\n]\n";
	char dir[] = "/tmp/smtui_compare_XXXXXX", *path;
	char bad[sizeof(good)];

	(void)state;
	assert_non_null(mkdtemp(dir));
	path = xasprintf("%s/tensors.json", dir);
	assert_null(compare_new(dir, 0, 0, NULL));
	for (size_t n = 0; n < sizeof(good); n++) {
		struct compare *m;

		write_file(path, good, n);
		m = compare_new(dir, 0, 0, NULL);
		assert_true((m != NULL) == (n >= sizeof(good) - 2));
		compare_free(m);
		memcpy(bad, good, sizeof(good));
		bad[n] = (char)(bad[n] ^ 5);
		write_file(path, bad, sizeof(good) - 1);
		compare_free(compare_new(dir, 0, 0, NULL));
	}
	unlink(path);
	rmdir(dir);
	free(path);
}

/* ---- stopping ---- */

static bool at_tenth(void *ctx, struct exec *x, const struct exec_event *ev, struct err *err)
{
	(void)ctx;
	(void)ev;
	(void)err;
	if (exec_n_ran(x) == 10)
		intr_raise();
	return true;
}

static void interrupted(void **state)
{
	const struct metagraph *mg;
	struct model *m = open_flow("v1_flow", &mg);
	struct session *s = session_new(mg, NULL, NULL);
	struct tensor *n = tensor_scalar_i64(DT_INT32, 9, NULL);
	struct exec *x = exec_new_signature(s, &mg->sigs[0], &n, NULL);
	struct watcher w = { EV_RAN, at_tenth, NULL };
	struct sink none = sink_null();
	struct cmd_call c = { .out = &none, .msg = &none };
	struct err err = { 0 };

	(void)state;
	assert_non_null(x);
	assert_false(watch_run(&c, x, &w, 1, &err));
	intr_clear();
	assert_int_equal(err.kind, ERR_KIND_INTERRUPT);
	assert_non_null(err.site);
	assert_non_null(strstr(err.msg, "10 nodes"));
	err_clear(&err);
	exec_free(x);
	tensor_unref(n);
	session_free(s);
	model_close(m);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(values), cmocka_unit_test(bad_values), cmocka_unit_test(conversions),
		cmocka_unit_test(paths), cmocka_unit_test(damaged_dumps), cmocka_unit_test(interrupted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
