/*
 * Calls, branches and loops. A branch's outputs are what holds for all branches; a loop's variables are
 * widened until one more turn of the body changes nothing.
 */
#include "infer/inside.h"

#include <stdlib.h>
#include <string.h>

enum { TURNS = 12, LOOP_VARS = 4096, BRANCHES = 64 };

static const struct function *function_of(const struct rule_ctx *c, const char *attr)
{
	struct sv name;

	if (c->n->callee)
		return c->n->callee;
	return node_attr_func(c->n, attr, &name) ? metagraph_function(c->inf->mg, name) : NULL;
}

/* What f returns for args; ret (room for n) stays as it was where that is not known. */
static void ask(struct rule_ctx *c, const struct function *f, const char *role, const struct iout *args,
		uint32_t n_args, struct iout *ret, uint32_t n)
{
	struct igraph *body;
	struct iout *got;

	if (!f || !f->graph || f->graph->n_args != n_args)
		return;
	got = xcalloc((size_t)f->n_rets + 1, sizeof(*got));
	body = body_infer(c->ig, f, args, got);
	if (body) {
		body_remember(c->ig, c->n->index, role, body);
		for (uint32_t i = 0; i < n && i < f->n_rets; i++) {
			enum dtype t = ret[i].dtype;

			ret[i] = got[i];
			ret[i].dtype = t != DT_INVALID ? t : got[i].dtype;
		}
	}
	free(got);
}

/* The attribute of functional control flow: what output i is known to be; its unknown dims are the owner's. */
static struct ishape said(struct rule_ctx *c, uint32_t i, idim owner)
{
	const struct attr_value *items;
	idim d[SHAPE_MAX_RANK];
	uint32_t n;

	if (!node_attr_list(c->n, "output_shapes", &items, &n) || i >= n || items[i].kind != ATTR_SHAPE)
		return ishape_unknown();
	for (int k = 0; k < items[i].shape.rank && k < SHAPE_MAX_RANK; k++)
		d[k] = items[i].shape.dim[k] >= 0 ? items[i].shape.dim[k] : sym_wide(&c->inf->syms, owner);
	return ishape_new(c->inf, items[i].shape.rank, d);
}

static void refine(struct rule_ctx *c, struct iout *o, struct ishape with)
{
	struct ishape both;
	int dim;

	if (ishape_both(c->inf, o->shape, with, &both, &dim))
		o->shape = both;
}

static void call(struct rule_ctx *c)
{
	uint32_t skip = (uint32_t)c->row->p;

	if (c->n_in >= skip)
		ask(c, function_of(c, "f"), "", c->in + skip, c->n_in - skip, c->out, c->n_out);
}

static void branch(struct rule_ctx *c, const struct function *f, const char *role, struct iout *sum, bool first)
{
	struct iout *ret = xcalloc((size_t)c->n_out + 1, sizeof(*ret));

	for (uint32_t i = 0; i < c->n_out; i++)
		ret[i] = (struct iout){ .dtype = c->out[i].dtype, .shape = ishape_unknown() };
	ask(c, f, role, c->in + 1, c->n_in - 1, ret, c->n_out);
	for (uint32_t i = 0; i < c->n_out; i++)
		sum[i] = first ? ret[i] : iout_either(c->inf, &sum[i], &ret[i]);
	free(ret);
}

static void branches_done(struct rule_ctx *c, struct iout *sum)
{
	for (uint32_t i = 0; i < c->n_out; i++) {
		enum dtype t = c->out[i].dtype;

		refine(c, &sum[i], said(c, i, 0));
		c->out[i] = sum[i];
		c->out[i].dtype = t != DT_INVALID ? t : sum[i].dtype;
	}
	free(sum);
}

static void cond(struct rule_ctx *c)
{
	struct iout *sum;

	if (!c->n_in)
		return;
	sum = xcalloc((size_t)c->n_out + 1, sizeof(*sum));
	branch(c, function_of(c, "then_branch"), "then", sum, true);
	branch(c, function_of(c, "else_branch"), "else", sum, false);
	branches_done(c, sum);
}

static void switch_case(struct rule_ctx *c)
{
	const struct attr_value *items;
	struct iout *sum;
	uint32_t n;

	if (!c->n_in || !node_attr_list(c->n, "branches", &items, &n) || !n || n > BRANCHES)
		return;
	sum = xcalloc((size_t)c->n_out + 1, sizeof(*sum));
	for (uint32_t i = 0; i < n; i++)
		branch(c, items[i].kind == ATTR_FUNC ? metagraph_function(c->inf->mg, items[i].s) : NULL,
		       arena_printf(c->inf->arena, "branch%u", i), sum, i == 0);
	branches_done(c, sum);
}

struct loop {
	const struct function *body;
	uint32_t before, n;		/* arguments of the body before the loop's variables; those */
	struct iout *args;		/* before + n */
	struct ishape *said;		/* n */
	idim owner;
};

