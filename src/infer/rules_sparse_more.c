/* Sparse tensors put by and fetched, compared, and sparse matrices in variants. */
#include "infer/inside.h"

/* All dims but the last of two shapes that inputs 2 and 5 hold: the larger of each. */
static void distance(struct rule_ctx *c)
{
	uint32_t n, m;
	const idim *h = rule_value(c, 2, &n), *t = rule_value(c, 5, &m);
	struct ishape a, b;
	idim d[SHAPE_MAX_RANK];

	if (!rule_inputs(c) || !rule_rank(c, 2, 1, &a) || !rule_rank(c, 5, 1, &b))
		return;
	if (h && t && n == m && n > 0 && n <= SHAPE_MAX_RANK) {
		for (uint32_t i = 0; i + 1 < n; i++)
			d[i] = sym_max(&c->inf->syms, h[i], t[i]);
		rule_out(c, 0, ishape_new(c->inf, (int)n - 1, d));
		return;
	}
	if (idim_known(a.dim[0]) && a.dim[0] > 0 && a.dim[0] <= SHAPE_MAX_RANK)
		rule_out(c, 0, ishape_rank(c->inf, (int)a.dim[0] - 1));
}

/* ---- sparse matrices: what a variant holds is followed ---- */

static enum dtype type_attr(const struct rule_ctx *c, const char *name)
{
	enum dtype t = DT_INVALID;

	node_attr_type(c->n, name, &t);
	return t;
}

static void matrix_out(struct rule_ctx *c, enum dtype t, struct ishape s)
{
	rule_scalar(c, 0);
	if (s.rank == 2 || s.rank == 3)
		rule_handle(c, 0, t, s);
}

/* The shape of the matrix in input i; unknown unless its rank is 2 or 3. */
static struct ishape matrix_in(struct rule_ctx *c, uint32_t i)
{
	const struct ihandle_item *h = rule_held(c, i);

	return h && (h->shape.rank == 2 || h->shape.rank == 3) ? h->shape : ishape_unknown();
}

static struct ishape turned(struct rule_ctx *c, struct ishape s)
{
	idim d[3];

	if (s.rank < 0)
		return s;
	d[0] = s.dim[0];
	d[s.rank - 2] = s.dim[s.rank - 1];
	d[s.rank - 1] = s.dim[s.rank - 2];
	return ishape_new(c->inf, s.rank, d);
}

static void from_sparse(struct rule_ctx *c)
{
	struct ishape ix = rule_in(c, 0), s;

	if (!rule_inputs(c) || !rule_shape(c, 2, &s))
		return;
	if (s.rank < 0 && ix.rank == 2 && (ix.dim[1] == 2 || ix.dim[1] == 3))
		s = ishape_rank(c->inf, (int)ix.dim[1]);
	matrix_out(c, type_attr(c, "T"), s);
}

static void from_dense(struct rule_ctx *c)
{
	if (rule_inputs(c))
		matrix_out(c, type_attr(c, "T"), rule_in(c, 0));
}

static void to_dense(struct rule_ctx *c)
{
	rule_out(c, 0, matrix_in(c, 0));
}

static void to_sparse(struct rule_ctx *c)
{
	struct ishape s = matrix_in(c, 0);
	idim n = rule_new(c), r = s.rank < 0 ? rule_new(c) : s.rank;

	rule_dims(c, 0, 2, n, r);
	rule_vec(c, 1, n);
	rule_vec(c, 2, r);
}

static void nnz(struct rule_ctx *c)
{
	struct ishape s = matrix_in(c, 0);

	if (s.rank > 0)
		rule_out(c, 0, ishape_part(s, 0, s.rank - 2));
}

static void components(struct rule_ctx *c)
{
	struct ishape s = matrix_in(c, 0);
	idim n = rule_new(c);

	rule_vec(c, 0, s.rank < 0 ? rule_new(c) : sym_add(&c->inf->syms, s.dim[s.rank - 2], 1));
	rule_vec(c, 1, n);
	rule_vec(c, 2, n);
}

