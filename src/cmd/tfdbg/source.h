/*
 * Python files that made nodes: what the model keeps of them (model/origin.h), and their text. Ownership:
 * source_load fills, source_free frees; names and lines live as long as it does.
 */
#ifndef CMD_TFDBG_SOURCE_H
#define CMD_TFDBG_SOURCE_H

#include "cmd/tfdbg/tfdbg.h"
#include "model/origin.h"

struct source {
	struct arena *arena;
	VEC(struct sv) line;	/* line k + 1 of the file */
	size_t width;		/* of "L12" and what stands behind it */
};

/* The file's lines; where it is not on this machine, those that the model keeps of it, at their places.
 * false with a page's error. */
bool source_load(struct source *s, struct tfdbg *t, const char *path, struct err *err);
void source_free(struct source *s);

/* Is it what a person typed? The same name, or one is the end of the other, from a slash on: files move. */
bool source_is(struct sv file, const char *typed);
/* Most likely a file of TensorFlow's own Python library. */
bool source_is_library(struct sv file);
/* The frame that made the node outside of the library, the innermost; else the outermost there is. false: the model
 * does not say. f borrows from the model. */
bool source_of_node(const struct graph *g, uint32_t node, struct frame_line *f);

#endif