/* What goes in comes back and widens it. true: nothing new. */
static bool turn(struct rule_ctx *c, struct loop *l, bool give_up)
{
	struct iout *back = xcalloc((size_t)l->n + 1, sizeof(*back)), *vars = l->args + l->before;
	bool same = true;

	for (uint32_t i = 0; i < l->n; i++)
		back[i] = (struct iout){ .dtype = vars[i].dtype, .shape = ishape_unknown() };
	ask(c, l->body, "body", l->args, l->before + l->n, back, l->n);
	for (uint32_t i = 0; i < l->n; i++) {
		struct iout wide = iout_widen(c->inf, &vars[i], &back[i], l->owner);

		if (give_up && !iout_same(&wide, &vars[i]))
			wide = (struct iout){ .dtype = vars[i].dtype, .shape = ishape_unknown() };
		refine(c, &wide, l->said[i]);
		same = same && iout_same(&wide, &vars[i]);
		vars[i] = wide;
	}
	free(back);
	return same;
}

static void loop(struct rule_ctx *c, uint32_t before, uint32_t skip)
{
	struct sym_fresh fresh = { .s = &c->inf->syms, .lo = (uint32_t)c->inf->syms.list.n };
	struct loop l = { function_of(c, "body"), before, c->n_out, NULL, NULL, ++c->inf->owners };

	if (c->n_in < skip || c->n_out != c->n_in - skip || c->n_out > LOOP_VARS)
		return;
	l.args = xcalloc((size_t)c->n_out + before + 1, sizeof(*l.args));
	l.said = xcalloc((size_t)c->n_out + 1, sizeof(*l.said));
	for (uint32_t i = 0; i < before; i++)
		l.args[i] = (struct iout){ .dtype = DT_INT32, .shape = ishape_new(c->inf, 0, NULL) };
	for (uint32_t i = 0; i < c->n_out; i++) {
		l.said[i] = said(c, i, l.owner);
		l.args[before + i] = c->in[skip + i];
	}
	for (int k = 0; k < TURNS && !turn(c, &l, k >= TURNS / 2); k++)
		;
	if (!before)
		ask(c, function_of(c, "cond"), "cond", l.args, c->n_out, c->out, 0);
	fresh.hi = (uint32_t)c->inf->syms.list.n;
	for (uint32_t i = 0; i < c->n_out; i++) {
		enum dtype t = c->out[i].dtype;

		c->out[i] = l.args[before + i];
		c->out[i].dtype = t != DT_INVALID ? t : l.args[before + i].dtype;
		iout_refresh(c->inf, &fresh, &c->out[i]);
	}
	vec_free(&fresh.done);
	free(l.args);
	free(l.said);
}

static void while_loop(struct rule_ctx *c)
{
	loop(c, 0, 0);
}

static void for_loop(struct rule_ctx *c)
{
	loop(c, 1, 3);
}

/* ---- V1 ---- */

static void merge(struct rule_ctx *c)
{
	struct iout sum = { 0 };
	bool any = false;

	if (c->n_out > 1)
		rule_scalar(c, 1);
	for (uint32_t i = 0; i < c->n_in; i++) {
		uint32_t from = c->n->in[i].node;
		struct sv op = from < c->ig->g->n_nodes ? graph_node_op(c->ig->g, from) : SV("");

		if (sv_is(op, "NextIteration") || sv_is(op, "RefNextIteration"))
			continue;	/* what comes back widens this afterwards */
		sum = any ? iout_either(c->inf, &sum, &c->in[i]) : c->in[i];
		any = true;
	}
	if (!any || !c->n_out)
		return;
	if (c->ig->loops)
		sum.value = NULL;
	sum.dtype = c->out[0].dtype;
	c->out[0] = sum;
}

static void dispatch(struct rule_ctx *c)
{
	for (uint32_t i = 0; i < c->n_out && c->n_in; i++) {
		enum dtype t = c->out[i].dtype;

		c->out[i] = c->in[0];
		c->out[i].dtype = t;
	}
}

static void gradient(struct rule_ctx *c)
{
	for (uint32_t i = 0; i < c->n_out; i++)
		rule_out(c, i, rule_in(c, i));
}

RULES(call,
	RULE("PartitionedCall", call),
	RULE("StatefulPartitionedCall", call),
	RULE_P("RemoteCall", call, 1),
	RULE("TPUPartitionedCall", rule_unknown),
	RULE("If", cond),
	RULE("_If", cond),
	RULE("StatelessIf", cond),
	RULE("Case", switch_case),
	RULE("StatelessCase", switch_case),
	RULE("While", while_loop),
	RULE("_While", while_loop),
	RULE("StatelessWhile", while_loop),
	RULE("For", for_loop),
	RULE("SymbolicGradient", gradient),
	RULE("ToBool", rule_scalars),
	RULE("Switch", dispatch),
	RULE("RefSwitch", dispatch),
	RULE("_SwitchN", dispatch),
	RULE("Merge", merge),
	RULE("RefMerge", merge),
	RULE("Enter", rule_pass),
	RULE("RefEnter", rule_pass),
	RULE("Exit", rule_pass),
	RULE("RefExit", rule_pass),
	RULE("NextIteration", rule_pass),
	RULE("RefNextIteration", rule_pass),
	RULE("LoopCond", rule_scalars),
	RULE("ControlTrigger", rule_unknown),
	RULE("NoOp", rule_unknown),
	RULE("Abort", rule_unknown),
	RULE("Assert", rule_unknown));
