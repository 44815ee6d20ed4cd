/*
 * tune: steps of gradient descent on the variables in memory; nothing is written to the model. Each step runs the
 * signature (or function) that the debugger has with the inputs it has, takes the gradient of a loss over its
 * outputs, and moves the variables against it.
 */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/intr.h"
#include "base/mem.h"
#include "cmd/element.h"
#include "cmd/json.h"
#include "cmd/rows.h"
#include "feed/feed.h"

enum { MOVED_MAX = 4096 };

struct tuning {
	struct cmd_call *c;
	double rate;
	int digits; /* behind the point; -1: as many as count */
	struct taped t;
	struct err *err;
	struct json *j;
};

/* ---- names in the loss ---- */

static struct tensor *constant(const char *text, struct err *err)
{
	struct feed_spec spec = {.key = SV("loss"), .tensor_name = SV("`...`"), .dtype = DT_FLOAT,
				 .shape = {.rank = -1}};

	return feed_parse(&spec, text, err);
}

static struct tensor *lookup(void *ctx, struct sv name, bool quoted, struct err *err)
{
	struct tuning *u = ctx;
	struct tensor *t = NULL;
	uint32_t value;
	char *text;

	if (!quoted)
		return element_value(u->c->app, &u->t, name, &value, err)
			       ? tensor_ref(tape_value(u->t.tape, value)->t)
			       : NULL;
	text = xsvdup(name);
	t = constant(text, err);
	free(text);
	return t;
}

/* ---- a step ---- */

static bool is_chosen(struct tuning *u, const struct object *o)
{
	const struct cmd_val *only = call_opt(u->c, "variable");
	struct sv own = sv_of(taped_variable(&u->t, o));

	for (int i = 0; i < only->n; i++) {
		struct sv name = sv_of(only->list[i]);

		if (sv_eq(own, name) ||
		    (sv_ends(own, name) && own.n > name.n && own.p[own.n - name.n - 1] == '/'))
			return true;
	}
	return !only->n;
}

/* value - rate * gradient, in the variable's type. */
static struct tensor *moved(const struct tensor *x, const struct tensor *g, double rate,
			    struct err *err)
{
	struct tensor *d = tensor_cast(x, DT_DOUBLE, err), *out;

	for (int64_t i = 0; d && i < d->n; i++)
		((double *)d->data)[i] -= rate * tensor_get_f64(g, i);
	out = d ? tensor_cast(d, x->dtype, err) : NULL;
	tensor_unref(d);
	return out;
}

static bool once(struct tuning *u)
{
	struct dbg *d = u->c->app->dbg;

	if (!dbg_start(d, u->err))
		return false;
	while (dbg_state(d) == DBG_STOPPED) {
		if (!dbg_continue(d, u->err))
			return false;
		if (dbg_interrupted(d))
			return err_set(u->err, ERR_KIND_INTERRUPT, ERR_CANCELLED, "interrupted");
	}
	if (dbg_state(d) != DBG_DONE)
		return err_set(u->err, ERR_KIND_OP, ERR_FAILED_PRECONDITION, "the run fails: %s",
			       dbg_error(d) && dbg_error(d)->msg ? dbg_error(d)->msg : "");
	return dbg_tape(d, &u->t, u->err);
}

/* The loss's gradient goes on from the names in it. */
static struct gradient *gradient_of(struct tuning *u, const struct loss *l)
{
	int n = loss_n_names(l);
	struct gradient_seed *seed = xcalloc((size_t)n + 1, sizeof(*seed));
	struct gradient_want w = {.all_variables = true};
	struct gradient *g = NULL;
	uint32_t k = 0;
	bool ok = true;

	for (int i = 0; ok && i < n; i++) {
		struct tensor *t = loss_gradient(l, i);

		ok = element_value(u->c->app, &u->t, loss_name(l, i), &seed[k].value, u->err);
		seed[k].g = t;
		k += t != NULL;
	}
	if (ok)
		g = gradient_new(u->t.tape, seed, k, &w, u->err);
	free(seed);
	return g;
}

struct moves {
	uint32_t n;
	struct object *o[MOVED_MAX];
	struct tensor *value[MOVED_MAX];
};

static bool find_moves(struct tuning *u, const struct gradient *g, struct moves *m)
{
	bool ok = true;

	for (uint32_t i = 0; ok && i < gradient_n_variables(g) && m->n < MOVED_MAX; i++) {
		struct object *o = gradient_variable(g, i);
		struct tensor *by = gradient_by_resource(g, o), *x = var_object_value(o);

		if (!by || !x || !is_chosen(u, o) || by->n != x->n)
			continue;
		m->o[m->n] = o;
		m->value[m->n] = moved(x, by, u->rate, u->err);
		ok = m->value[m->n++] != NULL;
	}
	if (ok && !m->n)
		ok = err_set(u->err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
			     "the loss depends on no variable that could be moved");
	return ok;
}

static void number(const struct tuning *u, struct str *s, double v)
{
	if (isnan(v))
		str_addz(s, "nan");
	else if (u->digits >= 0)
		str_addf(s, "%.*f", u->digits, v);
	else
		str_addf(s, "%.6g", v);
}

