/* What ops that touch the outside may do in a program that is run again and again. */
#include <string.h>

#include "fast/inside.h"

/* Everything with state that a program may hold; whatever else has state is left to the faithful
 * mode. */
static const struct {
	const char *op;
	enum touch touch;
} known[] = {
	/* handles of what is there: the same each time */
	{"HashTable", TOUCH_ONCE},
	{"HashTableV2", TOUCH_ONCE},
	{"MutableHashTable", TOUCH_ONCE},
	{"MutableHashTableV2", TOUCH_ONCE},
	{"MutableDenseHashTable", TOUCH_ONCE},
	{"MutableDenseHashTableV2", TOUCH_ONCE},
	{"VarHandleOp", TOUCH_ONCE},
	{"Variable", TOUCH_ONCE},
	{"VariableV2", TOUCH_ONCE},
	/* values that nobody changes while the program lives */
	{"IsVariableInitialized", TOUCH_READ},
	{"ReadVariableOp", TOUCH_READ},
	{"ResourceGather", TOUCH_READ},
	{"ResourceGatherNd", TOUCH_READ},
	{"VarIsInitializedOp", TOUCH_READ},
	/* to be done each time */
	{"Assert", TOUCH_RUN},
	{"CustomAggregator", TOUCH_RUN},
	{"DecodeProtoV2", TOUCH_RUN},	/* may read a file */
	{"EncodeProto", TOUCH_RUN},
	/* of a run: made, filled and read in it, in the order that the flow between them gives */
	{"StackCloseV2", TOUCH_RUN},
	{"StackPopV2", TOUCH_RUN},
	{"StackPushV2", TOUCH_RUN},
	{"StackV2", TOUCH_RUN},
	{"TensorArrayCloseV3", TOUCH_RUN},
	{"TensorArrayConcatV3", TOUCH_RUN},
	{"TensorArrayGatherV3", TOUCH_RUN},
	{"TensorArrayReadV3", TOUCH_RUN},
	{"TensorArrayScatterV3", TOUCH_RUN},
	{"TensorArraySizeV3", TOUCH_RUN},
	{"TensorArraySplitV3", TOUCH_RUN},
	{"TensorArrayV3", TOUCH_RUN},
	{"TensorArrayWriteV3", TOUCH_RUN},
	{"LookupTableFind", TOUCH_READ},
	{"LookupTableFindV2", TOUCH_READ},
	{"LookupTableSize", TOUCH_READ},
	{"LookupTableSizeV2", TOUCH_READ},
};

enum touch op_touch(const struct pnode *pn)
{
	if (!(pn->row->flags & (OP_STATEFUL | OP_RANDOM)))
		return TOUCH_NONE;
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (!strcmp(pn->row->name, known[i].op))
			return known[i].touch;
	return TOUCH_NEVER;
}
