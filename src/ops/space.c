/*
 * Blocks of space moved into the batch or the depth and back. For each place in a block, the elements there
 * make one strided block on both sides:
 *
 *	space [batch][h * block_h + y - pad][w * block_w + x - pad][...] <--> [y][x][batch][h][w][...]
 */
#include "ops/array.h"

#include <string.h>

struct space {
	int m;				/* spatial dims */
	const int64_t *block, *pad;	/* pad[2 * d]: before; of a crop too */
	const struct tensor *in;
	struct tensor *out;
	bool to_batch;
};

/* Moves the elements at `place` of every block; the part of them that lies inside. */
static bool place_move(struct op_ctx *c, const struct space *s, const int64_t *place, int64_t index)
{
	const struct tensor *wide = s->to_batch ? s->in : s->out, *deep = s->to_batch ? s->out : s->in;
	int64_t *ws = op_strides(c, wide->rank, wide->dim), *ds = op_strides(c, deep->rank, deep->dim);
	int64_t *dim = op_dims(c, wide, 0), wide_at = 0, deep_at = index * wide->dim[0] * ds[0];
	enum dtype t = s->in->dtype;
	void *w, *d;

	for (int k = 0; k < s->m; k++) {
		int64_t b = s->block[k], first = s->pad[2 * k] - place[k], n = wide->dim[k + 1], lo, hi;

		lo = first > 0 ? (first - 1) / b + 1 : 0;
		hi = first + n > 0 ? (first + n - 1) / b + 1 : 0;
		if (hi > deep->dim[k + 1])
			hi = deep->dim[k + 1];
		if (lo >= hi)
			return true;
		dim[k + 1] = hi - lo;
		wide_at += (lo * b - first) * ws[k + 1];
		deep_at += lo * ds[k + 1];
		ws[k + 1] *= b;
	}
	w = el_at(t, wide->data, wide_at);
	d = el_at(t, deep->data, deep_at);
	return move_run(c, &(struct move){ .dtype = t, .rank = wide->rank, .dim = dim,
					   .dst_stride = s->to_batch ? ds : ws, .src_stride = s->to_batch ? ws : ds,
					   .dst = s->to_batch ? d : w, .src = s->to_batch ? w : d });
}

static bool space_move(struct op_ctx *c, const struct space *s)
{
	int64_t place[SHAPE_MAX_RANK] = { 0 }, n = dims_mul(s->block, 0, s->m);

	memset(s->out->data, 0, s->out->bytes);
	for (int64_t i = 0; i < n && s->in->n && s->out->n; i++) {
		if (!place_move(c, s, place, i) || (i % 256 == 0 && !c->world->go_on(c->world_ctx, c->err)))
			return false;
		for (int d = s->m - 1; d >= 0; d--) {
			if (++place[d] < s->block[d])
				break;
			place[d] = 0;
		}
	}
	return true;
}

/* TensorFlow leaves out the outer and inner dims whose block is 1 without padding, and walks four. */
static bool inner_dims_ok(struct op_ctx *c, const struct space *s)
{
	int from = 0, to = s->m;

	while (from < to && s->block[from] == 1 && !s->pad[2 * from] && !s->pad[2 * from + 1])
		from++;
	while (to > from && s->block[to - 1] == 1 && !s->pad[2 * to - 2] && !s->pad[2 * to - 1])
		to--;
	return to - from <= 4 ||
	       op_invalid(c, "Maximum number of non-combined block dimensions is %d but must not exceed 4", to - from);
}

/* The block shape's and paddings' shapes; pads is the index of the latter's input. */
static bool space_shapes(struct op_ctx *c, struct space *s, int pads)
{
	const struct tensor *p = c->in[pads];
	const char *name = s->to_batch ? "paddings" : "crops";

	if (s->in->rank < s->m + 1)
		return op_invalid(c, "input rank should be >= %d instead of %d", s->m + 1, s->in->rank);
	if (p->rank != 2 || p->dim[0] != s->m || p->dim[1] != 2)
		return op_invalid(c, "%s should have shape [%d, 2] instead of %s", name, s->m, op_in_shape(c, pads));
	s->pad = op_ints(c, pads);
	return s->pad != NULL;
}

