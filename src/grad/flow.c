/*
 * Rules of what steers a run, and of variables. Calls, loops and branches need none: they hand their tensors
 * on, and a tensor is known by itself. Where a kernel made a copy, the rule hands the gradient on.
 */
#include "grad/inside.h"

#include <string.h>

#include "ops/var.h"

/* Switch: the output that is alive. */
static bool switch_(struct gcx *c, struct vjp *v)
{
	for (uint32_t k = 0; k < v->n_out; k++)
		if (v->g[k].t && v_want(v, 0))
			return v_give(c, v, 0, v->g[k].t);
	return true;
}

static bool merge(struct gcx *c, struct vjp *v)
{
	int64_t i = v->n_out > 1 && v->out[1] ? tensor_get_i64(v->out[1], 0) : 0;

	return i < 0 || i >= v->n_in || !v_want(v, (uint32_t)i) || !v->g[0].t ||
	       v_give(c, v, (uint32_t)i, v->g[0].t);
}

static bool all(struct gcx *c, struct vjp *v)
{
	for (uint32_t k = 0; k < v->n_out && k < v->n_in; k++)
		if (v->g[k].t && v_want(v, k) && !v_give(c, v, k, v->g[k].t))
			return false;
	return true;
}

/* Of a variable: by what it holds. */
static bool read(struct gcx *c, struct vjp *v)
{
	return !v->g[0].t || v_give(c, v, 0, v->g[0].t);
}

/* The key that was looked up, and what stands for those that the table does not know. */
static bool terms_lookup(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place, struct terms *t)
{
	int64_t n = v->in[1]->n, each = n ? v->out[slot]->n / n : 0, rest = v->in[2]->n;

	(void)c;
	if (!each || place / each >= n)
		return false;
	t->how = TERMS_MADE;
	term_plain(t, v, 1, place / each)->what = "the key";
	if (rest)
		term_plain(t, v, 2, place % rest)->what = "when the table does not know it";
	return true;
}

#define END(name)                                                                                  \
	{                                                                                          \
		name, GRAD_END, 0, NULL, NULL, NULL                                                \
	}
#define PASS(name)                                                                                 \
	{                                                                                          \
		name, GRAD_COPY, 1, "g", NULL, NULL                                                \
	}

static const struct grad_row rows[] = {
	PASS("Enter"),
	PASS("Exit"),
	PASS("NextIteration"),
	PASS("RefEnter"),
	PASS("RefExit"),
	PASS("RefIdentity"),
	PASS("RefNextIteration"),
	PASS("_Arg"),
	PASS("_Retval"),
	{"IdentityN", GRAD_COPY, ~0u, NULL, all, NULL},
	{"Merge", GRAD_COPY, ~0u, NULL, merge, NULL},
	{"ReadVariableOp", GRAD_BEGINS, 0, NULL, read, NULL},
	{"RefMerge", GRAD_COPY, ~0u, NULL, merge, NULL},
	{"RefSwitch", GRAD_COPY, 1, NULL, switch_, NULL},
	{"Switch", GRAD_COPY, 1, NULL, switch_, NULL},

	{"PreventGradient", GRAD_END | GRAD_BEGINS | GRAD_COPY, 1, NULL, NULL, NULL},
	{"StopGradient", GRAD_END | GRAD_BEGINS | GRAD_COPY, 1, NULL, NULL, NULL},
	{"Assign", GRAD_END, 0, NULL, NULL, NULL},
	END("AssignAdd"),
	END("AssignSub"),
	END("Assert"),
	END("AssignAddVariableOp"),
	END("AssignSubVariableOp"),
	END("AssignVariableOp"),
	END("ControlTrigger"),
	END("IsVariableInitialized"),
	END("LoopCond"),
	END("NoOp"),
	END("VarHandleOp"),
	END("VarIsInitializedOp"),
	END("VariableShape"),
	/* tables and texts */
	END("AsString"),
	END("DecodeBase64"),
	END("DecodeRaw"),
	END("EncodeBase64"),
	END("HashTable"),
	END("HashTableV2"),
	{"LookupTableFind", GRAD_END, 0, NULL, NULL, terms_lookup},
	{"LookupTableFindV2", GRAD_END, 0, NULL, NULL, terms_lookup},
	END("LookupTableInsert"),
	END("LookupTableInsertV2"),
	END("LookupTableSize"),
	END("LookupTableSizeV2"),
	END("MutableHashTable"),
	END("MutableHashTableV2"),
	END("ReduceJoin"),
	END("StringJoin"),
	END("StringSplit"),
	END("StringToHashBucket"),
	END("StringToHashBucketFast"),
	END("_TensorToHashBucketFast"),
	END("StringToHashBucketStrong"),
	END("StringToNumber"),
};

GRAD_FAMILY(flow);
