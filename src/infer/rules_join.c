/* Putting tensors together and taking them apart: pack, concat, split, slice, gather, scatter. */
#include "infer/inside.h"

#include <inttypes.h>
#include <string.h>

/* ---- pack and concat ---- */

static void pack_value(struct rule_ctx *c)
{
	idim v[VALUE_MAX];
	uint32_t n;

	if (c->n_in > VALUE_MAX || rule_in(c, 0).rank != 0 || c->n_out != 1 ||
	    (c->out[0].dtype != DT_INT32 && c->out[0].dtype != DT_INT64))
		return;
	for (uint32_t i = 0; i < c->n_in; i++) {
		const idim *e = rule_value(c, i, &n);

		v[i] = e && n == 1 ? e[0] : rule_new(c);
	}
	rule_set_value(c, 0, c->n_in, v);
}

static void pack(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0);
	int64_t axis = rule_attr(c, "axis", 0);
	idim n = c->n_in;

	for (uint32_t i = 1; i < c->n_in; i++)
		if (!rule_merge(c, (int)i, s, rule_in(c, i), &s))
			return;
	if (s.rank < 0 || s.rank == SHAPE_MAX_RANK)
		return;
	if (axis < -s.rank - 1 || axis > s.rank) {
		rule_bad(c, -1, -1, "Invalid axis: %" PRId64 "; must be in [%d,%d)", axis, -s.rank - 1, s.rank + 1);
		return;
	}
	axis += axis < 0 ? s.rank + 1 : 0;
	rule_out(c, 0, ishape_cat(c->inf, ishape_cat(c->inf, ishape_part(s, 0, (int)axis), ishape_new(c->inf, 1, &n)),
				  ishape_part(s, (int)axis, s.rank)));
	pack_value(c);
	if (c->n_in && c->n_out && c->out[0].dtype == DT_VARIANT)
		c->out[0].handle = c->in[0].handle;
}

static void unpack(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0), part;
	uint32_t n;
	const idim *v = rule_value(c, 0, &n);
	int axis;

	if (s.rank < 0 || !rule_axis(c, 0, rule_attr(c, "axis", 0), s.rank, &axis))
		return;
	if (idim_known(s.dim[axis]) && s.dim[axis] != (idim)c->n_out) {
		rule_bad(c, 0, axis, "Dimension must be %u but is %" PRId64, c->n_out, s.dim[axis]);
		return;
	}
	part = ishape_cat(c->inf, ishape_part(s, 0, axis), ishape_part(s, axis + 1, s.rank));
	for (uint32_t i = 0; i < c->n_out; i++) {
		rule_out(c, i, part);
		if (v && s.rank == 1 && i < n)
			rule_set_value(c, i, 1, &v[i]);
	}
}

static void concat_value(struct rule_ctx *c, uint32_t first, uint32_t n)
{
	idim v[VALUE_MAX];
	uint32_t total = 0;

	for (uint32_t i = first; i < first + n; i++) {
		struct ishape s = rule_in(c, i);
		uint32_t k;
		const idim *e = rule_value(c, i, &k);

		if (s.rank != 1 || !idim_known(s.dim[0]) || s.dim[0] > (idim)(VALUE_MAX - total))
			return;
		for (idim j = 0; j < s.dim[0]; j++)
			v[total++] = e ? e[j] : rule_new(c);
	}
	if (c->n_out && (c->out[0].dtype == DT_INT32 || c->out[0].dtype == DT_INT64))
		rule_set_value(c, 0, total, v);
}

