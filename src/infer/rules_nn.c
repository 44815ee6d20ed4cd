/* Layers: bias, normalisation, losses, top-k, recurrent cells, quantization, moving space about. */
#include "infer/inside.h"

#include <inttypes.h>
#include <string.h>

static void bias_add(struct rule_ctx *c)
{
	struct ishape in = rule_in(c, 0), b;
	bool first = rule_attr_is(c, "data_format", "NCHW") && c->n->n_attrs;
	int at;
	idim d[SHAPE_MAX_RANK];

	if (!rule_min_rank(c, 0, 2) || !rule_rank(c, 1, 1, &b) || in.rank < 0)
		return;
	at = first ? 1 : in.rank - 1;
	memcpy(d, in.dim, (size_t)in.rank * sizeof(*d));
	if (!rule_merge_dim(c, 1, 0, in.dim[at], b.dim[0], &d[at]))
		return;
	rule_out(c, 0, ishape_new(c->inf, in.rank, d));
}

static void bias_add_grad(struct rule_ctx *c)
{
	struct ishape in = rule_in(c, 0);

	if (!rule_min_rank(c, 0, 2))
		return;
	if (in.rank < 0)
		rule_vec(c, 0, rule_new(c));
	else
		rule_vec(c, 0, in.dim[rule_attr_is(c, "data_format", "NCHW") ? 1 : in.rank - 1]);
}

static void batch_norm(struct rule_ctx *c)
{
	struct ishape x = rule_in(c, 0), p;
	struct sv format = SV("NHWC");
	bool training = true;
	idim chan, d[SHAPE_MAX_RANK];
	int at;

	node_attr_str(c->n, "data_format", &format);
	node_attr_bool(c->n, "is_training", &training);
	if (x.rank < 0)
		x = ishape_rank(c->inf, format.n > 4 ? 5 : 4);
	if (x.rank != (format.n > 4 ? 5 : 4)) {
		rule_bad(c, 0, -1, "Shape must be rank %d but is rank %d", format.n > 4 ? 5 : 4, x.rank);
		return;
	}
	at = sv_starts(format, SV("NC")) ? 1 : x.rank - 1;
	chan = x.dim[at];
	for (uint32_t i = 1; i < (training ? 3 : 5); i++)
		if (!rule_rank(c, i, 1, &p) || !rule_merge_dim(c, (int)i, 0, chan, p.dim[0], &chan))
			return;
	memcpy(d, x.dim, (size_t)x.rank * sizeof(*d));
	d[at] = chan;
	rule_out(c, 0, ishape_new(c->inf, x.rank, d));
	for (uint32_t i = 1; i < 5; i++)
		rule_vec(c, i, chan);
}

static void top_k(struct rule_ctx *c)
{
	struct ishape in = rule_in(c, 0);
	idim k, d[SHAPE_MAX_RANK];

	if (in.rank < 0 || !rule_min_rank(c, 0, 1))
		return;
	k = c->n_in > 1 ? rule_size(c, 1) : rule_attr(c, "k", 0);
	if (idim_known(k) && idim_known(in.dim[in.rank - 1]) && in.dim[in.rank - 1] < k) {
		rule_bad(c, 0, in.rank - 1, "input must have last dimension >= k = %" PRId64 " but is %" PRId64, k,
			 in.dim[in.rank - 1]);
		return;
	}
	memcpy(d, in.dim, (size_t)in.rank * sizeof(*d));
	d[in.rank - 1] = k;
	rule_out(c, 0, ishape_new(c->inf, in.rank, d));
	rule_out(c, 1, ishape_new(c->inf, in.rank, d));
}

static void nth_element(struct rule_ctx *c)
{
	struct ishape in = rule_in(c, 0);

	if (in.rank >= 0 && rule_min_rank(c, 0, 1))
		rule_out(c, 0, ishape_part(in, 0, in.rank - 1));
}

static void softmax_loss(struct rule_ctx *c)
{
	struct ishape s;

	if (!rule_broadcast(c, rule_in(c, 0), rule_in(c, 1), &s))
		return;
	if (s.rank < 0)
		s = ishape_rank(c->inf, 2);
	if (s.rank != 2) {
		rule_bad(c, 0, -1, "Shape must be rank 2 but is rank %d", s.rank);
		return;
	}
	rule_vec(c, 0, s.dim[0]);
	rule_out(c, 1, s);
}

static void lstm_block_cell(struct rule_ctx *c)
{
	struct ishape x, cs;

	if (!rule_rank(c, 0, 2, &x) || !rule_rank(c, 1, 2, &cs))
		return;
	for (uint32_t i = 0; i < c->n_out; i++)
		rule_dims(c, i, 2, x.dim[0], cs.dim[1]);
}

static void block_lstm(struct rule_ctx *c)
{
	struct ishape x, b;

	if (!rule_rank(c, 1, 3, &x) || !rule_rank(c, 8, 1, &b))
		return;
	for (uint32_t i = 0; i < c->n_out; i++)
		rule_dims(c, i, 3, x.dim[0], x.dim[1], sym_div(&c->inf->syms, b.dim[0], 4));
}

