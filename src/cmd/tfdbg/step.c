/* The node stepper's screen: its list, going on, stepping, values put in and looked at. */
#include <stdlib.h>

#include "cmd/tfdbg/show.h"
#include "cmd/tfdbg/verbs.h"
#include "debug/stepper.h"
#include "expr/expr.h"

/* ---- the list ---- */

static const struct state {
	unsigned bit, style;
	char letter;
	const char *means;
} states[] = {
	{ STEP_PLACEHOLDER, RT_CYAN, 'P', "Placeholder" },
	{ STEP_UNFEEDABLE, RT_RED, 'U', "Unfeedable" },
	{ STEP_HANDLE, RT_GREEN, 'H', "Already continued-to; Tensor handle available from output slot(s)" },
	{ STEP_INTERMEDIATE, RT_BLUE, 'I', "Unfeedable" },
	{ STEP_OVERRIDE, RT_YELLOW, 'O', "Has overriding (injected) tensor value" },
	{ STEP_DIRTY, RT_MAGENTA, 'D', "Dirty variable: Variable already updated this node stepper." },
};

enum { STATES = sizeof(states) / sizeof(*states) };

static void node_line(struct tf_call *c, uint32_t i, uint32_t arrow)
{
	const struct stepper *s = c->t->stepper;
	unsigned status = stepper_status(s, i);
	struct str line = STR_INIT;
	size_t at;

	str_addf(&line, "%s(%u / %u)  [", i == arrow ? "  -->" : "     ", i + 1, stepper_n(s));
	at = line.n;
	for (int k = 0; k < STATES; k++)
		str_addc(&line, status & states[k].bit ? states[k].letter : ' ');
	str_addz(&line, "] ");
	str_escaped(&line, stepper_name(s, i));
	rich_sv(c->out, str_sv(&line));
	if (i == arrow)
		rich_span(c->out, 2, 5, RT_BOLD, NULL);
	for (size_t k = 0; k < STATES; k++)
		if (status & states[k].bit)
			rich_span(c->out, at + k, at + k + 1, states[k].style, NULL);
	str_free(&line);
}

static void nodes(struct tf_call *c, int64_t low, int64_t high, uint32_t arrow)
{
	int64_t n = stepper_n(c->t->stepper);

	for (int64_t i = low < 0 ? 0 : low; i < n && i < high; i++)
		node_line(c, (uint32_t)i, arrow);
}

static void legend(struct rich *out)
{
	rich_add(out, "%s", "");
	rich_add(out, "Legend:");
	for (int k = 0; k < STATES; k++) {
		rich_add(out, "  %c - %s", states[k].letter, states[k].means);
		rich_span(out, 2, 3, states[k].style, NULL);
	}
}

static bool list_exec(struct tf_call *c, struct err *err)
{
	const struct tf_val *low = tf_opt(c, "lower_bound"), *high = tf_opt(c, "upper_bound");
	uint32_t next = stepper_next(c->t->stepper);

	(void)err;
	if (low->given && high->given && low->i != -1 && high->i != -1) {
		nodes(c, low->i, high->i, next);
		return true;
	}
	rich_add(c->out, "Topologically-sorted transitive input(s) and fetch(es):");
	rich_add(c->out, "%s", "");
	nodes(c, 0, INT64_MAX, next);
	legend(c->out);
	return true;
}

/* ---- cont, step ---- */

static void feeds(struct tf_call *c, const struct stepper_went *went)
{
	static const struct { const char *word; unsigned style; } from[] = {
		[FROM_CLIENT] = { "client", RT_PLAIN }, [FROM_HANDLE] = { "handle", RT_GREEN },
		[FROM_OVERRIDE] = { "override", RT_YELLOW },
		[FROM_INTERMEDIATE] = { "dumped_intermediate", RT_BLUE },
	};

	rich_add(c->out, "Stepper used feeds:");
	for (size_t i = 0; i < went->n_feeds; i++) {
		const struct stepper_feed *f = &went->feed[i];
		struct str line = STR_INIT;
		size_t at;

		str_addz(&line, "  ");
		str_escaped(&line, stepper_name(c->t->stepper, f->at));
		str_addf(&line, ":%u : ", f->slot);
		at = line.n;
		str_addz(&line, from[f->from].word);
		rich_sv(c->out, str_sv(&line));
		rich_span(c->out, at, line.n, from[f->from].style, NULL);
		str_free(&line);
	}
	if (!went->n_feeds)
		rich_add(c->out, "  (No feeds)");
	rich_add(c->out, "%s", "");
}

static void updated(struct tf_call *c, const struct stepper_went *went)
{
	if (!went->n_updated)
		return;
	rich_add(c->out, "Updated:");
	rich_style(c->out, RT_BOLD);
	for (size_t i = 0; i < went->n_updated; i++) {
		struct str line = STR_INIT;

		str_addz(&line, "  ");
		str_escaped(&line, stepper_name(c->t->stepper, went->updated[i]));
		str_addz(&line, ":0");
		rich_sv(c->out, str_sv(&line));
		str_free(&line);
	}
	rich_add(c->out, "%s", "");
}