/* values at [first, first + n), the axis at `at`. */
static void concat_of(struct rule_ctx *c, uint32_t first, uint32_t n, uint32_t at)
{
	struct ishape sum = ishape_unknown();
	idim d[SHAPE_MAX_RANK];
	int64_t where;
	int axis = -1, rank = -1;
	struct ishape scalar;

	if (!rule_rank(c, at, 0, &scalar))
		return;
	for (uint32_t i = first; i < first + n && i < c->n_in; i++)
		if (rule_in(c, i).rank >= 0)
			rank = rule_in(c, i).rank;
	if (rank < 0)
		return;
	if (!rule_int(c, at, &where)) {
		rule_out(c, 0, ishape_rank(c->inf, rank));
		return;
	}
	if (!rule_axis(c, (int)at, where, rank > 0 ? rank : 1, &axis))
		return;
	if (rank == 0) {
		rule_bad(c, (int)first, -1, "Can't concatenate scalars (use tf.stack instead)");
		return;
	}
	for (uint32_t i = first; i < first + n && i < c->n_in; i++) {
		struct ishape s = rule_in(c, i), rest;

		if (s.rank < 0)
			s = ishape_rank(c->inf, rank);
		if (s.rank != rank) {
			rule_bad(c, (int)i, -1, "Shape must be rank %d but is rank %d", rank, s.rank);
			return;
		}
		if (i == first) {
			sum = s;
			continue;
		}
		memcpy(d, s.dim, (size_t)rank * sizeof(*d));
		d[axis] = sum.dim[axis];
		if (!rule_merge(c, (int)i, sum, ishape_new(c->inf, rank, d), &rest))
			return;
		memcpy(d, rest.dim, (size_t)rank * sizeof(*d));
		d[axis] = sym_add(&c->inf->syms, sum.dim[axis], s.dim[axis]);
		sum = ishape_new(c->inf, rank, d);
	}
	rule_out(c, 0, sum);
	concat_value(c, first, n);
}

static void concat_v2(struct rule_ctx *c)
{
	if (c->n_in > 1)
		concat_of(c, 0, c->n_in - 1, c->n_in - 1);
}

static void concat(struct rule_ctx *c)
{
	if (c->n_in > 1)
		concat_of(c, 1, c->n_in - 1, 0);
}

static void quantized_concat(struct rule_ctx *c)
{
	if (c->n_in > 3)
		concat_of(c, 1, (c->n_in - 1) / 3, 0);
	rule_scalar(c, 1);
	rule_scalar(c, 2);
}

static void concat_offset(struct rule_ctx *c)
{
	for (uint32_t i = 0; i < c->n_out; i++)
		rule_out(c, i, rule_in(c, i + 1));
}

/* ---- split ---- */

static void split_value(struct rule_ctx *c, uint32_t from, struct ishape s)
{
	uint32_t n, each;
	const idim *v = rule_value(c, from, &n);

	if (!v || s.rank != 1 || !c->n_out || n % c->n_out)
		return;
	each = n / c->n_out;
	for (uint32_t i = 0; i < c->n_out; i++)
		rule_set_value(c, i, each, v + i * each);
}

static void split(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 1);
	idim d[SHAPE_MAX_RANK];
	int64_t where;
	int axis;

	if (s.rank < 0)
		return;
	if (!rule_int(c, 0, &where)) {
		for (uint32_t i = 0; i < c->n_out; i++)
			rule_out(c, i, ishape_rank(c->inf, s.rank));
		return;
	}
	if (!rule_axis(c, 0, where, s.rank, &axis) || !c->n_out)
		return;
	memcpy(d, s.dim, (size_t)s.rank * sizeof(*d));
	if (idim_known(d[axis]) && d[axis] % c->n_out) {
		rule_bad(c, 1, axis, "Dimension size must be evenly divisible by %u but is %" PRId64, c->n_out,
			 d[axis]);
		return;
	}
	d[axis] = sym_div(&c->inf->syms, d[axis], c->n_out);
	for (uint32_t i = 0; i < c->n_out; i++)
		rule_out(c, i, ishape_new(c->inf, s.rank, d));
	split_value(c, 1, s);
}

