/* Accumulators, barriers, staging maps, readers, summaries, and ops about the run. */
#include "infer/inside.h"

/* A handle of container and name. */
static void two(struct rule_ctx *c)
{
	rule_vec(c, 0, 2);
}

/* Vectors of one length, which nobody knows. */
static void vectors(struct rule_ctx *c)
{
	idim n = rule_new(c);

	for (uint32_t i = 0; i < c->n_out; i++)
		rule_vec(c, i, n);
}

static void as_said(struct rule_ctx *c)
{
	struct ishape s;

	if (rule_attr_shape(c, "shape", &s))
		rule_out(c, 0, s);
}

static void matrix_said(struct rule_ctx *c)
{
	rule_dims(c, 0, 2, (idim)rule_attr(c, "num_rows", -1), (idim)rule_attr(c, "num_cols", -1));
}

static void remapping(struct rule_ctx *c)
{
	rule_vec(c, 0, (idim)rule_attr(c, "num_new_vocab", -1));
	rule_scalar(c, 1);
}

static void numeric_summary(struct rule_ctx *c)
{
	static const idim length[] = {[2] = 2, [3] = 5, [4] = 11, [5] = 10, [8] = 3};
	int64_t mode = rule_attr(c, "tensor_debug_mode", -1);

	if (mode >= 0 && mode < (int64_t)(sizeof(length) / sizeof(length[0])) && length[mode])
		rule_vec(c, 0, length[mode]);
}

/* As input i, but for how many rows there are. */
static void rows_of(struct rule_ctx *c, uint32_t slot, uint32_t i)
{
	struct ishape s = rule_in(c, i);
	idim n = rule_new(c);

	if (s.rank > 0)
		rule_out(c, slot,
			 ishape_cat(c->inf, ishape_new(c->inf, 1, &n), ishape_part(s, 1, s.rank)));
}

static void other_rows(struct rule_ctx *c)
{
	rows_of(c, 0, (uint32_t)c->row->p);
}

/* Each input, then the index of callers and the caller's own number. */
static void batch(struct rule_ctx *c)
{
	for (uint32_t i = 0; i < c->n_in && i < c->n_out; i++)
		rows_of(c, i, i);
	rule_dims(c, c->n_in, 2, rule_new(c), (idim)3);
	rule_scalar(c, c->n_in + 1);
}

static void count_alone(struct rule_ctx *c)
{
	rule_vec(c, 0, 1);
}

