/* Sparse tensors: indices [n,rank], values [n], shape [rank]. */
#include "infer/inside.h"

#include <string.h>

static void to_dense(struct rule_ctx *c)
{
	struct ishape s;

	if (rule_shape(c, 1, &s))
		rule_out(c, 0, s);
}

static void concat(struct rule_ctx *c)
{
	uint32_t n = c->n_in / 3;
	idim many = 0, rank = rule_new(c);

	for (uint32_t i = 0; i < n; i++) {
		struct ishape at, shape;

		if (!rule_rank(c, i, 2, &at) || !rule_rank(c, 2 * n + i, 1, &shape) ||
		    !rule_merge_dim(c, (int)(2 * n + i), 0, rank, shape.dim[0], &rank) ||
		    !rule_merge_dim(c, (int)i, 1, rank, at.dim[1], &rank))
			return;
		many = sym_add(&c->inf->syms, many, at.dim[0]);
	}
	rule_dims(c, 0, 2, many, rank);
	rule_vec(c, 1, many);
	rule_vec(c, 2, rank);
}


static void dense_mat_mul(struct rule_ctx *c)
{
	bool ta = rule_flag(c, "adjoint_a"), tb = rule_flag(c, "adjoint_b");
	struct ishape a, b;
	idim inner;

	if (!rule_shape(c, 2, &a) || !rule_rank(c, 3, 2, &b))
		return;
	if (a.rank < 0)
		a = ishape_rank(c->inf, 2);
	if (a.rank != 2) {
		rule_bad(c, 2, -1, "Shape must be rank 2 but is rank %d", a.rank);
		return;
	}
	if (rule_merge_dim(c, 3, tb, a.dim[!ta], b.dim[tb], &inner))
		rule_dims(c, 0, 2, a.dim[ta], b.dim[!tb]);
}

static void split(struct rule_ctx *c)
{
	struct ishape shape = rule_in(c, 3), at = rule_in(c, 1);
	uint32_t n = c->n_out / 3;
	idim rank = shape.rank == 1 ? shape.dim[0] : at.rank == 2 ? at.dim[1] : rule_new(c);

	for (uint32_t i = 0; i < n; i++) {
		idim many = rule_new(c);

		rule_dims(c, i, 2, many, rank);
		rule_vec(c, n + i, many);
		rule_out(c, 2 * n + i, shape);
	}
}

static void reduce_dense(struct rule_ctx *c)
{
	struct ishape s;
	uint32_t n;
	const idim *v = rule_value(c, 3, &n);
	bool keep = rule_flag(c, "keep_dims"), gone[SHAPE_MAX_RANK] = { false };
	idim d[SHAPE_MAX_RANK];
	int rank = 0, axis;

	if (!rule_shape(c, 2, &s) || s.rank < 0 || (!v && !keep))
		return;
	for (uint32_t i = 0; v && i < n; i++) {
		if (!idim_known(v[i]))
			return;
		if (!rule_axis(c, 3, v[i], s.rank, &axis))
			return;
		gone[axis] = true;
	}
	for (int i = 0; i < s.rank; i++)
		if (!gone[i] || keep)
			d[rank++] = !v ? rule_new(c) : gone[i] ? 1 : s.dim[i];
	rule_out(c, 0, ishape_new(c->inf, rank, d));
}

static void set_operation(struct rule_ctx *c)
{
	struct ishape a = rule_in(c, 0), b = rule_in(c, (uint32_t)c->row->p);
	idim n = rule_new(c), rank = rule_new(c);

	if (c->row->p == 1 && a.rank >= 0)
		rank = a.rank;
	else if (c->row->p == 1 && b.rank >= 0 && !strcmp(c->row->op, "DenseToDenseSetOperation"))
		rank = b.rank;
	rule_dims(c, 0, 2, n, rank);
	rule_vec(c, 1, n);
	rule_vec(c, 2, rank);
}

static void dense_sparse_set(struct rule_ctx *c)
{
	struct ishape a = rule_in(c, 0), shape = rule_in(c, 3), at = rule_in(c, 1);
	idim n = rule_new(c), rank = a.rank >= 0 ? a.rank : shape.rank == 1 && idim_known(shape.dim[0]) ? shape.dim[0]
		: at.rank == 2 ? at.dim[1] : rule_new(c);

	rule_dims(c, 0, 2, n, rank);
	rule_vec(c, 1, n);
	rule_vec(c, 2, rank);
}

static void sparse_sparse_set(struct rule_ctx *c)
{
	struct ishape a = rule_in(c, 2), b = rule_in(c, 5);
	idim n = rule_new(c), rank = a.rank == 1 && idim_known(a.dim[0]) ? a.dim[0]
				     : b.rank == 1			 ? b.dim[0]
									 : rule_new(c);

	rule_dims(c, 0, 2, n, rank);
	rule_vec(c, 1, n);
	rule_vec(c, 2, rank);
}

static void set_size(struct rule_ctx *c)
{
	struct ishape s;

	if (rule_shape(c, 2, &s) && s.rank > 0)
		rule_out(c, 0, ishape_part(s, 0, s.rank - 1));
}

