/*
 * Gradients of whole signatures: against TensorFlow's (tests/recipes/gradients_models.py says what the files hold),
 * and, which needs nobody's word, against differences of the run itself.
 *
 *   grad_models [-t] ZOO GRADS [MODEL]	ZOO/MODEL/{model,expected}, GRADS/MODEL/SIGNATURE.npz
 *					-t: no differences, for models whose gradients are none of a slope
 *
 * Differences: along a direction of plus and minus ones (and zeros where a value is 0), by each float input and by all variables together, for
 * some step h, (f(x + h d) - f(x - h d)) / 2h must be what the gradient says to 2 %, plus what rounding in f
 * explains. f is the outputs' elements times the upstream.
 */
#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../ops/case_file.h"
#include "base/mem.h"
#include "debug/gradient.h"
#include "tests/unit/answers.h"

#define CLOSE 2e-4
#define NEAR 0.02

static int passed, failed, differences, skipped;
static bool tensorflow_only;

static bool fail(const char *where, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
static bool fail(const char *where, const char *fmt, ...)
{
	va_list ap;

	printf("FAIL %s: ", where);
	va_start(ap, fmt);
	vprintf(fmt, ap);
	va_end(ap);
	putchar('\n');
	return false;
}

static bool fail_err(const char *where, struct err *err)
{
	char *text = err_text(err);

	fail(where, "%s", text);
	free(text);
	err_clear(err);
	return false;
}

/* One signature. */
struct one {
	const char *where;
	struct dbg *d;
	const struct signature *sig;
	struct tensor **in;
	struct taped t;
	struct gradient *g;
	double largest; /* of all gradients */
};

static bool is_float(const struct tensor *t)
{
	return t && dtype_info(t->dtype)->kind == DK_FLOAT;
}

static double upstream(int64_t i, uint32_t k)
{
	return (double)((37 * i + 11 + 5 * k) % 19 - 9) / 8;
}

static bool run(struct one *o, struct err *err)
{
	if (!dbg_start(o->d, err))
		return false;
	while (dbg_state(o->d) == DBG_STOPPED)
		if (!dbg_continue(o->d, err))
			return false;
	return dbg_state(o->d) == DBG_DONE ||
	       err_set(err, ERR_KIND_OP, ERR_UNKNOWN, "the run fails");
}

/* f, and the sum of its terms' magnitudes. */
static double value(const struct one *o, double *size)
{
	double f = 0;

	*size = 0;
	for (uint32_t k = 0; k < o->sig->n_out; k++) {
		const struct tensor *t = dbg_output(o->d, k);

		for (int64_t i = 0; is_float(t) && i < t->n; i++) {
			double v = upstream(i, k) * tensor_get_f64(t, i);

			f += v;
			*size += fabs(v);
		}
	}
	return f;
}

static bool backwards(struct one *o, struct err *err)
{
	struct gradient_seed *seed = xcalloc((size_t)o->sig->n_out + 1, sizeof(*seed));
	struct gradient_want w = {.value = o->t.in, .n_values = o->t.n_in, .all_variables = true};
	uint32_t n = 0;

	for (uint32_t k = 0; k < o->t.n_out; k++) {
		const struct tape_value *v = tape_value(o->t.tape, o->t.out[k]);
		struct tensor *up;

		if (!v || !is_float(v->t))
			continue;
		up = tensor_new(DT_DOUBLE, v->t->rank, v->t->dim, err);
		for (int64_t i = 0; up && i < up->n; i++)
			((double *)up->data)[i] = upstream(i, k);
		seed[n++] = (struct gradient_seed){o->t.out[k], tensor_cast(up, v->t->dtype, err)};
		tensor_unref(up);
	}
	o->g = gradient_new(o->t.tape, seed, n, &w, err);
	while (n-- > 0)
		tensor_unref(seed[n].g);
	free(seed);
	return o->g != NULL;
}

/* ---- against TensorFlow ---- */

static struct tensor *by_name(const struct one *o, bool input, struct sv name)
{
	for (uint32_t i = 0; input && i < o->sig->n_in; i++)
		if (sv_eq(o->sig->in[i].key, name))
			return gradient_by_value(o->g, o->t.in[i]);
	for (uint32_t i = 0; !input && i < gradient_n_variables(o->g); i++) {
		const struct object *v = gradient_variable(o->g, i);

		if (sv_is(name, ((const struct resource *)v)->name))
			return gradient_by_resource(o->g, v);
	}
	return NULL;
}

static bool close_to(const struct one *o, struct sv name, const struct tensor *got,
		     const struct tensor *want)
{
	double scale = 1e-4 * o->largest; /* below that it is rounding alone */

	if (got->dtype != want->dtype || !shape_eq(tensor_shape(got), tensor_shape(want)))
		return fail(o->where, "the gradient by %.*s has another type or shape",
			    SV_ARG(name));
	for (int64_t i = 0; i < want->n; i++)
		scale = fmax(scale,
			     isfinite(tensor_get_f64(want, i)) ? fabs(tensor_get_f64(want, i)) : 0);
	for (int64_t i = 0; i < want->n; i++) {
		double g = tensor_get_f64(got, i), w = tensor_get_f64(want, i);

		if (!(g == w || (isnan(g) && isnan(w)) || fabs(g - w) <= CLOSE * scale))
			return fail(o->where,
				    "by %.*s element %lld is %.9g, not %.9g (%.3g of the scale)",
				    SV_ARG(name), (long long)i, g, w, fabs(g - w) / scale);
	}
	return true;
}

static bool compare_line(const struct one *o, struct case_file *f, struct sv line)
{
	bool input = sv_starts(line, SV("in\t")), ok = true;
	long tab = sv_rfind(line, '\t');
	struct sv name = sv_sub(line, input ? 3 : 4, (size_t)tab);
	char mark = line.p[tab + 1], *member;
	struct tensor *got = by_name(o, input, name), *want;
	struct err err = {0};

	if (mark == '-')
		return !got || fail(o->where, "there is a gradient by %.*s, TensorFlow has None",
				    SV_ARG(name));
	if (!got)
		return fail(o->where, "there is no gradient by %.*s", SV_ARG(name));
	if (mark != 'g')
		return true;
	member = xasprintf("%s.%.*s", input ? "in" : "var", SV_ARG(name));
	want = case_tensor(f, member, got->dtype, &err);
	ok = want ? close_to(o, name, got, want) : fail_err(o->where, &err);
	tensor_unref(want);
	free(member);
	return ok;
}

static double magnitude(const struct tensor *t)
{
	double m = 0;

	for (int64_t i = 0; t && i < t->n; i++)
		m = fmax(m, fabs(tensor_get_f64(t, i)));
	return m;
}

static void find_largest(struct one *o)
{
	for (uint32_t i = 0; i < o->t.n_in; i++)
		o->largest = fmax(o->largest, magnitude(gradient_by_value(o->g, o->t.in[i])));
	for (uint32_t i = 0; i < gradient_n_variables(o->g); i++)
		o->largest =
			fmax(o->largest,
			     magnitude(gradient_by_resource(o->g, gradient_variable(o->g, i))));
}

static bool compare(const struct one *o, const char *npz)
{
	struct case_file f = {0};
	struct err err = {0};
	struct sv text;
	bool ok = case_archive(&f, npz, &err) || fail_err(o->where, &err);

	for (text = str_sv(&f.text); ok && text.n;) {
		long end = sv_find(text, '\n');
		struct sv line = sv_sub(text, 0, end < 0 ? text.n : (size_t)end);

		text = sv_sub(text, line.n + (end >= 0), text.n);
		ok = !line.n || line.p[0] == '#' || compare_line(o, &f, line);
	}
	case_close(&f);
	return ok;
}

/* ---- against differences ---- */

static uint32_t seed = 1;

static double sign(void)
{
	seed = seed * 1664525u + 1013904223u;
	return seed >> 31 ? 1 : -1;
}

/* x + h d, where d is d[] or made (then kept in it). */
static struct tensor *moved(const struct tensor *x, double h, const int8_t *d)
{
	struct tensor *t = tensor_cast(x, DT_DOUBLE, NULL), *back;

	for (int64_t i = 0; i < t->n; i++)
		((double *)t->data)[i] += h * d[i];
	back = tensor_cast(t, x->dtype, NULL);
	tensor_unref(t);
	return back;
}

/* Not at zeros, where a model may ask whether there is anything. */
static int8_t *direction(const struct tensor *x)
{
	int8_t *d = xcalloc((size_t)x->n + 1, 1);

	for (int64_t i = 0; i < x->n; i++)
		d[i] = tensor_get_f64(x, i) == 0 ? 0 : sign() > 0 ? 1 : -1;
	return d;
}

static double scale_of(const struct tensor *x)
{
	double s = 0;

	for (int64_t i = 0; i < x->n; i++)
		s = fmax(s, isfinite(tensor_get_f64(x, i)) ? fabs(tensor_get_f64(x, i)) : 0);
	return s > 0 ? s : 1;
}

static double along(const struct tensor *g, const int8_t *d)
{
	double sum = 0;

	for (int64_t i = 0; g && i < g->n; i++)
		sum += d[i] * tensor_get_f64(g, i);
	return sum;
}

struct move {
	uint32_t n, input; /* of variables; or the input */
	struct object **o;
	struct tensor **x;
	int8_t **d;
	double scale, slope; /* what the gradient says */
};

/* f there. */
static bool value_at(struct one *o, const struct move *m, double h, double *f, double *size)
{
	struct err err = {0};
	bool ok = true;

	if (m->o) {
		struct tensor **t = xcalloc((size_t)m->n + 1, sizeof(*t));

		for (uint32_t i = 0; i < m->n; i++)
			t[i] = moved(m->x[i], h, m->d[i]);
		ok = run(o, &err) && dbg_variables_put(o->d, m->o, t, m->n, &err) && run(o, &err);
		*f = ok ? value(o, size) : 0;
		ok = ok && dbg_variables_reset(o->d, &err);
		for (uint32_t i = 0; i < m->n; i++)
			tensor_unref(t[i]);
		free(t);
	} else {
		struct tensor *t = moved(m->x[0], h, m->d[0]);

		ok = dbg_set_input(o->d, m->input, t, NULL, &err) && run(o, &err);
		*f = ok ? value(o, size) : 0;
		dbg_set_input(o->d, m->input, m->x[0], NULL, &err);
		tensor_unref(t);
	}
	err_clear(&err);
	return ok;
}

static bool differences_agree(struct one *o, const struct move *m, const char *what)
{
	static const double steps[] = {1e-3, 1e-2, 1e-4, 3e-2};
	double fd = 0, noise = 0;

	for (size_t k = 0; k < sizeof(steps) / sizeof(steps[0]); k++) {
		double h = steps[k] * m->scale, a = 0, b = 0, size = 0;

		if (!value_at(o, m, h, &a, &size) || !value_at(o, m, -h, &b, &size))
			continue; /* beyond what the model takes */
		fd = (a - b) / (2 * h);
		noise = 0x1p-20 * size / h;
		if (!isfinite(fd) ||
		    fabs(fd - m->slope) <= NEAR * fmax(fabs(fd), fabs(m->slope)) + noise) {
			differences++;
			return true;
		}
	}
	return fail(o->where,
		    "along %s the differences are %.6g, the gradient says %.6g (rounding: %.2g)",
		    what, fd, m->slope, noise);
}

static bool by_input(struct one *o, uint32_t i)
{
	struct tensor *x = o->in[i];
	int8_t *d = direction(x);
	struct move m = {.input = i,
			 .x = &x,
			 .d = &d,
			 .scale = scale_of(x),
			 .slope = along(gradient_by_value(o->g, o->t.in[i]), d)};
	char *what = xasprintf("input %.*s", SV_ARG(o->sig->in[i].key));
	bool ok = differences_agree(o, &m, what);

	free(what);
	free(d);
	return ok;
}

static bool by_variables(struct one *o)
{
	uint32_t n = gradient_n_variables(o->g);
	struct move m = {.o = xcalloc((size_t)n + 1, sizeof(*m.o)),
			 .x = xcalloc((size_t)n + 1, sizeof(*m.x)),
			 .d = xcalloc((size_t)n + 1, sizeof(*m.d)),
			 .scale = INFINITY};
	bool ok = true;

	for (uint32_t i = 0; i < n; i++) {
		struct object *v = gradient_variable(o->g, i);
		struct tensor *g = gradient_by_resource(o->g, v), *x = var_object_value(v);

		if (!g || !is_float(x) || x->n != g->n)
			continue;
		m.o[m.n] = v;
		m.x[m.n] = tensor_ref(x);
		m.d[m.n] = direction(x);
		m.scale = fmin(m.scale, scale_of(x));
		m.slope += along(g, m.d[m.n++]);
	}
	if (m.n)
		ok = differences_agree(o, &m, "all variables");
	for (uint32_t i = 0; i < m.n; i++) {
		tensor_unref(m.x[i]);
		free(m.d[i]);
	}
	free(m.o);
	free(m.x);
	free(m.d);
	return ok;
}

/* What rounds and lets the gradient pass as if it did not has no slope to compare with. */
static bool straight_through(const struct one *o)
{
	bool yes = false;

	for (uint32_t i = 0; i < tape_n(o->t.tape); i++) {
		const struct tape_event *e = tape_event(o->t.tape, i);

		yes |= e->n && (sv_starts(e->n->op, SV("FakeQuant")) ||
				sv_starts(e->n->op, SV("QuantizeAndDe")));
	}
	return yes;
}

static bool check_differences(struct one *o)
{
	bool ok = true;

	if (straight_through(o)) {
		printf("no differences: %s rounds\n", o->where);
		skipped++;
		return true;
	}

	if (gradient_n_ends(o->g)) {
		struct gradient_end e = gradient_end_at(o->g, 0);

		printf("no differences: %s ends at %.*s: %s\n", o->where,
		       SV_ARG(tape_event(o->t.tape, e.event)->n->op), e.why);
		skipped++;
		return true;
	}
	for (uint32_t i = 0; ok && i < o->sig->n_in; i++)
		ok = !is_float(o->in[i]) || o->in[i]->n == 0 || by_input(o, i);
	return ok && by_variables(o);
}

/* ---- a model ---- */

static char *file_name(struct sv key)
{
	struct str s = STR_INIT;

	for (size_t i = 0; i < key.n; i++)
		if (key.p[i] == '/' || key.p[i] == ':')
			str_addz(&s, "__");
		else
			str_addc(&s, key.p[i]);
	return str_give(&s);
}

static bool inputs_set(struct one *o, const char *expected, struct err *err)
{
	bool any = o->sig->n_in == 0;

	for (uint32_t i = 0; i < o->sig->n_in; i++) {
		struct tensor *t = answers_read(expected, o->sig->key, "in", o->sig->in[i].key);
		bool ok = t && dbg_set_input(o->d, i, t, NULL, err);

		o->in[i] = t;
		any |= ok;
	}
	return any;
}

static bool same(const struct tensor *a, const struct tensor *b)
{
	return a && b ? tensor_same(a, b) : a == b;
}

/* The same bits when the history could keep nothing. */
static bool dropped_agrees(struct one *o)
{
	struct one again = { .where = o->where, .d = o->d, .sig = o->sig, .in = o->in };
	size_t budget = dbg_budget(o->d);
	struct err err = { 0 };
	bool ok;

	dbg_budget_set(o->d, 0);
	ok = run(&again, &err) && dbg_tape(o->d, &again.t, &err) && backwards(&again, &err);
	if (!ok)
		fail_err(o->where, &err);
	for (uint32_t i = 0; ok && i < o->t.n_in; i++)
		ok = same(gradient_by_value(o->g, o->t.in[i]), gradient_by_value(again.g, again.t.in[i])) ||
		     fail(o->where, "by input %u it is another gradient when values were dropped", i);
	for (uint32_t i = 0; ok && i < gradient_n_variables(o->g); i++) {
		const struct object *v = gradient_variable(o->g, i);

		ok = same(gradient_by_resource(o->g, v), gradient_by_resource(again.g, v)) ||
		     fail(o->where, "by variable %u it is another gradient when values were dropped", i);
	}
	gradient_free(again.g);
	taped_free(&again.t);
	dbg_budget_set(o->d, budget);
	return ok;
}

static bool judge_both(struct one *o, const char *npz)
{
	bool as_tensorflow;

	find_largest(o);
	as_tensorflow = access(npz, R_OK) != 0 || compare(o, npz);
	return dropped_agrees(o) && (tensorflow_only || check_differences(o)) && as_tensorflow;
}

static void judge(struct one *o, const char *npz)
{
	struct err err = {0};
	bool ok;

	if (!run(o, &err) || !dbg_tape(o->d, &o->t, &err) || !backwards(o, &err))
		ok = fail_err(o->where, &err);
	else
		ok = judge_both(o, npz);
	passed += ok;
	failed += !ok;
}

static void signature(const struct metagraph *mg, const struct signature *sig, const char *model,
		      const char *expected, const char *grads)
{
	char *name = file_name(sig->key), *npz = xasprintf("%s/%s/%s.npz", grads, model, name);
	char *where = xasprintf("%s %.*s", model, SV_ARG(sig->key));
	struct one o = {
		.where = where, .sig = sig, .in = xcalloc((size_t)sig->n_in + 1, sizeof(*o.in))};
	struct err err = {0};

	o.d = dbg_new(mg, &err);
	if (o.d && dbg_choose(o.d, sig, &err) && inputs_set(&o, expected, &err))
		judge(&o, npz);
	err_clear(&err);
	gradient_free(o.g);
	taped_free(&o.t);
	dbg_free(o.d);
	for (uint32_t i = 0; i < sig->n_in; i++)
		tensor_unref(o.in[i]);
	free(o.in);
	free(where);
	free(npz);
	free(name);
}

static void model(const char *zoo, const char *grads, const char *name)
{
	char *path = xasprintf("%s/%s/model", zoo, name),
	     *expected = xasprintf("%s/%s/expected", zoo, name);
	char *meta_path = xasprintf("%s/meta.json", expected), *meta = answers_slurp(meta_path);
	struct err err = {0};
	struct model *m = access(path, R_OK) ? NULL : model_open(path, &err);
	const struct metagraph *mg = m ? model_default(m, &err) : NULL;

	for (uint32_t i = 0; mg && i < mg->n_sigs; i++)
		if (answers_flag(meta, mg->sigs[i].key, "repeatable"))
			signature(mg, &mg->sigs[i], name, expected, grads);
	err_clear(&err);
	model_close(m);
	free(meta);
	free(meta_path);
	free(expected);
	free(path);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

int main(int argc, char **argv)
{
	VEC(char *) names = {0};
	struct dirent *e;
	DIR *d;

	tensorflow_only = argc > 1 && !strcmp(argv[1], "-t");
	argv += tensorflow_only;
	argc -= tensorflow_only;
	d = argc > 2 ? opendir(argv[1]) : NULL;

	if (!d) {
		fprintf(stderr, "usage: grad_models [-t] ZOO GRADS [MODEL]\n");
		return 2;
	}
	while ((e = readdir(d)))
		if (e->d_name[0] != '.' && (argc < 4 || !strcmp(argv[3], e->d_name)))
			vec_push(&names, xstrdup(e->d_name));
	closedir(d);
	if (names.n)
		qsort(names.p, names.n, sizeof(*names.p), by_text);
	for (size_t i = 0; i < names.n; i++) {
		model(argv[1], argv[2], names.p[i]);
		free(names.p[i]);
	}
	vec_free(&names);
	printf("%d passed, %d failed, %d directions agree, %d signatures without differences\n",
	       passed, failed, differences, skipped);
	return failed || !passed || (!differences && !tensorflow_only);
}
