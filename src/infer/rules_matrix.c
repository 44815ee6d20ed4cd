/* Products of matrices, Einsum, linear algebra, diagonals, Fourier transforms. */
#include "infer/inside.h"

#include <ctype.h>
#include <inttypes.h>
#include <string.h>

static void mat_mul(struct rule_ctx *c)
{
	bool ta = rule_flag(c, "transpose_a"), tb = rule_flag(c, "transpose_b");
	struct ishape a, b;
	idim inner;

	if (!rule_rank(c, 0, 2, &a) || !rule_rank(c, 1, 2, &b) ||
	    !rule_merge_dim(c, 1, tb, a.dim[!ta], b.dim[tb], &inner))
		return;
	rule_dims(c, 0, 2, a.dim[ta], b.dim[!tb]);
}

static void batch_mat_mul(struct rule_ctx *c)
{
	bool ta = rule_flag(c, "adj_x"), tb = rule_flag(c, "adj_y");
	struct ishape a = rule_in(c, 0), b = rule_in(c, 1), batch, both;
	idim inner, d[2];

	if (!rule_min_rank(c, 0, 2) || !rule_min_rank(c, 1, 2) || a.rank < 0 || b.rank < 0)
		return;
	if (!rule_merge_dim(c, 1, b.rank - 1 - !tb, a.dim[a.rank - 1 - ta], b.dim[b.rank - 1 - !tb], &inner))
		return;
	batch = ishape_part(a, 0, a.rank - 2);
	both = ishape_part(b, 0, b.rank - 2);
	if (c->row->p ? !rule_broadcast(c, batch, both, &batch) : !rule_merge(c, 1, batch, both, &batch))
		return;
	d[0] = a.dim[a.rank - 2 + ta];
	d[1] = b.dim[b.rank - 1 - tb];
	rule_out(c, 0, ishape_cat(c->inf, batch, ishape_new(c->inf, 2, d)));
}

/* ---- Einsum ---- */

enum { LABELS = 128, OPERANDS = 16 };

struct einsum {
	struct sv in[OPERANDS], out;
	uint32_t n;
	bool has[LABELS], dots;
	idim dim[LABELS];
	struct ishape rest;		/* what the ellipses stand for, broadcast */
};

static bool einsum_parse(struct sv eq, struct einsum *e)
{
	long arrow = -1;

	for (size_t i = 0; i + 1 < eq.n; i++)
		if (eq.p[i] == '-' && eq.p[i + 1] == '>')
			arrow = (long)i;
	if (arrow < 0)
		return false;
	e->out = sv_sub(eq, (size_t)arrow + 2, eq.n);
	for (size_t from = 0, i = 0; i <= (size_t)arrow; i++) {
		if (i < (size_t)arrow && eq.p[i] != ',')
			continue;
		if (e->n == OPERANDS)
			return false;
		e->in[e->n++] = sv_sub(eq, from, i);
		from = i + 1;
	}
	return true;
}

static int labels(struct sv term, bool *dots)
{
	int n = 0;

	*dots = false;
	for (size_t i = 0; i < term.n; i++) {
		n += isalpha((unsigned char)term.p[i]) != 0;
		*dots = *dots || term.p[i] == '.';
	}
	return n;
}

static bool einsum_take(struct rule_ctx *c, struct einsum *e, uint32_t i)
{
	struct ishape s = rule_in(c, i);
	bool dots, seen = false;
	int n = labels(e->in[i], &dots), at = 0;

	e->dots = e->dots || dots;
	if (s.rank < 0 && dots) {	/* its labels are sizes that nothing is known of */
		e->rest = ishape_unknown();
		for (size_t k = 0; k < e->in[i].n; k++) {
			unsigned char l = (unsigned char)e->in[i].p[k];

			if (isalpha(l) && !e->has[l])
				e->dim[l] = rule_new(c);
			e->has[l] = e->has[l] || isalpha(l);
		}
		return true;
	}
	if (s.rank < 0)
		s = ishape_rank(c->inf, n);
	if (dots ? s.rank < n : s.rank != n)
		return rule_bad(c, (int)i, -1, "Shape must be %srank %d but is rank %d", dots ? "at least " : "", n,
				s.rank);
	for (size_t k = 0; k < e->in[i].n; k++) {
		unsigned char l = (unsigned char)e->in[i].p[k];

		if (l == '.' && !seen) {
			seen = true;
			if (!rule_broadcast(c, e->rest, ishape_part(s, at, at + s.rank - n), &e->rest))
				return false;
			at += s.rank - n;
		}
		if (!isalpha(l))
			continue;
		if (e->has[l] && !rule_merge_dim(c, (int)i, at, e->dim[l], s.dim[at], &e->dim[l]))
			return false;
		if (!e->has[l])
			e->dim[l] = s.dim[at];
		e->has[l] = true;
		at++;
	}
	return true;
}

