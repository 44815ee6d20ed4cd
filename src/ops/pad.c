/* Making tensors larger: Pad, PadV2, MirrorPad and its gradient, Tile. */
#include <string.h>

#include "ops/array.h"
#include "ops/elop.h"

/* ---- Pad ---- */

/* Checks the shape of the paddings; gives them as pairs. */
static const int64_t *pad_pairs(struct op_ctx *c, const char *between)
{
	const struct tensor *x = c->in[0], *pads = c->in[1];

	if (pads->rank != 2 || pads->dim[1] != 2) {
		op_invalid(c, "paddings must be a matrix with 2 columns: %s", op_in_shape(c, 1));
		return NULL;
	}
	if (pads->dim[0] != x->rank) {
		op_invalid(c, "The first dimension of paddings must be the rank of inputs%s%s%s", op_in_shape(c, 1),
			   between, op_in_shape(c, 0));
		return NULL;
	}
	return op_ints(c, 1);
}

/* dim += before + after; false with an error when that is too large. */
static bool grow(struct op_ctx *c, int64_t *dim, const int64_t *pair)
{
	if (__builtin_add_overflow(*dim, pair[0], dim) || __builtin_add_overflow(*dim, pair[1], dim))
		return op_invalid(c, "Paddings are too large");
	return true;
}

/* TensorFlow joins neighbours that are not padded, and handles six dims then. */
static bool pad_rank_ok(struct op_ctx *c, const int64_t *pair)
{
	const struct tensor *x = c->in[0];
	int64_t *dim = op_dims(c, x, 0);
	int n = 0;

	for (int d = 0; d < x->rank; d++) {
		bool join = d && !pair[2 * d] && !pair[2 * d + 1] && !pair[2 * d - 2] && !pair[2 * d - 1];

		if (join)
			dim[n - 1] *= x->dim[d];
		else
			dim[n++] = x->dim[d];
	}
	return n <= 6 || op_invalid(c, "Only ranks up to 6 supported: %s", op_shape(c, n, dim));
}

/* Element by element: a string must not be put over another. */
static bool pad_strings(struct op_ctx *c, const int64_t *pair, struct tensor *out)
{
	const struct tensor *x = c->in[0];
	int64_t *own = op_strides(c, x->rank, x->dim);

	for (int64_t i = 0; i < out->n; i++) {
		int64_t rest = i, from = 0;
		bool inside = true;
		const void *src;

		for (int d = x->rank - 1; d >= 0; d--) {
			int64_t k = rest % out->dim[d] - pair[2 * d];

			rest /= out->dim[d];
			inside = inside && k >= 0 && k < x->dim[d];
			from += inside ? k * own[d] : 0;
		}
		src = inside ? el_at(DT_STRING, x->data, from) : c->n_in > 2 ? c->in[2]->data : NULL;
		if (src && !el_copy(DT_STRING, el_at(DT_STRING, out->data, i), src, 1, c->err))
			return false;
	}
	return true;
}

static bool run_pad(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t *dim = op_dims(c, x, 0), *stride, start = 0;
	const int64_t *pair = pad_pairs(c, " ");
	unsigned char zero[16] = { 0 };
	struct tensor *out;

	if (!pair)
		return false;
	if (c->n_in > 2 && c->in[2]->rank != 0)
		return op_invalid(c, "constant_values must be a scalar. Found: %s", op_in_shape(c, 2));
	for (int d = 0; d < x->rank; d++) {
		if (pair[2 * d] < 0 || pair[2 * d + 1] < 0)
			return op_invalid(c, "Paddings must be non-negative: %lld %lld", (long long)pair[2 * d],
					  (long long)pair[2 * d + 1]);
		if (!grow(c, &dim[d], &pair[2 * d]))
			return false;
	}
	if (shape_eq(tensor_shape(x), (struct shape){ x->rank, dim }))
		return op_out_ref(c, 0, c->in[0]);
	out = op_out(c, 0, x->dtype, x->rank, dim);
	if (!out || out->n == 0)
		return out != NULL;
	if (x->n && !pad_rank_ok(c, pair))
		return false;
	if (x->dtype == DT_STRING)
		return pad_strings(c, pair, out);
	if (!el_fill(x->dtype, out->data, c->n_in > 2 ? c->in[2]->data : zero, out->n, c->err))
		return false;
	if (x->n == 0)
		return true;
	stride = op_strides(c, x->rank, dim);
	for (int d = 0; d < x->rank; d++)
		start += pair[2 * d] * stride[d];
	return move_run(c, &(struct move){ .dtype = x->dtype, .rank = x->rank, .dim = x->dim, .dst_stride = stride,
					   .src_stride = op_strides(c, x->rank, x->dim),
					   .dst = el_at(x->dtype, out->data, start), .src = x->data });
}

