/* Ops that smtui will not run, and why. */
#include "ops/op.h"

#define ONEDNN "TensorFlow's own kernel gives no output unless oneDNN rewrites the graph"
#define GPU "TensorFlow has kernels for GPUs only"
#define LMDB "it reads an LMDB database"
#define MULTI "it hands elements to several devices"
#define RUNTIME "TensorFlow's runtime puts it into graphs as it runs them, no saved model has it"
#define SENDS "it moves tensors between devices"
#define SNAPSHOT "it keeps elements in files of TensorFlow's own form, which smtui does not read or write"
#define SQLITE "it opens an SQLite database"
#define TESTS "it is of TensorFlow's own tests"
#define XLA "it is for XLA's compiler, which makes programs of it"

static const struct {
	const char *op; /* ends in '*': all that begin so */
	const char *why;
} refusals[] = {
	{"AnonymousMultiDevice*", MULTI},
	{"AudioMicrofrontend",
	 "smtui has no microphone front end: its fixed-point filters are not written yet"},
	{"ChooseFastestBranchDataset",
	 "which of its branches gives the elements is picked by the clock"},
	{"Collective*", "it talks to other workers"},
	{"ConstructionFails", TESTS},
	{"CreateSummaryDbWriter", SQLITE},
	{"DataService*", "it talks to a tf.data service"},
	{"DatasetFromGraph",
	 "it makes a dataset of a graph in a string, with functions that no model has"},
	{"DatasetToGraph*", "it writes a pipeline as a graph of TensorFlow's making"},
	{"DecodeJSONExample", "smtui does not read examples written as JSON yet"},
	{"DeleteMultiDeviceIterator", MULTI},
	{"DeleteRpcFutureResource", "it talks to a server"},
	{"DevicePlacementOp", TESTS},
	{"DistributedSave", "it talks to a tf.data service"},
	{"DumpTensor", "it writes the debug files of oneDNN's and MLIR's developers"},
	{"EagerPyFunc", "it calls a Python function of the program that made the model"},
	{"ExperimentalLMDBDataset", LMDB},
	{"ExperimentalSqlDataset", SQLITE},
	{"Fact", "its answer is picked by the clock"},
	{"FileSystemSetConfiguration",
	 "it sets up a file system of TensorFlow's, and smtui has none of these"},
	{"GetDeadline", "it asks a server that serves a request for its time limit"},
	{"KernelLabel*", TESTS},
	{"LMDB*", LMDB},
	{"LoadDataset", SNAPSHOT},
	{"MultiDevice*", MULTI},
	{"NegTrain", "word pairs are drawn at random by many threads, with no seed that is kept"},
	{"Old", TESTS},
	{"PyFunc*", "it calls a Python function of the program that made the model"},
	{"QuantizedConcatV2", ONEDNN},
	{"QuantizedConv2DAndRelu", ONEDNN},
	{"QuantizedConv2DAndReluAndRequantize", ONEDNN},
	{"QuantizedConv2DAndRequantize", ONEDNN},
	{"QuantizedConv2DPerChannel", ONEDNN},
	{"QuantizedConv2DWithBias", ONEDNN},
	{"QuantizedConv2DWithBiasAndRelu", ONEDNN},
	{"QuantizedConv2DWithBiasAndReluAndRequantize", ONEDNN},
	{"QuantizedConv2DWithBiasAndRequantize", ONEDNN},
	{"QuantizedConv2DWithBiasSignedSumAndReluAndRequantize", ONEDNN},
	{"QuantizedConv2DWithBiasSumAndRelu", ONEDNN},
	{"QuantizedConv2DWithBiasSumAndReluAndRequantize", ONEDNN},
	{"QuantizedDepthwiseConv2D", ONEDNN},
	{"QuantizedDepthwiseConv2DWithBias", ONEDNN},
	{"QuantizedDepthwiseConv2DWithBiasAndRelu", ONEDNN},
	{"QuantizedDepthwiseConv2DWithBiasAndReluAndRequantize", ONEDNN},
	{"QuantizedMatMulWithBias", ONEDNN},
	{"QuantizedMatMulWithBiasAndDequantize", ONEDNN},
	{"QuantizedMatMulWithBiasAndRelu", ONEDNN},
	{"QuantizedMatMulWithBiasAndReluAndRequantize", ONEDNN},
	{"QuantizedMatMulWithBiasAndRequantize", ONEDNN},
	{"RecordInput", "the order of its records is left to threads"},
	{"Recv", SENDS},
	{"RegisterDataset*", "it talks to a tf.data service"},
	{"ResourceCreateOp", TESTS},
	{"ResourceInitializedOp", TESTS},
	{"ResourceUsingOp", TESTS},
	{"Rpc*", "it talks to a server"},
	{"SaveDataset*", SNAPSHOT},
	{"SdcaOptimizer*",
	 "TensorFlow takes the examples in an order that the hardware's random numbers give"},
	{"Send", SENDS},
	{"Skipgram",
	 "word pairs are drawn at random from a file by threads, with no seed that is kept"},
	{"SnapshotChunkDataset", SNAPSHOT},
	{"SnapshotDataset*", SNAPSHOT},
	{"SnapshotNestedDatasetReader", SNAPSHOT},
	{"SparseMatrixAdd", GPU},
	{"SparseMatrixMul", GPU},
	{"SparseMatrixOrderingAMD", "smtui has no approximate minimum degree ordering yet"},
	{"SparseMatrixSoftmax*", GPU},
	{"SparseMatrixZeros", GPU},
	{"SqlDataset", SQLITE},
	{"StatsAggregatorSetSummaryWriter", "it writes statistics, of which smtui takes none"},
	{"SymbolicGradient",
	 "it makes a new graph of a function while it runs; `gradient` shows gradients"},
	{"SyncDevice", "it waits for a GPU"},
	{"TestAttr", TESTS},
	{"TfLiteSubgraphExecute", "it runs a TensorFlow Lite model"},
	{"Xla*", XLA},
	{"_DeviceArg", RUNTIME},
	{"_DeviceRetval", RUNTIME},
	{"_EagerConst", RUNTIME},
	{"_FusedQuantized*", ONEDNN},
	{"_HostCast", RUNTIME},
	{"_HostRecv", SENDS},
	{"_HostSend", SENDS},
	{"_Mkl*", "it is of oneDNN's rewriting, which no saved model has"},
	{"_QuantizedMaxPool3D", ONEDNN},
	{"_Recv", SENDS},
	{"_Retval", RUNTIME},
	{"_ScopedAllocator*", RUNTIME},
	{"_Send", SENDS},
	{"_Xla*", XLA},
	{"__Mkl*", "it is of oneDNN's rewriting, which no saved model has"},
};

const char *op_refusal(struct sv op)
{
	for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++) {
		struct sv want = sv_of(refusals[i].op);
		bool all = want.p[want.n - 1] == '*';

		if (all ? sv_starts(op, sv_sub(want, 0, want.n - 1)) : sv_eq(op, want))
			return refusals[i].why;
	}
	return NULL;
}
