/* Strings joined along axes: ReduceJoin, UnsortedSegmentJoin. */
#include <string.h>

#include "ops/text.h"

/* ---- ReduceJoin ---- */

static bool axes_of(struct op_ctx *c, const struct tensor *in, int64_t *axis, int64_t *n)
{
	const struct tensor *idx = c->in[1];
	bool *seen = arena_array(c->scratch, (size_t)in->rank + 1, sizeof(*seen));

	*n = idx->n;
	for (int64_t i = 0; i < idx->n; i++) {
		int64_t v = tensor_get_i64(idx, i), a = v;

		if (!axis_norm(&a, in->rank))
			return op_fail(
				c, ERR_OUT_OF_RANGE,
				"Invalid reduction dimension %lld for input with %d dimension(s)",
				(long long)v, in->rank);
		if (seen[a])
			return op_invalid(c, "Duplicate reduction dimension %lld", (long long)v);
		seen[a] = true;
		axis[i] = a;
	}
	return true;
}

struct reduce_join {
	const struct tensor *in;
	struct sv sep;
	int64_t *axis, n_axis;		/* the first one is the fastest */
	int64_t *stride;
	int64_t count;			/* elements joined into one */
};

/* Joins the elements over the axes from input element `base` on. */
static bool join_at(struct op_ctx *c, const struct reduce_join *r, int64_t base, struct str *out)
{
	str_clear(out);
	for (int64_t i = 0; i < r->count; i++) {
		int64_t at = base, rest = i;

		for (int64_t k = 0; k < r->n_axis; k++) {
			int64_t d = r->in->dim[r->axis[k]];

			at += rest % d * r->stride[r->axis[k]];
			rest /= d;
		}
		if (i)
			str_add(out, r->sep);
		str_add(out, tensor_str(r->in, at));
		if (!text_fits(c, out->n) ||
		    (i % 65536 == 0 && !c->world->go_on(c->world_ctx, c->err)))
			return false;
	}
	return true;
}

static bool run_reduce_join(struct op_ctx *c)
{
	const struct tensor *in = c->in[0];
	struct reduce_join r = { .in = in, .sep = SV(""), .count = 1 };
	int64_t *dim = op_dims(c, in, 1), *left = op_dims(c, in, 1);
	bool keep = false, ok, *gone = arena_array(c->scratch, (size_t)in->rank + 1, sizeof(*gone));
	struct str s = STR_INIT;
	struct tensor *out;
	int rank = 0, n_left = 0;

	r.axis = arena_array(c->scratch, (size_t)c->in[1]->n + 1, sizeof(*r.axis));
	r.stride = op_strides(c, in->rank, in->dim);
	node_attr_bool(c->node, "keep_dims", &keep);
	node_attr_str(c->node, "separator", &r.sep);
	if (!axes_of(c, in, r.axis, &r.n_axis))
		return false;
	for (int64_t k = 0; k < r.n_axis; k++) {
		gone[r.axis[k]] = true;
		r.count *= in->dim[r.axis[k]];	/* cannot overflow unless another dim is 0 */
	}
	for (int d = 0; d < in->rank; d++) {
		if (!gone[d])
			left[n_left++] = d;
		if (!gone[d] || keep)
			dim[rank++] = gone[d] ? 1 : in->dim[d];
	}
	out = op_out(c, 0, DT_STRING, rank, dim);
	ok = out != NULL;
	for (int64_t i = 0; ok && i < out->n; i++) {
		int64_t base = 0, rest = i;

		for (int k = n_left - 1; k >= 0; k--) {
			base += rest % in->dim[left[k]] * r.stride[left[k]];
			rest /= in->dim[left[k]];
		}
		ok = join_at(c, &r, base, &s) && tensor_str_set(out, i, str_sv(&s), c->err) &&
		     (i % 1024 || c->world->go_on(c->world_ctx, c->err));
	}
	str_free(&s);
	return ok;
}

/* ---- UnsortedSegmentJoin ---- */

static bool segments_ok(struct op_ctx *c, const struct tensor *in, const struct tensor *ids,
			int64_t n)
{
	if (ids->rank == 0)
		return op_invalid(c, "Segment_id cannot have rank 0");
	if (ids->rank > in->rank)
		return op_fail(c, ERR_OUT_OF_RANGE,
			       "Invalid segment_id rank %d for input with %d dimension(s)",
			       ids->rank, in->rank);
	for (int d = 0; d < ids->rank; d++)
		if (ids->dim[d] != in->dim[d])
			return op_invalid(
				c,
				"Segment dimension is %lld while input dimension is %d in rank %d",
				(long long)ids->dim[d], in->rank, d);
	for (int64_t i = 0; i < ids->n; i++)
		if (tensor_get_i64(ids, i) < 0 || tensor_get_i64(ids, i) >= n)
			return op_invalid(c, "segment_ids are not allowed to exceed num_segments "
					     "or to have negative values.");
	return true;
}

static bool run_segment_join(struct op_ctx *c)
{
	const struct tensor *in = c->in[0], *ids = c->in[1], *num = c->in[2];
	size_t total = 0;
	int64_t n, inner = 1, *dim = op_dims(c, in, 2);
	struct sv sep = SV("");
	struct tensor *out;
	struct str *s;

	node_attr_str(c->node, "separator", &sep);
	if (num->rank != 0)
		return op_invalid(c, "Number of segments must be a scalar");
	n = tensor_get_i64(num, 0);
	if (n < 0)
		return op_invalid(c, "Number of segments must be non-negative but got %lld",
				  (long long)n);
	if (!segments_ok(c, in, ids, n))
		return false;
	dim[0] = n;
	for (int d = ids->rank; d < in->rank; d++)
		inner *= dim[d - ids->rank + 1] = in->dim[d];
	out = op_out(c, 0, DT_STRING, in->rank - ids->rank + 1, dim);
	s = out ? op_temp(c, ((size_t)out->n + 1) * sizeof(*s)) : NULL;
	if (!s)
		return false;
	memset(s, 0, ((size_t)out->n + 1) * sizeof(*s));
	for (int64_t i = 0; i < ids->n && !err_is(c->err); i++)
		for (int64_t j = 0; j < inner && text_fits(c, total); j++) {
			struct str *to = &s[tensor_get_i64(ids, i) * inner + j];

			if (to->p)	/* something was added, be it nothing */
				str_add(to, sep);
			str_add(to, tensor_str(in, i * inner + j));
			str_addz(to, "");
			total += sep.n + tensor_str(in, i * inner + j).n;
		}
	for (int64_t i = 0; i < out->n; i++) {
		if (!err_is(c->err))
			tensor_str_set(out, i, str_sv(&s[i]), c->err);
		str_free(&s[i]);
	}
	return !err_is(c->err);
}

static const struct op_row rows[] = {
	{ .name = "ReduceJoin", .n_in = 2, .n_out = 1, .run = run_reduce_join },
	{ .name = "UnsortedSegmentJoin",
	  .n_in = 3,
	  .n_out = 1,
	  .types = { { "Tindices", DM_INDEX }, { "Tnumsegments", DM_INDEX } },
	  .run = run_segment_join },
};

OP_FAMILY(family_string_reduce, rows);
