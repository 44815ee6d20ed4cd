/*
 * What comparisons stand on: distances of tensors (debug/gap), forms of others' tensors (debug/fit), a run in float64
 * with errors planted into it (debug/shadow), and the readers of other programs' files (feed/refs) on whole, cut and
 * changed bytes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fmap.h"
#include "base/mem.h"
#include "debug/fit.h"
#include "debug/gap.h"
#include "debug/shadow.h"
#include "feed/feed.h"
#include "feed/refs.h"
#include "tests/fuzz/random.h"

static char *in_top(const char *rel)
{
	const char *s = getenv("srcdir");

	return xasprintf("%s/%s", s ? s : ".", rel);
}

static struct tensor *literal(enum dtype t, const char *text)
{
	struct err e = { 0 };
	struct tensor *x = feed_literal(t, sv_of(text), &e);

	assert_non_null(x);
	return x;
}

/* ---- distances ---- */

static void distances(void **state)
{
	struct tensor *a = literal(DT_FLOAT, "[1.0, 2.0, -4.0]"), *b = literal(DT_FLOAT, "[1.0, 2.5, -4.0]");
	struct tensor *n = literal(DT_FLOAT, "[1.0, 2.0]"), *d;
	struct gap g;

	(void)state;
	gap_measure(a, b, &g);
	assert_false(g.type || g.exact);
	assert_int_equal(g.n_out, 1);
	assert_int_equal(g.at, 1);
	assert_true(g.most == 0.5 && g.scale == 4 && g.rel == 0.125);
	assert_true(g.ulps == 0.5 / ldexp(1, -22));	/* floats at 2 are 2^-22 apart */
	assert_true(fabs(g.cosine - (1 + 5 + 16) / sqrt(21.0 * 23.25)) < 1e-15);
	gap_measure(a, a, &g);
	assert_true(g.most == 0 && g.n_out == 0 && g.ulps == 0 && g.at == -1);
	gap_measure(a, n, &g);
	assert_true(g.type);
	d = tensor_cast(b, DT_DOUBLE, NULL);	/* against float64: in a's units */
	gap_measure(a, d, &g);
	assert_true(!g.type && g.most == 0.5);
	tensor_unref(d);
	tensor_unref(a);
	tensor_unref(b);
	tensor_unref(n);
	a = literal(DT_STRING, "['x', 'y']");
	b = literal(DT_STRING, "['x', 'z']");
	gap_measure(a, b, &g);
	assert_true(g.exact && g.n_out == 1 && g.at == 1);
	tensor_unref(a);
	tensor_unref(b);
	assert_true(isinf(gap_between(NAN, 1)) && gap_between(NAN, NAN) == 0 && isinf(gap_between(INFINITY, 1)));
	assert_true(gap_ulp(DT_FLOAT, 1) == ldexp(1, -23) && gap_ulp(DT_HALF, 1) == ldexp(1, -10));
	assert_true(gap_ulp(DT_FLOAT, 0) == ldexp(1, -149) && gap_ulp(DT_HALF, 0) == ldexp(1, -24));
}

/* ---- forms ---- */

/* Values that tell each element from the others; dims are moved: theirs[i] = ours[perm[i]]. */
static struct tensor *moved(const struct tensor *t, const int *perm)
{
	int64_t dim[4], at[4];
	struct tensor *m;

	for (int i = 0; i < t->rank; i++)
		dim[i] = t->dim[perm[i]];
	m = tensor_new(t->dtype, t->rank, dim, NULL);
	for (int64_t i = 0; i < t->n; i++) {
		int64_t rest = i, to = 0;

		for (int k = t->rank - 1; k >= 0; k--) {
			at[k] = rest % t->dim[k];
			rest /= t->dim[k];
		}
		for (int k = 0; k < t->rank; k++)
			to = to * dim[k] + at[perm[k]];
		((float *)m->data)[to] = ((const float *)t->data)[i];
	}
	return m;
}

static struct tensor *numbered(int rank, const int64_t *dim)
{
	struct tensor *t = tensor_new(DT_FLOAT, rank, dim, NULL);

