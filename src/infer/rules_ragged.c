/* Ragged tensors: row splits and flat values. */
#include "infer/inside.h"

#include <string.h>

static void gather(struct rule_ctx *c)
{
	int64_t splits = rule_attr(c, "OUTPUT_RAGGED_RANK", 0), from = rule_attr(c, "PARAMS_RAGGED_RANK", 1);
	struct ishape values = rule_in(c, (uint32_t)from), at = rule_in(c, (uint32_t)from + 1);
	idim n = rule_new(c);

	if (from < 1 || from + 1 >= (int64_t)c->n_in || splits < 0)
		return;
	for (uint32_t i = 0; i < (uint32_t)splits && i < c->n_out; i++)
		rule_vec(c, i, i == 0 && at.rank == 1 ? sym_add(&c->inf->syms, at.dim[0], 1) : rule_new(c));
	if (values.rank > 0 && c->n_out)
		rule_out(c, c->n_out - 1,
			 ishape_cat(c->inf, ishape_new(c->inf, 1, &n), ishape_part(values, 1, values.rank)));
}

static void range(struct rule_ctx *c)
{
	idim n = 1;

	for (uint32_t i = 0; i < 3; i++) {
		struct ishape s = rule_in(c, i);

		if (!rule_max_rank(c, i, 1))
			return;
		if (s.rank != 1)
			continue;
		if (n == 1)
			n = s.dim[0];
		else if (!rule_merge_dim(c, (int)i, 0, n, s.dim[0], &n))
			return;
	}
	if (n == 1 && (rule_in(c, 0).rank < 0 || rule_in(c, 1).rank < 0 || rule_in(c, 2).rank < 0))
		n = rule_new(c);
	rule_vec(c, 0, sym_add(&c->inf->syms, n, 1));
	rule_vec(c, 1, rule_new(c));
}

static void from_variant(struct rule_ctx *c)
{
	for (uint32_t i = 0; i + 1 < c->n_out; i++)
		rule_vec(c, i, rule_new(c));
}

static void to_sparse(struct rule_ctx *c)
{
	int64_t ragged = rule_attr(c, "RAGGED_RANK", 1);
	struct ishape values = rule_in(c, (uint32_t)ragged);
	idim n = values.rank >= 0 ? ishape_count(c->inf, values) : rule_new(c);
	idim rank = values.rank > 0 ? ragged + values.rank : rule_new(c);

	rule_dims(c, 0, 2, n, rank);
	rule_vec(c, 1, n);
	rule_vec(c, 2, rank);
}

/* A batched variant has one element a row. */
static void to_variant(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0);

	if (!rule_flag(c, "batched_input"))
		rule_scalar(c, 0);
	else
		rule_vec(c, 0,
			 s.rank < 1    ? rule_new(c)
			 : c->n_in > 1 ? sym_add(&c->inf->syms, s.dim[0], -1)
				       : s.dim[0]);
}

/* shape, values, default_value, row partitions */
static void to_dense(struct rule_ctx *c)
{
	const struct attr_value *types;
	struct ishape want, values = rule_in(c, 1), rest, both;
	uint32_t n;
	idim d[SHAPE_MAX_RANK];
	int dim, rank;

	if (!rule_shape(c, 0, &want) || !node_attr_list(c->n, "row_partition_types", &types, &n))
		return;
	if (n && types[0].kind == ATTR_STRING && sv_is(types[0].s, "FIRST_DIM_SIZE"))
		n--;
	if (values.rank < 0 || n > 64) {
		if (want.rank > 0)
			rule_out(c, 0, want);
		return;
	}
	rank = (int)n + values.rank;
	if (rank > SHAPE_MAX_RANK || values.rank < 1)
		return;
	for (int i = 0; i < rank; i++)
		d[i] = i <= (int)n ? rule_new(c) : values.dim[i - (int)n];
	rest = ishape_new(c->inf, rank, d);
	if (!ishape_both(c->inf, want, rest, &both, &dim)) {
		rule_bad(c, 0, dim, "the shape and the values' shape do not fit");
		return;
	}
	rule_out(c, 0, both);
}

static void fill_empty_rows(struct rule_ctx *c)
{
	idim many = rule_new(c);

	if (!rule_inputs(c))
		return;
	rule_vec(c, 0, many);
	rule_vec(c, 1, many);
	rule_vec(c, 2, rule_size(c, 2));
	rule_vec(c, 3, rule_in(c, 0).rank == 1 ? rule_in(c, 0).dim[0] : rule_new(c));
}

static void variant_gradient(struct rule_ctx *c)
{
	struct ishape s;

	if (rule_shape(c, 2, &s))
		rule_out(c, 0, s);
}

/* As many rows as any input has, and a split more. */
static void cross(struct rule_ctx *c)
{
	const struct attr_value *v;
	uint32_t n = 0;
	int64_t dense = 3 * rule_attr(c, "Nsparse", 0);
	idim rows = rule_new(c);

	if (node_attr_list(c->n, "ragged_values_types", &v, &n) && n && n < c->n_in && rule_in(c, n).rank == 1)
		rows = sym_sub(&c->inf->syms, rule_in(c, n).dim[0], 1);
	else if (!n && dense >= 0 && dense < c->n_in && rule_in(c, (uint32_t)dense).rank == 2)
		rows = rule_in(c, (uint32_t)dense).dim[0];
	rule_vec(c, 0, rule_new(c));
	rule_vec(c, 1, sym_add(&c->inf->syms, rows, 1));
}

RULES(ragged,
	RULE("RaggedCross", cross),
	CHECK("RaggedFillEmptyRows", fill_empty_rows, "[n] [n] [] []", 0),
	FORM("RaggedFillEmptyRowsGrad", "[n] [m] -> [n] []"),
	RULE("RaggedTensorToVariantGradient", variant_gradient),
	RULE("RaggedGather", gather),
	RULE("RaggedRange", range),
	RULE("RaggedTensorFromVariant", from_variant),
	RULE("RaggedTensorToSparse", to_sparse),
	RULE("RaggedTensorToVariant", to_variant),
	RULE("RaggedTensorToTensor", to_dense));
