/*
 * Where nodes come from: the stack of Python calls that made each, as debug/saved_model_debug_info.pb keeps it
 * (GraphDebugInfo). Ownership: the model's; the file is read when it is first asked for.
 */
#ifndef MODEL_ORIGIN_H
#define MODEL_ORIGIN_H

#include "model/model.h"

struct frame_line {
	struct sv file, func, code;	/* func, code: "" when not kept */
	int64_t line, col;
};

struct origins;

/* Node i's frames in the file's order, which TensorFlow writes with the innermost last; 0: the model does not say. false with an error when the file cannot be
 * read. Gives *list, which free takes. */
bool node_origin(const struct graph *g, uint32_t i, struct frame_line **list, uint32_t *n, struct err *err);

struct origins;
void origins_free(struct origins *o);	/* model_close's; NULL is fine */

#endif
