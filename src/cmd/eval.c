/*
 * eval and print: a numpy expression over the tensors of the run. A name is whatever print_tensor takes, in
 * backticks, or bare where it is one word.
 */
#include <stdlib.h>
#include <string.h>

#include "cmd/rows.h"
#include "expr/expr.h"
#include "tensor/print.h"
#include "tensor/slice.h"

/* One tensor, or a slice of it: gives. */
static struct tensor *by_name(void *ctx, struct sv name, struct err *err)
{
	struct named found = { 0 };
	struct tensor *t = NULL;
	char *z = xsvdup(name);
	struct sv slice;

	if (!name.n)
		err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "a tensor's name is missing");
	else if (named_tensor(ctx, z, &found, &slice, err))
		t = slice_tensor(found.t, slice, err);
	named_free(&found);
	free(z);
	return t;
}

struct tensor *tensor_eval(struct app *app, const char *text, struct err *err)
{
	struct expr_env *env = expr_env_new();
	struct vals *vs = vals_new();
	struct tensor *t = NULL;
	struct val *v;

	v = expr_eval_words(vs, env, sv_of(text), by_name, app, err);
	if (v)
		t = val_to_tensor(v, DT_INVALID, err);
	vals_free(vs);
	expr_env_free(env);
	return t;
}

static char *joined(const struct cmd_call *c)
{
	struct str s = STR_INIT;

	for (int i = 0; i < c->argc; i++)
		str_addf(&s, "%s%s", i ? " " : "", c->argv[i]);
	str_addz(&s, "");
	return str_give(&s);
}

/* No option is given. */
static bool plain(const struct cmd_call *c)
{
	for (int i = 0; c->cmd->opts[i].name; i++)
		if (c->opt[i].given)
			return false;
	return true;
}

static int value_print(struct cmd_call *c, const char *text, struct err *err)
{
	struct tensor *t = tensor_eval(c->app, text, err);
	bool ok = t != NULL;

	if (ok && t->rank == 0 && plain(c)) {
		struct str s = STR_INIT;

		sink_escaped(c->out, sv_of(text));
		print_element(&s, t, 0);
		sink_printf(c->out, " = %s\n", str_z(&s));
		str_free(&s);
	} else if (ok) {
		sink_puts(c->out, "Value of ");
		sink_escaped(c->out, sv_of(text));
		sink_puts(c->out, ":\n");
		ok = tensor_value_print(c, t, t->rank == 0, err);
	}
	tensor_unref(t);
	return ok ? EXIT_FINE : EXIT_ERROR;
}

static int eval_exec(struct cmd_call *c, struct err *err)
{
	char *text = joined(c);
	int rc = value_print(c, text, err);

	free(text);
	return rc;
}

/* A tensor's name first: conv1/Conv2D:0 is no quotient. */
static int print_exec(struct cmd_call *c, struct err *err)
{
	char *text = joined(c);
	struct named found = { 0 };
	struct err none = { 0 };
	struct sv slice;
	bool tensor = c->argc < 2 && named_tensor(c->app, c->argc ? text : NULL, &found, &slice, &none);
	int rc;

	err_clear(&none);
	named_free(&found);
	rc = tensor || !c->argc ? cmd_pt.exec(c, err) : value_print(c, text, err);
	free(text);
	return rc;
}

#define EVAL_HELP \
	"EXPR is what numpy has (np.abs, .sum(axis=0), slices, @, comparisons), over the run's tensors: a name as\n" \
	"print_tensor takes it stands in backticks: eval np.max(`conv1/Conv2D:0`[0]); one that is a single word may\n" \
	"stand bare, as may keys of inputs and outputs. Quotes around it keep a > from naming a file."

const struct cmd cmd_eval = {
	.name = "eval", .alias = "ev", .where = CMD_PROMPT, .opts = pt_opts, .operands = "EXPR", .min_args = 1,
	.max_args = -1, .arg = ARG_TENSOR, .group = "Tensors", .need = NEED_DEBUGGER, .exec = eval_exec,
	.brief = "Compute a numpy expression over the run's tensors.", .help = EVAL_HELP,
};
const struct cmd cmd_print = {
	.name = "print",
	.alias = "p",
	.alias2 = "inspect",
	.where = CMD_PROMPT,
	.opts = pt_opts,
	.operands = "[NAME[SLICE]|EXPR]",
	.max_args = -1,
	.arg = ARG_TENSOR,
	.group = "Tensors",
	.need = NEED_DEBUGGER,
	.exec = print_exec,
	.brief = "Print a tensor, as print_tensor does, or the value of an expression, as eval does.",
	.help = "What names a tensor of the run is one, also with slashes: conv1/Conv2D is no quotient.",
};
