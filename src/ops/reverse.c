/* Elements in another order along an axis: Reverse, ReverseV2, ReverseSequence, Roll, InvertPermutation. */
#include <string.h>

#include "ops/array.h"

static bool reverse(struct op_ctx *c, const bool *flip)
{
	const struct tensor *x = c->in[0];
	int64_t *own = op_strides(c, x->rank, x->dim), *src = op_dims(c, x, 0), start = 0;
	struct tensor *out;

	if (x->rank > 8)
		return op_fail(c, ERR_UNIMPLEMENTED, "reverse is not implemented for tensors of rank > 8.");
	if (x->n == 0 || x->rank == 0)
		return op_out_ref(c, 0, c->in[0]);
	for (int d = 0; d < x->rank; d++) {
		src[d] = flip[d] ? -own[d] : own[d];
		start += flip[d] ? own[d] * (x->dim[d] - 1) : 0;
	}
	out = op_out_like(c, 0, x);
	return out && move_run(c, &(struct move){ .dtype = x->dtype, .rank = x->rank, .dim = x->dim, .dst_stride = own,
						  .src_stride = src, .dst = out->data,
						  .src = el_at(x->dtype, x->data, start) });
}

static bool run_reverse_v2(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	bool flip[SHAPE_MAX_RANK] = { false };
	const int64_t *axes;

	if (x->rank == 0 || x->n == 0)
		return op_out_ref(c, 0, c->in[0]);
	if (c->in[1]->rank != 1)
		return op_invalid(c, "'dims' must be 1-dimension, not %d", c->in[1]->rank);
	axes = op_ints(c, 1);
	for (int64_t i = 0; axes && i < c->in[1]->n; i++) {
		int64_t a = axes[i];

		if (!axis_norm(&a, x->rank))
			return op_invalid(c, "'axis'[%lld] = %lld is out of valid range [0, %d", (long long)i,
					  (long long)axes[i], x->rank - 1);
		if (flip[a])
			return op_invalid(c, "axis %lld specified more than once.", (long long)a);
		flip[a] = true;
	}
	return axes && reverse(c, flip);
}

static bool run_reverse(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *dims = c->in[1];
	bool flip[SHAPE_MAX_RANK] = { false };

	if (x->rank > 0) {
		if (dims->rank != 1)
			return op_invalid(c, "'dims' must be 1-dimension, not %d", dims->rank);
		if (dims->n != x->rank)
			return op_invalid(
				c,
				"'dims' must have the same number of values as 'input' has dimensions. 'input' has "
				"%d'dims' has %lld values",
				x->rank, (long long)dims->n);
	}
	for (int d = 0; d < x->rank; d++)
		flip[d] = ((const uint8_t *)dims->data)[d] != 0;
	return reverse(c, flip);
}

/* ---- ReverseSequence ---- */

static bool sequence_ok(struct op_ctx *c, int64_t batch, int64_t seq, const int64_t **len)
{
	const struct tensor *x = c->in[0], *lens = c->in[1];

	if (lens->rank != 1)
		return op_invalid(c, "seq_lengths must be 1-dim, not %d", lens->rank);
	if (batch == seq)
		return op_invalid(c, "batch_dim == seq_dim == %lld", (long long)seq);
	if (seq >= x->rank)
		return op_invalid(c, "seq_dim must be < input rank ( %lld vs. %d)", (long long)seq, x->rank);
	if (batch >= x->rank)
		return op_invalid(c, "batch_dim must be < input rank ( %lld vs. %d)", (long long)batch, x->rank);
	if (batch < 0 || seq < 0)
		return op_invalid(c, "seq_dim and batch_dim must be >= 0");
	if (lens->n != x->dim[batch])
		return op_invalid(c, "Length of seq_lengths != input.dims(%lld), (%lld vs. %lld)", (long long)batch,
				  (long long)lens->n, (long long)x->dim[batch]);
	*len = op_ints(c, 1);
	for (int64_t i = 0; *len && i < lens->n; i++) {
		if ((*len)[i] < 0)
			return op_invalid(c, "seq_lens(%lld) < 0", (long long)i);
		if ((*len)[i] > x->dim[seq])
			return op_invalid(c, "seq_lens(%lld) > input.dims(%lld)", (long long)i, (long long)seq);
	}
	return *len != NULL;
}

static bool run_reverse_sequence(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t batch = 0, seq = 0, run, *own = op_strides(c, x->rank, x->dim);
	const int64_t *len = NULL;
	struct tensor *out;
	int last;

	node_attr_int(c->node, "batch_dim", &batch);
	node_attr_int(c->node, "seq_dim", &seq);
	if (!sequence_ok(c, batch, seq, &len))
		return false;
	if (x->rank < 2 || x->rank > 5)
		return op_invalid(c, "ReverseSequenceOp : Unhandled input dimensions: %d", x->rank);
	out = op_out_like(c, 0, x);
	if (!out || out->n == 0)
		return out != NULL;
	last = (int)(batch > seq ? batch : seq);
	run = own[last];
	for (int64_t i = 0; i < x->n / run; i++) {
		int64_t at = i * run, b = at / own[batch] % x->dim[batch], s = at / own[seq] % x->dim[seq];

		if (s < len[b])
			at += (len[b] - 1 - 2 * s) * own[seq];
		if (!el_copy(x->dtype, el_at(x->dtype, out->data, i * run), el_at(x->dtype, x->data, at), run, c->err))
			return false;
	}
	return true;
}