static void einsum(struct rule_ctx *c)
{
	struct einsum e = { .rest = ishape_new(c->inf, 0, NULL) };
	struct ishape out = ishape_new(c->inf, 0, NULL);
	bool seen = false;
	struct sv eq;

	if (!node_attr_str(c->n, "equation", &eq) || !einsum_parse(eq, &e) || e.n != c->n_in)
		return;
	for (uint32_t i = 0; i < e.n; i++)
		if (!einsum_take(c, &e, i))
			return;
	for (size_t k = 0; k < e.out.n; k++) {
		unsigned char l = (unsigned char)e.out.p[k];

		if (l == '.' && !seen) {
			seen = true;
			out = ishape_cat(c->inf, out, e.rest);
		}
		if (!isalpha(l))
			continue;
		if (!e.has[l])
			return;
		out = ishape_cat(c->inf, out, ishape_new(c->inf, 1, &e.dim[l]));
	}
	rule_out(c, 0, out);
}

/* ---- linear algebra ---- */

static void triangular_solve(struct rule_ctx *c)
{
	struct ishape a = rule_in(c, 0), b = rule_in(c, 1), batch;
	idim d[2], m;

	if (!rule_min_rank(c, 0, 2) || !rule_min_rank(c, 1, 2) || a.rank < 0 || b.rank < 0)
		return;
	if (!rule_merge_dim(c, 0, a.rank - 1, a.dim[a.rank - 2], a.dim[a.rank - 1], &m) ||
	    !rule_merge_dim(c, 1, b.rank - 2, m, b.dim[b.rank - 2], &d[0]) ||
	    !rule_broadcast(c, ishape_part(a, 0, a.rank - 2), ishape_part(b, 0, b.rank - 2), &batch))
		return;
	d[1] = b.dim[b.rank - 1];
	rule_out(c, 0, ishape_cat(c->inf, batch, ishape_new(c->inf, 2, d)));
}

static void with_last(struct rule_ctx *c, uint32_t slot, struct ishape batch, int n, idim a, idim b)
{
	idim d[2] = { a, b };

	rule_out(c, slot, ishape_cat(c->inf, batch, ishape_new(c->inf, n, d)));
}

static void qr(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0), batch;
	idim m, n, p;

	if (s.rank < 0 || !rule_min_rank(c, 0, 2))
		return;
	batch = ishape_part(s, 0, s.rank - 2);
	m = s.dim[s.rank - 2];
	n = s.dim[s.rank - 1];
	p = sym_min(&c->inf->syms, m, n);
	with_last(c, 0, batch, 2, m, rule_flag(c, "full_matrices") ? m : p);
	with_last(c, 1, batch, 2, rule_flag(c, "full_matrices") ? m : p, n);
}

static void svd(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0), batch;
	bool full = rule_flag(c, "full_matrices"), uv = rule_flag(c, "compute_uv");
	idim m, n, p, none = 0;

	if (!uv) {
		rule_out(c, 1, ishape_new(c->inf, 1, &none));
		rule_out(c, 2, ishape_new(c->inf, 1, &none));
	}
	if (s.rank < 0 || !rule_min_rank(c, 0, 2))
		return;
	batch = ishape_part(s, 0, s.rank - 2);
	m = s.dim[s.rank - 2];
	n = s.dim[s.rank - 1];
	p = sym_min(&c->inf->syms, m, n);
	with_last(c, 0, batch, 1, p, 0);
	if (uv) {
		with_last(c, 1, batch, 2, m, full ? m : p);
		with_last(c, 2, batch, 2, n, full ? n : p);
	}
}

