/* grad: the gradient of an output's element, or of the sum of its elements, by inputs, variables, tensors. */
#include "cmd/grad.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "cmd/draw.h"
#include "cmd/element.h"
#include "cmd/json.h"
#include "cmd/rows.h"
#include "cmd/table.h"
#include "codec/zipwrite.h"
#include "tensor/npy.h"
#include "tensor/print.h"

/* Something that it is asked by. */
struct by {
	char *name;
	const char *kind; /* "input", "variable", "tensor" */
	uint32_t value;	  /* TAPE_NONE: a variable, or an input that the run did not reach */
	struct object *o;
	const struct tensor *x; /* its value; NULL: not there */
	struct tensor *g;	/* NULL: none; ref'd */
	char *why;		/* none: why */
};

struct asked {
	struct taped t;
	uint32_t out;  /* the value */
	int64_t place; /* of it, or -1: the sum */
	char *label;
	VEC(struct by) by;
	struct gradient *g;
};

static bool is_float(const struct tensor *t)
{
	return dtype_info(t->dtype)->kind == DK_FLOAT;
}

/* ---- what is asked ---- */

static bool default_output(struct asked *a, struct err *err)
{
	for (uint32_t i = 0; i < a->t.n_out; i++) {
		const struct tape_value *v = tape_value(a->t.tape, a->t.out[i]);

		if (v && is_float(v->t)) {
			a->out = a->t.out[i];
			return true;
		}
	}
	return err_set(
		err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
		"no output of floats is there: let the run come to its end, or name a tensor");
}

static int64_t largest(const struct tensor *t)
{
	int64_t best = 0;

	for (int64_t i = 1; i < t->n; i++)
		if (tensor_get_f64(t, i) > tensor_get_f64(t, best))
			best = i;
	return best;
}

static bool choose_output(struct cmd_call *c, struct asked *a, const char *text, struct err *err)
{
	struct sv name = SV(""), index = SV("");
	const struct tensor *t;
	char *base;

	if (text)
		slice_split(sv_of(text), &name, &index);
	if (!(text ? element_value(c->app, &a->t, name, &a->out, err) : default_output(a, err)))
		return false;
	t = tape_value(a->t.tape, a->out)->t;
	if (!is_float(t))
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "%s is %s: only floats have a gradient", text ? text : "the output",
			       dtype_text(t->dtype));
	a->place = -1;
	if (index.n && !element_place(t, index, &a->place, err))
		return false;
	if (!index.n && call_flag(c, "max") && t->n)
		a->place = largest(t);
	base = element_name(&a->t, a->out, a->place, true);
	a->label = a->place >= 0 || t->n == 1 ? xstrdup(base) : xasprintf("the sum of %s", base);
	free(base);
	return true;
}

static void add_by(struct asked *a, char *name, const char *kind, uint32_t value, struct object *o)
{
	const struct tape_value *v = tape_value(a->t.tape, value);
	struct by b = {.name = name,
		       .kind = kind,
		       .value = value,
		       .o = o,
		       .x = v	? v->t
			    : o ? var_object_value(o)
				: NULL};

	vec_push(&a->by, b);
}

static char *escaped(struct sv s)
{
	struct str z = STR_INIT;

	str_escaped(&z, s);
	return str_give(&z);
}

static void add_inputs(const struct app *app, struct asked *a)
{
	const struct signature *sig = dbg_signature(app->dbg);

	for (uint32_t i = 0; i < sig->n_in; i++)
		add_by(a, escaped(sig->in[i].key), "input", a->t.in[i], NULL);
}

/* Every variable that the run has met, or the one of that name (or whose name ends so, at a slash). */
static uint32_t add_variables(struct asked *a, struct sv name)
{
	uint32_t n = 0;

	for (uint32_t v = 0; tape_value(a->t.tape, v); v++) {
		struct object *o = tape_resource(a->t.tape, v);
		struct sv own = sv_of(taped_variable(&a->t, o));
		bool known = false;

		for (size_t i = 0; i < a->by.n; i++)
			known |= a->by.p[i].o == o;
		if (!own.n || known)
			continue;
		if (name.n && !sv_eq(own, name) &&
		    !(sv_ends(own, name) && own.n > name.n && own.p[own.n - name.n - 1] == '/'))
			continue;
		add_by(a, escaped(own), "variable", TAPE_NONE, o);
		n++;
	}
	return n;
}