	for (int64_t i = 0; i < t->n; i++)
		((float *)t->data)[i] = (float)(1 + (i * 37) % 101 + i * 0.01);
	return t;
}

static void fits(const struct tensor *ours, struct tensor *theirs, const char *text)
{
	struct fit f = fit_find(ours, theirs);
	struct tensor *t = fit_apply(&f, theirs, ours, NULL);

	assert_true(f.is);
	assert_string_equal(f.text, text);
	assert_true(fit_class(ours) == fit_class(theirs));
	assert_true(t && tensor_same(t, ours));
	tensor_unref(t);
	tensor_unref(theirs);
}

static void forms(void **state)
{
	static const int nchw[] = { 0, 3, 1, 2 }, oihw[] = { 3, 2, 0, 1 }, turn[] = { 1, 0 };
	static const int64_t picture[] = { 2, 5, 4, 3 }, cube[] = { 1, 4, 4, 4 }, square[] = { 3, 3 },
			     row[] = { 1, 12 }, flat[] = { 12 }, one[] = { 1, 3, 5, 7 };
	struct tensor *a = numbered(4, picture), *c = numbered(4, cube), *s = numbered(2, square),
		      *r = numbered(2, row);
	struct tensor *p = numbered(4, one), *x, *h;
	struct fit f;

	(void)state;
	fits(a, tensor_ref(a), "");
	fits(a, moved(a, nchw), "transposed from NCHW");
	fits(a, moved(a, oihw), "transposed from OIHW");
	fits(p, moved(p, nchw), "transposed from NCHW");
	fits(c, moved(c, nchw), "transposed from NCHW");	/* the shape does not tell, the values do */
	fits(s, moved(s, turn), "transposed");
	x = numbered(1, flat);
	fits(r, x, "dimensions of 1 aside");
	h = tensor_cast(r, DT_DOUBLE, NULL);
	fits(r, h, "float64");
	h = tensor_cast(r, DT_HALF, NULL);
	f = fit_find(r, h);
	assert_true(f.is && f.coarse == ldexp(1, -11));
	tensor_unref(h);
	/* what differs stays in its own order; what cannot be does not fit */
	x = tensor_copy(c, NULL);
	((float *)x->data)[5] += 1;
	f = fit_find(c, x);
	assert_true(f.is && !*f.text);
	tensor_unref(x);
	assert_false(fit_find(a, c).is);
	x = literal(DT_STRING, "['a', 'b', 'c']");
	h = literal(DT_FLOAT, "[1.0, 2.0, 3.0]");
	assert_false(fit_find(x, h).is);
	tensor_unref(x);
	tensor_unref(h);
	tensor_unref(a);
	tensor_unref(c);
	tensor_unref(s);
	tensor_unref(r);
	tensor_unref(p);
}

/* ---- planted errors ---- */

struct planted {
	struct model *model;
	struct session *s;
	struct exec *x;
	struct tape *tape;
};

/* The model's run, what the node of that name makes being changed by so much of itself. */
static void run_planted(struct planted *p, const char *path, const struct tensor *in, const char *name, double by)
{
	struct err e = { 0 };
	char *folder = in_top(path);
	const struct metagraph *mg;
	const struct signature *sig;
	struct tensor *feed[1] = { (struct tensor *)in };
	struct exec_event ev = { .kind = EV_RAN };
	uint32_t hits = 0;

	p->model = model_open(folder, &e);
	assert_non_null(p->model);
	mg = model_metagraph(p->model, 0);
	assert_non_null(mg);
	sig = metagraph_signature(mg, SV("serving_default"));
	p->s = session_new(mg, &(struct session_opts){ .seed = 1 }, &e);
	p->x = exec_new_signature(p->s, sig, feed, &e);
	assert_non_null(p->x);
	p->tape = tape_new();
	while (ev.kind != EV_DONE) {
		assert_true(exec_step(p->x, EV_RAN, &ev, &e));
		if (ev.kind != EV_RAN)
			continue;
		if (by != 0 && sv_is(graph_node_name(frame_graph(ev.frame), ev.node), name)) {
			struct tensor *t = tensor_copy(exec_out(p->x, 0), NULL);

			((float *)t->data)[0] *= (float)(1 + by);
			assert_true(exec_set_out(p->x, 0, t, &e));
			tensor_unref(t);
			hits++;
		}
		tape_add(p->tape, p->x, &ev);
	}
	assert_true(by == 0 || hits == 1);
	free(folder);
}

