/*
 * The machine over small models (tests/recipes/flow.py; the answers below are TensorFlow's, recorded
 * in tests/models/expected/flow.json): control flow of both kinds, calls, resources, failures,
 * events, copies, dumps.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/intr.h"
#include "base/mem.h"
#include "base/vec.h"
#include "exec/exec.h"
#include "tensor/npy.h"

struct bench {
	struct model *m;
	const struct metagraph *mg;
	const struct signature *sig;
	struct session *s;
};

static void must(bool ok, struct err *err)
{
	char *text = ok ? NULL : err_text(err);

	if (text)
		print_error("%s\n", text);
	free(text);
	err_clear(err);
	assert_true(ok);
}

static struct bench open_flow(const char *name, const struct session_opts *o)
{
	const char *top = getenv("srcdir");
	char *path = xasprintf("%s/tests/models/flow/%s", top ? top : ".", name);
	struct err err = { 0 };
	struct bench b = { .m = model_open(path, &err) };

	must(b.m != NULL, &err);
	b.mg = model_default(b.m, &err);
	must(b.mg != NULL, &err);
	b.sig = metagraph_signature(b.mg, SV("serving_default"));
	assert_non_null(b.sig);
	b.s = session_new(b.mg, o, &err);
	must(b.s != NULL, &err);
	free(path);
	return b;
}

static void bench_close(struct bench *b)
{
	session_free(b->s);
	model_close(b->m);
}

/* Every input of these models is one number, or a vector of n ones. */
static struct exec *start(struct bench *b, enum dtype t, double v)
{
	struct tensor *feed[4] = { NULL };
	struct err err = { 0 };
	struct exec *x;

	for (uint32_t i = 0; i < b->sig->n_in; i++)
		feed[i] = tensor_scalar_f64(t, v, &err);
	x = exec_new_signature(b->s, b->sig, feed, &err);
	must(x != NULL, &err);
	for (uint32_t i = 0; i < b->sig->n_in; i++)
		tensor_unref(feed[i]);
	return x;
}

static double result(const struct bench *b, const struct exec *x, const char *key)
{
	for (uint32_t i = 0; i < b->sig->n_out; i++)
		if (sv_is(b->sig->out[i].key, key)) {
			assert_non_null(exec_fetch(x, i));
			return tensor_get_f64(exec_fetch(x, i), 0);
		}
	fail_msg("no output %s", key);
	return 0;
}

static struct exec *finished(struct bench *b, enum dtype t, double v)
{
	struct exec *x = start(b, t, v);
	struct err err = { 0 };

	must(exec_run(x, &err), &err);
	return x;
}

/* Variables in a checkpoint of the old form: one file, no index. */
static void test_v1_checkpoint(void **state)
{
	struct bench b = open_flow("v1_checkpoint", NULL);
	struct exec *x = finished(&b, DT_FLOAT, 2);

	(void)state;
	assert_true(result(&b, x, "y") == 6.5);
	exec_free(x);
	bench_close(&b);
}

/* ---- control flow ---- */

static void test_v1_flow(void **state)
{
	static const int want[][5] = {	/* n, last, total, collatz, branch */
		{ 0, 0, 0, 0, 0 }, { 1, 1, 0, 4, -1 }, { 4, 4, 14, 2, 256 }, { 5, 5, 30, 16, 125 },
	};
	struct bench b = open_flow("v1_flow", NULL);
	(void)state;

	for (int i = 0; i < 4; i++) {
		struct exec *x = finished(&b, DT_INT32, want[i][0]);

		assert_int_equal(result(&b, x, "last"), want[i][1]);
		assert_int_equal(result(&b, x, "total"), want[i][2]);
		assert_int_equal(result(&b, x, "collatz"), want[i][3]);
		assert_int_equal(result(&b, x, "branch"), want[i][4]);
		exec_free(x);
	}
	bench_close(&b);
}

static void test_functional(void **state)
{
	static const int want[][3] = {	/* n, total, case */
		{ 0, 0, 0 }, { 1, 0, 0 }, { 2, -1, 1 }, { 5, 16, 256 },
	};
	struct bench b = open_flow("functional", NULL);
	(void)state;

	for (int i = 0; i < 4; i++) {
		struct exec *x = finished(&b, DT_INT32, want[i][0]);

		assert_int_equal(result(&b, x, "total"), want[i][1]);
		assert_int_equal(result(&b, x, "case"), want[i][2]);
		exec_free(x);
	}
	bench_close(&b);
}

/* ---- events and names ---- */