/* ---- MirrorPad ---- */

/* The output is rows of `line` runs of `run` elements; a run never takes part in the padding. */
struct mirror {
	struct op_ctx *c;
	const struct tensor *x;
	struct tensor *out;
	const int64_t *pair, *own;
	int64_t skip;			/* 1: the edge is not repeated (REFLECT) */
	int last;			/* the innermost padded dim */
	int64_t run;
	bool failed;
};

static int64_t mirrored(const struct mirror *m, int d, int64_t o)
{
	int64_t i = o - m->pair[2 * d], n = m->x->dim[d];

	if (i < 0)
		return -i - 1 + m->skip;
	return i < n ? i : 2 * n - 1 - m->skip - i;
}

static void mirror_rows(void *ctx, int64_t from, int64_t to)
{
	struct mirror *m = ctx;
	enum dtype t = m->x->dtype;
	int l = m->last;
	int64_t wide = m->out->dim[l], before = m->pair[2 * l], n = m->x->dim[l];

	for (int64_t r = from; r < to && !m->failed; r++) {
		int64_t rest = r, at = 0, o = r * wide * m->run;

		for (int d = l - 1; d >= 0; d--) {
			at += mirrored(m, d, rest % m->out->dim[d]) * m->own[d];
			rest /= m->out->dim[d];
		}
		m->failed |= !el_copy(t, el_at(t, m->out->data, o + before * m->run), el_at(t, m->x->data, at),
				      n * m->run, m->c->err);
		for (int64_t k = 0; k < wide - n && !m->failed; k++) {
			int64_t to_k = k < before ? k : k + n;

			m->failed |= !el_copy(t, el_at(t, m->out->data, o + to_k * m->run),
					      el_at(t, m->x->data, at + mirrored(m, l, to_k) * m->run),
					      m->run, m->c->err);
		}
	}
}

/* REFLECT's 1 or SYMMETRIC's 0. */
static int mirror_skip(const struct op_ctx *c)
{
	struct sv mode;

	return node_attr_str(c->node, "mode", &mode) && sv_is(mode, "REFLECT");
}

static bool mirror_rank_ok(struct op_ctx *c)
{
	return c->in[0]->rank <= 5 ||
	       op_fail(c, ERR_UNIMPLEMENTED, "inputs rank not in [0,5]: %d", c->in[0]->rank);
}

static bool mirror_fits(struct op_ctx *c, int64_t n, const int64_t *pair, int skip)
{
	long long before = pair[0], after = pair[1];

	if (before < 0 || after < 0)
		return op_invalid(c, "paddings must be non-negative: %lld %lld", before, after);
	if (before > n - skip || after > n - skip)
		return op_invalid(c, "paddings must be %s the dimension size: %lld, %lld %s %lld",
				  skip ? "less than" : "no greater than", before, after,
				  skip ? "not less than" : "greater than", (long long)n);
	return true;
}

static bool run_mirror_pad(struct op_ctx *c)
{
	struct mirror m = { .c = c, .x = c->in[0], .skip = mirror_skip(c) };
	int64_t *dim = op_dims(c, m.x, 0), rows, line;

	if (!mirror_rank_ok(c) || !(m.pair = pad_pairs(c, ", ")))
		return false;
	for (int d = 0; d < m.x->rank; d++) {
		if (!mirror_fits(c, m.x->dim[d], &m.pair[2 * d], (int)m.skip) || !grow(c, &dim[d], &m.pair[2 * d]))
			return false;
		if (dim[d] != m.x->dim[d])
			m.last = d;
	}
	if (shape_eq(tensor_shape(m.x), (struct shape){ m.x->rank, dim }))
		return op_out_ref(c, 0, c->in[0]);
	m.out = op_out(c, 0, m.x->dtype, m.x->rank, dim);
	if (!m.out || m.out->n == 0)
		return m.out != NULL;
	m.own = op_strides(c, m.x->rank, m.x->dim);
	m.run = dims_mul(dim, m.last + 1, m.x->rank);
	rows = dims_mul(dim, 0, m.last);
	line = m.run * dim[m.last];
	if (m.x->dtype == DT_STRING)
		mirror_rows(&m, 0, rows);
	else
		tiles_run(rows, TILE_ELEMS / line, mirror_rows, &m);
	return !m.failed;
}