static void split_v(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0);
	idim d[SHAPE_MAX_RANK], rest;
	uint32_t n;
	const idim *v = rule_value(c, 1, &n);
	int64_t where;
	int axis;

	if (s.rank < 0)
		return;
	if (c->n_out == 1) {
		rule_out(c, 0, s);
		return;
	}
	if (!rule_int(c, 2, &where) || (v && n != c->n_out)) {
		for (uint32_t i = 0; i < c->n_out; i++)
			rule_out(c, i, ishape_rank(c->inf, s.rank));
		return;
	}
	if (!rule_axis(c, 2, where, s.rank, &axis))
		return;
	rest = s.dim[axis];
	for (uint32_t i = 0; v && i < n; i++)
		if (v[i] != -1)
			rest = sym_sub(&c->inf->syms, rest, v[i]);
	memcpy(d, s.dim, (size_t)s.rank * sizeof(*d));
	for (uint32_t i = 0; i < c->n_out; i++) {
		d[axis] = !v ? rule_new(c) : v[i] == -1 ? rest : v[i];
		if (idim_known(d[axis]) && d[axis] < 0) {
			rule_bad(c, 1, (int)i, "can't split axis of size %" PRId64 " into pieces of the given sizes",
				 s.dim[axis]);
			return;
		}
		rule_out(c, i, ishape_new(c->inf, s.rank, d));
	}
}

/* ---- slice ---- */

static void slice(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0);
	uint32_t n, m;
	const idim *begin = rule_value(c, 1, &n), *size = rule_value(c, 2, &m), *v;
	idim d[SHAPE_MAX_RANK];
	uint32_t rank = begin ? n : m, k;

	if (!begin && !size) {
		struct ishape b = rule_in(c, 1).rank == 1 ? rule_in(c, 1) : rule_in(c, 2);

		if (s.rank >= 0)
			rule_out(c, 0, ishape_rank(c->inf, s.rank));
		else if (b.rank == 1 && idim_known(b.dim[0]) && b.dim[0] <= SHAPE_MAX_RANK)
			rule_out(c, 0, ishape_rank(c->inf, (int)b.dim[0]));
		return;
	}
	if (s.rank < 0)
		s = ishape_rank(c->inf, (int)(rank > SHAPE_MAX_RANK ? SHAPE_MAX_RANK : rank));
	if (s.rank != (int)rank || (begin && size && n != m)) {
		rule_bad(c, 1, -1, "Shape must be rank %u but is rank %d", rank, s.rank);
		return;
	}
	for (uint32_t i = 0; i < rank; i++) {
		idim at = begin ? begin[i] : rule_new(c);

		if (size && size[i] != -1)
			d[i] = size[i];
		else if (size)
			d[i] = sym_sub(&c->inf->syms, s.dim[i], at);
		else
			d[i] = rule_new(c);
		if (idim_known(d[i]) && (d[i] < 0 || (idim_known(s.dim[i]) && idim_known(at) &&
						      (at < 0 || at > s.dim[i] || d[i] > s.dim[i] - at)))) {
			rule_bad(c, 2, (int)i, "Negative dimension size caused by subtracting %" PRId64 " from %"
				 PRId64, d[i], s.dim[i]);
			return;
		}
	}
	rule_out(c, 0, ishape_new(c->inf, (int)rank, d));
	v = rule_value(c, 0, &k);
	if (v && rank == 1 && begin && idim_known(begin[0]) && idim_known(d[0]) && begin[0] >= 0 &&
	    begin[0] + d[0] <= (idim)k)
		rule_set_value(c, 0, (uint32_t)d[0], v + begin[0]);
}

/* ---- gather ---- */

static void gather_value(struct rule_ctx *c, int axis)
{
	uint32_t n, m;
	const idim *v = rule_value(c, 0, &n), *at = rule_value(c, 1, &m);
	idim d[VALUE_MAX];

	if (!v || !at || axis || rule_in(c, 0).rank != 1 || m > VALUE_MAX)
		return;
	for (uint32_t i = 0; i < m; i++) {
		if (!idim_known(at[i]) || at[i] < 0 || at[i] >= (idim)n)
			return;
		d[i] = v[at[i]];
	}
	rule_set_value(c, 0, m, d);
}

