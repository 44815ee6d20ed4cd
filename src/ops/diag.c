/*
 * Diagonals of matrices: Diag, DiagPart, MatrixDiag, MatrixDiagPart, MatrixSetDiag with their later forms,
 * MatrixBandPart. A band is stored as rows of one diagonal each, the uppermost first:
 *
 *	band [upper - lower + 1][longest]: diagonal d is row upper - d, moved right by `longest - its length`
 *	when its side is aligned to the right
 */
#include <string.h>

#include "ops/array.h"

struct band {
	int64_t lower, upper, rows, cols, longest;
	bool left_super, left_sub;	/* aligned to the left above and below the main diagonal */
};

static int64_t diag_len(const struct band *b, int64_t d)
{
	int64_t r = b->rows + (d < 0 ? d : 0), k = b->cols - (d > 0 ? d : 0);

	return r < k ? r : k;
}

/* Element k of diagonal d within a band. */
static int64_t band_at(const struct band *b, int64_t d, int64_t k)
{
	bool left = (d >= 0 && b->left_super) || (d <= 0 && b->left_sub);

	return (b->upper - d) * b->longest + k + (left ? 0 : b->longest - diag_len(b, d));
}

/* Element k of diagonal d within a matrix. */
static int64_t matrix_at(const struct band *b, int64_t d, int64_t k)
{
	return (k - (d < 0 ? d : 0)) * b->cols + k + (d > 0 ? d : 0);
}

static int64_t clip_to(int64_t v, int64_t lo, int64_t hi)
{
	return v < lo ? lo : v > hi ? hi : v;
}

static void band_align(struct op_ctx *c, struct band *b)
{
	struct sv align;

	b->left_super = b->left_sub = true;
	if (node_attr_str(c->node, "align", &align)) {
		b->left_super = sv_is(align, "LEFT_LEFT") || sv_is(align, "LEFT_RIGHT");
		b->left_sub = sv_is(align, "LEFT_LEFT") || sv_is(align, "RIGHT_LEFT");
	}
}

/* The diagonals that input i names; `none` is what TensorFlow says when it is empty. */
static bool band_index(struct op_ctx *c, int i, struct band *b, const char *none)
{
	const struct tensor *k = c->in[i];

	if (k->rank > 1)
		return op_invalid(c, "diag_index must be a scalar or vector, received shape: %s", op_in_shape(c, i));
	if (k->n == 0)
		return op_invalid(c, "%s", none);
	b->lower = tensor_get_i64(k, 0);
	b->upper = k->n > 1 ? tensor_get_i64(k, 1) : b->lower;
	if (k->n > 2)
		return op_invalid(c, "diag_index must have only one or two elements, received %lld elements.",
				  (long long)k->n);
	return true;
}

/* dot: what ends the first number. */
static bool band_inside(struct op_ctx *c, struct band *b, const char *dot)
{
	int64_t rows = b->rows, cols = b->cols;

	if (!((-rows < b->lower && b->lower < cols) || b->lower == 0))
		return op_invalid(c, "lower_diag_index is out of bound: %lld%s It must be between %lld and %lld",
				  (long long)b->lower, dot, (long long)-rows, (long long)cols);
	if (!((-rows < b->upper && b->upper < cols) || b->upper == 0))
		return op_invalid(c, "upper_diag_index is out of bound: %lld It must be between %lld and %lld",
				  (long long)b->upper, (long long)-rows, (long long)cols);
	if (b->lower > b->upper)
		return op_invalid(c, "lower_diag_index must not be larger than upper_diag_index: %lld > %lld",
				  (long long)b->lower, (long long)b->upper);
	b->longest = clip_to(rows + (b->upper < 0 ? b->upper : 0), 0, cols - (b->lower > 0 ? b->lower : 0));
	return true;
}

static bool matrix_in(struct op_ctx *c, struct band *b)
{
	const struct tensor *x = c->in[0];

	if (x->rank < 2)
		return op_invalid(c, "input must be at least 2-dim, received shape: %s", op_in_shape(c, 0));
	b->rows = x->dim[x->rank - 2];
	b->cols = x->dim[x->rank - 1];
	return true;
}