static void bincount(struct rule_ctx *c)
{
	struct ishape s;
	uint32_t at = (uint32_t)c->row->p;
	idim n = rule_size(c, at);

	if (c->row->p == 3) {	/* the dense shape is known as a value */
		if (!rule_shape(c, 2, &s) || s.rank < 0)
			return;
		if (s.rank == 1)
			rule_vec(c, 0, n);
		else if (s.rank == 2)
			rule_dims(c, 0, 2, s.dim[0], n);
		return;
	}
	s = rule_in(c, 0);	/* ragged: as many rows as splits, less one */
	rule_dims(c, 0, 2, s.rank == 1 ? sym_add(&c->inf->syms, s.dim[0], -1) : rule_new(c), n);
}

static void count_sparse(struct rule_ctx *c)
{
	idim n = rule_new(c), rank = 2;
	struct ishape s = rule_in(c, 0);

	if (c->row->p == 1)
		rank = s.rank >= 0 ? s.rank : rule_new(c);
	else if (c->row->p == 2)
		rank = s.rank == 2 ? s.dim[1] : rule_new(c);
	rule_dims(c, 0, 2, n, rank);
	rule_vec(c, 1, n);
	rule_vec(c, 2, rank);
}

static void fill_empty_rows(struct rule_ctx *c)
{
	struct ishape at, values, shape, dense;
	idim many = rule_new(c), n, rank, rows;

	if (!rule_rank(c, 0, 2, &at) || !rule_rank(c, 1, 1, &values) || !rule_rank(c, 2, 1, &shape) ||
	    !rule_merge_dim(c, 1, 0, at.dim[0], values.dim[0], &n) ||
	    !rule_merge_dim(c, 2, 0, at.dim[1], shape.dim[0], &rank) || !rule_shape(c, 2, &dense))
		return;
	rows = dense.rank > 0 ? dense.dim[0] : rule_new(c);
	rule_dims(c, 0, 2, many, rank);
	rule_vec(c, 1, many);
	rule_vec(c, 2, rows);
	rule_vec(c, 3, n);
}

static void reshape(struct rule_ctx *c)
{
	struct ishape at, shape, to;

	if (!rule_rank(c, 0, 2, &at) || !rule_rank(c, 1, 1, &shape) || !rule_rank(c, 2, 1, &to))
		return;
	rule_dims(c, 0, 2, at.dim[0], to.dim[0]);
	rule_vec(c, 1, to.dim[0]);
}

static void slice(struct rule_ctx *c)
{
	struct ishape shape = rule_in(c, 2), at = rule_in(c, 0);
	idim n = rule_new(c), rank = shape.rank == 1 ? shape.dim[0] : at.rank == 2 ? at.dim[1] : rule_new(c);

	rule_dims(c, 0, 2, n, rank);
	rule_vec(c, 1, n);
	rule_out(c, 2, shape.rank < 0 ? ishape_new(c->inf, 1, &rank) : shape);
}

static void dense_wise(struct rule_ctx *c)
{
	struct ishape at = rule_in(c, 0);

	rule_vec(c, 0, at.rank == 2 ? at.dim[0] : rule_new(c));
}

RULES(sparse,
	RULE("SparseToDense", to_dense),
	FORM("SparseAdd", "[?,r] _ [r] -> [k,r] [k] [r]"),
	FORM("SparseTensorDenseAdd", "_ _ _ A -> A"),
	RULE("SparseConcat", concat),
	FORM("SparseCross", "-> [k,2] [k] [2]"),
	FORM("SparseCrossV2", "-> [k,2] [k] [2]"),
	FORM("SparseCrossHashed", "-> [k,2] [k] [2]"),
	RULE("SparseDenseCwiseAdd", dense_wise),
	RULE("SparseDenseCwiseDiv", dense_wise),
	RULE("SparseDenseCwiseMul", dense_wise),
	CHECK("SparseFillEmptyRows", fill_empty_rows, "[n,r] [n] [r] []", 0),
	FORM("SparseFillEmptyRowsGrad", "[n] [m] -> [n] []"),
	RULE("SparseReduceMax", reduce_dense),
	RULE("SparseReduceSum", reduce_dense),
	RULE("SparseReduceMaxSparse", rule_unknown),
	RULE("SparseReduceSumSparse", rule_unknown),
	FORM("SparseReorder", "[n,r] [n] [r] -> [n,r] [n]"),
	RULE("SparseReshape", reshape),
	FORM("SparseAddGrad", "[s] [a,r] [b,r] [s,r] -> [a] [b]"),
	FORM("SparseSliceGrad", "[s] [n,r] [r] [s,r] -> [n]"),
	CHECK("SparseSlice", slice, "[n,r] [n] [r] [r] [r]", 0),
	FORM("SparseSoftmax", "[n,?] [n] [?] -> [n]"),
	FORM("SparseSparseMaximum", "[?,r] [?] [r] -> [k,r] [k]"),
	FORM("SparseSparseMinimum", "[?,r] [?] [r] -> [k,r] [k]"),
	CHECK("SparseSplit", split, "[] [n,r] [n] [r]", 0),
	CHECK("SparseTensorDenseMatMul", dense_mat_mul, "[?,2] [?] [2] [?,?]", 0),
	RULE_P("DenseToDenseSetOperation", set_operation, 1),
	RULE("DenseToSparseSetOperation", dense_sparse_set),
	RULE("SparseToSparseSetOperation", sparse_sparse_set),
	RULE("SetSize", set_size),
	RULE_P("SparseBincount", bincount, 3),
	RULE_P("RaggedBincount", bincount, 2),
	RULE_P("DenseCountSparseOutput", count_sparse, 1),
	RULE_P("SparseCountSparseOutput", count_sparse, 2),
	RULE_P("RaggedCountSparseOutput", count_sparse, 3));
