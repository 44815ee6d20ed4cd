/*
 * The debugger over small models (tests/recipes/flow.py) and the sample MobileNet: stepping either
 * way, breakpoints, names, history and its budget, failures.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>

#include "base/intr.h"
#include "base/mem.h"
#include "base/vec.h"
#include "debug/debug.h"
#include "tensor/npy.h"

struct bench {
	struct model *m;
	struct dbg *d;
	struct err err;
};

static void must_(bool ok, struct err *err, int line)
{
	char *text = ok ? NULL : err_text(err);

	if (text)
		print_error("line %d: %s\n", line, text);
	free(text);
	err_clear(err);
	assert_true(ok);
}

#define must(ok, err) must_(ok, err, __LINE__)

static char *in_source(const char *path)
{
	const char *top = getenv("srcdir");

	return xasprintf("%s/%s", top ? top : ".", path);
}

static struct bench open_model(const char *where)
{
	char *path = in_source(where);
	struct bench b = { 0 };
	const struct metagraph *mg;

	b.m = model_open(path, &b.err);
	must(b.m != NULL, &b.err);
	mg = model_default(b.m, &b.err);
	must(mg != NULL, &b.err);
	b.d = dbg_new(mg, &b.err);
	must(b.d != NULL, &b.err);
	assert_int_equal(dbg_state(b.d), DBG_IDLE);
	must(dbg_choose(b.d, metagraph_signature(mg, SV("serving_default")), &b.err), &b.err);
	free(path);
	return b;
}

static void bench_close(struct bench *b)
{
	dbg_free(b->d);
	model_close(b->m);
	err_clear(&b->err);
}

static void start(struct bench *b)
{
	must(dbg_start(b->d, &b->err), &b->err);
	assert_int_equal(dbg_state(b->d), DBG_STOPPED);
}

static struct bench open_flow(const char *name, enum dtype t, double v)
{
	char *path = xasprintf("tests/models/flow/%s", name);
	struct bench b = open_model(path);
	struct tensor *in = tensor_scalar_f64(t, v, &b.err);

	must(dbg_set_input(b.d, 0, in, "a number", &b.err), &b.err);
	tensor_unref(in);
	start(&b);
	free(path);
	return b;
}

static struct bench open_digits(void)
{
	struct bench b = open_model("examples/mobilenet/1");
	char *path = in_source("examples/mobilenet/samples/seven.npy");
	struct tensor *in = npy_read_file(path, &b.err);

	must(in != NULL, &b.err);
	must(dbg_set_input(b.d, 0, in, "seven.npy", &b.err), &b.err);
	tensor_unref(in);
	free(path);
	start(&b);
	return b;
}

static void stopped_at(const struct bench *b, const char *path)
{
	struct dbg_here h;

	assert_true(dbg_here(b->d, &h));
	assert_string_equal(h.path, path);
}

/* A line that says all about the current position, to compare positions by. */
static char *position(const struct bench *b)
{
	struct dbg_here h;
	struct str s = STR_INIT;

	dbg_here(b->d, &h);
	str_addf(&s, "%d %s %d seq %llu in", dbg_state(b->d), h.path ? h.path : "-", h.depth,
		 (unsigned long long)dbg_seq(b->d));
	for (int i = 0; i < dbg_n_in(b->d); i++) {
		const struct tensor *t = dbg_in(b->d, i);

		if (t && dtype_info(t->dtype)->kind != DK_OBJECT && t->n > 0)
			str_addf(&s, " %.9g", tensor_get_f64(t, t->n / 2));
	}
	for (int i = 0; i < dbg_n_frames(b->d); i++) {
		struct dbg_frame f;

		assert_true(dbg_frame(b->d, i, &f));
		str_addf(&s, " <%s %s %lld>", f.path, f.role, (long long)f.iter);
	}
	return str_give(&s);
}

static double event_value(const struct bench *b, const char *name)
{
	uint64_t event;
	struct tensor *t;
	struct err err = { 0 };
	bool dropped;
	int slot;

	must(dbg_find(b->d, sv_of(name), &event, &slot, &err), &err);
	t = dbg_event_out(b->d, event, slot, &dropped);
	assert_false(dropped);
	assert_non_null(t);
	return tensor_get_f64(t, 0);
}