static void planted_free(struct planted *p)
{
	tape_free(p->tape);
	exec_free(p->x);
	session_free(p->s);
	model_close(p->model);
}

/* A kernel that gets one element wrong by a thousandth is found, by name, and its neighbours are not. */
static void plants(void **state)
{
	static const char *const nodes[] = { "first/Conv2D", "first/BiasAdd", "second/Conv2D", "second/Sigmoid",
					     "average",	     "scores/MatMul", "probabilities" };
	char *picture = in_top("tests/models/references/picture.npy");
	struct err e = { 0 };
	struct feed_item item = { .file = picture };
	struct tensor *in = feed_load(&item, NULL, NULL, &e);
	struct shadow *s;
	struct planted p;

	(void)state;
	assert_non_null(in);
	run_planted(&p, "tests/models/references/net", in, "", 0);
	s = shadow_new(p.tape, &e);
	assert_true(s && s->n_judged > 8);
	assert_null(shadow_first(s, 1));
	shadow_free(s);
	planted_free(&p);
	for (size_t i = 0; i < sizeof(nodes) / sizeof(*nodes); i++) {
		const struct shadow_row *r;

		run_planted(&p, "tests/models/references/net", in, nodes[i], 1e-3);
		s = shadow_new(p.tape, &e);
		r = shadow_first(s, SHADOW_LIMIT);
		assert_non_null(r);
		assert_true(sv_is(tape_event(p.tape, r->event)->n->name, nodes[i]));
		assert_int_equal(r->at, 0);
		/* whose neighbours are not blamed */
		for (size_t k = 0; k < s->row.n; k++)
			assert_true(&s->row.p[k] == r || s->row.p[k].times < 1.5);
		shadow_free(s);
		planted_free(&p);
	}
	tensor_unref(in);
	free(picture);
}

/* ---- files of others, damaged ---- */

/* Everything that a path gives, read; how many tensors. An error is fine, a crash is not. */
static size_t read_all(const char *path)
{
	struct err e = { 0 };
	struct refs *r = refs_are(path) ? refs_open(path, &e) : NULL;
	size_t n = 0;

	for (size_t i = 0; r && i < refs_n(r); i++) {
		struct err one = { 0 };
		struct tensor *t = refs_load(r, i, &one);

		assert_true(t != NULL || err_is(&one));
		assert_non_null(refs_at(r, i).name);
		n += t != NULL;
		tensor_unref(t);
		err_clear(&one);
	}
	refs_free(r);
	err_clear(&e);
	return n;
}

static void write_bytes(const char *path, const char *p, size_t n)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(p, 1, n, f), n);
	fclose(f);
}

/* Cut anywhere (short files: everywhere), and with bytes changed. */
static void damage(const char *rel, size_t whole)
{
	char *path = in_top(rel), *end = strrchr(rel, '.'),
	     *copy = xasprintf("compare_test_%ld%s", (long)getpid(), end);
	struct err e = { 0 };
	struct fmap *f = fmap_open(path, &e);
	size_t step, cut_whole = 0;
	char *bytes;

	assert_non_null(f);
	assert_int_equal(read_all(path), whole);
	bytes = xmalloc(f->n + 1);
	step = f->n > 700 ? f->n / 350 : 1;
	for (size_t n = 0; n < f->n; n += step) {
		write_bytes(copy, (const char *)f->p, n);
		cut_whole += read_all(copy) == whole && whole > 1;
	}
	assert_int_equal(cut_whole, 0);	/* nothing cut passes for whole */
	for (int i = 0; i < 400; i++) {
		memcpy(bytes, f->p, f->n);
		for (int64_t k = below(4); k >= 0; k--)
			bytes[below((int64_t)(i % 2 && f->n > 300 ? 300 : f->n))] =
				chance(50) ? (char)next() : (char)0xff;
		write_bytes(copy, bytes, f->n);
		read_all(copy);
	}
	unlink(copy);
	free(bytes);
	fmap_close(f);
	free(path);
	free(copy);
}

