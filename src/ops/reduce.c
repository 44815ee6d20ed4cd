/*
 * Reductions. The input's dims are joined into runs that are kept or reduced in turn; the innermost run
 * decides the loop: reduced, an output takes whole contiguous runs; kept, a row of outputs takes rows.
 *
 *	[keep][reduce][keep] --> for each tile of a row of outputs: acc[] op= row, for every reduced place
 */
#include "ops/reduce.h"

#include "ops/array.h"

struct red {
	const struct tensor *x;
	struct tensor *out;
	struct red_loops l;
	/* The joined dims; the innermost is apart. Strides in elements. */
	int n_keep, n_red;
	int64_t keep[SHAPE_MAX_RANK], keep_stride[SHAPE_MAX_RANK];
	int64_t red[SHAPE_MAX_RANK], red_stride[SHAPE_MAX_RANK];
	int64_t inner, n_rows;		/* the innermost dim's extent; product of red[] */
	bool inner_red;
	int64_t per;			/* inputs of an output */
};

enum { COLS = 256 };			/* outputs a tile when the innermost dim is kept */

/* ---- what is reduced ---- */

static bool axes_read(struct op_ctx *c, bool *gone)
{
	const struct tensor *x = c->in[0];
	const int64_t *axes = op_ints(c, 1);

	if (!axes)
		return false;
	for (int64_t i = 0; i < c->in[1]->n; i++) {
		int64_t a = axes[i];

		if (!axis_norm(&a, x->rank))
			return op_invalid(c, "Invalid reduction dimension (%lld for input with %d dimension(s)",
					  (long long)axes[i], x->rank);
		if (gone[a])
			return op_invalid(c, "Invalid reduction arguments: Axes contains duplicate dimension: %lld",
					  (long long)a);
		gone[a] = true;
	}
	return true;
}

static bool out_new(struct op_ctx *c, const bool *gone, struct tensor **out)
{
	const struct tensor *x = c->in[0];
	int64_t *dim = op_dims(c, x, 0);
	bool keep_dims = false;
	int rank = 0;

	if (!node_attr_bool(c->node, "keep_dims", &keep_dims))
		node_attr_bool(c->node, "keepdims", &keep_dims);
	for (int d = 0; d < x->rank; d++)
		if (!gone[d])
			dim[rank++] = x->dim[d];
		else if (keep_dims)
			dim[rank++] = 1;
	*out = op_out(c, 0, x->dtype, rank, dim);
	return *out != NULL;
}

/* Joins dims; x has elements. Does any dim of more than one element go? */
static bool join(struct red *r, const bool *gone)
{
	int64_t dim[SHAPE_MAX_RANK], stride = 1;
	bool red[SHAPE_MAX_RANK];
	int n = 0;

	for (int d = 0; d < r->x->rank; d++) {
		if (r->x->dim[d] == 1)
			continue;
		if (n && red[n - 1] == gone[d]) {
			dim[n - 1] *= r->x->dim[d];
		} else {
			red[n] = gone[d];
			dim[n++] = r->x->dim[d];
		}
	}
	r->per = r->n_rows = r->inner = 1;
	if (n == 0)
		return false;
	r->inner = dim[n - 1];
	r->inner_red = red[n - 1];
	r->per = r->inner_red ? r->inner : 1;
	for (int d = n - 1; d >= 0; stride *= dim[d--]) {
		if (d == n - 1)
			continue;
		if (red[d]) {
			r->red[r->n_red] = dim[d];
			r->red_stride[r->n_red++] = stride;
			r->n_rows *= dim[d];
		} else {
			r->keep[r->n_keep] = dim[d];
			r->keep_stride[r->n_keep++] = stride;
		}
	}
	r->per *= r->n_rows;
	return n > 1 || r->inner_red;
}

/* ---- the walk ---- */

/* Innermost first: where the k-th place of a strided block is. */
static int64_t offset(int n, const int64_t *dim, const int64_t *stride, int64_t k)
{
	int64_t at = 0;

	for (int d = 0; d < n; d++) {
		at += k % dim[d] * stride[d];
		k /= dim[d];
	}
	return at;
}