struct trace {
	int before, ran, entered, left, iter, deepest;
	bool saw_v1_iter, saw_body, saw_branch, saw_nested_iter;
	uint64_t seq;
};

static void trace_names(struct trace *t, const struct exec_event *ev)
{
	struct str s = STR_INIT;

	exec_path(ev->frame, ev->node, &s);
	t->saw_body = t->saw_body || strstr(str_z(&s), "/while/body/");
	t->saw_branch = t->saw_branch || strstr(str_z(&s), "/branch2/");
	str_clear(&s);
	exec_iter_suffix(ev->frame, &s);
	t->saw_v1_iter = t->saw_v1_iter || !strcmp(str_z(&s), "@3");
	t->saw_nested_iter = t->saw_nested_iter || !strcmp(str_z(&s), "@3.1");
	str_free(&s);
}

static struct trace trace_run(struct exec *x)
{
	struct trace t = { 0 };
	struct exec_event ev;
	struct err err = { 0 };

	for (;;) {
		must(exec_step(x, ~0u, &ev, &err), &err);
		if (ev.kind == EV_DONE)
			return t;
		t.before += ev.kind == EV_BEFORE;
		t.entered += ev.kind == EV_ENTERED;
		t.left += ev.kind == EV_LEFT;
		t.iter += ev.kind == EV_ITER;
		if (ev.kind == EV_BEFORE)
			trace_names(&t, &ev);
		if (ev.kind == EV_RAN) {
			assert_int_equal(ev.seq, t.seq++);
			t.ran++;
		}
		if (frame_depth(ev.frame) > t.deepest)
			t.deepest = frame_depth(ev.frame);
		assert_int_not_equal(ev.kind, EV_FAILED);
	}
}

static void test_events(void **state)
{
	struct bench b = open_flow("functional", NULL);
	struct exec *x = start(&b, DT_INT32, 2);
	struct trace t = trace_run(x);
	(void)state;

	assert_int_equal(t.before, t.ran);
	assert_int_equal(t.entered, t.left);
	assert_true(t.entered > 6);
	assert_true(t.deepest >= 3);
	assert_true(t.saw_body);
	assert_true(t.saw_branch);
	assert_int_equal(exec_n_ran(x), t.ran);
	exec_free(x);
	bench_close(&b);

	b = open_flow("v1_flow", NULL);
	x = start(&b, DT_INT32, 4);
	t = trace_run(x);
	assert_int_equal(t.before, t.ran);
	assert_int_equal(t.entered, 0);
	assert_true(t.saw_v1_iter);
	assert_true(t.saw_nested_iter);
	/* outer: 4 further iterations; inner: 0 + 1 + 2 + 3; power: 4 > 16 > 64 > 256 */
	assert_int_equal(t.iter, 4 + 6 + 3);
	exec_free(x);
	bench_close(&b);
}

/* Values of live frames stay only when asked for. */
static void test_keep(void **state)
{
	struct bench b = open_flow("counter", NULL);
	(void)state;

	for (int keep = 0; keep < 2; keep++) {
		struct exec *x = start(&b, DT_FLOAT, 1);
		const uint32_t *order;
		uint32_t n, kept = 0;
		struct err err = { 0 };

		exec_keep_values(x, keep);
		must(exec_run(x, &err), &err);
		order = frame_order(exec_frame(x), &n);
		assert_true(n > 2);
		for (uint32_t i = 0; i < n; i++) {
			assert_true(frame_done(exec_frame(x), order[i]));
			kept += frame_value(exec_frame(x), order[i], 0) != NULL;
		}
		if (keep)
			assert_int_equal(kept, n);
		else
			assert_true(kept < n);
		exec_free(x);
	}
	bench_close(&b);
}

/* ---- copies ---- */

static void copies_agree(const char *model, double v, const char *key)
{
	struct bench b = open_flow(model, NULL);
	struct exec *x = start(&b, DT_INT32, v), *c;
	struct exec_event ev;
	struct err err = { 0 };
	VEC(struct exec *) copies = { 0 };
	double want;

	for (int i = 0;; i++) {
		must(exec_step(x, EV_BEFORE | EV_RAN, &ev, &err), &err);
		if (ev.kind == EV_DONE)
			break;
		c = exec_copy(x);
		vec_push(&copies, c);
	}
	want = result(&b, x, key);
	assert_true(copies.n > 20);
	for (size_t i = 0; i < copies.n; i++) {
		must(exec_run(copies.p[i], &err), &err);
		assert_true(result(&b, copies.p[i], key) == want);
		assert_int_equal(exec_n_ran(copies.p[i]), exec_n_ran(x));
		exec_free(copies.p[i]);
	}
	vec_free(&copies);
	exec_free(x);
	bench_close(&b);
}

