/*
 * Runs every signature of a collection of models for which there are recorded answers, in both modes, and
 * prints a table: ok, wrong, unsupported, failed. Skips without an argument. "make check" runs it on
 * tests/models/zoo and tests/models/estimators.
 *
 *   corpus_run [--all] FOLDER [NAME | @MISSING]
 *				--all: nothing may lack a kernel
 *				MISSING lists "MODEL SIGNATURE" lines: what may lack kernels; anything else
 *				that does fails
 *				FOLDER/NAME/model, FOLDER/NAME/expected/SIGNATURE/{in,out}_KEY.npy,
 *				FOLDER/NAME/expected/meta.json; "/" and ":" in names are "__" in files
 */
#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "cmd/call.h"
#include "exec/exec.h"
#include "fast/fast.h"
#include "tests/infer/agree.h"
#include "tests/unit/answers.h"

#define TOLERANCE 1e-4

struct tally {
	int ok, wrong, unsupported, failed;
	int fast;			/* that the fast mode takes */
	uint64_t nodes, agreed;		/* that ran; that inference knew of in their place */
	char *missing;			/* the list's text, or NULL: all may be missing */
};

static bool same(const struct tensor *a, const struct tensor *b, char *why, size_t n)
{
	double scale = 0, worst = 0;

	if (a->dtype != b->dtype || !shape_eq(tensor_shape(a), tensor_shape(b))) {
		struct str s = STR_INIT;

		str_addf(&s, "%s ", dtype_info(a->dtype)->name);
		shape_str(&s, tensor_shape(a));
		str_addf(&s, ", expected %s ", dtype_info(b->dtype)->name);
		shape_str(&s, tensor_shape(b));
		snprintf(why, n, "%s", str_z(&s));
		str_free(&s);
		return false;
	}
	if (dtype_info(a->dtype)->kind != DK_FLOAT) {
		snprintf(why, n, "values differ");
		return tensor_same(a, b);
	}
	for (int64_t i = 0; i < a->n; i++) {
		double v = fabs(tensor_get_f64(b, i));

		scale = isfinite(v) && v > scale ? v : scale;
	}
	for (int64_t i = 0; i < a->n; i++) {
		double x = tensor_get_f64(a, i), y = tensor_get_f64(b, i);

		if (x == y || (isnan(x) && isnan(y)))
			continue;
		worst = fmax(worst, isfinite(x) && isfinite(y) && scale > 0 ?
			     fabs(x - y) / scale : INFINITY);
	}
	snprintf(why, n, "off by %.2g of its scale", worst);
	return worst <= TOLERANCE;
}

static void line(const char *model, struct sv sig, const char *verdict, const char *what)
{
	printf("%-12s %s %.*s%s%s\n", verdict, model, SV_ARG(sig), what[0] ? ": " : "", what);
}

static void compare(const char *model, const char *dir, const struct signature *sig,
		    const struct exec *x, bool repeatable, struct tally *t)
{
	bool ok = true;

	for (uint32_t i = 0; i < sig->n_out && ok; i++) {
		struct tensor *want = answers_read(dir, sig->key, "out", sig->out[i].key);
		char why[200] = "", what[300];

		if (want && repeatable && !same(exec_fetch(x, i), want, why, sizeof(why))) {
			snprintf(what, sizeof(what), "%.*s: %s", SV_ARG(sig->out[i].key), why);
			line(model, sig->key, "WRONG", what);
			ok = false;
		}
		tensor_unref(want);
	}
	if (ok)
		line(model, sig->key, "ok", repeatable ? "" : "(not repeatable)");
	t->ok += ok;
	t->wrong += !ok;
}

static bool listed(const struct tally *t, const char *model, struct sv key)
{
	char *want = xasprintf("%s %.*s\n", model, SV_ARG(key)), *at = t->missing;

	while ((at = strstr(at, want)) && at != t->missing && at[-1] != '\n')
		at++;
	free(want);
	return at != NULL;
}

/* Runs to the end, each node held against what is inferred for it. */
static bool run_agreeing(struct exec *x, struct infer *inf, struct tally *t, struct err *err)
{
	struct agree_symbols symbols = { 0 };
	struct exec_event ev = { 0 };

	while (exec_step(x, EV_RAN, &ev, err) && ev.kind == EV_RAN) {
		struct igraph *ig;
		struct str path = STR_INIT;

		ig = agree_frame(inf, ev.frame);
		t->nodes++;
		t->agreed += ig != NULL;
		exec_path(ev.frame, ev.node, &path);
		if (ig && (!agree_ran(x, ig, ev.node, str_z(&path)) ||
			   !agree_symbols(&symbols, x, ev.frame, ig, ev.node, str_z(&path))))
			t->wrong++;
		str_free(&path);
	}
	agree_symbols_free(&symbols);
	return ev.kind == EV_DONE && !err_is(err);
}

