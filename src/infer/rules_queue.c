/* Queues, staging areas, maps, and what older graphs have by string. */
#include "infer/inside.h"

/* A handle of container and name. */
static void two(struct rule_ctx *c)
{
	rule_vec(c, 0, 2);
}

static void fake(struct rule_ctx *c)
{
	struct ishape s;

	if (rule_attr_shape(c, "shape", &s))
		rule_out(c, 0, s);
}

RULES(queue,
	RULE("ConsumeMutexLock", rule_unknown),
	RULE("EmptyTensorMap", rule_scalars),
	RULE("FIFOQueue", two),
	RULE("FIFOQueueV2", rule_scalars),
	RULE("FakeParam", fake),
	RULE("MutexLock", rule_scalars),
	RULE("MutexV2", rule_scalars),
	RULE("PaddingFIFOQueue", two),
	RULE("PaddingFIFOQueueV2", rule_scalars),
	RULE("PriorityQueue", two),
	RULE("PriorityQueueV2", rule_scalars),
	RULE("QueueClose", rule_unknown),
	RULE("QueueCloseV2", rule_unknown),
	RULE("QueueDequeue", rule_unknown),
	FORM("QueueDequeueMany", "_ [] ->"),
	FORM("QueueDequeueManyV2", "_ [] ->"),
	FORM("QueueDequeueUpTo", "_ [] ->"),
	FORM("QueueDequeueUpToV2", "_ [] ->"),
	RULE("QueueDequeueV2", rule_unknown),
	RULE("QueueEnqueue", rule_unknown),
	RULE("QueueEnqueueMany", rule_unknown),
	RULE("QueueEnqueueManyV2", rule_unknown),
	RULE("QueueEnqueueV2", rule_unknown),
	RULE("QueueIsClosed", rule_scalars),
	RULE("QueueIsClosedV2", rule_scalars),
	RULE("QueueSize", rule_scalars),
	RULE("QueueSizeV2", rule_scalars),
	RULE("RandomShuffleQueue", two),
	RULE("RandomShuffleQueueV2", rule_scalars),
	RULE("Stack", two),
	RULE("StackClose", rule_unknown),
	RULE("StackPop", rule_unknown),
	RULE_P("StackPush", rule_same, 1),
	RULE("Stage", rule_unknown),
	RULE("StageClear", rule_unknown),
	RULE("StagePeek", rule_unknown),
	RULE("StageSize", rule_scalars),
	RULE("TensorArray", rule_unknown),
	RULE("TensorArrayClose", rule_unknown),
	RULE("TensorArrayCloseV2", rule_unknown),
	RULE("TensorArrayConcat", rule_unknown),
	FORM("TensorArrayConcatV2", "_ _ -> _ [k]"),
	RULE("TensorArrayGather", rule_unknown),
	RULE("TensorArrayGatherV2", rule_unknown),
	RULE("TensorArrayGrad", rule_unknown),
	RULE("TensorArrayGradV2", two),
	RULE("TensorArrayPack", rule_unknown),
	RULE("TensorArrayRead", rule_unknown),
	RULE("TensorArrayReadV2", rule_unknown),
	RULE("TensorArrayScatter", rule_unknown),
	RULE("TensorArrayScatterV2", rule_scalars),
	RULE("TensorArraySize", rule_unknown),
	RULE("TensorArraySizeV2", rule_scalars),
	RULE("TensorArraySplit", rule_unknown),
	RULE("TensorArraySplitV2", rule_scalars),
	RULE("TensorArrayUnpack", rule_unknown),
	RULE("TensorArrayV2", two),
	RULE("TensorArrayWrite", rule_unknown),
	RULE("TensorArrayWriteV2", rule_scalars),
	RULE("TensorMapErase", rule_scalars),
	RULE("TensorMapHasKey", rule_scalars),
	RULE("TensorMapInsert", rule_scalars),
	RULE("TensorMapLookup", rule_unknown),
	RULE("TensorMapSize", rule_scalars),
	RULE("TensorMapStackKeys", rule_unknown),
	RULE("Unstage", rule_unknown));