static void test_copy(void **state)
{
	(void)state;
	copies_agree("v1_flow", 4, "total");
	copies_agree("functional", 5, "case");
}

/* ---- resources ---- */

static void test_counter(void **state)
{
	struct bench b = open_flow("counter", NULL);
	struct snapshot *snap;
	struct exec *x;
	(void)state;

	x = finished(&b, DT_FLOAT, 1);
	assert_true(result(&b, x, "before") == 10 && result(&b, x, "after") == 11);
	exec_free(x);
	snap = session_save(b.s);
	x = finished(&b, DT_FLOAT, 2.5);
	assert_true(result(&b, x, "before") == 11 && result(&b, x, "after") == 13.5);
	exec_free(x);
	assert_non_null(session_variable(b.s, SV("count")));
	assert_true(tensor_get_f64(session_variable(b.s, SV("count")), 0) == 13.5);
	session_load(b.s, snap);
	assert_true(tensor_get_f64(session_variable(b.s, SV("count:0")), 0) == 11);
	x = finished(&b, DT_FLOAT, 4);
	assert_true(result(&b, x, "before") == 11 && result(&b, x, "after") == 15);
	exec_free(x);
	session_load(b.s, snap);	/* a snapshot can be gone back to again and again */
	assert_true(tensor_get_f64(session_variable(b.s, SV("count")), 0) == 11);
	assert_null(session_variable(b.s, SV("nothing")));
	snapshot_free(snap);
	bench_close(&b);
}

static void test_wrote(void **state)
{
	struct bench b = open_flow("counter", NULL);
	struct exec *x = start(&b, DT_FLOAT, 1);
	struct exec_event ev;
	struct err err = { 0 };
	int wrote = 0;
	(void)state;

	do {
		must(exec_step(x, EV_WROTE, &ev, &err), &err);
		wrote += ev.kind == EV_WROTE;
		if (ev.kind == EV_WROTE)
			assert_true(sv_is(graph_node_op(frame_graph(ev.frame), ev.node),
					  "AssignAddVariableOp"));
	} while (ev.kind != EV_DONE);
	assert_int_equal(wrote, 1);
	exec_free(x);
	bench_close(&b);
}

/* ---- failing, changing, skipping ---- */

static struct exec *start_failing(struct bench *b, int64_t n_a, int64_t n_b)
{
	struct tensor *feed[2];
	struct err err = { 0 };
	struct exec *x;

	for (int i = 0; i < 2; i++) {
		feed[i] = tensor_zeros(DT_FLOAT, 1, i ? &n_b : &n_a, &err);
		for (int64_t k = 0; k < feed[i]->n; k++)
			((float *)feed[i]->data)[k] = (float)k + 1;
	}
	x = exec_new_signature(b->s, b->sig, feed, &err);
	must(x != NULL, &err);
	tensor_unref(feed[0]);
	tensor_unref(feed[1]);
	return x;
}

static int lines_with(const char *text, const char *what)
{
	int n = 0;

	for (const char *p = text; p && (p = strstr(p, what)); p += strlen(what))
		n++;
	return n;
}

static void test_failing(void **state)
{
	struct bench b = open_flow("failing", NULL);
	struct exec *x = start_failing(&b, 3, 2);
	struct err err = { 0 };
	(void)state;

	assert_false(exec_run(x, &err));
	assert_int_equal(err.code, ERR_INVALID_ARGUMENT);
	assert_non_null(strstr(err.msg, "[3] vs. [2]"));
	assert_non_null(strstr(err.site, "/sum (AddV2)"));
	assert_int_equal(lines_with(err.notes, "called from "), 4);
	assert_int_equal(exec_error(x)->code, ERR_INVALID_ARGUMENT);
	err_clear(&err);
	exec_free(x);

	x = start_failing(&b, 3, 3);
	must(exec_run(x, &err), &err);
	assert_true(tensor_get_f64(exec_fetch(x, 0), 2) == 11);
	exec_free(x);
	bench_close(&b);
}