/* ---- MirrorPadGrad ---- */

static bool grad_fits(struct op_ctx *c, int64_t n, const int64_t *pair, int skip)
{
	long long before = pair[0], after = pair[1], left;

	if (before < 0 || after < 0)
		return op_invalid(c, "Paddings must be non-negative: %lld, %lld", before, after);
	if (before > n || after > n || before + after >= n)
		return op_invalid(
			c, "Total paddings must be less than the input dimension size: %lld was not less than %lld",
			(long long)((uint64_t)before + (uint64_t)after), (long long)n);
	left = n - before - after;
	if (before + skip > left || after + skip > left)
		return op_invalid(c, "paddings must be %s the output dimension size: %lld, %lld %s %lld",
				  skip ? "less than" : "no greater than", before, after,
				  skip ? "not less than" : "greater than", left);
	return true;
}

/* Adds the plane at index `from` of dim d to the one at `to`, in a block [outer][n][run]. */
static void fold(el_fn add, enum dtype t, void *p, int64_t outer, int64_t n, int64_t run, int64_t to, int64_t from)
{
	for (int64_t o = 0; o < outer; o++)
		add(el_at(t, p, (o * n + to) * run), el_at(t, p, (o * n + from) * run), run);
}

static bool run_mirror_pad_grad(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int skip = mirror_skip(c);
	int64_t *dim = op_dims(c, x, 0), start = 0, *own = op_strides(c, x->rank, x->dim);
	struct tensor *sums, *out;
	const int64_t *pair;

	if (!mirror_rank_ok(c) || !(pair = pad_pairs(c, " ")))
		return false;
	for (int d = 0; d < x->rank; d++) {
		if (!grad_fits(c, x->dim[d], &pair[2 * d], skip))
			return false;
		dim[d] -= pair[2 * d] + pair[2 * d + 1];
		start += pair[2 * d] * own[d];
	}
	sums = tensor_copy(x, c->err);
	if (!sums)
		return false;
	op_hold(c, sums);
	for (int d = 0; d < x->rank; d++) {
		int64_t b = pair[2 * d], a = pair[2 * d + 1], n = x->dim[d], outer = dims_mul(x->dim, 0, d);
		int64_t run = dims_mul(x->dim, d + 1, x->rank);
		el_fn add = el_op(EL_ADD, x->dtype);

		for (int64_t k = 0; k < b; k++)
			fold(add, x->dtype, sums->data, outer, n, run, 2 * b - 1 + skip - k, k);
		for (int64_t k = n - a; k < n; k++)
			fold(add, x->dtype, sums->data, outer, n, run, 2 * (n - a) - 1 - skip - k, k);
	}
	out = op_out(c, 0, x->dtype, x->rank, dim);
	return out && move_run(c, &(struct move){ .dtype = x->dtype, .rank = x->rank, .dim = dim, .src_stride = own,
						  .dst_stride = op_strides(c, x->rank, dim), .dst = out->data,
						  .src = el_at(x->dtype, sums->data, start) });
}

/* ---- Tile ---- */

static bool tile_type_ok(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	dtype_mask takes = (DM_PLAIN & ~DM(DT_UINT16)) | DM(DT_VARIANT);

	return takes & DM(x->dtype) ||
	       op_fail(c, ERR_UNIMPLEMENTED, "TileOp : The input data type is not supported, DataType : %s, "
		       "Dimension : %d", dtype_info(x->dtype)->name, x->rank);
}

/* dim[d] times[d] fold; d2 and src describe the output as [times, extent] pairs of dims. */
static bool tile_dims(struct op_ctx *c, int64_t *dim, int64_t *d2, int64_t *src)
{
	const struct tensor *x = c->in[0];
	const int64_t *times = op_ints(c, 1), *own = op_strides(c, x->rank, x->dim);

	if (!times)
		return false;
	for (int d = 0; d < x->rank; d++) {
		if (times[d] < 0)
			return op_invalid(c, "Expected multiples[%d] >= 0, but got %lld", d, (long long)times[d]);
		if (__builtin_mul_overflow(dim[d], times[d], &dim[d]))
			return op_invalid(c, "the tiled tensor is too large");
		d2[2 * d] = times[d];
		d2[2 * d + 1] = x->dim[d];
		src[2 * d + 1] = own[d];
	}
	return true;
}