/* ---- stepping ---- */

static struct bench open_failing(int64_t n_a, int64_t n_b)
{
	struct bench b = open_model("tests/models/flow/failing");

	for (uint32_t i = 0; i < 2; i++) {
		struct tensor *t = tensor_zeros(DT_FLOAT, 1, i ? &n_b : &n_a, &b.err);

		for (int64_t k = 0; k < t->n; k++)
			((float *)t->data)[k] = (float)k + 1;
		must(dbg_set_input(b.d, i, t, "counted", &b.err), &b.err);
		tensor_unref(t);
	}
	start(&b);
	return b;
}

static void test_inputs(void **state)
{
	struct bench b = open_model("tests/models/flow/failing");
	struct tensor *t = tensor_scalar_f64(DT_FLOAT, 1, &b.err);
	(void)state;

	assert_false(dbg_step(b.d, 1, &b.err));
	err_clear(&b.err);
	assert_false(dbg_start(b.d, &b.err));		/* nothing is fed */
	assert_non_null(strstr(b.err.msg, "feed"));
	err_clear(&b.err);
	must(dbg_set_input(b.d, 0, t, "1", &b.err), &b.err);
	must(dbg_set_input(b.d, 1, t, "1", &b.err), &b.err);
	assert_string_equal(dbg_input_text(b.d, 1), "1");
	assert_ptr_equal(dbg_input(b.d, 1), t);
	assert_false(dbg_start(b.d, &b.err));		/* scalars do not fit */
	assert_int_equal(b.err.kind, ERR_KIND_INPUT);
	err_clear(&b.err);
	assert_false(dbg_set_input(b.d, 2, t, "1", &b.err));
	err_clear(&b.err);
	assert_int_equal(dbg_state(b.d), DBG_IDLE);
	tensor_unref(t);
	bench_close(&b);
}

static void test_into_over_out(void **state)
{
	struct bench b = open_failing(3, 3);
	struct dbg_here h;
	char *outer;
	(void)state;

	while (dbg_here(b.d, &h) && !strstr(h.path, "Partitioned"))
		must(dbg_next(b.d, 1, &b.err), &b.err);
	assert_int_equal(h.depth, 0);
	outer = xstrdup(h.path);
	must(dbg_step(b.d, 1, &b.err), &b.err);		/* into: before the body's first node */
	assert_true(dbg_here(b.d, &h));
	assert_int_equal(h.depth, 1);
	assert_memory_equal(h.path, outer, strlen(outer));
	assert_false(sv_is(graph_node_op(h.graph, h.node), "_Arg"));
	assert_int_equal(dbg_n_frames(b.d), 2);
	must(dbg_finish(b.d, &b.err), &b.err);		/* nothing left at the root */
	assert_int_equal(dbg_state(b.d), DBG_DONE);
	assert_true(tensor_get_f64(dbg_output(b.d, 0), 2) == 11);
	assert_false(dbg_step(b.d, 1, &b.err));
	err_clear(&b.err);

	must(dbg_back_over(b.d, 1, &b.err), &b.err);	/* the call as a whole */
	stopped_at(&b, outer);
	assert_null(dbg_output(b.d, 0));
	must(dbg_next(b.d, 1, &b.err), &b.err);
	assert_int_equal(dbg_state(b.d), DBG_DONE);
	assert_true(tensor_get_f64(dbg_output(b.d, 0), 2) == 11);
	free(outer);
	bench_close(&b);
}