/* "loss=36.00 v=3.20": a variable of one element is shown, of others their number is told at the end. */
static void print_step(struct tuning *u, double loss, const struct moves *m, uint64_t step)
{
	struct str s = STR_INIT;

	if (u->j) {
		json_open(u->j, '{');
		json_kint(u->j, "step", (int64_t)step);
		json_key(u->j, "loss");
		json_double(u->j, loss);
		json_close(u->j, '}');
		return;
	}
	str_addz(&s, "loss=");
	number(u, &s, loss);
	for (uint32_t i = 0; i < m->n; i++)
		if (m->value[i]->n == 1) {
			str_addc(&s, ' ');
			str_escaped(&s, sv_of(taped_variable(&u->t, m->o[i])));
			str_addc(&s, '=');
			number(u, &s, tensor_get_f64(m->value[i], 0));
		}
	sink_printf(u->c->out, "%s\n", str_z(&s));
	str_free(&s);
}

static bool step(struct tuning *u, uint64_t i, uint32_t *n_moved)
{
	struct moves *m = xcalloc(1, sizeof(*m));
	struct loss *l = NULL;
	struct gradient *g = NULL;
	bool ok = once(u) && (l = loss_new(u->c->argv[0], lookup, u, u->err)) != NULL &&
		  (g = gradient_of(u, l)) != NULL && find_moves(u, g, m);

	ok = ok && dbg_variables_put(u->c->app->dbg, m->o, m->value, m->n, u->err);
	if (ok)
		print_step(u, tensor_get_f64(loss_value(l), 0), m, i);
	*n_moved = m->n;
	for (uint32_t k = 0; k < m->n; k++)
		tensor_unref(m->value[k]);
	free(m);
	loss_free(l);
	gradient_free(g);
	taped_free(&u->t);
	return ok;
}

/* ---- the command ---- */

static bool number_of(struct cmd_call *c, const char *name, double other, double *out,
		      struct err *err)
{
	const char *text = call_str(c, name);
	char *end;

	*out = text ? strtod(text, &end) : other;
	return !text || (*text && !*end && isfinite(*out)) ||
	       err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "--%s takes a number, not \"%s\"",
		       name, text);
}

static int tune_exec(struct cmd_call *c, struct err *err)
{
	const struct cmd_val *steps = call_opt(c, "steps"), *digits = call_opt(c, "digits");
	struct tuning u = {.c = c,
			   .err = err,
			   .digits = digits->given && digits->i < 30 ? (int)digits->i : -1};
	uint64_t n = steps->given && steps->i > 0 ? (uint64_t)steps->i : 1;
	uint32_t moved_n = 0;
	struct json j;
	bool ok;

	if (call_flag(c, "forget")) {
		if (!dbg_variables_reset(c->app->dbg, err))
			return EXIT_ERROR;
		sink_puts(c->out, "the variables are as they were loaded\n");
		return EXIT_FINE;
	}
	if (!c->argc) {
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			"tune by which loss? Say \"mean((OUTPUT - 10)**2)\"");
		return EXIT_USAGE;
	}
	ok = number_of(c, "rate", 0.01, &u.rate, err);
	if (ok && call_flag(c, "json")) {
		u.j = &j;
		json_start(&j, c->out);
		json_open(&j, '[');
	}
	for (uint64_t i = 1; ok && i <= n; i++)
		ok = step(&u, i, &moved_n) && intr_check(err);
	if (u.j) {
		json_close(&j, ']');
		json_end(&j);
	}
	if (ok)
		sink_printf(c->msg,
			    "%u variable%s moved, in memory only: tune --forget takes it back\n",
			    moved_n, moved_n == 1 ? "" : "s");
	c->app->changes++;
	return ok ? EXIT_FINE : EXIT_ERROR;
}

static const struct cmd_opt tune_opts[] = {
	{"rate", 'r', OPT_STRING, "R", "the learning rate (0.01)"},
	{"steps", 'n', OPT_INT, "N", "so many steps (1)"},
	{"variable", 0, OPT_LIST, "NAME", "move only this variable, or those whose name ends so"},
	{"digits", 0, OPT_INT, "N", "digits behind the point"},
	{"forget", 0, OPT_FLAG, NULL, "the variables as they were loaded"},
	{"json", 0, OPT_FLAG, NULL, "print JSON"},
	{0},
};

const struct cmd cmd_tune = {
	.name = "tune",
	.alias = "sgd",
	.where = CMD_PROMPT,
	.opts = tune_opts,
	.operands = "LOSS",
	.max_args = 1,
	.group = "Running",
	.need = NEED_DEBUGGER,
	.exec = tune_exec,
	.json = "[{step: int, loss: num}]",
	.brief = "Steps of gradient descent on the variables, in memory only.",
	.help = "LOSS is one number over outputs, inputs and tensors of the run, by their names:\n"
		"+ - * / **, mean, sum, max, min, abs, exp, log, sqrt, square, tanh, sigmoid, relu,\n"
		"softmax, log_softmax, maximum, minimum, xent(logits, labels), or an op by its name;\n"
		"`...` is a constant, as feed takes it. NAME[0,3] is one element. A loss that begins\n"
		"with - stands in brackets: (-log(y[0,3])). Each step runs the model with the inputs\n"
		"that it has, prints the loss, then moves each variable by the rate times the\n"
		"gradient; what the run itself wrote stays. Later runs begin with the moved variables.\n"
		"The model on disk stays as it is.",
};