static bool block_product(struct op_ctx *c, const struct space *s, int64_t *n)
{
	*n = 1;
	for (int d = 0; d < s->m; d++) {
		if (s->to_batch && s->block[d] < 1)
			return op_invalid(c, "All values in block_shape must be positive, got value, %lld at index %d.",
					  (long long)s->block[d], d);
		if (__builtin_mul_overflow(*n, s->block[d], n) || s->block[d] < 1)
			*n = 0;
	}
	return *n > 0 || op_invalid(c, "Product of block sizes must be positive, got %lld", (long long)*n);
}

static bool space_to_batch(struct op_ctx *c, struct space *s, int pads)
{
	int64_t *dim = op_dims(c, s->in, 0), n;

	if (!space_shapes(c, s, pads) || !block_product(c, s, &n) || !inner_dims_ok(c, s))
		return false;
	if (__builtin_mul_overflow(dim[0], n, &dim[0]))
		return op_invalid(c, "the result is too large");
	for (int d = 0; d < s->m; d++) {
		if (s->pad[2 * d] < 0 || s->pad[2 * d + 1] < 0)
			return op_invalid(c, "Paddings must be non-negative");
		if (__builtin_add_overflow(dim[d + 1], s->pad[2 * d], &dim[d + 1]) ||
		    __builtin_add_overflow(dim[d + 1], s->pad[2 * d + 1], &dim[d + 1]))
			return op_invalid(c, "Paddings are too large");
		if (dim[d + 1] % s->block[d])
			return op_invalid(c, "padded_shape[%d]=%lld is not divisible by block_shape[%d]=%lld", d,
					  (long long)dim[d + 1], d, (long long)s->block[d]);
		dim[d + 1] /= s->block[d];
	}
	s->out = op_out(c, 0, s->in->dtype, s->in->rank, dim);
	return s->out && space_move(c, s);
}

static bool batch_to_space(struct op_ctx *c, struct space *s, int pads)
{
	int64_t *dim = op_dims(c, s->in, 0), n;

	if (!space_shapes(c, s, pads) || !block_product(c, s, &n))
		return false;
	if (dim[0] % n)
		return op_invalid(c, "Input batch dimension (%lld) is not divisible by product of block sizes (%lld)",
				  (long long)dim[0], (long long)n);
	if (!inner_dims_ok(c, s))
		return false;
	dim[0] /= n;
	for (int d = 0; d < s->m; d++) {
		if (s->pad[2 * d] < 0 || s->pad[2 * d + 1] < 0)
			return op_invalid(c, "Crops must be non-negative");
		if (__builtin_mul_overflow(dim[d + 1], s->block[d], &dim[d + 1]) ||
		    __builtin_sub_overflow(dim[d + 1], s->pad[2 * d], &dim[d + 1]) ||
		    __builtin_sub_overflow(dim[d + 1], s->pad[2 * d + 1], &dim[d + 1]))
			return op_invalid(c, "the crops are out of range");
		if (dim[d + 1] < 0)
			return op_invalid(c, "cropped_shape[%d]=%lld must be non-negative", d, (long long)dim[d + 1]);
	}
	s->out = op_out(c, 0, s->in->dtype, s->in->rank, dim);
	return s->out && space_move(c, s);
}

static bool run_batch_nd(struct op_ctx *c)
{
	struct space s = { .in = c->in[0], .to_batch = !strcmp(c->row->name, "SpaceToBatchND") };

	if (c->in[1]->rank != 1)
		return op_invalid(c, "block_shape rank should be 1 instead of %d", c->in[1]->rank);
	if (c->in[1]->n >= SHAPE_MAX_RANK)
		return op_invalid(c, "input rank should be >= %lld instead of %d", (long long)c->in[1]->n + 1,
				  s.in->rank);
	s.m = (int)c->in[1]->n;
	s.block = op_ints(c, 1);
	return s.block && (s.to_batch ? space_to_batch(c, &s, 2) : batch_to_space(c, &s, 2));
}

static bool run_batch(struct op_ctx *c)
{
	struct space s = { .in = c->in[0], .m = 2, .to_batch = !strcmp(c->row->name, "SpaceToBatch") };
	int64_t size = 0, block[2];

	node_attr_int(c->node, "block_size", &size);
	if (s.in->rank != 4)
		return op_invalid(c, "Input rank should be: 4instead of: %d", s.in->rank);
	block[0] = block[1] = size;
	s.block = block;
	return s.to_batch ? space_to_batch(c, &s, 1) : batch_to_space(c, &s, 1);
}