/* Every position there is, by steps; then each again by going back, and by number. */
static void walk_both_ways(struct bench *b)
{
	VEC(char *) at = { 0 };
	char *p;

	for (;;) {
		p = position(b);
		vec_push(&at, p);
		if (dbg_state(b->d) == DBG_DONE)
			break;
		must(dbg_step(b->d, 1, &b->err), &b->err);
	}
	assert_true(at.n > 8);
	for (size_t i = at.n - 1; i-- > 0;) {
		must(dbg_back(b->d, 1, &b->err), &b->err);
		p = position(b);
		assert_string_equal(p, at.p[i]);
		free(p);
	}
	assert_false(dbg_back(b->d, 1, &b->err));
	assert_int_equal(b->err.code, ERR_OUT_OF_RANGE);
	err_clear(&b->err);
	for (size_t i = 3; i < at.n; i += 7) {		/* leaps forwards and back */
		must(dbg_step(b->d, i, &b->err), &b->err);
		p = position(b);
		assert_string_equal(p, at.p[i]);
		free(p);
		must(dbg_back(b->d, i, &b->err), &b->err);
		p = position(b);
		assert_string_equal(p, at.p[0]);
		free(p);
	}
	must(dbg_goto(b->d, dbg_n_events(b->d), &b->err), &b->err);
	p = position(b);
	assert_string_equal(p, vec_last(&at));
	free(p);
	for (size_t i = 0; i < at.n; i++)
		free(at.p[i]);
	vec_free(&at);
}

static void test_both_ways(void **state)
{
	struct bench b = open_flow("functional", DT_INT32, 5);
	uint64_t n, dropped;
	char *at, *p;
	(void)state;

	walk_both_ways(&b);
	n = dbg_n_events(b.d);
	assert_int_equal(dbg_seq(b.d), n);
	must(dbg_goto(b.d, 10, &b.err), &b.err);
	assert_true(dbg_seq(b.d) <= 10);
	assert_int_equal(dbg_seq_max(b.d), n);
	assert_false(dbg_goto(b.d, n + 1, &b.err));
	err_clear(&b.err);
	must(dbg_continue(b.d, &b.err), &b.err);
	assert_int_equal(dbg_n_events(b.d), n);		/* the same way once more */
	dbg_budget_set(b.d, 0);				/* with nearly every output dropped */
	start(&b);
	walk_both_ways(&b);
	dbg_history_bytes(b.d, &dropped);
	assert_true(dropped > 10);
	must(dbg_reverse_continue(b.d, &b.err), &b.err);
	must(dbg_step(b.d, 40, &b.err), &b.err);
	at = position(&b);
	for (uint64_t i = 0; i < n; i++) {		/* each can be had again, from anywhere */
		must(dbg_recompute(b.d, i, &b.err), &b.err);
		assert_non_null(dbg_event_out(b.d, i, 0, NULL));
		p = position(&b);
		assert_string_equal(p, at);
		free(p);
	}
	free(at);
	bench_close(&b);

	b = open_flow("v1_flow", DT_INT32, 4);
	walk_both_ways(&b);
	bench_close(&b);
}

/* Saved states are thinned out in a long run; going back still finds the right place. */
static void test_long_run(void **state)
{
	struct bench b = open_flow("functional", DT_INT32, 700);
	char *early, *late, *p;
	(void)state;

	must(dbg_step(b.d, 100, &b.err), &b.err);
	early = position(&b);
	must(dbg_step(b.d, 4000, &b.err), &b.err);
	late = position(&b);
	must(dbg_continue(b.d, &b.err), &b.err);
	assert_int_equal(dbg_state(b.d), DBG_DONE);
	assert_true(dbg_n_events(b.d) > 8000);
	must(dbg_reverse_continue(b.d, &b.err), &b.err);
	assert_int_equal(dbg_seq(b.d), 0);
	must(dbg_step(b.d, 4100, &b.err), &b.err);
	p = position(&b);
	assert_string_equal(p, late);
	free(p);
	must(dbg_back(b.d, 4000, &b.err), &b.err);
	p = position(&b);
	assert_string_equal(p, early);
	free(p);
	free(early);
	free(late);
	bench_close(&b);
}

/* ---- frames ---- */

