/*
 * Gather, GatherV2, GatherNd and their forms that read a variable. Both kinds come down to copying runs:
 * run t of the output is run from[...] of the source.
 */
#include "ops/array.h"

#include <string.h>

#include "ops/var.h"

/* ---- copying runs ---- */

/* The output is `outer` blocks of `per` runs; block b's runs come from the source's run
 * b * step + from[(b / share) * per + i]. */
struct runs {
	struct op_ctx *c;
	enum dtype dtype;
	const int64_t *from;
	int64_t per, step, share;
	int64_t n;			/* elements a run */
	size_t bytes;
	char *dst;
	const char *src;
	bool failed;
};

#define RUNS(size) \
	for (int64_t i = 0; i < n; i++) \
		memcpy(d + (size_t)i * r->bytes, s + (size_t)v[i] * r->bytes, size)

static bool runs_copy(struct runs *r, char *d, const char *s, const int64_t *v, int64_t n)
{
	enum dtype_kind kind = dtype_info(r->dtype)->kind;

	if (kind == DK_STRING || kind == DK_OBJECT) {
		for (int64_t i = 0; i < n; i++)
			if (!el_copy(r->dtype, d + (size_t)i * r->bytes, s + (size_t)v[i] * r->bytes, r->n, r->c->err))
				return false;
		return true;
	}
	switch (r->bytes) {
	case 1: RUNS(1); break;
	case 2: RUNS(2); break;
	case 4: RUNS(4); break;
	case 8: RUNS(8); break;
	case 16: RUNS(16); break;
	default: RUNS(r->bytes);
	}
	return true;
}

static void runs_tile(void *ctx, int64_t from, int64_t to)
{
	struct runs *r = ctx;

	for (int64_t t = from, n; t < to && !r->failed; t += n) {
		int64_t b = t / r->per, i = t % r->per;

		n = r->per - i < to - t ? r->per - i : to - t;
		if (!runs_copy(r, r->dst + (size_t)t * r->bytes, r->src + (size_t)(b * r->step) * r->bytes,
			       r->from + b / r->share * r->per + i, n))
			r->failed = true;
	}
}

static bool runs_run(struct runs *r, int64_t total)
{
	enum dtype_kind kind = dtype_info(r->dtype)->kind;

	r->bytes = (size_t)r->n * dtype_info(r->dtype)->size;
	if (kind == DK_STRING || kind == DK_OBJECT)
		runs_tile(r, 0, total);
	else
		tiles_run(total, (int64_t)(TILE_ELEMS * 4 / (r->bytes + 1)), runs_tile, r);
	return !r->failed;
}

/* ---- GatherV2 ---- */

static bool batch_ok(struct op_ctx *c, const struct tensor *x, const struct tensor *idx, int64_t axis, int64_t *batch)
{
	if (*batch < -idx->rank || *batch > idx->rank)
		return op_invalid(c, "Expected batch_dims in the range [%d, %d], but got %lld", -idx->rank, idx->rank,
				  (long long)*batch);
	if (*batch < 0)
		*batch += idx->rank;
	if (*batch > axis)
		return op_invalid(c, "batch_dims (%lld) must be less than or equal to axis (%lld).", (long long)*batch,
				  (long long)axis);
	for (int64_t d = 0; d < *batch; d++)
		if (x->dim[d] != idx->dim[d])
			return op_invalid(c, "params.shape[%lld]: %lld should be equal to indices.shape[%lld]: %lld",
					  (long long)d, (long long)x->dim[d], (long long)d, (long long)idx->dim[d]);
	return true;
}

/* in_var: as ResourceGather, which names a bad index of a batch by its place in the flat variable. */
static bool indices_ok(struct op_ctx *c, const struct tensor *x, const int64_t *v, int64_t limit, int64_t batch,
		       bool in_var)
{
	const struct tensor *idx = c->in[1];
	int64_t per = dims_mul(idx->dim, (int)batch, idx->rank);

	for (int64_t i = 0; i < idx->n; i++) {
		if (v[i] >= 0 && v[i] < limit)
			continue;
		return op_invalid(c, "indices%s = %lld is not in [0, %lld)", op_place(c, idx->rank, idx->dim, i),
				  (long long)((uint64_t)v[i] + (in_var ? (uint64_t)(i / per * limit) : 0)),
				  (long long)(in_var ? x->dim[0] : limit));
	}
	return true;
}