/* A failed node can be given other inputs, or outputs; then the run goes on. */
static void test_repair(void **state)
{
	struct bench b = open_flow("failing", NULL);
	(void)state;

	for (int skip = 0; skip < 2; skip++) {
		struct exec *x = start_failing(&b, 3, 2);
		struct tensor *three, *wrong;
		struct exec_event ev;
		struct err err = { 0 };

		must(exec_step(x, EV_FAILED, &ev, &err), &err);
		assert_int_equal(ev.kind, EV_FAILED);
		assert_int_equal(exec_n_in(x), 2);
		three = tensor_copy(exec_in(x, 0), &err);
		assert_int_equal(three->dim[0], 3);
		wrong = tensor_scalar_i64(DT_INT32, 1, &err);
		assert_false(exec_set_in(x, 1, wrong, &err));
		err_clear(&err);
		assert_false(exec_set_in(x, 2, three, &err));
		err_clear(&err);
		assert_false(exec_skip(x, &three, 2, &err));
		err_clear(&err);
		must(exec_step(x, EV_FAILED, &ev, &err), &err);	/* it fails again */
		assert_int_equal(ev.kind, EV_FAILED);
		must(skip ? exec_skip(x, &three, 1, &err) : exec_set_in(x, 1, three, &err), &err);
		must(exec_run(x, &err), &err);
		/* inner's a is (a + 1) * 2 = 4, 6, 8; its sum with itself twice that */
		assert_true(tensor_get_f64(exec_fetch(x, 0), 2) == (skip ? 8 : 16));
		tensor_unref(three);
		tensor_unref(wrong);
		exec_free(x);
	}
	bench_close(&b);
}

static void test_set_out(void **state)
{
	struct bench b = open_flow("failing", NULL);
	struct exec *x = start_failing(&b, 3, 3);
	struct exec_event ev;
	struct err err = { 0 };
	(void)state;

	for (;;) {
		must(exec_step(x, EV_RAN, &ev, &err), &err);
		if (ev.kind == EV_DONE)
			break;
		if (sv_is(graph_node_name(frame_graph(ev.frame), ev.node), "mul")) {
			struct tensor *z = tensor_zeros(DT_FLOAT, 1, exec_out(x, 0)->dim, &err);

			must(exec_set_out(x, 0, z, &err), &err);
			tensor_unref(z);
		}
	}
	assert_true(tensor_get_f64(exec_fetch(x, 0), 2) == 3);	/* 0 + b */
	exec_free(x);
	bench_close(&b);
}

/* ---- refusals and limits ---- */

static void test_refusals(void **state)
{
	struct session_opts shallow = { .max_depth = 2 };
	struct bench b = open_flow("failing", &shallow);
	struct tensor *feed[2] = { NULL, NULL };
	struct err err = { 0 };
	int64_t n = 3;
	struct exec *x;
	(void)state;

	assert_null(exec_new_signature(b.s, b.sig, feed, &err));
	assert_int_equal(err.code, ERR_INVALID_ARGUMENT);
	assert_non_null(strstr(err.msg, "feed"));
	err_clear(&err);
	feed[0] = tensor_zeros(DT_INT32, 1, &n, &err);
	assert_null(exec_new_signature(b.s, b.sig, feed, &err));
	assert_int_equal(err.kind, ERR_KIND_INPUT);
	assert_non_null(strstr(err.msg, "float32 (None,), but int32 (3,)"));
	err_clear(&err);
	tensor_unref(feed[0]);

	x = start_failing(&b, 3, 3);
	assert_false(exec_run(x, &err));
	assert_int_equal(err.code, ERR_RESOURCE_EXHAUSTED);
	assert_int_equal(err.kind, ERR_KIND_LIMIT);
	err_clear(&err);
	exec_free(x);
	bench_close(&b);
}

static void test_interrupt(void **state)
{
	struct bench b = open_flow("functional", NULL);
	struct exec *x = start(&b, DT_INT32, 5);
	struct exec_event ev;
	struct err err = { 0 };
	(void)state;

	exec_budget(x, 5);
	must(exec_step(x, EV_BUDGET, &ev, &err), &err);
	assert_int_equal(ev.kind, EV_BUDGET);
	assert_int_equal(exec_n_ran(x), 5);
	intr_raise();
	must(exec_step(x, 0, &ev, &err), &err);
	assert_int_equal(ev.kind, EV_INTERRUPT);
	assert_false(exec_run(x, &err));
	assert_int_equal(err.kind, ERR_KIND_INTERRUPT);
	err_clear(&err);
	intr_clear();
	must(exec_run(x, &err), &err);
	assert_int_equal(result(&b, x, "case"), 256);
	exec_free(x);
	bench_close(&b);
}

/* ---- dumps ---- */