static void test_frames(void **state)
{
	struct bench b = open_flow("functional", DT_INT32, 5);
	struct dbg_frame f;
	struct dbg_row r;
	struct dbg_event e;
	struct dbg_break br;
	uint64_t event;
	int slot, n, rows, waits = 0;
	(void)state;

	must(dbg_break_add(b.d, SV("op:Mul"), false, NULL, &b.err), &b.err);
	must(dbg_continue(b.d, &b.err), &b.err);
	must(dbg_continue(b.d, &b.err), &b.err);	/* in iteration 2 of the loop */
	n = dbg_n_frames(b.d);
	rows = dbg_n_rows(b.d);
	assert_int_equal(dbg_frame_chosen(b.d), 0);
	assert_false(dbg_frame_choose(b.d, -1, &b.err));
	err_clear(&b.err);
	assert_false(dbg_frame_choose(b.d, n, &b.err));
	err_clear(&b.err);
	must(dbg_frame_choose(b.d, 2, &b.err), &b.err);
	assert_true(dbg_frame(b.d, 2, &f));
	assert_string_equal(f.role, "body");
	assert_int_equal(f.iter, 2);
	assert_string_equal(f.iters, "@2");
	assert_true(dbg_n_rows(b.d) > rows);
	for (int i = 0; i < dbg_n_rows(b.d); i++) {
		assert_true(dbg_row(b.d, i, &r));
		waits += r.here;
		if (r.here)
			assert_int_equal(r.node, f.node);
	}
	assert_int_equal(waits, 1);
	/* the frame's own name first, however many others end so */
	must(dbg_find(b.d, SV("while/mod/y"), &event, &slot, &b.err), &b.err);
	assert_true(dbg_event(b.d, event, &e));
	assert_string_equal(e.iter, "@2");
	must(dbg_frame_choose(b.d, 3, &b.err), &b.err);
	must(dbg_find(b.d, SV("Const"), &event, &slot, &b.err), &b.err);
	must(dbg_step(b.d, 1, &b.err), &b.err);
	assert_int_equal(dbg_frame_chosen(b.d), 0);
	/* a breakpoint on a name that only the frame makes clear is kept in full */
	must(dbg_break_del(b.d, 0, &b.err), &b.err);
	must(dbg_frame_choose(b.d, 3, &b.err), &b.err);
	must(dbg_break_add(b.d, SV("Identity if size > 0"), false, NULL, &b.err), &b.err);
	assert_true(dbg_break(b.d, 0, &br));
	assert_string_equal(br.text, "PartitionedCall/PartitionedCall/Identity if size > 0");
	bench_close(&b);
}

/* ---- resources ---- */

static void test_resources(void **state)
{
	struct bench b = open_flow("counter", DT_FLOAT, 2);
	(void)state;

	for (int i = 0; i < 3; i++) {
		must(dbg_continue(b.d, &b.err), &b.err);
		assert_int_equal(dbg_state(b.d), DBG_DONE);
		assert_true(tensor_get_f64(dbg_output(b.d, 0), 0) == 12);	/* after */
		assert_true(tensor_get_f64(dbg_output(b.d, 1), 0) == 10);	/* before */
		must(dbg_back(b.d, 3, &b.err), &b.err);
		must(dbg_reverse_continue(b.d, &b.err), &b.err);
	}
	start(&b);	/* a new run starts from the variables as loaded */
	must(dbg_continue(b.d, &b.err), &b.err);
	assert_true(tensor_get_f64(dbg_output(b.d, 0), 0) == 12);
	bench_close(&b);
}

/* ---- breakpoints ---- */