static void self_adjoint_eig(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0);
	idim n, none = 0;

	if (!rule_flag(c, "compute_v"))
		rule_out(c, 1, ishape_new(c->inf, 1, &none));
	if (s.rank < 0 || !rule_min_rank(c, 0, 2) ||
	    !rule_merge_dim(c, 0, s.rank - 1, s.dim[s.rank - 2], s.dim[s.rank - 1], &n))
		return;
	with_last(c, 0, ishape_part(s, 0, s.rank - 2), 1, n, 0);
	if (rule_flag(c, "compute_v"))
		with_last(c, 1, ishape_part(s, 0, s.rank - 2), 2, n, n);
}

/* A row of values, and the vectors below. */
static void self_adjoint_eig_old(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0);
	idim n;

	if (s.rank < 0 || !rule_min_rank(c, 0, 2) ||
	    !rule_merge_dim(c, 0, s.rank - 1, s.dim[s.rank - 2], s.dim[s.rank - 1], &n))
		return;
	with_last(c, 0, ishape_part(s, 0, s.rank - 2), 2, sym_add(&c->inf->syms, n, 1), n);
}

/* The matrix has a row a diagonal. */
static void banded_solve(struct rule_ctx *c)
{
	struct ishape a = rule_in(c, 0), b = rule_in(c, 1), batch;
	idim n;

	if (!rule_min_rank(c, 0, 2) || !rule_min_rank(c, 1, 2) || a.rank < 0 || b.rank < 0 ||
	    !rule_merge_dim(c, 1, b.rank - 2, a.dim[a.rank - 1], b.dim[b.rank - 2], &n) ||
	    !rule_broadcast(c, ishape_part(a, 0, a.rank - 2), ishape_part(b, 0, b.rank - 2), &batch))
		return;
	with_last(c, 0, batch, 2, n, b.dim[b.rank - 1]);
}

/* ---- diagonals ---- */

static void diag(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0);

	rule_out(c, 0, ishape_cat(c->inf, s, s));
}

static void diag_part(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0), out;

	if (s.rank < 0)
		return;
	if (s.rank % 2 || !s.rank) {
		rule_bad(c, 0, -1, "Input must have even and non-zero rank, input rank is %d", s.rank);
		return;
	}
	if (rule_merge(c, 0, ishape_part(s, 0, s.rank / 2), ishape_part(s, s.rank / 2, s.rank), &out))
		rule_out(c, 0, out);
}

static void matrix_diag_part(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0);

	if (s.rank >= 0 && rule_min_rank(c, 0, 2))
		with_last(c, 0, ishape_part(s, 0, s.rank - 2), 1,
			  sym_min(&c->inf->syms, s.dim[s.rank - 2], s.dim[s.rank - 1]), 0);
}

/* k: one diagonal or the lowest and the highest. false: unknown. */
static bool band(struct rule_ctx *c, int64_t *lo, int64_t *hi)
{
	uint32_t n;
	const idim *v = rule_value(c, 1, &n);

	if (!v || n < 1 || n > 2 || !idim_known(v[0]) || !idim_known(v[n - 1]))
		return false;
	*lo = v[0];
	*hi = v[n - 1];
	if (*lo > INT32_MAX || *lo < INT32_MIN || *hi > INT32_MAX || *hi < INT32_MIN)
		return false;
	return *lo <= *hi || rule_bad(c, 1, -1, "lower_diag_index must be smaller than upper_diag_index: %" PRId64
				      " > %" PRId64, *lo, *hi);
}