static bool not_in_closure(struct tf_call *c, const char *name)
{
	return tf_error(c, "%s is not in the transitive closure of this stepper instance.", name);
}

/* ":3" behind a name; SLOT_CONTROL: none; false: it is no number. */
static bool slot_of(const char *name, uint32_t *slot)
{
	const char *colon = strchr(name, ':');
	char *end;

	*slot = SLOT_CONTROL;
	if (!colon)
		return true;
	*slot = (uint32_t)strtoul(colon + 1, &end, 10);
	return colon[1] >= '0' && colon[1] <= '9' && !*end && end - colon < 9;
}

static bool value_lines(struct tf_call *c, const char *label, struct tensor *t, struct err *err)
{
	if (t)
		return tf_show(c, t, &(struct tf_show){ .label = label }, err);
	rich_add(c->out, "Tensor \"%s\":", label);
	rich_add(c->out, "%s", "");
	rich_add(c->out, "None");
	return true;
}

enum { BEFORE = 2, AFTER = 3 };

static bool go_on(struct tf_call *c, const char *name, bool invalidate, bool restore, struct err *err)
{
	struct stepper *s = c->t->stepper;
	struct stepper_went went;
	struct str label = STR_INIT;
	uint32_t i, slot;
	bool ok;

	if (!slot_of(name, &slot) || !stepper_find(s, sv_of(name), &i))
		return not_in_closure(c, name);
	if (!stepper_cont(s, i, slot, invalidate, restore, &went, err))
		return false;
	nodes(c, (int64_t)i - BEFORE, (int64_t)i + AFTER, i);
	rich_add(c->out, "%s", "");
	str_escaped(&label, sv_of(name));
	rich_add(c->out, "Continued to %s:", str_z(&label));
	rich_add(c->out, "%s", "");
	feeds(c, &went);
	updated(c, &went);
	ok = value_lines(c, str_z(&label), went.value, err);
	str_free(&label);
	return ok;
}

static bool cont_exec(struct tf_call *c, struct err *err)
{
	return go_on(c, c->argv[0], tf_flag(c, "invalidate_from_updated_variables"),
		     tf_flag(c, "restore_variable_values"), err);
}

static bool step_exec(struct tf_call *c, struct err *err)
{
	int64_t times = tf_flag(c, "num_times") ? tf_opt(c, "num_times")->i : 1;
	struct stepper *s = c->t->stepper;

	if (times < 0)
		return tf_error(c, "Invalid number of times to step: %lld", (long long)times);
	for (int64_t k = 0; k < times; k++) {
		char *name;
		bool ok;

		rich_clear(c->out);	/* only the last step is seen */
		if (stepper_next(s) >= stepper_n(s))
			return tf_error(c, "Cannot step any further because the end of the sorted transitive "
					"closure has been reached.");
		name = xsvdup(stepper_name(s, stepper_next(s)));
		ok = go_on(c, name, false, false, err);
		free(name);
		if (!ok)
			return false;
	}
	return true;
}

/* ---- values ---- */

/* One output, by its name or its node's; false: it has been said why not. */
static bool one_output(struct tf_call *c, const char *name, uint32_t *i, uint32_t *slot)
{
	uint32_t n;

	if (!slot_of(name, slot) || !stepper_find(c->t->stepper, sv_of(name), i) ||
	    (*slot != SLOT_CONTROL && !stepper_uses(c->t->stepper, *i, *slot)))
		return !not_in_closure(c, name);
	if (*slot != SLOT_CONTROL)
		return true;
	n = stepper_outputs(c->t->stepper, *i, slot);
	if (!n)
		return !not_in_closure(c, name);
	return n == 1 || !tf_error(c, "Node %s has more than one output tensor. Please use full tensor name.", name);
}

static void full_name(struct tf_call *c, uint32_t i, uint32_t slot, struct str *out)
{
	str_escaped(out, stepper_name(c->t->stepper, i));
	str_addf(out, ":%u", slot);
}

/* A slice of a value, with what the flags ask for. */
static bool value_sliced(struct tf_call *c, struct str *label, struct tensor *v, struct sv slice, struct err *err)
{
	struct tensor *t = slice.n ? tf_slice(v, slice, err) : tensor_ref(v);
	struct tf_ranges ranges;
	bool ok = tf_ranges_parse(&ranges, tf_str(c, "ranges"), err) && t;

	str_add(label, slice);
	ok = ok && tf_show(c, t,
			   &(struct tf_show){ .label = str_z(label),
					      .ranges = &ranges,
					      .all = tf_flag(c, "all"),
					      .scalar = slice.n && !t->rank },
			   err);
	vec_free(&ranges.r);
	tensor_unref(t);
	return ok;
}

