/* Rules of ops that move elements without counting with them. */
#include "grad/inside.h"

static bool top_k(struct gcx *c, struct vjp *v)
{
	const double *g = g_doubles(c, v_g(c, v, 0));
	struct tensor *sum = g_double_zeros(c, v->in[0]->rank, v->in[0]->dim);
	int64_t k = v->out[0]->rank ? v->out[0]->dim[v->out[0]->rank - 1] : 0;
	int64_t n = v->in[0]->rank ? v->in[0]->dim[v->in[0]->rank - 1] : 0;

	if (!g || !sum)
		return false;
	for (int64_t i = 0; k && i < v->out[1]->n; i++) {
		int64_t at = tensor_get_i64(v->out[1], i);

		if (at >= 0 && at < n)
			((double *)sum->data)[i / k * n + at] += g[i];
	}
	return !v_want(v, 0) || v_give(c, v, 0, g_cast(c, sum, v->in[0]->dtype));
}

static bool terms_top_k(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place,
			struct terms *t)
{
	int64_t k = v->out[0]->rank ? v->out[0]->dim[v->out[0]->rank - 1] : 0;
	int64_t n = v->in[0]->rank ? v->in[0]->dim[v->in[0]->rank - 1] : 0;

	(void)c;
	(void)slot;
	if (!k || place >= v->out[1]->n)
		return false;
	t->how = TERMS_WINNER;
	term_plain(t, v, 0, place / k * n + tensor_get_i64(v->out[1], place))->won = true;
	return true;
}

/* TensorFlow lets both an overwritten element and what overwrites it have a part only of its own. */
static bool scatter_update(struct gcx *c, struct vjp *v)
{
	struct tensor *g = v_g(c, v, 0), *part = g ? G(c, "GatherNd", g, v->in[1]) : NULL;

	if (v_want(v, 2) && !v_give(c, v, 2, g_shaped_like(c, part, v->in[2])))
		return false;
	return !v_want(v, 0) ||
	       v_give(c, v, 0, G(c, "TensorScatterUpdate", g, v->in[1], g_zeros(c, v->in[2])));
}

static bool scatter_add(struct gcx *c, struct vjp *v)
{
	struct tensor *g = v_g(c, v, 0);
	bool minus = sv_is(v->n->op, "TensorScatterSub");
	struct tensor *part = v_want(v, 2) && g ? G(c, "GatherNd", g, v->in[1]) : NULL;

	if (v_want(v, 2) &&
	    !v_give(c, v, 2, g_shaped_like(c, minus ? g_neg(c, part) : part, v->in[2])))
		return false;
	return !v_want(v, 0) || v_give(c, v, 0, g);
}

/* Indices, then as many tensors: each takes its own, overwritten or not, as TensorFlow has it. */
static bool stitch(struct gcx *c, struct vjp *v)
{
	struct tensor *g = v_g(c, v, 0);
	uint32_t n = v->n_in / 2;

	for (uint32_t i = 0; i < n; i++)
		if (v_want(v, n + i) && !v_give(c, v, n + i, G(c, "Gather", g, v->in[i])))
			return false;
	return true;
}

static struct tensor *sum_all(struct gcx *c, struct tensor *t)
{
	int64_t axis[SHAPE_MAX_RANK];

	for (int i = 0; t && i < t->rank; i++)
		axis[i] = i;
	return t ? g_sum(c, t, g_vec32(c, axis, t->rank), false) : NULL;
}

/* Places, shape, values, and what stands everywhere else. */
static bool sparse_to_dense(struct gcx *c, struct vjp *v)
{
	const struct tensor *at = v->in[0];
	int64_t dim[2] = {at->rank ? at->dim[0] : 1, 1};
	struct tensor *g = v_g(c, v, 0), *part;

	part = g ? G(c, "GatherNd", g, at->rank < 2 ? g_shaped(c, v->in[0], 2, dim) : v->in[0])
		 : NULL;
	if (v_want(v, 2) &&
	    !v_give(c, v, 2, v->in[2]->rank ? g_shaped_like(c, part, v->in[2]) : sum_all(c, part)))
		return false;
	return !v_want(v, 3) || v_give(c, v, 3, g_sub(c, sum_all(c, g), sum_all(c, part)));
}

static bool scatter_nd(struct gcx *c, struct vjp *v)
{
	return !v_want(v, 1) ||
	       v_give(c, v, 1,
		      g_shaped_like(c, G(c, "GatherNd", v_g(c, v, 0), v->in[0]), v->in[1]));
}

static bool bias_add(struct gcx *c, struct vjp *v)
{
	struct tensor *g = v_g(c, v, 0);

	if (v_want(v, 0) && !v_give(c, v, 0, g))
		return false;
	return !v_want(v, 1) ||
	       v_give(c, v, 1, G_WITH(c, "BiasAddGrad", ATTRS(at_like("data_format", v->n)), g));
}

static bool bias_add_grad(struct gcx *c, struct vjp *v)
{
	const struct tensor *x = v->in[0];
	int64_t dim[SHAPE_MAX_RANK];
	struct sv format;
	bool first =
		node_attr_str(v->n, "data_format", &format) && format.n > 1 && format.p[1] == 'C';

	for (int i = 0; i < x->rank; i++)
		dim[i] = i == (first ? 1 : x->rank - 1) ? x->dim[i] : 1;
	return !v_want(v, 0) ||
	       v_give(c, v, 0, g_add(c, g_zeros(c, x), g_shaped(c, v_g(c, v, 0), x->rank, dim)));
}

