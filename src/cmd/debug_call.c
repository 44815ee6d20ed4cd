/*
 * The debugger on a function of the object graph: --function, PATH#NAME and the prompt's call.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "cmd/call.h"
#include "cmd/inputs.h"
#include "cmd/rows.h"

struct app_call {
	struct callable *c;
	struct pybag bag;
	struct call call;
	char *text;		/* as typed */
};

void app_call_free(struct app_call *a)
{
	if (!a)
		return;
	call_free(&a->call);
	callable_free(a->c);
	pybag_free(&a->bag);
	free(a->text);
	free(a);
}

const char *app_call_text(const struct app *app, bool *fed)
{
	const struct signature *sig = app->dbg ? dbg_signature(app->dbg) : NULL;

	if (!app->call || sig != app->call->call.sig)
		return NULL;
	*fed = app->call->call.arg != NULL;
	return app->call->text;
}

static bool set_inputs(struct app *app, struct app_call *a, struct err *err)
{
	for (size_t i = 0; i < a->call.n_args; i++) {
		struct str s = STR_INIT;
		bool ok;

		type_text(&s, a->call.arg[i]);
		ok = dbg_set_input(app->dbg, (uint32_t)i, a->call.arg[i], str_z(&s), err);
		str_free(&s);
		if (!ok)
			return false;
	}
	return true;
}

/* A name alone, of a function with one trace: its inputs can be fed afterwards. */
static bool bind(struct app_call *a, const struct pycall *typed, struct err *err)
{
	if (!typed->has_args && a->c->n == 1)
		return call_of_trace(&a->call, a->c, 0, err);
	return call_bind(&a->call, a->c, &a->bag, &typed->args, &typed->kwargs, err);
}

bool debug_call(struct app *app, const char *text, struct err *err)
{
	struct app_call *a = xcalloc(1, sizeof(*a));
	struct pycall typed;
	bool ok;

	a->text = xstrdup(text);
	pybag_init(&a->bag);
	ok = pycall_parse(&a->bag, sv_of(text), &typed, err);
	if (ok)
		a->c = callable_find(app->mg, typed.name, err);
	ok = a->c && bind(a, &typed, err);
	if (ok && !app->dbg)
		app->dbg = dbg_new(app->mg, err);
	ok = ok && app->dbg && dbg_choose_call(app->dbg, a->call.sig, a->call.trace, err);
	if (!ok) {
		app_call_free(a);
		return false;
	}
	app_call_free(app->call);
	app->call = a;
	return !a->call.arg || set_inputs(app, a, err);
}

static int call_exec(struct cmd_call *c, struct err *err)
{
	struct str text = STR_INIT;
	const struct signature *sig;
	bool ok;

	for (int i = 0; i < c->argc; i++)
		str_addf(&text, "%s%s", i ? " " : "", c->argv[i]);
	ok = debug_call(c->app, str_z(&text), err);
	str_free(&text);
	if (!ok)
		return EXIT_ERROR;
	sig = dbg_signature(c->app->dbg);
	sink_puts(c->out, "function: ");
	sink_escaped(c->out, sig->key);
	sink_puts(c->out, " (");
	sink_escaped(c->out, c->app->call->call.trace->name);
	sink_puts(c->out, ")\n");
	inputs_list(sig, c->out, 2);
	app_note(c->app, "function chosen");
	return EXIT_FINE;
}

const struct cmd cmd_call_row = {
	.name = "call", .where = CMD_PROMPT, .operands = "NAME[(ARGS)]", .min_args = 1, .max_args = -1,
	.need = NEED_MODEL, .group = "Running", .exec = call_exec,
	.brief = "Choose a function of the object graph to run, with its arguments.",
	.help = "As Python calls it: call 'f([1, 2], training=True)'. Then run, start or step. What runs that\n"
		"came to their end wrote to variables stays: call mutate(2.0), run, call __call__(3.0), run.",
};