static void test_breaks(void **state)
{
	struct bench b = open_flow("functional", DT_INT32, 5);
	struct dbg_break br;
	struct dbg_here h;
	int id, id2, hits = 0;
	(void)state;

	must(dbg_break_add(b.d, SV("op:Mul"), false, &id, &b.err), &b.err);
	assert_false(dbg_break_add(b.d, SV("op:NoSuchOp"), false, NULL, &b.err));
	err_clear(&b.err);
	assert_false(dbg_break_add(b.d, SV("nothing/of/that/name"), false, NULL, &b.err));
	assert_int_equal(b.err.code, ERR_NOT_FOUND);
	err_clear(&b.err);
	assert_false(dbg_break_add(b.d, SV("/(/"), false, NULL, &b.err));
	err_clear(&b.err);
	for (;;) {
		must(dbg_continue(b.d, &b.err), &b.err);
		if (dbg_state(b.d) == DBG_DONE)
			break;
		assert_string_equal(dbg_why_stopped(b.d), "breakpoint 1");
		assert_true(dbg_here(b.d, &h));
		assert_true(sv_is(graph_node_op(h.graph, h.node), "Mul"));
		hits++;
	}
	assert_int_equal(hits, 4);	/* squares of 0, 2, 4 and the case's */
	assert_int_equal(dbg_n_breaks(b.d), 1);
	assert_true(dbg_break(b.d, 0, &br));
	assert_int_equal(br.hits, 4);
	assert_string_equal(br.text, "op:Mul");
	must(dbg_reverse_continue(b.d, &b.err), &b.err);
	assert_true(dbg_here(b.d, &h));
	assert_non_null(strstr(h.path, "branch2"));

	must(dbg_break_enable(b.d, id, false, &b.err), &b.err);
	must(dbg_reverse_continue(b.d, &b.err), &b.err);
	assert_string_equal(dbg_why_stopped(b.d), "the beginning");
	must(dbg_break_add(b.d, SV("/while/body/.*cond$/"), true, &id2, &b.err), &b.err);
	must(dbg_continue(b.d, &b.err), &b.err);
	assert_string_equal(dbg_why_stopped(b.d), "temporary breakpoint 2");
	assert_int_equal(dbg_n_breaks(b.d), 1);
	must(dbg_break_del(b.d, 0, &b.err), &b.err);
	assert_int_equal(dbg_n_breaks(b.d), 0);
	assert_false(dbg_break_del(b.d, id, &b.err));
	err_clear(&b.err);
	bench_close(&b);
}

static void test_until(void **state)
{
	struct bench b = open_digits();
	struct dbg_here h;
	struct dbg_row r;
	int here = -1;
	(void)state;

	must(dbg_until(b.d, SV("conv1/Conv2D"), &b.err), &b.err);
	assert_true(dbg_here(b.d, &h));
	assert_non_null(strstr(h.path, "/conv1/Conv2D"));
	assert_int_equal(h.depth, 2);
	assert_int_equal(dbg_n_in(b.d), 2);
	assert_int_equal(dbg_in(b.d, 0)->dim[1], 64);
	assert_true(dbg_n_rows(b.d) > 100);
	for (int i = 0; i < dbg_n_rows(b.d); i++) {
		assert_true(dbg_row(b.d, i, &r));
		here = r.here ? i : here;
		assert_int_equal(r.done, r.event >= 0);
		assert_false(r.done && r.here);
	}
	assert_true(here > 0);
	assert_false(dbg_until(b.d, SV("no_such_node"), &b.err));
	err_clear(&b.err);
	assert_false(dbg_until(b.d, SV("ReadVariableOp"), &b.err));
	assert_int_equal(b.err.code, ERR_INVALID_ARGUMENT);
	assert_non_null(strstr(b.err.notes, "conv1/Conv2D/ReadVariableOp"));
	err_clear(&b.err);
	bench_close(&b);
}

/* ---- names ---- */