static void reduce_at(const struct red *r, union red_acc *acc, int64_t at, int64_t n,
		      void (*loop)(union red_acc *, const void *, int64_t))
{
	int64_t place[SHAPE_MAX_RANK];

	for (int d = 0; d < r->n_red; d++)
		place[d] = 0;
	for (int64_t row = 0; row < r->n_rows; row++) {
		loop(acc, el_at(r->x->dtype, r->x->data, at), n);
		for (int d = 0; d < r->n_red; d++) {
			at += r->red_stride[d];
			if (++place[d] < r->red[d])
				break;
			at -= r->red[d] * r->red_stride[d];
			place[d] = 0;
		}
	}
}

static void inner_tile(void *ctx, int64_t from, int64_t to)
{
	const struct red *r = ctx;

	for (int64_t o = from; o < to; o++) {
		union red_acc acc = r->l.start;

		reduce_at(r, &acc, offset(r->n_keep, r->keep, r->keep_stride, o), r->inner, r->l.run);
		r->l.put(el_at(r->x->dtype, r->out->data, o), &acc, 1, r->per);
	}
}

static void cols_tile(void *ctx, int64_t from, int64_t to)
{
	const struct red *r = ctx;
	int64_t tiles = (r->inner + COLS - 1) / COLS;
	union red_acc acc[COLS];

	for (int64_t t = from; t < to; t++) {
		int64_t row = t / tiles, col = t % tiles * COLS, n = r->inner - col < COLS ? r->inner - col : COLS;

		for (int64_t k = 0; k < n; k++)
			acc[k] = r->l.start;
		reduce_at(r, acc, offset(r->n_keep, r->keep, r->keep_stride, row) + col, n, r->l.cols);
		r->l.put(el_at(r->x->dtype, r->out->data, row * r->inner + col), acc, n, r->per);
	}
}

/* Every output is what nothing gives: the start. */
static void put_empty(const struct red *r)
{
	for (int64_t o = 0; o < r->out->n; o++)
		r->l.put(el_at(r->x->dtype, r->out->data, o), &r->l.start, 1, 0);
}

static bool run_reduce(struct op_ctx *c)
{
	struct red *r = arena_alloc(c->scratch, sizeof(*r));
	const enum red_op *op = c->row->data;
	bool gone[SHAPE_MAX_RANK] = { false };

	r->x = c->in[0];
	r->l = red_loops(*op, r->x->dtype);
	if (!axes_read(c, gone) || !out_new(c, gone, &r->out))
		return false;
	if (r->x->n == 0) {
		put_empty(r);
		return true;
	}
	if (!join(r, gone) && *op != RED_NORM) {
		struct tensor *out = r->out;

		c->out[0] = NULL;
		op_out_view(c, 0, 0, out->rank, out->dim);
		tensor_unref(out);
		return c->out[0] != NULL;
	}
	if (r->inner_red)
		tiles_run(r->out->n, 1 + TILE_ELEMS / (r->per + 1), inner_tile, r);
	else
		tiles_run(r->out->n / r->inner * ((r->inner + COLS - 1) / COLS),
			  1 + TILE_ELEMS / (r->per * (r->inner < COLS ? r->inner : COLS) + 1), cols_tile, r);
	return true;
}

#define REDUCE(n, op, m) \
	{ .name = n, .n_in = 2, .n_out = 1, .types = { { "T", m }, { "Tidx", DM_INDEX } }, .flags = OP_VIEW, \
	  .run = run_reduce, .data = &(const enum red_op){ op } }
#define REDUCE_BOOL(n, op) \
	{ .name = n, .n_in = 2, .n_out = 1, .types = { { "Tidx", DM_INDEX } }, .flags = OP_VIEW, \
	  .run = run_reduce, .data = &(const enum red_op){ op } }
static const struct op_row rows[] = {
	REDUCE("Sum", RED_SUM, DM_NUMBER), REDUCE("Mean", RED_MEAN, DM_NUMBER), REDUCE("Prod", RED_PROD, DM_NUMBER),
	REDUCE("Max", RED_MAX, DM_REAL), REDUCE("Min", RED_MIN, DM_REAL),
	REDUCE("EuclideanNorm", RED_NORM, DM_NUMBER),
	REDUCE_BOOL("All", RED_ALL), REDUCE_BOOL("Any", RED_ANY),
};

OP_FAMILY(family_reduce, rows);
