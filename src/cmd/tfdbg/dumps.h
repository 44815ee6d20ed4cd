/*
 * What a run's nodes made, tensor by tensor in the order of time; one that was made several times (in a loop)
 * stands there as often. Ownership: dumps_make gives, dumps_free takes; names live as long as it does.
 */
#ifndef CMD_TFDBG_DUMPS_H
#define CMD_TFDBG_DUMPS_H

#include "base/map.h"
#include "cmd/tfdbg/tfdbg.h"

#define DUMP_NONE UINT32_MAX

struct tf_dump {
	uint64_t event;
	int slot;
	const char *node;	/* full path */
	const char *tensor;	/* "path:slot" */
	struct sv op;
	uint64_t bytes;
	double ms;		/* since the first one */
	uint32_t next;		/* the same tensor's next one; DUMP_NONE */
};

struct tf_tensor {		/* one output of a node */
	uint32_t first, last, n;	/* dumps */
};

struct tf_made {		/* one node */
	const char *node;
	int slots;		/* how many outputs were made */
	int slot;		/* the last of them */
};

struct tf_dumps {
	struct arena *arena;
	VEC(struct tf_dump) all;
	VEC(struct tf_tensor) tensor;
	VEC(struct tf_made) made;
	struct map by_tensor, by_node;	/* index in tensor, in made */
};

/* Of the run that has just ended; made when first asked for. NULL with an error. */
struct tf_dumps *tf_dumps(struct tfdbg *t, struct err *err);
void dumps_free(struct tf_dumps *d);
/* NULL: there is none. */
const struct tf_tensor *dumps_tensor(const struct tf_dumps *d, const char *name);
const struct tf_made *dumps_node(const struct tf_dumps *d, const char *name);
/* Dump k of a tensor. */
const struct tf_dump *dumps_nth(const struct tf_dumps *d, const struct tf_tensor *t, uint32_t k);
/* Its value, borrowed until the next call; made again where it was dropped. NULL with an error. */
struct tensor *dump_value(struct tfdbg *t, const struct tf_dump *d, struct err *err);
/* "182", "11.89k" */
void size_text(struct str *out, uint64_t bytes);

#endif