static void damaged(void **state)
{
	(void)state;
	rng = 7;
	damage("tests/models/references/named.npz", 6);
	damage("tests/models/references/outputs.json", 9);
	damage("tests/models/references/inputs.json", 1);
	damage("tests/models/references/typed.pb", 1);
	damage("tests/models/references/test_data_set_0/output_0.pb", 1);
	damage("tests/models/references/node_dump/_c_MaxPool_output_0.tensorproto", 1);
	damage("tests/models/references/arrays/first.npy", 1);
}

/* A folder with something that is no tensor: said, the others read. */
static void mixed(void **state)
{
	char *home = xasprintf("compare_test_%ld.d", (long)getpid()), *bad = xasprintf("%s/bad.pb", home);
	char *good = xasprintf("%s/deep/good.npy", home), *deep = xasprintf("%s/deep", home), *from;
	struct err e = { 0 };
	struct refs *r;
	struct fmap *f;

	(void)state;
	assert_int_equal(mkdir(home, 0777), 0);
	assert_int_equal(mkdir(deep, 0777), 0);
	write_bytes(bad, "\xff\xff\xff", 3);
	from = in_top("tests/models/references/arrays/average.npy");
	f = fmap_open(from, &e);
	write_bytes(good, (const char *)f->p, f->n);
	fmap_close(f);
	/* a folder of iterations: the first one's */
	for (int i = 0; i < 2; i++) {
		char *to = xasprintf("%s/%d.json", home, i);

		free(from);
		from = in_top("tests/models/references/outputs.json");
		f = fmap_open(from, &e);
		write_bytes(to, (const char *)f->p, f->n);
		fmap_close(f);
		free(to);
	}
	r = refs_open(home, &e);
	assert_non_null(r);
	assert_int_equal(refs_n(r), 1 + 9);
	assert_non_null(strstr(refs_said(r), "the first of 2 files of results"));
	refs_free(r);
	for (int i = 0; i < 2; i++) {
		char *to = xasprintf("%s/%d.json", home, i);

		unlink(to);
		free(to);
	}
	r = refs_open(home, &e);
	assert_non_null(r);
	assert_int_equal(refs_n(r), 1);
	assert_string_equal(refs_at(r, 0).name, "deep/good");
	assert_non_null(strstr(refs_said(r), "bad.pb"));
	refs_free(r);
	unlink(bad);
	unlink(good);
	rmdir(deep);
	rmdir(home);
	free(home);
	free(bad);
	free(good);
	free(deep);
	free(from);
}

/* Shapes that promise more than there is are refused before anything is allocated. */
static void promises(void **state)
{
	/* dims 2^31 twice, float, no data; dims 3, 8 bytes raw; a type that nobody has; data in another file */
	static const char *const bytes[] = {
		"\x08\x80\x80\x80\x80\x08\x08\x80\x80\x80\x80\x08\x10\x01", "\x08\x03\x10\x01\x4a\x08" "12345678",
		"\x08\x01\x10\x63", "\x08\x01\x10\x01\x6a\x00",
	};
	static const size_t n[] = { 14, 14, 4, 6 };
	char *path = xasprintf("compare_test_%ld.tensorproto", (long)getpid());

	(void)state;
	for (size_t i = 0; i < sizeof(n) / sizeof(*n); i++) {
		write_bytes(path, bytes[i], n[i]);
		assert_int_equal(read_all(path), 0);
	}
	write_bytes(path, "\x08\x02\x10\x01\x4a\x08" "12345678", 14);
	assert_int_equal(read_all(path), 1);
	unlink(path);
	free(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(distances), cmocka_unit_test(forms),	cmocka_unit_test(plants),
		cmocka_unit_test(damaged),   cmocka_unit_test(mixed), cmocka_unit_test(promises),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