static bool run_tile(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	size_t room = (size_t)x->rank * 2 + 1;
	int64_t *dim = op_dims(c, x, 0), *d2, *src;
	struct tensor *out;

	if (c->in[1]->rank != 1)
		return op_invalid(c, "Expected multiples to be 1-D, but got shape %s", op_in_shape(c, 1));
	if (c->in[1]->n != x->rank)
		return op_invalid(c, "Expected multiples argument to be a vector of length %d but got length %lld",
				  x->rank, (long long)c->in[1]->n);
	if (x->rank * 2 > SHAPE_MAX_RANK)
		return op_fail(c, ERR_UNIMPLEMENTED, "Tile of %d dimensions", x->rank);
	d2 = arena_array(c->scratch, room, sizeof(*d2));
	src = arena_array(c->scratch, room, sizeof(*src));
	if (!tile_dims(c, dim, d2, src))
		return false;
	if (shape_eq(tensor_shape(x), (struct shape){ x->rank, dim }))
		return op_out_ref(c, 0, c->in[0]);
	out = op_out(c, 0, x->dtype, x->rank, dim);
	if (!out || out->n == 0)
		return out != NULL;
	return tile_type_ok(c) &&
	       move_run(c, &(struct move){ .dtype = x->dtype, .rank = x->rank * 2, .dim = d2, .src_stride = src,
					   .dst_stride = op_strides(c, x->rank * 2, d2), .dst = out->data,
					   .src = x->data });
}

/* ---- TileGrad: the sum of the tiles ---- */

static bool tile_grad_dims(struct op_ctx *c, int64_t *dim)
{
	const struct tensor *x = c->in[0], *times = c->in[1];

	if (times->rank != 1 || times->n != x->rank)
		return op_invalid(c, "Expected multiples argument to be a vector of length %d but got shape %s",
				  x->rank, op_in_shape(c, 1));
	for (int d = 0; d < x->rank; d++) {
		int64_t n = tensor_get_i64(times, d);

		if (n <= 0 || x->dim[d] % n)
			return op_invalid(c,
					  "Expected input_dim[%d] to be a multiple of multiples[%d], but %lld and %lld",
					  d, d, (long long)x->dim[d], (long long)n);
		dim[d] = x->dim[d] / n;
	}
	return true;
}

/* Adds line by line: one of the input's last dimension holds some of the output's. */
static void tile_sum(const struct tensor *x, struct tensor *out, const int64_t *own)
{
	int last = x->rank - 1;
	int64_t wide = x->dim[last], n = out->dim[last];
	el_fn add = el_op(EL_ADD, x->dtype);

	for (int64_t r = 0; r < x->n / wide; r++) {
		int64_t rest = r, at = 0;

		for (int d = last - 1; d >= 0; d--) {
			at += rest % x->dim[d] % out->dim[d] * own[d];
			rest /= x->dim[d];
		}
		for (int64_t k = 0; k < wide; k += n)
			add(el_at(x->dtype, out->data, at), el_at(x->dtype, x->data, r * wide + k), n);
	}
}

static bool run_tile_grad(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t *dim = op_dims(c, x, 0);
	struct tensor *out;

	if (!tile_grad_dims(c, dim))
		return false;
	if (shape_eq(tensor_shape(x), (struct shape){ x->rank, dim }))
		return op_out_ref(c, 0, c->in[0]);
	out = op_out(c, 0, x->dtype, x->rank, dim);
	if (!out || out->n == 0)
		return out != NULL;
	memset(out->data, 0, out->bytes);
	tile_sum(x, out, op_strides(c, x->rank, dim));
	return true;
}

#define PAD(n, ins, mask, fn) { .name = n, .n_in = ins, .n_out = 1, .flags = OP_VIEW, .run = fn, \
				.types = { { "T", mask }, { "Tpaddings", DM_INDEX } } }
static const struct op_row rows[] = {
	PAD("Pad", 2, DM_PLAIN | DM_QUANT, run_pad),
	PAD("PadV2", 3, DM_PLAIN | DM_QUANT, run_pad),
	PAD("MirrorPad", 2, DM_PLAIN | DM_QUANT, run_mirror_pad),
	PAD("MirrorPadGrad", 2, DM_NUMBER, run_mirror_pad_grad),
	{ .name = "TileGrad", .n_in = 2, .n_out = 1, .flags = OP_VIEW, .run = run_tile_grad,
	  .types = { { "T", DM_FLOATS | DM_INTS | DM_COMPLEX } } },
	{ .name = "Tile", .n_in = 2, .n_out = 1, .types = { { "T", DM_ALL }, { "Tmultiples", DM_INDEX } },
	  .flags = OP_VIEW, .run = run_tile },
};

OP_FAMILY(family_pad, rows);