static void gru_block_cell(struct rule_ctx *c)
{
	struct ishape x, h;

	if (!rule_rank(c, 0, 2, &x) || !rule_rank(c, 1, 2, &h))
		return;
	for (uint32_t i = 0; i < c->n_out; i++)
		rule_dims(c, i, 2, x.dim[0], h.dim[1]);
}

/* ---- space, depth, batch ---- */

static void space_depth(struct rule_ctx *c)
{
	struct ishape in;
	int64_t k = rule_attr(c, "block_size", 0);
	struct syms *s = &c->inf->syms;
	bool nchw = rule_attr_is(c, "data_format", "NCHW"), to_depth = c->row->p;
	int y = nchw ? 2 : 1, ch = nchw ? 1 : 3;
	idim d[4];

	if (rule_attr_is(c, "data_format", "NCHW_VECT_C") || k < 1 || k > 1 << 15 || !rule_rank(c, 0, 4, &in))
		return;
	memcpy(d, in.dim, sizeof(d));
	for (int i = y; i < y + 2; i++) {
		if (to_depth && idim_known(d[i]) && d[i] % k) {
			rule_bad(c, 0, i, "Dimension size must be evenly divisible by %" PRId64 " but is %" PRId64, k,
				 d[i]);
			return;
		}
		d[i] = to_depth ? sym_div(s, d[i], k) : sym_mul(s, d[i], k);
	}
	if (!to_depth && idim_known(d[ch]) && d[ch] % (k * k)) {
		rule_bad(c, 0, ch, "Dimension size must be evenly divisible by %" PRId64 " but is %" PRId64, k * k,
			 d[ch]);
		return;
	}
	d[ch] = to_depth ? sym_mul(s, d[ch], k * k) : sym_div(s, d[ch], k * k);
	rule_out(c, 0, ishape_new(c->inf, 4, d));
}

/* block: the sizes, NULL when unknown; around: paddings or crops. */
static void space_batch_of(struct rule_ctx *c, const idim *block, uint32_t blocks, const idim *around, bool to_batch)
{
	struct ishape in = rule_in(c, 0);
	struct syms *s = &c->inf->syms;
	idim d[SHAPE_MAX_RANK], product = 1;

	if (in.rank < 0 || in.rank <= (int)blocks) {
		if (in.rank >= 0)
			rule_bad(c, 0, -1, "Shape must be at least rank %u but is rank %d", blocks + 1, in.rank);
		return;
	}
	memcpy(d, in.dim, (size_t)in.rank * sizeof(*d));
	for (uint32_t i = 0; i < blocks; i++) {
		idim b = block ? block[i] : rule_new(c),
		     pad = around ? sym_add(s, around[2 * i], around[2 * i + 1]) : 0;
		bool known = block && around && idim_known(b) && b > 0;

		if (idim_known(b) && b < 1) {
			rule_bad(c, 1, (int)i, "block_shape must be positive");
			return;
		}
		product = sym_mul(s, product, b);
		if (!known)
			d[i + 1] = rule_new(c);
		else if (to_batch)
			d[i + 1] = sym_div(s, sym_add(s, d[i + 1], pad), b);
		else
			d[i + 1] = sym_sub(s, sym_mul(s, d[i + 1], b), pad);
		if (idim_known(d[i + 1]) && d[i + 1] < 0) {
			rule_bad(c, 0, (int)i + 1, "Negative dimension size caused by cropping");
			return;
		}
	}
	d[0] = !block && blocks ? rule_new(c) : to_batch ? sym_mul(s, d[0], product) : sym_div(s, d[0], product);
	rule_out(c, 0, ishape_new(c->inf, in.rank, d));
}

static void space_batch_nd(struct rule_ctx *c)
{
	struct ishape b = rule_in(c, 1);
	uint32_t n, m;
	const idim *block = rule_value(c, 1, &n), *around = rule_value(c, 2, &m);

	if (!block && b.rank == 1 && idim_known(b.dim[0]) && b.dim[0] <= 16)
		n = (uint32_t)b.dim[0];
	else if (!block) {
		if (rule_in(c, 0).rank >= 0)
			rule_out(c, 0, ishape_rank(c->inf, rule_in(c, 0).rank));
		return;
	}
	if (n > 16)
		return;
	space_batch_of(c, block, n, around && m == 2 * n ? around : NULL, c->row->p);
}

static void space_batch(struct rule_ctx *c)
{
	idim block[2];
	uint32_t m;
	const idim *around = rule_value(c, 1, &m);
	struct ishape in;

	if (!rule_rank(c, 0, 4, &in))
		return;
	block[0] = block[1] = rule_attr(c, "block_size", 1);
	space_batch_of(c, block, 2, around && m == 4 ? around : NULL, c->row->p);
	if (c->n_out && c->out[0].shape.rank < 0 && !c->bad)
		rule_out(c, 0, ishape_rank(c->inf, 4));
}