/* For each diagonal of each of n matrices, to_band or from it. */
static void band_copy(const struct band *b, enum dtype t, int64_t n, char *dst, const char *src, bool to_band)
{
	int64_t matrix = b->rows * b->cols, band = (b->upper - b->lower + 1) * b->longest;
	size_t size = dtype_info(t)->size;

	for (int64_t i = 0; i < n; i++)
		for (int64_t d = b->lower; d <= b->upper; d++)
			for (int64_t k = 0; k < diag_len(b, d); k++) {
				int64_t m = i * matrix + matrix_at(b, d, k), s = i * band + band_at(b, d, k);

				memcpy(dst + (size_t)(to_band ? s : m) * size, src + (size_t)(to_band ? m : s) * size,
				       size);
			}
}

/* ---- MatrixDiagPart ---- */

static bool run_diag_part(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct band b = { 0 };
	int64_t *dim = op_dims(c, x, 1);
	unsigned char zero[16] = { 0 };
	struct tensor *out;
	int rank = x->rank - 2;

	band_align(c, &b);
	if (c->n_in > 1 && !band_index(c, 1, &b, "Expected diag_index to have at least 1 element"))
		return false;
	if (!matrix_in(c, &b))
		return false;
	if (c->n_in > 2 && c->in[2]->n != 1)
		return op_invalid(c, "padding_value must be a scalar");
	if (!band_inside(c, &b, "."))
		return false;
	if (b.lower != b.upper)
		dim[rank++] = b.upper - b.lower + 1;
	dim[rank++] = b.longest;
	out = op_out(c, 0, x->dtype, rank, dim);
	if (!out || out->n == 0)
		return out != NULL;
	if (!el_fill(x->dtype, out->data, c->n_in > 2 ? c->in[2]->data : zero, out->n, c->err))
		return false;
	if (x->n)
		band_copy(&b, x->dtype, x->n / (b.rows * b.cols), out->data, x->data, true);
	return true;
}

/* ---- MatrixDiag ---- */

/* Rows and columns: those asked for, or the least that hold the band. */
static bool diag_sizes(struct op_ctx *c, struct band *b)
{
	int64_t least_r = b->longest - (b->upper < 0 ? b->upper : 0),
		least_c = b->longest + (b->lower > 0 ? b->lower : 0);

	if (b->rows != -1 && b->rows < least_r)
		return op_invalid(c, "The number of rows is too small.");
	if (b->cols != -1 && b->cols < least_c)
		return op_invalid(c, "The number of columns is too small.");
	if (b->rows == -1 && b->cols == -1)
		b->rows = b->cols = least_r > least_c ? least_r : least_c;
	if (b->rows == -1)
		b->rows = least_r;
	if (b->cols == -1)
		b->cols = least_c;
	return b->rows == least_r || b->cols == least_c ||
	       op_invalid(c, "The number of rows or columns is not consistent with the specified d_lower, d_upper, and "
			  "diagonal.");
}

static bool diag_inputs(struct op_ctx *c, struct band *b)
{
	const int64_t far = INT64_C(1) << 40;

	b->rows = b->cols = -1;
	if (c->n_in < 5)
		return true;
	if (!band_index(c, 1, b, "diag_index must have at least one element"))
		return false;
	for (int i = 2; i < 4; i++)
		if (c->in[i]->n != 1)
			return op_invalid(c, "%s must be a scalar", i == 2 ? "num_rows" : "num_cols");
	if (c->in[4]->rank != 0)
		return op_invalid(c, "padding_value must be a scalar");
	b->rows = tensor_get_i64(c->in[2], 0);
	b->cols = tensor_get_i64(c->in[3], 0);
	if (b->lower > b->upper)
		return op_invalid(c, "lower_diag_index must not be larger than upper_diag_index: %lld > %lld",
				  (long long)b->lower, (long long)b->upper);
	if (b->lower < -far || b->upper > far)
		return op_invalid(c, "diag_index is out of range");
	return true;
}