/* The fast mode twice: the recorded answers, and the second time the same bits. */
static void run_fast(const char *model, const char *dir, const struct signature *sig, const struct exec *x,
		     bool repeatable, struct tally *t)
{
	struct tensor **first = xcalloc((size_t)sig->n_out + 1, sizeof(*first));
	struct exec *copy = exec_copy(x);
	struct str why = STR_INIT;
	struct fast *f = fast_new(copy, &why);
	struct err err = { 0 };
	bool ran = f != NULL;

	for (int round = 0; ran && round < 2; round++) {
		ran = fast_run(f, &why, &err);
		for (uint32_t i = 0; ran && i < sig->n_out; i++) {
			struct tensor *now = exec_fetch(copy, i);

			if (round == 0)
				first[i] = tensor_ref(now);
			else if (dtype_info(now->dtype)->kind != DK_OBJECT && !tensor_same(first[i], now)) {
				line(model, sig->key, "WRONG", "the fast mode gives other bits the second time");
				t->wrong++;
			}
		}
	}
	if (ran) {
		int ok = t->ok;

		compare(model, dir, sig, copy, repeatable, t);
		t->fast += t->ok - ok;
		t->ok = ok;
	}
	printf("             %s%s\n", ran ? "in the fast mode too" : "not in the fast mode: ", ran ? "" : str_z(&why));
	for (uint32_t i = 0; i < sig->n_out; i++)
		tensor_unref(first[i]);
	free(first);
	fast_free(f);
	exec_free(copy);
	str_free(&why);
	err_clear(&err);
}

static void verdict(const char *model, const char *dir, const struct signature *sig, struct exec *x,
		    const char *meta, struct err *err, struct tally *t)
{
	struct infer *inf = x ? infer_new(session_metagraph(exec_session(x)), NULL) : NULL;
	bool ran, no;
	char *text;

	if (x)
		run_fast(model, dir, sig, x, answers_flag(meta, sig->key, "repeatable"), t);
	ran = x && run_agreeing(x, inf, t, err);

	infer_free(inf);
	if (ran) {
		compare(model, dir, sig, x, answers_flag(meta, sig->key, "repeatable"), t);
		if (t->missing && listed(t, model, sig->key))
			printf("             on the list of what may be missing, but it runs\n");
		return;
	}
	no = err->kind == ERR_KIND_UNSUPPORTED;
	text = err_text(err);
	line(model, sig->key, no ? "unsupported" : "FAILED", text);
	free(text);
	if (no && t->missing && !listed(t, model, sig->key)) {
		printf("             that is not on the list of what may be missing\n");
		no = false;
	}
	t->unsupported += no;
	t->failed += !no;
}

/* The answers come from one session in which each signature ran twice, so that its state shows in
 * those that come later. */
static void run_signature(const char *model, const char *dir, struct session *s,
			  const struct signature *sig, const char *meta, struct tally *t)
{
	struct tensor **feed = xcalloc((size_t)sig->n_in + 1, sizeof(struct tensor *));
	struct err err = { 0 };
	struct exec *x;

	for (uint32_t i = 0; i < sig->n_in; i++)
		feed[i] = answers_read(dir, sig->key, "in", sig->in[i].key);
	x = s ? exec_new_signature(s, sig, feed, &err) : NULL;
	verdict(model, dir, sig, x, meta, &err, t);
	exec_free(x);
	x = s && !answers_flag(meta, sig->key, "repeatable") ? exec_new_signature(s, sig, feed, NULL) : NULL;
	if (x)
		exec_run(x, NULL);
	exec_free(x);
	err_clear(&err);
	for (uint32_t i = 0; i < sig->n_in; i++)
		tensor_unref(feed[i]);
	free(feed);
}