static bool gather(struct op_ctx *c, const struct tensor *x, int64_t axis, int64_t batch, bool in_var)
{
	const struct tensor *idx = c->in[1];
	int64_t *dim = arena_array(c->scratch, (size_t)(x->rank + idx->rank) + 1, sizeof(*dim)), k = 0;
	struct runs r = { .c = c, .dtype = x->dtype };
	struct tensor *out;

	if (axis < 0 ? -axis > x->rank : axis >= x->rank)
		return op_invalid(c, "Shape must be at least rank %lld but is rank %d",
				  (long long)(axis < 0 ? -axis : axis + 1), x->rank);
	if (axis < 0)
		axis += x->rank;
	if (batch && !batch_ok(c, x, idx, axis, &batch))
		return false;
	for (int64_t d = 0; d < axis; d++)
		dim[k++] = x->dim[d];
	for (int64_t d = batch; d < idx->rank; d++)
		dim[k++] = idx->dim[d];
	for (int64_t d = axis + 1; d < x->rank; d++)
		dim[k++] = x->dim[d];
	out = op_out(c, 0, x->dtype, (int)k, dim);
	if (!out || out->n == 0)
		return out != NULL;
	r.from = op_ints(c, 1);
	if (!r.from || !indices_ok(c, x, r.from, x->dim[axis], batch, in_var))
		return false;
	r.per = dims_mul(idx->dim, (int)batch, idx->rank);
	r.step = x->dim[axis];
	r.share = dims_mul(x->dim, (int)batch, (int)axis);
	r.n = dims_mul(x->dim, (int)axis + 1, x->rank);
	r.dst = out->data;
	r.src = x->data;
	return runs_run(&r, out->n / r.n);
}

static bool params_ok(struct op_ctx *c, const struct tensor *x)
{
	return x->rank > 0 || op_invalid(c, "params must be at least 1 dimensional");
}

static bool run_gather_v2(struct op_ctx *c)
{
	int64_t batch = 0, axis;

	if (!params_ok(c, c->in[0]))
		return false;
	if (c->in[2]->rank != 0)
		return op_invalid(c, "axis must be scalar");
	axis = tensor_get_i64(c->in[2], 0);
	if (axis < -SHAPE_MAX_RANK * 2 || axis > SHAPE_MAX_RANK * 2)
		axis = axis < 0 ? -SHAPE_MAX_RANK * 2 : SHAPE_MAX_RANK * 2;
	node_attr_int(c->node, "batch_dims", &batch);
	return gather(c, c->in[0], axis, batch, false);
}

static bool run_gather(struct op_ctx *c)
{
	return params_ok(c, c->in[0]) && gather(c, c->in[0], 0, 0, false);
}

/* ---- GatherNd ---- */

/* Each index's last dim names an element or a slice: from[i] is its place, counted in slices. */
static bool nd_places(struct op_ctx *c, const struct tensor *x, int64_t n, int64_t depth, int64_t *from)
{
	const struct tensor *idx = c->in[1];
	const int64_t *v = op_ints(c, 1);

	if (!v)
		return false;
	for (int64_t i = 0; i < n; i++) {
		from[i] = 0;
		for (int64_t d = 0; d < depth; d++) {
			int64_t at = v[i * depth + d];

			if (at < 0 || at >= x->dim[d])
				return op_invalid(
					c, "indices%s = [%s] does not index into param shape %s, node name: %.*s",
					op_place(c, idx->rank - 1, idx->dim, i), op_list(c, v + i * depth, depth, ", "),
					op_shape(c, x->rank, x->dim), SV_ARG(c->node->name));
			from[i] = from[i] * x->dim[d] + at;
		}
	}
	return true;
}

