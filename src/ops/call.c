/* Function calls and functional control flow: each asks the machine for a frame and goes on in resume. */
#include <string.h>

#include "ops/tensorlist.h"

static const struct function *callee(struct op_ctx *c, const char *attr)
{
	struct sv name;

	if (c->node->callee && !attr)
		return c->node->callee;
	if (!node_attr_func(c->node, attr ? attr : "f", &name)) {
		op_invalid(c, "attr '%s' names no function", attr ? attr : "f");
		return NULL;
	}
	return c->world->function(c->world_ctx, name, c->err);
}

static bool run_call(struct op_ctx *c)
{
	const struct function *f = callee(c, c->node->callee ? NULL : "f");

	return f && op_call(c, f, c->in, c->n_in, "", -1);
}

static bool give_returns(struct op_ctx *c)
{
	if (c->n_ret != c->n_out)
		return op_invalid(c, "the function returned %d values, the node has %d outputs", c->n_ret, c->n_out);
	for (int i = 0; i < c->n_out; i++)
		if (!c->ret[i] || !op_out_ref(c, i, c->ret[i]))
			return op_fail(c, ERR_INTERNAL, "return value %d is missing", i);
	return true;
}

/* A condition as TensorFlow takes it: a bool scalar, a number that is not 0, a string that is not
 * empty; anything that is no scalar is true when it has elements. */
static bool truth(struct op_ctx *c, const struct tensor *t, bool *yes)
{
	*yes = t->n > 0;
	if (t->rank > 0)
		return true;
	switch (t->dtype) {
	case DT_STRING:
		*yes = tensor_str(t, 0).n > 0;
		return true;
	case DT_FLOAT: case DT_DOUBLE: case DT_INT32: case DT_UINT8: case DT_INT16: case DT_INT8: case DT_INT64:
	case DT_BOOL:
		*yes = tensor_get_f64(t, 0) != 0;
		return true;
	default:
		return op_invalid(c, "%s cannot be converted to a boolean", op_type_text(c, t->dtype));
	}
}

static bool run_to_bool(struct op_ctx *c)
{
	bool yes;
	struct tensor *out = truth(c, c->in[0], &yes) ? op_out(c, 0, DT_BOOL, 0, NULL) : NULL;

	if (out)
		*(uint8_t *)out->data = yes;
	return out != NULL;
}

static bool run_if(struct op_ctx *c)
{
	const struct function *f;
	bool yes;

	if (!truth(c, c->in[0], &yes))
		return false;
	f = callee(c, yes ? "then_branch" : "else_branch");

	return f && op_call(c, f, c->in + 1, c->n_in - 1, yes ? "then" : "else", -1);
}

static const char *const branch_role[] = { "branch0", "branch1", "branch2", "branch3", "branch4", "branch5",
					   "branch6", "branch7", "branch8", "branch9" };

static bool run_case(struct op_ctx *c)
{
	const struct attr_value *branches;
	const struct function *f;
	int64_t k;
	uint32_t n;

	if (!op_int_scalar(c, 0, &k))
		return false;
	if (!node_attr_list(c->node, "branches", &branches, &n) || !n)
		return op_invalid(c, "attr 'branches' is missing");
	if (k < 0 || k >= n)
		k = n - 1;
	f = c->world->function(c->world_ctx, branches[k].s, c->err);
	return f && op_call(c, f, c->in + 1, c->n_in - 1,
			    k < 10 ? branch_role[k] : arena_printf(c->scratch, "branch%lld", (long long)k), -1);
}

/* While: act says where the loop stands; the loop's variables wait in out[] between the calls. */
struct loop {
	int64_t iter;
	bool in_body;
};

_Static_assert(sizeof(struct loop) <= OP_ACT_BYTES, "fits in act");

static bool vars_set(struct op_ctx *c, struct tensor *const *v)
{
	for (int i = 0; i < c->n_out; i++) {
		struct tensor *old = c->out[i];

		if (!v[i])
			return op_fail(c, ERR_INTERNAL, "loop variable %d is missing", i);
		c->out[i] = tensor_ref(v[i]);
		tensor_unref(old);
	}
	return true;
}

static bool run_while(struct op_ctx *c)
{
	const struct function *f = callee(c, "cond");

	if (!f)
		return false;
	if (c->n_in != c->n_out)
		return op_invalid(c, "%d loop variables go in, %d come out", c->n_in, c->n_out);
	*c->act = xcalloc(1, OP_ACT_BYTES);
	return vars_set(c, c->in) && op_call(c, f, c->out, c->n_out, "cond", 0);
}

static bool resume_while(struct op_ctx *c)
{
	struct loop *l = *c->act;
	const struct function *f;
	bool yes;

	if (l->in_body) {
		if (c->n_ret != c->n_out)
			return op_invalid(c, "the body returned %d values for %d loop variables", c->n_ret,
					  c->n_out);
		if (!vars_set(c, c->ret))
			return false;
		l->in_body = false;
		l->iter++;
		f = callee(c, "cond");
		return f && op_call(c, f, c->out, c->n_out, "cond", l->iter);
	}
	if (c->n_ret < 1 || !c->ret[0])
		return op_invalid(c, "the condition returned nothing");
	if (!truth(c, c->ret[0], &yes))
		return false;
	if (!yes)
		return true;
	l->in_body = true;
	f = callee(c, "body");
	return f && op_call(c, f, c->out, c->n_out, "body", l->iter);
}