static bool run_matrix_diag(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct band b = { 0 };
	int64_t *dim = op_dims(c, x, 2), n_diags;
	unsigned char zero[16] = { 0 };
	struct tensor *out;
	int rank = x->rank - 1;

	band_align(c, &b);
	if (!diag_inputs(c, &b))
		return false;
	if (x->rank < 1)
		return op_invalid(c, "diagonal must be at least 1-dim, received shape: %s", op_in_shape(c, 0));
	n_diags = b.upper - b.lower + 1;
	if (n_diags > 1 && (x->rank < 2 || x->dim[x->rank - 2] != n_diags))
		return op_invalid(
			c, "The number of diagonals provided in the input does not match the lower_diag_index and "
			   "upper_diag_index range.");
	rank -= n_diags > 1;
	b.longest = x->dim[x->rank - 1];
	if (!diag_sizes(c, &b))
		return false;
	for (int64_t d = b.lower; d <= b.upper && x->n; d++)
		if (diag_len(&b, d) > b.longest || diag_len(&b, d) < 0)
			return op_invalid(c,
					  "The number of rows or columns is not consistent with the specified d_lower, "
					  "d_upper, and diagonal.");
	dim[rank] = b.rows;
	dim[rank + 1] = b.cols;
	out = op_out(c, 0, x->dtype, rank + 2, dim);
	if (!out || !el_fill(x->dtype, out->data, c->n_in > 4 ? c->in[4]->data : zero, out->n, c->err))
		return false;
	if (x->n)
		band_copy(&b, x->dtype, x->n / (n_diags * b.longest), out->data, x->data, false);
	return true;
}

/* ---- MatrixSetDiag ---- */

static bool diag_fits(struct op_ctx *c, const struct band *b)
{
	const struct tensor *x = c->in[0], *d = c->in[1];
	int64_t *want = op_dims(c, x, 1);
	int rank = x->rank - 2;

	if (b->lower != b->upper)
		want[rank++] = b->upper - b->lower + 1;
	want[rank++] = b->longest;
	return shape_eq(tensor_shape(d), (struct shape){ rank, want }) ||
	       op_invalid(
		       c,
		       "Either first dimensions of diagonal don't match input.shape[:-2], or diagonal.shape[:-1] is not "
		       "equal to the longests diagonal in range [lower_diag_index:upper_diag_index].\nInput shape: %s\n"
		       "Diagonal shape: %s\nExpected diagonal shape: %s",
		       op_in_shape(c, 0), op_in_shape(c, 1), op_shape(c, rank, want));
}

static bool run_set_diag(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *d = c->in[1];
	struct band b = { 0 };

	band_align(c, &b);
	if (c->n_in > 2 && !band_index(c, 2, &b, "diag_index must have at least one element"))
		return false;
	if (!matrix_in(c, &b))
		return false;
	if (d->rank < 1)
		return op_invalid(c, "diagonal must be at least 1-dim, received shape: %s", op_in_shape(c, 1));
	if (!band_inside(c, &b, "") || !diag_fits(c, &b))
		return false;
	c->out[0] = tensor_copy(x, c->err);
	if (c->out[0] && x->n)
		band_copy(&b, x->dtype, x->n / (b.rows * b.cols), c->out[0]->data, d->data, false);
	return c->out[0] != NULL;
}

/* ---- MatrixBandPart ---- */

static bool band_limit(struct op_ctx *c, int i, const char *name, const char *of, int64_t most, int64_t *v)
{
	if (c->in[i]->rank != 0)
		return op_invalid(c, "%s must be scalar, got shape %s", name, op_in_shape(c, i));
	*v = tensor_get_i64(c->in[i], 0);
	return *v <= most || op_invalid(c, "%s must be negative or less or equal to number of %s (%lld) got: %lld",
					name, of, (long long)most, (long long)*v);
}

