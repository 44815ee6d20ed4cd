/* Gradients of layers: mostly the shape of what they are the gradient of. */
#include "infer/inside.h"

/* Input p & 15 holds the shape of an image, or a filter, of p >> 4 dims. */
static void image_input(struct rule_ctx *c)
{
	struct ishape s;

	int rank = c->row->p >> 4, input = c->row->p & 15;

	if (!rule_shape(c, (uint32_t)input, &s))
		return;
	if (s.rank >= 0 && s.rank != rank)
		rule_bad(c, input, 0, "Dimension must be %d but is %d", rank, s.rank);
	else
		rule_out(c, 0, s.rank < 0 ? ishape_rank(c->inf, rank) : s);
}

static void batch_norm_grad(struct rule_ctx *c)
{
	struct ishape x = rule_in(c, 1), v;
	struct sv format = SV("NHWC");
	idim ch = rule_new(c);

	node_attr_str(c->n, "data_format", &format);
	if (x.rank == 4 || x.rank == 5)
		ch = x.dim[sv_starts(format, SV("NC")) ? 1 : x.rank - 1];
	for (uint32_t i = 2; i < 5; i++)
		if (!rule_rank(c, i, 1, &v) || !rule_merge_dim(c, (int)i, 0, ch, v.dim[0], &ch))
			return;
	rule_out(c, 0, rule_in(c, 0).rank < 0 ? ishape_rank(c->inf, format.n > 4 ? 5 : 4) : rule_in(c, 0));
	rule_vec(c, 1, ch);
	rule_vec(c, 2, ch);
	rule_vec(c, 3, 0);
	rule_vec(c, 4, 0);
}

/* Ends of the range: one, or one a slice. */
static void round_trip_grad(struct rule_ctx *c)
{
	struct ishape x = rule_in(c, 1), g;
	int64_t axis = rule_attr(c, "axis", -1);

	if (!rule_merge(c, 1, rule_in(c, 0), x, &g))
		return;
	rule_out(c, 0, g);
	for (uint32_t i = 1; i < 3; i++)
		if (axis < 0)
			rule_scalar(c, i);
		else
			rule_vec(c, i, g.rank > axis ? g.dim[axis] : rule_new(c));
}

static void segment_grad(struct rule_ctx *c)
{
	struct ishape g = rule_in(c, 0), row;
	idim n = rule_new(c);

	if (c->n_out > 1)
		rule_vec(c, 1, n);
	if (!rule_inputs(c) || g.rank < 1)
		return;
	if (c->n_out < 2)
		n = rule_size(c, 3);
	if (idim_known(n) && n < 0)
		return;
	row = ishape_new(c->inf, 1, &n);
	rule_out(c, 0, ishape_cat(c->inf, row, ishape_part(g, 1, g.rank)));
}

#define SEGMENT(op) CHECK(op, segment_grad, "_ [n] [n] []", 0)
/* Of x, the states, the weights, the peepholes and the bias. */
static void block_lstm_grad(struct rule_ctx *c)
{
	static const char dims[] = "32221111";
	struct ishape s;

	for (uint32_t i = 0; i < c->n_out && dims[i]; i++) {
		if (!rule_rank(c, i + 1, dims[i] - '0', &s))
			return;
		rule_out(c, i, s);
	}
}

/* Of the state and, for an LSTM, the peepholes; of all gates, four times as many as units, or two beside the candidate. */
static void cell_grad(struct rule_ctx *c)
{
	struct ishape s, x, w;

	if (!rule_inputs(c) || !rule_rank(c, 1, 2, &s))
		return;
	if (c->n_out == 5) {		/* an LSTM's */
		rule_out(c, 0, s);
		rule_dims(c, 1, 2, s.dim[0], sym_mul(&c->inf->syms, s.dim[1], 4));
		for (uint32_t i = 2; i < 5; i++)
			rule_vec(c, i, s.dim[1]);
		return;
	}
	if (c->n_out == 4 && rule_rank(c, 0, 2, &x) && rule_rank(c, 2, 2, &w)) {
		rule_out(c, 0, x);
		rule_out(c, 1, s);
		rule_out(c, 2, s);
		rule_dims(c, 3, 2, s.dim[0], idim_known(w.dim[1]) ? w.dim[1] : sym_mul(&c->inf->syms, s.dim[1], 2));
	}
}