static char *temp_dir(void)
{
	char *dir = xstrdup("/tmp/smtui-exec-XXXXXX");

	assert_non_null(mkdtemp(dir));
	return dir;
}

static void remove_tree(const char *dir)
{
	char *cmd = xasprintf("rm -rf '%s'", dir);

	assert_int_equal(system(cmd), 0);
	free(cmd);
}

static bool exists(const char *dir, const char *file)
{
	char *path = xasprintf("%s/%s", dir, file);
	bool yes = access(path, F_OK) == 0;

	free(path);
	return yes;
}

static void test_dump(void **state)
{
	struct bench b = open_flow("v1_flow", NULL);
	char *dir = temp_dir(), *path;
	struct exec *x = start(&b, DT_INT32, 4);
	struct err err = { 0 };
	struct tensor *t;
	(void)state;

	must(exec_run_dump(x, dir, &err), &err);
	exec_free(x);
	assert_true(exists(dir, "tensors.json"));
	assert_true(exists(dir, "n:0.npy"));
	assert_true(exists(dir, "outer/inner/add:0@3.1.npy"));
	path = xasprintf("%s/total:0.npy", dir);
	t = npy_read_file(path, &err);
	must(t != NULL, &err);
	assert_int_equal(tensor_get_i64(t, 0), 14);
	tensor_unref(t);
	free(path);

	x = start(&b, DT_INT32, 4);	/* never into a folder with something in it */
	assert_false(exec_run_dump(x, dir, &err));
	assert_int_equal(err.code, ERR_ALREADY_EXISTS);
	err_clear(&err);
	exec_free(x);
	remove_tree(dir);
	free(dir);
	bench_close(&b);
}

static void test_dump_names(void **state)
{
	char *dir = temp_dir(), *deep = xasprintf("%s/d", dir), *out;
	struct err err = { 0 };
	struct tensor *t = tensor_scalar_f64(DT_FLOAT, 1, &err);
	struct dump *d = dump_new(deep, &err);
	char name[400], *file = NULL, *hash;
	size_t cap = 0;
	FILE *f;
	(void)state;

	must(d != NULL, &err);
	must(dump_add(d, SV("../../etc/x:0"), SV(""), SV("Op"), 0, t, &err), &err);
	must(dump_add(d, SV("/abs//./a\nb\"\\:0"), SV("@2"), SV("Op"), 1, t, &err), &err);
	must(dump_add(d, SV("caf\xc3\xa9\xff:0"), SV(""), SV("Op"), 2, t, &err), &err);
	must(dump_add(d, SV("same:0"), SV(""), SV("Op"), 3, t, &err), &err);
	must(dump_add(d, SV("same:0"), SV(""), SV("Op"), 4, t, &err), &err);
	memset(name, 'x', sizeof(name));
	must(dump_add(d, (struct sv){ name, sizeof(name) }, SV(""), SV("Op"), 5, t, &err), &err);
	must(dump_finish(d, &err), &err);
	assert_true(exists(deep, "%2E%2E/%2E%2E/etc/x:0.npy"));
	assert_true(exists(deep, "%/abs/%/%2E/a%0Ab%22%5C:0@2.npy"));
	assert_true(exists(deep, "caf%C3%A9%FF:0.npy"));
	assert_true(exists(deep, "same:0.npy"));
	assert_true(exists(deep, "same:0%2.npy"));

	out = xasprintf("%s/tensors.json", deep);
	f = fopen(out, "r");
	assert_non_null(f);
	assert_true(getdelim(&file, &cap, 0, f) > 0);
	fclose(f);
	assert_non_null(strstr(file, "\"name\": \"/abs//./a\\u000ab\\\"\\\\:0\", \"iter\": \"@2\""));
	assert_non_null(strstr(file, "caf\xc3\xa9\\udcff"));
	hash = strstr(file, "xxx%h");	/* cut, with a hash */
	assert_non_null(hash);
	free(file);
	free(out);
	remove_tree(dir);
	free(dir);
	free(deep);
	tensor_unref(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_functional),
		cmocka_unit_test(test_v1_checkpoint),
		cmocka_unit_test(test_v1_flow),
		cmocka_unit_test(test_events),
		cmocka_unit_test(test_keep),
		cmocka_unit_test(test_copy),
		cmocka_unit_test(test_counter),
		cmocka_unit_test(test_wrote),
		cmocka_unit_test(test_failing),
		cmocka_unit_test(test_repair),
		cmocka_unit_test(test_set_out),
		cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_interrupt),
		cmocka_unit_test(test_dump),
		cmocka_unit_test(test_dump_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
