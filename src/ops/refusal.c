/* Ops that smtui will not run, and why. */
#include "ops/op.h"

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