static void test_names(void **state)
{
	struct bench b = open_digits();
	struct dbg_event e;
	uint64_t event;
	int slot;
	(void)state;

	assert_false(dbg_find(b.d, SV("conv1/Conv2D:0"), &event, &slot, &b.err));
	assert_non_null(strstr(b.err.msg, "has not run yet"));
	err_clear(&b.err);
	must(dbg_continue(b.d, &b.err), &b.err);
	assert_int_equal(dbg_state(b.d), DBG_DONE);
	must(dbg_find(b.d, SV("conv1/Conv2D:0"), &event, &slot, &b.err), &b.err);
	assert_true(dbg_event(b.d, event, &e));
	assert_string_equal(e.path, "StatefulPartitionedCall/StatefulPartitionedCall/"
				    "mobilenet_0.25_64/conv1/Conv2D");
	assert_int_equal(dbg_last_event(b.d, e.graph, e.node), event);
	assert_int_equal(dbg_event_out(b.d, event, 0, NULL)->dim[3], 8);
	must(dbg_find(b.d, SV("StatefulPartitionedCall"), &event, &slot, &b.err), &b.err);
	assert_true(dbg_event(b.d, event, &e));
	assert_true(e.call);
	assert_int_equal(e.depth, 0);
	assert_int_equal(event, dbg_n_events(b.d) - 1);	/* after its body */
	assert_ptr_equal(dbg_event_out(b.d, event, 0, NULL), dbg_output(b.d, 0));
	assert_false(dbg_find(b.d, SV("conv1/Conv2D:1"), &event, &slot, &b.err));
	assert_int_equal(b.err.code, ERR_OUT_OF_RANGE);
	err_clear(&b.err);
	assert_false(dbg_find(b.d, SV("onv1/Conv2D"), &event, &slot, &b.err));
	assert_int_equal(b.err.code, ERR_NOT_FOUND);
	err_clear(&b.err);
	assert_false(dbg_find(b.d, SV("ReadVariableOp:0"), &event, &slot, &b.err));
	assert_non_null(b.err.notes);
	err_clear(&b.err);
	bench_close(&b);

	b = open_flow("v1_flow", DT_INT32, 4);
	must(dbg_continue(b.d, &b.err), &b.err);
	assert_true(event_value(&b, "outer/inner/add:0@3.1") == 2);
	assert_true(event_value(&b, "outer/add_1:0@2") == 5);	/* 0 + 1 + 4 */
	assert_true(event_value(&b, "outer/add_1") == 14);
	assert_true(event_value(&b, "total:0") == 14);
	bench_close(&b);
}

/* ---- history ---- */

static void test_budget(void **state)
{
	struct bench b = open_digits();
	uint64_t n, dropped, event;
	char *end, *p;
	double want, sum = 0;
	bool gone;
	int slot;
	(void)state;

	must(dbg_continue(b.d, &b.err), &b.err);
	n = dbg_n_events(b.d);
	want = event_value(&b, "conv1/Conv2D:0");
	assert_true(dbg_history_bytes(b.d, &dropped) > 500000);
	assert_int_equal(dropped, 0);

	dbg_budget_set(b.d, 100000);
	start(&b);
	must(dbg_continue(b.d, &b.err), &b.err);
	assert_int_equal(dbg_n_events(b.d), n);
	assert_true(dbg_history_bytes(b.d, &dropped) <= 100000);
	assert_true(dropped > 20);
	end = position(&b);
	must(dbg_find(b.d, SV("conv1/Conv2D:0"), &event, &slot, &b.err), &b.err);
	assert_null(dbg_event_out(b.d, event, slot, &gone));
	assert_true(gone);
	must(dbg_recompute(b.d, event, &b.err), &b.err);
	assert_true(tensor_get_f64(dbg_event_out(b.d, event, slot, &gone), 0) == want);
	p = position(&b);
	assert_string_equal(p, end);
	assert_non_null(dbg_output(b.d, 0));
	for (int i = 0; i < 10; i++)
		sum += tensor_get_f64(dbg_output(b.d, 0), i);
	assert_true(sum > 0.999 && sum < 1.001);
	must(dbg_back(b.d, 60, &b.err), &b.err);	/* through what was dropped */
	must(dbg_continue(b.d, &b.err), &b.err);
	assert_int_equal(dbg_n_events(b.d), n);
	free(p);
	free(end);
	bench_close(&b);
}

/* ---- failing and ^C ---- */

static void test_failing(void **state)
{
	struct bench b = open_failing(3, 2);
	char *at, *p;
	(void)state;

	assert_null(dbg_error(b.d));
	must(dbg_continue(b.d, &b.err), &b.err);
	assert_int_equal(dbg_state(b.d), DBG_FAILED);
	assert_int_equal(dbg_error(b.d)->code, ERR_INVALID_ARGUMENT);
	assert_int_equal(dbg_n_in(b.d), 2);
	assert_int_equal(dbg_in(b.d, 0)->n, 3);
	assert_int_equal(dbg_in(b.d, 1)->n, 2);
	at = position(&b);
	must(dbg_step(b.d, 1, &b.err), &b.err);		/* it stays where it is */
	p = position(&b);
	assert_string_equal(p, at);
	free(p);
	must(dbg_back(b.d, 2, &b.err), &b.err);
	assert_int_equal(dbg_state(b.d), DBG_STOPPED);
	assert_null(dbg_error(b.d));
	must(dbg_step(b.d, 5, &b.err), &b.err);
	p = position(&b);
	assert_string_equal(p, at);
	free(p);
	free(at);
	bench_close(&b);
}