static void matrix_diag_part_v2(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0), batch;
	int64_t lo, hi;
	idim m, n, len;

	if (s.rank < 0 || !rule_min_rank(c, 0, 2) || !band(c, &lo, &hi))
		return;
	batch = ishape_part(s, 0, s.rank - 2);
	m = s.dim[s.rank - 2];
	n = s.dim[s.rank - 1];
	len = rule_new(c);
	if (idim_known(m) && idim_known(n)) {
		int64_t a = m + (hi < 0 ? hi : 0), b = n - (lo > 0 ? lo : 0);

		len = a < b ? a : b;
		if (len < 0) {
			rule_bad(c, 1, -1, "the diagonals lie outside the matrix");
			return;
		}
	}
	if (lo == hi)
		with_last(c, 0, batch, 1, len, 0);
	else
		with_last(c, 0, batch, 2, hi - lo + 1, len);
}

static void matrix_diag_v2(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0), batch;
	int64_t lo, hi, rows, cols;
	idim len, m, n;
	int drop;

	if (s.rank < 0 || !rule_min_rank(c, 0, 1) || !band(c, &lo, &hi))
		return;
	drop = lo == hi ? 1 : 2;
	if (s.rank < drop) {
		rule_bad(c, 0, -1, "Shape must be at least rank %d but is rank %d", drop, s.rank);
		return;
	}
	batch = ishape_part(s, 0, s.rank - drop);
	len = s.dim[s.rank - 1];
	if (!rule_int(c, 2, &rows) || !rule_int(c, 3, &cols)) {
		with_last(c, 0, batch, 2, rule_new(c), rule_new(c));
		return;
	}
	/* as many as the longest diagonal needs, where nothing else is said */
	m = sym_add(&c->inf->syms, len, hi < 0 ? -hi : 0);
	n = sym_add(&c->inf->syms, len, lo > 0 ? lo : 0);
	if (rows < 0 && cols < 0)
		m = n = sym_max(&c->inf->syms, m, n);
	with_last(c, 0, batch, 2, rows >= 0 ? rows : m, cols >= 0 ? cols : n);
}

/* ---- Fourier ---- */

static void real_fft(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0);
	int dims = c->row->p < 0 ? -c->row->p : c->row->p;
	bool inverse = c->row->p < 0;
	idim d[SHAPE_MAX_RANK];
	uint32_t n;
	const idim *v = rule_value(c, 1, &n);

	if (s.rank < 0 || !rule_min_rank(c, 0, dims))
		return;
	if (v && (int)n != dims) {
		rule_bad(c, 1, 0, "Dimension must be %d but is %u", dims, n);
		return;
	}
	memcpy(d, s.dim, (size_t)s.rank * sizeof(*d));
	for (int i = 0; i < dims; i++) {
		idim size = v ? v[i] : rule_new(c);

		if (idim_known(size) && size < 0) {
			rule_bad(c, 1, i, "fft_length must not be negative: %" PRId64, size);
			return;
		}

		if (!inverse && i == dims - 1)
			size = size == 0 ? 0 : sym_add(&c->inf->syms, sym_div(&c->inf->syms, size, 2), 1);
		d[s.rank - dims + i] = size;
	}
	rule_out(c, 0, ishape_new(c->inf, s.rank, d));
}

