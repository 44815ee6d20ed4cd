/*
 * RaggedTensorToTensor. Dimension by dimension it is computed where in the output each ragged row starts
 * (-1: cut off), down to the values, which are then copied over an output full of the default.
 */
#include <string.h>

#include "ops/sparse.h"

enum part { FIRST_DIM_SIZE, VALUE_ROWIDS, ROW_SPLITS, PART_OTHER };
static const char *const part_name[] = { "FIRST_DIM_SIZE", "VALUE_ROWIDS", "ROW_SPLITS", "ROW_LENGTHS",
					 "ROW_LIMITS", "ROW_STARTS" };
enum { N_PARTS = 6, FIRST_PART = 3 };

struct parts {
	const int *type;		/* indices of part_name */
	int n;
	int ragged_rank;
	bool sized;			/* the first says only how many rows there are */
};

static bool prepare(const struct node *n, void *state, struct arena *a, struct err *err)
{
	struct parts *p = state;
	const struct attr_value *v;
	uint32_t k;
	int *type;

	if (!node_attr_list(n, "row_partition_types", &v, &k) || k > SHAPE_MAX_RANK)
		return attr_missing(n, "row_partition_types", err);
	type = arena_array(a, (size_t)k + 1, sizeof(*type));
	for (uint32_t i = 0; i < k; i++) {
		while (type[i] < N_PARTS && !sv_is(v[i].s, part_name[type[i]]))
			type[i]++;
		if (type[i] == N_PARTS)
			return err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT,
				       "Unknown string for partition info type: %.*s", SV_ARG(v[i].s));
	}
	p->type = type;
	p->n = (int)k;
	p->sized = k > 0 && type[0] == FIRST_DIM_SIZE;
	p->ragged_rank = (int)k - p->sized;
	return true;
}

struct todense {
	struct op_ctx *c;
	const struct parts *p;
	int rank;			/* of the output */
	int64_t *dim;
	int64_t first;			/* ragged rows in the first dimension */
	int64_t *at, n;			/* where the rows of this dimension start */
};

static const struct tensor *partition(const struct todense *d, int i, int *type)
{
	*type = d->p->type[i + d->p->sized];
	return d->c->in[FIRST_PART + i + d->p->sized];
}

/* ---- the output's shape ---- */

static bool default_ok(struct op_ctx *c)
{
	const struct tensor *v = c->in[1], *def = c->in[2];

	if (def->rank >= v->rank)
		return op_invalid(c, "default_value.shape=%s and rt_input.flat_values.shape=%s are incompatible: "
				  "default_value.rank = %d  must be less than rt_input.flat_values.rank = %d",
				  op_in_shape(c, 2), op_in_shape(c, 1), def->rank, v->rank);
	for (int i = 0; i < def->rank; i++)
		if (def->dim[i] != 1 && def->dim[i] != v->dim[i + 1])
			return op_invalid(c,
					  "default_value.shape=%s and rt_input.flat_values.shape=%s are incompatible: "
					  "default_value.shape[%d] = %lld but rt_input.flat_values.shape[%d] = %lld",
					  op_in_shape(c, 2), op_in_shape(c, 1), i - def->rank, (long long)def->dim[i],
					  i - def->rank, (long long)v->dim[i + 1]);
	return true;
}

/* What the shape input asks for; -1 where it leaves it open. */
static bool wanted_shape(struct todense *d)
{
	const struct tensor *shape = d->c->in[0], *v = d->c->in[1];
	const char *text;

	d->rank = d->p->ragged_rank + v->rank;
	if (shape->rank > 1)
		return op_invalid(d->c, "Shape must be at most rank 1 but is rank %d", shape->rank);
	if (shape->rank == 0 && tensor_get_i64(shape, 0) != -1)
		return op_invalid(d->c, "The only valid scalar shape tensor is the fully unknown shape specified as "
				  "-1.");
	d->dim = arena_array(d->c->scratch, (size_t)(d->rank > shape->n ? d->rank : shape->n) + 1,
			     sizeof(*d->dim));
	for (int64_t i = 0; i < (shape->rank ? shape->n : d->rank); i++) {
		d->dim[i] = shape->rank ? tensor_get_i64(shape, i) : -1;
		if (d->dim[i] < -1)
			return op_invalid(d->c, "Dimension %lld must be >= -1", (long long)d->dim[i]);
	}
	text = shape->rank && shape->n <= SHAPE_MAX_RANK ? op_shape(d->c, (int)shape->n, d->dim) : "<unknown>";
	if (shape->rank && shape->n != d->rank)
		return op_invalid(d->c, "rt_input.shape and shape=%s are incompatible: rt_input.rank = %d but "
				  "shape.rank = %lld", text, d->rank, (long long)shape->n);
	for (int i = 1; i < v->rank; i++) {
		int at = d->p->ragged_rank + i;

		if (d->dim[at] >= 0 && d->dim[at] != v->dim[i])
			return op_invalid(d->c,
					  "rt_input.shape and shape=%s are incompatible: rt_input.shape[%d] = %lld "
					  "but shape[%d] = %lld",
					  text, at, (long long)v->dim[i], at, (long long)d->dim[at]);
		d->dim[at] = v->dim[i];
	}
	return true;
}