/* Entry "fn-NAME-N": trace N of the root's function NAME. */
static void run_function(const char *model, const char *dir, const struct metagraph *mg,
			 const char *entry, const char *meta, struct tally *t)
{
	struct sv name = sv_sub(sv_of(entry), 3, (size_t)sv_rfind(sv_of(entry), '-'));
	struct err err = { 0 };
	struct callable *c = callable_find(mg, name, &err);
	struct session *s = session_new(mg, NULL, &err);
	struct tensor *arg[64] = { 0 };
	struct exec *x = NULL;
	struct call call = { 0 };
	struct signature none = { .key = sv_of(entry) };
	bool ok = c && s && call_of_trace(&call, c, (uint32_t)atoi(strrchr(entry, '-') + 1), &err);

	if (ok)
		call.sig->key = sv_of(entry);
	for (size_t i = 0; ok && i < call.n_args && i < 64; i++) {
		arg[i] = answers_read(dir, sv_of(entry), "in", call.sig->in[i].key);
		ok = arg[i] || err_set(&err, ERR_KIND_INPUT, ERR_NOT_FOUND, "no input %.*s",
				       SV_ARG(call.sig->in[i].key));
	}
	if (ok)
		x = exec_new_call(s, call.trace, arg, call.n_args, &err);
	verdict(model, dir, call.sig ? call.sig : &none, x, meta, &err, t);
	exec_free(x);
	for (int i = 0; i < 64; i++)
		tensor_unref(arg[i]);
	call_free(&call);
	session_free(s);
	callable_free(c);
	err_clear(&err);
}

static void run_functions(const char *model, const char *dir, const struct metagraph *mg,
			  const char *meta, struct tally *t)
{
	struct dirent **list;
	int n = scandir(dir, &list, NULL, alphasort);

	for (int i = 0; i < n; i++) {
		if (!strncmp(list[i]->d_name, "fn-", 3) && answers_flag(meta, sv_of(list[i]->d_name), "ran"))
			run_function(model, dir, mg, list[i]->d_name, meta, t);
		free(list[i]);
	}
	if (n >= 0)
		free(list);
}

static void run_model(const char *folder, const char *name, struct tally *t)
{
	char *path = xasprintf("%s/%s/model", folder, name);
	char *dir = xasprintf("%s/%s/expected", folder, name);
	char *json = xasprintf("%s/meta.json", dir), *meta = answers_slurp(json);
	struct err err = { 0 };
	struct model *m = meta ? model_open(path, &err) : NULL;

	for (int g = 0; m && g < model_n_metagraphs(m); g++) {
		const struct metagraph *mg = model_metagraph(m, g);
		struct session *s = session_new(mg, NULL, NULL);

		for (uint32_t i = 0; i < mg->n_sigs; i++)
			if (answers_flag(meta, mg->sigs[i].key, "ran"))
				run_signature(name, dir, s, &mg->sigs[i], meta, t);
		session_free(s);
		if (mg->has_object_graph)
			run_functions(name, dir, mg, meta, t);
	}
	if (meta && !m) {
		char *text = err_text(&err);

		line(name, SV(""), "not opened", text);
		free(text);
		t->failed++;
	}
	err_clear(&err);
	model_close(m);
	free(path);
	free(dir);
	free(json);
	free(meta);
}

static int visible(const struct dirent *e)
{
	return e->d_name[0] != '.';
}

int main(int argc, char **argv)
{
	struct dirent **list;
	struct tally t = { 0 };
	bool all = argc > 1 && !strcmp(argv[1], "--all");
	int n;

	argc -= all;
	argv += all;
	if (argc < 2) {
		printf("skipped: no folder of models given\n");
		return 77;
	}
	if (argc > 2 && argv[2][0] == '@') {
		t.missing = answers_slurp(argv[2] + 1);
		argc = 2;
		if (!t.missing) {
			printf("no list %s\n", argv[2] + 1);
			return 1;
		}
	}
	n = scandir(argv[1], &list, visible, alphasort);
	for (int i = 0; i < n; i++) {
		if (argc < 3 || !strcmp(argv[2], list[i]->d_name))
			run_model(argv[1], list[i]->d_name, &t);
		free(list[i]);
	}
	if (n >= 0)
		free(list);
	printf("%llu nodes ran, %llu of them in a place that inference knows\n", (unsigned long long)t.nodes,
	       (unsigned long long)t.agreed);
	printf("%d in the fast mode too\n", t.fast);
	printf("%d ok, %d wrong, %d unsupported, %d failed\n", t.ok, t.wrong, t.unsupported,
	       t.failed);
	free(t.missing);
	return t.wrong + t.failed > 0 || t.ok + t.unsupported == 0 || (all && t.unsupported);
}