/* ---- Roll ---- */

static bool roll_shifts(struct op_ctx *c, int64_t *shift)
{
	const struct tensor *x = c->in[0];
	const int64_t *by, *axes;

	if (x->rank < 1)
		return op_invalid(c, "input must be 1-D or higher");
	if (c->in[1]->rank > 1)
		return op_invalid(c, "shift must be a scalar or a 1-D vector. Found: %s", op_in_shape(c, 1));
	if (c->in[2]->rank > 1)
		return op_invalid(c, "axis must be a scalar or a 1-D vector. Found: %s", op_in_shape(c, 2));
	if (c->in[1]->rank != c->in[2]->rank || c->in[1]->n != c->in[2]->n)
		return op_invalid(c, "shift and axis must have the same size");
	by = op_ints(c, 1);
	axes = by ? op_ints(c, 2) : NULL;
	for (int64_t i = 0; axes && i < c->in[1]->n; i++) {
		int64_t a = axes[i], n;

		if (!axis_norm(&a, x->rank))
			return op_invalid(c, "axis %lld is out of range", (long long)(a < 0 ? a + x->rank : a));
		n = x->n > 0 ? x->dim[a] : 1;
		shift[a] = (shift[a] + by[i] % n + n) % n;
	}
	return axes != NULL;
}

static bool run_roll(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t shift[SHAPE_MAX_RANK] = { 0 }, *own = op_strides(c, x->rank, x->dim), run, n;
	struct tensor *out;
	int last = 0;

	if (!roll_shifts(c, shift))
		return false;
	out = op_out_like(c, 0, x);
	if (!out || out->n == 0)
		return out != NULL;
	for (int d = 0; d < x->rank; d++)
		if (shift[d])
			last = d;
	run = own[last];
	n = x->dim[last];
	/* A line along the last rolled dim is two runs; the dims before choose the line. */
	for (int64_t line = 0; line < x->n / (run * n); line++) {
		int64_t from = line * n * run, to = from, k = shift[last];

		for (int d = 0; d < last; d++)
			if (from / own[d] % x->dim[d] >= x->dim[d] - shift[d])
				to += (shift[d] - x->dim[d]) * own[d];
			else
				to += shift[d] * own[d];
		if (!el_copy(x->dtype, el_at(x->dtype, out->data, to + k * run), el_at(x->dtype, x->data, from),
			     (n - k) * run, c->err) ||
		    !el_copy(x->dtype, el_at(x->dtype, out->data, to), el_at(x->dtype, x->data, from + (n - k) * run),
			     k * run, c->err))
			return false;
	}
	return true;
}

/* ---- InvertPermutation ---- */

static bool run_invert(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	const int64_t *v;
	struct tensor *out;
	int64_t *at;

	if (x->rank != 1)
		return op_invalid(c, "invert_permutation expects a 1D vector.");
	v = op_ints(c, 0);
	at = v ? op_temp(c, (size_t)x->n * sizeof(*at)) : NULL;
	if (!at)
		return false;
	for (int64_t i = 0; i < x->n; i++)
		at[i] = -1;
	for (int64_t i = 0; i < x->n; i++) {
		if (v[i] < 0 || v[i] >= x->n)
			return op_invalid(c, "%lld is not between 0 and %lld", (long long)v[i], (long long)x->n);
		if (at[v[i]] >= 0)
			return op_invalid(c, "%lld is duplicated in the input.", (long long)v[i]);
		at[v[i]] = i;
	}
	out = op_out_like(c, 0, x);
	for (int64_t i = 0; out && i < x->n; i++)
		if (out->dtype == DT_INT64)
			((int64_t *)out->data)[i] = at[i];
		else
			((int32_t *)out->data)[i] = (int32_t)at[i];
	return out != NULL;
}

static const struct op_row rows[] = {
	{ .name = "ReverseV2", .n_in = 2, .n_out = 1, .types = { { "T", DM_PLAIN }, { "Tidx", DM_INDEX } },
	  .flags = OP_VIEW, .run = run_reverse_v2 },
	{ .name = "Reverse", .n_in = 2, .n_out = 1, .types = { { "T", DM_PLAIN } }, .flags = OP_VIEW,
	  .run = run_reverse },
	{ .name = "ReverseSequence", .n_in = 2, .n_out = 1, .types = { { "T", DM_PLAIN }, { "Tlen", DM_INDEX } },
	  .run = run_reverse_sequence },
	{ .name = "Roll", .n_in = 3, .n_out = 1, .run = run_roll,
	  .types = { { "T", DM_PLAIN | DM_OBJECT }, { "Tshift", DM_INDEX }, { "Taxis", DM_INDEX } } },
	{ .name = "InvertPermutation", .n_in = 1, .n_out = 1, .types = { { "T", DM_INDEX } }, .run = run_invert },
};

OP_FAMILY(family_reverse, rows);
