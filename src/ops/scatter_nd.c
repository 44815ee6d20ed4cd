/*
 * ScatterNd and its kin: slices of a tensor named by the last dim of an index tensor are set, added to and
 * so on, one after another.
 */
#include <string.h>

#include "ops/array.h"
#include "ops/elop.h"

enum scatter_op { SET, ADD, SUB, MAX, MIN };

struct scatter {
	int rank;			/* of the output */
	const int64_t *dim;
	const struct tensor *idx, *upd;
	int idx_in, upd_in;
	int64_t depth, n, slice;	/* last dim of idx; slices; elements a slice */
	int64_t *to;			/* where each slice is, in slices */
};

static bool all_or_nothing(int64_t out, int64_t idx, int64_t upd)
{
	return (idx == 0 && upd == 0) || (out != 0 && idx != 0 && upd != 0);
}

/* Do indices and updates share `batch` dims, and the updates' others fit the output? in_op: ScatterNd's own
 * check, which counts the updates' dims otherwise in its words. */
static bool shapes_fit(struct op_ctx *c, const struct scatter *s, int64_t batch, bool in_op)
{
	const struct tensor *u = s->upd;
	bool ok = u->rank >= batch;

	for (int64_t d = 0; ok && d < batch; d++)
		ok = u->dim[d] == s->idx->dim[d];
	if (!ok)
		return op_invalid(c, "Dimensions [0,%lld) of indices[shape=%s] must match dimensions [0,%lld) of "
				  "updates[shape=%s]", (long long)batch, op_in_shape(c, s->idx_in), (long long)batch,
				  op_in_shape(c, s->upd_in));
	ok = u->rank - batch == s->rank - s->depth;
	for (int64_t d = batch; ok && d < u->rank; d++)
		ok = u->dim[d] == s->dim[d - batch + s->depth];
	return ok || op_invalid(c, "Dimensions [%lld,%d) of input[shape=%s] must match dimensions [%lld,%d) of "
				"updates[shape=%s]", (long long)s->depth, s->rank, op_shape(c, s->rank, s->dim),
				(long long)(in_op ? batch : s->depth), u->rank, op_in_shape(c, s->upd_in));
}

/* Where each update goes. */
static bool scatter_plan(struct op_ctx *c, struct scatter *s, int64_t out_n)
{
	const struct tensor *idx = s->idx;
	const int64_t *v;

	if (s->rank < 1)
		return op_invalid(c, "Output must be at least 1-D, got shape: []");
	if (!all_or_nothing(out_n, idx->n, s->upd->n))
		return op_invalid(c, "Indices and updates specified for empty output.  indices shape: %s",
				  op_in_shape(c, s->idx_in));
	if (!idx->rank || !s->upd->rank || s->upd->dim[0] != idx->dim[0])
		return op_invalid(c, "Dimensions [0,1) of indices[shape=%s] = %lld must match dimensions [0,1) of "
				  "updates[shape=%s] = %lld", op_in_shape(c, s->idx_in),
				  (long long)(idx->rank ? idx->dim[0] : 0), op_in_shape(c, s->upd_in),
				  (long long)(s->upd->rank ? s->upd->dim[0] : 0));
	s->depth = idx->rank > 1 ? idx->dim[idx->rank - 1] : 1;
	if (!shapes_fit(c, s, idx->rank > 1 ? idx->rank - 1 : 1, false))
		return false;
	/* A vector of indices counts as one row, of which TensorFlow takes the first. */
	s->n = idx->rank > 1 ? idx->n / (s->depth < 1 ? 1 : s->depth) : idx->n > 0;
	s->slice = dims_mul(s->dim, (int)s->depth, s->rank);
	if (s->depth < 1 || s->depth > 7)
		return op_invalid(c,
				  "Only indices.shape[-1] values between 1 and 5 are currently supported.  Requested "
				  "rank: %lld",
				  (long long)s->depth);
	v = op_ints(c, s->idx_in);
	s->to = v ? op_temp(c, (size_t)s->n * sizeof(*s->to)) : NULL;
	if (!s->to)
		return false;
	for (int64_t i = 0; i < s->n; i++) {
		s->to[i] = 0;
		for (int64_t d = 0; d < s->depth; d++) {
			int64_t at = v[i * s->depth + d];

			if (at < 0 || at >= s->dim[d])
				return op_invalid(c, "indices%s = [%s] does not index into shape %s",
						  op_place(c, idx->rank - 1, idx->dim, i),
						  op_list(c, v + i * s->depth, s->depth, ", "),
						  op_shape(c, s->rank, s->dim));
			s->to[i] = s->to[i] * s->dim[d] + at;
		}
	}
	return true;
}

/* Strings: the last one wins, or all are joined. old: NULL or the tensor that is updated. */
static bool scatter_strings(struct op_ctx *c, const struct scatter *s, struct tensor *out, const struct tensor *old,
			    enum scatter_op op)
{
	for (int64_t i = 0; old && i < out->n; i++)
		if (!tensor_str_set(out, i, tensor_str(old, i), c->err))
			return false;
	for (int64_t i = 0; i < s->n; i++)
		for (int64_t k = 0; k < s->slice; k++) {
			struct sv v = tensor_str(s->upd, i * s->slice + k);
			int64_t to = s->to[i] * s->slice + k;
			struct str both = STR_INIT;
			bool ok;

			if (op == ADD)
				str_add(&both, tensor_str(out, to));
			str_add(&both, v);
			ok = tensor_str_set(out, to, str_sv(&both), c->err);
			str_free(&both);
			if (!ok)
				return false;
		}
	return true;
}