/* ---- depth ---- */

static bool depth_attrs(struct op_ctx *c, int64_t *size)
{
	struct sv format;

	if (!node_attr_int(c->node, "block_size", size) || *size < 2 || *size > INT32_MAX)
		return op_invalid(c, "Block size should be > 1, but was: %lld", (long long)*size);
	if (node_attr_str(c->node, "data_format", &format) && !sv_is(format, "NHWC"))
		return op_fail(c, ERR_UNIMPLEMENTED, "%s: data_format %.*s on a CPU", c->row->name, SV_ARG(format));
	return true;
}

/* wide: [b][h][y][w][x][d]; deep: [b][h][w][y][x][d]. */
static bool depth_move(struct op_ctx *c, const int64_t *wide, int64_t size, bool to_depth)
{
	int64_t h = wide[1] / size, w = wide[2] / size, d = wide[3];
	int64_t dim[6] = { wide[0], h, size, w, size, d };
	int64_t *ws = op_strides(c, 6, dim);
	int64_t ds[6] = { h * w * size * size * d, w * size * size * d, size * d, size * size * d, d, 1 };
	const struct tensor *x = c->in[0];

	return move_run(c, &(struct move){ .dtype = x->dtype, .rank = 6, .dim = dim, .dst_stride = to_depth ? ds : ws,
					   .src_stride = to_depth ? ws : ds, .dst = c->out[0]->data, .src = x->data });
}

static bool run_depth_to_space(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t size = 0, dim[4];

	if (!depth_attrs(c, &size))
		return false;
	if (x->rank != 4)
		return op_invalid(c, "Input rank should be: 4 instead of: %d", x->rank);
	if (x->dim[3] % (size * size))
		return op_invalid(c, "Input depth dimension %lld should be divisible by: %lld", (long long)x->dim[3],
				  (long long)(size * size));
	dim[0] = x->dim[0];
	dim[3] = x->dim[3] / (size * size);
	if (__builtin_mul_overflow(x->dim[1], size, &dim[1]) || __builtin_mul_overflow(x->dim[2], size, &dim[2]))
		return op_invalid(c, "the result is too large");
	if (!op_out(c, 0, x->dtype, 4, dim))
		return false;
	return x->n == 0 || depth_move(c, dim, size, false);
}

static bool run_space_to_depth(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t size = 0, dim[4];

	if (!depth_attrs(c, &size))
		return false;
	if (x->rank != 4)
		return op_invalid(c, "Input rank should be 4 instead of %d", x->rank);
	if (x->dim[1] % size || x->dim[2] % size)
		return op_invalid(c, "Image width %lld and height %lld should be divisible by block_size: %lld",
				  (long long)x->dim[2], (long long)x->dim[1], (long long)size);
	dim[0] = x->dim[0];
	dim[1] = x->dim[1] / size;
	dim[2] = x->dim[2] / size;
	if (__builtin_mul_overflow(x->dim[3], size * size, &dim[3]))
		return op_invalid(c, "the result is too large");
	if (!op_out(c, 0, x->dtype, 4, dim))
		return false;
	return x->n == 0 || depth_move(c, x->dim, size, true);
}

#define ND(n) { .name = n, .n_in = 3, .n_out = 1, .run = run_batch_nd, \
		.types = { { "T", DM_REAL }, { "Tblock_shape", DM_INDEX } } }
#define FLAT(n) { .name = n, .n_in = 2, .n_out = 1, .types = { { "T", DM_REAL } }, .run = run_batch }
static const struct op_row rows[] = {
	ND("SpaceToBatchND"), ND("BatchToSpaceND"), FLAT("SpaceToBatch"), FLAT("BatchToSpace"),
	{ .name = "DepthToSpace", .n_in = 1, .n_out = 1, .types = { { "T", DM_PLAIN | DM_OBJECT } },
	  .run = run_depth_to_space },
	{ .name = "SpaceToDepth", .n_in = 1, .n_out = 1, .types = { { "T", DM_PLAIN | DM_OBJECT | DM(DT_QINT8) } },
	  .run = run_space_to_depth },
};

OP_FAMILY(family_space, rows);