static bool run_band_part(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct band b = { 0 };
	int64_t lower, upper;
	struct tensor *out;

	if (!matrix_in(c, &b) || !band_limit(c, 1, "num_lower", "rows", b.rows, &lower) ||
	    !band_limit(c, 2, "num_upper", "columns", b.cols, &upper))
		return false;
	c->out[0] = out = tensor_zeros(x->dtype, x->rank, x->dim, c->err);
	for (int64_t r = 0; out && out->n && r < x->n / b.cols; r++) {
		int64_t i = r % b.rows, from = lower < 0 || lower > i ? 0 : i - lower;
		int64_t to = upper < 0 || upper >= b.cols - i ? b.cols : i + upper + 1;

		if (from < to)
			memcpy(el_at(x->dtype, out->data, r * b.cols + from),
			       el_at(x->dtype, x->data, r * b.cols + from),
			       (size_t)(to - from) * dtype_info(x->dtype)->size);
	}
	return out != NULL;
}

/* ---- Diag ---- */

static bool run_diag(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t *dim = op_dims(c, x, x->rank);

	if (x->rank < 1)
		return op_invalid(c, "Input must be at least rank 1, got 0");
	memcpy(dim + x->rank, x->dim, (size_t)x->rank * sizeof(*dim));
	if (2 * x->rank > SHAPE_MAX_RANK)
		return op_invalid(c, "Diag of %d dimensions", x->rank);
	c->out[0] = tensor_zeros(x->dtype, 2 * x->rank, dim, c->err);
	for (int64_t i = 0; c->out[0] && i < x->n; i++)
		memcpy(el_at(x->dtype, c->out[0]->data, i * (x->n + 1)), el_at(x->dtype, x->data, i),
		       dtype_info(x->dtype)->size);
	return c->out[0] != NULL;
}

static bool run_part(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int half = x->rank / 2;
	struct tensor *out;

	if (x->rank % 2)
		return op_invalid(c,
				  "The rank of the tensor should be                                          even and "
				  "positive, got shape %s",
				  op_in_shape(c, 0));
	for (int d = 0; d < half; d++)
		if (x->dim[d] != x->dim[half + d])
			return op_invalid(c, "Invalid shape %s: dimensions %d and %d do not match.", op_in_shape(c, 0),
					  d, half + d);
	out = op_out(c, 0, x->dtype, half, x->dim);
	for (int64_t i = 0; out && i < out->n; i++)
		memcpy(el_at(x->dtype, out->data, i), el_at(x->dtype, x->data, i * (out->n + 1)),
		       dtype_info(x->dtype)->size);
	return out != NULL;
}

#define DIAG(n, ins, m, fn) { .name = n, .n_in = ins, .n_out = 1, .types = { { "T", m } }, .run = fn }
#define DM_DIAG (DM(DT_FLOAT) | DM(DT_DOUBLE) | DM(DT_HALF) | DM_INDEX | DM_COMPLEX)
static const struct op_row rows[] = {
	DIAG("Diag", 1, DM_DIAG, run_diag), DIAG("DiagPart", 1, DM_DIAG, run_part),
	DIAG("MatrixDiag", 1, DM_POD, run_matrix_diag), DIAG("MatrixDiagV2", 5, DM_POD, run_matrix_diag),
	DIAG("MatrixDiagV3", 5, DM_POD, run_matrix_diag), DIAG("MatrixDiagPart", 1, DM_POD, run_diag_part),
	DIAG("MatrixDiagPartV2", 3, DM_POD, run_diag_part), DIAG("MatrixDiagPartV3", 3, DM_POD, run_diag_part),
	DIAG("MatrixSetDiag", 2, DM_POD, run_set_diag), DIAG("MatrixSetDiagV2", 3, DM_POD, run_set_diag),
	DIAG("MatrixSetDiagV3", 3, DM_POD, run_set_diag), DIAG("MatrixBandPart", 3, DM_POD, run_band_part),
	/* what old graphs call them */
	DIAG("BatchMatrixDiag", 1, DM_POD, run_matrix_diag), DIAG("BatchMatrixDiagPart", 1, DM_POD, run_diag_part),
	DIAG("BatchMatrixSetDiag", 2, DM_POD, run_set_diag), DIAG("BatchMatrixBandPart", 3, DM_NUMBER, run_band_part),
};

OP_FAMILY(family_diag, rows);
