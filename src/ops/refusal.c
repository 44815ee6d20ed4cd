/* Ops that smtui will not run, and why. */
#include "ops/op.h"

#define ONEDNN "TensorFlow's own kernel gives no output unless oneDNN rewrites the graph"
#define GPU "TensorFlow has kernels for GPUs only"

static const struct {
	const char *op; /* ends in '*': all that begin so */
	const char *why;
} refusals[] = {
	{"CreateSummaryDbWriter", "it writes an SQLite database"},
	{"DataService*", "it talks to a tf.data service"},
	{"Collective*", "it talks to other workers"},
	{"EagerPyFunc", "it calls a Python function of the program that made the model"},
	{"KernelLabel*", "it is of TensorFlow's own tests"},
	{"LMDBReader", "it reads an LMDB database"},
	{"PyFunc*", "it calls a Python function of the program that made the model"},
	{"RecordInput", "the order of its records is left to threads"},
	{"Rpc*", "it talks to a server"},
	{"SymbolicGradient",
	 "it makes a new graph of a function while it runs; `gradient` shows gradients"},
	{"Fact", "its answer is picked by the clock"},
	{"SparseMatrixAdd", GPU},
	{"SparseMatrixMul", GPU},
	{"SparseMatrixSoftmax*", GPU},
	{"SparseMatrixZeros", GPU},
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
	{"_Mkl*", "it is of oneDNN's rewriting, which no saved model has"},
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