static bool mirror_pad_grad(struct gcx *c, struct vjp *v)
{
	return !v_want(v, 0) ||
	       v_give(c, v, 0,
		      G_WITH(c, "MirrorPad", ATTRS(at_like("mode", v->n)), v_g(c, v, 0), v->in[1]));
}

#define FIRST(name, data)                                                                          \
	{                                                                                          \
		name, GRAD_COPY | GRAD_FIRST, data, NULL, NULL, NULL                               \
	}
#define COPY(name, data)                                                                           \
	{                                                                                          \
		name, GRAD_COPY, data, NULL, NULL, NULL                                            \
	}
#define END(name)                                                                                  \
	{                                                                                          \
		name, GRAD_END, 0, NULL, NULL, NULL                                                \
	}

static const struct grad_row rows[] = {
	COPY("BatchToSpace", 1),
	COPY("BatchToSpaceND", 1),
	COPY("Concat", ~1u),
	COPY("ConcatV2", ~0u),
	COPY("DepthToSpace", 1),
	COPY("Diag", 1),
	COPY("DiagPart", 1),
	COPY("DynamicPartition", 1),
	COPY("ExpandDims", 1),
	COPY("ExtractImagePatches", 1),
	COPY("ExtractVolumePatches", 1),
	COPY("GatherNd", 1),
	COPY("InplaceUpdate", 5),
	COPY("MatrixBandPart", 1),
	COPY("MatrixDiag", 1),
	COPY("MatrixDiagPart", 1),
	FIRST("MatrixDiagPartV2", 5),
	FIRST("MatrixDiagPartV3", 5),
	FIRST("MatrixDiagV2", 17),
	FIRST("MatrixDiagV3", 17),
	COPY("MatrixSetDiag", 3),
	COPY("MatrixSetDiagV2", 3),
	COPY("MatrixSetDiagV3", 3),
	COPY("MirrorPad", 1),
	COPY("Pack", ~0u),
	COPY("Pad", 1),
	FIRST("PadV2", 5),
	COPY("RaggedTensorToTensor", 6),
	COPY("Reshape", 1),
	COPY("ResizeNearestNeighbor", 1),
	COPY("Reverse", 1),
	COPY("ReverseSequence", 1),
	COPY("ReverseV2", 1),
	COPY("Roll", 1),
	COPY("Select", 6),
	COPY("SelectV2", 6),
	COPY("Slice", 1),
	COPY("SpaceToBatch", 1),
	COPY("SpaceToBatchND", 1),
	COPY("SpaceToDepth", 1),
	COPY("SparseFillEmptyRows", 10),
	COPY("SparseReorder", 2),
	COPY("Split", 2),
	COPY("SplitV", 1),
	COPY("Squeeze", 1),
	COPY("StridedSlice", 1),
	COPY("StridedSliceGrad", 16),
	COPY("ConjugateTranspose", 1),
	COPY("TensorStridedSliceUpdate", 17),
	COPY("Tile", 1),
	COPY("Transpose", 1),
	COPY("Unpack", 1),
	{"DynamicStitch", GRAD_COPY, ~0u, NULL, stitch, NULL},
	{"ParallelDynamicStitch", GRAD_COPY, ~0u, NULL, stitch, NULL},
	{"SparseToDense", GRAD_COPY, 12, NULL, sparse_to_dense, NULL},
	{"BiasAdd", GRAD_LINEAR, 3, NULL, bias_add, NULL},
	{"BiasAddGrad", 0, 0, NULL, bias_add_grad, NULL},
	{"BiasAddV1", GRAD_LINEAR, 3, NULL, bias_add, NULL},
	{"BroadcastTo", GRAD_COPY, 1, "g", NULL, NULL},
	{"Fill", GRAD_COPY, 2, "-; g", NULL, NULL},
	{"OneHot", GRAD_END | GRAD_COPY, 12, NULL, NULL, NULL},
	{"MirrorPadGrad", GRAD_LINEAR, 1, NULL, mirror_pad_grad, NULL},
	{"ScatterNdNonAliasingAdd", GRAD_LINEAR, 5, NULL, scatter_add, NULL},
	{"ScatterNd", GRAD_LINEAR, 2, NULL, scatter_nd, NULL},
	{"TensorScatterAdd", GRAD_LINEAR, 5, NULL, scatter_add, NULL},
	{"TensorScatterSub", GRAD_LINEAR, 5, NULL, scatter_add, NULL},
	{"TensorScatterUpdate", GRAD_COPY, 5, NULL, scatter_update, NULL},
	{"ApproxTopK", 0, 0, NULL, top_k, terms_top_k},
	{"TopK", 0, 0, NULL, top_k, terms_top_k},
	{"TopKV2", 0, 0, NULL, top_k, terms_top_k},

	END("Bitcast"),
	END("BroadcastArgs"),
	END("BroadcastGradientArgs"),
	END("Bucketize"),
	END("ConcatOffset"),
	END("Const"),
	END("EditDistance"),
	END("InvertPermutation"),
	END("Multinomial"),
	END("Placeholder"),
	END("RandomStandardNormal"),
	END("RandomUniform"),
	END("RandomUniformInt"),
	END("Range"),
	END("Rank"),
	END("Shape"),
	END("ShapeN"),
	END("Size"),
	END("SparseConcat"),
	END("StatelessMultinomial"),
	END("StatelessRandomNormal"),
	END("StatelessRandomNormalV2"),
	END("StatelessRandomUniform"),
	END("StatelessRandomUniformV2"),
	END("TruncatedNormal"),
	END("Where"),
};

GRAD_FAMILY(array);