static void gather_v2(struct rule_ctx *c)
{
	struct ishape p = rule_in(c, 0), at = rule_in(c, 1), s;
	int64_t where = 0, batch = c->n_in > 2 ? rule_attr(c, "batch_dims", 0) : 0;
	int axis;

	if (!rule_min_rank(c, 0, 1))
		return;
	if (p.rank < 0 || at.rank < 0)
		return;
	if (batch < 0)
		batch += at.rank;
	if (batch < 0 || batch > at.rank || batch > p.rank) {
		rule_bad(c, 1, -1, "batch_dims must be at most %d", at.rank);
		return;
	}
	if (c->n_in > 2 && !rule_int(c, 2, &where)) {
		if (p.rank + at.rank - 1 - (int)batch <= SHAPE_MAX_RANK)
			rule_out(c, 0, ishape_rank(c->inf, p.rank + at.rank - 1 - (int)batch));
		return;
	}
	if (!rule_axis(c, 2, where, p.rank, &axis))
		return;
	if (axis < batch) {
		rule_bad(c, 2, -1, "batch_dims must be at most axis");
		return;
	}
	s = ishape_cat(c->inf, ishape_part(p, 0, axis), ishape_part(at, (int)batch, at.rank));
	rule_out(c, 0, ishape_cat(c->inf, s, ishape_part(p, axis + 1, p.rank)));
	gather_value(c, axis);
}

static void gather_nd_of(struct rule_ctx *c, struct ishape p, struct ishape at)
{
	int depth;

	if (p.rank < 0 || at.rank < 1 || !idim_known(at.dim[at.rank - 1])) {
		if (at.rank == 0)
			rule_bad(c, 1, -1, "Shape must be at least rank 1 but is rank 0");
		return;
	}
	if (at.dim[at.rank - 1] > p.rank) {
		rule_bad(c, 1, at.rank - 1, "indices.shape[-1] must be <= params.rank, but saw indices shape rank %d "
			 "and params rank %d", at.rank, p.rank);
		return;
	}
	depth = (int)at.dim[at.rank - 1];
	rule_out(c, 0, ishape_cat(c->inf, ishape_part(at, 0, at.rank - 1), ishape_part(p, depth, p.rank)));
}

static void gather_nd(struct rule_ctx *c)
{
	gather_nd_of(c, rule_in(c, 0), rule_in(c, 1));
}

static void resource_gather_nd(struct rule_ctx *c)
{
	const struct ihandle_item *h = rule_held(c, 0);

	gather_nd_of(c, h ? h->shape : ishape_unknown(), rule_in(c, 1));
}

static void resource_gather(struct rule_ctx *c)
{
	const struct ihandle_item *h = rule_held(c, 0);
	struct ishape p = h ? h->shape : ishape_unknown(), at = rule_in(c, 1);
	int64_t batch = rule_attr(c, "batch_dims", 0);

	if (p.rank < 0 || at.rank < 0)
		return;
	if (batch < 0)
		batch += at.rank;
	if (p.rank < 1 || batch < 0 || batch > at.rank || batch >= p.rank) {
		rule_bad(c, 0, -1, "Shape must be at least rank 1 but is rank %d", p.rank);
		return;
	}
	rule_out(c, 0, ishape_cat(c->inf, ishape_cat(c->inf, ishape_part(p, 0, (int)batch),
						     ishape_part(at, (int)batch, at.rank)),
				  ishape_part(p, (int)batch + 1, p.rank)));
}

/* ---- putting pieces into place ---- */

