/* Training, and what chooses or searches: unique values, sorted search, batches. */
#include "infer/inside.h"

static void unique(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0), at = rule_in(c, 1);
	idim n = rule_new(c);
	int64_t where;
	uint32_t k;
	int axis = 0;

	if (c->row->p == 0) {	/* of a vector */
		if (!rule_rank(c, 0, 1, &s))
			return;
		rule_vec(c, 0, n);
		rule_vec(c, 1, s.dim[0]);
		rule_vec(c, 2, n);
		return;
	}
	rule_vec(c, 2, n);
	rule_vec(c, 1, rule_new(c));
	if (s.rank < 0)
		return;
	if (rule_value(c, 1, &k) ? k == 0 : at.rank == 1 && idim_known(at.dim[0]) && at.dim[0] == 0) {
		if (s.rank != 1) {
			rule_bad(c, 0, -1, "Shape must be rank 1 but is rank %d", s.rank);
			return;
		}
	} else if (!rule_int(c, 1, &where)) {
		rule_out(c, 0, ishape_rank(c->inf, s.rank));
		return;
	} else if (!rule_axis(c, 1, where, s.rank, &axis)) {
		return;
	}
	rule_vec(c, 1, s.dim[axis]);
	rule_out(c, 0, ishape_cat(c->inf, ishape_cat(c->inf, ishape_part(s, 0, axis), ishape_new(c->inf, 1, &n)),
				  ishape_part(s, axis + 1, s.rank)));
}

/* The gradient (input p) has rows for some of the variable's. */
static void sparse_apply(struct rule_ctx *c)
{
	struct ishape s, grad = rule_in(c, (uint32_t)c->row->p), any;
	idim rows = rule_new(c);

	if (!rule_merge(c, 1, rule_in(c, 0), rule_in(c, 1), &s) || !rule_min_rank(c, (uint32_t)c->row->p, 1))
		return;
	any = grad.rank < 1 ? grad : ishape_cat(c->inf, ishape_new(c->inf, 1, &rows), ishape_part(grad, 1, grad.rank));
	if (rule_merge(c, c->row->p, s, any, &s))
		rule_out(c, 0, s);
}

static void bound(struct rule_ctx *c)
{
	struct ishape a, b;

	if (rule_rank(c, 0, 2, &a) && rule_rank(c, 1, 2, &b))
		rule_out(c, 0, b);
}

RULES(train,
	FORM("SdcaFprint", "[n] -> [n,2]"),
	RULE("SdcaShrinkL1", rule_unknown),
	RULE_P("Unique", unique, 0),
	RULE_P("UniqueWithCounts", unique, 0),
	RULE_P("UniqueV2", unique, 1),
	RULE_P("UniqueWithCountsV2", unique, 1),
	FORM("ListDiff", "[?] [?] -> [k] [k]"),
	RULE("LowerBound", bound),
	RULE("UpperBound", bound),
	RULE("BatchFunction", rule_unknown),
	FORM("ApplyAdaMax", "A A A [] [] [] [] [] A -> A"),
	FORM("ApplyAdadelta", "A A A [] [] [] A -> A"),
	FORM("ApplyAdagrad", "A A [] A -> A"),
	FORM("ApplyAdagradV2", "A A [] [] A -> A"),
	FORM("ApplyAdam", "A A A [] [] [] [] [] [] A -> A"),
	FORM("ApplyCenteredRMSProp", "A A A A [] [] [] [] A -> A"),
	FORM("ApplyGradientDescent", "A [] A -> A"),
	FORM("ApplyMomentum", "A A [] A [] -> A"),
	FORM("ApplyRMSProp", "A A A [] [] [] [] A -> A"),
	RULE_P("SparseApplyAdagrad", sparse_apply, 3),
	RULE_P("SparseApplyAdagradV2", sparse_apply, 4),
	RULE_P("SparseApplyMomentum", sparse_apply, 3),
	RULE_P("SparseApplyRMSProp", sparse_apply, 7),
	RULE("ResourceApplyAdaMax", rule_unknown),
	RULE("ResourceApplyAdadelta", rule_unknown),
	RULE("ResourceApplyAdagrad", rule_unknown),
	RULE("ResourceApplyAdagradV2", rule_unknown),
	RULE("ResourceApplyAdam", rule_unknown),
	RULE("ResourceApplyAdamWithAmsgrad", rule_unknown),
	RULE("ResourceApplyCenteredRMSProp", rule_unknown),
	RULE("ResourceApplyGradientDescent", rule_unknown),
	RULE("ResourceApplyKerasMomentum", rule_unknown),
	RULE("ResourceApplyMomentum", rule_unknown),
	RULE("ResourceApplyRMSProp", rule_unknown),
	RULE("ResourceSparseApplyAdagrad", rule_unknown),
	RULE("ResourceSparseApplyAdagradV2", rule_unknown),
	RULE("ResourceSparseApplyKerasMomentum", rule_unknown),
	RULE("ResourceSparseApplyMomentum", rule_unknown),
	RULE("ResourceSparseApplyRMSProp", rule_unknown),
	RULE("ResourceApplyProximalGradientDescent", rule_unknown),
	RULE("ResourceSparseApplyProximalGradientDescent", rule_unknown),
	FORM("ApplyProximalGradientDescent", "A [] [] [] A -> A"),
	RULE_P("SparseApplyProximalGradientDescent", sparse_apply, 4),
	RULE("ResourceApplyProximalAdagrad", rule_unknown),
	RULE("ResourceSparseApplyProximalAdagrad", rule_unknown),
	FORM("ApplyProximalAdagrad", "A A [] [] [] A -> A"),
	RULE_P("SparseApplyProximalAdagrad", sparse_apply, 5),
	RULE("ResourceApplyAdagradDA", rule_unknown),
	RULE("ResourceSparseApplyAdagradDA", rule_unknown),
	FORM("ApplyAdagradDA", "A A A A [] [] [] [] -> A"),
	RULE_P("SparseApplyAdagradDA", sparse_apply, 3),
	RULE("ResourceApplyAddSign", rule_unknown),
	RULE("ResourceSparseApplyAddSign", rule_unknown),
	FORM("ApplyAddSign", "A A [] [] [] [] A -> A"),
	RULE_P("SparseApplyAddSign", sparse_apply, 6),
	RULE("ResourceApplyPowerSign", rule_unknown),
	RULE("ResourceSparseApplyPowerSign", rule_unknown),
	FORM("ApplyPowerSign", "A A [] [] [] [] A -> A"),
	RULE_P("SparseApplyPowerSign", sparse_apply, 6),
	RULE("ResourceSparseApplyFtrl", rule_unknown),
	RULE_P("SparseApplyFtrl", sparse_apply, 3),
	RULE("ResourceApplyFtrlV2", rule_unknown),
	RULE("ResourceSparseApplyFtrlV2", rule_unknown),
	FORM("ApplyFtrlV2", "A A A A [] [] [] [] [] -> A"),
	RULE_P("SparseApplyFtrlV2", sparse_apply, 3),
	RULE("ResourceSparseApplyAdadelta", rule_unknown),
	RULE_P("SparseApplyAdadelta", sparse_apply, 6),
	RULE("ResourceSparseApplyCenteredRMSProp", rule_unknown),
	RULE_P("SparseApplyCenteredRMSProp", sparse_apply, 8),
	FORM("ApplyFtrl", "A A A A [] [] [] [] -> A"),
	RULE("ResourceApplyFtrl", rule_unknown));