static bool add_named(struct app *app, struct asked *a, const char *text, struct err *err)
{
	const struct signature *sig = dbg_signature(app->dbg);
	uint32_t value;

	for (uint32_t i = 0; i < sig->n_in; i++)
		if (sv_is(sig->in[i].key, text)) {
			add_by(a, escaped(sig->in[i].key), "input", a->t.in[i], NULL);
			return true;
		}
	if (add_variables(a, sv_of(text)))
		return true;
	if (!element_value(app, &a->t, sv_of(text), &value, err))
		return false;
	add_by(a, element_name(&a->t, value, -1, true), "tensor", value, NULL);
	return true;
}

static int by_name(const void *a, const void *b)
{
	return sv_natcmp(sv_of(((const struct by *)a)->name), sv_of(((const struct by *)b)->name));
}

static bool choose_by(struct cmd_call *c, struct asked *a, int from, struct err *err)
{
	if (from >= c->argc) {
		size_t n;

		add_inputs(c->app, a);
		n = a->by.n;
		add_variables(a, SV(""));
		qsort(a->by.p + n, a->by.n - n, sizeof(*a->by.p), by_name);
		return true;
	}
	for (int i = from; i < c->argc; i++)
		if (!add_named(c->app, a, c->argv[i], err))
			return false;
	return true;
}

/* ---- the answer ---- */

static const char *why_not(const struct asked *a, const struct tape_event *e)
{
	const struct tape_value *out = e->n_out ? tape_value(a->t.tape, e->out[0]) : NULL;

	if (grad_is_end(e->n->op))
		return "not differentiable";
	if (!grad_has_rule(e->n->op))
		return "no gradient is defined for it";
	return out && !is_float(out->t) ? "which makes no floats" : "which has none by this input";
}

static char *barrier_text(const struct asked *a, const struct by *b)
{
	uint32_t at =
		b->value == TAPE_NONE && !b->o ? TAPE_NONE : gradient_barrier(a->g, b->value, b->o);
	const struct tape_event *e = tape_event(a->t.tape, at);
	struct str s = STR_INIT;

	if (b->x && !is_float(b->x))
		str_addf(&s, "%s has none", dtype_text(b->x->dtype));
	else if (!e)
		str_addz(&s, "not connected");
	if (e) {
		str_addz(&s, s.n ? "; ends at " : "ends at ");
		str_escaped(&s, e->n->name);
		str_addf(&s, "%s (%.*s), %s", e->iter, SV_ARG(e->n->op), why_not(a, e));
	}
	return str_give(&s);
}

static bool times_value(struct by *b, struct err *err)
{
	struct tensor *t = tensor_cast(b->g, DT_DOUBLE, err), *back;

	if (!t)
		return false;
	for (int64_t i = 0; i < t->n; i++)
		((double *)t->data)[i] *= tensor_get_f64(b->x, i);
	back = tensor_cast(t, b->g->dtype, err);
	tensor_unref(t);
	tensor_unref(b->g);
	b->g = back;
	return back != NULL;
}

static struct tensor *seed_of(const struct asked *a, struct err *err)
{
	const struct tensor *t = tape_value(a->t.tape, a->out)->t;
	struct tensor *s = tensor_zeros(DT_DOUBLE, t->rank, t->dim, err), *g;

	for (int64_t i = 0; s && i < t->n; i++)
		((double *)s->data)[i] = a->place < 0 || a->place == i;
	g = s ? tensor_cast(s, t->dtype, err) : NULL;
	tensor_unref(s);
	return g;
}