static void tile_grad(struct rule_ctx *c)
{
	struct ishape x = rule_in(c, 0);
	uint32_t n;
	const idim *times = rule_value(c, 1, &n);
	idim d[SHAPE_MAX_RANK];

	if (x.rank < 0)
		return;
	for (int i = 0; i < x.rank; i++) {
		bool known = times && (int)n == x.rank && idim_known(times[i]) && times[i] > 0 && idim_known(x.dim[i]);

		if (known && x.dim[i] % times[i]) {
			rule_bad(c, 0, i, "%lld is no multiple of %lld", (long long)x.dim[i], (long long)times[i]);
			return;
		}
		d[i] = known ? x.dim[i] / times[i] : rule_new(c);
	}
	rule_out(c, 0, ishape_new(c->inf, x.rank, d));
}

RULES(grads, RULE("BlockLSTMGrad", block_lstm_grad), RULE("BlockLSTMGradV2", block_lstm_grad),
      CHECK("GRUBlockCellGrad", cell_grad, "[b,i] [b,u] [?,?] [?,?] [?] [?] [b,u] [b,u] [b,u] [b,u]", 0),
      CHECK("LSTMBlockCellGrad", cell_grad,
	    "[b,i] [b,u] [b,u] [?,?] [?] [?] [?] [?] [b,u] [b,u] [b,u] [b,u] [b,u] [b,u] [b,u] [b,u]", 0),
      FORM("BatchNormWithGlobalNormalizationGrad", "[n,h,w,c] [c] [c] [c] [n,h,w,c] -> [n,h,w,c] [c] [c] [c] [c]"),
      RULE("TileGrad", tile_grad), RULE_P("ScaleAndTranslateGrad", rule_same, 1),
      RULE_P("AvgPool3DGrad", image_input, 0x50), RULE_P("AvgPoolGrad", image_input, 0x40),
      RULE_P("Conv3DBackpropFilterV2", image_input, 0x51),
      RULE_P("DepthwiseConv2dNativeBackpropFilter", image_input, 0x41), RULE_P("CropAndResizeGradBoxes", rule_same, 2),
      RULE_P("CropAndResizeGradImage", image_input, 0x43), FORM("FakeQuantWithMinMaxArgsGradient", "A A -> A"),
      FORM("FakeQuantWithMinMaxVarsGradient", "A A [] [] -> A [] []"),
      FORM("FakeQuantWithMinMaxVarsPerChannelGradient", "[*b,n] [*b,n] [n] [n] -> [*b,n] [n] [n]"),
      RULE_P("FractionalAvgPoolGrad", image_input, 0x40),
      FORM("FractionalMaxPoolGrad", "[n,y,x,c] _ _ _ _ -> [n,y,x,c]"), RULE("FusedBatchNormGrad", batch_norm_grad),
      RULE("FusedBatchNormGradV2", batch_norm_grad), RULE("FusedBatchNormGradV3", batch_norm_grad),
      RULE("_FusedBatchNormGradEx", batch_norm_grad), FORM("LRNGrad", "[n,y,x,c] [n,y,x,c] [n,y,x,c] -> [n,y,x,c]"),
      FORM("MaxPool3DGrad", "[n,z,y,x,c] _ _ -> [n,z,y,x,c]"),
      FORM("MaxPool3DGradGrad", "_ [n,z,y,x,c] _ -> [n,z,y,x,c]"), FORM("MaxPoolGrad", "[n,y,x,c] _ _ -> [n,y,x,c]"),
      FORM("MaxPoolGradGrad", "_ [n,y,x,c] _ -> [n,y,x,c]"), FORM("MaxPoolGradGradV2", "_ [n,y,x,c] _ -> [n,y,x,c]"),
      FORM("MaxPoolGradV2", "[n,y,x,c] _ _ -> [n,y,x,c]"), FORM("MaxPoolGradWithArgmax", "[n,y,x,c] _ _ -> [n,y,x,c]"),
      RULE("QuantizeAndDequantizeV4Grad", round_trip_grad), FORM("ResizeBicubicGrad", "_ A -> A"),
      FORM("ResizeBilinearGrad", "_ A -> A"), SEGMENT("SparseSegmentMeanGrad"), SEGMENT("SparseSegmentMeanGradV2"),
      SEGMENT("SparseSegmentSqrtNGrad"), SEGMENT("SparseSegmentSqrtNGradV2"), SEGMENT("SparseSegmentSumGrad"),
      SEGMENT("SparseSegmentSumGradV2"));