RULES(resource, RULE("AccumulatorApplyGradient", rule_unknown),
      RULE("AccumulatorNumAccumulated", rule_scalars),
      RULE("AccumulatorSetGlobalStep", rule_unknown), RULE("AccumulatorTakeGradient", rule_unknown),
      RULE("ConditionalAccumulator", two), RULE("ResourceAccumulatorApplyGradient", rule_unknown),
      RULE("ResourceAccumulatorNumAccumulated", rule_scalars),
      RULE("ResourceAccumulatorSetGlobalStep", rule_unknown),
      RULE("ResourceAccumulatorTakeGradient", rule_unknown),
      RULE("ResourceConditionalAccumulator", two),
      RULE("SparseAccumulatorApplyGradient", rule_unknown),
      RULE("SparseAccumulatorTakeGradient", rule_unknown),
      RULE("SparseConditionalAccumulator", two), RULE("Barrier", two),
      RULE("BarrierClose", rule_unknown), RULE("BarrierIncompleteSize", rule_scalars),
      RULE("BarrierInsertMany", rule_unknown), RULE("BarrierReadySize", rule_scalars),
      RULE("BarrierTakeMany", rule_unknown), RULE("MapClear", rule_unknown),
      RULE("MapIncompleteSize", rule_scalars), RULE("MapPeek", rule_unknown),
      RULE("MapSize", rule_scalars), RULE("MapStage", rule_unknown),
      RULE("MapUnstage", rule_unknown), RULE("MapUnstageNoKey", rule_unknown),
      RULE("OrderedMapClear", rule_unknown), RULE("OrderedMapIncompleteSize", rule_scalars),
      RULE("OrderedMapPeek", rule_unknown), RULE("OrderedMapSize", rule_scalars),
      RULE("OrderedMapStage", rule_unknown), RULE("OrderedMapUnstage", rule_unknown),
      RULE("OrderedMapUnstageNoKey", rule_unknown), RULE("TFRecordReader", two),
      RULE("TFRecordReaderV2", rule_scalars), RULE("TextLineReader", two),
      RULE("TextLineReaderV2", rule_scalars), RULE("WholeFileReader", two),
      RULE("WholeFileReaderV2", rule_scalars), RULE("FixedLengthRecordReader", two),
      RULE("FixedLengthRecordReaderV2", rule_scalars), RULE("IdentityReader", two),
      RULE("IdentityReaderV2", rule_scalars), RULE("ReaderNumRecordsProduced", rule_scalars),
      RULE("ReaderNumRecordsProducedV2", rule_scalars),
      RULE("ReaderNumWorkUnitsCompleted", rule_scalars),
      RULE("ReaderNumWorkUnitsCompletedV2", rule_scalars), RULE("ReaderRead", rule_scalars),
      RULE("ReaderReadV2", rule_scalars), RULE("ReaderReadUpTo", vectors),
      RULE("ReaderReadUpToV2", vectors), RULE("ReaderReset", rule_unknown),
      RULE("ReaderResetV2", rule_unknown), RULE("ReaderRestoreState", rule_unknown),
      RULE("ReaderRestoreStateV2", rule_unknown), RULE("ReaderSerializeState", rule_scalars),
      RULE("ReaderSerializeStateV2", rule_scalars), RULE("TensorSummaryV2", rule_scalars),
      RULE("AudioSummary", rule_scalars), RULE("AudioSummaryV2", rule_scalars),
      RULE("SummaryWriter", rule_scalars), RULE("CreateSummaryFileWriter", rule_unknown),
      RULE("FlushSummaryWriter", rule_unknown), RULE("CloseSummaryWriter", rule_unknown),
      RULE("WriteAudioSummary", rule_unknown), RULE("WriteGraphSummary", rule_unknown),
      RULE("WriteHistogramSummary", rule_unknown), RULE("WriteImageSummary", rule_unknown),
      RULE("WriteRawProtoSummary", rule_unknown), RULE("WriteScalarSummary", rule_unknown),
      RULE("WriteSummary", rule_unknown), RULE("ImportEvent", rule_unknown),
      RULE("DebugIdentity", rule_same), RULE("DebugIdentityV2", rule_same),
      RULE("DebugIdentityV3", rule_same), RULE("DebugGradientIdentity", rule_same),
      RULE("DebugGradientRefIdentity", rule_same), RULE("DebugNanCount", count_alone),
      RULE("DebugNumericSummary", rule_unknown), RULE("DebugNumericSummaryV2", numeric_summary),
      RULE("Timestamp", rule_scalars), RULE("GraphDefVersion", rule_scalars),
      RULE("IsTensorFloat32Enabled", rule_scalars), RULE("DeviceIndex", rule_scalars),
      RULE("SleepOp", rule_unknown), RULE_P("SleepIdentityOp", rule_same, 1),
      RULE("DtypeWithDefaultOp", rule_scalars), RULE("ImmutableConst", as_said),
      RULE("FakeQueue", two), RULE("IsResourceHandleRefCounting", rule_scalars),
      RULE("MakeWeakResourceHandle", rule_pass), RULE("DisableCopyOnRead", rule_unknown),
      RULE("StubResourceHandleOp", rule_scalars), RULE("GetSessionHandle", rule_scalars),
      RULE("GetSessionHandleV2", rule_scalars), RULE("GetSessionTensor", rule_unknown),
      RULE("DeleteSessionTensor", rule_unknown), RULE("Batch", batch), RULE("Unbatch", other_rows),
      RULE_P("UnbatchGrad", other_rows, 2),
      RULE("CompositeTensorVariantFromComponents", rule_scalars),
      RULE("CompositeTensorVariantToComponents", rule_unknown),
      RULE("GenerateVocabRemapping", remapping), RULE("LoadAndRemapMatrix", matrix_said));