RULES(matrix,
	RULE("SparseMatMul", mat_mul),
	RULE("MatMul", mat_mul),
	RULE("_FusedMatMul", mat_mul),
	RULE("BatchMatMul", batch_mat_mul),
	RULE_P("BatchMatMulV2", batch_mat_mul, 1),
	RULE_P("BatchMatMulV3", batch_mat_mul, 1),
	RULE("Einsum", einsum),
	RULE("Cross", rule_merged),
	FORM("Cholesky", "[*b,n,n] -> [*b,n,n]"),
	FORM("MatrixInverse", "[*b,n,n] -> [*b,n,n]"),
	FORM("MatrixDeterminant", "[*b,n,n] -> [*b]"),
	FORM("LogMatrixDeterminant", "[*b,n,n] -> [*b] [*b]"),
	FORM("MatrixSolve", "[*b,n,n] [*b,n,k] -> [*b,n,k]"),
	RULE("MatrixTriangularSolve", triangular_solve),
	RULE("Qr", qr),
	RULE("Svd", svd),
	RULE("SelfAdjointEigV2", self_adjoint_eig),
	/* the names of old graphs */
	FORM("BatchCholesky", "[*b,n,n] -> [*b,n,n]"),
	FORM("BatchMatrixInverse", "[*b,n,n] -> [*b,n,n]"),
	FORM("BatchMatrixDeterminant", "[*b,n,n] -> [*b]"),
	FORM("BatchMatrixSolve", "[*b,n,n] [*b,n,k] -> [*b,n,k]"),
	FORM("BatchMatrixSolveLs", "[*b,m,n] [*b,m,k] _ -> [*b,n,k]"),
	RULE("BatchMatrixTriangularSolve", triangular_solve),
	FORM("BatchCholeskyGrad", "[*b,n,n] [*b,n,n] -> [*b,n,n]"),
	RULE("BatchSvd", svd),
	RULE("BatchSelfAdjointEig", self_adjoint_eig_old),
	RULE("BatchSelfAdjointEigV2", self_adjoint_eig),
	FORM("BatchMatrixDiag", "[*b,n] -> [*b,n,n]"),
	RULE("BatchMatrixDiagPart", matrix_diag_part),
	CHECK("BatchMatrixSetDiag", rule_same, "[*b,?,?] [*c,?]", 0),
	CHECK("BatchMatrixBandPart", rule_same, "[*b,?,?] [] []", 0),
	FORM("CholeskyGrad", "[*b,n,n] [*b,n,n] -> [*b,n,n]"),
	RULE("Eig", self_adjoint_eig),
	FORM("Lu", "[*b,n,n] -> [*b,n,n] [*b,n]"),
	FORM("MatrixExponential", "[*b,n,n] -> [*b,n,n]"),
	FORM("MatrixLogarithm", "[*b,n,n] -> [*b,n,n]"),
	FORM("MatrixSquareRoot", "[*b,n,n] -> [*b,n,n]"),
	FORM("MatrixSolveLs", "[*b,m,n] [*b,m,k] _ -> [*b,n,k]"),
	RULE("SelfAdjointEig", self_adjoint_eig_old),
	FORM("TridiagonalSolve", "[*b,3,n] [*b,n,k] -> [*b,n,k]"),
	FORM("TridiagonalMatMul", "[*b,1,n] [*b,1,n] [*b,1,n] [*b,n,k] -> [*b,n,k]"),
	RULE("BandedTriangularSolve", banded_solve),
	RULE("Diag", diag),
	RULE("DiagPart", diag_part),
	FORM("MatrixDiag", "[*b,n] -> [*b,n,n]"),
	RULE("MatrixDiagPart", matrix_diag_part),
	RULE("MatrixDiagPartV2", matrix_diag_part_v2),
	RULE("MatrixDiagPartV3", matrix_diag_part_v2),
	RULE("MatrixDiagV2", matrix_diag_v2),
	RULE("MatrixDiagV3", matrix_diag_v2),
	CHECK("MatrixSetDiag", rule_same, "[*b,?,?] [*c,?]", 0),
	RULE("MatrixSetDiagV2", rule_same),
	RULE("MatrixSetDiagV3", rule_same),
	CHECK("FFT", rule_same, "[*b,?]", 0),
	CHECK("FFT2D", rule_same, "[*b,?,?]", 0),
	CHECK("FFT3D", rule_same, "[*b,?,?,?]", 0),
	CHECK("IFFT", rule_same, "[*b,?]", 0),
	CHECK("IFFT2D", rule_same, "[*b,?,?]", 0),
	CHECK("IFFT3D", rule_same, "[*b,?,?,?]", 0),
	CHECK("RFFT", real_fft, "[*b,?] [1]", 1),
	CHECK("RFFT2D", real_fft, "[*b,?,?] [2]", 2),
	CHECK("RFFT3D", real_fft, "[*b,?,?,?] [3]", 3),
	CHECK("IRFFT", real_fft, "[*b,?] [1]", -1),
	CHECK("IRFFT2D", real_fft, "[*b,?,?] [2]", -2),
	CHECK("IRFFT3D", real_fft, "[*b,?,?,?] [3]", -3));