static void test_interrupt(void **state)
{
	struct bench b = open_flow("functional", DT_INT32, 5);
	char *at, *p;
	(void)state;

	must(dbg_step(b.d, 20, &b.err), &b.err);
	must(dbg_step(b.d, 1, &b.err), &b.err);
	at = position(&b);
	must(dbg_back(b.d, 1, &b.err), &b.err);
	intr_raise();
	must(dbg_continue(b.d, &b.err), &b.err);
	assert_int_equal(dbg_state(b.d), DBG_STOPPED);
	assert_string_equal(dbg_why_stopped(b.d), "interrupted");
	assert_false(intr_pending());
	p = position(&b);
	assert_string_equal(p + 2, at + 2);
	must(dbg_continue(b.d, &b.err), &b.err);
	assert_int_equal(dbg_state(b.d), DBG_DONE);
	free(p);
	free(at);
	bench_close(&b);
}

static void on_alarm(int sig)
{
	(void)sig;
	intr_raise();
}

/* ^C from outside, deep in a long loop: it stops there, frames and iteration at hand, and goes on. */
static void test_interrupt_loop(void **state)
{
	struct bench b = open_flow("functional", DT_INT32, 30000);
	struct itimerval soon = { .it_value = { .tv_usec = 20000 } };
	struct dbg_frame f;
	int64_t iter[2] = { -1, -1 };
	(void)state;

	signal(SIGALRM, on_alarm);
	for (int k = 0; k < 2; k++) {
		setitimer(ITIMER_REAL, &soon, NULL);
		must(dbg_continue(b.d, &b.err), &b.err);
		assert_int_equal(dbg_state(b.d), DBG_STOPPED);
		assert_string_equal(dbg_why_stopped(b.d), "interrupted");
		assert_true(dbg_n_frames(b.d) >= 4);
		for (int i = 0; i < dbg_n_frames(b.d) && iter[k] < 0; i++) {
			assert_true(dbg_frame(b.d, i, &f));
			iter[k] = f.iter;
		}
		assert_true(iter[k] > 0);
	}
	assert_true(iter[1] > iter[0]);
	must(dbg_back(b.d, 5, &b.err), &b.err);
	must(dbg_step(b.d, 5, &b.err), &b.err);
	bench_close(&b);
}

/* ---- more about stopping ---- */

static void test_ignore_iter(void **state)
{
	struct bench b = open_flow("functional", DT_INT32, 9);
	struct dbg_break br;
	struct dbg_here h;
	char *z;
	int id;
	(void)state;

	must(dbg_break_add(b.d, SV("while/add"), false, &id, &b.err), &b.err);
	must(dbg_break_ignore(b.d, id, 3, &b.err), &b.err);
	must(dbg_break_commands(b.d, id, SV("pt; c"), &b.err), &b.err);
	must(dbg_continue(b.d, &b.err), &b.err);
	assert_true(dbg_here(b.d, &h));
	assert_string_equal(h.iter, "@3");
	z = dbg_take_commands(b.d);
	assert_string_equal(z, "pt; c");
	free(z);
	assert_null(dbg_take_commands(b.d));
	assert_true(dbg_break(b.d, 0, &br));
	assert_int_equal(br.hits, 4);
	assert_int_equal(br.ignore, 0);
	must(dbg_break_del(b.d, id, &b.err), &b.err);
	must(dbg_break_add(b.d, SV("while/add@5"), false, NULL, &b.err), &b.err);
	must(dbg_break_add(b.d, SV("while/add if iter >= 7"), false, NULL, &b.err), &b.err);
	must(dbg_break_add(b.d, SV("while/add:0 if max > 8"), false, NULL, &b.err), &b.err);
	for (const char *const *want = (const char *const[]){ "@5", "@7", "@8", NULL }; *want; want++) {
		must(dbg_continue(b.d, &b.err), &b.err);
		assert_true(dbg_here(b.d, &h));
		assert_string_equal(h.iter, *want);
	}
	must(dbg_continue(b.d, &b.err), &b.err);	/* after add@8, which is 9 */
	assert_non_null(strstr(dbg_why_stopped(b.d), "max is 9"));
	must(dbg_continue(b.d, &b.err), &b.err);
	assert_int_equal(dbg_state(b.d), DBG_DONE);
	must(dbg_reverse_continue(b.d, &b.err), &b.err);	/* by the value, and by the place */
	assert_non_null(strstr(dbg_why_stopped(b.d), "max is 9"));
	must(dbg_reverse_continue(b.d, &b.err), &b.err);
	assert_true(dbg_here(b.d, &h));
	assert_string_equal(h.iter, "@8");
	assert_false(dbg_break_ignore(b.d, 77, 1, &b.err));
	err_clear(&b.err);
	bench_close(&b);
}