/* For: inputs start, limit, delta, then the loop's variables; the body gets the counter and these. */
struct count {
	int64_t i, limit, delta, iter;
};

_Static_assert(sizeof(struct count) <= OP_ACT_BYTES, "fits in act");

static bool for_next(struct op_ctx *c, struct count *k)
{
	const struct function *f;
	struct tensor **args, *i;
	bool ok;

	if (k->delta > 0 ? k->i >= k->limit : k->i <= k->limit)
		return true;
	f = callee(c, "body");
	i = f ? tensor_scalar_i64(DT_INT32, k->i, c->err) : NULL;
	if (!i)
		return false;
	args = arena_array(c->scratch, (size_t)c->n_out + 1, sizeof(*args));
	args[0] = i;
	memcpy(args + 1, c->out, (size_t)c->n_out * sizeof(*args));
	ok = op_call(c, f, args, c->n_out + 1, "body", k->iter);
	tensor_unref(i);
	return ok;
}

static bool run_for(struct op_ctx *c)
{
	struct count *k;

	if (c->n_in < 3 || c->n_in - 3 != c->n_out)
		return op_invalid(c, "%d loop variables go in, %d come out", c->n_in - 3, c->n_out);
	for (int i = 0; i < 3; i++)
		if (c->in[i]->rank != 0)
			return op_invalid(c, "%s must be a scalar", i == 0 ? "start" : i == 1 ? "limit" : "delta");
	k = *c->act = xcalloc(1, OP_ACT_BYTES);
	k->i = tensor_get_i64(c->in[0], 0);
	k->limit = tensor_get_i64(c->in[1], 0);
	k->delta = tensor_get_i64(c->in[2], 0);
	if (k->i != k->limit && (k->delta == 0 || (k->delta > 0) != (k->i < k->limit)))
		return op_invalid(c, "Invalid start/limit/delta: %lld %lld %lld", (long long)k->i,
				  (long long)k->limit, (long long)k->delta);
	return vars_set(c, c->in + 3) && (k->i == k->limit || for_next(c, k));
}

static bool resume_for(struct op_ctx *c)
{
	struct count *k = *c->act;

	if (c->n_ret != c->n_out)
		return op_invalid(c, "the body returned %d values for %d loop variables", c->n_ret, c->n_out);
	k->i += k->delta;
	k->iter++;
	return vars_set(c, c->ret) && for_next(c, k);
}

static bool run_remote(struct op_ctx *c)
{
	const struct function *f = callee(c, "f");

	return f && op_call(c, f, c->in + 1, c->n_in - 1, "", -1);
}

static const struct op_row rows[] = {
	{ .name = "ToBool", .n_in = 1, .n_out = 1, .run = run_to_bool },
	{ .name = "For", .n_in = -1, .n_out = -1, .flags = OP_CALLS | OP_STATEFUL, .run = run_for,
	  .resume = resume_for },
	{ .name = "RemoteCall", .n_in = -1, .n_out = -1, .flags = OP_CALLS | OP_STATEFUL, .run = run_remote,
	  .resume = give_returns },
	{ .name = "PartitionedCall", .n_in = -1, .n_out = -1, .flags = OP_CALLS, .run = run_call,
	  .resume = give_returns },
	{ .name = "StatefulPartitionedCall", .n_in = -1, .n_out = -1, .flags = OP_CALLS | OP_STATEFUL,
	  .run = run_call, .resume = give_returns },
	{ .name = "If", .n_in = -1, .n_out = -1, .flags = OP_CALLS | OP_STATEFUL, .run = run_if,
	  .resume = give_returns },
	{ .name = "_If", .n_in = -1, .n_out = -1, .flags = OP_CALLS | OP_STATEFUL, .run = run_if,
	  .resume = give_returns },
	{ .name = "StatelessIf", .n_in = -1, .n_out = -1, .flags = OP_CALLS, .run = run_if,
	  .resume = give_returns },
	{ .name = "Case", .n_in = -1, .n_out = -1, .flags = OP_CALLS | OP_STATEFUL, .run = run_case,
	  .resume = give_returns },
	{ .name = "StatelessCase", .n_in = -1, .n_out = -1, .flags = OP_CALLS, .run = run_case,
	  .resume = give_returns },
	{ .name = "While", .n_in = -1, .n_out = -1, .flags = OP_CALLS | OP_STATEFUL, .run = run_while,
	  .resume = resume_while },
	{ .name = "_While", .n_in = -1, .n_out = -1, .flags = OP_CALLS | OP_STATEFUL, .run = run_while,
	  .resume = resume_while },
	{ .name = "StatelessWhile", .n_in = -1, .n_out = -1, .flags = OP_CALLS, .run = run_while,
	  .resume = resume_while },
};

OP_FAMILY(family_call, rows);

const struct op_row *op_call_row(void)
{
	return op_find(SV("StatefulPartitionedCall"));
}
