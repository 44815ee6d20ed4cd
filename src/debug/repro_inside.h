/* What the reproducer's files share. Ownership: the build owns its lists; r gets what is to be
 * kept. */
#ifndef DEBUG_REPRO_INSIDE_H
#define DEBUG_REPRO_INSIDE_H

#include "base/map.h"
#include "debug/inside.h"
#include "debug/repro.h"

struct made {
	const struct object *o;
	char *name; /* the node that gives the handle */
};

struct build {
	struct dbg *d;
	struct repro *r;
	struct emit_model m;
	struct map names;      /* of nodes, taken; the keys are names' */
	VEC(char *) kept;      /* every name, owned */
	VEC(struct made) made; /* resources, each once */
	VEC(char *) first;     /* "^node": what must run before the target */
	VEC(const struct function *) functions;
};

/* A name that no other node has, from a wish; the build's. */
const char *build_name(struct build *b, struct sv wish);
/* A node is finished: takes the bytes. */
void build_node(struct build *b, struct str *node);
/* The name of a node whose output 0 is t: fed from a file, or a constant where files cannot hold
 * it. of: what it is. NULL with an error. */
const char *build_value(struct build *b, struct sv wish, struct tensor *t, const char *of,
			struct err *err);
/* The same of a handle or a list: made anew. */
const char *build_handle(struct build *b, struct sv wish, const struct tensor *t, const char *of,
			 struct err *err);
/* A V1 variable that t refers to, or NULL with an error. */
const char *build_ref(struct build *b, const struct tensor *t, struct err *err);
/* Whatever it is. */
const char *build_any(struct build *b, struct sv wish, struct tensor *t, const char *of,
		      struct err *err);
/* "^node" before the target. */
void build_first(struct build *b, const char *node);
void build_library(struct build *b, const struct node *n);

/* repro_loop.c: the V1 loop around the node here, whole. */
bool build_loop(struct build *b, struct err *err);

#endif