static bool run(struct cmd_call *c, struct asked *a, struct err *err)
{
	uint32_t *value = xcalloc(a->by.n + 1, sizeof(*value));
	struct object **o = xcalloc(a->by.n + 1, sizeof(*o));
	struct gradient_want w = {.value = value, .resource = o};
	struct gradient_seed seed = {a->out, seed_of(a, err)};
	bool ok = seed.g != NULL;

	for (size_t i = 0; i < a->by.n; i++) {
		if (a->by.p[i].o)
			o[w.n_resources++] = a->by.p[i].o;
		else if (a->by.p[i].value != TAPE_NONE)
			value[w.n_values++] = a->by.p[i].value;
	}
	ok = ok && (a->g = gradient_new(a->t.tape, &seed, 1, &w, err)) != NULL;
	for (size_t i = 0; ok && i < a->by.n; i++) {
		struct by *b = &a->by.p[i];

		b->g = tensor_ref(b->o ? gradient_by_resource(a->g, b->o)
				       : gradient_by_value(a->g, b->value));
		if (b->g && call_flag(c, "times_value"))
			ok = times_value(b, err);
		else if (!b->g)
			b->why = barrier_text(a, b);
	}
	tensor_unref(seed.g);
	free(value);
	free(o);
	return ok;
}

/* ---- showing ---- */

struct measure {
	double max, norm;
	int64_t n_top, *top; /* places, the largest first */
};

/* NaN counts as the largest. */
static double size_at(const struct tensor *g, int64_t i)
{
	double v = fabs(tensor_get_f64(g, i));

	return isnan(v) ? INFINITY : v;
}

static void measure(const struct tensor *g, int64_t want, struct measure *m)
{
	double sum = 0;

	*m = (struct measure){.top = xcalloc((size_t)want + 1, sizeof(*m->top))};
	for (int64_t i = 0; i < g->n; i++) {
		double v = fabs(tensor_get_f64(g, i)), size = size_at(g, i);
		int64_t k = m->n_top;

		sum += v * v;
		m->max = v > m->max || isnan(v) ? v : m->max;
		if (k == want && (!want || size <= size_at(g, m->top[k - 1])))
			continue;
		k = k < want ? m->n_top++ : k - 1;
		for (; k > 0 && size > size_at(g, m->top[k - 1]); k--)
			m->top[k] = m->top[k - 1];
		m->top[k] = i;
	}
	m->norm = plain_nan(sqrt(sum));
}

static void top_text(struct str *s, const struct tensor *g, const struct measure *m)
{
	for (int64_t i = 0; i < m->n_top && tensor_get_f64(g, m->top[i]) != 0; i++) {
		str_addz(s, s->n ? "  " : "");
		element_index(s, g, m->top[i]);
		str_addf(s, " %.4g", plain_nan(tensor_get_f64(g, m->top[i])));
	}
}

static void print_table(struct cmd_call *c, const struct asked *a, int64_t top)
{
	struct table t;

	table_init(&t, "lllrrl");
	for (int i = 0; i < 6; i++)
		table_text(&t, ((const char *const[]){"by", "", "type", "max |g|", "norm",
						      "largest"})[i]);
	for (size_t i = 0; i < a->by.n; i++) {
		const struct by *b = &a->by.p[i];
		struct str type = STR_INIT, best = STR_INIT;
		struct measure m = {0};

		if (b->x)
			print_type(&type, b->x);
		if (b->g) {
			measure(b->g, top, &m);
			top_text(&best, b->g, &m);
		}
		table_text(&t, b->name);
		table_text(&t, b->kind);
		table_text(&t, str_z(&type));
		table_printf(&t, b->g ? "%.6g" : "", m.max);
		table_printf(&t, b->g ? "%.6g" : "", m.norm);
		if (b->g)
			table_text(&t, str_z(&best));
		else
			table_printf(&t, "None: %s", b->why);
		free(m.top);
		str_free(&type);
		str_free(&best);
	}
	table_print(&t, c->out, 0);
}

static void print_ends(struct sink *out, const struct asked *a)
{
	for (uint32_t i = 0; i < gradient_n_ends(a->g); i++) {
		struct gradient_end end = gradient_end_at(a->g, i);
		const struct tape_event *e = tape_event(a->t.tape, end.event);

		sink_puts(out, "a part ends at ");
		sink_escaped(out, sv_of(e->path));
		sink_printf(out, "%s (%.*s): %s\n", e->iter, SV_ARG(e->n->op), end.why);
	}
}

/* What a picture's pixels do, whatever the channel: the largest |g| of each. */
static struct tensor *saliency(const struct tensor *g, struct err *err)
{
	bool picture = g->rank == 4;
	int64_t n = picture ? g->dim[3] : 1;
	struct tensor *t = tensor_zeros(DT_FLOAT, picture ? 3 : g->rank, g->dim, err);