static bool scatter_run(struct op_ctx *c, struct scatter *s, struct tensor *out, const struct tensor *old,
			enum scatter_op op)
{
	static const enum el_op els[] = { [ADD] = EL_ADD, [SUB] = EL_SUB, [MAX] = EL_MAX, [MIN] = EL_MIN };
	enum dtype t = s->upd->dtype;
	size_t bytes = (size_t)s->slice * dtype_info(t)->size;
	el_fn fn = op == SET ? NULL : el_op(els[op], t);

	if (t == DT_STRING)
		return scatter_strings(c, s, out, old, op);
	for (int64_t i = 0; i < s->n; i++) {
		char *to = el_at(t, out->data, s->to[i] * s->slice);
		const char *from = el_at(t, s->upd->data, i * s->slice);

		if (fn)
			fn(to, from, s->slice);
		else
			memcpy(to, from, bytes);
	}
	return true;
}

/* Output 0: old (or zeros) with the updates. */
static bool scatter_into(struct op_ctx *c, struct scatter *s, const struct tensor *old, enum scatter_op op)
{
	int64_t n = dims_mul(s->dim, 0, s->rank);
	struct tensor *out;

	if (!scatter_plan(c, s, n))
		return false;
	c->out[0] = out = tensor_zeros(s->upd->dtype, s->rank, s->dim, c->err);
	if (!out)
		return false;
	if (old && old->dtype != DT_STRING && old->n)
		memcpy(out->data, old->data, out->bytes);
	return scatter_run(c, s, out, old, op);
}

static bool ranks_ok(struct op_ctx *c, const struct scatter *s)
{
	if (s->idx->rank < 1)
		return op_invalid(c, "Indices shape must have rank at least one. Found:%s", op_in_shape(c, s->idx_in));
	return s->upd->rank >= 1 ||
	       op_invalid(c, "Updates shape must have rank at least one. Found:%s", op_in_shape(c, s->upd_in));
}

static bool run_scatter_nd(struct op_ctx *c)
{
	struct scatter s = { .idx = c->in[0], .upd = c->in[1], .idx_in = 0, .upd_in = 1 };
	int64_t outer;

	if (!ranks_ok(c, &s))
		return false;
	if (c->in[2]->rank != 1)
		return op_invalid(c, "Shape must be a vector");
	s.dim = op_shape_in(c, 2);
	if (!s.dim)
		return false;
	s.rank = (int)c->in[2]->n;
	if (!all_or_nothing(s.rank, s.idx->n, s.upd->n))
		return op_invalid(c, "Indices and updates specified for empty output shape");
	outer = s.idx->rank - 1;
	s.depth = s.idx->dim[outer];
	return shapes_fit(c, &s, outer, true) && scatter_into(c, &s, NULL, ADD);
}

static bool tensor_fits(struct op_ctx *c, const struct scatter *s)
{
	int64_t outer = s->idx->rank - 1, depth = s->idx->dim[outer];
	const struct tensor *u = s->upd;

	for (int64_t d = 0; d < outer; d++)
		if (d >= u->rank || s->idx->dim[d] != u->dim[d])
			return op_invalid(c, "Outer dimensions of indices and update must match. Indices shape: %s, "
					  "updates shape:%s", op_in_shape(c, s->idx_in), op_in_shape(c, s->upd_in));
	if (u->rank - outer != s->rank - depth)
		return op_invalid(c, "Inner dimensions of output shape must match inner dimensions of updates shape. "
				  "Output: %s updates: %s", op_shape(c, s->rank, s->dim), op_in_shape(c, s->upd_in));
	for (int64_t d = 0; d + outer < u->rank; d++)
		if (u->dim[d + outer] != s->dim[d + depth])
			return op_invalid(
				c,
				"The inner %lld dimensions of output.shape=%s must match the inner %lld dimensions "
				"of updates.shape=%s",
				(long long)(s->rank - depth), op_shape(c, s->rank, s->dim),
				(long long)(u->rank - outer), op_in_shape(c, s->upd_in));
	return true;
}

static bool run_tensor_scatter(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct scatter s = {
		.rank = x->rank, .dim = x->dim, .idx = c->in[1], .upd = c->in[2], .idx_in = 1, .upd_in = 2
	};

	if (!ranks_ok(c, &s))
		return false;
	if (!all_or_nothing(x->n, s.idx->n, s.upd->n))
		return op_invalid(c, "Indices and updates specified for empty output shape");
	return tensor_fits(c, &s) && scatter_into(c, &s, x, *(const enum scatter_op *)c->row->data);
}

static bool run_non_aliasing(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct scatter s = {
		.rank = x->rank, .dim = x->dim, .idx = c->in[1], .upd = c->in[2], .idx_in = 1, .upd_in = 2
	};

	return scatter_into(c, &s, x, ADD);
}

#define TENSOR(n, op, m) { .name = n, .n_in = 3, .n_out = 1, .run = run_tensor_scatter, \
			   .types = { { "T", m }, { "Tindices", DM_INDEX } }, .data = &(const enum scatter_op){ op } }
static const struct op_row rows[] = {
	{ .name = "ScatterNd", .n_in = 3, .n_out = 1, .types = { { "T", DM_PLAIN }, { "Tindices", DM_INDEX } },
	  .run = run_scatter_nd },
	{ .name = "ScatterNdNonAliasingAdd", .n_in = 3, .n_out = 1,
	  .types = { { "T", DM_POD }, { "Tindices", DM_INDEX } }, .run = run_non_aliasing },
	TENSOR("TensorScatterUpdate", SET, DM_PLAIN), TENSOR("TensorScatterAdd", ADD, DM_NUMBER),
	TENSOR("TensorScatterSub", SUB, DM_NUMBER), TENSOR("TensorScatterMax", MAX, DM_REAL),
	TENSOR("TensorScatterMin", MIN, DM_REAL),
};

OP_FAMILY(family_scatter_nd, rows);