static bool print_exec(struct tf_call *c, struct err *err)
{
	struct str label = STR_INIT;
	enum stepper_from from;
	struct tensor *t;
	struct sv all, slice;
	uint32_t i, slot;
	char *name;
	bool ok = true;

	tf_name_slice(c->argv[0], &all, &slice);
	name = xsvdup(all);
	if (one_output(c, name, &i, &slot)) {
		full_name(c, i, slot, &label);
		t = stepper_value(c->t->stepper, i, slot, &from);
		if (t)
			ok = value_sliced(c, &label, t, slice, err);
		else
			rich_add(c->out, "This stepper instance does not have access to the value of tensor \"%s\"",
				 str_z(&label));
	}
	free(name);
	str_free(&label);
	return ok;
}

static bool inject_exec(struct tf_call *c, struct err *err)
{
	struct expr_env *env;
	struct tensor *t = NULL;
	struct str label = STR_INIT, text = STR_INIT;
	struct vals *vs;
	struct val *v;
	uint32_t i, slot;
	bool ok = false;

	if (!one_output(c, c->argv[0], &i, &slot))
		return true;
	env = expr_env_new();
	vs = vals_new();
	v = expr_eval(vs, env, sv_of(c->argv[1]), NULL, err);
	if (v)
		t = val_to_tensor(v, DT_INVALID, err);
	if (t) {
		stepper_inject(c->t->stepper, i, slot, t);
		full_name(c, i, slot, &label);
		str_escaped(&text, sv_of(c->argv[1]));
		rich_add(c->out, "Injected value \"%s\"", str_z(&text));
		rich_add(c->out, "  to tensor \"%s\":", str_z(&label));
		rich_add(c->out, "%s", "");
		ok = value_lines(c, str_z(&label), t, err);
	}
	tensor_unref(t);
	vals_free(vs);
	expr_env_free(env);
	str_free(&label);
	str_free(&text);
	return ok;
}

/* ---- the way in ---- */

static bool invoke_exec(struct tf_call *c, struct err *err)
{
	(void)err;
	c->t->answer = DO_STEPPER;
	return true;
}

#define WORDS(...) (const char *const[]){ __VA_ARGS__, NULL }

static const struct tf_flag list_flags[] = {
	{ "l", "lower_bound", OPT_INT, "First place in the list, from 0 on.", NULL },
	{ "u", "upper_bound", OPT_INT, "Place behind the last one.", NULL },
	{ 0 },
};
static const struct tf_flag cont_flags[] = {
	{ "i", "invalidate_from_updated_variables", OPT_FLAG,
	  "Forget what was made of variables that this writes.", NULL },
	{ "r", "restore_variable_values", OPT_FLAG,
	  "Put variables that were written back to their first values, before.", NULL },
	{ 0 },
};
static const struct tf_flag step_flags[] = {
	{ "t", "num_times", OPT_INT, "How many steps.", NULL },
	{ 0 },
};
static const struct tf_flag print_flags[] = {
	{ "r", "ranges", OPT_STRING, "Mark elements within these ranges: [-0.1,0.1], [[-inf,-1],[1,inf]]", NULL },
	{ "a", "all", OPT_FLAG, "Every element, no ellipses.", NULL },
	{ 0 },
};

const struct tf_verb tf_list_sorted_nodes = {
	.name = "list_sorted_nodes", .aliases = WORDS("lsn", "lt"), .where = AT_STEPPER, .flags = list_flags,
	.exec = list_exec, .brief = "List the nodes that the fetches need, with what the stepper has of each.",
};
const struct tf_verb tf_cont = {
	.name = "cont", .aliases = WORDS("ct", "c"), .where = AT_STEPPER, .flags = cont_flags,
	.operand = "target_name", .operand_help = "Tensor or node to go on to.", .min_args = 1, .max_args = 1,
	.words = TF_STEPS, .exec = cont_exec, .brief = "Go on to a tensor or a node.",
};
const struct tf_verb tf_step = {
	.name = "step", .aliases = WORDS("st", "s"), .where = AT_STEPPER, .flags = step_flags, .exec = step_exec,
	.brief = "Go on to the next node of the list.",
};
const struct tf_verb tf_step_print = {
	.name = "print_tensor", .aliases = WORDS("pt"), .where = AT_STEPPER, .flags = print_flags,
	.operand = "tensor_name", .operand_help = "Name of the tensor, with a slice behind it.", .min_args = 1,
	.max_args = 1, .words = TF_STEPS, .exec = print_exec,
	.brief = "Print a value that the stepper has.",
};
const struct tf_verb tf_inject_value = {
	.name = "inject_value", .aliases = WORDS("inject", "override_value", "override"), .where = AT_STEPPER,
	.operand = "tensor_name tensor_value_str", .operand_help = "The tensor, and an expression without blanks.",
	.min_args = 2, .max_args = 2, .words = TF_STEPS, .exec = inject_exec,
	.brief = "Put a value in the place of a tensor's.",
};
const struct tf_verb tf_invoke_stepper = {
	.name = "invoke_stepper", .aliases = WORDS("s"), .where = AT_START, .exec = invoke_exec,
	.brief = "Step through the nodes that the fetches need.",
};