	for (int64_t i = 0; t && n && i < g->n && i / n < t->n; i++) {
		float v = (float)fabs(tensor_get_f64(g, i)), *to = (float *)t->data + i / n;

		*to = v > *to ? v : *to;
	}
	return t;
}

void grad_kept_free(struct grad_kept *k)
{
	if (!k)
		return;
	tensor_unref(k->t);
	free(k->label);
	free(k);
}

static bool keep(struct app *app, const struct asked *a, struct err *err)
{
	struct grad_kept *k = xcalloc(1, sizeof(*k));
	bool ok = true;

	for (size_t i = 0; ok && i < a->by.n && !k->t; i++)
		if (a->by.p[i].g && !strcmp(a->by.p[i].kind, "input")) {
			k->t = saliency(a->by.p[i].g, err);
			k->label = xasprintf("|gradient| by %s of %s", a->by.p[i].name, a->label);
			ok = k->t != NULL;
		}
	grad_kept_free(app->grad);
	app->grad = k;
	return ok;
}

static bool print_heat(struct cmd_call *c, const struct asked *a, struct err *err)
{
	for (size_t i = 0; i < a->by.n; i++) {
		const struct by *b = &a->by.p[i];
		struct tensor *t;

		if (!b->g || b->g->rank < 2 || strcmp(b->kind, "variable") == 0)
			continue;
		t = saliency(b->g, err);
		if (!t)
			return false;
		sink_printf(c->out, "\n|g| by %s\n", b->name);
		draw_heat(c->out, t);
		tensor_unref(t);
	}
	return true;
}

static void print_json(struct cmd_call *c, const struct asked *a, int64_t top)
{
	struct json j;

	json_start(&j, c->out);
	json_open(&j, '{');
	json_kstr(&j, "of", sv_of(a->label));
	json_key(&j, "by");
	json_open(&j, '[');
	for (size_t i = 0; i < a->by.n; i++) {
		const struct by *b = &a->by.p[i];
		struct measure m;

		json_open(&j, '{');
		json_kstr(&j, "name", sv_of(b->name));
		json_kstr(&j, "kind", sv_of(b->kind));
		if (!b->g) {
			json_kstr(&j, "none", sv_of(b->why));
			json_close(&j, '}');
			continue;
		}
		measure(b->g, top, &m);
		json_kstr(&j, "dtype", sv_of(dtype_info(b->g->dtype)->name));
		json_key(&j, "shape");
		json_open(&j, '[');
		for (int k = 0; k < b->g->rank; k++)
			json_int(&j, b->g->dim[k]);
		json_close(&j, ']');
		json_key(&j, "max");
		json_double(&j, m.max);
		json_key(&j, "norm");
		json_double(&j, m.norm);
		json_key(&j, "largest");
		json_open(&j, '[');
		for (int64_t k = 0; k < m.n_top; k++) {
			struct str s = STR_INIT;

			element_index(&s, b->g, m.top[k]);
			json_open(&j, '{');
			json_kstr(&j, "at", str_sv(&s));
			json_key(&j, "g");
			json_double(&j, tensor_get_f64(b->g, m.top[k]));
			json_close(&j, '}');
			str_free(&s);
		}
		json_close(&j, ']');
		json_close(&j, '}');
		free(m.top);
	}
	json_close(&j, ']');
	json_key(&j, "ends");
	json_open(&j, '[');
	for (uint32_t i = 0; i < gradient_n_ends(a->g); i++) {
		const struct tape_event *e = tape_event(a->t.tape, gradient_end_at(a->g, i).event);

		json_open(&j, '{');
		json_kstr(&j, "node", sv_of(e->path));
		json_kstr(&j, "op", e->n->op);
		json_kstr(&j, "why", sv_of(gradient_end_at(a->g, i).why));
		json_close(&j, '}');
	}
	json_close(&j, ']');
	json_close(&j, '}');
	json_end(&j);
}