/* The longest row of a partition. */
static bool width(struct todense *d, int i, int64_t *most)
{
	int type;
	const struct tensor *t = partition(d, i, &type);
	int64_t start = 0;

	*most = 0;
	if (type != VALUE_ROWIDS && type != ROW_SPLITS)
		return op_invalid(d->c, "Cannot handle partition type %s", part_name[type]);
	for (int64_t k = 1; k <= t->n; k++) {
		int64_t len = 0;

		if (type == ROW_SPLITS) {
			if (k == t->n || __builtin_sub_overflow(tensor_get_i64(t, k), tensor_get_i64(t, k - 1), &len))
				continue;
		} else if (k == t->n || tensor_get_i64(t, k) != tensor_get_i64(t, start)) {
			len = k - start;
			start = k;
		}
		if (len > *most)
			*most = len;
	}
	return true;
}

static bool output_shape(struct todense *d)
{
	if (!default_ok(d->c) || !wanted_shape(d))
		return false;
	if (d->dim[0] < 0)
		d->dim[0] = d->first;
	for (int i = 1; i <= d->p->ragged_rank; i++)
		if (d->dim[i] < 0 && !width(d, i - 1, &d->dim[i]))
			return false;
	return true;
}

static bool first_size(struct todense *d)
{
	struct op_ctx *c = d->c;
	const struct tensor *t = c->in[FIRST_PART];

	if (t->n == 0)
		return op_invalid(c, "Invalid first partition input. Tensor requires at least one element.");
	switch (d->p->type[0]) {
	case FIRST_DIM_SIZE:
		d->first = tensor_get_i64(t, 0);
		return true;
	case VALUE_ROWIDS:
		return op_invalid(c, "Cannot handle VALUE_ROWIDS in first dimension.");
	case ROW_SPLITS:
		d->first = t->n - 1;
		return true;
	default:
		return op_invalid(c, "Cannot handle type %s", part_name[d->p->type[0]]);
	}
}

/* ---- where things go ---- */

static int64_t *places(struct todense *d, int64_t n)
{
	size_t bytes;

	if (n < 0 || !size_mul((size_t)n + 1, sizeof(int64_t), &bytes)) {
		op_invalid(d->c, "Invalid row split size.");
		return NULL;
	}
	return op_temp(d->c, bytes);
}

static bool by_splits(struct todense *d, const struct tensor *t, int64_t step, int64_t room, int64_t limit)
{
	int64_t n = t->n ? tensor_get_i64(t, t->n - 1) : 0, k = 0, *to;

	if (t->n - 1 > d->n)
		return op_invalid(d->c, "Row partition size is greater than output size: %lld > %lld",
				  (long long)t->n - 1, (long long)d->n);
	if (n > limit)
		return op_invalid(d->c, "Invalid row split size.");
	to = places(d, n);
	if (!to)
		return false;
	for (int64_t i = 0; i + 1 < t->n; i++) {
		int64_t len, at = d->at[i];

		if (__builtin_sub_overflow(tensor_get_i64(t, i + 1), tensor_get_i64(t, i), &len) || len > n - k)
			return op_invalid(d->c, "Invalid row split size.");
		for (int64_t j = 0; j < len; j++)
			to[k++] = at >= 0 && j < room ? at + j * step : -1;
	}
	if (t->n && k != n)
		return op_invalid(d->c, "Invalid row split size.");
	d->at = to;
	d->n = k;
	return true;
}

static bool by_rowids(struct todense *d, const struct tensor *t, int64_t step, int64_t room)
{
	int64_t last = -1, column = 0, *to = places(d, t->n);

	if (!to)
		return false;
	for (int64_t i = 0; i < t->n; i++) {
		int64_t row = tensor_get_i64(t, i);

		if (row < 0 || row >= d->n)
			return op_invalid(d->c, "Got %s_value_rowid=%lld which is not less than %lld",
					  i ? "next" : "current", (long long)row, (long long)d->n);
		column = row == last ? column + 1 : 0;
		last = row;
		/* A row's first value is always kept, even where there is no room: the output is empty then. */
		to[i] = d->at[row] >= 0 && (column < room || !column) ? d->at[row] + column * step : -1;
	}
	d->at = to;
	d->n = t->n;
	return true;
}

