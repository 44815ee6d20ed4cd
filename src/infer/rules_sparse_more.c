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

/* a's shape is not known: it lies in a variant. */
static void csr_product(struct rule_ctx *c)
{
	struct ishape b = rule_in(c, 1);

	if (b.rank == 2 || b.rank == 3)
		rule_out(c, 0, ishape_rank(c->inf, b.rank));
}

RULES(sparse_more,
	FORM("CSRSparseMatrixComponents", "[] [] -> [r] [n] [n]"),
	FORM("CSRSparseMatrixToDense", "[] -> _"),
	FORM("CSRSparseMatrixToSparseTensor", "[] -> [n,r] [n] [r]"),
	FORM("DenseToCSRSparseMatrix", "_ [?,?] -> []"),
	CHECK("SparseMatrixMatMul", csr_product, "[] _", 0),
	FORM("SparseMatrixNNZ", "[] -> _"),
	FORM("SparseMatrixSparseCholesky", "[] _ -> []"),
	FORM("SparseMatrixSparseMatMul", "[] [] -> []"),
	FORM("SparseMatrixTranspose", "[] -> []"),
	FORM("SparseTensorToCSRSparseMatrix", "[?,r] [?] [r] -> []"),
	FORM("AddManySparseToTensorsMap", "[?,r] [?] [r] -> [k]"),
	FORM("AddSparseToTensorsMap", "[n,r] [n] [r] -> []"),
	FORM("DeserializeManySparse", "[?,3] -> [n,r] [n] [r]"),
	FORM("DeserializeSparse", "[*b,3] -> [n,r] [n] [r]"),
	CHECK("EditDistance", distance, "[?,r] [?] [r] [?,r] [?] [r]", 0),
	FORM("SerializeManySparse", "[?,r] [?] [r] -> [k,3]"),
	FORM("SerializeSparse", "[?,?] [?] [?] -> [3]"),
	FORM("TakeManySparseFromTensorsMap", "[?] -> [n,r] [n] [r]"));
