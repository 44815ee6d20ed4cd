/* How a screen is left: run in its forms, exit. */
#include <stdlib.h>

#include "base/mem.h"
#include "cmd/tfdbg/filters.h"
#include "cmd/tfdbg/verbs.h"

static void text_set(char **to, const char *text)
{
	free(*to);
	*to = text ? xstrdup(text) : NULL;
}

static bool run_exec(struct tf_call *c, struct err *err)
{
	struct tfdbg *t = c->t;
	const char *till = tf_str(c, "till_filter_pass"), *not = tf_str(c, "filter_exclude_node_names");
	int64_t times = tf_flag(c, "times") ? tf_opt(c, "times")->i : 1;

	if (not && !till)
		return tf_raise(err, "ValueError", "The --filter_exclude_node_names (or -feon) flag is valid only if "
				"the --till_filter_pass (or -f) flag is used.");
	if (till && !tf_filter_known(t, till))
		return tf_error(c, "tensor filter \"%s\" does not exist.", till);
	text_set(&t->till, till);
	text_set(&t->till_not, not);
	text_set(&t->watch.node, tf_str(c, "node_name_filter"));
	text_set(&t->watch.op, tf_str(c, "op_type_filter"));
	text_set(&t->watch.dtype, tf_str(c, "tensor_dtype_filter"));
	t->times = times;
	t->skip = tf_flag(c, "no_debug");
	if (tf_flag(c, "profile"))
		t->answer = DO_PROFILE;
	else if (!till && (t->skip || times > 1))
		t->answer = DO_RUN_PLAIN;
	else
		t->answer = DO_RUN;
	return true;
}

static const struct tf_flag run_flags[] = {
	{ "t", "times", OPT_INT, "Stop at the end of the run after so many.", NULL },
	{ "n", "no_debug", OPT_FLAG, "Do not watch the run's tensors.", NULL },
	{ "f", "till_filter_pass", OPT_STRING, "Go on until a tensor passes the filter of this name.", NULL },
	{ "fenn", "filter_exclude_node_names", OPT_STRING,
	  "With -f: nodes whose names match do not count.", NULL },
	{ NULL, "node_name_filter", OPT_STRING, "Watch only nodes whose names match: loss, reshape.*", NULL },
	{ NULL, "op_type_filter", OPT_STRING, "Watch only ops whose types match: (MatMul|Add), Variable.*", NULL },
	{ NULL, "tensor_dtype_filter", OPT_STRING, "Watch only tensors whose types match: float32, int.*", NULL },
	{ "p", "profile", OPT_FLAG, "Measure the run instead of watching its tensors.", NULL },
	{ 0 },
};

const struct tf_verb tf_run = {
	.name = "run", .aliases = (const char *const[]){ "r", NULL }, .where = AT_RUN, .flags = run_flags,
	.words = TF_FILTERS, .exec = run_exec, .brief = "Go on: execute the run, and say how it is watched.",
};

static bool exit_exec(struct tf_call *c, struct err *err)
{
	(void)err;
	c->t->answer = DO_EXIT;
	return true;
}

const struct tf_verb tf_exit = {
	.name = "exit", .aliases = (const char *const[]){ "quit", NULL }, .where = AT_RUN | AT_STEPPER,
	.max_args = -1, .raw = true, .exec = exit_exec, .brief = "Leave the debugger.",
};