static void transpose(struct rule_ctx *c)
{
	matrix_out(c, type_attr(c, "type"), turned(c, matrix_in(c, 0)));
}

static void cholesky(struct rule_ctx *c)
{
	matrix_out(c, type_attr(c, "type"), matrix_in(c, 0));
}

/* a times b, each turned as its flags say; unknown unless both are known. */
static struct ishape product(struct rule_ctx *c, struct ishape a, struct ishape b)
{
	idim d[3], unused, one = 1;

	if (rule_flag(c, "transpose_a") || rule_flag(c, "adjoint_a"))
		a = turned(c, a);
	if (rule_flag(c, "transpose_b") || rule_flag(c, "adjoint_b"))
		b = turned(c, b);
	if (a.rank < 0 || b.rank < 0)
		return ishape_unknown();
	if (a.rank != b.rank) {	/* one matrix counts as a batch */
		a = a.rank == 3 ? a : ishape_cat(c->inf, ishape_new(c->inf, 1, &one), a);
		b = b.rank == 3 ? b : ishape_cat(c->inf, ishape_new(c->inf, 1, &one), b);
	}
	if (!rule_merge_dim(c, 1, b.rank - 2, a.dim[a.rank - 1], b.dim[b.rank - 2], &unused))
		return ishape_unknown();
	d[0] = a.dim[0] == 1 ? b.dim[0] : a.dim[0];
	d[a.rank - 2] = a.dim[a.rank - 2];
	d[a.rank - 1] = b.dim[a.rank - 1];
	return ishape_new(c->inf, a.rank, d);
}

static void dense_product(struct rule_ctx *c)
{
	struct ishape b = rule_in(c, 1), a = matrix_in(c, 0), s;

	if (b.rank != 2 && b.rank != 3)
		return;
	if (a.rank != b.rank)
		a = ishape_rank(c->inf, b.rank);
	if (b.rank == 3) {	/* a matrix each */
		idim d[3] = { 0, a.dim[1], a.dim[2] };

		if (!rule_merge_dim(c, 1, 0, a.dim[0], b.dim[0], &d[0]))
			return;
		a = ishape_new(c->inf, 3, d);
	}
	s = product(c, a, b);
	rule_out(c, 0, rule_flag(c, "transpose_output") ? turned(c, s) : s);
}

static void sparse_product(struct rule_ctx *c)
{
	matrix_out(c, type_attr(c, "type"), product(c, matrix_in(c, 0), matrix_in(c, 1)));
}

RULES(sparse_more,
	RULE("CSRSparseMatrixComponents", components),
	RULE("CSRSparseMatrixToDense", to_dense),
	RULE("CSRSparseMatrixToSparseTensor", to_sparse),
	CHECK("DenseToCSRSparseMatrix", from_dense, "_ [?,?]", 0),
	RULE("SparseMatrixMatMul", dense_product),
	RULE("SparseMatrixNNZ", nnz),
	RULE("SparseMatrixSparseCholesky", cholesky),
	RULE("SparseMatrixSparseMatMul", sparse_product),
	RULE("SparseMatrixTranspose", transpose),
	CHECK("SparseTensorToCSRSparseMatrix", from_sparse, "[?,r] [?] [r]", 0),
	FORM("AddManySparseToTensorsMap", "[?,r] [?] [r] -> [k]"),
	FORM("AddSparseToTensorsMap", "[n,r] [n] [r] -> []"),
	FORM("DeserializeManySparse", "[?,3] -> [n,r] [n] [r]"),
	FORM("DeserializeSparse", "[*b,3] -> [n,r] [n] [r]"),
	CHECK("EditDistance", distance, "[?,r] [?] [r] [?,r] [?] [r]", 0),
	FORM("SerializeManySparse", "[?,r] [?] [r] -> [k,3]"),
	FORM("SerializeSparse", "[?,?] [?] [?] -> [3]"),
	FORM("TakeManySparseFromTensorsMap", "[?] -> [n,r] [n] [r]"));