static bool gather_nd(struct op_ctx *c, const struct tensor *x)
{
	const struct tensor *idx = c->in[1];
	int64_t *dim, n, depth, *from;
	struct runs r = { .c = c, .dtype = x->dtype, .share = 1 };
	struct tensor *out;
	int rank = idx->rank - 1;

	if (x->rank < 1)
		return op_invalid(c, "params must be at least a vector");
	if (idx->rank < 1)
		return op_invalid(c, "indices must be at least a vector");
	depth = idx->dim[rank];
	if (depth > x->rank)
		return op_invalid(c, "index innermost dimension length must be <= params rank; saw: %lld vs. %d",
				  (long long)depth, x->rank);
	dim = arena_array(c->scratch, (size_t)(x->rank + rank) + 1, sizeof(*dim));
	for (int d = 0; d < rank; d++)
		dim[d] = idx->dim[d];
	for (int d = (int)depth; d < x->rank; d++)
		dim[rank + d - (int)depth] = x->dim[d];
	if (!shape_count(rank, dim, &n, c->err))
		return false;
	if (n > 0 && x->n == 0)
		return op_invalid(c, "Requested more than 0 entries, but params is empty.  Params shape: %s",
				  op_shape(c, x->rank, x->dim));
	out = op_out(c, 0, x->dtype, rank + x->rank - (int)depth, dim);
	if (!out || out->n == 0)
		return out != NULL;
	if (depth > 7)
		return op_invalid(c,
				  "Only indices.shape[-1] values between 1 and 7 are currently supported.  Requested "
				  "rank: %lld",
				  (long long)depth);
	from = op_temp(c, (size_t)n * sizeof(*from));
	if (!from || !nd_places(c, x, n, depth, from))
		return false;
	r.from = from;
	r.per = n;
	r.n = dims_mul(x->dim, (int)depth, x->rank);
	r.dst = out->data;
	r.src = x->data;
	return runs_run(&r, n);
}

static bool run_gather_nd(struct op_ctx *c)
{
	return gather_nd(c, c->in[0]);
}

/* ---- of a variable ---- */

static const struct tensor *var_read(struct op_ctx *c)
{
	struct var *v = var_of(c, 0);
	enum dtype t;

	if (!v)
		return NULL;
	if (!v->value) {
		op_fail(c, ERR_NOT_FOUND, "Resource %s/%s/N10tensorflow3VarE does not exist.",
			v->r.container && *v->r.container ? v->r.container : "localhost", v->r.name);
		return NULL;
	}
	if (node_attr_type(c->node, "dtype", &t) && t != v->value->dtype) {
		op_invalid(c, "Trying to read variable with wrong dtype. Expected %s got %s", dtype_info(t)->name,
			   dtype_info(v->value->dtype)->name);
		return NULL;
	}
	return v->value;
}

static bool run_resource_gather(struct op_ctx *c)
{
	const struct tensor *x = var_read(c);
	int64_t batch = 0;

	node_attr_int(c->node, "batch_dims", &batch);
	if (batch < -SHAPE_MAX_RANK || batch > SHAPE_MAX_RANK)
		return op_invalid(c, "batch_dims is out of range");
	return x && params_ok(c, x) && gather(c, x, batch < 0 ? batch + c->in[1]->rank : batch, batch, true);
}

static bool run_resource_gather_nd(struct op_ctx *c)
{
	const struct tensor *x = var_read(c);

	return x && gather_nd(c, x);
}

#define DM_INDEX3 (DM_INDEX | DM(DT_INT16))
#define GATHER(n, ins, more, fn) { .name = n, .n_in = ins, .n_out = 1, .run = fn, \
	.types = { { "Tparams", DM_PLAIN | DM_OBJECT | DM_QUANT | DM_FP8 | (more) }, { "Tindices", DM_INDEX3 } } }
#define RESOURCE(n, more, fn) { .name = n, .n_in = 2, .n_out = 1, .run = fn, .flags = OP_STATEFUL, \
	.types = { { "dtype", DM_PLAIN | DM_OBJECT | (more) }, { "Tindices", DM_INDEX } } }
static const struct op_row rows[] = {
	GATHER("Gather", 2, DM_QUANT16, run_gather),
	GATHER("GatherV2", 3, DM_QUANT16, run_gather_v2),
	GATHER("GatherNd", 2, 0, run_gather_nd),
	RESOURCE("ResourceGather", DM_QUANT, run_resource_gather),
	RESOURCE("ResourceGatherNd", 0, run_resource_gather_nd),
};

OP_FAMILY(family_gather, rows);