/* ---- quantization ---- */

static void quantize(struct rule_ctx *c)
{
	struct ishape in = rule_in(c, 0);
	int64_t axis = rule_attr(c, "axis", -1);

	rule_out(c, 0, in);
	for (uint32_t i = 1; i < c->n_out; i++) {
		if (axis < 0)
			rule_scalar(c, i);
		else if (in.rank > axis)
			rule_vec(c, i, in.dim[axis]);
		else
			rule_vec(c, i, rule_new(c));
	}
}

static void ctc_greedy(struct rule_ctx *c)
{
	struct ishape in, len;
	idim n = rule_new(c), batch;

	if (!rule_rank(c, 0, 3, &in) || !rule_rank(c, 1, 1, &len) ||
	    !rule_merge_dim(c, 1, 0, in.dim[1], len.dim[0], &batch))
		return;
	rule_dims(c, 0, 2, n, (idim)2);
	rule_vec(c, 1, n);
	rule_vec(c, 2, 2);
	rule_dims(c, 3, 2, batch, (idim)1);
}

static void ctc_beam(struct rule_ctx *c)
{
	struct ishape in, len;
	int64_t k = rule_attr(c, "top_paths", 1);
	idim batch;

	if (!rule_rank(c, 0, 3, &in) || !rule_rank(c, 1, 1, &len) ||
	    !rule_merge_dim(c, 1, 0, in.dim[1], len.dim[0], &batch))
		return;
	for (uint32_t i = 0; i + 1 < c->n_out && k > 0; i++) {
		if ((int64_t)i < k)
			rule_dims(c, i, 2, rule_new(c), (idim)2);
		else
			rule_vec(c, i, (int64_t)i < 2 * k ? rule_new(c) : 2);
	}
	if (c->n_out)
		rule_dims(c, c->n_out - 1, 2, batch, k);
}

RULES(nn,
	RULE("BiasAdd", bias_add),
	RULE("BiasAddV1", bias_add),
	RULE("BiasAddGrad", bias_add_grad),
	RULE("FusedBatchNorm", batch_norm),
	RULE("FusedBatchNormV2", batch_norm),
	RULE("FusedBatchNormV3", batch_norm),
	RULE("_FusedBatchNormEx", batch_norm),
	FORM("_UnaryOpsComposition", "A -> A"),
	FORM("BatchNormWithGlobalNormalization", "[n,h,w,c] [c] [c] [c] [c] -> [n,h,w,c]"),
	FORM("LRN", "[n,h,w,c] -> [n,h,w,c]"),
	FORM("DataFormatDimMap", "A -> A"),
	FORM("DataFormatVecPermute", "A -> A"),
	FORM("IsotonicRegression", "A -> A A"),
	FORM("QuantizeAndDequantize", "A -> A"),
	FORM("AdjustContrast", "[*b,h,w,c] [] [] [] -> [*b,h,w,c]"),
	CHECK("TopK", top_k, "[*b,?]", 0),
	CHECK("ApproxTopK", top_k, "[*b,?]", 0),
	CHECK("TopKV2", top_k, "[*b,?] []", 0),
	CHECK("NthElement", nth_element, "[*b,?] []", 0),
	FORM("InTopK", "[n,?] [n] -> [n]"),
	FORM("InTopKV2", "[n,?] [n] [] -> [n]"),
	RULE("SoftmaxCrossEntropyWithLogits", softmax_loss),
	FORM("SparseSoftmaxCrossEntropyWithLogits", "[n,c] [n] -> [n] [n,c]"),
	RULE("LSTMBlockCell", lstm_block_cell),
	RULE("BlockLSTM", block_lstm),
	RULE("BlockLSTMV2", block_lstm),
	RULE("GRUBlockCell", gru_block_cell),
	RULE_P("SpaceToDepth", space_depth, 1),
	RULE("DepthToSpace", space_depth),
	RULE_P("SpaceToBatchND", space_batch_nd, 1),
	RULE("BatchToSpaceND", space_batch_nd),
	RULE_P("SpaceToBatch", space_batch, 1),
	RULE("BatchToSpace", space_batch),
	RULE("QuantizeV2", quantize),
	RULE("Dequantize", rule_same),
	RULE("QuantizeAndDequantizeV2", rule_same),
	RULE("QuantizeAndDequantizeV3", rule_same),
	RULE("QuantizeAndDequantizeV4", rule_same),
	RULE("FakeQuantWithMinMaxVars", rule_same),
	FORM("FakeQuantWithMinMaxVarsPerChannel", "[*b,n] [n] [n] -> [*b,n]"),
	FORM("CTCLoss", "[t,b,c] [n,2] [n] [b] -> [b] [t,b,c]"),
	CHECK("CTCGreedyDecoder", ctc_greedy, "[?,b,?] [b]", 0),
	CHECK("CTCBeamSearchDecoder", ctc_beam, "[?,b,?] [b]", 0));