static bool descend(struct todense *d)
{
	int64_t step = 1;

	for (int i = 1; i <= d->p->ragged_rank; i++)
		step *= d->dim[i];
	d->n = d->first;
	d->at = places(d, d->n);
	if (!d->at)
		return false;
	for (int64_t i = 0; i < d->n; i++)
		d->at[i] = i < d->dim[0] ? i * step : -1;
	for (int i = 1; i <= d->p->ragged_rank; i++) {
		int type, next;
		const struct tensor *t = partition(d, i - 1, &type);
		int64_t limit = i < d->p->ragged_rank ? partition(d, i, &next)->n : d->c->in[1]->dim[0];

		step = d->dim[i] ? step / d->dim[i] : 0;
		if (type == ROW_SPLITS ? !by_splits(d, t, step, d->dim[i], limit) :
		    type == VALUE_ROWIDS ? !by_rowids(d, t, step, d->dim[i]) :
		    !op_invalid(d->c, "Unsupported partition type:%s", part_name[type]))
			return false;
	}
	return true;
}

/* ---- values ---- */

/* The output full of defaults, which are broadcast over the values' inner shape. */
static bool fill_default(struct todense *d, struct tensor *out)
{
	const struct tensor *def = d->c->in[2];
	int rank = d->rank - d->p->ragged_rank - 1;
	int64_t *stride = arena_array(d->c->scratch, (size_t)d->rank + 1, sizeof(*stride)), step = 1;
	int64_t *dst_stride;
	struct move m;

	if (def->n == 1)
		return el_fill(out->dtype, out->data, def->data, out->n, d->c->err);
	for (int i = 0; i < rank; i++) {
		int k = def->rank - 1 - i;

		stride[d->rank - 1 - i] = k >= 0 && def->dim[k] != 1 ? step : 0;
		step *= k >= 0 ? def->dim[k] : 1;
	}
	dst_stride = op_strides(d->c, d->rank, d->dim);
	m = (struct move){ .dtype = out->dtype, .rank = d->rank, .dim = d->dim, .dst_stride = dst_stride,
			   .src_stride = stride, .dst = out->data, .src = def->data };
	return move_run(d->c, &m);
}

static bool copy_values(struct todense *d, struct tensor *out)
{
	const struct tensor *v = d->c->in[1];
	int64_t inner = 1;

	for (int i = 1; i < v->rank; i++)
		inner *= v->dim[i];
	for (int64_t i = 0; i < d->n && i < v->dim[0]; i++) {
		if (d->at[i] < 0)
			continue;
		if (out->dtype == DT_STRING)
			for (int64_t k = 0; k < inner; k++) {
				if (!tensor_str_set(out, d->at[i] * inner + k, tensor_str(v, i * inner + k), d->c->err))
					return false;
			}
		else if (!el_copy(v->dtype, el_at(out, d->at[i] * inner), el_at(v, i * inner), inner, d->c->err))
			return false;
	}
	return true;
}

static bool run(struct op_ctx *c)
{
	struct todense d = { .c = c, .p = c->state };
	struct tensor *out;
	int64_t total;

	if (d.p->n == 0)
		return op_invalid(c, "No row_partition_types given.");
	if (c->n_in != FIRST_PART + d.p->n)
		return op_invalid(c, "has %d inputs, its attrs say %d", c->n_in, FIRST_PART + d.p->n);
	if (!first_size(&d) || !output_shape(&d) || !sparse_dims(c, d.rank, d.dim, &total, DIMS_MAKE))
		return false;
	out = op_out(c, 0, c->in[1]->dtype, d.rank, d.dim);
	if (!out || !total)
		return out != NULL;
	return descend(&d) && fill_default(&d, out) && copy_values(&d, out);
}

#define DM_QUANT (DM(DT_QINT8) | DM(DT_QUINT8) | DM(DT_QINT16) | DM(DT_QUINT16) | DM(DT_QINT32))
static const struct op_row rows[] = {
	{ .name = "RaggedTensorToTensor", .n_in = -1, .n_out = 1,
	  .types = { { "T", DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING) | DM_QUANT }, { "Tindex", DM_INDEX } },
	  .state_size = sizeof(struct parts), .prepare = prepare, .run = run },
};

OP_FAMILY(family_ragged_dense, rows);
