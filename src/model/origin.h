/*
 * Where nodes come from: the stack of Python calls that made each, as debug/saved_model_debug_info.pb keeps it
 * (GraphDebugInfo). Ownership: origins_new gives, origins_free takes; frames live as long.
 */
#ifndef MODEL_ORIGIN_H
#define MODEL_ORIGIN_H

#include "model/model.h"

struct frame_line {
	struct sv file, func, code;	/* func, code: "" when not kept */
	int64_t line, col;
};

struct origins;

/* NULL without an error when the model has no such file; with one when it cannot be read. */
struct origins *origins_new(const struct model *m, struct err *err);
void origins_free(struct origins *o);	/* NULL is fine */
uint32_t origins_n(const struct origins *o);
/* How many frames the node of that name has, the innermost first; function: "" for the MetaGraph's graph. */
uint32_t origins_of(const struct origins *o, struct sv node, struct sv function, const struct frame_line **list);

#endif