/* What each index stands for: data's dims behind the index's; the first dim is one past the largest index. */
static void stitch(struct rule_ctx *c)
{
	uint32_t half = c->n_in / 2, n;
	struct ishape rest = ishape_unknown();
	idim first = 0;
	bool known = true;

	for (uint32_t i = 0; i < half; i++) {
		struct ishape at = rule_in(c, i), data = rule_in(c, half + i);
		const idim *v = rule_value(c, i, &n);

		known = known && v;
		for (uint32_t k = 0; v && k < n; k++) {
			known = known && idim_known(v[k]);
			first = known && v[k] >= first ? v[k] + 1 : first;
		}
		if (at.rank < 0 || data.rank < 0)
			continue;
		if (data.rank < at.rank) {
			rule_bad(c, (int)(half + i), -1, "Shape must be at least rank %d but is rank %d", at.rank,
				 data.rank);
			return;
		}
		if (!rule_merge(c, (int)(half + i), rest, ishape_part(data, at.rank, data.rank), &rest))
			return;
	}
	if (!known)
		first = rule_new(c);
	if (rest.rank >= 0)
		rule_out(c, 0, ishape_cat(c->inf, ishape_new(c->inf, 1, &first), rest));
	if (known && rest.rank == 0 && c->row->p && first <= VALUE_MAX) {
		idim out[VALUE_MAX];

		for (idim k = 0; k < first; k++)
			out[k] = rule_new(c);
		for (uint32_t i = 0; i < half; i++) {
			uint32_t m;
			const idim *at = rule_value(c, i, &n), *v = rule_value(c, half + i, &m);

			for (uint32_t k = 0; k < n; k++)
				if (at[k] >= 0)
					out[at[k]] = v && k < m ? v[k] : rule_new(c);
		}
		if (c->out[0].dtype == DT_INT32 || c->out[0].dtype == DT_INT64)
			rule_set_value(c, 0, (uint32_t)first, out);
	}
}

static void partition(struct rule_ctx *c)
{
	struct ishape data = rule_in(c, 0), at = rule_in(c, 1);

	for (uint32_t i = 0; i < c->n_out && data.rank >= 0 && at.rank >= 0; i++) {
		idim n = rule_new(c);

		if (data.rank < at.rank) {
			rule_bad(c, 1, -1, "Shape must be at least rank %d but is rank %d", at.rank, data.rank);
			return;
		}
		rule_out(c, i, ishape_cat(c->inf, ishape_new(c->inf, 1, &n),
					  ishape_part(data, at.rank, data.rank)));
	}
}

static void scatter_nd(struct rule_ctx *c)
{
	struct ishape s;

	if (rule_shape(c, 2, &s))
		rule_out(c, 0, s);
}

RULES(join,
	RULE("Pack", pack),
	RULE("Unpack", unpack),
	RULE("ConcatV2", concat_v2),
	RULE("Concat", concat),
	RULE("QuantizedConcat", quantized_concat),
	RULE("ConcatOffset", concat_offset),
	CHECK("Split", split, "[]", 0),
	CHECK("SplitV", split_v, "_ [?] []", 0),
	CHECK("Slice", slice, "_ [n] [n]", 0),
	RULE("Gather", gather_v2),
	CHECK("GatherV2", gather_v2, "[*b,?] _ []", 0),
	RULE("GatherNd", gather_nd),
	RULE("ResourceGather", resource_gather),
	RULE("ResourceGatherNd", resource_gather_nd),
	RULE_P("DynamicStitch", stitch, 1),
	RULE("ParallelDynamicStitch", stitch),
	RULE("DynamicPartition", partition),
	RULE("ScatterNd", scatter_nd),
	RULE("ScatterNdNonAliasingAdd", rule_same),
	RULE("TensorScatterAdd", rule_same),
	RULE("TensorScatterMax", rule_same),
	RULE("TensorScatterMin", rule_same),
	RULE("TensorScatterSub", rule_same),
	RULE("TensorScatterUpdate", rule_same),
	RULE("InplaceAdd", rule_same),
	RULE("InplaceSub", rule_same),
	RULE("InplaceUpdate", rule_same));
