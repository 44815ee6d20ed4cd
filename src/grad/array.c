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

static bool terms_top_k(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place, struct terms *t)
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
	return !v_want(v, 0) || v_give(c, v, 0, G(c, "TensorScatterUpdate", g, v->in[1], g_zeros(c, v->in[2])));
}

static bool scatter_add(struct gcx *c, struct vjp *v)
{
	struct tensor *g = v_g(c, v, 0);
	bool minus = sv_is(v->n->op, "TensorScatterSub");
	struct tensor *part = v_want(v, 2) && g ? G(c, "GatherNd", g, v->in[1]) : NULL;

	if (v_want(v, 2) && !v_give(c, v, 2, g_shaped_like(c, minus ? g_neg(c, part) : part, v->in[2])))
		return false;
	return !v_want(v, 0) || v_give(c, v, 0, g);
}

static bool scatter_nd(struct gcx *c, struct vjp *v)
{
	return !v_want(v, 1) || v_give(c, v, 1, g_shaped_like(c, G(c, "GatherNd", v_g(c, v, 0), v->in[0]), v->in[1]));
}

static bool bias_add(struct gcx *c, struct vjp *v)
{
	struct tensor *g = v_g(c, v, 0);

	if (v_want(v, 0) && !v_give(c, v, 0, g))
		return false;
	return !v_want(v, 1) || v_give(c, v, 1, G_WITH(c, "BiasAddGrad", ATTRS(at_like("data_format", v->n)), g));
}

#define COPY(name, data) { name, GRAD_COPY, data, NULL, NULL, NULL }
#define END(name) { name, GRAD_END, 0, NULL, NULL, NULL }

static const struct grad_row rows[] = {
	COPY("BatchToSpace", 1), COPY("BatchToSpaceND", 1), COPY("Concat", ~1u), COPY("ConcatV2", ~0u),
	COPY("DepthToSpace", 1), COPY("Diag", 1), COPY("DiagPart", 1), COPY("DynamicPartition", 1),
	COPY("DynamicStitch", ~0u), COPY("ParallelDynamicStitch", ~0u), COPY("ExpandDims", 1),
	COPY("ExtractImagePatches", 1), COPY("ExtractVolumePatches", 1), COPY("GatherNd", 1),
	COPY("InplaceUpdate", 5), COPY("MatrixBandPart", 1), COPY("MatrixDiag", 1), COPY("MatrixDiagPart", 1),
	COPY("MatrixDiagPartV2", 5), COPY("MatrixDiagPartV3", 5), COPY("MatrixDiagV2", 17), COPY("MatrixDiagV3", 17),
	COPY("MatrixSetDiag", 3), COPY("MatrixSetDiagV2", 3), COPY("MatrixSetDiagV3", 3), COPY("MirrorPad", 1),
	COPY("Pack", ~0u), COPY("Pad", 1), COPY("PadV2", 5), COPY("RaggedGather", 2), COPY("RaggedTensorToTensor", 6),
	COPY("Reshape", 1), COPY("ResizeNearestNeighbor", 1), COPY("Reverse", 1), COPY("ReverseSequence", 1),
	COPY("ReverseV2", 1), COPY("Roll", 1), COPY("Select", 6), COPY("SelectV2", 6), COPY("Slice", 1),
	COPY("SpaceToBatch", 1), COPY("SpaceToBatchND", 1), COPY("SpaceToDepth", 1), COPY("SparseFillEmptyRows", 10),
	COPY("SparseReorder", 2), COPY("SparseToDense", 12), COPY("Split", 2), COPY("SplitV", 1), COPY("Squeeze", 1),
	COPY("StridedSlice", 1), COPY("TensorStridedSliceUpdate", 17), COPY("Tile", 1), COPY("Transpose", 1),
	COPY("Unpack", 1),
	{ "BiasAdd", GRAD_LINEAR, 3, NULL, bias_add, NULL },
	{ "BiasAddV1", GRAD_LINEAR, 3, NULL, bias_add, NULL },
	{ "BroadcastTo", GRAD_COPY, 1, "g", NULL, NULL },
	{ "Fill", GRAD_COPY, 2, "-; g", NULL, NULL },
	{ "OneHot", GRAD_END | GRAD_COPY, 12, NULL, NULL, NULL },
	{ "ScatterNd", GRAD_LINEAR, 2, NULL, scatter_nd, NULL },
	{ "TensorScatterAdd", GRAD_LINEAR, 5, NULL, scatter_add, NULL },
	{ "TensorScatterSub", GRAD_LINEAR, 5, NULL, scatter_add, NULL },
	{ "TensorScatterUpdate", GRAD_COPY, 5, NULL, scatter_update, NULL },
	{ "TopK", 0, 0, NULL, top_k, terms_top_k },
	{ "TopKV2", 0, 0, NULL, top_k, terms_top_k },

	END("Bitcast"), END("BroadcastArgs"), END("BroadcastGradientArgs"), END("Bucketize"), END("ConcatOffset"),
	END("Const"), END("EditDistance"), END("InvertPermutation"), END("Multinomial"), END("Placeholder"),
	END("RandomStandardNormal"), END("RandomUniform"), END("RandomUniformInt"), END("Range"), END("Rank"),
	END("Shape"), END("ShapeN"), END("Size"), END("SparseConcat"), END("StatelessMultinomial"),
	END("StatelessRandomNormal"), END("StatelessRandomNormalV2"), END("StatelessRandomUniform"),
	END("StatelessRandomUniformV2"), END("TruncatedNormal"), END("Where"),
};

GRAD_FAMILY(array);