/* The names as members: of what has a gradient. */
static bool write_npz(const char *file, const struct asked *a, struct err *err)
{
	struct zip_writer *z = zip_create(file, err);
	struct str bytes = STR_INIT;
	bool ok = z != NULL;

	for (size_t i = 0; ok && i < a->by.n; i++) {
		char *name = xasprintf("%s.npy", a->by.p[i].name);

		str_clear(&bytes);
		if (a->by.p[i].g)
			ok = npy_write(&bytes, a->by.p[i].g, false, err) &&
			     zip_member(z, sv_of(name), err) && zip_put(z, str_sv(&bytes), err);
		free(name);
	}
	str_free(&bytes);
	if (ok)
		return zip_finish(z, err);
	zip_abort(z);
	return false;
}

static bool show(struct cmd_call *c, struct asked *a, struct err *err)
{
	const struct cmd_val *n = call_opt(c, "top");
	int64_t top = n->given && n->i >= 0 && n->i < 1000000 ? n->i : 3;

	if (call_flag(c, "json")) {
		print_json(c, a, top);
	} else {
		sink_puts(c->out, call_flag(c, "times_value") ? "gradient times value, of "
							      : "gradient of ");
		sink_escaped(c->out, sv_of(a->label));
		sink_puts(c->out, "\n");
		print_table(c, a, top);
		print_ends(c->out, a);
		if (call_flag(c, "heat") && !print_heat(c, a, err))
			return false;
	}
	return !call_str(c, "npz") || write_npz(call_str(c, "npz"), a, err);
}

static void asked_free(struct asked *a)
{
	for (size_t i = 0; i < a->by.n; i++) {
		free(a->by.p[i].name);
		free(a->by.p[i].why);
		tensor_unref(a->by.p[i].g);
	}
	vec_free(&a->by);
	gradient_free(a->g);
	taped_free(&a->t);
	free(a->label);
}

static int grad_exec(struct cmd_call *c, struct err *err)
{
	int from = c->argc && !strcmp(c->argv[0], "wrt") ? 0 : 1;
	struct asked a = {0};
	bool ok;

	if (c->argc > from && strcmp(c->argv[from], "wrt")) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			"grad OUT wrt NAME ...: \"%s\" is not wrt", c->argv[from]);
		return EXIT_USAGE;
	}
	ok = dbg_tape(c->app->dbg, &a.t, err) &&
	     choose_output(c, &a, from ? (c->argc ? c->argv[0] : NULL) : NULL, err) &&
	     choose_by(c, &a, from + 1, err) && run(c, &a, err) && keep(c->app, &a, err) &&
	     show(c, &a, err);
	asked_free(&a);
	return ok ? EXIT_FINE : EXIT_ERROR;
}

static const struct cmd_opt grad_opts[] = {
	{"max", 'm', OPT_FLAG, NULL, "of OUT's largest element, not of the sum"},
	{"times_value", 'x', OPT_FLAG, NULL, "each gradient times the value that it is by"},
	{"top", 'n', OPT_INT, "N", "so many of the largest elements of each (3)"},
	{"heat", 0, OPT_FLAG, NULL, "a heat map of |g| by each input: what a picture's pixels do"},
	{"npz", 0, OPT_STRING, "FILE", "save all of them, by name"},
	{"json", 0, OPT_FLAG, NULL, "print JSON"},
	{0},
};

const struct cmd cmd_grad = {
	.name = "grad",
	.alias = "gradient",
	.where = CMD_PROMPT,
	.opts = grad_opts,
	.operands = "[OUT[INDEX]] [wrt NAME ...]",
	.max_args = -1,
	.arg = ARG_TENSOR,
	.group = "Tensors",
	.need = NEED_RUN,
	.exec = grad_exec,
	.json = "{of: str, by: [{name: str, kind: str, none?: str, dtype?: str, shape?: [int], "
		"max?: num, norm?: num,"
		" largest?: [{at: str, g: num}]}], ends: [{node: str, op: str, why: str}]}",
	.brief = "The gradient of an output by inputs, variables or any tensor.",
	.help = "OUT is a tensor of the run or an output's key: with [INDEX] one element, else the sum of\n"
		"all of them; without OUT the first output of floats. NAME is an input's key, a variable\n"
		"(or the end of its name after a slash), or a tensor of the run; without wrt: every input\n"
		"and variable. The run that was made is gone through backwards, through calls, loops,\n"
		"branches and lists, with TensorFlow's gradients: None where nothing connects the two or\n"
		"an op that is not differentiable stands between; the op is named.\n"
		"grad predictions[0,7] wrt x --heat",
};