static void test_watches(void **state)
{
	struct bench b = open_flow("functional", DT_INT32, 4);
	struct str why = STR_INIT;
	struct dbg_break br;
	int64_t event;
	int id, slot, lines = 0;
	(void)state;

	must(dbg_watch_add(b.d, SV("while/add:0"), NULL, &b.err), &b.err);
	must(dbg_watch_add(b.d, SV("while/mod if max > 0"), NULL, &b.err), &b.err);
	must(dbg_expect_add(b.d, SV("while/add if max < 4"), &id, &b.err), &b.err);
	must(dbg_expect_add(b.d, SV("total like int32 [] crc=00000000"), NULL, &b.err), &b.err);
	must(dbg_continue(b.d, &b.err), &b.err);
	assert_string_equal(dbg_why_stopped(b.d), "watch 2: while/mod: max is 1");
	assert_non_null(strstr(dbg_watched(b.d), "while/add:0@0  int32 [] = 1\n"));
	event = dbg_watch_last(b.d, 0, &slot);
	assert_true(event > 0);
	assert_int_equal(dbg_event_out(b.d, (uint64_t)event, slot, NULL)->n, 1);
	must(dbg_back(b.d, 30, &b.err), &b.err);
	assert_int_equal(dbg_watch_last(b.d, 0, &slot), -1);
	assert_string_equal(dbg_watched(b.d), "");
	must(dbg_start(b.d, &b.err), &b.err);
	must(dbg_break_enable(b.d, 2, false, &b.err), &b.err);
	must(dbg_continue(b.d, &b.err), &b.err);
	assert_int_equal(dbg_state(b.d), DBG_DONE);
	for (const char *p = dbg_watched(b.d); (p = strchr(p, '\n')); p++)
		lines++;
	assert_int_equal(lines, 4);
	assert_true(dbg_break(b.d, 2, &br));
	assert_int_equal(br.id, id);
	assert_int_equal(br.made, 4);
	assert_int_equal(br.failed, 1);
	assert_false(dbg_expect_met(b.d, 2, &why));
	assert_non_null(strstr(str_z(&why), "add:0@3: max is 4"));
	str_clear(&why);
	assert_false(dbg_expect_met(b.d, 3, &why));
	str_clear(&why);
	dbg_like_text(dbg_output(b.d, 1), &why);	/* what it is, is as it is */
	must(dbg_break_del(b.d, 4, &b.err), &b.err);
	str_free(&why);
	bench_close(&b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_inputs),
		cmocka_unit_test(test_into_over_out),
		cmocka_unit_test(test_both_ways),
		cmocka_unit_test(test_long_run),
		cmocka_unit_test(test_frames),
		cmocka_unit_test(test_resources),
		cmocka_unit_test(test_breaks),
		cmocka_unit_test(test_until),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_budget),
		cmocka_unit_test(test_failing),
		cmocka_unit_test(test_interrupt),
		cmocka_unit_test(test_interrupt_loop),
		cmocka_unit_test(test_ignore_iter),
		cmocka_unit_test(test_watches),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
